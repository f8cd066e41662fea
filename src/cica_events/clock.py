"""Times of day as they were said, and the zones that make moments of them.

Zones are those of the tz database as the ``tzdata`` package has it, never the system's, so that
the same calendar gives the same bytes on every machine. It is read at the first use of a zone.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import cache
from typing import Any
from unicodedata import normalize

import attrs

from .errors import InvalidError, quoted

__all__ = [
    "ClockTime",
    "check_zone",
    "city_zone",
    "is_fixed",
    "moment",
    "offset_at",
    "offset_in_force",
    "parse_time",
]

# To the minute: press releases give no seconds.
_TIME = re.compile("[0-9]{2}:[0-9]{2}")
_OFFSET = re.compile("([+-])([01][0-9]|2[0-3]):([0-5][0-9])")
# The areas of the tz database whose zones bear the names of cities.
_AREAS = (
    *("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia"),
    *("Europe", "Indian", "Pacific"),
)
_EXPECTED = '"Z", an offset like "+06:00" or a name of the tz database like "Asia/Almaty"'


def _minute(value: Any) -> Any:
    """A plain time of day from text like ``10:00``; what is none stays, for the check to refuse."""
    if isinstance(value, str) and _TIME.fullmatch(value):
        hour, minute = int(value[:2]), int(value[3:])
        if hour < 24 and minute < 60:
            return time(hour, minute)
    if _is_minute(value):
        return time(value.hour, value.minute)
    return value


def _is_minute(value: Any) -> bool:
    """Whether it is a time of day in whole minutes, without a zone of its own."""
    whole = isinstance(value, time) and not value.second and not value.microsecond
    return whole and value.tzinfo is None


@attrs.frozen(repr=False)
class ClockTime:
    """A time of day, or a stretch from one to another, to the minute, as a release says it.

    It has no day and no zone. A stretch may seem to run backwards (``22:00/02:00``): which days
    its two ends belong to is said by the date that stands beside it.

    Args:
        start: a `datetime.time` in whole minutes, or text like ``"10:00"``.
        end: the same, or ``None`` where no end is said.

    Raises:
        InvalidError: either is no time of day in whole minutes; both are named.

    Example:
        >>> morning = ClockTime("10:00", "12:30")
        >>> str(morning), morning.end
        ('10:00/12:30', datetime.time(12, 30))
        >>> ClockTime("25:00")
        Traceback (most recent call last):
        ...
        cica_events.errors.InvalidError: start: "25:00" is not a time of day from 00:00 to 23:59
    """

    start: time = attrs.field(converter=_minute)
    end: time | None = attrs.field(default=None, converter=_minute)

    def __attrs_post_init__(self) -> None:
        given = {"start": self.start}
        if self.end is not None:
            given["end"] = self.end
        problems = [
            (name, f"{quoted(value)} is not a time of day from 00:00 to 23:59")
            for name, value in given.items()
            if not _is_minute(value)
        ]
        if problems:
            raise InvalidError(problems)

    def __str__(self) -> str:
        start = self.start.isoformat("minutes")
        if self.end is not None:
            return f"{start}/{self.end.isoformat('minutes')}"
        return start

    def __repr__(self) -> str:
        return f"<ClockTime {self}>"

    def describe(self) -> str:
        """The time in words that need no language: a stretch with a dash.

        Example:
            >>> parse_time("10:00/12:30").describe()
            '10:00–12:30'
        """
        return str(self).replace("/", "–")


def parse_time(text: str) -> ClockTime:
    """Reads a time of day; ``str()`` of the value gives the same text back.

    Args:
        text: ``HH:MM`` on the 24-hour clock, or two of these with a slash between (ISO 8601).

    Raises:
        InvalidError: the text is neither.

    Example:
        >>> parse_time("10:00/12:30")
        <ClockTime 10:00/12:30>
        >>> parse_time("10 a.m.")
        Traceback (most recent call last):
        ...
        cica_events.errors.InvalidError: "10 a.m." is not a time of day like 10:00 or 10:00/12:30
    """
    if isinstance(text, str):
        with suppress(InvalidError):  # which would name one end alone
            return ClockTime(*text.split("/", 1))
    message = f"{quoted(text)} is not a time of day like 10:00 or 10:00/12:30"
    raise InvalidError([("", message)])


# Zones


def check_zone(zone: str) -> None:
    """Refuses what is no zone; a name that is unknown is answered with the nearest ones.

    Args:
        zone: ``Z``, an offset (RFC 3339 ``time-numoffset``) or a name of the tz database.

    Raises:
        InvalidError: it is none of these.

    Example:
        >>> check_zone("Asia/Almaty")
        >>> check_zone("Asia/Almata")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        cica_events.errors.InvalidError: "Asia/Almata" is not a time zone: "Z", an offset like ...
    """
    if isinstance(zone, str) and (is_fixed(zone) or zone in _names()):
        return
    message = f"{quoted(zone)} is not a time zone: {_EXPECTED} is expected"
    near = isinstance(zone, str) and _nearest(zone)
    if near:
        message += f"; like it are {', '.join(near)}"
    raise InvalidError([("", message)])


def is_fixed(zone: str) -> bool:
    """Whether it is ``Z`` or an offset, which no edition of the tz database changes.

    Example:
        >>> is_fixed("+06:00"), is_fixed("Asia/Almaty")
        (True, False)
    """
    # RFC 3339 4.3 reserves -00:00 for an offset that is not known.
    return zone == "Z" or (_OFFSET.fullmatch(zone) is not None and zone != "-00:00")


def _nearest(zone: str) -> list[str]:
    """The names most like a text, and those whose city it is, whatever its capitals."""
    from difflib import get_close_matches  # it takes longer to load than this module

    names = {name.casefold(): name for name in _names()}
    # Cut, since difflib takes quadratic time.
    wanted = zone[:60].casefold().replace(" ", "_")
    cities = [name for folded, name in names.items() if folded.endswith(f"/{wanted}")]
    near = [names[folded] for folded in get_close_matches(wanted, names, n=3, cutoff=0.75)]
    return list(dict.fromkeys([*cities, *near]))[:3]


@cache
def _names() -> frozenset[str]:
    """The names of all zones that the package `tzdata` has."""
    return frozenset(_tzdata("zones").decode().split())


def _tzdata(*parts: str) -> bytes:
    """A file of the package `tzdata`: never the system's, which differs between machines."""
    from importlib.resources import files

    return files("tzdata").joinpath(*parts).read_bytes()


