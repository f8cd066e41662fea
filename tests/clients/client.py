"""`Client`: a program that is given a feed in a file."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from . import calcurse, khal
from .moments import AS_MOMENTS, Display
from .program import HERE, PYTHON, reading, run
from .record import FIELDS, Reading

Read = Callable[[Path, Path, str], Reading]

# The first and the last zone to see a day; both disagree with UTC for much of it.
ZONES = ("UTC", "Pacific/Kiritimati", "America/Los_Angeles")


@dataclass(frozen=True)
class Client:
    """`read(feed, home, zone)` gives what the program shows; `fields`, what it can show at all."""

    name: str
    needs: tuple[str, ...]
    read: Read
    fields: tuple[str, ...] = FIELDS
    zones: tuple[str, ...] = ZONES
    misreads: str = ""
    display: Display = AS_MOMENTS


def script(interpreter: str | Path, name: str) -> Read:
    def read(feed: Path, home: Path, zone: str) -> Reading:
        return reading(run(interpreter, HERE / "readers" / name, feed, home=home, zone=zone))

    return read


CLIENTS = (
    Client("icalendar", ("pip:icalendar",), script(PYTHON, "read_icalendar.py")),
    Client("ics", ("pip:ics",), script(PYTHON, "read_ics.py"), misreads="backslashes"),
    Client("ical", ("pip:ical",), script(PYTHON, "read_ical.py")),
    Client(
        "vobject",
        ("pip:vobject",),
        script(PYTHON, "read_vobject.py"),
        display=Display(unended=None),
    ),
    Client("libical", ("library:libical.so.3",), script("python3", "read_libical.py")),
    Client("ical.js", ("npm:ical-v2",), script("node", "read_ical_js.mjs")),
    Client(
        "node-ical",
        ("npm:node-ical",),
        script("node", "read_node_ical.mjs"),
        misreads="backslashes",
    ),
    Client(
        "icalendar of Ruby",
        ("apt:ruby",),
        script("ruby", "read_icalendar.rb"),
        misreads="backslashes",
        display=Display(unended=None),
    ),
    Client("khal", ("pip:khal",), khal.read, tuple(khal.SHOWN), display=khal.DISPLAY),
    Client(
        "calcurse",
        ("apt:calcurse",),
        calcurse.read,
        ("start", "end", "summary"),
        # It never comes to the end of an event that lasts over a day which its zone left out, as
        # Kiritimati did at the end of 1994; Auckland left none out.
        ("UTC", "Pacific/Auckland", "America/Los_Angeles"),
        display=calcurse.DISPLAY,
    ),
)
