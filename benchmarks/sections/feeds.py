"""10,000 events of which ten changed: `publish` reads the feed that is out there, compares, revises
and replaces its files; `export` writes files of the same formats.
"""

import json
from pathlib import Path

from ..contest import contest
from ..section import Section, Settings, Target, comparison

PEERS = ("feeds.publish", "feeds.export")


def run(settings: Settings, folder: Path) -> Section:
    count = settings.size(10_000)
    (folder / "count.json").write_text(json.dumps(count))
    times = contest(PEERS, folder, settings.rounds)
    publish, export = times["feeds.publish"], times["feeds.export"]
    table = comparison(times.values(), export, 1, "a run", unit=1e-3)
    table[0][-1] = "times `export`"
    target = Target("of the time of exporting the same formats", 3, publish.ratio(export))
    return Section("Publishing", __doc__ or "", [table], [target])
