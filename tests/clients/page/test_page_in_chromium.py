"""The published page in headless Chromium, under axe, and by the W3C's checker of HTML (vnu)."""

import json
import os
import random
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any
from zoneinfo import ZoneInfo

import attrs
import pytest

from cica_events import Calendar, EdtfDate, Event, Release, SetAside, load_release, parse_edtf
from cica_events.formats import ical, page, svg

from .. import timed

HERE = Path(__file__).parent
CHROMIUM = "/usr/bin/chromium"
VNU = HERE / "node_modules/vnu-jar/build/dist/vnu.jar"
NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
HOSTILE = (
    *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)"),
    *("</title></style></script><!--", "]]>&lt;b&gt;", "{{ 7*7 }}", "<svg onload=alert(1)>"),
    *("<base href=//x>", "<meta http-equiv=refresh content=0>", "</li></ol></main><form>"),
)


def require(*names: str) -> None:
    """Skip the test, by name, where a program is missing; fail where all are required."""
    homes = {"node": shutil.which("node"), "java": shutil.which("java"), "chromium": CHROMIUM}
    absent = [n for n in names if not Path(homes.get(n) or HERE / "node_modules" / n).exists()]
    if absent:
        say = pytest.fail if os.environ.get("CICA_CLIENTS_REQUIRED") == "1" else pytest.skip
        say(f"not installed: {', '.join(absent)} (tests/clients/page/install.sh)")


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: Any) -> None:  # noqa: A002 - its base names it
        pass


@pytest.fixture
def host(tmp_path: Path) -> Iterator[str]:
    """The address of a web host on loopback that serves the test's folder."""
    with ThreadingHTTPServer(("127.0.0.1", 0), partial(_Quiet, directory=tmp_path)) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


def ran(*words: str | Path) -> Any:
    require("node", "chromium", "playwright-core", "axe-core")
    done = subprocess.run(["node", *words], capture_output=True, timeout=240, cwd=HERE)
    assert done.returncode == 0, done.stderr.decode()
    return json.loads(done.stdout)


def opened(host: str, folder: Path, data: bytes, name: str) -> Any:
    (folder / "index.html").write_bytes(data)
    calendar = load_release().calendar() if name != "many" else many_events()
    dated = [event for event in calendar.events if event.when.window]
    feed = ical.dumps(attrs.evolve(calendar, events=dated))
    (folder / f"{calendar.id}.ics").write_bytes(feed)
    (folder / f"{calendar.id}.svg").write_bytes(svg.dumps(calendar))
    shots = os.environ.get("CICA_PAGE_SHOTS")
    if shots:
        Path(shots, name).mkdir(parents=True, exist_ok=True)
    return ran(
        HERE / "open.mjs", f"{host}index.html", CHROMIUM, *([f"{shots}/{name}"] if shots else [])
    )


def bundled(url: str | None) -> bytes:
    release = load_release()
    calendar = release.calendar()
    picture = svg.dumps(calendar)
    return page.dumps(calendar, picture=picture, releases=[release], url=url, updated=NOON)


def many_events() -> Calendar:
    """200 events of every precision, near and far from each other."""
    chosen = random.Random(1)
    words = "Sixth Ministerial Meeting of the Senior Officials Committee on Confidence".split()
    events = []
    for place in range(200):
        year, month = chosen.randint(1993, 2022), f"{chosen.randint(1, 12):02}"
        day = f"{year}-{month}-{chosen.randint(1, 28):02}"
        dates = [
            day,
            f"{year}",
            f"{year}-{month}",
            f"{year}/{year + 3}",
            f"{year}-22",
            f"{year}/..",
        ]
        events.append(
            Event(
                id=f"e{place}",
                title=" ".join(chosen.choices(words, k=chosen.randint(1, 16))),
                when=parse_edtf(chosen.choice([*dates, f"XXXX-{month}", f"{day}?"])),
                basis=chosen.choice(["stated", "resolved", "inferred"]),
                status=chosen.choice(["confirmed", "confirmed", "tentative", "cancelled"]),
                url="https://example.org/",
                kind=["meeting", "summit"][place % 2],
                source_title=["A release", "Another release", "A third release"][place % 3],
                evidence=[f"in {year}"],
            )
        )
    return Calendar(id="many", name="Many events", events=events)


