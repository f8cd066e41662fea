"""The reference: a feed read by the letter of RFC 5545, as far as our feeds need it."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

from .moments import written
from .record import Record

Properties = dict[str, list[str]]


def lines(feed: bytes) -> list[str]:
    """The content lines, unfolded (section 3.1)."""
    assert feed.endswith(b"\r\n")
    return feed.replace(b"\r\n ", b"").decode().split("\r\n")[:-1]


def split(line: str) -> tuple[str, str]:
    """A line's name, with its parameters, and its value; no parameter of ours is quoted."""
    name, _, value = line.partition(":")
    return name, value


def text(value: str) -> str:
    """A TEXT value without its escapes (section 3.3.11)."""
    return re.sub(
        r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value, flags=re.DOTALL
    )


def day(value: str) -> str:
    return date(int(value[:4]), int(value[4:6]), int(value[6:])).isoformat()


def bound(event: Properties, name: str) -> str | None:
    """A day, or a moment in UTC; nothing else is in a feed of ours."""
    if f"{name};VALUE=DATE" in event:
        (value,) = event[f"{name};VALUE=DATE"]
        return day(value)
    if name not in event:
        return None
    (value,) = event[name]
    return written(datetime.strptime(value, "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC))


def events(feed: bytes) -> Iterator[Properties]:
    found: Properties = {}
    for name, value in map(split, lines(feed)):
        if (name, value) == ("BEGIN", "VEVENT"):
            found = {}
        elif (name, value) == ("END", "VEVENT"):
            yield found
        else:
            found.setdefault(name, []).append(value)


def record(event: Properties) -> Record:
    def one(name: str) -> str | None:
        (value,) = event.get(name, [None])
        return value

    def words(name: str) -> str | None:
        value = one(name)
        return None if value is None else text(value)

    return {
        "uid": words("UID"),
        "start": bound(event, "DTSTART"),
        "end": bound(event, "DTEND"),
        "summary": words("SUMMARY"),
        "description": words("DESCRIPTION"),
        "location": words("LOCATION"),
        "categories": [text(value) for value in event.get("CATEGORIES", [])],
        "status": one("STATUS"),
        "sequence": int(one("SEQUENCE") or ""),
        "transp": one("TRANSP"),
        "url": one("URL"),
        "edtf": words("X-CICA-EDTF"),
    }


def read(feed: bytes) -> list[Record]:
    return [record(event) for event in events(feed)]
