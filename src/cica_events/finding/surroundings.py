"""The words around a phrase: whether it is a date at all, and what they say of it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import timedelta
from functools import cache, cached_property
from typing import Literal

import attrs

from ..basis import Basis
from ..edtf import EdtfDate, When
from ..errors import EdtfError
from ..quotes import begins_prose, is_own_line, opens_prose
from . import reasons
from .choices import Bare, Stated, Thread
from .english import (
    ADDRESS_BEFORE,
    ADVERB_ENDING,
    ADVERBS,
    AS,
    AT,
    AUXILIARIES,
    BE_ITSELF,
    CITED,
    COMPASS_POINTS,
    DATES_TO,
    FORMERLY,
    GIVEN_UP,
    GIVEN_UP_CUES,
    GIVEN_UP_EVENTS,
    HEDGES,
    INDEFINITE,
    INTENTS,
    IS,
    LAST,
    LATER_SIDE,
    LEAST,
    MODALS,
    NEVER_HELD,
    NO,
    NOT_FOR,
    NUMBERED,
    OF_ANOTHER_ERA,
    OF_HISTORY,
    ON_OR_IN,
    PAPERS,
    PAST,
    PERSONS,
    PLANNED_FOR,
    POSSIBLY,
    QUOTED_HEAD,
    SEMICOLON,
    SOON,
    SOON_ITSELF,
    STILL_TRUE,
    SUBJECTS,
    SURELY,
    TIMES_OF_DAYS,
    TO,
    UNREAL,
    UNREAL_CUES,
    UNTIL,
    VERSIONED,
    WAS,
    WAS_IN_BRACKETS,
    YEARLY,
    is_plural,
    is_version,
)
from .expressions import Remembered, lazy_compile
from .grammar import CODES, codes, in_terms
from .phrases import (
    COUNTING,
    Alternatives,
    Interval,
    Meaning,
    Nothing,
    OneDate,
    Phrase,
    Settled,
    Weekday,
    was_moved,
)
from .tokens import Tokens

__all__ = ["Around", "Story", "are_alternatives", "refusal"]

_LINE_END = lazy_compile(r"[^\S\n]*(?:\n|\Z)")
_REACH = 60  # pieces: how far a sentence is looked at


# --- What is no date ------------------------------------------------------------------------------


def refusal(tokens: Tokens, phrase: Phrase) -> str | None:
    """Why a phrase is no date, or not the date of anything; ``None`` where it may be one.

    Example:
        >>> from .phrases import find_phrases
        >>> tokens = Tokens("a road of 2022 km")
        >>> refusal(tokens, *find_phrases(tokens))
        'a quantity'
    """
    no = _belongs_elsewhere(tokens, phrase.first, phrase.last) or _is_no_name(tokens, phrase)
    if no == reasons.NUMBER and phrase.rule in _WITH_MONTHS:
        return reasons.IN_PART
    if no is None and phrase.digits is not None:
        is_ours = OF_ANOTHER_ERA.match(tokens.text, tokens.end(phrase.last)) is None
        no = _is_no_year(tokens, *phrase.digits) if is_ours else reasons.ERA
    if no is not None or isinstance(phrase.meaning, Nothing):
        return no
    return _in_part(tokens, phrase) or _not_then(tokens, phrase)


_WITH_MONTHS = frozenset(("day", "month", "weekday", "days_to_day_month", "month_day_to_day"))
_SIGNS_BEFORE, _SIGNS_AFTER = frozenset("/.=?&_@%#-:~+"), frozenset("/=&_@%-.")
_NUMBERS = codes("day_number number year numeric_date ordinal")
_DIGITS = codes("day_number number")
_YEAR, _STREET, _DASH = CODES["year"], CODES["street"], CODES["dash"]
_SLASH, _SIGN, _THE, _OF = (CODES[term] for term in ("slash", "sign", "the", "of"))
_FAR = 99  # characters of an address before a number
_SEASON = codes("season")


def _belongs_elsewhere(tokens: Tokens, first: int, last: int) -> str | None:
    """Whether a phrase belongs to an address, a number or a document symbol."""
    start, end, text = tokens.starts[first], tokens.end(last), tokens.text
    if text[start - 1 : start] in _SIGNS_BEFORE:
        if ADDRESS_BEFORE.search(text, max(0, start - _FAR), start):
            return reasons.ADDRESS
        before = tokens.code(first - 2)
        number = tokens.codes[first] in _NUMBERS and before in _NUMBERS
        is_part = tokens.code(first - 1) == _SLASH and before not in _SEASON  # "Summer/Fall 2024"
        if is_part or (number and tokens.touches(first - 2)):
            return reasons.NUMBER
    if text[end : end + 1] in _SIGNS_AFTER and tokens.touches(last):
        if tokens.code(last) == _SLASH or tokens.code(last + 1) in _NUMBERS:
            return reasons.NUMBER
        if tokens.code(last) == _SIGN:
            return reasons.ADDRESS
    if tokens.code(last) in _BEFORE_STREETS and not _in_year(tokens, first):
        is_street = tokens.code(_after_names(tokens, last)) == _STREET
        if not is_street:
            return None
        return reasons.ADDRESS
    return None


_BEFORE_YEARS = codes("in from between dash")


def _in_year(tokens: Tokens, first: int) -> bool:
    return tokens.codes[first] == _YEAR and tokens.code(first - 1) in _BEFORE_YEARS


_NAMES = codes("name full_month word_month")
_BEFORE_STREETS = _STREET + _NAMES


def _after_names(tokens: Tokens, last: int) -> int:
    """The piece after at most three capitalised words, or -1 where it is written small."""
    if tokens.word(last) in COMPASS_POINTS and tokens.is_capitalised(last):
        last += 1 + (tokens.code(last + 1) == CODES["stop"])
    k = last
    while k < last + 3 and tokens.code(k) in _NAMES:
        k += 1
    if tokens.is_capitalised(k):
        return k
    return -1


# Months and weekdays that are names

_MONTH_OR_WORD = frozenset(
    CODES[month] + rest
    for month in ("word_month", "short_month")
    for rest in ("", CODES["ordinal_word"], _THE + CODES["ordinal_word"])
)
_BEFORE_MONTHS = codes("preposition in from between every bound")
_BEFORE_DAYS = codes("preposition in from bound")
_WHAT_ENDS = codes("to of preposition")
_BEFORE_MONTHS_NOT_PERSONS = codes("of dash to and or")
_NAME, _TITLE = CODES["name"], CODES["title"]
_WEEKDAYS = codes("weekday short_weekday")


def _is_no_name(tokens: Tokens, phrase: Phrase) -> str | None:
    first, last = phrase.first, phrase.last
    found = tokens.codes[first:last]
    if phrase.rule == "numeric" and "-" in tokens.word(last - 1):
        if not _is_reference(tokens, first, last):
            return None
        return reasons.NUMBER
    if phrase.rule == "numeric" and tokens.word(first - 1) in VERSIONED:
        return reasons.NUMBER
    if phrase.rule == "numeric" and _is_of_series(tokens, last - 1):
        return reasons.NUMBER
    if phrase.rule == "relative" and _is_deadline(tokens, phrase):
        return reasons.WORD
    if found in _MONTH_OR_WORD and not _is_listed(phrase) and not _is_month(tokens, first):
        return reasons.WORD
    if isinstance(phrase.meaning, Weekday) and _is_name(tokens, first, last):
        return reasons.NAME
    if isinstance(phrase.meaning, Weekday) and _is_any(tokens, first, last):
        return reasons.VAGUE
    if phrase.rule == "weekday" and _is_of_told_week(tokens, first, last):
        return reasons.TOLD
    return None


def _is_any(tokens: Tokens, first: int, last: int) -> bool:
    """Whether it is "on a Friday", which names no day, as "a Friday deadline" does."""
    if tokens.code(first - 1) == _OR and tokens.code(first - 2) == CODES["weekday"]:
        return _is_any(tokens, first - 2, first - 1)  # "on a Monday or Tuesday"
    is_told = tokens.code(first - 2) in _BEFORE_DAYS or tokens.word(first - 2) in WAS | IS
    is_any = is_told and tokens.word(first - 1) in INDEFINITE
    return is_any and tokens.code(last) not in _WORDS


def _is_of_told_week(tokens: Tokens, first: int, last: int) -> bool:
    """Whether it is "on the Friday", of a week that other words tell."""
    if tokens.code(first - 1) != _THE or tokens.code(first - 2) not in _BEFORE_DAYS:
        return False
    return tokens.code(last) in _END_OF_PHRASE or tokens.word(last) in SUBJECTS


_END_OF_PHRASE = codes(
    "stop comma exclamation closing break preposition in and but past future present"
)


def _is_deadline(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether "last day" is what is dated, and no date: "the last day to enter is 5 May"."""
    if tokens.word(phrase.last - 2) != LAST or tokens.code(phrase.last - 1) != CODES["day"]:
        return False
    if tokens.code(phrase.first - 1) in _BEFORE_DAYS or tokens.word(phrase.first - 1) in UNTIL:
        return False
    return tokens.code(phrase.last) in _WHAT_ENDS


