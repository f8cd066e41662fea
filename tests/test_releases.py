"""The bundled release, and releases from a folder."""

import json
import os
import subprocess
import sys
import zipfile
from datetime import date
from hashlib import sha256
from pathlib import Path

import attrs
import pytest
from hypothesis import given
from strategies import releases as made_releases

from cica_events import (
    EdtfDate,
    Event,
    FileError,
    FormatError,
    InvalidError,
    Release,
    SetAside,
    draft_release,
    load_release,
    read_html,
    releases,
)
from cica_events.formats.json import SCHEMAS
from cica_events.releases import release_file, save_release
from cica_events.sources import load_source

BUNDLED = {
    "first-meeting-1993": ("1993-04", "stated", "meeting", date(1993, 4, 1), date(1993, 4, 30)),
    "first-ministerial-1999": (
        *("1999-09-14", "stated", "ministerial", date(1999, 9, 14), date(1999, 9, 14)),
    ),
    "turkish-chairmanship-2010-2014": (
        *("2010/2014", "stated", "chairmanship", date(2010, 1, 1), date(2014, 12, 31)),
    ),
    "joint-statement-2022": (
        *("2022-05-10", "inferred", "statement", date(2022, 5, 10), date(2022, 5, 10)),
    ),
    "sixth-summit-2022": ("2022-10", "resolved", "summit", date(2022, 10, 1), date(2022, 10, 31)),
}


@pytest.fixture
def folder(tmp_path):
    (tmp_path / "source.txt").write_text("Held in April 1993.", encoding="utf-8")
    write(tmp_path, {"id": "r", "title": "A release"})
    return tmp_path


def write(folder, value):
    text = value if isinstance(value, str) else json.dumps(value)
    (folder / "release.json").write_text(text, encoding="utf-8")


def problems(path):
    with pytest.raises(InvalidError) as caught:
        load_release(path)
    assert str(path) in str(caught.value).split("\n")[0]
    return caught.value.problems


def test_the_bundled_release_states_exactly_these_five_events():
    found = {
        event.id: (str(event.when), event.basis, event.kind, event.when.earliest, event.when.latest)
        for event in load_release().events
    }
    assert found == BUNDLED
    assert list(found) == list(BUNDLED)


def test_the_bundled_release_says_where_it_comes_from():
    release = load_release()
    assert (release.id, release.publisher) == ("cica", "CICA Secretariat")
    assert release.url == ("https://www.s-cica.org/index.php?view=page&t=press_releases&id=1165")
    assert (release.published, release.published_basis) == (EdtfDate(2022), "inferred")
    assert release.published_note


def test_every_quote_and_every_phrase_set_aside_stands_once_in_the_text():
    release = load_release()
    text = " ".join(release.text.split())
    quotes = [quote for event in release.events for quote in event.evidence]
    assert len(quotes) >= len(release.events)
    assert {quote: text.count(quote) for quote in quotes} == dict.fromkeys(quotes, 1)
    assert [aside.text for aside in release.set_aside] == ["in 2021", "in 2022", "annual"]
    assert all(text.count(aside.text) == 1 and aside.reason for aside in release.set_aside)


def test_nothing_is_added_that_the_release_does_not_state():
    events = {event.id: event for event in load_release().events}
    assert events["first-ministerial-1999"].place is None
    assert events["joint-statement-2022"].when_text == "10 May [2022]"
    assert {event.status for event in events.values()} == {"confirmed"}


def test_the_text_is_as_it_was_published():
    digest = sha256(load_release().text.encode()).hexdigest()
    assert digest == "aff1680c8906d6bfcb5d67c73a26146e39cd299fb8e5a267334991caf5ab90af"


def test_a_release_is_read_from_a_folder_or_from_its_file(folder):
    write(
        folder,
        {
            "$schema": f"{SCHEMAS}release-1.schema.json",
            "generator": "by hand",
            "id": "r",
            "title": "A release",
            "events": [{"id": "e", "title": "Meeting", "when": "1993-04"}],
            "set_aside": [{"text": "soon", "reason": "no date"}],
        },
    )
    release = load_release(folder)
    assert release == load_release(str(folder / "release.json"))
    assert release.text == "Held in April 1993."
    assert release.events == (Event(id="e", title="Meeting", when=EdtfDate(1993, 4)),)
    assert release.set_aside == (SetAside("soon", "no date"),)


def test_the_text_is_kept_exactly_as_it_is(folder):
    (folder / "source.txt").write_bytes("one\r\ntwo\rthree\n \u2028\0".encode())
    assert load_release(folder).text == "one\r\ntwo\rthree\n \u2028\0"


