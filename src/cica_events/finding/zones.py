"""What the words for a time zone mean on a day: an offset, a zone of the tz database, or neither.

An abbreviation with one common meaning is its offset where the clocks of its region keep that time
then, by the tz database; one with several meanings stays words. "Eastern Time" is the zone of New
York, and "Brussels time" the one that bears the city's name.
"""

from __future__ import annotations

import re
from datetime import date, time
from functools import cache, lru_cache

from ..clock import city_zone, offset_in_force
from .english import AMERICAN_TIMES, AMERICAN_ZONES, LOCAL_TIME, ZONES
from .expressions import lazy_compile

__all__ = ["zone_meant"]

_OFFSET = lazy_compile(
    r"(?:UTC/GMT|GMT/UTC|UTC|GMT)?\s?([+\-\u2010-\u2015\u2212])\s?([0-9]{1,2})"
    r"(?::?([0-5][0-9]))?"
)
_FURTHEST = 14  # hours


@lru_cache(maxsize=1024)
def zone_meant(words: str, day: date, at: time) -> str | None:
    """The zone that words mean at a time on a day; ``None`` where they settle none.

    Args:
        words: as they stand in a text, such as ``CET``, ``UTC+5`` or ``Brussels time``.
        day: the day there.
        at: the time there.

    Example:
        >>> zone_meant("CET", date(2025, 1, 8), time(17, 0)), zone_meant("UTC+5", date.min, time())
        ('+01:00', '+05:00')
        >>> zone_meant("CET", date(2025, 7, 8), time(17, 0))  # the clocks there keep CEST then
        >>> zone_meant("Brussels time", date(2025, 7, 8), time(17, 0))
        'Europe/Brussels'
    """
    offset = _OFFSET.fullmatch(words)
    if offset:
        return _offset(*offset.groups())
    known = _meanings().get(_folded(words))
    if known is None:
        city = LOCAL_TIME.sub("", words)
        if city == words:
            return None
        return city_zone(city)
    mark, zone = known
    if not mark:
        return zone
    return offset_in_force(day, at, zone, summer=mark == "+")


def _offset(sign: str, hours: str, minutes: str | None) -> str | None:
    if int(hours) > _FURTHEST:
        return None
    if not int(hours) and not int(minutes or 0):
        return "Z"
    return f"{'+' if sign == '+' else '-'}{int(hours):02}:{minutes or '00'}"


def _folded(words: str) -> str:
    return " ".join(words.casefold().split())


@cache
def _meanings() -> dict[str, tuple[str, str]]:
    """Words for zones, each with a mark (``=`` standard, ``+`` summer time) and the zone."""
    known = {}
    for entry in re.split(r"\n(?=\S)", ZONES.strip()):
        zone, _, names = entry.partition(": ")
        for name in re.split(r"\s+\| ", names):
            known[_folded(name.lstrip("=+"))] = (name[0] if name[0] in "=+" else "", zone)
    for name in AMERICAN_ZONES:
        zone = known[_folded(name)][1]
        for words, mark in AMERICAN_TIMES.items():
            known[_folded(f"{name} {words}")] = mark, zone
    return known
