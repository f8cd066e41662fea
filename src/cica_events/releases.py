"""The bundled release, and releases from a folder."""

from __future__ import annotations

import hashlib
import os
import re
from json import dumps
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import FileError, FormatError, InvalidError, quoted
from .files import decoded, exists, is_folder, made, read, replace_all
from .formats.json import DERIVED, parse, record, structure
from .model import Event, Release

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "ORIGINAL",
    "draft_first",
    "load_release",
    "release_file",
    "revise_release",
    "save_release",
]

ORIGINAL = "original.html"
"""The page that the text of a drafted release was made of."""
# The folder of the bundled release.
_BUNDLED = "cica"
_FILES = ("release.json", "source.txt")  # of the folder of a release
_A_CALENDAR = "it is a calendar, which has no text to hold its events against"


def load_release(path: str | os.PathLike[str] | None = None) -> Release:
    """Reads a release: the bundled one, or one of your own.

    Args:
        path: a folder that holds ``release.json`` and ``source.txt``, or the ``release.json``
            itself, beside its ``source.txt``.

    Raises:
        FileError: a file is missing or unreadable.
        FormatError: the file is something else than a release.
        InvalidError: the page that the text was made of is no longer the one that it was made of.
        InvalidError: a file does not hold what it must; every problem is listed with its path.

    Example:
        >>> [event.when_text for event in load_release().events][:2]
        ['April 1993', '14 September 1999']
    """
    file = release_file(path)
    folder: Traversable = file.parent
    if path is None:
        folder = _bundled()
    try:
        data = _read(folder / file.name)
        # A text is likelier here than JSON that begins wrongly, and needs other advice.
        if file.suffix.lower() != ".json" and data.lstrip()[:1] != b"{":
            raise FormatError(f"{file}: is not a release; {_instead(file)}")
        value = parse(data)
        if isinstance(value, dict) and value.get("generator") == "cica-events":
            raise FormatError(f"{file}: is not a release; {_A_CALENDAR}")
        value = _without_original(value, folder)
        return structure(_with_text(value, _text(folder / "source.txt")), Release)
    except InvalidError as error:
        raise InvalidError(error.problems, error.source or str(file)) from None


def release_file(path: str | os.PathLike[str] | None = None) -> Path:
    """The ``release.json`` that `load_release` reads for a path.

    Example:
        >>> release_file("my-release").as_posix()
        'my-release'
        >>> release_file().name
        'release.json'
    """
    if path is None:
        return Path(str(_bundled()), "release.json")
    file = Path(path)
    if is_folder(file):
        return file / "release.json"
    return file


def _instead(file: Path) -> str:
    """What a file is that is no release, and how to go on with it."""
    return _A_CALENDAR if file.suffix.lower() in (".ics", ".csv") else draft_first(file)


def draft_first(file: Path) -> str:
    """How to go on with a text where a release is expected.

    Example:
        >>> draft_first(Path("a.txt"))
        'if it is a text, draft a release first: cica-events draft a.txt --published DATE -o FOLDER'
    """
    command = f"cica-events draft {file} --published DATE -o FOLDER"
    return f"if it is a text, draft a release first: {command}"


def save_release(
    release: Release,
    folder: str | os.PathLike[str],
    original: tuple[str, bytes] | None = None,
    *,
    replacing: Release | None = None,
) -> Path:
    """Writes a release into a folder, for a person to edit, with the schemas that help to do so.

    Args:
        release: what to write.
        folder: made if it is missing. A release that is there already is not overwritten.
        original: the name and the bytes of the page that its text was made of; they are kept beside
            it, and ``release.json`` holds their SHA-256.
        replacing: the release that is there and is to be replaced; another one is left alone.

    Returns:
        The path of the ``release.json``.

    Raises:
        FileError: the folder holds a release that is not to be replaced, or cannot be written.

    Example:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp(), "again")
        >>> load_release(save_release(load_release(), folder)) == load_release()
        True
    """
    target = Path(folder)
    file = target / "release.json"
    # A draft that was edited is hours of a person's work.
    if exists(file) and replacing is None:
        way = "take another folder, or cica-events update for a new text"
        raise FileError(f"{file}: is there already; a person may have edited it; {way}")
    if replacing is not None and load_release(file) != replacing:
        raise FileError(f"{file}: was edited meanwhile, and is left as it is; run this again")
    files = {target / name: read(schema) for name, schema in _schemas().items()}
    files |= {target / "source.txt": release.text.encode(), file: _document(release, original)}
    if original is not None:
        files[target / original[0]] = original[1]
    with made(target):
        old = _original_of(file) if replacing is not None else None
        replace_all(files)
        if old == ORIGINAL and original is None:  # one of another name is a person's
            (target / ORIGINAL).unlink(missing_ok=True)
    return file


def _original_of(file: Path) -> str | None:
    """The name of the page that the text was made of, as ``release.json`` gives it."""
    original = parse(read(file)).get("original")
    return original["file"] if original else None


