"""Events, calendars and releases: values that are validated when they are made.

All are frozen attrs classes. A value of a wrong type or content is refused at construction by an
`InvalidError` that names every field that is wrong, not only the first.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import cache
from operator import attrgetter
from typing import TYPE_CHECKING, Any, Literal, cast, get_args

import attrs

from .basis import BASES, Basis
from .characters import VISIBLE
from .clock import ClockTime, check_zone, is_fixed, moment
from .edtf import MONTHS, EdtfDate, EdtfInterval, When
from .errors import InvalidError, UnknownEventWarning, quoted, warn
from .timestamps import parse_timestamp, timestamp_text

__all__ = [
    "DERIVED",
    "Basis",
    "Calendar",
    "Event",
    "Release",
    "SetAside",
    "Status",
    "as_calendar",
    "contradictions",
    "events_of",
    "merge",
]

Status = Literal["confirmed", "tentative", "cancelled"]

COMPONENTS = ("year", "month", "day", "zone")
"""What of a date a person may supply."""

_DAY = timedelta(days=1)

# Characters that change how others are shown, or that formats cannot hold.
_CONTROL = "\x00-\x1f\x7f-\x9f\u2028\u2029"
_BIDI = "\u202a-\u202e\u2066-\u2069"
_SURROGATE = "\ud800-\udfff"
_NOT_IN_A_LINE = re.compile(f"[{_CONTROL}{_BIDI}{_SURROGATE}]")
_NOT_IN_PROSE = re.compile(f"(?![\t\n])[{_CONTROL}{_BIDI}{_SURROGATE}]")
_LINE_BREAK = re.compile("\r\n|[\r\v\f\x85\u2028\u2029]")
_NUMBER = re.compile("[0-9]+")
# The first letters, in which all ways to write an English month agree.
_WORD = re.compile(r"\b([a-z]{3})[a-z]*\b")
# It becomes part of a UID, of an address and of a file's name. Dots alone would be a folder.
_ID = re.compile(r"(?!\.+$)[A-Za-z0-9._-]+")
_URL = re.compile(
    r"[Hh][Tt][Tt][Pp][Ss]?://[A-Za-z0-9._~%:\[\]-]+(?:[/?#][!#-&(-:=?-\[\]_a-z~']*)?"
)

# The colours that COLOR may name (RFC 7986 5.9): the extended keywords of CSS Color level 3.
_COLORS = frozenset(
    """
    aliceblue antiquewhite aqua aquamarine azure beige bisque black blanchedalmond blue
    blueviolet brown burlywood cadetblue chartreuse chocolate coral cornflowerblue cornsilk
    crimson cyan darkblue darkcyan darkgoldenrod darkgray darkgreen darkgrey darkkhaki
    darkmagenta darkolivegreen darkorange darkorchid darkred darksalmon darkseagreen
    darkslateblue darkslategray darkslategrey darkturquoise darkviolet deeppink deepskyblue
    dimgray dimgrey dodgerblue firebrick floralwhite forestgreen fuchsia gainsboro ghostwhite
    gold goldenrod gray green greenyellow grey honeydew hotpink indianred indigo ivory khaki
    lavender lavenderblush lawngreen lemonchiffon lightblue lightcoral lightcyan
    lightgoldenrodyellow lightgray lightgreen lightgrey lightpink lightsalmon lightseagreen
    lightskyblue lightslategray lightslategrey lightsteelblue lightyellow lime limegreen linen
    magenta maroon mediumaquamarine mediumblue mediumorchid mediumpurple mediumseagreen
    mediumslateblue mediumspringgreen mediumturquoise mediumvioletred midnightblue mintcream
    mistyrose moccasin navajowhite navy oldlace olive olivedrab orange orangered orchid
    palegoldenrod palegreen paleturquoise palevioletred papayawhip peachpuff peru pink plum
    powderblue purple red rosybrown royalblue saddlebrown salmon sandybrown seagreen seashell
    sienna silver skyblue slateblue slategray slategrey snow springgreen steelblue tan teal
    thistle tomato turquoise violet wheat white whitesmoke yellow yellowgreen
    """.split()
)

# A rule gives the problems of one field's value: pairs of a path below the field and a message.
_Problems = Sequence[tuple[str, str]]
_Rule = Callable[[Any], _Problems]


class _Validated:
    """An instance whose fields are all valid: where one is not, an error names each that is not."""

    __slots__ = ()

    def __attrs_post_init__(self) -> None:
        # A default was valid when it was written down, and most fields of most events have it.
        for name, default, rule, relation in _rules(type(self)):  # type: ignore[arg-type]
            value = getattr(self, name)
            if value is not default and (rule(value) or (relation and relation(self))):
                # One more pass, which tells all that is wrong: so far it was only asked whether
                # anything is.
                raise InvalidError(_problems(self))


def _validated(rule: _Rule, relation: _Rule | None = None) -> dict[str, _Rule | None]:
    """The metadata of a field that takes its default, and any value that its rule accepts.

    A relation gives the problems between valid fields of an instance, such as a time without a day.
    It is asked where the field is not its default.
    """
    return {"rule": rule, "relation": relation}


@cache
def _rules(kind: type) -> tuple[tuple[str, Any, _Rule, _Rule | None], ...]:
    """For each field its name, its default, its rule and its relation: looked up once a class."""
    return tuple(
        (field.name, field.default, field.metadata["rule"], field.metadata["relation"])
        for field in attrs.fields(kind)
    )


def _problems(instance: Any) -> list[tuple[str, str]]:
    """What is wrong with each field; where nothing is, what is wrong between them."""
    fields = attrs.fields(type(instance))
    values = {field.alias: getattr(instance, field.name) for field in fields}
    problems = field_problems(type(instance), values)
    if problems:
        return problems
    given = [field for field in fields if values[field.alias] is not field.default]
    relations = dict.fromkeys(field.metadata["relation"] for field in given)
    for relation in filter(None, relations):
        problems += relation(instance)
    return problems


def field_problems(kind: type, values: Mapping[str, Any]) -> list[tuple[str, str]]:
    """What is wrong with fields of one of this module's classes, before there is an instance.

    Only fields that take the value as a file gives it are looked at.

    Example:
        >>> field_problems(Event, {"id": "a b", "title": "A title"})[0][0]
        'id'
    """
    problems = []
    for field in attrs.fields(kind):
        if field.alias in values:
            for path, message in _field_problems(field, values[field.alias]):
                problems.append((f"{field.alias}{path}", message))
    return problems


def _field_problems(field: attrs.Attribute[Any], given: Any) -> _Problems:
    """What is wrong with the value of one field, once it is converted."""
    value = given
    if callable(field.converter):
        value = field.converter(given)
    if value is field.default:
        return ()
    rule: _Rule = field.metadata["rule"]
    return rule(value)


def _line(value: Any) -> _Problems:
    """The rule of a text that programs show in one line."""
    if type(value) is str and value.isprintable() and VISIBLE.search(value):
        return ()  # nearly every value, and quick
    if not isinstance(value, str):
        return [("", f"{quoted(value)} is not text")]
    # A title of nothing but spaces or marks that nobody sees would be an empty line in a calendar.
    if not VISIBLE.search(value):
        return [("", "is empty")]
    bad = _NOT_IN_A_LINE.search(value)
    if bad:
        return [("", f"{quoted(value)} holds {_named(bad[0])}; one line of plain text is expected")]
    return ()


def _prose(value: Any) -> _Problems:
    """The rule of a text in paragraphs."""
    if type(value) is str and value.isprintable():
        return ()
    if not isinstance(value, str):
        return [("", f"{quoted(value)} is not text")]
    bad = _NOT_IN_PROSE.search(value)
    if bad:
        return [("", f"{quoted(value)} holds {_named(bad[0])}")]
    return ()


def _named(character: str) -> str:
    """A character that a text may not hold, as an error calls it."""
    kind = "a control character"
    if re.match(f"[{_SURROGATE}]", character):
        kind = "half a character"
    elif re.match(f"[{_BIDI}]", character):
        kind = "a bidirectional override"
    return f"{kind} (U+{ord(character):04X})"


def _raw_text(value: Any) -> _Problems:
    """The rule of a release's text, which is taken as it is: only half a character is no text."""
    if not isinstance(value, str):
        return [("", f"{quoted(value)} is not text")]
    bad = re.search(f"[{_SURROGATE}]", value)
    if bad:
        return [("", f"holds {_named(bad[0])} at {bad.start()}")]
    return ()


