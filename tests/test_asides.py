"""Dates that are no events, each with its reason."""

import pytest

from cica_events import draft_release, find_dates, parse_edtf
from cica_events.asides import why_no_event
from cica_events.structure import block_at

PUBLISHED = parse_edtf("2024-06-03")


def reasons(text):
    """For each date of a text why it is no event, or None."""
    return [
        why_no_event(text, block_at(text, m.start), m.start, m.end, m.when, PUBLISHED)
        for m in find_dates(text, PUBLISHED)
        if m.when is not None
    ]


def paragraph(words):
    return f"{words} and of some other things that somebody said there."


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("Last updated: 11 March 2024", "the date of the text itself"),
        ("Circular of 20 January 2024", "the date of the text itself"),
        ("Press release\n\n3 June 2024\n\nIt rained.", "the date of the text itself"),
        (paragraph("3 June 2024 – The forum spoke of rain"), "the date of the text itself"),
        (paragraph("OSH, 5 May 2024 – The forum spoke of rain"), "the date of the text itself"),
        ("It is old.\n\n© 2019–2024 The Forum", "the year of a copyright notice"),
        (paragraph("OSH (5 May 2024) – The forum spoke of rain"), "the date of the text itself"),
        ("FOR IMMEDIATE RELEASE: 5 May 2024\n\nIt rained.", "the date of the text itself"),
        ("5 May 2024 | For immediate release\n\nIt rained.", "the date of the text itself"),
        ("He died in 1999.", "years of a life"),
        ("He died on 3 May 2024.", None),
        ("Press summary, 5 May 2024\n\nIt rained.", "the date of the text itself"),
        ("From: A\nDate: Mon, 3 June 2024\nSubject: rain", "in the head of a message"),
        ("It follows the Resolution of 3 May 2010.", "the date of a document that is named"),
        ("See Law No. 5 of 2 June 1999.", "the date of a document that is named"),
        ("_Last updated 3 May 2024._", "the date of the text itself"),
        ("Circulated 2024-05-03 as N 418", "the date of the text itself"),
        ("No. 7/2024        Dated: 3 May 2024", "the date of the text itself"),
        ("Programme, as of 3 June 2024", "the date of the text itself"),
        ("> On Fri, May 31, 2024 at 9:03 AM, Bo wrote:", "in the head of a message"),
        ("Bo (born Osh, 1991) paints.", "years of a life"),
        ("Open to those born on or before 31 May 2014.", "years of a life"),
        ("Glass from 1920 to 1960 is shown.", "the period of works or of holdings"),
        ("It shows churches built between 1250 and 1450.", "the period of works or of holdings"),
        ("It is in the customs house of 1887.", "the period of works or of holdings"),
        ("- 19:00 Ride on the tram of 1937 (tbc)", "the period of works or of holdings"),
        ("Balance at 30 May 2024: £4,210.35. It rained.", "the period of a figure"),
        ("Board events 2025\n\nThey follow.", "part of a name"),
        ("Town Council\n2026 SESSIONS AND CLOSURES\n\nThey follow.", "part of a name"),
        ("- Papers: 3 May 2024 (extended to noon)", "the words say that it was moved from then"),
        ("- Papers: 3 May 2024 → later", "the words say that it was moved from then"),
        ("- Papers: none yet (was: 3 May 2024)", "the words say that it was moved from then"),
        ("3 May 2024 | Fair (moved to autumn)", "the words say that it was moved from then"),
        ("3 May 2024 | Fair (POSTPONED, see below)", "the words say that it was moved from then"),
        ("- 3 May 2024 – CANCELLED", "the words say that it will not take place"),
        ("- Posters ..... cancelled: 3 May 2024", "the words say that it will not take place"),
        ("3 May 2024\nCANCELLED: the dinner", "the words say that it will not take place"),
        ("The rules of 2016 no longer apply.", "the date of a document that is named"),
        ("They approved the minutes of 16 April.", "the date of a document that is named"),
        ("Its author (b. 1947) paints.", "years of a life"),
        ("Ann Other (1901–1987) painted.", "years of a life"),
        ("Ann van der Other (1901–1987) painted.", "years of a life"),
        ("RAIN'2023 took place.", "part of a name"),
        ("- Papers: ~~3 May 2024~~", "struck out"),
        ("We show drawings from 1969.", "the period of works or of holdings"),
        ("The calendar for 2025 is not out.", "the period that something covers"),
        ("It had its best year since 2008.", "what something is compared with"),
        ("Dated this 28th day of May 2024", "the date of the text itself"),
        ("Done at Osh, this 3 June 2024", "the date of the text itself"),
        ("The budget for 2025 is not out.", "the period that something covers"),
        ("Profit for the six months ended 30 June 2024 grew.", "the period that something covers"),
        (
            paragraph("Osh, 3 June 2024 (WCN). The forum spoke of rain"),
            "the date of the text itself",
        ),
        ("Schedule for Academic Year 2024-2025", "the period that something covers"),
        ("It follows the 2024 template.", "part of a name"),
        ("2022 Database Conference\n\nIt is soon.", "part of a name"),
        ("NEWS\n\nForum adopts 2024 programme\n\nIt is long.", "part of a name"),
        ("Next year's congress is not yet planned.", "part of a name"),
        ("NEWS\nOsh, 3 June 2024\n\nIt rained.", "the date of the text itself"),
        ("Osh, 3 June 2024. It rained there.", "the date of the text itself"),
        ("Publishing date: 3 June 2024\nContent: news", "the date of the text itself"),
        ("| May 2024 | |\n| x | y |", "the period that something covers"),
        ("Board | June | July\nPlanning | 9 | 14", "the head of a column"),
        ("In 2023 we welcomed 41,000 guests.", "the period of a figure"),
        ("Exports rose by 5 percent in 2021.", "the period of a figure"),
        ("Balance at 3 May 2024: £1,200.50", "the period of a figure"),
        ("They set quotas for the fishing year 2025.", "the period that something covers"),
        ("The deficit for 2022 is small.", "the period that something covers"),
    ],
)
def test_a_date_that_is_no_event_is_set_aside_with_its_reason(text, reason):
    assert reasons(text) == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "We show Ann Other (3 May - 9 June 2024) in Hall B.",
        "12 March 2019 – Foundation stone laid",
        "Full papers 3 May 2024",
        "Museum opens in 2026 after all\n\nIt is late.",
        "Conference dates\t2 May - 4 May 2024",
        "Applications are open until 15 April.",
        "Deadline for papers\t3 May 2024",
        "The forum opened on 3 June 2024.",
        "Osh, 5 May 2024 – First Summit\nOsh, 6 May 2024 – Second Summit",
        "The museum was founded in 1931.",
        "The forum met today.",
        "1,200 people came.\n\nThe forum met in 2019.",
        "Name | Date\nReport | 2 May 2024",
        "Signed on 3 May 2010 in Osh",
        "Saturday's game is sold out.",
        "Next month's summit is in Osh.",
        "It adopted\n\n2025 Olympiad",
        "Visit | May 2024\nThey follow.",
        "Section\tOpens\nNight works\t1-12 June 2024\nNew plan\tJune 2024\n",
        "Visit | May 2024 | Osh\nTalks | 3 May 2024 | Velm",
    ],
)
def test_these_may_be_events(text):
    assert set(reasons(text)) == {None}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("FOR IMMEDIATE RELEASE\nMay 14, 2024\n\nIt rained.", "the date of the text itself"),
        ("Rain in Osh\n\nFor release\n14 May 2024\n\nIt rained.", "the date of the text itself"),
        ("Rules of the Club\nVersion: 14 May 2024\n\nThey are.", "the date of the text itself"),
        ("Plan\nCorrect as of 14 May 2024", "the date of the text itself"),
        ("Overview, as of 17 May 2024 (all hours in EEST)", "the date of the text itself"),
        ("Ref: DOSW/0402 dt. 18.05.2024", "the date of a document that is named"),
        ("They wrote in a letter dated 18 May 2024.", "the date of a document that is named"),
        ("The audit for the year to 28 February 2024 is done.", "the period that something covers"),
        ("Turnover for the quarter to 31 March 2024 is up.", "the period that something covers"),
        ("Photo of the month: July 1911, unknown", "the period of works or of holdings"),
        ("Picture taken on 3 May 2024 by Ann", "the period of works or of holdings"),
        ("Entries from 2004-2012 will be kept.", "the period of works or of holdings"),
        ("MINUTES OF MEETING NO. 7 OF 2024", "part of a number, a reference or a document symbol"),
        ("They heard Case 12 of 2023.", "part of a number, a reference or a document symbol"),
        ("Results for July's samples were mailed.", "part of a name"),
        ("In 2023, 212 units were collected.", "the period of a figure"),
        ("Q4. Is the help desk open in summer?", "in a question"),
        ("How many toys were listed on 3 May 2024?", "in a question"),
        ("3 May 2024 | Film show (deferred)", "the words say that it was moved from then"),
        ("- 3 May 2024: Talk (put off until autumn)", "the words say that it was moved from then"),
        ("- 3 May 2024: Talk (delayed owing to rain)", "the words say that it was moved from then"),
        ("3 May 2024\nPOSTPONED: the dinner", "the words say that it was moved from then"),
        ("3 May 2024 | Talk (scrapped)", "the words say that it will not take place"),
        ("(2020: Forum - not held, rain)", "the words say that it will not take place"),
        ("Embargoed until 00:01, 12 June 2024", "the date of the text itself"),
        ("It is old. Compiled by J. Orr, March 2024.", "the date of the text itself"),
        ("Approved: ______ Date: 1 April 2024", "the date of the text itself"),
        ("Document N 412, circulated 21 May 2024", "the date of a document that is named"),
        ("Replaces the list of 1 May 2024.", "the words say that it was moved from then"),
        ("10 May 2024\tCourse\tpostponed to autumn", "the words say that it was moved from then"),
        (
            "It is held in lieu of that of 2 July 2024",
            "the words say that it was moved from then",
        ),
        ("The walk rained off in May is back.", "the words say that it was moved from then"),
        ("Fair (rain date: 13 July 2024)", "the words say that it was moved from then"),
        ("Fees (year to 30 September) are due.", "the period that something covers"),
        ("Figures for 2023/24 are on the web.", "the period that something covers"),
        ("Plot 17 (vacant since 2023) is free.", "the period that something covers"),
        ("Models of storms (e.g. 1953) are shown.", "the period that something covers"),
        ("- 11:00 Lecture: Wrecks of 1850-1860", "the period that something covers"),
        ("Notes: none. Photo taken 3 May 2024.", "the period of works or of holdings"),
        ("The shed built in 1962 is new.", "the period of works or of holdings"),
        ("Club founded 1974.", "the period of works or of holdings"),
        ("Rules of Racing, 2023 edition.", "part of a name"),
        ("Fair\n\nOsh Club / posted 19 May 2024", "the date of the text itself"),
        ("Page last changed: 14 May 2024", "the date of the text itself"),
        ("It rained.\n\nSigned 3 May 2024: Secretary", "the date of the text itself"),
        ("Fair in town\n\nOsh, 3 June 2024\n\nSoon.", "the date of the text itself"),
        ("Staff in 2018: 23. It rains.", "the period of a figure"),
        ("It made 5 lakh of them in 2023.", "the period of a figure"),
        ("Minutes\nCirculated 3 May 2024 as N 418", "the date of the text itself"),
        ("Moot Hall (rebuilt 1879) is shut.", "the period of works or of holdings"),
        ("She paints the winters of 1985.", "the period of works or of holdings"),
        ("She painted every day from 1956 on.", "the period that something covers"),
        ("University\nAcademic structure 2026/27\n\nIt is.", "part of a name"),
        ("The highway 2011 is shut.", "part of a number, a reference or a document symbol"),
        ("- Papers: 20 May 2024 / NEW: later", "the words say that it was moved from then"),
        ("Diary\nKept by the Friends (3 June 2024)\n\nIt rains.", "the date of the text itself"),
        ("We had 112 calls in April 2024.", "the period of a figure"),
        ("Minutes approved 24 May 2024", "the date of a document that is named"),
        ("They honour the Class of 2025.", "the period of works or of holdings"),
        ("Carol CD (recorded 2004) is out.", "the period of works or of holdings"),
        ("Our page, last edit 11 May 2024", "the date of the text itself"),
        ("Fair\n\nQuilts of the Towns, 1870-1940", "the period of works or of holdings"),
        ("Museum\nProgramme | Summer 2025\n\nIt is.", "part of a name"),
        ("Box office shut. Seats for 2025: 1,140.", "the period of a figure"),
        ("Snowmobile trail 2020 is open.", "part of a number, a reference or a document symbol"),
        ("Snow depth 27.05.2024 06:00: 31 cm", "the period of a figure"),
        ("In 2023 they ate 14 tonnes of fish.", "the period of a figure"),
        ("It carried 1,94,000 people in 2023.", "the period of a figure"),
        ("The barometer in the hall is from 1902.", "the period of works or of holdings"),
        ("Workshop pieces 1880-1914", "the period of works or of holdings"),
        (
            "LAST COIN\ncancelled (12 May – 2 June 2024)",
            "the words say that it will not take place",
        ),
        ("28 May 2024: Fair - postponed to autumn", "the words say that it was moved from then"),
        (
            "The hearing that was to open on 8 May 2024 will now be later.",
            "the words say that it was moved from then",
        ),
        ("Sunniva, born in Bergen in 1975, is here.", "years of a life"),
        ("Made by J. Orr. Sources: Velm Echo, 3.5.1898", "the date of a document that is named"),
    ],
)
def test_what_kinds_of_documents_say_besides_their_events(text, reason):
    assert reasons(text) == [reason]


