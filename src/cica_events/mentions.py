"""Dates in prose: found, resolved as far as the words and the publication date go, or set aside.

One pass cuts the text into pieces and gives each the one-letter code of its word (`lexicon`); one
regular expression over these codes is the grammar; what it finds is read, checked against the
words around it, and resolved. Every quantifier is bounded, and nothing looks further than a few
pieces around, so the time is linear in the text, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from functools import partial
from itertools import accumulate, pairwise
from typing import Any, Literal

import attrs

from .edtf import MONTHS, EdtfDate, EdtfInterval, When, parse_edtf
from .errors import EdtfError, quoted
from .lexicon import DATE_NUMBERS, PIECE, SIGNS, VALUES, Codes

__all__ = ["DateMention", "find_dates"]

_Basis = Literal["stated", "resolved", "inferred"]

# --- The grammar, over codes ----------------------------------------------------------------------
# The lexicon gives most codes. The others: D a number from 1 to 31, O 10th, I a numeric date, Y
# four digits, N another number, X 1990s, q h Q2 and H1, k a month or weekday written small that may
# be an ordinary word, ^ another word with a capital, _ another word, ¶ the end of a paragraph,
# | any other sign.

_MON = r"(?:[MK]|J\.(?=[DYOat,R-])|J)"
_WD = r"(?:(?:W|[wk]\.?)P?,?)?"
_REL = r"[o,]?t?Ry"
_TAIL = rf"(?:,?o?Y|{_REL})?"
_ORD = r"(?:t?O|D)"
_DM = rf"{_WD}(?:{_ORD}o?|t?ao){_MON}{_TAIL}"
_MD = rf"{_WD}{_MON}(?:,?t?[aO]|D){_TAIL}"
_SIDE = r"(?:t?Eot?|t?[aOR]Ho|e-?|E-)"
_EDGE = f"{_SIDE}?"
_WHOLE = rf"{_EDGE}{_MON}{_TAIL}"
# What reads a phrase (a method of _Reader, or a reason in _NO_DATE), and the phrase. The first rule
# that fits has it, so longer phrases come first.

_RULES: tuple[tuple[str, str], ...] = (
    ("span", rf"(?:t?Po)?{_WD}{_ORD}(?:o?{_MON}{_TAIL})?-{{1,2}}t?{_DM}"),
    ("span", rf"{_WD}{_MON}{_ORD}{_TAIL}-{{1,2}}t?(?:{_MD}|{_WD}{_ORD}{_TAIL})"),
    ("span", rf"(?:D|I)-I|{_WHOLE}-{_WHOLE}|S-So?Y"),
    ("recurrence", r"W-W(?![P,]?D)"),
    ("span", rf"{_SIDE}Y-t?{_EDGE}Y|Y-t?{_SIDE}Y|(?<=b){_EDGE}Y&t?{_EDGE}Y"),
    ("span", rf"(?<=b){_WHOLE}&t?{_WHOLE}"),
    ("years", r"Y-{1,2}t?Y|Y/Y|Y[/-][DN](?!o?[MKJDNY])"),
    ("open", r"Y-t?Z"),
    ("both", rf"(?:{_ORD},){{0,8}}{_WD}{_ORD}(?:o?{_MON}{_TAIL})?,?&t?{_DM}"),
    ("both", rf"{_WD}{_MON}{_ORD}(?:,{_ORD}){{0,8}}{_TAIL},?&t?(?:{_MD}|{_WD}{_ORD}{_TAIL})"),
    ("both", rf"(?:{_MON},){{0,11}}{_MON}{_TAIL},?&{_MON}{_TAIL}|Y&Y"),
    ("date", rf"(?:t?Po)?(?:{_DM}|{_MD})(?:\(W\))?"),
    ("date", rf"[DO]o?k,?Y|kD,?Y|(?<=[ip])kY|[DO]-{_MON}-Y"),
    ("misspelt", rf"{_WD}{_ORD}o?[_^],?Y|(?<=[_^]){_ORD},?Y"),
    ("count", r"t(?:a|R)[nDN]uo(?:t?Ry|t?y|Y)"),
    ("part", r"t?(?:a|O|R)[HQ]o(?:t?Ry|t?y|Y)|[qh]o?Y|Y[qh]|(?<=i)t[aO]Q(?![-^])"),
    ("date", rf"{_EDGE}t?S(?:,?o?Y|{_REL})|(?<=i)t?S(?=[.,!¶])"),
    ("date", _WHOLE),
    ("decade", r"t(?:e-?)?Y'_|(?:t?Eo)?t?(?:e-?)?'?X"),
    ("date", r"I"),
    ("duration", r"t?R[nDN]-?[uU]|[nDN]-?[uUy]-?l"),
    ("before", r"t?UBT"),
    ("ago", r"(?:m\+|[+~])?[nDN][uUy]g"),
    ("told", r"[nDN][uUy]G"),
    ("hence", r"(?<=i)[nDN][uUy]"),
    ("duration", r"[nDN]-?[uUyC](?:-l)?|[UyC]-l"),
    ("century", "t?[aO]?C"),
    ("relative", rf"{_EDGE}t?R[yUQSWMKJP]"),
    ("told", r"t?L(?:[yUQWMP])"),
    ("day", rf"{_EDGE}TP?|{_EDGE}WP?"),
    ("edge", r"t?Eot[yU]"),
    ("year", rf"~?{_EDGE}(?:t?yo?)?Y"),
    ("recurrence", r"r|v[nD]?[uUyMJKSW]"),
    ("word", r"[kKJMwY]"),
)
_GRAMMAR = re.compile(rf"(?![_^V,.|])(?:{'|'.join(f'({pattern})' for _, pattern in _RULES)})")

# --- What is found --------------------------------------------------------------------------------

_AMBIGUOUS = "may be day/month or month/day"
_CENTURIES = "may be one of several centuries or decades"
_MONTH_OR_YEARS = "may be a month or a range of years"
_EITHER = "may be a duration or a date"
_NO_ANCHOR = "counts from a publication date that is not known so precisely"
_NO_SUCH = "there is no such day"
_NO_YEAR = "no year is stated, and none follows from the words around it"
_RECURRENCE = "a recurrence"
_TOLD = "counts from another date of the text"
_OPEN = frozenset({_AMBIGUOUS, _CENTURIES, _MONTH_OR_YEARS, _EITHER, _NO_ANCHOR, _NO_SUCH})
_OPEN |= {_NO_YEAR, _RECURRENCE, _TOLD}
_ADDRESS = "part of an address"
_CENTURY = "a century"
_DURATION = "a duration"
_NAME = "part of a name"
_NUMBER = "part of a number, a reference or a document symbol"
_QUANTITY = "a quantity"
_VAGUE = "names no date"
_WORD = "an ordinary word or a name"

_BASES: tuple[_Basis, ...] = ("stated", "resolved", "inferred")
_SLACK = 10  # days: a date so near to publication is meant, whatever the tense
_CLOSE = 45  # days: a date so near to publication takes no other year from its sentence
_REACH = 60  # pieces: how far a sentence is looked at
_THROUGH = frozenset(("over", "for", "within", "during", "throughout"))  # the last year: so long
_OF_PERSONS = frozenset(("as", "by", "for", "on"))  # "by April Jones"
_STOP = re.compile("[.!¶]")
_VERB = re.compile("[VF]")
_NO_DATE = {
    "century": _CENTURY,
    "duration": _DURATION,
    "recurrence": _RECURRENCE,
    "told": _TOLD,
    "word": _WORD,
}
_ALONE = {"W": "day", "w": "word", "k": "word", "Y": "year"}
_URL_BEFORE = re.compile(r"(?:://|www\.|@)\S{0,99}\Z")


@attrs.frozen
class DateMention:
    """A phrase of a text that holds a word or number of the lexicon, and the date that it gives.

    Attributes:
        start: offset of its first character in the text.
        end: offset after its last character.
        text: the phrase as it stands there.
        when: the date, or ``None`` where there is none to give.
        basis: ``stated`` (the words give the whole date), ``resolved`` (relative words and the
            publication date), ``inferred`` (something was supplied that the words do not say),
            or ``None`` where there is no date.
        reason: why there is no date, or what is odd about the phrase.

    Example:
        >>> find_dates("signed on 10 May in Ankara", published="2022")[0].when
        <EdtfDate 2022-05-10>
    """

    start: int
    end: int
    text: str
    when: When | None
    basis: _Basis | None
    reason: str | None = None

    @property
    def open(self) -> bool:
        """Whether it has no date but could be one, so that a person should account for it.

        Example:
            >>> [m.open for m in find_dates("the annual report may follow")]
            [True, False]
        """
        return self.when is None and self.reason in _OPEN


def find_dates(text: str, published: str | When | date | None = None) -> list[DateMention]:
    """Every date phrase of an English text, in order and without overlaps.

    Args:
        text: the text; offsets count its characters.
        published: when it was published, as EDTF text, an EDTF value or a ``datetime.date``,
            or ``None`` where that is not known.

    Raises:
        EdtfError: ``published`` is none of these, or ``text`` is not text.

    Example:
        >>> for m in find_dates("met in 2021, will meet in October this year", "2022"):
        ...     print(m.text, m.when, m.basis)
        2021 2021 stated
        October this year 2022-10 resolved
    """
    if not isinstance(text, str):
        raise EdtfError(f"{quoted(text)} is not text")
    return _Reader(text, _anchor(published)).read()


class _SetAside(Exception):  # noqa: N818 - it is not an error
    """No date, for a reason."""


@attrs.frozen
class _Anchor:
    """The publication date as far as it is known."""

    known: EdtfDate | None = None

    @property
    def year(self) -> int:
        return self._part("year")

    @property
    def month(self) -> int:
        return self._part("month")

    @property
    def day(self) -> date:
        return date(self.year, self.month, self._part("day"))

    def _part(self, name: str) -> int:
        part: int | None = getattr(self.known, name, None)
        if part is None:
            raise _SetAside(_NO_ANCHOR)
        return part

    def gap(self, when: EdtfDate) -> int:
        """Days from publication to a date: less than 0 where the date is certainly before it."""
        if self.known is None or self.known.month is None:
            raise _SetAside(_NO_ANCHOR)
        known = self.known
        if when._last < known._first:
            return (when._last - known._first).days
        return max(0, (when._first - known._last).days)


def _anchor(published: object) -> _Anchor:
    if isinstance(published, date):
        return _Anchor(_edtf(published))
    if isinstance(published, str):
        published = parse_edtf(published)
    if published is None:
        return _Anchor()
    if not isinstance(published, EdtfDate | EdtfInterval):
        raise EdtfError(f"{quoted(published)} is not a date, an EDTF value or EDTF text")
    first, last = published.earliest, published.latest
    if first is None or last is None or first.year != last.year:
        return _Anchor()
    if first.month != last.month:
        return _Anchor(EdtfDate(first.year))
    return _Anchor(_edtf(first) if first == last else EdtfDate(first.year, first.month))


def _edtf(day: date) -> EdtfDate:
    return EdtfDate(day.year, day.month, day.day)


@attrs.define
class _Parts:
    """What the words of a phrase give."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    basis: _Basis = "stated"
    about: bool = False

    def date(self, year: int | None = None) -> EdtfDate:
        mark = "~" if self.about else ""
        right = (mark, "", "") if self.month is None else ("", mark, "")
        return EdtfDate(year or self.year or 0, self.month, self.day, right=right)

    def dates(self, year: int, reach: int) -> Iterator[EdtfDate]:
        """The dates that it can be in the years around, the nearest first."""
        for candidate in sorted(range(year - reach, year + reach + 1), key=lambda y: abs(y - year)):
            try:
                yield self.date(candidate)
            except EdtfError:  # 29 February, or no year
                continue

    def odd(self, when: EdtfDate) -> str | None:
        """What is wrong with its weekday, if it has one."""
        if self.day is None or self.weekday is None or self.weekday == when._first.weekday():
            return None
        return f"{when.describe()} is another day of the week"


