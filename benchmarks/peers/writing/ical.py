"""`ical`: Home Assistant's library, on pydantic."""

from collections.abc import Callable
from pathlib import Path

from ical.calendar import Calendar
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from ical.parsing.property import ParsedProperty

from benchmarks import ready

LABEL = "ical"
PACKAGES = ("ical",)


def prepare(folder: Path) -> Callable[[], bytes]:
    records = ready.load(folder)

    def work() -> bytes:
        calendar = Calendar(events=list(map(event, records)))
        return IcsCalendarStream.calendar_to_ics(calendar).encode()

    return work


def shown(feed: bytes) -> bytes:
    return feed


def event(it: ready.Ready) -> Event:
    return Event(
        uid=it.uid,
        dtstamp=it.stamp,
        sequence=it.sequence,
        dtstart=it.start,
        dtend=it.end,
        summary=it.summary,
        description=it.description,
        categories=[it.category],
        status=it.status,
        transparency=it.transp,
        extras=[
            ParsedProperty(name="x-microsoft-cdo-busystatus", value=it.busy),
            ParsedProperty(name="x-cica-edtf", value=it.edtf),
            ParsedProperty(name="x-cica-basis", value=it.basis),
            ParsedProperty(name="x-cica-evidence", value=it.evidence),
        ],
    )
