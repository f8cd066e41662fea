"""The words, endings and patterns of English by which a text is read, and nothing but them.

Every table of `WORDS` names a term of the grammar. A second language is a second file like this.
"""

from __future__ import annotations

import re
from functools import lru_cache

from .expressions import lazy_compile

__all__ = [
    "ABBREVIATED",
    "ADDRESS_BEFORE",
    "AT",
    "BEFORE_BARE_DAYS",
    "COUNTED_BY_DATES",
    "DAY_AND_MONTH",
    "ERAS",
    "ERA_OF_OURS",
    "FORMERLY",
    "HEDGES",
    "HUNDRED",
    "LAST",
    "LAST_DAYS",
    "LATER_SIDE",
    "LEADING",
    "LOOKING_AHEAD",
    "LOOKING_BACK",
    "MONTH_NAMES",
    "NEVER_HELD",
    "NUMERIC_DATE",
    "ORDINAL_ENDING",
    "PERSONS",
    "PIECE",
    "PUT_OFF",
    "QUOTE_ENDS",
    "SIGNS",
    "STILL_TRUE",
    "STOPWORDS",
    "THOUSAND",
    "THROUGHOUT",
    "TWO_DIGIT_DECADE",
    "UNITS",
    "UNTIL",
    "VALUES",
    "WAS_IN_BRACKETS",
    "WEEKDAY_LINE",
    "WHITE",
    "WORDS",
    "glued",
    "is_one_slip",
    "is_plural",
    "is_version",
    "misspelt_month",
    "table_of",
    "term_of_number",
    "term_of_word",
    "value_of",
    "versions_in",
]

# The term, and its words; "=n" is what a word counts. The later table wins a word.

WORDS = """
past: was were had has held took met came went left began became gave made won led sent saw
    spoke
    flew ran arose bought broke caught chose cut dealt drove fell fought found got grew heard hit
    kept knew laid lay lit lost meant paid put rode rose sank set shed slid sold sought spent stole
    stood struck swore taught thought threw tore wrote
future: will shall be scheduled planned plan plans planning expected due invited invite
    invitation intends proposed upcoming forthcoming ahead preparation preparations slated
    would host
present: is are
speech: said told says announced reported stated noted added stressed
other: agreed decided united based related
former: formerly initially originally previously
moved: moved moving postponed postponing rescheduled shifted deferred delayed brought pushed
    changed transferred adjourned extended move moves preponed
quantity: km kilometers kilometres meters metres m mm cm miles feet g kg grams kilograms pounds
    tons tonnes hectares acres litres liters barrels mw gw kwh megawatts dollars dollar euros euro
    tenge rubles roubles lira liras yuan som manat usd eur million billion hundred thousand
    trillion percent per sq cubic degrees people persons participants delegates guests students
    soldiers troops families houses jobs pieces copies times pages votes companies enterprises
    vehicles cars trucks wagons containers words representatives officials officers experts
    athletes volunteers residents inhabitants citizens refugees migrants workers employees men
    women children books trees seats beds points units households peacekeepers pilgrims visitors
    tourists journalists observers specialists entrepreneurs apartments rpm kw kv hz mhz ghz
more: more less
at_least: over nearly almost least some exceeding exactly
reference: resolution resolutions no nos nr number numbers article articles rule rules
    paragraph para section chapter page p pp room office hall box flight bus route tel
    telephone phone fax ext extension code decision decree order regulation directive document
    doc item annex case file ref id version model form standard clause apt unit block
    gate channel law hotline mobile dial account registration licence license invoice contract lot
    serial postcode zip index password pin iso act port line type plot
street: street avenue boulevard road square lane highway prospekt drive terrace crescent ave st blvd
    rd metro district
programme: agenda vision strategy programme roadmap expo sdgs cup olympics games
bound: before=-1 after=1 beyond=1
preposition: since during by on for throughout as within into at amid
    pre post
determiner: their his her its our your my whose with when while if these
that: that
title: black bloody good easter palm ash maundy holy cyber giving super mr mrs ms dr
in: in
of: of
the: the
from: from
between: between
and: and
or: or
to: to until till through thru
not: not never neither nor cannot didn wasn weren isn aren hasn hadn haven wouldn doesn don
    couldn t
ago: ago
later: later earlier afterwards
length: long old
about: about around circa ca approximately roughly c
every: every each
repeated: annual annually yearly monthly weekly daily nightly quarterly biennial biennially
    biannual biannually fortnightly mondays tuesdays wednesdays thursdays fridays saturdays
    sundays
now: present now
than: than
instead: instead rather
prior: prior=-1
extreme: earliest=1 latest=-1
but: but only just
excepted: except excepting excluding
fiscal: fiscal financial academic
year_word: year
century: century
half: half
quarter: quarter
quarters: quarters
day: day
week: week weekend fortnight
month: month
decade_word: decade
units: days weeks fortnights months years decades centuries terms hours
    minutes
beginning: commencing=0 starting=0 ending=-6
eve: eve
number_word: a=1 an=1 one=1 two=2 three=3 four=4 five=5 six=6 seven=7 eight=8 nine=9 ten=10
    eleven=11 twelve=12 thirteen=13 fourteen=14 fifteen=15 sixteen=16 seventeen=17 eighteen=18
    nineteen=19 twenty=20 thirty=30 forty=40 fifty=50 sixty=60 seventy=70 eighty=80 ninety=90
    several few
ordinal_word: first=1 second=2 third=3 fourth=4 fifth=5 sixth=6 seventh=7 eighth=8 ninth=9
    tenth=10 eleventh=11 twelfth=12 thirteenth=13 fourteenth=14 fifteenth=15 sixteenth=16
    seventeenth=17 eighteenth=18 nineteenth=19 twentieth=20 twenty-first=21 twenty-second=22
    twenty-third=23 twenty-fourth=24 twenty-fifth=25 twenty-sixth=26 twenty-seventh=27
    twenty-eighth=28 twenty-ninth=29 thirtieth=30 thirty-first=31
edge: beginning start middle end=-6 close onset
early: early mid late
part_of_day: morning afternoon evening night noon midday midnight dawn
decade: twenties=2 thirties=3 forties=4 fifties=5 sixties=6 seventies=7 eighties=8
    nineties=9
season: spring=21 summer=22 autumn=23 fall=23 winter=24
relative: this=0 current=0 last=-1 past=-1 next=1 coming=1
told: same=0 following=1 preceding=-1 previous=-1
near_day: today=0 tonight=0 yesterday=-1 tomorrow=1
short_weekday: mon=1 tue=2 tues=2 wed=3 thu=4 thur=4 thurs=4 fri=5 sat=6 sun=7
weekday: monday=1 tuesday=2 wednesday=3 thursday=4 friday=5 saturday=6 sunday=7
short_month: jan=1 feb=2 mar=3 apr=4 jun=6 jul=7 aug=8 sep=9 sept=9 oct=10 nov=11 dec=12
full_month: january=1 february=2 july=7 september=9 october=10 november=11 december=12
word_month: march=3 april=4 may=5 june=6 august=8
"""
# Of these three, written small, "small" is the term: they may be ordinary words.
_MAY_BE_WORDS = frozenset(("word_month", "short_month", "short_weekday"))
SIGNS = {
    **dict.fromkeys("-\u2010\u2011\u2012\u2013\u2014\u2015\u2212\ufe58\ufe63\uff0d", "dash"),
    **dict.fromkeys("'\u2018\u2019`", "apostrophe"),
    **dict.fromkeys("$€£¥₸₺₽₼", "currency"),
    **dict.fromkeys("!?;", "exclamation"),
    ",": "comma",
    ".": "stop",
    "/": "slash",
    "(": "opening",
    ")": "closing",
    "&": "and",
    "~": "about",
    "#": "reference",
    "№": "reference",
    "%": "quantity",
}
ERAS = frozenset(
    """BC BCE AH AM BE SH Heisei Reiwa Showa Taisho Meiji Juche Minguo Muharram Safar Rajab Shaban
    Ramadan Shawwal Nisan Tishrei""".split()
)
"""Words, as they are capitalised, beside which a number is a year of an era that is not ours."""
OF_ANOTHER_ERA = lazy_compile(
    r"(?-i:\sBE\b(?!\s[A-Z]{2}))|\s(?:of|in|by)\sthe\s(?!christian|common|current|gregorian"
    r"|julian|modern|present|same)\w{1,20}\s(?:era|calendar)\b",
    re.IGNORECASE,
)
"""What follows such a year: "2544 of the Buddhist era", "2544 BE"."""
ERA_OF_OURS = frozenset(("AD", "CE"))
NEAREST = frozenset(("coming", "past"))
"""Words before a weekday or a season that mean the nearest one."""
THROUGHOUT = frozenset(("over", "for", "within", "during", "throughout"))
"""Words that make "the last year" a length of time."""
PERSONS = frozenset(("as", "by", "for", "on"))
"""Words before "April" that may stand before a person too: "by April Jones"."""
BEFORE_BARE_DAYS = frozenset("on by since until till from to before after".split())
"""Words between which and a full stop "the 15th" is a day of a month."""
BEFORE_STROKES = BEFORE_BARE_DAYS | frozenset(("due", "is"))
"""Words before "1/15" where that is a day of a month."""
NO_STROKES = frozenset("7/7 9/11 24/7 50/50 1/2 1/3 1/4 1/5 1/8 1/10 2/3 2/5 3/4 3/5 3/8".split())
"""Names and fractions that look like days."""
HEDGES = frozenset("at worst best most least latest earliest possibly perhaps maybe even".split())
"""Words beside "or" between two dates: "2026 or, at worst, in 2027"."""
LAST = "last"
"""Before "day", it may name a deadline."""
LATER_SIDE = {"earlier": -1, "later": 1, "afterwards": 1, "beyond": 1, "thereafter": 1}
"""Words beside "or" and "than" that make a date a bound, and the side of it that is meant."""
SOON = frozenset(("early", "soon"))
"""Words between "as" and "as" with which a date to come is the earliest one."""
OF_HISTORY = frozenset(
    """act battle charter church coin constitution council earthquake edict fire flood law map
    peace plague privilege revolt siege statute town treaty truce union war""".split()
)
DATES_TO = frozenset("back date dated dates dating".split())
"""Words before "of" and "to" beside which even 1648 is a year."""
SURELY = frozenset("coincidence doubt question secret wonder".split())
"""Words after "no" that deny nothing of what follows."""
YEARLY = frozenset(("annually", "yearly"))
"""Words beside a date that comes again each year."""
NUMBERED = frozenset("article chapter issue no nos number section vol volume".split())
"""What has a number of its own before a month: "No. 3 May 2024"."""
NOT_FOR = frozenset(
    ("for", word) for word in "broadcast distribution publication release transmission use".split()
)
"""What an embargo forbids until its time: "not for release before"."""
VERSIONED = frozenset("build driver firmware kernel patch software version".split())
"""What has numbers with stops that look like dates: "version 10.5.2024"."""
PAPERS = frozenset(("minutes", "terms"))
"""Lengths of time that are papers too: "the minutes of 16 April"."""
TIMES_OF_DAYS = frozenset("mornings afternoons evenings nights".split())
"""Words after a weekday with which it recurs: "Friday nights"."""
STILL_TRUE = frozenset("how if since until what when where whether which while who why".split())
"""Words after which a denial leaves a date what it is: "has not met since 2019"."""
ON_OR_IN = frozenset(("in", "on"))
"""Prepositions before the time of what a verb tells: "reopened on", "not signed in"."""
ADDRESS_BEFORE = lazy_compile(r"(?:://|www\.|@)\S{0,99}\Z")
"""The beginning of an address on the web or of a mailbox."""

_TO_ITS_VERB = (
    # Perhaps after the next of several days: "on 24 and 27 April".
    r"\)?(?:\s(?:and|or)\s(?:in\s\w+\s)?(?:on\s)?[0-9]{1,2}(?:\s[A-Za-z]{3,9})?)?"
    r"(?P<between>(?:['’]s)?(?:\s(?!(?:and|but|or|said|says|that|which|who)\b)[\w'’-]+){0,6}?)"
    r",?\s(?:(?:and|but|then)\s)?"
)
"""What may stand between a date and the verb of its sentence."""
_ADVERBS = r"(?:\s(?:again|all|also|be|been|both|later|now|since|then|\w+ly)){0,3}"
NEVER_HELD = lazy_compile(
    rf"{_TO_ITS_VERB}(?:(?:are|did|had|has|have|is|was|were|will|would)"
    rf"(?:\s?n['’]t|\s(?:no longer|never|not))|never|won['’]t){_ADVERBS}\s"
    r"(?:appear|appeared|celebrated|go ahead|going ahead|gone ahead|happen|happened|held|occur"
    r"|occurred|played|printed|staged|take place|taken place|taking place|took place|went ahead"
    r"|meet)\b",
)
"""What follows, in small letters, the date of what never was: "on 5 July never took place"."""
_POSTPONED = (  # said only of what is planned
    "brought forward|deferred|held over|postponed|preponed|pushed back|put back|put off|rescheduled"
)
_LENGTHENED = "extended|prolonged"
_MOVED = f"{_POSTPONED}|delayed|moved|shifted"
"""Participles of what was put off to another time, or brought forward."""
_CALLED_OFF = (
    "abandoned|called off|canceled|cancelled|dropped|ruled out|scrapped|scrubbed|shelved|suspended"
    "|withdrawn"
)
_GIVEN_UP = (
    f"{_CALLED_OFF}|aborted|averted|banned|blocked|grounded|halted|prevented|repealed|vacated"
)
"""Participles of what was planned, and did not happen."""
_ONLY_OFF = r"off(?!\s(?:from|limits|the|to)\b)"
GIVEN_UP = lazy_compile(
    rf"{_TO_ITS_VERB}(?:(?:are|is|stands?|was|were"
    rf"|(?:had|has|have|will)\s(?:be|been|had to be|to be)){_ADVERBS}\s+"
    rf"(?P<verb>(?P<moved>{_MOVED}|{_LENGTHENED})|{_GIVEN_UP}|{_ONLY_OFF})"
    r"|will\s(?:instead|now)\s(?:be\sheld|begin|close|end|open|start|take\splace)"
    r"|fell through|(?:(?:had|has|have)\s)?(?:collapsed|c[ao]me to nothing)|never"
    r"|(?:did|had|has|have|was|were|(?<=,\s)will)(?:\s?n['’]t|\s(?:never|not)))\b",
)
"""What follows, in small letters, the date of what was planned, and then given up or put off."""
GIVEN_UP_CUES = frozenset(
    verb.split()[-1] for verb in f"{_MOVED}|{_LENGTHENED}|{_GIVEN_UP}".split("|")
) | {*"collapsed instead longer never not nothing now off t through".split()}
"""Words of which what is never held or given up has at least one: "t" of "isn't"."""
GIVEN_UP_EVENTS = frozenset(
    f"{_POSTPONED}|called off|canceled|cancelled|dropped|off|scrapped|withdrawn".split("|")
)
"""Verbs of `GIVEN_UP` that are said of an event even where no word tells that it was planned."""
UNREAL = lazy_compile(
    r"\b(?:(?:(?:was|were)(?:\s\w+ly)?\sto\shave"
    r"|had(?:\s\w+ly)?\s(?:hoped|intended|meant|planned|wanted)\sto"
    r"|would(?:\s\w+ly)?\shave\s(?!(?:an?|its?|no|our|the|their|to)\b)"
    r"|should\shave\s(?:been\s(?:closed|completed|finished|held|opened|ready|signed)|begun|closed|ended"
    r"|met|opened|started|taken\splace)"
    r"|had(?:\s\w+ly)?\sbeen\s(?:billed|booked|due|expected|foreseen|planned|scheduled|set(?!\sup)"
    r"|slated))\b[^,.;:!?()\n]{0,60}"
    r"|(?:abandonment|cancell?ation|postponement)\sof(?:\s(?!(?:are|is|was|were)\b)[\w'’-]+){0,8}\s"
    r"|(?:declined|failed|forgot|refused|unable)\sto\s\w+\s(?:in|on)\s"
    r"|(?:no\sone|nobody|none|nothing)(?:\s(?!(?:an?|its|the|their)\b)\w+){1,4}\s(?:in|on)\s"
    r"|(?:denied|denies|denying|not\strue|untrue)\s(?:\w+\s){0,3}that\b[^.;:!?\n]{0,80}"
    r"|every\s(?:day|month|week|year)\sbut\s(?:(?:in|on)\s)?"
    r"|neither\b[^.;:!?\n]{1,60}\bnor\b[^,.;:!?\n]{1,40}"
    r"|(?:apart\sfrom|aside\sfrom|exception\sof|other\sthan|save\sfor)\s(?:(?:in|on)\s)?(?:the\s)?)\Z",
)
"""Words in small letters, directly before a date, that deny it or tell only that it was planned."""
UNREAL_CUES = frozenset(
    """abandonment apart aside but cancelation cancellation declined exception failed forgot had
    have nobody none nor nothing one other postponement refused save that unable""".split()
)
"""Words of which `UNREAL` always has one; without any of them it need not be searched."""
PUT_OFF = frozenset(("off", "back"))
"""Words after "put" with which something is moved: "was put off from May to June"."""
_IN_PLAN = r"(?:announced|due|expected|foreseen|intended|planned|scheduled|set|slated)"
FORMERLY = lazy_compile(
    r"\b(?:formerly|initially|originally|previously):?\s(?:been\s)?(?:(?:for|on)\s"
    rf"|{_IN_PLAN}\s(?:(?:for|in|on)\s)?|(?:{_IN_PLAN}\s)?to\s\w+(?:\s\w+)?\s(?:for|in|on)\s)?(?:the\s)?\Z",
    re.IGNORECASE,
)
"""What ends before a date that is planned no longer: "originally due on"."""
WAS_IN_BRACKETS = lazy_compile(r"\((?:[^()]{,40}[,;:]\s)?was\s\Z", re.IGNORECASE)
"""What ends before such a date: "(was", "(online, was"."""

