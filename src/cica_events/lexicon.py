"""The words that dates in prose are made of, and the pieces that a text is cut into.

Each piece gets a one-letter code, of which the grammar of dates speaks.
"""

from __future__ import annotations

import re

__all__ = ["DATE_NUMBERS", "LEXICON", "PIECE", "SIGNS", "VALUES", "Codes"]

# Code in the grammar, title, words; "=n" is what a word counts. The later table wins a word.

LEXICON = """
V past: was were had has held took met came went left began became gave made won led sent saw
    spoke flew ran brought
F future: will shall be scheduled planned plan plans planning expected due invited invite
    invitation intends proposed upcoming forthcoming ahead preparation preparations slated
    would host
c at present: is are
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
    tourists journalists observers specialists entrepreneurs apartments rpm kw kv hz mhz ghz
m more: more less
+ at least: over nearly almost than least some exceeding only exactly
# references: resolution resolutions no nos nr number numbers article articles rule rules
    paragraph para section chapter page p pp room office hall box flight bus route tel
    telephone phone fax ext extension code decision decree order regulation directive document
    doc item annex case file ref id version model form standard clause apt unit block
    gate channel law hotline mobile dial account registration licence license invoice contract lot
    serial postcode zip index password pin iso
A streets: street avenue boulevard road square lane highway prospekt drive ave st blvd metro
    district
@ programmes: agenda vision strategy programme roadmap expo sdgs
B before or after: before=-1 after=1
p before a date: since during by on for throughout as within into at amid beyond
    pre post
d no part of a name: their his her its our your my whose with when while if that these
j before a name: black bloody good easter palm ash maundy holy cyber giving super mr mrs ms dr
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
U units: day week weekend fortnight month decade
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
VALUES: dict[str, int] = {}
for _table in re.split(r"\n(?=\S)", LEXICON.strip()):
    _title, _, _entries = _table.partition(": ")
    for _word, _, _number in (entry.partition("=") for entry in _entries.split()):
        _WORDS[_word], VALUES[_word] = _title[0], int(_number or 0)
SIGNS = {
    **dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "-"),
    **dict.fromkeys("'\u2018\u2019`", "'"),
    **dict.fromkeys("$€£¥₸₺₽₼", "$"),
    **dict.fromkeys("!?;", "!"),
    **{sign: sign for sign in ",./()&~#"},
    "№": "#",
    "%": "*",
}

_NUMERIC = "|".join(
    f"(?:{year}{s}{day}{s}{day}|{day}{s}{day}{s}(?:{year}|[0-9]{{2}}))(?!{s}?[0-9])"
    for s in (r"\.", "/", "-")
    for year, day in (("[0-9]{4}", "[0-9]{1,2}"),)
)
_HYPHENATED = "|".join(word for word in _WORDS if "-" in word)
PIECE = re.compile(
    rf"(?:(?:{_NUMERIC})(?=T[0-9]{{2}}:|(?![^\W_]))"
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]++\.[0-9]++|[0-9]{1,2}:[0-9]{2}(?![0-9])"
    rf"|(?ai:{_HYPHENATED})(?![^\W_])|[^\W_]++|[^\w\s]|_)"
    r"[^\S\n]*+(?:\n[^\S\n]*+)?|\s+"
)
_ORDINAL = re.compile(r"0?([1-9]|[12][0-9]|3[01])(?:st|nd|rd|th)")
DATE_NUMBERS = re.compile(r"([0-9]{1,4})([./-])([0-9]{1,2})\2([0-9]{1,4})")
_DECADE = re.compile(r"[12][0-9][0-9]0s|[2-9]0s")


class Codes(dict[str, str]):
    """The code of each piece, worked out once.

    Example:
        >>> codes = Codes()
        >>> "".join(codes[piece] for piece in PIECE.findall("10 May 2022, today"))
        'DKY,T'
    """

    def __missing__(self, piece: str) -> str:
        code = self[piece] = _code(piece.rstrip())
        return code


def _code(word: str) -> str:
    if not word:
        return "¶"
    if not word.isascii():
        return SIGNS.get(word) or ("^" if word[0].isupper() else "_" if word.isalnum() else "|")
    lower = word.lower()
    if word[0] in "0123456789":
        return _number_code(lower)
    code = _WORDS.get(lower) or SIGNS.get(word)
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
    return "I" if DATE_NUMBERS.fullmatch(lower) else "N"


def _word_code(word: str, lower: str) -> str:
    if len(word) == 2 and lower[0] in "qh" and lower[1] in "1234":
        return lower[0]
    if word[0].isupper():
        return "^"
    if not word[0].islower():
        return "|"
    return "V" if len(word) > 4 and lower.endswith("ed") else "_"
