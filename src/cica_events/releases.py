"""The bundled release, and releases from a folder."""

from __future__ import annotations

import os
from pathlib import Path

from .errors import InvalidError
from .files import read
from .formats.json import parse, structure
from .model import Release

__all__ = ["load_release"]

_BUNDLED = "cica"


def load_release(path: str | os.PathLike[str] | None = None) -> Release:
    """Reads a release: the bundled one, or one of your own.

    Args:
        path: a folder that holds ``release.json`` and ``source.txt``, or the ``release.json``
            itself, beside its ``source.txt``.

    Raises:
        FileError: a file is missing or unreadable.
        InvalidError: a file does not hold what it must; every problem is listed with its path.

    Example:
        >>> [event.when_text for event in load_release().events][:2]
        ['April 1993', '14 September 1999']
    """
    file = _data() / _BUNDLED if path is None else Path(path)
    file = file / "release.json" if file.is_dir() else file
    text = _text(file.with_name("source.txt")) if file.exists() else ""
    try:
        value = parse(read(file))
        return structure(_with_text(value, text), Release)
    except InvalidError as error:
        raise InvalidError(error.problems, str(file)) from None


def _data() -> Path:
    """The bundled data: inside the package when installed, at the top of a checkout."""
    package = Path(__file__).parent
    installed = package / "data"
    return installed if installed.is_dir() else package.parent.parent / "data"


def _text(source: Path) -> str:
    try:
        return read(source).decode()
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8: {error.reason} at byte {error.start}"
        raise InvalidError([("", problem)], str(source)) from None


def _with_text(value: object, text: str) -> object:
    if not isinstance(value, dict):
        return value
    if "text" in value:
        raise InvalidError([("text", "unknown key; the text of a release is its source.txt")])
    return value | {"text": text}
