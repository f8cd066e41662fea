"""The life of a feed: compare with what is out there, revise, replace atomically.

The published ``.ics`` is the only state; the files beside it are made of what it says.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime, timedelta
from json import dumps
from pathlib import Path
from typing import Literal, get_args

import attrs

from .errors import FeedError, InvalidError, quoted
from .files import permissions, read, refuse_impossible, replace_all
from .folder import awaited, feeds_in, outdated, refuse_foreign, taken
from .formats import csv, ical, json, page, svg
from .model import Calendar, Event, Release, merge
from .timestamps import now as moment_of_writing

__all__ = ["Changes", "Unreviewed", "contradictions", "publish", "unconfirmed"]

Unreviewed = Literal["refuse", "tentative", "omit"]

# What may become of an event; the fields of `Changes`.
_KINDS = ("added", "changed", "cancelled", "unchanged", "expired", "reworded")
_LAST_SEQUENCE = 2**31 - 1  # programs keep it as a signed number of 32 bits
# What a diff tells in words of its own, or does not tell.
_TOLD_APART = ("when", "status", "sequence", "modified")
_COMPARED = [field.alias or "" for field in attrs.fields(Event) if field.alias not in _TOLD_APART]
_OF_THE_CALENDAR = ("name", "description", "url", "source", "color", "refresh")


@attrs.frozen
class Changes:
    """What a publication changed, as event ids in the order of the feed.

    Args:
        added: events that the feed did not have.
        changed: events that it said something else of; they got the next ``SEQUENCE``.
        cancelled: events that were no longer given.
        unchanged: events that say what they said before, with those that stay as cancelled.
        expired: events that were cancelled long enough ago to be dropped.
        revisions: pairs of an event as it was (``None`` if added) and as it is (``None`` if
            expired), for all but the unchanged.
        reworded: those of the unchanged whose lines this version of the library writes otherwise
            (in other words, folded elsewhere); they got a new ``DTSTAMP`` and no ``SEQUENCE``.
        calendar: what the calendar says of itself that changed, as names of its fields.

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
    reworded: tuple[str, ...] = ()
    calendar: tuple[str, ...] = ()

    def to_text(self) -> str:
        """A short diff for a person to read.

        Example:
            >>> print(Changes(unchanged=("first-meeting-1993",)).to_text())
            nothing changed
        """
        # The ids in one column, so that the eye finds the dates below each other.
        width = max((len(_either(pair).id) for pair in self.revisions), default=0)
        lines = [_diff(old, new, width) for old, new in self.revisions]
        if self.calendar:
            lines.append(f"~ the calendar: {', '.join(self.calendar)} changed")
        if self.reworded:
            lines.append(f"{len(self.reworded)} of the unchanged reworded")
        return "\n".join(lines) or "nothing changed"

    def to_json(self) -> str:
        """The ids, and the fields of the calendar, in one line of JSON.

        Example:
            >>> changes = Changes(added=("first-meeting-1993",))
            >>> print(changes.to_json())  # doctest: +ELLIPSIS
            {"added": ["first-meeting-1993"], "changed": [], "cancelled": [], ...}
        """
        return dumps({kind: getattr(self, kind) for kind in (*_KINDS, "calendar")})


def _either(pair: tuple[Event | None, Event | None]) -> Event:
    """The event as it is now, or as it was where it is gone."""
    found = pair[1] or pair[0]
    assert found is not None
    return found


def _diff(old: Event | None, new: Event | None, width: int) -> str:
    """A line that tells what became of an event, as `diff` would."""
    event = _either((old, new))
    if old is None:
        return f"+ {event.id:{width}}  {event.when_text}  {event.title}"
    if new is None:
        return f"- {event.id:{width}}  expired"
    if new.status == "cancelled" != old.status:
        return f"- {event.id:{width}}  cancelled"
    back = "confirmed again" if old.status == "cancelled" != new.status else ""
    told = ", ".join(filter(None, [back, *_differences(old, new)])) or "shown otherwise"
    return f"~ {event.id:{width}}  {told}"


