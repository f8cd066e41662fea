"""The layout of plain text: headings, paragraphs, list items and table rows, as people paste them.

What a line is follows from blank lines, indents, bullets, numbers, underlines, capitals, tabs, bars
and runs of spaces, and hardly ever from the words of a language. Every rule looks at a line and its
neighbours only, so the time is linear in the text, whatever the text.

The lines go through all steps one after the other, so that no more than a few are alive together:
what the collector of garbage costs grows faster than the number of objects that it has to look at.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import islice, pairwise, takewhile
from operator import attrgetter
from typing import Literal

import attrs

from .characters import BULLETS
from .finding.english import (
    BEFORE_A_TIME,
    DATE_LABEL,
    DAY_FIRST,
    DAYS_FIRST,
    DITTO,
    GOES_ON,
    LATER_DAY,
    MONTH_LINE,
    MONTHS_IN_CAPITALS,
    is_version,
)

__all__ = [
    "Block",
    "Span",
    "begins_with_time",
    "block_at",
    "blocks",
    "is_dated_entry",
    "is_in_brackets",
]

Span = tuple[int, int]
_Cells = tuple[Span | None, ...]
# Where cells begin and end, one number after the other: the collector of garbage has one object to
# look at for a row, where it would have one more for each of its cells.
_Edges = tuple[int, ...]
Kind = Literal["heading", "paragraph", "item", "row"]

_BULLET = re.compile(
    rf"(?:[{BULLETS}]+|\(?(?:[0-9]{{1,3}}|[a-z]|[ivx]{{2,4}}|[A-Z](?=\)))[.)])[^\S\n]+(?=\S)"
)
# What marks a line: a rule of signs, the same signs on either side of it, "#", a year before a
# colon or dash, a bullet, or a time, which is that of a programme and no number of a list.
_MARK = re.compile(
    r"(?P<rule>(?=[-=_~*+|:. #]{3,}\Z).*(?:[-=_~*+#]{3}|[-=_~*+|][|+ ]))"
    r"|(?P<framed>(?P<frame>[-=*~_+#]{2,})\s+\S.*\s(?P=frame)\Z)"
    rf"|(?P<numbered>[0-9]{{1,2}}[.)]?\s+(?!{MONTHS_IN_CAPITALS}\b)"
    r"[A-Z][A-Z’',&/ -]{3,}\Z)"
    r"|(?P<sharps>#{1,6})\s+\S"
    r"|(?P<years>\D{0,6}[0-9]{4}(?:\s?[-–—/]\s?[0-9]{2,4})?(?=:\s|\s[-–—]\s))"
    rf"|(?P<bullet>{_BULLET.pattern})"
    r"|(?P<clock>[0-9]{1,2}[:.h][0-9]{2}(?![.:/0-9]))"
)
# A few words before a colon or a dash; with a dash in the label only a colon parts it.
_LABEL = re.compile(
    r"([^:\n\t|–—]{1,40}?)(?::[*_]{0,3}\s|\s[-–—]\s)|([^:\n\t|]{1,40}?):[*_]{0,3}\s"
)
_LABEL_SIGN = re.compile(r"(?::[*_]{0,3}|[–—-])\s")
# Two spaces or more within a line, where a plain text shows a table; after a full stop three, but
# for that of "No.", which heads a column.
_GAP = re.compile(
    r"[ \u00a0](?<=\S.)(?:(?:(?<![.!?:;,].)|(?<=\b[NS][olr]\..))[ \u00a0]+|[ \u00a0]{2,})(?=\S)"
)
_CELL_SIGNS = ("\t", "|", "  ", "\u00a0", "....", ". . .", " ... ")
# Dots that lead the eye from the first column to the second.
_LEADERS = re.compile(
    r"(?<=\S)[^\S\n]*(?:\. ?){4,}[^\S\n]*(?=\S)"
    r"|(?<=\S)[^\S\n]\.{3}[^\S\n](?=[A-Z0-9][^.\n]{0,40}\Z)"
)
_SEPARATED = re.compile(r":\s|\s[-–—]\s")
_BRACKETS = re.compile(r"\([^()]*\)")
_DIGIT = re.compile(r"[0-9]")
_STRETCH = re.compile(r"[-–—&]|\b(?:to|and)\b")  # in the words of several days
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_ENTRY_OF_YEAR = re.compile(r"[12][0-9]{3}\b[^:\n]{0,20}:\s")  # "1944, 3 March: Depot lost"
_BARE_YEAR = re.compile(r"[12][0-9]{3}\Z")

_LETTERS = re.compile(r"[^\W\d_]{2}")
_TIME = re.compile(r"(?<![0-9.:/])[0-9]{1,2}(?:[:.h][0-9]{2}(?![.:/0-9])|[^\S\n]?[ap]\.?m\b)")

_LAST_TIME = re.compile(rf"[(–—-][^\S\n]?{_TIME.pattern}\)?\Z")
_SHORT_TIME = 12  # characters of the end of a line in which its time stands

_FULL = 110  # characters: a longer line was not wrapped by anyone
_ADDRESSES = ("http://", "https://", "www.")
_SHORT = 6  # characters of a word with which no line ends, and the space before it
_SPACES = 3  # more than these are in a line that may end so: "What is on" ends there
_NARROW = 40  # characters: nobody wraps lines shorter than that
_RAGGED = 0.85  # of the width that wrapped lines have at least
_WRAPPED = 0.25  # of the line breaks of wrapped text, at least, are followed by a small letter
_HEADING = 120  # characters that a heading has at most
# A longer line is a sentence without a full stop.
_HEADING_WORDS = 16
_LABEL_WORDS, _DATED_WORDS = 4, 6  # words of a heading that is a mere label, and of a dated one
# Ranks of headings that no mark ranks: the first line, capitals, and any other.
_TITLE_RANK, _CAPITALS_RANK, _PLAIN_RANK = 0, 3, 9
_FRAMED_RANK = 2
_UNDERLINES = {"=": 1, "*": 1, "#": 1, "-": 2, "~": 2, "_": 2, "+": 2}
_PAIR_OF_CELLS = 3  # edges of a line of two cells, before its end is added
_FEW_COLUMNS = 16  # of a table whose rows may leave some out
_COLUMNS = 1000  # that a table has at most: a line with more parts is no row
_DEEPEST = 30  # items under one another
_LINES = 5  # lines below one that are looked at for days


@attrs.define(eq=False)  # not frozen: such objects take four times as long to make
class Block:
    r"""A heading, a paragraph, a list item or a table row.

    Attributes:
        kind: what it is.
        start: offset of its first character, the bullet of an item included.
        end: offset after its last character.
        group: the number of the lines without a blank line between that it is part of.
        label: what stands before the colon or dash of "1949: Treaty signed", or ``None``.
        above: the nearest heading above it, or item that it is listed under, or ``None``.

    Example:
        >>> [(block.kind, len(block.governed_by)) for block in blocks("2019\n\n12 March - Laid\n")]
        [('heading', 0), ('paragraph', 1)]
    """

    kind: Kind
    start: int
    end: int
    group: int = 0
    label: Span | None = None
    above: Block | None = attrs.field(default=None, repr=False)

    @property
    def governed_by(self) -> tuple[Block, ...]:
        r"""The headings above it and the items that it is listed under, outermost first.

        Example:
            >>> heading, entry = blocks("2019\n\n12 March - Laid\n")
            >>> entry.governed_by == (heading,), heading.governed_by
            (True, ())
        """
        found = []
        above = self.above
        while above is not None:
            found.append(above)
            above = above.above
        return tuple(reversed(found))

    @property
    def edges(self) -> _Edges:
        r"""Where the cells of a row begin and end, one offset after the other.

        Example:
            >>> blocks("3 May\tTalk\n")[0].edges
            (0, 5, 6, 10)
        """
        return ()

    @property
    def heads(self) -> _Cells:
        r"""For each cell of a row the cell of the first row that names its column, or ``None``.

        Example:
            >>> blocks("Day\tItem\n3 May\tTalk\n")[1].heads
            ((0, 3), (4, 8))
        """
        return ()

    @property
    def cells(self) -> tuple[Span, ...]:
        r"""The cells of a row; an empty one has no length.

        Example:
            >>> blocks("3 May\tTalk\n\tTea\n")[1].cells
            ((11, 11), (12, 15))
        """
        return _spans(self.edges)

    def cell(self, number: int) -> Span:
        r"""One of the cells, counted from 0: a row may have a thousand, and `cells` makes them all.

        Example:
            >>> blocks("3 May\tTalk\n")[0].cell(1)
            (6, 10)
        """
        return self.edges[2 * number], self.edges[2 * number + 1]

    @property
    def carried(self) -> _Cells:
        r"""For each empty cell before the first filled one, the cell above that still holds for it.

        It is ``None`` for the other cells; the first row of a table has nothing above it.

        Example:
            >>> blocks("Day\tItem\n3 May\tTalk\n\tTea\n")[2].carried
            ((9, 14), None)
        """
        return ()


@attrs.define(eq=False)
class _Row(Block):
    """A row. Only rows have cells, so the other blocks, which are far more, are kept smaller."""

    edges: _Edges = ()
    heads: _Cells = attrs.field(default=(), repr=False)
    last: _Edges = attrs.field(default=(), repr=False)  # of the cells above its empty first ones

    @property
    def carried(self) -> _Cells:
        above = _spans(self.last[: _emptiness(self.edges, self.last)])
        return above + _blank(len(self.heads) - len(above))


@lru_cache(maxsize=4)
def blocks(text: str) -> tuple[Block, ...]:
    r"""The blocks of a text, in order: every character but white space is in exactly one.

    A line break ends a block unless the line was wrapped there: the text's other lines are as long,
    it ends in a word such as "of", or the next one goes on with a small letter.

    Args:
        text: the text; offsets count its characters.

    Example:
        >>> text = "Key dates\n\n- 3 May: registration\n- 9 June: forum, in\n  Ankara\n"
        >>> for block in blocks(text):
        ...     print(block.kind, repr(text[block.start : block.end]))
        heading 'Key dates'
        item '- 3 May: registration'
        item '- 9 June: forum, in\n  Ankara'
    """
    raw = text.splitlines(keepends=True)
    lines = _lines(raw)
    if any(sign in text for sign in _CELL_SIGNS):
        # All cells before the first block: the collector need not look at cells again and again.
        lines = _with_edges(lines, list(_tabulated(text, _lines(raw))))
    pieces = _pieces(text, lines, _wrap_width(raw))
    return tuple(_governed(text, _headed(text, pieces)))


def block_at(text: str, offset: int) -> Block | None:
    r"""The block that holds an offset, or the last one before it.

    Example:
        >>> block_at("One.\n\nTwo.", 7).start
        6
    """
    every = blocks(text)
    following = bisect_right(every, offset, key=attrgetter("start"))
    return every[following - 1] if following else None


def is_dated_entry(words: str) -> bool:
    """Whether a line begins with a day and goes on with words, as an entry of a list does.

    Example:
        >>> is_dated_entry("Sep. 19 - Lecture (Thurs.)"), is_dated_entry("Sep. 19 (Thurs.)")
        (True, False)
    """
    found = DAY_FIRST.match(words)
    return found is not None and _LETTERS.search(words, found.end()) is not None


def begins_with_time(text: str, start: int, edges: tuple[int, ...] = ()) -> bool:
    """Whether a line, or the first filled cell of a row with such edges, begins with a time of day.

    Example:
        >>> begins_with_time("- 9:00 Opening", 0), begins_with_time("9 June", 0)
        (True, False)
    """
    for first, end in _spans(edges):
        if first < end:
            return _TIME.match(text, first) is not None
    bullet = _BULLET.match(text, start)
    return _TIME.match(text, bullet.end() if bullet else start) is not None


def is_in_brackets(text: str, start: int, offset: int) -> bool:
    """Whether a bracket is open at an offset, of those from the start of a block or a cell.

    Example:
        >>> is_in_brackets("Forum (3 May)", 0, 7), is_in_brackets("Forum (2nd), 3 May", 0, 13)
        (True, False)
    """
    start = max(start, offset - _FULL)
    return text.count("(", start, offset) > text.count(")", start, offset)


def _spans(edges: _Edges) -> tuple[Span, ...]:
    return tuple(zip(edges[::2], edges[1::2], strict=True))


@attrs.define(eq=False)
class _Piece:
    """A line that is not blank, and then the block that it begins."""

    start: int
    end: int
    first: int  # offset of the line's own beginning, its indent included
    last: int  # offset of the line's end, with the line break
    above: int  # blank lines above it, and the beginning of the text
    kind: Kind = "paragraph"
    lines: int = 1
    gaps: _Edges = ()  # of what gaps part, which are cells if this is a row
    edges: _Edges = ()
    rank: int | None = None  # of a heading that is marked as one
    style: str = ""
    ruled: bool = False  # a rule stands directly below
    below: int = 0  # blank lines below it
    is_first: bool = False

    @property
    def indent(self) -> int:
        return self.start - self.first


def _lines(raw: Iterable[str]) -> Iterator[_Piece]:
    """The lines that hold words, each with where it stands and the empty lines above it."""
    offset, above = 0, 1
    for line in raw:
        last = offset + len(line)
        words = line.strip()
        if words:
            start = offset + line.index(words[0])
            yield _Piece(start, start + len(words), offset, last, above)
            above = 0
        else:
            above += 1
        offset = last


def _with_next(pieces: Iterable[_Piece], count: int) -> Iterator[tuple[_Piece, list[_Piece]]]:
    """Each line or piece and some below it, in a list that changes with the next step."""
    below: list[_Piece] = []
    for piece in pieces:
        below.append(piece)
        if len(below) > count:
            yield below.pop(0), below
    while below:
        yield below.pop(0), below


# --- Lines to pieces ------------------------------------------------------------------------------


def _pieces(text: str, lines: Iterable[_Piece], width: int) -> Iterator[_Piece]:
    """What the lines make, one after the other; the wrapped ones are joined."""
    piece: _Piece | None = None
    previous: _Piece | None = None
    for line in lines:
        _recognise(text, line)
        if piece is None or previous is None:
            piece = line
        elif line.above or not _continued(text, piece, previous, line, width):
            piece.below = line.above
            yield piece
            piece = line
        previous = line
    if piece:
        yield piece


def _continued(text: str, piece: _Piece, previous: _Piece, line: _Piece, width: int) -> bool:
    """Adds a line to the piece directly above it, if it goes on with it or is a rule below it."""
    if line.style == "rule":
        piece.end, piece.ruled = line.end, True
        _underline(text, piece, line)
        return True
    if not _goes_on(text, piece, previous, line, width):
        return False
    piece.end, piece.lines = line.end, piece.lines + 1
    if piece.edges:
        piece.edges = (*piece.edges[:-1], line.end)
    return True


def _recognise(text: str, line: _Piece) -> None:
    """Sees what a line alone makes it: a rule, a row, a marked heading or an item."""
    found = _MARK.match(text, line.start, line.end)
    mark = found.lastgroup if found else None
    if mark == "rule":
        line.style, line.edges = "rule", ()
    elif line.edges and mark != "numbered":
        line.kind = "row"
    elif not found:
        return
    elif mark in ("framed", "numbered"):
        line.rank, line.edges = _FRAMED_RANK if mark == "framed" else _CAPITALS_RANK, ()
    elif mark == "sharps":
        line.rank = len(found["sharps"])
    elif mark == "years":
        line.kind, line.style = "item", "years"
    elif mark == "bullet" or not is_version(found["clock"], text):
        line.kind = "item"


def _underline(text: str, piece: _Piece, rule: _Piece) -> None:
    """Makes a heading of the one line above a rule of one sign."""
    sign = text[rule.start]
    pure = text.count(sign, rule.start, rule.end) == rule.end - rule.start
    alone = piece.kind == "paragraph" and piece.lines == 1 and piece.style != "rule"
    if pure and alone and piece.rank is None:
        piece.rank = _UNDERLINES.get(sign)


def _goes_on(text: str, piece: _Piece, previous: _Piece, line: _Piece, width: int) -> bool:
    """Whether a line continues the piece above it."""
    if piece.ruled or piece.rank is not None or piece.style == "rule":
        return False
    if line.rank is not None:
        return False
    if line.kind != "paragraph":  # a time at the beginning of a line may be that of "at" before it
        is_time = line.kind == "item" and _TIME.match(text, line.start) is not None
        is_open = _breaks_off(text, previous) or text.endswith(BEFORE_A_TIME, 0, previous.end)
        if not (is_time and is_open):
            return False
        if piece.kind != "row":
            return True
    if piece.kind == "row":
        return piece.edges[-2] - previous.first <= line.indent + 1 and line.indent > 3
    if piece.kind == "item" and line.indent > piece.indent:
        return True
    return _wraps(text, previous, line, width)


def _wraps(text: str, line: _Piece, following: _Piece, width: int) -> bool:
    """Whether the break between two lines is one that only the width of a page made."""
    if text.startswith(_ADDRESSES, following.start):
        return False
    if text[following.start].islower() or text[line.end - 1] in "\u00ad,":
        return True
    length = line.end - line.first
    if length > _FULL:
        return False
    if _breaks_off(text, line):
        return True
    if not width:
        return False
    word = len(text[following.start : following.end].partition(" ")[0])
    return length + 1 + word > width * _RAGGED  # it had no room in the line above


def _breaks_off(text: str, line: _Piece) -> bool:
    """Whether a line ends in a word such as "of" or "at"."""
    if not GOES_ON.search(text, max(line.start, line.end - _SHORT), line.end):
        return False
    return text.count(" ", line.start, line.end) > _SPACES


def _wrap_width(raw: Iterable[str]) -> int:
    """The width to which the lines of a text were wrapped, or 0 if they were not."""
    width = breaks = small = 0
    for line, following in pairwise(raw):
        if len(line) <= _NARROW:
            continue
        length, words = len(line.rstrip()), following.lstrip()
        if words and _NARROW <= length <= _FULL:
            breaks += 1
            small += words[0].islower()
            width = max(width, length)
    if small < max(1, breaks * _WRAPPED):
        return 0
    return width


# --- Rows of tables -------------------------------------------------------------------------------


def _with_edges(lines: Iterable[_Piece], edges: Iterable[_Edges]) -> Iterator[_Piece]:
    """The lines with the edges of their cells."""
    for line, own in zip(lines, edges, strict=True):
        line.edges = own
        yield line


def _tabulated(text: str, lines: Iterable[_Piece]) -> Iterator[_Edges]:
    """The edges of the cells of each line, which has none unless it is the row of a table."""
    aligned = joined = False  # with the line above: by a column, by its tabs
    columns: tuple[int, ...] = ()
    for line, below in _with_next(_parted_lines(text, lines), 1):
        aligned_below = bool(below) and _is_aligned(line, below[0])
        if not line.edges and (aligned or aligned_below):
            line.edges = line.gaps
        if not line.edges and joined and not line.above:
            line.edges = _parted(text, line.first, line.last, "\t")
        aligned = aligned_below
        joined = bool(line.edges) and text.find("\t", line.first, line.last) >= 0
        columns = columns if line.edges and not line.above else ()
        if line.gaps:
            line.edges = _in_columns(text, line, columns)
            columns = max(columns, tuple(_columns(line)), key=len)
        yield line.edges


def _parted_lines(text: str, lines: Iterable[_Piece]) -> Iterator[_Piece]:
    """The lines, with cells if they alone tell that they are rows, and what gaps part."""
    for line in lines:
        line.edges = _cells(text, line)
        if not line.edges:
            line.gaps = _parted_by_gaps(text, line)
            if _is_wide(line.gaps):
                line.edges = line.gaps
        yield line


def _cells(text: str, line: _Piece) -> _Edges:
    """The edges of the cells of a line with bars, tabs or leading dots in it."""
    if text.find("\t", line.start, line.end) >= 0:
        return _parted(text, line.first, line.last, "\t")
    if text.find("|", line.start, line.end) < 0:
        if text.find("..", line.start, line.end) < 0 and text.find(". .", line.start, line.end) < 0:
            return ()  # as nearly every line has none, and to search for them takes long
        leaders = _LEADERS.search(text, line.start, line.end)
        return (line.start, *leaders.span(), line.end) if leaders else ()
    # Bars at the ends of a line frame it; they part no cells.
    start = line.start + (text[line.start] == "|")
    end = line.end - (text[line.end - 1] == "|")
    if start >= end:
        return ()
    return _parted(text, start, end, "|")


def _parted(text: str, start: int, end: int, sign: str) -> _Edges:
    """The edges of the parts between signs, white space aside, if they may be cells of a row."""
    if not 0 < text.count(sign, start, end) < _COLUMNS:
        return ()
    edges: list[int] = []
    for part in text[start:end].split(sign):
        words = part.strip()
        at = start + part.find(words)
        edges += (at, at + len(words))
        start += len(part) + len(sign)
    return tuple(edges)


def _parted_by_gaps(text: str, line: _Piece) -> _Edges:
    """The edges of the parts between runs of spaces."""
    if text.find("  ", line.start, line.end) < 0 and text.find("\u00a0", line.start, line.end) < 0:
        return ()
    edges = [line.start]
    for gap in islice(_GAP.finditer(text, line.start, line.end), _COLUMNS):
        edges += gap.span()
    is_labelled = len(edges) == _PAIR_OF_CELLS and text[edges[1] - 1] == ":"  # "Date:   3 May"
    if is_labelled or not 1 < len(edges) < 2 * _COLUMNS:
        return ()
    return (*edges, line.end)


def _in_columns(text: str, line: _Piece, columns: tuple[int, ...]) -> _Edges:
    """The edges of a line's cells, with an empty one for each column that it leaves out."""
    if not len(line.edges) < 2 * len(columns) <= 2 * _FEW_COLUMNS:
        return line.edges
    cells = _spans(line.edges)
    starts = [start - line.first for start, _ in cells]
    if DITTO.fullmatch(text, *cells[0]):  # which stand in the middle of their column
        starts[0] = columns[0]
    own = {_column(start, columns): cell for start, cell in zip(starts, cells, strict=True)}
    if None in own or len(own) < len(cells):
        return line.edges
    edges: list[int] = []
    empty = (line.start, line.start)
    for place in range(len(columns)):
        if place in own:
            empty = (own[place][1], own[place][1])
        edges += own.get(place, empty)
    return tuple(edges)


