"""What checked writing costs in plain Python at the least: escape, fold, refuse control characters.

It is given the text of every property ready made.
"""

import re
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

from benchmarks import ready

LABEL = "checked floor, hand-written"
CONTROL = re.compile("[\x00-\x09\x0b-\x1f\x7f]")


def version() -> str:
    return ""


def prepare(folder: Path) -> Callable[[], bytes]:
    records = ready.load(folder)
    head = (folder / "head.ics").read_bytes()
    return lambda: b"".join([head, *map(event, records), b"END:VCALENDAR\r\n"])


def shown(feed: bytes) -> bytes:
    return feed


def event(it: ready.Ready) -> bytes:
    lines = (
        "BEGIN:VEVENT",
        f"UID:{checked(it.uid)}",
        f"DTSTAMP:{moment(it.stamp)}",
        f"SEQUENCE:{it.sequence}",
        f"DTSTART;VALUE=DATE:{day(it.start)}",
        f"DTEND;VALUE=DATE:{day(it.end)}",
        f"SUMMARY:{escaped(it.summary)}",
        f"DESCRIPTION:{escaped(it.description)}",
        f"CATEGORIES:{escaped(it.category)}",
        f"STATUS:{checked(it.status)}",
        f"TRANSP:{checked(it.transp)}",
        f"X-MICROSOFT-CDO-BUSYSTATUS:{checked(it.busy)}",
        f"X-CICA-EDTF:{checked(it.edtf)}",
        f"X-CICA-BASIS:{checked(it.basis)}",
        f"X-CICA-EVIDENCE:{escaped(it.evidence)}",
        "END:VEVENT",
    )
    return "".join(map(folded, lines)).encode()


def day(it: date) -> str:
    return it.isoformat().replace("-", "")


def moment(it: datetime) -> str:
    return f"{it:%Y%m%dT%H%M%SZ}"


def checked(text: str) -> str:
    if not text.isprintable() and CONTROL.search(text):
        raise ValueError(f"a control character in {text!r}")
    return text


def escaped(text: str) -> str:
    text = checked(text)
    return text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,").replace("\n", "\\n")


def folded(line: str) -> str:
    if not line.isascii():
        return folded_octets(line.encode())
    if len(line) <= 75:
        return f"{line}\r\n"
    rest = [line[n : n + 74] for n in range(75, len(line), 74)]
    return "\r\n ".join([line[:75], *rest]) + "\r\n"


def folded_octets(octets: bytes) -> str:
    pieces = []
    start, room = 0, 75
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0xC0 == 0x80:
            end -= 1
        pieces.append(octets[start:end])
        start, room = end, 74
    return b"\r\n ".join([*pieces, octets[start:]]).decode() + "\r\n"
