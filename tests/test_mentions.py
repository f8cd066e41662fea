"""Dates in prose: what is found, what it is worth, and what is left alone."""

from __future__ import annotations

import json
import re
import time
from datetime import date, datetime
from pathlib import Path

import pytest
from conftest import SHARED
from hypothesis import example, given
from hypothesis import strategies as st

from cica_events.edtf import MONTHS, EdtfDate, EdtfInterval, parse_edtf
from cica_events.errors import CicaEventsError, EdtfError
from cica_events.finding import reasons
from cica_events.finding.english import WORDS as LEXICON
from cica_events.mentions import DateMention, find_dates

ROOT = Path(__file__).parents[1]
CASES = SHARED / "releases"
DOC = ROOT / "docs/dates.md"
DAY = "2022-05-16"  # a Monday


def dated(text: str, published: str | None = DAY) -> list[tuple[str, str, str | None]]:
    found = find_dates(text, published)
    return [(m.text, str(m.when), m.basis) for m in found if m.when is not None]


# --- Dates, by the way in which they are written --------------------------------------------------

STATED = {
    "10 May 2022": "2022-05-10",
    "May 10, 2022": "2022-05-10",
    "May 10th, 2022": "2022-05-10",
    "the 10th of May 2022": "2022-05-10",
    "the tenth of May, 2022": "2022-05-10",
    "May the 10th, 2022": "2022-05-10",
    "the twenty-first of May 2022": "2022-05-21",
    "10 May of 2022": "2022-05-10",
    "10\nMay\u00a02022": "2022-05-10",
    "10-May-2022": "2022-05-10",
    "10 MAY 2022": "2022-05-10",
    "10 may 2022": "2022-05-10",
    "may 10, 2022": "2022-05-10",
    "10 Sept. 2022": "2022-09-10",
    "Oct. 13, 2022": "2022-10-13",
    "Tuesday, 10 May 2022": "2022-05-10",
    "Tue. 10 May 2022": "2022-05-10",
    "10 May 2022 (Tuesday)": "2022-05-10",
    "May 10, 2022, Tues.": "2022-05-10",
    "10 May 2022 Tuesday": "2022-05-10",
    "Tuesday morning, 10 May 2022": "2022-05-10",
    "the evening of 10 May 2022": "2022-05-10",
    "10.05.2022": "2022-05-10",
    "05.13.2022": "2022-05-13",
    "2022-05-10": "2022-05-10",
    "Tuesday, 2022-05-10": "2022-05-10",
    "Tue. 10.05.2022": "2022-05-10",
    "2022/05/10": "2022-05-10",
    "13/05/2022": "2022-05-13",
    "05/13/2022": "2022-05-13",
    "05/05/2022": "2022-05-05",
    "2022-05": "2022-05",
    "May 2022": "2022-05",
    "2022": "2022",
    "the year 2022": "2022",
    "the beginning of 2021": "2021",
    "the end of May 2022": "2022-05",
    "early May 2022": "2022-05",
    "mid-May 2022": "2022-05",
    "the second half of May 2022": "2022-05",
    "late 2022": "2022",
    "around 1993": "1993~",
    "circa 1993": "1993~",
    "spring 2022": "2022-21",
    "the spring of 2022": "2022-21",
    "Q3 2022": "2022-35",
    "2022 Q3": "2022-35",
    "the third quarter of 2022": "2022-35",
    "the last quarter of 2022": "2022-36",
    "H1 2022": "2022-40",
    "the second half of 2021": "2021-41",
    "the first five months of 2022": "2022-01/2022-05",
    "the last two months of 2021": "2021-11/2021-12",
    "the 1990s": "199X",
    "the early 1990s": "199X",
    "the 1990's": "199X",
    "the 2000s": "200X",
    "10-11 May 2022": "2022-05-10/2022-05-11",
    "May 10\u201311, 2022": "2022-05-10/2022-05-11",
    "the night of 10-11 May 2022": "2022-05-10/2022-05-11",
    "28 April \u2014 2 May 2022": "2022-04-28/2022-05-02",
    "April 28 to May 2, 2022": "2022-04-28/2022-05-02",
    "28 April 2022 through 2 May": "2022-04-28/2022-05-02",
    "28 December 2021 until 2 January": "2021-12-28/2022-01-02",
    "28 December till 2 January 2022": "2021-12-28/2022-01-02",
    "10-12.05.2022": "2022-05-10/2022-05-12",
    "10.05.2022-12.05.2022": "2022-05-10/2022-05-12",
    "10.-12.05.2022": "2022-05-10/2022-05-12",
    "15.3.\u201322.6.2022": "2022-03-15/2022-06-22",
    "28.12. to 2.1.2022": "2021-12-28/2022-01-02",
    "10 and 11 May 2022": "2022-05-10/2022-05-11",
    "10, 11 and 12 May 2022": "2022-05-10/2022-05-12",
    "May 10 & 11, 2022": "2022-05-10/2022-05-11",
    "March to June 2022": "2022-03/2022-06",
    "December 2021 - March 2022": "2021-12/2022-03",
    "mid-May - early June 2022": "2022-05/2022-06",
    "2010-2014": "2010/2014",
    "2010 to 2014": "2010/2014",
    "late 2019 to early 2021": "2019/2021",
    "2019 to late 2021": "2019/2021",
    "2021/2022": "2021/2022",
    "2021/22": "2021/2022",
    "2019\u201322": "2019/2022",
    "2010 to the present": "2010/..",
    "spring - autumn 2022": "2022-21/2022-23",
}


