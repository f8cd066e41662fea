"""Every format, of values that Hypothesis draws as the fuzzer leads it."""

import xml.etree.ElementTree as ET
from collections.abc import Iterator

from hypothesis import HealthCheck, given, settings
from strategies import calendars

from cica_events.formats import csv, ical, json, page, svg

from ..seeds import NOW

WORDS = (b"\0".decode(),)


def seeds() -> Iterator[bytes]:
    return (bytes([n, 255 - n]) * 200 for n in range(16))


@settings(database=None, deadline=None, suppress_health_check=list(HealthCheck))
@given(calendars)
def written(calendar) -> None:
    shown = [e for e in calendar.events if e.when.window and e.when.window[1].year < 9999]
    for imprecise in ("span", "marker"):
        read = ical.loads(ical.dumps(calendar, now=NOW, imprecise=imprecise))
        assert [e.id for e in read.events if e.id in {e.id for e in shown}] == [e.id for e in shown]
        assert all(event in calendar.events for event in read.events)
    assert csv.loads(csv.dumps(calendar)) == calendar
    assert json.loads(json.dumps(calendar)) == calendar
    picture = svg.dumps(calendar)
    ET.fromstring(picture)
    assert page.dumps(calendar, picture=picture).startswith(b"<!doctype html>")


def check(data: bytes) -> None:
    written.hypothesis.fuzz_one_input(data)
