"""What nobody sees in a text is named, and shown."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events.characters import hidden, visible

KINDS = {
    "a control character": ["\x00", "\x07", "\x1b", "\x1f", "\x7f", "\x80", "\x9b", "\x9d"],
    "a bidirectional override": ["\u202a", "\u202e", "\u2066", "\u2069"],
    "a noncharacter": ["\ufdd0", "\ufffe", "\U0001ffff", "\U0010ffff"],
}


@pytest.mark.parametrize(
    ("kind", "character"), [(kind, c) for kind, found in KINDS.items() for c in found]
)
def test_what_is_hidden_is_named_and_shown(kind, character):
    code = f"U+{ord(character):04X}"
    assert list(hidden(f"a{character}b")) == [(1, f"{kind} ({code})")]
    assert visible(f"a{character}b") == f"a<{code}>b"


@pytest.mark.parametrize("space", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\n"])
def test_a_line_break_of_any_kind_is_one(space):
    assert list(hidden(f"a{space}b")) == []
    assert visible(f"a{space}b") == "a\nb"


@pytest.mark.parametrize("text", ["", "a\tb", "كازاخستان\u200f", "e\u0301", "\u200d", "\ufffd"])
def test_what_may_stand_in_a_text_stays(text):
    assert visible(text) == text
    assert not list(hidden(text))


@given(st.text())
def test_nothing_that_steers_is_left(text):
    shown = visible(text)
    assert not list(hidden(shown))
    assert not [c for c in shown if unicodedata.category(c) == "Cc" and c not in "\t\n"]
    assert visible(shown) == shown
