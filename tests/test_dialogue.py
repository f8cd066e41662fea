"""A person goes through a draft with a keyboard alone, and each answer is kept."""

import io
import json
import os
import re
import sys
import tempfile
from types import SimpleNamespace

import pytest
from attrs import evolve
from hypothesis import given, settings
from hypothesis import strategies as st
from person import CTRL_C, CTRL_D, typed
from test_drafts import PHRASES

from cica_events import EdtfDate, FormatError, InvalidError, check, draft_release, load_release
from cica_events.cli import main
from cica_events.dialogue import Dialogue, at_terminal
from cica_events.releases import save_release
from cica_events.reviews import Review, kept

TEXT = "The forum opened on 3 June 2024. It meets on 10 May. It may be on 10/11/2024."
EVENTS = "[keep, date, title, time, place, kind, aside, later, back, quit, help]"


@pytest.fixture
def folder(tmp_path):
    save_release(draft_release(TEXT, "2024-06-04"), tmp_path / "r")
    return tmp_path / "r"


def giving(answers, prompts=None):
    """Somebody who gives these answers, one after the other, and then hangs up."""
    left = iter(answers)

    def ask(prompt):
        if prompts is not None:
            prompts.append(prompt)
        answer = next(left, None)
        if answer is None:
            raise EOFError
        return answer() if callable(answer) else answer

    return ask


@pytest.fixture
def talk(folder, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")

    def run(*answers, of=folder):
        left = Dialogue(Review(of), giving(answers)).run()
        return left, capsys.readouterr().out, load_release(of)

    return run


def test_each_event_is_shown_with_its_words_and_its_data(talk):
    _, out, _ = talk("l", "l", "l")
    assert out.startswith("“The forum opened on 3 June 2024. It meets on 10 May.")
    assert "2 events and 1 question are left. ? lists the answers." in out
    assert (
        f"""
2 of 3: Forum meets
  when   10 May [2024]
         2024-05-10, inferred: a part of it was supplied: the year
  kind   meeting
  note   The text gives no year; it is taken from the date of publication.

  It meets on >>10 May<<.

{EVENTS}
"""
        in out
    )
    assert (
        """
3 of 3: what does “10/11/2024” mean?
  why    may be day/month or month/day

  It may be on >>10/11/2024<<.

    1  10 November 2024  (2024-11-10)
    2  11 October 2024  (2024-10-11)
[1-2, date, aside, later, back, quit, help]
"""
        in out
    )


def test_all_is_answered(talk, folder):
    left, out, release = talk(
        *("k", "title  Spring meeting", "place Astana", "kind meeting", "keep"),
        *("1", "Autumn meeting", ""),
    )
    assert left == 0
    assert [event.title for event in release.events] == [
        *("Forum opened", "Spring meeting", "Autumn meeting")
    ]
    assert (release.events[1].place, release.events[1].kind) == ("Astana", "meeting")
    note = "The text says “10/11/2024”; an editor takes it to mean 10 November 2024."
    assert release.events[2].note == note
    assert (release.unreviewed, check(release)) == ((), [])
    end = f"Everything is reviewed; publish it: cica-events publish {folder} --to FOLDER\n"
    assert out.endswith(end)


def test_what_is_left_for_later_is_asked_again_the_next_time(talk):
    left, out, _ = talk("k", "l", "l")
    assert left == 2
    assert "Every answer is written; 1 event and 1 question are left: cica-events review" in out
    left, out, _ = talk("q")
    assert "1 of 2: Forum meets" in out
    assert talk("k", "a", "")[0] == 0
    assert talk()[1].startswith("Everything is reviewed; publish it")


def test_a_date_is_given_in_words_or_in_edtf(talk):
    _, out, release = talk("l", "d", "10 May 2025", "A friend said so.", "k")
    event = release.events[1]
    assert (event.when_text, event.note) == ("10 May [2025]", "A friend said so.")
    assert "Enter takes: The text gives no year; it is supplied by an editor." in out
    assert "forum-opened-2024" in release.unreviewed
    assert talk("l", "date 2024-10-11", "", "")[2].events[-1].when == EdtfDate(2024, 10, 11)


def test_a_date_that_the_words_say_is_taken_without_a_note(talk):
    _, out, release = talk("date 3 June 2024", "k")
    assert "From what" not in out
    assert release.events[0].basis == "stated"


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ("d 4 June 2024", "2024-06-04 is not what is said by the words: “3 June 2024” gives"),
        ("d June 2024", "2024-06 is less precise than the words"),
        ("d soon", '"soon" is not an EDTF date'),
        ("title \x1b[A", r'title: "\x1b[A" holds a control character'),
        ("kind a,b", 'kind: "a,b" holds a comma'),
        ("title \udcff", "holds half a character"),
        ("7", "there is no date of the number 7; “date 7” takes it for a date"),
        ("0", "there is no date of the number 0"),
        ("what", '"what" is no answer here; ? lists them'),
        ("", "an answer is asked for; ? lists them"),
    ],
)
def test_an_answer_that_cannot_be_is_refused_and_asked_for_again(talk, folder, answer, reason):
    before = (folder / "release.json").read_bytes()
    left, out, _ = talk(answer, "l", "l", "l")
    assert left == 3
    assert reason in " ".join(out.split())
    assert out.count("1 of 3") == 1
    assert (folder / "release.json").read_bytes() == before


