"""Quotes in a text: where one stands, white space aside, and the sentence that it stands in.

What is learnt of a text is kept for a while, so that a thousand quotes of one long release cost
little more than one.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice

from .finding.english import ABBREVIATED, AGENCY, BEGINS_SENTENCE, OWN_LINE_BEGINS
from .structure import blocks

__all__ = [
    "begins_prose",
    "is_dateline",
    "is_own_line",
    "is_unique",
    "locate",
    "occurrences",
    "opens_prose",
    "position",
    "sentence",
]

# A full stop with what closes after it, before what may begin a sentence.
_BREAK = re.compile(r"[.!?…][\"'”’»)\]]*\s+(?=[\"'“\u2018«(\[]*([^\W_]))")
_DASH = re.compile(r"\)?\s*[–—-]+\s")
_LONGEST_PLACE = 80  # characters
# The place of a dateline: "ALMATY, ".
_PLACE_BEFORE = re.compile(r"\n?(?:[^\n.!?:;]|(?<=\b[A-Z])\.|(?<=\bSt)\.){1,60}[,(]\s*\Z")
_PROSE_AFTER = re.compile(
    r"\)?[^\S\n]*(?:[(/][^()/\n]{1,20}[)/][^\S\n]*)?[-–—]+\s+"
    r"(?:(?:\S+\s+){7}\S|(?:\S+[^\S\n]+){1,7}\S*[.!?][\"'”’»]?(?:\s|\Z))"  # many words, or a stop
)
_LINE_ENDS = re.compile(r"[^\S\n]*[*_#]{0,3}[^\S\n]*(?:\n|\Z)")
_DATELINE_WORDS = 4  # "ALMATY, Republic of Kazakhstan,"
_FAR = 200  # characters that no dateline has
_KEY, _LONG_KEY = 8, 24  # characters by which words are looked up
_RARE = 300  # characters of a text to a place of a word: to look at each is quicker than to search
_ENOUGH = 500  # characters of a quote, in which some word is rare if any is
_MOST = 1000  # places of a quote
_LONGEST = 8  # characters that decide whether a full stop only ends an abbreviation


def is_dateline(text: str, start: int, end: int) -> bool:
    """Whether a date stands where releases put their own: on a line of its own, or before a dash.

    Args:
        text: the whole text.
        start: where the date begins, an offset.
        end: the offset after it.

    Example:
        >>> is_dateline("ALMATY, 17 July 2010 – Ministers agreed", 8, 20)
        True
        >>> is_dateline("They met on 17 July 2010 in Almaty, and agreed at once", 12, 24)
        False
    """
    line = text[max(start - _FAR, 0) : start].rpartition("\n")[2]
    before, after = line.split(), text[end : end + _FAR].partition("\n")[0]
    if len(before) > _DATELINE_WORDS or len(line) == _FAR:
        return False
    if _DASH.match(after) or AGENCY.match(after):
        return True
    return len(before) + len(after.split()) <= _DATELINE_WORDS


def opens_prose(text: str, start: int, end: int) -> bool:
    """Whether a day stands between a place and a dash, before the words of a paragraph.

    Args:
        text: the whole text.
        start: where the day begins, an offset.
        end: the offset after it.

    Example:
        >>> opens_prose("ALMATY, 17 July 2010 – Ministers met.", 8, 20)
        True
        >>> opens_prose("Opening, 17 July 2010 – 18 July 2010", 9, 21)
        False
    """
    after = _PROSE_AFTER.match(text, end)
    if after is None:
        return False
    line = text.rfind("\n", max(0, start - _LONGEST_PLACE), start) + 1
    return _PLACE_BEFORE.match(text, max(line, start - _LONGEST_PLACE), start) is not None


def begins_prose(text: str, start: int, end: int) -> bool:
    """Whether a day with which a line begins stands before a dash and the words of a paragraph.

    Example:
        >>> begins_prose("17 July 2010 – Ministers met.", 0, 12)
        True
    """
    near = max(0, start - _LONGEST_PLACE)
    line = text.rfind("\n", near, start) + 1
    return not text[max(line, near) : start].strip() and _PROSE_AFTER.match(text, end) is not None


def is_own_line(text: str, start: int, end: int) -> bool:
    r"""Whether a date fills a line, but for a place or "Published:" before it.

    Example:
        >>> is_own_line("Turku, 3 May 2024\nThe Board met.", 7, 17)
        True
        >>> is_own_line("The Board met 3 May 2024", 14, 24)
        False
    """
    if _LINE_ENDS.match(text, end) is None:
        return False
    first = text.rfind("\n", max(0, start - _FAR), start) + 1
    return OWN_LINE_BEGINS.match(text, max(first, start - _FAR), start) is not None


def locate(text: str, quote: str) -> tuple[int, int] | None:
    r"""Where a quote stands in a text for the first time: verbatim, but for white space.

    Args:
        text: the whole text.
        quote: the words; a quote of white space alone is found nowhere.

    Returns:
        The offsets of its first character and after its last, or ``None``.

    Example:
        >>> text = "It was held in\n  April 1993."
        >>> locate(text, "held in April")
        (7, 22)
        >>> locate(text, "held in May") is None
        True
    """
    words = " ".join(quote.split())
    first = next(_occurrences(text, words), None)
    if first is None:
        return None
    return _unsqueezed(text, first, len(words))


@lru_cache(maxsize=64)
def occurrences(text: str, quote: str, most: int = _MOST) -> tuple[tuple[int, int], ...]:
    r"""Every place where a quote stands in a text, white space aside; of many, the first ones.

    Args:
        text: the whole text.
        quote: the words.
        most: how many places are enough.

    Example:
        >>> occurrences("in 2021 and in\n2021", "in 2021")
        ((0, 7), (12, 19))
    """
    words = " ".join(quote.split())
    found = islice(_occurrences(text, words), most)
    return tuple([_unsqueezed(text, place, len(words)) for place in found])


def _unsqueezed(text: str, place: int, length: int) -> tuple[int, int]:
    """Where words stand in a text that stand at a place of it squeezed."""
    _, places, origins = _squeezed(text)
    first, last = (bisect_right(places, at) - 1 for at in (place, place + length - 1))
    start = origins[first] + place - places[first]
    return start, origins[last] + place + length - places[last]


def is_unique(text: str, quote: str) -> bool:
    r"""Whether a quote that stands in a text stands there only once, white space aside.

    Example:
        >>> is_unique("in 2021 and again in\n2021", "in 2021")
        False
    """
    occurrences = _occurrences(text, " ".join(quote.split()))
    next(occurrences, None)
    return next(occurrences, None) is None


def position(text: str, offset: int) -> tuple[int, int]:
    r"""The line and the column of an offset, both from 1.

    Example:
        >>> position("one\ntwo", 5)
        (2, 2)
    """
    breaks = _line_breaks(text)
    line = bisect_left(breaks, offset)
    if not line:
        return 1, offset + 1
    return line + 1, offset - breaks[line - 1]


def sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a part of a text, or the sentences if the part touches several.

    A heading, a list item, a row of a table and a paragraph end a sentence too. Where a full stop
    may only end an abbreviation, the sentence goes on, so that it may be too long, and is never
    cut short.

    Args:
        text: the whole text.
        start: where the part begins, an offset.
        end: where it ends, the offset after its last character.

    Returns:
        The offsets of the first character and after the last.

    Example:
        >>> text = "It began. Mr. Smith spoke on 10 May. It ended."
        >>> start, end = sentence(text, *locate(text, "10 May"))
        >>> text[start:end]
        'Mr. Smith spoke on 10 May.'
    """
    begins, ends = _sentences(text)
    first = begins[max(bisect_right(begins, start) - 1, 0)]
    last = ends[min(bisect_left(ends, end), len(ends) - 1)]
    return min(first, start), max(last, end)


