"""A calendar of times of day (`timed.txt`), and the moments that each must be shown at."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from attrs import evolve

from cica_events import Calendar, Event, parse_edtf, parse_time

# Whoever reads is here: north and south of the equator, where the clocks change in other nights,
# and where they were put back for good in the night before 1 March 2024.
ZONES = ("America/New_York", "Pacific/Auckland", "Asia/Almaty")

# The months in which an event begins or ends, in any zone.
MONTHS = (
    *("1999-09", "2024-02", "2024-03", "2024-04", "2024-06", "2024-09", "2024-11", "2024-12"),
    *("2025-01", "2037-07"),
)
MORE: dict[str, dict[str, Any]] = {
    "zone-supplied": {"supplied": ("zone",), "note": "The zone is that of the hosts."},
    "called-off": {"status": "cancelled"},
}


@dataclass(frozen=True)
class Case:
    """An event, and when it starts and ends: moments in UTC, or days where its zone is unknown."""

    id: str
    when: str
    time: str
    zone: str | None
    start: str
    end: str | None

    def event(self) -> Event:
        title = self.id.replace("-", " ").capitalize()
        when, time = parse_edtf(self.when), parse_time(self.time)
        more = MORE.get(self.id, {})
        return Event(id=self.id, title=title, when=when, time=time, zone=self.zone, **more)


def cases() -> Iterator[Case]:
    lines = Path(__file__).with_suffix(".txt").read_text().splitlines()
    rows = [line.split() for line in lines if line and not line.startswith("#")]
    for name, when, time, zone, start, end in rows[1:]:
        bounds = (to_the_second(bound) for bound in (start, end))
        yield Case(name, when, time, said(zone), *bounds)


def said(cell: str) -> str | None:
    return None if cell == "-" else cell


def to_the_second(bound: str) -> str | None:
    return bound.replace("Z", ":00Z") if "T" in bound else said(bound)


CASES = tuple(cases())


def calendar() -> Calendar:
    return Calendar(id="timed", name="Times of day", events=[case.event() for case in CASES])


def all_day(calendar: Calendar) -> Calendar:
    """The same calendar before the times of its events were known."""
    events = [evolve(event, time=None, zone=None, supplied=None) for event in calendar.events]
    return evolve(calendar, events=events)
