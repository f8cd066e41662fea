"""Places that the words of an item state: after "in" or "at", at its end, or under a label.

A place is taken only where the words leave little doubt: rather none than a wrong one.
"""

from __future__ import annotations

import re

from .characters import WORD
from .clauses import MARK, OTHER, without_brackets
from .finding.english import (
    A_VENUE,
    AFTER_A_PLACE,
    ANY_VENUES,
    AT_A_PLACE,
    AT_A_VENUE,
    BARELY_NAMES,
    HAPPENED_THERE,
    NAMELESS,
    NO_PLACE,
    NOT_LOCAL,
    NOWHERE,
    OF_A_LAND,
    OF_A_PERSON,
    PLACE_LABEL,
    STATUSES,
    UNNAMED,
)
from .kinds import kind_of

__all__ = [
    "GATHERINGS",
    "is_place",
    "is_venue",
    "labelled_place",
    "place_after_date",
    "place_alone",
    "place_in",
    "place_of_cell",
    "without_place",
]

_NAME = re.compile(r"[A-ZÀ-ÞĀ-Ž][\w.’'-]*|[0-9]{1,4}|of|the|de|des|du|la|del|and|at")
_LARGER = re.compile(
    r"(?:,| in| at) ([A-Z][\w’'-]*(?: [A-Z0-9][\w’'-]*){0,3})(?=\s*[,.;:()\0]|\s[a-z]|\Z)"
)
_WORDS = 5  # that a place has at most
_PARTS = 4  # of a place between commas, at most
_HOUSE_NUMBER = re.compile(r"[0-9]{1,4}\s")
_DASHED = re.compile(r"\s[-–—]\s")
_APART = re.compile(r",\s|(?:^|\s)[·|•]\s")
_MARKS = re.compile(r"(?P<timed>[\0\1],?\s)?[\0\1](?=[^\0\1]*\Z)")
_IN_BRACKETS = re.compile(r"\(([^()\0\1]{3,60})\)")
_NOT_HELD = frozenset(("deadline", "publication"))
_BETWEEN = re.compile(r",\s|\s[|·•–—-]\s|\0")
_INITIAL = re.compile(r"[A-Z]\.")
_NOTHING = re.compile(r"\W*\Z")
GATHERINGS = frozenset(("conference", "course", "exhibition", "meeting", "summit", "visit"))


def is_place(words: str) -> bool:
    """Whether words, by themselves, look like the name of a place.

    Example:
        >>> is_place("Congress Hall"), is_place("61st meeting"), is_place("Budget Committee")
        (True, False, False)
    """
    parts = words.split()
    if not _is_short_name(words, parts) or _names_none(words) or _DASHED.search(words):
        return False
    if ", " in words and not _are_places(words.split(", ")):
        return False
    if A_VENUE.search(words):
        return parts[-1].strip(".,;:").casefold() not in NO_PLACE
    if " at " in words or parts[-1].isdigit():  # "Mass at St Mary's"
        return False
    if not all(_NAME.fullmatch(part) for part in parts):
        return False
    if any(_INITIAL.fullmatch(part) for part in parts):  # a person
        return False
    if any(part.strip(".,;:").casefold() in NO_PLACE for part in parts):
        return False
    return kind_of(words) == "event"


def _is_short_name(words: str, parts: list[str]) -> bool:
    """Whether words are a few, begin with a capital, and hold no label, no date and no acronym."""
    if any(sign in words for sign in (":", MARK, OTHER)):
        return False
    if not 0 < len(parts) <= _WORDS or not parts[0][:1].isupper():
        return False
    return not _is_acronym(words)


def is_venue(words: str) -> bool:
    """Whether words, by themselves, name a hall, a room or the like.

    Example:
        >>> is_venue("Hall A"), is_venue("Ankara")
        (True, False)
    """
    return is_place(words) and A_VENUE.search(words) is not None


def place_of_cell(words: str) -> str | None:
    """The place that the cell of a column of places holds.

    Example:
        >>> place_of_cell("Vienna, Room M2"), place_of_cell("online"), place_of_cell("Club")
        ('Vienna, Room M2', None, None)
    """
    words = " ".join(WORD.findall(words))
    if (
        _NOTHING.match(words)
        or _names_none(words)
        or words.split()[0].strip(".,;:()").casefold() in NOWHERE
    ):
        return None
    return words


def labelled_place(line: str) -> str | None:
    """The place that a line "Venue: ..." gives.

    Example:
        >>> labelled_place("Venue: Town Hall, Ankara"), labelled_place("Time: 10:00")
        ('Town Hall, Ankara', None)
    """
    found = PLACE_LABEL.match(line)
    if not found:
        return None
    return place_of_cell(found[1])


def place_in(words: str) -> str | None:
    r"""The place that the words of an item or a clause state.

    Args:
        words: the words, with a mark for each date.

    Example:
        >>> place_in("opened in Ankara on \0"), place_in("will participate in Forum 2024 on \0")
        ('Ankara', None)
    """
    return _after_preposition(words) or _in_brackets(words) or _at_end(words) or _at_venue(words)


