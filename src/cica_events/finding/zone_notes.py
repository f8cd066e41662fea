"""The zone that is said once for many times: "All times are CET", "Time (UTC+5)" above a column."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from functools import cached_property
from typing import NamedTuple

from ..structure import Block, Span
from .english import ALL_TIMES, ALL_TIMES_BEGIN, OF_ALL
from .layout import Layout

__all__ = ["ZoneNote", "ZoneNotes"]

_NEAR = 4  # notes before and after a time, of which one may be of its section
_BEFORE = 8  # characters before a note, in which it is said to be of all times


class ZoneNote(NamedTuple):
    """What is said of the zone of other times.

    Attributes:
        start: the offset of its first character.
        end: the offset after its last one.
        words: the words for the zone.
        of_all: whether it is said of all times of the text.
    """

    start: int
    end: int
    words: str
    of_all: bool

    @property
    def span(self) -> Span:
        """Where it stands."""
        return self.start, self.end


class ZoneNotes:
    """What a text says of the zone of its times.

    Args:
        text: the text.
        layout: its layout, where it has one.

    Example:
        >>> notes = ZoneNotes("All times are local (UTC+5).", None)
        >>> notes.governing(0).words
        'UTC+5'
    """

    def __init__(self, text: str, layout: Layout | None) -> None:
        self._text, self._layout = text, layout

    @cached_property
    def _notes(self) -> list[ZoneNote]:
        return list(_notes(self._text))

    @cached_property
    def _starts(self) -> list[int]:
        return [note.start for note in self._notes]

    @cached_property
    def _of_all(self) -> ZoneNote | None:
        """What is said of all times, unless several zones are."""
        notes = [note for note in self._notes if note.of_all]
        if len({note.words for note in notes}) != 1:
            return None
        return notes[0]

    def governing(self, offset: int) -> ZoneNote | None:
        """The note that holds for a time at an offset, the nearest above or beside it first."""
        if not self._notes:
            return None
        if self._layout is None:
            return self._of_all
        return next(self._near(self._layout, offset), self._of_all)

    def _near(self, layout: Layout, offset: int) -> Iterator[ZoneNote]:
        for source in layout.sources(offset):
            first = bisect_left(self._starts, source.start)
            yield from self._notes[first : bisect_left(self._starts, source.end)]
        block = layout.block(offset)
        place = bisect_left(self._starts, offset)
        before = self._notes[max(place - _NEAR, 0) : place]
        for note in (*reversed(before), *self._notes[place : place + _NEAR]):
            if _is_of_section(layout.block(note.start), block):
                yield note


def _notes(text: str) -> Iterator[ZoneNote]:
    done = 0
    for begins in ALL_TIMES_BEGIN.finditer(text):
        start = begins.start()
        if start < done:
            continue
        match = ALL_TIMES.match(text, start)
        if match is not None and not text[start - 1 : start].isalnum():
            words = " ".join(match["zone"].split())
            of_all = OF_ALL.search(text, max(0, start - _BEFORE), start)
            begin = start
            if of_all:
                begin = of_all.start()
            done = match.end()
            yield ZoneNote(begin, match.end(), words, of_all is not None)


def _is_of_section(note: Block, block: Block) -> bool:
    """Whether a note stands below a heading that a time stands below too."""
    headings = [above for above in note.governed_by if above.kind == "heading"]
    return not note.cells and all(heading in block.governed_by for heading in headings)
