"""Titles out of the words of a text: the clause or the line around a date, without the date.

A title is made of the text's own words. It has no date, no preposition of one, and at an end
neither a comma nor a function word, unless that is its subject. Each rule looks at a bounded part
of one line or sentence, so the time is linear in the text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from .characters import BULLETS, WORD
from .clauses import (
    ANY_MARK,
    AT_ENDS,
    MARK,
    MARKS,
    OTHER,
    PLAIN_WORD,
    begins_with_verb,
    clause_of,
    preposition_of,
    telling,
    verb_in,
    with_subject,
    without_brackets,
)
from .finding.english import (
    AFTER_A_CLAIM,
    AFTER_A_DATE,
    AND_OR,
    AND_SAYS,
    ARTICLES,
    AS_FOLLOWS,
    ASKING,
    BARELY_NAMES,
    BEFORE_A_DATE,
    DENIES,
    HALVES_OF_DAY,
    IN_A_PLACE,
    ISSUED_THEN,
    IT_IS_A,
    LEAD_IN,
    LIKE_WEAK_WORDS,
    NAMED_WEEKDAY,
    NOT_SAID_THEN,
    ORDINAL_ENDINGS,
    PLACE_LINE,
    PLACEHOLDERS,
    POST_PARTICIPLE,
    QUOTATION_MARKS,
    SAID_AFTER,
    SAID_THEN,
    SAYS,
    SEASON_OF_A_DATE,
    SUBJECTS,
    TO_CUT_AT,
    TOLD_ITSELF,
    WEAK,
    ZONE_ABBREVIATIONS,
    table_of,
)

__all__ = [
    "REACH",
    "clause_in",
    "is_placeholder",
    "is_statement",
    "is_telling",
    "marked",
    "title_of",
    "trimmed",
    "with_more",
]

REACH = 600
"""Characters of a line on either side of a date that a title may be made of."""

_WEEKDAYS = ("weekday", "short_weekday")  # terms of the lexicon
_MONTHS = ("full_month", "short_month", "word_month")
_LONGEST = 90  # characters of a title
_SHORTEST = 30  # characters that are left, at least, of a title that is too long
_BEGINNING = 12  # characters by which a clause is found in its line
_NEAR = 60  # characters that words before a date take at most
_PART = re.compile(r"[^\W_]+")  # of a word with a hyphen
_HALF_OF_DAY = re.compile(r"\b([ap])\.\s?m\b", re.IGNORECASE)  # "a.m."
_BULLET = re.compile(rf"(?:[{BULLETS}]+|\(?(?:[0-9]{{1,3}}|[a-z])[.)])\s+(?=\S)")
_DATELINE = re.compile(r"[^\n–—\0]{0,56}[0-9]{4}\s+[–—-]+\s+|[^\n–—\0a-z]{2,40}\s+[–—]\s+")
# What Markdown writes, tags among it, and nobody says.
_EMPHASIS = re.compile(r"\*\*|__|~~|`|</?[a-z][^<>\n]{0,80}>")
# A version, and no time of day: neither "1.15 p.m." nor "10.00-10.10".
_VERSION = re.compile(r"(?<![-–—.0-9])[0-9]+\.[0-9]+(?![0-9]|\s?(?:[apAP]\.?[mM]\b|[-–—]))")
_CLOCK = re.compile(r"[0-9]{1,2}(?:[ap]m|h)")
_PAIR = re.compile(rf"[\0\1](?:\s{AND_OR}\s(?:again\s)?[\0\1])+")
_NAMED = 12  # characters before a weekday of what names it, such as "Remembrance"
_SEVERAL_MARKS = re.compile(rf"\0(?:(?:[\s,/|–—-]|\b{AND_OR}\b)*\0)+")


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
    spans = [_without_name(text, span) for span in spans]
    marks, others = [(span, MARK) for span in spans], [_without_name(text, span) for span in others]
    # No date is looked at in part, lest the rest of it stand in a title.
    start = max([start, *(last for first, last in others if first < start < last)])
    end = min([end, *(first for first, last in others if first < end < last)])
    for first, last in others:
        is_apart = all(last <= one or other <= first for one, other in spans)
        if start <= first and last <= end and is_apart:
            marks.append(((first, last), OTHER))
    for (first, last), mark in sorted(marks):
        if first >= start:
            parts += [_spoken(text[start:first]), mark]
            possessive = AFTER_A_DATE.match(text, last)
            start = possessive.end() if possessive else last
    parts.append(_spoken(text[start : min(end, start + 2 * REACH)]))
    return "".join(parts)


def _without_name(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A date without the weekday that is part of a name before it: "Good Friday 29 March"."""
    start, end = span
    named = NAMED_WEEKDAY.search(text, max(0, start - _NAMED), end)
    if named is None or named.end() != start:
        return span
    weekday = text[start:end].partition(" ")[0]
    return start + len(weekday), end


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
    spoken = _spoken_in(line)
    if spoken:
        words = with_subject(_without_marks(_without_prepositions(spoken.title)), before, topic)
        return _fitted(_with_pronoun(words) or trimmed(words), shortest=words.find(": ") + 1)
    words = clause_in(line)
    is_dated = MARK in words
    if is_dated and verb_in(words) is not None:
        sentence = _without(_DATELINE, " ".join(before.split()))
        if _follows_verb(line, words):
            sentence = topic = ""  # its pronoun stands for what is named before it there
        words = POST_PARTICIPLE.sub("", with_subject(words, sentence, topic))
    words = _without_marks(words)
    return _fitted((is_dated and _with_pronoun(words)) or trimmed(words))


