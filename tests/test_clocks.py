"""Times of day as they stand in a text."""

import time as machine
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events.finding.clocks import find_clocks


def told(text):
    return [
        (text[clock.start : clock.end], str(clock.time), *clock.zones)
        for clock in find_clocks(text)
    ]


@pytest.mark.parametrize(
    ("phrase", "time", "zones"),
    [
        ("9 a.m.", "09:00", []),
        ("9am", "09:00", []),
        ("11.45 PM", "23:45", []),
        ("12:30 a.m.", "00:30", []),
        ("12:30 p.m.", "12:30", []),
        ("7:30-?? p.m.", "19:30", []),
        ("7:30-? in the evening", "19:30", []),
        ("7:30-?? in the morning", "07:30", []),
        ("7:30 p.m. - ???", "19:30", []),
        ("19:30-??", "19:30", []),
        ("12 noon", "12:00", []),
        ("midday", "12:00", []),
        ("midnight", "None", []),
        ("12 a.m.", "None", []),
        ("24:00", "None", []),
        ("14:05:59", "14:05", []),
        ("07.20", "07:20", []),
        ("7h20", "07:20", []),
        ("19h", "19:00", []),
        ("0720 hours", "07:20", []),
        ("2400 hours", "None", []),
        ("2000 hours to 2400 hours", "20:00/None", []),
        ("7.20 hrs", "07:20", []),
        ("0720 UTC", "07:20", ["UTC"]),
        ("0720-1640 hrs", "07:20/16:40", []),
        ("0720 to 1640 UTC", "07:20/16:40", ["UTC"]),
        ("4 p.m. Kingston, W.I. time", "16:00", ["Kingston, W.I. time"]),
        ("16:00 CET", "16:00", ["CET"]),
        ("16:00Z", "16:00", ["Z"]),
        ("4 p.m. Central", "16:00", ["Central"]),
        ("4 p.m. (local time)", "16:00", ["local time"]),
        ("4 p.m., Buenos Aires time", "16:00", ["Buenos Aires time"]),
        ("16:00 Bishkek time (UTC+6)", "16:00", ["Bishkek time", "UTC+6"]),
        ("16:00+06:00", "16:00", ["+06:00"]),
        ("16:00 UTC/GMT +6", "16:00", ["UTC/GMT +6"]),
        ("14:00 ~ 16:00", "14:00/16:00", []),
        ("7 o'clock in the evening", "19:00", []),
        ("7:30 in the morning", "07:30", []),
        ("8 to 10 p.m.", "20:00/22:00", []),
        ("11:30-1 p.m.", "11:30/13:00", []),
        ("9 to noon", "09:00/12:00", []),
        ("8 p.m. to midnight", "20:00/None", []),
        ("8 to midnight", "20:00/None", []),
        ("10 a.m. to 11:30", "10:00/11:30", []),
        ("10 a.m. to 1", "10:00/13:00", []),
        ("10 p.m. to 2", "22:00/02:00", []),
        ("8 to 8 p.m.", "08:00/20:00", []),
        ("08:00\u201309:15 EET", "08:00/09:15", ["EET"]),
        ("08.00 to 09.15", "08:00/09:15", []),
        ("8:00 CET \u2013 9:15 CET", "08:00/09:15", ["CET", "CET"]),
    ],
)
def test_a_time_is_read_whole(phrase, time, zones):
    expected = time.replace("/None", "")
    assert told(f"It is {phrase}, they say.") == [(phrase, expected, *zones)]
    (clock,) = find_clocks(phrase)
    assert clock.to_midnight == time.endswith("/None")


def test_between_makes_a_stretch_of_two_times():
    assert told("between 9.30am and 2pm") == [("9.30am and 2pm", "09:30/14:00")]
    assert [time for _, time in told("at 9.30am and 2pm")] == ["09:30", "14:00"]


@pytest.mark.parametrize(
    ("phrase", "same"),
    [
        ("6 p.m. (1300 GMT)", ["13:00:00 GMT"]),
        ("6 pm ET / 3 pm PT", ["15:00:00 PT"]),
        ("6 pm ET (5 pm CT, 3 pm PT)", ["17:00:00 CT", "15:00:00 PT"]),
        ("6 pm ET, 11 pm London time", ["23:00:00 London time"]),
        ("6 pm ET, 5 pm CT, 4 pm MT, 3 pm PT", ["17:00:00 CT", "16:00:00 MT", "15:00:00 PT"]),
    ],
)
def test_the_same_moment_in_another_zone_is_swallowed(phrase, same):
    (clock,) = find_clocks(f"At {phrase} it began.")
    assert [f"{other.at} {other.words}" for other in clock.same] == same
    assert clock.end == len(f"At {phrase}")


@pytest.mark.parametrize(
    "text",
    [
        *("10:3", "25:00", "24:30", "1:234", "10:75", "10.0.0.7:8080", "2:255", "3.14159", "$9.30"),
        *(
            "10.30 million",
            "7.20%",
            "9",
            "24-hour",
            "24h",
            "24/7",
            "11h 30m",
            "9:30:99",
            "3 o'clock",
        ),
        *(
            "1500 tons",
            "2500 UTC",
            "10.5",
            "14:30pages",
            "14ha",
            "2430 hours",
            "8 to 10",
            "99 p.m.",
        ),
    ],
)
def test_another_number_is_none(text):
    assert told(text) == []


def test_a_second_zone_of_a_time_stands_in_parentheses():
    assert told("at 16:00 CET UTC+1") == [("16:00 CET", "16:00", "CET")]


def test_a_parenthesis_that_does_not_close_is_left():
    assert told("at 6 p.m. (1300 GMT on Friday)")[0] == ("6 p.m.", "18:00")


@given(st.text("0123456789:.h apm()/-T+Z\n", max_size=60))
def test_times_stand_apart_and_in_order(text):
    clocks = find_clocks(text)
    assert all(a.end <= b.start for a, b in pairwise(clocks))
    assert all(0 <= clock.start < clock.end <= len(text) for clock in clocks)


@pytest.mark.parametrize(
    "piece", ["1", "10:00 ", "10:00-", "9 to ", "(", "10h", "noon ", "10:00 (9:00 "]
)
def test_hostile_text_takes_linear_time(piece):
    began = machine.process_time()
    find_clocks(piece * (200_000 // len(piece)))
    assert machine.process_time() - began < 10


def test_the_beginning_of_a_version_is_no_time() -> None:
    text = "- 3.10.8: Monday, 2022-10-03\n\n3.10 Lifespan\n"
    assert find_clocks(text) == []
    assert len(find_clocks("- 3.10: Opening\n")) == 1


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("at 12 pm (midnight)", ["None"]),
        ("from 8 to 12 pm (midnight)", ["None"]),
        ("from 8 p.m. to 12:00 midnight", ["20:00/00:00"]),
        ("at 12 pm (noon)", ["12:00"]),
        ("at 8 pm (midnight at sea)", ["20:00"]),
    ],
)
def test_noon_that_is_called_midnight_is_no_time(text, expected):
    assert [str(clock.time) for clock in find_clocks(text)][:1] == expected
