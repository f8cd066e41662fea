"""The feed: what calendar programs need, and what the reader takes back."""

import io
import re
import warnings
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import attrs
import icalendar
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from icalendar.prop import vDuration, vText
from strategies import EMPTY, calendars, events, many_events, moments_by_zoneinfo

from cica_events import (
    Calendar,
    EarlyYearWarning,
    EdtfDate,
    Event,
    FeedError,
    InvalidError,
    OmittedEventWarning,
    ical,
    load_release,
    parse_edtf,
    parse_time,
)

NOW = datetime(2022, 11, 1, 12, 30, tzinfo=UTC)
UIDS = Path(__file__).with_name("golden") / "cica-uids.txt"


def made(when="2022-05-10", **fields):
    return Event(**{"id": "e", "title": "Meeting", "when": parse_edtf(when)} | fields)


def around(*events, **fields):
    return Calendar(**{"id": "c", "name": "Name", "events": events} | fields)


def written(calendar, imprecise="span"):
    """The bytes, and the ids that a warning named as left out."""
    with warnings.catch_warnings(record=True, action="always") as caught:
        data = ical.dumps(calendar, now=NOW, imprecise=imprecise)
    omitted = [w for w in caught if w.category is OmittedEventWarning]
    return data, {str(w.message).split(" (")[0] for w in omitted}


def lines(data):
    return data.decode().replace("\r\n ", "").split("\r\n")


def line(data, name):
    """The value of the one line of this name."""
    (found,) = [text for text in lines(data) if re.match(f"{name}[:;]", text)]
    return found.partition(":")[2]


def bundled(**options):
    return ical.dumps(load_release().calendar(), now=NOW, **options)


def without(calendar, omitted):
    kept = tuple(event for event in calendar.events if event.id not in omitted)
    return attrs.evolve(calendar, events=kept)


# Writing and reading back


@settings(max_examples=10 * settings.default.max_examples)
@given(calendars, st.sampled_from(["span", "marker"]))
@example(EMPTY, "span")
def test_every_calendar_is_read_back_from_lines_of_75_octets_at_most(calendar, imprecise):
    data, omitted = written(calendar, imprecise)
    assert ical.loads(data) == without(calendar, omitted)
    assert data.endswith(b"\r\n")
    for physical in data[:-2].split(b"\r\n"):
        assert len(physical) <= 75
        assert not re.search(rb"[\r\n]", physical)
        physical.decode()  # no character is split


@given(calendars)
def test_what_is_omitted_on_request_is_named(calendar):
    data, omitted = written(calendar, "omit")
    assert omitted >= {event.id for event in calendar.events if not event.when.exact}
    assert ical.loads(data) == without(calendar, omitted)


@given(calendars)
def test_the_text_is_read_as_the_bytes_are(calendar):
    data, omitted = written(calendar)
    assert ical.loads(data.decode()) == ical.load(io.BytesIO(data)) == without(calendar, omitted)


@pytest.mark.parametrize("imprecise", ["span", "marker", "omit"])
@pytest.mark.filterwarnings("ignore::cica_events.OmittedEventWarning")
def test_the_bundled_release_as_a_feed(golden, imprecise):
    golden(f"cica-{imprecise}.ics", bundled(imprecise=imprecise))


@pytest.mark.parametrize("when", ["2022-05-10", "1993-04"])
@pytest.mark.parametrize("status", ["confirmed", "cancelled"])
@pytest.mark.parametrize("description", [None, "One\n\nTwo"])
def test_an_event_is_read_back_with_its_own_title_and_description(when, status, description):
    calendar = around(made(when, status=status, description=description))
    assert ical.loads(ical.dumps(calendar)) == calendar


@pytest.mark.parametrize("width", range(70, 80))
@pytest.mark.parametrize("character", ["a", "é", "中", "🎉"])
def test_a_line_is_folded_at_the_last_whole_character(width, character):
    title = "x" * (width - len("SUMMARY:")) + character * 40
    data, _ = written(around(made(title=title)))
    assert line(data, "SUMMARY") == title
    folded = data[data.index(b"SUMMARY") : data.index(b"\r\nDESCRIPTION")].split(b"\r\n")
    assert all(75 - len(character.encode()) < len(piece) <= 75 for piece in folded[:-1])


@pytest.mark.parametrize(("octets", "pieces"), [(74, 1), (75, 1), (76, 2), (149, 2), (150, 3)])
def test_a_line_of_75_octets_is_not_folded_and_one_of_76_is(octets, pieces):
    data, _ = written(around(made(title="x" * (octets - len("SUMMARY:")))))
    folded = data[data.index(b"SUMMARY") : data.index(b"\r\nDESCRIPTION")].split(b"\r\n ")
    assert (len(folded), sum(map(len, folded))) == (pieces, octets)


# What a feed must hold


def test_uids_are_the_ones_that_subscribers_have():
    """Never make this pass by changing the file: every subscriber would see doubles."""
    found = re.findall(r"UID:(.*)\r\n", bundled().decode().replace("\r\n ", ""))
    assert found == UIDS.read_text(encoding="utf-8").split()


def test_a_uid_depends_on_the_ids_of_event_and_calendar_alone():
    event = made("1993-04", title="One")
    other = made("1999", title="Two", place="Elsewhere", sequence=5, url="http://a")
    one, _ = written(around(event))
    two, _ = written(around(made(id="first"), other, name="Another", url="http://b"))
    assert line(one, "UID") == "e@c"
    assert "UID:e@c" in lines(two)


