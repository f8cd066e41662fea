"""The writer: one mapping from an event to its content lines, streamed.

What is data stands in properties of its own (``X-CICA-EDTF``, ``X-CICA-TITLE``, ...), from which it
is read again; what calendar programs show (``DTSTART``, ``SUMMARY``, ``DESCRIPTION``) is derived.
"""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from typing import IO, TYPE_CHECKING, Literal, get_args

from ...edtf import EdtfInterval
from ...errors import EarlyYearWarning, InvalidError, OmittedEventWarning, quoted, warn
from ...model import Calendar, Event, Release, Status, as_calendar, events_of
from ...timestamps import duration_text
from ...timestamps import now as moment_of_writing
from .lines import basic_date, basic_moment, escaped, folded, text_line
from .wording import description, known, summary

if TYPE_CHECKING:
    import icalendar

__all__ = [
    "CLOSING",
    "FORMAT",
    "NOTHING",
    "PRODID",
    "Imprecise",
    "check_imprecise",
    "content",
    "dump",
    "dumps",
    "head",
    "markers",
    "shown_days",
    "stamps",
    "to_icalendar",
]

Imprecise = Literal["span", "marker", "omit"]

FORMAT = 2
"""The version of the format (``X-CICA-FORMAT``). Feeds of version 1 do not say theirs."""

# It stays: feeds that are out there are recognised by it.
PRODID = "-//cica-events//cica-events 1//EN"
NOTHING = "none"
"""The value of a list that is given and empty: no property is without a value."""

CLOSING = b"END:VCALENDAR\r\n"
_DAY = timedelta(days=1)
# Free, whatever the status: nobody is busy for the five years of a chairmanship.
_FLAGS = {
    status: f"STATUS:{status.upper()}\r\nTRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"
    for status in get_args(Status)
}


def dumps(
    calendar: Calendar | Release, *, now: datetime | None = None, imprecise: Imprecise = "span"
) -> bytes:
    r"""Writes a calendar as an iCalendar file.

    Args:
        calendar: what to write.
        now: the ``DTSTAMP`` of events that have no ``modified``; else ``SOURCE_DATE_EPOCH``, else
            the clock.
        imprecise: how to show a date that is not known to the day: as the whole ``"span"`` of days
            it may be, as a ``"marker"`` on the first day (and the last, of an interval), or not at
            all (``"omit"``).

    Raises:
        InvalidError: an argument is wrong, or the calendar's stream yields what is no event.

    Warns:
        OmittedEventWarning: an event was left out, by request or for want of any known year.
        EarlyYearWarning: an event lies before the year 1000.

    Example:
        >>> from cica_events import ical, load_release
        >>> data = ical.dumps(load_release())
        >>> b"SUMMARY:First meeting of foreign ministry representatives" in data
        True
    """
    file = io.BytesIO()
    dump(calendar, file, now=now, imprecise=imprecise)
    return file.getvalue()


def dump(
    calendar: Calendar | Release,
    file: IO[bytes],
    *,
    now: datetime | None = None,
    imprecise: Imprecise = "span",
) -> None:
    """Writes a calendar to a binary file, event by event; otherwise as `dumps`.

    Raises:
        InvalidError: an argument is wrong (nothing is written then), or the calendar's stream
            yields what is no event.

    Example:
        >>> import io
        >>> from cica_events import ical, load_release
        >>> file = io.BytesIO()
        >>> ical.dump(load_release(), file)
        >>> file.getvalue().startswith(b"BEGIN:VCALENDAR")
        True
    """
    for chunk in chunks(calendar, now=now, imprecise=imprecise):
        file.write(chunk)


def chunks(
    calendar: Calendar | Release,
    *,
    now: datetime | None = None,
    imprecise: Imprecise = "span",
) -> Iterator[bytes]:
    """Writes a calendar piece by piece, as a web server sends it; otherwise as `dumps`.

    Raises:
        InvalidError: an argument is wrong (at once, before the first piece), or the calendar's
            stream yields what is no event.

    Example:
        >>> from cica_events import ical, load_release
        >>> len(list(ical.chunks(load_release())))  # the head, five events, the end
        7
    """
    written = as_calendar(calendar)
    check_imprecise(imprecise)
    return _stream(written, moment_of_writing(now), imprecise)


