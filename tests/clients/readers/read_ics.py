"""What `ics` reads. An end is exclusive; a property without a name of its own is in `extra`."""

from collections.abc import Iterator

from answer import Record, answer
from ics import Calendar, Event


def read(text: str) -> Iterator[Record]:
    return map(record, Calendar(text).events)


def record(event: Event) -> Record:
    extra = {line.name: line.value for line in event.extra}
    assert event.all_day, event
    return {
        "uid": event.uid,
        "start": event.begin.date(),
        "end": event.end.date(),
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
