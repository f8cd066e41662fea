"""`icalendar`: an object for each property."""

from collections.abc import Callable
from pathlib import Path

from icalendar import Calendar, Event, vText

from benchmarks import ready

LABEL = "icalendar"
PACKAGES = ("icalendar",)


def prepare(folder: Path) -> Callable[[], bytes]:
    records = ready.load(folder)

    def work() -> bytes:
        calendar = Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", "-//bench//EN")
        for record in records:
            calendar.add_component(event(record))
        return calendar.to_ical(sorted=False)

    return work


def shown(feed: bytes) -> bytes:
    return feed


def event(it: ready.Ready) -> Event:
    event = Event()
    event.add("uid", it.uid)
    event.add("dtstamp", it.stamp)
    event.add("sequence", it.sequence)
    event.add("dtstart", it.start)
    event.add("dtend", it.end)
    event.add("summary", it.summary)
    event.add("description", it.description)
    event.add("categories", [it.category])
    event.add("status", it.status)
    event.add("transp", it.transp)
    event.add("x-microsoft-cdo-busystatus", it.busy)
    event.add("x-cica-edtf", it.edtf)
    event.add("x-cica-basis", it.basis)
    event.add("x-cica-evidence", vText(it.evidence))
    return event