@pytest.mark.parametrize(
    ("text", "is_asked"),
    [
        ("May 10: Last Day to add a class", False),
        ("The last day of classes is 5 May 2022.", False),
        ("It is the last day for comments.", False),
        ("It closed on the last day of the fair.", True),
        ("They met the last day.", True),
        ("It rained the next day of the fair.", True),
    ],
)
def test_the_last_day_to_do_something_is_what_is_dated(text: str, is_asked: bool) -> None:
    [mention] = [m for m in find_dates(text, "2022") if m.text.casefold().endswith("t day")]
    assert mention.open is is_asked


@pytest.mark.parametrize(
    ("text", "phrases"),
    [
        ("June 3 Monday Classes begin", ["June 3 Monday"]),
        ("June 3\nMon\nClasses begin\n\nJune 4\nTue.\nLabs", ["June 3\nMon", "June 4\nTue."]),
        ("3 June 2019\nMonday\nClasses begin", ["3 June 2019\nMonday"]),
        ("from 3 May, Monday to Friday", ["3 May", "Monday to Friday"]),
        ("on 12 March, Tuesday 19 March", ["12 March", "Tuesday 19 March"]),
        ("on 3 May, Friday's edition", ["3 May", "Friday"]),
        ("on 3 May and Tuesday", ["3 May", "Tuesday"]),
    ],
)
def test_a_weekday_after_a_day_is_part_of_it_unless_it_begins_something_else(
    text: str, phrases: list[str]
) -> None:
    assert [mention.text for mention in find_dates(text, "2019-02-01")] == phrases


@pytest.mark.parametrize(("phrase", "edtf"), STATED.items())
@pytest.mark.parametrize("frame", ["It was in {}.", "{}", "({})", "\u201c{},\u201d he said"])
def test_a_stated_date_needs_no_publication(frame: str, phrase: str, edtf: str) -> None:
    assert dated(frame.format(phrase), None) == [(phrase, edtf, "stated")]


RESOLVED = {
    "today": "2022-05-16",
    "tonight": "2022-05-16",
    "yesterday": "2022-05-15",
    "tomorrow morning": "2022-05-17",
    "the day before yesterday": "2022-05-14",
    "the day after tomorrow": "2022-05-18",
    "this morning": "2022-05-16",
    "last night": "2022-05-15",
    "this year": "2022",
    "last year": "2021",
    "next year": "2023",
    "the current year": "2022",
    "the end of last year": "2021",
    "the end of the year": "2022",
    "the end of the month": "2022-05",
    "this month": "2022-05",
    "next month": "2022-06",
    "this decade": "202X",
    "this week": "2022-05-16/2022-05-22",
    "last week": "2022-05-09/2022-05-15",
    "next weekend": "2022-05-28/2022-05-29",
    "last Friday": "2022-05-13",
    "last Monday": "2022-05-09",
    "this Friday": "2022-05-20",
    "next Monday": "2022-05-23",
    "this August": "2022-08",
    "last October": "2021-10",
    "next October": "2022-10",
    "next May": "2023-05",
    "last spring": "2021-21",
    "this fall": "2022-23",
    "this winter": "2022-24",
    "October this year": "2022-10",
    "October of last year": "2021-10",
    "10 May this year": "2022-05-10",
    "the first quarter of this year": "2022-33",
    "the first half of the year": "2022-40",
    "20 years ago": "2002",
    "five years ago": "2017",
    "about 30 years ago": "1992~",
    "more than 30 years ago": "1992~",
    "two decades ago": "200X",
    "two months ago": "2022-03",
    "two weeks ago": "2022-05-02/2022-05-08",
    "three days ago": "2022-05-13",
    "March 2021 to May this year": "2021-03/2022-05",
}


