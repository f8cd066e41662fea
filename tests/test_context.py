"""What the layout of a text adds to its dates: headings, labels, columns, notes on time zones."""

import pytest

from cica_events import find_dates
from cica_events.finding.layout import Layout, edges, is_alone, is_laid_out
from cica_events.finding.slots import parsed, slots
from cica_events.finding.tokens import Tokens
from cica_events.structure import blocks


def told(text, published="2025-10-01"):
    """The dates of a text: the words, the date, its time, and the words that completed it."""
    return [
        (
            " ".join([m.text, "=", str(m.when), str(m.time or ""), m.zone or ""]).strip(),
            *(text[start:end] for start, end in m.context),
        )
        for m in find_dates(text, published)
        if m.when is not None
    ]


def questions(text, published="2025-10-01"):
    return [
        (m.text, [str(candidate) for candidate in m.candidates])
        for m in find_dates(text, published)
        if m.open
    ]


# Documents of several layouts

COURSES = """COURSE CALENDAR

Spring term 2026

January

Mon 12    Lectures begin
26–30     Field week

February

Tue 3     Test 1
Feb. 20   Essays due

Autumn term 2025/26

Oct. 5    Welcome day

Approved on 3 May by the Senate.
"""


def test_a_course_calendar():
    january, february = ("January", "2026"), ("February", "2026")
    assert told(COURSES) == [
        ("2026 = 2026",),
        ("January = 2026-01", "2026"),
        ("Mon 12 = 2026-01-12", *january),
        ("26–30 = 2026-01-26/2026-01-30", *january),
        ("February = 2026-02", "2026"),
        ("Tue 3 = 2026-02-03", *february),
        ("Feb. 20 = 2026-02-20", *february),
        ("2025/26 = 2025/2026",),
        ("Oct. 5 = 2025-10-05", "2025/26"),
    ]
    assert questions(COURSES) == [
        ("3 May", ["2025-05-03", "2026-05-03"]),
    ]


EXHIBITIONS = (
    "Season programme of the Mill Gallery\n\n2027\n\n"
    "From\tUntil\tExhibition\tRoom\n"
    "6 March\t2 May\tPaper and Smoke\tUpper hall\n"
    "11 September\t9 January 2028\tThe Long Night\tboth\n"
    "5 March 2027\t5 March 2027\tOpening night\tboth\n"
    "7 June 2027\t3 June 2027\tA slip\tboth\n"
)


def test_the_columns_of_an_exhibition_programme():
    assert told(EXHIBITIONS) == [
        ("2027 = 2027",),
        ("6 March\t2 May = 2027-03-06/2027-05-02", "2027"),
        ("11 September\t9 January 2028 = 2027-09-11/2028-01-09",),
        ("5 March 2027 = 2027-03-05",),
        ("7 June 2027 = 2027-06-07",),
        ("3 June 2027 = 2027-06-03",),
    ]
    mention = find_dates(EXHIBITIONS, "2025")[1]
    assert (mention.basis, str(mention.said)) == ("stated", "2027-03-06/2027-05-02")


TENDER = """Tender schedule 2025

All times are local time (UTC+6).

| No. | Step | Date | Time |
|-----|------|------|------|
| 1 | Notice published | 3 February | |
| 2 | Questions until | 21 February | 17:00 |
| 3 | Award | Q2 | |
"""


def test_a_tender_table():
    note = "times are local time (UTC+6"
    assert told(TENDER) == [
        ("2025 = 2025",),
        ("3 February = 2025-02-03", "2025"),
        ("21 February = 2025-02-21 17:00 +06:00", "2025", "All " + note),
        ("Q2 = 2025-34", "2025"),
    ]


CONFERENCE = """Annual Meeting on Mountain Roads
Osh, 9-11 September 2026

Wednesday, 9 September

09:00 Registration
10:00–10:30 Welcome by the Mayor
(times in GMT+6)

Thursday, 10 September

Morning session
09:30 Report of the Secretariat
Lunch
14:00 Working groups

Friday

10:00 Adoption of the report
12 noon Closing
The minister speaks for 10 minutes.
"""


def test_the_agenda_of_a_conference():
    days, zone = "9-11 September 2026", "times in GMT+6"
    assert told(CONFERENCE) == [
        (days + " = 2026-09-09/2026-09-11",),
        ("Wednesday, 9 September = 2026-09-09", days),
        ("09:00 = 2026-09-09 09:00 +06:00", "Wednesday, 9 September", days, zone),
        ("10:00–10:30 = 2026-09-09 10:00/10:30 +06:00", "Wednesday, 9 September", days, zone),
        ("Thursday, 10 September = 2026-09-10", days),
        ("09:30 = 2026-09-10 09:30", "Thursday, 10 September", days),
        ("14:00 = 2026-09-10 14:00", "Thursday, 10 September", days),
        ("Friday = 2026-09-11", days),
        ("10:00 = 2026-09-11 10:00", "Friday", days),
        ("12 noon = 2026-09-11 12:00", "Friday", days),
    ]
    assert {m.basis for m in find_dates(CONFERENCE, "2025")} == {"stated", None}


CHRONICLE = """Chronicle of the bridge

1931

The council voted the money on 4 April. Work began in June, and the first pier stood.

1932

On 17 March a flood carried the scaffold away. Only in 1934 was the loss made good; the debt was
paid on 1 May.

1933

- Roadway laid (May)
- 23 September: opened by the Governor
"""


def test_a_chronicle():
    assert told(CHRONICLE) == [
        ("1931 = 1931",),
        ("4 April = 1931-04-04", "1931"),
        ("June = 1931-06", "1931"),
        ("1932 = 1932",),
        ("17 March = 1932-03-17", "1932"),
        ("1934 = 1934",),
        ("1 May = 1934-05-01",),
        ("1933 = 1933",),
        ("May = 1933-05", "1933"),
        ("23 September = 1933-09-23", "1933"),
    ]


CHAPTERS = """1919

The war begins

On 14 February it began.

1920

The tide turns

On 24 April he marched.

Part two

It was said in 1921 that he had fled on 6 May. He marched on 28 July.
"""


def test_a_chapter_ends_where_the_next_date_is_a_heading():
    assert told(CHAPTERS)[:4] == [
        ("1919 = 1919",),
        ("14 February = 1919-02-14", "1919"),
        ("1920 = 1920",),
        ("24 April = 1920-04-24", "1920"),
    ]
    assert {entry[0] for entry in told(CHAPTERS)} & {"28 July = 1919-07-28"} == set()


TITLED = """2005: Elections

On 31 January they voted. It was calm.

Tensions

In 2006 they fell out on 4 April.

2006: Unrest

On 23 February it began again.
"""


def test_a_heading_may_begin_with_the_date_of_a_chapter():
    assert told(TITLED) == [
        ("2005 = 2005",),
        ("31 January = 2005-01-31", "2005"),
        ("2006 = 2006",),
        ("4 April = 2006-04-04",),
        ("2006 = 2006",),
        ("23 February = 2006-02-23", "2006"),
    ]


def test_a_single_heading_with_a_date_is_no_chapter():
    text = TITLED[: TITLED.index("Tensions")]
    assert ("31 January = 2005-01-31", "2005") not in told(text)


# One rule each


