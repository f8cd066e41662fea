"""`Feed`: a calendar as bytes, under a name."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property

from cica_events import ical, load_release

from . import awkward, reference, timed
from .record import Record


@dataclass
class Feed:
    name: str
    make: Callable[[], bytes]

    @cached_property
    def content(self) -> bytes:
        return self.make()

    @cached_property
    def records(self) -> list[Record]:
        return reference.read(self.content)


BUNDLED = Feed("bundled", lambda: ical.dumps(load_release().calendar()))
AWKWARD = Feed("awkward", lambda: ical.dumps(awkward.calendar(awkward.CASES)))
MARKERS = Feed("markers", lambda: ical.dumps(awkward.calendar(awkward.CASES), imprecise="marker"))
BACKSLASHES = Feed("backslashes", lambda: ical.dumps(awkward.calendar(awkward.BACKSLASHES)))
TIMED = Feed("timed", lambda: ical.dumps(timed.calendar()))
FEEDS = (BUNDLED, AWKWARD, MARKERS, BACKSLASHES)
