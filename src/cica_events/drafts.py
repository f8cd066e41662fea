"""A release drafted from its text alone, for a person to edit."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from bisect import bisect_left
from collections import Counter
from collections.abc import Container, Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property, lru_cache

import attrs

from .asides import CALLED_OFF_THEN, PERIOD, STRUCK_OUT, noted_on, why_no_event, why_off
from .basis import BASES
from .characters import VISIBLE, WORD
from .clauses import telling
from .documents import Document
from .edtf import EdtfDate, EdtfInterval, When, as_edtf
from .errors import InvalidError
from .excerpts import Excerpts
from .finding import reasons
from .finding.english import (
    AFTER_A_DATE,
    BETWEEN_TIMES,
    CALLED_OFF,
    DETAIL_LABEL,
    NAMELESS,
    NO_MORE_THAN_A_DAY,
    PLACE_LABEL,
    STOPWORDS,
    WEAK,
    WHEN_IT_HAPPENS,
)
from .mentions import DateMention, find_dates
from .model import Basis, Event, Release, SetAside, unsaid
from .naming import DatedText, Item, sentence_in
from .places import GATHERINGS
from .quotes import is_dateline
from .structure import Block, Span, begins_with_time, block_at, blocks
from .titles import is_of_time, with_more

__all__ = [
    "draft_and_mentions",
    "draft_event",
    "draft_release",
    "draft_set_aside",
    "drafted_note",
    "note_on",
    "unlike",
]

_HEADLINE = 200  # characters
_SLUG_WORDS = 4
_LAST_NUMBER = re.compile(r"([a-z]+) ([0-9]{1,2}(?:\.[0-9]{1,2})*)\Z")
_VERSION = re.compile(
    r"v[0-9][0-9.]*x?\b|[0-9]+(?:\.[0-9]+){2,}(?:[a-z]+[0-9]+)?|[0-9][0-9.]*\.x|[0-9]+\.[0-9]+\Z"
)
"""A version as the first word of a title; "10.30" is one only if it is all of the title."""
_PREPOSITION = 16  # characters before a date in which its preposition stands
_AROUND = 6  # words that a quote takes on either side of the phrase, if the sentence has them
_LINE = 100  # characters of a line that ends like a sentence and is quoted whole
_ENTRY = 200  # characters of a line that is quoted whole, though it may recur
_NOTE = 300  # characters after a date in which a note on it stands
_BESIDE = 2  # words, at least, between a comma and the phrase, where a quote ends at the comma
_ALIKE = 0.6  # of the telling words of the shorter of two titles, at least, are those of the other
_RECENT = 8  # items of one date that another is compared with
_DECIDED = frozenset(
    (reasons.AFTER, reasons.BEFORE, reasons.DENIED, reasons.MOVED, reasons.RECURRENCE)
)
"""Why a phrase is no event, as far as a rule can say; the others are questions to a person."""
_OTHER_DATES = 1  # years from publication, beyond which a year comes from elsewhere in the text
_DECLARED = "Declared by the page in its markup."
_GIVEN = "Given when the release was drafted; its text does not state it."


def draft_release(
    text: str | Document,
    published: str | When | date | None = None,
    *,
    id: str = "release",  # noqa: A002 - the field's name
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Release:
    """Drafts a release: one event for each dated item, with its quotes, title, kind and place.

    An item that the text tells of twice is one event. What is no event, such as the date of the
    text itself or a day on which something did not happen, is set aside with its reason. `check`
    passes a draft but for the questions that only a person can answer, which it lists. Whether the
    dates are events, and what to call them, is a person's to say too: until then each id stands in
    `Release.unreviewed`.

    Args:
        text: the words of the release, exactly as published; or a page as `read_html` gives it.
        published: its date of publication: EDTF text, an EDTF value or a ``datetime.date``; that
            which a page declares, if it is not given.
        id: the id of the calendar that the release makes.
        title: its headline; what a page declares, or the first line of the text, if not given.
        publisher: who published it; what a page declares, if not given.
        url: where it is published; what a page declares, if not given.

    Raises:
        EdtfError: ``published`` is no date.
        InvalidError: an argument is wrong, the date of publication is missing, or the text holds
            half a character.

    Example:
        >>> text = "The forum opened in Ankara on 3 June 2024. It meets again next year."
        >>> for event in draft_release(text, "2024-06-04").events:
        ...     print(event.id, event.when, event.basis, event.title, event.place)
        forum-opened-ankara-2024 2024-06-03 stated Forum opened in Ankara Ankara
        forum-meets-again-2025 2025 resolved Forum meets again None
    """
    draft, _ = draft_and_mentions(text, published, id=id, title=title, publisher=publisher, url=url)
    return draft


def draft_and_mentions(
    text: str | Document,
    published: str | When | date | None,
    *,
    id: str = "release",  # noqa: A002 - the field's name
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> tuple[Release, list[DateMention]]:
    """The draft of a release as `draft_release` gives it, and the date phrases of its text.

    Example:
        >>> draft, mentions = draft_and_mentions("They met on 3 June 2024.", "2024-06-04")
        >>> len(draft.events), [mention.text for mention in mentions]
        (1, ['3 June 2024'])
    """
    page = text if isinstance(text, Document) else Document(text)
    text, note = page.text, _GIVEN
    if published is None:
        published, note = page.published, _DECLARED
    moment = _moment(published)
    mentions = find_dates(text, moment)
    draft = _Draft(text, mentions, moment)
    events = draft.events()
    stated = _states(text, mentions, moment)
    release = Release(
        id=id,
        title=title or page.title or _headline(text),
        publisher=publisher or page.publisher,
        url=url or page.url,
        published=moment,
        published_basis="stated" if stated else "inferred",
        published_note=None if stated else note,
        text=text,
        events=events,
        set_aside=draft.set_aside(),
        unreviewed=tuple([event.id for event in events]),
    )
    return release, mentions


def draft_event(release: Release, mention: DateMention, when: When) -> Event:
    """Drafts one more event of a release: of a phrase that a person has given a date.

    Its basis, what was supplied and the note are the person's to say.

    Args:
        release: the release, whose ids the event keeps clear of.
        mention: a date phrase of its text.
        when: the date.

    Example:
        >>> text = "Ministers met on 10/05/2022."
        >>> release = draft_release(text, "2022-05-16")
        >>> draft_event(release, find_dates(text)[0], EdtfDate(2022, 5, 10)).title
        'Ministers met'
    """
    draft, given = _draft_of(release), attrs.evolve(mention, when=when, basis="stated")
    entries = [draft.entry(given, when)]
    taken = {event.title.casefold() for event in release.events}
    _give_titles(entries, taken)
    return draft.event(entries[0], dict.fromkeys((event.id for event in release.events), 1))


def draft_set_aside(release: Release, mention: DateMention, reason: str) -> SetAside:
    """What sets a date phrase of a release aside: a quote of it, and the reason.

    Example:
        >>> text = "They met on 10/05/2022."
        >>> release = draft_release(text, "2022-05-16")
        >>> draft_set_aside(release, find_dates(text)[0], "no event").text
        '10/05/2022.'
    """
    return SetAside(_draft_of(release).bare(mention), reason)


def note_on(supplied: Sequence[str], origin: str) -> str:
    """A note for readers on what the words do not say of a date, and where it is from.

    Args:
        supplied: the components that the words do not say.
        origin: where they are from.

    Example:
        >>> note_on(["year"], "taken from the date of publication")
        'The text gives no year; it is taken from the date of publication.'
    """
    missing = " and ".join(f"no {name}" for name in supplied)
    if len(supplied) == 1:
        return f"The text gives {missing}; it is {origin}."
    return f"The text gives {missing}; they are {origin}."


def _draft_of(release: Release) -> _Draft:
    """The draft of a release's own text."""
    return _Draft(release.text, find_dates(release.text, release.published), release.published)


