"""3,000 events, to an indented document. Every row is given the same events, and writes the same
fields: the derived ones too, and without those that are empty.
"""

import json
from pathlib import Path

from ..contest import contest
from ..section import Section, Settings, Target, comparison

PEERS = ("jsonwriting.ours", "jsonwriting.cattrs", "jsonwriting.msgspec", "jsonwriting.asdict")


def run(settings: Settings, folder: Path) -> Section:
    count = settings.size(3000)
    (folder / "count.json").write_text(json.dumps(count))
    times = contest(PEERS, folder, settings.rounds)
    ours = times["jsonwriting.ours"]
    table = comparison(times.values(), ours, count, "an event")
    fast, plain = times["jsonwriting.cattrs"], times["jsonwriting.asdict"]
    targets = [
        Target("of the time of cattrs + orjson", 1.3, ours.ratio(fast)),
        Target("times as fast as json.dumps(attrs.asdict)", 4, plain.ratio(ours), at_least=True),
    ]
    return Section("Writing JSON", __doc__ or "", [table], targets)
