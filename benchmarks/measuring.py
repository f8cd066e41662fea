"""Peers in processes of their own, timed turn by turn, and the tables of what they took.

A question is a file of this folder. It has a function for each of its Python peers, which is given
the folder of what the peers are to work on, and returns two functions: the work that is timed, and
what makes a text of its result that is equal for all peers. The peers in JavaScript stand in
`scripts.mjs`.

`python -m benchmarks.measuring MODULE FUNCTION FOLDER` is one peer. It reads lines: how often it is
to work, for which it says the seconds, or 0, for which it says what it made.
"""

import gc
import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from importlib import import_module
from importlib.metadata import version
from pathlib import Path
from statistics import median
from time import perf_counter, thread_time
from typing import Any, NamedTuple

HERE = Path(__file__).parent
ROOT = HERE.parent
HAS_NODE = shutil.which("node") is not None and (HERE / "node_modules").exists()
SHORTEST = 0.05  # seconds; a quicker work is repeated within its round
ROUNDS = 7

Times = tuple[float, ...]  # seconds, round by round


class Peer(NamedTuple):
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

    def command(self, module: str) -> list[str]:
        if self.is_script:
            return ["node", "--expose-gc", str(HERE / "scripts.mjs"), self.name]
        return [sys.executable, "-m", "benchmarks.measuring", module, self.name]


class Worker:
    """A peer in a process of its own, which is told what to do line by line."""

    def __init__(self, command: list[str]) -> None:
        pipe = subprocess.PIPE
        self._process = subprocess.Popen(command, stdin=pipe, stdout=pipe, text=True, cwd=ROOT)
        self._loops = 1

    def round(self) -> float:
        taken = float(self.ask(self._loops))
        while taken * self._loops < SHORTEST:
            self._loops *= 2
            taken = float(self.ask(self._loops))
        return taken

    def ask(self, loops: int) -> Any:
        print(loops, file=self._process.stdin, flush=True)
        return json.loads(self._process.stdout.readline())

    def close(self) -> None:
        self._process.communicate()


def work_on(module: str, function: str, folder: str) -> None:
    work, shown = getattr(import_module(module), function)(Path(folder))
    for line in sys.stdin:
        loops = int(line)
        print(json.dumps(seconds(work, loops) if loops else shown(work())), flush=True)


def seconds(work: Callable[[], Any], loops: int) -> float:
    """Of processor time: what else the machine does meanwhile does not count."""
    gc.collect()
    start = thread_time()
    for _ in range(loops):
        work()
    return (thread_time() - start) / loops


def whole_process(command: Sequence[str]) -> tuple[float, ...]:
    """Seconds, core seconds of a process with all below it, MB of the largest of them."""
    environment = os.environ | {"SOURCE_DATE_EPOCH": "1704067200", "PYTHONDONTWRITEBYTECODE": ""}
    start = perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, cwd=ROOT, env=environment)
    _, status, used = os.wait4(process.pid, 0)
    assert status == 0, command
    return perf_counter() - start, used.ru_utime + used.ru_stime, used.ru_maxrss / 1e3


def measured(rounds: Sequence[Callable[[], float]], count: int) -> list[Times]:
    """Rounds A B C A B C ..., so that a busy moment falls on all alike; the first only warms up."""
    taken = []
    for _ in range(count + 1):
        taken.append([each() for each in rounds])
        print(".", end="", file=sys.stderr, flush=True)
    return list(zip(*taken[1:], strict=True))


def contest(
    module: str,
    peers: Iterable[Peer],
    folder: Path,
    rounds: int,
    reading: Callable[[str], Any] | None = json.loads,
) -> dict[Peer, Times]:
    """The times of the peers that are here, ours first; that they made the same is seen before.

    What they made is read by `reading` to be compared; None where it is not comparable.
    """
    here = [peer for peer in peers if HAS_NODE or not peer.is_script]
    workers = [Worker([*peer.command(module), str(folder)]) for peer in here]
    if reading is not None:
        made = [reading(worker.ask(0)) for worker in workers]
        for peer, value in zip(here, made, strict=True):
            assert value == made[0], f"{peer.label} did not make what {here[0].label} made"
    times = measured([worker.round for worker in workers], rounds)
    for worker in workers:
        worker.close()
    return dict(zip(here, times, strict=True))


def ratio(times: Times, others: Times) -> float:
    """The median of the rounds' own ratios: each compares what ran side by side."""
    return median(a / b for a, b in zip(times, others, strict=True))


def comparison(found: dict[Peer, Times], items: int, what: str) -> str:
    """The table of what each peer takes for one of the items, beside ours."""
    ours = next(iter(found.values()))
    rows = [["", "Version", f"µs {what}", "spread", "times ours"]]
    for peer, times in found.items():
        low, middle, high = (figure(of(times) / items * 1e6) for of in (min, median, max))
        times_ours = figure(ratio(times, ours))
        rows.append([peer.label, peer.version(), middle, f"{low}–{high}", times_ours])
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


if __name__ == "__main__":
    work_on(*sys.argv[1:])