def completed(text, published="2025-10-01"):
    """The dates that something completed, with the words that did."""
    found = [entry for entry in told(text, published) if len(entry) > 1]
    return [" < ".join([entry[0], *entry[1:]]) for entry in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("1949: Treaty signed (4 April)\n1952: Greece joins\n", ["4 April = 1949-04-04 < 1949"]),
        ("1995: Secretariat opens (May)\n2001: Statute\n", ["May = 1995-05 < 1995"]),
        (
            "2001: Statute (3 and 10 June)\n2002: Budget\n",
            ["3 = 2001-06-03 < 2001", "10 June = 2001-06-10 < 2001"],
        ),
        ("2024\n\nSpring – Staff recruited\n\n", ["Spring = 2024-21 < 2024"]),
        ("2024\n\n- last Friday of March: vote\n", ["last Friday of March = 2024-03-29 < 2024"]),
        (
            "2024\n\n- the week of 3 June: fair\n",
            ["the week of 3 June = 2024-06-03/2024-06-09 < 2024"],
        ),
        ("2024\n\n- vote on 3 or 4 May\n", []),
        (
            "December 2023 – February 2024\n\n- 10 January: fair\n",
            ["10 January = 2024-01-10 < December 2023 – February 2024"],
        ),
        (
            "2023–2024\n\n- Wednesday, 23 August: classes\n",
            ["Wednesday, 23 August = 2023-08-23 < 2023–2024"],
        ),
        (
            "Week of talks, 3–7 June 2024\n\n- Wednesday: vote\n- Sunday: rest\n",
            ["Wednesday = 2024-06-05 < 3–7 June 2024"],
        ),
        ("5–8 June 2024\n\n- Friday: vote\n", ["Friday = 2024-06-07 < 5–8 June 2024"]),
        (
            "Week of 7–12 June 2024\n\n- Monday: vote\n",
            ["Monday = 2024-06-10 < 7–12 June 2024"],
        ),
        ("- 2024\n  - 3 May: forum\n", ["3 May = 2024-05-03 < 2024"]),
        (
            "June 2024\n\n- 3: forum\n- 12: fair\n",
            ["3 = 2024-06-03 < June 2024", "12 = 2024-06-12 < June 2024"],
        ),
        (
            "2019\n\n- On 4 April the tower of the church was done.\n",
            ["4 April = 2019-04-04 < 2019"],
        ),
        (
            "Calendar of meetings in 2024\n\n- Ministers of agriculture and food, Osh, 3 May.\n",
            ["3 May = 2024-05-03 < 2024"],
        ),
        (
            "The forum lasts from 2 to 5 May 2024:\n\n- It opens to the public on 3 May.\n",
            ["3 May = 2024-05-03 < 2 to 5 May 2024"],
        ),
        ("2024\n\n- Ministers of trade, May.\n", ["May = 2024-05 < 2024"]),
        (
            "Days\n\nFall 2024 Semester\nFirst day Monday, August 26\nLast day December 9\n",
            [
                "Monday, August 26 = 2024-08-26 < Fall 2024",
                "December 9 = 2024-12-09 < Fall 2024",
            ],
        ),
        (
            "2024\n\n25 August\tSunday\tMass\n",
            ["25 August = 2024-08-25 < 2024", "Sunday = 2024-08-25 < 25 August < 2024"],
        ),
        (
            "Dates\n2024\n\nOpens: 3 May\nCloses: 5 May\n",
            ["3 May = 2024-05-03 < 2024", "5 May = 2024-05-05 < 2024"],
        ),
        (
            "Schedule 2024\n\nMay-19  Fair\nMay-21  Forum\n",
            ["May-19 = 2024-05-19 < 2024", "May-21 = 2024-05-21 < 2024"],
        ),
        ("June 2024\n\n- 1: budget\n- 2: water\n", []),
        ("Talks of June 2024\n\n- 3: forum\n- 12: fair\n", []),
        ("June 2024\n\n- Mon, 3 the forum opens\n", ["Mon, 3 = 2024-06-03 < June 2024"]),
        ("2024\n====\n\nMay\n---\n\nA forum.\n", ["May = 2024-05 < 2024"]),
        (f"June 2024\n\nWhat\tDate\n{'Forum ' * 8}\t3\n", ["3 = 2024-06-03 < June 2024"]),
        ("June 2024\n\nDate\tWhat\n3\tForum\n", ["3 = 2024-06-03 < June 2024"]),
        ("June 2024\n\nNo.\tWhat\n3\tForum of 5 May\n", []),
        ("Month\tJune 2024\nRows\t3\n", []),
        (
            "\t2023\t2024\nOpening\t3 May\t3 May\n",
            ["3 May = 2023-05-03 < 2023", "3 May = 2024-05-03 < 2024"],
        ),
        (
            "Year\tDay\tWhat\n2023\t3 May\tForum\n\t5 May\tFair\n",
            ["3 May = 2023-05-03 < 2023", "5 May = 2023-05-05 < 2023"],
        ),
        (
            "| 2023 | |\n| 3 May | Forum |\n| 2024 | |\n| 5 May | Fair |\n",
            ["3 May = 2023-05-03 < 2023", "5 May = 2024-05-05 < 2024"],
        ),
    ],
)
def test_what_stands_above_or_beside_a_date_lends_it_the_rest(text, expected):
    assert completed(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2019\n\nThe Council said on 12 April that it would return to the plan.\n",
        "Results of the 2018 season\n\n- The board meets on 4 April to approve the accounts.\n",
        "Chapter 2019\n\n3 May: nothing of that year\n",
        "Room 2014\n3 May, 2 p.m.\n",
        "1998\n\nthe text goes on and tells on 4 April of what it was.\n",
        "Last updated: 11 March 2025\n\n- 11 March: forum\n",
        "Programme as of 11 March 2025\n\n- 11 March: forum\n",
        "5 May 2024\n\n- 3 June: forum\n",
        "June 2024\n\n- 4 July: fair\n",
        "1990–2003\n\n- 4 July: fair\n",
        "History of the shop since 1998\n\n- 4 July: fair\n",
        "Games of the 2018 season\n\n- The board meets on 4 April to open the house of the club.\n",
        "Sales report for 2023\n\n- Next one due by 15 February\n",
        "Around 2016\n\n- 4 July: fair\n",
        "2024\n\n- Monday: fair\n",
        "30 February 2024\n\n- Monday: fair\n",
        "2023–2024\n\n- Spring: fair\n",
        "2024\n\nName | Where\n--- | ---\nFair | Hall (May)\n",
        "2019\n\nThe" + " very" * 30 + " long way ended on 4 April\n",
        "Phones 2020\n\nMay 555 2030\nJune 555 2031\n",
        "2019\n\nIt rained in 2018. The bridge fell on 4 April of all days.\n\n2020\n\nSun.\n",
    ],
)
def test_what_governs_no_date_lends_nothing(text):
    assert completed(text) == []


def test_several_years_are_a_question_and_so_is_another_day_of_the_week():
    season = "2021–22 season\n\n- 3 May: final\n"
    assert questions(season) == [("3 May", ["2021-05-03", "2022-05-03"])]
    assert questions("2024\n\n- Monday, 4 May: vote\n") == [("Monday, 4 May", ["2024-05-04"])]
    assert questions("2024\n\n- 20 December – 5 January: recess\n") == [
        (
            "20 December – 5 January",
            ["2023-12-20/2024-01-05", "2024-12-20/2025-01-05"],
        )
    ]
    passed = "2024\n\n- 20 December: exam\n- 29 February: end\n"
    assert questions(passed) == [("29 February", ["2024-02-29"])]
    assert questions("2023\n\n- 29 February: fair\n") == [
        ("29 February", ["2024-02-29", "2028-02-29"])
    ]


def test_a_line_that_was_wrapped_within_a_date_is_read_whole():
    assert told("The ferry entered service on 1 May\n2024 in Turku.") == [
        ("1 May\n2024 = 2024-05-01",)
    ]
    text = "- ferry service on 1 May\n- 2024 guests came\n"
    assert questions(text) == [("1 May", ["2025-05-01", "2026-05-01"])]