LOOKING_AHEAD = lazy_compile(
    r"\b(?:will|shall|(?:is|are) to)\s+(?:be\s+)?\w+\s+(?:in|on)\s+\Z", re.IGNORECASE
)
"""What ends before a date that is told of as to come: "will be held in"."""
LOOKING_BACK = lazy_compile(r"\b(?:was|were)\s+\w+\s+(?:in|on)\s+\Z", re.IGNORECASE)
"""What ends before a date that is told of as past: "was held in"."""

AGENT, AS, AT, HAD, HAVE, NO, PUT, TO = "by", "as", "at", "had", "have", "no", "put", "to"
AND, LEAST, NEXT, THAT, THE = "and", "least", "next", "that", "the"
BE_ITSELF, PAST, PLACE, STILL, THOSE = "be", "past", "place", "still", "those"
SINCE_ITSELF, SOON_ITSELF, THROUGH = "since", "soon", "through"
COLON, HUNDRED, SEMICOLON, THOUSAND = ":", "hundred", ";", "thousand"
"""Words that are looked for by themselves."""
_PLURAL_ENDING, ADVERB_ENDING, GERUND_ENDING = "s", "ly", "ing"
POSSESSIVE = "s"
"""What follows the apostrophe of "Friday's" and of "the 1990's"."""
UNITS = {
    unit + ending: unit
    for unit in ("day", "week", "weekend", "month", "quarter", "year", "decade", "century")
    for ending in ("", _PLURAL_ENDING)
}
"""Words of units of time, in the singular and the plural, and the unit that each names."""

# --- Words of sentences and of titles -------------------------------------------------------------

QUOTE_ENDS = frozenset("\"'\u2019\u201d\u00bb")
"""Marks that end what somebody said; two of them may be one."""
ABBREVIATED = lazy_compile(
    r"\b(?:[A-Z]|Mr|Mrs|Ms|Messrs|Dr|Prof|Hon|Rev|Gen|Col|Capt|Gov|Sen|Amb|St|Inc|Ltd|Corp|No|Nos"
    r"|Art|vs?|cf|e\.g|i\.e|Jan|Feb|Aug|Sept?|Oct|Nov|Dec|[ap]\.m)$"
)
"""What ends before a full stop that may not end the sentence."""
BEGINS_SENTENCE = lazy_compile(
    r"(?:Next|The|It|He|She|They|We|This|These|Those|There)\s|(?<=[ap]\.m\.\s)"
    r"(?:After|All|An?|As|At|Before|For|From|Her|His|If|In|Its|On|Our|Their|Until)\s"
)
"""What begins a sentence even after such a full stop: "at 2 p.m. The governor"."""
LEADING = lazy_compile(r"(?:\b(?:on|in|at|from|since|until|by|of|for|during|as of)\s+)?$", re.I)
"""The preposition before a date, which goes with it when the date is taken out of a sentence."""
SHORT_FOR = {"rc": "candidate"}
"""What is written in short in the names of items: "3.1rc2" is 3.1 candidate 2."""
COUNTED_BY_DATES = frozenset(("week", "day"))
"""What has a number that its date gives: "week 12", "day 2"."""
STOPWORDS = frozenset(
    """a an and at be been by for from has have held in is it its of on or that the this to was were
    which will with""".split()
)
"""Words that tell nothing of what an event is."""

_TERMS: dict[str, str] = {}
VALUES: dict[str, int] = {}
"""What words count: the number of the month, the days from today, the EDTF number of a season."""
for _table in re.split(r"\n(?=\S)", WORDS.strip()):
    _term, _, _entries = _table.partition(": ")
    for _word, _, _number in (entry.partition("=") for entry in _entries.split()):
        _TERMS[_word], VALUES[_word] = _term, int(_number or 0)

# --- Words that tell when: what was, and what is to come ------------------------------------------

MODALS = frozenset("will would shall ll wo may might must can should".split())
POSSIBLY = frozenset(("could",))
MOVED_ON = frozenset(
    """begun brought changed deferred delayed died extended moved preponed pushed shifted
    transferred""".split()
)
"""Verbs of the past that no table of it has, since most tell that a date was moved, too."""
PROMISES = frozenset(("will", "shall", "ll"))
PLANS = frozenset(
    """expected intend intends invite invited plan planned planning plans postponed proposed
    proposes rescheduled scheduled slated targeted""".split()
)
"""Words of what is planned, whatever stands before them."""
PROPOSED = frozenset("invited postponed proposed rescheduled".split())
"""Those that also tell what somebody did."""
CONTRASTS = frozenset("although but though whereas while".split())
"""Words that begin a clause of another time: "on Friday, but"."""
QUOTES = frozenset('"`\u201c\u201d\u00ab\u00bb')
"""Marks around what somebody says."""
APOSTROPHE = "'"
"""Two of these are a mark of quotation, too."""
READY = frozenset(("due", "likely", "ready", "set"))
"""Words of what is planned, after a form of "be"."""
PLANNED_FOR = frozenset(
    "announced billed booked fixed foreseen intended proposals should".split()
).union(PLANS, READY)
"""Words before a date for which something was planned."""
INTENTS = frozenset(
    """agree agreed agrees asked calling continue continues decided expect expects forward going
    hope hoped hopes invitation ordered preparations prepare prepares preparing promised promises
    time vowed want wanted wants""".split()
)
INTENTS |= PLANS | READY
"""Words before "to": "agreed to meet on Friday"."""
DEADLINES = frozenset(
    """by deadline deadlines due effective expire expires payable reconvenes record redeem
    redemption terminate till until""".split()
)
"""Words shortly before a date that nothing in the past sends back: "payable Dec. 15"."""
PERFECT = frozenset(("has", "have"))
"""Auxiliary verbs that tell, with a participle, what is done: "has been sold out"."""
CLOSED = "closed"
LASTED = frozenset("continued lasted lived ran reigned remained ruled served stayed".split())
"""Verbs of what was over when it was told: "the exhibition ran until 3 May"."""
STAYS = frozenset("keep keeps remain remains stay stays".split())
"""Verbs with which a participle tells of no time: "will stay closed on Friday"."""
UNTIL = frozenset(("by", "till", "until"))
SINCE = frozenset(("after", "since"))
CONDITIONS = frozenset(("as", "if", "unless"))
"""Words before a past form that tells of no time: "if needed, on Friday"."""
AHEAD_OF = frozenset(("ahead", "before", "for", "until"))
TAKES = frozenset(("take", "takes"))
TIMETABLE = frozenset("close commence convene depart end meet open reopen return run start".split())
"""Verbs of what is arranged: "applications close on 31 July"."""
NOUNS = frozenset("end return run start".split())
"""Those that are nouns, too: "a bull run"."""
WAS = frozenset(("had", "was", "were"))
IS = frozenset(("are", "is"))
BE = WAS | frozenset(("are", "be", "has", "have", "is"))
PASSIVE = BE | frozenset(("been", "being"))
DETERMINERS = frozenset(
    "a an another each every her his its our the their these this those".split()
)
ENDED = frozenset(("ended", "ending"))

MONTH_NAMES = tuple(word for word, term in _TERMS.items() if term in ("full_month", "word_month"))
_LONG_MONTH = 6  # letters: what is near to a shorter one is often a word of its own, as "marc"

# --- The pieces that a text is cut into -----------------------------------------------------------

ORDINAL_ENDINGS = frozenset(("st", "nd", "rd", "th"))
ORDINAL_ENDING = "(?:st|nd|rd|th)"
_NUMERIC = "|".join(
    f"(?:{year}{s}{day}{s}{day}|{day}{s}{day}{s}(?:{year}|[0-9]{{2}}))(?!{s}?[0-9])"
    for s in (r"\.", "/", "-")
    for year, day in (("[0-9]{4}", "[0-9]{1,2}"),)
)
_ZONE = r"(?:GMT|UTC|CES?T|EES?T|WES?T|BST|IST|JST|MSK|HKT|SGT|[ECMP][SD]?T|AE[SD]T|Z)(?![^\W_])"
_HOUR = "(?:[01]?[0-9]|2[0-4])"
_HALF_DAY = r"(?ai:[ap](?:\.[^\S\n]?m\.?|m))(?![^\W_])"
_TIME = rf"{_HOUR}(?:[:.][0-5][0-9]){{0,2}}"
_CLOCK = (
    rf"{_TIME}(?:[^\S\n]?(?:[-\u2013\u2014]|to|and|until)[^\S\n]?{_TIME})?"
    rf"[^\S\n]?{_HALF_DAY}(?:[^\S\n]{_ZONE})?"
    rf"|{_HOUR}:[0-5][0-9](?::[0-5][0-9])?(?![0-9:])(?:[^\S\n]?{_ZONE})?"
    rf"|{_HOUR}[.h][0-5][0-9](?:[^\S\n]?(?:{_ZONE}|hrs|hours)|(?<=h[0-9][0-9]))(?![^\W_])"
    rf"|[0-2][0-9][0-5][0-9][^\S\n]?(?:{_ZONE}|hrs|hours|h)(?![^\W_])"
)
_MAY_BE_A_CLOCK = (
    r"(?=[0-9]{1,2}(?:[:.h]|[^\S\n]?[-\u2013\u2014aApPtu])|[0-9]{4}[^\S\n]?[A-Zh])"  # a quick look
)
_ISO_CLOCK = (
    "T[0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:[.,][0-9]{1,9})?)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?(?![^\\W_])"
)
_ONES = "|".join(word.removeprefix("twenty-") for word in _TERMS if word.startswith("twenty-"))
_HYPHENATED = f"twenty-(?:{_ONES})|thirty-first"
_SPACED = "[0-9]{1,2}[^\\S\\n]/[^\\S\\n][0-9]{1,2}[^\\S\\n]/[^\\S\\n][0-9]{4}(?![0-9])"
PIECE = lazy_compile(
    r"(?:[A-SU-Za-su-z][A-Za-z]++[^\W_]*+"  # nearly every word
    rf"|{_ISO_CLOCK}|(?=[tT])(?ai:{_HYPHENATED})(?![^\W_])"
    r"|(?:[A-Za-z]\.){2,9}(?![^\W_])|[^\W0-9_][^\W_]*+"
    rf"|(?=[0-9])(?:(?=[0-9]{{1,4}}[./-])(?:{_NUMERIC})(?=T[0-9]{{2}}:|(?![^\W_]))"
    rf"|{_SPACED}|{_MAY_BE_A_CLOCK}(?:{_CLOCK})"
    r"|[0-9]{1,3}(?:,[0-9]{3}){1,5}(?![0-9])|[0-9]++\.[0-9]++"
    rf"|[0-9]{{1,2}}[^\S\n]{ORDINAL_ENDING}(?![^\W_])|[^\W_]++)"
    r"|[^\w\s]|[^\W_]++|_)"
    r"[^\S\n]*+\n?+[^\S\n]*+|\s+"
)
"""One piece, with the white space after it; white space at the start, or an empty line, is one."""

NUMERIC_DATE = lazy_compile(r"([0-9]{1,4}) ?([./-]) ?([0-9]{1,2}) ?\2 ?([0-9]{1,4})")
DAY_AND_MONTH = lazy_compile(r"(0?[1-9]|[12][0-9]|3[01])\.(0?[1-9]|1[0-2])")
"""The beginning of a range such as "15.3.-22.6.2025"."""
_ORDINAL = lazy_compile(rf"0?([1-9]|[12][0-9]|3[01])\s?{ORDINAL_ENDING}|2?[23]d")
_DECADE = lazy_compile(r"[12][0-9][0-9]0s|[2-9]0s")
TWO_DIGIT_DECADE = lazy_compile("[2-9]0s")
_WHOLE_CLOCK = lazy_compile(f"{_CLOCK}|{_ISO_CLOCK}")
_SHORT_PART = lazy_compile("[qh][1-4]|[1-4][qh]")
_FISCAL_YEAR = lazy_compile("fy(?:[0-9]{2}|[0-9]{4})")
_MONTH_NAMES = "|".join(
    word for word, term in _TERMS.items() if term in ("full_month", *_MAY_BE_WORDS)
)
_GLUED = lazy_compile(
    rf"(?ai:([0-9]{{1,2}}{ORDINAL_ENDING}?)({_MONTH_NAMES})([0-9]{{4}})?)"
    rf"|(?ai:({_MONTH_NAMES})([0-9]{{4}}|[0-9]{{1,2}}{ORDINAL_ENDING}?))"
    rf"|([0-9]{{1,2}}{ORDINAL_ENDING})([0-9]{{4}})|(?ai:([1-4][qh]|[qh][1-4])([0-9]{{4}}|[0-9]{{2}}))"
    r"|([0-9]{2}|[0-9]{4})(?P<word>[a-z]{2,9})"
)
"""Words that lost the space between them: "24thSeptember", "May2022", "22was"."""
_GLUED_SLIP = lazy_compile(
    rf"([0-9]{{1,2}}{ORDINAL_ENDING}?)([A-Za-z]{{5,10}})([0-9]{{4}})?"
    rf"|([A-Za-z]{{5,10}})([0-9]{{4}}|[0-9]{{1,2}}{ORDINAL_ENDING}?)"
)
"""The same of a month that is misspelt: "15Febuary"."""
PAST_ENDING, _LEAST = "ed", 5


