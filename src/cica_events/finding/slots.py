"""Words that are a date only by what governs them: "3" under "June 2024", "May" under "2024"."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence

from ..structure import Block, Span
from .english import DAY_HEADS, NUMBER_HEADS, WEEKDAY_LINE
from .expressions import lazy_compile
from .grammar import codes
from .layout import Layout
from .phrases import Interval, Meaning, Nothing, OneDate, Phrase, find_phrases
from .tokens import Tokens

__all__ = ["TAKEN", "free", "is_number", "may_have_slots", "parsed", "slots"]

TAKEN = "\0"
"""Stands for the piece of a date, which no other date takes."""
_LONGEST = 40  # characters of such words
_MARKS = " \t\r\n#=*~_–—•:|()[]-"
_LAST_BRACKET = lazy_compile(r"\(([^()\n]{3,24})\)[\s.]*\Z")
_DAY_ENTRY = lazy_compile(r"([0-9]{1,2})\s+(?=[^\W\d_])")
_LAST_PART = lazy_compile(r",\s+([A-Z][a-z]{2,8})[\s.]*\Z")
_MONTH_DAY = lazy_compile(r"([A-Z][a-z]{2,8})-([0-9]{1,2})")
_WEEKDAY_LAST = lazy_compile(r"(.+?)[\s,]*\(?\b([A-Za-z]{3,9})\.?\)?")
_MAY_BE = lazy_compile(
    f"[{codes('day_number ordinal full_month word_month short_month small season short_quarter')}"
    f"{codes('short_half quarter half')}]"
)
# No rule of the grammar reads a date with two of them: such parts are names of things.
_TWO_WORDS = lazy_compile("[{0}][^{0}]*+[{0}]".format(codes("word name")))
_WEEKDAYS = codes("weekday short_weekday small")
_DAYS = codes("day_number ordinal")
_STOPS = codes("stop comma")
_AHEAD = 4  # pieces in which a line begins with a weekday, its bullet included


def is_number(words: str) -> bool:
    """Whether words are one number, which may count anything."""
    return words.isdecimal()


def free(tokens: Tokens, dates: Sequence[Phrase]) -> str:
    """The codes of a text, with `TAKEN` in the place of each piece of its dates."""
    codes: list[str] = []
    done = 0
    for phrase in dates:
        codes += (tokens.codes[done : phrase.first], TAKEN * (phrase.last - phrase.first))
        done = phrase.last
    return "".join(codes) + tokens.codes[done:]


def may_have_slots(free: str) -> bool:
    """Whether there is anything of which `slots` may be made."""
    return _MAY_BE.search(free) is not None


def slots(tokens: Tokens, layout: Layout, block: Block, free: str) -> Iterator[Phrase]:
    """The parts of a block that may be a date once it is said of which month or year."""
    text, starts = tokens.text, tokens.starts
    begin = bisect_left(starts, block.start)
    if not _MAY_BE.search(free, begin, bisect_left(starts, block.end, begin)):
        return
    for start, end in _spans(layout, block):
        start, end = _stripped(text, start, end)
        if not 0 < end - start <= _LONGEST:
            continue
        first = bisect_left(starts, start, begin)
        last = bisect_left(starts, end, first)
        if starts[first] != start or _TWO_WORDS.search(free, first, last):
            continue
        if _MAY_BE.search(free, first, last):
            yield Phrase(first, last, Nothing(""), rule="slot")
    if block.kind != "row":
        yield from _weekday_and_day(tokens, block, begin)


def _column_head(text: str, block: Block, number: int) -> str:
    """The words at the head of a column, in small letters."""
    if not block.heads:
        return ""
    head = block.heads[number]
    if head is None:
        return ""
    return text[head[0] : head[1]].casefold()


def _spans(layout: Layout, block: Block) -> Iterator[Span]:
    """Where a date may stand alone: a cell, a label, a line of a heading, what is first or last."""
    text = layout.text
    yield from _of_cells(text, block)
    if block.label and not layout.is_numbered(block):
        yield block.label
    days = layout.days(block) if block.kind != "row" and layout.is_of_days(block) else None
    if days:
        yield days
    if block.kind == "heading":
        line = text.find("\n", block.start, block.end)
        if line < 0:
            line = block.end
        yield block.start, line
    bracket = _LAST_BRACKET.search(text, max(block.start, block.end - _LONGEST), block.end)
    if bracket and block.kind != "row":
        yield bracket.span(1)
    last = _LAST_PART.search(text, max(block.start, block.end - _LONGEST), block.end)
    if last and block.kind == "item":
        yield last.span(1)


def _of_cells(text: str, block: Block) -> Iterator[Span]:
    """The cells of a row, but for mere numbers; of the grid of a month the days that begin them."""
    for number, cell in enumerate(block.cells):
        head = _column_head(text, block, number)
        if head.rstrip(".") in NUMBER_HEADS:
            continue
        if not is_number(text[cell[0] : cell[1]]) or head in DAY_HEADS:
            yield cell
        entry = _DAY_ENTRY.match(text, *cell)
        if entry and WEEKDAY_LINE.fullmatch(head.capitalize()):
            yield entry.span(1)


def _stripped(text: str, start: int, end: int) -> Span:
    words = text[start:end]
    return start + len(words) - len(words.lstrip(_MARKS)), start + len(words.rstrip(_MARKS))


def _weekday_and_day(tokens: Tokens, block: Block, first: int) -> Iterator[Phrase]:
    """A line that begins with "Mon 3", at the first piece of a block."""
    for k in range(first, min(first + _AHEAD, len(tokens.codes) - 1)):
        if tokens.codes[k] in _WEEKDAYS:
            day = k + 1 + (tokens.code(k + 1) in _STOPS)
            if tokens.code(day) in _DAYS and tokens.end(day + 1) <= block.end:
                yield Phrase(k, day + 1, Nothing(""), rule="slot")
            return


def parsed(words: str, tail: str) -> Meaning | None:
    """What words mean with the month and the year, or the year, after them.

    Example:
        >>> parsed("Mon 3", "June 2024").said, parsed("Spring", "2024").said
        (<EdtfDate 2024-06-03>, <EdtfDate 2024-21>)
        >>> parsed("May-19", "2024").said
        <EdtfDate 2024-05-19>
        >>> parsed("Annex 3", "June 2024")
    """
    turned = _WEEKDAY_LAST.sub(r"\2 \1", words, count=1)
    day = _MONTH_DAY.sub(r"\2 \1", words, count=1)
    for before in dict.fromkeys((words, turned, day)):
        tokens = Tokens(f"{before} {tail}")
        phrases = find_phrases(tokens)
        if len(phrases) != 1:
            continue
        [phrase] = phrases
        whole = phrase.first == 0 and phrase.last == len(tokens.codes)
        if whole and isinstance(phrase.meaning, OneDate | Interval):
            return phrase.meaning
    return None
