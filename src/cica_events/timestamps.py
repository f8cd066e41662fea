"""Moments and lengths of time as text: what surrounds the events, never their dates."""

from __future__ import annotations

import os
import re
from datetime import UTC, datetime, timedelta
from functools import lru_cache

from .errors import InvalidError, quoted

__all__ = ["duration_text", "now", "parse_duration", "parse_timestamp", "timestamp_text"]

# RFC 3339 in UTC, with the space and the "+00" that databases write.
_TIMESTAMP = re.compile(
    r"[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}:[0-9]{2}(?:Z|[+]00(?::?00)?)"
)
# RFC 5545 3.3.6 without weeks and signs; every number is bounded.
_DURATION = re.compile(
    r"P(?=[0-9T])(?:([0-9]{1,5})D)?"
    r"(?:T(?=[0-9])(?:([0-9]{1,5})H)?(?:([0-9]{1,5})M)?(?:([0-9]{1,5})S)?)?"
)


@lru_cache  # most events of a calendar share theirs
def timestamp_text(moment: datetime) -> str:
    """A UTC moment as RFC 3339 writes it.

    Example:
        >>> timestamp_text(datetime(2022, 5, 10, tzinfo=UTC))
        '2022-05-10T00:00:00Z'
    """
    return f"{moment.isoformat()[:19]}Z"  # without a fraction and the offset


@lru_cache
def parse_timestamp(text: str) -> datetime:
    """The moment that `timestamp_text` wrote, also as databases write it again.

    They put a space for the ``T`` and ``+00:00`` or ``+00`` for the ``Z`` (RFC 3339, 5.6).

    Raises:
        ValueError: the text is not a UTC moment in whole seconds.

    Example:
        >>> parse_timestamp("2022-05-10T00:00:00Z")
        datetime.datetime(2022, 5, 10, 0, 0, tzinfo=datetime.timezone.utc)
    """
    try:
        if _TIMESTAMP.fullmatch(text):
            return datetime.fromisoformat(text)
    except ValueError:
        pass
    raise ValueError(f"{quoted(text)} is not a moment like 2022-05-10T00:00:00Z")


def duration_text(length: timedelta) -> str:
    """A length of time as ISO 8601 and RFC 5545 (3.3.6) write it.

    Example:
        >>> duration_text(timedelta(hours=12)), duration_text(timedelta(days=1))
        ('PT12H', 'P1D')
    """
    minutes, seconds = divmod(length.seconds, 60)
    hours, minutes = divmod(minutes, 60)
    between = minutes or (hours and seconds)  # RFC 5545 has no seconds right after hours
    parts = ((hours, hours, "H"), (between, minutes, "M"), (seconds, seconds, "S"))
    clock = "".join(f"{count}{unit}" for shown, count, unit in parts if shown)
    if not clock:
        return f"P{length.days}D"
    if not length.days:
        return f"PT{clock}"
    return f"P{length.days}DT{clock}"


def parse_duration(text: str) -> timedelta:
    """The length of time that `duration_text` wrote.

    Raises:
        ValueError: the text is not such a length of time.

    Example:
        >>> parse_duration("PT12H")
        datetime.timedelta(seconds=43200)
    """
    match = _DURATION.fullmatch(text)
    if match is None:
        raise ValueError(f"{quoted(text)} is not a length of time like PT12H or P1D")
    days, hours, minutes, seconds = (int(part or 0) for part in match.groups())
    return timedelta(days=days, hours=hours, minutes=minutes, seconds=seconds)


def now(given: datetime | None) -> datetime:
    """The moment of writing: the caller's, else ``SOURCE_DATE_EPOCH``, else the clock; in UTC.

    Raises:
        InvalidError: the given moment has no time zone, or ``SOURCE_DATE_EPOCH`` is no number.

    Example:
        >>> now(datetime(2022, 5, 10, 12, 30, 15, 5, tzinfo=UTC))
        datetime.datetime(2022, 5, 10, 12, 30, 15, tzinfo=datetime.timezone.utc)
    """
    if given is not None and (not isinstance(given, datetime) or given.tzinfo is None):
        raise InvalidError([("now", f"{quoted(given)} is not a datetime with a time zone")])
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    try:
        if given is None and epoch:
            # The same bytes in every build of one source (reproducible-builds.org).
            given = datetime.fromtimestamp(int(epoch), UTC)
        # Whole seconds, as RFC 5545 3.3.5 has them.
        return (given or datetime.now(UTC)).astimezone(UTC).replace(microsecond=0)
    except (ValueError, OverflowError, OSError):
        name = "SOURCE_DATE_EPOCH"
        if given is not None:
            name = "now"
        raise InvalidError([(name, f"{quoted(epoch or given)} is not a moment")]) from None
