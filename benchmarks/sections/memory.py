"""The most memory that a whole process takes (resident, Python itself included) to write events
to a file, each made when its turn comes.
"""

import sys
from pathlib import Path

from ..process import Figure
from ..rounds import measured
from ..section import Section, Settings, Target, figure

SUFFIXES = (".ics", ".csv", ".json")
MB = 1e6


def run(settings: Settings, folder: Path) -> Section:
    counts = (settings.size(1000), settings.size(100_000))
    return peaks("Memory", __doc__ or "", counts, 1 if settings.quick else 3)


def peaks(title: str, text: str, counts: tuple[int, ...], rounds: int) -> Section:
    section = Section(title, text)
    rows = [["MB", *(f"{count:,} events" for count in counts), "more"]]
    for suffix in SUFFIXES:
        found = [times.median / MB for times in measured(runners(suffix, counts), rounds)]
        rows.append([suffix, *map(figure, found), figure(found[-1] - found[0])])
        claim = f"MB more for {counts[-1]:,} than for {counts[0]:,} events, {suffix}"
        section.targets.append(Target(claim, 5, found[-1] - found[0]))
    section.tables.append(rows)
    return section


def runners(suffix: str, counts: tuple[int, ...]) -> list[Figure]:
    words = [sys.executable, "-m", "benchmarks.peak", suffix]
    return [Figure(suffix, [*words, str(count)]) for count in counts]
