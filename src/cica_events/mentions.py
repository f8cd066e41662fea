"""Dates in prose: found, resolved as far as the words and the publication date go, or set aside.

One pass cuts the text into pieces and gives each a one-letter code by the lexicon below; one
regular expression over these codes is the grammar; what it finds is read, checked against the
words around it, and resolved. Every quantifier is bounded, and nothing looks further than a few
pieces around, so the time is linear in the text, whatever the text.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from itertools import accumulate, pairwise
from typing import Literal

import attrs

from .edtf import MONTHS, EdtfDate, EdtfInterval, When, parse_edtf
from .errors import EdtfError, quoted

__all__ = ["DateMention", "find_dates"]

_Basis = Literal["stated", "resolved", "inferred"]

# --- The lexicon: the one place for words ----------------------------------------------------------
# Code in the grammar, title, words; "=n" is what a word counts. The later table wins a word.

LEXICON = """
V past: was were had has held took met came went left began became gave made won led sent saw
    spoke flew ran brought
F future: will shall be scheduled planned plan plans planning expected due invited invite
    invitation intends proposed upcoming forthcoming ahead preparation preparations slated
    would host
s speech: said told says announced reported stated noted added stressed
_ neither: agreed decided united based related
* quantities: km kilometers kilometres meters metres m mm cm miles feet kg tons tonnes hectares
    acres litres liters barrels mw gw kwh megawatts dollars dollar euros euro tenge rubles
    roubles lira liras yuan som manat usd eur million billion thousand trillion percent per
    square sq cubic degrees people persons participants delegates guests students soldiers
    troops families houses jobs pieces copies times pages votes companies enterprises vehicles
    cars trucks wagons containers words representatives officials officers experts athletes
    volunteers residents inhabitants citizens refugees migrants workers employees men women
    children books trees seats beds points units households peacekeepers pilgrims visitors
    tourists journalists observers specialists entrepreneurs apartments
m more: more less
+ at least: over nearly almost than least some exceeding only exactly
# references: resolution resolutions no nos nr number numbers article articles rule rules
    paragraph para section chapter page p pp room office hall box flight bus route tel
    telephone phone fax ext extension code decision decree order regulation directive document
    doc item annex case file ref id version model form standard clause apt unit block
    gate channel law hotline mobile account registration licence license invoice contract lot
    serial postcode zip iso
A streets: street avenue boulevard road square lane highway prospekt drive ave st blvd metro
    district
@ programmes: agenda vision strategy programme roadmap expo sdgs
B before or after: before=-1 after=1
p before a date: since during by on for throughout as within into at amid beyond
    pre post
d of nobody's name: their his her its our your my whose with when while if that these
j names of days: black bloody good easter palm ash maundy holy cyber giving super
i in: in
o of: of
t the: the
f from: from
b between: between
& and: and
- to: to until till through thru
g ago: ago
G later: later earlier afterwards
l length: long old
~ about: about around circa ca approximately roughly c
v every: every each
r repeated: annual annually yearly monthly weekly daily nightly quarterly biennial biennially
    biannual biannually fortnightly mondays tuesdays wednesdays thursdays fridays saturdays
    sundays
Z present: present now
y year: year
C century: century
H half: half
Q quarter: quarter
U units: day week fortnight month decade
u several units: days weeks fortnights months years decades quarters centuries terms hours
    minutes
n numbers: a=1 an=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10
    eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18
    nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
    several few
a ordinals: first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9
    tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16
    seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 twenty-first=21 twenty-second=22
    twenty-third=23 twenty-fourth=24 twenty-fifth=25 twenty-sixth=26 twenty-seventh=27
    twenty-eighth=28 twenty-ninth=29 thirtieth=30 thirty-first=31
E edges: beginning start middle end close onset
e early: early mid late
P parts of the day: morning afternoon evening night noon midday midnight dawn
X decades: twenties=2 thirties=3 forties=4 fifties=5 sixties=6 seventies=7 eighties=8
    nineties=9