def _moment(published: str | When | date | None) -> When:
    """The date of publication, from which the words of a draft count."""
    if published is None:
        raise InvalidError([("published", "is missing; say when the text was published")])
    return as_edtf(published)


def _states(text: str, mentions: list[DateMention], moment: When) -> bool:
    """Whether the dateline of a text gives its date of publication."""
    return any(
        m.when == moment and m.basis == "stated" and is_dateline(text, m.start, m.end)
        for m in mentions
    )


def _headline(text: str) -> str:
    """The first line of a text, shortened."""
    lines = (" ".join(WORD.findall(line)) for line in text.splitlines())
    first = next(filter(VISIBLE.search, lines), "Untitled")
    return textwrap.shorten(first, _HEADLINE, placeholder="…")


@attrs.define(eq=False)
class _Entry:
    """An event in the making: the phrases that it rests on, and what the words around them say."""

    mentions: list[DateMention]
    when: When
    item: Item
    basis: Basis
    timed: DateMention  # the phrase with a time of day, if one has it
    note: str | None = None
    title: str = ""
    listed: dict[int, Block] = attrs.Factory(dict)
    """Of phrases that are all of a line, by their starts, the entry below that it is of."""

    @property
    def start(self) -> int:
        first = self.mentions[0].start
        return self.listed[first].start if first in self.listed else first


