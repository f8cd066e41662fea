"""An archive of releases, and what it costs to check and publish it on one core and on two.

`python -m benchmarks.archive make FOLDER [COUNT]` writes an archive. A release is
`organisations/<organisation>/<release>/{release.json,source.txt}`; `check` passes all but the few
that are bad on purpose: broken JSON, no text, or a date that the text does not bear out.

`python -m benchmarks.archive [TABLE ...]` writes one, measures, and puts the tables (steps, runs,
feeds; all, if none is named) into docs/scale.md.
"""

from __future__ import annotations

import json
import os
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter, process_time, sleep
from typing import Any, NamedTuple

from cica_events import (
    Calendar,
    Release,
    check,
    csv,
    find_dates,
    ical,
    load_release,
    merge,
    publish,
    svg,
)
from cica_events import json as data_file
from cica_events.edtf import MONTHS
from cica_events.errors import CicaEventsError
from cica_events.formats import page

from . import machine
from .page import table as markdown
from .peak import peak
from .process import ROOT
from .records import PLACES

EXAMPLE = ROOT / "examples" / "archive_with_dask.py"
DOCUMENT = ROOT / "docs" / "scale.md"
NOW = datetime(2024, 1, 1, tzinfo=UTC)
ROUNDS = 3
FEEDS = (1_000, 10_000, 100_000)  # events
COUNT = 20_000
SHARES = [number for number in range(40) for _ in range(1 + number % 4)]  # some publish more
FIRST_DAY = date(1996, 1, 8)
SPAN = 10_000  # days over which the releases were published
STATES = ("Azerbaijan", "China", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Türkiye", "Uzbekistan")
BODIES = (
    *("Senior Officials Committee", "Council of Eminent Persons", "Working Group on Energy"),
    *("Working Group on Trade", "Business Council", "Youth Council", "Думан ensemble"),
)
TOPICS = (
    *("transport corridors", "water management", "the exchange of students", "food security"),
    *("confidence-building measures", "customs procedures", "public health", "tourism"),
)
FILLERS = (
    "The delegates exchanged views on {topic} and on the role of {state} in the region.",
    "The representative of {state} said that {topic} “must not wait”, and offered help.",
    "More than 1,200 participants from {state} and elsewhere came; 48 volunteers helped them.",
    "Members may comment on the draft on {topic}; the Secretariat will answer in writing.",
    "In line with resolution 1540, {state} reported on {topic} (document A/RES/76/15).",
    "In the 21st century {topic} is more than a technical question, the Chairman noted.",
)
BAD = {3: "cut off", 5: "no text", 7: "not borne out"}
EVERY = 997  # of so many releases, three are bad


def make(folder: Path, count: int = COUNT) -> Path:
    """Writes an archive: the same bytes in every run."""
    for number in range(count):
        place = folder / "organisations" / organisation(number) / f"{published(number, count)}"
        place = place.with_name(f"{place.name}-{number:05}")
        place.mkdir(parents=True)
        text, record = release(number, count)
        (place / "source.txt").write_text(text, "utf-8")
        (place / "release.json").write_text(json.dumps(record, indent=2), "utf-8")
        spoil(place, BAD.get(number % EVERY), record)
    return folder


def organisation(number: int) -> str:
    return f"forum-{SHARES[number % len(SHARES)]:02}.example.org"


def published(number: int, count: int) -> date:
    return FIRST_DAY + timedelta(days=number * SPAN // count)


def spoil(place: Path, how: str | None, record: dict[str, Any]) -> None:
    file = place / "release.json"
    if how == "cut off":
        file.write_bytes(file.read_bytes()[:-100])
    elif how == "no text":
        (place / "source.txt").unlink()
    elif how == "not borne out":
        record["events"][0]["when"] = "1915-03-18"
        file.write_text(json.dumps(record, indent=2), "utf-8")


def release(number: int, count: int) -> tuple[str, dict[str, Any]]:
    """The text of a release, and what a person would record of it."""
    day = published(number, count)
    dateline = f"{pick(PLACES, number).upper()}, {said(day)}"
    told = [*statements(number, day)]
    sentences = [words for words, _ in told]
    paragraphs = [
        f"{dateline} – {sentences[0]} {filler(number)}",
        *(f"{words} {filler(number + 7 * place)}" for place, words in enumerate(sentences[1:], 1)),
        "The Secretariat publishes an annual report. For more, write to press@example.org.",
    ]
    record = {
        "id": organisation(number),
        "title": f"{pick(STATES, number)} and the Forum on {pick(TOPICS, number // 3)}",
        "publisher": "The Secretariat",
        "url": f"https://{organisation(number)}/press/{number}",
        "published": day.isoformat(),
        "events": [event for _, event in told if event],
        "set_aside": [
            {"text": dateline, "reason": "The dateline."},
            {"text": "an annual report", "reason": "A repeated event, not one date."},
        ],
    }
    return "\n\n".join(paragraphs) + "\n", record


def statements(number: int, day: date) -> Iterator[tuple[str, dict[str, Any] | None]]:
    """Sentences that state dates, each with its event; which ones changes from text to text."""
    told = (opening, meeting, session, founding, programme, outlook)
    yield opening(number, day)
    for place in range(mixed(number), mixed(number) + 2 + mixed(number // 5) % 4):
        yield told[1 + place % (len(told) - 1)](number, day)


def opening(number: int, day: date) -> tuple[str, dict[str, Any]]:
    words = f"The {pick(BODIES, number)} of the Forum opened today in {pick(PLACES, number)}."
    return words, event(f"opening-{number}", words, "Opening", day.isoformat(), "resolved")


def meeting(number: int, day: date) -> tuple[str, dict[str, Any]]:
    then = day - timedelta(days=60 + number * 37 % 2_000)
    body = pick(BODIES, number // 2)
    words = f"The {body} had met on {said(then)} in {pick(PLACES, number // 5)} to prepare it."
    return words, event(f"meeting-{number}", words, f"Meeting of the {body}", then.isoformat())


def session(number: int, day: date) -> tuple[str, dict[str, Any]]:
    first = (day - timedelta(days=400 + number * 53 % 900)).replace(day=2 + number % 20)
    last = first + timedelta(days=2)
    words = f"The {pick(BODIES, number // 7)} held its session on {first.day}–{said(last)}."
    return words, event(f"session-{number}", words, "Session", f"{first}/{last}")


def founding(number: int, day: date) -> tuple[str, dict[str, Any]]:
    """Told in many releases, and one event of the feed."""
    place = SHARES[number % len(SHARES)]
    year, month = 1980 + place % 10, 1 + place % 12
    words = f"The Forum was founded by {pick(STATES, place)} in {MONTHS[month - 1]} {year}."
    return words, event("founding", words, "The Forum is founded", f"{year}-{month:02}")


def programme(number: int, day: date) -> tuple[str, dict[str, Any]]:
    first, last = day.year - number % 5, day.year + 2 + number % 3
    words = f"The programme on {pick(TOPICS, number)} runs from {first} to {last}."
    return words, event(f"programme-{number}", words, "Programme", f"{first}/{last}")


def outlook(number: int, day: date) -> tuple[str, dict[str, Any]]:
    month, place = 1 + number % 12, pick(PLACES, number // 4)
    words = f"The ministers will meet in {MONTHS[month - 1]} next year in {place}."
    when = f"{day.year + 1}-{month:02}"
    return words, event(f"ministers-{number}", words, "Ministerial meeting", when, "resolved")


def event(name: str, words: str, title: str, when: str, basis: str = "stated") -> dict[str, Any]:
    return {"id": name, "title": title, "when": when, "basis": basis, "evidence": [words]}


def filler(number: int) -> str:
    chosen = (pick(FILLERS, number + 7 * place) for place in range(2 + mixed(number) % 3))
    return " ".join(
        words.format(topic=pick(TOPICS, number // 6 + place), state=pick(STATES, number + place))
        for place, words in enumerate(chosen)
    )


def said(day: date) -> str:
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def pick(choices: tuple[str, ...], number: int) -> str:
    return choices[mixed(number) % len(choices)]


def mixed(number: int) -> int:
    """Without it all releases of an organisation, at even distances, would be of one kind."""
    return number * 2_654_435_761 % 2**32 >> 12


# --- Measurements -------------------------------------------------------------------------------


TABLES = ("steps", "runs", "feeds")


def measure(folder: Path, names: Sequence[str]) -> None:
    make(folder)
    tables = {name: globals()[name](folder) for name in names}
    text = DOCUMENT.read_text("utf-8")
    for name, table in tables.items():
        before, begin, rest = text.partition(f"<!-- {name} -->\n")
        _, end, after = rest.partition("<!-- end -->")
        text = f"{before}{begin}\n{table}\n{end}{after}"
    DOCUMENT.write_text(text, "utf-8")


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of one core, which others at work on the machine change less than the clock's."""
    start = process_time()
    found = work()
    return process_time() - start, found


def steps(folder: Path) -> str:
    """What each step costs a release, in the largest organisation."""
    taken: dict[str, list[float]] = {}
    for _ in range(ROUNDS):
        for name, seconds in one_by_one(folder / "organisations" / "forum-03.example.org"):
            taken.setdefault(name, []).append(seconds * 1e3)
    rows = [[name, f"{median(found):.2f}"] for name, found in taken.items()]
    return markdown([["Step", "ms of a core, a release"], *rows])


def one_by_one(folder: Path) -> Iterator[tuple[str, float]]:
    seconds, loaded = timed(lambda: [*filter(None, map(readable, sorted(folder.iterdir())))])
    count = len(loaded)
    yield "`load_release`", seconds / count
    yield (
        "`find_dates`",
        timed(lambda: [find_dates(r.text, r.published) for r in loaded])[0] / count,
    )
    seconds, good = timed(lambda: [release for release in loaded if not check(release)])
    yield "`check` (calls `find_dates`)", seconds / count
    with tempfile.TemporaryDirectory() as target:
        yield "`publish`", timed(lambda: publish(good, target, now=NOW))[0] / count
        yield "`publish`, nothing changed", timed(lambda: publish(good, target, now=NOW))[0] / count


def readable(place: Path) -> Release | None:
    try:
        return load_release(place)
    except CicaEventsError:
        return None


def runs(folder: Path) -> str:
    """Whole processes, turn by turn: all of it serially, all of it with dask, and it again."""
    found: dict[str, list[Run]] = {}
    for number in range(ROUNDS):
        for name, run in round_of_runs(folder):
            found.setdefault(name, []).append(run)
            print(number, name, run, file=sys.stderr)
    serial = [run.seconds for run in found["serial"]]
    head = [
        f"{COUNT:,} releases",
        "seconds",
        "spread",
        "times as fast",
        "core seconds",
        "others'",
        "MB",
    ]
    return f"{conditions()}\n\n{markdown([head, *(row(*it, serial) for it in found.items())])}"


def conditions() -> str:
    load = "/".join(f"{load:.1f}" for load in os.getloadavg())
    versions = f"dask {version('dask')}, distributed {version('distributed')}"
    return f"{machine.described()}, {versions}; {ROUNDS} rounds; load at the end {load}."


def row(name: str, found: list[Run], serial: list[float]) -> list[str]:
    seconds = [run.seconds for run in found]
    ratio = median(a / b for a, b in zip(serial, seconds, strict=True))
    spread = f"{min(seconds):.1f}–{max(seconds):.1f}"
    work, others = median(run.work for run in found), median(run.others for run in found)
    memory = f"{median(run.memory for run in found):.0f}"
    figures = f"{median(seconds):.1f}", spread, f"{ratio:.2f}", f"{work:.1f}", f"{others:.1f}"
    return [name, *figures, memory]


def round_of_runs(folder: Path) -> Iterator[tuple[str, Run]]:
    serially = [sys.executable, "-m", "benchmarks.archive", "serial", str(folder)]
    parallel = [sys.executable, str(EXAMPLE), str(folder)]
    target, kept = folder / "feeds", folder / "kept"
    yield "serial", watched(serially)
    shutil.rmtree(kept, ignore_errors=True)
    target.rename(kept)
    yield "dask, two processes", watched(parallel)
    subprocess.run(["diff", "-r", kept, target], check=True)
    yield "dask again, all parts done", watched(parallel)
    (target / "forum-03.example.org.json").unlink()
    yield "dask again, one part of 40 not done", watched(parallel)
    shutil.rmtree(target)


class Run(NamedTuple):
    """What a process took, and all below it: seconds, seconds of a core, megabytes at once.

    And the seconds of a core that others on the machine took from it meanwhile.
    """

    seconds: float
    work: float
    memory: float
    others: float


def watched(command: list[str]) -> Run:
    import psutil

    environment = os.environ | {"SOURCE_DATE_EPOCH": f"{NOW.timestamp():.0f}"}
    start, before, all_before, most = perf_counter(), worked(), busy(), 0
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT, env=environment)
    while process.poll() is None:
        most = max(most, held(psutil.Process(process.pid)))
        sleep(0.25)
    assert process.returncode == 0
    seconds, work = perf_counter() - start, worked() - before
    return Run(seconds, work, most / 1e6, busy() - all_before - work)


def worked() -> float:
    used = os.times()
    return used.children_user + used.children_system


def busy() -> float:
    """What all processes of the machine have worked, ended or not."""
    import psutil

    times = psutil.cpu_times()
    return float(times.user + times.nice + times.system)


def held(process: Any) -> int:
    """Proportional set size: what processes share is counted once."""
    import psutil

    total = 0
    for each in (process, *process.children(recursive=True)):
        try:
            total += each.memory_full_info().pss
        except psutil.Error:  # it has just ended
            continue
    return total


def serial(folder: Path) -> None:
    """The parts of the example one after the other, without an engine."""
    part = runpy.run_path(str(EXAMPLE))["part"]
    for each in sorted((folder / "organisations").iterdir()):
        part(each, folder / "feeds", NOW)


def feeds(_: Path) -> str:
    """What one feed costs by its number of events; each in a process of its own."""
    found = {}
    for count in FEEDS:
        command = [sys.executable, "-m", "benchmarks.archive", "feed", str(count)]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT)
        found[count] = json.loads(done.stdout)
    names = next(iter(found.values()))
    head = ["", *(f"{count:,} events" for count in FEEDS)]
    return markdown([head, *([name, *(found[count][name] for count in FEEDS)] for name in names)])


def feed(count: int) -> None:
    releases = [*of_one_organisation(count)]
    found = {"releases": f"{len(releases):,}"}
    made = merge(*releases)
    picture = svg.dumps(made)
    for name, work in writers(made, releases, picture).items():
        seconds, data = timed(work)
        found[name] = f"{seconds:.2f} s, {len(data) / 1e6:.1f} MB"
    with tempfile.TemporaryDirectory() as folder:
        for name in ("`publish`, the first time", "`publish`, nothing changed"):
            found[name] = f"{timed(lambda: publish(releases, folder, now=NOW))[0]:.2f} s"
    found["memory of all this"] = f"{peak() / 1e6:,.0f} MB"
    print(json.dumps(found))


def writers(
    made: Calendar, releases: list[Release], picture: bytes
) -> dict[str, Callable[[], bytes]]:
    return {
        "`.ics`": lambda: ical.dumps(made, now=NOW),
        "`.csv`": lambda: csv.dumps(made),
        "`.json`": lambda: data_file.dumps(made),
        "`.svg`": lambda: svg.dumps(made),
        "`index.html`": lambda: page.dumps(made, picture=picture, releases=releases),
    }


def of_one_organisation(count: int) -> Iterator[Release]:
    """Releases until they tell of so many events, or of a few more."""
    ids: set[str] = set()
    number = 0
    while len(ids) < count:
        text, record = release(number, count)
        made = data_file.structure(record | {"id": "one", "text": text}, Release)
        ids.update(event.id for event in made.events)
        number += 1
        yield made


def main(what: str = "", *words: str) -> None:
    if what == "make":
        make(Path(words[0]), *map(int, words[1:]))
    elif what == "serial":
        serial(Path(words[0]))
    elif what == "feed":
        feed(int(words[0]))
    else:
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), [what, *words] if what else TABLES)


if __name__ == "__main__":
    main(*sys.argv[1:])
