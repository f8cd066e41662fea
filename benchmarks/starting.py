"""What does it cost to import the library, and to start the command?"""

import sys
from pathlib import Path

from .measuring import figure, measured, median, ratio, table, whole_process

ATTRS = "import attrs"
STATEMENTS = (
    *("pass", ATTRS, "import cica_events"),
    *(f"from cica_events import {name}" for name in ("Event", "find_dates", "ical", "publish")),
)
COMMANDS = {name: (sys.executable, "-c", name) for name in STATEMENTS} | {
    "cica-events list": (Path(sys.executable).with_name("cica-events"), "list")
}


def measure(folder: Path, quick: bool) -> dict[str, str]:
    rounds = [lambda command=each: whole_process(command)[1] for each in COMMANDS.values()]
    times = dict(zip(COMMANDS, measured(rounds, 1 if quick else 15), strict=True))
    rows = [["", "ms a process", "times `import attrs`"]]
    for name, it in times.items():
        rows.append([f"`{name}`", figure(median(it) * 1e3), figure(ratio(it, times[ATTRS]))])
    return {"starting": table(rows)}
