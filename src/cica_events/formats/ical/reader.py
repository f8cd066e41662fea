"""The reader: events from the lines that hold data, never from a sentence.

What this library wrote is split into lines as it stands; what another program rewrote is first
brought into the form that we write. Where the days shown contradict the date, the file is refused.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from typing import Any

from attrs import frozen

from ...clock import ClockTime, is_fixed, parse_time
from ...edtf import When, parse_edtf
from ...errors import FeedError, InvalidError, quoted
from ...files import decoded
from ...model import Calendar, Event
from ...timestamps import parse_duration
from .lines import (
    Lines,
    basic_date,
    components,
    folded,
    locating,
    maybe,
    maybe_text,
    one,
    parse_moment,
    plain_line_ends,
    properties,
    texts,
    unescaped,
)
from .writer import FORMAT, NOTHING, PRODID, shown_days

__all__ = ["Feed", "Shown", "calendar_of", "check_known", "head_of", "parsed", "read_event"]

# Lines as this library writes them, so that its own feeds are split without a parser.
_OPENING = f"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:{PRODID}\r\n"
_CLOSING = "\r\nEND:VCALENDAR\r\n"
_WHOLE_NUMBER = re.compile("[0-9]{1,10}")
_BEGIN, _END = "\r\nBEGIN:VEVENT\r\n", "\r\nEND:VEVENT"


@frozen
class Feed:
    """A feed of this library, split into lines.

    Args:
        version: the version of its format.
        head: the lines of the calendar itself.
        blocks: the lines of each event, unfolded.
        text: all of it, with plain line ends.
        own: whether that is how this library writes; another program has rewritten it otherwise.

    Example:
        >>> from cica_events import ical, load_release
        >>> len(parsed(ical.dumps(load_release().calendar())).blocks)
        5
    """

    version: int
    head: Lines
    blocks: list[str]
    text: str
    own: bool


@frozen
class Shown:
    """What one VEVENT shows.

    Args:
        event: the event.
        marker: the end of it that is shown; empty for the whole.
        withdrawn: whether the publisher of the feed has withdrawn it.
        starts: the moment that it shows, where it shows one: in a named zone perhaps another than
            the event has by today's edition of the tz database.
        ends: the moment of its end, the same way.

    Example:
        >>> from cica_events import load_release
        >>> Shown(load_release().events[0]).withdrawn
        False
    """

    event: Event
    marker: str = ""
    withdrawn: bool = False
    starts: datetime | None = None
    ends: datetime | None = None


# A file as lines


def parsed(data: bytes | str) -> Feed:
    """Splits a feed that this library wrote, also where another program has rewritten it.

    Raises:
        FeedError: it is damaged, or was not written by this library.

    Example:
        >>> from cica_events import ical, load_release
        >>> parsed(ical.dumps(load_release().calendar())).version
        2
    """
    text = plain_line_ends(_text(data))
    if "\r\n\r\n " in text:  # some programs take it for more of the line above
        raise FeedError("not an iCalendar file: it holds an empty line that is folded")
    unfolded = text.replace("\r\n ", "")
    own = _is_own(text, unfolded)
    if not own:
        text = _rewritten(text)
        unfolded = text.replace("\r\n ", "")
    first, *rest = unfolded.split(_BEGIN)
    del unfolded  # as long as the file, and no longer needed
    blocks = [_whole(block, place) for place, block in enumerate(rest, start=1)]
    with locating("VCALENDAR"):
        head = properties(first.removeprefix("BEGIN:VCALENDAR\r\n").removesuffix(_CLOSING))
        version = _version(head)
    return Feed(version, head, blocks, text, own)


def _text(data: bytes | str) -> str:
    try:
        # With its byte order mark, by which `_is_own` tells that another program has rewritten it.
        text = data if isinstance(data, str) else decoded(bytes(data), encoding="utf-8")
    except (TypeError, InvalidError) as error:
        raise FeedError(f"not an iCalendar file: {error}") from None
    if "\0" in text:  # at which other programs stop reading
        raise FeedError("not an iCalendar file: it holds the character U+0000")
    return text


def _is_own(text: str, unfolded: str) -> bool:
    """Whether all its line ends, folds and components are such as we write."""
    events = text.count(_BEGIN)
    return (
        text.startswith(_OPENING)
        and text.endswith(_CLOSING)
        and text.count("\r") == text.count("\n")  # which all stand in line ends
        and unfolded.count("\r\nBEGIN:") == unfolded.count(_BEGIN) == events
        and unfolded.count("\r\nEND:") == events + 1
    )


def _rewritten(text: str) -> str:
    """The text in the form that we write, of a file that another program has rewritten."""
    if text.count("\r") != text.count("\r\n"):
        raise FeedError("not an iCalendar file: it holds a carriage return within a line")
    if text.startswith(_OPENING) and not text.rstrip().endswith("END:VCALENDAR"):
        raise FeedError("cut off: END:VCALENDAR is missing")
    head, events = components(text.removeprefix("\ufeff"))
    _check_author(head)
    lines = ["BEGIN:VCALENDAR", *head]
    for event in events:
        lines += ["BEGIN:VEVENT", *event, "END:VEVENT"]
    lines.append("END:VCALENDAR")
    return b"".join([folded(line.encode()) for line in lines]).decode()


def _check_author(head: list[str]) -> None:
    """Refuses a calendar of another program, in which the data's own lines are missing."""
    # Names of properties are written in any case (RFC 5545 2).
    authors = [line.partition(":")[2] for line in head if line.upper().startswith("PRODID")]
    author = authors[0] if authors else "another program"
    if author != PRODID:
        raise FeedError(
            f"written by {quoted(author)}; this library exports calendars and reads back "
            "only those that it wrote"
        )