def _is_listed(phrase: Phrase) -> bool:
    """Whether other dates stand beside it: "April, June and July"."""
    return isinstance(phrase.meaning, OneDate) and len(phrase.meaning.others) > 1


def _is_month(tokens: Tokens, k: int) -> bool:
    """Whether May, June and the like, alone, stand where a month would."""
    before = tokens.code(k - 1)
    if before in _BEFORE_MONTHS_NOT_PERSONS or tokens.word(k - 1) in PERSONS:
        return tokens.code(k + 1) != _NAME
    return before in _BEFORE_MONTHS


def _is_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a weekday belongs to a name: Black Friday, Minister Sunday Dare."""
    k = tokens.find(_WEEKDAYS, first, last)
    before = tokens.code(k - 1)
    if before == _TITLE:
        return tokens.is_capitalised(k - 1)
    return before in _NAME + _THE and tokens.code(k + 1) == _NAME


# Four digits that are no year


def _is_no_year(tokens: Tokens, first: int, last: int) -> str | None:
    if _is_quantity(tokens, first, last):
        return reasons.QUANTITY
    if _is_of_phone(tokens, first):
        return reasons.NUMBER
    if _is_reference(tokens, first, last) or _is_unlikely(tokens, first, last):
        return reasons.NUMBER
    if not _is_in_name(tokens, first, last):
        return None
    return reasons.NAME


_QUANTITY = CODES["quantity"]
_UNITS = codes("units day week month decade_word quarters")
_COUNTED = _QUANTITY + CODES["currency"] + _UNITS
_MEASURES = _QUANTITY + _UNITS + CODES["reference"]
_WORDS = codes("word name")
_NOUNS = _WORDS + _QUANTITY
_BEFORE_DATES = codes("preposition in from bound between of to dash the")
_VAGUE_COUNT = codes("at_least about than")
_PAST = CODES["past"]


def _is_quantity(tokens: Tokens, first: int, last: int) -> bool:
    before, after = tokens.code(first - 1), tokens.code(last)
    if before == CODES["currency"] or after in _COUNTED:
        return True
    if tokens.code(last + 1) == _QUANTITY and after in _WORDS and before not in _BEFORE_DATES:
        return True
    if after == _DASH and tokens.touches(last - 1) and tokens.code(last + 1) in _MEASURES:
        return True
    if before == CODES["and"] and after == CODES["word"] and tokens.code(first - 2) in _NOUNS:
        return tokens.code(first - 3) in _DIGITS  # "300 men and 1900 horses"
    many = after == CODES["word"] and is_plural(tokens.word(last))
    vague = before in _VAGUE_COUNT and (after == CODES["word"] or after == _PAST)
    return vague or (before == _PAST and many)


_REFERENCE, _OPENING, _COMMA = (CODES[term] for term in ("reference", "opening", "comma"))
_OF_YEARS = codes("preposition in from bound")
_STOP_OR_SIGN = codes("stop sign")


def _is_of_series(tokens: Tokens, k: int) -> bool:
    """Whether a dotted number is a version, as 3.12.10 is beside 3.12.9."""
    beginning, _, last = tokens.word(k).rpartition(".")
    return len(last) == 2 and is_version(beginning, tokens.text)


def _is_reference(tokens: Tokens, first: int, last: int) -> bool:
    before = tokens.code(first - 1)
    if before in _DIGITS or (before == _YEAR and tokens.code(first - 2) in _DIGITS):
        return True  # a telephone number has several
    if before == _OPENING and tokens.code(first - 2) in _DIGITS + _YEAR:
        return tokens.code(first - 3) != CODES["era"]
    k = first - 1
    while k > first - 4 and tokens.code(k) in _STOP_OR_SIGN:
        k -= 1
    if tokens.code(k) == _REFERENCE:
        return not _is_heading_sign(tokens, k)
    if (
        before == _COMMA
        and tokens.code(first - 2) == _REFERENCE
        and tokens.is_capitalised(first - 2)
    ):
        return True
    return tokens.code(last) in _DIGITS and before not in _OF_YEARS


def _is_heading_sign(tokens: Tokens, k: int) -> bool:
    """Whether it is the sign of a heading in Markdown, "## 2018", and not "#2018"."""
    start = tokens.starts[k]
    line = tokens.text[max(0, start - _SIGNS) : start].rpartition("\n")
    is_first = not line[2].strip("# ") and (line[1] or start <= _SIGNS)
    return tokens.word(k) == "#" and not tokens.touches(k) and bool(is_first)


_SIGNS = 8  # characters before the last sign of a heading


_IN_PHONES = codes("day_number number year dash sign opening closing stop slash")
_PHONE = 9  # pieces of a telephone number, at most


def _is_of_phone(tokens: Tokens, first: int) -> bool:
    """Whether a year ends a telephone number: "+358 5 2021 1987", "Fax 044 1998 2003"."""
    k = first - 1
    while k > first - _PHONE and tokens.code(k) in _IN_PHONES:
        k -= 1
    pieces = range(k + 1, first)
    if not any(tokens.code(piece) in _DIGITS + _YEAR for piece in pieces):
        return False
    return tokens.code(k) == _REFERENCE or any(tokens.word(piece) == "+" for piece in pieces)


_OF_A_NAME = codes("name programme street past future reference quantity")
_PROGRAMME = CODES["programme"]


def _is_in_name(tokens: Tokens, first: int, last: int) -> bool:
    """Whether a number stands in a name: "Agenda 2030", "Expo-2017"."""
    if tokens.code(last) == _DASH and tokens.touches(last - 1) and tokens.code(last + 1) in _WORDS:
        return True
    if tokens.code(_after_names(tokens, last)) == _PROGRAMME:
        return not _is_possessed(tokens, first)
    signed = tokens.code(first - 1) == _DASH
    k = first - 2 if signed else first - 1
    return tokens.is_capitalised(k) and tokens.code(k) in _OF_A_NAME


def _is_possessed(tokens: Tokens, k: int) -> bool:
    """Whether it is somebody's: "the Council's 2023 agenda"."""
    return tokens.code(k - 2) == CODES["apostrophe"] and tokens.touches(k - 2)


