"""`json.dumps`, given a calendar."""

import json as standard
from collections.abc import Callable
from pathlib import Path

from benchmarks.records import calendar
from cica_events import json

LABEL = "**cica-events**"
PACKAGES = ("cica-events",)


def prepare(folder: Path) -> Callable[[], bytes]:
    given = calendar(standard.loads((folder / "count.json").read_bytes()))
    return lambda: json.dumps(given)


def shown(document: bytes) -> bytes:
    return canonical(document)


def canonical(document: bytes) -> bytes:
    """The events alone, their keys in order: equal documents give equal bytes."""
    events = standard.loads(document)["events"]
    return standard.dumps(events, sort_keys=True, ensure_ascii=False).encode()
