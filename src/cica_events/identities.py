"""By what the dated items of a text are known again after the text changed.

An item is known by its words and by its place: the name before its colon, the row and the column
of a table, the headings above it. Its date is what may change, so words of dates, weekdays and
times of day do not count. What is nearly alike is told apart by the words that few items have, and
by numbers: "beta 2" is not "beta 3".
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

import attrs

from .finding.clocks import find_clocks
from .finding.english import COUNTED_BY_DATES, SHORT_FOR, STOPWORDS, term_of_word, value_of
from .finding.reasons import MOVED
from .mentions import DateMention
from .quotes import sentence
from .structure import Block, Span, blocks

__all__ = ["Identity", "entry_below", "identities_of", "matched"]

Words = tuple[str, ...]

_WORD = re.compile(r"[0-9]+|[^\W\d_]+")
_CLAUSE = re.compile(r"[^,;:()\n–—]+")
_COUNTING = frozenset(("number_word", "ordinal_word"))  # terms: "second" counts as 2
# "Bus" and "news" are no plurals.
_PLURAL = 4  # characters of a word whose last "s" does not count
# So that the time grows with the items: a word of all of n items would make n times n pairs.
_COMMON = 40  # items of a word that says nothing of who is who
# The likenesses below were set on the revisions of real schedules, so that nothing is exchanged: an
# item that is not found again is drafted anew, while one that is mistaken for another would move
# the event of somebody who subscribed to it.
_AS_CLOSE = 0.1  # what the same date, and a neighbour in common, add to a likeness
_ALIKE = 0.5  # of their words, weighted, two items of one place have in common
_ELSEWHERE = 0.6  # two items under different headings, unless one only has more words
_IN_PLACE = 0.3  # two items that stand alone between the same neighbours, with the same date


@attrs.frozen(eq=False)
class Identity:
    """A date phrase of a text with that by which it is known again.

    Attributes:
        mention: the phrase.
        span: the words that speak of it: a list item, a row, a sentence or a part of one.
        words: these words, without those of dates; what names its column belongs to them.
        name: those before its colon or dash, or in the first cell of its row.
        column: those that name its column.
        path: for each heading above that says more than a date, its words.
        period: the words of dates in the headings above, unless they give days.
        place: how many phrases with the same words stand before it in the same block.
        counts: whether its numbers tell it from others, as in lists; in prose they may change.

    Example:
        >>> from cica_events import find_dates
        >>> text = "Opening on 3 May 2024"
        >>> identities_of(text, find_dates(text))[0].words
        ('opening', 'on')
    """

    mention: DateMention
    span: Span
    words: Words
    name: Words = ()
    column: Words = ()
    path: tuple[Words, ...] = ()
    period: Words = ()
    place: int = 0
    counts: bool = True

    @property
    def is_date(self) -> bool:
        """Whether the phrase is the date of its item, or may be; one that was given up is not.

        Example:
            >>> from cica_events import find_dates
            >>> text = "the annual forum, in May 2024"
            >>> [identity.is_date for identity in identities_of(text, find_dates(text))]
            [True, True]
        """
        return _is_date(self.mention)


# --- The items of a text --------------------------------------------------------------------------


def identities_of(text: str, mentions: Sequence[DateMention]) -> list[Identity]:
    r"""The identity of each date phrase of a text, in order.

    Args:
        text: the text.
        mentions: what `find_dates` finds in it.

    Example:
        >>> from cica_events import find_dates
        >>> text = "Forum:\n\n- Registration: until 3 May 2024, online\n- Opening: 9 June 2024"
        >>> for item in identities_of(text, find_dates(text)):
        ...     print(item.path, item.name, item.words)
        (('forum',),) ('registration',) ('registration', 'until', 'online')
        (('forum',),) ('opening',) ('opening',)
    """
    return list(_Layout(text, mentions).items())


def entry_below(text: str, mention: DateMention, span: Span) -> Identity:
    """The identity of an entry whose date stands in a line above.

    Args:
        text: the text.
        mention: the phrase in the line above.
        span: where the entry stands.

    Example:
        >>> from cica_events import find_dates
        >>> text = "4 June 2024: Lunch"
        >>> entry_below(text, find_dates(text)[0], (13, 18)).words
        ('lunch',)
    """
    return Identity(mention, span, _words(text, span))


class _Layout:
    """A text without the words of its dates, and its blocks."""

    def __init__(self, text: str, mentions: Sequence[DateMention]) -> None:
        self._text, self._mentions = text, mentions
        self._dates = [m for m in mentions if m.when is not None or m.open]
        self._starts = [m.start for m in self._dates if _is_date(m)]
        spans = [(m.start, m.end) for m in self._dates]
        spans += [(c.start, c.end) for c in find_clocks(text) if c.surety != "unsure"]
        self._plain = _blanked(text, spans)
        self._periods = _blanked(text, [span for m in self._dates for span in _of_a_day(m)])

    def items(self) -> Iterator[Identity]:
        every, at, before = blocks(self._text), -1, Counter[tuple[int, Words]]()
        for mention in self._mentions:
            while at + 1 < len(every) and every[at + 1].start <= mention.start:
                at += 1
            item = self._item(mention, every[at])
            key = at, item.words
            yield attrs.evolve(item, place=before[key])
            before[key] += 1

    def _item(self, mention: DateMention, block: Block) -> Identity:
        span = self._span(mention, block)
        words, name = self._words(span), self._name(mention, block)
        column: Words = ()
        if block.kind == "row":
            words, name, column = self._of_row(mention, block)
        path = [self._words((above.start, above.end)) for above in block.governed_by]
        dated = [_words(self._periods, (b.start, b.end)) for b in block.governed_by]
        period = [w for of, plain in zip(dated, path, strict=True) for w in of if w not in plain]
        return Identity(
            mention,
            span,
            words,
            name,
            column,
            path=tuple(filter(None, path)),
            period=tuple(period),
            counts=block.kind != "paragraph" or bool(name),
        )

    def _span(self, mention: DateMention, block: Block) -> Span:
        """The block; of one with several dates, and of a paragraph, the sentence or a part."""
        whole = block.start, block.end
        if block.kind != "paragraph" and self._count(whole) < 2:
            return whole
        start, end = sentence(self._text, mention.start, mention.end)
        within = max(start, block.start), min(end, block.end)
        if self._count(within) < 2:
            return within
        return self._clause(mention, within)

    def _count(self, span: Span) -> int:
        """How many dates a span holds."""
        # Counted by two searches: of a list in one paragraph each item would else look at all
        # dates.
        return bisect_right(self._starts, span[1] - 1) - bisect_right(self._starts, span[0] - 1)

    def _clause(self, mention: DateMention, within: Span) -> Span:
        """The part of a sentence around a date, with the next part if it says nothing itself."""
        # Of the text without its dates, whose own commas ("3 May, 2024") part nothing.
        parts = [match.span() for match in _CLAUSE.finditer(self._plain, *within)]
        own = [span for span in parts if span[0] < mention.end and mention.start < span[1]]
        start, end = own[0][0], own[-1][1]
        later = next((span for span in parts if span[0] >= end), None)
        if later and not _telling(self._words((start, end))) and not self._count(later):
            end = later[1]
        return start, end

    def _name(self, mention: DateMention, block: Block) -> Words:
        """The words before the colon; with the dates in them, if the item's own comes later."""
        if block.label is None:
            return ()
        if block.label[1] <= mention.start and self._words(block.label):
            return _words(self._text, block.label)
        return self._words(block.label)

    def _of_row(self, mention: DateMention, block: Block) -> tuple[Words, Words, Words]:
        """The words of a row without the cells of other dates; its name; its column's."""
        cells = [carried or cell for cell, carried in zip(block.cells, block.carried, strict=False)]
        cells = cells or list(block.cells)
        own = bisect_right([start for start, _ in block.cells], mention.start) - 1
        head = block.heads[own] if block.heads else None
        said = [self._words(cell) for cell in cells]
        name = next((words for at, words in enumerate(said) if words and at != own), ())
        single = self._count((block.start, block.end)) < 2
        column: Words = (str(own),)
        if single:
            column = ()
        elif head:
            column = _words(self._text, head)
        others = [w for at, w in enumerate(said) if at == own or not self._count(cells[at])]
        return (*column, *(word for words in others for word in words)), name, column

    def _words(self, span: Span) -> Words:
        return _words(self._plain, span)