@cache
def _zone(zone: str) -> tzinfo:
    """A zone that `check_zone` accepts."""
    if zone == "Z":
        return UTC
    match = _OFFSET.fullmatch(zone)
    if match:
        sign, hours, minutes = match.groups()
        length = timedelta(hours=int(hours), minutes=int(minutes))
        if sign == "-":
            length = -length
        return timezone(length)
    from io import BytesIO
    from zoneinfo import ZoneInfo

    # ZoneInfo(zone) would take the system's files before those of tzdata (PEP 615).
    return ZoneInfo.from_file(BytesIO(_tzdata("zoneinfo", *zone.split("/"))), key=zone)


def moment(day: date, at: time, zone: str) -> datetime:
    """The moment, in UTC, at which a zone's clocks show a time on a day.

    A time that the clocks of a zone skip is read with the offset before the change, and one that
    they show twice is the first of the two (RFC 5545 3.3.5).

    Args:
        day: the day there.
        at: the time there.
        zone: what `check_zone` accepts.

    Raises:
        InvalidError: it is no zone, or the moment lies outside the years 1 to 9999.

    Example:
        >>> str(moment(date(2023, 6, 1), time(10, 0), "Asia/Almaty"))
        '2023-06-01 04:00:00+00:00'
        >>> str(moment(date(2024, 6, 1), time(10, 0), "Asia/Almaty"))  # five hours since March 2024
        '2024-06-01 05:00:00+00:00'
    """
    check_zone(zone)
    try:
        # With fold=0, as by default, Python reads both kinds of times so (PEP 495).
        return datetime.combine(day, at, _zone(zone)).astimezone(UTC)
    except OverflowError:
        there = f"{day} {at.isoformat('minutes')} {zone}"
        message = f"{there} is a moment outside the years 0001 to 9999"
        raise InvalidError([("", message)]) from None


