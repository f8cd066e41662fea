"""The steps from a text to its dates, each by itself: tokens, rules, readings, surroundings."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events.finding import english, reasons
from cica_events.finding.expressions import Patterns, in_codes
from cica_events.finding.grammar import CODES, RULES, TERMS, codes, grammar, rule_of
from cica_events.finding.phrases import Interval, OneDate, find_phrases
from cica_events.finding.tokens import Tokens, term_of
from cica_events.mentions import find_dates

DAY = "2022-05-16"  # a Monday


def terms(text: str) -> list[str]:
    tokens = Tokens(text)
    return [tokens.term(k) for k in range(len(tokens.pieces))]


def read(text: str, published: str | None = DAY) -> list[tuple[str, str | None]]:
    """The phrases of a text and their dates, or why they have none."""
    found = find_dates(text, published)
    return [(m.text, str(m.when) if m.when else m.reason) for m in found]


# --- The grammar ----------------------------------------------------------------------------------


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_each_rule_finds_its_example_whole(rule):
    tokens = Tokens(f"{rule.before} {rule.example} {rule.after}".strip())
    found = {
        rule_of(match): tokens.text[tokens.starts[match.start()] : tokens.end(match.end())]
        for match in grammar().finditer(tokens.codes)
    }
    assert found[rule.name] == rule.example, found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
def test_no_date_holds_two_words_that_name_other_things(rule):
    tokens = Tokens(f"{rule.before} {rule.example} {rule.after}".strip())
    for phrase in find_phrases(tokens):
        if isinstance(phrase.meaning, OneDate | Interval):
            found = tokens.codes[phrase.first : phrase.last]
            assert sum(found.count(code) for code in codes("word name")) < 2


def test_names_of_rules_are_unique():
    assert len({rule.name for rule in RULES}) == len(RULES)


def test_codes_mean_nothing_to_a_regular_expression():
    assert len(TERMS) == len(CODES)
    assert all(re.escape(code) == code and ord(code) < 256 for code in TERMS)
    assert codes("day month") == CODES["day"] + CODES["month"]


def test_a_pattern_is_compiled_only_where_it_can_begin(monkeypatch):
    compiled = []
    compile_ = re.compile
    monkeypatch.setattr(re, "compile", lambda *each: compiled.append(each[0]) or compile_(*each))
    patterns = {
        "first": "(?<= c) one=(ab) (a | c){0,2} c",
        "second": "(b | (?! c) a){1,2} c?",
        "third": "c c",
    }
    found = Patterns(patterns, {"ab": "a? b"}, {"a": "A", "b": "B", "c": "C"})
    assert [(m.lastgroup, m.span()) for m in found.finditer("CABACABBCXC")] == [
        *(("first", (1, 5)), ("second", (5, 7)), ("second", (7, 9))),
    ]
    assert [each.rpartition("?P")[2] for each in compiled[1:]] == ["<first>)", "<second>)"]


def test_what_can_begin_at_many_codes_is_forgotten_and_found_out_again(monkeypatch):
    monkeypatch.setattr("cica_events.finding.expressions._MANY", 2)
    found = Patterns({"one": "a b?"}, {}, {"a": "A", "b": "B"})
    assert [match.span() for match in found.finditer("ABXAXXAABX")] == [
        *((0, 2), (3, 4), (6, 7), (7, 9)),
    ]


@given(st.text("ABCDX", max_size=12))
def test_what_a_pattern_is_tried_for_leaves_nothing_out(text):
    codes = {"a": "A", "b": "B", "c": "C", "d": "D"}
    patterns = {
        "thrice": "a{1,3} c | d{0,3} b",
        "either": "(a | b c?) d? (c | d)",
        "single": "c | (?= a) a b",
    }
    plain = re.compile(
        "|".join(f"(?P<{n}>{in_codes(each, codes)})" for n, each in patterns.items())
    )
    found = [(m.span(), m.lastgroup) for m in Patterns(patterns, {}, codes).finditer(text)]
    assert found == [(m.span(), m.lastgroup) for m in plain.finditer(text)]


# --- Words and pieces -----------------------------------------------------------------------------


def test_a_word_has_one_term():
    words = [entry.partition("=")[0] for entry in english.WORDS.split() if entry[-1] != ":"]
    assert sorted({word for word in words if words.count(word) > 1}) == []


CLOCKS = [
    *("10 p.m.", "10pm", "10:38am EST", "17:00 CET", "9\u201311 a.m.", "9 to 11 a.m.", "10h00"),
    *("1430 GMT", "17.00 hrs", "9:38 a.m. EDT", "15:37:41 UTC", "07:05", "1400 hours"),
]


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("frame", ["{} on 12 May 2022", "on 12 May 2022, {}", "12 May 2022 {}"])
def test_a_time_of_day_is_one_piece_that_breaks_no_date(clock, frame):
    text = frame.format(clock)
    tokens = Tokens(text)
    place = terms(text).index("clock")
    assert text[tokens.starts[place] : tokens.end(place + 1)] == clock
    assert read(text) == [("12 May 2022", "2022-05-12")]


def test_a_clock_parts_a_weekday_from_its_day():
    assert read("Thursday, 10 a.m., 12 May 2022") == [
        ("Thursday, 10 a.m., 12 May 2022", "2022-05-12")
    ]
    assert read("on 2022-05-12T10:00:30.5Z") == [("2022-05-12", "2022-05-12")]


def test_words_that_lost_their_space_are_taken_apart():
    assert terms("24thSeptember 2025") == ["ordinal", "full_month", "year"]
    assert terms("2021-22was") == ["year", "dash", "day_number", "past"]
    assert terms("May2022 10June2022") == ["word_month", "year", "day_number", "word_month", "year"]
    assert terms("2019nCoV") == ["number"]


def test_letters_with_stops_are_one_piece():
    assert terms("the U.S. and e.g. 44 B.C.") == ["the", "name", "and", "word", "number", "era"]


def test_a_sign_or_a_letter_of_any_script_has_a_term():
    assert [term_of(word) for word in ("\u0130", "\u017fat", "\u2192", "", "\u20ac")] == [
        *("name", "word", "sign", "break", "currency")
    ]


def test_a_sentence_ends_at_a_stop_that_is_no_abbreviation():
    tokens = Tokens("He met Dr. A. Smith. It rained! Then\n\nthe end")
    assert [tokens.sentence(k) for k in (0, 6, 7, 8, 11, 13)] == [0, 0, 0, 1, 2, 3]
    assert tokens.sentence_bounds(tokens.sentence(9)) == (8, 10)
    assert tokens.sentence_bounds(tokens.sentence(13))[1] == len(tokens.pieces)
    assert tokens.paragraph(0) == 0
    assert tokens.paragraph(13) == 1
    assert Tokens("It rained.").sentence_bounds(0) == (0, 2)
    assert Tokens(". It was A").sentence(1) == 1


def test_a_piece_outside_a_text_counts_nothing():
    tokens = Tokens("10 May")
    assert [tokens.number(k) for k in (-1, 0, 2)] == [0, 10, 0]


# --- A phrase is read whole, or it is a question --------------------------------------------------

WHOLE = {
    "Third Quarter 2023": "2023-35",
    "Q3 this year": "2022-35",
    "the third quarter": "2022-35",
    "Q1-Q3 2025": "2025-33/2025-35",
    "the first to the third quarter": "2022-33/2022-35",
    "2017-q1": "2017-33",
    "the week of October 14th, 2024": "2024-10-14/2024-10-20",
    "Tuesday of next week": "2022-05-24",
    "next week on Tuesday": "2022-05-24",
    "the 20th of next month": "2022-06-20",
    "the 3rd Thursday of November 2023": "2023-11-16",
    "the last day of May 2022": "2022-05-31",
    "January 28 th and 29th": "2022-01-28/2022-01-29",
    "24thSeptember 2025": "2025-09-24",
    "May, 28 2018": "2018-05-28",
    "16. Nov. 2016": "2016-11-16",
    "2016 june": "2016-06",
    "17 / 05 / 2021": "2021-05-17",
    "Oct. 12, 2023 (Thurs.)": "2023-10-12",
    "AD 1250": "1250",
    "A.D. 1250": "1250",
    "the year of 2022": "2022",
    "tue, 10 May 2022": "2022-05-10",
    "the first Monday in May": "2022-05-02",
    "the first Monday of May this year": "2022-05-02",
    "the week of 10 May": "2022-05-09/2022-05-15",
    "1Q2023": "2023-33",
    "quarter 3 of 2023": "2023-35",
    "third-quarter results": "2022-35",
    "week starting 14 October 2024": "2024-10-14/2024-10-20",
    "the tenth day of May 2022": "2022-05-10",
    "this Sunday, 22 May": "2022-05-22",
    "September 24th2025": "2025-09-24",
    "22.May.2022": "2022-05-22",
    "2022 May 10": "2022-05-10",
    "2022-May-10": "2022-05-10",
    "10 May 2022 to the present": "2022-05-10/..",
    "Q1 and Q2 2025": "2025-33/2025-34",
    "Q1-2023": "2023-33",
    "2019-Aug": "2019-08",
    "13 September nineteen seventy two": "1972-09-13",
    "June of nineteen ninety nine": "1999-06",
    "20 of this month": "2022-05-20",
    "the 21st this month": "2022-05-21",
    "the week beginning 14 October 2024": "2024-10-14/2024-10-20",
    "the week starting on 14 October 2024": "2024-10-14/2024-10-20",
}


@pytest.mark.parametrize(("phrase", "edtf"), WHOLE.items())
def test_a_phrase_is_read_whole(phrase, edtf):
    assert read(f"For {phrase}.") == [(phrase.removesuffix(" results"), edtf)]


QUESTIONS = {
    "first week of 2015": "weeks of",
    "the 15th to the 19th": "no month",
    "5/6 June 2024": "one of several",
    "3 or 4 May 2025": "one of several",
    "1 Jan. 22": "centuries",
    "10-Jan-22": "centuries",
    "1250 B.C.": "another era",
    "2565 B.E.": "another era",
    "the third quarter of fiscal 2023": "fiscal",
    "the 20th of the month": "no month",
    "the fifth Monday of February 2023": "no such day",
    "03/04/2022-05/04/2022": "day/month",
    "Q3 FY23": "fiscal",
    "10 and/or 11 May 2022": "one of several",
    "3 May, 4 May or 5 May 2025": "one of several",
    "May 3, May 4 or May 5, 2025": "one of several",
    "Tuesday, May 17, or Wednesday, May 18": "one of several",
    "May/June 2022": "one of several",
    "Q1/Q2 2025": "one of several",
    "the first or second quarter of 2025": "one of several",
    "this year or next": "one of several",
    "this year or next year": "one of several",
    "this week or next week": "one of several",
    "Jan '22": "centuries",
    "Friday the 13th": "no month",
    "the fifth to the third quarter": "names no date",
    "quarter 5 of 2023": "names no date",
    "every 10 May": "recurrence",
    "May to the present": "no year",
}


@pytest.mark.parametrize(("phrase", "reason"), QUESTIONS.items())
def test_or_it_is_a_question(phrase, reason):
    [(text, found)] = read(f"It was {phrase}.")
    assert text == phrase
    assert reason in (found or "")
    assert find_dates(f"It was {phrase}.")[0].open == (reason != "names no date")


def test_dates_of_a_list_share_what_only_one_says():
    assert read("on 3 and 10 June")[0] == ("3", "2022-06-03")
    assert read("on 3 and 10 June") == [("3", "2022-06-03"), ("10 June", "2022-06-10")]
    assert read("on 10 and 14 May this year") == [
        ("10", "2022-05-10"),
        ("14 May this year", "2022-05-14"),
    ]
    assert [m.reason for m in find_dates("on 30 and 31 February 2022")] == [reasons.NO_DAY] * 2
    assert find_dates("on 30 February 2022")[0].said is None


def test_a_slash_between_adjacent_days_may_mean_both():
    either, other = (find_dates(f"{days} May 2022")[0].candidates for days in ("3/4", "3/6"))
    assert [*map(str, either)] == ["2022-05-03/2022-05-04", "2022-05-03", "2022-05-04"]
    assert [*map(str, other)] == ["2022-05-03", "2022-05-06"]


def test_a_year_before_a_name_is_part_of_it_unless_the_name_is_long_or_somebodys():
    assert read("(2022-style)") == [("2022", reasons.NAME)]
    assert read("held 1200 CE") == [("1200 CE", "1200")]
    assert read("a 2023 Agenda") == [("2023", reasons.NAME)]
    assert read("the Council's 2023 Agenda") == [("2023", "2023")]
    assert read("2022 Anna Maria Rosa Street") == [("2022", reasons.ADDRESS)]
    assert read("2022 W. Rosa Rd") == read("2022 Rosa Rd") == [("2022", reasons.ADDRESS)]
    assert read("2022 W. Rosa Ave.") == read("2022 W Rosa Ave.") == [("2022", reasons.ADDRESS)]
    assert read("On 3 May 2022 J. Lane spoke.") == [("3 May 2022", "2022-05-03")]
    assert read("2022 Anna Maria Rosa Clara Street") == [("2022", "2022")]


def test_a_number_after_a_day_may_be_no_year():
    assert read("on 10 May 500.")[0] == ("10 May", "2022-05-10")
    assert read("They may next week") == [
        ("may", reasons.WORD),
        ("next week", "2022-05-23/2022-05-29"),
    ]


def test_the_other_dates_of_a_text_tell_what_02_06_is():
    for other, when in (("13/05/2021", "2022-06-02"), ("05/13/2021", "2022-02-06")):
        assert read(f"{other}: the note of 02/06/2022")[1] == ("02/06/2022", when)
    mixed = read("13/05/2021, 05/13/2021, 05/05/2022, 12.05.2022: of 02/06/2022")
    assert mixed[-1] == ("02/06/2022", reasons.DAY_OR_MONTH)
    assert read("of 02/06/2022", "2022-02-06") == [("02/06/2022", "2022-02-06")]
    [mention] = find_dates("of 02/06/2022")
    assert list(map(str, mention.candidates)) == ["2022-06-02", "2022-02-06"]


def test_pieces_that_are_remembered_are_bounded(monkeypatch):
    monkeypatch.setattr("cica_events.finding.expressions._MANY", 2)
    assert read("on 10 May 2022 they met in Astana") == [("10 May 2022", "2022-05-10")]
    assert Tokens("one and another word").word(2) == "another"


def test_what_touches_a_phrase_may_belong_to_it():
    assert "may belong to it" in (read("before October 7h, if")[0][1] or "")
    assert "may belong to it" in (read("in the third decade of May 2021")[0][1] or "")
    assert "may belong to it" in (read("in May 2022/23")[0][1] or "")
    assert "may belong to it" in (read("24th2025 September")[0][1] or "")
    assert "may belong to it" in (read("7h October")[0][1] or "")
    assert "may belong to it" in (read("in 10th2022")[0][1] or "")
    assert read("the week of 14 to 18 October 2024") == [
        ("14 to 18 October 2024", "2024-10-14/2024-10-18")
    ]
    assert "may belong to it" in (read("on 14/15/16 May 2022")[1][1] or "")
    assert read("Day 1 \u2013 12 May 2025") == [("12 May 2025", "2025-05-12")]
    assert read("Part 1 \u2013 Monday 12 May 2025") == [("Monday 12 May 2025", "2025-05-12")]
    assert read("Q1 and Q3 2025") == [("Q1", "2025-33"), ("Q3 2025", "2025-35")]


@pytest.mark.parametrize(
    "text",
    [
        "on the second Sunday",
        "on previous Friday",
        "due Friday 5/12",
        "due this Friday, 5/12",
        "the second Monday of next month",
        "the third week next year",
        "from 4 till 23 of this month",
        "two weeks and three days ago",
        "one month, 21 days ago",
        "two weeks from Friday",
        "3 days from today",
        "2 weeks from January 15",
        "born on 15 April of 87.",
        "between august and October",
        "the eighth to eleventh May 2010",
        "on 11 / 2016",
        "at 2016 / 11",
        "on 2016 10 16.",
        "on march third 2015",
        "on twenty second of June",
        "twenty five January",
        "on January twenty fourth",
        "plan for Dec-2018",
        "this week-long strike",
    ],
)
def test_what_no_rule_reads_beside_a_phrase_may_belong_to_it(text):
    found = find_dates(text, DAY)
    assert all(mention.when is None for mention in found)
    assert reasons.IN_PART in [mention.reason for mention in found]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("for ten days from 3 June 2024", [("ten days", None), ("3 June 2024", "2024-06-03")]),
        ("ten days from 3 June 2024", [("ten days", None), ("3 June 2024", "2024-06-03")]),
        ("In May one man left.", [("May", "2022-05")]),
        ("the killing on 5 May of 10 people", [("5 May", "2022-05-05")]),
        ("On 5 May 20 people left.", [("5 May", "2022-05-05")]),
        ("It starts in May – June is late.", [("May", "2022-05"), ("June", "2022-06")]),
        ("week of this year", [("this year", None)]),
    ],
)
def test_what_begins_beside_a_phrase_does_not_belong_to_it(text, found):
    expected = dict(found)
    for mention in find_dates(text, DAY):
        if mention.text in expected:
            when = expected[mention.text]
            assert str(mention.when) == str(when), mention


def test_a_month_or_a_weekday_with_last_or_next_has_its_day():
    assert read("They met last May 6.") == [("May 6", "2022-05-06")]
    assert read("It opens next May 25.") == [("May 25", "2022-05-25")]


def test_what_is_past_noon_is_of_no_day():
    assert read("at half past noon")[0][1] == reasons.VAGUE
    assert read("just past midnight")[0][1] == reasons.VAGUE


def test_the_next_quarter_is_not_the_first_one():
    (found,) = find_dates("In the next quarter it rose.", DAY)
    assert (found.when, found.reason) == (None, reasons.FISCAL)
    assert [str(when) for when in found.candidates] == ["2022-35", "2022-34"]


def test_a_weekday_with_times_of_days_recurs():
    assert read("open Friday nights")[0][1] == reasons.RECURRENCE


def test_a_year_of_another_era_has_no_day_of_ours():
    assert read("on 10 August 1444 AH")[0][1] == reasons.ERA


# --- Denials, bounds, and what counts from another date -------------------------------------------

NOT_THEN = {
    "was not held on 3 May 2021": "not then",
    "did not take place in May 2021": "not then",
    "wasn't held on 3 May 2021": "not then",
    "no concert will have been given on 3 May 2021": "not then",
    "No summit took place in 2021": "not then",
    "rather than on 3 May 2021": "not then",
    "before 2030": "before it",
    "prior to 3 May 2021": "before it",
    "after 3 May 2021": "after it",
    "no earlier than 3 May 2021": "after it",
    "in 2025 or later": "after it",
    "not until 2030": "after it",
    "not before 3 May 2021": "after it",
    "later than 3 May 2021": "after it",
    "the eve of 3 May 2021": "before it",
    "3 May 2021 or after": "after it",
    "beyond 3 May 2021": "after it",
    "not to be published before 3 May 2021": "after it",
    "not for use on 3 May 2021": "not then",
}


@pytest.mark.parametrize(("text", "reason"), NOT_THEN.items())
def test_a_denial_or_a_bound_is_no_date(text, reason):
    [mention] = find_dates(text, DAY)
    assert mention.when is None
    assert reason in (mention.reason or "")
    assert mention.open
    assert mention.said is not None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("on 10 May every year", "XXXX-05-10"),
        ("by 10 May of each year", "XXXX-05-10"),
        ("from 1 to 10 May, annually", "XXXX-05-01/XXXX-05-10"),
        ("annually on the 10th of May", "XXXX-05-10"),
        ("Every year, in early May,", "XXXX-05"),
    ],
)
def test_a_date_of_every_year_is_a_recurrence(text, said):
    [mention] = [m for m in find_dates(text, DAY) if m.said is not None]
    assert mention.reason == reasons.RECURRENCE
    assert str(mention.said) == said


@pytest.mark.parametrize(
    "text", ["on 10 May 2021, as every year", "Annual talks on 10 May", "May this year, annually"]
)
def test_a_date_of_one_year_is_none(text):
    assert all(m.when is not None for m in find_dates(text, DAY) if m.said is not None)


@pytest.mark.parametrize(
    "text",
    [
        *("by 3 May 2021", "until 3 May 2021", "no later than 3 May 2021", "since 3 May 2021"),
        *("on or before 3 May 2021", "has not met since 3 May 2021", "not only on 3 May 2021"),
        *("not after 3 May 2021", "on and after 3 May 2021", "before the end of 3 May 2021"),
        *("did not attend the summit of 3 May 2021", "at the party of Mr. T on 3 May 2021"),
        *("no doubt it was held on 3 May 2021", "not ready when it had opened on 3 May 2021"),
        *("not for release before 3 May 2021", "Not for Publication Before 3 May 2021"),
    ],
)
def test_a_deadline_is_its_day(text):
    assert [when for _, when in read(text)] == ["2021-05-03"]


def test_what_comes_every_time_is_no_date():
    assert read("every last Friday") == [("last Friday", reasons.RECURRENCE)]


def test_before_the_end_of_a_time_is_within_it():
    assert read("before the end of 2021") == [("the end of 2021", "2021")]


@pytest.mark.parametrize("text", ["today or tomorrow", "on Monday or in May", "in 2025 or in 2026"])
def test_phrases_joined_by_or_are_questions(text):
    one, other = find_dates(text, DAY)
    assert one.reason == other.reason == reasons.ALTERNATIVE
    assert one.candidates == other.candidates
    assert len(one.candidates) >= 2


def test_a_denial_ends_at_another_date():
    text = "Those who did not sign on 3 May 2024 can sign on 10 June 2024."
    assert [found for _, found in read(text)] == [reasons.DENIED, "2024-06-10"]
    assert read("held every year but 2020")[1] == ("2020", reasons.DENIED)


def test_what_was_moved_is_no_range():
    assert read("It was postponed and then held from 3 to 5 June 2021") == [
        ("3 to 5 June 2021", "2021-06-03/2021-06-05")
    ]
    assert read("It was moved from 3 May to 5 June 2021") == [
        ("3 May", "the words say that it was moved from then"),
        ("5 June 2021", "2021-06-05"),
    ]


def test_a_phrase_may_count_from_the_date_before_it():
    text = "On 12 April 2021 they met. On the same day he left. The following day it rained."
    assert [when for _, when in read(text)] == ["2021-04-12", "2021-04-12", "2021-04-13"]
    assert read("In 1992 it began. That year it grew")[1] == ("That year", "1992")
    assert read("In May 2021 it began. That month it grew")[1] == ("That month", "2021-05")
    assert find_dates("In 1992 it began. That year it grew")[1].basis == "resolved"
    text = "On 3 May 2021 it began. In 2020 it had been planned. The same day it ended."
    assert read(text)[2] == ("The same day", "2021-05-03")
    for unclear in ("The following day", "On 3 May 2021 and 9 May 2021. The same day"):
        assert find_dates(unclear)[-1].open


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("It opens in 2026 at the earliest.", reasons.AFTER),
        ("At the earliest on 2 May 2025 it opens.", reasons.AFTER),
        ("It opens on 5 May 2026, at the latest.", reasons.BEFORE),
        ("It opens by 5 May 2026 at the latest.", None),
        ("It ended the day before last Friday's vote.", reasons.BEFORE),
        ("It ended before this past Friday's vote.", None),
        ("It could open as early as 5 May 2026.", reasons.AFTER),
        ("They can leave as soon as 5 May 2026.", reasons.AFTER),
        ("It opened as early as 5 May 2021.", None),
        ("It was as cold as May 2021.", None),
        ("The launch on 5 July 2022 never took place.", reasons.DENIED),
        ("The launch on 5 July 2022 was not held.", reasons.DENIED),
        ("The launch on 5 July 2022 didn’t happen.", reasons.DENIED),
        ("The fair of 5 July 2022 took place here.", None),
        ("It did so not, as planned, on 5 July 2022.", reasons.DENIED),
        ("It was not put to the vote on 5 July 2022.", reasons.DENIED),
        ("The bank will not reopen its old branch on 5 July 2022.", reasons.DENIED),
        ("He gave no reason for the 5 July 2022 rule.", None),
        ("They did not say who held a fair on 5 July 2022.", None),
        ("Those not named can use the form introduced in 2022.", None),
        ("It was not formally signed on 5 July 2022.", reasons.DENIED),
        ("It was not ever signed on 5 July 2022.", reasons.DENIED),
        ("They hope to open it as early as 5 July 2022.", reasons.AFTER),
        ("The fair on 5 July 2022 in Osh did not go ahead.", reasons.DENIED),
        ("The fair on 5 July 2022 will no longer take place.", reasons.DENIED),
        ("Friday’s fair won’t be held.", reasons.DENIED),
        ("The fair on 5 July 2022, they said, was not held.", None),
        ("It was set for 24 May but was postponed.", reasons.MOVED),
        ("The drill planned for 24 May is moved.", reasons.MOVED),
        ("The fair, which was to open on 24 May, has been cancelled.", reasons.DENIED),
        ("Plans for a fair to be held in May 2022 have been shelved.", reasons.DENIED),
        ("The fair scheduled for 24 May fell through.", reasons.DENIED),
        ("The fair due on 24 May in Osh has not begun.", reasons.DENIED),
        ("The inquest, due in May 2024, will be adjourned.", None),
        ("The 5 July 2022 fair was called off.", reasons.DENIED),
        ("The fair of 5 July 2022 had to be dropped.", reasons.DENIED),
        ("The repair (planned for 5 July 2022) is\n    held over.", reasons.MOVED),
        ("The fair, scheduled for 5 July 2022, stands cancelled.", reasons.DENIED),
        ("The fair fixed for 5 July 2022 has been cancelled.", reasons.DENIED),
        ("The fair we had hoped to hold on 5 July 2022 is on.", reasons.DENIED),
        ("The fair planned for 5 July 2022 was preponed.", reasons.MOVED),
        ("The group, planned for 5 July 2022, will not meet.", reasons.DENIED),
        ("A session on 5 July 2022 was withdrawn.", reasons.DENIED),
        ("The fairs announced for 3 and 5 July 2022 will not take place.", reasons.DENIED),
        ("The lease signed on 5 July 2022 is held over.", None),
        ("Sunday’s fair has been canceled.", reasons.DENIED),
        ("The fair of 5 July 2022 is off.", reasons.DENIED),
        ("The fair on 5 July 2022 is off to a good start.", None),
        ("The lease signed on 5 July 2022 was cancelled.", None),
        ("The decision of 5 July 2022 was cancelled.", None),
        ("The fair on 5 July 2022 was suspended.", None),
        ("On 5 July 2022 the fair was called off.", None),
        ("On 5 July 2022 plans for a fair were called off.", None),
        ("The fair was called off on 5 July 2022.", None),
        ("The fair was to have been held on 5 July 2022.", reasons.DENIED),
        ("The tax would have ended on 5 July 2022.", reasons.DENIED),
        ("They would have a fair on 5 July 2022.", None),
        ("The fair should have begun on 5 July 2022.", reasons.DENIED),
        ("Everyone should have paid by 5 July 2022.", None),
        ("A reply had been expected in May 2022.", reasons.DENIED),
        ("The fund had been set up on 5 July 2022.", None),
        ("He told of the cancellation of the fair on 5 July 2022.", reasons.DENIED),
        ("The cancellation of the fair was told on 5 July 2022.", None),
        ("The board failed to meet on 5 July 2022.", reasons.DENIED),
        ("Nothing was signed on 5 July 2022.", reasons.DENIED),
        ("Nobody was hurt in the fire on 5 July 2022.", None),
        ("It is not true that it met on 5 July 2022.", reasons.DENIED),
        ("Neither the board nor the club met on 5 July 2022.", reasons.DENIED),
        ("It is open apart from 5 July 2022.", reasons.DENIED),
        ("The match on 5 July 2022 was not played.", reasons.DENIED),
        ("The 5 July 2022 fair has been brought forward.", reasons.MOVED),
        ("The deal expected by May 2022 has collapsed.", reasons.DENIED),
        ("The ship due on 5 July 2022 never arrived.", reasons.DENIED),
        ("The fair (planned for 5 July 2022) is held over.", reasons.MOVED),
        ("The session on 5 July 2022 was\n    withdrawn.", reasons.DENIED),
        ("The board, planned for July 2022, will not meet.", reasons.DENIED),
        ("The fair scheduled for 5 July 2022 stands cancelled.", reasons.DENIED),
        ("The fair that was to open on 5 July 2022 will now be held in May.", reasons.DENIED),
        ("The offer, which was to end on 5 July 2022, has been extended.", reasons.MOVED),
        ("The strikes announced for 5 July and 6 August 2022 will not take place.", reasons.DENIED),
        ("They had hoped to hold it on 5 July 2022.", reasons.DENIED),
        ("It was originally announced for 5 July 2022.", reasons.MOVED),
        ("The letter of 5 July 2022 was never answered.", None),
        ("It is open all year other than on 5 July 2022.", reasons.DENIED),
        ("The term was extended from 3 May 2024 to 5 June 2025.", reasons.MOVED),
        ("It was put off from 3 May 2024.", reasons.MOVED),
        ("Tents were put up from 3 May 2024.", None),
        ("(Was 3 May 2024, now in June)", reasons.MOVED),
        ("Deadline (previously Friday, 3 May 2024)", reasons.MOVED),
        ("The launch, originally planned for 3 May 2024, is off.", reasons.MOVED),
        ("It was formerly due on 3 May 2024.", reasons.MOVED),
        ("Deadline (originally: 3 May 2024)", reasons.MOVED),
        ("It was originally to be held on 3 May 2024.", reasons.MOVED),
        ("The fair, initially foreseen for May 2024, was short.", reasons.MOVED),
        ("It was originally held on 3 May 2024.", None),
        ("The first day of the war (it was 3 May 2024) was wet.", None),
        ("The church (originally 1899) is shut.", None),
        ("The first day was 3 May 2024.", None),
        ("It meets on the last Friday of the month.", reasons.RECURRENCE),
        ("A party takes place on the Saturday before.", reasons.TOLD),
        ("They approved the minutes of 16 April.", None),
        ("It was over within days of 16 April.", reasons.IN_PART),
    ],
)
def test_words_around_a_date_that_make_it_none(text, reason):
    first = find_dates(text, "2023-01-01")[0]
    assert first.reason == reason
    assert (first.when is None) == (reason is not None)


_MOVED = """is moved|are postponed|was rescheduled|were shifted|has been deferred
have been brought forward|had to be put off|was delayed|was pushed back|was put back"""
_DENIED = """is now called off|was cancelled|was canceled|was abandoned|was aborted|was averted
was banned|was blocked|was dropped|was grounded|was halted|is off|was prevented|was repealed
was ruled out|was scrapped|was scrubbed|was shelved|was suspended|was vacated|was withdrawn
fell through|did not begin|hasn’t begun"""


@pytest.mark.parametrize(
    ("words", "reason"),
    [
        *((words, reasons.MOVED) for words in re.split(r"[|\n]", _MOVED)),
        *((words, reasons.DENIED) for words in re.split(r"[|\n]", _DENIED)),
    ],
)
def test_what_was_planned_and_given_up_was_not_then(words, reason):
    (found,) = find_dates(f"The drill planned for 24 May {words} and so on.", "2024-06-03")
    assert (found.when, found.reason) == (None, reason)


@pytest.mark.parametrize(
    "words",
    """planned for|scheduled on|due in|announced for|foreseen on|set for|intended for the|to be on
    that was to be on|that was to open on|that should begin on|billed for|booked for|expected on
    proposed for|slated for|proposals for""".replace("\n    ", "|").split("|"),
)
def test_the_words_tell_that_it_was_planned(words):
    (found,) = find_dates(f"The drill {words} 24 May was dropped.", "2024-06-03")
    assert (found.when, found.reason) == (None, reasons.DENIED)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("the weekend of 8 June 2024", "2024-06-08/2024-06-09"),
        ("the weekend of 7 June 2024", "2024-06-08/2024-06-09"),
        ("the week of 8 June 2024", "2024-06-03/2024-06-09"),
        ("c. 1998 – Volunteers clear the cutting", "1998~"),
        ("from 10 to 11 Aprl 2017", "2017-04-10/2017-04-11"),
        ("in May and June 2024", "2024-05/2024-06"),
        ("in December and January 2025", "2024-12/2025-01"),
        ("in February and April 2024", "2024-04"),
        ("on 3 May and June 2024", "2024-06"),
        ("£18 until Friday 3 October 2025", "2025-10-03"),
        ("It was preponed from 29 August to 22 August 2024", "2024-08-22"),
        ("on Saturday evening (2 November 2024)", "2024-11-02"),
        ("2024-06-03 to 2024-06-07", "2024-06-03/2024-06-07"),
        ("summer 2023 to spring 2024", "2023-22/2024-21"),
        ("not later than noon on 3 June 2024", "2024-06-03"),
        ("up to 1848", "1848"),
        ("In 1950 it met, and in May of the next year it ended", "1951-05"),
        ("In 1950 it met, and the next year it ended", "1951"),
        ("Papers are due 1/15", "2023-01-15"),
        ("Papers are welcome until 31/5", "2022-05-31"),
        ("on April 3d, 1864", "1864-04-03"),
        ("the 22d of May 1864", "1864-05-22"),
    ],
)
def test_these_are_read_whole(text, when):
    assert str(find_dates(text, DAY)[-1].when) == when


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("the weekend of 5 June 2024", reasons.WEEKS),
        ("the fortnight beginning 3 June 2024", reasons.WEEKS),
        ("3.–7. June 2024", reasons.IN_PART),
        ("32 May 2024", reasons.IN_PART),
        ("3 June last.", reasons.IN_PART),
        ("a week tomorrow", reasons.IN_PART),
        ("today week", reasons.IN_PART),
        ("a week ago on Tuesday", reasons.IN_PART),
        ("a year ago today", reasons.IN_PART),
        ("a year ago this week", reasons.IN_PART),
        ("signed on 3.V.2021", reasons.IN_PART),
        ("in March 14 people died", reasons.IN_PART),
        ("at 031200Z JUN 24", reasons.IN_PART),
        ("and on the Sunday he left", reasons.TOLD),
        ("this day last year", reasons.IN_PART),
        ("on this day in 1924", reasons.IN_PART),
        ("the summer of '69", reasons.CENTURIES),
        ("in the summer of 69.", reasons.CENTURIES),
        ("in the year 1445 AH", reasons.ERA),
        ("It is valid past May 2026.", reasons.AFTER),
        ("It runs until at least May 2026.", reasons.AFTER),
        ("It was built in 1850 (or 1851).", reasons.ALTERNATIVE),
        ("In May of the next year it ended.", reasons.TOLD),
        ("The fair runs from 29 to 22 August 2024.", reasons.SEVERAL_YEARS),
        ("Papers are due on the Tuesday.", reasons.TOLD),
        ("It was first sung on 7 (19) March 1879.", reasons.IN_PART),
        ("Papers are due 6/3.", reasons.DAY_OR_MONTH),
        ("Issue No. 3 May 2024", reasons.IN_PART),
        ("Section 3 May 2024", reasons.IN_PART),
        ("Results for 3Q23", reasons.CENTURIES),
        ("Results for Q3’23", reasons.CENTURIES),
        ("The FY2023/24 budget", reasons.FISCAL),
        ("in 2567 BE", reasons.ERA),
        ("In May or, failing that, June 2024.", reasons.ALTERNATIVE),
    ],
)
def test_these_are_questions_in_all_their_parts(text, reason):
    mentions = [mention for mention in find_dates(text, DAY) if mention.open]
    assert mentions
    assert {mention.reason for mention in mentions} == {reason}
    assert not any(mention.when for mention in find_dates(text, DAY))


@pytest.mark.parametrize(
    "text",
    [
        "Deliveries go to 1848 Harbour Road.",
        "It has 1,950 reindeer and 2030 sheep.",
        "There were 300 men and 1900 horses.",
        "Replace firmware 4.11.2023.",
        "They rang line 1920.",
        "A lift of type 2024 is here.",
        "A 1984-page report is out.",
        "It ends within the next year.",
        "It fell on a Monday or Tuesday.",
        "It is open on a 24/7 basis.",
        "It fell by 3/4 of the value, to 1/3.",
        "It is due 31/31.",
        "Sold in Q3 23 of them.",
        "It is on 13/12 of them.",
    ],
)
def test_these_are_no_dates(text):
    assert not any(mention.when or mention.open for mention in find_dates(text, DAY))


@pytest.mark.parametrize(
    "number", ["+358 5 2021 1987", "Fax 044 1998 2003", "Mobile: 0171-1999-2001", "+7 727 555 2024"]
)
def test_the_end_of_a_telephone_number_is_no_year(number):
    assert all(mention.when is None for mention in find_dates(f"Ask us: {number}.", "2024"))


def test_a_settled_order_keeps_the_other_reading_as_a_candidate():
    (found,) = find_dates("Signed on 02/06/2022.", "2022-06-02")
    assert [str(found.when), *map(str, found.candidates)] == [
        "2022-06-02", "2022-06-02", "2022-02-06",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("at the end of the year 2025", [("the end of the year 2025", "2025")]),
        ("at the end of the year of 2025", [("the end of the year of 2025", "2025")]),
        ("the third quarter of the year 2022", [("the third quarter of the year 2022", "2022-35")]),
        ("from May to June last year", [("May to June last year", "2021-05/2021-06")]),
        ("3 May and 10 June last year",
         [("3 May", "2021-05-03"), ("10 June last year", "2021-06-10")]),
        ("on 1 June 5", [("1 June", "2022-06-01")]),
        ("a.m. and A.D. 1250", [("A.D. 1250", "1250")]),
        ("every second Tuesday in May", [("second Tuesday in May", reasons.RECURRENCE)]),
        ("march of next week", [("march of next week", reasons.IN_PART)]),
        ("on sun of next week", [("sun of next week", "2022-05-29")]),
        ("02/06/2022 – 13/06/2022", [("02/06/2022 – 13/06/2022", reasons.DAY_OR_MONTH)]),
        ("30 and 31 April", [("30", reasons.NO_DAY), ("31 April", reasons.NO_DAY)]),
        ("before the end of 2025", [("the end of 2025", "2025")]),
        ("the fifth Monday of February 2023",
         [("the fifth Monday of February 2023", reasons.NO_DAY)]),
        ("on the 15th of the month", [("the 15th of the month", reasons.NO_MONTH)]),
        ("In June 1990 it began. That month it rained.",
         [("June 1990", "1990-06"), ("That month", "1990-06")]),
        ("the third Thursday of May this year",
         [("the third Thursday of May this year", "2022-05-19")]),
        ("from mon 3 May 2021 to wed 5 May 2021",
         [("mon 3 May 2021 to wed 5 May 2021", "2021-05-03/2021-05-05")]),
        ("In 1990 it began. That month it rained.",
         [("1990", "1990"), ("That month", reasons.TOLD)]),
        ("In spring 1990 it began. That day it rained.",
         [("spring 1990", "1990-21"), ("That day", reasons.TOLD)]),
    ],
)  # fmt: skip
def test_phrases_that_are_longer_than_they_look(text, found):
    assert read(text) == found


TOLD, FISCAL, NO_MONTH = reasons.TOLD, reasons.FISCAL, reasons.NO_MONTH


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("dates from around 1650", [("around 1650", "1650~")]),
        ("built around 1650; c. 1640.", [("around 1650", "1650~"), ("c. 1640", "1640~")]),
        ("around 1650 people", [("around 1650", reasons.QUANTITY)]),
        ("the Treaty of 1648, a sum of 1648", [("1648", "1648"), ("1648", reasons.NUMBER)]),
        ("It dates back to 1540, to 1541.", [("1540", "1540"), ("1541", reasons.NUMBER)]),
        ("in the plague year 1665", [("year 1665", "1665")]),
        ("in the year 1445 AH", [("the year 1445 AH", reasons.ERA)]),
        ("The sum was around 1650.", [("around 1650", reasons.NUMBER)]),
        ("about 1650 of them", [("about 1650", reasons.NUMBER)]),
        ("It met on the 15th and by the 20th.", [("the 15th", NO_MONTH), ("the 20th", NO_MONTH)]),
        ("on the 15th floor, during the 20th.", []),
        ("in January nineteen ninety-seven", [("January nineteen ninety-seven", "1997-01")]),
        ("3 May nineteen oh five", [("3 May", "2022-05-03")]),
        ("In January nineteen people left", [("January", "2022-01")]),
        ("In January twenty thirty cases rose", [("January", "2022-01")]),
        ("the year two thousand and three", [("two thousand and three", "2003")]),
        ("in two thousand and fifty-one", [("two thousand and fifty-one", "2051")]),
        ("in nineteen hundred and five", [("nineteen hundred and five", "1905")]),
        ("in ten hundred and five", []),
        ("on 3 May, one thousand nine hundred and eighty-two",
         [("3 May, one thousand nine hundred and eighty-two", "1982-05-03")]),
        ("this third day of May in the year two thousand and five",
         [("third day of May in the year two thousand and five", "2005-05-03")]),
        ("this third day of May, ten men and two women", [("third day of May", "2022-05-03")]),
        ("on 3 May 2021, two thousand and ten came", [("3 May 2021", "2021-05-03")]),
        ("in two thousand other places, in three thousand and one", []),
        ("in nineteen ninety-six", [("nineteen ninety-six", "1996")]),
        ("Atlanta, nineteen ninety-six.", [("nineteen ninety-six", "1996")]),
        ("nineteen twenty-one others, three twenty-five", []),
        ("by the year two thousand has", [("two thousand", "2000")]),
        ("in nineteen nineteen-one", []),
        ("in eleven twelve, in several few", []),
        ("In 1992 it began; it ended in December of the following year.",
         [("1992", "1992"), ("December of the following year", "1993-12")]),
        ("In 2012 it began. What was left before 3 May 2009 was sold on 7 June of that year.",
         [("2012", "2012"), ("3 May 2009", reasons.BEFORE), ("7 June of that year", "2009-06-07")]),
        ("in May of that year", [("May of that year", TOLD)]),
        ("by year-end", [("year-end", reasons.NO_YEAR)]),
        ("the latest quarter", [("the latest quarter", TOLD)]),
        ("last year's quarter", [("last year's quarter", TOLD)]),
        ("last year's second quarter", [("last year's second quarter", "2021-34")]),
        ("the year-ago quarter", [("the year-ago quarter", TOLD)]),
        ("over the weekend", [("the weekend", reasons.SEVERAL_WEEKS)]),
        ("during the week", [("the week", reasons.VAGUE)]),
        ("It was on a Friday.", [("Friday", reasons.VAGUE)]),
        ("It was a Friday; 1998 grams, 2005 pounds.",
         [("Friday", reasons.VAGUE), ("1998", reasons.QUANTITY), ("2005", reasons.QUANTITY)]),
        ("of 12 June Terrace", [("12 June", reasons.ADDRESS)]),
        ("They held a Friday vote.", [("Friday", "2022-05-13")]),
        ("in 2544 of the Buddhist era", [("2544", reasons.ERA)]),
        ("Week 19, 2022", [("Week 19, 2022", reasons.WEEKS)]),
        ("in 2023's second half", [("2023's second half", "2023-41")]),
        ("May 12, '21", [("May 12, '21", reasons.CENTURIES)]),
        ("Monday to Friday, 16-20 May",
         [("Monday to Friday, 16-20 May", "2022-05-16/2022-05-20")]),
        ("open Mon-Fri 9:00-17:00", [("Mon-Fri", reasons.RECURRENCE)]),
        ("Mon.-Fri., 16-20 May", [("Mon.-Fri., 16-20 May", "2022-05-16/2022-05-20")]),
        ("Monday to Friday, May 16-20",
         [("Monday to Friday, May 16-20", "2022-05-16/2022-05-20")]),
        ("fiscal first quarter", [("fiscal first quarter", FISCAL)]),
        ("the fiscal-first quarter", [("the fiscal-first quarter", FISCAL)]),
        ("in fiscal year 2023", [("fiscal year 2023", FISCAL)]),
        ("the 2023 financial year", [("the 2023 financial year", FISCAL)]),
        ("said in the early hours of Thursday",
         [("the early hours of Thursday", "2022-05-12")]),
        ("in 2026 or, at worst, in 2027",
         [("2026", reasons.ALTERNATIVE), ("2027", reasons.ALTERNATIVE)]),
        ("in 2026 or in all of Asia in 2027", [("2026", "2026"), ("2027", "2027")]),
        ("in Heisei 31 (2019)", [("Heisei 31", reasons.ERA), ("2019", "2019")]),
    ],
)  # fmt: skip
def test_phrases_that_are_easily_overlooked(text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("due May-19", ["2022-05-19", "2019-05"]),
        ("due Sept.-07", ["2022-09-07", "2007-09"]),
        ("due Dec-99", ["1999-12"]),
        ("due May - 19 people", []),
        ("due May-2019", []),
    ],
)
def test_a_month_and_two_digits_are_a_day_or_a_year(text, candidates):
    found = [mention for mention in find_dates(text, DAY) if mention.candidates]
    assert [str(when) for mention in found for when in mention.candidates] == candidates
    assert all(mention.open for mention in found)
    assert read("May-19, 2024") == [("May-19, 2024", "2024-05-19")]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Winter 2026/27", [("Winter 2026/27", reasons.SEASON)]),
        ("the winter of 2026/2027", [("the winter of 2026/2027", reasons.SEASON)]),
        ("Winter 2026\u201327", [("Winter 2026\u201327", reasons.SEASON)]),
        ("Winter 2026 - 12 people", [("Winter 2026", "2026-24")]),
        ("Winter 2026/28", [("Winter 2026", reasons.NUMBER)]),
        ("Winter 2026 - 3 May 2027", [("Winter 2026", "2026-24"), ("3 May 2027", "2027-05-03")]),
    ],
)
def test_a_season_of_two_years_is_a_question(text, found):
    assert read(text) == found


@pytest.mark.parametrize(
    ("text", "published", "candidates"),
    [
        ("on the 15th", "2025-03-10", ["2025-03-15", "2025-02-15", "2025-04-15"]),
        ("on the 31st", "2025-03", ["2025-03-31", "2025-01-31", "2024-12-31"]),
        ("on Friday the 13th", "2025-03-10", ["2024-12-13", "2025-06-13", "2024-09-13"]),
        ("on the 15th", "2025", []),
        ("on the 15th", None, []),
    ],
)
def test_a_day_without_a_month_may_be_of_one_near_publication(text, published, candidates):
    (found,) = find_dates(text, published)
    assert (found.when, found.reason) == (None, NO_MONTH)
    assert [str(when) for when in found.candidates] == candidates


def test_a_day_without_a_month_says_its_number_and_its_weekday():
    (found,) = find_dates("on Friday the 13th")
    assert (str(found.said), found.weekday, found.open) == ("XXXX-XX-13", 5, True)
    (found,) = find_dates("the 20th of the month")
    assert str(found.said) == "XXXX-XX-20"
    (found,) = find_dates("from the 19th to the 15th")
    assert str(found.said) == "XXXX-XX-19"


def test_a_month_is_no_verb():
    text = (
        "Published on 1 April 2022. Work was suspended from 20 March to 4 May. 17 November: done."
    )
    assert read(text)[-1] == ("17 November", "2021-11-17")


def test_what_the_words_leave_open_is_x():
    (found,) = find_dates("from the 15th to the 19th", DAY)
    assert (str(found.said), found.when) == ("XXXX-XX-15/XXXX-XX-19", None)
    (found,) = find_dates("the third Thursday of November", DAY)
    assert str(found.said) == "XXXX-11-XX"


def test_codes_and_words_that_are_remembered_do_not_grow_without_end(monkeypatch):
    monkeypatch.setattr("cica_events.finding.expressions._MANY", 3)
    text = " ".join(f"word{n}" for n in range(20)) + " on 3 May"
    assert read(text) == [("3 May", "2022-05-03")]


@pytest.mark.parametrize("words", ["c. 2016", "ca. 1890", "circa 1947"])
def test_an_abbreviated_about_is_read_with_its_year(words):
    (mention,) = find_dates(f"{words}: first manifests")
    assert (mention.text, str(mention.when)) == (words, f"{words[-4:]}~")


@pytest.mark.parametrize(
    ("text", "phrase", "said"),
    [
        ("Opens 19-May.", "19-May", "XXXX-05-19"),
        ("Opens 19-Apr 2020.", "19-Apr 2020", "2020-04-19"),
        ("Opens 17-19-May.", "17-19-May", "XXXX-05-17/XXXX-05-19"),
        ("In room 19 - May 2022.", "May 2022", "2022-05"),
        ("FRIDAY - APRIL 7", "FRIDAY - APRIL 7", "XXXX-04-07"),
        ("Friday \u2013 7 April", "Friday \u2013 7 April", "XXXX-04-07"),
        ("From Monday-Friday 7 April", "Friday 7 April", "XXXX-04-07"),
    ],
)
def test_a_day_and_a_month_or_a_weekday_with_a_dash_between(text, phrase, said):
    mention = find_dates(text)[-1]
    assert (mention.text, str(mention.said)) == (phrase, said)


def test_a_month_with_two_digits_after_a_dash_is_a_question():
    [mention] = find_dates("Opens May-19.", "2018-01")
    assert mention.open
    assert mention.when is None


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("Janury", "2024-01-15"),
        ("Januarry", "2024-01-15"),
        ("Febuary", "2024-02-15"),
        ("Feburary", "2024-02-15"),
        ("Auguts", "2024-08-15"),
        ("Setpember", "2024-09-15"),
        ("Ocotber", "2024-10-15"),
        ("Novmber", "2024-11-15"),
        ("Decembar", "2024-12-15"),
        ("Aprl", "2024-04-15"),
    ],
)
def test_a_slip_in_the_name_of_a_month_is_read_and_told(words, when):
    (mention,) = find_dates(f"Fair on 15 {words} 2024", DAY)
    assert (str(mention.when), mention.reason.split()[0]) == (when, words)


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("15Febuary 2024", "2024-02-15"),
        ("15thSeptmber2024", "2024-09-15"),
        ("Janurary15, 2024", "2024-01-15"),
        ("Janurary 2024", "2024-01"),
        ("12 Janurary – 15 March 2024", "2024-01-12/2024-03-15"),
        ("last Novmber", "2021-11"),
        ("Febuary 15", "2022-02-15"),
    ],
)
def test_a_long_month_with_a_slip_stands_wherever_a_month_does(words, when):
    (mention,) = find_dates(f"Closed in {words}.", DAY)
    assert (mention.text, str(mention.when)) == (words, when)
    assert " is read as " in mention.reason


@pytest.mark.parametrize("words", ["Augusta", "Octobers", "15Remember", "1500meters", "Remember15"])
def test_other_words_are_no_months(words):
    assert not any(mention.when or mention.open for mention in find_dates(f"In {words}.", DAY))


def test_two_digits_of_a_year_are_not_those_of_the_publication():
    (mention,) = find_dates("Fair on 1 Jan. 19", DAY)
    assert list(map(str, mention.candidates)) == ["2019-01-01"]


def test_more_than_four_digits_count_no_days():
    assert str(find_dates("It fell 9999 days ago", "2022-05-11")[0].when) == "1994-12-25"
    assert find_dates("It fell 12345 days ago", "2022-05-11")[0].when is None


def test_a_fortnight_or_a_term_is_no_count_of_days():
    for words in ("two fortnights ago", "two terms ago", "two hours ago"):
        assert [mention.when for mention in find_dates(f"It fell {words}", DAY)] in ([None], [])


@pytest.mark.parametrize("words", ["Jenuaty", "Fabruery", "Octo"])
def test_two_slips_in_a_name_make_no_month(words):
    assert find_dates(f"Fair on 15 {words} 2024", DAY)[0].text == "2024"


def test_a_verb_of_the_past_makes_a_length_of_time():
    found = [
        find_dates(text, DAY)[0] for text in ("It was built in two years", "a loan in two years")
    ]
    assert [mention.reason for mention in found] == [reasons.DURATION, reasons.DURATION_OR_DATE]
    assert str(find_dates("It will open in two years", "2022-05-16")[0].when) == "2024"


@pytest.mark.parametrize(
    ("words", "when"),
    [
        ("from Q1 to Q3 2022", "2022-33/2022-35"),
        ("from the first to the third quarter of 2022", "2022-33/2022-35"),
        ("from the first to the first quarter of 2022", None),
        ("from the first to the fifth quarter of 2022", None),
        ("in 2009/10", "2009/2010"),
        ("in 2001/02", "2001/2002"),
        ("in 2001/05", None),
        ("in 2009-10", None),
    ],
)
def test_years_and_quarters_beside_each_other(words, when):
    (mention,) = find_dates(f"It grew {words}.", DAY)
    assert (mention.when and str(mention.when)) == when


def test_a_weekday_in_brackets_belongs_to_the_number_before_it():
    [first, second] = find_dates("opens on 23.02.2026 (Mon.) at noon, ends 27.02.2026 (Friday)")
    assert [(str(m.when), m.weekday) for m in (first, second)] == [
        ("2026-02-23", 1),
        ("2026-02-27", 5),
    ]
