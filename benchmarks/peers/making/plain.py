"""A frozen attrs class of the same fields that checks nothing: the floor."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import attrs

from benchmarks.peers.making.event import fields, shown
from cica_events import Event

__all__ = ["LABEL", "PACKAGES", "prepare", "shown"]

LABEL = "a frozen attrs class of the same fields that checks nothing"
PACKAGES = ("attrs",)

Plain = attrs.make_class(
    "Plain",
    {field.name: attrs.field(default=field.default) for field in attrs.fields(Event)},
    frozen=True,
    slots=True,
    kw_only=True,
)


def prepare(_: Path) -> Callable[[], list[Any]]:
    given = fields()
    return lambda: [Plain(**values) for values in given]
