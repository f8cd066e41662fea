"""The picture: what each date looks like, and that nothing in it collides."""

import io
import random
import re
from itertools import pairwise
from time import perf_counter
from xml.etree import ElementTree

import attrs
import pytest
from hypothesis import given
from strategies import calendars, lines, many_events

from cica_events import Calendar, Event, InvalidError, load_release, parse_edtf, parse_time
from cica_events.formats import svg

SVG = "{http://www.w3.org/2000/svg}"
EXACT = ["1993-02-03", "1999-09-14", "2022-05-10"]
ANY = [
    *EXACT,
    "1993-04",
    "199X",
    "2010/2014",
    "2022-10/..",
    "/1999",
    "2004-06-11?",
    "2010-03-01/2012",
]
WORDS = "Sixth Ministerial Meeting of the Senior Officials Committee on Confidence".split()


def calendar(*dates, **fields):
    events = [
        Event(**{"id": f"e{place}", "title": f"Event {date}", "when": parse_edtf(date)} | fields)
        for place, date in enumerate(dates)
    ]
    return Calendar(id="c", name="A calendar", events=events)


def tree(calendar, **options):
    return ElementTree.fromstring(svg.dumps(calendar, **options))


def numbers(root):
    """What the labels beside marks begin with."""
    labels = [t.text for t in root.iter(f"{SVG}text") if t.get("class") in ("label", "off")]
    return [label.split()[0] for label in labels]


def items(root):
    return [g for g in root.iter(f"{SVG}g") if g.get("role") == "listitem"]


def looks(element):
    """The signs that draw an event, in order."""
    fills = {
        "url(#cica-begins)": "begins",
        "url(#cica-within)": "within",
        "url(#cica-ends)": "ends",
    }
    shapes = [e for e in element.iter() if e.tag[len(SVG) :] in ("circle", "rect", "path")]
    return [fills.get(e.get("fill")) or e.get("class") for e in shapes]


def one(date, **fields):
    return looks(items(tree(calendar(date, **fields)))[0])


def reach(date, *others):
    """How far the bars of the first date reach, those of other dates beside it."""
    item = next(i for i in items(tree(calendar(date, *others))) if f"Event {date}" in texts(i))
    rects = [(float(r.get("x")), float(r.get("width"))) for r in item.iter(f"{SVG}rect")]
    return rects[0][0], sum(rects[-1])


def texts(element):
    return " ".join(text.text for text in element.iter(f"{SVG}text"))


def boxes(root):
    """Where each text and each mark stands: left, top, right, bottom, and what it is."""
    sizes = {"title": 13, "title off": 13}

    def walk(element, dy):
        moved = re.fullmatch(r"translate\(0 ([\d.]+)\)", element.get("transform", ""))
        dy += float(moved[1]) if moved else 0
        if element.tag == f"{SVG}text" and element.get("class") != "told":
            size, x, y = (
                sizes.get(element.get("class"), 11),
                float(element.get("x")),
                float(element.get("y")),
            )
            bold = element.get("class").startswith("date")
            width = wide(element.text, size, bold)
            x -= width * (element.get("class") == "date before")
            yield x, y - 0.76 * size, x + width, y + 0.2 * size, element.text
        if element.tag == f"{SVG}circle":
            x = float(element.get("cx"))
            yield x - 5.5, dy - 5.5, x + 5.5, dy + 5.5, "a point"
        if element.tag == f"{SVG}rect" and dy:
            x = float(element.get("x"))
            yield x, dy - 5.5, x + float(element.get("width")), dy + 5.5, "a bar"
        for child in element:
            yield from walk(child, dy)

    return list(walk(root, 0))


def collisions(found):
    """Pairs that share more than their edges."""
    found = sorted(found, key=lambda box: box[1])
    for place, one in enumerate(found):
        for other in found[place + 1 :]:
            if other[1] >= one[3] - 0.1:
                break
            marks = {one[4], other[4]} <= {"a bar", "a point"}  # which may cover each other
            if not marks and one[0] < other[2] - 0.1 and other[0] < one[2] - 0.1:
                yield one, other


