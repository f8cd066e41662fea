"""`Program`: where it is, whether it is there, and how it is run."""

import ctypes
import json
import os
import shutil
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest

from .record import Reading

HERE = Path(__file__).parent
VENV = Path(os.environ.get("CICA_CLIENTS_VENV", HERE.parents[1] / ".venv-clients"))
PYTHON = VENV / "bin" / "python"


def python_package(name: str) -> bool:
    """Is it in the clients' own environment? Their needs differ from the project's."""
    return any(VENV.glob(f"lib/python3*/site-packages/{name}-*.dist-info"))


def npm_package(name: str) -> bool:
    return bool(shutil.which("node")) and (HERE / "node_modules" / name / "package.json").is_file()


def command(name: str) -> bool:
    return shutil.which(name) is not None


def library(name: str) -> bool:
    try:
        return bool(ctypes.CDLL(name))
    except OSError:
        return False


KINDS: dict[str, Callable[[str], bool]] = {
    "pip": python_package,
    "npm": npm_package,
    "apt": command,
    "library": library,
}


def missing(needs: tuple[str, ...]) -> list[str]:
    """Those that are not installed, of needs such as `pip:khal`."""
    return [name for kind, name in (need.split(":") for need in needs) if not KINDS[kind](name)]


def require(needs: tuple[str, ...]) -> None:
    """Skip the test, by name, where a program is missing; fail where all are required."""
    if absent := missing(needs):
        say = pytest.fail if os.environ.get("CICA_CLIENTS_REQUIRED") == "1" else pytest.skip
        say(f"not installed: {', '.join(absent)} (tests/clients/install.sh)")


def environment(home: Path, zone: str) -> dict[str, str]:
    """A user of this zone with an empty home, and a terminal that breaks no line."""
    return {
        "PATH": f"{VENV / 'bin'}:{os.environ['PATH']}",
        "HOME": str(home),
        "TZ": zone,
        "LC_ALL": "C.UTF-8",
        "COLUMNS": "1000000",
    }


def run(*words: str | Path, home: Path, zone: str) -> str:
    """What the command prints."""
    done = subprocess.run(
        words,
        env=environment(home, zone),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        timeout=60,
        cwd=home,
    )
    assert done.returncode == 0, f"{words}: {done.stderr.decode()}"
    return done.stdout.decode()


def reading(answer: str) -> Reading:
    """What a reader in `readers/` answered."""
    found: Mapping[str, object] = json.loads(answer)
    return Reading(**found)  # type: ignore[arg-type]
