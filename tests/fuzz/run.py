#!/usr/bin/env python
"""Fuzzes each target in a process of its own; exits with 1 if anything new was found.

Needs atheris and hypothesis beside cica-events, as ``make fuzz`` installs them.
"""

import argparse
import importlib
import json
import re
import shutil
import subprocess
import sys
import tempfile
import time
from itertools import count
from pathlib import Path

HERE = Path(__file__).parent
TARGETS = sorted(path.stem for path in (HERE / "targets").glob("[!_]*.py"))
WORK = HERE.parents[1] / "build" / "fuzz"
FINDINGS, CORPUS = HERE / "findings", HERE / "corpus"
LONGEST = 8192  # bytes of an input
ROOM = 30_000  # bytes of a target's corpus
SLOW = 20  # seconds that no input may take


def main() -> int:
    words = arguments()
    figures, found = {}, 0
    for name in words.target or TARGETS:
        prepare(name)
        if words.keep:
            keep(name)
            continue
        before = set((FINDINGS / name).iterdir())
        figures[name] = fuzz(name, words.seconds)
        new = sorted(set((FINDINGS / name).iterdir()) - before)
        found += len(new)
        print(f"{name:15} {figures[name]}", *new, sep="\n  ", flush=True)
    (WORK / "figures.json").write_text(json.dumps(figures, indent=2) + "\n", "utf-8")
    return 1 if found else 0


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--seconds", type=int, default=60, help="for each target (default: 60)")
    parser.add_argument(
        "--target", action="append", choices=TARGETS, help="one of them (default: all)"
    )
    parser.add_argument(
        "--keep", action="store_true", help="do not fuzz, but keep the best of build/fuzz in corpus"
    )
    return parser.parse_args()


def prepare(name: str) -> None:
    """Folders, seeds and the dictionary of a target."""
    sys.path[:0] = [str(HERE.parent)] if str(HERE.parent) not in sys.path else []
    target = importlib.import_module(f"fuzz.targets.{name}")
    for folder in (FINDINGS / name, WORK / name, WORK / f"{name}.seeds"):
        folder.mkdir(parents=True, exist_ok=True)
    for place, data in enumerate(target.seeds()):
        (WORK / f"{name}.seeds" / f"{place:04}").write_bytes(data)
    entries = ("".join(f"\\x{octet:02x}" for octet in word.encode()) for word in target.WORDS)
    (WORK / f"{name}.dict").write_text("".join(f'"{entry}"\n' for entry in entries), "utf-8")


def fuzz(name: str, seconds: int) -> dict[str, int]:
    """Runs a target, again where an input that hangs it or eats its memory ends it."""
    figures = {"executions": 0, "covered": 0, "kept": 0}
    end = time.monotonic() + seconds
    while (left := round(end - time.monotonic())) > 0:
        result = drive(
            name,
            f"-max_total_time={left}",
            f"-dict={WORK / name}.dict",
            str(WORK / name),
            str(CORPUS / name),
            str(WORK / f"{name}.seeds"),
        )
        log = result.stderr
        figures["executions"] += int(last(r"number_of_executed_units:\s*(\d+)", log))
        figures["covered"] = max(figures["covered"], int(last(r"cov: (\d+)", log)))
        figures["kept"] = max(figures["kept"], int(last(r"corp: (\d+)/", log)))
        (WORK / f"{name}.log").write_text(log, "utf-8")
        if result.returncode and "executed_units" not in log:
            raise SystemExit(log[-3000:])
    return figures


def keep(name: str) -> None:
    """The fewest inputs that cover as much, thinned out until they are small enough to commit."""
    with tempfile.TemporaryDirectory() as folder:
        drive(name, "-merge=1", folder, str(WORK / name), str(WORK / f"{name}.seeds"))
        found = sorted(Path(folder).iterdir(), key=lambda path: (path.stat().st_size, path.name))
        sizes = [path.stat().st_size for path in found]
        step = next(n for n in count(1) if sum(sizes[::n]) <= ROOM)
        shutil.rmtree(CORPUS / name)
        (CORPUS / name).mkdir()
        for path in found[::step]:
            shutil.copy(path, CORPUS / name / path.name[:12])
        print(f"{name:15} {len(found[::step])} of {len(found)} kept")


def drive(name: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    (CORPUS / name).mkdir(parents=True, exist_ok=True)
    return subprocess.run(
        [
            *(sys.executable, "-m", "fuzz.drive", name, str(FINDINGS / name)),
            *(f"-max_len={LONGEST}", f"-timeout={SLOW}", "-rss_limit_mb=2048"),
            *("-print_final_stats=1", f"-artifact_prefix={FINDINGS / name}/", *arguments),
        ],
        cwd=HERE.parent,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
    )


def last(pattern: str, log: str) -> str:
    return next(iter(re.findall(pattern, log)[::-1]), "0")


if __name__ == "__main__":
    raise SystemExit(main())
