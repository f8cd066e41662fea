"""Reading events from a path: a release, or a calendar in any of the formats."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import ModuleType

from .characters import visible
from .errors import FeedError, FileError, FormatError, InvalidError
from .files import exists, is_folder, read
from .formats import format_of
from .model import Calendar, Release
from .releases import draft_first, load_release

__all__ = ["load_source", "parse_calendar"]


def load_source(path: str | os.PathLike[str] | None = None) -> Calendar | Release:
    """Reads the events of a path: a release as `load_release` reads it, or a calendar file.

    Args:
        path: as in `load_release`, or a calendar in a file whose suffix tells its format.

    Raises:
        FileError: a file is missing or unreadable.
        FormatError: no format that can be read has the file's suffix.
        InvalidError: a file does not hold what it must; every problem is listed with its path.
        FeedError: an iCalendar file is damaged, or was not written by this library.

    Example:
        >>> load_source().id
        'cica'
    """
    if path is None or is_folder(Path(path)) or Path(path).name == "release.json":
        return load_release(path)
    file = Path(path)
    module = _module_of(file)
    if not hasattr(module, "loads"):
        raise FormatError(f"{file}: a picture of events is not read, only written")
    with _named(str(file)):
        calendar: Calendar = module.loads(read(file))
        return calendar


def _module_of(file: Path) -> ModuleType:
    """The format of a file; what is no format may be a text, so the answer is how to draft."""
    if not exists(file):
        raise FileError(f"{visible(str(file))}: No such file or directory")
    try:
        return format_of(file.suffix)
    except FormatError as error:
        raise FormatError(f"{file}: {error}; {draft_first(file)}") from None


def parse_calendar(data: bytes, source: str) -> Calendar:
    """Reads a calendar in any of the formats, which its first characters tell.

    Args:
        data: the whole file.
        source: its name, for messages.

    Raises:
        InvalidError: it is no calendar; every problem is listed with its path.
        FeedError: an iCalendar file is damaged, or was not written by this library.

    Example:
        >>> parse_calendar(b'{"id": "a", "name": "b"}', "stdin").name
        'b'
    """
    # RFC 5545 leaves the case of names open.
    start = data[:64].removeprefix(b"\xef\xbb\xbf").lstrip().upper()
    suffix = ".csv"
    if start[:1] in b"{[":
        suffix = ".json"
    elif start.startswith(b"BEGIN:"):
        suffix = ".ics"
    with _named(source):
        calendar: Calendar = format_of(suffix).loads(data)
        return calendar


@contextmanager
def _named(source: str) -> Iterator[None]:
    """Puts the file's name into the errors of what is read."""
    try:
        yield
    except InvalidError as error:
        raise InvalidError(error.problems, source) from None
    except FeedError as error:
        lines = str(error).split("\n")
        raise FeedError("\n".join(f"{source}: {line}" for line in lines)) from None
