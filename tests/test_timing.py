"""Which date a time of day belongs to."""

from itertools import pairwise

import pytest

from cica_events import check, draft_release, find_dates, parse_edtf


def told(text, published="2024-05-20"):
    return [
        " ".join(filter(None, [str(m.when), m.time and str(m.time), m.zone]))
        for m in find_dates(text, published)
        if m.when is not None
    ]


def test_a_line_that_says_more_than_its_date_heads_no_times():
    assert told("3 June 2024\nDoors: 10:00\n") == ["2024-06-03 10:00"]
    assert told("3 June 2024 Rome\nDoors: 10:00\n") == ["2024-06-03"]


def test_the_state_of_a_programme_is_no_day_of_its_times():
    assert told("(as of 3 June 2024)\n\n10:00 Doors\n11:00 Talk\n") == ["2024-06-03"]
    assert told("3 June 2024\n\n10:00 Doors\n11:00 Talk\n")[-1] == "2024-06-03 11:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 9 a.m. on 3 June 2024", "2024-06-03 09:00"),
        ("9.15, Monday 3 June 2024", "2024-06-03 09:15"),
        ("9.15 \u2013 3 June 2024", "2024-06-03 09:15"),
        ("Talk: 09.15 on 3 June 2024", "2024-06-03 09:15"),
        ("on 3 June 2024 at 16:00 CEST", "2024-06-03 16:00 +02:00"),
        ("on 3 June 2024 (16:00, Almaty time)", "2024-06-03 16:00 Asia/Almaty"),
        ("on 3 June 2024 at 16:00 CET", "2024-06-03 16:00"),
        ("on 3 June 2024 at 16:00 BST", "2024-06-03 16:00"),
        ("2024-06-03T16:00:00-04:00", "2024-06-03 16:00 -04:00"),
        ("Mon, 3 Jun 2024 16:00:00 +0200", "2024-06-03 16:00 +02:00"),
        ("Mon, 3 Jun 2024 16:00:00 -0400 (EDT)", "2024-06-03 16:00 -04:00"),
        ("3 June 2024, 16:00 +05:30", "2024-06-03 16:00 +05:30"),
        ("3 June 2024, 16:00 -18:30", "2024-06-03 16:00/18:30"),
        ("3 June 2024 16:00 +1200 more", "2024-06-03 16:00"),
        ("tomorrow at noon", "2024-05-21 12:00"),
        ("at midnight on 3 June 2024", "2024-06-03"),
        ("from 9 to 11 a.m. on 3 June 2024", "2024-06-03 09:00/11:00"),
        ("from 10 p.m. to 2 a.m. on 3 June 2024", "2024-06-03/2024-06-04 22:00/02:00"),
        (
            "8 p.m. to midnight ET, 3 June 2024",
            "2024-06-03/2024-06-04 20:00/00:00 America/New_York",
        ),
        ("from 14:00 to 13:00 on 3 June 2024", "2024-06-03"),
        ("16:00 on 3 June 2024 (1000 GMT)", "2024-06-03 16:00 +06:00"),
        ("4 p.m. (1400 GMT) on 3 June 2024", "2024-06-03 16:00 +02:00"),
        ("4 p.m. (1600 GMT) on 3 June 2024", "2024-06-03 16:00 Z"),
        ("4 p.m. (1402 GMT) on 3 June 2024", "2024-06-03 16:00"),
        ("4 p.m. (1400 BST) on 3 June 2024", "2024-06-03 16:00"),
        ("7 p.m. (0600 GMT) on 3 June 2024", "2024-06-03 19:00"),  # 13 hours ahead, or 11 behind
        ("10:05 on 3 June 2024 (1005 ET)", "2024-06-03 10:05 -04:00"),
        ("16:00 on 3 January 2024 (1500 CET)", "2024-01-03 16:00 +02:00"),
        ("Time: 10:00 to 12:00 in the hall on 3 June 2024", "2024-06-03 10:00/12:00"),
        ("3 June 2024, 7.30 for 8pm", "2024-06-03 20:00"),
        ("half past 6 p.m. on 3 June 2024", "2024-06-03 18:30"),
        ("a quarter to 9 a.m. on 3 June 2024", "2024-06-03 08:45"),
        ("at 20 minutes to 9 a.m. on 3 June 2024", "2024-06-03 08:40"),
        ("at ten past 9 a.m. on 3 June 2024", "2024-06-03 09:10"),
        ("from ten to 8 p.m. on 3 June 2024", "2024-06-03 20:00"),
        ("half past 8:30 p.m. on 3 June 2024", "2024-06-03 20:30"),
        ("8:30 p.m. on 3 June 2024 (0030 GMT)", "2024-06-03 20:30 -04:00"),
        (
            "from 10:00 on 3 June 2024 to 18:00 CEST on 4 June 2024",
            "2024-06-03/2024-06-04 10:00/18:00 +02:00",
        ),
        (
            "3 June 2024, 10:00 ET \u2013 4 June 2024, 18:00 PT",
            "2024-06-03/2024-06-04 10:00/18:00",  # in two zones
        ),
        ("3\u20134 June 2024, 10:00\u201318:00", "2024-06-03/2024-06-04"),
        ("3 June 2024, 10:00-18:00 daily", "2024-06-03"),
        ("On 3 June 2024 the board meets in Oslo, starting at 14:30.", "2024-06-03 14:30"),
        ("At 14:30 the board will meet in Oslo, on 3 June 2024.", "2024-06-03 14:30"),
        ("The board meets on 3 June 2024. It opens at 2 p.m.", "2024-06-03 14:00"),
        ("DATE: 3 June 2024\nTIME: 10 a.m. - 1 p.m.\nPLACE: Oslo", "2024-06-03 10:00/13:00"),
        ("3 June 2024\n10:00\nTown Hall", "2024-06-03 10:00"),
        ("The board meets on 3 June 2024. It sits from 2 p.m. to 4 p.m.", "2024-06-03"),
        ("The board meets on 3 June 2024.\n\nLunch is at 1 p.m.", "2024-06-03"),
        ("Posted 3 June 2024. Lunch is at 1 p.m.", "2024-06-03"),
        ("The hall opened on 3 June 2024; it opens at 9 a.m. every day.", "2024-06-03"),
        ("On 3 June 2024, visiting hours are 9:00 to 17:00.", "2024-06-03"),
        ("10:00\n3 June 2024\nTown Hall", "2024-06-03 10:00"),
        ("10:00\n3 June 2024: Town Hall", "2024-06-03"),
        ("10:00\n3 June 2024 in Rome\n", "2024-06-03"),
        ("between 0720 and 1640 hours on 3 June 2024", "2024-06-03 07:20/16:40"),
        ("9:00-11:30 XYT (12:00-14:30 UTC), 3 June 2024", "2024-06-03 09:00/11:30 -03:00"),
        ("Not for release before 1400 GMT Monday 3 June 2024", "2024-06-03 14:00 Z"),
        ("On 3 June 2024 (St. Paul's, 7 p.m.) we meet.", "2024-06-03 19:00"),
        ("On 3 June 2024 (instead of the 7 p.m. show) we meet.", "2024-06-03"),
        ("On 3 June 2024 (open until 7 p.m. daily) we meet.", "2024-06-03"),
        ("3 June 2024 (22:00) to 5 June 2024 (06:00)", "2024-06-03/2024-06-05 22:00/06:00"),
        ("Date: 3 June 2024\nVenue: Hall B\nTime: 6:00-8:00 p.m.\n", "2024-06-03 18:00/20:00"),
        ("The vote, from 10.00 to 10.30 on 3 June 2024, is closed.", "2024-06-03 10:00/10:30"),
        ("Ceremony (12:15), 3 June 2024", "2024-06-03 12:15"),
        ("She ran it in 4:05 on 3 June 2024.", "2024-06-03"),
        ("5 p.m. UK time on 3 June 2024", "2024-06-03 17:00 Europe/London"),
        ("They won 21:15 on 3 June 2024.", "2024-06-03"),
        ("It lost contact at 21:15 on 3 June 2024.", "2024-06-03 21:15"),
        ("The bill fell 12:14 on 3 June 2024.", "2024-06-03"),
        ("She set a record of 2:14:04 on 3 June 2024.", "2024-06-03"),
        ("Silver shares closed at 10.45 on 3 June 2024, up from 10.15.", "2024-06-03"),
        ("The index stood only just at 18.40 on 3 June 2024.", "2024-06-03"),
        ("Tickets at 10.50 are sold from 3 June 2024.", "2024-06-03"),
        ("Seats cost from 8.50 to 12.50 on 3 June 2024.", "2024-06-03"),
        ("It is mixed with oil at 1:20 on 3 June 2024.", "2024-06-03"),
        ("The 10:15 was late on 3 June 2024.", "2024-06-03"),
        ("The odds were 11:10 on 3 June 2024.", "2024-06-03"),
        ("a drive of 10:30 hours on 3 June 2024", "2024-06-03"),
        ("It took 1030 hrs on 3 June 2024.", "2024-06-03"),
        ("as of 10:30 hours on 3 June 2024", "2024-06-03 10:30"),
        ("Rule 10.15 on 3 June 2024", "2024-06-03"),
        ("in June 2024 at 10:00", "2024-06"),
        ("a share of 10.15 on 3 June 2024", "2024-06-03"),
        ("16:00 on 3 June 2024, or 1000 GMT", "2024-06-03 16:00"),
    ],
)
def test_a_time_belongs_to_its_date(text, expected):
    assert told(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("today from 14:00 to 02:00", "9999-12-31"),
        ("today at 8 p.m. (1800 GMT)", "9999-12-31 20:00"),
    ],
)
def test_on_the_last_day_of_all_nothing_lies_beyond_it(text, expected):
    assert told(text, "9999-12-31") == [expected]


