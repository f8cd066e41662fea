"""Rounds: A B C A B C ..., so that a busy moment of the machine falls on all of them alike."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Protocol


class Runner(Protocol):
    label: str
    version: str

    def round(self) -> float: ...

    def close(self) -> None: ...


@dataclass(frozen=True)
class Times:
    """What one runner took, round by round."""

    label: str
    version: str
    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.rounds)

    def ratio(self, other: "Times") -> float:
        """The median of the rounds' own ratios: each compares what ran side by side."""
        return median(a / b for a, b in zip(self.rounds, other.rounds, strict=True))


def measured(runners: Sequence[Runner], count: int) -> list[Times]:
    """The first round of each only warms it up."""
    taken: dict[int, list[float]] = {place: [] for place in range(len(runners))}
    for number in range(count + 1):
        for place, runner in enumerate(runners):
            seconds = runner.round()
            if number:
                taken[place].append(seconds)
        print(".", end="", file=sys.stderr, flush=True)
    for runner in runners:
        runner.close()
    return [Times(it.label, it.version, tuple(taken[n])) for n, it in enumerate(runners)]