def _is_date(mention: DateMention) -> bool:
    return mention.when is not None or (mention.open and mention.reason != MOVED)


def _of_a_day(mention: DateMention) -> list[Span]:
    """Where a phrase stands, if it gives a day: such a heading moves with its dates."""
    value = mention.said or mention.when
    if mention.weekday is None and (value is None or value.precision != "day"):
        return []
    return [(mention.start, mention.end)]


def _blanked(text: str, spans: Iterable[Span]) -> str:
    """The text with spaces in the place of some spans."""
    pieces, end = [], 0
    for start, stop in sorted(spans):
        if stop > end:
            start = max(start, end)
            pieces += [text[end:start], " " * (stop - start)]
            end = stop
    return "".join([*pieces, text[end:]])


def _words(text: str, span: Span) -> Words:
    return tuple([_plain(word) for word in _WORD.findall(text, *span)])


@lru_cache(maxsize=4096)
def _plain(word: str) -> str:
    """A word as it is compared: small, in full, without the "s" of a plural, "second" as 2."""
    small = word.casefold()
    # "Second round" and "2nd round" are the same item.
    if term_of_word(small) in _COUNTING:
        return str(value_of(small))
    if small.endswith("s") and len(small) > _PLURAL:
        return small[:-1]
    return SHORT_FOR.get(small, small)


