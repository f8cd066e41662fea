"""What a date looks like: a point, a bar that fades where it is not certain, an arrow, a cross."""

from __future__ import annotations

from datetime import date

import attrs

from ...edtf import EdtfDate, EdtfInterval, When
from ...model import Event
from .scale import Scale

__all__ = ["FADES", "LEGEND", "Mark"]

_HALF = 5.5  # half the height of a bar, and the radius of a point
_ARROW = 16.0
_NARROWEST = 16.0  # of bars, so that they can be seen to fade
# The width of a cut in the legend.
_CUT_SAMPLE = 22


@attrs.frozen
class Mark:
    """The drawing of a date around the height 0, and how far it reaches.

    Args:
        left: where it begins.
        right: where it ends.
        parts: its elements.

    Example:
        >>> from cica_events import load_release
        >>> events = load_release().events
        >>> mark = Mark.of(events[1], Scale.of(events, 360, even=True))
        >>> mark.parts[0].startswith('<circle class="known"')
        True
    """

    left: float
    right: float
    parts: tuple[str, ...]

    @classmethod
    def of(cls, event: Event, scale: Scale) -> Mark:
        """The mark of an event that has a window of days."""
        when = event.when
        first, last = when.window or (date.min, date.min)
        guessed = event.basis == "inferred" or when.qualified
        if first == last:
            mark = _point(scale.x(first, 0.5), guessed)
        else:
            mark = _bar(*_stretch(when, scale, first, last), guessed)
        if isinstance(when, EdtfInterval):
            mark = mark._pointing(when)
        if event.status == "cancelled":
            return mark.crossed()
        return mark

    def _pointing(self, when: EdtfInterval) -> Mark:
        """The mark with an arrow for each end that no day is known of."""
        left, right, parts = self.left, self.right, self.parts
        if when.earliest is None:
            parts = (*parts, _arrow(left, -_ARROW, when.start == ".."))
            left -= _ARROW + 1
        if when.latest is None:
            parts = (*parts, _arrow(right, _ARROW, when.end == ".."))
            right += _ARROW + 1
        return Mark(left, right, parts)

    def crossed(self) -> Mark:
        """The same, crossed out."""
        x = (self.left + self.right) / 2
        cross = f'<path class="cross" d="M{x - 7:.1f}-7l14 14m0-14l-14 14"/>'
        return Mark(min(self.left, x - 8), max(self.right, x + 8), (*self.parts, cross))


def _point(x: float, guessed: bool) -> Mark:
    """A day that is known, or the best guess at one."""
    look = "known"
    if guessed:
        look = "guess paper"
    circle = f'<circle class="{look}" cx="{x:.1f}" r="{_HALF}"/>'
    return Mark(x - _HALF - 1, x + _HALF + 1, (circle,))


def _bar(a: float, c: float, d: float, b: float, guessed: bool) -> Mark:
    """A bar from a to b that is certain from c to d, or nowhere if these are the same."""
    fills = [(a, c, 'fill="url(#cica-begins)"'), (c, d, 'class="sure"')]
    fills.append((d, b, 'fill="url(#cica-ends)"'))
    if c == d:
        fills = [(a, b, 'fill="url(#cica-within)"')]
    height = 2 * _HALF
    parts = [
        f'<rect {look} x="{left:.1f}" y="-{_HALF}" width="{right - left:.1f}" height="{height:g}"/>'
        for left, right, look in fills
        if left < right
    ]
    limits = f"M{a:.1f}-{_HALF}v{height:g}M{b:.1f}-{_HALF}v{height:g}M{a:.1f} 0H{b:.1f}"
    outline = f"M{a:.1f}-{_HALF}H{b:.1f}V{_HALF}H{a:.1f}z"
    look, path = ("guess", outline) if guessed else ("limit", limits)
    return Mark(a - 1, b + 1, (*parts, f'<path class="{look}" d="{path}"/>'))


def _arrow(x: float, length: float, open_end: bool) -> str:
    """An end that is open, or not known."""
    look = "open guess"
    if open_end:
        look = "open"
    head = length / 3
    tip = f'<path class="open" d="M{x + length - head:.1f}-4l{head:.1f} 4l{-head:.1f} 4"/>'
    return f'<path class="{look}" d="M{x:.1f} 0h{length:g}"/>{tip}'


def _stretch(
    when: When, scale: Scale, first: date, last: date
) -> tuple[float, float, float, float]:
    """The ends of a bar, and between them those of what is certain, if anything is."""
    a, b = scale.x(first), scale.x(last, 1)
    c, d = _certain(when, scale) or (a, a)
    missing = max(_NARROWEST - (b - a), 0)
    grown = (b - a + missing) / (b - a)
    left = a - missing / 2
    return left, left + (c - a) * grown, left + (d - a) * grown, left + (b - a) * grown


def _certain(when: When, scale: Scale) -> tuple[float, float] | None:
    """Where an interval certainly lasted: from the latest start to the earliest end."""
    if isinstance(when, EdtfDate) or not (when.earliest and when.latest):
        return None
    start, end = when.start, when.end
    assert isinstance(start, EdtfDate)
    assert isinstance(end, EdtfDate)
    if not start.latest or not end.earliest or start.latest > end.earliest:
        return None
    return scale.x(start.latest), scale.x(end.earliest, 1)


def _fade(name: str, *stops: tuple[float, float]) -> str:
    """A gradient for an end that is not known to the day."""
    drawn = "".join(
        f'<stop offset="{at:g}" stop-color="currentColor" stop-opacity="{strength:g}"/>'
        for at, strength in stops
    )
    return f'<linearGradient id="cica-{name}">{drawn}</linearGradient>'


FADES = (
    _fade("begins", (0, 0.06), (1, 0.6))
    + _fade("within", (0, 0.06), (0.35, 0.5), (0.65, 0.5), (1, 0.06))
    + _fade("ends", (0, 0.6), (1, 0.06))
)

# What gives a sign away, a sample of it, and what it means.
LEGEND = {
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
    'class="cross"': (Mark(44, 44, ()).crossed().parts, "cancelled"),
    'class="cut"': (
        (f'<rect class="cut" x="33" y="-8" width="{_CUT_SAMPLE}" height="16"/>',),
        "time without an event, left out",
    ),
}
