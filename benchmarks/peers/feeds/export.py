"""`export` of 10,000 events, once for each format that `publish` writes of them."""

import json
from collections.abc import Callable
from pathlib import Path

from benchmarks.peers.feeds.publish import shown, suffixes
from benchmarks.records import NOW, calendar
from cica_events import export, publish

__all__ = ["LABEL", "PACKAGES", "prepare", "shown"]

LABEL = "`export`, a file for each format"
PACKAGES = ("cica-events",)


def prepare(folder: Path) -> Callable[[], list[str]]:
    given = calendar(json.loads((folder / "count.json").read_bytes()))
    publish(given, folder / "once", now=NOW)
    formats = suffixes(folder / "once")
    target = folder / "exported"
    target.mkdir()

    def work() -> list[str]:
        for suffix in formats:
            export(given, target / f"bench{suffix}", **({"now": NOW} if suffix == ".ics" else {}))
        return suffixes(target)

    return work
