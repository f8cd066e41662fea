"""What `ical` (Home Assistant's library) reads."""

from collections.abc import Iterator

from answer import Record, answer, point
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event


def read(text: str) -> Iterator[Record]:
    return map(record, IcsCalendarStream.calendar_from_ics(text).events)


def record(event: Event) -> Record:
    extras = {extra.name: extra.value for extra in event.extras}
    return {
        "uid": event.uid,
        "start": point(event.dtstart),
        "end": point(event.end),
        "summary": event.summary,
        "description": event.description,
        "location": event.location,
        "categories": event.categories,
        "status": event.status and event.status.value,
        "sequence": event.sequence,
        "transp": event.transparency,
        "url": event.url,
        "edtf": extras.get("x-cica-edtf"),
    }


answer("ical", read)
