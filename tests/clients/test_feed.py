"""The feeds say what the calendars say: what the programs are then held to."""

import pytest

from .awkward import BACKSLASHES, CASES, Case
from .feed import AWKWARD, BUNDLED, FEEDS, MARKERS, Feed
from .feed import BACKSLASHES as BACKSLASHED
from .record import Record

SPANS = {
    ("first-meeting-1993@cica", "1993-04", "1993-04-01", "1993-05-01"),
    ("first-ministerial-1999@cica", "1999-09-14", "1999-09-14", "1999-09-15"),
    ("turkish-chairmanship-2010-2014@cica", "2010/2014", "2010-01-01", "2015-01-01"),
    ("joint-statement-2022@cica", "2022-05-10", "2022-05-10", "2022-05-11"),
    ("sixth-summit-2022@cica", "2022-10", "2022-10-01", "2022-11-01"),
}
every_case = pytest.mark.parametrize("case", [*CASES, *BACKSLASHES], ids=lambda case: case.id)


def shown(case: Case) -> Record:
    both = (*AWKWARD.records, *BACKSLASHED.records)
    (record,) = (it for it in both if it["uid"] == f"{case.id}@awkward")
    return record


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.name)
def test_an_event_is_there_once(feed: Feed) -> None:
    uids = [record["uid"] for record in feed.records]
    assert uids
    assert len(uids) == len(set(uids))


def test_the_bundled_release_has_its_five_spans() -> None:
    fields = ("uid", "edtf", "start", "end")
    assert {tuple(record[field] for field in fields) for record in BUNDLED.records} == SPANS
    assert len(BUNDLED.records) == len(SPANS)


@every_case
def test_an_awkward_event_has_its_days(case: Case) -> None:
    record = shown(case)
    assert (record["start"], record["end"]) == (case.start, case.end)
    assert record["edtf"] == case.when


@every_case
def test_an_awkward_event_has_its_words(case: Case) -> None:
    record, event = shown(case), case.event()
    assert case.title in record["summary"]
    assert (event.description or "") in record["description"]
    assert record["location"] == event.place
    assert record["url"] == event.url
    assert record["categories"] == [event.kind]


@every_case
def test_an_awkward_event_has_its_state(case: Case) -> None:
    record, event = shown(case), case.event()
    assert record["status"] == event.status.upper()
    assert record["sequence"] == event.sequence
    assert record["transp"] == "TRANSPARENT"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.id)
def test_markers_stand_on_the_first_and_last_day(case: Case) -> None:
    """One where one end is known or the date is no interval, two of an interval, none but these."""
    marks = [record for record in MARKERS.records if case.title in record["summary"]]
    assert [(mark["start"], mark["end"]) for mark in marks] == case.marks()
