"""The folder of a feed: one feed in it, one publisher at a time, and no file of anybody else's."""

from __future__ import annotations

import os
import re
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

from .errors import FileError
from .files import LEFTOVERS, exists, is_folder, made, permissions, read

if TYPE_CHECKING:
    from filelock import FileLock

__all__ = ["awaited", "feeds_in", "outdated", "refuse_foreign", "refuse_published", "taken"]

_PAGE = "index.html"
_LOCK = ".cica-events.lock"
# A draft that old is left by a run that was killed; a younger one may be another's work.
_STALE = 3600  # seconds
_HEAD = 65_536  # bytes of a file, which tell whether it is ours
_FOLD = re.compile(rb"\r?\n[ \t]")
_FEED_ID = re.compile(rb"^X-CICA-ID:([A-Za-z0-9._-]+)", re.MULTILINE)
# Pages of 1.0 have no generator; these three links in a row are theirs alone.
_PAGE_ID = re.compile(
    rb'<link rel="alternate" type="text/calendar" href="([A-Za-z0-9._-]+)\.ics"[^>]*>\s*'
    rb'<link rel="alternate" type="application/json" href="\1\.json"[^>]*>\s*'
    rb'<link rel="alternate" type="text/csv" href="\1\.csv"'
)
# What a file of ours holds, of whatever version it is.
_OURS = {
    ".html": re.compile(rb'<meta name="generator" content="cica-events">|' + _PAGE_ID.pattern),
    ".csv": re.compile(rb"\A(?:\xef\xbb\xbf)?id,title,when,when_text,earliest,latest,basis,"),
    ".json": re.compile(
        rb'\A\s*\{(?:\s*"[^"]*"\s*:\s*"[^"]*",)*\s*"generator"\s*:\s*"cica-events"'
    ),
    ".ics": _FEED_ID,
    ".svg": re.compile(rb'\A\s*<svg [^>]*class="cica-timeline"'),
}


@contextmanager
def taken(folder: Path) -> Iterator[None]:
    """Makes the folder if it is missing, and waits until no other publisher is at work in it.

    A folder that was made is gone again if what is done in it fails.

    Raises:
        FileError: it is no folder, or cannot be written.

    Example:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp(), "public")
        >>> with taken(folder):
        ...     [path.name for path in folder.iterdir()]
        ['.cica-events.lock']
    """
    new, lock = not is_folder(folder), folder / _LOCK
    _refuse_link(lock)
    with made(folder):
        turn = _turn(lock)
        try:
            _remove_leftovers(folder)
            yield
        except BaseException:
            if new:
                lock.unlink(missing_ok=True)
            raise
        finally:
            turn.release()


@contextmanager
def awaited(folder: Path) -> Iterator[None]:
    """Waits until no publisher is at work in a folder, and changes nothing there.

    Who may not write the lock of a folder does not wait.

    Raises:
        FileError: the lock is a symbolic link, or cannot be used.

    Example:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp())
        >>> with awaited(folder):
        ...     list(folder.iterdir())
        []
    """
    lock = folder / _LOCK
    _refuse_link(lock)
    turn = _turn(lock) if exists(lock) and os.access(lock, os.W_OK) else None
    try:
        yield
    finally:
        if turn:
            turn.release()


def _refuse_link(lock: Path) -> None:
    if exists(lock) and lock.is_symlink():
        raise FileError(f"{lock}: is a symbolic link, so it is not used as a lock")


def _turn(lock: Path) -> FileLock:
    """The lock of a folder, when it is one's turn to hold it."""
    from filelock import FileLock

    turn = FileLock(lock)
    try:
        turn.acquire()
    except OSError as error:
        raise FileError(f"{lock}: {error.strerror or error}") from error
    return turn


def _remove_leftovers(folder: Path) -> None:
    """What a publisher that was killed has left; a young file may be an exporter at work."""
    for path in folder.glob(LEFTOVERS):
        with suppress(OSError):
            if time.time() - path.lstat().st_mtime > _STALE:
                path.unlink()