_NO_DOTTED_DATE = lazy_compile(
    r"([0-9](?<![0-9.].)[0-9]?\.[0-9]{1,2})\.(?:[0-9]|[0-9]{3})(?![0-9]|\.[0-9])"
)


@lru_cache(maxsize=4)
def versions_in(text: str) -> frozenset[str]:
    """The beginnings of dotted numbers that end as no date does: 3.12 of 3.12.9.

    Example:
        >>> sorted(versions_in("3.12.9 and 3.12.10 came before 10.5.2025"))
        ['3.12']
    """
    return frozenset(_NO_DOTTED_DATE.findall(text))


def is_version(words: str, text: str) -> bool:
    """Whether words look like 3.12 in a text that has 3.12.9 besides.

    Example:
        >>> is_version("3.12", "3.12.9 came after 3.12"), is_version("10:30", "3.12.9")
        (True, False)
    """
    return "." in words and words in versions_in(text)


@lru_cache(maxsize=4096)
def misspelt_month(word: str, shortest: int = _LONG_MONTH) -> str | None:
    """The month of a long name from which a word, in small letters, is one slip away.

    Args:
        word: the word.
        shortest: letters that the name has at least.

    Example:
        >>> misspelt_month("febuary"), misspelt_month("february"), misspelt_month("augusta")
        ('february', None, None)
    """
    names = (name for name in MONTH_NAMES if len(name) >= shortest and _is_slip(word, name))
    return next(names, None)


def value_of(word: str) -> int:
    """What a word in small letters counts; 0 for one that counts nothing.

    Example:
        >>> value_of("may"), value_of("febuary"), value_of("fair")
        (5, 2, 0)
    """
    return VALUES.get(word) or VALUES.get(misspelt_month(word) or "", 0)


def _is_slip(word: str, name: str) -> bool:
    if word[:1] != name[0] or word.startswith(name):
        return False
    return is_one_slip(word, name)


def is_one_slip(word: str, name: str) -> bool:
    """Whether one letter of a name is missing, added, wrong or swapped with the next.

    Example:
        >>> is_one_slip("marhc", "march"), is_one_slip("mare", "march")
        (True, False)
    """
    start = 0
    while start < min(len(word), len(name)) and word[start] == name[start]:
        start += 1
    a, b = word[start:], name[start:]
    return a[1:] == b or a == b[1:] or a[1:] == b[1:] or (a[:2] == b[1::-1] and a[2:] == b[2:])


def glued(word: str) -> list[str] | None:
    """The words of a piece that lost the space between them, if it is one.

    Example:
        >>> glued("24thSeptember"), glued("15Febuary"), glued("May")
        (['24th', 'September'], ['15', 'Febuary'], None)
    """
    match = _GLUED.fullmatch(word)
    if match is not None:
        parts = [part for part in match.groups() if part]
        is_known = match["word"] is None or match["word"] in _TERMS
        return parts if is_known else None
    match = _GLUED_SLIP.fullmatch(word)
    parts = [part for part in match.groups() if part] if match else []
    return parts if any(misspelt_month(part.lower()) for part in parts) else None


def term_of_word(word: str) -> str:
    """The term of a word of letters; "name" and "word" where no table has it.

    Example:
        >>> term_of_word("Monday"), term_of_word("may"), term_of_word("opened")
        ('weekday', 'small', 'past')
    """
    lower = word.lower()
    term = _TERMS.get(lower)
    if term is not None:
        if term in _MAY_BE_WORDS and word[0].islower():
            return "small"
        return term
    mixed = None if word.isalpha() else _term_of_mixed(word)
    if mixed is not None:
        return mixed
    month = misspelt_month(lower)
    if month is not None:
        return _TERMS[month]
    if word in ERAS or word in ERA_OF_OURS:
        return _term_of_abbreviation(word)
    if word[0].isupper():
        return "name"
    if not word[0].islower():
        return "sign"
    if len(word) >= _LEAST and lower.endswith(PAST_ENDING):
        return "past"
    return "word"


def _term_of_mixed(word: str) -> str | None:
    """The term of letters among which there are digits or stops, if it has one."""
    lower = word.lower()
    if word[1:2].isdigit() and _WHOLE_CLOCK.fullmatch(word):
        return "clock"
    if word[1:2] == ".":
        return _term_of_abbreviation(word.replace(".", ""))
    if _SHORT_PART.fullmatch(lower):
        return _term_of_part(lower)
    if _FISCAL_YEAR.fullmatch(lower):
        return "fiscal_year"
    return "glued" if glued(word) else None


def _term_of_part(word: str) -> str:
    """The term of "q3" or "2h"."""
    if "q" in word:
        return "short_quarter"
    return "short_half"


def _term_of_abbreviation(word: str) -> str:
    """The term of letters that stops part."""
    if word in ERAS:
        return "era"
    if word in ERA_OF_OURS:
        return "our_era"
    if word[0].isupper():
        return "name"
    return "word"


def term_of_number(word: str) -> str:
    """The term of a piece that begins with a digit.

    Example:
        >>> [term_of_number(word) for word in ("10", "10th", "2022", "2022-05-10", "10 a.m.")]
        ['day_number', 'ordinal', 'year', 'numeric_date', 'clock']
    """
    if not word.isascii() and not _WHOLE_CLOCK.fullmatch(word):
        return "number"
    if word.isdigit():
        return _term_of_digits(word)
    lower = word.lower()
    if _ORDINAL.fullmatch(lower) and word[-1] != "D":
        return "ordinal"
    if _DECADE.fullmatch(lower):
        return "decade"
    if NUMERIC_DATE.fullmatch(word):
        return "numeric_date"
    if _WHOLE_CLOCK.fullmatch(word):
        return "clock"
    if _SHORT_PART.fullmatch(lower):
        return _term_of_part(lower)
    return "glued" if glued(word) else "number"


def _term_of_digits(word: str) -> str:
    if len(word) == 4:
        if word[0] in "12":
            return "year"
        return "number"
    if len(word) <= 2 and 1 <= int(word) <= 31:
        return "day_number"
    return "number"


def table_of(word: str) -> str | None:
    """The table that has a word in small letters, whatever it may be besides.

    Example:
        >>> table_of("may"), table_of("nonsense")
        ('word_month', None)
    """
    return _TERMS.get(word)


def is_plural(word: str) -> bool:
    """Whether a word, in small letters, looks like a plural.

    Example:
        >>> is_plural("towns"), is_plural("town")
        (True, False)
    """
    return word.endswith(_PLURAL_ENDING)


# --- Times of day, and the words around them ------------------------------------------------------

# For each zone of the tz database, or Z, what it is called. "=" marks a name of its standard time
# and "+" one of its summer time, which are an offset, and only where the clocks keep that time.
ZONES = """
Z: UTC | GMT | Z | Zulu | Coordinated Universal Time | Universal Time | Greenwich Mean Time
    | Universal Time Coordinated | Universal Coordinated Time
Africa/Johannesburg: =SAST | =South Africa Standard Time | =South African Standard Time
Africa/Lagos: =WAT | =West Africa Time
Africa/Maputo: =CAT | =Central Africa Time
Africa/Nairobi: =EAT | =East Africa Time
America/Anchorage: AKT | Alaska | =AKST | +AKDT
America/Chicago: CT | Central
America/Denver: MT | Mountain | +MDT
America/Halifax: Atlantic
America/Los_Angeles: PT | Pacific | =PST | +PDT
America/New_York: ET | Eastern | =EST | +EDT
America/St_Johns: Newfoundland
Asia/Dhaka: =Bangladesh Standard Time
Asia/Dubai: =Gulf Standard Time
Asia/Hong_Kong: =HKT
Asia/Jakarta: =WIB | =Western Indonesia Time | =Western Indonesian Time
Asia/Jerusalem: =Israel Standard Time | +Israel Daylight Time
Asia/Karachi: =PKT | =Pakistan Standard Time
Asia/Kolkata: =India Standard Time | =Indian Standard Time
Asia/Riyadh: =Arabia Standard Time | =Arabian Standard Time
Asia/Seoul: =KST | =Korea Standard Time | =Korean Standard Time
Asia/Shanghai: =China Standard Time
Asia/Singapore: =SGT | =Singapore Standard Time
Asia/Tokyo: =JST | =Japan Standard Time
Australia/Adelaide: +ACDT | +Australian Central Daylight Time
Australia/Brisbane: =AEST | =Australian Eastern Standard Time
Australia/Darwin: =ACST | =Australian Central Standard Time
Australia/Perth: =AWST | =Australian Western Standard Time
Australia/Sydney: +AEDT | +Australian Eastern Daylight Time
Etc/GMT+12: =AoE | =AOE | =Anywhere on Earth
Europe/Athens: =EET | +EEST | =Eastern European Time | +Eastern European Summer Time
Europe/Brussels: =CET | +CEST | =Central European Time | +Central European Summer Time
Europe/Lisbon: =WET | +WEST | =Western European Time | +Western European Summer Time
Europe/London: UK time | +British Summer Time
Europe/Moscow: =MSK | =Moscow Standard Time
Pacific/Auckland: =NZST | +NZDT | =New Zealand Standard Time | +New Zealand Daylight Time
Pacific/Honolulu: =HST | Hawaii
"""
AMERICAN_ZONES = tuple(
    "Alaska Atlantic Central Eastern Hawaii Mountain Newfoundland Pacific".split()
)
"""Names of `ZONES` after which "Time", "Standard Time" and "Daylight Time" may stand."""
AMERICAN_TIMES = {"time": "", "standard time": "=", "daylight time": "+"}
AMBIGUOUS_ZONES = tuple("ADT AST BST CDT CST GST IST MST".split())
"""Abbreviations of several zones: read as words for a zone, and as none."""
_LONG_ZONES = ("Greenwich time", "local time", "local", "server time", "their time")

WHITE = r"[^\S\n]{0,3}+\n?+[^\S\n]{0,3}+"
"""The white space that may stand within a time of day: at most one line ends there."""


_NAMED_ZONES = tuple(
    name.lstrip("=+")
    for name in re.split(r"\s+\| |: |\n(?=\S)| \| ", ZONES.strip())
    if "/" not in name
)
ZONE_ABBREVIATIONS = frozenset(
    name.casefold() for name in (*_NAMED_ZONES, *AMBIGUOUS_ZONES) if name[-1].isupper()
)
"""What is called a zone in capitals, in small letters: "cet", "pt"."""


def _zone_names() -> list[str]:
    times = [f"{name} {time}" for name in AMERICAN_ZONES for time in AMERICAN_TIMES]
    return sorted([*_NAMED_ZONES, *times, *AMBIGUOUS_ZONES, *_LONG_ZONES], key=len, reverse=True)


def _zone_pattern(name: str) -> str:
    spaced = name.replace(" ", f"{WHITE}")
    if name in AMERICAN_ZONES:  # "10 a.m. Central", and not "10 a.m. Central Park"
        return rf"{spaced}(?!\s[A-Z])"
    if " " in name or name.islower():
        return f"(?i:{spaced})"
    return spaced


_DASHES = "\u2010-\u2015\u2212"
ZONE = (
    rf"(?:(?:UTC/GMT|GMT/UTC|UTC|GMT){WHITE}[+\-{_DASHES}]{WHITE}"
    r"[0-9]{1,2}(?::?[0-5][0-9])?(?![0-9:]|\.[0-9])"
    r"|(?<=[0-9])\+[0-9]{2}:?[0-5][0-9](?![0-9:])"
    r"|(?<=:[0-9]{2}\s)\+[0-9]{2}:[0-5][0-9](?![0-9:])"
    r"|(?<=:[0-9]{2}:[0-9]{2}\s)[+-][0-9]{2}:?[0-5][0-9](?![0-9:])"
    r"|(?:(?<=T[0-9]{2}:[0-9]{2})|(?<=T[0-9]{2}:[0-9]{2}:[0-9]{2}))"
    r"-[0-9]{2}:?[0-5][0-9](?![0-9:])"
    rf"|(?:{'|'.join(map(_zone_pattern, _zone_names()))})(?![^\W_]|[.-][0-9])"
    r"|(?:[A-Z][\w'\u2019.-]{1,20}(?:,(?=\s[A-Z]\.))?\s){1,3}(?:local\s)?(?i:time)(?![^\W_]))"
)
"""Words for a time zone, whether or not they settle one."""
_ZONES_BEGIN = "|".join(
    sorted({name.split()[0].lower() for name in _zone_names() if not name.isupper()})
)
LOCAL_TIME = lazy_compile(r"(?i:\s+(?:local\s+)?time)\Z")
"""What follows the name of a city."""
ALL_TIMES = lazy_compile(
    r"(?i:(?:times?|hours)(?:\s+(?:zone|is|are|given|shown|stated|listed|in|the|as|local))*"
    rf"(?:\s*[:,])?\s+(?:time\s+)?\(?(?:in\s+)?)(?P<zone>{ZONE})"
)
ALL_TIMES_BEGIN = lazy_compile("time|Time|TIME|hours|Hours|HOURS")
ALL_DEADLINES = lazy_compile(
    r"\ball (?:the )?(?:submission )?deadlines:?(?: are| close| end| expire| fall)?"
    r"(?: due| set)?(?: (?:at|on|by))?(?: the)?\s*\Z",
    re.IGNORECASE,
)
"""What stands before the time of all deadlines of a text."""
FROM_DAY = lazy_compile(
    r"\b(?:from|after|since|as of|(?:re-?)?opens?|opening|starts?|starting|begins?|beginning)"
    r"(?: (?:on|from))?:?(?: the)?\s*\Z",
    re.IGNORECASE,
)
"""What stands before a day on which something begins, so that it is no deadline."""
OF_ALL = lazy_compile(r"(?i:\ball\s+)\Z")
"""The zone that is said once for many times, and the word before it of all times of a text."""

HALF_OF_DAY = (
    r"(?i:(?P<half>[ap])(?:m|\.[^\S\n]?m\.?)(?![^\W_])"
    r"|in[^\S\n]the[^\S\n](?:(?P<morning>morning)|afternoon|evening)(?![^\W_]))"
)
FULL_HOUR = r"(?i:o['\u2019]clock)(?![^\W_])"
HOURS_SIGN = r"(?i:hours|hrs|hr|h)(?![^\W_])(?![^\S\n]of\b)"
NOON = r"(?i:12[^\S\n])?(?i:noon|midday)(?![^\W_])"
MIDNIGHT = r"(?i:12[^\S\n])?(?i:midnight)(?![^\W_])"
_JOINED_END = rf"(?:[-{_DASHES}]|(?i:to|until|till|and)){WHITE}[012][0-9][0-5][0-9]"
JOINED_GOES_ON = rf"(?:{_JOINED_END}{WHITE})?(?:{ZONE}|{HOURS_SIGN})"
"""What makes times of day of four digits: "1430 GMT", "0900 to 1630 hours"."""
_AFTER_HOUR = (
    rf"(?![0-9])(?:[:.][0-5][0-9](?![0-9]|\.[0-9])|h|{WHITE}(?=[-{_DASHES}AaIiMmNnOoPpTtUu])"
    r"(?i:[ap](?:m|\.)|in[^\S\n]the|o['\u2019]|noon|mid(?:day|night)"
    rf"|(?:[-{_DASHES}]|to|until|till|through|and){WHITE}(?:[0-9]|noon|mid)))"
)
MAY_BE_CLOCK = lazy_compile(
    r"[0-9NnMmT](?:(?<=T)(?=[0-9]{2}:)(?<=[0-9]T)|(?<![\w:/.$€£₸#@+=%-].)(?<![0-9],.)"
    rf"(?:(?<=[0-9])(?=[0-9]?+{_AFTER_HOUR})"
    rf"|(?<=[012])(?=[0-9][0-5][0-9]{WHITE}(?:{_JOINED_END}{WHITE})?"
    rf"(?:[+A-Z]|(?i:h|{_ZONES_BEGIN})))"  # a quick look
    r"|(?<=[Nn])(?i:oon)|(?<=[Mm])(?i:id(?:day|night))))"
)
"""The beginning of what may be a time of day: a number counts only with what makes it one."""
TO_CLOCK = lazy_compile(
    rf"(?!\s*\n[^\S\n]*[-{_DASHES}]\s)"  # a bullet
    rf"{WHITE}(?:[-~{_DASHES}]|(?i:to|until|till|through)(?![^\W_])){WHITE}"
)
PAST_THE_HOUR = lazy_compile(
    r"\b(?i:(?P<part>half|quarter)|(?P<minutes>[0-9]{1,2}|five|ten|twenty)(?P<named>\sminutes?)?)"
    r"\s(?i:(?P<side>past|to))\s\Z"
)
"""What stands before an hour from which minutes count: "half past 6 p.m."."""
PARTS_OF_HOUR = {"half": 30, "quarter": 15}
"""The minutes of a part of an hour."""
FOR_CLOCK = lazy_compile(rf"{WHITE}(?i:for){WHITE}")
"""What stands between when people come and when it begins: "7.30 for 8pm"."""
UNKNOWN_END = lazy_compile(rf"{WHITE}[-{_DASHES}]{WHITE}\?{{1,3}}(?:{WHITE}(?:{HALF_OF_DAY}))?")
"""What stands after a time whose stretch has an end that nobody knows yet: "7:30-?? p.m."."""
AND_CLOCK = lazy_compile(rf"{WHITE}(?i:and){WHITE}")
BETWEEN = lazy_compile(r"(?i:\bbetween\s{1,3})\Z")
"""A word before two times that makes "and" a stretch from one to the other."""