@pytest.mark.parametrize(("phrase", "edtf"), RESOLVED.items())
def test_relative_words_count_from_publication(phrase: str, edtf: str) -> None:
    assert dated(f"They met {phrase}.") == [(phrase, edtf, "resolved")]
    assert dated(f"They met {phrase}.", None) == []
    assert all(m.open for m in find_dates(f"They met {phrase}.") if m.text == phrase)


INFERRED = [
    ("signed on 10 May in Ankara", "2022-05-10"),
    ("a summit is to be held in October", "2022-10"),
    ("In October, ministers will meet", "2022-10"),
    ("a summit was held in October", "2021-10"),
    ("In October, ministers met", "2021-10"),
    ("a summit was held in December", "2021-12"),
    ("on 29 December, the talks ended", "2021-12-29"),
    ("it was opened on 20 May", "2022-05-20"),
    ("Monday, 23 May", "2022-05-23"),
    ("4-5 April", "2022-04-04/2022-04-05"),
    ("held from 28 December to 2 January", "2021-12-28/2022-01-02"),
    ("10 and 11 May", "2022-05-10/2022-05-11"),
    ("the first session in 2019 was held on 19 April", "2019-04-19"),
    ("on 12 May they found that trade in 2020 had grown", "2022-05-12"),
    ("founded in 1992, it will hold its summit in October", "2022-10"),
    ("the plan for 2025 was signed on 12 January", "2022-01-12"),
    ("They came on 28 August 2019. They left on 30 August.", "2019-08-30"),
    ("They came on 28 August 2019.\n\nThey left on 30 March.", "2022-03-30"),
    ("on 10 May, in Vision 2025, they", "2022-05-10"),
    ("in the nineties", "199X"),
    ("in the late nineties", "199X"),
    ("in the 90s", "199X"),
    ("in the second quarter", "2022-34"),
    ("in spring.", "2022-21"),
    ("in the spring, they", "2022-21"),
    ("the day will be 29 February", "2024-02-29"),
    ("In 2020 trade grew, he said on 12 May", "2022-05-12"),
]


@pytest.mark.parametrize(("text", "edtf"), INFERRED)
def test_a_missing_year_is_inferred(text: str, edtf: str) -> None:
    assert (edtf, "inferred") in [(when, basis) for _, when, basis in dated(text)]


def test_without_publication_a_year_comes_from_the_words_around_or_not_at_all() -> None:
    assert dated("In 2023 it was held on 19 April", None)[1] == (
        "19 April",
        "2023-04-19",
        "inferred",
    )
    assert dated("the tens and the nineties", "2022")[0][1] == "199X"
    assert dated("in the twenties", None) == [("the twenties", "192X", "inferred")]
    assert dated("in the twenties", "2031") == [("the twenties", "202X", "inferred")]
    assert dated("On 19 August, in the year 2019", None)[0][1] == "2019-08-19"
    [day] = find_dates("held on 10 May")
    assert (day.when, day.open) == (None, True)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("said on Thursday that talks would go on", "2022-05-12"),
        ("arrived on Monday", "2022-05-16"),
        ("will leave on Friday evening", "2022-05-20"),
        ("On Friday, ministers will meet", "2022-05-20"),
    ],
)
def test_a_weekday_is_the_one_that_the_verbs_point_to(text: str, when: str) -> None:
    assert [(w, basis) for _, w, basis in dated(text)] == [(when, "inferred")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("in two years", None),
        ("will return in two years", "2024"),
        ("grew in two years", None),
        ("in several years, will it return?", None),
    ],
)
def test_in_so_many_years_is_a_date_only_in_the_future(text: str, expected: str | None) -> None:
    [mention] = find_dates(text, DAY)
    assert mention.when == (expected and parse_edtf(expected))


# --- What is no date, and why ---------------------------------------------------------------------

