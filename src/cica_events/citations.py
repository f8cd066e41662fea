"""Where the quotes of an event stand: read together, with the layout of the text.

A quote that stands in the text once is where it stands. One that recurs is meant where it is a
whole heading, head of a column, row, item or line, and governs another quote of the event or is
governed by it.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from operator import itemgetter

from .characters import BULLETS
from .finding.layout import Layout
from .quotes import occurrences
from .structure import Span

__all__ = ["cited", "is_entry"]

_NEAREST = 50  # occurrences of a quote before another one and after it, that are looked at
_SIGNS = f" |#=~+.:{BULLETS}"  # bullets, bars, rules and stops around an entry
_LONGEST = 5_000  # characters of an entry; a longer part of a text is not read for each quote
_NUMBERED = re.compile(r"\A\(?\w{1,4}[.)]\s+")
_GOVERNING = ("carried", "row", "head", "item", "heading")  # kinds of sources
_ROUNDS = 4  # in which a quote that is found helps to find the others


def cited(text: str, quotes: Sequence[str]) -> list[tuple[Span, ...]]:
    r"""The places at which each quote of an event can stand: none, the one that is meant, or more.

    Example:
        >>> text = "2023\n\n- 3 May: forum\n\n2024\n\n- 3 May: forum\n"
        >>> cited(text, ["2024", "- 3 May: forum"])
        [((22, 26),), ((28, 42),)]
        >>> len(cited(text, ["- 3 May: forum"])[0])
        2
    """
    places = [occurrences(text, quote, 2) for quote in quotes]
    if len(places) == 1 or all(len(found) < 2 for found in places):
        return places
    places = [occurrences(text, quote) for quote in quotes]
    layout = Layout(text)
    for _ in range(_ROUNDS):
        for number, found in enumerate(places):
            others = [other for other in places[:number] + places[number + 1 :] if other]
            if len(found) > 1 and others:
                places[number] = _meant(layout, found, others)
    return places


def is_entry(text: str, start: int, end: int) -> bool:
    r"""Whether a part of a text is a whole heading, head of a column, row, item or line.

    Example:
        >>> text = "Plan\n\n- 3 May: forum\n"
        >>> is_entry(text, 8, 20), is_entry(text, 15, 20)
        (True, False)
    """
    return _is_entry(Layout(text), (start, end))


def _is_entry(layout: Layout, span: Span) -> bool:
    block = layout.block(span[0])
    if block.end - block.start > _LONGEST:
        return False
    if block.kind == "paragraph" and layout.is_prose(block):
        return False
    words, whole = _words(layout, span), _words(layout, (block.start, block.end))
    return words in (whole, _NUMBERED.sub("", whole), _words(layout, layout.part(span[0])))


def _words(layout: Layout, span: Span) -> str:
    """The words of a part of a text, without the signs at its ends."""
    return " ".join(layout.text[slice(*span)].split()).strip(_SIGNS)


def _meant(
    layout: Layout, found: tuple[Span, ...], others: list[tuple[Span, ...]]
) -> tuple[Span, ...]:
    """The occurrences of a quote that the layout joins with most of the other quotes, and best."""
    near = _near(found, others)
    worth = {span: _worth(layout, span, others) for span in near if _is_entry(layout, span)}
    best = max(worth.values(), default=(0, 0))
    if best[0]:
        return tuple([span for span in worth if worth[span] == best])
    return found


def _worth(layout: Layout, span: Span, others: list[tuple[Span, ...]]) -> tuple[int, int]:
    """With how many other quotes an occurrence is joined, and how near: the more, the better."""
    count = distance = 0
    for other in others:
        joined = [_distance(layout, span, it) for it in _near(other, [(span,)])]
        nearest = min((far for far in joined if far is not None), default=None)
        if nearest is not None:
            count, distance = count + 1, distance + nearest
    return count, -distance


def _near(found: tuple[Span, ...], others: list[tuple[Span, ...]]) -> tuple[Span, ...]:
    """The occurrences around a quote that is found, or the first ones."""
    settled = [other[0] for other in others if len(other) == 1]
    place = bisect_left(found, settled[0][0], key=itemgetter(0)) if settled else 0
    return found[max(place - _NEAREST, 0) : place + _NEAREST]


def _distance(layout: Layout, one: Span, other: Span) -> int | None:
    """How many headings stand between a quote and one that governs it; ``None``: none does."""
    if layout.block(one[0]) is layout.block(other[0]):
        return 0
    below = _levels(layout, one, other)
    if below is not None:
        return below
    return _levels(layout, other, one)


def _levels(layout: Layout, above: Span, below: Span) -> int | None:
    block = layout.block(below[0])
    offsets = [start for start, _ in block.cells[:_NEAREST]] or [below[0]]
    for offset in offsets:
        sources = [source for source in layout.sources(offset) if source.kind in _GOVERNING]
        for level, source in enumerate(sources):
            if source.start < above[1] and above[0] < source.end:
                return level
    return None