def _category(value: Any) -> _Problems:
    """The rule of a kind: iCalendar's `CATEGORIES` is a list in which these characters part."""
    problems = _line(value)
    if not problems and re.search(r"[,;\\]", value):
        return [("", f"{quoted(value)} holds a comma, a semicolon or a backslash")]
    return problems


def _identifier(value: Any) -> _Problems:
    if isinstance(value, str) and _ID.fullmatch(value):
        return ()
    return [("", f'{quoted(value)} is not an id: letters, digits, "-", "." and "_" are expected')]


def _url(value: Any) -> _Problems:
    if isinstance(value, str) and _URL.fullmatch(value):
        return ()
    return [
        (
            "",
            f"{quoted(value)} is not a web address: http:// or https://, with every space, "
            "semicolon and character outside ASCII percent-encoded",
        )
    ]


def _when(value: Any) -> _Problems:
    if type(value) in (EdtfDate, EdtfInterval):
        return ()
    hint = ""
    if isinstance(value, str):
        hint = "; parse_edtf makes one from text"
    if isinstance(value, date):
        hint = f"; that day is EdtfDate({value.year}, {value.month}, {value.day})"
    if isinstance(value, datetime):
        hint += f', its time is time=ClockTime("{value:%H:%M}")'
    return [("", f"{quoted(value)} is not an EdtfDate or EdtfInterval{hint}")]


def _clock(value: Any) -> _Problems:
    if type(value) is ClockTime:
        return ()
    hint = ""
    if isinstance(value, str):
        hint = "; parse_time makes one from text"
    return [("", f"{quoted(value)} is not a ClockTime{hint}")]


