"""iCalendar (RFC 5545, RFC 7986): the feed that people subscribe to.

The writer streams text of its own, one mapping from an event to its content lines. What is data
stands in properties of its own (``X-CICA-EDTF``, ``X-CICA-BASIS``, ...); what calendar programs
show (``DTSTART``, ``SUMMARY``, ``DESCRIPTION``) is derived from it, and the reader refuses a file
in which the two contradict each other.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache
from typing import IO, TYPE_CHECKING, Any, Literal, get_args

from attrs import frozen

from ..edtf import EdtfInterval, parse_edtf
from ..errors import (
    CicaEventsError,
    EarlyYearWarning,
    FeedError,
    InvalidError,
    OmittedEventWarning,
    quoted,
    warn,
)
from ..model import Calendar, Event, Status
from ..timestamps import duration_text, parse_duration
from ..timestamps import now as moment_of_writing

if TYPE_CHECKING:
    import icalendar

__all__ = [
    "Imprecise",
    "Revision",
    "check_imprecise",
    "contents",
    "dump",
    "dumps",
    "feed",
    "load",
    "loads",
    "read_revisions",
    "revise",
    "to_icalendar",
]

Imprecise = Literal["span", "marker", "omit"]

_PRODID = "-//cica-events//cica-events 1//EN"
_DAY = timedelta(days=1)
_FOLD = 75  # octets in a content line, RFC 5545 3.1
_PIECE = re.compile(rb".{1,74}(?![\x80-\xbf])", re.DOTALL)  # no octet within a character follows
_BASIS_TEXT = {
    "stated": "as the source states",
    "resolved": "resolved from the words of the source and its date of publication",
    "inferred": "inferred: the source does not say what stands in brackets",
}
_CANCELLED = "Cancelled: "
_NOTHING = "none"  # the value of a list that is given and empty: a property is never empty
_FLAGS = {
    status: f"STATUS:{status.upper()}\r\nTRANSP:TRANSPARENT\r\nX-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n"
    for status in get_args(Status)
}


def dumps(
    calendar: Calendar, *, now: datetime | None = None, imprecise: Imprecise = "span"
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
        >>> data = ical.dumps(load_release().calendar())
        >>> b"SUMMARY:First meeting of foreign ministry representatives" in data
        True
    """
    return b"".join(_blocks(calendar, now, imprecise))


