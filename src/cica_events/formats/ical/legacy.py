"""Feeds of version 1.0, in which title and description stood only in what people read.

They are brought into the form of today by taking off what 1.0 put around the two. Its notes are
known by their shape, and the words for the date are taken from the feed itself, so that no sentence
of today's has to be as it was then.
"""

from __future__ import annotations

from attrs import evolve

from ...edtf import EdtfInterval, When, parse_edtf
from ...errors import FeedError, quoted
from .lines import Lines, escaped, locating, maybe, maybe_text, one, properties, texts, unescaped
from .reader import Feed

__all__ = ["upgraded"]

# How 1.0 worded it. It read these sentences back, so they are for ever.
_BASIS = {
    "stated": "as the source states",
    "resolved": "resolved from the words of the source and its date of publication",
    "inferred": "inferred: the source does not say what stands in brackets",
}
_CANCELLED = "Cancelled: "


def upgraded(feed: Feed) -> Feed:
    """A feed in which each event has its title and description in lines of their own.

    Args:
        feed: a feed of any version; what is of the present one is given back as it is.

    Raises:
        FeedError: the lines of an event contradict each other.

    Example:
        >>> from cica_events import ical, load_release
        >>> from cica_events.formats.ical.reader import parsed
        >>> feed = parsed(ical.dumps(load_release().calendar()))
        >>> upgraded(feed) is feed
        True
    """
    # From the second version on title and description stand in properties of their own.
    if feed.version > 1:
        return feed
    blocks = []
    for place, block in enumerate(feed.blocks, start=1):
        with locating(f"VEVENT {place}"):
            blocks.append(block + _added(properties(block)))
    return evolve(feed, blocks=blocks)


def _added(lines: Lines) -> str:
    """The lines that 1.0 did not write."""
    first, _, rest = unescaped(one(lines, "DESCRIPTION")).partition("\n\n")
    known = _date_words(first, one(lines, "X-CICA-BASIS"))
    added = escaped(f"X-CICA-TITLE:{_title(lines, known)}")
    description = _description(lines, rest)
    if description is not None:
        added += b"\r\n" + escaped(f"X-CICA-DESCRIPTION:{description}")
    return f"\r\n{added.decode()}"


def _date_words(first: str, basis: str) -> str:
    """The words for the date, as the first line of a description has them."""
    known = first.removesuffix(f", {_BASIS.get(basis)}.")
    if not known or known == first:
        raise _contradiction()
    return known


def _description(lines: Lines, rest: str) -> str | None:
    """The event's own description, between the first line and the proof."""
    proof = _proof(lines)
    if rest == proof:
        return None
    if not rest.endswith(f"\n\n{proof}"):
        raise _contradiction()
    return rest.removesuffix(f"\n\n{proof}")


def _proof(lines: Lines) -> str:
    found = [f"“{quote}”" for quote in texts(lines, "X-CICA-EVIDENCE")]
    found.append(f"EDTF: {one(lines, 'X-CICA-EDTF')}")
    if names := texts(lines, "X-CICA-PARTICIPANT"):
        found.append(f"Participants: {'; '.join(names)}")
    if note := maybe_text(lines, "X-CICA-NOTE"):
        found.append(f"Note: {note}")
    if source := maybe_text(lines, "X-CICA-SOURCE-TITLE"):
        found.append(f"Source: {source}")
    if url := maybe_text(lines, "URL"):
        found.append(url)
    return "\n".join(found)


def _title(lines: Lines, known: str) -> str:
    summary, prefix = unescaped(one(lines, "SUMMARY")), ""
    if one(lines, "STATUS").upper() == "CANCELLED":
        prefix = _CANCELLED
    end = _end_of_title(summary, known, parse_edtf(one(lines, "X-CICA-EDTF")), lines)
    if not summary.startswith(prefix) or end <= len(prefix):
        raise FeedError(f"SUMMARY {quoted(summary)} is not {prefix}title and a note on {known}")
    return summary[len(prefix) : end]


def _end_of_title(summary: str, known: str, when: When, lines: Lines) -> int:
    """Where the note begins that says how the date is known; -1 if it is missing."""
    if when.exact and not when.qualified and "[" not in known:
        return len(summary)
    marker = maybe(lines, "X-CICA-MARKER")
    of_one_end = marker and isinstance(when, EdtfInterval) and when.earliest and when.latest
    # The first line of the description began with a capital letter, the note as the words do.
    starts = [f" ({first}{known[1:]}" for first in (known[0], known[0].lower())]
    if of_one_end:
        return max(summary.rfind(f"{start}: {marker}s ") for start in starts)
    # The last one, since a title may hold such a bracket of its own.
    return max(_place_of_ending(summary, f"{start})") for start in starts)


def _place_of_ending(text: str, ending: str) -> int:
    if text.endswith(ending):
        return len(text) - len(ending)
    return -1


def _contradiction() -> FeedError:
    return FeedError("DESCRIPTION does not say what the event's other lines say")
