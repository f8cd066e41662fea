"""`Dialogue`: a reader that stays open, and reads its feed again each time that it is asked."""

import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from .program import HERE, environment, reading
from .record import Reading, Refresh


@contextmanager
def dialogue(name: str, *words: str | Path, home: Path, zone: str) -> Iterator[Refresh]:
    """Start a reader of `readers/`; give what has it read again."""
    reader = subprocess.Popen(
        ("node", HERE / "readers" / name, *words),
        env=environment(home, zone),
        cwd=home,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )

    def refresh() -> Reading:
        assert reader.stdin
        assert reader.stdout
        assert reader.stderr
        reader.stdin.write("\n")
        reader.stdin.flush()
        answer = reader.stdout.readline()
        assert answer, reader.stderr.read()
        return reading(answer)

    try:
        yield refresh
    finally:
        reader.communicate(timeout=20)
