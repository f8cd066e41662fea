"""calcurse: a calendar in the terminal. It keeps no UID; what it shows is a title on each day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from .moments import Display
from .program import run
from .record import Reading, Record

CONFIG = "format.inputdate=4\nformat.outputdate=%Y-%m-%d\n"
TIME = "%Y-%m-%dT%H:%M"
FORM = f"@ %(start:{TIME}) %(end:{TIME}) %m\n"
DISPLAY = Display(by_clock=True)
RANGE = ("--from", "1800-01-01", "--to", "2200-12-31")


def calcurse(*words: str | Path, home: Path, zone: str) -> str:
    (home / "conf").write_text(CONFIG)
    return run("calcurse", "-D", home, "-C", home, *words, home=home, zone=zone)


def shown(printed: str) -> Iterator[tuple[date, list[str]]]:
    """Each day with the lines that stand under it."""
    for part in filter(None, printed.split("\n\n")):
        heading, *lines = part.splitlines()
        yield date.fromisoformat(heading.rstrip(":")), lines


def all_day(printed: str) -> Iterator[Record]:
    """Titles on days that follow one another are one event; twice on a day, two."""
    days: Counter[tuple[str, date]] = Counter()
    for day, lines in shown(printed):
        days.update((line[3:], day) for line in lines if line.startswith(" * "))
    for (title, day), times in days.items():
        for _ in range(times - days[title, day - timedelta(days=1)]):
            end = day
            while days[title, end]:
                end += timedelta(days=1)
            yield {"summary": title, "start": day.isoformat(), "end": end.isoformat()}


def timed(printed: str) -> Iterator[Record]:
    """An appointment stands under each day that it touches, so as often as on any one of these."""
    most: Counter[str] = Counter()
    for _, lines in shown(printed):
        most |= Counter(line for line in lines if line.startswith("@ "))
    for line in most.elements():
        _, start, end, title = line.split(" ", 3)
        yield {"summary": title, "start": start, "end": end}


def read(feed: Path, home: Path, zone: str) -> Reading:
    calcurse("-i", feed, home=home, zone=zone)
    printed = calcurse("-Q", *RANGE, "--format-apt", FORM, home=home, zone=zone)
    version = calcurse("--version", home=home, zone=zone).split()[1]
    return Reading(version, [*all_day(printed), *timed(printed)])