def test_the_calendar_says_what_it_is():
    calendar = around(
        name="Dates, of CICA",
        description="All; of them",
        url="https://example.org/",
        source="https://example.org/cica.ics",
        color="steelblue",
        refresh=timedelta(hours=6),
    )
    assert lines(written(calendar)[0]) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//cica-events//cica-events 1//EN",
        "CALSCALE:GREGORIAN",
        "X-CICA-FORMAT:2",
        "X-CICA-ID:c",
        r"NAME:Dates\, of CICA",
        r"X-WR-CALNAME:Dates\, of CICA",
        "REFRESH-INTERVAL;VALUE=DURATION:PT6H",
        "X-PUBLISHED-TTL:PT6H",
        r"DESCRIPTION:All\; of them",
        r"X-WR-CALDESC:All\; of them",
        "URL:https://example.org/",
        "SOURCE;VALUE=URI:https://example.org/cica.ics",
        "COLOR:steelblue",
        "END:VCALENDAR",
        "",
    ]


def test_an_event_says_what_it_is():
    event = made(
        id="joint-statement",
        title="Joint; Statement",
        basis="inferred",
        evidence=["signed on 10 May, in Ankara"],
        participants=["Kazakhstan", "Turkey"],
        place="Ankara, Turkey",
        note="The year is the release's.",
        description="Two\nlines",
        status="tentative",
        url="https://example.org/1",
        source_title="A release",
        sequence=3,
        modified=datetime(2022, 5, 11, 6, 7, 8, tzinfo=UTC),
    )
    data, _ = written(around(event))
    block = lines(data)[lines(data).index("BEGIN:VEVENT") : -2]
    assert block == [
        "BEGIN:VEVENT",
        "UID:joint-statement@c",
        "DTSTAMP:20220511T060708Z",
        "LAST-MODIFIED:20220511T060708Z",
        "SEQUENCE:3",
        "DTSTART;VALUE=DATE:20220510",
        "DTEND;VALUE=DATE:20220511",
        r"SUMMARY:Joint\; Statement (10 May [2022])",
        r"DESCRIPTION:10 May [2022]\, inferred: the source does not say what stands in brackets."
        r"\n\nTwo\nlines\n\n“signed on 10 May\, in Ankara”\nEDTF: 2022-05-10"
        r"\nParticipants: Kazakhstan\; Turkey\nNote: The year is the release's."
        r"\nSource: A release\nhttps://example.org/1",
        r"LOCATION:Ankara\, Turkey",
        "URL:https://example.org/1",
        "CATEGORIES:event",
        "STATUS:TENTATIVE",
        "TRANSP:TRANSPARENT",
        "X-MICROSOFT-CDO-BUSYSTATUS:FREE",
        "X-CICA-EDTF:2022-05-10",
        "X-CICA-BASIS:inferred",
        r"X-CICA-TITLE:Joint\; Statement",
        r"X-CICA-DESCRIPTION:Two\nlines",
        r"X-CICA-EVIDENCE:signed on 10 May\, in Ankara",
        "X-CICA-PARTICIPANT:Kazakhstan",
        "X-CICA-PARTICIPANT:Turkey",
        "X-CICA-NOTE:The year is the release's.",
        "X-CICA-SOURCE-TITLE:A release",
        "END:VEVENT",
    ]


