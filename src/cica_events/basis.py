"""What a date rests on, from the strongest basis to the weakest."""

from typing import Literal, get_args

__all__ = ["BASES", "Basis", "weaker"]

Basis = Literal["stated", "resolved", "inferred"]
"""``stated``: the words give the whole date. ``resolved``: the words and the date of publication
give it together. ``inferred``: a person, or a rule, supplied something that the words leave open.
"""

BASES: tuple[Basis, ...] = get_args(Basis)


def weaker(*bases: Basis) -> Basis:
    """The weakest of several bases: on it rests what needs all of them.

    Example:
        >>> weaker("stated", "inferred", "resolved")
        'inferred'
    """
    return max(bases, key=BASES.index)