def _time_zone(value: Any) -> _Problems:
    try:
        check_zone(value)
    except InvalidError as error:
        return error.problems
    return ()


def _one_of(*choices: str) -> _Rule:
    def rule(value: Any) -> _Problems:
        if value in choices:
            return ()
        return [("", f"{quoted(value)} is not {', '.join(choices[:-1])} or {choices[-1]}")]

    return rule


def _component(value: Any) -> _Problems:
    return _one_of(*COMPONENTS)(value)


def _color(value: Any) -> _Problems:
    if isinstance(value, str) and value in _COLORS:
        return ()
    return [("", f"{quoted(value)} is not a CSS color name like steelblue")]


def _sequence(value: Any) -> _Problems:
    # An INTEGER has 32 bits and a sign (RFC 5545 3.3.8). True is an int, but no number.
    if type(value) is int and 0 <= value < 2**31:
        return ()
    return [("", f"{quoted(value)} is not a whole number from 0 to 2147483647")]


def _moment(value: Any) -> _Problems:
    # As the converter makes it of any datetime with a zone.
    if isinstance(value, datetime) and value.tzinfo is UTC:
        return ()
    return [("", f"{quoted(value)} is not a datetime with a time zone")]


def _refresh(value: Any) -> _Problems:
    # At most a day, since Outlook takes the interval for the least: a corrected date would be late.
    if isinstance(value, timedelta) and timedelta(0) < value <= _DAY and not value.microseconds:
        return ()
    return [("", f"{quoted(value)} is not a timedelta of whole seconds, at most a day")]


def _tuple_of(rule: _Rule) -> _Rule:
    def each(value: Any) -> _Problems:
        if type(value) is tuple and not any(map(rule, value)):
            return ()  # nearly every value, and quick
        if not isinstance(value, tuple):
            return [("", f"{quoted(value)} is not a list or tuple")]
        problems = []
        for place, item in enumerate(value):
            for path, message in rule(item):
                problems.append((f"[{place}]{path}", message))
        return problems

    return each


def _instance(kind: type) -> _Rule:
    def rule(value: Any) -> _Problems:
        if isinstance(value, kind):
            return ()
        article = "an" if kind.__name__[0] in "AEIOU" else "a"
        return [("", f"{quoted(value)} is not {article} {kind.__name__}")]

    return rule


def _events(value: Any) -> _Problems:
    return _tuple_of(_instance(Event))(value) or _repeated(value)


def _stream(value: Any) -> _Problems:
    """The rule of a calendar's events; those of a stream are looked at as they come."""
    if isinstance(value, tuple):
        return _events(value)
    if isinstance(value, Iterable) and not isinstance(value, str | bytes):
        return ()
    return [("", f"{quoted(value)} is not a list or stream of events")]


def _repeated(events: tuple[Event, ...]) -> _Problems:
    """The ids that an earlier event has."""
    # An id becomes a UID, so that subscribers would see one event of the two.
    seen: dict[str, int] = {}
    return [
        (f"[{place}].id", f'"{event.id}" is the id of events[{seen[event.id]}] too')
        for place, event in enumerate(events)
        if seen.setdefault(event.id, place) != place
    ]


# Converters are typed as what a caller may give, for type checkers; they pass on whatever else they
# are given, which the rules then refuse. They make plain values: a subclass, as of an enumeration,
# may write itself otherwise than it compares. Nearly every value is plain, so that is seen first.

_LISTS = (list, tuple)  # `list | tuple` makes a new type at every call


def _text(value: str) -> str:
    if type(value) is str or not isinstance(value, str):
        return value
    return str.__str__(value)


def _text_or_none(value: str | None) -> str | None:
    if value is None:
        return None
    return _text(value)


def _basis(value: Basis) -> Basis:
    if type(value) is str:
        return value
    return cast(Basis, _text(value))


def _status(value: Status) -> Status:
    if type(value) is str:
        return value
    return cast(Status, _text(value))


def _trimmed(value: str) -> str:
    """Some programs drop spaces at either end, so there are none."""
    if isinstance(value, str):
        return _text(value).strip(" ")
    return value


def _quote(value: str) -> str:
    """White space is the one thing in which a quote may differ from the text."""
    if isinstance(value, str):
        return " ".join(_text(value).split())
    return value


