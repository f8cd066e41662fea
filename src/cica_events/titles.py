"""Titles out of the words of a text: the clause or the line around a date, without the date.

A title is made of the text's own words. It has no date, no preposition of one, and at an end
neither a comma nor a function word, unless that is its subject. Each rule looks at a bounded part
of one line or sentence, so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from .characters import WORD
from .finding.english import (
    ADVERBS,
    AFTER_A_DATE,
    AND_OR,
    ARTICLES,
    AS_FOLLOWS,
    ASKING,
    AUXILIARIES,
    BARELY_NAMES,
    BEFORE_A_DATE,
    DETERMINERS,
    HALVES_OF_DAY,
    IT_IS_A,
    LEAD_IN,
    LEADS,
    LIKE_WEAK_WORDS,
    MODALS,
    NO_VERBS,
    OF_PERSONS,
    ORDINAL_ENDINGS,
    PLACE_LINE,
    PLACEHOLDERS,
    PLURAL_PRONOUN,
    POST_PARTICIPLE,
    PRESENT,
    PRONOUNS,
    QUANTITIES,
    RELATIVE,
    RELATIVE_WORDS,
    RESTRICTIVE,
    SAID_AFTER,
    SOME_TIME_AFTER,
    STOPWORDS,
    SUBJECTS,
    SUBORDINATING,
    TO_CUT_AT,
    WEAK,
    WHOSE,
    ZONE_ABBREVIATIONS,
    is_plural,
    table_of,
)

__all__ = [
    "MARK",
    "REACH",
    "is_placeholder",
    "is_telling",
    "marked",
    "pronoun_of",
    "telling",
    "title_of",
    "trimmed",
    "with_more",
    "without_brackets",
]

MARK = "\0"
"""What stands in a line for a date that was taken out; no text that is read holds it."""
_OTHER = "\1"
"""The same for a date of another event."""
REACH = 600
"""Characters of a line on either side of a date that a title may be made of."""

_TOLD = ("past", "speech")
_WEEKDAYS = ("weekday", "short_weekday")  # terms of the lexicon
_MONTHS = ("full_month", "short_month", "word_month")
_LONGEST = 90  # characters of a title
_SHORTEST = 30  # characters that are left, at least, of a title that is too long
_ING = len("ing") + 1  # letters, at most, of what is no participle: "king"
_NEAR = 60  # characters that words before a date take at most
_SUBJECT = 80  # characters of a subject
_ANY_MARK = re.compile(f"([{MARK}{_OTHER}])")
_WORD = re.compile(r"[^\W_][\w’'-]*")
_PART = re.compile(r"[^\W_]+")  # of a word with a hyphen
_AT_ENDS = " \t\n,;:.–—-/|•·*()[]{}<>«»\"“”\u2018’'…=_~#+&"
_BULLET = re.compile(r"(?:[-–—•*·‣▪▫◦●○■□►➢✓]+|\(?(?:[0-9]{1,3}|[a-z])[.)])\s+(?=\S)")
_DATELINE = re.compile(r"[^\n–—\0]{0,56}[0-9]{4}\s+[–—-]+\s+|[^\n–—\0a-z]{2,40}\s+[–—]\s+")
_VERSION = re.compile(r"[0-9]\.[0-9]")
_BRACKETS = re.compile(r"\s*[(\[][^()\[\]]*[)\]]")
_JOINT = re.compile(r",?\s(?:and|but|while|whereas|&)\s|(?<=[\0\1]),\s")
_PAIR = re.compile(rf"[\0\1](?:\s{AND_OR}\s[\0\1])+")
_MARKS = re.compile(rf"\0(?:(?:[\s,/|–—-]|\b{AND_OR}\b)*\0)+")


def marked(
    text: str,
    start: int,
    end: int,
    gone: Iterable[tuple[int, int]],
    others: Iterable[tuple[int, int]] = (),
) -> str:
    r"""The words of a part of a text, with a mark for each date that is taken out.

    Args:
        text: the text.
        start: where the part begins, an offset.
        end: the offset after it.
        gone: where the dates and times of day stand.
        others: where dates of other events stand, which no title shall hold either.

    Example:
        >>> marked("Opens on 3 May.", 0, 15, [(9, 14)])
        'Opens on \x00.'
    """
    parts = []
    spans = sorted(span for span in gone if start <= span[0] and span[1] <= end)
    if spans:
        start, end = max(start, spans[0][0] - REACH), min(end, spans[-1][1] + REACH)
    marks, others = [(span, MARK) for span in spans], list(others)
    # No date is looked at in part, lest the rest of it stand in a title.
    start = max([start, *(last for first, last in others if first < start < last)])
    end = min([end, *(first for first, last in others if first < end < last)])
    for first, last in others:
        is_apart = all(last <= one or other <= first for one, other in spans)
        if start <= first and last <= end and is_apart:
            marks.append(((first, last), _OTHER))
    for (first, last), mark in sorted(marks):
        if first >= start:
            parts += [_spoken(text[start:first]), mark]
            possessive = AFTER_A_DATE.match(text, last)
            start = possessive.end() if possessive else last
    parts.append(_spoken(text[start : min(end, start + 2 * REACH)]))
    return "".join(parts)


def _spoken(words: str) -> str:
    """Words with one space between, and without what no title may hold."""
    lead = " " if words[:1].isspace() else ""
    return f"{lead}{' '.join(WORD.findall(words))}{' ' if words[-1:].isspace() else ''}"


def title_of(line: str, before: str = "", topic: str = "") -> str:
    r"""The words of a line or a sentence that name what happens at its date; perhaps none.

    Args:
        line: the words, with marks as `marked` sets them.
        before: the sentence before it, for whose subject a pronoun may stand.
        topic: what a pronoun stands for otherwise.

    Example:
        >>> title_of("The first sailing is planned for \0.")
        'First sailing is planned'
        >>> title_of("The museum, founded in 1931, reopened in \0 after a renovation.")
        'Museum reopened after a renovation'
    """
    words = " ".join(line.replace("\u00ad", "").split())
    words = without_brackets(_without(_BULLET, AS_FOLLOWS.sub("", words)))
    words = _without_prepositions(_PAIR.sub(_of_pair, _without(_DATELINE, words)))
    is_dated = MARK in words
    if is_dated and _verb(words) is not None:
        words = _clause(_without_speaker(_without(PLACE_LINE, words)))
        words = POST_PARTICIPLE.sub("", _with_subject(_listed(words), before, topic))
    words = _without_marks(words)
    return _fitted((is_dated and _with_pronoun(words)) or trimmed(words))


def pronoun_of(sentence: str) -> str:
    """The pronoun, in small letters, that a sentence begins with; empty if it does not.

    Example:
        >>> pronoun_of("She left in 2004."), pronoun_of("Ann left in 2004.")
        ('she', '')
    """
    first = _WORD.search(sentence)
    word = first[0].casefold() if first else ""
    return word if word in PRONOUNS else ""


def telling(title: str) -> list[str]:
    """The words of a title that say what it is, in small letters.

    Example:
        >>> telling("Opening of the forum")
        ['opening', 'forum']
    """
    words = [word.casefold() for word in _WORD.findall(title)]
    return [word for word in words if word not in STOPWORDS and word not in WEAK]


def is_telling(title: str) -> bool:
    """Whether a title names anything, beyond that something opens, ends or is planned.

    Example:
        >>> is_telling("Opens"), is_telling("Winter Light opens")
        (False, True)
    """
    words = [word for word in telling(title) if word not in BARELY_NAMES]
    return not is_placeholder(" ".join(words)) or _VERSION.search(title) is not None


def is_placeholder(words: str) -> bool:
    """Whether words, such as those of a cell, name nothing: "N/A", "TBD", "Sept 15".

    Example:
        >>> is_placeholder("N/A"), is_placeholder("Thu-Fri, Sept 15"), is_placeholder("Forum")
        (True, True, False)
    """
    return all(_is_of_date(word.casefold()) for word in _PART.findall(words))


def _is_of_date(word: str) -> bool:
    is_ordinal = word[:-2].isdigit() and word[-2:] in ORDINAL_ENDINGS
    if is_ordinal or is_of_time(word) or table_of(word) in _MONTHS:
        return True
    return word in PLACEHOLDERS or word in ZONE_ABBREVIATIONS


def is_of_time(word: str) -> bool:
    """Whether a word, in small letters, is a number, a weekday or a half of the day.

    Example:
        >>> is_of_time("friday"), is_of_time("2024"), is_of_time("forum")
        (True, True, False)
    """
    return word.isdigit() or word in HALVES_OF_DAY or table_of(word) in _WEEKDAYS


def trimmed(words: str) -> str:
    """Words without the punctuation, articles and function words at their ends.

    Example:
        >>> trimmed("and the opening of the forum, in")
        'Opening of the forum'
    """
    words = _balanced(words).strip(_AT_ENDS)
    while (first := _WORD.match(words)) and not ASKING.match(words):
        if first[0].casefold() not in WEAK | ARTICLES:
            break
        words = words[first.end() :].strip(_AT_ENDS)
    return _capitalized(_without_weak_end(words))


def _without_weak_end(words: str) -> str:
    while (last := words.rpartition(" ")[2]) and " " in words:
        if last in LIKE_WEAK_WORDS or last.casefold() not in WEAK | ARTICLES:
            break
        words = words[: -len(last)].strip(_AT_ENDS)
    return words


def with_more(title: str, words: str) -> str:
    """A title with words that tell it from another, and no longer than a title may be.

    Example:
        >>> with_more("Classes begin", "Fall Semester")
        'Classes begin, Fall Semester'
    """
    more = f", {_fitted(words, _LONGEST // 2)}"
    return _fitted(title, _LONGEST - len(more)) + more


def _capitalized(words: str) -> str:
    first = words.partition(" ")[0].rstrip(",;:").replace("’", "").replace("'", "")
    if first.islower() and first.isalpha():
        return words[:1].upper() + words[1:]
    return words


def _balanced(words: str) -> str:
    """Words without quotation marks and brackets of which only one is left."""
    for one, other in ("“”", "()", "[]", "«»"):
        if words.count(one) != words.count(other):
            words = words.replace(one, "").replace(other, "")
    if words.count('"') % 2:
        return words.replace('"', "")
    return words


# --- What goes with a date ------------------------------------------------------------------------


def without_brackets(words: str) -> str:
    r"""Words without what stands in brackets; a mark stays for a date in them.

    Example:
        >>> without_brackets("Opening (by the mayor) in Baku (\0)")
        'Opening in Baku \x00'
    """

    def kept(match: re.Match[str]) -> str:
        if MARK not in match[0]:
            return ""
        return f" {MARK}"

    rest = _BRACKETS.sub(kept, words)
    if _WORD.search(rest) or _OTHER in words:
        return rest
    return words


def _without(pattern: re.Pattern[str], words: str) -> str:
    """Words without what a pattern finds at their beginning."""
    found = pattern.match(words)
    if found:
        return words[found.end() :]
    return words


def _of_pair(match: re.Match[str]) -> str:
    """One mark for "3 and 5 May"."""
    return MARK if MARK in match[0] else _OTHER


def _without_prepositions(words: str) -> str:
    """Words without the prepositions before their marks."""
    parts = _ANY_MARK.split(words)  # between the words, the marks
    for number in range(0, len(parts) - 1, 2):
        near = parts[number][-_NEAR:]
        parts[number] = parts[number][:-_NEAR] + BEFORE_A_DATE.sub(" ", near)
    return "".join(parts)


def _without_marks(words: str) -> str:
    words = words.replace(_OTHER, MARK)
    words = _MARKS.sub(MARK, words)
    words = re.sub(r"\s*[,:]?\s*\0(?=\s*[,.;:])", "", words)
    words = re.sub(r"\s[–—|-]\s*\0(?=\s*[–—|-]\s)", "", words)
    words = re.sub(r":?\s*\0[\0\s]*(?=[a-z])", " ", words)  # "Opening: 3 May in Rome"
    words = re.sub(r"\s*\0[\0\s]*", " ", words)
    return " ".join(re.sub(r"\s+(?=[,;.:])", "", words).split())


def _without_speaker(words: str) -> str:
    """A sentence without who says it."""
    led = LEAD_IN.match(words)
    if led and MARK in words[led.end() :]:
        words = words[led.end() :]
    said = SAID_AFTER.search(words, words.rindex(MARK))
    if said and _verb(words[: said.start()]) is not None:
        return words[: said.start()]
    return words


# --- The clause around a date ---------------------------------------------------------------------


def _clause(words: str) -> str:
    """The clause that holds the date, of a sentence that may have several."""
    for shortened in _SHORTENINGS:
        shorter = shortened(words)
        if not _is_fragment(shorter) or _is_fragment(words):
            words = shorter
    return words


def _is_fragment(words: str) -> bool:
    """Whether words have no verb, or no subject before it: "fully will reopen"."""
    subject = [word.casefold() for word in _WORD.findall(words[: _verb(words) or 0])]
    if "of" in subject or (subject[:1] and subject[0] in SUBJECTS):  # "two of them", "they"
        return False
    names = [word for word in telling(" ".join(subject)) if not word.isdigit()]
    return all(_is_adverb(word) or word in QUANTITIES for word in names)


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in ADVERBS


def _begins_with_verb(words: str) -> bool:
    """Whether nothing but adverbs and weak words stands before the first verb: "fully reopens"."""
    verb = _verb(words)
    return verb is not None and all(map(_is_adverb, telling(words[:verb])))


def _with_pronoun(words: str) -> str:
    """A clause that begins with its subject, a pronoun, where it tells enough; else nothing."""
    words = _balanced(words).strip(_AT_ENDS)
    first, _, rest = words.partition(" ")
    if first.casefold() not in SUBJECTS or not _begins_with_verb(rest) or not is_telling(rest):
        return ""
    if IT_IS_A.match(words):
        return ""
    return _capitalized(_without_weak_end(words))


def _part(words: str) -> str:
    """The part between semicolons that holds the date."""
    return next(part for part in words.split("; ") if MARK in part)


def _without_interval(words: str) -> str:
    return SOME_TIME_AFTER.sub("", words)


def _without_asides(words: str) -> str:
    """A sentence without "founded in 1931" between commas, if a verb is left without it."""
    kept, *parts = words.split(", ")
    joint = ", "
    while parts:
        part, *parts = parts
        is_aside = bool(parts) and _is_aside(part)
        if is_aside and _verb(", ".join([kept, *parts])) is not None:
            joint = f" {MARK} " if MARK in part else " "
        else:
            kept, joint = f"{kept}{joint}{part}", ", "
    return kept


def _is_aside(words: str) -> bool:
    """Whether words between commas only add to those before: "founded in 1931", "the first"."""
    first = _WORD.match(words)
    word = first[0] if first else ""
    if MARK in words:
        return _is_present_participle(word)
    is_date = _OTHER in words and _verb(words) is None
    is_told = SUBORDINATING.match(words, len(word) + 1) is not None  # "said that"
    return is_date or word in RELATIVE_WORDS or (_is_participle(word) and not is_told)


def _is_participle(word: str) -> bool:
    return word.islower() and word not in AUXILIARIES and _is_past(word)


def _is_present_participle(word: str) -> bool:
    return word.islower() and len(word) > _ING and word.endswith("ing") and word not in LEADS


def _of_relative(words: str) -> str:
    """Of "the forum, which opened on 3 May, lasts", the words "the forum opened on 3 May"."""
    at = words.index(MARK)
    start = max(words.rfind(pronoun, 0, at) for pronoun in RELATIVE)
    clause = words[start:].removeprefix(", ")
    if start < 0 or "," in words[start + 1 : at]:
        return _of_restrictive(words)
    pronoun, _, predicate = clause.partition(" ")
    told = predicate.partition(",")[0]
    return told if pronoun == WHOSE else f"{_last_name(words[:start])} {told}"


def _of_restrictive(words: str) -> str:
    """Of "the bridge that opened on 3 May was built by the city", the words "the bridge opened"."""
    found = RESTRICTIVE.search(words, 0, words.index(MARK))
    if found is None or _verb(words[: found.start()]) is not None:
        return words
    inner, _, rest = words[found.end() :].partition(MARK)
    if _verb(inner) != 0 or not any(_verbs(rest)):
        return words
    return f"{words[: found.start()]} {inner}{MARK}"


def _of_participle(words: str) -> str:
    """Of "the museum, founded in 1931, reopened", the words "the museum founded in 1931"."""
    head, comma, rest = words.partition(", ")
    inner = rest.partition(",")[0]
    first = _WORD.match(inner)
    has_date = comma and MARK in inner and MARK not in head
    if has_date and first and _is_participle(first[0]) and _verb(head) is None:
        return f"{head} {inner}"
    return words


def _of_subordinate(words: str) -> str:
    """What follows the last "since", "when" or "that" before the date, if that is a clause."""
    at = words.rindex(MARK)
    for found in reversed(list(SUBORDINATING.finditer(words, 0, at))):
        verb = _verb(words[found.end() : at])
        if verb:  # and not 0, as in "the drill that was planned"
            return words[found.end() :]
    return words


def _without_lead(words: str) -> str:
    """A sentence without what stands before its subject: "At its meeting on 3 May, the board"."""
    lead, comma, rest = words.partition(", ")
    if not _is_lead(lead) or not comma:
        lead, _, rest = words.partition(MARK)
        if not _is_lead(lead) or not _begins_with_name(rest.lstrip()):
            return words
        rest = MARK + rest
    if _verb(rest) is None:
        return words
    if MARK in rest:
        return rest
    return f"{MARK} {rest}"


def _is_lead(words: str) -> bool:
    """Whether words without a verb tell when or where: "At its meeting", "Next"."""
    first = _WORD.search(words)
    if _verb(words) is not None:
        return False
    if first is None or words.startswith(MARK):
        return True
    return first[0].casefold() in LEADS or _is_adverb(words.casefold())


def _begins_with_name(words: str) -> bool:
    first = (_WORD.findall(words[:_NEAR]) or [""])[0]
    return first.istitle() or first in ARTICLES | DETERMINERS


def _coordinate(words: str) -> str:
    """The one of several clauses joined by "and" that holds the date, with the subject of all."""
    at = words.index(MARK)
    start, end, shared = 0, len(words), ""
    for joint in _JOINT.finditer(words):
        modal = _shared_modal(words, joint)
        if _verb(words[start : joint.start()]) is None:
            continue
        if not modal and not _begins_clause(words, joint):
            continue
        if joint.end() > at:
            end = joint.start()
            break
        start, shared = joint.end(), modal
    part = words[start:end]
    if pronoun_of(part):
        return _with_subject(part, words[:start], "")
    if start and (shared or _begins_with_verb(part)):
        return " ".join(filter(None, (_subject(words), shared, part)))
    return part


def _begins_clause(words: str, joint: re.Match[str]) -> bool:
    """Whether a verb, or a subject and its verb, follow an "and"; after a comma alone, a verb."""
    following = words[joint.end() : joint.end() + _NEAR]
    verb = _verb(following)
    if verb is None or joint[0] == ", ":
        return verb == 0
    return verb == 0 or not SUBORDINATING.search(f" {following[:verb]}")


def _shared_modal(words: str, joint: re.Match[str]) -> str:
    """The "will" of "it will close on 3 May and reopen", if that goes with the verb after "and"."""
    first = next(_verbs(words), None)
    following = _WORD.match(words, joint.end())
    follows_date = words[: joint.start()].endswith((MARK, _OTHER))
    if first is None or following is None or not follows_date:
        return ""
    modal, word = words[slice(*first)], following[0]
    is_verb = word.islower() and word not in WEAK | ARTICLES | DETERMINERS | QUANTITIES
    return modal if is_verb and modal in MODALS else ""


def _listed(words: str) -> str:
    """The one of "the treaty of 1994 and the visit in May" that the date belongs to."""
    at = words.index(MARK)
    joints = [joint for joint in _JOINT.finditer(words) if _joins_names(words, joint)]
    starts = [joint.end() for joint in joints if joint.end() <= at]
    ends = [joint.start() for joint in joints if joint.start() > at]
    return words[max(starts, default=0) : min(ends, default=len(words))]


def _joins_names(words: str, joint: re.Match[str]) -> bool:
    """Whether an "and" after a date comes before something else that has a date."""
    following = words[joint.end() :]
    first, second = [*_WORD.findall(following[:_NEAR]), "", ""][:2]
    is_name = first in ARTICLES | DETERMINERS or (first in WEAK and second in ARTICLES)
    after_date = words[: joint.start()].endswith((MARK, _OTHER)) and joint[0] != ", "
    return is_name and after_date and _ANY_MARK.search(following) is not None


def _without_tail(words: str) -> str:
    """A clause without what a comma parts from it, after its date and its verb."""
    at = words.rindex(MARK)
    while (comma := words.find(", ", at)) >= 0:
        if _verb(words[:comma]) is not None:
            return words[:comma]
        at = comma + 1
    return words


def _with_subject(words: str, before: str, topic: str) -> str:
    """A clause with the subject of the sentence before instead of a pronoun."""
    pronoun = pronoun_of(words)
    first = _WORD.search(words)
    if first is None or not pronoun:
        return words
    sentence = " ".join(before.replace(MARK, " ").split())
    name = _antecedent(_without(_DATELINE, sentence), pronoun) or topic
    if name:
        return f"{words[: first.start()]}{name}{words[first.end() :]}"
    return words


def _antecedent(sentence: str, pronoun: str) -> str:
    """What a pronoun stands for: the subject before, or for "they" the object, if that fits."""
    subject = _subject(sentence).strip(_AT_ENDS)
    if subject.casefold() in PRONOUNS:
        return ""
    if pronoun in OF_PERSONS:
        if not subject.rpartition(" ")[2].istitle():
            return ""
        return subject
    if pronoun != PLURAL_PRONOUN:
        if _is_plural(subject):
            return ""
        return subject
    if _is_plural(subject):
        return subject
    return _plural_object(sentence.strip(_AT_ENDS))


def _plural_object(sentence: str) -> str:
    """What follows the first verbs of a sentence, if that is a name in the plural."""
    predicate = TO_CUT_AT.split(sentence[_verb(sentence) or 0 :])[0]
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
    subject = words[: _verb(words) or 0].strip(_AT_ENDS + MARK)
    if len(subject) <= _SUBJECT and _WORD.search(subject):
        return subject
    return ""


def _last_name(words: str) -> str:
    """The noun phrase that words end with."""
    verbs = list(_verbs(words))
    name = words[verbs[-1][1] :] if verbs and verbs[-1][1] < len(words) else words
    return re.split(r",\s|\s(?:and|by|for|of|at|to|with)\s", name)[-1].strip()


_SHORTENINGS = (
    _part,
    _without_interval,
    _of_relative,
    _without_asides,
    _of_subordinate,
    _of_participle,
    _without_lead,
    _coordinate,
    _without_tail,
)
"""What makes a clause of a sentence; one that would leave a fragment is passed over."""


# --- Verbs ----------------------------------------------------------------------------------------


def _verb(words: str) -> int | None:
    """Where the first verb of some words stands that may be a predicate."""
    return next((start for start, _ in _verbs(words)), None)


def _verbs(words: str) -> Iterator[tuple[int, int]]:
    before = ""
    for match in _WORD.finditer(words):
        word = match[0]
        if word.islower() and before not in DETERMINERS and _is_verb(word):
            yield match.span()
        before = word.casefold()


def _is_verb(word: str) -> bool:
    return word in AUXILIARIES or word in PRESENT or _is_past(word)


def _is_past(word: str) -> bool:
    if word in NO_VERBS:
        return False
    return table_of(word) in _TOLD or (len(word) > 4 and word.endswith("ed"))


# --- Length ---------------------------------------------------------------------------------------


def _fitted(title: str, longest: int = _LONGEST) -> str:
    """A title that is not too long: its inner articles go, then the phrases at its end."""
    if len(title) <= longest:
        return title
    shorter = " ".join(word for word in title.split() if word not in ARTICLES)
    if len(shorter) <= longest:
        return shorter
    places = [match.start() for match in TO_CUT_AT.finditer(shorter, 0, longest + 2)]
    last = next((place for place in reversed(places) if _SHORTEST <= place <= longest), None)
    cut = shorter[:last] if last else shorter[: longest + 1].rpartition(" ")[0]
    return _without_weak_end(_balanced(cut).strip(_AT_ENDS)) or shorter[:longest]
