"""The page: what it says, what it never says, and that data stays text in it."""

import base64
import hashlib
import io
import json
import re
import subprocess
import sys
from datetime import UTC, datetime
from html.parser import HTMLParser
from importlib import resources
from urllib.parse import parse_qs, unquote, urlsplit

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st
from strategies import calendars, lines, many_events, prose, releases, whens

from cica_events import (
    Calendar,
    CicaEventsError,
    EdtfDate,
    Event,
    InvalidError,
    Release,
    SetAside,
    load_release,
    merge,
    parse_edtf,
    parse_time,
)
from cica_events.formats import page, svg
from cica_events.quotes import locate

RELEASE = load_release()
URL = "https://calendar.example.org/cica/"
NOON = datetime(2026, 11, 24, 12, 5, tzinfo=UTC)
VOID = {"meta", "link", "input", "img"}


class Document(HTMLParser):
    """Elements in order, each with its attributes and the text within it; and whether it nests."""

    def __init__(self, data):
        super().__init__(convert_charrefs=True)
        self.elements = []
        self._open = []
        self.feed(data.decode())
        self.close()
        assert not self._open

    def handle_starttag(self, tag, attributes):
        self.elements.append((tag, dict(attributes), []))
        assert len(dict(attributes)) == len(attributes)
        if tag not in VOID:
            self._open.append(self.elements[-1])

    def handle_startendtag(self, tag, attributes):
        self.elements.append((tag, dict(attributes), []))

    def handle_endtag(self, tag):
        assert self._open.pop()[0] == tag

    def handle_data(self, data):
        for _, _, text in self._open:
            text.append(data)

    def all(self, tag, **attributes):
        return [
            ("".join(text), found)
            for name, found, text in self.elements
            if name == tag and attributes.items() <= found.items()
        ]

    def texts(self, tag, **attributes):
        return [" ".join(text.split()) for text, _ in self.all(tag, **attributes)]

    @property
    def shape(self):
        return [(tag, sorted(attributes)) for tag, attributes, _ in self.elements]


def bundled(**options):
    made = RELEASE.calendar()
    options = {
        "picture": svg.dumps(made),
        "releases": [RELEASE],
        "url": URL,
        "updated": NOON,
    } | options
    return page.dumps(made, **options)


def shown(release=None, **fields):
    """The page of one event."""
    event = Event(**{"id": "e", "title": "A title", "when": EdtfDate(2022, 5, 10)} | fields)
    sources = [] if release is None else [release]
    return Document(page.dumps(Calendar(id="c", name="C", events=[event]), releases=sources))


def test_it_shows_every_event_in_order_under_a_heading():
    document = Document(bundled())
    assert document.texts("h1") == ["Kazakhstan and Turkey to jointly develop CICA potential"]
    assert document.texts("h3")[:5] == [event.title for event in RELEASE.events]
    assert document.texts("p", **{"class": "date"}) == [
        "April 1993", "14 September 1999", "2010–2014", "10 May [2022]", "October 2022",
    ]  # fmt: skip
    assert [found["id"] for _, found in document.all("li") if "id" in found] == [
        f"e-{event.id}" for event in RELEASE.events
    ]


def test_events_are_ordered_by_earliest_day_then_precision_then_id():
    dates = {
        "d": "2022-01",
        "b": "2022",
        "c": "2022-01-01",
        "a": "2022-01-01",
        "z": "XXXX-01",
        "0": "1993",
    }
    made = [Event(id=i, title=i, when=parse_edtf(date)) for i, date in dates.items()]
    document = Document(page.dumps(Calendar(id="c", name="C", events=iter(made))))
    assert document.texts("h3") == ["0", "b", "d", "a", "c", "z"]


def test_each_quote_is_marked_in_its_sentence():
    document = Document(bundled())
    assert document.texts("mark") == [quote for event in RELEASE.events for quote in event.evidence]
    assert (
        document.texts("blockquote")[2]
        == "Moreover, Turkey chaired CICA for two terms from 2010 to 2014."
    )