class _Draft:
    """What a text's date phrases make: events, and phrases that are set aside."""

    def __init__(self, text: str, mentions: list[DateMention], published: When | None) -> None:
        self._text, self._mentions, self._published = text, mentions, published
        self._excerpts = Excerpts(text)
        self._aside = dict(self._asides())  # by the start of a phrase, why it is no event
        self._dated = self._not_aside()
        self._below = self._completed()
        lines = self._date_lines()
        self._days = [when for m, when in self._dated if self._is_day_line(m, when, lines)]
        self._listed = self._listed_below(lines) if len(lines) > 1 else {}
        self._aside |= dict.fromkeys(self._over_dates(lines), PERIOD)
        self._dated = self._not_aside()
        self._rows = self._rows_below()
        dates = [(m.start, m.end) for m, _ in self._dated]
        self._dated_text = DatedText(text, dates, self._times())
        self._lines: dict[int, Span] = {}  # by the start of a phrase, the words that it belongs to
        edges = [0, *(m.end for m in mentions)], [*(m.start for m in mentions[1:]), len(text)]
        self._room = {m.start: room for m, *room in zip(mentions, *edges, strict=False)}

    def events(self) -> tuple[Event, ...]:
        """One event for each item of the text that has a date."""
        entries = _merged(self._text, self._entries())
        _give_titles(entries)
        ids: dict[str, int] = {}
        return tuple([self.event(entry, ids) for entry in entries])

    def set_aside(self) -> tuple[SetAside, ...]:
        """The phrases that are no events, each with its reason."""
        phrases = [m for m in self._mentions if m.start in self._aside]
        return tuple([SetAside(self.bare(m), self._aside[m.start]) for m in phrases])

    def _times(self) -> list[Span]:
        """The phrases that are no part of what a thing is called, as in "the budget for 2025"."""
        times: list[Span] = []
        for mention in self._mentions:
            between = self._text[times[-1][1] : mention.start] if times else ""
            is_date = mention.when or mention.said or mention.reason == reasons.TOLD
            if is_date and (BETWEEN_TIMES.fullmatch(between) or self._tells_when(mention)):
                times.append((mention.start, mention.end))
                times += [mention.clock] if mention.clock else []
        return times

    def _tells_when(self, mention: DateMention) -> bool:
        """Whether a phrase only tells when a thing is, so that it is no part of its title."""
        aside, said = self._aside.get(mention.start), mention.when or mention.said
        if said and said.precision == "day" and not aside:
            return True
        before = self._text[max(0, mention.start - _PREPOSITION) : mention.start]
        is_time = WHEN_IT_HAPPENS.search(before) or AFTER_A_DATE.match(self._text, mention.end)
        is_told = reasons.MOVED in (aside, mention.reason) or mention.reason == reasons.TOLD
        return is_told or aside in (CALLED_OFF_THEN, STRUCK_OUT) or is_time is not None

    def _not_aside(self) -> list[tuple[DateMention, When]]:
        """The dates of the text that may be those of events."""
        return [(m, m.when) for m in self._mentions if m.when and m.start not in self._aside]

    def _asides(self) -> Iterator[tuple[int, str]]:
        """The starts of phrases that a rule sets aside, each with the reason."""
        for mention in self._mentions:
            reason = mention.reason if mention.reason in _DECIDED else None
            if mention.when is not None:
                block, span = self._block(mention), (mention.start, mention.end)
                reason = why_no_event(self._text, block, *span, mention.when, self._published)
            if reason is not None:
                yield mention.start, reason

    def _block(self, mention: DateMention) -> Block:
        return _block(self._text, mention.start)

    def bare(self, mention: DateMention) -> str:
        """A phrase without the words around it, unless they must tell where it stands."""
        span = mention.start, mention.end
        return self._excerpts.around(span, sentence_in(self._text, self._block(mention), *span), 0)

    def _entries(self) -> Iterator[_Entry]:
        """An entry for each phrase that gives a date, and does not only complete others.

        A line that is nothing but a date has one for each entry without a date that it stands over.
        """
        for mention, when in self._dated:
            yield from self._entries_of(mention, when)
            rows = (self._of_listed(mention, when, row) for row in self._rows[mention.start])
            yield from (entry for entry in rows if entry.item.is_named)

    def _entries_of(self, mention: DateMention, when: When) -> Iterator[_Entry]:
        """What a phrase makes: an event, those of the entries below it, or nothing."""
        block, first_below = self._block(mention), self._below.get(mention.start)
        if block.start in self._listed:
            listed = self._listed[block.start]
            yield from (self._of_listed(mention, when, each) for each in listed)
            return
        entry = self.entry(mention, when)
        reason = self._why_off(entry)
        if reason is not None:
            self._aside[mention.start] = reason
            return
        is_of_all = self._is_of_all(when) and entry.item.is_named
        is_stretch = isinstance(when, EdtfInterval) and entry.item.kind in GATHERINGS - {"course"}
        is_of_all |= is_stretch and entry.item.is_named  # "Annual Conference, 5-7 October 2026"
        is_heading = block.kind == "heading" and not self._tells(block, when)
        only_completes = is_heading or first_below == block.start
        if first_below is not None and only_completes and not is_of_all:
            return
        if first_below is None or entry.item.is_named:
            yield entry

    def _rows_below(self) -> dict[int, list[Block]]:
        """For days that hold for rows below theirs, those that have neither a day nor a time."""
        rows: dict[int, list[Block]] = {mention.start: [] for mention, _ in self._dated}
        dated, starts = self._dated_blocks(), sorted(rows)
        for block in blocks(self._text):
            if block.kind != "row" or block.start in dated or self._is_detail(block):
                continue
            for start, end in filter(None, block.carried):
                of_cell = starts[bisect_left(starts, start) : bisect_left(starts, end)]
                if len(of_cell) == 1 and not self._text[self._first_word(block)].islower():
                    rows[of_cell[0]].append(block)
        return rows

    def _first_word(self, row: Block) -> int:
        """Where the first cell of a row begins that has words."""
        return next(start for start, end in row.cells if start < end)

    def _dated_blocks(self) -> set[int]:
        """Where the blocks begin that hold a date, or a time of one."""
        dated = {self._block(m).start for m in self._mentions if m.when or m.open}
        return dated | {_block(self._text, m.clock[0]).start for m in self._mentions if m.clock}

    def _why_off(self, entry: _Entry) -> str | None:
        """Why an entry is none, if its line tells: "CANCELLED: talk", "(deferred to May)"."""
        first, last = max(entry.mentions[0].end, entry.item.lines[0]), entry.item.lines[1]
        if CALLED_OFF.match(entry.item.title):
            return why_off(entry.item.title)
        if self._text[last - 1] in ".!?":
            return None
        # Only near the date: a line may be as long as the text, and hold as many dates.
        return why_off(noted_on(self._text[first : min(last, first + _NOTE)]))

    def _date_lines(self) -> dict[int, When]:
        """The headings, items and lines above others that are but a date, by where they begin."""
        lines: dict[int, When] = {}
        for mention, when in self._dated:
            block = self._block(mention)
            rest = self._text[block.start : mention.start] + self._text[mention.end : block.end]
            is_above = block.kind in ("heading", "item") or mention.start in self._below
            if is_above and block.kind != "row" and NO_MORE_THAN_A_DAY.fullmatch(rest):
                lines[block.start] = when
        return lines

    def _is_day_line(self, mention: DateMention, when: When, lines: Container[int]) -> bool:
        """Whether a phrase is all of one of some lines, and a day rather than a time of one."""
        is_time = mention.clock == (mention.start, mention.end)
        return self._block(mention).start in lines and when.precision == "day" and not is_time

    def _is_of_all(self, when: When) -> bool:
        """Whether a date holds all days that are lines of the text: it may be the only one."""
        is_of_days = bool(self._days) and when.precision == "day"
        return is_of_days and all(map(when.possibly_contains, self._days))

    def _over_dates(self, lines: dict[int, When]) -> Iterator[int]:
        """The phrases of lines that only stand over other dates of their period, said whole."""
        over = set()
        for mention, when in self._dated:
            for above in () if mention.context else self._block(mention).governed_by:
                if above.start in lines and lines[above.start].possibly_contains(when):
                    over.add(above.start)
        for mention, _ in self._dated:
            line = self._block(mention).start
            if line in over and line not in self._listed and mention.start not in self._below:
                yield mention.start

    def _listed_below(self, lines: dict[int, When]) -> dict[int, list[Block]]:
        """The entries without a date of their own below the lines that are but a date.

        Beside others that have a time they count only if they are marked as those are: what is
        listed below "10:00 Session" is told of it.
        """
        dated = self._dated_blocks()
        found: dict[int, list[Block]] = {}
        marks: dict[int, set[str]] = {}
        named = -1
        for block in blocks(self._text):
            line = _line_above(block, lines, dated)
            if line is None or not isinstance(lines[line], EdtfDate):
                continue
            if block.start in dated and (block.kind != "paragraph" or self._is_timed(block)):
                marks.setdefault(line, set()).add(self._mark(block))
            elif block.start in dated:
                named = block.group  # a line beside a date of its own is its name
            elif self._may_be_listed(block, line, named):
                found.setdefault(line, []).append(block)
        kept = {
            line: list(self._entries_among(listed, marks.get(line)))
            for line, listed in found.items()
        }
        return {line: entries for line, entries in kept.items() if entries}

    def _may_be_listed(self, block: Block, line: int, named: int) -> bool:
        """Whether a block is an item, or a line apart from the date above and from its name."""
        if block.kind == "paragraph":
            return block.group not in (named, _block(self._text, line).group)
        return block.kind == "item"

    def _entries_among(self, listed: list[Block], marks: set[str] | None) -> Iterator[Block]:
        """Those of some blocks that are entries, given how entries with dates are marked."""
        is_prose = any(block.kind == "paragraph" and self._ends(block, ".") for block in listed)
        for block in listed:
            is_entry = block.kind == "item" or not (is_prose or marks)
            is_alike = not marks or self._mark(block) in marks - {""}
            if is_entry and is_alike and not self._is_detail(block):
                yield block

    def _is_detail(self, block: Block) -> bool:
        """Whether a line is no event: "Speaker: ...", "Venue: ...", "Film (cancelled)"."""
        parts = (self._text[start:end] for start, end in ((block.start, block.end), *block.cells))
        if any(map(why_off, parts)):
            return True
        words = self._text[block.label[0] : block.end] if block.label else ""
        return any(label.match(words) for label in (DETAIL_LABEL, PLACE_LABEL))

    def _is_timed(self, block: Block) -> bool:
        """Whether a line or a row begins with a time."""
        return begins_with_time(self._text, block.start, block.edges)

    def _mark(self, block: Block) -> str:
        """The sign that a block begins with; empty for a word or a number."""
        first = self._text[block.start]
        return "" if first.isalnum() else first

    def _ends(self, block: Block, sign: str) -> bool:
        """Whether the last character of a block is a sign."""
        return self._text[block.end - 1] == sign

    def _of_listed(self, mention: DateMention, when: When, block: Block) -> _Entry:
        """What a date and an entry below it make."""
        start = block.cells[0][0] if block.cells else block.start  # of the cell that repeats a date
        item = self._dated_text.item(block, start, start, ())
        if block.kind == "row":  # the time is that of the row with the date
            mention = attrs.evolve(mention, time=None, zone=None, clock=None)
        return attrs.evolve(self._made(mention, when, item), listed={mention.start: block})

    def _tells(self, heading: Block, when: When) -> bool:
        """Whether a heading is a sentence of its day or days: "It lasts from 3 to 5 May:"."""
        return self._ends(heading, ":") and when.precision == "day"

    def _completed(self) -> dict[int, int]:
        """Where the phrases begin that complete others, and the first block of those others."""
        spans: dict[int, int] = {}
        for mention in self._mentions:
            for start, _ in mention.context:
                spans.setdefault(start, self._block(mention).start)
        return spans

    def entry(self, mention: DateMention, when: When) -> _Entry:
        """What a phrase and the words around it make."""
        gone = [(mention.start, mention.end), *mention.context]
        if mention.clock and mention.time:
            gone.append(mention.clock)
        block, leads = self._block(mention), mention.start in self._below and self._is_of_all(when)
        item = self._dated_text.item(block, mention.start, mention.end, gone, leads=leads)
        self._lines[mention.start] = item.lines
        return self._made(mention, when, item)

    def _made(self, mention: DateMention, when: When, item: Item) -> _Entry:
        """An entry of one phrase, with a note for readers if its date is inferred."""
        note = None
        if mention.basis == "inferred":
            note = drafted_note(mention.said, when, self._published)
        return _Entry([mention], when, item, mention.basis or "stated", mention, note)

    def event(self, entry: _Entry, ids: dict[str, int]) -> Event:
        """The event of an entry, with an id that none has yet."""
        is_guess = entry.basis == "inferred"
        return Event(
            id=unlike(_slug(entry.title, entry.when), ids),
            title=entry.title,
            kind=entry.item.kind,
            when=entry.when,
            time=entry.timed.time,
            zone=entry.timed.zone,
            place=entry.item.place,
            basis=entry.basis,
            evidence=tuple(dict.fromkeys(self._quotes(entry))),
            note=entry.note,
            supplied=unsaid(entry.mentions[0].said, entry.when) if is_guess else None,
        )

    # --- Quotes ---

    def _quotes(self, entry: _Entry) -> Iterator[str]:
        """Quotes of the phrases with their times, and of what completes them."""
        own = {mention.start for mention in entry.mentions}
        own |= {start for mention in entry.mentions for start, _ in mention.context}
        for mention in entry.mentions:
            yield from (self._completing(span) for span in mention.context)
            if (below := entry.listed.get(mention.start)) is not None:
                yield self._completing((mention.start, mention.end))
                yield self._listed_quote(mention, below, (below.start, below.end))
                continue
            whole = self._with_clock(mention)
            yield self._quote(mention, own, whole)
            if mention.time and mention.clock and not whole[0] <= mention.clock[0] < whole[1]:
                lines = _unit(self._text, mention.clock[0])
                yield self._excerpts.around(mention.clock, lines, _AROUND)

    def _completing(self, span: Span) -> str:
        """A quote of what completes a date: a heading may recur, since the layout tells which."""
        unit, block = _unit(self._text, span[0]), _block(self._text, span[0])
        if block.kind == "heading":
            return self._excerpts.exactly(unit)
        if block.kind == "paragraph":  # the zone of all times, beside which dates may stand
            return self._excerpts.around(span, unit, 0)
        return self._excerpts.whole(unit, span)

    def _quote(self, mention: DateMention, own: set[int], phrase: Span) -> str:
        """The line or row of a phrase; of a sentence the words around it, up to other phrases."""
        lines, block = self._lines[mention.start], self._block(mention)
        is_whole = lines[0] <= block.start and block.end <= lines[1]
        is_line = is_whole and (block.kind != "paragraph" or lines != (block.start, block.end))
        is_sentence, length = self._text[lines[1] - 1] == ".", lines[1] - lines[0]
        is_entry = is_whole and not is_sentence and length < _ENTRY
        if is_entry and mention.context and not self._dated_text.holds(lines, own):
            return self._listed_quote(mention, block, lines)
        is_short = not is_sentence or length < _LINE
        if is_line and is_short and not self._dated_text.holds(lines, own):
            return self._excerpts.whole(lines, phrase)
        before, after = self._room[mention.start]
        room = max(lines[0], min(before, phrase[0])), min(lines[1], max(after, phrase[1]))
        return self._excerpts.around(phrase, self._clause(room, phrase), _AROUND, lines)

    def _listed_quote(self, mention: DateMention, block: Block, lines: Span) -> str:
        """A line, though it may recur where the quotes of what completes it tell where it is."""
        if self._recurring[self._with_above(mention, block)] > 1:
            return self._excerpts.whole(lines, lines)
        return self._excerpts.exactly(lines)

    @cached_property
    def _recurring(self) -> Counter[tuple[str, ...]]:
        """How many lines have the same words, and the same words of what completes them."""
        lines = {(block.start, self._with_above(m, block)) for m, block in self._completed_lines()}
        return Counter(quotes for _, quotes in lines)

    def _completed_lines(self) -> Iterator[tuple[DateMention, Block]]:
        """The lines and rows whose date other phrases complete, or give."""
        for mention, _ in self._dated:
            block = self._block(mention)
            if mention.context:
                yield mention, block
            for below in (*self._listed.get(block.start, ()), *self._rows[mention.start]):
                yield mention, below

    def _with_above(self, mention: DateMention, block: Block) -> tuple[str, ...]:
        """The quotes of what completes the date of a line, and its words."""
        above = list(mention.context)
        if mention.start < block.start:
            above.append((mention.start, mention.end))
        words = self._excerpts.exactly((block.start, block.end))
        return (*map(self._completing, above), words)

    def _clause(self, room: Span, phrase: Span) -> Span:
        """What commas part from the rest, if a word or two stand beside the phrase there."""
        before = self._text[room[0] : phrase[0]].replace("\n", " ").rpartition(", ")[2]
        after = self._text[phrase[1] : room[1]].replace("\n", " ").partition(", ")[0]
        low = phrase[0] - len(before) if len(before.split()) >= _BESIDE else room[0]
        return low, phrase[1] + len(after)

    def _with_clock(self, mention: DateMention) -> Span:
        """Where a phrase begins and ends, with its time if that stands in its line or sentence."""
        start, end = mention.start, mention.end
        if mention.clock is None:
            return start, end
        begin, stop = self._lines[start]
        first, last = min(start, mention.clock[0]), max(end, mention.clock[1])
        if begin <= first and last <= stop:
            return (first, last)
        return (start, end)


