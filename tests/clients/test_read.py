"""Every program reads our feeds alike: each value that it can show is the value in the feed."""

from pathlib import Path

import pytest

from .client import CLIENTS, Client
from .feed import BUNDLED, FEEDS, Feed
from .program import require
from .record import Reading, only
from .report import Report

every_client = pytest.mark.parametrize("client", CLIENTS, ids=lambda client: client.name)
every_zone = pytest.mark.parametrize(
    ("client", "zone"),
    [pytest.param(it, zone, id=f"{it.name}-{zone}") for it in CLIENTS for zone in it.zones],
)


def read(client: Client, content: bytes, home: Path, zone: str = "UTC") -> Reading:
    require(client.needs)
    path = home / "feed.ics"
    path.write_bytes(content)
    return client.read(path, home, zone)


def equal(client: Client, reading: Reading, feed: Feed) -> bool:
    return only(client.fields, reading.events) == only(client.fields, feed.records)


@every_zone
@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.name)
def test_a_client_reads_what_the_feed_says(
    client: Client, zone: str, feed: Feed, tmp_path: Path, report: Report
) -> None:
    reading = read(client, feed.content, tmp_path, zone)
    if feed.name == client.misreads:
        assert not equal(client, reading, feed), "it reads this now: take the exception away"
        rest = [name for name in client.fields if name not in ("summary", "description")]
        assert only(rest, reading.events) == only(rest, feed.records)
        report.read(client, reading.version, feed.name, "text misread")
        return
    assert only(client.fields, reading.events) == only(client.fields, feed.records)
    report.read(
        client, reading.version, feed.name, f"{len(feed.records)} of {len(reading.events)} equal"
    )


@every_client
def test_a_client_shows_a_wrong_last_day(client: Client, tmp_path: Path) -> None:
    """A feed that is a day short must not pass: the reader gives what the program read."""
    short = BUNDLED.content.replace(b"DTEND;VALUE=DATE:20221101", b"DTEND;VALUE=DATE:20221031")
    assert short != BUNDLED.content
    assert not equal(client, read(client, short, tmp_path), BUNDLED)


@every_client
def test_a_client_shows_a_wrong_title(client: Client, tmp_path: Path) -> None:
    wrong = BUNDLED.content.replace(b"\r\nSUMMARY:", b"\r\nSUMMARY:x")
    assert wrong != BUNDLED.content
    assert not equal(client, read(client, wrong, tmp_path), BUNDLED)


@every_client
def test_a_client_shows_a_doubled_event(client: Client, tmp_path: Path) -> None:
    """Nor one with an event twice, under a UID that is new, as a feed of random UIDs has it."""
    start = BUNDLED.content.index(b"BEGIN:VEVENT")
    end = BUNDLED.content.index(b"END:VCALENDAR")
    again = BUNDLED.content[start:end].replace(b"@cica\r\n", b"@again\r\n")
    doubled = BUNDLED.content[:end] + again + BUNDLED.content[end:]
    assert len(read(client, doubled, tmp_path).events) == 2 * len(BUNDLED.records)


@every_client
def test_a_client_shows_a_shared_uid(client: Client, tmp_path: Path) -> None:
    """Nor one with two events of one UID: a program shows that, or loses one of them."""
    shared = BUNDLED.content.replace(b"UID:sixth-summit-2022@", b"UID:joint-statement-2022@")
    assert shared != BUNDLED.content
    if "uid" in client.fields:
        assert not equal(client, read(client, shared, tmp_path), BUNDLED)