def test_a_date_of_a_question_that_the_words_exclude_is_refused(talk):
    _, out, release = talk("l", "l", "d 2024-11-12", "k", "q")
    assert "2024-11-12 is not what is said by the words: “10/11/2024”" in " ".join(out.split())
    assert '"k" is no answer here' in out
    assert len(release.events) == 2


def test_nothing_typed_where_words_are_asked_for_changes_nothing(talk):
    left, out, release = talk("t", "", "d", "", "p", "Almaty", "p -", "kind forum", "ki -", "q")
    assert left == 3
    assert "Which title? > " not in out  # it is the prompt, which `ask` shows
    event = release.events[0]
    assert (event.title, event.place, event.kind) == ("Forum opened", None, "event")


def test_a_time_of_day_is_taken_away_or_read_off_the_words_again(tmp_path, talk):
    save_release(
        draft_release("It opens on 3 June 2024 at 10:00 UTC.", "2024-06-01"), tmp_path / "t"
    )
    _, out, release = talk("tim 7 p.m.", "time 11:00", "time -", "q", of=tmp_path / "t")
    assert '! "7 p.m." is not a time of day like 10:00 or 10:00/12:30' in out
    assert "11:00 is not what is said by the quotes" in " ".join(out.split())
    assert (release.events[0].time, release.events[0].zone) == (None, None)
    assert str(talk("time 10:00", "k", of=tmp_path / "t")[2].events[0].time) == "10:00"


def test_a_title_may_be_a_dash(talk):
    assert talk("t -", "q")[2].events[0].title == "-"


def test_help_lists_what_can_be_answered(talk):
    _, out, _ = talk("?", "l", "l", "help", "q")
    first, last = out.split("3 of 3")
    assert "keep   the event is right as it is shown" in first
    assert "keep" not in last
    assert "1      the date of that number" in last
    assert "(“ki” for kind, “tim” for time)" in last


def test_words_are_set_aside_with_a_reason(talk):
    left, _, release = talk("a", "", "aside a slip", "a", "not said which")
    assert (left, release.events, check(release)) == (0, (), [])
    assert [a.reason for a in release.set_aside] == [
        *("no event of this release", "a slip", "not said which")
    ]


def test_back_takes_the_last_answer_back(talk):
    left, out, release = talk("a", "", "back", "k", "b", "b", "k", "q")
    assert left == 2
    assert release.set_aside == ()
    assert release.unreviewed == ("forum-meets-2024",)
    assert "There is nothing to go back to." in out


def test_an_interruption_keeps_what_was_answered(folder, capsys):
    def interrupt():
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Dialogue(Review(folder), giving(["k", interrupt])).run()
    out = capsys.readouterr().out
    assert out.endswith(f"1 event and 1 question are left: cica-events review {folder}\n")
    assert load_release(folder).unreviewed == ("forum-meets-2024",)


def edited(folder, name, old, new):
    file = folder / name
    file.write_text(file.read_text("utf-8").replace(old, new), "utf-8")


def test_what_somebody_else_writes_meanwhile_is_kept(talk, folder):
    def keep_while_another_edits():
        edited(folder, "release.json", "Forum meets", "The council meets")
        return "k"

    _, out, release = talk(keep_while_another_edits, "back", "q")
    assert "release.json was changed meanwhile, and is read again.\nWritten.\n" in out
    assert [event.title for event in release.events] == ["Forum opened", "The council meets"]
    assert release.unreviewed == ("forum-meets-2024",)
    assert "There is nothing to go back to." in out  # which would undo the other's work


