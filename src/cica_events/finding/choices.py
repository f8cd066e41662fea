"""The choices that words leave to their neighbours: a year, a week, the order of day and month.

Pure functions over named features: what is said, when it was published, the words around it, and
the dates that the text gives. Where one reading is very likely, it is given; else there is a
question, with its candidates. The limits in days were chosen on news (docs/dates.md).
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from functools import cached_property
from itertools import islice, pairwise, takewhile
from operator import attrgetter
from typing import Literal, NamedTuple

import attrs

from ..edtf import EdtfDate, EdtfInterval, When
from ..errors import EdtfError
from . import english, reasons
from .phrases import dated, on_day
from .tokens import Word

__all__ = [
    "Bare",
    "Choice",
    "Stated",
    "Tense",
    "Thread",
    "choose_order",
    "choose_weekday",
    "choose_year",
    "gap",
    "is_of_story",
    "published_day",
]

Tense = Literal["past", "future"]

# --- What the choices look at ---------------------------------------------------------------------

# The next six were set on news and on stories of our own (docs/dates.md): a guess that news proves
# wrong one time in five is no date but a question.
_FAR = 2  # years: what lies so long before publication may belong to a story
_SHARE, _SHARE_OF_LONG = 0.75, 0.5  # of the dates that a story states lie so far
_LONG = 20  # dates that a long text states
_ASIDE = 5  # a text that is nothing but a story states so many dates for one counted phrase
_NEAR = 2  # sentences: so far a date lends its year in a text that is no story


class Stated(NamedTuple):
    """A date that the text gives, and where it stands."""

    when: When
    token: int
    sentence: int
    paragraph: int

    @property
    def last(self) -> EdtfDate | None:
        """The date, or where an interval ends, if that says a year."""
        when = self.when.end if isinstance(self.when, EdtfInterval) else self.when
        if isinstance(when, EdtfDate) and isinstance(when.year, int):
            return when
        return None


_TOKEN = attrgetter("token")


@attrs.frozen(slots=False)
class Thread:
    """What the decisions know of the whole text.

    Attributes:
        published: when it was published, as far as known: a year, a month or a day.
        stated: the dates whose year it states, in order.
        order: what comes first in its dates like 13/05/2022: the day or the month, where all that
            have one reading agree.
        counted: how many of its phrases count from publication ("today", "last week", "Friday").
    """

    published: EdtfDate | None
    stated: tuple[Stated, ...] = ()
    order: Literal["day", "month"] | None = None
    counted: int = 0

    def before(self, token: int) -> Iterator[Stated]:
        """The dates that are stated before a piece, the nearest first."""
        return reversed(self.stated[: bisect_left(self.stated, token, key=_TOKEN)])

    def after(self, token: int) -> Iterator[Stated]:
        """The dates that are stated after a piece, the nearest first."""
        return iter(self.stated[bisect_left(self.stated, token + 1, key=_TOKEN) :])

    def is_far(self, when: EdtfDate) -> bool:
        """Whether a date lies years before publication."""
        return self.published is not None and int(self.published.year) - int(when.year) >= _FAR

    @cached_property
    def is_story(self) -> bool:
        """Whether the text tells of another time than its own: a chronicle, a history.

        Example:
            >>> began, ended = EdtfDate(1862, 3), EdtfDate(1863, 2, 4)
            >>> stated = Stated(began, 3, 0, 0), Stated(ended, 9, 1, 0)
            >>> Thread(EdtfDate(2023, 5, 22), stated).is_story
            True
        """
        if len(self.stated) < 2:  # as most texts do, which need not be counted
            return False
        dates = [last for last in (stated.last for stated in self.stated) if last is not None]
        far = [when for when in dates if self.is_far(when)]
        # Years alone make no story: a report on trade compares itself with years long gone.
        told = sum(when.month is not None for when in far)
        share = _SHARE if len(dates) < _LONG else _SHARE_OF_LONG
        return told > 1 and len(far) >= max(share * len(dates), self.counted)

    @cached_property
    def is_nothing_but_a_story(self) -> bool:
        """Whether next to nothing in it counts from publication."""
        return self.is_story and self.counted * _ASIDE <= len(self.stated)


@attrs.frozen(slots=False)
class Bare:
    """A phrase whose words leave the year open; or the week, where it is a weekday alone.

    Attributes:
        said: what it says; of ranges and lists, what their last date says.
        weekday: 1 (Monday) to 7, or ``None``.
        token: where it stands: its first piece, its sentence and its paragraph.
        sentence: the number of its sentence.
        paragraph: the number of its paragraph.
        before: the words before it in its sentence, the nearest first.
        after: the words after it in its sentence, the nearest first.
        previous: the last date that the text gave before it: stated, or chosen here.
        earlier: the date that it gave before that one, in a sentence that a full stop ended.
        follows_semicolon: whether a semicolon ended the sentence before.
    """

    said: EdtfDate | None
    weekday: int | None
    token: int
    sentence: int
    paragraph: int
    before: tuple[Word, ...] = ()
    after: tuple[Word, ...] = ()
    previous: Stated | None = None
    earlier: Stated | None = None
    follows_semicolon: bool = False

    @cached_property
    def tense(self) -> Tense | None:
        """Whether the words tell of what was or of what is to come; ``None`` where neither.

        Example:
            >>> before = (Word("payable", "word"),)
            >>> Bare(EdtfDate("XXXX", 12, 15), None, 4, 0, 0, before=before).tense
            'future'
        """
        following = [word.text for word in self.after[:2]]
        if (
            following[1:] == [english.POSSESSIVE]
            and english.SIGNS.get(following[0]) == "apostrophe"
        ):
            return self._tense_of_possessed
        # From the surest word to the least: who spoke has spoken, whatever the verb of what was
        # said, and a deadline is to come though its verb may tell of the past ("payable Jan. 2 was
        # declared").
        if self._is_spoken:
            return "past"
        if _has(self._words_before(3), english.SINCE):
            return "past"
        if self._is_due:
            if self._words_before(1) == [english.AGENT] and self._is_past_date:
                return None
            if not english.DEADLINES.isdisjoint(following[:1]):
                return None
            return "future"
        if self._words_before(1) == [english.THROUGH] and self._tense_of_verb == "past":
            return None
        if _has(self._words_before(2), english.IS):  # "the vote is on Friday"
            return "future"
        if self.before and _has(following[:1], english.WAS):  # "planned for 3 May was cancelled"
            return None
        return self._tense_of_verb

    def _words_before(self, count: int) -> list[str]:
        return self._near_before[:count]

    @cached_property
    def _near_before(self) -> list[str]:
        return [word.text for word in self.before[:_REACH]]

    @property
    def _is_past_date(self) -> bool:
        """Whether it is no weekday, and its verb tells of the past: "had calmed by September"."""
        return self.said is not None and self._tense_of_verb == "past"

    @property
    def _is_due(self) -> bool:
        """Whether a deadline ends: "payable Dec. 15", but not "seized by police Monday"."""
        cues = english.DEADLINES.intersection(self._words_before(3))
        if english.AGENT in cues:
            near = (word.text for word in self.before if word.term not in _OF_HOURS)
            cues -= {english.AGENT} - {next(near)}
        return bool(cues)

    @property
    def _is_moved(self) -> bool:
        """Whether something was moved to it."""
        if not self.is_until:
            return False
        return any(word.term == "moved" for word in self.before[1:_NEAR_VERB])

    @property
    def _tense_of_possessed(self) -> Tense | None:
        """Of "Friday's ruling", past; of "will win Friday's vote" and "Friday's vote may", open."""
        coming = [word.text for word in self.after[:_VERB_REACH]]
        if _has(self._words_before(2), english.AHEAD_OF) or _has(coming, english.MODALS):
            return None
        if self._words_before(1) == [english.TO] or self._told_before() == "future":
            return None
        return "past"

    @property
    def _is_spoken(self) -> bool:
        """Whether somebody said so then: "he said on 12 May", but not "will be announced"."""
        spoken = [n for n, word in enumerate(self.before[:2]) if word.term == "speech"]
        if not spoken:
            return False
        words = self._words_before(_VERB_REACH)
        return any(_tense_of_past(words[n + 1 :]) != "future" for n in spoken)

    @property
    def _tense_of_verb(self) -> Tense | None:
        """What the nearest verb before it tells, or else the first one after it."""
        if self._is_moved:  # "was pushed back to 9 September"
            return None
        tense = None if self._begins_clause else self._told_before()
        tense = tense or self._told_after()
        if tense == "open":
            return None
        return tense

    @property
    def _begins_clause(self) -> bool:
        """Whether a verb after it is its own: "that on Friday it will", "and on Friday will"."""
        near = self._words_before(2)
        is_led = english.AND in near and any(w.text in english.MODALS for w in self.after[:1])
        return is_led or english.THAT in near

    def _told_before(self) -> Tense | Literal["open"] | None:
        """What the nearest verb before it tells; a participle leaves it to a past verb after it."""
        words, has_participle = _near(self.before), False
        for n, (word, prior) in enumerate(pairwise((*words, _NO_WORD))):
            if not _may_tell(word, prior):
                continue
            if n and words[n - 1].text == english.AGENT and _is_participle(word, prior):
                has_participle = True
                continue
            tense = self._told_by(word, words[n + 1 : n + _VERB_REACH])
            if tense is not None:
                return tense
        if has_participle:
            return "past" if self._told_after() == "past" else "open"
        return None

    def _told_after(self) -> Tense | Literal["open"] | None:
        """What the first verb after it tells, in its clause; a quotation after it was said then."""
        opening = [word.text for word in self.after[:2] if word.text != english.COLON]
        if _has(opening[:1], english.QUOTES):
            return "past"
        words = tuple(takewhile(_goes_on, _near(self.after)))
        if len(self.before) < 2 and _has_participle(self.after):
            words = words[1:]
        for n, (prior, word) in enumerate(pairwise((_NO_WORD, *words))):
            if self.said is None and word.text in english.PERFECT:
                return "open"  # "the fair on Friday has been sold out"
            if _may_tell(word, prior):
                is_done = word.text in english.PROPOSED and not _has_be(words[:n])
                tense = "past" if is_done else self._told_by(word, words[:n][:-_VERB_REACH:-1])
                if tense is not None:
                    return tense
        return None

    def _told_by(self, verb: Word, prior: tuple[Word, ...]) -> Tense | Literal["open"] | None:
        """What a verb tells of it, with the words before that, the nearest first.

        The present tells of a weekday in headlines, too: of yesterday.
        """
        tense = _tense_of(verb, [word.text for word in prior])
        if tense != "present":
            return tense
        if self.said is not None:
            return "future"
        if verb.text in english.TIMETABLE:  # "at the close Friday"
            return None
        return "open"

    @property
    def is_since(self) -> bool:
        """Whether it is told from when something lasted: "since January"."""
        return english.SINCE_ITSELF in self._words_before(2)

    @property
    def side(self) -> int:
        """-1 where words say that it is gone, 1 where it is to come: "since May", "next 6 May"."""
        if self.is_since:
            return -1
        return self.before[0].value if self.before and self.before[0].term == "relative" else 0

    @property
    def is_until(self) -> bool:
        """Whether something goes on, or was moved, to it: "was put off to June"."""
        return self._words_before(1) == [english.TO]

    @property
    def is_bounded(self) -> bool:
        """Whether "by", "to" or "until" stands before it, and its verb tells of the past."""
        near = (word.text for word in self.before if _tells_no_hour(word))
        if next(near, None) not in english.UNTIL and not self.is_until:
            return False
        is_given = [word.text for word in self.after[:1]] == [english.TO]
        if is_given and _has(list(islice(near, _REACH - 1)), english.PERFECT):
            return False  # "has given them until Friday to"
        return self._tense_of_verb == "past"

    @property
    def has_lasted(self) -> bool:
        """Whether something that is over lasted until then: "the exhibition ran until 3 May"."""
        is_until = _has(self._words_before(1), english.UNTIL)
        return is_until and _has(self._words_before(_VERB_REACH), english.LASTED)

    @property
    def is_done(self) -> bool:
        """Whether a verb of the past stands next before it: "reopened on"."""
        place = int(_has(self._words_before(1), english.ON_OR_IN))
        verb, led = (*self.before[place : place + 2], _NO_WORD, _NO_WORD)[:2]
        return verb.term == "past" and led.term != "comma" and self.tense == "past"

    @property
    def was_until(self) -> bool:
        """Whether something of the past was so until then."""
        is_until = _has(self._words_before(1), english.UNTIL - {english.AGENT})
        return is_until and self._tense_of_verb == "past"

    @property
    def is_listed(self) -> bool:
        """Whether nothing but other dates stands between it and the date before it."""
        if self.previous is None:
            return False
        between = self.before[: self.token - self.previous.token - 1]
        return all(word.term in _IN_LISTS for word in between)

    @cached_property
    def is_promised(self) -> bool:
        """Whether it is told with "will", which no story of the past does."""
        after = [word.text for word in self.after[:_VERB_REACH]]
        return _has(self._near_before + after, english.PROMISES) and self.tense == "future"

    @property
    def is_quarter(self) -> bool:
        """Whether it is a quarter or a half of a year."""
        month = self.said.month if self.said else None
        return isinstance(month, int) and month >= _FIRST_QUARTER

    @property
    def is_ended(self) -> bool:
        """Whether it is a quarter of somebody's own year: "the fourth quarter ended Aug. 26"."""
        return self.is_quarter and any(word.text in english.ENDED for word in self.after[:1])

    @property
    def is_next_entry(self) -> bool:
        """Whether it begins a line, and a date stands on the line before."""
        previous = self.previous
        if previous is None or previous.paragraph != self.paragraph:
            return False
        is_first = all(word.term in _BULLETS for word in self.before)
        return is_first and previous.sentence == self.sentence - 1

    @property
    def is_led(self) -> bool:
        """Whether a date stands close before it in its paragraph."""
        previous = self.previous
        if previous is None or previous.paragraph != self.paragraph:
            return False
        return self.sentence - previous.sentence <= _NEAR

    @property
    def is_plain(self) -> bool:
        """Whether one clause joins it with the date before: "in 2023 it was held on 19 April"."""
        if self.previous is None or self.previous.sentence != self.sentence:
            return False
        # A comma or another verb may begin a clause that tells of something else.
        between = self.before[: self.token - self.previous.token - 1]
        if self.named_year is not None or _look_back(between) or self._is_beside_named_day:
            return False
        if any(word.term == "closing" for word in between):  # "(September 2025) on 3 May"
            return False
        if _has_past(between) and _has_past(self.before[self.token - self.previous.token :]):
            return False  # "a case opened in 2023 was closed on 3 May"
        return not any(word.text == "," or word.term in _CLAUSES for word in between)

    @property
    def _is_beside_named_day(self) -> bool:
        """Whether a thing has the day before it as a name: "the law of 12 March 1938 ended on"."""
        assert self.previous is not None  # whoever asks has looked
        last = self.previous.last
        led = self.before[self.token - self.previous.token :][:1]
        return last is not None and last.day is not None and [w.term for w in led] == ["of"]

    @property
    def named_year(self) -> int | None:
        """The year of a name before it: "the 2026 Cup will be played in Osh from 3 September".

        A year that ends a name is one where nothing but signs follows it: "Forum 2026: 3 May".
        """
        for place, (word, led) in enumerate(pairwise(self.before)):
            if word.term != "year" or not word.text.isdigit():
                continue
            between = self.before[:place]
            if led.term in _OF_NAMES:
                return None if _look_back(between) else int(word.text)
            if led.term == "name" and all(each.term in _AFTER_NAMES for each in between):
                return int(word.text)
        return None

    def in_year(self, year: int) -> EdtfDate | None:
        """What it says, in a year; ``None`` where that year has no such day, or another weekday."""
        try:
            when = dated(year, self.said.month, self.said.day) if self.said else None
        except EdtfError:
            return None
        if when is None or when.day is None or self.weekday is None:
            return when
        if when._first.isoweekday() != self.weekday:
            return None
        return when

    def around(self, year: int) -> list[EdtfDate]:
        """What it can be in the years around one."""
        # A year beside it may have no such day at all: 29 February, or "Friday, 13 May".
        is_leap_day = self.said is not None and (self.said.month, self.said.day) == (2, 29)
        reach = _LEAP_YEARS if is_leap_day else 1 if self.weekday is None else _WEEKDAY_YEARS
        years = range(max(1, year - reach), min(9999, year + reach) + 1)
        return [when for when in map(self.in_year, years) if when is not None]


