"""`parse_edtf`: each date knows its earliest and its latest day when it is made."""

import json
from collections.abc import Callable
from pathlib import Path

from cica_events import EdtfDate, EdtfInterval, parse_edtf

LABEL = "**cica-events**"
PACKAGES = ("cica-events",)


def prepare(folder: Path) -> Callable[[], list[EdtfDate | EdtfInterval]]:
    texts = json.loads((folder / "dates.json").read_bytes())
    return lambda: [parse_edtf(text) for text in texts]


def shown(dates: list[EdtfDate | EdtfInterval]) -> bytes:
    return json.dumps([f"{date.earliest}/{date.latest}" for date in dates]).encode()
