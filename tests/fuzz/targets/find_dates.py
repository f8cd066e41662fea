"""`find_dates`: in order, apart from each other, and the very words of the text."""

from collections.abc import Iterator

from cica_events import find_dates, parse_edtf
from cica_events.finding.english import WORDS as LEXICON

from ..seeds import PHRASES, PUBLISHED, sentences

WORDS = (
    *(word.partition("=")[0] for word in LEXICON.split() if len(word) > 1),
    *("10 May 2022", "1992", "–", "’s", "“", "\n\n", "$", "№", "https://"),
)


def seeds() -> Iterator[bytes]:
    texts = [*sentences(), *PHRASES, *(f"They met {phrase} in Astana." for phrase in PHRASES)]
    for place, text in enumerate(texts):
        yield bytes([place % len(PUBLISHED)]) + text.encode()


def split(data: bytes) -> tuple[str | None, str]:
    """The first byte tells when the text was published."""
    published = PUBLISHED[data[0] % len(PUBLISHED)] if data else None
    return published, data[1:].decode(errors="surrogateescape")


def check(data: bytes) -> None:
    published, text = split(data)
    end = 0
    for mention in find_dates(text, published):
        assert end <= mention.start < mention.end <= len(text)
        assert mention.text == text[mention.start : mention.end] == mention.text.strip()
        assert (mention.when is None) == (mention.basis is None)
        assert mention.when is not None or mention.reason
        assert not mention.open or mention.when is None
        if mention.when is not None:
            assert parse_edtf(str(mention.when)) == mention.when
        if published is None:
            assert mention.basis != "resolved"
        end = mention.end
