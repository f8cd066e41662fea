"""A release drafted from its text alone, for a person to edit."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from datetime import date
from operator import itemgetter

import attrs

from .characters import VISIBLE
from .documents import Document
from .edtf import EdtfDate, When, as_edtf
from .errors import InvalidError
from .finding import reasons
from .finding.english import LEADING, STOPWORDS
from .mentions import DateMention, find_dates
from .model import Event, Release, SetAside, unsaid
from .quotes import is_dateline, is_unique, sentence

__all__ = ["draft_event", "draft_release", "draft_set_aside"]

_TITLE, _HEADLINE = 80, 200  # characters
_FAR = 1000  # characters of a sentence, before and after a date, that a title may be made of
_SLUG_WORDS = 4
_WIDEST = 100  # words of a quote that is widened until it is unique
_BESIDE = 40  # characters that a time and the words between may add to a phrase
_AROUND = 6  # words that a quote takes on either side of the phrase, if the sentence has them
_UNSPOKEN = "\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff"  # as the model refuses
_WORD = re.compile(f"[^\\s{_UNSPOKEN}]+")
_DATELINE = re.compile(r"[^\n–—]{1,60}[0-9]\s+[–—-]+\s+")
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
    """Drafts a release: one event for each date phrase, its quotes filled in.

    The same phrase twice is one event; two phrases for one date stay apart. What is no event, such
    as a day on which something did not happen, is set aside with its reason. `check` passes a draft
    but for the questions that only a person can answer, which it lists. Whether the dates are
    events, and what to call them, is a person's to say too: until then each id stands in
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
        >>> text = "The forum opened on 3 June 2024. It meets again next year."
        >>> for event in draft_release(text, "2024-06-04").events:
        ...     print(event.id, event.when, event.basis, event.evidence)
        forum-opened-2024 2024-06-03 stated ('The forum opened on 3 June 2024.',)
        meets-again-2025 2025 resolved ('It meets again next year.',)
    """
    page = text if isinstance(text, Document) else Document(text)
    text, declared = page.text, published is None
    moment = _moment(page.published if published is None else published)
    mentions = find_dates(text, moment)
    draft = _Draft(text, mentions, moment)
    events = draft.events()
    stated = any(
        m.when == moment and m.basis == "stated" and is_dateline(text, m.start, m.end)
        for m in mentions
    )
    return Release(
        id=id,
        title=title or page.title or _headline(text),
        publisher=publisher or page.publisher,
        url=url or page.url,
        published=moment,
        published_basis="stated" if stated else "inferred",
        published_note=None if stated else _DECLARED if declared else _GIVEN,
        text=text,
        events=events,
        set_aside=draft.set_aside(),
        unreviewed=tuple([event.id for event in events]),
    )


def draft_event(release: Release, mention: DateMention, when: When) -> Event:
    """Drafts one more event of a release: of a phrase that a person has given a date.

    Its basis, what was supplied and the note are the person's to say.

    Args:
        release: the release, whose ids the event keeps clear of.
        mention: a date phrase of its text.
        when: the date.

    Example:
        >>> text = "They met on 10/05/2022."
        >>> release = draft_release(text, "2022-05-16")
        >>> draft_event(release, find_dates(text)[0], EdtfDate(2022, 5, 10)).title
        'They met'
    """
    draft = _draft_of(release)
    return draft.event(when, [attrs.evolve(mention, when=when, basis="stated")])


def draft_set_aside(release: Release, mention: DateMention, reason: str) -> SetAside:
    """What sets a date phrase of a release aside: a quote of it, and the reason.

    Example:
        >>> text = "They met on 10/05/2022."
        >>> release = draft_release(text, "2022-05-16")
        >>> draft_set_aside(release, find_dates(text)[0], "no event").text
        '10/05/2022.'
    """
    return SetAside(_draft_of(release).quote(mention, 0), reason)


def _draft_of(release: Release) -> _Draft:
    published = release.published
    draft = _Draft(release.text, find_dates(release.text, published), published)
    draft.ids.update({event.id: 1 for event in release.events})
    return draft


def _moment(published: str | When | date | None) -> When:
    if published is None:
        raise InvalidError([("published", "is missing; say when the text was published")])
    return as_edtf(published)


def _headline(text: str) -> str:
    lines = (" ".join(_WORD.findall(line)) for line in text.splitlines())
    first = next(filter(VISIBLE.search, lines), "Untitled")
    return textwrap.shorten(first, _HEADLINE, placeholder="…")


class _Draft:
    """What a text's date phrases make: events, and phrases that are set aside."""

    def __init__(self, text: str, mentions: list[DateMention], published: When | None) -> None:
        self._text, self._mentions, self._published = text, mentions, published
        self._words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
        self.ids: dict[str, int] = {}
        edges = [0, *(m.end for m in mentions)], [*(m.start for m in mentions[1:]), len(text)]
        self._room = {m.start: room for m, *room in zip(mentions, *edges, strict=False)}

    def events(self) -> tuple[Event, ...]:
        same: dict[tuple[str, When, str, str], list[DateMention]] = {}
        governing = {span for mention in self._mentions for span in mention.context}
        for mention in self._mentions:
            if mention.when is not None and (mention.start, mention.end) not in governing:
                phrase = " ".join(mention.text.split()).casefold()
                key = phrase, mention.when, mention.basis or "", f"{mention.time} {mention.zone}"
                same.setdefault(key, []).append(mention)
        return tuple(self.event(when, group) for (_, when, *_), group in same.items())

    def set_aside(self) -> tuple[SetAside, ...]:
        return tuple(
            SetAside(self.quote(mention, 0), mention.reason or "no date")
            for mention in self._mentions
            if mention.when is None and mention.reason in _DECIDED
        )

    def event(self, when: When, group: list[DateMention]) -> Event:
        first = group[0]
        title = self._title(first)
        is_guess = first.basis == "inferred"
        return Event(
            id=_unique(_slug(title, when), self.ids),
            title=title,
            when=when,
            time=first.time,
            zone=first.zone,
            basis=first.basis or "stated",
            evidence=tuple(dict.fromkeys(self._quotes(group))),
            note=_note(first.said, when, self._published) if is_guess else None,
            supplied=unsaid(first.said, when) if is_guess else None,
        )

    def _quotes(self, group: list[DateMention]) -> Iterator[str]:
        """Quotes of the phrases with their times, and of what completes them."""
        for mention in group:
            for span in mention.context:
                yield self.quote(mention, 0, span)
            whole = self._with_clock(mention)
            yield self.quote(mention, _AROUND, whole)
            if mention.time and mention.clock and not whole[0] <= mention.clock[0] < whole[1]:
                yield self.quote(mention, _AROUND, mention.clock)

    def _with_clock(self, mention: DateMention) -> tuple[int, int]:
        """Where a phrase begins and ends, with its time if that stands in its sentence."""
        start, end = mention.start, mention.end
        if mention.clock is None:
            return start, end
        begin, stop = sentence(self._text, start, end)
        first, last = min(start, mention.clock[0]), max(end, mention.clock[1])
        return (first, last) if begin <= first and last <= stop else (start, end)

    def _title(self, mention: DateMention) -> str:
        """The sentence without the phrase, its time, and the dateline."""
        begin, end = sentence(self._text, mention.start, mention.end)
        dateline = _DATELINE.match(self._text, begin, end)
        start = dateline.end() if dateline else begin
        first, last = self._with_clock(mention)
        if last - first > mention.end - mention.start + _BESIDE:
            first, last = mention.start, mention.end
        before = self._text[start : max(start, first)][:_FAR]
        after = self._text[max(start, last) : end][:_FAR]
        words = _WORD.findall(f"{LEADING.sub('', before)} {after}")
        rest = " ".join(words).strip(" ,;:.–—-")
        title = textwrap.shorten(re.sub(r" (?=[,;.])", "", rest), _TITLE, placeholder="…")
        return title if VISIBLE.search(title) else " ".join(mention.text.split())

    def quote(self, mention: DateMention, around: int, whole: tuple[int, int] | None = None) -> str:
        """The words around a phrase: some of its clause, and as many more as make them unique."""
        start, stop = whole or (mention.start, mention.end)
        first, last = self._word_at(start), self._word_at(stop - 1)
        begin, end = sentence(self._text, start, stop)
        before, after = self._room[mention.start]
        before, after = min(before, start), max(after, stop)
        low = max(first - around, bisect_left(self._words, (max(begin, before), 0)))
        high = min(last + around, bisect_right(self._words, min(end, after), key=itemgetter(1)) - 1)
        low, high = self._unbroken(low, first, last, high)
        quote = narrow = self._joined(low, high)
        while not is_unique(self._text, quote):
            reach = high - low + 1
            wider = self._unbroken(max(low - reach, 0), low, high, high + reach)
            if wider == (low, high) or reach > _WIDEST:
                return narrow  # which a person will have to widen
            low, high = wider
            quote = self._joined(low, high)
        return quote

    def _unbroken(self, lowest: int, first: int, last: int, highest: int) -> tuple[int, int]:
        """The first and the last word of a quote, which nothing but white space may interrupt."""
        while first > lowest and self._follows(first):
            first -= 1
        while last < min(highest, len(self._words) - 1) and self._follows(last + 1):
            last += 1
        return first, last

    def _follows(self, word: int) -> bool:
        return self._text[self._words[word - 1][1] : self._words[word][0]].isspace()

    def _word_at(self, offset: int) -> int:
        return max(bisect_right(self._words, offset, key=itemgetter(0)) - 1, 0)

    def _joined(self, low: int, high: int) -> str:
        return " ".join(self._text[start:end] for start, end in self._words[low : high + 1])


