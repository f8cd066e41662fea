"""How fast is a calendar read? Our own feed of 3,000 events, to values in the language's types."""

from pathlib import Path
from typing import Any

from cica_events import ical as own_format

from .measuring import ROUNDS, Peer, comparison, contest
from .records import EXTRAS, NAMES, NOW, Record, as_json, lay_ready, read, unescaped

SIZE = 3000
PEERS = (
    Peer("ours", "**cica-events**", "cica-events"),
    Peer("icalendar", "icalendar", "icalendar"),
    Peer("home_assistant", "ical", "ical"),
    Peer("readIcalJs", "ical.js", "npm:ical.js"),
)


def measure(folder: Path, quick: bool) -> dict[str, str]:
    size = 30 if quick else SIZE
    lay_ready(folder, size)
    times = contest(__name__, PEERS, folder, 1 if quick else ROUNDS)
    return {"reading": comparison(times, size, "an event")}


def ours(folder: Path) -> Any:
    """It also checks that the lines do not contradict each other."""
    feed = (folder / "feed.ics").read_bytes()
    shown = lambda calendar: as_json(read(own_format.dumps(calendar, now=NOW)))  # noqa: E731
    return lambda: own_format.loads(feed), shown


def icalendar(folder: Path) -> Any:
    feed = (folder / "feed.ics").read_bytes()
    return lambda: read(feed), as_json


def home_assistant(folder: Path) -> Any:
    """Home Assistant's library, on pydantic."""
    from ical.calendar_stream import IcsCalendarStream

    def record(it: Any) -> Record:
        made = {name: getattr(it, name.lower()) for name in NAMES if name != "TRANSP"}
        made |= {"CATEGORIES": it.categories[0], "STATUS": it.status.value}
        made |= {"TRANSP": it.transparency}
        extras = {extra.name.upper(): extra.value for extra in it.extras}
        return made | {name: unescaped(extras[name]) for name in EXTRAS}

    feed = (folder / "feed.ics").read_text("utf-8")
    return lambda: list(map(record, IcsCalendarStream.calendar_from_ics(feed).events)), as_json