def many() -> bytes:
    calendar = many_events()
    return page.dumps(
        calendar, picture=svg.dumps(calendar), updated=datetime(2015, 1, 1, tzinfo=UTC)
    )


def filled(text: str) -> bytes:
    """A page that holds a text in every field of everything."""
    event = Event(
        id="e",
        title=text,
        when=EdtfDate(2022, 5, 10),
        kind=text.replace(";", ""),
        place=text,
        evidence=[text],
        participants=[text],
        note=text,
        description=text,
        url="https://example.org/?a='onclick='x&lt=1",
        source_title=text,
    )
    release = Release(
        id="r",
        title=text,
        publisher=text,
        url=event.url,
        published=EdtfDate(2022),
        published_note=text,
        text=f"Before {text} after.",
        set_aside=[SetAside(text, text)],
    )
    calendar = Calendar(id="c", name=text, description=text, url=event.url, events=[event])
    folder = "https://example.org/'onclick='x&lt=1/"
    return page.dumps(calendar, picture=svg.dumps(calendar), releases=[release], url=folder)


def test_the_bundled_page(host: str, tmp_path: Path) -> None:
    seen = opened(host, tmp_path, bundled(host), "bundled")
    assert seen["problems"] == []
    assert {size: found["violations"] for size, found in seen["axe"].items()} == {
        "360 light": [], "1280 light": [], "360 dark": [], "1280 dark": [],
    }  # fmt: skip
    for sizes in (seen["wide"], seen["large"]):
        assert all(scrolled <= int(width) for width, scrolled in sizes.items())
    assert seen["collisions"] == []
    assert seen["copied"] == f"{host}cica.ics"
    assert seen["plain"][:5] == [event.title for event in load_release().events]
    assert seen["buttons"] == 0
    assert seen["scripted"]["webcal"] == f"{host}cica.ics".replace("http:", "webcal:")
    assert seen["scripted"]["name"] == "first-meeting-1993.ics"
    once = seen["scripted"]["once"].split("\r\n")
    assert once.count("BEGIN:VEVENT") == 1
    assert once[0] == "BEGIN:VCALENDAR"
    assert once[-2:] == ["END:VCALENDAR", ""]
    assert "UID:first-meeting-1993@cica" in once
    check_stops(seen["stops"])


def check_stops(stops: list[dict[str, Any]]) -> None:
    """The keyboard reaches everything, and one sees where it is."""
    assert [stop["name"] for stop in stops if not stop["seen"]] == []
    names = [stop["name"] for stop in stops]
    assert names[0] == "Skip to the events"
    assert names[1].startswith("Calendar app")
    assert names[5:7] == ["address", "Copy"]
    # An event: its address, its source, its file. Then downloads, the release and the calendar.
    assert len(names) == 7 + 3 * 5 + 4 + 1 + 1


@pytest.mark.parametrize("name", ["alone", "many"])
def test_other_pages(host: str, tmp_path: Path, name: str) -> None:
    seen = opened(host, tmp_path, many() if name == "many" else bundled(None), name)
    assert seen["problems"] == []
    assert [found["violations"] for found in seen["axe"].values()] == [[]] * 4
    for sizes in (seen["wide"], seen["large"]):
        assert all(scrolled <= int(width) for width, scrolled in sizes.items())
    assert seen["collisions"] == []
    address = seen["scripted"]["webcal"].replace("webcal:", "http:")
    assert address == f"{host}{'many' if name == 'many' else 'cica'}.ics"
    assert seen["copied"] == address
    if name == "many":
        check_marks(seen["marks"])
        assert all("officials" in text.lower() for text in seen["scripted"]["filtered"])
        assert (
            seen["scripted"]["count"] == f"{len(seen['scripted']['filtered'])} of 200 events shown"
        )
        assert seen["scripted"]["chosen"] == "33 of 200 events shown"  # odd, and a multiple of 3


def check_marks(marks: dict[str, Any]) -> None:
    """A mark without its title tells it when the keyboard comes to it, one at a time."""
    assert (marks["stops"], marks["before"], marks["outlined"]) == (1, [], "solid")
    ((first,), (following,)) = marks["first"], marks["next"]
    assert int(first.split()[0]) < int(following.split()[0])


