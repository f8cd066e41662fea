"""Times of day in a text: what their words say, each phrase read whole, with its zone.

Nothing here knows of dates; which date a time belongs to is for `timing`.
"""

from __future__ import annotations

import re
from datetime import time
from typing import NamedTuple

from ..clock import ClockTime
from .english import (
    AFTER_A_MONTH,
    AND_CLOCK,
    BETWEEN,
    FULL_HOUR,
    HALF_OF_DAY,
    HOURS_SIGN,
    JOINED_GOES_ON,
    MAY_BE_CLOCK,
    MIDNIGHT,
    NOON,
    TO_CLOCK,
    UNITS_AFTER,
    UNKNOWN_END,
    WHITE,
    ZONE,
    is_version,
)
from .expressions import lazy_compile

__all__ = ["Clock", "Zoned", "find_clocks"]

# How plainly a phrase is a time of day.
_SURE, _LIKELY, _UNSURE = "sure", "plain", "unsure"

_MINUTES = r"(?P<sign>[:.h])(?P<minute>[0-5][0-9])(?::[0-5][0-9](?:[.,][0-9]{1,6})?)?"
_ONE = lazy_compile(
    rf"(?P<x12>{NOON})|(?P<x24>{MIDNIGHT})"
    rf"|(?P<joined>[012][0-9][0-5][0-9])(?={WHITE}(?:{JOINED_GOES_ON}))"
    rf"|(?P<hour>[0-9]{{1,2}})(?:{_MINUTES})?(?![0-9]|[.:][0-9]|%)"
    rf"(?:{WHITE}(?:{FULL_HOUR}{WHITE})?(?:{HALF_OF_DAY})|(?P<full>{WHITE}{FULL_HOUR}))?"
)
_HOURS = lazy_compile(rf"{WHITE}{HOURS_SIGN}")
_ZONE_AFTER = lazy_compile(rf"{WHITE},?{WHITE}(?P<open>\()?(?P<zone>{ZONE})(?(open)\))")
# Before a bracket, a zone may stand that has no name here: "10:00 BRT (13:00 UTC)".
_ANOTHER = lazy_compile(
    rf"{WHITE}(?:(?:[A-Z]{{2,5}}{WHITE})?(?P<open>\()|[/,]|or\b){WHITE}(?:{ZONE}{WHITE}[/,]{WHITE})?"
)
# What makes an angle or a length of "10h": "10h 30m".
_MORE_OF_IT = lazy_compile(r"(?:[^\S\n]?[0-9]{1,2})m?(?![^\W_])")
_MIDNIGHT_AFTER = lazy_compile(rf"{WHITE}\(?{MIDNIGHT}")
_LINE_ENDS = lazy_compile(r"[^\S\n]*\n")
_LONGEST_MONTH = 12  # characters, with what parts it from the year and from the day
_OTHERS = 3  # of the same moment in other zones


class Zoned(NamedTuple):
    """A time with the words for its zone."""

    at: time
    words: str


class Clock(NamedTuple):
    """A phrase that says a time of day.

    Attributes:
        start: the offset of its first character.
        end: the offset after its last one, with its zones.
        time: what it says; ``None`` for midnight, as which end of the day that is, is not said,
            and for noon that is called midnight.
        to_midnight: whether it lasts from `time` until the midnight that follows.
        zones: the words for its zone, in several ways perhaps.
        same: the same moment as it is told in other zones.
        surety: ``"sure"``; ``"plain"`` (``17:45``); or ``"unsure"`` (``17.45``), a number that is
            a time only where the words around it say so.

    Example:
        >>> clock = find_clocks("at 8 p.m. (1800 GMT) on Friday")[0]
        >>> str(clock.time), clock.zones, clock.same[0].words
        ('20:00', (), 'GMT')
    """

    start: int
    end: int
    time: ClockTime | None
    surety: str
    zones: tuple[str, ...] = ()
    same: tuple[Zoned, ...] = ()
    to_midnight: bool = False


class _One(NamedTuple):
    """One time as it stands: the hour as written, and on which half of the day, if that is said."""

    end: int
    hour: int
    minute: int = 0
    half: str = ""
    surety: str = _SURE
    bare: bool = False
    midnight: bool = False

    @property
    def at(self) -> time | None:
        """The time of day, if it is one."""
        hour = self.hour
        if self.half and hour <= 12:
            hour = hour % 12 + 12 * (self.half == "p")
        if hour < 24 and not self.midnight:
            return time(hour, self.minute)
        return None

    def on_half(self, half: str) -> _One:
        return self._replace(half=half)


