"""Each example is short, runs, and prints what it is there to show."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

EXAMPLES = sorted((Path(__file__).parent.parent / "examples").glob("*.py"))
ELSEWHERE = {"archive_with_dask.py"}  # needs an archive: test_archive runs it
PRINTS = {
    "build_on_icalendar.py": "BEGIN:VALARM",
    "draft_edit_export.py": "drafted  October 2025",
    "export_the_release.py": "cica.json",
    "filter_and_sort.py": "In 2022: joint-statement-2022, sixth-summit-2022",
    "merge_releases.py": "12–13 October 2022",
    "write_your_own.py": "forum.ics",
}


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda path: path.name)
def test_is_short(example):
    assert len(example.read_text("utf-8").splitlines()) <= 40


@pytest.mark.parametrize(
    "example",
    [path for path in EXAMPLES if path.name not in ELSEWHERE],
    ids=lambda path: path.name,
)
def test_runs_and_shows(example, tmp_path):
    result = subprocess.run(
        [sys.executable, "-W", "error", example],
        env=os.environ | {"PYTHONIOENCODING": "utf-8"},
        capture_output=True,
        encoding="utf-8",
        cwd=tmp_path,
        check=True,
    )
    assert PRINTS[example.name] in result.stdout
    # What they write stays out of the checkout, or goes where they are told.
    assert {path.name for path in tmp_path.iterdir()} <= {"out"}
