#!/usr/bin/env python
"""Time at 1 MB against 100 kB, for inputs made to be slow; exits with 1 if it grows too much.

Prints the table of docs/testing.md.
"""

import sys
import tempfile
import warnings
from collections.abc import Callable
from contextlib import suppress
from itertools import chain, count
from pathlib import Path
from time import process_time
from typing import Any

from cica_events import (
    Calendar,
    CicaEventsError,
    EdtfDate,
    Event,
    Release,
    SetAside,
    check,
    draft_release,
    find_dates,
    load_release,
    parse_edtf,
    publish,
    quotes,
    read_html,
    structure,
    update_release,
)
from cica_events.formats import csv, ical, json, page, svg
from cica_events.quotes import is_unique, locate, sentence
from cica_events.structure import blocks

SMALL, LARGE = 100_000, 1_000_000  # bytes or characters
MOST = 20  # times as long for ten times as much
ENOUGH, RUNS = 0.2, 3  # seconds and runs that one size is measured at least
LONG = 5  # seconds after which it is measured no more: such runs differ little from each other
# What remembers a text that was read before.
TEXT_MODULES = vars(quotes).values(), vars(structure).values()
CACHES = [found for found in chain(*TEXT_MODULES) if hasattr(found, "cache_clear")]
YEAR = EdtfDate(2022)
DAYS = "opened on {day} May {year}"
Maker = Callable[[int], Any]
Entry = Callable[[Any], Any]