@settings(max_examples=5 * settings.default.max_examples // 2)
@given(calendars)
def test_every_feed_keeps_to_what_twenty_programs_read_alike(calendar):
    data, _ = written(calendar)
    head, *blocks = data.decode().replace("\r\n ", "").split("\r\nBEGIN:VEVENT\r\n")
    assert not data.startswith(b"\xef\xbb\xbf")
    assert [head.count(f"\r\n{name}:") for name in ("VERSION", "PRODID", "CALSCALE", "UID")] == [
        *(1, 1, 1, 0)
    ]
    assert not re.search(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029]", data.decode())
    assert all(text.partition(":")[2] for text in lines(data)[:-1])  # no empty property
    for block in blocks:
        names = re.findall(r"^([A-Z-]+)[:;]", block, re.MULTILINE)
        for name in ("UID", "DTSTAMP", "DTSTART", "SUMMARY", "SEQUENCE", "CATEGORIES"):
            assert names.count(name) == 1
        assert not {"METHOD", "RRULE", "VALARM", "ATTENDEE", "ORGANIZER", "DURATION"} & {*names}
        assert "\r\nTRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n" in block
        assert re.search(r"^CATEGORIES:[^,;\\]+\r$", block, re.MULTILINE)
        days = re.findall(r"^DT(?:START|END);VALUE=DATE:(\d{8})\r$", block, re.MULTILINE)
        moments = re.findall(r"^DT(?:START|END):(\d{8}T\d{6}Z)\r$", block, re.MULTILINE)
        assert len(moments) == ("X-CICA-ZONE" in names) + ("DTEND" in names) * (not days)
        assert len(days) == (0 if moments else 2)
        assert [*days, *moments] == sorted({*days, *moments})
        assert 0 <= int(re.search(r"^SEQUENCE:(\d+)\r$", block, re.MULTILINE)[1]) < 2**31


@pytest.mark.parametrize(
    ("when", "time", "zone", "start", "end"),
    [
        ("2025-03-04", "14:00", "Z", "20250304T140000Z", None),
        ("2025-03-04", "10:00/12:30", "-05:00", "20250304T150000Z", "20250304T173000Z"),
        ("2025-03-04", "23:30", "America/New_York", "20250305T043000Z", None),
        ("2025-07-04", "23:30", "America/New_York", "20250705T033000Z", None),
        (
            *("2025-03-29/2025-03-30", "22:00/04:00", "Europe/Brussels"),
            *("20250329T210000Z", "20250330T020000Z"),  # an hour is skipped
        ),
    ],
)
def test_a_time_in_a_known_zone_is_a_moment_in_utc(when, time, zone, start, end):
    data = ical.dumps(around(made(when, time=parse_time(time), zone=zone)), now=NOW)
    assert line(data, "DTSTART") == start
    assert ("DTEND" in data.decode()) == (end is not None)  # none is invented
    assert end is None or line(data, "DTEND") == end
    assert line(data, "SUMMARY") == "Meeting"
    assert (line(data, "X-CICA-TIME"), line(data, "X-CICA-ZONE")) == (time, zone)
    assert b"VTIMEZONE" not in data


@pytest.mark.parametrize(
    ("when", "time", "fields", "note", "end"),
    [
        ("2025-03-04", "10:00", {}, "(10:00, time zone not stated)", "20250305"),
        ("2025-03-04", "10:00/12:30", {}, "(10:00–12:30, time zone not stated)", "20250305"),
        (
            *("2025-03-04", "10:00", {"basis": "inferred", "supplied": ["year"]}),
            *("(4 March [2025], 10:00, time zone not stated)", "20250305"),
        ),
        (
            *("2025-03-04/2025-03-05", "22:00/02:00", {}),
            "(4 March 2025, 22:00 – 5 March 2025, 02:00, time zone not stated)",
            "20250306",
        ),
    ],
)
def test_a_time_without_a_zone_is_told_and_the_day_is_shown(when, time, fields, note, end):
    data = ical.dumps(around(made(when, time=parse_time(time), **fields)), now=NOW)
    assert (line(data, "DTSTART"), line(data, "DTEND")) == ("20250304", end)
    assert line(data, "SUMMARY").replace("\\,", ",") == f"Meeting {note}"


def test_a_zone_that_was_supplied_stands_in_brackets():
    event = made("2025-03-04", time=parse_time("10:00"), zone="Asia/Almaty", supplied=["zone"])
    data = ical.dumps(around(event), now=NOW)
    assert line(data, "SUMMARY") == "Meeting (4 March 2025\\, 10:00 [Asia/Almaty])"
    first = line(data, "DESCRIPTION").replace("\\,", ",").partition("\\n")[0]
    assert first == (
        "4 March 2025, 10:00 [Asia/Almaty], as the source states, but for what stands in brackets."
    )


@pytest.mark.parametrize(
    ("zone", "old", "new"),
    [
        ("+06:00", "DTSTART:20250304T040000Z", "DTSTART:20250304T050000Z"),
        ("+06:00", "DTSTART:20250304T040000Z", "DTSTART;VALUE=DATE:20250304"),
        ("+06:00", "DTEND:20250304T060000Z\r\n", ""),
        ("Asia/Almaty", "DTEND:20250304T070000Z\r\n", ""),
        ("Asia/Almaty", "DTSTART:20250304T050000Z", "DTSTART;VALUE=DATE:20250304"),
    ],
)
def test_another_moment_than_the_time_and_its_zone_give_is_refused(zone, old, new):
    event = made("2025-03-04", time=parse_time("10:00/12:00"), zone=zone)
    text = ical.dumps(around(event), now=NOW).decode()
    assert old in text
    with pytest.raises(FeedError, match=r"VEVENT 1: .*(contradicts X-CICA-TIME|is not a UTC mom)"):
        ical.loads(text.replace(old, new))


def test_another_edition_of_the_tz_database_may_have_given_the_moment():
    event = made("2025-03-04", time=parse_time("10:00"), zone="Asia/Almaty")
    text = ical.dumps(around(event), now=NOW).decode()
    older = text.replace("DTSTART:20250304T050000Z", "DTSTART:20250304T040000Z")
    assert older != text
    assert ical.loads(older).events == (event,)


@pytest.mark.parametrize(
    ("when", "start", "end"),
    [
        ("2022-05-10", "20220510", "20220511"),
        ("1993-04", "19930401", "19930501"),
        ("2024-02", "20240201", "20240301"),
        ("2023-02", "20230201", "20230301"),
        ("1999-12-31", "19991231", "20000101"),
        ("2010/2014", "20100101", "20150101"),
        ("1876/1975", "18760101", "19760101"),
        ("2100", "21000101", "21010101"),
        ("2022-10/..", "20221001", "20221101"),
        ("../1999", "19990101", "20000101"),
        ("2022-24", "20221201", "20230301"),
    ],
)
def test_an_event_fills_its_whole_window_and_the_end_is_exclusive(when, start, end):
    data, _ = written(around(made(when)))
    assert (line(data, "DTSTART"), line(data, "DTEND")) == (start, end)


@pytest.mark.parametrize(
    ("fields", "summary"),
    [
        ({"when": "2022-05-10"}, "Meeting"),
        ({"when": "2022-10-12/2022-10-13"}, "Meeting"),
        ({"when": "1993-04"}, "Meeting (sometime in April 1993)"),
        ({"when": "1993"}, "Meeting (sometime in 1993)"),
        ({"when": "199X"}, "Meeting (sometime in the 1990s)"),
        ({"when": "1993~"}, r"Meeting (sometime about 1993)"),
        ({"when": "2010/2014"}, "Meeting (2010–2014)"),
        ({"when": "2022-10/.."}, r"Meeting (from October 2022\, end open)"),
        ({"when": "2022-05-10?"}, r"Meeting (10 May 2022\, uncertain)"),
        ({"when": "2022-05-10", "basis": "inferred"}, "Meeting ([10 May 2022])"),
        ({"when": "2022-05-10", "basis": "inferred", "evidence": ["10 May 2022"]}, "Meeting"),
        ({"when": "2022-05-10", "status": "cancelled"}, "Cancelled: Meeting"),
        ({"when": "1993-04", "status": "cancelled"}, "Cancelled: Meeting (sometime in April 1993)"),
    ],
)
def test_the_title_says_how_precisely_the_date_is_known(fields, summary):
    data, _ = written(around(made(**fields)))
    assert line(data, "SUMMARY") == summary


MARKERS = {
    "2022-05-10": [("e@c", "20220510", "20220511", "Meeting")],
    "1993-04": [("e@c", "19930401", "19930402", "Meeting (sometime in April 1993)")],
    "2022-10/..": [("e@c", "20221001", "20221002", r"Meeting (from October 2022\, end open)")],
    "2010/2014-05": [
        ("e@c", "20100101", "20100102", "Meeting (from 2010 to May 2014: starts sometime in 2010)"),
        (
            *("e+end@c", "20140531", "20140601"),
            "Meeting (from 2010 to May 2014: ends sometime in May 2014)",
        ),
    ],
    "2010-03-01/2014": [
        (
            *("e@c", "20100301", "20100302"),
            "Meeting (from 1 March 2010 to 2014: starts on 1 March 2010)",
        ),
        (
            *("e+end@c", "20141231", "20150101"),
            "Meeting (from 1 March 2010 to 2014: ends sometime in 2014)",
        ),
    ],
}


@pytest.mark.parametrize("when", MARKERS)
def test_a_marker_is_one_day_at_the_start_and_at_the_end(when):
    data, _ = written(around(made(when)), "marker")
    found = [
        tuple(line(block, name) for name in ("UID", "DTSTART", "DTEND", "SUMMARY"))
        for block in data.split(b"BEGIN:VEVENT\r\n")[1:]
    ]
    assert found == MARKERS[when]


@pytest.mark.parametrize(
    ("when", "imprecise", "message"),
    [
        ("1993-04", "omit", "e (April 1993) is left out: its date is not known to the day"),
        ("XXXX-04", "span", "e (April of an unknown year) is left out: no year of it is known"),
        ("../..", "marker", "e (start open, end open) is left out: no year of it is known"),
        (
            *("9999-12-31", "span"),
            "e (31 December 9999) is left out: it may last until 9999-12-31, "
            "and DTEND is the day after",
        ),
        (
            *("99XX", "span"),
            "e (one of the years 9900 to 9999) is left out: it may last until 9999-12-31, "
            "and DTEND is the day after",
        ),
    ],
)
def test_nothing_is_left_out_in_silence(when, imprecise, message):
    with pytest.warns(OmittedEventWarning) as caught:
        data = ical.dumps(around(made(when), made(id="other")), imprecise=imprecise)
    assert [str(warning.message) for warning in caught] == [message]
    assert [event.id for event in ical.loads(data).events] == ["other"]


def test_a_year_that_programs_misread_is_written_and_said():
    with pytest.warns(
        EarlyYearWarning, match=r"^e: several calendar programs misread the year 622$"
    ):
        data = ical.dumps(around(made("0622-09/1000")))
    assert line(data, "DTSTART") == "06220901"
    assert line(ical.dumps(around(made("1000"))), "DTSTART") == "10000101"


@pytest.mark.parametrize("write", [ical.dump, ical.dumps, ical.to_icalendar])
def test_a_warning_points_to_the_line_that_asked(write, tmp_path):
    calendar = around(made("XXXX"), made("0622", id="early"))
    with warnings.catch_warnings(record=True, action="always") as caught:
        if write is ical.dump:
            with (tmp_path / "c.ics").open("wb") as file:
                ical.dump(calendar, file)
        else:
            write(calendar)
    assert [w.category for w in caught] == [OmittedEventWarning, EarlyYearWarning]
    assert {w.filename for w in caught} == {__file__}


def test_the_moment_of_writing_stamps_what_has_no_moment_of_its_own(monkeypatch):
    fixed = datetime(2020, 1, 1, tzinfo=UTC)
    calendar = around(made(), made(id="f", modified=fixed))
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1667305800")
    assert re.findall(rb"DTSTAMP:(\w+)", ical.dumps(calendar)) == [
        *(b"20221101T123000Z", b"20200101T000000Z")
    ]
    assert re.findall(rb"DTSTAMP:(\w+)", ical.dumps(calendar, now=fixed)) == [
        *(b"20200101T000000Z", b"20200101T000000Z")
    ]


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"calendar": load_release().events}, "^calendar: .* is not a Calendar or Release$"),
        ({"calendar": load_release().calendar}, r"; it is called, as in release\.calendar\(\)$"),
        ({"calendar": 5}, "^calendar: 5 is not a Calendar or Release$"),
        ({"imprecise": "drop"}, '^imprecise: "drop" is not span, marker or omit$'),
        ({"now": "today"}, '^now: "today" is not a datetime with a time zone$'),
    ],
)
def test_a_wrong_argument_is_refused_before_anything_is_written(arguments, message):
    file = io.BytesIO()
    with pytest.raises(InvalidError, match=message):
        ical.dump(**{"calendar": around(made()), "file": file} | arguments)
    assert file.getvalue() == b""


