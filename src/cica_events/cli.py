"""The command line: words to calls."""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from . import terminal
from .errors import CicaEventsError, FileError, FormatError
from .model import Calendar, Event, Release

__all__ = ["main"]

_Options = dict[str, dict[str, Any]]
_EXIT_CODES = "exit codes: 0 done, 1 a problem was found in the data, 2 wrong use or no such file"
_SOURCE = (
    "a folder with release.json, a release.json, or a calendar (.ics, .csv, .json); - is stdin"
)


def main(arguments: list[str] | None = None) -> int:
    """Runs one command.

    Args:
        arguments: the words after ``cica-events``; those of the process if not given.

    Returns:
        The exit code: 0 done, 1 a problem was found in the data, 2 wrong use or no such file.

    Example:
        >>> main(["list"])  # doctest: +ELLIPSIS
        April 1993         stated    First meeting of foreign ministry representatives ...
        ...
        0
    """
    words = _parser().parse_args(arguments)
    run: Callable[[argparse.Namespace], int] = words.run
    try:
        with _warnings_on_stderr():
            code = run(words)
        sys.stdout.flush()
    except BrokenPipeError:  # whoever was reading has had enough
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130
    except CicaEventsError as error:
        print(f"cica-events: {error}", file=sys.stderr)
        return 2 if isinstance(error, FileError | FormatError) else 1
    return code


@contextmanager
def _warnings_on_stderr() -> Iterator[None]:
    with warnings.catch_warnings():
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, *_, **__: print(
            f"cica-events: {message}", file=sys.stderr
        )
        yield


def _parser() -> argparse.ArgumentParser:
    parser = _described(argparse.ArgumentParser, "cica-events", _MAIN)
    parser.add_argument("--version", action="version", version=_version())
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, (text, add_arguments, run) in _COMMANDS.items():
        command = _described(commands.add_parser, name, text)
        command.set_defaults(run=run)
        add_arguments(command)
    return parser


def _described(
    make: Callable[..., argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    summary, _, examples = text.partition("\n\n")
    extra = {"help": summary} if name in _COMMANDS else {}
    return make(
        name,
        description=summary,
        epilog=f"examples:\n{examples}\n\n{_EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        **extra,
    )


def _version() -> str:
    from . import __version__

    return f"cica-events {__version__}"


def _load(path: str | None) -> Calendar | Release:
    from .sources import load_source, parse_calendar

    if path == "-":
        return parse_calendar(sys.stdin.buffer.read(), "standard input")
    return load_source(path)


def _calendar(path: str | None) -> Calendar:
    what = _load(path)
    return what.calendar() if isinstance(what, Release) else what


def _source_argument(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "release", nargs="?", metavar="RELEASE", help=f"{_SOURCE}; the bundled release if left out"
    )


def _list(words: argparse.Namespace) -> int:
    events = sorted(_calendar(words.release).events, key=lambda event: event.when.sort_key)
    for row in terminal.table([(e.when_text, e.basis, e.title, e.id) for e in events]):
        print(row)
    return 0


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the event's id, as list shows it")
    _source_argument(parser)


def _show(words: argparse.Namespace) -> int:
    what = _load(words.release)
    calendar = what.calendar() if isinstance(what, Release) else what
    event = next((event for event in calendar.events if event.id == words.id), None)
    if event is None:
        ids = ", ".join(event.id for event in calendar.events)
        raise FormatError(f"there is no event {words.id}; there are {ids or 'none'}")
    print(terminal.bold(event.title))
    for name, value in _facts(event):
        print(f"{name:>12}  {value}")
    for quote in event.evidence:
        print(f"\n{terminal.quoted_in(what.text if isinstance(what, Release) else quote, quote)}")
    return 0


def _facts(event: Event) -> Iterator[tuple[str, str]]:
    facts = {
        "when": f"{event.when_text}  ({event.when} in EDTF, {event.basis})",
        "kind": event.kind,
        "status": event.status,
        "place": event.place,
        "participants": "; ".join(event.participants),
        "description": event.description,
        "note": event.note,
        "source": event.source_title,
        "url": event.url,
    }
    return ((name, value) for name, value in facts.items() if value)


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    _source_argument(parser)
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument("-o", dest="file", metavar="FILE", help="the file to write; - is stdout")
    target.add_argument("--to", dest="folder", metavar="FOLDER", help="write every format there")
    parser.add_argument(
        "--format", choices=("ics", "csv", "json"), help="the format of standard output"
    )
    parser.add_argument(
        "--imprecise",
        choices=("span", "marker", "omit"),
        help="how a calendar shows a date that is not known to the day (default: span)",
    )
    parser.add_argument("--excel", action="store_true", help="begin the CSV with a byte order mark")
    parser.add_argument("--csvw", action="store_true", help="describe the CSV in a file beside it")


def _export(words: argparse.Namespace) -> int:
    calendar = _calendar(words.release)
    options: _Options = {
        ".ics": {"imprecise": words.imprecise} if words.imprecise else {},
        ".csv": {name: True for name in ("excel", "csvw") if getattr(words, name)},
    }
    if words.file == "-":
        return _export_to_stdout(calendar, words.format, options)
    if words.format:
        raise FormatError("--format goes with -o -; a file's suffix tells its format")
    from .formats import FORMATS, export

    folder = Path(words.folder or ".")
    if words.folder:
        _make(folder)
    names = [words.file] if words.file else [folder / f"{calendar.id}{s}" for s in FORMATS]
    for name in names:
        print(export(calendar, name, **options.get(Path(name).suffix.lower(), {})))
    return 0


def _export_to_stdout(calendar: Calendar, name: str | None, options: _Options) -> int:
    from .formats import format_of

    if name is None:
        raise FormatError("-o - needs --format")
    suffix = f".{name}"
    options[".csv"].pop("csvw", None)
    format_of(suffix).dump(calendar, sys.stdout.buffer, **options.get(suffix, {}))
    sys.stdout.buffer.flush()
    return 0


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise FileError(f"{folder}: {error.strerror}") from error


_MAIN = """\
Dates of press releases as calendars that say no more than the release said.

  cica-events list                        the dated events of the bundled release
  cica-events show sixth-summit-2022      one of them, with the words that prove it
  cica-events export --to out             out/cica.ics, out/cica.csv, out/cica.json"""

_LIST = """\
List the events: when, what that rests on, title, id.

  cica-events list
  cica-events list my-release/
  cica-events export -o - --format json | cica-events list -"""

_SHOW = """\
Show one event, with each of its quotes in its sentence.

  cica-events show sixth-summit-2022
  cica-events show opening my-release/"""

_EXPORT = """\
Write the events as iCalendar, CSV or JSON.

  cica-events export -o cica.ics
  cica-events export my-release/ --to out --imprecise marker
  cica-events export my-release/ -o - --format csv"""

_COMMANDS: dict[
    str,
    tuple[
        str,
        Callable[[argparse.ArgumentParser], None],
        Callable[[argparse.Namespace], int],
    ],
] = {
    "list": (_LIST, _source_argument, _list),
    "show": (_SHOW, _show_arguments, _show),
    "export": (_EXPORT, _export_arguments, _export),
}
