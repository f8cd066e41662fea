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
        ("Supper at the Fleece (booking essential)", "Fleece"),
        ("Side event: Gauges from space (Room XIX)", "Room XIX"),
        ("Talks (Tallinn, Estonia) \0", "Tallinn, Estonia"),
        ("Lecture: Rain (Ann Smith, Osh)", None),
        ("Report (Annex 4) on \0", None),
        ("Opening of the photo show, Door 40", "Door 40"),
        ("\0, \0: Matriculation, Great Forecourt", "Great Forecourt"),
        ("Opening, Congress Hall, Almaty", "Congress Hall, Almaty"),
        ("Banquet, Sint-Pieters Abbey", "Sint-Pieters Abbey"),
        ("Charter signed by nine States, Osh", "Osh"),
        ("Film show, Metropolis, \0", None),
        ("The van rolls into the depot on Hays Street", "depot on Hays Street"),
        ("Work on the depot began \0", None),
        ("Ceremony on Osh waterfront", "Osh waterfront"),
        ("Maiden trip to Quinter Elementary", "Quinter Elementary"),
        ("Walk to Low Mill", "Low Mill"),
        ("72nd Annual Conference, Duluth, Minn., \0", "Duluth, Minn"),
        ("A train will be flagged off from Osh \0", "Osh"),
        ("Ann Other, professor at Leiden University, spoke \0", None),
        ("The firm, based in Ghent, opened a shop \0", None),
        ("Talks were held in this hall on \0.", None),
        ("March: \0, \0, from the bus park.", "bus park"),
        ("Results from the school were out \0", None),
        ("Planting days are \0 on the Kalika slope", "Kalika slope"),
        ("Net-mending contest, Sheds 3 and 4", "Sheds 3 and 4"),
        ("It is subject to Ankara on \0", None),
        ("It will be streamed from the Marlow Armory on \0", "Marlow Armory"),
        ("It will take place on \0 from Osh.", "Osh"),
        ("The train departs from platform 4 on \0", None),
        ("It got a visit from Ann Other on \0", None),
        ("The barge will reach Osh \0", "Osh"),
        ("Rain at the University of Osh at Velm will", "University of Osh at Velm"),
        ("Talks \0 will go ahead in 204 Harlan Hall", "204 Harlan Hall"),
        ("In 2024 Ankara hosted it \0", None),
        ("Mass at St Mark's on \0", "St Mark's"),
        ("Quiz @ Town Hall, \0", "Town Hall"),
        ("Dinner at Hotel Osh, Room 4, \0", "Hotel Osh, Room 4"),
        ("Voting ends in the Lower Valley itself on \0", "Lower Valley"),
        ("It is in the Register since \0", None),
        ("He spoke at the Olympics on \0", None),
        ("Minister to inaugurate Osh terminal on \0", None),
        ("Send it to this office by \0", None),
        ("Park cleaning, \0", None),
        ("Chair: J. Carver, P. Okoro", None),
        ("Bureau, 61st meeting", None),
        ("", None),
    ],
)
def test_a_place_is_what_the_words_state(words, place):
    assert place_in(words) == place


@pytest.mark.parametrize(
    "words",
    [
        "Congress Hall",
        "Room 4",
        "Ankara",
        "Palais des Nations",
        "Door 40",
        "East Wing",
        "Main Stage",
    ],
)
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
        "Park cleaning",
        "Mass at St Mary's",
        "Paddock Green - rain",
        "Apply",
        "Port Ndere, posted \0",
        "Graduation ceremonies, Great Hall",
        "Stage management",
    ],
)
def test_these_are_none(words):
    assert not is_place(words)


def test_a_cell_of_a_column_of_places_is_a_place_unless_it_says_that_there_is_none():
    assert place_of_cell("Vienna,\n Room M2") == "Vienna, Room M2"
    assert [place_of_cell(words) for words in ("-", "", "online", "TBC")] == [None] * 4
    assert place_of_cell("To be decided") is None
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
        ("Papers due, \0, Osh, Kyrgyzstan", "deadline", None),
        ("Hackfest 2014, \0, Quebec City, Canada.", "event", "Quebec City, Canada"),
        ("Meeting, \0, Lind Institute, Troy, NY, USA", "meeting", "Lind Institute, Troy, NY, USA"),
        ("Blood camp: \0, \0, Gymkhana", "event", "Gymkhana"),
        ("Drop-in: \0, \1, Learning Studio", "event", "Learning Studio"),
        ("Retreat: \0, Lake House, Tampere", "event", "Lake House, Tampere"),
        ("Talk, \0, Ann Smith", "event", None),
        ("Talk, \0, Ann Smith, Bob Jones", "event", None),
        ("Talk: \0, \0, Ann Smith", "event", None),
        ("Talk", "event", None),
        ("Letters \0 · Room 5", "exhibition", "Room 5"),
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
