"""3,000 events. Ours is given events; Python's own writers are given the text of every cell ready
made, and do nothing but quote. All three write the same bytes.
"""

import json
from pathlib import Path

from cica_events import csv

from ..contest import contest
from ..records import calendar
from ..section import Section, Settings, Target, comparison

PEERS = ("tables.ours", "tables.writer", "tables.dict_writer")


def run(settings: Settings, folder: Path) -> Section:
    count = settings.size(3000)
    (folder / "count.json").write_text(json.dumps(count))
    (folder / "table.csv").write_bytes(csv.dumps(calendar(count)))
    times = contest(PEERS, folder, settings.rounds, bytes)
    ours = times["tables.ours"]
    table = comparison(times.values(), ours, count, "an event")
    found = ours.ratio(times["tables.writer"])
    target = Target("of the time of csv.writer on ready strings", 1.25, found)
    return Section("Writing CSV", __doc__ or "", [table], [target])
