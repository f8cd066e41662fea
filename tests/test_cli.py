"""The commands do what their help says, and answer mistakes with help."""

import io
import json
import os
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from cica_events import Calendar, EdtfDate, Event, cli, export, ical, load_release, parse_time
from cica_events.cli import main

WITHOUT_QUESTIONS = "ALMATY, 3 June 2024 – The forum opened today. It had met in 2019.\n"
TEXT = "ALMATY, 3 June 2024 – The forum opened today. It may meet on 10/11/2024.\n"


@pytest.fixture
def run(capsys):
    def call(*words):
        try:
            code = main([str(word) for word in words])
        except SystemExit as stop:
            code = stop.code
        return code, *capsys.readouterr()

    return call


@pytest.fixture
def standard_input(monkeypatch):
    def give(data):
        monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))

    return give


@pytest.fixture
def text(tmp_path):
    file = tmp_path / "release.txt"
    file.write_text(TEXT, "utf-8")
    return file


@pytest.fixture
def wrong(tmp_path, run, text):
    """A release whose one event is dated a day early."""
    run("draft", text, "--published", "2024-06-03", "-o", tmp_path / "wrong")
    file = tmp_path / "wrong" / "release.json"
    file.write_text(file.read_text("utf-8").replace('"when": "2024-06-03"', '"when": "2024-06"'))
    return tmp_path / "wrong"


def test_list_shows_the_events_in_order_of_their_dates(run):
    code, out, err = run("list")
    assert (code, err) == (0, "")
    assert [line.split("  ")[0] for line in out.splitlines()] == [
        *("April 1993", "14 September 1999", "2010–2014", "10 May [2022]", "October 2022")
    ]


def test_list_reads_a_calendar_from_standard_input(run, standard_input):
    standard_input(ical.dumps(load_release().calendar()))
    assert run("list", "-")[1] == run("list")[1]


def test_show_puts_the_quote_into_its_sentence(run):
    code, out, _ = run("show", "sixth-summit-2022")
    assert code == 0
    assert "when  October 2022  (2022-10 in EDTF, resolved)" in out
    assert "It is known that during his state visit" in out


def test_a_time_of_day_is_listed_in_order_and_shown_with_its_moments(run, tmp_path):
    clocks = {"later": "14:00/15:00", "sooner": "09:30"}
    events = [
        Event(id=i, title=i, when=EdtfDate(2025, 3, 4), time=parse_time(clock), zone="Asia/Almaty")
        for i, clock in clocks.items()
    ]
    export(Calendar(id="c", name="C", events=events), tmp_path / "a.json")
    assert [line.split("  ")[0] for line in run("list", tmp_path / "a.json")[1].splitlines()] == [
        "4 March 2025, 09:30 Asia/Almaty",
        "4 March 2025, 14:00–15:00 Asia/Almaty",
    ]
    out = run("show", "later", tmp_path / "a.json")[1]
    assert "starts  2025-03-04T09:00:00Z\n" in out
    assert "ends  2025-03-04T10:00:00Z\n" in out


def test_show_of_a_calendar_has_the_quote_alone(run, tmp_path):
    run("export", "-o", tmp_path / "a.json")
    assert "  the Sixth CICA Summit" in run("show", "sixth-summit-2022", tmp_path / "a.json")[1]


def test_show_names_the_events_there_are(run):
    code, out, err = run("show", "nothing")
    assert (code, out) == (2, "")
    assert 'there is no event "nothing"; there are first-meeting-1993, ' in err


def test_export_into_a_folder(run, tmp_path):
    code, out, _ = run("export", "--to", tmp_path / "a" / "b", "--excel", "--csvw")
    assert code == 0
    names = ["cica.ics", "cica.csv", "cica.json", "cica.svg"]
    assert out.splitlines() == [str(tmp_path / "a" / "b" / name) for name in names]
    assert {path.name for path in (tmp_path / "a" / "b").iterdir()} == {
        *names,
        "cica.csv-metadata.json",
    }
    assert (tmp_path / "a" / "b" / "cica.csv").read_bytes().startswith(b"\xef\xbb\xbf")


def test_export_into_a_place_that_is_a_file(run, text):
    code, out, err = run("export", "--to", text)
    assert (code, out) == (2, "")
    assert "release.txt" in err


