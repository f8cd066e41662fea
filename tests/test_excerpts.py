"""Quotes that are made from a text."""

import pytest

from cica_events.excerpts import Excerpts


def test_a_quote_keeps_to_its_line():
    text = "One two three.\nFour five six."
    assert Excerpts(text).around((20, 24), (15, 29), 9) == "Four five six."


def test_a_short_line_is_quoted_whole_and_of_a_long_one_a_part():
    text = " ".join(f"word{number}" for number in range(60))
    start = text.index("word30")
    quote = Excerpts(text).whole((0, len(text)), (start, start + 6))
    assert quote.split()[0] == "word20"
    assert len(quote.split()) == 21
    assert Excerpts("one two").whole((0, 7), (0, 3)) == "one two"


def test_a_quote_grows_until_it_is_unique():
    text = "in June it met; in June it left"
    assert text.count(Excerpts(text).around((3, 7), (0, 31), 0)) == 1


def test_a_quote_grows_within_its_line_first():
    text = "| 1.3 | 3 May | 9 May |\n| 1.2 | 3 May | 9 May |\n| 1.1 | 3 May | 9 May |"
    quotes = Excerpts(text)
    start, lines = text.index("9 May", 24), (24, 47)
    assert quotes.around((start, start + 5), (start, 47), 1, lines) == "| 1.2 | 3 May | 9 May |"
    assert quotes.around((start, start + 5), (start, 47), 1) != "| 1.2 | 3 May | 9 May |"


@pytest.mark.parametrize("text", ["in 1993\x00 in 1993\x00", "in 1993\x00"])
def test_a_quote_holds_no_control_character(text):
    assert Excerpts(text).whole((0, len(text)), (3, 7)) in ("in 1993", "1993")
