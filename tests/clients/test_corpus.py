"""What the fuzzers came upon: peers read it as we do, and icalendar's own writer says the same."""

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import icalendar
import pytest
from attrs import evolve
from hypothesis import given, settings
from strategies import calendars

from cica_events import Calendar, CicaEventsError, Event
from cica_events.formats import csv, ical, json

from . import reference
from .client import CLIENTS, Client
from .moments import moment
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


def accepted() -> Iterator[tuple[str, Calendar]]:
    """Each calendar that a reader makes of the corpus, and where it is from."""
    for name, module in READERS.items():
        for path in sorted((CORPUS / name).iterdir()):
            try:
                yield f"{name}-{path.name}", module.loads(path.read_bytes())
            except CicaEventsError:
                continue


def renamed(calendars: Iterable[tuple[str, Calendar]]) -> Iterator[Event]:
    """Their events, each under an id of its own."""
    for name, calendar in calendars:
        for place, event in enumerate(calendar.events):
            yield evolve(event, id=f"{name}-{place}")


ACCEPTED = list(accepted())
CALENDAR = Calendar(id="corpus", name="Corpus", events=tuple(renamed(ACCEPTED)))


@every_peer
@pytest.mark.parametrize("imprecise", ["span", "marker"])
def test_a_peer_reads_what_we_wrote_of_the_corpus(
    client: Client, imprecise: ical.Imprecise, tmp_path: Path
) -> None:
    feed = ical.dumps(CALENDAR, now=NOW, imprecise=imprecise)
    expected = reference.read(feed)
    assert len(expected) > 30
    found = read(client, feed, tmp_path).events
    assert only(client.fields, found) == only(client.fields, shown(client, expected))


def shown(client: Client, records: list[Record]) -> list[Record]:
    return client.display.of(records, "UTC")


def drawn() -> Calendar:
    """Fifty calendars in one, for a program is started once a feed."""
    found: list[tuple[str, Calendar]] = []

    @given(calendars)
    @settings(max_examples=50, derandomize=True, deadline=None, database=None)
    def draw(calendar: Calendar) -> None:
        found.append((f"drawn-{len(found)}", calendar))

    draw()
    return evolve(CALENDAR, events=tuple(renamed(found)))


@every_peer
def test_a_peer_reads_what_we_wrote_of_any_calendar(client: Client, tmp_path: Path) -> None:
    feed = ical.dumps(drawn(), now=NOW)
    expected = reference.read(feed)
    assert len(expected) > 30
    found = read(client, feed, tmp_path).events
    for record in found:  # ical.js prints the year 9 as 9
        record.update({name: padded(record[name]) for name in ("start", "end")})
    assert only(client.fields, found) == only(client.fields, shown(client, expected))


def padded(bound: str) -> str:
    return bound.zfill(len("0009-01-02T03:04:05Z" if "T" in bound else "0009-01-02"))


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
        assert only(TOLD, found) == only(TOLD, shown(client, expected)), path.name
        compared += 1
    assert compared > 5


def by_icalendar(record: Record) -> icalendar.Event:
    event = icalendar.Event()
    for name in ("uid", "summary", "description", "location", "status", "sequence", "transp"):
        if record[name] is not None:
            event.add(name, record[name])
    for name, value in (("dtstart", record["start"]), ("dtend", record["end"])):
        if value:
            event.add(name, moment(value) if "T" in value else date.fromisoformat(value))
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
    assert only(client.fields, found) == only(client.fields, shown(client, records))


def text(component: icalendar.Component, name: str, *values: str | None) -> None:
    for value in filter(None, values):
        component.add(name, icalendar.vText(value), encode=False)


def whole(event: Event, record: Record) -> icalendar.Event:
    """All that we write of an event, from the values of the model."""
    found = by_icalendar(record)
    found["DTSTAMP"] = icalendar.vDatetime(event.modified or NOW)
    if event.modified:
        found["LAST-MODIFIED"] = icalendar.vDatetime(event.modified)
    text(found, "X-MICROSOFT-CDO-BUSYSTATUS", "FREE")
    if record["summary"] != event.title:
        text(found, "X-CICA-TITLE", event.title)
    text(found, "X-CICA-DESCRIPTION", event.description)
    text(found, "X-CICA-BASIS", event.basis)
    text(found, "X-CICA-TIME", str(event.time) if event.time else None)
    text(found, "X-CICA-ZONE", event.zone)
    if event.supplied_as_given is not None:
        text(found, "X-CICA-SUPPLIED", *(event.supplied_as_given or ("none",)))
    text(found, "X-CICA-EVIDENCE", *event.evidence)
    text(found, "X-CICA-PARTICIPANT", *event.participants)
    text(found, "X-CICA-NOTE", event.note)
    text(found, "X-CICA-SOURCE-TITLE", event.source_title)
    return found