# How wide DejaVu Sans, the widest of the usual fonts, draws U+0020 to U+007E; and its bold.
PLAIN = """
32 40 46 84 64 95 78 27 39 39 50 84 32 36 32 34 64 64 64 64 64 64 64 64 64 64 34 34 84 84 84 53
100 68 69 70 77 63 58 77 75 29 29 66 56 86 75 79 60 79 69 63 61 73 68 99 69 61 69 39 34 39 84 50
50 61 63 55 63 62 35 63 63 28 28 58 28 97 63 61 63 63 41 52 39 63 59 82 59 59 52 64 34 64 84
"""
BOLD = """
35 46 52 84 70 100 87 31 46 46 52 84 38 42 38 37 70 70 70 70 70 70 70 70 70 70 40 40 84 84 84 58
100 77 76 73 83 68 68 82 84 37 37 77 64 100 84 85 73 85 77 72 68 81 77 110 77 72 73 46 37 46 84 50
50 67 72 59 72 68 44 72 71 34 34 67 34 104 71 69 72 72 49 60 48 71 65 92 65 65 58 71 37 71 84
"""
WIDTHS = [
    dict(zip(map(chr, range(32, 127)), map(int, t.split()), strict=True)) for t in (PLAIN, BOLD)
]


def wide(text, size, bold):
    return sum(WIDTHS[bold].get(character, 100) for character in text) * size / 100


def random_calendar(count, seed, years=(1993, 2022)):
    """Dates of every precision, near and far from each other, with titles short and long."""
    chosen = random.Random(seed)
    dates = []
    for _ in range(count):
        year, month = chosen.randint(*years), f"{chosen.randint(1, 12):02}"
        day = f"{year}-{month}-{chosen.randint(1, 28):02}"
        dates.append(chosen.choice(
            [day, day, f"{year}", f"{year}-{month}", f"{year}/{year + chosen.randint(1, 9)}",
             f"{year}-2{chosen.randint(1, 4)}", f"{year}/..", f"../{year}-{month}~"]
        ))  # fmt: skip
    made = calendar(*dates)
    return attrs.evolve(made, events=[
        attrs.evolve(
            event,
            title=" ".join(chosen.choices(WORDS, k=chosen.randint(1, 16))),
            status=chosen.choice(["confirmed", "confirmed", "tentative", "cancelled"]),
            basis=chosen.choice(["stated", "resolved", "inferred"]),
        ) for event in made.events
    ])  # fmt: skip


def test_the_bundled_picture(golden):
    golden("cica.svg", svg.dumps(load_release().calendar()))


def test_a_screen_reader_is_told_what_it_is_and_each_event_in_words():
    root = tree(load_release().calendar())
    title, desc = root[0], root[1]
    assert (root.get("aria-labelledby"), root.get("aria-describedby")) == (
        title.get("id"),
        desc.get("id"),
    )
    assert title.text == "Timeline: Kazakhstan and Turkey to jointly develop CICA potential"
    assert desc.text.startswith("5 events, 1993 to 2022; one row each")
    assert [item[0].text for item in items(root)][2:4] == [
        "2010–2014: Turkish Chairmanship of CICA",
        "10 May [2022], inferred: Joint Statement on Enhanced Strategic Partnership "
        "between Kazakhstan and Turkey",
    ]
    assert all(g.get("role") == "list" for g in root if items(g))


