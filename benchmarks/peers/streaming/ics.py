"""`dump` of a stream of events to an .ics file."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.streaming import dumping, shown

__all__ = ["LABEL", "PACKAGES", "prepare", "shown"]

LABEL = ".ics"
PACKAGES = ("cica-events",)


def prepare(folder: Path) -> Callable[[], int]:
    return dumping(".ics", folder)