def _block(text: str, offset: int) -> Block:
    """The block that a phrase stands in."""
    block = block_at(text, offset)
    assert block is not None  # a text with a phrase in it has blocks
    return block


def _line_above(block: Block, lines: Container[int], dated: Container[int]) -> int | None:
    """Where the line above a block begins that is but a date, if none with another is between."""
    for above in reversed(block.governed_by):
        if above.start in lines:
            return above.start
        if above.kind == "item" or above.start in dated:
            return None
    return None


def _unit(text: str, offset: int) -> Span:
    """The heading, or the cell of a row, that an offset stands in."""
    block = _block(text, offset)
    cells = (cell for cell in block.cells if cell[0] <= offset < cell[1])
    return next(cells, (block.start, block.end))


# --- Items that are one ---------------------------------------------------------------------------


def _merged(text: str, entries: Iterable[_Entry]) -> list[_Entry]:
    """The entries, those of the same item put together: of one date, in almost the same words."""
    kept: list[_Entry] = []
    of_date: dict[tuple[When, str], list[_Entry]] = {}
    for entry in entries:
        alike = None
        for word in _telling(entry):
            recent = of_date.get((entry.when, word), ())
            alike = alike or next((e for e in recent if _is_same(text, e, entry)), None)
        if alike is None:
            kept.append(entry)
            for word in _telling(entry):
                of_date.setdefault((entry.when, word), [])[_RECENT:] = [entry]
        else:
            _absorb(alike, entry)
    return kept


