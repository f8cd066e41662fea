"""Dates of a text that are no events: its own, those of documents that it names, of figures."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import lru_cache

import attrs

from .clauses import verb_in
from .edtf import MONTHS, EdtfDate, EdtfInterval, When
from .finding.english import (
    A_LIFE,
    A_NAME_ENDS,
    A_NOUN_FOLLOWS,
    AFTER_A_DATE,
    AFTER_A_NAME,
    AFTER_AN_APOSTROPHE,
    AGENCY,
    AMOUNT_FOLLOWS,
    AN_EDITION,
    AS_OF,
    ASKS,
    BUILT,
    CALLED_OFF,
    CALLED_OFF_BELOW,
    CAPITALS,
    CAPTION,
    CITED,
    CLAUSE_EDGE,
    COMPARED,
    COPYRIGHT,
    COUNTED,
    COVERING,
    DAY_FIRST,
    DAYS_AFTER,
    DAYS_BEFORE,
    DIED,
    ENTRY_MOVED,
    FIGURES,
    FOR_INSTANCE,
    FORMERLY,
    HOLDINGS_FROM,
    IN_BRACKETS_AFTER_A_NAME,
    IN_RESERVE,
    IS_NOW,
    ISSUED,
    LABEL_OF_AN_EVENT,
    LEADING,
    MESSAGE_HEAD,
    NOW_LATER,
    NUMBER_OF,
    OF_A_NAME,
    OF_A_PERIOD,
    OF_NEWS,
    OF_WORKS,
    ONWARDS,
    OPENING_HOURS,
    PARTS_OF_DAY,
    PERIOD_ENDED,
    PRESENT,
    QUOTED_HEAD,
    RELEASED_THEN,
    SOURCES,
    STATE_SINCE,
    THING_OF,
    UNDATED,
    WAS_EARLIER,
    WAS_TO,
    WORKS_NAMED,
    YEAR_FIRST,
    YEARS_BEFORE,
    is_plural,
)
from .finding.reasons import MOVED, NUMBER
from .kinds import kind_of
from .naming import sentence_in
from .places import is_place
from .quotes import is_dateline
from .structure import Block, begins_with_time, block_at, blocks

__all__ = ["CALLED_OFF_THEN", "PERIOD", "STRUCK_OUT", "noted_on", "why_no_event", "why_off"]

_FAR = 160  # characters before and after a date that are looked at
_GENERATION = 30  # years
_LEAD = 8  # words, at least, of the paragraph after a dateline
_OUTERMOST = 2  # blocks from the beginning or the end of a text, where its own date stands
_FIRST_LINES = 4  # in which a second year would begin a line of a chronicle
_YEAR = re.compile("[0-9]{4}")
_NEXT = re.compile(r"(?=\S)|\Z")
_SENTENCE = re.compile(r"[.:]\s+[A-Z]")
_YEARS = re.compile(r"[0-9]{4}\s?[-–—/]\s?[0-9]{2,4}")
_STRIKING = re.compile(r"~~(?!\s)[^~\n]+(?<!\s)~~")
_DASH = re.compile(r"\)?\s*[–—-]+\s")
_SENTENCE_GOES_ON = re.compile(r",\s[a-z]")
_ANSWERED = re.compile(r"[^\S\n]*>")  # how a line of the message that is answered begins
_NUMBERS = re.compile(r"[1-9][0-9]*")
_WORDS = re.compile(r"[^\W\d_]+")
# By so many "Sept. 3" and "September 3" begin alike.
_SHORT_MONTH = 3  # letters
_CATEGORY = 4  # words beside the date of a post, at most

PUBLICATION = "the date of the text itself"
COPYRIGHT_YEAR = "the year of a copyright notice"
MESSAGE = "in the head of a message"
DOCUMENT = "the date of a document that is named"
PERIOD = "the period that something covers"
LIFE = "years of a life"
WORKS = "the period of works or of holdings"
COMPARISON = "what something is compared with"
FIGURE = "the period of a figure"
HOURS = "hours of opening"
HEAD = "the head of a column"
CALLED_OFF_THEN = "the words say that it will not take place"
STRUCK_OUT = "struck out"
PART_OF_NAME = "part of a name"
ASKED = "in a question"


@attrs.frozen
class _Found:
    """A date, and the words around it in its block."""

    text: str
    block: Block
    start: int
    end: int
    when: When
    published: When | None

    @property
    def before(self) -> str:
        """The words before it; of a list of years, those before the first."""
        return self._words_from(self.block.start)

    @property
    def before_in_cell(self) -> str:
        """The words before it in its block, or in its cell of a row."""
        starts = [start for start, _ in self.block.cells if start <= self.start]
        return self._words_from(max([*starts, self.block.start]))

    def _words_from(self, start: int) -> str:
        """The words from an offset to the date; without years that are listed before a year."""
        words = self.text[max(start, self.start - _FAR) : self.start]
        return YEARS_BEFORE.sub("", words) if self.when.precision == "year" else words

    @property
    def after(self) -> str:
        return self.text[self.end : min(self.block.end, self.end + _FAR)]

    @property
    def is_written_out(self) -> bool:
        """Whether it has a number, unlike "today"."""
        return any(map(str.isdigit, self.text[self.start : self.end]))

    @property
    def is_day(self) -> bool:
        return isinstance(self.when, EdtfDate) and self.when.precision == "day"


def why_no_event(
    text: str, block: Block, start: int, end: int, when: When, published: When | None
) -> str | None:
    """Why a date of a text is no event of its own, as far as the words beside it tell.

    Args:
        text: the text.
        block: the block that the date stands in.
        start: where it begins, an offset.
        end: the offset after it.
        when: the date.
        published: when the text was published, if that is known.

    Example:
        >>> from .edtf import parse_edtf
        >>> text = "It follows the Law of 2 June 1999."
        >>> day = parse_edtf("1999-06-02")
        >>> why_no_event(text, blocks(text)[0], 22, 33, day, parse_edtf("2022"))
        'the date of a document that is named'
    """
    found = _Found(text, block, start, end, when, published)
    return next((reason for is_so, reason in _RULES if is_so(found)), None)


def _is_own_date(found: _Found) -> bool:
    """A dateline, an "Updated ..." line, or the date of publication alone at an end of the text."""
    is_below_title = found.before.endswith("(") and found.after == ")"
    if is_below_title and found.when == found.published and found.block in blocks(found.text)[:3]:
        return True
    if ISSUED.search(found.before) or RELEASED_THEN.match(found.after):
        return True
    rules = (_is_of_post, _is_of_news, _is_as_of, _is_labelled)
    if any(rule(found) for rule in rules):
        return True
    # A row gives the date of its item, and "today" is no date that a text would give as its own.
    if found.block.kind == "row" or not found.is_day or not found.is_written_out:
        return False
    if found.when == found.published and _leads_sentence(found):
        return True
    in_capitals = CAPITALS.match(found.before) and found.when == found.published
    return bool(in_capitals) or _is_dateline(found) or _is_alone(found)


def _is_as_of(found: _Found) -> bool:
    """Whether a text tells what is so "as of" it: of the day of publication, or in no sentence."""
    if not AS_OF.search(found.before):
        return False
    start, end = sentence_in(found.text, found.block, found.start, found.end)
    if not found.is_day or _SENTENCE_GOES_ON.match(found.after):
        return False
    is_line = end - start <= _FAR and verb_in(found.text[start:end]) is None
    return is_line or found.when == found.published


def _is_labelled(found: _Found) -> bool:
    """Whether the line above it is such as "For immediate release"."""
    if (found.before + found.after).strip(" .") or not found.is_day:
        return False
    start = max(0, found.block.start - _FAR)
    return ISSUED.search(found.text, start, found.block.start) is not None


def _leads_sentence(found: _Found) -> bool:
    """Whether a place and the date stand before the first sentence: "Bern, 2 June 2020. It"."""
    place = found.before.removesuffix(", ")
    return place != found.before and is_place(place) and _SENTENCE.match(found.after) is not None


def _is_dateline(found: _Found) -> bool:
    """Whether a place and the date lead to a first paragraph: "ALMATY, 10 May 2022 – "."""
    dash = _DASH.match(found.after) or AGENCY.match(found.after)
    if dash is None or not is_dateline(found.text, found.start, found.end):
        return False
    following = found.text[found.end + dash.end() : found.block.end].split()
    if len(following) < _LEAD:
        return False
    return found.when == found.published or (bool(found.before) and _opens(found.text, found.block))


def _opens(text: str, block: Block) -> bool:
    """Whether a block is the first of a text, or comes directly after a heading."""
    start = 0
    if block.governed_by:
        start = block.governed_by[-1].end
    return not text[start : block.start].strip()


def _is_alone(found: _Found) -> bool:
    """Whether the date of publication, and a place, are one of the first or the last lines."""
    place = found.before.strip(" ,").replace(",", "")
    if found.when != found.published or found.after.strip(" .,") or (place and not is_place(place)):
        return False
    if LABEL_OF_AN_EVENT.search(found.text, max(0, found.block.start - _FAR), found.block.start):
        return False
    every = blocks(found.text)
    if found.block in every[: _OUTERMOST + 1] or found.block in every[-_OUTERMOST:]:
        return True
    return _is_prose(found.text, _below(found))  # "Headline", its date, and what it tells


def _is_of_post(found: _Found) -> bool:
    """Whether it is the date below a headline, on a page whose first headline has its own."""
    posts = _posts(found.text)
    if found.block.start not in posts or found.published is None:
        return False
    words, day = posts[min(posts)], found.published.earliest
    if day is None or {str(day.day), str(day.year)} - {*_NUMBERS.findall(words)}:
        return False
    return MONTHS[day.month - 1][:_SHORT_MONTH].casefold() in words.casefold()


def _is_of_news(found: _Found) -> bool:
    """Whether it is in a list of other news, none of them of a later day than the text."""
    if not found.block.governed_by or not found.is_day or found.published is None:
        return False
    is_told = found.before.strip() and not _is_entry(found)
    if is_told or not found.is_written_out:
        return False
    heading = found.block.governed_by[-1]
    is_past = (found.when.earliest or date.max) <= (found.published.latest or date.min)
    return is_past and OF_NEWS.match(found.text, heading.start, heading.end) is not None


@lru_cache(maxsize=4)
def _posts(text: str) -> dict[int, str]:
    """The lines beside headlines that give but a day and a word or two, above what is told."""
    # Of all posts at once, and remembered: each date of a page asks for the first of them.
    every, found = blocks(text), dict[int, str]()
    for place, line in enumerate(every[:-1]):
        words = text[line.start : line.end]
        rest = DAY_FIRST.sub(" ", words)
        if rest == words or len(_WORDS.findall(rest)) > _CATEGORY or _NUMBERS.search(rest):
            continue
        below = place + 1  # the headline stands above the line, or else below a line that is a day
        is_headed = place > 0 and line.kind != "heading" and _is_headline(text, every[place - 1])
        if not rest.strip() and not _is_prose(text, every[below]):
            below, is_headed = place + 2, every[below].kind in ("heading", "paragraph")
        if is_headed and below < len(every) and _is_prose(text, every[below]):
            found[line.start] = words
    return found if len(found) > 1 else {}


def _is_headline(text: str, block: Block) -> bool:
    """Whether a block is a heading, or a line that ends as no sentence does."""
    is_line = block.kind == "paragraph" and block.end - block.start < _FAR
    return block.kind == "heading" or (is_line and text[block.end - 1] not in ".:")


def _is_prose(text: str, block: Block) -> bool:
    """Whether a block is a paragraph of some sentences."""
    is_long = text.count(" ", block.start, block.end) >= _LEAD
    return is_long and block.kind == "paragraph" and text[block.end - 1] in '.!?”"'


def _is_copyright(found: _Found) -> bool:
    """Whether it is the year of a notice such as "© 2024"."""
    return COPYRIGHT.search(found.before) is not None


def _is_of_message(found: _Found) -> bool:
    """Whether it stands in the lines "From: ... To: ..." above a message, or "... wrote:"."""
    if found.before.endswith("On ") and QUOTED_HEAD.match(found.after):
        return True
    line = found.text.rfind("\n", 0, found.block.start) + 1
    is_answered = _ANSWERED.match(found.text, line) is not None
    is_head = found.block.group == 0 and MESSAGE_HEAD.match(found.text, found.block.start)
    return bool(is_answered or is_head) and len(MESSAGE_HEAD.findall(found.text[:_FAR])) > 1


def _is_struck_out(found: _Found) -> bool:
    """Whether it stands between the signs with which Markdown strikes words out."""
    start, end = max(found.block.start, found.start - _FAR), min(found.block.end, found.end + _FAR)
    struck = (match.span() for match in _STRIKING.finditer(found.text, start, end))
    return any(first < found.start and found.end < last for first, last in struck)


def _is_moved(found: _Found) -> bool:
    """Whether another date has taken the place of it."""
    if WAS_TO.search(found.before) and IS_NOW.match(found.after):
        return True
    # The finder refuses the days and the months of FORMERLY, so that only years get here.
    is_former = any(words.search(found.before) for words in (FORMERLY, IN_RESERVE, WAS_EARLIER))
    if is_former or NOW_LATER.match(found.after):
        return True
    if not _is_entry(found):
        return False
    return MOVED in (why_off(noted_on(found.after)), _why_off(found))


def _is_entry(found: _Found) -> bool:
    """Whether it stands in a line that is no sentence."""
    return found.block.kind == "row" or found.text[found.block.end - 1] not in ".!?"


def _is_called_off(found: _Found) -> bool:
    """Whether the entry that it is of will not take place: "(cancelled)"."""
    if not _is_entry(found):
        return False
    above = [block for block in found.block.governed_by if block.kind != "item"][-1:]
    if any(CALLED_OFF_BELOW.match(found.text, head.start, head.end) for head in above):
        return True
    return _why_off(found) == CALLED_OFF_THEN


def _why_off(found: _Found) -> str | None:
    """Why the entry that it is of does not take place then, if a note says so."""
    before = DAYS_BEFORE.sub("", found.before)
    words = before + found.text[found.start : found.end] + noted_on(found.after)
    below = _below(found)
    if not _WORDS.search(found.before + found.after) and below.group == found.block.group:
        words = found.text[below.start : below.end]  # what is on, below its time
    return _why_noted(words)


def why_off(words: str) -> str | None:
    """Why an entry does not take place at its time, if a note in its words says so.

    Args:
        words: those of the entry that follow its date.

    Example:
        >>> why_off("Talk (cancelled)")
        'the words say that it will not take place'
        >>> why_off("Talk (postponed)")
        'the words say that it was moved from then'
    """
    # Before a date, "(moved to" is a note on what was moved to that date.
    return MOVED if ENTRY_MOVED.search(words) else _why_noted(words)


def _why_noted(words: str) -> str | None:
    """The same of words that may stand on both sides of the date."""
    note = CALLED_OFF.search(words)
    if note is None:
        return None
    return MOVED if note["moved"] else CALLED_OFF_THEN


def noted_on(after: str) -> str:
    """Of the words after a day those that may be a note on it: up to the next day of a list.

    Example:
        >>> noted_on(" (full), 4 May (cancelled)")
        ' (full), 4 May'
    """
    return DAYS_AFTER.sub(r"\1\2", after)


def _is_of_life(found: _Found) -> bool:
    """Whether it is a year, or the years, of somebody's life."""
    life = A_LIFE.search(found.before)
    if life and (found.when.precision == "year" or not DIED.match(life[0])):
        return True
    if not found.after.startswith(")") or not _YEARS.fullmatch(found.text, found.start, found.end):
        return False
    return IN_BRACKETS_AFTER_A_NAME.search(found.before) is not None


