"""JSON (RFC 8259): the data file, and the form of the events in a ``release.json``."""

from __future__ import annotations

import io
import json
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from datetime import datetime, timedelta
from functools import cache
from types import GenericAlias
from typing import IO, TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin

import attrs

from ..clock import ClockTime, parse_time
from ..edtf import When, parse_edtf
from ..errors import CicaEventsError, InvalidError, quoted
from ..files import text_of
from ..model import (
    DERIVED,
    Calendar,
    Event,
    Release,
    as_calendar,
    contradictions,
    events_of,
    field_problems,
)
from ..timestamps import duration_text, parse_duration, parse_timestamp, timestamp_text

if TYPE_CHECKING:
    from cattrs import Converter

__all__ = [
    "DERIVED",
    "SCHEMAS",
    "chunks",
    "dump",
    "dumps",
    "load",
    "loads",
    "parse",
    "record",
    "structure",
]

SCHEMAS = "https://cica-events.example/schemas/"
"""Where the ``$id`` of the schemas begins: a name, not an address; they ship in the package."""

StructureHook = Callable[[Any, Any], Any]
_T = TypeVar("_T")
_LISTS_OF_TEXT = (tuple[str, ...], tuple[str, ...] | None)
# Fields that the model takes as values, and a file has as text.
_FROM_TEXT = ("when", "time", "modified", "refresh", "published", "events", "set_aside")
# Keys of a document that are no fields: what describes it, and who wrote it.
_DOCUMENT = frozenset({"$schema", "generator"})
_EXTRA = {Event: frozenset(DERIVED), Calendar: _DOCUMENT, Release: _DOCUMENT}
_LONGEST_NUMBER = 20  # digits; the largest whole number that any field takes has ten


def dumps(calendar: Calendar | Release) -> bytes:
    """Writes a calendar as a JSON document: indented, keys in a fixed order, in UTF-8.

    Raises:
        InvalidError: it is no calendar, or its stream yields what is no event.

    Example:
        >>> import cica_events as ce
        >>> ce.json.dumps(ce.load_release()).splitlines()[3]
        b'  "id": "cica",'
    """
    file = io.BytesIO()
    dump(calendar, file)
    return file.getvalue()


def dump(calendar: Calendar | Release, file: IO[bytes]) -> None:
    """Writes a calendar to a binary file, event by event; otherwise as `dumps`.

    Raises:
        InvalidError: it is no calendar (nothing is written then), or its stream yields what is no
            event.

    Example:
        >>> import cica_events as ce
        >>> file = io.BytesIO()
        >>> ce.json.dump(ce.load_release(), file)
        >>> file.getvalue()[:1]
        b'{'
    """
    for chunk in chunks(calendar):
        file.write(chunk)


def chunks(calendar: Calendar | Release) -> Iterator[bytes]:
    """Writes a calendar piece by piece, as a web server sends it; otherwise as `dumps`.

    Raises:
        InvalidError: it is no calendar (at once, before the first piece), or its stream yields
            what is no event.

    Example:
        >>> import cica_events as ce
        >>> len(list(ce.json.chunks(ce.load_release())))  # the head, five events, the end
        7
    """
    return _chunks(as_calendar(calendar))


def loads(data: bytes | str) -> Calendar:
    """Reads a calendar from JSON.

    Args:
        data: the whole document.

    Raises:
        InvalidError: it is not JSON, or not a calendar; every problem is listed with its path.

    Example:
        >>> import cica_events as ce
        >>> calendar = ce.load_release().calendar()
        >>> ce.json.loads(ce.json.dumps(calendar)) == calendar
        True
    """
    return structure(parse(data), Calendar)


def load(file: IO[bytes]) -> Calendar:
    """Reads a calendar from a binary file; otherwise as `loads`.

    Raises:
        InvalidError: it is not JSON, or not a calendar; every problem is listed with its path.

    Example:
        >>> import cica_events as ce
        >>> ce.json.load(io.BytesIO(ce.json.dumps(ce.load_release()))).id
        'cica'
    """
    return loads(file.read())


def _chunks(calendar: Calendar) -> Iterator[bytes]:
    import orjson

    indented = orjson.OPT_INDENT_2
    # The last two characters close the object, in which the events are still to stand.
    yield orjson.dumps(_head(calendar), option=indented)[:-2] + b',\n  "events": ['
    separator = b"\n    "
    for event in events_of(calendar):
        # A line break inside a string is escaped, so these are only the document's own.
        yield separator + orjson.dumps(record(event), option=indented).replace(b"\n", b"\n    ")
        separator = b",\n    "
    if separator == b"\n    ":  # there was no event
        yield b"]\n}\n"
    else:
        yield b"\n  ]\n}\n"