def test_a_time_is_shown_in_the_zone_of_each_visitor(host: str, tmp_path: Path) -> None:
    (tmp_path / "index.html").write_bytes(page.dumps(timed.calendar(), updated=NOON))
    (tmp_path / "timed.ics").write_bytes(ical.dumps(timed.calendar()))
    seen = ran(HERE / "moments.mjs", f"{host}index.html", CHROMIUM, *timed.ZONES)
    assert list(seen) == list(timed.ZONES)
    cases = {case.id: case for case in timed.CASES}
    for zone, events in seen.items():
        assert {event["id"] for event in events} == set(cases)
        for event in events:
            check_time(event, cases[event["id"]], zone)


def check_time(event: dict[str, Any], case: timed.Case, zone: str) -> None:
    """As data the moment with its offset; in words the clock of the visitor's own zone."""
    if case.zone is None:
        assert event["yours"] is None
        return
    bounds = [datetime.fromisoformat(bound) for bound in (case.start, case.end) if bound]
    assert [datetime.fromisoformat(text) for text in event["data"]] == bounds
    yours = " ".join(event["yours"].split())
    assert (
        yours == f"In your time zone: {in_words([at.astimezone(ZoneInfo(zone)) for at in bounds])}"
    )


def in_words(bounds: list[datetime]) -> str:
    """As browsers write it in English: the day once where both ends are on it."""
    whole = [f"{at.day} {at:%B %Y} at {at:%H:%M}" for at in bounds]
    start, end = bounds[0], bounds[-1]
    if len(bounds) == 2 and start.date() == end.date():
        return f"{start.day} {start:%B %Y}, {start:%H:%M}–{end:%H:%M}"
    return " – ".join(whole)


def test_data_stays_text(host: str, tmp_path: Path) -> None:
    pages = {}
    for place, text in enumerate(HOSTILE):
        pages[f"harmless-{place}.html"] = filled("W" * len(text))
        pages[f"hostile-{place}.html"] = filled(text)
    for name, data in pages.items():
        (tmp_path / name).write_bytes(data)
    seen = ran(HERE / "shapes.mjs", CHROMIUM, *(host + name for name in pages))
    for text, harmless, hostile in zip(HOSTILE, seen[::2], seen[1::2], strict=True):
        assert (text, hostile["problems"]) == (text, [])
        assert (text, _shape(hostile)) == (text, _shape(harmless))
        assert _lines(hostile) <= _lines(harmless)


def _shape(seen: dict[str, Any]) -> list[str]:
    return [name for name in seen["shape"] if not name.startswith("text ")]


def _lines(seen: dict[str, Any]) -> int:
    """How many lines of text the picture has; a wider text needs more."""
    return sum(name.startswith("text ") for name in seen["shape"])


def test_the_browser_shows_the_words_at_the_source(host: str, tmp_path: Path) -> None:
    release = attrs.evolve(load_release(), url=f"{host}source.html")
    paragraphs = "<p style='margin-bottom:3000px'>".join(release.text.split("\n\n"))
    source = f"<!doctype html><meta charset=utf-8><link rel=icon href='data:,'>{paragraphs}"
    (tmp_path / "source.html").write_text(source, encoding="utf-8")
    (tmp_path / "index.html").write_bytes(page.dumps(release.calendar(), releases=[release]))
    shown = ran(HERE / "follow.mjs", f"{host}index.html", CHROMIUM)
    for event, text in zip(release.events, shown, strict=True):
        assert event.evidence[0] in " ".join(text.split())


@pytest.mark.parametrize(
    "data",
    [bundled("https://example.org/"), bundled(None), many(), filled("a <b> & \" ' c")],
    ids=["bundled", "alone", "many", "hostile"],
)
def test_the_html_is_valid(tmp_path: Path, data: bytes) -> None:
    require("java", "vnu-jar")
    file = tmp_path / "index.html"
    file.write_bytes(data)
    words = ["java", "-jar", VNU, "--stdout", "--exit-zero-always", "--format", "json", file]
    done = subprocess.run(words, capture_output=True, timeout=120, check=True)
    messages = json.loads(done.stdout)["messages"]
    # It reckons neither with the digests of a policy nor with scripts that are data.
    assert [
        m["message"] for m in messages if "violates Content Security Policy" not in m["message"]
    ] == []