def _column(start: int, columns: tuple[int, ...]) -> int | None:
    """The number of the column that begins where a cell does, or a character beside it."""
    place = bisect_left(columns, start - 1)
    return place if place < len(columns) and columns[place] <= start + 1 else None


def _is_wide(edges: _Edges) -> bool:
    """Whether cells are parted by more than two spaces, as columns are."""
    return any(edges[after] - edges[after - 1] > 2 for after in range(2, len(edges), 2))


def _is_aligned(line: _Piece, below: _Piece) -> bool:
    """Whether two lines, one directly below the other, share a column, if either has to know."""
    if below.above or not line.gaps or not below.gaps or (line.edges and below.edges):
        return False
    return not {*_columns(line)[1:]}.isdisjoint(_columns(below)[1:])


def _columns(line: _Piece) -> list[int]:
    """Where in a line its cells begin."""
    return [start - line.first for start in line.gaps[::2]]


# --- Headings -------------------------------------------------------------------------------------


def _headed(text: str, pieces: Iterable[_Piece]) -> Iterator[tuple[_Piece, _Piece | None]]:
    """Each piece and the next one; headings have their rank (from 0, the title) and style."""
    above: _Piece | None = None
    opened = False  # whether the lines without a blank line between began with a bare one
    years: list[int] = []  # that are headings, since the last other heading
    for piece, below in _with_next(pieces, _LINES):
        piece.is_first = above is None
        following = below[0] if below else None
        is_bare = _is_bare(text, above, piece, following)
        if piece.above:
            opened = is_bare or piece.rank is not None or piece.kind == "row"
            opened = opened and not begins_with_time(text, piece.start)
        is_entry = following and _goes_on_years(years, text[following.start : following.end])
        if piece.rank is None and is_bare and not is_entry and _may_head(text, piece, below):
            _judge(text, piece, below, opened)
        if piece.rank is not None:
            piece.kind = "heading"
            piece.style = piece.style or f"rank {piece.rank}"
            year = _BARE_YEAR.match(text, piece.start, piece.end)
            years = [*years[-1:], int(year[0])] if year else []
        yield piece, following
        above = piece


