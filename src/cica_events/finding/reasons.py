"""Why a phrase gives no date, or not this one: a closed set that others can tell apart."""

from __future__ import annotations

__all__ = [
    "ADDRESS",
    "AFTER",
    "ALTERNATIVE",
    "BEFORE",
    "CENTURIES",
    "CENTURY",
    "DAY_OR_MONTH",
    "DAY_OR_YEAR",
    "DENIED",
    "DURATION",
    "DURATION_OR_DATE",
    "ERA",
    "EXHAUSTIVE",
    "FISCAL",
    "IN_PART",
    "ITS_WEEKDAY",
    "MONTH_OR_YEARS",
    "MOVED",
    "NAME",
    "NO_DAY",
    "NO_MONTH",
    "NO_PUBLICATION",
    "NO_YEAR",
    "NUMBER",
    "OPEN",
    "QUANTITY",
    "RECURRENCE",
    "SEASON",
    "SEVERAL_WEEKS",
    "SEVERAL_YEARS",
    "TOLD",
    "VAGUE",
    "WEEKS",
    "WORD",
]

# Questions: a person should say what was meant, or that nothing was.
DAY_OR_MONTH = "may be day/month or month/day"
DAY_OR_YEAR = "may be a day or a year"
ALTERNATIVE = "one of several dates, and the words do not say which"
BEFORE = "a time before it, and the words do not say which"
AFTER = "a time after it, and the words do not say which"
DENIED = "the words say that it was not then"
MOVED = "the words say that it was moved from then"
CENTURIES = "may be one of several centuries or decades"
MONTH_OR_YEARS = "may be a month or a range of years"
DURATION_OR_DATE = "may be a duration or a date"
WEEKS = "weeks of a month or a year are counted in several ways"
SEASON = "a season of two years, and EDTF has only those of one"
FISCAL = "a fiscal year may begin in any month"
ERA = "a year of another era"
IN_PART = "a word or a number beside it may belong to it"
NO_PUBLICATION = "counts from a publication date that is not known so precisely"
NO_DAY = "there is no such day"
NO_MONTH = "no month is stated, and none follows from the words around it"
NO_YEAR = "no year is stated, and none follows from the words around it"
SEVERAL_YEARS = "more than one year is likely"
SEVERAL_WEEKS = "more than one week is likely"
RECURRENCE = "a recurrence"
TOLD = "counts from another date of the text"

# No dates, and nothing to ask.
ADDRESS = "part of an address"
CENTURY = "a century"
DURATION = "a duration"
ITS_WEEKDAY = "the weekday of a date in its line"
NAME = "part of a name"
NUMBER = "part of a number, a reference or a document symbol"
QUANTITY = "a quantity"
VAGUE = "names no date"
WORD = "an ordinary word or a name"

OPEN = frozenset(
    (
        *(DAY_OR_MONTH, ALTERNATIVE, BEFORE, AFTER, DENIED, MOVED, CENTURIES, MONTH_OR_YEARS),
        *(DAY_OR_YEAR, DURATION_OR_DATE, WEEKS, SEASON, FISCAL, ERA, IN_PART, NO_PUBLICATION),
        *(NO_DAY, NO_MONTH, NO_YEAR, SEVERAL_YEARS, SEVERAL_WEEKS, RECURRENCE, TOLD),
    )
)
"""Reasons of phrases that could be a date, so that a person should account for them."""
EXHAUSTIVE = frozenset((DAY_OR_MONTH, ALTERNATIVE))
"""Reasons beside which the candidates are all the dates that there can be."""
