"""The page that people subscribe from: one HTML file that needs nothing else, and no script.

Its template is ``page.html.j2``, its styles are ``page.css``. Where a script may run, ``page.js``
adds filters, the page's own address and a file for each event. Whatever comes from data is escaped,
and a Content-Security-Policy lets nothing run or load but what this module wrote.
"""

from __future__ import annotations

import json
import re
from base64 import b64encode
from bisect import bisect
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime, time
from functools import cached_property, lru_cache
from hashlib import sha256
from importlib import resources
from typing import IO, TYPE_CHECKING, Any
from urllib.parse import quote as percent

import attrs

from ..basis import in_words
from ..characters import visible
from ..clock import ClockTime, offset_at
from ..clock import moment as moment_in
from ..edtf import MONTHS, EdtfDate
from ..errors import CicaEventsError, InvalidError, quoted
from ..model import Calendar, Event, Release, events_of, field_problems
from ..quotes import locate, sentence
from ..timestamps import now, timestamp_text

if TYPE_CHECKING:
    from jinja2 import Template

__all__ = ["address_problems", "dump", "dumps"]

_CONTEXT = 300  # characters of a sentence that are shown on either side of a quote
_SHORT = 10  # words of a quote that a link gives in full
_ENDS = 4  # words that a link gives of the ends of a longer one
_ABOUT = 200  # characters of the description that search engines show
# The addresses by which these programs subscribe; none of them is documented for ever.
_GOOGLE = "https://calendar.google.com/calendar/r?cid="
_OUTLOOK = "https://outlook.office.com/calendar/0/addfromweb?url="
_LIVE = "https://outlook.live.com/calendar/0/addfromweb?url="
_WAYS = {"google": _GOOGLE, "outlook": _OUTLOOK, "live": _LIVE}
_LONG = 12  # events; where there are more, the list has years, filters and numbers
_NEXT = 3  # events that are named before all others
_LARGE = 100_000  # octets of a picture that the page shows from the file beside it
_LINKED = 100  # events that search engines are told of


def dumps(
    calendar: Calendar,
    *,
    picture: bytes = b"",
    releases: Iterable[Release] = (),
    url: str | None = None,
    updated: datetime | None = None,
    withdrawn: Collection[str] = (),
) -> bytes:
    """Writes the page of a calendar, which stands beside its files.

    Args:
        calendar: what the page shows. Its ``id`` names the files beside the page.
        picture: its timeline, as ``svg.dumps`` drew it.
        releases: those that it comes from: each quote is shown in its sentence, and what was set
            aside with its reason.
        url: the address of the folder that the files are published in, for people to subscribe
            to; without it they can only download.
        updated: when it was published; the last revision of an event if not given.
        withdrawn: the ids of the events that its publisher has withdrawn, rather than that the
            record says are cancelled; search engines are not told of them.

    Raises:
        InvalidError: an argument is wrong, or the calendar's stream yields what is no event.
        CicaEventsError: jinja2 is not installed; the extra ``page`` brings it.

    Example:
        >>> from cica_events import load_release
        >>> from cica_events.formats import page
        >>> release = load_release()
        >>> data = page.dumps(release.calendar(), releases=[release], url="https://example.org/cal/")
        >>> b'href="webcal://example.org/cal/cica.ics"' in data
        True
    """
    sources = _validated(calendar, picture, releases, url)
    shown = _Shown.all(_ordered(calendar), _Quotes(sources))
    moment = _moment(shown, updated)
    ahead = [item for item in shown if moment and not item.is_over(moment.date())]
    coming = [item for item in ahead if moment and item.is_next(moment.date())]
    told = [e for e in _for_search(shown, ahead) if e.id not in withdrawn]
    # Without its last slash an address is that of a file, and links would lead beside the folder.
    folder = url and url.rstrip("/") + "/"
    drawn = _drawn(calendar, picture)
    style, script = _resource("page.css"), f"const WAYS={json.dumps(_WAYS)};{_resource('page.js')}"
    text = _template().render(
        calendar=calendar,
        count=len(shown),
        level=3 + bool(ahead) + (len(shown) > _LONG),
        long=len(shown) > _LONG,
        parts=_parts(shown, ahead),
        next=coming[:_NEXT],
        filters=_filters(shown),
        shared=_shared(shown),
        years=_years([item.event for item in shown]),
        about=_about(calendar),
        updated=moment and _Part(_moment_words(moment), timestamp_text(moment)),
        picture=_raw(drawn),
        sources=[_Source.of(release) for release in sources],
        subscribe=folder and _Addresses.of(folder, calendar),
        url=folder,
        style=_raw(style),
        script=_raw(script),
        withdrawn=withdrawn,
        linked=_raw(_linked(calendar, told, folder)),
        policy=_policy([style, *re.findall("<style>(.*?)</style>", drawn, re.DOTALL)], script),
    )
    return text.encode()


