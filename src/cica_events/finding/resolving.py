"""From what is said, the publication and the neighbours to a date, or to a question."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from typing import NamedTuple, Protocol

import attrs

from ..basis import Basis
from ..edtf import EdtfDate, EdtfInterval, When
from ..errors import EdtfError
from . import reasons
from .choices import (
    Bare,
    Choice,
    Thread,
    choose_order,
    choose_weekday,
    choose_year,
    gap,
    is_of_story,
    published_day,
)
from .phrases import (
    Alternatives,
    Counted,
    Decade,
    Interval,
    Meaning,
    MonthFrom,
    Nothing,
    NthDay,
    OneDate,
    Said,
    Settled,
    Told,
    Weekday,
    WeekdayFrom,
    WeekOf,
    counts,
    on_day,
    share,
)

__all__ = ["Neighbours", "Resolved", "resolve", "shifted"]


class Resolved(NamedTuple):
    """The date of a phrase, or why there is none."""

    when: When | None = None
    basis: Basis | None = None
    reason: str | None = None
    candidates: tuple[When, ...] = ()


class Neighbours(Protocol):
    """What stands around a phrase; `surroundings` gives it."""

    @property
    def published(self) -> EdtfDate | None:
        """When the text was published, as far as that is known."""

    @property
    def thread(self) -> Thread:
        """What the dates of the whole text tell."""

    def bare(self, said: EdtfDate | None, weekday: int | None) -> Bare:
        """The features of the phrase, given what it says."""

    def told(self, unit: str) -> tuple[EdtfDate, Basis] | None:
        """The date that it counts from, for a unit, where it is plain which."""


class _Question(Exception):  # noqa: N818 - it is not an error
    """No date, for a reason."""


def resolve(meaning: Meaning, near: Neighbours) -> Resolved:
    """The date of a phrase, or why there is none."""
    # A chronicle's "last week" is of its own days: publication would move it by a hundred years.
    if counts(meaning) and near.thread.is_story and is_of_story(near.bare(None, None), near.thread):
        return Resolved(reason=reasons.TOLD)
    try:
        return _RESOLVERS[type(meaning)](meaning, near)
    except _Question as question:
        return Resolved(reason=str(question))
    # A day that no year has, or one beyond the year 9999.
    except (EdtfError, ValueError, OverflowError):
        return Resolved(reason=reasons.NO_DAY)


def _of_date(meaning: OneDate, near: Neighbours) -> Resolved:
    """The date of a phrase that says a day, a month or a year."""
    said = meaning.date
    if said.year is not None:
        return Resolved(meaning.said, "stated", _odd(said, said.year))
    if said.shift is not None:
        year = _year(near.published) + said.shift
        return Resolved(said.in_year(year), "resolved", _odd(said, year))
    if meaning.others:
        return _of_item(meaning, near)
    choice = _chosen(said, near)
    reason = choice.reason or (_odd(said, int(choice.when.year)) if choice.when else None)
    return Resolved(choice.when, "inferred" if choice.when else None, reason, choice.candidates)


def _of_item(meaning: OneDate, near: Neighbours) -> Resolved:
    """A date of a list, which takes its year from the last one."""
    # By identity, since two dates of a list may say the same.
    place = next(n for n, said in enumerate(meaning.others) if said is meaning.date)
    choice = _chosen(meaning.others[-1], near)
    candidates = [_in_years(meaning.others, int(d.year))[place] for d in choice.candidates]
    return _in_likely_year(choice, candidates)


def _in_likely_year(choice: Choice, candidates: Sequence[When]) -> Resolved:
    """The date of the year that was chosen, the first of some; or the question which it is."""
    if choice.when is None:
        return Resolved(reason=choice.reason, candidates=tuple(candidates))
    return Resolved(candidates[0], "inferred", choice.reason, tuple(candidates))


def _in_years(dates: tuple[Said, ...], year: int) -> list[EdtfDate]:
    """The dates of a range or a list, of which the last is in a year."""
    copies = [said.copy() for said in dates]
    copies[-1].year = copies[-1].year or year
    share(copies)
    return [said.in_year(said.year or year) for said in copies]


def _chosen(said: Said, near: Neighbours) -> Choice:
    """The year that is likely for what is said."""
    return choose_year(near.bare(said.value, said.weekday), near.thread)


def _odd(said: Said, year: int) -> str | None:
    """What is wrong with its weekday, if it has one."""
    if said.day is None or said.weekday is None:
        return None
    when = said.in_year(year)
    if when._first.isoweekday() == said.weekday:
        return None
    return f"{when.describe()} is another day of the week"


def _of_interval(meaning: Interval, near: Neighbours) -> Resolved:
    """The interval of a phrase that says both of its ends."""
    ends = (meaning.first, meaning.last)
    if meaning.last.year is None and meaning.last.shift is None:
        choice = _chosen(meaning.last, near)
        candidates = [EdtfInterval(*_in_years(ends, int(d.year))) for d in choice.candidates]
        if meaning.is_doubtful:
            return Resolved(reason=reasons.SEVERAL_YEARS, candidates=tuple(candidates))
        return _in_likely_year(choice, candidates)
    shifted = any(said.shift is not None for said in ends)
    start, end = (_grounded(said, near) for said in ends)
    return Resolved(EdtfInterval(start, end), "resolved" if shifted else "stated")


def _grounded(said: Said, near: Neighbours) -> EdtfDate:
    """A date whose year is said, or counted from publication."""
    if said.year is not None:
        return said.in_year(said.year)
    return said.in_year(_year(near.published) + (said.shift or 0))


def _of_settled(meaning: Settled, near: Neighbours) -> Resolved:
    """The date of a phrase that its words settle alone."""
    return Resolved(meaning.said, "stated")


def _of_no_date(meaning: Nothing, near: Neighbours) -> Resolved:
    """Why a phrase is no date; of a day without a month, which it may be."""
    candidates = meaning.candidates
    if meaning.reason == reasons.NO_MONTH and isinstance(meaning.said, EdtfDate):
        candidates = _in_months(meaning.said.day, meaning.weekday, near.published)
    return Resolved(reason=meaning.reason, candidates=candidates)


def _in_months(
    number: int | str | None, weekday: int | None, published: EdtfDate | None
) -> tuple[EdtfDate, ...]:
    """The days of a number, and of a weekday, in the months around publication."""
    if published is None or published.month is None:
        return ()
    begin = published._first
    days = [begin + timedelta(count) for count in range(-_HALF_A_YEAR, _HALF_A_YEAR)]
    days = [day for day in days if day.day == number and weekday in (None, day.isoweekday())]
    dates = sorted(map(on_day, days), key=lambda when: abs(gap(published, when)))
    return tuple(dates[:_MONTHS])


_HALF_A_YEAR = 183  # days
_MONTHS = 3  # in which a day without a month may be, at most


def _of_alternatives(meaning: Alternatives, near: Neighbours) -> Resolved:
    """The dates of which a phrase does not say which is meant."""
    if meaning.reason == reasons.DAY_OR_MONTH:
        return _of_readings(meaning, near)
    if meaning.reason == reasons.DAY_OR_YEAR:
        day, year = meaning.dates
        candidates = *_chosen(day, near).candidates[:1], *_of_two_digits((year,), near)
        return Resolved(reason=meaning.reason, candidates=candidates)
    if meaning.reason == reasons.CENTURIES:
        return Resolved(reason=meaning.reason, candidates=_of_two_digits(meaning.dates, near))
    dates = _of_list(meaning.dates, near)
    # Of "9 and 10 November" the stretch comes first: an event of two days, rather than two events.
    if meaning.whole and len(dates) > 1 and (dates[1]._first - dates[0]._last).days == 1:
        return Resolved(reason=meaning.reason, candidates=(EdtfInterval(*dates), *dates))
    return Resolved(reason=meaning.reason, candidates=tuple(dates))


def _of_list(dates: tuple[Said, ...], near: Neighbours) -> list[EdtfDate]:
    """The dates of a list, in the year that is said or likely; none where neither is."""
    last = dates[-1]
    if last.year is not None or last.shift is not None:
        return [_grounded(said, near) for said in dates]
    choice = _chosen(last, near)
    if not choice.when:
        return []
    return _in_years(dates, int(choice.when.year))


def _of_readings(meaning: Alternatives, near: Neighbours) -> Resolved:
    """The day of a number such as 02/06/2022, if its order is known."""
    first, second = (said.in_year(said.year or 0) for said in meaning.dates)
    choice = choose_order((first, second), near.thread)
    basis: Basis | None = "inferred" if choice.when else None
    return Resolved(choice.when, basis, choice.reason, choice.candidates)


def _of_two_digits(dates: tuple[Said, ...], near: Neighbours) -> tuple[EdtfDate, ...]:
    """The dates that a year of two digits may be: those of the nearest century."""
    published = near.published
    if published is None:
        return ()
    this = int(published.year)
    nearest = [
        min(range((said.year or 0) + 100, 9999, 100), key=lambda year: abs(year - this))
        for said in dates
    ]
    return tuple(said.in_year(year) for said, year in zip(dates, nearest, strict=True))


def _of_decade(meaning: Decade, near: Neighbours) -> Resolved:
    """The decade of "the nineties"."""
    published = near.published
    # A decade is named so once it is over: told in 2022, "the twenties" are still the last ones.
    is_past = published is not None and meaning.tens < int(published.year) // 10 % 10
    dates = [EdtfDate(f"{century}{meaning.tens}X") for century in (19, 20)]
    when, other = dates[::-1] if is_past else dates
    return Resolved(when, "inferred", candidates=(when, other))


def _of_nth_day(meaning: NthDay, near: Neighbours) -> Resolved:
    """The day of "the second Monday of May"."""
    said = meaning.date
    if said.year is not None or said.shift is not None:
        year = int(_grounded(said, near).year)
        return Resolved(meaning.in_year(year), "stated" if said.year else "resolved")
    choice = _chosen(Said(month=said.month), near)
    candidates = [meaning.in_year(int(d.year)) for d in choice.candidates]
    return _in_likely_year(choice, candidates)


def _of_week_of(meaning: WeekOf, near: Neighbours) -> Resolved:
    """The week or the weekend of a day."""
    day = _of_date(OneDate(meaning.date), near)
    days = [when for when in (day.candidates or (day.when,)) if when]
    if meaning.unit == "weekend":
        weeks = tuple([_weekend(when) for when in days if _is_of_weekend(when)])
        if len(weeks) < len(days):
            return Resolved(reason=reasons.WEEKS, candidates=weeks)
    else:
        weeks = tuple([_week(when, meaning.shift) for when in days])
    return Resolved(weeks[0] if day.when else None, day.basis, day.reason, weeks)


def _week(when: When, shift: int | None) -> EdtfInterval:
    """The week from so many days beside a day, or from the Monday before it."""
    day = when._first
    first = day + timedelta(1 - day.isoweekday() if shift is None else shift)
    return EdtfInterval(on_day(first), on_day(first + timedelta(6)))


def _is_of_weekend(when: When) -> bool:
    """Whether a day is one from Friday to Sunday, by which a weekend is named."""
    return when._first.isoweekday() >= _FRIDAY


def _weekend(when: When) -> EdtfInterval:
    """The Saturday and the Sunday of the week of a day."""
    sunday = when._first + timedelta(_SUNDAY - when._first.isoweekday())
    return EdtfInterval(on_day(sunday - timedelta(1)), on_day(sunday))


_FRIDAY, _SUNDAY = 5, 7

# What counts from publication


def _year(published: EdtfDate | None) -> int:
    return _component_of(published, "year")


def _day(published: EdtfDate | None) -> date:
    day = published_day(published)
    if day is None:
        raise _Question(reasons.NO_PUBLICATION)
    return day


def _component_of(published: EdtfDate | None, part: str) -> int:
    """A component of the date of publication, from which a phrase counts."""
    value: int | None = getattr(published, part, None)
    if value is None:
        raise _Question(reasons.NO_PUBLICATION)
    return value


def _of_counted(meaning: Counted, near: Neighbours) -> Resolved:
    """What lies some units of time from publication."""
    # "In three days" is a date in "will meet in three days", and a length in "was built in three
    # days".
    if meaning.only_ahead:
        tense = near.bare(None, None).tense
        if tense != "future":
            raise _Question(reasons.DURATION if tense else reasons.DURATION_OR_DATE)
        if meaning.count == 0:
            raise _Question(reasons.VAGUE)
    when = shifted(near.published, meaning.count, meaning.unit)
    # A firm's quarters need not be those of the calendar, and releases are full of the former.
    if meaning.unit == "quarter":
        earlier = shifted(near.published, meaning.count - 1, meaning.unit)
        return Resolved(reason=reasons.FISCAL, candidates=(when, earlier))
    if meaning.about and isinstance(when, EdtfDate) and when.precision == "year":
        when = attrs.evolve(when, right=("~", "", ""))
    return Resolved(when, "resolved")


def shifted(published: EdtfDate | None, count: int, unit: str) -> When:
    """A unit of time so many units from the one of publication."""
    year = _year(published)
    if unit == "year":
        return EdtfDate(year + count)
    if unit == "decade":
        return EdtfDate(f"{year // 10 + count:03}X")
    if unit == "month":
        return _month_after(year, _component_of(published, "month"), count)
    if unit == "quarter":
        quarters = year * 4 + (_component_of(published, "month") - 1) // 3 + count
        return EdtfDate(quarters // 4, 33 + quarters % 4)
    day = _day(published)
    if unit == "day":
        return on_day(day + timedelta(count))
    if unit not in ("week", "weekend"):
        raise _Question(reasons.VAGUE)
    monday = day + timedelta(1 - day.isoweekday() + 7 * count)
    first = monday if unit == "week" else monday + timedelta(5)
    return EdtfInterval(on_day(first), on_day(monday + timedelta(6)))


def _month_after(year: int, month: int, count: int) -> EdtfDate:
    months = year * 12 + month - 1 + count
    return EdtfDate(months // 12, months % 12 + 1)


def _of_weekday_from(meaning: WeekdayFrom, near: Neighbours) -> Resolved:
    """The weekday of a week, or the nearest one; a question where these two are not the same."""
    today, count = _day(near.published), meaning.count
    ahead = meaning.weekday - today.isoweekday()
    of_week = today + timedelta(7 * count + ahead)
    if count < 0:
        nearest = today + timedelta(ahead % -7 or -7)
    else:
        nearest = today + timedelta(count + (ahead - count) % 7)
    if meaning.of_week or of_week == nearest:
        return Resolved(on_day(of_week), "resolved")
    # "This Tuesday" is the one that its verb tells.
    if count == 0 and near.bare(None, None).tense == "past":
        return Resolved(on_day(of_week), "resolved")
    if meaning.nearest or (count == 0 and near.bare(None, None).tense == "future"):
        return Resolved(on_day(nearest), "resolved")
    return Resolved(reason=reasons.SEVERAL_WEEKS, candidates=(on_day(nearest), on_day(of_week)))


def _of_month_from(meaning: MonthFrom, near: Neighbours) -> Resolved:
    """A month or a season that counts from publication."""
    published, count, month = near.published, meaning.count, meaning.month
    if month is None:
        when = _month_after(_year(published), _component_of(published, "month"), count)
        return Resolved(EdtfDate(when.year, when.month, meaning.day), "resolved")
    year = _year(published)
    if count == 0 and month != _WINTER:
        return Resolved(EdtfDate(year, month), "resolved")
    _component_of(published, "month")
    # Two years on either side: a winter begins in one year and ends in the next.
    dates = [EdtfDate(other, month) for other in range(year - 2, year + 3)]
    gaps = {when: gap(published, when) for when in dates}  # type: ignore[arg-type]
    if count < 0:
        nearest = max((d for d in gaps if gaps[d] < 0), key=_by_day)
    else:
        least = 1 if count else 0
        nearest = min((d for d in gaps if gaps[d] >= least), key=_by_day)
    if month < _SPRING or meaning.nearest or nearest.year != year or count == 0:
        return Resolved(nearest, "resolved")
    return Resolved(None, None, reasons.SEVERAL_YEARS, (nearest, EdtfDate(year + count, month)))


_SPRING, _WINTER = 21, 24  # EDTF


def _by_day(when: EdtfDate) -> tuple[date, int, str]:
    return when.sort_key


def _of_weekday(meaning: Weekday, near: Neighbours) -> Resolved:
    """The day that a weekday alone is."""
    choice = choose_weekday(near.bare(None, meaning.weekday), near.thread)
    basis: Basis | None = "inferred" if choice.when else None
    return Resolved(choice.when, basis, choice.reason, choice.candidates)


# What counts from another date of the text


def _of_told(meaning: Told, near: Neighbours) -> Resolved:
    """What lies some units of time from another date of the text."""
    told = near.told(meaning.unit)
    if told is None:
        raise _Question(reasons.TOLD)
    when, basis = told
    # What counts from a guess is one itself.
    basis = "inferred" if basis == "inferred" else "resolved"
    then = shifted(when, meaning.count, meaning.unit)
    if meaning.date is not None and isinstance(then, EdtfDate):
        return Resolved(meaning.date.in_year(then.year), basis)
    return Resolved(then, basis)


_RESOLVERS: dict[type[Meaning], Callable[..., Resolved]] = {
    Alternatives: _of_alternatives,
    Counted: _of_counted,
    Decade: _of_decade,
    Interval: _of_interval,
    MonthFrom: _of_month_from,
    Nothing: _of_no_date,
    NthDay: _of_nth_day,
    OneDate: _of_date,
    Settled: _of_settled,
    Told: _of_told,
    WeekOf: _of_week_of,
    Weekday: _of_weekday,
    WeekdayFrom: _of_weekday_from,
}
