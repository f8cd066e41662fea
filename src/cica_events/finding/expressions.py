"""Patterns in named terms: regular expressions over the codes of pieces.

The words of a pattern are names of terms or of parts; ``first=( ... )`` names a group, and the
rest is as in any regular expression.

At each place only those patterns are tried that can begin with the two codes there, in their order,
and each is compiled when it is first tried: so most pieces of a text cost one look, and a pattern
more costs only where it can begin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping

__all__ = ["Patterns", "in_codes"]

_NAME = re.compile(r"([a-z][a-z_]*)(=\()?")
_UNNAMED = re.compile(r"(?<!=)\((?!\?)")
_ATOM = re.compile(r"\(\?<?[=!]|[a-z_]+=\(|[a-z_]+|\{[0-9]+,?[0-9]*\}|\S")

_Match = re.Match[str]
_Tried = Callable[[str, int], _Match | None]


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


class Patterns:
    """Patterns that are looked for together; of two that match, the one that is named first wins.

    Args:
        patterns: each by its name.
        parts: the parts that they are made of, each defined before it is used.
        codes: the codes of the terms that both are made of.

    Example:
        >>> dates = Patterns({"day": "d m", "month": "m"}, {}, {"d": "D", "m": "M"})
        >>> [(found.lastgroup, found.span()) for found in dates.finditer("xDMxM")]
        [('day', (1, 3)), ('month', (4, 5))]
    """

    def __init__(
        self, patterns: Mapping[str, str], parts: Mapping[str, str], codes: Mapping[str, str]
    ) -> None:
        expressions, beginnings = dict(codes), {term: {code} for term, code in codes.items()}
        for name, pattern in parts.items():
            beginnings[name] = _beginnings(pattern, beginnings)
            expressions[name] = in_codes(pattern, expressions)
        self._patterns, self._parts = patterns, expressions
        self._beginnings = {name: _beginnings(each, beginnings) for name, each in patterns.items()}
        first = {beginning[:1] for found in self._beginnings.values() for beginning in found}
        self._first = re.compile(f"[{''.join(sorted(first))}]")
        self._compiled: dict[str, _Tried] = {}
        self._tried: dict[str, list[_Tried]] = {}  # by the codes at a place

    def finditer(self, codes: str) -> Iterator[_Match]:
        """The matches in some codes, in order and without overlaps.

        The last group of a match is named after the pattern.
        """
        end = 0
        for first in self._first.finditer(codes):
            place = first.start()
            if place < end:
                continue
            for match in self._tried_at(codes[place : place + _LOOKED_AT]):
                found = match(codes, place)
                if found is not None:
                    yield found
                    end = found.end()
                    break

    def expression(self, pattern: str) -> str:
        """The regular expression over codes that a pattern of the same parts stands for."""
        return in_codes(pattern, self._parts)

    def _tried_at(self, codes: str) -> list[_Tried]:
        """What is to be tried where some codes stand."""
        if codes not in self._tried:
            begun = {codes, codes[:1]}
            names = [n for n, found in self._beginnings.items() if not begun.isdisjoint(found)]
            self._tried[codes] = [self._match(name) for name in names]
        return self._tried[codes]

    def _match(self, name: str) -> _Tried:
        """The match of one pattern, with an empty group of its name at the end."""
        if name not in self._compiled:
            expression = self.expression(self._patterns[name])
            self._compiled[name] = re.compile(f"(?:{expression})(?P<{name}>)").match
        return self._compiled[name]


# --- With which codes a pattern begins ------------------------------------------------------------

_LOOKED_AT = 2  # codes
_Parts = Mapping[str, set[str]]  # how each part can begin
_Beginnings = tuple[set[str], int]  # of at most so many codes, and where to read on


def _beginnings(pattern: str, parts: _Parts) -> set[str]:
    """The codes with which what a pattern matches can begin; fewer where it may end."""
    return _of_alternatives([*_ATOM.findall(pattern), ")"], 0, parts)[0]


def _of_alternatives(atoms: list[str], place: int, parts: _Parts) -> _Beginnings:
    """What can come first up to the parenthesis that closes."""
    found, place = _of_sequence(atoms, place, parts)
    while atoms[place] == "|":
        more, place = _of_sequence(atoms, place + 1, parts)
        found = found | more
    return found, place + 1


def _of_sequence(atoms: list[str], place: int, parts: _Parts) -> _Beginnings:
    found = {""}
    while atoms[place] not in "|)":
        more, place = _of_item(atoms, place, parts)
        found = _joined(found, more)
    return found, place


def _joined(found: set[str], more: set[str]) -> set[str]:
    """What can come first, with what can follow it."""
    whole = {beginning for beginning in found if len(beginning) == _LOOKED_AT}
    return whole | {(one + other)[:_LOOKED_AT] for one in found - whole for other in more}


def _of_item(atoms: list[str], place: int, parts: _Parts) -> _Beginnings:
    atom = atoms[place]
    if atom[-1] in "(=!":
        found, place = _of_alternatives(atoms, place + 1, parts)
        if atom[-1] in "=!":  # it looks, and takes nothing
            found = {""}
    else:
        found, place = parts.get(atom, {""}), place + 1
    if atoms[place][0] == "{":  # it may come twice
        found = found | _joined(found, found)
    if atoms[place] == "?" or atoms[place][:2] == "{0":
        found = found | {""}
    return found, place + (atoms[place][0] in "?{")
