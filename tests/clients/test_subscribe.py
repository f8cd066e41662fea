"""Subscribers see what becomes of a feed: no event twice, the right days, what is withdrawn."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from .generation import MONTHS, SUMMIT, WITHDRAWN, Generation, generations
from .host import Host
from .program import require
from .record import Reading, Record, only
from .report import Report
from .subscriber import SUBSCRIBERS, Subscriber

every_subscriber = pytest.mark.parametrize("subscriber", SUBSCRIBERS, ids=lambda it: it.name)
FIRST, REFINED, GONE = generations()


def last(record: Record) -> str:
    return (date.fromisoformat(record["end"]) - timedelta(days=1)).isoformat()


def found(reading: Reading, generation: Generation, uid: str) -> Record:
    """The one event that the program shows under the title that the feed gives it."""
    title = generation.event(uid)["summary"]
    (record,) = (it for it in reading.events if it["summary"] == title)
    return record


def test_the_generations_are_what_they_are_called() -> None:
    summits = [generation.event(SUMMIT) for generation in (FIRST, REFINED, GONE)]
    assert [(it["start"], last(it)) for it in summits] == [
        ("2022-10-01", "2022-10-31"),
        ("2022-10-12", "2022-10-13"),
        ("2022-10-12", "2022-10-13"),
    ]
    assert [it["sequence"] for it in summits] == [0, 1, 1]
    withdrawn = [generation.event(WITHDRAWN) for generation in (FIRST, REFINED, GONE)]
    assert [it["status"] for it in withdrawn] == ["CONFIRMED", "CONFIRMED", "CANCELLED"]
    assert [it["summary"].startswith("Withdrawn: ") for it in withdrawn] == [False, False, True]


@every_subscriber
@pytest.mark.parametrize("zone", ["Pacific/Kiritimati", "America/Los_Angeles"])
def test_a_subscriber_follows_the_feed(
    subscriber: Subscriber, zone: str, tmp_path: Path, report: Report
) -> None:
    require(subscriber.needs)
    with Host() as host, subscriber.subscribe(host.url, tmp_path, zone, MONTHS) as refresh:
        for generation in (FIRST, REFINED, GONE):
            host.put(generation.feed)
            reading = refresh()
            shows(subscriber, reading, generation, zone)
            report.saw(
                subscriber.name, reading.version, generation.name, sight(reading, generation)
            )
        host.statuses.clear()
        shows(subscriber, refresh(), GONE, zone)
        again = asked(host) if subscriber.fetches else "does not fetch: events are put into it"
        report.saw(subscriber.name, reading.version, "fetched again", again)


def shows(subscriber: Subscriber, reading: Reading, generation: Generation, zone: str) -> None:
    """Each event once, with the feed's values; on each day that was looked at, what is there."""
    display, fields = subscriber.display, subscriber.fields
    expected = display.of(generation.records, zone)
    assert only(fields, reading.events) == only(fields, expected)
    assert reading.days is None or any(reading.days.values()), "it shows nothing on any day"
    days = [(it["summary"], display.days(it, zone)) for it in generation.records]
    for day, titles in (reading.days or {}).items():
        assert sorted(titles) == sorted(title for title, on in days if day in on), day


def sight(reading: Reading, generation: Generation) -> str:
    """What a person sees of the events that change, in words."""
    summit, other = (found(reading, generation, uid) for uid in (SUMMIT, WITHDRAWN))
    words = [f"{len(reading.events)} events", f"summit {summit['start']} to {last(summit)}"]
    if generation is GONE:
        status = other.get("status", "no status shown")
        words.append(f"“{other['summary'][:26]}…”, {status}")
    return "; ".join(words)


def asked(host: Host) -> str:
    assert host.statuses
    return "asks with the ETag, gets 304" if 304 in host.statuses else "takes the whole file"


def test_a_browser_does_not_ask_again_unless_the_host_says_so(tmp_path: Path) -> None:
    """Why docs/publishing.md asks for Cache-Control: an old file counts as fresh for long."""
    (fullcalendar,) = (it for it in SUBSCRIBERS if it.name.startswith("FullCalendar"))
    require(fullcalendar.needs)
    host = Host(cache_control=None)
    with host, fullcalendar.subscribe(host.url, tmp_path, "UTC", MONTHS) as refresh:
        host.put(FIRST.feed)
        refresh()
        host.put(REFINED.feed)
        shows(fullcalendar, refresh(), FIRST, "UTC")
        assert host.statuses == [200]
