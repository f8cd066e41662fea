"""`Subscriber`: a program that is given a feed's address, and fetches it again and again."""

import shutil
from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path

from . import khal, radicale, vdirsyncer
from .dialogue import dialogue
from .generation import MONTHS
from .record import FIELDS, Refresh

Subscribe = Callable[[str, Path, str], AbstractContextManager[Refresh]]


@dataclass(frozen=True)
class Subscriber:
    """`subscribe(url, home, zone)` gives a function that fetches the feed again and reads it."""

    name: str
    needs: tuple[str, ...]
    subscribe: Subscribe
    fields: tuple[str, ...] = FIELDS
    fetches: bool = True


def script(name: str) -> Subscribe:
    def subscribe(url: str, home: Path, zone: str) -> AbstractContextManager[Refresh]:
        return dialogue(name, url, home=home, zone=zone)

    return subscribe


def fullcalendar(url: str, home: Path, zone: str) -> AbstractContextManager[Refresh]:
    browser = shutil.which("chromium") or ""
    words = (url, browser, home / "profile", *MONTHS)
    return dialogue("read_fullcalendar.mjs", *words, home=home, zone=zone)


SUBSCRIBERS = (
    # vdirsyncer gives what it fetches UIDs of its own.
    Subscriber(
        "vdirsyncer and khal",
        ("pip:vdirsyncer", "pip:khal"),
        vdirsyncer.subscribe,
        tuple(field for field in khal.SHOWN if field != "uid"),
    ),
    Subscriber("ical.js", ("npm:ical-v2",), script("read_ical_js.mjs")),
    Subscriber("node-ical", ("npm:node-ical",), script("read_node_ical.mjs")),
    Subscriber(
        "FullCalendar in Chromium",
        ("npm:@fullcalendar/icalendar", "npm:playwright-core", "apt:chromium"),
        fullcalendar,
        ("start", "end", "summary", "description", "location", "url"),
    ),
    # Radicale fetches nothing: a subscriber's own program puts the events into it.
    Subscriber("Radicale", ("pip:radicale",), radicale.subscribe, fetches=False),
)