def test_export_into_the_folder_of_the_release_leaves_the_release(run, text, tmp_path):
    run("draft", text, "--published", "2024-06-03", "-o", tmp_path / "r")
    before = {path: path.read_bytes() for path in (tmp_path / "r").iterdir()}
    code, out, err = run("export", tmp_path / "r", "--to", tmp_path / "r")
    assert (code, out) == (2, "")
    file = tmp_path / "r" / "release.json"
    why = "was not written by this library; it is left as it is (-o overwrites it)"
    assert err == f"cica-events: {file}: {why}\n"
    assert {path: path.read_bytes() for path in (tmp_path / "r").iterdir()} == before
    run("export", "--to", tmp_path / "out")
    assert run("export", "--to", tmp_path / "out")[0] == 0


def test_export_into_the_folder_of_a_published_feed_leaves_the_feed(run, tmp_path):
    run("publish", "--to", tmp_path)
    before = {path: path.read_bytes() for path in tmp_path.iterdir()}
    code, out, err = run("export", "--to", tmp_path)
    assert (code, out) == (2, "")
    why = "is a published feed, and its revisions would be lost; it is left as it is"
    how = "publish goes on with it; -o overwrites it"
    assert err == f"cica-events: {tmp_path / 'cica.ics'}: {why} ({how})\n"
    assert {path: path.read_bytes() for path in tmp_path.iterdir()} == before
    assert run("publish", "--to", tmp_path)[1].splitlines()[-1].startswith("nothing changed")


def test_export_beside_the_files_of_another_feed(run, text, tmp_path):
    run("draft", text, "--published", "2024-06-03", "-o", tmp_path / "r")
    run("publish", "--to", tmp_path / "out")
    assert run("export", tmp_path / "r", "--to", tmp_path / "out")[0] == 0
    assert run("publish", "--to", tmp_path / "out")[0] == 0


def test_export_to_one_file(run, tmp_path):
    assert run("export", "-o", tmp_path / "a.ics", "--imprecise", "marker")[0] == 0
    assert b"X-CICA-MARKER:end" in (tmp_path / "a.ics").read_bytes()
    assert run("export", "-o", tmp_path / "a.svg", "--width", "1280")[0] == 0
    assert b'width="1280"' in (tmp_path / "a.svg").read_bytes()


@pytest.mark.parametrize("name", ["ics", "csv", "json", "svg"])
def test_export_to_standard_output(name):
    command = [sys.executable, "-m", "cica_events", "export", "-o", "-", "--format", name]
    result = subprocess.run([*command, "--csvw"], capture_output=True, check=True)
    assert b"Sixth CICA Summit" in result.stdout


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["export", "-o", "-"], "-o - needs --format"),
        (["export", "-o", "a.ics", "--format", "csv"], "--format goes with -o -"),
        (["export", "-o", "a.xyz"], "known are .ics, .csv, .json, .svg"),
        (["export", "-o", "no-such-folder/a.ics"], "there is no folder"),
        (["export", "-o", "folder"], '"" is no format'),
        (["list", "no-such-file.ics"], "No such file"),
        (["publish", "--to", ""], "argument --to: is empty; a path is expected"),
        (["export", "-o", ""], "argument -o: is empty; a path is expected"),
        (["list", "no-such-folder"], "no-such-folder: No such file or directory"),
        (["publish", "a", "b", "--to", "c"], "give its id, which is for ever: --id forum.example"),
        (["export"], "one of the arguments -o --to is required"),
        ([], "required"),
        (["dates", "a.txt", "--published", "soon"], "is not an EDTF date"),
        (["dates", "a.txt", "--published", "yesterday"], "write it as 2025-11-25, or 25 November"),
        (["dates", "a.txt", "--published", "10/11/2025"], "is not an EDTF date"),
        (["dates", "a.txt", "--published", "from 3 May 2025"], "is not an EDTF date"),
        (["publish", "--to", "no-such-folder", "--url", "example.org"], "url: "),
        (["publish", "--to", "no-such-folder", "--id", "a b"], "id: "),
        (["lsit"], 'there is no command "lsit"; did you mean list?'),
        (["publsh", "--to", "a"], 'there is no command "publsh"; did you mean publish?'),
        (["xyzzy"], "there are list, show, export, check, dates, draft, review, update, publish"),
        (["a\x1bb"], r'there is no command "a\x1bb"'),
        (["list", "a\x1bb"], "a<U+001B>b: No such file or directory"),
        (["publish"], "publish: the following arguments are required: --to (see cica-events pub"),
        (["list", "--colour"], "unrecognized arguments: --colour (see cica-events"),
        (["list", "x" * 300], "File name too long"),
        (["check", "x" * 300], "File name too long"),
        (["publish", "--to", "x" * 300], "File name too long"),
        (
            ["publish", "--to", "a\0b"],
            "embedded null",
        ),  # the system says it, and each Python otherwise
        (
            ["export", "--to", "a\0b"],
            "embedded null",
        ),  # the system says it, and each Python otherwise
        (["export", "-o", "x" * 300 + ".ics"], "File name too long"),
        (["dates", "x" * 300], "File name too long"),
    ],
)
def test_wrong_use(run, words, message):
    code, out, err = run(*words)
    assert (code, out) == (2, "")
    assert message in err
    assert err.startswith("cica-events: ")
    assert err.count("\n") == 1
    assert not Path("no-such-folder").exists()


