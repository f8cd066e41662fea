"""The most memory that a process needs, in bytes, to write a stream of events to a file.

`python -m benchmarks.peak SUFFIX COUNT`
"""

import resource
import sys
import tempfile

from cica_events import Calendar
from cica_events.formats import format_of

from .records import events


def main() -> None:
    suffix, count = sys.argv[1], int(sys.argv[2])
    calendar = Calendar(id="bench", name="Benchmark", events=events(count))
    with tempfile.TemporaryFile() as file:
        format_of(suffix).dump(calendar, file)
    print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024)


if __name__ == "__main__":
    main()
