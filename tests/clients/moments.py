"""Days and moments as text, `2024-06-12` and `2024-06-12T14:00:00Z`, and how programs show them."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from .record import Record


def written(at: datetime) -> str:
    return at.astimezone(UTC).isoformat().replace("+00:00", "Z")


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text)


def later(text: str, length: timedelta) -> str:
    return written(moment(text) + length)


def clock(text: str, zone: str) -> str:
    """What the clocks of a zone show at a moment; a day is that day everywhere."""
    if "T" not in text:
        return text
    there = moment(text).astimezone(ZoneInfo(zone)).replace(tzinfo=None)
    return there.isoformat(timespec="minutes")


@dataclass(frozen=True)
class Display:
    """How a program shows moments.

    `unended`: how long it makes an event last that has no end; `by_clock`: it shows what the user's
    own clock does; `clock_never_changes`: it reckons as if that were so; `days_in`: the zone whose
    days it shows, where it is not the user's.
    """

    unended: timedelta | None = timedelta(0)
    by_clock: bool = False
    clock_never_changes: bool = False
    days_in: str = ""

    @property
    def of_no_end(self) -> str:
        """What becomes of an event without an end, in words."""
        if self.unended is None:
            return "gives no end"
        return "draws an hour" if self.unended else "gives no length"

    def of(self, records: Iterable[Record], zone: str) -> list[Record]:
        """What the program must show, as a user of this zone, of what a feed says."""
        return [self._shown(record, zone) for record in records]

    def _shown(self, record: Record, zone: str) -> Record:
        start, end = record["start"], record["end"]
        if self.by_clock:
            start, end = self._by_clock(record, zone)
        elif end is None and self.unended is not None:
            end = later(start, self.unended)
        return {**record, "start": start, "end": end}

    def days(self, record: Record, zone: str) -> set[str]:
        """The days under which an event stands; its end is exclusive, but for a moment alone."""
        start, end = self._by_clock(record, self.days_in or zone)
        first, last = date.fromisoformat(start[:10]), date.fromisoformat(end[:10])
        if last > first and end[10:] in ("", "T00:00"):
            last -= timedelta(days=1)
        return {str(first + timedelta(days=day)) for day in range((last - first).days + 1)}

    def _by_clock(self, record: Record, zone: str) -> tuple[str, str]:
        start = clock(record["start"], zone)
        if record["end"]:
            return start, clock(record["end"], zone)
        length = self.unended or timedelta(0)
        if self.clock_never_changes:
            return start, (datetime.fromisoformat(start) + length).isoformat(timespec="minutes")
        return start, clock(later(record["start"], length), zone)


AS_MOMENTS = Display()
