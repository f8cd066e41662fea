"""datefinder."""

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

import datefinder

from benchmarks.peers.finding.ours import shown

__all__ = ["LABEL", "PACKAGES", "prepare", "shown"]

LABEL = "datefinder"
PACKAGES = ("datefinder",)
warnings.simplefilter("ignore")


def prepare(folder: Path) -> Callable[[], list[Any]]:
    text = (folder / "prose.txt").read_text("utf-8")
    return lambda: list(datefinder.find_dates(text))
