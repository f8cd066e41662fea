"""dateparser's search."""

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from dateparser.search import search_dates

from benchmarks.peers.finding.ours import shown

__all__ = ["LABEL", "PACKAGES", "prepare", "shown"]

LABEL = "dateparser.search"
PACKAGES = ("dateparser",)
warnings.simplefilter("ignore")


def prepare(folder: Path) -> Callable[[], list[Any]]:
    text = (folder / "prose.txt").read_text("utf-8")
    return lambda: search_dates(text, languages=["en"]) or []
