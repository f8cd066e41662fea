"""Does a release's text bear out its events, and was no date in it forgotten?"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence

import attrs

from .basis import BASES
from .characters import hidden
from .citations import cited, is_entry
from .clock import ClockTime
from .edtf import EdtfDate, When
from .errors import InvalidError, OmittedTimeWarning, quoted, silence, warn
from .finding import reasons
from .finding.layout import Layout
from .mentions import DateMention, find_dates
from .model import Event, Release
from .proofs import Proof, prove
from .publication import misdatings
from .quotes import is_unique, locate
from .structure import Block, Span

__all__ = ["Problem", "check", "examine", "judge"]

_Spans = list[Span]
_Message = tuple[str, int | None, int | None]  # and where the words begin and end that it is about
_WAY = "give it, or set these words aside and say why"
_ENTRIES = ("heading", "item", "row")  # kinds of blocks whose date is that of what they hold
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


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

    Every quote must stand in the text once, verbatim but for white space; a whole heading, item,
    row or head of a column may recur, if the layout joins one of them with the event's other
    quotes. Every event's date must be borne out by a phrase of its quotes: as ``stated`` or
    ``resolved`` where the phrase gives just that date, and what completes it is quoted too; as
    ``inferred``, with a note, where what the phrase says agrees with it. No quote may stand in an
    entry, or below a heading, of another date of the same list. Every date phrase of the
    text must bear out an event, complete another phrase or be set aside. No dateline and no
    relative word may contradict the date of publication. The text must hold no control character
    and no bidirectional override, which readers do not see.

    A time of day must be said by the quotes. One that they say and no event has is told in a
    warning, for an event may do without; to set it aside settles that.

    Args:
        release: the release.

    Returns:
        What is wrong, in the order of the events, then of the text; empty if nothing is.

    Raises:
        InvalidError: it is no release.

    Warns:
        OmittedTimeWarning: the words of an event say a time or a time zone that no event has.

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
    problems, omissions = examine(release)
    for omission in omissions:
        warn(omission, OmittedTimeWarning)
    return problems


def examine(release: Release) -> tuple[list[Problem], list[str]]:
    """What `check` returns, and what it warns of, for whoever asks again and again.

    Raises:
        InvalidError: it is no release.

    Example:
        >>> from cica_events import load_release
        >>> examine(load_release())
        ([], [])
    """
    if not isinstance(release, Release):
        raise InvalidError([("release", f"{quoted(release)} is not a Release")])
    # Found once for all events: the time of a long text is in this.
    text, mentions = release.text, find_dates(release.text, release.published)
    phrases = [phrase.text for phrase in release.set_aside]
    aside, not_aside = _located(text, "set_aside[{}].text", phrases)
    events = enumerate(release.events)
    claims = [_claim(text, mentions, f"events[{place}]", event) for place, event in events]
    layout = Layout(text)
    problems: list[Problem] = []
    accounted: _Spans = []
    quotes: _Spans = []
    for claim, wrong in claims:
        # What is wrong with the quotes explains what would be wrong with the date, and so on: of
        # each event the first kind is enough.
        found = wrong or _unproved(claim) or _incomplete(claim, text)
        found = found or _misplaced(claim, layout, mentions)
        found = found or _untimed(claim, text) or _zone_unexplained(claim)
        problems += found
        accounted += _rests_on(claim) or ([] if wrong else _named(found))
        quotes += claim.quotes
    problems += [*not_aside, *_unreasoned(release)]
    problems += _forgotten(mentions, _union(accounted + aside), _union(quotes))
    problems += [Problem(*misdating) for misdating in misdatings(release, mentions)]
    problems += _unseen(text)
    return problems, list(_omissions([claim for claim, _ in claims], aside, text))


def judge(
    text: str, mentions: list[DateMention], event: Event
) -> tuple[list[Proof], list[Problem]]:
    """What date phrases prove of an event that quotes them.

    Args:
        text: the text of its release.
        mentions: phrases of that text, in order: those that may prove the event's date.
        event: the event.

    Returns:
        The proofs, the best one first; and, where there are none, what `check` says of the date.

    Example:
        >>> from cica_events import load_release
        >>> release = load_release()
        >>> mentions = find_dates(release.text, release.published)
        >>> judge(release.text, mentions, release.events[0])[0][0].mentions[0].text
        'April 1993'
    """
    claim, wrong = _claim(text, mentions, "event", event)
    proofs = sorted(claim.proofs, key=lambda proof: (_strength(proof), len(proof.supplied)))
    return proofs, [] if proofs else wrong or [_unsupported(claim)]


@attrs.frozen
class _Claim:
    """An event's date, where its quotes stand, and what the date phrases in them prove."""

    path: str
    event: Event
    quotes: _Spans
    mentions: list[DateMention]
    proofs: list[Proof]


