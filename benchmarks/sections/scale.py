"""What an event costs, by the number of events. Ours streams them to a file; a peer is left out
from where it would need more than ten seconds.
"""

import json
from collections.abc import Iterable
from pathlib import Path

from ..contest import contest
from ..plot import Line, plot
from ..section import Section, Settings, Target, figure
from .writing import PEERS, prepare

SIZES = (10, 100, 1_000, 10_000, 100_000)
FORMATS = ("streaming.ics", "streaming.csv", "streaming.json")
WRITERS = tuple(peer for peer in PEERS if peer != "writing.libical_writer")
LONGEST = 10  # seconds
Costs = dict[str, dict[int, float]]


def run(settings: Settings, folder: Path) -> Section:
    sizes = SIZES[:2] if settings.quick else SIZES
    writers = costs(WRITERS, folder, sizes, settings)
    formats = costs(FORMATS, folder, sizes, settings)
    section = Section("Number of events", __doc__ or "")
    section.tables = [
        table("Writing iCalendar", writers, sizes),
        table("Streaming", formats, sizes),
    ]
    section.pictures = [
        ("writing", picture("Writing iCalendar: µs an event", writers)),
        ("formats", picture("Streaming to a file: µs an event", formats)),
    ]
    section.targets = [
        Target(f"cost an event at {sizes[-1]:,}, of that at {sizes[-2]:,}, {label}", 1.1, ratio)
        for label, ratio in growth(formats, *sizes[-2:])
    ]
    return section


def costs(
    peers: tuple[str, ...], folder: Path, sizes: tuple[int, ...], settings: Settings
) -> Costs:
    """Seconds an event, by the peer's label and the number of events."""
    found: Costs = {}
    running = peers
    for size in sizes:
        lay(folder, size, ready=any(peer.startswith("writing") for peer in running))
        times = contest(running, folder, rounds(size, settings), written)
        for it in times.values():
            found.setdefault(it.label, {})[size] = it.median / size
        longest = LONGEST / 10 / size
        running = tuple(p for p in running if p in times and times[p].median / size < longest)
    return found


def written(feed: bytes) -> list[int]:
    """That the feeds say the same, another section has seen."""
    return [feed.count(b"BEGIN:VEVENT")]


def lay(folder: Path, size: int, ready: bool) -> None:
    if ready:
        prepare(folder, size)
    (folder / "count.json").write_text(json.dumps(size))


def rounds(size: int, settings: Settings) -> int:
    if settings.quick:
        return 1
    return 7 if size <= 1_000 else 3


def growth(found: Costs, small: int, large: int) -> Iterable[tuple[str, float]]:
    return ((label, cost[large] / cost[small]) for label, cost in found.items())


def table(title: str, found: Costs, sizes: tuple[int, ...]) -> list[list[str]]:
    head = [f"{title}, µs an event", *(f"{size:,}" for size in sizes)]
    rows = (
        [label, *(figure(cost[size] * 1e6) if size in cost else "" for size in sizes)]
        for label, cost in found.items()
    )
    return [head, *rows]


def picture(title: str, found: Costs) -> str:
    lines = [
        Line(label.strip("*"), [(size, cost * 1e6) for size, cost in costs.items()], "*" in label)
        for label, costs in found.items()
    ]
    return plot(title, "events", lines)
