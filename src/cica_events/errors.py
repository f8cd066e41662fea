"""Everything that the library raises or warns of.

::

    CicaEventsError
    ├── EdtfError      (also ValueError)  a text or a number that is no date of the EDTF profile
    ├── InvalidError   (also ValueError)  values that a model or a file cannot hold, all at once
    ├── FormatError    (also ValueError)  a file suffix or a format that the library does not have
    ├── FeedError      (also ValueError)  a calendar that is damaged, or that we did not write
    └── FileError      (also OSError)     a file or folder that cannot be read or written

    UserWarning
    ├── OmittedEventWarning               an event that a format could not show, by its id
    ├── OmittedTimeWarning                a time of day that words say, and no event has
    ├── EarlyYearWarning                  an event before 1000, which some programs misread
    └── UnknownEventWarning               an id that a record lists and that no event has
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Iterable

__all__ = [
    "CicaEventsError",
    "EarlyYearWarning",
    "EdtfError",
    "FeedError",
    "FileError",
    "FormatError",
    "InvalidError",
    "OmittedEventWarning",
    "OmittedTimeWarning",
    "UnknownEventWarning",
    "quoted",
    "silence",
    "warn",
]

# Characters of a wrong value: enough to find it, and no page of it in a terminal.
_SHOWN = 60


def quoted(value: object) -> str:
    r"""A value as messages show it: in double quotes if it is text, on one line, and short.

    Example:
        >>> print(quoted("two\nlines"), quoted(13), quoted(10**5000))
        "two\nlines" 13 <int that cannot be shown>
    """
    if isinstance(value, str):
        return f'"{_short_line(value)}"'
    try:
        return _short_line(repr(value))
    except Exception:  # too deep, too long, or its own repr fails: a message must not
        return f"<{type(value).__name__} that cannot be shown>"


def silence(remark: str | None) -> str | None:
    """How a remark fails to say anything: it is empty, or has no letter; ``None`` where it does.

    Example:
        >>> silence(None), silence("..."), silence("See the minutes.")
        ('is empty', '"..." says nothing', None)
    """
    if not remark:
        return "is empty"
    return None if any(map(str.isalpha, remark)) else f"{quoted(remark)} says nothing"


def _short_line(text: str) -> str:
    """The beginning of a text, in one line that a terminal can show."""
    start = text[: _SHOWN + 1]
    line = "".join(c if c.isprintable() else ascii(c)[1:-1] for c in start)
    if len(line) <= _SHOWN:
        return line
    return f"{line[:_SHOWN]}…"


class CicaEventsError(Exception):
    """Base of every error that the library raises on purpose.

    Example:
        >>> from cica_events import parse_edtf
        >>> try:
        ...     parse_edtf("soon")
        ... except CicaEventsError as error:
        ...     print(type(error).__name__)
        EdtfError
    """


class EdtfError(CicaEventsError, ValueError):
    """A text or a number that is no date of the EDTF profile.

    Example:
        >>> from cica_events import EdtfDate
        >>> EdtfDate(2022, 13)
        Traceback (most recent call last):
        ...
        cica_events.errors.EdtfError: "2022-13" is not a month
    """


class InvalidError(CicaEventsError, ValueError):
    """Values that a model or a file cannot hold: every problem found, not only the first.

    Args:
        problems: pairs of a path to the value (``events[3].when``, empty for the whole) and what
            is wrong with it.
        source: the file that the problems are in, as messages name it.

    Example:
        >>> print(InvalidError([("events[3].when", '"2022-13" is not a month')], "release.json"))
        release.json: events[3].when: "2022-13" is not a month
    """

    def __init__(self, problems: Iterable[tuple[str, str]], source: str = "") -> None:
        self.problems = list(problems)
        self.source = source
        super().__init__(self.problems, source)

    def __str__(self) -> str:
        lines = [filter(None, (self.source, *problem)) for problem in self.problems]
        return "\n".join(map(": ".join, lines))


class FormatError(CicaEventsError, ValueError):
    """A file suffix, or a name of a format, that the library does not have.

    Example:
        >>> from cica_events import export, load_release
        >>> export(load_release(), "cica.doc")  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        cica_events.errors.FormatError: ".doc" is no format's suffix; known are .ics, ...
    """


class FeedError(CicaEventsError, ValueError):
    """A calendar that is damaged, or that this library did not write.

    Example:
        >>> from cica_events import ical, load_release
        >>> ical.loads(ical.dumps(load_release().calendar())[:-20])
        Traceback (most recent call last):
        ...
        cica_events.errors.FeedError: cut off: END:VCALENDAR is missing
    """


class FileError(CicaEventsError, OSError):
    """A file or folder that cannot be read or written.

    Example:
        >>> from cica_events import export, load_release
        >>> export(load_release(), "no-such-folder/cica.ics")
        Traceback (most recent call last):
        ...
        cica_events.errors.FileError: no-such-folder/cica.ics: there is no folder no-such-folder
    """


class OmittedEventWarning(UserWarning):
    """An event that a format could not show was left out; the message names it and says why.

    Example:
        >>> import warnings
        >>> from cica_events import Calendar, EdtfDate, Event, ical
        >>> event = Event(id="first-of-may", title="First of May", when=EdtfDate("XXXX", 5, 1))
        >>> with warnings.catch_warnings(record=True, action="always") as caught:
        ...     _ = ical.dumps(Calendar(id="a", name="A", events=[event]))
        >>> print(caught[0].message)
        first-of-may (1 May of an unknown year) is left out: no year of it is known
    """


class OmittedTimeWarning(UserWarning):
    """Words that an event rests on say a time of day or a zone that no event has.

    Example:
        >>> from attrs import evolve
        >>> from cica_events import check, draft_release
        >>> import warnings
        >>> draft = draft_release("The hall opens on 17 January 2024 at 10:00.", "2024")
        >>> untimed = evolve(draft, events=[evolve(draft.events[0], time=None)])
        >>> with warnings.catch_warnings(record=True, action="always") as caught:
        ...     check(untimed)
        []
        >>> print(caught[0].message)  # doctest: +ELLIPSIS
        events[0].time: is missing: “10:00” gives 10:00, and no zone; ...
    """


class EarlyYearWarning(UserWarning):
    """An event before the year 1000 was written; several calendar programs misread such years.

    Example:
        >>> import warnings
        >>> from cica_events import Calendar, EdtfDate, Event, ical
        >>> event = Event(id="hijra", title="Hijra", when=EdtfDate(622, 9))
        >>> with warnings.catch_warnings(record=True, action="always") as caught:
        ...     _ = ical.dumps(Calendar(id="a", name="A", events=[event]))
        >>> print(caught[0].message)
        hijra: several calendar programs misread the year 622
    """


class UnknownEventWarning(UserWarning):
    """An id that a release lists as unreviewed is that of none of its events, and is ignored.

    Example:
        >>> import warnings
        >>> from cica_events import Release
        >>> release = Release(id="r", title="A release", text="", unreviewed=["opening"])
        >>> with warnings.catch_warnings(record=True, action="always") as caught:
        ...     _ = release.calendar()
        >>> print(caught[0].message)
        unreviewed: "opening" is the id of no event, and is ignored
    """


def warn(message: str, kind: type[Warning]) -> None:
    """Warns at the line outside this package that called it.

    Example:
        >>> import warnings
        >>> with warnings.catch_warnings(record=True, action="always") as caught:
        ...     warn("it lies before the year 1000", EarlyYearWarning)
        >>> caught[0].category.__name__
        'EarlyYearWarning'
    """
    package = __name__.partition(".")[0]
    level, frame = 1, sys._getframe()
    while frame.f_back and frame.f_globals["__name__"].partition(".")[0] == package:
        level, frame = level + 1, frame.f_back
    warnings.warn(message, kind, stacklevel=level)
