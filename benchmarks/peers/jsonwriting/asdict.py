"""`json.dumps(attrs.asdict(...))`, with the derived fields added and empty ones left out."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from benchmarks.peers.jsonwriting.ours import shown
from benchmarks.records import calendar
from cica_events import EdtfDate, EdtfInterval, Event

__all__ = ["LABEL", "PACKAGES", "prepare", "shown"]

LABEL = "json.dumps(attrs.asdict(event))"
PACKAGES = ("attrs",)


def prepare(folder: Path) -> Callable[[], bytes]:
    given = calendar(json.loads((folder / "count.json").read_bytes()))

    def work() -> bytes:
        events = list(map(record, given.events))
        document = {"id": given.id, "name": given.name, "events": events}
        return json.dumps(document, ensure_ascii=False, indent=2).encode()

    return work


def record(event: Event) -> dict[str, Any]:
    fields = attrs.asdict(event, value_serializer=serialized)
    fields |= {
        "when_text": event.when_text,
        "earliest": str(event.when.earliest),
        "latest": str(event.when.latest),
    }
    return {name: value for name, value in fields.items() if value is not None and value != ()}


def serialized(_event: object, _field: object, value: Any) -> Any:
    return str(value) if isinstance(value, EdtfDate | EdtfInterval) else value
