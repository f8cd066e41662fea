"""What names the item of a date: its line, the cells of its row, a line beside it, a heading.

A text's blocks are looked at one by one; a block's neighbours are those of its own group of lines.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Container, Iterable, Iterator
from functools import cached_property
from itertools import chain, takewhile

import attrs

from .characters import WORD
from .clauses import MARK, OTHER, is_bracketed, pronoun_of, verb_in
from .finding.english import (
    ACTION_ASKED,
    AFTER_A_DATE,
    ALL_TIMES,
    ANSWER,
    BEFORE_A_PLACE,
    BY,
    CLAUSE_END,
    DATE_HEADS,
    DATE_LABEL,
    DETAIL_HEADS,
    DETAIL_LABEL,
    END_HEADS,
    GOES_ON,
    HELD_THERE,
    IN_BRACKETS,
    LABELS,
    LEADING_NUMBER,
    NAME_HEADS,
    NAME_LABEL,
    NAMELESS,
    NOWHERE,
    OPENING_HOURS,
    PLACE_HEADS,
    PLACE_LABEL,
    QUESTION,
    SHORT_QUESTION,
    START_HEADS,
    TO_DO,
    WEEKDAY_LINE,
)
from .kinds import kind_of
from .places import (
    GATHERINGS,
    is_place,
    is_venue,
    labelled_place,
    place_after_date,
    place_alone,
    place_in,
    place_of_cell,
    without_place,
)
from .quotes import sentence
from .structure import Block, Span, begins_with_time, blocks, is_in_brackets
from .titles import REACH, clause_in, is_placeholder, is_statement, is_telling, marked, title_of

__all__ = ["DatedText", "Item", "sentence_in"]

_MANY = 12  # cells of a row, or lines of a group, that are looked at
# More than a title is made of: a date at the edge of a title must be taken out whole.
_FAR = REACH + 100
_NEAR = 40  # characters before a date, in which its preposition stands
_SHORT = 60  # characters, of which a line has fewer if it was not wrapped
_HEAD = 4  # blocks that a text begins with: its title, where and when it is
_NAME = 160  # characters of a line that names something
_ENDED = re.compile(r"(?<!\b[A-Z])[.:!]\Z")  # but for an initial, "D.C."
_Cell = tuple[str, str]  # the head of its column, its words


def _unmarked(place: str | None) -> str | None:
    """A place that no mark of a date stands in, without the characters that no place may hold."""
    if place is None or MARK in place or OTHER in place:
        return None
    return " ".join(WORD.findall(place)) or None


@attrs.frozen
class Item:
    """What the words around a date say of it.

    Attributes:
        title: the words that name it; empty if none do.
        place: where it is, if the words say so.
        kind: what it is.
        lines: where the words of the text stand that it is made of.
        is_named: whether its own line or row names it.
        others: what could tell it from an item of the same title: cells, headings.

    Example:
        >>> Item("Opening", None, "opening", (0, 20), is_named=True).others
        ()
    """

    title: str
    place: str | None = attrs.field(converter=_unmarked)
    kind: str
    lines: Span
    is_named: bool
    others: tuple[str, ...] = ()


def sentence_in(text: str, block: Block, start: int, end: int) -> Span:
    r"""The sentence around a part of a text, within its block.

    Example:
        >>> text = "Agenda\n\nIt opens on 3 May. It ends."
        >>> sentence_in(text, blocks(text)[1], 20, 25)
        (8, 26)
    """
    first, last = sentence(text, start, end)
    return max(first, block.start), max(min(last, block.end), end)


def _head(text: str, block: Block, offset: int) -> str:
    """The head of the column of the cell that an offset stands in."""
    for cell, head in zip(block.cells, block.heads, strict=False):
        if cell[0] <= offset <= cell[1] and head:
            return " ".join(WORD.findall(text, *head))
    return ""


class DatedText:
    """A text with its blocks, and with the dates that stand in them.

    Args:
        text: the text.
        dates: where dates stand in it.
        times: the days among them, and other phrases that only tell when, which no title names.

    Example:
        >>> DatedText("It opens on 3 May.", [(12, 17)]).holds((0, 18), own=set())
        True
    """

    def __init__(self, text: str, dates: Iterable[Span], times: Iterable[Span] = ()) -> None:
        self._text = text
        self._times = sorted(times)
        self._dates = sorted(dates)
        self._blocks = blocks(text)
        self._names: dict[int, str] = {}  # of headings, by where they begin
        self._places = {block.start: place for place, block in enumerate(self._blocks)}
        self._first: dict[int, int] = {}  # of each group, the place of its first block
        for place, block in enumerate(self._blocks):
            self._first.setdefault(block.group, place)

    def item(
        self, block: Block, start: int, end: int, gone: Iterable[Span], *, leads: bool = False
    ) -> Item:
        """What the words around a date say of it.

        Args:
            block: the block that it stands in, or that it stands above.
            start: where the date begins; that of the block, if it stands above.
            end: the offset after it; the same as ``start``, if it stands above.
            gone: where the words stand that are no part of a title: the date, its time.
            leads: whether it is the only day of what stands below it.

        Example:
            >>> text = "- Opening, Congress Hall (3 May)"
            >>> dated = DatedText(text, [(26, 31)])
            >>> item = dated.item(blocks(text)[0], 26, 31, [(26, 31)])
            >>> item.title, item.kind, item.place
            ('Opening', 'opening', 'Congress Hall')
        """
        gone = list(gone)
        if block.kind == "row":
            return self._of_row(block, (start, end), gone)
        first, last = self._own_line(block, start, end, gone)
        near = max(first, start - _FAR), min(last, end + _FAR)
        others = _within(self._times, *near)
        line = marked(self._text, first, last, gone, others)
        alone = self._place_alone(block, line)
        place = self._labelled(block) or alone or _place_in(line)
        title = self._own_title(block, first, line, place)
        if alone:
            title = self._line_above(block)
        elif is_placeholder(line) or (leads and not is_telling(title)):
            title = self._gathering_above(block, leads=leads) or title
        lines, headings = (first, last), self._headings(block)
        if ANSWER.match(line) and verb_in(title) is None:
            title = self._asked_above(block) or title
        before = self._text[max(first, start - _NEAR) : start]
        if AFTER_A_DATE.match(self._text, end):  # "by today's judgment"
            before = ""
        is_named = is_telling(title) and not is_bracketed(line) and not HELD_THERE.match(line)
        if not is_named:
            rest = "" if is_bracketed(line) or HELD_THERE.match(line) else title
            name, lines = self._named_by_another(block, rest, lines, headings, gone)
            title = name or title or self._first_line(block)
            place, before = place or place_in(title), ""
        kind = self._kind(line, title, before, headings)
        place = place or place_after_date(line, kind)
        tells = (*filter(is_telling, IN_BRACKETS.findall(line)), *headings)
        return Item(without_place(title, place), place, kind, lines, is_named, tells)

    def _own_line(self, block: Block, start: int, end: int, gone: list[Span]) -> Span:
        """The words that tell of a date: its line, up to where it explains what it named."""
        first, last = self._line(block, start, end, gone)
        named = self._named_line(block, first, end, gone)
        if named is not None:
            last = named
        elif block.kind == "item":
            last = max(end, self._unexplained(first, last)[1])
        return first, last

    def _kind(self, line: str, title: str, before: str, headings: list[str]) -> str:
        """The kind of an event, as its line, its title and the headings above tell it."""
        if is_statement(line):
            return "statement"
        around = [*headings, *self._subtitles]
        if verb_in(title) is not None:  # a headline tells no kind of the sentences below it
            around = [name for name in around if not _is_headline(name)]
        return kind_of(title, before, around)

    def holds(self, lines: Span, own: Container[int]) -> bool:
        """Whether dates stand in some lines that are not one's own.

        Args:
            lines: where the lines begin and end.
            own: where one's own dates begin.

        Example:
            >>> DatedText("3 May", [(0, 5)]).holds((0, 5), own={0})
            False
        """
        return any(start not in own for start, _ in self._dates_in(*lines))

    def _dates_in(self, start: int, end: int) -> list[Span]:
        """The dates in a part of the text."""
        return _within(self._dates, start, end)

    def _has_date(self, start: int, end: int) -> bool:
        """Whether a date begins in a part of the text."""
        place = bisect_left(self._dates, (start,))
        return place < bisect_left(self._dates, (end,))

    # --- Rows ---

    def _of_row(self, block: Block, date: Span, gone: list[Span]) -> Item:
        """The item of a row: the cells are told apart by the heads of their columns."""
        names: list[_Cell] = []
        others: list[_Cell] = []
        places: list[str | None] = []
        for cell in block.cells[:_MANY]:
            head = _head(self._text, block, cell[0])
            words = self._title_in(self._unexplained(*cell), gone)
            if ALL_TIMES.search(self._text, *cell):
                continue
            if PLACE_LABEL.match(self._text[slice(*cell)]):
                places.append(labelled_place(self._text[slice(*cell)]))
            elif PLACE_HEADS.search(head) and not NAME_HEADS.search(head):
                places.append(place_of_cell(self._text[slice(*cell)]))
            elif _names_row(words, head) and self._may_be_name(cell, head, date):
                (names if NAME_HEADS.search(head) else others).append((head, words))
        return self._named_row(block, date, places, names, others)

    def _title_in(self, span: Span, gone: list[Span]) -> str:
        """The title that a part of the text would make."""
        return title_of(marked(self._text, *span, gone, _within(self._times, *span)))

    def _unexplained(self, start: int, end: int) -> Span:
        """A part of the text without lines below its first that add to it: "Chair: Ann Other"."""
        line = self._text[start : start + _SHORT].partition("\n")[0]
        following = self._text[start + len(line) : min(end, start + len(line) + _NEAR)].lstrip()
        is_whole = start + len(line) >= end or GOES_ON.search(line) or len(line) == _SHORT
        if is_whole or not following[:1].isupper() or not is_telling(title_of(line)):
            return start, end
        return start, start + len(line)

    def _may_be_name(self, cell: Span, head: str, date: Span) -> bool:
        """Whether a cell may name an item: it holds no other date, and its head asks for none."""
        if cell[0] <= date[0] and date[1] <= cell[1]:
            return not is_bracketed(marked(self._text, *cell, [date]))
        is_date = date[0] <= cell[0] < date[1] or (head and DATE_HEADS.match(head))
        dates = (start for start, _ in self._dates_in(*cell))
        return not is_date and all(is_in_brackets(self._text, cell[0], start) for start in dates)

    def _named_row(
        self,
        block: Block,
        date: Span,
        places: list[str | None],
        names: list[_Cell],
        others: list[_Cell],
    ) -> Item:
        """The item of a row, from its cells and the head of the column of its date."""
        own = _head(self._text, block, date[0])
        others = [cell for cell in others if cell[0] or not DATE_HEADS.match(cell[1])]
        telling = [cell for cell in others if not is_venue(cell[1])]
        plain = [cell for cell in names if not DETAIL_HEADS.search(cell[0])]
        headings = self._headings(block)
        # From the cells whose column is called a name to any that say something: a table knows best
        # what its columns are.
        ranked = (plain, names, telling, [] if headings else others)
        head, title = next(filter(None, map(_longest, ranked)), ("", ""))
        if not head and headings and self._is_of_places(block):
            title, places = "", [place_alone(words) for _, words in others]
        if not places:
            rest = [words for head_of, words in others if words != title and not head_of]
            places = [place_in(title), *filter(is_place, rest)]
            places += self._places_below(block) if not title else []
        place = next(filter(None, places), None)
        if _names_itself(own) and own != head:
            title = f"{title}: {own}" if title else own
        is_named, title = bool(title), title or next(iter(headings), "")
        before = self._text[max(block.start, date[0] - _NEAR) : date[0]].rstrip(" .\t|")
        before = before if BY.search(before) else own
        kind = kind_of(title, before, [*head.split()[-1:], *headings, *self._subtitles])
        cells = [words for _, words in names + others if words not in title]
        lines, tells = (block.start, block.end), (*cells, own, *headings)
        return Item(without_place(title, place), place, kind, lines, is_named, tells)

    def _is_of_places(self, block: Block) -> bool:
        """Whether all rows of a table give but dates and places."""
        rows = [row for row in self._group(block) if row.kind == "row"]
        cells = [cell for row in rows for cell in row.cells if not self._has_date(*cell)]
        places = [place_alone(self._text[slice(*cell)]) for cell in cells]
        if len(rows) == 1 and self._places[block.start] == 1:  # below the title of the text
            return len(places) == 1 and places[0] is not None
        return all(place and (", " in place or is_venue(place)) for place in places)

    def _places_below(self, block: Block) -> list[str | None]:
        """The places that rows "Venue | Town Hall" give, of a table of such rows."""
        cells = (row.cells for row in self._group(block) if len(row.cells) == 2)
        pairs = ([self._text[slice(*cell)] for cell in pair] for pair in cells)
        return [place_of_cell(words) for label, words in pairs if PLACE_HEADS.fullmatch(label)]

    # --- Lines ---

    def _line(self, block: Block, start: int, end: int, gone: list[Span]) -> Span:
        """The sentence of a date; if that is but the date, with the sentence after it."""
        if start == end:
            return self._first_sentence(block)
        first, last = sentence_in(self._text, block, start, end)
        # "It was on 3 May. The council met in Turku.": the second sentence says what it was.
        is_short = last < block.end and last - first < end - start + _NEAR
        is_answer = any(map(self._asks, block.governed_by[-1:]))
        if is_short and not is_answer and not is_telling(marked(self._text, first, last, gone)):
            following = sentence_in(self._text, block, last + 1, last + 1)[1]
            if not self._has_date(last, following):
                last = following
        return first, last

    def _named_line(self, block: Block, first: int, end: int, gone: list[Span]) -> int | None:
        """Where the line below the date of an item ends, if the date is all of its own line."""
        line = self._text.find("\n", end, block.end)
        if block.kind != "item" or line < 0:
            return None
        if not is_placeholder(marked(self._text, first, line, gone)):
            return None
        following = self._text.find("\n", line + 1, block.end)
        return following if following >= 0 else block.end

    def _own_title(self, block: Block, first: int, line: str, place: str | None) -> str:
        """The title that a line gives its date."""
        above = block.governed_by[-1:]
        topic = next((self._name_of(heading) for heading in above if self._asks(heading)), "")
        before = self._before(block, first, pronoun_of(line))
        return without_place(title_of(line, before, topic), place)

    def _asked_above(self, block: Block) -> str:
        """What the heading above asks about: of "Where do I get it?", the words "Get it"."""
        above = block.governed_by[-1:]
        return next((self._name_of(heading) for heading in above if self._asks(heading)), "")

    def _asks(self, heading: Block) -> bool:
        """Whether a heading is a question, as those of answers are."""
        return heading.kind == "heading" and self._text[heading.end - 1] == "?"

    def _before(self, block: Block, start: int, pronoun: str) -> str:
        """The sentence before an offset: in the same block, or the last of the paragraph before.

        Of sentences that all begin with the same pronoun, the one before the first of them.
        """
        for _ in range(_MANY):
            if start <= block.start + 1:
                place = self._places[block.start]
                if not place or self._blocks[place - 1].kind != "paragraph":
                    return ""
                block = self._blocks[place - 1]
                start = block.end + 1
            first, last = sentence_in(self._text, block, start - 2, start - 1)
            if not pronoun or pronoun_of(self._text[first:last]) != pronoun:
                return self._words(first, last)
            start = first
        return ""

    def _place_alone(self, block: Block, line: str) -> str | None:
        """The place of "Tromsø, Norway, 11–13 June 2025", below what names it.

        A single name is a place in the second line of a text, or beside the only date of some lines
        below the name of what is there: in a list of such lines "Winter Light" is none.
        """
        place, number = place_alone(line), self._places[block.start]
        if place is None or not number or block.kind == "item":
            return None
        above = self._blocks[number - 1]
        is_headed = above in block.governed_by and bool(self._name_of(above))
        if not is_headed and not self._may_name(block, above):
            return None
        is_plain = ", " in place or is_venue(place) or bool(self._line_above(block))
        dated = [other for other in self._group(block) if self._has_date(*_span(other))]
        is_plain = is_plain or (dated == [block] and self._may_name(block, above))
        return place if is_plain or (number == 1 and line.endswith(MARK)) else None

    def _line_above(self, block: Block) -> str:
        """The nearest of the lines that a text begins with, above one, that tells a kind."""
        number = self._places[block.start]
        is_named = block.group and self._may_name(block, self._blocks[number - 1])
        if number > _HEAD or is_named:
            return ""
        above = [other for other in self._blocks[:number] if self._is_opening(other)]
        names = [self._words(*_span(other)) for other in reversed(above)]
        return next((title_of(name) for name in names if kind_of(name) != "event"), "")

    def _gathering_above(self, block: Block, *, leads: bool) -> str:
        """What the nearest line above one of the first lines names for which people gather."""
        number = self._places[block.start]
        if number > _HEAD or len(self._alone) > 1:
            return ""
        above = self._blocks[:number]
        if block.kind != "heading" and not leads:
            above = tuple(other for other in above[-1:] if other.group == block.group)
        lines = [other for other in reversed(above) if self._is_opening(other)]
        names = (title_of(self._words(*_span(line))) for line in lines)
        return next((name for name in names if kind_of(name) in GATHERINGS), "")

    def _is_opening(self, block: Block) -> bool:
        """Whether a block is a line that may name what the whole text tells of."""
        is_line = block.kind in ("heading", "paragraph") and not self._is_sentence(block)
        return is_line and not self._has_date(*_span(block))

    def _first_line(self, block: Block) -> str:
        """What the first line of a text names, for one of the lines directly below."""
        first = self._blocks[0]
        is_near = 0 < self._places[block.start] < _HEAD
        if not is_near or self._has_date(first.start, first.end) or self._is_sentence(first):
            return ""
        words = self._words(first.start, first.end)
        title = title_of(words)
        return title if is_telling(title) and not DETAIL_LABEL.match(words) else ""

    def _labelled(self, block: Block) -> str | None:
        """The place that a line "Venue: ..." gives: of the same lines, or of labels below them."""
        place = self._places[block.start]
        labels = takewhile(self._is_label, self._blocks[place + 1 : place + _MANY])
        lines = chain(self._group(block), labels if block.label else ())
        label = next(filter(PLACE_LABEL.match, map(self._words_of, lines)), "")
        return labelled_place(label)

    def _is_label(self, block: Block) -> bool:
        return block.label is not None or PLACE_LABEL.match(self._words_of(block)) is not None

    def _words_of(self, block: Block) -> str:
        return self._text[block.start : block.end]

    def _group(self, block: Block) -> Iterator[Block]:
        """The first lines of a block's group."""
        first = self._first[block.group]
        lines = self._blocks[first : first + _MANY]
        return (line for line in lines if line.group == block.group)

    def _named_by_another(
        self, block: Block, title: str, lines: Span, headings: list[str], gone: list[Span]
    ) -> tuple[str, Span]:
        """A title from the line beside a date that stands alone, or from a heading."""
        beside = self._beside(block)
        if beside is not None:
            words = marked(self._text, *self._first_sentence(beside), gone)
            whole = min(lines[0], beside.start), max(lines[1], beside.end)
            return _completed(title_of(NAME_LABEL.sub("", words)), title), whole
        if self._is_sentence(block):  # a headline does not name what a sentence below it tells
            headings = [name for name in headings if not title or not _is_headline(name)]
        return _completed(next(iter(headings), ""), title), lines

    def _first_sentence(self, block: Block) -> Span:
        """Where the first sentence of a paragraph stands; the whole of any other line."""
        if not self._is_sentence(block):
            return block.start, block.end
        return block.start, sentence_in(self._text, block, block.start, block.start + 1)[1]

    def _beside(self, block: Block) -> Block | None:
        """The line that names what is on a line with a date: below it, if the date comes first."""
        place = self._places[block.start]
        first = self._blocks[self._first[block.group]]
        quoted = [other for other in self._group(block) if self._is_quoted(other)]
        if len(quoted) == 1 and self._may_name(block, quoted[0]):
            return quoted[0]
        if DATE_LABEL.match(self._text, block.start) and self._is_label(block):
            return first if self._may_name(block, first) else None  # of "Speaker", "Date", "Venue"
        around = (self._place_after(place), place - 1)
        below_item = block.kind == "paragraph" and self._blocks[place - 1].kind == "item"
        if below_item or not self._has_date(first.start, first.end):
            around = around[::-1]
        near = (self._blocks[n] for n in around if 0 <= n < len(self._blocks))
        beside = next((other for other in near if self._may_name(block, other)), None)
        if beside is None:
            return self._alone_beside(place)
        is_described = self._is_sentence(beside) and not self._has_date(first.start, block.start)
        if is_described and self._may_name(block, first) and not self._is_sentence(first):
            return first
        return beside

    def _is_quoted(self, block: Block) -> bool:
        """Whether a line is the title of something, in quotation marks."""
        return self._text[block.start] in '“"' and self._text[block.end - 1] in '”"'

    def _is_sentence(self, block: Block) -> bool:
        return self._text[block.end - 1] == "."

    def _alone_beside(self, place: int) -> Block | None:
        """What names a date between empty lines: the line before or after it, or what is told."""
        if place not in self._alone:
            return None
        side = self._side
        if side and self._is_name(place + side):
            return self._blocks[place + side]
        if len(self._alone) > 1:
            return self._told_below(place)
        before = self._blocks[place - 1] if self._is_name(place - 1) else None
        if before is not None and before.governed_by == self._blocks[place].governed_by:
            return before
        return None

    @cached_property
    def _alone(self) -> list[int]:
        """The places of lines between empty lines that are nothing but dates."""
        return [n for n, block in enumerate(self._blocks) if self._is_date_alone(block)]

    def _is_date_alone(self, block: Block) -> bool:
        words = self._text[block.start : block.end]
        if block.kind == "row" or len(words) > _NAME or not any(map(str.isdigit, words)):
            return False
        is_alone = len(list(self._group(block))) == 1
        return is_alone and is_placeholder(words) and not begins_with_time(words, 0)

    @cached_property
    def _side(self) -> int:
        """On which side names stand of the dates that stand alone: before them (-1) or after."""
        after, before = (sum(self._is_name(n + side) for n in self._alone) for side in (1, -1))
        if len(self._alone) < 2:
            return 0
        last = self._blocks[self._alone[-1]]
        above = self._blocks[max(self._alone[0] - 1, 0)]
        before -= above in last.governed_by  # the heading of all is the name of none
        if not before + after:
            return 0
        return 1 if after > before else -1

    def _is_name(self, place: int) -> bool:
        """Whether a line between empty lines names something, and tells nothing."""
        if not 0 <= place < len(self._blocks):
            return False
        block = self._blocks[place]
        words = self._text[block.start : block.end]
        if block.kind not in ("heading", "paragraph") or len(words) > _NAME or _ENDED.search(words):
            return False
        is_alone = len(list(self._group(block))) == 1
        return is_alone and not self._has_date(block.start, block.end) and is_telling(words)

    def _told_below(self, place: int) -> Block | None:
        """The paragraph below a date and its times, if it does not begin with a date of its own."""
        place += 1
        while place < len(self._blocks) and self._is_of_time(self._blocks[place]):
            place += 1
        below = self._blocks[place] if place < len(self._blocks) else None
        if below is None or below.kind != "paragraph":
            return None
        return None if self._has_date(*self._first_sentence(below)) else below

    def _is_of_time(self, block: Block) -> bool:
        words = self._text[block.start : block.end]
        is_date = self._has_date(block.start, block.end)
        return block.kind != "row" and not is_date and is_placeholder(words)

    def _place_after(self, place: int) -> int:
        """The place of the block after one, and after weekdays that go on its date."""
        block, after = self._blocks[place], place + 1
        # The dates are in order, so that the last is enough: a block may hold thousands of them.
        last = bisect_left(self._dates, (block.end,)) - 1
        end = self._dates[last][1] if self._has_date(block.start, block.end) else block.end
        while after < len(self._blocks) and self._goes_on(self._blocks[after], end):
            after += 1
        return after

    def _goes_on(self, block: Block, end: int) -> bool:
        return block.end <= end or WEEKDAY_LINE.match(self._text, block.start) is not None

    def _may_name(self, block: Block, other: Block) -> bool:
        if other.group != block.group or other.kind not in ("paragraph", "item"):
            return False
        words = self._text[other.start : other.end]
        if labelled_place(words) or DETAIL_LABEL.match(words) or self._has_date(*_span(other)):
            return False
        return is_telling(title_of(words))

    def _words(self, start: int, end: int) -> str:
        """A part of the text without the characters that no title may hold."""
        return marked(self._text, start, end, ())

    @cached_property
    def _subtitles(self) -> list[str]:
        """The lines directly below the title of the text, which may say what it lists."""
        near = zip(self._blocks[1:_HEAD], self._blocks[2:], strict=False)
        lines = [
            block
            for block, below in near
            if block.group == 0 or (block.kind == "heading" and block not in below.governed_by)
        ]
        return [self._words(*_span(line)) for line in lines if self._is_opening(line)]

    def _headings(self, block: Block) -> list[str]:
        """The headings above that name something, the nearest first."""
        above = reversed(block.governed_by[-_MANY:])
        names = (self._name_of(heading) for heading in above if heading.kind == "heading")
        return [name for name in names if name]

    def _name_of(self, heading: Block) -> str:
        """What a heading names; nothing for a date, or for "Important dates"."""
        name = self._names.get(heading.start)
        if name is None:
            dates = self._dates_in(heading.start, heading.end)
            name = title_of(_asked(marked(self._text, heading.start, heading.end, dates)))
            if not is_telling(name) or NAMELESS.match(name):
                name = ""
            self._names[heading.start] = name
        return name


