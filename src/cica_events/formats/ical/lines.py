r"""Content lines: the text of RFC 5545, whatever it says.

A value of TEXT is escaped, a line over 75 octets is folded, and a file is components within
components; nothing here knows what an event is.
"""

from __future__ import annotations

import re
from contextlib import suppress
from datetime import date, datetime
from functools import lru_cache

from ...errors import CicaEventsError, FeedError, quoted

__all__ = [
    "Lines",
    "basic_date",
    "basic_moment",
    "components",
    "escaped",
    "folded",
    "locating",
    "maybe",
    "maybe_text",
    "one",
    "parse_moment",
    "plain_line_ends",
    "properties",
    "text_line",
    "texts",
    "unescaped",
]

Lines = dict[str, list[str]]
"""The values of a component's properties, by name and in order, without their parameters."""

_FOLD = 75  # octets in a content line, RFC 5545 3.1
_PIECE = re.compile(rb".{1,74}(?![\x80-\xbf])", re.DOTALL)  # no octet within a character follows
_NAME = re.compile("[A-Z0-9-]+")
_PARAMETERS = re.compile('(?:;[A-Za-z0-9-]+=(?:[^";]|"[^"]*")*+)*+')
_QUOTED = re.compile('((?:[^":]|"[^"]*")*+):(.*)', re.DOTALL)  # parameters that may hold colons
_MOMENT = re.compile("[0-9]{8}T[0-9]{6}Z")


# Writing


def basic_date(day: date) -> str:
    """A DATE (RFC 5545 3.3.4).

    Example:
        >>> basic_date(date(2022, 5, 10))
        '20220510'
    """
    return day.isoformat().replace("-", "")


@lru_cache  # most events of a feed share theirs
def basic_moment(moment: datetime) -> str:
    """A DATE-TIME in UTC (RFC 5545 3.3.5).

    Example:
        >>> from datetime import UTC
        >>> basic_moment(datetime(2022, 5, 10, 12, 30, tzinfo=UTC))
        '20220510T123000Z'
    """
    text = moment.isoformat()  # faster than strftime, and pads the year everywhere
    return f"{text[:4]}{text[5:7]}{text[8:13]}{text[14:16]}{text[17:19]}Z"


def escaped(text: str) -> bytes:
    r"""A TEXT (RFC 5545 3.3.11) in UTF-8.

    Example:
        >>> escaped("one, two")
        b'one\\, two'
    """
    octets = text.encode()  # in which signs are found in half the time that characters take
    octets = octets.replace(b"\\", b"\\\\").replace(b"\n", b"\\n")
    return octets.replace(b";", b"\\;").replace(b",", b"\\,")


def folded(line: bytes) -> bytes:
    r"""A content line in pieces of at most 75 octets, never cut inside a character.

    Example:
        >>> folded(b"URL:https://example.org/")
        b'URL:https://example.org/\r\n'
    """
    if len(line) <= _FOLD:
        return line + b"\r\n"
    # The space before a continuation counts, so all pieces are of 74 octets but the first.
    return line[:1] + b"\r\n ".join(_PIECE.findall(line, 1)) + b"\r\n"


def text_line(name: str, text: str) -> bytes:
    r"""A property of the type TEXT as a content line.

    Example:
        >>> text_line("LOCATION", "Ankara, Turkey")
        b'LOCATION:Ankara\\, Turkey\r\n'
    """
    return folded(escaped(f"{name}:{text}"))  # no name holds a sign that is escaped


# Reading


def plain_line_ends(text: str) -> str:
    r"""A text whose lines end as RFC 5545 has it and are folded with a space, not a tab.

    Version control and editors rewrite line ends; that changes nothing of what a file says.

    Example:
        >>> plain_line_ends("SUMMARY:A\n\tB\n")
        'SUMMARY:A\r\n B\r\n'
    """
    if text.count("\n") != text.count("\r\n"):
        text = re.sub("\r?\n", "\r\n", text)
    return text.replace("\r\n\t", "\r\n ")


