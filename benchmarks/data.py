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
QUESTIONS = {
    "csv": (Peer("write_csv", *OURS), Peer("csv_writer", "csv.writer, on ready strings")),
    "json-writing": (
        Peer("write_json", *OURS),
        Peer("write_with_cattrs", "cattrs + orjson", "cattrs"),
    ),
    "json-reading": (
        Peer("read_json", *OURS),
        Peer("read_with_cattrs", "cattrs + orjson", "cattrs"),
        Peer("read_with_msgspec", "msgspec (dates stay text)", "msgspec"),
    ),
}


def measure(folder: Path, quick: bool) -> dict[str, str]:
    size, rounds = (30, 1) if quick else (SIZE, ROUNDS)
    lay_ready(folder, size)
    (folder / "table.csv").write_bytes(ce.csv.dumps(given(folder)))
    (folder / "document.json").write_bytes(ce.json.dumps(given(folder)))
    tables = {}
    for name, peers in QUESTIONS.items():
        times = contest(__name__, peers, folder, rounds, str if name == "csv" else events_of)
        tables[name] = comparison(times, size, "an event")
    return tables


def events_of(document: str) -> Any:
    return json.loads(document)["events"]


def shown(calendar: ce.Calendar) -> str:
    return ce.json.dumps(calendar).decode()


def write_csv(folder: Path) -> Any:
    calendar = given(folder)
    return lambda: ce.csv.dumps(calendar), bytes.decode


def csv_writer(folder: Path) -> Any:
    def work() -> bytes:
        file = io.StringIO(newline="")
        csv.writer(file).writerows(rows)
        return file.getvalue().encode()

    rows = list(csv.reader(io.StringIO((folder / "table.csv").read_text("utf-8"), newline="")))
    return work, bytes.decode


def write_json(folder: Path) -> Any:
    calendar = given(folder)
    return lambda: ce.json.dumps(calendar), bytes.decode


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
        days = {"earliest": event.when.earliest, "latest": event.when.latest}
        values = fields(event) | {"when_text": event.when_text} | days
        return {name: value for name, value in values.items() if value not in (None, (), [])}

    def work() -> bytes:
        document = {"id": calendar.id, "events": [record(event) for event in calendar.events]}
        return orjson.dumps(document, option=orjson.OPT_INDENT_2)

    return work, bytes.decode


def read_json(folder: Path) -> Any:
    """It also catches repeated keys and derived fields that contradict `when`."""
    document = (folder / "document.json").read_bytes()
    return lambda: ce.json.loads(document), shown


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
    return lambda: calendar(orjson.loads(document)), shown


def read_with_msgspec(folder: Path) -> Any:
    """Structs with checked types; the dates stay text, and no value is looked at."""
    import msgspec

    names = [field.alias for field in attrs.fields(ce.Event)]
    record = msgspec.defstruct("Record", [(name, Any, None) for name in names])
    fields = [("id", str), ("name", str), ("events", tuple[record, ...])]
    decoder = msgspec.json.Decoder(msgspec.defstruct("Document", fields))

    def event(it: Any) -> ce.Event:
        values = {name: value for name, value in msgspec.structs.asdict(it).items() if value}
        return ce.Event(**values | {"when": ce.parse_edtf(it.when)})

    def calendar(it: Any) -> ce.Calendar:
        return ce.Calendar(id=it.id, name=it.name, events=map(event, it.events))

    document = (folder / "document.json").read_bytes()
    return lambda: decoder.decode(document), lambda it: shown(calendar(it))
