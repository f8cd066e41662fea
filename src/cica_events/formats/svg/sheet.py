"""The picture as it grows downwards: rows or lanes below the years, and what the signs mean."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from heapq import heapreplace
from typing import Any

import attrs

from ...model import Event
from .lettering import cut_to, safe, text_width, wrapped
from .marks import LEGEND, Mark
from .scale import SMALL, Scale

__all__ = ["STYLE", "TOLD_STYLE", "Sheet"]

_EDGE = 14  # free on both sides of every text
_TITLE = 13  # the size of type of titles, as in STYLE
_LINE = 17  # from one line of text to the next
_TOP = 28  # where the rows begin
_KEY = 80  # where the words of the legend begin
_LANES = 25  # at most, so that a picture of many events is no higher than a screen
_LANE = 16  # from one lane to the next
_GAP = 5  # between a mark and the words beside it
_LEAST = 46  # units of a title that are worth showing
_HINT = "Point at a mark, or move to it by key, for its title."

STYLE = """\
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

TOLD_STYLE = """\
.cica-timeline .told{display:none}
.cica-timeline [tabindex]:is(:hover,:focus) .told{display:inline}
.cica-timeline [tabindex]:focus{outline:none}
.cica-timeline [tabindex]:focus>g{outline:2px solid;outline-offset:1px}
"""
"""What lets a mark tell its words when one points at it or moves to it."""


@attrs.define
class _Placed:
    """An event in its lane, and the words beside its mark."""

    number: int
    event: Event
    mark: Mark
    y: float = 0
    words: str = ""
    x: float = 0

    @property
    def whole(self) -> bool:
        """Whether the words beside its mark leave nothing of its title out."""
        return self.words == f"{self.number} {self.event.title}"


