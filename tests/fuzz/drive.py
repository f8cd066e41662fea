"""One target under atheris, in this process: ``python -m fuzz.drive TARGET FINDINGS ARGUMENTS``."""

import importlib
import os
import random
import sys
import traceback
import warnings
from hashlib import sha256
from pathlib import Path

import atheris

PACKAGE = "cica_events"
MODULES = """
    edtf clock timestamps files model structure documents mentions quotes evidence drafts updates
    releases publishing
    formats.ical formats.csv formats.json formats.svg formats.page
""".split()


def loaded(name: str):
    """The target, with everything of the library that it may come to instrumented."""
    with atheris.instrument_imports(include=[PACKAGE, "fuzz.targets"]):
        for module in MODULES:
            importlib.import_module(f"{PACKAGE}.{module}")
        return importlib.import_module(f"fuzz.targets.{name}")


def watched(check, findings: Path):
    """The check, which keeps the first input of each way to fail and goes on."""
    known = {path.stem for path in findings.glob("*.txt")}

    def one(data: bytes) -> None:
        try:
            check(data)
        except Exception as error:
            where = [f"{f.filename}:{f.lineno}" for f in traceback.extract_tb(error.__traceback__)]
            name = sha256(f"{type(error)} {where[-1]}".encode()).hexdigest()[:12]
            if name not in known:
                known.add(name)
                (findings / f"{name}.bin").write_bytes(data)
                (findings / f"{name}.txt").write_text(traceback.format_exc(), "utf-8")

    return one


def mutated(data: bytes, max_size: int, seed: int) -> bytes:
    """Half of the time whole lines are moved about: formats of lines seldom outlive less."""
    chance = random.Random(seed)
    lines = data.splitlines(keepends=True)
    if len(lines) < 3 or chance.random() < 0.5:
        return atheris.Mutate(data, max_size)
    one, other = chance.randrange(len(lines)), chance.randrange(len(lines))
    match chance.randrange(4):
        case 0:
            del lines[one]
        case 1:
            lines.insert(one, lines[other])
        case 2:
            lines[one], lines[other] = lines[other], lines[one]
        case 3:
            rest = atheris.Mutate(lines[one], max(len(lines[one]) * 2, 8))
            lines[one] = rest.rstrip(b"\r\n") + b"\r\n"
    return b"".join(lines)[:max_size]


def main(name: str, findings: str, *arguments: str) -> None:
    warnings.simplefilter("ignore")
    os.fsync = lambda _: None  # nothing here must outlive a power cut
    target = loaded(name)
    check = atheris.instrument_func(watched(target.check, Path(findings)))
    mutator = None if name == "writers" else mutated
    extra = {"custom_mutator": mutator} if mutator else {}
    again = f"{sys.executable} -m fuzz.drive {name} {findings}"  # what a merge starts anew
    atheris.Setup([again, *arguments], check, **extra)
    atheris.Fuzz()


if __name__ == "__main__":
    main(*sys.argv[1:])
