"""What all formats have in common, and the export of a file."""

import csv as spreadsheet
import errno
import io
import json as standard_json
import os
import random
import time
import tracemalloc
import warnings
from datetime import UTC, datetime, timedelta
from itertools import chain, pairwise
from pathlib import Path

import icalendar
import pytest
from conftest import GOLDEN
from hypothesis import given, settings
from package import copied, run
from strategies import calendars, many_events, moments_by_zoneinfo, timed_events

from cica_events import (
    Calendar,
    CicaEventsError,
    EdtfDate,
    Event,
    FileError,
    FormatError,
    InvalidError,
    OmittedEventWarning,
    Release,
    check,
    csv,
    export,
    formats,
    ical,
    json,
    load_release,
    parse_edtf,
    svg,
)
from cica_events.formats import FORMATS, format_of

NOW = datetime(2022, 11, 1, 12, 30, tzinfo=UTC)
MODULES = pytest.mark.parametrize("module", [ical, csv, json], ids=["ical", "csv", "json"])
SUFFIXES = pytest.mark.parametrize("suffix", [".ics", ".csv", ".json"])


def stream(events):
    return Calendar(id="c", name="Name", events=iter(events))


def event(when, **fields):
    return Event(**{"id": "e", "title": "Meeting", "when": when} | fields)


# Moments


def said_by_ical(calendar):
    (component,) = icalendar.Calendar.from_ical(ical.dumps(calendar, now=NOW)).walk("VEVENT")
    found = (component.get(name) for name in ("DTSTART", "DTEND"))
    return tuple(value and value.dt for value in found)


def said_by_csv(calendar):
    (row,) = spreadsheet.DictReader(io.StringIO(csv.dumps(calendar).decode(), newline=""))
    return tuple(row[name] and datetime.fromisoformat(row[name]) for name in ("starts", "ends"))


def said_by_json(calendar):
    (found,) = standard_json.loads(json.dumps(calendar))["events"]
    texts = (found.get(name) for name in ("starts", "ends"))
    return tuple(moment and datetime.fromisoformat(moment) for moment in texts)


@pytest.mark.filterwarnings("ignore::cica_events.errors.EarlyYearWarning")
@given(timed_events().filter(lambda event: event.zone is not None))
def test_every_format_says_the_moments_that_python_reckons(timed):
    calendar = Calendar(id="c", name="Name", events=[timed])
    expected = moments_by_zoneinfo(timed)
    for said in (said_by_ical, said_by_csv, said_by_json):
        assert tuple(moment or None for moment in said(calendar)) == expected


@settings(max_examples=10 * settings.default.max_examples)
@given(calendars)
def test_every_calendar_is_read_back_from_data_files_as_it_was(calendar):
    assert json.loads(json.dumps(calendar)) == calendar
    assert csv.loads(csv.dumps(calendar)) == calendar


# Streaming


@MODULES
def test_the_first_bytes_are_out_before_the_last_event_is_read(module):
    file = io.BytesIO()
    seen = []

    def watched():
        for one in many_events(20):
            seen.append(file.tell())
            yield one

    module.dump(stream(watched()), file)
    assert seen[-1] > 0
    assert all(after > before for before, after in pairwise(seen[1:]))


class Nowhere:
    """A file that forgets what it is given."""

    def write(self, data):
        return len(data)


@MODULES
def test_memory_does_not_grow_with_the_number_of_events(module):
    def peak(count):
        tracemalloc.start()
        try:
            module.dump(stream(many_events(count, note="x" * 500)), Nowhere())
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    peak(10)  # what is loaded at first use
    assert peak(5_000) < peak(250) + 100_000


@MODULES
def test_a_stream_is_written_as_the_same_events_in_a_tuple_are(module):
    held = Calendar(id="c", name="Name", events=tuple(many_events(5)))
    options = {"now": NOW} if module is ical else {}
    assert module.dumps(stream(many_events(5)), **options) == module.dumps(held, **options)


EVERY = pytest.mark.parametrize("module", FORMATS.values(), ids=FORMATS)


@EVERY
def test_a_release_is_taken_where_a_calendar_is(module):
    options = {"now": NOW} if module is ical else {}
    expected = module.dumps(load_release().calendar(), **options)
    assert module.dumps(load_release(), **options) == expected
    file = io.BytesIO()
    module.dump(load_release(), file, **options)
    assert file.getvalue() == expected
    assert b"".join(module.chunks(load_release(), **options)) == expected


@EVERY
def test_pieces_are_refused_before_the_first_and_made_one_by_one(module):
    with pytest.raises(InvalidError, match=r"^calendar: 5 is not a Calendar or Release$"):
        module.chunks(5)  # at once, before a response has begun
    pieces = module.chunks(Calendar(id="c", name="N", events=tuple(many_events(3))))
    assert all(isinstance(piece, bytes) and piece for piece in pieces)


