"""Dates as precisely as they are known."""

import calendar
import csv
import re
from collections import defaultdict
from contextlib import suppress
from datetime import date, timedelta
from functools import cache
from itertools import product
from operator import attrgetter
from pathlib import Path

import pytest
from conftest import SHARED
from hypothesis import example, given, settings
from hypothesis import strategies as st
from strategies import date_texts, dates, edtf_texts, whens

from cica_events import EdtfDate, EdtfError, EdtfInterval, parse_edtf

OWN = Path(__file__).parent / "cases" / "edtf.tsv"
SHARED_CASES = SHARED / "edtf.tsv"

# The profile has no negative years (datetime.date cannot hold them), and these rows have one. The
# file's `profile` column says yes only because the minus comes after a qualifier; the same dates
# without it (-0100, -2004-06-04) are profile=no.
NEGATIVE_YEARS = ("~-0100/~-0010", "%-2011-06-13", "?-2004-06-04~")


def table(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE))


def cases():
    rows = table(SHARED_CASES) if SHARED_CASES.exists() else []
    return [row for row in rows if not row["contested"]]


def inside(row):
    return row["profile"] == "yes" and row["edtf"] not in NEGATIVE_YEARS


@pytest.mark.parametrize("row", table(OWN), ids=lambda row: row["edtf"])
def test_a_date_has_these_bounds_or_is_refused(row):
    if row["earliest"] == "refused":
        with pytest.raises(EdtfError):
            parse_edtf(row["edtf"])
        return
    when = parse_edtf(row["edtf"])
    assert (str(when.earliest), str(when.latest)) == (row["earliest"], row["latest"])


@pytest.mark.shared_cases
def test_the_shared_cases_are_there():
    assert len(cases()) > 400
    assert {row["edtf"] for row in cases()} >= set(NEGATIVE_YEARS)


@pytest.mark.shared_cases
@pytest.mark.parametrize("row", [r for r in cases() if inside(r)], ids=lambda row: row["edtf"])
def test_what_the_profile_holds_is_read_with_these_bounds_and_written_alike(row):
    when = parse_edtf(row["edtf"])
    assert str(when) == row["edtf"]
    for expected, bound in ((row["lower"], when.earliest), (row["upper"], when.latest)):
        if expected:
            assert str(bound) == ("None" if expected in ("-inf", "inf", "unknown") else expected)


@pytest.mark.shared_cases
@pytest.mark.parametrize("row", [r for r in cases() if not inside(r)], ids=lambda row: row["edtf"])
def test_what_the_profile_does_not_hold_is_refused(row):
    with pytest.raises(EdtfError):
        parse_edtf(row["edtf"])


@settings(max_examples=10 * settings.default.max_examples)
@given(edtf_texts)
def test_str_gives_back_the_text_that_was_parsed(text):
    assert str(parse_edtf(text)) == text


@given(dates)
@example(parse_edtf("?2004?"))
@example(parse_edtf("2004-06"))
def test_a_date_is_the_same_whether_parsed_or_made_of_its_parts(when):
    parsed = parse_edtf(str(when))
    made = EdtfDate(when.year, when.month, when.day, left=when.left, right=when.right)
    for read in (attrgetter("earliest", "latest", "precision", "qualified"), str, repr, hash):
        assert read(parsed) == read(made)
    assert parsed == made
    assert parsed.describe() == made.describe()


@pytest.mark.parametrize("text", ["2022-W01-1", "20220510", "2022W011", "2022-5-10", "\uff12022"])
def test_what_only_date_reads_is_refused(text):
    with pytest.raises(EdtfError):
        parse_edtf(text)


@settings(max_examples=10 * settings.default.max_examples)
@given(whens)
def test_parsing_gives_back_the_value_that_was_written(when):
    again = parse_edtf(str(when))
    assert (again, hash(again), type(again)) == (when, hash(when), type(when))


def pattern(text):
    """The digits and X of a date's text, in full: 199X-04 as 199X-04-XX."""
    bare = re.sub("[?~%]", "", text)
    return bare + ("-XX-XX", "-XX", "")[bare.count("-")]


def fits(text, day):
    return all(c in ("X", d) for c, d in zip(pattern(text), day.isoformat(), strict=True))


def days_of(text):
    """Every day of the calendar that fits a date's text, found by trying each number in turn."""
    year, month, day = (re.compile(part.replace("X", ".")) for part in pattern(text).split("-"))
    for y in (y for y in range(1, 10_000) if year.fullmatch(f"{y:04}")):
        for m in (m for m in range(1, 13) if month.fullmatch(f"{m:02}")):
            for d in (d for d in range(1, 32) if day.fullmatch(f"{d:02}")):
                with suppress(ValueError):
                    yield date(y, m, d)


def is_grouping(text):
    return re.fullmatch(r"[?~%]?.{4}[?~%]?-[?~%]?(2[1-9]|3\d|4[01])[?~%]?", text) is not None


