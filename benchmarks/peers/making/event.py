"""An `Event` of six fields, checked."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from cica_events import Event, parse_edtf

LABEL = "`Event(...)`, six fields"
PACKAGES = ("cica-events",)


def fields() -> list[dict[str, Any]]:
    when = parse_edtf("1993-04")
    return [
        {
            "id": f"event-{number}",
            "title": f"Meeting {number} of the foreign ministers",
            "when": when,
            "kind": "meeting",
            "basis": "stated",
            "evidence": (f"meeting {number} was held in April 1993",),
        }
        for number in range(1000)
    ]


def prepare(_: Path) -> Callable[[], list[Event]]:
    given = fields()
    return lambda: [Event(**values) for values in given]


def shown(made: list[Any]) -> bytes:
    return str(len(made)).encode()
