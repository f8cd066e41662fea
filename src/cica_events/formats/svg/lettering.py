"""How wide a text is, whichever of the usual fonts shows it, and its lines in a given width."""

from __future__ import annotations

import re
from html import escape  # xml.sax.saxutils has one too, but loads half of urllib for it
from unicodedata import combining, east_asian_width

__all__ = ["cut_to", "safe", "text_width", "wrapped"]

_LINES = 3  # that a text may take
_LONGEST = 400  # characters that could stand in them
# What XML 1.0 cannot hold, not even escaped.
_NOT_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
# Narrow in all the usual typefaces.
_NARROW = frozenset(" !'(),-./:;I[\\]fijlrt|\u2018\u2019")
_WIDE = frozenset("MWmw%@+<=>#^~&Ææ¼½¾ŒœĲĳ")


def safe(text: str) -> str:
    """Text as the content of an element; what XML cannot hold is replaced by a sign.

    Example:
        >>> safe("R&D")
        'R&amp;D'
    """
    return escape(_NOT_XML.sub("\ufffd", text), quote=False)


def text_width(text: str, size: int, *, bold: bool = False) -> float:
    """How wide a text is at most, in the unit of its size, whichever of the usual fonts shows it.

    Example:
        >>> text_width("2010", 10) == 4 * text_width("2", 10)
        True
    """
    return sum(map(_em, text)) * size * (1.12 if bold else 1)


def wrapped(text: str, width: float, size: int, *, bold: bool = False) -> list[str]:
    """The text in lines that are no wider, cut short if there would be too many.

    Example:
        >>> wrapped("First meeting", 60, 13)
        ['First', 'meeting']
    """
    if len(text) > _LONGEST:
        text = f"{text[:_LONGEST]}…"
    lines = [""]
    for word in re.findall(r"\S+\s*|\s+", text):
        if lines[-1] and text_width(lines[-1] + word.rstrip(), size, bold=bold) > width:
            lines.append("")
        lines[-1] += word
        while (fits := _fitting(lines[-1].rstrip(), width, size, bold)) is not None:
            lines[-1:] = [lines[-1][:fits], lines[-1][fits:]]
    if len(lines) > _LINES:
        lines[_LINES - 1 :] = [_shortened(lines[_LINES - 1].rstrip(), width, size, bold)]
    return [line.rstrip() for line in lines]


def cut_to(text: str, width: float, size: int) -> str:
    """As much of the text as fits on one line, with an ellipsis where some is missing.

    Example:
        >>> cut_to("First meeting", 60, 13)
        'First…'
    """
    if len(text) <= _LONGEST and text_width(text, size) <= width:
        return text
    return _shortened(text[:_LONGEST], width, size, bold=False)


def _shortened(text: str, width: float, size: int, bold: bool) -> str:
    """The beginning of a text that fits beside an ellipsis."""
    room = width - text_width("…", size, bold=bold)
    return f"{text[: _fitting(text, room, size, bold)].rstrip()}…"


def _fitting(text: str, width: float, size: int, bold: bool) -> int | None:
    """How many characters fit, at least one; ``None`` if all do."""
    total = 0.0
    for place, character in enumerate(text):
        total += text_width(character, size, bold=bold)
        if total > width and place:
            return place
    return None


def _em(character: str) -> float:
    """The width of a character in a common typeface, in ems, estimated on the wide side."""
    if character in _NARROW:
        return 0.42
    if character in _WIDE:
        return 1
    if "A" <= character <= "Z":
        return 0.8
    if character < "\u0250":  # the Latin letters
        return 0.64
    if combining(character):
        return 0
    if east_asian_width(character) in "WF":
        return 1.3
    return 1
