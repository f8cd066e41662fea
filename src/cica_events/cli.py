"""The command line: each command is a call of the library."""

from __future__ import annotations

import argparse
import sys
import warnings
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from attrs import evolve

from . import streams, terminal
from .characters import VISIBLE, visible
from .errors import CicaEventsError, EdtfError, FeedError, FormatError, InvalidError, quoted
from .model import Calendar, Event, Release
from .timestamps import timestamp_text
from .version import __version__

if TYPE_CHECKING:
    from .documents import Document
    from .edtf import When
    from .mentions import DateMention

__all__ = ["main"]

_Options = dict[str, dict[str, Any]]
_EXIT_CODES = "exit codes: 0 done, 1 a problem was found in the data, 2 wrong use or no such file"
_GIVEN = (
    "id",
    "name",
    "published",
    "publisher",
    "title",
    "url",
)  # words that a field takes
_PUBLISHED = "when it was published: 25 November 2025, or in EDTF 2025-11-25"
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
    try:
        with streams.ready(), _warnings_on_stderr():
            args = _parsed(sys.argv[1:] if arguments is None else arguments)
            code: int = args.run(args)
            return code
    except BrokenPipeError:  # whoever was reading has had enough
        return 0
    # As shells count a command that SIGINT ended: 128 and the number of the signal.
    except KeyboardInterrupt:
        return 130
    except CicaEventsError as error:
        streams.complain(str(error))
        return _exit_code(error)


def _exit_code(error: CicaEventsError) -> int:
    """Whether the data is wrong, or what was asked for."""
    if isinstance(error, InvalidError):
        # Of the same error the one half is a wrong argument and the other a wrong file: `source`
        # names the file, and the paths tell which words a person can only have given on the command
        # line.
        given = all(path in _GIVEN for path, _ in error.problems) and not error.source
        if given:
            return 2
        return 1
    if isinstance(error, FeedError):
        return 1
    return 2


@contextmanager
def _warnings_on_stderr() -> Iterator[None]:
    """Warnings of the library in one line each, as errors are told."""
    with warnings.catch_warnings():
        # Python tells a warning once for each place in the code; of ten files each has its own to
        # tell.
        warnings.simplefilter("always")
        warnings.showwarning = lambda message, *_, **__: streams.complain(str(message))
        yield


class _Parser(argparse.ArgumentParser):
    """Answers wrong use in one line."""

    def error(self, message: str) -> NoReturn:
        command = self.prog.removeprefix("cica-events").strip()
        place = f"{command}: " if command else ""
        streams.complain(f"{place}{message} (see {self.prog} --help)")
        raise SystemExit(2)

    def _print_message(self, message: str, file: Any = None) -> None:
        print(message, end="", file=file)  # argparse keeps to itself that this may fail


def _parsed(arguments: list[str]) -> argparse.Namespace:
    """The arguments; a misspelt command is answered before argparse lists them all."""
    parser, name = _parser(), next(iter(arguments), "-")
    if not name.startswith("-") and name not in _COMMANDS:
        parser.error(f"there is no command {quoted(name)}; {_suggestion(name)}")
    return parser.parse_args(arguments)


def _suggestion(name: str) -> str:
    """Which command a misspelt one may be, or which there are."""
    from difflib import get_close_matches  # takes longer to load than most commands to run

    near = get_close_matches(name, _COMMANDS, n=1)
    if near:
        return f"did you mean {near[0]}?"
    return f"there are {', '.join(_COMMANDS)}"


def _parser() -> argparse.ArgumentParser:
    """The parser of the command and all its subcommands."""
    parser = _described(_Parser, "cica-events", _MAIN)
    parser.add_argument("--version", action="version", version=f"cica-events {__version__}")
    commands = parser.add_subparsers(title="commands", required=True, metavar="COMMAND")
    for name, (text, add_arguments, run) in _COMMANDS.items():
        command = _described(commands.add_parser, name, text)
        command.set_defaults(run=run)
        add_arguments(command)
    return parser


def _described(
    make: Callable[..., argparse.ArgumentParser], name: str, text: str
) -> argparse.ArgumentParser:
    """A parser whose help is a text: a line of what it does, then examples."""
    summary, _, examples = text.partition("\n\n")
    extra = {"help": summary} if name in _COMMANDS else {}
    return make(
        name,
        description=summary,
        epilog=f"examples:\n{examples}\n\n{_EXIT_CODES}",
        formatter_class=argparse.RawDescriptionHelpFormatter,
        **extra,
    )


