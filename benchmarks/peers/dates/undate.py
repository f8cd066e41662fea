"""undate."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from undate import Undate

LABEL = "undate"
PACKAGES = ("undate",)


def prepare(folder: Path) -> Callable[[], list[Any]]:
    texts = json.loads((folder / "dates.json").read_bytes())
    return lambda: [Undate.parse(text, "EDTF") for text in texts]


def shown(dates: list[Any]) -> bytes:
    return json.dumps([f"{bound(it, 'earliest')}/{bound(it, 'latest')}" for it in dates]).encode()


def bound(date: Any, name: str) -> str:
    """An interval's ends are dates that have bounds of their own."""
    found = getattr(date, name)
    return str(getattr(found, name, found))
