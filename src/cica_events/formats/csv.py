"""CSV (RFC 4180): one row an event, for spreadsheets; and its CSVW description.

A list stands one item to a line in its cell. A cell that a spreadsheet would run as a formula gets
an apostrophe in front, which the reader takes away again. Columns are read by their names: one that
an older file does not have takes its default.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from datetime import date
from itertools import chain
from threading import Lock
from typing import IO, Any, NamedTuple

import attrs

from ..clock import parse_time
from ..edtf import parse_edtf
from ..errors import CicaEventsError, InvalidError, quoted
from ..files import text_of
from ..model import Calendar, Event, Release, as_calendar, contradictions, events_of
from ..timestamps import duration_text, parse_duration, parse_timestamp, timestamp_text

__all__ = ["COLUMNS", "chunks", "csvw", "dump", "dumps", "load", "loads"]

_RUN = "=+-@\t\r＝＋－＠"  # noqa: RUF001 - spreadsheets run what begins with a full-width one, too
# Apostrophes in front are part of it: the one that is added must be told from those of the text.
_RISKY = re.compile(f"'*[{re.escape(_RUN)}]")
_RISKY_STARTS = frozenset(f"'{_RUN}")
_BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def _cell(text: str) -> str:
    """The text as RFC 4180 quotes it, defused where a spreadsheet would run it."""
    # The set is asked first: nearly every text begins with a letter, and the pattern takes longer.
    if text[0] in _RISKY_STARTS and _RISKY.match(text):
        text = f"'{text}"
    if "," in text or '"' in text or "\n" in text:  # no field holds a carriage return
        return '"' + text.replace('"', '""') + '"'
    return text


def _restored(cell: str) -> str:
    """The text of a cell without the apostrophe that defused it."""
    if cell[0] == "'" and _RISKY.match(cell):
        return cell[1:]
    return cell


def _list_cell(items: Sequence[str]) -> str:
    if not items:
        return ""
    return _cell("\n".join(items))


def _read_list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("\n"))


def _read_sequence(cell: str) -> int:
    # int() would take "1_000" and " 1 " as well, which are no numbers of ours.
    if not re.fullmatch("[0-9]{1,10}", cell):
        raise InvalidError([("", f"{quoted(cell)} is not a whole number")])
    return int(cell)


_NOTHING = "none"  # what a record says that names the supplied parts, and has none


def _supplied_cell(parts: Sequence[str]) -> str:
    return _list_cell(parts or (_NOTHING,))


def _read_supplied(cell: str) -> tuple[str, ...]:
    if cell == _NOTHING:
        return ()
    return _read_list(cell)


class _Type(NamedTuple):
    """What a cell can hold: how a value is written, read and described."""

    write: Callable[[Any], str]
    read: Callable[[str], Any] | None
    """``None``: the cell follows from others, and is held against them."""
    datatype: str
    """A type of XML Schema, as CSVW names it."""
    separator: str = ""


class _Column(NamedTuple):
    """A column: an attribute of the event or of the calendar that it is in."""

    name: str
    owner: type[Event | Calendar]
    attribute: str
    type: _Type
    about: str


_TEXT = _Type(_cell, str, "string")
_TEXTS = _Type(_list_cell, _read_list, "string", separator="\n")
_WORD = _Type(str, str, "string")
_ADDRESS = _Type(_cell, str, "anyURI")
_COUNT = _Type(str, _read_sequence, "nonNegativeInteger")
_EDTF = _Type(str, parse_edtf, "string")
_CLOCK = _Type(str, parse_time, "string")
_PARTS = _Type(_supplied_cell, _read_supplied, "string", separator="\n")
_MOMENT = _Type(timestamp_text, parse_timestamp, "dateTime")
_LENGTH = _Type(duration_text, parse_duration, "duration")
# Columns that follow from others have no reader.
_DERIVED_TEXT = _Type(_cell, None, "string")
_DERIVED_DAY = _Type(date.isoformat, None, "date")
_DERIVED_MOMENT = _Type(timestamp_text, None, "dateTime")

# A new column is appended, so that programs that count columns go on working.
_TABLE = (
    _Column("id", Event, "id", _TEXT, "stable identity of the event"),
    _Column("title", Event, "title", _TEXT, "what happened"),
    _Column(
        "when", Event, "when", _EDTF, "the date as precisely as it is known, in EDTF (ISO 8601-2)"
    ),
    _Column(
        "when_text",
        Event,
        "when_text",
        _DERIVED_TEXT,
        "the date in English; what was supplied stands in [brackets]",
    ),
    _Column("earliest", Event, "when.earliest", _DERIVED_DAY, "the first possible day, inclusive"),
    _Column("latest", Event, "when.latest", _DERIVED_DAY, "the last possible day, inclusive"),
    _Column("basis", Event, "basis", _WORD, "what the date rests on: stated, resolved or inferred"),
    _Column("kind", Event, "kind", _TEXT, "what sort of event"),
    _Column("status", Event, "status", _WORD, "confirmed, tentative or cancelled"),
    _Column("place", Event, "place", _TEXT, "where"),
    _Column("participants", Event, "participants", _TEXTS, "who took part, one to a line"),
    _Column("evidence", Event, "evidence", _TEXTS, "the quotes that prove the date, one to a line"),
    _Column("description", Event, "description", _TEXT, "more about the event"),
    _Column("note", Event, "note", _TEXT, "a remark of the person who made the record"),
    _Column("url", Event, "url", _ADDRESS, "the web page that states the event"),
    _Column(
        "source_title",
        Event,
        "source_title",
        _TEXT,
        "the title of the release that states the event",
    ),
    _Column("sequence", Event, "sequence", _COUNT, "how many times the event was revised"),
    _Column("modified", Event, "modified", _MOMENT, "when the record was last revised"),
    _Column("calendar", Calendar, "id", _TEXT, "id of the calendar that the event is in"),
    _Column("calendar_name", Calendar, "name", _TEXT, "name of the calendar"),
    _Column("calendar_description", Calendar, "description", _TEXT, "what the calendar holds"),
    _Column("calendar_url", Calendar, "url", _ADDRESS, "web page of the calendar"),
    _Column("calendar_source", Calendar, "source", _ADDRESS, "address of its feed"),
    _Column("calendar_color", Calendar, "color", _WORD, "its color, a CSS name"),
    _Column("calendar_refresh", Calendar, "refresh", _LENGTH, "how often to fetch the feed again"),
    _Column(
        "supplied",
        Event,
        "supplied_as_given",
        _PARTS,
        "what of the date no quote says: year, month, day, zone, one to a line; or none",
    ),
    _Column("time", Event, "time", _CLOCK, "the time of day, or from one to another (10:00/12:30)"),
    _Column("zone", Event, "zone", _TEXT, "its time zone: Z, an offset or a name (Asia/Almaty)"),
    _Column("starts", Event, "starts", _DERIVED_MOMENT, "the moment at which it starts, in UTC"),
    _Column("ends", Event, "ends", _DERIVED_MOMENT, "the moment at which it ends, in UTC"),
)
_NAMED = {column.name: column for column in _TABLE}
# What no default can stand for.
_REQUIRED = ("id", "title", "when", "calendar", "calendar_name")
COLUMNS = tuple(_NAMED)


def _readers() -> Iterator[tuple[str, tuple[str, Callable[[str], Any]]]]:
    """Of each column that is not derived: the parameter of its owner, and how its cell is read."""
    for column in _TABLE:
        if column.type.read:
            field = attrs.fields_dict(column.owner)[column.attribute]
            yield column.name, (field.alias or field.name, column.type.read)


_READERS = dict(_readers())


def dumps(calendar: Calendar | Release, *, excel: bool = False) -> bytes:
    r"""Writes a calendar as a CSV file.

    Args:
        calendar: what to write; of a release its calendar is written.
        excel: begin with a byte order mark, which Excel needs to see UTF-8.

    Raises:
        InvalidError: it is no calendar, or its stream yields what is no event.

    Example:
        >>> import cica_events as ce
        >>> ce.csv.dumps(ce.load_release()).splitlines()[1][:18]
        b'first-meeting-1993'
    """
    file = io.BytesIO()
    dump(calendar, file, excel=excel)
    return file.getvalue()


def dump(calendar: Calendar | Release, file: IO[bytes], *, excel: bool = False) -> None:
    r"""Writes a calendar to a binary file, row by row; otherwise as `dumps`.

    Raises:
        InvalidError: it is no calendar (nothing is written then), or its stream yields what is no
            event.

    Example:
        >>> import cica_events as ce
        >>> file = io.BytesIO()
        >>> ce.csv.dump(ce.load_release(), file, excel=True)
        >>> file.getvalue()[:3]
        b'\xef\xbb\xbf'
    """
    for chunk in chunks(calendar, excel=excel):
        file.write(chunk)


def chunks(calendar: Calendar | Release, *, excel: bool = False) -> Iterator[bytes]:
    """Writes a calendar piece by piece, as a web server sends it; otherwise as `dumps`.

    Raises:
        InvalidError: it is no calendar (at once, before the first piece), or its stream yields
            what is no event.

    Example:
        >>> import cica_events as ce
        >>> [piece[:18] for piece in ce.csv.chunks(ce.load_release())][:2]
        [b'id,title,when,when', b'first-meeting-1993']
    """
    rows = _rows(as_calendar(calendar))
    if excel:
        return chain([_BYTE_ORDER_MARK], rows)
    return rows


def loads(data: bytes | str) -> Calendar:
    """Reads a calendar from CSV that `dumps` wrote, also where a spreadsheet has saved it again.

    Args:
        data: the whole file, with or without a byte order mark.

    Raises:
        InvalidError: it is not such a table; every problem is listed with its row and column.

    Example:
        >>> import cica_events as ce
        >>> calendar = ce.load_release().calendar()
        >>> ce.csv.loads(ce.csv.dumps(calendar)) == calendar
        True
    """
    names, *rows = _table(data)
    header = _Header(names)
    problems: list[tuple[str, str]] = []
    events = []
    calendars: dict[tuple[tuple[str, str], ...], int] = {}
    # The header is row 1, as spreadsheets count.
    for number, row in enumerate(rows, start=2):
        with _Collecting(problems, f"row {number}"):
            header.check_width(row)
            calendars.setdefault(tuple(header.cells(row, Calendar).items()), number)
            cells = header.cells(row, Event)
            # A calendar without events has one row that holds nothing but the calendar.
            if cells:
                events.append(_event(cells))
    return _calendar(calendars, events, problems)


def load(file: IO[bytes]) -> Calendar:
    """Reads a calendar from a binary file; otherwise as `loads`.

    Raises:
        InvalidError: it is not such a table; every problem is listed with its row and column.

    Example:
        >>> import cica_events as ce
        >>> ce.csv.load(io.BytesIO(ce.csv.dumps(ce.load_release()))).id
        'cica'
    """
    return loads(file.read())


def csvw(name: str) -> bytes:
    """The description of a CSV file, in the vocabulary of CSV on the Web (W3C, 2015).

    Args:
        name: the CSV file's name, in the same folder.

    Example:
        >>> b'"url": "cica.csv"' in csvw("cica.csv")
        True
    """
    document = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": name,
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {"columns": [_described(column) for column in _TABLE]},
    }
    return json.dumps(document, indent=2).encode() + b"\n"


def _described(column: _Column) -> dict[str, str]:
    """A column in the vocabulary of CSV on the Web."""
    description = {
        "name": column.name,
        "titles": column.name,
        "datatype": column.type.datatype,
        "dc:description": column.about,
    }
    if column.type.separator:
        description["separator"] = column.type.separator
    return description


class _Collecting:
    """Gathers the problems of one row instead of stopping at the first row that has one."""

    def __init__(self, problems: list[tuple[str, str]], where: str) -> None:
        self._problems, self._where = problems, where

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> bool:
        if not isinstance(error, InvalidError):
            return False
        self._problems += [
            (", ".join(filter(None, [self._where, path])), message)
            for path, message in error.problems
        ]
        return True


def _writer(columns: Sequence[_Column]) -> Callable[[Any], str]:
    """Makes the function that gives the cells of columns of one owner, in their order.

    It is compiled, as attrs compiles ``__init__``: a loop over the columns takes a third more time.
    """
    cells = [
        f"'' if (value := source.{column.attribute}) is None else write_{column.name}(value)"
        for column in columns
    ]
    writers = {f"write_{column.name}": column.type.write for column in columns}
    written: Callable[[Any], str] = eval(f"lambda source: ','.join([{', '.join(cells)}])", writers)
    return written


# The calendar's columns stand together, and each row has the same of them.
_CALENDAR_PLACE = COLUMNS.index("calendar")
_EVENT_COLUMNS = [column for column in _TABLE if column.owner is Event]
_FIRST, _LAST = _EVENT_COLUMNS[:_CALENDAR_PLACE], _EVENT_COLUMNS[_CALENDAR_PLACE:]
_first_cells, _last_cells = _writer(_FIRST), _writer(_LAST)
_calendar_cells = _writer([column for column in _TABLE if column.owner is Calendar])


def _rows(calendar: Calendar) -> Iterator[bytes]:
    """The header, and a row for each event."""
    yield f"{','.join(COLUMNS)}\r\n".encode()
    # Once: what the calendar says of itself is the same in every row.
    shared = _calendar_cells(calendar)
    empty = True
    for event in events_of(calendar):
        empty = False
        yield f"{_first_cells(event)},{shared},{_last_cells(event)}\r\n".encode()
    if empty:  # one row all the same, for what the calendar says of itself
        first, last = "," * (len(_FIRST) - 1), "," * (len(_LAST) - 1)
        yield f"{first},{shared},{last}\r\n".encode()


class _Header:
    """What row 1 says: which column stands where. The columns may stand in any order."""

    def __init__(self, names: list[str]) -> None:
        _check_names(names)
        self._width = len(names)
        self._places: dict[type, list[tuple[str, int]]] = {Event: [], Calendar: []}
        for place, name in enumerate(names):
            self._places[_NAMED[name].owner].append((name, place))

    def check_width(self, row: list[str]) -> None:
        if len(row) != self._width:
            raise InvalidError([("", f"has {len(row)} cells; {self._width} are expected")])

    def cells(self, row: list[str], owner: type[Event | Calendar]) -> dict[str, str]:
        """The cells of an owner's columns; an empty one is a field that is not there."""
        return {name: row[place] for name, place in self._places[owner] if row[place]}