def _is_unlikely(tokens: Tokens, first: int, last: int) -> bool:
    """Whether the digits are so far from our time that only "in" or "since" makes a year."""
    # Within these most numbers of four digits are years; outside they are prices, lengths and
    # counts.
    if 1800 <= tokens.number(first) <= 2100:
        return False
    era = CODES["our_era"] in (tokens.code(first - 1), tokens.code(last))
    k = first - 1 - (tokens.code(first - 1) == CODES["stop"])
    about = tokens.code(k) == CODES["about"]
    before = tokens.code(k - 1 if about else first - 1) in _OF_YEARS + CODES["between"]
    before = before or _is_of_history(tokens, first, last)
    if about and tokens.word(k - 1) not in WAS | IS:
        before = tokens.code(last) != _OF
    return not era and (not before or is_plural(tokens.word(last)))


def _is_of_history(tokens: Tokens, first: int, last: int) -> bool:
    """Such as "the Treaty of 1648", "dates back to 1540" and "the year 1665", but not "1445 AH"."""
    code, noun = tokens.code(first - 1), tokens.word(first - 2)
    if code == CODES["year_word"]:
        return not tokens.is_capitalised(last)
    return (code == _OF and noun in OF_HISTORY) or (code == _TO and noun in DATES_TO)


# --- A phrase that is not read whole --------------------------------------------------------------

_WORD_LIKE = codes("word name number small year day_number ordinal decade short_quarter")
_PERIODS = codes("day week month decade_word quarter quarters half units")
_BROKEN_NUMBER = re.compile("[0-9]{1,2}[a-z]{1,3}")
_OF_TWO_CALENDARS = codes("day_number opening day_number")
_NO_DAY = re.compile("0|00|3[2-9]|[4-9][0-9]")


def _in_part(tokens: Tokens, phrase: Phrase) -> str | None:
    """Whether a word or a number beside a phrase could belong to it."""
    first, last = phrase.first, phrase.last
    before, after = tokens.code(first - 1), tokens.code(last)
    if tokens.codes[first] == CODES["day_number"] and _is_numbered(tokens, first - 1):
        return reasons.IN_PART
    # "In March 14 people died".
    counts = after in _QUANTITY and tokens.codes[last - 1] == CODES["day_number"]
    touching = counts or (after in _WORD_LIKE and tokens.touches(last - 1))
    touched = before in _WORD_LIKE and tokens.touches(first - 1)
    if touching or touched or _has_broken_day(tokens, phrase):
        return reasons.IN_PART
    if after == _ERA:
        return reasons.ERA
    if _follows_part(tokens.text, tokens.starts[first]):
        return reasons.IN_PART
    if phrase.rule == "weekday" and tokens.word(last) in TIMES_OF_DAYS:
        return reasons.RECURRENCE
    if _may_have_rest(tokens, phrase, before, after):
        has_rest = _has_rest(tokens, phrase) or _is_spelled_on(tokens, phrase)
        if has_rest or _is_joined(tokens, phrase):
            return reasons.IN_PART
    if before != _OF or isinstance(phrase.meaning, Interval):
        return None
    is_paper = tokens.word(first - 2) in PAPERS and tokens.code(first - 3) not in _QUANTITY
    if tokens.code(first - 2) not in _PERIODS or is_paper:
        return None
    return reasons.IN_PART


def _is_numbered(tokens: Tokens, k: int) -> bool:
    """Whether what follows a piece is the number of something: "Issue No. 3 May 2024"."""
    return tokens.word(k - (tokens.code(k) == CODES["stop"])) in NUMBERED


_PART = 12  # characters before a phrase that may be its day
# The rest of "031200Z JUN 24" and of "3.V.2021".
_BEFORE_PARTS = re.compile(r"(?<![0-9])(?:[0-9]{6}Z\s|[0-9]{1,2}[./][IVX]{1,4}[./])\Z")