def _claim(
    text: str, mentions: list[DateMention], path: str, event: Event
) -> tuple[_Claim, list[Problem]]:
    """An event's claim, and what is wrong with its quotes."""
    quotes, wrong = _quoted(text, f"{path}.evidence[{{}}]", event.evidence)
    inside = _held(text, mentions, _union(quotes))
    proofs = list(prove(event.when, inside, text))
    return _Claim(path, event, quotes, inside, proofs), wrong


def _quoted(text: str, path: str, quotes: Sequence[str]) -> tuple[_Spans, list[Problem]]:
    """Where the quotes of an event stand, read together, and what is wrong with the others."""
    spans, problems = [], []
    for place, (quote, found) in enumerate(zip(quotes, cited(text, quotes), strict=True)):
        if len(found) == 1:
            spans.append(found[0])
        else:
            problems.append(Problem(path.format(place), *_unplaced(text, quote, found)))
    return spans, problems


def _unplaced(text: str, quote: str, found: Sequence[tuple[int, int]]) -> _Message:
    """A message for a quote that stands nowhere, or in several places."""
    if not found:
        return _not_found(text, quote)
    message = f"“{quote}” stands in the text more than once; add words until it is unique"
    if is_entry(text, *found[0]):
        message += ", or quote the heading above it too"
    return message, *found[0]


def _located(text: str, path: str, quotes: Iterable[str]) -> tuple[_Spans, list[Problem]]:
    """Where phrases that are set aside stand in the text, and what is wrong with the others."""
    spans, problems = [], []
    for place, quote in enumerate(quotes):
        found = locate(text, quote)
        if found is not None and is_unique(text, quote):
            spans.append(found)
        else:
            message = _unplaced(text, quote, [found] if found else [])
            problems.append(Problem(path.format(place), *message))
    return spans, problems


def _not_found(text: str, quote: str) -> _Message:
    """A message for a quote that is not in the text: as far as where does the text agree?"""
    words = quote.split()
    # By halves: if a beginning stands in the text, all shorter ones do.
    known = bisect_left(range(1, len(words)), True, key=lambda n: not _begins(text, words, n))
    if not known:
        return f"“{quote}” is not in the text; quote its own words", None, None
    start, end = locate(text, " ".join(words[:known])) or (None, None)
    beginning = " ".join(words[:known])
    return f"“{quote}” is not in the text, which agrees only in “{beginning}”", start, end


def _begins(text: str, words: list[str], count: int) -> bool:
    """Whether the first so many words stand in the text."""
    return locate(text, " ".join(words[:count])) is not None


def _held(text: str, mentions: list[DateMention], spans: _Spans) -> list[DateMention]:
    """The phrases within some spans, and those of which a span holds all that says the date."""
    found = []
    for start, end in spans:
        place = bisect_right(mentions, start, key=lambda mention: mention.end)
        while place < len(mentions) and mentions[place].start < end:
            mention = mentions[place]
            part = text[max(start, mention.start) : min(end, mention.end)]
            if part == mention.text or _says_all(part, mention):
                found.append(mention)
            place += 1
    return found


