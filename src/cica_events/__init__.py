"""Dates of press releases as calendars, tables and data files that say no more than was said.

Every name is loaded at its first use, so that importing the package costs next to nothing.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

# A line a module, though each name has its `as`.
# ruff: noqa: I001

if TYPE_CHECKING:
    from .clock import ClockTime as ClockTime, parse_time as parse_time
    from .documents import Document as Document, read_html as read_html
    from .drafts import draft_release as draft_release
    from .edtf import EdtfDate as EdtfDate, EdtfInterval as EdtfInterval, parse_edtf as parse_edtf
    from .errors import (
        CicaEventsError as CicaEventsError,
        EarlyYearWarning as EarlyYearWarning,
        EdtfError as EdtfError,
        FeedError as FeedError,
        FileError as FileError,
        FormatError as FormatError,
        InvalidError as InvalidError,
        OmittedEventWarning as OmittedEventWarning,
        OmittedTimeWarning as OmittedTimeWarning,
        UnknownEventWarning as UnknownEventWarning,
    )
    from .evidence import Problem as Problem, check as check
    from .formats import csv as csv, export as export, ical as ical, json as json, svg as svg
    from .mentions import DateMention as DateMention, find_dates as find_dates
    from .model import (
        Calendar as Calendar,
        Event as Event,
        Release as Release,
        SetAside as SetAside,
        merge as merge,
    )
    from .publishing import Changes as Changes, publish as publish
    from .releases import load_release as load_release
    from .updates import update_release as update_release
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

# Not written out once more: a type checker takes what is imported `as` itself for public.
__all__ = sorted(_HOME.keys() - {"__version__"})


if not TYPE_CHECKING:  # a type checker sees the imports above, and tells of a misspelt name

    def __getattr__(name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        value = getattr(import_module(f".{_HOME[name]}", __name__), name)
        globals()[name] = value
        return value


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