@pytest.mark.parametrize(
    "text",
    [
        "Release of the film\n3 May 2024",
        "Version 3 will be out on 3 May 2024.",
        "As of 1 July 2024, the office moves to Osh.",
        "The club dated 200 potsherds on 3 May 2024.",
        "The hall is closed from the new year to 28 February 2024.",
        "Photo exhibition opens in May 2024.",
        "Photographs by Ann Other\n\n3 May to 9 June 2024",
        "Entries close in May 2024.",
        "Round 7 of 2024 is over.",
        "The Forum met in Osh in 2014.",
        "The Friday meeting was long.",
        "In May 2023, 300 delegates met.",
        "In 2023, 12 houses burned.",
        "Whither Europe? 3 July 2024",
        "2003\n\nCharter enters into force",
        "Dinner (not held by us), 3 July 2024",
        "Paul Reese died in May 2024.",
        "Open day on 14 June 2024.",
        "She had held the post since June 2017.",
        "They pay duties, in force since 2011.",
        "Donations made between 18 and 25 June 2024 will be doubled.",
        "8 June 2024: Film (moved to Hall B)",
        "8 June 2024: Film (postponed to 9.30 pm)",
        "8 June 2024: Film (pushed back to 9.30 pm)",
        "8 June 2024: Film (moved online)",
        "8 June 2024: Film (delayed 10 minutes)",
        "Papers: 8 June 2024 (extended)",
        "8 June 2024: Film (brought forward to 5pm)",
        "We had 3 calls in April 2024.",
        "Fair\n\nDredging of the port, 1998-2003",
        "1870-1940 Line in use",
        "The hall opens in summer 2025",
        "Cancelled flights resume on 8 June 2024",
        "Route planned in 2020",
        "The hall was to open on 8 June 2024, as all know.",
        "It will now be on 8 June 2024.",
        "On 8 June 2024 it was fixed: 23 chairs.",
        "The shed was built in 1962.",
        "It has been online since 3 March 2024.",
        "1968: Society formed; it had 4,000 members",
        "Embargoed texts came. Then it rained on 12 June 2024.",
        "The release date of the film is 3 May 2024.",
        "Board meeting\nheld at 6.00 pm\n\n3 June 2024\n\nPresent: all",
    ],
)
def test_what_resembles_them_may_be_an_event(text):
    assert set(reasons(text)) == {None}


