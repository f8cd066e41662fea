"""edtf, the Python package."""

import json
from collections.abc import Callable
from pathlib import Path
from time import struct_time
from typing import Any

from edtf import parse_edtf

LABEL = "edtf (Python)"
PACKAGES = ("edtf",)


def prepare(folder: Path) -> Callable[[], list[Any]]:
    texts = json.loads((folder / "dates.json").read_bytes())
    return lambda: [parse_edtf(text) for text in texts]


def shown(dates: list[Any]) -> bytes:
    return json.dumps(
        [f"{day(it.lower_strict())}/{day(it.upper_strict())}" for it in dates]
    ).encode()


def day(bound: struct_time) -> str:
    return "{:04}-{:02}-{:02}".format(*bound[:3])