def _follows_part(text: str, start: int) -> bool:
    """Whether a day, or a day and a month that no rule reads, ends where a phrase begins."""
    # One look at the last characters, since hardly any phrase stands behind such a mark.
    if text[start - 1 : start] not in "./" and text[start - 2 : start - 1] != "Z":
        return False
    return _BEFORE_PARTS.search(text, max(0, start - _PART), start) is not None


def _may_have_rest(tokens: Tokens, phrase: Phrase, before: str, after: str) -> bool:
    """Whether the codes next to a phrase may belong to it, as with most they cannot."""
    if before in _MAY_LEAD or after in _MAY_FOLLOW:
        return True
    if phrase.rule in _COUNTING and (before in _MAY_LEAD_COUNTED or after in _MAY_FOLLOW_COUNTED):
        return True
    return after == _COMMA and tokens.code(phrase.last + 1) in _DIGITS


@attrs.frozen
class _Rest:
    """Words beside a phrase that belong to it, though no rule of the grammar reads them.

    Args:
        of: the rules of the grammar that read such phrases.
        before: what stands before the phrase, in named terms.
        after: what stands after it.
        unless_stated: whether a phrase that says its year is whole.
    """

    of: str
    before: str = ""
    after: str = ""
    unless_stated: bool = False


_MAY_LEAD = codes(  # what stands next before a phrase that has such a rest
    """ordinal ordinal_word told to dash of units day week month decade_word quarters year_word and
    comma or from slash small number_word"""
)
_MAY_FOLLOW = codes("day_number slash of number_word dash relative")
_COUNTING = frozenset("ago near_day relative weekday year".split())  # rules
_MAY_LEAD_COUNTED = codes("ago preposition in")
_MAY_FOLLOW_COUNTED = codes("near_day preposition weekday week in")
_ERA = CODES["era"]
# What no rule reads makes a question: half of a phrase would be another date than the whole.
_RESTS = (
    _Rest("weekday", before="which | told"),  # the second Sunday
    _Rest("weekday", before="weekday (to | dash)"),  # next Monday to Friday
    _Rest("weekday relative", after="comma? day_number slash day_number"),  # Friday 5/12
    _Rest("relative", before="weekday of"),  # the second Monday of next month
    _Rest("relative", before="which unit"),  # the third week next year
    _Rest("day_of_month", before="(ordinal | day_number) (to | dash | and | or)"),
    _Rest("ago later", before="any_unit (and | comma)?"),  # two weeks and three days ago
    _Rest("ago", after="near_day | preposition? weekday | relative unit"),  # a year ago today
    _Rest("near_day", before="count any_unit | ago", after="week"),  # a week tomorrow, today week
    _Rest("weekday", before="ago preposition?"),
    _Rest("relative", after="(?<= day) (relative year_word | in year)"),  # this day last year
    _Rest("relative year", before="relative day in?"),
    _Rest("relative", before="ago"),  # a year ago this week
    _Rest("day", after="relative end"),  # 3 June last
    _Rest("day day_stop_month numeric", before="day_number stop dash | number stop dash"),
    _Rest(
        "day month near_day relative weekday",  # two weeks from Friday
        before="(?<! preposition | the | in) count any_unit from",
        unless_stated=True,
    ),
    _Rest("day month", after="of (day_number | number) end"),  # 15 April of 87
    _Rest("day month", after="number_word (number_word end | ordinal_word)"),
    _Rest("month", before="small (and | to | dash) | ordinal_word"),  # between august and October
    _Rest("year", before="day_number slash | small which", after="slash day_number end"),
    _Rest("year", after="day_number day_number end"),  # 2016 10 16
)


@cache
def _rests(rule: str, is_stated: bool) -> tuple[re.Pattern[str] | None, re.Pattern[str] | None]:
    """What may stand before and after a phrase that a rule read, and belong to it."""
    rests = [rest for rest in _RESTS if rule in rest.of.split()]
    rests = [rest for rest in rests if not (is_stated and rest.unless_stated)]
    before, after = _either(rest.before for rest in rests), _either(rest.after for rest in rests)
    return (
        re.compile(rf"(?:{before})\Z") if before else None,
        re.compile(after) if after else None,
    )


def _either(patterns: Iterable[str]) -> str:
    return "|".join(in_terms(pattern) for pattern in patterns if pattern)


_BESIDE = 5  # pieces before a phrase that are looked at


