"""Blocks of plain text: what they are, what governs them, and that they cover every text."""

import textwrap
import time

import pytest
from fuzz.targets.blocks import check_text
from hypothesis import example, given
from hypothesis import strategies as st

from cica_events.structure import block_at, blocks

PIECES = st.sampled_from(
    [
        *("\n", "\n\n", "\n\n\n", "\r\n", "\t", "  ", "    ", " ", "|", "| ", "---", "=====", "- "),
        *("• ", "1. ", "(a) ", "10:00 ", "# ", "2019", "2019 – ", "Title", "CAPITALS", "word, "),
        *(
            "Ends. ",
            "3 May",
            "a",
            "\u00ad",
            "\u00a0",
            "\u2028",
            "\x0b",
            "\x85",
            ": ",
            " – ",
            "+--+",
        ),
    ]
)
LAYOUTS = st.lists(PIECES, max_size=40).map("".join)


def laid_out(text):
    """The blocks as (kind, words), for comparison."""
    return [(block.kind, " ".join(text[block.start : block.end].split())) for block in blocks(text)]


def words(text, span):
    return None if span is None else text[slice(*span)]


def above(text, block):
    return [text[other.start : other.end] for other in block.governed_by]


def block_with(text, part):
    return block_at(text, text.index(part))


# Whatever the text


@given(LAYOUTS | st.text())
@example("\x1c")
@example("a\n-\n-- -")
def test_blocks_cover_a_text_and_what_governs_one_stands_above_it(text):
    check_text(text)


def test_there_is_no_block_before_the_first():
    assert block_at("\n\nOne", 0) is None


