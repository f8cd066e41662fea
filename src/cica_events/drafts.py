"""A release drafted from its text alone, for a person to edit."""

from __future__ import annotations

import re
import textwrap
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable
from datetime import date
from operator import itemgetter

from .edtf import EdtfDate, When, parse_edtf
from .mentions import DateMention, find_dates
from .model import Basis, Event, Release, SetAside
from .quotes import is_dateline, occurrences, sentence

__all__ = ["draft_release"]

_TITLE, _HEADLINE = 80, 200  # characters
_SLUG_WORDS = 4
_AROUND = 6  # words that a quote takes on either side of the phrase, if the sentence has them
_UNSPOKEN = "\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff"  # as the model refuses
_WORD = re.compile(f"[^\\s{_UNSPOKEN}]+")
_LEADING = re.compile(r"(?:\b(?:on|in|at|from|since|until|by|of|for|during|as of)\s+)?$", re.I)
_STOPWORDS = frozenset(
    """a an and at be been by for from has have held in is it its of on or that the this to was were
    which will with""".split()
)
_GIVEN = "Given when the release was drafted; its text does not state it."


def draft_release(
    text: str,
    published: str | When | date,
    *,
    id: str = "release",  # noqa: A002 - the field's name
    title: str | None = None,
    publisher: str | None = None,
    url: str | None = None,
) -> Release:
    """Drafts a release: one event for each date phrase, its quotes filled in.

    The same phrase twice is one event; two phrases for one date stay apart. What could be a date
    but gives none is set aside with its reason. `check` finds nothing to say of a draft's dates and
    quotes; whether they are events, and what to call them, is a person's to say.

    Args:
        text: the words of the release, exactly as published.
        published: its date of publication: EDTF text, an EDTF value or a ``datetime.date``.
        id: the id of the calendar that the release makes.
        title: its headline; the first line of the text if not given.
        publisher: who published it.
        url: where it is published.

    Raises:
        EdtfError: ``published`` is no date.
        InvalidError: an argument is wrong, or the text holds half a character.

    Example:
        >>> text = "The forum opened on 3 June 2024. It meets again next year."
        >>> for event in draft_release(text, "2024-06-04").events:
        ...     print(event.id, event.when, event.basis, event.evidence)
        forum-opened-2024 2024-06-03 stated ('The forum opened on 3 June 2024.',)
        meets-again-2025 2025 resolved ('It meets again next year.',)
    """
    moment = _moment(published)
    mentions = find_dates(text, moment)
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    stated = any(
        m.when == moment and m.basis == "stated" and is_dateline(text, m.start, m.end)
        for m in mentions
    )
    return Release(
        id=id,
        title=title or _headline(text),
        publisher=publisher,
        url=url,
        published=moment,
        published_basis="stated" if stated else "inferred",
        published_note=None if stated else _GIVEN,
        text=text,
        events=_events(text, words, mentions),
        set_aside=_set_aside(text, words, mentions),
    )


def _moment(published: str | When | date) -> When:
    if isinstance(published, date):
        return EdtfDate(published.year, published.month, published.day)
    return parse_edtf(published) if isinstance(published, str) else published


def _headline(text: str) -> str:
    lines = (" ".join(_WORD.findall(line)) for line in text.splitlines())
    first = next(filter(None, lines), "Untitled")
    return textwrap.shorten(first, _HEADLINE, placeholder="…")


_Words = list[tuple[int, int]]


def _events(text: str, words: _Words, mentions: Iterable[DateMention]) -> tuple[Event, ...]:
    same: dict[tuple[str, When, str], list[DateMention]] = {}
    for mention in mentions:
        if mention.when is not None:
            phrase = " ".join(mention.text.split()).casefold()
            same.setdefault((phrase, mention.when, mention.basis or ""), []).append(mention)
    ids: dict[str, int] = {}
    return tuple(_event(text, words, group, ids) for group in same.values())


def _event(text: str, words: _Words, group: list[DateMention], ids: dict[str, int]) -> Event:
    first = group[0]
    assert first.when is not None
    basis: Basis = first.basis or "stated"
    title = _title(text, first)
    return Event(
        id=_unique(_slug(title, first.when), ids),
        title=title,
        when=first.when,
        basis=basis,
        evidence=tuple(_quote(text, words, mention, _AROUND) for mention in group),
        note=f"“{first.text}” does not say all of {first.when}; please confirm it."
        if basis == "inferred"
        else None,
    )


def _set_aside(text: str, words: _Words, mentions: Iterable[DateMention]) -> tuple[SetAside, ...]:
    return tuple(
        SetAside(_quote(text, words, mention, 0), mention.reason or "no date")
        for mention in mentions
        if mention.open and mention.when is None
    )


def _quote(text: str, words: _Words, mention: DateMention, around: int) -> str:
    """The words around a phrase: some of its sentence, and as many more as make them unique."""
    first, last = _word_at(words, mention.start), _word_at(words, mention.end - 1)
    begin, end = sentence(text, mention.start, mention.end)
    low = max(first - around, _word_at(words, begin))
    high = min(last + around, _word_at(words, end - 1))
    low, high = _speakable(text, words, range(low, first), range(last, high + 1))
    quote = _joined(text, words, low, high)
    while occurrences(text, quote) > 1:
        reach = high - low + 1
        before = range(max(low - reach, 0), low)
        wider = _speakable(text, words, before, range(high, min(high + reach, len(words) - 1) + 1))
        if wider == (low, high):
            break
        low, high = wider
        quote = _joined(text, words, low, high)
    return quote


def _speakable(text: str, words: _Words, before: range, after: range) -> tuple[int, int]:
    """The first and the last word of a quote, which nothing but white space may interrupt."""
    low, high = before.stop, after.start
    while low > before.start and text[words[low - 1][1] : words[low][0]].isspace():
        low -= 1
    while high < after.stop - 1 and text[words[high][1] : words[high + 1][0]].isspace():
        high += 1
    return low, high


def _word_at(words: _Words, offset: int) -> int:
    return max(bisect_right(words, offset, key=itemgetter(0)) - 1, 0)


def _joined(text: str, words: _Words, low: int, high: int) -> str:
    return " ".join(text[start:end] for start, end in words[low : high + 1])


def _title(text: str, mention: DateMention) -> str:
    """The sentence without the phrase."""
    begin, end = sentence(text, mention.start, mention.end)
    before = _LEADING.sub("", text[begin : mention.start])
    rest = " ".join(_WORD.findall(f"{before} {text[mention.end : end]}")).strip(" ,;:.–—-")
    title = textwrap.shorten(re.sub(r" (?=[,;.])", "", rest), _TITLE, placeholder="…")
    return title or " ".join(mention.text.split())


def _slug(title: str, when: When) -> str:
    plain = unicodedata.normalize("NFKD", title).casefold().replace("\u0131", "i")
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    telling = [word for word in words if word not in _STOPWORDS][:_SLUG_WORDS] or ["event"]
    year = when.earliest or when.latest
    return "-".join([*telling, str(year.year)] if year else telling)


def _unique(slug: str, ids: dict[str, int]) -> str:
    ids[slug] = ids.get(slug, 0) + 1
    return slug if ids[slug] == 1 else _unique(f"{slug}-{ids[slug]}", ids)