def _follows_verb(line: str, clause: str) -> bool:
    """Whether a clause is not the first one of its sentence."""
    at = line.find(clause.strip(MARKS)[:_BEGINNING])
    return at > 0 and verb_in(line[:at]) is not None


@lru_cache(maxsize=16)  # the title and the place of an item are both made of it
def clause_in(line: str) -> str:
    r"""The clause of a line or a sentence that holds its date, with a mark for the date.

    Args:
        line: the words, with marks as `marked` sets them.

    Example:
        >>> clause_in("The fair opened on \1, and the mayor left on \0.")
        'the mayor left \x00.'
    """
    spoken = _spoken_in(line)
    words = spoken.told if spoken else _plain(line)
    words = SEASON_OF_A_DATE.sub(r"\1", _PAIR.sub(_of_pair, _without(_DATELINE, words)))
    words = _without_prepositions(words)
    if MARK in words and verb_in(words) is not None:
        return _without(
            IN_A_PLACE, clause_of(_without_speaker(_without(PLACE_LINE, words))).strip()
        )
    return _entry(words)


def _plain(line: str) -> str:
    """A line without emphasis, bullet and brackets, and with one space between its words."""
    words = _EMPHASIS.sub("", " ".join(line.replace("\u00ad", "").split()))
    return without_brackets(_without(_BULLET, AS_FOLLOWS.sub("", words)))


def _entry(words: str) -> str:
    """Of "Sessions: Hall A, 3 May; Hall B, 5 May", the words "Sessions, Hall B, 5 May"."""
    parts = words.split("; ")
    dated = [part for part in parts if ANY_MARK.search(part)]
    if len(dated) < 2 or MARK not in words:
        return words
    part = next(part for part in dated if MARK in part)
    lead, _, first = parts[0].partition(": ")
    if not first or ANY_MARK.search(lead):
        return part
    return f"{lead}, {first if part is parts[0] else part}"


def is_telling(title: str) -> bool:
    """Whether a title names anything, beyond that something opens, ends or is planned.

    Example:
        >>> is_telling("Opens"), is_telling("Winter Light opens")
        (False, True)
    """
    words = [w for w in telling(_with_whole_halves(title)) if w not in BARELY_NAMES]
    return not is_placeholder(" ".join(words)) or _VERSION.search(title) is not None


def is_placeholder(words: str) -> bool:
    """Whether words, such as those of a cell, name nothing: "N/A", "TBD", "Sept 15".

    Example:
        >>> is_placeholder("N/A"), is_placeholder("Thu-Fri, Sept 15"), is_placeholder("Forum")
        (True, True, False)
    """
    return all(_is_of_date(word.casefold()) for word in _PART.findall(_with_whole_halves(words)))


