"""Kinds of events: what the words of a title tell, and what a heading adds."""

import pytest

from cica_events.kinds import kind_of


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Deadline to apply for May graduation", "deadline"),
        ("Early registration ends", "deadline"),
        ("Paper submission", "deadline"),
        ("Press conference of the Minister of Energy", "statement"),
        ("Closing remarks by the Chair", "statement"),
        ("Thirtieth anniversary of the Statute", "anniversary"),
        ("Labor Day – no classes", "holiday"),
        ("Independence Day", "holiday"),
        ("Spring Break", "holiday"),
        ("Mid-term break begins", "holiday"),
        ("Coffee break", "event"),
        ("Lunch break", "event"),
        ("Open Day", "event"),
        ("Opening ceremony", "opening"),
        ("Registration desk opens", "opening"),
        ("Conference registration opens", "opening"),
        ("Second Ministerial Conference", "conference"),
        ("Sixth Summit of heads of state", "summit"),
        ("Bureau, 61st meeting", "meeting"),
        ("Congress dinner", "event"),
        ("Guided tour of the mobile library fleet", "visit"),
        ("Final examinations", "course"),
        ("Exhibition of maps", "exhibition"),
        ("Karin Moe was elected by the board", "election"),
        ("Fares will be published", "publication"),
        ("Rocket launch", "launch"),
        ("Last day for candidates to withdraw", "deadline"),
        ("Final Day for early registration", "deadline"),
        ("First day to register after the election", "opening"),
        ("Decision notifications", "publication"),
        ("Classes resume following Thanksgiving break", "course"),
        ("Training Day", "course"),
        ("Bill referred to the Budget Committee", "event"),
        ("Club will open a hall", "opening"),
        ("Court dismissed a class action", "event"),
        ("Agency created by an act of Congress", "event"),
        ("Minister led by many others of the party of Ann made a visit", "visit"),
        ("Budget Committee", "meeting"),
        ("Committee on Budgets", "meeting"),
        ("Board approved the plan", "event"),
        ("Statute adopted by the Assembly", "event"),
        ("Tank was last cleaned", "event"),
        ("Full papers", "deadline"),
        ("Proposals for tutorials", "deadline"),
        ("Applications portal", "event"),
        ("Papers session", "meeting"),
        ("Time limit for all others", "deadline"),
        ("Fees must be paid to the bursar", "deadline"),
        ("List of speakers will close", "deadline"),
        ("Road will close", "event"),
        ("Walk to the mill - meet at the memorial", "visit"),
        ("Half-term trail, free, meet in the foyer", "holiday"),
        ("Steering Group", "meeting"),
        ("Appeal, for which the time limit expired, was stayed", "event"),
        ("Predecessor, the orbiter Petrel, launched", "launch"),
        ("Minister to inaugurate terminal", "opening"),
        ("Sponsored walk", "event"),
        ("Travel grant requests", "deadline"),
        ("Special issue of the journal", "publication"),
        ("Nursing college was closed", "event"),
        ("Box office closed since the flood", "event"),
        ("College closed", "holiday"),
        ("She joined the board of trustees", "event"),
        ("The board", "meeting"),
        ("Public hearing that was to open will be held", "meeting"),
        ("Commission has gazetted its timetable", "publication"),
        ("Council to meet - walk to the mill", "meeting"),
        ("Register will go live", "launch"),
        ("Council will publish its charges", "publication"),
        ("Proceedings in print", "publication"),
        ("Autumn Day School: Mills", "course"),
        ("Symposium banquet", "event"),
        ("Practical test, electricians", "course"),
        ("Signalling tests", "event"),
        ("Labor Day parade", "event"),
        ("Labor Day weekend", "holiday"),
        ("Farmers' Day (statutory)", "holiday"),
        ("Family drop-in at Easter", "event"),
        ("Lectures resume after Labor Day", "course"),
        ("Lectures suspended for Easter", "holiday"),
        ("Christmas concert", "event"),
        ("Christmas Eve", "holiday"),
        ("Eid al-Fitr", "holiday"),
        ("Institute will remain closed", "holiday"),
        ("Reading room closed", "event"),
    ],
)
def test_the_words_of_a_title_tell_its_kind(title, kind):
    assert kind_of(title) == kind


def test_by_before_a_date_makes_a_deadline():
    assert kind_of("P. Okoro to obtain quotes", "to obtain quotes by ") == "deadline"
    assert kind_of("P. Okoro obtained quotes", "obtained quotes on ") == "event"


def test_the_head_of_a_column_tells_what_the_cells_do_not():
    assert kind_of("Friends of the Chair", around=["Meeting"]) == "meeting"
    assert kind_of("Congress dinner", around=["Session"]) == "event"


def test_a_heading_tells_it_only_in_the_plural():
    assert kind_of("Winter Light", around=["", "Museum announces its exhibitions"]) == "exhibition"
    assert kind_of("Arrival of delegations", around=["Energy Forum: programme"]) == "event"


def test_a_heading_of_several_things_tells_none_of_them():
    assert kind_of("Junior Rangers", around=["Summer sessions and closures"]) == "event"
    assert kind_of("Junior Rangers", around=["Meetings, tests and results"]) == "event"
    assert kind_of("Winter Light", around=["Exhibitions this winter and spring"]) == "exhibition"


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("Abstract submission site opens", "opening"),
        ("Late registration open", "opening"),
        ("Call for workshops closed", "deadline"),
        ("Museum closed", "event"),
        ("Camera-ready version", "deadline"),
    ],
)
def test_how_a_title_ends_tells_what_it_is(title, kind):
    assert kind_of(title) == kind


def test_deadlines_are_what_a_heading_says_of_nothing_else():
    assert kind_of("Student cards", around=["Conference Deadlines"]) == "deadline"
    assert kind_of("Student cards", around=["Important dates and deadlines"]) == "event"


def test_what_must_be_there_by_a_day_has_a_deadline():
    assert kind_of("Bids must be delivered to the address below") == "deadline"


def test_what_is_open_until_a_day_has_a_deadline():
    assert kind_of("Registration is open", "until ") == "deadline"
    assert kind_of("Winter Light", "until ", ["Exhibitions"]) == "exhibition"
    assert kind_of("Winter Light", around=["NOW ON VIEW"]) == "exhibition"
    assert kind_of("Early-bird rate ends") == "deadline"
    assert kind_of("Objections may be lodged", "up to noon on ") == "deadline"
    assert kind_of("Send it to us", "by 5 p.m. on ") == "deadline"
    assert kind_of("Prices rise", "by 5 per cent on ") == "event"
    assert kind_of("Good Friday") == "holiday"


def test_what_a_heading_says_of_all_deadlines_makes_one_of_what_is_nothing_else():
    around = ["KEY DATES (all deadlines 23:59 GMT)"]
    assert kind_of("Travel grant requests", around=around) == "deadline"
    assert kind_of("Field trip", around=around) == "visit"
