"""Mutation testing: small faults put into what matters most, and whether any test notices.

The faults are those of mutmut's operators, and an operator of our own for the words inside
f-strings. They are put anywhere: in functions, tables, patterns and fields of classes. Not changed
are annotations, what names types for them, ``__all__``, imports, docstrings, calls of ``len``,
``isinstance`` and ``lru_cache``, and the case of a pattern that ignores it.

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
UNTIMED = "not kill_at_any_moment and not linear and not in_time"  # tests that take no long time
SECONDS = 120  # after which a fault counts as one that never ends
UNCHANGED = "isinstance len lru_cache".split()
TYPES = "Callable Literal dict frozenset list tuple".split()
LOADED = ("attrs", "cattrs", "dateutil", "filelock", "hypothesis", "icalendar", "jinja2", "orjson")

# Each module, and the tests that are to notice a fault in it; those that are likeliest to, first.
FINDING = ("finding", "words", "mentions", "choices", "clocks", "timing", "zones", "context")
ICAL = ("ical", "publishing", "released", "regressions")
MODULES = {
    "evidence": ("evidence", "regressions"),
    "proofs": ("proofs", "evidence"),
    "quotes": ("quotes", "evidence", "regressions"),
    "structure": ("structure", "context", "documents", "drafted_documents"),
    "documents": ("documents", "drafted_documents"),
    "finding/english": (
        *FINDING,
        "identities",
        "titles",
        "drafts",
        "asides",
        "places",
        "drafted_documents",
    ),
    **{f"finding/{name}": FINDING for name in "grammar tokens phrases expressions".split()},
    **{f"finding/{name}": FINDING for name in "resolving completing surroundings".split()},
    **{f"finding/{name}": ("choices", *FINDING) for name in ("choices", "slots")},
    **{f"finding/{name}": ("context", *FINDING) for name in ("context", "layout")},
    "finding/clocks": ("clocks", "timing", *FINDING),
    "finding/timing": ("timing", *FINDING),
    **{f"finding/{name}": ("zones", *FINDING) for name in ("zones", "zone_notes")},
    **{
        f"formats/ical/{name}": ICAL
        for name in "lines wording writer reader revisions legacy".split()
    },
}


def words(node):
    """The operator for strings, on what stands in an f-string between its values."""
    yield node.with_changes(value=f"XX{node.value}XX")


def is_alias(value):
    """Whether a value names a type: ``tuple[int, int]``, which only annotations use."""
    return isinstance(value, cst.Subscript) and getattr(value.value, "value", "") in TYPES


def ignores_case(node):
    """Whether a call compiles a pattern for which capitals and small letters are the same."""
    flags = ("IGNORECASE", "I")
    values = [argument.value for argument in node.args] if isinstance(node, cst.Call) else []
    return any(isinstance(it, cst.Attribute) and it.attr.value in flags for it in values)


def is_same_but_for_case(node, changed):
    text = isinstance(node, cst.SimpleString) and isinstance(changed, cst.SimpleString)
    return text and node.value.casefold() == changed.value.casefold()


class Faults(cst.CSTVisitor):
    """Every fault of a module: its line, the node, and what stands there instead."""

    METADATA_DEPENDENCIES = (PositionProvider,)

    def __init__(self):
        self.found = []
        self._caseless = 0  # calls around a node that compile a pattern which ignores case

    def on_visit(self, node):
        if isinstance(node, cst.Annotation | cst.Import | cst.ImportFrom):
            return False
        if isinstance(node, cst.Assign) and node.targets[0].target.deep_equals(cst.Name("__all__")):
            return False
        if isinstance(node, cst.Assign) and is_alias(node.value):
            return False
        if isinstance(node, cst.Call) and getattr(node.func, "value", "") in UNCHANGED:
            return False
        if isinstance(node, cst.Expr) and isinstance(node.value, cst.SimpleString):
            return False  # a docstring
        self._caseless += ignores_case(node)
        if isinstance(node, cst.FormattedStringText):
            self._add(node, words)
        for kind, operator in mutation_operators:
            if isinstance(node, kind):
                self._add(node, operator)
        return super().on_visit(node)

    def on_leave(self, node):
        self._caseless -= ignores_case(node)
        super().on_leave(node)

    def _add(self, node, operator):
        line = self.get_metadata(PositionProvider, node).start.line
        for changed in operator(node):
            if not (self._caseless and is_same_but_for_case(node, changed)):
                self.found.append((line, node, changed))


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
        flags = [
            "-x",
            "-q",
            "-p",
            "no:cacheprovider",
            "-k",
            "not kill_at_any_moment and not linear and not in_time",
        ]
        flags += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # Hypothesis is loaded
        os._exit(int(pytest.main([*flags, *tests])))
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
    """Tries the faults of a module, prints each that goes unnoticed, and its row."""
    target = TREE / "src" / "cica_events" / f"{name}.py"
    tests = [str(target), *(f"tests/test_{test}.py" for test in tests)]  # its examples first
    source = target.read_text("utf-8")
    if verdict(tests, TREE / "log") != "not noticed":
        sys.exit((TREE / "log").read_text("utf-8"))
    found = []
    for line, text in faults(source, most):
        target.write_text(text, "utf-8")
        found.append(verdict(tests))
        if found[-1] == "not noticed":
            print(f"{name}.py:{line}", *difference(source, text), "", sep="\n", file=sys.stderr)
        print(f"\r{name} {len(found)}", end="\r", file=sys.stderr, flush=True)
    target.write_text(source, "utf-8")
    noticed = len(found) - found.count("not noticed")
    share = 100 * noticed / len(found)
    print(f"| `{name}.py` | {len(found)} | {noticed} | {share:.1f} % |", flush=True)


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
    print("| module | faults | noticed | |\n| --- | ---: | ---: | ---: |")
    for name in arguments.modules or MODULES:
        run(name, MODULES[name], arguments.most)


if __name__ == "__main__":
    main()
