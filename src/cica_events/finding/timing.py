"""Which date a time of day belongs to: the one beside it, in its sentence, or above its line."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date, datetime, time, timedelta
from operator import itemgetter
from typing import Any, Protocol, TypeVar

import attrs

from ..basis import weaker
from ..clock import ClockTime, moment
from ..edtf import EdtfDate, EdtfInterval, When
from ..kinds import kind_of
from ..structure import Block, Span, is_in_brackets
from .clocks import Clock, Zoned, find_clocks
from .english import (
    AFTER_DATE,
    ALL_DEADLINES,
    BEFORE_DATE,
    BEFORE_DATE_BARELY,
    BEFORE_HOURS,
    BEFORE_NO_CLOCK,
    CLOCK_CUE,
    CLOCK_LABEL,
    CONTESTANT_HEADS,
    DATE_LABEL,
    END_HEADS,
    FOR_CLOCK,
    FROM_DAY,
    HOURS,
    LAST_DAYS,
    NO_CLOCK_NEAR,
    PARTS_OF_HOUR,
    PAST_THE_HOUR,
    PLACE_LABEL,
    PRICED,
    REPEATED_HOURS,
    START_HEADS,
    TIME_HEADS,
    TO,
    UNTIL_DATE,
    value_of,
)
from .expressions import lazy_compile
from .layout import Layout, Source, is_stamped
from .reasons import ALTERNATIVE
from .zone_notes import ZoneNotes
from .zones import zone_meant

__all__ = ["timed"]

# A text without a full stop is one sentence, and a time must not look through all of it.
_FAR = 400  # characters within which a time is sought beside a date
_BEFORE = 40  # characters before a date, in which words tell that it is the last one for something
_GAP = 40  # characters between a time and its date where only words like "at" stand there
_ENDS = lazy_compile(r"[.!?;](?:[\"'”’)]*)\s|\n")
_EMPTY_LINE = lazy_compile(r"\n[^\S\n]*\n")
_LINE_START = lazy_compile(r"\W{0,3}(?:[0-9]{1,2}[.)])?\s*")
_LINE_END = lazy_compile(r"[^\S\n]*(?:\n|\Z)")
_OPENED = lazy_compile(r"\s?\([^()\n]{0,60}\s")
_CLOSED = lazy_compile(r"[^()\n]{0,60}\)")
_NEXT_LINE = lazy_compile(r"[^\S\n]*\n[^\S\n]*")
_SIGN_BEFORE = lazy_compile(r"(?:^|[\n:|(,;–—-])[^\S\n]*\Z")
_HOUR = "[01][0-9][0-5][0-9]|2[0-3][0-5][0-9]"
_FOUR_DIGITS = lazy_compile(rf"({_HOUR})(?:\s?[-–]\s?({_HOUR}))?")
_MAY_BE_YEAR = lazy_compile(r"1[89][0-9]{2}|20[0-5][0-9]")
_EVENING, _MORNING = 18, 6  # hours
_FURTHEST = 14 * 60  # minutes that clocks are ahead of UTC


class _Mention(Protocol):
    """What is used of a mention of a date."""

    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...
    @property
    def when(self) -> When | None: ...
    @property
    def candidates(self) -> tuple[When, ...]: ...


_M = TypeVar("_M", bound=_Mention)
_Fits = Callable[[str, Clock, Any], bool]


def timed(text: str, mentions: Sequence[_M], layout: Layout | None = None) -> list[_M]:
    """The mentions of dates in a text with their times; a programme's lines are mentions too.

    Args:
        text: the text.
        mentions: the phrases of it that give dates, in order; attrs classes with the fields of
            `DateMention`.
        layout: the layout of the text, where it has one.
    """
    clocks = find_clocks(text) if mentions else []
    if mentions and layout:
        clocks = sorted([*clocks, *_of_columns(text, layout)], key=itemgetter(0))
    if not clocks:
        return list(mentions)
    return _Times(text, list(mentions), clocks, layout).read()


def _of_columns(text: str, layout: Layout) -> Iterator[Clock]:
    """The cells of columns of times that are but four digits: "0950 - 1030" below "Time"."""
    columns: dict[Span, list[Span]] = {}
    for block in layout.blocks:
        for cell, head in zip(block.cells, block.heads, strict=False):
            if cell[0] < cell[1] and head and _is_head(text, head, TIME_HEADS):
                columns.setdefault(head, []).append(cell)
    for cells in columns.values():
        # A column of nothing but what may be years tells of years.
        if all(_MAY_BE_YEAR.fullmatch(text, *cell) for cell in cells):
            continue
        for cell in cells:
            if found := _FOUR_DIGITS.fullmatch(text, *cell):
                yield Clock(*cell, _of_digits(found), "plain")


def _of_digits(found: re.Match[str]) -> ClockTime:
    """The time of four digits, or of four and four."""
    begin, *end = (time(int(each[:2]), int(each[2:])) for each in found.groups() if each)
    return ClockTime(begin, *end)


def _is_head(text: str, head: Span, words: frozenset[str]) -> bool:
    """Whether the head of a column has one of some words."""
    return not words.isdisjoint(text[slice(*head)].casefold().split())


@attrs.define
class _Pair:
    """A mention and the time that belongs to it."""

    mention: Any
    clock: Clock
    adjacent: bool
    same: tuple[Zoned, ...] = ()


class _Times:
    """Pairs the times of one text with its dates."""

    def __init__(
        self, text: str, mentions: list[Any], clocks: list[Clock], layout: Layout | None
    ) -> None:
        self._text, self._mentions, self._layout = text, mentions, layout
        self._notes = ZoneNotes(text, layout)
        clocks = [clock for clock in clocks if not self._is_of_contestant(clock)]
        counted = [_counted(text, clock) for clock in clocks if not self._is_no_clock(clock)]
        self._clocks = self._joined(counted)
        self._clock_starts = [clock.start for clock in self._clocks]
        self._starts = [mention.start for mention in mentions]
        self._pairs: dict[int, _Pair] = {}  # by the place of the mention
        self._lines: list[Any] = []
        self._sources: dict[tuple[int, int, str], list[int]] = {}  # the dates of `Source`s
        self._taken: set[int] = set()  # the starts of clocks that have their date

    def read(self) -> list[Any]:
        # From the surest to the least sure: a time has one date, and what stands beside it goes
        # before what stands above it, and that before the rest of its sentence or its paragraph.
        of_deadlines = self._of_all_deadlines()
        self._pair_adjacent()
        self._pair_same_moment()
        self._pair_in_brackets()
        self._read_programme()
        self._pair_below_date()
        self._pair_above_date()
        self._pair_in_entry()
        loose = [clock for clock in self._clocks if self._is_loose(clock)]
        self._pair_in_sentence(loose)
        self._pair_in_paragraph(loose)
        if of_deadlines and self._layout:
            self._pair_deadlines(self._layout, of_deadlines)
        return self._made()

    # What is said of all deadlines

    def _of_all_deadlines(self) -> Clock | None:
        """The time of "All deadlines are 23:59 AoE", which is that of no single date."""
        for clock in self._clocks:
            if ALL_DEADLINES.search(self._text, max(0, clock.start - _BEFORE), clock.start):
                self._taken.add(clock.start)
                return clock
        return None

    def _pair_deadlines(self, layout: Layout, clock: Clock) -> None:
        """Gives a time to the days of deadlines; below its heading, of all that is nothing else."""
        heading = layout.block(clock.start)
        for place, mention in enumerate(self._mentions):
            block = layout.block(mention.start)
            if not self._is_free(place) or layout.is_prose(block) or _day(mention.when) is None:
                continue
            before = self._text[block.start : mention.start]
            if FROM_DAY.search(before[-_BEFORE:]):
                continue
            heads = [self._text[above.start : above.end] for above in block.governed_by[::-1]]
            kinds = ("deadline", "event") if heading in block.governed_by else ("deadline",)
            if kind_of(self._text[block.start : block.end], before, heads) in kinds:
                self._pair(place, clock, adjacent=False)

    # What is no time of an event

    def _is_of_contestant(self, clock: Clock) -> bool:
        """Whether a cell below "Time" tells how long somebody took, who has a column too."""
        head = self._layout.head(clock.start) if self._layout else None
        if self._layout is None or head is None or not _is_head(self._text, head, TIME_HEADS):
            return False
        heads = self._layout.block(clock.start).heads
        return any(each and _is_head(self._text, each, CONTESTANT_HEADS) for each in heads)

    def _is_no_clock(self, clock: Clock) -> bool:
        """Whether what stands before a time makes a length, a score or a price of it."""
        before = self._text[max(0, clock.start - 24) : clock.start].lower()
        begins_line = before[-1:] in ("", "\n")
        if not begins_line and BEFORE_NO_CLOCK.search(before):
            return True
        is_counted = self._text[clock.start : clock.end].endswith(HOURS)
        if is_counted and BEFORE_HOURS.search(before):
            return True
        # "7 p.m." and "17:00 GMT" are nothing else; a bare "17:45" may be a score, a ratio or a
        # price.
        if begins_line or clock.surety == "sure":
            return False
        sentence = self._sentence_before(clock.start).lower()
        return bool(NO_CLOCK_NEAR.search(sentence) or PRICED.search(sentence))

    def _sentence_before(self, place: int) -> str:
        """What stands before a place in its sentence and its line."""
        far = max(0, place - _FAR)
        before = self._text[max(far, self._text.rfind("\n", far, place) + 1) : place]
        ends = [match.end() for match in _ENDS.finditer(before)]
        return before[ends[-1] if ends else 0 :]

    def _sentence(self, place: int) -> str:
        after = _ENDS.split(self._text[place : place + _FAR], maxsplit=1)[0]
        return self._sentence_before(place) + after

    def _has_cue(self, clock: Clock) -> bool:
        """Whether a word such as "at" or "from" leads to a time."""
        before = self._text[max(0, clock.start - 30) : clock.start].lower()
        return CLOCK_CUE.search(before) is not None

    def _is_plain(self, clock: Clock) -> bool:
        """Whether it is a time, or what stands before it makes it one."""
        if clock.surety != "unsure" or self._has_cue(clock):
            return True
        before = self._text[max(0, clock.start - 12) : clock.start]
        return _SIGN_BEFORE.search(before) is not None

    # Columns

    def _joined(self, clocks: list[Clock]) -> list[Clock]:
        """The times; those of "7.30 for 8pm", and of the cells "Start" and "End", are one."""
        joined: list[Clock] = []
        for clock in clocks:
            if joined and self._layout and self._are_columns(self._layout, joined[-1], clock):
                first = joined.pop()
                whole = ClockTime(_start(first), _start(clock))
                clock = clock._replace(start=first.start, time=whole)
            elif joined and FOR_CLOCK.fullmatch(self._text, joined[-1].end, clock.start):
                clock = clock._replace(start=joined.pop().start)
            joined.append(clock)
        return joined

    def _are_columns(self, layout: Layout, one: Clock, other: Clock) -> bool:
        if layout.block(one.start) is not layout.block(other.start):
            return False
        if not all(self._fills_cell(layout, clock) for clock in (one, other)):
            return False
        heads = [layout.head(clock.start) for clock in (one, other)]
        if heads == [None, None]:
            return _start(one) < _start(other)
        words = [self._text[slice(*head)].casefold().split() if head else [] for head in heads]
        return not START_HEADS.isdisjoint(words[0]) and not END_HEADS.isdisjoint(words[1])

    def _fills_cell(self, layout: Layout, clock: Clock) -> bool:
        """Whether a single time of day is all of a cell."""
        is_single = clock.time is not None and clock.time.end is None
        is_cell = layout.block(clock.start).kind == "row"
        return is_single and is_cell and layout.part(clock.start) == (clock.start, clock.end)

    # Beside each other

    def _pair_adjacent(self) -> None:
        near = [(clock, self._near(clock)) for clock in self._clocks]
        near = [(clock, places) for clock, places in near if places]
        # Pass by pass, and not time by time: a time that lies within a date takes it before a time
        # that only follows one.
        for fits in (_lies_within, _is_before, _is_after, _is_barely_before):
            for clock, places in near:
                if clock.start in self._taken:
                    continue
                place = next((place for place in places if self._fits(fits, clock, place)), None)
                if place is not None and place not in self._pairs:
                    self._pair(place, clock, adjacent=True)

    def _near(self, clock: Clock) -> list[int]:
        """The places of the mentions that a time may stand beside, the one after it first."""
        place = bisect_left(self._starts, clock.end)
        places = range(max(place - 2, 0), min(place + 1, len(self._mentions)))[::-1]
        return [number for number in places if self._is_near(clock, self._mentions[number])]

    def _is_near(self, clock: Clock, mention: Any) -> bool:
        gap = max(mention.start - clock.end, clock.start - mention.end)
        return gap <= _GAP and _may_have_time(mention)

    def _fits(self, fits: _Fits, clock: Clock, place: int) -> bool:
        """Whether a time belongs to a mention for what stands between them."""
        mention = self._mentions[place]
        if not fits(self._text, clock, mention) or not self._are_together(clock, mention):
            return False
        is_after = bool(mention.end <= clock.start)
        return clock.surety == "sure" or is_after or self._is_plain(clock)

    def _are_together(self, clock: Clock, mention: Any) -> bool:
        """Whether a time and a date beside it are of one line, or of lines that belong together."""
        first, last = sorted((clock, mention), key=lambda each: int(each.start))
        between = self._text[first.end : last.start]
        if "\n" not in between:
            return True
        blocks = [self._layout.block(each.start) for each in (first, last)] if self._layout else []
        same = len({block.start for block in blocks}) < 2
        plain = all(block.kind == "paragraph" for block in blocks)
        return same or (plain and _EMPTY_LINE.search(between) is None)

    def _pair(self, place: int, clock: Clock, *, adjacent: bool) -> None:
        self._pairs[place] = _Pair(self._mentions[place], clock, adjacent, clock.same)
        self._taken.add(clock.start)

    def _pair_same_moment(self) -> None:
        """Joins the same moment that is told after the date: "on 7 May (1505 GMT)"."""
        for clock in self._clocks:
            if clock.start in self._taken or not clock.zones:
                continue
            pair = self._pairs.get(bisect_left(self._starts, clock.start) - 1)
            if pair is None or pair.clock.zones:
                continue
            between = self._text[max(pair.mention.end, pair.clock.end) : clock.start]
            # A comma or a word there would tell of another time, as of doors that open earlier.
            if between.strip() == "(" and clock.time and not clock.time.end:
                pair.same = (*pair.same, Zoned(clock.time.start, clock.zones[0]))
                self._taken.add(clock.start)

    def _pair_in_brackets(self) -> None:
        """Joins a time in brackets with the date before them: "on 3 May (Town Hall, 7 p.m.)"."""
        for clock in self._clocks:
            place = bisect_left(self._starts, clock.start) - 1
            if clock.start in self._taken or not self._is_free(place) or not self._is_plain(clock):
                continue
            between = self._text[self._mentions[place].end : clock.start]
            if _OPENED.fullmatch(between) and _CLOSED.match(self._text, clock.end):
                self._pair(place, clock, adjacent=False)

    def _pair_below_date(self) -> None:
        """Joins a time with the date that is the whole line above it."""
        for clock in self._clocks if self._layout else ():
            if clock.start not in self._taken and self._is_plain(clock):
                place = self._line_above(clock.start)
                if place is not None and self._is_free(place):
                    self._pair(place, clock, adjacent=False)

    def _line_above(self, offset: int) -> int | None:
        """The place of the date that is the whole line above a part of the text."""
        assert self._layout is not None
        block, above = self._layout.block(offset), self._layout.above(offset)
        if above is None or above.kind != "paragraph" or above.group != block.group:
            return None
        place = bisect_left(self._starts, above.start)
        dates = self._within(above.start, block.end)
        if len(dates) != 1 or dates[0].start != above.start:
            return None
        if self._text[dates[0].end : above.end].strip(").: "):
            return None
        return place

    def _pair_above_date(self) -> None:
        """Joins a time that is a whole line with the date that is the whole line below it."""
        for clock in self._clocks if self._layout else ():
            place = bisect_left(self._starts, clock.end)
            if clock.start in self._taken or not self._is_alone(clock) or not self._is_free(place):
                continue
            date_line = _LINE_END.match(self._text, self._mentions[place].end)
            if date_line and _NEXT_LINE.fullmatch(self._between(clock, place)):
                self._pair(place, clock, adjacent=False)

    # Apart from each other

    def _pair_in_entry(self) -> None:
        """Joins the only time of a line or a row that is no sentence with its only date."""
        for clock in self._clocks if self._layout else ():
            if clock.start in self._taken:
                continue
            assert self._layout is not None
            block = self._layout.block(clock.start)
            first, last = (bisect_left(self._clock_starts, at) for at in (block.start, block.end))
            if last - first > 1 or self._layout.is_prose(block):
                continue
            dates = [m for m in self._within(block.start, block.end) if m.when is not None]
            is_repeated = REPEATED_HOURS.search(self._text[block.start : block.end].lower())
            # "10:00 Opening, 3 May" may be of any day; in a row the columns may stand in any order.
            comes_after = dates and (block.kind == "row" or dates[0].end <= clock.start)
            is_one = len({mention.when for mention in dates}) == 1  # "6 October | Tuesday"
            if is_one and comes_after and self._is_plain(clock) and not is_repeated:
                place = bisect_left(self._starts, dates[0].start)
                if self._is_free(place) and not is_stamped(self._text, dates[0].start):
                    self._pair(place, clock, adjacent=False)

    def _pair_in_sentence(self, loose: list[Clock]) -> None:
        """Joins a time with the date before it in its sentence, or else with the one after it."""
        for clock in loose:
            before = bisect_left(self._starts, clock.start) - 1
            for place in (before, before + 1):
                if self._is_free(place) and not _ENDS.search(self._between(clock, place)):
                    self._pair(place, clock, adjacent=False)
                    break

    def _pair_in_paragraph(self, loose: list[Clock]) -> None:
        """A time in one of the sentences or lines after that of its date."""
        for clock in loose:
            place = bisect_left(self._starts, clock.start) - 1
            if clock.start in self._taken or not self._is_free(place):
                continue
            between = self._between(clock, place)
            stretch = clock.time is not None and clock.time.end is not None
            if _EMPTY_LINE.search(between) or (stretch and not self._is_labelled(clock)):
                continue
            if self._is_of_other_item(clock, self._starts[place]):
                continue  # of a list, whose items have each their own
            # "Date: 3 May" may be that of the text, unless "Time: 10:00" stands below it.
            if self._is_labelled(clock) or not is_stamped(self._text, self._starts[place]):
                self._pair(place, clock, adjacent=False)

    def _is_of_other_item(self, clock: Clock, start: int) -> bool:
        """Whether a time stands in an item of a list that does not hold a date."""
        if self._layout is None:
            return False
        item = self._layout.block(clock.start)
        return item.kind == "item" and item is not self._layout.block(start)

    def _is_loose(self, clock: Clock) -> bool:
        """Whether a time has no date yet, and words before it that make it one's."""
        if clock.start in self._taken:
            return False
        has_words = self._has_cue(clock) or self._is_labelled(clock)
        return has_words and not REPEATED_HOURS.search(self._sentence(clock.start).lower())

    def _is_labelled(self, clock: Clock) -> bool:
        """Whether a label such as "Time:" stands before a time."""
        return CLOCK_LABEL.search(self._text, max(0, clock.start - 24), clock.start) is not None

    def _is_free(self, place: int) -> bool:
        """Whether a mention is of known days and has no time yet."""
        if not 0 <= place < len(self._mentions) or place in self._pairs:
            return False
        return _days(self._mentions[place].when) is not None

    def _between(self, clock: Clock, place: int) -> str:
        """What stands between a time and a mention."""
        mention = self._mentions[place]
        if mention.start >= clock.end:
            return self._text[clock.end : mention.start]
        return self._text[mention.end : clock.start]

    # Programmes

    def _read_programme(self) -> None:
        """Gives a line or a cell that begins with a time the day that stands above it."""
        if self._layout is None:
            return
        lines = list(self._programme(self._layout))
        # One time alone below a day is that day's; several are the lines of a programme, each an
        # item.
        days = Counter(place for place, _ in lines)
        after_midnight = self._after_midnight(self._layout, lines)
        for place, clock in lines:
            if days[place] == 1 and self._is_alone(clock) and self._is_free(place):
                self._pair(place, clock, adjacent=False)
                continue
            self._taken.add(clock.start)
            line = self._line(self._mentions[place], clock)
            self._lines.append(_of_next_day(line) if clock.start in after_midnight else line)

    def _after_midnight(self, layout: Layout, lines: list[tuple[int, Clock]]) -> set[int]:
        """Where times begin that stand below one late in the evening, and are of the night."""
        found: set[int] = set()
        above: tuple[int, tuple[Block, ...]] | None = None
        is_late = is_after = False
        for place, clock in lines:
            of_list = place, layout.block(clock.start).governed_by
            if of_list != above:
                above, is_late, is_after = of_list, False, False
            hour = _start(clock).hour
            is_after |= is_late and hour < _MORNING
            is_late |= hour >= _EVENING
            if is_after:
                found.add(clock.start)
        return found

    def _line(self, mention: Any, clock: Clock) -> Any:
        """A mention of a time that takes its day from one above it."""
        return self._with_time(
            _Pair(mention, clock, True, clock.same),
            start=clock.start,
            end=clock.end,
            text=self._text[clock.start : clock.end],
            context=((mention.start, mention.end), *mention.context),
        )

    def _is_alone(self, clock: Clock) -> bool:
        """Whether a line is nothing but a time."""
        first = self._text.rfind("\n", 0, clock.start) + 1
        begins = _LINE_START.fullmatch(self._text, first, clock.start) is not None
        return begins and _LINE_END.match(self._text, clock.end) is not None

    def _programme(self, layout: Layout) -> Iterator[tuple[int, Clock]]:
        """The times that begin lines or cells, each with the place of the date above it."""
        row = -1  # where the row begins whose first time has been read
        for clock in self._clocks:
            if clock.start in self._taken or clock.time is None:
                continue
            block = layout.block(clock.start)
            if block.start == row and self._fills_cell(layout, clock):
                self._taken.add(clock.start)  # the same moment in another zone
                continue
            row = block.start if block.kind == "row" else -1
            dated = any(
                _may_have_time(mention)
                and not is_in_brackets(self._text, block.start, mention.start)
                for mention in self._within(block.start, block.end)
            )
            if not dated and self._is_entry(layout, block, clock):
                place = self._day_above(layout, clock.start)
                if place is not None:
                    yield place, clock

    def _is_entry(self, layout: Layout, block: Block, clock: Clock) -> bool:
        """Whether a time begins a line or a cell, or is the only one of an entry."""
        start, _ = layout.part(clock.start)
        if _LINE_START.fullmatch(self._text, start, clock.start):
            return True
        is_listed = block.kind == "item" or layout.is_below_day(block)
        if not is_listed or layout.is_prose(block) or not self._is_plain(clock):
            return False
        first, last = (bisect_left(self._clock_starts, at) for at in (block.start, block.end))
        return last - first == 1

    def _day_above(self, layout: Layout, offset: int) -> int | None:
        """The place of the one day that stands above a part of the text, the nearest first."""
        for source in layout.sources(offset):
            if source.kind == "subtitle":
                places = self._of_front(layout, offset)
            else:
                places = self._of_events(source, may_be_labelled=source.kind == "heading")
            if places:
                single = len(places) == 1 and _is_of_one_day(self._mentions[places[0]])
                if not single:
                    return None
                return places[0]
        return None

    def _of_front(self, layout: Layout, offset: int) -> list[int]:
        """The places of the dates in all lines with which the text begins."""
        lines = [source for source in layout.sources(offset) if source.kind == "subtitle"]
        has_place = any(PLACE_LABEL.match(self._text, line.start, line.end) for line in lines)
        places: list[int] = []
        for line in lines:
            places += self._of_events(line, may_be_labelled=has_place)
        return places

    def _of_events(self, source: Source, *, may_be_labelled: bool) -> list[int]:
        """The places of the dates in a part of the text that may be of what stands below it.

        "Date:" stands before that of a heading, and where the place of an event has its label too.
        """
        place = source.start, source.end, source.kind
        if place not in self._sources:
            first, last = (bisect_left(self._starts, offset) for offset in place[:2])
            is_labelled = may_be_labelled and DATE_LABEL.match(self._text, source.start)
            self._sources[place] = [
                k
                for k in range(first, last)
                if is_labelled or self._is_of_events(self._mentions[k])
            ]
        return self._sources[place]

    def _is_of_events(self, mention: Any) -> bool:
        """Whether a date may be of what stands below it, and is not that of the document."""
        if not _may_have_time(mention) or is_stamped(self._text, mention.start):
            return False
        before = self._text[max(0, mention.start - _BEFORE) : mention.start].lower()
        return LAST_DAYS.search(before) is None

    def _within(self, start: int, end: int) -> list[Any]:
        """The mentions in a part of the text."""
        first = bisect_left(self._starts, start)
        return self._mentions[first : bisect_left(self._starts, end)]

    # What comes of it

    def _made(self) -> list[Any]:
        """The mentions with their times; what lies in the time of another one is none."""
        made: dict[int, Any] = {}
        joined: set[int] = set()
        for place, mention in enumerate(self._mentions):
            if place in joined:
                continue
            pair = self._pairs.get(place)
            stretch = self._stretch(place) if pair else None
            if stretch:
                joined.add(place + 1)
            made[place] = stretch or (self._with_time(pair) if pair else mention)
        spans = sorted(m.clock for m in (*made.values(), *self._lines) if m.clock)
        found = [m for place, m in made.items() if place in self._pairs or not _lies_in(m, spans)]
        return sorted([*found, *self._lines], key=lambda mention: mention.start)

    def _stretch(self, place: int) -> Any:
        """One interval of two days whose times are both said; ``None`` where that is not so."""
        first, last = self._pairs[place], self._pairs.get(place + 1)
        if last is None or not (first.adjacent and last.adjacent):
            return None
        _, end = _span(first)
        start, _ = _span(last)
        days = _day(first.mention.when), _day(last.mention.when)
        if not UNTIL_DATE.fullmatch(self._text[end:start]) or not (days[0] and days[1]):
            return None
        if self._layout and self._are_in_cells(self._layout, end, start):
            return None
        begun, ended = first.clock.time, last.clock.time
        if begun is None or ended is None or begun.end or ended.end or not days[0] < days[1]:
            return None
        zones = {_zone(first, days[0], begun.start), _zone(last, days[1], ended.start)} - {None}
        return self._interval(first, last, ClockTime(begun.start, ended.start), zones)

    def _are_in_cells(self, layout: Layout, one: int, other: int) -> bool:
        """Whether two offsets are in different cells of a row, as beside one with a dash in it."""
        is_row = layout.block(one).kind == "row"
        return is_row and layout.part(one) != layout.part(other)

    def _interval(self, first: _Pair, last: _Pair, clock: ClockTime, zones: set[str | None]) -> Any:
        start, end = _span(first)[0], _span(last)[1]
        # "(from 3 May, 10:00, to 4 May, 12:00)" is quoted whole, not with half of its brackets.
        if _is_open(self._text[start:end]) and self._text.startswith(")", end):
            end += 1
        a, b = first.mention, last.mention
        return attrs.evolve(
            a,
            start=start,
            end=end,
            text=self._text[start:end],
            when=EdtfInterval(a.when, b.when),
            basis=weaker(a.basis, b.basis),
            reason=a.reason or b.reason,
            said=EdtfInterval(a.said, b.said) if a.said and b.said else None,
            candidates=(),
            weekday=None,
            clock=(start, end),
            time=clock,
            zone=zones.pop() if len(zones) == 1 else None,
        )

    def _with_time(self, pair: _Pair, **changes: Any) -> Any:
        """A mention with its time, in the zone that is said for many unless it has its own."""
        clock, mention = pair.clock, pair.mention
        told = self._told(pair)
        note = None if clock.zones or pair.same else self._notes.governing(clock.start)
        if note is not None:
            zoned = attrs.evolve(pair, clock=clock._replace(zones=(note.words,)))
            in_zone = self._told(zoned)
            if in_zone.get("zone"):
                told, context = in_zone, changes.get("context", mention.context)
                changes["context"] = (*context, note.span)
        return attrs.evolve(mention, **changes, **told)

    def _told(self, pair: _Pair) -> dict[str, object]:
        """What a time tells of its mention."""
        mention, clock = pair.mention, pair.clock
        told: dict[str, object] = {"clock": (clock.start, clock.end)}
        end = _span(pair)[1]
        repeated = REPEATED_HOURS.match(self._text[end : end + 24].lstrip(" ,(").lower())
        day = _day(mention.when)
        # Midnight, and hours of several days, are times that no field can hold.
        if clock.time and not repeated and (day is not None or mention.when is None):
            told |= _on_day(mention, pair, day)
        return told


