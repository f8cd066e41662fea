"""What does it cost to import the library, and to start the command?"""

import os
import resource
import subprocess
import sys
from functools import partial
from pathlib import Path

from .measuring import ROOT, figure, measured, median, ratio, table

ATTRS = "import attrs"
STATEMENTS = (
    *("pass", ATTRS, "import cica_events"),
    *(f"from cica_events import {name}" for name in ("Event", "find_dates", "ical", "publish")),
)
COMMANDS = {name: (sys.executable, "-c", name) for name in STATEMENTS} | {
    "cica-events list": (Path(sys.executable).with_name("cica-events"), "list")
}
CACHED = os.environ | {"PYTHONDONTWRITEBYTECODE": ""}


def measure(folder: Path, quick: bool) -> dict[str, str]:
    rounds = [partial(run, command) for command in COMMANDS.values()]
    times = dict(zip(COMMANDS, measured(rounds, 1 if quick else 15), strict=True))
    rows = [["", "ms a process", "times `import attrs`"]]
    for name, it in times.items():
        rows.append([f"`{name}`", figure(median(it) * 1e3), figure(ratio(it, times[ATTRS]))])
    return {"starting": table(rows)}


def run(command: tuple[str | Path, ...]) -> float:
    """The processor time of a whole process, from its start to its end."""
    before = spent()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT, env=CACHED)
    return spent() - before


def spent() -> float:
    """Processor time of the processes that have ended, in seconds."""
    found = resource.getrusage(resource.RUSAGE_CHILDREN)
    return found.ru_utime + found.ru_stime
