"""Runners: anything that does its work once more when told to, and says how long it took."""

import json
import os
import resource
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
ROOT = HERE.parent
SHORTEST = 0.1  # seconds; a quicker work is repeated within its round
ENVIRONMENT = os.environ | {"PYTHONDONTWRITEBYTECODE": "", "PYTHONHASHSEED": "0"}


class MissingError(Exception):
    """A peer that is not installed here."""


class Worker:
    """A peer in a process of its own, such as `writing.icalendar` or `writing.ical_js.mjs`."""

    def __init__(self, peer: str, folder: Path) -> None:
        self._process = subprocess.Popen(
            [*command(peer), folder],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=ROOT,
            env=ENVIRONMENT,
        )
        self._loops = 1
        found = self._heard()
        self.label, self.version = found["label"], found["version"]

    def show(self, path: Path) -> bytes:
        """What it made, in the form in which it is compared."""
        self._ask(f"show {path}")
        return path.read_bytes()

    def round(self) -> float:
        taken = float(self._ask(f"round {self._loops}"))
        while taken * self._loops < SHORTEST / 2:
            self._loops *= 2
            taken = float(self._ask(f"round {self._loops}"))
        return taken

    def close(self) -> None:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.wait()
        self._process.stdout.close()

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


def command(peer: str) -> list[str]:
    """How a peer's process is started."""
    if not peer.endswith(".mjs"):
        return [sys.executable, "-m", "benchmarks.worker", f"benchmarks.peers.{peer}"]
    node = shutil.which("node")
    if node is None:
        raise MissingError("node is not installed")
    path = peer.removesuffix(".mjs").replace(".", "/")
    return [node, "--expose-gc", str(HERE / "worker.mjs"), f"./peers/{path}.mjs"]


class Command:
    """A whole process, from its start to its end: all of its processor time."""

    def __init__(self, label: str, words: Sequence[str | Path]) -> None:
        self.label, self.version, self._words = label, "", words

    def round(self) -> float:
        before = spent()
        subprocess.run(
            self._words, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=ENVIRONMENT
        )
        return spent() - before

    def close(self) -> None:
        pass


def spent() -> float:
    """Processor time of the processes that have ended, in seconds."""
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found.ru_utime + found.ru_stime


class Figure:
    """A process that prints one number, which is what is measured."""

    def __init__(self, label: str, words: Sequence[str | Path]) -> None:
        self.label, self.version, self._words = label, "", words

    def round(self) -> float:
        done = subprocess.run(
            self._words, check=True, capture_output=True, text=True, cwd=ROOT, env=ENVIRONMENT
        )
        return float(done.stdout)

    def close(self) -> None:
        pass
