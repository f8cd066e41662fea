"""How fast is a calendar written? 3,000 events of fourteen properties."""

from pathlib import Path
from typing import Any

from cica_events import ical

from .measuring import ROUNDS, Peer, comparison, contest
from .records import NOW, Ready, given, lay_ready, read, ready

SIZE = 3000
PEERS = (
    Peer("ours", "**cica-events**", "cica-events"),
    Peer("icalendar", "icalendar", "icalendar"),
    Peer("ical_py", "ical", "ical"),
    Peer("ics", "ics (does not fold)", "ics"),
    Peer("vobject", "vobject", "vobject"),
    Peer("writeIcalJs", "ical.js", "npm:ical.js"),
    Peer("writeIcalGenerator", "ical-generator", "npm:ical-generator"),
)


def measure(folder: Path, quick: bool) -> dict[str, str]:
    size = 30 if quick else SIZE
    lay_ready(folder, size)
    times = contest(__name__, PEERS, folder, 1 if quick else ROUNDS, in_order)
    return {"writing": comparison(times, size, "an event")}


def in_order(feed: bytes) -> list[Ready]:
    """What a feed says; some write the events in an order of their own."""
    return sorted(read(feed))


def ours(folder: Path) -> Any:
    """Works out from each event what the others are given: the days, the words, the notes."""
    events = given(folder)
    return lambda: ical.dumps(events, now=NOW), bytes


def icalendar(folder: Path) -> Any:
    from icalendar import Calendar, Event, vText

    def event(it: Ready) -> Event:
        made = Event()
        made.add("uid", it.uid)
        made.add("dtstamp", it.stamp)
        made.add("sequence", it.sequence)
        made.add("dtstart", it.start)
        made.add("dtend", it.end)
        made.add("categories", [it.categories])
        for name in ("summary", "description", "status", "transp"):
            made.add(name, getattr(it, name))
        made.add("x-microsoft-cdo-busystatus", it.busy)
        made.add("x-cica-edtf", it.edtf)
        made.add("x-cica-basis", it.basis)
        made.add("x-cica-evidence", vText(it.evidence))
        return made

    def work() -> bytes:
        calendar = Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", "-//bench//EN")
        for record in records:
            calendar.add_component(event(record))
        return bytes(calendar.to_ical(sorted=False))

    records = ready(folder)
    return work, bytes


def ical_py(folder: Path) -> Any:
    """Home Assistant's library, on pydantic."""
    from ical.calendar import Calendar
    from ical.calendar_stream import IcsCalendarStream
    from ical.event import Event
    from ical.parsing.property import ParsedProperty

    def event(it: Ready) -> Event:
        return Event(
            uid=it.uid,
            dtstamp=it.stamp,
            sequence=it.sequence,
            dtstart=it.start,
            dtend=it.end,
            summary=it.summary,
            description=it.description,
            categories=[it.categories],
            status=it.status,
            transparency=it.transp,
            extras=[
                ParsedProperty(name="x-microsoft-cdo-busystatus", value=it.busy),
                ParsedProperty(name="x-cica-edtf", value=it.edtf),
                ParsedProperty(name="x-cica-basis", value=it.basis),
                ParsedProperty(name="x-cica-evidence", value=it.evidence),
            ],
        )

    def work() -> bytes:
        calendar = Calendar(events=list(map(event, records)))
        return IcsCalendarStream.calendar_to_ics(calendar).encode()

    records = ready(folder)
    return work, bytes


def ics(folder: Path) -> Any:
    """It writes lines of any length, and needs help with what it has no name for."""
    from arrow import Arrow
    from ics import Calendar, Event
    from ics.grammar.parse import ContentLine
    from ics.utils import escape_string

    def event(it: Ready) -> Event:
        made = Event(
            uid=it.uid,
            created=Arrow.fromdatetime(it.stamp),
            begin=it.start.isoformat(),
            name=it.summary,
            description=it.description,
            categories=[it.categories],
            status=it.status,
            transparent=it.transp == "TRANSPARENT",
        )
        made.make_all_day()
        made.end = it.end.isoformat()
        made.extra += [
            ContentLine("SEQUENCE", value=str(it.sequence)),
            ContentLine("X-MICROSOFT-CDO-BUSYSTATUS", value=it.busy),
            ContentLine("X-CICA-EDTF", value=it.edtf),
            ContentLine("X-CICA-BASIS", value=it.basis),
            ContentLine("X-CICA-EVIDENCE", value=escape_string(it.evidence)),
        ]
        return made

    records = ready(folder)
    return lambda: Calendar(events=map(event, records)).serialize().encode(), bytes


def vobject(folder: Path) -> Any:
    import vobject as library
    from vobject.icalendar import utc

    def add(calendar: Any, it: Ready) -> None:
        event = calendar.add("vevent")
        event.add("uid").value = it.uid
        event.add("dtstamp").value = it.stamp.replace(tzinfo=utc)
        event.add("sequence").value = str(it.sequence)
        event.add("dtstart").value = it.start
        event.add("dtend").value = it.end
        event.add("categories").value = [it.categories]
        for name in ("summary", "description", "status", "transp"):
            event.add(name).value = getattr(it, name)
        event.add("x-microsoft-cdo-busystatus").value = it.busy
        event.add("x-cica-edtf").value = it.edtf
        event.add("x-cica-basis").value = it.basis
        event.add("x-cica-evidence").value = it.evidence

    def work() -> bytes:
        calendar = library.iCalendar()
        for record in records:
            add(calendar, record)
        return bytes(calendar.serialize().encode())

    records = ready(folder)
    return work, bytes
