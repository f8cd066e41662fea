"""What names an item: its own line, its row, the line beside it, the heading above."""

import pytest

from cica_events import draft_release, find_dates, read_html
from cica_events.naming import DatedText
from cica_events.structure import block_at


def items(text, published="2024-06-03"):
    """The item of each date of a text."""
    dates = [(m.start, m.end) for m in find_dates(text, published) if m.when is not None]
    layout = DatedText(text, dates)
    return [layout.item(block_at(text, start), start, end, [(start, end)]) for start, end in dates]


def titles(text):
    return [item.title for item in items(text)]


def test_a_row_is_named_by_the_cell_under_a_head_for_names():
    text = "Date\tEvent\tPlace\n3 May 2024\tOpening\tHall B\n4 May 2024\tVisit\tonline\n"
    assert [(i.title, i.place, i.kind) for i in items(text)] == [
        ("Opening", "Hall B", "opening"),
        ("Visit", None, "visit"),
    ]


def test_the_head_of_a_column_of_dates_may_say_what_happens_then():
    text = "Track | Deadline | Decision\nPapers | 3 May 2024 | 5 June 2024\n"
    assert titles(text) == ["Papers: Deadline", "Papers: Decision"]


def test_a_version_names_its_row_and_who_is_in_charge_does_not():
    head = "Date | Version | Release manager\n"
    text = head + "3 May 2024 | 1.15.3 | Ann Other\n4 May 2024 | v0.16.0 | Robert\n"
    assert titles(text) == ["1.15.3", "v0.16.0"]
    text = "Patch release | Deadline | Decision\n1.15.3 | 3 May 2024 | 5 June 2024\n"
    assert titles(text) == ["1.15.3: Deadline", "1.15.3: Decision"]
    assert titles("Date | Report | Fee\n3 May 2024 | N/A | 2.50\n") == [""]


def test_a_row_without_heads_is_named_by_what_tells_most():
    text = "3 May 2024   Opening of the forum   Hall B\n4 May 2024   Visit to the dam   Hall C\n"
    assert [(i.title, i.place) for i in items(text)] == [
        ("Opening of the forum", "Hall B"),
        ("Visit to the dam", "Hall C"),
    ]


def test_a_description_names_a_row_only_where_nothing_else_does():
    text = "Release\tTarget\tDescription\nAlpha 1\tMarch 2006\tDeveloper preview, for tests only\n"
    (event,) = draft_release(text, "2006-02-15").events
    assert event.title == "Alpha 1"


def test_a_cell_with_a_date_in_brackets_may_name_its_row():
    text = (
        "Fall 2024\n\nAugust 25 | Sunday | Mass\nNovember 25 - 30 | Recess (closed November 27)\n"
    )
    titles = [event.title for event in draft_release(text, "2024-04-01").events]
    assert titles[:2] == ["Mass", "Recess, 25–30 November 2024"]


def test_a_label_below_gives_the_place_though_each_stands_alone():
    text = "Modern World\n\nDate: 1 May 2024\n\nTime: 10:00\n\nLocation: Town Hall, Osh\n\nFree.\n"
    (event,) = draft_release(text, "2024-04-01").events
    assert (event.title, event.place) == ("Modern World", "Town Hall, Osh")


def test_a_venue_names_no_row_whose_other_cell_has_words():
    (event,) = draft_release("Forum\n\n3 May 2024\tClosing\tHall A\n", "2024-04-01").events
    assert (event.title, event.place) == ("Closing", "Hall A")


def test_the_line_that_names_a_date_may_give_its_place():
    (event,) = draft_release("3 May 2024\nOpening, Town Hall\n", "2024-04-01").events
    assert (event.title, event.place) == ("Opening", "Town Hall")


