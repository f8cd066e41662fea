"""The layout of a text as dates need it: where phrases end, and what stands above or beside one."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import pairwise, zip_longest
from typing import Literal, NamedTuple

import attrs

from ..characters import BULLETS
from ..structure import Block, Span, blocks
from .english import (
    A_MONTH,
    DATE_BREAKS_OFF,
    DATE_GOES_ON,
    DAY_FIRST,
    DAYS_FIRST,
    LISTINGS,
    MEASURED,
    MONTH_LINE,
    STAMPED,
    WEEKDAY_LINE,
)
from .expressions import lazy_compile

__all__ = [
    "Layout",
    "Source",
    "edges",
    "is_alone",
    "is_laid_out",
    "is_listing",
    "is_stamped",
    "may_have_headings",
]

_SHORT = 120  # characters of a line that may be a heading
_SENTENCE_WORDS = 6  # words that a sentence has at least, where it could be a heading or a label
_NO_HEADING = (".", ",", ";", "\u201d", '"', "''", "--")  # at the end of a line
_MARGIN = 2  # characters above and below a line, in which both line breaks are if it is alone
_COLON_WORDS = 6  # of a heading that ends with a colon; with more it introduces what is said
_CELLS = 8  # of a row that are looked at for one date
_HEAD = 4  # lines: a text that begins with so many has no title
_LONGEST_MONTH = 31  # days
_SLIP = 14  # days by which a day may stand too late in its list, at most
_FRONT = 6  # lines that may stand below the first ones, above all else
_STAMP = 24  # characters before a date, in which words tell that it is that of the document
_TAIL = 24  # characters at the end of a line, in which a date may have begun
_LINE = (
    r"(?:[^\n]{1,49}\n(?=[^\S\n]*[^\sa-z])"
    rf"|[^\S\n]*(?:[{BULLETS}]|\(?(?:[0-9]{{1,3}}|[a-z]|[ivx]{{2,4}})[.)])[^\S\n])"
)
_FIRST_LINE, _LATER_LINE = lazy_compile(_LINE), lazy_compile(f"\n{_LINE}")
_WORDS = lazy_compile(r"[^\W_]+")
_YEAR_FIRST = lazy_compile(r"[12][0-9]{3}(?::|\s[–—-])?\s(?![a-z])[^\W\d_]")
"""How an entry of a chronicle begins: "1945 Reopened"."""
_PLURAL = lazy_compile(r"\W+(?:[^\W\d_]+\s)?[^\W\d_]+[^\W\d_s]s(?![^\W_])")
_BULLET = lazy_compile(rf"[{BULLETS}]+[^\S\n]+")
_NUMBER = lazy_compile(r"[0-9]+")
_COUNT = lazy_compile(r"([0-9]{1,3})[.)](?=\s)")
_ENDED = lazy_compile(r"[.!?\u2026][\"'\u2019\u201d\u00bb]*\Z")


def is_laid_out(text: str) -> bool:
    r"""Whether lines of a text may be more than the wrapped lines of its paragraphs.

    Example:
        >>> is_laid_out("They met in May.\n\nNothing came of it."), is_laid_out("1.\tMay\n")
        (False, True)
    """
    if "\t" in text or "|" in text or "   " in text or _FIRST_LINE.match(text):
        return True
    return _LATER_LINE.search(text) is not None


def may_have_headings(text: str) -> bool:
    r"""Whether there may be a line for which `is_alone` holds.

    Example:
        >>> may_have_headings("Plan of 2024\n\nIt is short."), may_have_headings("In 2024, " * 20)
        (True, False)
    """
    return "\n\n" in text or len(text) <= _SHORT


def is_alone(text: str, start: int, end: int) -> bool:
    r"""Whether a part of a text stands in a short line between empty ones: it may be a heading.

    Example:
        >>> is_alone("Plan of 2024\n\nIt is short.", 8, 12), is_alone("It was in 2024.", 10, 14)
        (True, False)
    """
    first = text.rfind("\n", max(0, start - _SHORT), start) + 1
    last = text.find("\n", end, end + _SHORT)
    last = last if last >= 0 else len(text)
    if last - first > _SHORT:
        return False
    words = text[first:last].rstrip()
    if words.endswith(_NO_HEADING):
        return False
    if words.endswith(":") and len(words.split()) > _COLON_WORDS:
        return False
    above, below = text[max(0, first - _MARGIN) : first], text[last : last + _MARGIN]
    return above.count("\n") != 1 and below.count("\n") != 1


def is_stamped(text: str, start: int) -> bool:
    """Whether the words before a date tell that it is that of the document, as in "Updated".

    Example:
        >>> is_stamped("Last updated: 3 May 2024", 14), is_stamped("Opens on 3 May 2024", 9)
        (True, False)
    """
    return STAMPED.search(text[max(0, start - _STAMP) : start].lower()) is not None


def is_listing(text: str, start: int, end: int) -> bool:
    """Whether a heading says that a list follows, as "Calendar of meetings" does.

    Example:
        >>> is_listing("Programme, May 2025", 0, 19), is_listing("New hall", 0, 8)
        (True, False)
    """
    return not LISTINGS.isdisjoint(_WORDS.findall(text[start:end].casefold()))


def edges(text: str, layout: Sequence[Block]) -> list[int]:
    r"""The offsets after blocks, after the cells of rows and the numbers of items, in order.

    Where two lines may have been one that was wrapped within a date, there is none.

    Example:
        >>> text = "It opened on 1 May\n2024 in Turku."
        >>> edges(text, blocks(text))
        [33]
    """
    found = []
    for block, following in zip_longest(layout, layout[1:]):
        found += [end for start, end in block.cells if start < end < block.end]
        if following is None or not _may_go_on(text, block, following):
            found.append(block.end)
    return sorted((*found, *_counts(text, layout)))


def _counts(text: str, layout: Sequence[Block]) -> list[int]:
    """The ends of the numbers that count the items of a list: "10. March 1995" has no day there."""
    lists: list[list[tuple[int, int]]] = []
    latest: dict[int, list[tuple[int, int]]] = {}  # by what they stand below
    for block in layout:
        found = _COUNT.match(text, block.start, block.end) if block.kind == "item" else None
        if found is None:
            continue
        number, end = int(found[1]), found.end()
        if number == 1 or _above(block) not in latest:
            latest[_above(block)] = []
            lists.append(latest[_above(block)])
        latest[_above(block)].append((number, end))
    return [end for items in lists if _are_counted(text, items) for _, end in items]


def _are_counted(text: str, items: Sequence[tuple[int, int]]) -> bool:
    """Whether numbers count items, and are not days of months that follow all of them."""
    if [number for number, _ in items] != list(range(1, len(items) + 1)):
        return False
    return not all(A_MONTH.match(text, end + 1) for _, end in items)


def _may_go_on(text: str, block: Block, following: Block) -> bool:
    """Whether a line may end within a date."""
    if block.kind != "paragraph" or following.kind != "paragraph":
        return False
    if block.group != following.group:
        return False
    if WEEKDAY_LINE.match(text, following.start):
        return text[block.end - 1].isdigit()
    if not DATE_GOES_ON.match(text, following.start):
        return False
    if _YEAR_FIRST.match(text, following.start) and not _is_date(text, block):
        return False
    return DATE_BREAKS_OFF.search(text, max(block.start, block.end - _TAIL), block.end) is not None


def _is_date(text: str, block: Block) -> bool:
    """Whether a line is nothing but a day or a month."""
    return any(each.fullmatch(text, block.start, block.end) for each in (DAY_FIRST, MONTH_LINE))


class Source(NamedTuple):
    """What stands above or beside a part of a text, and may say its date.

    Attributes:
        start: the offset of its first character.
        end: the offset after its last one.
        kind: what it is.
    """

    start: int
    end: int
    kind: Literal["label", "cell", "carried", "head", "row", "item", "heading", "subtitle"]


@attrs.frozen(slots=False)
class Layout:
    r"""The blocks of a text, and what governs what.

    Args:
        text: the text.

    Example:
        >>> text = "2024\n\nJune\n\n- 3 June: forum\n"
        >>> layout = Layout(text)
        >>> for source in layout.sources(text.index("forum")):
        ...     print(source.kind, text[source.start : source.end])
        label 3 June
        heading June
        heading 2024
    """

    text: str

    @cached_property
    def blocks(self) -> tuple[Block, ...]:
        """The blocks of the text, in order."""
        return blocks(self.text)

    @cached_property
    def _starts(self) -> list[int]:
        return [block.start for block in self.blocks]

    @cached_property
    def _subtitles(self) -> list[Block]:
        """The lines with which the text begins and says where and when it is, but for the title."""
        head = [block for block in self.blocks[:_HEAD] if block.group == 0]
        second = self.blocks[1:2]
        if len(head) == 1 and all(block.kind == "heading" for block in (*head, *second)):
            front = self._front(2)
            following = self.blocks[2 + len(front) : 3 + len(front)]
            return [*second, *front] if any(map(self._heads_list, following)) else [*second]
        is_head = len(head) < _HEAD and not any(block.edges for block in head)
        if is_head and not any(map(self.is_prose, head)):
            return head + self._front(len(head))
        return []

    def _front(self, place: int) -> list[Block]:
        """The lines from a place on that stand above all other headings, lists and tables."""
        front: list[Block] = []
        for block in self.blocks[place : place + _FRONT]:
            if block.kind != "paragraph":
                return front
            if self.is_prose(block):
                break
            front.append(block)
        return []

    def _heads_list(self, block: Block) -> bool:
        """Whether a block is a heading that says that a list follows."""
        return block.kind == "heading" and is_listing(self.text, block.start, block.end)

    @cached_property
    def _spanning(self) -> dict[int, Span]:
        """For rows, the cell that fills a whole row above them: by the starts of the rows."""
        found: dict[int, Span] = {}
        spanning: Span | None = None
        last: Block | None = None
        for block in self.blocks:
            if last is None or block.kind != "row" or last.kind != "row":
                spanning = None
            filled = [cell for cell in block.cells if cell[0] < cell[1]]
            if spanning is not None:
                found[block.start] = spanning
            if len(filled) == 1 and len(block.edges) > 2 and filled[0] == block.cell(0):
                spanning = filled[0]
            last = block
        return found

    @cached_property
    def _numbers(self) -> dict[int, list[int]]:
        """For headings, the numbers that lines below them have as labels: by their starts."""
        found: dict[int, list[int]] = {}
        for block in self.blocks:
            words = self.text[slice(*block.label)] if block.label else ""
            if words.isdecimal():
                found.setdefault(_above(block), []).append(int(words))
        return found

    def is_numbered(self, block: Block) -> bool:
        """Whether the label of a block is a number that only counts: the first, the second."""
        words = self.text[slice(*block.label)] if block.label else ""
        if not words.isdecimal():
            return False
        numbers = self._numbers[_above(block)]
        return numbers == list(range(1, len(numbers) + 1))

    @cached_property
    def _day_lists(self) -> set[int]:
        """Where headings begin that are months, below which each line begins with a later day.

        It is the lines without a blank line between that count. "May" alone may be a name.
        """
        found: dict[int, list[Block]] = {}
        groups: dict[int, int] = {}
        for block in self.blocks:
            above = _above(block)
            if block.kind == "heading" and MONTH_LINE.fullmatch(self.text, block.start, block.end):
                found[block.start] = []
            elif above in found and groups.setdefault(above, block.group) == block.group:
                found[above].append(block)
        lists = {start for start, lines in found.items() if self._begin_with_days(lines)}
        return {start for start in lists if len(lists) > 1 or self._has_number(start)}

    def _begin_with_days(self, lines: Sequence[Block]) -> bool:
        """Whether lines begin with days of a month that rise, and not with what is counted."""
        numbers: list[int] = []
        measures = plurals = 0
        for line in lines:
            days = self.days(line)
            if days is None:
                return False
            numbers += map(int, _NUMBER.findall(self.text, *days)[:1])
            measures += MEASURED.match(self.text, days[1], line.end) is not None
            plurals += _PLURAL.match(self.text, days[1], line.end) is not None
        return 2 * measures < len(lines) and _are_days(numbers, may_slip=not plurals)

    def _has_number(self, offset: int) -> bool:
        """Whether a heading has a number, or one above it, as that of a year."""
        block = self.block(offset)
        return any(
            _NUMBER.search(self.text, each.start, each.end) for each in (block, *block.governed_by)
        )

    def days(self, block: Block) -> Span | None:
        """Where days stand at the beginning of a line, the bullet aside: "7-8 Horse fair"."""
        bullet = _BULLET.match(self.text, block.start, block.end)
        found = DAYS_FIRST.match(self.text, bullet.end() if bullet else block.start, block.end)
        return found.span(1) if found else None

    def is_of_days(self, block: Block) -> bool:
        """Whether a block stands in a list of the days of a month, one after the other."""
        return _above(block) in self._day_lists

    def block(self, offset: int) -> Block:
        """The block that holds an offset, or the last one before it."""
        return self.blocks[max(bisect_right(self._starts, offset) - 1, 0)]

    def above(self, offset: int) -> Block | None:
        """The block before the one that holds an offset."""
        place = bisect_right(self._starts, offset) - 2
        if place >= 0:
            return self.blocks[place]
        return None

    def sources(self, offset: int) -> Iterator[Source]:
        """What stands above and beside an offset, the nearest first."""
        block = self.block(offset)
        label = block.label
        if label is not None and label[1] <= offset:
            yield Source(*label, "label")
        if block.edges:
            yield from self._in_table(block, offset)
        above = block.above
        while above is not None:
            yield Source(above.start, above.end, "item" if above.kind == "item" else "heading")
            above = above.above
        for subtitle in self._subtitles:
            # The title governs all that follows, or is a day that a later one has ended.
            is_title = subtitle.kind == "heading" and subtitle.start == self._starts[0]
            is_above = subtitle.start < block.start and subtitle not in block.governed_by
            if is_above and not is_title:
                yield Source(subtitle.start, subtitle.end, "subtitle")

    def _in_table(self, block: Block, offset: int) -> Iterator[Source]:
        number = _cell(block, offset)
        for before in range(max(number - _CELLS, 0), number)[::-1]:
            start, end = block.cell(before)
            if start < end:
                yield Source(start, end, "cell")
        for span in block.carried[:_CELLS]:
            if span is not None:
                yield Source(*span, "carried")
        if block.start in self._spanning:
            yield Source(*self._spanning[block.start], "row")
        head = self.head(offset)
        if head is not None:
            yield Source(*head, "head")

    def head(self, offset: int) -> Span | None:
        """The head of the column in which an offset stands."""
        block = self.block(offset)
        head = block.heads[_cell(block, offset)] if block.heads else None
        if head is not None and head[0] < head[1]:
            return head
        return None

    def part(self, offset: int) -> Span:
        """The cell, or else the block without its bullet, in which an offset stands."""
        block = self.block(offset)
        number = _cell(block, offset)
        if number >= 0:
            return block.cell(number)
        return (block.start, block.end)

    def is_below_day(self, block: Block) -> bool:
        """Whether a paragraph stands below a heading that is nothing but a day."""
        above = block.above
        if block.kind != "paragraph" or above is None:
            return False
        return DAY_FIRST.fullmatch(self.text, above.start, above.end) is not None

    def is_prose(self, block: Block) -> bool:
        """Whether a block holds whole sentences, rather than the words of an entry."""
        if block.kind == "row":
            return False
        words = self.text[block.start : block.end]
        if len(words) > _SHORT and block.kind == "paragraph":
            return True
        return _ENDED.search(words) is not None and len(words.split()) >= _SENTENCE_WORDS


def _cell(block: Block, offset: int) -> int:
    """The number of the cell in which an offset stands; -1 where there is none."""
    return (bisect_right(block.edges, offset) - 1) // 2


def _above(block: Block) -> int:
    """Where the heading begins that is next above a block; -1 where there is none."""
    if block.above is not None:
        return block.above.start
    return -1


def _are_days(numbers: list[int], *, may_slip: bool) -> bool:
    """Whether numbers are days of a month that rise, or slip once, and do not just count."""
    counts = len(numbers) > 1 and numbers == list(range(1, len(numbers) + 1))
    if counts or min(numbers) < 1 or max(numbers) > _LONGEST_MONTH:
        return False
    falls = [one - other for one, other in pairwise(numbers) if one > other]
    # One line may be out of its place; a list that falls far goes on with the next month.
    is_slip = len(falls) == 1 and falls[0] < _SLIP and numbers[0] == min(numbers)
    return not falls or (may_slip and is_slip)
