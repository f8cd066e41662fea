"""What the layout of a text adds to its phrases: the year, the month or the day of a heading.

A heading, a label, the head of a column or a cell lends its date to what it governs. A phrase takes
from it what its own words leave unsaid, if the date that comes of it lies within the one that is
lent; so "3 June" is of 2024 under "2024", and not under "5 May 2024".
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from datetime import MAXYEAR, date, timedelta
from functools import cached_property
from itertools import chain, pairwise
from typing import NamedTuple

from ..edtf import MONTHS, EdtfDate, When
from ..errors import EdtfError
from ..structure import Block, Span, begins_with_time, is_dated_entry
from . import reasons
from .completing import Lent, agrees, completed, is_open, last_said
from .english import (
    BUILT,
    CALENDARS,
    DEADLINE_HEADS,
    DITTO,
    EDGES,
    END_HEADS,
    MONTH_LINE,
    OF_ALL_DATES,
    RETROSPECTS,
    SAME,
    START_HEADS,
    is_plural,
    table_of,
)
from .layout import Layout, Source, is_listing, is_stamped
from .phrases import (
    Alternatives,
    Interval,
    Meaning,
    Nothing,
    OneDate,
    Phrase,
    Weekday,
    WeekOf,
    counts,
    share,
)
from .slots import TAKEN, free, is_number, may_have_slots, parsed, slots
from .tokens import Tokens

__all__ = ["InContext", "in_context"]

# "The years 1990 to 2020" names many, of which a day below may be any.
_MARKS = "# *_"  # around the words of a heading
_BEFORE = 24  # characters before a date, in which words tell of what it is
_YEARS = 3  # that a heading may name, and still lend one
# A list whose days merely stand out of order goes back by less.
_BACK = 180  # days that a list goes back where its next year may have begun
_SPRING, _WINTER = 21, 24  # EDTF
_SEASONS = range(_SPRING, _WINTER + 1)
_SIX_DAYS = timedelta(6)
_TWO = 2  # years of a season
_FEBRUARY, _JULY, _OCTOBER = 2, 7, 10  # a season such as 2025/26 begins between March and October
# Of one or two such pairs each may be a fraction or a score.
_FEWEST = 3  # days like 1/16 that a list has, and months of a season
_WORD = re.compile(r"[^\W_]")
_PAIR = re.compile(r"([A-Z][a-z]{2,8}[.,]*\s+)?([0-9]{1,2})/([0-9]{1,2})")
_PAIRS = re.compile(
    r"(?:^|[\t|]|\s{2})[\s*•–-]{0,6}(?:[A-Z][a-z]{2,8}[.,]*\s+)?([0-9]{1,2})/([0-9]{1,2})"
    r"(?=[^\S\n]*(?:$|[\t|:]|\s{2}|\s[–-]\s))",
    re.MULTILINE,
)
"""Days like 1/16 at the beginning of a line or in a cell."""
_NUMERIC = re.compile(r"(?<![0-9/])([0-9]{1,2})/([0-9]{1,2})/[0-9]{4}(?![0-9/])")
_MONTH_ALONE = re.compile(r"[\W_]*([A-Za-z]{3,9})[\W_]*")
_MONTHS = ("full_month", "short_month", "word_month")  # terms of the lexicon


class InContext(NamedTuple):
    """A phrase with what its surroundings say of it.

    Attributes:
        phrase: the phrase, completed where something governs it.
        refusal: why it is no date, or ``None``.
        context: where the phrases stand that completed it.
        section: the date of the heading or the label above it, where it counts from a date.
    """

    phrase: Phrase
    refusal: str | None = None
    context: tuple[Span, ...] = ()
    section: Lent | None = None


def in_context(
    tokens: Tokens,
    layout: Layout | None,
    phrases: Sequence[Phrase],
    refusals: Sequence[str | None],
) -> list[InContext]:
    r"""The phrases of a text, completed by what governs them, and those that are dates only so.

    Example:
        >>> from .phrases import find_phrases
        >>> text = "2024\n\nJune\n\n- Mon 3: forum\n"
        >>> tokens = Tokens(text)
        >>> phrases = find_phrases(tokens)
        >>> for found in in_context(tokens, Layout(text), phrases, [None] * len(phrases)):
        ...     print(found.phrase.meaning.said, found.context)
        2024 ()
        2024-06 ((0, 4),)
        2024-06-03 ((6, 10), (0, 4))
    """
    found = list(map(InContext, phrases, refusals))
    # Most prose has no layout, and nothing that stands above a sentence governs it.
    if layout is None:
        return found
    return _Reader(tokens, layout).read(found)


class _Reader:
    """Reads the blocks of one text in order; what governs stands before what it governs."""

    def __init__(self, tokens: Tokens, layout: Layout) -> None:
        self._tokens, self._layout, self._text = tokens, layout, tokens.text
        self._done: list[InContext] = []
        self._starts: list[int] = []  # of the phrases that are done, as offsets
        self._lent_by: dict[Span, tuple[Lent, ...]] = {}
        self._latest: dict[tuple[Span, ...], date] = {}  # of what a heading has completed so far
        self._turns: dict[Span, int | None] = {}  # of seasons, where their second year begins
        self._found: list[InContext] = []
        self._free = ""  # the codes of the text, without its dates

    def read(self, found: list[InContext]) -> list[InContext]:
        self._free = free(self._tokens, [e.phrase for e in found if not _is_no_date(e)])
        if not self._may_complete(found):
            return found
        self._found = found
        place = 0
        for block in self._layout.blocks:
            own = []
            # Both are in order: one pass through the phrases serves all blocks.
            while place < len(found) and self._start(found[place].phrase) < block.end:
                own.append(found[place])
                place += 1
            self._read_block(block, self._joined_columns(block, own))
        return self._done

    def _may_complete(self, found: list[InContext]) -> bool:
        """Whether anything is left open, by itself or beside another date of its row."""
        meanings = [entry.phrase.meaning for entry in found if entry.refusal is None]
        if may_have_slots(self._free):
            return True
        if any(is_open(each) or counts(each) or _both(each) for each in meanings):
            return True
        return len(meanings) > 1 and any(block.heads for block in self._layout.blocks)

    def _read_block(self, block: Block, own: list[InContext]) -> None:
        """Adds the phrases of a block, with words that are a date only by what governs them."""
        places = [InContext(slot) for slot in slots(self._tokens, self._layout, block, self._free)]
        done = 0
        for entry in sorted(places + own, key=_first) if places else own:
            if entry.phrase.first < done:
                continue
            if entry.phrase.rule == "slot":
                composed = self._composed(block, entry.phrase)
                if composed is None:
                    continue
                entry = composed
            self._add(block, entry)
            done = entry.phrase.last

    def _start(self, phrase: Phrase) -> int:
        return self._tokens.starts[phrase.first]

    def _end(self, phrase: Phrase) -> int:
        return self._tokens.end(phrase.last)

    @cached_property
    def _dated_headings(self) -> list[int]:
        """Where headings stand that are nothing but a date or begin with one and a colon.

        There are none unless two have different dates, as those of a chronicle do.
        """
        blocks = [block for block in self._layout.blocks if block.kind == "heading"]
        begun = {self._first_word(block): block for block in blocks}
        dated = {}
        for entry in self._found if len(begun) > 1 else ():
            start, end = self._start(entry.phrase), self._end(entry.phrase)
            block = begun.get(start)
            # A line below it, of "=" or "-", is the sign of a heading.
            line = self._text[end : block.end].partition("\n")[0] if block else ""
            if block is not None and line.strip(_MARKS)[:1] in ("", ":"):
                dated[block.start] = self._text[start:end]
        return sorted(dated) if len(set(dated.values())) > 1 else []

    def _first_word(self, heading: Block) -> int:
        """Where the words of a heading begin, after its signs."""
        text = self._text[heading.start : heading.end]
        return heading.end - len(text.lstrip(_MARKS))

    def _add(self, block: Block, entry: InContext) -> None:
        if entry.refusal is None and not entry.context:
            both = _both(entry.phrase.meaning)
            if both is not None and self._is_apart(block, entry.phrase):
                entry = entry._replace(phrase=entry.phrase._replace(meaning=both))
            entry = self._completed(block, entry)
        self._done.append(entry)
        self._starts.append(self._start(entry.phrase))

    def _is_apart(self, block: Block, phrase: Phrase) -> bool:
        """Whether a phrase is all of a cell, a label or a heading."""
        start, end = self._start(phrase), self._end(phrase)
        part = self._layout.part(start) if block.kind in ("row", "heading") else block.label
        if part is None or not part[0] <= start <= end <= part[1]:
            return False
        return not _WORD.search(self._text[part[0] : start] + self._text[end : part[1]])

    # What is lent

    def _lent(self, source: Source) -> tuple[Lent, ...]:
        """What a heading, a cell or a label lends, by where it stands."""
        span = source.start, source.end
        # Remembered: a heading is asked for each of the dates below it, and so is the head of a
        # column.
        if span not in self._lent_by:
            self._lent_by[span] = tuple(self._lending(source))
        return self._lent_by[span]

    def _lending(self, source: Source) -> Iterator[Lent]:
        """The dates in a place that others can take theirs from."""
        first = bisect_left(self._starts, source.start)
        last = bisect_left(self._starts, source.end)
        named = source.kind in ("heading", "subtitle")
        inside = [e for e in self._done[first:last] if self._lends(e, may_be_named=named)]
        bare = not _WORD.search(self._rest(source, inside))
        for entry in inside:
            span = self._start(entry.phrase), self._end(entry.phrase)
            season, window = self._season(entry), _window(entry.phrase.meaning)
            if season is not None:
                seasons = dict.fromkeys((season, *self._season_before(entry, season)))
                for months in chain.from_iterable(_term_windows(*each) for each in seasons):
                    yield Lent(*months, (span, *entry.context), bare, season=True)
            elif window is not None:
                yield Lent(*window, (span, *entry.context), bare)

    def _season(self, entry: InContext) -> tuple[int, int] | None:
        """The year and the season of "Fall 2027", "Fall Semester 2027" and "2027 Fall Term"."""
        said, tokens, phrase = _said(entry.phrase.meaning), self._tokens, entry.phrase
        if not isinstance(said, EdtfDate) or not isinstance(said.year, int) or said.day:
            return None
        if said.month is not None:
            if said.month not in _SEASONS:
                return None
            return (said.year, int(said.month))
        before = phrase.first - 1 - (tokens.word(phrase.first - 1) in CALENDARS)
        after = phrase.last + (tokens.term(phrase.last) == "dash")
        for place in (before, after):
            if tokens.term(place) == "season":
                return said.year, tokens.number(place)
        return None

    def _season_before(
        self, entry: InContext, season: tuple[int, int]
    ) -> Iterator[tuple[int, int]]:
        """The season before "and" or a slash in "Summer/Fall 2027", which has the same year."""
        tokens, first = self._tokens, entry.phrase.first
        is_joined = tokens.term(first - 1) in ("and", "slash")
        if is_joined and tokens.term(first - 2) == "season":
            yield season[0], tokens.number(first - 2)

    def _lends(self, entry: InContext, *, may_be_named: bool) -> bool:
        """Whether a phrase is a date that others can take theirs from, and no document's own."""
        is_date = entry.refusal is None or (may_be_named and self._is_called_after(entry))
        if not is_date or not isinstance(entry.phrase.meaning, (OneDate, Interval, WeekOf)):
            return False
        is_edge = self._tokens.word(entry.phrase.first - 1) in EDGES
        if is_edge and isinstance(entry.phrase.meaning, OneDate):  # "from 12 to 17 July" is whole
            return False
        start = self._start(entry.phrase)
        line = max(self._layout.block(start).start, start - _BEFORE)
        if BUILT.search(self._text, line, start):  # "Est. 1977"
            return False
        return not is_stamped(self._text, start)

    def _is_called_after(self, entry: InContext) -> bool:
        """Whether a year is that of several dates: "Board Meetings 2025", "Terms - 2025".

        What leads to a single event, "Forum 2025", may well begin in the year before.
        """
        if entry.refusal != reasons.NAME:
            return False
        k = entry.phrase.first - 1
        before = self._tokens.word(k - (self._tokens.term(k) == "dash"))
        return before in CALENDARS or is_plural(before)

    def _rest(self, source: Source, inside: list[InContext]) -> str:
        """What stands in a place beside its dates."""
        rest, done = "", source.start
        for entry in inside:
            rest += self._text[done : self._start(entry.phrase)] + " "
            done = self._end(entry.phrase)
        return rest + self._text[done : source.end]

    def _lenders(self, block: Block, offset: int) -> Iterator[tuple[Lent, ...]]:
        """What the dates are that govern a part of a block, the nearest first."""
        years: set[int] = set()  # of the nearest heading with a date
        for source in self._layout.sources(offset):
            lent = self._lent(source)
            if not lent or not self._may_take(block, offset, source, lent):
                continue
            own = {year for each in lent for year in each.years}
            if source.kind in ("heading", "subtitle"):
                if years and years.isdisjoint(own):
                    continue
                years = years or own
            yield lent
        if self._noted and not self._layout.is_prose(block):
            yield self._noted

    @cached_property
    def _noted(self) -> tuple[Lent, ...]:
        """The year that a note gives for all dates, as "All dates 2026" does."""
        notes = list(OF_ALL_DATES.finditer(self._text))
        spans = [note.span(note.lastindex or 0) for note in notes]
        if len(spans) != 1:
            return ()
        year = int(self._text[slice(*spans[0])])
        return (_year_of(year, Lent(date.min, date.max, tuple(spans))),)

    def _days_beside(self, block: Block, phrase: Phrase) -> list[tuple[Lent, ...]]:
        """For a weekday in a row, the cells before it that are days: theirs it is."""
        if not isinstance(phrase.meaning, Weekday):
            return []
        sources = self._layout.sources(self._start(phrase))
        cells = [self._lent(source) for source in sources if source.kind == "cell"]
        return [lent for lent in cells if len(lent) == 1 and lent[0].first == lent[0].last]

    def _may_take(self, block: Block, offset: int, source: Source, lent: tuple[Lent, ...]) -> bool:
        """Whether the layout says that a date is meant for what it stands above or beside."""
        bare = all(each.bare for each in lent)
        if source.kind == "heading" and block.kind != "item" and self._layout.is_prose(block):
            return self._tells_of(block, offset, source, lent)
        # "Report of the meeting in 2019" looks back, and what stands below it is of another year.
        if not bare and RETROSPECTS.search(self._text, source.start, source.end):
            return False
        if not bare and self._is_entry(source, lent) and not self._has_time(block):
            return False
        if source.kind == "cell":
            return bare and all(each.is_of_month or not each.is_completed for each in lent)
        if source.kind in ("label", "item"):
            return bare
        if source.kind == "subtitle":
            return self._subtitle_lends(block, source, lent)
        if source.kind != "heading" or not self._layout.is_prose(block):
            return True
        return bare or self._introduces(source)

    def _subtitle_lends(self, block: Block, source: Source, lent: tuple[Lent, ...]) -> bool:
        """Whether a line under the title gives the days of a conference, and not of the text."""
        if any(each.first == each.last for each in lent):
            return False
        bare = all(each.bare for each in lent)
        is_meant = bare or self._introduces(source) or all(each.is_of_days for each in lent)
        return is_meant and not self._layout.is_prose(block)

    def _tells_of(self, block: Block, offset: int, source: Source, lent: tuple[Lent, ...]) -> bool:
        """Whether sentences are in the chapter of a chronicle whose heading is a date."""
        place = bisect_left(self._dated_headings, block.start)
        is_last = source.start in self._dated_headings[max(0, place - 1) : place]
        return is_last and not self._has_other_year(block, offset, lent)

    def _is_entry(self, source: Source, lent: tuple[Lent, ...]) -> bool:
        """Whether a line is the entry of a day, rather than the heading of several."""
        words = self._text[source.start : source.end].lstrip("# ")
        return is_dated_entry(words) and not any(each.is_of_days for each in lent)

    def _introduces(self, source: Source) -> bool:
        """Whether a heading says that a list follows: "as follows:", "Calendar of meetings"."""
        is_open = self._text.endswith(":", source.start, source.end)
        return is_open or is_listing(self._text, source.start, source.end)

    def _has_time(self, block: Block) -> bool:
        """Whether a line begins with a time, as those of a programme do."""
        return begins_with_time(self._text, block.start, block.edges)

    def _has_other_year(self, block: Block, offset: int, lent: tuple[Lent, ...]) -> bool:
        """Whether a paragraph speaks of another year before it comes to a date."""
        first = bisect_left(self._starts, block.start)
        years = {year for each in lent for year in each.years}
        for entry in self._done[first : bisect_left(self._starts, offset)]:
            said = _said(entry.phrase.meaning) if entry.refusal is None else None
            known = said.earliest if said is not None else None
            if known is not None and known.year not in years:
                return True
        return False

    # Phrases that are completed

    def _completed(self, block: Block, entry: InContext) -> InContext:
        """A phrase with what governs it; as it was, where nothing does."""
        phrase = entry.phrase
        if counts(phrase.meaning):
            entry = entry._replace(section=self._section(self._start(phrase)))
        if not is_open(phrase.meaning):
            return entry
        for lent in self._days_beside(block, phrase) or self._lenders(block, self._start(phrase)):
            found = completed(phrase.meaning, lent)
            if found and isinstance(found[0], Nothing):
                found = completed(phrase.meaning, self._in_season(phrase, lent)) or found
            if found:
                meaning = self._unless_passed(phrase.meaning, lent, *found)
                return InContext(phrase._replace(meaning=meaning), context=found[1])
        if isinstance(phrase.meaning, Weekday) and self._is_of_open_week(block, phrase):
            return entry._replace(phrase=phrase._replace(meaning=Nothing(reasons.SEVERAL_WEEKS)))
        return entry

    def _is_of_open_week(self, block: Block, phrase: Phrase) -> bool:
        """Whether what stands above a weekday is a week, or some days, whose year is not said."""
        if self._layout.is_prose(block):
            return False
        for source in self._layout.sources(self._start(phrase)):
            first = bisect_left(self._starts, source.start)
            above = self._done[first : bisect_left(self._starts, source.end)]
            if any(_is_open_week(each) for each in above):
                return True
        return False

    def _in_season(self, phrase: Phrase, lent: Sequence[Lent]) -> list[Lent]:
        """What two years lend: the one of them in which the order of the months puts a phrase."""
        if len(lent) != 1 or len(lent[0].years) != _TWO:
            return list(lent)
        halves = [_year_of(year, lent[0]) for year in lent[0].years]
        season = lent[0].spans[0]
        if season not in self._turns:
            self._turns[season] = self._turn(season)
        turn = self._turns[season]
        is_whole = (halves[0].first, halves[1].last) == (lent[0].first, lent[0].last)
        if turn is None or not is_whole:
            return list(lent)
        return [halves[self._start(phrase) >= turn]]

    def _turn(self, season: Span) -> int | None:
        """Where the second year of a season begins, if the months below it start over once.

        So do "September", "November", "January", and the days of such months. A list that does not
        start over is of one of the years, if it comes to October or begins before March.
        """
        heading = self._layout.block(season[0])
        below = self._months.get(heading.start if heading.kind == "heading" else -1, {})
        months = list(below.items())
        falls = [place for place, pair in enumerate(pairwise(months), 1) if pair[0][1] > pair[1][1]]
        if not months or len(falls) > 1:
            return None
        first, last = months[0][1], months[-1][1]
        if falls:
            return months[falls[0]][0] if len(months) >= _FEWEST and last < first else None
        return self._one_sided_turn(season, first, last)

    def _one_sided_turn(self, season: Span, first: int, last: int) -> int | None:
        """The same for months that do not start over, given the first and the last of them."""
        if "/" not in self._text[slice(*season)]:  # "2025-2026" may be two whole years
            return None
        if first >= _JULY and last >= _OCTOBER:
            return len(self._text)
        return 0 if first <= _FEBRUARY and last <= _JULY else None

    @cached_property
    def _months(self) -> dict[int, dict[int, int]]:
        """For headings, the months that stand below them without a year, by the starts of blocks.

        They are those of headings, or else of entries; those of the whole text stand at -1.
        """
        headings: dict[int, dict[int, int]] = {}
        entries: dict[int, dict[int, int]] = {}
        for entry in self._found:
            block = self._layout.block(self._start(entry.phrase))
            month = self._open_month(block, entry)
            if month is not None:
                found = headings if block.kind == "heading" else entries
                for above in (-1, *[each.start for each in block.governed_by]):
                    found.setdefault(above, {}).setdefault(block.start, month)
        return entries | headings

    def _open_month(self, block: Block, entry: InContext) -> int | None:
        """The month of a phrase that says no year and stands in no sentence."""
        is_month = MONTH_LINE.fullmatch(self._text, block.start, block.end)
        is_date = entry.refusal is None or (is_month and entry.refusal == reasons.WORD)
        meaning = entry.phrase.meaning
        if not is_date or not is_open(meaning) or self._layout.is_prose(block):
            return None
        said = last_said(meaning)
        return said.month if said else None

    def _section(self, offset: int) -> Lent | None:
        """The date that is all of the heading or the label next above an offset, if one is."""
        # The nearest alone: what stands above a heading is not what "tomorrow" below it counts
        # from.
        for source in self._layout.sources(offset):
            if source.kind in ("heading", "label"):
                lent = self._lent(source)
                if len(lent) == 1 and lent[0].bare:
                    return lent[0]
        return None

    def _unless_passed(
        self, open_: Meaning, lent: Sequence[Lent], meaning: Meaning, context: tuple[Span, ...]
    ) -> Meaning:
        """A completed date, or a question where its list has passed into the next year.

        Below "Fall Semester 2023", "15 January" after "20 December" may be of 2024.
        """
        said, previous = _said(meaning), self._latest.get(context)
        if said is None or said.earliest is None:
            return meaning
        if previous is None or (previous - said.earliest).days < _BACK:
            self._latest[context] = said.earliest
            return meaning
        years = [min(one.last.year + 1, MAXYEAR) for one in lent]
        following = completed(open_, list(map(_year_of, years, lent)))
        after = _said(following[0]) if following else None
        candidates = tuple(when for when in (after, said) if when is not None)
        return Nothing(reasons.SEVERAL_YEARS, candidates=candidates)

    def _composed(self, block: Block, slot: Phrase) -> InContext | None:
        """The date of some words, unless a date of its own stands in them."""
        if TAKEN in self._free[slot.first : slot.last]:
            return None
        words = self._text[self._start(slot) : self._end(slot)]
        for lent in self._lenders(block, self._start(slot)):
            for one in self._in_season(slot, lent):
                meaning = self._within(words, one)
                if meaning is not None:
                    return InContext(slot._replace(meaning=meaning), context=one.spans)
        [words, *_] = self._spellings(words, may_guess=False)
        # At last what leaves the year open: better a day without a year than no date at all.
        return self._of_month(slot, words) or self._of_numbers(slot, words)

    def _within(self, words: str, one: Lent) -> Meaning | None:
        """What words say of a time that is lent, if that is one thing."""
        pair = _PAIR.fullmatch(words)
        tail = str(one.first.year) if one.tail and pair else one.tail
        if not tail or (is_number(words) and not one.bare):
            return None
        may_guess = one.is_of_days or bool(pair and pair[1])
        meanings = [parsed(each, tail) for each in self._spellings(words, may_guess=may_guess)]
        held = [each for each in meanings if each and _is_held(each, one)]
        if len(held) > 1:
            held = [each for each in held if agrees(each)]
        return held[0] if len(held) == 1 else None

    def _spellings(self, words: str, *, may_guess: bool) -> list[str]:
        """A day like "Tue 1/16" with its month in words; in both orders if no other settles it."""
        found = _PAIR.fullmatch(words)
        if found is None or (self._months_first is None and not may_guess):
            return [words]
        orders = [(found[2], found[3]), (found[3], found[2])]
        if self._months_first is not None:
            orders = orders[:1] if self._months_first else orders[1:]
        spelled = [
            f"{found[1] or ''}{day} {MONTHS[int(month) - 1]}"
            for month, day in orders
            if 0 < int(month) <= len(MONTHS)
        ]
        return spelled or [words]

    @cached_property
    def _months_first(self) -> bool | None:
        """Whether the month comes first in days like 1/16 of a list, if one of them settles it."""
        pairs = _PAIRS.findall(self._text)
        return _are_months_first(pairs) if len(pairs) >= _FEWEST else None

    def _of_numbers(self, slot: Phrase, words: str) -> InContext | None:
        """A day like 1/16 of a list whose year nothing says."""
        written = self._text[self._start(slot) : self._end(slot)]
        meaning = parsed(words, "") if words != written else None
        return InContext(slot._replace(meaning=meaning)) if meaning else None

    def _of_month(self, slot: Phrase, words: str) -> InContext | None:
        """A day of a month whose year nothing above says: "3" below "April"."""
        for source in self._layout.sources(self._start(slot)):
            month = _MONTH_ALONE.fullmatch(self._text, source.start, source.end)
            if month is None or table_of(month[1].casefold()) not in _MONTHS:
                continue
            meaning = parsed(words, month[1])
            if meaning and _said(meaning):
                return InContext(slot._replace(meaning=meaning), context=(month.span(1),))
        return None

    # Ranges over two columns

    def _joined_columns(self, block: Block, own: list[InContext]) -> list[InContext]:
        """The phrases of a row; those under "Start" and "End" are one."""
        for number, (one, other) in enumerate(pairwise(own) if block.heads else ()):
            joined = self._joined(block, one, other)
            if joined is not None:
                return [*own[:number], joined, *own[number + 2 :]]
        if not block.heads or len(own) != 1 or not self._is_beside_ditto(block, own[0]):
            return own
        return [own[0]._replace(refusal=reasons.IN_PART)]

    def _is_beside_ditto(self, block: Block, entry: InContext) -> bool:
        """Whether a date is one end of a range whose other end only repeats what is above it."""
        ends = START_HEADS | END_HEADS
        if not self._fills(block, entry, ends):
            return False
        edges = [*(start for start, _ in block.cells), block.end]
        for head, (start, end) in zip(block.heads, pairwise(edges), strict=True):
            words = self._text[slice(*head)].casefold().split() if head else []
            cell = self._text[start:end].strip("| \t")
            is_same_day = not END_HEADS.isdisjoint(words) and SAME in cell.casefold()
            if not ends.isdisjoint(words) and DITTO.fullmatch(cell) and not is_same_day:
                return True
        return False

    def _joined(self, block: Block, one: InContext, other: InContext) -> InContext | None:
        """The range of two cells, if they are its two ends."""
        # Two dates beside each other are a range only where the heads say so; else they are two
        # items.
        last_heads = END_HEADS | DEADLINE_HEADS
        if not (self._fills(block, one, START_HEADS) and self._fills(block, other, last_heads)):
            return None
        first, last = self._ordered(one.phrase.meaning), self._ordered(other.phrase.meaning)
        if not isinstance(first, OneDate) or not isinstance(last, OneDate):
            return None
        ends = first.date.copy(), last.date.copy()
        if ends[0] == ends[1]:
            return InContext(one.phrase._replace(meaning=first))
        share(ends)
        both = Interval(*ends)
        if _said(both) is None:
            return None
        return InContext(Phrase(one.phrase.first, other.phrase.last, both, rule="columns"))

    def _ordered(self, meaning: Meaning) -> Meaning:
        """A date like 6/8/2026 in the order of day and month that others of the text settle."""
        if not isinstance(meaning, Alternatives) or meaning.reason != reasons.DAY_OR_MONTH:
            return meaning
        if self._months_first_beside_years is None:
            return meaning
        return OneDate(meaning.dates[self._months_first_beside_years])

    @cached_property
    def _months_first_beside_years(self) -> bool | None:
        """Whether the month comes first in dates like 6/19/2026, if one of them settles it."""
        return _are_months_first(_NUMERIC.findall(self._text))

    def _fills(self, block: Block, entry: InContext, heads: frozenset[str]) -> bool:
        """Whether a phrase fills its cell, in a column whose head is one of some words."""
        start = self._start(entry.phrase)
        if entry.refusal is not None:
            return False
        if self._layout.part(start) != (start, self._end(entry.phrase)):
            return False
        head = self._layout.head(start)
        return head is not None and not heads.isdisjoint(
            self._text[head[0] : head[1]].casefold().split()
        )


