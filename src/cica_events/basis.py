"""What a date rests on, from the strongest basis to the weakest."""

from collections.abc import Collection
from typing import Literal, get_args

__all__ = ["BASES", "Basis", "in_words", "weaker"]

Basis = Literal["stated", "resolved", "inferred"]
"""``stated``: the words give the whole date. ``resolved``: the words and the date of publication
give it together. ``inferred``: a person, or a rule, supplied something that the words leave open.
"""

_WORDS = {
    "stated": "as the source states",
    "resolved": "resolved from the words of the source and its date of publication",
    "inferred": "inferred: the source does not say what stands in brackets",
}
_BUT_BRACKETS = ", but for what stands in brackets"

BASES: tuple[Basis, ...] = get_args(Basis)


def weaker(*bases: Basis) -> Basis:
    """The weakest of several bases: on it rests what needs all of them.

    Example:
        >>> weaker("stated", "inferred", "resolved")
        'inferred'
    """
    return max(bases, key=BASES.index)


def in_words(basis: Basis, supplied: Collection[str] | None) -> str:
    """What a date rests on, for people to read.

    Args:
        basis: what it rests on.
        supplied: what the words do not say. A zone may be supplied for a date that they give whole.

    Example:
        >>> in_words("stated", ["zone"])
        'as the source states, but for what stands in brackets'
    """
    if basis != "inferred" and "zone" in (supplied or ()):
        return _WORDS[basis] + _BUT_BRACKETS
    return _WORDS[basis]