def filled(text, digits):
    """The text with each X made a digit."""
    digits = iter(digits)
    return "".join(next(digits) if c == "X" else c for c in pattern(text))


@settings(max_examples=10 * settings.default.max_examples)
@given(
    date_texts().filter(lambda text: not is_grouping(text)),
    st.lists(st.text("0123456789", min_size=8, max_size=8), min_size=3, max_size=3),
)
def test_the_bounds_enclose_every_possible_day_and_are_reached(text, choices):
    when = parse_edtf(text)
    if when.year == "XXXX":
        assert (when.earliest, when.latest) == (None, None)
        return
    assert fits(text, when.earliest)
    assert fits(text, when.latest)
    if "X" not in text[:6]:
        days = list(days_of(text))
        assert (when.earliest, when.latest) == (min(days), max(days))
    for digits in choices:
        with suppress(ValueError):  # no day of any month
            assert when.earliest <= date.fromisoformat(filled(text, digits)) <= when.latest


@pytest.mark.parametrize("day", ["XX", "X9", "3X", "X1", "0X", "29", "30", "31"])
@pytest.mark.parametrize("month", ["XX", "0X", "1X", "X2", "02"])
@pytest.mark.parametrize("year", ["2023", "2024", "202X", "190X", "2X00"])
def test_the_bounds_of_a_pattern_are_the_first_and_last_day_that_fit(year, month, day):
    text = f"{year}-{month}-{day}"
    if days := list(days_of(text)):
        assert (parse_edtf(text).earliest, parse_edtf(text).latest) == (min(days), max(days))
    else:
        with pytest.raises(EdtfError, match="is not a day"):
            parse_edtf(text)


@settings(max_examples=10 * settings.default.max_examples)
@given(whens, whens, whens)
def test_sort_keys_are_a_total_order_by_earliest_day_then_breadth(a, b, c):
    x, y, z = a.sort_key, b.sort_key, c.sort_key
    assert (x == y) == (a == b)
    assert (x < y) + (y < x) + (x == y) == 1
    assert not (x < y and y < z) or x < z
    if a.earliest and b.earliest and a.earliest < b.earliest:
        assert x < y
    if a.earliest == b.earliest and a.latest and b.latest and a.latest > b.latest:
        assert x < y


@given(whens, whens)
def test_what_is_certain_is_possible_too(a, b):
    assert not a.before(b) or a.possibly_before(b)
    assert not a.overlaps(b) or a.possibly_overlaps(b)
    assert not (a.before(b) and a.possibly_overlaps(b))
    assert not (a.overlaps(b) and a.possibly_before(b))
    assert a.overlaps(b) == b.overlaps(a)
    assert a.possibly_overlaps(b) == b.possibly_overlaps(a)


SMALL = st.sampled_from(
    [f"2022-05-{day}" for day in ("01", "02", "03", "0X", "1X", "XX")]
    + ["2022-05", "2022-06", "2022-05-01/2022-05-03", "2022-05-0X/2022-05-1X", "2022-05/2022-06"]
    + ["2022-05-02/2022-06", "2022-05-31/2022-06-0X"]
).map(parse_edtf)


def truths(when):
    """Every first and last day that there may be: of a date, of an interval."""
    if isinstance(when, EdtfDate):
        return [(day, day) for day in days_of(str(when))]
    starts, ends = list(days_of(str(when.start))), list(days_of(str(when.end)))
    return [(first, last) for first in starts for last in ends if first <= last]


