"""A text cut into pieces, each with the code of its term."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from functools import cached_property
from itertools import accumulate
from typing import NamedTuple

from .english import (
    ORDINAL_ENDING,
    PIECE,
    QUOTE_ENDS,
    SIGNS,
    glued,
    term_of_number,
    term_of_word,
    value_of,
)
from .expressions import Remembered
from .grammar import CODES, TERMS, codes

__all__ = ["Tokens", "Word", "term_of"]

_BREAK, _EDGE = CODES["break"], CODES["exclamation"]
_FULL_STOP = CODES["stop"]
_STOP = re.compile(f"[{codes('stop exclamation break')}]")
_SHORT = 4  # letters: a capitalised word with fewer, before a full stop, may be an abbreviation
_ENDING = re.compile(rf"\s?(?:{ORDINAL_ENDING}|d)\Z")


def term_of(word: str) -> str:
    """The term of a piece, without the white space after it.

    Example:
        >>> [term_of(word) for word in ("10", "May", "2022", ",", "today")]
        ['day_number', 'word_month', 'year', 'comma', 'near_day']
    """
    if not word:
        return "break"
    if word[0] in "0123456789":
        return term_of_number(word)
    sign = SIGNS.get(word)
    if sign is not None:
        return sign
    # Before the letters are looked at: of other alphabets no table has a word.
    if word.isascii():
        return term_of_word(word)
    if word[0].isupper():
        return "name"
    if word.isalnum():
        return "word"
    return "sign"


class Word(NamedTuple):
    """A piece as others look at it.

    Attributes:
        text: it in small letters.
        term: the name of its term.
        value: what it counts; 0 for a word that counts nothing.
    """

    text: str
    term: str
    value: int = 0


def _code(piece: str) -> str:
    return CODES[term_of(piece.rstrip())]


def _word(piece: str) -> Word:
    text = piece.rstrip().lower()
    return Word(text, TERMS[_code_of[piece]], _count(text))


def _count(word: str) -> int:
    """What a word or a number in small letters counts."""
    if not word[:1].isdigit():
        return value_of(word)
    digits = _ENDING.sub("", word)
    if digits.isdecimal() and len(digits) < 5:
        return int(digits)
    return 0


_code_of, _word_of = Remembered(_code), Remembered(_word)


class Tokens:
    """The pieces of a text: what they are, what they count, and whether they touch.

    A piece is known by its number; one before the first or after the last is a break.

    Args:
        text: the text.
        edges: offsets in order, after the last character of what no phrase and no sentence leaves:
            blocks, and the cells of a row.

    Attributes:
        pieces: the pieces, each with the white space after it.
        codes: the code of each piece, one character each; the grammar speaks of these.
        starts: the offset in the text at which each piece begins, and the length of the text.

    Example:
        >>> tokens = Tokens("on 10 May 2022")
        >>> [tokens.term(k) for k in range(4)]
        ['preposition', 'day_number', 'word_month', 'year']
    """

    text: str
    pieces: list[str]
    codes: str
    starts: list[int]

    def __init__(self, text: str, edges: Sequence[int] = ()) -> None:
        self.text = text
        self.pieces = PIECE.findall(text)
        self.codes = "".join(map(_code_of.__getitem__, self.pieces))
        # "May2022" and the like, which are few texts' mistakes: only these are split a second time.
        if CODES["glued"] in self.codes:
            self.pieces = _parted(self.pieces, self.codes)
            self.codes = "".join(map(_code_of.__getitem__, self.pieces))
        self.starts = list(accumulate(map(len, self.pieces), initial=0))
        if edges:
            self._cut(edges)

    def _cut(self, edges: Sequence[int]) -> None:
        """Puts the code that ends a sentence where something ends that no phrase leaves."""
        whole, starts, last = self.pieces, self.starts, len(self.pieces) - 1
        pieces: list[str] = []
        codes: list[str] = []
        done = 0
        for edge in edges:
            k = bisect_left(starts, edge, done) - 1
            # Where a sentence ends anyway, nothing need be cut.
            if not done <= k < last or self.codes[k + 1] == _BREAK:
                continue
            piece, length = whole[k], edge - starts[k]
            beside = piece[length:] or whole[k + 1]
            if beside.isspace() or beside[0] == "|":
                pieces += (*whole[done:k], piece[:length], beside)
                codes += (self.codes[done : k + 1], _EDGE)
                done = k + 1 + (length == len(piece))
        self.pieces = pieces + whole[done:]
        self.codes = "".join(codes) + self.codes[done:]
        self.starts = list(accumulate(map(len, self.pieces), initial=0))

    def code(self, k: int) -> str:
        """The code of piece k."""
        if 0 <= k < len(self.codes):
            return self.codes[k]
        return _BREAK

    def term(self, k: int) -> str:
        """The name of the term of piece k."""
        return TERMS[self.code(k)]

    def word(self, k: int) -> str:
        """Piece k in small letters, without the white space after it."""
        if 0 <= k < len(self.pieces):
            return _word_of[self.pieces[k]].text
        return ""

    def is_capitalised(self, k: int) -> bool:
        """Whether piece k begins with a capital letter."""
        return 0 <= k < len(self.pieces) and self.pieces[k][0].isupper()

    def touches(self, k: int) -> bool:
        """Whether nothing stands between piece k and the next one."""
        return 0 <= k < len(self.pieces) - 1 and not self.pieces[k][-1].isspace()

    def number(self, k: int) -> int:
        """What piece k counts; 0 for a word that counts nothing."""
        if 0 <= k < len(self.pieces):
            return _word_of[self.pieces[k]].value
        return 0

    def find(self, wanted: str, first: int, last: int) -> int:
        """The first piece from first to before last with one of the codes; -1 if none has."""
        for k in range(first, last):
            if self.codes[k] in wanted:
                return k
        return -1

    def end(self, last: int) -> int:
        """The offset at which the piece before `last` ends, without white space."""
        return self.starts[last - 1] + len(self.pieces[last - 1].rstrip())

    def _is_full_stop(self, k: int) -> bool:
        """Whether the stop that piece k is ends a sentence, and no abbreviation."""
        # "e.g." and "10.05" go on at once after their stops.
        if self.touches(k) and not self._ends_quote(k):
            return False
        word = self.pieces[k - 1] if k else ""
        return not word[:1].isupper() or len(word.rstrip()) >= _SHORT

    def _ends_quote(self, k: int) -> bool:
        """Whether a closing quotation mark stands after piece k, and then a capital letter."""
        after = k + 1
        while after < k + 3 and self.word(after) in QUOTE_ENDS:
            after += 1
        return after > k + 1 and not self.touches(after - 1) and self.is_capitalised(after)

    def words(self, first: int, last: int) -> tuple[Word, ...]:
        """The pieces from first to before last as words."""
        return tuple(map(_word_of.__getitem__, self.pieces[first:last]))

    @cached_property
    def _ends(self) -> tuple[list[int], list[int]]:
        """The pieces that end sentences, and those that end paragraphs."""
        sentences: list[int] = []
        paragraphs: list[int] = []
        for match in _STOP.finditer(self.codes):
            k = match.start()
            if self.codes[k] == _FULL_STOP and not self._is_full_stop(k):
                continue
            if sentences and sentences[-1] == k - 1:  # an empty line after a full stop
                sentences.pop()
            sentences.append(k)
            if self.codes[k] == _BREAK:
                paragraphs.append(k)
        return sentences, paragraphs

    def sentence(self, k: int) -> int:
        """The number of the sentence that piece k stands in."""
        return bisect_right(self._ends[0], k - 1)

    def paragraph(self, k: int) -> int:
        """The number of the paragraph that piece k stands in."""
        return bisect_right(self._ends[1], k)

    def sentence_bounds(self, number: int) -> tuple[int, int]:
        """The first piece of the sentence with a number, and the one that ends it."""
        ends = self._ends[0]
        first = ends[number - 1] + 1 if number else 0
        return first, ends[number] if number < len(ends) else len(self.codes)


def _parted(pieces: list[str], codes: str) -> list[str]:
    """The pieces, with the words apart that lost the space between them."""
    parted: list[str] = []
    done = 0
    for match in re.finditer(CODES["glued"], codes):
        k = match.start()
        word = pieces[k].rstrip()
        words = glued(word) or [word]
        parted += [*pieces[done:k], *words[:-1], words[-1] + pieces[k][len(word) :]]
        done = k + 1
    return parted + pieces[done:]