def test_only_what_fills_the_cells_of_two_columns_is_a_range():
    text = "Start\tEnd\n3–5 May 2024\t9 May 2024\non 3 June 2024\t9 June 2024\n"
    assert [entry[0] for entry in told(text)] == [
        "3–5 May 2024 = 2024-05-03/2024-05-05",
        "9 May 2024 = 2024-05-09",
        "3 June 2024 = 2024-06-03",
        "9 June 2024 = 2024-06-09",
    ]


def test_no_phrase_leaves_its_cell():
    assert told("Opens|Price\n3 May 2024|2023\n")[0] == ("3 May 2024 = 2024-05-03",)
    found = [m.text for m in find_dates("a | 3 May\nb | 2024 km\n", "2025")]
    assert found == ["3 May", "2024"]


# Time zones


@pytest.mark.parametrize(
    ("words", "zone"), [("Times", "Z"), ("(times", "Z"), ("Sometimes", None), ("xtimes", None)]
)
def test_times_are_a_word_of_their_own(words, zone):
    assert find_dates(f"{words} in UTC\n\n3 May 2022 at 10:30", None)[-1].zone == zone


def test_a_zone_that_is_said_once_holds_for_the_times_that_have_none():
    text = "All times CET.\n\n- 3 January 2024, 10:00: vote\n- 4 January 2024, 9:00 GMT: talks\n"
    assert told(text) == [
        ("3 January 2024 = 2024-01-03 10:00 +01:00", "All times CET"),
        ("4 January 2024 = 2024-01-04 09:00 Z",),
    ]
    july = text.replace("January", "July")
    assert told(july)[0] == ("3 July 2024 = 2024-07-03 10:00",)  # when the clocks keep CEST


def test_a_zone_in_the_head_of_a_column_holds_for_the_column():
    text = "Date\tTime (UTC+5)\tEnd\n3 May 2024\t10:00\t\n"
    assert told(text) == [("3 May 2024 = 2024-05-03 10:00 +05:00", "Time (UTC+5")]


def test_a_zone_holds_for_the_section_that_says_it():
    talks = "Forum\n\nTalks\n\nTimes are CET.\n\n- 3 January 2024, 10:00: vote\n"
    text = f"{talks}\nFairs\n\n- 4 January 2024, 9:00: fair\n"
    assert told(text) == [
        ("3 January 2024 = 2024-01-03 10:00 +01:00", "Times are CET"),
        ("4 January 2024 = 2024-01-04 09:00",),
    ]
    assert told("Times: GMT\n\n- 3 May 2024, 10:00\n")[0][0] == "3 May 2024 = 2024-05-03 10:00 Z"
    local = told("Plan (local time, UTC+6):\n- 3 May 2024, 10:00\n")
    assert local[0][0] == "3 May 2024 = 2024-05-03 10:00 +06:00"
    assert told("Sometimes GMT.\n\n- 3 May 2024, 10:00\n") == [("3 May 2024 = 2024-05-03 10:00",)]


def test_two_zones_of_all_times_are_none():
    text = "All times in time CET. All times GMT.\n\n3 January 2024, 10:00: vote. It was so.\n"
    assert told(text)[0][0] == "3 January 2024 = 2024-01-03 10:00"


# The layout itself


def test_prose_has_no_layout():
    assert not is_laid_out("They met in May 2024.\n\nNothing came of it, and they left.\n")
    assert not is_laid_out(
        "They met in the hall of the town in the month of May,\nand nothing came of it.\n"
    )
    assert is_laid_out("Agenda\n1. Water\n")
    line = "They met in May 2024, and talked long of this and that, and more."
    assert not is_laid_out(f"{line}\n{line}\n")
    for bullet in (
        "-",
        "–",
        "—",
        "•",
        "*",
        "·",
        "✓",
        "1.",
        "12)",
        "(3)",
        "a)",
        "b.",
        "(c)",
        "ii.",
        "(iv)",
    ):
        assert is_laid_out(f"{line}\n{bullet} {line}\n")
        assert is_laid_out(f"{bullet} {line}\n{line}\n")


def test_a_short_line_alone_may_be_a_heading():
    assert is_alone("2024\n\nA text.", 0, 4)
    assert is_alone("A text.\n\nIn 2024", 12, 16)
    assert not is_alone("In 2024, " + "so " * 60, 3, 7)
    assert not is_alone("It was in 2024.\n", 10, 14)
    assert not is_alone("The paper said in an editorial in 2024:\n\nSo.\n", 34, 38)
    assert is_alone("Days of the year 2024:\n\nSo.\n", 17, 21)
    assert is_alone("All of the open meetings of the Council in 2024\n\nSo.\n", 43, 47)
    assert not is_alone("It was\nin 2024 that\nit was so.\n", 10, 14)
    assert not is_alone("It rained\nin 2024\n\nIt ended.", 13, 17)
    for end in (".", ",", ";", "\u201d", '"', "''", "--"):
        assert not is_alone(f"2024{end}\n\nA text", 0, 4)


def test_the_sources_of_an_offset_come_from_near_to_far():
    text = "Plan\n\n2024\n\n- June\n  - 3: forum\n"
    layout = Layout(text)
    found = [text[s.start : s.end] for s in layout.sources(text.index("forum"))]
    assert found == ["3", "- June", "2024", "Plan"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Forum\t3 May\n", []),
        ("Day\tWhat\n3 May\tTalk\n\tForum\n", [("carried", "3 May"), ("head", "What")]),
        ("June 2024\nHall 3\n\nForum", [("subtitle", "June 2024"), ("subtitle", "Hall 3")]),
        ("Rome\nJune 2024\nHall 3\nRoom 1\n\nForum", []),
        (
            "Title\n\nRome\n\nWelcome to all of you.\n\nTalks\n\nForum, 3 May.\n",
            [("heading", "Talks"), ("heading", "Title"), ("subtitle", "Rome")],
        ),
    ],
)
def test_where_a_source_stands(text, expected):
    sources = Layout(text).sources(text.index("Forum"))
    assert [(source.kind, text[source.start : source.end]) for source in sources] == expected


def test_a_weekday_and_a_day_at_the_end_of_a_text_are_a_date():
    [_, day] = find_dates("June 2024\n\nTalk on water\n\nMon 3", None)
    assert (day.text, str(day.when)) == ("Mon 3", "2024-06-03")


def test_edges_are_after_blocks_and_cells():
    text = "a\tb\n\nA line that\ngoes on.\n"
    assert edges(text, blocks(text)) == [1, 3, len(text) - 1]
    text = "It opened on 1 May,\n\n2024 in Turku.\n"
    assert edges(text, blocks(text)) == [19, len(text) - 1]


def test_an_edge_within_a_piece_is_none():
    assert Tokens("forum met", [2]).pieces == ["forum ", "met"]


def test_words_are_a_date_with_what_is_lent():
    assert str(parsed("3 (Mon)", "June 2024").said) == "2024-06-03"
    assert str(parsed("May-9", "2024").said) == "2024-05-09"
    assert parsed("3 apples", "June 2024") is None
    assert parsed("3 May 2023,", "2024") is None


@pytest.mark.parametrize(
    ("line", "parts"), [("- Mon 3: forum", ["Mon 3", "Mon 3"]), ("- Gallery 3 of Turku: forum", [])]
)
def test_parts_that_name_something_are_not_read_as_dates(line, parts):
    tokens = Tokens(f"June 2024\n\n{line}\n")
    layout = Layout(tokens.text)
    found = list(slots(tokens, layout, layout.blocks[1], tokens.codes))
    assert [tokens.text[tokens.starts[a] : tokens.end(b)] for a, b, *_ in found] == parts


