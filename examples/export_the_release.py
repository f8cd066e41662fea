"""Exports the bundled release as a calendar, a table and a data file."""

import sys
from pathlib import Path

import cica_events as ce

folder = Path(sys.argv[1] if len(sys.argv) > 1 else "out")
folder.mkdir(exist_ok=True)
release = ce.load_release()
for suffix in (".ics", ".csv", ".json"):
    print(ce.export(release, folder / f"{release.id}{suffix}"))
