"""Dates in prose: found, resolved as far as the words and the publication date go, or set aside.

The face of `finding`: a text is cut into tokens; the grammar finds phrases in them; what a phrase
says is read, checked against the words around it, and resolved.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import accumulate, pairwise
from typing import NamedTuple

import attrs

from .basis import Basis
from .clock import ClockTime
from .edtf import EdtfDate, EdtfInterval, When, as_edtf, parse_edtf
from .errors import EdtfError, quoted
from .finding import reasons
from .finding.context import InContext, in_context
from .finding.english import misspelt_month
from .finding.grammar import codes
from .finding.layout import Layout, edges, is_alone, is_laid_out, may_have_headings
from .finding.phrases import Counted, Meaning, OneDate, Phrase, counts, dated, find_phrases, read_as
from .finding.resolving import Resolved, resolve
from .finding.surroundings import Around, Story, are_alternatives, refusal
from .finding.timing import timed
from .finding.tokens import Tokens

__all__ = ["DateMention", "date_of", "find_dates"]

_LISTED = 3  # entries that a list has at least
_MONTHS = codes("full_month word_month")


@attrs.frozen
class DateMention:
    """A phrase of a text that holds a word or number of the lexicon, and the date that it gives.

    Attributes:
        start: offset of its first character in the text.
        end: offset after its last character.
        text: the phrase as it stands there.
        when: the date, or ``None`` where there is none to give, or where it is a question.
        basis: ``stated`` (the words give the whole date), ``resolved`` (relative words and the
            publication date), ``inferred`` (something was supplied that the words do not say),
            or ``None`` where there is no date.
        reason: why there is no date, or what is odd about the phrase.
        said: what the words alone say, with everything unsaid ``X``; ``None`` where that has no
            EDTF value ("yesterday", a weekday alone).
        candidates: the dates that it may be, the likeliest first.
        weekday: 1 (Monday) to 7, where the words say it.
        context: where the words stand that completed it, such as a heading's: their offsets.
        time: the time of day that belongs to it, where the words say one.
        zone: the zone of that time, where the words settle one: ``Z``, an offset, or a name of the
            tz database.
        clock: where the words for the time stand, with those for its zone: their offsets.

    Example:
        >>> mention = find_dates("signed on 10 May in Ankara", published="2022")[0]
        >>> mention.when, mention.said
        (<EdtfDate 2022-05-10>, <EdtfDate XXXX-05-10>)
    """

    start: int
    end: int
    text: str
    when: When | None
    basis: Basis | None
    reason: str | None = None
    said: When | None = None
    candidates: tuple[When, ...] = ()
    weekday: int | None = None
    context: tuple[tuple[int, int], ...] = ()
    time: ClockTime | None = None
    zone: str | None = None
    clock: tuple[int, int] | None = None

    @property
    def open(self) -> bool:
        """Whether it has no date but could be one, so that a person should account for it.

        Example:
            >>> [m.open for m in find_dates("the annual report may follow")]
            [True, False]
        """
        return self.when is None and self.reason in reasons.OPEN


def find_dates(text: str, published: str | When | date | None = None) -> list[DateMention]:
    """Every date phrase of an English text, in order and without overlaps.

    Args:
        text: the text; offsets count its characters.
        published: when it was published, as EDTF text, an EDTF value or a ``datetime.date``,
            or ``None`` where that is not known.

    Raises:
        EdtfError: ``published`` is none of these, or ``text`` is not text.

    Example:
        >>> for m in find_dates("met in 2021, will meet in October this year", "2022"):
        ...     print(m.text, m.when, m.basis)
        2021 2021 stated
        October this year 2022-10 resolved
    """
    if not isinstance(text, str):
        raise EdtfError(f"{quoted(text)} is not text")
    # Most prose has no layout, and need not pay for the reading of one.
    layout = Layout(text) if is_laid_out(text) else None
    tokens = Tokens(text, edges(text, layout.blocks) if layout else ())
    phrases = find_phrases(tokens)
    refusals = [refusal(tokens, phrase) for phrase in phrases]
    if layout is None and _may_govern(tokens, phrases):
        layout = Layout(text)
    found = in_context(tokens, layout, phrases, refusals)
    phrases = [each.phrase for each in found]
    dates = [each.phrase for each in found if each.refusal is None]
    story = Story(tokens, dates, _publication(published))
    mentions = _without_alternatives(tokens, phrases, [_mention(story, each) for each in found])
    if layout is not None and any(mention.candidates for mention in mentions):
        mentions = _in_order(layout, mentions)
    return timed(text, mentions, layout)


def _may_govern(tokens: Tokens, phrases: list[Phrase]) -> bool:
    """Whether one of some phrases is a date in a line that may be a heading."""
    return may_have_headings(tokens.text) and any(
        is_alone(tokens.text, tokens.starts[phrase.first], tokens.end(phrase.last))
        for phrase in phrases
        if not isinstance(phrase.meaning, Counted)
    )


def date_of(words: str) -> When:
    """A date that somebody writes down: in EDTF, or as people write it.

    Args:
        words: nothing but a date, and all of it.

    Raises:
        EdtfError: they are no date, or leave a part of it open.

    Example:
        >>> date_of("25 November 2025") == date_of("2025-11-25")
        True
    """
    try:
        return parse_edtf(words.strip())
    except EdtfError as error:
        for mention in find_dates(words):
            if mention.basis == "stated" and mention.when and mention.text == words.strip():
                return mention.when
        how = "write it as 2025-11-25, or 25 November 2025"
        raise EdtfError(f"{error}; {how}") from None


def _publication(published: str | When | date | None) -> EdtfDate | None:
    """The publication date as far as it is known: a year, a month or a day."""
    if published is None:
        return None
    when = as_edtf(published)
    first, last = when.earliest, when.latest
    if first is None or last is None or first.year != last.year:
        return None
    if first.month != last.month:
        return dated(first.year, None, None)
    return dated(first.year, first.month, first.day if first == last else None)


def _mention(story: Story, found: InContext) -> DateMention:
    """The mention of a phrase, which is added to what the text gave."""
    phrase, no, context = found.phrase, found.refusal, found.context
    meaning, section = phrase.meaning, found.section
    is_stated = isinstance(meaning, OneDate) and meaning.date.year is not None
    publications = (story.published,) if no or is_stated else story.publications()
    if section is not None:
        publications = story.publications(section.period, section.spans[0][0])
        if publications == (section.period,) != (story.published,):
            context = section.spans
    resolved = Resolved(reason=no) if no else _resolved(story, phrase, publications)
    if resolved.when is not None and resolved.basis is not None:
        story.add(resolved.when, resolved.basis, phrase)
    if no in reasons.OPEN:
        story.add_refused(phrase)
    if no is None:
        story.count_from(resolved.when, phrase)
    start, end = story.tokens.starts[phrase.first], story.tokens.end(phrase.last)
    is_date = no is None or no in reasons.OPEN
    odd = phrase.odd or _misspelling(story.tokens, phrase) if resolved.when is not None else None
    return DateMention(
        start,
        end,
        story.tokens.text[start:end],
        resolved.when,
        resolved.basis,
        odd or resolved.reason,
        _said(phrase.meaning) if is_date else None,
        resolved.candidates,
        phrase.meaning.weekday if is_date else None,
        context,
    )


def _misspelling(tokens: Tokens, phrase: Phrase) -> str | None:
    """What is told of a month that is misspelt."""
    for k, code in enumerate(tokens.codes[phrase.first : phrase.last], phrase.first):
        name = misspelt_month(tokens.word(k)) if code in _MONTHS else None
        if name is not None:
            return read_as(tokens, k, name)
    return None


def _resolved(story: Story, phrase: Phrase, publications: tuple[EdtfDate | None, ...]) -> Resolved:
    """The date of a phrase; a question where it is not plain from which of several it counts."""
    first = resolve(phrase.meaning, Around(story, phrase, publications[0]))
    if len(publications) == 1 or not counts(phrase.meaning):
        return first
    others = [resolve(phrase.meaning, Around(story, phrase, each)) for each in publications[1:]]
    if all(other.when == first.when for other in others):
        return first
    dates = [when for each in (first, *others) for when in (each.when, *each.candidates) if when]
    return Resolved(reason=reasons.TOLD, candidates=tuple(dict.fromkeys(dates)))


def _without_alternatives(
    tokens: Tokens, phrases: list[Phrase], mentions: list[DateMention]
) -> list[DateMention]:
    """The mentions, with a question for each of "today or tomorrow", "on Monday or in May"."""
    for place, (one, other) in enumerate(pairwise(phrases)):
        if not are_alternatives(tokens, one.last, other.first):
            continue
        both = mentions[place : place + 2]
        if all(m.candidates or m.when for m in both):
            dates = [when for m in both for when in ((m.when,) if m.when else m.candidates)]
            mentions[place : place + 2] = [_alternative(m, dates) for m in both]
    return mentions


def _alternative(mention: DateMention, dates: list[When]) -> DateMention:
    """A mention of which it is not said whether it or another one is meant."""
    candidates = tuple(dict.fromkeys(dates))
    reason = reasons.ALTERNATIVE
    return attrs.evolve(mention, when=None, basis=None, reason=reason, candidates=candidates)


# --- Lists in order -------------------------------------------------------------------------------


def _in_order(layout: Layout, mentions: list[DateMention]) -> list[DateMention]:
    """The mentions; days without a year take that of the days beside them in an ordered list."""
    lists: dict[tuple[object, str], list[_Entry]] = {}
    last = None
    for place, mention in enumerate(mentions):
        block = layout.block(mention.start)
        day = _day_of(mention)
        if block is last or day is None:
            continue
        last = block  # whose words are looked at once, however many dates they hold
        if not layout.is_prose(block):
            above = block.above and block.above.start
            if mention.start <= block.start and block.end <= mention.end:  # each below its name
                above = None
            lists.setdefault((above, block.kind), []).append(_Entry(place, mention, *day))
    for entries in lists.values():
        # Two days are a list where weekdays bear out what year they are of.
        if len(entries) >= _LISTED or all(entry.mention.weekday for entry in entries):
            for entry, year in _years_of(entries):
                mentions[entry.place] = _of_year(entry.mention, year)
    return mentions


class _Entry(NamedTuple):
    """A day of a list: its place among the mentions, and what it says."""

    place: int
    mention: DateMention
    year: int | None
    day: tuple[int, int]  # month and day


def _day_of(mention: DateMention) -> tuple[int | None, tuple[int, int]] | None:
    """The year, if it is known, and the month and the day on which a mention begins."""
    said = mention.said.start if isinstance(mention.said, EdtfInterval) else mention.said
    if not isinstance(said, EdtfDate):
        return None
    year, month, day = said.year, said.month, said.day
    if not isinstance(month, int) or not isinstance(day, int):
        return None
    if isinstance(year, int):
        return year, (month, day)
    near = mention.when and mention.when.earliest
    if near and len(mention.candidates) == 1:
        return near.year, (month, day)
    return (None, (month, day)) if mention.candidates else None


def _years_of(entries: list[_Entry]) -> Iterator[tuple[_Entry, int]]:
    """The years of those without, if the days of a list rise, or fall, throughout a year."""
    turns = next(filter(None, map(_turns, (entries, entries[::-1]))), None)
    if turns is None:
        return
    known = {entry.year - turned for entry, turned in turns if entry.year is not None}
    if len(known) == 1:
        [first] = known
        yield from ((entry, first + turned) for entry, turned in turns if entry.year is None)


def _turns(entries: list[_Entry]) -> list[tuple[_Entry, int]]:
    """The entries that rise in time, each with the number of new years before it: none, or one."""
    turned = list(accumulate((one.day > other.day for one, other in pairwise(entries)), initial=0))
    is_of_a_year = turned[-1] == 0 or (turned[-1] == 1 and entries[-1].day <= entries[0].day)
    return list(zip(entries, turned, strict=True)) if is_of_a_year else []


def _of_year(mention: DateMention, year: int) -> DateMention:
    """A mention with the one of its candidates that is of a year."""
    dates = [when for when in mention.candidates if when.earliest and when.earliest.year == year]
    if not dates:
        return mention
    candidates = tuple(dict.fromkeys((dates[0], *mention.candidates)))
    return attrs.evolve(
        mention, when=dates[0], basis="inferred", reason=None, candidates=candidates
    )


def _said(meaning: Meaning) -> When | None:
    """What the words alone say, unless there is no such day."""
    try:
        return meaning.said
    except (EdtfError, ValueError):
        return None
