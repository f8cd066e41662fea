"""Clauses: what of a sentence belongs to one of its dates."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events.clauses import MARK, clause_of, verb_in, with_subject
from cica_events.titles import title_of


@pytest.mark.parametrize(
    ("line", "title"),
    [
        # What the text says of the last thing that it names
        (
            "The club sent a show of old maps that will travel to Osh in \0.",
            "Show of old maps will travel to Osh",
        ),
        ("She follows Mr. Jon Dahl of Velm, who left on \0.", "Mr. Jon Dahl of Velm left"),
        (
            "They praised the start of the Rail Treaty on \1, signed in Osh on \0, and left.",
            "Rail Treaty signed in Osh",
        ),
        (
            "They praised the start of the Rail Treaty on \0, signed in Osh on \1, and left.",
            "They praised the start of the Rail Treaty",
        ),
        ("They came near to ending the rules, kept since \0.", "Rules kept"),
        # A clause that depends on another
        (
            "The show runs until \1, after which it moves to the Old Hall in \0.",
            "Show moves to the Old Hall",
        ),
        ("The show runs until \0, after which it moves to the Old Hall in \1.", "Show runs"),
        ("The mayor said that it will open a shop on \0.", "It will open a shop"),
        # Leads
        ("Due to works, the port will be closed from \0.", "Port will be closed"),
        ("Born in Osh in \0, she holds a degree in law.", "Born in Osh"),
        ("Founded in Osh in \0, the club holds a fair.", "Club founded in Osh"),
        ("Founded in Osh in \1, the club held a fair on \0.", "Club held a fair"),
        # Second predicates without a subject of their own
        ("Ann served as Minister from \1 to \1 and as Envoy from \0.", "Ann served as Envoy"),
        ("Ann served as Minister from \0 and as Envoy from \1.", "Ann served as Minister"),
        ("They met in Osh on \1, in Velm on \0 and in Rome on \1.", "They met in Velm"),
        ("They met in Osh on \1, in Velm on \1 and in Rome on \0.", "They met in Rome"),
        ("It leaves Osh on \1, calls at Velm on \0 and is due at Harl.", "It calls at Velm"),
        ("The team will drill for a month and be back by \0.", "Team will be back"),
        ("Talks open in \1 and close in \0.", "Talks close"),
        ("It recalled the first and second meetings, held in \0.", "First and second meetings"),
        ("The club will send boats in the \0 season.", "Club will send boats"),
        # A sentence before a colon, leads with a date of their own, what follows "with"
        ("This was once so: Greece withdrew on \0.", "Greece withdrew"),
        ("After years in Osh (\0) and at Velm, she joined us in \1.", "Years in Osh and at Velm"),
        ("After years in Osh (\1) and at Velm, she joined us in \0.", "She joined us"),
        ("They meet on \1, with the board to meet in Osh on \0.", "Board to meet in Osh"),
        ("It was shown at the talks in Osh, which opened on \0.", "Talks in Osh opened"),
        ("The chair, which Italy has held since \0, is free.", "Italy has held the chair"),
        ("The board, if needed, meets on \0.", "Board meets"),
        ("Assembly, which fully met on \0, is over.", "Assembly fully met"),
        (
            "Under Article 8 of the Statute, signed in Osh on \0, he may go.",
            "Statute signed in Osh",
        ),
        ("On \0, Labour Day, the hall opened.", "Hall opened"),
        ("The plan replaces that of 2014 and will apply from \0.", "Plan will apply"),
        ("Thefts fell in \1, according to a report released in \0.", "Report released"),
        ("Sessions: Hall A, \1; Hall B, \0; online, \1", "Sessions, Hall B"),
        ("Sessions: Hall A, \0; Hall B, \1", "Sessions, Hall A"),
        ("Hall A, \1; Hall B, \0", "Hall B"),
        ("Maps, which Osh has held since \0, are rare.", "Osh has held Maps"),
        # Second predicates, leads, appositions
        ("The hall will be closed on \1 and reopens on \0.", "Hall reopens"),
        ("Under the pact, wages rise by a tenth on \0.", "Wages rise by a tenth"),
        (
            "It should end by \1, and the port, closed since spring, will be open on \0.",
            "Port will be open",
        ),
        (
            "Tickets are sold online from \1 and at the hall from \0.",
            "Tickets are sold online at the hall",
        ),
        ("Tickets are sold online from \0 and at the hall from \1.", "Tickets are sold online"),
        ("Ann, whose “Salt” won the prize in \0, came.", "Salt won the prize"),
        ("In Osh only two inches fell on \0.", "Only two inches fell"),
        ("At its meeting on \0 the board agreed.", "Board agreed"),
        ("If all goes well, the probe will land on \0.", "Probe will land"),
        ("If it was shut on \1, the probe will land on \0.", "Probe will land"),
        ("An earlier probe, Vega, crashed on \0, before noon.", "Earlier probe, Vega, crashed"),
        ("They met in Osh, with their wives, and left on \0.", "They left"),
        ("The club meets on \1 and on \0, with a talk by Ann.", "Club meets"),
        ("Petra Holz, librarian since \0, retires on \1.", "Petra Holz, librarian"),
        ("Petra Holz, librarian since \1, retires on \0.", "Petra Holz retires"),
    ],
)
def test_a_date_has_its_own_clause(line, title):
    assert title_of(line) == title


def test_a_pronoun_stands_for_nothing_before_its_own_sentence():
    line = "The office warned of it on \1; it was lifted on \0."
    assert title_of(line, "The rain was cold.") == "It was lifted"
    assert title_of("It was lifted on \0.", "The ban was short.") == "Ban was lifted"


def test_a_pronoun_is_replaced_by_the_subject_without_what_leads_it():
    assert with_subject("It was dull.", "From 3 May, the hall was open.") == "the hall was dull."
    assert with_subject("Snow fell.", "The hall was open.") == "Snow fell."
    assert with_subject("She came.", "Ann Moe was ill.") == "Ann Moe came."
    assert with_subject("She came.", "Her Diga was played.") == "She came."


WORDS = st.sampled_from(
    [*"The hall opened and , ; it that which who closed will in Osh".split(), MARK, "\1", "be"]
)


@given(st.lists(WORDS, min_size=1, max_size=24).map(" ".join))
def test_a_clause_keeps_the_date(words):
    if MARK in words and verb_in(words) is not None:
        assert MARK in clause_of(words)