def components(text: str) -> tuple[list[str], list[list[str]]]:
    r"""The lines of a calendar itself, and those of each of its events, unfolded.

    What programs add to an event (alarms) and to a calendar (time zones, of which an all-day event
    needs none) is passed over.

    Args:
        text: a file with plain line ends.

    Raises:
        FeedError: it is no single calendar, is cut off, or holds other components.

    Example:
        >>> components("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n")
        (['VERSION:2.0'], [])
    """
    # Unfolded before it is split into lines, since a fold may stand anywhere, also within BEGIN.
    found = _Components()
    for line in text.replace("\r\n ", "").split("\r\n"):
        if line:
            found.take(line)
    found.finish()
    return found.head, found.events


class _Components:
    """The components of a calendar, taken line by line."""

    def __init__(self) -> None:
        self.head: list[str] = []
        self.events: list[list[str]] = []
        self._open: list[str] = []  # the components around the next line
        self._others: set[str] = set()
        self._begun = False

    def take(self, line: str) -> None:
        kind, _, name = line.partition(":")
        if kind.upper() == "BEGIN":
            self._begin(name.strip().upper())
        elif kind.upper() == "END":
            self._end(name.strip().upper())
        elif self._open == ["VCALENDAR"]:
            self.head.append(line)
        elif self._open == ["VCALENDAR", "VEVENT"]:
            self.events[-1].append(line)
        elif not self._open:
            raise FeedError(f"not an iCalendar file: {quoted(line)} stands outside a calendar")

    def _begin(self, name: str) -> None:
        if not self._open and name != "VCALENDAR":
            raise FeedError(f"not an iCalendar file: it holds a {quoted(name)} alone")
        if name == "VCALENDAR" and self._begun:
            raise FeedError("not an iCalendar file: it holds several calendars")
        self._begun = True
        if name == "VEVENT" and self._open != ["VCALENDAR"]:
            raise FeedError(f"VEVENT {len(self.events)}: cut off: END:VEVENT is missing")
        if name == "VEVENT":
            self.events.append([])
        elif self._open == ["VCALENDAR"] and name != "VTIMEZONE":
            self._others.add(name)
        self._open.append(name)

    def _end(self, name: str) -> None:
        if self._open[1:2] == ["VEVENT"] and name == "VCALENDAR":
            raise FeedError(f"VEVENT {len(self.events)}: cut off: END:VEVENT is missing")
        if self._open[-1:] != [name]:
            raise FeedError(f"not an iCalendar file: nothing begins before {quoted(f'END:{name}')}")
        self._open.pop()

    def finish(self) -> None:
        if self._open:
            raise FeedError(f"cut off: END:{self._open[0]} is missing")
        if not self._begun:
            raise FeedError("not an iCalendar file: it is empty")
        if self._others:  # a misspelt event among them would be lost in silence
            others = ", ".join(sorted(self._others))
            raise FeedError(f"it holds {quoted(others)}, which this library does not write")


def properties(block: str) -> Lines:
    """The values of a component's unfolded lines, by the names of their properties.

    Raises:
        FeedError: a line is no content line.

    Example:
        >>> properties("DTSTART;VALUE=DATE:20220510")
        {'DTSTART': ['20220510']}
    """
    lines: Lines = {}
    for line in block.split("\r\n"):
        name, colon, value = line.partition(":")
        # Parameters with quotation marks are rare, and the pattern takes long.
        if '"' in name and (match := _QUOTED.match(line)):
            name, value = match.groups()
        if not colon:
            raise FeedError(f"{quoted(line)} is not a content line")
        name = _named(name)
        if name in lines:
            lines[name].append(value)
        else:
            lines[name] = [value]
    return lines


