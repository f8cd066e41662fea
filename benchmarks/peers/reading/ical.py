"""`ical`: Home Assistant's library, on pydantic."""

from collections.abc import Callable
from pathlib import Path

from ical.calendar_stream import IcsCalendarStream
from ical.event import Event

from benchmarks import ready

LABEL = "ical"
PACKAGES = ("ical",)


def prepare(folder: Path) -> Callable[[], list[ready.Ready]]:
    feed = (folder / "feed.ics").read_bytes()

    def work() -> list[ready.Ready]:
        return list(map(record, IcsCalendarStream.calendar_from_ics(feed.decode()).events))

    return work


def shown(records: list[ready.Ready]) -> bytes:
    return ready.as_json(sorted(records))


def record(it: Event) -> ready.Ready:
    extras = {extra.name: extra.value for extra in it.extras}
    return ready.Ready(
        uid=it.uid,
        stamp=it.dtstamp,
        sequence=it.sequence or 0,
        start=it.dtstart,
        end=it.dtend,
        summary=it.summary or "",
        description=it.description or "",
        category=it.categories[0],
        status=it.status.value if it.status else "",
        transp=it.transparency or "",
        busy=extras["x-microsoft-cdo-busystatus"],
        edtf=extras["x-cica-edtf"],
        basis=extras["x-cica-basis"],
        evidence=ready.unescaped(extras["x-cica-evidence"]),
    )
