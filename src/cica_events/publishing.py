"""The life of a feed: compare with what is out there, revise, replace atomically.

The published ``.ics`` is the only state; the files beside it are made of what it says.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import nullcontext
from datetime import datetime, timedelta
from json import dumps
from pathlib import Path
from typing import Literal, get_args

import attrs

from .errors import FeedError, InvalidError, quoted
from .files import permissions, read, replace_all
from .folder import feeds_in, outdated, taken
from .formats import csv, ical, json, page, svg
from .model import Calendar, Event, Release, merge
from .timestamps import now as moment_of_writing

__all__ = ["Changes", "Unreviewed", "contradictions", "publish"]

Unreviewed = Literal["refuse", "tentative", "omit"]

_KINDS = ("added", "changed", "cancelled", "unchanged", "expired")
_TOLD = ("when", "status", "sequence", "modified")  # otherwise, or of no interest
_COMPARED = [field.alias or "" for field in attrs.fields(Event) if field.alias not in _TOLD]
_Old = dict[str, list[ical.Revision]]


@attrs.frozen
class Changes:
    """What a publication changed, as event ids in the order of the feed.

    Args:
        added: events that the feed did not have.
        changed: events that it said something else of; they got the next ``SEQUENCE``.
        cancelled: events that were no longer given.
        unchanged: events whose bytes are as before, with those that stay as cancelled.
        expired: events that were cancelled long enough ago to be dropped.
        revisions: pairs of an event as it was (``None`` if added) and as it is (``None`` if
            expired), for all but the unchanged.

    Example:
        >>> Changes(added=("first-meeting-1993",)).unchanged
        ()
    """

    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    cancelled: tuple[str, ...] = ()
    unchanged: tuple[str, ...] = ()
    expired: tuple[str, ...] = ()
    revisions: tuple[tuple[Event | None, Event | None], ...] = attrs.field(
        default=(), eq=False, repr=False
    )

    def to_text(self) -> str:
        """A short diff for a person to read.

        Example:
            >>> print(Changes(unchanged=("first-meeting-1993",)).to_text())
            nothing changed
        """
        width = max((len(_either(pair).id) for pair in self.revisions), default=0)
        lines = [_diff(old, new, width) for old, new in self.revisions]
        return "\n".join(lines) or "nothing changed"

    def to_json(self) -> str:
        """The ids in one line of JSON.

        Example:
            >>> changes = Changes(added=("first-meeting-1993",))
            >>> print(changes.to_json())  # doctest: +ELLIPSIS
            {"added": ["first-meeting-1993"], "changed": [], "cancelled": [], ...}
        """
        return dumps({kind: getattr(self, kind) for kind in _KINDS})


def _either(pair: tuple[Event | None, Event | None]) -> Event:
    found = pair[1] or pair[0]
    assert found is not None
    return found


def _diff(old: Event | None, new: Event | None, width: int) -> str:
    event = _either((old, new))
    if old is None:
        return f"+ {event.id:{width}}  {event.when_text}  {event.title}"
    if new is None:
        return f"- {event.id:{width}}  expired"
    if new.status == "cancelled" != old.status:
        return f"- {event.id:{width}}  cancelled"
    back = "confirmed again" if old.status == "cancelled" != new.status else ""
    return f"~ {event.id:{width}}  {', '.join(filter(None, [back, *_differences(old, new)]))}"


def _differences(old: Event, new: Event) -> Iterator[str]:
    if old.when_text != new.when_text:
        yield f"{old.when_text} → {new.when_text}"
    others = [name for name in _COMPARED if getattr(old, name) != getattr(new, name)]
    if others:
        yield f"{', '.join(others)} changed"


def contradictions(releases: Iterable[Release]) -> Iterator[str]:
    """Where releases tell one event differently; the later one wins.

    Example:
        >>> from cica_events import load_release
        >>> list(contradictions([load_release(), load_release()]))
        []
    """
    known: dict[str, tuple[Release, Event]] = {}
    for release in releases:
        for event in release.events:
            earlier, old = known.get(event.id, (release, event))
            if old.when != event.when:
                yield (
                    f"{event.id}: {event.when_text} in “{release.title}” "
                    f"replaces {old.when_text} in “{earlier.title}”"
                )
            known[event.id] = (release, event)


def publish(
    what: Calendar | Release | Sequence[Release],
    directory: str | os.PathLike[str],
    *,
    now: datetime | None = None,
    url: str | None = None,
    keep_cancelled: timedelta = timedelta(days=90),
    id: str | None = None,  # noqa: A002 - the field's name
    name: str | None = None,
    imprecise: ical.Imprecise = "span",
    unreviewed: Unreviewed = "refuse",
    replace: bool = False,
    dry_run: bool = False,
) -> Changes:
    """Publishes a calendar into a folder that any web host can serve, and keeps it alive there.

    Writes ``<id>.ics``, ``<id>.csv``, ``<id>.json``, ``<id>.svg`` and ``index.html``. An event that
    says what it said before keeps its bytes; one that changed gets the next ``SEQUENCE``; one that
    is no longer given is cancelled, stays for a while, and is confirmed again if it returns. Where
    nothing changed, no file is touched. Publishers at the same time take turns.

    Args:
        what: a calendar, a release, or several releases, of which a later one wins.
        directory: the folder; it is made if it is missing.
        now: the moment of publication; else ``SOURCE_DATE_EPOCH``, else the clock.
        url: the web address of the folder, http or https.
        keep_cancelled: how long a cancelled event stays in the feed.
        id: the id of the calendar, if not that of ``what``, or of the first of several releases.
            It is for ever: subscribers keep an event by it.
        name: the name of the calendar, if not that of ``what``.
        imprecise: as in `ical.dumps`.
        unreviewed: what becomes of events that no person has confirmed (`Release.unreviewed`):
            ``"refuse"`` to publish any; publish them as ``"tentative"``; or ``"omit"`` them: one
            that is in the feed already stays there as it is, and is not cancelled.
        replace: start afresh, whatever feed and files are there; another feed's own files stay.
        dry_run: change nothing; only say what would change.

    Returns:
        What changed.

    Raises:
        InvalidError: an argument is wrong, or an event is unreviewed and may not be.
        FeedError: the feed that is there is damaged, of another calendar, or not ours; it is left
            as it is.
        FileError: the folder is a file or cannot be written, or a file in it was not written by
            this library, or is no regular file; all are left as they are.
        CicaEventsError: jinja2, which the page needs, is not installed (the extra ``page``).

    Warns:
        OmittedEventWarning: an event was left out of the feed.
        UnknownEventWarning: an id that is unreviewed is that of no event.

    Example:
        >>> import tempfile
        >>> from cica_events import load_release
        >>> folder = tempfile.mkdtemp()
        >>> len(publish(load_release(), folder).added)
        5
        >>> len(publish(load_release(), folder).unchanged)
        5
    """
    calendar, releases = _given(what, name)
    calendar = calendar if id is None else attrs.evolve(calendar, id=id)
    calendar = _addressed(calendar, url)
    ical.check_imprecise(imprecise)
    omitted = _omitted(releases, unreviewed)
    if not isinstance(keep_cancelled, timedelta):
        raise InvalidError([("keep_cancelled", f"{quoted(keep_cancelled)} is not a timedelta")])
    publication = _Publication(calendar.id, moment_of_writing(now), imprecise)
    folder = Path(directory)
    with nullcontext() if dry_run else taken(folder):
        _refuse_other_feed(folder, calendar.id, replace)
        old = {} if replace else _old_revisions(folder / f"{calendar.id}.ics", calendar.id)
        publication.compare(calendar.events, old, keep_cancelled, omitted)
        files = outdated(folder, publication.files(calendar, releases, url), replace=replace)
        if not dry_run:
            replace_all(files)
    return publication.changes()


def _refuse_other_feed(folder: Path, calendar_id: str, replace: bool) -> None:
    feeds = feeds_in(folder)
    if feeds and calendar_id not in feeds and not replace:
        raise FeedError(
            f"{folder}: holds the feed {quoted(feeds[0])}, and a folder holds one feed: publish "
            f"{quoted(calendar_id)} into another, or start afresh with it (replace)"
        )


class _Publication:
    """One comparison of what is given with what is out there, and what is to be out there."""

    def __init__(self, calendar_id: str, moment: datetime, imprecise: ical.Imprecise) -> None:
        self._id, self._moment, self._imprecise = calendar_id, moment, imprecise
        self._revisions: list[ical.Revision] = []
        self._events: list[Event] = []
        self._ids: dict[str, list[str]] = {field: [] for field in _KINDS}
        self._pairs: list[tuple[Event | None, Event | None]] = []

    def compare(
        self,
        events: Iterable[Event],
        old: _Old,
        keep_cancelled: timedelta,
        omitted: Collection[str] = (),
    ) -> None:
        old = dict(old)
        for event in events:
            if event.id in omitted:
                self._leave(old.pop(event.id, []))
            else:
                self._give(event, old)
        shown = {event.id for event in self._events}
        for previous in old.values():
            self._withdraw(previous, keep_cancelled, listed=previous[0].event_id in shown)

    def changes(self) -> Changes:
        ids = {kind: tuple(found) for kind, found in self._ids.items()}
        return Changes(**ids, revisions=tuple(self._pairs))

    def files(
        self, calendar: Calendar, releases: Sequence[Release], url: str | None
    ) -> dict[str, bytes]:
        calendar = attrs.evolve(calendar, events=tuple(self._events))
        picture = svg.dumps(calendar)
        return {
            f"{calendar.id}.ics": ical.feed(calendar, self._revisions),
            f"{calendar.id}.csv": csv.dumps(calendar),
            f"{calendar.id}.json": json.dumps(calendar),
            f"{calendar.id}.svg": picture,
            "index.html": page.dumps(calendar, picture=picture, releases=releases, url=url),
        }

    def _give(self, event: Event, old: _Old) -> None:
        said = ical.contents(event, self._imprecise)
        previous = old.pop(event.id, []) if said else []
        if not said:  # no feed can show it; the other files can
            self._events.append(event)
        elif [revision.content for revision in previous] == list(said.values()):
            self._keep(event, previous)
        else:
            self._revise("changed" if previous else "added", event, previous, said)

    def _leave(self, previous: list[ical.Revision]) -> None:
        """Keeps an event, if the feed has it, just as the feed has it."""
        if previous:
            self._keep(previous[0].event(self._id), previous)

    def _keep(self, event: Event, previous: list[ical.Revision], *, listed: bool = False) -> None:
        self._ids["unchanged"].append(event.id)
        self._revisions += previous
        if not listed:
            sequence, stamp = previous[0].sequence, previous[0].stamp
            self._events.append(attrs.evolve(event, sequence=sequence, modified=stamp))

    def _revise(
        self,
        kind: str,
        event: Event,
        previous: list[ical.Revision],
        said: dict[str, bytes],
        *,
        listed: bool = False,
    ) -> None:
        revised = attrs.evolve(
            event,
            sequence=max([event.sequence, *(r.sequence + 1 for r in previous)]),
            modified=self._stamp(event, max((r.stamp for r in previous), default=None)),
        )
        self._ids[kind].append(event.id)
        self._pairs.append((previous[0].event(self._id) if previous else None, revised))
        self._revisions += ical.revise(revised, self._id, said)
        if not listed:
            self._events.append(revised)

    def _stamp(self, event: Event, previous: datetime | None) -> datetime:
        """The moment of a revision: the data's own if it is news, and never before the last."""
        if previous is None:
            return event.modified or self._moment
        if event.modified is not None and event.modified > previous:
            return event.modified
        return max(self._moment, previous)

    def _withdraw(
        self, previous: list[ical.Revision], keep_cancelled: timedelta, *, listed: bool
    ) -> None:
        event = previous[0].event(self._id)
        if event.status != "cancelled":
            gone = attrs.evolve(event, status="cancelled")
            shape = "span" if self._imprecise == "omit" else self._imprecise
            self._revise("cancelled", gone, previous, ical.contents(gone, shape), listed=listed)
        elif self._moment - previous[0].stamp < keep_cancelled:
            self._keep(event, previous, listed=listed)
        else:
            self._ids["expired"].append(event.id)
            self._pairs.append((event, None))