@pytest.mark.parametrize(
    "heading",
    [
        "Board Meetings 2026",
        "TERM DATES 2026",
        "Calendar 2026",
        "Events Calendar \u2014 2026",
        "Regular Meetings - 2026",
    ],
)
def test_a_heading_that_is_called_after_its_year_lends_it(heading):
    text = f"{heading}\n\n- 3 March: Board meeting\n- 9 September: General assembly\n"
    assert told(text) == [("3 March = 2026-03-03", "2026"), ("9 September = 2026-09-09", "2026")]


@pytest.mark.parametrize(
    "heading", ["Vision 2030", "Agenda 2030", "Expo 2030", "Lakeside Forum 2030"]
)
def test_a_programme_or_an_event_that_is_called_after_a_year_lends_nothing(heading):
    text = f"{heading}\n\n- 3 March: Board meeting\n"
    assert all("2030" not in words for words, *_ in told(text))


@pytest.mark.parametrize("heading", ["2023", "Fall Semester 2023"])
def test_a_list_that_passes_into_the_next_year_is_a_question(heading):
    text = f"{heading}\n\n- 1 September: Begin\n- 20 December: Party\n- 15 January: Examinations\n"
    assert questions(text) == [("15 January", ["2024-01-15", "2023-01-15"])]


TERM = """
- 20 January: Registration
- 4 June: Reading
- 20 August: Welcome
- 4 September: Lectures
- 12 December: Examinations
"""


@pytest.mark.parametrize(
    "heading", ["Fall 2027", "Fall Semester 2027", "2027 - Autumn Term", "2027 Fall Semester"]
)
def test_a_season_lends_its_year_to_the_months_of_its_term(heading):
    text = f"{heading}\n{TERM}"
    assert [words for words, *_ in told(text) if "-" in words.split()[-1]][-3:] == [
        "20 August = 2027-08-20",
        "4 September = 2027-09-04",
        "12 December = 2027-12-12",
    ]
    assert questions(text) == [
        ("20 January", ["2028-01-20", "2027-01-20"]),
        ("4 June", ["2028-06-04", "2027-06-04"]),
    ]


def test_months_beside_a_spring_may_be_of_the_year_before():
    text = f"Spring 2027\n{TERM}"
    assert [words for words, *_ in told(text)][1:] == [
        "20 January = 2027-01-20",
        "4 June = 2027-06-04",
    ]
    assert ("12 December", ["2027-12-12", "2026-12-12"]) in questions(text)


def test_a_winter_of_one_year_belongs_to_two():
    text = "Winter 2027\n\n- 20 December: Party\n- 12 January: Talk\n- Tuesday 2 February: Walk\n"
    assert questions(text) == [
        ("20 December", ["2026-12-20", "2027-12-20"]),
        ("12 January", ["2027-01-12", "2028-01-12"]),
    ]
    assert told(text)[-1][0] == "Tuesday 2 February = 2027-02-02"


def test_a_range_over_most_of_a_year_is_a_question():
    text = "Year 2021/22\n\n- 24th June-6th May: Show\n"
    assert questions(text)[-1][0] == "24th June-6th May"
    assert questions("Show: 24th June-6th May", "2021") == [
        ("24th June-6th May", ["2020-06-24/2021-05-06"])
    ]
    assert told("Show: 24 November-6 January", "2022-01-01")[0][0].endswith("2021-11-24/2022-01-06")
    assert told("Show: 24 June 2021-6 May 2022")[0][0].endswith("2021-06-24/2022-05-06")


ENTRIES = """Talks 2019

Sep. 19 \u2022 Pumps, and the year 2017 (Thurs.)
A\tOld pumps
B\tNew pumps

Sep. 26 \u2022 Wells (Thurs.)
- Oct. 3: Ponds (Thurs.)
- Oct. 10: Lakes
"""


def test_a_line_that_begins_with_a_date_is_an_entry_and_lends_nothing():
    assert [words for words, *_ in told(ENTRIES)] == [
        "Sep. 19 = 2019-09-19",
        "the year 2017 = 2017",
        "Sep. 26 = 2019-09-26",
        "Oct. 3 = 2019-10-03",
        "Oct. 10 = 2019-10-10",
    ]


def test_an_entry_lends_its_day_to_lines_that_begin_with_a_time():
    items = "Monday 3 June 2024: Pumps\n- Opening, 9:00\n"
    assert told(items)[1] == ("9:00 = 2024-06-03 09:00", "Monday 3 June 2024")
    text = "Monday 3 June 2024: Pumps\n|| 9:00 | Opening |\n|| 10:00 | Closing |\n"
    assert [words for words, *_ in told(text)] == [
        "Monday 3 June 2024 = 2024-06-03",
        "9:00 = 2024-06-03 09:00",
        "10:00 = 2024-06-03 10:00",
    ]


@pytest.mark.parametrize(
    "lead", ["3 June 2024 Pumps in 2017\n\n", "# 3 June 2024 Pumps in 2017\n\n"]
)
def test_a_title_that_is_an_entry_lends_nothing(lead):
    assert questions(f"{lead}- 5 May: Talk\n", None)[0][0] == "5 May"


def test_a_stretch_of_days_lends_them_to_weekdays():
    text = "# 3-7 June 2024: School of pumps\n\n- Tuesday: Talk\n"
    assert ("Tuesday = 2024-06-04", "3-7 June 2024") in told(text)


@pytest.mark.parametrize("weekday", ["Friday", "Fri.", "FRIDAY"])
def test_a_weekday_at_the_end_of_an_entry_is_that_of_its_day(weekday):
    text = f"2023\n\n- November 24: No classes ({weekday})\n- November 27: Talk\n"
    days = [m for m in find_dates(text, None) if m.weekday]
    assert [(m.text, str(m.when), m.weekday) for m in days] == [("November 24", "2023-11-24", 5)]
    assert not questions(text)


@pytest.mark.parametrize(
    "text",
    [
        "5 May to 7 June: No classes (Friday)",
        "5 May, 7 June, 9 July: talks (Friday)",
        "Friday, 24 November 2023: no talk (Monday)",
        "The (Friday) talk of 24 November 2023",
        "24 November 2023\nTalk (Friday)",
        "No talk (Friday)",
    ],
)
def test_another_weekday_in_brackets_is_one_of_its_own(text):
    assert "the weekday of a date in its line" not in [m.reason for m in find_dates(text)]


def test_the_weekday_of_a_date_in_its_line_says_so():
    day, weekday = find_dates("5 May 2023: No classes (Friday)", None)
    assert (str(day.when), day.weekday) == ("2023-05-05", 5)
    assert (weekday.text, weekday.reason) == ("Friday", "the weekday of a date in its line")


def test_a_weekday_that_is_said_twice_is_one():
    [day, weekday] = find_dates("Friday, 24 November 2023: no talk (Friday)")
    assert (str(day.when), day.reason, weekday.open) == ("2023-11-24", None, False)


@pytest.mark.parametrize(
    "text",
    [
        "Diary\n\nDate | Event\nApril | |\n29 | Forum\nMay | |\n2–3 | Visit\n",
        "Diary\n\nApril\n\n- 29: Forum\n\nMAY:\n\n- 2–3: Visit\n",
    ],
)
def test_a_month_lends_days_whatever_its_year(text):
    found = [m for m in find_dates(text, "2022-04-20") if m.when]
    assert [(m.text, str(m.said), str(m.when), m.basis) for m in found] == [
        ("29", "XXXX-04-29", "2022-04-29", "inferred"),
        ("2–3", "XXXX-05-02/XXXX-05-03", "2022-05-02/2022-05-03", "inferred"),
    ]
    assert [text[slice(*m.context[0])].casefold() for m in found] == ["april", "may"]