@settings(max_examples=settings.default.max_examples // 2)
@given(SMALL, SMALL)
def test_certain_is_true_in_every_case_and_possible_in_some(a, b):
    pairs = list(product(truths(a), truths(b)))
    before = [x[1] < y[0] for x, y in pairs]
    shared = [x[0] <= y[1] and y[0] <= x[1] for x, y in pairs]
    within = [x[0] <= y[0] and y[1] <= x[1] for x, y in pairs]
    assert a.before(b) == all(before)
    assert a.possibly_before(b) == any(before)
    assert a.possibly_overlaps(b) == any(shared)
    assert not a.overlaps(b) or all(shared)
    assert a.possibly_contains(b) or not any(within)
    if isinstance(a, EdtfInterval):
        assert not a.contains(b) or all(within)


@pytest.mark.parametrize(
    ("whole", "part", "certain", "possible"),
    [
        ("2022", "2022-05-10", True, True),
        ("2022-05", "2022", False, True),
        ("2022-05", "2022-05", True, True),
        ("199X", "1993", False, True),
        ("1990/1999", "1993", True, True),
        ("1990/1999", "1990-05", False, True),
        ("2010/..", "2012", True, True),
        ("../2010", "2009", True, True),
        ("2010/", "2012", False, True),
        ("/2010", "2009", False, True),
        ("2010/", "2009", False, False),
        ("../..", "2022", True, True),
        ("/", "2022", False, True),
        ("1990/1999", "XXXX-04", False, True),
        ("XXXX-04", "1990", False, True),
    ],
)
def test_what_a_span_contains(whole, part, certain, possible):
    assert parse_edtf(whole).contains(parse_edtf(part)) is certain
    assert parse_edtf(whole).possibly_contains(parse_edtf(part)) is possible


@pytest.mark.parametrize(
    ("text", "precision", "exact"),
    [
        ("1993", "year", False),
        ("2022-23", "season", False),
        ("1993-XX", "month", False),
        ("1993-04-XX", "day", False),
        ("1993-04-01", "day", True),
        ("1993-04-3X", "day", True),
        ("2005/2006-02", "year", False),
        ("2022-21/2022-07", "season", False),
        ("2022-05/2022-07-10", "month", False),
        ("2022-10-12/2022-10-13", "day", True),
        ("2022-10-12/..", "day", False),
        ("../", "year", False),
    ],
)
def test_precision_is_that_of_the_coarsest_end(text, precision, exact):
    assert (parse_edtf(text).precision, parse_edtf(text).exact) == (precision, exact)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
        ("199X", date(1990, 1, 1), date(1999, 12, 31)),
        ("199X-21", date(1990, 3, 1), date(1999, 5, 31)),
        ("9999-41", date(9999, 7, 1), date(9999, 12, 31)),
        ("2010/2014", date(2010, 1, 1), date(2014, 12, 31)),
        ("2022-10/..", date(2022, 10, 1), date(2022, 10, 31)),
        ("/1999", date(1999, 1, 1), date(1999, 12, 31)),
        ("XXXX-04/1999", date(1999, 1, 1), date(1999, 12, 31)),
    ],
)
def test_the_window_is_that_of_the_ends_that_are_known(text, first, last):
    assert parse_edtf(text).window == (first, last)


@pytest.mark.parametrize("text", ["XXXX", "XXXX-02-29", "XXXX-21", "XXXX-04/..", "../..", "/"])
def test_no_window_where_no_year_is_known(text):
    assert parse_edtf(text).window is None


SPRING, SUMMER, AUTUMN, WINTER = (3, 5), (6, 8), (9, 11), (12, 2)
NORTHERN, SOUTHERN = (SPRING, SUMMER, AUTUMN, WINTER), (AUTUMN, WINTER, SPRING, SUMMER)
QUARTERS, THIRDS = ((1, 3), (4, 6), (7, 9), (10, 12)), ((1, 4), (5, 8), (9, 12))
HALVES = ((1, 6), (7, 12))
MONTHS_OF = (*NORTHERN, *NORTHERN, *SOUTHERN, *QUARTERS, *THIRDS, *HALVES)


