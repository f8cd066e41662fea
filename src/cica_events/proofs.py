"""How far the date phrases of a text bear out the date of an event.

A phrase bears out a date as ``stated`` or ``resolved`` where it gives just that date; as
``inferred`` where what it says agrees with the date, and the rest was supplied by a person.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

import attrs

from .edtf import EdtfDate, EdtfInterval, When
from .finding import reasons
from .finding.english import SIGNS, term_of_word
from .mentions import DateMention, find_dates
from .model import COMPONENTS, Basis, unsaid

__all__ = ["Proof", "prove"]

_NOTHING = frozenset((reasons.ERA, reasons.NO_DAY, reasons.NO_PUBLICATION, reasons.RECURRENCE))
"""Why words that say no part of a date cannot be completed by a person either."""
# The years that a phrase names.
_YEAR = re.compile(r"(?<![0-9])[0-9]{4}(?![0-9])")
_WORDS_AND_SIGNS = re.compile(r"\w+|[^\w\s]")
_LISTED = 12  # characters between two dates of a list, at most
_LISTING = frozenset(("and", "or", "comma"))  # terms between the dates of a list


@attrs.frozen
class Proof:
    """Phrases that bear out a date, and what an event may claim on them.

    Attributes:
        basis: what the date rests on.
        mentions: the phrases: one, or two that give the ends of an interval.
        supplied: the components of the date that they leave unsaid.

    Example:
        >>> Proof("stated", ()).supplied
        ()
    """

    basis: Basis
    mentions: tuple[DateMention, ...]
    supplied: tuple[str, ...] = ()


def prove(when: When, mentions: Sequence[DateMention], text: str) -> Iterator[Proof]:
    """What in some phrases bears out a date.

    Args:
        when: the date.
        mentions: phrases of the text, in order.
        text: the text.

    Example:
        >>> from cica_events import find_dates, parse_edtf
        >>> text = "signed on 10 May in Ankara"
        >>> for proof in prove(parse_edtf("2021-05-10"), find_dates(text, "2022"), text):
        ...     print(proof.basis, proof.supplied)
        inferred ('year',)
    """
    for mention in mentions:
        proof = _of_one(mention, when)
        if proof is not None:
            yield proof
    if isinstance(when, EdtfInterval):
        yield from _of_ends(when, mentions, text)


def _of_one(mention: DateMention, when: When) -> Proof | None:
    """What one phrase proves of a date."""
    if mention.basis in ("stated", "resolved"):
        if mention.when != when:
            return None
        return Proof(mention.basis, (mention,))
    for said in _readings(mention, when):
        return Proof("inferred", (mention,), unsaid(said, when))
    return None


def _readings(mention: DateMention, when: When) -> Iterator[When | None]:
    """What a phrase may be taken to say of a date, if a person may say that it means the date."""
    said = mention.said
    if mention.reason == reasons.ERA or (mention.when is None and not mention.open):
        return
    if said is None and mention.weekday is None:
        yield from _unsaid_readings(mention, when)
    elif isinstance(said, EdtfDate) and said.day == "XX":
        yield from _nth_days(mention.text, said, when)
    elif said is not None and not said.matches(when):
        # Words of which only a part is read say more: "14/15/16 May".
        is_part = mention.reason == reasons.IN_PART and said.possibly_contains(when)
        if is_part or _is_within(when, mention):
            yield said
    elif mention.weekday is None or _falls_on(when, mention.weekday):
        yield said


def _nth_days(words: str, said: EdtfDate, when: When) -> Iterator[EdtfDate]:
    """What "the last Friday in June" says of a day, if it is that one in the year of the day."""
    if not isinstance(when, EdtfDate):
        return
    if any(each.when == when for each in find_dates(f"{words} {when.year}")):
        yield attrs.evolve(said, day=when.day)


def _unsaid_readings(mention: DateMention, when: When) -> Iterator[When | None]:
    """The same of words of which EDTF can say nothing: candidates, or whatever a person knows."""
    if mention.candidates:
        readings = mention.candidates
        if mention.reason == reasons.CENTURIES:
            dates = [reading for reading in readings if isinstance(reading, EdtfDate)]
            readings = tuple([_of_any_century(reading, when) for reading in dates])
        yield from (reading for reading in readings if reading.matches(when))
    elif mention.reason not in _NOTHING and _is_of_years(when, _YEAR.findall(mention.text)):
        yield None


def _of_any_century(reading: EdtfDate, when: When) -> EdtfDate:
    """A reading of "02/06/22", of which only two digits of the year are said."""
    digits = str(reading.year)[2:]
    if digits != "00":
        return attrs.evolve(reading, year=f"XX{digits}")
    if isinstance(when, EdtfDate) and str(when.year)[2:] == digits:
        return attrs.evolve(reading, year="XXXX")  # EDTF has no "XX00": it may be the year 0000
    return reading


def _is_of_years(when: When, years: Sequence[str]) -> bool:
    """Whether a date touches, within a year, each year that words name: fiscal years, weeks."""
    first, last = when.earliest, when.latest
    if first is None or last is None:
        return not years
    return all(first.year - 1 <= int(year) <= last.year + 1 for year in years)


def _is_within(when: When, mention: DateMention) -> bool:
    """Whether a date keeps to a bound, such as "before 2030", and is as precise."""
    bounds = [bound for bound in (mention.said, *mention.candidates) if bound is not None]
    alike = [b for b in bounds if type(b) is type(when) and b.precision == when.precision]
    if mention.reason == reasons.BEFORE:
        return any(when.before(bound) for bound in alike)
    return mention.reason == reasons.AFTER and any(bound.before(when) for bound in alike)


def _falls_on(when: When, weekday: int) -> bool:
    """Whether a date is a day, and that day of the week."""
    day = when.earliest
    exact = isinstance(when, EdtfDate) and when.precision == "day" and when.exact
    return exact and day is not None and day.isoweekday() == weekday


def _of_ends(when: EdtfInterval, mentions: Sequence[DateMention], text: str) -> Iterator[Proof]:
    """What two phrases prove of an interval; or one, where the other end is open."""
    starts, ends = _of_end(when.start, mentions), _of_end(when.end, mentions)
    if not isinstance(when.start, EdtfDate) or not isinstance(when.end, EdtfDate):
        yield from (attrs.evolve(proof, basis="inferred") for proof in starts + ends)
        return
    if not when.start.before(when.end):
        return
    # One partner for each is enough to prove the date and to account for every phrase.
    for start in starts:
        yield from islice((_joined(start, e) for e in ends if _are_apart(start, e, text)), 1)
    for end in ends:
        yield from islice((_joined(s, end) for s in starts if _are_apart(s, end, text)), 1)


def _of_end(end: object, mentions: Sequence[DateMention]) -> list[Proof]:
    """What each phrase proves of one end of an interval."""
    if not isinstance(end, EdtfDate):
        return []
    proofs = (_of_one(mention, end) for mention in mentions)
    return [proof for proof in proofs if proof is not None]


def _joined(start: Proof, end: Proof) -> Proof:
    """What two phrases prove together: an interval that no phrase says is inferred."""
    supplied = start.supplied + end.supplied
    names = tuple(name for name in COMPONENTS if name in supplied)
    return Proof("inferred", start.mentions + end.mentions, names)


def _are_apart(start: Proof, end: Proof, text: str) -> bool:
    """Whether two phrases are no two dates of one list: "3 and 10 June" lasts for no week."""
    first, last = start.mentions[0], end.mentions[0]
    if first == last:
        return False
    if not first.end < last.start < first.end + _LISTED:
        return True
    between = _WORDS_AND_SIGNS.findall(text[first.end : last.start])
    terms = {SIGNS.get(word) or term_of_word(word) for word in between}
    return not between or not terms <= _LISTING