@pytest.mark.parametrize("heading", ["{}", "## {}", "{}\n===="])
def test_the_signs_of_its_headings_change_nothing_of_a_chronicle(heading):
    first, second = (heading.format(year) for year in (2018, 2019))
    text = f"{first}\n\nOn 22 January they buy it.\n\n{second}\n\nThey sell it (17 December).\n"
    found = [(str(m.when), m.basis) for m in find_dates(text, "2023-05-15") if m.context]
    assert found == [("2018-01-22", "stated"), ("2019-12-17", "stated")]


def test_a_sign_before_a_number_is_no_heading():
    assert not any(m.when for m in find_dates("It is of interest: see #2018 and # 2019 there."))


def test_a_name_that_is_a_month_lends_nothing_to_what_only_counts():
    text = "May\n\n1. Who she is\n2. What she says\n"
    assert not [m for m in find_dates(text, "2022-04-20") if m.when]


@pytest.mark.parametrize(
    "heading", ["Summer/Fall 2022", "Summer & Fall 2022", "Summer and Fall 2022"]
)
def test_two_seasons_of_a_heading_lend_their_months(heading):
    text = f"{heading}\n\n- May 16: begins\n- Oct. 3: ends\n"
    found = [(str(m.when), m.basis) for m in find_dates(text, "2021-11-20") if m.context]
    assert found == [("2022-05-16", "stated"), ("2022-10-03", "stated")]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "Spring 2023\n\nDay\tTopic\n1/16\tSets\nWed 1/18\tMaps\n2/6\tEnd\n",
            ["2023-01-16", "2023-01-18", "2023-02-06"],
        ),
        (
            "Course\n\n- 16/1: Sets\n- 18/1: Maps\n- 6/2: End\n",
            ["2022-01-16", "2022-01-18", "2022-02-06"],
        ),
    ],
)
def test_days_in_numbers_have_the_order_that_one_of_them_settles(text, dates):
    found = [m for m in find_dates(text, "2022-01-04") if "/" in m.text]
    assert [str(m.when) for m in found] == dates
    assert {m.basis for m in found} == {"stated" if "2023" in text else "inferred"}


@pytest.mark.parametrize(
    "text",
    [
        "Course\n\n- 6/1: Sets\n- 8/1: Maps\n- 6/2: End\n",  # nothing settles the order
        "Course\n\n- 16/1: Sets\n- 1/18: Maps\n- 6/2: End\n",  # two settle it otherwise
        "Course\n\n- 16/1: Sets\n- 18/1: Maps\n",  # two are no list
        "Course\n\n- 16/13: Sets\n- 18/14: Maps\n- 20/15: End\n",  # no months
        "They won 24/7, lost 3/4, and drew 1/16 of the time.",
    ],
)
def test_numbers_with_a_slash_that_settle_no_order_are_no_days(text):
    assert not find_dates(text, "2022-01-04")


def test_a_pair_of_numbers_without_a_month_in_it_is_no_day():
    text = "Course\n\n- 1/16: Sets\n- 1/18: Maps\n- 0/20: End\n"
    assert [m.text for m in find_dates(text, "2022-01-04")] == ["1/16", "1/18"]


@pytest.mark.parametrize(
    ("rows", "dates"),
    [
        ("6/8/2026|6/19/2026", ["2026-06-08/2026-06-19"]),
        ("8/6/2026|19/6/2026", ["2026-06-08/2026-06-19"]),
        ("6/8/2026|6/19/2026\nFair|8/5/2026|8/5/2026", ["2026-06-08/2026-06-19", "2026-08-05"]),
        ("6/8/2026|7/9/2026", [None, None]),
    ],
)
def test_two_columns_of_numbers_are_ranges_where_one_settles_the_order(rows, dates):
    text = f"Camp|First day|Last day\nSwim|{rows}\n"
    found = [m for m in find_dates(text, "2026-04-13") if "/" in m.text]
    assert [m.when and str(m.when) for m in found] == dates


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("DECEMBER 2025\n\n- 20 Dec-4 Jan: break\n", "2025-12-20/2026-01-04"),
        ("January 2026\n\n- 22 December - 9 January: holidays\n", "2025-12-22/2026-01-09"),
        ("AUTUMN TERM 2026\n\n- 19 December - 3 January: closed\n", "2026-12-19/2027-01-03"),
        ("October 2025\n\n- Mon 27 October to Fri 7 November: leave\n", "2025-10-27/2025-11-07"),
    ],
)
def test_a_range_that_begins_or_ends_in_the_month_above_has_its_year(text, expected):
    assert str(find_dates(text, None)[1].when) == expected


@pytest.mark.parametrize(
    "text",
    [
        "2025\n\n- 22 December - 2 January: closed\n",  # of two years
        "October 2025\n\n- Tue 27 October to Fri 7 November: leave\n",  # another weekday
        "May 2025\n\n- 24 May-3 April: show\n",  # nearly a year, or a slip
        "May 2025\n\n- 24 August-3 September: show\n",
    ],
)
def test_a_range_beside_what_stands_above_is_a_question(text):
    assert find_dates(text, None)[1].when is None


PROGRAMME = "09:00 Coffee\n09:30 Opening\n10:00 Talks\n"


@pytest.mark.parametrize(
    "head",
    [
        "Workshop on Bees\nHill College\n\nThursday 5 June 2025\nRoom 3\n\nVersion of 1 May 2025\n",
        "Workshop on Bees\n\nThursday 5 June 2025, Room 3\n\nSpeakers are asked to come early\n",
        "Workshop on Bees\n\nHill College\n\n5 June 2025\nRoom 3\n\nProgramme as at 1 May 2025\n",
        "Workshop on Bees\n\nDate: 5 June 2025\nVenue: Hill College\n\nProgramme\n",
        "Workshop on Bees\nHill College, 5 June 2025\n\nRegistration until 20 May 2025\n",
        "Workshop on Bees\nHill College, 5 June 2025\n\nDeadline for papers: 20 May 2025\n",
    ],
)
def test_the_day_of_a_programme_may_stand_among_the_first_lines(head):
    times = [mention for mention in find_dates(f"{head}\n{PROGRAMME}", None) if mention.time]
    assert [str(mention.when) for mention in times] == ["2025-06-05"] * 3


@pytest.mark.parametrize(
    "head",
    [
        "Workshop on Bees\n\nTuesday 3 June 2025, Rome\nWednesday 4 June 2025, Ostia\n",
        "Workshop on Bees\nTuesday 3 June 2025, Rome\nWednesday 4 June 2025, Ostia\n",
        "Two walks\n\nForest walk\n\n6 June 2025\nMeet at the old mill\n\nCoast walk\n",
        "To all members\n\nDate: 4 February 2025\nSubject: visit\n\nProgramme\n",
        "Workshop on Bees\n\nHill College\n\nOn 5 June 2025 nobody was there.\n\nProgramme\n",
        "Workshop on Bees\nRegistration until 20 May 2025\n",
    ],
)
def test_a_programme_has_no_day_where_the_first_lines_give_none_or_several(head):
    assert not [mention for mention in find_dates(f"{head}\n{PROGRAMME}", None) if mention.time]


def test_two_headings_alone_have_no_lines_below_them():
    assert [s.kind for s in Layout("# Fairs\n\n## Rome").sources(11)] == ["heading"]


@pytest.mark.parametrize(
    ("head", "entry", "expected"),
    [
        (
            "River Festival\nTimetable, May 2025 (issued 1 March 2025)\n",
            "3 Sat\tRace",
            "2025-05-03",
        ),
        ("Parish of St Anne\nDiary for March 2026\n", "Wed 4: Lent lunch", "2026-03-04"),
        ("Hillside Chess Club\nMay 2026\n", "- 3-5: Congress", "2026-05-03/2026-05-05"),
        ("Hillside Chess Club\nTournament calendar 2026\n", "7 March   Blitz", "2026-03-07"),
        ("Alby Rovers\nFixtures 2026\n", "- 7 March: Burn (home)", "2026-03-07"),
    ],
)
def test_a_line_below_the_title_names_the_month_or_the_year_of_a_list(head, entry, expected):
    for start in (head, head.replace("\n", "\n\n", 1)):
        text = f"{start}\n{entry}\n{entry}\n"
        assert expected in [str(mention.when) for mention in find_dates(text, "2024-09-01")]


