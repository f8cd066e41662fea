"""Text for a terminal: tables that fit it, words that stand out, and nothing that steers it."""

from __future__ import annotations

import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeVar

from .characters import visible

__all__ = ["bold", "marked", "passage", "progress", "quoted_in", "table", "wrapped"]

_T = TypeVar("_T")
_SPACE = "  "
_MANY = 10  # items that are worth a progress bar
_BAR = 24  # columns of it
_NARROWEST = 24  # columns that a shortened cell keeps
_ON, _OFF = "\x01", "\x02"  # where words stand out; no text that is made visible holds these
# Marks of style take no column.
_NO_COLUMNS = {ord(_ON): None, ord(_OFF): None}
_PARTED = re.compile(r"[^ \t\n]+")  # a no-break space parts no words
_REVERSED, _RESET = "\x1b[1;7m", "\x1b[0m"


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
    from .quotes import locate, sentence  # a third of the start of `list`, which quotes nothing

    found = locate(text, quote)
    if found is None:
        return f"  {visible(quote)} (not in the text)"
    first, last = sentence(text, *found)
    return passage(text[first:last], [(found[0] - first, found[1] - first)], marks=("", ""))


def passage(
    text: str, spans: Iterable[tuple[int, int]], marks: tuple[str, str] = (">>", "<<")
) -> str:
    """A passage of a text, wrapped and indented, in which some spans stand out.

    Args:
        text: the passage.
        spans: pairs of first and end offset in it, in order, apart from each other.
        marks: what stands around a span where the terminal does not show it bold and reversed.

    Example:
        >>> print(passage("It was held in April 1993.", [(15, 25)]))
          It was held in >>April 1993<<.
    """
    on, off = (_ON, _OFF) if _has_styles() else marks
    pieces, end = [], 0
    for start, stop in spans:
        pieces += [visible(text[end:start]), on, visible(text[start:stop]), off]
        end = stop
    return wrapped("".join([*pieces, visible(text[end:])]), "  ")


def wrapped(text: str, indent: str = "", first: str | None = None) -> str:
    """A text in lines that fit the terminal.

    Args:
        text: what to wrap, made `visible`; white space in it counts as one space.
        indent: what each line begins with.
        first: what the first line begins with instead.

    Example:
        >>> print(wrapped("two  words", first="- "))
        - two words
    """
    # Not by textwrap, which counts characters, and not the two columns of a wide one.
    lines = _restyled(_filled(_PARTED.findall(text), max(_width() - len(indent), _NARROWEST)))
    if first is None:
        first = indent
    return first + f"\n{indent}".join(lines)


def _filled(words: Iterable[str], width: int) -> Iterator[str]:
    """Lines of as many words as fit; a word that is longer than a line is cut."""
    line = ""
    for word in words:
        longer = f"{line} {word}".lstrip(" ")
        if line and _columns(longer) > width:
            yield line
            longer = word
        while _columns(longer) > width:
            fit = _fit(longer, width)
            yield longer[:fit]
            longer = longer[fit:]
        line = longer
    yield line


def _fit(word: str, width: int) -> int:
    """How many characters of a word fit."""
    end = columns = 0
    while columns <= width:
        columns += _columns(word[end])
        end += 1
    return end - 1


def _restyled(lines: Iterable[str]) -> Iterator[str]:
    """The lines with codes of the terminal, none of which goes on into the next line."""
    inside = False  # a pager such as less forgets a style at the end of a line
    for line in lines:
        begun = _REVERSED if inside else ""
        inside = line.rfind(_ON) > line.rfind(_OFF) or (inside and _OFF not in line)
        styled = line.replace(_ON, _REVERSED).replace(_OFF, _RESET)
        yield begun + styled + (_RESET if inside else "")


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
    rows = [tuple(map(visible, row)) for row in rows]
    widths = [max(map(_columns, column)) for column in zip(*rows, strict=True)]
    if widths and sys.stdout.isatty():
        spare = min(0, _width() - sum(widths) - len(_SPACE) * (len(widths) - 1))
        widest = widths.index(max(widths))
        widths[widest] = max(min(_NARROWEST, widths[widest]), widths[widest] + spare)
    for row in rows:
        cells = [_fitted(cell, width) for cell, width in zip(row, widths, strict=True)]
        yield _SPACE.join(cells).rstrip()


def _fitted(cell: str, width: int) -> str:
    """A cell cut or filled to a width, in columns of the terminal."""
    if _columns(cell) > width:
        while _columns(cell) > width - 1:
            cell = cell[:-1]
        cell += "…"
    return cell + " " * (width - _columns(cell))


def _columns(text: str) -> int:
    """How many columns of a terminal a text takes."""
    text = text.translate(_NO_COLUMNS)
    if text.isascii():
        return len(text)
    return sum(map(_columns_of, text))


def _columns_of(character: str) -> int:
    if unicodedata.combining(character):
        return 0
    if unicodedata.east_asian_width(character) in "WF":
        return 2
    return 1


def _width() -> int:
    import shutil  # takes longer to load than a table to print

    return shutil.get_terminal_size((100, 24)).columns


def _styled(text: str, code: str) -> str:
    """A text in a style, where the terminal has styles."""
    shown = visible(text)
    if not _has_styles():
        return shown
    return f"\x1b[{code}m{shown}{_RESET}"


def _has_styles() -> bool:
    """Whether output may be styled: see https://no-color.org."""
    plain = os.environ.get("NO_COLOR") or os.environ.get("TERM") == "dumb"
    return not plain and sys.stdout.isatty()