def _with_whole_halves(words: str) -> str:
    """Words in which halves of the day are written as one word: "5 p. m." as "5 pm."."""
    return _HALF_OF_DAY.sub(r"\1m", words)


def _is_of_date(word: str) -> bool:
    is_ordinal = word[:-2].isdigit() and word[-2:] in ORDINAL_ENDINGS
    if is_ordinal or is_of_time(word) or table_of(word) in _MONTHS or _CLOCK.fullmatch(word):
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
    words = _balanced(_balanced(words).strip(AT_ENDS))
    while (first := PLAIN_WORD.match(words)) and not ASKING.match(words):
        if first[0].casefold() not in WEAK | ARTICLES or DENIES.match(words):
            break
        words = words[first.end() :].strip(AT_ENDS)
    return _capitalized(_without_weak_end(words))


def _with_pronoun(words: str) -> str:
    """A clause that begins with its subject, a pronoun, where it tells enough; else nothing."""
    words = _balanced(words).strip(AT_ENDS)
    first, _, rest = words.partition(" ")
    if first.casefold() not in SUBJECTS or not begins_with_verb(rest) or not is_telling(rest):
        return ""
    if IT_IS_A.match(words):
        return ""
    return _capitalized(_without_weak_end(words))


def _without_weak_end(words: str) -> str:
    while (last := words.rpartition(" ")[2]) and " " in words:
        if last in LIKE_WEAK_WORDS or last.casefold() not in WEAK | ARTICLES:
            break
        words = words[: -len(last)].strip(AT_ENDS)
    return _balanced(words)


def with_more(title: str, words: str) -> str:
    """A title with words that tell it from another, and no longer than a title may be.

    Example:
        >>> with_more("Classes begin", "Fall Semester")
        'Classes begin, Fall Semester'
    """
    more = f", {_fitted(words, _LONGEST // 2)}"
    return _fitted(title, _LONGEST - len(more)) + more


def _capitalized(words: str) -> str:
    first = re.sub("['’-]", "", words.partition(" ")[0].rstrip(",;:"))
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


def _without(pattern: re.Pattern[str], words: str) -> str:
    """Words without what a pattern finds at their beginning."""
    found = pattern.match(words)
    if found:
        return words[found.end() :]
    return words


def _of_pair(match: re.Match[str]) -> str:
    """One mark for "3 and 5 May", but not for those of "it closed on 3 May and today opened"."""
    words, following = match.string, match.string[match.end() :].lstrip()
    if verb_in(following) == 0 and verb_in(words[: match.start()]) is not None:
        return match[0]
    return MARK if MARK in match[0] else OTHER


def _without_prepositions(words: str) -> str:
    """Words without the prepositions before their marks."""
    parts = ANY_MARK.split(words)  # between the words, the marks
    for number in range(0, len(parts) - 1, 2):
        near = parts[number][-_NEAR:]
        parts[number] = parts[number][:-_NEAR] + BEFORE_A_DATE.sub(" ", near)
    return "".join(parts)


def _without_marks(words: str) -> str:
    words = words.replace(OTHER, MARK)
    words = _SEVERAL_MARKS.sub(MARK, words)
    words = re.sub(r"\s*[,:]?\s*\0(?=\s*[,.;:])", "", words)
    words = re.sub(r"\s[–—|-]\s*\0(?=\s*[–—|-]\s)", "", words)
    words = re.sub(r":?\s*\0[\0\s]*(?=[a-z])", " ", words)  # "Opening: 3 May in Rome"
    words = re.sub(r"\s*\0[\0\s]*", " ", words)
    return " ".join(re.sub(r"\s+(?=[,;.:])", "", words).split())


