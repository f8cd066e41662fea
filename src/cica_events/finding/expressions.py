"""Regular expressions that are compiled when they are first used, and patterns in named terms.

Few texts need all of the expressions by which texts are read, and to compile one may take longer
than to read a page.

A pattern in named terms is a regular expression over the codes of pieces. Its words are names of
terms or of parts; ``first=( ... )`` names a group, and the rest is as in any regular expression.
At each place only those patterns are tried that can begin with the three codes there, in their
order: so most pieces of a text cost one look, and a pattern more costs only where it can begin.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import Any, TypeVar, cast

__all__ = ["Patterns", "Remembered", "in_codes", "lazy_compile"]

_NAME = re.compile(r"([a-z][a-z_]*)(=\()?")
_UNNAMED = re.compile(r"(?<!=)\((?!\?)")
_ATOM = re.compile(r"\(\?<?[=!]|[a-z_]+=\(|[a-z_]+|\{[0-9]+,?[0-9]*\}|\S")


_Value = TypeVar("_Value")
# Texts repeat their words, but a stream of all kinds of texts must not fill the memory.
_MANY = 50_000  # texts of which something is remembered


class Remembered(dict[str, _Value]):
    """Values worked out once for each of many short texts that recur.

    Args:
        work_out: what gives it.

    Example:
        >>> lengths = Remembered(len)
        >>> lengths["May"], lengths
        (3, {'May': 3})
    """

    def __init__(self, work_out: Callable[[str], _Value]) -> None:
        self._work_out = work_out

    def __missing__(self, text: str) -> _Value:
        if len(self) >= _MANY:
            self.clear()
        value = self[text] = self._work_out(text)
        return value


class _Lazy:
    """A regular expression that is compiled when one of its methods is first asked for."""

    def __init__(self, expression: str, flags: int) -> None:
        self._expression, self._flags = expression, flags

    def __getattr__(self, name: str) -> Any:
        found = getattr(re.compile(self._expression, self._flags), name)
        setattr(self, name, found)
        return found


def lazy_compile(expression: str, flags: int = 0) -> re.Pattern[str]:
    """A regular expression, used as any other, that is compiled when it is first used.

    Example:
        >>> lazy_compile("[0-9]+").findall("3 to 5 May")
        ['3', '5']
    """
    return cast("re.Pattern[str]", _Lazy(expression, flags))


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
        for name, part in parts.items():
            expressions[name] = in_codes(part, expressions)
            beginnings[name] = _beginnings(part, beginnings)
        self._parts = expressions
        self._beginnings = {name: _beginnings(each, beginnings) for name, each in patterns.items()}
        self._compiled = {  # each with an empty group of its name at the end
            name: lazy_compile(f"(?:{in_codes(pattern, expressions)})(?P<{name}>)")
            for name, pattern in patterns.items()
        }
        first = {beginning[:1] for found in self._beginnings.values() for beginning in found}
        self._first = re.compile(f"[{''.join(sorted(first))}]")
        self._tried = Remembered(self._beginning)  # by the codes at a place

    def finditer(self, codes: str) -> Iterator[re.Match[str]]:
        """The matches in some codes, in order and without overlaps.

        The last group of a match is named after the pattern.
        """
        end, tried = 0, self._tried
        for first in self._first.finditer(codes):
            place = first.start()
            if place < end:
                continue
            for pattern in tried[codes[place : place + _LOOKED_AT]]:
                found = pattern.match(codes, place)
                if found is not None:
                    yield found
                    end = found.end()
                    break

    def _beginning(self, codes: str) -> list[re.Pattern[str]]:
        """The patterns that can begin where some codes stand."""
        begun = {codes[:length] for length in range(1, _LOOKED_AT + 1)}
        names = [name for name, found in self._beginnings.items() if not begun.isdisjoint(found)]
        return [self._compiled[name] for name in names]

    def expression(self, pattern: str) -> str:
        """The regular expression over codes that a pattern of the same parts stands for."""
        return in_codes(pattern, self._parts)


# --- With which codes a pattern begins ------------------------------------------------------------

_LOOKED_AT = 3  # codes
_NOTHING = {""}
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
    found = _NOTHING
    while atoms[place] not in "|)":
        more, place = _of_item(atoms, place, parts)
        found = _joined(found, more)
    return found, place


def _joined(found: set[str], more: set[str]) -> set[str]:
    """What can come first, with what can follow it."""
    if found == _NOTHING:
        return more
    if more == _NOTHING:
        return found
    short = {beginning for beginning in found if len(beginning) < _LOOKED_AT}
    return (found - short) | {(one + other)[:_LOOKED_AT] for one in short for other in more}


def _of_item(atoms: list[str], place: int, parts: _Parts) -> _Beginnings:
    atom = atoms[place]
    if atom[-1] in "(=!":
        found, place = _of_alternatives(atoms, place + 1, parts)
        if atom[-1] in "=!":  # it looks, and takes nothing
            found = _NOTHING
    else:
        found, place = parts.get(atom, _NOTHING), place + 1
    if atoms[place][0] == "{":  # it may come again and again
        for _ in range(_LOOKED_AT - 1):
            found = found | _joined(found, found)
    if atoms[place] == "?" or atoms[place][:2] == "{0":
        found = found | _NOTHING
    return found, place + (atoms[place][0] in "?{")
