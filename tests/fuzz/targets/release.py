"""`load_release` on a folder, `save_release` of what it read, and `check` of it."""

import tempfile
from collections.abc import Iterator
from pathlib import Path

from cica_events import CicaEventsError, Release, SetAside, ical, load_release, parse_edtf
from cica_events import check as checked
from cica_events.releases import save_release

from ..seeds import NOW, calendars
from .json_loads import WORDS as JSON_WORDS

WORDS = (*JSON_WORDS, '"set_aside"', '"published"', '"reason"', '"published_basis"', "\n%%\n")
SEPARATOR = b"\n%%\n"  # between the release.json and the source.txt
TEXT = "ALMATY, 10 May 2022 – It was held in April 1993, every May. a, b; c\\d on 3 June."


def seeds() -> Iterator[bytes]:
    for calendar in calendars():
        release = Release(
            id="r",
            title="R",
            text=TEXT,
            events=calendar.events,
            published=parse_edtf("2022-05-10"),
            set_aside=[SetAside("every May", "repeated")],
        )
        with tempfile.TemporaryDirectory() as folder:
            data = save_release(release, folder).read_bytes()
        yield data + SEPARATOR + TEXT.encode()


def check(data: bytes) -> None:
    document, _, text = data.partition(SEPARATOR)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "release.json").write_bytes(document)
        (folder / "source.txt").write_bytes(text)
        try:
            release = load_release(folder)
        except CicaEventsError:
            return
        assert load_release(save_release(release, folder / "again")) == release
    for problem in checked(release):
        assert str(problem)
        assert (problem.start is None) == (problem.end is None)
        assert problem.start is None or 0 <= problem.start < problem.end <= len(release.text)
    ical.dumps(release.calendar(), now=NOW)
