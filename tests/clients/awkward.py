"""Calendars of awkward events, and the days that each must be shown on, written down by hand."""

# ruff: noqa: RUF001
# The names are Kazakh and Turkish on purpose.

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from cica_events import Calendar, Event, parse_edtf


@dataclass(frozen=True)
class Case:
    """An event, and its first day and the day after its last as a calendar must show them."""

    id: str
    when: str
    start: str
    end: str
    title: str
    more: dict[str, Any]

    def event(self) -> Event:
        return Event(id=self.id, title=self.title, when=parse_edtf(self.when), **self.more)

    def marks(self) -> list[tuple[str, str]]:
        """The days of its markers: the whole event where it is known to the day."""
        if re.fullmatch(r"(\d{4}-\d\d-\d\d/?){1,2}", self.when):
            return [(self.start, self.end)]
        first = (self.start, _shifted(self.start, 1))
        last = (_shifted(self.end, -1), self.end)
        return [first, last] if re.fullmatch(r"\d.*/\d.*", self.when) else [first]


def _shifted(day: str, days: int) -> str:
    return (date.fromisoformat(day) + timedelta(days=days)).isoformat()


def case(name: str, when: str, start: str, end: str, title: str, **more: Any) -> Case:
    return Case(name, when, start, end, title, more)


CASES = (
    case(
        "comma",
        "2001-02-03",
        "2001-02-03",
        "2001-02-04",
        "Talks, first; second: third",
        place="Almaty, Kazakhstan; Hall 3",
    ),
    case("emoji", "2001-04-05", "2001-04-05", "2001-04-06", "🎉 Opening 🇰🇿 with 👨‍👩‍👧‍👦"),
    case(
        "long",
        "2001-05-06",
        "2001-05-06",
        "2001-05-07",
        "Ұзақ атау, " + "ынтымақтастық " * 30 + "соңы",
    ),
    case(
        "kazakh",
        "2001-06-07",
        "2001-06-07",
        "2001-06-08",
        "Қазақстан: Әбіш, Ғани, Іңкәр, Өмір, Ұлан, Һәкім",
        place="Өскемен",
    ),
    case(
        "turkish",
        "2001-07-08",
        "2001-07-08",
        "2001-07-09",
        "İstanbul, Iğdır, Şanlıurfa, Çeşme",
        place="Diyarbakır",
    ),
    case(
        "quotes",
        "2001-08-09",
        "2001-08-09",
        "2001-08-10",
        "“Trust” \"peace\" 'talks' = 100 % {a} <b>",
        url="https://example.org/a?b=1&c=%3B2,3#d:e",
    ),
    case(
        "lines",
        "2001-09-10",
        "2001-09-10",
        "2001-09-11",
        "Several lines",
        description="First, line\n\n• second; line\nEND:VEVENT\n third",
        note="One, two;\nthree",
        evidence=("they met, at last;", "in two: places"),
        participants=("Kazakhstan, Republic of", "Türkiye; observer"),
    ),
    case("property", "2001-10-11", "2001-10-11", "2001-10-12", "BEGIN:VEVENT"),
    case("formula", "2001-11-12", "2001-11-12", "2001-11-13", "=SUM(A1:A9)"),
    case("leap-day", "2024-02-29", "2024-02-29", "2024-03-01", "Leap day"),
    case("leap-february", "2024-02", "2024-02-01", "2024-03-01", "Leap February"),
    case("common-february", "2023-02", "2023-02-01", "2023-03-01", "Common February"),
    case("last-day", "1999-12-31", "1999-12-31", "2000-01-01", "Last day of a year"),
    case("december", "1999-12", "1999-12-01", "2000-01-01", "Last month of a year"),
    case("far", "2100-12-31", "2100-12-31", "2101-01-01", "Far day"),
    case("year", "2021", "2021-01-01", "2022-01-01", "Whole year"),
    case("spring", "2022-21", "2022-03-01", "2022-06-01", "Spring"),
    case("decade", "199X", "1990-01-01", "2000-01-01", "Decade"),
    case("about", "1984-06~", "1984-06-01", "1984-07-01", "About June"),
    case("days", "2022-10-12/2022-10-13", "2022-10-12", "2022-10-14", "Two days"),
    case("century", "1876/1975", "1876-01-01", "1976-01-01", "Hundred years"),
    case("open-end", "2022-10/..", "2022-10-01", "2022-11-01", "Open end"),
    case("open-start", "../1999", "1999-01-01", "2000-01-01", "Open start"),
    case("cancelled", "2003-04-05", "2003-04-05", "2003-04-06", "Called off", status="cancelled"),
    case(
        "tentative",
        "2003-05-06",
        "2003-05-06",
        "2003-05-07",
        "Perhaps",
        status="tentative",
        sequence=7,
    ),
)


# Some programs take an escaped backslash before an n for a line break (RFC 5545 3.3.11).
BACKSLASHES = (
    case(
        "backslash",
        "2001-03-04",
        "2001-03-04",
        "2001-03-05",
        r"Files in C:\new\notes\, kept",
        description=r"A literal \n, and \\ twice; ends in \ "[:-1],
    ),
)


def calendar(cases: Iterable[Case]) -> Calendar:
    return Calendar(
        id="awkward",
        name="Awkward events",
        description="Commas, semicolons;\nand line breaks",
        url="https://example.org/awkward?a=1&b=2",
        source="https://example.org/awkward.ics",
        color="steelblue",
        events=[case.event() for case in cases],
    )