S seasons: spring=21 summer=22 autumn=23 fall=23 winter=24
R relative to publication: this=0 current=0 last=-1 past=-1 previous=-1 next=1 coming=1
L relative to something told: same following preceding
T days from today: today=0 tonight=0 yesterday=-1 tomorrow=1
w weekdays, short: mon=0 tue=1 tues=1 wed=2 thu=3 thur=3 thurs=3 fri=4 sat=5 sun=6
W weekdays: monday=0 tuesday=1 wednesday=2 thursday=3 friday=4 saturday=5 sunday=6
J months, short: jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12
M months: january=1 february=2 july=7 september=9 october=10 november=11 december=12
K months that are names or words too: march=3 april=4 may=5 june=6 august=8
"""
_WORDS: dict[str, str] = {}
_VALUES: dict[str, int] = {}
for _table in re.split(r"\n(?=\S)", LEXICON.strip()):
    _title, _, _entries = _table.partition(": ")
    for _word, _, _number in (entry.partition("=") for entry in _entries.split()):
        _WORDS[_word], _VALUES[_word] = _title[0], int(_number or 0)
_SIGNS = {
    **dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("'\u2018\u2019`", "'"),
    **dict.fromkeys("$€£¥₸₺₽₼", "$"),
    **dict.fromkeys("!?", "!"),
    **{sign: sign for sign in ",./()&~#"},
    **{"№": "#", "%": "*"},
}

# --- Pieces and their codes -----------------------------------------------------------------------

_NUMERIC = "|".join(
    rf"[0-9]{{4}}{s}[0-9]{{1,2}}{s}[0-9]{{1,2}}|[0-9]{{1,2}}{s}[0-9]{{1,2}}{s}(?:[0-9]{{4}}|[0-9]{{2}})"
    for s in (r"\.", "/", "-")
)
_PIECE = re.compile(
    rf"(?:(?:{_NUMERIC})(?![^\W_]|[./-][0-9])"
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]++\.[0-9]++|[0-9]{1,2}:[0-9]{2}(?![0-9])"
    r"|(?:[Tt]wenty|[Tt]hirty)-[a-z]{3,7}|[^\W_]++|[^\w\s]|_)"
    r"[^\S\n]*+(?:\n[^\S\n]*+)?|\s+"
)
_ORDINAL = re.compile(r"0?([1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)")
_DECADE = re.compile(r"[12][0-9][0-9]0s|[2-9]0s")


class _Codes(dict[str, str]):
    """The code of each piece, worked out once."""

    def __missing__(self, piece: str) -> str:
        code = self[piece] = _code(piece.rstrip())
        return code


def _code(word: str) -> str:
    if not word:
        return "¶"
    if not word.isascii():
        return _SIGNS.get(word) or ("^" if word[0].isupper() else "_" if word.isalnum() else "|")
    lower = word.lower()
    if word[0] in "0123456789":
        return _number_code(lower)
    code = _WORDS.get(lower) or _SIGNS.get(word)
    if code is None:
        return _word_code(word, lower)
    return "k" if code in "KJw" and word[0].islower() else code


def _number_code(lower: str) -> str:
    if lower.isdigit():
        if len(lower) == 4:
            return "Y" if lower[0] in "12" else "N"
        return "D" if len(lower) <= 2 and 1 <= int(lower) <= 31 else "N"
    if _ORDINAL.fullmatch(lower):
        return "O"
    if _DECADE.fullmatch(lower):
        return "X"
    return "I" if _DATE_NUMBERS.fullmatch(lower) else "N"


def _word_code(word: str, lower: str) -> str:
    if len(word) == 2 and lower[0] in "qh" and lower[1] in "1234":
        return lower[0]
    if word[0].isupper():
        return "^"
    if not word[0].islower():
        return "|"
    return "V" if len(word) > 4 and lower.endswith("ed") else "_"


_DATE_NUMBERS = re.compile(r"([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{1,4})")


# --- The grammar, over codes ----------------------------------------------------------------------

_MON = r"(?:[MK]|J\.(?=[DYOat,R-])|J)"
_LOW = r"(?:[MKk]|J\.?)"
_WD = r"(?:(?:W|[wk]\.?)P?,?)?"
_REL = r"[o,]?t?Ry"
_TAIL = rf"(?:,?o?Y|{_REL})?"
_ORD = r"(?:t?O|D)"
_DM = rf"{_WD}(?:{_ORD}o?|t?ao){_MON}{_TAIL}"
_MD = rf"{_WD}{_MON}(?:,?t?[aO]|D){_TAIL}"
_EDGE = r"(?:t?Eot?|t?[aOR]Ho|e-?|E-)?"
_WHOLE = rf"{_EDGE}{_MON}{_TAIL}"


_RULES: tuple[tuple[str, str], ...] = (
    ("span", rf"{_WD}{_ORD}(?:o?{_MON}{_TAIL})?-t?{_DM}"),
    ("span", rf"{_WD}{_MON}{_ORD}{_TAIL}-t?(?:{_MD}|{_WD}{_ORD}{_TAIL})"),
    ("span", rf"(?:D|I)-I|{_WHOLE}-{_WHOLE}|W-W(?![P,]?D)|S-S(?:o?Y)"),
    ("years", r"Y[/-]t?Y|Y[/-][DN](?!o?[MKJDNY])"),
    ("open", r"Y-t?Z"),
    ("both", rf"(?:{_ORD},){{0,8}}{_WD}{_ORD}(?:o?{_MON}{_TAIL})?,?&t?{_DM}"),
    ("both", rf"{_WD}{_MON}{_ORD}(?:,{_ORD}){{0,8}}{_TAIL},?&t?(?:{_MD}|{_WD}{_ORD}{_TAIL})"),
    ("both", rf"(?:{_MON},){{0,11}}{_MON}{_TAIL},?&{_MON}{_TAIL}|Y&Y"),
    ("date", rf"(?:t?Po)?(?:{_DM}|{_MD})(?:\(W\))?"),
    ("date", rf"[DO]o?k,?Y|kD,?Y|[DO]-{_MON}-Y"),
    ("misspelt", rf"{_WD}{_ORD}o?[_^],?Y|(?<=[_^]){_ORD},?Y"),
    ("count", r"t(?:a|R)[nDN]uo(?:t?Ry|t?y|Y)"),
    ("part", r"t?(?:a|O|R)[HQ]o(?:t?Ry|t?y|Y)|[qh]o?Y|Y[qh]|(?<=i)t[aO]Q(?![-^])"),
    ("season", rf"{_EDGE}t?S(?:,?o?Y|{_REL})|(?<=[ipt])S(?=[.,!¶])"),
    ("month", _WHOLE),
    ("decade", r"(?:t?Eo)?t?(?:e-?)?'?X"),
    ("date", r"I"),
    ("duration", r"t?R[nDN]-?[uU]|[nDN]-?[uUy]-?l"),
    ("before", r"t?UBT"),
    ("ago", r"(?:m\+|[+~])?[nDN][uUy]g"),
    ("told", r"[nDN][uUy]G"),
    ("hence", r"(?<=i)[nDN][uUy]"),
    ("duration", r"[nDN]-?[uUyC]|[UyC]-l"),
    ("century", r"t?[a-zA-Z_^]?C"),
    ("relative", rf"{_EDGE}t?R[yUQSWMKJP]"),
    ("told", r"t?L(?:[yUQWMP])"),
    ("day", rf"{_EDGE}TP?|{_EDGE}WP?"),
    ("edge", r"t?Eoty"),
    ("year", rf"~?{_EDGE}(?:tyo?)?Y"),
    ("recurrence", r"r|v[nD]?[uUyMJKSW]"),
    ("word", r"[kKJMwY]"),
)
_GRAMMAR = re.compile("|".join(f"(?P<{rule}{n}>{p})" for n, (rule, p) in enumerate(_RULES)))

# --- What is found --------------------------------------------------------------------------------

_AMBIGUOUS = "may be day/month or month/day"
_NO_YEAR = "no year is stated, and none follows from the words around it"
_NO_ANCHOR = "counts from a publication date that is not known so precisely"
_NO_SUCH = "there is no such day"
_RECURRENCE = "a recurrence"
_TOLD = "counts from another date of the text"
_CENTURIES = "may be one of several centuries or decades"
_DURATION = "a duration"
_EITHER = "may be a duration or a date"
_VAGUE = "names no date"
_CENTURY = "a century"
_WORD = "an ordinary word or a name"
_NAME = "part of a name"
_QUANTITY = "a quantity"
_NUMBER = "part of a number, a reference or a document symbol"
_ADDRESS = "part of an address"
_SLACK = 10  # days: what is so near is meant, whatever the tense
_CLOSE = 45  # days: what publication makes so recent, no other year of the sentence moves
_ADDRESS_BEFORE = re.compile(r"(?:://|www\.|@)\S{0,99}\Z")
_OPEN = frozenset(
    (_AMBIGUOUS, _NO_YEAR, _NO_ANCHOR, _NO_SUCH, _RECURRENCE, _TOLD, _EITHER, _CENTURIES)
)


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
        EdtfError: ``published`` is none of these; or ``text`` is not text.

    Example:
        >>> for m in find_dates("met in 2021, will meet in October this year", "2022"):
        ...     print(m.text, m.when, m.basis)
        2021 2021 stated
        October this year 2022-10 resolved
    """
    if not isinstance(text, str):
        raise EdtfError(f"{quoted(text)} is not text")
    return _Reader(text, _anchor(published)).read()


