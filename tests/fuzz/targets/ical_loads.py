"""`ical.loads`: what is read is written, and read again as the same."""

from collections.abc import Iterator

from cica_events import FeedError, ical

from ..seeds import NOW, calendars, golden
from . import check_again

WORDS = (
    *("BEGIN:VEVENT\r\n", "END:VEVENT\r\n", "END:VCALENDAR\r\n", "\r\n ", "\\n", "\\,", "\\;"),
    *("X-CICA-MARKER:start\r\n", "X-CICA-MARKER:end\r\n", "+end@c", "DTSTART;VALUE=DATE:", "URL:"),
    *("DTEND;VALUE=DATE:", "SUMMARY:", "DESCRIPTION:", "X-CICA-EDTF:", "X-CICA-BASIS:resolved"),
    *("STATUS:CANCELLED", "Cancelled: ", "LAST-MODIFIED:20221001T000000Z", ';ALTREP="a:b"'),
)


def seeds() -> Iterator[bytes]:
    for calendar in calendars():
        for shape in ("span", "marker"):
            data = ical.dumps(calendar, now=NOW, imprecise=shape)
            yield data
    yield data.replace(b"\r\n", b"\n")  # which only the other reader takes
    yield data.replace(b"\r\nCALSCALE:GREGORIAN", b"")
    yield from golden(".ics")


def check(data: bytes) -> None:
    check_again(ical, FeedError, data, now=NOW)