def _without_speaker(words: str) -> str:
    """A sentence without who says it."""
    led = LEAD_IN.match(words)
    if led and MARK in words[led.end() :]:
        also = AND_SAYS.search(words, led.end(), words.index(MARK))
        if also:  # "they noted that it rained, and welcomed the pact of 3 May"
            return f"{words[: verb_in(words)]}{words[also.start('what') :]}"
        words = words[led.end() :]
    said = SAID_AFTER.search(words, words.rindex(MARK))
    if said and verb_in(words[: said.start()]) is not None:
        return words[: said.start()]
    return words


# --- Statements -----------------------------------------------------------------------------------


class _Spoken(NamedTuple):
    """A sentence whose date is that of a statement: "It is late, the mayor said on 3 May"."""

    title: str  # "the mayor said: It is late"
    told: str  # "said on 3 May"


def is_statement(line: str) -> bool:
    r"""Whether the date of a sentence tells when somebody said the rest of it.

    Example:
        >>> is_statement("The fair will open, the mayor said on \0.")
        True
        >>> is_statement("The fair will open on \0, the mayor said.")
        False
    """
    return _spoken_in(line) is not None


@lru_cache(maxsize=16)
def _spoken_in(line: str) -> _Spoken | None:
    """The statement that a sentence with a mark makes, if its date is when it was said."""
    words = _without(_DATELINE, _plain(line))
    at = words.find(MARK)
    verb = max(SAYS.finditer(words, 0, max(at, 0)), key=re.Match.start, default=None)
    if verb is None or not SAID_THEN.match(words, at):
        return None
    between = ISSUED_THEN.sub("", words[verb.end() : at]).strip()
    if verb_in(between) is not None or NOT_SAID_THEN.search(f"{between} "):
        return None
    title = _statement(words[: verb.start()].rstrip(), verb[0], between)
    return _Spoken(title, words[verb.start() :]) if title else None


def _statement(before: str, verb: str, between: str) -> str:
    """Who said something, and what, from the words around "said"; empty if they do not tell."""
    name = TO_CUT_AT.split(f"{between} ")[0].strip()
    claim, speaker = _claim(before, "" if verb == TOLD_ITSELF else name)
    if not claim or not speaker:
        return ""
    if speaker == name:  # "said Ann, the mayor, in a speech"
        between = between[len(name) :].rpartition(", ")[2].strip()
    claim = claim.strip(AT_ENDS)
    if len(claim) + len(between) > _LONGEST - len(speaker) and verb != TOLD_ITSELF:
        between = ""
    said = " ".join(f"{speaker} {verb} {between}".split())
    return f"{said}: {claim}"


def _claim(before: str, name: str) -> tuple[str, str]:
    """What is said, from the words before "said", and who says it; empty if they do not tell."""
    if before.endswith((",", *QUOTATION_MARKS)) and name:
        return before.rstrip(","), name
    commas = list(AFTER_A_CLAIM.finditer(before))
    if before.endswith(","):  # "it is late, Ann, the mayor, said"
        commas = commas[:-1]
    for comma in reversed(commas):
        claim, (speaker, *_) = before[: comma.end()].rstrip(" ,"), before[comma.end() :].split(", ")
        is_claim = claim.endswith(QUOTATION_MARKS) or verb_in(claim) is not None
        if is_claim and verb_in(speaker) is None and not preposition_of(speaker):
            return claim, speaker
    return "", ""


# --- Length ---------------------------------------------------------------------------------------


def _fitted(title: str, longest: int = _LONGEST, shortest: int = _SHORTEST) -> str:
    """A title that is not too long: its inner articles go, then the phrases at its end."""
    if len(title) <= longest:
        return title
    shorter = " ".join(word for word in title.split() if word not in ARTICLES)
    if len(shorter) <= longest:
        return shorter
    places = [match.start() for match in TO_CUT_AT.finditer(shorter, 0, longest + 2)]
    last = next((place for place in reversed(places) if shortest < place <= longest), None)
    cut = shorter[:last] if last else shorter[: longest + 1].rpartition(" ")[0]
    kept, _, word = cut.rpartition(" ")
    if verb_in(word) is not None and verb_in(kept) is not None:  # "a sample collected"
        cut = kept
    return _without_weak_end(_balanced(cut).strip(AT_ENDS)) or shorter[:longest]