def to_icalendar(
    calendar: Calendar | Release, *, now: datetime | None = None, imprecise: Imprecise = "span"
) -> icalendar.Calendar:
    """The calendar as an object of the ``icalendar`` package, to build on.

    Args:
        calendar: as in `dumps`.
        now: as in `dumps`.
        imprecise: as in `dumps`.

    Raises:
        InvalidError: as in `dumps`.

    Example:
        >>> from cica_events import ical, load_release
        >>> tree = ical.to_icalendar(load_release())
        >>> str(tree.walk("VEVENT")[0]["UID"])
        'first-meeting-1993@cica'
    """
    # Here, and not above, since whoever only writes a feed need not wait for it to be imported.
    from icalendar import Calendar as Tree

    tree = Tree.from_ical(dumps(calendar, now=now, imprecise=imprecise))
    assert isinstance(tree, Tree)
    return tree


def _stream(calendar: Calendar, stamp: datetime, imprecise: Imprecise) -> Iterator[bytes]:
    yield head(calendar)
    for event in events_of(calendar):
        for marker in markers(event, imprecise):
            revision = stamps(event, calendar.id, marker, event.modified or stamp)
            yield revision + content(event, marker)
    yield CLOSING


def check_imprecise(imprecise: str) -> None:
    """Refuses what is no way to show an imprecise date.

    Raises:
        InvalidError: it is not ``"span"``, ``"marker"`` or ``"omit"``.

    Example:
        >>> check_imprecise("span")
    """
    if imprecise not in get_args(Imprecise):
        raise InvalidError([("imprecise", f"{quoted(imprecise)} is not span, marker or omit")])


def head(calendar: Calendar, expired: Iterable[str] = ()) -> bytes:
    r"""The lines of the calendar itself.

    Args:
        calendar: what they are of.
        expired: the values of ``X-CICA-EXPIRED``: what is kept of events that are gone.

    Example:
        >>> head(Calendar(id="cica", name="CICA")).startswith(b"BEGIN:VCALENDAR\r\n")
        True
    """
    # No METHOD, so that DTSTAMP means "last revised" (RFC 5545 3.8.7.2), and no UID of the calendar
    # itself: with one vdirsyncer keeps a single event of the feed.
    name, refresh = escaped(calendar.name).decode(), duration_text(calendar.refresh)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{PRODID}",
        "CALSCALE:GREGORIAN",
        f"X-CICA-FORMAT:{FORMAT}",
        f"X-CICA-ID:{calendar.id}",
        f"NAME:{name}",
        # As clients knew the name and the refresh interval before RFC 7986 had properties for them.
        f"X-WR-CALNAME:{name}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{refresh}",
        f"X-PUBLISHED-TTL:{refresh}",
    ]
    if calendar.description:
        about = escaped(calendar.description).decode()
        lines += [f"DESCRIPTION:{about}", f"X-WR-CALDESC:{about}"]
    if calendar.url:
        lines.append(f"URL:{calendar.url}")
    if calendar.source:
        lines.append(f"SOURCE;VALUE=URI:{calendar.source}")
    if calendar.color:
        lines.append(f"COLOR:{calendar.color}")
    lines += [f"X-CICA-EXPIRED:{value}" for value in expired]
    return b"".join([folded(line.encode()) for line in lines])


def markers(event: Event, imprecise: Imprecise) -> tuple[str, ...]:
    """The components that show an event; none, and a warning, where it is left out.

    Returns:
        ``("",)`` where one component shows its whole window; ``"start"``, or ``"start"`` and
        ``"end"``, where one day shows each end.

    Warns:
        OmittedEventWarning: the event was left out.
        EarlyYearWarning: it lies before the year 1000.

    Example:
        >>> from cica_events import load_release
        >>> markers(load_release().events[2], "marker")
        ('start', 'end')
    """
    window = event.when.window
    if window is None or (imprecise == "omit" and not event.when.exact):
        why = "no year of it is known" if window is None else "its date is not known to the day"
        return _omitted(event, why)
    if window[1] == date.max:
        return _omitted(event, "it may last until 9999-12-31, and DTEND is the day after")
    # It is written all the same: the date is right, and whoever exports it may know the programs.
    if window[0].year < 1000:
        message = f"{event.id}: several calendar programs misread the year {window[0].year}"
        warn(message, EarlyYearWarning)
    if imprecise == "span" or event.when.exact:
        return ("",)
    if isinstance(event.when, EdtfInterval) and event.when.earliest and event.when.latest:
        return "start", "end"
    return ("start",)


def _omitted(event: Event, why: str) -> tuple[()]:
    warn(f"{event.id} ({event.when_text}) is left out: {why}", OmittedEventWarning)
    return ()


