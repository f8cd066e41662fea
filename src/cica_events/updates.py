"""A release after its text changed: what is the same item stays the same event."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from json import dumps

import attrs

from .characters import WORD
from .citations import cited
from .clock import ClockTime
from .documents import Document
from .drafts import draft_and_mentions, draft_release, drafted_note, unlike
from .edtf import EdtfDate, EdtfInterval, When
from .errors import EdtfError, InvalidError, quoted
from .excerpts import Excerpts
from .identities import Identity, entry_below, identities_of, matched
from .mentions import DateMention, find_dates
from .model import Basis, Event, Release, SetAside, unsaid
from .proofs import prove
from .quotes import is_unique
from .structure import Span, block_at, blocks

__all__ = ["Updates", "compare", "update_release"]

_SUPPLIED = "The text does not say all of the date; the rest is taken from what was said before."
_NUMBER = re.compile(r"(?<![^\W_])[0-9][^\s,;:()]*(?<![.])")
_SEVERAL = 3  # events, at least, of which one at least is found again in a text of the same release
_Ground = tuple[int, ...]
"""The numbers of the phrases that together bear out a date: one, or two for the ends of it."""


def update_release(
    previous: Release, text: str | Document, published: str | When | date | None = None
) -> Release:
    r"""The release after its text changed.

    What is the same item in the new text, by its words and its place there, keeps its id, title,
    note, place, kind, status and confirmation, and is quoted from the new text. An event whose
    quotes all still stand, and bear out its date, is untouched. One whose date moved is unreviewed
    again, as are the events that are drafted for new items. An item that is gone is gone, so that
    `publish` withdraws it. What was set aside stays so in the same way.

    Args:
        previous: the release as it was.
        text: the new text; or a page as `read_html` gives it.
        published: when the new text was published; as before, if not given. A date that a person
            confirmed and the words say only in part is not taken from it anew.

    Raises:
        EdtfError: ``published`` is no date.
        InvalidError: an argument is wrong, or no date of publication is known.

    Example:
        >>> from cica_events import draft_release
        >>> first = draft_release("- Opening: 3 June 2024", "2024-01-10")
        >>> second = update_release(first, "- Opening: 5 June 2024")
        >>> print(compare(first, second).to_text())
        ~ opening-2024  3 June 2024 → 5 June 2024  Opening
    """
    if not isinstance(previous, Release):
        raise InvalidError([("previous", f"{quoted(previous)} is not a Release")])
    # The text alone is new: what counted from the old publication still does, unless told
    # otherwise.
    moment = previous.published if published is None else published
    fresh, mentions = draft_and_mentions(text, moment, id=previous.id, title=previous.title)
    update = _Update(previous, fresh, mentions)
    events = update.events()
    # What a person wrote of the date of publication stays with the date that it was written of.
    dating = fresh if fresh.published != previous.published else previous
    return attrs.evolve(
        previous,
        text=fresh.text,
        published=dating.published,
        published_basis=dating.published_basis,
        published_note=dating.published_note,
        events=events,
        set_aside=update.set_aside(),
        unreviewed=tuple([event.id for event in events if event.id in update.unreviewed]),
    )


# --- A text and what rests on it ------------------------------------------------------------------


class _Reading:
    """A text, its date phrases by their numbers, and what rests on them."""

    def __init__(self, text: str, mentions: list[DateMention]) -> None:
        self.text = text
        self.mentions = mentions
        self._starts = [mention.start for mention in self.mentions]
        self._places: dict[tuple[str, ...], list[Span | None]] = {}

    def places(self, quotes: tuple[str, ...]) -> list[Span | None]:
        """Where the quotes of an event stand; ``None`` for one that does not, or not just once."""
        if quotes not in self._places:
            found = cited(self.text, quotes)
            self._places[quotes] = [spans[0] if len(spans) == 1 else None for spans in found]
        return self._places[quotes]

    def inside(self, place: Span | None) -> list[int]:
        """The phrases in a part of the text."""
        if place is None:
            return []
        first = bisect_left(self._starts, place[0])
        last = bisect_left(self._starts, place[1])
        return [at for at in range(first, last) if self.mentions[at].end <= place[1]]

    def inside_quote(self, quote: str) -> list[int]:
        """The phrases in a quote that stands by itself."""
        return self.inside(self.places((quote,))[0])

    def grounds(self, event: Event) -> list[_Ground]:
        """What in the quotes of an event bears out its date, on its basis if there is such."""
        inside = _phrases(map(self.inside, self.places(event.evidence)))
        return self.bearing_out(event, sorted(set(inside)))

    def entries(self, events: Iterable[Event]) -> list[tuple[Identity, Event]]:
        """Those of some events whose date stands in a line above, each with its entry."""
        found = ((self._entry_of(event), event) for event in events)
        return [(entry, event) for entry, event in found if entry is not None]

    def _entry_of(self, event: Event) -> Identity | None:
        """The entry that an event is of, if its date stands in a line above."""
        places = [place for place in self.places(event.evidence) if place]
        phrases = [self.mentions[at] for at in _phrases(map(self.inside, places))]
        for place in places:
            block = block_at(self.text, place[0])
            if block is None or (block.start, block.end) != place or self.inside(place):
                continue
            above = [(other.start, other.end) for other in block.governed_by]
            above += filter(None, block.carried)
            are_above = [any(one <= m.start < end for one, end in above) for m in phrases]
            if phrases and all(are_above):
                return entry_below(self.text, phrases[-1], place)
        return None

    def lines_below(self) -> Iterator[Identity]:
        """The lines without a date that stand below one, as entries of it."""
        line = lead = None  # the line before, and the line before the list
        for block in blocks(self.text):
            if line and line.group != block.group:
                lead = line
            line = block
            above = [*block.governed_by, *([lead] if lead else [])]
            inside = [self.inside((other.start, other.end)) for other in above]
            numbers = next(filter(None, reversed(inside)), [])
            dated = [self.mentions[at] for at in numbers if self.mentions[at].when]
            if dated and not self.inside((block.start, block.end)):
                yield entry_below(self.text, dated[0], (block.start, block.end))

    def bearing_out(self, event: Event, numbers: Sequence[int]) -> list[_Ground]:
        """Which of some phrases bear out the date and the time of an event."""
        proofs = list(prove(event.when, [self.mentions[at] for at in numbers], self.text))
        if event.basis != "inferred":
            proofs = [proof for proof in proofs if proof.basis != "inferred"]
        grounds = [tuple(self._number(m) for m in proof.mentions) for proof in proofs]
        return [ground for ground in grounds if event.time in (None, self.timed(ground).time)]

    def timed(self, ground: _Ground) -> DateMention:
        """The phrase with a time of day, if one has it."""
        mentions = [self.mentions[at] for at in ground]
        return next((mention for mention in mentions if mention.time), mentions[0])

    def _number(self, mention: DateMention) -> int:
        return bisect_left(self._starts, mention.start)


# --- The update -----------------------------------------------------------------------------------


class _Update:
    """What becomes of the events of a release, given a draft of its new text."""

    def __init__(self, previous: Release, fresh: Release, mentions: list[DateMention]) -> None:
        self._previous, self._fresh = previous, fresh
        self._old = _Reading(previous.text, find_dates(previous.text, previous.published))
        self._new = _Reading(fresh.text, mentions)
        self._identities = identities_of(self._new.text, self._new.mentions)
        before = identities_of(self._old.text, self._old.mentions)
        self._images = matched(before, self._identities)
        self._matched = frozenset(self._images.values())  # phrases that the old text had, too
        self._drafts = list(self._drafted())
        self._draft_of: dict[int, Event] = {}
        old, new = self._old.entries(previous.events), self._new.entries(fresh.events)
        self._listed = {event.id for _, event in old}  # those whose date stands in a line above
        self._listed_drafts = {draft.id for _, draft in new}
        for draft, numbers in self._drafts:
            if draft.id not in self._listed_drafts:
                self._draft_of.update(dict.fromkeys(numbers, draft))
        self._claimed: set[int] = set()
        self._entries = self._entries_found(old, new)
        self._aside: list[SetAside] = []
        self.unreviewed = set(previous.unreviewed)

    def _drafted(self) -> Iterator[tuple[Event, set[int]]]:
        """The drafted events with the phrases that they rest on."""
        for event in self._fresh.events:
            yield event, set(_phrases(self._new.grounds(event)))

    def _entries_found(
        self, old: list[tuple[Identity, Event]], drafted: list[tuple[Identity, Event]]
    ) -> dict[str, tuple[Identity, Event]]:
        """By the ids of events of entries below a date, what the new text has of them."""
        found = _matched_entries(old, drafted)
        left = [(entry, event) for entry, event in old if event.id not in found]
        spans = {entry.span for entry, _ in drafted}
        # Where a heading says more than its date now, a draft may have no events of what is below.
        lines = [line for line in self._new.lines_below() if left and line.span not in spans]
        words = {entry.words for entry, _ in left}
        others = [(line, self._below(line)) for line in lines if line.words in words]
        kept = _matched_entries(left, others)
        for line, _ in kept.values():
            self._claimed.update(self._new.inside((line.mention.start, line.mention.end)))
        return found | kept

    def _below(self, line: Identity) -> Event:
        """An event of a line that stands below its date."""
        mention = line.mention
        assert mention.when is not None
        assert mention.basis is not None
        quotes = [self._whole(span) for span in (*mention.context, (mention.start, mention.end))]
        words = self._whole(line.span)
        if self._new.places((*quotes, words))[-1] is None:
            words = Excerpts(self._new.text).whole(line.span, line.span)
        is_guess = mention.basis == "inferred"
        return Event(
            id="entry",
            title="Entry",
            when=mention.when,
            basis=mention.basis,
            evidence=tuple(dict.fromkeys((*quotes, words))),
            note=_SUPPLIED if is_guess else None,
            supplied=unsaid(mention.said, mention.when) if is_guess else None,
        )

    def _whole(self, span: Span) -> str:
        """The words of the block that a part of the new text stands in."""
        block = block_at(self._new.text, span[0])
        assert block is not None
        return " ".join(WORD.findall(self._new.text, block.start, block.end))

    def events(self) -> tuple[Event, ...]:
        """The events that are still there, then the new ones."""
        carried = [self._carried(event) for event in self._previous.events]
        self._aside = list(self._carried_asides())
        return (*filter(None, carried), *self._added())

    def set_aside(self) -> tuple[SetAside, ...]:
        """What is still set aside, then what a rule sets aside and no event rests on."""
        known = self._claimed | self._set_aside()
        fresh = [
            a for a in self._fresh.set_aside if not known.issuperset(self._new.inside_quote(a.text))
        ]
        return (*self._aside, *fresh)

    def _set_aside(self) -> set[int]:
        """The phrases of the new text that are still set aside."""
        return set(_phrases(self._new.inside_quote(aside.text) for aside in self._aside))

    # Events that are still there

    def _carried(self, event: Event) -> Event | None:
        """The event as the new text has it; ``None`` if its item is gone."""
        if event.id in self._listed:
            return self._carried_entry(event)
        # A person may have settled a date that no phrase bears out; its phrases still say where it
        # stands.
        grounds = self._old.grounds(event) or self._loose(event)
        pairs = [(ground, self._image(ground)) for ground in grounds]
        found = [(ground, image) for ground, image in pairs if image]
        if found and all(self._is_rezoned(event, *pair) for pair in found):
            return self._with_others(self._moved(event, *found[0]), found[0][1], found[1:])
        untouched = self._untouched(event, [image for _, image in found])
        if untouched and not (found and self._completing_no_longer(event, untouched)):
            return attrs.evolve(event, title=self._title(event, untouched))
        if not found:
            return None
        # Several phrases may bear out a date: those that still do keep the event as it is.
        still = _phrases(self._still(event, image) for _, image in found)
        # A date that a person supplied is no news as long as its words say what they said.
        if still or self._says_the_same(*found[0]):
            return self._kept(event, still or list(found[0][1]))
        return self._with_others(self._moved(event, *found[0]), found[0][1], found[1:])

    def _carried_entry(self, event: Event) -> Event | None:
        """The event of an entry whose date stands in a line above, likewise."""
        if event.id not in self._entries:
            return None
        _, draft = self._entries[event.id]
        if draft.when == event.when and event.basis in (draft.basis, "inferred"):
            return attrs.evolve(event, evidence=draft.evidence)
        self.unreviewed.add(event.id)
        return _dated_as(event, draft)

    def _loose(self, event: Event) -> list[_Ground]:
        """The phrases in the quotes of an event whose date none of them bears out."""
        places = self._old.places(event.evidence)
        return [(at,) for at in _phrases(map(self._old.inside, places))]

    def _image(self, ground: _Ground) -> _Ground:
        """The phrases of the new text that are those of the old one, as far as they are found."""
        return tuple([self._images[at] for at in ground if at in self._images])

    def _untouched(self, event: Event, images: list[_Ground]) -> list[int]:
        """The phrases of an event, if all its quotes still stand, bear it out, and are its own."""
        if None in self._new.places(event.evidence):
            return []
        grounds = self._new.grounds(event)
        own = [g for g in grounds if g in images or (not images and self._matched.isdisjoint(g))]
        self._claimed.update(_phrases(own))
        return _phrases(own)

    def _still(self, event: Event, image: _Ground) -> list[int]:
        """The phrases of an item, if they bear out the date as before."""
        return _phrases(self._new.bearing_out(event, image))

    def _is_rezoned(self, event: Event, ground: _Ground, image: _Ground) -> bool:
        """Whether the text gives the time of an event another zone, or none, and gave its own."""
        old, new = self._old.timed(ground), self._new.timed(image)
        is_said = "zone" not in event.supplied and event.zone == old.zone
        return is_said and event.time is not None and new.time is not None and new.zone != old.zone

    def _says_the_same(self, ground: _Ground, image: _Ground) -> bool:
        """Whether phrases say what they said, though not the date that a person gave."""
        sides = (self._old, ground), (self._new, image)
        ours, theirs = ([reading.mentions[at] for at in side] for reading, side in sides)
        return [_said(mention) for mention in ours] == [_said(mention) for mention in theirs]

    def _kept(self, event: Event, numbers: list[int]) -> Event:
        """The event with its date, quoted anew."""
        self._claimed.update(numbers)
        mentions = [self._new.mentions[at] for at in numbers]
        proof = next(prove(event.when, mentions, self._new.text), None)
        basis = event.basis
        if proof and basis != "inferred":
            basis = proof.basis
        title, quotes = self._title(event, numbers), self._quotes(event, numbers)
        return attrs.evolve(event, title=title, basis=basis, evidence=quotes)

    def _moved(self, event: Event, ground: _Ground, image: _Ground) -> Event:
        """The event with the date that its item has now, to be reviewed."""
        # Claimed though the date is another: else the same item would be drafted a second time.
        self._claimed.update(image)
        self.unreviewed.add(event.id)
        quotes = self._quotes(event, image)
        when, basis = self._date(event, ground, image)
        if when is None:  # a question, which `check` asks
            return attrs.evolve(event, evidence=quotes)
        time, zone = self._time(event, ground, image)
        if not _may_have_time(when):
            time = zone = None
        is_guess = basis == "inferred"
        said = self._new.mentions[image[0]].said
        return attrs.evolve(
            event,
            title=self._title(event, image),
            when=when,
            basis=basis,
            time=time,
            zone=zone,
            evidence=quotes,
            note=self._note(event, image, is_guess),
            supplied=self._supplied(event, unsaid(said, when) if is_guess else (), zone),
        )

    def _with_others(
        self, event: Event, image: _Ground, others: list[tuple[_Ground, _Ground]]
    ) -> Event:
        """An event that moved, with what else says its new date: a lead and a list, say."""
        also = _phrases(self._still(event, other) for _, other in others)
        if not also:
            return event
        self._claimed.update(also)
        return attrs.evolve(event, evidence=self._quotes(event, [*image, *also]))

    def _date(self, event: Event, ground: _Ground, image: _Ground) -> tuple[When | None, Basis]:
        """The date of an item, and on what it rests."""
        # One end of an interval is gone, and nothing says where it now begins or ends.
        if len(image) < len(ground):
            return None, event.basis
        dates = [self._when(event, *pair) for pair in zip(ground, image, strict=True)]
        if len(dates) > 1:
            return _interval(*dates), "inferred"
        mention = self._new.mentions[image[0]]
        if mention.basis is not None and dates[0] == mention.when:
            return dates[0], mention.basis
        return dates[0], "inferred"

    def _when(self, event: Event, ours: int, theirs: int) -> When | None:
        """What a phrase gives; where a person knew better before, with what they supplied."""
        old, new = self._old.mentions[ours], self._new.mentions[theirs]
        filled = _filled(new.said, event.when)
        # The publication of the new text must not undo what a person knew of the old one: 10 May of
        # 1949 that becomes 12 May is 12 May 1949.
        if event.basis == "inferred" and event.when != old.when:
            return filled or new.when
        return new.when or filled

    def _time(
        self, event: Event, ground: _Ground, image: _Ground
    ) -> tuple[ClockTime | None, str | None]:
        """The time of an item and its zone; what a person gave instead stays."""
        old, new = self._old.timed(ground), self._new.timed(image)
        # A time that the old words did not say is a person's, and so is its absence.
        if event.time is None or event.time != old.time:
            return event.time, event.zone
        if new.time is None:
            return None, None
        if event.zone != old.zone:
            return new.time, event.zone
        return new.time, new.zone

    def _title(self, event: Event, numbers: Sequence[int]) -> str:
        """A person's title; one that was drafted gives way if its numbers are no longer said."""
        draft = self._draft_of.get(numbers[0])
        if draft is None or draft.title == event.title:
            return event.title
        said = _NUMBER.findall(" ".join((self._words(numbers[0]), draft.title, *draft.evidence)))
        if set(_NUMBER.findall(event.title)).issubset(said):
            return event.title
        return draft.title if event.title in self._drafted_titles else event.title

    def _note(self, event: Event, image: _Ground, is_guess: bool) -> str | None:
        """A person's note; one that was drafted gives way to what is to be said now."""
        if event.note and event.note not in self._drafted_notes:
            return event.note
        draft = self._draft_of.get(image[0])
        if not is_guess:
            return None
        if draft and draft.note:
            return draft.note
        return _SUPPLIED

    @cached_property
    def _drafted_notes(self) -> frozenset[str]:
        """The notes that events drafted from the phrases of the old text have."""
        moment = self._previous.published or self._fresh.published
        dated = [(m, m.when) for m in self._old.mentions if m.when and m.basis == "inferred"]
        return frozenset(drafted_note(m.said, when, moment) for m, when in dated)

    @cached_property
    def _drafted_titles(self) -> frozenset[str]:
        """The titles that a draft of the old text has."""
        # Worked out only where a title's numbers are no longer said: a draft of all the old text
        # takes about as long as the update.
        draft = draft_release(self._old.text, self._previous.published or self._fresh.published)
        return frozenset(event.title for event in draft.events)

    def _supplied(
        self, event: Event, missing: tuple[str, ...], zone: str | None
    ) -> tuple[str, ...] | None:
        """What of the date and the time a person supplied, if the event tells."""
        given = event.supplied_as_given
        if zone is not None and "zone" in event.supplied:
            return (*missing, "zone")
        if missing or given is None:
            return missing or None
        return ()

    # Quotes

    def _quotes(self, event: Event, numbers: Iterable[int]) -> tuple[str, ...]:
        """The quotes that still stand and mean the same, and what else is to be quoted."""
        numbers = list(numbers)
        quotes, held = [], set()
        past = self._completing_no_longer(event, numbers)
        inside = _phrases(map(self._old.inside, self._old.places(event.evidence)))
        completing = set(_contexts(self._new, numbers))
        is_new = bool(past) or len(completing) > len(set(_contexts(self._old, inside)))
        before, after = (side.places(event.evidence) for side in (self._old, self._new))
        for quote, old, new in zip(event.evidence, before, after, strict=True):
            if new is None or quote in past or self._cuts_a_time(new, numbers):
                continue
            same = [self._images.get(at) for at in self._old.inside(old)]
            if same == self._new.inside(new):
                quotes.append(quote)
                held.update(same)
        for at in numbers:
            if at not in held:
                quotes += self._quotes_of(at) or [self._words(at)]
            elif is_new:
                quotes = [*self._quoted(at, self._new.mentions[at].context), *quotes]
        return tuple(dict.fromkeys(quotes))

    def _cuts_a_time(self, place: Span, numbers: Sequence[int]) -> bool:
        """Whether a quote ends within the time of some phrases, as where a zone was added to it."""
        clocks = [self._new.mentions[at].clock for at in numbers]
        return any(clock and clock[0] < place[1] < clock[1] for clock in clocks)

    def _completing_no_longer(self, event: Event, numbers: Sequence[int]) -> list[str]:
        """The quotes of what completed the date of an event, where it completes none of it now."""
        before, after = (side.places(event.evidence) for side in (self._old, self._new))
        phrases = _phrases(map(self._old.inside, before))
        now = [*numbers, *(self._images[at] for at in phrases if at in self._images)]
        completed = _contexts(self._old, phrases)
        spans = _contexts(self._new, now)
        spans += [(self._new.mentions[at].start, self._new.mentions[at].end) for at in numbers]
        placed = zip(event.evidence, before, after, strict=True)
        return [
            quote
            for quote, old, new in placed
            if old and _holds_any(old, completed) and not (new and _holds_any(new, spans))
        ]

    def _quotes_of(self, number: int) -> list[str]:
        """What a draft quotes for a phrase: the words around it, and those that complete it."""
        mention = self._new.mentions[number]
        spans = [(mention.start, mention.end), *mention.context]
        if mention.clock:
            spans.append(mention.clock)
        return self._quoted(number, spans)

    def _quoted(self, number: int, spans: Sequence[Span]) -> list[str]:
        """The quotes with some spans among those that a draft has for a phrase."""
        draft = self._draft_of.get(number)
        quotes = draft.evidence if draft else ()
        placed = zip(quotes, self._new.places(quotes), strict=True)
        return [quote for quote, place in placed if place and _holds_any(place, spans)]

    def _words(self, number: int) -> str:
        """The words of the item of a phrase."""
        mention = self._new.mentions[number]
        start, end = self._identities[number].span
        whole = min(start, mention.start), max(end, mention.end)
        return " ".join(WORD.findall(self._new.text, *whole))

    # What is new, and what is set aside

    def _added(self) -> Iterator[Event]:
        """The drafted events of items that no event is of and that nobody set aside."""
        aside = self._set_aside()
        # Ids of events that are gone count too: subscribers have seen them, and they are for ever.
        ids = dict.fromkeys((event.id for event in self._previous.events), 1)
        known = {draft.id for _, draft in self._entries.values()}
        for draft, numbers in self._drafts:
            is_new = self._claimed.isdisjoint(numbers)
            if draft.id in self._listed_drafts:
                is_new = draft.id not in known
            if is_new and not (numbers and numbers <= aside):
                event = attrs.evolve(draft, id=unlike(draft.id, ids))
                self.unreviewed.add(event.id)
                yield event

    def _carried_asides(self) -> Iterator[SetAside]:
        """What was set aside and still is; where its words changed, the phrase alone."""
        for aside in self._previous.set_aside:
            inside = self._old.inside_quote(aside.text)
            images = [self._images[at] for at in inside if at in self._images]
            place = self._new.places((aside.text,))[0]
            if place and (not images or not set(images).isdisjoint(self._new.inside(place))):
                yield aside
            # Not where an event rests on the phrase now: it cannot be an event and set aside at
            # once.
            elif images and self._claimed.isdisjoint(images):
                yield attrs.evolve(aside, text=self._phrase(images[0]))

    def _phrase(self, number: int) -> str:
        """The words of a phrase, as many as make them unique."""
        mention = self._new.mentions[number]
        phrase = " ".join(WORD.findall(mention.text))
        if is_unique(self._new.text, phrase):
            return phrase
        return self._words(number)