def _whole(block: str, place: int) -> str:
    """The lines of one event, which must have its end."""
    lines = block.removesuffix(_CLOSING)  # which the last one has
    if not lines.endswith(_END):
        raise FeedError(f"VEVENT {place}: cut off: END:VEVENT is missing")
    return lines.removesuffix(_END)


def _version(head: Lines) -> int:
    """The version of the format; feeds of 1.0 do not say theirs."""
    value = maybe(head, "X-CICA-FORMAT")
    # A later version may mean something else by the same lines: to guess would damage the feed.
    if value not in (None, str(FORMAT)):
        raise FeedError(
            f"its format (X-CICA-FORMAT) is {quoted(value)}, and this version of cica-events "
            f"reads formats up to {FORMAT}: a later version reads it"
        )
    if value is None:
        return 1
    return FORMAT


# Lines as values


def calendar_of(feed: Feed) -> Calendar:
    """The calendar that a feed of this format shows.

    Raises:
        FeedError: it is damaged, or contradicts itself.

    Example:
        >>> from cica_events import ical, load_release
        >>> calendar_of(parsed(ical.dumps(load_release().calendar()))).id
        'cica'
    """
    head = head_of(feed)
    events: dict[str, Event] = {}
    for place, block in enumerate(feed.blocks, start=1):
        with locating(f"VEVENT {place}"):
            _join(events, read_event(properties(block), head["id"]))
    with locating("VCALENDAR"):
        return Calendar(**head, events=tuple(events.values()))


def head_of(feed: Feed) -> dict[str, Any]:
    """What a calendar says of itself, as fields of `Calendar`.

    Raises:
        FeedError: a line is missing, there twice, or damaged.

    Example:
        >>> from cica_events import ical, load_release
        >>> head_of(parsed(ical.dumps(load_release().calendar())))["id"]
        'cica'
    """
    with locating("VCALENDAR"):
        return _fields(feed.head, _CALENDAR)