CLOCK_CUE = lazy_compile(
    r"(?:^|[\s(])(?:at|from|by|until|till|before|after|between|around|about|@"
    r"|(?:re-?)?opens?|opening|starts?|starting|begins?|beginning|commences?|commencing|closes?"
    r"|times?|up\sto|no\slater\sthan|kick-?off|embargo(?:ed)?)(?:\s(?:at|by|from|until))?"
    r"[\s:]{1,4}\Z"
)
"""Words, or a label, in small letters, before a time of day."""
CLOCK_LABEL = lazy_compile(
    r"(?i:(?:^|\n)[^\S\n]*(?:time|hours?|begins?|kick-?off|opening|starts?|when)[^\S\n]*:[^\S\n]*)\Z"
)
"""A label before a time of day."""
BEFORE_NO_CLOCK = lazy_compile(
    r"\b(?=\S+[^\S\n]\Z)(?:(?:the|an?|this|its|his|her|their|version|v|rule|room|section|chapter|verse"
    r"|flight|bus|train|route|page|article|no|nos|para|paragraph|gate|hall|platform|track|items?|grade|level)"
    r"\.?|[a-z]\S*'an|in|x|won|win|beat|lost|drew|carried|fell|failed|passed|ratio|scores?)[^\S\n]\Z"
)
"""Words, in small letters, directly before numbers that look like a time of day and are none."""
BEFORE_HOURS = lazy_compile(
    r"\b(?:(?<!as\s)(?<!time\s)of|last(?:s|ed|ing)?|takes?|taking|took|within)\s\Z"
)
HOURS = ("hours", "hrs")
"""What makes a length of time of "10:30": words before it, in small letters, and after it."""
NO_CLOCK_NEAR = lazy_compile(
    r"\b(?:odds|ratios?|scores?|scored|scale|aspect|running\stime|runtime|ascension|declination)\b"
    r"|\b(?:won|beat|lost|defeated|votes?|record|clocked)\b(?!.*\b(?:at|from)\s\Z)"
)
"""Words of a sentence, in small letters, with such numbers; "lost contact at 10:15" is none."""
PRICED = lazy_compile(
    r"\b(?:shares?|stocks?|bonds?|index|price|pound|sterling|euro|dollar|yen|rouble|gold|oil)\b"
    r"[^.;]{0,40}?\b(?:closed|ended|finished|fixed|opened|priced|quoted|settled|stood|traded|valued)"
    r"(?:\s\w+){0,2}\sat\s\Z|\b(?:costs?|priced|tickets)\b(?:\s(?:at|from|between)){1,2}\s\Z"
    r"|\b(?:diluted|mixed)\s(?:\w+\s){0,2}at\s\Z|\b(?:up|down)\sfrom\s\Z"
)
"""Words, in small letters, before a price or a ratio that looks like a time of day."""
REPEATED_HOURS = lazy_compile(
    r"\b(?:daily|nightly|weekly|every|each|weekdays|weeknights|weekends|(?:opening|office|business"
    r"|working|visiting|trading)\shours|round\sthe\sclock|mondays|tuesdays|wednesdays|thursdays"
    r"|fridays|saturdays|sundays)\b"
    r"|\b(?:mon|tues|wednes|thurs|fri|satur|sun)(?:day)?\.?\s?(?:to|through|-|\u2013|\u2014)\s?"
    r"(?:mon|tues?|wed(?:nes)?|thur?s?|fri|sat(?:ur)?|sun)(?:day)?\b(?![^.\n]{0,3}[0-9])"
)
"""Words, in small letters, of a sentence whose hours recur."""
STAMPED = lazy_compile(
    r"\b(?:(?:published|posted|issued|updated|modified|released|printed|created|dated?|sent"
    r"|correct|revised)(?:\son|\sat|\sby)?|as\s(?:at|of)|status|version(?:\sof)?)[\s:]{1,4}\Z"
)
"""Words, in small letters, before a document's date, which no time after it belongs to."""
LAST_DAYS = lazy_compile(
    r"\b(?:(?:before|by|till|until)\s(?:the\s)?"
    r"|(?:closing date|cut-?off|deadline)\b[^\n.;]{0,30})\Z"
)
"""Words, in small letters, before the last day for something, on which no programme below is."""
OWN_LINE_BEGINS = lazy_compile(
    r"[\s#*_]*(?:[^\W\d_][^\n|:.]{1,40},\s+"
    r"|(?i:(?:date|dated|issued|posted|published|released)(?:\son)?:?\s+))?[*_]*\Z"
)
"""What may stand before a date in a line of its own: its place, or that it is the release's."""
_MONTH = "|".join(name.title() for name in MONTH_NAMES)
DATE_BREAKS_OFF = lazy_compile(
    rf"(?:\b(?:{_MONTH}|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|[0-9]{{1,2}}(?:st|nd|rd|th)?)"
    rf"|[0-9]\s*[-{_DASHES}]|\b(?:to|and|of)),?\Z"
)
DATE_GOES_ON = lazy_compile(rf"(?:{_MONTH}|[0-9]{{1,2}}\s+(?:{_MONTH})|[12][0-9]{{3}})\b")
"""How a line ends, and how the next one begins, if it was wrapped within a date."""
_WEEKDAY = r"(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:r|rs)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?"
GOES_ON = lazy_compile(r"\s(?:an?|and|at|by|for|from|in|of|on|or|that|the|to|with)\Z")
"""How a line ends that cannot end there."""
BEFORE_A_TIME = (" daily", ",")
"""How a line ends that a time at the beginning of the next one belongs to."""
WEEKDAY_LINE = lazy_compile(
    rf"{_WEEKDAY}(?:[^\S\n]?[-{_DASHES}&][^\S\n]?{_WEEKDAY})?[^\S\n]*(?:\n|\Z)"
)
"""A line of weekdays, as it may stand below its date."""
_DAY_NUMBER = rf"[0-9]{{1,2}}{ORDINAL_ENDING}?(?![0-9])"
_ANY_MONTH = "|".join(sorted((w for w, term in _TERMS.items() if "_month" in term), reverse=True))
_DAY_NAME = (
    r"(?:mon|tue(?:s)?|wed(?:nes)?|thu(?:r|rs)?|fri|sat(?:ur)?|sun)(?:day)?(?![^\W_])[.,]?[^\S\n]*"
)
_DAYS = rf"{_DAY_NUMBER}(?:[^\S\n]?[-{_DASHES}][^\S\n]?{_DAY_NUMBER})?"
_ONE_DAY = (
    rf"(?:{_DAY_NAME})?(?:[-{_DASHES}][^\S\n]*)?"
    rf"(?:{_DAYS}[^\S\n]+(?:of[^\S\n]+)?(?:{_ANY_MONTH})(?![^\W_])\.?"
    rf"|(?:{_ANY_MONTH})(?![^\W_])\.?[^\S\n]+{_DAYS})(?:,?[^\S\n]+[12][0-9]{{3}}(?![0-9]))?"
)
DAY_FIRST = lazy_compile(
    rf"{_ONE_DAY}(?:[^\S\n]*(?:[-{_DASHES}&]|to|and)[^\S\n]*{_ONE_DAY})?"
    rf"(?:,?[^\S\n]*\(?{_DAY_NAME}\)?)?",
    re.IGNORECASE,
)
"""A day, or a stretch of days, at the beginning of a line: "Sep. 19", "Mon 3-5 June 2024"."""
LATER_DAY = lazy_compile(
    r"(?:the[^\S\n])?(?:day[^\S\n](?:[2-9]|[1-9][0-9]|two|three|four|five|six|seven)"
    r"|(?:second|third|fourth|fifth|2nd|3rd|4th|5th|next|following|last|final)[^\S\n]"
    r"(?:day|morning|afternoon|evening))(?![^\W_])",
    re.IGNORECASE,
)
"""How the heading of another day begins that may say no date: "Day 2", "Following morning"."""
DAYS_BEFORE = lazy_compile(
    rf"{_ONE_DAY}(?:\s?\([^()]*\))?[^|\t,;]*?(?:[,;]\s|\s(?:and|or|&)\s)", re.IGNORECASE
)
"""A day, and what is noted on it, in the list that another day stands in: "3 May (full), "."""
DAYS_AFTER = lazy_compile(rf"(\([^()]*\))|({_ONE_DAY})[^|\t]*", re.IGNORECASE)
"""Such a day after another one, and the rest of the list; brackets stand for themselves."""
NAMED_WEEKDAY = lazy_compile(
    r"\b(?:(?:Black|Good) (?=Friday)|(?:Cyber|Easter|Whit) (?=Monday)|Shrove (?=Tuesday)"
    r"|Ash (?=Wednesday)|(?:Holy|Maundy) (?=Thursday)|(?:Easter|Holy) (?=Saturday)"
    r"|(?:Advent|Easter|Palm|Remembrance|Trinity|Whit) (?=Sunday))"
)
"""What stands before the weekday that it names a day with: "Good Friday"."""
SAME = "same"
"""In the column for the end of something, the day of its start: "same day"."""
DITTO = lazy_compile(
    r"\s*(?:[\"“”〃″]|''|-\s?\"\s?-|ditto\.?|do\.|idem|(?:the )?same(?: da(?:y|te))?)\s*",
    re.IGNORECASE,
)
"""A cell that repeats the one above it."""
DAYS_FIRST = lazy_compile(
    rf"((?:{_DAY_NAME})?{_DAYS}(?:[^\S\n]\(?{_DAY_NAME}\)?)?)"
    r"[^\S\n]*[:,–—-]?[^\S\n]+(?![ap]\.?m\b)[\"'“]?(?-i:[^\W\d_a-z])",
    re.IGNORECASE,
)
"""Days of a month that is not said, at the beginning of a line: "7-8 Fair", "Sun 9: Ridge"."""
MEASURED = lazy_compile(
    r"\s(?:(?:second|minute|hour|day|night|week|month|year|mile|pound|dollar|euro)s"
    r"|[^\W\d_]+\s(?:street|road|avenue|lane))(?![^\W_])",
    re.IGNORECASE,
)
"""What follows a number that is no day: "20 Days in Mariupol", "10 Downing Street"."""
OF_ALL_DATES = lazy_compile(
    r"\b(?:all|the)\s(?:dates|days)\s(?:are\s)?(?:(?:for|in|of)\s)?([12][0-9]{3})(?![\w/–-])"
    r"|\(all\s(?:in\s)?([12][0-9]{3})\)",
    re.IGNORECASE,
)
"""A note that gives the year of all dates of a text: "All dates 2026"."""
A_MONTH = lazy_compile(rf"(?:{_ANY_MONTH})(?![^\W_])", re.IGNORECASE)
MONTHS_IN_CAPITALS = "(?:[A-Z]{3}|JUNE|JULY|SEPT|MARCH|APRIL)"
"""Words in capitals after a number that make a date, and no heading, of a line: "3 MAY"."""
MONTH_LINE = lazy_compile(
    rf"[\W_]*(?:{_ANY_MONTH})(?![^\W_])\.?(?:,?[^\S\n]+[12][0-9]{{3}})?[\W_]*", re.IGNORECASE
)
"""A line that is nothing but a month, with its year or without."""
AFTER_A_MONTH = lazy_compile(rf"\b(?:{_ANY_MONTH})\.?,?\s\Z", re.IGNORECASE)
"""What ends before the year of a date."""
DATE_LABEL = lazy_compile(r"[*_]{0,3}(?:date|day|when)s?:[*_]{0,3}\s*", re.IGNORECASE)
"""What may stand before a day that is all of a line."""
NO_MORE_THAN_A_DAY = lazy_compile(
    r"[\W_]*(?:(?:date|day|when)s?[\W_]*(?:[0-9]{1,2}|[ivx]{1,3}|one|two|three|four|five)?[\W_]*)?",
    re.IGNORECASE,
)
"""What may stand beside a day in a line that says nothing else: "Day 2 – ", "When: "."""
START_HEADS = frozenset(
    "begin beginning begins first from opening opens start starting starts".split()
)
END_HEADS = frozenset(
    "close closes closing end ending ends finish finishes last till to until".split()
)
"""Words in the heads of two columns whose dates are one range."""
DEADLINE_HEADS = frozenset("deadline deadlines due".split())
"""Words in the head of a column whose dates end what another column begins, as `END_HEADS` do."""
NUMBER_HEADS = frozenset("# id item nr no ref s/n sl sr".split())
"""What heads a column of numbers, without its full stop."""
TIME_HEADS = frozenset("hour hours time times".split())
CONTESTANT_HEADS = frozenset(
    "athlete bib cyclist driver finisher heat lane name pos position rank rider rower runner skater"
    " skier swimmer".split()
)
"""Words in the heads of columns of times of day; beside the heads of others, those are lengths."""
LISTINGS = frozenset(
    """calendar dates diary events fixtures itinerary list planner program programme rota roster
    schedule timeline timetable""".split()
)
"""What a heading calls a list of the dates below it."""
CALENDARS = LISTINGS | frozenset("season semester term trimester".split())
"""What a heading calls after the year of the dates below it, beside plurals: "Meetings 2025"."""
EDGES = frozenset("after before by from since till until".split())
"""Words before a year in a heading that is not that of the dates below: "since 1998"."""
RETROSPECTS = lazy_compile(
    r"(?i:\b(?:accounts|budgets?|figures|reports?|results|reviews?|statements?|statistics|surveys?)\b)"
)
"""What is written after the year that it is of, and may tell of later dates: "Report 2023"."""
DAY_HEADS = frozenset(("date", "dates", "day", "days"))
"""The head of a column whose numbers are days."""
BEFORE_DATE = lazy_compile(rf"\)?{WHITE}[,;]?{WHITE}(?i:on|of|for){WHITE}(?i:the{WHITE})?")
"""What may stand between a time and its date."""
BEFORE_DATE_BARELY = lazy_compile(rf"\)?(?:{WHITE}[,|(]?{WHITE}|{WHITE}[-{_DASHES}]{WHITE})")
AFTER_DATE = lazy_compile(
    rf"{WHITE}[,;|(]?{WHITE}(?:[-{_DASHES}]{WHITE})?(?i:(?:and\s)?(?:at|from|by|until|till|before"
    rf"|after|between|around|about|approximately|@|(?:starting|beginning|commencing|opening|starts"
    rf"|begins|opens)(?:\s(?:at|from))?|no\slater\sthan|time:)[^\S\n]{{1,3}}\n?)?(?i:the{WHITE})?\(?"
)
"""What may stand between a date and its time."""
UNTIL_DATE = lazy_compile(
    rf"\)?{WHITE},?{WHITE}(?:[-{_DASHES}]|(?i:to|until|till|through)\b){WHITE}(?i:the{WHITE})?"
)
"""What may stand between the first moment of a stretch and its last."""
UNITS_AFTER = lazy_compile(
    r"[^\S\n]?(?i:%|percent|per\scent|million|billion|trillion|thousand|km|kg|m|cm|mm|mb|gb|points?"
    r"|dollars|euros|pounds|metres|meters|miles|feet|tons|tonnes)(?![^\W_])"
)
"""Units after a number with a stop, which is then no time of day."""