def _phrases(groups: Iterable[Iterable[int]]) -> list[int]:
    """The phrases of several groups, by their numbers."""
    return list(chain.from_iterable(groups))


def _matched_entries(
    old: list[tuple[Identity, Event]], new: list[tuple[Identity, Event]]
) -> dict[str, tuple[Identity, Event]]:
    """By the ids of old events the entries of a new text that are theirs."""
    ours, theirs = (sorted(side, key=lambda each: each[0].span) for side in (old, new))
    images = matched([entry for entry, _ in ours], [entry for entry, _ in theirs])
    return {ours[at][1].id: theirs[other] for at, other in images.items()}


def _contexts(reading: _Reading, numbers: Iterable[int]) -> list[Span]:
    """Where what completes some phrases of a text stands."""
    return list(chain.from_iterable(reading.mentions[at].context for at in numbers))


def _holds_any(place: Span, spans: Iterable[Span]) -> bool:
    return any(place[0] <= span[0] and span[1] <= place[1] for span in spans)


def _dated_as(event: Event, draft: Event) -> Event:
    """An event with the date of a draft, and all that belongs to the date."""
    return attrs.evolve(
        event,
        when=draft.when,
        basis=draft.basis,
        time=draft.time,
        zone=draft.zone,
        evidence=draft.evidence,
        note=draft.note,
        supplied=draft.supplied_as_given,
    )