def test_a_year_above_days_and_a_year_of_a_name_beside_a_day_are_no_events():
    period, name = "the period that something covers", "part of a name"
    assert reasons("Works\n2014\nForum, Oct 24, 2014, Osh") == [period, None]
    assert reasons("Forum ruBSD 2013, Dec 14, 2013, Osh.") == [name, None]
    assert reasons("Forum ruBSD 2013 opened on 14 December 2013.") == [name, None]
    assert reasons("Forum ruBSD 2013, Osh.") == [None]


@pytest.mark.parametrize(
    ("text", "off"),
    [
        ("Concerts on 3 May, 4 May (cancelled) and 6 May 2024", [1]),
        ("Concert: 3 May (sold out), 10 May (cancelled), 17 May", [1]),
        ("- Talk on 3 June (cancelled), gala on 4 June", [0]),
        ("- Talk in Room 4 (cancelled), 5 June", [0]),
        ("- Walks: 4 June, 11 June (moved to 12 August)", [1]),
        ("CANCELLED: concerts on 3 June, 4 June", [0, 1]),
        ("| Gala | 3 June, 4 June | cancelled |", [0, 1]),
        ("- Gala, 3 June (not 4 May) – cancelled", [0]),
    ],
)
def test_a_note_on_one_day_of_a_list_is_of_that_day_alone(text, off):
    found = [i for i, reason in enumerate(reasons(text)) if reason]
    assert found == off
    kept = len(draft_release(text, PUBLISHED).events)
    assert kept == len(reasons(text)) - len(off)


