"""Whole documents of several layouts, and the events that a person would want of each."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events import draft_release, read_html
from cica_events.finding.english import ARTICLES, SUBJECTS, WEAK

RELEASE = """Ministry of Water opens a dam at Toktogul

OSH, 1 March 2024 – The Ministry of Water on Friday opened a new dam at Toktogul.

Construction had started in May 2018 and cost 120 million dollars. The dam supplies 40,000
households, the minister, Azat Bekov, said. A second turbine is to be ready by 30 September 2024.

The ministry will hold a hearing on 15 March 2024 at the Town Hall, Osh.

"Our fathers dreamed of this dam," said Mr Bekov, who was appointed in January 2024.

Notes: the Water Act of 1996 was amended on 12 December 2022.

© 2024
"""
PROGRAMME = """SUMMER SCHOOL ON COASTAL ECOLOGY

Monday 7 July 2025
- 9:00 Registration, Main Hall
- 10:30 - 12:00 Lecture: Dunes and tides (Prof. A. Lind)
- 12:00 Lunch

Tuesday 8 July 2025
- 9:00 Lecture: Lagoons
- 12:00 Lunch
- 14:00 Field trip to the lagoon

Applications are due on 15 April 2025.
"""
EXHIBITIONS = """Exhibitions

Glass and Light
14 March – 29 June 2025

Letters Home: Photographs by E. Moreau
Until 5 May 2025

Floating Houses
Opens 20 September 2025

The museum is closed on 25 December.
"""
TABLE = """Event\tWhen\tWhere\tContact
Annual General Meeting\t12 May 2025, 18:00\tLibrary, Room 2\tJ. Doe
Committee elections\t2 June 2025\tonline\tJ. Doe
Boat race\t21-22 June 2025\tLower Quay\tB. Roe
"""
MINUTES = """Board of Trustees

Held: 14 October 2024, 10:00, Boardroom

1. The chair welcomed Ms Adeyemi, who joined the board on 1 September 2024.

2. The accounts for 2023 were approved. The auditor will report by 31 January 2025.

3. Works on the east wing began on 2 September 2024 and should be finished in March 2025.
"""
QUESTIONS = """Frequently asked questions

When does registration open?

It opens on 1 February 2025 and closes on 15 March 2025.

Where is the conference?

It takes place on 10 June 2025 at the Hotel Riva.

Who organised the 2023 conference?

The University of Zadar.
"""

MOVES = """Board meetings in 2025

No. | Meeting | Announcement |
1 | 28 January 2025 | 29 January 2025 |
2 | 21 May 2025 (previously scheduled for 27 May 2025)* | 22 May 2025 |
"""
DAYS = """Academic calendar - Fall 2027

Oct 14-15
Thu-Fri
Midterms

Oct 20
Wed
Classes resume
"""
DIARY = """The president's week

Saturday 12 September 2020
09.00 Presentation of letters

Tuesday 15 September 2020
Visit to Greece (local time)

12.45 Meeting with the mayor
14.00 Press conference

Visit to Malta
17.00 Dinner

Programme of the forum
Date: Friday, 18 September 2020

8:30 AM\tBreakfast
9:00 AM\tKeynote

The forum has a page.
"""
TIMETABLE = """--- Monday, 8 June 2026 ---

10 a.m. to 1 p.m.
    Item 1. Report of the experts
1.15 p.m. to 2.45 p.m.
    Side event: Rain from above
3 p.m. to 6 p.m.
    Item 2. General debate

--- Tuesday, 9 June 2026 ---

10 a.m. to noon
    Item 3. Adoption of the text
12.30 p.m.
    Press briefing, Press Room III
"""
AGENDA = """Regional Water Dialogue
Draft agenda

Tuesday, 11 June 2024

- Registration of participants
- Opening session
- Venue: Hall B
- Reception (cancelled)

Wednesday, 12 June 2024

• 09:30 Early warning
- Talk by Ann Other
• 11:00 Finance
• Adoption of the text

Thursday, 13 June 2024

- Farewell

Delegates confirm that they will come.
"""
CHRONICLE = """The Museum

1978

Association founded

1985