def dump(
    calendar: Calendar,
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
        >>> ical.dump(load_release().calendar(), file)
        >>> file.getvalue().startswith(b"BEGIN:VCALENDAR")
        True
    """
    for block in _blocks(calendar, now, imprecise):
        file.write(block)


def loads(data: bytes | str) -> Calendar:
    """Reads a calendar that this library wrote, also where another program has rewritten it.

    Args:
        data: the whole file.

    Raises:
        FeedError: it is damaged, contradicts itself, or was not written by this library.

    Example:
        >>> from cica_events import ical, load_release
        >>> calendar = load_release().calendar()
        >>> ical.loads(ical.dumps(calendar)) == calendar
        True
    """
    head, blocks = _components(_own_text(data))
    with _locating("VCALENDAR"):
        lines = _properties(head)
        calendar_id = _one(lines, "X-CICA-ID")
    events: dict[str, Event] = {}
    for place, block in enumerate(blocks):
        with _locating(f"VEVENT {place + 1}"):
            _join(events, *_event(_properties(block), f"@{calendar_id}"))
    with _locating("VCALENDAR"):
        return _calendar(lines, tuple(events.values()))


def load(file: IO[bytes]) -> Calendar:
    """Reads a calendar from a binary file; otherwise as `loads`.

    Raises:
        FeedError: it is damaged, contradicts itself, or was not written by this library.

    Example:
        >>> import io
        >>> from cica_events import ical, load_release
        >>> ical.load(io.BytesIO(ical.dumps(load_release().calendar()))).id
        'cica'
    """
    return loads(file.read())


def to_icalendar(
    calendar: Calendar, *, now: datetime | None = None, imprecise: Imprecise = "span"
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
        >>> tree = ical.to_icalendar(load_release().calendar())
        >>> str(tree.walk("VEVENT")[0]["UID"])
        'first-meeting-1993@cica'
    """
    from icalendar import Calendar as Tree

    tree = Tree.from_ical(dumps(calendar, now=now, imprecise=imprecise))
    assert isinstance(tree, Tree)
    return tree


def _blocks(calendar: Calendar, now: datetime | None, imprecise: Imprecise) -> Iterator[bytes]:
    if not isinstance(calendar, Calendar):
        raise InvalidError([("calendar", f"{quoted(calendar)} is not a Calendar")])
    check_imprecise(imprecise)
    stamp = moment_of_writing(now)
    return _stream(calendar, stamp, imprecise)


def _stream(calendar: Calendar, stamp: datetime, imprecise: Imprecise) -> Iterator[bytes]:
    yield _head(calendar)
    for place, event in enumerate(calendar.events):
        if not isinstance(event, Event):
            raise InvalidError([(f"events[{place}]", f"{quoted(event)} is not an Event")])
        for marker in _markers(event, imprecise):
            yield _stamps(event, calendar.id, stamp, marker) + _content(event, marker)
    yield b"END:VCALENDAR\r\n"


def _head(calendar: Calendar) -> bytes:
    name, refresh = _escaped(calendar.name), duration_text(calendar.refresh)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODID}",
        "CALSCALE:GREGORIAN",
        f"X-CICA-ID:{calendar.id}",
        f"NAME:{name}",
        f"X-WR-CALNAME:{name}",
        f"REFRESH-INTERVAL;VALUE=DURATION:{refresh}",
        f"X-PUBLISHED-TTL:{refresh}",
    ]
    if calendar.description:
        description = _escaped(calendar.description)
        lines += [f"DESCRIPTION:{description}", f"X-WR-CALDESC:{description}"]
    if calendar.url:
        lines.append(f"URL:{calendar.url}")
    if calendar.source:
        lines.append(f"SOURCE;VALUE=URI:{calendar.source}")
    if calendar.color:
        lines.append(f"COLOR:{calendar.color}")
    return b"".join(map(_folded, lines))


def _markers(event: Event, imprecise: Imprecise) -> tuple[str, ...]:
    """The components that show an event; none, and a warning, where it is left out."""
    window = event.when.window
    if window is None or (imprecise == "omit" and not event.when.exact):
        why = "no year of it is known" if window is None else "its date is not known to the day"
        return _omitted(event, why)
    if window[1] == date.max:
        return _omitted(event, "it may last until 9999-12-31, and DTEND is the day after")
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


def _stamps(event: Event, calendar_id: str, stamp: datetime, marker: str) -> bytes:
    """The lines that tell one revision from another, apart from what the event says."""
    suffix = "+end" if marker == "end" else ""  # no event id holds a plus
    uid = _folded(f"UID:{event.id}{suffix}@{calendar_id}")
    modified = _basic(event.modified or stamp)
    last = f"LAST-MODIFIED:{modified}\r\n" if event.modified else ""
    stamps = f"DTSTAMP:{modified}\r\n{last}SEQUENCE:{event.sequence}\r\n"
    return b"BEGIN:VEVENT\r\n" + uid + stamps.encode()