@pytest.mark.parametrize(
    "text",
    [
        "1923 First fair\n1945 Second fair\n1950 Third fair",
        "1923 First fair\nThe war\n1945 Rebuilt",
    ],
)
def test_years_at_the_beginnings_of_lines_are_those_of_a_chronicle(text):
    assert not any(reasons(text))
    assert reasons("2023 Sessions\n2023 Closures\nThey follow.")[0] == "part of a name"


def test_what_news_tell_in_sentences_is_not_their_own_date():
    text = "News\n\n{}\nMinister visits Osh\nThe minister met mayors on 28 May 2024."
    assert reasons(text.format("29 May 2024")) == ["the date of the text itself", None]


def test_no_picture_shows_what_is_to_come():
    text = "Photo: the gala on 5 June 2024 will be photographed."
    assert reasons(text) == [None]
    start, when = text.index("5"), parse_edtf("2024-06-05")
    reason = why_no_event(text, block_at(text, start), start, start + 11, when, None)
    assert reason == "the period of works or of holdings"


@pytest.mark.parametrize(
    "heading", ["Cancelled events", "These talks are cancelled:", "The following are now postponed"]
)
def test_what_is_listed_below_a_heading_that_calls_it_off_is_no_event(heading):
    off = "the words say that it will not take place"
    assert reasons(f"{heading}\n\n- 5 June 2024: Gala\n- 6 June 2024: Ball") == [off, off]
    listed = f"{heading}\n\n- 5 June 2024: Gala\n- 6 June 2024: Ball\n\n"
    assert reasons(f"{listed}The talk is on 7 June 2024.") == [off, off, None]
    assert reasons(f"{listed}Other events\n\n- 7 June 2024: Talk") == [off, off, None]
    kept = "# Gala cancelled\n\n## New dates\n\n- 5 June 2024: Gala\n- 6 June 2024: Ball"
    assert reasons(kept) == [None, None]