def test_a_quote_without_its_release_stands_alone():
    document = Document(page.dumps(RELEASE.calendar()))
    assert (
        document.texts("blockquote")[2] == "“Turkey chaired CICA for two terms from 2010 to 2014”"
    )
    other = Release(id="r", title="Another", text="Something else.")
    assert shown(other, evidence=["on 10 May"]).texts("blockquote") == ["“on 10 May”"]


def test_the_later_release_shows_the_quote():
    first, last = (Release(id="r", title=t, text=f"{t}: it was on 10 May.") for t in ("Old", "New"))
    event = Event(id="e", title="E", when=EdtfDate(2022, 5, 10), evidence=["on 10 May"])
    data = page.dumps(Calendar(id="c", name="C", events=[event]), releases=[first, last])
    assert Document(data).texts("blockquote") == ["New: it was on 10 May."]


def test_an_endless_sentence_is_cut_short():
    release = Release(id="r", title="R", text="a " * 9000 + "on 10 May" + " b" * 9000)
    (quote,) = shown(release, evidence=["on 10 May"]).texts("blockquote")
    assert quote.startswith("… a a")
    assert quote.endswith("b b …")
    assert len(quote) < 700


def test_what_was_set_aside_is_shown_with_its_reason():
    document = Document(bundled())
    for item in RELEASE.set_aside:
        assert f"“{item.text}”" in document.texts("dt")
        assert item.reason in document.texts("dd")
    assert "CICA Secretariat, [2022]" in document.texts("p")
    assert RELEASE.published_note in document.texts("p")


def test_several_releases_are_each_named():
    other = Release(id="b", title="Another", text="", set_aside=[SetAside("annual", "It recurs.")])
    third = Release(id="d", title="A third", text="", published=EdtfDate(2022), url="http://a/")
    data = page.dumps(merge(RELEASE, other, third), releases=[RELEASE, other, third])
    document = Document(data)
    assert document.texts("h3")[5:] == [RELEASE.title, "Another", "A third"]
    assert "Sources, and what was set aside" in document.texts("h2")
    assert "2022" in document.texts("p")


@pytest.mark.parametrize(
    ("date", "times"),
    [
        ("2022-05-10", [("10 May 2022", "2022-05-10")]),
        ("1993-04", [("April 1993", "1993-04")]),
        ("1993", [("1993", "1993")]),
        ("0987", [("987", "0987")]),
        ("2004-06-11?", [("11 June 2004, uncertain", "2004-06-11")]),
        ("2022-21", [("spring 2022", "2022")]),
        ("2022-24", []),
        ("199X", []),
        ("XXXX-04-01", []),
        ("2022-XX-10", [("10 of an unknown month of 2022", "2022")]),
        ("2022-05-XX", [("an unknown day of May 2022", "2022-05")]),
        ("2010/2014", [("2010", "2010"), ("2014", "2014")]),
        ("2022-10-12/2022-10-13", [("12", "2022-10-12"), ("13 October 2022", "2022-10-13")]),
        (
            "2022-09-12/2022-10-13",
            [("12 September", "2022-09-12"), ("13 October 2022", "2022-10-13")],
        ),
        ("2005/2006-02", [("2005", "2005"), ("February 2006", "2006-02")]),
        ("2022-10/..", [("October 2022", "2022-10")]),
        ("/1999", [("1999", "1999")]),
        ("../..", []),
    ],
)
def test_a_time_has_the_precision_that_is_known(date, times):
    found = shown(when=parse_edtf(date)).all("time")
    assert [(text, attributes["datetime"]) for text, attributes in found] == times


