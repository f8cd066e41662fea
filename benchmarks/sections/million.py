"""A million events streamed to a file, beside ten thousand: what an event costs, and the most
memory that the process takes. `make bench-million` makes this part.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from ..process import Worker
from ..rounds import Times, measured
from ..section import Section, Settings, Target, figure
from .memory import peaks

SMALL, LARGE = 10_000, 1_000_000
PEERS = ("streaming.ics", "streaming.csv", "streaming.json")


def run(settings: Settings, folder: Path) -> Section:
    small, large = settings.size(SMALL), settings.size(LARGE)
    section = peaks("A million events", __doc__ or "", (small, large), 1)
    rows = [["µs an event", f"{small:,} events", f"{large:,} events", "ratio"]]
    for peer in PEERS:
        few, many = measured(list(workers(peer, folder, (small, large))), settings.rounds // 3 + 1)
        cost = [few.median / small, many.median / large]
        ratio = many.ratio(few) * small / large
        rows.append([few.label, *(figure(it * 1e6) for it in cost), figure(ratio)])
        section.targets.append(target(few, ratio, small, large))
    section.tables.insert(0, rows)
    return section


def workers(peer: str, folder: Path, sizes: tuple[int, ...]) -> Iterator[Worker]:
    for size in sizes:
        (folder / "count.json").write_text(json.dumps(size))
        yield Worker(peer, folder)


def target(few: Times, ratio: float, small: int, large: int) -> Target:
    return Target(f"cost an event at {large:,}, of that at {small:,}, {few.label}", 1.1, ratio)
