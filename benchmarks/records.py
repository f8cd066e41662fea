"""The records that every peer is given: the same ones in every run and on every machine."""

from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import cycle, islice

from cica_events import Calendar, Event, parse_edtf

NOW = datetime(2022, 10, 1, 12, tzinfo=UTC)
POOL = 1_000
PLACES = ("Astana", "Almaty", "Ankara", "Baku", "Dushanbe", "Samarkand", "Shanghai", "Tashkent")
BODIES = (
    "the foreign ministers",
    "the Senior Officials Committee",
    "the Қазақстан Республикасы delegation",
    "the Türkiye Büyük Millet Meclisi delegation",
    "the Council of Eminent Persons",
    "the working groups on energy, trade, transport and tourism",
)
KINDS = ("meeting", "ministerial", "summit", "statement")
BASES = ("stated",) * 8 + ("resolved", "inferred")


def calendar(count: int) -> Calendar:
    """A calendar that holds its events."""
    return Calendar(id="bench", name="Benchmark", events=tuple(events(count)))


def stream(count: int) -> Calendar:
    """A calendar whose events come one after the other from a small pool, at no cost."""
    pool = tuple(events(min(count, POOL)))
    return Calendar(id="bench", name="Benchmark", events=islice(cycle(pool), count))


def events(count: int) -> Iterator[Event]:
    return map(event, range(count))


def event(number: int, revision: int = 0) -> Event:
    """Of ten events, six name a day, two a month, one a year and one an interval."""
    day = 1 + number % 28
    edtf = edtf_text(number)
    body, place = BODIES[number % len(BODIES)], PLACES[number % len(PLACES)]
    again = f", revision {revision}" if revision else ""
    return Event(
        id=f"event-{number:07}",
        title=f"Meeting {number} of {body}{again}",
        when=parsed(edtf),
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


parsed = cache(parse_edtf)