@pytest.mark.parametrize(
    ("head", "entry"),
    [
        ("Hillside Museum\nFounded 1977\n", "- 3 May: opening"),
        ("Hillside Museum\nWinner of the prize for halls in May 2024\n", "Sat 3: opening"),
        ("Hillside Museum\nBudget calendar 2023\n", "- 3 May: opening"),
        ("Hillside Museum\nCalendar since 1977\n", "- 3 May: opening"),
        ("Hillside Museum\n3 May 2023\n", "- 30 April-4 May: closed"),
        ("Hillside Museum\nCalendar, May 2020\n", "- On 3 June we were all there to see it."),
    ],
)
def test_a_line_below_the_title_that_names_no_list_lends_nothing(head, entry):
    mentions = find_dates(f"{head}\n{entry}\n{entry}\n", "2024-09-01")
    assert not [mention for mention in mentions if mention.context]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Date\tWhat\nMarch/April 2026\tTrial\n4 May 2026\tFair\n", "2026-03/2026-04"),
        ("- Dec/Jan 2026: pause\n- 4 May 2026: fair\n", "2025-12/2026-01"),
        ("2026\n\nMay/June\n\n- 4 May: fair\n", "2026-05/2026-06"),
        ("- Trial in March/April 2026: boats\n", "None"),
        ("- 3 May 2026: boats, March/April 2026\n", "None"),
        ("The trial is in March/April 2026.\n", "None"),
        ("Date\tWhat\nMarch/May 2026\tTrial\n4 May 2026\tFair\n", "None"),
        ("Date\tWhat\nQ1/Q2 2026\tTrial\n4 May 2026\tFair\n", "None"),
        ("Date\tWhat\n5/6 June 2026\tTrial\n4 May 2026\tFair\n", "2026-06-05/2026-06-06"),
        ("Date\tWhat\n5/8 June 2026\tTrial\n4 May 2026\tFair\n", "None"),
        ("2026\n\n- 5/6 June: fair\n", "2026-06-05/2026-06-06"),
    ],
)
def test_what_stands_apart_with_a_stroke_is_the_time_from_one_to_the_next(text, expected):
    [mention] = [mention for mention in find_dates(text, None) if "/" in mention.text]
    assert str(mention.when) == expected


@pytest.mark.parametrize("words", ["Version 3.1 - 4.2.2025", "1.13-4.2.2025", "1.2.-4/2/2025"])
def test_a_number_before_a_dash_begins_no_range_of_days(words):
    assert [mention.text for mention in find_dates(words, None)][-1] == words[-8:]


SEASON = "Fixtures 2025/26"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            f"{SEASON}\n\n- 13 September: Alby\n- 20 December - 3 January: rest\n"
            "- 7 March: Burn\n- On Friday: tea\n",
            ["2025-09-13", "2025-12-20/2026-01-03", "2026-03-07"],
        ),
        (
            f"{SEASON}\n\nNovember\nSun 9: Ridge\n\nJanuary\n11 Sun Dale\n\nMay\n3 Sun Fen\n",
            ["2025-11", "2025-11-09", "2026-01", "2026-01-11", "2026-05", "2026-05-03"],
        ),
        (
            f"{SEASON}\n\n- 23 August: Alby\n- 4 October: Burn\n- 8 November: Cray\n",
            ["2025-08-23", "2025-10-04", "2025-11-08"],
        ),
        (f"{SEASON}\n\n- 10 January: Burn\n- 4 April: Cray\n", ["2026-01-10", "2026-04-04"]),
        (
            "Terms 2025/26\n\n5 Oct: start\n\nTerms 2026/27\n\n4 Oct: start\n",
            ["2025/2026", "2025-10-05", "2026/2027", "2026-10-04"],
        ),
        (
            "Concert season 2025-2026\n\nDate\tWhat\n20 Sept\tHaydn\n17 Jan\tBach\n9 May\tVerdi\n",
            ["2025/2026", "2025-09-20", "2026-01-17", "2026-05-09"],
        ),
    ],
)
def test_the_order_of_the_months_tells_the_year_of_a_season(text, expected):
    found = [str(mention.when) for mention in find_dates(text, None) if mention.when]
    assert found == expected


@pytest.mark.parametrize(
    "entries",
    [
        "- 13 September: Alby\n- 10 January: Burn\n",  # two, which may be in any order
        "- 13 April: Alby\n- 4 June: Burn\n- 8 September: Cray\n",
        "- 10 January: Alby\n- 4 June: Burn\n- 8 November: Cray\n",
        "- 10 August: Alby\n",
        "- 13 September: Alby\n- 10 January: Burn\n- 4 October: Cray\n- 7 March: Dell\n",
        "- 7 March: Alby\n- 10 January: Burn\n- 4 October: Cray\n",
        "- Mon 13 September: Alby\n- Mon 10 Jan: Burn\n- Mon 21 March: Cray\n",  # no such days
    ],
)
def test_the_year_of_a_season_is_a_question_where_no_order_tells_it(entries):
    mentions = find_dates(f"{SEASON}\n\n{entries}", None)[1:]
    assert mentions
    assert not [mention for mention in mentions if mention.when]


def test_years_with_a_dash_may_be_two_whole_ones():
    mentions = find_dates("Dates 2025-2026\n\n- 4 October: Burn\n- 8 November: Cray\n", None)
    assert not [mention for mention in mentions if mention.when]


def test_a_range_of_two_years_is_no_season():
    text = "August 2025 to December 2026\n\n- 13 September: Alby\n- 10 January: Burn\n- 7 March\n"
    found = [str(mention.when) for mention in find_dates(text, None)[1:]]
    assert found == ["None", "2026-01-10", "2026-03-07"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("March 2026\n7-8 Horse fair\n21 Egg market\n", ["2026-03-07/2026-03-08", "2026-03-21"]),
        ("Diary 2026\n\nMay:\n- 9th Moor\n- 10 (Sun) Fen\n", ["2026-05-09", "2026-05-10"]),
        (
            "*** MAY 2026 ***\n\nSat 9 – Moor\nSun 10 – Fen\n\nAll free.\n",
            ["2026-05-09", "2026-05-10"],
        ),
        ("May 2026\nSat 9: Moor\n\nJune 2026\nSun 14: Fen\n", ["2026-05-09", "2026-06-14"]),
        (
            "May 2026\n\n9 Moor\n10 Mill Lane fair\n20 Fen\n",
            ["2026-05-09", "2026-05-10", "2026-05-20"],
        ),
        (
            "May 2026\n\n9 Moor\n20 Fen on foot\n12 Heath\n",
            ["2026-05-09", "2026-05-20", "2026-05-12"],
        ),
    ],
)
def test_lines_below_a_month_begin_with_its_days(text, expected):
    days = [mention for mention in find_dates(text, None) if mention.context]
    assert [str(mention.when) for mention in days if len(str(mention.when)) > 7] == expected


