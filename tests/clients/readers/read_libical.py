"""What libical reads: the C library under GNOME's and KDE's calendars, called through ctypes."""

import ctypes
import json
import re
import sys
from collections.abc import Iterator
from ctypes import c_char_p, c_int, c_void_p
from datetime import date
from pathlib import Path
from typing import Any

LIBICAL = ctypes.CDLL("libical.so.3")
ANY_PROPERTY = 0


class Time(ctypes.Structure):
    """`struct icaltimetype` of libical 3."""

    _fields_ = [
        *((name, c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        *((name, c_int) for name in ("is_date", "is_daylight")),
        ("zone", c_void_p),
    ]


def function(name: str, result: Any, *arguments: Any) -> Any:
    found = getattr(LIBICAL, name)
    found.restype, found.argtypes = result, arguments
    return found


parse = function("icalparser_parse_string", c_void_p, c_char_p)
component_kind = function("icalcomponent_string_to_kind", c_int, c_char_p)
first_component = function("icalcomponent_get_first_component", c_void_p, c_void_p, c_int)
next_component = function("icalcomponent_get_next_component", c_void_p, c_void_p, c_int)
first_property = function("icalcomponent_get_first_property", c_void_p, c_void_p, c_int)
next_property = function("icalcomponent_get_next_property", c_void_p, c_void_p, c_int)
property_name = function("icalproperty_get_property_name", c_char_p, c_void_p)
property_value = function("icalproperty_get_value_as_string", c_char_p, c_void_p)
dtstart = function("icalcomponent_get_dtstart", Time, c_void_p)
dtend = function("icalcomponent_get_dtend", Time, c_void_p)
is_utc = function("icaltime_is_utc", c_int, Time)
sequence = function("icalcomponent_get_sequence", c_int, c_void_p)


def text(event: int, field: str) -> str | None:
    """A text as libical understands it, without escapes."""
    found = function(f"icalcomponent_get_{field}", c_char_p, c_void_p)(event)
    return None if found is None else found.decode()


def point(time: Time) -> str:
    """A day, or a moment in UTC."""
    day = date(time.year, time.month, time.day).isoformat()
    assert time.is_date or is_utc(time), "a time that is nowhere in particular"
    return day if time.is_date else f"{day}T{time.hour:02}:{time.minute:02}:{time.second:02}Z"


def properties(event: int) -> Iterator[tuple[str, str]]:
    found = first_property(event, ANY_PROPERTY)
    while found:
        yield property_name(found).decode(), property_value(found).decode()
        found = next_property(event, ANY_PROPERTY)


def events(calendar: int) -> Iterator[int]:
    kind = component_kind(b"VEVENT")
    found = first_component(calendar, kind)
    while found:
        yield found
        found = next_component(calendar, kind)


def record(event: int) -> dict[str, Any]:
    values = dict(properties(event))
    return {
        "uid": text(event, "uid"),
        "start": point(dtstart(event)),
        "end": point(dtend(event)),
        "summary": text(event, "summary"),
        "description": text(event, "description"),
        "location": text(event, "location"),
        "categories": [values["CATEGORIES"]] if "CATEGORIES" in values else [],
        "status": values["STATUS"],
        "sequence": sequence(event),
        "transp": values.get("TRANSP"),
        "url": values.get("URL"),
        "edtf": values.get("X-CICA-EDTF"),
    }


def version() -> str:
    """libical does not say; the name of the file that was loaded does."""
    found = re.search(r"libical\.so\.([\d.]+)", Path("/proc/self/maps").read_text())
    assert found
    return found[1]


calendar = parse(Path(sys.argv[1]).read_bytes())
json.dump({"version": version(), "events": list(map(record, events(calendar)))}, sys.stdout)