def _content(event: Event, marker: str) -> bytes:
    """The lines that say what the event is; only those that may be long are looked at for it."""
    start, end = _days(event, marker)
    edtf, known = str(event.when), _known(event)
    head, tail = _described(event, edtf, known)
    days = f"DTSTART;VALUE=DATE:{_basic_date(start)}\r\nDTEND;VALUE=DATE:{_basic_date(end)}\r\n"
    data = f"{_FLAGS[event.status]}X-CICA-EDTF:{edtf}\r\nX-CICA-BASIS:{event.basis}\r\n"
    lines = [
        days.encode(),
        _text_line("SUMMARY", _prefix(event) + event.title + _note(event, marker, known)),
        _text_line("DESCRIPTION", _description(event, head, tail)),
        _text_line("LOCATION", event.place) if event.place else b"",
        _folded(f"URL:{event.url}") if event.url else b"",
        _folded(f"CATEGORIES:{event.kind}"),
        data.encode(),
        _folded(f"X-CICA-MARKER:{marker}") if marker else b"",
        *_supplied_lines(event),
        *[_text_line("X-CICA-EVIDENCE", quote) for quote in event.evidence],
        *[_text_line("X-CICA-PARTICIPANT", name) for name in event.participants],
        _text_line("X-CICA-NOTE", event.note) if event.note else b"",
        _text_line("X-CICA-SOURCE-TITLE", event.source_title) if event.source_title else b"",
        b"END:VEVENT\r\n",
    ]
    return b"".join(lines)


def _supplied_lines(event: Event) -> Iterator[bytes]:
    """What was supplied, where the record gives it: a line each, or one for nothing at all."""
    given = event.supplied_as_given
    if given is not None:
        for component in given or (_NOTHING,):
            yield f"X-CICA-SUPPLIED:{component}\r\n".encode()


def _days(event: Event, marker: str) -> tuple[date, date]:
    """The first day to show and the day after the last."""
    first, last = event.when.window or (date.min, date.min)
    if marker:
        first = last = last if marker == "end" else first
    return first, last + _DAY if last < date.max else last


def _known(event: Event) -> str:
    """What is known of the date, in words."""
    text = event.when_text
    if event.when.exact or isinstance(event.when, EdtfInterval) or event.when.earliest is None:
        return text
    return f"sometime {text}" if text.startswith("about ") else f"sometime in {text}"


def _note(event: Event, marker: str, known: str) -> str:
    """What `SUMMARY` adds to the title, wherever the days alone would say too much."""
    when = event.when
    if marker and isinstance(when, EdtfInterval) and when.earliest and when.latest:
        end = when.start if marker == "start" else when.end
        return f" ({known}: {marker}s {_vague(end)})"
    if when.exact and not when.qualified and not event.supplied:
        return ""
    return f" ({known})"


def _vague(end: Any) -> str:
    return f"{'on' if end.exact else 'sometime in'} {end.describe()}"


def _prefix(event: Event) -> str:
    return _CANCELLED if event.status == "cancelled" else ""


def _described(event: Event, edtf: str, known: str) -> tuple[str, str]:
    """What `DESCRIPTION` says before and after the event's own description."""
    head = f"{known[0].upper()}{known[1:]}, {_BASIS_TEXT[event.basis]}."
    lines = [f"“{quote}”" for quote in event.evidence]
    lines.append(f"EDTF: {edtf}")
    if event.participants:
        lines.append(f"Participants: {'; '.join(event.participants)}")
    if event.note:
        lines.append(f"Note: {event.note}")
    if event.source_title:
        lines.append(f"Source: {event.source_title}")
    if event.url:
        lines.append(event.url)
    return head, "\n".join(lines)


def _description(event: Event, head: str, tail: str) -> str:
    middle = f"{event.description}\n\n" if event.description else ""
    return f"{head}\n\n{middle}{tail}"


def _basic_date(day: date) -> str:
    return day.isoformat().replace("-", "")


@lru_cache  # most events of a feed share theirs
def _basic(moment: datetime) -> str:
    text = moment.isoformat()  # faster than strftime, and pads the year everywhere
    return f"{text[:4]}{text[5:7]}{text[8:13]}{text[14:16]}{text[17:19]}Z"


def _escaped(text: str) -> str:
    """TEXT of RFC 5545 3.3.11."""
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def _text_line(name: str, text: str) -> bytes:
    return _folded(f"{name}:{_escaped(text)}")