def dump(
    calendar: Calendar,
    file: IO[bytes],
    *,
    picture: bytes = b"",
    releases: Iterable[Release] = (),
    url: str | None = None,
    updated: datetime | None = None,
    withdrawn: Collection[str] = (),
) -> None:
    """Writes the page to a binary file; otherwise as `dumps`.

    Raises:
        InvalidError: as in `dumps`; nothing is written then.
        CicaEventsError: as in `dumps`.

    Example:
        >>> import io
        >>> from cica_events import load_release
        >>> from cica_events.formats import page
        >>> file = io.BytesIO()
        >>> page.dump(load_release().calendar(), file)
        >>> file.getvalue()[:15]
        b'<!doctype html>'
    """
    data = dumps(
        calendar,
        picture=picture,
        releases=releases,
        url=url,
        updated=updated,
        withdrawn=withdrawn,
    )
    file.write(data)


def _validated(
    calendar: Calendar, picture: bytes, releases: Iterable[Release], url: str | None
) -> list[Release]:
    """The releases; all arguments that are wrong are named at once."""
    sources = list(releases)
    problems = [
        (f"releases[{place}]", f"{quoted(release)} is not a Release")
        for place, release in enumerate(sources)
        if not isinstance(release, Release)
    ]
    if not isinstance(calendar, Calendar):
        problems.append(("calendar", f"{quoted(calendar)} is not a Calendar"))
    if not isinstance(picture, bytes) or picture[:4] not in (b"", b"<svg"):
        problems.append(("picture", f"{quoted(picture)} is not an SVG picture"))
    problems += address_problems(url)
    if problems:
        raise InvalidError(problems)
    return sources


def address_problems(url: str | None) -> list[tuple[str, str]]:
    """What is wrong with the ``url`` of `dumps`.

    Example:
        >>> address_problems("https://example.org/?page=1")
        [('url', '"https://example.org/?page=1" is not the address of a folder')]
    """
    problems = field_problems(Calendar, {"url": url})
    if not problems and url and re.search("[?#]", url):
        problems.append(("url", f"{quoted(url)} is not the address of a folder"))
    return problems


def _ordered(calendar: Calendar) -> list[Event]:
    return sorted(events_of(calendar), key=_order)


def _order(event: Event) -> tuple[Any, ...]:
    """By date; what has none comes last."""
    return event.when.window is None, event.when.sort_key[:2], str(event.time or ""), event.id


@lru_cache  # to compile it takes longer than to write a page
def _template() -> Template:
    try:
        from jinja2 import Environment, StrictUndefined
    except ImportError:
        message = 'the page needs jinja2: pip install "cica-events[page]"'
        raise CicaEventsError(message) from None
    # A name that is misspelt in the template is an error, and not an empty place on the page.
    environment = Environment(
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        finalize=_visible,
    )
    return environment.from_string(_resource("page.html.j2"))


def _visible(value: Any) -> Any:
    """Shows what nobody would see in a text, and what HTML cannot hold."""
    if type(value) is str:
        return visible(value)
    return value


def _raw(text: str) -> Any:
    """Text that is HTML already, and is not escaped again."""
    from markupsafe import Markup

    return Markup(text)


@attrs.frozen
class _Part:
    """Words, and what they say to a machine if they are a date."""

    words: str
    machine: str = ""