def test_an_answer_about_what_somebody_else_changed_is_not_written(talk, folder):
    def keep_while_another_edits():
        edited(folder, "release.json", "Forum opened", "The council opened")
        return "k"

    _, out, release = talk(keep_while_another_edits, "q")
    assert "Your answer is not written, since this was changed too." in out
    assert "1 of 3: The council opened" in out
    assert release.events[0].title == "The council opened"
    assert len(release.unreviewed) == 2


def test_an_event_that_somebody_else_took_out_is_passed_over(talk, folder):
    def keep_while_another_reviews():
        other = Review(folder)
        other.answer(lambda release: kept(release, "forum-opened-2024"))
        other.answer(lambda release: kept(release, "forum-meets-2024"))
        return "title X"

    _, out, release = talk(keep_while_another_reviews, "q")
    assert "3 of 3" in out
    assert "2 of 3" not in out
    assert release.unreviewed == ()


def test_back_after_a_change_from_elsewhere_undoes_nothing(talk, folder):
    def back_while_another_edits():
        edited(folder, "release.json", "Forum meets", "The council meets")
        return "b"

    _, out, release = talk("k", back_while_another_edits, "q")
    assert "2 of 3: The council meets" in out
    assert release.unreviewed == ("forum-meets-2024",)


def test_a_release_that_somebody_else_broke_ends_it(folder):
    def keep_while_another_breaks():
        (folder / "release.json").write_text("{", "utf-8")
        return "k"

    with pytest.raises(InvalidError, match=r"release\.json: is not JSON"):
        Dialogue(Review(folder), giving(["k", keep_while_another_breaks])).run()


def test_a_wrong_event_is_shown_with_what_check_finds(talk, folder):
    edited(folder, "release.json", '"when": "2024-06-03"', '"when": "2024-06-04"')
    left, out, _ = talk("k", "k", "a", "")
    assert left == 0
    assert "  check  2024-06-04 is not what is said by the words" in out
    assert "  The forum opened on >>3 June 2024<<." in out
    assert "Everything is reviewed, but there are problems: cica-events check" in out


def test_a_date_that_became_no_event_is_a_question_with_its_one_answer(tmp_path, talk):
    draft = draft_release("The forum opened on 3 June 2024.", "2024-06-04")
    save_release(evolve(draft, events=[], unreviewed=[]), tmp_path / "q")
    left, out, release = talk("?", "1", "", of=tmp_path / "q")
    assert "why    is neither an event nor set aside" in out
    assert "    1  3 June 2024  (2024-06-03)\n[1, date, aside" in out
    assert (left, release.events[0].basis, release.events[0].note) == (0, "stated", None)


def test_other_likely_dates_of_an_event_are_numbered(tmp_path, talk):
    save_release(draft_release("They met last on Friday.", "2024-06-04"), tmp_path / "w")
    review = Review(tmp_path / "w")
    (phrase,) = review.phrases(review.release.events[0])
    others = [when for when in phrase.candidates if when != review.release.events[0].when]
    assert others
    _, out, release = talk("1", "So it was.", "k", of=tmp_path / "w")
    assert f"    1  {others[0].describe()}  ({others[0]})\n" in out
    assert release.events[0].when == others[0]


def test_only_so_much_of_a_text_is_shown_as_stands_near_the_words(tmp_path, talk):
    clause = "with word after word of them, " * 15
    text = f"The ministers met {clause} in April 1993 {clause}. " + " ".join(
        f"The ministers met in April 1993 with {n} others." for n in range(5)
    )
    save_release(draft_release(text, "2024"), tmp_path / "l")
    _, out, _ = talk("q", of=tmp_path / "l")
    assert "  … " in out
    assert "(3 more passages)" in out
    assert out.count(">>April 1993<<") >= 2


def test_the_words_that_complete_a_date_and_those_of_its_time_stand_out(tmp_path, talk):
    text = "Programme\n\nMonday, 3 June 2024\n\n10:00 Opening of the forum\n"
    save_release(draft_release(text, "2024-06-01"), tmp_path / "p")
    _, out, _ = talk("l", "l", "l", of=tmp_path / "p")
    assert ">>Monday, 3 June 2024<<" in out
    assert ">>10:00<< Opening of the forum" in out


def test_phrases_that_overlap_stand_out_as_one():
    from cica_events.dialogue import _passages
    from cica_events.mentions import find_dates

    text = "It opens at 10:00 on 3 June 2024."
    (mention,) = [m for m in find_dates(text) if m.when]
    wide = evolve(mention, clock=(mention.start - 9, mention.end - 5))
    assert list(_passages(text, [wide])) == ["  It opens at >>10:00 on 3 June 2024<<."]