def test_a_number_below_a_date_is_no_time_without_a_word_that_says_so():
    assert find_dates("3 May 2022\nIt was 17.45 of all\n\nSo.", None)[0].time is None
    assert str(find_dates("3 May 2022\nIt was 17:45 for all\n\nSo.", None)[0].time) == "17:45"


def test_a_moment_in_another_zone_is_that_of_the_time_before_it_alone():
    text = "It is 2300 GMT. It began at 8 p.m. on 7 May 2022 (1500 GMT), they say."
    (mention,) = find_dates(text, "2022-05-11")
    assert (str(mention.time), mention.zone) == ("20:00", "+05:00")


def test_two_dates_have_each_its_time():
    assert told("at 10:00 on 3 June 2024 and at 14:00 on 5 June 2024") == [
        *("2024-06-03 10:00", "2024-06-05 14:00")
    ]
    assert told("10 p.m. on 3 June 2024 (0400 GMT on 4 June)") == [
        *("2024-06-03 22:00", "2024-06-04 04:00 Z")
    ]


def test_a_stretch_that_would_run_backwards_or_within_a_day_is_two_dates():
    assert told("from 10:00 on 3 June 2024 to 18:00 on 3 June 2024") == [
        *("2024-06-03 10:00", "2024-06-03 18:00")
    ]
    assert told("from 10:00 on 4 June 2024 to 18:00 on 3 June 2024") == [
        *("2024-06-04 10:00", "2024-06-03 18:00")
    ]