# --- Words of drafts: titles ----------------------------------------------------------------------

BEFORE_A_DATE = lazy_compile(
    r"(?:(?:[\s,(]|^)(?:on|in|at|from|since|until|till|by|of|for|during|as of|as from|before|after"
    r"|up(?= (?:till|to|until))|to|through|between|throughout|(?:most )?recently"
    r"|(?:no|not) later than|starting|beginning|commencing|back(?= [io]n)"
    r"|early|earlier|late|later|mid|only|the|so|around|about|approximately|roughly|i\.e\.,?"
    r"|with effect|(?:a )?(?:date(?! on)|dated)|(?:beginning|close|end|middle|start) of))+\s*\Z",
    re.IGNORECASE,
)
"""Words before a date that go with it when it is taken out of a sentence."""
WHEN_IT_HAPPENS = lazy_compile(
    r"(?:\b(?:after|before|in|since|from|between|during|until|till|by|throughout)\s(?:the\s)?|[(])\Z",
    re.IGNORECASE,
)
"""Words before a month or a year that tell when, unlike those of "the budget for 2025"."""
AND_OR = r"(?:and|or|&)"
BETWEEN_TIMES = lazy_compile(r"\s*(?:,|(?:,\s)?(?:and|or))\s(?:in\s)?")
"""What stands between dates of a list: "in February and April"."""
SEASON_OF_A_DATE = lazy_compile(
    r"(?<=\bthe )([\0\1])\s(?:season|(?:academic|financial|fiscal|school) year)\b", re.IGNORECASE
)
"""What goes with a date that has an article: "in the 2025/26 season"."""
AFTER_A_DATE = lazy_compile("['’]s\\b")
"""What goes with a date after it: "next year's congress"."""
WEAK = frozenset(
    """a about after also am an and are as at be been before being between but by can could
    did do does during for from had has have he her him his i if in into is it its may me
    might must my no nor not of on onto or our over shall she should since so than that the
    their them then there these they this those till to under until us was we were what when
    where which while who whom whose why will with without would you your""".split()
)
"""Words that no title begins or ends with."""
DENIES = lazy_compile(r"(?:no|not)\s", re.IGNORECASE)
"""A weak word at the beginning without which a title says the opposite: "No classes"."""
HALVES_OF_DAY = frozenset(("am", "pm"))
PARTS_OF_DAY = frozenset("afternoon evening morning night".split())
ARTICLES = frozenset(("a", "an", "the"))
PRONOUNS = frozenset(("he", "it", "she", "they"))
"""Subjects that stand for that of the sentence before."""
SUBJECTS = PRONOUNS | frozenset(("i", "there", "these", "this", "those", "we", "you"))
"""Weak words that a title may begin with, as the subject of its verb."""
POSSESSIVES = frozenset("her his its our their".split())
DETERMINING_SUBJECTS = frozenset("another each that these this those".split())
"""Determiners that may be subjects."""
IT_IS_A = lazy_compile(
    r"\w+\s(?:\w+\s)?(?:is|are|was|were|be|been)\s(?:(?:also|now|only)\s)?"
    r"(?:(?:an?|the|its|their|our|his|her)\s|[A-Z])"
)
"""How a clause begins whose subject goes without loss: "It is the first visit"."""
ADVERBS = frozenset(
    """again ago almost already also always else even ever first hence here instead just later next
    now often once perhaps rather soon still then thus today together tomorrow yet
    yesterday""".split()
)
"""Words besides those in -ly that may stand between a subject and its verb."""
NO_ADVERBS = frozenset("ally anomaly assembly family italy july monopoly reply supply".split())
"""Nouns in -ly."""
QUANTITIES = frozenset(
    """all both few first five four further many more most one other others second several some
    third three two""".split()
)
"""Words that name no subject by themselves: "the other two"."""
PLACEHOLDERS = frozenset("a midday midnight n na nil none noon tba tbc tbd to".split())
"""Words of a cell that name nothing."""
PLURAL_PRONOUN = "they"
OF_PERSONS = frozenset(("he", "she"))
LIKE_WEAK_WORDS = frozenset(("A", "IT", "May", "US"))
"""What ends a title though it is weak in small letters: "Hall A"."""
IN_A_PLACE = lazy_compile(
    r"(?:In|At|Near) (?:[A-Z][\w’'-]+ ){1,3}(?=(?:about|all|almost|an?|both|more|nearly|only|over"
    r"|some|the|[0-9]+)\b)"
)
"""A place that leads a sentence without a comma: "In Basel only 61 millimetres fell"."""
PLACE_LINE = lazy_compile(
    r"(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)?, ){1,2}[A-Z][\w.’' -]{1,30}? [–—-]+ "
    r"|[A-Z][A-Z .,’'/-]{1,40}(?:(?:—| [–—-]+ )(?=[A-Z])| (?=(?:The|An?)\s))"
)
"""The place that a release names before its first sentence."""
POST_PARTICIPLE = lazy_compile(
    r"(?<!\bnow)(?<!\bbe)(?<!\bis)(?<!\bwas)(?<!\bare)(?<!\bwere)(?<!\bbeen)\s(?:held|observed|planned"
    r"|scheduled|slated)\s*,?\s*\0\s*\.?\Z"
)
"""What is left of "the summit held in June" when the date is gone."""
RELATIVE = (", which ", ", who ", ", whose ")
RELATIVE_AT_END = lazy_compile(r",? (?:which|who|that)\Z")
WHICH, WHOSE = "which", "whose"
OF_WHICH = lazy_compile(r"[a-z]+ wh(?:ich|om)\b")
"""How an aside begins that has a preposition: "of which", "for whom"."""
BESIDES = lazy_compile(r", (?:with|according to) ")
"""What begins words that have a date of their own beside the sentence before."""
NAME_AT_END = lazy_compile(
    r"\b[A-Z][\w.’'-]*(?:\s(?:(?:of|de|del|der|la|the|van|von)\s)*[A-Z][\w.’'-]*)*\Z"
)
"""A name that words end with: "Mr. Jon Dahl of Norway"."""
NAMED_AT_END = lazy_compile(r"\b[Tt]he\s[A-Z][\w.’'-]*(?:\s[A-Z][\w.’'-]*)*\Z")
"""A name with its article that words end with: "the Rail Treaty"."""
_DETERMINER = r"\b(?:the|an?|its|their|his|her)\s"
DETERMINER = lazy_compile(_DETERMINER)
PHRASE_AT_END = lazy_compile(
    rf"\b(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Hh]is|[Hh]er)\s(?!.*{_DETERMINER}).*\Z"
)
"""What stands after the last article of some words."""
COMPARING = frozenset(("earlier", "later"))
"""Words that lead a sentence only by themselves: "Earlier, the mayor"."""
IN_A_STATE = lazy_compile(
    r"(?:in|on|out of|under) (?:display|force|office|operation|place|service|use)\b"
)
"""What a thing is in, and no event: "in force"."""
PEOPLE_OF = lazy_compile(r"\b[a-z]{2,}s\s(?:at|from|of)\s(?:the\s)?\Z")
"""People and the place they are of, at the end of words: "members of the"."""
EXCEPTION = lazy_compile(r"\bthe exception of\s")
"""What stands before a name without being part of it."""
IT_HAPPENS = lazy_compile(
    r"(?:(?:to|will|would|is|are|was|were|has|had|be|been|also|then|due|expected|scheduled)\s)*"
    r"(?:held|t(?:ake|akes|ook|aken)\splace|begins?|began|begun|convened|ends|ended|hosted|lasts"
    r"|lasted|opens|opened|organi[sz]ed|starts|started)\b"
)
"""How a predicate begins that is said of what happens."""
HAPPENINGS = lazy_compile(
    r"\b(?:assembl(?:y|ies)|ceremon(?:y|ies)|championships?|concerts?|conferences?|congress(?:es)?"
    r"|consultations?|courses?|debates?|dialogues?|elections?|exhibitions?|fairs?|festivals?|forums?"
    r"|games|hearings?|matche?s?|meetings?|negotiations?|referendums?|rounds?|seminars?|sessions?"
    r"|summits?|talks|tournaments?|tours?|trials?|visits?|workshops?)\b",
    re.IGNORECASE,
)
"""Nouns for what happens, and does not only exist."""
IT_IS_WRITTEN = lazy_compile(
    r"(?:(?:was|were|been|had|has|have|being|also|first|later)\s)*"
    r"(?:adopted|amended|approved|concluded|delivered|drafted|issued|presented|published|ratified"
    r"|released|signed|submitted)\b"
)
"""How a predicate begins that is said of a document."""
IS_OF_A_PLURAL = lazy_compile(r"(?:are|have|were)\b")
"""How a predicate begins that is said of several things."""
OF_WHAT = lazy_compile(
    r",\s(the\s[^,]{1,40}?)\s(?:of|on|to) which(?=\s(?:had|has|have|is|was|were|will)\b)"
)
"""What begins a clause of its own: ", the report on which was sent"."""
DEFINED_BY = lazy_compile(
    r"\0(?:,| as) the (?:date|day|deadline|month|year) (?:(?:by|in|on) which|that|when)\s"
)
"""What follows a date and says what happened then: "3 May, the day on which"."""
APPOSITION = lazy_compile(r",\s(?=(?:an?|the)\s)")
"""What begins other words for the same: "Ann Lee, the mayor"."""
AFTER_A_COMMA = lazy_compile(r",\s(?:and\s)?")
FOLLOWED_BY = lazy_compile(r",?\s(?:to be )?followed\s(?:\0\s)?by\s")
"""What stands between an event and the next one: "a mass, followed on 3 May by a ball"."""
DONE_BY = lazy_compile(
    r"\s(?:led|made|run|[a-z]{2,}ed|[a-z]+(?:ught|awn|iven|itten|uilt))\sby(?:\s(?:an?|the|its|their))?"
    r"\s[^\s,]+(?:\s(?:[A-Z0-9][\w.’'-]*|and|for|of|the))*\Z"
)
"""Who did it, at the end of words: "built by the city of Osh"."""
NAME_IN_APPOSITION = lazy_compile(
    r", (?:[Tt]he )?(?:[A-Z][a-z]{1,4}\. )?([A-Z][\w.’'-]+(?: [A-Z][\w.’'-]+)+)\Z"
)
"""A person's name that words end with, after what the person is: "the mayor, Ann Lee"."""
SOME_TIME = lazy_compile(r"after|before|during|since")
"""Prepositions before "which" that only tell when: "after which"."""
TO_BE = lazy_compile(r"to be\s")
BETWEEN_NAMES = lazy_compile(r",\s|\s(?:and|by|for|of|at|to|with)\s")
INDIRECT = frozenset(("that", "whether"))
BASE = frozenset(("be", "have"))
PREPOSITIONS = frozenset("as at by during for from in into of on over to with".split())
AT_THE_TIME = frozenset("at during in on".split())
"""Prepositions of a lead that tells when: "At its meeting on 3 May, the board"."""
PARTICIPLES = frozenset(
    """available begun born broken built chosen drawn driven due effective given grown known laid
    payable seen shown sworn taken written""".split()
)
"""Participles that do not look like the past: "born in Turin"."""
JOINT = lazy_compile(r",?\s(?:and|but|while|whereas|&|as well as)\s|(?<=[\0\1]),\s")
"""What may join two clauses of a sentence, each with a date."""
THEN = lazy_compile(r"\A(?:again|then|thereafter)\s")
"""How a part of a sentence begins that tells what came next."""
RESTRICTIVE = lazy_compile(r"(?<=\w)\s(?:that|which|who)\s")
RELATIVE_WORDS = frozenset("as if including like such where which who whose".split())
"""Words that begin an aside between commas."""
CONJUNCTIONS = frozenset("after although as because before if once since until when while".split())
"""Words that begin a clause before the main one."""
LEADS = frozenset(
    """after ahead along amid as at because before beginning between by despite during earlier
    due following for from given if in later like of on once owing since starting through
    throughout to together under until upon when where while with within""".split()
)
"""Words that begin what stands before the first comma of a sentence, and before its subject."""
TO_CUT_AT = lazy_compile(
    r"[,;:]?\s(?:[–—-]\s)?(?=(?:about|across|after|among|and|as|at|before|between|by|during|following"
    r"|for|from|in|including|into|on|or|over|since|that|through|to|towards|under|until|when|where"
    r"|which|while|who|with|within|without)\s)|[,;:]\s|\s[–—-]\s",
    re.IGNORECASE,
)
"""Where a title that is too long may end."""
A_PLURAL = lazy_compile(r"\s[a-z]{2,}s\b")
"""The word after a quantity, which is no verb then: "all armed groups"."""
AN_ADJECTIVE = lazy_compile(r"\b(?:an?|the|its|our|their)\s[\w-]+\Z", re.IGNORECASE)
"""What stands before an "and" that may join adjectives."""
SOME_TIME_AFTER = lazy_compile(
    r",?\s(?:until|for|within|in|about|some|up to)?\s?(?:(?:about|some|approximately)\s)?"
    r"(?:[0-9]+|one|two|three|four|five|six|ten|several|a few)\s(?:days|weeks|months|years)\s"
    r"(?:after|before)\s[^,\0]{1,80}"
)
"""A time that is counted from another: "until 5 years after the release"."""
AS_FOLLOWS = lazy_compile(r",?\s(?:as follows|the following):\Z", re.IGNORECASE)
"""What points from the end of a line to those below it."""
LEAD_IN = lazy_compile(
    r"(?:it (?:is|was|has been) (?:\w+ly )?(?:agreed|announced|decided|noted|planned|proposed"
    r"|reported|resolved) (?:that|to) |you (?:can|may|must|should|have to|need to) (?:also |now )?"
    r"|(?:we|i) (?:are (?:delighted|happy|pleased)|hope|intend|plan|would like) to "
    r"|according to [^,]{1,80}, |as [^,]{1,60}, |in an? [^,\0]{1,80}, "
    r"|[“\"][^“”\"\0]{1,300}[”\"],? (?:adds|added|announced|explained|noted|said|says|stressed) "
    r"|[^,“”\"\0]{1,90}?\b(?:adds?|added|announce[sd]?|confirm(?:s|ed)|declare[sd]?|decided"
    r"|explain(?:s|ed)|inform(?:s|ed)|not(?:ed|es)|recall(?:ed|s)|reminds?|reports?|reported|said|says"
    r"|state[sd]|stress(?:ed|es)|told|underlined?s?)(?: [^,“”\"\0]{1,40}?)? that,? )",
    re.IGNORECASE,
)
"""Who says what the rest of the sentence tells."""
SAID_AFTER = lazy_compile(
    r"(?:,[”\"’]?|[”\"’],?) (?!(?:announced|explained|noted|reported|stated) (?:at|by|in|on|\x01))"
    r"(?:[^,\0]{1,60}, ){0,3}?[^,\0]{0,60}?\b(?:said|says|told|added|announced|explained|noted"
    r"|reported|reads?|stated|stressed|wrote|according to)\b(?! that)[^\0]*\Z",
    re.IGNORECASE,
)
"""Who said it, at the end of a sentence."""
SAYS = lazy_compile(
    r"\b(?:added|announced|confirmed|explained|noted|reported|said|says|stated|stressed|told|warned"
    r"|wrote)\b"
)
"""Verbs of saying, after what is said or after who says it."""
TOLD_ITSELF = "told"
"""The verb of saying whose next word is who was told, and not who spoke."""
AND_SAYS = lazy_compile(
    r",? and (?P<what>(?:also )?(?:agreed|called|commended|condemned|expressed|praised|reaffirmed"
    r"|reiterated|thanked|urged|welcomed)\b)"
)
"""How those who said one thing go on, in a communiqué."""
SAID_THEN = lazy_compile(r"\0\s?(?:[.,;”\"]|\Z|(?:at|during|in)\s)")
"""What follows the date on which something was said, unless what is said follows."""
NOT_SAID_THEN = lazy_compile(
    r"\b(?:after|before|between|by|for|from|of|since|until)(?:\s[Tt]he)?\s\Z"
    r"|\b(?:that|to|which|who|whose)\b|[“”\":;\1]"
)
"""What stands between "said" and a date that does not tell when it was said."""
ISSUED_THEN = lazy_compile(
    r"(?:delivered|given|held|issued|made|posted|published|released|sent)\s(?:in\s[^\s,]+\s)?"
    r"(?:on\s)?\Z|\b(?:at|early|in|late|on)\s\Z"
)
"""What ends "said Ann in a statement released"."""
QUOTATION_MARKS = ("”", '"', "’")
AFTER_A_CLAIM = lazy_compile(r",[”\"’]?\s|[”\"]\s")
"""What stands between a claim and who makes it."""
SUBORDINATING = lazy_compile(
    r"(?<=\s)(?:(?:after|at|before|by|during|for|from|in|of|on|since|through|to|under|with) which"
    r"|after"
    r"|although|because|before|once|since|that(?! of\b)|unless|until|when|where|whether|while)\s",
    re.IGNORECASE,
)
"""Words that begin a clause in a sentence."""
CLAUSE_PREPOSITIONS = frozenset("after before since until".split())
"""Those that are prepositions as well."""
TRANSITIVE = frozenset(
    """adopted approved built created established founded held introduced launched made opened
    published received reached signed submitted unveiled won""".split()
)
"""Verbs that lack an object in "the rules that the council adopted in May"."""
AUXILIARIES = frozenset(
    """am are be been being can could did do does had has have is may might must shall should was
    were will would""".split()
)
PRESENT = frozenset(
    """adopts allows announces applies arrives assumes becomes begin begins brings calls
    celebrates closes comes commences completes concludes continues convenes departs
    elects ends enters expire expires flies follows gathers goes holds hosts inaugurates
    includes invites joins lasts launches leaves makes marks means meets moves opens
    organises organizes pays performs plays presents publishes receives releases remains reopens
    replaces requires resume resumes retires returns rises runs sails sees shows signs speaks starts
    stays takes travels visits welcomes wins""".split()
)
"""Verbs of the present that calendars use."""
OTHER_PRESENT = frozenset(
    """appoints approves attends belongs commends comprises condemns confirms considers
    consists contains delivers depends deplores describes establishes expects extends gives
    governs grows happens hears introduces involves keeps maintains obliges obtains operates
    oversees owns proposes provides reaches recalls recognises reduces regrets regulates
    represents restores seeks sells serves sets succeeds suspends urges""".split()
)
"""Others, which tell of no date that is to come."""
IRREGULAR_PAST = frozenset(
    """ate awoke beat bent bit bled blew bore bound bred brought built burnt burst clung crept
    died drank drew dug fed felt fled flung forbade foresaw forgave forgot froze hid hung
    knelt leapt learnt lent lied lit mistook overcame oversaw overtook rang rebuilt sang sat
    sewed shone shook shot shrank shut slept spelt split sprang spun strove stuck swam swept
    swung thrust tied took tore understood undertook underwent upheld used withdrew withheld
    withstood woke won wore wound wrote""".split()
)
"""Forms of the past that neither end in -ed nor stand in the lexicon of dates."""
NO_VERBS = frozenset(
    """advanced based breed deed exceed feed hundred indeed limited mixed naked need proceed related
    sacred seed speed succeed united weed""".split()
)
"""Words in -ed that are adjectives."""
BARELY_NAMES = frozenset(
    """again available become becomes begin beginning begins canceled cancelled close closes closing
    commences confirmed date dates day end ending ends extended from held new on one ongoing
    online open opened opens place planned postponed runs scheduled start starting starts tba tbc
    tentative through time times until venue when where yes zoom""".split()
)
"""Words beside a date that say nothing of what it is the date of."""
ASKING = lazy_compile(
    r"(?:how|what|when|where|which|who|whose|why)\b[^?.;:]{1,90}\?", re.IGNORECASE
)
"""How a question begins that is a title: "Who owns the sea?"."""
ACTION_ASKED = lazy_compile(
    r"(?:how|what|when|where|which)\b.{0,40}?\b(?:can|could|do|may|must|should|will) (?:i|we)"
    r" (.+)\?\Z"
    r"|(?:are|is|will) there (?:be )?(?:any |an? )?(?=\S)(.+)\?\Z",
    re.IGNORECASE,
)
"""A question after something to do, and what that is."""
ANSWER = lazy_compile(
    r"\W*(?:(?:yes|no|probably|usually|at|by|from|in|on|until)\b|\0)", re.IGNORECASE
)
"""How an answer begins that only says when: "In the Old Hall on 3 May"."""
QUESTION = lazy_compile(
    r"(?:can|could|do|does|how|is|are|may|what|when|where|which|who|why|will|would)\b.*?"
    r"\b(?:the|my|your|our|an?)\s(.+)\?\Z",
    re.IGNORECASE,
)
HELD_THERE = lazy_compile(r"\W*held (?:at|in|on|via)\b", re.IGNORECASE)
"""How a line begins that says when and where it was, and names nothing: "Held in Osh on 3 May"."""
LEADING_NUMBER = lazy_compile(
    r"\AQ(?:uestion)?\.?\s?[0-9]{0,3}\s?[.:)]\s|\A[0-9]{1,2}\s(?-i:(?=[A-Z]{2}))", re.IGNORECASE
)
"""What may stand before a question or the words of a heading: "Q3. ", "2 FINANCE"."""
SHORT_QUESTION = lazy_compile(
    r"(?:how|what|when|where|why)\s(?:can|could|did|do|does|may|will|would)\s(.+?)\s\w+\?\Z",
    re.IGNORECASE,
)
"""A heading that asks, and what it asks about."""
ASKS = lazy_compile(
    r"\W*(?:q(?:uestion)?\s?[0-9]*[.:)]\s*|[0-9]+[.)]\s*)?(?:can|could|did|do|does|had|has|have|how|is|are"
    r"|may|must|shall|should|was|were|what|when|where|which|who|whose|why|will|would)\b",
    re.IGNORECASE,
)
"""How a question begins."""
LABELS = frozenset("date dates day days held on time times when where yes".split())
"""Words before a date that only say that it is one, or that it is so."""
NAMELESS = lazy_compile(
    r"(?:\W|\b(?:important|key|main|all|current|future|next|past|upcoming|forthcoming|the|and|of"
    r"|dates?|deadlines?|agenda|calendar|schedule|timeline|programme|program|events?|news"
    r"|at a glance|overview)\b)*\Z",
    re.IGNORECASE,
)
"""Headings that name nothing."""