@pytest.mark.parametrize(
    ("when", "clock", "zone", "times"),
    [
        ("2025-03-04", "10:00", None, [("4 March 2025, 10:00", "2025-03-04T10:00")]),
        ("2025-03-04", "10:00", "Z", [("4 March 2025, 10:00 UTC", "2025-03-04T10:00Z")]),
        (
            *("2025-07-04", "10:00/12:30", "America/New_York"),
            [
                ("4 July 2025, 10:00", "2025-07-04T10:00-04:00"),
                ("12:30 America/New_York", "2025-07-04T12:30-04:00"),
            ],
        ),
        (
            *("2025-03-29/2025-03-30", "22:00/04:00", "Europe/Brussels"),
            [
                ("29 March 2025, 22:00", "2025-03-29T22:00+01:00"),
                ("30 March 2025, 04:00 Europe/Brussels", "2025-03-30T04:00+02:00"),
            ],
        ),
        # an offset with seconds, which HTML cannot say
        (
            *("1900-03-04", "10:00", "Europe/Paris"),
            [("4 March 1900, 10:00 Europe/Paris", "1900-03-04T09:50:39Z")],
        ),
    ],
)
def test_a_time_of_day_has_its_offset(when, clock, zone, times):
    document = shown(when=parse_edtf(when), time=parse_time(clock), zone=zone)
    found = document.all("time")
    assert [(text, attributes["datetime"]) for text, attributes in found] == times


def test_a_time_of_day_is_said_to_be_known_in_words_too():
    fields = {"when": EdtfDate(2025, 3, 4), "time": parse_time("10:00")}
    assert shown(**fields).texts("p", **{"class": "quiet"})[-1] == (
        "Known to the minute, in a time zone that is not stated, as the source states."
    )
    supplied = shown(**fields, zone="Asia/Almaty", supplied=["zone"])
    assert supplied.texts("p", **{"class": "date"}) == ["4 March 2025, 10:00 [Asia/Almaty]"]
    assert supplied.texts("p", **{"class": "quiet"})[-1] == (
        "Known to the minute, as the source states, but for what stands in brackets."
    )


def test_events_of_one_day_stand_in_the_order_of_their_times():
    clocks = {"b": "14:00", "c": "09:30", "a": None}
    events = [
        Event(id=i, title=i, when=EdtfDate(2025, 3, 4), time=clock and parse_time(clock))
        for i, clock in clocks.items()
    ]
    assert Document(page.dumps(Calendar(id="c", name="C", events=events))).texts("h3") == [
        *("a", "c", "b")
    ]


@pytest.mark.parametrize(
    ("zone", "days"),
    [
        ("+05:00", {"startDate": "2025-03-04T10:00+05:00", "endDate": "2025-03-04T12:30+05:00"}),
        (None, {"startDate": "2025-03-04"}),
    ],
)
def test_search_engines_are_told_the_moments_where_they_are_known(zone, days):
    clock = parse_time("10:00/12:30")
    event = Event(id="e", title="E", when=EdtfDate(2025, 3, 4), time=clock, zone=zone)
    data = page.dumps(Calendar(id="c", name="C", events=[event]))
    ((text, _),) = Document(data).all("script", type="application/ld+json")
    (item,) = [entry["item"] for entry in json.loads(text)["itemListElement"]]
    assert {name: item[name] for name in ("startDate", "endDate") if name in item} == days


@given(whens, st.sampled_from(["stated", "inferred"]))
def test_a_date_reads_as_everywhere_else(when, basis):
    event = Event(id="e", title="E", when=when, basis=basis)
    document = Document(page.dumps(Calendar(id="c", name="C", events=[event])))
    assert [text for text, _ in document.all("p", **{"class": "date"})] == [event.when_text]
    for text, attributes in document.all("time"):
        said = parse_edtf(attributes["datetime"])
        assert when.earliest is None or when.earliest <= said.latest
        assert when.latest is None or said.earliest <= when.latest
        assert text.strip()


@pytest.mark.parametrize(
    ("fields", "words"),
    [
        ({}, "Known to the day, as the source states."),
        ({"when": EdtfDate(1993, 4)}, "Known to the month, as the source states."),
        ({"when": EdtfDate(2022, 23)}, "Known to the part of the year, as the source states."),
        ({"when": parse_edtf("199X")}, "Known in part, as the source states."),
        ({"when": parse_edtf("2010/2014-03")}, "Known to the year, as the source states."),
        ({"when": parse_edtf("../..")}, "Its days are not known, as the source states."),
        ({"when": parse_edtf("1999?")},
         "Given without certainty to the year, as the source states."),
        ({"when": parse_edtf("1999-05~")},
         "Given without certainty to the month, as the source states."),
        ({"basis": "inferred", "evidence": ["on 10 May 2022"]}, "Known to the day, inferred."),
        ({"basis": "resolved"},
         "Known to the day, resolved from the words of the source and its date of publication."),
        ({"basis": "inferred"},
         "Known to the day, inferred: the source does not say what stands in brackets."),
    ],
)  # fmt: skip
def test_what_a_date_rests_on_is_said_in_words(fields, words):
    assert words in shown(**fields).texts("p")


