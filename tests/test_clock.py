"""Times of day and zones: what is a time, what is a zone, and which moment the two make."""

import pickle
import re
import subprocess
import sys
import zoneinfo
from datetime import UTC, date, datetime, time, timedelta

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from strategies import ZONE_NAMES

from cica_events import ClockTime, InvalidError, parse_time
from cica_events.clock import check_zone, city_zone, moment, offset_at, offset_in_force

clocks = st.times().map(lambda at: at.replace(second=0, microsecond=0))
# Those of the package: a system's database has names of its own, such as "localtime".
zone_names = st.sampled_from(ZONE_NAMES)
days = st.dates(date(1, 1, 3), date(9999, 12, 28))


@pytest.fixture(autouse=True)
def only_the_package(monkeypatch):
    """The oracle reads the same tz database, and not the system's."""
    path = zoneinfo.TZPATH
    zoneinfo.reset_tzpath(to=())
    zoneinfo.ZoneInfo.clear_cache()
    yield
    zoneinfo.reset_tzpath(to=path)


# Times of day


@given(clocks, st.none() | clocks)
def test_a_time_of_day_is_its_text(start, end):
    clock = ClockTime(start, end)
    assert parse_time(str(clock)) == clock
    assert (clock.start, clock.end) == (start, end)
    assert pickle.loads(pickle.dumps(clock)) == clock


@given(clocks, st.none() | clocks)
def test_a_time_of_day_is_made_of_text_too(start, end):
    texts = [at and at.isoformat("minutes") for at in (start, end)]
    assert ClockTime(*texts) == ClockTime(start, end)


def test_a_time_of_day_is_plain():
    class Time(time):
        pass

    clock = ClockTime(Time(10, 0), time(1, 30, fold=1))
    assert (type(clock.start), clock.end.fold) == (time, 0)


def test_a_time_of_day_says_what_it_is():
    assert repr(parse_time("10:00/12:30")) == "<ClockTime 10:00/12:30>"
    assert parse_time("10:00/12:30").describe() == "10:00–12:30"
    assert str(parse_time("00:00/00:00")) == "00:00/00:00"


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "/",
            "10",
            "10:0",
            "1:00",
            "24:00",
            "10:60",
            "10:00:00",
            "10:00Z",
            "T10:00",
            " 10:00",
        ),
        *(
            "10:00/",
            "/10:00",
            "10:00/11:00/12:00",
            "10:00-11:00",
            "\u0661\u0660:\u0660\u0660",
            "noon",
            None,
            10,
            b"10:00",
        ),
    ],
)
def test_what_is_no_time_of_day_is_refused(text):
    with pytest.raises(InvalidError, match="is not a time of day like 10:00 or 10:00/12:30"):
        parse_time(text)


def test_both_ends_that_are_no_times_are_named():
    with pytest.raises(InvalidError) as caught:
        ClockTime(time(10, 0, 30), time(10, tzinfo=UTC))
    assert [path for path, _ in caught.value.problems] == ["start", "end"]


# Zones


@given(zone_names)
def test_every_name_of_the_tz_database_is_a_zone(name):
    check_zone(name)


@pytest.mark.parametrize("zone", ["Z", "+00:00", "+06:00", "-03:30", "+14:00", "-23:59"])
def test_z_and_offsets_are_zones(zone):
    check_zone(zone)


@pytest.mark.parametrize(
    "zone",
    [
        *("", "z", "-00:00", "+6", "+0600", "+24:00", "+06:60", "CEST", "UTC+5", "Asia", "Asia/"),
        *("../zones", "Asia/../Europe/Paris", "/etc/localtime", "Asia/Almaty\n", None, 6),
    ],
)
def test_what_is_no_zone_is_refused(zone):
    with pytest.raises(InvalidError, match=re.escape('"Z", an offset like "+06:00" or a name')):
        check_zone(zone)


@pytest.mark.parametrize(
    ("zone", "near"),
    [
        ("Asia/Almata", "Asia/Almaty"),
        ("europe/brussels", "Europe/Brussels"),
        ("New York", "America/New_York"),
        ("almaty", "Asia/Almaty"),
    ],
)
def test_the_nearest_names_are_told(zone, near):
    with pytest.raises(InvalidError, match=f"like it are {near}"):
        check_zone(zone)


# Moments


@given(days, clocks, zone_names)
def test_a_moment_is_what_zoneinfo_says(day, at, name):
    oracle = datetime.combine(day, at, zoneinfo.ZoneInfo(name))
    assert moment(day, at, name) == oracle.astimezone(UTC)
    assert moment(day, at, name).tzinfo is UTC
    shown = offset_at(day, at, name)
    assert shown is None or datetime.fromisoformat(f"{day}T{at}{shown}") == oracle
    assert (shown is None) == bool(oracle.utcoffset().total_seconds() % 60)


@given(days, clocks, st.integers(-23 * 60 - 59, 23 * 60 + 59))
def test_an_offset_is_taken_away(day, at, minutes):
    assume(minutes)
    hours, rest = divmod(abs(minutes), 60)
    zone = f"{'-' if minutes < 0 else '+'}{hours:02}:{rest:02}"
    expected = datetime.combine(day, at, UTC) - timedelta(minutes=minutes)
    assert moment(day, at, zone) == expected
    assert offset_at(day, at, zone) == zone


