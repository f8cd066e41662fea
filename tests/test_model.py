"""Values that are validated when they are made."""

import pickle
import re
from datetime import UTC, date, datetime, time, timedelta, timezone
from enum import Enum

import attrs
import pytest
from hypothesis import given
from strategies import calendars, events, many_events, releases

from cica_events import (
    Calendar,
    ClockTime,
    EdtfDate,
    EdtfError,
    EdtfInterval,
    Event,
    InvalidError,
    Release,
    SetAside,
    UnknownEventWarning,
    csv,
    ical,
    json,
    load_release,
    merge,
    parse_edtf,
    parse_time,
)
from cica_events.model import field_problems

DAY = EdtfDate(2022, 5, 10)


def event(**fields):
    return Event(**{"id": "e", "title": "Title", "when": DAY} | fields)


def calendar(**fields):
    return Calendar(**{"id": "c", "name": "Name"} | fields)


def release(**fields):
    return Release(**{"id": "r", "title": "Title", "text": "Text"} | fields)


NOT_A_LINE = [
    ("", "is empty"),
    (" \u00a0\u3000", "is empty"),
    (None, "None is not text"),
    (5, "5 is not text"),
    (b"x", "b'x' is not text"),
    ("two\nlines", "holds a control character (U+000A); one line of plain text is expected"),
    ("a\ttab", "holds a control character (U+0009)"),
    ("NUL\0", "holds a control character (U+0000)"),
    ("C1\x9b", "holds a control character (U+009B)"),
    ("DEL\x7f", "holds a control character (U+007F)"),
    ("next\x85line", "holds a control character (U+0085)"),
    ("line\u2028separator", "holds a control character (U+2028)"),
    ("paragraph\u2029separator", "holds a control character (U+2029)"),
    ("right\u202eto left", "holds a bidirectional override (U+202E)"),
    ("isolate\u2066", "holds a bidirectional override (U+2066)"),
    ("half \ud83c", "holds half a character (U+D83C)"),
    ("\u200b\u200d\ufeff", "is empty"),
    ("\u00ad \u2060", "is empty"),
    ("\U000e0041\U000e007f", "is empty"),
    ("\u3164\ufe0f\u2800", "is empty"),
]
NOT_PROSE = [
    (5, "5 is not text"),
    ("NUL\0", "holds a control character (U+0000)"),
    ("escape\x1b", "holds a control character (U+001B)"),
    ("right\u202eto left", "holds a bidirectional override (U+202E)"),
    ("half \ud83c", "holds half a character (U+D83C)"),
]
NOT_AN_ID = ["", " ", "a b", "é", "a@b", "a/b", "..", ".", "a\n", "a+end", None, 5]
NOT_A_URL = [
    *("www.s-cica.org", "ftp://a", "javascript:alert(1)", "//a", "http://", "https:///path"),
    *("http://a b", "http://a/é", "http://a/;x", "http://a/\n", "http://a/\t", "http://a@b", 5),
    *('http://a/"', "http://a/<b>", "http://a/\\", "http://a/`", "http://a/{}", "http://a\n"),
]


@pytest.mark.parametrize(("value", "message"), NOT_A_LINE)
@pytest.mark.parametrize(
    ("make", "field"),
    [
        (event, "title"),
        (calendar, "name"),
        (release, "title"),
        (lambda **fields: SetAside("annual", **fields), "reason"),
    ],
)
def test_one_line_of_plain_text_is_expected(make, field, value, message):
    with pytest.raises(InvalidError, match=f"^{field}: .*{re.escape(message)}"):
        make(**{field: value})


OPTIONAL_LINES = [
    *((event, name) for name in ("place", "source_title")),
    *((release, name) for name in ("publisher", "published_note")),
]


@pytest.mark.parametrize(("value", "message"), NOT_A_LINE[3:])
@pytest.mark.parametrize(("make", "field"), OPTIONAL_LINES)
def test_an_optional_line_is_a_line_too(make, field, value, message):
    with pytest.raises(InvalidError, match=f"^{field}: .*{re.escape(message)}"):
        make(**{field: value})


@pytest.mark.parametrize(
    ("make", "field"),
    [
        *OPTIONAL_LINES,
        *((event, name) for name in ("description", "note", "url")),
        *((calendar, name) for name in ("description", "url", "source", "color")),
        (release, "url"),
    ],
)
def test_an_empty_text_is_none(make, field):
    assert getattr(make(**{field: ""}), field) is None