@pytest.mark.parametrize(
    "published", ["25 November 2025", "Nov. 25, 2025", " 25 November 2025", "2025-11-25"]
)
def test_a_date_of_publication_is_written_as_people_write_it(run, text, tmp_path, published):
    run("draft", text, "--published", published, "-o", tmp_path / "r")
    release = json.loads((tmp_path / "r" / "release.json").read_text("utf-8"))
    assert release["published"] == "2025-11-25"


@pytest.mark.parametrize("command", ["publish", "check", "list", "export", "show"])
def test_a_text_in_the_place_of_a_release(run, text, tmp_path, command):
    more = {"publish": ["--to", tmp_path / "p"], "export": ["--to", tmp_path / "p"]}
    words = ["show", "an-event", text] if command == "show" else [command, text]
    code, out, err = run(*words, *more.get(command, ()))
    assert (code, out) == (2, "")
    assert f"draft a release first: cica-events draft {text} --published DATE -o FOLDER" in err
    assert not (tmp_path / "p").exists()


def test_what_the_data_or_the_folder_holds_is_a_problem_in_the_data(run, tmp_path):
    (tmp_path / "cica.ics").write_text("not ours")
    assert run("publish", "--to", tmp_path)[0] == 1
    (tmp_path / "release.json").write_text('{"id": "a b", "title": "T"}')
    (tmp_path / "source.txt").write_text("")
    assert run("check", tmp_path)[0] == 1
    assert run("list", tmp_path / "release.json")[0] == 1


def test_nothing_of_a_text_steers_the_terminal(run, tmp_path):
    hostile = "\x1b]0;title\x07 On 3 June 2024\x9b2J it \u202edehsilbup saw."
    (tmp_path / "a.txt").write_text(hostile, "utf-8")
    shown = [run("dates", tmp_path / "a.txt"), run("dates", tmp_path / "a.txt", "--json")]
    drafted = tmp_path / "r"
    shown.append(run("draft", tmp_path / "a.txt", "--published", "2024-06-03", "-o", drafted))
    shown += [run("check", drafted), run("show", "title-it-dehsilbup-saw-2024", drafted)]
    for _, out, err in shown:
        assert not [c for c in out + err if unicodedata.category(c) in ("Cc", "Cf") and c != "\n"]
    assert "<U+001B>]0;title<U+0007> On 3 June 2024<U+009B>2J" in shown[0][1]
    assert r"\u202e" not in shown[1][1]  # which only quotes the date
    assert "holds a bidirectional override (U+202E)" in shown[3][1]


def test_what_is_left_out_is_said(run, tmp_path):
    code, _, err = run("export", "-o", tmp_path / "a.ics", "--imprecise", "omit")
    assert code == 0
    assert err.count("is left out: its date is not known to the day") == 3


def test_a_broken_release_is_answered_with_every_problem(run, tmp_path):
    (tmp_path / "release.json").write_text('{"id": "a b", "events": [{"when": "2022-13"}]}')
    (tmp_path / "source.txt").write_text("")
    code, _, err = run("check", tmp_path)
    assert code == 1
    assert 'events[0].when: "2022-13" is not a month' in err
    assert "title: is missing" in err


def test_check_of_a_release_that_is_borne_out(run):
    code, out, _ = run("check")
    assert code == 0
    assert "the text bears out 5 events; 3 phrases are set aside" in out