def _says_all(part: str, mention: DateMention) -> bool:
    """Whether a part of a phrase says the same date: "third quarter of 2023" without its "the"."""
    return any(each.said == mention.said for each in find_dates(part)) and mention.said is not None


def _within(mentions: list[DateMention], spans: _Spans) -> list[DateMention]:
    """The phrases within some spans."""
    found = []
    for start, end in spans:
        place = bisect_left(mentions, start, key=lambda mention: mention.start)
        while place < len(mentions) and mentions[place].end <= end:
            found.append(mentions[place])
            place += 1
    return found


def _rests_on(claim: _Claim) -> _Spans:
    """Where the phrases stand that bear out an event, and those that complete them."""
    proved = _proved(claim)
    spans: _Spans = []
    for mention in proved:
        spans += [(mention.start, mention.end), *mention.context]
    # Whoever says which of "in June or in July" it is has answered for both.
    answered = {mention.candidates for mention in proved if _is_choice(mention)}
    others = [m for m in claim.mentions if _is_choice(m) and m.candidates in answered]
    return spans + [(other.start, other.end) for other in others]


def _is_choice(mention: DateMention) -> bool:
    """Whether all that a phrase may be is among its candidates."""
    return mention.reason in reasons.EXHAUSTIVE


def _named(problems: list[Problem]) -> _Spans:
    """Where the phrases stand that problems speak of, so that none is spoken of twice."""
    return [(p.start, p.end) for p in problems if p.start is not None and p.end is not None]


def _unproved(claim: _Claim) -> list[Problem]:
    """What is wrong with an event's date, given the date phrases in its quotes."""
    if not claim.proofs:
        return [_unsupported(claim)]
    if claim.event.basis == "inferred":
        return list(_unexplained(claim))
    if any(proof.basis == claim.event.basis for proof in claim.proofs):
        return []
    return [_misjudged(claim)]


def _about(path: str, mention: DateMention, message: str) -> Problem:
    """A problem with a phrase, and where that stands."""
    return Problem(path, message, mention.start, mention.end)


def _unsupported(claim: _Claim) -> Problem:
    """Says why no phrase of an event's quotes bears out its date."""
    when, evidence = claim.event.when, f"{claim.path}.evidence"
    if not claim.event.evidence:
        return Problem(evidence, "is empty; quote the words that state the date")
    if not claim.mentions:
        return Problem(evidence, f"no quote holds a date; quote the words for {when}")
    # Of several phrases the one that tells most: a quote may hold "every year" beside its date.
    mention = max(claim.mentions, key=_telling)
    value = mention.when if mention.basis in ("stated", "resolved") else mention.said
    how = _compared(when, value) if value else "is not what is said by"
    message = f"{when} {how} the words: {_saying(mention)}{_way(mention)}"
    return _about(f"{claim.path}.when", mention, message)


def _telling(mention: DateMention) -> int:
    """How much a phrase tells of a date."""
    if mention.when or mention.said:
        return 2
    if mention.open:
        return 1
    return 0


def _saying(mention: DateMention) -> str:
    """What a phrase says."""
    if mention.when is not None and mention.basis != "inferred":
        return f"“{mention.text}” gives {mention.when}, {mention.basis}"
    weekday = f"a {_WEEKDAYS[mention.weekday - 1]}" if mention.weekday else ""
    words = ", ".join(filter(None, [str(mention.said or ""), weekday]))
    if not words:
        return f"“{mention.text}” gives no date: {mention.reason}"
    return f"“{mention.text}” says {words}" + (f" ({mention.reason})" if mention.reason else "")


def _way(mention: DateMention) -> str:
    """What would mend a date that a phrase does not bear out, where that is not plain."""
    # The words settle it: if the person is right, what is wrong is the date of publication.
    if mention.basis == "resolved" or mention.reason == reasons.NO_PUBLICATION:
        return "; it counts from published, which may be wrong or missing"
    if mention.when is None and mention.candidates:
        return f"; it may be {_listed(mention.candidates)}"
    return ""


