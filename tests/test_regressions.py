"""What fuzzing and measuring found, kept: each was a crash, a wrong reading, or endless work."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events import (
    Calendar,
    Event,
    FeedError,
    Release,
    check,
    draft_release,
    find_dates,
    ical,
    parse_edtf,
    publish,
    update_release,
)
from cica_events.errors import quoted
from cica_events.formats.ical.lines import components
from cica_events.quotes import is_dateline, is_unique, locate, position

NOW = datetime(2022, 10, 1, tzinfo=UTC)
EVENT = Event(id="e", title="T", when=parse_edtf("1993-04-01"), note="N")
CALENDAR = Calendar(id="c", name="C", events=(EVENT,))
DATA = ical.dumps(CALENDAR, now=NOW)


def with_lines(after: bytes, *lines: bytes) -> bytes:
    """The calendar's file with more lines after the one that begins so."""
    found = next(line for line in DATA.splitlines(keepends=True) if line.startswith(after))
    return DATA.replace(found, found + b"".join(line + b"\r\n" for line in lines))


# iCalendar: a file has one meaning, or is refused


def test_a_moment_that_there_is_not_damages_a_feed(tmp_path):
    data = DATA.replace(b"DTSTAMP:20221001T000000Z", b"DTSTAMP:20221301T000000Z")
    with pytest.raises(FeedError, match='"20221301T000000Z" is not a UTC moment'):
        ical.read_revisions(data, "c")
    (tmp_path / "c.ics").write_bytes(data)
    with pytest.raises(FeedError, match="is not a UTC moment"):
        publish(CALENDAR, tmp_path)
    assert (tmp_path / "c.ics").read_bytes() == data


@pytest.mark.parametrize(
    "line", [b"SUMMARY:U", b"summary:U", b"STATUS:CANCELLED", b"URL:http://a/", b"X-CICA-NOTE:M"]
)
def test_a_property_that_is_there_twice_is_not_read_as_either(line):
    data = with_lines(b"UID", line, line)
    with pytest.raises(FeedError, match="is there twice"):
        ical.loads(data)


@pytest.mark.parametrize("end", [b"\n", b"\r"])
def test_half_a_line_end_does_not_hide_a_line(end):
    data = DATA.replace(b"NOTE:N", b"NOTE:N" + end + b"STATUS:CANCELLED")
    with pytest.raises(FeedError):
        ical.loads(data)


@pytest.mark.parametrize("white", [" ", "\t"])
def test_an_empty_line_that_is_folded_is_no_part_of_either_line(white):
    data = DATA.replace(b"NAME:C\r\n", f"NAME:C\r\n\r\n{white}D:E\r\n".encode())
    with pytest.raises(FeedError, match="an empty line"):
        ical.loads(data)


@pytest.mark.parametrize(
    ("lines", "message"),
    [
        (
            "BEGIN:VCALENDAR BEGIN:VEVENT UID:a BEGIN:VEVENT",
            "VEVENT 1: cut off: END:VEVENT is missing",
        ),
        (
            "BEGIN:VCALENDAR BEGIN:VEVENT UID:a END:VCALENDAR",
            "VEVENT 1: cut off: END:VEVENT is missing",
        ),
        ("BEGIN:VCALENDAR VERSION:2.0", "cut off: END:VCALENDAR is missing"),
        ("VERSION:2.0", 'not an iCalendar file: "VERSION:2.0" stands outside a calendar'),
        ("", "not an iCalendar file: it is empty"),
    ],
)
def test_components_that_are_cut_off_are_named(lines, message):
    with pytest.raises(FeedError) as caught:
        components("\r\n".join(lines.split()))
    assert str(caught.value) == message


def test_a_fold_may_begin_with_a_tab():
    assert ical.loads(DATA.replace(b"SUMMARY:T", b"SUMM\r\n\tARY:T")) == CALENDAR


def test_a_parameter_in_quotation_marks_may_hold_a_colon():
    data = DATA.replace(b"SUMMARY:", b'SUMMARY;LANGUAGE=en;ALTREP="https://example.org/:a;b":')
    assert ical.loads(data) == CALENDAR
    assert ical.loads(data.replace(b"CALSCALE:GREGORIAN\r\n", b"").replace(b"\r", b"")) == CALENDAR