def _differences(old: Event, new: Event) -> Iterator[str]:
    """What of an event's data is not as it was, in words."""
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
    says what it said before keeps its stamps; one that changed gets the next ``SEQUENCE``; one that
    is no longer given is withdrawn: cancelled, kept for a while, and confirmed again if it returns.
    Where nothing changed, no file is touched. Publishers at the same time take turns.

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
    # What is wrong with the arguments is told before the folder is taken, and before it is made.
    calendar = calendar if id is None else attrs.evolve(calendar, id=id)
    calendar = _addressed(calendar, url)
    ical.check_imprecise(imprecise)
    omitted = _omitted(releases, unreviewed)
    if not isinstance(keep_cancelled, timedelta):
        raise InvalidError([("keep_cancelled", f"{quoted(keep_cancelled)} is not a timedelta")])
    moment, folder = moment_of_writing(now), Path(directory)
    feed = folder / f"{calendar.id}.ics"
    # Two publishers at once would both read the old feed, and the second would undo what the first
    # published. A dry run waits for the one that writes, but leaves no lock behind.
    with awaited(folder) if dry_run else taken(folder):
        _refuse_other_feed(folder, calendar.id, replace)
        with _naming(feed):
            old = None if replace else _out_there(feed, calendar.id)
            publication = _Publication(calendar, old, moment, imprecise, keep_cancelled)
            publication.compare(omitted)
        # Only files whose bytes change: a web host makes the ETag from what it serves, and a new
        # one sends every subscriber the whole feed again.
        files = outdated(folder, publication.files(releases, url))
        if not replace:
            refuse_foreign(files, "replace overwrites it")
        if dry_run:
            _refuse_impossible([feed, *files])
        else:
            replace_all(files)
    return publication.changes()


def _refuse_impossible(paths: Iterable[Path]) -> None:
    """What a run that writes would come to by itself."""
    for path in paths:
        refuse_impossible(path)


def _refuse_other_feed(folder: Path, calendar_id: str, replace: bool) -> None:
    """A folder holds one feed: another id would leave two, and duplicates for subscribers."""
    feeds = feeds_in(folder)
    if feeds and calendar_id not in feeds and not replace:
        raise FeedError(
            f"{folder}: holds the feed {quoted(feeds[0])}, and a folder holds one feed: publish "
            f"{quoted(calendar_id)} into another, or start afresh with it (replace)"
        )