def test_a_stream_that_yields_no_event_is_refused_by_its_place():
    with pytest.raises(InvalidError, match=r"^events\[1\]: 5 is not an Event$"):
        ical.dumps(around(name="N", events=iter([made(), 5])))


# The oracle: the icalendar package


TEXTS = ("SUMMARY", "DESCRIPTION", "LOCATION", "STATUS", "TRANSP")


def by_icalendar(calendar):
    """The tree that the icalendar package's own API builds for a calendar, property by property.

    It knows neither NAME nor our X- properties as text, so they are given as vText; and it writes
    REFRESH-INTERVAL and SOURCE without the VALUE that RFC 7986 requires, so that is given too.
    """
    tree = icalendar.Calendar()
    for name, value, parameters in [
        ("VERSION", "2.0", None),
        ("PRODID", "-//cica-events//cica-events 1//EN", None),
        ("CALSCALE", "GREGORIAN", None),
        ("X-CICA-FORMAT", vText("2"), None),
        ("X-CICA-ID", vText(calendar.id), None),
        ("NAME", vText(calendar.name), None),
        ("X-WR-CALNAME", vText(calendar.name), None),
        ("REFRESH-INTERVAL", vDuration(calendar.refresh), {"VALUE": "DURATION"}),
        ("X-PUBLISHED-TTL", vDuration(calendar.refresh), None),
        ("DESCRIPTION", calendar.description, None),
        ("X-WR-CALDESC", calendar.description and vText(calendar.description), None),
        ("URL", calendar.url, None),
        ("SOURCE", calendar.source, {"VALUE": "URI"}),
        ("COLOR", calendar.color, None),
    ]:
        if value:
            tree.add(name, value, parameters=parameters)
    for event in calendar.events:
        tree.add_component(event_by_icalendar(event, calendar.id))
    return tree


