"""Commands whose streams are closed, full or narrow end in one line and their exit code."""

import io
import os
import subprocess
import sys

import attrs
import pytest

from cica_events import FileError, cli, load_release, parse_edtf, streams
from cica_events.releases import save_release

full = pytest.mark.skipif(not os.path.exists("/dev/full"), reason="a device of Linux")  # noqa: PTH110


def shell(line, folder=None, **variables):
    """Runs a line of bash in which cica-events is the command; its code, output and errors."""
    command = f'cica-events() {{ "{sys.executable}" -m cica_events "$@"; }}; {line}'
    environment = os.environ | variables
    done = subprocess.run(["bash", "-c", command], capture_output=True, cwd=folder, env=environment)
    return done.returncode, done.stdout.decode(), done.stderr.decode()


CLOSED = "cica-events: standard output: is closed\n"
FULL = "cica-events: standard output: No space left on device\n"


@pytest.mark.parametrize("command", ["list", "check", "show sixth-summit-2022", "--help"])
def test_a_closed_standard_output(command):
    assert shell(f"cica-events {command} >&-") == (2, "", CLOSED)


def test_a_closed_standard_output_before_anything_is_published(tmp_path):
    assert shell("cica-events publish --to public >&-", tmp_path) == (2, "", CLOSED)
    assert list(tmp_path.iterdir()) == []


@full
@pytest.mark.parametrize("unbuffered", ["", "1"])
@pytest.mark.parametrize(
    "command",
    [
        *("list", "check", "dates -", "--help", "list --help", "--version"),
        *(f"export -o - --format {name}" for name in ("ics", "csv", "json", "svg")),
    ],
)
def test_a_full_standard_output(command, unbuffered):
    line = f"echo 3 June 2024 | cica-events {command} >/dev/full"
    assert shell(line, PYTHONUNBUFFERED=unbuffered) == (2, "", FULL)


def test_a_closed_standard_input():
    expected = (2, "", "cica-events: standard input: is closed\n")
    assert shell("cica-events list - <&-") == expected


def test_a_standard_input_that_cannot_be_read(monkeypatch):
    class Broken(io.BytesIO):
        def read(self, *_):
            raise OSError(5, "Input/output error")

    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(Broken()))
    with pytest.raises(FileError, match="standard input: Input/output error"):
        streams.read_input()


@pytest.mark.parametrize("target", ["&-", pytest.param("/dev/full", marks=full)])
@pytest.mark.parametrize(
    ("command", "code"),
    [
        ("list", 0),
        ("export -o a.ics --imprecise omit", 0),
        ("list missing", 2),
        ("lsit", 2),
        ("publish --to public", 0),
        ("dates missing missing", 1),
        ("--help", 0),
    ],
)
def test_a_standard_error_that_takes_nothing(tmp_path, command, code, target):
    assert shell(f"cica-events {command} 2>{target}", tmp_path)[0] == code
    said = shell(f"cica-events {command} 2>{target}", tmp_path)[1]
    assert "cica-events: " not in said
    assert shell(f"cica-events {command} >&- 2>{target}", tmp_path) == (2, "", "")


@pytest.mark.parametrize("command", ["list", "--help"])
def test_a_reader_that_stops_reading_is_no_error(command):
    assert shell(f"set -o pipefail; cica-events {command} | true") == (0, "", "")


def test_a_narrow_encoding_shows_what_it_lacks_as_escapes(tmp_path):
    assert shell("cica-events publish --to public >/dev/null", tmp_path)[0] == 0
    release = load_release()
    events = [attrs.evolve(release.events[0], when=parse_edtf("1993")), *release.events[1:]]
    save_release(attrs.evolve(release, events=events), tmp_path / "refined")
    line = "cica-events publish refined --unchecked --to public"
    code, out, err = shell(line, tmp_path, PYTHONIOENCODING="cp1252")
    assert (code, err) == (0, "")
    assert out.startswith(r"~ first-meeting-1993  April 1993 \u2192 1993")
    code, out, err = shell("cica-events list", PYTHONIOENCODING="ascii")
    assert (code, err) == (0, "")
    assert r"2010\u20132014" in out


def test_a_name_that_is_no_text_is_shown(tmp_path):
    code, _, err = shell("cica-events list $'\\xff.ics'", tmp_path)
    assert (code, err) == (2, "cica-events: \\udcff.ics: No such file or directory\n")


# What the tests above do in processes of their own


def test_streams_that_are_no_files_are_left_as_they_are(monkeypatch, capsys):
    monkeypatch.setattr("sys.stdout", io.StringIO())
    assert cli.main(["list"]) == 0
    assert sys.stdout.getvalue().count("\n") == 5


def test_an_error_while_printing_is_said(monkeypatch, capsys):
    class Full(io.StringIO):
        def write(self, _):
            raise OSError(28, "No space left on device")

    monkeypatch.setattr("sys.stdout", Full())
    assert cli.main(["list"]) == 2
    assert capsys.readouterr().err == FULL
    monkeypatch.setattr("sys.stderr", Full())
    streams.complain("nobody hears this")


@pytest.mark.parametrize("error", [FileError("a: is missing"), KeyError("a")])
def test_an_error_of_the_command_stays_what_it_is(error):
    def fail():
        with streams.ready():
            raise error

    with pytest.raises(type(error)) as caught:
        fail()
    assert caught.value is error


def test_an_error_of_a_file_is_no_error_of_a_stream(capsys):
    def fail():
        with streams.ready():
            raise PermissionError(13, "Permission denied", "a.ics")

    with pytest.raises(FileError, match=r"^a\.ics: Permission denied$"):
        fail()


def test_streams_that_are_closed(monkeypatch, capsys):
    monkeypatch.setattr("sys.stderr", None)
    with streams.ready():
        streams.complain("nobody hears this")
    assert sys.stderr is None
    monkeypatch.setattr("sys.stdout", None)
    assert cli.main(["list"]) == 2
    monkeypatch.setattr("sys.stdin", None)
    with pytest.raises(FileError, match="standard input: is closed"):
        streams.read_input()
