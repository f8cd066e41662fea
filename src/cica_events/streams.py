"""The standard streams of a command, which may be closed, full, or of a narrow encoding."""

from __future__ import annotations

import io
import os
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager, redirect_stderr, suppress
from typing import TextIO

from .characters import visible
from .errors import FileError

__all__ = ["complain", "read_input", "ready"]


@contextmanager
def ready() -> Iterator[None]:
    """Lets a command print whatever it has to say.

    A character that the encoding of a stream lacks is printed as its escape. What is said on a
    closed standard error is lost; standard output must be there, and must take all that is printed.

    Raises:
        FileError: standard output is closed or full.
        BrokenPipeError: whoever was reading it has had enough.

    Example:
        >>> with ready():
        ...     print("2010–2014")
        2010–2014
    """
    with ExitStack() as stack:
        # A service or pythonw.exe has none; a warning would fail on it.
        if sys.stderr is None:
            nowhere = stack.enter_context(open(os.devnull, "w"))  # noqa: PTH123
            stack.enter_context(redirect_stderr(nowhere))
        if sys.stdout is None:
            raise FileError("standard output: is closed")
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                # A title in Kazakh must not end a command in a C locale or a Windows console.
                stream.reconfigure(errors="backslashreplace")
        with _all_is_printed():
            yield


@contextmanager
def _all_is_printed() -> Iterator[None]:
    """Tells of a full disk or a closed pipe while it still can: before Python ends."""
    try:
        try:
            yield
        finally:
            # Else Python writes the rest as it ends, and prints a traceback if it cannot.
            sys.stdout.flush()
    except FileError:
        raise
    except OSError as error:
        if error.filename is not None:  # no stream of ours
            raise FileError(f"{error.filename}: {error.strerror}") from error
        _discard(sys.stdout)
        if isinstance(error, BrokenPipeError):
            raise  # such as `head`, which has what it wanted
        raise FileError(f"standard output: {error.strerror or error}") from error


def complain(message: str) -> None:
    """Says something on standard error, if that can be.

    Example:
        >>> complain("there is no such file")
    """
    if sys.stderr is None:
        return
    try:
        print(f"cica-events: {visible(message)}", file=sys.stderr, flush=True)
    except OSError:
        _discard(sys.stderr)


def read_input() -> bytes:
    """All bytes of standard input.

    Raises:
        FileError: it is closed or cannot be read.

    Example:
        >>> import io
        >>> from unittest.mock import patch
        >>> with patch("sys.stdin", io.TextIOWrapper(io.BytesIO(b"a text"))):
        ...     read_input()
        b'a text'
    """
    if sys.stdin is None:
        raise FileError("standard input: is closed")
    try:
        return sys.stdin.buffer.read()
    except OSError as error:
        raise FileError(f"standard input: {error.strerror or error}") from error


def _discard(stream: TextIO) -> None:
    """Lets what is left in a stream go nowhere, so that the end of the process meets no error."""
    with suppress(OSError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), stream.fileno())
