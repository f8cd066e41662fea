"""The bundled release, and releases from a folder."""

from __future__ import annotations

import os
from json import dumps
from pathlib import Path

from .errors import FileError, InvalidError
from .files import atomic, read
from .formats.json import DERIVED, parse, record, structure
from .model import Event, Release

__all__ = ["load_release", "release_file", "save_release"]

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
    file = release_file(path)
    text = _text(file.with_name("source.txt")) if file.exists() else ""
    try:
        value = parse(read(file))
        return structure(_with_text(value, text), Release)
    except InvalidError as error:
        raise InvalidError(error.problems, str(file)) from None


def release_file(path: str | os.PathLike[str] | None = None) -> Path:
    """The ``release.json`` that `load_release` reads for a path.

    Example:
        >>> release_file("my-release").as_posix()
        'my-release'
        >>> release_file().name
        'release.json'
    """
    file = _data() / _BUNDLED if path is None else Path(path)
    return file / "release.json" if file.is_dir() else file


def save_release(release: Release, folder: str | os.PathLike[str]) -> Path:
    """Writes a release into a folder, for a person to edit, with the schemas that help to do so.

    Args:
        release: what to write.
        folder: made if it is missing. A release that is there already is not overwritten.

    Returns:
        The path of the ``release.json``.

    Raises:
        FileError: the folder holds a release, or cannot be written.

    Example:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp(), "again")
        >>> load_release(save_release(load_release(), folder)) == load_release()
        True
    """
    target = Path(folder)
    file = target / "release.json"
    if file.exists():
        raise FileError(f"{file}: is there already; a person may have edited it")
    _make(target)
    files = {"source.txt": release.text.encode(), file.name: _document(release)}
    for schema in (Path(__file__).parent / "schemas").glob("*.json"):
        files[schema.name] = read(schema)
    for name, data in files.items():
        with atomic(target / name) as out:
            out.write(data)
    return file


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"{folder}: {error.strerror}") from error


def _document(release: Release) -> bytes:
    """The release as a person would write it, without what is derived."""
    fields = {
        "$schema": "release-1.schema.json",
        "id": release.id,
        "title": release.title,
        "publisher": release.publisher,
        "url": release.url,
        "published": release.published and str(release.published),
        "published_basis": release.published_basis,
        "published_note": release.published_note,
        "events": [_written(event) for event in release.events],
        "set_aside": [{"text": s.text, "reason": s.reason} for s in release.set_aside],
        "unreviewed": release.unreviewed or None,
    }
    given = {name: value for name, value in fields.items() if value is not None}
    return dumps(given, indent=2, ensure_ascii=False).encode() + b"\n"


def _written(event: Event) -> dict[str, object]:
    fields = record(event)
    defaults = {"status": "confirmed", "sequence": 0}
    return {
        name: value
        for name, value in fields.items()
        if name not in DERIVED and value != defaults.get(name)
    }


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