def _said(mention: DateMention) -> tuple[object, ...]:
    """All that a phrase says of a date and its time."""
    return mention.when, mention.said, mention.weekday, mention.time, mention.zone


def _filled(said: When | None, known: When) -> When | None:
    """What words say, with what they leave unsaid taken from another date."""
    if isinstance(said, EdtfInterval) and isinstance(known, EdtfInterval):
        ends = _filled_date(said.start, known.start), _filled_date(said.end, known.end)
        return _interval(*ends)
    return _filled_date(said, known.start if isinstance(known, EdtfInterval) else known)


def _filled_date(said: object, known: object) -> EdtfDate | None:
    if not isinstance(said, EdtfDate) or not isinstance(known, EdtfDate):
        return None
    year = said.year
    if not isinstance(year, int):
        year = known.year
    try:
        filled = attrs.evolve(said, year=year)
    except EdtfError:  # 29 February of another year
        return None
    if said.matches(filled) and filled.exact:
        return filled
    return None


def _interval(start: When | None, end: When | None) -> EdtfInterval | None:
    if not isinstance(start, EdtfDate) or not isinstance(end, EdtfDate) or not start.before(end):
        return None
    return EdtfInterval(start, end)


def _may_have_time(when: When) -> bool:
    if isinstance(when, EdtfDate):
        return when.precision == "day"
    return len(when.dates) == 2 and all(end.precision == "day" for end in when.dates)