- 15 June: first steam day
- Locomotive arrives from Ghent

Since 1990
Night trains

1993
On 3 May the hall is shut

1999

It was a quiet year.

2009

Hall reopened

Roof repaired

2014

- Fair, 3 May 2014
"""
ONE_DAY = """Local History Society
Conference on mills

Saturday 18 October 2025

10:00 Welcome
11:00 Coffee
"""
DAYS_AND_DATES = """# Water Forum 2024

**Where:** Town Hall, Osh
**When:** 3-4 June 2024

### Day 1 – Monday 3 June

- **9:00–9:30** Registration
- Poster session, all day

### Day 2 – Tuesday 4 June

- **12:00** Farewell
"""
MATCHES = """Fixtures

Saturday, 9 August 2025
Hexley v Northvale (15:00)
Marston v Bray (17:30)

Sunday, 10 August 2025
Dunmore v Alby – 14:00
"""
FIXTURES = """Group stages

Thursday 14 June 2018

Russia vs Saudi Arabia - Moscow - 4pm - ITV

Friday 15 June 2018

Egypt vs Uruguay - 1pm - BBC
Morocco vs Iran - 4pm - ITV
"""
TALKS = """Lectures of 2025

September 9
Ann Other, Director of Affairs
“Strengthening the Local Museum”
Location: Conference Room 4

October 14
Bo Rees, Ph.D.
“Forgotten Worlds, Lost Texts?”
Location: online
"""
TRACKS = """Research Track

Abstracts\t7 March 2016
Camera ready\t6 May 2016

Industry Track

Papers\t7 March 2016
Camera ready\t6 May 2016

Key dates

Last day to add 6 September 2016
Last day to drop (no grade) 6 September 2016
"""
LABELLED = """Submission

The conference will run from 12 to 17 July 2025 as follows:

- The first lecture is on Saturday 12 July.

