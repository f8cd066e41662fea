"""libical through ctypes: parsed in C, each value then brought to Python."""

from collections.abc import Callable, Iterator
from ctypes import c_char_p, c_int, c_void_p
from datetime import UTC, date, datetime
from pathlib import Path

from benchmarks import ready
from benchmarks.libical import Time, function, version

__all__ = ["LABEL", "prepare", "records", "shown", "version"]

LABEL = "libical in C, through ctypes"
ANY_PROPERTY = 0

parse = function("icalparser_parse_string", c_void_p, c_char_p)
free = function("icalcomponent_free", None, c_void_p)
component_kind = function("icalcomponent_string_to_kind", c_int, c_char_p)
first_component = function("icalcomponent_get_first_component", c_void_p, c_void_p, c_int)
next_component = function("icalcomponent_get_next_component", c_void_p, c_void_p, c_int)
first_property = function("icalcomponent_get_first_property", c_void_p, c_void_p, c_int)
next_property = function("icalcomponent_get_next_property", c_void_p, c_void_p, c_int)
property_name = function("icalproperty_get_property_name", c_char_p, c_void_p)
property_value = function("icalproperty_get_value_as_string", c_char_p, c_void_p)
uid = function("icalcomponent_get_uid", c_char_p, c_void_p)
summary = function("icalcomponent_get_summary", c_char_p, c_void_p)
description = function("icalcomponent_get_description", c_char_p, c_void_p)
sequence = function("icalcomponent_get_sequence", c_int, c_void_p)
stamp = function("icalcomponent_get_dtstamp", Time, c_void_p)
start = function("icalcomponent_get_dtstart", Time, c_void_p)
end = function("icalcomponent_get_dtend", Time, c_void_p)

VEVENT = component_kind(b"VEVENT")


def prepare(folder: Path) -> Callable[[], list[ready.Ready]]:
    feed = (folder / "feed.ics").read_bytes()
    return lambda: read(feed)


def shown(found: list[ready.Ready]) -> bytes:
    return ready.as_json(sorted(found))


def records(feed: bytes) -> bytes:
    return shown(read(feed))


def read(feed: bytes) -> list[ready.Ready]:
    calendar = parse(feed)
    found = list(map(record, events(calendar)))
    free(calendar)
    return found


def events(calendar: int) -> Iterator[int]:
    found = first_component(calendar, VEVENT)
    while found:
        yield found
        found = next_component(calendar, VEVENT)


def properties(event: int) -> Iterator[tuple[bytes, int]]:
    found = first_property(event, ANY_PROPERTY)
    while found:
        yield property_name(found), found
        found = next_property(event, ANY_PROPERTY)


def record(event: int) -> ready.Ready:
    named = dict(properties(event))

    def value(name: bytes) -> str:
        return property_value(named[name]).decode()

    return ready.Ready(
        uid=uid(event).decode(),
        stamp=moment(stamp(event)),
        sequence=sequence(event),
        start=day(start(event)),
        end=day(end(event)),
        summary=summary(event).decode(),
        description=description(event).decode(),
        category=value(b"CATEGORIES"),
        status=value(b"STATUS"),
        transp=value(b"TRANSP"),
        busy=value(b"X-MICROSOFT-CDO-BUSYSTATUS"),
        edtf=value(b"X-CICA-EDTF"),
        basis=value(b"X-CICA-BASIS"),
        evidence=ready.unescaped(value(b"X-CICA-EVIDENCE")),
    )


def day(it: Time) -> date:
    return date(it.year, it.month, it.day)


def moment(it: Time) -> datetime:
    return datetime(it.year, it.month, it.day, it.hour, it.minute, it.second, tzinfo=UTC)
