"""Quotes made from a text: as many words around a phrase as make them unique, and no more."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from operator import itemgetter

from .characters import WORD
from .quotes import is_unique
from .structure import Span

__all__ = ["Excerpts"]

_WIDEST = 100  # words of a quote that is widened until it is unique
_WHOLE = 40  # words of a line that is quoted whole


class Excerpts:
    """The words of a text, from which quotes are made.

    Args:
        text: the text.

    Example:
        >>> text = "It opened in 1993. It closed in 1994."
        >>> Excerpts(text).around((13, 17), (0, 18), 1)
        'in 1993.'
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._words = [match.span() for match in WORD.finditer(text)]

    def whole(self, lines: Span, phrase: Span) -> str:
        r"""A line that is quoted whole, if it is short; else as `around`.

        Args:
            lines: where the line begins and ends.
            phrase: where the phrase stands in it, which the quote is for.

        Example:
            >>> Excerpts("2019: Opening\n2020: Closing").whole((0, 13), (0, 4))
            '2019: Opening'
        """
        first, last = self._within(lines)
        inner = self._word_at(phrase[0]), self._word_at(phrase[1] - 1)
        if last - first >= _WHOLE or (first, last) != self._unbroken(first, *inner, last):
            return self.around(phrase, lines, _WHOLE // 4)
        return self._widened(first, last, (first, last))

    def exactly(self, lines: Span) -> str:
        r"""The words of a line, though they may stand elsewhere too.

        Args:
            lines: where the line begins and ends.

        Example:
            >>> Excerpts("2019\nOpened\n2019").exactly((0, 4))
            '2019'
        """
        return self._joined(*self._within(lines))

    def around(self, phrase: Span, part: Span, count: int, lines: Span | None = None) -> str:
        """A phrase with words on either side, and none beyond its line unless it must be unique.

        Args:
            phrase: where the phrase stands.
            part: where its part of a line or sentence begins and ends.
            count: how many words are taken on either side, if there are as many.
            lines: where the line begins and ends, of which more words are taken before others.

        Example:
            >>> Excerpts("It opened in June 1993 with songs.").around((13, 22), (0, 34), 1)
            'in June 1993 with'
        """
        first, last = self._word_at(phrase[0]), self._word_at(phrase[1] - 1)
        lowest, highest = self._within(part)
        low, high = max(first - count, lowest), min(last + count, highest)
        return self._widened(*self._unbroken(low, first, last, high), self._within(lines or part))

    def _widened(self, low: int, high: int, line: Span) -> str:
        """The words from one to another, and as many more, first of their line, as are unique."""
        # By as many words again at each step: the text is searched only a few times.
        quote = narrow = self._joined(low, high)
        while not is_unique(self._text, quote):
            reach = high - low + 1
            lowest, highest = max(low - reach, 0), high + reach
            wider = self._unbroken(max(lowest, line[0]), low, high, min(highest, line[1]))
            if wider == (low, high):
                wider = self._unbroken(lowest, low, high, highest)
            if wider == (low, high) or reach > _WIDEST:
                return narrow  # which a person will have to widen
            low, high = wider
            quote = self._joined(low, high)
        return quote

    def _within(self, lines: Span) -> Span:
        """The first and the last of the words that begin and end within lines."""
        first = bisect_left(self._words, (lines[0], 0))
        return first, bisect_right(self._words, lines[1], key=itemgetter(1)) - 1

    def _unbroken(self, lowest: int, first: int, last: int, highest: int) -> Span:
        """The first and the last word of a quote, which nothing but white space may interrupt."""
        highest = min(highest, len(self._words) - 1)
        while first > lowest and self._follows(first):
            first -= 1
        while last < highest and self._follows(last + 1):
            last += 1
        return first, last

    def _follows(self, word: int) -> bool:
        return self._text[self._words[word - 1][1] : self._words[word][0]].isspace()

    def _word_at(self, offset: int) -> int:
        return max(bisect_right(self._words, offset, key=itemgetter(0)) - 1, 0)

    def _joined(self, low: int, high: int) -> str:
        return " ".join(self._text[start:end] for start, end in self._words[low : high + 1])
