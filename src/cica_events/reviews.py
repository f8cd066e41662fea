"""The review of a release in a folder: what a person has still to decide, and each decision."""

from __future__ import annotations

import os
import re
from collections.abc import Callable

import attrs

from .characters import visible
from .drafts import draft_set_aside, note_on
from .errors import InvalidError
from .evidence import Problem, examine, judge
from .files import read
from .mentions import DateMention, find_dates
from .model import Event, Release, SetAside
from .proofs import Proof
from .releases import load_release, release_file, revise_release

__all__ = ["Review", "aside", "dated", "kept", "note_for", "with_event"]

_EVENT = re.compile(r"events\[([0-9]+)\]")
_Answer = Callable[[Release], Release]


class Review:
    """A release in a folder, of which a person confirms the drafted events and answers questions.

    Args:
        path: the folder, or the ``release.json`` in it.

    Raises:
        FileError: a file is missing or unreadable.
        FormatError: the file is something else than a release.
        InvalidError: a file does not hold what it must; every problem is listed with its path.

    Attributes:
        file: the ``release.json``.
        release: what it holds.
        mentions: the date phrases of its text.
        problems: what `check` finds in it.

    Example:
        >>> import tempfile
        >>> from cica_events import draft_release
        >>> from cica_events.releases import save_release
        >>> folder = tempfile.mkdtemp()
        >>> _ = save_release(draft_release("It opens on 3 May 2022.", "2022"), folder)
        >>> review = Review(folder)
        >>> review.answer(lambda release: kept(release, review.items[0]))
        >>> review.items, load_release(folder).unreviewed
        ((), ())
    """

    release: Release
    mentions: list[DateMention]
    problems: list[Problem]

    def __init__(self, path: str | os.PathLike[str] | None) -> None:
        self.file = release_file(path)
        self._read()

    def _read(self) -> None:
        # The files before what they hold: a change in between is found at the next answer.
        self._written = self._on_disk()
        self.release = load_release(self.file)
        self.mentions = find_dates(self.release.text, self.release.published)
        self.problems, _ = examine(self.release)

    def _on_disk(self) -> tuple[bytes, bytes]:
        return read(self.file), read(self.file.with_name("source.txt"))

    @property
    def items(self) -> tuple[str | DateMention, ...]:
        """What is to be decided: ids of unreviewed events, then phrases that are questions.

        Example:
            >>> Review(None).items  # of the bundled release
            ()
        """
        drafted = [e.id for e in self.release.events if e.id in self.release.unreviewed]
        asked = _unaccounted(self.problems)
        return *drafted, *[m for m in self.mentions if (m.start, m.end) in asked]

    def event(self, id: str) -> Event | None:  # noqa: A002 - the field's name
        """The event that has an id.

        Example:
            >>> Review(None).event("first-meeting-1993").when_text
            'April 1993'
        """
        return next((event for event in self.release.events if event.id == id), None)

    def objections(self, event: Event) -> list[Problem]:
        """What `check` finds in an event.

        Example:
            >>> review = Review(None)
            >>> review.objections(review.event("first-meeting-1993"))
            []
        """
        place = f"events[{self.release.events.index(event)}]"
        return [problem for problem in self.problems if problem.path.startswith(place)]

    def phrases(self, event: Event) -> list[DateMention]:
        """The phrases that bear out an event's date; without any, those that it quotes.

        Example:
            >>> review = Review(None)
            >>> [m.text for m in review.phrases(review.event("first-meeting-1993"))]
            ['April 1993']
        """
        proofs, objections = judge(self.release.text, self.mentions, event)
        found: list[DateMention] = []
        for proof in proofs:
            found += proof.mentions
        if not found:
            spoken_of = {(problem.start, problem.end) for problem in objections}
            found = [m for m in self.mentions if (m.start, m.end) in spoken_of]
        return sorted(dict.fromkeys(found), key=lambda mention: mention.start)

    def refresh(self) -> bool:
        """Reads the release again, if its files are no longer as they were read or written.

        Raises:
            InvalidError: they do not hold a release any more.
            FileError: they are gone.

        Returns:
            Whether they had changed.

        Example:
            >>> Review(None).refresh()
            False
        """
        if self._on_disk() == self._written:
            return False
        self._read()
        return True

    def answer(self, make: _Answer) -> None:
        """Writes what a person decided, unless `check` finds more in the release then.

        Args:
            make: makes the release as it is to be of the release as it is.

        Raises:
            InvalidError: the answer cannot be; nothing is written then.
            FileError: the file cannot be written.

        Example:
            >>> wrong = lambda release: attrs.evolve(release, events=release.events[1:])
            >>> Review(None).answer(wrong)
            Traceback (most recent call last):
            ...
            cica_events.errors.InvalidError: “April 1993” gives 1993-04; make it an event, or ...
        """
        after = make(self.release)
        problems, _ = examine(after)
        known = set(map(_key(self.release), self.problems))
        key = _key(after)
        found = [("", problem.message) for problem in problems if key(problem) not in known]
        if found:
            raise InvalidError(found)
        self._write(after, problems)

    def take_back(self, earlier: Release) -> None:
        """Writes the release as it was before an answer.

        Raises:
            FileError: the file cannot be written.

        Example:
            >>> review = Review(None)
            >>> review.take_back(review.release)  # nothing was answered
        """
        if earlier != self.release:
            self._write(earlier, examine(earlier)[0])

    def _write(self, after: Release, problems: list[Problem]) -> None:
        release, source = self._written
        written = revise_release(self.file, release, self.release, after)
        self._written = written, source
        self.release, self.problems = after, problems


