"""The zone that is said once for many times: "All times are CET", "Time (UTC+5)" above a column."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from ..structure import Block, Span
from .english import ALL_TIMES
from .layout import Layout

__all__ = ["ZoneNote", "ZoneNotes"]


@attrs.frozen
class ZoneNote:
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
        self._notes = list(_notes(text))

    def governing(self, offset: int) -> ZoneNote | None:
        """The note that holds for a time at an offset, the nearest above or beside it first."""
        if not self._notes:
            return None
        if self._layout is not None:
            for note in self._above(self._layout, offset):
                return note
        of_all = [note for note in self._notes if note.of_all]
        return of_all[0] if len({note.words for note in of_all}) == 1 else None

    def _above(self, layout: Layout, offset: int) -> Iterator[ZoneNote]:
        for source in layout.sources(offset):
            for note in self._notes:
                if source.start <= note.start < source.end:
                    yield note
        block = layout.block(offset)
        for note in reversed(self._notes):
            if _is_of_section(layout.block(note.start), block):
                yield note


def _notes(text: str) -> Iterator[ZoneNote]:
    for match in ALL_TIMES.finditer(text):
        words = " ".join(match["zone"].split())
        yield ZoneNote(*match.span(), words, match["all"] is not None)


def _is_of_section(note: Block, block: Block) -> bool:
    """Whether a note stands below a heading that a time stands below too."""
    headings = [above for above in note.governed_by if above.kind == "heading"]
    return not note.cells and all(heading in block.governed_by for heading in headings)