def _folded(line: str) -> bytes:
    """A content line in pieces of at most 75 octets, never cut inside a character."""
    octets = line.encode()
    if len(octets) <= _FOLD:
        return octets + b"\r\n"
    # The space before a continuation counts, so all pieces are of 74 octets but the first.
    return octets[:1] + b"\r\n ".join(_PIECE.findall(octets, 1)) + b"\r\n"


# Reading. What we wrote is split into lines here; what another program rewrote goes through the
# icalendar package first, which brings it into the form that we write.

_Lines = dict[str, list[str]]

_OPENING = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{_PRODID}\r\n"
_CLOSING = "\r\nEND:VCALENDAR\r\n"
_BEGIN, _END = "\r\nBEGIN:VEVENT\r\n", "\r\nEND:VEVENT"
_PARTS = {"VEVENT", "VTIMEZONE"}  # programs add time zones, of which an all-day event needs none
_ESCAPES = ((r"\n", "\n"), (r"\N", "\n"), (r"\,", ","), (r"\;", ";"))
_NAME = re.compile("[A-Z0-9-]+")
_QUOTED = re.compile('((?:[^":]|"[^"]*")*+):(.*)', re.DOTALL)  # parameters that may hold colons
_TIMESTAMP = re.compile("[0-9]{8}T[0-9]{6}Z")


@contextmanager
def _locating(where: str) -> Iterator[None]:
    try:
        yield
    except (CicaEventsError, ValueError) as error:
        raise FeedError("\n".join(f"{where}: {line}" for line in str(error).split("\n"))) from None


def _own_text(data: bytes | str) -> str:
    try:
        text = data if isinstance(data, str) else bytes(data).decode()
    except (TypeError, UnicodeDecodeError) as error:
        raise FeedError(f"not an iCalendar file in UTF-8: {error}") from None
    if "\0" in text:  # at which other programs stop reading
        raise FeedError("not an iCalendar file: it holds the character U+0000")
    if text.startswith(_OPENING) and not text.endswith(_CLOSING):
        raise FeedError("cut off: END:VCALENDAR is missing")
    return text if _is_own(text) else _rewritten(text)


def _is_own(text: str) -> bool:
    """Whether all its line ends, folds and components are such as we write."""
    unfolded, events = text.replace("\r\n ", ""), text.count(_BEGIN)
    return (
        text.startswith(_OPENING)
        and text.count("\n") == text.count("\r") == text.count("\r\n")
        and "\r\n\t" not in text
        and unfolded.count("\r\nBEGIN:") == unfolded.count(_BEGIN) == events
        and unfolded.count("\r\nEND:") <= events + 1
    )


def _rewritten(text: str) -> str:
    from icalendar import Calendar as Tree

    try:
        tree = Tree.from_ical(text)
        author = str(tree.get("PRODID", "another program"))
        others = sorted({str(part.name) for part in tree.subcomponents} - _PARTS)
        tree.subcomponents = tree.walk("VEVENT")
        for event in tree.subcomponents:
            event.subcomponents = []  # alarms
        rewritten: str = tree.to_ical(sorted=False).decode()
    except Exception as error:
        raise FeedError(f"not an iCalendar file: {error}") from None
    if tree.name != "VCALENDAR":
        raise FeedError(f"not an iCalendar file: it holds a {quoted(tree.name)} alone")
    if author != _PRODID:
        raise FeedError(
            f"written by {quoted(author)}; this library exports calendars and reads back "
            "only those that it wrote"
        )
    if others:  # a misspelt event among them would be lost in silence
        raise FeedError(f"it holds {quoted(', '.join(others))}, which this library does not write")
    return rewritten


def _components(text: str) -> tuple[str, list[str]]:
    """The lines of the calendar and those of each event, unfolded."""
    unfolded = text[: -len(_CLOSING)].replace("\r\n ", "")
    head, *rest = unfolded.split(_BEGIN)
    for place, part in enumerate(rest, start=1):
        if part.find(_END) != len(part) - len(_END):
            raise FeedError(f"VEVENT {place}: cut off: END:VEVENT is missing")
    return head, [part.removesuffix(_END) for part in rest]


