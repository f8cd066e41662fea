"""SVG: a timeline that shows at a glance what is known, and how well.

Time runs from left to right, and long eras of nothing are cut out. A known day is a point; the days
that a date may lie on are pale, the days that an event certainly lasted are solid, and what was
inferred has a broken outline. A few events have a row each, with title and date. Many share lanes,
on a scale that gives busy times more room, so that the picture is no higher than a screen; a mark
that has no room for its title tells it when one points at it, or moves to it by key. It is 360
units wide unless told otherwise, so that a phone shows it as it is. The geometry is our own:
the timeline packages that there are draw a date as a point, or as a bar of one strength.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import IO

from ...errors import InvalidError, quoted
from ...model import Calendar, Event, Release, as_calendar, events_of
from .lettering import safe
from .marks import FADES
from .scale import Scale
from .sheet import STYLE, TOLD_STYLE, Sheet

__all__ = ["NARROWEST", "ROWS", "chunks", "dump", "dumps"]

NARROWEST = 360
"""The least width of a picture, in units; on a phone, one unit is one CSS pixel."""

ROWS = 12
"""How many events have a row each; where there are more, their marks bear numbers."""


def dumps(calendar: Calendar | Release, *, width: int = NARROWEST) -> bytes:
    """Draws a calendar as an SVG picture.

    The picture stands alone, or in a page: it begins with its ``<svg>`` element, and its styles
    reach nothing else.

    Args:
        calendar: what to draw. Events are ordered by their earliest day; where there are more
            than `ROWS`, the number beside a mark is its event's place in that order.
        width: of the picture, in units, at least 360; a slide has room for 1280.

    Raises:
        InvalidError: it is no calendar, its stream yields what is no event, or it is too narrow.

    Example:
        >>> from cica_events import load_release
        >>> from cica_events.formats import svg
        >>> svg.dumps(load_release()).count(b'role="listitem"')
        5
    """
    return b"".join(chunks(calendar, width=width))


def dump(calendar: Calendar | Release, file: IO[bytes], *, width: int = NARROWEST) -> None:
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
    file.write(dumps(calendar, width=width))


def chunks(calendar: Calendar | Release, *, width: int = NARROWEST) -> Iterator[bytes]:
    """Draws a calendar and gives the picture piece by piece; otherwise as `dumps`.

    Raises:
        InvalidError: as in `dumps`: at once, before the first piece, but for a stream.

    Example:
        >>> from cica_events import load_release
        >>> from cica_events.formats import svg
        >>> next(svg.chunks(load_release()))[:4]
        b'<svg'
    """
    if type(width) is not int or width < NARROWEST:
        message = f"{quoted(width)} is not a whole number of at least {NARROWEST}"
        raise InvalidError([("width", message)])
    parts = _picture(as_calendar(calendar), width)
    return (f"{part}\n".encode() for part in parts)


def _picture(calendar: Calendar, width: int) -> Iterator[str]:
    """The parts of the picture, in the order of the file."""
    events = _ordered(calendar)
    sheet = _drawn(events, width)
    size = f'width="{width}" height="{sheet.y}"'
    yield (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="cica-timeline" {size} '
        f'viewBox="0 0 {width} {sheet.y}" role="group" '
        'aria-labelledby="cica-title" aria-describedby="cica-desc">'
    )
    yield f'<title id="cica-title">Timeline: {safe(calendar.name)}</title>'
    yield f'<desc id="cica-desc">{_summary(events)}</desc>'
    yield f"<style>{STYLE}{TOLD_STYLE if sheet.told else ''}</style>"
    yield f"<defs>{FADES}</defs>"
    yield f'<rect class="paper" {size}/>'
    yield from sheet.behind
    yield from sheet.front
    yield "</svg>"


def _drawn(events: list[Event], width: int) -> Sheet:
    """The sheet with all that is on it: rows for a few events, lanes for many."""
    dated = [event for event in events if event.when.window]
    undated = [event for event in events if not event.when.window]
    few = len(events) <= ROWS
    sheet = Sheet(Scale.of(dated, width, even=few))
    if few:
        sheet.rows(dated)
        sheet.undated(undated)
    else:
        sheet.lanes(dated)
        sheet.counted(undated)
    sheet.legend()
    return sheet


def _ordered(calendar: Calendar) -> list[Event]:
    return sorted(
        events_of(calendar),
        key=lambda event: (event.when.sort_key[:2], str(event.time or ""), event.id),
    )


def _summary(events: list[Event]) -> str:
    """What is said to those who do not see the picture."""
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
