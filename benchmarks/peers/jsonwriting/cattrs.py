"""cattrs and orjson, with the derived fields added and empty ones left out."""

import json
from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Any

import orjson
from cattrs import Converter
from cattrs.gen import make_dict_unstructure_fn

from benchmarks.peers.jsonwriting.ours import shown
from benchmarks.records import calendar
from cica_events import EdtfDate, EdtfInterval, Event

__all__ = ["LABEL", "PACKAGES", "prepare", "shown"]

LABEL = "cattrs + orjson"
PACKAGES = ("cattrs", "orjson")


def prepare(folder: Path) -> Callable[[], bytes]:
    given = calendar(json.loads((folder / "count.json").read_bytes()))
    unstructure = converter().unstructure

    def work() -> bytes:
        events = [unstructure(event) for event in given.events]
        document = {"id": given.id, "name": given.name, "events": events}
        return orjson.dumps(document, option=orjson.OPT_INDENT_2)

    return work


def converter() -> Converter:
    made = Converter()
    made.register_unstructure_hook(EdtfDate, str)
    made.register_unstructure_hook(EdtfInterval, str)
    made.register_unstructure_hook(EdtfDate | EdtfInterval, str)
    made.register_unstructure_hook(datetime, str)
    fields = make_dict_unstructure_fn(Event, made)

    def hook(event: Event) -> dict[str, Any]:
        found = fields(event)
        found["when_text"] = event.when_text
        found["earliest"] = event.when.earliest
        found["latest"] = event.when.latest
        return {name: value for name, value in found.items() if value is not None and value != []}

    made.register_unstructure_hook(Event, hook)
    return made