def test_a_list_of_years_is_one_of_what_stands_before_it():
    period = "the period that something covers"
    assert reasons("They made forecasts for 2050 and 2100.") == [period, period]
    assert reasons("It met in 2021 and 2022.") == [None, None]


def test_what_an_answered_message_says_is_not_said_again():
    text = "From: A\nTo: B\nSubject: rain\n\nIt rains on 9 June 2024.\n\n> Fair on 8 June 2024\n"
    assert reasons(text) == [None, "in the head of a message"]
    assert reasons("It rains on 9 June 2024.\n\n> Fair on 8 June 2024\n") == [None, None]


def test_a_list_of_other_news_gives_their_own_dates():
    text = "Fair\n\nIt rains.\n\n{}\n\n• 28 May 2024 Hall allocation\n• 9 July 2024 Fair\n"
    own = "the date of the text itself"
    assert reasons(text.format("NOTICES")) == [own, None]
    assert reasons(text.format("LATEST EVENTS")) == [None, None]


def test_days_above_headlines_are_those_of_posts():
    told = "OSH - The public hearing that was long will now be told again by all in the hall."
    posts = [f"{day} 2024\nHearing moved on\n\n{told}" for day in ("03 JUN", "21 MAY", "9 MAY")]
    own = "the date of the text itself"
    assert reasons("Osh News\nServices Ltd.\n\n" + "\n\n* * *\n\n".join(posts)) == [own] * 3
    assert reasons("Osh News\nServices Ltd.\n\n" + posts[1]) == [None]
    lines = [f"Rain is found\n{day} 2024\n{told}" for day in ("June 3,", "May 21,")]
    assert reasons("Osh Police\n\n" + "\n\n".join(lines)) == [own] * 2


