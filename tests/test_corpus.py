"""The corpus that the fuzzers kept passes every check, without a fuzzer."""

import csv as spreadsheet
import io
from importlib import import_module
from pathlib import Path

import pytest

from cica_events import CicaEventsError
from cica_events.formats import csv, ical, json

FUZZ = Path(__file__).with_name("fuzz")
CORPUS = FUZZ / "corpus"
TARGETS = sorted(path.stem for path in (FUZZ / "targets").glob("[!_]*.py"))
FILES = sorted(CORPUS.glob("*/*"))

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")


def accepted(module, target):
    """The calendars that a reader makes of a target's files."""
    for path in sorted((CORPUS / target).iterdir()):
        try:
            yield module.loads(path.read_bytes())
        except CicaEventsError:
            continue


ACCEPTED = [
    *(calendar for name in ("ical_loads", "ical_revisions") for calendar in accepted(ical, name)),
    *accepted(csv, "csv_loads"),
    *accepted(json, "json_loads"),
]


@pytest.mark.parametrize("name", TARGETS)
def test_what_was_kept_passes(name):
    files = [path for path in FILES if path.parent.name == name]
    assert files
    target = import_module(f"fuzz.targets.{name}")
    for data in [b"", *(path.read_bytes() for path in files), *target.seeds()]:
        target.check(data)


def test_the_corpus_is_small_and_tells_something():
    assert sum(path.stat().st_size for path in FILES) < 400_000
    assert len(ACCEPTED) > 20


def test_our_tables_are_what_the_csv_module_reads():
    for calendar in ACCEPTED:
        text = csv.dumps(calendar).decode()
        header, *rows = spreadsheet.reader(io.StringIO(text, newline=""), strict=True)
        assert tuple(header) == csv.COLUMNS
        assert {len(row) for row in rows} == {len(header)}
