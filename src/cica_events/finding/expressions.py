"""Patterns in named terms, compiled to one regular expression over the codes of pieces.

The words of a pattern are names of terms or of parts; ``first=( ... )`` names a group, and the
rest is as in any regular expression.

For each code, the expression tries only the patterns that can begin with it, in their order, and
only if one can go on with the next code: so most pieces of a text cost one look, and a rule more
costs only where its phrases can begin.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

__all__ = ["SEPARATOR", "compiled", "in_codes"]

SEPARATOR = "__"
"""Stands in a group's name between the pattern and the number of its branch."""
_NAME = re.compile(r"([a-z][a-z_]*)(=\()?")
_UNNAMED = re.compile(r"(?<!=)\((?!\?)")
_GROUP = re.compile(r"\(\?P<([a-z]+)>")
_ATOM = re.compile(r"\(\?<?[=!]|\(\?:|\(\?P<[a-z]+>|\{[0-9]+,?[0-9]*\}|.")


def in_codes(pattern: str, parts: Mapping[str, str]) -> str:
    """The regular expression over codes that a pattern in named terms stands for.

    Args:
        pattern: the pattern.
        parts: what each name stands for: a code, or an expression over codes.

    Example:
        >>> in_codes("day? what=(month | word)", {"day": "D", "month": "M", "word": "W"})
        'D?(?P<what>M|W)'
    """

    def replaced(match: re.Match[str]) -> str:
        name, group = match.groups()
        if group:
            return f"(?P<{name}>"
        if len(parts[name]) == 1:
            return parts[name]
        return f"(?:{parts[name]})"

    grouped = _UNNAMED.sub("(?:", pattern)
    return re.sub(r"\s", "", _NAME.sub(replaced, grouped))


def compiled(expressions: Mapping[str, str]) -> re.Pattern[str]:
    """One expression of many; its last group is named after the one that matched.

    That group is empty and stands after what matched, and there are no others: to try a group in
    vain costs time that grows with its number.

    Args:
        expressions: each by its name, over codes; of two that match, the one that is named first
            has the phrase.
    """
    beginners: dict[str, list[str]] = {}
    following: dict[str, set[str]] = {}
    for name, expression in expressions.items():
        beginnings = _beginnings(expression)
        for code in sorted({beginning[0] for beginning in beginnings}):
            beginners.setdefault(code, []).append(name)
            following.setdefault(code, set()).update(b[1:] for b in beginnings if b[0] == code)
    branches: dict[tuple[str, ...], str] = {}
    for code, names in beginners.items():
        branches[tuple(names)] = branches.get(tuple(names), "") + code
    made = [
        f"(?=[{codes}]{_any_of(following, codes)})(?:{_branch(names, number, expressions)})"
        for number, (names, codes) in enumerate(branches.items())
    ]
    return re.compile(f"(?=[{''.join(beginners)}])(?:{'|'.join(made)})")


def _any_of(following: Mapping[str, set[str]], codes: str) -> str:
    """A look at the code after the first, unless there may be any."""
    found = set().union(*(following[code] for code in codes))
    return "" if "" in found else f"[{''.join(sorted(found))}]"


def _branch(names: tuple[str, ...], number: int, expressions: Mapping[str, str]) -> str:
    """The alternatives of one branch, each with a mark of its own name after it."""
    ungrouped = [_GROUP.sub("(?:", expressions[name]) for name in names]
    marks = [f"(?P<{name}{SEPARATOR}{number}>)" for name in names]
    return "|".join(f"(?:{inner}){mark}" for inner, mark in zip(ungrouped, marks, strict=True))


# --- With which codes an expression begins --------------------------------------------------------

_LOOKED_AT = 2  # codes
_Beginnings = tuple[set[str], int]  # of at most so many codes, and where to read on


def _beginnings(expression: str) -> set[str]:
    """The codes with which what an expression matches can begin; fewer where it may end."""
    return _of_alternatives([*_ATOM.findall(expression), ")"], 0)[0] - {""}


def _of_alternatives(atoms: list[str], place: int) -> _Beginnings:
    """What can come first up to the parenthesis that closes."""
    found, place = _of_sequence(atoms, place)
    while atoms[place] == "|":
        more, place = _of_sequence(atoms, place + 1)
        found = found | more
    return found, place + 1


def _of_sequence(atoms: list[str], place: int) -> _Beginnings:
    found = {""}
    while atoms[place] not in "|)":
        more, place = _of_item(atoms, place)
        found = _joined(found, more)
    return found, place


def _joined(found: set[str], more: set[str]) -> set[str]:
    """What can come first, with what can follow it."""
    whole = {beginning for beginning in found if len(beginning) == _LOOKED_AT}
    return whole | {(one + other)[:_LOOKED_AT] for one in found - whole for other in more}


def _of_item(atoms: list[str], place: int) -> _Beginnings:
    atom = atoms[place]
    if atom[0] != "(":
        found, place = {atom}, place + 1
    else:
        found, place = _of_alternatives(atoms, place + 1)
        if atom[-1] in "=!":  # it looks, and takes nothing
            found = {""}
    if atoms[place][0] == "{":  # it may come twice
        found = found | _joined(found, found)
    if atoms[place] == "?" or atoms[place][:2] == "{0":
        found = found | {""}
    return found, place + (atoms[place][0] in "?{")
