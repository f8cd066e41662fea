"""What does an archive of releases cost to check and publish, on one core and on two?

`python -m benchmarks.archive FOLDER COUNT` writes one. A release is
`organisations/<organisation>/<release>/{release.json,source.txt}`; `check` passes all but the few
that are bad on purpose: broken JSON, no text, or a date that the text does not bear out.
"""

import json
import runpy
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from statistics import median
from time import process_time
from typing import Any

import cica_events as ce
from cica_events.formats.json import structure

from .measuring import ROOT, figure, table, whole_process
from .records import PLACES
from .streaming import peak, printed

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
# Id, title, date and basis of an event, and below the sentence that states it. The founding is told
# in many releases, and is one event of the feed.
EVENTS = """
opening-{n} | Opening | {day} | resolved
The {host} of the Forum opened today in {city}.
meeting-{n} | Meeting of the {body} | {met} | stated
The {body} had met on {met.day} {met:%B %Y} in {city_before} to prepare it.
session-{n} | Session | {first}/{last} | stated
The {later_body} held its session on {first.day}–{last.day} {last:%B %Y}.
founding | The Forum is founded | {founded:%Y-%m} | stated
The Forum was founded by {founder} in {founded:%B %Y}.
programme-{n} | Programme | {begins}/{ends} | stated
The programme on {topic} runs from {begins} to {ends}.
ministers-{n} | Ministerial meeting | {next:%Y-%m} | resolved
The ministers will meet in {next:%B} next year in {next_city}.
""".strip().splitlines()
EVERY = 997  # of so many releases, three are bad


def make(folder: Path, count: int) -> None:
    """Writes an archive: the same bytes in every run."""
    for number in range(count):
        text, record = release(number, count)
        place = folder / "organisations" / record["id"] / f"{record['published']}-{number:05}"
        place.mkdir(parents=True)
        if number % EVERY == 7:
            record["events"][0]["when"] = "1915-03-18"
        document = json.dumps(record, indent=2)
        if number % EVERY == 3:
            document = document[:-100]
        (place / "release.json").write_text(document, "utf-8")
        if number % EVERY != 5:
            (place / "source.txt").write_text(text, "utf-8")