def test_all_that_is_known_of_an_event_is_there():
    document = shown(
        kind="summit", place="Astana", participants=["A", "B"], note="One.\nTwo.",
        description="More.", status="cancelled", url="https://example.org/",
        source_title="A release",
    )  # fmt: skip
    assert document.texts("dd") == ["summit", "Astana", "A", "B", "One. Two.", "A release"]
    assert document.texts("h3") == ["Cancelled: A title"]
    assert document.texts("s") == ["A title"]
    assert "More." in document.texts("p")
    assert shown(status="tentative").texts("h3") == ["Tentative: A title"]
    assert shown(source_title="Paper").texts("dd") == ["event", "Paper"]
    assert shown(url="https://example.org/").texts("dd") == ["event", "https://example.org/"]


@pytest.mark.parametrize(
    ("url", "evidence", "link"),
    [
        ("https://a/", [], "https://a/"),
        ("https://a/", ["on 10 May"], "https://a/#:~:text=on%2010%20May"),
        ("https://a/#x", ["on 10 May"], "https://a/#x:~:text=on%2010%20May"),
        ("https://a/", ["a-b, c & d"], "https://a/#:~:text=a%2Db%2C%20c%20%26%20d"),
        ("https://a/", ["a b", "ü"], "https://a/#:~:text=a%20b&text=%C3%BC"),
        (
            "https://a/",
            ["1 2 3 4 5 6 7 8 9 10 11"],
            "https://a/#:~:text=1%202%203%204,8%209%2010%2011",
        ),
    ],
)
def test_the_link_to_the_source_shows_the_words(url, evidence, link):
    links = [a["href"] for _, a in shown(url=url, evidence=evidence).all("a") if "href" in a]
    assert [href for href in links if href.startswith("https://a/")] == [link]


def test_it_says_how_fresh_it_is():
    assert "24 November 2026, 12:05 UTC" in Document(bundled()).texts("time")
    assert Document(bundled(updated=None)).all("time")[0][1]["datetime"] == "2026-11-24T00:00:00Z"
    assert "Updated" not in page.dumps(Calendar(id="c", name="C", events=many_events(2))).decode()


def test_every_program_gets_the_address_as_it_wants_it():
    document = Document(bundled())
    feed = f"{URL}cica.ics"
    webcal = feed.replace("https:", "webcal:")
    links = [attributes["href"] for _, attributes in document.all("a")]
    assert webcal in links
    google, office, live = (
        next(h for h in links if host in h) for host in ("google", "office", "live.com")
    )
    encoded = webcal.replace(":", "%3A").replace("/", "%2F")
    assert google == f"https://calendar.google.com/calendar/r?cid={encoded}"
    for link in (office, live):
        assert urlsplit(link).path == "/calendar/0/addfromweb"
        assert parse_qs(urlsplit(link).query) == {"url": [feed], "name": [RELEASE.title]}
    assert [a["value"] for _, a in document.all("input", readonly=None)] == [feed]
    assert unquote(google).endswith(webcal)


def test_the_files_beside_it_are_offered_and_announced():
    document = Document(bundled())
    assert [a["href"] for _, a in document.all("a", download=None)] == [
        "cica.ics", "cica.csv", "cica.json", "cica.svg",
    ]  # fmt: skip
    assert {(a["type"], a["href"]) for _, a in document.all("link", rel="alternate")} == {
        ("text/calendar", "cica.ics"), ("application/json", "cica.json"), ("text/csv", "cica.csv"),
    }  # fmt: skip


