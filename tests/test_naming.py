"""What names an item: its own line, its row, the line beside it, the heading above."""

import pytest

from cica_events import draft_release, find_dates, read_html
from cica_events.naming import DatedText, Item
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


def test_a_day_on_which_somebody_said_something_is_a_statement_whatever_was_said():
    (item,) = items("The deadline is near, the mayor of Velm said on 3 May 2024.\n")
    assert (item.title, item.kind) == ("Mayor of Velm said: The deadline is near", "statement")


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
        "<h1>Events</h1><h2>The prize</h2><h1>3 May 2024</h1><p>It is free.</p>",
    ):
        (event,) = draft_release(read_html(page), "2024-04-01").events
        assert event.title == ("Prize" if "prize" in page else "Forum")


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
    rows = "Round | Opens | Decision\nNA | Sept 15 | 3 May 2025\nFirst | TBD | 4 June 2025\n"
    draft = draft_release(rows, "2025-01-05")
    assert [event.title for event in draft.events][-2:] == ["Decision", "First: Decision"]


def test_a_row_whose_name_is_empty_is_named_by_the_heading_above():
    text = "Kite Days\n\nDate | Event\n3 May 2025 | N/A\n4 May 2025 | Night kites\n"
    assert titles(text) == ["Kite Days", "Night kites"]


def test_a_headline_tells_no_kind_of_the_sentences_below_it():
    headline = "Lumen announces results"
    (item,) = items(f"{headline}\n\nThe head will step down on 3 May 2024.\n")
    assert item.kind == "event"
    (item,) = items("Museum announces exhibitions\n\n- Old Maps, 3 May 2024\n")
    assert item.kind == "exhibition"


def test_a_line_below_the_title_tells_the_kind_of_what_follows():
    show = "\n\nPaper Boats\nMain Gallery, 3 May to 9 June 2024\n"
    found = items(f"Harbour Gallery\nWhat's on: our exhibitions{show}")
    assert [item.kind for item in found] == ["exhibition"]
    page = items(f"HARBOUR GALLERY\n\nWHAT'S ON: OUR EXHIBITIONS\n\nNOW\n\n{show}")
    assert [item.kind for item in page] == ["exhibition"]
    assert [item.kind for item in items(f"Harbour Gallery{show}")] == ["event"]


def test_a_place_with_a_mark_of_a_date_is_none():
    assert Item("Fair", "Osh / \0", "event", (0, 4), is_named=True).place is None
    assert (
        Item("Fair", "Osh,\n Hall\u202e B", "event", (0, 4), is_named=True).place == "Osh, Hall B"
    )


def test_a_place_after_the_last_of_several_dates_is_that_of_it():
    text = "The hearing due on 3 May 2024 is now on 10 May 2024 in Fort Hall, the mayor said."
    assert [item.place for item in items(text)][-1] == "Fort Hall"


def test_a_judgment_is_no_deadline():
    assert [item.kind for item in items("By today's judgment the rule ends.")] == ["event"]


def test_a_row_of_what_lasts_until_a_day_is_a_deadline():
    found = items("Fees\n\nEarly fee ..... until 3 May 2024\nDinner ..... 9 May 2024\n")
    assert [item.kind for item in found] == ["deadline", "event"]


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


def test_words_in_brackets_beside_a_date_name_nothing_if_the_line_above_does():
    assert titles("Papers due:\n10 May 2024 (firm)\n") == ["Papers due"]
    assert titles("10 May 2024 (papers due)\n") == ["Papers due"]


def test_of_dates_that_stand_alone_the_names_are_on_one_side():
    before = "Shows\n\nWinter: A Light\n\n3–9 May 2024\n\nIt has eighty works.\n\n"
    before += "Summer: A Dark\n\n5–8 June 2024\n\nIt has ten works.\n"
    assert titles(before) == ["Winter: A Light", "Summer: A Dark"]
    after = "Bodies meet:\n\n3–9 May 2024\n\nWater Board of D.C.\n\n5–8 June 2024\n\nRoads\n"
    assert titles(after) == ["Water Board of D.C", "Roads"]
    below = "Talks\n\n3 May 2024\n\nRain\n\n5 June 2024\n\nSnow\n\nEnd\n"
    assert titles(below) == ["Rain", "Snow"]