def event_by_icalendar(event, calendar_id):
    first, last = event.when.window
    tree = icalendar.Event()
    tree.add("UID", f"{event.id}@{calendar_id}")
    tree.add("DTSTAMP", event.modified or NOW)
    if event.modified:
        tree.add("LAST-MODIFIED", event.modified)
    tree.add("SEQUENCE", event.sequence)
    for name, at in zip(("DTSTART", "DTEND"), moments_by_zoneinfo(event), strict=True):
        if at:
            tree.add(name, at)
    if event.zone is None:
        tree.add("DTSTART", first)
        tree.add("DTEND", last + timedelta(days=1))
    tree.add("SUMMARY", _summary(event))
    tree.add("DESCRIPTION", _description(event))
    if event.place:
        tree.add("LOCATION", event.place)
    if event.url:
        tree.add("URL", event.url)
    tree.add("CATEGORIES", [event.kind])
    tree.add("STATUS", event.status.upper())
    tree.add("TRANSP", "TRANSPARENT")
    own = [("X-MICROSOFT-CDO-BUSYSTATUS", "FREE"), ("X-CICA-EDTF", str(event.when))]
    own += [("X-CICA-TIME", event.time and str(event.time)), ("X-CICA-ZONE", event.zone)]
    own += [("X-CICA-BASIS", event.basis)]
    own += [("X-CICA-TITLE", event.title if _summary(event) != event.title else None)]
    own += [("X-CICA-DESCRIPTION", event.description)]
    if event.supplied_as_given is not None:
        own += [("X-CICA-SUPPLIED", part) for part in event.supplied_as_given or ["none"]]
    own += [("X-CICA-EVIDENCE", quote) for quote in event.evidence]
    own += [("X-CICA-PARTICIPANT", name) for name in event.participants]
    own += [("X-CICA-NOTE", event.note), ("X-CICA-SOURCE-TITLE", event.source_title)]
    for name, value in own:
        if value:
            tree.add(name, vText(value))
    return tree


def _summary(event):
    """What is known of the date, and on what basis, in words."""
    words = event.when_text
    dated = isinstance(event.when, EdtfDate)
    if dated and not event.when.exact and not words.startswith("about "):
        words = f"in {words}"
    if dated and not event.when.exact:
        words = f"sometime {words}"
    plain = event.when.exact and not event.supplied and not re.search("[?~%]", str(event.when))
    if event.time and not event.zone:
        short = plain and dated
        words = f"{event.time.describe() if short else words}, time zone not stated"
        plain = False
    prefix = "Cancelled: " if event.status == "cancelled" else ""
    return f"{prefix}{event.title}" + ("" if plain else f" ({words})")


def _description(event):
    basis = {
        "stated": "as the source states",
        "resolved": "resolved from the words of the source and its date of publication",
        "inferred": "inferred: the source does not say what stands in brackets",
    }[event.basis]
    if event.basis != "inferred" and "zone" in event.supplied:
        basis += ", but for what stands in brackets"
    words = event.when_text + (", time zone not stated" if event.time and not event.zone else "")
    if isinstance(event.when, EdtfDate) and not event.when.exact:
        words = f"sometime {'' if words.startswith('about ') else 'in '}{words}"
    tail = [f"“{quote}”" for quote in event.evidence] + [f"EDTF: {event.when}"]
    tail += ["Participants: " + "; ".join(event.participants)] if event.participants else []
    tail += [f"Note: {event.note}"] if event.note else []
    tail += [f"Source: {event.source_title}"] if event.source_title else []
    tail += [event.url] if event.url else []
    parts = [f"{words[0].upper()}{words[1:]}, {basis}.", event.description, "\n".join(tail)]
    return "\n\n".join(part for part in parts if part)


def as_plain(tree):
    """A tree as its properties, each with its parameters and its value as icalendar writes it."""
    found = [
        (name, dict(value.params), value.to_ical(), str(value) if name in TEXTS else "")
        for name, value in tree.property_items(recursive=False)
        if name not in ("BEGIN", "END")
    ]
    return sorted(found, key=repr), [as_plain(part) for part in tree.subcomponents]


def shown(calendar):
    """The calendar without the events that a feed cannot show."""
    return without(calendar, written(calendar)[1])


# When icalendar 7.3 writes a value again, it drops U+FEFF at its start, as a byte order mark, and
# takes a backslash before a capital N for a line break.
spared = calendars.map(shown).filter(
    lambda calendar: (
        not re.search(r"\ufeff|\\N", written(calendar)[0].decode().replace("\r\n ", ""))
    )
)