def test_a_stretch_rests_on_the_weaker_of_its_ends():
    (mention,) = find_dates("from 10:00 on 3 June 2024 to 18:00 on 5 June", "2024-05-20")
    assert mention.basis == "inferred"


def test_a_question_keeps_its_time():
    (mention,) = find_dates("on 03/06/2024 at 10:00", "2024-05-20")
    assert (mention.when, str(mention.time), mention.zone) == (None, "10:00", None)


PROGRAMME = """Visit of the minister (all times CEST)

Monday, 3 June 2024
- 09:30  Arrival at the airport
- 10:00\u201310:45  Talks

Tuesday, 4 June 2024
11.00  Departure
The minister travels by train.
12.00  Lunch
"""


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "3 May 2024\n\nStart\tEnd\tWhat\n09:00\t10:00\tTalk\n",
            ["2024-05-03", "2024-05-03 09:00/10:00"],
        ),
        ("3 May 2024\n\n09:00\t10:00\tTalk\n", ["2024-05-03", "2024-05-03 09:00/10:00"]),
        ("3 May 2024\n\nUTC\tCET\tWhat\n09:00\t10:00\tTalk\n", ["2024-05-03", "2024-05-03 09:00"]),
        (
            "3 May 2024\n\n09:00 Talk\t10:00 Walk\n",
            ["2024-05-03", "2024-05-03 09:00", "2024-05-03 10:00"],
        ),
        ("Day\tStart\tEnd\n3 May 2024\t9:00\t17:00\n", ["2024-05-03 09:00/17:00"]),
        (
            "3 May 2024\tTalk\t9:00\n4 May 2024\tWalk\t10:00\n",
            ["2024-05-03 09:00", "2024-05-04 10:00"],
        ),
        ("Dates\n3 May 2024: Talk on water, 9:00 EDT\n", ["2024-05-03 09:00 -04:00"]),
        (
            "3 May 2024\n\n9:00 Talk on the forum (5 June 2024)\n",
            ["2024-05-03", "2024-05-03 09:00", "2024-06-05"],
        ),
        ("Dates\n3 May 2024: Talks daily, 9:00 EDT\n", ["2024-05-03"]),
        ("Dates\n3 May 2024: Talk, 9:00, and walk, 10:00\n", ["2024-05-03"]),
    ],
)
def test_times_in_columns_and_at_the_end_of_an_entry(text, expected):
    assert told(text) == expected