def _telling(words: Iterable[str]) -> list[str]:
    return [word for word in words if word not in STOPWORDS]


# --- Which is which -------------------------------------------------------------------------------


def matched(old: Sequence[Identity], new: Sequence[Identity]) -> dict[int, int]:
    r"""For each item of an old text the one of a new text that is the same, if there is one.

    Equal words under the same headings come first, then equal words elsewhere, equal names, and at
    last what is alike. No item is taken twice. Time grows with the items, not with their pairs.

    Example:
        >>> from cica_events import find_dates
        >>> def items(text):
        ...     return identities_of(text, find_dates(text))
        >>> before = items("- Opening: 3 May 2024\n- Closing: 9 May 2024")
        >>> matched(before, items("- Closing: 3 May 2024\n- Gala: 9 May 2024"))
        {1: 0}
    """
    search = _Search(old, new)
    # From the surest sign to the least sure, so that no likeness takes what has equal words.
    search.by_words(lambda item: (item.path, item.period, item.words, item.is_date))
    search.by_words(lambda item: (item.path, item.words, item.is_date))
    search.by_name(lambda item: (item.words, item.place, item.is_date), _tells_by_words)
    search.by_name(lambda item: (item.path, _name(item)), _tells_by_name)
    search.by_name(_name, _tells_by_name)
    search.by_likeness()
    return dict(sorted(search.found.items()))


_Key = Callable[[Identity], Hashable]


def _name(item: Identity) -> Hashable:
    return item.name, item.column, item.place, item.is_date


def _tells_by_words(item: Identity) -> bool:
    return bool(_telling(item.words))


def _tells_by_name(item: Identity) -> bool:
    return bool(_telling(item.name))