def _load(path: str | None) -> Calendar | Release:
    """A release or a calendar, from a path or from standard input."""
    # Here and below, what a command needs is imported when it runs: `list` would else wait for the
    # words of the finder and for the reader of web pages.
    from .sources import load_source, parse_calendar

    if path == "-":
        return parse_calendar(streams.read_input(), "standard input")
    return load_source(path)


def _calendar(path: str | None) -> Calendar:
    """The events of a release or a calendar, as a calendar."""
    what = _load(path)
    if isinstance(what, Release):
        return what.calendar()
    return what


def _source_argument(parser: argparse.ArgumentParser) -> None:
    """The argument of commands that read a release or a calendar."""
    parser.add_argument(
        "release", nargs="?", metavar="RELEASE", help=f"{_SOURCE}; the bundled release if left out"
    )


def _list(args: argparse.Namespace) -> int:
    """Prints a row for each event."""
    # By when, since a file has its events in the order in which they were recorded.
    events = sorted(
        _calendar(args.release).events, key=lambda e: (e.when.sort_key, str(e.time or ""))
    )
    for row in terminal.table([(e.when_text, e.basis, e.title, e.id) for e in events]):
        print(row)
    return 0


def _show_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", metavar="ID", help="the event's id, as list shows it")
    _source_argument(parser)


def _show(args: argparse.Namespace) -> int:
    """Prints one event with its quotes."""
    what = _load(args.release)
    calendar = what.calendar() if isinstance(what, Release) else what
    event = next((event for event in calendar.events if event.id == args.id), None)
    if event is None:
        ids = ", ".join(event.id for event in calendar.events)
        raise FormatError(f"there is no event {quoted(args.id)}; there are {ids or 'none'}")
    print(terminal.bold(event.title))
    for name, value in _facts(event):
        print(visible(f"{name:>12}  {value}"))
    for quote in event.evidence:
        print(f"\n{terminal.quoted_in(what.text if isinstance(what, Release) else quote, quote)}")
    return 0


def _facts(event: Event) -> Iterator[tuple[str, str]]:
    """What is known of an event, as names and values; what it does not have is left out."""
    facts = {
        "when": f"{event.when_text}  ({event.when} in EDTF, {event.basis})",
        "starts": timestamp_text(event.starts) if event.starts else None,
        "ends": timestamp_text(event.ends) if event.ends else None,
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


def _target(path: str) -> str:
    """A path to write to; an empty one is a variable of a script that was never set."""
    if not path:
        raise argparse.ArgumentTypeError("is empty; a path is expected")
    return path


def _export_arguments(parser: argparse.ArgumentParser) -> None:
    _source_argument(parser)
    target = parser.add_mutually_exclusive_group(required=True)
    target.add_argument(
        "-o", dest="file", type=_target, metavar="FILE", help="the file to write; - is stdout"
    )
    target.add_argument(
        "--to", dest="folder", type=_target, metavar="FOLDER", help="write every format there"
    )
    parser.add_argument(
        "--format", choices=("ics", "csv", "json", "svg"), help="the format of standard output"
    )
    parser.add_argument(
        "--imprecise",
        choices=("span", "marker", "omit"),
        help="how a calendar shows a date that is not known to the day (default: span)",
    )
    parser.add_argument("--excel", action="store_true", help="begin the CSV with a byte order mark")
    parser.add_argument("--csvw", action="store_true", help="describe the CSV in a file beside it")
    parser.add_argument("--width", type=int, help="of the picture, in units (default: 360)")


def _export(args: argparse.Namespace) -> int:
    """Writes the events into a file, a folder or standard output."""
    calendar = _calendar(args.release)
    options: _Options = {
        ".ics": {"imprecise": args.imprecise} if args.imprecise else {},
        ".csv": {name: True for name in ("excel", "csvw") if getattr(args, name)},
        ".svg": {} if args.width is None else {"width": args.width},
    }
    if args.file == "-":
        return _export_to_stdout(calendar, args.format, options)
    if args.format:
        # Else `--format csv -o dates.ics` would have two answers.
        raise FormatError("--format goes with -o -; a file's suffix tells its format")
    if args.file is not None:
        _export_to(Path(args.file), calendar, options)
        return 0
    from .files import made
    from .folder import refuse_foreign, refuse_published
    from .formats import FORMATS

    folder = Path(args.folder)
    paths = [folder / f"{calendar.id}{suffix}" for suffix in FORMATS]
    with made(folder):
        # A feed that is published carries sequences and withdrawals, which an export would wipe
        # out.
        refuse_published(folder, calendar.id, "publish goes on with it; -o overwrites it")
        refuse_foreign(paths, "-o overwrites it")
        for path in paths:
            _export_to(path, calendar, options)
    return 0


def _export_to(path: Path, calendar: Calendar, options: _Options) -> None:
    """Writes one file, and prints its path."""
    from .formats import export

    print(visible(str(export(calendar, path, **options.get(path.suffix.lower(), {})))))


def _export_to_stdout(calendar: Calendar, name: str | None, options: _Options) -> int:
    from .formats import format_of

    if name is None:
        raise FormatError("-o - needs --format")
    suffix = f".{name}"
    # Its description is a file beside the CSV, and standard output has none beside it.
    options[".csv"].pop("csvw", None)
    format_of(suffix).dump(calendar, sys.stdout.buffer, **options.get(suffix, {}))
    return 0


def _check_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "release",
        nargs="?",
        metavar="RELEASE",
        help="a folder with release.json, or a release.json; the bundled release if left out",
    )