# --- What a person reads of it --------------------------------------------------------------------


@attrs.frozen
class Updates:
    """What became of a release, as event ids in their order.

    Attributes:
        kept: events that are as they were.
        requoted: events that say the same of themselves, in other words of the text.
        moved: events of which date, time or basis is another.
        added: new events.
        gone: events that are no longer there.
        aside: what is newly set aside.
        not_aside: what was set aside, and is so no longer.
        to_review: those that a person is to review, and was not to before.
        revisions: pairs of an event as it was (``None`` if added) and as it is (``None`` if gone),
            for all but those kept.

    Example:
        >>> Updates(kept=("first-meeting-1993",)).to_text()
        'nothing changed'
    """

    kept: tuple[str, ...] = ()
    requoted: tuple[str, ...] = ()
    moved: tuple[str, ...] = ()
    added: tuple[str, ...] = ()
    gone: tuple[str, ...] = ()
    aside: tuple[str, ...] = ()
    not_aside: tuple[str, ...] = ()
    to_review: tuple[str, ...] = ()
    revisions: tuple[tuple[Event | None, Event | None], ...] = attrs.field(
        default=(), eq=False, repr=False
    )

    @property
    def is_of_another_text(self) -> bool:
        """Whether none of several events was found again, as in the text of another release.

        Example:
            >>> Updates(gone=("a", "b", "c"), added=("d",)).is_of_another_text
            True
        """
        return len(self.gone) >= _SEVERAL and not (self.kept or self.requoted or self.moved)

    def to_text(self) -> str:
        """A short diff for a person to read.

        Example:
            >>> print(Updates(aside=("every year",)).to_text())
            + set aside: “every year”
        """
        events = filter(None, chain.from_iterable(self.revisions))
        width = max((len(event.id) for event in events), default=0)
        lines = [_line(old, new, width) for old, new in self.revisions]
        lines += [f"+ set aside: “{text}”" for text in self.aside]
        lines += [f"- set aside: “{text}”" for text in self.not_aside]
        return "\n".join(lines) or "nothing changed"

    def to_json(self) -> str:
        """The ids and phrases in one line of JSON.

        Example:
            >>> print(Updates(gone=("opening-2024",)).to_json())  # doctest: +ELLIPSIS
            {"kept": [], "requoted": [], "moved": [], "added": [], "gone": ["opening-2024"], ...}
        """
        names = [field.name for field in attrs.fields(Updates) if field.name != "revisions"]
        return dumps({name: getattr(self, name) for name in names}, ensure_ascii=False)


