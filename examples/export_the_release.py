"""Exports the bundled release as a calendar, a table and a data file."""

import sys
from pathlib import Path

from cica_events import export, load_release

folder = Path(sys.argv[1] if len(sys.argv) > 1 else ".")
release = load_release()
for suffix in (".ics", ".csv", ".json"):
    print(export(release, folder / f"{release.id}{suffix}"))
