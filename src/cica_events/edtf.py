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
from collections.abc import Collection, Iterator, Sequence
from datetime import date
from functools import lru_cache
from itertools import groupby, product
from operator import itemgetter
from typing import Literal

import attrs

from .errors import EdtfError, quoted

__all__ = ["MONTHS", "EdtfDate", "EdtfInterval", "When", "parse_edtf"]

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_Days = tuple[date | None, date | None]
_COMPONENTS = ("year", "month", "day")
_LENGTHS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_MISSING = {"..": "open", "": "unknown"}
_NONE = ("", "", "")
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
    def latest(self) -> date | None:
        """The last possible day, or ``None`` where it is open or no year is known.

        Example:
            >>> parse_edtf("2022-10/..").latest is None
            True
        """

    @property
    def _first(self) -> date:
        return self.earliest or date.min

    @property
    def _last(self) -> date:
        return self.latest or date.max

    @property
    @abstractmethod
    def _started(self) -> date:
        """The day by which it has begun, whichever of its possible days is the true one."""

    @property
    @abstractmethod
    def _unended(self) -> date:
        """The day until which it has not ended, whichever of its possible days is the true one."""

    @property
    def _span(self) -> tuple[date, date]:
        """The days that certainly lie within, when it is asked what it contains."""
        return self._started, self._unended

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
        return self._started <= other._unended and other._started <= self._unended

    def possibly_before(self, other: When) -> bool:
        """Whether this may end before the other begins.

        Example:
            >>> parse_edtf("1999").possibly_before(parse_edtf("1999-09-14"))
            True
        """
        return self._unended < other._started

    def possibly_contains(self, other: When) -> bool:
        """Whether the other may lie within this.

        Example:
            >>> parse_edtf("2010/2014").possibly_contains(parse_edtf("2010-03"))
            True
        """
        return self._first <= other._started and other._unended <= self._last

    def possibly_overlaps(self, other: When) -> bool:
        """Whether the two may share a day.

        Example:
            >>> parse_edtf("2022-10").possibly_overlaps(parse_edtf("2022-10-12"))
            True
        """
        return self._first <= other._last and other._first <= self._last


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

    year: int | str
    month: int | str | None = None
    day: int | str | None = None
    left: tuple[str, str, str] = attrs.field(default=_NONE, kw_only=True)
    right: tuple[str, str, str] = attrs.field(default=_NONE, kw_only=True)
    earliest: date | None = attrs.field(init=False, eq=False)
    latest: date | None = attrs.field(init=False, eq=False)
    _plain: date | None = attrs.field(init=False, eq=False)
    """Its first day, if it is a year, a month or a day in whole numbers: nearly every date is."""

    def __attrs_post_init__(self) -> None:
        days = _plain_days(self.year, self.month, self.day)
        plain = days[0] if days and self.left == self.right == _NONE else None
        object.__setattr__(self, "_plain", plain)
        first, last = _possible_days(self, days)
        object.__setattr__(self, "earliest", first)
        object.__setattr__(self, "latest", last)

    def __str__(self) -> str:
        if self._plain:
            first = self._plain.isoformat()
            return first if self.day else first[:7] if self.month else first[:4]
        return "-".join(
            f"{left}{_digits(part, 2 if place else 4)}{right}"
            for place, (left, part, right) in enumerate(self._marked())
        )

    def __repr__(self) -> str:
        return f"<EdtfDate {self}>"

    @property
    def exact(self) -> bool:  # noqa: D102 - inherited
        return self.earliest is not None and self.earliest == self.latest

    @property
    def window(self) -> tuple[date, date] | None:  # noqa: D102 - inherited
        return (self.earliest, self.latest) if self.earliest and self.latest else None

    def _marked(self) -> Iterator[tuple[str, int | str, str]]:
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
        return "season" if self.month in _GROUPINGS else "month"

    @property
    def uncertain(self) -> frozenset[str]:
        """The components that are qualified as uncertain (``?`` or ``%``).

        Example:
            >>> sorted(parse_edtf("2004-06?").uncertain)
            ['month', 'year']
        """
        return self._qualified("?%")

    @property
    def approximate(self) -> frozenset[str]:
        """The components that are qualified as approximate (``~`` or ``%``).

        Example:
            >>> sorted(parse_edtf("2004-~06").approximate)
            ['month']
        """
        return self._qualified("~%")

    @property
    def qualified(self) -> bool:
        """Whether any component is qualified.

        Example:
            >>> parse_edtf("2004-06~").qualified, parse_edtf("2004-06").qualified
            (True, False)
        """
        return self.left != _NONE or self.right != _NONE

    def _qualified(self, marks: str) -> frozenset[str]:
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
        return not self._plain and (self.qualified or self._unspecified)

    @property
    def _unspecified(self) -> bool:
        return any(isinstance(part, str) for part in (self.year, self.month, self.day))

    @property
    def _started(self) -> date:
        return self._last

    @property
    def _unended(self) -> date:
        return self._first

    @property
    def _span(self) -> tuple[date, date]:
        if self._unspecified:  # some one of several periods, and it is not known which
            return self._started, self._unended
        return self._first, self._last

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
            month = f"{MONTHS[self._plain.month - 1]} " if self.month else ""
            return f"{self.day} {month}{self.year}" if self.day else f"{month}{self.year}"
        text = _bracketed(self._words(supplied))
        return self._qualify(text) if self.qualified else text

    def _words(self, supplied: Collection[str]) -> list[tuple[str, bool]]:
        """The words in reading order, each with whether it was supplied."""
        words = [
            ("day", _day_words(self.day, self.month)),
            ("month", _month_words(self.month)),
            ("year", _year_words(self.year)),
        ]
        marked = [(word, name in supplied) for name, word in words if word]
        return marked if self._plain else _linked(marked)

    def _qualify(self, text: str) -> str:
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

    start: EdtfDate | Literal["..", ""]
    end: EdtfDate | Literal["..", ""]

    def __attrs_post_init__(self) -> None:
        for end in (self.start, self.end):
            if type(end) is not EdtfDate and end != ".." and end != "":
                raise EdtfError(f'{quoted(end)} is not an EdtfDate, ".." or ""')
        first, last = self.earliest, self.latest
        if first and last and first > last:
            raise EdtfError(f'"{self}" ends before it starts')

    def __str__(self) -> str:
        return f"{self.start}/{self.end}"

    def __repr__(self) -> str:
        return f"<EdtfInterval {self}>"

    @property
    def exact(self) -> bool:  # noqa: D102 - inherited
        return all(isinstance(end, EdtfDate) and end.exact for end in (self.start, self.end))

    @property
    def window(self) -> tuple[date, date] | None:  # noqa: D102 - inherited
        if self.earliest and self.latest:
            return self.earliest, self.latest
        ends = (end.window for end in (self.start, self.end) if isinstance(end, EdtfDate))
        return next((window for window in ends if window), None)

    @property
    def earliest(self) -> date | None:  # noqa: D102 - inherited
        return self.start.earliest if isinstance(self.start, EdtfDate) else None

    @property
    def latest(self) -> date | None:  # noqa: D102 - inherited
        return self.end.latest if isinstance(self.end, EdtfDate) else None

    @property
    def qualified(self) -> bool:
        """Whether any component of either end is qualified.

        Example:
            >>> parse_edtf("1984~/2004").qualified
            True
        """
        return any(isinstance(end, EdtfDate) and end.qualified for end in (self.start, self.end))

    @property
    def precision(self) -> str:
        """The precision of its less precise end (``year`` where neither end is a date).

        Example:
            >>> parse_edtf("2005/2006-02").precision
            'year'
        """
        ends = [e.precision for e in (self.start, self.end) if isinstance(e, EdtfDate)]
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
    def _started(self) -> date:
        if isinstance(self.start, EdtfDate):
            return self.start._last
        return date.min if self.start == ".." else self._last

    @property
    def _unended(self) -> date:
        if isinstance(self.end, EdtfDate):
            return self.end._first
        return date.max if self.end == ".." else self._first

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
    start, slash, end = text.partition("/")
    if slash:
        return EdtfInterval(_parse_end(start, text), _parse_end(end, text))
    return _parse_date(text, text)


