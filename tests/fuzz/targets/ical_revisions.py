"""`ical.read_revisions`, and a publication over the feed that it reads."""

import contextlib
import tempfile
from collections.abc import Iterator
from pathlib import Path

from cica_events import Calendar, CicaEventsError, FeedError, ical, publish
from cica_events.formats.ical.reader import parsed

from ..seeds import NOW, golden
from .ical_loads import WORDS
from .ical_loads import seeds as plain

__all__ = ["WORDS", "check", "seeds"]


def seeds() -> Iterator[bytes]:
    yield from plain()
    for data in golden(".ics"):
        yield data.replace(b"@cica", b"@c").replace(b"X-CICA-ID:cica", b"X-CICA-ID:c")


def check(data: bytes) -> None:
    try:
        revisions = ical.read_revisions(data, "c")
    except FeedError:
        return
    for revision in revisions:
        assert revision.raw.endswith(revision.content)
        with contextlib.suppress(FeedError):
            revision.event("c")
    body = b"".join(revision.raw for revision in revisions) + b"END:VCALENDAR\r\n"
    assert parsed(data).text.encode().endswith(body)
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "c.ics").write_bytes(data)
        with contextlib.suppress(CicaEventsError):
            publish(Calendar(id="c", name="C"), folder, now=NOW, dry_run=True)