# --- Words of drafts: the columns of tables -------------------------------------------------------

DATE_HEADS = lazy_compile(
    r"(?:\W|\b(?:dates?|days?|when|time|times|hours?|month|year|weekday|and|of|the|local|or|period"
    r"|actual|estimated|expected|planned|target"
    r"|gmt|utc)\b)*\Z",
    re.IGNORECASE,
)
PLACE_HEADS = lazy_compile(
    r"\b(?:places?|venues?|locations?|where|rooms?|halls?|city|cities|town|host city|country)\b",
    re.IGNORECASE,
)
NAME_HEADS = lazy_compile(
    r"\A(?!.*\b(?:managers?|shepherds?|leads?|owners?|teams?|speakers?)\b)"
    r".*\b(?:events?|activit(?:y|ies)|meetings?|titles?|sessions?|works?|topics?|items?|subjects?|names?"
    r"|descriptions?|exhibitions?|courses?|milestones?|actions?|what|programme|conferences?|releases?"
    r"|versions?|deadlines?|holidays?|lectures?|match|task|stage|phase|occasion)\b",
    re.IGNORECASE,
)
DETAIL_HEADS = lazy_compile(r"\b(?:descriptions?|details?|notes?|remarks?)\b", re.IGNORECASE)
"""Heads of columns, and what their cells hold."""

# --- Words of drafts: kinds -----------------------------------------------------------------------

KINDS = """
deadline!: early-bird rate, rate ends, rates end, offer ends, discount ends, deadline, deadlines,
    due, no later than, last day to, last day for, final day to,
    final day for, last date, final date, latest date, last chance, closing date, expires, expire,
    apply by, must reach, must be received, must be submitted, must be delivered, must be lodged,
    submission, submissions, registration closes, registration ends, registration close,
    accreditation closes, accreditation ends, applications close, applications closed,
    submissions close, nominations close, entries close, bookings close, call closes, cut-off,
    time limit, must be paid, must be returned, must be made
!: due to, class action, class actions
anniversary!: anniversary, centenary, bicentenary, jubilee
holiday!: holiday, holidays, public holiday, bank holiday, no classes, no lectures, no school
statement!: press conference, press briefing, news conference
opening!: on sale, opening ceremony, foundation laid, first day to, first day for,
    registration opens, registration begins, registration starts
opening?: opens, opened, will open, to open, will reopen, reopens, reopened, inaugurated,
    inaugurates, inaugurate, unveiled, unveils
launch?: launched, launches, will launch, goes live, went live, go live, lifts off, lifted off,
    rolls out
election?: elected, elects, re-elected
visit?: visits, visited, will visit
publication?: published, publishes, publish, gazetted, will release, be released, released,
    releases, issued, be published, will follow, becomes available, available
statement?: announces, announced, declared, said, stated, addressed, addresses
meeting?: meet, meets, met, convenes, convened
deadline: submission, camera-ready, camera ready
deadline^: requests, abstracts, papers, proposals, manuscripts, nominations, applications, bids,
    entries
anniversary: commemoration, birthday
holiday: recess, vacation, vacations, half-term, spring break, summer break, autumn break,
    fall break, winter break, christmas break, easter break, thanksgiving break, midterm break,
    mid-term break, midsemester break, mid-semester break, reading break, study break, term break,
    semester break, school break
election: election, elections, referendum, ballot, by-election, vote
visit: visit, tour, excursion, trip, field trip, walk, hike, outing
exhibition: exhibition, exhibitions, exhibit, exhibits, expo, fair, biennale, retrospective,
    trade show
opening: opening, reopening, inauguration, vernissage, groundbreaking, unveiling
launch: launch, lift-off, rollout
publication: special issue, publication, release, releases, notification, notifications, newsletter,
    results, in print
statement: statement, declaration, communiqué, communique, remarks, speech, address, announcement,
    briefing, message
summit: summit
conference: conference, conferences, congress, symposium, forum, convention, colloquium
course: course, courses, class, classes, training, lecture, lectures, seminar, seminars, semester,
    exam, exams, examination, examinations, tutorial, tutorials, orientation, summer school,
    winter school, spring school, autumn school, day school, family workshop, masterclass, lessons,
    practical test, theory test, written test, entrance test
meeting: meeting, meetings, agm, session, sessions, sitting, sittings, workshop, workshops,
    round table, roundtable, panel discussion, panel discussions, talks, negotiations, hearing,
    hearings, plenary, gathering, webinar, debate, dialogue, retreat
meeting+: assembly, board, bureau, committee, panel, working group, steering group, expert group,
    task force
event: sponsored walk, dinner, lunch, breakfast, supper, banquet, reception, concert, photograph,
    party, ceremony, drill, festival
"""
"""Kinds of events, and the words for them: "!" wherever they stand, "?" verbs, "+" bodies that
meet unless they do something else, the others nouns, those with "^" only at the end of the first
noun phrase: "Full papers", and not "papers on rain".

Words without a kind tell nothing, though others within them would.
"""
LASTS = lazy_compile(
    r"\b(?:runs?|lasts?|continues?|on (?:display|show|view)|(?:is|are|be|was|were) closed)\b",
    re.IGNORECASE,
)
"""Verbs of what goes on until a date, which is no deadline."""
IT_OPENS = lazy_compile(r"\b(?:open|opens|opened)\W*\Z", re.IGNORECASE)
IT_CLOSES = lazy_compile(
    r"\b(?:calls?|registrations?|submissions?|applications?|nominations?|entries|bookings?|portal|poll"
    r"|system|window|enrol+ments?|lists?|bids?|tenders?|ballots?|surveys?|consultations?|competition"
    r"|sign-?ups?)\b.*\b(?:close|closes|closed)\W*\Z",
    re.IGNORECASE,
)
"""How titles end that tell it, whatever they are about: "Submission site opens"."""
AN_OBJECT = lazy_compile(r"\S\s(?:an?|her|his|its|the|their)\s\Z", re.IGNORECASE)
"""What stands before a body with which something is done: "joined the board"."""
ACTS = lazy_compile(r"\s(?!(?:and|at|in|of|on|or|with)\b)[a-z]")
"""What follows a body in a title that does something: "Board approved the plan"."""
NAMED_DAY = lazy_compile(
    r"(?<!\b[Aa]t )(?<!\b[Bb]y )(?<!\b[Oo]f )(?<!\b[Bb]efore )(?<!\b[Aa]fter )(?<!\b[Uu]ntil )(?:"
    r"\b(?!(?:Open|First|Second|Third|Last|Latest|Final|Opening|Closing|Study|Reading|Sports|Information"
    r"|Election|Polling|Registration|Orientation|Commencement|Graduation|Career|Industry|Developers?"
    r"|Demo|Field|Training|Family|Community|Conference|Session|Press|Media|Business|Working|Match"
    r"|Race|Results|Release|Launch|Advisement|Advising)\b)"
    r"[A-Z][\w.’']+(?<!ing) (?:Day|Eve)\b(?! \d)"
    r"|\b(?:Christmas|Diwali|Easter|Good Friday|Holi|Ramadan|Nowruz|Nauryz|Thanksgiving|Whit Monday"
    r"|(?:Eid|Id)[ -][au]l-[A-Z]\w+)\b)"
    r"(?!\s(?!(?:and|begins|ends|is|observed|or|weekend|will|Day|Eve|Friday|Monday|Sunday)\b)[A-Za-z])"
)
"""Days with a name of their own, unless they name something else: "Labour Day parade"."""
OFFICES_CLOSED = lazy_compile(
    r"(?<!\bBox )"
    r"\b(?:campus|college|courts|faculty|institute|offices?|registry|schools?|university)\b"
    r"(?:(?!\b(?:had|was|were)\b)[^.;]){0,30}\bclosed\b(?!\ssince)",
    re.IGNORECASE,
)
"""What tells of a holiday without its name."""
END_OF_HEAD = lazy_compile(
    r"[,:;(–—]|\s(?:of|for|on|with|by|in|at|to|from|about|among"
    r"|after|before|during|following)\s"
)
"""What ends the first noun phrase of a title."""
ASKS_TO = lazy_compile(r", meet \Z", re.IGNORECASE)
"""What only tells those who come what to do: "Trail, free, meet in the foyer"."""
MORE_IS_TOLD = lazy_compile(
    r",\s(?:[a-z]+\s)?(?:which|who|whom|whose)\b|\sthat\s(?:had|has|have|is|was|were|will|would)\b"
)
"""What begins to tell more of what a title names."""
ON_SHOW = lazy_compile(r"\b(?:on (?:display|show|view)|now showing)\b", re.IGNORECASE)
"""A heading of exhibitions that does not name them so."""
SEVERAL_NAMED = lazy_compile(
    r"\A(?:[\w’'-]+ ){0,3}[\w’'-]+s(?:,| and| or| &| ?/)\s?(?:[\w’'-]+ ){0,2}[\w’'-]+s\b",
    re.IGNORECASE,
)
"""A heading of several things, which tells of none which it is: "Sessions and closures"."""
BY_WHOM = lazy_compile(r"\sby(?:\s\S+){1,5}")
"""Who did what a title tells, with a noun that says nothing of it: "by an act of Congress"."""
BY = lazy_compile(
    r"\b(?:by|until|till|up to|(?:no|not) later than|due)"
    r"(?:\s(?:noon|midnight|close of business"
    r"|[0-9]{1,2}[.:]?[0-9]{0,2}\s?(?:[ap]\.?m\.?|hrs|hours|h)?)"
    r",?(?:\son)?)?(?:\sthe)?(?: end of)?\s*\Z"
    r"|\bbefore the end of\s*\Z",
    re.IGNORECASE,
)
"""What makes the day after it a deadline."""

