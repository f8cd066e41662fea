"""The corpus that the fuzzers kept passes every check, without a fuzzer."""

import csv as spreadsheet
import io
from importlib import import_module
from pathlib import Path

import pytest
from icalendar import Calendar as Tree

from cica_events import CicaEventsError
from cica_events.formats import csv, ical, json

from .seeds import NOW

CORPUS = Path(__file__).with_name("corpus")
TARGETS = sorted(path.stem for path in Path(__file__).with_name("targets").glob("[!_]*.py"))
FILES = sorted(path for path in CORPUS.glob("*/*"))

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
    assert sum(path.stat().st_size for path in FILES) < 200_000
    assert len(ACCEPTED) > 30


def test_our_writer_and_icalendars_say_the_same():
    """`icalendar` reads what we wrote and writes it its own way: the same tree, and calendar."""
    for calendar in ACCEPTED:
        ours = ical.dumps(calendar, now=NOW)
        tree = Tree.from_ical(ours)
        theirs = tree.to_ical()
        assert Tree.from_ical(theirs) == tree
        assert ical.loads(theirs) == ical.loads(ours)


def test_our_reader_and_icalendars_say_the_same():
    for calendar in ACCEPTED:
        data = ical.dumps(calendar, now=NOW)
        tree = Tree.from_ical(data)
        read = ical.loads(data)
        assert [str(part["UID"]) for part in tree.events] == [
            f"{event.id}@{read.id}" for event in read.events
        ]
        for part, event in zip(tree.events, read.events, strict=True):
            assert str(part["X-CICA-EDTF"]) == str(event.when)
            assert str(part.get("LOCATION", "")) == (event.place or "")
            assert str(part.get("X-CICA-NOTE", "")) == (event.note or "")
            assert str(part["STATUS"]).lower() == event.status
            assert event.title in str(part["SUMMARY"])
            assert (event.description or "") in str(part["DESCRIPTION"])


def test_our_tables_are_what_the_csv_module_reads():
    for calendar in ACCEPTED:
        text = csv.dumps(calendar).decode()
        header, *rows = spreadsheet.reader(io.StringIO(text, newline=""), strict=True)
        assert tuple(header) == csv.COLUMNS
        assert {len(row) for row in rows} == {len(header)}
