"""Dates as precisely as they are known: a profile of EDTF (ISO 8601-2, Library of Congress 2019).

The profile: dates and intervals of levels 0 and 1; from level 2 the qualification of single
components, unspecified digits anywhere, and the sub-year groupings 21 to 41. Years run from 0001
to 9999, or are ``XXXX``. Sets, ``Y`` years, negative years, exponents, significant digits and
times are refused by name.

A qualifier (``?`` uncertain, ``~`` approximate, ``%`` both) does not move the earliest and the
latest day: EDTF gives it no width.
"""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache, reduce
from itertools import groupby, product
from operator import itemgetter
from typing import Literal, NamedTuple

import attrs

from .errors import EdtfError, quoted

__all__ = ["MONTHS", "EdtfDate", "EdtfInterval", "When", "as_edtf", "parse_edtf"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_COMPONENTS = ("year", "month", "day")
# The days of the months, February's without a leap day.
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MARKS = ("", "?", "~", "%")
# Text only where a digit is unspecified: "1993" has one form, the number.
_FOUR_DIGITS = re.compile("(?=.*X)[0-9X]{4}")
_WIDTHS = (4, 2, 2)  # digits of year, month and day
_TWO_DIGITS = re.compile("(?=.*X)[0-9X]{2}")
# The years of `datetime.date`: every format derives days, which Python has none of outside them.
_ANY_YEAR, _ANY_MONTH, _ANY_DAY = range(1, 10_000), range(1, 13), range(1, 32)
# The ends of an interval that are no dates: ISO 8601-2, 4.4.
_MISSING = {"..": "open", "": "unknown"}
_NONE = ("", "", "")
# From the coarsest to the finest.
_PRECISIONS = ("year", "season", "month", "day")

# Sub-year grouping: what to call it, its first month, its number of months. Seasons are the
# meteorological ones (three whole months); 21-24 leave the hemisphere open and are read as
# northern. A winter that begins in December ends in the year after.
_GROUPINGS = {
    21: ("spring", 3, 3),
    22: ("summer", 6, 3),
    23: ("autumn", 9, 3),
    24: ("winter", 12, 3),
    25: ("northern spring", 3, 3),
    26: ("northern summer", 6, 3),
    27: ("northern autumn", 9, 3),
    28: ("northern winter", 12, 3),
    29: ("southern spring", 9, 3),
    30: ("southern summer", 12, 3),
    31: ("southern autumn", 3, 3),
    32: ("southern winter", 6, 3),
    33: ("the first quarter", 1, 3),
    34: ("the second quarter", 4, 3),
    35: ("the third quarter", 7, 3),
    36: ("the fourth quarter", 10, 3),
    37: ("the first third", 1, 4),
    38: ("the second third", 5, 4),
    39: ("the last third", 9, 4),
    40: ("the first half", 1, 6),
    41: ("the second half", 7, 6),
}

# Every quantifier is bounded, so no text takes long.
_PLAIN = re.compile("[0-9]{4}(?:-[0-9]{2}){0,2}")  # nearly every date
_DATE = re.compile(
    r"([?~%]?)([0-9X]{4})([?~%]?)"
    r"(?:-([?~%]?)([0-9X]{2})([?~%]?)(?:-([?~%]?)([0-9X]{2})([?~%]?))?)?"
)


class _Bounded(ABC):
    """What dates and intervals share: everything that follows from their possible days."""

    __slots__ = ()

    @property
    @abstractmethod
    def earliest(self) -> date | None:
        """The first possible day, or ``None`` where it is open or no year is known.

        Example:
            >>> parse_edtf("2010/2014").earliest
            datetime.date(2010, 1, 1)
        """

    @property
    @abstractmethod
    def dates(self) -> tuple[EdtfDate, ...]:
        """The dates that it is made of: the date itself, or the ends that are dates.

        Example:
            >>> parse_edtf("2022-10/..").dates, parse_edtf("1999").dates
            ((<EdtfDate 2022-10>,), (<EdtfDate 1999>,))
        """

    @property
    @abstractmethod
    def latest(self) -> date | None:
        """The last possible day, or ``None`` where it is open or no year is known.

        Example:
            >>> parse_edtf("2022-10/..").latest is None
            True
        """

    @property
    def _first(self) -> date:
        """Its first possible day; the first day of all where there is none."""
        return self.earliest or date.min

    @property
    def _last(self) -> date:
        """Its last possible day; the last day of all where there is none."""
        return self.latest or date.max

    @property
    @abstractmethod
    def _latest_start(self) -> date:
        """The day by which it has begun, whichever of its possible days is the true one."""

    @property
    @abstractmethod
    def _earliest_end(self) -> date:
        """The day until which it has not ended, whichever of its possible days is the true one."""

    @property
    def _span(self) -> tuple[date, date]:
        """The days that certainly lie within, when it is asked what it contains."""
        return self._latest_start, self._earliest_end

    @property
    @abstractmethod
    def exact(self) -> bool:
        """Whether every day that it names is known.

        Example:
            >>> parse_edtf("2022-10-12/2022-10-13").exact, parse_edtf("2022-10").exact
            (True, False)
        """

    @property
    @abstractmethod
    def window(self) -> tuple[date, date] | None:
        """The first and the last day to show: of an interval with one dated end, those of that end.

        Example:
            >>> parse_edtf("2022-10/..").window
            (datetime.date(2022, 10, 1), datetime.date(2022, 10, 31))
            >>> parse_edtf("XXXX-04").window is None
            True
        """

    @property
    def sort_key(self) -> tuple[date, int, str]:
        """A total order: by earliest day, then the less precise first, then by text.

        Example:
            >>> dates = map(parse_edtf, ["1993-04-01", "1993-01", "1993"])
            >>> [str(d) for d in sorted(dates, key=lambda d: d.sort_key)]
            ['1993', '1993-01', '1993-04-01']
        """
        # "2022" before "2022-01": whoever reads down a list meets the year before what is known
        # within it.
        return self._first, -self._last.toordinal(), str(self)

    def before(self, other: When) -> bool:
        """Whether this certainly ends before the other begins.

        Example:
            >>> parse_edtf("1993").before(parse_edtf("1999-09-14"))
            True
            >>> parse_edtf("1999").before(parse_edtf("1999-09-14"))  # only possible
            False
        """
        return self._last < other._first

    def contains(self, other: When) -> bool:
        """Whether every possible day of the other certainly lies within this.

        A date stands for its whole year, season, month or day here. Of an interval only those days
        count that it lasts for whenever it began and ended.

        Example:
            >>> parse_edtf("2010/2014").contains(parse_edtf("2012"))
            True
            >>> parse_edtf("2010/2014").contains(parse_edtf("2010-03"))  # only possible
            False
        """
        first, last = self._span
        return first <= other._first and other._last <= last

    def overlaps(self, other: When) -> bool:
        """Whether the two certainly share a day. A date is one day, though it may be unknown which.

        Example:
            >>> parse_edtf("2010/2014").overlaps(parse_edtf("2012/2016"))
            True
            >>> parse_edtf("2022-10").overlaps(parse_edtf("2022-10-12"))  # only possible
            False
        """
        return (
            self._latest_start <= other._earliest_end and other._latest_start <= self._earliest_end
        )

    def possibly_before(self, other: When) -> bool:
        """Whether this may end before the other begins.

        Example:
            >>> parse_edtf("1999").possibly_before(parse_edtf("1999-09-14"))
            True
        """
        return self._earliest_end < other._latest_start

    @abstractmethod
    def possibly_contains(self, other: When) -> bool:
        """Whether the other may lie within this.

        Example:
            >>> parse_edtf("2010/2014").possibly_contains(parse_edtf("2010-03"))
            True
            >>> parse_edtf("2022-X1").possibly_contains(parse_edtf("2022-05"))  # January, November
            False
        """

    @abstractmethod
    def possibly_overlaps(self, other: When) -> bool:
        """Whether the two may share a day.

        Example:
            >>> parse_edtf("2022-10").possibly_overlaps(parse_edtf("2022-10-12"))
            True
            >>> parse_edtf("2022-X1").possibly_overlaps(parse_edtf("2022-02/2022-10"))
            False
        """

    @abstractmethod
    def _may_lie_in(self, first: date, last: date) -> bool:
        """Whether it may be that all of it lies between two days, both of them included."""


def _year(value: int | str) -> int | str:
    """A year as it is kept: a number, or four characters with an X."""
    if type(value) is int:
        return value
    return _digits_with_x(value, "year", _FOUR_DIGITS)


def _month(value: int | str | None) -> int | str | None:
    """A month as it is kept: a number, or two characters with an X."""
    if value is None or type(value) is int:
        return value
    return _digits_with_x(value, "month", _TWO_DIGITS)


def _day(value: int | str | None) -> int | str | None:
    """A day as it is kept: a number, or two characters with an X."""
    if value is None or type(value) is int:
        return value
    return _digits_with_x(value, "day", _TWO_DIGITS)


def _digits_with_x(value: int | str, name: str, digits: re.Pattern[str]) -> str:
    """Text with an X as a plain str."""
    if isinstance(value, str) and digits.fullmatch(value):
        return str.__str__(value)
    raise EdtfError(f"{quoted(value)} is not a {name}: a whole number, or digits and X")


@attrs.frozen(repr=False)
class EdtfDate(_Bounded):
    """One date, known to its year, season, month or day; the event happened some time within it.

    Args:
        year: 1 to 9999, or four characters with ``X`` for each unspecified digit (``"199X"``).
        month: 1 to 12, a sub-year grouping 21 to 41, or two characters with ``X``.
        day: 1 to 31, or two characters with ``X``.
        left: for year, month and day the qualifier that stands to its left and qualifies it
            alone (EDTF level 2): ``"?"``, ``"~"``, ``"%"`` or ``""``.
        right: the qualifiers that stand to their right and qualify all that is left of them too.

    Attributes:
        earliest: the first possible day, or ``None`` where the year is ``XXXX``.
        latest: the last possible day, or ``None`` where the year is ``XXXX``.

    Raises:
        EdtfError: there is no such date, or it is outside the profile.

    Example:
        >>> april = EdtfDate(1993, 4)
        >>> str(april), april.earliest, april.latest
        ('1993-04', datetime.date(1993, 4, 1), datetime.date(1993, 4, 30))
        >>> EdtfDate(2022, 2, 29)
        Traceback (most recent call last):
        ...
        cica_events.errors.EdtfError: "2022-02-29" is not a day
    """

    year: int | str = attrs.field(converter=_year)
    month: int | str | None = attrs.field(default=None, converter=_month)
    day: int | str | None = attrs.field(default=None, converter=_day)
    left: tuple[str, str, str] = attrs.field(default=_NONE, kw_only=True)
    right: tuple[str, str, str] = attrs.field(default=_NONE, kw_only=True)
    earliest: date | None = attrs.field(init=False, eq=False)
    latest: date | None = attrs.field(init=False, eq=False)
    _plain: date | None = attrs.field(init=False, eq=False)
    """Its first day, if it is a year, a month or a day in whole numbers: nearly every date is."""

    def __attrs_post_init__(self) -> None:
        first, last, plain = _bounds(self.year, self.month, self.day)
        qualified = self.qualified
        # Worked out once, and not at each use: every comparison and every format asks for both.
        object.__setattr__(self, "earliest", first)
        object.__setattr__(self, "latest", last)
        object.__setattr__(self, "_plain", None if qualified else plain)
        if qualified:
            _check_qualifiers(self)

    def __str__(self) -> str:
        if self._plain:  # nearly every date: what is known of it begins its first day
            written = self._plain.isoformat()
            if self.day:
                return written
            if self.month:
                return written[:7]
            return written[:4]
        marked = zip(self._marked(), _WIDTHS, strict=False)
        return "-".join(
            f"{left}{_digits(part, width)}{right}" for (left, part, right), width in marked
        )

    def __repr__(self) -> str:
        return f"<EdtfDate {self}>"

    @property
    def dates(self) -> tuple[EdtfDate, ...]:  # noqa: D102 - inherited
        return (self,)

    @property
    def exact(self) -> bool:  # noqa: D102 - inherited
        return self.earliest is not None and self.earliest == self.latest

    @property
    def window(self) -> tuple[date, date] | None:  # noqa: D102 - inherited
        if self.earliest and self.latest:
            return (self.earliest, self.latest)
        return None

    def _marked(self) -> Iterator[tuple[str, int | str, str]]:
        """Each component that is written, between its qualifiers."""
        for left, part, right in zip(
            self.left, (self.year, self.month, self.day), self.right, strict=True
        ):
            if part is not None:
                yield left, part, right

    @property
    def precision(self) -> str:
        """The finest component that is written: ``year``, ``season``, ``month`` or ``day``.

        Example:
            >>> parse_edtf("1993-04").precision, parse_edtf("2022-23").precision
            ('month', 'season')
        """
        if self.day is not None:
            return "day"
        if self.month is None:
            return "year"
        if self.month in _GROUPINGS:
            return "season"
        return "month"

    @property
    def uncertain(self) -> frozenset[str]:
        """The components that are qualified as uncertain (``?`` or ``%``).

        Example:
            >>> sorted(parse_edtf("2004-06?").uncertain)
            ['month', 'year']
        """
        return self._marked_with("?%")

    @property
    def approximate(self) -> frozenset[str]:
        """The components that are qualified as approximate (``~`` or ``%``).

        Example:
            >>> sorted(parse_edtf("2004-~06").approximate)
            ['month']
        """
        return self._marked_with("~%")

    @property
    def qualified(self) -> bool:
        """Whether any component is qualified.

        Example:
            >>> parse_edtf("2004-06~").qualified, parse_edtf("2004-06").qualified
            (True, False)
        """
        return self.left != _NONE or self.right != _NONE

    def _marked_with(self, marks: str) -> frozenset[str]:
        """The components that one of these qualifiers reaches."""
        reach = [self.left[i] + "".join(self.right[i:]) for i in range(3)]
        present = (self.year, self.month, self.day)
        return frozenset(
            name
            for name, part, found in zip(_COMPONENTS, present, reach, strict=True)
            if part is not None and not set(marks).isdisjoint(found)
        )

    def matches(self, other: When) -> bool:
        """Whether the other says all that this says, with only ``X`` filled in.

        It holds what words say of a date against the date that a person makes of it. An ``X``
        before the last digit is what the words leave unsaid ("10 May", of whatever year); one
        after it is how precise they are ("the nineties", a decade), and stays. What is filled in
        may be qualified; every other component is qualified as here.

        Args:
            other: a date that was completed; an interval never matches.

        Example:
            >>> said = parse_edtf("XXXX-05-10")
            >>> said.matches(parse_edtf("2022-05-10")), said.matches(parse_edtf("2022-05"))
            (True, False)
            >>> decade = parse_edtf("XX9X")
            >>> decade.matches(parse_edtf("199X")), decade.matches(parse_edtf("1995"))
            (True, False)
        """
        if not isinstance(other, EdtfDate) or self.precision != other.precision:
            return False
        said, given = self._all_digits, other._all_digits
        precise = len(said.rstrip("X"))
        if said[precise:] != given[precise:]:
            return False
        if any(mark not in ("X", digit) for mark, digit in zip(said, given, strict=True)):
            return False
        filled = {name for name in _COMPONENTS if getattr(self, name) != getattr(other, name)}
        return (
            self.uncertain <= other.uncertain <= self.uncertain | filled
            and self.approximate <= other.approximate <= self.approximate | filled
        )

    @property
    def _all_digits(self) -> str:
        """Year, month and day without what stands between and around them."""
        return _digits(self.year, 4) + "".join(
            _digits(part, 2) for part in (self.month, self.day) if part is not None
        )

    @property
    def _special(self) -> bool:
        """Whether its words do not join with those of another date ("about 1990–1995")."""
        return not self._plain and (self.qualified or self._unspecified)

    @property
    def _unspecified(self) -> bool:
        """Whether a digit is an ``X``: such a component is text, the others are numbers."""
        return str in (type(self.year), type(self.month), type(self.day))

    @property
    def _latest_start(self) -> date:
        return self._last

    @property
    def _earliest_end(self) -> date:
        return self._first

    @property
    def _span(self) -> tuple[date, date]:
        if self._unspecified:  # some one of several periods, and it is not known which
            return self._latest_start, self._earliest_end
        return self._first, self._last

    def possibly_contains(self, other: When) -> bool:  # noqa: D102 - inherited
        if isinstance(other, EdtfDate):
            return self.possibly_overlaps(other)
        if ".." in (other.start, other.end):
            return False
        if self.day is not None:  # the interval begins and ends on the day
            return _share_a_day(self, *other.dates)
        start, end = max(other._first, other._earliest_end), min(other._last, other._latest_start)
        return any(other._may_lie_in(*period) for period in self._periods(start, end))

    def possibly_overlaps(self, other: When) -> bool:  # noqa: D102 - inherited
        if isinstance(other, EdtfDate):
            return _share_a_day(self, other)
        return self._may_lie_in(other._first, other._last)

    def _may_lie_in(self, first: date, last: date) -> bool:
        found = self._first_from(first)
        return found is not None and found <= last

    def _first_from(self, start: date) -> date | None:
        """Its first possible day that is not before a day."""
        found = [days.first(start) for days in _possible(self.year, self.month, self.day)]
        return min(filter(None, found), default=None)

    def _last_until(self, end: date) -> date | None:
        """Its last possible day that is not after a day."""
        found = [days.last(end) for days in _possible(self.year, self.month, self.day)]
        return max(filter(None, found), default=None)

    def _periods(self, start: date, end: date) -> Iterator[tuple[date, date]]:
        """The years, seasons or months that it may be, as far as they touch two days' years."""
        years, months, _ = _possible(self.year, self.month, None)[0]
        if years == _ANY_YEAR and (start, end) == (date.min, date.max):
            years = years[:400]  # after which the calendar repeats itself
        whole = self.month is None or self.month in _GROUPINGS
        for year in years:
            if start.year - 1 <= year <= end.year:
                for month in (self.month,) if whole else months:
                    yield _whole_days(year, month)

    def describe(self, supplied: Collection[str] = ()) -> str:
        """The date in English.

        Args:
            supplied: the components (``year``, ``month``, ``day``) that the source does not say;
                they are put in square brackets, as cataloguers do.

        Example:
            >>> parse_edtf("2022-05-10").describe(supplied=["year"])
            '10 May [2022]'
            >>> parse_edtf("199X~").describe()
            'about the 1990s'
        """
        if self._plain and not supplied:
            return self._plain_words(self._plain)
        text = _bracketed(self._words(supplied))
        if self.qualified:
            return self._qualify(text)
        return text

    def _plain_words(self, first: date) -> str:
        """The words for a year, a month or a day in whole numbers, none of it supplied."""
        if not self.month:
            return str(self.year)
        month = f"{MONTHS[first.month - 1]} {self.year}"
        if not self.day:
            return month
        return f"{self.day} {month}"

    def _words(self, supplied: Collection[str]) -> list[tuple[str, bool]]:
        """The words in reading order, each with whether it was supplied."""
        words = [
            ("day", _day_words(self.day, self.month)),
            ("month", _month_words(self.month)),
            ("year", _year_words(self.year)),
        ]
        marked = [(word, name in supplied) for name, word in words if word]
        if self._plain:
            return marked
        return _linked(marked)

    def _qualify(self, text: str) -> str:
        """Adds to the words which components are approximate or uncertain."""
        uncertain, approximate = self.uncertain, self.approximate
        written = set(_COMPONENTS[: len(list(self._marked()))])
        notes = []
        if approximate == written:
            text = f"about {text}"
        elif approximate:
            notes.append(f"{_listed(approximate)} approximate")
        if uncertain == written:
            notes.append("uncertain")
        elif uncertain:
            notes.append(f"{_listed(uncertain)} uncertain")
        return ", ".join([text, *notes])


def _end(value: EdtfDate | Literal["..", ""]) -> EdtfDate | Literal["..", ""]:
    """An end of an interval, as a plain value."""
    if type(value) is EdtfDate:
        return value
    if isinstance(value, str) and str.__str__(value) in _MISSING:
        if not value:
            return ""
        return ".."
    raise EdtfError(f'{quoted(value)} is not an EdtfDate, ".." or ""')


@attrs.frozen(repr=False)
class EdtfInterval(_Bounded):
    """A stretch of time that lasted from some day within ``start`` to some day within ``end``.

    Args:
        start: a date, ``".."`` for an open start, or ``""`` for an unknown one.
        end: a date, ``".."`` for an open end, or ``""`` for an unknown one.

    Raises:
        EdtfError: an end is none of these, or the interval would have to end before it starts.

    Example:
        >>> chair = EdtfInterval(EdtfDate(2010), EdtfDate(2014))
        >>> str(chair), chair.latest, chair.describe()
        ('2010/2014', datetime.date(2014, 12, 31), '2010–2014')
        >>> EdtfInterval(EdtfDate(2014), EdtfDate(2010))
        Traceback (most recent call last):
        ...
        cica_events.errors.EdtfError: "2014/2010" ends before it starts
    """

    start: EdtfDate | Literal["..", ""] = attrs.field(converter=_end)
    end: EdtfDate | Literal["..", ""] = attrs.field(converter=_end)

    def __attrs_post_init__(self) -> None:
        first, last = self.earliest, self.latest
        if first and last and first > last:
            raise EdtfError(f'"{self}" ends before it starts')

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"

    def __repr__(self) -> str:
        return f"<EdtfInterval {self}>"

    @property
    def dates(self) -> tuple[EdtfDate, ...]:  # noqa: D102 - inherited
        return tuple([end for end in (self.start, self.end) if isinstance(end, EdtfDate)])

    @property
    def exact(self) -> bool:  # noqa: D102 - inherited
        return len(self.dates) == 2 and all(end.exact for end in self.dates)

    @property
    def window(self) -> tuple[date, date] | None:  # noqa: D102 - inherited
        if self.earliest and self.latest:
            return self.earliest, self.latest
        windows = [end.window for end in self.dates]
        return next(filter(None, windows), None)

    @property
    def earliest(self) -> date | None:  # noqa: D102 - inherited
        if not isinstance(self.start, EdtfDate):
            return None
        return self.start.earliest

    @property
    def latest(self) -> date | None:  # noqa: D102 - inherited
        if not isinstance(self.end, EdtfDate):
            return None
        return self.end.latest

    @property
    def qualified(self) -> bool:
        """Whether any component of either end is qualified.

        Example:
            >>> parse_edtf("1984~/2004").qualified
            True
        """
        return any(end.qualified for end in self.dates)

    @property
    def precision(self) -> str:
        """The precision of its less precise end (``year`` where neither end is a date).

        Example:
            >>> parse_edtf("2005/2006-02").precision
            'year'
        """
        ends = [end.precision for end in self.dates]
        return min(ends, key=_PRECISIONS.index, default="year")

    def matches(self, other: When) -> bool:
        """Whether the other says all that this says, with only ``X`` filled in.

        Args:
            other: an interval that was completed, each end as in `EdtfDate.matches`; a date never
                matches. An open end matches an open one, an unknown end an unknown one.

        Example:
            >>> said = parse_edtf("XXXX-10-12/XXXX-10-13")
            >>> said.matches(parse_edtf("2022-10-12/2022-10-13"))
            True
            >>> said.matches(parse_edtf("2022-10-12/..")), said.matches(parse_edtf("2022-10-12"))
            (False, False)
        """
        return (
            isinstance(other, EdtfInterval)
            and _end_matches(self.start, other.start)
            and _end_matches(self.end, other.end)
        )

    @property
    def _latest_start(self) -> date:
        if isinstance(self.start, EdtfDate):
            return self.start._last
        if self.start == "..":
            return date.min
        return self._last

    @property
    def _earliest_end(self) -> date:
        if isinstance(self.end, EdtfDate):
            return self.end._first
        if self.end == "..":
            return date.max
        return self._first

    def possibly_contains(self, other: When) -> bool:  # noqa: D102 - inherited
        return other._may_lie_in(self._first, self._last)

    def possibly_overlaps(self, other: When) -> bool:  # noqa: D102 - inherited
        if isinstance(other, EdtfDate):
            return other._may_lie_in(self._first, self._last)
        return self._first <= other._last and other._first <= self._last

    def _may_lie_in(self, first: date, last: date) -> bool:
        # An open end lasts beyond every day; an unknown one may be any day.
        if (self.start == ".." and first > date.min) or (self.end == ".." and last < date.max):
            return False
        begun: date | None = first
        ended: date | None = last
        if isinstance(self.start, EdtfDate):
            begun = self.start._first_from(first)
        if isinstance(self.end, EdtfDate):
            ended = self.end._last_until(last)
        return begun is not None and ended is not None and begun <= ended

    def describe(self, supplied: Collection[str] = ()) -> str:
        """The interval in English.

        Args:
            supplied: the components that the source does not say, as in `EdtfDate.describe`.

        Example:
            >>> parse_edtf("2022-10-12/2022-10-13").describe()
            '12–13 October 2022'
            >>> parse_edtf("2022-10/..").describe()
            'from October 2022, end open'
        """
        start, end = self.start, self.end
        if isinstance(start, EdtfDate) and isinstance(end, EdtfDate):
            return _joined(start, end, supplied)
        if isinstance(start, EdtfDate):
            return f"from {start.describe(supplied)}, end {_MISSING[str(end)]}"
        if isinstance(end, EdtfDate):
            return f"until {end.describe(supplied)}, start {_MISSING[str(start)]}"
        return f"start {_MISSING[str(start)]}, end {_MISSING[str(end)]}"


When = EdtfDate | EdtfInterval


def _end_matches(said: EdtfDate | str, given: EdtfDate | str) -> bool:
    """Whether an end of an interval only fills in what was said; see `EdtfDate.matches`."""
    if isinstance(said, EdtfDate) and isinstance(given, EdtfDate):
        return said.matches(given)
    return said == given


def parse_edtf(text: str) -> When:
    """Reads a date or an interval of the profile; ``str()`` of the value gives the same text back.

    Args:
        text: EDTF text, without white space.

    Raises:
        EdtfError: the text is not EDTF, or is EDTF outside the profile; the message says which.

    Example:
        >>> parse_edtf("1993-04").describe()
        'April 1993'
        >>> parse_edtf("[1667,1668]")
        Traceback (most recent call last):
        ...
        cica_events.errors.EdtfError: "[1667,1668]" is outside the EDTF profile: a set of dates
    """
    if not isinstance(text, str):
        raise EdtfError(f"{quoted(text)} is not text")
    # No date holds a slash, so that the first one parts the ends, and a second is an error of the
    # end.
    start, slash, end = text.partition("/")
    if slash:
        return EdtfInterval(_parse_end(start, text), _parse_end(end, text))
    return _parse_date(text, text)


def as_edtf(value: str | When | date) -> When:
    """A date in any of the forms in which people give one.

    Args:
        value: EDTF text, an EDTF value, or a ``datetime.date``, which is a day.

    Raises:
        EdtfError: it is none of these, or text that is not EDTF of the profile.

    Example:
        >>> str(as_edtf(date(1999, 9, 14))), str(as_edtf("1993-04"))
        ('1999-09-14', '1993-04')
    """
    if isinstance(value, str):
        return parse_edtf(value)
    if isinstance(value, EdtfDate | EdtfInterval):
        return value
    if isinstance(value, date):
        return EdtfDate(value.year, value.month, value.day)
    raise EdtfError(f"{quoted(value)} is not a date, an EDTF value or EDTF text")


def _parse_end(part: str, whole: str) -> EdtfDate | Literal["..", ""]:
    """An end of an interval, which may be no date."""
    if part == ".." or part == "":
        return part  # type: ignore[return-value]
    return _parse_date(part, whole)


@lru_cache(maxsize=1024)
def _parse_date(part: str, whole: str) -> EdtfDate:
    """A date; an error names the whole text, of which it may be one end."""
    if _PLAIN.fullmatch(part):
        return EdtfDate(*map(int, part.split("-")))
    match = _DATE.fullmatch(part)
    if match is None:
        raise EdtfError(_refusal(whole))
    l1, year, r1, l2, month, r2, l3, day, r3 = match.groups("")
    components = [_number(digits) for digits in (year, month, day) if digits]
    return EdtfDate(*components, left=(l1, l2, l3), right=(r1, r2, r3))


def _number(digits: str) -> int | str:
    """A component as `EdtfDate` holds it: text where a digit is unspecified, else a number."""
    if "X" in digits:
        return digits
    return int(digits)


# EDTF that is outside the profile, by how it begins; the error names it.
_OUTSIDE = (
    (re.compile(r"[\[{]"), "a set of dates"),
    (re.compile(r"Y-?[0-9]"), "a year after Y"),
    (re.compile(r"[?~%]?-[0-9X]"), "a negative year"),
    (re.compile(r"[0-9-]{4,10}T[0-9]"), "a time; that of an event stands in its field time"),
    (re.compile(r"[0-9X]{4}S[0-9]"), "significant digits"),
)


def _refusal(text: str) -> str:
    """Says of a text that is no date of the profile whether it is EDTF at all."""
    # The beginning is enough to say what it is: a text of a megabyte may stand in a field by
    # mistake.
    for start in text[:100].split("/", 1):
        for pattern, what in _OUTSIDE:
            if pattern.match(start):
                return f"{quoted(text)} is outside the EDTF profile: {what}"
    return f"{quoted(text)} is not an EDTF date (like 2022, 2022-05, 2022-05-10 or 2010/2014)"


def _check_qualifiers(value: EdtfDate) -> None:
    """Refuses what is no qualifier, and one of a component that is not written."""
    written = [part is not None for part in (value.year, value.month, value.day)]
    for marks in (value.left, value.right):
        if type(marks) is not tuple or len(marks) != 3:
            raise EdtfError(f"{quoted(marks)} is not three qualifiers")
        for mark, present in zip(marks, written, strict=True):
            # A member of an enumeration may be equal to a mark, and write itself otherwise.
            if type(mark) is not str or mark not in _MARKS or (mark and not present):
                expected = f'"?", "~", "%" or "") of {value}'
                raise EdtfError(f"{quoted(mark)} is not a qualifier ({expected}")


class _Days(NamedTuple):
    """The days whose year, month and day are each one of these numbers, which rise."""

    years: Sequence[int]
    months: Sequence[int]
    days: Sequence[int]

    def first(self, start: date = date.min) -> date | None:
        """The first of them from a day on."""
        # The years rise: those before the first day need not be tried.
        years = self.years[bisect_left(self.years, start.year) :]
        found = _days_of(years, self.months, self.days)
        return next((day for day in found if day >= start), None)

    def last(self, end: date = date.max) -> date | None:
        """The last of them until a day."""
        years = self.years[: bisect_right(self.years, end.year)]
        found = _days_of(years[::-1], self.months[::-1], self.days[::-1])
        return next((day for day in found if day <= end), None)

    def shared(self, other: _Days) -> _Days:
        """The days that are among the others too."""
        pairs = zip(self, other, strict=True)
        return _Days(*[sorted({*ours}.intersection(theirs)) for ours, theirs in pairs])


def _days_of(years: Sequence[int], months: Sequence[int], days: Sequence[int]) -> Iterator[date]:
    """The days that can be put together of these numbers, in the order of the numbers."""
    for year in years:
        for month, day in product(months, days):
            if day <= _month_length(year, month):
                yield date(year, month, day)


@lru_cache(4096)  # the dates of a feed recur, and lie within a few years
def _bounds(
    year: int | str, month: int | str | None, day: int | str | None
) -> tuple[date | None, date | None, date | None]:
    """The first and the last day that a date may be, and the first again if it has plain bounds.

    There are none where no year is known.
    """
    plain = _plain_bounds(year, month, day)
    if plain:
        return *plain, plain[0]  # nearly every date, and quick
    possible = _possible(year, month, day)
    if year == "XXXX":
        return None, None, None
    return possible[0].first(), possible[-1].last(), None


def _plain_bounds(
    year: int | str, month: int | str | None, day: int | str | None
) -> tuple[date, date] | None:
    """The bounds of a year, a month or a day in whole numbers; ``None`` for whatever is not one."""
    if isinstance(year, str) or isinstance(month, str) or isinstance(day, str):
        return None
    try:
        if month is not None and day is not None:
            return (date(year, month, day),) * 2
        if month is not None:
            return date(year, month, 1), date(year, month, _month_length(year, month))
        if day is None:
            return date(year, 1, 1), date(year, 12, 31)
    except (ValueError, OverflowError):  # no date, or a season: `_possible` says what is wrong
        pass
    return None


@lru_cache(4096)
def _possible(year: int | str, month: int | str | None, day: int | str | None) -> tuple[_Days, ...]:
    """The days that a date may be. What has none is no date, which is decided here alone."""
    if day is not None and month is None:
        raise EdtfError(f"day {quoted(day)} has no month")
    years = _years(year)
    parts = [_digits(part, 2) for part in (month, day) if part is not None]
    written = "-".join([_digits(year, 4), *parts])
    if month in _GROUPINGS:
        if day is not None:
            problem = f"is not a day: {month} is a part of the year, not a month"
            raise EdtfError(f'"{written}" {problem}')
        return _grouping_days(years, int(month or 0), written)
    found = _Days(years, _among(_ANY_MONTH, month), _among(_ANY_DAY, day))
    if not found.months:
        raise EdtfError(f'"{written}" is not a month')
    if year == "XXXX":
        years = (4,)  # a leap year: 29 February is a day where no year is known
    if not _Days(years, *found[1:]).first():
        raise EdtfError(f'"{written}" is not a day')
    return (found,)


def _years(year: int | str) -> Sequence[int]:
    """The years that a year may be."""
    if isinstance(year, int) and not 1 <= year <= 9999:
        raise EdtfError(f"{quoted(year)} is not a year from 0001 to 9999")
    # "000X" may be the year 0, which neither the calendar of RFC 5545 nor Python has.
    if isinstance(year, str) and year != "XXXX" and not int(year.replace("X", "0")):
        raise EdtfError(f'"{year}" is outside the EDTF profile: it may be the year 0000')
    return _among(_ANY_YEAR, year)


def _among(allowed: range, part: int | str | None) -> Sequence[int]:
    """The numbers that a component may be."""
    if part is None or part in ("XX", "XXXX"):
        return allowed
    if isinstance(part, int):
        if part not in allowed:
            return ()
        return (part,)
    # At most ten thousand, since a component has four digits; `_bounds` remembers what is asked
    # often.
    choices = product(*("0123456789" if digit == "X" else digit for digit in part))
    numbers = (int("".join(digits)) for digits in choices)
    return tuple(number for number in numbers if number in allowed)


def _grouping_days(years: Sequence[int], grouping: int, written: str) -> tuple[_Days, ...]:
    """Its whole months, and in the year after those that follow a December."""
    _, first, count = _GROUPINGS[grouping]
    # What of a winter lies in the year itself; January and February are those of the next.
    months = range(first, min(first + count, 13))
    after = range(1, first + count - 12)
    if not after:
        return (_Days(years, months, _ANY_DAY),)
    if years == _ANY_YEAR:  # the last of them would end after the year 9999
        years = years[:-1]
    if years[-1] == 9999:
        raise EdtfError(f'"{written}" ends after the year 9999')
    next_years = [year + 1 for year in years]
    return _Days(years, months, _ANY_DAY), _Days(next_years, after, _ANY_DAY)


def _whole_days(year: int, month: int | str | None) -> tuple[date, date]:
    """The first and the last day of a year, a season or a month that is known."""
    first, last, _ = _bounds(year, month, None)
    return first or date.min, last or date.max


def _share_a_day(*dates: EdtfDate) -> bool:
    """Whether one day may be that of all the dates."""
    # Year, month and day apart from each other: “XXXX-XX-XX” is three and a half million days.
    possible = [_possible(each.year, each.month, each.day) for each in dates]
    return any(reduce(_Days.shared, days).first() for days in product(*possible))


def _month_length(year: int, month: int) -> int:
    """The number of days of a month."""
    # By hand: `calendar.monthrange` also looks for the weekday, and this is asked for every day.
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + leap


def _digits(part: int | str, width: int) -> str:
    """A component as it is written."""
    if isinstance(part, str):
        return part
    if part >= 10_000:  # only in an error; it may have thousands of digits
        return quoted(part)
    return f"{part:0{width}}"


def _day_words(day: int | str | None, month: int | str | None) -> str:
    """A day in words."""
    if not isinstance(day, str):
        return str(day or "")
    if day == "XX":
        return "an unknown day"
    longest = 31
    if isinstance(month, int):
        longest = _month_length(4, month)  # year 4 is a leap year
    return _alternatives([str(number) for number in _among(range(1, longest + 1), day)])


def _alternatives(names: Sequence[str]) -> str:
    """Names joined as in "1, 11 or 21"."""
    *others, last = names
    if others:
        return f"{', '.join(others)} or {last}"
    return last


def _month_words(month: int | str | None) -> str:
    """A month or a part of the year in words."""
    if month is None:
        return ""
    if isinstance(month, int):
        if month <= 12:
            return MONTHS[month - 1]
        return _GROUPINGS[month][0]
    if month == "XX":
        return "an unknown month"
    return _alternatives([MONTHS[number - 1] for number in _among(_ANY_MONTH, month)])


def _year_words(year: int | str) -> str:
    """A year in words."""
    if isinstance(year, int):
        return str(year)
    if year == "XXXX":
        return "an unknown year"
    stem = year.rstrip("X")
    zeros = len(year) - len(stem)
    # "1X9X" is no span of years that a word could name.
    if "X" in stem:
        return f"a year like {year}"
    first, last = int(stem + "0" * zeros), int(stem + "9" * zeros)
    if zeros > 1:
        return f"one of the years {first} to {last}"
    # "The 1900s" may be a century, and "the 90s" those of another one.
    if first < 100 or first % 100 == 0:
        return f"the decade {first}–{last}"
    return f"the {first}s"


def _linked(words: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Puts "of" before and after what is described in several words ("an unknown month")."""
    linked = []
    after_phrase = False
    for place, (word, supplied) in enumerate(words):
        # "May 2022", but "an unknown month of 2022" and "May of the 2010s".
        is_phrase = word.startswith(("a ", "an ", "one ", "the "))
        if place > 0 and (is_phrase or after_phrase):
            word = f"of {word}"
        linked.append((word, supplied))
        after_phrase = is_phrase
    return linked


def _bracketed(words: list[tuple[str, bool]]) -> str:
    """The words as one text, each run of supplied ones in one pair of square brackets."""
    if True not in map(itemgetter(1), words):
        return " ".join([word for word, _ in words])
    texts = []
    for supplied, run in groupby(words, key=itemgetter(1)):
        text = " ".join([word for word, _ in run])
        if supplied:
            text = f"[{text}]"
        texts.append(text)
    return " ".join(texts)


def _listed(names: Collection[str]) -> str:
    """Components in their order, as in "year and month"."""
    return " and ".join(name for name in _COMPONENTS if name in names)


def _joined(start: EdtfDate, end: EdtfDate, supplied: Collection[str]) -> str:
    """Two ends in one phrase: what both share is said once, at the end."""
    if start == end and start.exact:
        return start.describe(supplied)
    # "about 1990–1995" would leave open whether the end is as vague as the start.
    if start._special or end._special or start.precision != end.precision:
        return f"from {start.describe(supplied)} to {end.describe(supplied)}"
    first, last = start._words(supplied), end._words(supplied)
    shared = 0
    while shared < len(first) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    begin = _bracketed(first[: len(first) - shared])
    dash = " – " if " " in begin else "–"  # "12–13 October", but "30 May – 2 June"
    return f"{begin}{dash}{_bracketed(last)}"
