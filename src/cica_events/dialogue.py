"""The questions that a review asks a person at a terminal, and the person's answers."""

from __future__ import annotations

import io
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from typing import Any, Literal

import attrs

from . import terminal
from .characters import visible
from .clock import parse_time
from .drafts import draft_event
from .edtf import When
from .errors import EdtfError, FormatError, InvalidError, quoted
from .mentions import DateMention, date_of
from .model import Event, Release
from .quotes import sentence
from .reviews import Review, aside, dated, kept, note_for, with_event

__all__ = ["Dialogue", "at_terminal"]

_Item = str | DateMention  # the id of an event, or a question
_Move = Literal["ask", "show", "next", "back", "stop"]
_Spans = list[tuple[int, int]]
_MOVES: dict[str, _Move] = {"later": "next", "back": "back", "quit": "stop"}

_FAR = 300  # characters of a sentence, before and after the words, that are shown
_PASSAGES = 3  # sentences of an event that are shown
_NO_EVENT = "no event of this release"
_NONE: dict[str, dict[str, Any]] = {  # what “-” makes of an event
    "time": {"time": None, "zone": None},
    "place": {"place": None},
    "kind": {"kind": "event"},
}
_BASES = {
    "stated": "the words say it",
    "resolved": "the words and the date of publication say it",
    "inferred": "a part of it was supplied",
}
_HELP = {
    "keep": "the event is right as it is shown",
    "date": "give a date: “date 12 May 2022”, or in EDTF “date 2022-05-12”",
    "title": "give another title: “title Opening of the forum”",
    "time": "give another time of day: “time 10:00/12:30”; “time -” for none",
    "place": "give another place: “place Almaty”; “place -” for none",
    "kind": "say what kind of event it is: “kind summit”; “kind -” for none",
    "aside": "these words are no event: set them aside, and say why",
    "later": "leave it for another time",
    "back": "go back to the one before, and take its answer back",
    "quit": "stop; every answer is in the file already",
    "help": "show this list",
}
_OF_A_QUESTION = ("date", "aside", "later", "back", "quit", "help")


def at_terminal() -> Callable[[str], str]:
    """How a person at a terminal is asked.

    Raises:
        FormatError: there is no terminal to ask at.

    Example:
        >>> from unittest.mock import patch
        >>> with patch("sys.stdin", None):
        ...     at_terminal()  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        cica_events.errors.FormatError: a review asks questions, and this is no terminal; ...
    """
    if sys.stdin is None or not sys.stdin.isatty() or not sys.stdout.isatty():
        way = "cica-events check lists the questions, and release.json can be edited by hand"
        raise FormatError(f"a review asks questions, and this is no terminal; {way}")
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(errors="surrogateescape")  # which no title may hold
    return input