def _goes_on_years(years: list[int], words: str) -> bool:
    """Whether a line is a year after those of a chronicle, so that no heading is before it."""
    if not years or not _BARE_YEAR.match(words):
        return False
    step = int(words) - years[-1]
    return step != 0 and (len(years) < 2 or (step > 0) == (years[1] > years[0]))


def _may_head(text: str, piece: _Piece, below: list[_Piece]) -> bool:
    """Whether a bare line has something below it, and is no dated entry without a programme."""
    if not below or (piece.is_first and piece.below):
        return bool(below)
    if not piece.above and _ENTRY_OF_YEAR.match(text, piece.start, piece.end):
        return False
    if not is_dated_entry(text[piece.start : piece.end]):
        return True
    return any(_is_of_programme(text, each) for each in below[:2])


def _is_of_programme(text: str, piece: _Piece) -> bool:
    """Whether a line begins with a time, or is an item with a time and no day before it."""
    if begins_with_time(text, piece.start, piece.edges):
        return True
    words = text[piece.start : min(piece.end, piece.start + _FULL)]
    bullet = _BULLET.match(words)
    if bullet is None or DAY_FIRST.match(words, bullet.end()):
        return False
    return _TIME.search(words) is not None


def _is_bare(text: str, above: _Piece | None, piece: _Piece, below: _Piece | None) -> bool:
    """Whether a piece is one short line that does not end as a sentence does."""
    if piece.style == "years":  # "2023 - Fall Semester", and no entry of a list of such lines
        if any(beside and beside.style == "years" for beside in (above, below)):
            return False
    elif piece.kind != "paragraph" or piece.style == "rule":
        return False
    if piece.lines > 1:
        return False
    length = piece.end - piece.start
    if length > _HEADING or text[piece.end - 1] in ".,;!":
        return False
    return len(text[piece.start : piece.end].split()) <= _HEADING_WORDS


