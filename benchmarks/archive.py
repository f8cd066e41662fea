"""What does an archive of releases cost to check and publish, on one core and on two?

`python -m benchmarks.archive FOLDER COUNT` writes one. A release is
`organisations/<organisation>/<release>/{release.json,source.txt}`; `check` passes all but the few
that are bad on purpose: broken JSON, no text, or a date that the text does not bear out.
"""

import json
import os
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import perf_counter, process_time
from typing import Any, NamedTuple

import cica_events as ce
from cica_events.edtf import MONTHS
from cica_events.formats import page
from cica_events.formats.json import structure

from .measuring import ROOT, figure, table
from .records import PLACES
from .streaming import peak

EXAMPLE = ROOT / "examples" / "archive_with_dask.py"
NOW = datetime(2024, 1, 1, tzinfo=UTC)
ROUNDS = 2
FEEDS = (1_000, 10_000, 100_000)  # events
COUNT = 20_000
LARGEST = "forum-03.example.org"
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


# What it costs


def measure(folder: Path, quick: bool) -> dict[str, str]:
    count, rounds = (400, 1) if quick else (COUNT, ROUNDS)
    make(folder, count)
    found = runs(folder, count, rounds)
    return {
        "steps": table(steps(folder)),
        "runs": table(found),
        "reckoning": table(reckoned(float(found[2][3]) / count)),
        "feeds": table(feeds(FEEDS[:1] if quick else FEEDS)),
    }


def steps(folder: Path) -> list[list[str]]:
    """What each step costs a release, in the largest organisation."""
    loaded: list[ce.Release] = []
    target = folder / "one feed"

    def load() -> None:
        for place in sorted((folder / "organisations" / LARGEST).iterdir()):
            try:
                loaded.append(ce.load_release(place))
            except ce.CicaEventsError:
                continue

    def publish() -> None:
        ce.publish(good, target, now=NOW)

    taken = {"`load_release`": timed(load)[0]}
    taken["`find_dates`"] = timed(lambda: [ce.find_dates(r.text, r.published) for r in loaded])[0]
    checking, problems = timed(lambda: [ce.check(release) for release in loaded])
    good = [release for release, found in zip(loaded, problems, strict=True) if not found]
    taken["`check` (calls `find_dates`)"] = checking
    taken["`publish`"] = timed(publish)[0]
    taken["`publish`, nothing changed"] = timed(publish)[0]
    rows = [[name, f"{1e3 * seconds / len(loaded):.2f}"] for name, seconds in taken.items()]
    return [["Step", "ms of a core, a release"], *rows]


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of one core, which others at work on the machine change less than the clock's."""
    start = process_time()
    found = work()
    return process_time() - start, found


class Run(NamedTuple):
    """What a process took, with all below it; the memory is that of the largest of them."""

    seconds: float
    core_seconds: float
    megabytes: float


def runs(folder: Path, count: int, rounds: int) -> list[list[str]]:
    """Whole processes, turn by turn: all of it serially, all of it with dask, and it again."""
    found: dict[str, list[Run]] = {}
    for _ in range(rounds):
        for name, run in round_of_runs(folder):
            found.setdefault(name, []).append(run)
            print(".", end="", file=sys.stderr, flush=True)
    serial = median(run.seconds for run in found["serial"])
    rows = [[f"{count:,} releases", "seconds", "times as fast", "core seconds", "MB"]]
    for name, taken in found.items():
        seconds, work, memory = (median(figures) for figures in zip(*taken, strict=True))
        rows.append([name, *map(figure, (seconds, serial / seconds, work, memory))])
    return rows


def reckoned(core_seconds: float) -> list[list[str]]:
    """How long ten million releases take, if a release takes so long, and cores never wait."""
    work = 10_000_000 * core_seconds
    rows = [[f"{cores} cores", f"{work / cores / 60:.0f} minutes"] for cores in (16, 64, 256)]
    return [["ten million releases", f"{work / 3600:.1f} core hours"], *rows]


def round_of_runs(folder: Path) -> Iterator[tuple[str, Run]]:
    serially = [sys.executable, "-m", "benchmarks.archive", str(folder)]
    parallel = [sys.executable, str(EXAMPLE), str(folder)]
    target, kept = folder / "feeds", folder / "kept"
    yield "serial", watched(serially)
    shutil.rmtree(kept, ignore_errors=True)
    target.rename(kept)
    yield "dask, two processes", watched(parallel)
    subprocess.run(["diff", "-r", kept, target], check=True)
    yield "dask again, all parts done", watched(parallel)
    (target / f"{LARGEST}.json").unlink()
    yield "dask again, one part not done", watched(parallel)
    shutil.rmtree(target)


def watched(command: list[str]) -> Run:
    environment = os.environ | {"SOURCE_DATE_EPOCH": f"{NOW.timestamp():.0f}"}
    start = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, command
    return Run(perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1e3)


def serial(folder: Path) -> None:
    """The parts of the example one after the other, without an engine."""
    part = runpy.run_path(str(EXAMPLE))["part"]
    for each in sorted((folder / "organisations").iterdir()):
        part(each, folder / "feeds", NOW)


def feeds(counts: tuple[int, ...]) -> list[list[str]]:
    """What one feed costs by its number of events; each in a process of its own."""
    found = []
    for count in counts:
        command = [sys.executable, "-c", f"from benchmarks.archive import feed; feed({count})"]
        done = subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT)
        found.append(json.loads(done.stdout))
        print(".", end="", file=sys.stderr, flush=True)
    head = ["", *(f"{count:,} events" for count in counts)]
    return [head, *([name, *(column[name] for column in found)] for name in found[0])]


def feed(count: int) -> None:
    releases = [*of_one_organisation(count)]
    made = ce.merge(*releases)
    picture = ce.svg.dumps(made)
    found = {"releases": f"{len(releases):,}"}
    writers: dict[str, Callable[[], bytes]] = {
        "`.ics`": lambda: ce.ical.dumps(made, now=NOW),
        "`.csv`": lambda: ce.csv.dumps(made),
        "`.json`": lambda: ce.json.dumps(made),
        "`.svg`": lambda: ce.svg.dumps(made),
        "`index.html`": lambda: page.dumps(made, picture=picture, releases=releases),
    }
    for name, write in writers.items():
        seconds, data = timed(write)
        found[name] = f"{seconds:.2f} s, {len(data) / 1e6:.1f} MB"
    with tempfile.TemporaryDirectory() as folder:
        for name in ("`publish`, the first time", "`publish`, nothing changed"):
            seconds, _ = timed(lambda: ce.publish(releases, folder, now=NOW))
            found[name] = f"{seconds:.2f} s"
    found["memory of all this"] = f"{peak() / 1e6:,.0f} MB"
    print(json.dumps(found))


def of_one_organisation(count: int) -> Iterator[ce.Release]:
    """Releases until they tell of so many events, or of a few more."""
    ids: set[str] = set()
    number = 0
    while len(ids) < count:
        text, record = release(number, count)
        made = structure(record | {"id": "one", "text": text}, ce.Release)
        ids.update(event.id for event in made.events)
        number += 1
        yield made


if __name__ == "__main__":
    if sys.argv[2:]:
        make(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        serial(Path(sys.argv[1]))