def _is_cited(found: _Found) -> bool:
    """Whether it is the date of a document, and not the day on which "papers" are due."""
    if _opens_with(found, SOURCES):
        return True
    cited = CITED.search(found.before_in_cell)
    return cited is not None and not (found.is_day and UNDATED.search(cited[0]))


def _opens_with(found: _Found, words: re.Pattern[str]) -> bool:
    """Whether the line or the sentence of a date begins with some words."""
    start, _ = sentence_in(found.text, found.block, found.start, found.end)
    return any(words.match(found.text, first) for first in {found.block.start, start})


def _is_of_works(found: _Found) -> bool:
    """Whether it tells when a work was made, or from when something is held."""
    if _opens_with(found, CAPTION):
        return not _is_to_come(found)  # no picture shows that
    if found.when.precision == "day":
        return False
    in_brackets = found.before.endswith("(") and found.after.startswith(")")
    if in_brackets and _YEAR.fullmatch(found.text, found.start, found.end):
        start, _ = sentence_in(found.text, found.block, found.start, found.end)
        return WORKS_NAMED.search(found.text, start, found.start) is not None
    if found.before.strip() and isinstance(found.when, EdtfInterval) and _is_age(found.when):
        return True
    before = found.before_in_cell
    return any(words.search(before) for words in (OF_WORKS, THING_OF, HOLDINGS_FROM, BUILT))