class Sheet:
    """The picture as it grows downwards.

    Args:
        scale: where days stand.

    Example:
        >>> sheet = Sheet(Scale.of([], 360, even=True))
        >>> sheet.undated([])
        >>> sheet.front
        ['<text class="quiet" x="14.0" y="24">No events</text>', '<g role="list">', '</g>']
    """

    def __init__(self, scale: Scale) -> None:
        self.y = 6
        self.behind: list[str] = []
        self.front: list[str] = []
        self.told = False
        self._scale = scale

    def rows(self, events: list[Event]) -> None:
        """A row for each event, with title and date."""
        if events:
            self._years()
            self._list(events, self._row)
        self._grid()

    def lanes(self, events: list[Event]) -> None:
        """Many events, several in a lane: each with its number, and its title where that fits."""
        self._years()
        lanes = self._shared_out(events)
        for place, lane in enumerate(lanes):
            self._label(lane)
            for placed in lane:
                placed.y = self.y + (place + 0.5) * _LANE
        every = [placed for lane in lanes for placed in lane]
        self.y += _LANE * len(lanes) + 4
        self._grid()
        self.told = not all(placed.whole for placed in every)
        if self.told:
            self._lines(_HINT, SMALL, "quiet")
            self.y += _LINE  # where marks tell their titles, one at a time
        self._list(sorted(every, key=lambda placed: placed.number), self._in_lane)

    def undated(self, events: list[Event]) -> None:
        """Those that have no place on the scale."""
        if events or not self.front:
            self.y += 18
            heading = "No events"
            if events:
                heading = "The year is not known"
            self._text(_EDGE, heading, "quiet")
            self._list(events, self._apart)

    def counted(self, events: list[Event]) -> None:
        """How many have no place on the scale, where they are too many to be listed."""
        if events:
            self._lines(f"Without a known year: {len(events)}", SMALL, "quiet")

    def legend(self) -> None:
        """What the signs mean, those that there are."""
        seen = "".join(self.front + self.behind)
        self.y += 8
        for sign, (parts, text) in LEGEND.items():
            if re.search(sign, seen):
                self.front.append(_moved(parts, self.y + 13))
                self._lines(text, SMALL, "quiet", _KEY)
                self.y += 4
        self.y += 10

    def _years(self) -> None:
        """Draws the axis: its names, its line, and a mark where time is cut."""
        self.y += 14
        for x, text in self._scale.labels():
            self._text(x, text, "quiet")
        y = self.y + 8
        lines = [f"M{era.x:.1f} {y}H{era.end:.1f}" for era in self._scale.eras]
        lines += [f"M{x:.1f} {y - 3}v6" for x in self._scale.bounds()]
        slashes = [x + self._scale.cut * at for x in self._scale.cuts() for at in (0.3, 0.55)]
        lines += [f"M{x:.1f} {y + 4}l3-8" for x in slashes]
        self.front.append(f'<path class="axis" d="{"".join(lines)}"/>')
        self.y += 16

    def _grid(self) -> None:
        """Draws what lies behind the events: the bounds of the years, and the cuts."""
        height = self.y - _TOP
        self.behind += [
            f'<rect class="cut" x="{x:.1f}" y="{_TOP}" width="{self._scale.cut:.1f}" '
            f'height="{height}"/>'
            for x in self._scale.cuts()
        ]
        lines = [f"M{x:.1f} {_TOP}v{height}" for x in self._scale.bounds()]
        if lines:
            self.behind.append(f'<path class="grid" d="{"".join(lines)}"/>')

    def _shared_out(self, events: list[Event]) -> list[list[_Placed]]:
        """The lanes, each from left to right; the lane that is free the longest takes the next."""
        marks = [_Placed(n, e, Mark.of(e, self._scale)) for n, e in enumerate(events, start=1)]
        lanes: list[list[_Placed]] = [[] for _ in range(min(_LANES, len(events)))]
        free = [(0.0, place) for place in range(len(lanes))]
        for placed in sorted(marks, key=lambda placed: placed.mark.left):
            edge, place = free[0]
            lanes[place].append(placed)
            # Where all lanes are full, marks cover each other, but no lane takes more than others.
            width = placed.mark.right - placed.mark.left
            heapreplace(free, (max(edge, placed.mark.left) + width, place))
        return lanes

    def _label(self, lane: list[_Placed]) -> None:
        """Puts as many words beside each mark of a lane as there is room for."""
        limits = [placed.mark.left for placed in lane[1:]]
        taken = 2.0
        for placed, limit in zip(lane, [*limits, float(self._scale.width)], strict=True):
            start = max(placed.mark.right, taken)
            after = limit - start - 2 * _GAP
            before = placed.mark.left - taken - 2 * _GAP
            placed.words = _fitting_words(placed, max(after, before))
            width = text_width(placed.words, SMALL)
            taken = start
            if width <= after:
                placed.x = start + _GAP
                taken = start + width + _GAP
            else:
                placed.x = placed.mark.left - _GAP - width

    def _in_lane(self, placed: _Placed) -> None:
        """Draws an event at its place in a lane."""
        self.front.append(_moved(placed.mark.parts, placed.y))
        if not placed.whole:
            words = f"{placed.number} {_words(placed.event)}: {placed.event.title}"
            self._text(_EDGE, cut_to(words, self._scale.width - 2 * _EDGE, SMALL), "told")
        if placed.words:
            look = "label"
            if placed.event.status == "cancelled":
                look = "off"
            self._text(placed.x, placed.words, look, placed.y + 4)

    def _list(self, items: list[Any], draw: Callable[[Any], None]) -> None:
        """Draws events as a list, so that a screen reader counts and tells them."""
        self.front.append('<g role="list">')
        for item in items:
            event, focus = item, ""
            if isinstance(item, _Placed):
                event = item.event
                if not item.whole:
                    focus = ' tabindex="0"'
            self.front.append(f'<g role="listitem"{focus}><title>{safe(_spoken(event))}</title>')
            draw(item)
            self.front.append("</g>")
        self.front.append("</g>")

    def _row(self, event: Event) -> None:
        """The title, the mark, and the date beside the mark, or above it for want of room."""
        mark, words = Mark.of(event, self._scale), _words(event)
        room = text_width(words, SMALL, bold=True) + _GAP + _EDGE / 2
        self._title(event)
        if room > max(mark.left, self._scale.width - mark.right):
            self._lines(words, SMALL, "date")
        self.y += 14
        self.front.append(_moved(mark.parts, self.y))
        if room <= self._scale.width - mark.right:
            self._text(mark.right + _GAP, words, "date", self.y + 4)
        elif room <= mark.left:
            self._text(mark.left - _GAP, words, "date before", self.y + 4)
        self.y += 14

    def _apart(self, event: Event) -> None:
        """Draws an event that no day is known of."""
        self._title(event)
        self._lines(_words(event), SMALL, "date")
        self.y += 8

    def _title(self, event: Event) -> None:
        look = "title"
        if event.status == "cancelled":
            look = "title off"
        self._lines(event.title, _TITLE, look)

    def _lines(self, text: str, size: int, look: str, x: int = _EDGE) -> None:
        """Draws a text in as many lines as it needs, and goes on below them."""
        for line in wrapped(text, self._scale.width - _EDGE - x, size, bold=look == "date"):
            self.y += _LINE
            self._text(x, line, look)

    def _text(self, x: float, text: str, look: str, y: float | None = None) -> None:
        """Draws one line of text."""
        height = self.y if y is None else y
        self.front.append(f'<text class="{look}" x="{x:.1f}" y="{height:g}">{safe(text)}</text>')


def _fitting_words(placed: _Placed, room: float) -> str:
    """The number of an event and its title, or as much of the two as there is room for."""
    number = str(placed.number)
    if room < text_width(number, SMALL):
        return ""
    left = room - text_width(f"{number} ", SMALL)
    title = cut_to(placed.event.title, left, SMALL)
    if title == placed.event.title or left >= _LEAST:
        return f"{number} {title}"
    return number


def _moved(parts: Iterable[str], y: float) -> str:
    return f'<g transform="translate(0 {y:g})">{"".join(parts)}</g>'


def _words(event: Event) -> str:
    """The date in words, and the status unless it is the usual one."""
    if event.status == "confirmed":
        return event.when_text
    return f"{event.when_text} ({event.status})"


def _spoken(event: Event) -> str:
    """What a screen reader says of an event."""
    words = _words(event)
    if event.basis != "stated":
        words += f", {event.basis}"
    return f"{words}: {event.title}"