def stamps(event: Event, calendar_id: str, marker: str, stamp: datetime) -> bytes:
    """The lines that tell one revision from another, apart from what the event says.

    Args:
        event: an event of the calendar.
        calendar_id: the id of the calendar.
        marker: one of the event's `markers`.
        stamp: when these lines were last written otherwise (``DTSTAMP``).

    Example:
        >>> from datetime import UTC
        >>> from cica_events import load_release
        >>> event = load_release().events[2]
        >>> stamps(event, "cica", "end", datetime(2022, 5, 10, tzinfo=UTC)).split()[1]
        b'UID:turkish-chairmanship-2010-2014+end@cica'
    """
    suffix = "+end" if marker == "end" else ""  # no event id holds a plus
    uid = folded(f"UID:{event.id}{suffix}@{calendar_id}".encode())
    modified = event.modified
    last = f"LAST-MODIFIED:{basic_moment(modified)}\r\n" if modified else ""
    below = f"DTSTAMP:{basic_moment(stamp)}\r\n{last}SEQUENCE:{event.sequence}\r\n"
    return b"BEGIN:VEVENT\r\n" + uid + below.encode()


def content(event: Event, marker: str, *, withdrawn: bool = False) -> bytes:
    r"""The lines that say what the event is, below its `stamps`.

    Args:
        event: what to show.
        marker: one of the event's `markers`.
        withdrawn: whether the publisher of the feed withdraws it.

    Example:
        >>> from cica_events import load_release
        >>> b"\r\nX-CICA-EDTF:1993-04\r\n" in content(load_release().events[0], "")
        True
    """
    edtf, words = str(event.when), known(event)
    title = summary(event, marker, words, withdrawn=withdrawn)
    lines = [
        (_days(event, marker) if event.zone is None else _moments(event)).encode(),
        text_line("SUMMARY", title),
        text_line("DESCRIPTION", description(event, words, edtf)),
        text_line("LOCATION", event.place) if event.place else b"",
        folded(f"URL:{event.url}".encode()) if event.url else b"",
        # One line with one category: of two such lines two libraries refuse the whole feed.
        folded(f"CATEGORIES:{event.kind}".encode()),
        _data(event, edtf).encode(),
        folded(f"X-CICA-MARKER:{marker}".encode()) if marker else b"",
        b"X-CICA-WITHDRAWN:TRUE\r\n" if withdrawn else b"",
        # Only where SUMMARY says more: it holds the title, and most events are exact.
        text_line("X-CICA-TITLE", event.title) if title != event.title else b"",
        text_line("X-CICA-DESCRIPTION", event.description) if event.description else b"",
        _supplied(event),
        *[text_line("X-CICA-EVIDENCE", quote) for quote in event.evidence],
        *[text_line("X-CICA-PARTICIPANT", name) for name in event.participants],
        text_line("X-CICA-NOTE", event.note) if event.note else b"",
        text_line("X-CICA-SOURCE-TITLE", event.source_title) if event.source_title else b"",
        b"END:VEVENT\r\n",
    ]
    return b"".join(lines)


def _days(event: Event, marker: str) -> str:
    # Always with DTEND, the day after the last (RFC 5545 3.6.1): without one some programs give the
    # event no length, and calcurse drops an event that ends on the day on which it starts.
    start, end = shown_days(event, marker)
    return f"DTSTART;VALUE=DATE:{basic_date(start)}\r\nDTEND;VALUE=DATE:{basic_date(end)}\r\n"


def _moments(event: Event) -> str:
    """The moments in UTC, so that nobody needs a ``VTIMEZONE``; an end only where one is said."""
    bounds = (("DTSTART", event.starts), ("DTEND", event.ends))
    return "".join(f"{name}:{basic_moment(at)}\r\n" for name, at in bounds if at is not None)


def _data(event: Event, edtf: str) -> str:
    """The lines that are never long, all but two in every event; only others are folded."""
    date, basis = f"X-CICA-EDTF:{edtf}\r\n", f"X-CICA-BASIS:{event.basis}\r\n"
    if event.time is not None:
        date += f"X-CICA-TIME:{event.time}\r\n"
    if event.zone is not None:
        date += f"X-CICA-ZONE:{event.zone}\r\n"
    return _FLAGS[event.status] + date + basis


def _supplied(event: Event) -> bytes:
    """What was supplied, where the record gives it: a line each, or one for nothing at all."""
    given = event.supplied_as_given
    if given is None:
        return b""
    return b"".join(f"X-CICA-SUPPLIED:{part}\r\n".encode() for part in given or (NOTHING,))


def shown_days(event: Event, marker: str) -> tuple[date, date]:
    """The first day to show and the day after the last.

    Example:
        >>> from cica_events import load_release
        >>> shown_days(load_release().events[0], "")
        (datetime.date(1993, 4, 1), datetime.date(1993, 5, 1))
    """
    first, last = event.when.window or (date.min, date.min)
    if marker:
        first = last = last if marker == "end" else first
    return first, last + _DAY if last < date.max else last