def test_a_web_application_answers_with_the_pieces_as_the_documents_show():
    """The view of docs/publishing.md, called as Django calls it."""
    from django.conf import settings
    from django.test import RequestFactory

    settings.configure(DEFAULT_CHARSET="utf-8")
    guide = (Path(__file__).parents[1] / "docs" / "publishing.md").read_text("utf-8")
    shown = guide.partition("In Django:")[2].partition("```python\n")[2].partition("```")[0]
    names = {}
    exec(shown, names)
    response = names["feed"](RequestFactory().get("/cica.ics"))
    assert response.streaming
    assert response["Content-Type"] == "text/calendar; charset=utf-8"
    assert ical.loads(b"".join(response)) == load_release().calendar()


@EVERY
def test_a_method_that_was_not_called_is_answered_by_how_it_is_called(module):
    with pytest.raises(InvalidError, match=r"it is called, as in release\.calendar\(\)$"):
        module.dumps(load_release().calendar)


@MODULES
def test_an_error_of_the_stream_itself_comes_through(module):
    def broken():
        yield from many_events(2)
        raise LookupError("the archive is gone")

    with pytest.raises(LookupError, match="the archive is gone"):
        module.dumps(stream(broken()))


# Files that 1.0.0 wrote

FIRST = GOLDEN / "1.0"
FULL = Calendar(
    id="full.example.org",
    name="Every field",
    description="All that a file can hold.\n\nIn two paragraphs.",
    url="https://example.org/",
    source="https://example.org/full.ics",
    color="steelblue",
    refresh=timedelta(hours=6),
    events=[
        Event(
            id="talks",
            title='=Talks, "first" round',
            when=parse_edtf("2004-06~/.."),
            kind="talks",
            evidence=["they began in about June 2004", "and go on"],
            basis="inferred",
            note="From a letter;\nthe text says little.",
            place="'Ankara",
            participants=["Ayşe", "@Bota", "C, D"],
            description="Two lines,\nof which this is one.",
            status="tentative",
            url="https://example.org/talks",
            source_title="A release",
            sequence=3,
            modified=datetime(2022, 5, 16, 12, 30, 15, tzinfo=UTC),
        ),
        Event(id="plain", title="A day", when=parse_edtf("1999-09-14")),
        Event(id="decade", title="A decade", when=parse_edtf("199X"), status="cancelled"),
        Event(id="season", title="A season", when=parse_edtf("XXXX-21"), basis="resolved"),
    ],
)


@pytest.mark.parametrize("name", ["full.csv", "full.json"])
def test_what_1_0_wrote_of_every_field_is_read_for_ever(name):
    assert format_of(name[4:]).loads((FIRST / name).read_bytes()) == FULL


@pytest.mark.parametrize("name", ["cica.csv", "cica-marked.csv", "cica.json"])
def test_what_1_0_wrote_of_the_bundled_release_is_read_for_ever(name):
    read = format_of(Path(name).suffix).loads((FIRST / name).read_bytes())
    assert read == load_release().calendar()


def test_a_release_of_1_0_is_read_for_ever():
    assert load_release(FIRST / "release").calendar() == load_release().calendar()


# The same bytes everywhere

SCRIPT = """if True:
    import os, sys
    from cica_events import check, load_release, publish
    release = load_release()
    publish(release, os.environ["TO"], url="https://example.org/")
    sys.exit(len(check(release)))
"""


def published(folder, target, **environment):
    run(SCRIPT, folder, TO=str(target), SOURCE_DATE_EPOCH="1667305800", **environment)
    return {file.name: file.read_bytes() for file in target.iterdir()}


@pytest.fixture(scope="module")
def as_ever(tmp_path_factory):
    """What is published of the bundled release here, under this environment."""
    return published(tmp_path_factory.mktemp("here"), tmp_path_factory.mktemp("target"))


@pytest.mark.parametrize(
    "environment",
    [
        {"TZ": "Pacific/Kiritimati", "PYTHONHASHSEED": "1", "PYTHONOPTIMIZE": "2"},
        {"TZ": "America/St_Johns", "LC_ALL": "tr_TR.UTF-8", "PYTHONHASHSEED": "2"},
        {"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONHASHSEED": "3"},
        {"PYTHONIOENCODING": "cp1252", "PYTHONOPTIMIZE": "1"},
    ],
    ids=str,
)
def test_the_same_files_are_published_everywhere(environment, as_ever, tmp_path):
    assert len(as_ever) > 5
    assert published(tmp_path, tmp_path / "to", **environment) == as_ever


def test_the_same_files_are_published_from_a_checkout_with_windows_line_ends(as_ever, tmp_path):
    for file in copied(tmp_path).rglob("*.*"):
        file.write_bytes(file.read_bytes().replace(b"\n", b"\r\n"))
    assert published(tmp_path, tmp_path / "to") == as_ever