def _properties(block: str) -> _Lines:
    lines: _Lines = {}
    for line in block.split("\r\n"):
        name, colon, value = line.partition(":")
        if '"' in name and (match := _QUOTED.match(line)):
            name, value = match.groups()
        if not colon:
            raise FeedError(f"{quoted(line)} is not a content line")
        lines.setdefault(_named(name), []).append(value)
    return lines


@lru_cache
def _named(head: str) -> str:
    name = head.partition(";")[0].upper()
    if not _NAME.fullmatch(name):
        raise FeedError(f"{quoted(name)} is not the name of a property")
    return name


def _one(lines: _Lines, name: str) -> str:
    value = _any(lines, name)
    if value is None:
        raise FeedError(f"{name} is missing, so this library did not write it")
    return value


def _any(lines: _Lines, name: str) -> str | None:
    values = lines.get(name)
    if values is None:
        return None
    if len(values) > 1:
        raise FeedError(f"{name} is there twice")
    return values[0]


def _texts(lines: _Lines, name: str) -> tuple[str, ...]:
    return tuple(_unescaped(value) for value in lines.get(name, ()))


def _maybe(lines: _Lines, name: str) -> str | None:
    value = _any(lines, name)
    return None if value is None else _unescaped(value)


def _unescaped(value: str) -> str:
    if "\\" not in value:
        return value
    parts = value.split(r"\\")  # where a backslash stands for itself
    for escape, character in _ESCAPES:
        parts = [part.replace(escape, character) for part in parts]
    return "\\".join(parts)


def _calendar(lines: _Lines, events: tuple[Event, ...]) -> Calendar:
    return Calendar(
        id=_one(lines, "X-CICA-ID"),
        name=_unescaped(_one(lines, "NAME")),
        events=events,
        description=_maybe(lines, "DESCRIPTION"),
        url=_maybe(lines, "URL"),
        source=_maybe(lines, "SOURCE"),
        color=_maybe(lines, "COLOR"),
        refresh=parse_duration(_one(lines, "REFRESH-INTERVAL")),
    )


def _event(lines: _Lines, suffix: str) -> tuple[Event, str]:
    uid, marker = _one(lines, "UID"), _any(lines, "X-CICA-MARKER") or ""
    ending = f"+end{suffix}" if marker == "end" else suffix
    if not uid.endswith(ending):
        raise FeedError(f"UID {quoted(uid)} does not end in {quoted(ending)}")
    fields: dict[str, Any] = {
        "id": uid[: -len(ending)],
        "title": _unescaped(_one(lines, "SUMMARY")),
        "when": parse_edtf(_one(lines, "X-CICA-EDTF")),
        "kind": _one(lines, "CATEGORIES"),
        "evidence": _texts(lines, "X-CICA-EVIDENCE"),
        "basis": _one(lines, "X-CICA-BASIS"),
        "note": _maybe(lines, "X-CICA-NOTE"),
        "place": _maybe(lines, "LOCATION"),
        "participants": _texts(lines, "X-CICA-PARTICIPANT"),
        "status": _one(lines, "STATUS").lower(),
        "url": _maybe(lines, "URL"),
        "source_title": _maybe(lines, "X-CICA-SOURCE-TITLE"),
        "sequence": _sequence(_one(lines, "SEQUENCE")),
        "modified": _moment(lines),
        "supplied": _supplied(lines),
    }
    shown = Event(**fields)
    _check_days(lines, shown, marker)
    description = _unescaped(_one(lines, "DESCRIPTION"))
    own = _without_notes(shown, marker, description)
    bare = own["title"] == shown.title and own["description"] is None
    return shown if bare else Event(**fields | own), marker