def _given(
    what: Calendar | Release | Sequence[Release], name: str | None
) -> tuple[Calendar, tuple[Release, ...]]:
    parts = tuple(what) if isinstance(what, list | tuple) else (what,)
    releases = tuple(part for part in parts if isinstance(part, Release))
    if isinstance(what, Calendar):
        whole = attrs.evolve(what, events=tuple(what.events), name=name or what.name)
        return whole, releases
    if not parts or len(releases) != len(parts):
        raise InvalidError([("what", f"{quoted(what)} is not a calendar, a release or releases")])
    return merge(*releases, name=name), releases


def _omitted(releases: Iterable[Release], unreviewed: Unreviewed) -> set[str]:
    """The ids of the events to leave out, if the unreviewed ones may be published at all."""
    if unreviewed not in get_args(Unreviewed):
        problem = f"{quoted(unreviewed)} is not refuse, tentative or omit"
        raise InvalidError([("unreviewed", problem)])
    guesses = _guesses(releases)
    if guesses and unreviewed == "refuse":
        raise InvalidError([("unreviewed", _refusal(guess)) for guess in guesses])
    return set(guesses) if unreviewed == "omit" else set()


def _guesses(releases: Iterable[Release]) -> list[str]:
    """The ids that are unreviewed in the last release that tells of them."""
    reviewed: dict[str, bool] = {}
    for release in releases:
        unreviewed = set(release.unreviewed)
        reviewed |= {event.id: event.id not in unreviewed for event in release.events}
    return [event_id for event_id, is_reviewed in reviewed.items() if not is_reviewed]


def _refusal(event_id: str) -> str:
    return (
        f"{event_id} is a draft that no person has confirmed; read it against its quotes and take "
        'its id off the list, or publish with unreviewed="tentative" or "omit"'
    )


def _addressed(calendar: Calendar, url: str | None) -> Calendar:
    if url is None:
        return calendar
    if problems := page.address_problems(url):
        raise InvalidError(problems)
    if not url:  # which a field of the model takes for none
        raise InvalidError([("url", '"" is not the address of a folder')])
    return attrs.evolve(calendar, source=f"{url.rstrip('/')}/{calendar.id}.ics")


def _old_revisions(path: Path, calendar_id: str) -> _Old:
    if permissions(path) is None:
        return {}
    old: _Old = {}
    try:
        for revision in ical.read_revisions(read(path), calendar_id):
            old.setdefault(revision.event_id, []).append(revision)
    except FeedError as error:
        raise FeedError(f"{path}: {error}; it is left as it is (replace starts afresh)") from None
    return old