@pytest.mark.parametrize(
    "text",
    [
        "March 2026\n\n1 Horse fair\n2 Egg market\n",  # counted
        "March 2026\n\n12 Horse fairs\n3 Egg markets\n",
        "March 2026\n\n12 Horse fairs\nEgg markets\n",
        "March 2026\n\n12 people came\n",
        "March 2026\n\n20 Euros per head\n35 Euros per pair\n",
        "April\n12 Years with us\n20 Awards won\n",
        "Fairs in March 2026\n\n12 Horses were sold\n",
        "March 2026\n\n7 pm Horse fair\n",
        "March 2026\n\n9 Fairs\n20 Egg markets\n12 Sheep\n",
        "March 2026\n\n9 Fair\n20 Market\n12 Sheep\n13 Ball\n12 Talk\n",
        "March 2026\n\n20 Fair\n28 Market\n4 Ball\n",  # of April, perhaps
        "March 2026\n\n12 Fair\n9 Market\n20 Ball\n",
        "March 2026\n\n0 Fair\n9 Market\n20 Ball\n",
        "March 2026\n\n10 Downing Street tour\n12 Angry Men\n20 Days in Mariupol\n",
    ],
)
def test_numbers_below_a_month_that_count_are_no_days(text):
    assert not [m for m in find_dates(text, None) if m.context and not m.time]


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Booth\t5 May 2025, 2 pm\t-\t19 June 2025, 2 pm", ["2025-05-05", "2025-06-19"]),
        ("Booth\t5 May 2025, 2 pm - 19 June 2025, 2 pm\tnone\tnone", ["2025-05-05/2025-06-19"]),
    ],
)
def test_a_cell_that_is_a_dash_joins_no_dates(row, expected):
    text = f"Item\tRound 1\tRound 2\tRound 3\n{row}\n"
    assert [str(mention.when) for mention in find_dates(text, None)] == expected


def test_the_cells_of_the_grid_of_a_month_that_begin_with_a_number_are_days():
    text = "School\n\nOctober 2025\n\nMon\tTue\tWed\n\t\t1\n6 Half-term\t7\t8 Photo day\n"
    found = [(m.text, str(m.when)) for m in find_dates(text, "2025-09-20") if m.context]
    assert found == [("6", "2025-10-06"), ("8", "2025-10-08")]


def test_a_weekday_settles_the_order_of_a_day_in_numbers():
    text = "Forum, October 2026\n\nDate\tWhat\nMon 10/5\tTalk\nTue 10/6\tWalk\n"
    found = [str(m.when) for m in find_dates(text, "2026-05-01")[1:]]
    assert found == ["2026-10-05", "2026-10-06"]


def test_numbers_below_a_head_for_numbers_are_no_days():
    text = "May 2026\n\nNo.\tWhat\tDue\n31/1\tDraft\t3\n31/2\tRoom\t4\n31/3\tReport\t5\n"
    assert [m.text for m in find_dates(text, "2026-05-01")] == ["May 2026"]


def test_what_opens_ends_with_its_deadline():
    text = "Call\tOpening\tDeadline\nMaps\t12/01/2027\t13/04/2027\n"
    (found,) = find_dates(text, "2026-12-02")
    assert str(found.when) == "2027-01-12/2027-04-13"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Talks 2026\n\nMonth\tDay\tTalk\nMarch\t4\tRoads\nMarch\t11\tBaths\n",
            ["2026-03-04", "2026-03-11"],
        ),
        (
            "Year\tMonth\tDay\tTalk\n2026\tMarch\t4\tRoads\n2027\tMay\t11\tBaths\n",
            ["2026-03-04", "2027-05-11"],
        ),
        (
            'Date\tTime\tTalk\n4 May 2025\t10:00\tRoads\n"\t12:00\tBaths\nditto\t14:00\tFood\n',
            ["2025-05-04"] * 3,
        ),
        ("4 May 2025\t10:00\tRoads\n\t12:00\tBaths\n\t14:00\tFood\n", ["2025-05-04"] * 3),
        (
            "| Date | Talk |\n|---|---|\n| 4 May 2025 | Roads |\n| same day | 12:00 Baths |\n",
            ["2025-05-04"] * 2,
        ),
    ],
)
def test_a_cell_takes_its_month_or_its_day_from_cells_beside_and_above_it(text, expected):
    days = [str(mention.when) for mention in find_dates(text, "2024-09-01") if mention.when]
    assert [day for day in days if len(day) == len("2025-05-04")] == expected


def test_signs_that_repeat_nothing_are_cells():
    rows = blocks('"\tOne\n"\tTwo\n')
    assert [row.cells[0] for row in rows] == [(0, 1), (6, 6)]
    assert blocks('4\t"\n5\t"\n')[1].cells[1] == (6, 7)


DECEMBER = "- 28 November: fair\n- 5 December: race\n"


@pytest.mark.parametrize(
    "heading",
    [
        "Est. 1977, River Mill\n\n## November 2025",
        "River Mill, fairs of 1977\n\n## November 2025",
        "River Mill, founded 1977",
    ],
)
def test_a_year_that_is_of_a_house_or_not_of_the_nearer_heading_is_lent_to_none(heading):
    last = find_dates(f"{heading}\n\n{DECEMBER}", "2025-10-01")[-1]
    assert last.text == "5 December"
    assert last.when is None or last.when.earliest.year == 2025


def test_the_number_of_an_item_is_no_day_of_the_month_after_it():
    text = "1. Next: steam\n2) 29 July 2025 – New\n3. March 1995 – Society\n"
    assert [m.text for m in find_dates(text, "2026-01-01")] == ["29 July 2025", "March 1995"]
    days = "12. March 1995 – Society\n13. March 1996 – End\n"
    assert [m.text for m in find_dates(days, "2026-01-01")] == ["12. March 1995", "13. March 1996"]


DIARY = (
    "\n\nOn 22 January the Friends buy the ruin for one euro.\n4 May: the roof falls in again.\n\n"
)


@pytest.mark.parametrize("years", ["2018\n====|2019\n====", "## 2018|## 2019", "**2018**|**2019**"])
def test_sentences_below_a_year_that_is_marked_as_a_heading_are_of_it(years):
    first, second = years.split("|")
    mentions = find_dates(f"The mill\n\n{first}{DIARY}{second}{DIARY}", "2023-05-15")
    found = [str(mention.when) for mention in mentions if mention.context]
    assert found == ["2018-01-22", "2018-05-04", "2019-01-22", "2019-05-04"]


@pytest.mark.parametrize(
    ("head", "days", "expected"),
    [
        ("Congress, October 5-7, 2026", ("Mon 10/5", "Tue 10/6"), ["2026-10-05", "2026-10-06"]),
        ("Congress, 5-7 October 2026", ("5/10", "6/10"), ["2026-10-05", "2026-10-06"]),
        ("Fairs\nCalendar 2026", ("Tue 3/10", "Wed 3/11"), ["2026-03-10", "2026-03-11"]),
        ("Fairs\nCalendar 2026", ("3/10", "3/11"), []),
        ("Fairs\nCalendar 2026", ("Mon 3/10", "Mon 3/11"), []),
        ("Congress, 5-7 October 2026", ("Mon 13/14", "14/15"), []),
    ],
)
def test_days_of_two_numbers_are_of_the_time_above_them_that_holds_them(head, days, expected):
    rows = "".join(f"{day}\t9:00\tTalk\n" for day in days)
    mentions = find_dates(f"{head}\n\nDate\tTime\tWhat\n{rows}", "2026-08-01")
    assert [str(m.when) for m in mentions if "/" in m.text and m.when] == expected


def test_a_house_that_is_founded_in_the_line_above_leaves_a_year_as_it_is():
    text = "2007   Club of friends founded\n2019   Reopened (Easter Sunday, 21 April)\n"
    assert str(find_dates(text, None)[-1].when) == "2019-04-21"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("c. 1998 – Volunteers clear the cutting", "1998~"),
        ("circa 1998 - 2004", "1998/2004"),
        ("c. 1998 to now", "1998/.."),
        ("## 2018", "2018"),
        ("Order # 2018", "None"),
        ("#2018", "None"),
    ],
)
def test_signs_beside_the_year_of_a_line(text, expected):
    assert str(find_dates(text, "2025")[-1].when) == expected


