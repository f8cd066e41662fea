"""Our lines as they stand, and as the `icalendar` package writes them again: one calendar."""

from contextlib import suppress

from icalendar import Calendar as Tree

from cica_events import FeedError, ical
from cica_events.formats.ical.writer import PRODID

from .ical_loads import WORDS, seeds

__all__ = ["WORDS", "check", "seeds"]

OPENING = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODID}\r\n".encode()


def check(data: bytes) -> None:
    if not data.startswith(OPENING):
        data = OPENING + data
    try:
        calendar = ical.loads(data)
        other = ical.loads(rewritten(data))
    except FeedError:
        return
    assert other == calendar


def rewritten(data: bytes) -> bytes:
    with suppress(Exception):  # whatever the package thinks of it
        return Tree.from_ical(data).to_ical(sorted=False)
    return b""
