"""The choices that words leave to their neighbours: a year, a week, the order of day and month.

Pure functions over named features: what is said, when it was published, the words around it, and
the dates that the text states.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cached_property
from itertools import islice
from typing import Literal

import attrs

from ..edtf import EdtfDate, When
from ..errors import EdtfError
from . import reasons
from .tokens import Word

__all__ = [
    "Bare",
    "Choice",
    "Stated",
    "Thread",
    "choose_order",
    "choose_weekday",
    "choose_year",
    "gap",
    "published_day",
]

Tense = Literal[-1, 0, 1]


@attrs.frozen
class Stated:
    """A date whose year the text states, and where it stands."""

    when: When
    token: int
    sentence: int
    paragraph: int


@attrs.frozen(slots=False)
class Thread:
    """What the decisions know of the whole text.

    Attributes:
        published: when it was published, as far as known: a year, a month or a day.
        stated: the dates whose year it states, in order.
        order: what comes first in its dates like 13/05/2022: the day or the month, where all that
            have one reading agree.
        counted: how many of its phrases count from publication ("today", "last week", "Friday").
    """

    published: EdtfDate | None
    stated: tuple[Stated, ...] = ()
    order: Literal["day", "month"] | None = None
    counted: int = 0

    @cached_property
    def _tokens(self) -> list[int]:
        return [stated.token for stated in self.stated]

    def before(self, token: int) -> Iterator[Stated]:
        """The dates that are stated before a piece, the nearest first."""
        return reversed(self.stated[: bisect_left(self._tokens, token)])

    def after(self, token: int) -> Iterator[Stated]:
        """The dates that are stated after a piece, the nearest first."""
        return iter(self.stated[bisect_left(self._tokens, token + 1) :])


@attrs.frozen
class Bare:
    """A phrase whose words leave the year open; or the week, where it is a weekday alone.

    Attributes:
        said: what it says; of ranges and lists, what their last date says.
        weekday: 1 (Monday) to 7, or ``None``.
        token: where it stands: its first piece, its sentence and its paragraph.
        sentence: the number of its sentence.
        paragraph: the number of its paragraph.
        before: the words before it in its sentence, the nearest first.
        after: the words after it in its sentence, the nearest first.
        previous: the last date that the text gave before it: stated, or chosen here.
    """

    said: EdtfDate | None
    weekday: int | None
    token: int
    sentence: int
    paragraph: int
    before: tuple[Word, ...] = ()
    after: tuple[Word, ...] = ()
    previous: Stated | None = None

    @property
    def is_spoken(self) -> bool:
        """Whether somebody said so then: "he said on 12 May"."""
        return any(word.term == "speech" for word in self.before[:2])

    @property
    def tense(self) -> Tense:
        """Whether the nearest verbs tell of the past (-1), of the future (1), or neither."""
        if self.is_spoken:
            return -1
        place = next((n for n, word in enumerate(self.before) if word.term in _VERBS), None)
        if place is None:
            verb = next((word.term for word in self.after if word.term in _VERBS), None)
            return 0 if verb is None else 1 if verb == "future" else -1
        beside = self.before[place + 1].term if place + 1 < len(self.before) else ""
        if self.before[place].term == "future" or beside == "future":
            return 1
        return 0 if beside == "present" else -1

    def in_year(self, year: int) -> EdtfDate | None:
        """What it says, in a year; ``None`` where that year has no such day."""
        if self.said is None:
            return None
        try:
            return EdtfDate(year, self.said.month, self.said.day)
        except EdtfError:
            return None


_LEAP_DAY = 29
_VERBS = frozenset(("past", "future"))


@attrs.frozen
class Choice:
    """What a decision gives.

    Attributes:
        when: the date; ``None`` for a question.
        candidates: the dates that it may be, the likeliest first.
        reason: why there is none, or what is odd.
    """

    when: EdtfDate | None
    candidates: tuple[EdtfDate, ...] = ()
    reason: str | None = None


# --- The decisions --------------------------------------------------------------------------------

_SLACK = 10  # days: a date so near to publication is meant, whatever the tense
_CLOSE = 45  # days: a date so near to publication takes no other year from its sentence
_FAR = 300  # pieces: a day stated so far before a phrase lends it no year
_AROUND, _FAR_AROUND = 1, 5  # years that are looked at; for 29 February, and for a weekday


def choose_year(bare: Bare, thread: Thread) -> Choice:
    """The year of a date that does not say it.

    The year stated before it in the sentence, the year of a day close to it in the paragraph, the
    year stated after it in the sentence, or the one that publication and tense make likely.
    """
    guess = _likely_year(bare, thread)
    year = guess
    before, after = _year_before(bare, thread), _year_after(bare, thread)
    if before and _fits(before, guess, bare, thread):
        year = before
    elif after and _fits(after, guess, bare, thread) and not _is_recent(bare, guess, thread):
        year = after
    if year is None:
        return Choice(None, reason=reasons.NO_YEAR)
    chosen = bare.in_year(_year_of_weekday(bare, year) or year)
    if chosen is None:
        return Choice(None, tuple(_dates_around(bare, year))[:2], reasons.NO_DAY)
    return Choice(chosen, (chosen, *_others(bare, chosen, thread)))


def _others(bare: Bare, chosen: EdtfDate, thread: Thread) -> Iterator[EdtfDate]:
    """The date that is likeliest beside the chosen one: the nearest to publication."""
    published = thread.published
    nearest = _dates_around(bare, int(published.year if published else chosen.year))
    return islice((when for when in nearest if when != chosen), 1)


def choose_weekday(bare: Bare, thread: Thread) -> Choice:
    """The day that a weekday is, by the tense of its sentence."""
    today = published_day(thread.published)
    if today is None:
        return Choice(None, reason=reasons.NO_PUBLICATION)
    ahead = today + timedelta(((bare.weekday or 0) - today.isoweekday()) % 7)
    days = [ahead, ahead - timedelta(7)] if ahead != today else [ahead]
    tense = bare.tense
    days.sort(key=lambda day: (tense * (today - day).days, abs(today - day)))
    candidates = tuple(_edtf(day) for day in days)
    return Choice(candidates[0], candidates)


def choose_order(readings: tuple[EdtfDate, EdtfDate], thread: Thread) -> Choice:
    """Which of two readings of 02/06/2022 is meant: the day first, or the month first."""
    for reading in readings:
        if reading == thread.published:
            return Choice(reading, (reading,))
    if thread.order is not None:
        reading = readings[thread.order == "month"]
        return Choice(reading, (reading,))
    return Choice(None, readings, reasons.DAY_OR_MONTH)


def _dates_around(bare: Bare, year: int) -> Iterator[EdtfDate]:
    """The dates that it can be in the years around, the nearest first."""
    rare = bare.weekday is not None or (bare.said is not None and bare.said.day == _LEAP_DAY)
    around = _FAR_AROUND if rare else _AROUND
    years = range(max(1, year - around), min(9999, year + around) + 1)
    for candidate in sorted(years, key=lambda other: abs(other - year)):
        when = bare.in_year(candidate)
        if when is not None:
            yield when


def _year_of_weekday(bare: Bare, year: int) -> int | None:
    """The nearest year in which the day is its weekday."""
    if bare.said is None or bare.said.day is None or bare.weekday is None:
        return None
    dates = _dates_around(bare, year)
    return next((int(d.year) for d in dates if d._first.isoweekday() == bare.weekday), None)


def _year_before(bare: Bare, thread: Thread) -> int | None:
    """The year that was stated last, where the phrase still counts on it."""
    stated = next(thread.before(bare.token), None)
    if stated is None or not isinstance(stated.when, EdtfDate):
        return None
    same = stated.sentence == bare.sentence and not bare.is_spoken
    return int(stated.when.year) if same or _follows(bare, stated) else None


def _follows(bare: Bare, stated: Stated) -> bool:
    """Whether the day comes soon after or before the one stated last in the paragraph."""
    day = stated.when
    if not isinstance(day, EdtfDate) or day.day is None or stated.paragraph != bare.paragraph:
        return False
    here = bare.in_year(int(day.year))
    near = here is not None and abs((here._first - day._first).days) <= _CLOSE
    return near and bare.token - stated.token < _FAR


def _year_after(bare: Bare, thread: Thread) -> int | None:
    """The next year of the sentence."""
    stated = next(thread.after(bare.token), None)
    if stated is None or stated.sentence != bare.sentence or stated.when.earliest is None:
        return None
    return stated.when.earliest.year


def _likely_year(bare: Bare, thread: Thread) -> int | None:
    """The year that publication and tense make likely."""
    published, tense = thread.published, bare.tense
    if published is None or published.month is None:
        return int(published.year) if published else None
    gaps = {int(d.year): gap(published, d) for d in _dates_around(bare, int(published.year))}
    nearest = min(gaps, key=lambda year: abs(gaps[year]))
    is_day = bare.said is not None and bare.said.day is not None
    if tense == 0 or (is_day and abs(gaps[nearest]) <= _SLACK):
        return nearest
    if tense < 0:
        return max((year for year in gaps if gaps[year] <= 0), default=nearest)
    return min((year for year in gaps if gaps[year] >= 0), default=nearest)


def _fits(near: int, guess: int | None, bare: Bare, thread: Thread) -> bool:
    """Whether the tense allows a year of the text."""
    if guess is None or near == guess or thread.published is None:
        return True
    return bare.tense * (near - int(thread.published.year)) >= 0


def _is_recent(bare: Bare, guess: int | None, thread: Thread) -> bool:
    """Whether publication makes the day so recent that no later year of the text counts."""
    if guess is None or thread.published is None or thread.published.day is None:
        return False
    when = bare.in_year(guess)
    return when is not None and abs(gap(thread.published, when)) <= _CLOSE


def gap(published: EdtfDate, when: EdtfDate) -> int:
    """Days from publication to a date: less than 0 where the date is certainly before it."""
    if when._last < published._first:
        return (when._last - published._first).days
    return max(0, (when._first - published._last).days)


def published_day(published: EdtfDate | None) -> date | None:
    """The day of publication, where it is known."""
    return published.earliest if published is not None and published.day is not None else None


def _edtf(day: date) -> EdtfDate:
    return EdtfDate(day.year, day.month, day.day)