def test_every_problem_of_a_file_is_listed_with_file_and_path(folder):
    write(
        folder,
        {
            "id": "a b",
            "titel": "A release",
            "published": "2022-13",
            "events": [
                {"id": "e", "title": "", "when": "2022-13"},
                {"id": "e", "when": "2022", "evidnce": []},
                "x",
                {"id": "f", "title": "F", "when": 2022, "sequence": -1, "latest": "2022-12-31"},
                {"id": "g", "title": "G", "when": "2022", "latest": "2022-12-30"},
            ],
            "set_aside": [{"text": "in 2021"}],
        },
    )
    found = problems(folder / "release.json")
    assert len(found) == len(dict(found))
    assert dict(found) == {
        "id": '"a b" is not an id: letters, digits, "-", "." and "_" are expected',
        "title": "is missing",
        "titel": "unknown key; did you mean title?",
        "published": '"2022-13" is not a month',
        "events[0].title": "is empty",
        "events[0].when": '"2022-13" is not a month',
        "events[1].title": "is missing",
        "events[1].evidnce": "unknown key; did you mean evidence?",
        "events[2]": '"x" is not an object',
        "events[3].when": "2022 is not text",
        "events[3].sequence": "-1 is not a whole number from 0 to 2147483647",
        "events[4].latest": '"2022-12-30" contradicts when, which gives "2022-12-31"',
        "set_aside[0].reason": "is missing",
    }


@pytest.mark.parametrize(
    ("text", "path", "message"),
    [
        ("", "", "is not JSON: Expecting value at line 1, column 1"),
        ('{"id": 1,\n 2}', "", "is not JSON: Expecting property name enclosed in double quotes at"),
        ("[]", "", "[] is not an object"),
        ("null", "", "None is not an object"),
        ('{"id": "r", "id": "s"}', "", 'the key "id" is given twice in one object'),
        ('{"id": "r", "title": "T", "text": "x"}', "text", "unknown key; the text of a release is"),
        ('{"id": "r", "title": "T", "events": {}}', "events", "{} is not a list"),
        ('{"id": "r", "title": "T", "$schema": "calendar-1.schema.json"}', "$schema", "is not rel"),
        (
            '{"id": "r", "title": "T", "set_aside": [{"text": "a", "reason": "b", "c": "d"}]}',
            "set_aside[0].c",
            "unknown key",
        ),
        (
            '{"id": "r", "title": "T", "set_aside": [{"text": "a", "reason": "b", "$schema": ""}]}',
            "set_aside[0].$schema",
            "unknown key",
        ),
    ],
)
def test_a_broken_file_is_refused(folder, text, path, message):
    write(folder, text)
    ((found, said),) = problems(folder / "release.json")
    assert (found, said[: len(message)]) == (path, message) or message in said


def test_a_text_in_another_encoding_is_refused_by_its_own_name(folder):
    (folder / "source.txt").write_bytes("Türkiye".encode("latin-1"))
    with pytest.raises(
        InvalidError, match=r"source\.txt: is not UTF-8: .* at byte 1; save it as UTF-8$"
    ):
        load_release(folder)


@pytest.mark.parametrize("name", ["release.json", "source.txt"])
@pytest.mark.parametrize("how", ["missing", "a folder"])
def test_a_missing_file_is_said(folder, name, how):
    (folder / name).unlink()
    if how == "a folder":
        (folder / name).mkdir()
    with pytest.raises(FileError, match=name):
        load_release(folder)


def test_a_folder_that_is_missing_is_said(tmp_path):
    with pytest.raises(FileError, match="nowhere: No such file or directory"):
        load_release(tmp_path / "nowhere")


def test_a_path_that_no_file_can_have_is_said():
    with pytest.raises(FileError, match="embedded null"):
        load_release("a\0b")


def test_the_bundled_data_is_found_in_an_installed_package_first(tmp_path, monkeypatch):
    package = tmp_path / "cica_events"
    data = package / "data" / "cica"
    data.mkdir(parents=True)
    (data / "source.txt").write_text("", encoding="utf-8")
    write(data, {"id": "installed", "title": "Installed"})
    monkeypatch.setattr(releases, "__file__", str(package / "releases.py"))
    assert load_release().id == "installed"


@pytest.fixture(scope="module")
def zipped(tmp_path_factory):
    """The package as it is installed, in a zip; with the libraries that it needs beside it."""
    path = tmp_path_factory.mktemp("zip") / "cica.zip"
    root = Path(__file__).parents[1]
    with zipfile.ZipFile(path, "w") as file:
        for part, target in (("src/cica_events", ""), ("data", "data/")):
            for source in (root / part).rglob("*.*"):
                name = source.relative_to(root / part).as_posix()
                file.write(source, f"cica_events/{target}{name}")
    return path


