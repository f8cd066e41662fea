"""From ten events to a million, streamed to a file: what an event costs, and the most memory that
the process takes. `make bench-million` makes this part.
"""

import json
from collections.abc import Iterator
from pathlib import Path

from ..process import Worker
from ..rounds import Times, measured
from ..section import Section, Settings, Target
from .memory import peaks
from .scale import FORMATS, SIZES, picture, table

LARGE = 1_000_000
SMALL = 10_000  # from where on the start of a file no longer counts


def run(settings: Settings, folder: Path) -> Section:
    sizes = SIZES[:2] if settings.quick else (*SIZES, LARGE)
    small, large = max(size for size in sizes[:-1] if size <= SMALL), sizes[-1]
    section = peaks("A million events", __doc__ or "", (small, large), 1)
    costs = {}
    for peer in FORMATS:
        times = measured(list(workers(peer, folder, sizes)), settings.rounds // 3 + 1)
        costs[times[0].label] = {n: it.median / n for n, it in zip(sizes, times, strict=True)}
        section.targets.append(target(times[sizes.index(small)], times[-1], small, large))
    section.tables.insert(0, table("Streaming", costs, sizes))
    section.pictures = [("million", picture("Streaming to a file: µs an event", costs))]
    return section


def workers(peer: str, folder: Path, sizes: tuple[int, ...]) -> Iterator[Worker]:
    for size in sizes:
        (folder / "count.json").write_text(json.dumps(size))
        yield Worker(peer, folder)


def target(few: Times, many: Times, small: int, large: int) -> Target:
    ratio = many.ratio(few) * small / large
    return Target(f"cost an event at {large:,}, of that at {small:,}, {few.label}", 1.1, ratio)