def test_an_alarm_that_a_program_added_is_passed_over():
    alarm = b"BEGIN:VALARM", b"TRIGGER:-PT15M", b"ACTION:DISPLAY", b"DESCRIPTION:A", b"END:VALARM"
    assert ical.loads(with_lines(b"X-CICA-BASIS", *alarm)) == CALENDAR


@pytest.mark.parametrize(
    "data",
    [
        with_lines(b"END:VEVENT", b"NAME:Another"),
        with_lines(b"UID", b"END:VEVENT", b"SUMMARY:T"),
    ],
)
def test_what_stands_between_events_is_not_lost(data):
    with pytest.raises(FeedError):
        ical.loads(data)


def test_an_event_that_lost_its_beginning_is_not_lost_in_silence():
    first = DATA.index(b"BEGIN:VEVENT")
    with pytest.raises(FeedError):
        ical.loads(DATA[:first] + DATA[DATA.index(b"CATEGORIES") :])


def test_a_character_that_ends_the_file_for_others_is_refused():
    with pytest.raises(FeedError, match=r"^not an iCalendar file: it holds the character U\+0000$"):
        ical.loads(with_lines(b"UID", b"X-\0:a"))


def test_a_name_with_a_space_is_not_passed_over():
    with pytest.raises(FeedError, match='"NOTE " is not the name of a property'):
        ical.loads(with_lines(b"UID", b"NOTE :a"))


@pytest.mark.parametrize("parameters", [";", ";VALUE", ";VALUE=A;B", ";=TEXT", ";A=B;"])
def test_a_line_that_other_programs_pass_over_is_refused(parameters):
    with pytest.raises(FeedError, match=f"NOTE has {quoted(parameters)} where parameters are"):
        ical.loads(with_lines(b"UID", f"NOTE{parameters}:a".encode()))


def test_a_parameter_may_hold_in_quotes_what_parts_lines():
    assert ical.loads(with_lines(b"UID", b'NOTE;X-A="a:b;c";X-B=d,"e":a')) == CALENDAR


def test_a_component_is_one_wherever_its_name_is_folded():
    assert ical.loads(DATA.replace(b"BEGIN:VEVENT", b"BEG\r\n IN:VEVENT")) == CALENDAR
    folded = DATA.replace(b"BEGIN:VEVENT", b"BEG\r\n IN:VEVENT")
    for data in (folded, folded.replace(b"END:VEVENT", b"EN\r\n D:VEVENT")):
        (revision,) = ical.read_revisions(data, "c")
        assert revision.event("c") == EVENT


def test_what_is_no_escape_stands_for_itself():
    assert ical.loads(DATA.replace(b"NAME:C", rb"NAME:\f\\n\,\;")).name == r"\f\n,;"


# Texts: as long as they may be, and as much alike


def test_the_same_sentence_again_and_again_is_quoted_once():
    (event,) = draft_release("They met on 3 June 2024. " * 500, "2024-07").events
    assert event.evidence == ("They met on 3 June 2024.",)


def test_a_quote_grows_only_so_far():
    text = "They met there once more and again on 3 June 2024 and " * 100
    (event,) = draft_release(text, "2024-07").events
    assert max(len(quote.split()) for quote in event.evidence) < 250
    assert not any(is_unique(text, quote) for quote in event.evidence[1:-1])


def test_many_dates_in_one_quote_are_paired_in_time():
    days = [f"{1 + n % 28} May {1000 + n}" for n in range(3000)]
    text = f"They met in {', in '.join(days)}."
    event = Event(id="e", title="T", when=parse_edtf("1000-05-01/3999-05-04"), evidence=[text])
    (problem, *_) = check(Release(id="r", title="R", text=text, events=[event]))
    assert problem.path == "events[0].basis"