def _judge(text: str, piece: _Piece, below: list[_Piece], opened: bool) -> None:
    """Ranks a bare line that something follows, if it is a heading."""
    following = below[0]
    words = text[piece.start : piece.end]
    listing = following.kind in ("item", "row") and not piece.below and opened
    if piece.is_first and (piece.below or listing):
        piece.rank = _TITLE_RANK
        if _is_day(words):
            piece.style = "day"
    elif piece.above and words.isupper() and sum(map(str.isalpha, words)) > 3:
        piece.rank = _CAPITALS_RANK
    elif piece.above > 1 and 0 < piece.below < piece.above:
        piece.rank = _PLAIN_RANK - min(piece.above, 5)
    elif listing or (piece.above and piece.below):
        piece.style = _style(words)
        above_times = begins_with_time(text, following.start, following.edges)
        if above_times and piece.style == "plain":
            piece.style = "session"
        if _heads(text, piece, below) or _is_above_headed(piece, below):
            piece.rank = _PLAIN_RANK
    else:
        style = _style_by_next(text, piece, below)
        if style:
            piece.rank, piece.style = _PLAIN_RANK, style


def _style_by_next(text: str, piece: _Piece, below: list[_Piece]) -> str:
    """The style of a line that only what stands directly below it makes a heading; else nothing."""
    following = below[0]
    words = text[piece.start : piece.end]
    if piece.above and not piece.below and _asks(text, piece, following):
        return "question"
    if MONTH_LINE.fullmatch(words) and DAYS_FIRST.match(text, following.start, following.end):
        return "month"
    if _is_day(words) and _is_above_times(text, piece, below):
        return "day"
    return "year" if _is_above_days(text, piece, below) else ""


