"""Streaming: `dump` of a stream of events, made beforehand, to a file; and `loads` of the same."""

import json
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cica_events.formats import format_of

from .records import NOW, stream


def dumping(suffix: str, folder: Path) -> Callable[[], int]:
    count = json.loads((folder / "count.json").read_bytes())
    dump = format_of(suffix).dump
    options: dict[str, Any] = {"now": NOW} if suffix == ".ics" else {}

    def work() -> int:
        with tempfile.TemporaryFile() as file:
            dump(stream(count), file, **options)
        return int(count)

    return work


def shown(count: int) -> bytes:
    return str(count).encode()