def find_clocks(text: str) -> list[Clock]:
    """Every phrase of a text that says a time of day, in order.

    Example:
        >>> [str(clock.time) for clock in find_clocks("from 9 to 11 a.m., then 14:30")]
        ['09:00/11:00', '14:30']
    """
    found = []
    place = 0
    # One pattern finds where a time may begin, since most of a text is letters; the rest is read
    # there.
    while maybe := MAY_BE_CLOCK.search(text, place):
        clock = _clock(text, maybe.start())
        if clock and not is_version(text[clock.start : clock.end], text):
            found.append(clock)
        place = clock.end if clock else maybe.end()
    return found


def _clock(text: str, start: int) -> Clock | None:
    """The phrase that begins at a place, if one does."""
    first = _one(text, start + (text[start] == "T"))
    if first is None:
        return None
    first = _without_end(text, first)
    zones, end = _zones(text, first.end)
    last = _last(text, start, end, first)
    if last:
        first, last = _halves(first, last)
        more, end = _zones(text, last.end)
        zones += more
    # Only here: a number alone is a time if the other end says so, as in "9 to 11 a.m.".
    if first.bare or (last and last.bare):
        return None
    return _made(text, start, end, first, last, zones)


def _made(
    text: str, start: int, end: int, first: _One, last: _One | None, zones: tuple[str, ...]
) -> Clock | None:
    """The phrase of one time, or of a stretch from one to another."""
    at, until = first.at, last.at if last else None
    if at is None and not first.midnight:
        return None
    same, end = _same(text, end)
    surety = _SURE if zones or last else first.surety
    # "17.45" may be a price; "17.45–19.00" is hardly one.
    if last and last.surety == first.surety == _UNSURE and not zones:
        surety = _LIKELY
    if _MIDNIGHT_AFTER.match(text, end) and time(12) == (until or at):
        at = None  # "12 pm (midnight)", which says two things
    said = ClockTime(at, until) if at else None
    return Clock(start, end, said, surety, zones, same, bool(said and last and last.midnight))


def _one(text: str, place: int) -> _One | None:
    """The time that stands at a place, if one does."""
    match = _ONE.match(text, place)
    if match is None:
        return None
    if match["x12"]:
        return _One(match.end(), 12)
    if match["x24"]:
        return _One(match.end(), 0, midnight=True)
    if match["joined"]:
        if _is_year(text, match):
            return None
        hour, minute = int(match["joined"][:2]), int(match["joined"][2:])
        return _with_hours(text, _One(match.end(), hour, minute, midnight=_is_last(hour, minute)))
    return _of_match(text, match)


def _is_year(text: str, match: re.Match[str]) -> bool:
    """Of "3 May 2022" at the end of a line, below which there stands "Hours: 10 to 4"."""
    if not _LINE_ENDS.match(text, match.end()):
        return False
    return _is_after_month(text, match.start())


def _is_after_month(text: str, start: int) -> bool:
    """Whether a month stands before a number, which is its day or its year."""
    return AFTER_A_MONTH.search(text, max(0, start - _LONGEST_MONTH), start) is not None


def _of_match(text: str, match: re.Match[str]) -> _One | None:
    """The time of an hour with or without minutes, if it may be one."""
    if "\n" in match[0] and _is_after_month(text, match.start()):
        return None  # "March 6", with "PM" below it
    hour, minute = int(match["hour"]), int(match["minute"] or 0)
    half = _half(match)
    if half:
        midnight = half == "a" and hour == 12 and not minute
        return _One(match.end(), hour, minute, half, midnight=midnight)
    if match["sign"] is None:
        hours = match["full"] is None and text[match.end() : match.end() + 1] == "h"
        if hours:
            return _One(
                match.end() + 1, hour, surety=_UNSURE, bare=not _is_alone(text, match.end())
            )
        return _One(match.end(), hour, bare=match["full"] is None or hour <= 12)
    surety = {":": _LIKELY, ".": _UNSURE, "h": _SURE}[match["sign"]]
    if surety == _UNSURE and UNITS_AFTER.match(text, match.end()):
        return None
    if text[match.end() : match.end() + 1].isalpha() and not _HOURS.match(text, match.end()):
        if text[match.end()] != "Z":
            return None
        return _One(match.end(), hour, minute, surety=_SURE)
    midnight = _is_last(hour, minute)
    return _with_hours(text, _One(match.end(), hour, minute, surety=surety, midnight=midnight))


def _is_last(hour: int, minute: int) -> bool:
    """Whether it is the end of a day: 24:00."""
    return (hour, minute) == (24, 0)


