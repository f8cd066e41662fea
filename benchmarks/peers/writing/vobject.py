"""`vobject`."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import vobject
from vobject.icalendar import utc

from benchmarks import ready

LABEL = "vobject"
PACKAGES = ("vobject",)


def prepare(folder: Path) -> Callable[[], bytes]:
    records = ready.load(folder)

    def work() -> bytes:
        calendar = vobject.iCalendar()
        for record in records:
            add(calendar, record)
        return calendar.serialize().encode()

    return work


def shown(feed: bytes) -> bytes:
    return feed


def add(calendar: Any, it: ready.Ready) -> None:
    event = calendar.add("vevent")
    event.add("uid").value = it.uid
    event.add("dtstamp").value = it.stamp.replace(tzinfo=utc)
    event.add("sequence").value = str(it.sequence)
    event.add("dtstart").value = it.start
    event.add("dtend").value = it.end
    event.add("summary").value = it.summary
    event.add("description").value = it.description
    event.add("categories").value = [it.category]
    event.add("status").value = it.status
    event.add("transp").value = it.transp
    event.add("x-microsoft-cdo-busystatus").value = it.busy
    event.add("x-cica-edtf").value = it.edtf
    event.add("x-cica-basis").value = it.basis
    event.add("x-cica-evidence").value = it.evidence
