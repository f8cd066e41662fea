"""`parse_time`: the text comes back; and in a zone its moment is what the zone's offset says."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from cica_events import InvalidError, parse_time
from cica_events.clock import check_zone, moment, offset_at

SEPARATOR = b"%%"  # between the time and the zone
DAYS = (date(1, 1, 1), date(1987, 7, 3), date(2022, 3, 27), date(2022, 10, 30), date(9999, 12, 31))
TIMES = ("10:00", "00:00", "23:59", "02:30/03:00", "22:00/02:00", "24:00", "9:00", "10:00/", "soon")
ZONES = ("Z", "+06:00", "-23:59", "Asia/Almaty", "Europe/Berlin", "Etc/GMT+12", "EST", "../UTC", "")
WORDS = ("%%", "/", ":", "+05:30", "America/New_York", "Pacific/Apia", "GMT", "\u0661")


def seeds() -> Iterator[bytes]:
    for text in TIMES:
        for zone in ZONES:
            yield text.encode() + SEPARATOR + zone.encode()


def check(data: bytes) -> None:
    text, _, zone = (part.decode(errors="surrogateescape") for part in data.partition(SEPARATOR))
    try:
        clock = parse_time(text)
    except InvalidError:
        return
    assert str(clock) == text
    assert parse_time(str(clock)) == clock
    assert clock.describe().replace("–", "/") == text
    try:
        check_zone(zone)
    except InvalidError:
        return
    for day in DAYS:
        check_moment(day, clock.start, zone)


def check_moment(day, at, zone: str) -> None:
    try:
        found = moment(day, at, zone)
    except InvalidError:
        assert day.year in (1, 9999)
        return
    assert found.tzinfo is not None
    local = datetime.combine(day, at, UTC)
    assert abs(found - local) < timedelta(days=1)
    offset = offset_at(day, at, zone)
    if offset is not None:
        assert moment(day, at, offset) == found