@pytest.mark.parametrize(("value", "message"), NOT_PROSE)
@pytest.mark.parametrize(
    ("make", "field"), [(event, "description"), (event, "note"), (calendar, "description")]
)
def test_prose_holds_no_control_characters(make, field, value, message):
    with pytest.raises(InvalidError, match=f"^{field}: .*{re.escape(message)}"):
        make(**{field: value})


@pytest.mark.parametrize("line_break", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029", "\n"])
def test_every_kind_of_line_break_becomes_a_line_feed(line_break):
    made = event(description=f"one{line_break}\ttwo", note=line_break)
    assert (made.description, made.note) == ("one\n\ttwo", "\n")


@pytest.mark.parametrize("value", NOT_AN_ID)
@pytest.mark.parametrize("make", [event, calendar, release])
def test_an_id_is_letters_digits_hyphens_dots_and_underscores(make, value):
    with pytest.raises(InvalidError, match=r'^id: .* is not an id: letters, digits, "-", "."'):
        make(id=value)


@pytest.mark.parametrize("value", NOT_A_URL)
@pytest.mark.parametrize(
    ("make", "field"), [(event, "url"), (calendar, "url"), (calendar, "source"), (release, "url")]
)
def test_an_address_is_http_or_https_and_encoded(make, field, value):
    with pytest.raises(InvalidError, match=f"^{field}: .* is not a web address: http"):
        make(**{field: value})


@pytest.mark.parametrize(
    ("make", "field", "value", "message"),
    [
        (event, "when", "1993-04", '"1993-04" is not an EdtfDate or EdtfInterval; parse_edtf'),
        (event, "when", None, "None is not an EdtfDate or EdtfInterval"),
        (event, "basis", "guessed", '"guessed" is not stated, resolved or inferred'),
        (event, "basis", ["stated"], "['stated'] is not stated, resolved or inferred"),
        (event, "status", "CONFIRMED", '"CONFIRMED" is not confirmed, tentative or cancelled'),
        (event, "kind", "a,b", '"a,b" holds a comma, a semicolon or a backslash'),
        (event, "kind", "a\\b", "holds a comma, a semicolon or a backslash"),
        (event, "kind", "", "is empty"),
        (event, "sequence", -1, "-1 is not a whole number from 0 to 2147483647"),
        (event, "sequence", 2**31, "2147483648 is not a whole number from 0 to 2147483647"),
        (event, "sequence", True, "True is not a whole number"),
        (event, "sequence", 1.0, "1.0 is not a whole number"),
        (event, "modified", "2022", '"2022" is not a datetime with a time zone'),
        (event, "modified", datetime(2022, 5, 10), "is not a datetime with a time zone"),  # noqa: DTZ001
        (event, "evidence", "a quote", '"a quote" is not a list or tuple'),
        (event, "evidence[1]", ["a", ""], "is empty"),
        (event, "evidence[0]", [5], "5 is not text"),
        (event, "evidence[0]", ["a\0"], "holds a control character"),
        (event, "participants", "Turkey", '"Turkey" is not a list or tuple'),
        (event, "participants[1]", ["a", "b\nc"], "holds a control character"),
        (calendar, "color", "mauve-ish", '"mauve-ish" is not a CSS color name'),
        (calendar, "color", "#ff0000", '"#ff0000" is not a CSS color name'),
        (calendar, "refresh", timedelta(0), "is not a timedelta of whole seconds, at most a day"),
        (calendar, "refresh", timedelta(days=1, seconds=1), "at most a day"),
        (calendar, "refresh", timedelta(microseconds=1), "is not a timedelta of whole seconds"),
        (calendar, "refresh", 3600, "3600 is not a timedelta"),
        (calendar, "events", None, "None is not a list or stream of events"),
        (calendar, "events", "abc", '"abc" is not a list or stream of events'),
        (calendar, "events[1]", [event(), "x"], '"x" is not an Event'),
        (release, "events", event(), "is not a list or tuple"),
        (release, "events[0]", [None], "None is not an Event"),
        (release, "published", "2022", "parse_edtf makes one from text"),
        (release, "published_basis", None, "None is not stated, resolved or inferred"),
        (release, "set_aside", SetAside("annual", "no date"), "is not a list or tuple"),
        (release, "set_aside[0]", ["annual"], '"annual" is not a SetAside'),
        (release, "text", None, "None is not text"),
        (release, "text", "ab\ud800", "holds half a character (U+D800) at 2"),
    ],
)
def test_a_wrong_value_is_refused_by_the_name_of_its_field(make, field, value, message):
    with pytest.raises(InvalidError) as caught:
        make(**{field.partition("[")[0]: value})
    ((path, text),) = caught.value.problems
    assert path == field
    assert message in text


def test_everything_that_is_wrong_is_said_at_once():
    with pytest.raises(InvalidError) as caught:
        Event(id="a b", title="", when=None, url="x", participants=["ok", "", 5], sequence=-1)
    assert [path for path, _ in caught.value.problems] == [
        *("id", "title", "when", "participants[1]", "participants[2]", "url", "sequence")
    ]


@pytest.mark.parametrize(("make", "name"), [(calendar, "events"), (release, "events")])
def test_two_events_with_one_id_are_refused(make, name):
    with pytest.raises(InvalidError, match=r'^events\[2\]\.id: "e" is the id of events\[0\] too$'):
        make(**{name: [event(), event(id="other"), event(title="Another")]})


def test_a_stream_of_events_is_not_read_before_it_is_written():
    stream = many_events(3)
    assert calendar(events=stream).events is stream
    assert len(list(stream)) == 3


def test_lists_become_tuples_and_quotes_single_spaced():
    made = event(participants=["A", "B"], evidence=["held  in\n\tApril\u00a01993 "])
    assert (made.participants, made.evidence) == (("A", "B"), ("held in April 1993",))
    assert calendar(events=[made]).events == (made,)
    assert SetAside(" in\n2021", "why").text == "in 2021"


class Text(str):
    """Text that writes something else than it is."""

    def __str__(self):
        return "str"

    def __format__(self, spec):
        return "format\r\nBEGIN:VALARM"

    def strip(self, *_):
        return "strip"

    split = replace = encode = __add__ = __getitem__ = lambda self, *_: "other"


class Id(str, Enum):  # noqa: UP042 - as older programs write it, whose members say "Id.A"
    A = "a"
    STATED = "stated"
    TENTATIVE = "tentative"


class Moment(datetime):
    def isoformat(self, *_):
        return "soon"


class Length(timedelta):
    def __str__(self):
        return "long"


class Pair(tuple):
    def __iter__(self):
        return iter(["one", "two"])


def texts(kind):
    """Fields of an event with text of another class, and without."""
    plain = {name: f"{name} 1" for name in ("title", "kind", "note", "place", "description")}
    plain |= {"source_title": "A release", "id": "a", "url": "https://example.org/", "zone": "Z"}
    plain |= {"basis": "stated", "status": "tentative"}
    given = {name: kind(value) for name, value in plain.items()}
    lists = {"evidence": ["a b"], "participants": ["c"], "supplied": ["year"]}
    more = {"when": DAY, "time": parse_time("10:00")}
    other = {name: [kind(item) for item in items] for name, items in lists.items()}
    return given | other | more, plain | lists | more


def parts(value):
    """All that a value holds, down to what holds nothing more."""
    if attrs.has(type(value)):
        value = attrs.astuple(value, recurse=False)
    if not isinstance(value, tuple):
        return [value]
    return [value, *(part for item in value for part in parts(item))]


PLAIN = (str, int, tuple, datetime, timedelta, EdtfDate, type(None), ClockTime, time, date)


def test_text_of_another_class_is_kept_as_plain_text():
    given, expected = texts(Text)
    made = Event(**given)
    assert made == Event(**expected)
    assert {type(part) for part in parts(made)} <= set(PLAIN)


def test_members_of_enumerations_are_kept_as_plain_text():
    made = event(id=Id.A, title=Id.A, basis=Id.STATED, status=Id.TENTATIVE, evidence=[Id.A])
    assert (f"{made.id}", f"{made.basis}", str(made.status)) == ("a", "stated", "tentative")
    assert {type(part) for part in parts(made)} <= set(PLAIN)
    written = Calendar(id=Id.A, name=Id.A, events=[made])
    assert b"UID:a@a\r\n" in ical.dumps(written)
    for module in (csv, ical, json):
        assert module.loads(module.dumps(written)) == written
        assert b"Id.A" not in module.dumps(written)


def test_nothing_is_let_in_by_the_way_that_a_text_is_written():
    given, expected = texts(Text)
    now = datetime(2022, 5, 10, tzinfo=UTC)
    fields = {"description": "D", "url": "https://example.org/", "color": "red"}
    other = {name: Text(value) for name, value in fields.items()}
    one = Calendar(id=Text("c"), name=Text("Name"), events=[Event(**given)], **other)
    two = Calendar(id="c", name="Name", events=[Event(**expected)], **fields)
    assert ical.dumps(one, now=now) == ical.dumps(two, now=now)
    assert csv.dumps(one) == csv.dumps(two)
    assert json.dumps(one) == json.dumps(two)


def test_moments_lengths_and_tuples_of_another_class_are_kept_as_plain_ones():
    made = event(modified=Moment(2022, 5, 10, 12, 30, 15, 99, tzinfo=UTC), evidence=Pair())
    assert made.modified == datetime(2022, 5, 10, 12, 30, 15, tzinfo=UTC)
    assert made.evidence == ("one", "two")
    around = calendar(refresh=Length(hours=3))
    assert around.refresh == timedelta(hours=3)
    assert {type(part) for part in parts(made)} <= set(PLAIN)
    assert type(around.refresh) is timedelta


def test_a_release_keeps_plain_values_too():
    made = release(
        id=Text("r"),
        title=Text("T"),
        text=Text("the text"),
        published_basis=Id.STATED,
        publisher=Text("P"),
        published_note=Text("N"),
        unreviewed=[Id.A],
        set_aside=[SetAside(Text("x"), Text("y"))],
    )
    assert {type(part) for part in parts(made)} <= {*PLAIN, SetAside}
    assert made.text == "the text"


class Day(EdtfDate):
    def __str__(self):
        return "1993\r\nX:1"


def test_a_date_of_another_class_is_refused():
    with pytest.raises(InvalidError, match=r"^when: .* is not an EdtfDate or EdtfInterval$"):
        event(when=Day(1993))


def test_the_parts_of_a_date_are_plain_values():
    made = EdtfInterval(EdtfDate(Text("199X"), Text("XX")), Text(".."))
    assert str(made) == "199X-XX/.."
    assert {type(part) for part in (made.start.year, made.start.month, made.end)} == {str}
    with pytest.raises(EdtfError, match="is not a qualifier"):
        EdtfDate(1993, left=(Text("?"), "", ""))


@pytest.mark.parametrize(
    ("when", "hint"),
    [
        (date(2024, 6, 3), "; that day is EdtfDate(2024, 6, 3)"),
        (
            datetime(2024, 6, 3, 10, 5),  # noqa: DTZ001
            '; that day is EdtfDate(2024, 6, 3), its time is time=ClockTime("10:05")',
        ),
        ("2024-06-03", "; parse_edtf makes one from text"),
        (2024, ""),
    ],
)
def test_what_is_no_date_of_ours_is_answered_by_how_to_make_one(when, hint):
    with pytest.raises(InvalidError) as caught:
        event(when=when)
    assert str(caught.value).endswith(f"is not an EdtfDate or EdtfInterval{hint}")


def test_events_are_sorted_by_a_key():
    unsorted = [event(id="b", when=EdtfDate(2023)), event(id="a")]
    assert [e.id for e in sorted(unsorted, key=lambda e: e.when.sort_key)] == ["a", "b"]
    with pytest.raises(TypeError, match=r"key=lambda e: e\.when\.sort_key$"):
        sorted(unsorted)


def test_a_moment_is_kept_in_utc_and_whole_seconds():
    east = timezone(timedelta(hours=5))
    made = event(modified=datetime(2022, 5, 10, 2, 0, 0, 999, east))
    assert made.modified == datetime(2022, 5, 9, 21, tzinfo=UTC)
    assert made.modified.tzinfo is UTC


def test_a_moment_that_utc_cannot_express_is_refused():
    with pytest.raises(InvalidError, match=r"^modified: "):
        event(modified=datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))))