def _is_to_come(found: _Found) -> bool:
    return found.published is not None and found.published.before(found.when)


def _is_age(when: EdtfInterval) -> bool:
    """Whether years are those of a generation, longer than what happens lasts: 1870/1940."""
    first, last = when.earliest, when.latest
    return first is not None and last is not None and last.year - first.year >= _GENERATION


def _is_compared(found: _Found) -> bool:
    """Whether something is compared with all since then: "the first since 2019"."""
    return COMPARED.search(found.before) is not None


def _is_period(found: _Found) -> bool:
    """Whether it is the time that something covers, rather than when it takes place."""
    if PERIOD_ENDED.search(found.before):
        return True
    if found.is_day:
        return False
    if _is_reported(found) or _heads_days(found) or _is_topic(found):
        return True
    if any(words.search(found.before) for words in (STATE_SINCE, FOR_INSTANCE)):
        return True
    if found.before.endswith("from ") and ONWARDS.match(found.after):  # "from 1956 on"
        return True
    is_row = found.block.kind == "row" and not (found.before + found.after).strip(" |\t")
    return is_row or COVERING.search(found.before_in_cell) is not None


def _heads_days(found: _Found) -> bool:
    """Whether a year or a month is all of a line, and no heading, above one with a day."""
    rest = found.before + found.after
    if found.block.kind == "heading" or found.when.precision == "day" or rest.strip(" -–—=*#:.()"):
        return False
    below = _below(found)
    day = DAY_FIRST.search(found.text, below.start, below.end)
    return below is not found.block and day is not None


