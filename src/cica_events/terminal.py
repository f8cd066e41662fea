"""Text for a terminal: tables that fit it, words that stand out, and nothing that steers it."""

from __future__ import annotations

import os
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from .characters import visible
from .quotes import locate, sentence

__all__ = ["bold", "marked", "progress", "quoted_in", "table"]

_T = TypeVar("_T")
_SPACE = "  "
_MANY = 10  # items that are worth a progress bar
_BAR = 24  # columns of it
_NARROWEST = 24  # columns that a shortened cell keeps


def bold(text: str) -> str:
    """The text in bold, where the terminal shows that.

    Example:
        >>> bold("title")  # no terminal here
        'title'
    """
    return _styled(text, "1")


def marked(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """The text with some of its spans standing out.

    Args:
        text: any text.
        spans: pairs of first and end offset, in order, apart from each other.

    Example:
        >>> marked("held in April 1993", [(8, 18)])
        'held in April 1993'
    """
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [visible(text[end:start]), _styled(text[start:stop], "1;33")]
        end = stop
    return "".join([*pieces, visible(text[end:])])


def quoted_in(text: str, quote: str) -> str:
    """The sentence of a text that a quote stands in, the quote standing out; wrapped and indented.

    Example:
        >>> print(quoted_in("It rained. It was held in April 1993.", "in April 1993"))
          It was held in April 1993.
    """
    from textwrap import fill

    found = locate(text, quote)
    if found is None:
        return f"  {visible(quote)} (not in the text)"
    first, last = sentence(text, *found)
    around = marked(text[first:last], [(found[0] - first, found[1] - first)])
    return fill(around, _width(), initial_indent="  ", subsequent_indent="  ")


def progress(items: Sequence[_T]) -> Iterator[_T]:
    """The items one by one; a terminal sees how far they are, if there are many.

    Example:
        >>> list(progress([1, 2]))
        [1, 2]
    """
    watched = len(items) >= _MANY and sys.stderr.isatty()
    for number, item in enumerate(items):
        if watched:
            done = _BAR * number // len(items)
            bar = "█" * done + "░" * (_BAR - done)
            print(f"\r{bar} {number}/{len(items)}", end="", file=sys.stderr, flush=True)
        yield item
    if watched:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def table(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Rows in aligned columns; on a terminal, the widest is shortened until they fit.

    Example:
        >>> list(table([("1993", "a"), ("April 1993", "b")]))
        ['1993        a', 'April 1993  b']
    """
    rows = [[visible(cell) for cell in row] for row in rows]
    widths = [max(map(_columns, column)) for column in zip(*rows, strict=True)]
    if widths and sys.stdout.isatty():
        spare = min(0, _width() - sum(widths) - len(_SPACE) * (len(widths) - 1))
        widest = widths.index(max(widths))
        widths[widest] = max(min(_NARROWEST, widths[widest]), widths[widest] + spare)
    for row in rows:
        cells = [_fitted(cell, width) for cell, width in zip(row, widths, strict=True)]
        yield _SPACE.join(cells).rstrip()


def _fitted(cell: str, width: int) -> str:
    if _columns(cell) > width:
        while _columns(cell) > width - 1:
            cell = cell[:-1]
        cell += "…"
    return cell + " " * (width - _columns(cell))


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1
        for c in text
    )


def _width() -> int:
    import shutil  # takes longer to load than a table to print

    return shutil.get_terminal_size((100, 24)).columns


def _styled(text: str, code: str) -> str:
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    shown = visible(text)
    return shown if plain or not sys.stdout.isatty() else f"\x1b[{code}m{shown}\x1b[0m"