@settings(max_examples=5 * settings.default.max_examples // 2)
@given(spared)
def test_icalendar_parses_our_bytes_to_the_tree_that_its_own_api_builds(calendar):
    data, _ = written(calendar)
    assert as_plain(icalendar.Calendar.from_ical(data)) == as_plain(by_icalendar(calendar))


@settings(max_examples=5 * settings.default.max_examples // 2)
@given(spared, st.sampled_from(["span", "marker"]), st.booleans())
def test_what_icalendar_writes_again_is_read_as_before(calendar, imprecise, in_order):
    data, _ = written(calendar, imprecise)
    again = icalendar.Calendar.from_ical(data).to_ical(sorted=in_order)
    assert ical.loads(again) == calendar


@given(spared)
def test_line_ends_of_another_program_are_read(calendar):
    data, _ = written(calendar)
    assert ical.loads(data.replace(b"\r\n", b"\n")) == calendar
    assert ical.loads(data.replace(b"\r\n", b"\n").decode()) == calendar


def test_parameters_that_another_program_added_are_passed_over():
    added = bundled().replace(b"\r\nSUMMARY:", b'\r\nSUMMARY;X-A=b;X-C="d:e;f":')
    assert ical.loads(added) == load_release().calendar()


def test_a_time_zone_that_another_program_added_is_passed_over():
    zone = b"BEGIN:VTIMEZONE\r\nTZID:UTC\r\nEND:VTIMEZONE\r\nBEGIN:VEVENT"
    assert ical.loads(bundled().replace(b"BEGIN:VEVENT", zone, 1)) == load_release().calendar()


def test_a_line_break_may_be_a_capital_n():
    data = ical.dumps(around(description="One\nTwo\nThree"))
    assert ical.loads(data.replace(b"One\\n", b"One\\N")).description == "One\nTwo\nThree"


def test_to_icalendar_gives_a_tree_to_build_on():
    tree = ical.to_icalendar(load_release().calendar(), now=NOW)
    assert isinstance(tree, icalendar.Calendar)
    assert tree.walk("VEVENT")[0].start == date(1993, 4, 1)
    assert tree.to_ical() == icalendar.Calendar.from_ical(bundled()).to_ical()


def test_to_icalendar_takes_the_same_arguments():
    calendar = around(made("2010/2014"))
    data = ical.dumps(calendar, now=NOW, imprecise="marker")
    tree = ical.to_icalendar(calendar, now=NOW, imprecise="marker")
    assert tree.to_ical() == icalendar.Calendar.from_ical(data).to_ical()


# Bad input


def test_a_feed_that_is_cut_off_anywhere_is_refused():
    data = ical.dumps(around(made("1993-04", title="é" * 40), name="Ü"), now=NOW)
    assert ical.loads(data).id == "c"
    for end in range(len(data) - len("\r\n")):  # without its last line break it says all it said
        with pytest.raises(FeedError):
            ical.loads(data[:end])


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "not an iCalendar file: "),
        (b"hello", "not an iCalendar file"),
        (
            b"BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n",
            'written by "another program"; this library exports calendars and reads back '
            "only those that it wrote$",
        ),
        (
            b"BEGIN:VEVENT\r\nUID:a\r\nEND:VEVENT\r\n",
            'not an iCalendar file: it holds a "VEVENT" alone$',
        ),
        (
            ical.dumps(Calendar(id="c", name="N")).replace(b":VCALENDAR", b":VKALENDAR"),
            'not an iCalendar file: it holds a "VKALENDAR" alone$',
        ),
        (b"\xff\xfe", "not an iCalendar file: is not UTF-8: invalid start byte at byte 0"),
        ("Türkiye".encode("latin-1"), "not an iCalendar file: is not UTF-8"),
        (None, "not an iCalendar file"),
        ("\ud800", "not an iCalendar file"),
        (b"BEGIN:VCALENDAR\r\n" * 20_000, "not an iCalendar file"),
    ],
)
def test_what_is_no_feed_is_refused(data, message):
    with pytest.raises(FeedError, match=f"^{message}"):
        ical.loads(data)


def test_a_feed_that_another_program_wrote_is_refused_and_says_so():
    foreign = icalendar.Calendar()
    foreign.add("PRODID", "-//Somebody//Else//EN")
    foreign.add("VERSION", "2.0")
    with pytest.raises(
        FeedError, match=r'^written by "-//Somebody//Else//EN"; this library exports'
    ):
        ical.loads(foreign.to_ical())