Papers due: 2 March 2025, 5:00pm PT
Demo papers due: 2 March 2025, 5:00pm PT
Notification: 8 May 2025, 11:59 PM (AOE)
"""


def drafted(text, published):
    """The events of a text, a line for each: date, kind, title, place."""
    return [
        f"{event.when} | {event.kind} | {event.title} | {event.place or '-'}"
        for event in draft_release(text, published).events
    ]


@pytest.mark.parametrize(
    ("text", "published", "expected"),
    [
        pytest.param(
            RELEASE,
            "2024-03-01",
            """
            2024-03-01 | opening | Ministry of Water opened a new dam at Toktogul | Toktogul
            2018-05 | event | Construction had started and cost 120 million dollars | -
            2024-09-30 | deadline | Second turbine is to be ready | -
            2024-03-15 | meeting | Ministry will hold a hearing at the Town Hall | Town Hall, Osh
            2024-01 | event | Mr Bekov was appointed | -
            2022-12-12 | event | Notes: the Water Act of 1996 was amended | -
            """,
            id="release",
        ),
        pytest.param(
            PROGRAMME,
            "2025-03-01",
            """
            2025-07-07 | event | Registration | Main Hall
            2025-07-07 | course | Lecture: Dunes and tides | -
            2025-07-07 | event | Lunch, 7 July 2025 | -
            2025-07-08 | course | Lecture: Lagoons | -
            2025-07-08 | event | Lunch, 8 July 2025 | -
            2025-07-08 | visit | Field trip to the lagoon | -
            2025-04-15 | deadline | Applications are due | -
            """,
            id="programme",
        ),
        pytest.param(
            EXHIBITIONS,
            "2025-03-01",
            """
            2025-03-14/2025-06-29 | exhibition | Glass and Light | -
            2025-05-05 | exhibition | Letters Home: Photographs by E. Moreau | -
            2025-09-20 | opening | Floating Houses opens | -
            """,
            id="exhibitions",
        ),
        pytest.param(
            TABLE,
            "2025-04-01",
            """
            2025-05-12 | meeting | Annual General Meeting | Library, Room 2
            2025-06-02 | election | Committee elections | -
            2025-06-21/2025-06-22 | event | Boat race | Lower Quay
            """,
            id="table",
        ),
        pytest.param(
            MINUTES,
            "2024-10-15",
            """
            2024-10-14 | meeting | Board of Trustees | Boardroom
            2024-09-01 | event | Ms Adeyemi joined the board | -
            2025-01-31 | deadline | Auditor will report | -
            2024-09-02 | event | Works on the east wing began | -
            2025-03 | event | Works on the east wing should be finished | -
            """,
            id="minutes",
        ),
        pytest.param(
            QUESTIONS,
            "2025-01-05",
            """
            2025-02-01 | opening | Registration opens | -
            2025-03-15 | deadline | Registration closes | -
            2025-06-10 | conference | Conference takes place at the Hotel Riva | Hotel Riva
            """,
            id="questions",
        ),
        pytest.param(
            MOVES,
            "2025-01-02",
            """
            2025-01-28 | meeting | Meeting, 28 January 2025 | -
            2025-01-29 | statement | Announcement, 29 January 2025 | -
            2025-05-21 | meeting | Meeting, 21 May 2025 | -
            2025-05-22 | statement | Announcement, 22 May 2025 | -
            """,
            id="days that were moved",
        ),
        pytest.param(
            DAYS,
            "2027-03-01",
            """
            2027-10-14/2027-10-15 | event | Midterms | -
            2027-10-20 | course | Classes resume | -
            """,
            id="weekdays on lines of their own",
        ),
        pytest.param(
            LABELLED,
            "2025-01-02",
            """
            2025-07-12/2025-07-17 | conference | Conference will run | -
            2025-07-12 | course | First lecture | -
            2025-03-02 | deadline | Papers due | -
            2025-03-02 | deadline | Demo papers due | -
            2025-05-08 | publication | Notification | -
            """,
            id="labels",
        ),
        pytest.param(
            TRACKS,
            "2016-01-20",
            """
            2016-03-07 | deadline | Abstracts | -
            2016-05-06 | deadline | Camera ready, Research Track | -
            2016-03-07 | deadline | Papers | -
            2016-05-06 | deadline | Camera ready, Industry Track | -
            2016-09-06 | deadline | Last day to add | -
            2016-09-06 | deadline | Last day to drop | -
            """,
            id="lists of two things",
        ),
        pytest.param(
            TALKS,
            "2025-08-01",
            """
            2025-09-09 | course | Strengthening the Local Museum | Conference Room 4
            2025-10-14 | course | Forgotten Worlds, Lost Texts? | -
            """,
            id="titles in quotation marks",
        ),
        pytest.param(
            DIARY,
            "2020-09-11",
            """
            2020-09-12 | event | Presentation of letters | -
            2020-09-15 | meeting | Meeting with the mayor | -
            2020-09-15 | statement | Press conference | -
            2020-09-15 | event | Dinner | -
            2020-09-18 | event | Breakfast | -
            2020-09-18 | event | Keynote | -
            """,
            id="a day, a line, and times",
        ),
        pytest.param(
            TIMETABLE,
            "2026-05-12",
            """
            2026-06-08 | event | Item 1. Report of the experts | -
            2026-06-08 | event | Side event: Rain from above | -
            2026-06-08 | meeting | Item 2. General debate | -
            2026-06-09 | event | Item 3. Adoption of the text | -
            2026-06-09 | statement | Press briefing | Press Room III
            """,
            id="times on lines of their own",
        ),
        pytest.param(
            AGENDA,
            "2024-05-12",
            """
            2024-06-11 | event | Registration of participants | -
            2024-06-11 | meeting | Opening session | -
            2024-06-12 | event | Adoption of the text | -
            2024-06-12 | event | Early warning | -
            2024-06-12 | event | Finance | -
            2024-06-13 | event | Farewell | -
            """,
            id="entries without a time below a day",
        ),
        pytest.param(
            CHRONICLE,
            "2024-05-12",
            """
            1978 | event | Association founded | -
            1985 | event | Locomotive arrives from Ghent | -
            1985-06-15 | event | First steam day | -
            1990 | event | Night trains | -
            1993-05-03 | event | Hall is shut | -
            1999 | event | Quiet year | -
            2009 | opening | Hall reopened | -
            2009 | event | Roof repaired | -
            2014-05-03 | exhibition | Fair | -
            """,
            id="entries without a date below a year",
        ),
        pytest.param(
            ONE_DAY,
            "2025-05-12",
            """
            2025-10-18 | conference | Conference on mills | -
            2025-10-18 | event | Welcome | -
            2025-10-18 | event | Coffee | -
            """,
            id="a day that is all of the text's",
        ),
        pytest.param(
            DAYS_AND_DATES,
            "2024-05-12",
            """
            2024-06-03/2024-06-04 | conference | Water Forum 2024 | Town Hall, Osh
            2024-06-03 | meeting | Poster session, all day | -
            2024-06-03 | event | Registration | -
            2024-06-04 | event | Farewell | -
            """,
            id="days that are counted, below those of all",
        ),
        pytest.param(
            MATCHES,
            "2025-05-12",
            """
            2025-08-09 | event | Hexley v Northvale | -
            2025-08-09 | event | Marston v Bray | -
            2025-08-10 | event | Dunmore v Alby | -
            """,
            id="times at the end of lines directly below their day",
        ),
        pytest.param(
            FIXTURES,
            "2018-05-24",
            """
            2018-06-14 | event | Russia vs Saudi Arabia - Moscow - ITV | -
            2018-06-15 | event | Egypt vs Uruguay - BBC | -
            2018-06-15 | event | Morocco vs Iran - ITV | -
            """,
            id="times at the end of lines",
        ),
    ],
)
def test_a_document_gives_the_events_that_a_person_would_want(text, published, expected):
    assert drafted(text, published) == [line.strip() for line in expected.strip().splitlines()]


def test_a_day_in_the_first_lines_of_a_page_is_that_of_the_gathering():
    page = "<h1>Symposium on ice</h1><p>Old Institute, Osh</p><p><b>3 June 2024</b><br>Entry: free"
    page += (
        "</p><dl><dt>9.00</dt><dd>Welcome</dd><dt>10.00</dt><dd>Talk<br>(Dr Ann Other)</dd></dl>"
    )
    events = [event.title for event in draft_release(read_html(page), "2024-05-01").events]
    assert events == ["Symposium on ice", "Welcome", "Talk"]


LINES = st.sampled_from(
    [
        *("Agenda", "2024", "", "", "Key dates:", "3 May 2024", "- 4 June 2024: Opening", "Opens"),
        *("- 10:00 Welcome, Hall B", "Date | Event", "3 May 2024 | Fair", "| 5 May 2024 | Fair |"),
        *("The forum opens on 3 May 2024, he said.", "It met (2019) and left in 2020.", "12 May –"),
        *("OSH, 5 May 2024 – It rained and rained in Osh that day.", "Venue: Town Hall", "of the"),
        *("Deadline: 5 May 2024 (tbc)", "Who is it?", "© 2024", "and 5 May 2024 " * 30),
    ]
)


def test_a_title_holds_no_part_of_a_date_at_the_edge_of_what_is_looked_at():
    line = "and 5 May 2024 " * 30
    titles = [event.title for event in draft_release(f"{line}\n{line}", "2024-04-01").events]
    assert titles == ["5 May 2024"]


@given(st.lists(LINES, max_size=30).map("\n".join))
def test_whatever_the_layout_titles_are_whole_and_unlike_each_other(text):
    draft = draft_release(text, "2024-04-01")
    titles = [event.title for event in draft.events]
    assert len({title.casefold() for title in titles}) == len(titles)
    for title in titles:
        words = re.findall(r"[\w'’]+", title.casefold())
        assert len(title) <= 90
        assert "…" not in title
        is_exempt = len(words) == 1 or "?" in title
        assert is_exempt or words[0] not in (WEAK | ARTICLES) - SUBJECTS
        assert title[-1] not in ",;([{"
    assert draft == draft_release(text, "2024-04-01")


@given(st.lists(LINES, max_size=30).map("\n".join))
def test_no_id_is_made_of_numbers_and_weekdays(text):
    for event in draft_release(text, "2024-04-01").events:
        words = event.id.split("-")
        assert not words[0].isdigit()
        assert not {"monday", "am", "pm"} & set(words)
