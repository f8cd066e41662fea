"""What every peer is given: the same events, feeds and prose in every run and on every machine."""

import json
import re
from collections.abc import Iterable
from datetime import UTC, date, datetime
from functools import cache, partial
from pathlib import Path
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
# The properties of an event that the feeds have, and those of them that are nobody's but ours.
DATES = ("DTSTAMP", "DTSTART", "DTEND")
NAMES = (*"UID SEQUENCE SUMMARY DESCRIPTION CATEGORIES STATUS TRANSP".split(), *DATES)
EXTRAS = ("X-MICROSOFT-CDO-BUSYSTATUS", "X-CICA-EDTF", "X-CICA-BASIS", "X-CICA-EVIDENCE")
ESCAPE = re.compile(r"\\(.)", re.DOTALL)
NUMBER = re.compile(r"[0-9]+")
Record = dict[str, Any]  # what an event says, by the names of the properties
parsed = cache(parse_edtf)


def calendar(events: Iterable[Event]) -> Calendar:
    """A calendar that holds them, or that takes each when its turn comes."""
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

    events = Calendar.from_ical(feed).events
    return [{name: value(event, name) for name in (*NAMES, *EXTRAS)} for event in events]


def value(event: Any, name: str) -> Any:
    found = event[name]
    if name == "CATEGORIES":
        return str(found.cats[0])
    if name in DATES:
        return found.dt
    if name == "SEQUENCE":
        return int(found)
    return unescaped(str(found)) if name in EXTRAS else str(found)


def unescaped(text: str) -> str:
    return ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], text)


def as_json(records: list[Record]) -> str:
    """One form for every language: days and moments as ISO 8601 writes them."""
    return json.dumps(records, ensure_ascii=False, sort_keys=True, default=iso)


def iso(moment: date) -> str:
    return f"{moment:%Y-%m-%dT%H:%M:%SZ}" if isinstance(moment, datetime) else f"{moment}"


def ready(folder: Path) -> list[Record]:
    """The values that were laid ready for those who write."""
    records: list[Record] = json.loads((folder / "ready.json").read_bytes())
    for it in records:
        it["DTSTAMP"] = datetime.fromisoformat(it["DTSTAMP"])
        it |= {name: date.fromisoformat(it[name]) for name in ("DTSTART", "DTEND")}
    return records


def lay_ready(folder: Path, size: int) -> None:
    """Puts into a folder what the peers are given: the feed of so many events, and its values."""
    feed = ical.dumps(calendar(map(event, range(size))), now=NOW)
    (folder / "feed.ics").write_bytes(feed)
    (folder / "ready.json").write_text(as_json(read(feed)), "utf-8")


def given(folder: Path) -> Calendar:
    """The events that the values are those of."""
    return calendar([event(number) for number in range(len(ready(folder)))])


def prose(size: int) -> str:
    """So many characters: the bundled release again and again, every number in it another one."""
    text = load_release().text
    pages = range(2 + size // len(text))
    return "".join(NUMBER.sub(partial(shifted, page), text) for page in pages)[:size]


def shifted(page: int, match: re.Match[str]) -> str:
    number = int(match[0]) + page
    if len(match[0]) == 4:
        return str(1900 + number % 120)
    return str(1 + number % 28) if len(match[0]) < 3 else match[0]