@attrs.frozen
class _Quote:
    """A quote, and what stands around it in its sentence."""

    before: str
    words: str
    after: str

    @classmethod
    def within(cls, text: str, start: int, end: int) -> _Quote:
        first, last = sentence(text, start, end)
        before = text[max(first, start - _CONTEXT - 1) : start]
        after = text[end : min(last, end + _CONTEXT + 1)]
        if len(before) > _CONTEXT:
            before = f"… {before[-_CONTEXT:].lstrip()}"
        if len(after) > _CONTEXT:
            after = f"{after[:_CONTEXT].rstrip()} …"
        return cls(before, text[start:end], after)


class _Quotes:
    """Quotes as they stand in the release that quotes them, or else in any that is given."""

    def __init__(self, releases: list[Release]) -> None:
        self._releases = releases[::-1]
        self._found: dict[str, _Quote] = {}
        # Release by release: what `locate` has worked out of a text is kept for the next quote.
        for release in releases:
            for event in release.events:
                for words in event.evidence:
                    self._find(words, release)

    def of(self, words: str) -> _Quote:
        if words not in self._found and (release := self._holding(words)):
            self._find(words, release)
        return self._found.get(words) or _Quote("“", words, "”")

    def _holding(self, words: str) -> Release | None:
        """The last release in whose text words stand that it does not quote."""
        place = self._texts.find(words)
        if place < 0:
            return None
        return self._releases[bisect(self._starts, place) - 1]

    @cached_property
    def _texts(self) -> str:
        """All texts one after the other, with one space for white space, as in a quote."""
        return "\n".join(" ".join(release.text.split()) for release in self._releases)

    @cached_property
    def _starts(self) -> list[int]:
        """Where in them the text of each release begins."""
        return [0, *(match.end() for match in re.finditer("\n", self._texts))]

    def _find(self, words: str, release: Release) -> None:
        """Remembers a quote with the words around it, if the text of the release has it."""
        found = locate(release.text, words)
        if found:
            self._found[words] = _Quote.within(release.text, *found)


@attrs.frozen
class _Fact:
    """A row of what is known of an event, apart from its date."""

    name: str
    values: tuple[str, ...]
    link: str | None = None
    prose: bool = False


@attrs.frozen
class _Shown:
    """An event as the page shows it."""

    number: int
    event: Event
    when: list[_Part]
    known: str
    quotes: list[_Quote]
    facts: list[_Fact]

    @classmethod
    def all(cls, events: list[Event], quotes: _Quotes) -> list[_Shown]:
        """The events in their order, without what all of them share."""
        same = _Same.of(events)
        shown = []
        for number, event in enumerate(events, start=1):
            found = [quotes.of(words) for words in event.evidence]
            known = "" if same.known else _certainty(event)
            shown.append(cls(number, event, _timed(event), known, found, _facts(event, same)))
        return shown

    @property
    def year(self) -> str:
        """The year under which it stands."""
        window = self.event.when.window
        if window:
            return str(window[0].year)
        return "Year not known"

    def is_over(self, day: date) -> bool:
        """Whether its last possible day is before a day, or not known."""
        latest = self.event.when.latest
        return latest is None or latest < day

    def is_next(self, day: date) -> bool:
        """Whether it certainly begins on a day or later, and takes place."""
        earliest = self.event.when.earliest
        return earliest is not None and earliest >= day and self.event.status != "cancelled"


@attrs.frozen
class _Same:
    """What all events share, where there are several; each is said once."""

    kind: str | None = None
    known: str | None = None
    source: str | None = None

    @classmethod
    def of(cls, events: list[Event]) -> _Same:
        if len(events) < 2:
            return cls()
        return cls(
            _only({event.kind for event in events}),
            _only({_certainty(event) for event in events}),
            _only({event.source_title for event in events}),
        )


def _only(values: set[Any]) -> Any:
    """The one value that there is, if it is one."""
    if len(values) != 1:
        return None
    return next(iter(values))