def read_event(lines: Lines, calendar_id: str) -> Shown:
    """What the lines of one VEVENT show.

    Raises:
        FeedError: they are damaged, contradict each other, or are of another calendar.

    Example:
        >>> from cica_events import ical, load_release
        >>> block = parsed(ical.dumps(load_release().calendar())).blocks[0]
        >>> read_event(properties(block), "cica").event.when_text
        'April 1993'
    """
    marker = maybe(lines, "X-CICA-MARKER") or ""
    if marker not in ("", "start", "end"):
        raise FeedError(f"X-CICA-MARKER {quoted(marker)} is not start or end")
    title = _title(lines)
    event = Event(
        id=_event_id(one(lines, "UID"), marker, calendar_id), title=title, **_fields(lines, _EVENT)
    )
    withdrawn = maybe(lines, "X-CICA-WITHDRAWN") == "TRUE"
    if event.zone is not None:
        return Shown(event, marker, withdrawn, *_moments(lines, event))
    _check_days(lines, event, marker)
    return Shown(event, marker, withdrawn)


def check_known(lines: Lines, *, event: bool) -> None:
    """Refuses lines with a property that no version of this library wrote, or wrote once only.

    Args:
        lines: those of an event, or of a calendar itself.
        event: which of both.

    Raises:
        FeedError: there is such a property.

    Example:
        >>> check_known({"RRULE": ["FREQ=DAILY"]}, event=True)
        Traceback (most recent call last):
        ...
        cica_events.errors.FeedError: it holds "RRULE", which this library does not write
    """
    table, derived = (_EVENT, _DERIVED) if event else (_CALENDAR, _OF_THE_FILE)
    known = {name for name, _ in table.values()} | derived
    for name, values in lines.items():
        if name not in known:
            raise FeedError(f"it holds {quoted(name)}, which this library does not write")
        if len(values) > 1 and name not in _REPEATED:
            raise FeedError(f"{name} is there twice")


def _title(lines: Lines) -> str:
    """The title; where people read something longer it stands in a line of its own."""
    summary, title = one(lines, "SUMMARY"), maybe(lines, "X-CICA-TITLE")
    return unescaped(summary if title is None else title)


def _event_id(uid: str, marker: str, calendar_id: str) -> str:
    """The id of the event that a UID names in this calendar."""
    ending = f"+end@{calendar_id}" if marker == "end" else f"@{calendar_id}"
    if not uid.endswith(ending):
        raise FeedError(f"UID {quoted(uid)} does not end in {quoted(ending)}")
    return uid[: -len(ending)]


def _moments(lines: Lines, event: Event) -> tuple[datetime | None, datetime | None]:
    """The moments that are shown, as far as they do not contradict the time and its zone."""
    found = _moment(lines, "DTSTART"), _moment(lines, "DTEND")
    expected = event.starts, event.ends
    for name, shown, moment in zip(("DTSTART", "DTEND"), found, expected, strict=True):
        # A named zone may have got other rules since the feed was written, so that the same words
        # are another moment now. With an offset that cannot happen, and the lines contradict each
        # other.
        another_edition = shown and moment and not is_fixed(event.zone or "")
        if shown != moment and not another_edition:
            text = quoted(maybe(lines, name))
            raise FeedError(f"{name} {text} contradicts X-CICA-TIME {event.time} {event.zone}")
    return found


def _check_days(lines: Lines, event: Event, marker: str) -> None:
    """Refuses days that are not those which follow from the date."""
    for name, day in zip(("DTSTART", "DTEND"), shown_days(event, marker), strict=True):
        if one(lines, name) != basic_date(day):
            raise FeedError(f"{name} {quoted(lines[name][0])} contradicts X-CICA-EDTF {event.when}")


def _join(events: dict[str, Event], shown: Shown) -> None:
    """Adds an event; an end marker is the event of its start marker once more."""
    event = shown.event
    if shown.marker == "end":
        # One that was withdrawn tells of the event as it was when it still had two markers.
        if not shown.withdrawn and events.get(event.id) != event:
            raise FeedError(f"the start and the end marker of {event.id} differ")
    elif event.id in events:
        raise FeedError(f"{event.id} is there twice")
    else:
        events[event.id] = event