def test_check_says_line_and_column(run, wrong):
    code, out, _ = run("check", wrong)
    assert code == 1
    assert re.search(r"source\.txt:1:40: events\[0\]\.when: 2024-06 is less precise than", out)


def test_check_of_words_that_are_nowhere(run, wrong):
    file = wrong / "release.json"
    record = json.loads(file.read_text("utf-8"))
    record["events"][0]["evidence"] = ["xyzzy"]
    file.write_text(json.dumps(record))
    out = run("check", wrong)[1]
    assert f"{file}: events[0].evidence[0]: “xyzzy” is not in the text" in out


def test_dates_shows_each_phrase(run, text):
    code, out, err = run("dates", text, "--published", "2024-06-03")
    assert (code, err) == (0, "")
    assert out.startswith(TEXT)
    assert re.search(r"1:9 +3 June 2024 +2024-06-03 +stated", out)
    assert re.search(r"1:40 +today +2024-06-03 +resolved", out)
    assert re.search(r"10/11/2024 +- +\w", out)


def test_dates_as_json_lines(run, text):
    code, out, _ = run("dates", text, "--json")
    lines = [json.loads(line) for line in out.splitlines()]
    assert code == 0
    assert lines[0] == {
        "file": str(text),
        "start": 8,
        "end": 19,
        "text": "3 June 2024",
        "when": "2024-06-03",
        "basis": "stated",
        "reason": None,
    }


