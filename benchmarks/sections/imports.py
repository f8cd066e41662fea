"""Processor time of whole processes, from start to end, and what `-X importtime` says of an import
(by the clock); the time of a Python that does nothing is in all of the former.
"""

import re
import subprocess
import sys
from pathlib import Path

import cica_events

from ..process import ENVIRONMENT, ROOT, Command
from ..rounds import Times, measured
from ..section import Section, Settings, Target, comparison, figure

BIN = Path(sys.executable).parent
PLAIN, ATTRS, OURS = "pass", "import attrs", "import cica_events"
LIST = "cica-events list"
ALONE = ("attrs", "cica_events", *(f"cica_events.{name}" for name in ("edtf", "model", "formats")))


class Import:
    """What importing a module takes, as Python itself tells."""

    def __init__(self, module: str) -> None:
        self.label, self.version = f"`{module}`", ""
        self._words = [sys.executable, "-X", "importtime", "-c", f"import {module}"]
        self._line = re.compile(rf"\|\s+(\d+) \|\s+{re.escape(module)}$", re.MULTILINE)

    def round(self) -> float:
        done = subprocess.run(
            self._words, check=True, capture_output=True, text=True, cwd=ROOT, env=ENVIRONMENT
        )
        return int(self._line.findall(done.stderr)[-1]) * 1e-6

    def close(self) -> None:
        pass


def run(settings: Settings, folder: Path) -> Section:
    rounds = 1 if settings.quick else 21
    entries = () if settings.quick else cica_events.__all__
    codes = [PLAIN, ATTRS, OURS, *(f"from cica_events import {name}" for name in entries)]
    runners = {code: Command(f"`{code}`", [sys.executable, "-c", code]) for code in codes}
    runners[LIST] = Command(f"`{LIST}`", [BIN / "cica-events", "list"])
    times = dict(zip(runners, measured(list(runners.values()), rounds), strict=True))
    alone = dict(zip(ALONE, measured([Import(name) for name in ALONE], rounds), strict=True))
    return Section("Starting", __doc__ or "", tables(times, alone), targets(times, alone))


def tables(times: dict[str, Times], alone: dict[str, Times]) -> list[list[list[str]]]:
    attrs = alone["attrs"]
    inner = [[it.label, figure(it.median * 1e3), figure(it.ratio(attrs))] for it in alone.values()]
    whole = comparison(times.values(), times[ATTRS], 1, "a process", unit=1e-3)
    head = [*whole[0][:-1], "times `import attrs`"]
    return [
        without_version([head, *whole[1:]]),
        [["Import alone", "ms", "times `attrs`"], *inner],
    ]


def without_version(table: list[list[str]]) -> list[list[str]]:
    return [[row[0], *row[2:]] for row in table]


def targets(times: dict[str, Times], alone: dict[str, Times]) -> list[Target]:
    start, listing = (times[code].ratio(times[ATTRS]) for code in (OURS, LIST))
    inner = alone["cica_events"].ratio(alone["attrs"])
    return [
        Target("`import cica_events`, of the process of `import attrs`", 1.3, start),
        Target("the import alone, of that of attrs", 1.3, inner),
        Target("`cica-events list`, of the process of `import attrs`", 1.5, listing),
    ]
