"""`ics`: it writes lines of any length, and needs help with what it has no name for."""

from collections.abc import Callable
from pathlib import Path

from arrow import Arrow
from ics import Calendar, Event
from ics.grammar.parse import ContentLine
from ics.utils import escape_string

from benchmarks import ready

LABEL = "ics (does not fold)"
PACKAGES = ("ics",)


def prepare(folder: Path) -> Callable[[], bytes]:
    records = ready.load(folder)
    return lambda: Calendar(events=map(event, records)).serialize().encode()


def shown(feed: bytes) -> bytes:
    return feed


def event(it: ready.Ready) -> Event:
    event = Event(
        uid=it.uid,
        created=Arrow.fromdatetime(it.stamp),
        begin=it.start.isoformat(),
        name=it.summary,
        description=it.description,
        categories=[it.category],
        status=it.status,
        transparent=it.transp == "TRANSPARENT",
    )
    event.make_all_day()
    event.end = it.end.isoformat()
    event.extra += [
        ContentLine("SEQUENCE", value=str(it.sequence)),
        ContentLine("X-MICROSOFT-CDO-BUSYSTATUS", value=it.busy),
        ContentLine("X-CICA-EDTF", value=it.edtf),
        ContentLine("X-CICA-BASIS", value=it.basis),
        ContentLine("X-CICA-EVIDENCE", value=escape_string(it.evidence)),
    ]
    return event