def _later(left: _Parts, right: _Parts) -> bool:
    return (left.month or 0, left.day or 0) > (right.month or 0, right.day or 0)


def _share(every: list[_Parts]) -> None:
    """Gives each date of a span or a list what only its neighbours say."""
    ahead, back = list(pairwise(every)), list(pairwise(every[::-1]))
    for near, parts in ahead + back:
        parts.month = parts.month or near.month
    for near, parts in back:
        if parts.year is None and near.year is not None:
            parts.year, parts.basis = near.year - _later(parts, near), near.basis
    for near, parts in ahead:
        if parts.year is None and near.year is not None:
            parts.year, parts.basis = near.year + _later(near, parts), near.basis


def _read_numeric(word: str, parts: _Parts) -> None:
    first, sign, second, third = DATE_NUMBERS.fullmatch(word).groups()  # type: ignore[union-attr]
    a, b, c = int(first), int(second), int(third)
    if len(first) == 4:
        parts.year, parts.month, parts.day = a, b, c
        return
    if len(third) < 4:
        raise _SetAside(_CENTURIES)
    if sign != "." and a <= 12 and b <= 12 and a != b:
        raise _SetAside(_AMBIGUOUS)
    parts.day, parts.month = (b, a) if b > 12 else (a, b)
    parts.year = c