class _Publication:
    """One comparison of what is given with what is out there, and what is to be out there."""

    def __init__(
        self,
        calendar: Calendar,
        old: ical.Published | None,
        moment: datetime,
        imprecise: ical.Imprecise,
        keep_cancelled: timedelta,
    ) -> None:
        self._calendar, self._id, self._moment = calendar, calendar.id, moment
        self._imprecise, self._keep_cancelled = imprecise, keep_cancelled
        self._old = old or ical.Published(calendar, own=False)
        self._known = _by_event(self._old.revisions)
        self._expired = {trace.event_id: trace for trace in self._old.expired}
        self._revisions: list[ical.Revision] = []
        self._events: list[Event] = []
        self._unshown: set[str] = set()
        self._withdrawn: set[str] = set()
        self._ids: dict[str, list[str]] = {kind: [] for kind in _KINDS}
        self._pairs: list[tuple[Event | None, Event | None]] = []
        self._problems: list[tuple[str, str]] = []

    def compare(self, omitted: Collection[str] = ()) -> None:
        # What is left of these at the end is no longer given, and is withdrawn.
        waiting = dict(self._known)
        for event in self._calendar.events:
            if event.id in omitted:
                self._leave(waiting.pop(event.id, []))
            elif said := ical.contents(event, self._imprecise):
                self._compare_event(event, said, waiting.pop(event.id, []))
            else:  # no feed can show it; the other files can
                self._unshown.add(event.id)
                self._events.append(event)
        for previous in waiting.values():
            self._withdraw(previous)
        if self._problems:
            raise InvalidError(self._problems)
        if self._is_idle():
            self._restore_order()

    def changes(self) -> Changes:
        ids = {kind: tuple(found) for kind, found in self._ids.items()}
        return Changes(**ids, revisions=tuple(self._pairs), calendar=self._of_the_calendar())

    def files(self, releases: Sequence[Release], url: str | None) -> dict[str, bytes]:
        """What each file is to hold; not the feed, where it says all of this already."""
        calendar = attrs.evolve(self._calendar, events=tuple(self._events))
        picture = svg.dumps(calendar)
        files = {
            f"{calendar.id}.csv": csv.dumps(calendar),
            f"{calendar.id}.json": json.dumps(calendar),
            f"{calendar.id}.svg": picture,
            "index.html": page.dumps(
                calendar,
                picture=picture,
                releases=releases,
                url=url,
                withdrawn=self._withdrawn - self._unshown,
            ),
        }
        if not (self._is_idle() and self._old.own):
            expired = self._expired.values()
            files[f"{calendar.id}.ics"] = ical.feed(calendar, self._revisions, expired)
        return files

    def _of_the_calendar(self) -> tuple[str, ...]:
        """The calendar's own fields that are not as they were."""
        old, new = self._old.calendar, self._calendar
        return tuple(n for n in _OF_THE_CALENDAR if getattr(old, n) != getattr(new, n))

    def _is_idle(self) -> bool:
        """Whether nothing changed, so that no file needs to be touched."""
        return not (self._pairs or self._ids["reworded"] or self._of_the_calendar())

    def _restore_order(self) -> None:
        """Puts the events in the order of the feed: another order of the same is no change."""
        # The CSV, the JSON and the page follow the feed: if they were sorted anew, their bytes
        # would change though nothing was said otherwise.
        places = {event_id: place for place, event_id in enumerate(self._known)}
        self._ids["unchanged"].sort(key=places.__getitem__)
        shown = [event for event in self._events if event.id not in self._unshown]
        ordered = iter(sorted(shown, key=lambda event: places[event.id]))
        self._events = [e if e.id in self._unshown else next(ordered) for e in self._events]

    # What becomes of an event, whose revisions until now are given as `previous`

    def _compare_event(
        self, event: Event, said: dict[str, bytes], previous: list[ical.Revision]
    ) -> None:
        """Takes an event of the calendar: kept, reworded, changed or added."""
        live = _live(previous)
        # Equal lines need no parsing, and nearly all lines of a feed are equal.
        if live and [revision.content for revision in live] == list(said.values()):
            self._keep(event, live)
            self._let_go(previous, said)
            return
        shown = self._shown(live)
        if not shown:
            self._revise("added", None, event, said, previous)
        elif _tells(shown, event, said):
            self._reword(event, live, said)
        else:
            self._revise("changed", shown[0].event, event, said, previous)
        self._let_go(previous, said)

    def _leave(self, previous: list[ical.Revision]) -> None:
        """Keeps an event, if the feed has it, as the feed has it."""
        if not previous:
            return
        live = _live(previous)
        shown = self._shown(live)
        event, withdrawn = shown[0].event, shown[0].withdrawn
        if withdrawn:
            self._withdrawn.add(event.id)
        said = ical.contents(event, _shape(shown), withdrawn=withdrawn)
        if [revision.content for revision in live] == list(said.values()):
            self._keep(event, live)
        else:
            self._reword(event, live, said)
        self._let_go(previous, said)

    def _withdraw(self, previous: list[ical.Revision]) -> None:
        """Takes an event that the calendar no longer has: cancelled, left so, or expired."""
        live = _live(previous)
        shown = self._shown(live)
        event = shown[0].event
        if event.status != "cancelled":
            gone = attrs.evolve(event, status="cancelled")
            said = ical.contents(gone, _shape(shown), withdrawn=True)
            self._withdrawn.add(event.id)
            self._revise("cancelled", event, gone, said, previous)
            self._let_go(previous, said)
        # Not dropped at once: a program that fetches once a week has to see that it was cancelled.
        elif self._is_fresh(live[0]):
            self._leave(previous)
        else:
            self._expire(event, previous)

    def _keep(self, event: Event, live: list[ical.Revision]) -> None:
        """Leaves the lines of an event as they are out there."""
        self._ids["unchanged"].append(event.id)
        self._revisions += live
        self._list(_stamped(event, live))

    def _reword(self, event: Event, live: list[ical.Revision], said: dict[str, bytes]) -> None:
        """Writes anew what says the same: with a new ``DTSTAMP``, which is all that changes."""
        kept = _stamped(event, live)
        stamp = max([self._moment, *(revision.stamp for revision in live)])
        self._ids["unchanged"].append(event.id)
        self._ids["reworded"].append(event.id)
        self._revisions += ical.revise(kept, self._id, said, stamp)
        self._list(kept)

    def _revise(
        self,
        kind: str,
        old: Event | None,
        event: Event,
        said: dict[str, bytes],
        previous: list[ical.Revision],
    ) -> None:
        """Writes an event anew, with a sequence and a stamp beyond all earlier ones."""
        earlier: list[ical.Revision | ical.Expired] = [*previous]
        if event.id in self._expired:
            earlier.append(self._expired.pop(event.id))
        # Also above what a feed that expired had reached: a lower number is passed over by clients.
        sequence = max([event.sequence, *[revision.sequence + 1 for revision in earlier]])
        # A withdrawal is let through: it is the way out that the message names, and STATUS tells it
        # too.
        if sequence > _LAST_SEQUENCE and kind != "cancelled":
            self._problems.append(("sequence", _exhausted(event)))
        revised = attrs.evolve(
            event,
            sequence=min(sequence, _LAST_SEQUENCE),
            modified=self._stamp(event, max((r.stamp for r in earlier), default=None)),
        )
        self._ids[kind].append(event.id)
        self._pairs.append((old, revised))
        self._revisions += ical.revise(revised, self._id, said)
        self._list(revised)

    def _stamp(self, event: Event, previous: datetime | None) -> datetime:
        """The moment of a revision: the data's own if it is news, and never before the last."""
        # A clock that was put back must not make a revision older than the last one: of two with
        # equal SEQUENCE programs keep the later DTSTAMP (RFC 5546 2.1.5).
        if previous is None:
            return event.modified or self._moment
        if event.modified is not None and event.modified > previous:
            return event.modified
        return max(self._moment, previous)

    def _expire(self, event: Event, previous: list[ical.Revision]) -> None:
        """Drops a cancelled event, and remembers how far its sequence and stamp had come."""
        self._ids["expired"].append(event.id)
        self._pairs.append((event, None))
        self._expired[event.id] = ical.Expired(
            event.id, max(r.sequence for r in previous), max(r.stamp for r in previous)
        )

    def _let_go(self, previous: list[ical.Revision], said: dict[str, bytes]) -> None:
        """Withdraws the marker of an end that is no longer marked; it stays for a while as well."""
        for revision in previous:
            if not revision.is_end or "end" in said:
                continue
            if not revision.withdrawn:
                self._revisions += self._withdrawn_end(revision)
            elif self._is_fresh(revision):
                self._revisions.append(revision)
            elif self._is_last("unchanged", revision) and not self._is_last("reworded", revision):
                self._ids["reworded"].append(revision.event_id)

    def _is_last(self, kind: str, revision: ical.Revision) -> bool:
        """Whether the event, which is at its turn, was found to be of a kind of change."""
        return self._ids[kind][-1:] == [revision.event_id]

    def _withdrawn_end(self, revision: ical.Revision) -> list[ical.Revision]:
        """Cancels the end marker of an event that no longer has one."""
        gone = attrs.evolve(
            revision.event(self._id),
            status="cancelled",
            sequence=min(revision.sequence + 1, _LAST_SEQUENCE),
            modified=max(self._moment, revision.stamp),
        )
        end = ical.contents(gone, "marker", withdrawn=True)["end"]
        return ical.revise(gone, self._id, {"end": end})

    def _is_fresh(self, revision: ical.Revision) -> bool:
        """Whether a cancelled event is still to be shown, so that every subscriber sees it."""
        return self._moment - revision.modified < self._keep_cancelled

    def _list(self, event: Event) -> None:
        """Puts an event into the other files, where it does not stand as one no feed can show."""
        if event.id not in self._unshown:
            self._events.append(event)

    def _shown(self, live: list[ical.Revision]) -> list[ical.Shown]:
        """What subscribers see of an event."""
        shown = [revision.shown(self._id) for revision in live]
        # Both markers of an event repeat all of its data; somebody has edited one of them by hand.
        if any(other.event != shown[0].event for other in shown):
            raise FeedError(_unlike(live[0].event_id))
        return shown


