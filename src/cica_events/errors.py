"""Everything that the library raises or warns of.

::

    CicaEventsError
    ├── EdtfError      (also ValueError)  a text or a number that is no date of the EDTF profile
    ├── InvalidError   (also ValueError)  values that a model or a file cannot hold, all at once
    ├── FormatError    (also ValueError)  a file suffix or a format that the library does not have
    ├── FeedError      (also ValueError)  a calendar that is damaged, or that we did not write
    └── FileError      (also OSError)     a file or folder that cannot be read or written

    UserWarning
    ├── OmittedEventWarning               an event that a format could not show, by its id
    └── EarlyYearWarning                  an event before 1000, which some programs misread
"""

from __future__ import annotations

from collections.abc import Iterable

__all__ = [
    "CicaEventsError",
    "EarlyYearWarning",
    "EdtfError",
    "FeedError",
    "FileError",
    "FormatError",
    "InvalidError",
    "OmittedEventWarning",
    "quoted",
]

_SHOWN = 60


def quoted(value: object) -> str:
    r"""A value as messages show it: in double quotes if it is text, on one line, and short.

    Example:
        >>> print(quoted("two\nlines"), quoted(13))
        "two\nlines" 13
    """
    if not isinstance(value, str):
        return _shortened(ascii(value))
    start = value[: _SHOWN + 1]
    return f'"{_shortened("".join(c if c.isprintable() else ascii(c)[1:-1] for c in start))}"'


def _shortened(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


class CicaEventsError(Exception):
    """Base of every error that the library raises on purpose."""


class EdtfError(CicaEventsError, ValueError):
    """A text or a number that is no date of the EDTF profile."""


class InvalidError(CicaEventsError, ValueError):
    """Values that a model or a file cannot hold: every problem found, not only the first.

    Args:
        problems: pairs of a path to the value (``events[3].when``, empty for the whole) and what
            is wrong with it.
        source: the file that the problems are in, as messages name it.

    Example:
        >>> print(InvalidError([("events[3].when", '"2022-13" is not a month')], "release.json"))
        release.json: events[3].when: "2022-13" is not a month
    """

    def __init__(self, problems: Iterable[tuple[str, str]], source: str = "") -> None:
        self.problems = list(problems)
        self.source = source
        super().__init__(self.problems, source)

    def __str__(self) -> str:
        return "\n".join(
            ": ".join(part for part in (self.source, path, message) if part)
            for path, message in self.problems
        )


class FormatError(CicaEventsError, ValueError):
    """A file suffix, or a name of a format, that the library does not have."""


class FeedError(CicaEventsError, ValueError):
    """A calendar that is damaged, or that this library did not write."""


class FileError(CicaEventsError, OSError):
    """A file or folder that cannot be read or written."""


class OmittedEventWarning(UserWarning):
    """An event that a format could not show was left out; the message names it and says why."""


class EarlyYearWarning(UserWarning):
    """An event before the year 1000 was written; several calendar programs misread such years."""
