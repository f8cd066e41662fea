"""How fast are the data files? CSV and JSON of 3,000 events, beside the usual ways to make them."""

import csv
import io
import json
from datetime import datetime
from pathlib import Path
from typing import Any

import attrs

import cica_events as ce

from .measuring import ROUNDS, Peer, comparison, contest
from .records import given, lay_ready

SIZE = 3000
OURS = "**cica-events**", "cica-events"
CSV_WRITERS = (
    Peer("write_csv", *OURS),
    Peer("csv_writer", "csv.writer, on ready strings"),
)
JSON_WRITERS = (
    Peer("write_json", *OURS),
    Peer("write_with_cattrs", "cattrs + orjson", "cattrs"),
    Peer("write_with_asdict", "json.dumps(attrs.asdict(event))", "attrs"),
)
JSON_READERS = (
    Peer("read_json", *OURS),
    Peer("read_with_cattrs", "cattrs + orjson", "cattrs"),
    Peer("read_with_msgspec", "msgspec (dates stay text)", "msgspec"),
)
QUESTIONS = {
    "csv": (CSV_WRITERS, bytes),
    "json-writing": (JSON_WRITERS, json.loads),
    "json-reading": (JSON_READERS, json.loads),
}


def measure(folder: Path, quick: bool) -> dict[str, str]:
    size, rounds = (30, 1) if quick else (SIZE, ROUNDS)
    lay_ready(folder, size)
    (folder / "table.csv").write_bytes(ce.csv.dumps(given(folder)))
    (folder / "document.json").write_bytes(ce.json.dumps(given(folder)))
    tables = {}
    for name, (peers, reading) in QUESTIONS.items():
        times = contest(__name__, peers, folder, rounds, reading)
        tables[name] = comparison(times, size, "an event")
    return tables


# CSV


def write_csv(folder: Path) -> Any:
    calendar = given(folder)
    return lambda: ce.csv.dumps(calendar), bytes


def csv_writer(folder: Path) -> Any:
    def work() -> bytes:
        file = io.StringIO(newline="")
        csv.writer(file).writerows(rows)
        return file.getvalue().encode()

    rows = list(csv.reader(io.StringIO((folder / "table.csv").read_text("utf-8"), newline="")))
    return work, bytes


# Writing JSON


def write_json(folder: Path) -> Any:
    calendar = given(folder)
    return lambda: ce.json.dumps(calendar), _canonical


def _canonical(document: bytes) -> bytes:
    """The events alone, their keys in order: equal documents give equal bytes."""
    return json.dumps(json.loads(document)["events"], sort_keys=True).encode()


def write_with_cattrs(folder: Path) -> Any:
    import orjson
    from cattrs import Converter
    from cattrs.gen import make_dict_unstructure_fn

    converter = Converter()
    for kind in (ce.EdtfDate, ce.EdtfInterval, ce.EdtfDate | ce.EdtfInterval, datetime):
        converter.register_unstructure_hook(kind, str)
    fields = make_dict_unstructure_fn(ce.Event, converter)
    calendar = given(folder)

    def record(event: ce.Event) -> dict[str, Any]:
        return _without_empty(fields(event) | _derived(event))

    def work() -> bytes:
        document = {"id": calendar.id, "events": [record(event) for event in calendar.events]}
        return orjson.dumps(document, option=orjson.OPT_INDENT_2)

    return work, _canonical


def _derived(event: ce.Event) -> dict[str, Any]:
    when = event.when
    return {"when_text": event.when_text, "earliest": when.earliest, "latest": when.latest}


def _without_empty(fields: dict[str, Any]) -> dict[str, Any]:
    """An event's fields by their public names, without those that it does not have."""
    given = {name: value for name, value in fields.items() if value not in (None, (), [])}
    return {name.lstrip("_"): value for name, value in given.items()}


def write_with_asdict(folder: Path) -> Any:
    calendar = given(folder)

    def record(event: ce.Event) -> dict[str, Any]:
        return _without_empty(attrs.asdict(event, value_serializer=_as_text) | _derived(event))

    def work() -> bytes:
        document = {"id": calendar.id, "events": [record(event) for event in calendar.events]}
        return json.dumps(document, ensure_ascii=False, indent=2, default=str).encode()

    return work, _canonical


def _as_text(_event: object, _field: object, value: Any) -> Any:
    return str(value) if isinstance(value, ce.EdtfDate | ce.EdtfInterval) else value


# Reading JSON


def read_json(folder: Path) -> Any:
    """It also catches repeated keys and derived fields that contradict `when`."""
    document = (folder / "document.json").read_bytes()
    return lambda: ce.json.loads(document), ce.json.dumps


def read_with_cattrs(folder: Path) -> Any:
    """The same classes are built, and nothing else is looked at."""
    import orjson
    from cattrs import Converter
    from cattrs.gen import make_dict_structure_fn

    converter = Converter()
    converter.register_structure_hook(
        ce.EdtfDate | ce.EdtfInterval, lambda it, _: ce.parse_edtf(it)
    )
    build = make_dict_structure_fn(ce.Event, converter, _cattrs_use_alias=True)

    def calendar(it: dict[str, Any]) -> ce.Calendar:
        events = [build(event, ce.Event) for event in it["events"]]
        return ce.Calendar(id=it["id"], name=it["name"], events=events)

    document = (folder / "document.json").read_bytes()
    return lambda: calendar(orjson.loads(document)), ce.json.dumps


def read_with_msgspec(folder: Path) -> Any:
    """Structs with checked types; the dates stay text, and no value is looked at."""
    import msgspec

    names = [field.alias for field in attrs.fields(ce.Event)]
    record = msgspec.defstruct("Record", [(name, Any, None) for name in names])
    kept = msgspec.defstruct(
        "Document", [("id", str), ("name", str), ("events", tuple[record, ...])]
    )
    decoder = msgspec.json.Decoder(kept)

    def event(it: Any) -> ce.Event:
        fields = {name: value for name, value in msgspec.structs.asdict(it).items() if value}
        return ce.Event(**fields | {"when": ce.parse_edtf(it.when)})

    def shown(it: Any) -> bytes:
        return ce.json.dumps(ce.Calendar(id=it.id, name=it.name, events=map(event, it.events)))

    document = (folder / "document.json").read_bytes()
    return lambda: decoder.decode(document), shown