def _telling(entry: _Entry) -> frozenset[str]:
    return _words_of(entry.item.title or entry.mentions[0].text)


@lru_cache(maxsize=256)
def _words_of(title: str) -> frozenset[str]:
    """The words by which titles are compared; an entry is compared with several before it."""
    return frozenset(telling(title))


def _is_same(text: str, one: _Entry, other: _Entry) -> bool:
    """Whether two entries of one date are the same item, told of twice."""
    times = one.timed.time, other.timed.time
    if None not in times and times[0] != times[1]:
        return False
    words, others = _telling(one), _telling(other)
    first, second = _block(text, one.start), _block(text, other.start)
    if first is not second and first.group == second.group:  # lines of one list
        return False
    is_listed = first.kind == second.kind in ("item", "row") or (first.label and second.label)
    if first is not second and is_listed:
        return words == others and not _are_apart(text, first, second)
    return len(words & others) >= _ALIKE * min(len(words), len(others))


def _are_apart(text: str, first: Block, second: Block) -> bool:
    """Whether two lists are of different things, as their headings say, but for "Actual:"."""
    above = [block.governed_by[-1] for block in (first, second) if block.governed_by]
    names = {text[head.start : head.end] for head in above if head.kind == "heading"}
    return len([name for name in names if name[-1] != ":" and not NAMELESS.match(name)]) > 1