ASIDE = [
    ("The note of 10/05/2022", "10/05/2022", "day/month", True),
    ("The note of 10.05.22", "10.05.22", "centuries", True),
    ("in the 1900s", "the 1900s", "centuries", True),
    ("in 2010-12", "2010-12", "month or a range", True),
    ("on 31 June 2022", "31 June 2022", "no such day", True),
    ("99 centuries ago, 9000 years ago", "9000 years ago", "no such day", True),
    ("from 5 May 2022 to 3 May 2022", "5 May 2022 to 3 May 2022", "no such day", True),
    ("the annual forum", "annual", "recurrence", True),
    ("every two years", "every two years", "recurrence", True),
    ("each spring", "each spring", "recurrence", True),
    ("on Mondays", "Mondays", "recurrence", True),
    ("Monday to Friday", "Monday to Friday", "recurrence", True),
    ("the following day", "the following day", "another date", True),
    ("two years later", "two years later", "another date", True),
    ("the next day", "the next day", "another date", True),
    ("the last day", "the last day", "another date", True),
    ("chaired for two terms", "two terms", "duration", False),
    ("a week-long trip", "a week-long", "duration", False),
    ("a five-year plan", "five-year", "duration", False),
    ("over the last year", "the last year", "duration", False),
    ("for the next three years", "the next three years", "duration", False),
    ("several years ago", "several years ago", "names no date", False),
    ("ten minutes ago", "ten minutes ago", "names no date", False),
    ("the first ten days of 2022", "the first ten days of 2022", "names no date", False),
    ("the fifth quarter of 2022", "the fifth quarter of 2022", "names no date", False),
    ("the 21st century", "the 21st century", "a century", False),
    ("They may agree", "may", "ordinary word", False),
    ("May peace prevail", "May", "ordinary word", False),
    ("May the second decade begin", "May the second", "ordinary word", False),
    ("by April Jones", "April", "ordinary word", False),
    ("He sat down", "sat", "ordinary word", False),
    ("in his nineties", "nineties", "ordinary word", False),
    ("Sun Weidong spoke", "Sun", "ordinary word", False),
    ("on Black Friday", "Friday", "part of a name", False),
    ("Mr Wednesday came", "Wednesday", "part of a name", False),
    ("Minister Sunday Dare", "Sunday", "part of a name", False),
    ("Vision 2025", "2025", "part of a name", False),
    ("3.12.9 was followed by 3.12.10", "3.12.10", "part of a number", False),
    ("Vision \u2013 2040", "2040", "part of a name", False),
    ("EXPO-2017", "2017", "part of a name", False),
    ("the 2030 Agenda", "2030", "part of a name", False),
    ("the 2030 Sustainable Development Agenda", "2030", "part of a name", False),
    ("the 2019-nCoV virus", "2019", "part of a name", False),
    ("Action Plan 2022-2026", "2022-2026", "part of a name", False),
    ("1992 km long", "1992", "quantity", False),
    ("a 2005-km road", "2005", "quantity", False),
    ("worth $2022", "2022", "quantity", False),
    ("paid 2021 US dollars", "2021", "quantity", False),
    ("about 1993 delegations came", "about 1993", "quantity", False),
    ("planted 2022 trees", "2022", "quantity", False),
    ("resolution 1540", "1540", "number", False),
    ("resolution 2231 (2015)", "2015", "number", False),
    ("No. 2022", "2022", "number", False),
    ("A/RES/2022/15", "2022/15", "number", False),
    ("S/2022/315", "2022/315", "number", False),
    ("+994 12 2021", "2021", "number", False),
    ("phone: 20-10-2015", "20-10-2015", "number", False),
    ("2020-2021-2022", "2020-2021", "number", False),
    ("12-2022", "2022", "number", False),
    ("the 1540 Committee", "1540", "number", False),
    ("Directive 2010/75/EU", "2010/75", "number", False),
    ("by 2010/75", "2010/75", "number", False),
    ("in 1500 towns", "1500", "number", False),
    ("2022 15 things", "2022", "number", False),
    ("at 2010 Dostyk Street", "2010", "address", False),
    ("at 1917 October Street", "1917 October", "address", False),
    ("on 28 May Street", "28 May", "address", False),
    ("www.cica.org/news-2022", "2022", "address", False),
    ("2022@cica.org", "2022", "address", False),
]


@pytest.mark.parametrize(("text", "phrase", "reason", "is_open"), ASIDE)
def test_what_is_no_date_says_why(text: str, phrase: str, reason: str, is_open: bool) -> None:
    mention = next(m for m in find_dates(text, DAY) if m.text == phrase)
    assert (mention.when, mention.basis, mention.open) == (None, None, is_open)
    assert mention.reason is not None
    assert reason in mention.reason