def _is_headline(name: str) -> bool:
    """Whether a heading is a sentence: "Board to meet in Osh", "Old hall closes"."""
    return verb_in(name) is not None or TO_DO.search(name) is not None


def _place_in(line: str) -> str | None:
    """The place of a date: of several dates in a sentence, each has that of its own clause."""
    if OTHER not in line and not is_statement(line):
        return place_in(line)
    place, after = place_in(clause_in(line)), line.rpartition(MARK)[2].partition(OTHER)[0]
    if place or not after.startswith(BEFORE_A_PLACE):
        return place
    return place_in(MARK + CLAUSE_END.split(after)[0])


def _span(block: Block) -> Span:
    return block.start, block.end


def _within(spans: list[Span], start: int, end: int) -> list[Span]:
    """Those of some spans, in order, that begin in a part of the text."""
    return spans[bisect_left(spans, (start,)) : bisect_left(spans, (end,))]


def _asked(heading: str) -> str:
    """What a heading asks about: of "Can I see the census?", the census."""
    heading = LEADING_NUMBER.sub("", heading)
    patterns = (ACTION_ASKED, QUESTION, SHORT_QUESTION)
    found = next(filter(None, (pattern.match(heading) for pattern in patterns)), None)
    words: str = found[found.lastindex or 0] if found else heading
    return words


def _longest(cells: list[_Cell]) -> _Cell | None:
    """The cell that tells most, if any does."""
    return max(cells, key=lambda cell: is_telling(cell[1]) * len(cell[1]), default=None)


def _names_row(words: str, head: str) -> bool:
    """Whether a cell says anything, but for hours of opening; "1.15.3" does below "Release"."""
    if OPENING_HOURS.match(words):
        return False
    is_version = NAME_HEADS.search(head) is not None and is_telling(words)
    return is_version or not is_placeholder(words)


def _names_itself(head: str) -> bool:
    """Whether the head of a column of dates says what happens then: "Deadline"."""
    words = [word for word in head.casefold().split() if not DATE_HEADS.match(word)]
    is_plain = {*words} <= START_HEADS | END_HEADS
    return bool(head) and not is_plain and not any(map(str.isdigit, head))


def _completed(name: str, rest: str) -> str:
    """A name with what stands beside a date: "Winter Light" and "Opens", but not "Date"."""
    first = rest.partition(" ")[0].rstrip(":,;").casefold()
    if not name or first in LABELS | NOWHERE or is_placeholder(rest):
        return name or rest
    return title_of(f"{name} {rest[:1].lower()}{rest[1:]}")
