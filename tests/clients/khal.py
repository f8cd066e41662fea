"""khal: a calendar in the terminal. It shows a last day, where a feed has an exclusive end,
and a time by its own clock."""

import json
from collections.abc import Sequence
from datetime import date, timedelta
from itertools import groupby
from pathlib import Path

from .moments import Display
from .program import run
from .record import Reading, Record

SHOWN = {
    "uid": "uid",
    "start": "start-full",
    "end": "end-full",
    "summary": "title",
    "description": "description",
    "location": "location",
    "categories": "categories",
    "status": "status",
    "url": "url",
}
DISPLAY = Display(unended=timedelta(hours=1), by_clock=True)
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
    if shown["all-day"] == "True":
        start, last = (date.fromisoformat(shown[name][:10]) for name in ("start-full", "end-full"))
        found |= {"start": str(start), "end": str(last + timedelta(days=1))}
    else:
        found |= {name: found[name].replace(" ", "T") for name in ("start", "end")}
    found["categories"] = shown["categories"].split(",") if shown["categories"] else []
    return found


def day_by_day(months: Sequence[str], home: Path, zone: str) -> dict[str, list[str]]:
    """The titles under each day of these months, as khal lists them; it is asked once a year."""
    shown: dict[str, list[str]] = {}
    for _, some in groupby(months, key=lambda month: month[:4]):
        within = list(some)
        shown |= listed_days(within[0], within[-1], home, zone)
    return {day: titles for day, titles in shown.items() if day[:7] in months}


def listed_days(first: str, last: str, home: Path, zone: str) -> dict[str, list[str]]:
    start = date.fromisoformat(f"{first}-01")
    length = (date.fromisoformat(f"{last}-01") - start).days + 31
    form = ("--day-format", "= {date}", "--format", "- {title}")
    printed = khal("list", *form, start.isoformat(), f"{length}d", home=home, zone=zone)
    days = (start + timedelta(days=day) for day in range(length))
    shown: dict[str, list[str]] = {day.isoformat(): [] for day in days}
    for mark, text in ((line[0], line[2:]) for line in printed.splitlines()):
        if mark == "=":
            titles = shown[text]
        else:
            titles.append(text)
    return shown


def listed(home: Path, zone: str) -> Reading:
    """Every event that khal has, one list of one event a line."""
    fields = [word for name in (*SHOWN.values(), "all-day") for word in ("--json", name)]
    printed = khal("search", *fields, "", home=home, zone=zone)
    version = khal("--version", home=home, zone=zone).split()[-1]
    events = [record(shown) for line in printed.splitlines() for shown in json.loads(line)]
    return Reading(version, events)


def read(feed: Path, home: Path, zone: str) -> Reading:
    khal("import", "--batch", "-a", "feed", feed, home=home, zone=zone)
    return listed(home, zone)