def _asks(text: str, piece: _Piece, following: _Piece) -> bool:
    """Whether a line is a question, and the one directly below it an answer."""
    is_told = following.kind == "paragraph" and text[following.end - 1] != "?"
    return text[piece.end - 1] == "?" and is_told


def _style(words: str) -> str:
    """Whether a line is a day, a year with a word or two, another such label, or plain."""
    count = len(_BRACKETS.sub("", words).split())
    if _is_day(words):
        return "day"
    if _YEAR.search(words) and count <= _DATED_WORDS:
        return "year"
    if _DIGIT.search(words) and count <= _LABEL_WORDS:
        return "label"
    return "plain"


def _is_day(words: str) -> bool:
    """Whether a line is nothing but a day: "Monday, 3 June 2024", "Date: 3 June"."""
    label = DATE_LABEL.match(words)
    return DAY_FIRST.fullmatch(words, label.end() if label else 0) is not None


def _is_above_times(text: str, piece: _Piece, below: list[_Piece]) -> bool:
    """Whether lines that begin with a time follow a line, at once or after one line more."""
    near = below[:1] if piece.below else below[:2]
    directly = [each for each in near if not each.above]
    if directly and all(_ends_with_time(text, each) for each in directly):
        return True
    return any(begins_with_time(text, each.start, each.edges) for each in near)