MIXED = [
    ("in 2021 and 2022", ["2021", "2022"]),
    ("between 2010 and 2014", ["2010/2014"]),
    ("between late 2010 and early 2014", ["2010/2014"]),
    ("between April and June 2021", ["2021-04/2021-06"]),
    ("UN Day will be marked on 24 October", ["2022-10-24"]),
    ("between 28 April and 2 May 2022", ["2022-04-28/2022-05-02"]),
    ("on 3 March and 10 May 2022", ["2022-03-03", "2022-05-10"]),
    ("on 3 March 2021, 4 April 2021, and 10 May 2022", ["2021-03-03", "2021-04-04", "2022-05-10"]),
    ("in April, June and July 2021", ["2021-04", "2021-06", "2021-07"]),
    ("in January and Vision 2025", ["2022-01"]),
    ("In 2022 Independence Square was rebuilt", ["2022"]),
    ("Dr. A. Lee came in May 2022. It was 2021.", ["2022-05", "2021"]),
    ("in 2022 - 10 countries", ["2022"]),
    ("on Monday 10 foo, 2021", ["2022-05-16", "2021"]),
    ("the 2021'x", ["2021"]),
    ("from the spring of 1648", ["1648-21"]),
    ("in 1648", ["1648"]),
    ("VIENNA, 4 July 2010 \u2013 It was agreed", ["2010-07-04"]),
    ("on 2022-05-10T10:00", ["2022-05-10"]),
    ("Earlier this year", ["2022"]),
    ("since 2009", ["2009"]),
]


@pytest.mark.parametrize(("text", "expected"), MIXED)
def test_several_phrases_of_one_text(text: str, expected: list[str]) -> None:
    assert [when for _, when, _ in dated(text)] == expected


def test_odd_spellings_and_weekdays_are_told() -> None:
    for text in ("15 Janury 2024", "Janury 15, 2024", "the 15 Jnauary 2024", "15 Januarry 2024"):
        [mention] = find_dates(f"on {text}")
        assert (str(mention.when), mention.basis) == ("2024-01-15", "stated")
        assert mention.text in text
        assert "is read as January" in (mention.reason or "")
    [mention] = find_dates("Monday, 10 May 2022")
    assert (str(mention.when), mention.reason) == (
        "2022-05-10",
        "10 May 2022 is another day of the week",
    )
    [mention] = find_dates("from 10 to 11 Octobar 2017")
    assert (str(mention.when), mention.basis) == ("2017-10-10/2017-10-11", "stated")
    assert find_dates("on 31 Febuary 2022")[0].open
    assert dated("Monday, 31 February 2022") == []
    assert [m.text for m in find_dates("Wed. 10 foo 2022")] == ["Wed", "2022"]


@pytest.mark.parametrize(
    "published", ["2022", "2022-05", "2022-05-16/2022-05-18", "2021/2022", "XXXX", "2022/..", None]
)
def test_what_publication_does_not_say_is_not_made_up(published: str | None) -> None:
    for phrase in ("today", "on Monday", "last week", "three days ago", "this morning"):
        [mention] = find_dates(phrase, published)
        assert (mention.when, mention.open) == (None, True)
    year_known = published is not None and published[:8] in ("2022", "2022-05", "2022-05-")
    month_known = year_known and published != "2022"
    assert bool(dated("next year, October this year", published)) == year_known
    assert bool(dated("next month, last October", published)) == month_known


def test_publication_may_be_a_value_or_a_day() -> None:
    day = date(2022, 5, 16)
    for published in (day, datetime(2022, 5, 16, 10), EdtfDate(2022, 5, 16), DAY):  # noqa: DTZ001
        assert str(find_dates("today", published)[0].when) == DAY
    interval = EdtfInterval(EdtfDate(2022, 5, 16), EdtfDate(2022, 5, 17))
    assert find_dates("this month", interval)[0].when == EdtfDate(2022, 5)


@pytest.mark.parametrize("published", ["10 May", "", 2022, 1.5, b"2022", ("2022",)])
def test_a_wrong_publication_is_refused(published: object) -> None:
    with pytest.raises(EdtfError):
        find_dates("today", published)  # type: ignore[arg-type]
    with pytest.raises(EdtfError, match="is not text"):
        find_dates(published if published != "" and published != "10 May" else None)  # type: ignore[arg-type]


def test_the_bundled_release() -> None:
    text = (ROOT / "data/cica/source.txt").read_text(encoding="utf-8")
    found = [(m.text, str(m.when), m.basis) for m in find_dates(text, "2022")]
    assert found == [
        ("10 May", "2022-05-10", "inferred"),
        ("October this year", "2022-10", "resolved"),
        ("April 1993", "1993-04", "stated"),
        ("14 September 1999", "1999-09-14", "stated"),
        ("two terms", "None", None),
        ("2010 to 2014", "2010/2014", "stated"),
        ("2021", "2021", "stated"),
        ("2022", "2022", "stated"),
        ("annual", "None", None),
    ]


