"""cattrs and orjson: the same classes are built, and nothing else is looked at."""

from collections.abc import Callable, Iterable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, Literal, get_origin

import orjson
from cattrs import Converter

from benchmarks.peers.jsonreading.ours import shown
from cica_events import Calendar, EdtfDate, EdtfInterval, Event, parse_edtf

__all__ = ["LABEL", "PACKAGES", "prepare", "shown"]

LABEL = "cattrs + orjson"
PACKAGES = ("cattrs", "orjson")


def prepare(folder: Path) -> Callable[[], Calendar]:
    document = (folder / "document.json").read_bytes()
    structure = converter().structure
    return lambda: structure(orjson.loads(document), Calendar)


def converter() -> Converter:
    made = Converter()
    events = tuple[Event, ...]
    made.register_structure_hook(EdtfDate | EdtfInterval, lambda text, _: parse_edtf(text))
    made.register_structure_hook(datetime, lambda text, _: datetime.fromisoformat(text))
    made.register_structure_hook(timedelta, lambda text, _: hours(text))
    made.register_structure_hook_func(is_literal, lambda value, _: value)
    made.register_structure_hook_func(is_stream, lambda value, _: made.structure(value, events))
    return made


def hours(text: str) -> timedelta:
    return timedelta(hours=int(text.removeprefix("PT").removesuffix("H")))


def is_stream(kind: Any) -> bool:
    return get_origin(kind) is Iterable


def is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal
