"""Our own feed of 3,000 events. Every row ends with the values of the fourteen properties in hand,
in the types of its language; the one exception says so. Ours also checks that they agree.
"""

from pathlib import Path

from cica_events import ical

from ..contest import contest
from ..records import NOW, calendar
from ..section import Section, Settings, Target, comparison

PEERS = (
    "reading.ours",
    "reading.icalendar",
    "reading.ical",
    "reading.libical",
    "reading.libical_parser",
    "reading.ical_js.mjs",
)


def run(settings: Settings, folder: Path) -> Section:
    count = settings.size(3000)
    (folder / "feed.ics").write_bytes(ical.dumps(calendar(count), now=NOW))
    times = contest(PEERS, folder, settings.rounds)
    ours = times["reading.ours"]
    table = comparison(times.values(), ours, count, "an event")
    found = times["reading.icalendar"].ratio(ours)
    target = Target("times as fast as icalendar", 8, found, at_least=True)
    return Section("Reading iCalendar", __doc__ or "", [table], [target])
