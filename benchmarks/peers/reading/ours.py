"""`ical.loads`: it also checks that the lines do not contradict each other."""

from collections.abc import Callable
from pathlib import Path

from benchmarks import ready
from benchmarks.records import NOW
from cica_events import Calendar, ical

LABEL = "**cica-events**"
PACKAGES = ("cica-events",)


def prepare(folder: Path) -> Callable[[], Calendar]:
    feed = (folder / "feed.ics").read_bytes()
    return lambda: ical.loads(feed)


def shown(calendar: Calendar) -> bytes:
    return ready.as_json(ready.read(ical.dumps(calendar, now=NOW)))