def _are_months_first(pairs: list[tuple[str, str]]) -> bool | None:
    """Whether the second of two numbers is a day; ``None`` where no pair settles it, or both do."""
    days_first = any(int(one) > len(MONTHS) for one, _ in pairs)
    months_first = any(int(other) > len(MONTHS) for _, other in pairs)
    return None if days_first == months_first else months_first


def _first(entry: InContext) -> int:
    return entry.phrase.first


def _is_no_date(entry: InContext) -> bool:
    """Whether a phrase says nothing by itself: "May" alone, "the 3rd", "Monday"."""
    meaning = entry.phrase.meaning
    if entry.refusal in (reasons.WORD, reasons.IN_PART):
        return True
    if isinstance(meaning, Alternatives):
        return meaning.reason == reasons.DAY_OR_YEAR  # "May-19", which a year above settles
    return isinstance(meaning, (Nothing, Weekday))


def _is_open_week(entry: InContext) -> bool:
    """Whether a phrase is the week of a day, or some days, and leaves its year to others."""
    meaning = entry.phrase.meaning
    if entry.refusal is not None or not is_open(meaning):
        return False
    return isinstance(meaning, WeekOf) or (isinstance(meaning, Interval) and bool(meaning.last.day))


def _is_held(meaning: Meaning, lent: Lent) -> bool:
    said = _said(meaning)
    return said is not None and lent.holds(said)