# --- Words of drafts: places ----------------------------------------------------------------------

VENUES = (
    r"(?:abbey|academy|airport|arena|armou?ry|atrium|auditorium|bandstand|barn|basement|beach"
    r"|boathouse|building|caf[eé]|campus|canteen|car park|castle|cathedral|cellar"
    r"|cent(?:er|re)|chambers?|chapel|church|cinema|clinic|club|clubhouse|college|corridor|court"
    r"|courtyard|crypt|depot|embassy|farm|field|forecourt|foyer|gallery|gardens?|green|grounds"
    r"|gym(?:nasium)?|hall|harbou?r|headquarters|hospital|hotel|house|inn|institute|lab|laboratory"
    r"|lawn|library|lobby|lodge|loft|lounge|marquee|meadow|memorial|minster|monastery|mosque"
    r"|museum|office|orangery|palace|park|pavilion|pier|playground|polytechnic|port|priory|quay"
    r"|racecourse|refectory|residence|restaurant|rink|(?:ball|board|class|court|show|tea)?rooms?"
    r"|school|seafront|showground|site|slipway|slope|square|stadium|station|street|studio"
    r"|synagogue|tavern|temple|terminal|terrace|theat(?:er|re)|university|vault|velodrome"
    r"|waterfront|wharf|yard)"
)
_OPEN_VENUES = (
    "(?:beach|campus|court|field|green|grounds|lawn|meadow|pier|playground|quay|seafront|site|slope"
    "|square|street|terrace|waterfront|wharf)"
)
"""Venues that one is "on" rather than "in"."""
A_VENUE = lazy_compile(
    rf"\b(?i:{VENUES})\b"
    r"(?=[’'.]|\s*(?:\Z|[^\w\s]|[A-Z0-9]|(?:and|at|de|des|for|in|no|of|on|the)\b))"
    r"|\b(?i:bay|berth|booth|door|floor|gate|hangar|hut|level|pitch|platform|shed|stage|stand|tent)s?"
    r"\s(?:No\.\s)?(?:[A-Z]|[0-9])+\b"
    r"|\b(?:Stage|Wing)\Z"
)
"""A word for a venue that is no part of what another word names: "Park" of "Park cleaning"."""
PLACE_LABEL = lazy_compile(
    r"[*_]{0,3}(?:venue|place|location|where|room)s?\s*:[*_]{0,3}\s*(.+)\Z", re.IGNORECASE
)
NAME_LABEL = lazy_compile(r"\A[*_]{0,3}(?:event|title|topic|what)\s*:[*_]{0,3}\s", re.IGNORECASE)
"""What stands before the name of an event, and is no part of it."""
_RESERVE = "(?:alternative|back-?up|fallback|rain|reserve|snow|weather) (?:dates?|days?)"
DETAIL_LABEL = lazy_compile(
    rf"[*_]{{0,3}}(?:{_RESERVE}|admission|chairs?|contacts?|costs?|e-?mail|entry|fees?|hosts?|languages?|moderators?"
    rf"|organi[sz]ers?|phone|prices?|speakers?|tel|telephone|tickets?|web|website)\s*:[*_]{{0,3}}\s",
    re.IGNORECASE,
)
"""A line of what an event has besides, which does not name it."""
NO_PLACE = frozenset(
    """act agenda agreement annex appendix april article assembly association august autumn board
    bureau cabinet chapter charter christmas commission committee community conference
    congress convention council december decision declaration department document easter
    english february federation force forum french friday german government group january
    july june law league march may meeting memorandum ministry monday november october
    office online organisation organization panel parliament part partnership phase police
    programme project protocol registration resolution russian saturday secretariat
    section senate september session spring statute strategy summer summit sunday system
    tba tbc tbd thursday treaty tuesday turkish union virtual volume wednesday winter
    working zoom
    agency apply authority awards bible bundestag ceremony chair championship championships
    constitution cup derby duma eurogroup festival final finals foundation games gazette guardian
    herald journal knesset olympics oscars paralympics register times tournament""".split()
)
"""Words of what is no place, though it stands after "in" or "at" with a capital."""
NOWHERE = frozenset(
    "online remote remotely tba tbc tbd teams various varies virtual virtually webinar zoom".split()
)
"""First words of what stands for a place and is none."""
STATUSES = frozenset(
    """announced canceled cancelled closed closes confirmed decided extended full open opens
    postponed sold tba tbc tbd""".split()
)
"""Last words of what says how a place is, and does not name it: "University Closed"."""
INDEFINITE = frozenset("a an another any each every some that these this those".split())
UNNAMED = INDEFINITE | POSSESSIVES | frozenset(("your",))
"""Words before a place that does not have its name then: "at their hall"."""
ANY_VENUES = frozenset(
    """academy building club college court embassy hotel house institute office school site
    venue""".split()
)
"""Words for venues that name none by themselves: "at the club"."""
NOT_LOCAL = lazy_compile(
    r"\b(?:participat\w+|interest\w*|invest\w*|believ\w+|engag\w+|member\w*|published|confidence"
    r"|trust|success|based|born|involv\w+|increase|decrease|role|join\w*|expert\w*|speciali\w+"
    r"|confiden\w+|state[sd]?)\s*\Z",
    re.IGNORECASE,
)
"""Words before an "in" that is not of a place."""
OF_A_PERSON = lazy_compile(
    r"\b(?:analyst|curator|director|economist|engineer|fellow|lecturer|professor|researcher|scientist"
    r"|student|teacher)s?\s\Z",
    re.IGNORECASE,
)
"""What stands before the place that a person works at."""
AT_A_PLACE = lazy_compile(
    r"(?:\b(?P<how>in|at|near|outside|inside|reach(?:es|ed)?"
    r"|(?:(?<=[Ll]aunch )|(?<=[Ll]aunched )|(?<=streamed )|(?<=broadcast )|(?<=live )|(?<=off )"
    r"|(?<=place )"
    r"|(?<=place on \0 )|(?<=sails )|(?<=[Vv]oyage ))from"
    r"|(?:(?<=[Ee]xcursion )|(?<=[Oo]uting )|(?<=[Tt]our )|(?<=[Tt]rip )|(?<=[Vv]isit )"
    r"|(?<=[Ww]alk ))to)|@)"
    r"\s+(?P<the>the\s+)?(?P<name>(?:[0-9]{1,4}\s)?[A-Z][\w.’'-]*"
    r"(?:\s+(?:(?:of|the|de|des|du|la|le|del|al|and|der|van)\s+){0,2}(?:[A-Z][\w.’'-]*|[0-9]{1,4}\b))"
    r"{0,5})"
)
AT_A_VENUE = lazy_compile(
    rf"(?:(?:\b(?:in|into|at)|(?<=, )from|\bon(?=(?:\s+[\w’'-]+){{0,4}}\s+{_OPEN_VENUES}\b))"
    r"\s+(?:the\s+|our\s+)?"
    r"|\bto\s+(?:(?:the\s+|our\s+)|(?=[\w’'-]+(?:\s[0-9]|\W*\Z))))"
    rf"(?P<name>(?:[\w’'-]+\s){{0,2}}{VENUES}(?:\s[0-9]+|\s[A-Z]\b)?"
    r"(?:\sof(?:\sthe)?(?:\s[A-Z][\w’'-]+)+)?(?:\s(?:in|on)\s[A-Z]\w+(?:\s[A-Z]\w+)?)?)(?![\w-])"
)
OF_A_LAND = lazy_compile(
    r"\b(?:Alps|Bahamas|Basin|Caucasus|Delta|Desert|District|Gambia|Hague|Hills|Islands?|Maldives"
    r"|Mountains|Netherlands|Peninsula|Philippines|Province|Region|Valley)\Z"
)
"""How places end that stand after "in the"."""
HAPPENED_THERE = lazy_compile(
    r"\b(?:adopted|concluded|formed|founded|held|hosted|inaugurated|launched|opened|signed|unveiled)\b"
)
"""Verbs of what happens at a place that the end of an item names: "Charter signed, Apia"."""
AFTER_A_PLACE = lazy_compile(
    r"\s*(?:\Z|[\0.,;:()–—]|(?:and|in|on|at|from|to|for|with|by|as|under|where|will|was|were|is|are|has"
    r"|have|had|would|before|after|during|last|this|next|until|of|itself)\b)"
)
"""What may follow the name of a place; after another word, the name belongs to that."""

# --- Words of drafts: dates that are no events of their own ---------------------------------------

