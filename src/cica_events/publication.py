"""Does a release's date of publication fit its text?

It is doubted only where the text speaks of it: in a dateline, or in a word such as "today" or "this
year" beside a date that it does not give. What is told of the past and of the future may lie
anywhere.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

import attrs

from .edtf import EdtfDate, EdtfInterval, When
from .errors import EdtfError, silence
from .finding.english import LOOKING_AHEAD, LOOKING_BACK
from .finding.layout import is_stamped
from .mentions import DateMention
from .model import Release
from .quotes import is_dateline, opens_prose

__all__ = ["Misdating", "misdatings"]

Misdating = tuple[str, str] | tuple[str, str, int, int]
"""The path of a field and what is wrong with it; and where in the text the words against it are."""

_DELAY = timedelta(7)  # a release is posted within days of its dateline
_NEAR = 80  # characters before a date in which a verb is looked for
# What may stand between two dates of which one explains the other: "today, 3 June".
_APPOSED = re.compile(r"\s*[,(–—-]?\s*")


def misdatings(release: Release, mentions: Sequence[DateMention]) -> Iterator[Misdating]:
    """Where the date of publication does not fit the text, or does not say from what it was taken.

    Args:
        release: the release.
        mentions: the date phrases of its text.

    Example:
        >>> from cica_events import Release, find_dates, parse_edtf
        >>> text = "The hall opened today, 3 May 2021."
        >>> release = Release(id="r", title="T", text=text, published=parse_edtf("2021-05-02"))
        >>> for _, message, *_ in misdatings(release, find_dates(text, release.published)):
        ...     print(message)  # doctest: +ELLIPSIS
        the text is not dated 2021-05-02; set it to "inferred", and say from what
        is 2021-05-02, but the text calls “3 May 2021” “today”; ...
    """
    if release.published is None:
        return
    yield from _unfounded(release, release.published, mentions)
    for mention, message in _doubts(release.text, release.published, mentions):
        if not _is_settled(release.published_note, mention):
            way = f"; correct it, or say in published_note why “{mention.text}” does not date it"
            yield "published", message + way, mention.start, mention.end


def _unfounded(
    release: Release, published: When, mentions: Sequence[DateMention]
) -> Iterator[Misdating]:
    """Where the record does not say truly what the date of publication rests on."""
    dated = (m for m in mentions if m.basis == "stated" and m.when == published)
    stated = any(_is_dateline(release.text, mention) for mention in dated)
    if release.published_basis == "stated" and not stated:
        message = f'the text is not dated {published}; set it to "inferred", and say from what'
        yield "published_basis", message
    silent = silence(release.published_note)
    if release.published_basis != "stated" and silent:
        yield "published_note", f"{silent}; say from what {published} was taken"


def _is_settled(note: str | None, mention: DateMention) -> bool:
    """Whether a person's note speaks of the words that speak against the date."""
    said = (" ".join(mention.text.split()), str(mention.when))
    return any(words.casefold() in (note or "").casefold() for words in said)


def _doubts(
    text: str, published: When, mentions: Sequence[DateMention]
) -> Iterator[tuple[DateMention, str]]:
    """The phrases that speak against a date of publication, each with what it says."""
    datelines = [mention for mention in mentions if _is_plain_dateline(text, mention)]
    if len({dateline.said for dateline in datelines}) == 1 and not _fits(published, datelines[0]):
        yield datelines[0], f"is {published}, but the text is dated “{datelines[0].text}”"
    for one, other in pairwise(mentions):
        if _APPOSED.fullmatch(text, one.end, other.start):
            yield from _clashes(published, one, other)
            yield from _clashes(published, other, one)
    for mention in mentions:
        yield from _wrong_tense(text, published, mention)


def _is_dateline(text: str, mention: DateMention) -> bool:
    if is_stamped(text, mention.start):  # "Posted 3 May 2024."
        return True
    return is_dateline(text, mention.start, mention.end) or _is_plain_dateline(text, mention)


def _is_plain_dateline(text: str, mention: DateMention) -> bool:
    """Whether a day stands between a place and a dash, before the words of a paragraph."""
    if not isinstance(mention.said, EdtfDate) or mention.said.precision != "day":
        return False
    return opens_prose(text, mention.start, mention.end)


def _fits(published: When, dateline: DateMention) -> bool:
    """Whether a release of a dateline may be published then: not before, and within days."""
    first, last = published.earliest, published.latest
    if first is None or last is None or not isinstance(dateline.said, EdtfDate):
        return True
    years = {first.year, last.year, (first - _DELAY).year}
    days = [_day(dateline.said, year) for year in years]
    return any(day and first - _DELAY <= day <= last for day in days)


def _day(said: EdtfDate, year: int) -> date | None:
    """The day of a dateline; in a year, if it says none; ``None`` where that has no such day."""
    if said.window is not None:
        return said.earliest
    try:
        return attrs.evolve(said, year=year).earliest
    except EdtfError:
        return None


def _clashes(
    published: When, counted: DateMention, beside: DateMention
) -> Iterator[tuple[DateMention, str]]:
    """A date beside "today" or "this year" that publication does not give these words."""
    if counted.basis != "resolved" or counted.when is None or beside.basis == "resolved":
        return
    if not _may_be(counted.when, beside):
        called = f"the text calls “{beside.text}” “{counted.text}”"
        yield beside, f"is {published}, but {called}"


def _may_be(when: When, mention: DateMention) -> bool:
    """Whether what a phrase says agrees with a date."""
    said = mention.said
    day = None
    if isinstance(when, EdtfDate) and when.precision == "day":
        day = when.earliest
    if day and mention.weekday and day.isoweekday() != mention.weekday:
        return False
    if isinstance(said, EdtfDate) and said.precision == when.precision:
        return isinstance(when, EdtfInterval) or said.matches(when)
    return said is None or said.window is None or when.overlaps(said)


def _wrong_tense(
    text: str, published: When, mention: DateMention
) -> Iterator[tuple[DateMention, str]]:
    """Such as "will be held in May this year" of a release of June, "."""
    if mention.basis != "resolved" or mention.when is None:
        return
    before = text[max(mention.start - _NEAR, 0) : mention.start]
    if mention.when.before(published) and LOOKING_AHEAD.search(before):
        yield mention, f"is {published}, but the text looks ahead to “{mention.text}”"
    if published.before(mention.when) and LOOKING_BACK.search(before):
        yield mention, f"is {published}, but the text looks back on “{mention.text}”"