class _Search:
    """What is found so far: the new item of each old one, and the other way round."""

    def __init__(self, old: Sequence[Identity], new: Sequence[Identity]) -> None:
        self._old, self._new = old, new
        self.found: dict[int, int] = {}
        self._origin: dict[int, int] = {}

    def _take(self, ours: int, theirs: int) -> None:
        self.found[ours], self._origin[theirs] = theirs, ours

    def _left(self, ours: Iterable[int], theirs: Iterable[int]) -> tuple[list[int], list[int]]:
        """Those of some items of both texts that are not found yet."""
        left = [at for at in ours if at not in self.found]
        return left, [at for at in theirs if at not in self._origin]

    def _groups(self, key: _Key) -> Iterator[tuple[list[int], list[int]]]:
        """The items of both texts with the same key, if some of both are left."""
        theirs = _grouped(self._new, key)
        for value, ours in _grouped(self._old, key).items():
            others = theirs.get(value, [])
            if all(self._left(ours, others)):
                yield ours, others

    # By the same words

    def by_words(self, key: _Key) -> None:
        """Finds what has the same words; of several, dates, neighbours and the order tell."""
        for ours, theirs in self._groups(key):
            self._by_date(ours, theirs)
            self._by_neighbour(ours, theirs)
            self._by_order(ours, theirs)

    def _by_date(self, ours: list[int], theirs: list[int]) -> None:
        """What has the same date."""
        left, right = self._left(ours, theirs)
        # The last first, since `pop` takes from the end.
        dates = _grouped(self._new, _date, right[::-1])
        for at in left:
            same = dates.get(_date(self._old[at]))
            if same:
                self._take(at, same.pop())

    def _by_neighbour(self, ours: list[int], theirs: list[int]) -> None:
        """What stands directly below, or above, what is found already."""
        # The only one of its words needs no neighbour to be known by; `_by_order` takes it.
        if len(ours) == len(theirs) == 1:
            return
        wanted = set(theirs)
        for step, order in ((-1, ours), (1, ours[::-1])):
            for at in self._left(order, ())[0]:
                beside = self.found.get(at + step)
                if beside is None:
                    continue
                other = beside - step
                if other in wanted and other not in self._origin:
                    self._take(at, other)

    def _by_order(self, ours: list[int], theirs: list[int]) -> None:
        """What stands between the same two of them; no two of them cross."""
        known = [at for at in ours if at in self.found]
        fences = {at: number for number, at in enumerate(known)}
        images = {self.found[at]: number for at, number in fences.items()}
        left, right = _fenced(ours, fences), _fenced(theirs, images)
        for around, mine in left.items():
            self._in_order(mine, right.get(around, []))

    def _in_order(self, ours: list[int], theirs: list[int]) -> None:
        """As many as the shorter side has, in order; of the longer one those of near dates."""
        if len(ours) <= len(theirs):
            for at, other in _aligned(ours, theirs, self._old, self._new):
                self._take(at, other)
        else:
            for other, at in _aligned(theirs, ours, self._new, self._old):
                self._take(at, other)

    # By the same name

    def by_name(self, key: _Key, tells: Callable[[Identity], bool]) -> None:
        """Finds what alone has a name; where several have it, the headings above have to agree."""
        for ours, theirs in self._groups(key):
            left, right = self._left(ours, theirs)
            if not tells(self._old[left[0]]):
                continue
            if len(ours) == len(theirs) == 1:
                self._take(left[0], right[0])
            else:
                self._by_headings(left, right)

    def _by_headings(self, ours: list[int], theirs: list[int]) -> None:
        """The most alike in the headings above, where these are not found on both sides."""
        features = {at: _of_path(self._old[at]) for at in ours}
        others = {at: _of_path(self._new[at]) for at in theirs}
        lexicon = _Lexicon(features.values(), others.values())
        pairs = _sharing(features, others)
        likely = ((lexicon.likeness(features[a], others[b]), a, b) for a, b in pairs)
        self._take_best(pair for pair in likely if pair[0] >= _ELSEWHERE)

    def _take_best(self, pairs: Iterable[tuple[float, int, int]]) -> None:
        """Takes the pairs of which neither side is taken, the most alike first."""
        # Pairs that are equally alike go by their places: the same texts always give the same.
        for _, at, other in sorted(pairs, key=lambda pair: (-pair[0], *pair[1:])):
            if at not in self.found and other not in self._origin:
                self._take(at, other)

    # By likeness

    def by_likeness(self) -> None:
        """Finds what is alike enough: of all such pairs, the most alike first."""
        features, others = list(map(_features, self._old)), list(map(_features, self._new))
        lexicon = _Lexicon(features, others)
        ours, theirs = self._left(range(len(features)), range(len(others)))
        alone = self._alone(ours, theirs)
        pairs = _sharing({at: features[at] for at in ours}, {at: others[at] for at in theirs})
        likely = []
        for at, other in {*pairs, *alone}:
            likeness = lexicon.likeness(features[at], others[other])
            if likeness >= self._least(at, other, (at, other) in alone):
                likely.append((likeness + self._support(at, other), at, other))
        self._take_best(likely)

    def _least(self, at: int, other: int, is_alone: bool) -> float:
        """How much alike two items have to be."""
        ours, theirs = self._old[at], self._new[other]
        are_others = ours.is_date != theirs.is_date or ours.words == theirs.words
        if are_others or _differ_in_number(ours, theirs) or _differ_in_column(ours, theirs):
            return 2  # whatever else they have in common
        if _date(ours) == _date(theirs):
            if _told(ours.words) == _told(theirs.words):
                return 0  # only a number was added
            if is_alone:
                return _IN_PLACE
        words, others = set(ours.words), set(theirs.words)
        is_longer = words <= others or others <= words
        if is_longer or ours.path == theirs.path:
            return _ALIKE
        return _ELSEWHERE

    def _support(self, at: int, other: int) -> float:
        """What speaks for a pair beside its words."""
        beside = any(self.found.get(at + step, -2) == other + step for step in (-1, 1))
        same = _date(self._old[at]) == _date(self._new[other])
        return _AS_CLOSE * (beside + same)

    def _alone(self, ours: list[int], theirs: list[int]) -> set[tuple[int, int]]:
        """The pairs of which each stands alone between the same two items that are found."""
        known = sorted(self.found)
        left = _fenced(ours, {at: self.found[at] for at in known})
        right = _fenced(theirs, {at: at for at in self._origin})
        slots = ((mine, right.get(around, [])) for around, mine in left.items())
        return {(a[0], b[0]) for a, b in slots if len(a) == len(b) == 1}