_NO_VERBS = frozenset(
    """the of in to from and comma stop preposition determiner name day_number ordinal year number
    full_month word_month short_month weekday number_word sign apostrophe""".split()
)
_OF_DATES = frozenset(
    """day_number ordinal year full_month word_month short_month weekday short_weekday clock comma
    opening closing""".split()
)
_IN_LISTS = _OF_DATES | frozenset(("and", "preposition"))
_MARKS = frozenset(("sign", "apostrophe"))
_OF_HOURS = frozenset("clock part_of_day early the edge of".split())
_VERBS = english.MODALS | english.PLANS | english.READY | english.MOVED_ON
_VERBS |= english.PRESENT | english.TIMETABLE | frozenset((english.PLACE,))
_BE = english.WAS | english.IS
_NO_WORD = Word("", "break")
_NAMED = 2  # words after a year, of which one may be what it is of: "the 2022 annual report"
_NEAR_VERB = 5  # words before "to", in which a verb tells that something was moved
_VERB_REACH = 6  # words: a verb, and what may stand before it ("was scheduled to be")
_REACH = 12  # words: a verb that is farther away tells of something else
_FIRST_QUARTER = 33  # EDTF
_WEEKDAY_YEARS = 6  # within so many years, a day falls on every weekday
_LEAP_YEARS = 8
_OF_NAMES = frozenset(("the", "determiner"))
_AFTER_NAMES = frozenset("sign comma opening dash day_number".split())
_BULLETS = frozenset(("dash", "sign"))
_CLAUSES = frozenset(("speech", "and", "exclamation", "stop"))