@pytest.mark.parametrize(("code", "months"), list(enumerate(MONTHS_OF, start=21)))
def test_a_part_of_the_year_is_whole_months_and_winter_ends_in_the_next_year(code, months):
    first, last = months
    ends = 2023 if last < first else 2022
    when = parse_edtf(f"2022-{code}")
    assert when.earliest == date(2022, first, 1)
    assert (when.latest.year, when.latest.month) == (ends, last)
    assert (when.latest.toordinal() + 1) == date(ends + last // 12, last % 12 + 1, 1).toordinal()


# Relations, where digits are unspecified: held against every day there may be


@st.composite
def near_dates(draw):
    """Dates whose years lie close together, or anywhere, with digits left open."""
    year = draw(st.sampled_from(["2020", "2021", "202X", "XXXX"]))
    months = st.sampled_from(["01", "02", "05", "11", "12", "0X", "1X", "X1", "X2", "XX"])
    days = st.sampled_from(["01", "15", "28", "29", "31", "0X", "X5", "3X", "XX"])
    parts = draw(
        st.just([year])
        | st.tuples(st.just(year), months | st.sampled_from(["21", "24", "30", "36", "41"]))
        | st.tuples(st.just(year), months, days)
    )
    try:
        return parse_edtf("-".join(parts))
    except EdtfError:  # there is no 31 February
        return parse_edtf(year)


@st.composite
def near_intervals(draw):
    ends = near_dates() | st.sampled_from(["..", ""])
    start, end = draw(ends), draw(ends)
    try:
        return EdtfInterval(start, end)
    except EdtfError:
        return EdtfInterval(end, start)


EVERY_DAY = [date(2009, 1, 1) + timedelta(days=n) for n in range(28 * 365)]


@cache
def periods(when):
    """Each year, season, month or day that a date may be, as the set of its days."""
    text = str(when)
    if is_grouping(text):
        years = [f"{year}" for year in range(2009, 2036) if re.fullmatch(dots(text[:4]), f"{year}")]
        bounds = [(w.earliest, w.latest) for w in (parse_edtf(y + text[4:]) for y in years)]
        return [{day for day in EVERY_DAY if first <= day <= last} for first, last in bounds]
    found = defaultdict(set)
    for day in EVERY_DAY:
        if fits(text, day):
            found[day.isoformat()[: len(text)]].add(day)
    return list(found.values())


def dots(text):
    return text.replace("X", ".")


def possible(when):
    """The days that a date may be."""
    return set().union(*periods(when))


@given(near_dates(), near_dates())
def test_two_dates_may_share_a_day_where_one_day_may_be_that_of_both(one, other):
    expected = bool(possible(one) & possible(other))
    assert one.possibly_overlaps(other) == expected
    assert one.possibly_contains(other) == expected


@given(near_dates(), near_intervals())
def test_a_date_and_an_interval_may_share_a_day_where_one_lies_between_the_ends(one, other):
    expected = any(other._first <= day <= other._last for day in possible(one))
    assert one.possibly_overlaps(other) == other.possibly_overlaps(one) == expected
    assert other.possibly_contains(one) == expected


def spans(interval, within):
    """Whether an interval may begin and end within some days, which have no gap."""
    first, last = min(within), max(within)
    starts = ends = within
    if interval.start != "":
        starts = within & possible(interval.start) if interval.start != ".." else ()
    if interval.end != "":
        ends = within & possible(interval.end) if interval.end != ".." else ()
    return bool(starts and ends) and first <= min(starts) <= max(ends) <= last


@given(near_dates(), near_intervals())
def test_an_interval_may_lie_in_a_date_where_it_begins_and_ends_in_one_of_its_periods(one, other):
    expected = any(spans(other, period) for period in periods(one))
    assert one.possibly_contains(other) == expected


@pytest.mark.parametrize(
    ("one", "other", "overlaps", "contains"),
    [
        ("2022-X1", "2022-05", False, False),
        ("2022-X1", "2022-11-30", True, True),
        ("2022-X1", "2022-02/2022-10", False, False),
        ("2022-X1", "2022-01/2022-11", True, False),  # it is one month of the two
        ("XXXX-05-10", "2022-06", False, False),
        ("XXXX-02-29", "2023", False, False),
        ("XXXX-02-29", "2023/2024-02-28", False, False),
        ("XXXX-02-29", "2024", True, True),
        ("XXXX-24", "2022-02", True, True),
        ("XXXX-24", "9999-12", False, False),
        ("XXXX-24", "2021-12/2022-02", True, True),
        ("2021-24", "2021-12/2022-02", True, True),
        ("2022", "2022-05/..", True, False),
        ("2022", "2022-05/", True, True),
        ("2022", "../2022-05", True, False),
        ("2022-05-10", "2022-05/2022-06", True, False),
        ("2022-05-10", "2022-05/2022-05", True, True),
        ("2022-05-10", "2022-05/", True, True),
        ("2022-05-10", "2022-05/..", True, False),
        ("2010/2014", "2012/..", True, False),
        ("2010/..", "2012/..", True, True),
        ("../2014", "../2012", True, True),
        ("2010/", "2012/", True, True),
        ("2010/2014", "/", True, True),
        ("2010/2014", "XXXX-02-29/XXXX-02-29", True, True),
        ("2010/2011", "XXXX-02-29", False, False),
        ("2010/2014", "2015/2016", False, False),
    ],
)
def test_what_may_share_a_day_and_lie_within(one, other, overlaps, contains):
    one, other = parse_edtf(one), parse_edtf(other)
    assert one.possibly_overlaps(other) is other.possibly_overlaps(one) is overlaps
    assert one.possibly_contains(other) is contains


@given(whens, whens)
def test_what_is_certain_is_possible(one, other):
    if one.contains(other):
        assert one.possibly_contains(other)
    if one.overlaps(other):
        assert one.possibly_overlaps(other)
    if one.before(other):
        assert one.possibly_before(other)
        assert not one.possibly_overlaps(other)


@pytest.mark.parametrize("text", ["XXXX", "XXXX-XX", "X9XX-XX", "XXXX-XX-XX", "XXXX-24"])
@pytest.mark.parametrize("ends", ["XXXX-06-12/XXXX-06-10", "2022-06-12/XXXX-06-10"])
def test_where_no_year_is_known_no_search_is_long(text, ends):
    assert not parse_edtf(text).possibly_contains(parse_edtf(ends))


# What words say, and what a person makes of it


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("XXXX-05-10", "2022-05-10"),
        ("XXXX-05-10", "202X-05-10"),
        ("XXXX-05-10", "2022?-05-10"),  # who fills in the year may be unsure of it
        ("XXXX-XX-10", "2022-05-10"),
        ("XXXX-10", "2022-10"),
        ("XXXX-21", "2019-21"),
        ("XXX5", "1995"),
        ("XX9X", "199X"),
        ("XX9X-07", "199X-07"),
        ("XX9X-07", "1995-07"),
        ("2022-X1", "2022-11"),
        ("XXXX-05-1X", "2022-05-1X"),
        ("XXXX-05?", "2022?-05?"),
        ("XXXX-?05", "2022-?05"),
        ("XXXX-05~", "~2022-~05"),
        ("XXXX-05-10/XXXX-05-12", "2022-05-10/2022-05-12"),
        ("XXXX-12-30/XXXX-01-02", "2021-12-30/2022-01-02"),
        ("XXXX-05/..", "2022-05/.."),
        ("../XXXX-05", "../2022-05"),
        ("XXXX-05/", "2022-05/"),
        ("../..", "../.."),
    ],
)
def test_what_fills_in_only_what_was_unsaid_matches(said, given):
    assert parse_edtf(said).matches(parse_edtf(given))


