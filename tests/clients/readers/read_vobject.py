"""What `vobject` reads."""

from collections.abc import Iterator
from typing import Any

import vobject
from answer import Record, answer, point


def read(text: str) -> Iterator[Record]:
    return map(record, vobject.readOne(text).vevent_list)


def record(event: Any) -> Record:
    def value(name: str) -> Any:
        return event.getChildValue(name)

    return {
        "uid": value("uid"),
        "start": point(value("dtstart")),
        "end": point(value("dtend")),
        "summary": value("summary"),
        "description": value("description"),
        "location": value("location"),
        "categories": value("categories"),
        "status": value("status"),
        "sequence": int(value("sequence")),
        "transp": value("transp"),
        "url": value("url"),
        "edtf": value("x_cica_edtf"),
    }


answer("vobject", read)