@pytest.mark.parametrize("make", [event, calendar, release])
def test_values_are_equal_hash_alike_and_cannot_change(make):
    one, other = make(), make()
    assert (one, hash(one)) == (other, hash(other))
    assert one is not other
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        one.id = "other"
    assert not hasattr(one, "__dict__")


@pytest.mark.parametrize("kind", [Event, Calendar, Release])
def test_values_are_made_by_keyword(kind):
    with pytest.raises(TypeError, match="positional"):
        kind("id", "title")


@given(events)
def test_an_event_made_again_of_its_own_values_is_the_same(made):
    again = attrs.evolve(made)
    assert (again, hash(again)) == (made, hash(made))
    assert pickle.loads(pickle.dumps(made)) == made


@given(calendars)
def test_a_calendar_hashes_as_its_equal_does(made):
    assert hash(attrs.evolve(made)) == hash(made)


@given(releases)
def test_every_release_makes_a_calendar_whose_events_name_their_source(made):
    out = made.calendar()
    assert (out.id, out.name, out.url) == (made.id, made.title, made.url)
    assert [e.id for e in out.events] == [e.id for e in made.events]
    assert all(e.source_title and (e.url or not made.url) for e in out.events)


@pytest.mark.parametrize(
    ("fields", "described"),
    [
        ({}, "The dates stated in the press release “Title”."),
        ({"publisher": "CICA"}, "The dates stated in the press release “Title” (CICA)."),
        (
            {"publisher": "CICA", "published": EdtfDate(2022), "published_basis": "inferred"},
            "The dates stated in the press release “Title” (CICA, [2022]).",
        ),
        ({"published": DAY}, "The dates stated in the press release “Title” (10 May 2022)."),
    ],
)
def test_a_release_describes_its_calendar(fields, described):
    assert release(**fields).calendar().description == described


