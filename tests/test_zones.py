"""What the words for a time zone mean on a day."""

import re
from datetime import date, time
from pathlib import Path

import pytest

from cica_events.clock import check_zone
from cica_events.finding.english import AMBIGUOUS_ZONES, ZONES
from cica_events.finding.zones import _meanings, zone_meant

WINTER, SUMMER = date(2024, 1, 17), date(2024, 7, 17)
NINE = time(9, 0)


@pytest.mark.parametrize(
    ("words", "winter", "summer"),
    [
        *[(words, "Z", "Z") for words in ("UTC", "GMT", "Z", "Zulu", "Greenwich Mean Time")],
        ("CET", "+01:00", None),
        ("CEST", None, "+02:00"),
        ("Central European Time", "+01:00", None),
        ("EST", "-05:00", None),
        ("Eastern Daylight Time", None, "-04:00"),
        ("Eastern  time", "America/New_York", "America/New_York"),
        ("ET", "America/New_York", "America/New_York"),
        ("Pacific", "America/Los_Angeles", "America/Los_Angeles"),
        ("AEST", "+10:00", "+10:00"),  # Queensland keeps it all year
        ("NZDT", "+13:00", None),
        ("British Summer Time", None, "+01:00"),
        ("Indian Standard Time", "+05:30", "+05:30"),
        ("Brussels time", "Europe/Brussels", "Europe/Brussels"),
        ("New York City time", "America/New_York", "America/New_York"),
        ("Dushanbe local time", "Asia/Dushanbe", "Asia/Dushanbe"),
        *[(words, None, None) for words in ("Beijing time", "Geneva time", "local time", "ALMT")],
        *[(words, None, None) for words in ("Brussels", "GMT+15", "UTC+05:61")],
        *[(words, None, None) for words in AMBIGUOUS_ZONES],
        ("UTC+5", "+05:00", "+05:00"),
        ("UTC/GMT +5", "+05:00", "+05:00"),
        ("GMT \u2212 03:30", "-03:30", "-03:30"),
        ("+0545", "+05:45", "+05:45"),
        ("UTC+0", "Z", "Z"),
    ],
)
def test_a_zone_is_what_its_words_mean_on_the_day(words, winter, summer):
    assert (zone_meant(words, WINTER, NINE), zone_meant(words, SUMMER, NINE)) == (winter, summer)


def test_moscow_time_was_four_hours_ahead_in_2013():
    assert zone_meant("MSK", date(2013, 6, 1), NINE) == "+04:00"
    assert zone_meant("MSK", date(2016, 6, 1), NINE) == "+03:00"


def test_every_name_is_of_a_zone_of_the_tz_database():
    assert len(_meanings()) > ZONES.count("|")
    for _, zone in _meanings().values():
        check_zone(zone)


def test_the_documentation_has_every_zone_and_its_names():
    page = (Path(__file__).parents[1] / "docs" / "dates.md").read_text("utf-8")
    rows = dict(re.findall(r"^\| `([A-Z][\w/+]*)` \| (.*) \|$", page, re.MULTILINE))
    for entry in re.split(r"\n(?=\S)", ZONES.strip()):
        zone, _, names = entry.partition(": ")
        assert rows[zone] == ", ".join(re.split(r"\s+\| ", names))


@pytest.mark.parametrize(
    ("words", "zone"),
    [
        ("UTC+14", "+14:00"),
        ("UTC+15", None),
        ("GMT-5:30", "-05:30"),
        ("+0559", "+05:59"),
        ("UTC+5:75", None),
        ("UTC+0", "Z"),
        ("UTC+0:30", "+00:30"),
    ],
)
def test_an_offset_is_one_that_clocks_may_have(words, zone):
    assert zone_meant(words, date(2024, 6, 3), time(10)) == zone