def test_a_line_of_a_programme_has_the_day_of_the_heading_above_it():
    assert told(PROGRAMME) == [
        *("2024-06-03", "2024-06-03 09:30 +02:00", "2024-06-03 10:00/10:45 +02:00"),
        *("2024-06-04", "2024-06-04 11:00 +02:00", "2024-06-04 12:00 +02:00"),
    ]
    mentions = find_dates(PROGRAMME, "2024-05-20")
    heading, line = mentions[0], mentions[1]
    assert line.text == "09:30"
    zone = PROGRAMME.index("all times"), PROGRAMME.index(")")
    assert line.context == ((heading.start, heading.end), zone)
    assert all(a.end <= b.start for a, b in pairwise(mentions))


def test_two_dates_in_a_line_are_no_heading():
    text = (
        "3 June 2024 and 5 June 2024\n10:00 Opening\n\nIt was so on 7 June 2024.\n11:00 Closing\n"
    )
    assert told(text) == ["2024-06-03", "2024-06-05", "2024-06-07"]


def test_a_year_within_a_time_is_no_date_of_its_own():
    assert told("at 2024 hrs on 3 June 2024") == ["2024-06-03 20:24"]


@pytest.mark.parametrize(
    "text",
    [
        "The forum opens at 10:00 Astana time (UTC+5) on 3 June 2024 in the Palace.",
        "The board meets on 3 June 2024 in Court 4, beginning at 2 p.m.",
        "The board meets on 3 June 2024 in the great hall of the old town of Oslo, at 2 p.m.",
        "The board meets on 3 June 2024 in Oslo. It opens at 2 p.m. and is public.",
        PROGRAMME,
    ],
)
def test_a_draft_has_the_time_and_passes_check(text):
    release = draft_release(text, "2024-05-20")
    assert any(event.time for event in release.events)
    assert check(release) == []
    assert not any("Astana" in event.title for event in release.events)


def test_a_time_and_a_date_of_two_entries_do_not_belong_together():
    text = "2024\n\nJan. 16\nClasses begin, 8:00 a.m.\n\nMar. 1\nDeadline\n"
    assert told(text) == ["2024", "2024-01-16 08:00", "2024-03-01"]
    text = "- The hall closes, 10:00\n- 3 May 2024: Opening\n"
    assert told(text) == ["2024-05-03"]
    text = "All meet at 10:00\n3 May 2024 it is\n"
    assert told(text) == ["2024-05-03 10:00"]


def test_a_time_below_a_date_that_is_a_whole_line():
    assert told("3 May 2024\nOpening, 10:00, hall\n") == ["2024-05-03 10:00"]
    assert told("On 3 May 2024 it rained\nOpening, 10:00, hall\n") == ["2024-05-03"]
    assert told("3 May 2024\nOpening, 10:00, until 5 May 2024\n") == ["2024-05-03", "2024-05-05"]


