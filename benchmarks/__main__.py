"""`python -m benchmarks`: run the sections, keep what they found, and make the page of it."""

import argparse
import json
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from time import perf_counter
from typing import Any

from . import machine, page
from .process import ROOT
from .section import Settings, from_json

SECTIONS = (
    *("writing", "reading", "tables", "jsonwriting", "jsonreading", "dates", "prose"),
    *("making", "imports", "memory", "feeds", "scale", "linear"),
)
MILLION = "million"
DOCS = ROOT / "docs"


def main() -> None:
    words = arguments()
    target = Path(tempfile.mkdtemp()) if words.quick else DOCS
    kept = target / "benchmarks" / "results.json"
    kept.parent.mkdir(exist_ok=True)
    results = json.loads(kept.read_bytes()) if kept.exists() else {}
    for name in words.sections or SECTIONS:
        results[name] = measured(name, Settings(quick=words.quick))
        kept.write_text(json.dumps(results, indent=1, ensure_ascii=False) + "\n", "utf-8")
    write(results, target)
    if words.quick:
        print((target / "benchmarks.md").read_text("utf-8"))


def arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    parser.add_argument("--quick", action="store_true", help="see that it works; keep nothing")
    words = parser.parse_args()
    unknown = set(words.sections) - {*SECTIONS, MILLION}
    if unknown:
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    return words


def measured(name: str, settings: Settings) -> dict[str, Any]:
    print(f"{name} ", end="", file=sys.stderr, flush=True)
    start = perf_counter()
    section = import_module(f".sections.{name}", __package__)
    with tempfile.TemporaryDirectory() as folder:
        found = section.run(settings, Path(folder))
    print(f" {perf_counter() - start:.0f} s", file=sys.stderr)
    return {"machine": machine.described(), "section": found.as_json()}


def write(results: dict[str, Any], target: Path) -> None:
    names = [name for name in (*SECTIONS, MILLION) if name in results]
    sections = [from_json(results[name]["section"]) for name in names]
    machines = [results[name]["machine"] for name in names]
    (target / "benchmarks.md").write_text(page.markdown(sections, machines), "utf-8")
    for section in sections:
        for name, picture in section.pictures:
            (target / "benchmarks" / f"{name}.svg").write_text(picture, "utf-8")


if __name__ == "__main__":
    main()