def _check(args: argparse.Namespace) -> int:
    """Prints what the text does not bear out; else how much it does."""
    from .evidence import check
    from .releases import load_release, release_file

    release, file = load_release(args.release), release_file(args.release)
    problems = check(release)
    for problem in problems:
        print(visible(f"{_place(file, release.text, problem.start)}: {problem}"))
    if problems:
        return 1
    aside = len(release.set_aside)
    guesses = f"; {len(release.unreviewed)} events are unreviewed" if release.unreviewed else ""
    borne_out = f"the text bears out {len(release.events)} events; {aside} phrases are set aside"
    print(visible(f"{file}: {borne_out}{guesses}"))
    return 0


def _place(file: Path, text: str, start: int | None) -> str:
    """Where a problem is, as compilers write it."""
    from .quotes import position

    if start is None:
        return str(file)
    line, column = position(text, start)
    return f"{file.with_name('source.txt')}:{line}:{column}"


def _dates_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("files", nargs="+", metavar="FILE", help="a text or web page; - is stdin")
    parser.add_argument("--published", type=_date, metavar="DATE", help=_PUBLISHED)
    _all_argument(parser)
    parser.add_argument("--json", action="store_true", help="one JSON object a line, one a phrase")


def _date(words: str) -> When:
    """A date in EDTF, or as people write it."""
    from .mentions import date_of

    try:
        return date_of(words)
    except EdtfError as error:
        raise argparse.ArgumentTypeError(str(error)) from None


def _dates(args: argparse.Namespace) -> int:
    """Prints the date phrases of each file."""
    several = len(args.files) > 1
    found, unread = 0, 0
    for name in terminal.progress(args.files):
        try:
            found += _dates_of(name, args.published, args.json, titled=several, whole=args.all)
        except CicaEventsError as error:
            # Of several files the others are read all the same, and each that is not is told.
            if not several:
                raise
            unread += 1
            streams.complain(str(error))
    if several:
        # On standard error, so that `--json` can be piped into a program.
        streams.complain(f"{len(args.files)} files, {found} dates, {unread} not read")
    if unread:
        return 1
    return 0


def _dates_of(name: str, published: When | None, as_json: bool, titled: bool, whole: bool) -> int:
    """Prints the dates of one file, and says how many there are."""
    from .files import decoded
    from .mentions import find_dates

    data = _data(name)
    page = _page(name, data, whole)
    text = page.text if page else decoded(data, name)
    mentions = find_dates(text, published or (page.published if page else None))
    if as_json:
        for mention in mentions:
            print(_json_line(name, mention))
    else:
        if titled:
            print(terminal.bold(f"{name}:"))
        print(terminal.marked(text, [(m.start, m.end) for m in mentions if m.when]).rstrip() + "\n")
        for row in terminal.table([_row(text, mention) for mention in mentions]):
            print(row)
    return sum(mention.when is not None for mention in mentions)


