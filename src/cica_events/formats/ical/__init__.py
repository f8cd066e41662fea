"""iCalendar (RFC 5545, RFC 7986): the feed that people subscribe to.

`lines` is the text of RFC 5545, `wording` what people read, `writer` and `reader` the two ways
between an event and its lines, `revisions` the life of a feed, and `legacy` reads feeds of 1.0.
"""

from __future__ import annotations

from typing import IO

from ...model import Calendar
from .legacy import upgraded
from .reader import Shown, calendar_of, parsed
from .revisions import Expired, Published, Revision, contents, feed, revise
from .revisions import published as _published
from .writer import Imprecise, check_imprecise, chunks, dump, dumps, to_icalendar

__all__ = [
    "Expired",
    "Imprecise",
    "Published",
    "Revision",
    "Shown",
    "check_imprecise",
    "chunks",
    "contents",
    "dump",
    "dumps",
    "feed",
    "load",
    "loads",
    "published",
    "read_revisions",
    "revise",
    "to_icalendar",
]


def loads(data: bytes | str) -> Calendar:
    """Reads a calendar that this library wrote, also where another program has rewritten it.

    Files of every version that was released are read.

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
    return calendar_of(upgraded(parsed(data)))


def load(file: IO[bytes]) -> Calendar:
    """Reads a calendar from a binary file; otherwise as `loads`.

    Raises:
        FeedError: it is damaged, contradicts itself, or was not written by this library.

    Example:
        >>> import io
        >>> from cica_events import ical, load_release
        >>> ical.load(io.BytesIO(ical.dumps(load_release()))).id
        'cica'
    """
    return loads(file.read())


def published(data: bytes | str, calendar_id: str) -> Published:
    """A feed as it is out there, to be compared with what is to be published.

    Args:
        data: the whole feed.
        calendar_id: the id of the calendar that it must be of.

    Raises:
        FeedError: it is damaged, of another calendar, holds lines that are not ours, or was not
            written by this library.

    Example:
        >>> from cica_events import ical, load_release
        >>> len(ical.published(ical.dumps(load_release()), "cica").revisions)
        5
    """
    return _published(upgraded(parsed(data)), calendar_id)


def read_revisions(data: bytes | str, calendar_id: str) -> list[Revision]:
    """The VEVENTs of a feed, in order; otherwise as `published`.

    Raises:
        FeedError: as in `published`.

    Example:
        >>> from cica_events import ical, load_release
        >>> ical.read_revisions(ical.dumps(load_release()), "other")
        Traceback (most recent call last):
        ...
        cica_events.errors.FeedError: the feed is of the calendar "cica", not "other"
    """
    return list(published(data, calendar_id).revisions)
