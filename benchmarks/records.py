"""What every peer is given: the same events, feeds and prose in every run and on every machine."""

import json
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from functools import cache
from itertools import count, cycle, islice
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from cica_events import Calendar, Event, ical, load_release, parse_edtf

NOW = datetime(2022, 10, 1, 12, tzinfo=UTC)
PLACES = ("Astana", "Almaty", "Ankara", "Baku", "Dushanbe", "Samarkand", "Shanghai", "Tashkent")
BODIES = (
    *("the foreign ministers", "the Senior Officials Committee"),
    *("the Қазақстан Республикасы delegation", "the Türkiye Büyük Millet Meclisi delegation"),
    *("the Council of Eminent Persons", "the working groups on energy, trade and transport"),
)
KINDS = ("meeting", "ministerial", "summit", "statement")
BASES = ("stated",) * 8 + ("resolved", "inferred")
# The properties of an event, by the names that their values have when they are laid ready.
PROPERTIES = {name: name.upper() for name in ("uid", "sequence", "summary", "description")}
PROPERTIES |= {"stamp": "DTSTAMP", "start": "DTSTART", "end": "DTEND", "transp": "TRANSP"}
PROPERTIES |= {"categories": "CATEGORIES", "status": "STATUS"}
EXTRAS = {"busy": "X-MICROSOFT-CDO-BUSYSTATUS", "edtf": "X-CICA-EDTF", "basis": "X-CICA-BASIS"}
EXTRAS |= {"evidence": "X-CICA-EVIDENCE"}
PLAIN = ("uid", "sequence", "summary", "description", "status")
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
NUMBER = re.compile(r"[0-9]+")
Record = SimpleNamespace
parsed = cache(parse_edtf)


def calendar(size: int) -> Calendar:
    """A calendar that holds its events."""
    return Calendar(id="bench", name="Benchmark", events=tuple(map(event, range(size))))


def stream(size: int, distinct: int | None = None) -> Calendar:
    """A calendar whose events come one after the other, so many of them different ones.

    Each is made when its turn comes, unless they come from a pool that was made beforehand.
    """
    events: Iterator[Event] = map(event, range(size))
    if distinct:
        events = islice(cycle([event(number) for number in range(distinct)]), size)
    return Calendar(id="bench", name="Benchmark", events=events)


def event(number: int) -> Event:
    """Of ten events, six name a day, two a month, one a year and one an interval."""
    body, place = BODIES[number % len(BODIES)], PLACES[number % len(PLACES)]
    day = 1 + number % 28
    return Event(
        id=f"event-{number:07}",
        title=f"Meeting {number} of {body}",
        when=parsed(edtf_text(number)),
        kind=KINDS[number % len(KINDS)],
        basis=BASES[number % len(BASES)],
        evidence=(f"{body}; their meeting {number}, in {place}, of which the {day}th was a day",),
    )


def edtf_text(number: int) -> str:
    year, month, day = 1992 + number % 31, 1 + number % 12, 1 + number % 28
    if number % 10 < 6:
        return f"{year}-{month:02}-{day:02}"
    if number % 10 < 8:
        return f"{year}-{month:02}"
    return f"{year}" if number % 10 == 8 else f"{year}/{year + 4}"


def read(feed: str | bytes) -> list[Record]:
    """What a feed says, as the icalendar package understands it."""
    from icalendar import Calendar

    names = PROPERTIES | EXTRAS
    events = Calendar.from_ical(feed).events
    return [Record(**{key: value(event, name) for key, name in names.items()}) for event in events]


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


def as_json(records: list[Record]) -> str:
    """One form for every language: days and moments as ISO 8601 writes them."""
    plain = list(map(vars, records))
    return json.dumps(plain, ensure_ascii=False, sort_keys=True, default=iso)


def iso(moment: date) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if isinstance(moment, datetime) else f"{moment}"


def ready(folder: Path) -> list[Record]:
    """The values that were laid ready for those who write."""
    records = [Record(**fields) for fields in json.loads((folder / "ready.json").read_bytes())]
    for it in records:
        it.start, it.end = date.fromisoformat(it.start), date.fromisoformat(it.end)
        it.stamp = datetime.fromisoformat(it.stamp)
    return records


def lay_ready(folder: Path, size: int) -> None:
    """Puts into a folder what the peers are given: how many events, their feed and its values."""
    feed = ical.dumps(calendar(size), now=NOW)
    (folder / "size.json").write_text(json.dumps(size))
    (folder / "feed.ics").write_bytes(feed)
    (folder / "ready.json").write_text(as_json(read(feed)), "utf-8")


def given(folder: Path) -> Calendar:
    """The events that the values are those of."""
    return calendar(json.loads((folder / "size.json").read_bytes()))


def prose(size: int) -> str:
    """So many characters: the bundled release again and again, every number in it another one."""
    text, found = load_release().text, ""
    for page in count():
        if len(found) >= size:
            break
        found += NUMBER.sub(lambda match, page=page: shifted(match[0], page), text)
    return found[:size]


def shifted(digits: str, number: int) -> str:
    if len(digits) == 4:
        return str(1900 + (int(digits) + number) % 120)
    return str(1 + (int(digits) + number) % 28) if len(digits) < 3 else digits
