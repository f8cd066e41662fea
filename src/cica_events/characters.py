"""Characters that nobody sees in a text, but that change what is seen of it; and bullets."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["BULLETS", "VISIBLE", "WORD", "hidden", "visible"]

# Controls steer a terminal (ECMA-48), bidirectional embeddings, overrides and isolates turn the
# words around them (UAX 9), and noncharacters may stand in no HTML. Line breaks are none of these.
_KINDS = {
    "a control character": "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f",
    "a bidirectional override": "\u202a-\u202e\u2066-\u2069",
    "a noncharacter": "\ufdd0-\ufdef"
    + "".join(chr(plane << 16 | end) for plane in range(17) for end in (0xFFFE, 0xFFFF)),
}
_HIDDEN = re.compile("|".join(f"([{characters}])" for characters in _KINDS.values()))
# What is not seen: Default_Ignorable_Code_Point (Unicode, DerivedCoreProperties), with zero-width
# and tag characters, and the blank of Braille.
_BLANK = (
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u2060-\u206f\u2800"
    "\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufff8\U0001bca0-\U0001bca3\U0001d173-\U0001d17a"
    "\U000e0000-\U000e0fff"
)
VISIBLE = re.compile(f"[^\\s{_BLANK}]")
"""A character that is seen."""
_UNSPOKEN = "\x00-\x1f\x7f-\x9f\u2028-\u202e\u2066-\u2069\ud800-\udfff"  # as the model refuses
WORD = re.compile(f"[^\\s{_UNSPOKEN}]+")
"""A word, without the characters that no title and no quote may hold."""
BULLETS = "-–—•*·‣▪▫◦●○■□►➢✓"
"""Signs before the items of a list, as a class of a regular expression has them."""
# What `str.splitlines` takes for the end of a line.
_LINE_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")


def hidden(text: str) -> Iterator[tuple[int, str]]:
    r"""The control characters, bidirectional overrides and noncharacters of a text.

    Returns:
        The offset of each, and what it is.

    Example:
        >>> list(hidden("one\n\u202etwo"))
        [(4, 'a bidirectional override (U+202E)')]
    """
    kinds = tuple(_KINDS)
    for match in _HIDDEN.finditer(text):
        yield match.start(), f"{kinds[(match.lastindex or 1) - 1]} ({_code(match)})"


def visible(text: str) -> str:
    r"""The text with its hidden characters as their codes, and with line feeds for line breaks.

    Example:
        >>> print(visible("\x1b]0;title\x07 21 no \u202eyaM"))
        <U+001B>]0;title<U+0007> 21 no <U+202E>yaM
    """
    if text.isprintable():
        return text  # nearly every text, and quick
    return _HIDDEN.sub(lambda match: f"<{_code(match)}>", _LINE_BREAK.sub("\n", text))


def _code(match: re.Match[str]) -> str:
    return f"U+{ord(match[0]):04X}"
