"""What a phrase says: the components of its dates, or what they count from.

A phrase of the grammar is read here by its words alone. When it was published, and what is told
around it, is for `resolving`.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from functools import lru_cache
from itertools import pairwise
from operator import itemgetter
from typing import NamedTuple

import attrs

from ..edtf import EdtfDate, EdtfInterval, When
from ..errors import EdtfError
from . import reasons
from .english import (
    BEFORE_BARE_DAYS,
    BEFORE_STROKES,
    DAY_AND_MONTH,
    HUNDRED,
    NEAREST,
    NEXT,
    NO_STROKES,
    NUMERIC_DATE,
    PAST,
    POSSESSIVE,
    PUT,
    PUT_OFF,
    THE,
    THOUSAND,
    THROUGHOUT,
    TWO_DIGIT_DECADE,
    UNITS,
    VALUES,
    is_plural,
    misspelt_month,
    table_of,
    value_of,
)
from .expressions import in_codes
from .grammar import CODES, RULES, codes, grammar, rule_of
from .tokens import Tokens

__all__ = [
    "COUNTING",
    "Alternatives",
    "Counted",
    "Decade",
    "Interval",
    "Meaning",
    "MonthFrom",
    "Nothing",
    "NthDay",
    "OneDate",
    "Phrase",
    "Said",
    "Settled",
    "Told",
    "WeekOf",
    "Weekday",
    "WeekdayFrom",
    "counts",
    "dated",
    "find_phrases",
    "on_day",
    "read_as",
    "share",
    "was_moved",
]


@lru_cache(maxsize=4096)
def dated(year: int | str, month: int | None, day: int | None) -> EdtfDate:
    """A date of these components; the same few are asked for many times in a text."""
    return EdtfDate(year, month, day)


def on_day(day: date) -> EdtfDate:
    """A day as an EDTF value."""
    return dated(day.year, day.month, day.day)


@attrs.define
class Said:
    """The components of one date, as far as words say them.

    Attributes:
        year: the year, or ``None``.
        month: 1 to 12, or the EDTF number of a part of the year.
        day: the day of the month.
        weekday: 1 (Monday) to 7.
        shift: the year, counted from that of publication ("this year": 0), or ``None``.
        about: whether it is approximate.
    """

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    shift: int | None = None
    about: bool = False

    @property
    def value(self) -> EdtfDate:
        """The date with everything unsaid ``X``."""
        return self.in_year(self.year or "XXXX")

    def copy(self, year: int | None = None) -> Said:
        """The same components, to be changed; in a year, if one is given."""
        year = self.year if year is None else year
        return Said(year, self.month, self.day, self.weekday, self.shift, self.about)

    def in_year(self, year: int | str) -> EdtfDate:
        """The date in a year."""
        if not self.about:
            return dated(year, self.month, self.day)
        right = ("~", "", "") if self.month is None else ("", "~", "")
        return EdtfDate(year, self.month, self.day, right=right)


class Meaning:
    """What a phrase means."""

    __slots__ = ()

    @property
    def said(self) -> When | None:
        """What its words alone say, with everything unsaid ``X``."""
        return None

    @property
    def weekday(self) -> int | None:
        """The weekday that its words say: 1 (Monday) to 7."""
        return None


@attrs.frozen
class OneDate(Meaning):
    """One date; of a list, beside the others that share the year with it."""

    date: Said
    others: tuple[Said, ...] = ()

    @property
    def said(self) -> When | None:  # noqa: D102 - inherited
        return self.date.value

    @property
    def weekday(self) -> int | None:  # noqa: D102 - inherited
        return self.date.weekday


_DECEMBER, _HALF_A_YEAR = 12, 6


@attrs.frozen
class Interval(Meaning):
    """From one date to another."""

    first: Said
    last: Said

    @property
    def said(self) -> When | None:  # noqa: D102 - inherited
        return EdtfInterval(self.first.value, self.last.value)

    @property
    def is_doubtful(self) -> bool:
        """Whether it lasts into the next year for more than half a year: "24 June-6 May"."""
        first, last = self.first.month or 0, self.last.month or 0
        return max(first, last) <= _DECEMBER and first - last in range(1, _HALF_A_YEAR)


@attrs.frozen
class Settled(Meaning):
    """A value that the words give."""

    said: When


@attrs.frozen
class Nothing(Meaning):
    """No date, for a reason; perhaps one of some candidates."""

    reason: str
    said: When | None = None
    candidates: tuple[When, ...] = ()
    weekday: int | None = None


@attrs.frozen
class Alternatives(Meaning):
    """One of several dates."""

    dates: tuple[Said, ...]
    reason: str = reasons.ALTERNATIVE
    whole: bool = False
    """Whether all of them together are likelier: "5/6 June"."""


@attrs.frozen
class Decade(Meaning):
    """The nineties, of whatever century."""

    tens: int

    @property
    def said(self) -> When | None:  # noqa: D102 - inherited
        return EdtfDate(f"XX{self.tens}X")


@attrs.frozen
class Counted(Meaning):
    """So many units of time from publication."""

    count: int
    unit: str
    about: bool = False
    only_ahead: bool = False
    """Whether it may be a length of time too: "in two years"."""


@attrs.frozen
class Weekday(Meaning):
    """A weekday, of whatever week."""

    weekday: int


@attrs.frozen
class WeekdayFrom(Meaning):
    """A weekday counted from publication: "last Friday", or of a week: "Tuesday of next week"."""

    count: int
    weekday: int
    of_week: bool = False
    nearest: bool = False
    """Whether the words say that it is the nearest one: "this past Friday"."""


@attrs.frozen
class MonthFrom(Meaning):
    """A month or a season counted from publication ("last October"), or a day of a month."""

    count: int
    month: int | None = None
    day: int | None = None
    nearest: bool = False


@attrs.frozen
class NthDay(Meaning):
    """A day of a month by its place: "the third Thursday", "the last day"."""

    place: int
    date: Said

    @property
    def said(self) -> When | None:  # noqa: D102 - inherited
        if self.date.year is not None:
            return self.in_year(self.date.year)
        return EdtfDate("XXXX", self.date.month, "XX")

    @property
    def weekday(self) -> int | None:  # noqa: D102 - inherited
        return self.date.weekday

    def in_year(self, year: int) -> EdtfDate:
        """The day in a year."""
        month = EdtfDate(year, self.date.month)
        weekday = self.date.weekday
        days = [
            day
            for day in range(month._first.day, month._last.day + 1)
            if weekday is None or date(year, self.date.month or 1, day).isoweekday() == weekday
        ]
        place = self.place if self.place < 0 else self.place - 1
        if not -len(days) <= place < len(days):
            raise EdtfError("there is no such day")
        return EdtfDate(year, self.date.month, days[place])


@attrs.frozen
class WeekOf(Meaning):
    """The week that a day lies in, begins or ends."""

    date: Said
    shift: int | None = None
    """Days from the day to the first of the week; ``None`` where the week runs from Monday."""
    unit: str = "week"
    """Or ``weekend``."""


@attrs.frozen
class Told(Meaning):
    """So many units of time from another date of the text, or a date in such a year.

    For example "the following day", or "December of the following year".
    """

    count: int
    unit: str
    date: Said | None = None

    @property
    def said(self) -> When | None:  # noqa: D102 - inherited
        if not self.date:
            return None
        return self.date.value


def counts(meaning: Meaning) -> bool:
    """Whether a phrase counts from publication: "last week", "October this year", "Friday"."""
    if isinstance(meaning, OneDate):
        return meaning.date.shift is not None
    return isinstance(meaning, COUNTING)


COUNTING = (Counted, MonthFrom, Weekday, WeekdayFrom)
"""What counts from publication, whatever its components."""


class Phrase(NamedTuple):
    """A phrase of a text.

    Attributes:
        first: its first piece.
        last: the piece after it.
        meaning: what it means.
        digits: where four digits stand that are to be looked at: are they a year?
        odd: what is odd about it.
        rule: the rule of the grammar that found it.
    """

    first: int
    last: int
    meaning: Meaning
    digits: tuple[int, int] | None = None
    odd: str | None = None
    rule: str = ""


def find_phrases(tokens: Tokens) -> list[Phrase]:
    """The phrases of a text, in order and without overlaps.

    Example:
        >>> [phrase] = find_phrases(Tokens("met on 10 May"))
        >>> phrase.first, phrase.last, str(phrase.meaning.said)
        (2, 4, 'XXXX-05-10')
    """
    found: list[Phrase] = []
    for match in grammar().finditer(tokens.codes):
        found += _READERS[rule_of(match)](tokens, match)
    for match in _WEEKDAY_IN_BRACKETS.finditer(tokens.codes):
        _join_weekday(tokens, found, match)
    return found


_WEEKDAY_IN_BRACKETS = re.compile(
    in_codes("opening (weekday | short_weekday) stop? closing (stop | comma)?", CODES)
)


def _join_weekday(tokens: Tokens, found: list[Phrase], match: re.Match[str]) -> None:
    """Gives the one day of a line the weekday at the end of it: "May 5: No classes (Friday)"."""
    k = match.start() + 1
    place = bisect_left(found, k, key=itemgetter(0))
    is_phrase = place < len(found) and found[place].first == k
    if not is_phrase or not _LINE_ENDS.match(tokens.text, tokens.end(match.end())):
        return
    days = list(_days_before(tokens, found, place))
    # Of two days in a line the weekday at its end may be either's.
    if len(days) != 1:
        return
    said, weekday = days[0][1], tokens.number(k)
    if said.weekday in (None, weekday):
        day = OneDate(attrs.evolve(said, weekday=weekday))
        found[days[0][0]] = found[days[0][0]]._replace(meaning=day)
        found[place] = found[place]._replace(meaning=Nothing(reasons.ITS_WEEKDAY))


def _days_before(tokens: Tokens, found: list[Phrase], place: int) -> Iterator[tuple[int, Said]]:
    """The single days that stand before a phrase in its line."""
    end = tokens.starts[found[place].first]
    line = max(tokens.text.rfind("\n", max(0, end - _LONG_LINE), end), end - _LONG_LINE)
    for number in range(place - 1, max(-1, place - _FEW), -1):
        phrase = found[number]
        if tokens.starts[phrase.first] < line:
            return
        if isinstance(phrase.meaning, OneDate) and phrase.meaning.date.day is not None:
            yield number, phrase.meaning.date


# A text may be one line of a megabyte: no more than this is looked at for each weekday.
_LONG_LINE, _FEW = 400, 8  # characters of a line, and phrases in it, that are looked at
_LINE_ENDS = re.compile(r"[^\S\n]*(?:[\n|\t]|\Z)")


# --- Components -----------------------------------------------------------------------------------

_YEAR, _YEAR_WORD, _OF, _HALF = (CODES[term] for term in ("year", "year_word", "of", "half"))
_ORDINAL = CODES["ordinal"]
_NUMERIC, _ABOUT, _OR, _COMMA = (CODES[t] for t in ("numeric_date", "about", "or", "comma"))
_NOW, _TOLD = CODES["now"], codes("told that")
_OTHER_YEARS = codes("now year_word number_word quantity")
_DAYS = codes("day_number ordinal ordinal_word")
_BEFORE_YEAR = codes("comma in of the year_word")
_MONTHS = codes("full_month word_month short_month season")
_SMALL = CODES["small"]
_WEEKDAYS = codes("weekday short_weekday")
_JOINING = codes("and or")
_PARTS = codes("half quarter short_half short_quarter")
_TWO_DIGITS = 2  # of a year
_ONE_DAY = 2  # pieces before the month in "19-May"
_NEAR = 6  # pieces before a date, in which a word tells that it was moved
# 29 February may be said without a year, and has to be a day all the same.
_LEAP = 2000  # a year that has every day there can be


_COMPONENTS = {
    **dict.fromkeys(_DAYS, "day"),
    **dict.fromkeys(_MONTHS, "month"),
    **dict.fromkeys(_WEEKDAYS, "weekday"),
    _YEAR: "year",
}


def _said(tokens: Tokens, first: int, last: int) -> Said:
    """What the pieces from first to before last say of one date."""
    said = Said()
    for k, code in enumerate(tokens.codes[first:last], first):
        component = _COMPONENTS.get(code)
        if component is not None:
            setattr(said, component, tokens.number(k))
        elif code == _HALF:
            said.day = None  # "the first half of May"
        elif code == _SMALL:
            _add_small(said, tokens, k)
        elif code == _YEAR_WORD and tokens.code(k + 1) != _YEAR:
            if tokens.codes[k + 1 : k + 3] != _OF + _YEAR:
                said.shift = VALUES.get(tokens.word(k - 1), 0)
        elif code == _ABOUT:
            said.about = True
    return said


def _add_small(said: Said, tokens: Tokens, k: int) -> None:
    """A month or a weekday, written small."""
    word = tokens.word(k)
    if table_of(word) == "short_weekday":
        said.weekday = VALUES[word]
    else:
        said.month = VALUES[word]


def _numeric(word: str) -> list[Said]:
    """The dates that a numeric one can be, the day first; a year of two digits is left at that."""
    first, sign, second, third = NUMERIC_DATE.fullmatch(word).groups()  # type: ignore[union-attr]
    a, b, c = int(first), int(second), int(third)
    if len(first) == 4:
        return [Said(a, b, c)]
    # Stops are written where the day comes first; with strokes and dashes half the world has it
    # second.
    if sign != "." and a <= 12 and b <= 12 and a != b:
        return [Said(c, b, a), Said(c, a, b)]
    return [Said(c, a, b) if b > 12 else Said(c, b, a)]


def _later(left: Said, right: Said) -> bool:
    """Whether a date comes later in its year than another."""
    return (left.month or 0, left.day or 0) > (right.month or 0, right.day or 0)


def share(dates: Iterable[Said]) -> None:
    """Gives each date of a range or a list what only its neighbours say.

    Example:
        >>> dates = [Said(day=28, month=12), Said(day=2, month=1, year=2022)]
        >>> share(dates)
        >>> dates[0].year
        2021
    """
    every = list(dates)
    ahead, back = list(pairwise(every)), list(pairwise(every[::-1]))
    # The months first, since they decide on which side of a new year a day lies.
    for near, said in ahead + back:
        said.month = said.month or near.month
    # From the end first: "28 December to 2 January 2022" says its year at the end.
    for near, said in back:
        _take_year(said, near, -_later(said, near))
    for near, said in ahead:
        _take_year(said, near, _later(near, said))


def _take_year(said: Said, near: Said, years: int) -> None:
    """Takes the year of a neighbour, or one beside it, unless the date has its own."""
    if said.year is not None or said.shift is not None:
        return
    if near.year is not None:
        said.year = near.year + years
    elif near.shift is not None:
        said.shift = near.shift + years


# --- Readers --------------------------------------------------------------------------------------

_Match = re.Match[str]


def _one(match: _Match, meaning: Meaning, digits: tuple[int, int] | None = None) -> list[Phrase]:
    """The phrase that is all of what a rule found."""
    return [Phrase(match.start(), match.end(), meaning, digits, None, rule_of(match))]


def _without_date(reason: str) -> Callable[[Tokens, _Match], list[Phrase]]:
    """The reader of phrases that give no date, and why."""
    nothing = Nothing(reason)
    return lambda tokens, match: _one(match, nothing)


def _read_date(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "10 May 2022", "May 2022" and "10 May"."""
    if tokens.codes[match.end() - 1] in _OTHER_YEARS:
        return _read_other_year(tokens, match)
    return _one(match, OneDate(_said(tokens, *match.span())))