def _is_topic(found: _Found) -> bool:
    """Whether years stand in a line that begins with a time: "11:00 Lecture: Wrecks of 1850"."""
    return found.when.precision == "year" and begins_with_time(found.text, found.block.start)


def _below(found: _Found) -> Block:
    """The next block, or the same one if it is the last."""
    following = _NEXT.search(found.text, found.block.end)
    assert following is not None  # at the end of the text, if nowhere else
    below = block_at(found.text, following.start())
    assert below is not None  # a text with a date in it has blocks
    return below


def _is_head(found: _Found) -> bool:
    """Whether it is a month or a year at the head of a column of a table."""
    if found.is_day or found.block.kind != "row":
        return False
    heads = (head for head in _below(found).heads if head is not None)
    return any(head[0] <= found.start < head[1] for head in heads)


def _is_reported(found: _Found) -> bool:
    """Whether it is what is out on the day of its row or line: "14 Feb. | Prices, January 2024"."""
    text, block = found.text, found.block
    if found.when.precision == "day":
        return False
    if block.kind == "row":
        days = [cell for cell in block.cells if DAY_FIRST.fullmatch(text, *cell)]
        return len(days) == 1
    label = block.label and DAY_FIRST.fullmatch(text, *block.label)
    return bool(label) and OF_A_PERIOD.search(found.before) is not None