def _listed(candidates: Iterable[When]) -> str:
    """Dates, joined by "or"."""
    return " or ".join(str(candidate) for candidate in candidates)


def _strength(proof: Proof) -> int:
    """The place of the basis of a proof: the words alone come first."""
    return BASES.index(proof.basis)


def _misjudged(claim: _Claim) -> Problem:
    """Says which basis the words allow."""
    proof = min(claim.proofs, key=_strength)
    when, first = claim.event.when, proof.mentions[0]
    if proof.basis == "inferred":
        way = 'set basis to "inferred", and say in note from what you know it'
        message = f"{_shortfall(when, proof)}; {way}"
    else:
        message = f'“{first.text}” gives {when} as {proof.basis}; set basis to "{proof.basis}"'
    return _about(f"{claim.path}.basis", first, message)


def _shortfall(when: When, proof: Proof) -> str:
    """Why the words alone do not give a date."""
    first = proof.mentions[0]
    if len(proof.mentions) > 1:
        other = proof.mentions[1].text
        return f"“{first.text}” and “{other}” give its ends, but no phrase says {when}"
    if first.when is None and first.reason != reasons.NO_YEAR:
        return f"“{first.text}” does not settle that it is {when}: {first.reason}"
    what = f"the {_and(proof.supplied)} of {when}" if proof.supplied else f"{when}"
    return f"“{first.text}” does not say {what}"


def _and(names: Iterable[str]) -> str:
    """Names, joined by "and"."""
    return " and ".join(names)


def _unexplained(claim: _Claim) -> Iterator[Problem]:
    """What an inferred date lacks."""
    event, best = claim.event, min(claim.proofs, key=_strength)
    silent = silence(event.note)
    if silent:
        way = f"say from what you know that it is {event.when}"
        other = "" if best.basis == "inferred" else f', or set basis to "{best.basis}"'
        yield _about(f"{claim.path}.note", best.mentions[0], f"{silent}; {way}{other}")
    least = min((proof.supplied for proof in claim.proofs), key=len)
    given = event.supplied_as_given
    missing = [name for name in least if given is not None and name not in given]
    if missing:
        message = f"lacks {_and(missing)}, which “{best.mentions[0].text}” does not say"
        yield _about(f"{claim.path}.supplied", best.mentions[0], message)


def _unreasoned(release: Release) -> Iterator[Problem]:
    """Phrases that are set aside without a word about why."""
    for place, aside in enumerate(release.set_aside):
        silent = silence(aside.reason)
        if silent:
            yield Problem(f"set_aside[{place}].reason", f"{silent}; say why it is no event")


def _incomplete(claim: _Claim, text: str) -> list[Problem]:
    """What to quote beside a phrase that a heading or the head of a column completes."""
    # Its note says from what the rest was taken; no quote has to.
    if claim.event.basis == "inferred":
        return []
    of_basis = [proof for proof in claim.proofs if proof.basis == claim.event.basis]
    contexts = [sum((m.context for m in proof.mentions), ()) for proof in of_basis]
    return _partly_quoted(claim, text, contexts)


def _partly_quoted(claim: _Claim, text: str, contexts: list[tuple[Span, ...]]) -> list[Problem]:
    """Whether none of several phrases has all that completes it in the quotes."""
    quotes = _union(claim.quotes)
    lacking = [[s for s in context if not _is_inside(quotes, *s)] for context in contexts]
    if not all(lacking):
        return []
    start, end = lacking[0][0]
    message = f"does not hold “{text[start:end]}”, which completes the date; quote it too"
    return [Problem(f"{claim.path}.evidence", message, start, end)]


