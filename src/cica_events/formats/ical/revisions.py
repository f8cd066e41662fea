"""The life of a feed: each VEVENT as it stands there, and what is kept of those that are gone.

Below its stamps a VEVENT says what the event is. Where these bytes are those that would be written
anew, the event is as it was and nothing has to be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from attrs import field, frozen

from ...errors import FeedError, quoted
from ...model import Calendar, Event
from .lines import basic_moment, locating, one, parse_moment, properties
from .reader import Feed, Shown, check_known, head_of, read_event
from .writer import CLOSING, Imprecise, content, head, markers, stamps

__all__ = ["Expired", "Published", "Revision", "contents", "feed", "published", "revise"]

_BEGIN = b"\r\nBEGIN:VEVENT\r\n"
# The first lines of an event: all that a comparison needs where its other lines are equal.
_STAMPS = re.compile(
    rb"BEGIN:VEVENT\r\nUID:([^\r\n]*(?:\r\n [^\r\n]*)*)\r\nDTSTAMP:([0-9]{8}T[0-9]{6}Z)\r\n"
    rb"(?:LAST-MODIFIED:([0-9]{8}T[0-9]{6}Z)\r\n)?SEQUENCE:([0-9]{1,10})\r\n"
)
_WITHDRAWN = b"\r\nX-CICA-WITHDRAWN:TRUE\r\n"


@frozen
class Revision:
    """One VEVENT as it stands in a feed.

    Args:
        event_id: the id of its event.
        is_end: whether it is the marker of an event's end.
        stamp: its ``DTSTAMP``: when its lines were last written otherwise.
        modified: its ``LAST-MODIFIED``: when what it says last changed; else its ``DTSTAMP``.
        sequence: its ``SEQUENCE``.
        raw: all of its lines, folded.
        below: where in them its stamps end; 0 where they do not stand as this library writes them.

    Example:
        >>> from cica_events import ical, load_release
        >>> calendar = load_release().calendar()
        >>> first = ical.read_revisions(ical.dumps(calendar), "cica")[0]
        >>> first.event_id, first.sequence
        ('first-meeting-1993', 0)
    """

    event_id: str
    is_end: bool
    stamp: datetime
    modified: datetime
    sequence: int
    raw: bytes = field(repr=False)
    below: int = field(repr=False)
    _block: str | None = field(default=None, eq=False, repr=False)  # if not what `raw` says

    @property
    def content(self) -> bytes:
        """Its lines below its stamps, folded, to the last.

        Example:
            >>> from cica_events import ical, load_release
            >>> data = ical.dumps(load_release().calendar())
            >>> ical.read_revisions(data, "cica")[0].content[:27]
            b'DTSTART;VALUE=DATE:19930401'
        """
        return self.raw[self.below :]

    @property
    def withdrawn(self) -> bool:
        """Whether the publisher of the feed has withdrawn it.

        Example:
            >>> from cica_events import ical, load_release
            >>> data = ical.dumps(load_release().calendar())
            >>> ical.read_revisions(data, "cica")[0].withdrawn
            False
        """
        # The line is too short to be folded.
        return _WITHDRAWN in self.raw

    def shown(self, calendar_id: str) -> Shown:
        """What it shows, if no line of it is damaged or was put in by another program.

        Raises:
            FeedError: the lines are damaged, contradict each other, or are not all ours.

        Example:
            >>> from cica_events import ical, load_release
            >>> data = ical.dumps(load_release().calendar(), imprecise="marker")
            >>> ical.read_revisions(data, "cica")[0].shown("cica").marker
            'start'
        """
        with locating(self.event_id):
            lines = properties(_unfolded(self.raw) if self._block is None else self._block)
            check_known(lines, event=True)
            return read_event(lines, calendar_id)

    def event(self, calendar_id: str) -> Event:
        """The event that it shows; as in `shown`.

        Raises:
            FeedError: as in `shown`.

        Example:
            >>> from cica_events import ical, load_release
            >>> data = ical.dumps(load_release().calendar())
            >>> ical.read_revisions(data, "cica")[0].event("cica").when_text
            'April 1993'
        """
        return self.shown(calendar_id).event


@frozen
class Expired:
    """What a feed keeps of an event that is gone, so that its stamps never go back.

    Args:
        event_id: the id of the event.
        sequence: its last ``SEQUENCE``.
        stamp: its last ``DTSTAMP``.

    Example:
        >>> str(Expired("joint-statement-2022", 2, datetime(2022, 5, 10, tzinfo=UTC)))
        'joint-statement-2022 2 20220510T000000Z'
    """

    event_id: str
    sequence: int
    stamp: datetime

    def __str__(self) -> str:
        return f"{self.event_id} {self.sequence} {basic_moment(self.stamp)}"


@frozen
class Published:
    """A feed as it is out there.

    Args:
        calendar: what the calendar says of itself, without its events.
        revisions: its VEVENTs, in order.
        expired: what it keeps of events that are gone.
        own: whether all of it stands as this library writes it, line ends aside.

    Example:
        >>> Published(Calendar(id="cica", name="CICA")).own
        True
    """

    calendar: Calendar
    revisions: tuple[Revision, ...] = ()
    expired: tuple[Expired, ...] = ()
    own: bool = True


def published(found: Feed, calendar_id: str) -> Published:
    """A feed as it is out there, of lines in today's form.

    Args:
        found: the feed.
        calendar_id: the id of the calendar that it must be of.

    Raises:
        FeedError: it is damaged, of another calendar, or holds lines that are not ours.

    Example:
        >>> from cica_events import ical, load_release
        >>> ical.published(ical.dumps(load_release().calendar()), "other")
        Traceback (most recent call last):
        ...
        cica_events.errors.FeedError: the feed is of the calendar "cica", not "other"
    """
    fields = head_of(found)
    if fields["id"] != calendar_id:
        raise FeedError(
            f"the feed is of the calendar {quoted(fields['id'])}, not {quoted(calendar_id)}"
        )
    with locating("VCALENDAR"):
        check_known(found.head, event=False)
        calendar = Calendar(**fields)
        expired = tuple(map(_expired, found.head.get("X-CICA-EXPIRED", ())))
    first = found.text.partition("BEGIN:VEVENT\r\n")[0].removesuffix(CLOSING.decode())
    own = found.own and first == head(calendar, map(str, expired)).decode()
    return Published(calendar, tuple(_revisions(found, calendar_id)), expired, own)


def _revisions(found: Feed, calendar_id: str) -> list[Revision]:
    body = found.text.encode().removesuffix(CLOSING).split(_BEGIN)[1:]
    revisions = []
    for place, (part, block) in enumerate(zip(body, found.blocks, strict=True), start=1):
        raw = b"BEGIN:VEVENT\r\n" + part.removesuffix(b"\r\n") + b"\r\n"
        with locating(f"VEVENT {place}"):
            revisions.append(_revision(raw, block if found.version == 1 else None, calendar_id))
    return revisions


def _revision(raw: bytes, block: str | None, calendar_id: str) -> Revision:
    # By one pattern where the stamps stand as we write them: each `publish` reads all of a feed.
    found = _STAMPS.match(raw)
    if found is None:
        return _rewritten(raw, block, calendar_id)
    uid, *moments = found[1].replace(b"\r\n ", b"").decode(), found[2].decode()
    stamp = parse_moment(moments[0])
    modified = parse_moment(found[3].decode()) if found[3] else stamp
    event_id, is_end = _named(uid, calendar_id)
    return Revision(event_id, is_end, stamp, modified, int(found[4]), raw, found.end(), block)


def _rewritten(raw: bytes, block: str | None, calendar_id: str) -> Revision:
    """A revision whose lines another program has put in another order."""
    lines = properties(_unfolded(raw) if block is None else block)
    check_known(lines, event=True)
    event = read_event(lines, calendar_id).event
    event_id, is_end = _named(one(lines, "UID"), calendar_id)
    stamp = parse_moment(one(lines, "DTSTAMP"))
    modified = event.modified or stamp
    return Revision(event_id, is_end, stamp, modified, event.sequence, raw, 0, block)


def _named(uid: str, calendar_id: str) -> tuple[str, bool]:
    """The id of an event, and whether its UID is that of its end."""
    name = uid.removesuffix(f"@{calendar_id}")
    if name == uid:
        raise FeedError(f"UID {quoted(uid)} does not end in {quoted(f'@{calendar_id}')}")
    # No event id holds a plus, so that none ends in this by itself.
    return name.removesuffix("+end"), name.endswith("+end")


def _unfolded(raw: bytes) -> str:
    """The lines of a VEVENT between its first and its last."""
    lines = raw.decode().replace("\r\n ", "").removeprefix("BEGIN:VEVENT\r\n")
    return lines.partition("\r\nEND:VEVENT")[0]


def _expired(value: str) -> Expired:
    event_id, _, rest = value.partition(" ")
    sequence, _, stamp = rest.partition(" ")
    # int() takes signs, blanks and underscores as well, which no version of this library wrote.
    if not re.fullmatch("[0-9]{1,10}", sequence):
        raise FeedError(f"X-CICA-EXPIRED {quoted(value)} is not an id, a SEQUENCE and a DTSTAMP")
    return Expired(event_id, int(sequence), parse_moment(stamp))


def contents(
    event: Event, imprecise: Imprecise = "span", *, withdrawn: bool = False
) -> dict[str, bytes]:
    """What the VEVENTs of an event say, by their marker; none where it is left out.

    Args:
        event: what to show.
        imprecise: as in `dumps`.
        withdrawn: whether the publisher of the feed withdraws it.

    Warns:
        OmittedEventWarning: the event was left out.
        EarlyYearWarning: it lies before the year 1000.

    Example:
        >>> from cica_events import load_release
        >>> list(contents(load_release().events[2], "marker"))
        ['start', 'end']
    """
    return {
        marker: content(event, marker, withdrawn=withdrawn) for marker in markers(event, imprecise)
    }


def revise(
    event: Event, calendar_id: str, said: dict[str, bytes], stamp: datetime | None = None
) -> list[Revision]:
    """The VEVENTs of an event with the stamps that it carries.

    Args:
        event: an event whose ``modified`` is known.
        calendar_id: the id of its calendar.
        said: its `contents`.
        stamp: their ``DTSTAMP``, where only the lines are written otherwise; else ``modified``.

    Example:
        >>> from cica_events import load_release
        >>> event = load_release().events[0]
        >>> [revision.sequence for revision in revise(event, "cica", contents(event))]
        [0]
    """
    # `publish` gives every event a moment; only another caller may have none.
    modified = event.modified or datetime.min.replace(tzinfo=UTC)
    stamp = stamp or modified
    revisions = []
    for marker, below in said.items():
        above = stamps(event, calendar_id, marker, stamp)
        revisions.append(
            Revision(
                event_id=event.id,
                is_end=marker == "end",
                stamp=stamp,
                modified=modified,
                sequence=event.sequence,
                raw=above + below,
                below=len(above),
            )
        )
    return revisions


def feed(
    calendar: Calendar, revisions: Iterable[Revision], expired: Iterable[Expired] = ()
) -> bytes:
    """The bytes of a feed: what the calendar says of itself, and the given VEVENTs.

    Args:
        calendar: the calendar, of which only its own lines are written.
        revisions: the VEVENTs.
        expired: what to keep of events that are gone.

    Example:
        >>> from cica_events import ical, load_release
        >>> calendar = load_release().calendar()
        >>> data = ical.dumps(calendar)
        >>> ical.feed(calendar, ical.read_revisions(data, "cica")) == data
        True
    """
    body = [revision.raw for revision in revisions]
    return b"".join([head(calendar, map(str, expired)), *body, CLOSING])