def replaced(old, new, **fields):
    data = ical.dumps(around(made("2010/2014", **fields)), now=NOW, imprecise="marker")
    assert old in data.decode()
    return data.decode().replace(old, new).encode()


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (
            "X-CICA-ID:c\r\n",
            "",
            "VCALENDAR: X-CICA-ID is missing, so this library did not write it",
        ),
        ("X-CICA-ID:c\r\n", "X-CICA-ID:d\r\n", 'VEVENT 1: UID "e@c" does not end in "@d"'),
        ("\r\nNAME:Name", "", "VCALENDAR: NAME is missing, so this library did not write it"),
        ("\r\nNAME:Name", "\r\nNAME:", "VCALENDAR: name: is empty"),
        ("DURATION:PT12H", "DURATION:P1W", 'VCALENDAR: "P1W" is not a length of time'),
        ("CALSCALE:GREGORIAN", "GREGORIAN", 'VCALENDAR: "GREGORIAN" is not a content line'),
        ("UID:e@c\r\n", "", "VEVENT 1: UID is missing, so this library did not write it"),
        ("UID:e@c", "UID:a b@c", 'VEVENT 1: id: "a b" is not an id'),
        ("UID:e+end@c", "UID:e@c", 'VEVENT 2: UID "e@c" does not end in "[+]end@c"'),
        ("UID:e+end@c", "UID:f+end@c", "VEVENT 2: the start and the end marker of f differ"),
        ("SEQUENCE:0", "SEQUENCE:x", 'VEVENT 1: SEQUENCE "x" is not a whole number'),
        ("SEQUENCE:0", "SEQUENCE:-1", 'VEVENT 1: SEQUENCE "-1" is not a whole number'),
        ("SEQUENCE:0", "SEQUENCE:000000000012", "VEVENT 1: SEQUENCE .* is not a whole number"),
        ("SEQUENCE:0", "SEQUENCE:" + "9" * 10_000, "VEVENT 1: SEQUENCE .* is not a whole number"),
        ("EDTF:2010/2014\r", "EDTF:2010/2013\r", "VEVENT 2: DTSTART .* contradicts X-CICA-EDTF"),
        ("DATE:20100101", "DATE:20100103", "VEVENT 1: DTSTART .* contradicts X-CICA-EDTF"),
        ("DATE:20100102", "DATE:20100103", "VEVENT 1: DTEND .* contradicts X-CICA-EDTF 2010/2014"),
        ("EDTF:2010/2014\r", "EDTF:9999-12-31\r", "VEVENT 1: "),
        ("EDTF:2010/2014\r", "EDTF:2010/9999\r", "VEVENT 2: "),
        ("EDTF:2010/2014\r", "EDTF:XXXX\r", "VEVENT 1: "),
        ("EDTF:2010/2014\r", "EDTF:soon\r", 'VEVENT 1: "soon" is not an EDTF date'),
        ("MARKER:start", "MARKER:middle", 'VEVENT 1: X-CICA-MARKER "middle" is not start or end'),
        ("TITLE:Meeting", "TITLE:", "VEVENT 1: title: is empty"),
        ("STATUS:CONFIRMED", "STATUS:SURE", 'VEVENT 1: status: "sure" is not confirmed'),
        ("BASIS:stated", "BASIS:", 'VEVENT 1: basis: "" is not stated, resolved or inferred'),
        (
            "LAST-MODIFIED:20200101T",
            "LAST-MODIFIED:2020-01-01T",
            "VEVENT 1: .* is not a UTC moment",
        ),
        ("LAST-MODIFIED:20200101T", "LAST-MODIFIED:20200230T", "VEVENT 1: .* is not a UTC moment"),
        ("\r\nEND:VEVENT", "", "VEVENT 1: cut off: END:VEVENT is missing"),
    ],
)
def test_a_feed_that_contradicts_itself_is_refused_with_its_place(old, new, message):
    fixed = datetime(2020, 1, 1, tzinfo=UTC)
    with pytest.raises(FeedError, match=f"^{message}"):
        ical.loads(replaced(old, new, modified=fixed))


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("UID:e@c", "UID:e@d", 'VEVENT 1: UID "e@d" does not end in "@c"'),
        ("UID:e+end@c", "UID:e@c", 'VEVENT 2: UID "e@c" does not end in "+end@c"'),
        ("UID:e+end@c", "UID:f+end@c", "VEVENT 2: the start and the end marker of f differ"),
        ("SEQUENCE:0", "SEQUENCE:x", 'VEVENT 1: SEQUENCE "x" is not a whole number'),
        (
            "DATE:20100101",
            "DATE:2010",
            'VEVENT 1: DTSTART "2010" contradicts X-CICA-EDTF 2010/2014',
        ),
        ("DATE:20100102", "DATE:2010", 'VEVENT 1: DTEND "2010" contradicts X-CICA-EDTF 2010/2014'),
        ("SUMMARY:M", "SUMMARY:M\r\nSUMMARY:M", "VEVENT 1: SUMMARY is there twice"),
        ("CALSCALE:GREGORIAN", "GREGORIAN", 'VCALENDAR: "GREGORIAN" is not a content line'),
        ("\r\nEND:VEVENT", "", "VEVENT 1: cut off: END:VEVENT is missing"),
        (
            "MARKER:start",
            "MARKER:first",
            'VEVENT 1: X-CICA-MARKER "first" is not start or end',
        ),
        (
            "X-CICA-FORMAT:2",
            "X-CICA-FORMAT:3",
            'VCALENDAR: its format (X-CICA-FORMAT) is "3", and this version of cica-events '
            "reads formats up to 2: a later version reads it",
        ),
        (
            "STATUS:CONFIRMED",
            "STATUS:SURE\r\nURL:no",
            'VEVENT 1: status: "sure" is not confirmed, tentative or cancelled\n'
            'VEVENT 1: url: "no" is not a web address: http:// or https://, with every space, '
            "semicolon and character outside ASCII percent-encoded",
        ),
        (
            "LAST-MODIFIED:20200101T",
            "LAST-MODIFIED:2020T",
            'VEVENT 1: "2020T000000Z" is not a UTC moment like 20220510T000000Z',
        ),
    ],
)
def test_a_refusal_of_a_feed_word_for_word(old, new, message):
    fixed = datetime(2020, 1, 1, tzinfo=UTC)
    with pytest.raises(FeedError) as caught:
        ical.loads(replaced(old, new, modified=fixed))
    assert str(caught.value) == message


def test_a_component_whose_name_goes_on_in_the_next_line_is_no_event():
    data = ical.dumps(around(made())).replace(b"BEGIN:VEVENT\r\n", b"BEGIN:VEVENT\r\n X\r\n")
    with pytest.raises(FeedError, match='it holds "VEVENTX", which this library does not write'):
        ical.loads(data.replace(b"END:VEVENT", b"END:VEVENTX"))


def test_components_that_we_do_not_write_are_named():
    others = b"".join(b"BEGIN:%s\r\nUID:u\r\nEND:%s\r\n" % (n, n) for n in (b"VTODO", b"VJOURNAL"))
    data = bundled().replace(b"BEGIN:VEVENT", others + b"BEGIN:VEVENT", 1)
    with pytest.raises(FeedError) as caught:
        ical.loads(data)
    assert str(caught.value) == 'it holds "VJOURNAL, VTODO", which this library does not write'


def test_an_event_that_is_there_twice_is_refused():
    data = ical.dumps(Calendar(id="c", name="N", events=iter([made(), made()])))
    with pytest.raises(FeedError, match=r"^VEVENT 2: e is there twice$"):
        ical.loads(data)


def test_an_end_marker_alone_is_refused():
    data = ical.dumps(around(made("2010/2014")), imprecise="marker").decode()
    start, end = data.index("BEGIN:VEVENT"), data.rindex("BEGIN:VEVENT")
    with pytest.raises(FeedError, match=r"^VEVENT 1: the start and the end marker of e differ$"):
        ical.loads(data[:start] + data[end:])


@given(events)
def test_the_reader_takes_no_note_of_a_title_for_its_own(event):
    once = attrs.evolve(event, title=f"Cancelled: {event.title} ({event.when_text})")
    data, omitted = written(around(once))
    assert omitted or ical.loads(data).events == (once,)


def test_many_events_are_read():
    calendar = Calendar(id="c", name="N", events=tuple(many_events(300)))
    assert ical.loads(ical.dumps(calendar)) == calendar


# The life of a feed