def test_a_chain_of_pronouns_stands_for_what_is_before_it():
    text = "Ann Lee led it in 1998. She left in 2004. She was elected in 2011. It closed in 2012."
    titles = [event.title for event in draft_release(text, "2024-04-01").events]
    assert titles == ["Ann Lee led", "Ann Lee left", "Ann Lee was elected", "It closed"]
    several = (
        "The panels met the experts. It closed in 2012.",
        "The plan is already causing expectations. They closed in 2012.",
    )
    assert [draft_release(text, "2024-04-01").events[0].title for text in several] == [
        "It closed",
        "They closed",
    ]
    far = "Ann Lee led it. " + "She rested. " * 20 + "She left in 2004."
    assert [event.title for event in draft_release(far, "2024-04-01").events] == ["She left"]


def test_a_date_that_is_the_first_of_headings_is_named_by_what_is_before_it():
    for page in (
        "<h2>Forum</h2><h1>3 May 2024</h1><p>It is free.</p>",
        "<h1>Events</h1><h2>Forum</h2><h1>3 May 2024</h1><p>It is free.</p>",
    ):
        titles = [event.title for event in draft_release(read_html(page), "2024-04-01").events]
        assert titles == ["Forum"]


def test_days_that_stand_alone_above_headings_are_named_by_them():
    page = "<h1>Events</h1>" + "".join(
        f"<div><p>{day} May 2024</p><h3>{name}</h3><p>It is free.</p></div>"
        for day, name in ((3, "Opening of the forum"), (4, "Panel on water"))
    )
    titles = [event.title for event in draft_release(read_html(page), "2024-04-01").events]
    assert titles == ["Opening of the forum", "Panel on water"]


def test_a_row_of_dates_alone_is_named_by_the_head_or_by_a_heading():
    assert titles("Deadline | Decision\n3 May 2024 | 5 June 2024\n") == ["Deadline", "Decision"]
    assert titles("3 May 2024 | 5 June 2024\n4 May 2024 | 6 June 2024\n") == [""] * 4


@pytest.mark.parametrize(
    "text",
    [
        "Open days\n\n3 May 2024\nWinter Light\n\n4 May 2024\nFloating Houses\n",
        "Open days\n\nWinter Light\n3 May 2024\n\nFloating Houses\n4 May 2024\n",
    ],
)
def test_a_date_alone_is_named_by_the_line_beside_it(text):
    assert titles(text) == ["Winter Light", "Floating Houses"]


def test_a_weekday_between_a_date_and_its_line_names_nothing():
    text = "Calendar\n\n3 June 2024\nMonday\nClasses begin\n\n4 June 2024\nTue\nLabs open\n"
    assert titles(text) == ["Classes begin", "Labs open"]
    assert titles("Fair\n\n3 June 2024\nMonday\n") == ["Fair"]


def test_the_line_beside_it_has_no_date_and_is_no_venue():
    text = "Concert of the choir\n3 May 2024\nVenue: Town Hall\n"
    (item,) = items(text)
    assert (item.title, item.place) == ("Concert of the choir", "Town Hall")


def test_a_date_with_but_a_verb_completes_the_line_beside_it():
    assert titles("Now\n\nFloating Houses\nOpens 3 May 2024\n") == ["Floating Houses opens"]


def test_a_date_alone_is_named_by_the_heading():
    text = "Third Energy Forum\n\nAlmaty, 3 May 2024\n\nAll are welcome there.\n"
    (item,) = items(text)
    assert (item.title, item.place, item.kind) == ("Third Energy Forum", "Almaty", "conference")


def test_a_question_names_what_it_asks_about():
    text = "Questions\n\nCan I see the census?\n\nNo. It is available on 1 January 2027.\n"
    assert titles(text) == ["Census is available"]


def test_what_follows_a_date_that_is_a_sentence_of_its_own_is_the_title():
    assert titles("Agenda\n\n- 3 May 2024. Opening of the forum.\n") == ["Opening of the forum"]


def test_what_nothing_names_has_no_title():
    assert titles("3 May 2024") == [""]


def test_two_columns_give_the_first_day_and_the_last():
    text = "Work | Start | End\nTests | 2025-05-09 | 2025-05-12\n"
    (event,) = draft_release(text, "2024-06-03").events
    assert (event.title, str(event.when), event.basis) == (
        "Tests",
        "2025-05-09/2025-05-12",
        "stated",
    )