def luminance(colour):
    digits = colour * 2 if len(colour) == 3 else colour
    parts = [int(digits[i : i + 2], 16) / 255 for i in (0, 2, 4)]
    red, green, blue = (p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def test_everything_stands_out_in_light_and_in_dark():
    style = tree(calendar("1999-09-14")).find(f"{SVG}style").text
    for part in style.split("@media"):
        paper = luminance(re.search(r"\.paper{fill:#(\w+)}", part)[1])
        inks = [
            r"timeline{color:#(\w+)",
            r"text{fill:#(\w+)",
            r"quiet{fill:#(\w+)",
            r"axis{.*stroke:#(\w+)",
        ]
        for ink in inks:
            low, high = sorted([paper, luminance(re.search(ink, part)[1])])
            assert (high + 0.05) / (low + 0.05) > 4.5


def test_it_runs_and_loads_nothing():
    for element in tree(random_calendar(40, 1)).iter():
        assert element.tag[len(SVG) :] not in ("script", "image", "use", "foreignObject", "a")
        assert not [
            name for name in element.attrib if name.startswith("on") or name in ("style", "href")
        ]
    assert b"@import" not in svg.dumps(load_release().calendar())
    assert b"@font-face" not in svg.dumps(load_release().calendar())
    assert set(re.findall(rb"url\((.)", svg.dumps(random_calendar(40, 1)))) == {b"#"}


@pytest.mark.parametrize(
    ("date", "expected"),
    [
        ("1999-09-14", ["known"]),
        ("1999-09-14/1999-09-14", ["known"]),
        ("1993-04", ["within", "limit"]),
        ("199X", ["within", "limit"]),
        ("2022-23", ["within", "limit"]),
        ("2010/2014", ["begins", "sure", "ends", "limit"]),
        ("2022-10-12/2022-10-13", ["sure", "limit"]),
        ("2010-03-01/2012", ["sure", "ends", "limit"]),
        ("2010/2012-03-01", ["begins", "sure", "limit"]),
        ("2010/2010", ["within", "limit"]),
        ("1999-09-14?", ["guess paper"]),
        ("1993-04~", ["within", "guess"]),
        ("2010/2014~", ["begins", "sure", "ends", "guess"]),
        ("2022-10/..", ["within", "limit", "open", "open"]),
        ("2022-10/", ["within", "limit", "open guess", "open"]),
        ("../1999-09-14", ["known", "open", "open"]),
        ("XXXX-04/1999", ["within", "limit", "open guess", "open"]),
        ("1999/XXXX-04", ["within", "limit", "open guess", "open"]),
    ],
)
def test_what_a_date_looks_like(date, expected):
    assert one(date) == expected


def test_what_was_inferred_has_a_broken_outline_and_brackets():
    assert one("2022-05-10", basis="inferred") == ["guess paper"]
    assert one("2022-05", basis="inferred") == ["within", "guess"]
    assert "10 May [2022]" in texts(
        tree(calendar("2022-05-10", basis="inferred", evidence=["on 10 May"]))
    )


def test_what_is_cancelled_or_tentative_is_said_in_words_too():
    root = tree(calendar("2022-05-10", status="cancelled"))
    assert looks(items(root)[0]) == ["known", "cross"]
    assert "10 May 2022 (cancelled)" in texts(root)
    assert items(root)[0].find(f"{SVG}text").get("class") == "title off"
    assert "10 May 2022 (tentative)" in texts(tree(calendar("2022-05-10", status="tentative")))


def test_solid_lies_within_pale_as_the_days_do():
    item = items(tree(calendar("2010/2014")))[0]
    begins, sure, ends = (
        (float(r.get("x")), float(r.get("width"))) for r in item.iter(f"{SVG}rect")
    )
    assert begins[0] + begins[1] == pytest.approx(sure[0], abs=0.2)
    assert sure[0] + sure[1] == pytest.approx(ends[0], abs=0.2)
    assert sure[1] == pytest.approx(3 * begins[1], rel=0.02)
    assert begins[1] == pytest.approx(ends[1], rel=0.02)


def test_days_stand_in_their_order_on_one_scale():
    root = tree(calendar("1993-02-03", "1993-11-30", "1999-09-14", "2000-01-01", "2022-12-31"))
    places = [
        float(circle.get("cx")) for item in items(root) for circle in item.iter(f"{SVG}circle")
    ]
    assert len(places) == 5
    assert all(a < b for a, b in pairwise(places))
    years = [reach(f"{year}", "2001/2016") for year in (2010, 2011)]
    assert years[0][1] - years[0][0] == pytest.approx(years[1][1] - years[1][0], abs=0.2)


def test_a_short_bar_is_drawn_wide_enough_to_be_seen():
    left, right = reach("1993-04", "1999")
    assert right - left == pytest.approx(16, abs=0.2)


@pytest.mark.parametrize(
    ("dates", "cuts"),
    [
        (["1993-04"], 0),
        (["2022-05-10", "2022-10"], 0),
        (["2020", "2022"], 0),
        (["1993", "2022"], 1),
        (["1993-04", "1999-09-14", "2010/2014", "2022-05-10", "2022-10"], 3),
        (["1000", "1500", "1993-04", "2022"], 3),
        (["1XXX", "2022"], 0),
        (["0001-01-01", "9999-12-31"], 1),
    ],
)
def test_eras_of_nothing_are_cut_out_to_be_seen(dates, cuts):
    root = tree(calendar(*dates))
    assert len([r for r in root if r.get("class") == "cut"]) == cuts
    assert ("time without an event" in texts(root)) == bool(cuts)


@pytest.mark.parametrize(
    ("dates", "labels"),
    [
        (["2022-10"], ["Oct 2022"]),
        (["2022-11", "2023-02"], ["Nov 2022", "Dec", "Jan 2023", "Feb"]),
        (["1993", "1999", "2010/2014"], ["1993", "1999", "2010", "2012", "2014"]),
        (["0987"], ["Jan 987", "May", "Jul", "Sep", "Nov"]),
        (["1993-04", "2022"], ["1993", "2022"]),
        (["1XXX"], ["1000", "1200", "1400", "1600", "1800"]),
    ],
)
def test_the_years_are_said(dates, labels):
    root = tree(calendar(*dates))
    said = [(float(t.get("x")), t.text) for t in root.findall(f"{SVG}text") if t.get("y") == "20"]
    assert [text for _, text in sorted(said)] == labels


@pytest.mark.parametrize("count", [13, 66, 200, 2000])
@pytest.mark.parametrize("width", [360, 1280])
def test_a_picture_of_many_events_is_no_higher_than_a_screen(count, width):
    root = tree(random_calendar(count, count), width=width)
    assert float(root.get("height")) <= 700
    assert float(root.get("width")) == width
    assert len(items(root)) == count
    assert max(box[2] for box in boxes(root)) <= width
    assert not list(collisions(boxes(root)))


def test_a_time_of_day_stands_with_its_date():
    root = tree(calendar("2025-03-04", time=parse_time("10:00/12:30"), zone="Asia/Almaty"))
    assert "4 March 2025, 10:00–12:30 Asia/Almaty" in texts(root)


def test_a_dozen_events_have_rows_and_more_have_numbers():
    assert numbers(tree(calendar(*["2022-10-12"] * 12))) == []
    root = tree(calendar(*[f"2022-10-{day}" for day in range(10, 23)]))
    assert numbers(root) == [str(number) for number in range(1, 14)]
    assert items(root)[4][0].text == "14 October 2022: Event 2022-10-14"
    assert "5 Event 2022-10-14" in texts(items(root)[4])


def test_a_number_stands_where_the_title_does_not_fit():
    root = tree(calendar(*[f"2022-{m:02}-{d:02}" for m in range(1, 13) for d in range(1, 17)]))
    for item in items(root):
        for text in item.findall(f"{SVG}text[@class='told']"):
            item.remove(text)
    shown = [texts(item) for item in items(root)]
    assert sum(text.isdigit() for text in shown) > len(shown) / 3
    assert shown[-1].split()[0] == str(len(shown))


def test_a_mark_without_its_title_tells_it_on_focus():
    made = random_calendar(200, 200)
    root = tree(made)
    marks = items(root)
    reached = [mark for mark in marks if mark.get("tabindex") == "0"]
    assert len(reached) > 150
    for mark in marks:
        beside = [t.text for t in mark.iter(f"{SVG}text") if t.get("class") in ("label", "off")]
        told = [t for t in mark.iter(f"{SVG}text") if t.get("class") == "told"]
        title = mark[0].text.partition(": ")[2]
        assert bool(told) == (mark in reached) != any(text.endswith(f" {title}") for text in beside)
        for text in told:
            assert 14 + wide(text.text, 11, False) <= 360 - 13
            assert text.text.split()[0].isdigit()
    lines = {float(t.get("y")) for t in root.iter(f"{SVG}text") if t.get("class") == "told"}
    (line,) = lines
    others = [float(t.get("y")) for t in root.iter(f"{SVG}text") if t.get("class") != "told"]
    assert min(abs(line - y) for y in others) >= 11
    assert "[tabindex]:is(:hover,:focus) .told{display:inline}" in root[2].text


def test_a_picture_that_says_all_titles_needs_no_focus():
    root = tree(calendar(*[f"2022-10-{day}" for day in range(10, 23)]), width=1280)
    assert not [mark for mark in items(root) if mark.get("tabindex")]
    assert "told" not in root[2].text


def test_busy_years_have_more_room():
    dates = [f"{year}-06-01" for year in range(1960, 2020)]
    dates += [f"2015-{month:02}-{day:02}" for month in range(1, 13) for day in (1, 10, 20)]
    places = {}
    for item in items(tree(calendar(*dates), width=1280)):
        circle = item.find(f".//{SVG}circle")
        places[item[0].text.partition(":")[0]] = float(circle.get("cx"))
    quiet = places["1 June 1971"] - places["1 June 1970"]
    busy = places["20 December 2015"] - places["1 January 2015"]
    assert busy > 10 * quiet > 0


def test_many_events_without_a_year_are_counted():
    root = tree(calendar(*["XXXX-12"] * 10, *["2022"] * 10))
    assert "Without a known year: 10" in texts(root)
    assert len(items(root)) == 10


def test_years_known_for_long_only_are_all_as_wide_as_each_other():
    left, right = (reach(date, *["19XX"] * 13) for date in ("1910", "1980"))
    assert left[1] - left[0] == pytest.approx(right[1] - right[0], abs=0.2)


@pytest.mark.parametrize("width", [359, 0, "wide", 400.5, True])
def test_a_picture_that_is_too_narrow_is_refused(width):
    with pytest.raises(InvalidError, match="whole number of at least 360"):
        svg.dumps(calendar("2022"), width=width)


def test_a_wider_picture_has_longer_lines():
    wide = tree(calendar("1993-04", "2022", title="word " * 30), width=1280)
    narrow = tree(calendar("1993-04", "2022", title="word " * 30))
    assert float(wide.get("height")) < float(narrow.get("height"))


def test_an_event_without_a_year_is_listed_apart():
    root = tree(calendar("1993-04", "XXXX-12"))
    assert "The year is not known" in texts(root)
    assert looks(items(root)[1]) == []
    assert "December of an unknown year" in texts(items(root)[1])
    assert [item[0].text for item in items(tree(calendar("XXXX-12")))] == [
        "December of an unknown year: Event XXXX-12"
    ]


def test_an_empty_calendar_says_so():
    root = tree(calendar())
    assert texts(root) == "No events"
    assert root[1].text.startswith("0 events; ")


def test_the_legend_says_what_there_is_to_see_and_no_more():
    assert texts(tree(calendar("1999-09-14"))).endswith("a known day")
    everything = texts(tree(random_calendar(60, 2)))
    assert "may have begun" in everything
    assert "open or unknown" in everything
    assert "what was supplied" in everything


@pytest.mark.parametrize(
    "made",
    [
        load_release().calendar(),
        calendar(*ANY),
        calendar(*["2022-10-12"] * 12),
        random_calendar(200, 3),
        random_calendar(200, 4, (1000, 2022)),
        random_calendar(200, 5, (2022, 2022)),
        random_calendar(5, 6, (1000, 1999)),
    ],
)
def test_labels_never_collide(made):
    found = boxes(tree(made))
    assert not list(collisions(found))
    assert min(box[0] for box in found) >= 2
    assert max(box[2] for box in found) <= 360
    assert max(box[3] for box in found) <= float(tree(made).get("height"))


def test_a_collision_would_be_found():
    root = tree(calendar(*ANY))
    for text in root.iter(f"{SVG}text"):
        text.set("x", "150")
    assert list(collisions(boxes(root)))


@pytest.mark.parametrize(
    "title", [" ".join(["word"] * 2000), "w" * 2000, "W" * 200, "中" * 500, "e\u0301" * 3000]
)
def test_a_long_title_is_cut_short_but_not_for_a_screen_reader(title):
    root = tree(calendar("1993-04", title=title))
    shown = [t.text for t in items(root)[0].iter(f"{SVG}text") if t.get("class") == "title"]
    assert len(shown) == 3
    assert shown[-1].endswith("…")
    assert items(root)[0][0].text == f"April 1993: {title}"


@pytest.mark.parametrize("character", ["\ufffe", "\uffff"])
def test_characters_that_xml_cannot_hold_are_replaced(character):
    root = tree(calendar("1993-04", title=f"a{character}b"))
    assert "a\ufffdb" in texts(root)


@given(calendars)
def test_any_calendar_is_a_well_formed_picture(made):
    root = tree(made)
    assert len(items(root)) == len(made.events)
    by_height = {}
    for text in root.iter(f"{SVG}text"):
        assert 0 <= float(text.get("x")) < 360
        by_height.setdefault(float(text.get("y")), []).append(text.get("class"))
    for (y, classes), (following, _) in pairwise(sorted(by_height.items())):
        assert following - y >= 12
        assert len(classes) == 1 or set(classes) == {"quiet"}


@given(lines)
def test_no_text_becomes_an_element(text):
    plain = [e.tag for e in tree(calendar("2022-05-10", title="W" * len(text))).iter()]
    hostile = [e.tag for e in tree(calendar("2022-05-10", title=text)).iter()]
    assert set(hostile) == set(plain)
    assert [tag for tag in hostile if tag != f"{SVG}text"] == [
        tag for tag in plain if tag != f"{SVG}text"
    ]


def test_the_order_of_the_events_does_not_matter():
    made = random_calendar(50, 7)
    turned = attrs.evolve(made, events=tuple(reversed(made.events)))
    assert svg.dumps(made) == svg.dumps(turned)
    assert svg.dumps(attrs.evolve(made, events=iter(made.events))) == svg.dumps(made)


def test_ten_thousand_events_are_drawn_in_seconds():
    begun = perf_counter()
    svg.dumps(Calendar(id="c", name="c", events=many_events(10_000)))
    assert perf_counter() - begun < 10


def test_a_title_as_long_as_a_book_is_no_trouble():
    begun = perf_counter()
    svg.dumps(calendar("1993-04", title="x" * 5_000_000))
    assert perf_counter() - begun < 2


@pytest.mark.parametrize(
    ("wrong", "message"),
    [
        ("text", 'calendar: "text" is not a Calendar'),
        (Calendar(id="c", name="c", events=iter(["x"])), r'events\[0\]: "x" is not an Event'),
    ],
)
def test_what_is_no_calendar_is_refused(wrong, message):
    file = io.BytesIO()
    with pytest.raises(InvalidError, match=message):
        svg.dump(wrong, file)
    assert file.getvalue() == b""
