"""The life of a feed: what a subscriber's program sees from the first publication to the last."""

import errno
import os
import re
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cica_events import (
    Calendar,
    Changes,
    EdtfDate,
    Event,
    FeedError,
    FileError,
    InvalidError,
    OmittedEventWarning,
    csv,
    export,
    ical,
    json,
    load_release,
    parse_edtf,
    publish,
)
from cica_events.publishing import contradictions

RELEASE = load_release()
IDS = tuple(event.id for event in RELEASE.events)
START = datetime(2026, 12, 1, tzinfo=UTC)
DAY = timedelta(days=1)
URL = "https://example.org/cica/"
FILES = ["cica.csv", "cica.ics", "cica.json", "cica.svg", "index.html"]


def without(*ids):
    return attrs.evolve(RELEASE, events=[e for e in RELEASE.events if e.id not in ids])


def with_summit(when, **fields):
    events = list(RELEASE.events)
    events[4] = attrs.evolve(events[4], when=parse_edtf(when), **fields)
    return attrs.evolve(RELEASE, events=events)


REFINED = with_summit("2022-10-12/2022-10-13", basis="stated")


def feed(folder):
    return ical.loads((folder / "cica.ics").read_bytes())


def event(folder, event_id):
    return next(e for e in feed(folder).events if e.id == event_id)


def state(folder):
    return {
        path.name: (path.read_bytes(), path.stat().st_mtime_ns, path.stat().st_ino)
        for path in folder.iterdir()
        if not path.name.startswith(".")
    }


def block(folder, event_id):
    data = (folder / "cica.ics").read_bytes()
    return next(
        part
        for part in data.split(b"BEGIN:VEVENT\r\n")
        if part.startswith(f"UID:{event_id}@".encode())
    )


def test_the_life_of_the_bundled_feed_byte_by_byte(tmp_path, golden):
    lives = [
        ("first", RELEASE, 0),
        ("idle", RELEASE, 1),
        ("refined", REFINED, 2),
        (
            "withdrawn",
            attrs.evolve(REFINED, events=[e for e in REFINED.events if e.id != IDS[3]]),
            3,
        ),
        ("returned", REFINED, 4),
        ("withdrawn-again", attrs.evolve(REFINED, events=REFINED.events[:4]), 5),
        ("expired", attrs.evolve(REFINED, events=REFINED.events[:4]), 95),
    ]
    for name, release, days in lives:
        publish(release, tmp_path, now=START + days * DAY, url=URL)
        golden(f"life-{name}.ics", (tmp_path / "cica.ics").read_bytes())


def test_the_first_publication_adds_every_event(tmp_path):
    assert publish(RELEASE, tmp_path, now=START) == Changes(added=IDS)
    assert sorted(state(tmp_path)) == FILES


