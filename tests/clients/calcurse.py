"""calcurse: a calendar in the terminal. It keeps no UID; what it shows is a title on each day."""

from collections import Counter
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from .program import run
from .record import Reading, Record

CONFIG = "format.inputdate=4\nformat.outputdate=%Y-%m-%d\n"
FIRST, LAST = "1800-01-01", "2200-12-31"


def calcurse(*words: str | Path, home: Path, zone: str) -> str:
    (home / "conf").write_text(CONFIG)
    return run("calcurse", "-D", home, "-C", home, *words, home=home, zone=zone)


def shown(printed: str) -> Iterator[tuple[str, date]]:
    """Each title with each day that it stands under."""
    day = date.min
    for line in printed.splitlines():
        if line.startswith(" * "):
            yield line[3:], day
        elif line:
            day = date.fromisoformat(line.rstrip(":"))


def records(printed: str) -> Iterator[Record]:
    """Titles on days that follow one another are one event; twice on a day, two."""
    days = Counter(shown(printed))
    for (title, day), times in days.items():
        for _ in range(times - days[title, day - timedelta(days=1)]):
            end = day
            while days[title, end]:
                end += timedelta(days=1)
            yield {"summary": title, "start": day.isoformat(), "end": end.isoformat()}


def read(feed: Path, home: Path, zone: str) -> Reading:
    calcurse("-i", feed, home=home, zone=zone)
    printed = calcurse("-Q", "--from", FIRST, "--to", LAST, home=home, zone=zone)
    version = calcurse("--version", home=home, zone=zone).split()[1]
    return Reading(version, list(records(printed)))
