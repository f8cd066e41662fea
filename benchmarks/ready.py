"""The values of an event's fourteen properties, ready to be written; and read from any feed."""

import json
import re
from collections.abc import Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, NamedTuple

ESCAPE = re.compile(r"\\(.)", re.DOTALL)
NAMES = {
    "uid": "UID",
    "stamp": "DTSTAMP",
    "sequence": "SEQUENCE",
    "start": "DTSTART",
    "end": "DTEND",
    "summary": "SUMMARY",
    "description": "DESCRIPTION",
    "category": "CATEGORIES",
    "status": "STATUS",
    "transp": "TRANSP",
    "busy": "X-MICROSOFT-CDO-BUSYSTATUS",
    "edtf": "X-CICA-EDTF",
    "basis": "X-CICA-BASIS",
    "evidence": "X-CICA-EVIDENCE",
}


class Ready(NamedTuple):
    uid: str
    stamp: datetime
    sequence: int
    start: date
    end: date
    summary: str
    description: str
    category: str
    status: str
    transp: str
    busy: str
    edtf: str
    basis: str
    evidence: str


def read(feed: bytes) -> list[Ready]:
    """What a feed says, as the icalendar package understands it, in the order of the UIDs."""
    from icalendar import Calendar

    tree = Calendar.from_ical(feed)
    return sorted(Ready(**{f: value(event, n) for f, n in NAMES.items()}) for event in tree.events)


def value(event: Any, name: str) -> Any:
    found = event[name]
    if name == "CATEGORIES":
        return str(found.cats[0])
    if name in ("DTSTAMP", "DTSTART", "DTEND"):
        return found.dt
    if name == "SEQUENCE":
        return int(found)
    return unescaped(str(found)) if name.startswith("X-") else str(found)


def unescaped(text: str) -> str:
    return ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


def as_json(records: Iterable[Ready]) -> bytes:
    """One form for every language: days and moments as ISO 8601 writes them."""
    plain = [
        record._asdict()
        | {name: getattr(record, name).isoformat() for name in ("start", "end")}
        | {"stamp": f"{record.stamp:%Y-%m-%dT%H:%M:%SZ}"}
        for record in records
    ]
    return json.dumps(plain, ensure_ascii=False, sort_keys=True).encode()


def load(folder: Path) -> list[Ready]:
    """The records that a section laid ready for its peers."""
    return [
        Ready(
            **record
            | {name: date.fromisoformat(record[name]) for name in ("start", "end")}
            | {"stamp": datetime.fromisoformat(record["stamp"])}
        )
        for record in json.loads((folder / "ready.json").read_bytes())
    ]
