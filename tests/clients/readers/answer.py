"""The one form in which every reader answers."""

import json
import sys
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from importlib.metadata import version
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def point(value: date | None) -> str | None:
    """A day, or a moment in UTC; a time that is nowhere in particular is an error."""
    if not isinstance(value, datetime):
        return None if value is None else value.isoformat()
    assert value.tzinfo is not None, value
    return value.astimezone(UTC).isoformat().replace("+00:00", "Z")


def answer(package: str, read: Callable[[str], Iterable[Record]]) -> None:
    """Read the file named on the command line; print the package's version and its records."""
    text = Path(sys.argv[1]).read_bytes().decode()
    events = list(read(text))
    json.dump({"version": version(package), "events": events}, sys.stdout, default=str)