def _absorb(entry: _Entry, other: _Entry) -> None:
    """Adds what the text says of an item elsewhere."""
    entry.mentions += other.mentions
    entry.listed |= other.listed
    if entry.timed.time is None:
        entry.timed = other.timed
    if entry.item.place is None:
        entry.item = attrs.evolve(entry.item, place=other.item.place)
    if BASES.index(other.basis) < BASES.index(entry.basis):
        entry.basis, entry.note = other.basis, other.note


# --- Titles and ids -------------------------------------------------------------------------------


def _give_titles(entries: list[_Entry], others: Iterable[str] = ()) -> None:
    """Gives each entry a title unlike the others, and unlike some that are taken."""
    same: dict[str, list[_Entry]] = {}
    for entry in entries:
        entry.title = entry.item.title
        if not VISIBLE.search(entry.title):
            entry.title = " ".join(entry.mentions[0].text.split())
        same.setdefault(entry.title.casefold(), []).append(entry)
    taken = dict.fromkeys(others, 1)
    for title, group in same.items():
        if len(group) > 1 or title in taken:
            _tell_apart(group)
    for entry in entries:
        key = entry.title.casefold()
        taken[key] = taken.get(key, 0) + 1
        if taken[key] > 1:
            entry.title = with_more(entry.title, str(taken[key]))


