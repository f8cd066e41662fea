"""What `icalendar` reads."""

from collections.abc import Iterator

from answer import Record, answer, point
from icalendar import Calendar, Event


def read(text: str) -> Iterator[Record]:
    return map(record, Calendar.from_ical(text).events)


def record(event: Event) -> Record:
    return {
        "uid": event.uid,
        "start": point(event.start),
        "end": point(event.end),
        "summary": event["SUMMARY"],
        "description": event.get("DESCRIPTION"),
        "location": event.get("LOCATION"),
        "categories": event.categories,
        "status": event["STATUS"],
        "sequence": event["SEQUENCE"],
        "transp": event.get("TRANSP"),
        "url": event.get("URL"),
        "edtf": event.get("X-CICA-EDTF"),
    }


answer("icalendar", read)
