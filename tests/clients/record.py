"""`Record`: what a program shows of one event, a field absent where it cannot show it."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import Any

Record = dict[str, Any]

FIELDS = (
    "uid",
    "start",
    "end",
    "summary",
    "description",
    "location",
    "categories",
    "status",
    "sequence",
    "transp",
    "url",
    "edtf",
)


@dataclass(frozen=True)
class Reading:
    """What one program, in one version, read: `days` where it also showed what stands on a day."""

    version: str
    events: list[Record]
    days: dict[str, list[str]] | None = None


Refresh = Callable[[], Reading]


def only(fields: Collection[str], records: Iterable[Record]) -> list[Record]:
    """The records with these fields alone, in an order that depends on nothing else."""
    chosen = [{field: record[field] for field in fields} for record in records]
    return sorted(chosen, key=lambda record: sorted((key, repr(it)) for key, it in record.items()))
