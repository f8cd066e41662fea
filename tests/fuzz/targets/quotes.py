"""`quotes`: as a slow and plain search finds it."""

from collections.abc import Iterator

from cica_events.quotes import is_dateline, is_unique, locate, position, sentence

from ..seeds import sentences

WORDS = (". ", ".\n", "\n\n", "Mr. ", "“", "”", "\u2003", "\x1c", "\x85", "e.g. ", "!” ")
SEPARATOR = b"%%"


def seeds() -> Iterator[bytes]:
    for text in [*sentences(), "a b a b a", "A. B. C", "in 2021 and again\nin\u20032021\n\nx"]:
        words = text.split()
        yield SEPARATOR.join([text.encode(), " ".join(words[1:3]).encode()])
        yield SEPARATOR.join([text.encode(), " ".join(words[-2:]).encode()])


def check(data: bytes) -> None:
    before, _, after = data.partition(SEPARATOR)
    text, quote = (part.decode(errors="surrogateescape") for part in (before, after))
    words = " ".join(quote.split())
    squeezed = " ".join(text.split())
    found = locate(text, quote)
    assert (found is not None) == (bool(words) and words in squeezed)
    if found is None:
        return
    start, end = found
    assert " ".join(text[start:end].split()) == words
    assert text[start:end].strip() == text[start:end]
    again = squeezed.find(words, squeezed.find(words) + 1) >= 0
    assert is_unique(text, quote) == (not again)
    first, last = sentence(text, start, end)
    assert 0 <= first <= start
    assert end <= last <= len(text)
    assert sentence(text, first, last) == (first, last)
    line, column = position(text, start)
    assert text.split("\n")[line - 1][column - 1] == text[start]
    is_dateline(text, start, end)