def test_without_an_address_it_opens_the_file_and_says_how_to_subscribe():
    document = Document(bundled(url=None))
    (ways,) = [a for _, a in document.all("div", id="ways")]
    assert "hidden" in ways
    assert [a["value"] for _, a in document.all("input", id="address")] == [""]
    assert not document.all("link", rel="canonical")
    (words,) = document.texts("div", id="in-words")
    assert words == (
        "Open in a calendar app once: later changes do not arrive To subscribe, give your calendar "
        "program the web address of this file. On a disk it has none: put its folder on a web host."
    )
    assert not Document(bundled()).all("div", id="in-words")
    assert [a for _, a in Document(bundled()).all("div", id="ways")] == [{"id": "ways"}]


def many(count, **fields):
    """A calendar of so many events, one a month from January 2020."""
    made = []
    for place in range(count):
        when = EdtfDate(2020 + place // 12, place % 12 + 1)
        made.append(Event(**{"id": f"e{place}", "title": f"Title {place}", "when": when} | fields))
    return Calendar(id="c", name="C", events=made)


def test_what_comes_next_is_named_first():
    document = Document(page.dumps(many(9), updated=datetime(2020, 6, 15, tzinfo=UTC)))
    assert document.texts("h2")[:3] == [
        "Next, as of 15 June 2020, 00:00 UTC",
        "Subscribe",
        "Events",
    ]
    assert document.texts("h3") == ["Upcoming and under way", "Past"]
    assert document.texts("h4") == [f"Title {n}" for n in (5, 6, 7, 8, 0, 1, 2, 3, 4)]
    nexts = [a["href"] for _, a in document.all("a") if a.get("href", "").startswith("#e-")][:3]
    assert nexts == ["#e-e6", "#e-e7", "#e-e8"]


def test_a_tentative_event_ahead_says_so_and_a_cancelled_one_is_not_next():
    moment = datetime(2019, 1, 1, tzinfo=UTC)
    document = Document(page.dumps(many(1, status="tentative"), updated=moment))
    assert document.texts("li")[0] == "January 2020 Title 0 tentative"
    document = Document(page.dumps(many(1, status="cancelled"), updated=moment))
    assert document.texts("h2")[0] == "Subscribe"
    assert document.texts("h3") == ["Upcoming and under way"]


def test_a_long_list_has_years_to_jump_to_and_numbers():
    document = Document(page.dumps(many(30)))
    assert document.texts("h3") == ["2020", "2021", "2022"]
    links = [a["href"] for _, a in document.all("a") if a.get("href", "").startswith("#y-")]
    assert links == ["#y-2020", "#y-2021", "#y-2022"]
    assert {a["id"] for _, a in document.all("h3")} == {link[1:] for link in links}
    assert document.texts("p", **{"class": "date"})[29] == "June 2022 30"
    assert "hidden" in document.all("form")[0][1]


def test_a_long_list_with_events_ahead_tells_the_years_of_both_parts_apart():
    document = Document(page.dumps(many(30), updated=datetime(2021, 7, 15, tzinfo=UTC)))
    ids = [a["id"] for _, a in document.all("h4")]
    assert ids == ["upcoming-2021", "upcoming-2022", "past-2020", "past-2021"]
    jumps = document.texts("ul", **{"class": "jump"})
    assert jumps == ["Upcoming and under way: 2021 2022", "Past: 2020 2021"]
    assert document.texts("h5")[0] == "Title 18"


def test_an_event_without_a_year_stands_under_a_heading_of_its_own():
    made = [*many(13).events, Event(id="x", title="X", when=parse_edtf("XXXX-12"))]
    document = Document(page.dumps(Calendar(id="c", name="C", events=made)))
    assert document.texts("h3")[-1] == "Year not known"
    assert document.all("h3")[-1][1]["id"] == "y-year-not-known"


def test_filters_are_by_what_differs():
    made = many(13)
    mixed = [attrs.evolve(e, kind=f"kind {n % 2}") for n, e in enumerate(made.events)]
    document = Document(page.dumps(attrs.evolve(made, events=mixed)))
    assert [a["id"] for _, a in document.all("select")] == ["kind", "year"]
    assert document.texts("option") == ["all", "kind 0", "kind 1", "all", "2020", "2021"]
    assert document.texts("dd")[:2] == ["kind 0", "kind 1"]  # where the script reads them
    assert not Document(page.dumps(many(12))).all("form")


def test_what_all_events_share_is_said_once():
    document = Document(
        page.dumps(many(3, kind="summit", source_title="A release", url="https://a/"))
    )
    (facts,) = document.texts("p", **{"class": "facts"})
    assert facts.endswith(
        "Kind: summit. Known to the month, as the source states. Source: A release."
    )
    assert document.texts("dd") == ["the words in the source"] * 3
    assert "Known to the month, as the source states." not in document.texts("p")
    assert not Document(page.dumps(many(3))).all("dl")


def test_a_large_picture_is_shown_from_the_file_beside_the_page():
    made = many(400)
    document = Document(page.dumps(made, picture=svg.dumps(made)))
    assert [a["src"] for _, a in document.all("img")] == ["c.svg"]
    assert not document.all("svg")


def test_two_thousand_events_are_a_page_of_modest_size():
    text = "The ministers met in the city on the tenth day of the month, as they do each year."
    made = many(2000, evidence=[text], place="Astana", source_title="A", note="A remark.")
    data = page.dumps(made, picture=svg.dumps(made), updated=NOON, url=URL)
    assert len(data) < 1_500_000
    assert len(linked(data)) == 100
    assert linked(data)[0]["name"] == "Title 82"


def test_a_folder_needs_no_slash_at_its_end():
    assert bundled(url=URL.rstrip("/")) == bundled()


def test_social_media_and_search_engines_are_told_what_it_is():
    document = Document(bundled())
    graph = {a["property"]: a["content"] for _, a in document.all("meta") if "property" in a}
    assert graph["og:title"] == RELEASE.title
    assert graph["og:url"] == URL
    assert graph["og:description"] == RELEASE.calendar().description
    long = Calendar(id="c", name="C", description="word\n" * 100)
    (about,) = [a["content"] for _, a in Document(page.dumps(long)).all("meta", name="description")]
    assert len(about) == 200


def linked(data):
    ((text, _),) = Document(data).all("script", type="application/ld+json")
    return [item["item"] for item in json.loads(text)["itemListElement"]]


def test_json_ld_gives_a_day_only_where_it_is_known():
    items = linked(bundled())
    assert [item.get("startDate") for item in items] == [
        None,
        "1999-09-14",
        None,
        "2022-05-10",
        None,
    ]
    assert items[3]["description"].startswith("10 May [2022]. Known to the day, inferred")
    assert items[3]["location"] == {"@type": "Place", "name": "Ankara"}
    assert items[0]["url"] == f"{URL}#e-first-meeting-1993"
    assert items[0]["subjectOf"]["url"] == RELEASE.url


@pytest.mark.parametrize(
    ("date", "days"),
    [
        ("2022-10-12/2022-10-13", ("2022-10-12", "2022-10-13")),
        ("2022-10/2022-10-13", (None, "2022-10-13")),
        ("2022-10-12/..", ("2022-10-12", None)),
        ("2022-10-12?", (None, None)),
        ("2022-10-12~", (None, None)),
    ],
)
def test_json_ld_of_intervals_and_doubts(date, days):
    event = Event(id="e", title="</script><script>", when=parse_edtf(date), status="cancelled")
    (item,) = linked(page.dumps(Calendar(id="c", name="C", events=[event])))
    assert (item.get("startDate"), item.get("endDate")) == days
    assert item["eventStatus"] == "https://schema.org/EventCancelled"
    assert item["name"] == "</script><script>"


def test_the_policy_allows_these_styles_and_this_script_and_no_more():
    document = Document(bundled())
    (policy,) = [
        a["content"] for _, a in document.all("meta", **{"http-equiv": "Content-Security-Policy"})
    ]

    def digests(tag):
        found = [t for t, a in document.all(tag) if a.get("type") is None]
        return [base64.b64encode(hashlib.sha256(t.encode()).digest()).decode() for t in found]

    assert len(digests("style")) == 2
    assert re.findall(r"'sha256-(.*?)'", policy) == digests("style") + digests("script")
    assert policy.startswith("default-src 'none'; ")
    assert "unsafe" not in policy
    assert not [
        a for _, a, _ in document.elements if "style" in a or any(n.startswith("on") for n in a)
    ]


def test_it_loads_nothing_from_elsewhere():
    for tag, attributes, _ in Document(bundled()).elements:
        assert tag not in ("img", "iframe", "object", "embed", "form", "video", "audio")
        assert "src" not in attributes
        if tag == "link" and attributes["rel"] == "icon":
            assert attributes["href"].startswith("data:image/svg+xml,")
        elif tag == "link":
            assert attributes["rel"] in ("alternate", "canonical")
    assert "url(" not in re.sub(r"url\(#cica-\w+\)", "", bundled().decode())
    assert "@import" not in bundled().decode()


def test_it_is_small():
    assert len(bundled()) < 40_000


def test_it_is_the_same_bytes_every_time():
    assert bundled() == bundled()
    file = io.BytesIO()
    made = RELEASE.calendar()
    page.dump(made, file, picture=svg.dumps(made), releases=[RELEASE], url=URL, updated=NOON)
    assert file.getvalue() == bundled()


def test_an_empty_calendar_is_a_page_too():
    made = Calendar(id="c", name="C", url="https://example.org/")
    document = Document(page.dumps(made, picture=svg.dumps(made)))
    assert "There are none." in document.texts("p")
    assert "about this calendar" in document.texts("a")


HOSTILE = (
    *("<script>alert(1)</script>", '"><img src=x onerror=alert(1)>', "' onmouseover='alert(1)"),
    *("</title>", "</style></script><!--", "-->]]>", "&lt;b&gt;&amp;", "{{ 7*7 }}{% raw %}"),
    *("\\u003c", "javascript:x"),
    *("\u2067abc", "<svg onload=x>", "`${x}`"),
)  # fmt: skip


def full_page(text, href="https://example.org/"):
    """A page that holds a text wherever it can."""
    line = re.sub("[\u2060-\u206f]", "", text)
    event = Event(
        id="e", title=line, when=EdtfDate(2022, 5, 10), kind=re.sub(r"[,;\\]", "", line),
        place=line, evidence=[line], participants=[line], note=line, description=line, url=href,
        source_title=line,
    )  # fmt: skip
    release = Release(
        id="r", title=line, publisher=line, url=href, published=EdtfDate(2022), published_note=line,
        text=f"Before {text} after.", set_aside=[SetAside(line, line)],
    )  # fmt: skip
    made = Calendar(id="c", name=line, description=line, url=href, events=[event])
    return page.dumps(made, picture=svg.dumps(attrs.evolve(made, name="C", events=[])),
                      releases=[release], url=href)  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE)
