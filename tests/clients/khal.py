"""khal: a calendar in the terminal. It shows a last day, where a feed has an exclusive end."""

import json
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta
from pathlib import Path

from .program import run
from .record import Reading, Record

SHOWN = {
    "uid": "uid",
    "start": "start-date-full",
    "end": "end-date-full",
    "summary": "title",
    "description": "description",
    "location": "location",
    "categories": "categories",
    "status": "status",
    "url": "url",
}
CONFIG = """\
[calendars]
[[feed]]
path = {home}/feed
[sqlite]
path = {home}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
"""


def khal(*words: str | Path, home: Path, zone: str) -> str:
    config = home / "khal.conf"
    if not config.exists():
        config.write_text(CONFIG.format(home=home))
        (home / "feed").mkdir(exist_ok=True)
    return run("khal", "-c", config, *words, home=home, zone=zone)


def record(shown: dict[str, str]) -> Record:
    found: Record = {field: shown[name] or None for field, name in SHOWN.items()}
    found["end"] = (date.fromisoformat(shown["end-date-full"]) + timedelta(days=1)).isoformat()
    found["categories"] = shown["categories"].split(",") if shown["categories"] else []
    return found


def day_by_day(months: Iterable[str], home: Path, zone: str) -> dict[str, list[str]]:
    """The titles under each day of these months, as khal lists them."""
    return {day: titles for month in months for day, titles in days(month, home, zone).items()}


def days(month: str, home: Path, zone: str) -> dict[str, list[str]]:
    first = date.fromisoformat(f"{month}-01")
    length = monthrange(first.year, first.month)[1]
    shown: dict[str, list[str]] = {f"{month}-{day + 1:02}": [] for day in range(length)}
    form = ("--day-format", "= {date}", "--format", "- {title}")
    printed = khal("list", *form, f"{month}-01", f"{length}d", home=home, zone=zone)
    for mark, text in ((line[0], line[2:]) for line in printed.splitlines()):
        if mark == "=":
            titles = shown[text]
        else:
            titles.append(text)
    return shown


def listed(home: Path, zone: str) -> Reading:
    """Every event that khal has, one list of one event a line."""
    fields = [word for name in SHOWN.values() for word in ("--json", name)]
    printed = khal("search", *fields, "", home=home, zone=zone)
    version = khal("--version", home=home, zone=zone).split()[-1]
    events = [record(shown) for line in printed.splitlines() for shown in json.loads(line)]
    return Reading(version, events)


def read(feed: Path, home: Path, zone: str) -> Reading:
    khal("import", "--batch", "-a", "feed", feed, home=home, zone=zone)
    return listed(home, zone)
