"""`blocks`: they cover a text in order, and what governs or heads one stands above it."""

from collections.abc import Iterator

from cica_events.structure import Block, block_at, blocks

from ..seeds import LAYOUTS, sentences

WORDS = (
    *("\n", "\n\n", "\n\n\n", "\r\n", "\t", "  ", "    ", "|", "---", "=====", "+--+", "- ", "• "),
    *("1. ", "(a) ", "10:00 ", "# ", "2019", "2019 – ", "3 May", ": ", " – ", "\u00ad", "\u00a0"),
    *("\u2028", "\x0b", "\x85", "\x1c"),
)


def seeds() -> Iterator[bytes]:
    return (text.encode() for text in (*LAYOUTS, *sentences()))


def check(data: bytes) -> None:
    check_text(data.decode(errors="surrogateescape"))


def check_text(text: str) -> None:
    end = 0
    for block in blocks(text):
        assert not text[end : block.start].strip()
        assert end <= block.start < block.end <= len(text)
        assert text[block.start : block.end] == text[block.start : block.end].strip()
        assert block_at(text, block.start) is block
        assert block_at(text, block.end - 1) is block
        check_parts(block)
        end = block.end
    assert not text[end:].strip()


def check_parts(block: Block) -> None:
    for start, end in (*block.cells, *filter(None, [block.label])):
        assert start == end or block.start <= start < end <= block.end
    assert all(other.end <= block.start for other in block.governed_by)
    assert len(block.heads) in (0, len(block.cells))
    assert len(block.carried) == len(block.heads)
    assert all(end <= block.start for _, end in filter(None, (*block.heads, *block.carried)))
