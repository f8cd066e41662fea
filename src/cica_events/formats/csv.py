"""CSV (RFC 4180): one row an event, for spreadsheets; and its CSVW description.

A list stands one item to a line in its cell. A cell that a spreadsheet would run as a formula gets
an apostrophe in front, which the reader takes away again.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from typing import IO, Any

from ..edtf import parse_edtf
from ..errors import CicaEventsError, InvalidError, quoted
from ..model import Calendar, Event
from ..timestamps import duration_text, parse_duration, parse_timestamp, timestamp_text

__all__ = ["COLUMNS", "csvw", "dump", "dumps", "load", "loads"]

_RUN = "=+-@\t\r＝＋－＠"  # noqa: RUF001 - spreadsheets run what begins with a full-width one, too
_RISKY = re.compile(f"'*[{re.escape(_RUN)}]")
_RISKY_STARTS = frozenset(f"'{_RUN}")


def _read_list(cell: str) -> tuple[str, ...]:
    return tuple(cell.split("\n")) if cell else ()


def _read_sequence(cell: str) -> int:
    if not re.fullmatch("[0-9]{1,10}", cell):
        raise InvalidError([("", f"{quoted(cell)} is not a whole number")])
    return int(cell)


# Column: how its cell is read (None: derived from when), and what CSVW says of it.
_EVENT_COLUMNS: dict[str, tuple[Callable[[str], Any] | None, str, str]] = {
    "id": (str, "string", "stable identity of the event"),
    "title": (str, "string", "what happened"),
    "when": (parse_edtf, "string", "the date as precisely as it is known, in EDTF (ISO 8601-2)"),
    "when_text": (None, "string", "the date in English; what was supplied stands in [brackets]"),
    "earliest": (None, "date", "the first possible day, inclusive"),
    "latest": (None, "date", "the last possible day, inclusive"),
    "basis": (str, "string", "what the date rests on: stated, resolved or inferred"),
    "kind": (str, "string", "what sort of event"),
    "status": (str, "string", "confirmed, tentative or cancelled"),
    "place": (str, "string", "where"),
    "participants": (_read_list, "string", "who took part, one to a line"),
    "evidence": (_read_list, "string", "the quotes that prove the date, one to a line"),
    "description": (str, "string", "more about the event"),
    "note": (str, "string", "a remark of the person who made the record"),
    "url": (str, "anyURI", "the web page that states the event"),
    "source_title": (str, "string", "the title of the release that states the event"),
    "sequence": (_read_sequence, "nonNegativeInteger", "how many times the event was revised"),
    "modified": (parse_timestamp, "dateTime", "when the record was last revised"),
}
_CALENDAR_COLUMNS: dict[str, tuple[Callable[[str], Any], str, str]] = {
    "calendar": (str, "string", "id of the calendar that the event is in"),
    "calendar_name": (str, "string", "name of the calendar"),
    "calendar_description": (str, "string", "what the calendar holds"),
    "calendar_url": (str, "anyURI", "web page of the calendar"),
    "calendar_source": (str, "anyURI", "address of its feed"),
    "calendar_color": (str, "string", "its color, a CSS name"),
    "calendar_refresh": (parse_duration, "duration", "how often to fetch the feed again"),
}
_LISTS = ("participants", "evidence")
COLUMNS = (*_EVENT_COLUMNS, *_CALENDAR_COLUMNS)
_HEADER = f"{','.join(COLUMNS)}\r\n".encode()


def dumps(calendar: Calendar, *, excel: bool = False) -> bytes:
    r"""Writes a calendar as a CSV file.

    Args:
        calendar: what to write.
        excel: begin with a byte order mark, which Excel needs to see UTF-8.

    Raises:
        InvalidError: it is no calendar, or its stream yields what is no event.

    Example:
        >>> from cica_events import csv, load_release
        >>> csv.dumps(load_release().calendar()).splitlines()[1][:18]
        b'first-meeting-1993'
    """
    file = io.BytesIO()
    dump(calendar, file, excel=excel)
    return file.getvalue()


def dump(calendar: Calendar, file: IO[bytes], *, excel: bool = False) -> None:
    r"""Writes a calendar to a binary file, row by row; otherwise as `dumps`.

    Raises:
        InvalidError: it is no calendar (nothing is written then), or its stream yields what is no
            event.

    Example:
        >>> from cica_events import csv, load_release
        >>> file = io.BytesIO()
        >>> csv.dump(load_release().calendar(), file, excel=True)
        >>> file.getvalue()[:3]
        b'\xef\xbb\xbf'
    """
    if not isinstance(calendar, Calendar):
        raise InvalidError([("calendar", f"{quoted(calendar)} is not a Calendar")])
    if excel:
        file.write(b"\xef\xbb\xbf")
    for row in _rows(calendar):
        file.write(row)


def loads(data: bytes | str) -> Calendar:
    """Reads a calendar from CSV that `dumps` wrote, also where a spreadsheet has saved it again.

    Args:
        data: the whole file, with or without a byte order mark.

    Raises:
        InvalidError: it is not such a table; every problem is listed with its row and column.

    Example:
        >>> from cica_events import csv, load_release
        >>> calendar = load_release().calendar()
        >>> csv.loads(csv.dumps(calendar)) == calendar
        True
    """
    rows = _table(data)
    problems: list[tuple[str, str]] = []
    events = []
    calendars: dict[tuple[str, ...], int] = {}
    for number, row in enumerate(rows, start=2):
        with _Collecting(problems, f"row {number}"):
            calendars.setdefault(_calendar_cells(row), number)
            if any(row[: len(_EVENT_COLUMNS)]):
                events.append(_event(row))
    return _calendar(calendars, events, problems)


def load(file: IO[bytes]) -> Calendar:
    """Reads a calendar from a binary file; otherwise as `loads`.

    Raises:
        InvalidError: it is not such a table; every problem is listed with its row and column.

    Example:
        >>> from cica_events import csv, load_release
        >>> csv.load(io.BytesIO(csv.dumps(load_release().calendar()))).id
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
    columns = _EVENT_COLUMNS | _CALENDAR_COLUMNS
    document = {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "url": name,
        "dialect": {"encoding": "utf-8", "header": True, "lineTerminators": ["\r\n"]},
        "tableSchema": {
            "columns": [
                _column(name, datatype, text) for name, (_, datatype, text) in columns.items()
            ],
        },
    }
    return json.dumps(document, indent=2).encode() + b"\n"