def offset_at(day: date, at: time, zone: str) -> str | None:
    """How far a zone's clocks are ahead of UTC at a time on a day, as RFC 3339 writes it.

    Args:
        day: the day there.
        at: the time there.
        zone: what `check_zone` accepts.

    Returns:
        ``Z``, an offset, or ``None`` where it is no whole number of minutes, as some were until a
        century ago.

    Raises:
        InvalidError: it is no zone.

    Example:
        >>> offset_at(date(2025, 7, 1), time(10, 0), "Europe/Brussels")
        '+02:00'
    """
    check_zone(zone)
    offset = datetime.combine(day, at, _zone(zone)).utcoffset()
    if zone == "Z":
        return "Z"
    return _offset_text(offset or timedelta(0))


def offset_in_force(day: date, at: time, region: str, *, summer: bool) -> str | None:
    """The offset of a region's standard or summer time, if its clocks keep that time then.

    Args:
        day: the day there.
        at: the time there.
        region: a name of the tz database.
        summer: whether summer (daylight saving) time is meant, not standard time.

    Raises:
        InvalidError: the region is unknown.

    Example:
        >>> offset_in_force(date(2025, 1, 8), time(10, 0), "Europe/Brussels", summer=False)
        '+01:00'
        >>> offset_in_force(date(2025, 7, 8), time(10, 0), "Europe/Brussels", summer=False)
    """
    check_zone(region)
    for fold in (0, 1):  # the hour that is there twice is in summer time once, and once not
        there = datetime.combine(day, at, _zone(region)).replace(fold=fold)
        if bool(there.dst()) == summer and _is_shown(there):
            return _offset_text(there.utcoffset() or timedelta(0))
    return None


def _offset_text(offset: timedelta) -> str | None:
    """A UTC offset as it is written; none where it has seconds, as zones before 1900 do."""
    minutes, seconds = divmod(abs(offset).total_seconds(), 60)
    hours, minutes = divmod(int(minutes), 60)
    if seconds:
        return None
    sign = "+"
    if offset < timedelta(0):
        sign = "-"
    return f"{sign}{hours:02}:{minutes:02}"


def _is_shown(there: datetime) -> bool:
    """Whether the clocks ever show this: not in the hour that they skip."""
    try:
        back = there.astimezone(UTC).astimezone(there.tzinfo)
    except OverflowError:
        return False
    return back.replace(tzinfo=None) == there.replace(tzinfo=None)


def city_zone(city: str) -> str | None:
    """The zone of the tz database that bears a city's name; ``None`` if none does, or several.

    Args:
        city: its name in English, as the database spells it, in any capitals; "City" at its end
            may be there in either and not in the other.

    Example:
        >>> city_zone("New York City"), city_zone("Ho Chi Minh"), city_zone("Geneva")
        ('America/New_York', 'Asia/Ho_Chi_Minh', None)
    """
    return _cities().get(_folded_city(city))


def _folded_city(city: str) -> str:
    """The name of a city without case, accents and hyphens, as it is looked up."""
    letters = normalize("NFKD", city.casefold()).encode("ascii", "ignore").decode()
    words = re.sub("[^a-z]+", " ", letters.replace("'", ""))
    return words.strip().removesuffix(" city")


@cache
def _cities() -> dict[str, str | None]:
    """The zones by their cities; those that name the places of today before their older names."""
    found: dict[str, str | None] = {}
    for names in (_current(), sorted(_names())):
        cities: dict[str, str | None] = {}
        for name in names:
            area, _, city = name.rpartition("/")
            if area.partition("/")[0] in _AREAS:
                key = _folded_city(city)
                cities[key] = name if key not in cities else None
        found = cities | found
    return found


def _current() -> list[str]:
    """The zones that the database lists for the countries of today (``zone.tab``)."""
    lines = _tzdata("zoneinfo", "zone.tab").decode().splitlines()
    return [line.split("\t")[2] for line in lines if not line.startswith("#")]
