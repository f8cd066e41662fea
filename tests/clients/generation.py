"""`Generation`: a feed at one point of its life."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from attrs import evolve

from cica_events import Calendar, Event, load_release, parse_edtf, publish

from . import reference, timed
from .record import Record

SUMMIT = "sixth-summit-2022@cica"
WITHDRAWN = "joint-statement-2022@cica"

# The months in which an event begins or ends.
MONTHS = ("1993-04", "1999-09", "2010-01", "2014-12", "2022-05", "2022-10")


@dataclass(frozen=True)
class Generation:
    name: str
    feed: bytes

    @property
    def records(self) -> list[Record]:
        return reference.read(self.feed)

    def event(self, uid: str) -> Record:
        (record,) = (it for it in self.records if it["uid"] == uid)
        return record


def generations() -> tuple[Generation, Generation, Generation]:
    """The bundled feed; then the summit's days are known; then the joint statement is withdrawn."""
    first = load_release().calendar()
    refined = with_events(first, map(dated, first.events))
    withdrawn = with_events(refined, (it for it in refined.events if uid(it) != WITHDRAWN))
    with TemporaryDirectory() as folder:
        return (
            published("first", first, Path(folder), 1),
            published("refined", refined, Path(folder), 2),
            published("withdrawn", withdrawn, Path(folder), 3),
        )


def timed_generations() -> tuple[Generation, Generation, Generation]:
    """Events of whole days; then their times are known; then these are taken back."""
    times = timed.calendar()
    days = timed.all_day(times)
    with TemporaryDirectory() as folder:
        return (
            published("days", days, Path(folder), 1),
            published("times", times, Path(folder), 2),
            published("days again", days, Path(folder), 3),
        )


def published(name: str, calendar: Calendar, folder: Path, day: int) -> Generation:
    now = datetime(2027, 1, day, tzinfo=UTC)
    publish(calendar, folder, now=now, url="https://example.org/calendars")
    return Generation(name, (folder / f"{calendar.id}.ics").read_bytes())


def with_events(calendar: Calendar, events: Iterable[Event]) -> Calendar:
    return evolve(calendar, events=tuple(events))


def dated(event: Event) -> Event:
    """The summit with the days that a later release gives it."""
    days = parse_edtf("2022-10-12/2022-10-13")
    return evolve(event, when=days) if uid(event) == SUMMIT else event


def uid(event: Event) -> str:
    return f"{event.id}@cica"
