"""Where a day stands from left to right."""

from __future__ import annotations

from bisect import bisect_right
from calendar import monthrange
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import accumulate, pairwise

import attrs

from ...edtf import MONTHS
from ...model import Event
from .lettering import text_width

__all__ = ["SMALL", "Era", "Scale"]

SMALL = 11  # the size of type of years, as in the style sheet
_MARGIN = 38.0  # on both sides of the scale; arrows of open ends stand in it
_CUT = 22.0  # an era of nothing
_SHORT_GAP = 12  # months that are never cut out
_NARROWEST_UNIT = 5.5  # of time, for all to be seen where all are of one width
_NARROWEST_SHARE = 1.5  # of time, for it to be there at all where busy ones are wider
_BUSY = 0.6  # of the width goes by how much happens, the rest by how long it takes
_LONG = 24  # units of time
_APART = 6  # between one year and the next
_MONTHS_IN = (1, 12, 120, 1200)  # units of time: a month, a year, ten, a hundred
# Units of the picture, below which a grid is a grey plane and years touch.
_TICKS_APART = 12
_YEARS_APART = 44


@attrs.frozen
class Era:
    """Units of time that are drawn without a cut: the first, and where each begins and ends.

    Example:
        >>> era = Era(2010, (38.0, 60.0, 82.0))
        >>> era.units, era.x, era.end
        (range(2010, 2012), 38.0, 82.0)
    """

    first: int
    edges: tuple[float, ...]

    @property
    def units(self) -> range:
        """The units of time in it."""
        return range(self.first, self.first + len(self.edges) - 1)

    @property
    def x(self) -> float:
        """Where it begins."""
        return self.edges[0]

    @property
    def end(self) -> float:
        """Where it ends."""
        return self.edges[-1]