# At a terminal


def review(folder, *answers, **variables):
    command = [sys.executable, "-m", "cica_events", "review", folder.name]
    return typed(command, answers, folder.parent, variables)


def test_at_a_terminal_words_stand_out_without_colour(folder):
    code, out = review(folder, "k", "q")
    assert code == 1
    assert "opened on \x1b[1;7m3 June 2024\x1b[0m." in out
    codes = set(re.findall(r"\x1b\[([0-9;]*)(.)", out))
    assert codes == {("1;7", "m"), ("1", "m"), ("0", "m")}  # no colour, and nothing moves


def test_without_colours_nothing_steers_the_terminal_and_every_line_fits(folder):
    code, out = review(folder, "k", "k", "a", "", NO_COLOR="1")
    assert code == 0
    assert "\x1b" not in out
    assert ">>10/11/2024<<" in out
    assert max(map(len, out.replace(str(folder), "").splitlines())) <= 80


@pytest.mark.parametrize(("key", "code"), [(CTRL_C, 130), (CTRL_D, 1)])
def test_to_hang_up_loses_nothing(folder, key, code):
    ended, out = review(folder, "k", key)
    assert ended == code
    assert out.splitlines()[-1] == (
        "Every answer is written; 1 event and 1 question are left: cica-events review r"
    )
    assert "Traceback" not in out
    assert load_release(folder).unreviewed == ("forum-meets-2024",)


def test_nothing_of_a_text_steers_the_terminal(tmp_path):
    hostile = "\x1b]0;title\x07 It met on 3 June 2024\x9b2J and \u202edehsilbup saw on 10/11/2024."
    draft = draft_release(hostile, "2024-06-03")
    save_release(draft, tmp_path / "h")
    _, out = review(tmp_path / "h", "k", "?", "q", NO_COLOR="1")
    assert not set("\x1b\x9b\u202e") & set(out)
    assert "<U+001B>]0;title<U+0007> It met on >>3 June 2024<<<U+009B>2J" in out


def test_without_a_terminal_it_says_so(folder, capsys):
    code = main(["review", str(folder)])
    assert code == 2
    assert "a review asks questions, and this is no terminal" in capsys.readouterr().err


class Screen(io.StringIO):
    def isatty(self):
        return True


def test_the_terminal_is_asked(monkeypatch):
    screen = Screen()
    monkeypatch.setattr("cica_events.dialogue.sys", SimpleNamespace(stdin=screen, stdout=screen))
    assert at_terminal() is input
    ours, its = os.openpty()
    with os.fdopen(its, encoding="utf-8") as stdin:
        streams = SimpleNamespace(stdin=stdin, stdout=screen)
        monkeypatch.setattr("cica_events.dialogue.sys", streams)
        assert at_terminal() is input
        assert stdin.errors == "surrogateescape"
        streams.stdout = io.StringIO()
        with pytest.raises(FormatError, match="is no terminal"):
            at_terminal()
    os.close(ours)


# Whatever is answered

ANSWERS = st.sampled_from(
    [
        *("k", "k", "k", "l", "b", "a", "a", "?", "q", "1", "2", "3", "", "xyzzy", "t", "d", "p -"),
        *("d 2022", "d 2021-05-10", "d 10 May 2023", "date 1993-04", "d 2010/2014", "d soon"),
        *("title A title", "title \x07", "ki summit", "ki ,", "place Almaty", "aside so be it"),
    ]
)


@settings(max_examples=60)
@given(st.lists(PHRASES, max_size=25).map(" ".join), st.lists(ANSWERS, max_size=25))
def test_no_answers_make_a_release_worse(text, answers):
    draft = draft_release(text, "2022-05-16")
    with tempfile.TemporaryDirectory() as folder:
        save_release(draft, folder)
        left = Dialogue(Review(folder), giving(answers)).run()
        release = load_release(folder)
        assert left == len(Review(folder).items)
    assert set(release.unreviewed) <= set(draft.unreviewed)
    assert {event.id for event in release.events} >= set(release.unreviewed)
    found = [(p.path == "text", p.start, p.end) for p in check(draft)]
    assert {(p.path == "text", p.start, p.end) for p in check(release)} <= set(found)


def test_the_schema_takes_what_a_review_writes(folder):
    import jsonschema

    Dialogue(Review(folder), giving(["k", "a", "", "2", "", ""])).run()
    schema = json.loads((folder / "release-1.schema.json").read_text("utf-8"))
    jsonschema.validate(json.loads((folder / "release.json").read_text("utf-8")), schema)
