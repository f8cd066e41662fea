"""`python -m benchmarks` measures everything, and puts the figures into docs/.

`python -m benchmarks SECTION ...` measures some of it and prints the tables; `--quick` does so at a
small size, to see that it works.
"""

import argparse
import os
import platform
import re
import shutil
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from time import perf_counter

from .measuring import ROOT, replaced

SECTIONS = (
    *("writing", "reading", "data", "dates", "prose", "starting"),
    *("streaming", "archive"),
)
DOCUMENTS = (ROOT / "docs" / "benchmarks.md", ROOT / "docs" / "scale.md")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    parser.add_argument("--quick", action="store_true", help="at a small size")
    arguments = parser.parse_args()
    unknown = set(arguments.sections) - set(SECTIONS)
    if unknown:
        parser.error(f"no such section: {', '.join(sorted(unknown))}")
    keeps = not arguments.sections and not arguments.quick
    if keeps:
        keep({"machine": f"Measured on {machine()}.\n"})
    for name in arguments.sections or SECTIONS:
        tables = measured(name, arguments.quick)
        if keeps:
            keep(tables)
        else:
            print(*(f"{block}\n\n{body}" for block, body in tables.items()), sep="\n")
    if keeps:
        from .picture import draw

        draw(DOCUMENTS[0])


def measured(name: str, quick: bool) -> dict[str, str]:
    """The tables of a section, by the names of their places in the documents."""
    print(f"{name} ", end="", file=sys.stderr, flush=True)
    start = perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        tables: dict[str, str] = import_module(f"benchmarks.{name}").measure(Path(folder), quick)
    print(f" {perf_counter() - start:.0f} s", file=sys.stderr)
    return tables


def keep(tables: dict[str, str]) -> None:
    for document in DOCUMENTS:
        text = document.read_text("utf-8")
        for name, body in tables.items():
            text = replaced(text, name, body)
        document.write_text(text, "utf-8")


def machine() -> str:
    """The machine and its languages, in one line."""
    path = Path("/proc/cpuinfo")
    found = re.search(r"model name\s*: (.*)", path.read_text()) if path.exists() else None
    parts = [
        f"{found[1] if found else platform.machine()} ({os.cpu_count()} cores)",
        f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}",
        f"{platform.python_implementation()} {platform.python_version()}",
    ]
    if shutil.which("node"):
        done = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)
        parts.append(f"Node {done.stdout.strip().removeprefix('v')}")
    return ", ".join(parts)


if __name__ == "__main__":
    main()