@attrs.frozen
class Scale:
    """Where a day stands from left to right.

    Args:
        width: of the whole picture.
        months: how many a unit of time has.
        cut: how wide an era of nothing is.
        eras: those that are drawn.
        even: whether all units are equally wide; else busy ones have more room.

    Example:
        >>> from cica_events import load_release
        >>> scale = Scale.of(load_release().events, 360, even=True)
        >>> [text for _, text in sorted(scale.labels())]
        ['1993', '1999', '2010', '2012', '2014', '2022']
    """

    width: int
    months: int
    cut: float
    eras: tuple[Era, ...]
    even: bool

    @classmethod
    def of(cls, events: Iterable[Event], width: int, *, even: bool) -> Scale:
        """The finest scale on which everything can be seen."""
        windows = sorted(event.when.window for event in events if event.when.window)
        for months in _MONTHS_IN:
            scale = cls._in(months, windows, width, even)
            if scale._legible():
                break
        return scale

    @classmethod
    def _in(
        cls, months: int, windows: Sequence[tuple[date, date]], width: int, even: bool
    ) -> Scale:
        """The scale in units of so many months."""
        spans = [(_month(a) // months, _month(b) // months) for a, b in windows]
        gap = 1
        if months == 1:
            gap = _SHORT_GAP
        runs = _runs(spans, gap)
        free = width - 2 * _MARGIN
        cut = min(_CUT, 0.4 * free / max(len(runs), 1))
        shares = _even_shares(runs) if even else _busy_shares(runs, spans)
        free -= cut * (len(runs) - 1)
        eras, x = [], _MARGIN
        for (first, _), run in zip(runs, shares, strict=True):
            edges = tuple(accumulate((share * free for share in run), initial=x))
            eras.append(Era(first, edges))
            x = edges[-1] + cut
        return cls(width, months, cut, tuple(eras), even)

    def _legible(self) -> bool:
        """Whether units are wide enough, and there is room to say the year of each era."""
        least = _NARROWEST_SHARE
        if self.even:
            least = _NARROWEST_UNIT
        widths = [right - left for era in self.eras for left, right in pairwise(era.edges)]
        return min(widths, default=least) >= least and all(
            following.x - era.x > text_width(self._name(era.first, True), SMALL) + _APART
            for era, following in pairwise(self.eras)
        )

    def x(self, day: date, part: float = 0) -> float:
        """Where a day begins, or another part of it (0 to 1)."""
        month = _month(day)
        era = self.eras[bisect_right(self.eras, month // self.months, key=lambda e: e.first) - 1]
        months = month + (day.day - 1 + part) / monthrange(day.year, day.month)[1]
        unit = min(int(months // self.months), era.units[-1])
        left, right = era.edges[unit - era.first : unit - era.first + 2]
        return left + (months / self.months - unit) * (right - left)

    def cuts(self) -> list[float]:
        """Where eras of nothing begin."""
        return [era.end for era in self.eras[:-1]]

    def bounds(self) -> Iterator[float]:
        """Where units begin and end, but for those that would stand too close."""
        step = self._step(_TICKS_APART)
        for era in self.eras:
            last = era.x
            for unit, x in zip(range(era.first, era.units[-1] + 2), era.edges, strict=True):
                end = unit in (era.first, era.units[-1] + 1)
                wide = unit % step == 0 if self.even else _is_between(last, x, era.end)
                if end or wide:
                    yield x
                    last = x

    def labels(self) -> Iterator[tuple[float, str]]:
        """Years (or months) and where they are written; the first of each era before others."""
        step = self._step(_YEARS_APART)
        units = [(era, unit) for era in self.eras for unit in era.units]
        taken: list[tuple[float, float]] = []
        for era, unit in sorted(units, key=lambda pair: self._rank(*pair)):
            text = self._name(unit, unit == era.first)
            width = text_width(text, SMALL)
            x = min(era.edges[unit - era.first], self.width - 4 - width)
            free = all(x + width + _APART <= a or b + _APART <= x for a, b in taken)
            if free and (unit == era.first or not self.even or unit % step == 0):
                taken.append((x, x + width))
                yield x, text

    def _rank(self, era: Era, unit: int) -> tuple[bool, int]:
        """What is said first: where eras begin; then, where busy units are wider, round years."""
        if self.even or unit == era.first:
            return unit != era.first, 0
        return True, next(place for place, n in enumerate((10, 5, 1)) if unit % n == 0)

    def _step(self, least: float) -> int:
        """So many units, a round number, are at least so wide."""
        if not self.eras or not self.even:
            return 1
        unit = self.eras[0].edges[1] - self.eras[0].edges[0]
        return next(n for n in (1, 2, 5, 10, 20, 50) if n * unit >= least)

    def _name(self, unit: int, first: bool) -> str:
        """What the axis calls a unit; the year stands at the first and at each January."""
        year, month = divmod(unit * self.months, 12)
        if self.months > 1:
            return str(max(year, 1))
        name = MONTHS[month][:3]
        if first or month == 0:
            return f"{name} {year}"
        return name


def _is_between(last: float, x: float, end: float) -> bool:
    """Whether a tick keeps its distance from the last one and from the end of the era."""
    return x - last >= _TICKS_APART and end - x >= _TICKS_APART


def _even_shares(runs: list[tuple[int, int]]) -> list[list[float]]:
    """Each unit's share of the width where all are of one width."""
    total = sum(last - first + 1 for first, last in runs)
    return [[1 / total] * (last - first + 1) for first, last in runs]


def _busy_shares(runs: list[tuple[int, int]], spans: list[tuple[int, int]]) -> list[list[float]]:
    """Each unit's share of the width where more room goes to those in which more happens."""
    happening: dict[int, float] = {}
    for first, last in spans:
        if last - first < _LONG:  # what takes long makes no unit a busy one
            for unit in range(first, last + 1):
                happening[unit] = happening.get(unit, 0) + 1 / (last - first + 1)
    if not happening:
        return _even_shares(runs)
    even = (1 - _BUSY) / sum(last - first + 1 for first, last in runs)
    each = _BUSY / sum(happening.values())
    shares = []
    for first, last in runs:
        units = range(first, last + 1)
        shares.append([even + each * happening.get(unit, 0) for unit in units])
    return shares


def _month(day: date) -> int:
    """The number of a month, counted from the year 0."""
    return day.year * 12 + day.month - 1


def _runs(spans: list[tuple[int, int]], gap: int) -> list[tuple[int, int]]:
    """Spans joined where the gap between them is short, in itself or beside them all."""
    runs = _joined(spans, 0)
    covered = sum(last - first + 1 for first, last in runs)
    return _joined(runs, max(gap, covered // 4))


def _joined(spans: list[tuple[int, int]], gap: int) -> list[tuple[int, int]]:
    """Spans with at most so many units between them, as one."""
    runs: list[tuple[int, int]] = []
    for first, last in spans:
        if runs and first - runs[-1][1] - 1 <= gap:
            runs[-1] = runs[-1][0], max(last, runs[-1][1])
        else:
            runs.append((first, last))
    return runs
