"""The folder of a feed: whose files are in it, and which feed."""

import errno
from pathlib import Path

import pytest

from cica_events import FileError, csv, ical, json, load_release, svg
from cica_events.folder import feeds_in, outdated, refuse_foreign, taken
from cica_events.formats import page

CALENDAR = load_release().calendar()

# The head of a page of version 1.0.0, which did not say who wrote it.
PAGE_1_0 = b"""<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>CICA</title>
<link rel="alternate" type="text/calendar" href="cica.ics" title="CICA (iCalendar)">
<link rel="alternate" type="application/json" href="cica.json" title="CICA (JSON)">
<link rel="alternate" type="text/csv" href="cica.csv" title="CICA (CSV)">
</head>
"""
CSV_1_0 = b"id,title,when,when_text,earliest,latest,basis,kind,status\r\n"
OURS = {
    "page": ("index.html", page.dumps(CALENDAR)),
    "page of 1.0": ("index.html", PAGE_1_0),
    "table": ("cica.csv", csv.dumps(CALENDAR)),
    "table for Excel": ("cica.csv", csv.dumps(CALENDAR, excel=True)),
    "table of 1.0": ("cica.csv", CSV_1_0),
    "data": ("cica.json", json.dumps(CALENDAR)),
    "data on one line": (
        "cica.json",
        b'{"$schema":"https://a/b","generator":"cica-events","id":"cica"}',
    ),
    "picture": ("cica.svg", svg.dumps(CALENDAR)),
    "feed": ("cica.ics", ical.dumps(CALENDAR)),
    "nothing": ("cica.csv", b""),
}
FOREIGN = {
    "page": ("index.html", b"<!doctype html><title>My page, made with cica-events</title>"),
    "page that links to files of several": (
        "index.html",
        PAGE_1_0.replace(b"cica.csv", b"other.csv"),
    ),
    "feed": ("cica.ics", b"BEGIN:VCALENDAR\r\nPRODID:other\r\n"),
    "table": ("cica.csv", b"id,title,date\r\n"),
    "data": ("cica.json", b'{"generator": "by hand"}'),
    "data that holds ours": ("cica.json", b'{"all": [{"generator": "cica-events"}]}'),
    "a list": ("cica.json", b"[]"),
    "picture": ("cica.svg", b'<svg xmlns="http://www.w3.org/2000/svg"></svg>'),
    "picture that holds ours": ("cica.svg", b'<svg><svg class="cica-timeline"></svg></svg>'),
}


@pytest.mark.parametrize(("name", "data"), OURS.values(), ids=OURS)
@pytest.mark.parametrize("ends", ["CRLF", "LF"])
def test_a_file_of_ours_is_known_by_what_it_holds(tmp_path, name, data, ends):
    (tmp_path / name).write_bytes(data.replace(b"\r\n", b"\n") if ends == "LF" else data)
    refuse_foreign([tmp_path / name, tmp_path / "missing.csv"], "remove it")


@pytest.mark.parametrize(("name", "data"), FOREIGN.values(), ids=FOREIGN)
def test_a_file_of_somebody_elses_is_named(tmp_path, name, data):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(FileError) as caught:
        refuse_foreign([tmp_path / name, tmp_path / "missing.csv"], "remove it")
    why = "was not written by this library; it is left as it is (remove it)"
    assert str(caught.value) == f"{tmp_path / name}: {why}"


def test_only_what_differs_is_outdated_and_the_feed_comes_last(tmp_path):
    (tmp_path / "same.csv").write_bytes(b"new")
    (tmp_path / "index.html").write_bytes(b"old")
    files = dict.fromkeys(["cica.ics", "same.csv", "index.html", "cica.csv"], b"new")
    names = [path.name for path in outdated(tmp_path, files)]
    assert names == ["index.html", "cica.csv", "cica.ics"]


def feed(folder, name, **fields):
    data = ical.dumps(CALENDAR)
    folder.joinpath(f"{name}.ics").write_bytes(data.replace(b":cica\r", f":{name}\r".encode()))


def test_the_page_says_which_feed_the_folder_holds(tmp_path):
    feed(tmp_path, "a")
    feed(tmp_path, "cica")
    assert feeds_in(tmp_path) == ["a", "cica"]
    (tmp_path / "index.html").write_bytes(PAGE_1_0)
    assert feeds_in(tmp_path) == ["cica"]
    (tmp_path / "cica.ics").unlink()  # and the page is that of a feed that is no more
    assert feeds_in(tmp_path) == ["a"]


def test_only_a_feed_of_ours_is_one(tmp_path):
    (tmp_path / "holidays.ics").write_bytes(b"BEGIN:VCALENDAR\r\nPRODID:other\r\n")
    (tmp_path / "folder.ics").mkdir()
    (tmp_path / "link.ics").symlink_to("holidays.ics")
    assert feeds_in(tmp_path) == []
    long = "an-id-of-more-octets-than-a-line-of-a-calendar-has-before-it-is-folded.example.org"
    data = b"BEGIN:VCALENDAR\nX-CICA-ID:" + long[:60].encode() + b"\n " + long[60:].encode() + b"\n"
    (tmp_path / "long.ics").write_bytes(data)
    assert feeds_in(tmp_path) == [long]


def test_a_folder_that_is_none_holds_no_feed(tmp_path):
    assert feeds_in(tmp_path / "missing") == []
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileError, match="is not a folder"):
        feeds_in(tmp_path / "file")


def fail_in(folder, error):
    with taken(folder):
        assert folder.is_dir()
        raise error


@pytest.mark.parametrize("error", [ValueError(), KeyboardInterrupt()])
def test_a_folder_that_was_made_for_nothing_is_gone(tmp_path, error):
    with pytest.raises(type(error)):
        fail_in(tmp_path / "a" / "b", error)
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_was_there_stays(tmp_path):
    with pytest.raises(KeyError):
        fail_in(tmp_path, KeyError())
    assert [path.name for path in tmp_path.iterdir()] == [".cica-events.lock"]


def test_a_folder_that_cannot_be_looked_into_is_said(tmp_path, monkeypatch):
    def refuse(self):
        raise PermissionError(errno.EACCES, "Permission denied", str(self))

    monkeypatch.setattr(Path, "lstat", refuse)  # the tests may run as root, who may look anywhere
    with pytest.raises(FileError, match=r"\.cica-events\.lock: Permission denied"):
        fail_in(tmp_path, KeyError())
    with pytest.raises(FileError, match=r"index\.html: Permission denied"):
        feeds_in(tmp_path)