def _each(convert: Callable[[str], str], value: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    if type(value) is tuple and not value:
        return value  # most events have no participants, and many no quote
    if isinstance(value, _LISTS):
        return tuple(map(convert, value))
    return value


def _lines(value: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return _each(_trimmed, value)


def _quotes(value: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return _each(_quote, value)


def _none_if_empty(value: str | None) -> str | None:
    if isinstance(value, str):
        return _trimmed(value) or None
    return value


def _with_line_feeds(value: str | None) -> str | None:
    """Line breaks of every kind are one kind, so that formats that change them lose nothing."""
    if type(value) is str and value.isprintable():
        return value or None
    if isinstance(value, str):
        return _LINE_BREAK.sub("\n", _text(value)) or None
    return value


def _in_order(value: list[str] | tuple[str, ...] | None) -> tuple[str, ...] | None:
    """Supplied components as a set has them: each once, the largest first."""
    if value is None or not isinstance(value, _LISTS):
        return value
    known = [name for name in COMPONENTS if name in value]
    return (*known, *(item for item in value if item not in COMPONENTS))


def _ids(value: list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return _each(_text, value)


def _event_tuple(value: list[Event] | tuple[Event, ...]) -> tuple[Event, ...]:
    if isinstance(value, _LISTS):
        return tuple(value)
    return value


def _event_stream(value: Iterable[Event]) -> Iterable[Event]:
    # A tuple, so that nobody changes a frozen calendar by its list; a stream stays one, since an
    # archive of thousands of releases need not fit into memory to be written.
    if isinstance(value, _LISTS):
        return tuple(value)
    return value


def _set_asides(value: list[SetAside] | tuple[SetAside, ...]) -> tuple[SetAside, ...]:
    if isinstance(value, _LISTS):
        return tuple(value)
    return value


def _in_utc(value: datetime | None) -> datetime | None:
    """Whole seconds in UTC, as iCalendar writes a moment; what has no zone is refused later."""
    if not isinstance(value, datetime) or value.tzinfo is None:
        return value
    if type(value) is datetime and value.tzinfo is UTC and not value.microsecond:
        return value
    try:
        utc = value.astimezone(UTC).replace(microsecond=0)
    # In the first hours of year 1, or the last of year 9999, there is no such moment in UTC.
    except OverflowError:
        return value  # which the validator refuses
    if type(utc) is datetime:
        return utc
    return datetime(*utc.timetuple()[:6], tzinfo=UTC)


def _length(value: timedelta) -> timedelta:
    """A plain length of time: a subclass may write itself otherwise."""
    if type(value) is timedelta or not isinstance(value, timedelta):
        return value
    return timedelta(value.days, value.seconds, value.microseconds)


def _time_problems(event: Event) -> _Problems:
    """Where a time and its zone do not go together, or not with the date."""
    clock, when = event.time, event.when
    if clock is None:
        return [("zone", f'"{event.zone}" is the zone of no time')]
    # "10:00, sometime in April" is a time of no day, and no program could show it.
    if when.window is None or not when.exact or when.qualified:
        return [("time", f'"{clock}" needs a known day, or an interval of two; when is "{when}"')]
    # Of which of the two days the one time is, the words do not say.
    if clock.end is None and isinstance(when, EdtfInterval):
        return [("time", f'"{clock}" needs an end, as in {clock}/18:00: "{when}" has two days')]
    return _moment_problems(when.window, clock, event.zone or "Z")


def _moment_problems(days: tuple[date, date], clock: ClockTime, zone: str) -> _Problems:
    """Where a time does not exist on its day, or ends before it starts."""
    try:
        starts = moment(days[0], clock.start, zone)
        ends = moment(days[1], clock.end, zone) if clock.end is not None else None
    except InvalidError as error:
        return [("time", message) for _, message in error.problems]
    if ends is None or starts < ends:
        return ()
    hint = "where it ends on the next day, when is an interval of both days"
    return [("time", f'"{clock}" does not end after it starts; {hint}')]


_LINE = _validated(_line)
_PROSE = _validated(_prose)
_WEB_ADDRESS = _validated(_url)
_IDENTIFIER = _validated(_identifier)
_BASIS = _validated(_one_of(*BASES))


@attrs.frozen(kw_only=True, order=False)
class Event(_Validated):
    """One dated item.

    Args:
        id: stable for ever and unique in a calendar; letters, digits, ``-``, ``.`` and ``_``. It
            belongs to the event: a later release that knows its day better uses the same id.
        title: what happened, on one line (as every line, kept without spaces at its ends).
        when: an `EdtfDate` if it happened some time within, an `EdtfInterval` if it lasted.
        time: the time of day, only beside a day, or beside an interval of two days, whose first
            and last moment it is then.
        zone: the time zone of that time: ``Z``, an offset like ``+06:00`` or a name of the tz
            database like ``Asia/Almaty``; ``None`` where it is not known.
        kind: what sort of event, one word or few (RFC 5545 ``CATEGORIES``).
        evidence: the quotes that prove the date, verbatim but for white space.
        basis: ``stated`` (the words give the whole date), ``resolved`` (words such as "this year"
            and the publication date do) or ``inferred`` (something was supplied that the words do
            not say).
        note: a remark of the person who made the record.
        place: where, on one line.
        participants: who took part, one line each.
        description: more about the event; line breaks of every kind become LF.
        status: ``confirmed``, ``tentative`` or ``cancelled``. An imprecise date is not tentative.
        url: the web page that states the event.
        source_title: the title of the release that states it (`Release.calendar` fills it in).
        sequence: how many times the event was revised, 0 to 2147483647 (RFC 5545 3.8.7.4).
        modified: when the record was last revised; kept in UTC, in whole seconds.
        supplied: what of the date no quote says: ``year``, ``month``, ``day``, ``zone``. Kept as
            given in ``supplied_as_given``; where it is ``None``, `supplied` is read off the quotes.

    Raises:
        InvalidError: any value is of a wrong type or content; every wrong field is named.

    Example:
        >>> from cica_events import parse_edtf
        >>> event = Event(id="first-meeting", title="First meeting", when=parse_edtf("1993-04"))
        >>> event.when_text
        'April 1993'
        >>> Event(id="a b", title="", when=event.when)  # doctest: +ELLIPSIS
        Traceback (most recent call last):
        ...
        cica_events.errors.InvalidError: id: "a b" is not an id: ...
        title: is empty
    """

    id: str = attrs.field(converter=_text, metadata=_IDENTIFIER)
    title: str = attrs.field(converter=_trimmed, metadata=_LINE)
    when: When = attrs.field(metadata=_validated(_when))
    kind: str = attrs.field(default="event", converter=_trimmed, metadata=_validated(_category))
    evidence: tuple[str, ...] = attrs.field(
        default=(), converter=_quotes, metadata=_validated(_tuple_of(_line))
    )
    basis: Basis = attrs.field(default="stated", converter=_basis, metadata=_BASIS)
    note: str | None = attrs.field(default=None, converter=_with_line_feeds, metadata=_PROSE)
    place: str | None = attrs.field(default=None, converter=_none_if_empty, metadata=_LINE)
    participants: tuple[str, ...] = attrs.field(
        default=(), converter=_lines, metadata=_validated(_tuple_of(_line))
    )
    description: str | None = attrs.field(default=None, converter=_with_line_feeds, metadata=_PROSE)
    status: Status = attrs.field(
        default="confirmed", converter=_status, metadata=_validated(_one_of(*get_args(Status)))
    )
    url: str | None = attrs.field(default=None, converter=_none_if_empty, metadata=_WEB_ADDRESS)
    source_title: str | None = attrs.field(default=None, converter=_none_if_empty, metadata=_LINE)
    sequence: int = attrs.field(default=0, metadata=_validated(_sequence))
    modified: datetime | None = attrs.field(
        default=None, converter=_in_utc, metadata=_validated(_moment)
    )
    time: ClockTime | None = attrs.field(default=None, metadata=_validated(_clock, _time_problems))
    zone: str | None = attrs.field(
        default=None,
        converter=_text_or_none,
        metadata=_validated(_time_zone, _time_problems),
    )
    # Apart from what is derived, so that `attrs.evolve` does not take that for given.
    supplied_as_given: tuple[str, ...] | None = attrs.field(
        default=None,
        alias="supplied",
        converter=_in_order,
        metadata=_validated(_tuple_of(_component)),
    )

    def __eq__(self, other: object) -> bool:
        """Events are equal that say the same, whether what was supplied is given or derived."""
        if not isinstance(other, Event):
            return NotImplemented
        if _compared(self) != _compared(other):
            return False
        given = self.supplied_as_given == other.supplied_as_given
        return given or self.supplied == other.supplied

    def __hash__(self) -> int:
        # By what is derived: equal events must have equal hashes, whether or not it was given.
        return hash((_compared(self), self.supplied))

    if not TYPE_CHECKING:  # where a type checker says that events have no order

        def __lt__(self, other: object) -> bool:
            raise TypeError("events have no order of their own: key=lambda e: e.when.sort_key")

    @property
    def supplied(self) -> tuple[str, ...]:
        """The components of a date that no quote says: what a person supplied.

        Where the record does not give them, they are those of an inferred date whose numbers and
        names stand in no quote.

        Example:
            >>> from cica_events import EdtfDate
            >>> Event(id="e", title="Joint Statement", when=EdtfDate(2022, 5, 10),
            ...       basis="inferred", evidence=["signed on 10 May"]).supplied
            ('year',)
        """
        if self.supplied_as_given is not None:
            return self.supplied_as_given
        if self.basis != "inferred":
            return ()
        said = _components_of(" ".join(self.evidence))

        def is_missing(name: str) -> bool:
            return any(_is_missing(getattr(end, name), name, said) for end in self.when.dates)

        return tuple(filter(is_missing, ("year", "month", "day")))

    @property
    def when_text(self) -> str:
        """The date in English, with the time; what was supplied in square brackets.

        Example:
            >>> from cica_events import EdtfDate
            >>> Event(id="e", title="Joint Statement", when=EdtfDate(2022, 5, 10),
            ...       basis="inferred", evidence=["signed on 10 May"]).when_text
            '10 May [2022]'
        """
        supplied = self.supplied
        if self.time is None:
            return self.when.describe(supplied)
        return _timed_text(self.when, self.time, supplied) + self._zone_text(supplied)

    def _zone_text(self, supplied: tuple[str, ...]) -> str:
        """What follows a time to say in which zone it is."""
        if self.zone is None:
            return ""
        zone = self.zone
        if zone == "Z":
            zone = "UTC"
        elif zone[0] in "+-":
            zone = f"UTC{zone}"
        if "zone" in supplied:
            return f" [{zone}]"
        return f" {zone}"

    @property
    def starts(self) -> datetime | None:
        """The moment at which it starts, in UTC; ``None`` without a time or without its zone.

        Example:
            >>> from cica_events import EdtfDate, parse_time
            >>> event = Event(id="e", title="Opening", when=EdtfDate(2025, 3, 4),
            ...               time=parse_time("10:00/12:30"), zone="Asia/Almaty")
            >>> str(event.starts), str(event.ends)
            ('2025-03-04 05:00:00+00:00', '2025-03-04 07:30:00+00:00')
        """
        if self.time is None or self.zone is None or self.when.earliest is None:
            return None
        return moment(self.when.earliest, self.time.start, self.zone)

    @property
    def ends(self) -> datetime | None:
        """The moment at which it ends, in UTC; ``None`` where no end is said, or no zone.

        Example:
            >>> from cica_events import EdtfDate, parse_time
            >>> Event(id="e", title="Opening", when=EdtfDate(2025, 3, 4),
            ...       time=parse_time("10:00"), zone="Z").ends is None
            True
        """
        if self.time is None or self.time.end is None or self.zone is None:
            return None
        assert self.when.latest is not None
        return moment(self.when.latest, self.time.end, self.zone)


def _timed_text(when: When, clock: ClockTime, supplied: tuple[str, ...]) -> str:
    """A date with its time; of an interval each day has its own."""
    if isinstance(when, EdtfDate):
        return f"{when.describe(supplied)}, {clock.describe()}"
    days = [end.describe(supplied) for end in when.dates]
    hours = clock.describe().split("–")
    return " – ".join(f"{day}, {hour}" for day, hour in zip(days, hours, strict=True))


_compared = attrgetter(*(f.name for f in attrs.fields(Event) if f.alias != "supplied"))


def unsaid(said: When | None, when: When) -> tuple[str, ...]:
    """The components of a date that words leave open, or say otherwise.

    Args:
        said: what the words say, with everything unsaid ``X``; or ``None``, if nothing of it.
        when: the date.

    Example:
        >>> from cica_events import parse_edtf
        >>> unsaid(parse_edtf("XXXX-05-10"), parse_edtf("2022-05-10"))
        ('year',)
    """
    found: set[str] = set()
    for words, end in _ends(said, when):
        found.update(_differing(words, end))
    return tuple([name for name in COMPONENTS if name in found])


def _ends(said: When | None, when: When) -> list[tuple[EdtfDate | None, EdtfDate]]:
    """The dates that a value consists of, each beside what the words say of it."""
    if isinstance(when, EdtfDate):
        return [(_date(said), when)]
    first: object = said
    last: object = said
    if isinstance(said, EdtfInterval):
        first, last = said.start, said.end
    pairs = (first, when.start), (last, when.end)
    return [(_date(words), end) for words, end in pairs if isinstance(end, EdtfDate)]


def _date(value: object) -> EdtfDate | None:
    if not isinstance(value, EdtfDate):
        return None
    return value


def _differing(said: EdtfDate | None, when: EdtfDate) -> Iterator[str]:
    """The components of a date that words leave open, or say otherwise."""
    for name in ("year", "month", "day"):
        value = getattr(when, name)
        if value is not None and (said is None or getattr(said, name) != value):
            yield name


def _components_of(text: str) -> set[str]:
    """The numbers of a text, and its words, months among them, by their first three letters."""
    numbers = {number.lstrip("0") for number in _NUMBER.findall(text)}
    return numbers | set(_WORD.findall(text.casefold()))


def _is_missing(component: int | str | None, name: str, said: set[str]) -> bool:
    """Whether neither the number of a component nor the name of its month is said."""
    if component is None or str(component) in said:
        return False
    if name == "month" and isinstance(component, int):
        # A season or a quarter is always the release's own word.
        return component <= 12 and MONTHS[component - 1][:3].casefold() not in said
    return True


@attrs.frozen(kw_only=True)
class Calendar(_Validated):
    """A named set of events.

    Args:
        id: for ever, since each event's iCalendar UID ends in it; a domain name of your own is
            best. It names the calendar's files.
        name: what people see in their list of calendars.
        events: kept as a tuple if given as a list or tuple; any other iterable may be given when
            the calendar is only written, and is read once, as it is written.
        description: what the calendar holds.
        url: a web page about it.
        source: the address that the feed is fetched from again (RFC 7986 ``SOURCE``).
        color: a CSS3 color name (RFC 7986 ``COLOR``).
        refresh: how often subscribers should fetch it again; whole seconds, at most a day.

    Raises:
        InvalidError: any value is of a wrong type or content, or two events have one id.

    Example:
        >>> Calendar(id="cica", name="CICA", color="mauve-ish")
        Traceback (most recent call last):
        ...
        cica_events.errors.InvalidError: color: "mauve-ish" is not a CSS color name like steelblue
    """

    id: str = attrs.field(converter=_text, metadata=_IDENTIFIER)
    name: str = attrs.field(converter=_trimmed, metadata=_LINE)
    events: Iterable[Event] = attrs.field(
        default=(), converter=_event_stream, metadata=_validated(_stream)
    )
    description: str | None = attrs.field(default=None, converter=_with_line_feeds, metadata=_PROSE)
    url: str | None = attrs.field(default=None, converter=_none_if_empty, metadata=_WEB_ADDRESS)
    source: str | None = attrs.field(default=None, converter=_none_if_empty, metadata=_WEB_ADDRESS)
    color: str | None = attrs.field(
        default=None, converter=_none_if_empty, metadata=_validated(_color)
    )
    refresh: timedelta = attrs.field(
        default=timedelta(hours=12), converter=_length, metadata=_validated(_refresh)
    )


@attrs.frozen
class SetAside(_Validated):
    """A date phrase of a release that is no event, and why.

    Args:
        text: words of the release that hold the phrase, verbatim but for white space.
        reason: why it is no event.

    Raises:
        InvalidError: either is not one line of text.

    Example:
        >>> SetAside("annual", "a repeated event, not one date").reason
        'a repeated event, not one date'
    """

    text: str = attrs.field(converter=_quote, metadata=_LINE)
    reason: str = attrs.field(converter=_trimmed, metadata=_LINE)


@attrs.frozen(kw_only=True)
class Release(_Validated):
    """A press release: its text, the events that it states and what was set aside.

    Args:
        id: the id of the calendar that the release makes.
        title: its headline.
        publisher: who published it.
        url: where it is published.
        published: its date of publication, as precisely as it is known.
        published_basis: what that date rests on, as in `Event`.
        published_note: from what it was inferred or resolved.
        text: the words, exactly as published.
        events: the events that the text states.
        set_aside: the date phrases in the text that are no events.
        unreviewed: the ids of events that a program drafted and no person has confirmed.

    Raises:
        InvalidError: any value is of a wrong type or content, or two events have one id.

    Example:
        >>> Release(id="r", title="A release", text="").calendar().name
        'A release'
    """

    id: str = attrs.field(converter=_text, metadata=_IDENTIFIER)
    title: str = attrs.field(converter=_trimmed, metadata=_LINE)
    text: str = attrs.field(converter=_text, metadata=_validated(_raw_text))
    publisher: str | None = attrs.field(default=None, converter=_none_if_empty, metadata=_LINE)
    url: str | None = attrs.field(default=None, converter=_none_if_empty, metadata=_WEB_ADDRESS)
    published: When | None = attrs.field(default=None, metadata=_validated(_when))
    published_basis: Basis = attrs.field(default="stated", converter=_basis, metadata=_BASIS)
    published_note: str | None = attrs.field(default=None, converter=_none_if_empty, metadata=_LINE)
    events: tuple[Event, ...] = attrs.field(
        default=(), converter=_event_tuple, metadata=_validated(_events)
    )
    set_aside: tuple[SetAside, ...] = attrs.field(
        default=(), converter=_set_asides, metadata=_validated(_tuple_of(_instance(SetAside)))
    )
    unreviewed: tuple[str, ...] = attrs.field(
        default=(), converter=_ids, metadata=_validated(_tuple_of(_identifier))
    )

    def calendar(self) -> Calendar:
        """The release's events as a calendar; each event names the release as its source.

        An event that is unreviewed is tentative there.

        Warns:
            UnknownEventWarning: an id that is unreviewed is that of no event.

        Example:
            >>> from cica_events import load_release
            >>> load_release().calendar().id
            'cica'
        """
        guesses = self._guesses()
        events = tuple(
            attrs.evolve(
                event,
                url=event.url or self.url,
                source_title=event.source_title or self.title,
                status=_status_shown(event, event.id in guesses),
            )
            for event in self.events
        )
        return Calendar(
            id=self.id, name=self.title, events=events, url=self.url, description=self._about()
        )

    def _guesses(self) -> set[str]:
        """The ids that are unreviewed; warns of those that no event has."""
        known = {event.id for event in self.events}
        for unknown in sorted(set(self.unreviewed) - known):
            message = f'unreviewed: "{unknown}" is the id of no event, and is ignored'
            warn(message, UnknownEventWarning)
        return known.intersection(self.unreviewed)

    def _about(self) -> str:
        """The description of the calendar, with publisher and date as far as they are known."""
        origin = []
        if self.publisher:
            origin.append(self.publisher)
        if self.published:
            origin.append(self.published.describe(self.published_supplied))
        words = f"The dates stated in the press release “{self.title}”"
        if origin:
            words += f" ({', '.join(origin)})"
        return f"{words}."

    @property
    def published_supplied(self) -> tuple[str, ...]:
        """The components of the date of publication that a person supplied: all of an inferred one.

        Example:
            >>> from cica_events import load_release
            >>> load_release().published_supplied
            ('year', 'month', 'day')
        """
        if self.published_basis != "inferred":
            return ()
        return ("year", "month", "day")


def _status_shown(event: Event, is_guess: bool) -> Status:
    """The status of an event in its calendar: nothing that nobody reviewed is confirmed."""
    if is_guess and event.status == "confirmed":
        return "tentative"
    return event.status


DERIVED = ("when_text", "earliest", "latest", "starts", "ends")
"""What files say of an event beside its fields, for people and programs that need it."""


def contradictions(event: Event, given: Mapping[str, object]) -> list[tuple[str, str]]:
    """Where a file gives other days or moments than those that follow from its other values.

    `when_text` is not compared: it is for people, and a later version may word it otherwise. Nor
    is a moment in a named zone: another version of the tz database may have given it.

    Args:
        event: the event that the file's other values make.
        given: the values of derived fields by their names, days and moments as text.

    Example:
        >>> from cica_events import EdtfDate
        >>> event = Event(id="e", title="Meeting", when=EdtfDate(1993, 4))
        >>> contradictions(event, {"earliest": "1993-04-02", "latest": "1993-04-30"})
        [('earliest', '"1993-04-02" contradicts when, which gives "1993-04-01"')]
    """
    problems = []
    for name, day in (("earliest", event.when.earliest), ("latest", event.when.latest)):
        expected = day and day.isoformat()
        if name in given and given[name] != expected:
            message = f"{quoted(given[name])} contradicts when, which gives {quoted(expected)}"
            problems.append((name, message))
    for name in ("starts", "ends"):
        if name not in given:
            continue  # the moment is worked out, which takes time, only where a file gives it
        at = getattr(event, name)
        if not _is_moment(given[name], at, event.zone):
            expected = at and timestamp_text(at)
            message = f"{quoted(given[name])} contradicts time and zone: {quoted(expected)}"
            problems.append((name, message))
    return problems


def _is_moment(given: object, at: datetime | None, zone: str | None) -> bool:
    """Whether a file gives a moment, or may have given it with another tz database."""
    if at is None or not isinstance(given, str):
        return at is given
    try:
        return parse_timestamp(given) == at or not is_fixed(zone or "")
    except ValueError:
        return False


def as_calendar(what: object, name: str = "calendar") -> Calendar:
    """What is to be written: a calendar, or the calendar of a release.

    Args:
        what: either of them.
        name: what an error calls it.

    Raises:
        InvalidError: it is neither.

    Example:
        >>> from cica_events import load_release
        >>> as_calendar(load_release()) == load_release().calendar()
        True
    """
    if isinstance(what, Release):
        return what.calendar()
    if isinstance(what, Calendar):
        return what
    hint = ""
    # `export(release.calendar, ...)`, without the brackets, is easily written.
    if isinstance(getattr(what, "__self__", None), Release):
        hint = "; it is called, as in release.calendar()"
    raise InvalidError([(name, f"{quoted(what)} is not a Calendar or Release{hint}")])


def events_of(calendar: Calendar) -> Iterator[Event]:
    """The events of a calendar, one by one, also where they are a stream.

    Raises:
        InvalidError: the stream yields what is no event.

    Example:
        >>> from cica_events import load_release
        >>> next(events_of(load_release().calendar())).id
        'first-meeting-1993'
    """
    for place, event in enumerate(calendar.events):
        if not isinstance(event, Event):
            raise InvalidError([(f"events[{place}]", f"{quoted(event)} is not an Event")])
        yield event


def merge(
    *parts: Calendar | Release,
    id: str | None = None,  # noqa: A002 - the field's name
    name: str | None = None,
) -> Calendar:
    """One calendar of several; the same event id in a later one replaces the earlier.

    Args:
        parts: calendars and releases, the most trusted last.
        id: the id of the calendar; the first part's if not given, so that subscribers keep it.
        name: its name; the first part's if not given.

    Raises:
        InvalidError: there are no parts, or one is neither a calendar nor a release.

    Example:
        >>> from cica_events import load_release
        >>> len(merge(load_release(), load_release(), name="CICA").events)
        5
    """
    calendars = _calendars(parts)
    events: dict[str, Event] = {}
    for calendar in calendars:
        # A later event takes the earlier one's place in the order, so that the rest does not move.
        events.update((event.id, event) for event in calendar.events)
    agreed = {}
    # What the parts say alike holds for the whole; of two answers neither would be true of it.
    for field in ("description", "url", "source", "color"):
        values = {getattr(calendar, field) for calendar in calendars}
        if len(values) == 1:
            agreed[field] = values.pop()
    first = calendars[0]
    return Calendar(
        id=id or first.id,
        name=name or first.name,
        events=tuple(events.values()),
        # As often as the part that changes most often.
        refresh=min(calendar.refresh for calendar in calendars),
        **agreed,
    )


def _calendars(parts: Sequence[Calendar | Release]) -> list[Calendar]:
    """The calendars to merge; all that are none are named at once."""
    calendars: list[Calendar] = []
    problems: list[tuple[str, str]] = []
    for place, part in enumerate(parts):
        try:
            calendars.append(as_calendar(part, f"parts[{place}]"))
        except InvalidError as error:
            problems += error.problems
    if not parts:
        problems.append(("parts", "nothing to merge"))
    if problems:
        raise InvalidError(problems)
    return calendars