def _near_month(word: str) -> int | None:
    """The month whose long name is one slip away."""
    names = (n for n in MONTHS if len(n) > 4 and _one_slip(word, n.lower()))
    return next((MONTHS.index(name) + 1 for name in names), None)


def _one_slip(word: str, name: str) -> bool:
    """Whether one letter is missing, added, wrong or swapped with the next."""
    start = 0
    while start < min(len(word), len(name)) and word[start] == name[start]:
        start += 1
    a, b = word[start:], name[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


class _Reader:
    """Reads one text from its first piece to its last."""

    def __init__(self, text: str, anchor: _Anchor) -> None:
        self.text, self.anchor = text, anchor
        self.pieces: list[str] = PIECE.findall(text)
        self.codes = "".join(map(Codes().__getitem__, self.pieces))
        self.starts = list(accumulate(map(len, self.pieces), initial=0))
        self.found: list[DateMention] = []
        self.stated: tuple[int, EdtfDate] | None = None  # the last date that is stated, and where

    def read(self) -> list[DateMention]:
        readers = [self._reader(rule) for rule, _ in _RULES]
        for match in _GRAMMAR.finditer(self.codes):
            self._try(readers[(match.lastindex or 0) - 1], *match.span())
        return self.found

    def _reader(self, rule: str) -> Callable[[int, int], None]:
        reason = _NO_DATE.get(rule)
        return getattr(self, f"_read_{rule}") if reason is None else partial(_set_aside, reason)

    def _try(self, reader: Callable[[int, int], None], i: int, j: int) -> None:
        try:
            self._check_surroundings(i, j)
            reader(i, j)
        except _SetAside as no:
            self._add(i, j, None, None, str(no))
        except (EdtfError, ValueError, OverflowError):
            self._add(i, j, None, None, _NO_SUCH)

    def _add(
        self, i: int, j: int, when: When | None, basis: _Basis | None, reason: str | None = None
    ) -> None:
        start, end = self.starts[i], self._end(j)
        self.found.append(DateMention(start, end, self.text[start:end], when, basis, reason))

    def _end(self, j: int) -> int:
        """Where the piece before j ends, without the white space after it."""
        return self.starts[j - 1] + len(self.pieces[j - 1].rstrip())

    # Pieces: what they are, what they count, and whether they touch.

    def _word(self, k: int) -> str:
        return self.pieces[k].rstrip().lower() if 0 <= k < len(self.pieces) else ""

    def _code(self, k: int) -> str:
        return self.codes[k] if 0 <= k < len(self.codes) else "¶"

    def _capital(self, k: int) -> bool:
        return 0 <= k < len(self.pieces) and self.pieces[k][0].isupper()

    def _tight(self, k: int) -> bool:
        """Whether piece k and the next one touch."""
        return 0 <= k < len(self.pieces) - 1 and not self.pieces[k][-1].isspace()

    def _number(self, k: int) -> int:
        word = self._word(k)
        digits = word.rstrip("sthndr")
        return int(digits) if digits.isdigit() and len(digits) < 5 else VALUES.get(word, 0)

    def _find(self, codes: str, i: int, j: int) -> int:
        """The first piece from i to j with one of the codes."""
        return next(k for k in range(i, j) if self.codes[k] in codes)

    def _parts(self, i: int, j: int) -> _Parts:
        parts = _Parts()
        for k in range(i, j):
            code = self.codes[k]
            if code in "DOa" and self._code(k + 1) != "H":
                parts.day = self._number(k)
            elif code in "MKJkS":
                parts.month = self._number(k) or parts.month
            elif code == "Y":
                parts.year = self._number(k)
            elif code in "Ww":
                parts.weekday = self._number(k)
            elif code == "y" and self._code(k + 1) != "Y" and self.codes[k + 1 : k + 3] != "oY":
                parts.year, parts.basis = self.anchor.year + self._number(k - 1), "resolved"
            elif code == "~":
                parts.about = True
            elif code == "I":
                _read_numeric(self._word(k), parts)
        return parts

    # Single dates.

    def _give(self, parts: _Parts, i: int, j: int, odd: str | None = None) -> None:
        """Adds one date, once its year is known."""
        self._infer_year(i, j, parts)
        when = parts.date()
        if parts.basis == "stated":
            self.stated = i, when
        self._add(i, j, when, parts.basis, odd or parts.odd(when))

    def _read_date(self, i: int, j: int) -> None:
        codes = self.codes[i:j]
        if codes == "I" and "-" in self._word(i) and self._is_reference(i, j):
            raise _SetAside(_NUMBER)
        if codes in ("K", "J", "Ka", "Kta") and not self._is_month(i):
            raise _SetAside(_WORD)
        self._give(self._parts(i, j), i, j)

    def _is_month(self, k: int) -> bool:
        """Whether May, June and the like, alone, stand where a month would."""
        before = self._code(k - 1)
        if before in "o-&" or self._word(k - 1) in _OF_PERSONS:
            return self._code(k + 1) != "^"
        return before in "pifbevB"

    def _read_year(self, i: int, j: int) -> None:
        self._check_year(self._find("Y", i, j))
        self._give(self._parts(i, j), i, j)

    def _read_misspelt(self, i: int, j: int) -> None:
        """Such as "15 Janury 2024" or "Janury 15, 2024"."""
        k = next((k for k in range(i, j) if self.codes[k] in "_^"), i - 1)
        month = _near_month(self._word(k))
        if month:
            parts = self._parts(i, j)
            parts.month = month
            odd = f"{self.pieces[k].rstrip()} is read as {MONTHS[month - 1]}"
            return self._give(parts, min(i, k), j, odd)
        for k in range(i, j):
            if self.codes[k] in "WwkY":
                self._try(self._reader(_ALONE[self.codes[k]]), k, k + 1)
        return None

    def _read_decade(self, i: int, j: int) -> None:
        word = self._word(j - 1)
        if self.codes[j - 1] == "_":
            return self._read_apostrophe(i, j)
        if len(word) == 5:
            return self._give_decade(i, j, word)
        if "t" not in self.codes[i:j]:
            raise _SetAside(_WORD)
        tens = VALUES.get(word) or int(word[0])
        past = self.anchor.known is not None and tens < self.anchor.year // 10 % 10
        return self._add(i, j, EdtfDate(f"{20 if past else 19}{tens}X"), "inferred")

    def _read_apostrophe(self, i: int, j: int) -> None:
        """Such as "the 1990's"."""
        year = self._word(j - 3)
        if self._word(j - 1) == "s" and year[3] == "0":
            return self._give_decade(i, j, year)
        return self._try(self._read_year, j - 3, j - 2)

    def _give_decade(self, i: int, j: int, word: str) -> None:
        if word[2] == "0" and word[:2] != "20":
            raise _SetAside(_CENTURIES)
        self._add(i, j, EdtfDate(f"{word[:3]}X"), "stated")

    def _read_part(self, i: int, j: int) -> None:
        """Quarters and halves of a year."""
        k = self._find("HQhq", i, j)
        short = self.codes[k] in "hq"
        which = int(self._word(k)[1]) if short else self._number(k - 1)
        count = 4 if self.codes[k] in "Qq" else 2
        which = count if which < 0 else which
        if not 1 <= which <= count:
            raise _SetAside(_VAGUE)
        parts = self._parts(i if short else k + 1, j)
        parts.month = (32 if count == 4 else 39) + which
        self._give(parts, i, j)

    def _read_count(self, i: int, j: int) -> None:
        """The first or last months of a year."""
        first, count = self._number(i + 1), self._number(i + 2)
        if not 1 <= count <= 12 or first not in (1, -1) or self._word(i + 3) != "months":
            raise _SetAside(_VAGUE)
        parts = self._parts(i + 5, j)
        months = (1, count) if first > 0 else (13 - count, 12)
        start, end = (EdtfDate(parts.year or 0, month) for month in months)
        self._add(i, j, EdtfInterval(start, end), parts.basis)

    # Dates that count from publication.

    def _read_edge(self, i: int, j: int) -> None:
        self._add(i, j, self._shifted(0, self._word(j - 1)), "resolved")

    def _read_day(self, i: int, j: int) -> None:
        k = self._find("TW", i, j)
        if self.codes[k] == "T":
            day = self.anchor.day + timedelta(self._number(k))
        elif self._is_name(k):
            raise _SetAside(_NAME)
        else:
            day = _on_weekday(self.anchor.day, self._number(k), self._tense(i, j))
        self._add(i, j, _edtf(day), "resolved")

    def _is_name(self, k: int) -> bool:
        """Whether a weekday belongs to a name: Black Friday, Minister Sunday Dare."""
        before = self._code(k - 1)
        return (before == "j" and self._capital(k - 1)) or (
            before in "^t" and self._code(k + 1) == "^"
        )

    def _read_before(self, i: int, j: int) -> None:
        days = self._number(j - 2) + self._number(j - 1)
        self._add(i, j, _edtf(self.anchor.day + timedelta(days)), "resolved")

    def _read_ago(self, i: int, j: int) -> None:
        when = self._counted(-self._number(j - 3), self._word(j - 2))
        if j - i > 3 and isinstance(when, EdtfDate) and when.precision == "year":
            when = attrs.evolve(when, right=("~", "", ""))
        self._add(i, j, when, "resolved")

    def _read_hence(self, i: int, j: int) -> None:
        tense = self._tense(i, j)
        if tense <= 0:
            raise _SetAside(_DURATION if tense else _EITHER)
        self._add(i, j, self._counted(self._number(i), self._word(j - 1)), "resolved")

    def _counted(self, n: int, unit: str) -> When:
        if n == 0:
            raise _SetAside(_VAGUE)
        return self._shifted(n, unit.removesuffix("s"))

    def _shifted(self, n: int, unit: str) -> When:
        """A unit of time so many units from the one of publication."""
        year = self.anchor.year
        if unit == "year":
            return EdtfDate(year + n)
        if unit == "decade":
            return EdtfDate(f"{year // 10 + n:03}X")
        if unit in ("month", "quarter"):
            size = 1 if unit == "month" else 3
            first = _moved(date(year, self.anchor.month, 1), months=size * n)
            return EdtfDate(first.year, first.month if size == 1 else 33 + (first.month - 1) // 3)
        return self._shifted_days(n, unit)

    def _shifted_days(self, n: int, unit: str) -> When:
        if unit == "day":
            return _edtf(_moved(self.anchor.day, days=n))
        if unit not in ("week", "weekend"):
            raise _SetAside(_VAGUE)
        monday = _moved(self.anchor.day, weeks=n, days=-self.anchor.day.weekday())
        first = 0 if unit == "week" else 5
        return EdtfInterval(_edtf(_moved(monday, days=first)), _edtf(_moved(monday, days=6)))

    def _read_relative(self, i: int, j: int) -> None:
        k = self._find("R", i, j)
        n, code, word = self._number(k), self.codes[k + 1], self._word(k + 1)
        if n < 0 and code in "yU" and self._word(i - 1) in _THROUGH:
            raise _SetAside(_DURATION)
        if code == "P" or word == "day":
            if n > 0 or (n < 0 and code != "P"):
                raise _SetAside(_TOLD)
            when: When = _edtf(_moved(self.anchor.day, days=n))
        elif code == "W":
            when = _edtf(_on_weekday(_moved(self.anchor.day, days=n), self._number(k + 1), n or 1))
        elif code in "MKJS":
            when = self._relative_month(n, self._number(k + 1))
        else:
            when = self._shifted(n, word)
        self._add(i, j, when, "resolved")

    def _relative_month(self, n: int, month: int) -> EdtfDate:
        """This, last or next October or spring."""
        year = self.anchor.year
        if n == 0 and month != 24:
            return EdtfDate(year, month)
        gaps = {d: self.anchor.gap(d) for d in _Parts(month=month).dates(year, 2)}
        if n < 0:
            return max((d for d in gaps if gaps[d] < 0), key=lambda d: d.sort_key)
        least = 1 if n else 0
        return min((d for d in gaps if gaps[d] >= least), key=lambda d: d.sort_key)

    # Spans and lists.

    def _read_span(self, i: int, j: int) -> None:
        cut = next(
            k for k in range(i + 1, j) if self.codes[k] in "-&" and self.codes[k - 1] not in "eE"
        )
        ends = [self._parts(i, cut), self._parts(cut + 1, j)]
        self._complete(i, j, ends)
        start, end = (parts.date() for parts in ends)
        basis = max((parts.basis for parts in ends), key=_BASES.index)
        self._add(i, j, EdtfInterval(start, end), basis)

    def _complete(self, i: int, j: int, every: list[_Parts]) -> None:
        _share(every)
        if every[-1].year is None:
            self._infer_year(i, j, every[-1])
            _share(every)

    def _read_years(self, i: int, j: int) -> None:
        if self.codes[j - 1] in "DN":
            return self._read_short_years(i, j)
        self._check_year(i, j - 1)
        first, last = self._number(i), self._number(j - 1)
        return self._add(i, j, EdtfInterval(EdtfDate(first), EdtfDate(last)), "stated")

    def _read_short_years(self, i: int, j: int) -> None:
        """Such as 2021/22 and 2019-21, unless they may be a month."""
        if not (self._tight(i) and self._tight(i + 1)):
            return self._try(self._read_year, i, i + 1)
        self._check_year(i, j - 1)
        first, last = self._number(i), self._number(j - 1)
        end = first - first % 100 + last
        if len(self._word(j - 1)) != 2 or not (1 <= last <= 12 or first < end <= first + 30):
            raise _SetAside(_NUMBER)
        if last > 12 or (end == first + 1 and self.codes[i + 1] == "/"):
            return self._add(i, j, EdtfInterval(EdtfDate(first), EdtfDate(end)), "stated")
        if end > first:
            raise _SetAside(_MONTH_OR_YEARS)
        return self._add(i, j, EdtfDate(first, last), "stated")

    def _read_open(self, i: int, j: int) -> None:
        self._check_year(i)
        self._add(i, j, EdtfInterval(EdtfDate(self._number(i)), ".."), "stated")

    def _read_both(self, i: int, j: int) -> None:
        """10 and 11 May are a span, 3 and 10 May are two dates."""
        years = self.codes[i] == "Y"
        if self._code(i - 1) == "b":
            return self._read_years(i, j) if years else self._read_span(i, j)
        items = self._items(i, j)
        every = [self._parts(*item) for item in items]
        self._complete(i, j, every)
        dates = [parts.date() for parts in every]
        days = [d._first.toordinal() for d in dates]
        if dates[0].precision == "day" and days == list(range(days[0], days[0] + len(days))):
            return self._add(i, j, EdtfInterval(dates[0], dates[-1]), every[-1].basis)
        for item, parts in zip(items, every, strict=True):
            self._try(self._read_year if years else partial(self._give, parts), *item)
        return None

    def _items(self, i: int, j: int) -> list[tuple[int, int]]:
        """The pieces of each item of a list, without the commas and the "and" between them."""
        cuts = [k for k in range(i, j) if self.codes[k] == "&" or self._divides(k)]
        starts = [i, *(k + 1 for k in cuts)]
        ends = [k - (self.codes[k - 1] == ",") for k in cuts]
        return [(a, b) for a, b in zip(starts, [*ends, j], strict=True) if a < b]

    def _divides(self, k: int) -> bool:
        """Whether a comma parts two items rather than a year from its day."""
        return self.codes[k] == "," and self.codes[k + 1] in "tDOWMKJ"

    # The words around a phrase.

    def _check_surroundings(self, i: int, j: int) -> None:
        """Refuses what belongs to an address, a number or a document symbol."""
        start, end = self.starts[i], self._end(j)
        if self._tight(i - 1) and self.text[start - 1] in "/.=?&_@%#-:~+":
            if _URL_BEFORE.search(self.text, max(0, start - 99), start):
                raise _SetAside(_ADDRESS)
            number = self.codes[i] in "DNYIO" and self._code(i - 2) in "DNYIO"
            if self._code(i - 1) == "/" or (number and self._tight(i - 2)):
                raise _SetAside(_NUMBER)
        if self._tight(j - 1) and self._tight(j) and self.text[end] in "/=&_@%-.":
            if self._code(j) == "/" or self._code(j + 1) in "DNYI":
                raise _SetAside(_NUMBER)
            if self._code(j) == "|":
                raise _SetAside(_ADDRESS)
        if self._code(self._after_names(j)) == "A" and not self._in_year(i):
            raise _SetAside(_ADDRESS)

    def _in_year(self, i: int) -> bool:
        return self.codes[i] == "Y" and self._code(i - 1) in "ifb-"

    def _after_names(self, j: int) -> int:
        """The piece after at most three capitalised words, or -1 where it is written small."""
        k = next((k for k in range(j, j + 3) if self._code(k) not in "^MK"), j + 3)
        return k if self._capital(k) else -1

    def _check_year(self, i: int, last: int | None = None) -> None:
        """Refuses four digits that are no year."""
        j = (i if last is None else last) + 1
        if self._is_quantity(i, j):
            raise _SetAside(_QUANTITY)
        if self._is_reference(i, j) or self._is_unlikely(i, j):
            raise _SetAside(_NUMBER)
        if self._in_name(i, j):
            raise _SetAside(_NAME)

    def _is_quantity(self, i: int, j: int) -> bool:
        before, after = self._code(i - 1), self._code(j)
        if before == "$" or after in "*$uU":
            return True
        if self._code(j + 1) == "*" and after in "_^" and before not in "pifbBot":
            return True
        if after == "-" and self._tight(j - 1) and self._code(j + 1) in "*uU":
            return True
        many = after == "_" and self._word(j).endswith("s")
        return (before in "+~" and after in "_V") or (before == "V" and many)

    def _is_reference(self, i: int, j: int) -> bool:
        before = self._code(i - 1)
        if before in "DN" or (before == "(" and self._code(i - 2) in "DNY"):
            return True
        k = next((k for k in range(i - 1, i - 4, -1) if self._code(k) not in ".|"), i - 4)
        return self._code(k) == "#" or (self._code(j) in "DN" and before not in "pifB")

    def _in_name(self, i: int, j: int) -> bool:
        joined = self._code(j) == "-" and self._tight(j - 1) and self._code(j + 1) in "_^"
        if joined or self._code(self._after_names(j)) == "@":
            return True
        k = i - 2 if self._word(i - 1) in SIGNS and self._code(i - 1) == "-" else i - 1
        return self._capital(k) and self._code(k) in "^@AFV#*"

    def _is_unlikely(self, i: int, j: int) -> bool:
        """Whether the digits are so far from our time that only "in" or "since" makes a year."""
        if 1800 <= self._number(i) <= 2100:
            return False
        return self._code(i - 1) not in "pifbB" or self._word(j).endswith("s")

    def _sentence_start(self, i: int) -> int:
        """The first piece of the sentence before a phrase, within reach."""
        least = max(0, i - _REACH)
        stops = reversed([match.start() for match in _STOP.finditer(self.codes, least, i)])
        return next((k + 1 for k in stops if self._ends(k)), least)

    def _sentence_end(self, j: int) -> int:
        """The piece after the sentence behind a phrase, within reach."""
        stops = (match.start() for match in _STOP.finditer(self.codes, j, j + _REACH))
        return next((k for k in stops if self._ends(k)), j + _REACH)

    def _ends(self, k: int) -> bool:
        if self._code(k) != ".":
            return self._code(k) in "¶!"
        initial = self._capital(k - 1) and len(self._word(k - 1)) < 4
        return not self._tight(k) and not initial

    def _spoken(self, i: int) -> bool:
        """Whether somebody said so then: "he said on 12 May"."""
        return "s" in self.codes[max(0, i - 2) : i]

    def _tense(self, i: int, j: int) -> int:
        """Whether the nearest verbs tell of the past (-1), of the future (1), or neither."""
        before = self.codes[self._sentence_start(i) : i]
        after = _VERB.search(self.codes, j, self._sentence_end(j))
        past, future = before.rfind("V"), before.rfind("F")
        if self._spoken(i):
            return -1
        if past == future:  # no verb before it
            return 0 if after is None else 1 if after[0] == "F" else -1
        if past < future or before[past - 1 : past] == "F":
            return 1
        return 0 if before[past - 1 : past] == "c" else -1

    # The year of a date that does not say it.

    def _infer_year(self, i: int, j: int, parts: _Parts) -> None:
        if parts.year is not None:
            return
        tense = self._tense(i, j)
        guess, before, near = self._guess(parts, tense), self._before(i, parts), self._after(j)
        year = guess
        if before and self._fits(before, guess, tense):
            year = before
        elif near and self._fits(near, guess, tense) and not self._recent(parts, guess):
            year = near
        if year is None:
            raise _SetAside(_NO_YEAR)
        weekdays = (d for d in parts.dates(year, 5) if parts.weekday == d._first.weekday())
        fitting = next(weekdays, None) if parts.day and parts.weekday is not None else None
        parts.year = int(fitting.year) if fitting else year
        parts.basis = "inferred"

    def _before(self, i: int, parts: _Parts) -> int | None:
        """The year that was stated last, where the phrase still counts on it."""
        if self.stated is None:
            return None
        same = self.stated[0] >= self._sentence_start(i) and not self._spoken(i)
        return int(self.stated[1].year) if same or self._follows(i, parts) else None

    def _after(self, j: int) -> int | None:
        """The next year of the sentence."""
        k = self.codes.find("Y", j, self._sentence_end(j))
        try:
            self._check_year(k)
        except _SetAside:
            return None
        return self._number(k)

    def _follows(self, i: int, parts: _Parts) -> bool:
        """Whether the day comes soon after or before the one stated last in the paragraph."""
        k, stated = self.stated or (0, EdtfDate(1))
        if stated.precision != "day" or self.codes.find("¶", max(k, i - 5 * _REACH), i) >= 0:
            return False
        days = [(d._first - stated._first).days for d in parts.dates(int(stated.year), 0)]
        return i - k < 5 * _REACH and any(abs(n) <= _CLOSE for n in days)

    def _guess(self, parts: _Parts, tense: int) -> int | None:
        """The year that publication and tense make likely."""
        if self.anchor.known is None or self.anchor.known.month is None:
            return self.anchor.year if self.anchor.known else None
        gaps = {int(d.year): self.anchor.gap(d) for d in parts.dates(self.anchor.year, 4)}
        nearest = min(gaps, key=lambda year: abs(gaps[year]))
        if tense == 0 or (parts.day and abs(gaps[nearest]) <= _SLACK):
            return nearest
        if tense < 0:
            return max((year for year in gaps if gaps[year] <= 0), default=nearest)
        return min((year for year in gaps if gaps[year] >= 0), default=nearest)

    def _fits(self, near: int, guess: int | None, tense: int) -> bool:
        """Whether the tense allows a year of the text."""
        return guess is None or near == guess or tense * (near - self.anchor.year) >= 0

    def _recent(self, parts: _Parts, guess: int | None) -> bool:
        """Whether publication makes the day so recent that no later year of the text counts."""
        known = self.anchor.known
        if guess is None or known is None or known.day is None:
            return False
        return abs(self.anchor.gap(parts.date(guess))) <= _CLOSE


def _set_aside(reason: str, i: int, j: int) -> None:
    raise _SetAside(reason)


def _moved(day: date, **by: Any) -> date:
    from dateutil.relativedelta import relativedelta

    return day + relativedelta(**by)


def _on_weekday(day: date, weekday: int, direction: int) -> date:
    """The nearest such weekday on or after (1), on or before (-1) or about (0) a day."""
    after = _moved(day, days=(weekday - day.weekday()) % 7)
    before = after if after == day else _moved(after, days=-7)
    return min((after, before), key=lambda d: (direction * (day - d).days, abs(d - day)))
