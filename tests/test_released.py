"""Files of every released version are read for ever, and published over as if nothing had been.

Each folder in tests/golden that is named by a version holds files that this very version wrote: the
calendar that is defined here, its bundled release, and what it published. They are never rewritten.
"""

import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from attrs import evolve

from cica_events import (
    Calendar,
    Changes,
    Event,
    FeedError,
    csv,
    ical,
    json,
    load_release,
    parse_edtf,
    publish,
)

FOLDER = Path(__file__).with_name("golden") / "1.0"
PUBLISHED = datetime(2026, 11, 24, 12, 30, tzinfo=UTC)
DAY = timedelta(days=1)


def made(number, when, **fields):
    plain = {"id": f"e{number}", "title": "Meeting", "when": parse_edtf(when)}
    return Event(**plain | {"modified": PUBLISHED} | fields)


# One event for each way in which 1.0 put notes around a title and a description.
EVENTS = (
    made(0, "2022-05-10"),
    made(1, "2022-05-10", status="cancelled", description="One\n\nTwo"),
    made(2, "1993-04", status="cancelled", title="Cancelled: Meeting (sometime in April 1993)"),
    made(3, "2022-10-12/2022-10-13", place="Алматы, Kazakhstan", kind="summit"),
    made(4, "2010/2014-05", title="Chair (from 2010 to May 2014: starts sometime in 2010)"),
    made(5, "199X~", description="\n\nas the source states.\n\nEDTF: 199X~\n"),
    made(6, "2022-10/..", participants=["A; B", "=C", "\uff1dD"]),
    made(7, "../1999?", note="one\ntwo", url="https://example.org/?a=1&b=2,3"),
    made(8, "2022-05-10", basis="inferred", evidence=["signed on 10 May"]),
    made(9, "2022-05-10", basis="inferred", evidence=["on 10 May 2022"]),
    made(10, "2022-10", basis="resolved", evidence=["October this year", "a, b; c\\d"]),
    made(11, "2022-05-10?", title=r"C:\New, old; C:\\new", status="tentative"),
    made(12, "190X", source_title="A release", title="中央亚洲 " * 20 + "é"),
    made(13, "2022-33", sequence=7, modified=datetime(2022, 5, 11, 6, 7, 8, tzinfo=UTC)),
    made(14, "2022-XX-31", title="'=1+1"),
    made(15, "2022-05-10/2022-05-10", basis="inferred", evidence=["10 May"]),
)
CALENDAR = Calendar(
    id="c.example",
    name="Dates, of all; kinds",
    events=EVENTS,
    description="One\ntwo",
    url="https://example.org/",
    source="https://example.org/c.ics",
    color="steelblue",
    refresh=timedelta(hours=6),
)


def read(name):
    return (FOLDER / name).read_bytes()


def test_a_feed_of_1_0_is_read_as_what_it_was_written_of():
    assert ical.loads(read("all-span.ics")) == CALENDAR
    assert ical.loads(read("all-marker.ics")) == CALENDAR
    exact = [event for event in EVENTS if event.when.exact]
    assert ical.loads(read("all-omit.ics")) == evolve(CALENDAR, events=exact)


def test_a_table_of_1_0_is_read_as_what_it_was_written_of():
    assert csv.loads(read("all.csv")) == CALENDAR
    assert csv.loads(read("all-excel.csv")) == CALENDAR
    assert read("all-excel.csv").startswith(b"\xef\xbb\xbf")


def test_a_data_file_of_1_0_is_read_as_what_it_was_written_of():
    assert json.loads(read("all.json")) == CALENDAR


def test_a_release_of_1_0_is_read_as_its_files_tell():
    calendar = load_release(FOLDER / "release").calendar()
    assert calendar == json.loads(read("cica.json")) == csv.loads(read("cica.csv"))
    assert calendar == ical.loads(read("cica-span.ics")) == ical.loads(read("cica-marker.ics"))


def test_a_feed_of_1_0_with_a_withdrawn_event_is_read_as_its_other_files_are():
    calendar = ical.loads(read("published/cica.ics"))
    assert calendar == json.loads(read("published/cica.json"))
    assert calendar == csv.loads(read("published/cica.csv"))
    assert [event.status for event in calendar.events] == ["confirmed"] * 4 + ["cancelled"]