def _by_event(revisions: Iterable[ical.Revision]) -> dict[str, list[ical.Revision]]:
    """The revisions of each event: it, or its start, before its end."""
    found: dict[str, list[ical.Revision]] = {}
    for revision in revisions:
        known = found.setdefault(revision.event_id, [])
        if revision.is_end != bool(known) or len(known) > 1:
            what = "the end marker of " if revision.is_end else ""
            raise FeedError(f"{what}{revision.event_id} is there twice, or without its start")
        known.append(revision)
        histories = {_history(each) for each in known if each.below}
        if not revision.withdrawn and len(histories) > 1:
            raise FeedError(_unlike(revision.event_id))
    return found


def _history(revision: ical.Revision) -> bytes:
    """The lines that say how often and when an event was revised."""
    return revision.raw[: revision.below].partition(b"\r\nDTSTAMP:")[2].partition(b"\r\n")[2]


def _unlike(event_id: str) -> str:
    return f"the start and the end marker of {event_id} differ"


def _live(previous: list[ical.Revision]) -> list[ical.Revision]:
    """The revisions that show an event, without an end that was withdrawn before all of it was."""
    if not previous:
        return []
    first, *ends = previous
    together = {first.sequence} if first.withdrawn else set()
    return [first, *(end for end in ends if not end.withdrawn or end.sequence in together)]


