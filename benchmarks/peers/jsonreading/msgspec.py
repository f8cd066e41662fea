"""msgspec: structs with checked types; the dates stay text, and no value is looked at."""

from collections.abc import Callable
from pathlib import Path
from typing import Literal

import msgspec

from benchmarks.peers.jsonreading import ours
from cica_events import Calendar, Event, parse_edtf
from cica_events.formats.json import DERIVED

LABEL = "msgspec (dates stay text)"
PACKAGES = ("msgspec",)


class Record(msgspec.Struct, forbid_unknown_fields=True):
    id: str
    title: str
    when: str
    kind: str
    when_text: str | None = None
    earliest: str | None = None
    latest: str | None = None
    basis: Literal["stated", "resolved", "inferred"] = "stated"
    status: Literal["confirmed", "tentative", "cancelled"] = "confirmed"
    place: str | None = None
    participants: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    description: str | None = None
    note: str | None = None
    url: str | None = None
    source_title: str | None = None
    sequence: int = 0
    modified: str | None = None


class Document(msgspec.Struct):
    id: str
    name: str
    events: tuple[Record, ...]


def prepare(folder: Path) -> Callable[[], Document]:
    document = (folder / "document.json").read_bytes()
    decoder = msgspec.json.Decoder(Document)
    return lambda: decoder.decode(document)


def shown(document: Document) -> bytes:
    return ours.shown(
        Calendar(id=document.id, name=document.name, events=list(map(event, document.events)))
    )


def event(record: Record) -> Event:
    fields = msgspec.structs.asdict(record)
    fields["when"] = parse_edtf(record.when)
    return Event(**{name: value for name, value in fields.items() if name not in DERIVED})