def _check_names(names: list[str]) -> None:
    """Refuses a header with a column that is missing, unknown or repeated."""
    problems = [f"column {quoted(name)} is missing" for name in _REQUIRED if name not in names]
    for name, count in Counter(names).items():
        if name not in _NAMED:
            problems.append(f"column {quoted(name)} is unknown")
        elif count > 1:
            problems.append(f"column {quoted(name)} is repeated")
    if problems:
        raise InvalidError([("row 1", problem) for problem in problems])


def _table(data: bytes | str) -> list[list[str]]:
    """The rows of a table, of which the first is the header."""
    text = text_of(data)
    try:
        rows = _parsed(text)
    except csv.Error as error:
        raise InvalidError([("", f"is not CSV: {error}")]) from None
    if not rows:
        raise InvalidError([("row 1", "the header is missing")])
    return rows


_CELL_LIMIT = Lock()  # the longest cell that the csv module takes is one number for all threads


def _parsed(text: str) -> list[list[str]]:
    """The rows of the text, whose cells may be as long as memory allows."""
    with _CELL_LIMIT:
        limit = csv.field_size_limit()
        csv.field_size_limit(max(limit, len(text)))
        try:
            # A line break in quotes is data (RFC 4180 2.6). Without strict, what stands after a
            # closing quote would be taken for part of the cell.
            return list(csv.reader(io.StringIO(text, newline=""), strict=True))
        finally:
            csv.field_size_limit(limit)


