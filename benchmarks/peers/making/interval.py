"""`parse_edtf`, of one text."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.peers.making.event import shown
from cica_events import parse_edtf

__all__ = ["LABEL", "PACKAGES", "prepare", "shown"]

LABEL = '`parse_edtf("2010/2014")`'
PACKAGES = ("cica-events",)


def prepare(_: Path) -> Callable[[], list[Any]]:
    return lambda: [parse_edtf("2010/2014") for _ in range(1000)]
