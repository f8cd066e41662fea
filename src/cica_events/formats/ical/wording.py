"""What people read in a feed: made of data, and never parsed back.

Every sentence may be put in better words at any time. A feed that is out there then gets its lines
rewritten, but no event of it is revised (see `cica_events.publish`).
"""

from __future__ import annotations

from ...basis import in_words
from ...edtf import EdtfDate, EdtfInterval
from ...model import Event

__all__ = ["description", "known", "summary"]

# In front, since some programs show a cancelled event like any other (FullCalendar, calcurse) or
# drop STATUS (gcalcli): this word is then all that tells.
_CANCELLED = "Cancelled: "
_WITHDRAWN = "Withdrawn: "
_NO_ZONE = "time zone not stated"


def known(event: Event) -> str:
    """What is known of the date, in words.

    Example:
        >>> from cica_events import load_release
        >>> known(load_release().events[0])
        'sometime in April 1993'
    """
    text = event.when_text
    if event.time is not None and event.zone is None:
        return f"{text}, {_NO_ZONE}"
    # An interval lasts through all of its days, which “sometime” would deny.
    if event.when.exact or isinstance(event.when, EdtfInterval) or event.when.earliest is None:
        return text
    if text.startswith("about "):
        return f"sometime {text}"
    return f"sometime in {text}"


def summary(event: Event, marker: str, known: str, *, withdrawn: bool = False) -> str:
    """The title, with a note wherever the days alone would say too much.

    Args:
        event: what is shown.
        marker: which end of it is shown, ``"start"`` or ``"end"``; empty for the whole.
        known: what is `known` of its date.
        withdrawn: whether the publisher of the feed withdraws it.

    Example:
        >>> from cica_events import load_release
        >>> event = load_release().events[4]
        >>> summary(event, "", known(event), withdrawn=True)
        'Withdrawn: Sixth CICA Summit (sometime in October 2022)'
    """
    return _prefix(event, withdrawn) + event.title + _note(event, marker, known)


def _prefix(event: Event, withdrawn: bool) -> str:
    if withdrawn:
        return _WITHDRAWN
    if event.status == "cancelled":
        return _CANCELLED
    return ""


def _note(event: Event, marker: str, known: str) -> str:
    when = event.when
    if marker and isinstance(when, EdtfInterval) and when.earliest and when.latest:
        end = when.start if marker == "start" else when.end
        assert isinstance(end, EdtfDate)
        return f" ({known}: {marker}s {_vague(end)})"
    if when.exact and not when.qualified and not event.supplied:
        return _note_of_time(event, known)
    return f" ({known})"


def _note_of_time(event: Event, known: str) -> str:
    """The time, where no moment is shown because its zone is not known."""
    if event.time is None or event.zone is not None:
        return ""
    if isinstance(event.when, EdtfInterval):
        return f" ({known})"
    return f" ({event.time.describe()}, {_NO_ZONE})"


def _vague(end: EdtfDate) -> str:
    return f"{'on' if end.exact else 'sometime in'} {end.describe()}"


def description(event: Event, known: str, edtf: str) -> str:
    """What is known and on what basis, the event's own description, and what proves it.

    Args:
        event: what is shown.
        known: what is `known` of its date.
        edtf: its date as data.

    Example:
        >>> from cica_events import load_release
        >>> event = load_release().events[0]
        >>> description(event, known(event), "1993-04").splitlines()[0]
        'Sometime in April 1993, as the source states.'
    """
    basis = in_words(event.basis, event.supplied_as_given)
    first = f"{known[0].upper()}{known[1:]}, {basis}."
    middle = f"{event.description}\n\n" if event.description else ""
    return f"{first}\n\n{middle}{_proof(event, edtf)}"


def _proof(event: Event, edtf: str) -> str:
    """The quotes, the date as data, what else the record tells, and the source with its address."""
    # Plain text and no HTML, of which Apple's calendar and Thunderbird show the tags. The address
    # comes last, in words too, since many programs hide URL.
    lines = [f"“{quote}”" for quote in event.evidence]
    lines.append(f"EDTF: {edtf}")
    if event.participants:
        lines.append(f"Participants: {'; '.join(event.participants)}")
    if event.note:
        lines.append(f"Note: {event.note}")
    if event.source_title:
        lines.append(f"Source: {event.source_title}")
    if event.url:
        lines.append(event.url)
    return "\n".join(lines)