def _parse_end(part: str, whole: str) -> EdtfDate | Literal["..", ""]:
    return part if part == ".." or part == "" else _parse_date(part, whole)  # type: ignore[return-value]


def _parse_date(part: str, whole: str) -> EdtfDate:
    plain = _parse_plain(part)
    if plain:
        return plain
    match = _DATE.fullmatch(part)
    if match is None:
        raise EdtfError(_refusal(whole))
    l1, y, r1, l2, m, r2, l3, d, r3 = match.groups("")
    year = int(y) if "X" not in y else y
    month = (int(m) if "X" not in m else m) if m else None
    day = (int(d) if "X" not in d else d) if d else None
    left, right = (l1, l2, l3), (r1, r2, r3)
    days = _plain_days(year, month, day)
    if days:
        return _made(year, month, day, left, right, *days, None)
    return EdtfDate(year, month, day, left=left, right=right)


# Nearly every date is a plain year, month or day, and what `date` accepts needs no other check.
_FIRST_DAY = {4: "-01-01", 7: "-01", 10: ""}  # what a text of so many characters lacks of a day
_set_year, _set_month, _set_day, _set_left, _set_right, _set_earliest, _set_latest, _set_plain = (
    vars(EdtfDate)[name].__set__
    for name in ("year", "month", "day", "left", "right", "earliest", "latest", "_plain")
)