# Input that is damaged


def damaged(data, chance):
    """The data with a few bytes changed, added, removed or moved."""
    changed = bytearray(data)
    for _ in range(chance.randint(1, 4)):
        place = chance.randrange(len(changed))
        kind = chance.randrange(5)
        if kind == 0:
            changed[place] = chance.randrange(256)
        elif kind == 1:
            changed[place:place] = chance.choice([b"\0", b"\r\n", b'"', b",", b"\\", b"\xff", b":"])
        elif kind == 2:
            del changed[place : place + chance.randint(1, 30)]
        elif kind == 3:
            changed[place : place + 1] = chance.choice([b"9", b"-", b"X", b"/", b"{", b"]"])
        else:
            other = chance.randrange(len(changed))
            changed[place:place] = changed[other : other + chance.randint(1, 80)]
    return bytes(changed)


def a_full_calendar():
    full = event(
        EdtfDate(1993, 4),
        evidence=["held in April 1993"],
        participants=["=A", "B, C"],
        place="Ankara",
        note="Two\nlines",
        description="more",
        url="https://example.org/",
        source_title="A release",
        modified=NOW,
    )
    others = [event(EdtfDate(2022, 5, 10), id="f"), *many_events(2)]
    return Calendar(id="c", name="Name", events=[full, *others], color="red", url="http://a")


@MODULES
def test_damaged_data_is_read_or_refused_and_crashes_nothing(module):
    chance = random.Random(1993)
    data = module.dumps(a_full_calendar())
    refused = 0
    for _ in range(1_000):
        try:
            module.loads(damaged(data, chance))
        except CicaEventsError:
            refused += 1
    assert refused > 500


@MODULES
def test_any_bytes_are_refused(module):
    chance = random.Random(2022)
    for size in chain(range(30), [1_000, 100_000]):
        with pytest.raises(CicaEventsError):
            module.loads(chance.randbytes(size))


# Time


def seconds(work, *arguments):
    """The least of three, in time of the processor: a busy machine does not count."""

    def once():
        start = time.process_time()
        work(*arguments)
        return time.process_time() - start

    return min(once() for _ in range(3))


def assert_linear(work, little, much):
    """Ten times as much takes about ten times as long; a square would take a hundred times."""
    assert seconds(work, much) < 50 * seconds(work, little)


@MODULES
def test_ten_times_the_events_take_about_ten_times_as_long(module):
    def calendar(count):
        return Calendar(id="c", name="Name", events=tuple(many_events(count)))

    few, many = calendar(300), calendar(3_000)
    assert_linear(module.dumps, few, many)
    assert_linear(module.loads, module.dumps(few), module.dumps(many))


@MODULES
def test_ten_times_the_text_takes_about_ten_times_as_long(module):
    def calendar(size):
        text = "é, \\;\n“" * size
        return Calendar(id="c", name="Name", events=[event(EdtfDate(2022), description=text)])

    little, much = calendar(10_000), calendar(100_000)
    assert_linear(module.dumps, little, much)
    assert_linear(module.loads, module.dumps(little), module.dumps(much))