@pytest.mark.parametrize(
    "line",
    [
        *("- 3 May: one\n", "a | b | 3\n", "\n", "a  ", "\ta", "|", "-", "2019\n\nx. y\n\n", "=\n"),
        *("Title\n\n", "a  b   c\n", "# a\n", "They met there. ", "a\nb,\n", "  " * 9 + "- a\n"),
    ],
)
def test_the_time_is_linear_in_the_text(line):
    def seconds(length):
        text = (line * (length // len(line) + 1))[:length]
        blocks.cache_clear()
        began = time.process_time()
        blocks(text)
        return time.process_time() - began

    small = max(min(seconds(20_000) for _ in range(3)), 0.002)
    # 10 times; the square of it is 100 times
    assert any(seconds(200_000) < 50 * small for _ in range(3))


# Lines


def test_wrapped_lines_are_one_block():
    prose = "The forum meets each year in May. " * 5 + "It is open to everybody who asks in time."
    text = textwrap.fill(prose, 70)
    assert laid_out(text) == [("paragraph", prose)]


def test_a_deliberate_line_break_ends_a_block():
    text = "Paper Boats\nApril 26, 2025\n\nWinter Light\nDecember 5, 2025\n"
    assert [kind for kind, _ in laid_out(text)] == ["paragraph"] * 4
    assert [block.group for block in blocks(text)] == [0, 0, 1, 1]


def test_a_small_letter_goes_on_with_the_line_above():
    assert laid_out("The opening in\nthe hall.") == [("paragraph", "The opening in the hall.")]


@pytest.mark.parametrize(
    "bullet", ["- ", "• ", "* ", "– ", "1. ", "12) ", "(a) ", "iv. ", "10:00 "]
)
def test_bullets_numbers_and_clock_times_begin_items(bullet):
    text = f"{bullet}Opening\n{bullet}Closing in the\n   Great Hall"
    assert laid_out(text) == [
        ("item", f"{bullet}Opening"),
        ("item", f"{bullet}Closing in the Great Hall"),
    ]


@pytest.mark.parametrize(
    "line", ["A. Smith spoke", "10.05.2024 was fine", "-5 degrees", "e.g. this"]
)
def test_what_only_looks_like_a_bullet_begins_no_item(line):
    assert laid_out(f"One two.\n\n{line}.")[1][0] == "paragraph"


def test_years_before_a_colon_or_dash_begin_items():
    text = "1949: Treaty signed\nc. 1950 – Staff move\n1951–52: Works\n2001 was fine"
    assert [kind for kind, _ in laid_out(text)] == ["item", "item", "item", "paragraph"]
    assert [words(text, b.label) for b in blocks(text)] == ["1949", "c. 1950", "1951–52", None]


def test_labels_stand_before_colons_and_dashes():
    text = "• Paper due: 3 May\n\n12 March – Stone laid.\n\nNothing here.\n\nA: b."
    labels = [words(text, block.label) for block in blocks(text)]
    assert labels == ["Paper due", "12 March", None, "A"]


# Headings


@pytest.mark.parametrize(
    "heading",
    [
        *(f"Dates\n{sign * 5}\n" for sign in "=*#-~_+"),
        "## Dates\n",
        "DATES\n",
        "Dates\n\n",
        "2019\n\n",
        "Dates?\n\n",
    ],
)
def test_headings_of_every_kind_govern_what_is_below(heading):
    text = f"Text that ends here.\n\n{heading}This is text."
    block = block_with(text, "This")
    assert above(text, block) == [heading.strip()]


def test_the_first_line_is_the_title_and_governs_all():
    text = "Forum\n\nOne.\n\n2019\n\nTwo.\n\n2020\n\nThree."
    assert above(text, block_with(text, "One")) == ["Forum"]
    assert above(text, block_with(text, "Three")) == ["Forum", "2020"]


def test_a_heading_has_no_label():
    assert [block.label for block in blocks("Fair: dates\n===========\n\nOne.")] == [None, None]


def test_a_lower_heading_does_not_end_a_higher_one():
    text = "A\n===\n\nB\n---\n\nOne.\n\nC\n---\n\nTwo.\n\nD\n===\n\nThree."
    assert above(text, block_with(text, "One")) == ["A\n===", "B\n---"]
    assert above(text, block_with(text, "Two")) == ["A\n===", "C\n---"]
    assert above(text, block_with(text, "Three")) == ["D\n==="]


@pytest.mark.parametrize("first", "-~_+")
@pytest.mark.parametrize("second", "-~_+")
def test_lines_of_these_signs_make_headings_of_one_rank(first, second):
    text = f"A\n===\n\nB\n{first * 3}\n\nC\n{second * 3}\n\nText here.\n\nD\n***\n\nEnd."
    assert above(text, block_with(text, "Text")) == ["A\n===", f"C\n{second * 3}"]
    assert above(text, block_with(text, "End.")) == ["D\n***"]


def test_a_heading_is_short_and_capitals_are_more_than_an_abbreviation():
    for count, kind in ((16, "heading"), (17, "paragraph")):
        text = f"T\n\n{'so ' * count}\n\nText that ends here."
        assert laid_out(text)[1][0] == kind
    for name, found in (("ART", ["T"]), ("ARTS", ["T", "ARTS"])):
        text = f"T\n\nText that ends here.\n\n{name}\nThis is text."
        assert above(text, block_with(text, "This")) == found


def test_a_day_above_a_time_is_a_heading_whatever_stands_above_it():
    text = "Forum\n\nIt rained and so they left.\nMonday, 3 June\n10:00 Tea\n"
    assert above(text, block_with(text, "Tea")) == ["Forum", "Monday, 3 June"]


def test_a_heading_directly_below_another_stays_below_it():
    text = (
        "T\n\n2024\n\nTalks\n\n- 3 May.\n\nShows\n\n- 4 May.\n\n2025\n\n- 5 May.\n\nAsk\n\n- One."
    )
    assert above(text, block_with(text, "3 May")) == ["T", "2024", "Talks"]
    assert above(text, block_with(text, "4 May")) == ["T", "2024", "Shows"]
    assert above(text, block_with(text, "5 May")) == ["T", "2025"]
    assert above(text, block_with(text, "One")) == ["T", "Ask"]


def test_more_blank_lines_above_make_a_higher_heading():
    text = (
        "T\n\n\n\nUpper\n\n\nLower\n\nText here.\n\n\nLower too\n\nMore.\n\n\n\nUpper too\n\nEnd."
    )
    assert above(text, block_with(text, "Text")) == ["T", "Upper", "Lower"]
    assert above(text, block_with(text, "More")) == ["T", "Upper", "Lower too"]
    assert above(text, block_with(text, "End.")) == ["T", "Upper too"]
    names = "T\n\nThey spoke.\n\n\nSpeakers\n\nAnna Ling\n\nBo Ek\n"
    assert above(names, block_with(names, "Anna")) == ["T", "Speakers"]


def test_entries_of_a_list_of_lines_are_no_headings():
    text = (
        "T\n\n2019\n\n12 March – Stone laid\n\nClosed until 4 May\n\nSpring – Staff\n\n7 May – Done"
    )
    assert [kind for kind, _ in laid_out(text)] == ["heading"] * 2 + ["paragraph"] * 4


def test_a_line_above_a_list_or_a_table_is_its_heading():
    text = "Text.\n\nMay 2025\n- 3 May: talk\nJune 2025\n- 1 June: end\n\nRooms\na | b\n"
    assert above(text, block_with(text, "3 May")) == ["May 2025"]
    assert above(text, block_with(text, "1 June")) == ["June 2025"]
    assert above(text, block_with(text, "a | b")) == ["Rooms"]


def test_a_line_below_a_bullet_is_no_heading_of_the_next():
    text = "Text.\n\n• Submission\nFebruary 14, 2025\n• Notification\nMarch 3, 2025"
    assert [kind for kind, _ in laid_out(text)[1:]] == ["item", "paragraph", "item", "paragraph"]


def test_a_year_and_a_name_is_a_heading_unless_it_is_one_of_a_list():
    term = "Calendar\n\n2023 – Fall Semester\n\nAug. 23 (Wed.)\nOrientation"
    assert above(term, block_with(term, "Orientation")) == ["Calendar", "2023 – Fall Semester"]
    history = "History\n\n2004 – Seat moved\n\n2007 – Seat enlarged\n\nAsk us."
    assert [kind for kind, _ in laid_out(history)] == ["heading", "item", "item", "paragraph"]


# Items and rows


def test_an_item_governs_those_that_are_indented_below_it():
    text = "- 2024\n  - 3 May: talk\n  - 9 May: walk\n- 2025\n"
    assert above(text, block_with(text, "9 May")) == ["- 2024"]
    assert above(text, block_with(text, "2025")) == []


@pytest.mark.parametrize(
    "row",
    [
        "3 May\tTalk\tHall",
        "| 3 May | Talk | Hall |",
        "3 May | Talk | Hall",
        "3 May     Talk    Hall",
    ],
)
def test_rows_are_parted_into_cells(row):
    (block,) = blocks(row)
    assert [words(row, cell) for cell in block.cells] == ["3 May", "Talk", "Hall"]


def test_two_spaces_part_cells_where_lines_share_a_column():
    table = "Date   Event\n3 May  Talk\n"
    assert [kind for kind, _ in laid_out(table)] == ["row", "row"]
    assert [kind for kind, _ in laid_out("3 May  Talk\n4 May  Walk\n")] == ["row", "row"]
    assert laid_out("One  two.\n\nSix  ten.")[0][0] == "paragraph"
    assert laid_out("It met.  It left.\nIt  is.") == [
        ("paragraph", "It met. It left."),
        ("paragraph", "It is."),
    ]


def test_a_first_row_without_digits_heads_the_columns():
    text = "Day\tEvent\n3 May\tTalk\n4 May\tWalk\tHall\n"
    assert [words(text, head) for head in block_with(text, "4 May").heads] == ["Day", "Event", None]
    assert blocks(text)[0].heads == ()


def test_a_first_row_of_years_heads_the_columns():
    text = "Event | 2024 | 2025\nFair | 3 May | 9 May\n"
    assert [words(text, head) for head in block_with(text, "Fair").heads] == [
        "Event",
        "2024",
        "2025",
    ]


@pytest.mark.parametrize(
    "table", ["Founded | 1949\nMoved | 1952\n", "a | b\nc | d\n", "a | b\n\nc | 1\n"]
)
def test_other_first_rows_head_nothing(table):
    assert [head for block in blocks(table) for head in block.heads if head] == []


def test_a_rule_below_the_first_row_makes_it_the_head():
    text = "Room 1 | Room 2\n-------|-------\nTalk | Walk\n"
    assert [words(text, head) for head in block_with(text, "Talk").heads] == ["Room 1", "Room 2"]


def test_an_empty_first_cell_is_filled_from_above():
    text = "Day\tTime\tEvent\nMon 3 May\t9:00\tTalk\n\t10:00\tWalk\n\t\tRest\nTue 4 May\t\tTea\n"
    carried = [words(text, span) for span in block_with(text, "Rest").carried]
    assert carried == ["Mon 3 May", "10:00", None]
    assert block_with(text, "Tea").carried == (None, None, None)


def test_a_line_between_rows_heads_those_below_and_the_columns_keep_their_heads():
    text = "Day | Event\n3 | Talk\nMay 2026\n4 | Walk\n"
    block = block_with(text, "4 |")
    assert above(text, block) == ["May 2026"]
    assert [words(text, head) for head in block.heads] == ["Day", "Event"]


def test_a_cell_goes_on_below_itself():
    text = "3 May    Opening of the\n         exhibition\n9 May    Walk\n"
    assert laid_out(text)[0] == ("row", "3 May Opening of the exhibition")
    assert len(blocks(text)[0].cells) == 2


def test_a_version_at_the_beginning_of_a_line_is_no_time_of_day() -> None:
    text = "- 3.13.0 final: 7 October 2024\n\n3.13 will be mended for two years.\n"
    assert [block.kind for block in blocks(text)] == ["item", "paragraph"]
    assert blocks("09.30 Registration\n")[0].kind == "item"


def test_the_rule_below_the_heads_of_a_wide_table_may_be_long() -> None:
    heads = " | ".join(f"Column {number}" for number in range(20))
    text = f"{heads}\n{' | '.join([':------:'] * 20)}\n{' | '.join(['3 May'] * 20)}\n"
    assert blocks(text)[-1].heads[1] == blocks(text)[0].cells[1]


@pytest.mark.parametrize("text", ["|\n", "||\n", "forum |\n", "| forum\n"])
def test_bars_that_part_nothing_make_no_row(text):
    assert [block.cells for block in blocks(text)] == [()]


@pytest.mark.parametrize("sign", ["\t", " | ", "   "])
def test_a_line_of_too_many_parts_is_no_row(sign):
    (block,) = blocks(sign.join(["a"] * 1000))
    assert (block.kind, len(block.cells)) == ("row", 1000)
    (block,) = blocks(sign.join(["a"] * 1001))
    assert (block.kind, block.cells) == ("paragraph", ())


def test_a_row_above_one_that_goes_across_the_table_names_the_columns():
    text = "| Date | Event |\n| April | |\n| 3 | Talk |\n"
    assert [text[slice(*head)] for head in blocks(text)[2].heads] == ["Date", "Event"]
    assert blocks("| Date | |\n| April | |\n| 3 | Talk |\n")[2].heads == (None, None)


def test_a_line_that_cannot_end_there_goes_on():
    text = "It opened the Forum of the\nCICA in Osh.\n"
    assert [b.kind for b in blocks(text)] == ["paragraph"]
    assert len(blocks("What is on\nTalks\n")) == 2
    assert len(blocks("It opened the Forum of Osh\nCICA in Osh.\n")) == 2


def test_an_address_is_a_line_of_its_own():
    assert len(blocks("Rain Days, Osh, 3 May\nhttps://rain.example\n")) == 2


def test_dots_that_only_end_a_line_part_nothing():
    assert [b.kind for b in blocks("It rained ....\n\nAbstracts .... 3 May\n")] == [
        "paragraph",
        "row",
    ]


def test_a_line_directly_above_labels_with_days_is_a_heading():
    text = (
        "Autumn\nStart: 2 September 2024\nEnd: 20 December 2024\n\nSpring\nStart: 6 January 2025\n"
    )
    text += "End: 4 April 2025\n"
    kinds = [block.kind for block in blocks(text)]
    assert kinds == ["heading", "paragraph", "paragraph"] * 2
    assert blocks("Autumn\nStart: 2 September 2024\n\nSpring\n")[0].kind == "paragraph"
    assert blocks("Autumn\nStart: 2 September 2024\nIt rains\n")[0].kind == "paragraph"


def test_a_line_that_breaks_off_goes_on_with_a_time():
    text = "2) The portal opens on 3 May at\n11:00 hrs and closes at\n12:00.\n9:00 Talk\n"
    assert [block.kind for block in blocks(text)] == ["item", "item"]
    row = "25 Sat    Ceremony, Arena,\n          10.00 hrs\n26 Sun    Walk\n"
    assert [row[slice(*block.cells[1])] for block in blocks(row)] == [
        "Ceremony, Arena,\n          10.00 hrs",
        "Walk",
    ]
    hours = "The town office is open daily\n9:00-17:00, but for holidays.\n"
    assert [block.kind for block in blocks(hours)] == ["paragraph"]
    assert [block.kind for block in blocks("What is on\n11:00 Talk\n")] == ["heading", "item"]


def test_a_line_framed_by_signs_is_a_heading():
    text = "--- 2021 ---\n\n* 11 Feb: vote\n\n=== Later ===\n* 3 May: walk\n"
    kinds = [(block.kind, len(block.governed_by)) for block in blocks(text)]
    assert kinds == [("heading", 0), ("item", 1), ("heading", 0), ("item", 1)]
    assert blocks("Tea\n\n-- a talk --- or two\n")[-1].kind == "item"


def test_a_line_that_begins_with_a_time_opens_no_list():
    text = "10 a.m. to noon\nAdoption of the text\n12.30 p.m.\n    Lunch\n"
    assert [block.kind for block in blocks(text)] == ["paragraph", "paragraph", "item"]


def test_a_row_of_columns_has_an_empty_cell_for_each_that_it_leaves_out():
    text = """No.  Day            Time    Session          Room
1    Thu 14 Sept    09:30   Registration     Foyer
                    11:00   Keynote
2    Fri 15 Sept            Closed
     Sat 16 Sept      8:00  Tour             Harbour
"""
    *_, full, short, gap, odd = blocks(text)
    assert [text[slice(*head)] for head in full.heads] == "No. Day Time Session Room".split()
    assert [text[slice(*cell)] for cell in short.cells] == ["", "", "11:00", "Keynote", ""]
    assert [cell and text[slice(*cell)] for cell in short.carried[:2]] == ["1", "Thu 14 Sept"]
    assert [text[slice(*cell)] for cell in gap.cells] == ["2", "Fri 15 Sept", "", "Closed", ""]
    assert len(odd.cells) == 4


def test_a_line_of_a_number_and_capitals_is_a_heading():
    text = "1   WATER\n    The pump failed.\n2. NEXT MEETING\n12 MAY\n3   COSTS, FEES\n"
    kinds = [block.kind for block in blocks(text)]
    assert kinds == ["heading", "paragraph", "heading", "paragraph", "heading"]


def test_a_question_directly_above_its_answer_is_a_heading():
    text = "Why?\nIt rained.\n\nWhen?\nWhere?\nThere.\n"
    assert [block.kind for block in blocks(text)] == ["heading", *["paragraph"] * 4]


def test_a_mark_stands_for_the_cell_above_it():
    text = (
        'Date      Time    What    Room\nMon 5     9:00    Talk    A\n   "      10:00           B\n'
    )
    text += "do. | 3\n"
    row, other = blocks(text)[2:]
    assert [text[slice(*cell)] for cell in row.cells] == ["", "10:00", "", "B"]
    assert [cell and text[slice(*cell)] for cell in row.carried[:2]] == ["Mon 5", None]
    assert other.cells[0][0] == other.cells[0][1]


def test_a_label_and_what_is_set_apart_from_it_are_no_row():
    assert [block.kind for block in blocks("Date:   3 May\nVenue:  Hall\n")] == ["paragraph"] * 2


def test_an_entry_of_a_year_among_rows_is_no_heading():
    text = "1911   Branch line\n1944, 3 March: Depot lost\n1963   Closed\n"
    assert [block.kind for block in blocks(text)] == ["row", "paragraph", "row"]


def test_a_day_with_which_a_text_begins_ends_at_the_next_day():
    text = "4 June 2024\n\n- Talk\n\n5 June 2024\n\n- Lunch\n\n6 June 2024\n\n- Walk\n"
    above = [[text[h.start : h.end] for h in block.governed_by] for block in blocks(text)]
    days = ["4 June 2024", "5 June 2024", "6 June 2024"]
    assert above == [each for day in days for each in ([], [day])]
