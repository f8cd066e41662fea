"""`ical.dumps`, given events: it also works out what SUMMARY and DESCRIPTION say of the date."""

import json
from collections.abc import Callable
from pathlib import Path

from benchmarks.records import NOW, calendar
from cica_events import ical

LABEL = "**cica-events**"
PACKAGES = ("cica-events",)


def prepare(folder: Path) -> Callable[[], bytes]:
    given = calendar(json.loads((folder / "count.json").read_bytes()))
    return lambda: ical.dumps(given, now=NOW)


def shown(feed: bytes) -> bytes:
    return feed
