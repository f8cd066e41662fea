"""Every code block and command that README and docs show is run, and shows what they say."""

import doctest
import json
import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from person import typed

from cica_events import ical, load_release, svg

ROOT = Path(__file__).parent.parent
DOCUMENTS = [*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md"))]
BLOCK = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
# test_mentions follows the texts, and test_contributing the diffs
KINDS = {"python", "pycon", "console", "diff", "ics", "json", "text"}
ELSEWHERE = ("make", "pip ", "git ", "cd ")  # run by CI, or a host's own business


def blocks(kind):
    return [
        pytest.param(body, id=f"{document.name}-{number}")
        for document in DOCUMENTS
        for number, (found, body) in enumerate(BLOCK.findall(document.read_text("utf-8")))
        if found == kind
    ]


def run(command, folder):
    environment = os.environ | {"COLUMNS": "100", "NO_COLOR": "1", "PYTHONIOENCODING": "utf-8"}
    command = re.sub(r"\bcica-events\b", f"{shlex.quote(sys.executable)} -m cica_events", command)
    return subprocess.run(
        command, shell=True, cwd=folder, env=environment, capture_output=True, encoding="utf-8"
    )


def shown(command, answers, folder):
    """What a command prints; a review is answered as the document shows it."""
    if not command.startswith("cica-events review "):
        result = run(command, folder)
        return result.stderr + result.stdout  # what is left out of a page is said first
    words = [sys.executable, "-m", *command.replace("-", "_", 1).split()]
    code, said = typed(words, answers, folder, {"COLUMNS": "100", "NO_COLOR": "1"})
    assert code == 0
    return said


def test_every_block_is_of_a_kind_that_is_tested():
    for document in DOCUMENTS:
        for kind, _ in BLOCK.findall(document.read_text("utf-8")):
            assert kind in KINDS, f"{document.name}: a block of kind {kind!r}"


@pytest.mark.parametrize("body", blocks("python"))
def test_python_blocks_run(body, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    exec(compile(body, "a block", "exec"), {})


@pytest.mark.parametrize("body", blocks("pycon"))
def test_sessions_answer_as_shown(body):
    test = doctest.DocTestParser().get_doctest(body, {}, "a block", None, 0)
    assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("document", DOCUMENTS, ids=lambda path: path.name)
def test_commands_print_what_is_shown(document, tmp_path):
    """All of a document's commands one after the other, as a reader would type them."""
    shutil.copytree(ROOT / "examples", tmp_path / "examples")
    text = document.read_text("utf-8")
    session = "".join(body for kind, body in BLOCK.findall(text) if kind == "console")
    for command in re.split(r"^\$ ", session, flags=re.MULTILINE)[1:]:
        line, _, expected = command.partition("\n")
        if not line.startswith(ELSEWHERE):
            answers = re.findall(r"^> (.*)$", expected, re.MULTILINE)
            assert shown(line, answers, tmp_path) == expected, line


@pytest.mark.parametrize("body", blocks("ics"))
def test_calendar_lines_are_in_the_bundled_feed(body):
    assert body.replace("\n", "\r\n").encode() in ical.dumps(load_release().calendar())


@pytest.mark.parametrize("body", blocks("json"))
def test_json_shown_is_part_of_the_exported_file(body, tmp_path):
    shown = json.loads(body)
    run("cica-events export -o all.json", tmp_path)
    events = json.loads((tmp_path / "all.json").read_text("utf-8"))["events"]
    assert any(shown.items() <= event.items() for event in events)


def test_the_picture_is_that_of_the_bundled_release():
    assert (ROOT / "docs" / "cica.svg").read_bytes() == svg.dumps(load_release().calendar())


def test_links_lead_to_files_that_are_there():
    for document in DOCUMENTS:
        for target in re.findall(r"\]\(([^)#:]+)\)", document.read_text("utf-8")):
            assert (document.parent / target).exists(), f"{document.name}: {target}"
