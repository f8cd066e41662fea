"""An archive of releases on dask: the same files as serially, whatever goes wrong on the way."""

import json
import os
import runpy
import subprocess
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import pytest

psutil = pytest.importorskip("psutil", reason="needs dask.distributed, which brings it")

ROOT = Path(__file__).parents[2]
EXAMPLE = ROOT / "examples" / "archive_with_dask.py"
NOW = datetime(2024, 1, 1, tzinfo=UTC)
DAMAGED = "forum-05.example.org"
ENVIRONMENT = os.environ | {"SOURCE_DATE_EPOCH": f"{NOW.timestamp():.0f}"}


@pytest.fixture
def archive(tmp_path):
    """100 releases of 40 organisations; three of them are bad."""
    make = [sys.executable, "-m", "benchmarks.archive", tmp_path, "100"]
    subprocess.run(make, check=True, cwd=ROOT)
    return tmp_path


@pytest.fixture
def serial(archive):
    """What the parts make one after the other."""
    part = runpy.run_path(str(EXAMPLE))["part"]
    for folder in sorted((archive / "organisations").iterdir()):
        part(folder, archive / "serial", NOW)
    return files(archive / "serial")


def files(folder):
    """All but the drafts of publishers that were killed, which a later publisher removes."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.suffix != ".tmp"
    }


def times(folder):
    return {path: path.stat().st_mtime_ns for path in folder.rglob("*.*")}


def start(archive, *words):
    command = [sys.executable, EXAMPLE, archive, *words]
    pipe = subprocess.PIPE
    return subprocess.Popen(
        command, env=ENVIRONMENT, stdout=pipe, stderr=pipe, encoding="utf-8", cwd=archive
    )


def run(archive, *words):
    process = start(archive, *words)
    printed, _ = process.communicate(timeout=100)
    return process.returncode, printed


def test_the_example_is_short():
    assert len(EXAMPLE.read_text("utf-8").splitlines()) <= 40


def test_makes_the_same_files_as_serially_and_names_what_is_bad(archive, serial):
    status, printed = run(archive)
    assert status == 0
    assert files(archive / "feeds") == serial
    left_out = [json.loads(data)["left out"] for name, data in serial.items() if is_report(name)]
    assert len(left_out) == 40
    wrong = {name: "".join(said) for bad in left_out for name, said in bad.items()}
    assert [name[-5:] for name in sorted(wrong)] == ["00003", "00005", "00007"]
    for said, name in zip(("is not JSON", "source.txt", "1915-03-18"), sorted(wrong), strict=True):
        assert said in wrong[name]
        assert name in printed


def test_an_organisation_of_bad_releases_only_is_reported(archive):
    bad = archive / "organisations" / "forum-99.example.org" / "bad"
    bad.mkdir(parents=True)
    (bad / "release.json").write_text("no release")
    status, printed = run(archive)
    assert status == 0
    report = json.loads((archive / "feeds" / "forum-99.example.org.json").read_text("utf-8"))
    assert report["published"] == 0
    assert "is not JSON" in "".join(report["left out"]["bad"])
    assert "forum-99.example.org" in printed
    assert not (archive / "feeds" / "forum-99.example.org").exists()


def is_report(name):
    return name.endswith(".json") and "/" not in name


def test_done_parts_are_not_done_again(archive, serial):
    run(archive)
    (archive / "feeds" / "forum-07.example.org.json").unlink()
    (archive / "feeds" / "forum-07.example.org" / "index.html").unlink()
    before = times(archive / "feeds")
    _, printed = run(archive)
    after = times(archive / "feeds")
    touched = {path.name for path in after if before.get(path) != after[path]}
    assert touched == {"forum-07.example.org", "forum-07.example.org.json", "index.html"}
    assert files(archive / "feeds") == serial
    assert "00003" in printed  # what was left out before is named again


def test_an_error_in_one_part_does_not_lose_the_others(archive, serial):
    foreign = archive / "feeds" / DAMAGED / f"{DAMAGED}.ics"
    foreign.parent.mkdir(parents=True)
    foreign.write_text("not ours")
    status, printed = run(archive)
    assert status == 1
    assert f"{foreign}: not an iCalendar file" in printed
    assert not (archive / "feeds" / f"{DAMAGED}.json").exists()
    assert others(files(archive / "feeds")) == others(serial)
    foreign.unlink()
    assert run(archive)[0] == 0
    assert files(archive / "feeds") == serial


def others(found):
    return {name: data for name, data in found.items() if not name.startswith(DAMAGED)}


def test_a_killed_worker_costs_nothing_but_time(archive, serial):
    process = start(archive)
    wait_for_a_report(archive)
    workers = psutil.Process(process.pid).children(recursive=True)
    busy = [each for each in workers if "spawn_main" in " ".join(each.cmdline())]
    busy[0].kill()
    printed, errors = process.communicate(timeout=100)
    assert process.returncode == 0, printed + errors
    assert files(archive / "feeds") == serial


def test_a_run_that_is_killed_goes_on_where_it_was(archive, serial):
    process = start(archive)
    wait_for_a_report(archive)
    tree = [*psutil.Process(process.pid).children(recursive=True), process]
    for each in tree:
        each.kill()
    process.communicate()
    done = times_of_reports(archive)
    assert run(archive)[0] == 0
    assert done.items() <= times_of_reports(archive).items()
    assert files(archive / "feeds") == serial


def times_of_reports(archive):
    return {path: path.stat().st_mtime_ns for path in (archive / "feeds").glob("*.json")}


def wait_for_a_report(archive):
    deadline = time.monotonic() + 60
    while not [*(archive / "feeds").glob("*.json")]:
        assert time.monotonic() < deadline
        time.sleep(0.01)


def test_the_same_on_a_cluster_that_is_given_by_its_address(archive, serial):
    from distributed import LocalCluster

    with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
        status, _ = run(archive, cluster.scheduler_address)
    assert status == 0
    assert files(archive / "feeds") == serial