@pytest.mark.parametrize(
    ("when", "basis", "evidence", "supplied", "text"),
    [
        ("2022-05-10", "inferred", ["signed on 10 May"], ("year",), "10 May [2022]"),
        ("2022-05-10", "inferred", ["on 10.05."], ("year",), "10 May [2022]"),
        ("2022-05-10", "inferred", ["in May 2022"], ("day",), "[10] May 2022"),
        ("2022-05-10", "inferred", ["MAY 10, 2022"], (), "10 May 2022"),
        ("2022-05-10", "inferred", ["10 Mays"], ("year",), "10 May [2022]"),
        ("2022-05-10", "inferred", ["10 June"], ("year", "month"), "10 [May 2022]"),
        ("2022-05-10", "inferred", ["100 May 12022"], ("year", "day"), "[10] May [2022]"),
        ("2022-05-10", "inferred", [], ("year", "month", "day"), "[10 May 2022]"),
        ("2022-05-10", "stated", ["signed on 10 May"], (), "10 May 2022"),
        ("2022-05-10", "resolved", ["signed on 10 May"], (), "10 May 2022"),
        ("2022-22", "inferred", ["last summer"], ("year",), "summer [2022]"),
        ("2010/2014", "inferred", ["from 2010"], ("year",), "[2010]–[2014]"),
        ("2022-10/..", "inferred", ["since October"], ("year",), "from October [2022], end open"),
        ("../..", "inferred", ["always"], (), "start open, end open"),
    ],
)
def test_what_no_quote_of_an_inferred_date_holds_was_supplied(
    when, basis, evidence, supplied, text
):
    made = event(when=parse_edtf(when), basis=basis, evidence=evidence)
    assert (made.supplied, made.when_text) == (supplied, text)