def _misplaced(claim: _Claim, layout: Layout, mentions: list[DateMention]) -> list[Problem]:
    """Whether the layout puts a quote to another date than the event's, as in a programme."""
    proved = sorted(_proved(claim), key=lambda mention: mention.start)
    completing = [span for mention in proved for span in mention.context]
    completing += [mention.clock for mention in proved if mention.clock]
    bare = [
        quote
        for quote in claim.quotes
        if not _within(proved, [quote]) and not any(_is_inside([quote], *s) for s in completing)
    ]
    if not bare:
        return []
    places = [layout.block(mention.start) for mention in proved]
    cells = [cell for mention in proved for cell in _other_cells(layout, mention.start)]
    # A sentence of prose may tell of a date that another one gives.
    if any(map(layout.is_prose, places)):
        return []
    for quote in bare:
        other = _other_date(claim, _entries(layout, quote[0]), places, mentions)
        other = other or _of_column(claim, quote, cells, mentions)
        if other is not None:
            path = f"{claim.path}.evidence[{claim.quotes.index(quote)}]"
            message = f"belongs to “{other.text}”, which is not {claim.event.when}; leave it out"
            return [Problem(path, f"{message}, or correct the date", *quote)]
    return []


def _other_cells(layout: Layout, offset: int) -> list[tuple[Span, Span]]:
    """The other cells of a row with heads, each with the head of its column."""
    block, own = layout.block(offset), layout.part(offset)
    pairs = zip(block.cells, block.heads, strict=False)
    return [(cell, head) for cell, head in pairs if head is not None and cell != own]


def _of_column(
    claim: _Claim, quote: Span, cells: list[tuple[Span, Span]], mentions: list[DateMention]
) -> DateMention | None:
    """The date that stands below a quoted head of a column, if it is not that of the event."""
    below = [cell for cell, head in cells if head[0] <= quote[0] and quote[1] <= head[1]]
    dates = _within(mentions, below)
    return next((date for date in dates if _contradicts(date, claim.event.when)), None)


def _proved(claim: _Claim) -> list[DateMention]:
    """The phrases that bear out an event."""
    return [mention for proof in claim.proofs for mention in proof.mentions]


def _other_date(
    claim: _Claim, entries: list[Block], places: list[Block], mentions: list[DateMention]
) -> DateMention | None:
    """The date of the nearest entry that has one, if it is not that of the event."""
    for entry in entries:
        dates = _within(mentions, [(entry.start, entry.end)])
        if any(not _contradicts(date, claim.event.when) for date in dates):
            return None
        if dates and all(_are_parted(entry, place) for place in places):
            return dates[0]
    return None


def _entries(layout: Layout, offset: int) -> list[Block]:
    """The entry that holds an offset, and those above it that govern it, the nearest first."""
    block = layout.block(offset)
    above = [layout.block(s.start) for s in layout.sources(offset) if s.kind in _ENTRIES]
    return [block, *above] if block.kind in _ENTRIES else above


def _are_parted(one: Block, other: Block) -> bool:
    """Whether two blocks are entries of one list, table or text, or stand below such entries."""
    paths = zip((*one.governed_by, one), (*other.governed_by, other), strict=False)
    parting = next((pair for pair in paths if pair[0] != pair[1]), None)
    return parting is not None and parting[0].kind == parting[1].kind in _ENTRIES


def _contradicts(mention: DateMention, when: When) -> bool:
    """Whether a date cannot be that of a phrase, be the phrase more or less precise."""
    if mention.when is None:
        return False
    # Only days that cannot be shared: a more precise date of the same item is no other one.
    if mention.basis != "inferred":
        return not when.possibly_overlaps(mention.when)
    said = mention.said
    return said is not None and said.precision == when.precision and not said.matches(when)


