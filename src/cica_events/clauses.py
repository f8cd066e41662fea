"""Clauses: what of a sentence belongs to one of its dates.

Each rule looks at the words of one sentence, in which a mark stands for a date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from .finding.english import (
    A_PLURAL,
    ADVERBS,
    AFTER_A_COMMA,
    AN_ADJECTIVE,
    AND,
    APPOSITION,
    ARTICLES,
    AS,
    AT_THE_TIME,
    AUXILIARIES,
    BASE,
    BE_ITSELF,
    BESIDES,
    BETWEEN_NAMES,
    CLAUSE_PREPOSITIONS,
    COMPARING,
    CONJUNCTIONS,
    DEFINED_BY,
    DETERMINER,
    DETERMINERS,
    DETERMINING_SUBJECTS,
    DOCUMENTS,
    DONE_BY,
    END_OF_HEAD,
    EXCEPTION,
    FOLLOWED_BY,
    HAPPENINGS,
    IN_A_STATE,
    INDIRECT,
    IRREGULAR_PAST,
    IS_OF_A_PLURAL,
    IT_HAPPENS,
    IT_IS_WRITTEN,
    JOINT,
    LEADS,
    MODALS,
    NAME_AT_END,
    NAME_IN_APPOSITION,
    NAMED_AT_END,
    NAMED_DAY,
    NO_ADVERBS,
    NO_VERBS,
    OF_PERSONS,
    OF_WHAT,
    OF_WHICH,
    OTHER_PRESENT,
    PARTICIPLES,
    PEOPLE_OF,
    PHRASE_AT_END,
    PLURAL_PRONOUN,
    POSSESSIVES,
    PREPOSITIONS,
    PRESENT,
    PRONOUNS,
    QUANTITIES,
    RELATIVE,
    RELATIVE_AT_END,
    RELATIVE_WORDS,
    RESTRICTIVE,
    SOME_TIME,
    SOME_TIME_AFTER,
    STOPWORDS,
    SUBJECTS,
    SUBORDINATING,
    THAT,
    THEN,
    THOSE,
    TO_BE,
    TO_CUT_AT,
    TO_DO,
    TRANSITIVE,
    WEAK,
    WHICH,
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
    "preposition_of",
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

_PRESENT = PRESENT | OTHER_PRESENT
_DETERMINING = ARTICLES | DETERMINERS
_FUNCTION_WORDS = WEAK | _DETERMINING
_TOLD = ("past", "speech")  # terms of the lexicon
_AND = f" {AND}"
_ING = len("ing") + 1  # letters, at most, of what is no participle: "king"
_NEAR = 60  # characters after "and" in which a clause begins
_SUBJECT = 80  # characters of a subject
# In Markdown, with its address or the name of one.
_LINK = re.compile(r"\[([^\[\]]+)\](?:\((?:[^()\s]|\([^()\s]*\))+\)|\[[^\[\]]*\])")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")


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
    words = _of_absolute(OF_WHAT.sub(r"; \1", words))
    defined = DEFINED_BY.search(words)
    if defined:  # "on 3 May, the day on which it opened"
        return clause_of(f"{words[defined.end() :]} {MARK}")
    apart = _dated_lead(words) or _of_apposition(words) or _of_successor(words)
    if apart:
        return apart
    for shortened in _SHORTENINGS:
        shorter = shortened(words)
        is_shorter = shorter != words and MARK in shorter
        if is_shorter and (not _is_fragment(shorter) or _is_fragment(words)):
            words = shorter
    return _listed(words)


def _is_fragment(words: str) -> bool:
    """Whether words have no verb, or no subject before it: "fully will reopen"."""
    verb = verb_in(words)
    if verb is None:  # "a dividend payable"
        found = (match for match in PLAIN_WORD.finditer(words) if match[0] in PARTICIPLES)
        verb = next((match.start() for match in found), 0)
    subject = [word.casefold() for word in PLAIN_WORD.findall(words[:verb])]
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
    if verb is None or _first_word(words).casefold() in SUBJECTS:
        return False
    return all(map(_is_adverb, telling(words[:verb])))


@lru_cache(maxsize=16)  # several of the ways to shorten words ask for them
def _joints(words: str) -> tuple[re.Match[str], ...]:
    """Where an "and" or a comma after a date may join clauses, names or dates."""
    return tuple(JOINT.finditer(words))


def _part(words: str) -> str:
    """The part between semicolons that holds the date, or after a sentence and its colon."""
    part = next(part for part in words.split("; ") if MARK in part)
    if part.strip().startswith(MARK) and verb_in(part.strip(MARKS)) == 0:
        return words  # "next week will be cool; rain is expected"
    part = _of_those(part, words)
    led, _, told = part.partition(": ")
    is_sentence = verb_in(led) is not None and verb_in(told) is not None
    part = told if MARK in told and is_sentence else part
    return _without_lead(part) if part != words else part


def _of_those(part: str, words: str) -> str:
    """Of "fees fell due, and those unpaid will lapse", the words "fees unpaid will lapse"."""
    first, _, rest = part.partition(" ")
    subject = RELATIVE_AT_END.sub("", _subject(words))
    return f"{subject} {rest}" if first == THOSE and _is_several(subject) else part


def _without_interval(words: str) -> str:
    return SOME_TIME_AFTER.sub("", words)


def _without_asides(words: str) -> str:
    """A sentence without "founded in 1931" between commas, if a verb is left without it."""
    kept, *parts = words.split(", ")
    joint = ", "
    while parts:
        if MARK in kept and verb_in(kept) is not None and telling(parts[0]):
            break  # what follows the date and its verb is no aside
        part, *parts = parts
        is_aside = _is_between(kept, part, parts)
        if is_aside and verb_in(", ".join([kept, *parts])) is not None:
            joint = f" {MARK} " if MARK in part else " "
        else:
            kept, joint = f"{kept}{joint}{part}", ", "
    return ", ".join([kept, *parts])


def _is_between(name: str, words: str, rest: list[str]) -> bool:
    """Whether words between commas only add to those before or after them."""
    if not rest or _goes_on(rest):
        return False
    if name.strip() == MARK and NAMED_DAY.search(words):  # "on 1 May, Labour Day, it"
        return True
    is_followed = verb_in(rest[0].lstrip(MARKS)) == 0
    return (is_followed and _adds(name, words)) or _is_aside(words)


def _goes_on(parts: list[str]) -> bool:
    """Whether the date and then the verb come next: "advice by Ann, given on 3 May, it says"."""
    if len(parts) < 2 or MARK not in parts[0] or not _is_participle(_first_word(parts[0])):
        return False
    is_added = _first_word(parts[1]).casefold() in RELATIVE_WORDS | LEADS
    return not is_added and verb_in(parts[1]) is not None


def _adds(name: str, words: str) -> bool:
    """Whether words between a name and its verb only add to it: "by a majority", "the mayor"."""
    if MARK in words:
        return False
    word = _first_word(words)
    if preposition_of(words) or _is_adverb(word) or word in CLAUSE_PREPOSITIONS:
        return verb_in(words) is None or OTHER in words
    is_alone = _first_word(name).casefold() in POSSESSIVES  # "its heir, the yacht Vega, sank"
    is_name = verb_in(name) is None and not _is_lead(name) and not is_alone
    return _first_word(words) in ARTICLES and is_name


def _is_aside(words: str) -> bool:
    """Whether words between commas only add to those before: "founded in 1931", "to be held"."""
    word = _verbal(words)
    if MARK in words:
        return _is_present_participle(word)
    if TO_BE.match(words) or (word != _first_word(words) and _is_present_participle(word)):
        return True
    if word in RELATIVE_WORDS or OF_WHICH.match(words):
        return True
    is_date = OTHER in words and verb_in(words) is None
    is_told = not INDIRECT.isdisjoint(words.split()[1:2])  # "said that"
    return is_date or (_is_participle(word) and not is_told)


def _verbal(words: str) -> str:
    """The word that words begin with, but for an adverb: the "due" of "originally due"."""
    word = _first_word(words)
    return _first_word(words.partition(" ")[2]) if _is_adverb(word) else word


def _first_word(words: str) -> str:
    """The word that words begin with; empty if they begin with anything else."""
    first = PLAIN_WORD.match(words)
    return first[0] if first else ""


def _is_participle(word: str) -> bool:
    is_plain = word.islower() and "-" not in word and word not in AUXILIARIES
    return word in PARTICIPLES or (is_plain and _is_past(word))


def _is_present_participle(word: str) -> bool:
    return word.islower() and len(word) > _ING and word.endswith("ing") and word not in LEADS


def _of_relative(words: str) -> str:
    """Of "the forum, which opened on 3 May, lasts", the words "the forum opened on 3 May"."""
    at = words.index(MARK)
    start = max(words.rfind(pronoun, 0, at) for pronoun in RELATIVE)
    if start < 0:
        return _of_restrictive(words)
    head, end = words[:start], words.find(",", at)
    pronoun, _, inner = words[start : end if end >= 0 else None].removeprefix(", ").partition(" ")
    first, *others = AFTER_A_COMMA.split(inner)
    is_over = inner.startswith(f",{_AND} ", len(first)) or pronoun == WHOSE
    if others and (is_over or verb_in(head) is None or any(map(verb_in, others))):
        return _of_restrictive(words)  # the verbs are those of the sentence
    told = others[-1] if others else first
    name = _last_name(head, first, is_person=pronoun != WHICH)
    if pronoun == WHOSE:
        return f"{name}’s {told}" if name and told[:1].islower() else told
    if begins_with_verb(first):
        return f"{name} {told}"
    return _with_object(with_subject(told, head), name)


def _with_object(words: str, name: str) -> str:
    """Of "which Italy has held since 2021", with its object: "Italy has held the chair"."""
    before, mark, after = ANY_MARK.split(words, maxsplit=1)
    *_, (_, end) = [(0, len(before)), *_verbs(before)]
    if TO_DO.match(before, end):  # "had hoped to hold"
        end = len(before)
    return f"{before[:end].rstrip()} {_lowered(name)}{before[end:]} {mark}{after}"


def _lowered(name: str) -> str:
    """Words with the article that they begin with in small letters."""
    article, space, rest = name.partition(" ")
    if article.casefold() in ARTICLES:
        return f"{article.casefold()}{space}{rest}"
    return name


def _of_successor(words: str) -> str:
    """Of "a mass, followed on 3 May by a ball", the words "a ball"; else nothing."""
    found = max(FOLLOWED_BY.finditer(words), key=re.Match.start, default=None)
    if found is None or MARK not in words[found.start() :]:
        return ""
    following = words[found.end() :].partition(",")[0]
    if verb_in(following) is not None:
        return ""
    if MARK in found[0]:
        return f"{following} {MARK}"
    return following if MARK in following else ""


def _of_restrictive(words: str) -> str:
    """Of "the bridge that opened on 3 May was built by the city", the words "the bridge opened"."""
    found = RESTRICTIVE.search(words, 0, words.index(MARK))
    if found is None:
        return words
    head = words[: found.start()]
    inner, _, rest = words[found.end() :].partition(MARK)
    has_verb, others = verb_in(head) is not None, inner.split(", ")[1:]
    if others and verb_in(rest.lstrip()) == 0:
        return words  # the verb of the sentence
    if verb_in(inner) != 0 or has_verb == _has_verb_after(others, rest, has_verb):
        return words
    name = _last_name(head) if has_verb else head
    return f"{name} {inner}{MARK}" if name else words


def _has_verb_after(others: list[str], rest: str, has_verb: bool) -> bool:
    """Whether a verb of the sentence follows a relative clause, or its parts after commas."""
    if has_verb and others and all(_is_participle(_first_word(part)) for part in others):
        return False  # "it replaces a hall that was built in 1931, sold in 1990"
    return any(_verbs(rest)) or any(verb_in(part) == 0 for part in others)


def _of_participle(words: str) -> str:
    """Of "the museum, founded in 1931, reopened", the words "the museum founded in 1931"."""
    head, _, rest = words[: words.index(MARK)].rpartition(", ")
    word = _verbal(rest)
    if not (TO_BE.match(rest) or _is_participle(word)) or not head:
        return words
    if ", " in head and verb_in(head) is None:
        return words  # "A lander, Vega, crashed in 2021"
    if _has_object(rest, word):  # "studied in Osh, took his degree in 1960"
        return f"{_subject(words)} {rest}{MARK}"
    following = words[len(head) + 2 :]
    joints = [joint for joint in _joints(following) if joint[0] != ", "]
    goes_on = any(_begins_clause(following, joint) for joint in joints)
    if goes_on and head.endswith((MARK, OTHER)) and not _ends_in_name(head):
        return words  # "was built in 1938, closed in 2008 and sold in 2010"
    is_name = verb_in(head) is None and not _is_lead(head)
    name = head if is_name else _last_name(head, rest)
    return f"{name} {rest}{MARK}" if name else words


def _has_object(words: str, verb: str) -> bool:
    """Whether an object follows a past that could be a participle: "obtained his degree"."""
    following = _first_word(words.partition(f"{verb} ")[2])
    return not _is_present_participle(verb) and following in _DETERMINING


def _of_object_done(words: str) -> str:
    """Of "the court on 3 May heard a claim filed on 1 May", the words "a claim filed on 1 May"."""
    at = words.index(MARK)
    *others, last = list(_verbs(words[:at])) or [(0, 0)]
    head, between = words[: last[0]], words[others[-1][1] : last[0]] if others else ""
    is_object = PLAIN_WORD.search(between) is not None and not JOINT.search(f"{between} ")
    if head.rstrip().endswith(OTHER):
        return words  # "the boat built in 1931 sank on 3 May"
    is_apart = OTHER in head or any(words[slice(*verb)] in _PRESENT for verb in others)
    verb = words[slice(*last)]
    if not is_object or not is_apart or "," in between or verb in AUXILIARIES or not _is_past(verb):
        return words
    name = _last_name(head)
    return f"{name} {words[last[0] :].partition(',')[0]}" if name else words


def _of_subordinate(words: str) -> str:
    """What follows the last "since", "when" or "that" before the date, if that is a clause."""
    found = reversed(list(SUBORDINATING.finditer(words, 0, words.index(MARK))))
    clauses = (_clause_after(words, match) for match in found)
    return next(filter(None, clauses), words)


def _clause_after(words: str, found: re.Match[str]) -> str:
    """The clause that "since", "when" or "that" begins; empty if it begins none."""
    word, before, following = found[0].strip(), words[: found.start()], words[found.end() :]
    verb = verb_in(following.partition(MARK)[0])
    if verb is None and word not in INDIRECT | CLAUSE_PREPOSITIONS:
        verb = verb_in(following)  # "where the shop, built in 2010, was sold"
    # Not 0, as in "the drill that was planned".
    if not verb or _is_preposition(before, word) or _resumes(following[:verb], word):
        return ""
    if word in INDIRECT:
        return _of_object(before, following) or following
    if word.endswith(f" {WHICH}") and not SOME_TIME.match(word):
        return _with_phrase(following, word.partition(" ")[0], _named_before(before))
    return with_subject(_to_date(following), before)


def _resumes(subject: str, word: str) -> bool:
    """Whether the verb after some words is that of the sentence: "after a year and was"."""
    ends = (f"{_AND} ", " but ", ", ") if word in CLAUSE_PREPOSITIONS else (f"{_AND} ", " but ")
    return subject.endswith(ends)


def _named_before(words: str) -> str:
    """What words end with, for a "which" after them; empty where they end in "and"."""
    name = _last_name(words).strip(AT_ENDS)
    if name.isdigit():  # "tolls for 2025"
        name = words.strip(AT_ENDS)
    return "" if words.rstrip().endswith(_AND) else name


def _with_phrase(clause: str, preposition: str, name: str) -> str:
    """Of "a hall, for which leave was given on 3 May", the words "leave was given for a hall"."""
    before = clause.partition(MARK)[0].rstrip()
    return f"{before} {preposition} {_lowered(name)} {MARK}" if name else f"{before} {MARK}"


def _to_date(clause: str) -> str:
    """A clause up to its date, if the verb of the sentence comes next: "who died on 3 May is"."""
    end = clause.index(MARK) + 1
    rest = clause[end:].lstrip(MARKS)
    is_whole = verb_in(clause[:end]) is not None and verb_in(rest) == 0
    return clause[:end] if is_whole else clause


def _is_preposition(before: str, word: str) -> bool:
    """Whether a word that may begin a clause begins none: "those sold after that day were"."""
    if LEADS.intersection(before.split()[-1:]):
        return True
    clause = before.rstrip(" ,").rpartition(", ")[2]
    return word in CLAUSE_PREPOSITIONS and verb_in(clause) is None


def _of_object(before: str, clause: str) -> str:
    """Of "the rules that Osh made for all", the words "Osh made the rules for all"; else nothing.

    The clause lacks the object that it is said of: a preposition or the date follows its verb.
    """
    start, end = list(_verbs(clause.partition(MARK)[0]))[-1]
    following = clause[end:].lstrip()
    lacks = bool(preposition_of(following)) or following.startswith((MARK, OTHER))
    lacks = lacks and "," not in clause[:start] and clause[start:end] in TRANSITIVE
    if not lacks or verb_in(" ".join(before.split()[-1:])) is not None:  # "they said that"
        return ""
    name = _last_name(before)
    return f"{clause[:end]} {_lowered(name)}{clause[end:]}" if name else ""


def _without_lead(words: str) -> str:
    """A sentence without what stands before its subject: "At its meeting on 3 May, the board"."""
    lead, comma, rest = words.lstrip().partition(", ")
    if not _is_lead(lead) or not comma:
        lead, _, rest = words.partition(MARK)
        if not _is_lead(lead) or not _begins_with_name(rest.lstrip()):
            return _without_bare_lead(words)
        rest = MARK + rest
    return rest if MARK in rest else f"{MARK} {rest}"


def _without_bare_lead(words: str) -> str:
    """A sentence without a lead that no comma parts: "During the session the board met"."""
    before = _first_word(words).casefold()
    if before not in LEADS:
        return words
    for match in PLAIN_WORD.finditer(words, len(before), verb_in(words) or 0):
        is_name = before.islower() and match[0].istitle() and match[0].isalpha()
        is_led = before in _FUNCTION_WORDS | LEADS
        if (is_name or match[0] in _DETERMINING) and not is_led:
            rest = words[match.start() :]
            return rest if MARK in rest else f"{MARK} {rest}"
        before = match[0]
    return words


def _is_lead(words: str) -> bool:
    """Whether words tell when or where: "At its meeting", "Born in Turin", "If all goes well"."""
    first = PLAIN_WORD.search(words)
    word = first[0].casefold() if first else ""
    if first and word in COMPARING:  # "earlier, the mayor", but not "earlier duties, the mayor"
        return words.strip() == first[0]
    if verb_in(words) is not None:
        if word in LEADS - CONJUNCTIONS:
            return _without_bare_lead(words) == words  # "under the pact signed in 1990"
        return word in CONJUNCTIONS and (MARK not in words or word == AS)
    if not word or words.startswith(MARK):
        return True
    return word in LEADS or _is_participle(word) or _is_adverb(words.casefold())


def _dated_lead(words: str) -> str:
    """What a lead with a date says of it; else nothing.

    Of "Founded in 1931, the museum holds", the words "the museum founded in 1931"; and of "After
    the vote on 3 May, it met on 5 May", the words before its comma.
    """
    lead, comma, rest = words.strip().partition(", ")
    first = _first_word(lead)
    if not comma or MARK not in lead or first.casefold() in ("", AS):
        return ""
    if first.casefold() in CONJUNCTIONS and verb_in(lead) is not None:
        return lead[len(first) :]
    if not _is_lead(lead):
        return ""
    if _is_participle(first.casefold()):
        return _of_participle_lead(lead, rest)
    has_own = OTHER in rest or verb_in(lead) is not None
    is_apart = has_own and telling(lead) and verb_in(rest) is not None
    is_then = first.casefold() in AT_THE_TIME  # "At its meeting on 3 May, the board"
    return _coordinate(lead.partition(" ")[2]) if is_apart and not is_then else ""


def _of_participle_lead(lead: str, rest: str) -> str:
    """A lead such as "Founded in 1931" with the subject of the words after its comma."""
    subject = _subject(rest)
    if not subject or subject.rpartition(", ")[2].casefold() in SUBJECTS:
        return lead if verb_in(rest) is not None else ""
    return f"{subject} {lead[:1].lower()}{lead[1:]}"


def _of_apposition(words: str) -> str:
    """Of "Petra Holz, librarian since 1998, retires", the words before the verb; else nothing."""
    name, _, rest = words.partition(", ")
    part, comma, rest = rest.partition(", ")
    first = _first_word(part)
    is_dated = bool(comma) and MARK in part and verb_in(rest) is not None
    if is_dated and IN_A_STATE.match(part):  # "rules in force since 3 May and extended in 2017"
        return f"{name} {next(piece for piece in part.split(f'{_AND} ') if MARK in piece)}"
    if not is_dated or not first or first.casefold() in PREPOSITIONS | LEADS:
        return ""
    if _is_present_participle(first):
        return ""
    return f"{name}, {part}" if verb_in(f"{name} {part}") is None else ""


def _begins_with_name(words: str) -> bool:
    first = (PLAIN_WORD.findall(words[:_NEAR]) or [""])[0]
    return first.istitle() or first in _DETERMINING | PRONOUNS


def _of_list(words: str) -> str:
    """Of "it meets in Osh on 3 May, Velm on 5 May and", the words "it meets in Velm on 5 May"."""
    at = words.index(MARK)
    joints = [joint for joint in _joints(words) if _follows_date(words, joint)]
    own = next((joint for joint in reversed(joints) if joint.end() <= at), None)
    if own is None:
        return _before_others(words, joints)
    name = words[own.end() : at].partition(",")[0].rstrip()
    if verb_in(name) is not None or not PLAIN_WORD.search(name):
        return words
    return _with_name(ANY_MARK.split(words, maxsplit=1)[0], name) or words


def _before_others(words: str, joints: list[re.Match[str]]) -> str:
    """Of "it opens on 3 May and the fair on 5 May", with the first for its date, "it opens"."""
    joint = next((joint for joint in joints if _has_date(words, joint)), None)
    if joint is None or ANY_MARK.split(words[joint.end() :])[1] == MARK:  # its time of day
        return words
    return words[: joint.start()]


def _with_name(clause: str, name: str) -> str:
    """Of "it meets in Osh" and "Velm", the words "it meets in Velm"; empty if they do not fit."""
    start = _end_of_predicate(clause)
    named = clause[start:].strip()
    if not start:
        return ""
    if not named:
        is_fitting = _is_subject(name, clause)
        return f"{name} {clause[verb_in(clause) :].strip()} {MARK}" if is_fitting else ""
    preposition = preposition_of(named)
    is_name = name[:1].isupper() and named.removeprefix(preposition).strip()[:1].isupper()
    return f"{clause[:start]} {preposition} {name} {MARK}" if is_name else ""


def _is_subject(name: str, clause: str) -> bool:
    """Whether what a clause tells is told of a name too: "the hall opens on 3 May and the fair"."""
    word = _first_word(name)
    is_verb = _is_participle(word) or f"{word}s" in _PRESENT
    is_passive = f" {BE_ITSELF} " in clause
    return word in _DETERMINING or word.istitle() or (is_passive and not is_verb)


def _end_of_predicate(words: str) -> int:
    """Where the verbs end that words begin with: "it will open"; 0 if there are none."""
    verbs = list(_verbs(words))
    if not verbs:
        return 0
    start, end = verbs[-1]
    base = PLAIN_WORD.search(words, end)
    is_led = words[start:end] in MODALS and base is not None
    return base.end() if base and is_led else end


def _of_gap(words: str) -> str:
    """Of "it met in Rome on 3 May and in Osh on 5 May", the words "it met in Osh on 5 May"."""
    at, verb = words.index(MARK), verb_in(words)
    for joint in _joints(words):
        following = THEN.sub("", words[joint.end() :])
        preposition = preposition_of(following)
        is_then = following != words[joint.end() :]
        if verb is None or not (preposition or is_then) or not _has_date(words, joint):
            continue
        if _joins_names(words, joint):
            continue
        if at < joint.start():
            return words[: joint.start()]
        place = words.find(f" {preposition} ", verb, joint.start()) if preposition else -1
        head = words[:place] if place >= 0 else words[: joint.start()].rstrip(MARKS)
        return _of_gap(f"{head} {following}")
    return words


def preposition_of(words: str) -> str:
    """The preposition that words begin with; empty if they do not.

    Example:
        >>> preposition_of("in Osh"), preposition_of("Osh")
        ('in', '')
    """
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
    for joint in _joints(words):
        led = _led_by(words, joint)
        if shared is None and verb_in(words[start : joint.start()]) is None:
            continue
        if led is None and not _begins_clause(words, joint):
            continue
        if joint.end() > at:
            end = joint.start()
            break
        start, shared = joint.end(), led
    part = _of_those(words[start:end], words)
    if pronoun_of(part):
        return with_subject(part, words[:start])
    if start and (shared is not None or begins_with_verb(part)):
        return " ".join(filter(None, (_subject(words), shared, part)))
    return part


def _begins_clause(words: str, joint: re.Match[str]) -> bool:
    """Whether a verb, or a subject and its verb, follow an "and"; after a comma alone, a verb."""
    following = words[joint.end() : joint.end() + _NEAR]
    if joint[0] != ", ":  # "and on 3 May, the club left"
        following = following.lstrip(f"{MARKS},").removeprefix(f"{THAT} ")
    following = following.partition(",")[0]
    verb = verb_in(following)
    if verb is None or joint[0] == ", ":
        return verb == 0 and not _ends_in_name(words[: joint.start()])
    if verb == 0:
        return not _joins_adjectives(words, joint)
    return not SUBORDINATING.search(f" {following[:verb]}")


def _joins_adjectives(words: str, joint: re.Match[str]) -> bool:
    """Whether an "and" joins words before a noun: "an old and varied collection"."""
    following = words[joint.end() :].split(maxsplit=2)
    if following[0] in AUXILIARIES:
        return False
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
    if _is_verb(word) and word not in BASE and not (_is_past(word) and verb in MODALS):
        return None
    is_base = word in BASE or f"{word}s" in _PRESENT
    if verb in MODALS and (is_base or (is_word and _follows_date(words, joint))):
        is_passive = words.startswith(f" {BE_ITSELF} ", first[1])
        return _after_passive(verb, word) if is_passive and word not in BASE else verb
    is_parallel = verb in _PRESENT and word.endswith("s") and not word.endswith("ss")
    return "" if is_parallel and is_word and _follows_date(words, joint) else None


def _after_passive(verb: str, word: str) -> str | None:
    """What the "will be" of "it will be closed on 3 May and" gives a word: "sold", "reopen"."""
    if _is_participle(word):
        return f"{verb} {BE_ITSELF}"
    return verb if f"{word}s" in _PRESENT else None


def _listed(words: str) -> str:
    """The one of "the treaty of 1994 and the visit in May" that the date belongs to."""
    at = words.index(MARK)
    joints = [joint for joint in _joints(words) if _joins_names(words, joint)]
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
    whole = _subject(sentence).strip(AT_ENDS)
    subject = APPOSITION.split(whole)[0].strip(AT_ENDS)
    if subject.casefold() in PRONOUNS:
        return ""
    if pronoun in OF_PERSONS:
        first, last = subject.partition(" ")[0], subject.rpartition(" ")[2]
        if last.istitle() and first.casefold() not in DETERMINERS:
            return subject
        named = NAME_IN_APPOSITION.search(whole)
        return named[1] if named else ""
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


def _is_several(name: str) -> bool:
    """Whether the head of a name is a plural: "forms for the survey"."""
    return _is_plural(END_OF_HEAD.split(name)[0])


def _subject(words: str) -> str:
    """What stands before the first verb."""
    subject = words[: verb_in(words) or 0].strip(AT_ENDS + MARK)
    if len(subject) <= _SUBJECT and PLAIN_WORD.search(subject):
        return subject
    return ""


def _ends_in_name(words: str) -> bool:
    """Whether "signed in Osh" after some words tells of what they end with: "the Rail Treaty"."""
    return NAMED_AT_END.search(words.rstrip(MARKS)) is not None


def _last_name(words: str, predicate: str = "", *, is_person: bool = False) -> str:
    """The noun phrase that words end with, if no verb ends them: what a predicate is said of."""
    words = words.rstrip(MARKS)
    if not is_person:
        words = _without_maker(words, predicate)
    last = max((end for _, end in _verbs(words)), default=0)
    name = EXCEPTION.sub("", words[last:].rpartition(", ")[2]).strip()
    patterns = (NAME_AT_END, PHRASE_AT_END) if is_person else (PHRASE_AT_END, NAME_AT_END)
    phrase = next(filter(None, (pattern.search(name) for pattern in patterns)), None)
    people = PEOPLE_OF.search(name[: phrase.start()]) if phrase and is_person else None
    if people:
        return name[people.start() :].strip()
    return _fitting(name, predicate) or (phrase[0] if phrase else BETWEEN_NAMES.split(name)[-1])


def _without_maker(words: str, predicate: str) -> str:
    """Of "the hall built by Ann", the words "the hall", unless the predicate is said of a law."""
    by = DONE_BY.search(words) if predicate else None
    is_written = IT_IS_WRITTEN.match(predicate) is not None
    if by is None or (is_written and DOCUMENTS.search(by[0])):
        return words
    return words[: by.start()]


def _fitting(name: str, predicate: str) -> str:
    """What a predicate fits, of "the pacts of the visit of the King": of a visit, "took place"."""
    name = name.removeprefix(f"{preposition_of(name)} ")
    starts = [0, *(found.start() for found in DETERMINER.finditer(name))]
    parts = [name[start:] for start in reversed(starts)]
    for verbs, nouns in ((IT_HAPPENS, HAPPENINGS), (IT_IS_WRITTEN, DOCUMENTS)):
        fit = (part for part in parts if nouns.search(END_OF_HEAD.split(part)[0]))
        if verbs.match(predicate) and (part := next(fit, "")):
            return part
    several = IS_OF_A_PLURAL.match(predicate) is not None
    return next((part for part in parts if several and _is_several(part)), "")


_SHORTENINGS = (
    _part,
    _without_interval,
    _of_relative,
    _without_asides,
    _of_subordinate,
    _of_participle,
    _of_restrictive,
    _without_lead,
    _of_gap,
    _of_list,
    _coordinate,
    _without_tail,
    _of_object_done,
)
"""What makes a clause of a sentence; one that would leave a fragment is passed over."""


# --- Verbs ----------------------------------------------------------------------------------------


@lru_cache(maxsize=256)  # every way to shorten words asks for their verb
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
        if before in QUANTITIES and A_PLURAL.match(words, match.end()):  # "all armed groups"
            before = word.casefold()
            continue
        is_last = words[match.end() : match.end() + 2].strip() in (MARK, OTHER)
        is_present = f"{word}s" in _PRESENT or f"{word}es" in _PRESENT
        is_base = is_present and (is_last or is_plural(before))  # "halls open on 3 May"
        is_verb = _is_verb(word) or is_base
        is_alone = before in DETERMINING_SUBJECTS and word in AUXILIARIES  # "another will speak"
        is_noun = before in DETERMINERS and not is_alone
        if is_verb and word.islower() and not is_noun:
            yield match.span()
        before = word.casefold()


def _is_verb(word: str) -> bool:
    return word in AUXILIARIES or word in _PRESENT or _is_past(word)


def _is_past(word: str) -> bool:
    if word in NO_VERBS:
        return False
    is_regular = len(word) > 4 and word.endswith("ed")
    return is_regular or word in IRREGULAR_PAST or table_of(word) in _TOLD