# --- The open cases -------------------------------------------------------------------------------


def _same(mention: DateMention, want: dict[str, object]) -> bool:
    when = parse_edtf(str(want["edtf"]))
    found = mention.when
    return (
        found is not None
        and (mention.start, mention.end) == (want["start"], want["end"])
        and (found.earliest, found.latest) == (when.earliest, when.latest)
    )


@pytest.mark.shared_cases
def test_the_open_cases_are_found_with_their_values() -> None:
    right = found = wanted = 0
    for path in sorted(CASES.glob("*.json")):
        release = json.loads(path.read_bytes())
        for sentence in release.get("sentences", ()):
            got = [m for m in find_dates(sentence["text"], release["anchor"]) if m.when]
            want = [e for e in sentence["expressions"] if e["kind"] in ("date", "interval")]
            right += sum(any(_same(m, e) for m in got) for e in want)
            found, wanted = found + len(got), wanted + len(want)
    assert 2 * right / (found + wanted) >= 0.97


@pytest.mark.shared_cases
def test_at_most_one_of_the_hard_negatives_is_tagged() -> None:
    file = json.loads((CASES / "hard_negatives.json").read_bytes())
    tagged = [n["text"] for n in file["items"] if dated(n["text"], file["anchor"])]
    assert len(tagged) <= 1, tagged


# --- Promises that hold for any text --------------------------------------------------------------


def _table(term: str) -> list[str]:
    """The words of one table of the lexicon."""
    entries = re.search(rf"^{term}: ((?:.|\n(?= ))*)", LEXICON, re.MULTILINE)
    assert entries is not None
    return [entry.partition("=")[0] for entry in entries[1].split()]


PROMISED_TERMS = "full_month word_month short_month weekday short_weekday near_day"
PROMISED = {word for term in PROMISED_TERMS.split() for word in _table(term)}
NUMERIC = re.compile(
    r"(?<![\w./-])(?:[0-9]{4}([./-])[0-9]{1,2}\1[0-9]{1,2}"
    r"|[0-9]{1,2}([./-])[0-9]{1,2}\2(?:[0-9]{4}|[0-9]{2}))(?![\w./-])"
)


def promised(text: str) -> list[tuple[int, int]]:
    """Every name, year, numeric date and relative word, by a scanner that knows no grammar."""
    spans = [match.span() for match in NUMERIC.finditer(text)]
    for match in re.finditer(r"[^\W_]+", text):
        before, after = text[: match.start()][-2:], text[match.end() :][:2]
        decimal = re.match(r"\.[0-9]", after) or re.fullmatch(r"[0-9][.,]", before)
        year = re.fullmatch(r"[12][0-9]{3}", match[0]) and not decimal
        if year or (match[0].isascii() and match[0].lower() in PROMISED):
            spans.append(match.span())
    return spans


def assert_promises(text: str, published: str | None) -> None:
    found = find_dates(text, published)
    ends = [0, *(m.end for m in found)]
    for mention, last in zip(found, ends, strict=False):
        assert last <= mention.start < mention.end
        assert text[mention.start : mention.end] == mention.text
        assert (mention.when is None) == (mention.basis is None)
        assert mention.when is not None or mention.reason
    for start, end in promised(text):
        assert any(m.start <= start and end <= m.end for m in found), text[start:end]


WORDS = sorted({entry.partition("=")[0].rstrip(":") for entry in LEXICON.split()} - {""})
PIECES = st.one_of(
    st.sampled_from(WORDS).flatmap(lambda w: st.sampled_from([w, w.title(), w.upper()])),
    st.integers(0, 32).map(str),
    st.integers(1000, 2999).map(str),
    st.sampled_from(["10th", "1990s", "90s", "Q2", "h1", "10.05.2022", "13/05/22", "2022-05-10"]),
    st.sampled_from(["Foo", "bar", "Janury", "2,021", "3.5", "10:30", "A/RES/1", "x@y.kz", "'s"]),
    st.sampled_from(
        ["\u0130", "\u017fat", "wee\u212a", "\u0662\u0660", "\ud800", "\0", "May\u0301"]
    ),
    st.sampled_from(
        ["_", "-", "\u2013", "\u2014", ",", ".", "/", "(", ")", "&", "'", "\u2019", "$"]
    ),
    st.text(max_size=3),
)
GAPS = st.sampled_from(
    ["", " ", " ", " ", " ", "\n", "\n\n", "\u00a0", "\t", ", ", ". ", "-", " - "]
)
PUBLISHED = st.sampled_from(
    [None, "2022", "2022-05", DAY, "0001", "0001-01-01", "9999-12-31", "9999", "2022-05/2022-06"]
)