def _key(release: Release) -> Callable[[Problem], object]:
    """What makes problems of two states of a release the same."""

    def key(problem: Problem) -> object:
        if problem.path == "text":
            return problem.start, problem.end
        path = _EVENT.sub(lambda match: release.events[int(match[1])].id, problem.path)
        return path, problem.message

    return key


def kept(release: Release, id: str) -> Release:  # noqa: A002 - the field's name
    """The release with an event confirmed as it is.

    Example:
        >>> release = Release(id="r", title="A release", text="", unreviewed=["opening"])
        >>> kept(release, "opening").unreviewed
        ()
    """
    return attrs.evolve(release, unreviewed=[other for other in release.unreviewed if other != id])


def with_event(release: Release, event: Event) -> Release:
    """The release with an event in the place of the one that has its id, or as its last.

    Example:
        >>> release = load_release()
        >>> event = attrs.evolve(release.events[-1], place="Astana")
        >>> with_event(release, event).events[-1].place
        'Astana'
    """
    events = {other.id: other for other in release.events} | {event.id: event}
    return attrs.evolve(release, events=list(events.values()))


def dated(release: Release, event: Event, mentions: list[DateMention], note: str | None) -> Release:
    """The release with an event as a person dated it: a new one, or in the place of the one before.

    Args:
        release: the release.
        event: the event with its date; its basis, and what is supplied, follow from its quotes.
        mentions: the phrases that may say that date.
        note: from what it is known, for readers; not kept where the words alone say it.

    Raises:
        InvalidError: the words contradict the date, as `check` says it.

    Example:
        >>> from cica_events import parse_edtf
        >>> review = Review(None)
        >>> event = attrs.evolve(review.release.events[3], when=parse_edtf("2022-05-11"))
        >>> dated(review.release, event, review.mentions, "A slip.")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        cica_events.errors.InvalidError: 2022-05-11 is not what is said by the words: ...
    """
    proof = _proof(release, event, mentions)
    supplied = [name for name in event.supplied if name == "zone"]
    if proof.basis == "inferred":
        supplied = [*proof.supplied, *supplied]
    elif supplied:
        note = event.note  # which says from what the zone is known
    else:
        note = None
    event = attrs.evolve(event, basis=proof.basis, note=note, supplied=supplied or None)
    return with_event(release, event)


def aside(release: Release, item: str | DateMention, reason: str) -> Release:
    """The release without an event, or without a question: its words are set aside.

    Args:
        release: the release.
        item: the event's id, or the phrase.
        reason: why it is no event.

    Raises:
        InvalidError: the reason is none.

    Example:
        >>> aside(load_release(), "sixth-summit-2022", "only planned").set_aside[-1].reason
        'only planned'
    """
    mentions = [item] if isinstance(item, DateMention) else []
    words: list[str] = []
    if isinstance(item, str):
        own = next((event.evidence for event in release.events if event.id == item), ())
        release, mentions = _without_event(release, item)
        # An entry below the day of several has no phrase of its own, but words below that day.
        others = {quote for event in release.events for quote in event.evidence}
        words = [] if mentions else [quote for quote in own[1:] if quote not in others]
    asides = [draft_set_aside(release, mention, reason) for mention in mentions]
    asides += [SetAside(text, reason) for text in words]
    return attrs.evolve(release, set_aside=[*release.set_aside, *asides])


def _without_event(release: Release, id: str) -> tuple[Release, list[DateMention]]:  # noqa: A002
    """The release without an event, and the phrases that only that event accounted for."""
    events = [event for event in release.events if event.id != id]
    without = attrs.evolve(kept(release, id), events=events)
    open_now = _unaccounted(examine(without)[0]) - _unaccounted(examine(release)[0])
    mentions = find_dates(release.text, release.published)
    return without, [m for m in mentions if (m.start, m.end) in open_now]


def _unaccounted(problems: list[Problem]) -> set[tuple[int | None, int | None]]:
    """Where the phrases stand that are neither an event's nor set aside."""
    return {(problem.start, problem.end) for problem in problems if problem.path == "text"}


def note_for(release: Release, event: Event, mentions: list[DateMention]) -> str | None:
    """A note for readers that says from what the date of an event is known, to be improved on.

    Returns:
        ``None`` where no note is needed: the words alone say the date.

    Raises:
        InvalidError: the words contradict the date, as `check` says it.

    Example:
        >>> from cica_events import parse_edtf
        >>> review = Review(None)
        >>> event = attrs.evolve(review.release.events[3], when=parse_edtf("2021-05-10"))
        >>> note_for(review.release, event, review.mentions)
        'The text gives no year; it is supplied by an editor.'
    """
    proof = _proof(release, event, mentions)
    if proof.basis != "inferred":
        return None
    if event.note and any((o.id, o.when) == (event.id, event.when) for o in release.events):
        return event.note
    if proof.supplied:
        return note_on(proof.supplied, "supplied by an editor")
    words = " and ".join(f"“{' '.join(m.text.split())}”" for m in proof.mentions)
    return visible(f"The text says {words}; an editor takes it to mean {event.when.describe()}.")


def _proof(release: Release, event: Event, mentions: list[DateMention]) -> Proof:
    """The best proof of an event's date."""
    proofs, objections = judge(release.text, mentions, event)
    if not proofs:
        raise InvalidError([("", problem.message) for problem in objections])
    return proofs[0]