def test_data_stays_text(text):
    harmless, hostile = Document(full_page("harmless")), Document(full_page(text))
    assert hostile.shape == harmless.shape
    assert hostile.texts("h1") == [" ".join(re.sub("[\u2060-\u206f]", "", text).split())]
    sources = [
        a["content"] for _, a in hostile.all("meta", **{"http-equiv": "Content-Security-Policy"})
    ]
    assert sources == [
        a["content"] for _, a in harmless.all("meta", **{"http-equiv": "Content-Security-Policy"})
    ]


def test_an_address_stays_an_address():
    href = "https://example.org/?a='onclick='x&lt=1&b=[]"
    with pytest.raises(InvalidError):
        full_page("a", href)
    plain = full_page("a", "https://example.org/")
    folder = "https://example.org/'onclick='x&lt=1/"
    assert Document(full_page("a", folder)).shape == Document(plain).shape


@pytest.mark.parametrize(
    "character",
    ["\x00", "\x1b", "\x9b", "\u202e", "\u2067", "\ufdd0", "\uffff", "\U0001fffe"],
)
def test_characters_that_nobody_sees_or_html_cannot_hold_are_shown_by_their_codes(character):
    release = Release(id="r", title="R", text=f"It{character} was on 10 May.")
    document = shown(release, evidence=["on 10 May"])
    assert document.texts("blockquote") == [f"It<U+{ord(character):04X}> was on 10 May."]


