"""Every program shows a time of day at its moment, wherever its user is, whatever clocks do."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from .client import CLIENTS, Client
from .feed import TIMED
from .generation import timed_generations
from .host import Host
from .moments import Display, written
from .program import require
from .record import Reading, only
from .report import Report
from .subscriber import SUBSCRIBERS, Subscriber
from .test_read import read
from .test_subscribe import shows
from .timed import CASES, MONTHS, ZONES, Case

every_case = pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
every_moment = pytest.mark.parametrize(
    "case", [case for case in CASES if case.zone], ids=lambda case: case.id
)
every_client = pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.name)
every_subscriber = pytest.mark.parametrize("subscriber", SUBSCRIBERS, ids=lambda it: it.name)
every_zone = pytest.mark.parametrize("zone", ZONES)


def sight(reading: Reading, display: Display) -> str:
    """What was seen: every event as it must be, and those without an end in the program's way."""
    return f"{len(CASES)} of {len(reading.events)} equal; {display.of_no_end}"


def by_tz_database(day: str, time: str, zone: str) -> str:
    """The moment by the standard library: an offset as it stands, or the tz database."""
    if zone[0] in "Z+-":
        return written(datetime.fromisoformat(f"{day}T{time}{zone}"))
    return written(datetime.fromisoformat(f"{day}T{time}").replace(tzinfo=ZoneInfo(zone)))


@every_moment
def test_the_moments_are_those_of_the_tz_database(case: Case) -> None:
    assert case.zone
    days, times = case.when.split("/"), case.time.split("/")
    assert by_tz_database(days[0], times[0], case.zone) == case.start
    end = by_tz_database(days[-1], times[1], case.zone) if len(times) == 2 else None
    assert end == case.end


@every_case
def test_the_feed_says_the_moments(case: Case) -> None:
    (record,) = (it for it in TIMED.records if it["uid"] == f"{case.id}@timed")
    assert (record["start"], record["end"]) == (case.start, case.end)


@every_client
@every_zone
def test_a_client_shows_every_moment(
    client: Client, zone: str, tmp_path: Path, report: Report
) -> None:
    reading = read(client, TIMED.content, tmp_path, zone)
    expected = client.display.of(TIMED.records, zone)
    assert only(client.fields, reading.events) == only(client.fields, expected)
    report.read(client, reading.version, TIMED.name, sight(reading, client.display))


@every_client
def test_a_client_shows_a_wrong_moment(client: Client, tmp_path: Path) -> None:
    """A feed that is an hour late must not pass: the reader gives what the program read."""
    late = TIMED.content.replace(b"DTSTART:20240612T140000Z", b"DTSTART:20240612T150000Z")
    assert late != TIMED.content
    found = read(client, late, tmp_path, ZONES[0]).events
    expected = client.display.of(TIMED.records, ZONES[0])
    assert only(client.fields, found) != only(client.fields, expected)


def test_the_generations_are_what_they_are_called() -> None:
    for days, times, again in zip(*(it.records for it in timed_generations()), strict=True):
        assert [it["sequence"] for it in (days, times, again)] == [0, 1, 2]
        assert (days["start"], days["end"]) == (again["start"], again["end"])
    timed = {it["uid"]: (it["start"], it["end"]) for it in timed_generations()[1].records}
    assert timed == {f"{case.id}@timed": (case.start, case.end) for case in CASES}


@every_subscriber
@every_zone
def test_a_subscriber_follows_from_days_to_times_and_back(
    subscriber: Subscriber, zone: str, tmp_path: Path, report: Report
) -> None:
    require(subscriber.needs)
    with Host() as host, subscriber.subscribe(host.url, tmp_path, zone, MONTHS) as refresh:
        for generation in timed_generations():
            host.put(generation.feed)
            reading = refresh()
            shows(subscriber, reading, generation, zone)
            if generation.name == "times":
                told = sight(reading, subscriber.display)
                report.saw(subscriber.name, reading.version, TIMED.name, told)