def revise_release(file: Path, written: bytes, before: Release, after: Release) -> bytes:
    """Writes what a person decided of a release into its ``release.json``.

    Events, what is set aside and what is unreviewed are written anew where they changed; all else
    stays as it was written, such as the page that the text was made of.

    Args:
        file: the ``release.json``.
        written: what it holds.
        before: the release that it holds.
        after: the release as it is to be.

    Returns:
        What the file holds now.

    Raises:
        FileError: it cannot be written; it is as it was then.

    Example:
        >>> import tempfile
        >>> from attrs import evolve
        >>> release = load_release()
        >>> file = save_release(release, tempfile.mkdtemp())
        >>> fewer = evolve(release, events=release.events[1:])
        >>> _ = revise_release(file, file.read_bytes(), release, fewer)
        >>> load_release(file) == fewer
        True
    """
    value = parse(written)
    known = {event.id: event for event in before.events}
    # As they were written: whoever keeps the file under version control sees no other change.
    entries = {event["id"]: event for event in value.get("events", ())}
    lists = {
        "events": [
            entries[event.id] if known.get(event.id) == event else _written(event)
            for event in after.events
        ],
        "set_aside": _written_set_aside(after),
        "unreviewed": list(after.unreviewed),
    }
    value |= {name: entry for name, entry in lists.items() if entry or name in value}
    # People edit the file, so letters of other scripts stay letters.
    data = dumps(value, indent=_indent(written), ensure_ascii=False).encode() + b"\n"
    replace_all({file: data})
    return data


def _indent(written: bytes) -> str:
    """The white space before the first key of a JSON object."""
    found = re.match(rb"(?:\xef\xbb\xbf)?\s*\{\s*?\n([ \t]+)", written)
    if found:
        return found[1].decode()
    return "  "


def _document(release: Release, original: tuple[str, bytes] | None) -> bytes:
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
        "original": original and {"file": original[0], "sha256": _sha256(original[1])},
        "events": [_written(event) for event in release.events],
        "set_aside": _written_set_aside(release),
        "unreviewed": release.unreviewed or None,
    }
    given = {name: value for name, value in fields.items() if value is not None}
    return dumps(given, indent=2, ensure_ascii=False).encode() + b"\n"


def _written_set_aside(release: Release) -> list[dict[str, str]]:
    return [{"text": aside.text, "reason": aside.reason} for aside in release.set_aside]


def _written(event: Event) -> dict[str, object]:
    """An event as `release.json` has it: without what follows from other fields, or is usual."""
    fields = record(event)
    defaults = {"status": "confirmed", "sequence": 0}
    return {
        name: value
        for name, value in fields.items()
        if name not in DERIVED and value != defaults.get(name)
    }


def _bundled() -> Traversable:
    """The folder of the bundled release: in the installed package, or at the top of a checkout."""
    installed = _package() / "data"
    if installed.is_dir():
        return installed / _BUNDLED
    return Path(__file__).parents[2] / "data" / _BUNDLED


def _schemas() -> dict[str, Traversable]:
    """The JSON Schemas of the package, by their file names."""
    folder = _package() / "schemas"
    return {file.name: file for file in folder.iterdir() if file.name.endswith(".json")}


def _package() -> Traversable:
    """The folder of the package, which may lie in a zip."""
    folder = Path(__file__).parent
    if folder.is_dir():
        return folder
    from importlib import resources  # takes longer to load than a release to read

    return resources.files(__package__)


def _text(source: Traversable) -> str:
    """The text of a release exactly: a byte order mark is a character of it, too."""
    return decoded(_read(source), str(source), "utf-8")


def _read(file: Traversable) -> bytes:
    """The bytes of a file of a release; where it is missing, what should be there is said."""
    try:
        return read(file)
    except FileError as error:
        if file.name not in _FILES or file.is_file():
            raise
        way = "a release is a folder with release.json and source.txt; cica-events draft makes one"
        raise FileError(f"{error}; {way}") from None


def _sha256(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()


def _without_original(value: object, folder: Traversable) -> object:
    """The record without the name of the page that its text was made of, which is compared."""
    if not isinstance(value, dict) or "original" not in value:
        return value
    original = value["original"]
    if not isinstance(original, dict) or set(original) != {"file", "sha256"}:
        problem = 'is not {"file": ..., "sha256": ...}, the page that the text was made of'
        raise InvalidError([("original", problem)])
    name, digest = original["file"], original["sha256"]
    # A path could name any file of the machine, and the message tells whether it is there.
    if not isinstance(name, str) or Path(name).name != name or not name:
        raise InvalidError([("original.file", f"{quoted(name)} is no name of a file beside it")])
    if _sha256(read(folder / name)) != digest:
        problem = (
            f"{name} is not the page that source.txt was made of any more; put that page back, or "
            "draft the release again from this one, or remove “original”"
        )
        raise InvalidError([("original.sha256", problem)])
    return {key: entry for key, entry in value.items() if key != "original"}


def _with_text(value: object, text: str) -> object:
    """The record with its text, which stands in a file of its own."""
    if not isinstance(value, dict):
        return value
    if "text" in value:
        raise InvalidError([("text", "unknown key; the text of a release is its source.txt")])
    return value | {"text": text}