def test_a_line_has_no_day_where_two_stand_above_it_or_its_own_words_say_several_times():
    text = "Talks on 3 May 2024 and 5 June 2024\n\n- 10:00 Opening\n"
    assert told(text) == ["2024-05-03", "2024-06-05"]
    text = "3 May 2024\n\n- Opening, 10:00, then 11:00\n- Lunch, 12:00\n"
    assert told(text) == ["2024-05-03", "2024-05-03 12:00"]
    assert told("3 May 2024\n\n- 12:00\n") == ["2024-05-03 12:00"]


def test_a_stretch_ends_with_the_bracket_of_its_last_time():
    [mention] = find_dates("from 3 June 2024 (22:00) until 5 June 2024 (06:00).", "2024-05-20")
    assert mention.text == "3 June 2024 (22:00) until 5 June 2024 (06:00)"


def test_the_time_of_all_deadlines_is_that_of_each_that_has_none():
    text = "Dates\n\n- Paper submission: 2 May 2025\n- Forum: 3 June 2025\n"
    text += "- Camera-ready: 14 July 2025, 5 pm\n\nAll deadlines are 23:59 AoE. "
    text += "Late papers were due on 1 May 2025, and nobody sent one.\n"
    found = [(m.when.day, str(m.time), m.zone) for m in find_dates(text, "2025-01-20")]
    assert found == [
        (2, "23:59", "-12:00"),
        (3, "None", None),
        (14, "17:00", None),
        (1, "None", None),
    ]
    [only] = find_dates("All deadlines are 23:59. It opened on 3 May 2025.", "2025-06-01")
    assert only.time is None


def test_a_time_in_a_row_is_that_of_its_date_and_weekday():
    text = "Date\tDay\tWhat\n06.10.2026\tTuesday\tTest of all (10.00 A.M. to 1.00 P.M.)\n"
    assert str(find_dates(text, "2025-09-01")[0].time) == "10:00/13:00"
    text = "October 2025\n\n10 Fri    Last day to add a course, 4 p.m.\n"
    times = [str(m.time) for m in find_dates(text, "2025-09-01") if m.when and m.when.day]
    assert times == ["16:00"]


def test_four_digits_below_a_head_for_times_are_times():
    text = "26 November 2026\n\nTime\tItem\n0900\tArrival\n0950 - 1030\tTalk\n1130\tLunch 1200\n"
    times = [str(m.time) for m in find_dates(text, "2026-10-01") if m.time]
    assert times == ["09:00", "09:50/10:30", "11:30"]


def test_the_time_of_all_deadlines_in_a_heading_is_that_of_what_is_listed_below():
    text = "Forum\n\nKEY DATES (all deadlines 23:59 GMT+2 unless noted)\n\n"
    text += "1) Travel grants: 9 March 2026\n2) Decisions released: 15 May 2026\n"
    text += "3) Visa: 4 May 2026, 12:00\n"
    times = [str(m.time) for m in find_dates(text, "2026-01-05")]
    assert times == ["23:59", "None", "12:00"]


@pytest.mark.parametrize(
    "rows",
    [
        "Runner\tTime\nA. Berg\t1342\nB. Lund\t0955\n",
        "| Name | Time |\n|---|---|\n| Berg | 2:03 |\n| Lund | 2:05 |\n",
        "Time\tEvent\n1914\tWar\n1945\tPeace\n",
    ],
)
def test_a_column_of_times_that_are_lengths_or_years_gives_no_times(rows):
    mentions = find_dates(f"Race of 14 June 2024\n\n{rows}", "2024-05-20")
    assert [m.time for m in mentions if m.when and m.when.precision == "day"] == [None]


def test_a_column_of_times_one_of_which_is_no_year_gives_times():
    text = "14 June 2024\n\nTime\tEvent\n0930\tDoors\n1914\tFilm\n\tEnd\n"
    assert told(text)[1:] == ["2024-06-14 09:30", "2024-06-14 19:14"]


