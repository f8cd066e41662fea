"""SVG: a timeline that shows at a glance what is known, and how well.

One row an event, the earliest first, on one scale of time from left to right, from which long eras
of nothing are cut. A known day is a point; the days that a date may lie on are pale, the days that
an event certainly lasted are solid, and what was inferred has a broken outline. The picture is 360
units wide, so that a phone shows it as it is. The geometry is our own: the timeline packages that
there are draw a date as a point, or as a bar of one strength.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from calendar import monthrange
from collections.abc import Callable, Iterable, Iterator
from datetime import date
from html import escape  # xml.sax.saxutils has one too, but loads half of urllib for it
from itertools import pairwise
from typing import IO
from unicodedata import combining, east_asian_width

import attrs

from ..edtf import MONTHS, EdtfDate, EdtfInterval, When
from ..errors import InvalidError, quoted
from ..model import Calendar, Event

__all__ = ["dump", "dumps"]

_WIDTH = 360
_EDGE = 14  # free on both sides of every text
_LEFT, _RIGHT = 38.0, _WIDTH - 38.0  # of the scale; arrows of open ends stand outside it
_TITLE, _SMALL = 13, 11  # sizes of type, as in _STYLE
_LINE = 17  # from one line of text to the next
_TOP = 28  # where the rows begin
_KEY = 80  # where the words of the legend begin
_MARK = 5.5  # half the height of a bar, and the radius of a point
_NARROWEST = 16.0  # of bars, so that they can be seen to fade
_ARROW = 16.0
_CUT = 22.0  # an era of nothing
_SHORT_GAP = 12  # months that are never cut out
_ROWS = 12  # after which the years are said again
_NARROWEST_UNIT = 5.5  # of time, for all to be seen
_APART = 6  # between one year and the next
_MONTHS_IN = (1, 12, 120, 1200)  # units of time: a month, a year, ten, a hundred
_LINES = 3  # that a text may take
_LONGEST = 400  # characters that could stand in them
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_NARROW = frozenset(" !'(),-./:;I[\\]fijlrt|\u2018\u2019")

_STYLE = """\
.cica-timeline{color:#0b5c8c;font-family:system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
.cica-timeline text{fill:#1a2230;font-size:11px;stroke:#fff;stroke-width:3px;\
stroke-linejoin:round;paint-order:stroke}
.cica-timeline .title{font-size:13px}
.cica-timeline .date{font-weight:600}
.cica-timeline .before{text-anchor:end}
.cica-timeline .quiet{fill:#566072}
.cica-timeline .off{stroke:none;text-decoration:line-through}
.cica-timeline .known,.cica-timeline .sure{fill:currentColor}
.cica-timeline .cut{fill:#1a2230;opacity:.06}
.cica-timeline .grid{fill:none;stroke:#1a2230;opacity:.14}
.cica-timeline .axis{fill:none;stroke:#566072}
.cica-timeline .limit,.cica-timeline .open{fill:none;stroke:currentColor;stroke-width:1.5}
.cica-timeline .guess{fill:none;stroke:currentColor;stroke-width:1.5;stroke-dasharray:2.5 2}
.cica-timeline .cross{fill:none;stroke:#1a2230;stroke-width:2}
.cica-timeline .paper{fill:#fff}
@media screen and (prefers-color-scheme:dark){
.cica-timeline{color:#74bdf0}
.cica-timeline text{fill:#e9edf3;stroke:#151a21}
.cica-timeline .quiet{fill:#a3adbb}
.cica-timeline .cut{fill:#e9edf3;opacity:.09}
.cica-timeline .grid{stroke:#e9edf3;opacity:.2}
.cica-timeline .axis{stroke:#a3adbb}
.cica-timeline .cross{stroke:#e9edf3}
.cica-timeline .paper{fill:#151a21}
}
"""


def dumps(calendar: Calendar) -> bytes:
    """Draws a calendar as an SVG picture.

    The picture stands alone, or in a page: it begins with its ``<svg>`` element, and its styles
    reach nothing else.

    Args:
        calendar: what to draw.

    Raises:
        InvalidError: it is no calendar, or its stream yields what is no event.

    Example:
        >>> from cica_events import load_release
        >>> from cica_events.formats import svg
        >>> svg.dumps(load_release().calendar()).count(b'role="listitem"')
        5
    """
    return "".join(f"{part}\n" for part in _picture(calendar)).encode()


def dump(calendar: Calendar, file: IO[bytes]) -> None:
    """Draws a calendar to a binary file; otherwise as `dumps`.

    Raises:
        InvalidError: as in `dumps`; nothing is written then.

    Example:
        >>> import io
        >>> from cica_events import load_release
        >>> from cica_events.formats import svg
        >>> file = io.BytesIO()
        >>> svg.dump(load_release().calendar(), file)
        >>> file.getvalue()[:4]
        b'<svg'
    """
    file.write(dumps(calendar))


def _picture(calendar: Calendar) -> Iterator[str]:
    events = _ordered(calendar)
    sheet = _Sheet(_Scale.of(events))
    sheet.dated([event for event in events if event.when.window])
    sheet.undated([event for event in events if not event.when.window])
    sheet.legend()
    size = f'width="{_WIDTH}" height="{sheet.y}"'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="cica-timeline" {size} '
        f'viewBox="0 0 {_WIDTH} {sheet.y}" role="group" '
        'aria-labelledby="cica-title" aria-describedby="cica-desc">'
    )
    yield f'<title id="cica-title">Timeline: {_safe(calendar.name)}</title>'
    yield f'<desc id="cica-desc">{_summary(events)}</desc>'
    yield f"<style>{_STYLE}</style>"
    yield f"<defs>{_FADES}</defs>"
    yield f'<rect class="paper" {size}/>'
    yield from sheet.behind
    yield from sheet.front
    yield "</svg>"


def _ordered(calendar: Calendar) -> list[Event]:
    if not isinstance(calendar, Calendar):
        raise InvalidError([("calendar", f"{quoted(calendar)} is not a Calendar")])
    events = list(calendar.events)
    for place, event in enumerate(events):
        if not isinstance(event, Event):
            raise InvalidError([(f"events[{place}]", f"{quoted(event)} is not an Event")])
    return sorted(
        events, key=lambda event: (event.when.sort_key[:2], str(event.time or ""), event.id)
    )


def _summary(events: list[Event]) -> str:
    windows = [event.when.window for event in events if event.when.window]
    years = ""
    if windows:
        first, last = min(a.year for a, _ in windows), max(b.year for _, b in windows)
        years = f", {first} to {last}"
    return (
        f"{len(events)} event{'' if len(events) == 1 else 's'}{years}; one row each, the earliest "
        "first. A point is a known day. A pale bar spans the days that a date may lie on, a solid "
        "one the days that an event certainly lasted; bars too short to see are drawn wider."
    )


@attrs.frozen
class _Era:
    """Units of time that are drawn without a cut: the first, the last, and where they begin."""

    first: int
    last: int
    x: float


@attrs.frozen
class _Scale:
    """Where a day stands from left to right."""

    months: int  # in a unit of time
    unit: float  # how wide one is
    cut: float  # how wide an era of nothing is
    eras: tuple[_Era, ...]

    @classmethod
    def of(cls, events: Iterable[Event]) -> _Scale:
        """The finest scale on which everything can be seen."""
        windows = sorted(event.when.window for event in events if event.when.window)
        for months in _MONTHS_IN:
            scale = cls._in(months, windows)
            if scale._legible():
                break
        return scale

    @classmethod
    def _in(cls, months: int, windows: Iterable[tuple[date, date]]) -> _Scale:
        spans = [(_month(a) // months, _month(b) // months) for a, b in windows]
        runs = _runs(spans, _SHORT_GAP if months == 1 else 1)
        total = sum(last - first + 1 for first, last in runs)
        cut = min(_CUT, 0.4 * (_RIGHT - _LEFT) / max(len(runs), 1))
        unit = (_RIGHT - _LEFT - cut * (len(runs) - 1)) / max(total, 1)
        eras, x = [], _LEFT
        for first, last in runs:
            eras.append(_Era(first, last, x))
            x += (last - first + 1) * unit + cut
        return cls(months, unit, cut, tuple(eras))

    def _legible(self) -> bool:
        """Whether units are wide enough, and there is room to say the year of each era."""
        return self.unit >= _NARROWEST_UNIT and all(
            following.x - era.x > _wide(self._name(era.first, True), _SMALL) + _APART
            for era, following in pairwise(self.eras)
        )

    def x(self, day: date, part: float = 0) -> float:
        """Where a day begins, or another part of it (0 to 1)."""
        month = _month(day)
        era = self.eras[bisect_right(self.eras, month // self.months, key=lambda e: e.first) - 1]
        months = month + (day.day - 1 + part) / monthrange(day.year, day.month)[1]
        return era.x + (months / self.months - era.first) * self.unit

    def end(self, era: _Era) -> float:
        return era.x + (era.last + 1 - era.first) * self.unit

    def bounds(self) -> Iterator[float]:
        """Where units begin and end, but for those that would stand too close."""
        step = self._step(12)
        for era in self.eras:
            for unit in range(era.first, era.last + 2):
                if unit in (era.first, era.last + 1) or unit % step == 0:
                    yield era.x + (unit - era.first) * self.unit

    def labels(self) -> Iterator[tuple[float, str]]:
        """Years (or months) and where they are written; the first of each era before others."""
        step = self._step(44)
        units = [(era, unit) for era in self.eras for unit in range(era.first, era.last + 1)]
        taken: list[tuple[float, float]] = []
        for era, unit in sorted(units, key=lambda pair: pair[1] != pair[0].first):
            text = self._name(unit, unit == era.first)
            width = _wide(text, _SMALL)
            x = min(era.x + (unit - era.first) * self.unit, _WIDTH - 4 - width)
            free = all(x + width + _APART <= a or b + _APART <= x for a, b in taken)
            if free and (unit == era.first or unit % step == 0):
                taken.append((x, x + width))
                yield x, text

    def _step(self, least: float) -> int:
        """So many units, a round number, are at least so wide."""
        return next(n for n in (1, 2, 5, 10, 20, 50) if n * self.unit >= least)

    def _name(self, unit: int, first: bool) -> str:
        year, month = divmod(unit * self.months, 12)
        if self.months > 1:
            return str(max(year, 1))
        return f"{MONTHS[month][:3]} {year}" if first or month == 0 else MONTHS[month][:3]


def _month(day: date) -> int:
    return day.year * 12 + day.month - 1


def _runs(spans: list[tuple[int, int]], gap: int) -> list[tuple[int, int]]:
    """Spans joined where the gap between them is short, in itself or beside them all."""
    runs = _joined(spans, 0)
    covered = sum(last - first + 1 for first, last in runs)
    return _joined(runs, max(gap, covered // 4))


def _joined(spans: list[tuple[int, int]], gap: int) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for first, last in spans:
        if runs and first - runs[-1][1] - 1 <= gap:
            runs[-1] = runs[-1][0], max(last, runs[-1][1])
        else:
            runs.append((first, last))
    return runs


@attrs.frozen
class _Mark:
    """The drawing of a date around the height 0, and how far it reaches."""

    left: float
    right: float
    parts: tuple[str, ...]

    @classmethod
    def of(cls, event: Event, scale: _Scale) -> _Mark:
        when = event.when
        first, last = when.window or (date.min, date.min)
        guessed = event.basis == "inferred" or _qualified(when)
        if first == last:
            mark = _point(scale.x(first, 0.5), guessed)
        else:
            mark = _bar(*_stretch(when, scale, first, last), guessed)
        if isinstance(when, EdtfInterval):
            mark = mark._pointing(when)
        return mark._crossed() if event.status == "cancelled" else mark

    def _pointing(self, when: EdtfInterval) -> _Mark:
        left, right, parts = self.left, self.right, self.parts
        if when.earliest is None:
            parts = (*parts, _arrow(left, -_ARROW, when.start == ".."))
            left -= _ARROW + 1
        if when.latest is None:
            parts = (*parts, _arrow(right, _ARROW, when.end == ".."))
            right += _ARROW + 1
        return _Mark(left, right, parts)

    def _crossed(self) -> _Mark:
        x = (self.left + self.right) / 2
        cross = f'<path class="cross" d="M{x - 7:.1f}-7l14 14m0-14l-14 14"/>'
        return _Mark(min(self.left, x - 8), max(self.right, x + 8), (*self.parts, cross))


def _point(x: float, guessed: bool) -> _Mark:
    look = "guess paper" if guessed else "known"
    circle = f'<circle class="{look}" cx="{x:.1f}" r="{_MARK}"/>'
    return _Mark(x - _MARK - 1, x + _MARK + 1, (circle,))


def _bar(a: float, c: float, d: float, b: float, guessed: bool) -> _Mark:
    """A bar from a to b that is certain from c to d, or nowhere if these are the same."""
    fills = [(a, c, 'fill="url(#cica-begins)"'), (c, d, 'class="sure"')]
    fills.append((d, b, 'fill="url(#cica-ends)"'))
    if c == d:
        fills = [(a, b, 'fill="url(#cica-within)"')]
    height = 2 * _MARK
    parts = [
        f'<rect {look} x="{left:.1f}" y="-{_MARK}" width="{right - left:.1f}" height="{height:g}"/>'
        for left, right, look in fills
        if left < right
    ]
    limits = f"M{a:.1f}-{_MARK}v{height:g}M{b:.1f}-{_MARK}v{height:g}M{a:.1f} 0H{b:.1f}"
    outline = f"M{a:.1f}-{_MARK}H{b:.1f}V{_MARK}H{a:.1f}z"
    look, path = ("guess", outline) if guessed else ("limit", limits)
    return _Mark(a - 1, b + 1, (*parts, f'<path class="{look}" d="{path}"/>'))


def _arrow(x: float, length: float, open_end: bool) -> str:
    look = "open" if open_end else "open guess"
    head = length / 3
    tip = f'<path class="open" d="M{x + length - head:.1f}-4l{head:.1f} 4l{-head:.1f} 4"/>'
    return f'<path class="{look}" d="M{x:.1f} 0h{length:g}"/>{tip}'


def _stretch(
    when: When, scale: _Scale, first: date, last: date
) -> tuple[float, float, float, float]:
    """The ends of a bar, and between them those of what is certain, if anything is."""
    a, b = scale.x(first), scale.x(last, 1)
    c, d = _certain(when, scale) or (a, a)
    missing = max(_NARROWEST - (b - a), 0)
    grown = (b - a + missing) / (b - a)
    left = a - missing / 2
    return left, left + (c - a) * grown, left + (d - a) * grown, left + (b - a) * grown


def _certain(when: When, scale: _Scale) -> tuple[float, float] | None:
    if isinstance(when, EdtfDate) or not (when.earliest and when.latest):
        return None
    start, end = when.start, when.end
    assert isinstance(start, EdtfDate)
    assert isinstance(end, EdtfDate)
    if not start.latest or not end.earliest or start.latest > end.earliest:
        return None
    return scale.x(start.latest), scale.x(end.earliest, 1)


def _qualified(when: When) -> bool:
    ends = (when,) if isinstance(when, EdtfDate) else (when.start, when.end)
    return any(end.uncertain or end.approximate for end in ends if isinstance(end, EdtfDate))


class _Sheet:
    """The picture as it grows downwards."""

    def __init__(self, scale: _Scale) -> None:
        self.y = 6
        self.behind: list[str] = []
        self.front: list[str] = []
        self._scale = scale
        self._cuts = [scale.end(era) for era in scale.eras[:-1]]

    def dated(self, events: list[Event]) -> None:
        """A row for each event, with the years above, and again wherever they are out of sight."""
        for place in range(0, len(events), _ROWS):
            self._years()
            self._list(events[place : place + _ROWS], self._row)
        self._grid()

    def undated(self, events: list[Event]) -> None:
        """Those that have no place on the scale."""
        if events or not self.front:
            self.y += 18
            heading = "The year is not known" if events else "No events"
            self._text(_EDGE, heading, "quiet")
            self._list(events, self._apart)

    def legend(self) -> None:
        """What the signs mean, those that there are."""
        seen = "".join(self.front + self.behind)
        self.y += 8
        for sign, (parts, text) in _LEGEND.items():
            if re.search(sign, seen):
                self.front.append(_moved(parts, self.y + 13))
                self._lines(text, _SMALL, "quiet", _KEY)
                self.y += 4
        self.y += 10

    def _years(self) -> None:
        self.y += 24 if self.front else 14
        for x, text in self._scale.labels():
            self._text(x, text, "quiet")
        y = self.y + 8
        lines = [f"M{era.x:.1f} {y}H{self._scale.end(era):.1f}" for era in self._scale.eras]
        lines += [f"M{x:.1f} {y - 3}v6" for x in self._scale.bounds()]
        slashes = [x + self._scale.cut * at for x in self._cuts for at in (0.3, 0.55)]
        lines += [f"M{x:.1f} {y + 4}l3-8" for x in slashes]
        self.front.append(f'<path class="axis" d="{"".join(lines)}"/>')
        self.y += 16

    def _grid(self) -> None:
        height = self.y - _TOP
        self.behind += [
            f'<rect class="cut" x="{x:.1f}" y="{_TOP}" width="{self._scale.cut:.1f}" '
            f'height="{height}"/>'
            for x in self._cuts
        ]
        lines = [f"M{x:.1f} {_TOP}v{height}" for x in self._scale.bounds()]
        if lines:
            self.behind.append(f'<path class="grid" d="{"".join(lines)}"/>')

    def _list(self, events: list[Event], draw: Callable[[Event], None]) -> None:
        self.front.append('<g role="list">')
        for event in events:
            self.front.append(f'<g role="listitem"><title>{_safe(_spoken(event))}</title>')
            draw(event)
            self.front.append("</g>")
        self.front.append("</g>")

    def _row(self, event: Event) -> None:
        """The title, the mark, and the date beside the mark, or above it for want of room."""
        mark, words = _Mark.of(event, self._scale), _words(event)
        room = _wide(words, _SMALL, bold=True) + 5 + _EDGE / 2
        self._title(event)
        if room > max(mark.left, _WIDTH - mark.right):
            self._lines(words, _SMALL, "date")
        self.y += 14
        self.front.append(_moved(mark.parts, self.y))
        if room <= _WIDTH - mark.right:
            self._text(mark.right + 5, words, "date", self.y + 4)
        elif room <= mark.left:
            self._text(mark.left - 5, words, "date before", self.y + 4)
        self.y += 14

    def _apart(self, event: Event) -> None:
        self._title(event)
        self._lines(_words(event), _SMALL, "date")
        self.y += 8

    def _title(self, event: Event) -> None:
        look = "title off" if event.status == "cancelled" else "title"
        self._lines(event.title, _TITLE, look)

    def _lines(self, text: str, size: int, look: str, x: int = _EDGE) -> None:
        for line in _wrapped(text, _WIDTH - _EDGE - x, size, bold=look == "date"):
            self.y += _LINE
            self._text(x, line, look)

    def _text(self, x: float, text: str, look: str, y: int | None = None) -> None:
        self.front.append(
            f'<text class="{look}" x="{x:.1f}" y="{y or self.y}">{_safe(text)}</text>'
        )


def _safe(text: str) -> str:
    return escape(_NOT_XML.sub("\ufffd", text), quote=False)


def _moved(parts: Iterable[str], y: int) -> str:
    return f'<g transform="translate(0 {y})">{"".join(parts)}</g>'


def _words(event: Event) -> str:
    status = "" if event.status == "confirmed" else f" ({event.status})"
    return f"{event.when_text}{status}"


def _spoken(event: Event) -> str:
    basis = "" if event.basis == "stated" else f", {event.basis}"
    return f"{_words(event)}{basis}: {event.title}"


def _wrapped(text: str, width: float, size: int, *, bold: bool) -> list[str]:
    """The text in lines that are no wider, cut short if there would be too many."""
    text = text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"
    lines = [""]
    for word in re.findall(r"\S+\s*|\s+", text):
        if lines[-1] and _wide(lines[-1] + word.rstrip(), size, bold=bold) > width:
            lines.append("")
        lines[-1] += word
        while (fits := _fitting(lines[-1].rstrip(), width, size, bold)) is not None:
            lines[-1:] = [lines[-1][:fits], lines[-1][fits:]]
    if len(lines) > _LINES:
        room = width - _wide("…", size, bold=bold)
        last = lines[_LINES - 1].rstrip()
        lines[_LINES - 1 :] = [f"{last[: _fitting(last, room, size, bold)].rstrip()}…"]
    return [line.rstrip() for line in lines]


def _fitting(text: str, width: float, size: int, bold: bool) -> int | None:
    """How many characters fit, at least one; ``None`` if all do."""
    total = 0.0
    for place, character in enumerate(text):
        total += _wide(character, size, bold=bold)
        if total > width and place:
            return place
    return None


def _wide(text: str, size: int, *, bold: bool = False) -> float:
    """How wide a text is at most, whichever of the usual fonts shows it."""
    return sum(map(_em, text)) * size * (1.12 if bold else 1)


def _em(character: str) -> float:
    if character in _NARROW:
        return 0.42
    if "A" <= character <= "Z":
        return 0.8 if character not in "MW" else 1
    if character < "\u0250":
        return 0.64 if character not in "mw%@+<=>#^~&Ææ¼½¾ŒœĲĳ" else 1
    if combining(character):
        return 0
    return 1.3 if east_asian_width(character) in "WF" else 1


def _fade(name: str, *stops: tuple[float, float]) -> str:
    drawn = "".join(
        f'<stop offset="{at:g}" stop-color="currentColor" stop-opacity="{strength:g}"/>'
        for at, strength in stops
    )
    return f'<linearGradient id="cica-{name}">{drawn}</linearGradient>'


_FADES = (
    _fade("begins", (0, 0.06), (1, 0.6))
    + _fade("within", (0, 0.06), (0.35, 0.5), (0.65, 0.5), (1, 0.06))
    + _fade("ends", (0, 0.6), (1, 0.06))
)

# What gives a sign away, a sample of it, and what it means.
_LEGEND = {
    'class="known"': (_point(44, False).parts, "a known day"),
    "#cica-within": (_bar(24, 24, 24, 64, False).parts, "some time within these days"),
    'class="sure"': (_bar(24, 24, 64, 64, False).parts, "lasted all of these days"),
    "#cica-(begins|ends)": (
        _bar(14, 34, 54, 74, False).parts,
        "pale: may have begun later, or ended earlier",
    ),
    'class="open': ((_arrow(36, _ARROW, True),), "end open or unknown"),
    'class="guess': (
        _point(44, True).parts,
        "in part inferred or uncertain; what was supplied is [in brackets]",
    ),
    'class="cross"': (_Mark(44, 44, ())._crossed().parts, "cancelled"),
    'class="cut"': (
        (f'<rect class="cut" x="33" y="-8" width="{_CUT:g}" height="16"/>',),
        "time without an event, left out",
    ),
}
