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
        ("After years in Osh (\1) and at Velm, she joined us in \0.", "She joined"),
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
        # What is said of a happening, and what is to be
        (
            "They recalled the visit of the King of Velm to Osh, which took place on \0.",
            "Visit of the King of Velm to Osh took place",
        ),
        ("They recalled the King of Velm, which was held on \0.", "King of Velm was held"),
        (
            "It led to the ninth session of the Board, to be held in Osh on \0.",
            "Ninth session of the Board to be held in Osh",
        ),
        (
            "The line, to be run by Ann, will be shut on \1 and resumed on \0.",
            "Line will be resumed",
        ),
        ("The hall, now being painted, is due to open on \0.", "Hall is due to open"),
        ("The court, by a majority, upheld it on \0.", "Court upheld"),
        # A clause without its object, and words that begin no clause
        (
            "They praised the rules that Osh made for its towns in \0.",
            "Osh made the rules for its towns",
        ),
        ("They praised the rules that Osh made in \0.", "Osh made the rules"),
        ("They said that Osh made for the hills on \0.", "Osh made for the hills"),
        ("They fear that Osh went to court in \0.", "Osh went to court"),
        (
            "Goods on the list after that day were renewed on \0.",
            "Goods on the list after that day were renewed",
        ),
        (
            "Goods on the list before the raid were freed on \0.",
            "Goods on the list before the raid were freed",
        ),
        # A lead that no comma parts
        ("During the session the club held a ball on \0.", "Club held a ball"),
        ("During the session of the club the chair left \0.", "Chair left"),
        ("During the session of \0 in Osh the chair left.", "Chair left"),
        ("During her stay Ann left on \0.", "Ann left"),
        # A participle after a name, though another follows
        (
            "They spoke of the pact on tolls, signed in Osh on \0 and amended on \1.",
            "Pact on tolls signed in Osh",
        ),
        # Adverbs after "and"
        ("The boat sails on \0 and then weekly until \1.", "Boat sails"),
        ("The boat sails on \1 and then weekly until \0.", "Boat sails weekly"),
        ("The boat sails on \1 and again on \0.", "Boat sails"),
        ("The pact began on \0 and \1 counted ten towns.", "Pact began"),
        # What is said of a document; who made it; what follows; the day on which
        ("They saw the report of the King, published on \0.", "Report of the King published"),
        ("It is kept in the hall built by Ann, which opened on \0.", "Hall opened"),
        ("A mass is said, followed on \0 by a ball in Osh, and a dinner.", "Ball in Osh"),
        ("A mass is said, followed by a ball on \0.", "Ball"),
        ("A mass on \0, followed by a ball, ends it.", "Mass ends"),
        (
            "The talk followed by a ball was given on \1 and left on \0.",
            "Talk left",
        ),
        ("He is banned from \0, the day on which he was heard.", "He was heard"),
        ("All apply, with the exception of part 3, which applies from \0.", "Part 3 applies"),
        # Relative clauses with several predicates, and with a subject of their own
        (
            "It is the wish of the group, which was set up in \1, met twice, and left on \0.",
            "Group left",
        ),
        ("The group, which was set up in \1, left on \0.", "Group left"),
        ("The club sold the boat, which it had bought in \0, to Ann.", "Club had bought the boat"),
        ("It plans a hostel, for which leave was given on \0.", "Leave was given for a hostel"),
        (
            "The ten, to be chosen in a round that opens on \1 and closes on \0, will begin.",
            "Round closes",
        ),
        (
            "The ten, to be chosen in a round that opens on \1, will begin on \0.",
            "Ten will begin",
        ),
        ("The club that was set up in \1, \0 opens a hall.", "Club that was set up opens a hall"),
        # An apposition, a clause in a clause, what was only said before
        ("Velm Light, the charity that feeds us, opens on \0.", "Velm Light opens"),
        ("He left after a year and was made an earl in \0.", "He was made an earl"),
        ("It will go to Osh, where a hall, begun in \0, was finished.", "Hall begun"),
        ("Until it is done in \0, the staff will wait.", "It is done"),
        ("As told on \0, the club will close.", "Club will close"),
        ("The court on \1 heard a claim filed in \0.", "Claim filed"),
        ("The court on \0 heard a claim filed in \1.", "Court heard a claim filed"),
        ("The fund paid a dividend, payable on \0 to all.", "Dividend payable"),
        ("He may go within ten days, i.e. until \0.", "He may go within ten days"),
        ("Ann may go; if she is heard, Bob will go on \0.", "Bob will go"),
        # At a meeting; under a pact; a decree by its number; what comes "with" it
        (
            "At its sitting of \0, the board approved the list, which was signed on \1.",
            "Board approved the list",
        ),
        ("Following the tolls set up by Osh on \0, firms may speak.", "Tolls set up by Osh"),
        (
            "Under the pact adopted on \1 and signed by Osh on \0, all armed groups were to go.",
            "Pact signed by Osh",
        ),
        (
            "Under the pact adopted on \1, all armed groups were to go by \0.",
            "All armed groups were to go",
        ),
        ("It was called by Decree No. 2, which was signed on \0.", "Decree No. 2 was signed"),
        ("The poll is on \1, with a second round, if needed, on \0.", "Second round, if needed"),
        # What is the object of a verb in the present; a clause within the sentence
        (
            "Ann condemns in strong terms the raid carried out on \0 near Osh, in which two fell.",
            "Raid carried out near Osh",
        ),
        ("It looks into a crash in which a man fell on \0 is new.", "Man fell in a crash"),
        # Lists of names, and of what happens
        (
            "A van will visit Osh on \1, Velm on \0 and Rome from \1.",
            "Van will visit Velm",
        ),
        ("A van will visit Osh on \1, Velm on \1 and Rome from \0.", "Van will visit Rome"),
        ("Ann will be in Osh on \1 and Velm on \0.", "Ann will be in Velm"),
        ("The hall opens on \1 and the fair on \0.", "Fair opens"),
        ("The hall opens on \0 and the fair on \1.", "Hall opens"),
        (
            "First results will be told on \1 and full results, after talks, on \0.",
            "Full results will be told",
        ),
        (
            "First notes will be told on \0 and full notes, in Osh, on \1.",
            "First notes will be told",
        ),
        ("Tolls will be told on \1 and taken on \0.", "Tolls will be taken"),
        ("Tolls will be told on \1 and start on \0.", "Tolls will start"),
        # Of relative clauses and asides
        ("Ann, whose term ends on \0, is ill.", "Ann’s term ends"),
        ("It elected Ann, whose term ends on \1, and left on \0.", "It left"),
        ("Acts, for which leave will be given on \1, must be made by \0.", "Acts must be made"),
        ("Her heir, Bo Ek, now head of Osh, was named on \0.", "Heir, Bo Ek was named"),
        (
            "It is on a first-come, first-served basis until \0.",
            "It is on a first-come, first-served basis",
        ),
        ("The gala is given in Osh on \0, hosted by the head, Ann Moe.", "Gala is given in Osh"),
        ("Osh held a poll on \0 and that firms must pay by \1.", "Osh held a poll"),
        ("One man will sing on \1, and on \0, another will dance.", "Another will dance"),
        ("This is the last raid since it was shut in \0.", "It was shut"),
        ("He will speak with effect from \0.", "He will speak"),
        ("A lower speed limit, approved by Osh on \0, ends.", "Lower speed limit approved by Osh"),
        # What it is said of, after "which"; the last thing that is named, and not the one before
        (
            "By the ruling, made by Ann after the advice of Bo, given on \0, the court rules so.",
            "Advice of Bo given",
        ),
        ("Its heir, the boat Vega, sank on \0.", "Heir, the boat Vega, sank"),
        ("They say that the fund, created by Ann in \0, is rich.", "Fund created by Ann"),
        ("Ann, a sailor whose boat sank in \1, brought a claim on \0.", "Ann brought a claim"),
        ("The flat, which shut its doors in \0, is let.", "Flat shut its doors"),
        ("In the case C-3 the mayor left \0.", "Mayor left"),
        ("During her stay Ms. Moe left \0.", "Ms. Moe left"),
        # What is in force, what was due, what one must do; the people of a place
        (
            "Earlier tolls, in force since \1 and raised in \1, lapsed on \0.",
            "Earlier tolls lapsed",
        ),
        ("Earlier, the club left on \0.", "Club left"),
        ("Old tolls, in force since \0 and raised in \1, lapsed.", "Old tolls in force"),
        ("Old tolls, in force since \1 and raised in \0, lapsed.", "Old tolls raised"),
        ("The work, originally due to begin on \1, is now planned for \0.", "Work is now planned"),
        ("The work, originally due to begin on \0, is late.", "Work originally due to begin"),
        (
            "Firms must report within ten days and confirm it in Osh by \0.",
            "Firms must confirm it in Osh",
        ),
        ("It lapses after a year unless rules are made by \0.", "Rules are made"),
        (
            "It was found by boys at the Old Hall of Osh, who left on \0.",
            "Boys at the Old Hall of Osh left",
        ),
        ("A hole, which Ann saw on \1 and for which a patch came on \0.", "Patch came"),
        ("Old tickets go on \0.", "Old tickets go"),
        (
            "The talk will be held on \0, at \0 in the Old Hall.",
            "Talk will be held in the Old Hall",
        ),
        ("The rate, which it had cut by a half on \0, is low.", "It had cut the rate by a half"),
        # Several things, what is said "on" them, the day by which
        (
            "Forms for the new survey, which were sent on \0, are due.",
            "Forms for the new survey were sent",
        ),
        ("Form for the new survey, which were sent on \0, are due.", "New survey were sent"),
        ("It was seen in \1, the report on which was sent to Osh on \0.", "Report was sent to Osh"),
        ("The board set \0 as the date by which firms must act.", "Firms must act"),
        ("Rules, first made in \1 and changed in \0, are old.", "Rules first changed"),
        ("The bank, which in \1 made a plan, finished it by \0, as was said.", "Bank finished"),
        ("Earlier tolls lapsed on \0, after which men came.", "Earlier tolls lapsed"),
        # What those are; a day that is the subject
        ("Fees fell due on \1 and those unpaid on \0 will lapse.", "Fees unpaid will lapse"),
        (
            "Forms for a vote, which are long, are due on \1; those sent late will go by \0.",
            "Forms for a vote sent late will go",
        ),
        ("The fee is due on \1; those who pay late go on \0.", "Pay late go"),
        ("\0 will be cool; rain is due in Osh.", "Cool; rain is due in Osh"),
        # What was done to it after "that was"; who did it to what; a date of the subject itself
        ("It replaces a hall that was built in \1, sold in \1 and shut in \0.", "Hall shut"),
        ("It replaces a hall that was built in \1, sold in \0 and shut in \1.", "Hall sold"),
        ("He studied in Osh and Velm, took his degree in \0 and left.", "He took his degree"),
        (
            "The boat built by Ann in \1 left the yard at Osh on \0.",
            "Boat built by Ann left the yard at Osh",
        ),
        (
            "Made head of the board in \0, a year before the war, he saw the end.",
            "Made head of the board",
        ),
        ("After his return in \0 he chaired the board.", "He chaired the board"),
        ("It ran on, after a pause in the war, was told of and sold in \0.", "It sold"),
        (
            "Tolls for 2025, on which firms may speak until \0, are low.",
            "Firms may speak on Tolls for 2025",
        ),
        ("The day, which we had hoped to hold on \0, is lost.", "We had hoped to hold the day"),
        (
            "It noted the pact, signed in Osh on \1 and changed by a protocol that began on \0.",
            "Protocol began",
        ),
        ("The pact was changed by a note that began on \0.", "Note began"),
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
    assert with_subject("She came.", "The head, Ann Moe, was ill.") == "Ann Moe came."
    assert with_subject("She came.", "Her Diga was played.") == "She came."


WORDS = st.sampled_from(
    [*"The hall opened and , ; it that which who closed will in Osh".split(), MARK, "\1", "be"]
)


@given(st.lists(WORDS, min_size=1, max_size=24).map(" ".join))
def test_a_clause_keeps_the_date(words):
    if MARK in words and verb_in(words) is not None:
        assert MARK in clause_of(words)