def test_headings_tell_items_of_one_title_apart():
    text = "Osh\n\n- Classes begin: 28 August 2023\n\nNaryn\n\n- Classes begin: 3 May 2024\n"
    draft = draft_release(text, "2023-06-01")
    assert [event.title for event in draft.events] == [
        "Classes begin, Osh",
        "Classes begin, Naryn",
    ]


def test_the_cell_with_the_date_may_name_the_item():
    assert titles("Event | Place\nFair (3 May 2024) | Osh\n") == ["Fair"]


@pytest.mark.parametrize(
    "text",
    [
        # The line of the exhibition above its dates
        "Winter Light\n3 May – 5 June 2025\n\nSalt and Stone\n7 July – 8 August 2025\n",
        # A sentence about it between them
        "Winter Light\nPots fill the wing.\n3 May – 5 June 2025\n\n"
        "Salt and Stone\nArt fills the hall.\n7 July – 8 August 2025\n",
        # Dates that stand like headings
        "Winter Light\n\nMay 3, 2025 – June 5, 2025\n\nPaintings by Mia Toll.\n\n"
        "Salt and Stone\n\nJuly 7, 2025 – August 8, 2025\n\nPots by Ann Ore.\n",
        # The dates first
        "May 3, 2025 – June 5, 2025\nWinter Light\n\n"
        "July 7, 2025 – August 8, 2025\nSalt and Stone\n",
    ],
)
def test_an_exhibition_is_named_by_its_own_line_and_not_by_the_heading_of_the_group(text):
    draft = draft_release(f"Upcoming Exhibitions\n\n{text}", "2025-01-05")
    assert [event.title for event in draft.events] == ["Winter Light", "Salt and Stone"]
    assert {event.kind for event in draft.events} == {"exhibition"}


def test_a_cell_that_is_a_placeholder_or_a_date_names_nothing():
    rows = "Round | Opens | Deadline\nNA | Sept 15 | 3 May 2025\nFirst | TBD | 4 June 2025\n"
    draft = draft_release(rows, "2025-01-05")
    assert [event.title for event in draft.events][-2:] == ["Deadline", "First: Deadline"]


def test_a_row_whose_name_is_empty_is_named_by_the_heading_above():
    text = "Kite Days\n\nDate | Event\n3 May 2025 | N/A\n4 May 2025 | Night kites\n"
    assert titles(text) == ["Kite Days", "Night kites"]


def test_a_headline_tells_no_kind_of_the_sentences_below_it():
    headline = "Lumen announces results"
    (item,) = items(f"{headline}\n\nThe head will step down on 3 May 2024.\n")
    assert item.kind == "event"
    (item,) = items("Museum announces exhibitions\n\n- Old Maps, 3 May 2024\n")
    assert item.kind == "exhibition"


def test_of_several_dates_in_a_sentence_each_has_its_own_place():
    text = "It was held in Osh on 3 May 2024, and on 5 May 2024 she came.\n"
    first, second = draft_release(text, "2024-06-03").events
    assert (first.place, second.place) == ("Osh", None)


def test_a_row_of_a_date_and_a_place_is_named_by_the_heading():
    (item,) = items("Rivers of Clay\n\n3 May 2024 | Hall of Osh | Closed on Mondays\n")
    assert (item.title, item.place) == ("Rivers of Clay", "Hall of Osh")
    (item,) = items("3 May 2024 | Hall of Osh | Closed on Mondays\n")
    assert (item.title, item.place) == ("Hall of Osh", None)


def test_a_line_of_a_place_and_a_date_is_named_by_the_line_above():
    (item,) = items(
        "CALL FOR PAPERS\n9th Workshop on Maps\nLund, Sweden, 12 June 2025\n\nAll may come.\n"
    )
    assert (item.title, item.place) == ("9th Workshop on Maps", "Lund, Sweden")
