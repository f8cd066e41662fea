"""Tables fit a terminal; what stands out there is plain text elsewhere."""

import io
from types import SimpleNamespace
from unittest.mock import patch

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events import terminal


class Screen(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def screen(monkeypatch):
    monkeypatch.setenv("COLUMNS", "40")
    monkeypatch.setenv("TERM", "xterm")
    monkeypatch.delenv("NO_COLOR", raising=False)
    shown = Screen()
    monkeypatch.setattr(terminal, "sys", SimpleNamespace(stdout=shown, stderr=shown))
    return shown


def test_a_terminal_sees_bold(screen):
    assert terminal.bold("x") == "\x1b[1mx\x1b[0m"


@pytest.mark.parametrize(("name", "value"), [("NO_COLOR", "1"), ("TERM", "dumb")])
def test_who_wants_no_colour_gets_none(screen, monkeypatch, name, value):
    monkeypatch.setenv(name, value)
    assert terminal.bold("x") == "x"


def test_marks_stand_where_the_spans_are(screen):
    marked = terminal.marked("in April 1993 or 1994", [(3, 13), (17, 21)])
    assert marked.replace("\x1b[1;33m", "<").replace("\x1b[0m", ">") == "in <April 1993> or <1994>"


def test_the_widest_column_is_shortened_on_a_terminal(screen):
    rows = [("1993", "A title that is far too long for a narrow terminal", "id")]
    (line,) = terminal.table(rows)
    assert len(line) == 40
    assert line.endswith("…  id")


def test_no_column_is_shortened_to_nothing(screen, monkeypatch):
    monkeypatch.setenv("COLUMNS", "10")
    (line,) = terminal.table([("1993", "A title that is far too long for a narrow terminal")])
    assert "A title that is far too…" in line


def test_elsewhere_nothing_is_shortened(monkeypatch):
    monkeypatch.setenv("COLUMNS", "10")
    (line,) = terminal.table([("1993", "A title that is far too long for a narrow terminal")])
    assert line.endswith("terminal")


def test_wide_and_combining_letters_are_counted_as_the_terminal_does():
    lines = list(terminal.table([("会议", "a"), ("e\u0301tat", "b"), ("abcd", "c")]))
    assert [line[-1] for line in lines] == ["a", "b", "c"]
    assert lines == ["会议  a", "e\u0301tat  b", "abcd  c"]


def test_no_rows(screen):
    assert list(terminal.table([])) == []


def test_a_quote_that_is_not_in_the_text():
    assert terminal.quoted_in("A text.", "words") == "  words (not in the text)"


def test_a_passage_is_wrapped_without_counting_what_is_not_seen(screen, monkeypatch):
    text = "Ministers of all members met from 3 to 5 June 2024 in Almaty."
    lines = terminal.passage(text, [(34, 50)]).split("\n")
    on, off = "\x1b[1;7m", "\x1b[0m"
    assert lines == [
        f"  Ministers of all members met from {on}3 to{off}",
        f"  {on}5 June 2024{off} in Almaty.",
    ]
    monkeypatch.setenv("NO_COLOR", "1")
    assert ">>3" in terminal.passage(text, [(34, 50)])
    assert ">>" not in terminal.passage(text, [(34, 50)], marks=("", ""))


def test_a_word_longer_than_a_line_is_cut_where_it_fits(screen):
    assert terminal.wrapped("a " + "x" * 50) == "a\n" + "x" * 40 + "\n" + "x" * 10
    assert terminal.wrapped("会" * 30).split("\n") == ["会" * 20, "会" * 10]
    assert terminal.wrapped("会" * 41, " ").split("\n") == [" " + "会" * n for n in (19, 19, 3)]
    assert terminal.wrapped("", "  ", "- ") == "- "


@given(st.text(st.characters(exclude_categories=["Cc"]), max_size=200), st.integers(1, 60))
def test_wrapped_lines_hold_every_word_and_fit(text, columns):
    with patch("cica_events.terminal._width", lambda: columns):
        lines = terminal.wrapped(text).split("\n")
    assert "".join("".join(lines).split()) == "".join(text.split())
    assert all(terminal._columns(line) <= max(columns, 24) for line in lines)


def test_many_items_show_a_bar_that_goes_away(screen):
    assert list(terminal.progress(range(10))) == list(range(10))
    assert "█" in screen.getvalue()
    assert screen.getvalue().endswith("\r\x1b[K")


def test_few_items_show_none(screen):
    assert list(terminal.progress([1, 2])) == [1, 2]
    assert screen.getvalue() == ""


def test_nothing_of_a_text_steers_the_terminal(screen):
    hostile = "a\x1b]0;b\x07 \x9bc \u202ed\r\n"
    shown = "a<U+001B>]0;b<U+0007> <U+009B>c <U+202E>d\n"
    assert terminal.marked(hostile, []) == shown
    assert terminal.bold(hostile) == f"\x1b[1m{shown}\x1b[0m"
    assert terminal.quoted_in("", hostile) == f"  {shown} (not in the text)"
    assert "<U+202E>c" in terminal.quoted_in("A \u202ec b.", "b")
    assert list(terminal.table([("a\x9bb", "c")])) == ["a<U+009B>b  c"]
