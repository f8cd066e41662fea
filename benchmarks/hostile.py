"""Inputs of any length for every entry point, most of them made to make it slow."""

from collections.abc import Callable
from contextlib import suppress
from functools import partial
from itertools import count, takewhile
from typing import Any

from cica_events import (
    Calendar,
    CicaEventsError,
    EdtfDate,
    Event,
    Release,
    check,
    csv,
    draft_release,
    find_dates,
    ical,
    json,
    parse_edtf,
)

from .prose import prose
from .records import NOW, events

Entry = Callable[[Any], Any]
Maker = Callable[[int], Any]
YEAR = EdtfDate(2022)
HEAD = ical.dumps(Calendar(id="bench", name="Benchmark")).removesuffix(b"END:VCALENDAR\r\n")


def repeated(piece: str, size: int) -> str:
    return piece * (size // len(piece))


def of(piece: str) -> Maker:
    return partial(repeated, piece)


def held(size: int) -> Calendar:
    """Events that take about so many octets."""
    return Calendar(id="bench", name="Benchmark", events=tuple(events(size // 600)))


def one(field: str, piece: str) -> Maker:
    """A calendar of one event with one long field."""

    def made(size: int) -> Calendar:
        fields: dict[str, Any] = {"id": "e", "title": "E", "when": YEAR}
        return Calendar(id="b", name="B", events=(Event(**fields | {field: piece * size}),))

    return made


def release(size: int) -> Release:
    """A release whose events quote its own words, one in each thousand."""
    text = prose(size)
    lines = [line for line in dict.fromkeys(text.split("\n")) if text.count(line) == 1][
        : size // 1000
    ]
    return Release(
        id="r",
        title="R",
        text=text,
        events=tuple(
            Event(id=f"e-{n}", title="E", when=YEAR, evidence=(line,))
            for n, line in enumerate(lines)
            if line.strip()
        ),
    )


def feed(size: int) -> bytes:
    return ical.dumps(held(size), now=NOW)


def nested(size: int) -> str:
    return "[" * size


def keys(size: int) -> str:
    numbers = takewhile(lambda n: n * 12 < size, count())
    return "{" + ",".join(f'"k{n:06}":{n}' for n in numbers) + "}"


def tolerant(entry: Entry) -> Entry:
    """What is refused is refused in time, too."""

    def work(value: Any) -> None:
        with suppress(CicaEventsError):
            entry(value)

    return work


CASES: dict[str, tuple[Entry, Maker]] = {
    "`find_dates`: prose": (find_dates, prose),
    "`find_dates`: one word": (find_dates, of("a")),
    "`find_dates`: one number": (find_dates, of("1")),
    "`find_dates`: numbers": (find_dates, of("1 ")),
    "`find_dates`: months": (find_dates, of("May ")),
    "`find_dates`: unfinished intervals": (find_dates, of("from 1 to ")),
    "`find_dates`: numeric dates run together": (find_dates, of("1.2.2022.")),
    "`find_dates`: brackets": (find_dates, of("(")),
    "`find_dates`: line breaks": (find_dates, of("\n")),
    "`check`: prose": (check, release),
    "`draft_release`: prose": (lambda text: draft_release(text, "2022"), prose),
    "`parse_edtf`: digits": (parse_edtf, of("1")),
    "`parse_edtf`: slashes": (parse_edtf, of("2010/")),
    "`Event`: a long quote": (
        lambda text: Event(id="e", title="E", when=YEAR, evidence=(text,)),
        of("a "),
    ),
    "`ical.dumps`: events": (ical.dumps, held),
    "`ical.dumps`: a long line": (ical.dumps, one("description", "ж")),
    "`ical.dumps`: what must be escaped": (ical.dumps, one("description", ";")),
    "`ical.loads`: events": (ical.loads, feed),
    "`ical.loads`: a long line": (
        lambda c: ical.loads(c),
        lambda n: ical.dumps(one("note", "ж")(n)),
    ),
    "`ical.loads`: line breaks": (ical.loads, lambda n: HEAD + b"\r\n" * (n // 2)),
    "`ical.loads`: not ours": (ical.loads, of("BEGIN:VCALENDAR\r\n")),
    "`csv.dumps`: events": (csv.dumps, held),
    "`csv.dumps`: what must be defused": (csv.dumps, one("title", "'")),
    "`csv.loads`: events": (csv.loads, lambda n: csv.dumps(held(n))),
    "`csv.loads`: quotation marks": (csv.loads, of('"')),
    "`json.dumps`: events": (json.dumps, held),
    "`json.loads`: events": (json.loads, lambda n: json.dumps(held(n))),
    "`json.loads`: nested lists": (json.loads, nested),
    "`json.loads`: unknown keys": (json.loads, keys),
    "`json.loads`: one number": (json.loads, of("1")),
}
