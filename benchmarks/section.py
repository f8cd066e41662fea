"""Section: one part of the page, as plain data that is kept between runs."""

from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from .rounds import Times


@dataclass(frozen=True)
class Settings:
    """How much a run does."""

    quick: bool = False

    @property
    def rounds(self) -> int:
        return 1 if self.quick else 9

    def size(self, full: int) -> int:
        return max(10, full // 100) if self.quick else full


@dataclass(frozen=True)
class Target:
    """What was asked for, and what was measured."""

    claim: str
    bound: float
    found: float
    at_least: bool = False

    @property
    def met(self) -> bool:
        return self.found >= self.bound if self.at_least else self.found <= self.bound


@dataclass
class Section:
    title: str
    text: str
    tables: list[list[list[str]]] = field(default_factory=list)
    targets: list[Target] = field(default_factory=list)
    pictures: list[tuple[str, str]] = field(default_factory=list)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def from_json(value: dict[str, Any]) -> Section:
    targets = [Target(**target) for target in value["targets"]]
    return Section(**value | {"targets": targets})


def comparison(
    times: Iterable[Times], ours: Times, items: int, what: str, unit: float = 1e-6
) -> list[list[str]]:
    """A table of what each peer takes and how that compares with ours."""
    symbol = {1e-6: "µs", 1e-3: "ms"}[unit]
    head = ["", "Version", f"{symbol} {what}", "spread", "times ours"]
    return [head, *([*_cells(it, items, unit), figure(it.ratio(ours))] for it in times)]


def _cells(it: Times, items: int, unit: float) -> Sequence[str]:
    low, high = (bound / items / unit for bound in (min(it.rounds), max(it.rounds)))
    spread = f"{figure(low)}–{figure(high)}"
    return it.label, it.version, figure(it.median / items / unit), spread


def figure(value: float) -> str:
    """Three significant digits, without an exponent."""
    if value == 0:
        return "0"
    digits = max(0, 2 - _magnitude(value))
    return f"{value:,.{digits}f}"


def _magnitude(value: float) -> int:
    return int(f"{value:e}".partition("e")[2])
