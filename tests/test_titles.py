"""Titles: the words around a date that a person would keep."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events.clauses import telling
from cica_events.finding.english import ARTICLES, DENIES, SUBJECTS, WEAK
from cica_events.titles import (
    is_placeholder,
    is_telling,
    marked,
    title_of,
    trimmed,
    with_more,
)


@pytest.mark.parametrize(
    ("line", "title"),
    [
        # Items and lines
        ("- \0: Opening of the forum", "Opening of the forum"),
        ("• Paper submission: \0 (\0 AoE)", "Paper submission"),
        ("- Opening: \0, Town Hall", "Opening, Town Hall"),
        ("- Opening: \0 in Rome", "Opening in Rome"),
        ("- Talk: \0: Water", "Talk: Water"),
        ("3. ACTION: P. Okoro to obtain quotes by \0.", "ACTION: P. Okoro to obtain quotes"),
        ("\0 – Foundation stone laid by the Mayor", "Foundation stone laid by the Mayor"),
        ("Statute enters into force (\0)", "Statute enters into force"),
        ("Third Ministerial Conference (planned), \0", "Third Ministerial Conference"),
        ("- Begin [Code Freeze](https://a.org/b(c)): \0", "Begin Code Freeze"),
        ("- Begin [Code Freeze][freeze] [planned]: \0", "Begin Code Freeze"),
        (
            "First light: the telescope records the nebula, \0",
            "First light: the telescope records the nebula",
        ),
        ("\0", ""),
        ("on \0.", ""),
        # Sentences
        ("The annual general meeting is on \0.", "Annual general meeting"),
        ("The two united teams met on \0.", "Two united teams met"),
        ("ANKARA, 5 May 2022 – The forum opens on \0.", "Forum opens"),
        ("On \0, the forum opened in Baku.", "Forum opened in Baku"),
        ("After long talks, the treaty was signed on \0.", "Treaty was signed"),
        ("The museum, founded in \0, reopened in 2022.", "Museum founded"),
        ("The museum, founded in 1931, reopened in \0.", "Museum reopened"),
        ("The forum, which opened on \0, lasts a week.", "Forum opened"),
        ("The room will be closed from \0 and opens again on 3 May.", "Room will be closed"),
        ("The room will be closed in April and opens again on \0.", "Room opens again"),
        ("The fair opened on \0, and the mayor left.", "Fair opened"),
        ("The fair opened on 3 May, and the mayor left on \0.", "Mayor left"),
        (
            "The ministers of trade and the heads of banks met on \0.",
            "Ministers of trade and the heads of banks met",
        ),
        ("The Ministry announced that the road will open on \0.", "Road will open"),
        (
            "A voyage will take place on \0 from Balykchy, the director told reporters.",
            "Voyage will take place from Balykchy",
        ),
        ("“We have waited since the old service stopped in \0,” she said.", "Old service stopped"),
        (
            "The drill that was planned for May is moved to \0.",
            "Drill that was planned for May is moved",
        ),
        ("It rained; the fair was held on \0; it was dull.", "Fair was held"),
        ("At its meeting on \0 the board approved the budget.", "Board approved the budget"),
        ("Next, on \0, the chair will travel to Rome.", "Chair will travel to Rome"),
        ("OSH—The fair opens on \0.", "Fair opens"),
        ("VELM NEWS The fair opens on \0.", "Fair opens"),
        (
            "In a letter sent on \1, the bank said it would close on \0.",
            "Bank said it would close",
        ),
        ("“It is late,” said the mayor at the gala on \0.", "Mayor said at the gala: It is late"),
        ("The merger, announced in \1, was allowed on \0.", "Merger was allowed"),
        ("The court ruled that the merger, announced in \0, could go ahead.", "Merger announced"),
        ("The council, meeting on \0, adopted a plan.", "Council adopted a plan"),
        (
            "The head, Ann Moe, who came in \1, said that the game will be held on \0, and left.",
            "Game will be held",
        ),
        ("The list, the first since \1, was out on \0.", "List was out"),
        ("It set up a group, whose report appeared on \0.", "Group’s report appeared"),
    ],
)
def test_a_title_is_the_clause_without_its_date(line, title):
    assert title_of(line) == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("It met in Osh on \1, and on \0 the club ran a game.", "Club ran a game"),
        ("The club met in Osh in \1, and from \0 it ran a game.", "Club ran a game"),
        ("The hall will close on \1 and reopen in \0.", "Hall will reopen"),
        ("The hall will close on \0 and reopen in \1.", "Hall will close"),
        ("The hall was built in \1, closed in \0 and sold in \1.", "Hall closed"),
        ("The hall was built in \1, was closed in \1 and was sold in \0.", "Hall was sold"),
        ("It was built on the pact of \1 and on the visit to Osh in \0.", "Visit to Osh"),
        ("The pact was signed in \0 and the visit made in \1.", "Pact was signed"),
        ("It takes place on \1 and \0 and was opened by two kings.", "It takes place"),
        ("The hall closes on \1 and by \0.", "Hall closes"),
        (
            "His successor, Karin Moe, was elected by the board \0.",
            "Successor, Karin Moe, was elected by the board",
        ),
    ],
)
def test_of_several_clauses_the_one_with_the_date_is_the_title(line, title):
    assert title_of(line) == title


@pytest.mark.parametrize(
    ("line", "before", "title"),
    [
        ("He took office in \0.", "Ole Bruun retires in May.", "Ole Bruun took office"),
        (
            "They will be delivered in \0.",
            "The port has ordered six cranes.",
            "Six cranes will be delivered",
        ),
        ("They met in \0.", "Ministers and envoys came.", "Ministers and envoys met"),
        ("They met in \0.", "The weather was fine.", "They met"),
        ("It met in \0.", "", "It met"),
        ("She later resigned on \0.", "", "She later resigned"),
        ("This means a deadline of \0 for all papers.", "", "This means a deadline for all papers"),
        ("We shall meet again on \0 in Velm.", "", "We shall meet again in Velm"),
        ("They put up a mast on \0.", "It opened, already causing delays.", "They put up a mast"),
        ("They put up a mast on \0.", "It is already causing delays.", "They put up a mast"),
        ("It is the third visit to Velm since \0.", "", "Third visit to Velm"),
        ("There will be a kite day on \0.", "", "Kite day"),
        ("It opens on \0.", "", "Opens"),
    ],
)
def test_a_pronoun_gives_way_to_what_it_stands_for(line, before, title):
    assert title_of(line, before) == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("The pool was shut on \1 and fully will reopen on \0.", "Pool fully will reopen"),
        ("The pool was shut on \1 and then reopened on \0.", "Pool then reopened"),
        (
            "The board met twice: the first took place on \1; the other two took place on \0.",
            "Board met twice: the first took place; the other two took place",
        ),
        ("The hall, which fully reopens on \0, is dull.", "Hall fully reopens"),
        ("Ten ferries sailed, and 200 of them returned on \0.", "200 of them returned"),
        ("The levies, which expire on \0, are low.", "Levies expire"),
        (
            "In Harlow v. Velm, the court ruled on \0 that it may sail.",
            "Court ruled that it may sail",
        ),
    ],
)
def test_a_clause_is_not_cut_to_a_fragment(line, title):
    assert title_of(line) == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("The bridge that opened on \0 was built by the city.", "Bridge opened"),
        ("The forum which meets on \0 will discuss it.", "Forum meets"),
        ("The ferry that sank on \0.", "Ferry that sank"),
    ],
)
def test_a_relative_clause_with_the_date_is_the_title(line, title):
    assert title_of(line) == title


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("\0: Who owns the sea?", "Who owns the sea?"),
        ("What now? A debate, \0", "What now? A debate"),
        ("\0: Where next for water policy", "Next for water policy"),
    ],
)
def test_a_question_is_a_title_with_its_first_word(line, title):
    assert title_of(line) == title


def test_no_date_of_another_event_stays_in_a_title():
    text = "On 3 May the guests came to Velm on 4 May."
    words = marked(text, 0, len(text), [(3, 8)], [(36, 41)])
    assert words == "On \0 the guests came to Velm on \1."
    assert title_of(words) == "Guests came to Velm"
    assert marked("3–5 May it met.", 0, 15, [(2, 7)], [(0, 7)]) == "3–\0 it met."


def test_a_title_that_is_cut_keeps_its_subject():
    line = "They agreed on \0 to " + ", ".join(["open the third harbour"] * 9) + "."
    assert title_of(line).startswith("They agreed to open")


@pytest.mark.parametrize(
    "words", ["NA", "N/A", "TBD", "-", "Fri, Sept 15", "15th", "May 2024", "9 am", "10 pm GMT"]
)
def test_a_placeholder_or_a_date_names_nothing(words):
    assert is_placeholder(words)
    assert not is_telling(words)


def test_a_long_title_loses_its_articles_and_then_the_phrases_at_its_end():
    line = (
        "The Lake Authority and the Ministry of Transport signed a memorandum on a year-round "
        "ferry link across Issyk-Kul \0 at the Government House in Bishkek."
    )
    assert title_of(line) == (
        "Lake Authority and Ministry of Transport signed memorandum on year-round ferry link"
    )


def test_a_word_that_is_too_long_is_cut():
    assert title_of("x" * 200) == "X" + "x" * 89


def test_a_date_and_what_no_title_holds_are_taken_out():
    text = "Opens\x07 on 3 May in Baku"
    assert marked(text, 0, len(text), [(10, 15)]) == "Opens on \0 in Baku"
    far = "a" * 5000 + " on 3 May " + "b" * 5000
    assert len(marked(far, 0, len(far), [(5004, 5009)])) < 3000


def test_quotation_marks_and_brackets_are_kept_in_pairs():
    assert trimmed("he said “the end") == "Said the end"
    assert trimmed("the tour “Winter Light” of 3") == "Tour “Winter Light” of 3"
    assert trimmed('the "end') == "End"


def test_words_that_tell_nothing_name_nothing():
    assert not is_telling("Opens")
    assert not is_telling("2024")
    assert is_telling("Winter Light opens")
    assert telling("The opening of the forum in Baku") == ["opening", "forum", "baku"]


def test_what_tells_two_titles_apart_is_added():
    assert with_more("Classes begin", "Fall Semester") == "Classes begin, Fall Semester"
    assert len(with_more("a " * 60, "b " * 60)) <= 90


WORDS = st.sampled_from(
    """\0 the The forum opened in on of and , ; . which that said he They was will be ( ) “ ” – : a
    Minister announced meets Baku since when 2022 by founded ... … [ ] | not""".split()
)


@given(st.one_of(st.lists(WORDS, max_size=60).map(" ".join), st.text(max_size=300)))
def test_whatever_the_words_a_title_is_short_and_ends_in_no_function_word(line):
    title = title_of(line, line[::-1])
    assert len(title) <= 90
    assert "\0" not in title
    words = re.findall(r"[\w'’]+", title.casefold())
    if len(words) > 1:
        is_kept = "?" in title or DENIES.match(title)
        assert is_kept or words[0] not in (WEAK | ARTICLES) - SUBJECTS
        assert title.split()[-1].casefold() not in WEAK | ARTICLES


def test_no_title_loses_the_word_that_denies():
    assert title_of("\0: No classes") == "No classes"
    assert trimmed("No. The hall") == "Hall"


def test_words_joined_before_a_noun_are_no_clauses():
    line = "They planned an old and varied programme for \0."
    assert title_of(line) == "They planned an old and varied programme"
    line = "They closed the museum and opened the hall on \0."
    assert title_of(line) == "They opened the hall"


def test_verbs_that_may_be_adjectives_follow_plurals():
    assert title_of("Applications open on \0 and close on \1.") == "Applications open"
    assert title_of("Applications open on \1 and close on \0.") == "Applications close"
    assert title_of("The open day is on \0.") == "Open day"


def test_a_quotation_mark_that_is_left_alone_goes():
    assert title_of('It reopens on \0 with "Light", which runs long.') == "It reopens with Light"


def test_what_was_resolved_is_the_title():
    assert title_of("It was RESOLVED to close Mill Lane from \0.") == "Close Mill Lane"


def test_a_title_that_is_cut_ends_in_no_participle():
    town = "all the other people of the town " * 2
    line = f"Ann and Bob told {town}of samples collected at the works on \0."
    assert title_of(line).endswith("of samples")


@pytest.mark.parametrize(
    ("line", "title"),
    [
        ("Osh will host a fair in \1, the hosts said on \0.", "Hosts said: Osh will host a fair"),
        ("It is dull, the hosts said in Osh on \0.", "Hosts said in Osh: It is dull"),
        (
            "“It is late,” said Ann Moe in a speech made on \0.",
            "Ann Moe said in a speech: It is late",
        ),
        ("“It is late,” Ann Moe, the mayor, told us on \0.", "Ann Moe told us: It is late"),
        ("“It is late,” she told the club in Osh on \0.", "She told the club in Osh: It is late"),
        ("It is late, as was first announced for \0.", "It is late, as was first announced"),
        (
            "The hall of the town and all its many rooms will be shut to the public, the mayor "
            "said at a meeting of the board on \0.",
            "Mayor said: The hall of the town and all its many rooms will be shut to the public",
        ),
        # The date of something else
        (", The hosts said \0", "Hosts said"),
        ("“It is late,” said Ann Moe, who left on \0.", "Ann Moe left"),
        ("Profits rose in \0, the firm said.", "Profits rose"),
        ("The firm, founded in \1, said on \0.", "Firm said"),
        ("The hosts said on \0 that it is late.", "Hosts said that it is late"),
        ("It is late, as part of plans announced on \0.", "It is late, as part of plans announced"),
    ],
)
def test_a_statement_is_who_says_what(line, title):
    assert title_of(line) == title


def test_who_said_one_thing_does_another():
    line = "The Parties noted that trade grew on \1, and welcomed the pact signed on \0."
    assert title_of(line) == "Parties welcomed the pact signed"
    line = "The Parties noted that the hall was built on \1, and opened on \0."
    assert title_of(line) == "Hall opened"


def test_what_one_must_do_or_hopes_for_is_the_title():
    assert title_of("You must return the form by \0.") == "Return the form"
    assert title_of("We would like to tell the date on \0.") == "Tell the date"
    assert title_of("The head of IT speaks on IT on \0.") == "Head of IT speaks on IT"


def test_what_you_can_do_is_the_title():
    assert title_of("You can also join the walk on \0.") == "Join the walk"


@pytest.mark.parametrize("words", ["10 a.m. to noon", "1.15 p.m. to 2.45 P.M.", "3pm", "9.00-9.30"])
def test_times_of_day_name_nothing(words):
    assert is_placeholder(words)
    assert not is_telling(words)


def test_versions_are_no_times():
    assert is_telling("1.15.3")
    assert is_telling("2.0")
