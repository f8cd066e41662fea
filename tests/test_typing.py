"""What a type checker tells of mistakes, and that it lets pass what is right."""

import os
import re
import subprocess
import sys
from pathlib import Path

import cica_events

RIGHT = """
from datetime import UTC, datetime

import cica_events as ce
from cica_events import Calendar, EdtfDate, EdtfInterval, Event, Release, parse_edtf

release: Release = ce.load_release()
quotes = ["held in 1993"]
event = Event(id="e", title="T", when=EdtfDate(1993), evidence=quotes, participants=("A", "B"))
again = Event(
    id="f",
    title="T",
    when=parse_edtf("1993"),
    basis="resolved",
    note=None,
    modified=datetime.now(UTC),
)
calendar = Calendar(id="c", name="N", events=[event, again])
stream = Calendar(id="c", name="N", events=(each for each in calendar.events))
data: bytes = ce.json.dumps(release) + b"".join(ce.csv.chunks(stream))
text: str = sorted(calendar.events, key=lambda e: e.when.sort_key)[0].title
EdtfInterval(EdtfDate("199X", 5), "..")
"""

# Each line is a mistake, with the code that mypy has for it.
MISTAKES = """
import cica_events
from cica_events import Calendar, EdtfDate, EdtfInterval, Event, load_release
from cica_events import parse_edft  # attr-defined

cica_events.load_relase()  # attr-defined
Event(id="e", title=5, when=EdtfDate(1993))  # arg-type
Event(id="e", title="T", when="1993")  # arg-type
Event(id="e", title="T", when=EdtfDate(1993), evidence="abc")  # arg-type
Event(id="e", title="T", when=EdtfDate(1993), participants=[5])  # list-item
Event(id="e", title="T", when=EdtfDate(1993), basis="sure")  # arg-type
Event(id="e", title="T", when=EdtfDate(1993), titel="T")  # call-arg
Calendar(id="c", name="N", events=load_release())  # arg-type
Calendar(id="c", name="N", refresh=12)  # arg-type
EdtfDate(1993.5)  # arg-type
EdtfInterval(EdtfDate(1993), 1994)  # arg-type
cica_events.json.dumps(load_release().calendar)  # arg-type
sorted(load_release().events)  # type-var
load_release().event  # attr-defined
"""


def told(script, folder):
    """Line numbers with the code of what mypy finds wrong there."""
    file = folder / "script.py"
    file.write_text(script, "utf-8")
    source = Path(cica_events.__file__).parents[1]
    options = ["--strict", "--no-error-summary", f"--cache-dir={folder}", "--config-file="]
    run = subprocess.run(
        [sys.executable, "-m", "mypy", *options, str(file)],
        # mypy finds an installed package by itself, and refuses to be told where it is.
        env=os.environ | ({} if source.name == "site-packages" else {"MYPYPATH": str(source)}),
        capture_output=True,
        text=True,
    )
    assert not run.stderr
    found = re.findall(r"script\.py:(\d+): error: .*\[([a-z-]+)\]$", run.stdout, re.MULTILINE)
    assert len(found) == run.stdout.count(": error: "), run.stdout
    return {(int(line), code) for line, code in found}


def test_a_type_checker_tells_of_every_mistake_and_of_nothing_else(tmp_path):
    script = RIGHT + MISTAKES
    expected = {
        (number, line.rpartition("# ")[2])
        for number, line in enumerate(script.splitlines(), start=1)
        if "  # " in line
    }
    assert len(expected) == 15
    assert told(script, tmp_path) == expected
