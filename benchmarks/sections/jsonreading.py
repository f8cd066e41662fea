"""The document of 3,000 events. cattrs builds the same events that ours does; msgspec builds
records of its own, in which the dates stay text. Ours alone refuses a repeated key, an unknown key
and a derived field that contradicts the date.
"""

from pathlib import Path

from cica_events import json

from ..contest import contest
from ..records import calendar
from ..section import Section, Settings, Target, comparison

PEERS = ("jsonreading.ours", "jsonreading.cattrs", "jsonreading.msgspec")


def run(settings: Settings, folder: Path) -> Section:
    count = settings.size(3000)
    (folder / "document.json").write_bytes(json.dumps(calendar(count)))
    times = contest(PEERS, folder, settings.rounds)
    ours = times["jsonreading.ours"]
    table = comparison(times.values(), ours, count, "an event")
    found = ours.ratio(times["jsonreading.cattrs"])
    target = Target("of the time of cattrs + orjson", 2, found)
    return Section("Reading JSON", __doc__ or "", [table], [target])
