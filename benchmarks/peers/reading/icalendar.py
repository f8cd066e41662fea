"""`icalendar`."""

from collections.abc import Callable
from pathlib import Path

from benchmarks import ready

LABEL = "icalendar"
PACKAGES = ("icalendar",)


def prepare(folder: Path) -> Callable[[], list[ready.Ready]]:
    feed = (folder / "feed.ics").read_bytes()
    return lambda: ready.read(feed)


def shown(records: list[ready.Ready]) -> bytes:
    return ready.as_json(records)
