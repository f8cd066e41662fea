"""msgspec: each event is made into a struct, which writes itself and leaves defaults out."""

import json
from collections.abc import Callable
from datetime import date
from pathlib import Path

import msgspec

from benchmarks.peers.jsonwriting.ours import shown
from benchmarks.records import calendar
from cica_events import Event

__all__ = ["LABEL", "PACKAGES", "prepare", "shown"]

LABEL = "msgspec"
PACKAGES = ("msgspec",)


class Record(msgspec.Struct, omit_defaults=True):
    id: str
    title: str
    when: str
    when_text: str
    basis: str
    kind: str
    status: str
    sequence: int
    earliest: date | None = None
    latest: date | None = None
    place: str | None = None
    participants: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    description: str | None = None
    note: str | None = None
    url: str | None = None
    source_title: str | None = None
    modified: str | None = None


def prepare(folder: Path) -> Callable[[], bytes]:
    given = calendar(json.loads((folder / "count.json").read_bytes()))

    def work() -> bytes:
        events = list(map(record, given.events))
        document = {"id": given.id, "name": given.name, "events": events}
        return msgspec.json.format(msgspec.json.encode(document), indent=2)

    return work


def record(event: Event) -> Record:
    return Record(
        id=event.id,
        title=event.title,
        when=str(event.when),
        when_text=event.when_text,
        basis=event.basis,
        kind=event.kind,
        status=event.status,
        sequence=event.sequence,
        earliest=event.when.earliest,
        latest=event.when.latest,
        place=event.place,
        participants=event.participants,
        evidence=event.evidence,
        description=event.description,
        note=event.note,
        url=event.url,
        source_title=event.source_title,
        modified=event.modified and event.modified.isoformat(),
    )
