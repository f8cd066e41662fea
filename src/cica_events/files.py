"""Files that are whole or absent, whatever happens while they are written."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import IO

from .errors import FileError

__all__ = ["LEFTOVERS", "atomic", "read", "replace_all"]

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
        _settle(file)
        draft.replace(path)
    _sync_folder(path.parent)


def replace_all(files: Mapping[Path, bytes]) -> None:
    """Replaces several files of one folder; none before all of them are safely on disk.

    Args:
        files: what to write, by path; as in `atomic`.

    Raises:
        FileError: as in `atomic`; every file is as it was then.

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


def read(path: Path) -> bytes:
    """The bytes of a file.

    Raises:
        FileError: it is missing, a folder or unreadable.

    Example:
        >>> read(Path("no-such-file"))
        Traceback (most recent call last):
        ...
        cica_events.errors.FileError: no-such-file: No such file or directory
    """
    try:
        return path.read_bytes()
    except (OSError, ValueError) as error:  # ValueError: a NUL in the path
        raise _file_error(path, error) from error


@contextmanager
def _drafted(path: Path) -> Iterator[tuple[IO[bytes], Path]]:
    """A file to write beside a path; it is gone afterwards if it has not taken the path's place."""
    mode = _old_mode(path)
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
    file.flush()
    os.fsync(file.fileno())
    file.close()


def _created(draft: Path) -> IO[bytes]:
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    return os.fdopen(os.open(draft, flags, 0o666), "wb")


def _old_mode(path: Path) -> int | None:
    if not path.parent.is_dir():
        raise FileError(f"{path}: there is no folder {path.parent}")
    try:
        found = path.lstat()
    except FileNotFoundError:
        return None
    except (OSError, ValueError) as error:
        raise _file_error(path, error) from error
    if not stat.S_ISREG(found.st_mode):
        raise FileError(f"{path}: is not a regular file, so it is not replaced")
    return stat.S_IMODE(found.st_mode)


def _sync_folder(folder: Path) -> None:
    """Makes the new name itself survive a power cut, where the system can."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)


def _file_error(path: Path, error: Exception) -> FileError:
    return FileError(f"{path}: {getattr(error, 'strerror', None) or error}")
