"""What do a thousand to a million events cost, streamed to a file, and how much memory?"""

import re
import resource
import subprocess
import sys
import tempfile
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from time import process_time

from cica_events.formats import format_of

from .measuring import ROOT, figure, table
from .records import calendar, event

SIZES = (1_000, 10_000, 100_000, 1_000_000)
STATUS = Path("/proc/self/status")


def measure(folder: Path, quick: bool) -> dict[str, str]:
    sizes, rounds = (SIZES[:2], range(1)) if quick else (SIZES, range(3))
    small, large = sizes[-1] // 100, sizes[-1]
    costs = [["µs an event", *(f"{size:,} events" for size in sizes)]]
    memory = [["MB", f"{small:,} events", f"{large:,} events"]]
    for suffix in (".ics", ".csv", ".json"):
        taken = [median(asked("time", suffix, size) for _ in rounds) / size * 1e6 for size in sizes]
        peaks = [asked("memory", suffix, size) / 1e6 for size in (small, large)]
        costs.append([suffix, *map(figure, taken)])
        memory.append([suffix, *map(figure, peaks)])
    return {"streaming": table(costs), "memory": table(memory)}


def asked(what: str, suffix: str, size: int) -> float:
    """What a process of its own prints: seconds of a core, or bytes of memory."""
    command = [sys.executable, "-m", "benchmarks.streaming", what, suffix, str(size)]
    return float(printed(command))


def printed(command: list[str]) -> bytes:
    print(".", end="", file=sys.stderr, flush=True)
    return subprocess.run(command, check=True, stdout=subprocess.PIPE, cwd=ROOT).stdout


def peak() -> int:
    """The most memory that this process has had, in bytes.

    Linux tells it of this program alone; `ru_maxrss` counts its parent in.
    """
    found = re.search(r"VmHWM:\s+(\d+) kB", STATUS.read_text()) if STATUS.exists() else None
    kilobytes = int(found[1]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes * 1024


def main(what: str, suffix: str, size: int) -> None:
    """For the time the events are ready; for the memory each is made when its turn comes."""
    events = map(event, range(size))
    if what == "time":
        events = islice(cycle([*islice(events, 1_000)]), size)
    with tempfile.TemporaryFile() as file:
        start = process_time()
        format_of(suffix).dump(calendar(events), file)
        print(process_time() - start if what == "time" else peak())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2], int(sys.argv[3]))
