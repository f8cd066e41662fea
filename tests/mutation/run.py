"""Mutation testing: small faults put into what matters most, and whether any test notices.

mutmut changes the bodies of functions. What it leaves alone is changed here, by mutmut's own
operators: what stands outside functions (tables, patterns, fields of classes), functions with
decorators (properties, context managers), the words inside f-strings (an operator of our own), and
the functions whose tests look at the stack, on which mutmut's trampolines lie. Not changed at all
are annotations, ``__all__``, imports, docstrings and calls of ``len`` and ``isinstance``.

    python tests/mutation/run.py                         everything, and the table
    python tests/mutation/run.py (mutmut|rest) [MODULE]  one part of it, of one module
    python tests/mutation/run.py table                   the table and the survivors, once more
"""

import difflib
import json
import os
import shutil
import signal
import subprocess
import sys
import time
import tomllib
from pathlib import Path

import libcst as cst
import pytest
from libcst.metadata import MetadataWrapper, ParentNodeProvider, PositionProvider
from mutmut.__main__ import _run
from mutmut.configuration import config
from mutmut.mutation.diff_apply import get_diff_for_mutant
from mutmut.mutation.mutators import mutation_operators
from mutmut.stats import status_by_exit_code

ROOT = Path(__file__).parents[2]
MUTANTS = ROOT / "mutants"  # mutmut's own
RESULTS = ROOT / "build" / "mutation"
TREE = RESULTS / "tree"  # the sources and tests in which one module at a time is changed
CONFIG = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["mutmut"]
MODULES = {Path(path).stem: path for path in CONFIG["only_mutate"]}
TESTS = {
    "publishing": ["tests/test_publishing.py"],
    "evidence": ["tests/test_evidence.py", "tests/test_regressions.py"],
    "edtf": ["tests/test_edtf.py"],
}
for part in ("lines", "wording", "writer", "reader", "revisions", "legacy"):
    TESTS[part] = ["tests/test_ical.py", "tests/test_publishing.py", "tests/test_regressions.py"]
SECONDS = 120  # after which a mutant counts as one that never ends
ON_THE_STACK = {"_warn"}
LOADED = ("attrs", "cattrs", "dateutil", "filelock", "hypothesis", "icalendar", "jinja2", "orjson")


def words(node):
    """The operator for strings, on what stands in an f-string between its values."""
    yield node.with_changes(value=f"XX{node.value}XX")


class Rest(cst.CSTVisitor):
    """The mutations of a module that mutmut does not make."""

    METADATA_DEPENDENCIES = (ParentNodeProvider, PositionProvider)

    def __init__(self):
        self.found = []
        self._functions = []

    def visit_FunctionDef(self, node):  # noqa: N802
        self._functions.append(node)

    def leave_FunctionDef(self, original_node):  # noqa: N802
        self._functions.pop()

    def _ours(self):
        return not self._functions or any(
            function.decorators or function.name.value in ON_THE_STACK
            for function in self._functions
        )

    def on_visit(self, node):
        if isinstance(node, cst.Annotation | cst.Import | cst.ImportFrom):
            return False
        if isinstance(node, cst.Assign) and node.targets[0].target.deep_equals(cst.Name("__all__")):
            return False
        if isinstance(node, cst.Call) and getattr(node.func, "value", "") in ("len", "isinstance"):
            return False
        if isinstance(node, cst.FormattedStringText):
            self._add(node, words)
        elif self._ours():
            for kind, operator in mutation_operators:
                if isinstance(node, kind):
                    self._add(node, operator)
        return super().on_visit(node)

    def _add(self, node, operator):
        line = self.get_metadata(PositionProvider, node).start.line
        self.found += [(line, node, mutated) for mutated in operator(node)]


def rest_of(source):
    """Each mutation of a source text that mutmut does not make, as its line and its text."""
    wrapper = MetadataWrapper(cst.parse_module(source))
    visitor = Rest()
    wrapper.visit(visitor)
    for line, node, mutated in visitor.found:
        yield line, wrapper.module.deep_replace(node, mutated).code


def status(name, output=os.devnull):
    """What the tests say of a module as it stands in the tree."""
    started = time.monotonic()
    child = os.fork()
    if not child:
        quiet = os.open(output, os.O_WRONLY | os.O_CREAT | os.O_TRUNC)
        os.dup2(quiet, 1)
        os.dup2(quiet, 2)
        os.chdir(TREE)
        sys.path.insert(0, str(TREE / "src"))
        flags = ["-x", "-q", "-p", "no:cacheprovider", "-k", "not kill_at_any_moment"]
        flags += ["-W", "ignore::pytest.PytestAssertRewriteWarning"]  # Hypothesis is loaded
        os._exit(int(pytest.main([*flags, *TESTS[name]])))
    while time.monotonic() - started < SECONDS:
        done, code = os.waitpid(child, os.WNOHANG)
        if done:
            return "survived" if code == 0 else "killed"
        time.sleep(0.02)
    os.kill(child, signal.SIGKILL)
    os.waitpid(child, 0)
    return "timeout"


