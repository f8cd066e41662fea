"""What the fuzzers came upon: peers read it as we do, and icalendar's own writer says the same."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest
from attrs import evolve

from cica_events import Calendar, CicaEventsError, Event
from cica_events.formats import csv, ical, json

from . import reference
from .client import CLIENTS, Client
from .record import FIELDS, Record, only
from .test_read import read

CORPUS = Path(__file__).parents[1] / "fuzz" / "corpus"
NOW = datetime(2022, 10, 1, tzinfo=UTC)
PEERS = [client for client in CLIENTS if client.name in ("icalendar", "ical.js", "libical")]
FEEDS = [
    path for name in ("ical_loads", "ical_twice") for path in sorted((CORPUS / name).iterdir())
]
READERS = {"ical_loads": ical, "ical_revisions": ical, "csv_loads": csv, "json_loads": json}

pytestmark = pytest.mark.filterwarnings("ignore::UserWarning")
TOLD = [name for name in FIELDS if name != "transp"]  # which we write, and do not need

every_peer = pytest.mark.parametrize("client", PEERS, ids=lambda client: client.name)


def accepted() -> Iterator[Event]:
    """Each event that a reader makes of the corpus, under an id of its own."""
    for name, module in READERS.items():
        for path in sorted((CORPUS / name).iterdir()):
            try:
                calendar = module.loads(path.read_bytes())
            except CicaEventsError:
                continue
            for place, event in enumerate(calendar.events):
                yield evolve(event, id=f"{name}-{path.name}-{place}")


CALENDAR = Calendar(id="corpus", name="Corpus", events=tuple(accepted()))


@every_peer
@pytest.mark.parametrize("imprecise", ["span", "marker"])
def test_a_peer_reads_what_we_wrote_of_the_corpus(
    client: Client, imprecise: ical.Imprecise, tmp_path: Path
) -> None:
    feed = ical.dumps(CALENDAR, now=NOW, imprecise=imprecise)
    expected = reference.read(feed)
    assert len(expected) > 30
    found = read(client, feed, tmp_path).events
    assert only(client.fields, found) == only(client.fields, expected)


def canonical(feed: bytes) -> list[Record]:
    """What our reader makes of a feed, as we would have written it."""
    shape = "marker" if b"X-CICA-MARKER" in feed else "span"
    return reference.read(ical.dumps(ical.loads(feed), now=NOW, imprecise=shape))


@every_peer
def test_a_peer_reads_a_feed_of_the_corpus_as_we_do(client: Client, tmp_path: Path) -> None:
    compared = 0
    for path in FEEDS:
        feed = path.read_bytes()
        try:
            expected = canonical(feed)
        except CicaEventsError:
            continue
        found = read(client, feed, tmp_path).events
        assert only(TOLD, found) == only(TOLD, expected), path.name
        compared += 1
    assert compared > 5


def by_icalendar(record: Record) -> icalendar.Event:
    event = icalendar.Event()
    for name in ("uid", "summary", "description", "location", "status", "sequence", "transp"):
        if record[name] is not None:
            event.add(name, record[name])
    for name, value in (("dtstart", record["start"]), ("dtend", record["end"])):
        event.add(name, date.fromisoformat(value))
    event.add("categories", record["categories"])
    event.add("dtstamp", NOW)
    if record["url"]:
        event["URL"] = icalendar.vUri(record["url"])
    event["X-CICA-EDTF"] = icalendar.vText(record["edtf"])
    return event


@every_peer
def test_icalendars_writer_says_what_ours_says(client: Client, tmp_path: Path) -> None:
    records = reference.read(ical.dumps(CALENDAR, now=NOW))
    tree = icalendar.Calendar(prodid="-//test//EN", version="2.0")
    tree.subcomponents = [by_icalendar(record) for record in records]
    found = read(client, tree.to_ical(), tmp_path).events
    assert only(client.fields, found) == only(client.fields, records)
