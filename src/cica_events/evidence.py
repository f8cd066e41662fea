"""Does a release's text bear out its events, and was no date in it forgotten?"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence

import attrs

from .characters import hidden
from .edtf import EdtfDate, When
from .errors import InvalidError, quoted
from .mentions import DateMention, find_dates
from .model import Event, Release
from .quotes import is_dateline, is_unique, locate, sentence

__all__ = ["Problem", "check"]

_NEAR = 500  # characters before a date, in which a verb tells whether it lies ahead
_BASES = ("stated", "resolved", "inferred")  # from the strongest to the weakest
_AHEAD = re.compile(r"\b(?:will|shall|to be|is to|are to|plans? to|planned|scheduled)\b", re.I)
_BEHIND = re.compile(r"\b(?:was|were|had|took place)\b", re.I)


@attrs.frozen
class Problem:
    """Something that the text of a release does not bear out.

    Args:
        path: where in the release, as ``events[3].when``; ``text`` for a phrase of its text.
        message: what was found, and what would mend it.
        start: where in the text the words begin that it is about, an offset; or ``None``.
        end: the offset after them; or ``None``.

    Example:
        >>> print(Problem("events[3].when", "is not what the words give"))
        events[3].when: is not what the words give
    """

    path: str
    message: str
    start: int | None = None
    end: int | None = None

    def __str__(self) -> str:
        return f"{self.path}: {self.message}"


def check(release: Release) -> list[Problem]:
    r"""Holds the events of a release against its text.

    Every quote must stand in the text once, verbatim but for white space; every event's date and
    basis must be what the words of its quotes give; every date phrase of the text must lie in an
    event's evidence or be set aside; the date of publication must fit the text; and the text must
    hold no control character and no bidirectional override, which readers do not see.

    Args:
        release: the release.

    Returns:
        What is wrong, in the order of the events, then of the text; empty if nothing is.

    Raises:
        InvalidError: it is no release.

    Example:
        >>> from attrs import evolve
        >>> from cica_events import load_release, parse_edtf
        >>> release = load_release()
        >>> check(release)
        []
        >>> first = evolve(release.events[0], when=parse_edtf("1993-04-01"))
        >>> wrong = evolve(release, events=[first, *release.events[1:]])
        >>> print(*check(wrong), sep="\n")  # doctest: +ELLIPSIS
        events[0].when: 1993-04-01 is more precise than the words: “April 1993” gives ...
    """
    if not isinstance(release, Release):
        raise InvalidError([("release", f"{quoted(release)} is not a Release")])
    text, mentions = release.text, find_dates(release.text, release.published)
    problems: list[Problem] = []
    accounted: list[tuple[int, int]] = []
    for place, event in enumerate(release.events):
        spans, wrong = _located(text, f"events[{place}].evidence[{{}}]", event.evidence)
        accounted += spans
        inside = _within(mentions, _union(spans))
        problems += wrong or _unproved(f"events[{place}]", event, inside)
    phrases = [phrase.text for phrase in release.set_aside]
    spans, wrong = _located(text, "set_aside[{}].text", phrases)
    return [
        *problems,
        *wrong,
        *_forgotten(mentions, accounted + spans),
        *_misdated(release, mentions),
        *_unseen(text),
    ]


def _located(
    text: str, path: str, quotes: Iterable[str]
) -> tuple[list[tuple[int, int]], list[Problem]]:
    """Where quotes stand in the text, and what is wrong with the others."""
    spans, problems = [], []
    for place, quote in enumerate(quotes):
        found = locate(text, quote)
        if found is None:
            problems.append(Problem(path.format(place), *_near(text, quote)))
        elif not is_unique(text, quote):
            message = f"“{quote}” stands in the text more than once; add words until it is unique"
            problems.append(Problem(path.format(place), message, *found))
        else:
            spans.append(found)
    return spans, problems


def _near(text: str, quote: str) -> tuple[str, int | None, int | None]:
    """A message for a quote that is not in the text: as far as where does the text agree?"""
    words = quote.split()
    known = bisect_left(range(1, len(words)), True, key=lambda n: not _begins(text, words, n))
    if not known:
        return f"“{quote}” is not in the text; quote its own words", None, None
    start, end = locate(text, " ".join(words[:known])) or (None, None)
    beginning = " ".join(words[:known])
    return f"“{quote}” is not in the text, which agrees only in “{beginning}”", start, end


def _begins(text: str, words: list[str], count: int) -> bool:
    return locate(text, " ".join(words[:count])) is not None


def _within(mentions: list[DateMention], spans: list[tuple[int, int]]) -> list[DateMention]:
    found = []
    for start, end in spans:
        place = bisect_left(mentions, start, key=lambda mention: mention.start)
        while place < len(mentions) and mentions[place].end <= end:
            found.append(mentions[place])
            place += 1
    return found


def _unproved(path: str, event: Event, mentions: list[DateMention]) -> list[Problem]:
    """What is wrong with an event's date, given the date phrases in its quotes."""
    dated = [(m.when, m.basis or "stated", m) for m in mentions if m.when is not None]
    if not dated:
        return [_dateless(path, event, mentions)]
    same = list(_giving(event.when, dated))
    if any(basis == event.basis for basis, _ in same):
        return []
    if same:
        return [_misjudged(path, event, *same[0])]
    when, basis, mention = dated[0]
    gives = f"“{mention.text}” gives {when}, {basis}"
    message = f"{event.when} {_compared(event.when, when)} the words: {gives}"
    return [Problem(f"{path}.when", message, mention.start, mention.end)]