def _column(name: str, datatype: str, text: str) -> dict[str, object]:
    column: dict[str, object] = {
        "name": name,
        "titles": name,
        "datatype": datatype,
        "dc:description": text,
    }
    if name in _LISTS:
        column["separator"] = "\n"
    return column


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
            (f"{self._where}, {path}" if path else self._where, message)
            for path, message in error.problems
        ]
        return True


def _rows(calendar: Calendar) -> Iterator[bytes]:
    yield _HEADER
    shared = _shared_cells(calendar)
    empty = True
    for place, event in enumerate(calendar.events):
        if not isinstance(event, Event):
            raise InvalidError([(f"events[{place}]", f"{quoted(event)} is not an Event")])
        empty = False
        yield f"{_event_cells(event)},{shared}\r\n".encode()
    if empty:  # one row all the same, for what the calendar says of itself
        yield f"{',' * (len(_EVENT_COLUMNS) - 1)},{shared}\r\n".encode()


def _shared_cells(calendar: Calendar) -> str:
    cells = [
        _cell(calendar.id),
        _cell(calendar.name),
        _cell(calendar.description),
        _cell(calendar.url),
        _cell(calendar.source),
        calendar.color or "",
        duration_text(calendar.refresh),
    ]
    return ",".join(cells)


def _event_cells(event: Event) -> str:
    when = event.when
    cells = [
        _cell(event.id),
        _cell(event.title),
        str(when),
        _cell(event.when_text),
        when.earliest.isoformat() if when.earliest else "",
        when.latest.isoformat() if when.latest else "",
        event.basis,
        _cell(event.kind),
        event.status,
        _cell(event.place),
        _cell("\n".join(event.participants)),
        _cell("\n".join(event.evidence)),
        _cell(event.description),
        _cell(event.note),
        _cell(event.url),
        _cell(event.source_title),
        str(event.sequence),
        timestamp_text(event.modified) if event.modified else "",
    ]
    return ",".join(cells)


