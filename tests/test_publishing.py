"""The life of a feed: what a subscriber's program sees from the first publication to the last."""

import errno
import html
import os
import re
import signal
import stat
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from json import loads as read_json
from pathlib import Path

import attrs
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cica_events import (
    Calendar,
    Changes,
    CicaEventsError,
    EdtfDate,
    Event,
    FeedError,
    FileError,
    InvalidError,
    OmittedEventWarning,
    Release,
    csv,
    export,
    ical,
    json,
    load_release,
    parse_edtf,
    parse_time,
    publish,
)
from cica_events.folder import taken
from cica_events.formats import page
from cica_events.publishing import contradictions
from cica_events.releases import save_release

RELEASE = load_release()
IDS = tuple(event.id for event in RELEASE.events)
START = datetime(2026, 12, 1, tzinfo=UTC)
DAY = timedelta(days=1)
URL = "https://example.org/cica/"
FILES = ["cica.csv", "cica.ics", "cica.json", "cica.svg", "index.html"]


def drafted(*ids, release=RELEASE):
    return attrs.evolve(release, unreviewed=ids)


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


def test_the_diff_tells_another_time(tmp_path):
    day = {"when": "2022-10-12", "basis": "stated"}
    publish(with_summit(**day), tmp_path, now=START)
    timed = with_summit(**day, time=parse_time("10:00"), zone="+06:00")
    changes = publish(timed, tmp_path, now=START + DAY)
    assert changes.changed == IDS[4:]
    assert "12 October 2022 → 12 October 2022, 10:00 UTC+06:00, time, zone" in changes.to_text()
    assert publish(timed, tmp_path, now=START + 2 * DAY).unchanged == IDS
    assert publish(with_summit(**day), tmp_path, now=START + 3 * DAY).changed == IDS[4:]
    assert event(tmp_path, IDS[4]).sequence == 2


def test_another_moment_by_a_new_edition_of_the_tz_database_is_a_revision(tmp_path):
    timed = with_summit("2022-10-12", time=parse_time("10:00"), zone="Asia/Almaty")
    publish(timed, tmp_path, now=START)
    feed = tmp_path / "cica.ics"
    data = feed.read_bytes()
    older = data.replace(b"DTSTART:20221012T040000Z", b"DTSTART:20221012T050000Z")
    assert older != data
    feed.write_bytes(older)
    changes = publish(timed, tmp_path, now=START + DAY)
    assert changes == Changes(changed=IDS[4:], unchanged=IDS[:4])
    assert b"SEQUENCE:1\r\nDTSTART:20221012T040000Z" in feed.read_bytes()
    assert publish(timed, tmp_path, now=START + DAY) == Changes(unchanged=IDS)