JOINT_STATEMENT = event(
    when=DAY, basis="inferred", evidence=["signed on the tenth of May 2022"], supplied=[]
)


def test_what_was_supplied_is_as_the_record_says_where_it_does():
    assert (JOINT_STATEMENT.supplied, JOINT_STATEMENT.when_text) == ((), "10 May 2022")
    assert attrs.evolve(JOINT_STATEMENT, supplied=None).supplied == ("day",)
    assert attrs.evolve(JOINT_STATEMENT, supplied=["year"]).when_text == "10 May [2022]"


def test_what_was_supplied_is_kept_each_once_and_in_order():
    made = event(supplied=["zone", "day", "year", "day"])
    assert made.supplied == made.supplied_as_given == ("year", "day", "zone")


@pytest.mark.parametrize(
    ("supplied", "message"),
    [
        ("year", '^supplied: "year" is not a list or tuple$'),
        (["year", "hour"], r'^supplied\[1\]: "hour" is not year, month, day or zone$'),
        ([["year"]], r"^supplied\[0\]: \['year'\] is not year, month, day or zone$"),
    ],
)
def test_only_parts_of_a_date_are_supplied(supplied, message):
    with pytest.raises(InvalidError, match=message):
        event(supplied=supplied)


def test_a_script_that_evolves_an_event_keeps_its_brackets():
    bare = event(when=DAY, basis="inferred", evidence=["signed on 10 May"])
    assert attrs.evolve(bare, title="Other").when_text == "10 May [2022]"
    assert attrs.evolve(bare, evidence=["10 May 2022"]).when_text == "10 May 2022"
    assert attrs.evolve(bare, basis="stated").supplied == ()