@given(calendars, st.sampled_from(["span", "marker"]))
def test_a_feed_put_together_again_of_its_revisions_is_the_same_bytes(calendar, imprecise):
    data, omitted = written(calendar, imprecise)
    revisions = ical.read_revisions(data, calendar.id)
    assert ical.feed(calendar, revisions) == data
    kept = {event.id: event for event in without(calendar, omitted).events}
    for revision in revisions:
        event = kept[revision.event_id]
        assert revision.event(calendar.id) == event
        assert (revision.sequence, revision.stamp) == (event.sequence, event.modified or NOW)


@pytest.mark.parametrize("imprecise", ["span", "marker"])
def test_the_revisions_made_of_an_event_are_those_that_are_read(imprecise):
    calendar = around(made("2010/2014", modified=NOW, sequence=3), made(id="f", modified=NOW))
    fresh = [
        revision
        for event in calendar.events
        for revision in ical.revise(event, "c", ical.contents(event, imprecise))
    ]
    assert fresh == ical.read_revisions(ical.dumps(calendar, imprecise=imprecise), "c")


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("X-CICA-ID:c\r\n", "X-CICA-ID:d\r\n", 'the feed is of the calendar "d", not "c"$'),
        ("X-CICA-ID:c\r\n", "", "VCALENDAR: X-CICA-ID is missing"),
        ("SEQUENCE:0\r\n", "", "VEVENT 1: SEQUENCE is missing"),
        ("DTSTAMP:20221101T123000Z\r\n", "", "VEVENT 1: DTSTAMP is missing"),
        ("UID:e@c", "UID:e@d", 'VEVENT 1: UID "e@d" does not end in "@c"$'),
        ("DTSTAMP:2022", "DTSTAMP:20221101T2022", "is not a UTC moment"),
        ("DTSTAMP:20221101", "DTSTAMP:20221301", "is not a UTC moment"),
        ("END:VCALENDAR\r\n", "", "cut off: END:VCALENDAR is missing$"),
    ],
)
def test_a_damaged_feed_has_no_revisions(old, new, message):
    with pytest.raises(FeedError, match=f"^{message}" if message[:2] != "is" else message):
        ical.read_revisions(replaced(old, new), "c")


def test_the_id_of_a_revision_may_be_folded():
    data = ical.dumps(around(made(id="e" * 100)))
    assert [revision.event_id for revision in ical.read_revisions(data, "c")] == ["e" * 100]


def test_an_imprecise_date_is_a_span_if_nothing_else_is_asked_for():
    assert ical.contents(made("2010/2014")) == ical.contents(made("2010/2014"), "span")
    assert ical.dumps(around(made("2010/2014")), now=NOW) == written(around(made("2010/2014")))[0]


def test_the_event_of_a_damaged_revision_is_named():
    (revision,) = ical.read_revisions(replaced("TITLE:Meeting", "TITLE:"), "c")[:1]
    with pytest.raises(FeedError, match=r"^e: title: is empty"):
        revision.event("c")


# What was supplied


@pytest.mark.parametrize(
    ("supplied", "lines"),
    [
        (None, []),
        ([], [b"none"]),
        (["year"], [b"year"]),
        (["year", "day", "zone"], [b"year", b"day", b"zone"]),
    ],
)
def test_what_was_supplied_is_written_where_it_is_given(supplied, lines):
    event = attrs.evolve(load_release().events[3], supplied=supplied)
    data = ical.dumps(Calendar(id="c", name="Name", events=[event]), now=NOW)
    assert re.findall(rb"X-CICA-SUPPLIED:(\w+)\r\n", data) == lines
    rewritten = icalendar.Calendar.from_ical(data).to_ical()
    for text in (data, rewritten):
        assert ical.loads(text).events[0].supplied_as_given == event.supplied_as_given


def test_what_was_supplied_is_data_whatever_the_words_for_people_say():
    data = ical.dumps(load_release().calendar(), now=NOW)
    basis = b"X-CICA-BASIS:inferred\r\n"
    changed = data.replace(basis, basis + b"X-CICA-SUPPLIED:day\r\n")
    assert ical.loads(changed).events[3].supplied == ("day",)


# What another program put in or rewrote


def test_a_line_that_no_version_wrote_is_passed_over():
    data = bundled().replace(b"DTSTAMP", b"RRULE:FREQ=DAILY\r\nDTSTAMP")
    assert ical.loads(data) == load_release().calendar()


def test_a_second_summary_is_not_read_as_either():
    with pytest.raises(FeedError, match=r"^VEVENT 1: SUMMARY is there twice$"):
        ical.loads(bundled().replace(b"UID", b"SUMMARY:Other\r\nUID", 1))


@pytest.mark.parametrize(
    ("rewrite", "message"),
    [
        (lambda data: data.replace(b"END:VEVENT\n", b""), "VEVENT 1: cut off: END:VEVENT"),
        (lambda data: data.replace(b"END:VEVENT\n", b"", 4), "VEVENT 1: cut off: END:VEVENT"),
        (lambda data: data.replace(b"END:VEVENT\n", b"").replace(b"BEGIN:VEVENT\n", b"", 4), ""),
        (lambda data: b"\xef\xbb\xbf" + data + data, "not an iCalendar file: it holds several"),
        (lambda data: data.replace(b"\n", b"\r\r\n"), "not an iCalendar file: it holds a carriage"),
        (lambda data: b"X\n" + data, "not an iCalendar file: .* stands outside a calendar"),
        (lambda data: data.replace(b"END:VEVENT", b"END:VTODO", 1), "VEVENT 1: cut off: "),
        (lambda data: data[: data.rindex(b"END:VEVENT")] + b"END:VCALENDAR\n", "VEVENT 5: cut off"),
        (lambda data: data[: data.rindex(b"END:VCAL")], "cut off: END:VCALENDAR is missing$"),
    ],
)
def test_a_feed_with_other_line_ends_that_is_damaged_is_refused(rewrite, message):
    with pytest.raises(FeedError, match=f"^{message}"):
        ical.loads(rewrite(bundled().replace(b"\r\n", b"\n")))