ISSUED = lazy_compile(
    r"(?:^|[.|(\n\t/·•]\s*|\s{3})[*_]{0,3}(?:(?:first|last|page|this page was|originally|date"
    r"|notice|circular|bulletin|newsletter|(?:(?:press|news|media) )?release)\s+(?:last\s+)?){0,4}"
    r"(?:published|posted|issued|updated?|modified|revised|released|printed|created|dated|sent"
    r"|uploaded|circulated|accessed|retrieved|reviewed|status|date of publication|publication date"
    r"|publishing date|date of issue|last change|changed|amended|edited|checked"
    r"|(?:for )?immediate release|(?:press|news|media) (?:note|notice|release|statement|summary)"
    r"|circular|bulletin|newsletter)(?:\sby(?:\s[^\s,;:.]{1,30}){1,3})?(?:\s(?:on|at|of|in|this))?"
    r"[\s:,–-]{1,4}\Z"
    r"|\bedited this page (?:on )?\Z"
    r"|(?:^|\n)\W*(?:for (?:immediate )?release|release date|version|revision"
    r"|(?:correct|current|valid) as (?:of|at|on))[\s:,–-]{1,4}\Z"
    r"|(?:^|\n)(?:circulated|signed)\s\Z"
    r"|\blast (?:change|edit|modification|review|update)[\s:]+\Z"
    r"|\bembargo(?:ed)?\b[^.\n]{0,30}\Z"
    r"|(?:^|[.\n]\s*)(?:compiled|drawn up|prepared) by\s[^,;:\n]{1,40}[\s,]+(?:on |in )?\Z"
    r"|(?:^|\n)(?=[^\n]*(?:_{3}|\.{4}|…))[^\n]*\bdated?[\s:]+\Z"
    r"|(?:^|\n)done (?:at|in) [^,.;\n]{2,40},? (?:on )?(?:this |the )*\Z",
    re.IGNORECASE,
)
"""What stands before the date of a text itself."""
AS_OF = lazy_compile(r"\bas (?:of|at|on)[\s:]{1,3}\Z", re.IGNORECASE)
"""What stands before the date of publication, if that is the day of what a text tells."""
QUOTED_HEAD = lazy_compile(r"(?:,? (?:at )?[0-9][^\n]{0,20},)?[^\n]{1,100}\bwrote:")
"""What follows a date in the line above a message that is answered: "On 3 May, Ann wrote:"."""
LABEL_OF_AN_EVENT = lazy_compile(
    r"(?:^|\n)[^\S\n]*(?:[^\s|:]+[^\S\n]+){0,4}?"
    r"(?:clos(?:es|ing)|deadline|due|expir(?:es|y)|opens?|opening|starts?|begins|ends?|interviews?"
    r"|submissions?|applications?|events?|meeting)\b(?:[^\S\n]+(?:date|day|on|by|time|and)){0,3}"
    r"[^\S\n]*[:|]?[^\S\n]*\n?[^\S\n]*\Z"
    r"|\bheld\b[^\n]{0,40}\n\s*\Z",
    re.IGNORECASE,
)
"""A line or cell directly before a date that says what is then: "Closing date"."""
RELEASED_THEN = lazy_compile(r"\s*[|,–—-]*\s*for immediate release\b", re.IGNORECASE)
"""What follows the date of a text itself."""
COPYRIGHT = lazy_compile(r"(?:©|\(c\)|\bcopyright\b)[^.\n]{0,60}\Z", re.IGNORECASE)
MESSAGE_HEAD = lazy_compile(
    r"^[>\s]{0,4}(?:from|to|cc|sent|date|subject|reply-to|received|message-id|re):\s",
    re.IGNORECASE | re.MULTILINE,
)
"""The lines above a message."""
_DOCUMENTS = (
    r"(?:acts?|agreements?|archives?|articles?|bulletins?|calendars?|censuse?s?|charters?|circulars?"
    r"|codes?|communiqu[eé]s?|constitutions?|conventions?|decisions?|declarations?|decrees?"
    r"|directives?|documents?|editions?|guidelines|laws?|letters?|memorand(?:um|a)|minutes|notes?"
    r"|lists?|notices?|orders?|ordinances?|papers?|protocols?|regulations?|reports?|resolutions?|rules"
    r"|rulings?|statements?|statutes?|strateg(?:y|ies)|surveys?|templates?|treat(?:y|ies)|versions?)"
)
DOCUMENTS = lazy_compile(rf"\b{_DOCUMENTS}\b", re.IGNORECASE)
"""Nouns for what is written."""
CITED = lazy_compile(
    rf"\b{_DOCUMENTS}(?:\s(?:no|nr|number|n)?\.?\s?[0-9][\w./-]*)?,?"
    r"\s(?:(?:of|from|dated|adopted|approved|circulated)\s"
    r"(?:on\s)?|is dated\s|was dated\s)?(?:the\s)?\Z"
    r"|\b(?:dated|dtd?\.)[\s:]{1,3}\Z",
    re.IGNORECASE,
)
UNDATED = lazy_compile(r"s,?\s\Z")
"""How documents end of which no word says that a date is theirs: "papers 3 May"."""
COVERING = lazy_compile(
    r"\b(?:accounts|agenda|archive|budget|calendar|catalogue|data|dates|days|deficit|directory"
    r"|edition|exhibitions|expenditure|fees|figures|forecasts?|outlook|projections?|targets?|terms"
    r"|findings|income|list|meetings|plan|plans|programme|prospectus|report|review"
    r"|schedule|season|statistics|surplus|timetable|yearbook)"
    r"(?:\s(?:for|of)(?:\sthe)?|,)?\s\Z"
    r"|\b(?:deficit|exhibitions|expenditure|findings|income|meetings|surplus)\sin(?:\sthe)?\s\Z"
    r"|\b(?:academic|budget|calendar|crop|financial|fiscal|fishing|marketing|tax)\s(?:years?\s)?\Z",
    re.IGNORECASE,
)
"""What stands before the date of a document that is named, and the period that one covers."""
PERIOD_ENDED = lazy_compile(
    r"\b(?:months?|period|quarters?|weeks?|years?)\s(?:ended|ending)\s\Z"
    r"|(?:\bthe\s|\()(?:(?!new)\w+\s)?(?:months|period|quarter|half-year|year)\sto\s\Z",
    re.IGNORECASE,
)
"""What stands before the last day of a period that figures cover."""
COMPARED = lazy_compile(
    r"\b(?:first|last|only|most|least|best|worst|[a-z]{2,}est)\b[^.,;:]{0,40}\ssince\s\Z",
    re.IGNORECASE,
)
"""What stands before the time that something is compared with: "the best year since 2008"."""
AGENCY = lazy_compile(r"\s*\([A-Z]{2,12}\)[.:]?\s")
"""The agency that stands after a dateline: "(AFP)"."""
OF_A_PERIOD = lazy_compile(r"(?:,|\(|\b(?:for|of))\s?\Z")
"""What stands before the period of what is out: "14 February: prices, January 2024"."""
TO_DO = lazy_compile(r"\sto\s[a-z]+\b")
"""How a headline tells what is to come: "Plant to close"."""
IN_BRACKETS = lazy_compile(r"\(([A-Za-z][^()\0\1]{1,60})\)")
"""What may tell two items of one name apart: "Council (Trade)"."""
A_LIFE = lazy_compile(
    r"\b(?:born|b\.|d\.|died|birth|née)(?:\s(?:in|on|after|before|or|around|between|c\.)){0,3}\s?\Z"
    r"|\bborn (?:in |at )?(?-i:[A-Z][\w’'-]+,? ){1,3}(?:in |on )?\Z",
    re.IGNORECASE,
)
DIED = lazy_compile("died", re.IGNORECASE)
"""The one of these words whose day may be that of an event: "died on 3 May"."""
IN_BRACKETS_AFTER_A_NAME = lazy_compile(
    r"[A-Z][\w.’'-]+\s(?:(?:al|bin|da|de|del|der|di|du|ibn|la|le|van|von)\s){0,2}[A-Z][\w’'-]+\s?\(\Z"
)
OF_WORKS = lazy_compile(
    r"\b(?:works?|pieces|drawings?|paintings?|photographs?|photos|prints|letters|records|registers?|maps"
    r"|manuscripts?|films?|objects|holdings?|gaps?|baptisms|charters?|copies|books|files|volumes"
    r"|art|glass|ceramics|posters|textiles|sculptures?|portraits?|watercolou?rs|postcards|coins|silver"
    r"|(?!(?:has|is|was)\b)[a-z]+s (?:built|made|painted|printed|written)"
    r"|survives?|dates?\s(?:back|from|to)|dating)"
    r"(?:\s(?!(?:begin|close|continue|end|finish|open|resume|start|stop)s?\b)\w+){0,2}"
    r"\s(?:from|of|for|between|since|to)?\s?\Z",
    re.IGNORECASE,
)
WORKS_NAMED = lazy_compile(
    r"\b(?:shows?|showing|features?|featuring|includ(?:es?|ing)|works?|paintings?|novels?|films?|books?"
    r"|albums?|poems?|plays|author|such as)\b",
    re.IGNORECASE,
)
"""Words of a sentence in which a year in brackets is that of a work: "it shows Irises (1890)"."""
THING_OF = lazy_compile(
    rf"\b(?:{VENUES}|boat|bridge|class|cohort|deed|floods?|summers|winters|engine|lease"
    rf"|locomotive|map|mill|organ|ship|tower|train|tram|will)"
    r" of (?:the year )?\Z",
    re.IGNORECASE,
)
"""What stands before the year that a thing is from: "the house of 1887"."""
SOURCES = lazy_compile(
    r"[\W_]*(?:bibliography|further reading|literature|references?|see also|sources?)\s?:",
    re.IGNORECASE,
)
"""How a line of what a text is drawn from begins: "Sources: Velm Echo, 3.5.1898"."""
IN_RESERVE = lazy_compile(
    rf"\b{_RESERVE}[\s:]+"
    r"(?:is\s|on\s)?\Z",
    re.IGNORECASE,
)
"""What stands before a day on which an event is held only if it must be moved."""
STATE_SINCE = lazy_compile(
    r"(?:\A|[,(.]\s?)(?:[a-z]+ly\s)?[a-z]+\ssince\s(?:early\s|late\s)?\Z", re.IGNORECASE
)
"""What stands before the time in which a state began that is told in passing: "(vacant since"."""
BUILT = lazy_compile(
    r"(?<!\bis )(?<!\bwas )(?<!\bare )(?<!\bwere )(?<!\bbeen )\bbuilt[ ](?:in\s|around\s|c\.\s?)?\Z"
    r"|\b(?:built|dating|established|est\.|estd\.|formed|founded|rebuilt|recorded|restored)[ ]\Z",
    re.IGNORECASE,
)
"""What stands before the year of a thing or a body that is only named: "the shed built in 1962"."""
FOR_INSTANCE = lazy_compile(r"\b(?:e\.g\.|for example|for instance|such as),?\s\Z", re.IGNORECASE)
"""What stands before a time that is only an example."""
COMPASS_POINTS = frozenset("ensw")
"""What may stand between the number of a house and its street: "2011 W. Mesquite Ave"."""
YEARS_BEFORE = lazy_compile(r"(?:\b[12][0-9]{3}(?:,? (?:and|or)|,)\s)+\Z")
"""The years of a list before another one."""
CAPTION = lazy_compile(
    r"[\W_]*(?:captions?|fig(?:ure)?s?\.?|illustrations?|images?|photo(?:graph)?s?|pictures?)"
    r"(?:\s(?:by|courtesy|credit|from|of|taken)\b|\s?[:(0-9])",
    re.IGNORECASE,
)
"""How a line below a picture begins: "Photo: the pier, July 1911"."""
HOLDINGS_FROM = lazy_compile(
    r"\b(?:are|cases|data|editions|entries|is|issues|items|was|were|winners)\sfrom\s(?:about\s)?\Z",
    re.IGNORECASE,
)
"""What stands before the years that holdings are from, and not before those of a stretch."""
OPENING_HOURS = lazy_compile(
    r"(?:|.{0,60}\b(?:is|are) )"
    r"(?:open(?!\s(?:air|call|day|week|weekend|evening|forum|house|meeting|rehearsal)s?\b)|closed)"
    r"\b[^.;]{0,80}(?<!until )\Z",
    re.IGNORECASE,
)
"""How a sentence of the hours of a place begins."""
ONWARDS = lazy_compile(r" on(?:wards)?\b(?! the\b)")
"""What follows a time from which something goes on: "from 1956 on"."""
OF_A_NAME = lazy_compile(
    r"\b(?:the|its|their|our|his|her|this|a|an|each|your|for|of)\s\Z", re.IGNORECASE
)
AFTER_A_NAME = lazy_compile(r"\b[A-Z][\w’'-]+\s\Z|[\w],\s\Z")
"""What stands before the year of a title: "Rain Days 2024", "Physics 155, Winter 2015"."""
AFTER_AN_APOSTROPHE = lazy_compile(r"\w['’]\Z")
"""What stands before the year in a name such as "Forum'2024"."""
NUMBER_OF = lazy_compile(
    r"\b(?!(?:half|part|phase|quarter|round|stage|week)\b)[a-z]+\.?\s?[0-9][0-9./-]*\sof\s\Z"
    r"|\b(?:highway|locomotive|road|trail)\s\Z",
    re.IGNORECASE,
)
"""What stands before a number that looks like a year: "Act 1142 of 2004", "road 2011"."""
AN_EDITION = lazy_compile(r"\s(?:edition|issue|model|season|version|vintage)s?\b")
"""What a year is part of, whatever stands before it: "Rules of Racing, 2023 edition"."""
OF_NEWS = lazy_compile(
    r"\W*(?:also on|archive|headlines|in other|latest|more (?:from|news|posts|stories)|news|notices"
    r"|other|read|recent|related|you may also)\b"
    r"(?!.*\b(?:dates|deadlines|events|exhibitions|meetings|programme)\b)[^.?!]{0,40}\Z",
    re.IGNORECASE,
)
"""A heading of a list of other news, each with the date on which it was published."""
A_NAME_ENDS = lazy_compile(r"\b[a-z]*[A-Z][\w’'-]*\s\Z")
"""What stands before the year of a name such as "Forum 2014"."""
YEAR_FIRST = lazy_compile(r"\W*([0-9]{4})(?=[:.]?\s[^\W\d])")
"""A year at the beginning of a line of words."""
A_NOUN_FOLLOWS = lazy_compile(
    r"\s(?!(?:and|or|to|in|on|at|by|for|from|as|with|was|were|is|are|has|had|have|will|the|a|an|of|but"
    r"|when|which|that|he|she|it|they|we|after|before|during|season)\b)[A-Za-z]{3,}"
)
CLAUSE_EDGE = lazy_compile(
    r"[;:]\s|,\s|\s(?:and|but|while|which|who|since(?=\s(?:he|it|its|she|the|they|we)\b))\s",
    re.IGNORECASE,
)
"""What parts the clauses of a sentence, roughly."""
BEFORE_A_PLACE = (" at ", " in ")
"""What stands between a date and its place."""
CLAUSE_END = lazy_compile(r"[,;:.]\s|\s(?:and|but|that|which|who)\s")
"""What ends the words that follow a date and say where it was."""
FIGURES = lazy_compile(
    r"%|\b(?:crore|lakh)\b|\b(?:down|up) from [0-9]|\b[1-9][0-9]{1,2} [a-z]+s in \0"
    r"|\bper ?cent\b|\b(?:million|billion|trillion)\b|\b[0-9]{1,3}(?:,[0-9]{2,3})+\b|\b(?:amounted"
    r"|totall?ed|reached|grew|rose|fell|increased|decreased|exceeded|accounted|welcomed|exported"
    r"|imported|averaged|compared)\b[^.]{0,60}[0-9]|\b(?:turnover|gdp|exports|imports|growth"
    r"|unemployment|inflation|emissions)\b",
    re.IGNORECASE,
)
"""What a period of statistics stands beside."""
COUNTED = lazy_compile(
    r"(?<![0-9.,:/-])(?:(?!(?:1[5-9]|20)[0-9]{2}\b)[1-9][0-9]{2,}\s[a-z]{3,}"
    r"|[0-9][0-9.]*\s"
    r"(?:cm|days|ha|hectares|hours|kg|km|kWh|litres|metres|miles|minutes|mm|MW|tons|tonnes)\b)",
    re.IGNORECASE,
)
"""A number of what is counted beside a year: "212 units were collected"."""
AMOUNT_FOLLOWS = lazy_compile(
    r"(?:\s[0-9]{2}[:.][0-9]{2})?\s*[:=]\s*(?:[£€$¥]\s?[0-9][0-9.,]*|[0-9]{1,3}(?:,[0-9]{2,3})+"
    r"|[0-9][0-9.]*\s?(?:%|cm|ha|kg|km|kWh|mm|MW|tonnes|°C?)|[0-9]+(?=\s*(?:\Z|[.;]\s)))"
    r"\s*(?:[.;]?\s*\Z|[.;]\s|(?<=\.)\s)"
)
"""An amount that is all that follows a date: "Balance at 30 June: £1,200"."""
CAPITALS = lazy_compile(r"[A-Z][A-Z .’'-]+(?:\([^)]*\))?,\s\Z")
"""The place of a dateline, in capitals."""
_PUT_OFF = (  # to another time; "moved to Hall B" is on the same day
    r"(?!\w+(?:\s(?:back|forward|off|over))?\s\w+\s[0-9]{1,2}(?:[:.h][0-5][0-9]\b|\s?[ap]\.?m))"
    rf"(?:(?:{_POSTPONED}|{_LENGTHENED})\s(?:to|until|till)\s"
    rf"|(?:changed|{_MOVED})\s(?:to|until|till)\s(?=(?:the\s)?(?:[0-9]|autumn|early|fall"
    rf"|following|late|mid|next|noon|spring|summer|winter|(?:{_ANY_MONTH})\b|{_DAY_NAME})))"
)
NOW_LATER = lazy_compile(
    rf"\s*(?:[(,;–—-]\s?)?(?:now\s|(?:has|have) been\s|(?:is|was|were)\s)?{_PUT_OFF}"
    r"|\s*(?:→|->|=>)\s*\w|\s*/\s*(?:new|now)\b",
    re.IGNORECASE,
)
"""What stands after a date that another one has taken the place of."""
ENTRY_MOVED = lazy_compile(rf"(?:[(–—|\t]|\s-|\s{{3}})\s?(?:now\s)?{_PUT_OFF}", re.IGNORECASE)
"""A note in an entry that it was moved: "(moved to 9 May)"."""
WAS_TO = lazy_compile(
    r"\b(?:was|were)(?:\s\w+)?\sto\s(?:be\s)?\w+(?:\s\w+)?\s(?:on\s|in\s)?\Z", re.IGNORECASE
)
IS_NOW = lazy_compile(r",?\s(?:(?:are|has|have|is|will)\snow|(?:has|have)\sbeen)\b", re.IGNORECASE)
"""What stands before, and after, the date that was planned: "was to open on 3 May, is now"."""
WAS_EARLIER = lazy_compile(
    r"[(,;]\s?(?:was|were|instead of|(?:old|original) date)[\s:]+\Z"
    r"|\b(?:in lieu of|in place of|replac(?:es|ing))\b[^.;\n\t|]{0,40}"
    r"\s(?:for|from|of|on)\s(?:the\s)?\Z"
    r"|\b(?:rained|snowed|washed) off (?:in|on)\s\Z",
    re.IGNORECASE,
)
"""What stands before a date that another one has taken the place of."""
_OFF = rf"(?:{_CALLED_OFF}|(?:was |were )?not held)"
"""What a note says of an entry that will not take place."""
_NOTE = r"(?:[|\t(:–—]\s*|\s-\s|\.{3}\s*|\s{3})"
CALLED_OFF_BELOW = lazy_compile(
    rf"[\W_]*(?:the\sfollowing\s)?(?:{_OFF}|postponed)\s(?:[a-z]+\s)?[a-z]+s\W*\Z"
    rf"|[^.!?]{{0,80}}\b(?:are|(?:has|have)\sbeen|is|were)\s(?:[a-z]+ly\s|now\s)?"
    rf"(?:{_OFF}|postponed)\W*\Z",
    re.IGNORECASE,
)
"""A heading over what will not take place: "Cancelled events", "These talks are cancelled:"."""
CALLED_OFF = lazy_compile(
    rf"(?:\A\W*|\n\s*|{_NOTE})(?:(?P<moved>{_MOVED})|{_OFF})(?=\s*(?:[^\w\s]|\Z)"
    r"|\s(?:again|because|due|indefinitely|owing|sine|(?:till|until)\sfurther)\b)"
    rf"|{_NOTE}{_OFF}\b(?!\s(?:by|from|in|on|to|until)\b)",
    re.IGNORECASE,
)
"""A note in an entry of a list that it will not take place then: "(cancelled)", "(postponed)"."""
