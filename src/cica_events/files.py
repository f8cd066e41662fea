"""Files that are whole or absent, whatever happens while they are written; and their folders."""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO, TYPE_CHECKING

from .characters import visible
from .errors import FileError, InvalidError, quoted

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

__all__ = [
    "LEFTOVERS",
    "atomic",
    "decoded",
    "exists",
    "is_folder",
    "made",
    "permissions",
    "read",
    "refuse_impossible",
    "replace_all",
    "text_of",
]

LEFTOVERS = ".cica-*.tmp"
"""What a killed writer may leave in a folder; never a part of a file that is in use."""


@contextmanager
def atomic(path: Path) -> Iterator[IO[bytes]]:
    """A binary file to write; it takes the path's place when all of it is safely on disk.

    An old file stays as it is until then, and hands on its permissions.

    Args:
        path: the file to write or replace. It is not followed if it is a symbolic link.

    Raises:
        FileError: the folder is missing or cannot be written, the path is no regular file, or the
            disk is full.

    Example:
        >>> import tempfile
        >>> path = Path(tempfile.mkdtemp(), "a.txt")
        >>> with atomic(path) as file:
        ...     _ = file.write(b"whole")
        >>> path.read_bytes()
        b'whole'
    """
    with _drafted(path) as (file, draft):
        yield file
        # Its bytes before its name: after a power cut the name would else lead to an empty file.
        _settle(file)
        draft.replace(path)
    _sync_folder(path.parent)


def replace_all(files: Mapping[Path, bytes]) -> None:
    """Replaces several files of one folder, in their order, when all are safely on disk.

    Where the disk is full, or a path cannot be replaced, every file is as it was. Only if the
    system fails in the middle of the replacing itself are the first of them new and the others old,
    so the file by which the next run tells what is to be done goes last.

    Args:
        files: what to write, by path; as in `atomic`.

    Raises:
        FileError: as in `atomic`.

    Example:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp())
        >>> replace_all({folder / "a.txt": b"a", folder / "b.txt": b"b"})
        >>> sorted(path.name for path in folder.iterdir())
        ['a.txt', 'b.txt']
    """
    with ExitStack() as stack:
        drafts = {}
        for path, data in files.items():
            file, drafts[path] = stack.enter_context(_drafted(path))
            file.write(data)
            _settle(file)
        for path, draft in drafts.items():
            draft.replace(path)
    for folder in {path.parent for path in files}:
        _sync_folder(folder)


def read(path: Traversable, most: int = -1) -> bytes:
    """The bytes of a file.

    Args:
        path: the file, which may also be one of a package in a zip.
        most: how many bytes of its beginning are enough; all of them if not given.

    Raises:
        FileError: it is missing, a folder or unreadable.

    Example:
        >>> read(Path("no-such-file"))
        Traceback (most recent call last):
        ...
        cica_events.errors.FileError: no-such-file: No such file or directory
    """
    try:
        with path.open("rb") as file:
            data: bytes = file.read(most)
            return data
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _file_error(path, error) from error


def decoded(data: bytes, source: str = "", encoding: str = "utf-8-sig") -> str:
    r"""The text of a file in UTF-8, without its byte order mark.

    Args:
        data: the bytes of the file.
        source: the file, as an error names it.
        encoding: ``utf-8`` keeps the byte order mark.

    Raises:
        InvalidError: it is not UTF-8; the message says where.

    Example:
        >>> decoded(b"\xff", "notes.txt")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        cica_events.errors.InvalidError: notes.txt: is not UTF-8: ...; save it as UTF-8
    """
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        where = f"{error.reason} at byte {error.start}"
        problem = f"is not UTF-8: {where}; save it as UTF-8"
        raise InvalidError([("", problem)], source) from None


def text_of(data: bytes | str) -> str:
    r"""The text of what a format reads: bytes in UTF-8 or text, without a byte order mark.

    Raises:
        InvalidError: it is neither, or not UTF-8.

    Example:
        >>> text_of(b"\xef\xbb\xbfid"), text_of("id")
        ('id', 'id')
    """
    if isinstance(data, str):
        return data.removeprefix("\ufeff")
    try:
        # By way of memoryview: bytes(5) would be five zero octets.
        return decoded(bytes(memoryview(data)))
    except TypeError:
        raise InvalidError([("", f"{quoted(data)} is neither bytes nor text")]) from None