def feeds_in(folder: Path) -> list[str]:
    """The ids of the feeds that a folder holds: of the one that its page names, or else of all.

    Raises:
        FileError: the folder is no folder, or cannot be read.

    Example:
        >>> import tempfile
        >>> from cica_events import export, load_release
        >>> folder = Path(tempfile.mkdtemp())
        >>> feeds_in(folder)
        []
        >>> _ = export(load_release(), folder / "cica.ics")
        >>> feeds_in(folder)
        ['cica']
    """
    if not is_folder(folder):
        if exists(folder):
            raise FileError(f"{folder}: is not a folder")
        return []
    published = _published_in(folder)
    if published:
        return [published]
    heads = (_FOLD.sub(b"", _head(path)) for path in sorted(folder.glob("*.ics")))
    found = (_FEED_ID.search(head) for head in heads)
    return [match[1].decode() for match in found if match]


def _published_in(folder: Path) -> str | None:
    """The id of the feed that a folder's page offers; ``None`` where none was published there."""
    named = _PAGE_ID.search(_head(folder / _PAGE))
    feed = named[1].decode() if named else ""
    if feed and exists(folder / f"{feed}.ics"):
        return feed
    return None


def _head(path: Path) -> bytes:
    """The beginning of a regular file; nothing of anything else."""
    regular = exists(path) and not path.is_symlink() and path.is_file()
    if regular:
        return read(path, _HEAD)
    return b""


def outdated(folder: Path, files: Mapping[str, bytes]) -> dict[Path, bytes]:
    """Those files of a folder that do not hold yet what they are to hold; the feed comes last.

    Args:
        folder: where they are.
        files: what each is to hold, by name.

    Raises:
        FileError: a file is no regular file, or cannot be read.

    Example:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp())
        >>> [path.name for path in outdated(folder, {"cica.ics": b"feed", "cica.csv": b"table"})]
        ['cica.csv', 'cica.ics']
    """
    found = {}
    for name in sorted(files, key=lambda name: name.endswith(".ics")):
        path, data = folder / name, files[name]
        if permissions(path) is None or not _says_the_same(read(path), data):
            found[path] = data
    return found


def _says_the_same(old: bytes, new: bytes) -> bool:
    """Whether two files differ at most in line ends, which version control rewrites."""
    return old == new or old.replace(b"\r\n", b"\n") == new.replace(b"\r\n", b"\n")


def refuse_foreign(paths: Iterable[Path], how: str) -> None:
    """Leaves files alone that this library did not write.

    Args:
        paths: files that are to be replaced, of any of our formats, or missing.
        how: how to go on, for the message.

    Raises:
        FileError: one of them holds something else than we write; every such file is named.

    Example:
        >>> import tempfile
        >>> path = Path(tempfile.mkdtemp(), "cica.csv")
        >>> path.write_bytes(b"name,age")
        8
        >>> refuse_foreign([path], "move it away")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        cica_events.errors.FileError: ...cica.csv: was not written by this library; ...
    """
    heads = {path: _head(path) for path in paths}
    foreign = [path for path, head in heads.items() if head and not _OURS[path.suffix].search(head)]
    if foreign:
        why = f"was not written by this library; it is left as it is ({how})"
        raise FileError("\n".join(f"{path}: {why}" for path in foreign))


def refuse_published(folder: Path, feed_id: str, how: str) -> None:
    """Leaves a feed alone that was published: written anew it would lose its revisions.

    Args:
        folder: where a file of the feed's name is to be written.
        feed_id: the id of its calendar.
        how: how to go on, for the message.

    Raises:
        FileError: the page of the folder offers this feed.

    Example:
        >>> import tempfile
        >>> from cica_events import load_release, publish
        >>> folder = Path(tempfile.mkdtemp())
        >>> _ = publish(load_release(), folder)
        >>> refuse_published(folder, "cica", "publish goes on with it")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        cica_events.errors.FileError: ...cica.ics: is a published feed, and ...
    """
    if _published_in(folder) == feed_id:
        why = "is a published feed, and its revisions would be lost; it is left as it is"
        raise FileError(f"{folder / feed_id}.ics: {why} ({how})")
