"""`Subscriber`: a program that is given a feed's address, and fetches it again and again."""

import shutil
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from . import khal, radicale, thunderbird, vdirsyncer
from .dialogue import dialogue
from .moments import AS_MOMENTS, Display
from .record import FIELDS, Refresh

Subscribe = Callable[[str, Path, str, Sequence[str]], AbstractContextManager[Refresh]]


@dataclass(frozen=True)
class Subscriber:
    """`subscribe(url, home, zone, months)` gives a function that fetches the feed and reads it.

    A program that shows one month at a time is looked at in these months.
    """

    name: str
    needs: tuple[str, ...]
    subscribe: Subscribe
    fields: tuple[str, ...] = FIELDS
    fetches: bool = True
    display: Display = AS_MOMENTS


def script(name: str) -> Subscribe:
    def subscribe(
        url: str, home: Path, zone: str, months: Sequence[str]
    ) -> AbstractContextManager[Refresh]:
        return dialogue(name, url, home=home, zone=zone)

    return subscribe


def fullcalendar(
    url: str, home: Path, zone: str, months: Sequence[str]
) -> AbstractContextManager[Refresh]:
    browser = shutil.which("chromium") or ""
    words = (url, browser, home / "profile", *months)
    return dialogue("read_fullcalendar.mjs", *words, home=home, zone=zone)


SUBSCRIBERS = (
    # vdirsyncer gives what it fetches UIDs of its own.
    Subscriber(
        "vdirsyncer and khal",
        ("pip:vdirsyncer", "pip:khal"),
        vdirsyncer.subscribe,
        tuple(field for field in khal.SHOWN if field != "uid"),
        display=khal.DISPLAY,
    ),
    Subscriber("Thunderbird", ("apt:thunderbird",), thunderbird.subscribe),
    Subscriber("ical.js", ("npm:ical-v2",), script("read_ical_js.mjs")),
    Subscriber("node-ical", ("npm:node-ical",), script("read_node_ical.mjs")),
    Subscriber(
        "FullCalendar in Chromium",
        ("npm:@fullcalendar/icalendar", "npm:playwright-core", "apt:chromium"),
        fullcalendar,
        ("start", "end", "summary", "description", "location", "url"),
        display=Display(unended=timedelta(hours=1), by_clock=True, clock_never_changes=True),
    ),
    # Radicale fetches nothing: a subscriber's own program puts the events into it.
    Subscriber(
        "Radicale", ("pip:radicale",), radicale.subscribe, fetches=False, display=radicale.DISPLAY
    ),
)