def _event(cells: dict[str, str]) -> Event:
    empty = [(name, "is empty") for name in ("id", "title", "when") if name not in cells]
    event = Event(**_values(cells, empty))
    problems = contradictions(event, cells)
    if problems:
        raise InvalidError(problems)
    return event


def _values(cells: dict[str, str], problems: Sequence[tuple[str, str]] = ()) -> dict[str, Any]:
    """The values of the cells, by the names of the fields; unless there are problems."""
    values = {}
    found = []
    # All cells are read before any of them is complained of, so that a row tells all at once.
    for name, cell in cells.items():
        if name not in _READERS:
            continue
        field, read = _READERS[name]
        try:
            values[field] = read(_restored(cell))
        except (CicaEventsError, ValueError) as error:
            found.append((name, str(error)))
    if found or problems:
        raise InvalidError([*found, *problems])
    return values


def _calendar(
    calendars: dict[tuple[tuple[str, str], ...], int],
    events: list[Event],
    problems: list[tuple[str, str]],
) -> Calendar:
    if len(calendars) > 1:
        # Which of them is right, nobody can say; the first five are enough to find the place.
        rows = ", ".join(str(number) for number in list(calendars.values())[:5])
        problems.append(("", f"the calendar columns differ between rows {rows}"))
    if not calendars and not problems:
        problems.append(("", "has no rows"))
    if problems:
        raise InvalidError(problems)
    values = _values(dict(next(iter(calendars))))
    # With empty fields where the cells are empty: the model then says that they are missing.
    return Calendar(**({"id": "", "name": ""} | values), events=tuple(events))
