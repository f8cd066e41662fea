"""Peers in processes of their own, timed turn by turn, and the tables of what they took.

A question is a file of this folder. It has a function for each of its Python peers, which is given
the folder of what the peers are to work on, and returns two functions: the work that is timed, and
what makes bytes of its result that are equal for all peers. The peers in JavaScript stand in
`scripts.mjs`.
"""

import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from statistics import median
from typing import Any, Protocol

HERE = Path(__file__).parent
ROOT = HERE.parent
SHORTEST = 0.05  # seconds; a quicker work is repeated within its round
ROUNDS = 7


class MissingError(Exception):
    """A peer that is not installed here."""


@dataclass(frozen=True)
class Peer:
    """Who takes part: the function, the head of the row, and the package whose version is shown."""

    name: str
    label: str
    package: str = ""

    @property
    def is_script(self) -> bool:
        return self.package.startswith("npm:")

    def version(self) -> str:
        if self.is_script:
            package = HERE / "node_modules" / self.package.removeprefix("npm:") / "package.json"
            return str(json.loads(package.read_text("utf-8"))["version"])
        return version(self.package) if self.package else ""


class Runner(Protocol):
    """What takes turns with others: a round of it takes so many seconds."""

    def round(self) -> float: ...


class Worker:
    """A peer in a process of its own, which is told what to do line by line."""

    def __init__(self, module: str, peer: Peer, folder: Path) -> None:
        self._process = subprocess.Popen(
            [*_command(module, peer), str(folder)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
        )
        self._loops = 1
        self._heard()

    def shown(self) -> bytes:
        """What it made, in the form in which it is compared."""
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder, "shown")
            self._ask(f"show {path}")
            return path.read_bytes()

    def round(self) -> float:
        taken = float(self._ask(f"round {self._loops}"))
        while taken * self._loops < SHORTEST:
            self._loops *= 2
            taken = float(self._ask(f"round {self._loops}"))
        return taken

    def close(self) -> None:
        self._process.communicate()

    def _ask(self, line: str) -> Any:
        assert self._process.stdin
        print(line, file=self._process.stdin, flush=True)
        return self._heard()

    def _heard(self) -> Any:
        assert self._process.stdout
        line = self._process.stdout.readline()
        if not line:
            raise MissingError(f"its process ended with {self._process.wait()}")
        return json.loads(line)


def _command(module: str, peer: Peer) -> list[str]:
    if not peer.is_script:
        return [sys.executable, "-m", "benchmarks.worker", module, peer.name]
    node = shutil.which("node")
    if node is None:
        raise MissingError("node is not installed")
    return [node, "--expose-gc", str(HERE / "worker.mjs"), peer.name]


@dataclass(frozen=True)
class Times:
    """What one runner took, round by round."""

    rounds: tuple[float, ...]

    @property
    def median(self) -> float:
        return median(self.rounds)

    def ratio(self, other: "Times") -> float:
        """The median of the rounds' own ratios: each compares what ran side by side."""
        return median(a / b for a, b in zip(self.rounds, other.rounds, strict=True))


def measured(runners: Sequence[Runner], rounds: int) -> list[Times]:
    """Rounds A B C A B C ..., so that a busy moment falls on all alike; the first only warms up."""
    taken: list[list[float]] = [[] for _ in runners]
    for number in range(rounds + 1):
        for runner, found in zip(runners, taken, strict=True):
            seconds = runner.round()
            if number:
                found.append(seconds)
        print(".", end="", file=sys.stderr, flush=True)
    return [Times(tuple(found)) for found in taken]


def contest(
    module: str,
    peers: Iterable[Peer],
    folder: Path,
    rounds: int,
    reading: Callable[[bytes], Any] | None = json.loads,
) -> dict[Peer, Times]:
    """The times of the peers that are here; that they made the same is seen first.

    Args:
        module: the question's file.
        peers: who takes part; ours first.
        folder: what they are given.
        rounds: how often each of them has its turn.
        reading: how what they made is read to be compared; `None` where it is not comparable.
    """
    workers = dict(_started(module, peers, folder))
    if reading is not None:
        _check_same(workers, reading)
    times = measured(list(workers.values()), rounds)
    for worker in workers.values():
        worker.close()
    return dict(zip(workers, times, strict=True))


def _started(module: str, peers: Iterable[Peer], folder: Path) -> Iterable[tuple[Peer, Worker]]:
    for peer in peers:
        try:
            yield peer, Worker(module, peer, folder)
        except MissingError as error:
            if not peer.is_script:
                raise
            print(f"benchmarks: {peer.label} is left out: {error}", file=sys.stderr)


def _check_same(workers: dict[Peer, Worker], reading: Callable[[bytes], Any]) -> None:
    found = {peer.label: reading(worker.shown()) for peer, worker in workers.items()}
    ours, expected = next(iter(found.items()))
    for label, value in found.items():
        if value != expected:
            raise AssertionError(f"{label} did not make what {ours} made")


def comparison(times: dict[Peer, Times], items: int, what: str) -> str:
    """The table of what each peer takes for one of the items, beside ours."""
    ours = next(iter(times.values()))
    rows = [["", "Version", f"µs {what}", "spread", "times ours"]]
    for peer, it in times.items():
        low, middle, high = (
            figure(seconds / items * 1e6) for seconds in (min(it.rounds), it.median, max(it.rounds))
        )
        rows.append([peer.label, peer.version(), middle, f"{low}–{high}", figure(it.ratio(ours))])
    return table(rows)


def table(rows: Iterable[Sequence[str]]) -> str:
    head, *others = rows
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *others]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)


def figure(value: float) -> str:
    """Three significant digits, without an exponent."""
    magnitude = int(f"{value:e}".partition("e")[2])
    return f"{value:,.{max(0, 2 - magnitude)}f}"


def replaced(document: str, name: str, body: str) -> str:
    """A document with what stands between `<!-- name -->` and `<!-- end -->` made anew."""
    block = re.compile(rf"(<!-- {name} -->\n).*?(<!-- end -->)", re.DOTALL)
    return block.sub(lambda found: f"{found[1]}\n{body.strip()}\n\n{found[2]}", document)
