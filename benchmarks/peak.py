"""The most memory that a process needs, in bytes, to write a stream of events to a file.

`python -m benchmarks.peak SUFFIX COUNT`
"""

import re
import resource
import sys
import tempfile
from pathlib import Path

from cica_events import Calendar
from cica_events.formats import format_of

from .records import events

STATUS = Path("/proc/self/status")


def main() -> None:
    suffix, count = sys.argv[1], int(sys.argv[2])
    calendar = Calendar(id="bench", name="Benchmark", events=events(count))
    with tempfile.TemporaryFile() as file:
        format_of(suffix).dump(calendar, file)
    print(peak())


def peak() -> int:
    """Where Linux tells it, of this program alone: `ru_maxrss` counts its parent in."""
    found = re.search(r"VmHWM:\s+(\d+) kB", STATUS.read_text()) if STATUS.exists() else None
    kilobytes = int(found[1]) if found else resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return kilobytes * 1024


if __name__ == "__main__":
    main()