def test_a_day_without_a_name_is_named_by_what_is_told_below_it():
    told = "Ann Other reads. She came in 1990."
    text = f"Shows\n\n3 May 2024\n\n7:00 PM\n\n{told}\n\n4 June 2024\n\nBen walks. It rains.\n"
    assert titles(text)[::2] == ["Ann Other reads", "Ben walks"]
    text = text.replace("Ben walks.", "In 2023 Ben walked.")
    assert titles(text)[2] == "Shows"
    assert titles("Shows\n\n3 May 2024\n\n- a\n\n4 May 2024\n") == ["Shows", "Shows"]


def test_a_line_that_is_but_a_place_is_named_by_the_line_above_it():
    text = "Meetings\n\nWater Days\n3 May 2024, University of Osh, KGZ\n\n"
    text += "Wind Days\nBaku, Azerbaijan, 4 June 2024\n"
    assert [(item.title, item.place) for item in items(text)] == [
        ("Water Days", "University of Osh, KGZ"),
        ("Wind Days", "Baku, Azerbaijan"),
    ]
    rows = "Roadshow\n\n3 May 2024 | Town Hall, Osh\n4 May 2024 | Opera House\n"
    assert [(item.title, item.place) for item in items(rows)] == [
        ("Roadshow", "Town Hall, Osh"),
        ("Roadshow", "Opera House"),
    ]
    rows = "Roadshow\n\n3 May 2024 | Osh, Kyrgyzstan\n5 May 2024 | Rain\n"
    assert titles(rows)[1] == "Rain"
    assert titles("Shows\n\n3 May 2024, Winter Light\n") == ["Winter Light"]
    assert titles("3 May 2024, Osh, Kyrgyzstan\n") == ["Osh, Kyrgyzstan"]


def test_the_first_line_of_a_text_names_the_place_and_date_below_it():
    text = "Second Rain Conference\nRC 2\nOsh, Kyrgyzstan, 3 May 2024\nImportant dates\n"
    assert titles(text) == ["Second Rain Conference"]


def test_a_table_of_labels_is_named_by_its_heading():
    text = "Rain Days 2024\n\nDate | 3–5 May 2024\nVenue | Town Hall, Osh\nChair | Ann Other\n"
    item = items(text)[-1]
    assert (item.title, item.place) == ("Rain Days", "Town Hall, Osh")


def test_what_is_cancelled_is_named_by_its_heading():
    text = "Board meetings\n\n3 May 2024 - Cancelled\n4 May 2024 - Hall B\n"
    assert titles(text)[0] == "Board meetings cancelled"


def test_a_day_below_the_title_of_a_text_has_that_name():
    text = "Fifth Rain Days\nOF OSH\n\n\n\n3 May 2024\n\nBy the Rain Board.\n"
    assert titles(text) == ["Fifth Rain Days"]
    assert titles(text.replace("Days\n", "fell.\n")) == [""]
    assert titles("2023\nOF OSH\n\n\n\n3 May 2024\n\nBy the Board.\n")[-1] == ""


def test_lines_with_labels_have_the_name_of_the_first_or_of_the_heading():
    lines = "Speaker: Ann Other, Osh\nDate: 3 May 2024\nVenue: Town Hall\n"
    for text in (f"Lecture: Rain\n{lines}", f"Lecture: Rain\n\n{lines}"):
        (event,) = draft_release(text, "2024-01-04").events
        assert (event.title, event.place, event.kind) == ("Lecture: Rain", "Town Hall", "course")


