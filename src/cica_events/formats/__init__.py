"""The formats: one module each, with the same verbs; and the one table from suffix to format."""

from __future__ import annotations

from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any

from ..errors import FormatError, quoted
from ..files import atomic
from ..model import Calendar, Release, as_calendar
from . import csv, ical, json, svg

if TYPE_CHECKING:
    import os
    from datetime import datetime

__all__ = ["FORMATS", "csv", "export", "format_of", "ical", "json", "svg"]

FORMATS: dict[str, ModuleType] = {".ics": ical, ".csv": csv, ".json": json, ".svg": svg}
# The parameters of `export` that each format takes.
_OPTIONS = {
    ".ics": ("now", "imprecise"),
    ".csv": ("excel", "csvw"),
    ".json": (),
    ".svg": ("width",),
}


def format_of(suffix: str) -> ModuleType:
    """The module of the format that a file suffix stands for.

    Raises:
        FormatError: there is no such format; the message lists those there are.

    Example:
        >>> format_of(".ics").__name__
        'cica_events.formats.ical'
    """
    if suffix.lower() not in FORMATS:
        known = ", ".join(FORMATS)
        raise FormatError(f"{quoted(suffix)} is no format's suffix; known are {known}")
    return FORMATS[suffix.lower()]


def export(
    what: Calendar | Release,
    path: str | os.PathLike[str],
    *,
    now: datetime | None = None,
    imprecise: ical.Imprecise | None = None,
    excel: bool | None = None,
    csvw: bool | None = None,
    width: int | None = None,
) -> Path:
    """Writes one file, in the format that its suffix names; the file is whole or absent.

    Args:
        what: a calendar, or a release, whose calendar is written.
        path: the file; ``.ics``, ``.csv``, ``.json`` or ``.svg``.
        now: for ``.ics``, as in `ical.dumps`.
        imprecise: for ``.ics``, as in `ical.dumps`.
        excel: for ``.csv``, as in `csv.dumps`.
        csvw: for ``.csv``, whether to write its CSVW description too, to ``<path>-metadata.json``.
        width: for ``.svg``, as in `svg.dumps`.

    Returns:
        The path of the file.

    Raises:
        FormatError: no format has the suffix, or an option is not one of this format.
        InvalidError: an argument is wrong.
        FileError: the folder is missing, or the file cannot be written.

    Warns:
        OmittedEventWarning: an event was left out.

    Example:
        >>> import tempfile
        >>> from cica_events import load_release
        >>> export(load_release(), Path(tempfile.mkdtemp(), "cica.csv")).name
        'cica.csv'
    """
    target = Path(path)
    module = format_of(target.suffix)
    calendar = as_calendar(what, "what")
    given = {
        "now": now,
        "imprecise": imprecise,
        "excel": excel,
        "csvw": csvw,
        "width": width,
    }
    options = _options(target.suffix.lower(), given)
    described = options.pop("csvw", False)
    with atomic(target) as file:
        module.dump(calendar, file, **options)
    if described:
        with atomic(target.with_name(f"{target.name}-metadata.json")) as file:
            file.write(csv.csvw(target.name))
    return target


def _options(suffix: str, given: dict[str, Any]) -> dict[str, Any]:
    """The options that were given, which are refused where the format does not have them."""
    options = {name: value for name, value in given.items() if value is not None}
    foreign = [name for name in options if name not in _OPTIONS[suffix]]
    if foreign:
        raise FormatError(f"{', '.join(foreign)}: not an option of {suffix}")
    return options