def _untimed(claim: _Claim, text: str) -> list[Problem]:
    """Whether the words say the time of an event, and its zone."""
    event = claim.event
    if event.time is None:
        return []
    timed = _timed(claim)
    if not timed:
        proved = _proved(claim)
        said = next((m for m in proved if m.clock and m.time), proved[0])
        message = f"{event.time} is not what is said by the quotes: {_telling_time(said, text)}"
        return [_about(f"{claim.path}.time", said, message)]
    if event.zone is None or "zone" in event.supplied:
        return []
    agreeing = [mention for mention in timed if _agrees(mention, event)]
    if agreeing:
        return _partly_quoted(claim, text, [mention.context for mention in agreeing])
    message = (
        f"{event.zone} is not what the words say: {_telling_time(timed[0], text)}; where you know "
        "it otherwise, name zone in supplied, and say in note from what"
    )
    return [_about(f"{claim.path}.zone", timed[0], message)]


def _timed(claim: _Claim) -> list[DateMention]:
    """The phrases beside which the quotes say the time of an event."""
    quotes, event = _union(claim.quotes), claim.event
    proofs = [proof for proof in claim.proofs if event.time and _time_said(proof) == event.time]
    mentions = [mention for proof in proofs for mention in proof.mentions]
    return [m for m in mentions if m.clock and _is_inside(quotes, *m.clock)]


def _time_said(proof: Proof) -> ClockTime | None:
    """The time that the phrases of a proof say; of two, that from the first to the second."""
    # A range has a time only if both of its days have one.
    times = [mention.time for mention in proof.mentions if mention.time]
    if len(times) < len(proof.mentions):
        return None
    first, last = times[0], times[-1]
    if len(times) == 1:
        return first
    return ClockTime(first.start, last.end or last.start)


def _omissions(claims: list[_Claim], aside: _Spans, text: str) -> Iterator[str]:
    """The times and zones that the words of events say, and that no event has."""
    timed = [(claim, mention) for claim in claims for mention in _timed(claim)]
    known = _union([*aside, *(mention.clock for _, mention in timed if mention.clock)])
    for claim in claims:
        mention = None if claim.event.time else _untold(claim, known)
        if mention is not None:
            yield f"{claim.path}.time: is missing: {_telling_time(mention, text)}; {_WAY}"
    zoned = _union([*aside, *(m.clock for c, m in timed if m.clock and c.event.zone)])
    for claim, mention in timed:
        if mention.zone and mention.clock and not _is_inside(zoned, *mention.clock):
            yield f"{claim.path}.zone: is missing: {_telling_time(mention, text)}; {_WAY}"


def _untold(claim: _Claim, known: _Spans) -> DateMention | None:
    """A phrase that bears out an event and has a time which the event could have, and none has."""
    for proof in claim.proofs:
        said, clock = _time_said(proof), proof.mentions[0].clock
        if said and clock and not _is_inside(known, *clock) and _takes_time(claim.event, said):
            return proof.mentions[0]
    return None


def _takes_time(event: Event, time: ClockTime) -> bool:
    """Whether the date of an event is one beside which a time may stand."""
    try:
        # The model alone knows which dates take a time.
        attrs.evolve(event, time=time)
    except InvalidError:
        return False
    return True


def _telling_time(mention: DateMention, text: str) -> str:
    """What the words beside a phrase say of the time."""
    if mention.clock is None or mention.time is None:
        return "no time of day"
    start, end = mention.clock
    return f"“{text[start:end]}” gives {mention.time}, {mention.zone or 'and no zone'}"


def _agrees(mention: DateMention, event: Event) -> bool:
    """Whether words give the moment of an event, though perhaps in another zone."""
    return (
        mention.zone is not None and attrs.evolve(event, zone=mention.zone).starts == event.starts
    )


def _zone_unexplained(claim: _Claim) -> list[Problem]:
    """Whether a time zone was supplied and nobody says from what."""
    silent = silence(claim.event.note)
    if not silent or "zone" not in claim.event.supplied:
        return []
    return [Problem(f"{claim.path}.note", f"{silent}; say from what you know the time zone")]