def test_z_is_utc():
    assert offset_at(date(2025, 3, 4), time(14), "Z") == "Z"
    assert moment(date(2025, 3, 4), time(14), "Z") == datetime(2025, 3, 4, 14, tzinfo=UTC)


def test_a_zone_is_five_or_six_hours_as_the_tz_database_says():
    assert offset_at(date(2023, 12, 31), time(10), "Asia/Almaty") == "+06:00"
    assert offset_at(date(2024, 3, 2), time(10), "Asia/Almaty") == "+05:00"


def test_a_skipped_time_and_a_repeated_one_are_read_as_rfc_5545_says():
    skipped = moment(date(2025, 3, 9), time(2, 30), "America/New_York")
    assert skipped == datetime(2025, 3, 9, 7, 30, tzinfo=UTC)  # the offset before the change
    repeated = moment(date(2025, 11, 2), time(1, 30), "America/New_York")
    assert repeated == datetime(2025, 11, 2, 5, 30, tzinfo=UTC)  # the first of the two


@pytest.mark.parametrize(
    ("day", "at", "zone"),
    [(date.min, time(0), "+14:00"), (date.max, time(23, 59), "-12:00")],
)
def test_a_moment_outside_all_years_is_refused(day, at, zone):
    with pytest.raises(InvalidError, match="a moment outside the years 0001 to 9999"):
        moment(day, at, zone)


@pytest.mark.parametrize(
    ("region", "summer", "day", "expected"),
    [
        ("Europe/Brussels", False, date(2025, 1, 8), "+01:00"),
        ("Europe/Brussels", True, date(2025, 1, 8), None),
        ("Europe/Brussels", False, date(2025, 7, 8), None),
        ("Europe/Brussels", True, date(2025, 7, 8), "+02:00"),
        ("Europe/Moscow", False, date(2013, 9, 11), "+04:00"),
        ("Europe/Moscow", False, date(2015, 9, 11), "+03:00"),
        ("Europe/Lisbon", False, date(2025, 2, 4), "+00:00"),
        ("America/St_Johns", True, date(2025, 7, 4), "-02:30"),
        ("Europe/Paris", False, date(1900, 1, 1), None),  # 9 minutes and 21 seconds
    ],
)
def test_standard_or_summer_time_is_in_force_or_not(region, summer, day, expected):
    assert offset_in_force(day, time(10), region, summer=summer) == expected


@pytest.mark.parametrize(
    ("day", "at", "summer", "expected"),
    [
        (date(2025, 3, 9), time(1, 30), False, "-05:00"),
        (date(2025, 3, 9), time(2, 30), False, None),  # skipped
        (date(2025, 3, 9), time(2, 30), True, None),
        (date(2025, 3, 9), time(3, 30), False, None),
        (date(2025, 11, 2), time(1, 30), False, "-05:00"),  # there twice, so either is in force
        (date(2025, 11, 2), time(1, 30), True, "-04:00"),
        (date(2025, 11, 2), time(0, 30), False, None),
    ],
)
def test_on_the_day_of_a_change_the_hour_counts(day, at, summer, expected):
    assert offset_in_force(day, at, "America/New_York", summer=summer) == expected


def test_on_the_last_day_of_all_nothing_is_in_force_beyond_it():
    assert offset_in_force(date.max, time(23, 59), "America/New_York", summer=False) is None


# Cities


@pytest.mark.parametrize(
    ("city", "zone"),
    [
        ("Brussels", "Europe/Brussels"),
        ("BAKU", "Asia/Baku"),
        ("Hong Kong", "Asia/Hong_Kong"),
        ("New York City", "America/New_York"),
        ("Mexico City", "America/Mexico_City"),
        ("São Paulo", "America/Sao_Paulo"),
        ("St. John's", "America/St_Johns"),
        ("Port-au-Prince", "America/Port-au-Prince"),
        ("Buenos Aires", "America/Argentina/Buenos_Aires"),
        ("Sydney", "Australia/Sydney"),
        ("Kyiv", "Europe/Kyiv"),
        ("Istanbul", "Europe/Istanbul"),  # and Asia/Istanbul, its other name
        ("Calcutta", "Asia/Calcutta"),  # an older name
    ],
)
def test_a_city_has_the_zone_that_bears_its_name(city, zone):
    assert city_zone(city) == zone


@pytest.mark.parametrize("city", ["Beijing", "Astana", "Geneva", "Eastern", "UTC", "", "Москва"])
def test_another_city_has_none(city):
    assert city_zone(city) is None


# What it costs


def test_no_zone_data_is_loaded_before_a_zone_is_asked_for():
    script = """
import sys
import cica_events
cica_events.Event, cica_events.ClockTime, cica_events.parse_time("10:00/12:30")
assert not {"tzdata", "zoneinfo"} & set(sys.modules)
"""
    subprocess.run([sys.executable, "-c", script], check=True)