def _facts(event: Event, same: _Same) -> list[_Fact]:
    """What is told of an event beside its title and date, but for what all events share."""
    link = _link(event)
    source = event.source_title or event.url
    if source and source == same.source:
        source = link and "the words in the source"
    facts = []
    if not same.kind:
        facts.append(_Fact("Kind", (event.kind,)))
    if event.place:
        facts.append(_Fact("Place", (event.place,)))
    if event.participants:
        facts.append(_Fact("With", event.participants))
    if event.note:
        facts.append(_Fact("Note", (event.note,), prose=True))
    if source:
        facts.append(_Fact("Source", (source,), link))
    return facts


@attrs.frozen
class _Group:
    """The events of a year, or all where there are few."""

    id: str
    name: str
    events: list[_Shown]


@attrs.frozen
class _ListPart:
    """What lies ahead, what is over, or all events."""

    name: str
    groups: list[_Group]


def _parts(shown: list[_Shown], ahead: list[_Shown]) -> list[_ListPart]:
    """The list in one part, or in upcoming and past where anything is ahead."""
    grouped = len(shown) > _LONG
    if not ahead:
        return [_ListPart("", _groups(shown, "y", grouped))]
    over = _without(shown, ahead)
    parts = [
        _ListPart("Upcoming and under way", _groups(ahead, "upcoming", grouped)),
        _ListPart("Past", _groups(over, "past", grouped)),
    ]
    return [part for part in parts if part.groups]


def _without(shown: list[_Shown], others: list[_Shown]) -> list[_Shown]:
    numbers = {item.number for item in others}
    return [item for item in shown if item.number not in numbers]


def _groups(shown: list[_Shown], prefix: str, grouped: bool) -> list[_Group]:
    """The events by their years, where they are many."""
    if not grouped:
        if not shown:
            return []
        return [_Group("", "", shown)]
    by_year: dict[str, list[_Shown]] = {}
    for item in shown:
        by_year.setdefault(item.year, []).append(item)
    return [
        _Group(f"{prefix}-{year.replace(' ', '-').lower()}", year, items)
        for year, items in by_year.items()
    ]


def _filters(shown: list[_Shown]) -> list[tuple[str, str, list[str]]]:
    """By what the list can be filtered: where there is a choice."""
    choices = [
        ("kind", "Kind", sorted({item.event.kind for item in shown})),
        ("year", "Year", list(dict.fromkeys(item.year for item in shown))),
        ("source", "Release", sorted({item.event.source_title or "" for item in shown} - {""})),
    ]
    return [choice for choice in choices if len(choice[2]) > 1]


def _shared(shown: list[_Shown]) -> list[str]:
    """What all events share, in sentences."""
    same = _Same.of([item.event for item in shown])
    said = []
    if same.kind and same.kind != "event":
        said.append(f"Kind: {same.kind}.")
    if same.known:
        said.append(same.known)
    if same.source:
        said.append(f"Source: {same.source}.")
    return said


def _for_search(shown: list[_Shown], ahead: list[_Shown]) -> list[Event]:
    """The events that search engines are told of: those ahead first, where there are many."""
    if len(shown) > _LINKED:
        shown = [*ahead, *_without(shown, ahead)[::-1]][:_LINKED]
    return [item.event for item in shown]


def _moment(shown: list[_Shown], updated: datetime | None) -> datetime | None:
    """When the page was published; else when an event of it was revised last."""
    if updated:
        return now(updated)
    revised = [item.event.modified for item in shown if item.event.modified]
    return max(revised, default=None)


def _drawn(calendar: Calendar, picture: bytes) -> str:
    """The picture; a large one is shown from the file beside the page."""
    if len(picture) > _LARGE:
        return f'<img src="{calendar.id}.svg" alt="All events on a timeline" loading="lazy">'
    return picture.decode()


def _resource(name: str) -> str:
    return resources.files(__package__).joinpath(name).read_text("utf-8")