def _on_day(mention: Any, pair: _Pair, day: date | None) -> dict[str, object]:
    """What a time tells of a mention of a day; of two days, where it lasts beyond midnight."""
    clock = pair.clock.time
    assert clock is not None
    if pair.clock.to_midnight:
        clock = ClockTime(clock.start, time(0, 0))
    zone = _zone(pair, day, clock.start) if day else None
    if clock.end is None or clock.start < clock.end:
        return {"time": clock, "zone": zone}
    # "10 p.m. to 2 a.m." goes beyond midnight; "10:00 to 9:00" is a slip.
    if day is None or day == date.max or clock.start.hour < 12 or clock.end.hour >= 12:
        return {}
    following = day + timedelta(days=1)
    when = EdtfInterval(mention.when, EdtfDate(following.year, following.month, following.day))
    return {"when": when, "said": None, "weekday": None, "time": clock, "zone": zone}


def _of_next_day(line: Any) -> Any:
    """A line of a programme that may be of its day, or rather of the night after it."""
    day = _day(line.when)
    if day is None or day == date.max:
        return line
    following = day + timedelta(days=1)
    next_day = EdtfDate(following.year, following.month, following.day)
    changes = {"when": None, "said": None, "basis": None, "weekday": None, "zone": None}
    return attrs.evolve(line, **changes, reason=ALTERNATIVE, candidates=(next_day, line.when))