def _giving(
    when: When, dated: Sequence[tuple[When, str, DateMention]]
) -> Iterator[tuple[str, DateMention]]:
    """The phrases that give a date: each its own, and two the stretch from one to the other."""
    yield from ((basis, mention) for found, basis, mention in dated if found == when)
    start, end = (when, when) if isinstance(when, EdtfDate) else (when.start, when.end)
    if isinstance(start, EdtfDate) and isinstance(end, EdtfDate) and start.before(end):
        starts = {basis: mention for found, basis, mention in dated[::-1] if found == start}
        ends = dict.fromkeys(basis for found, basis, _ in dated if found == end)
        for basis, mention in starts.items():
            yield from ((max(basis, other, key=_BASES.index), mention) for other in ends)


def _dateless(path: str, event: Event, mentions: list[DateMention]) -> Problem:
    if not event.evidence:
        return Problem(f"{path}.evidence", "is empty; quote the words that state the date")
    for mention in mentions:
        message = f"“{mention.text}” gives no date: {mention.reason}"
        return Problem(f"{path}.when", message, mention.start, mention.end)
    return Problem(f"{path}.evidence", f"no quote holds a date; quote the words for {event.when}")


def _misjudged(path: str, event: Event, basis: str, mention: DateMention) -> Problem:
    message = f'“{mention.text}” gives {event.when} as {basis}; set basis to "{basis}"'
    return Problem(f"{path}.basis", message, mention.start, mention.end)


def _compared(ours: When, theirs: When) -> str:
    if _encloses(theirs, ours):
        return "is more precise than"
    return "is less precise than" if _encloses(ours, theirs) else "is not what is said by"


def _encloses(wide: When, narrow: When) -> bool:
    bounds = wide.earliest, narrow.earliest, narrow.latest, wide.latest
    known = [bound for bound in bounds if bound is not None]
    return len(known) == len(bounds) and known == sorted(known)


def _forgotten(mentions: list[DateMention], accounted: list[tuple[int, int]]) -> Iterator[Problem]:
    """Date phrases that no event quotes and that were not set aside."""
    spans = _union(accounted)
    for mention in mentions:
        place = bisect_left(spans, mention.end, key=lambda span: span[1])
        inside = place < len(spans) and spans[place][0] <= mention.start
        if inside or not (mention.when or mention.open):
            continue
        what = f"gives {mention.when}" if mention.when else f"gives no date: {mention.reason}"
        message = f"“{mention.text}” {what}; make it an event, or set it aside and say why"
        yield Problem("text", message, mention.start, mention.end)


def _unseen(text: str) -> Iterator[Problem]:
    """The characters that a reader does not see, each kind of them once."""
    places: dict[str, list[int]] = {}
    for place, what in hidden(text):
        places.setdefault(what, []).append(place)
    for what, found in places.items():
        times = f" {len(found)} times" if len(found) > 1 else ""
        message = f"holds {what}{times}, which no reader sees; take it out"
        yield Problem("text", message, found[0], found[0] + 1)


def _union(spans: Iterable[tuple[int, int]]) -> list[tuple[int, int]]:
    merged: list[tuple[int, int]] = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged


def _misdated(release: Release, mentions: Sequence[DateMention]) -> Iterator[Problem]:
    """Where the date of publication does not fit the text."""
    published = release.published
    if published is None:
        return
    text = release.text
    datelines = [m for m in mentions if m.basis == "stated" and is_dateline(text, m.start, m.end)]
    if release.published_basis == "stated" and all(m.when != published for m in datelines):
        message = f'the text is not dated {published}; set it to "inferred", and say from what'
        yield Problem("published_basis", message)
    if release.published_basis != "stated" and not release.published_note:
        yield Problem("published_note", f"is empty; say from what {published} was taken")
    for mention in mentions:
        if mention.when and (against := _against(text, published, mention, mention.when)):
            yield Problem("published", against, mention.start, mention.end)


def _against(text: str, published: When, mention: DateMention, when: When) -> str | None:
    """What speaks against a date of publication in the words around a date."""
    stated = mention.basis == "stated"
    if stated and is_dateline(text, mention.start, mention.end) and published.before(when):
        return f"is {published}, but the text is dated “{mention.text}”"
    first, _ = sentence(text, mention.start, mention.end)
    before = text[max(first, mention.start - _NEAR) : mention.start]
    ahead, behind = _AHEAD.search(before), _BEHIND.search(before)
    if ahead and not behind and when.before(published):
        return f"is {published}, but the text looks ahead to “{mention.text}”"
    if behind and not ahead and published.before(when):
        return f"is {published}, but the text looks back on “{mention.text}”"
    return None