def _shape(shown: Sequence[ical.Shown]) -> ical.Imprecise:
    """How an event was shown, so that it can be shown on the same days again."""
    if shown[0].marker:
        return "marker"
    return "span"


def _tells(shown: Sequence[ical.Shown], event: Event, said: dict[str, bytes]) -> bool:
    """Whether the feed shows an event as what it is now, whatever the words and the folds."""
    same = [one.marker for one in shown] == list(said) and not shown[0].withdrawn
    return same and _is_moment_of(shown[0], event) and _data(shown[0].event) == _data(event)


def _is_moment_of(shown: ical.Shown, event: Event) -> bool:
    """Not so where another edition of the tz database puts the event at another moment."""
    return (shown.starts, shown.ends) == (event.starts, event.ends)


def _data(event: Event) -> Event:
    """The event without what publishing adds to it."""
    return attrs.evolve(event, sequence=0, modified=None)


def _stamped(event: Event, live: Sequence[ical.Revision]) -> Event:
    """The event with the stamps that subscribers have."""
    return attrs.evolve(event, sequence=live[0].sequence, modified=live[0].modified)


def _exhausted(event: Event) -> str:
    return (
        f"{event.id} has the last SEQUENCE there is, {_LAST_SEQUENCE}, so that no change of it can "
        "be told; give it another id, and this one is withdrawn"
    )


def _given(
    what: Calendar | Release | Sequence[Release], name: str | None
) -> tuple[Calendar, tuple[Release, ...]]:
    """What is to be published as one calendar, and the releases that it comes from."""
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
        # At once, also where no event is unreviewed: the mistake is the same.
        problem = f"{quoted(unreviewed)} is not refuse, tentative or omit"
        raise InvalidError([("unreviewed", problem)])
    guesses = unconfirmed(releases)
    if guesses and unreviewed == "refuse":
        raise InvalidError([("unreviewed", _refusal(guess)) for guess in guesses])
    if unreviewed == "omit":
        return set(guesses)
    return set()


def unconfirmed(releases: Iterable[Release]) -> dict[str, int]:
    """The ids that are unreviewed in the last release that tells of them, and its place.

    Example:
        >>> from attrs import evolve
        >>> from cica_events import load_release
        >>> release = load_release()
        >>> draft = evolve(release, unreviewed=["sixth-summit-2022"])
        >>> unconfirmed([release, draft]), unconfirmed([draft, release])
        ({'sixth-summit-2022': 1}, {})
    """
    found: dict[str, int] = {}
    # A later release tells of the event anew, and with that answers for it.
    for place, release in enumerate(releases):
        unreviewed = set(release.unreviewed)
        for event in release.events:
            found.pop(event.id, None)
            if event.id in unreviewed:
                found[event.id] = place
    return found


def _refusal(event_id: str) -> str:
    return (
        f"{event_id} is a draft that no person has confirmed; confirm it with cica-events review, "
        'or take its id off the list, or publish with unreviewed="tentative" or "omit"'
    )


def _addressed(calendar: Calendar, url: str | None) -> Calendar:
    """The calendar with the address at which its feed will be found."""
    if url is None:
        return calendar
    if problems := page.address_problems(url):
        raise InvalidError(problems)
    if not url:  # which a field of the model takes for none
        raise InvalidError([("url", '"" is not the address of a folder')])
    return attrs.evolve(calendar, source=f"{url.rstrip('/')}/{calendar.id}.ics")


def _out_there(feed: Path, calendar_id: str) -> ical.Published | None:
    """The feed as it is published now, if it is."""
    if permissions(feed) is None:
        return None
    return ical.published(read(feed), calendar_id)


@contextmanager
def _naming(feed: Path) -> Iterator[None]:
    """Puts the name of a feed before what is wrong with it, and after it how to go on."""
    try:
        yield
    except FeedError as error:
        raise FeedError(f"{feed}: {error}; it is left as it is (replace starts afresh)") from None
