"""Clauses: what of a sentence belongs to one of its dates.

Each rule looks at the words of one sentence, in which a mark stands for a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .finding.english import (
    ADVERBS,
    AN_ADJECTIVE,
    ARTICLES,
    AUXILIARIES,
    BASE,
    BESIDES,
    BETWEEN_NAMES,
    CONJUNCTIONS,
    DETERMINERS,
    INDIRECT,
    IRREGULAR_PAST,
    LEADS,
    MODALS,
    NAME_AT_END,
    NAMED_AT_END,
    NAMED_DAY,
    NO_ADVERBS,
    NO_VERBS,
    OF_PERSONS,
    PARTICIPLES,
    PHRASE_AT_END,
    PLURAL_PRONOUN,
    PREPOSITIONS,
    PRESENT,
    PRONOUNS,
    QUANTITIES,
    RELATIVE,
    RELATIVE_WORDS,
    RESTRICTIVE,
    SOME_TIME_AFTER,
    STOPWORDS,
    SUBJECTS,
    SUBORDINATING,
    TO_CUT_AT,
    WEAK,
    WHO,
    WHOSE,
    is_plural,
    table_of,
)

__all__ = [
    "ANY_MARK",
    "AT_ENDS",
    "MARK",
    "MARKS",
    "OTHER",
    "PLAIN_WORD",
    "begins_with_verb",
    "clause_of",
    "is_bracketed",
    "pronoun_of",
    "telling",
    "verb_in",
    "with_subject",
    "without_brackets",
]

MARK = "\0"
"""What stands in a line for a date that was taken out; no text that is read holds it."""
OTHER = "\1"
"""The same for a date of another event."""
MARKS = f" {MARK}{OTHER}"
"""Both, and the space around them: what no clause is found by."""
ANY_MARK = re.compile(f"([{MARK}{OTHER}])")
PLAIN_WORD = re.compile(r"[^\W_][\w’'-]*")
AT_ENDS = " \t\n,;:.–—-/|•·*()[]{}<>«»\"“”\u2018’'…=_~#+&"
"""What no title begins or ends with."""

_DETERMINING = ARTICLES | DETERMINERS
_FUNCTION_WORDS = WEAK | _DETERMINING
_TOLD = ("past", "speech")  # terms of the lexicon
_ING = len("ing") + 1  # letters, at most, of what is no participle: "king"
_NEAR = 60  # characters after "and" in which a clause begins
_SUBJECT = 80  # characters of a subject
# In Markdown, with its address or the name of one.
_LINK = re.compile(r"\[([^\[\]]+)\](?:\((?:[^()\s]|\([^()\s]*\))+\)|\[[^\[\]]*\])")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_JOINT = re.compile(r",?\s(?:and|but|while|whereas|&|as well as)\s|(?<=[\0\1]),\s")


def telling(title: str) -> list[str]:
    """The words of a title that say what it is, in small letters.

    Example:
        >>> telling("Opening of the forum")
        ['opening', 'forum']
    """
    words = [word.casefold() for word in PLAIN_WORD.findall(title)]
    return [word for word in words if word not in STOPWORDS and word not in WEAK]


def pronoun_of(sentence: str) -> str:
    """The pronoun, in small letters, that a sentence begins with; empty if it does not.

    Example:
        >>> pronoun_of("She left in 2004."), pronoun_of("Ann left in 2004.")
        ('she', '')
    """
    first = PLAIN_WORD.search(sentence)
    word = first[0].casefold() if first else ""
    return word if word in PRONOUNS else ""


def without_brackets(words: str) -> str:
    r"""Words without what stands in brackets, but for a link's; a mark stays for a date in them.

    Example:
        >>> without_brackets("Opening (by the mayor) in Baku (\0)")
        'Opening in Baku \x00'
        >>> without_brackets("Begin [Code Freeze](https://example.org/)")
        'Begin Code Freeze'
    """

    def kept(match: re.Match[str]) -> str:
        if MARK not in match[0]:
            return ""
        return f" {MARK}"

    words = _LINK.sub(r"\1", words)
    rest = _BRACKETS.sub(kept, words)
    if PLAIN_WORD.search(rest) or OTHER in words:
        return rest
    return words


def is_bracketed(words: str) -> bool:
    r"""Whether all words of a line stand in brackets, as those after a date often do.

    Example:
        >>> is_bracketed("\0 (firm)"), is_bracketed("Opening \0 (firm)")
        (True, False)
    """
    rest = _BRACKETS.sub("", words)
    return PLAIN_WORD.search(rest) is None and PLAIN_WORD.search(words) is not None


def clause_of(words: str) -> str:
    r"""The clause that holds the date, of a sentence that may have several.

    Args:
        words: the words of a sentence, with a mark for its date and without its preposition.

    Example:
        >>> clause_of("The fair opened \1, and the mayor left \0.")
        'the mayor left \x00.'
    """
    apart = _dated_lead(words) or _of_apposition(words)
    if apart:
        return apart
    for shortened in _SHORTENINGS:
        shorter = shortened(words)
        if shorter != words and (not _is_fragment(shorter) or _is_fragment(words)):
            words = shorter
    return _of_absolute(_listed(words))


def _is_fragment(words: str) -> bool:
    """Whether words have no verb, or no subject before it: "fully will reopen"."""
    subject = [word.casefold() for word in PLAIN_WORD.findall(words[: verb_in(words) or 0])]
    if "of" in subject or (subject[:1] and subject[0] in SUBJECTS):  # "two of them", "they"
        return False
    names = [word for word in telling(" ".join(subject)) if not word.isdigit()]
    return all(_is_adverb(word) or word in QUANTITIES for word in names)


def _is_adverb(word: str) -> bool:
    return word in ADVERBS or (word.endswith("ly") and word not in NO_ADVERBS)


def begins_with_verb(words: str) -> bool:
    """Whether nothing but adverbs and weak words stands before the first verb.

    Example:
        >>> begins_with_verb("fully reopens in May"), begins_with_verb("the pool reopens")
        (True, False)
    """
    verb = verb_in(words)
    return verb is not None and all(map(_is_adverb, telling(words[:verb])))


def _part(words: str) -> str:
    """The part between semicolons that holds the date, or after a sentence and its colon."""
    part = next(part for part in words.split("; ") if MARK in part)
    led, _, told = part.partition(": ")
    is_sentence = verb_in(led) is not None and verb_in(told) is not None
    return told if MARK in told and is_sentence else part


def _without_interval(words: str) -> str:
    return SOME_TIME_AFTER.sub("", words)


def _without_asides(words: str) -> str:
    """A sentence without "founded in 1931" between commas, if a verb is left without it."""
    kept, *parts = words.split(", ")
    joint = ", "
    while parts:
        part, *parts = parts
        names_day = kept.strip() == MARK and NAMED_DAY.search(part)  # "on 1 May, Labour Day, it"
        is_aside = bool(parts) and (names_day or _is_aside(part))
        if is_aside and verb_in(", ".join([kept, *parts])) is not None:
            joint = f" {MARK} " if MARK in part else " "
        else:
            kept, joint = f"{kept}{joint}{part}", ", "
    return kept


def _is_aside(words: str) -> bool:
    """Whether words between commas only add to those before: "founded in 1931", "the first"."""
    word = _first_word(words)
    if MARK in words:
        return _is_present_participle(word)
    is_date = OTHER in words and verb_in(words) is None
    is_told = not INDIRECT.isdisjoint(words.split()[1:2])  # "said that"
    return is_date or word in RELATIVE_WORDS or (_is_participle(word) and not is_told)


def _first_word(words: str) -> str:
    """The word that words begin with; empty if they begin with anything else."""
    first = PLAIN_WORD.match(words)
    return first[0] if first else ""


def _is_participle(word: str) -> bool:
    return word in PARTICIPLES or (word.islower() and word not in AUXILIARIES and _is_past(word))


def _is_present_participle(word: str) -> bool:
    return word.islower() and len(word) > _ING and word.endswith("ing") and word not in LEADS


def _of_relative(words: str) -> str:
    """Of "the forum, which opened on 3 May, lasts", the words "the forum opened on 3 May"."""
    at = words.index(MARK)
    start = max(words.rfind(pronoun, 0, at) for pronoun in RELATIVE)
    if start < 0 or "," in words[start + 1 : at]:
        return _of_restrictive(words)
    pronoun, _, predicate = words[start:].removeprefix(", ").partition(" ")
    told = predicate.partition(",")[0]
    if pronoun == WHOSE:
        return told
    name = _last_name(words[:start], is_person=pronoun == WHO)
    return f"{name} {told}" if begins_with_verb(told) else _with_object(told, name)


def _with_object(words: str, name: str) -> str:
    """Of "which Italy has held since 2021", with its object: "Italy has held the chair"."""
    before, mark, after = ANY_MARK.split(words, maxsplit=1)
    article, space, rest = name.partition(" ")
    if article.casefold() in ARTICLES:
        name = f"{article.casefold()}{space}{rest}"
    return f"{before}{name} {mark}{after}"


def _of_restrictive(words: str) -> str:
    """Of "the bridge that opened on 3 May was built by the city", the words "the bridge opened"."""
    found = RESTRICTIVE.search(words, 0, words.index(MARK))
    if found is None:
        return words
    head = words[: found.start()]
    inner, _, rest = words[found.end() :].partition(MARK)
    has_verb, goes_on = verb_in(head) is not None, any(_verbs(rest))
    if verb_in(inner) != 0 or has_verb == goes_on:
        return words
    name = _last_name(head) if has_verb else head
    return f"{name} {inner}{MARK}" if name else words


def _of_participle(words: str) -> str:
    """Of "the museum, founded in 1931, reopened", the words "the museum founded in 1931"."""
    head, _, rest = words[: words.index(MARK)].rpartition(", ")
    if not _is_participle(_first_word(rest)) or not head:
        return words
    if ", " in head and verb_in(head) is None:
        return words  # "A lander, Vega, crashed in 2021"
    following = words[len(head) + 2 :]
    joints = [joint for joint in _JOINT.finditer(following) if joint[0] != ", "]
    goes_on = any(_begins_clause(following, joint) for joint in joints)
    if goes_on and not _ends_in_name(head):
        return words  # "was built in 1938, closed in 2008 and sold in 2010"
    is_name = verb_in(head) is None and not _is_lead(head)
    name = head if is_name else _last_name(head)
    return f"{name} {rest}{MARK}" if name else words


def _of_subordinate(words: str) -> str:
    """What follows the last "since", "when" or "that" before the date, if that is a clause."""
    at = words.rindex(MARK)
    for found in reversed(list(SUBORDINATING.finditer(words, 0, at))):
        verb = verb_in(words[found.end() : at])
        if verb and found[0].strip() in INDIRECT:  # not 0, as in "the drill that was planned"
            return words[found.end() :]
        if verb:
            return with_subject(words[found.end() :], words[: found.start()])
    return words


def _without_lead(words: str) -> str:
    """A sentence without what stands before its subject: "At its meeting on 3 May, the board"."""
    lead, comma, rest = words.lstrip().partition(", ")
    if not _is_lead(lead) or not comma:
        lead, _, rest = words.partition(MARK)
        if not _is_lead(lead) or not _begins_with_name(rest.lstrip()):
            return words
        rest = MARK + rest
    return rest if MARK in rest else f"{MARK} {rest}"


def _is_lead(words: str) -> bool:
    """Whether words tell when or where: "At its meeting", "Born in Turin", "If all goes well"."""
    first = PLAIN_WORD.search(words)
    if verb_in(words) is not None:
        is_clause = first is not None and first[0].casefold() in CONJUNCTIONS
        return is_clause and MARK not in words
    if first is None or words.startswith(MARK):
        return True
    word = first[0].casefold()
    return word in LEADS or _is_participle(word) or _is_adverb(words.casefold())


def _dated_lead(words: str) -> str:
    """What a lead with a date says of it; else nothing.

    Of "Founded in 1931, the museum holds", the words "the museum founded in 1931"; and of "After
    the vote on 3 May, it met on 5 May", the words before its comma.
    """
    lead, comma, rest = words.strip().partition(", ")
    first = _first_word(lead)
    if not comma or MARK not in lead or not first or not _is_lead(lead):
        return ""
    if not _is_participle(first.casefold()):
        return lead if OTHER in rest and telling(lead) and verb_in(rest) is not None else ""
    subject = _subject(rest)
    if not subject or subject.casefold() in SUBJECTS:
        return lead if verb_in(rest) is not None else ""
    return f"{subject} {lead[:1].lower()}{lead[1:]}"


def _of_apposition(words: str) -> str:
    """Of "Petra Holz, librarian since 1998, retires", the words before the verb; else nothing."""
    name, _, rest = words.partition(", ")
    part, comma, rest = rest.partition(", ")
    first = _first_word(part)
    is_dated = bool(comma) and MARK in part and verb_in(rest) is not None
    if not is_dated or not first or first.casefold() in PREPOSITIONS | LEADS:
        return ""
    if _is_present_participle(first):
        return ""
    return f"{name}, {part}" if verb_in(f"{name} {part}") is None else ""


def _begins_with_name(words: str) -> bool:
    first = (PLAIN_WORD.findall(words[:_NEAR]) or [""])[0]
    return first.istitle() or first in _DETERMINING


def _of_gap(words: str) -> str:
    """Of "it met in Rome on 3 May and in Osh on 5 May", the words "it met in Osh on 5 May"."""
    at, verb = words.index(MARK), verb_in(words)
    for joint in _JOINT.finditer(words):
        following = words[joint.end() :]
        preposition = _preposition(following)
        if verb is None or not preposition or not _has_date(words, joint):
            continue
        if _joins_names(words, joint):
            continue
        if at < joint.start():
            return words[: joint.start()]
        place = words.find(f" {preposition} ", verb, joint.start())
        head = words[:place] if place >= 0 else words[: joint.start()].rstrip(MARKS)
        return _of_gap(f"{head} {following}")
    return words


def _preposition(words: str) -> str:
    """The preposition that words begin with; empty if they do not."""
    first = _first_word(words)
    return first if first in PREPOSITIONS else ""


def _has_date(words: str, joint: re.Match[str]) -> bool:
    """Whether dates stand before an "and" and, with no verb between, after it."""
    following = ANY_MARK.split(words[joint.end() :], maxsplit=1)
    return _follows_date(words, joint) and len(following) > 1 and verb_in(following[0]) is None


def _follows_date(words: str, joint: re.Match[str]) -> bool:
    return words[: joint.start()].endswith((MARK, OTHER))


def _coordinate(words: str) -> str:
    """The one of several clauses joined by "and" that holds the date, with the subject of all."""
    at = words.index(MARK)
    start, end = 0, len(words)
    shared: str | None = None
    for joint in _JOINT.finditer(words):
        led = _led_by(words, joint)
        if shared is None and verb_in(words[start : joint.start()]) is None:
            continue
        if led is None and not _begins_clause(words, joint):
            continue
        if joint.end() > at:
            end = joint.start()
            break
        start, shared = joint.end(), led
    part = words[start:end]
    if pronoun_of(part):
        return with_subject(part, words[:start])
    if start and (shared is not None or begins_with_verb(part)):
        return " ".join(filter(None, (_subject(words), shared, part)))
    return part


def _begins_clause(words: str, joint: re.Match[str]) -> bool:
    """Whether a verb, or a subject and its verb, follow an "and"; after a comma alone, a verb."""
    following = words[joint.end() : joint.end() + _NEAR].partition(",")[0]
    verb = verb_in(following)
    if verb is None or joint[0] == ", ":
        return verb == 0 and not _ends_in_name(words[: joint.start()])
    if verb == 0:
        return not _joins_adjectives(words, joint)
    return not SUBORDINATING.search(f" {following[:verb]}")


def _joins_adjectives(words: str, joint: re.Match[str]) -> bool:
    """Whether an "and" joins words before a noun: "an old and varied collection"."""
    following = words[joint.end() :].split(maxsplit=2)
    next_word = following[1].casefold() if len(following) > 1 else ""
    is_object = not next_word.isalpha() or next_word in _FUNCTION_WORDS
    return not is_object and AN_ADJECTIVE.search(words, 0, joint.start()) is not None


def _led_by(words: str, joint: re.Match[str]) -> str | None:
    """What stands before a second verb: the "will" of "it will close on 3 May and reopen".

    Nothing for "it leaves Osh on 3 May, calls at Velm"; ``None`` where no such verb follows.
    """
    first, following = next(_verbs(words), None), PLAIN_WORD.match(words, joint.end())
    if first is None or following is None:
        return None
    verb, word = words[slice(*first)], following[0]
    is_word = word.islower() and word not in _FUNCTION_WORDS | QUANTITIES
    if _is_verb(word) and word not in BASE:
        return None
    if verb in MODALS and (word in BASE or (is_word and _follows_date(words, joint))):
        return verb
    is_parallel = verb in PRESENT and word.endswith("s") and not word.endswith("ss")
    return "" if is_parallel and is_word and _follows_date(words, joint) else None


def _listed(words: str) -> str:
    """The one of "the treaty of 1994 and the visit in May" that the date belongs to."""
    at = words.index(MARK)
    joints = [joint for joint in _JOINT.finditer(words) if _joins_names(words, joint)]
    starts = [joint.end() for joint in joints if joint.end() <= at]
    ends = [joint.start() for joint in joints if joint.start() > at]
    return words[max(starts, default=0) : min(ends, default=len(words))]


def _of_absolute(words: str) -> str:
    """Of "it meets on 3 May, with the board to meet on 5 May", the words after "with"."""
    ends = [found.end() for found in BESIDES.finditer(words)]
    apart = [words[end:] for end in ends if OTHER in words[:end] and MARK in words[end:]]
    return apart[-1] if apart else words


def _joins_names(words: str, joint: re.Match[str]) -> bool:
    """Whether an "and" after a date comes before something else that has a date."""
    following = words[joint.end() :]
    first, second = [*PLAIN_WORD.findall(following[:_NEAR]), "", ""][:2]
    is_led = second in ARTICLES and f" {first} " in words[: joint.start()]
    is_name = first in _DETERMINING or (first in PREPOSITIONS and is_led)
    is_joint = _follows_date(words, joint) and joint[0] != ", "
    return is_name and is_joint and ANY_MARK.search(following) is not None


def _without_tail(words: str) -> str:
    """A clause without what a comma parts from it, after its date and its verb."""
    at = words.rindex(MARK)
    while (comma := words.find(", ", at)) >= 0:
        if verb_in(words[:comma]) is not None:
            return words[:comma]
        at = comma + 1
    return words


def with_subject(words: str, before: str, topic: str = "") -> str:
    """A clause with the subject of what stands before it instead of a pronoun.

    Args:
        words: the clause.
        before: a sentence or a clause before it.
        topic: what a pronoun stands for otherwise.

    Example:
        >>> with_subject("It reopens in May.", "The pool was shut.")
        'The pool reopens in May.'
    """
    pronoun = pronoun_of(words)
    first = PLAIN_WORD.search(words)
    if first is None or not pronoun:
        return words
    sentence = " ".join(before.replace(MARK, " ").replace(OTHER, " ").split())
    name = _antecedent(_without_lead(f"{sentence} {MARK}"), pronoun) or topic
    if name:
        return f"{words[: first.start()]}{name}{words[first.end() :]}"
    return words


def _antecedent(sentence: str, pronoun: str) -> str:
    """What a pronoun stands for: the subject before, or for "they" the object, if that fits."""
    subject = _subject(sentence).strip(AT_ENDS)
    if subject.casefold() in PRONOUNS:
        return ""
    if pronoun in OF_PERSONS:
        first, last = subject.partition(" ")[0], subject.rpartition(" ")[2]
        is_name = last.istitle() and first.casefold() not in DETERMINERS
        return subject if is_name else ""
    if pronoun != PLURAL_PRONOUN:
        if _is_plural(subject):
            return ""
        return subject
    if _is_plural(subject):
        return subject
    return _plural_object(sentence.strip(AT_ENDS + MARK))


def _plural_object(sentence: str) -> str:
    """What follows the first verbs of a sentence, if that is a name in the plural."""
    predicate = TO_CUT_AT.split(sentence[verb_in(sentence) or 0 :])[0]
    verbs = list(_verbs(predicate))
    name = predicate[verbs[-1][1] :].strip() if verbs else ""
    if any(map(_is_adverb, telling(name)[:1])):  # "already causing expectations"
        return ""
    if not _is_plural(name):
        return ""
    return name


def _is_plural(name: str) -> bool:
    return " and " in name or is_plural(name.rpartition(" ")[2].casefold())


def _subject(words: str) -> str:
    """What stands before the first verb."""
    subject = words[: verb_in(words) or 0].strip(AT_ENDS + MARK)
    if len(subject) <= _SUBJECT and PLAIN_WORD.search(subject):
        return subject
    return ""


def _ends_in_name(words: str) -> bool:
    """Whether "signed in Osh" after some words tells of what they end with: "the Rail Treaty"."""
    return NAMED_AT_END.search(words.rstrip(MARKS)) is not None


def _last_name(words: str, *, is_person: bool = False) -> str:
    """The noun phrase that words end with, if no verb ends them."""
    words = words.rstrip(MARKS)
    last = max((end for _, end in _verbs(words)), default=0)
    name = words[last:].rpartition(", ")[2].strip()
    patterns = (PHRASE_AT_END, NAME_AT_END)
    found = (pattern.search(name) for pattern in (patterns[::-1] if is_person else patterns))
    phrase = next(filter(None, found), None)
    return phrase[0] if phrase else BETWEEN_NAMES.split(name)[-1]


_SHORTENINGS = (
    _part,
    _without_interval,
    _of_relative,
    _without_asides,
    _of_subordinate,
    _of_participle,
    _without_lead,
    _of_gap,
    _coordinate,
    _without_tail,
)
"""What makes a clause of a sentence; one that would leave a fragment is passed over."""


# --- Verbs ----------------------------------------------------------------------------------------


@lru_cache(maxsize=64)  # every way to shorten words asks for their verb
def verb_in(words: str) -> int | None:
    """Where the first verb of some words stands that may be a predicate.

    Example:
        >>> verb_in("The pool reopens"), verb_in("The pool")
        (9, None)
    """
    return next((start for start, _ in _verbs(words)), None)


def _verbs(words: str) -> Iterator[tuple[int, int]]:
    before = ""
    for match in PLAIN_WORD.finditer(words):
        word = match[0]
        is_last = words[match.end() : match.end() + 2].strip() in (MARK, OTHER)
        is_base = f"{word}s" in PRESENT and (is_last or is_plural(before))  # "halls open on 3 May"
        is_verb = _is_verb(word) or is_base
        if is_verb and word.islower() and before not in DETERMINERS:
            yield match.span()
        before = word.casefold()


def _is_verb(word: str) -> bool:
    return word in AUXILIARIES or word in PRESENT or _is_past(word)


def _is_past(word: str) -> bool:
    if word in NO_VERBS:
        return False
    is_regular = len(word) > 4 and word.endswith("ed")
    return is_regular or word in IRREGULAR_PAST or table_of(word) in _TOLD