@pytest.mark.parametrize(
    ("said", "given"),
    [
        ("XXXX-05-10", "2022-05-11"),
        ("XXXX-05-10", "2022-06-10"),
        ("XXXX-05-10", "2022-05"),  # less precise
        ("XXXX-05-10", "2022"),
        ("XXXX-10", "2022-10-12"),  # more precise
        ("2022", "2022-10"),
        ("2022", "2023"),
        ("2022", "202X"),  # it says less
        ("199X", "1995"),  # a decade is no year
        ("19XX", "199X"),  # and a century no decade
        ("XX9X", "1995"),
        ("XX9X", "198X"),
        ("XX9X", "XXXX"),
        ("2022-XX", "2022-05"),
        ("2022-05-XX", "2022-05-10"),
        ("XXXX", "2022"),
        ("XXXX-21", "2022-22"),
        ("XXXX-21", "2022-25"),  # whether northern was not said
        ("XXXX-21", "2022-04"),
        ("2022-XX", "2022-21"),
        ("2022-X1", "2022-05"),
        ("2022-X1", "2022-21"),
        ("2004~", "2004"),
        ("2004", "2004~"),
        ("2004", "2004?"),
        ("2004?", "2004%"),
        ("XXXX-05?", "2022-05"),
        ("XXXX-05", "2022-?05"),
        ("XXXX-05-10", "2022-05-10/2022-05-12"),
        ("XXXX-05-10/XXXX-05-12", "2022-05-10"),
        ("XXXX-05-10/XXXX-05-12", "2022-05-10/2022-05-13"),
        ("XXXX-05/..", "2022-05/"),
        ("XXXX-05/..", "2022-05/2022-06"),
        ("2010/2014", "2010/.."),
        ("../2014", "2010/2014"),
    ],
)
def test_what_says_something_else_or_more_or_less_does_not_match(said, given):
    assert not parse_edtf(said).matches(parse_edtf(given))


@given(whens)
def test_a_date_matches_itself(when):
    assert when.matches(when)


@given(whens, whens)
@example(parse_edtf("XX9X"), parse_edtf("X99X"))
def test_what_matches_is_as_precise_and_among_the_days_that_it_may_be(said, given):
    if said.matches(given):
        assert said.precision == given.precision
        assert said._first <= given._first
        assert given._last <= said._last


@given(st.dates(), st.lists(st.booleans(), min_size=7, max_size=7))
def test_a_day_matches_what_leaves_some_of_it_unsaid(day, hidden):
    digits = iter([*hidden, False])  # the last digit is said
    masked = re.sub("[0-9]", lambda found: "X" if next(digits) else found[0], day.isoformat())
    with suppress(EdtfError):  # it may be the year 0000
        assert parse_edtf(masked).matches(parse_edtf(day.isoformat()))


@given(st.dates(), st.dates(), st.lists(st.booleans(), min_size=7, max_size=7))
def test_a_day_matches_only_where_every_digit_that_is_said_is_its_own(day, other, hidden):
    digits = iter([*hidden, False])
    masked = re.sub("[0-9]", lambda found: "X" if next(digits) else found[0], day.isoformat())
    with suppress(EdtfError):
        matched = parse_edtf(masked).matches(parse_edtf(other.isoformat()))
        assert matched == fits(masked, other)


PARTS = (
    *("spring", "summer", "autumn", "winter"),
    *("northern spring", "northern summer", "northern autumn", "northern winter"),
    *("southern spring", "southern summer", "southern autumn", "southern winter"),
    *("the first quarter of", "the second quarter of"),
    *("the third quarter of", "the fourth quarter of"),
    *("the first third of", "the second third of", "the last third of"),
    *("the first half of", "the second half of"),
)


@pytest.mark.parametrize(("code", "words"), list(enumerate(PARTS, start=21)))
def test_a_part_of_the_year_has_a_name(code, words):
    assert parse_edtf(f"2022-{code}").describe() == f"{words} 2022"