@pytest.mark.parametrize("space", ["\v", "\f", "\x85", "\r"])
def test_a_line_break_that_html_does_not_know_is_white_space(space):
    release = Release(id="r", title="R", text=f"It{space}was on 10 May.")
    document = shown(release, evidence=["on 10 May"])
    assert document.texts("blockquote") == ["It was on 10 May."]


@given(calendars, st.lists(releases, max_size=2))
def test_any_calendar_is_a_well_formed_page(made, sources):
    data = page.dumps(made, picture=svg.dumps(made), releases=sources, url=URL)
    document = Document(data)
    assert len(document.all("script")) == 2
    assert len([e for e in document.elements if e[0] == "li" and "id" in e[1]]) == len(made.events)
    identities = [a["id"] for _, a, _ in document.elements if "id" in a]
    assert len(set(identities)) == len(identities)
    assert len(linked(data)) == len(made.events)


@given(lines, prose)
def test_no_text_becomes_an_element(line, text):
    def shape(line, text):
        event = Event(
            id="e", title=line, when=EdtfDate(2022), place=line, note=text, evidence=[line]
        )
        return Document(page.dumps(Calendar(id="c", name=line, events=[event]))).shape

    assert shape(line, text) == shape("harmless", "harmless")


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ({"calendar": "text"}, 'calendar: "text" is not a Calendar'),
        (
            {"calendar": Calendar(id="c", name="C", events=iter([1]))},
            r"events\[0\]: 1 is not an Event",
        ),
        ({"releases": [RELEASE, 1]}, r"releases\[1\]: 1 is not a Release"),
        ({"picture": b"<?xml"}, "picture: .* is not an SVG picture"),
        ({"picture": "<svg"}, "picture: .* is not an SVG picture"),
        ({"url": "ftp://example.org/"}, "url: .* is not a web address"),
        ({"url": "https://example.org/?x"}, "url: .* is not the address of a folder"),
        ({"url": "https://example.org/#x"}, "url: .* is not the address of a folder"),
        ({"updated": datetime(2022, 1, 1)}, "is not a datetime with a time zone"),  # noqa: DTZ001
    ],
)
def test_what_is_wrong_is_refused(arguments, message):
    arguments = {"calendar": RELEASE.calendar()} | arguments
    with pytest.raises(InvalidError, match=message):
        page.dumps(arguments.pop("calendar"), **arguments)