def test_an_idle_run_touches_no_file(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    before = state(tmp_path)
    assert publish(RELEASE, tmp_path, now=START + DAY) == Changes(unchanged=IDS)
    assert state(tmp_path) == before


def test_a_changed_event_is_revised_and_the_others_keep_their_bytes(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    before = {i: block(tmp_path, i) for i in IDS[:4]}
    changes = publish(REFINED, tmp_path, now=START + DAY)
    assert changes == Changes(changed=IDS[4:], unchanged=IDS[:4])
    assert {i: block(tmp_path, i) for i in IDS[:4]} == before
    revised = event(tmp_path, IDS[4])
    assert (revised.sequence, revised.modified) == (1, START + DAY)


def test_a_withdrawn_event_is_cancelled_as_it_was(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    old = event(tmp_path, IDS[3])
    assert publish(without(IDS[3]), tmp_path, now=START + DAY).cancelled == (IDS[3],)
    expected = attrs.evolve(old, status="cancelled", sequence=1, modified=START + DAY)
    assert event(tmp_path, IDS[3]) == expected
    assert b"SUMMARY:Cancelled: Joint Statement" in block(tmp_path, IDS[3])


def test_a_cancelled_event_stays_ninety_days_and_is_gone(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    publish(without(IDS[3]), tmp_path, now=START + DAY)
    changes = publish(without(IDS[3]), tmp_path, now=START + 90 * DAY)
    assert changes.unchanged == (*IDS[:3], IDS[4], IDS[3])
    changes = publish(without(IDS[3]), tmp_path, now=START + 91 * DAY)
    assert changes.expired == (IDS[3],)
    assert IDS[3] not in [e.id for e in feed(tmp_path).events]


def test_how_long_a_cancelled_event_stays_is_the_callers_to_say(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    publish(without(IDS[3]), tmp_path, now=START)
    gone = publish(without(IDS[3]), tmp_path, now=START + DAY, keep_cancelled=DAY)
    assert gone.expired == (IDS[3],)


def test_an_event_that_returns_is_confirmed_again(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    publish(without(IDS[3]), tmp_path, now=START + DAY)
    assert publish(RELEASE, tmp_path, now=START + 2 * DAY).changed == (IDS[3],)
    back = event(tmp_path, IDS[3])
    assert (back.status, back.sequence) == ("confirmed", 2)


def test_stamps_never_go_back_even_if_the_clock_does(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    publish(REFINED, tmp_path, now=START + 10 * DAY)
    publish(RELEASE, tmp_path, now=START + 5 * DAY)
    assert event(tmp_path, IDS[4]).modified == START + 10 * DAY


def test_the_data_may_bring_a_newer_stamp_and_a_higher_sequence(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    newer = START + 30 * DAY
    publish(with_summit("2022", modified=newer, sequence=7), tmp_path, now=START + DAY)
    assert (event(tmp_path, IDS[4]).sequence, event(tmp_path, IDS[4]).modified) == (7, newer)


def test_an_event_without_a_stamp_gets_the_moment_of_publication(tmp_path):
    calendar = Calendar(id="c", name="C", events=[Event(id="e", title="E", when=EdtfDate(1993))])
    publish(calendar, tmp_path, now=START)
    assert ical.loads((tmp_path / "c.ics").read_bytes()).events[0].modified == START


def test_every_file_tells_of_the_same_events(tmp_path):
    publish(RELEASE, tmp_path, now=START, url=URL)
    publish(without(IDS[3]), tmp_path, now=START + DAY, url=URL)
    table = csv.loads((tmp_path / "cica.csv").read_bytes())
    data = json.loads((tmp_path / "cica.json").read_bytes())
    assert feed(tmp_path) == table == data
    assert data.source == "https://example.org/cica/cica.ics"


def test_an_event_that_no_calendar_can_show_is_in_the_other_files(tmp_path):
    undated = with_summit("XXXX-10")
    with pytest.warns(OmittedEventWarning, match="sixth-summit-2022"):
        publish(undated, tmp_path, now=START)
    assert [e.id for e in feed(tmp_path).events] == list(IDS[:4])
    assert [e.id for e in json.loads((tmp_path / "cica.json").read_bytes()).events] == list(IDS)


def test_an_event_that_can_no_longer_be_shown_is_cancelled_in_the_feed_alone(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    with pytest.warns(OmittedEventWarning):
        changes = publish(RELEASE, tmp_path, now=START + DAY, imprecise="omit")
    assert changes.cancelled == (IDS[0], IDS[2], IDS[4])
    data = json.loads((tmp_path / "cica.json").read_bytes())
    assert [(e.id, e.status) for e in data.events] == [(i, "confirmed") for i in IDS]
    assert event(tmp_path, IDS[0]).status == "cancelled"
    with pytest.warns(OmittedEventWarning):
        changes = publish(RELEASE, tmp_path, now=START + 2 * DAY, imprecise="omit")
    assert set(changes.unchanged) == set(IDS)


def test_markers_are_revised_together(tmp_path):
    publish(RELEASE, tmp_path, now=START, imprecise="marker")
    assert publish(RELEASE, tmp_path, now=START, imprecise="marker").unchanged == IDS
    publish(without(IDS[2]), tmp_path, now=START + DAY, imprecise="marker")
    data = (tmp_path / "cica.ics").read_bytes()
    assert data.count(b"STATUS:CANCELLED") == 2
    assert event(tmp_path, IDS[2]).sequence == 1


def test_several_releases_are_one_feed_and_the_later_wins(tmp_path):
    publish([RELEASE, REFINED], tmp_path, now=START, name="CICA")
    assert event(tmp_path, IDS[4]).when == REFINED.events[4].when
    assert feed(tmp_path).name == "CICA"
    (line,) = contradictions([RELEASE, REFINED])
    assert line.startswith("sixth-summit-2022: 12–13 October 2022 in “Kazakhstan")


def test_a_stream_of_events_can_be_published(tmp_path):
    calendar = RELEASE.calendar()
    streamed = attrs.evolve(calendar, events=iter(calendar.events))
    assert publish(streamed, tmp_path, now=START).added == IDS
    twice = attrs.evolve(calendar, events=iter([*calendar.events, *calendar.events]))
    with pytest.raises(InvalidError, match="is the id of"):
        publish(twice, tmp_path)


def test_a_change_of_the_calendar_alone_leaves_the_events_as_they_are(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    before = block(tmp_path, IDS[0])
    assert publish(RELEASE, tmp_path, now=START + DAY, name="Other").unchanged == IDS
    assert feed(tmp_path).name == "Other"
    assert block(tmp_path, IDS[0]) == before


def test_a_dry_run_changes_nothing(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    before = state(tmp_path)
    assert publish(REFINED, tmp_path, now=START, dry_run=True).changed == IDS[4:]
    assert state(tmp_path) == before


def test_the_diff_is_for_a_person(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    changes = publish(REFINED, tmp_path, now=START)
    assert (
        changes.to_text() == "~ sixth-summit-2022  October 2022 → 12–13 October 2022, basis changed"
    )
    changes = publish(without(IDS[4]), tmp_path, now=START)
    assert changes.to_text() == "- sixth-summit-2022  cancelled"
    changes = publish(REFINED, tmp_path, now=START)
    assert changes.to_text() == "~ sixth-summit-2022  confirmed again"
    publish(without(IDS[4]), tmp_path, now=START)
    changes = publish(without(IDS[4]), tmp_path, now=START, keep_cancelled=timedelta(0))
    assert changes.to_text() == "- sixth-summit-2022  expired"


@pytest.mark.parametrize(
    "damage",
    [
        lambda data: data[:-40],
        lambda data: b"not a calendar",
        lambda data: b"",
        lambda data: data.replace(b"X-CICA-ID:cica", b"X-CICA-ID:other"),
        lambda data: re.sub(rb"SEQUENCE:0\r\n", b"", data),
        lambda data: data.replace(b"DTSTAMP:2026", b"DTSTAMP:26"),
        lambda data: b"BEGIN:VCALENDAR\r\nPRODID:other\r\nVERSION:2.0\r\nEND:VCALENDAR\r\n",
    ],
)
def test_a_feed_that_cannot_be_trusted_is_left_as_it_is(tmp_path, damage):
    publish(RELEASE, tmp_path, now=START)
    file = tmp_path / "cica.ics"
    file.write_bytes(damage(file.read_bytes()))
    before = state(tmp_path)
    with pytest.raises(FeedError, match=r"cica\.ics: .*left as it is"):
        publish(REFINED, tmp_path, now=START)
    assert state(tmp_path) == before
    assert publish(REFINED, tmp_path, now=START, replace=True).added == IDS


def test_what_is_out_there_and_contradicts_itself_is_an_error(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    file = tmp_path / "cica.ics"
    file.write_bytes(file.read_bytes().replace(b"DATE:20221001", b"DATE:20221002"))
    with pytest.raises(FeedError, match="contradicts"):
        publish(REFINED, tmp_path, now=START)


@pytest.mark.parametrize("what", [5, [], [5], "cica", [RELEASE, RELEASE.calendar()]])
def test_only_calendars_and_releases_are_published(tmp_path, what):
    with pytest.raises(InvalidError):
        publish(what, tmp_path / "new")
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("url", ["ftp://example.org", "example.org", 5, "https://a b/"])
def test_only_web_addresses_are_taken(tmp_path, url):
    with pytest.raises(InvalidError, match="is not an http or https address"):
        publish(RELEASE, tmp_path / "new", url=url)
    assert not (tmp_path / "new").exists()


def test_a_file_in_the_place_of_the_folder(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(FileError, match="is not a folder"):
        publish(RELEASE, tmp_path / "file")
    with pytest.raises(FileError):
        publish(RELEASE, tmp_path / "file" / "below")


@pytest.mark.parametrize("name", [*FILES, ".cica-events.lock"])
def test_a_symbolic_link_is_not_followed(tmp_path, name):
    outside = tmp_path / "outside"
    outside.write_text("precious")
    folder = tmp_path / "public"
    folder.mkdir()
    (folder / name).symlink_to(outside)
    with pytest.raises(FileError):
        publish(RELEASE, folder, now=START)
    assert outside.read_text() == "precious"


def test_a_folder_in_the_place_of_the_feed(tmp_path):
    (tmp_path / "cica.ics").mkdir()
    with pytest.raises(FileError, match="is not a regular file"):
        publish(RELEASE, tmp_path)


def test_a_folder_that_cannot_be_written(tmp_path, monkeypatch):
    def refuse(*_, **__):
        raise PermissionError(errno.EACCES, "Permission denied")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    with pytest.raises(FileError, match="Permission denied"):
        publish(RELEASE, tmp_path)


def test_permissions_are_kept(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    (tmp_path / "cica.ics").chmod(0o640)
    publish(REFINED, tmp_path, now=START)
    assert stat.S_IMODE((tmp_path / "cica.ics").stat().st_mode) == 0o640


def test_a_missing_file_is_made_again(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    (tmp_path / "cica.csv").unlink()
    assert publish(RELEASE, tmp_path, now=START).unchanged == IDS
    assert sorted(state(tmp_path)) == FILES


def test_what_a_killed_publisher_left_is_removed_when_it_is_old(tmp_path):
    young, old = tmp_path / ".cica-young.tmp", tmp_path / ".cica-old.tmp"
    for path in (young, old):
        path.write_text("")
    os.utime(old, (time.time() - 7200, time.time() - 7200))
    publish(RELEASE, tmp_path, now=START)
    assert young.exists()
    assert not old.exists()


def test_publishers_at_the_same_time_take_turns(tmp_path):
    """Each publication changes one event of its own; no revision of any may be lost."""
    rounds, publishers = 12, 4

    def work(number):
        for turn in range(rounds):
            publish(with_summit("2022-10", title=f"Summit {number} {turn}"), tmp_path)

    with ThreadPoolExecutor(publishers) as pool:
        list(pool.map(work, range(publishers)))
    assert event(tmp_path, IDS[4]).sequence == rounds * publishers - 1


KILLED = """
import sys
from cica_events import *
folder, turn = sys.argv[1:]
events = [Event(id=f"e{n}", title=f"Event {n} {turn}", when=EdtfDate(2022)) for n in range(800)]
publish(Calendar(id="c", name="C", events=events), folder)
"""


def test_a_kill_at_any_moment_leaves_whole_files(tmp_path):
    names = ("c.ics", "c.csv", "c.json")
    readers = dict(zip(names, (ical, csv, json), strict=True))
    for number in range(8):
        process = subprocess.Popen([sys.executable, "-c", KILLED, tmp_path, str(number)])
        time.sleep(0.12 + 0.04 * number)
        process.send_signal(signal.SIGKILL)
        process.wait()
        for name, module in readers.items():
            if (tmp_path / name).exists():
                titles = {
                    e.title.split()[-1] for e in module.loads((tmp_path / name).read_bytes()).events
                }
                assert len(titles) == 1
    subprocess.run([sys.executable, "-c", KILLED, tmp_path, "last"], check=True)
    calendars = [module.loads((tmp_path / name).read_bytes()) for name, module in readers.items()]
    assert calendars[0] == calendars[1] == calendars[2]


def test_a_full_disk_leaves_the_old_feed(tmp_path, monkeypatch):
    publish(RELEASE, tmp_path, now=START)
    before = state(tmp_path)

    def full(_):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileError, match="No space left on device"):
        publish(REFINED, tmp_path, now=START)
    assert state(tmp_path) == before


def test_where_one_file_cannot_be_written_none_is_replaced(tmp_path, monkeypatch):
    publish(RELEASE, tmp_path, now=START)
    before = state(tmp_path)
    settled = []

    def full_at_the_third(descriptor):
        settled.append(descriptor)
        if len(settled) == 3:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full_at_the_third)
    with pytest.raises(FileError, match="No space left on device"):
        publish(REFINED, tmp_path, now=START)
    assert state(tmp_path) == before


@pytest.mark.parametrize(("name", "value"), [("imprecise", "vague"), ("keep_cancelled", 90)])
def test_a_wrong_argument_is_refused_before_anything_is_written(tmp_path, name, value):
    with pytest.raises(InvalidError, match=name):
        publish(RELEASE, tmp_path / "new", **{name: value})
    assert not (tmp_path / "new").exists()


@settings(max_examples=60)
@given(st.lists(st.sets(st.integers(0, 3)), min_size=1, max_size=6))
def test_any_life_ends_in_what_was_given_last(tmp_path_factory, lives):
    """Given and withdrawn in any order, the feed holds what was given, and cancels the rest."""
    folder = tmp_path_factory.mktemp("feed")
    seen = set()
    for turn, numbers in enumerate(lives):
        events = [
            Event(id=f"e{n}", title=f"E{n}", when=EdtfDate(2000 + n)) for n in sorted(numbers)
        ]
        publish(Calendar(id="c", name="C", events=events), folder, now=START + turn * DAY)
        seen |= numbers
        found = {e.id: e.status for e in ical.loads((folder / "c.ics").read_bytes()).events}
        assert found == {f"e{n}": "confirmed" if n in numbers else "cancelled" for n in seen}


def test_a_published_feed_is_what_is_exported(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    export(RELEASE, tmp_path / "again.ics")
    assert (tmp_path / "again.ics").read_bytes() == (tmp_path / "cica.ics").read_bytes()