def _without_notes(shown: Event, marker: str, description: str) -> dict[str, str | None]:
    """Title and description as they were before the writer put notes around them."""
    known = _known(shown)
    prefix, note = _prefix(shown), _note(shown, marker, known)
    head, tail = _described(shown, str(shown.when), known)
    start, end = f"{head}\n\n", f"\n\n{tail}"
    title = shown.title
    if not (title.startswith(prefix) and title.endswith(note) and len(title) > len(prefix + note)):
        raise FeedError(f"SUMMARY {quoted(title)} is not {prefix}title{note}")
    if description == f"{head}{end}":
        own = None
    elif description.startswith(start) and description.endswith(end):
        own = description[len(start) : -len(end)]
    else:
        raise FeedError("DESCRIPTION does not say what the event's other lines say")
    return {"title": title[len(prefix) : len(title) - len(note)], "description": own}


def _check_days(lines: _Lines, event: Event, marker: str) -> None:
    for name, day in zip(("DTSTART", "DTEND"), _days(event, marker), strict=True):
        if _one(lines, name) != _basic_date(day):
            raise FeedError(f"{name} {quoted(lines[name][0])} contradicts X-CICA-EDTF {event.when}")


def _supplied(lines: _Lines) -> tuple[str, ...] | None:
    values = lines.get("X-CICA-SUPPLIED")
    if values is None:
        return None
    return () if values == [_NOTHING] else tuple(values)


def _sequence(value: str) -> int:
    if not re.fullmatch("[0-9]{1,10}", value):
        raise FeedError(f"SEQUENCE {quoted(value)} is not a whole number")
    return int(value)


def _moment(lines: _Lines) -> datetime | None:
    text = _any(lines, "LAST-MODIFIED")
    return None if text is None else _utc(text)


def _utc(text: str) -> datetime:
    with suppress(ValueError):
        if _TIMESTAMP.fullmatch(text):
            return datetime.fromisoformat(text)
    raise FeedError(f"{quoted(text)} is not a UTC moment like 20220510T000000Z")


def _join(events: dict[str, Event], event: Event, marker: str) -> None:
    """Adds an event; an end marker is the event of its start marker once more."""
    if marker == "end":
        if events.get(event.id) != event:
            raise FeedError(f"the start and the end marker of {event.id} differ")
    elif event.id in events:
        raise FeedError(f"{event.id} is there twice")
    else:
        events[event.id] = event


# The life of a feed. What one VEVENT says stands below its stamps, so that two revisions are
# compared byte by byte, without reading either.

_STAMPS = re.compile(
    rb"\r\nDTSTAMP:([0-9T]+Z)(?:\r\nLAST-MODIFIED:[0-9T]+Z)?\r\nSEQUENCE:([0-9]{1,10})\r\n"
)


@frozen
class Revision:
    """One VEVENT as it stands in a feed.

    Args:
        event_id: the id of its event.
        stamp: its ``DTSTAMP``.
        sequence: its ``SEQUENCE``.
        content: its lines below these, folded, to the last.
        raw: all of its lines.

    Example:
        >>> from cica_events import ical, load_release
        >>> calendar = load_release().calendar()
        >>> first = ical.read_revisions(ical.dumps(calendar), "cica")[0]
        >>> first.event_id, first.sequence
        ('first-meeting-1993', 0)
    """

    event_id: str
    stamp: datetime
    sequence: int
    content: bytes
    raw: bytes

    def event(self, calendar_id: str) -> Event:
        """The event that it shows.

        Raises:
            FeedError: the lines are damaged or contradict each other.

        Example:
            >>> from cica_events import ical, load_release
            >>> data = ical.dumps(load_release().calendar())
            >>> ical.read_revisions(data, "cica")[0].event("cica").when_text
            'April 1993'
        """
        block = self.raw.decode().replace("\r\n ", "").removeprefix("BEGIN:VEVENT\r\n")
        with _locating(self.event_id):
            lines = _properties(block.partition("\r\nEND:VEVENT")[0])
            return _event(lines, f"@{calendar_id}")[0]


