"""`python -m benchmarks` measures everything, and puts the figures into docs/.

`python -m benchmarks SECTION ...` measures some of it and prints the tables; `--quick` does so at a
small size, to see that it works.
"""

import argparse
import os
import platform
import re
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from time import perf_counter

from .measuring import HAS_NODE, ROOT, replaced

SECTIONS = "writing reading data dates prose starting streaming archive".split()
DOCUMENTS = (ROOT / "docs" / "benchmarks.md", ROOT / "docs" / "scale.md")


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("sections", nargs="*", metavar="SECTION", help=", ".join(SECTIONS))
    parser.add_argument("--quick", action="store_true", help="at a small size")
    arguments = parser.parse_args()
    if not set(arguments.sections) <= set(SECTIONS):
        parser.error(f"the sections are {', '.join(SECTIONS)}")
    if arguments.sections or arguments.quick:
        for name in arguments.sections or SECTIONS:
            for block, body in measured(name, arguments.quick).items():
                print(f"{block}\n\n{body}")
    else:
        from .picture import draw

        keep({"machine": f"Measured on {machine()}.\n"})
        for name in SECTIONS:
            keep(measured(name, quick=False))
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
    model = platform.machine()
    if Path("/proc/cpuinfo").exists():
        found = re.search(r"model name\s*: (.*)", Path("/proc/cpuinfo").read_text())
        model = found[1] if found else model
    system = f"{platform.system()} {'.'.join(platform.release().split('.')[:2])}"
    languages = f"{platform.python_implementation()} {platform.python_version()}"
    if HAS_NODE:
        done = subprocess.run(["node", "--version"], capture_output=True, text=True, check=True)
        languages += f", Node {done.stdout.strip().removeprefix('v')}"
    return f"{model} ({os.cpu_count()} cores), {system}, {languages}"


if __name__ == "__main__":
    main()