def _tell_apart(group: list[_Entry]) -> None:
    """Adds to titles what tells them apart: a heading, a cell, the place; else the date."""
    all_others = [_others(entry) for entry in group]
    counts = Counter(other for others in all_others for other in set(others))
    nearest = Counter(other for others in all_others for other in others[:1])
    days = Counter(entry.when for entry in group)
    for entry, others in zip(group, all_others, strict=True):
        alone = [other for other in others if counts[other] == 1]
        alone += [other for other in others[:1] if nearest[other] == 1]
        more = entry.when.describe()
        if entry.timed.time and days[entry.when] > 1:
            more += f", {entry.timed.time}"
        if alone:
            more = alone[0]
        entry.title = with_more(entry.title, more)


def _others(entry: _Entry) -> list[str]:
    """What could tell an entry from others of its title."""
    others = (*entry.item.others, entry.item.place)
    return [other for other in others if other and other not in entry.title]


def drafted_note(said: When | None, when: When, published: When | None) -> str:
    """From what the rest of an inferred date was taken, for readers.

    Example:
        >>> from cica_events import parse_edtf
        >>> drafted_note(parse_edtf("XXXX-05-10"), parse_edtf("2022-05-10"), parse_edtf("2022"))
        'The text gives no year; it is taken from the date of publication.'
    """
    year, around = when.earliest, published and published.earliest
    source = "the other dates of the text"
    if year and around and abs(year.year - around.year) <= _OTHER_DATES:
        source = "the date of publication"
    supplied = unsaid(said, when)
    if "day" in supplied:
        return f"The text gives the day of the week alone; the date is taken from {source}."
    if isinstance(said, EdtfDate) and str(said.year).strip("X"):
        return "The text gives no century; it is taken from the date of publication."
    return note_on(supplied, f"taken from {source}")