@pytest.mark.parametrize("month", range(1, 13))
def test_a_month_has_its_name_and_its_days(month):
    when = parse_edtf(f"2022-{month:02}")
    assert when.describe() == f"{calendar.month_name[month]} 2022"
    assert when.latest.day == calendar.monthrange(2022, month)[1]


def test_a_winter_before_a_leap_year_ends_on_29_february():
    assert parse_edtf("2023-24").latest == date(2024, 2, 29)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("1993-04", "April 1993"),
        ("2022-05-10", "10 May 2022"),
        ("0622", "622"),
        ("199X", "the 1990s"),
        ("099X", "the 990s"),
        ("009X", "the decade 90–99"),  # and not those of another century
        ("001X", "the decade 10–19"),
        ("190X", "the decade 1900–1909"),  # and not the century
        ("200X-04", "April of the decade 2000–2009"),
        ("199X/200X", "from the 1990s to the decade 2000–2009"),
        ("19XX", "one of the years 1900 to 1999"),
        ("01XX", "one of the years 100 to 199"),
        ("1XXX", "one of the years 1000 to 1999"),
        ("19X5", "a year like 19X5"),
        ("XXXX", "an unknown year"),
        ("XXXX-04", "April of an unknown year"),
        ("19XX-04", "April of one of the years 1900 to 1999"),
        ("19X5-04", "April of a year like 19X5"),
        ("XXXX-XX-03", "3 of an unknown month of an unknown year"),
        ("1993-XX", "an unknown month of 1993"),
        ("1993-X1", "January or November 1993"),
        ("1993-1X", "October, November or December 1993"),
        ("1993-X2", "February or December 1993"),
        ("1993-X5", "May 1993"),
        ("1993-0X", f"{', '.join(calendar.month_name[1:9])} or September 1993"),
        ("1993-04-XX", "an unknown day of April 1993"),
        ("1993-04-0X", "1, 2, 3, 4, 5, 6, 7, 8 or 9 April 1993"),
        ("1993-04-X9", "9, 19 or 29 April 1993"),
        ("1993-XX-3X", "30 or 31 of an unknown month of 1993"),
        ("2022-23", "autumn 2022"),
        ("2022-33", "the first quarter of 2022"),
        ("2022-33/2022-34", "the first quarter – the second quarter of 2022"),
        ("2022-25", "northern spring 2022"),
        ("XXXX-21", "spring of an unknown year"),
        ("199X-21", "spring of the 1990s"),
        ("1984?", "1984, uncertain"),
        ("1984~", "about 1984"),
        ("1984%", "about 1984, uncertain"),
        ("2004-06?", "June 2004, uncertain"),
        ("2004-~06", "June 2004, month approximate"),
        ("2004?-06-11", "11 June 2004, year uncertain"),
        ("2004-?06-?11", "11 June 2004, month and day uncertain"),
        ("2004-%06", "June 2004, month approximate, month uncertain"),
        ("2010/2014", "2010–2014"),
        ("2022-10-12/2022-10-13", "12–13 October 2022"),
        ("2022-09-30/2022-10-02", "30 September – 2 October 2022"),
        ("2021-12-30/2022-01-02", "30 December 2021 – 2 January 2022"),
        ("2022-05/2022-06", "May–June 2022"),
        ("2022-05/2022-05", "May–May 2022"),
        ("2022-10-12/2022-10-12", "12 October 2022"),
        ("1993-04-3X", "30 April 1993"),
        ("2016-02-2X", "20, 21, 22, 23, 24, 25, 26, 27, 28 or 29 February 2016"),
        ("2010/2014-05", "from 2010 to May 2014"),
        ("2010~/2014", "from about 2010 to 2014"),
        ("198X/199X", "from the 1980s to the 1990s"),
        ("2022-10/..", "from October 2022, end open"),
        ("2022-10/", "from October 2022, end unknown"),
        ("../1999", "until 1999, start open"),
        ("/1999", "until 1999, start unknown"),
        ("../", "start open, end unknown"),
    ],
)
def test_a_date_in_english(text, english):
    assert parse_edtf(text).describe() == english


@pytest.mark.parametrize(
    ("text", "supplied", "english"),
    [
        ("2022-05-10", ["year"], "10 May [2022]"),
        ("2022-05-10", ["month", "year"], "10 [May 2022]"),
        ("2022-05-10", ["day", "year"], "[10] May [2022]"),
        ("2022", ["year", "month", "day"], "[2022]"),
        ("2022-23", ["year"], "autumn [2022]"),
        ("2022-23", ["month", "year"], "[autumn 2022]"),
        ("2022-10-12/2022-10-13", ["year"], "12–13 October [2022]"),
        ("2022-10-12/2022-10-12", ["year"], "12 October [2022]"),
        ("2022-10/..", ["year"], "from October [2022], end open"),
        ("/2022-10", ["year"], "until October [2022], start unknown"),
        ("2022-33", ["year"], "the first quarter [of 2022]"),
    ],
)
def test_what_was_supplied_stands_in_brackets(text, supplied, english):
    assert parse_edtf(text).describe(supplied) == english