def release(number: int, count: int) -> tuple[str, dict[str, Any]]:
    """The text of a release, and what a person would record of it."""
    day = FIRST_DAY + timedelta(days=number * SPAN // count)
    dateline = f"{pick(PLACES, number).upper()}, {day.day} {day:%B %Y}"
    events = statements(number, day)
    told = [f"{event['evidence'][0]} {filler(number + 7 * n)}" for n, event in enumerate(events)]
    end = "The Secretariat publishes an annual report. For more, write to press@example.org."
    organisation = f"forum-{SHARES[number % len(SHARES)]:02}.example.org"
    record = {
        "id": organisation,
        "title": f"{pick(STATES, number)} and the Forum on {pick(TOPICS, number // 3)}",
        "publisher": "The Secretariat",
        "url": f"https://{organisation}/press/{number}",
        "published": day.isoformat(),
        "events": events,
        "set_aside": [
            {"text": dateline, "reason": "The dateline."},
            {"text": "an annual report", "reason": "A repeated event, not one date."},
        ],
    }
    return "\n\n".join([f"{dateline} – {told[0]}", *told[1:], end]) + "\n", record


def statements(number: int, day: date) -> list[dict[str, Any]]:
    """Events, each with a sentence that states it; which ones changes from text to text."""
    place = SHARES[number % len(SHARES)]
    first = (day - timedelta(days=400 + number * 53 % 900)).replace(day=2 + number % 20)
    values = {
        "n": number,
        "day": day,
        "host": pick(BODIES, number),
        "city": pick(PLACES, number),
        "body": pick(BODIES, number // 2),
        "met": day - timedelta(days=60 + number * 37 % 2_000),
        "city_before": pick(PLACES, number // 5),
        "later_body": pick(BODIES, number // 7),
        "first": first,
        "last": first + timedelta(days=2),
        "founder": pick(STATES, place),
        "founded": date(1980 + place % 10, 1 + place % 12, 1),
        "topic": pick(TOPICS, number),
        "begins": day.year - number % 5,
        "ends": day.year + 2 + number % 3,
        "next": date(day.year + 1, 1 + number % 12, 1),
        "next_city": pick(PLACES, number // 4),
    }
    start, count = mixed(number), 2 + mixed(number // 5) % 4
    places = [0, *(1 + n % 5 for n in range(start, start + count))]
    return [event(*(line.format(**values) for line in EVENTS[2 * n : 2 * n + 2])) for n in places]


def event(head: str, sentence: str) -> dict[str, Any]:
    values = zip(("id", "title", "when", "basis"), head.split(" | "), strict=True)
    return {**dict(values), "evidence": [sentence]}


def filler(number: int) -> str:
    chosen = (pick(FILLERS, number + 7 * place) for place in range(2 + mixed(number) % 3))
    return " ".join(
        words.format(topic=pick(TOPICS, number // 6 + place), state=pick(STATES, number + place))
        for place, words in enumerate(chosen)
    )


def pick(choices: tuple[str, ...], number: int) -> str:
    return choices[mixed(number) % len(choices)]


def mixed(number: int) -> int:
    """Without it all releases of an organisation, at even distances, would be of one kind."""
    return number * 2_654_435_761 % 2**32 >> 12


# What it costs


def measure(folder: Path, quick: bool) -> dict[str, str]:
    count, rounds = (400, 1) if quick else (COUNT, ROUNDS)
    make(folder, count)
    rows = runs(folder, count, rounds)
    hours = 10_000_000 * float(rows[2][3]) / count / 3600
    reckoning = [[f"{n} cores", f"{60 * hours / n:.0f} minutes"] for n in (16, 64, 256)]
    return {
        "steps": table(steps(folder)),
        "runs": table(rows),
        "reckoning": table([["ten million releases", f"{hours:.1f} core hours"], *reckoning]),
        "feeds": table(feeds(FEEDS[:1] if quick else FEEDS)),
    }


def steps(folder: Path) -> list[list[str]]:
    """What each step costs a release, in the largest organisation."""
    loaded: list[ce.Release] = []
    target = folder / "one feed"

    def load() -> None:
        for place in sorted((folder / "organisations" / LARGEST).iterdir()):
            with suppress(ce.CicaEventsError):
                loaded.append(ce.load_release(place))

    taken = {"`load_release`": timed(load)[0]}
    taken["`find_dates`"] = timed(lambda: [ce.find_dates(r.text, r.published) for r in loaded])[0]
    checking, problems = timed(lambda: [ce.check(release) for release in loaded])
    good = [release for release, found in zip(loaded, problems, strict=True) if not found]
    taken["`check` (calls `find_dates`)"] = checking
    for name in ("`publish`", "`publish`, nothing changed"):
        taken[name] = timed(lambda: ce.publish(good, target, now=NOW))[0]
    rows = [[name, f"{1e3 * seconds / len(loaded):.2f}"] for name, seconds in taken.items()]
    return [["Step", "ms of a core, a release"], *rows]


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of one core, which others at work on the machine change less than the clock's."""
    start = process_time()
    found = work()
    return process_time() - start, found


def runs(folder: Path, count: int, rounds: int) -> list[list[str]]:
    """Whole processes, turn by turn: all of it serially, all of it with dask, and it again."""
    found: dict[str, list[tuple[float, ...]]] = {}
    for _ in range(rounds):
        for name, taken in round_of_runs(folder):
            found.setdefault(name, []).append(taken)
            print(".", end="", file=sys.stderr, flush=True)
    medians = {name: [*map(median, zip(*taken, strict=True))] for name, taken in found.items()}
    rows = [[f"{count:,} releases", "seconds", "times as fast", "core seconds", "MB"]]
    for name, (seconds, work, memory) in medians.items():
        faster = medians["serial"][0] / seconds
        rows.append([name, *map(figure, (seconds, faster, work, memory))])
    return rows


def round_of_runs(folder: Path) -> Iterator[tuple[str, tuple[float, ...]]]:
    serially = [sys.executable, "-m", "benchmarks.archive", str(folder)]
    parallel = [sys.executable, str(EXAMPLE), str(folder)]
    target, kept = folder / "feeds", folder / "kept"
    yield "serial", whole_process(serially)
    shutil.rmtree(kept, ignore_errors=True)
    target.rename(kept)
    yield "dask, two processes", whole_process(parallel)
    subprocess.run(["diff", "-r", kept, target], check=True)
    yield "dask again, all parts done", whole_process(parallel)
    (target / f"{LARGEST}.json").unlink()
    yield "dask again, one part not done", whole_process(parallel)
    shutil.rmtree(target)


def serial(folder: Path) -> None:
    """The parts of the example one after the other, without an engine."""
    part = runpy.run_path(str(EXAMPLE))["part"]
    for each in sorted((folder / "organisations").iterdir()):
        part(each, folder / "feeds", NOW)


def feeds(counts: tuple[int, ...]) -> list[list[str]]:
    """What one feed costs by its number of events; each in a process of its own."""
    program = "from benchmarks.archive import feed; feed({})"
    columns = [json.loads(printed([sys.executable, "-c", program.format(n)])) for n in counts]
    rows = [[name, *(column[name] for column in columns)] for name in columns[0]]
    return [["", *(f"{count:,} events" for count in counts)], *rows]


def feed(count: int) -> None:
    """Publishes releases of one organisation that tell of so many events, or of a few more."""
    releases: list[ce.Release] = []
    ids: set[str] = set()
    while len(ids) < count:
        text, record = release(len(releases), count)
        releases.append(structure(record | {"id": "one", "text": text}, ce.Release))
        ids.update(event.id for event in releases[-1].events)
    found = {"releases": f"{len(releases):,}"}
    with tempfile.TemporaryDirectory() as folder:
        for name in ("`publish`, the first time", "`publish`, nothing changed"):
            seconds, _ = timed(lambda: ce.publish(releases, folder, now=NOW))
            found[name] = f"{seconds:.2f} s"
        for name in ("one.ics", "one.csv", "one.json", "one.svg", "index.html"):
            found[f"`{name}`"] = f"{Path(folder, name).stat().st_size / 1e6:.1f} MB"
    print(json.dumps(found | {"memory": f"{peak() / 1e6:,.0f} MB"}))


if __name__ == "__main__":
    if sys.argv[2:]:
        make(Path(sys.argv[1]), int(sys.argv[2]))
    else:
        serial(Path(sys.argv[1]))