def test_many_quotes_of_one_text_are_found_in_time():
    text = " ".join(
        f"On {1 + n % 28} May {1950 + n % 70} they met for the {n}th time." for n in range(4000)
    )
    events = draft_release(text, "2022-05-10").events
    assert sum(len(event.evidence) for event in events) == 4000
    assert check(Release(id="r", title="R", text=text, events=events)) == []


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Pool \x10fair|May\x00\n10 May", "Pool fair|May"),  # named by the first line
        ("The \x10pool was shut. It reopens on 10 May.", "Pool reopens"),  # by a sentence before
        ("Pool \x10opening\nBaku, Azerbaijan, 10 May", "Pool opening"),  # by the line above
    ],
)
def test_a_control_character_in_a_line_that_names_a_date_stays_out_of_its_title(text, title):
    assert draft_release(text, "2024").events[-1].title == title


def test_a_control_character_in_a_table_stays_out_of_titles_and_places():
    (event,) = draft_release("\x03Forum | Place\n2 May 2022 | Rome\n", "2022-05-10").events
    assert event.title == "Forum"
    (event,) = draft_release("Forum | Place\n2 May 2022 | \x1bRome \x03\n", "2022-05-10").events
    assert event.place == "Rome"


def test_a_raised_digit_is_no_day():
    assert [mention.text for mention in find_dates("10 and ³ May", "2022-05-10")] == ["May"]


@pytest.mark.parametrize(
    ("text", "found"),
    [("3 June 1y", "3 June"), ("May-1d 2021", "May"), ("2021/1²", "2021/1²"), ("May-1²", "May")],
)
def test_what_only_begins_with_a_digit_is_no_year(text, found):
    assert find_dates(text, "2022-10-20")[0].text == found


def test_a_control_character_beside_a_phrase_stays_out_of_what_is_carried_over():
    sentence = "The annual\x03 Forum, under the president, has become a platform."
    previous = draft_release(sentence, "2022-10-20")
    again = update_release(previous, f"{sentence}\nAn annual fair.")
    assert "\x03" not in "".join(aside.text for aside in again.set_aside)


def test_a_year_at_the_end_of_a_line_is_no_time_of_the_line_below():
    (mention,) = find_dates("Fair on 3 May 2022\nHours: 10.30 a.m.", "2022-05-10")
    assert (str(mention.when), str(mention.time)) == ("2022-05-03", "10:30")


def test_a_possessive_is_one_with_any_apostrophe():
    for sign in "'\u2018\u2019`":
        (mention,) = find_dates(f"a report on Friday{sign}s vote", "2022-05-11")
        assert str(mention.when) == "2022-05-06"


def test_a_dateline_is_short():
    assert is_dateline("ALMATY, 17 July 2010 – They met", 8, 20)
    assert not is_dateline(f"{'A' * 300} 17 July 2010 – They met", 301, 313)
    assert is_dateline(f"{'A' * 198} 17 July 2010 – They met", 199, 211)
    assert not is_dateline(f"{'A' * 199} 17 July 2010 – They met", 200, 212)
    assert is_dateline("At the old town 17 July 2010 – They met", 16, 28)
    assert not is_dateline("At the very old town 17 July 2010 – They met", 21, 33)
    assert is_dateline("Rome, 17 July 2010 by our staff", 6, 18)
    assert not is_dateline("Rome, 17 July 2010 by our own staff", 6, 18)


def test_a_verb_far_from_a_date_tells_nothing_of_it():
    text = f"They will meet{' and' * 300} in May this year"
    release = draft_release(text, "2022-11")
    assert check(release) == []
    assert check(draft_release(text.replace(" and", ""), "2022-11")) != []


texts = st.lists(st.sampled_from(["met", "helmet", "in", "1993", "199", ",", "\n", "a"])).map(
    " ".join
)


@given(texts, st.data())
def test_a_quote_is_found_where_a_plain_search_finds_it(text, data):
    squeezed = " ".join(text.split())
    start = data.draw(st.integers(0, len(squeezed)))
    quote = squeezed[start : data.draw(st.integers(start, len(squeezed)))].strip()
    found = locate(text, quote)
    if not quote:
        assert found is None
        return
    begin, end = found
    assert " ".join(text[begin:end].split()) == quote
    assert len(" ".join(text[:begin].split())) <= squeezed.find(quote)
    assert is_unique(text, quote) == (squeezed.rfind(quote) == squeezed.find(quote))
    line, column = position(text, begin)
    assert text.split("\n")[line - 1][column - 1] == text[begin]