def _parse_plain(text: str) -> EdtfDate | None:
    """A year, a month or a day in whole numbers; ``None`` where the text is anything else."""
    size = len(text)
    if size not in _FIRST_DAY:
        return None
    full = text + _FIRST_DAY[size]
    if full[7] != "-":  # a day of a week, which `date` reads too
        return None
    try:
        first = date.fromisoformat(full)
    except ValueError:
        return None
    year, month = first.year, first.month
    if size == 10:
        return _made(year, month, first.day, _NONE, _NONE, first, first, first)
    if size == 7:
        last = date(year, month, _month_length(year, month))
        return _made(year, month, None, _NONE, _NONE, first, last, first)
    return _made(year, None, None, _NONE, _NONE, first, date(year, 12, 31), first)


def _made(
    year: int | str,
    month: int | str | None,
    day: int | str | None,
    left: tuple[str, str, str],
    right: tuple[str, str, str],
    earliest: date,
    latest: date,
    plain: date | None,
) -> EdtfDate:
    """A date whose components were checked already: half the time of making it otherwise."""
    made = object.__new__(EdtfDate)
    _set_year(made, year)
    _set_month(made, month)
    _set_day(made, day)
    _set_left(made, left)
    _set_right(made, right)
    _set_earliest(made, earliest)
    _set_latest(made, latest)
    _set_plain(made, plain)
    return made


_OUTSIDE = (
    (re.compile(r"[\[{]"), "a set of dates"),
    (re.compile(r"Y-?[0-9]"), "a year after Y"),
    (re.compile(r"[?~%]?-[0-9X]"), "a negative year"),
    (re.compile(r"[0-9-]{4,10}T[0-9]"), "a time"),
    (re.compile(r"[0-9X]{4}S[0-9]"), "significant digits"),
)


def _refusal(text: str) -> str:
    for start in text[:100].split("/", 1):
        for pattern, what in _OUTSIDE:
            if pattern.match(start):
                return f"{quoted(text)} is outside the EDTF profile: {what}"
    return f"{quoted(text)} is not an EDTF date (like 2022, 2022-05, 2022-05-10 or 2010/2014)"