class _Lexicon:
    """How many items of each text have a word: the fewer, the more it tells of them."""

    def __init__(self, old: Iterable[frozenset[str]], new: Iterable[frozenset[str]]) -> None:
        self._old = Counter(word for words in old for word in words)
        self._new = Counter(word for words in new for word in words)

    def likeness(self, ours: frozenset[str], theirs: frozenset[str]) -> float:
        """The part of two sets of words that is shared, weighted by what the words tell.

        Where the words that differ are ones by which both texts tell items apart, as "alpha" and
        "beta", a word that no other item has must be shared.
        """
        shared, gone, come = ours & theirs, ours - theirs, theirs - ours
        apart = sum(map(self._weight, gone | come))
        # What each of the two texts calls another item by, as "alpha" and "beta", tells these two
        # apart.
        if any(self._new[word] for word in gone) and any(self._old[word] for word in come):
            if not any(map(self._is_telling, shared)):
                return 0
            apart = len(gone) + len(come)
        common = 2 * sum(map(self._weight, shared))
        if not common:
            return 0
        return common / (common + apart)

    def _is_telling(self, word: str) -> bool:
        """Whether one item of each text has a word, which is no number."""
        return self._old[word] == self._new[word] == 1 and not word[0].isdigit()

    def _weight(self, word: str) -> float:
        return 1 / max(self._old[word], self._new[word])


def _grouped(
    items: Sequence[Identity], key: _Key, among: Iterable[int] = ()
) -> dict[Hashable, list[int]]:
    """The numbers of items, by their keys."""
    groups: dict[Hashable, list[int]] = {}
    for at in among or range(len(items)):
        groups.setdefault(key(items[at]), []).append(at)
    return groups


def _fenced(numbers: Iterable[int], fences: dict[int, int]) -> dict[tuple[int, int], list[int]]:
    """The numbers that are no fence, by what the fences before and after them stand for."""
    order = sorted(fences)
    named = [-1, *(fences[at] for at in order), -1]
    slots: dict[tuple[int, int], list[int]] = {}
    for at in numbers:
        if at not in fences:
            place = bisect_right(order, at)
            slots.setdefault((named[place], named[place + 1]), []).append(at)
    return slots


def _aligned(
    few: list[int], many: list[int], mine: Sequence[Identity], others: Sequence[Identity]
) -> Iterator[tuple[int, int]]:
    """For each of a few items one of as many or more, in order, the one of the nearest date."""
    # Within a window, so that time grows with the items and not with their pairs.
    spare, start = len(many) - len(few), 0
    for number, at in enumerate(few):
        window = range(start, min(number + spare, start + _COMMON) + 1)
        best = min(window, key=lambda place: _days_between(mine[at], others[many[place]]))
        yield at, many[best]
        start = best + 1