def _both(meaning: Meaning) -> Interval | None:
    """The time from one month, or day, to the next, of "March/April 2026" and "5/6 June"."""
    if not isinstance(meaning, Alternatives) or not meaning.whole:
        return None
    first, last = meaning.dates
    months = first.month or 0, last.month or 0
    if first.day and last.day:
        follows = months[0] == months[1] and last.day == first.day + 1
    else:
        follows = max(months) <= len(MONTHS) and months[1] == months[0] % len(MONTHS) + 1
    return Interval(first, last) if follows else None


def _year_of(year: int, lent: Lent) -> Lent:
    """A whole year, lent by the same words as another date."""
    return lent._replace(first=date(year, 1, 1), last=date(year, 12, 31))


def _window(meaning: Meaning) -> tuple[date, date] | None:
    """The days of a date that is said whole, and names few years."""
    if isinstance(meaning, WeekOf):
        return _week(meaning)
    said = _said(meaning)
    if said is None or said.qualified:
        return None
    first, last = said.earliest, said.latest
    if first is None or last is None or last.year - first.year >= _YEARS:
        return None
    return first, last


def _week(meaning: WeekOf) -> tuple[date, date] | None:
    """The week of a day that is said whole, or that begins or ends with it."""
    said = _said(OneDate(meaning.date))
    day = said.earliest if said is not None else None
    if day is None or meaning.date.day is None or meaning.unit != "week":
        return None
    first = day + timedelta(-day.weekday() if meaning.shift is None else meaning.shift)
    return first, first + _SIX_DAYS


def _term_windows(year: int, season: int) -> list[tuple[date, date]]:
    """The months that a term of a season may have; winter belongs to two years, "Winter 2027"."""
    # "Winter 2027" is called after either of its two years, and only its days tell which.
    if season == _WINTER:
        return [(date(turn - 1, 10, 1), date(turn, 3, 31)) for turn in (year, year + 1)]
    first = 3 * (season - _SPRING) + 1
    # Six months, since a spring term may begin in January and end in June.
    last = date(year, first + 5, 28) + timedelta(4)
    return [(date(year, first, 1), last - timedelta(last.day))]


def _said(meaning: Meaning) -> When | None:
    """What is said, unless there is no such day."""
    try:
        return meaning.said
    except EdtfError:
        return None