def _ends_with_time(text: str, line: _Piece) -> bool:
    """Whether a line ends with a time in brackets, or after a dash: "Burn v Alby (15:00)"."""
    words = text[max(line.start, line.end - _SHORT_TIME) : line.end]
    return _LAST_TIME.search(words) is not None


def _is_above_days(text: str, piece: _Piece, below: list[_Piece]) -> bool:
    """Whether a year is the last of some lines, or with a label the first of lines with days."""
    words = text[piece.start : piece.end]
    if piece.below:
        return _BARE_YEAR.match(words) is not None
    style = _style(words) if piece.above else ""
    if style == "plain":
        return _is_above_labels(text, below) and not DAY_FIRST.search(words)
    if style != "year" or DAY_FIRST.search(words):
        return False
    fewest = 2
    if _BARE_YEAR.match(words):
        below, fewest = list(takewhile(lambda line: not line.above, below)), 1
    lines = [text[line.start : min(line.end, line.start + _FULL)] for line in below]
    days = [line for line in lines if DAY_FIRST.search(line)]
    return len(days) >= fewest and not any(map(_YEAR.search, lines))


def _is_above_labels(text: str, below: list[_Piece]) -> bool:
    """Whether the lines directly below, two or more, all give a label and a day: "End: 3 May"."""
    directly = list(takewhile(lambda line: not line.above, below))
    lines = [text[line.start : min(line.end, line.start + _FULL)] for line in directly]
    return len(lines) > 1 and all(
        _SEPARATED.search(line) and DAY_FIRST.search(line) for line in lines
    )