@pytest.mark.parametrize("name", ["all-span.ics", "all-marker.ics"])
@pytest.mark.parametrize(
    "rewrite", [lambda data: data.replace(b"\r\n", b"\n"), lambda data: data.decode()]
)
def test_a_feed_of_1_0_is_read_wherever_its_line_ends_went(name, rewrite):
    assert ical.loads(rewrite(read(name))) == CALENDAR


# Published over


def folder_of(tmp_path, name):
    """A folder with a feed of 1.0 in it."""
    (tmp_path / "c.example.ics").write_bytes(read(name))
    return tmp_path


@pytest.mark.parametrize("imprecise", ["span", "marker", "omit"])
@pytest.mark.filterwarnings("ignore::cica_events.OmittedEventWarning")
def test_over_a_feed_of_1_0_nothing_is_published_but_other_words(tmp_path, imprecise):
    folder = folder_of(tmp_path, f"all-{imprecise}.ics")
    shown = {e.id for e in EVENTS if imprecise != "omit" or e.when.exact}
    changes = publish(CALENDAR, folder, now=PUBLISHED + DAY, imprecise=imprecise)
    assert (set(changes.unchanged), changes.revisions, changes.calendar) == (shown, (), ())
    before = ical.read_revisions(read(f"all-{imprecise}.ics"), "c.example")
    after = ical.read_revisions((folder / "c.example.ics").read_bytes(), "c.example")
    for old, new in zip(before, after, strict=True):
        same = ("event_id", "is_end", "sequence", "modified")
        assert [getattr(old, name) for name in same] == [getattr(new, name) for name in same]
        assert new.stamp == PUBLISHED + DAY if old.event_id in changes.reworded else old.stamp
    assert {"e1", "e5"} <= set(changes.reworded) | ({"e5"} - shown)
    again = publish(CALENDAR, folder, now=PUBLISHED + 2 * DAY, imprecise=imprecise)
    assert again == Changes(unchanged=changes.unchanged)


def test_over_a_folder_of_1_0_a_life_goes_on(tmp_path):
    folder = tmp_path / "public"
    shutil.copytree(FOLDER / "published", folder)
    url, release = "https://example.org/cica/", load_release(FOLDER / "release")
    kept = evolve(release, events=[e for e in release.events if e.id != "joint-statement-2022"])
    changes = publish(kept, folder, now=PUBLISHED + 2 * DAY, url=url)
    assert (len(changes.unchanged), changes.revisions, changes.calendar) == (5, (), ())
    assert "joint-statement-2022" in changes.reworded
    back = publish(release, folder, now=PUBLISHED + 3 * DAY, url=url)
    assert back.changed == ("joint-statement-2022",)
    events = ical.loads((folder / "cica.ics").read_bytes()).events
    assert {event.id: event.sequence for event in events}["joint-statement-2022"] == 2


def test_what_1_0_withdrew_expires_when_it_would_have(tmp_path):
    shutil.copy(FOLDER / "published-marker" / "cica.ics", tmp_path)
    release = load_release(FOLDER / "release")
    kept = evolve(release, events=[e for e in release.events if e.id != "joint-statement-2022"])
    for days, expired in ((2, ()), (90, ()), (91, ("joint-statement-2022",))):
        changes = publish(kept, tmp_path, now=PUBLISHED + days * DAY, imprecise="marker")
        assert (changes.expired, changes.changed, changes.cancelled) == (expired, (), ())


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        (b"as the source states", b"as we know", "DESCRIPTION does not say what"),
        (b"BASIS:stated", b"BASIS:", "DESCRIPTION does not say what"),
        (b"EDTF: 1993-04", b"EDTF: 1993-05", "DESCRIPTION does not say what"),
        (b"(sometime in April", b"(in April", 'SUMMARY ".*" is not title and a note on Sometime'),
        (b": starts sometime", b": begins sometime", "SUMMARY .* is not title and a note"),
        (b"STATUS:CONFIRMED", b"STATUS:CANCELLED", "SUMMARY .* is not Cancelled: title"),
        (b"SUMMARY:First meeting", b"summary:First meeting", ""),
    ],
)
def test_a_feed_of_1_0_that_contradicts_itself_is_refused(old, new, message):
    data = read("cica-marker.ics").replace(b"\r\n ", b"").replace(old, new)
    if not message:
        assert ical.loads(data) == ical.loads(read("cica-marker.ics"))
        return
    with pytest.raises(FeedError, match=f"^VEVENT [1-6]: {message}"):
        ical.loads(data)