def test_the_time_of_all_deadlines_is_not_that_of_a_day_from_which_something_is():
    text = "Forum\n\nAll deadlines are 23:59 AoE\n\n- Early fee until 14 July 2024\n"
    text += "- Late fee from 15 July 2024\n- Papers due: 3 July 2024 (late fee from 4 July 2024)\n"
    text += "- Entry opens: 10 June 2024\n"
    times = [str(m.time) for m in find_dates(text, "2024-05-02")]
    assert times == ["23:59", "None", "23:59", "None", "None"]


def test_a_draft_with_the_time_of_all_deadlines_below_its_list_passes_check():
    text = "Deadlines\n\n- Abstracts: 3 May 2024\n- Conference: 5-7 September 2024\n"
    release = draft_release(f"{text}All deadlines are 23:59 AoE.", published="2024-05-02")
    assert [str(event.time) for event in release.events] == ["23:59", "None"]
    assert check(release) == []


def test_times_of_the_night_below_one_of_the_evening_are_asked():
    text = "Friday 7 June 2024\n\n- 22:00 Party\n- 00:30 Walk\n- 02:00 End\n\n"
    mentions = find_dates(
        f"{text}Saturday 8 June 2024\n\n- 5:00 Bell\n- 22:00 Fire\n", "2024-05-02"
    )
    lines = [" ".join(map(str, (m.when and [m.when]) or m.candidates)) for m in mentions if m.time]
    asked = "2024-06-08 2024-06-07"
    assert lines == ["2024-06-07", asked, asked, "2024-06-08", "2024-06-08"]


@pytest.mark.parametrize(
    ("day", "published", "expected"),
    [("Today", "9999-12-31", "9999-12-31"), ("7 September", "2024-05-02", "None")],
)
def test_times_of_the_night_of_no_day_or_of_the_last_one_are_left_as_they_are(
    day, published, expected
):
    mentions = find_dates(f"{day}\n\n- 22:00 Party\n- 00:30 Walk\n", published)
    assert [str(m.when) for m in mentions if m.time] == [expected, expected]


def test_check_asks_for_the_day_of_times_of_the_night():
    text = "Friday 7 June 2024\n\n- 22:00 Party\n- 00:30 Walk\n"
    [problem] = check(draft_release(text, published="2024-05-02"))
    assert "2024-06-08 or 2024-06-07" in problem.message


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ("On 30 April 2024 Ann wrote:", None),
        ("> On Tue, 30 April 2024 at 10:05, Ann Berg wrote:", None),
        ("On 30 April 2024 Ann wrote: we come.", "2024-05-03"),
        ("We met on 30 April 2024. Ann wrote:", "2024-05-03"),
    ],
)
def test_what_counts_from_the_day_of_a_message_is_asked(head, expected):
    last = find_dates(f"{head}\n> The gala is tomorrow.", "2024-05-02")[-1]
    assert last.when == (parse_edtf(expected) if expected else None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8 Sept 2024\n- sheds\n- 3pm about 4.15pm", ["2024-09-08", "2024-09-08 15:00"]),
        (
            "6 Sept 2024\n10:00\n- 10.30am-12",
            ["2024-09-06", "2024-09-06 10:00", "2024-09-06 10:30/12:00"],
        ),
        ("8 Sept 2024\n- it is\n- Time: about 4.15pm", ["2024-09-08", "2024-09-08 16:15"]),
        ("March 6\nPM", ["2024-03-06"]),
    ],
)
def test_a_time_does_not_reach_over_the_items_of_a_list(text, expected):
    assert told(text) == expected


@pytest.mark.parametrize(
    "row", ['| " | 7 June 2024 | Talk |', '| 7 June 2024 | " | Talk |', "| ditto | 7 June 2024 | |"]
)
def test_a_date_beside_a_ditto_mark_for_the_other_end_is_a_question(row):
    head = "| Start | End | Event |\n|---|---|---|\n| 3 June 2024 | 4 June 2024 | Gala |\n"
    assert [m.open for m in find_dates(f"{head}{row}\n", "2024-05-02")] == [False, True]
    plain = (
        row.replace('"', "same day").replace("ditto", "open").replace("| same day | 7", "| - | 7")
    )
    assert [m.open for m in find_dates(f"{head}{plain}\n", "2024-05-02")] == [False, False]
