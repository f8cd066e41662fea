"""A copy of the package, changed, and run in a process of its own."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import cica_events.releases as releases

PACKAGE = Path(releases.__file__).parent
DATA = releases.release_file().parent


def copied(folder: Path) -> Path:
    """The package and its data, as a wheel holds them."""
    package = folder / "cica_events"
    shutil.copytree(PACKAGE, package, ignore=shutil.ignore_patterns("__pycache__", "data"))
    shutil.copytree(DATA, package / "data" / DATA.name)
    return package


def run(script: str, folder: Path, **environment: str) -> bytes:
    """What a script prints that finds the copy in this folder; its coverage is not ours."""
    inherited = {name: value for name, value in os.environ.items() if "COVERAGE" not in name}
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", script],
        cwd=folder,
        env=inherited | environment,
        capture_output=True,
    )
    assert done.returncode == 0, done.stderr.decode()
    return done.stdout