def _is_open(words: str) -> bool:
    """Whether a bracket is opened in some words, and not closed."""
    return words.rfind("(") > words.rfind(")")


def _counted(text: str, clock: Clock) -> Clock:
    """A time with the minutes that count from its hour: "half past 6 p.m."."""
    match = PAST_THE_HOUR.search(text, max(0, clock.start - _PAST), clock.start)
    is_hour = clock.time is not None and clock.time.end is None and not clock.time.start.minute
    if match is None or not is_hour:
        return clock
    part, minutes, side = match["part"], match["minutes"], match["side"].lower()
    if not part and not match["named"] and side == TO:  # "from ten to 8 p.m."
        return clock
    count = PARTS_OF_HOUR[part.lower()] if part else value_of(minutes.lower()) or int(minutes)
    day = datetime.combine(date.min, _start(clock)) + timedelta(days=1)
    at = day + timedelta(minutes=-count if side == TO else count)
    return clock._replace(start=match.start(), time=ClockTime(at.time()))


_PAST = 24  # characters before an hour


def _start(clock: Clock) -> time:
    assert clock.time is not None
    return clock.time.start


def _lies_in(mention: Any, spans: list[tuple[int, int]]) -> bool:
    """Whether a mention lies within a time that has its date elsewhere."""
    before = bisect_right(spans, mention.start, key=itemgetter(0)) - 1
    return before >= 0 and bool(mention.end <= spans[before][1])