@given(st.lists(st.tuples(PIECES, GAPS), max_size=12), PUBLISHED)
@example([("twenty-", ""), ("wed", "")], None)
@example([("the", " "), ("2021", "'"), ("s", "")], None)
def test_promises_hold_for_words_of_the_lexicon(
    parts: list[tuple[str, str]], pub: str | None
) -> None:
    assert_promises("".join(piece + gap for piece, gap in parts), pub)


@given(st.text(), PUBLISHED)
def test_promises_hold_for_any_text(text: str, published: str | None) -> None:
    assert_promises(text, published)


def test_every_promised_word_of_a_long_text_is_counted() -> None:
    text = "\n".join(f"May {w} of {w.title()}, 2022/{n} and {n}" for n, w in enumerate(WORDS, 1000))
    assert_promises(text, DAY)
    assert len(promised(text)) > 1000


DAY_TEMPLATES = [
    *("{d} {m} {y}", "{m} {d}, {y}", "{d} {a} {y}", "{a} {d}, {y}", "{d}{s} of {m}, {y}"),
    *("the {d}{s} of {m} {y}", "{m} {d}{s}, {y}", "{w}, {d} {m} {y}", "{w} {m} {d} {y}"),
    *("{y}-{mm}-{dd}", "{y}/{mm}/{dd}", "{dd}.{mm}.{y}", "{d}.{n}.{y}", "{d}-{b}-{y}"),
    *("the evening of {d} {m} {y}", "{w} night, {d} {m} {y}", "{d}\u00a0{m}\n{y}"),
]
WIDER_TEMPLATES = {
    "{m} {y}": "{y}-{mm}",
    "the end of {m} {y}": "{y}-{mm}",
    "mid-{m} {y}": "{y}-{mm}",
    "{y}": "{y}",
    "early {y}": "{y}",
    "the beginning of {y}": "{y}",
    "around {y}": "{y}~",
    "{d} {m} {y} - {d} {m} {next}": "{y}-{mm}-{dd}/{next}-{mm}-{dd}",
    "{y}\u2013{next}": "{y}/{next}",
    "{m} {y} to {m} {next}": "{y}-{mm}/{next}-{mm}",
}


def _fields(day: date) -> dict[str, object]:
    suffix = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    name = MONTHS[day.month - 1]
    weekday = [w.title() for w in _table("weekday")][day.weekday()]
    fields = {"d": day.day, "dd": f"{day.day:02}", "n": day.month, "mm": f"{day.month:02}"}
    years = {"y": day.year, "next": day.year + 1}
    return (
        fields
        | years
        | {
            "m": name,
            "a": name[:3] + "." * (name != "May"),
            "b": name[:3],
            "s": suffix,
            "w": weekday,
        }
    )


DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))


@pytest.mark.parametrize("template", DAY_TEMPLATES)
@given(DAYS, PUBLISHED)
def test_any_day_is_found_by_any_template(template: str, day: date, published: str | None) -> None:
    phrase = template.format(**_fields(day))
    assert dated(f"It was held on {phrase} there.", published) == [(phrase, str(day), "stated")]


@pytest.mark.parametrize("template", WIDER_TEMPLATES)
@given(DAYS.filter(lambda day: (day.month, day.day) != (2, 29)))
def test_any_wider_date_is_found_by_any_template(template: str, day: date) -> None:
    phrase, edtf = (t.format(**_fields(day)) for t in (template, WIDER_TEMPLATES[template]))
    assert dated(f"It was held in {phrase}.", None) == [(phrase, edtf, "stated")]


HOSTILE = [
    *("from ", "May ", "1", "12 ", ".,-/", "2022-", "10 May to ", "10, ", "May, ", "(", "10 and "),
    *("the ", "@", "@2022", "www.2022/", ". ", "10.", " ", "\n", "Monday, ", "2022. ", "1,000"),
    *("will 10 May ", "2022/", "2022-05-10 ", "early-", "twenty-", "\ud800\u00e9", "Dr. 10 May "),
    *("2022 ", "the end of ", "10 May 2022 ", "Foo 2022 Foo ", "10 foo ", "'s "),
]


def _seconds(text: str) -> float:
    start = time.process_time()
    find_dates(text, DAY)
    return time.process_time() - start