def test_a_withdrawn_event_is_cancelled_as_it_was_and_named_so(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    old = event(tmp_path, IDS[3])
    assert publish(without(IDS[3]), tmp_path, now=START + DAY).cancelled == (IDS[3],)
    expected = attrs.evolve(old, status="cancelled", sequence=1, modified=START + DAY)
    assert event(tmp_path, IDS[3]) == expected
    assert b"SUMMARY:Withdrawn: Joint Statement" in block(tmp_path, IDS[3])
    assert b"STATUS:CANCELLED\r\n" in block(tmp_path, IDS[3])
    assert b"X-CICA-WITHDRAWN:TRUE\r\n" in block(tmp_path, IDS[3])


@pytest.mark.parametrize(
    ("shown", "imprecise"), [("span", "span"), ("marker", "marker"), ("span", "omit")]
)
def test_a_cancelled_event_is_shown_on_the_days_it_was_shown_on(tmp_path, shown, imprecise):
    publish(RELEASE, tmp_path, now=START, imprecise=shown)
    days = re.compile(rb"(?:DTSTART|DTEND|X-CICA-MARKER)[^\r]*")
    before = [days.findall(block(tmp_path, i)) for i in IDS]
    publish(without(*IDS), tmp_path, now=START + DAY, imprecise=imprecise)
    assert [days.findall(block(tmp_path, i)) for i in IDS] == before


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


def test_every_file_tells_of_the_revision_that_the_feed_has_kept(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    publish(REFINED, tmp_path, now=START + DAY)
    publish(REFINED, tmp_path, now=START + 2 * DAY)
    data = json.loads((tmp_path / "cica.json").read_bytes())
    assert feed(tmp_path) == csv.loads((tmp_path / "cica.csv").read_bytes()) == data
    assert (data.events[4].sequence, data.events[4].modified) == (1, START + DAY)


@pytest.mark.parametrize("url", ["https://example.org/X", "https://example.org/X/"])
def test_the_page_and_the_feed_tell_where_the_feed_is(tmp_path, url):
    publish(RELEASE, tmp_path, now=START, url=url)
    assert feed(tmp_path).source == "https://example.org/X/cica.ics"
    assert b"webcal://example.org/X/cica.ics" in (tmp_path / "index.html").read_bytes()


def test_the_page_shows_the_picture_and_what_was_set_aside(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    shown = (tmp_path / "index.html").read_text(encoding="utf-8")
    assert "<svg" in shown
    assert RELEASE.set_aside[0].reason in html.unescape(shown)


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
    assert [*contradictions([RELEASE, attrs.evolve(REFINED, title="Later")])] == [
        "sixth-summit-2022: 12–13 October 2022 in “Later” "
        f"replaces October 2022 in “{RELEASE.title}”"
    ]


def test_a_stream_of_events_can_be_published(tmp_path):
    calendar = RELEASE.calendar()
    streamed = attrs.evolve(calendar, events=iter(calendar.events))
    assert publish(streamed, tmp_path, now=START).added == IDS
    twice = attrs.evolve(calendar, events=iter([*calendar.events, *calendar.events]))
    with pytest.raises(InvalidError, match="is the id of"):
        publish(twice, tmp_path / "new")
    assert not (tmp_path / "new").exists()


def test_a_change_of_the_calendar_alone_leaves_the_events_as_they_are(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    before = block(tmp_path, IDS[0])
    for what in (RELEASE, RELEASE.calendar()):
        assert publish(what, tmp_path, now=START + DAY).unchanged == IDS
        assert feed(tmp_path).name == RELEASE.calendar().name
        assert publish(what, tmp_path, now=START + DAY, name="Other").unchanged == IDS
        assert feed(tmp_path).name == "Other"
    assert block(tmp_path, IDS[0]) == before


def test_a_dry_run_changes_nothing(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    before = state(tmp_path)
    assert publish(REFINED, tmp_path, now=START, dry_run=True).changed == IDS[4:]
    assert state(tmp_path) == before
    assert publish(RELEASE, tmp_path / "new", now=START, dry_run=True).added == IDS
    assert not (tmp_path / "new").exists()


def test_a_dry_run_waits_for_a_publisher_at_work(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    before = state(tmp_path)
    with ThreadPoolExecutor() as pool:
        with taken(tmp_path):
            other = pool.submit(publish, REFINED, tmp_path, now=START, dry_run=True)
            with pytest.raises(TimeoutError):
                other.result(timeout=0.2)
        assert other.result(timeout=10).changed == IDS[4:]
    assert state(tmp_path) == before


def test_a_dry_run_needs_no_right_to_write(tmp_path, monkeypatch):
    publish(RELEASE, tmp_path, now=START)
    monkeypatch.setattr("os.access", lambda path, mode: False)
    with taken(tmp_path):
        assert publish(REFINED, tmp_path, now=START, dry_run=True).changed == IDS[4:]


def test_the_diff_is_for_a_person(tmp_path):
    changes = publish(RELEASE, tmp_path, now=START)
    assert [line.split("  ")[0].rstrip() for line in changes.to_text().split("\n")] == [
        f"+ {i}" for i in IDS
    ]
    assert changes.to_text().endswith(f"  October 2022  {RELEASE.events[4].title}")
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
    assert publish(without(IDS[4]), tmp_path, now=START).to_text() == "nothing changed"
    renamed = with_summit("2022-10", title="Summit", place="Astana")
    publish(with_summit("2022-10", place="Almaty"), tmp_path, now=START)
    changes = publish(attrs.evolve(renamed, events=renamed.events[1:]), tmp_path, now=START)
    assert changes.to_text().split("\n") == [
        "~ sixth-summit-2022   title, place changed",
        "- first-meeting-1993  cancelled",
    ]


def test_changes_are_the_ids_with_or_without_the_revisions(tmp_path):
    changes = publish(RELEASE, tmp_path, now=START)
    assert changes == Changes(added=IDS)
    assert repr(changes) == repr(Changes(added=IDS))
    assert Changes(added=IDS).to_text() == "nothing changed"


def test_the_changes_are_given_to_a_program_in_one_line(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    changes = publish(with_summit("2022"), tmp_path, now=START)
    assert changes.to_json().count("\n") == 0
    kinds = {"added": [], "changed": [IDS[4]], "cancelled": [], "expired": []}
    kinds |= {"unchanged": [*IDS[:4]], "reworded": [], "calendar": []}
    assert read_json(changes.to_json()) == kinds


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
    with pytest.raises(FeedError) as caught:
        publish(REFINED, tmp_path, now=START)
    assert str(caught.value).startswith(f"{file}: ")
    assert str(caught.value).endswith("; it is left as it is (replace starts afresh)")
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
    with pytest.raises(
        InvalidError, match=r"^what: .* is not a calendar, a release or releases$"
    ) as caught:
        publish(what, tmp_path / "new")
    assert str(what)[:9] in str(caught.value)
    assert not (tmp_path / "new").exists()


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize(
    ("url", "what"),
    [
        *(
            (url, "a web address")
            for url in ("ftp://example.org", "example.org", 5, "https://a b/")
        ),
        *((f"https://example.org/{rest}", "the address of a folder$") for rest in ("?x", "#x")),
        ("", "the address of a folder$"),
    ],
)
def test_only_addresses_of_folders_are_taken(tmp_path, url, what, dry_run):
    with pytest.raises(InvalidError, match=f"^url: .* is not {what}") as caught:
        publish(RELEASE, tmp_path / "new", url=url, dry_run=dry_run)
    assert str(url) in str(caught.value)
    assert not (tmp_path / "new").exists()


def test_a_file_in_the_place_of_the_folder(tmp_path):
    file = tmp_path / "file"
    file.write_text("")
    with pytest.raises(FileError) as caught:
        publish(RELEASE, file)
    assert str(caught.value) == f"{file}: is not a folder"
    with pytest.raises(FileError) as caught:
        publish(RELEASE, file / "below")
    assert str(caught.value) == f"{file / 'below'}: Not a directory"


def test_a_folder_is_made_with_those_around_it(tmp_path):
    publish(RELEASE, tmp_path / "a" / "b" / "c", now=START)
    assert sorted(state(tmp_path / "a" / "b" / "c")) == FILES


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize("name", [*FILES, ".cica-events.lock"])
def test_a_symbolic_link_is_not_followed(tmp_path, name, dry_run):
    outside = tmp_path / "outside"
    outside.write_text("precious")
    folder = tmp_path / "public"
    folder.mkdir()
    (folder / name).symlink_to(outside)
    with pytest.raises(FileError) as caught:
        publish(RELEASE, folder, now=START, dry_run=dry_run)
    assert outside.read_text() == "precious"
    why = {
        ".cica-events.lock": "is a symbolic link, so it is not used as a lock",
    }
    expected = why.get(name, "is not a regular file, so it is not replaced")
    assert str(caught.value) == f"{folder / name}: {expected}"


def test_a_folder_in_the_place_of_the_feed(tmp_path):
    (tmp_path / "cica.ics").mkdir()
    with pytest.raises(FileError, match=r": is not a regular file, so it is not replaced$"):
        publish(RELEASE, tmp_path)


@pytest.mark.parametrize(
    "error", [PermissionError(errno.EACCES, "Permission denied"), OSError("Permission denied")]
)
def test_a_folder_that_cannot_be_written(tmp_path, monkeypatch, error):
    def refuse(*_, **__):
        raise error

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    with pytest.raises(FileError) as caught:
        publish(RELEASE, tmp_path)
    assert str(caught.value) == f"{tmp_path / '.cica-events.lock'}: Permission denied"


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


def test_a_leftover_that_cannot_be_removed_does_not_matter(tmp_path):
    stuck = tmp_path / ".cica-folder.tmp"
    stuck.mkdir()
    os.utime(stuck, (time.time() - 7200, time.time() - 7200))
    assert publish(RELEASE, tmp_path, now=START).added == IDS
    assert stuck.exists()


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


@pytest.mark.parametrize("place", [1, 3])
def test_where_one_file_fills_the_disk_none_is_replaced(tmp_path, monkeypatch, place):
    publish(RELEASE, tmp_path, now=START)
    before = state(tmp_path)
    settled = []

    def full(descriptor):
        settled.append(descriptor)
        if len(settled) == place:
            raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("os.fsync", full)
    with pytest.raises(FileError, match="No space left on device"):
        publish(REFINED, tmp_path, now=START)
    assert state(tmp_path) == before


def test_a_revision_is_told_again_until_the_feed_itself_is_replaced(tmp_path, monkeypatch):
    """The system fails at one file after the other; the feed is the last of them."""
    for place in range(5):
        folder = tmp_path / str(place)
        publish(RELEASE, folder, now=START)
        replaced = []

        def fail(self, target, replaced=replaced, place=place, real=Path.replace):
            if len(replaced) == place:
                raise OSError(errno.EIO, "Input/output error")
            replaced.append(target.name)
            return real(self, target)

        monkeypatch.setattr(Path, "replace", fail)
        with pytest.raises(FileError, match="Input/output error"):
            publish(REFINED, folder, now=START)
        monkeypatch.undo()
        assert "cica.ics" not in replaced
        assert event(folder, IDS[4]).when == RELEASE.events[4].when
        changes = publish(REFINED, folder, now=START + DAY)
        assert changes.changed == IDS[4:]
        assert feed(folder) == json.loads((folder / "cica.json").read_bytes())
        assert publish(REFINED, folder, now=START + DAY).unchanged == IDS


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize("name", ["index.html", "cica.csv", "cica.json", "cica.svg"])
def test_a_file_of_somebody_elses_is_left_alone(tmp_path, name, dry_run):
    (tmp_path / name).write_text("<p>id,title,when by hand</p>", "utf-8")
    before = state(tmp_path)
    with pytest.raises(FileError) as caught:
        publish(RELEASE, tmp_path, now=START, dry_run=dry_run)
    why = "was not written by this library; it is left as it is (replace overwrites it)"
    assert str(caught.value) == f"{tmp_path / name}: {why}"
    assert state(tmp_path) == before
    assert publish(RELEASE, tmp_path, now=START, replace=True).added == IDS
    assert publish(RELEASE, tmp_path, now=START).unchanged == IDS


def test_every_file_of_somebody_elses_is_named_at_once(tmp_path):
    for name in ("index.html", "cica.csv"):
        (tmp_path / name).write_text("by hand", "utf-8")
    with pytest.raises(FileError) as caught:
        publish(RELEASE, tmp_path, now=START)
    assert [line.split(": ")[0] for line in str(caught.value).split("\n")] == [
        str(tmp_path / name) for name in ("cica.csv", "index.html")
    ]


def test_a_release_is_never_overwritten_by_its_own_feed(tmp_path):
    release = attrs.evolve(RELEASE, id="release")
    file = save_release(release, tmp_path)
    before = file.read_bytes()
    with pytest.raises(FileError, match=r"release\.json: was not written by this library"):
        publish(release, tmp_path, now=START)
    assert file.read_bytes() == before


def test_a_folder_holds_one_feed(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    before = state(tmp_path)
    for dry_run in (False, True):
        with pytest.raises(FeedError) as caught:
            publish(RELEASE, tmp_path, now=START, id="other", dry_run=dry_run)
        assert str(caught.value) == (
            f'{tmp_path}: holds the feed "cica", and a folder holds one feed: publish "other" into '
            "another, or start afresh with it (replace)"
        )
    assert state(tmp_path) == before


def test_to_start_afresh_with_another_feed_leaves_the_files_of_the_old_one(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    before = state(tmp_path)
    assert publish(RELEASE, tmp_path, now=START, id="other", replace=True).added == IDS
    after = state(tmp_path)
    assert {name for name in before if before[name] != after[name]} == {"index.html"}
    assert publish(RELEASE, tmp_path, now=START, id="other").unchanged == IDS
    with pytest.raises(FeedError, match='holds the feed "other"'):
        publish(RELEASE, tmp_path, now=START)


def test_the_id_is_the_publishers_to_say(tmp_path):
    publish([attrs.evolve(RELEASE, id="zeta"), RELEASE], tmp_path, now=START, id="a.example.org")
    found = ical.loads((tmp_path / "a.example.org.ics").read_bytes())
    assert (found.id, len(found.events)) == ("a.example.org", 5)
    first = attrs.evolve(RELEASE, id="alpha")
    assert publish([first, RELEASE], tmp_path, now=START, id="a.example.org").unchanged == IDS
    with pytest.raises(InvalidError, match='id: "a b" is not an id'):
        publish(RELEASE, tmp_path / "new", id="a b")
    with pytest.raises(InvalidError, match='id: "" is not an id'):
        publish(RELEASE, tmp_path / "new", id="")


@pytest.mark.parametrize("dry_run", [False, True])
def test_what_the_page_needs_is_asked_for_before_anything_is_made(tmp_path, monkeypatch, dry_run):
    monkeypatch.setitem(sys.modules, "jinja2", None)
    page._template.cache_clear()
    with pytest.raises(CicaEventsError, match="the page needs jinja2"):
        publish(RELEASE, tmp_path / "a" / "b", now=START, dry_run=dry_run)
    page._template.cache_clear()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize("name", ["a\0b", "x" * 300])
def test_a_name_that_no_folder_can_have_is_said(tmp_path, name, dry_run):
    with pytest.raises(FileError):
        publish(RELEASE, tmp_path / name, dry_run=dry_run)
    with pytest.raises(FileError):
        publish(RELEASE, tmp_path / name / "below", dry_run=dry_run)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize("folder", ["there", "new", "new/below"])
@pytest.mark.parametrize(("length", "suffix"), [(300, ".ics"), (251, ".json")])
def test_an_id_that_no_file_can_have_is_said(tmp_path, folder, length, suffix, dry_run):
    (tmp_path / "there").mkdir()
    with pytest.raises(FileError) as caught:
        publish(RELEASE, tmp_path / folder, id="x" * length, dry_run=dry_run)
    file = tmp_path / folder / ("x" * length + suffix)
    assert str(caught.value) == f"{file}: File name too long"
    assert [path.name for path in tmp_path.iterdir()] == ["there"]


@pytest.mark.parametrize("dry_run", [False, True])
@pytest.mark.parametrize("folder", ["file", "file/below", "file/far/below"])
def test_a_file_where_a_folder_is_to_be_is_said(tmp_path, folder, dry_run):
    (tmp_path / "file").write_text("a file")
    with pytest.raises(FileError, match="file"):
        publish(RELEASE, tmp_path / folder, dry_run=dry_run)
    assert (tmp_path / "file").read_text() == "a file"


def test_a_file_that_cannot_be_read_is_said(tmp_path, monkeypatch):
    publish(RELEASE, tmp_path, now=START)
    real = Path.open

    def refuse(self, *words, **more):
        if self.name == "cica.csv":
            raise PermissionError(errno.EACCES, "Permission denied")
        return real(self, *words, **more)

    monkeypatch.setattr(Path, "open", refuse)  # the tests may run as root, who may read all
    with pytest.raises(FileError) as caught:
        publish(REFINED, tmp_path, now=START)
    assert str(caught.value) == f"{tmp_path / 'cica.csv'}: Permission denied"


@pytest.mark.parametrize(("name", "value"), [("imprecise", "vague"), ("keep_cancelled", 90)])
def test_a_wrong_argument_is_refused_before_anything_is_written(tmp_path, name, value):
    with pytest.raises(InvalidError, match=f'^{name}: "?{value}"? is not') as caught:
        publish(RELEASE, tmp_path / "new", **{name: value})
    assert [path for path, _ in caught.value.problems] == [name]
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


# Drafted events that no person has confirmed


def test_what_is_unreviewed_is_refused_and_nothing_is_written(tmp_path):
    with pytest.raises(InvalidError) as caught:
        publish(drafted(IDS[0], IDS[4]), tmp_path / "public", now=START)
    assert [path for path, _ in caught.value.problems] == ["unreviewed", "unreviewed"]
    assert str(caught.value).startswith(
        "unreviewed: first-meeting-1993 is a draft that no person has confirmed; confirm it with "
        "cica-events review, or take its id off the list, or publish with "
        'unreviewed="tentative" or "omit"'
    )
    assert not (tmp_path / "public").exists()


def test_a_later_release_that_was_reviewed_confirms_an_event(tmp_path):
    publish([drafted(IDS[0]), RELEASE], tmp_path, now=START)
    with pytest.raises(InvalidError, match=f"^unreviewed: {IDS[0]} is a draft"):
        publish([RELEASE, drafted(IDS[0])], tmp_path, now=START)


def test_what_is_unreviewed_may_be_published_as_tentative(tmp_path):
    publish(drafted(IDS[0]), tmp_path, now=START, unreviewed="tentative")
    events = ical.loads((tmp_path / "cica.ics").read_bytes()).events
    assert [event.status for event in events] == ["tentative", *["confirmed"] * 4]
    assert publish(RELEASE, tmp_path, now=START).changed == IDS[:1]


def test_what_is_unreviewed_may_be_left_out(tmp_path):
    changes = publish(drafted(IDS[0]), tmp_path, now=START, unreviewed="omit")
    assert changes.added == IDS[1:]
    assert publish(RELEASE, tmp_path, now=START).added == IDS[:1]


@pytest.mark.parametrize("imprecise", ["span", "marker"])
def test_a_published_event_that_is_now_unreviewed_stays_as_the_feed_has_it(tmp_path, imprecise):
    publish(RELEASE, tmp_path, now=START, imprecise=imprecise)
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    guess = drafted(IDS[4], release=with_summit("2022-11", title="Another"))
    changes = publish(
        guess, tmp_path, now=START + 200 * DAY, unreviewed="omit", imprecise=imprecise
    )
    assert changes == Changes(unchanged=IDS)
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


def test_a_cancelled_event_that_is_given_again_but_unreviewed_stays_cancelled(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    publish(without(IDS[0]), tmp_path, now=START + DAY)
    before = (tmp_path / "cica.ics").read_bytes()
    publish(drafted(IDS[0]), tmp_path, now=START + 200 * DAY, unreviewed="omit")
    events = {event.id: event for event in ical.loads((tmp_path / "cica.ics").read_bytes()).events}
    assert events[IDS[0]] == {event.id: event for event in ical.loads(before).events}[IDS[0]]
    assert events[IDS[0]].status == "cancelled"


def test_what_becomes_of_the_unreviewed_is_one_of_three(tmp_path):
    with pytest.raises(InvalidError, match=r'^unreviewed: "yes" is not refuse, tentative or omit$'):
        publish(RELEASE, tmp_path, unreviewed="yes")


def test_brackets_that_change_are_told(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    events = list(RELEASE.events)
    events[3] = attrs.evolve(events[3], supplied=[])
    changes = publish(attrs.evolve(RELEASE, events=events), tmp_path, now=START + DAY)
    assert "10 May [2022] → 10 May 2022, supplied changed" in changes.to_text()


# What an event says is compared, not how it is written


def rewritten(folder, rewrite, name="cica.ics"):
    """Rewrites the feed as another program, or an older version, would have it."""
    path = folder / name
    path.write_bytes(rewrite(path.read_bytes()))


def in_other_words(data):
    return data.replace(b"as the source states", b"as stated by the source")


def folded_elsewhere(data):
    return data.replace(b"DESCRIPTION:Sometime", b"DESCRIPTION:Some\r\n time")


def without_titles(data):
    """As a version would have written that had another line less."""
    return re.sub(rb"X-MICROSOFT-CDO-BUSYSTATUS:FREE\r\n", b"", data)


def with_lines_in_another_order(data):
    return re.sub(rb"(SEQUENCE:0\r\n)(DTSTART.*?\r\n)", rb"\2\1", data)


@pytest.mark.parametrize(
    "rewrite", [in_other_words, folded_elsewhere, without_titles, with_lines_in_another_order]
)
def test_other_wording_is_no_revision_and_is_rewritten_once(tmp_path, rewrite):
    publish(RELEASE, tmp_path, now=START)
    expected = (tmp_path / "cica.ics").read_bytes()
    rewritten(tmp_path, rewrite)
    assert (tmp_path / "cica.ics").read_bytes() != expected
    changes = publish(RELEASE, tmp_path, now=START + DAY)
    assert (changes.unchanged, changes.revisions) == (IDS, ())
    assert changes.reworded
    assert changes.to_text() == f"{len(changes.reworded)} of the unchanged reworded"
    stamped = {i: (START + DAY if i in changes.reworded else START) for i in IDS}
    found = ical.read_revisions((tmp_path / "cica.ics").read_bytes(), "cica")
    assert {r.event_id: r.stamp for r in found} == {
        i: stamp if i in changes.reworded else RELEASE.events[0].modified or START
        for i, stamp in stamped.items()
    }
    assert {r.sequence for r in found} == {0}
    data = re.sub(rb"DTSTAMP:\w+", b"", (tmp_path / "cica.ics").read_bytes())
    assert data == re.sub(rb"DTSTAMP:\w+", b"", expected)
    before = state(tmp_path)
    assert publish(RELEASE, tmp_path, now=START + 2 * DAY) == Changes(unchanged=IDS)
    assert state(tmp_path) == before


def test_a_withdrawn_event_is_reworded_and_expires_when_it_would_have(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    publish(without(IDS[3]), tmp_path, now=START + DAY)
    rewritten(tmp_path, lambda data: data.replace(b"Withdrawn: ", b"Taken back: "))
    changes = publish(without(IDS[3]), tmp_path, now=START + 80 * DAY)
    assert (changes.reworded, changes.cancelled) == ((IDS[3],), ())
    assert b"SUMMARY:Withdrawn: Joint" in block(tmp_path, IDS[3])
    assert event(tmp_path, IDS[3]).modified == START + DAY
    assert publish(without(IDS[3]), tmp_path, now=START + 91 * DAY).expired == (IDS[3],)


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda data: data.replace(b"\r\n", b"\n"),
        lambda data: data.replace(b"\r\n ", b"\r\n\t"),
        lambda data: data.replace(b"\r\n ", b"\n\t").replace(b"\r\n", b"\n"),
    ],
)
def test_line_ends_are_no_change_and_backslashes_stay(tmp_path, rewrite):
    release = with_summit("2022-10", title=r"C:\New, and C:\\new", description="a\\nb\nc")
    publish(release, tmp_path, now=START)
    rewritten(tmp_path, rewrite)
    before = state(tmp_path)
    assert event(tmp_path, IDS[4]).title == r"C:\New, and C:\\new"
    assert publish(release, tmp_path, now=START + DAY) == Changes(unchanged=IDS)
    assert state(tmp_path) == before


def test_line_ends_of_every_file_are_no_change(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    for name in FILES:
        rewritten(tmp_path, lambda data: data.replace(b"\r\n", b"\n"), name)
    before = state(tmp_path)
    assert publish(RELEASE, tmp_path, now=START + DAY) == Changes(unchanged=IDS)
    assert state(tmp_path) == before


ALARM = b"BEGIN:VALARM\r\nTRIGGER:-PT15M\r\nACTION:DISPLAY\r\nDESCRIPTION:A\r\nEND:VALARM\r\n"
ZONE = b"BEGIN:VTIMEZONE\r\nTZID:UTC\r\nEND:VTIMEZONE\r\n"


@pytest.mark.parametrize(
    "rewrite",
    [
        lambda data: data.replace(b"END:VEVENT", ALARM + b"END:VEVENT", 1),
        lambda data: data.replace(b"BEGIN:VEVENT", ZONE + b"BEGIN:VEVENT", 1),
        lambda data: b"\xef\xbb\xbf" + data,
        lambda data: data[:-2],
    ],
)
def test_what_another_program_added_is_taken_away_and_changes_no_event(tmp_path, rewrite):
    release = with_summit("2022-10", title=r"C:\New")
    publish(release, tmp_path, now=START)
    expected = (tmp_path / "cica.ics").read_bytes()
    rewritten(tmp_path, rewrite)
    assert publish(release, tmp_path, now=START + DAY) == Changes(unchanged=IDS)
    assert (tmp_path / "cica.ics").read_bytes() == expected


def put(line, before, count=1):
    return lambda data: data.replace(before, line + b"\r\n" + before, count)


@pytest.mark.parametrize(
    ("rewrite", "message"),
    [
        (put(b"RRULE:FREQ=DAILY", b"DTSTAMP"), 'it holds "RRULE"'),
        (put(b"RRULE:FREQ=DAILY", b"UID"), 'it holds "RRULE"'),
        (put(b"RRULE:FREQ=DAILY", b"STATUS"), 'it holds "RRULE"'),
        (put(b"ATTENDEE:mailto:a@b", b"END:VEVENT"), 'it holds "ATTENDEE"'),
        (put(b"SUMMARY:Other", b"UID"), "SUMMARY is there twice"),
        (put(b"SUMMARY:Other", b"SUMMARY"), "SUMMARY is there twice"),
        (put(b"SUMMARY:Other", b"CATEGORIES"), "SUMMARY is there twice"),
        (put(b"TRANSP:OPAQUE", b"TRANSP"), "TRANSP is there twice"),
        (put(b"METHOD:PUBLISH", b"CALSCALE"), 'VCALENDAR: it holds "METHOD"'),
        (put(b"CALSCALE:JULIAN", b"CALSCALE"), "VCALENDAR: CALSCALE is there twice"),
    ],
)
def test_a_feed_with_a_line_put_in_is_damaged(tmp_path, rewrite, message):
    publish(RELEASE, tmp_path, now=START)
    rewritten(tmp_path, rewrite)
    before = state(tmp_path)
    with pytest.raises(FeedError, match=message) as caught:
        publish(RELEASE, tmp_path, now=START + DAY)
    assert str(caught.value).startswith(f"{tmp_path / 'cica.ics'}: ")
    assert str(caught.value).endswith("; it is left as it is (replace starts afresh)")
    assert state(tmp_path) == before


def test_a_feed_that_shows_one_event_twice_is_damaged(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    twice = b"BEGIN:VEVENT\r\n" + block(tmp_path, IDS[0])
    rewritten(tmp_path, lambda data: data.replace(b"END:VCALENDAR", twice + b"END:VCALENDAR"))
    with pytest.raises(FeedError, match=f"{IDS[0]} is there twice, or without its start"):
        publish(RELEASE, tmp_path, now=START)


def test_a_feed_whose_two_markers_differ_is_damaged(tmp_path):
    publish(RELEASE, tmp_path, now=START, imprecise="marker")
    rewritten(tmp_path, lambda data: data.replace(b"BASIS:stated", b"BASIS:resolved", 3))
    with pytest.raises(FeedError, match=f"the start and the end marker of {IDS[2]} differ"):
        publish(RELEASE, tmp_path, now=START, imprecise="marker")


@pytest.mark.parametrize(
    ("line", "other"),
    [(b"SEQUENCE:0", b"SEQUENCE:3"), (b"LAST-MODIFIED:20261124T000000Z\r\nSEQ", b"SEQ")],
)
def test_a_feed_whose_two_markers_have_other_revisions_is_damaged(tmp_path, line, other):
    """Though both say the same of the event: `loads` would refuse the feed."""
    publish(RELEASE, tmp_path, now=START, imprecise="marker")
    rewritten(tmp_path, lambda data: data.replace(line, other, 3))
    before = state(tmp_path)
    with pytest.raises(FeedError, match=f"the start and the end marker of {IDS[2]} differ"):
        publish(RELEASE, tmp_path, now=START, imprecise="marker")
    assert state(tmp_path) == before


@pytest.mark.parametrize(
    ("line", "other"),
    [
        (b"X-WR-CALNAME:", b"X-WR-CALNAME:Not "),
        (b"CALSCALE:GREGORIAN\r\n", b""),
        (b"X-PUBLISHED-TTL:PT12H", b"X-PUBLISHED-TTL:PT1H"),
    ],
)
def test_a_line_of_the_calendar_that_somebody_rewrote_is_mended(tmp_path, line, other):
    publish(RELEASE, tmp_path, now=START)
    before = (tmp_path / "cica.ics").read_bytes()
    rewritten(tmp_path, lambda data: data.replace(line, other))
    assert (tmp_path / "cica.ics").read_bytes() != before
    assert publish(RELEASE, tmp_path, now=START + DAY).to_text() == "nothing changed"
    assert (tmp_path / "cica.ics").read_bytes() == before


@pytest.mark.parametrize("imprecise", ["span", "omit"])
@pytest.mark.filterwarnings("ignore::cica_events.OmittedEventWarning")
def test_another_order_of_the_same_events_touches_no_file(tmp_path, imprecise):
    publish(RELEASE, tmp_path, now=START, imprecise=imprecise)
    publish(without(IDS[1]), tmp_path, now=START, imprecise=imprecise)
    before = state(tmp_path)
    order = (4, 0, 3, 2) if imprecise == "span" else (0, 2, 3, 4)
    shuffled = attrs.evolve(RELEASE, events=[RELEASE.events[place] for place in order])
    changes = publish(shuffled, tmp_path, now=START + DAY, imprecise=imprecise)
    assert changes.to_text() == "nothing changed"
    assert changes == publish(without(IDS[1]), tmp_path, now=START + DAY, imprecise=imprecise)
    assert state(tmp_path) == before


def test_what_the_calendar_says_of_itself_is_reported_where_it_changed(tmp_path):
    publish(RELEASE, tmp_path, now=START, url=URL)
    calendar = attrs.evolve(RELEASE.calendar(), color="red", name="Other")
    changes = publish(calendar, tmp_path, now=START + DAY, url=URL)
    assert changes == Changes(unchanged=IDS, calendar=("name", "color"))
    assert changes.to_text() == "~ the calendar: name, color changed"
    assert read_json(changes.to_json())["calendar"] == ["name", "color"]
    assert feed(tmp_path).color == "red"
    assert publish(calendar, tmp_path, now=START + DAY).calendar == ("source",)


# Stamps never go back


def test_an_event_that_returns_after_it_expired_goes_on_where_it_was(tmp_path):
    publish(RELEASE, tmp_path, now=START)
    publish(without(IDS[3]), tmp_path, now=START + 10 * DAY)
    publish(without(IDS[3]), tmp_path, now=START + 100 * DAY)
    data = (tmp_path / "cica.ics").read_bytes()
    assert data.count(b"X-CICA-EXPIRED:joint-statement-2022 1 20261211T000000Z\r\n") == 1
    assert IDS[3] not in [e.id for e in feed(tmp_path).events]
    before = state(tmp_path)
    assert publish(without(IDS[3]), tmp_path, now=START + 101 * DAY).unchanged
    assert state(tmp_path) == before
    changes = publish(RELEASE, tmp_path, now=START + 5 * DAY)  # the clock went back, too
    assert changes.added == (IDS[3],)
    back = event(tmp_path, IDS[3])
    assert (back.status, back.sequence, back.modified) == ("confirmed", 2, START + 10 * DAY)
    assert b"X-CICA-EXPIRED" not in (tmp_path / "cica.ics").read_bytes()


@pytest.mark.parametrize("trace", [b"e", b"e 1", b"e x 20261211T000000Z", b"e 1 20261311T000000Z"])
def test_a_trace_that_is_damaged_damages_the_feed(tmp_path, trace):
    publish(RELEASE, tmp_path, now=START)
    rewritten(tmp_path, put(b"X-CICA-EXPIRED:" + trace, b"BEGIN:VEVENT"))
    with pytest.raises(FeedError, match="VCALENDAR: "):
        publish(RELEASE, tmp_path, now=START)


LAST = 2**31 - 1


def test_the_last_sequence_that_there_is_blocks_a_change_of_that_event_by_name(tmp_path):
    publish(with_summit("2022-10", sequence=LAST), tmp_path, now=START)
    before = state(tmp_path)
    assert publish(with_summit("2022-10", sequence=LAST), tmp_path, now=START).unchanged == IDS
    with pytest.raises(InvalidError) as caught:
        publish(with_summit("2022-11"), tmp_path, now=START + DAY)
    assert str(caught.value) == (
        f"sequence: {IDS[4]} has the last SEQUENCE there is, {LAST}, so that no change of it can "
        "be told; give it another id, and this one is withdrawn"
    )
    assert state(tmp_path) == before
    renamed = attrs.evolve(REFINED.events[4], id="summit")
    changes = publish(
        attrs.evolve(RELEASE, events=[*RELEASE.events[:4], renamed]), tmp_path, now=START + DAY
    )
    assert (changes.added, changes.cancelled) == (("summit",), (IDS[4],))
    assert event(tmp_path, IDS[4]).sequence == LAST


# Markers


def uids(folder):
    """The UIDs of the chairmanship, each with its SEQUENCE and its STATUS."""
    data = (folder / "cica.ics").read_text(encoding="utf-8")
    pattern = r"^UID:(turkish[^@]*)@cica$.*?^SEQUENCE:(.*?)$.*?^STATUS:(.*?)$"
    found = re.findall(pattern, data, re.MULTILINE | re.DOTALL)
    return {uid: (int(sequence), status) for uid, sequence, status in found}


CHAIR = IDS[2]


def test_a_marker_that_is_no_longer_shown_is_cancelled_and_kept_for_a_while(tmp_path):
    publish(RELEASE, tmp_path, now=START, imprecise="marker")
    changes = publish(RELEASE, tmp_path, now=START + DAY)
    assert changes.changed == (IDS[0], IDS[2], IDS[4])
    assert f"~ {CHAIR:{29}}  shown otherwise" in changes.to_text()
    assert uids(tmp_path) == {CHAIR: (1, "CONFIRMED"), f"{CHAIR}+end": (1, "CANCELLED")}
    assert b"SUMMARY:Withdrawn: Turkish" in block(tmp_path, f"{CHAIR}+end")
    assert event(tmp_path, CHAIR).status == "confirmed"
    before = state(tmp_path)
    assert publish(RELEASE, tmp_path, now=START + 90 * DAY) == Changes(unchanged=IDS)
    assert state(tmp_path) == before
    changes = publish(RELEASE, tmp_path, now=START + 91 * DAY)
    assert changes == Changes(unchanged=IDS, reworded=(CHAIR,))
    assert uids(tmp_path) == {CHAIR: (1, "CONFIRMED")}


def test_a_marker_returns_with_the_next_sequence(tmp_path):
    publish(RELEASE, tmp_path, now=START, imprecise="marker")
    publish(RELEASE, tmp_path, now=START + DAY)
    publish(RELEASE, tmp_path, now=START + 2 * DAY, imprecise="marker")
    assert uids(tmp_path) == {CHAIR: (2, "CONFIRMED"), f"{CHAIR}+end": (2, "CONFIRMED")}


def test_an_event_that_is_withdrawn_after_its_end_marker_was(tmp_path):
    publish(RELEASE, tmp_path, now=START, imprecise="marker")
    publish(RELEASE, tmp_path, now=START + DAY)
    publish(without(CHAIR), tmp_path, now=START + 2 * DAY)
    assert uids(tmp_path) == {CHAIR: (2, "CANCELLED"), f"{CHAIR}+end": (1, "CANCELLED")}
    assert event(tmp_path, CHAIR).status == "cancelled"
    changes = publish(without(CHAIR), tmp_path, now=START + 91 * DAY)
    assert (changes.reworded, uids(tmp_path)) == ((CHAIR,), {CHAIR: (2, "CANCELLED")})
    assert publish(without(CHAIR), tmp_path, now=START + 92 * DAY).expired == (CHAIR,)
    assert b"X-CICA-EXPIRED:turkish-chairmanship-2010-2014 2 " in (
        (tmp_path / "cica.ics").read_bytes()
    )


def test_an_end_that_is_withdrawn_with_its_event_expires_with_it(tmp_path):
    publish(RELEASE, tmp_path, now=START, imprecise="marker")
    publish(without(CHAIR), tmp_path, now=START + DAY, imprecise="marker")
    assert uids(tmp_path) == {CHAIR: (1, "CANCELLED"), f"{CHAIR}+end": (1, "CANCELLED")}
    before = state(tmp_path)
    publish(without(CHAIR), tmp_path, now=START + 2 * DAY, imprecise="marker")
    assert state(tmp_path) == before
    publish(without(CHAIR), tmp_path, now=START + 91 * DAY, imprecise="marker")
    assert uids(tmp_path) == {}


def test_what_the_record_cancels_is_cancelled_and_what_was_withdrawn_before_too(tmp_path):
    cancelled = with_summit("2022-10", status="cancelled")
    publish(cancelled, tmp_path, now=START)
    assert b"SUMMARY:Cancelled: Sixth" in block(tmp_path, IDS[4])
    publish(RELEASE, tmp_path, now=START)
    publish(without(IDS[4]), tmp_path, now=START + DAY)
    assert b"SUMMARY:Withdrawn: Sixth" in block(tmp_path, IDS[4])
    assert publish(cancelled, tmp_path, now=START + DAY).changed == (IDS[4],)
    assert b"SUMMARY:Cancelled: Sixth" in block(tmp_path, IDS[4])
    assert b"X-CICA-WITHDRAWN" not in block(tmp_path, IDS[4])


def test_the_page_says_of_a_withdrawn_event_that_it_is_withdrawn(tmp_path):
    cancelled = with_summit("2022-10", status="cancelled")
    publish(cancelled, tmp_path, now=START, url=URL)
    kept = attrs.evolve(cancelled, events=[e for e in cancelled.events if e.id != IDS[3]])
    for days in (1, 2):
        publish(kept, tmp_path, now=START + days * DAY, url=URL)
        shown = (tmp_path / "index.html").read_text(encoding="utf-8")
        assert re.findall(r"<strong class=.status.>(.*?):</strong> <s>(\w+)", shown) == [
            ("Withdrawn", "Joint"),
            ("Cancelled", "Sixth"),
        ]
        assert shown.count("EventCancelled") == 1


# Time


def of_many_releases(count):
    for number in range(count):
        quote = f"They met for the {number}th time on {1 + number % 28} May 2022."
        day = EdtfDate(2022, 5, 1 + number % 28)
        event = Event(id=f"e{number}", title="Meeting", when=day, evidence=[quote])
        yield Release(id="c", title="R", text=f"{quote} {'And so on. ' * 20}", events=[event])


def test_many_releases_and_as_many_withdrawn_events_take_linear_time(tmp_path):
    def seconds(count):
        releases, folder = [*of_many_releases(2 * count)], tmp_path / str(count)
        publish(releases, folder, now=START)
        begun = time.process_time()
        publish(releases[:count], folder, now=START + DAY)
        return time.process_time() - begun

    assert seconds(400) < 25 * seconds(50)  # eight times as many; a square would be 64 times


def test_an_end_marker_expires_with_a_change_of_its_event(tmp_path):
    publish(RELEASE, tmp_path, now=START, imprecise="marker")
    publish(RELEASE, tmp_path, now=START + DAY)
    events = [attrs.evolve(e, place="Ankara") if e.id == CHAIR else e for e in RELEASE.events]
    changes = publish(attrs.evolve(RELEASE, events=events), tmp_path, now=START + 91 * DAY)
    assert (changes.changed, changes.reworded) == ((CHAIR,), ())
    assert uids(tmp_path) == {CHAIR: (2, "CONFIRMED")}