def place_after_date(line: str, kind: str) -> str | None:
    r"""The place that an item names after its date, where people gather: "Ecofin, 3 May, Dublin".

    Args:
        line: the words, with a mark for each date.
        kind: what kind of event it is.

    Example:
        >>> place_after_date("Ecofin, \0, Killarney, County Kerry.", "meeting")
        'Killarney, County Kerry'
    """
    line = without_brackets(line)
    marks = _MARKS.search(line)
    if marks is None or kind in _NOT_HELD:
        return None
    comma, *parts = _APART.split(line[marks.end() :].strip().rstrip("."))
    if comma not in ("", ",") or not _are_places(parts):
        return None
    is_short = " " not in parts[-1] and (len(parts) > 1 or marks["timed"])
    is_sure = kind in GATHERINGS or is_short or any(map(is_venue, parts))
    return ", ".join(parts) if is_sure else None


def _are_places(parts: list[str]) -> bool:
    """Whether the parts of some words between commas are a place: "Troy, NY, USA"."""
    if not 0 < len(parts) <= _PARTS or not is_place(parts[0]):
        return False
    return all(is_place(part) or _is_acronym(part) for part in parts[1:])


def place_alone(line: str) -> str | None:
    r"""The place that is all of a line beside its date.

    Args:
        line: the words, with a mark for each date.

    Example:
        >>> place_alone("Osh, Kyrgyzstan | \0"), place_alone("Third Forum, \0, Osh")
        ('Osh, Kyrgyzstan', None)
    """
    parts = [part.strip(" .,;:|·•–—-") for part in _BETWEEN.split(without_brackets(line))]
    parts = [part for part in parts if not BARELY_NAMES.issuperset(part.casefold().split())]
    if not _are_places(parts):
        return None
    words = " ".join(parts).split()
    return ", ".join(parts) if all(map(_NAME.fullmatch, words)) else None


def without_place(title: str, place: str | None) -> str:
    """A title without the place that its end names after a comma.

    Example:
        >>> without_place("Opening ceremony, Congress Hall", "Congress Hall")
        'Opening ceremony'
    """
    if place:
        return title.removesuffix(f", {place}")
    return title


def _at_end(words: str) -> str | None:
    """The last part of an item, after a comma."""
    parts = [part.strip(" .;:-–—\0") for part in without_brackets(words).split(",")]
    parts = [part for part in parts if part]
    if len(parts) < 2 or not is_place(parts[-1]):
        return None
    is_met_in = len(parts) > 2 and kind_of(parts[-3]) in GATHERINGS and is_place(parts[-2])
    if is_met_in or (len(parts) > 2 and is_venue(parts[-2])):
        return ", ".join(parts[-2:])
    is_held = kind_of(parts[-2]) in GATHERINGS or HAPPENED_THERE.search(parts[-2])
    return parts[-1] if is_held or is_venue(parts[-1]) else None


def _in_brackets(words: str) -> str | None:
    """A venue, or a town and its country, in brackets: "(Room XIX)", "(Tallinn, Estonia)"."""
    for found in _IN_BRACKETS.finditer(words):
        parts = found[1].split(", ")
        is_town = len(parts) > 1 and " " not in parts[0] + parts[-1] and _are_places(parts)
        if is_town or is_venue(found[1]):
            return found[1]
    return None


def _after_preposition(words: str) -> str | None:
    """The name after "in" or "at" that is nearest to the date."""
    at, taken = words.find("\0"), 0
    places: list[tuple[int, str]] = []
    for found in AT_A_PLACE.finditer(words):
        name = found["name"].rstrip(".,;:’'")
        place = _extended(words, found.start("name"), name)
        if found.start() >= taken and _is_named(words, found, name, place):
            taken = found.start("name") + len(place)
            places.append((abs(found.start() - at), place))
    return min(places, default=(0, None))[1]


def _is_named(words: str, found: re.Match[str], name: str, place: str) -> bool:
    plain = _HOUSE_NUMBER.sub("", name, count=1)  # "204 Harlan Hall"
    if not is_place(plain) or (plain != name and not is_venue(plain)):
        return False
    is_at = found["how"] != "in" or place != name or is_venue(name) or OF_A_LAND.search(name)
    if found["the"] and not is_at:  # "in the Register"
        return False
    if OF_A_PERSON.search(words[: found.start()][-30:]):
        return False
    if found["how"] == "in" and NOT_LOCAL.search(words[: found.start()][-30:]):
        return False
    return AFTER_A_PLACE.match(words, found.start("name") + len(name)) is not None


def _extended(words: str, start: int, name: str) -> str:
    """A place with the larger one that follows it: "Palais des Nations, Geneva"."""
    following = words[start + len(name) :][:60]
    larger = _LARGER.match(following)
    if larger and is_place(larger[1]):
        return name + larger[0]
    return name


def _at_venue(words: str) -> str | None:
    """A venue that is named in small letters: "on the green", "in room 12"."""
    found = AT_A_VENUE.search(words)
    if found is None or _names_none(found["name"]):
        return None
    if found["name"].split()[0].casefold() in UNNAMED:
        return None
    return found["name"]


def _names_none(words: str) -> bool:
    """Whether words are a heading ("Important Dates"), a status or a word for any venue."""
    last = words.rpartition(" ")[2].strip(".,;:!()").casefold()
    return bool(NAMELESS.match(words)) or last in STATUSES or words.casefold() in ANY_VENUES


def _is_acronym(words: str) -> bool:
    return words.isupper() and len(words) <= 6 and " " not in words