def _data(name: str) -> bytes:
    """The bytes of a file, or of standard input."""
    from .files import read

    if name == "-":
        return streams.read_input()
    return read(Path(name))


def _document(name: str, data: bytes, whole: bool) -> Document | str:
    """The page or the text that a file holds; one without a word is what a failed run left."""
    from .files import decoded

    page = _page(name, data, whole)
    text = page.text if page else decoded(data, name)
    if not VISIBLE.search(text):
        raise InvalidError([("", "holds no text")], name)
    return page or text


def _page(name: str, data: bytes, whole: bool) -> Document | None:
    """The page that a file holds, unless it is plain text; with all that it shows, if asked."""
    from .documents import is_page, read_html

    if not is_page(data, name):
        return None
    try:
        page = read_html(data)
    except FormatError as error:
        # The reader knows bytes and no name: its advice says FILE where a command for the shell has
        # one.
        raise FormatError(f"{name}: {error}".replace("FILE", name)) from None
    if whole:
        return evolve(page, text=page.whole, furniture=())
    if page.furniture:
        kinds = dict.fromkeys(kind for _, kind in page.furniture)
        streams.complain(f"{name}: left out: {', '.join(kinds)}; --all keeps it")
    return page


def _json_line(name: str, mention: DateMention) -> str:
    """A mention as one line of JSON, in which nothing is hidden from a terminal."""
    import json

    fields = {
        "file": name,
        "start": mention.start,
        "end": mention.end,
        "text": mention.text,
        "when": mention.when and str(mention.when),
        "basis": mention.basis,
        "reason": mention.reason,
    }
    line = json.dumps(fields, ensure_ascii=False)
    # In plain letters where they can be read; a control character could do harm to the terminal.
    if line.isprintable():
        return line
    return json.dumps(fields).replace("\x7f", "\\u007f")


def _row(text: str, mention: DateMention) -> tuple[str, str, str, str]:
    """A mention as a row of the table."""
    from .quotes import position

    line, column = position(text, mention.start)
    phrase = " ".join(mention.text.split())
    value = str(mention.when) if mention.when else "-"
    return f"{line}:{column}", phrase, value, mention.basis or mention.reason or ""


def _all_argument(parser: argparse.ArgumentParser) -> None:
    """The option that keeps what `read_html` leaves out."""
    parser.add_argument(
        "--all", action="store_true", help="of a web page keep navigation, footer and sidebars too"
    )


def _draft_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", help="its text or web page; - is stdin")
    parser.add_argument("--published", type=_date, metavar="DATE", help=_PUBLISHED)
    _all_argument(parser)
    parser.add_argument(
        "-o",
        dest="folder",
        type=_target,
        metavar="FOLDER",
        required=True,
        help="where to put the draft",
    )
    parser.add_argument("--id", default="release", help="the id of its calendar, for ever")
    parser.add_argument("--title", help="its headline (default: the first line of the text)")
    parser.add_argument("--publisher", help="who published it")
    parser.add_argument("--url", help="where it is published")


def _draft(args: argparse.Namespace) -> int:
    """Writes the draft of a text or page, and prints its events."""
    from .drafts import draft_release
    from .releases import ORIGINAL, save_release

    fields = {name: getattr(args, name) for name in ("id", "title", "publisher", "url")}
    data = _data(args.file)
    document = _document(args.file, data, args.all)
    release = draft_release(document, args.published, **fields)
    original = None if isinstance(document, str) else (ORIGINAL, data)
    print(visible(str(save_release(release, args.folder, original))))
    rows = [(e.when_text, e.basis, e.title, e.id) for e in release.events]
    for row in terminal.table(rows):
        print(row)
    return 0


def _review_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="the folder of the release")


def _review(args: argparse.Namespace) -> int:
    """Asks a person about each event and question that is left."""
    from .dialogue import Dialogue, at_terminal
    from .reviews import Review

    ask = at_terminal()
    left = Dialogue(Review(args.folder), ask).run()
    if left:
        return 1
    return 0