def _heads(text: str, piece: _Piece, below: list[_Piece]) -> bool:
    """Whether a bare line is the heading of what follows it, and no entry of a list of lines."""
    following = below[0]
    is_bare = _is_bare(text, piece, following, below[1] if len(below) > 1 else None)
    words = text[piece.start : piece.end]
    if is_bare and DATE_LABEL.match(words):
        return begins_with_time(text, following.start, following.edges)
    if piece.style == "year" or not is_bare:
        return True
    words_below = text[following.start : following.end]
    if piece.style == "day" and (_YEAR.search(words) or _TIME.search(words_below)):
        return True
    entry = _DIGIT.search(words) or _SEPARATED.search(words)
    return _DIGIT.search(words_below) is not None and not entry


def _is_above_headed(piece: _Piece, below: list[_Piece]) -> bool:
    """Whether a label stands above a line that heads a list or a table: "3 June", "Morning"."""
    if piece.style not in ("day", "label") or len(below) < 2:
        return False
    return not below[0].below and below[1].kind in ("item", "row")


# --- What governs what ----------------------------------------------------------------------------


def _governed(text: str, pieces: Iterable[tuple[_Piece, _Piece | None]]) -> Iterator[Block]:
    """The pieces as blocks, each below the heading or item that it stands under."""
    headings: list[tuple[int, str, Block]] = []
    items: list[tuple[int, Block]] = []
    table = _Table()
    content, group = False, -1
    for piece, following in pieces:
        group += piece.above > 0
        if piece.kind == "heading":
            _close(headings, piece, content)
            if content and _is_later_day(text, piece):
                _end_day(text, headings)
        if piece.kind == "heading" or (piece.kind != "item" and piece.above):
            items.clear()
        while piece.kind == "item" and items and items[-1][0] >= piece.indent:
            items.pop()
        content = piece.kind != "heading"
        above = _innermost(headings, items)
        if piece.kind == "row":
            columns = table.row(text, piece, following)
            yield _Row("row", piece.start, piece.end, group, None, above, piece.edges, *columns)
            continue
        if piece.above or not table.head:
            table = _Table()
        label = None if piece.kind == "heading" else _label(text, piece)
        block = Block(piece.kind, piece.start, piece.end, group, label, above)
        if piece.kind == "heading":
            headings.append((piece.rank or 0, piece.style, block))
        if piece.kind == "item" and len(items) < _DEEPEST:
            items.append((piece.indent, block))
        yield block


def _innermost(
    headings: list[tuple[int, str, Block]], items: list[tuple[int, Block]]
) -> Block | None:
    """What a block stands under directly."""
    if items:
        return items[-1][1]
    return headings[-1][2] if headings else None