def _cell(text: str | None) -> str:
    """The text as RFC 4180 quotes it, defused where a spreadsheet would run it."""
    if not text:
        return ""
    if text[0] in _RISKY_STARTS and _RISKY.match(text):
        text = f"'{text}"
    if "," in text or '"' in text or "\n" in text or "\r" in text:
        return '"' + text.replace('"', '""') + '"'
    return text


def _restored(cell: str) -> str:
    return cell[1:] if cell[:1] == "'" and _RISKY.match(cell) else cell


def _table(data: bytes | str) -> list[list[str]]:
    text = data.removeprefix("\ufeff") if isinstance(data, str) else _decoded(data)
    csv.field_size_limit(max(csv.field_size_limit(), len(text)))  # memory is the only bound
    try:
        rows = list(csv.reader(io.StringIO(text, newline=""), strict=True))
    except csv.Error as error:
        raise InvalidError([("", f"is not CSV: {error}")]) from None
    if not rows:
        raise InvalidError([("row 1", "the header is missing")])
    _check_header(rows[0])
    return rows[1:]


def _decoded(data: bytes) -> str:
    try:
        return bytes(data).decode("utf-8-sig")
    except UnicodeDecodeError as error:
        problem = f"is not UTF-8: {error.reason} at byte {error.start}"
    except TypeError:
        problem = f"{quoted(data)} is neither bytes nor text"
    raise InvalidError([("", problem)])


def _check_header(header: list[str]) -> None:
    missing = [f"column {quoted(name)} is missing" for name in COLUMNS if name not in header]
    unknown = [f"column {quoted(name)} is unknown" for name in header if name not in COLUMNS]
    if tuple(header) != COLUMNS:
        messages = missing + unknown or ["the columns are not in their order, or one is repeated"]
        raise InvalidError([("row 1", message) for message in messages])


def _calendar_cells(row: list[str]) -> tuple[str, ...]:
    if len(row) != len(COLUMNS):
        raise InvalidError([("", f"has {len(row)} cells; {len(COLUMNS)} are expected")])
    return tuple(row[len(_EVENT_COLUMNS) :])


def _event(row: list[str]) -> Event:
    cells = dict(zip(_EVENT_COLUMNS, row, strict=False))
    readers = {name: reader for name, (reader, _, _) in _EVENT_COLUMNS.items() if reader}
    event = Event(**_values(cells, readers))
    derived = (event.when_text, event.when.earliest, event.when.latest)
    problems = [
        (name, f"{quoted(cells[name])} contradicts when, which gives {quoted(str(expected))}")
        for name, expected in zip(("when_text", "earliest", "latest"), derived, strict=True)
        if cells[name] and cells[name] != str(expected)
    ]
    if problems:
        raise InvalidError(problems)
    return event


def _values(cells: dict[str, str], readers: dict[str, Callable[[str], Any]]) -> dict[str, Any]:
    """What the cells hold; an empty one is a field that is not there."""
    values, problems = {}, []
    for name, reader in readers.items():
        try:
            if cells[name]:
                values[name] = reader(_restored(cells[name]))
        except (CicaEventsError, ValueError) as error:
            problems.append((name, str(error)))
    problems += [(name, "is empty") for name in ("id", "title", "when") if not cells.get(name, "-")]
    if problems:
        raise InvalidError(problems)
    return values


def _calendar(
    calendars: dict[tuple[str, ...], int],
    events: list[Event],
    problems: list[tuple[str, str]],
) -> Calendar:
    if len(calendars) > 1:
        rows = ", ".join(str(number) for number in list(calendars.values())[:5])
        problems.append(("", f"the calendar columns differ between rows {rows}"))
    if not calendars and not problems:
        problems.append(("", "has no rows"))
    if problems:
        raise InvalidError(problems)
    cells = dict(zip(_CALENDAR_COLUMNS, next(iter(calendars)), strict=True))
    readers = {name: reader for name, (reader, _, _) in _CALENDAR_COLUMNS.items()}
    values = _values(cells, readers)
    fields = {name.removeprefix("calendar_"): value for name, value in values.items()}
    return Calendar(id=fields.pop("calendar", ""), **({"name": ""} | fields), events=tuple(events))