def _note(said: When | None, when: When, published: When | None) -> str:
    """From what the rest of an inferred date was taken, for readers."""
    year, around = when.earliest, published and published.earliest
    near = year and around and abs(year.year - around.year) <= _OTHER_DATES
    source = "the date of publication" if near else "the other dates of the text"
    supplied = unsaid(said, when)
    if "day" in supplied:
        return f"The text gives the day of the week alone; the date is taken from {source}."
    if isinstance(said, EdtfDate) and str(said.year).strip("X"):
        return "The text gives no century; it is taken from the date of publication."
    missing = " and ".join(f"no {name}" for name in supplied)
    it = "it is" if len(supplied) == 1 else "they are"
    return f"The text gives {missing}; {it} taken from {source}."


def _slug(title: str, when: When) -> str:
    plain = unicodedata.normalize("NFKD", title).casefold().replace("\u0131", "i")
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    telling = [word for word in words if word not in STOPWORDS][:_SLUG_WORDS] or ["event"]
    year = when.earliest or when.latest
    return "-".join([*telling, str(year.year)] if year else telling)


def _unique(slug: str, ids: dict[str, int]) -> str:
    ids[slug] = ids.get(slug, 0) + 1
    return slug if ids[slug] == 1 else _unique(f"{slug}-{ids[slug]}", ids)