class Dialogue:
    """Goes through a review: shows one event or question after the other, and asks for an answer.

    Args:
        review: what to go through.
        ask: shows a prompt and gives the line that the person types; raises ``EOFError`` where
            there is no more.

    Example:
        >>> Dialogue(Review(None), input).run()  # of the bundled release
        ... # doctest: +ELLIPSIS
        Everything is reviewed; publish it: cica-events publish ...
        0
    """

    def __init__(self, review: Review, ask: Callable[[str], str]) -> None:
        self._review, self._ask = review, ask
        self._before: list[Release | None] = []  # at each step; None where somebody else wrote

    def run(self) -> int:
        """Asks until everything was shown, or the person stops.

        Returns:
            How many events and questions are left.

        Raises:
            KeyboardInterrupt: the person interrupted it; every answer so far is written.
            FileError: the release cannot be read or written any more.
            InvalidError: somebody else made it something that is no release.

        Example:
            >>> Dialogue(Review(None), input).run()  # doctest: +ELLIPSIS
            Everything is reviewed; publish it: cica-events publish ...
            0
        """
        try:
            self._go()
        except EOFError:
            print()
        except KeyboardInterrupt:
            print()
            self._conclude()
            raise
        return self._conclude()

    def _go(self) -> None:
        """Shows one event or question after the other, until the last or until the person stops."""
        items = self._review.items
        if items:
            title = visible(self._review.release.title)
            print(terminal.wrapped(f"“{title}”: {_counted(items)} left. ? lists the answers."))
        place = 0
        move: _Move = "next"
        while place < len(items) and move != "stop":
            # What was answered behind this step belongs to another course of the review.
            self._before[place:] = [self._review.release]
            move = self._step(items[place], f"{place + 1} of {len(items)}")
            if move == "back":
                place = self._place_before(place)
            else:
                place += 1

    def _place_before(self, place: int) -> int:
        """The place to go back to, with its answer taken back."""
        earlier = None
        if place:
            earlier = self._before[place - 1]
        if earlier is None:
            print("There is nothing to go back to.")
            return place
        if self._is_read_again():
            return place
        self._review.take_back(earlier)
        return place - 1

    def _step(self, item: _Item, number: str) -> _Move:
        """Shows one event or question, and asks until it is answered."""
        move: _Move = "show"
        while move == "show" and item in self._review.items:
            print()
            candidates = self._show(item, number)
            move = "ask"
            while move == "ask":
                move = self._answered(item, candidates)
        if move == "show":
            return "next"
        return move

    def _conclude(self) -> int:
        """Says what is left, and how to go on."""
        left, file = self._review.items, self._review.file
        folder = visible(str(file.parent))
        more = len(self._review.problems) > sum(not isinstance(item, str) for item in left)
        if left:
            print(f"Every answer is written; {_counted(left)} left: cica-events review {folder}")
        elif more:
            print(f"Everything is reviewed, but there are problems: cica-events check {folder}")
        else:
            print(f"Everything is reviewed; publish it: cica-events publish {folder} --to FOLDER")
        return len(left)

    # What is shown

    def _show(self, item: _Item, number: str) -> list[When]:
        """Shows an event or a question with its words, and numbers the dates that it may have."""
        if isinstance(item, str):
            candidates = self._show_event(self._event(item), number)
        else:
            candidates = self._show_question(item, number)
        for place, when in enumerate(candidates, 1):
            print(f"  {place:>3}  {when.describe()}  ({when})")
        numbers = {0: [], 1: ["1"]}.get(len(candidates), [f"1-{len(candidates)}"])
        print(f"[{', '.join([*numbers, *_answers(item)])}]")
        return candidates

    def _show_event(self, event: Event, number: str) -> list[When]:
        print(terminal.bold(terminal.wrapped(f"{number}: {visible(event.title)}")))
        for name, value in _facts(event):
            print(terminal.wrapped(visible(value), " " * 9, f"  {name:<5}  "))
        for problem in self._review.objections(event):
            print(terminal.wrapped(visible(problem.message), " " * 9, "  check  "))
        phrases = self._review.phrases(event)
        self._show_passages(phrases)
        likely: list[When] = []
        for phrase in phrases:
            likely += phrase.candidates
        return [when for when in dict.fromkeys(likely) if when != event.when]

    def _show_question(self, mention: DateMention, number: str) -> list[When]:
        """Shows a phrase in its sentence; gives the dates that it may be."""
        phrase = visible(" ".join(mention.text.split()))
        print(terminal.bold(terminal.wrapped(f"{number}: what does “{phrase}” mean?")))
        why = mention.reason
        if mention.when:
            why = "is neither an event nor set aside"
        print(terminal.wrapped(why or "", " " * 9, "  why    "))
        self._show_passages([mention])
        if mention.when:
            return [mention.when]
        return list(mention.candidates)

    def _show_passages(self, mentions: list[DateMention]) -> None:
        """Shows the first of the sentences of some phrases, and how many more there are."""
        found = list(_passages(self._review.release.text, mentions))
        for passage in found[:_PASSAGES]:
            print(f"\n{passage}")
        if len(found) > _PASSAGES:
            print(f"\n  ({len(found) - _PASSAGES} more passages)")
        print()

    # What is answered

    def _answered(self, item: _Item, candidates: list[When]) -> _Move:
        """Asks once; an answer that cannot be is refused with the reason."""
        try:
            name, words = self._command(item, candidates)
            return self._done(item, name, words, candidates)
        except EdtfError as error:
            self._say(str(error))
        except InvalidError as error:
            if error.source:  # no answer is wrong, but the file
                raise
            self._say(str(error))
        return "ask"

    def _command(self, item: _Item, candidates: list[When]) -> tuple[str, str]:
        """The name of an answer, of which its beginning is enough, and the words after it."""
        line = self._ask("> ").strip()
        first, _, words = line.partition(" ")
        if first.isdecimal() and not words:
            return first, ""
        if not line:
            raise InvalidError([("", "an answer is asked for; ? lists them")])
        # A letter is enough, since a hundred events are answered one by one.
        near = [name for name in _answers(item) if name.startswith(first.casefold())]
        if first == "?":
            near = ["help"]
        if not near:
            raise InvalidError([("", f"{quoted(line)} is no answer here; ? lists them")])
        return near[0], words.strip()

    def _done(self, item: _Item, name: str, words: str, candidates: list[When]) -> _Move:
        """Does what an answer asks for."""
        if name in _MOVES:
            return _MOVES[name]
        if name == "help":
            return self._help(item, candidates)
        if name == "aside":
            return self._set_aside(item, words)
        if name == "date":
            return self._date(item, words or self._ask("Which date? > ").strip())
        if name.isdecimal():
            return self._choose(item, int(name), candidates)
        assert isinstance(item, str)
        if name == "keep":
            return self._keep(item)
        return self._reword(item, name, words)

    def _help(self, item: _Item, candidates: list[When]) -> _Move:
        """Lists the answers that an event or a question takes."""
        if candidates:
            print(terminal.wrapped("the date of that number", " " * 9, f"  {'1':<5}  "))
        for name in _answers(item):
            print(terminal.wrapped(_HELP[name], " " * 9, f"  {name:<5}  "))
        print("The first letter of an answer is enough (“ki” for kind, “tim” for time).")
        return "ask"

    def _keep(self, item: str) -> _Move:
        """Confirms an event as it is."""
        return self._write(item, lambda release: kept(release, item))

    def _reword(self, item: str, name: str, words: str) -> _Move:
        """Gives a field of an event other words, or takes them away."""
        words = words or self._ask(f"Which {name}? > ").strip()
        if not words:
            return "ask"
        fields: dict[str, Any] = {name: words}
        if words == "-" and name in _NONE:
            fields = _NONE[name]
        elif name == "time":
            fields = {name: parse_time(words)}
        event = attrs.evolve(self._event(item), **fields)
        return self._write(item, lambda release: with_event(release, event))

    def _set_aside(self, item: _Item, reason: str) -> _Move:
        """Sets an event or a question aside, with a reason."""
        reason = reason or self._offered("Why is it no event?", _NO_EVENT)
        return self._write(item, lambda release: aside(release, item, reason))

    def _choose(self, item: _Item, number: int, candidates: list[When]) -> _Move:
        """Takes the date of a number."""
        if not 1 <= number <= len(candidates):
            hint = f"; “date {number}” takes it for a date"
            raise InvalidError([("", f"there is no date of the number {number}{hint}")])
        return self._redate(item, candidates[number - 1])

    def _date(self, item: _Item, words: str) -> _Move:
        """Takes a date that the person types."""
        if words:
            return self._redate(item, date_of(words))
        return "ask"

    def _redate(self, item: _Item, when: When) -> _Move:
        """Gives an event another date, or makes one of a question, with a note if it needs one."""
        review = self._review
        if isinstance(item, str):
            event, mentions = attrs.evolve(self._event(item), when=when), review.mentions
        else:
            event, mentions = draft_event(review.release, item, when), [item]
        note = note_for(review.release, event, mentions)
        if not isinstance(item, str):
            event = attrs.evolve(event, title=self._offered("What is it called?", event.title))
        if note:
            note = self._offered("From what is the date known? Readers see this.", note)
        return self._write(item, lambda release: dated(release, event, mentions, note))

    def _offered(self, question: str, answer: str) -> str:
        """An answer in free words, or the one that is offered."""
        print(terminal.wrapped(question))
        print(terminal.wrapped(visible(answer), "  ", "  Enter takes: "))
        return self._ask("> ").strip() or answer

    # What is written

    def _write(self, item: _Item, make: Callable[[Release], Release]) -> _Move:
        """Writes an answer, if what it is about is as it was shown."""
        shown = self._event_or_question(item)
        if self._is_read_again() and self._event_or_question(item) != shown:
            print("Your answer is not written, since this was changed too.")
            return "show"
        self._review.answer(make)
        print("Written.")
        return "show"

    def _is_read_again(self) -> bool:
        """Whether somebody else changed the files meanwhile, which is kept, and is said."""
        if not self._review.refresh():
            return False
        # To take an answer back would undo what the other person did, too.
        self._before = [None] * len(self._before)
        print(f"{self._review.file.name} was changed meanwhile, and is read again.")
        return True

    def _event_or_question(self, item: _Item) -> object:
        """What an item is as the files now have it, to see whether somebody else changed it."""
        if isinstance(item, str):
            return self._review.event(item)
        return item in self._review.items

    def _event(self, item: str) -> Event:
        event = self._review.event(item)
        assert event is not None
        return event

    def _say(self, message: str) -> None:
        """Says what is wrong with an answer."""
        for line in message.splitlines():
            print(terminal.wrapped(visible(line), "  ", "! "))


