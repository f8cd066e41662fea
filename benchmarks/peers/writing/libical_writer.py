"""libical's writer alone: its components were built before the clock started."""

from collections.abc import Callable
from pathlib import Path

from benchmarks import ready
from benchmarks.peers.writing.libical import (
    VCALENDAR,
    add_component,
    event,
    new_component,
    shown,
    version,
    written,
)

__all__ = ["LABEL", "prepare", "shown", "version"]

LABEL = "libical's C writer alone, its components already built"


def prepare(folder: Path) -> Callable[[], bytes]:
    calendar = new_component(VCALENDAR)
    for record in ready.load(folder):
        add_component(calendar, event(record))
    return lambda: written(calendar)