@attrs.frozen
class _Anchor:
    """The publication date as far as it is known."""

    year: int | None = None
    month: int | None = None
    day: int | None = None

    @property
    def days(self) -> tuple[date, date]:
        """Its first and last possible day."""
        known = EdtfDate(self.year or 0, self.month, self.day)
        return known._first, known._last

    @property
    def only(self) -> date:
        if self.year is None or self.month is None or self.day is None:
            raise _SetAside(_NO_ANCHOR)
        return date(self.year, self.month, self.day)


def _anchor(published: object) -> _Anchor:
    if isinstance(published, str):
        published = parse_edtf(published)
    if isinstance(published, date):
        return _Anchor(published.year, published.month, published.day)
    if published is None:
        return _Anchor()
    if not isinstance(published, EdtfDate | EdtfInterval):
        raise EdtfError(f"{quoted(published)} is not a date, an EDTF value or EDTF text")
    first, last = published.earliest, published.latest
    if first is None or last is None or first.year != last.year:
        return _Anchor()
    if first.month != last.month:
        return _Anchor(first.year)
    return _Anchor(first.year, first.month, first.day if first == last else None)


class _SetAside(Exception):  # noqa: N818 - it is not an error
    """No date, for a reason."""


@attrs.define
class _Parts:
    """What the words of a phrase give."""

    year: int | None = None
    month: int | None = None
    day: int | None = None
    weekday: int | None = None
    basis: _Basis = "stated"
    about: bool = False

    def date(self) -> EdtfDate:
        mark = "~" if self.about else ""
        right = (mark, "", "") if self.month is None else ("", mark, "")
        return EdtfDate(self.year or 0, self.month, self.day, right=right)


