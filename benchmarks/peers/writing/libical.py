"""libical through ctypes: the C floor. It builds its components and writes them."""

import ctypes
from collections.abc import Callable
from ctypes import c_char_p, c_int, c_void_p
from datetime import date, datetime
from pathlib import Path

from benchmarks import ready
from benchmarks.libical import Time, function, version

__all__ = ["LABEL", "prepare", "shown", "version"]

LABEL = "libical in C, through ctypes"

kind = function("icalcomponent_string_to_kind", c_int, c_char_p)
new_component = function("icalcomponent_new", c_void_p, c_int)
add_component = function("icalcomponent_add_component", None, c_void_p, c_void_p)
add = function("icalcomponent_add_property", None, c_void_p, c_void_p)
free = function("icalcomponent_free", None, c_void_p)
as_text = function("icalcomponent_as_ical_string_r", c_void_p, c_void_p)
free_text = function("icalmemory_free_buffer", None, c_void_p)
utc = function("icaltimezone_get_utc_timezone", c_void_p)()
as_status = function("icalproperty_string_to_status", c_int, c_char_p)
value_kind = function("icalvalue_string_to_kind", c_int, c_char_p)
property_kind = function("icalproperty_string_to_kind", c_int, c_char_p)
as_enum = function("icalproperty_kind_and_string_to_enum", c_int, c_int, c_char_p)
uid = function("icalproperty_new_uid", c_void_p, c_char_p)
dtstamp = function("icalproperty_new_dtstamp", c_void_p, Time)
sequence = function("icalproperty_new_sequence", c_void_p, c_int)
dtstart = function("icalproperty_new_dtstart", c_void_p, Time)
dtend = function("icalproperty_new_dtend", c_void_p, Time)
summary = function("icalproperty_new_summary", c_void_p, c_char_p)
description = function("icalproperty_new_description", c_void_p, c_char_p)
categories = function("icalproperty_new_categories", c_void_p, c_char_p)
status = function("icalproperty_new_status", c_void_p, c_int)
transp = function("icalproperty_new_transp", c_void_p, c_int)
new_property = function("icalproperty_new", c_void_p, c_int)
set_value = function("icalproperty_set_value", None, c_void_p, c_void_p)
text_value = function("icalvalue_new_text", c_void_p, c_char_p)
set_x_name = function("icalproperty_set_x_name", None, c_void_p, c_char_p)

VCALENDAR, VEVENT = kind(b"VCALENDAR"), kind(b"VEVENT")
TRANSP = value_kind(b"TRANSP")
X = property_kind(b"X-CICA")


def prepare(folder: Path) -> Callable[[], bytes]:
    records = ready.load(folder)

    def work() -> bytes:
        calendar = new_component(VCALENDAR)
        for record in records:
            add_component(calendar, event(record))
        feed = written(calendar)
        free(calendar)
        return feed

    return work


def shown(feed: bytes) -> bytes:
    return feed


def written(calendar: int) -> bytes:
    text = as_text(calendar)
    feed = ctypes.string_at(text)
    free_text(text)
    return feed


def event(it: ready.Ready) -> int:
    made = new_component(VEVENT)
    add(made, uid(it.uid.encode()))
    add(made, dtstamp(moment(it.stamp)))
    add(made, sequence(it.sequence))
    add(made, dtstart(day(it.start)))
    add(made, dtend(day(it.end)))
    add(made, summary(it.summary.encode()))
    add(made, description(it.description.encode()))
    add(made, categories(it.category.encode()))
    add(made, status(as_status(it.status.encode())))
    add(made, transp(as_enum(TRANSP, it.transp.encode())))
    add(made, own(b"X-MICROSOFT-CDO-BUSYSTATUS", it.busy))
    add(made, own(b"X-CICA-EDTF", it.edtf))
    add(made, own(b"X-CICA-BASIS", it.basis))
    add(made, own(b"X-CICA-EVIDENCE", it.evidence))
    return made


def own(name: bytes, text: str) -> int:
    """As TEXT, since libical escapes no other value of a property that it has no name for."""
    made = new_property(X)
    set_x_name(made, name)
    set_value(made, text_value(text.encode()))
    return made


def day(it: date) -> Time:
    return Time(it.year, it.month, it.day, is_date=1)


def moment(it: datetime) -> Time:
    return Time(it.year, it.month, it.day, it.hour, it.minute, it.second, zone=utc)