def read_revisions(data: bytes, calendar_id: str) -> list[Revision]:
    """The VEVENTs of a feed that `feed` made, in order.

    Args:
        data: the whole feed.
        calendar_id: the id of the calendar that the feed must be of.

    Raises:
        FeedError: it is damaged, of another calendar, or was not written by this library.

    Example:
        >>> from cica_events import ical, load_release
        >>> ical.read_revisions(ical.dumps(load_release().calendar()), "other")
        Traceback (most recent call last):
        ...
        cica_events.errors.FeedError: the feed is of the calendar "cica", not "other"
    """
    text = _own_text(data)
    found = _one(_properties(_components(text)[0]), "X-CICA-ID")
    if found != calendar_id:
        raise FeedError(f"the feed is of the calendar {quoted(found)}, not {quoted(calendar_id)}")
    body = text[: -len(_CLOSING)].encode() + b"\r\n"
    blocks = body.split(_BEGIN.encode())[1:]
    return [
        _revision(b"BEGIN:VEVENT\r\n" + block.removesuffix(b"\r\n") + b"\r\n", f"@{calendar_id}")
        for block in blocks
    ]


def _revision(raw: bytes, suffix: str) -> Revision:
    stamps = _STAMPS.search(raw)
    if stamps is None:
        raise FeedError(f"{quoted(raw[:60].decode(errors='replace'))} has no DTSTAMP and SEQUENCE")
    lines = _properties(raw[: stamps.end() - 2].decode().replace("\r\n ", ""))
    uid = _one(lines, "UID")
    return Revision(
        event_id=uid.removesuffix(suffix).removesuffix("+end"),
        stamp=_utc(stamps[1].decode()),
        sequence=int(stamps[2]),
        content=raw[stamps.end() :],
        raw=raw,
    )


def check_imprecise(imprecise: str) -> None:
    """Refuses what is no way to show an imprecise date.

    Raises:
        InvalidError: it is not ``"span"``, ``"marker"`` or ``"omit"``.

    Example:
        >>> check_imprecise("span")
    """
    if imprecise not in get_args(Imprecise):
        raise InvalidError([("imprecise", f"{quoted(imprecise)} is not span, marker or omit")])


def contents(event: Event, imprecise: Imprecise = "span") -> dict[str, bytes]:
    """What the VEVENTs of an event say, by their marker; none where it is left out.

    Warns:
        OmittedEventWarning: the event was left out.
        EarlyYearWarning: it lies before the year 1000.

    Example:
        >>> from cica_events import load_release
        >>> list(contents(load_release().events[2], "marker"))
        ['start', 'end']
    """
    return {marker: _content(event, marker) for marker in _markers(event, imprecise)}


def revise(event: Event, calendar_id: str, said: dict[str, bytes]) -> list[Revision]:
    """The VEVENTs of an event with the stamps that it carries.

    Args:
        event: an event whose ``modified`` is known.
        calendar_id: the id of its calendar.
        said: its `contents`.

    Example:
        >>> from cica_events import load_release
        >>> event = load_release().events[0]
        >>> [revision.sequence for revision in revise(event, "cica", contents(event))]
        [0]
    """
    stamp = event.modified or datetime.min.replace(tzinfo=UTC)
    return [
        Revision(
            event_id=event.id,
            stamp=stamp,
            sequence=event.sequence,
            content=content,
            raw=_stamps(event, calendar_id, stamp, marker) + content,
        )
        for marker, content in said.items()
    ]


def feed(calendar: Calendar, revisions: Iterable[Revision]) -> bytes:
    """The bytes of a feed: what the calendar says of itself, and the given VEVENTs.

    Example:
        >>> from cica_events import ical, load_release
        >>> calendar = load_release().calendar()
        >>> data = ical.dumps(calendar)
        >>> ical.feed(calendar, ical.read_revisions(data, "cica")) == data
        True
    """
    body = [revision.raw for revision in revisions]
    return b"".join([_head(calendar), *body, b"END:VCALENDAR\r\n"])
