"""What everybody pays, whatever comes after: a date parsed, an event made and checked."""

from pathlib import Path

from ..contest import contest
from ..section import Section, Settings, Target, figure

COUNT = 1000
PEERS = ("making.day", "making.month", "making.interval", "making.event", "making.plain")


def run(settings: Settings, folder: Path) -> Section:
    times = contest(PEERS, folder, settings.rounds)
    rows = [[it.label, figure(it.median / COUNT * 1e6)] for it in times.values()]
    targets = [
        Target(f"µs for {times[name].label}", bound, times[name].median / COUNT * 1e6)
        for name, bound in (("making.day", 5), ("making.month", 5), ("making.interval", 12))
    ]
    return Section("Making values", __doc__ or "", [[["", "µs"], *rows]], targets)