def test_events_are_equal_that_say_the_same_whether_given_or_derived():
    derived = event(when=DAY, basis="inferred", evidence=["signed on 10 May"])
    given = attrs.evolve(derived, supplied=["year"])
    assert (given, hash(given)) == (derived, hash(derived))
    assert attrs.evolve(derived, supplied=[]) != derived
    assert attrs.evolve(derived, title="Other") != derived
    assert derived != "an event"


def test_an_unreviewed_event_is_at_most_tentative():
    read, guessed, called_off = (
        event(id="read"),
        event(id="guessed"),
        event(id="off", status="cancelled"),
    )
    made = release(events=[read, guessed, called_off], unreviewed=["guessed", "off"])
    expected = ["confirmed", "tentative", "cancelled"]
    assert [e.status for e in made.calendar().events] == expected
    assert [e.status for e in merge(made).events] == expected
    confirmed = attrs.evolve(made, unreviewed=[])
    assert merge(made, confirmed).events[1].status == "confirmed"


def test_an_unreviewed_id_of_no_event_is_ignored_with_a_warning():
    with pytest.warns(UnknownEventWarning, match='^unreviewed: "gone" is the id of no event'):
        assert release(events=[event()], unreviewed=["gone"]).calendar().events[0].status


def test_what_is_unreviewed_is_a_list_of_ids():
    with pytest.raises(InvalidError, match=r'^unreviewed\[0\]: "a b" is not an id'):
        release(unreviewed=["a b"])
    with pytest.raises(InvalidError, match=r'^unreviewed: "e" is not a list or tuple$'):
        release(unreviewed="e")


def test_a_merged_calendar_takes_the_later_event_in_the_earlier_place():
    ours = load_release()
    days = EdtfInterval(EdtfDate(2022, 10, 12), EdtfDate(2022, 10, 13))
    summit = event(id="sixth-summit-2022", title="Sixth CICA Summit", when=days)
    later = release(id="later", title="The summit", events=[summit, event(id="new")])
    merged = merge(ours, later)
    assert (merged.id, merged.name) == ("cica", ours.title)
    assert [e.id for e in merged.events] == [*(e.id for e in ours.events), "new"]
    assert merged.events[4].when == days


def test_a_merged_calendar_says_of_itself_what_its_parts_agree_on():
    one = calendar(url="http://a", color="red", refresh=timedelta(hours=2))
    other = calendar(id="other", url="http://a", color="blue", refresh=timedelta(hours=1))
    assert merge(one, other, id="new", name="Both") == calendar(
        id="new", name="Both", url="http://a", refresh=timedelta(hours=1)
    )


@pytest.mark.parametrize(
    ("parts", "message"),
    [
        ((), "^parts: nothing to merge$"),
        ((calendar(), "x"), r'^parts\[1\]: "x" is not a Calendar or Release$'),
    ],
)
def test_only_calendars_and_releases_are_merged(parts, message):
    with pytest.raises(InvalidError, match=message):
        merge(*parts)


def test_field_problems_looks_at_the_fields_that_there_are():
    assert field_problems(Event, {}) == []
    assert field_problems(Event, {"place": "", "unknown": 1}) == []
    assert [path for path, _ in field_problems(Event, {"id": 5, "evidence": ["", "b"]})] == [
        *("id", "evidence[0]")
    ]


@pytest.mark.parametrize("count", [1_000, 10_000])
def test_a_repeated_id_is_found_among_many(count):
    with pytest.raises(InvalidError) as caught:
        calendar(events=[*many_events(count), event(id="event-0")])
    assert caught.value.problems == [
        (f"events[{count}].id", '"event-0" is the id of events[0] too')
    ]


# Times of day


def timed(when="2025-03-04", time="10:00", zone=None, **fields):
    return event(when=parse_edtf(when), time=time and parse_time(time), zone=zone, **fields)