def test_the_title_of_a_text_names_its_place_and_date_though_it_has_a_year():
    text = "Rain Days 2024\nOsh, 3-5 May 2024\nPapers: 1 April 2024\n"
    (first, second) = draft_release(text, "2024-01-04").events
    assert (first.title, first.place, second.title) == ("Rain Days 2024", "Osh", "Papers")
    (event,) = draft_release("Rain Days\n\n3-5 May 2024 | Osh\n\nIt rains.\n", "2024-01-04").events
    assert (event.title, event.place) == ("Rain Days", "Osh")


def test_dots_lead_from_a_name_to_its_date():
    text = "Dates\n\nAbstracts ....... 1 March 2024\nPapers . . . . . . 8 March 2024 (new)\n"
    assert titles(text) == ["Abstracts", "Papers"]


def test_lines_in_markdown_have_labels_too():
    text = "## Next walk\n\n**Date:** 3 May 2024\n**Location:** Hub, Osh\n**Speaker:** Ann\n"
    (event,) = draft_release(text, "2024-01-04").events
    assert (event.title, event.place) == ("Next walk", "Hub, Osh")
    assert titles("- **[Rain](https://rain.example)**: 3 May 2024\n") == ["Rain"]


def test_who_does_it_is_no_place():
    head = "What | Who | When\n--- | --- | ---\n"
    (item,) = items(f"{head}Freeze | Lead Manager | 3 May 2024\n")
    assert (item.title, item.place) == ("Freeze", None)


def test_a_line_below_an_item_that_adds_to_it_is_no_part_of_its_title():
    text = "3 May 2024\n\n09:00  Session 1: Grids\n       Chair: Ann Other\n"
    text += "10:00  Opening of the\n       Grid Forum\n"
    events = draft_release(text, "2024-01-04").events
    assert [event.title for event in events] == ["Session 1: Grids", "Opening of the Grid Forum"]
    text = "- 3 May 2024: Walk\n  With Ann Other\n- 4 May 2024:\n  Run\n"
    assert titles(text) == ["Walk", "Run"]


def test_a_date_below_an_item_is_that_of_the_item():
    text = "- Proposals 3 May 2024\n- Papers\n9 May 2024\n- Posters\n10 June 2024\n"
    assert titles(text) == ["Proposals", "Papers", "Posters"]


def test_the_last_word_at_the_head_of_a_column_tells_the_kind():
    (item,) = items("Gazetted Holiday | Date\nHoli | 25 March 2024\n")
    assert (item.title, item.kind) == ("Holi", "holiday")


def test_what_is_struck_out_or_a_tag_is_no_part_of_a_title():
    text = "- Papers: ~~3 May 2024~~ 9 May 2024 <b>new</b>\n"
    assert [event.title for event in draft_release(text, "2024-01-04").events] == ["Papers new"]


def test_a_weekday_left_beside_a_date_completes_no_name():
    assert titles("Light Days\nMon-Fri, 5-9 February 2024\n") == ["Light Days"]


def test_the_head_of_a_first_day_names_nothing():
    text = "Work\tFirst day\tLast day\nRepaving\t10 August 2026\tTBA\n"
    assert titles(text) == ["Repaving"]


def test_the_lines_that_a_text_begins_with_name_a_line_of_a_place_and_a_date():
    text = "Water Board\nThird session\n\nDraft\n\nOsh, 3-5 June 2024\nEntry: free\n\nIt is open.\n"
    (item,) = items(text)
    assert (item.title, item.place, item.kind) == ("Third session", "Osh", "meeting")
    far = "Water Board\nThird session\n\nIt is open.\n\nMinutes\nOsh, 3-5 June 2024\n"
    assert titles(far) == ["Minutes"]


def test_the_line_below_the_title_may_say_the_kind_of_all():
    text = "HARBOUR GALLERY\nExhibitions of the winter\n\nTidewrack\n3 May – 4 June 2024\n"
    assert [(item.title, item.kind) for item in items(text)] == [("Tidewrack", "exhibition")]