def difference(old, new):
    lines = difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=0)
    return changed(lines)


def changed(lines):
    return [line for line in lines if line[:1] in ("+", "-") and line[:3] not in ("+++", "---")]


def keep(name, part, started, mutants):
    result = {"seconds": round(time.monotonic() - started), "mutants": mutants}
    RESULTS.mkdir(parents=True, exist_ok=True)
    (RESULTS / f"{name}.{part}.json").write_text(json.dumps(result), encoding="utf-8")


def run_rest(name):
    """Puts each mutant that mutmut does not make into a copy of the sources, and runs the tests."""
    started, found, target = time.monotonic(), [], TREE / MODULES[name]
    for package in LOADED:
        __import__(package)
    shutil.rmtree(TREE, ignore_errors=True)
    for folder in ("src", "data", "tests"):
        shutil.copytree(ROOT / folder, TREE / folder, ignore=shutil.ignore_patterns("__pycache__"))
    shutil.copy(ROOT / "pyproject.toml", TREE)
    log = RESULTS / "without-a-mutant.log"
    if status(name, log) != "survived":
        sys.exit(log.read_text(encoding="utf-8"))
    sys.dont_write_bytecode = True  # of a mutant; that of all else is there by now
    source = target.read_text(encoding="utf-8")
    mutants = list(rest_of(source))
    for place, (line, text) in enumerate(mutants, start=1):
        target.write_text(text, encoding="utf-8")
        found.append([line, status(name), difference(source, text)])
        print(f"\r{name} {place}/{len(mutants)}", end="", flush=True)
    print()
    keep(name, "rest", started, found)


def run_mutmut(name):
    """Runs mutmut on one module, with the tests of that module alone."""
    started, found, path = time.monotonic(), [], MODULES[name]
    shutil.rmtree(MUTANTS, ignore_errors=True)
    config().only_mutate = [path]
    config().pytest_add_cli_args_test_selection = TESTS[name]
    _run((), 1)
    lines = [line.strip() for line in (ROOT / path).read_text(encoding="utf-8").splitlines()]
    codes = json.loads((MUTANTS / f"{path}.meta").read_text(encoding="utf-8"))["exit_code_by_key"]
    for key, code in codes.items():
        if any(f".x_{function}__mutmut_" in key for function in ON_THE_STACK):
            continue
        shown = changed(get_diff_for_mutant(key, path=path).splitlines())
        function = key.rpartition("__mutmut_")[0].rpartition(".")[2]
        function = function.rpartition("ǁ")[2].removeprefix("x_")
        start = next(n for n, line in enumerate(lines) if line.startswith(f"def {function}("))
        place = lines.index(shown[0][1:].strip(), start)
        found.append([place + 1, status_by_exit_code[code], shown])
    keep(name, "mutmut", started, found)


def table():
    survivors = []
    print(f"{'module':10} {'of':6} {'mutants':>7} {'killed':>7} {'timeout':>7} {'survived':>8}")
    for name, path in MODULES.items():
        both = []
        for part in ("mutmut", "rest"):
            file = RESULTS / f"{name}.{part}.json"
            kept = file.read_text(encoding="utf-8") if file.exists() else '{"mutants": []}'
            mutants = json.loads(kept)["mutants"]
            row(name, part, [result for _, result, _ in mutants])
            both += mutants
        row(name, "both", [result for _, result, _ in both])
        for line, result, lines in both:
            if result not in ("killed", "timeout"):
                survivors.append("\n".join([f"{path}:{line} {result}", *lines]))
    print("", *survivors, sep="\n")


def row(name, part, found):
    killed, late = found.count("killed"), found.count("timeout")
    share = f"{100 * (killed + late) / len(found):6.1f} %" if found else ""
    left = len(found) - killed - late
    print(f"{name:10} {part:6} {len(found):7} {killed:7} {late:7} {left:8} {share}")


def main(part="", name=""):
    os.environ["HYPOTHESIS_PROFILE"] = "quick"
    if part in ("mutmut", "rest") and name:
        (run_mutmut if part == "mutmut" else run_rest)(name)
    elif part != "table":
        for each in MODULES:
            for step in [part] if part else ["mutmut", "rest"]:
                subprocess.run([sys.executable, __file__, step, each], check=True)
    if not part or part == "table":
        table()


if __name__ == "__main__":
    main(*sys.argv[1:])