def tree_of(calendar: Calendar, feed: bytes) -> icalendar.Calendar:
    """The calendar through icalendar's interface; only the composed texts are from our feed."""
    tree = icalendar.Calendar()
    text(tree, "VERSION", "2.0")
    text(tree, "CALSCALE", "GREGORIAN")
    text(tree, "X-CICA-FORMAT", "2")
    text(tree, "X-CICA-ID", calendar.id)
    for names, value in (
        (("NAME", "X-WR-CALNAME"), calendar.name),
        (("DESCRIPTION", "X-WR-CALDESC"), calendar.description),
        (("COLOR",), calendar.color),
    ):
        for name in names:
            text(tree, name, value)
    for name, value in (("URL", calendar.url), ("SOURCE", calendar.source)):
        if value:
            tree[name] = icalendar.vUri(value)
    if calendar.source:
        tree["SOURCE"].params["VALUE"] = "URI"
    refresh = icalendar.vDuration(calendar.refresh)
    tree["REFRESH-INTERVAL"] = icalendar.vDuration(calendar.refresh, {"VALUE": "DURATION"})
    text(tree, "X-PUBLISHED-TTL", refresh.to_ical().decode())
    events = {f"{event.id}@{calendar.id}": event for event in calendar.events}
    tree.subcomponents = [whole(events[it["uid"]], it) for it in reference.read(feed)]
    return tree


def said(feed: bytes) -> list[tuple[str, list[tuple[str, str]], bytes]]:
    """Every property, with its parameters, component by component; not who wrote it."""
    found, component = [], 0
    for name, value in icalendar.Calendar.from_ical(feed).property_items():
        component += name == "BEGIN"
        if name != "PRODID":
            params = sorted(getattr(value, "params", {}).items())
            raw = value if isinstance(value, bytes) else value.to_ical()
            found.append((f"{component} {name}", params, raw))
    return sorted(found)


def rewritten_otherwise(feed: bytes) -> bool:
    """icalendar takes a literal backslash and N for a line break, and drops a leading U+FEFF."""
    unfolded = feed.replace(b"\r\n ", b"")
    return b"\\\\N" in unfolded or "\ufeff".encode() in unfolded


def check_whole(calendar: Calendar) -> None:
    feed = ical.dumps(calendar, now=NOW)
    if not rewritten_otherwise(feed):
        assert said(tree_of(calendar, feed).to_ical()) == said(feed)


def test_icalendars_writer_says_every_property_of_the_corpus() -> None:
    for _, calendar in ACCEPTED:
        check_whole(calendar)


@given(calendars)
@settings(max_examples=50, derandomize=True, deadline=None)
def test_icalendars_writer_says_every_property_of_any_calendar(calendar: Calendar) -> None:
    check_whole(calendar)


def texts(component: icalendar.Component, name: str) -> tuple[str, ...]:
    """icalendar leaves the escapes in a property that it does not know."""
    found = component.get(name, [])
    return tuple(map(reference.text, found if isinstance(found, list) else [found]))


def test_icalendar_reads_the_evidence_of_the_corpus_as_we_do() -> None:
    written = [ical.dumps(it, now=NOW) for it in (CALENDAR, drawn())]
    quotes = 0
    for feed in [*(path.read_bytes() for path in FEEDS), *written]:
        try:
            calendar = ical.loads(feed)
        except CicaEventsError:
            continue
        ours = {f"{event.id}@{calendar.id}": event for event in calendar.events}
        for event in icalendar.Calendar.from_ical(feed).events:
            if (own := ours.get(event.uid)) is not None:
                assert texts(event, "X-CICA-EVIDENCE") == own.evidence
                assert texts(event, "X-CICA-PARTICIPANT") == own.participants
                quotes += len(own.evidence)
    assert quotes > 5