def _slug(title: str, when: When) -> str:
    """A version, telling words of a title, the number of what it names, and the year."""
    plain = unicodedata.normalize("NFKD", title).casefold().replace("\u0131", "i")
    plain = plain.encode("ascii", "ignore").decode()
    version = _VERSION.match(plain)
    words = re.findall(r"[a-z0-9]+", plain[version.end() if version else 0 :])
    words = [word for word in words if not (word in STOPWORDS or word in WEAK or is_of_time(word))]
    telling = [version[0].replace(".", "-")] if version else []
    telling += words[:_SLUG_WORDS]
    number = _LAST_NUMBER.search(plain)
    if number and [number[1]] == words[-1:]:
        telling.append(number[2].replace(".", "-"))
    year = when.earliest or when.latest
    return "-".join([*(telling or ["event"]), *([str(year.year)] if year else [])])


def unlike(name: str, taken: dict[str, int]) -> str:
    """An id that is not taken, which takes it: this one, or with the next number that makes it new.

    Args:
        name: the id, if nothing has it.
        taken: the ids that are taken, each with the last number that was given to its like.

    Example:
        >>> taken = {}
        >>> [unlike("opening-2024", taken) for _ in range(2)]
        ['opening-2024', 'opening-2024-2']
    """
    number, found = taken.get(name, 0), name
    while found in taken:
        number += 1
        found = f"{name}-{number}"
    taken[name] = max(number, 1)
    taken.setdefault(found, 1)
    return found