def compare(previous: Release, updated: Release) -> Updates:
    """What became of a release.

    Args:
        previous: the release before `update_release`.
        updated: the release after it.

    Example:
        >>> from cica_events import load_release
        >>> len(compare(load_release(), load_release()).kept)
        5
    """
    old = {event.id: event for event in previous.events}
    new = {event.id: event for event in updated.events}
    pairs = [(old.get(name), new.get(name)) for name in {**old, **new}]
    ids: dict[str, list[str]] = {}
    for before, after in pairs:
        name = (before or after).id  # type: ignore[union-attr]
        ids.setdefault(_kind(before, after), []).append(name)
    texts = [{aside.text: None for aside in release.set_aside} for release in (previous, updated)]
    waiting = set(updated.unreviewed) - set(previous.unreviewed)
    return Updates(
        **{kind: tuple(names) for kind, names in ids.items()},
        aside=tuple([text for text in texts[1] if text not in texts[0]]),
        not_aside=tuple([text for text in texts[0] if text not in texts[1]]),
        to_review=tuple([name for name in new if name in waiting]),
        revisions=tuple([pair for pair in pairs if pair[0] != pair[1]]),
    )


def _kind(old: Event | None, new: Event | None) -> str:
    """What became of one event, as the field of `Updates` is called."""
    if old is None:
        return "added"
    if new is None:
        return "gone"
    if old == new:
        return "kept"
    dated = [(event.when, event.time, event.zone, event.basis) for event in (old, new)]
    if dated[0] == dated[1]:
        return "requoted"
    return "moved"


def _line(old: Event | None, new: Event | None, width: int) -> str:
    """What became of one event, as a line of the diff."""
    if old is None:
        assert new is not None
        sign, event, told = "+", new, new.when_text
    elif new is None:
        sign, event, told = "-", old, f"gone: {old.when_text}"
    else:
        sign, event, told = "~", new, _change(old, new)
    return f"{sign} {event.id:{width}}  {told}  {event.title}"


def _change(old: Event, new: Event) -> str:
    """What changed of an event, in a few words."""
    if old.when_text != new.when_text:
        return f"{old.when_text} → {new.when_text}"
    if old.basis != new.basis:
        return f"{old.basis} → {new.basis}"
    return "quoted anew"
