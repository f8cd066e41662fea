"""The kind of an event, as far as a short list of words tells it: a meeting, a deadline."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache

from .finding.english import (
    ACTS,
    AN_OBJECT,
    ASKS_TO,
    BY,
    BY_WHOM,
    END_OF_HEAD,
    IT_CLOSES,
    IT_OPENS,
    KINDS,
    LASTS,
    MORE_IS_TOLD,
    NAMED_DAY,
    OFFICES_CLOSED,
    ON_SHOW,
    SEVERAL_NAMED,
    is_plural,
)

__all__ = ["kind_of"]

_NO_KIND = "event"
_DEADLINES, _ALL_DEADLINES, _DATES = "deadlines", "all deadlines", "dates"
_ANYWHERE, _VERB, _AT_END, _BODY, _NOUN = "!", "?", "^", "+", ""
_NOUNS = (_BODY, _NOUN)
_EXPLAINED = re.compile(r"\s[-–—]\s")


def kind_of(title: str, before: str = "", around: Iterable[str] = ()) -> str:
    """What kind of event a title names.

    Words such as "deadline" tell it wherever they stand; then come verbs, then the last noun of the
    first noun phrase, since a conference dinner is a dinner; then the other nouns.

    Args:
        title: the title.
        before: the words before the date: "by" makes a deadline.
        around: the head of the column, then the headings, the nearest first: "Meetings".

    Example:
        >>> kind_of("Press conference of the minister"), kind_of("Conference dinner")
        ('statement', 'event')
        >>> kind_of("Friends of the Chair", around=["Meeting"])
        'meeting'
    """
    title = MORE_IS_TOLD.split(title)[0]
    found = list(_found(title))
    is_bound = BY.search(before) is not None  # "registration is open until"
    decisive = (None if is_bound else _of_ending(title)) or _first(found, _ANYWHERE)
    if decisive is None and (NAMED_DAY.search(title) or OFFICES_CLOSED.search(title)):
        return "holiday"
    above = _of_heads(around)
    if decisive is None and is_bound and not LASTS.search(title):
        return "exhibition" if above == "exhibition" else "deadline"
    kind = decisive or _of_verb(title, found) or _of_head(title, found) or _of_noun(title, found)
    return kind or above or _NO_KIND


@cache
def _words() -> tuple[re.Pattern[str], dict[str, list[tuple[str, str]]]]:
    """The pattern of all words, the longest first; and what each tells, and how."""
    table: dict[str, list[tuple[str, str]]] = {}
    for row in re.split(r"\n(?=\S)", KINDS.strip()):
        name, _, phrases = row.partition(": ")
        kind = name.rstrip(_ANYWHERE + _VERB + _AT_END + _BODY)
        for phrase in phrases.split(","):
            table.setdefault(" ".join(phrase.split()), []).append((kind, name[len(kind) :]))
    longest = sorted(table, key=len, reverse=True)
    return re.compile(rf"\b(?:{'|'.join(map(re.escape, longest))})\b"), table


def _found(title: str) -> Iterator[tuple[int, str, str]]:
    """The words for kinds: where each begins, its kind, and how it tells it."""
    pattern, table = _words()
    folded = title.casefold()
    for match in pattern.finditer(folded):
        for kind, how in table[match[0]]:
            acts = ACTS.match(title, match.end()) or AN_OBJECT.search(title, 0, match.start())
            if kind and not (how == _BODY and acts):
                yield match.start(), kind, how


def _first(found: list[tuple[int, str, str]], wanted: str) -> str | None:
    return next((kind for _, kind, how in found if how == wanted), None)


def _of_ending(title: str) -> str | None:
    """The kind of a title that ends in "opens" or "closed"."""
    if IT_OPENS.search(title):
        return "opening"
    return "deadline" if IT_CLOSES.search(title) else None


def _of_verb(title: str, found: list[tuple[int, str, str]]) -> str | None:
    """The kind that the first verb tells, which stands before an explanation after a dash."""
    told = len(_EXPLAINED.split(title)[0])
    asked = len("meet ")  # what `ASKS_TO` ends in
    verbs = [w for w in found if w[0] < told and not ASKS_TO.search(title, 0, w[0] + asked)]
    return _first(verbs, _VERB)


def _of_noun(title: str, found: list[tuple[int, str, str]]) -> str | None:
    """The kind of the first noun, but for those of whoever does something."""
    agents = [match.span() for match in BY_WHOM.finditer(title)]
    others = [word for word in found if not any(a < word[0] < b for a, b in agents)]
    return _first(others, _NOUN)


def _of_head(title: str, found: list[tuple[int, str, str]]) -> str | None:
    """The kind of the last noun of the first noun phrase."""
    end = END_OF_HEAD.search(title, 1)
    head = end.start() if end else len(title)
    kinds = [
        kind
        for start, kind, how in found
        if start < head
        and (how in _NOUNS or (how == _AT_END and " " not in title[start:head].strip()))
    ]
    if not kinds:
        return None
    return kinds[-1]


def _of_heads(around: Iterable[str]) -> str | None:
    """The kind that the head of a column, or a heading in the plural, gives what is below it."""
    for place, words in enumerate(around):
        if ON_SHOW.search(words):
            return "exhibition"
        for start, kind, how in _found(words):
            word = words[start:].split()[0].casefold().strip(".,;:")
            is_head = place == 0 and len(words.split()) == 1
            is_for_all = how in _NOUNS and not SEVERAL_NAMED.search(words)
            is_for_all |= word == _DEADLINES and _tells_of_all(words.casefold())
            if is_head or (is_for_all and is_plural(word)):
                return kind
    return None


def _tells_of_all(words: str) -> bool:
    """Whether a heading with "deadlines" tells of all below it, and not of dates besides."""
    return _DATES not in words or _ALL_DEADLINES in words