def _answers(item: _Item) -> Collection[str]:
    """The answers that an event takes, or a question."""
    if isinstance(item, str):
        return _HELP
    return _OF_A_QUESTION


def _counted(items: tuple[_Item, ...]) -> str:
    """How many there are of each, with the verb: "2 events and 1 question are"."""
    events = sum(isinstance(item, str) for item in items)
    counts = [_number_of(events, "event"), _number_of(len(items) - events, "question")]
    words = " and ".join(filter(None, counts))
    if len(items) == 1:
        return f"{words} is"
    return f"{words} are"


def _number_of(count: int, name: str) -> str:
    """A number of things in words; empty for none."""
    if count > 1:
        return f"{count} {name}s"
    if count == 1:
        return f"1 {name}"
    return ""


def _facts(event: Event) -> Iterator[tuple[str, str]]:
    """What is known of an event, as names and values."""
    supplied = ""
    if event.supplied:
        supplied = f": the {' and the '.join(event.supplied)}"
    yield "when", event.when_text
    yield "", f"{event.when}, {event.basis}: {_BASES[event.basis]}{supplied}"
    facts = {"kind": event.kind, "place": event.place, "note": event.note}
    yield from ((name, value) for name, value in facts.items() if value)


def _passages(text: str, mentions: Iterable[DateMention]) -> Iterator[str]:
    """The sentences of phrases, with the phrases and what completes them standing out."""
    spans: set[tuple[int, int]] = set()
    for mention in mentions:
        spans.update(_words_of(mention))
    passages: dict[tuple[int, int], _Spans] = {}
    for start, end in sorted(spans):
        found = passages.setdefault(sentence(text, start, end), [])
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(end, found[-1][1])
        else:
            found.append((start, end))
    for (begin, end), inside in passages.items():
        yield _passage(text, begin, end, inside)


def _words_of(mention: DateMention) -> _Spans:
    spans = [*mention.context, (mention.start, mention.end)]
    if mention.clock:
        spans.append(mention.clock)
    return spans


def _passage(text: str, begin: int, end: int, spans: _Spans) -> str:
    """A sentence, of which only so much is shown as stands near the words in question."""
    first, last = max(begin, spans[0][0] - _FAR), min(end, spans[-1][1] + _FAR)
    shown = text[first:last]
    if first > begin:
        shown = f"… {shown}"
        first -= len("… ")
    if last < end:
        shown += " …"
    return terminal.passage(shown, [(start - first, stop - first) for start, stop in spans])