def _days_between(one: Identity, other: Identity) -> int:
    """How far apart two items are in time; 0 where that is not known."""
    first, last = one.mention.when, other.mention.when
    if first is None or last is None:
        return 0
    return abs(first.sort_key[0].toordinal() - last.sort_key[0].toordinal())


def _date(item: Identity) -> Hashable:
    """What a phrase says of date and time, or the phrase itself where it says none."""
    mention = item.mention
    return mention.when or mention.text, mention.time, mention.zone


def _features(item: Identity) -> frozenset[str]:
    """The words by which an item is compared, and all its numbers as one."""
    words = _telling(item.words) or list(item.words)
    if _told(item.words):  # the number of a week changes with the date
        pairs = pairwise(("", *words))
        words = [word for prior, word in pairs if not _is_counted(prior, word)]
    return _with_numbers(words)


def _of_path(item: Identity) -> frozenset[str]:
    """The words of the headings above an item, those of dates too."""
    words = [word for words in item.path for word in words]
    return _with_numbers([*_telling(words), *item.period])


def _with_numbers(words: Sequence[str]) -> frozenset[str]:
    """The words as a set, with all numbers among them as one more: 3, 1 and 2 also as 3.1.2."""
    numbers = [word for word in words if word.isdigit()]
    # Version 3.1.2 shares three numbers with 3.2.1, but no version.
    if numbers:
        return frozenset((*words, ".".join(numbers)))
    return frozenset(words)


def _differ_in_number(ours: Identity, theirs: Identity) -> bool:
    """Whether numbers tell two items apart, as in "beta 2" and "beta 3"."""
    if not ours.counts or not theirs.counts:
        return False
    by_name = _told(ours.name) and _told(theirs.name)
    first, last = _numbers(ours.words), _numbers(theirs.words)
    if by_name:
        first, last = _numbers(ours.name), _numbers(theirs.name)
    if not first or not last or first == last:
        return False
    return _date(ours) != _date(theirs) or not (_is_part(first, last) or _is_part(last, first))


def _is_part(few: list[str], many: list[str]) -> bool:
    """Whether numbers are some of others, in their order: 3.3 and 1 of 3.3.0 and 1."""
    rest = iter(many)
    return all(number in rest for number in few)


def _numbers(words: Words) -> list[str]:
    """The numbers among words; that of a week or a day only if nothing else tells of the item."""
    pairs = list(pairwise(("", *words)))
    numbers = [pair for pair in pairs if pair[1].isdigit()]
    if _told(words):
        numbers = [pair for pair in numbers if not _is_counted(*pair)]
    return [number for _, number in numbers]


def _is_counted(prior: str, word: str) -> bool:
    """Whether a word is the number of a week or a day."""
    return prior in COUNTED_BY_DATES and word.isdigit()


def _told(words: Words) -> list[str]:
    """The words that tell of an item, beside its numbers and what is counted by dates."""
    return [w for w in _telling(words) if not w.isdigit() and w not in COUNTED_BY_DATES]


def _differ_in_column(ours: Identity, theirs: Identity) -> bool:
    """Whether two dates of rows stand in columns that have no word in common."""
    if ours.column == theirs.column or _date(ours) == _date(theirs):
        return False
    return not set(_telling(ours.column)) & set(_telling(theirs.column))


def _sharing(
    ours: dict[int, frozenset[str]], theirs: dict[int, frozenset[str]]
) -> set[tuple[int, int]]:
    """The pairs that share a word which not too many have."""
    having: dict[str, list[int]] = {}
    for other, words in theirs.items():
        for word in words:
            having.setdefault(word, []).append(other)
    # A word of many items would make pairs of all of them, and tells of none.
    pairs = set()
    for at, words in ours.items():
        found = [having[word] for word in words if len(having.get(word, ())) in range(1, _COMMON)]
        pairs |= {(at, other) for others in found for other in others}
    return pairs
