"""The one form in which every reader answers."""

import json
import sys
from collections.abc import Callable, Iterable
from importlib.metadata import version
from pathlib import Path
from typing import Any

Record = dict[str, Any]


def answer(package: str, read: Callable[[str], Iterable[Record]]) -> None:
    """Read the file named on the command line; print the package's version and its records."""
    text = Path(sys.argv[1]).read_bytes().decode()
    events = list(read(text))
    json.dump({"version": version(package), "events": events}, sys.stdout, default=str)