@lru_cache
def _named(head: str) -> str:
    """The name of a property, without its parameters."""
    name = head.partition(";")[0].upper()
    if not _NAME.fullmatch(name):
        raise FeedError(f"{quoted(name)} is not the name of a property")
    parameters = head[len(name) :]
    if not _PARAMETERS.fullmatch(parameters):  # other programs pass over such a line
        raise FeedError(f"{name} has {quoted(parameters)} where parameters are expected")
    return name


def maybe(lines: Lines, name: str) -> str | None:
    """The value of a property that may be missing, as it is written.

    Raises:
        FeedError: the property is there twice.

    Example:
        >>> maybe({"STATUS": ["CONFIRMED"]}, "URL") is None
        True
    """
    values = lines.get(name)
    if values is None:
        return None
    if len(values) > 1:
        raise FeedError(f"{name} is there twice")
    return values[0]


def one(lines: Lines, name: str) -> str:
    """The value of a property that must be there, as it is written.

    Raises:
        FeedError: the property is missing, or there twice.

    Example:
        >>> one({"STATUS": ["CONFIRMED"]}, "STATUS")
        'CONFIRMED'
    """
    value = maybe(lines, name)
    if value is None:
        raise FeedError(f"{name} is missing, so this library did not write it")
    return value


def maybe_text(lines: Lines, name: str) -> str | None:
    r"""The value of a property of the type TEXT that may be missing.

    Raises:
        FeedError: the property is there twice.

    Example:
        >>> maybe_text({"LOCATION": [r"Ankara\, Turkey"]}, "LOCATION")
        'Ankara, Turkey'
    """
    value = maybe(lines, name)
    return None if value is None else unescaped(value)


def texts(lines: Lines, name: str) -> tuple[str, ...]:
    """The values of a property of the type TEXT that may be there several times.

    Example:
        >>> texts({"X-CICA-PARTICIPANT": ["Kazakhstan", "Turkey"]}, "X-CICA-PARTICIPANT")
        ('Kazakhstan', 'Turkey')
    """
    return tuple(map(unescaped, lines.get(name, ())))


def unescaped(value: str) -> str:
    r"""What `escaped` made a TEXT of; what is no escape stands for itself.

    Example:
        >>> print(unescaped(r"C:\\New\, and old"))
        C:\New, and old
    """
    # Most values have none, and are given back as they are.
    if "\\" not in value:
        return value
    parts = value.split(r"\\")  # where a backslash stands for itself
    return "\\".join(map(_without_escapes, parts))


def _without_escapes(part: str) -> str:
    # RFC 5545 3.3.11: a line feed may be escaped in either letter case.
    part = part.replace(r"\n", "\n").replace(r"\N", "\n")
    return part.replace(r"\,", ",").replace(r"\;", ";")


@lru_cache  # most events of a feed share theirs
def parse_moment(text: str) -> datetime:
    """The moment that `basic_moment` wrote.

    Raises:
        FeedError: the text is no moment in UTC.

    Example:
        >>> parse_moment("20220510T123000Z").hour
        12
    """
    with suppress(ValueError):
        if _MOMENT.fullmatch(text):
            return datetime.fromisoformat(text)
    raise FeedError(f"{quoted(text)} is not a UTC moment like 20220510T000000Z")


class locating:  # noqa: N801 - used as a function is
    """Puts the place in a feed before each line of an error that is found there.

    Raises:
        FeedError: whatever the error was.

    Example:
        >>> with locating("VEVENT 3"):
        ...     one({}, "UID")
        Traceback (most recent call last):
        ...
        cica_events.errors.FeedError: VEVENT 3: UID is missing, so this library did not write it
    """

    def __init__(self, where: str) -> None:
        self._where = where

    def __enter__(self) -> None:
        pass

    def __exit__(self, kind: object, error: BaseException | None, trace: object) -> None:
        if isinstance(error, CicaEventsError | ValueError):
            lines = [f"{self._where}: {line}" for line in str(error).split("\n")]
            raise FeedError("\n".join(lines)) from None
