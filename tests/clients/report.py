"""`Report`: what the programs were seen to do, as a page of Markdown."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from .client import CLIENTS, Client
from .feed import FEEDS, TIMED
from .record import FIELDS
from .subscriber import SUBSCRIBERS

HEAD = """\
# What calendar programs make of a feed

`make test-clients` makes this page: each line is what a test saw the program do.

"""
READ = """\
## A file, read

Each program reads the feed of the bundled release; a calendar of awkward events (commas, line
breaks, emoji, Kazakh and Turkish names, leap days, a hundred years); the same with
`imprecise="marker"`; and one with backslashes. It does so as a user of the first and of the last
time zone that sees a day. *Equal*: every value that the program can show is the value in the feed.

*timed* is a calendar of times of day: with an end and without, in zones and at offsets, of two
days, about midnight, in the nights in which clocks change, and with no zone stated, which is then
all-day. Each program reads it as a user in New York, in Auckland and in Almaty, and shows each
event at its moment. To an event without an end it gives no end, or no length, or it draws an hour
of its own; none leaves such an event out.

"""
SAW = """\
## An address, subscribed to

Each program subscribes to the feed of the bundled release on a web host. Then the summit's days
become known, then the joint statement is withdrawn; each time the program fetches again, and a last
time when nothing is new. No program showed an event twice.

*timed*: it subscribes to the calendar of times of day while these are not known yet, so that all
events are all-day; then they become known, then they are taken back. Each time, and in each of the
three zones, it shows every event at its moment, or on its days.

"""
ALL = "every property"


@dataclass
class Report:
    """Filled by the tests; a program that no test reached is not in it."""

    versions: dict[str, str] = field(default_factory=dict)
    readings: dict[tuple[str, str], str] = field(default_factory=dict)
    sights: dict[tuple[str, str], str] = field(default_factory=dict)

    def read(self, client: Client, version: str, feed: str, outcome: str) -> None:
        self.versions[client.name] = version
        self.readings[client.name, feed] = outcome

    def saw(self, subscriber: str, version: str, step: str, sight: str) -> None:
        self.versions[subscriber] = version
        self.sights[subscriber, step] = sight

    def markdown(self) -> str:
        return HEAD + READ + self._read() + "\n" + SAW + self._saw()

    def _read(self) -> str:
        names = [feed.name for feed in (*FEEDS, TIMED)]
        rows = (
            [*self._found(client.name, names, self.readings), _fields(client.fields)]
            for client in CLIENTS
        )
        return _table(["Program", "Version", *names, "What it can show"], rows)

    def _saw(self) -> str:
        steps = ["first", "refined", "withdrawn", "fetched again", TIMED.name]
        rows = (
            [*self._found(it.name, steps, self.sights), _fields(it.fields)] for it in SUBSCRIBERS
        )
        return _table(["Program", "Version", *steps, "What it can show"], rows)

    def _found(
        self, name: str, columns: Iterable[str], cells: dict[tuple[str, str], str]
    ) -> list[str]:
        version = self.versions.get(name, "not installed")
        found = (cells.get((name, column), "") for column in columns)
        return [name, version, *(cell.replace("|", r"\|") for cell in found)]


def _fields(fields: Sequence[str]) -> str:
    return ALL if tuple(fields) == FIELDS else ", ".join(fields)


def _table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
