"""Contest: peers that do the same work, started, compared for equality and then timed."""

import json
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

from .process import MissingError, Worker
from .rounds import Times, measured

Reading = Callable[[bytes], Any]


def contest(
    peers: Sequence[str], folder: Path, rounds: int, reading: Reading = json.loads
) -> dict[str, Times]:
    """The times of each peer that is there, by its name; a difference in their work is an error."""
    workers = dict(started(peers, folder))
    same_work(workers, reading)
    return dict(zip(workers, measured(list(workers.values()), rounds), strict=True))


def started(peers: Iterable[str], folder: Path) -> Iterable[tuple[str, Worker]]:
    for name in peers:
        try:
            yield name, Worker(name, folder)
        except MissingError as error:
            if not optional(name):
                raise
            print(f"benchmarks: {name} is left out: {error}", file=sys.stderr)


def optional(name: str) -> bool:
    """Whether the machine may do without: what is no Python package."""
    return name.endswith(".mjs") or "libical" in name


def same_work(workers: dict[str, Worker], reading: Reading) -> None:
    """What the peers made, read, is equal."""
    with tempfile.TemporaryDirectory() as folder:
        found = {name: reading(it.show(Path(folder, name))) for name, it in workers.items()}
    first = next(iter(found))
    for name, value in found.items():
        if value != found[first]:
            raise AssertionError(f"{name} differs from {first}: {difference(value, found[first])}")


def difference(a: Any, b: Any) -> str:
    if not isinstance(a, list):
        return "they are not equal"
    pairs = zip(a, b, strict=False)
    return next((f"{x!r} is not {y!r}" for x, y in pairs if x != y), f"{len(a)} is not {len(b)}")
