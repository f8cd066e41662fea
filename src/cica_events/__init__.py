"""Dates of press releases as calendars, tables and data files that say no more than was said.

Every name is loaded at its first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from .clock import ClockTime, parse_time
    from .documents import Document, read_html
    from .drafts import draft_release
    from .edtf import EdtfDate, EdtfInterval, parse_edtf
    from .errors import (
        CicaEventsError,
        EarlyYearWarning,
        EdtfError,
        FeedError,
        FileError,
        FormatError,
        InvalidError,
        OmittedEventWarning,
        OmittedTimeWarning,
        UnknownEventWarning,
    )
    from .evidence import Problem, check
    from .formats import csv, export, ical, json, svg
    from .mentions import DateMention, find_dates
    from .model import Calendar, Event, Release, SetAside, merge
    from .publishing import Changes, publish
    from .releases import load_release
    from .updates import update_release
    from .version import __version__ as __version__

# Where each public name is defined. The imports above are for type checkers alone.
_HOMES = {
    "clock": ("ClockTime", "parse_time"),
    "documents": ("Document", "read_html"),
    "drafts": ("draft_release",),
    "edtf": ("EdtfDate", "EdtfInterval", "parse_edtf"),
    "errors": (
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
    ),
    "evidence": ("Problem", "check"),
    "formats": ("csv", "export", "ical", "json", "svg"),
    "mentions": ("DateMention", "find_dates"),
    "model": ("Calendar", "Event", "Release", "SetAside", "merge"),
    "publishing": ("Changes", "publish"),
    "releases": ("load_release",),
    "updates": ("update_release",),
    "version": ("__version__",),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Calendar",
    "Changes",
    "CicaEventsError",
    "ClockTime",
    "DateMention",
    "Document",
    "EarlyYearWarning",
    "EdtfDate",
    "EdtfError",
    "EdtfInterval",
    "Event",
    "FeedError",
    "FileError",
    "FormatError",
    "InvalidError",
    "OmittedEventWarning",
    "OmittedTimeWarning",
    "Problem",
    "Release",
    "SetAside",
    "UnknownEventWarning",
    "check",
    "csv",
    "draft_release",
    "export",
    "find_dates",
    "ical",
    "json",
    "load_release",
    "merge",
    "parse_edtf",
    "parse_time",
    "publish",
    "read_html",
    "svg",
    "update_release",
]


if not TYPE_CHECKING:  # a type checker sees the imports above, and tells of a misspelt name

    def __getattr__(name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_HOME[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