def _update_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("folder", metavar="FOLDER", help="the folder of the release")
    parser.add_argument("file", metavar="NEW", help="its text or web page as it is now; - is stdin")
    parser.add_argument(
        "--published", type=_date, metavar="DATE", help=f"{_PUBLISHED} (default: as before)"
    )
    _all_argument(parser)
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--json", action="store_true", help="say what changed as JSON")


def _update(args: argparse.Namespace) -> int:
    """Writes a release after its text changed, and prints what became of its events."""
    from .evidence import check
    from .releases import ORIGINAL, load_release, release_file, save_release
    from .updates import compare, update_release

    file = release_file(args.folder)
    previous, data = load_release(file), _data(args.file)
    document = _document(args.file, data, args.all)
    release = update_release(previous, document, args.published)
    updates = compare(previous, release)
    print(visible(updates.to_json()) if args.json else updates.to_text())
    # With --json nothing but JSON is on standard output.
    say = streams.complain if args.json else print
    for problem in check(release):
        say(visible(f"? {problem}"))
    if not args.dry_run:
        # Told in time: of a text that is another release every event would be withdrawn, and every
        # subscriber told so.
        if updates.is_of_another_text:
            raise FormatError(_other_text(args.file, file))
        original = None if isinstance(document, str) else (ORIGINAL, data)
        save_release(release, file.parent, original, replacing=previous)
    done = "nothing written; " if args.dry_run else ""
    counts = f"{len(release.unreviewed)} of {len(release.events)} events are unreviewed"
    say(visible(f"{file}: {done}{counts}"))
    return 0


def _other_text(name: str, file: Path) -> str:
    """Why a text is not taken, and how to go on."""
    advice = "draft it on its own, or say in release.json that the events are cancelled"
    return f"{name}: has none of the events of {file}, so nothing is written; {advice}"


def _publish_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "releases",
        nargs="*",
        metavar="RELEASE",
        help="folders of releases, of which a later one wins; the bundled one if left out",
    )
    parser.add_argument(
        "--to", dest="folder", type=_target, metavar="FOLDER", required=True, help="the folder"
    )
    parser.add_argument("--url", help="the web address that the folder will have")
    parser.add_argument(
        "--id", help="the id of the feed, for ever (default: the release's; several need one)"
    )
    parser.add_argument("--name", help="the name of the calendar")
    parser.add_argument(
        "--imprecise",
        choices=("span", "marker", "omit"),
        default="span",
        help="how a calendar shows a date that is not known to the day (default: span)",
    )
    parser.add_argument(
        "--unreviewed",
        choices=("refuse", "tentative", "omit"),
        default="refuse",
        help="what becomes of drafted events that no person has confirmed (default: refuse)",
    )
    parser.add_argument("--dry-run", action="store_true", help="only say what would change")
    parser.add_argument("--json", action="store_true", help="say what changed as JSON")
    parser.add_argument(
        "--unchecked", action="store_true", help="publish even what the text does not bear out"
    )
    parser.add_argument(
        "--replace", action="store_true", help="start afresh, whatever feed and files are there"
    )


def _publish(args: argparse.Namespace) -> int:
    """Publishes releases, unless something speaks against it."""
    from .publishing import contradictions, publish
    from .releases import load_release

    # The id of the first would do, until somebody gives the releases in another order: the feed
    # would then be another one, and every event twice for those who subscribed to the first.
    if len(args.releases) > 1 and args.id is None:
        raise FormatError(_without_id(Path(args.folder)))
    paths = args.releases or [None]
    releases = _all_read(load_release, paths)
    if _refused(paths, releases, args):
        return 1
    changes = publish(
        releases,
        args.folder,
        url=args.url,
        id=args.id,
        name=args.name,
        imprecise=args.imprecise,
        unreviewed=args.unreviewed,
        replace=args.replace,
        dry_run=args.dry_run,
    )
    print(changes.to_json() if args.json else changes.to_text())
    # After it is published: a later release that corrects an earlier one is what is wanted, but
    # whoever gave two by mistake has to see it.
    for line in contradictions(releases):
        streams.complain(line)
    return 0