def exists(path: Path) -> bool:
    """Whether anything has this path, be it a link that leads nowhere.

    Raises:
        FileError: no file can have this name, or the folder cannot be looked into.

    Example:
        >>> exists(Path("no-such-file"))
        False
    """
    return _found(path, path.lstat) is not None


def is_folder(path: Path) -> bool:
    """Whether the path is a folder, or a link to one.

    Raises:
        FileError: as in `exists`.

    Example:
        >>> is_folder(Path(".")), is_folder(Path("no-such-folder"))
        (True, False)
    """
    found = _found(path, path.stat)
    return found is not None and stat.S_ISDIR(found.st_mode)


def permissions(path: Path) -> int | None:
    """The permissions of a regular file; ``None`` where nothing has its path.

    Raises:
        FileError: the path is no regular file, but a folder or a link; or as in `exists`.

    Example:
        >>> permissions(Path("no-such-file")) is None
        True
    """
    found = _found(path, path.lstat)
    if found is None:
        return None
    # A link is not followed: it may lead out of the folder, to a file of somebody else.
    if not stat.S_ISREG(found.st_mode):
        raise FileError(f"{path}: is not a regular file, so it is not replaced")
    return stat.S_IMODE(found.st_mode)


def refuse_impossible(path: Path) -> None:
    """Refuses a path that no file can have, also where folders above it are still to be made.

    Raises:
        FileError: one of its names is too long or holds a NUL, or a file stands where a folder
            would have to.

    Example:
        >>> refuse_impossible(Path("no-such-folder", "x" * 300))  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        cica_events.errors.FileError: no-such-folder/xxx...: File name too long
    """
    there = next(parent for parent in path.parents if exists(parent))
    if not is_folder(there):
        raise FileError(f"{there}: is not a folder")
    for part in (path, *path.parents):
        if there in part.parents:
            _found(part, (there / part.name).lstat)  # a file system knows names only in a folder


@contextmanager
def made(folder: Path) -> Iterator[None]:
    """Makes a folder, and those around it; if what is done there fails, none of them is left.

    A folder that was there before, or that holds a file by then, stays.

    Raises:
        FileError: it cannot be made.

    Example:
        >>> import tempfile
        >>> folder = Path(tempfile.mkdtemp(), "a", "b")
        >>> with made(folder):
        ...     folder.is_dir()
        True
    """
    missing = [path for path in (folder, *folder.parents) if not exists(path)]
    if not missing and not is_folder(folder):
        raise FileError(f"{folder}: is not a folder")
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _file_error(folder, error) from error
    try:
        yield
    except BaseException:
        with suppress(OSError):
            # The innermost first; a folder that holds something stays, since rmdir refuses it.
            for path in missing:
                path.rmdir()
        raise


def _found(path: Path, look: Callable[[], os.stat_result]) -> os.stat_result | None:
    """What is known of a path; none where nothing is there."""
    try:
        return look()
    except (FileNotFoundError, NotADirectoryError):
        return None
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _file_error(path, error) from error


@contextmanager
def _drafted(path: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A file to write beside a path; it is gone afterwards if it has not taken the path's place."""
    if not is_folder(path.parent):
        raise FileError(f"{path}: there is no folder {path.parent}")
    mode = permissions(path)
    # In the same folder, since a rename is atomic only within one file system; with a name of
    # its own, since another process may be writing the same file.
    draft = path.parent / LEFTOVERS.replace("*", os.urandom(8).hex())
    try:
        with _created(draft) as file:
            if mode is not None:
                draft.chmod(mode)
            yield file, draft
    except FileError:
        raise
    except OSError as error:
        raise _file_error(path, error) from error
    finally:
        with suppress(OSError):
            draft.unlink(missing_ok=True)


def _settle(file: IO[bytes]) -> None:
    """Sees to it that what was written is on the disk, before its name is."""
    file.flush()
    os.fsync(file.fileno())
    file.close()


def _created(draft: Path) -> IO[bytes]:
    """A new file with the usual permissions: those of a temporary file are for its owner alone."""
    # O_EXCL follows no link that somebody put there; without O_BINARY, Windows writes CR LF for
    # every LF.
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(draft, flags, 0o666), "wb")


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself survive a power cut, where the system can."""
    with suppress(OSError):
        # Windows opens no folder, and a network file system may refuse to sync one.
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _file_error(path: Traversable, error: Exception) -> FileError:
    """The error with the file and the system's reason."""
    return FileError(f"{visible(str(path))}: {getattr(error, 'strerror', None) or error}")