def test_the_first_line_repeated_is_a_name_again():
    text = "1997 Symposium on Rain\nIt is in Osh.\n\nMuch else.\n\n1997 Symposium on Rain"
    assert reasons(text) == ["part of a name", "part of a name"]


def test_a_weekday_of_a_name_and_that_day_of_another_are_no_events():
    name = "part of a name"
    text = "4 March: it is closed. The classes of that day will be held on 14th March."
    assert reasons(text) == [None, name, None]
    assert reasons("They met as per the\nWednesday time table.") == [name]
    assert reasons("They met on Wednesday evening.") == [None]
    assert reasons("It was the Friday meeting that they met.") == [None]


@pytest.mark.parametrize("label", ["Closing date", "Deadline:", "Applications open", "Starts on"])
@pytest.mark.parametrize("between", ["\n", "\t", " | "])
def test_a_date_with_a_label_of_an_event_is_not_the_texts_own(label, between):
    assert reasons(f"Tender\n\n{label}{between}3 June 2024\n") == [None]


def test_only_what_stands_between_two_signs_is_struck_out():
    text = "- Papers: ~~3 May 2024~~ 9 May 2024 ~~(firm)~~\n- Posters: 1 June 2024 ~~ or so\n"
    assert reasons(text) == ["struck out", None, None]


def test_the_day_of_publication_between_a_headline_and_what_it_tells_is_the_texts_own():
    told = "The forum in Osh spoke of rain, of snow, and of the wind."
    release = f"Rain in Osh\n\n3 June 2024\n\n{told}"
    text = f"News\n\nThere is much of it.\n\n{release}\n\nMore\n\nIt rained.\n\nIt blew."
    assert reasons(text) == ["the date of the text itself"]
    assert reasons(text.replace("3 June", "4 June")) == [None]
    assert reasons(text.replace(told, "Hall B")) == [None]