@pytest.mark.parametrize(
    ("module", "attack"),
    [
        (ical, lambda n: ical.dumps(stream([])).replace(b"\r\nEND:", b"\r\n " * n + b"END:")),
        (
            ical,
            lambda n: ical.dumps(stream([])).replace(b"END:", b"BEGIN:VEVENT\r\n" * n + b"END:"),
        ),
        (ical, lambda n: b"BEGIN:VCALENDAR\r\n" * n),
        (csv, lambda n: csv.dumps(stream([])) + b'"' * n),
        (csv, lambda n: csv.dumps(stream([])) + b"\r\n" * n),
        (csv, lambda n: b"id," * n),
        (json, lambda n: b"[" * n),
        (json, lambda n: b'"' + b"\\" * n),
        (json, lambda n: b"{" + b",".join(b'"k%d": 1' % k for k in [*range(n), n - 1]) + b"}"),
        (json, lambda n: b"{" + b",".join(b'"k%d": 1' % k for k in range(n)) + b"}"),
        (json, lambda n: b'{"events": [' + b"{}, " * (n // 20) + b"{}]}"),
    ],
)
def test_what_is_made_to_be_slow_takes_linear_time(module, attack):
    def refuse(data):
        with pytest.raises(CicaEventsError):
            module.loads(data)

    assert_linear(refuse, attack(2_000), attack(20_000))


@pytest.mark.parametrize("begin", ["", "- "])
def test_quotes_of_one_repeated_word_take_linear_time(begin):
    def release(count):
        events = [
            event(EdtfDate(2022), id=f"e{n}", evidence=["word " * (2 + n % 10)])
            for n in range(count)
        ]
        return Release(id="r", title="R", text=begin + "word " * 80 * count, events=events)

    assert len(check(release(10))) == 10
    assert_linear(check, release(100), release(1_000))


# The table of formats


def test_each_suffix_has_a_module_with_the_same_verbs():
    for module in FORMATS.values():
        assert {"chunks", "dump", "dumps"} <= set(dir(module))
        assert hasattr(module, "load") == hasattr(module, "loads")
    assert {suffix: FORMATS[suffix] for suffix in (".ics", ".csv", ".json")} == {
        ".ics": ical,
        ".csv": csv,
        ".json": json,
    }


def test_a_suffix_in_any_letter_case_is_known():
    assert format_of(".ICS") is ical


@pytest.mark.parametrize("suffix", ["", ".doc", "ics", ".ics.gz", ".\ud800"])
def test_an_unknown_suffix_lists_the_known_ones(suffix):
    with pytest.raises(FormatError, match=r"is no format's suffix; known are \.ics, \.csv, \.json"):
        format_of(suffix)


# Export


@SUFFIXES
def test_a_file_is_what_its_format_writes(tmp_path, suffix):
    release = load_release()
    path = export(release, tmp_path / f"cica{suffix}")
    assert path == tmp_path / f"cica{suffix}"
    assert path.read_bytes() == FORMATS[suffix].dumps(release.calendar())
    assert export(release.calendar(), str(path)).read_bytes() == path.read_bytes()
    assert os.listdir(tmp_path) == [f"cica{suffix}"]  # noqa: PTH208


def test_options_are_handed_on(tmp_path):
    calendar = Calendar(id="c", name="Name", events=[event(EdtfDate(2022))])
    feed = export(calendar, tmp_path / "c.ics", now=NOW, imprecise="marker").read_bytes()
    assert feed == ical.dumps(calendar, now=NOW, imprecise="marker")
    table = export(calendar, tmp_path / "c.csv", excel=True, csvw=True).read_bytes()
    assert table == csv.dumps(calendar, excel=True)
    assert (tmp_path / "c.csv-metadata.json").read_bytes() == csv.csvw("c.csv")
    picture = export(calendar, tmp_path / "c.svg", width=1280).read_bytes()
    assert picture == svg.dumps(calendar, width=1280)


@pytest.mark.parametrize(
    ("name", "options", "message"),
    [
        ("c.csv", {"imprecise": "span"}, "^imprecise: not an option of .csv$"),
        ("c.json", {"now": NOW, "excel": True}, "^now, excel: not an option of .json$"),
        ("c.ics", {"csvw": True}, "^csvw: not an option of .ics$"),
    ],
)
def test_an_option_of_another_format_is_refused(tmp_path, name, options, message):
    with pytest.raises(FormatError, match=message):
        export(load_release(), tmp_path / name, **options)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("what", "name", "options", "error"),
    [
        (load_release(), "cica", {}, FormatError),
        (load_release(), "cica.doc", {}, FormatError),
        (None, "cica.ics", {}, InvalidError),
        ("cica", "cica.json", {}, InvalidError),
        (load_release(), "cica.ics", {"now": "today"}, InvalidError),
        (load_release(), "cica.ics", {"imprecise": "drop"}, InvalidError),
        (load_release(), "no/cica.ics", {}, FileError),
        (stream([event(EdtfDate(2022)), "x"]), "cica.json", {}, InvalidError),
    ],
)
def test_what_cannot_be_exported_leaves_no_file(tmp_path, what, name, options, error):
    with pytest.raises(error):
        export(what, tmp_path / name, **options)
    assert list(tmp_path.iterdir()) == []


@SUFFIXES
def test_a_stream_that_breaks_leaves_the_old_file(tmp_path, suffix):
    path = tmp_path / f"cica{suffix}"
    path.write_bytes(b"old")

    def broken():
        yield event(EdtfDate(2022))
        raise LookupError("the archive is gone")

    with pytest.raises(LookupError):
        export(stream(broken()), path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


@SUFFIXES
def test_a_full_disk_leaves_the_old_file(tmp_path, monkeypatch, suffix):
    path = tmp_path / f"cica{suffix}"
    path.write_bytes(b"old")

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(FileError, match="No space left on device"):
        export(load_release(), path)
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_was_left_out_is_said_at_the_line_that_asked(tmp_path):
    calendar = Calendar(id="c", name="Name", events=[event(EdtfDate("XXXX", 5))])
    with warnings.catch_warnings(record=True, action="always") as caught:
        export(calendar, tmp_path / "c.ics")
    assert [(w.category, w.filename) for w in caught] == [(OmittedEventWarning, __file__)]


def test_the_names_of_the_package_of_formats():
    assert {"FORMATS", "csv", "export", "format_of", "ical", "json"} <= set(formats.__all__)
