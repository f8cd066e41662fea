"""`find_dates`: each phrase as precisely as it is said, or why there is no date to give."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cica_events import DateMention, find_dates

LABEL = "**cica-events**"
PACKAGES = ("cica-events",)


def prepare(folder: Path) -> Callable[[], list[DateMention]]:
    text = (folder / "prose.txt").read_text("utf-8")
    return lambda: find_dates(text, "2022")


def shown(found: list[Any]) -> bytes:
    return json.dumps(len(found)).encode()