def _occurrences(text: str, words: str) -> Iterator[int]:
    """Where words stand in the squeezed text, one place after the other."""
    squeezed, rare = _squeezed(text)[0], _rarest(text, words)
    if rare is not None:
        at, starts = rare
        for start in starts:
            if start >= at and squeezed.startswith(words, start - at):
                yield start - at
        return
    place = squeezed.find(words) if words else -1
    while place >= 0:
        yield place
        place = squeezed.find(words, place + 1)


def _rarest(text: str, words: str) -> tuple[int, Sequence[int]] | None:
    """Which of the words is the rarest, as an offset in them, and where it stands in the text.

    Returns:
        ``None`` where even that one is frequent: a search of the whole text is quicker then.
    """
    known = _starts(text)
    inner = [match.end() for match in re.finditer(" ", words[:_ENOUGH][:-_KEY])]
    keys = [words[at : at + _LONG_KEY] for at in inner]
    keys = [key if len(key) == _LONG_KEY else key[:_KEY] for key in keys]
    places = ((at, known.get(key, ())) for at, key in zip(inner, keys, strict=True))
    rarest = min(places, key=lambda place: len(place[1]), default=None)
    if rarest and len(rarest[1]) * _RARE <= len(text):
        return rarest
    return None


@lru_cache(maxsize=4)
def _starts(text: str) -> dict[str, list[int]]:
    """Where words begin in the squeezed text, by the characters from there on, few or many."""
    squeezed, places, _ = _squeezed(text)
    starts: dict[str, list[int]] = {}
    for length in (_KEY, _LONG_KEY):
        for place in places[: bisect_right(places, len(squeezed) - length)]:
            starts.setdefault(squeezed[place : place + length], []).append(place)
    return starts


@lru_cache(maxsize=4)
def _squeezed(text: str) -> tuple[str, list[int], list[int]]:
    """The words of a text with one space between; where each begins there, and in the text."""
    words = [(match[0], match.start()) for match in re.finditer(r"\S+", text)]
    places = []
    place = 0
    for word, _ in words:
        places.append(place)
        place += len(word) + 1
    return " ".join(word for word, _ in words), places, [origin for _, origin in words]


@lru_cache(maxsize=4)
def _line_breaks(text: str) -> list[int]:
    return [match.start() for match in re.finditer("\n", text)]


@lru_cache(maxsize=4)
def _sentences(text: str) -> tuple[list[int], list[int]]:
    """Where sentences begin, and where they end: none goes on beyond its block."""
    begins: list[int] = []
    ends: list[int] = []
    for block in blocks(text):
        begins.append(block.start)
        for match in _BREAK.finditer(text, block.start, block.end):
            if _ends_sentence(text, match):
                ends.append(match.start() + len(match[0].rstrip()))
                begins.append(match.end())
        ends.append(block.end)
    return begins or [0], ends or [0]


def _ends_sentence(text: str, match: re.Match[str]) -> bool:
    before = text[max(match.start() - _LONGEST, 0) : match.start()]
    abbreviated = match[0][0] == "." and ABBREVIATED.search(before)
    if abbreviated and BEGINS_SENTENCE.match(text, match.end()):
        return True
    return not (abbreviated or match[1].islower())