def _close(headings: list[tuple[int, str, Block]], piece: _Piece, content: bool) -> None:
    """Ends the headings that a new one ends.

    Of headings that look equally weighty, one that follows another directly is below it, and stays
    below it: "2024", "Conferences", ..., "Exhibitions", ..., "2025".
    """
    rank = piece.rank or 0
    while headings and headings[-1][0] > rank:
        headings.pop()
    styles = [style for other, style, _ in headings if other == rank]
    if content or piece.style in styles:
        while headings and headings[-1][0] == rank:
            if piece.style == "session" and headings[-1][1] == "day":
                break
            _, style, _ = headings.pop()
            if style == piece.style and style in styles:
                break
    # A text that begins with a day has no title above its days.
    if piece.style == "day" and [style for _, style, _ in headings] == ["day"]:
        headings.clear()


def _is_later_day(text: str, piece: _Piece) -> bool:
    """Whether a heading is of a day after the one above, and says no date: "Day 2"."""
    is_later = LATER_DAY.match(text, piece.start, piece.end) is not None
    return is_later and DAY_FIRST.search(text, piece.start, piece.end) is None


def _end_day(text: str, headings: list[tuple[int, str, Block]]) -> None:
    """Ends the headings from the first one on that names a single day."""
    for place, (_, _, block) in enumerate(headings):
        day = DAY_FIRST.search(text, block.start, block.end)
        if day and not _STRETCH.search(day[0]):
            del headings[place:]
            return


def _label(text: str, piece: _Piece) -> Span | None:
    """What stands before the first colon or dash of a line, its bullet aside."""
    start, end = piece.start, min(piece.end, piece.start + _FULL)
    if not _LABEL_SIGN.search(text, start, end):
        return None
    marked = piece.kind == "item" and piece.style != "years"
    bullet = _BULLET.match(text, start, end) if marked else None
    if bullet:
        start = bullet.end()
    found = _LABEL.match(text, start, end)
    if found is None:
        return None
    return start, found.end(found.lastindex or 0)


@attrs.define
class _Table:
    """The row that names the columns of a table, and the cells that these held last."""

    head: tuple[Span, ...] | None = None
    last: _Edges = ()

    def row(self, text: str, row: _Piece, following: _Piece | None) -> tuple[_Cells, _Edges]:
        """The heads of a row's cells, and the edges of the cells above if it repeats some."""
        if self.head is None or row.above:
            is_head = row.ruled or _is_head(text, row, following)
            self.head = _spans(row.edges) if is_head else ()
            self.last = () if is_head else row.edges
            return (), ()
        width = len(row.edges) // 2
        heads = self.head[:width] + _blank(width - len(self.head))  # it may be wider than the head
        row.edges = _without_dittos(text, row.edges) if self.last else row.edges
        empty = _emptiness(row.edges, self.last)
        last = self.last if empty else ()
        self.last = self.last[:empty] + row.edges[empty:]
        return heads, last


def _without_dittos(text: str, edges: _Edges) -> _Edges:
    """The edges of a row; first cells that only repeat what stands above them are empty."""
    place = 0
    while place < len(edges) and DITTO.fullmatch(text, edges[place], edges[place + 1]):
        edges = (*edges[: place + 1], edges[place], *edges[place + 2 :])
        place += 2
    return edges


def _emptiness(edges: _Edges, last: _Edges) -> int:
    """How many edges of a row are those of empty first cells that have a cell above them."""
    empty = 0
    while empty < min(len(edges), len(last)) and edges[empty] == edges[empty + 1]:
        empty += 2
    return empty


@lru_cache(maxsize=8)
def _blank(width: int) -> _Cells:
    """No cells: one value for all rows, which are many."""
    return (None,) * width


def _is_head(text: str, row: _Piece, following: _Piece | None) -> bool:
    """Whether a first row names the columns: it has no digits but in brackets, and years."""
    if following is None or following.kind != "row" or following.above:
        return False
    cells, cells_below = _spans(row.edges), _spans(following.edges)
    digits = [bool(_DIGIT.search(_BRACKETS.sub("", text[slice(*cell)]))) for cell in cells]
    years = [bool(_BARE_YEAR.match(text, *cell)) for cell in cells]
    if digits != years:
        return False
    below = [bool(_BARE_YEAR.match(text, *cell)) for cell in cells_below]
    if any(years):
        return not any(below) and not all(years[: len(below)])
    if _goes_across(cells_below):  # "April", above the days of a month
        return all(start < end for start, end in cells)
    return any(_DIGIT.search(text, *cell) for cell in cells_below)


def _goes_across(cells: tuple[Span, ...]) -> bool:
    """Whether the first of several cells is the only one with words in it."""
    filled = [cell for cell in cells if cell[0] < cell[1]]
    return len(cells) > 1 and filled == [cells[0]]