@pytest.mark.parametrize("unit", HOSTILE)
def test_time_is_linear_in_hostile_text(unit: str) -> None:
    small, large = (unit * (size // len(unit)) for size in (10_000, 100_000))
    least = min(_seconds(small) for _ in range(3))
    assert _seconds(large) < 40 * least + 0.2


def test_import_is_light() -> None:
    source = (ROOT / "src/cica_events/mentions.py").read_text(encoding="utf-8")
    assert not re.search(r"^(from|import) dateutil", source, re.MULTILINE)


# --- The documentation ----------------------------------------------------------------------------


def _rendered() -> str:
    """The lexicon as docs/dates.md shows it."""
    rows = ["| Table | Words |", "| --- | --- |"]
    for table in re.split(r"\n(?=\S)", LEXICON.strip()):
        title, words = table.split(": ", 1)
        rows.append(f"| {title} | {' '.join(words.split())} |")
    return "\n".join(rows) + "\n"


def test_the_documented_lexicon_is_the_one_in_the_code() -> None:
    assert _rendered() in DOC.read_text(encoding="utf-8")


REASONS = {name: value for name, value in vars(reasons).items() if isinstance(value, str)}
REASONS = {name: value for name, value in REASONS.items() if name.isupper()}


def test_every_reason_is_documented() -> None:
    doc = DOC.read_text(encoding="utf-8")
    assert set(REASONS.values()) > reasons.OPEN > reasons.EXHAUSTIVE
    for reason in REASONS.values():
        assert f"| {reason} | {'yes' if reason in reasons.OPEN else 'no'} |" in doc


def test_no_error_but_ours_is_ever_raised() -> None:
    for text in ("\ud800 10 May", "\0" * 10, "1" * 5000 + " years ago", "99 decades ago"):
        try:
            find_dates(text, "0001")
        except CicaEventsError:  # pragma: no cover - none is expected here
            pytest.fail("a text is never refused")


@pytest.mark.parametrize(
    ("lines", "dates"),
    [
        # An entry that is near settles the others, whatever their words look like.
        (
            ["2 June: call opens", "20 August: call closed", "9 November: letters sent"],
            ["2022-06-02", "2022-08-20", "2022-11-09"],
        ),
        # So does one whose year is stated, also over the turn of the year.
        (
            ["30 October: drafts", "5 December: reviews", "8 January 2024: final texts"],
            ["2023-10-30", "2023-12-05", "2024-01-08"],
        ),
        (
            ["9 March 2023: newest entry", "4 February: older", "2 November: oldest"],
            ["2023-03-09", "2023-02-04", "2022-11-02"],
        ),
        (
            ["11-12 September: school", "3-4 October: forum", "30 October 2023: report"],
            ["2023-09-11/2023-09-12", "2023-10-03/2023-10-04", "2023-10-30"],
        ),
    ],
)
def test_a_list_in_order_gives_its_days_their_years(lines: list[str], dates: list[str]) -> None:
    text = "Plan\n\n" + "\n".join(f"- {line}" for line in lines) + "\n"
    found = find_dates(text, "2022-05-25" if "2022-06-02" in dates else "2023-05-25")
    assert [str(mention.when) for mention in found] == dates
    assert all(mention.candidates[0] == mention.when for mention in found if mention.candidates)


@pytest.mark.parametrize(
    "lines",
    [
        ["2 June: call", "9 November: letters", "20 August: reviews", "1 December: end"],
        ["2 June: call", "9 November: letters"],  # two are no list
        ["2 June 2021: call", "9 November: letters", "20 December 2023: end"],
    ],
)
def test_a_list_without_an_order_leaves_its_days_open(lines: list[str]) -> None:
    text = "Plan\n\n" + "\n".join(f"- {line}" for line in lines) + "\n"
    found = {mention.text: mention.when for mention in find_dates(text, "2022-05-25")}
    assert found["9 November"] is None


def test_days_below_their_names_are_a_list_too() -> None:
    names = {"Feast": "January 5", "Fest": "May 1", "Fast": "October 14"}
    text = "Holidays\n\n" + "\n\n".join(f"{name}\n\n{day}" for name, day in names.items())
    found = [str(mention.when) for mention in find_dates(text, "2022-12-20")]
    assert found == ["2023-01-05", "2023-05-01", "2023-10-14"]


def test_a_list_gives_no_day_that_its_year_lacks() -> None:
    text = "Plan\n\n- 3 February 2023: call\n- 29 February: talk\n- 5 March: end\n"
    found = {mention.text: str(mention.when) for mention in find_dates(text, "2023-01-25")}
    assert found["5 March"] == "2023-03-05"
    assert found["29 February"] != "2023-02-29"