def test_the_label_of_a_name_is_no_part_of_it_and_the_first_label_gives_the_place():
    text = "Talks\n\nTitle: Maps of the sea\nDate: 3 June 2024\nLocation: online\n\n"
    text += "Title: Rain\nDate: 9 June 2024\nVenue: Town Hall, Osh\n"
    assert [(item.title, item.place) for item in items(text)] == [
        ("Maps of the sea", None),
        ("Rain", "Town Hall, Osh"),
    ]


def test_a_headline_names_no_sentence_below_it():
    text = "Trust opens its fortieth flat\n\nIt seeks Ann. The closing date is 3 May 2024.\n"
    assert titles(text) == ["Closing date"]
    text = "Choir to sing\n\nThe exhibitions are many. Ann sings on 3 May 2024.\n"
    assert titles(text) == ["Ann sings"]


def test_a_line_that_says_where_and_when_it_was_is_named_by_the_heading():
    text = "MINUTES OF THE BOARD\n\nHeld in the Town Hall on 3 June 2024 at 10:00\n\n"
    text += "1   WATER\n    The pump failed on 2 May 2024.\n2   NEXT MEETING\n"
    text += "    9 July 2024, on Zoom. The fair is on 3 August 2024.\n"
    assert titles(text) == ["MINUTES OF THE BOARD", "Pump failed", "NEXT MEETING", "Fair"]


def test_an_answer_directly_below_its_question_is_named_by_it():
    text = "Help\n\nQ1. When can the new form be used?\nA. From 1 June 2024. It is short.\n\n"
    text += "Q2. What happens to the old database?\nA. It can be read until May 2024.\n"
    found = [event.title for event in draft_release(text, "2024-04-01").events]
    assert found == ["New form be used", "Old database can be read"]


def test_labels_and_zones_in_cells_name_no_row_nor_does_what_is_in_brackets_beside_its_date():
    text = (
        "FORUM ON RAIN\n\nVenue: Town Hall, Osh | 3-5 June 2024 | All times CEST\n\nIt is open.\n"
    )
    assert [(item.title, item.place) for item in items(text)] == [
        ("FORUM ON RAIN", "Town Hall, Osh")
    ]
    text = "Consortium ........ 7 June 2024 (the day before the forum)\nFee ... 9 June 2024\n"
    assert titles(text) == ["Consortium", "Fee"]
    (item,) = items("Early fee until ...... 9 June 2024\n")
    assert item.kind == "deadline"


def test_an_answer_of_yes_is_named_by_its_question():
    text = "Will the old library close?\n\nYes, on 3 June 2024.\n\nWhy?\n\nIt rains.\n"
    assert titles(text) == ["Old library close"]


def test_a_name_beside_the_only_date_below_another_name_is_a_place():
    text = "ON VIEW\n\nAshes and Enamel\nThrough 3 June 2024 · Lower Vault\n\n"
    text += "The Letters\nExtended until 9 June 2024 · Room 5\n\n"
    text += "Winter Light, 3 May 2024\nFloating Houses, 4 May 2024\n"
    assert [(item.title, item.place) for item in items(text)] == [
        ("Ashes and Enamel", "Lower Vault"),
        ("Letters", "Room 5"),
        ("Winter Light", None),
        ("Floating Houses", None),
    ]


def test_an_answer_that_only_says_when_is_named_by_its_question():
    text = "Where do I collect my number?\n\nIn the Corn Hall on Friday 10 May 2024.\n\n"
    text += "Are there training runs?\n\nYes: 10 miles on 18 May 2024.\n\n"
    text += "What is on?\n\nThe hall opens on 3 May 2024.\n"
    assert titles(text) == ["Collect my number", "Training runs", "Hall opens"]
    assert titles("Talks\n\nIn the Corn Hall on Friday 10 May 2024.\n") == ["Corn Hall"]


def test_an_item_whose_first_line_is_its_date_is_named_by_the_next_one():
    text = "The year\n\n• 3–9 May 2024\n  Thin Ice\n  Eleven artists. They paint.\n"
    text += "• 4 June 2024\n  Felt\n"
    assert titles(text) == ["Thin Ice", "Felt"]