def _all_read(load: Callable[[str | None], Release], paths: Sequence[str | None]) -> list[Release]:
    """The releases; where some cannot be read, each of them is named."""
    releases, errors = [], []
    for path in terminal.progress(paths):
        try:
            releases.append(load(path))
        # All of them are read before the first error ends it, so that one run tells what to mend.
        except CicaEventsError as error:
            errors.append(error)
    for other in errors[:-1]:
        streams.complain(str(other))
    if errors:
        raise errors[-1]
    return releases


def _without_id(folder: Path) -> str:
    """Why several releases need an id: the first of them may be another one tomorrow."""
    from .folder import feeds_in

    feeds = feeds_in(folder)
    example = feeds[0] if feeds else "forum.example.org"
    there = f", as {folder} has it" if feeds else ""
    return f"several releases make one feed; give its id, which is for ever: --id {example}{there}"


def _refused(
    paths: Sequence[str | None], releases: Sequence[Release], args: argparse.Namespace
) -> bool:
    """Whether releases are not fit to be published; says all that is wrong, and how to go on."""
    from .publishing import unconfirmed
    from .releases import release_file

    files = [release_file(path) for path in paths]
    unproved = [] if args.unchecked else list(_unproved(files, releases))
    drafts = unconfirmed(releases) if args.unreviewed == "refuse" else {}
    for problem in unproved:
        streams.complain(problem)
    for event_id, place in drafts.items():
        streams.complain(f"{files[place]}: {event_id}: is a draft that no person has confirmed")
    ways, flags = [], []
    if unproved:
        ways.append("mend this")
        flags.append("--unchecked")
    if drafts:
        ways.append("confirm drafts with cica-events review")
        flags.append("--unreviewed tentative or omit")
    if ways:
        streams.complain(f"not published; {' and '.join(ways)}, or add {' and '.join(flags)}")
    return bool(ways)


def _unproved(files: Sequence[Path], releases: Sequence[Release]) -> Iterator[str]:
    """What the texts of releases do not bear out, and where."""
    from .evidence import check

    for file, release in zip(files, terminal.progress(releases), strict=True):
        for problem in check(release):
            yield f"{_place(file, release.text, problem.start)}: {problem}"


_MAIN = """\
Dates of press releases as calendars that say no more than the release said.

  cica-events list                        the dated events of the bundled release
  cica-events show sixth-summit-2022      one of them, with the words that prove it
  cica-events export --to out             out/cica.ics, .csv, .json and .svg
  cica-events check                       does the release's text bear them out?
  cica-events dates my.txt                every date phrase of a text of your own
  cica-events draft page.html -o my       a release of a text or a web page
  cica-events review my                   its events and questions, one after the other
  cica-events publish --to public         a folder that any web host serves"""

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
Write the events as iCalendar, CSV, JSON or a picture.

  cica-events export -o cica.ics
  cica-events export my-release/ --to out --imprecise marker
  cica-events export my-release/ -o - --format csv"""

_CHECK = """\
Hold the events of a release against its text.

  cica-events check
  cica-events check my-release/"""

_DATES = """\
Find every date phrase in a text, with its value and what that rests on.

  cica-events dates release.txt --published 2022-05-16
  cica-events dates texts/*.txt --json
  cica-events dates page.html --all"""

_DRAFT = """\
Draft a release from a text or a web page: an event for each date, quotes filled in.

  cica-events draft release.txt --published 2022-05-16 -o my-release
  cica-events draft page.html -o my-release"""

_REVIEW = """\
Go through the drafted events of a release and the questions that check lists.

  cica-events review my-release

Each answer is written at once. It ends with 1 while anything is left, and with 130 on Ctrl-C."""


_UPDATE = """\
Take a new text for a release: what is the same item stays the same event.

  cica-events update my-release new.txt --dry-run
  cica-events update my-release new.html --published 2022-06-01"""

_PUBLISH = """\
Publish releases as a feed that people subscribe to, and keep it alive.

  cica-events publish --to public --url https://example.org/cica/
  cica-events publish first/ second/ --id forum.example.org --to public --dry-run"""

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
    "check": (_CHECK, _check_arguments, _check),
    "dates": (_DATES, _dates_arguments, _dates),
    "draft": (_DRAFT, _draft_arguments, _draft),
    "review": (_REVIEW, _review_arguments, _review),
    "update": (_UPDATE, _update_arguments, _update),
    "publish": (_PUBLISH, _publish_arguments, _publish),
}
