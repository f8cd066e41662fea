"""libical, the C library under GNOME's and KDE's calendars, called through ctypes."""

import ctypes
import re
from ctypes import c_int, c_void_p
from pathlib import Path
from typing import Any

LIBRARY = ctypes.CDLL("libical.so.3")


class Time(ctypes.Structure):
    """`struct icaltimetype` of libical 3."""

    _fields_ = [
        *((name, c_int) for name in ("year", "month", "day", "hour", "minute", "second")),
        *((name, c_int) for name in ("is_date", "is_daylight")),
        ("zone", c_void_p),
    ]


def function(name: str, result: Any, *arguments: Any) -> Any:
    found = getattr(LIBRARY, name)
    found.restype, found.argtypes = result, arguments
    return found


def version() -> str:
    """libical does not say; the name of the file that was loaded does."""
    found = re.search(r"libical\.so\.([\d.]+)", Path("/proc/self/maps").read_text())
    assert found
    return f"libical {found[1]}"