def _timed(event: Event) -> list[_Part]:
    """The date in words, each date that it names apart, as a machine needs it."""
    when, rest = event.when, event.when_text
    if event.time is not None:
        return _moments(event, event.time)
    if isinstance(when, EdtfDate):
        return [_Part(rest, _machine(when))]
    ends = when.dates
    if when.exact and when.start == when.end:
        return [_Part(rest, _machine(ends[0]))]
    if len(ends) == 2 and not rest.startswith("from "):
        first, dash, last = re.split("( ?– ?)", rest, maxsplit=1)
        return [_Part(first, _machine(ends[0])), _Part(dash), _Part(last, _machine(ends[1]))]
    parts = []
    for end in ends:
        before, words, rest = rest.partition(end.describe(event.supplied))
        parts += [_Part(before), _Part(words, _machine(end))]
    return [*parts, _Part(rest)]


def _moments(event: Event, clock: ClockTime) -> list[_Part]:
    """The time in words, its start and its end apart."""
    first, last = event.when.window or (date.min, date.min)
    starts = _machine_moment(first, clock.start, event.zone)
    if clock.end is None:
        return [_Part(event.when_text, starts)]
    before, dash, after = re.split("( ?– ?)", event.when_text, maxsplit=1)
    ends = _machine_moment(last, clock.end, event.zone)
    return [_Part(before, starts), _Part(dash), _Part(after, ends)]


def _machine_moment(day: date, at: time, zone: str | None) -> str:
    """A time as HTML says it: with its offset, if that is known, and never in a zone of ours."""
    offset = "" if zone is None else offset_at(day, at, zone)
    if offset is None:
        return timestamp_text(moment_in(day, at, zone or "Z"))
    return f"{day}T{at.isoformat('minutes')}{offset}"


def _machine(day: EdtfDate) -> str:
    """As much of a date as HTML can say, never more; nothing where that would be wrong."""
    if not isinstance(day.year, int) or not day.earliest or not day.latest:
        return ""
    # HTML has no way to write a season, an unspecified digit or a qualifier.
    if not isinstance(day.month, int) or day.month > 12:
        if day.earliest.year != day.latest.year:
            return ""
        return f"{day.year:04}"
    month = f"{day.year:04}-{day.month:02}"
    if isinstance(day.day, int):
        return f"{month}-{day.day:02}"
    return month


def _certainty(event: Event) -> str:
    """How precisely a date is known, and what it rests on."""
    when = event.when
    unit: str = when.precision
    if unit == "season":
        unit = "part of the year"
    if not when.dates:
        known = "Its days are not known"
    elif event.time is not None and event.zone is not None:
        known = "Known to the minute"
    elif event.time is not None:
        known = "Known to the minute, in a time zone that is not stated"
    elif any(map(_is_partly_known, when.dates)):
        known = "Known in part"
    elif when.qualified:
        known = f"Given without certainty to the {unit}"
    else:
        known = f"Known to the {unit}"
    return f"{known}, {_rests_on(event)}."


def _is_partly_known(day: EdtfDate) -> bool:
    """Whether a digit of it is unspecified."""
    return str in (type(day.year), type(day.month), type(day.day))


def _rests_on(event: Event) -> str:
    """On what the date of an event rests, in words."""
    if event.basis == "inferred" and not event.supplied:
        return "inferred"  # as of a weekday, of which nothing stands in brackets
    return in_words(event.basis, event.supplied)


def _link(event: Event) -> str | None:
    """Where the source says it, with the words for the browser to find and to show."""
    if not event.url or not event.evidence:
        return event.url
    address = event.url
    if "#" not in address:
        address += "#"
    return f"{address}:~:" + "&".join(f"text={_directive(words)}" for words in event.evidence)


def _directive(words: str) -> str:
    """A text fragment that leads to the words; of many words, to where they begin and end."""
    parts = words.split()
    ends = [words]
    if len(parts) > _SHORT:
        ends = [" ".join(parts[:_ENDS]), " ".join(parts[-_ENDS:])]
    # In a text fragment a hyphen sets off words before or after, so that of a word is coded.
    return ",".join(percent(end, safe="").replace("-", "%2D") for end in ends)


@attrs.frozen
class _Source:
    """A release, and its date of publication in words."""

    release: Release
    published: str

    @classmethod
    def of(cls, release: Release) -> _Source:
        if release.published is None:
            return cls(release, "")
        return cls(release, release.published.describe(release.published_supplied))


