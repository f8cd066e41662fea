from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events import load_release
from cica_events.quotes import is_dateline, is_own_line, is_unique, locate, sentence


def around(text: str, quote: str) -> str:
    found = locate(text, quote)
    assert found is not None
    start, end = sentence(text, *found)
    return text[start:end]


@pytest.mark.parametrize("quote", [q for e in load_release().events for q in e.evidence])
def test_each_bundled_quote_is_found_within_one_sentence(quote: str) -> None:
    text = load_release().text
    whole = around(text, quote)
    assert quote in " ".join(whole.split())
    assert whole[0].isupper()
    assert whole.rstrip("”")[-1] == "."
    assert "\n\n" not in whole


def test_white_space_is_all_that_may_differ() -> None:
    text = "a  b\n\n c\u00a0d"
    assert locate(text, "b c d") == (3, len(text))
    assert locate(text, " b \t c ") == (3, 8)
    assert locate(text, "B c") is None
    assert locate(text, "bc") is None


def test_the_first_of_several_places_is_given() -> None:
    assert locate("in 2022, in 2022", "in 2022") == (0, 7)


@pytest.mark.parametrize("quote", ["", " ", "\n"])
def test_nothing_is_found_nowhere(quote: str) -> None:
    assert locate("some text", quote) is None
    assert locate("", quote) is None


@pytest.mark.parametrize(
    ("text", "quote", "expected"),
    [
        ("One. Two three. Four.", "three", "Two three."),
        ("One.\nTwo\nthree. Four.", "three", "Two\nthree."),
        ("A title\n\nOne three", "three", "One three"),
        ("One, etc.\n \n3 three", "three", "3 three"),
        ("He said: “Go three.” They went.", "three", "He said: “Go three.”"),
        ("Was it? (Yes three!) No.", "three", "(Yes three!)"),
        ("Dr. K. Tokayev of the U.S. Senate met on three. End.", "met",
         "Dr. K. Tokayev of the U.S. Senate met on three."),
        ("It cost 3.5 three. End", "three", "It cost 3.5 three."),
        ("One. “Two three”", "three", "“Two three”"),
        ("of 10 No. 5. Two", "5", "of 10 No. 5."),
        ("It is at s-cica.org. and three", "three", "It is at s-cica.org. and three"),
        ("Mr.\n\nTwo three", "three", "Two three"),
        ("  One three  ", "three", "One three"),
        ("One three. Two four. Five.", "three. Two", "One three. Two four."),
    ],
)  # fmt: skip
def test_the_sentence_around(text: str, quote: str, expected: str) -> None:
    assert around(text, quote) == expected


@given(st.text("aB.! \n“”)(1", max_size=40), st.data())
def test_a_part_of_a_text_is_found_in_its_sentence(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    quote = text[start:end]
    found = locate(text, quote)
    assert (found is None) == (not quote.strip())
    if found is not None:
        assert text[slice(*found)].split() == quote.split()
        assert found[0] <= start + len(quote) - len(quote.lstrip())
    first, last = sentence(text, start, end)
    assert 0 <= first <= start
    assert end <= last <= len(text)


@pytest.mark.parametrize(
    "part", [".", ". ", " ", "\n", "\n ", "a.)", "a. (", "Mr. ", "A. B", "aab "]
)
def test_long_texts_take_linear_time(part: str) -> None:
    text = part * 100_000
    begun = process_time()
    locate(text, part * 1000 + "!")
    sentence(text, 100, 200)
    assert process_time() - begun < 2


@pytest.mark.parametrize("last", ["", " end", " x{}", "{}"])
def test_many_quotes_of_one_repeated_word_take_little_time(last: str) -> None:
    text = "meeting " * 50_000 + "end"
    quotes = [" ".join(["meeting"] * (n + 1)) + last.format(n) for n in range(1000)]
    begun = process_time()
    found = [locate(text, quote) for quote in quotes]
    assert process_time() - begun < 2
    assert [place is None for place in found] == ["{}" in last] * 1000


@given(st.text("ab ", max_size=60), st.text("ab ", max_size=12))
def test_every_place_of_a_quote_is_known(text: str, quote: str) -> None:
    words, squeezed = " ".join(quote.split()), " ".join(text.split())
    first = squeezed.find(words) if words else -1
    assert (locate(text, quote) is None) == (first < 0)
    assert is_unique(text, quote) == (first < 0 or squeezed.find(words, first + 1) < 0)


@pytest.mark.parametrize("frequent", [False, True])
@pytest.mark.parametrize("words", ["the ministers of states", "ministers of states meeting in May"])
def test_a_quote_is_found_whether_its_words_are_rare_or_not(words: str, frequent: bool) -> None:
    others = "the ministers of the states meeting in Almaty " * (200 if frequent else 1)
    text = f"{others}{words}. {others}"
    found = locate(text, words)
    assert found == (len(others), len(others) + len(words))
    assert is_unique(text, words)
    assert not is_unique(f"{text}{words}", words)


def test_a_date_after_a_whole_line_of_words_is_no_dateline() -> None:
    assert not is_dateline("The ministers of all states met on 17 July", 35, 42)
    assert is_dateline("Press release\nAlmaty, 17 July\nThe ministers met", 22, 29)


def test_a_date_at_the_beginning_of_a_line_fills_it() -> None:
    assert is_own_line("So.\n3 May 2024\nThe Board met.", 4, 14)
    assert not is_own_line("So.\n3 May 2024 was\nThe Board met.", 4, 14)


def test_a_quote_at_the_beginning_of_a_long_text_is_found_by_its_rare_word() -> None:
    text = "It began in Zanzibar once. " + "So it went. " * 200
    assert locate(text, "It began in Zanzibar") == (0, 20)


@pytest.mark.parametrize(
    "text",
    [
        "It is out at 2 p.m. The chair will speak on 3 May.",
        "It is out at 2 p.m. A chair will speak on 3 May.",
        "It is in the U.S. They will speak on 3 May.",
    ],
)
def test_a_sentence_begins_with_a_word_that_nothing_else_begins_with(text: str) -> None:
    start, end = sentence(text, *locate(text, "3 May"))
    assert "It is" not in text[start:end]