def _has_rest(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a phrase goes on in words beside it that no rule reads."""
    first, last, meaning = phrase.first, phrase.last, phrase.meaning
    is_stated = isinstance(meaning, OneDate) and meaning.date.year is not None
    before, after = _rests(phrase.rule, is_stated)
    if before and before.search(tokens.codes, max(0, first - _BESIDE), first):
        return True
    return after is not None and after.match(tokens.codes, last) is not None


_TWENTY = 20  # the least number in words that an ordinal after it goes on: "twenty second"


def _is_spelled_on(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a number in words begins before a date: "twenty second of June"."""
    k = phrase.first - 1
    if phrase.rule not in _WITH_DAYS or tokens.code(k) != CODES["number_word"]:
        return False
    return tokens.number(k) >= _TWENTY or tokens.number(k - 1) >= _TWENTY


_WITH_DAYS = frozenset(("day", "month", "nth_day"))
_JOINED = codes("full_month word_month short_month small short_quarter")
_LENGTHS = codes("day week month year_word")


def _is_joined(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a hyphen joins a phrase to a word: "Dec-2018", "a month-long strike"."""
    first, last = phrase.first, phrase.last
    if tokens.code(first - 1) == _DASH and tokens.code(first - 2) in _JOINED:
        return tokens.touches(first - 1) and tokens.touches(first - 2)
    if tokens.code(last) != _DASH or not tokens.touches(last) or not tokens.touches(last - 1):
        return False
    return tokens.code(last - 1) in _LENGTHS or tokens.code(last + 1) in _JOINED


def _has_broken_day(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a month stands beside what may be its day: "October 7h", "14/15/16 May"."""
    meaning = phrase.meaning
    if not isinstance(meaning, OneDate) or meaning.date.month is None or meaning.date.day:
        return False
    if tokens.code(phrase.first - 1) == CODES["numeric_date"]:
        return True
    words = tokens.word(phrase.first - 1), tokens.word(phrase.last)
    if any(_BROKEN_NUMBER.fullmatch(word) for word in words):
        return True
    if tokens.code(phrase.first - 1) == CODES["closing"]:  # "7 (19) March"
        return tokens.codes[phrase.first - 4 : phrase.first - 1] in _OF_TWO_CALENDARS
    return _NO_DAY.fullmatch(words[0]) is not None


# --- Denials, bounds, and what was moved ----------------------------------------------------------

_BOUND, _THAN, _LATER, _PRIOR, _OR = (
    CODES[term] for term in ("bound", "than", "later", "prior", "or")
)
_NOT = CODES["not"]
_EVERY_YEAR = codes("every year_word")
_EVERY, _EVE, _INCLUDING = CODES["every"], CODES["eve"], codes("and or")
_TELLING = re.compile(
    "["
    + codes("bound eve every excepted extreme former from instead later moved not or prior")
    + f"{codes('repeated reference')}](?:(?<!{CODES['reference']})|(?=[{codes('word name')}]))"
)
_TELLING_NEXT = codes("past relative at_least")  # that tell something only next before a date
_CLAUSE = 5  # pieces before a date, in which "not" denies it
_LONG_CLAUSE = 8  # the same before "on" and "in", which tell when: "not signed by the king in May"
_VERBS = 3  # more of them, where auxiliary verbs are among them: "no concert will be given on"
_REST = 4  # pieces after it, likewise
_VERB_REACH = 6  # pieces before "as early as", in which a verb tells that it is to come
_ENDS_DENIAL = codes("closing comma but the determiner that stop exclamation break or and")
_ENDS_TIME = codes("closing comma but that stop exclamation break or and year full_month weekday")
_TO, _INSTEAD = CODES["to"], CODES["instead"]
_NOT_BY_THE_WAY = re.compile(  # "not, as planned, on 3 May"
    f"{CODES['not']}{CODES['comma']}[^{CODES['comma']}]{{1,4}}{CODES['comma']}"
    f"[{codes('preposition in')}]?\\Z"
)
_REASON_OF = {-1: reasons.BEFORE, 1: reasons.AFTER}


def _not_then(tokens: Tokens, phrase: Phrase) -> str | None:
    """Whether words say that it was not then, but before, after, or never."""
    first, last = phrase.first, phrase.last
    if tokens.word(first - 1) == AS and _is_earliest(tokens, first - 1):
        return reasons.AFTER
    # One search for all the words that may tell: most dates have none of them beside them, and each
    # of the questions below would else be asked of every date.
    told = _TELLING.search(tokens.codes, max(0, first - _LONG_CLAUSE - _VERBS - 1), last + _REST)
    if not told and tokens.code(first - 1) not in _TELLING_NEXT:
        return _is_unreal(tokens, phrase)  # as it is with most dates
    if _is_former(tokens, phrase):
        return reasons.MOVED
    if isinstance(phrase.meaning, Alternatives):
        return None
    if tokens.code(first - 1) == _EVERY or _is_yearly(tokens, phrase):
        return reasons.RECURRENCE
    return _bound(tokens, first, last) or _denial(tokens, first) or _is_unreal(tokens, phrase)


def _is_yearly(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether a date that says no year stands beside "every year" or "annually"."""
    meaning = phrase.meaning
    if not isinstance(meaning, (Interval, OneDate)):
        return False
    date = meaning.last if isinstance(meaning, Interval) else meaning.date
    if date.year is not None or date.shift is not None:
        return False
    after = phrase.last + (tokens.code(phrase.last) in _COMMA + _OF)
    before = phrase.first - 1
    while before > phrase.first - _CLAUSE and tokens.code(before) in _LEADING + _THE:
        before -= 1
    said = tokens.codes[after : after + 2], tokens.codes[before - 1 : before + 1]
    return _EVERY_YEAR in said or not YEARLY.isdisjoint((tokens.word(after), tokens.word(before)))


def _is_earliest(tokens: Tokens, k: int) -> bool:
    """Whether "as" ends such as "may meet as early as": then, or later."""
    if tokens.word(k - 1) not in SOON or tokens.word(k - 2) != AS:
        return False
    before = [tokens.word(n) for n in range(k - 2 - _VERB_REACH, k - 2)]
    ahead = MODALS | POSSIBLY | INTENTS
    return tokens.word(k - 1) == SOON_ITSELF or not ahead.isdisjoint(before)


def _bound(tokens: Tokens, first: int, last: int) -> str | None:
    """Whether a phrase only says before or after which day it was."""
    side = _extreme(tokens, first, last)
    side = side or _side_of_least(tokens, first)
    side = side or _side_before(tokens, first) or _side_after(tokens, last)
    is_possessed = tokens.code(last) == CODES["apostrophe"]
    if side == 0 or (is_possessed and tokens.code(first - 2) != CODES["day"]):
        return None  # before Friday's vote: on Friday; the day before Friday's vote: not then
    if side < 0 and CODES["edge"] in tokens.codes[first:last]:
        return None  # before the end of the year: within it
    return _REASON_OF[side]


def _extreme(tokens: Tokens, first: int, last: int) -> int:
    """1 beside "at the earliest", -1 beside "at the latest"."""
    before = tokens.codes.rfind(CODES["extreme"], max(0, first - 3), first)
    if before >= 0 and not tokens.codes[before + 1 : first].strip(_LEADING):
        return _at_the(tokens, before)
    side = _at_the(tokens, last + 2 + (tokens.code(last) == _COMMA))
    is_deadline = side < 0 and tokens.word(first - 1) in UNTIL
    if is_deadline:
        return 0
    return side


_LEADING = codes("comma preposition in")


def _at_the(tokens: Tokens, k: int) -> int:
    """What "earliest" counts, after "at the"."""
    is_extreme = tokens.code(k) == CODES["extreme"] and tokens.code(k - 1) == _THE
    if is_extreme and tokens.word(k - 2) == AT:
        return tokens.number(k)
    return 0


def _side_before(tokens: Tokens, first: int) -> int:
    """-1 after "before", 1 after "after", and 0 where the date itself is meant too."""
    code, before = tokens.code(first - 1), tokens.code(first - 2)
    if code == _BOUND and before == _NOT:
        if tokens.number(first - 1) < 0:
            return 1
        return 0
    if code == _BOUND:
        if before in _INCLUDING:
            return 0
        side = tokens.number(first - 1)
        if side < 0 and _is_embargo(tokens, first - 1):
            return 0
        return 1 if side < 0 and _is_denied(tokens, first - 1) else side
    if code == _OF and before == _EVE:
        return -1
    if code == _TO and before == _PRIOR:
        return -1
    if code == _THAN and before == _LATER:
        side = LATER_SIDE[tokens.word(first - 2)]
        denied = tokens.code(first - 3) == _NOT or tokens.word(first - 3) == NO
        return (0 if side > 0 else 1) if denied else side
    if code == _TO and tokens.code(first - 2) == _NOT:
        return 1
    return 0


def _side_of_least(tokens: Tokens, first: int) -> int:
    """1 after "at least" and "past", as in "until at least May 2026"."""
    word = tokens.word(first - 1)
    return word == PAST or (word == LEAST and tokens.word(first - 2) == AT)


def _side_after(tokens: Tokens, last: int) -> int:
    """Such as "2025 or later"."""
    if tokens.code(last) != _OR:
        return 0
    if tokens.code(last + 1) == _BOUND:
        return tokens.number(last + 1)
    return LATER_SIDE.get(tokens.word(last + 1), 0)


def _denial(tokens: Tokens, first: int) -> str | None:
    """Whether it was not then, or no longer is."""
    is_later = tokens.code(first - 1) == _THAN and tokens.code(first - 2) == _LATER
    if is_later or tokens.code(first - 1) == _BOUND:  # not after that day: then, at the latest
        return None
    if was_moved(tokens, first):
        return reasons.MOVED
    is_aside = _NOT_BY_THE_WAY.search(tokens.codes, max(0, first - _LONG_CLAUSE), first)
    is_denied = is_aside or _is_excepted(tokens, first) or _is_denied(tokens, first)
    return reasons.DENIED if is_denied else None


def _is_excepted(tokens: Tokens, first: int) -> bool:
    """Whether it stands after "except" or "except on"."""
    k = first - 2 if tokens.code(first - 1) in _LEADING else first - 1
    return tokens.code(k) == CODES["excepted"]


def _is_denied(tokens: Tokens, first: int) -> bool:
    """Whether the clause denies what it tells before a token."""
    is_time = tokens.word(first - 1) in ON_OR_IN
    if is_time and _is_of_noun(tokens, first - 2):
        return False
    reach, ends = (_LONG_CLAUSE, _ENDS_TIME) if is_time else (_CLAUSE, _ENDS_DENIAL)
    for k in range(first - 1, max(-1, first - 1 - reach - _VERBS), -1):
        code = tokens.code(k)
        if code == _NOT or (tokens.word(k) == NO and tokens.code(k + 1) in _WORDS):
            if tokens.word(k + 1) in SURELY or LATER_SIDE.get(tokens.word(k + 1)) == 1:
                return False  # "not later than noon on 3 May": then, at the latest
            return _denies(tokens, k) and not _is_embargo(tokens, first)
        if code == _INSTEAD and tokens.code(k + 1) in _THAN + _OF:
            return True
        reach -= tokens.word(k) not in AUXILIARIES
        if code in ends or tokens.word(k) in STILL_TRUE or not reach:
            return False
    return False


def _is_of_noun(tokens: Tokens, k: int) -> bool:
    """Whether a past form belongs to a noun before it: "did not use the form made in 2022"."""
    noun = tokens.word(k - 1)
    if tokens.code(k) != _PAST or tokens.code(k - 1) not in _NOUNS + _REFERENCE:
        return False
    return noun not in AUXILIARIES | ADVERBS and not noun.endswith(ADVERB_ENDING)


def _is_embargo(tokens: Tokens, first: int) -> bool:
    """Whether "not for release before" stands before a token: then, and not a time after it."""
    least = max(0, first - _CLAUSE)
    pairs = ((tokens.word(k), tokens.word(k + 1)) for k in range(least, first))
    return _BOUND in tokens.codes[least : first + 1] and any(pair in NOT_FOR for pair in pairs)


def _is_unreal(tokens: Tokens, phrase: Phrase) -> str | None:
    """Whether what it is the date of never was, or was given up, as the words beside it tell."""
    start, first, last = max(0, phrase.first - _UNREAL_REACH), phrase.first, phrase.last
    if _VERB_SOON.match(tokens.codes, last, last + _UNREAL_REACH):
        reason = _is_given_up(tokens, first, last)
        if reason is not None:
            return reason
    # Likewise for what stands before it.
    if not any(map(_IS_CUE.__getitem__, tokens.pieces[start:first])):
        return None
    before = _SPACES.sub(" ", tokens.text[tokens.starts[start] : tokens.starts[first]].lower())
    return reasons.DENIED if UNREAL.search(before) else None


def _is_given_up(tokens: Tokens, first: int, last: int) -> str | None:
    """Whether words after a date tell that what was to be then was not."""
    reach = min(last + _PREDICATE_REACH, len(tokens.pieces))
    # The patterns are long, and each of their readings holds one of these words.
    if not any(map(_GIVES_UP.__getitem__, tokens.pieces[last:reach])):
        return None
    after = _SPACES.sub(" ", tokens.text[tokens.end(last) : tokens.starts[reach]].lower())
    if NEVER_HELD.match(after):
        return reasons.DENIED
    given_up = GIVEN_UP.match(after)
    if given_up is None:
        return None
    if not _is_planned(tokens, first) and not _is_of_event(tokens, first, given_up):
        return None
    return reasons.MOVED if given_up["moved"] else reasons.DENIED


_UNREAL_REACH, _PREDICATE_REACH, _PLAN_REACH = 16, 32, 8  # pieces beside a date that are looked at
_SPACES = re.compile(r"\s+")
_IS_CUE = Remembered(lambda piece: piece.rstrip().lower() in UNREAL_CUES)
_GIVES_UP = Remembered(lambda piece: piece.rstrip().lower() in GIVEN_UP_CUES)
_OF_VERBS = codes("future moved not past present")
_VERB_SOON = re.compile(
    f"{CODES['closing']}?"
    f"[^{codes('stop exclamation break opening closing slash currency')}{_OF_VERBS}]"
    f"{{0,{_UNREAL_REACH}}}+[{_OF_VERBS}]"
)
_ENDS_PLAN = codes("and but comma stop exclamation break")
_APOSTROPHES = ("'", "’")


def _is_planned(tokens: Tokens, first: int) -> bool:
    """Whether the clause tells before a date of what was planned: "which was to open on"."""
    for k in range(first - 1, max(-1, first - 1 - _PLAN_REACH), -1):
        word = tokens.word(k)
        if word in PLANNED_FOR:
            return True
        if word == TO and (tokens.word(k - 1) in WAS | IS or tokens.word(k + 1) == BE_ITSELF):
            return True
        if tokens.code(k) in _ENDS_PLAN:
            return False
    return False


def _is_of_event(tokens: Tokens, first: int, given_up: re.Match[str]) -> bool:
    """Whether a date that was given up is that of an event, as in "Friday's talks"."""
    verb, between = given_up["verb"], given_up["between"]
    if verb not in GIVEN_UP_EVENTS:
        return False
    if tokens.code(first - 1) == _THE or between[:1] in _APOSTROPHES:
        return True
    is_told = tokens.code(first - 1) in _LEADING + _OF and tokens.code(first - 2) in _WORDS
    start = tokens.starts[first]
    return is_told and not CITED.search(tokens.text, max(0, start - _FAR), start)


def _denies(tokens: Tokens, k: int) -> bool:
    """Whether a negation is one: "t" only in "didn't"."""
    return len(tokens.word(k)) > 1 or tokens.code(k - 1) == CODES["apostrophe"]


_FORMER = 60  # characters before a date that may say that it is one no longer


def _is_former(tokens: Tokens, phrase: Phrase) -> bool:
    """Such as "(was 3 May)" and "originally planned for 3 May", but not "originally 1899"."""
    meaning = phrase.meaning
    if not isinstance(meaning, OneDate) or meaning.date.month is None:
        return False
    is_was = tokens.word(phrase.first - 1) in WAS
    expression, start = WAS_IN_BRACKETS if is_was else FORMERLY, tokens.starts[phrase.first]
    return expression.search(tokens.text, max(0, start - _FORMER), start) is not None


_JOINING = codes("comma preposition in from the early or opening")
_GAP = 9  # pieces between two alternatives


def are_alternatives(tokens: Tokens, end: int, start: int) -> bool:
    """Whether only "or" stands between a phrase that ends before a piece and the next one."""
    if start - end > _GAP or _OR not in tokens.codes[end:start]:
        return False
    between = [*range(end, start)]
    place = tokens.codes.index(_OR, end) + 1
    if tokens.code(place) == _COMMA:  # "or, if it rains,"
        last = tokens.codes.find(_COMMA, place + 1, start)
        between = [k for k in between if not place <= k <= last]
    return all(tokens.code(k) in _JOINING or tokens.word(k) in HEDGES for k in between)


# --- Neighbours -----------------------------------------------------------------------------------


@attrs.define(slots=False)
class Story:
    """A text and its dates, as far as they are found.

    Args:
        tokens: the text.
        phrases: its phrases that may be dates.
        published: when it was published, as far as that is known.
    """

    tokens: Tokens
    phrases: list[Phrase]
    published: EdtfDate | None
    _own: tuple[EdtfDate | None, ...] | None = attrs.field(init=False)
    _own_day: EdtfDate = attrs.field(init=False)
    _own_start: int = attrs.field(default=-1, init=False)
    _threads: dict[EdtfDate | None, Thread] = attrs.field(factory=dict, init=False)
    _given: list[tuple[EdtfDate, Basis, int]] = attrs.field(factory=list, init=False)
    _told: list[tuple[When, int]] = attrs.field(factory=list, init=False)

    def __attrs_post_init__(self) -> None:
        self._own = (self.published,)

    def thread(self, published: EdtfDate | None) -> Thread:
        """What the dates of the whole text tell, for what counts from a day."""
        if published is self.published:
            return self._thread
        if published not in self._threads:
            self._threads[published] = attrs.evolve(self._thread, published=published)
        return self._threads[published]

    @cached_property
    def _thread(self) -> Thread:
        stated = tuple(
            self.place(when, phrase.first)
            for phrase in self.phrases
            if (when := _stated(phrase)) is not None
        )
        counted = sum(isinstance(phrase.meaning, COUNTING) for phrase in self.phrases)
        return Thread(self.published, stated, _order(self.tokens, self.phrases), counted)

    def place(self, when: When, token: int) -> Stated:
        """A date, and where it stands."""
        return Stated(when, token, self.tokens.sentence(token), self.tokens.paragraph(token))

    def add(self, when: When, basis: Basis, phrase: Phrase) -> None:
        """Adds a date that the text gives, in order."""
        if isinstance(when, EdtfDate) and isinstance(when.year, int):
            self._given.append((when, basis, phrase.first))
        is_counted = basis == "resolved" and not isinstance(phrase.meaning, OneDate)
        if is_counted or isinstance(phrase.meaning, Weekday):
            return
        if not self._repeats(when, phrase.first):
            self._told.append((when, phrase.first))

    def _repeats(self, when: When, token: int) -> bool:
        """Whether a date only repeats the one before it, or its year: "3 May (a Friday), 1941"."""
        if not self._told:
            return False
        before, place = self._told[-1]
        if when == before:
            return True
        if not isinstance(when, EdtfDate) or not isinstance(before, EdtfDate):
            return False
        is_its_year = when.month is None and when.year == before.year
        return is_its_year and self.tokens.sentence(token) == self.tokens.sentence(place)

    def previous(self, number: int) -> Stated | None:
        """The last date, or the one so many dates before the end, that was stated or chosen."""
        if number > len(self._told):
            return None
        return self.place(*self._told[-number])

    def add_refused(self, phrase: Phrase) -> None:
        """Adds a date that is no event's and yet may be counted from: "before 1 March 2019"."""
        when = _stated(phrase)
        if isinstance(when, EdtfDate) and isinstance(when.year, int):
            self._given.append((when, "stated", phrase.first))

    def publications(
        self, section: EdtfDate | None = None, start: int = -1
    ) -> tuple[EdtfDate | None, ...]:
        """What a phrase may count from, below what stood so far; the likeliest first.

        Args:
            section: the date of the heading or the label above it.
            start: the offset at which that begins.
        """
        if section is not None and start >= self._own_start:
            return self._below(section)
        if self._own is None:
            self._own = self._below(self._own_day)
        return self._own

    def _below(self, when: EdtfDate) -> tuple[EdtfDate | None, ...]:
        """What counts below a line that is nothing but a date.

        That is the date where several releases follow each other; else it may be one of an event.
        """
        published = self.published
        is_release = when.day is not None and self._has_several_days
        if published is None and is_release:
            return (when,)
        if published is None:
            return (None,)
        if when.possibly_overlaps(published):
            return (min(when, published, key=_precision),)
        if published.before(when):
            return published, when
        if is_release:
            return (when,)
        return when, published

    @cached_property
    def _has_several_days(self) -> bool:
        """Whether the text has lines of several days."""
        days = [_said(phrase.meaning) for phrase in self.phrases if self._is_own_day(phrase)]
        return len(set(days)) > 1

    def _is_own_day(self, phrase: Phrase) -> bool:
        """Whether a phrase is a day that has a line of its own."""
        meaning, tokens = phrase.meaning, self.tokens
        if not isinstance(meaning, OneDate) or meaning.date.day is None:
            return False
        return is_own_line(tokens.text, tokens.starts[phrase.first], tokens.end(phrase.last))

    def count_from(self, when: When | None, phrase: Phrase) -> None:
        """Counts what comes next from a date, if it is a dateline or has a line of its own.

        A page may hold several releases. Of a dateline of which the year is not known, nothing is
        counted.
        """
        meaning = phrase.meaning
        if not isinstance(meaning, OneDate) or meaning.date.day is None:
            return
        start, end = self.tokens.starts[phrase.first], self.tokens.end(phrase.last)
        day = when if isinstance(when, EdtfDate) else None
        if day is not None and self._is_of_message(start, end):
            self._own, self._own_day, self._own_start = None, day, start
            return
        follows = self.tokens.code(phrase.last)
        if follows not in _AFTER_DATELINES and "\n" not in self.tokens.pieces[phrase.last - 1]:
            return
        if opens_prose(self.tokens.text, start, end):
            self._own, self._own_start = (day,), start
            return
        is_head = self._is_own_day(phrase) or begins_prose(self.tokens.text, start, end)
        if day is None or not is_head:
            return
        if self.published is None or not self.published.before(day):
            self._own, self._own_day, self._own_start = None, day, start

    def _is_of_message(self, start: int, end: int) -> bool:
        """Whether it is the day of a message below: "On 3 May, Ann wrote:" is all of the line."""
        text = self.tokens.text
        wrote = QUOTED_HEAD.match(text, end)
        if wrote is None or not _LINE_END.match(text, wrote.end()):
            return False
        return text[text.rfind("\n", 0, start) + 1 : start].strip("> \t") == "On"

    def told(self, unit: str, token: int) -> tuple[EdtfDate, Basis] | None:
        """The date that a phrase at a piece counts from, where it is plain which."""
        here, near = self.tokens.sentence(token), None
        found: dict[EdtfDate, Basis] = {}
        for when, basis, where in reversed(self._given):
            sentence = self.tokens.sentence(where)
            if here - sentence > _BACK or (near is not None and sentence != near):
                break
            told = _as_unit(when, unit)
            if told is not None:
                near, found[told] = sentence, basis
        if len(found) != 1:
            return None
        return next(iter(found.items()))


_BACK = 2  # sentences


@attrs.define
class Around:
    """What stands around one phrase of a text: the neighbours that `resolving` asks for.

    Args:
        story: the text.
        phrase: the phrase.
        published: from when it counts, as far as that is known.
    """

    story: Story
    phrase: Phrase
    published: EdtfDate | None

    @property
    def thread(self) -> Thread:
        """What the dates of the whole text tell."""
        return self.story.thread(self.published)

    def bare(self, said: EdtfDate | None, weekday: int | None) -> Bare:
        """The features of the phrase on which a choice rests."""
        tokens, first, last = self.story.tokens, self.phrase.first, self.phrase.last
        sentence = tokens.sentence(first)
        begin, end = tokens.sentence_bounds(sentence)
        if end < last:
            _, end = tokens.sentence_bounds(tokens.sentence(last - 1))
        follows_semicolon = tokens.word(begin - 1) == SEMICOLON
        return Bare(
            said=said,
            weekday=weekday,
            token=first,
            sentence=sentence,
            paragraph=tokens.paragraph(first),
            before=tokens.words(max(begin, first - _REACH), first)[::-1],
            after=tokens.words(last, min(end, last + _REACH)),
            previous=self.story.previous(1),
            earlier=None if follows_semicolon else self.story.previous(2),
            follows_semicolon=follows_semicolon,
        )

    def told(self, unit: str) -> tuple[EdtfDate, Basis] | None:
        """The date that the phrase counts from, for a unit, where it is plain which."""
        return self.story.told(unit, self.phrase.first)


_AFTER_DATELINES = codes("break exclamation dash opening closing slash sign")


def _precision(when: EdtfDate) -> timedelta:
    """How long the time lasts that a date may be."""
    return when._last - when._first


def _stated(phrase: Phrase) -> When | None:
    """The date that a phrase states with its year."""
    meaning = phrase.meaning
    if isinstance(meaning, OneDate):
        if meaning.date.year is None:
            return None
        return _said(meaning)
    if isinstance(meaning, Interval):
        both = meaning.first.year is not None and meaning.last.year is not None
        if not both:
            return None
        return _said(meaning)
    if not isinstance(meaning, Settled):
        return None
    return meaning.said


def _said(meaning: Meaning) -> When | None:
    """What is said, unless there is no such day."""
    try:
        return meaning.said
    except EdtfError:
        return None


def _order(tokens: Tokens, phrases: list[Phrase]) -> Literal["day", "month"] | None:
    """Which of the two comes first in the text's numeric dates that have one reading."""
    orders: set[Literal["day", "month"]] = set()
    for phrase in phrases:
        if phrase.rule == "numeric" and isinstance(phrase.meaning, OneDate):
            said = phrase.meaning.date
            numbers = re.split("[ /-]+", tokens.word(phrase.last - 1))
            if len(numbers) == 3 and len(numbers[0]) <= 2 and said.day != said.month:
                orders.add("day" if int(numbers[0]) == said.day else "month")
    if len(orders) != 1:
        return None
    return orders.pop()


def _as_unit(when: EdtfDate, unit: str) -> EdtfDate | None:
    """The year, the month or the day of a date, for what counts in this unit."""
    first = when._first
    if unit == "year":
        return EdtfDate(first.year)
    if unit == "month" and when.precision in ("month", "day"):
        return EdtfDate(first.year, first.month)
    is_day = unit in ("day", "week") and when.precision == "day"
    if not is_day:
        return None
    return when