COUNTED = "1. Forum, 3 May 2024\n2. March 1995 - Club founded\n3. 4 June 1990 - Line opened\n"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (COUNTED, ["2024-05-03", "1995-03", "1990-06-04"]),
        (COUNTED * 2, ["2024-05-03", "1995-03", "1990-06-04"] * 2),
        ("1. May 2024 - Forum\n2. May 2024 - Fair\n", ["2024-05-01", "2024-05-02"]),
        ("4. March 1995 - Club\n7. Forum, 8 May 1996\n", ["1995-03-04", "1996-05-08"]),
    ],
)
def test_a_number_that_counts_the_items_of_a_list_is_no_day(text, expected):
    assert [str(mention.when) for mention in find_dates(text, None)] == expected


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("Monday 7 July 2025", "Tuesday 8 July", "2025-07-08"),
        ("### Monday 7 July 2025", "### Tuesday 8 July", "2025-07-08"),
        ("Monday 29 December 2025", "Friday 2 January", "2026-01-02"),
        ("Monday 7 July 2025", "8 July", "None"),
        ("Monday 7 July 2025", "Wednesday 8 July", "None"),
    ],
)
def test_the_second_of_two_days_takes_the_year_that_its_weekday_bears_out(first, second, expected):
    text = f"Summer school\n\n{first}\n\n- 9:00 Opening\n\n{second}\n\n- 9:30 Field\n"
    last = find_dates(text, "2025-01-10")[-1]
    assert (last.text, str(last.when)) == ("9:30", expected)


@pytest.mark.parametrize(
    ("week", "expected"),
    [
        ("Lunch, week commencing 3 February 2025", ["2025-02-03", "2025-02-07"]),
        ("Week of 5 February 2025", ["2025-02-03", "2025-02-07"]),
        ("Week ending 7 February 2025", ["2025-02-03", "2025-02-07"]),
        ("The weekend of 8 February 2025", []),
        ("Week of 3 February", []),
        ("Week of 31 November 2025", []),
    ],
)
def test_days_below_a_week_are_of_it(week, expected):
    mentions = find_dates(f"Menu\n\n{week}\n\n- Monday: pie\n- Friday: fish\n", "2025-01-10")
    assert [str(m.when) for m in mentions if m.context and m.text.endswith("day")] == expected


@pytest.mark.parametrize(
    ("note", "year"),
    [
        ("All dates 2026.", 2026),
        ("(all 2026)", 2026),
        ("All dates are in 2026, doors at 7.", 2026),
        ("All dates 2026 and all dates 2027.", 2025),
        ("All 2026 members are free.", 2025),
        ("The 2026 dates follow.", 2025),
    ],
)
def test_a_note_gives_the_year_of_all_dates(note, year):
    text = f"Date\tEvent\n8 Feb\tQuiz\n15 Feb\tDance\n\n{note}\n"
    found = [mention.when for mention in find_dates(text, "2025-01-10")[:2]]
    assert [str(when) for when in found] == [f"{year}-02-08", f"{year}-02-15"]


def test_a_note_on_all_dates_gives_no_year_to_sentences_or_below_another_year():
    text = (
        "2025\n\n- 8 Feb: quiz\n\nWe will meet again on 9 March, as we always do. All dates 2027.\n"
    )
    found = [str(mention.when) for mention in find_dates(text, "2025-01-10")]
    assert found == ["2025", "2025-02-08", "2025-03-09", "2027"]


def test_what_was_founded_in_the_row_above_is_not_of_the_year_of_the_next():
    text = (
        "2007   Association founded\n2019   Reopening (21 April)\n2021   Hall built\n2022   Fair\n"
    )
    found = [str(m.when) for m in find_dates(text, "2023-03-01")]
    assert found == ["2007", "2019", "2019-04-21", "2021", "2022"]
    assert [bool(m.context) for m in find_dates(text, "2023-03-01")].count(True) == 1


@pytest.mark.parametrize(
    ("day", "later", "last"),
    [
        ("Day 1 – Tuesday, 4 June 2024", "Day 2", None),
        ("Tuesday, 4 June 2024", "Following morning", None),
        ("Tuesday, 4 June 2024", "The second day: posters", None),
        ("Tuesday, 4 June 2024", "Day 2 – 5 June 2024", "2024-06-05"),
        ("Tuesday, 4 June 2024", "Daylight", "2024-06-04"),
        ("Tuesday, 4 June 2024", "Session 2", "2024-06-04"),
    ],
)
def test_the_heading_of_a_later_day_ends_the_day_above(day, later, last):
    text = f"{day}\n\n- 9:00 Opening\n\n{later}\n\n- 10:30 Closing\n"
    times = {m.text: str(m.when) for m in find_dates(text, "2024-05-02") if m.time}
    assert times == {"9:00": "2024-06-04", **({"10:30": last} if last else {})}


def test_a_later_day_directly_below_its_date_is_that_day():
    text = "Camp\n\nTuesday, 4 June 2024\n\nDay 2\n\n- 9:00 Opening\n"
    assert told(text, "2024-05-02")[-1][0] == "9:00 = 2024-06-04 09:00"


def test_a_later_day_is_of_the_year_of_a_stretch_of_days():
    text = "Camp, 4-5 June 2024\n\nDay 1\n\n- Walk\n\nDay 2\n\n- Wednesday: end\n"
    assert told(text, "2024-05-02")[-1][0] == "Wednesday = 2024-06-05"


def test_a_later_day_ends_none_where_no_day_stands_above():
    text = "Camp\n\nDay 1\n\n- 9:00 Walk\n\nDay 2\n\n- 5 June 2024: end\n"
    assert told(text, "2024-05-02")[-1][0] == "5 June 2024 = 2024-06-05"


@pytest.mark.parametrize("head", ["Conference 4-5 June 2024", "Conference\n\n4-5 June 2024"])
def test_a_weekday_that_is_not_among_the_days_above_is_a_question(head):
    text = f"{head}\n\nTuesday\n\n- 9:00 Opening\n\nThursday\n\n- 10:30 Excursion\n"
    assert ("Thursday", ["2024-06-06"]) in questions(text, "2024-05-02")
    assert not [m for m in find_dates(text, "2024-05-02") if m.when and m.start > text.index("Th")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Fire in May\n1945 Reopened", "1945"),
        ("Fire on 3 May\n1945: Reopened", "1945"),
        ("Fire in May\n1945 – Reopened", "1945"),
        ("Fire in May\n1945 and again in June", "1945-05"),
        ("Saturday 3 May\n2025 Osh", "2025-05-03"),
    ],
)
def test_a_year_with_which_an_entry_begins_is_not_that_of_the_line_above(text, expected):
    stated = [str(m.when) for m in find_dates(text, "2024-05-02") if m.basis == "stated"]
    assert stated == [expected]


@pytest.mark.parametrize(
    ("text", "friday"),
    [
        ("Week of 3 February\n\n- A talk on Friday\n", None),
        ("Camp, 3-7 February\n\nFriday\n\n- Walk\n", None),
        ("Camp, February to March\n\nWe met on Friday.\n", "2025-01-17"),
        ("Camp, February to March\n\n- We met on Friday\n", "2025-01-17"),
        ("Camp 2025\n\n- We met on Friday\n", "2025-01-17"),
        (
            "Week of 3 February\n\nWe met the press on Friday and told it of the fair.\n",
            "2025-01-17",
        ),
    ],
)
def test_a_weekday_below_a_week_without_a_year_is_not_of_the_week_of_publication(text, friday):
    [found] = [m for m in find_dates(text, "2025-01-20") if m.text == "Friday"]
    assert (found.when and str(found.when), found.candidates == ()) == (friday, friday is None)