def repeated(piece: str) -> Maker:
    return lambda size: piece * (size // len(piece))


def joined(pattern: str) -> Maker:
    """Text whose every piece is another one, by its number."""

    def made(size: int) -> str:
        pieces, length = [], 0
        for n in count():
            pieces.append(pattern.format(n=n, day=1 + n % 28, year=1950 + n % 70))
            length += len(pieces[-1])
            if length >= size:
                return "".join(pieces)[:size]
        raise AssertionError

    return made


def one(**fields: str) -> Maker:
    """A calendar of one event with one long field."""

    def made(size: int) -> Calendar:
        long = {name: piece * (size // len(piece.encode())) for name, piece in fields.items()}
        return calendar(Event(**{"id": "e", "title": "E", "when": YEAR} | long))

    return made


def listed(name: str, size_of_item: int = 10) -> Maker:
    """A calendar of one event with many items in one field."""

    def made(size: int) -> Calendar:
        items = [f"in {n:06}." for n in range(size // size_of_item)]
        return calendar(Event(id="e", title="E", when=YEAR, **{name: items}))

    return made


def tiny(size: int) -> Calendar:
    return calendar(*(Event(id=f"e{n}", title="E", when=YEAR) for n in range(size // 400)))


def calendar(*events: Event) -> Calendar:
    return Calendar(id="c", name="C", events=events)


def written(module: Any, maker: Maker) -> Maker:
    return lambda size: module.dumps(maker(size))


def drafted(maker: Maker) -> Maker:
    return lambda size: draft_release(maker(size), "2022-05-10")


def updated(maker: Maker, old: str, new: str) -> Maker:
    """A release of a text, and the text in which words have been replaced."""

    def made(size: int) -> tuple[Release, str]:
        text = maker(size)
        return draft_release(text, "2022-05-10"), text.replace(old, new)

    return made


def quoting(size: int) -> Release:
    """A tenth of the text in short quotes that stand nowhere, but nearly."""
    text = joined("The forum no. {n} opened on {day} May {year}. ")(size)
    aside = [SetAside(f"forum no. {n} closed", "r") for n in range(size // 500)]
    return Release(id="r", title="R", text=text, set_aside=aside)


def all_quoted(size: int) -> Release:
    """One event whose one quote is the whole text."""
    text = joined(f"{DAYS}, ")(size).rsplit(",", 1)[0]
    event = Event(id="e", title="E", when=parse_edtf("2022-05/2023-05"), evidence=[text])
    return Release(id="r", title="R", text=text, events=[event])


def located(text: str) -> None:
    for start in range(0, len(text), 50):
        quote = text[start : start + 40]
        found = locate(text, quote)
        if found and is_unique(text, quote):
            sentence(text, *found)


def published(what: Any) -> None:
    with tempfile.TemporaryDirectory() as folder:
        publish(what, folder)
        publish(what, folder)


def folder(maker: Maker) -> Maker:
    """A ``release.json`` beside its ``source.txt``."""

    def made(size: int) -> Path:
        path = Path(tempfile.mkdtemp())
        (path / "source.txt").write_text("", "utf-8")
        (path / "release.json").write_text(maker(size), "utf-8")
        return path

    return made


def illustrated(what: Calendar) -> None:
    page.dumps(what, picture=svg.dumps(what), url="https://example.org/")


FIRST = "a date every 50 characters"
DATES = {
    FIRST: joined("The forum no. {n} was opened on {day} May {year}. "),
    "such dates, no full stop": joined("the forum no. {n} was opened on {day} May {year}, "),
    "such dates, one a line": joined("The forum no. {n} opened on {day} May {year}\n"),
    "one sentence again and again": repeated("They met on 3 June 2024. "),
    "one date again and again": repeated("3 June 2024 "),
}
TEXTS = {
    **DATES,
    "one word": repeated("a"),
    "one number": repeated("1"),
    "numbers": repeated("1 "),
    "months": repeated("May "),
    "intervals that do not end": repeated("from 1 to "),
    "lists that do not end": repeated("3, 4, "),
    "numeric dates in one": repeated("1.2.2022."),
    "line breaks": repeated("\n"),
    "spaces": repeated("on     "),
    "brackets": repeated("(«"),
    "half an address": repeated("://2022"),
}
SCHEDULES = {
    "days without a year": repeated("1 Jan. "),
    "weekdays": repeated("Monday, "),
    "a programme": repeated("3 May\n10:00 Opening\n"),
    "items of a list": repeated("- 3 May 2022\n"),
}
LAYOUTS = {
    "a heading every ten characters": repeated("2024\n\nx y\n\n"),
    "headings in capitals": repeated("TITLE ONE\n\n3 May: x\n"),
    "headings under rules": repeated("Title\n=====\n"),
    "items within items": repeated("- a\n - b\n  - c\n"),
    "numbers of a list": repeated("1. one two\n"),
    "rows of tabs": repeated("a\tb\t3 May\n"),
    "rows of bars": repeated("|a|b|3 May|\n"),
    "rows of spaces": repeated("  a   b\n"),
    "one row": repeated("a\t"),
    "rows without a first cell": repeated("3 May\ta\n\tb\n"),
    "indented lines": repeated("\t\tx\n"),
    "rules": repeated("+--+\n"),
    "wrapped lines": repeated("the words of a line go on in the next,\n"),
}
PAGES = {
    "paragraphs": repeated("<p>They met on 3 May 2024.</p>"),
    "elements within elements": repeated("<div>"),
    "lists within lists": repeated("<ul><li>3 May"),
    "rows": repeated("<table><tr><td>a<td>3 May</table>"),
    "headings": repeated("<h2>2024</h2><p>x</p>"),
    "dates in pieces": repeated("<b>3</b> <i>May</i> "),
    "line breaks": repeated("a<br>"),
    "entities": repeated("&amp;&#x41;&nbsp;"),
    "broken tags": repeated("<p <a <<b>"),
    "scripts": repeated("<script>x</script>"),
    "comments": repeated("<!-- a -->"),
}
UPDATES = {
    "nothing changed": updated(DATES[FIRST], "", ""),
    "every date moved": updated(DATES[FIRST], " May ", " June "),
    "every word changed": updated(DATES[FIRST], "forum", "council"),
    "a list, every date moved": updated(DATES["such dates, one a line"], " May ", " June "),
    "one sentence again and again": updated(repeated("They met on 3 June 2024. "), "June", "May"),
}
CALENDARS = {
    "many tiny events": tiny,
    "one huge title": one(title="ж"),
    "one huge word": one(title="a"),
    "many folds": one(description="é 🎉 "),
    "many escapes": one(note=";,\\\n"),
    "many quotes": listed("evidence"),
    "many participants": listed("participants"),
    "apostrophes": one(title="'"),
}
HEAD = ical.dumps(Calendar(id="c", name="C")).removesuffix(b"END:VCALENDAR\r\n")
ICS = {
    **{name: written(ical, maker) for name, maker in CALENDARS.items()},
    "line breaks": lambda size: HEAD + b"\r\n" * (size // 2),
    "nothing but folds": lambda size: HEAD + b"NOTE:\r\n" + b" \r\n" * (size // 3) + b" x",
    "parameters": lambda size: HEAD + b'N;A="b:c"' * (size // 9) + b":\r\nEND:VCALENDAR\r\n",
    "quotation marks": lambda size: HEAD + b'N;"' * (size // 3) + b"\r\nEND:VCALENDAR\r\n",
    "components within components": repeated("BEGIN:VCALENDAR\r\n"),
    "events that do not end": lambda size: HEAD + b"BEGIN:VEVENT\r\n" * (size // 14),
}
CSV = {
    **{name: written(csv, maker) for name, maker in CALENDARS.items()},
    "quotation marks": repeated('"'),
    "commas": repeated(","),
    "rows of nothing": lambda size: csv.dumps(calendar()) + b"\r\n" * (size // 2),
}
JSON = {
    **{name: written(json, maker) for name, maker in CALENDARS.items()},
    "nested lists": repeated("["),
    "nested objects": repeated('{"a":'),
    "one number": repeated("1"),
    "unknown keys": lambda size: "{" + joined('"k{n}":0,')(size).rpartition(",")[0] + "}",
    "one unknown key": lambda size: '{"' + "nam" * (size // 3) + '":0}',
    "wrong events": lambda size: '{"id":"c","name":"C","events":[' + "{}," * (size // 3) + "{}]}",
    "escapes": lambda size: '"' + "\\u00e9" * (size // 6) + '"',
}
EDTF = {
    "digits": repeated("1"),
    "X": repeated("X"),
    "qualifiers": repeated("?"),
    "slashes": repeated("2010/"),
}
RELEASES = {
    **{name: drafted(maker) for name, maker in DATES.items()},
    "quotes that nearly stand there": quoting,
    "one quote of all": all_quoted,
    "one word": drafted(repeated("a")),
}


def drafts(text: str) -> None:
    draft_release(text, "2022-05-10")


def updates(release_and_text: tuple[Release, str]) -> None:
    update_release(*release_and_text)


ENTRIES: dict[str, tuple[Entry, dict[str, Maker]]] = {
    "find_dates": (lambda text: find_dates(text, "2022-05-10"), TEXTS | SCHEDULES),
    "blocks": (blocks, TEXTS | LAYOUTS),
    "read_html": (read_html, PAGES),
    "draft_release": (drafts, TEXTS),
    "update_release": (updates, UPDATES),
    "check": (check, RELEASES),
    "quotes": (located, DATES),
    "parse_edtf": (parse_edtf, EDTF),
    "ical.dumps": (ical.dumps, CALENDARS),
    "ical.loads": (ical.loads, ICS),
    "csv.dumps": (csv.dumps, CALENDARS),
    "csv.loads": (csv.loads, CSV),
    "json.dumps": (json.dumps, CALENDARS),
    "json.loads": (json.loads, JSON),
    "load_release": (load_release, {name: folder(JSON[name]) for name in list(JSON)[-7:]}),
    "svg.dumps": (svg.dumps, CALENDARS),
    "page.dumps": (illustrated, CALENDARS),
    "publish": (published, {**CALENDARS, "a release of many quotes": RELEASES[FIRST]}),
}


def seconds(entry: Entry, value: Any) -> float:
    """The shortest of some runs; what is refused is refused in time, too."""
    times: list[float] = []
    while sum(times) < LONG and (sum(times) < ENOUGH or len(times) < RUNS):
        for remembered in CACHES:
            remembered.cache_clear()
        begin = process_time()
        with suppress(CicaEventsError):
            entry(value)
        times.append(process_time() - begin)
    return min(times)


def main() -> int:
    warnings.simplefilter("ignore")
    wanted = sys.argv[1:] or list(ENTRIES)
    print("| entry point | shapes | slowest at 1 MB | its shape | largest ratio | its shape |")
    print("|---|---:|---:|---|---:|---|")
    worst = 0.0
    for name in wanted:
        entry, shapes = ENTRIES[name]
        times = {}
        for shape, maker in shapes.items():
            times[shape] = seconds(entry, maker(SMALL)), seconds(entry, maker(LARGE))
            print(name, shape, *times[shape], file=sys.stderr, flush=True)
        slowest = max(times, key=lambda shape: times[shape][1])
        steepest = max(times, key=lambda shape: times[shape][1] / times[shape][0])
        ratio = times[steepest][1] / times[steepest][0]
        worst = max(worst, ratio)
        at_worst = f"{times[slowest][1]:.2g} s", slowest
        cells = f"`{name}`", len(times), *at_worst, f"{ratio:.1f}", steepest
        print("|", " | ".join(map(str, cells)), "|", flush=True)
    return 1 if worst >= MOST else 0


if __name__ == "__main__":
    raise SystemExit(main())