def _has_past(words: tuple[Word, ...]) -> bool:
    return any(word.term == "past" for word in words)


def _look_back(words: tuple[Word, ...]) -> bool:
    """Whether words after a year, the nearest last, tell of a look back: "report came out in"."""
    named = [word.text for word in words[::-1][:_NAMED]]
    is_determined = _has(named[:1], english.DETERMINERS)
    return not is_determined and any(map(english.RETROSPECTS.match, named))


def _near(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words on one side that are near enough to tell, without those of dates and times.

    A long quotation tells nothing of what stands outside it, nor what stands outside of it.
    """
    near: list[Word] = []
    is_quoted = False
    for place, word in enumerate(words):
        # "on Friday, 3 May 2024, at 10:00" is as near to its verb as "on Friday".
        if word.term in _OF_DATES:
            continue
        if word.term in _MARKS and _is_quote(words, place):
            if not is_quoted and not _is_short_quote(words, place):
                break
            is_quoted = not is_quoted
            continue
        near.append(word)
        if len(near) == _REACH:
            break
    return tuple(near)


def _is_quote(words: tuple[Word, ...], place: int) -> bool:
    """Whether a mark of quotation stands at a place; of two apostrophes, the second."""
    word = words[place].text
    return word in english.QUOTES or (
        word == english.APOSTROPHE and place > 0 and words[place - 1].text == word
    )


def _is_short_quote(words: tuple[Word, ...], place: int) -> bool:
    """Whether a mark of quotation is followed by another that ends a word or a few."""
    ends = range(place + 1, min(place + _SHORT_QUOTE, len(words)))
    return any(_is_quote(words, end) for end in ends)


_SHORT_QUOTE = 6  # words


def _tells_no_hour(word: Word) -> bool:
    """Whether a word is no part of a time of day, as those of "until 2 a.m. on" are."""
    return word.term not in _OF_HOURS and word.text not in english.ON_OR_IN


def _goes_on(word: Word) -> bool:
    """Whether a word does not begin a clause that tells of something else."""
    return word.text not in english.CONTRASTS


def _has_participle(words: tuple[Word, ...]) -> bool:
    """Whether what follows a comma may be a participle: "On Friday, armed men left"."""
    comma, participle = [*words, _NO_WORD, _NO_WORD][:2]
    return comma.text == "," and participle.text.endswith(english.PAST_ENDING)


def _has_be(words: tuple[Word, ...]) -> bool:
    """Whether a form of "be" is among the two words before a verb."""
    return any(word.text in _BE for word in words[-2:])


def _may_tell(word: Word, prior: Word) -> bool:
    """Whether a word may be a verb that `_tense_of` knows, after the word before it."""
    if word.text == english.CLOSED and prior.text in ("", english.COLON):  # "Pool: closed July 4"
        return False
    if word.term != "word":
        return word.term not in _NO_VERBS
    if prior.text == english.TO:
        return not english.is_plural(word.text)  # "to hospitals"
    return word.text in _VERBS or _is_going_on(word.text, prior.text)


def _is_participle(word: Word, prior: Word) -> bool:
    """Whether a past form before "by" is no verb: "a team led by two men"."""
    return word.term == "past" and prior.text not in english.PASSIVE


def _is_going_on(verb: str, prior: str) -> bool:
    """Such as "was leaving"."""
    return prior in _BE and verb.endswith(english.GERUND_ENDING)


def _tense_of(verb: Word, prior: list[str]) -> Tense | Literal["open", "present"] | None:
    """What a verb tells with the words before it, the nearest first; ``None`` of another word."""
    if verb.text in english.MODALS:
        return "future"
    if prior and _is_going_on(verb.text, prior[0]):  # "said he was leaving on Friday"
        return _ahead(unless=prior[0] in english.WAS)
    if verb.text in english.PROPOSED and not _has(prior[:2], english.BE):
        return "open"
    is_plan = verb.text in english.PLANS and not _has(prior[:1], english.DETERMINERS)
    if is_plan or (verb.text in english.READY and _has(prior[:2], english.BE)):
        return _ahead(unless=_has(prior[:2], english.WAS))
    if verb.term in ("past", "speech") or verb.text in english.MOVED_ON:
        return _tense_of_past(prior)
    is_base = verb.term in ("word", "reference") or verb.text in english.TIMETABLE
    if is_base and prior[:1] == [english.TO]:
        return _tense_of_infinitive(prior)
    if verb.text == english.PLACE and _has(prior[:1], english.TAKES):
        return "future"
    is_present = verb.text in english.PRESENT or verb.text in english.TIMETABLE
    if verb.text in english.NOUNS and _is_noun(prior):
        return None
    if is_present and not _is_attribute(prior) and not _has(prior[:2], english.MODALS):
        return "present"
    return None


def _is_noun(prior: list[str]) -> bool:
    """Whether such as "run" is no verb: "a bull run", but not "the doors open"."""
    return _has(prior[1:3], english.DETERMINERS) and not english.is_plural(prior[0])


def _ahead(*, unless: bool) -> Literal["future", "open"]:
    """What looks ahead, unless something leaves that open."""
    if unless:
        return "open"
    return "future"


def _tense_of_past(prior: list[str]) -> Tense | Literal["open"] | None:
    """What a past form tells after some words."""
    if len(prior) > 1 and english.SIGNS.get(prior[0]) == "dash":  # "are e-mailed"
        prior = prior[2:]
    if _has(prior[:1], english.IS) or _has(prior[:3], english.POSSIBLY):
        return "open"
    if prior[:1] == [english.HAVE] and not _has(prior[:3], english.PROMISES):
        return "past"
    if _is_attribute(prior) or _has(prior[:1], english.CONDITIONS | english.STAYS):
        return None
    if _is_passive(prior):
        return "future"
    return "past"


def _tense_of_infinitive(prior: list[str]) -> Tense | Literal["open"]:
    """What a verb after "to" tells: "had to close", "are to meet"."""
    if prior[1:2] == [english.HAD]:
        return "past"
    if _has(prior[1:3], english.WAS):  # "was due to open in March" leaves open whether it did
        return "open"
    is_meant = _has(prior[1:2], english.IS) or _has(prior[1:5], english.INTENTS)
    return _ahead(unless=not is_meant)


def _has(words: list[str], table: frozenset[str]) -> bool:
    """Whether one of some words stands in a table."""
    return not table.isdisjoint(words)


def _is_attribute(prior: list[str]) -> bool:
    """Whether a past form is no verb: "a still unspecified date"."""
    is_adverb = prior[:1] == [english.STILL] or (prior and prior[0].endswith(english.ADVERB_ENDING))
    return _has(prior[1:2] if is_adverb else prior[:1], english.DETERMINERS)


def _is_passive(prior: list[str]) -> bool:
    """Whether a past form is yet to come: "will be held", "to be signed", "to cut"."""
    return (
        prior[:1] == [english.TO]
        or english.BE_ITSELF in prior[:2]
        or _has(prior[:3], english.MODALS)
    )


# --- The choices ----------------------------------------------------------------------------------


class Choice(NamedTuple):
    """What a decision gives.

    Attributes:
        when: the date; ``None`` for a question.
        candidates: the dates that it may be, the likeliest first.
        reason: why there is none, or what is odd.
    """

    when: EdtfDate | None
    candidates: tuple[EdtfDate, ...] = ()
    reason: str | None = None


# The days below were set in the same way. A story goes on rather than back: so it may go further.
_CLOSE = 45  # days: dates so near each other belong together
_BACK = 45  # days: what is to come is not told of a date so long before publication
_AHEAD = 60  # days: what was is not told of a date so long after publication, and no month alone
_SOON = 14  # days: so many after publication, what is told as done may be of a text sent early
_UNSURE = 120  # days: so far from publication, only a verb tells the year
_FORTH = 200  # days: so long after the date before it comes the next one of a story
_TURN = 90  # days: so far does a story turn back
_MORE_THAN_A_YEAR = 400  # days: farther away, a day is hardly meant by its weekday
_WEEK = 6  # days: a weekday so long before publication is hardly meant by itself


def choose_year(bare: Bare, thread: Thread) -> Choice:
    """The year of a date that does not say it.

    A story's dates follow each other; the dates of other texts stand near their publication. What
    both may be is a question.
    """
    # Without a day to be near to, only the text itself can lend a year.
    if thread.published is None:
        return _told_without_publication(bare, thread)
    near = _near_publication(bare, thread.published)
    year = bare.named_year if near.when else None
    named = bare.in_year(year) if year else None
    if near.when and named not in (None, near.when):
        return _question(filter(None, (near.when, named)))
    # Before the story: a chronicle tells of nothing with "will" but of what is still to come.
    if bare.is_promised:
        return near
    if thread.is_story:
        told = _in_story(bare, thread)
        if thread.is_nothing_but_a_story:
            return told
        return _question((*told.candidates[:1], *near.candidates[:1], *told.candidates[1:]))
    return _unless_told(bare, thread, near)


def _told_without_publication(bare: Bare, thread: Thread) -> Choice:
    """The reading that follows the date close before it, or in the year stated after it."""
    told = _in_story(bare, thread)
    if bare.is_led:
        return told
    after = _in_year_after(bare, thread)
    if after.when:
        return after
    return _question(told.candidates, reasons.NO_YEAR)


def _unless_told(bare: Bare, thread: Thread, near: Choice) -> Choice:
    """The reading near publication, unless a date stated close before makes another as likely."""
    if near.when is None:
        return _next_of_list(bare, thread) or _as_told(bare, thread, near)
    recent = _is_recent(near.when, thread)
    both = _of_two_years(bare) if bare.is_led else []
    # Before the rest, since "the school year 2023-24" gives each month a year of its own.
    if both:
        return near if recent else _question(both)
    other = _in_year_after(bare, thread)
    if other.when not in (None, near.when) and _may_be(bare, thread, other) and not recent:
        return _question((near.when, *other.candidates))
    return _beside(bare, thread, near, near.when) if bare.is_led else near


def _beside(bare: Bare, thread: Thread, near: Choice, when: EdtfDate) -> Choice:
    """The reading near publication, that which follows the date close before it, or a question."""
    told, recent = _in_story(bare, thread), _is_recent(when, thread)
    if told.when == when or not _may_be(bare, thread, told):
        return near
    both = _question((when, *told.candidates))
    stated = next(thread.before(bare.token), None)
    if stated is None or stated.last is None or bare.previous != stated:
        return both if _is_before_what_comes(bare, thread, when) else near
    if _belongs(bare, stated, told):
        return both if recent and not bare.is_plain else told
    # What one sentence tells belongs together; a day or a month of long ago draws more to it.
    is_near = stated.sentence == bare.sentence and told.when is not None and not recent
    is_far = stated.last.month is not None and thread.is_far(stated.last)
    if is_near or is_far or _is_before_what_comes(bare, thread, when):
        return both
    return near


def _is_before_what_comes(bare: Bare, thread: Thread, near: EdtfDate) -> bool:
    """Whether a reading is of a year before that of a date to come which stands before it.

    Such as "opens on 1 February 2023 and closes on 15 April". In another sentence, what is still
    to come may well be before that.
    """
    previous = bare.previous
    if previous is None or previous.last is None or thread.published is None:
        return False
    is_to_come = previous.last.month is not None and gap(thread.published, previous.last) > 0
    if bare.tense == "past" or not is_to_come or int(previous.last.year) <= int(near.year):
        return False
    is_joined = bare.sentence - previous.sentence <= bare.follows_semicolon
    return is_joined or gap(thread.published, near) < 0


def _as_told(bare: Bare, thread: Thread, near: Choice) -> Choice:
    """What is likely next to publication, if the date close before it tells the same."""
    stated = next(thread.before(bare.token), None)
    is_plain = bare.is_listed or (stated is not None and bare.previous == stated)
    if not is_plain or not bare.is_led or bare.is_ended:
        return near
    told = _in_story(bare, thread)
    return told if told.when is not None and told.when in near.candidates[:1] else near


def _next_of_list(bare: Bare, thread: Thread) -> Choice | None:
    """Of a month, the reading that follows the line before it, in a list of what is to come."""
    is_month = bare.said is not None and bare.said.day is None
    before = bare.previous.last if bare.previous and is_month and bare.is_next_entry else None
    if before is None or thread.published is None or gap(thread.published, before) <= 0:
        return None
    dates = [when for when in bare.around(int(before.year)) if 0 <= gap(before, when) <= _FORTH]
    return _chosen(dates[0]) if dates else None


def _is_recent(when: EdtfDate, thread: Thread) -> bool:
    """Whether a date is so near to publication that it hardly belongs to another year."""
    published = thread.published
    return (
        published is not None
        and published.month is not None
        and abs(gap(published, when)) <= _CLOSE
    )


def _in_year_after(bare: Bare, thread: Thread) -> Choice:
    """The reading in the year that is stated after it in its sentence."""
    after = next(thread.after(bare.token), None)
    if after is None or after.last is None or after.sentence != bare.sentence:
        return Choice(None)
    return _in_year(bare, int(after.last.year))


def _may_be(bare: Bare, thread: Thread, told: Choice) -> bool:
    """Whether the tense allows the reading that the text tells."""
    if told.when is None or thread.published is None or bare.tense is None:
        return True
    days = gap(thread.published, told.when)
    if bare.tense == "past":
        return days <= 0
    return days >= 0


def _belongs(bare: Bare, stated: Stated, told: Choice) -> bool:
    """Whether the date before it is plainly its own: one clause, or days that follow."""
    if bare.is_plain:
        return True
    last = stated.last
    if last is None or last.day is None or told.when is None:
        return False
    return abs(gap(last, told.when)) <= _CLOSE


def _near_publication(bare: Bare, published: EdtfDate) -> Choice:
    """The reading that is nearest to publication, as far as the tense allows."""
    if published.month is None:
        return _in_year(bare, int(published.year))
    near = _by_distance(published, bare.around(int(published.year)))
    if bare.side:
        near = [each for each in near if each.days * bare.side > 0 or not each.days]
    if not near:
        return _question((), reasons.NO_DAY)
    days = near[0].days
    # "will open on 3 May", just after 3 May: a text that came out late, or a year ahead.
    if -_BACK <= days < 0 and bare.is_promised:
        return _question(each.when for each in sorted(near[:2], key=_is_back))
    tense = _tense_that_counts(bare, days)
    if bare.is_ended or _is_unsure(bare, near[0].when, days, tense):
        return _question(each.when for each in near[:2])
    if tense == "future" and days < -_BACK:
        if bare.was_until:  # "was offered until 30 June"
            return _question(each.when for each in near[:2])
        near.sort(key=_is_back)
    if tense == "past" and days > _AHEAD:
        near.sort(key=_is_ahead)
    first, others = near[0], [each.when for each in near[:2]]
    # The weekday alone chose this year, and it may as well be a slip.
    if bare.weekday is not None and abs(first.days) > _MORE_THAN_A_YEAR:
        return _question(others)
    return _chosen(first.when, () if abs(first.days) <= _CLOSE else others)


class _Distant(NamedTuple):
    """A date, and how many days it is from another one."""

    days: int
    when: EdtfDate


def _by_distance(known: EdtfDate, dates: list[EdtfDate]) -> list[_Distant]:
    """Dates by how far they are from another one, the nearest first."""
    distant = [_Distant(gap(known, when), when) for when in dates]
    return sorted(distant, key=lambda each: abs(each.days))


def _is_back(distant: _Distant) -> bool:
    return distant.days < 0


def _is_ahead(distant: _Distant) -> bool:
    return distant.days > 0


def _tense_that_counts(bare: Bare, days: int) -> Tense | None:
    """The tense, which changes nothing of what is near, nor a quarter to one that is to come."""
    if -_BACK <= days <= _AHEAD:
        return None
    if bare.is_quarter and bare.tense == "future":  # "will grow by 3 % from the third quarter"
        return None
    return bare.tense


def _is_unsure(bare: Bare, when: EdtfDate, days: int, tense: Tense | None) -> bool:
    """Whether the nearest date may not be meant: so many days away, with a tense that counts."""
    if bare.has_lasted and days > 0:  # "the fair ran until 15 January"
        return True
    if bare.is_done and _SOON < days <= _AHEAD:  # "it reopened on 3 May"
        return True
    if when.day is None and 0 < days <= _AHEAD:  # "was arrested in January"
        return bare.tense == "past" and not bare.is_until
    if tense is not None or bare.side:
        return False
    return not -_UNSURE <= days <= (_AHEAD if when.day is None else _UNSURE)


def _in_year(bare: Bare, year: int) -> Choice:
    """The reading in a year, or the question that it is where that year has no such day."""
    when = bare.in_year(year)
    if when:
        return _chosen(when)
    return _question(bare.around(year), reasons.NO_DAY)


def _in_story(bare: Bare, thread: Thread) -> Choice:
    """The reading that follows the date before it, or the one before an aside."""
    last = bare.previous.last if bare.previous else None
    if last is None:
        return _question((), reasons.NO_YEAR)
    both = _of_two_years(bare)
    if both:
        return _question(both)
    choice = _following(bare, last)
    if last.month is None and _is_look_back(bare, thread):
        return _question(choice.candidates)
    earlier, away = _around_aside(bare, thread) if thread.is_story else (None, 0)
    if earlier is None:
        return choice
    other = _following(bare, earlier)
    if away >= _FAR:
        return other
    if other.when == choice.when:
        return choice
    return _question((*choice.candidates[:1], *other.candidates[:1]))


def _following(bare: Bare, last: EdtfDate) -> Choice:
    """The reading that follows a date of a story, or is the last one before it: "since May"."""
    if last.month is None:
        return _in_year(bare, int(last.year))
    near = _by_distance(last, bare.around(int(last.year)))
    if bare.is_since:
        near = [each for each in near if each.days <= 0]
        return _chosen(near[0].when, [each.when for each in near[:2]])
    nearest = [each.when for each in near[:2]]
    after = [each.when for each in near if 0 <= each.days <= _FORTH]
    before = [each.when for each in near if -_TURN <= each.days < 0]
    likely = after + before
    if likely:
        return _chosen(likely[0], nearest)
    return _question(nearest)


def _of_two_years(bare: Bare) -> list[EdtfDate]:
    """What it can be after two years in one: in "the school year 2023-24"."""
    when = bare.previous.when if bare.previous else None
    ends = when.dates if isinstance(when, EdtfInterval) else ()
    years = [end.year for end in ends if isinstance(end.year, int) and end.month is None]
    if len(years) < 2 or years[1] != years[0] + 1:
        return []
    return [date for date in map(bare.in_year, years) if date is not None]


def _around_aside(bare: Bare, thread: Thread) -> tuple[EdtfDate | None, int]:
    """The date before an aside, and how many years that is from what is told around it.

    An aside is of another sentence, and lies before or after both the date that the text gave
    before it and the one that it states next.
    """
    aside, earlier = bare.previous, bare.earlier
    later = next(thread.after(bare.token), None)
    if aside is None or aside.sentence == bare.sentence or earlier is None or later is None:
        return None, 0
    if aside.last is None or earlier.last is None or later.last is None:
        return None, 0
    gaps = gap(aside.last, earlier.last), gap(aside.last, later.last)
    # It lies between the two dates, as the next step of the story does, and is no aside.
    if min(gaps) * max(gaps) <= 0:
        return None, 0
    years = (int(other.year) - int(aside.last.year) for other in (earlier.last, later.last))
    return earlier.last, min(map(abs, years))


def _is_look_back(bare: Bare, thread: Thread) -> bool:
    """Whether the year before a date may not be its own: a look back, or one of several."""
    year = bare.previous
    earlier = next(thread.before(year.token), None) if year else None
    if year is None or earlier is None or earlier.last is None or year.last is None:
        return False
    if earlier.sentence == bare.sentence:
        return earlier.last.year != year.last.year
    return year.sentence != bare.sentence and int(earlier.last.year) > int(year.last.year)


def choose_weekday(bare: Bare, thread: Thread) -> Choice:
    """The day that a weekday is: the last one, or the next one where the words look ahead."""
    today = published_day(thread.published)
    if today is None:
        return Choice(None, reason=reasons.NO_PUBLICATION)
    back = (today.isoweekday() - (bare.weekday or 0)) % 7
    last, following = (on_day(today - timedelta(back - days)) for days in (0, 7))
    # A text of a Friday that says "Friday" means its own day; of next week's it says "next".
    if back == 0:
        return _chosen(last)
    tense = None if bare.is_bounded else bare.tense
    if tense == "future":
        return _chosen(following, (last,))
    if tense == "past" and back < _WEEK:  # of tomorrow's weekday, "last" is said
        return _chosen(last, (following,))
    return _question((last, following), reasons.SEVERAL_WEEKS)


def is_of_story(bare: Bare, thread: Thread) -> bool:
    """Whether a phrase counts from the time of a story rather than from publication.

    Example:
        >>> stated = tuple(Stated(EdtfDate(1862, month), month, 0, 0) for month in range(1, 6))
        >>> thread = Thread(EdtfDate(2023, 5, 22), stated)
        >>> is_of_story(Bare(None, 5, 9, 1, 0), thread)  # "on Friday"
        True
    """
    if not thread.is_story or bare.is_promised:
        return False
    last = bare.previous.last if bare.previous and bare.is_led else None
    return thread.is_nothing_but_a_story or (last is not None and thread.is_far(last))


def choose_order(readings: tuple[EdtfDate, EdtfDate], thread: Thread) -> Choice:
    """Which of two readings of 02/06/2022 is meant: the day first, or the month first."""
    for reading in readings:
        # The date in the head of a text is that of its publication, whatever order its other dates
        # have.
        if reading == thread.published:
            return _chosen(reading, readings)
    if thread.order is not None:
        return _chosen(readings[thread.order == "month"], readings)
    return Choice(None, readings, reasons.DAY_OR_MONTH)


def _chosen(when: EdtfDate, others: Sequence[EdtfDate] = ()) -> Choice:
    """A date that is settled, with what else it may be."""
    if not others:
        return Choice(when, (when,))
    return Choice(when, tuple(dict.fromkeys((when, *others)))[:_CANDIDATES])


def _question(dates: Iterable[EdtfDate], reason: str = reasons.SEVERAL_YEARS) -> Choice:
    """No date, but those that it may be."""
    return Choice(None, tuple(dict.fromkeys(dates))[:_CANDIDATES], reason)


_CANDIDATES = 3


# --- Days -----------------------------------------------------------------------------------------


def gap(known: EdtfDate, when: EdtfDate) -> int:
    """Days from one date to another: less than 0 where the other is certainly before it."""
    if when._last < known._first:
        return (when._last - known._first).days
    return max(0, (when._first - known._last).days)


def published_day(published: EdtfDate | None) -> date | None:
    """The day of publication, where it is known."""
    if published is not None and published.day is not None:
        return published.earliest
    return None
