"""Our reader of our own lines, and the `icalendar` package: no file is read as two calendars."""

from cica_events import FeedError, ical

from .ical_loads import WORDS, seeds

__all__ = ["WORDS", "check", "seeds"]


def check(data: bytes) -> None:
    opening = ical._OPENING.encode()
    if not data.startswith(opening):
        data = opening + data
    try:
        calendar = ical.loads(data)
        other = ical.loads(ical._rewritten(data.decode()))
    except FeedError:
        return
    assert other == calendar