@pytest.mark.parametrize(
    ("text", "uncertain", "approximate"),
    [
        ("2004-06-11", set(), set()),
        ("2004?-06-11", {"year"}, set()),
        ("2004-06?-11", {"year", "month"}, set()),
        ("2004-06-11%", {"year", "month", "day"}, {"year", "month", "day"}),
        ("?2004-06-~11", {"year"}, {"day"}),
        ("2004-06~-?11", {"day"}, {"year", "month"}),
    ],
)
def test_a_qualifier_reaches_left_or_its_own_component(text, uncertain, approximate):
    when = parse_edtf(text)
    assert (when.uncertain, when.approximate) == (uncertain, approximate)


@pytest.mark.parametrize(
    ("text", "qualified"),
    [
        ("2004", False),
        ("2004-06-?11", True),
        ("2004~", True),
        ("2004/2006", False),
        ("2004?/2006", True),
        ("2004/2006%", True),
        ("2004/..", False),
        ("/2004~", True),
        ("../", False),
    ],
)
def test_what_is_qualified(text, qualified):
    assert parse_edtf(text).qualified is qualified


@given(dates)
def test_a_qualifier_moves_no_bound(when):
    plain = parse_edtf(re.sub("[?~%]", "", str(when)))
    assert (plain.earliest, plain.latest) == (when.earliest, when.latest)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("[1667,1668]", "outside the EDTF profile: a set of dates"),
        ("{1960,1961-12}", "outside the EDTF profile: a set of dates"),
        ("Y170000002", "outside the EDTF profile: a year after Y"),
        ("-0044", "outside the EDTF profile: a negative year"),
        ("-X044", "outside the EDTF profile: a negative year"),
        ("%-2011-06-13", "outside the EDTF profile: a negative year"),
        ("2000/-0044", "outside the EDTF profile: a negative year"),
        ("1985-04-12T23:20:30Z", "a time; that of an event stands in its field time"),
        ("2024-06-03T10:00", "a time; that of an event stands in its field time"),
        ("1950S2", "outside the EDTF profile: significant digits"),
        ("000X", "outside the EDTF profile: it may be the year 0000"),
        ("0000", "is not a year from 0001 to 9999"),
        ("2022-13", '"2022-13" is not a month'),
        ("2022-5X", '"2022-5X" is not a month'),
        ("2022-02-29", '"2022-02-29" is not a day'),
        ("XXXX-02-30", '"XXXX-02-30" is not a day'),
        ("2022-21-01", "is not a day: 21 is a part of the year, not a month"),
        ("9999-24", '"9999-24" ends after the year 9999'),
        ("2014/2010", '"2014/2010" ends before it starts'),
        ("", '"" is not an EDTF date'),
        ("May 2022", "is not an EDTF date"),
        ("May 2022/2023", "is not an EDTF date"),
        ("2022-05-10 ", "is not an EDTF date"),
        ("٢٠٢٢", "is not an EDTF date"),
        ("2022\n", "is not an EDTF date"),
        ("2022/2023/2024", "is not an EDTF date"),
        ("2022/2023/-0044", "is not an EDTF date"),
        ("2022/-0044/2023", "outside the EDTF profile: a negative year"),
        ("2022-\ud800", "is not an EDTF date"),
    ],
)
def test_a_refusal_says_what_is_wrong(text, reason):
    with pytest.raises(
        EdtfError, match=re.escape(reason) + ("$" if ":" in reason else "")
    ) as caught:
        parse_edtf(text)
    if "EDTF" in reason and text.isprintable():
        assert str(caught.value).startswith(f'"{text}" is ')


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: EdtfDate(0), "0 is not a year from 0001 to 9999"),
        (lambda: EdtfDate(2022, None, 10), "day 10 has no month"),
        (lambda: EdtfDate("2022"), '"2022" is not a year: a whole number, or digits and X'),
        (lambda: EdtfDate(2022, 13), '"2022-13" is not a month'),
        (lambda: EdtfDate(2022, 2, 30), '"2022-02-30" is not a day'),
        (
            lambda: EdtfDate(2022, 21, 1),
            '"2022-21-01" is not a day: 21 is a part of the year, not a month',
        ),
        (lambda: EdtfDate(9999, 24), '"9999-24" ends after the year 9999'),
        (
            lambda: EdtfDate("000X"),
            '"000X" is outside the EDTF profile: it may be the year 0000',
        ),
        (lambda: EdtfDate(2022, left="?"), '"?" is not three qualifiers'),
        (
            lambda: EdtfDate(2022, left=("!", "", "")),
            '"!" is not a qualifier ("?", "~", "%" or "") of !2022',
        ),
        (
            lambda: EdtfInterval(EdtfDate(2014), EdtfDate(2010)),
            '"2014/2010" ends before it starts',
        ),
        (
            lambda: parse_edtf("May 2022"),
            '"May 2022" is not an EDTF date (like 2022, 2022-05, 2022-05-10 or 2010/2014)',
        ),
        (lambda: parse_edtf("1950S2"), '"1950S2" is outside the EDTF profile: significant digits'),
    ],
)
def test_a_refusal_word_for_word(make, message):
    with pytest.raises(EdtfError) as caught:
        make()
    assert str(caught.value) == message


