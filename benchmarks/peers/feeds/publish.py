"""`publish` of 10,000 events, of which ten are not as they are in the feed."""

import json
from collections.abc import Callable
from itertools import cycle
from pathlib import Path

from benchmarks.records import NOW, calendar, event
from cica_events import Calendar, Changes, publish
from cica_events.formats import FORMATS

LABEL = "`publish`, ten events of which changed"
PACKAGES = ("cica-events",)
CHANGED = 10


def prepare(folder: Path) -> Callable[[], list[str]]:
    given = calendar(json.loads((folder / "count.json").read_bytes()))
    states = cycle([revised(given, revision) for revision in (1, 2)])
    target = folder / "published"
    publish(given, target, now=NOW)

    def work() -> list[str]:
        checked(publish(next(states), target, now=NOW))
        return suffixes(target)

    return work


def shown(found: list[str]) -> bytes:
    return json.dumps(found).encode()


def suffixes(folder: Path) -> list[str]:
    """The formats that are in a folder."""
    return sorted(path.suffix for path in folder.iterdir() if path.suffix in FORMATS)


def revised(given: Calendar, revision: int) -> Calendar:
    events = list(given.events)
    step = len(events) // CHANGED
    for number in range(0, step * CHANGED, step):
        events[number] = event(number, revision)
    return Calendar(id=given.id, name=given.name, events=events)


def checked(changes: Changes) -> None:
    assert len(changes.changed) == CHANGED, changes
    assert not changes.added, changes
