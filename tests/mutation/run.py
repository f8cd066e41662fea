"""Mutation testing: small faults put into what matters most, and whether any test notices.

The faults are those of mutmut's operators, and an operator of our own for the words inside
f-strings. They are put anywhere: in functions, tables, patterns and fields of classes. Not changed
are annotations, ``__all__``, imports, docstrings and calls of ``len`` and ``isinstance``.

    python tests/mutation/run.py                       evenly chosen faults in each module
    python tests/mutation/run.py --most 500 evidence   more of them, in one module
"""

import argparse
import difflib
import os
import shutil
import signal
import sys
import time
from pathlib import Path

import libcst as cst
import pytest
from libcst.metadata import MetadataWrapper, PositionProvider
from mutmut.mutation.mutators import mutation_operators

ROOT = Path(__file__).parents[2]
TREE = ROOT / "build" / "mutation"  # the sources and tests in which one module at a time is changed
SECONDS = 300  # after which a fault counts as one that never ends
LOADED = ("attrs", "cattrs", "dateutil", "filelock", "hypothesis", "icalendar", "jinja2", "orjson")

# Each module, and the tests that are to notice a fault in it; those that are likeliest to, first.
FINDING = ("finding", "mentions", "choices", "clocks", "timing", "zones")
ICAL = ("ical", "publishing", "released", "regressions")
MODULES = {
    "evidence": ("evidence", "regressions"),
    "proofs": ("proofs", "evidence"),
    "structure": ("structure", "documents"),
    "finding/english": FINDING,
    "finding/grammar": FINDING,
    "finding/tokens": FINDING,
    "finding/phrases": FINDING,
    "finding/choices": ("choices", *FINDING),
    "finding/resolving": FINDING,
    "finding/surroundings": FINDING,
    "finding/zones": ("zones", *FINDING),
    "finding/clocks": ("clocks", *FINDING),
    "finding/timing": ("timing", *FINDING),
    "formats/ical/lines": ICAL,
    "formats/ical/wording": ICAL,
    "formats/ical/writer": ICAL,
    "formats/ical/reader": ICAL,
    "formats/ical/revisions": ICAL,
    "formats/ical/legacy": ICAL,
}


def words(node):
    """The operator for strings, on what stands in an f-string between its values."""
    yield node.with_changes(value=f"XX{node.value}XX")


class Faults(cst.CSTVisitor):
    """Every fault of a module: its line, the node, and what stands there instead."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self):
        self.found = []

    def on_visit(self, node):
        if isinstance(node, cst.Annotation | cst.Import | cst.ImportFrom):
            return False
        if isinstance(node, cst.Assign) and node.targets[0].target.deep_equals(cst.Name("__all__")):
            return False
        if isinstance(node, cst.Call) and getattr(node.func, "value", "") in ("len", "isinstance"):
            return False
        if isinstance(node, cst.Expr) and isinstance(node.value, cst.SimpleString):
            return False  # a docstring
        if isinstance(node, cst.FormattedStringText):
            self._add(node, words)
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                self._add(node, operator)
        return super().on_visit(node)

    def _add(self, node, operator):
        line = self.get_metadata(PositionProvider, node).start.line
        self.found += [(line, node, changed) for changed in operator(node)]


def faults(source, most):
    """So many faults of a source text, evenly chosen, each as its line and the text with it."""
    wrapper = MetadataWrapper(cst.parse_module(source))
    visitor = Faults()
    wrapper.visit(visitor)
    step = max(1, len(visitor.found) / most)
    for number in range(min(most, len(visitor.found))):
        line, node, changed = visitor.found[int(number * step)]
        yield line, wrapper.module.deep_replace(node, changed).code


def verdict(tests, log=os.devnull):
    """What the tests say of the tree as it stands: in a process that has all libraries already."""
    started = time.monotonic()
    child = os.fork()
    if not child:
        quiet = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.chdir(TREE)
        sys.path.insert(0, str(TREE / "src"))
        flags = ["-x", "-q", "-p", "no:cacheprovider", "-k", "not kill_at_any_moment"]
        flags += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # Hypothesis is loaded
        os._exit(int(pytest.main([*flags, *(f"tests/test_{name}.py" for name in tests)])))
    while time.monotonic() - started < SECONDS:
        done, code = os.waitpid(child, os.WNOHANG)
        if done:
            return "not noticed" if code == 0 else "noticed"
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "never ends"


def difference(old, new):
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return [line for line in lines if line[:1] in "+-" and line[:3] not in ("+++", "---")]


def run(name, tests, most):
    """Tries the faults of a module, prints its row, and returns what went unnoticed."""
    target = TREE / "src" / "cica_events" / f"{name}.py"
    source = target.read_text("utf-8")
    if verdict(tests, TREE / "log") != "not noticed":
        sys.exit((TREE / "log").read_text("utf-8"))
    found = []
    for line, text in faults(source, most):
        target.write_text(text, "utf-8")
        found.append((verdict(tests), line, difference(source, text)))
        print(f"\r{name} {len(found)}", end="", file=sys.stderr, flush=True)
    target.write_text(source, "utf-8")
    missed = [(line, lines) for result, line, lines in found if result == "not noticed"]
    share = 100 * (1 - len(missed) / len(found))
    print(
        f"\r| `{name}.py` | {len(found)} | {len(found) - len(missed)} | {share:.1f} % |", flush=True
    )
    return ["\n".join([f"{name}.py:{line}", *lines]) for line, lines in missed]


def main():
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("modules", nargs="*", metavar="MODULE", help=", ".join(MODULES))
    parser.add_argument("--most", type=int, default=60, help="faults a module (60)")
    arguments = parser.parse_args()
    os.environ["HYPOTHESIS_PROFILE"] = "quick"
    for package in LOADED:
        __import__(package)
    sys.dont_write_bytecode = True  # of a source with a fault
    shutil.rmtree(TREE, ignore_errors=True)
    for folder in ("src", "data", "tests", "docs", "examples"):
        shutil.copytree(ROOT / folder, TREE / folder, ignore=shutil.ignore_patterns("__pycache__"))
    for file in (*ROOT.glob("*.toml"), *ROOT.glob("*.md")):
        shutil.copy(file, TREE)
    missed = []
    print("| module | faults | noticed | |\n| --- | ---: | ---: | ---: |")
    for name in arguments.modules or MODULES:
        missed += run(name, MODULES[name], arguments.most)
    print("", *missed, sep="\n")


if __name__ == "__main__":
    main()
