"""Places: what words state, and rather none than a wrong one."""

import pytest

from cica_events.places import (
    is_place,
    labelled_place,
    place_after_date,
    place_alone,
    place_in,
    place_of_cell,
    without_place,
)


@pytest.mark.parametrize(
    ("words", "place"),
    [
        ("The pier at Cholpon-Ata had been built in \0.", "Cholpon-Ata"),
        ("signed at the Government House in Bishkek \0", "Government House in Bishkek"),
        ("met \0 at the Palais des Nations, Geneva.", "Palais des Nations, Geneva"),
        ("Commencement, \0, Memorial Field", "Memorial Field"),
        ("Round table on storage, Hall B", "Hall B"),
        ("Second Ministerial Conference, Astrakhan (\0)", "Astrakhan"),
        ("The fair will be held \0 on the green.", "green"),
        ("The fair meets at the club on \0.", None),
        ("The class moves to another clinic on \0.", None),
        ("Talks were held at the town hall on \0.", "town hall"),
        ("Harbour meeting, Important Dates, \0", None),
        ("Harbour meeting, University Closed, \0", None),
        ("Anyone should come to room 2014 until \0.", "room 2014"),
        ("It opened in Ankara on \0, and in Baku later.", "Ankara"),
        ("They participate in Forum 21 on \0.", None),
        ("They took part in the Summit on \0.", None),
        ("He believes in Ankara on \0.", None),
        ("It met in Ankara's name on \0.", None),
        ("It was published in English on \0.", None),
        ("It joined in CICA on \0.", None),
        ("It fell in Turkish waters on \0.", None),
        ("Chair: J. Carver, P. Okoro", None),
        ("Bureau, 61st meeting", None),
        ("", None),
    ],
)
def test_a_place_is_what_the_words_state(words, place):
    assert place_in(words) == place


@pytest.mark.parametrize("words", ["Congress Hall", "Room 4", "Ankara", "Palais des Nations"])
def test_these_are_places(words):
    assert is_place(words)


@pytest.mark.parametrize(
    "words",
    [
        "",
        "Important Dates",
        "University Closed",
        "Club",
        "online",
        "May",
        "CICA",
        "Budget Committee",
        "Phase 2",
        "Working Group",
        "the town of X",
    ],
)
def test_these_are_none(words):
    assert not is_place(words)


def test_a_cell_of_a_column_of_places_is_a_place_unless_it_says_that_there_is_none():
    assert place_of_cell("Vienna,\n Room M2") == "Vienna, Room M2"
    assert [place_of_cell(words) for words in ("-", "", "online", "TBC")] == [None] * 4
    assert [place_of_cell(words) for words in ("Important Dates", "Hall closed")] == [None] * 2
    assert place_of_cell("Velm Yacht Club") == "Velm Yacht Club"
    assert place_of_cell("Conference Room 4") == "Conference Room 4"


@pytest.mark.parametrize(
    ("line", "kind", "place"),
    [
        ("Ecofin, \0, Punchestown, Co Kildare.", "meeting", "Punchestown, Co Kildare"),
        ("Ministers, \0, Co Offaly (his home).", "conference", "Co Offaly"),
        ("Defence, \0, venue unclear, theme undecided.", "meeting", None),
        ("Papers due, \0, Main Track.", "deadline", None),
        ("Forum, \0", "meeting", None),
        ("Forum on \0 in the town, Osh", "meeting", None),
    ],
)
def test_what_follows_the_date_of_a_gathering_is_its_place(line, kind, place):
    assert place_after_date(line, kind) == place


def test_a_label_gives_a_place():
    assert labelled_place("Venue: Town Hall") == "Town Hall"
    assert labelled_place("Venue: online") is None
    assert labelled_place("The venue is open") is None


def test_a_title_loses_the_place_at_its_end():
    assert without_place("Round table, Hall B", "Hall B") == "Round table"
    assert without_place("Round table", None) == "Round table"


def test_a_place_that_is_all_of_a_line():
    assert place_alone("Held, Boardroom, \0") == "Boardroom"
    assert place_alone("\0 · Boston, MA, USA") == "Boston, MA, USA"
    assert place_alone("He took office in \0") is None
    assert place_alone("\0") is None
    assert place_in("Road Board, tenth session, Osh") == "Osh"