@attrs.frozen
class _Addresses:
    """The feed's address, as each calendar program wants to have it."""

    https: str
    webcal: str
    google: str
    outlook: str
    live: str

    @classmethod
    def of(cls, folder: str, calendar: Calendar) -> _Addresses:
        https = f"{folder}{calendar.id}.ics"
        webcal = "webcal:" + https.partition(":")[2]
        query = f"{percent(https, safe='')}&name={percent(calendar.name, safe='')}"
        google = _GOOGLE + percent(webcal, safe="")
        return cls(https, webcal, google, _OUTLOOK + query, _LIVE + query)


def _years(events: list[Event]) -> str:
    """The years that the events span."""
    windows = [event.when.window for event in events if event.when.window]
    if not windows:
        return ""
    first, last = min(a.year for a, _ in windows), max(b.year for _, b in windows)
    if first == last:
        return str(first)
    return f"{first} to {last}"


def _about(calendar: Calendar) -> str:
    """What a search engine shows of the page."""
    text = " ".join((calendar.description or calendar.name).split())
    if len(text) <= _ABOUT:
        return text
    return f"{text[: _ABOUT - 1]}…"


def _moment_words(moment: datetime) -> str:
    return f"{moment.day} {MONTHS[moment.month - 1]} {moment.year}, {moment:%H:%M} UTC"


def _policy(styles: list[str], script: str) -> str:
    """What the browser may use: these very styles and this script, the picture and the feed."""
    allowed = " ".join(map(_digest, styles))
    # connect-src: the script reads the feed to make an .ics file of one event.
    policy = f"default-src 'none'; style-src {allowed}; img-src 'self' data:; connect-src 'self'"
    return f"{policy}; base-uri 'none'; form-action 'none'; script-src {_digest(script)}"


def _digest(text: str) -> str:
    """The source expression by which a Content-Security-Policy allows one style or script."""
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


def _linked(calendar: Calendar, events: list[Event], folder: str | None) -> str:
    """The events for search engines (schema.org, JSON-LD), safe within a script element."""
    items = [
        {"@type": "ListItem", "position": place, "item": _linked_event(event, folder)}
        for place, event in enumerate(events, start=1)
    ]
    document = {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "name": calendar.name,
        "numberOfItems": len(items),
        "itemListElement": items,
    }
    text = json.dumps(document, separators=(",", ":"))
    # Within a script element no entity is read, and a title with </script> would end it.
    return re.sub("[<>&]", lambda found: f"\\u{ord(found[0]):04x}", text)


def _linked_event(event: Event, folder: str | None) -> dict[str, Any]:
    """An event in the vocabulary of schema.org."""
    when = event.when
    item: dict[str, Any] = {"@type": "Event", "name": event.title}
    days: Mapping[str, str | None]
    if event.zone:
        days = _linked_moments(event)
    elif isinstance(when, EdtfDate):
        days = {"startDate": _day(when)}
    else:
        days = {"startDate": _day(when.start), "endDate": _day(when.end)}
    item |= {name: day for name, day in days.items() if day}
    item["description"] = f"{event.when_text}. {_certainty(event)}"
    if event.place:
        item["location"] = {"@type": "Place", "name": event.place}
    if event.status == "cancelled":
        item["eventStatus"] = "https://schema.org/EventCancelled"
    if folder:
        item["url"] = f"{folder}#e-{event.id}"
    if event.url:
        item["subjectOf"] = {"@type": "CreativeWork", "url": event.url}
    return item


def _linked_moments(event: Event) -> dict[str, str]:
    """The moments of an event whose zone is known."""
    moments = [part.machine for part in _timed(event) if part.machine]
    return dict(zip(("startDate", "endDate"), moments, strict=False))


def _day(end: object) -> str | None:
    """A day that is known; one that is uncertain or approximate is not."""
    if not isinstance(end, EdtfDate) or not end.exact or end.uncertain or end.approximate:
        return None
    return str(end.earliest)
