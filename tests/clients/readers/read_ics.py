"""What `ics` reads. An end is exclusive; a property without a name of its own is in `extra`."""

from collections.abc import Iterator

from answer import Record, answer, point
from ics import Calendar, Event


def read(text: str) -> Iterator[Record]:
    return map(record, Calendar(text).events)


def record(event: Event) -> Record:
    extra = {line.name: line.value for line in event.extra}
    start, end = event.begin.datetime, event.end.datetime
    if event.all_day:
        start, end = start.date(), end.date()
    return {
        "uid": event.uid,
        "start": point(start),
        "end": point(end),
        "summary": event.name,
        "description": event.description,
        "location": event.location,
        "categories": sorted(event.categories),
        "status": event.status,
        "sequence": int(extra["SEQUENCE"]),
        "transp": "TRANSPARENT" if event.transparent else "OPAQUE",
        "url": event.url,
        "edtf": extra.get("X-CICA-EDTF"),
    }


answer("ics", read)
