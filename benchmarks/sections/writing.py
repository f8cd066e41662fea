"""3,000 events of fourteen properties. Ours is given events, and works out from each what the
calendar shows: the days, the date in words, the notes in SUMMARY and DESCRIPTION. Every other row
is given the values of the fourteen properties ready made, and builds and writes them. All feeds
are read by icalendar before the clock starts, and say the same; the hand-written floor and ours
are equal byte for byte.
"""

import json
from pathlib import Path

from cica_events import ical

from ..contest import contest
from ..ready import as_json, read
from ..records import NOW, calendar
from ..section import Section, Settings, Target, comparison

PEERS = (
    "writing.ours",
    "writing.floor",
    "writing.libical",
    "writing.libical_writer",
    "writing.icalendar",
    "writing.ics",
    "writing.ical",
    "writing.vobject",
    "writing.ical_js.mjs",
    "writing.ical_generator.mjs",
)


def run(settings: Settings, folder: Path) -> Section:
    count = settings.size(3000)
    prepare(folder, count)
    contest(("writing.ours", "writing.floor"), folder, 1, bytes)  # equal byte for byte
    times = contest(PEERS, folder, settings.rounds, read)
    ours = times["writing.ours"]
    table = comparison(times.values(), ours, count, "an event")
    floor, ready = times["writing.floor"], times["writing.icalendar"]
    targets = [
        Target("times as fast as icalendar", 25, ready.ratio(ours), at_least=True),
        Target("of the time of the checked Python floor", 1.25, ours.ratio(floor)),
    ]
    if "writing.libical" in times:
        libical = times["writing.libical"]
        targets.append(Target("of the time of libical through ctypes", 1, ours.ratio(libical)))
    return Section("Writing iCalendar", __doc__ or "", [table], targets)


def prepare(folder: Path, count: int) -> None:
    """Lays ready what the peers are given."""
    feed = ical.dumps(calendar(count), now=NOW)
    (folder / "count.json").write_text(json.dumps(count))
    (folder / "head.ics").write_bytes(feed[: feed.index(b"BEGIN:VEVENT")])
    (folder / "ready.json").write_bytes(as_json(read(feed)))
