"""How date phrases are built: rules in named terms.

A rule is a regular expression whose words are names: of a term of `english` (such as
``full_month``), or of a part that is defined here before it is used. White space means nothing.
``first=( ... )`` names a group that the reader of the phrase asks for. The expressions run over
the codes of a text's pieces, one character each. Every quantifier is bounded and nothing looks
further than a few pieces around, so the time is linear in the text.
"""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from .english import SIGNS, WORDS
from .expressions import Patterns

__all__ = ["CODES", "RULES", "TERMS", "Rule", "codes", "grammar", "in_terms", "rule_of"]

_OTHER_TERMS = """break name word sign small year day_number ordinal number numeric_date clock
short_quarter short_half glued era our_era fiscal_year""".split()


def _named_terms() -> list[str]:
    tables = re.findall(r"^([a-z_]+):", WORDS, re.MULTILINE)
    return list(dict.fromkeys([*tables, *SIGNS.values(), *_OTHER_TERMS]))


CODES = {term: chr(0xA1 + number) for number, term in enumerate(_named_terms())}
"""The code of each term: characters that mean nothing in a regular expression, a byte each."""
TERMS = {code: term for term, code in CODES.items()}


@cache
def codes(terms: str) -> str:
    """The codes of terms that are named in one text, to be looked for.

    Example:
        >>> CODES["weekday"] in codes("weekday short_weekday")
        True
    """
    return "".join(CODES[term] for term in terms.split())


# --- Parts of phrases -----------------------------------------------------------------------------

_PARTS = """
range: dash | to
any_month: full_month | word_month | short_month
any_day: day_number | ordinal
mon: full_month | word_month | short_month stop
    (?= day_number | ordinal | year | clock | ordinal_word | the | range | comma | relative | of)
    | short_month
any_weekday: weekday | (short_weekday | small) stop?
wd: (relative? any_weekday part_of_day? comma? (clock comma)?)?
ago_year: (of | comma)? the? relative year_word
tail: (comma? of? year | ago_year)?
ord: the? ordinal | (?<! currency) day_number
dm: wd (ord of? | the? ordinal_word of) mon tail
md: wd mon (comma? the? (ordinal_word | ordinal) | day_number) tail
which: ordinal_word | ordinal
nth: which | relative
side: the? edge of the? | the? nth half of | early dash? | edge dash
whole: side? mon tail
count: number_word | day_number | number
unit: day | week | month | decade_word
any_unit: units | unit | quarters | year_word
some_year: the? relative year_word | the year_word | year
short_part: short_quarter | short_half
part_tail: of? comma? (the? relative year_word | (the year_word of?)? year) | of the year_word
spelled: (number_word quantity)? (number_word number_word | number_word quantity and? number_word)
    (dash? number_word)?
no_count: (?! units | unit | any_unit | number_word | quantity | dash)
to_now: range the? now
told_year: (of | comma)? (the told | that) year_word
spelled_year: comma? (of | (in | of) the year_word)? (spelled | number_word quantity) no_count
other_year: to_now | told_year | spelled_year
daytime: part_of_day | early units
join: and slash or | and | or
weekday_after: opening any_weekday closing | comma? (weekday | short_weekday stop?)
    (?! range | and | or | apostrophe | the? (day_number | ordinal | full_month | short_month))
end: stop | comma | exclamation | closing | break | $
"""


# --- Rules ----------------------------------------------------------------------------------------


class Rule(NamedTuple):
    """One way to say a date.

    Args:
        name: what it is; the name of the last group of its matches.
        reads: the reader of `phrases` that says what such a phrase says.
        pattern: the phrase, in named terms.
        example: a phrase that this rule finds, and no rule before it.
        before: words before the example, where the rule looks at them.
        after: words after it, likewise.
    """

    name: str
    reads: str
    pattern: str
    example: str
    before: str = ""
    after: str = ""


# The first rule that fits has the phrase, so longer phrases come first; a test holds each to its
# example, so that no rule takes from another what is not its own.

