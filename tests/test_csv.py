"""The table: lossless, and safe in a spreadsheet."""

import csv as plain
import io
import json
import re
import subprocess
import sys
from datetime import datetime, timedelta
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from strategies import EMPTY, calendars, many_events, timed_events

from cica_events import (
    Calendar,
    EdtfDate,
    Event,
    InvalidError,
    csv,
    export,
    load_release,
    parse_time,
)
from cica_events.formats.csv import COLUMNS, csvw
from cica_events.model import DERIVED

RISKY = ("=", "+", "-", "@", "\t", "\r", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def made(**fields):
    return Event(**{"id": "e", "title": "Meeting", "when": EdtfDate(1993, 4)} | fields)


def around(*events, **fields):
    return Calendar(**{"id": "c", "name": "Name", "events": events} | fields)


def rows(data):
    """The table as any reader of RFC 4180 sees it: a list of rows by column name."""
    return list(plain.DictReader(io.StringIO(data.decode(), newline=""), strict=True))


def one_row(row):
    file = io.StringIO(newline="")
    writer = plain.DictWriter(file, row)
    writer.writeheader()
    writer.writerow(row)
    return file.getvalue()


def timed(zone):
    return made(when=EdtfDate(2025, 3, 4), time=parse_time("10:00"), zone=zone)


def problems(data):
    with pytest.raises(InvalidError) as caught:
        csv.loads(data)
    return caught.value.problems


# Writing and reading back


@given(calendars)
@example(EMPTY)
def test_every_calendar_is_read_back_as_it_was(calendar):
    assert csv.loads(csv.dumps(calendar)) == calendar


@given(timed_events())
def test_a_time_of_day_is_read_back_as_it_was(event):
    data = csv.dumps(around(event))
    assert csv.loads(data).events == (event,)
    (row,) = rows(data)
    for name, moment in (("starts", event.starts), ("ends", event.ends)):
        read = datetime.fromisoformat(row[name]) if row[name] else None
        assert (read, row[name][-1:]) == (moment, "Z" if moment else "")


@pytest.mark.parametrize(
    ("zone", "name", "value", "message"),
    [
        (
            "+06:00",
            "starts",
            "2025-03-04T05:00:00Z",
            'contradicts time and zone: "2025-03-04T04:00',
        ),
        ("+06:00", "starts", "soon", "contradicts time and zone"),
        ("+06:00", "ends", "2025-03-04T05:00:00Z", "contradicts time and zone: None"),
        ("", "starts", "2025-03-04T05:00:00Z", "contradicts time and zone: None"),
        ("Asia/Almaty", "starts", "soon", "contradicts time and zone"),
    ],
)
def test_another_moment_than_the_zone_gives_is_refused(zone, name, value, message):
    event = timed(zone or None)
    (row,) = rows(csv.dumps(around(event)))
    with pytest.raises(InvalidError, match=message) as caught:
        csv.loads(one_row(row | {name: value}))
    assert caught.value.problems[0][0] == f"row 2, {name}"


def test_another_tz_database_may_have_given_the_moment_in_a_named_zone():
    event = timed("Asia/Almaty")
    (row,) = rows(csv.dumps(around(event)))
    assert csv.loads(one_row(row | {"starts": "2025-03-04T04:00:00Z"})).events == (event,)


@pytest.mark.parametrize("supplied", [None, (), ("year",), ("year", "zone")])
def test_what_was_supplied_is_read_back_as_it_was_given(supplied):
    event = made(supplied=supplied)
    (found,) = csv.loads(csv.dumps(around(event))).events
    assert found.supplied_as_given == supplied


def test_a_time_that_is_none_is_refused_by_its_column():
    (row,) = rows(csv.dumps(around(timed("Z"))))
    assert problems(one_row(row | {"time": "10 a.m.", "starts": ""})) == [
        ("row 2, time", '"10 a.m." is not a time of day like 10:00 or 10:00/12:30')
    ]


@given(calendars)
def test_a_byte_order_mark_and_text_are_read_too(calendar):
    marked = csv.dumps(calendar, excel=True)
    assert marked == b"\xef\xbb\xbf" + csv.dumps(calendar)
    assert csv.loads(marked) == csv.loads(marked.decode()) == calendar
    assert csv.load(io.BytesIO(marked)) == calendar


@given(calendars)
def test_no_cell_of_text_begins_as_a_formula(calendar):
    table = list(plain.reader(io.StringIO(csv.dumps(calendar).decode(), newline="")))
    assert [cell for row in table for cell in row if cell.startswith(RISKY)] == []


@given(calendars)
def test_a_spreadsheet_may_quote_every_cell_and_end_lines_as_it_likes(calendar):
    table = list(plain.reader(io.StringIO(csv.dumps(calendar).decode(), newline="")))
    for line_end in ("\r\n", "\n"):
        file = io.StringIO(newline="")
        plain.writer(file, quoting=plain.QUOTE_ALL, lineterminator=line_end).writerows(table)
        assert csv.loads(file.getvalue()) == calendar


def test_the_bundled_release_as_a_table(golden):
    golden("cica.csv", csv.dumps(load_release().calendar()))


def test_the_bundled_table_is_that_of_1_0_with_empty_columns_appended():
    old = cells((Path(__file__).parent / "golden" / "1.0" / "cica.csv").read_text("utf-8"))
    new = cells(csv.dumps(load_release()).decode())
    width = len(old[0])
    assert [row[:width] for row in new] == old
    assert not any("".join(row[width:]) for row in new[1:])


def cells(text):
    return list(plain.reader(io.StringIO(text, newline=""), strict=True))


def test_the_columns_are_named_for_ever():
    names = (
        *("id", "title", "when", "when_text", "earliest", "latest", "basis", "kind", "status"),
        *("place", "participants", "evidence", "description", "note", "url", "source_title"),
        *("sequence", "modified", "calendar", "calendar_name", "calendar_description"),
        *("calendar_url", "calendar_source", "calendar_color", "calendar_refresh"),
        *("supplied", "time", "zone", "starts", "ends"),
    )
    assert names == COLUMNS


def test_a_row_holds_the_event_and_its_calendar():
    calendar = around(made(evidence=["one, two", 'say "x"'], place="Ankara"))
    (row,) = rows(csv.dumps(calendar))
    assert {name: value for name, value in row.items() if value} == {
        "id": "e",
        "title": "Meeting",
        "when": "1993-04",
        "when_text": "April 1993",
        "earliest": "1993-04-01",
        "latest": "1993-04-30",
        "basis": "stated",
        "kind": "event",
        "status": "confirmed",
        "place": "Ankara",
        "evidence": 'one, two\nsay "x"',
        "sequence": "0",
        "calendar": "c",
        "calendar_name": "Name",
        "calendar_refresh": "PT12H",
    }


def test_lines_end_in_crlf_and_cells_are_quoted_where_they_must_be():
    data = csv.dumps(around(made(title='a,"b"', description="x\ny")))
    assert data.count(b"\r\n") == 2
    assert b'e,"a,""b""",1993-04,' in data
    assert b',"x\ny",' in data


@pytest.mark.parametrize(
    "text", [*(f"{sign}1" for sign in ("=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20"))]
)
@pytest.mark.parametrize("quotes", ["", "'", "''"])
def test_a_formula_gets_one_apostrophe_and_loses_exactly_that_one(text, quotes):
    calendar = around(made(title=quotes + text, participants=[quotes + text, "B"]))
    data = csv.dumps(calendar)
    assert rows(data)[0]["title"] == f"'{quotes}{text}"
    assert rows(data)[0]["participants"] == f"'{quotes}{text}\nB"
    assert csv.loads(data) == calendar


@pytest.mark.parametrize("text", ["'quoted'", "'", "1-1", "a=b", "\u00a0=1", "''"])
def test_what_is_no_formula_is_left_alone(text):
    calendar = around(made(title=text))
    assert rows(csv.dumps(calendar))[0]["title"] == text
    assert csv.loads(csv.dumps(calendar)) == calendar


def test_a_calendar_without_events_has_a_row_for_itself():
    calendar = around(description="Nothing yet", refresh=timedelta(hours=1))
    (row,) = rows(csv.dumps(calendar))
    assert (row["id"], row["calendar"], row["calendar_description"]) == ("", "c", "Nothing yet")
    assert csv.loads(csv.dumps(calendar)) == calendar


def test_a_cell_may_be_longer_than_the_csv_module_takes_by_default():
    calendar = around(made(description="x" * 200_000))
    assert csv.loads(csv.dumps(calendar)) == calendar


def test_the_bound_of_the_csv_module_is_left_as_it_was():
    before = plain.field_size_limit()
    csv.loads(csv.dumps(around(made(description="x" * 2 * before))))
    problems(b'"' + b"x" * 2 * before)
    assert plain.field_size_limit() == before


def chosen(data, names):
    """The table with these columns, in this order, as another program may save it."""
    file = io.StringIO(newline="")
    writer = plain.DictWriter(file, names, extrasaction="ignore")
    writer.writeheader()
    writer.writerows(rows(data))
    return file.getvalue()


@given(calendars, st.permutations(COLUMNS))
def test_the_columns_may_stand_in_any_order(calendar, names):
    assert csv.loads(chosen(csv.dumps(calendar), names)) == calendar


REQUIRED = ("id", "title", "when", "calendar", "calendar_name")


@pytest.mark.parametrize("name", [name for name in COLUMNS if name not in REQUIRED])
def test_a_column_that_an_older_file_lacks_takes_its_default(name):
    event = load_release().events[1]
    calendar = around(attrs.evolve(event, status="tentative", sequence=3, note="N"), color="red")
    names = [column for column in COLUMNS if column != name]
    field = name.removeprefix("calendar_")
    if name in DERIVED:
        expected = calendar
    elif name.startswith("calendar_"):
        expected = attrs.evolve(calendar, **{field: default(Calendar, field)})
    else:
        changed = attrs.evolve(calendar.events[0], **{field: default(Event, field)})
        expected = attrs.evolve(calendar, events=[changed])
    assert csv.loads(chosen(csv.dumps(calendar), names)) == expected


def default(kind, field):
    return next(found.default for found in attrs.fields(kind) if found.alias == field)


def test_the_columns_without_which_there_is_no_event_may_be_alone():
    calendar = around(made())
    assert csv.loads(chosen(csv.dumps(calendar), REQUIRED)) == calendar


@pytest.mark.parametrize("name", REQUIRED)
def test_a_column_without_which_there_is_no_event_must_be_there(name):
    names = [column for column in COLUMNS if column != name]
    assert problems(chosen(csv.dumps(around(made())), names)) == [
        ("row 1", f'column "{name}" is missing')
    ]


def test_the_derived_cells_may_be_emptied():
    emptied = csv.dumps(around(made())).replace(b"April 1993,1993-04-01,1993-04-30", b",,")
    assert csv.loads(emptied) == around(made())


@pytest.mark.parametrize("wrong", [None, "calendar", load_release().events])
def test_only_a_calendar_is_written(wrong):
    file = io.BytesIO()
    with pytest.raises(InvalidError, match=r"^calendar: .* is not a Calendar or Release$"):
        csv.dump(wrong, file, excel=True)
    assert file.getvalue() == b""
    with pytest.raises(InvalidError, match=r"^calendar: None is not a Calendar or Release$"):
        csv.chunks(None)  # at once, before a response has begun


@pytest.mark.parametrize("excel", [False, True])
def test_a_release_is_written_as_its_calendar_whole_or_in_pieces(excel):
    expected = csv.dumps(load_release().calendar(), excel=excel)
    assert csv.dumps(load_release(), excel=excel) == expected
    pieces = list(csv.chunks(load_release(), excel=excel))
    assert b"".join(pieces) == expected
    assert len(pieces) > 5


def test_a_stream_that_yields_no_event_is_refused_by_its_place():
    with pytest.raises(InvalidError, match=r"^events\[1\]: 5 is not an Event$"):
        csv.dumps(around(name="N", events=iter([made(), 5])))


# Bad input


def table(*changes, count=1):
    """The text of a table of plain events, with some cells of its first row changed."""
    calendar = Calendar(id="c", name="Name", events=tuple(many_events(count)))
    found = list(plain.reader(io.StringIO(csv.dumps(calendar).decode(), newline="")))
    for column, value in changes:
        found[1][COLUMNS.index(column)] = value
    file = io.StringIO(newline="")
    plain.writer(file).writerows(found)
    return file.getvalue()


@pytest.mark.parametrize(
    ("data", "path", "message"),
    [
        (b"", "row 1", "the header is missing"),
        (b"\xef\xbb\xbf", "row 1", "the header is missing"),
        (table().encode("utf-16"), "", "is not UTF-8: .* at byte 0"),
        (table(("title", "Türkiye")).encode("latin-1"), "", "is not UTF-8: .* at byte"),
        (table(("title", "Türkiye")).encode("cp1252"), "", "is not UTF-8"),
        (None, "", "None is neither bytes nor text"),
        (table() + '"open', "", "is not CSV: unexpected end of data"),
        (table() + 'a"b"c"\r\n', "row 3", f"has 1 cells; {len(COLUMNS)} are expected"),
        (table() + '"a"b\r\n', "", "is not CSV: ',' expected after '\"'"),
        (table().replace("\r\n", "\r\n\r\n"), "row 2", f"has 0 cells; {len(COLUMNS)} are expected"),
        (table() + "short,row\r\n", "row 3", f"has 2 cells; {len(COLUMNS)} are expected"),
        (table().replace("\r\n", ",\r\n", 2), "row 1", 'column "" is unknown'),
        (table().replace("title", "titel", 1), "row 1", 'column "titel" is unknown'),
        (table().replace("title,", "", 1), "row 1", 'column "title" is missing'),
        (table().replace("title", "id", 1), "row 1", 'column "id" is repeated'),
        (table().replace("note", "place", 1), "row 1", 'column "place" is repeated'),
        (table().replace("id,title", "title,id", 1), "row 2, id", "is not an id"),
        (table().replace(",", ";"), "row 1", 'column "id" is missing'),
        (table(("title", "a\0b")), "row 2, title", "holds a control character .U.0000."),
        (table(("title", "a\ud83c")), "row 2, title", "holds half a character .U.D83C."),
        (table(("calendar_name", "\0")), "name", "holds a control character .U.0000."),
        (table(("id", "")), "row 2, id", "is empty"),
        (table(("title", "")), "row 2, title", "is empty"),
        (table(("when", "")), "row 2, when", "is empty"),
        (table(("when", "2022-13")), "row 2, when", '"2022-13" is not a month'),
        (table(("when", "10/05/2022")), "row 2, when", "is not an EDTF date"),
        (table(("earliest", "01.01.2010")), "row 2, earliest", "contradicts when, which gives"),
        (table(("latest", "2014")), "row 2, latest", "contradicts when, which gives"),
        (
            table(("when", "XXXX-05"), ("earliest", "None"), ("latest", "")),
            "row 2, earliest",
            "None$",
        ),
        (table(("basis", "sure")), "row 2, basis", "is not stated, resolved or inferred"),
        (table(("sequence", "-1")), "row 2, sequence", '"-1" is not a whole number'),
        (table(("sequence", "1.0")), "row 2, sequence", '"1.0" is not a whole number'),
        (table(("sequence", "9999999999")), "row 2, sequence", "is not a whole number from 0 to"),
        (table(("sequence", "9" * 10_000)), "row 2, sequence", "is not a whole number"),
        (table(("sequence", "٣")), "row 2, sequence", "is not a whole number"),
        (table(("modified", "10/05/2022 12:30")), "row 2, modified", "is not a moment like"),
        (table(("url", "s-cica.org")), "row 2, url", "is not a web address"),
        (table(("participants", "A\n\nB")), "row 2, participants.1.", "is empty"),
        (table(("calendar", "")), "id", "is empty|is not an id"),
        (table(("calendar_name", "")), "name", "is empty"),
        (table(("calendar_refresh", "daily")), "calendar_refresh", "is not a length of time"),
        (table(("calendar_name", "Other"), count=2), "", "the calendar columns differ between"),
        (table().split("\r\n")[0] + "\r\n", "", "has no rows"),
    ],
)
def test_what_is_no_such_table_is_refused_by_row_and_column(data, path, message):
    found = problems(data)
    assert any(re.fullmatch(path, p) and re.search(message, said) for p, said in found), found


def test_the_problems_of_every_row_are_listed():
    lines = table(count=3).replace("event-0", "event 0").replace("2010/2014-03", "2010/2014-13")
    assert [path for path, _ in problems(lines)] == ["row 2, id", "row 4, when"]


def test_the_words_for_people_are_not_read_so_that_a_later_version_may_word_them_otherwise():
    expected = csv.loads(table())
    assert csv.loads(table(("when_text", "from the year 2010 to January 2014"))) == expected


def test_the_derived_cells_are_all_checked_at_once():
    changed = table(("earliest", "y"), ("latest", "z"))
    assert [path for path, _ in problems(changed)] == [*("row 2, earliest", "row 2, latest")]


def test_two_rows_with_one_id_are_refused():
    assert problems(table(("id", "event-1"), count=2)) == [
        ("events[1].id", '"event-1" is the id of events[0] too')
    ]


# CSVW


def validated(path):
    """What the csvw package's validator says of a table and the description beside it."""
    script = Path(sys.executable).with_name("csvwvalidate")
    return subprocess.run([script, path], capture_output=True, text=True, check=False)


@pytest.fixture
def described(tmp_path):
    export(load_release(), tmp_path / "cica.csv", csvw=True)
    return tmp_path / "cica.csv"


def test_the_description_of_a_table(golden):
    golden("cica.csv-metadata.json", csvw("cica.csv"))


def test_a_csvw_validator_accepts_the_table_and_its_description(described):
    assert validated(described).stdout.strip() == "OK"
    assert validated(described.with_name("cica.csv-metadata.json")).stdout.strip() == "OK"


@pytest.mark.parametrize(
    ("old", "new"), [(b"1993-04-01", b"April"), (b",0,", b",-1,"), (b"T00:00:00Z", b" noon")]
)
def test_a_csvw_validator_refuses_what_the_description_does_not_allow(described, old, new):
    described.write_bytes(described.read_bytes().replace(old, new))
    assert validated(described).stdout.strip() != "OK"


def test_the_description_tells_of_every_column():
    columns = json.loads(csvw("x.csv"))["tableSchema"]["columns"]
    assert tuple(column["name"] for column in columns) == COLUMNS
    assert all(column["dc:description"] for column in columns)
    described = {column["name"]: column for column in columns}
    assert "inclusive" in described["earliest"]["dc:description"]
    assert "inclusive" in described["latest"]["dc:description"]
    assert [name for name in described if "separator" in described[name]] == [
        *("participants", "evidence", "supplied")
    ]