def _forgotten(mentions: list[DateMention], accounted: _Spans, quotes: _Spans) -> Iterator[Problem]:
    """Date phrases that bear out no event and were not set aside."""
    phrases = {(mention.start, mention.end) for mention in mentions}
    governing = {span for m in mentions if not _is_line(m, phrases) for span in m.context}
    dated = {(mention.start, mention.end) for mention in mentions if mention.when is not None}
    for mention in mentions:
        # A denial, a recurrence, a length of time: nobody has to account for it.
        if not (mention.when is not None or mention.open):
            continue
        span = mention.start, mention.end
        if span in governing or _is_inside(accounted, *span):
            continue
        # Of a programme, whose day is accounted for; but it may be of the night after that day.
        is_line = _is_line(mention, phrases) and _is_inside(accounted, *mention.context[0])
        if is_line and (mention.when is not None or mention.context[0] not in dated):
            continue
        held = _is_inside(quotes, *span)
        aside = ", which is not the date of the event that quotes it" if held else ""
        yield _about("text", mention, f"{_asking(mention)}{aside}; {_answers(mention)}")


def _is_line(mention: DateMention, phrases: set[tuple[int, int]]) -> bool:
    """Whether it is the time that begins a line, below a phrase that gives the day."""
    is_time = mention.clock == (mention.start, mention.end)
    return is_time and bool(mention.context) and mention.context[0] in phrases


def _asking(mention: DateMention) -> str:
    """The date that a phrase gives, or the question that it is."""
    if mention.when is not None:
        return f"“{mention.text}” gives {mention.when}"
    candidates = f": {_listed(mention.candidates)}" if mention.candidates else ""
    return f"“{mention.text}” gives no date ({mention.reason}){candidates}"


def _answers(mention: DateMention) -> str:
    """What to do about a phrase that nothing accounts for."""
    if mention.when is not None and mention.basis != "inferred":
        return "make it an event, or set it aside and say why"
    return "make it an event, inferred and with a note, or set it aside and say why"


def _compared(ours: When, theirs: When) -> str:
    """How a date of a record compares with what words say."""
    if _encloses(theirs, ours) or _is_begun_by(theirs, ours):
        return "is more precise than"
    if _encloses(ours, theirs) or _is_begun_by(ours, theirs):
        return "is less precise than"
    return "is not what is said by"


def _is_begun_by(wide: When, narrow: When) -> bool:
    """Whether a date has more components than another, and agrees with it in those of both."""
    if not isinstance(wide, EdtfDate) or not isinstance(narrow, EdtfDate):
        return False
    of_wide = [name for name in ("year", "month", "day") if getattr(wide, name) is not None]
    agree = all(_fit(getattr(wide, name), getattr(narrow, name)) for name in of_wide)
    return agree and narrow.day is not None and wide.day is None


def _fit(one: int | str, other: int | str) -> bool:
    """Whether two components are equal, as far as both are known."""
    return one == other or "X" in f"{one}{other}"


def _encloses(wide: When, narrow: When) -> bool:
    """Whether all possible days of one date are possible days of the other."""
    bounds = wide.earliest, narrow.earliest, narrow.latest, wide.latest
    known = [bound for bound in bounds if bound is not None]
    return len(known) == len(bounds) and known == sorted(known)


def _is_inside(spans: _Spans, start: int, end: int) -> bool:
    """Whether one of some spans, in order and apart from each other, holds another."""
    place = bisect_left(spans, end, key=lambda span: span[1])
    return place < len(spans) and spans[place][0] <= start


def _unseen(text: str) -> Iterator[Problem]:
    """The characters that a reader does not see, each kind of them once."""
    places: dict[str, list[int]] = {}
    for place, what in hidden(text):
        places.setdefault(what, []).append(place)
    for what, found in places.items():
        times = f" {len(found)} times" if len(found) > 1 else ""
        message = f"holds {what}{times}, which no reader sees; take it out"
        yield Problem("text", message, found[0], found[0] + 1)


def _union(spans: Iterable[tuple[int, int]]) -> _Spans:
    """The spans in order and apart from each other; those that overlap are one."""
    merged: _Spans = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return merged
