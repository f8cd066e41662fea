"""Moments and lengths of time as text."""

from datetime import UTC, datetime, timedelta, timezone

import pytest
from hypothesis import given
from strategies import moments, refreshes

from cica_events import InvalidError
from cica_events.timestamps import (
    duration_text,
    now,
    parse_duration,
    parse_timestamp,
    timestamp_text,
)


@given(moments)
def test_a_moment_is_read_back_from_its_text(moment):
    assert parse_timestamp(timestamp_text(moment)) == moment


@given(refreshes)
def test_a_length_of_time_is_read_back_from_its_text(length):
    assert parse_duration(duration_text(length)) == length


@pytest.mark.parametrize(
    ("length", "text"),
    [
        (timedelta(0), "P0D"),
        (timedelta(days=1), "P1D"),
        (timedelta(hours=12), "PT12H"),
        (timedelta(days=2, hours=3, minutes=4, seconds=5), "P2DT3H4M5S"),
        (timedelta(seconds=61), "PT1M1S"),
        (timedelta(hours=1, seconds=28), "PT1H0M28S"),
    ],
)
def test_a_length_of_time_is_written_as_rfc_5545_says(length, text):
    assert duration_text(length) == text


@pytest.mark.parametrize("text", ["2022-05-10 01:02:03Z", "2022-05-10T01:02:03+00:00"])
def test_a_moment_is_read_as_databases_write_it_again(text):
    assert parse_timestamp(text) == datetime(2022, 5, 10, 1, 2, 3, tzinfo=UTC)
    assert parse_timestamp("2022-05-10 01:02:03+00") == parse_timestamp(text)
    assert parse_timestamp(text).tzinfo is UTC


@pytest.mark.parametrize(
    "text",
    [
        *("", "2022-05-10", "2022-05-10T00:00:00", "2022-05-10T00:00:00+06:00"),
        *("2022-05-10T00:00:00-00:00", "2022-05-10  00:00:00Z", "2022-05-10 00:00:00 UTC"),
        "2022-02-30T00:00:00Z",
        "2022-05-10T24:00:01Z",
        "2022-05-10T00:00:00Z\n",
        "٢٠٢٢-05-10T00:00:00Z",
        "0000-01-01T00:00:00Z",
    ],
)
def test_what_is_no_utc_moment_is_refused(text):
    with pytest.raises(ValueError, match="is not a moment like 2022-05-10T00:00:00Z"):
        parse_timestamp(text)


@pytest.mark.parametrize(
    "text", ["", "P", "PT", "1D", "P1", "P1W", "P1DT", "P-1D", "PT1H\n", "P123456D"]
)
def test_what_is_no_length_of_time_is_refused(text):
    with pytest.raises(ValueError, match="is not a length of time like PT12H or P1D"):
        parse_duration(text)


def test_the_moment_given_comes_first(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    east = timezone(timedelta(hours=5, minutes=30))
    assert now(datetime(2022, 5, 10, 1, 0, 0, 9, east)) == datetime(2022, 5, 9, 19, 30, tzinfo=UTC)


def test_then_comes_the_epoch_of_a_reproducible_build(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1667305800")
    assert now(None) == datetime(2022, 11, 1, 12, 30, tzinfo=UTC)


def test_then_comes_the_clock_in_whole_seconds(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "")
    before = datetime.now(UTC) - timedelta(seconds=1)
    assert before < now(None) <= datetime.now(UTC)
    assert now(None).microsecond == 0


@pytest.mark.parametrize("given_", ["2022", 1667305800, datetime(2022, 5, 10)])  # noqa: DTZ001
def test_a_moment_without_a_zone_is_refused(given_):
    with pytest.raises(InvalidError, match=r"^now: .* is not a datetime with a time zone$"):
        now(given_)


def test_a_moment_that_utc_cannot_express_is_refused():
    with pytest.raises(InvalidError, match=r"^now: .* is not a moment$"):
        now(datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=1))))


@pytest.mark.parametrize("epoch", ["soon", "1e9", "9" * 30, "9" * 5000, "-99999999999999"])
def test_an_epoch_that_is_no_moment_is_refused_by_its_name(monkeypatch, epoch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(InvalidError, match=r"^SOURCE_DATE_EPOCH: .* is not a moment$"):
        now(None)


def test_a_wrong_epoch_does_not_matter_where_a_moment_is_given(monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "soon")
    assert now(datetime(2022, 5, 10, tzinfo=UTC)).year == 2022