def _is_alone(text: str, place: int) -> bool:
    """Whether "14h" ends there, and is not the beginning of "14h 30m"."""
    after = text[place + 1 : place + 2]
    return not after.isalnum() and not _MORE_OF_IT.match(text, place + 1)


def _half(match: re.Match[str]) -> str:
    """The half of the day that a match names, if it names one."""
    if match["full"] is None and match["sign"] != "h":
        return _named_half(match)
    return (match["half"] or "a" * bool(match["morning"])).lower()


def _named_half(match: re.Match[str]) -> str:
    """The half of the day that the last words of a match name: "p" too for the evening."""
    if match["half"]:
        return match["half"].lower()
    if match["morning"]:
        return "a"
    if not match[0][-1].isalpha():
        return ""
    return "p"


def _with_hours(text: str, one: _One) -> _One:
    """A time that "hours" or the like follows, which makes it sure."""
    match = _HOURS.match(text, one.end)
    if match:
        return one._replace(end=match.end(), surety=_SURE)
    return one


def _without_end(text: str, first: _One) -> _One:
    """A time with the half of the day that stands after an unknown end: "7:30-?? p.m."."""
    match = UNKNOWN_END.match(text, first.end)
    if match is None:
        return first
    half = first.half or _named_half(match)
    return first._replace(end=match.end(), half=half, bare=first.bare and not half)


def _last(text: str, start: int, place: int, first: _One) -> _One | None:
    """The end of a stretch that begins with a time."""
    match = TO_CLOCK.match(text, place)
    if match is None and BETWEEN.search(text, max(0, start - 11), start):
        match = AND_CLOCK.match(text, place)
    if match is None:
        return None
    last = _one(text, match.end())
    if last is None or (last.at is None and not last.midnight):
        return None
    if last.bare and (first.bare or not first.half or last.hour > 12):
        return None
    return last


def _halves(first: _One, last: _One) -> tuple[_One, _One]:
    """Gives each end of a stretch the half of the day that only the other says."""
    if first.half and not last.half and last.hour <= 12 and not last.midnight:
        last = _after(last, first, first.half)._replace(bare=False)
    elif not first.half and first.hour <= 12 and (last.half or (last.hour == 12 and first.bare)):
        first = _before(first, last, last.half or "p")._replace(bare=False)
    elif first.bare and last.midnight:
        first = first._replace(half="p", bare=False)
    return first, last


def _before(first: _One, last: _One, half: str) -> _One:
    """The beginning of a stretch, on the half of the day on which it is before the end."""
    on_same = first.on_half(half)
    if last.midnight or (on_same.at and last.at and on_same.at < last.at):
        return on_same
    return first.on_half("a" if half == "p" else "p")


def _after(last: _One, first: _One, half: str) -> _One:
    """The end of a stretch, on the half of the day on which it is after the beginning."""
    on_same = last.on_half(half)
    if on_same.at and first.at and first.at < on_same.at:
        return on_same
    return last.on_half("a" if half == "p" else "p")


def _zones(text: str, place: int) -> tuple[tuple[str, ...], int]:
    """The words for the zone of a time, and where they end."""
    zones: list[str] = []
    while len(zones) < _OTHERS and (match := _ZONE_AFTER.match(text, place)):
        if match["open"] is None and zones:
            break
        zones.append(" ".join(match["zone"].split()))
        place = match.end()
    return tuple(zones), place


def _stretch(text: str, start: int) -> tuple[_One | None, int]:
    """The time that begins at a place, or the first of a stretch; and where that ends."""
    first = _one(text, start)
    if first is None:
        return None, start
    # Of "10:00–12:00 (08:00–10:00 GMT)" the beginnings are the same moment.
    last = _last(text, start, first.end, first)
    if last is None:
        return first, first.end
    return _halves(first, last)[0], last.end


def _same(text: str, start: int) -> tuple[tuple[Zoned, ...], int]:
    """The same moment as it is told in other zones, each with its zone; and where that ends."""
    found: list[Zoned] = []
    place, opened = start, False
    for _ in range(_OTHERS):
        match = _ANOTHER.match(text, place)
        one, end = _stretch(text, match.end()) if match else (None, 0)
        if match is None or one is None or one.at is None or one.bare:
            break
        zones, end = _zones(text, end)
        if not zones:
            break
        found.append(Zoned(one.at, zones[0]))
        opened = opened or match["open"] is not None
        place = end
    if not opened:
        return tuple(found), place
    if text[place : place + 1] == ")":
        return (tuple(found), place + 1)
    return ((), start)