def test_what_the_package_reads_is_there_in_a_zip(zipped, tmp_path):
    def run(*words):
        command = [sys.executable, "-m", "cica_events", *words]
        measured = {name for name in os.environ if name.startswith("COVERAGE")}  # elsewhere
        plain = {name: value for name, value in os.environ.items() if name not in measured}
        environment = plain | {"PYTHONPATH": str(zipped)}
        done = subprocess.run(command, env=environment, capture_output=True, cwd=tmp_path)
        assert (done.returncode, done.stderr) == (0, b"")
        return done.stdout.decode()

    assert run("list").count("\n") == 5
    checked = f"{zipped}/cica_events/data/cica/release.json: the text bears out 5 events"
    assert run("check").startswith(checked)
    run("publish", "--to", "public")
    assert (tmp_path / "public" / "index.html").is_file()
    (tmp_path / "a.txt").write_text("Held in April 1993.")
    run("draft", "a.txt", "--published", "1993-05", "-o", "drafted")
    assert load_release(tmp_path / "drafted").events[0].when == EdtfDate(1993, 4)


def test_the_schemas_of_a_package_that_is_in_no_folder(tmp_path, monkeypatch):
    monkeypatch.setattr(releases, "__file__", str(tmp_path / "cica.zip" / "releases.py"))
    save_release(Release(id="r", title="R", text=""), tmp_path / "saved")
    assert (tmp_path / "saved" / "release-1.schema.json").is_file()


@pytest.mark.parametrize("name", ["a.txt", "a", "a.html"])
def test_a_text_in_the_place_of_a_release_is_to_be_drafted_first(tmp_path, name):
    file = tmp_path / name
    file.write_text("Held in April 1993.")
    with pytest.raises(FormatError) as caught:
        load_release(file)
    how = f"cica-events draft {file} --published DATE -o FOLDER"
    expected = f"{file}: is not a release; if it is a text, draft a release first: {how}"
    assert str(caught.value) == expected


def test_a_release_may_have_another_name(folder):
    (folder / "mine.txt").write_text(' {"id": "r", "title": "A release"}')
    assert load_release(folder / "mine.txt").id == "r"


@pytest.mark.parametrize("name", ["x" * 300, "a\0b", "missing"])
def test_a_name_that_no_release_has_is_said(tmp_path, name):
    for path in (tmp_path / name, tmp_path / name / "release.json"):
        with pytest.raises(FileError):
            load_release(path)
        with pytest.raises(FileError):
            load_source(path)


# Writing a release


@given(made_releases)
def test_a_release_that_was_saved_is_loaded_as_it_was(tmp_path_factory, release):
    file = save_release(release, tmp_path_factory.mktemp("saved") / "new" / "folder")
    assert load_release(file) == load_release(file.parent) == release
    assert release_file(file.parent) == file


def test_a_saved_release_is_for_a_person_to_edit(tmp_path):
    save_release(load_release(), tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        *("calendar-1.schema.json", "release-1.schema.json", "release.json", "source.txt")
    ]
    document = json.loads((tmp_path / "release.json").read_text(encoding="utf-8"))
    assert (tmp_path / document["$schema"]).exists()
    assert set(document["events"][0]) == {
        *("id", "title", "when", "basis", "kind", "evidence", "modified")
    }


def test_a_release_that_is_there_is_not_overwritten(folder):
    before = (folder / "release.json").read_bytes()
    with pytest.raises(FileError, match=r"release\.json: is there already"):
        save_release(load_release(), folder)
    assert (folder / "release.json").read_bytes() == before


def test_a_folder_that_cannot_be_made_is_said(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(FileError, match="file/folder: Not a directory"):
        save_release(load_release(), tmp_path / "file" / "folder")


def saved_with_page(folder):
    page = b"<h1>Forum</h1><p>It opens on 3 June 2024.</p>"
    release = draft_release(read_html(page), "2024-05-14")
    return save_release(release, folder, ("original.html", page))


def test_the_page_that_a_text_was_made_of_is_kept_and_compared(tmp_path):
    file = saved_with_page(tmp_path)
    assert load_release(file).text == "Forum\n\nIt opens on 3 June 2024.\n"
    (tmp_path / "original.html").write_bytes(b"<p>Another")
    with pytest.raises(InvalidError, match=r"original\.sha256: original\.html is not the page"):
        load_release(file)
    (tmp_path / "original.html").unlink()
    with pytest.raises(FileError, match=r"original\.html"):
        load_release(file)


@pytest.mark.parametrize(
    "original", [3, {}, {"file": "a"}, {"file": "../a", "sha256": "0"}, {"file": 3, "sha256": "0"}]
)
def test_an_original_that_names_no_page_beside_it_is_refused(tmp_path, original):
    file = saved_with_page(tmp_path)
    record = json.loads(file.read_text(encoding="utf-8")) | {"original": original}
    file.write_text(json.dumps(record), encoding="utf-8")
    with pytest.raises(InvalidError, match="original"):
        load_release(file)


def test_a_release_is_replaced_only_by_who_knows_it(tmp_path: Path) -> None:
    first, second = load_release(), attrs.evolve(load_release(), title="Another")
    save_release(first, tmp_path)
    save_release(second, tmp_path, replacing=first)
    assert load_release(tmp_path) == second
    with pytest.raises(FileError, match=r"release\.json: was edited meanwhile"):
        save_release(first, tmp_path, replacing=first)
    assert load_release(tmp_path) == second