def test_without_jinja2_it_says_what_to_install(monkeypatch):
    page._template.cache_clear()
    monkeypatch.setitem(sys.modules, "jinja2", None)
    with pytest.raises(CicaEventsError, match=r'pip install "cica-events\[page\]"'):
        page.dumps(RELEASE.calendar())


def test_jinja2_is_loaded_at_first_use_only():
    code = "import sys, cica_events.formats.page; print('jinja2' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"


def test_a_quote_is_sought_in_the_release_that_quotes_it_alone(monkeypatch):
    def spied(text, words):
        sought.append(text)
        return locate(text, words)

    sought = []
    monkeypatch.setattr(page, "locate", spied)
    texts = [f"They met in {year}. It was said." for year in range(1900, 2000)]
    told = [
        Event(id=f"e-{year}", title="T", when=EdtfDate(year), evidence=[f"in {year}"])
        for year in range(1900, 2000)
    ]
    many = [
        Release(id="c", title="R", text=text, events=[event])
        for text, event in zip(texts, told, strict=True)
    ]
    page.dumps(merge(*many), releases=many)
    assert sorted(sought) == texts


def test_on_paper_the_line_about_other_programs_goes_with_its_buttons():
    sheet = resources.files("cica_events.formats").joinpath("page.css").read_text("utf-8")
    hidden = re.search(r"@media print\{.*?([^{}]*)\{display:none\}", sheet, re.DOTALL)[1]
    assert {".buttons", ".or", "#copy"} <= {part.strip() for part in hidden.split(",")}
    assert Document(full_page("CICA")).texts("p", **{"class": "or"}) == [
        "Or give any calendar program this address:"
    ]


def test_the_page_says_what_wrote_it():
    (meta,) = Document(full_page("CICA")).all("meta", name="generator")
    assert meta[1]["content"] == "cica-events"
