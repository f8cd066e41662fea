"""`dump` of a stream of events to an .csv file."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.streaming import dumping, shown

__all__ = ["LABEL", "PACKAGES", "prepare", "shown"]

LABEL = ".csv"
PACKAGES = ("cica-events",)


def prepare(folder: Path) -> Callable[[], int]:
    return dumping(".csv", folder)
