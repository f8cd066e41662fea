"""Every entry point, given 100 kB and 1 MB of the same kind, most of it made to make it slow: in
linear time, ten times as long. What is refused is timed until it is refused.
"""

from collections.abc import Callable
from pathlib import Path
from time import process_time
from typing import Any

from cica_events import quotes

from ..hostile import CASES, tolerant
from ..section import Section, Settings, Target, figure

CACHES = [found for found in vars(quotes).values() if hasattr(found, "cache_clear")]
SHORTEST = 0.005  # seconds
LINEAR = 20  # a busy machine and its caches may double a time; a square would be 100


def run(settings: Settings, folder: Path) -> Section:
    small = settings.size(100_000)
    rows = [["", f"ms, {small:,} octets", f"ms, {10 * small:,} octets", "ratio"]]
    worst = 0.0
    for name, (entry, make) in CASES.items():
        few, many = (seconds(tolerant(entry), make(size)) for size in (small, 10 * small))
        rows.append([name, figure(few * 1e3), figure(many * 1e3), figure(many / few)])
        worst = max(worst, many / few)
    target = Target("times as long for ten times the input, the worst", LINEAR, worst)
    return Section("Long input", __doc__ or "", [rows], [target])


def seconds(work: Callable[[Any], Any], value: Any) -> float:
    """The shortest of three, for others only add; what is too short for the clock is repeated."""
    once = timed(work, value, 1)
    loops = 1 + int(SHORTEST / max(once, 1e-7))
    return min(timed(work, value, loops) for _ in range(3))


def timed(work: Callable[[Any], Any], value: Any, loops: int) -> float:
    for remembered in CACHES:  # what an equal text before it has left
        remembered.cache_clear()
    start = process_time()
    for _ in range(loops):
        work(value)
    return (process_time() - start) / loops