class _Reader:
    """Reads one text from its first piece to its last."""

    def __init__(self, text: str, anchor: _Anchor) -> None:
        self.text, self.anchor = text, anchor
        self.pieces = _PIECE.findall(text)
        self.codes = "".join(map(_Codes().__getitem__, self.pieces))
        self.starts = list(accumulate(map(len, self.pieces), initial=0))
        self.found: list[DateMention] = []
        self.stated: tuple[int, int] | None = None

    def read(self) -> list[DateMention]:
        readers = [getattr(self, f"_read_{rule}") for rule, _ in _RULES]
        for match in _GRAMMAR.finditer(self.codes):
            self._try(readers[(match.lastindex or 0) - 1], *match.span())
        return self.found

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
        start = self.starts[i]
        end = self.starts[j - 1] + len(self.pieces[j - 1].rstrip())
        self.found.append(DateMention(start, end, self.text[start:end], when, basis, reason))

    # Pieces: what they count, and whether they touch.

    def _word(self, k: int) -> str:
        return self.pieces[k].rstrip().lower()

    def _code(self, k: int) -> str:
        return self.codes[k] if 0 <= k < len(self.codes) else "¶"

    def _tight(self, k: int) -> bool:
        """Whether piece k and the next one touch."""
        return 0 <= k < len(self.pieces) - 1 and not self.pieces[k][-1].isspace()

    def _number(self, k: int) -> int:
        word = self._word(k)
        digits = word.rstrip("sthndr") if word[0].isdigit() else ""
        if digits.isdigit() and len(digits) < 5:
            return int(digits)
        return _VALUES.get(word, 0)

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
            elif code in "Ry" and (parts.basis == "stated"):
                parts.year, parts.basis = self._this_year() + self._number(k), "resolved"
            elif code == "~":
                parts.about = True
            elif code == "I":
                _read_numeric(self._word(k), parts)
        return parts

    def _this_year(self) -> int:
        if self.anchor.year is None:
            raise _SetAside(_NO_ANCHOR)
        return self.anchor.year

    def _this_month(self) -> int:
        if self.anchor.month is None:
            raise _SetAside(_NO_ANCHOR)
        return self.anchor.month

    # Rules that give no date.

    def _read_duration(self, i: int, j: int) -> None:
        raise _SetAside(_DURATION)

    def _read_recurrence(self, i: int, j: int) -> None:
        raise _SetAside(_RECURRENCE)

    def _read_century(self, i: int, j: int) -> None:
        raise _SetAside(_CENTURY)

    def _read_word(self, i: int, j: int) -> None:
        raise _SetAside(_WORD)

    def _read_told(self, i: int, j: int) -> None:
        raise _SetAside(_TOLD)

    # Single dates.

    def _give(self, parts: _Parts, i: int, j: int, odd: str | None = None) -> None:
        """Adds one date, once its year is known."""
        self._infer_year(i, j, parts)
        when = parts.date()
        if parts.basis == "stated":
            self.stated = i, int(when.year)
        self._add(i, j, when, parts.basis, odd or _odd_weekday(parts, when))

    def _read_date(self, i: int, j: int) -> None:
        self._give(self._parts(i, j), i, j)

    def _read_month(self, i: int, j: int) -> None:
        if j == i + 1 and self.codes[i] in "KJ" and not self._is_month(i):
            raise _SetAside(_WORD)
        self._give(self._parts(i, j), i, j)

    def _is_month(self, k: int) -> bool:
        """Whether May, June and the like, alone, stand where a month would."""
        before = self._code(k - 1)
        return before in "pifbevB" or (before in "o-&" and self._code(k + 1) != "^")

    def _read_misspelt(self, i: int, j: int) -> None:
        k = (
            i - 1
            if self.codes[i] in "DOt" and self._code(i - 1) in "_^" and self.codes[j - 2] == ","
            else 0
        )
        k = k or self._find("_^", i, j)
        month = _near_month(self._word(k))
        if not month:
            return self._read_year(j - 1, j)
        parts = self._parts(i, j)
        parts.month = month
        name = self.pieces[k].rstrip()
        return self._give(parts, min(i, k), j, f"{name} is read as {MONTHS[month - 1]}")

    def _read_year(self, i: int, j: int) -> None:
        self._check_year(self._find("Y", i, j))
        self._give(self._parts(i, j), i, j)

    def _read_season(self, i: int, j: int) -> None:
        self._give(self._parts(i, j), i, j)

    def _read_decade(self, i: int, j: int) -> None:
        word = self._word(j - 1)
        if word[0] in "12" and len(word) == 5:
            if word[2] == "0" and word[:2] != "20":
                raise _SetAside(_CENTURIES)
            return self._add(i, j, EdtfDate(f"{word[:3]}X"), "stated")
        if "t" not in self.codes[i:j]:
            raise _SetAside(_WORD)
        tens = _VALUES.get(word) or int(word[0])
        century = 20 if self.anchor.year and tens <= self.anchor.year // 10 % 10 - 1 else 19
        return self._add(i, j, EdtfDate(f"{century}{tens}X"), "inferred")

    def _read_part(self, i: int, j: int) -> None:
        """Quarters and halves of a year."""
        k = self._find("HQhq", i, j)
        code = self.codes[k]
        which = int(self._word(k)[1]) if code in "hq" else self._number(k - 1)
        count = 4 if code in "Qq" else 2
        which = count if which < 0 else which
        if not 1 <= which <= count:
            raise _SetAside(_VAGUE)
        parts = self._parts(k + 1, j) if code not in "hq" else self._parts(i, j)
        parts.month = (32 if count == 4 else 39) + which
        self._give(parts, i, j)

    def _read_count(self, i: int, j: int) -> None:
        """The first or last months of a year."""
        first, count = self._number(i + 1), self._number(i + 2)
        if not 1 <= count <= 12 or first not in (1, -1) or self._word(i + 3) != "months":
            raise _SetAside(_VAGUE)
        year = self._parts(i + 5, j)
        months = (1, count) if first > 0 else (13 - count, 12)
        start, end = (EdtfDate(year.year or 0, month) for month in months)
        self._add(i, j, EdtfInterval(start, end), year.basis)

    # Dates that count from publication.

    def _read_edge(self, i: int, j: int) -> None:
        self._add(i, j, EdtfDate(self._this_year()), "resolved")

    def _read_day(self, i: int, j: int) -> None:
        k = self._find("TW", i, j)
        if self.codes[k] == "W":
            day = _on_weekday(self.anchor.only, self._number(k), self._tense(i, j))
        else:
            day = self.anchor.only + timedelta(self._number(k))
        self._add(i, j, _day(day), "resolved")

    def _read_before(self, i: int, j: int) -> None:
        days = self._number(j - 2) + self._number(j - 1)
        self._add(i, j, _day(self.anchor.only + timedelta(days)), "resolved")

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
        year = self._this_year()
        if unit == "year":
            return EdtfDate(year + n)
        if unit == "decade":
            return EdtfDate(f"{year // 10 + n:03}X")
        if unit in ("month", "quarter"):
            size = 1 if unit == "month" else 3
            years, month = divmod((self._this_month() - 1) // size + n, 12 // size)
            return EdtfDate(year + years, month + (1 if size == 1 else 33))
        if unit == "week":
            monday = self.anchor.only - timedelta(self.anchor.only.weekday() - 7 * n)
            return EdtfInterval(_day(monday), _day(monday + timedelta(6)))
        if unit == "day":
            return _day(self.anchor.only + timedelta(n))
        raise _SetAside(_VAGUE)

    def _read_relative(self, i: int, j: int) -> None:
        k = self._find("R", i, j)
        n, code = self._number(k), self.codes[k + 1]
        before = self._word(i - 1) if i else ""
        if n < 0 and before in ("over", "for", "within", "during", "throughout") and code in "yU":
            raise _SetAside(_DURATION)
        if code == "P" or self._word(k + 1) == "day":
            when: When = self._part_of_day(n, code)
        elif code == "W":
            when = self._relative_weekday(n, self._number(k + 1))
        elif code in "MKJS":
            when = self._relative_month(n, self._number(k + 1))
        else:
            when = self._shifted(n, self._word(k + 1))
        self._add(i, j, when, "resolved")

    def _part_of_day(self, n: int, code: str) -> EdtfDate:
        if n > 0 or (n < 0 and code != "P"):
            raise _SetAside(_TOLD)
        return _day(self.anchor.only + timedelta(n))

    def _relative_weekday(self, n: int, weekday: int) -> EdtfDate:
        if n == 0:
            return _day(_on_weekday(self.anchor.only, weekday, 1))
        return _day(_on_weekday(self.anchor.only + timedelta(n), weekday, n))

    def _relative_month(self, n: int, month: int) -> EdtfDate:
        """This, last or next October or spring."""
        year = self._this_year()
        if n == 0 and month != 24:
            return EdtfDate(year, month)
        self._this_month()
        first, last = self.anchor.days
        dates = [EdtfDate(y, month) for y in range(year - 2, year + 3)]
        if n == 0:
            return next(d for d in dates if d._last >= first)
        if n > 0:
            return next(d for d in dates if d._first > last)
        return next(d for d in reversed(dates) if d._last < first)

    # Spans.

    def _read_span(self, i: int, j: int) -> None:
        cuts = (
            k for k in range(i + 1, j) if self.codes[k] in "-&/" and self.codes[k - 1] not in "eE"
        )
        cut = next(cuts)
        left, right = self._parts(i, cut), self._parts(cut + 1, j)
        _share(left, right)
        self._infer_year(i, j, right)
        if left.year is None:
            left.year = (right.year or 0) - _later(left, right)
        basis = "stated" if left.basis == right.basis == "stated" else right.basis
        self._add(i, j, EdtfInterval(left.date(), right.date()), basis)

    def _read_years(self, i: int, j: int) -> None:
        self._check_year(i, j - 1)
        first, last = self._number(i), self._number(j - 1)
        if len(self._word(j - 1)) == 2:
            return self._read_short_years(i, j)
        self._add(i, j, EdtfInterval(EdtfDate(first), EdtfDate(last)), "stated")
        return None

    def _read_short_years(self, i: int, j: int) -> None:
        """2021/22 and 2019-21, unless they may be a month."""
        if not (self._tight(i) and self._tight(i + 1)):
            return self._read_year(i, i + 1)
        first, last = self._number(i), self._number(j - 1)
        if last > first % 100 and (
            last > 12 or self.codes[i + 1] == "/" and last == first % 100 + 1
        ):
            end = EdtfDate(first - first % 100 + last)
            return self._add(i, j, EdtfInterval(EdtfDate(first), end), "stated")
        if last <= first % 100 and 1 <= last <= 12:
            return self._add(i, j, EdtfDate(first, last), "stated")
        raise _SetAside(_AMBIGUOUS if 1 <= last <= 12 else _NUMBER)

    def _read_open(self, i: int, j: int) -> None:
        self._check_year(i)
        self._add(i, j, EdtfInterval(EdtfDate(self._number(i)), ".."), "stated")

    def _read_both(self, i: int, j: int) -> None:
        """ "10 and 11 May" is a span, "3 and 10 May" are two dates."""
        if self._code(i - 1) == "b":
            return self._read_years(i, j) if self.codes[i] == "Y" else self._read_span(i, j)
        cuts = [
            k for k in range(i + 1, j) if self.codes[k] in ",&" and self.codes[k + 1] not in ",&Y"
        ]
        if self.codes[i] == "Y":
            cuts = [i + 1]
        items = list(zip([i, *(k + 1 for k in cuts)], [*cuts, j], strict=True))
        every = [self._parts(*item) for item in items]
        _share_all(every)
        self._infer_year(i, j, every[-1])
        return self._give_all(items, every)

    def _give_all(self, items: list[tuple[int, int]], every: list[_Parts]) -> None:
        for parts in every:
            if parts.year is None:
                parts.year, parts.basis = every[-1].year, every[-1].basis
        dates = [parts.date() for parts in every]
        days = [d._first.toordinal() for d in dates if d.precision == "day"]
        if len(days) > 1 and days == list(range(days[0], days[0] + len(items))):
            when = EdtfInterval(dates[0], dates[-1])
            return self._add(items[0][0], items[-1][1], when, every[-1].basis)
        for (i, j), parts in zip(items, every, strict=True):
            while self.codes[j - 1] in ",&":
                j -= 1
            self._try(self._read_year if self.codes[i] == "Y" else partial(self._give, parts), i, j)
        return None

    # The words around a phrase.

    def _check_surroundings(self, i: int, j: int) -> None:
        """Refuses what belongs to an address, a number or a document symbol."""
        start, end = self.starts[i], self.starts[j - 1] + len(self.pieces[j - 1].rstrip())
        if self._tight(i - 1) and self.text[start - 1] in "/.=?&_@%#-:~+":
            self._check_before(i, start)
        if self._tight(j - 1) and self.text[end] in "/=&_@%-.":
            self._check_after(j, end)
        if self._street(j):
            raise _SetAside(_ADDRESS)

    def _check_before(self, i: int, start: int) -> None:
        if _ADDRESS_BEFORE.search(self.text, max(0, start - 99), start):
            raise _SetAside(_ADDRESS)
        touching = self._tight(i - 2) and self._code(i - 2) in "DNYIO"
        if self._code(i - 1) == "/" or (touching and self.codes[i] in "DNYIO"):
            raise _SetAside(_NUMBER)

    def _check_after(self, j: int, end: int) -> None:
        if self._tight(j) and (self._code(j) == "/" or self._code(j + 1) in "DNYI"):
            raise _SetAside(_NUMBER)
        if self._code(j) == "|":
            raise _SetAside(_ADDRESS)

    def _street(self, j: int) -> bool:
        """Whether "Dostyk Street" follows."""
        name = next((k for k in range(j, j + 3) if self._code(k) != "^"), j + 3)
        return self._code(name) == "A" and self._capital(name)

    def _capital(self, k: int) -> bool:
        return 0 <= k < len(self.pieces) and self.pieces[k][0].isupper()

    def _check_year(self, i: int, last: int | None = None) -> None:
        """Refuses four digits that are no year."""
        j = (i if last is None else last) + 1
        for reason, refused in (
            (_QUANTITY, self._is_quantity(i, j)),
            (_NUMBER, self._is_reference(i, j)),
            (_NAME, self._in_name(i, j)),
            (_NUMBER, self._is_unlikely(i, j)),
        ):
            if refused:
                raise _SetAside(reason)

    def _is_quantity(self, i: int, j: int) -> bool:
        before, after = self._code(i - 1), self._code(j)
        if before == "$" or after in "*$uU":
            return True
        many = after == "_" and self._word(j).endswith("s")
        return (before in "+~" and after in "_V") or (before == "V" and many)

    def _is_reference(self, i: int, j: int) -> bool:
        k = i - 1
        while k > i - 4 and self._code(k) in ".|":
            k -= 1
        before = self._code(i - 1)
        if self._code(k) == "#" or before in "DN":
            return True
        if before == "(" and self._code(i - 2) in "DNY":
            return True
        return self._code(j) in "DN" and before not in "pifB"

    def _in_name(self, i: int, j: int) -> bool:
        if any(self._code(k) == "@" and self._capital(k) for k in self._name_after(j)):
            return True
        k = i - 1
        if self._code(k) == "-" and self._word(k) in _SIGNS:
            k -= 1
        return self._capital(k) and self._code(k) in "^@AFV#*"

    def _name_after(self, j: int) -> range:
        """The capitalised words that follow, at most three, and one more piece."""
        end = next((k for k in range(j, j + 3) if self._code(k) != "^"), j + 3)
        return range(j, end + 1)

    def _is_unlikely(self, i: int, j: int) -> bool:
        """Whether the digits are so far from our time that only "in" or "since" makes a year."""
        if 1800 <= self._number(i) <= 2100:
            return False
        return self._code(i - 1) not in "pifbB" or self._word(j)[-1:] == "s"

    def _sentence(self, i: int, j: int) -> tuple[int, int]:
        """The pieces of the sentence around a phrase, within reach."""
        start = next((k for k in range(i - 1, max(-1, i - 60), -1) if self._ends(k)), i - 60)
        end = next((k for k in range(j, j + 30) if self._ends(k)), j + 30)
        return max(0, start + 1), min(end, len(self.pieces))

    def _ends(self, k: int) -> bool:
        code = self._code(k)
        if code == ".":
            short = self._code(k - 1) == "J" or (
                self._capital(k - 1) and len(self._word(k - 1)) < 4
            )
            return not short and not self._tight(k)
        return code in "¶!"

    def _tense(self, i: int, j: int) -> int:
        """Whether the nearest verbs tell of the past (-1), of the future (1), or neither."""
        start, end = self._sentence(i, j)
        before, after = self.codes[start:i], self.codes[j:end]
        past, future = before.rfind("V"), before.rfind("F")
        if before.rfind("s") > max(past, future, len(before) - 4):
            return -1
        if past < 0 and future < 0:
            past, future = -after.find("V") % 999, -after.find("F") % 999
            past, future = past - 998 or -1, future - 998 or -1
        if past > future and before[past - 1 : past] != "F":
            return -1
        return 1 if future >= 0 or past >= 0 else 0

    # The year of a date that does not say it.

    def _infer_year(self, i: int, j: int, parts: _Parts) -> None:
        if parts.year is not None:
            return
        tense = self._tense(i, j)
        guess, near = self._guess(parts, tense), self._near(i, j)
        year = near if near and self._fits(near, guess, tense, parts) else guess
        if year is None:
            raise _SetAside(_NO_YEAR)
        parts.year, parts.basis = _with_weekday(parts, year), "inferred"

    def _near(self, i: int, j: int) -> int | None:
        """The nearest year that the sentence states, before the phrase or after it."""
        start, end = self._sentence(i, j)
        if self.stated and self.stated[0] >= start:
            return self.stated[1]
        k = self.codes.find("Y", j, end)
        if k < 0:
            return None
        try:
            self._check_year(k)
        except _SetAside:
            return None
        return self._number(k)

    def _guess(self, parts: _Parts, tense: int) -> int | None:
        """The year that publication and tense make likely."""
        if self.anchor.year is None or self.anchor.month is None:
            return self.anchor.year
        gaps = self._gaps(parts)
        nearest = min(gaps, key=lambda year: (abs(gaps[year]), -year))
        if tense == 0 or (parts.day and abs(gaps[nearest]) <= _SLACK):
            return nearest
        if tense < 0:
            return max((year for year, gap in gaps.items() if gap <= 0), default=nearest)
        return min((year for year, gap in gaps.items() if gap >= 0), default=nearest)

    def _gaps(self, parts: _Parts) -> dict[int, int]:
        """Days from publication to the date in each year around: less than 0 before it."""
        first, last = self.anchor.days
        gaps = {}
        for year in range(first.year - 4, first.year + 5):
            try:
                when = EdtfDate(year, parts.month, parts.day)
            except EdtfError:
                continue
            gaps[year] = min(0, (when._last - first).days) or max(0, (when._first - last).days)
        if not gaps:
            raise _SetAside(_NO_SUCH)
        return gaps

    def _fits(self, near: int, guess: int | None, tense: int, parts: _Parts) -> bool:
        """Whether a year of the sentence is likelier than the one that publication suggests."""
        if guess is None or near == guess:
            return True
        year = self._this_year()
        if (tense > 0 and near < year) or (tense < 0 and near > year):
            return False
        gaps = self._gaps(parts) if self.anchor.day else {}
        return abs(gaps.get(guess, 999)) > _CLOSE


def _day(day: date) -> EdtfDate:
    return EdtfDate(day.year, day.month, day.day)


def _on_weekday(day: date, weekday: int, direction: int) -> date:
    """The nearest such weekday on or after (1), on or before (-1) or about (0) a day."""
    ahead = (weekday - day.weekday()) % 7
    behind = ahead - 7 if ahead else 0
    if direction == 0:
        direction = 1 if ahead < -behind else -1
    return day + timedelta(ahead if direction > 0 else behind)


def _later(left: _Parts, right: _Parts) -> bool:
    return (left.month or 0, left.day or 0) > (right.month or 0, right.day or 0)


def _share(left: _Parts, right: _Parts) -> None:
    """Gives each end of a span what only the other says."""
    if right.month is None and right.day is not None:
        right.month = left.month
    if left.month is None:
        left.month = right.month
    if right.year is None and left.year is not None:
        right.year = left.year + _later(left, right)


def _share_all(every: list[_Parts]) -> None:
    """Gives each date of a list the month and the year that another says."""
    for near, parts in pairwise(every):
        parts.month = parts.month or near.month
    for near, parts in pairwise(reversed(every)):
        parts.month = parts.month or near.month
        if parts.year is None:
            parts.year, parts.basis = near.year, near.basis
    for near, parts in pairwise(every):
        if parts.year is None:
            parts.year = near.year


def _read_numeric(word: str, parts: _Parts) -> None:
    first, sign, second, third = _DATE_NUMBERS.fullmatch(word).groups()  # type: ignore[union-attr]
    if len(first) == 4:
        parts.year, parts.month, parts.day = int(first), int(second), int(third)
        return
    a, b = int(first), int(second)
    if len(third) < 4:
        raise _SetAside(_CENTURIES)
    if sign != "." and a <= 12 and b <= 12 and a != b:
        raise _SetAside(_AMBIGUOUS)
    parts.day, parts.month = (b, a) if b > 12 else (a, b)
    parts.year = int(third)


def _odd_weekday(parts: _Parts, when: EdtfDate) -> str | None:
    if parts.weekday is None or not when.exact or when._first.weekday() == parts.weekday:
        return None
    return f"{when.describe()} is no such weekday"


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


def _with_weekday(parts: _Parts, year: int) -> int:
    """The year nearest to this one in which the date is such a weekday."""
    if parts.weekday is None or parts.day is None or parts.month is None:
        return year
    for candidate in sorted(range(year - 5, year + 6), key=lambda y: (abs(y - year), y)):
        try:
            if date(candidate, parts.month, parts.day).weekday() == parts.weekday:
                return candidate
        except ValueError:
            continue
    return year
