"""Publishing under the worst of conditions: kills, crowds, full disks. Takes minutes."""

import csv
import json
import random
import re
import subprocess
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from datetime import UTC, datetime

import pytest

from cica_events import Calendar, EdtfDate, Event, FileError, ical, publish

KILLS, EVENTS = 200, 3000
PUBLISHERS, TURNS = 8, 100
FILES = ("c.ics", "c.csv", "c.json", "c.svg", "index.html")

PUBLISHER = f"""
import sys
from cica_events import Calendar, EdtfDate, Event, publish

folder, turn = sys.argv[1:]
events = [
    Event(id=f"e{{n}}", title=f"Event {{n}} of turn {{turn}}", when=EdtfDate(2000 + n % 50))
    for n in range({EVENTS})
]
print("ready", flush=True)
publish(Calendar(id="c", name="C", events=events), folder)
"""


def publication(folder):
    """The turns that each file tells of, read with the standard library; each must be whole."""
    table = csv.DictReader((folder / "c.csv").read_text("utf-8").splitlines())
    feed = (folder / "c.ics").read_bytes().decode()
    assert feed.endswith("END:VCALENDAR\r\n")
    titles = {
        "csv": [row["title"] for row in table],
        "json": [e["title"] for e in json.loads((folder / "c.json").read_bytes())["events"]],
        "ics": re.findall(r"^SUMMARY:(.*) \(sometime in [0-9]{4}\)\r$", feed, re.MULTILINE),
    }
    assert {name: len(found) for name, found in titles.items()} == dict.fromkeys(titles, EVENTS)
    picture, page = ((folder / name).read_text("utf-8") for name in ("c.svg", "index.html"))
    assert picture.rstrip().endswith("</svg>")
    assert page.rstrip().endswith("</html>")
    for text in (picture, page):
        assert len(set(re.findall(r"Event 0 of turn (\w+)", text))) == 1
    turns = {name: {t.rpartition(" ")[2] for t in found} for name, found in titles.items()}
    assert all(len(found) == 1 for found in turns.values())
    return {turn for found in turns.values() for turn in found}


@contextmanager
def publisher(folder, turn):
    command = [sys.executable, "-c", PUBLISHER, folder, str(turn)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as process:
        assert process.stdout.readline() == b"ready\n"
        yield process


def publication_time(folder):
    """Seconds that a publication takes, without the start of its process."""
    with publisher(folder, "first") as process:
        begun = time.monotonic()
        process.wait()
        return time.monotonic() - begun


def test_after_each_of_200_kills_every_file_is_whole_and_of_one_publication(tmp_path):
    """Each kill falls at a random moment of a publication, whose length is measured first."""
    # The shortest of several: what else the machine does makes a publication longer.
    length = min(publication_time(tmp_path) for _ in range(3))
    chance = random.Random(1993)
    interrupted = 0
    for turn in range(KILLS):
        with publisher(tmp_path, turn) as process:
            time.sleep(chance.uniform(0, length))
            process.kill()
        interrupted += process.returncode != 0
        publication(tmp_path)
    assert interrupted > KILLS / 2
    with publisher(tmp_path, "last") as process:
        process.wait()
    assert publication(tmp_path) == {"last"}


def take_turns(folder, number):
    for turn in range(TURNS):
        shared = Event(id="shared", title=f"By {number} in turn {turn}", when=EdtfDate(2022))
        publish(Calendar(id="c", name="C", events=[shared]), folder)


def test_of_eight_publishers_no_revision_is_lost(tmp_path):
    with ProcessPoolExecutor(PUBLISHERS) as pool:
        list(pool.map(take_turns, [tmp_path] * PUBLISHERS, range(PUBLISHERS)))
    (event,) = ical.loads((tmp_path / "c.ics").read_bytes()).events
    assert event.sequence == PUBLISHERS * TURNS - 1


@pytest.fixture
def small_disk(tmp_path):
    command = ["mount", "-t", "tmpfs", "-o", "size=1m", "tmpfs", tmp_path]
    if subprocess.run(command, capture_output=True).returncode:
        pytest.skip("not allowed to mount a small file system here")
    yield tmp_path
    subprocess.run(["umount", tmp_path], check=True)


def test_a_file_system_of_1_mb_that_fills_up_keeps_the_old_feed(small_disk):
    def calendar(size):
        events = [Event(id=f"e{n}", title=f"Event {n}", when=EdtfDate(2022)) for n in range(size)]
        return Calendar(id="c", name="C", events=events)

    publish(calendar(200), small_disk, now=datetime(2026, 12, 1, tzinfo=UTC))
    before = {name: (small_disk / name).read_bytes() for name in FILES}
    with pytest.raises(FileError, match="No space left on device"):
        publish(calendar(3000), small_disk)
    assert {name: (small_disk / name).read_bytes() for name in FILES} == before
    assert not list(small_disk.glob(".cica-*.tmp"))