@pytest.mark.parametrize(
    ("when", "time", "zone", "text"),
    [
        ("2025-03-04", "10:00", None, "4 March 2025, 10:00"),
        ("2025-03-04", "10:00/12:30", "Z", "4 March 2025, 10:00–12:30 UTC"),
        ("2025-03-04", "10:00", "-05:00", "4 March 2025, 10:00 UTC-05:00"),
        ("2025-03-04", "10:00", "Asia/Almaty", "4 March 2025, 10:00 Asia/Almaty"),
        (
            *("2025-03-04/2025-03-05", "22:00/02:00", "+01:00"),
            "4 March 2025, 22:00 – 5 March 2025, 02:00 UTC+01:00",
        ),
    ],
)
def test_a_time_is_told_with_the_date(when, time, zone, text):
    assert timed(when, time, zone).when_text == text


def test_a_zone_that_was_supplied_stands_in_brackets():
    made = timed(zone="Asia/Almaty", supplied=["zone"])
    assert made.when_text == "4 March 2025, 10:00 [Asia/Almaty]"
    assert timed(zone="Z", supplied=["zone"]).when_text == "4 March 2025, 10:00 [UTC]"


def test_the_moments_are_told_where_the_zone_is_known():
    stretch = timed("2025-03-04/2025-03-05", "22:00/02:00", "+01:00")
    assert stretch.starts == datetime(2025, 3, 4, 21, tzinfo=UTC)
    assert stretch.ends == datetime(2025, 3, 5, 1, tzinfo=UTC)
    assert timed(zone="Z").ends is None
    assert (timed().starts, timed().ends) == (None, None)
    assert (timed(time="10:00/11:00").ends, event().starts, event().ends) == (None, None, None)


@pytest.mark.parametrize(
    ("fields", "problems"),
    [
        ({"when": "2025-03"}, ["time: “10:00” needs a known day, or an interval of two"]),
        ({"when": "2025-03-04?"}, ["time: “10:00” needs a known day"]),
        ({"when": "XXXX-03-04"}, ["time: “10:00” needs a known day"]),
        ({"when": "2025-03-04/.."}, ["time: “10:00” needs a known day"]),
        ({"when": "2025-03-04/2025-04"}, ["time: “10:00” needs a known day"]),
        ({"when": "2025-03-04/2025-03-05"}, ["time: “10:00” needs an end, as in 10:00/18:00"]),
        ({"time": "12:30/10:00"}, ["time: “12:30/10:00” does not end after it starts"]),
        ({"time": "10:00/10:00", "zone": "Z"}, ["time: “10:00/10:00” does not end after"]),
        ({"time": None, "zone": "Z"}, ["zone: “Z” is the zone of no time"]),
        ({"zone": "Asia/Almata"}, ["zone: “Asia/Almata” is not a time zone: “Z”, an offset like"]),
        ({"zone": 6}, ["zone: 6 is not a time zone"]),
        (
            {"when": "0001-01-01", "zone": "+14:00"},
            ["time: 0001-01-01 10:00 +14:00 is a moment outside the years 0001 to 9999"],
        ),
        (
            # the clocks go from 02:00 to 03:00, so 02:30 is the moment that they show as 03:30
            {"when": "2025-03-30", "time": "02:30/03:15", "zone": "Europe/Brussels"},
            ["time: “02:30/03:15” does not end after it starts"],
        ),
    ],
)
def test_a_time_that_does_not_fit_is_refused(fields, problems):
    with pytest.raises(InvalidError) as caught:
        timed(**fields)
    lines = str(caught.value).split("\n")
    expected = [problem.replace("“", '"').replace("”", '"') for problem in problems]
    assert [line[: len(start)] for line, start in zip(lines, expected, strict=True)] == expected


def test_a_time_is_no_text():
    with pytest.raises(InvalidError, match=r'time: "10:00" is not a ClockTime; parse_time makes'):
        event(time="10:00")
    with pytest.raises(InvalidError, match=r"time: 10 is not a ClockTime$"):
        event(time=10)


def test_every_wrong_field_is_named_before_what_does_not_fit():
    with pytest.raises(InvalidError) as caught:
        timed("2025-03", zone="nowhere", title="")
    assert [path for path, _ in caught.value.problems] == ["title", "zone"]
