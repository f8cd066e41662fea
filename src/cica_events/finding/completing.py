"""What a phrase means once something lends it the year, the month or the day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from itertools import chain
from typing import NamedTuple

import attrs

from ..edtf import MONTHS, EdtfDate, When
from ..errors import EdtfError
from ..structure import Span
from . import reasons
from .phrases import (
    Alternatives,
    Interval,
    Meaning,
    Nothing,
    NthDay,
    OneDate,
    Said,
    Weekday,
    WeekOf,
    share,
)

__all__ = ["Lent", "agrees", "completed", "is_open", "last_said"]

_WEEK, _MONTH = timedelta(6), timedelta(28)
_JULY = 7  # with which the term of an autumn begins at the earliest


class Lent(NamedTuple):
    """The days of a date that something lends, and where it says it.

    Attributes:
        first: the first day.
        last: the last one.
        spans: where its phrase stands, and those that completed it.
        bare: whether nothing but a date stands there.
        season: whether it is a season of a year, beside which other months are a question.
    """

    first: date
    last: date
    spans: tuple[Span, ...] = ()
    bare: bool = True
    season: bool = False

    @property
    def years(self) -> range:
        """The years that it touches."""
        return range(self.first.year, self.last.year + 1)

    @property
    def tail(self) -> str:
        """The month and year, or the year, that it lends; empty where it lends several."""
        if self.first.year != self.last.year:
            return ""
        same = self.first.month == self.last.month
        month = MONTHS[self.first.month - 1] if same else ""
        return f"{month} {self.first.year}".strip()

    @property
    def period(self) -> EdtfDate | None:
        """The day, the month or the year that it is, if it is one of these."""
        year, month, day = self.first.year, self.first.month, self.first.day
        for when in (EdtfDate(year, month, day), EdtfDate(year, month), EdtfDate(year)):
            if (when.earliest, when.latest) == (self.first, self.last):
                return when
        return None

    @property
    def is_completed(self) -> bool:
        """Whether its own words leave something unsaid."""
        return len(self.spans) > 1

    @property
    def is_of_month(self) -> bool:
        """Whether it is a month of a year."""
        return self.first.day == 1 and self.period == EdtfDate(self.first.year, self.first.month)

    @property
    def is_of_days(self) -> bool:
        """Whether it lasts for some days, and less than a month."""
        return timedelta(0) < self.last - self.first < _MONTH

    def holds(self, when: When) -> bool:
        """Whether a date lies within it."""
        first, last = when.earliest, when.latest
        return first is not None and last is not None and self.first <= first <= last <= self.last

    def touches(self, when: When) -> bool:
        """Whether a date lies within it in part."""
        first, last = when.earliest, when.latest
        return first is not None and last is not None and first <= self.last and self.first <= last


def last_said(meaning: Meaning) -> Said | None:
    """The date of a phrase that would say its year."""
    if isinstance(meaning, OneDate):
        return meaning.date
    if isinstance(meaning, Interval):
        return meaning.last
    if isinstance(meaning, (NthDay, WeekOf)):
        return meaning.date
    if isinstance(meaning, Alternatives) and meaning.reason == reasons.ALTERNATIVE:
        return meaning.dates[-1]
    return None


def is_open(meaning: Meaning) -> bool:
    """Whether a phrase leaves its year, or its week, to others."""
    if isinstance(meaning, Weekday):
        return True
    last = last_said(meaning)
    return last is not None and last.year is None and last.shift is None and bool(last.month)


def completed(meaning: Meaning, lent: Sequence[Lent]) -> tuple[Meaning, tuple[Span, ...]] | None:
    """A phrase with what something lends it, and where that is said; or a question.

    The date that comes of it lies within the one that is lent, or begins or ends in the month or
    the season that is, and falls on the weekday that is said. Where several dates do, or the only
    one is another day of the week, or none of some days is a weekday alone, it is a question.

    Args:
        meaning: what the phrase says.
        lent: the dates of one heading, label or cell.

    Returns:
        ``None`` where none of them has to do with the phrase.

    Example:
        >>> year = Lent(date(2024, 1, 1), date(2024, 12, 31), ((0, 4),))
        >>> completed(OneDate(Said(month=5, day=3)), [year])[0].said
        <EdtfDate 2024-05-03>
    """
    readings = _readings(meaning, lent)
    within = [each for each in readings if each.is_within]
    beside = [each for each in readings if each.is_beside]
    # Below "December 2025", "20 Dec - 4 Jan" can be of no other years.
    is_part = all(one.is_of_month or one.season for one in lent)
    is_of_beside = isinstance(meaning, Interval) and not within and is_part
    likely = [each for each in (beside if is_of_beside else within) if agrees(each.meaning)]
    is_doubtful = isinstance(meaning, Interval) and meaning.is_doubtful
    if not is_doubtful and len({each.dates for each in likely}) == 1:
        return likely[0].meaning, likely[0].lent.spans
    found = likely or within or beside or _beside_seasons(meaning, lent)
    if not found and isinstance(meaning, Weekday) and all(one.is_of_days for one in lent):
        found = readings  # "Thursday" below a Tuesday and a Wednesday is hardly that of publication
    return _question(meaning, found) if found else None


def _beside_seasons(meaning: Meaning, lent: Sequence[Lent]) -> list[_Reading]:
    """What a phrase may mean in the years of seasons that are lent, outside those seasons."""
    if not any(one.season for one in lent):
        return []
    years = chain.from_iterable(map(_years_beside, lent))
    return [each for each in _readings(meaning, years) if each.is_within]


def _question(meaning: Meaning, found: Sequence[_Reading]) -> tuple[Meaning, tuple[Span, ...]]:
    """The question which of several readings is meant, and where what lends them is said."""
    candidates = dict.fromkeys(when for each in found for when in each.dates)
    spans = dict.fromkeys(span for each in found for span in each.lent.spans)
    reason = reasons.SEVERAL_WEEKS if isinstance(meaning, Weekday) else reasons.SEVERAL_YEARS
    return Nothing(reason, candidates=tuple(candidates)), tuple(spans)


def _years_beside(lent: Lent) -> Iterator[Lent]:
    """The years that other months beside a season may be of, the likeliest first.

    What comes before the term of a spring may be of the year before; January of autumn's is of the
    next.
    """
    year = lent.last.year
    for other in (year + 1, year) if lent.first.month == _JULY else (year, year - 1):
        yield lent._replace(first=date(other, 1, 1), last=date(other, 12, 31))


class _Reading(NamedTuple):
    """What a phrase may mean with a date that is lent, and the dates that it says then."""

    meaning: Meaning
    dates: tuple[When, ...]
    lent: Lent

    @property
    def is_within(self) -> bool:
        """Whether its dates lie within the one that is lent."""
        return all(map(self.lent.holds, self.dates))

    @property
    def is_beside(self) -> bool:
        """Whether one of its dates lies there at least in part."""
        return any(map(self.lent.touches, self.dates))


def _readings(meaning: Meaning, lent: Iterable[Lent]) -> list[_Reading]:
    """What a phrase may mean with dates that are lent, where there are such days."""
    readings = [
        _Reading(each, _dates(each), one) for one in lent for each in _meanings(meaning, one)
    ]
    return [each for each in readings if each.dates]


def _meanings(meaning: Meaning, lent: Lent) -> Iterator[Meaning]:
    if isinstance(meaning, Weekday):
        if lent.last - lent.first <= _WEEK:
            ahead = (meaning.weekday - lent.first.isoweekday()) % 7
            day = lent.first + timedelta(ahead)
            yield OneDate(Said(day.year, day.month, day.day, meaning.weekday))
        return
    of_several = not isinstance(meaning, OneDate) or bool(meaning.others)
    for year in range(lent.first.year, lent.last.year + 1 + of_several):
        yield _in_year(meaning, year)


def _in_year(meaning: Meaning, year: int) -> Meaning:
    """A phrase with its year; of a range or a list, that of the last date."""
    if isinstance(meaning, OneDate) and not meaning.others:
        return OneDate(meaning.date.copy(year))
    if isinstance(meaning, (NthDay, WeekOf)):
        return attrs.evolve(meaning, date=meaning.date.copy(year))
    if isinstance(meaning, OneDate):
        others = _shared(meaning.others, year)
        place = next(n for n, said in enumerate(meaning.others) if said is meaning.date)
        return OneDate(others[place], others)
    if isinstance(meaning, Interval):
        return Interval(*_shared((meaning.first, meaning.last), year))
    assert isinstance(meaning, Alternatives)
    return attrs.evolve(meaning, dates=_shared(meaning.dates, year))


def _shared(dates: tuple[Said, ...], year: int) -> tuple[Said, ...]:
    copies = [said.copy() for said in dates]
    copies[-1].year = year
    share(copies)
    return tuple(copies)


def _dates(meaning: Meaning) -> tuple[When, ...]:
    """The dates that a phrase with a year says; none where there are no such days."""
    try:
        if isinstance(meaning, Alternatives):
            return tuple([said.value for said in meaning.dates])
        said = meaning.date.value if isinstance(meaning, WeekOf) else meaning.said
    except EdtfError:
        return ()
    return (said,) if said else ()


def agrees(meaning: Meaning) -> bool:
    """Whether the weekdays that are said are those of the dates."""
    dates = [meaning.date] if isinstance(meaning, OneDate) else []
    if isinstance(meaning, Interval):
        dates = [meaning.first, meaning.last]
    return all(
        said.day is None or said.weekday is None or said.value._first.isoweekday() == said.weekday
        for said in dates
    )
