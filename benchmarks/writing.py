"""How fast is a calendar written? 3,000 events of fourteen properties."""

from operator import itemgetter
from pathlib import Path
from typing import Any

from cica_events import ical

from .measuring import ROUNDS, Peer, comparison, contest
from .records import EXTRAS, NAMES, NOW, Record, given, lay_ready, read, ready

SIZE = 3000
PEERS = (
    Peer("ours", "**cica-events**", "cica-events"),
    Peer("icalendar", "icalendar", "icalendar"),
    Peer("home_assistant", "ical", "ical"),
    Peer("writeIcalJs", "ical.js", "npm:ical.js"),
)


def measure(folder: Path, quick: bool) -> dict[str, str]:
    size = 30 if quick else SIZE
    lay_ready(folder, size)
    times = contest(__name__, PEERS, folder, 1 if quick else ROUNDS, in_order)
    return {"writing": comparison(times, size, "an event")}


def in_order(feed: str) -> list[Record]:
    """What a feed says; some write the events in an order of their own."""
    return sorted(read(feed), key=itemgetter("UID"))


def ours(folder: Path) -> Any:
    """Works out from each event what the others are given: the days, the words, the notes."""
    events = given(folder)
    return lambda: ical.dumps(events, now=NOW), bytes.decode


def icalendar(folder: Path) -> Any:
    from icalendar import Calendar, Event, vText

    def event(it: Record) -> Event:
        made = Event()
        for name in NAMES:
            made.add(name, it[name])
        for name in EXTRAS:
            made.add(name, vText(it[name]))
        return made

    def work() -> bytes:
        calendar = Calendar()
        calendar.add("version", "2.0")
        calendar.add("prodid", "-//bench//EN")
        for record in records:
            calendar.add_component(event(record))
        return bytes(calendar.to_ical(sorted=False))

    records = ready(folder)
    return work, bytes.decode


def home_assistant(folder: Path) -> Any:
    """Home Assistant's library, on pydantic."""
    from ical.calendar import Calendar
    from ical.calendar_stream import IcsCalendarStream
    from ical.event import Event
    from ical.parsing.property import ParsedProperty

    def event(it: Record) -> Event:
        fields = {name.lower(): it[name] for name in NAMES} | {"categories": [it["CATEGORIES"]]}
        extras = [ParsedProperty(name=name.lower(), value=it[name]) for name in EXTRAS]
        return Event(**fields, extras=extras)

    def work() -> str:
        return IcsCalendarStream.calendar_to_ics(Calendar(events=list(map(event, records))))

    records = ready(folder)
    return work, str