def _is_in_name(found: _Found) -> bool:
    """Whether a year or a month is part of "the 2024 template" or "the May graduation"."""
    rules = (_is_of_year, _is_of_weekday, _is_of_issue, _ends_title, _opens_name)
    if any(rule(found) for rule in rules):
        return True
    if found.is_day or " " in found.text[found.start : found.end]:
        return False
    if (
        AN_EDITION.match(found.after)
        or _is_of_title(found)
        or _is_beside_day(found)
        or AFTER_AN_APOSTROPHE.search(found.before)
    ):
        return True
    return bool(OF_A_NAME.search(found.before) and A_NOUN_FOLLOWS.match(found.after))


def _ends_title(found: _Found) -> bool:
    """Whether it ends the first line of a text: "Rain Days 2024", "Physics 155, Winter 2015"."""
    if found.when.precision == "day" or found.after.strip():
        return False
    if found.block not in blocks(found.text)[:_OUTERMOST] or found.block.kind == "row":
        return False
    if found.block.group:
        return False
    words = found.text[found.block.start : found.block.end]
    if found.when.precision == "year" and found.before.strip() and verb_in(words) is None:
        return True
    if found.block is not blocks(found.text)[0]:
        return False
    last = found.before.rstrip().rpartition(" ")[2]
    is_named = is_plural(last) and last not in PRESENT  # "Board events 2025"
    return is_named or AFTER_A_NAME.search(found.before) is not None