def _head(calendar: Calendar) -> dict[str, Any]:
    """What the calendar says of itself."""
    fields = {
        "$schema": f"{SCHEMAS}calendar-1.schema.json",
        "generator": "cica-events",
        "id": calendar.id,
        "name": calendar.name,
        "description": calendar.description,
        "url": calendar.url,
        "source": calendar.source,
        "color": calendar.color,
        "refresh": duration_text(calendar.refresh),
    }
    return {name: value for name, value in fields.items() if value is not None}


def record(event: Event) -> dict[str, Any]:
    """One event as the format writes it, derived fields too; what it does not have is left out.

    Example:
        >>> from cica_events import load_release
        >>> record(load_release().events[0])["earliest"]
        datetime.date(1993, 4, 1)
    """
    when = event.when
    fields = {
        "id": event.id,
        "title": event.title,
        "when": str(when),
        "when_text": event.when_text,
        "earliest": when.earliest,
        "latest": when.latest,
        "time": event.time and str(event.time),
        "zone": event.zone,
        "starts": event.starts and timestamp_text(event.starts),
        "ends": event.ends and timestamp_text(event.ends),
        "basis": event.basis,
        "supplied": event.supplied_as_given,
        "kind": event.kind,
        "status": event.status,
        "place": event.place,
        "participants": event.participants or None,
        "evidence": event.evidence or None,
        "description": event.description,
        "note": event.note,
        "url": event.url,
        "source_title": event.source_title,
        "sequence": event.sequence,
        "modified": event.modified and timestamp_text(event.modified),
    }
    return {name: value for name, value in fields.items() if value is not None}


def parse(data: bytes | str) -> Any:
    """The value of a JSON text, in which no key may be repeated.

    Args:
        data: bytes in UTF-8 (a byte order mark is passed over) or text.

    Raises:
        InvalidError: it is not JSON, repeats a key, holds a number that no field can take, or is
            nested too deeply to be read.

    Example:
        >>> parse('{"id": 1, "id": 2}')
        Traceback (most recent call last):
        ...
        cica_events.errors.InvalidError: the key "id" is given twice in one object
    """
    # Not by orjson: it keeps the last of repeated keys, and makes fractions of large numbers.
    text = text_of(data)
    try:
        return json.loads(
            text, object_pairs_hook=_object, parse_int=_integer, parse_constant=_constant
        )
    except json.JSONDecodeError as error:
        problem = f"is not JSON: {error.msg} at line {error.lineno}, column {error.colno}"
    except RecursionError:
        problem = "is nested too deeply"
    raise InvalidError([("", problem)])


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    """An object of a document; a repeated key would hide a value, so it is an error."""
    # A key that is given twice makes the object shorter, which costs nothing to see.
    value = dict(pairs)
    if len(value) < len(pairs):
        counts = Counter(key for key, _ in pairs)
        twice = max(counts, key=counts.__getitem__)
        raise InvalidError([("", f"the key {quoted(twice)} is given twice in one object")])
    return value


def _integer(digits: str) -> int:
    """A whole number; one of a million digits would take minutes to read."""
    if len(digits) > _LONGEST_NUMBER:
        raise InvalidError([("", f"the number {quoted(digits)[1:-1]} is too long")])
    return int(digits)


def _constant(name: str) -> None:
    """Refuses NaN and infinities, which Python reads and JSON does not have."""
    raise InvalidError([("", f"is not JSON: {name} is not a JSON value")])


def structure(value: Any, kind: type[_T]) -> _T:
    """Makes a `Calendar` or a `Release` of the value of a JSON document.

    Args:
        value: what `parse` gave.
        kind: the class to make.

    Raises:
        InvalidError: the value does not fit; every problem is listed with its path.

    Example:
        >>> structure({"id": "a", "naem": "b"}, Calendar)
        Traceback (most recent call last):
        ...
        cica_events.errors.InvalidError: name: is missing
        naem: unknown key; did you mean name?
    """
    from cattrs import BaseValidationError

    try:
        return _converter().structure(value, kind)
    except (BaseValidationError, CicaEventsError, ValueError) as error:
        # Each once: of what cattrs finds wrong, `field_problems` may have told already.
        raise InvalidError(dict.fromkeys(_problems(error, ""))) from None


def _problems(error: Exception, path: str) -> list[tuple[str, str]]:
    """The problems in cattrs' tree of errors, each with the path to its value."""
    from cattrs import (
        AttributeValidationNote,
        ClassValidationError,
        ForbiddenExtraKeysError,
        IterableValidationError,
    )

    if isinstance(error, InvalidError):
        return [(_below(path, below), message) for below, message in error.problems]
    if isinstance(error, ForbiddenExtraKeysError):
        known = [field.alias for field in attrs.fields(error.cl)]
        return [
            (_below(path, quoted(key)[1:-1]), _unknown(key, known))
            for key in sorted(error.extra_fields)
        ]
    if not isinstance(error, ClassValidationError | IterableValidationError):
        message = str(error)
        if isinstance(error, KeyError):
            message = "is missing"
        return [(path, message)]
    located, plain = error.group_exceptions()
    problems = []
    for inner, note in located:
        if isinstance(note, AttributeValidationNote):
            problems += _problems(inner, _below(path, note.name))
        else:
            problems += _problems(inner, f"{path}[{note.index}]")
    for inner in plain:
        problems += _problems(inner, path)
    return problems


