"""vdirsyncer keeps a copy of the feed, one file an event; khal shows that copy."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from .khal import day_by_day, listed
from .program import run
from .record import Reading, Refresh

CONFIG = """\
[general]
status_path = "{home}/status/"

[pair feed]
a = "web"
b = "khal"
collections = null

[storage web]
type = "http"
url = "{url}"

[storage khal]
type = "filesystem"
path = "{home}/feed/"
fileext = ".ics"
"""


def vdirsyncer(*words: str | Path, home: Path, zone: str) -> str:
    return run("vdirsyncer", "-c", home / "vdirsyncer.conf", *words, home=home, zone=zone)


@contextmanager
def subscribe(url: str, home: Path, zone: str, months: Sequence[str]) -> Iterator[Refresh]:
    (home / "feed").mkdir()
    (home / "vdirsyncer.conf").write_text(CONFIG.format(home=home, url=url))
    vdirsyncer("discover", home=home, zone=zone)
    version = vdirsyncer("--version", home=home, zone=zone).split()[-1]

    def refresh() -> Reading:
        vdirsyncer("sync", home=home, zone=zone)
        reading = listed(home, zone)
        return Reading(
            f"{version} and {reading.version}", reading.events, day_by_day(months, home, zone)
        )

    yield refresh