def _span(pair: _Pair) -> tuple[int, int]:
    """Where a date and a time beside it begin and end, with the moment told in other zones."""
    return min(pair.mention.start, pair.clock.start), max(pair.mention.end, pair.clock.end)


def _zone(pair: _Pair, day: date, at: time) -> str | None:
    """The zone that the words settle, or that the same moment in another zone implies."""
    # The first that is plain on that day: of "2 pm IST (UTC+5:30)" only the second is.
    for words in pair.clock.zones:
        zone = zone_meant(words, day, at)
        if zone:
            return zone
    return next(filter(None, (_implied(day, at, other) for other in pair.same)), None)


def _implied(day: date, at: time, other: Zoned) -> str | None:
    """The offset of clocks that show one time when those of another zone show another."""
    zone = zone_meant(other.words, day, other.at)
    if zone is None or day in (date.min, date.max):
        return None
    utc = moment(day, other.at, zone).replace(tzinfo=None)
    # As on the face of a clock: which day it is in the other zone, the words do not say.
    minutes = int((datetime.combine(day, at) - utc).total_seconds() // 60) % 1440
    if minutes % 15 or 720 < minutes <= _FURTHEST:
        return None  # no offset of any clock, or one of two
    minutes -= 1440 if minutes > 720 else 0
    hours, rest = divmod(abs(minutes), 60)
    if not minutes:
        return "Z"
    return f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"


def _days(when: When | None) -> tuple[date, date] | None:
    """The first and the last day of a date that is exact and sure."""
    if when is not None and when.exact and not when.qualified:
        return when.window
    return None


def _day(when: When | None) -> date | None:
    """The day of a date that is exact and sure."""
    days = _days(when) if isinstance(when, EdtfDate) else None
    if not days:
        return None
    return days[0]


def _is_of_one_day(mention: Any) -> bool:
    """Whether it is of one day, or may be of one of several."""
    return mention.when is None or _day(mention.when) is not None


def _may_have_time(mention: Any) -> bool:
    """Whether it is of a day or of days, or may be."""
    if mention.when is None:
        return any(_day(candidate) for candidate in mention.candidates)
    return _days(mention.when) is not None


def _lies_within(text: str, clock: Clock, mention: Any) -> bool:
    return bool(mention.start <= clock.start < mention.end)


def _is_before(text: str, clock: Clock, mention: Any) -> bool:
    return _matches(BEFORE_DATE, text, clock.end, mention.start)


def _is_barely_before(text: str, clock: Clock, mention: Any) -> bool:
    return _matches(BEFORE_DATE_BARELY, text, clock.end, mention.start)


def _is_after(text: str, clock: Clock, mention: Any) -> bool:
    gap = text[mention.end : clock.start]
    if "\n" in gap and not any(map(str.isalpha, gap)):
        return False  # a line of its own
    return _matches(AFTER_DATE, text, mention.end, clock.start)


def _matches(pattern: re.Pattern[str], text: str, start: int, end: int) -> bool:
    return start <= end <= start + _GAP and pattern.fullmatch(text, start, end) is not None