def _below(path: str, name: str) -> str:
    """The path to a value below another."""
    if path and name and not name.startswith("["):
        return f"{path}.{name}"
    return path + name


def _unknown(key: str, known: list[str]) -> str:
    """The message for a key that is no field, with the field that is nearest."""
    # Here, since only a mistake needs it.
    from difflib import get_close_matches

    near = get_close_matches(key, known, n=1)
    if near:
        return f"unknown key; did you mean {near[0]}?"
    return "unknown key"


@cache
def _converter() -> Converter:
    """Sees to keys, lists and text forms; the model's own validators see to the values."""
    from cattrs import Converter

    converter = Converter()
    # By itself cattrs makes text of any value, and numbers of text, so that nothing is refused.
    converter.register_structure_hook(str, _as_it_is)
    converter.register_structure_hook(int, _as_it_is)
    # Nor can it tell which of two classes a text is.
    converter.register_structure_hook(When, _from_text(parse_edtf))
    converter.register_structure_hook(When | None, _from_text(parse_edtf))
    converter.register_structure_hook(ClockTime | None, _from_text(parse_time))
    converter.register_structure_hook(datetime, _from_text(parse_timestamp))
    converter.register_structure_hook(timedelta, _from_text(parse_duration))
    converter.register_structure_hook_factory(_is_list, _list_hook)
    converter.register_structure_hook_func(_is_plain, _as_it_is)
    converter.register_structure_hook_factory(attrs.has, _object_hook)
    return converter


def _is_plain(kind: Any) -> bool:
    """Whether values of a kind are taken as they are: the model validates them."""
    return get_origin(kind) is Literal or kind in _LISTS_OF_TEXT


def _is_list(kind: Any) -> bool:
    return get_origin(kind) in (tuple, Iterable)


def _as_it_is(value: Any, _: Any) -> Any:
    return value


def _from_text(reader: Callable[[str], Any]) -> StructureHook:
    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, str):
            raise ValueError(f"{quoted(value)} is not text")
        return reader(value)

    return hook


def _list_hook(kind: Any, converter: Converter) -> StructureHook:
    """A list and nothing else: cattrs would take any iterable, such as a text."""
    items = GenericAlias(list, get_args(kind)[:1])
    build = converter.get_structure_hook(items)

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, list):
            raise ValueError(f"{quoted(value)} is not a list")
        return tuple(build(value, items))

    return hook


def _object_hook(kind: Any, converter: Converter) -> StructureHook:
    from cattrs import ClassValidationError
    from cattrs.gen import make_dict_structure_fn

    build = make_dict_structure_fn(
        kind, converter, _cattrs_forbid_extra_keys=True, _cattrs_use_alias=True
    )
    finish = _check_derived if kind is Event else _check_schema
    extra = _EXTRA.get(kind, frozenset())

    def hook(value: Any, _: Any) -> Any:
        if not isinstance(value, dict):
            raise ValueError(f"{quoted(value)} is not an object")
        fields = {key: value[key] for key in value if key not in extra}
        try:
            # What follows from other fields is not handed to the class, but compared with it below.
            made = build(fields, kind)
        except ClassValidationError as error:  # what it did not come to, it has not checked
            plain = {key: fields[key] for key in fields if key not in _FROM_TEXT}
            unseen = InvalidError(field_problems(kind, plain))
            raise ClassValidationError(error.message, [*error.exceptions, unseen], kind) from None
        finish(made, value)
        return made

    return hook


def _check_derived(event: Event, value: dict[str, Any]) -> None:
    problems = contradictions(event, value)
    # Its type and no more: a later version may put the same date in other words.
    words = value.get("when_text", "")
    if not isinstance(words, str):
        problems.append(("when_text", f"{quoted(words)} is not text"))
    if problems:
        raise InvalidError(problems)


def _check_schema(made: Any, value: dict[str, Any]) -> None:
    """Refuses a document that says it is of another kind or version."""
    name = f"{type(made).__name__.lower()}-1.schema.json"
    # It may be missing: who writes a record by hand need not say what it is.
    schema = value.get("$schema", name)
    if not isinstance(schema, str) or schema.rpartition("/")[2] != name:
        raise InvalidError([("$schema", f"{quoted(schema)} is not {name}, wherever that lies")])