def test_a_year_in_brackets_after_a_work_is_its_own():
    works = "the period of works or of holdings"
    assert reasons("It shows Irises (1890) and Sunflowers (1888).") == [works, works]
    assert reasons("They met in Osh (2002) and Baku (2010).") == [None, None]


def test_a_line_that_only_looks_like_the_head_of_a_message_is_none():
    assert reasons("Lecture: Rain\nDate: 9 May 2024\n") == [None]


def test_what_is_out_on_a_day_covers_a_period():
    period = "the period that something covers"
    assert (
        reasons("3 May\tPrices, April 2024\n4 May\tGDP, first quarter of 2024\n")
        == [
            None,
            period,
        ]
        * 2
    )
    assert reasons("- 3 May 2024: Prices (April 2024)\n") == [None, period]
    assert reasons("- 3 May 2024: Start, to end in June 2024\n") == [None, None]
    assert reasons("3–5 May 2024\tFair\n") == [None]


def test_who_posted_a_text_stands_before_its_date():
    assert reasons("Pool open\nPosted by the town on 3 May 2024\n") == [
        "the date of the text itself"
    ]


def test_works_that_begin_are_no_holdings():
    assert reasons("Works begin in May 2024.") == [None]


def test_the_season_of_a_course_and_the_editing_of_a_page_are_no_events():
    assert reasons("Rain 155, Winter 2024\n\nIt rains.\n") == ["part of a name"]
    assert reasons("Plan\nann edited this page 3 May 2024\n") == ["the date of the text itself"]


POSTS = """News

Forum to be rebuilt
3 June 2024 | Works

The council approved the rebuilding of the old forum in a long debate.

Library goes digital
29 May 2024 | Culture

From next year on readers of the library can use cards without paper.
"""


def test_the_dates_of_posts_are_those_of_the_page_where_the_first_one_is_its_own():
    assert reasons(POSTS)[:2] == ["the date of the text itself", "the date of the text itself"]
    directly = (
        "Forum\n3 June 2024\n\nThe council approved the rebuilding of it in a long debate.\n\n"
    )
    directly += "Library\n29 May 2024\n\nReaders of the library can use cards without paper.\n"
    assert reasons(directly)[:2] == ["the date of the text itself", "the date of the text itself"]
    above = "3 JUNE 2024\nForum\n\nThe council approved the rebuilding of it in a long debate.\n\n"
    above += "29 MAY 2024\nLibrary\n\nReaders of the library can use cards without paper soon.\n"
    assert reasons(above)[:2] == ["the date of the text itself", "the date of the text itself"]
    for later in ("3 July 2024", "4 June 2024"):
        assert reasons(POSTS.replace("3 June 2024", later))[:2] == [None, None]
    talks = POSTS.replace("| Works", "| Room 4").replace("| Culture", "| Room 5")
    assert reasons(talks)[1] is None


@pytest.mark.parametrize("end", [".", "!", ".”"])
def test_the_date_between_a_headline_and_what_it_tells_is_that_of_the_text(end):
    told = f"The forum of the lake towns spoke of rain and of wind{end}"
    text = f"Menu\n\nNews\n\nAbout\n\nRain ahead\n\n3 June 2024\n\n{told}\n\nMap\n\nHelp\n\nTop"
    assert reasons(text) == ["the date of the text itself"]


@pytest.mark.parametrize(
    "text",
    [
        "The exhibition opens in May 2024.\n\nIt is long.",
        "The museum reopens June 2024\n\nIt is long.",
        "- 3 May 2024: Walk postponed to 5 June 2024",
        "The walk was cancelled on 3 May 2024.",
    ],
)
def test_these_are_events(text):
    assert reasons(text)[-1] is None