def _possible_days(d: EdtfDate, days: _Days | None) -> _Days:
    """The days that `_plain_days` gave, or those that a search gives."""
    if days is None:
        _check_components(d)
        days = _grouping_days(d) if d.month in _GROUPINGS else _pattern_days(d)
    if d.left != _NONE or d.right != _NONE:
        _check_qualifiers(d)
    return days


def _plain_days(year: object, month: object, day: object) -> tuple[date, date] | None:
    """The quick way for what nearly every date is: a year, a month or a day in whole numbers."""
    if type(year) is not int or not 1 <= year <= 9999:
        return None
    if month is None and day is None:
        return date(year, 1, 1), date(year, 12, 31)
    if type(month) is not int or not 1 <= month <= 12:
        return None
    length = _month_length(year, month)
    if day is None:
        return date(year, month, 1), date(year, month, length)
    if type(day) is not int or not 1 <= day <= length:
        return None
    return (date(year, month, day),) * 2


def _pattern_days(d: EdtfDate) -> _Days:
    if d.year == "XXXX":
        _extreme(d, [4], last=False)  # year 4 is a leap year, so it has every day there can be
        return None, None
    years = _candidates(d.year, range(1, 10000))
    return _extreme(d, years, last=False), _extreme(d, years, last=True)


def _check_components(d: EdtfDate) -> None:
    if d.day is not None and d.month is None:
        raise EdtfError(f"day {quoted(d.day)} has no month")
    for part, name, width in ((d.year, "year", 4), (d.month, "month", 2), (d.day, "day", 2)):
        if part is None and name != "year":
            continue
        masked = isinstance(part, str) and len(part) == width and "X" in part
        if not (masked and set(part) <= set("0123456789X")) and type(part) is not int:  # type: ignore[arg-type]
            raise EdtfError(f"{quoted(part)} is not a {name}: a whole number, or digits and X")
    if isinstance(d.year, int) and not 1 <= d.year <= 9999:
        raise EdtfError(f"{quoted(d.year)} is not a year from 0001 to 9999")
    if isinstance(d.year, str) and d.year != "XXXX" and not int(d.year.replace("X", "0")):
        raise EdtfError(f'"{d.year}" is outside the EDTF profile: it may be the year 0000')


def _check_qualifiers(d: EdtfDate) -> None:
    written = [part is not None for part in (d.year, d.month, d.day)]
    for marks in (d.left, d.right):
        if type(marks) is not tuple or len(marks) != 3:
            raise EdtfError(f"{quoted(marks)} is not three qualifiers")
        for mark, present in zip(marks, written, strict=True):
            if mark not in ("", "?", "~", "%") or (mark and not present):
                raise EdtfError(f'{quoted(mark)} is not a qualifier ("?", "~", "%" or "") of {d}')


@lru_cache(1024)
def _candidates(part: int | str, allowed: range) -> Sequence[int]:
    if isinstance(part, int):
        return [part] if part in allowed else []
    slots = ["0123456789" if c == "X" else c for c in part]
    numbers = (int("".join(digits)) for digits in product(*slots))
    return [n for n in numbers if n in allowed]


def _extreme(d: EdtfDate, years: Sequence[int], *, last: bool) -> date:
    """The first or the last day that the components allow."""
    step = -1 if last else 1
    months = range(1, 13) if d.month is None else _candidates(d.month, range(1, 13))
    if not months:
        raise EdtfError(f'"{d}" is not a month')
    days = range(1, 32) if d.day is None else _candidates(d.day, range(1, 32))
    for year in years[::step]:
        for month in months[::step]:
            length = _month_length(year, month)
            for day in days[::step]:
                if day <= length:
                    return date(year, month, day)
    raise EdtfError(f'"{d}" is not a day')


