"""Radicale keeps events for other programs, which put and fetch them over CalDAV (RFC 4791)."""

import re
import socket
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import date, timedelta
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote
from urllib.request import urlopen
from xml.etree import ElementTree

from . import reference
from .moments import Display
from .program import PYTHON, environment, run
from .record import Reading, Record, Refresh

# It is asked for days of UTC, and gives back what was put into it.
DISPLAY = Display(unended=None, days_in="UTC")
COLLECTION = "/reader/feed/"
CONFIG = """\
[server]
hosts = 127.0.0.1:{port}
[auth]
type = none
[storage]
filesystem_folder = {home}/collections
"""
HEADERS = {"Authorization": "Basic cmVhZGVyOg==", "Depth": "1"}  # "reader", no password
MAKE = '<C:mkcalendar xmlns:C="urn:ietf:params:xml:ns:caldav"/>'
QUERY = """\
<C:calendar-query xmlns:D="DAV:" xmlns:C="urn:ietf:params:xml:ns:caldav">
<D:prop><C:calendar-data/></D:prop>
<C:filter><C:comp-filter name="VCALENDAR"><C:comp-filter name="VEVENT">{range}</C:comp-filter>
</C:comp-filter></C:filter></C:calendar-query>
"""
RANGE = '<C:time-range start="{:%Y%m%d}T000000Z" end="{:%Y%m%d}T000000Z"/>'
VEVENT = re.compile(rb"^BEGIN:VEVENT\r\n.*?^END:VEVENT\r\n", re.DOTALL | re.MULTILINE)
UID = re.compile(rb"^UID:(.*)\r\n", re.MULTILINE)


class Collection:
    """The collection on a server that listens on this port."""

    def __init__(self, port: int) -> None:
        self.port = port

    def ask(self, method: str, path: str, body: bytes | str, content: str = "text/xml") -> bytes:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=30)
        connection.request(method, path, _octets(body), {**HEADERS, "Content-Type": content})
        response = connection.getresponse()
        found = response.read()
        connection.close()
        assert response.status < 300, f"{method} {path}: {response.status} {found!r}"
        return found

    def put(self, event: bytes) -> None:
        """Each event is a resource of its own, named by its UID."""
        (uid,) = UID.findall(event)
        calendar = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//tests//EN\r\n%bEND:VCALENDAR\r\n"
        path = f"{COLLECTION}{quote(uid)}.ics"
        self.ask("PUT", path, calendar % event, "text/calendar; charset=utf-8")

    def records(self, within: str = "") -> list[Record]:
        answer = ElementTree.fromstring(self.ask("REPORT", COLLECTION, QUERY.format(range=within)))
        found = answer.iter("{urn:ietf:params:xml:ns:caldav}calendar-data")
        return [record for data in found for record in _read(data.text or "")]

    def on(self, day: date) -> list[str]:
        """The titles of the events that the server finds on a day."""
        within = RANGE.format(day, day + timedelta(days=1))
        return [record["summary"] for record in self.records(within)]


def _octets(body: bytes | str) -> bytes:
    return body.encode() if isinstance(body, str) else body


def _read(data: str) -> list[Record]:
    """XML has made each line end an LF."""
    return reference.read(data.replace("\r\n", "\n").replace("\n", "\r\n").encode())


def edges(records: list[Record]) -> set[date]:
    """The days on which an event begins or ends, and those just outside."""
    ends = {
        date.fromisoformat(record[field][:10])
        for record in records
        for field in ("start", "end")
        if record[field]
    }
    return ends | {day - timedelta(days=1) for day in ends}


@contextmanager
def serving(home: Path, zone: str) -> Iterator[Collection]:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    config = home / "radicale.conf"
    config.write_text(CONFIG.format(port=port, home=home))
    words = (PYTHON, "-m", "radicale", "--config", config)
    with (home / "radicale.log").open("wb") as log:
        server = subprocess.Popen(
            words, env=environment(home, zone), cwd=home, stdout=log, stderr=log
        )
    try:
        _await(port)
        yield Collection(port)
    finally:
        server.terminate()
        server.wait(timeout=10)


def _await(port: int) -> None:
    for _ in range(200):
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    raise TimeoutError("Radicale does not listen")


@contextmanager
def subscribe(url: str, home: Path, zone: str, months: Sequence[str]) -> Iterator[Refresh]:
    """A program of the subscriber's own copies each event of the feed to the server."""
    version = run(PYTHON, "-m", "radicale", "--version", home=home, zone=zone).strip()
    with serving(home, zone) as collection:
        collection.ask("MKCALENDAR", COLLECTION, MAKE)

        def refresh() -> Reading:
            with urlopen(url) as response:
                feed = response.read()
            for event in VEVENT.findall(feed):
                collection.put(event)
            records = collection.records()
            days = {day.isoformat(): collection.on(day) for day in edges(records)}
            return Reading(version, records, days)

        yield refresh