def test_dates_of_a_file_that_is_no_text(run, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    code, out, err = run("dates", tmp_path / "bad.txt")
    assert (code, out) == (1, "")
    assert "bad.txt: is not UTF-8" in err


def test_dates_as_json_hides_nothing_from_a_terminal(run, tmp_path):
    file = tmp_path / "a.txt"
    file.write_text("The forum opens on 3\u00a0May 2024.", "utf-8")
    line = run("dates", file, "--json")[1]
    assert "3\\u00a0May 2024" in line
    assert json.loads(line)["text"] == "3\u00a0May 2024"


def test_dates_of_many_files_goes_on_after_a_bad_one(run, text, tmp_path):
    (tmp_path / "bad.txt").write_bytes(b"\xff")
    code, out, err = run("dates", tmp_path / "bad.txt", tmp_path / "none.txt", text)
    assert code == 1
    assert "3 June 2024" in out
    assert "bad.txt: is not UTF-8" in err
    assert "3 files, 2 dates, 2 not read" in err


def test_dates_of_standard_input(run, standard_input):
    standard_input(b"held in April 1993")
    assert "1993-04" in run("dates", "-")[1]


def test_a_draft_is_made_once(run, text, tmp_path):
    code, out, _ = run("draft", text, "--published", "2024-06-03", "-o", tmp_path / "r")
    assert code == 0
    assert out.startswith(str(tmp_path / "r" / "release.json"))
    code, out, _ = run("check", tmp_path / "r")
    assert code == 1
    assert "“10/11/2024” gives no date (may be day/month or month/day)" in out
    code, _, err = run("draft", text, "--published", "2024-06-03", "-o", tmp_path / "r")
    assert code == 2
    assert "a person may have edited it" in err


def test_publish_says_what_changed(run, tmp_path):
    folder = tmp_path / "public"
    assert "+ sixth-summit-2022" in run("publish", "--to", folder, "--dry-run")[1]
    assert not folder.exists()
    code, out, _ = run("publish", "--to", folder, "--url", "https://example.org/cica")
    assert code == 0
    assert out.count("+ ") == 5
    assert run("publish", "--to", folder, "--url", "https://example.org/cica")[1] == (
        "nothing changed\n"
    )
    changes = json.loads(
        run("publish", "--to", folder, "--json", "--url", "https://example.org/cica")[1]
    )
    assert len(changes["unchanged"]) == 5


def test_publish_refuses_a_draft_unless_told_how_to_show_it(run, text, tmp_path):
    text.write_text(WITHOUT_QUESTIONS, "utf-8")
    run("draft", text, "--published", "2024-06-03", "-o", tmp_path / "r")
    code, out, err = run("publish", tmp_path / "r", "--to", tmp_path / "public")
    assert (code, out) == (1, "")
    *drafts, way = err.splitlines()
    assert [line.endswith(": is a draft that no person has confirmed") for line in drafts] == [
        True
    ] * 2
    assert way == (
        "cica-events: not published; confirm drafts with cica-events review, or add "
        "--unreviewed tentative or omit"
    )
    assert not (tmp_path / "public").exists()
    words = ("publish", tmp_path / "r", "--to", tmp_path / "public", "--unreviewed")
    assert run(*words, "omit")[:2] == (0, "nothing changed\n")
    assert run(*words, "tentative")[0] == 0
    assert b"STATUS:TENTATIVE" in (tmp_path / "public" / "release.ics").read_bytes()


def test_publish_names_every_release_that_it_cannot_read(run, tmp_path):
    (tmp_path / "empty").mkdir()
    (tmp_path / "not.json").write_text("{")
    places = [tmp_path / "missing", tmp_path / "empty", tmp_path / "not.json"]
    code, out, err = run("publish", *places, "--id", "x", "--to", tmp_path / "public")
    assert (code, out) == (1, "")
    missing, empty, broken = err.splitlines()
    assert missing.endswith("missing: No such file or directory")
    assert empty.endswith(
        "release.json: No such file or directory; a release is a folder with release.json and "
        "source.txt; cica-events draft makes one"
    )
    assert "not.json: is not JSON" in broken


@pytest.mark.parametrize("words", ["", " \n\u200b\n", "<html><body><p> </p></body></html>"])
def test_a_file_without_a_word_takes_no_release_away(run, text, tmp_path, words):
    folder, file = tmp_path / "r", tmp_path / "new.txt"
    run("draft", text, "--published", "2024-06-03", "-o", folder)
    before = (folder / "source.txt").read_bytes()
    file.write_text(words, "utf-8")
    for command in (("update", folder, file), ("draft", file, "-o", tmp_path / "d")):
        code, out, err = run(*command, "--published", "2024-06-03")
        assert (code, out, err) == (1, "", f"cica-events: {file}: holds no text\n")
    assert (folder / "source.txt").read_bytes() == before
    assert not (tmp_path / "d").exists()


@pytest.mark.parametrize("suffix", ["ics", "csv", "json"])
def test_a_calendar_is_not_held_against_a_text(run, tmp_path, suffix):
    run("export", "--to", tmp_path)
    code, out, err = run("check", tmp_path / f"cica.{suffix}")
    assert (code, out) == (2, "")
    way = "is not a release; it is a calendar, which has no text to hold its events against"
    assert err == f"cica-events: {tmp_path / 'cica'}.{suffix}: {way}\n"


def test_publish_names_questions_and_drafts_at_once(run, text, tmp_path):
    text.write_text("The hall opens on 3 June 2024. It closes on 05/06/2024.", "utf-8")
    run("draft", text, "--published", "2024-06-03", "-o", tmp_path / "r")
    code, out, err = run("publish", tmp_path / "r", "--to", tmp_path / "public")
    assert (code, out) == (1, "")
    question, draft, way = err.splitlines()
    assert "source.txt:1:45: text: “05/06/2024” gives no date" in question
    file = tmp_path / "r" / "release.json"
    assert draft == f"cica-events: {file}: hall-opens-2024: is a draft that no person has confirmed"
    assert way == (
        "cica-events: not published; mend this and confirm drafts with cica-events review, or add "
        "--unchecked and --unreviewed tentative or omit"
    )
    unchecked = run("publish", tmp_path / "r", "--to", tmp_path / "public", "--unchecked")
    assert unchecked[2].splitlines()[0] == draft


def test_check_tells_of_a_time_that_the_record_leaves_out(run, text, tmp_path):
    text.write_text("The hall opens on 3 June 2024 at 10:00 UTC.", "utf-8")
    run("draft", text, "--published", "2024-06-03", "-o", tmp_path / "r")
    file = tmp_path / "r" / "release.json"
    record = json.loads(file.read_text("utf-8"))
    for name in ("time", "zone"):
        del record["events"][0][name]
    file.write_text(json.dumps(record), "utf-8")
    code, out, err = run("check", tmp_path / "r")
    assert (code, out.splitlines()) == (0, [out.strip()])
    told = "events[0].time: is missing: “10:00 UTC” gives 10:00, Z"
    assert err == f"cica-events: {told}; give it, or set these words aside and say why\n"


def test_check_counts_what_is_unreviewed(run, text, tmp_path):
    text.write_text(WITHOUT_QUESTIONS, "utf-8")
    run("draft", text, "--published", "2024-06-03", "-o", tmp_path / "r")
    assert run("check", tmp_path / "r")[1].endswith("; 2 events are unreviewed\n")


def test_publish_refuses_what_the_text_does_not_bear_out(run, wrong, tmp_path):
    code, out, err = run("publish", wrong, "--to", tmp_path / "public")
    assert (code, out) == (1, "")
    assert "is less precise than the words" in err
    assert "--unchecked" in err
    assert not (tmp_path / "public").exists()
    words = ("publish", wrong, "--to", tmp_path / "public", "--unreviewed", "tentative")
    assert run(*words, "--unchecked")[0] == 0


def test_publish_says_which_release_was_overruled(run, wrong, text, tmp_path):
    run("draft", text, "--published", "2024-06-03", "-o", tmp_path / "right")
    options = ("--to", tmp_path / "p", "--unchecked", "--unreviewed", "tentative")
    code, _, err = run("publish", wrong, tmp_path / "right", "--id", "release", *options)
    assert code == 0
    assert "replaces June 2024 in" in err


def test_publish_of_several_releases_asks_for_the_id_that_the_folder_has(run, wrong, tmp_path):
    run("publish", "--to", tmp_path / "public")
    code, out, err = run("publish", wrong, wrong, "--to", tmp_path / "public")
    assert (code, out) == (2, "")
    assert f"--id cica, as {tmp_path / 'public'} has it" in err


def test_version_and_help(run):
    assert run("--version")[1].startswith("cica-events ")
    for command in cli._COMMANDS:
        code, out, _ = run(command, "--help")
        assert code == 0
        assert "examples:" in out
        assert "exit codes:" in out


def test_a_reader_that_stops_reading_is_no_error():
    command = f"{sys.executable} -m cica_events list | true"
    result = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
    assert result.stderr == b""


def test_an_interrupted_command(run, monkeypatch):
    def interrupt(_):
        raise KeyboardInterrupt

    monkeypatch.setitem(cli._COMMANDS, "list", (*cli._COMMANDS["list"][:2], interrupt))
    assert run("list")[0] == 130


def test_the_output_is_the_same_in_the_plainest_environment():
    command = [sys.executable, "-m", "cica_events", "list"]
    plain = {"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "Pacific/Kiritimati"}
    result = subprocess.run(command, env=plain, capture_output=True, check=True)
    assert "2010–2014" in result.stdout.decode()


PAGE = b"""<title>News</title><meta property="article:published_time" content="2024-05-14">
<nav>Since 1999</nav><h1>News</h1><p>The forum opens on 3 June 2024.</p>"""


def test_a_page_is_drafted_and_kept(run, tmp_path):
    file = tmp_path / "page.html"
    file.write_bytes(PAGE)
    code, out, err = run("draft", file, "-o", tmp_path / "r")
    assert (code, "3 June 2024" in out, "1999" in out) == (0, True, False)
    assert err == f"cica-events: {file}: left out: navigation; --all keeps it\n"
    assert (tmp_path / "r" / "original.html").read_bytes() == PAGE
    (tmp_path / "r" / "original.html").write_bytes(b"<p>Another")
    code, _, err = run("check", tmp_path / "r")
    assert (code, "original.html is not the page" in err) == (1, True)


def test_dates_of_a_page_and_of_all_of_it(run, tmp_path):
    file = tmp_path / "page.html"
    file.write_bytes(PAGE)
    code, out, err = run("dates", file)
    assert (code, "1999" in out, "left out: navigation" in err) == (0, False, True)
    code, out, err = run("dates", file, "--all")
    assert (code, "1999" in out, err) == (0, True, "")


def test_a_pdf_is_refused_with_a_command_that_makes_text(run, tmp_path):
    file = tmp_path / "a.pdf"
    file.write_bytes(b"%PDF-1.7")
    code, _, err = run("draft", file, "-o", tmp_path / "r")
    assert (code, f"{file}: this is a PDF" in err) == (2, True)
    assert f"pdftotext -layout {file} out.txt" in err


def test_a_text_is_drafted_with_its_date_of_publication(run, text, tmp_path):
    code, _, err = run("draft", text, "-o", tmp_path / "r")
    assert (code, "say when the text was published" in err) == (2, True)


def test_a_page_that_is_all_text_leaves_nothing_out(run, tmp_path):
    page = tmp_path / "page.html"
    page.write_text("<!doctype html><title>T</title><p>It opens on 3 May 2022.</p>", "utf-8")
    code, out, err = run("dates", page, "--published", "2022-04-01")
    assert (code, err) == (0, "")
    assert "2022-05-03" in out


@pytest.fixture
def programme(tmp_path, run):
    """The folder of a release, and the file of its text."""
    file = tmp_path / "programme.txt"
    file.write_text("- Opening: 3 June 2024\n- Gala: 4 June 2024\n", "utf-8")
    run("draft", file, "--published", "2024-01-10", "-o", tmp_path / "fair")
    return tmp_path / "fair", file


def test_update_shows_what_became_of_each_event_and_writes_it(run, programme):
    folder, file = programme
    before = (folder / "release.json").read_bytes()
    items = "- Opening: 5 June 2024\n- Dance: 6 June 2024\n"
    file.write_text(f"{items}\nSee also the note of 10/11/2024.\n", "utf-8")
    code, out, err = run("update", folder, file, "--dry-run")
    assert code == 0
    assert "3 June 2024 → 5 June 2024" in out
    assert "? text: “10/11/2024” gives no date" in out
    assert "nothing written; 2 of 2 events are unreviewed" in out
    assert (folder / "release.json").read_bytes() == before
    code, again, err = run("update", folder, file, "--json")
    told = json.loads(again)
    assert [len(told[kind]) for kind in ("kept", "moved", "added", "gone")] == [0, 1, 1, 1]
    assert "nothing written" not in err
    assert "2 of 2 events are unreviewed" in err
    assert load_release(folder).text == file.read_text("utf-8")
    assert run("update", folder, file)[1].startswith("nothing changed\n")


def test_update_takes_a_page_and_keeps_it(run, programme):
    folder, _ = programme
    page = folder.with_name("page.html")
    page.write_bytes(b"<ul><li>Opening: 7 June 2024<li>Gala: 4 June 2024</ul>")
    code, out, _ = run("update", folder, page, "--published", "11 January 2024")
    assert code == 0
    assert "3 June 2024 → 7 June 2024" in out
    assert (folder / "original.html").read_bytes() == page.read_bytes()
    assert str(load_release(folder).published) == "2024-01-11"


def test_update_with_a_text_in_place_of_a_page_leaves_no_page(run, programme):
    folder, file = programme
    page = folder.with_name("page.html")
    page.write_bytes(b"<ul><li>Opening: 7 June 2024<li>Gala: 4 June 2024</ul>")
    (folder / "original.html").write_bytes(b"of a person")
    assert run("update", folder, file)[0] == 0
    assert (folder / "original.html").exists()
    assert run("update", folder, page)[0] == 0
    assert run("update", folder, file)[0] == 0
    assert not (folder / "original.html").exists()
    assert run("check", folder)[0] == 0


def test_update_does_not_take_the_text_of_another_release(run, programme):
    folder, file = programme
    file.write_text(file.read_text("utf-8") + "- Dance: 5 June 2024\n", "utf-8")
    run("update", folder, file)
    before = (folder / "release.json").read_bytes()
    file.write_text("- Harvest: 9 July 2024\n", "utf-8")
    code, _, err = run("update", folder, file)
    assert code == 2
    assert "has none of the events of" in err
    assert run("update", folder, file, "--dry-run")[0] == 0
    file.write_text("", "utf-8")
    assert run("update", folder, file)[0] == 1
    assert (folder / "release.json").read_bytes() == before


def test_update_answers_mistakes_in_one_line(run, programme, tmp_path):
    folder, file = programme
    pdf = tmp_path / "new.pdf"
    pdf.write_bytes(b"%PDF-1.4")
    for words, answer in (
        ((tmp_path / "nowhere", file), "nowhere: No such file"),
        ((tmp_path, file), "release.json: No such file"),
        ((file, file), "is not a release; if it is a text, draft a release first"),
        ((folder, tmp_path / "nothing.txt"), "nothing.txt: No such file"),
        ((folder, pdf), "make text of it first: pdftotext"),
        ((folder, file, "--published", "soon"), "write it as 2025-11-25"),
    ):
        code, out, err = run("update", *words)
        assert (code, out) == (2, "")
        assert answer in err
        assert err.count("\n") == 1