def _opens_name(found: _Found) -> bool:
    """Whether one of the first lines begins with it as with a name: "Summer 2026 Sessions"."""
    if found.before.strip() or not A_NOUN_FOLLOWS.match(found.after):
        return False
    is_first = found.block in blocks(found.text)[:_OUTERMOST]
    is_last = not found.text[found.block.end :].strip()
    if _is_chronicle(found.text):
        return False
    return found.when.precision in ("year", "season") and is_first and not is_last


def _is_chronicle(text: str) -> bool:
    """Whether several of the first lines begin with years that differ: "1923 First fair"."""
    lines = (YEAR_FIRST.match(text, block.start) for block in blocks(text)[:_FIRST_LINES])
    return len({line[1] for line in lines if line is not None}) > 1


def _is_of_year(found: _Found) -> bool:
    """Whether it is "next year's", "2025's" or "July's"."""
    is_year = isinstance(found.when, EdtfDate) and found.when.precision == "year"
    is_month = found.when.precision == "month" and found.text[found.start : found.end].isalpha()
    return (is_year or is_month) and AFTER_A_DATE.match(found.after) is not None


def _is_of_issue(found: _Found) -> bool:
    """Whether one of the first lines gives the season of the whole: "Programme | Summer 2025"."""
    if found.when.precision != "season" or found.block not in blocks(found.text)[: _OUTERMOST + 1]:
        return False
    return verb_in(found.text[found.block.start : found.block.end]) is None


def _is_of_weekday(found: _Found) -> bool:
    """Whether it is part of "the Wednesday timetable", or of "the classes of that day"."""
    words = found.text[found.start : found.end].casefold()
    if words == "that day":
        return found.before.split()[-1:] == ["of"]
    noun = A_NOUN_FOLLOWS.match(found.after)
    if not noun or not words.endswith("day") or not words.isalpha():
        return False
    is_thing = noun[0].strip() not in PARTS_OF_DAY and kind_of(noun[0]) == "event"
    return is_thing and found.before.split()[-1:] == ["the"]