@pytest.mark.parametrize(
    "extra", [{"earliest": date(2022, 5, 1)}, {"latest": date(2022, 5, 31)}, {"plain": None}]
)
def test_what_follows_from_the_parts_is_not_given(extra):
    with pytest.raises(TypeError):
        EdtfDate(2022, 5, **extra)


def test_qualifiers_are_given_by_name():
    with pytest.raises(TypeError):
        EdtfDate(2022, 5, 10, ("", "", "?"))


@pytest.mark.parametrize("value", [None, 2022, b"2022", date(2022, 5, 10)])
def test_only_text_is_parsed(value):
    with pytest.raises(EdtfError) as caught:
        parse_edtf(value)
    assert str(caught.value) == f"{value!r} is not text"


@pytest.mark.parametrize(
    ("arguments", "reason"),
    [
        ({"year": 0}, "0 is not a year from 0001 to 9999"),
        ({"year": 10_000}, "10000 is not a year from 0001 to 9999"),
        ({"year": 10**5000}, "is not a year"),
        ({"year": True}, "True is not a year: a whole number, or digits and X"),
        ({"year": None}, "None is not a year"),
        ({"year": 2022.0}, "2022.0 is not a year"),
        ({"year": "2022"}, '"2022" is not a year: a whole number, or digits and X'),
        ({"year": "19XX5"}, '"19XX5" is not a year'),
        ({"year": "19x5"}, '"19x5" is not a year'),
        ({"year": 2022, "month": 0}, '"2022-00" is not a month'),
        ({"year": 2022, "month": 42}, '"2022-42" is not a month'),
        ({"year": 2022, "month": "1"}, '"1" is not a month'),
        ({"year": 2022, "month": [5]}, "[5] is not a month"),
        ({"year": 2022, "month": 5, "day": 0}, '"2022-05-00" is not a day'),
        ({"year": 2022, "month": 5, "day": "3 "}, '"3 " is not a day'),
        ({"year": 2022, "day": 10}, "day 10 has no month"),
        ({"year": 2022, "left": "?"}, '"?" is not three qualifiers'),
        ({"year": 2022, "left": ("?", "")}, "is not three qualifiers"),
        ({"year": 2022, "left": ["?", "", ""]}, "is not three qualifiers"),
        ({"year": 2022, "left": ("!", "", "")}, '"!" is not a qualifier'),
        ({"year": 2022, "right": ("", "?", "")}, '"?" is not a qualifier ("?", "~", "%" or "") of'),
    ],
)
def test_a_date_of_wrong_parts_cannot_be_made(arguments, reason):
    with pytest.raises(EdtfError, match=re.escape(reason)):
        EdtfDate(**arguments)


@pytest.mark.parametrize("end", [None, "open", 2014, "2014"])
def test_an_interval_takes_dates_and_missing_ends_only(end):
    with pytest.raises(EdtfError, match=r'is not an EdtfDate, "\.\." or ""$') as caught:
        EdtfInterval(EdtfDate(2010), end)
    assert str(end) in str(caught.value).partition(" is not")[0]


def test_values_are_equal_hash_alike_and_cannot_change():
    one, other = EdtfDate(2022, 5), parse_edtf("2022-05")
    assert (one, hash(one)) == (other, hash(other))
    assert {one: 1}[other] == 1
    assert one != EdtfInterval(one, one)
    with pytest.raises(AttributeError):
        one.year = 2023
    assert (repr(one), repr(EdtfInterval(one, ".."))) == (
        "<EdtfDate 2022-05>",
        "<EdtfInterval 2022-05/..>",
    )


@pytest.mark.parametrize(
    "text", ["2" * 10**6, "2022-" * 10**5, "?" * 10**6, "/" * 10**6, "[" * 10**6, "X" * 10**6]
)
def test_a_very_long_text_is_refused_at_once_in_a_short_message(text):
    with pytest.raises(EdtfError) as caught:
        parse_edtf(text)
    assert len(str(caught.value)) < 200


@pytest.mark.parametrize("parts", [(2022, 10**5000), (2022, 5, 10**5000)])
def test_a_number_of_thousands_of_digits_is_refused_without_writing_it(parts):
    with pytest.raises(EdtfError, match="int that cannot be shown"):
        EdtfDate(*parts)
