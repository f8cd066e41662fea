"""What does it cost to import the library, and to start the command?"""

import os
import resource
import subprocess
import sys
from pathlib import Path

from .measuring import ROOT, figure, measured, table

ATTRS = "import attrs"
STATEMENTS = (
    *("pass", ATTRS, "import cica_events"),
    *(f"from cica_events import {name}" for name in ("Event", "find_dates", "ical", "publish")),
)
COMMAND = "cica-events list"


class Process:
    """A whole process, from its start to its end: all of its processor time."""

    def __init__(self, *command: str | Path) -> None:
        self._command = command

    def round(self) -> float:
        before = _spent()
        subprocess.run(self._command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=_CACHED)
        return _spent() - before


_CACHED = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}


def _spent() -> float:
    """Processor time of the processes that have ended, in seconds."""
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found.ru_utime + found.ru_stime


def measure(folder: Path, quick: bool) -> dict[str, str]:
    rounds = 1 if quick else 15
    processes = {name: Process(sys.executable, "-c", name) for name in STATEMENTS}
    processes[COMMAND] = Process(Path(sys.executable).with_name("cica-events"), "list")
    times = dict(zip(processes, measured(list(processes.values()), rounds), strict=True))
    rows = [["", "ms a process", "times `import attrs`"]]
    for name, it in times.items():
        rows.append([f"`{name}`", figure(it.median * 1e3), figure(it.ratio(times[ATTRS]))])
    return {"starting": table(rows)}