def _read_dashed_day(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "19-May" and "17-19-May"; "room 19 - May 2022" is a month."""
    first, last = match.span()
    k = tokens.find(_MONTHS, first, last)
    if not all(map(tokens.touches, range(first, k))):
        return [Phrase(k, last, OneDate(_said(tokens, k, last)), rule="month")]
    ends = Said(day=tokens.number(first)), _said(tokens, k - 2, last)
    share(ends)
    return _one(match, OneDate(ends[1]) if k - first == _ONE_DAY else Interval(*ends))


def _read_month_dash_number(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "May-19", a day of May or a May; "May - 19 people" is a month."""
    first, last = match.span()
    begin, end = match.span("month")
    word, joined = tokens.word(end + 1), all(map(tokens.touches, range(begin, end + 1)))
    if not joined or len(word) != _TWO_DIGITS or not word.isdecimal():
        return [Phrase(begin, end, OneDate(_said(tokens, begin, end)), rule="month")]
    said = _said(tokens, first, last)
    if said.year is not None:
        return _one(match, OneDate(said))
    years = Said(int(word), said.month)
    if said.day is None:
        return _one(match, Alternatives((years,), reasons.CENTURIES))
    return _one(match, Alternatives((said, years), reasons.DAY_OR_YEAR))


def _read_other_year(tokens: Tokens, match: _Match) -> list[Phrase]:
    """A date whose year is told by another date, or spelled; or which begins a stretch to now."""
    first, last = match.span()
    code = tokens.codes[last - 1]
    if code == _NOW:
        return _one(match, _until_now(_said(tokens, first, last)))
    if code == _YEAR_WORD:
        is_told = tokens.code(last - 2) in _TOLD or _is_told_next(tokens, last - 2)
        said = _said(tokens, first, last - 2 if is_told else last)
        told = Told(tokens.number(last - 2), "year", said)
        return _one(match, told if is_told else OneDate(said))
    said, end = _with_spelled_year(tokens, first, last)
    return [Phrase(first, end, OneDate(said), rule=rule_of(match))]


def _is_told_next(tokens: Tokens, k: int) -> bool:
    """Whether "the next" counts from what is told, as "next" alone does not."""
    return tokens.word(k) == NEXT and tokens.word(k - 1) == THE


def _with_spelled_year(tokens: Tokens, first: int, last: int) -> tuple[Said, int]:
    """What is said of a date before a year in words, with that year; and where it ends."""
    month = tokens.find(_MONTHS, first, last)
    k = tokens.find(CODES["number_word"], month, last)
    end = next(n for n in range(k, month, -1) if tokens.code(n - 1) not in _BEFORE_YEAR)
    said, year = _said(tokens, first, end), _spelled(tokens, k, last)
    if year is None or said.year is not None:
        return said, end
    said.year = year
    return said, last


def _until_now(said: Said) -> Meaning:
    """Such as "10 May 2022 to the present"."""
    if said.year is None:
        return Nothing(reasons.NO_YEAR)
    return Settled(EdtfInterval(said.in_year(said.year), ".."))


def _read_numeric(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "10.5.2022" and "02/06/2022", with a weekday before it perhaps."""
    first, last = match.span()
    number = tokens.find(_NUMERIC, first, last)
    dates = _numeric(tokens.word(number))
    if last - first > 1:
        beside = (first, number) if number > first else (number + 1, last)
        for said in dates:
            said.weekday = _said(tokens, *beside).weekday
    return _one(match, _numeric_meaning(dates))


def _numeric_meaning(dates: list[Said]) -> Meaning:
    """The date that numbers such as 3/5/2024 give, or those between which they leave it open."""
    if dates[0].year is not None and dates[0].year < 100:
        return Alternatives(tuple(dates), reasons.CENTURIES)
    if len(dates) > 1:
        return Alternatives(tuple(dates), reasons.DAY_OR_MONTH)
    return OneDate(dates[0])


def _read_stroke_day(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "due 1/15", unless it is a fraction or a name."""
    first, last = match.span()
    word = tokens.text[tokens.starts[first] : tokens.end(last)]
    if tokens.word(first - 1) not in BEFORE_STROKES or word in NO_STROKES:
        return []
    pair = tokens.number(first), tokens.number(last - 1)
    days = {(month, day) for day, month in (pair, pair[::-1]) if month <= _DECEMBER}
    if len(days) == 1:
        month, day = days.pop()
        return _one(match, OneDate(Said(month=month, day=day)))
    dates = tuple([EdtfDate("XXXX", month, day) for month, day in sorted(days)])
    return _one(match, Nothing(reasons.DAY_OR_MONTH, candidates=dates)) if dates else []


def _read_short_year(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "1 Jan. 22", unless it is not two digits that end it."""
    word = tokens.word(match.end() - 1)
    first, last = max(map(match.span, ("day", "dashed", "month", "season")))
    said = _said(tokens, first, last)
    if len(word) != _TWO_DIGITS or not word.isdecimal():
        return [Phrase(first, last, OneDate(said), rule="short_year")]
    said.year = int(word)
    return _one(match, Alternatives((said,), reasons.CENTURIES))


def _read_year(tokens: Tokens, match: _Match) -> list[Phrase]:
    """A year alone, of which the words around it tell whether it is one."""
    k = tokens.find(_YEAR, *match.span())
    said = _said(tokens, *match.span())
    said.shift = None
    return _one(match, OneDate(said), digits=(k, k + 1))


_SHORT_MONTH = 5  # letters: beside a day and a year, "Marhc" and "Aprl" are months too


def _read_misspelt(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "15 Aprl 2024" or "Aprl 15, 2024": longer months are read as if they had no slip."""
    first, last = match.span()
    k = tokens.find(codes("word name"), first, last)
    k = first - 1 if k < 0 else k
    month = misspelt_month(tokens.word(k), _SHORT_MONTH)
    if month is not None:
        said = _said(tokens, first, last)
        said.month = VALUES[month]
        day = tokens.number(tokens.find(_DAYS, first, last))
        meaning: Meaning = OneDate(said)
        if day != said.day:
            meaning = Interval(attrs.evolve(said, day=day), said)
        odd = read_as(tokens, k, month)
        return [Phrase(min(first, k), last, meaning, odd=odd, rule="misspelt")]
    return _words_apart(tokens, first, last)


def read_as(tokens: Tokens, k: int, month: str) -> str:
    """What is told of a piece that is read as the name of a month, in small letters."""
    return f"{tokens.pieces[k].rstrip()} is read as {month.title()}"


def _words_apart(tokens: Tokens, first: int, last: int) -> list[Phrase]:
    """The phrases of a stretch that is none: its weekday and its year."""
    found = []
    for k in range(first, last):
        term = tokens.term(k)
        if term == "weekday":
            found.append(Phrase(k, k + 1, Weekday(tokens.number(k)), rule="weekday"))
        elif term in ("short_weekday", "small"):
            found.append(Phrase(k, k + 1, Nothing(reasons.WORD), rule="word"))
        elif term == "year":
            year = OneDate(Said(tokens.number(k)))
            found.append(Phrase(k, k + 1, year, digits=(k, k + 1), rule="year"))
    return found


# Decades and parts of a year


def _read_decade(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "the 1990s", "the nineties" and "the 90s"."""
    first, last = match.span()
    word = tokens.word(last - 1)
    if tokens.term(last - 1) == "word":
        return _read_apostrophe(tokens, match)
    if not TWO_DIGIT_DECADE.fullmatch(word) and word not in VALUES:
        return _one(match, _decade(word))
    if tokens.find(CODES["the"], first, last) < 0:
        return _one(match, Nothing(reasons.WORD))
    return _one(match, Decade(VALUES.get(word) or int(word[0])))


def _read_apostrophe(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "the 1990's"."""
    last = match.end()
    year = tokens.word(last - 3)
    if tokens.word(last - 1) == POSSESSIVE and year[3] == "0":
        return _one(match, _decade(year))
    return _words_apart(tokens, last - 3, last - 2)


def _decade(word: str) -> Meaning:
    """What a decade of four digits means."""
    # "The 1900s" may be ten years or a hundred.
    if word[2] == "0" and word[:2] != "20":
        return Nothing(reasons.CENTURIES)
    return Settled(EdtfDate(f"{word[:3]}X"))


_FIRST_OF = {"quarter": 32, "half": 39, "short_quarter": 32, "short_half": 39}
_COUNT_OF = {"quarter": 4, "half": 2, "short_quarter": 4, "short_half": 2}


def _part_number(tokens: Tokens, k: int) -> int | None:
    """The EDTF number of the part of the year whose word is piece k."""
    term, word = tokens.term(k), tokens.word(k)
    short = term.startswith("short")
    if tokens.term(k + 1) == "day_number" and term == "quarter":  # quarter 3
        which = tokens.number(k + 1)
        if which <= _COUNT_OF[term]:
            return _FIRST_OF[term] + which
        return None
    beside = k - 2 if tokens.term(k - 1) == "dash" else k - 1
    which = int(re.sub("[a-z]", "", word)) if short else tokens.number(beside)
    which = _COUNT_OF[term] if which < 0 else which
    if 1 <= which <= _COUNT_OF[term]:
        return _FIRST_OF[term] + which
    return None


def _read_part(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Quarters and halves of a year."""
    first, last = match.span()
    k = tokens.find(_PARTS, first, last)
    number = _part_number(tokens, k)
    if number is None:
        return _one(match, Nothing(reasons.VAGUE))
    said = _said(tokens, first, last)
    said.month, said.day = number, None
    return _one(match, OneDate(said))


def _read_part_of_short_year(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "3Q23" and "Q3'23"; "Q3 23 of them" is none."""
    if not all(map(tokens.touches, range(match.start(), match.end() - 1))):
        return []
    return _one(match, Nothing(reasons.CENTURIES))


def _read_quarters(tokens: Tokens, match: _Match) -> list[Phrase]:
    """From one quarter of a year to another."""
    (a, b), (c, d) = match.span("first"), match.span("last")
    start, end = _quarter(tokens, a, b), _quarter(tokens, c, d)
    if start is None or end is None or start >= end:
        return _one(match, Nothing(reasons.VAGUE))
    tail = _said(tokens, d, match.end())
    first, last = (Said(tail.year, number, shift=tail.shift) for number in (start, end))
    joint = tokens.codes[b : c + 1]
    if _OR in joint or CODES["slash"] in joint:
        return _one(match, Alternatives((first, last), whole=_OR not in joint))
    if CODES["and"] in joint and end > start + 1:
        return [
            Phrase(match.start(), b, OneDate(first), rule=rule_of(match)),
            Phrase(c, match.end(), OneDate(last), rule=rule_of(match)),
        ]
    return _one(match, Interval(first, last))


def _quarter(tokens: Tokens, first: int, last: int) -> int | None:
    """The EDTF number of a quarter that is named by a number or a word."""
    k = tokens.find(codes("short_quarter short_half"), first, last)
    if k >= 0:
        return _part_number(tokens, k)
    which = tokens.number(tokens.find(codes("ordinal_word ordinal relative"), first, last))
    which = 4 if which < 0 else which
    if 1 <= which <= 4:
        return 32 + which
    return None


def _read_months_of_year(tokens: Tokens, match: _Match) -> list[Phrase]:
    """The first or last months of a year."""
    first, last = match.span()
    place, count = tokens.number(first + 1), tokens.number(first + 2)
    if not 1 <= count <= 12 or place not in (1, -1) or UNITS.get(tokens.word(first + 3)) != "month":
        return _one(match, Nothing(reasons.VAGUE))
    year = _said(tokens, first + 5, last)
    months = (1, count) if place > 0 else (13 - count, 12)
    ends = (Said(year.year, month, shift=year.shift) for month in months)
    return _one(match, Interval(*ends))


# Weeks and days of a month


def _read_nth_weekday(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "the second Monday of May"."""
    first, last = match.span()
    k = tokens.find(CODES["weekday"], first, last)
    said = _said(tokens, k, last)
    return _one(match, NthDay(tokens.number(k - 1), said))


def _read_nth_day(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "the last day of May"."""
    first, last = match.span()
    k = tokens.find(CODES["day"], first, last)
    said, end = _said(tokens, k + 1, last), last
    if tokens.codes[last - 1] in _OTHER_YEARS:
        said, end = _with_spelled_year(tokens, k + 1, last)
    return [Phrase(first, end, NthDay(tokens.number(k - 1), said), rule=rule_of(match))]


def _read_week_of(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "the week of 3 May" and "the week beginning 3 May"."""
    first, last = match.span()
    k = tokens.find(codes("of beginning edge"), first, last)
    shift, unit = None if tokens.code(k) == _OF else tokens.number(k), _unit(tokens, k - 1)
    if unit not in ("week", "weekend"):
        return _one(match, Nothing(reasons.WEEKS))
    return _one(match, WeekOf(_said(tokens, k + 1, last), shift, unit))


def _read_weekday_of_week(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "Friday next week"."""
    first, last = match.span()
    k = tokens.find(_WEEKDAYS + CODES["small"], first, last)
    count = tokens.number(tokens.find(CODES["relative"], first, last))
    if table_of(tokens.word(k)) not in ("weekday", "short_weekday"):
        return _one(match, Nothing(reasons.IN_PART))
    return _one(match, WeekdayFrom(count, tokens.number(k), of_week=True))


def _read_day_of_month(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "the 15th of next month"."""
    k = tokens.find(codes("ordinal day_number"), *match.span())
    if tokens.term(match.end() - 2) == "the":
        return _read_bare_days(tokens, match)
    return _one(match, MonthFrom(tokens.number(match.end() - 2), day=tokens.number(k)))


# Dates that count from publication, or from another one


def _read_edge(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "the end of the year", which is of the year of publication."""
    return _one(match, Counted(0, _unit(tokens, match.end() - 1)))


def _read_near_day(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "today" and "yesterday evening"."""
    k = tokens.find(CODES["near_day"], *match.span())
    return _one(match, Counted(tokens.number(k), "day"))


def _read_weekday(tokens: Tokens, match: _Match) -> list[Phrase]:
    """A weekday alone."""
    return _one(match, Weekday(tokens.number(tokens.find(_WEEKDAYS, *match.span()))))


def _read_day_before(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "the day after tomorrow"."""
    last = match.end()
    return _one(match, Counted(tokens.number(last - 2) + tokens.number(last - 1), "day"))


def _unit(tokens: Tokens, k: int) -> str:
    """The unit of time that piece k names; the word itself where it is none that is counted."""
    return UNITS.get(tokens.word(k), tokens.word(k))


def _read_ago(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "three days ago"."""
    last = match.end()
    count, unit = tokens.number(last - 3), _unit(tokens, last - 2)
    if count == 0:
        return _one(match, Nothing(reasons.VAGUE))
    return _one(match, Counted(-count, unit, about=last - match.start() > 3))


def _read_hence(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "in three days", which may be a length of time."""
    unit = _unit(tokens, match.end() - 1)
    count = tokens.number(match.start())
    return _one(match, Counted(count, unit, only_ahead=True))


def _read_relative(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "last week", "this Friday" and "next May"."""
    first, last = match.span()
    k = tokens.find(CODES["relative"], first, last)
    count, word, term = tokens.number(k), tokens.word(k + 1), tokens.term(k + 1)
    is_told = _is_told_next(tokens, k) and term in _LENGTHS - {"day"}
    is_length = is_told or (count < 0 and term in _LENGTHS)
    if is_length and tokens.word(first - 1) in THROUGHOUT:
        return _one(match, Nothing(reasons.DURATION))
    if term == "part_of_day" and tokens.word(k) == PAST:  # "just past midnight" is of any day
        return _one(match, Nothing(reasons.VAGUE))
    if is_told:
        return _one(match, Told(count, _unit(tokens, k + 1)))
    meaning = _relative(count, word, term)
    if isinstance(meaning, WeekdayFrom | MonthFrom):
        meaning = attrs.evolve(meaning, nearest=tokens.word(k) in NEAREST)
    return _one(match, meaning)


_LENGTHS = frozenset(("year_word", "day", "week", "month", "decade_word"))


def _relative(count: int, word: str, term: str) -> Meaning:
    """What "this", "last" and "next" say beside a word."""
    if term == "day" and count < 0:
        return Nothing(reasons.TOLD)
    if term in ("part_of_day", "day"):
        if count > 0:
            return Told(count, "day")
        return Counted(count, "day")
    if term == "weekday":
        return WeekdayFrom(count, VALUES[word])
    if term in ("season", "full_month", "word_month", "short_month"):
        return MonthFrom(count, value_of(word))
    return Counted(count, UNITS.get(word, word))


def _read_told(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "the same day", which counts from a date that is told before it."""
    count = tokens.number(match.end() - 2)
    last = match.end() - 1
    unit = "day" if tokens.term(last) == "part_of_day" else _unit(tokens, last)
    return _one(match, Told(count, unit))


def _read_bare_day(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "on the 15th", whose month nobody says there."""
    if tokens.word(match.start() - 1) not in BEFORE_BARE_DAYS:
        return []
    return _read_bare_days(tokens, match)


def _read_bare_days(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Days whose month is not said: "the 15th to the 19th", "Friday the 13th"."""
    weekday = _said(tokens, *match.span()).weekday
    numbers = [tokens.number(k) for k in range(*match.span()) if tokens.codes[k] == _ORDINAL]
    days = [EdtfDate("XXXX", "XX", number) for number in numbers]
    said = EdtfInterval(*days) if len(days) > 1 and numbers[0] < numbers[1] else None
    return _one(match, Nothing(reasons.NO_MONTH, said or days[0], weekday=weekday))


def _read_weekend(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "over the weekend"; "the week" is too vague for a question."""
    is_weekend = UNITS.get(tokens.word(match.end() - 1)) == "weekend"
    return _one(match, Nothing(reasons.SEVERAL_WEEKS if is_weekend else reasons.VAGUE))


def _read_spelled_year(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "nineteen ninety-seven" and "the year two thousand and three"."""
    year = _spelled(tokens, *match.span())
    if year is None:
        return []
    return _one(match, OneDate(Said(year)))


def _spelled(tokens: Tokens, first: int, last: int) -> int | None:
    """The year that words spell; ``None`` where they count something."""
    words = [tokens.word(k) for k in range(first, last)]
    numbers = [VALUES[word] for word in words if VALUES.get(word)]
    in_hundreds = HUNDRED in words
    if in_hundreds and THOUSAND in words:  # "one thousand nine hundred": 19 of them
        numbers[:2] = [numbers[0] * 10 + numbers[1]]
    century, tens, ones = (*numbers, 0, 0, 0)[:3]
    is_number = ones < 10 if tens % 10 == 0 else tens < 20 and not ones
    is_named = tokens.term(first - 1) == "year_word"
    if not is_number or (is_plural(tokens.word(last)) and not is_named):
        return None
    if THOUSAND in words and not in_hundreds:
        if century != 2:
            return None
        return 2000 + tens + ones
    # In words a number is spelled as often as a year: "nineteen ninety-seven", but not "twelve
    # ten".
    is_year = 17 <= century <= 20 and (tens >= 10 or in_hundreds)
    if not is_year:
        return None
    return century * 100 + tens + ones


# Ranges and lists


def _read_interval(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "3 May to 5 June"."""
    ends = [_end(tokens, *group) for group in map(match.span, ("first", "last"))]
    first, last = ends
    if first is None or last is None:
        return _one(match, Nothing(reasons.DAY_OR_MONTH))
    is_turned = _is_turned(first, last)
    share((first, last))
    if was_moved(tokens, match.start()):
        return _moved(match, first, last)
    if is_turned:  # "from 29 August to 22 August"
        return _one(match, Nothing(reasons.SEVERAL_YEARS))
    return _one(match, Interval(first, last))


def _is_turned(first: Said, last: Said) -> bool:
    """Whether a range ends in the month in which it begins, and on a day before."""
    if first.day is None or last.day is None or first.year is not None:
        return False
    return first.month in (None, last.month) and first.day > last.day


def _read_dotted_interval(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "15.3.-22.6.2025", unless the first number counts something: "v. 3.1 - 4.2.2025"."""
    start = match.start()
    c, d = match.span("last")
    found = DAY_AND_MONTH.fullmatch(tokens.word(start))
    is_joined = tokens.term(start + 1) != "dash" or tokens.touches(start)
    last = _end(tokens, c, d) if "." in tokens.word(c) and is_joined else None
    if found is None or last is None:
        meaning = _numeric_meaning(_numeric(tokens.word(c)))
        return [Phrase(c, d, meaning, rule="numeric")]
    first = Said(day=int(found[1]), month=int(found[2]))
    share((first, last))
    return _one(match, Interval(first, last))


_ENDS_CLAUSE = codes("and but stop")


def was_moved(tokens: Tokens, first: int) -> bool:
    """Whether something was moved from the date that begins at a piece: "put off from 3 May"."""
    if tokens.code(first - 1) != CODES["from"]:
        return False
    if tokens.word(first - 3) == PUT and tokens.word(first - 2) in PUT_OFF:
        return True
    moved = tokens.codes.rfind(CODES["moved"], max(0, first - _NEAR), first)
    return moved >= 0 and not any(code in _ENDS_CLAUSE for code in tokens.codes[moved:first])


def _moved(match: _Match, first: Said, last: Said) -> list[Phrase]:
    """The two dates of "moved from 3 May to 5 June", which is no range."""
    (a, b), (c, d) = match.span("first"), match.span("last")
    old, new = OneDate(first, (first, last)), OneDate(last, (first, last))
    return [Phrase(a, b, old, rule="day"), Phrase(c, d, new, rule="day")]


def _end(tokens: Tokens, first: int, last: int) -> Said | None:
    """One end of a range; ``None`` where it can be read in two ways."""
    if tokens.codes[first] != _NUMERIC:
        return _said(tokens, first, last)
    dates = _numeric(tokens.word(first))
    if len(dates) == 1 and (dates[0].year or 0) > 99:
        return dates[0]
    return None


def _read_year_interval(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "2010 to 2014"."""
    (a, b), (c, d) = match.span("first"), match.span("last")
    first, last = _said(tokens, a, b), _said(tokens, c, d)
    return _one(match, Interval(first, last), digits=(match.start(), match.end()))


def _read_season_of_years(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "Winter 2026/27"; "Winter 2026 - 2031" is a season, and what stands beside it."""
    first, last = match.span()
    following = str(tokens.number(last - 3) + 1)
    joined = tokens.touches(last - 3) and tokens.touches(last - 2)
    if joined and following.endswith(tokens.word(last - 1)):
        return _one(match, Nothing(reasons.SEASON))
    season = OneDate(_said(tokens, first, last - 2))
    return [Phrase(first, last - 2, season, rule="season")]


def _read_short_years(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as 2021/22 and 2019-21, unless they may be a month."""
    i, j = match.span()
    if not (tokens.touches(i) and tokens.touches(i + 1)):
        return _words_apart(tokens, i, i + 1)
    meaning = _short_years(tokens.number(i), tokens.word(j - 1), tokens.term(i + 1))
    return _one(match, meaning, digits=(i, j))


def _short_years(first: int, word: str, sign: str) -> Meaning:
    """What two years mean of which the second has two digits, which may be a month."""
    last = int(word) if word.isdecimal() else 0
    end = first - first % 100 + last
    if len(word) != 2 or not (1 <= last <= 12 or first < end <= first + 30):
        return Nothing(reasons.NUMBER)
    if last > 12 or (end == first + 1 and sign == "slash"):
        return Interval(Said(first), Said(end))
    if end > first:
        years = EdtfInterval(EdtfDate(first), EdtfDate(end))
        return Nothing(reasons.MONTH_OR_YEARS, candidates=(years, EdtfDate(first, last)))
    return OneDate(Said(first, last))


def _read_open_interval(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "2010 to the present"."""
    first = match.start()
    year = Said(tokens.number(first))
    return _one(match, _until_now(year), digits=(first, first + 1))


def _read_either(tokens: Tokens, match: _Match) -> list[Phrase]:
    """Such as "5/6 June": one day of the two, or both."""
    dates = [_said(tokens, *group) for group in map(match.span, ("first", "last"))]
    share(dates)
    return _one(match, Alternatives(tuple(dates), whole=True))


def _read_several(tokens: Tokens, match: _Match) -> list[Phrase]:
    """10 and 11 May, and May and June, are a range; 3 and 10 May two dates, 3 or 10 May one."""
    items = _items(tokens, *match.span())
    dates = tuple(_said(tokens, *item) for item in items)
    share(dates)
    if tokens.find(_OR, *match.span()) >= 0:
        return _one(match, Alternatives(dates))
    if _are_adjacent(dates):
        return _one(match, Interval(dates[0], dates[-1]))
    rule = rule_of(match)
    return [
        Phrase(a, b, OneDate(said, dates), digits=_digits(tokens, a, b), rule=rule)
        for (a, b), said in zip(items, dates, strict=True)
    ]


def _digits(tokens: Tokens, first: int, last: int) -> tuple[int, int] | None:
    """Where a year stands alone."""
    if tokens.codes[first:last] != _YEAR:
        return None
    return (first, last)


def _are_adjacent(dates: tuple[Said, ...]) -> bool:
    """Whether each is the day, or the month, after the one before it."""
    is_mixed = len({said.day is None for said in dates}) > 1
    if is_mixed or any(said.month is None for said in dates):
        return False
    try:
        times = [said.in_year(said.year or _LEAP) for said in dates]
    except EdtfError:
        return False
    return all((then._first - now._last).days == 1 for now, then in pairwise(times))


def _items(tokens: Tokens, first: int, last: int) -> list[tuple[int, int]]:
    """The pieces of each item of a list, without the commas and the "and" between them."""
    cuts = [k for k in range(first, last) if tokens.codes[k] in _JOINING or _divides(tokens, k)]
    starts = [first, *(k + 1 for k in cuts)]
    ends = [k - (tokens.codes[k - 1] == _COMMA) for k in cuts]
    items = zip(starts, [*ends, last], strict=True)
    return [(a, b) for a, b in items if a < b and tokens.codes[a:b] != CODES["slash"]]


_BEGINS_AN_ITEM = codes(
    "the day_number ordinal weekday full_month word_month short_month season year"
)


def _divides(tokens: Tokens, k: int) -> bool:
    """Whether a comma parts two items rather than a year from its day."""
    if tokens.codes[k] != _COMMA or tokens.codes[k + 1] not in _BEGINS_AN_ITEM:
        return False
    if tokens.codes[k - 1] in _WEEKDAYS:
        return False
    return tokens.codes[k + 1] != _YEAR or tokens.codes[k - 1] == _YEAR


_READS: dict[str, Callable[[Tokens, _Match], list[Phrase]]] = {
    "ago": _read_ago,
    "bare_day": _read_bare_day,
    "bare_days": _read_bare_days,
    "century": _without_date(reasons.CENTURY),
    "dashed_day": _read_dashed_day,
    "date": _read_date,
    "day_before": _read_day_before,
    "day_of_month": _read_day_of_month,
    "decade": _read_decade,
    "duration": _without_date(reasons.DURATION),
    "edge": _read_edge,
    "either": _read_either,
    "era": _without_date(reasons.ERA),
    "fiscal": _without_date(reasons.FISCAL),
    "hence": _read_hence,
    "interval": _read_interval,
    "dotted_interval": _read_dotted_interval,
    "misspelt": _read_misspelt,
    "month_dash_number": _read_month_dash_number,
    "months_of_year": _read_months_of_year,
    "near_day": _read_near_day,
    "nth_day": _read_nth_day,
    "nth_weekday": _read_nth_weekday,
    "no_year": _without_date(reasons.NO_YEAR),
    "numeric": _read_numeric,
    "open_interval": _read_open_interval,
    "part": _read_part,
    "part_of_short_year": _read_part_of_short_year,
    "quarters": _read_quarters,
    "recurrence": _without_date(reasons.RECURRENCE),
    "relative": _read_relative,
    "several": _read_several,
    "season_of_years": _read_season_of_years,
    "short_year": _read_short_year,
    "short_years": _read_short_years,
    "spelled_year": _read_spelled_year,
    "stroke_day": _read_stroke_day,
    "told": _read_told,
    "told_count": _without_date(reasons.TOLD),
    "unsettled": _without_date(reasons.ALTERNATIVE),
    "vague_week": _without_date(reasons.WEEKS),
    "week_of": _read_week_of,
    "weekday": _read_weekday,
    "weekday_of_week": _read_weekday_of_week,
    "weekend": _read_weekend,
    "word": _without_date(reasons.WORD),
    "year": _read_year,
    "year_interval": _read_year_interval,
}
_READERS = {rule.name: _READS[rule.reads] for rule in RULES}