RULES = (
    # Ranges
    Rule(
        "days_to_day_month",
        "interval",
        "(?<! day) (the? part_of_day of)? (?! ord dash any_weekday)"
        " (any_weekday range (?= any_weekday))?"
        " first=(wd ord (of? mon tail)?) range{1,2} the? last=(dm)",
        "28 April 2022 to 2 May 2022",
    ),
    Rule(
        "month_day_to_day",
        "interval",
        "(any_weekday range (?= any_weekday))? first=(wd mon ord tail) range{1,2} the?"
        " last=(md | wd ord tail)",
        "May 10\u201311, 2022",
    ),
    Rule(
        "day_to_month",
        "interval",
        "first=(wd (ord of? mon | mon ord) tail) range last=(mon comma? of? year)",
        "8 February \u2013 July 2025",
    ),
    Rule(
        "numeric_to_numeric",
        "interval",
        "first=(day_number (?= stop? dash) | numeric_date) stop? range last=(numeric_date)",
        "10-12.05.2022",
    ),
    Rule(
        "day_month_to_numeric",
        "dotted_interval",
        "first=(number) stop? range last=(numeric_date)",
        "15.3.-22.6.2022",
    ),
    Rule("month_to_month", "interval", "first=(whole) range last=(whole)", "March to June 2022"),
    Rule(
        "season_of_years",
        "season_of_years",
        "the? season of? year (slash | dash) (day_number | number | year)"
        " (?! of? (mon | small) | day_number | number)",
        "Winter 2026/27",
    ),
    Rule(
        "season_to_season",
        "interval",
        "first=(season (of? year)?) range the? last=(season of? year)",
        "spring - autumn 2022",
    ),
    Rule(
        "quarter_to_quarter",
        "quarters",
        "first=(short_part) (slash | range | and | or) last=(short_part) part_tail?",
        "Q1-Q3 2025",
    ),
    Rule(
        "nth_quarter_to_quarter",
        "quarters",
        "the? first=(ordinal_word | ordinal) quarter? (range | and | or) the?"
        " last=(ordinal_word | ordinal | relative) (quarter | quarters) part_tail?",
        "the first to the third quarter of 2025",
    ),
    Rule(
        "weekdays",
        "recurrence",
        "(weekday range weekday | short_weekday stop? range short_weekday stop?)"
        " (?!part_of_day? comma? day_number)",
        "Monday to Friday",
    ),
    Rule(
        "bare_days",
        "bare_days",
        "the? first=(ordinal) (range | and) the? last=(ordinal) (?! of | word | name | dash)",
        "the 15th to the 19th",
    ),
    Rule(
        "side_year_to_year",
        "interval",
        "first=(side year) range the? last=(side? year)",
        "late 2019 to early 2021",
    ),
    Rule(
        "year_to_side_year",
        "interval",
        "first=(year) range the? last=(side year)",
        "2019 to late 2021",
    ),
    Rule(
        "between_years",
        "year_interval",
        "(?<=between) first=(side? year) and the? last=(side? year)",
        "2010 and 2014",
        before="between",
    ),
    Rule(
        "between_months",
        "interval",
        "(?<=between) first=(whole) and the? last=(whole)",
        "April and June 2021",
        before="between",
    ),
    Rule(
        "between_days",
        "interval",
        "(?<=between) first=(wd ord (of? mon tail)?) and the? last=(dm)",
        "28 April and 2 May 2022",
        before="between",
    ),
    Rule(
        "between_month_days",
        "interval",
        "(?<=between) first=(wd mon ord tail) and the? last=(md | wd ord tail)",
        "May 10 and 14, 2022",
        before="between",
    ),
    Rule("year_to_quarter", "part", "year dash? short_part", "2017-q1"),
    Rule(
        "years",
        "year_interval",
        "first=(year) (range{1,2} the? | slash) last=(year)",
        "2010 to 2014",
    ),
    Rule(
        "short_years",
        "short_years",
        "year (slash | dash) (day_number | number)"
        " (?! of? (mon | small) | day_number | number | year)",
        "2021/22",
    ),
    Rule("year_to_now", "open_interval", "year to_now", "2010 to the present"),
    # Lists
    Rule(
        "day_months",
        "several",
        "(ord (of? mon tail)? comma){0,8} wd ord (of? mon tail)? comma? join the? dm",
        "3 March and 10 May 2022",
    ),
    Rule(
        "month_days",
        "several",
        "wd mon ord (comma mon? ord){0,8} tail comma? join the? (md | wd ord tail)",
        "March 3 and 10, 2022",
    ),
    Rule("days_by_stroke", "either", "first=(day_number) slash last=(dm)", "5/6 June 2024"),
    Rule("months_by_stroke", "either", "first=(mon) slash last=(mon tail)", "May/June 2024"),
    Rule(
        "months",
        "several",
        "(mon comma){0,11} mon tail comma? join mon tail",
        "April, June and July 2021",
    ),
    Rule(
        "seasons",
        "several",
        "season (comma season){0,2} comma? or season (of? year | ago_year)?",
        "spring or summer 2025",
    ),
    Rule("two_years", "several", "(year comma){0,8} year comma? join year", "2021 and 2022"),
    # Days of a week and of a month
    Rule(
        "nth_weekday_of_months",
        "recurrence",
        "the? nth weekday (of | in) (every | the | word) (month | units)",
        "the 2nd Friday of most months",
    ),
    Rule(
        "nth_weekday",
        "nth_weekday",
        "the? nth weekday (of | in) mon tail",
        "the 3rd Thursday of November 2023",
    ),
    Rule(
        "nth_day",
        "nth_day",
        "the? nth day of mon tail spelled_year?",
        "the last day of May 2022",
    ),
    Rule(
        "week_of_day",
        "week_of",
        "the? week (of | beginning | edge) (the | preposition)? (dm | md)",
        "the week of October 14th, 2024",
    ),
    Rule(
        "nth_week",
        "vague_week",
        "the? nth (week | units) of (mon tail | year | the? relative (year_word | month)"
        " | the (year_word | month)) | week count (of | comma)? year",
        "the first week of 2015",
    ),
    Rule(
        "weekday_of_week",
        "weekday_of_week",
        "any_weekday part_of_day? of relative week"
        " | (weekday | short_weekday stop?) part_of_day? comma? relative week"
        " | relative week (comma | preposition)? (weekday | short_weekday)",
        "Tuesday of next week",
    ),
    Rule(
        "day_of_month",
        "day_of_month",
        "the? (ordinal (of the?)? | day_number of the?) relative month (?! apostrophe)"
        " | the? ordinal of the month",
        "the 20th of next month",
    ),
    # Single days and months
    Rule(
        "short_year",
        "short_year",
        "month=(mon | the? season of?) apostrophe (day_number | number)"
        " | season=(the season) of (day_number | number) (?= end)"
        " | day=(any_day mon | mon any_day (?= comma? apostrophe))"
        " (comma? apostrophe (day_number | number) | (day_number | number) (?= end))"
        " | dashed=(any_day dash mon) dash (day_number | number)",
        "1 Jan. 22",
    ),
    Rule(
        "dashed_day",
        "dashed_day",
        "(?<! dash | slash) (any_day dash)? any_day dash mon"
        " (?! dash | slash | day_number | ordinal | number) tail",
        "19-May",
    ),
    Rule(
        "month_dash_number",
        "month_dash_number",
        "(?<! dash | slash) month=(mon) dash (day_number | number)"
        " (?! dash | slash | stop? (day_number | number) | of? (mon | small)) (comma? year)?",
        "May-19",
    ),
    Rule(
        "weekday_dash_day",
        "date",
        "(?<! dash) (weekday | short_weekday stop?) dash"
        " (?! weekday | short_weekday) (dm | md)"
        " (?! (comma? year)? range (weekday comma?)? (ord | mon))",
        "Friday \u2013 7 April 2023",
    ),
    Rule(
        "day",
        "date",
        "(the? daytime of)? (dm | md) weekday_after? other_year?"
        " | any_weekday part_of_day? opening (dm | md) closing",
        "Tuesday, 10 May 2022",
    ),
    Rule("month_comma_day", "date", "wd mon comma day_number comma? year", "May, 28 2018"),
    Rule(
        "year_month_day",
        "date",
        "year (dash mon dash | mon) any_day (?! comma? year)",
        "2022 May 10",
    ),
    Rule("day_stop_month", "date", "wd any_day stop mon (comma | stop)? year", "16. Nov. 2016"),
    Rule(
        "small_month",
        "date",
        "any_day of? small comma? year | small day_number comma? year"
        " | (?<= in | preposition) small year | any_day dash mon dash year",
        "10 may 2022",
    ),
    Rule(
        "year_month",
        "date",
        "year (full_month | small | dash mon (?! comma? year))"
        " (?! day_number | word | name | ordinal_word)",
        "2016 june",
    ),
    Rule(
        "misspelt",
        "misspelt",
        "wd (ord range)? ord of? (word | name) comma? year | (?<= word | name) ord comma? year",
        "15 Aprl 2024",
    ),
    # Parts of years
    Rule(
        "months_of_year",
        "months_of_year",
        "the (ordinal_word | relative) count units of some_year",
        "the first five months of 2022",
    ),
    Rule(
        "fiscal_part",
        "fiscal",
        "(the? nth (half | quarter) | short_part) comma? of? the? relative? fiscal"
        " year_word? year? | ((the? nth quarter | short_part) of?)? fiscal_year"
        " ((slash | dash) (day_number | number | year))?"
        " | the? relative? fiscal dash? (nth dash? (half | quarter)"
        " | year_word? year (?! dash | slash)"
        " (nth dash? (half | quarter))?) (of? year)? | the? year fiscal year_word",
        "the third quarter of fiscal 2023",
    ),
    Rule(
        "part_of_short_year",
        "part_of_short_year",
        "short_part apostrophe? (day_number | number)",
        "Q3'23",
    ),
    Rule(
        "part",
        "part",
        "quarter day_number part_tail | the? nth dash? (half | quarter) part_tail"
        " | (year | the? relative year_word) (apostrophe word)? nth dash? (half | quarter)"
        " | short_part (slash | dash)? part_tail",
        "the third quarter of 2022",
    ),
    Rule(
        "bare_part",
        "part",
        "(the | (?<= determiner)) which dash? quarter (?! dash | of | name) | which dash quarter"
        " | (?<= in | preposition | of) short_quarter (?! dash | name | number | day_number)",
        "the third quarter",
    ),
    Rule(
        "other_quarter",
        "told_count",
        "the extreme (quarter | unit) | the? relative year_word apostrophe word quarter"
        " | the? year_word dash (ago | later) (quarter | unit)?",
        "the year-ago quarter",
    ),
    Rule("year_end", "no_year", "the? year_word dash edge", "year-end"),
    Rule(
        "weekend",
        "weekend",
        "(?<= preposition | at_least) the week (?! of)",
        "the weekend",
        before="over",
    ),
    Rule(
        "season",
        "date",
        "side? the? season (comma? of? year | ago_year) | (?<= in) the? season (?= end)",
        "the spring of 2022",
    ),
    Rule("month", "date", "(the? month of)? whole other_year?", "mid-May 2022"),
    Rule(
        "decade",
        "decade",
        "the (early dash?)? year apostrophe word"
        " | (the? edge of)? the? (early dash?)? apostrophe? decade",
        "the early 1990s",
    ),
    Rule(
        "stroke_day",
        "stroke_day",
        "(?<= preposition | bound | to | from | future | present) day_number slash day_number"
        " (?= end | and | or | preposition | in | to | clock)",
        "1/15",
        before="due",
    ),
    Rule(
        "numeric",
        "numeric",
        "numeric_date opening any_weekday closing | wd numeric_date",
        "Tuesday, 2022-05-10",
    ),
    # Counted from publication, or from another date
    Rule(
        "length_that_counts",
        "duration",
        "the? relative count dash? (units | unit | quarters) | count dash? any_unit dash? length",
        "five-year-long",
    ),
    Rule(
        "day_before_yesterday", "day_before", "the? day bound near_day", "the day before yesterday"
    ),
    Rule(
        "ago",
        "ago",
        "(more than | at_least | about | than)? count any_unit ago",
        "more than 30 years ago",
    ),
    Rule(
        "later",
        "told_count",
        "count any_unit later",
        "two years later",
    ),
    Rule(
        "hence",
        "hence",
        "(?<= in) count any_unit",
        "two years",
        before="in",
    ),
    Rule("weekday_beside", "told_count", "the any_weekday bound (?= end)", "the Saturday before"),
    Rule(
        "length",
        "duration",
        "count dash? (any_unit | century) (dash length)? | (any_unit | century) dash length",
        "two terms",
    ),
    Rule("century", "century", "the? (ordinal_word | ordinal)? century", "the 21st century"),
    Rule(
        "this_or_next",
        "unsettled",
        "the? relative (year_word | unit | quarter | season | weekday | any_month) or the? relative"
        " (year_word | unit | quarter | season | weekday | any_month)?",
        "this year or next",
    ),
    Rule(
        "relative",
        "relative",
        "side? the? relative"
        " (year_word | unit | quarter | season | weekday | part_of_day"
        " | any_month (?! the? (ordinal | day_number) | comma? of? year))",
        "the end of last year",
    ),
    Rule(
        "told",
        "told",
        "(the told | that) (year_word | unit | quarter | weekday | full_month | part_of_day)",
        "the following day",
    ),
    Rule("near_day", "near_day", "side? near_day part_of_day?", "tomorrow morning"),
    Rule(
        "weekday_and_day",
        "bare_days",
        "weekday comma? the? ordinal (?! of | dash)",
        "Friday the 13th",
    ),
    Rule(
        "bare_day",
        "bare_day",
        "(?<= preposition | to | bound | from) the ordinal"
        " (?= end | and | or | in | the | preposition | past | future | present)",
        "the 15th",
        before="on",
    ),
    Rule(
        "weekday",
        "weekday",
        "side? weekday part_of_day? | the? daytime of weekday part_of_day?"
        " | (short_weekday) stop? (?= clock)",
        "the early hours of Friday",
    ),
    Rule(
        "edge", "edge", "the? edge of the? (year_word | unit) (?! of? year)", "the end of the year"
    ),
    # Years
    Rule(
        "era",
        "era",
        "(era year | era count | (the? year_word)? (year | number | day_number) comma? era)",
        "1250 B.C.",
    ),
    Rule(
        "spelled_year",
        "spelled_year",
        "((?<= in | bound) spelled | (?<= year_word) (spelled | number_word quantity)"
        " | number_word number_word dash number_word) no_count",
        "nineteen ninety-seven",
        before="in",
    ),
    Rule("year_of_ours", "year", "our_era year | year our_era", "1250 AD"),
    Rule(
        "year",
        "year",
        "(about stop? (?! year (to_now | dash (year | day_number | number))))? side?"
        " (the? year_word of? (?= year (?! dash | slash)))? year",
        "around 1993",
    ),
    Rule(
        "recurrence",
        "recurrence",
        "repeated | every count? (any_unit | quarter | season | weekday | any_month)",
        "every two years",
    ),
    Rule("word", "word", "small | word_month | short_month | short_weekday", "may"),
)

# --- Looking for them -----------------------------------------------------------------------------


@cache
def grammar() -> Patterns:
    """All rules; `rule_of` tells which one matched."""
    lines = re.split(r"\n(?=\S)", _PARTS.strip())
    parts = dict(line.split(": ", maxsplit=1) for line in lines)
    return Patterns({rule.name: rule.pattern for rule in RULES}, parts, CODES)


def in_terms(pattern: str) -> str:
    """The expression over codes that a pattern in named terms and parts stands for."""
    return grammar().expression(pattern)


def rule_of(match: re.Match[str]) -> str:
    """The name of the rule that matched."""
    return match.lastgroup or ""