def _is_beside_day(found: _Found) -> bool:
    """Whether it is the year of a name, in a line with a day: "Forum 2014, Oct 24, 2014, Osh"."""
    if not A_NAME_ENDS.search(found.before):
        return False
    return any(DAY_FIRST.search(words) for words in (found.before, found.after))


def _is_of_title(found: _Found) -> bool:
    """Whether it stands between the words of a headline: "Council adopts 2024 programme"."""
    text, block = found.text, found.block
    first = blocks(text)[0]
    is_first = block is first and block.kind == "heading"
    is_first |= (
        text[block.start : block.end] == text[first.start : first.end] and block is not first
    )
    is_line = block.kind in ("heading", "paragraph") and text[block.end - 1] != "."
    is_headline = is_first or (is_line and found.before.strip())
    led = LEADING.search(found.before)
    return bool(is_headline and A_NOUN_FOLLOWS.match(found.after) and not (led and led[0]))


def _is_of_hours(found: _Found) -> bool:
    """Whether it is a day of each year: "Closed on 1 January"."""
    start, _ = sentence_in(found.text, found.block, found.start, found.end)
    words = found.text[max(start, found.start - _FAR) : found.start]
    is_yearly = not _YEAR.search(found.text, found.start, found.end)
    return found.is_written_out and is_yearly and OPENING_HOURS.match(words) is not None


def _is_of_figures(found: _Found) -> bool:
    """Whether a period stands in one clause with a number of what it counts."""
    if AMOUNT_FOLLOWS.match(found.text, found.end, found.block.end):
        return True
    if found.is_day or found.block.kind == "row":
        return False
    start, end = sentence_in(found.text, found.block, found.start, found.end)
    before = found.text[max(start, found.start - _FAR) : found.start]
    after = found.text[found.end : min(end, found.end + _FAR)]
    if len(before.split()) > 1:  # else the clause comes after "In 2023,"
        before = CLAUSE_EDGE.split(before)[-1]
        after = CLAUSE_EDGE.split(after)[0]
    after = after.partition(";")[0]
    words = f"{before}\0 {after}"
    is_counted = found.when.precision == "year" and COUNTED.search(words)
    return bool(is_counted or FIGURES.search(words))


def _is_numbered(found: _Found) -> bool:
    """Whether it is a number of something rather than a year."""
    if not _YEAR.fullmatch(found.text, found.start, found.end):
        return False
    return NUMBER_OF.search(found.before) is not None


def _is_asked(found: _Found) -> bool:
    """Whether a question asks for it, which need not be so."""
    start, end = sentence_in(found.text, found.block, found.start, found.end)
    return found.text[end - 1] == "?" and ASKS.match(found.text, start, found.start) is not None


# The first that holds is the reason that an editor reads: what a sign or a label tells comes before
# what has to be read in a sentence, and what is said of the date itself before what it is part of.
_RULES: tuple[tuple[Callable[[_Found], bool], str], ...] = (
    (_is_copyright, COPYRIGHT_YEAR),
    (_is_of_message, MESSAGE),
    (_is_own_date, PUBLICATION),
    (_is_struck_out, STRUCK_OUT),
    (_is_asked, ASKED),
    (_is_numbered, NUMBER),
    (_is_moved, MOVED),
    (_is_called_off, CALLED_OFF_THEN),
    (_is_of_life, LIFE),
    (_is_cited, DOCUMENT),
    (_is_of_works, WORKS),
    (_is_compared, COMPARISON),
    (_is_period, PERIOD),
    (_is_head, HEAD),
    (_is_in_name, PART_OF_NAME),
    (_is_of_hours, HOURS),
    (_is_of_figures, FIGURE),
)