def _month_length(year: int, month: int) -> int:
    leap = month == 2 and year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return _LENGTHS[month - 1] + leap


def _grouping_days(d: EdtfDate) -> _Days:
    if d.day is not None:
        raise EdtfError(f'"{d}" is not a day: {d.month} is a part of the year, not a month')
    if d.year == "XXXX":
        return None, None
    years = _candidates(d.year, range(1, 10000))
    _, first, count = _GROUPINGS[int(d.month or 0)]
    wrap, last = divmod(first + count - 2, 12)
    end = years[-1] + wrap
    if end > 9999:
        raise EdtfError(f'"{d}" ends after the year 9999')
    return date(years[0], first, 1), date(end, last + 1, _month_length(end, last + 1))


def _digits(part: int | str, width: int) -> str:
    return f"{part:0{width}}" if isinstance(part, int) else part


def _day_words(day: int | str | None, month: int | str | None) -> str:
    if not isinstance(day, str):
        return str(day or "")
    if day == "XX":
        return "an unknown day"
    longest = _month_length(4, month) if isinstance(month, int) else 31  # year 4 is a leap year
    return _alternatives([str(n) for n in _candidates(day, range(1, longest + 1))])


def _alternatives(names: Sequence[str]) -> str:
    return " or ".join([", ".join(names[:-1]), names[-1]] if len(names) > 1 else names)


def _month_words(month: int | str | None) -> str:
    if month is None:
        return ""
    if isinstance(month, int):
        return MONTHS[month - 1] if month <= 12 else _GROUPINGS[month][0]
    if month == "XX":
        return "an unknown month"
    return _alternatives([MONTHS[n - 1] for n in _candidates(month, range(1, 13))])


def _year_words(year: int | str) -> str:
    if isinstance(year, int):
        return str(year)
    if year == "XXXX":
        return "an unknown year"
    if year[3] == "X" and "X" not in year[:3]:
        return f"the {int(year[:3])}0s"
    stem = year.rstrip("X")
    if "X" not in stem:
        zeros = len(year) - len(stem)
        return f"one of the years {int(stem + '0' * zeros)} to {int(stem + '9' * zeros)}"
    return f"a year like {year}"


def _linked(words: list[tuple[str, bool]]) -> list[tuple[str, bool]]:
    """Puts "of" before and after what is described in several words ("an unknown month")."""
    phrases = [word.startswith(("a ", "an ", "one ", "the ")) for word, _ in words]
    return [
        (f"of {word}" if place and (phrases[place] or phrases[place - 1]) else word, supplied)
        for place, (word, supplied) in enumerate(words)
    ]


def _bracketed(words: list[tuple[str, bool]]) -> str:
    """The words as one text, each run of supplied ones in one pair of square brackets."""
    if True not in map(itemgetter(1), words):
        return " ".join([word for word, _ in words])
    runs = groupby(words, key=itemgetter(1))
    texts = [(" ".join(word for word, _ in run), supplied) for supplied, run in runs]
    return " ".join(f"[{text}]" if supplied else text for text, supplied in texts)


def _listed(names: Collection[str]) -> str:
    return " and ".join(name for name in _COMPONENTS if name in names)


def _joined(start: EdtfDate, end: EdtfDate, supplied: Collection[str]) -> str:
    """Two ends in one phrase: what both share is said once, at the end."""
    if start == end and start.exact:
        return start.describe(supplied)
    if start._special or end._special or start.precision != end.precision:
        return f"from {start.describe(supplied)} to {end.describe(supplied)}"
    first, last = start._words(supplied), end._words(supplied)
    shared = 0
    while shared < len(first) - 1 and first[-1 - shared] == last[-1 - shared]:
        shared += 1
    begin = _bracketed(first[: len(first) - shared])
    return f"{begin}{' – ' if ' ' in begin else '–'}{_bracketed(last)}"