def _required_text(lines: Lines, name: str) -> str:
    return unescaped(one(lines, name))


def _when(lines: Lines, name: str) -> When:
    return parse_edtf(one(lines, name))


def _time(lines: Lines, name: str) -> ClockTime:
    return parse_time(one(lines, name))


def _status(lines: Lines, name: str) -> str:
    # As are values that are chosen from a list.
    return one(lines, name).lower()


def _sequence(lines: Lines, name: str) -> int:
    value = one(lines, name)
    # int() takes “1_000” and “ 1 ” too, and a million digits would take it minutes.
    if not _WHOLE_NUMBER.fullmatch(value):
        raise FeedError(f"{name} {quoted(value)} is not a whole number")
    return int(value)


def _supplied(lines: Lines, name: str) -> tuple[str, ...]:
    values = lines[name]
    if values == [NOTHING]:
        return ()
    return tuple(values)


def _moment(lines: Lines, name: str) -> datetime | None:
    value = maybe(lines, name)
    if value is None:
        return None
    return parse_moment(value)


def _refresh(lines: Lines, name: str) -> Any:
    return parse_duration(one(lines, name))


# For each field the property that holds it, and how that is read. A new one is a row here.

_Table = dict[str, tuple[str, Callable[[Lines, str], Any]]]

_CALENDAR: _Table = {
    "id": ("X-CICA-ID", one),
    "name": ("NAME", _required_text),
    "description": ("DESCRIPTION", maybe_text),
    "url": ("URL", maybe_text),
    "source": ("SOURCE", maybe_text),
    "color": ("COLOR", maybe_text),
    "refresh": ("REFRESH-INTERVAL", _refresh),
}
_EVENT: _Table = {
    "when": ("X-CICA-EDTF", _when),
    "time": ("X-CICA-TIME", _time),
    "zone": ("X-CICA-ZONE", maybe),
    "kind": ("CATEGORIES", one),
    "supplied": ("X-CICA-SUPPLIED", _supplied),
    "evidence": ("X-CICA-EVIDENCE", texts),
    "basis": ("X-CICA-BASIS", one),
    "note": ("X-CICA-NOTE", maybe_text),
    "place": ("LOCATION", maybe_text),
    "participants": ("X-CICA-PARTICIPANT", texts),
    "description": ("X-CICA-DESCRIPTION", maybe_text),
    "status": ("STATUS", _status),
    "url": ("URL", maybe_text),
    "source_title": ("X-CICA-SOURCE-TITLE", maybe_text),
    "sequence": ("SEQUENCE", _sequence),
    "modified": ("LAST-MODIFIED", _moment),
}

_REQUIRED = {one, _required_text, _when, _status, _sequence, _refresh}

# What else this library writes, or wrote.
_OF_THE_FILE = {"VERSION", "PRODID", "CALSCALE", "X-CICA-FORMAT", "X-CICA-EXPIRED"}
_OF_THE_FILE |= {"X-WR-CALNAME", "X-WR-CALDESC", "X-PUBLISHED-TTL"}
_DERIVED = {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "X-CICA-TITLE"}
_DERIVED |= {"TRANSP", "X-MICROSOFT-CDO-BUSYSTATUS", "X-CICA-MARKER", "X-CICA-WITHDRAWN"}
# Any other property twice in one component is damage: which is meant, nobody knows.
_REPEATED = {"X-CICA-SUPPLIED", "X-CICA-EVIDENCE", "X-CICA-PARTICIPANT", "X-CICA-EXPIRED"}


def _fields(lines: Lines, table: _Table) -> dict[str, Any]:
    """The fields of a table, but those of properties that may be missing, and are."""
    found = {}
    for field, (name, read) in table.items():
        if name in lines or read in _REQUIRED:
            found[field] = read(lines, name)
    return found
