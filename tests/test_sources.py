"""Releases and calendars are read from wherever they are."""

import pytest

from cica_events import FeedError, FileError, FormatError, InvalidError, export, load_release
from cica_events.formats import csv, ical, json
from cica_events.sources import load_source, parse_calendar

CALENDAR = load_release().calendar()


@pytest.mark.parametrize("suffix", [".ics", ".csv", ".json"])
def test_a_calendar_file(tmp_path, suffix):
    assert load_source(export(CALENDAR, tmp_path / f"a{suffix}")) == CALENDAR


def test_a_release_file_or_folder(tmp_path):
    assert load_source() == load_release()
    folder = tmp_path / "mine"
    folder.mkdir()
    (folder / "release.json").write_text('{"id": "r", "title": "A release"}')
    (folder / "source.txt").write_text("A text.")
    assert load_source(folder) == load_source(folder / "release.json")


def test_a_picture_is_not_read(tmp_path):
    with pytest.raises(FormatError, match="is not read, only written"):
        load_source(export(CALENDAR, tmp_path / "a.svg"))


def test_another_suffix_is_refused(tmp_path):
    file = tmp_path / "a.txt"
    with pytest.raises(FileError, match=r"a\.txt: No such file or directory"):
        load_source(file)
    file.write_text("Held in April 1993.")
    with pytest.raises(FormatError, match=r"a\.txt: .*; if it is a text, draft"):
        load_source(file)


@pytest.mark.parametrize("module", [ical, csv, json])
def test_the_first_characters_tell_the_format(module):
    assert parse_calendar(module.dumps(CALENDAR), "stdin") == CALENDAR


def test_an_error_names_the_source(tmp_path):
    with pytest.raises(InvalidError, match=r"^stdin: name: is missing"):
        parse_calendar(b'{"id": "a"}', "stdin")
    file = tmp_path / "a.ics"
    file.write_bytes(b"BEGIN:VCALENDAR\r\n")
    with pytest.raises(FeedError, match=r"a\.ics: "):
        load_source(file)
