"""`json.loads`: it also catches repeated keys and derived fields that contradict `when`."""

from collections.abc import Callable
from pathlib import Path

from cica_events import Calendar, json

LABEL = "**cica-events**"
PACKAGES = ("cica-events",)


def prepare(folder: Path) -> Callable[[], Calendar]:
    document = (folder / "document.json").read_bytes()
    return lambda: json.loads(document)


def shown(calendar: Calendar) -> bytes:
    return json.dumps(calendar)
