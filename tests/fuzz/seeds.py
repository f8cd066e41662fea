"""What the fuzzers start from: the bundled release, golden files, and a little of everything."""

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from cica_events import Calendar, Event, load_release, parse_edtf

GOLDEN = Path(__file__).parents[1] / "golden"
NOW = datetime(2022, 10, 1, tzinfo=UTC)
EDTF = (
    *("2022", "2022-05", "2022-05-10", "0001", "9999-12-31", "2024-02-29", "1900-02-28"),
    *("XXXX", "199X", "19XX", "1X9X", "XXXX-04", "XXXX-02-29", "2022-1X", "2022-XX", "2022-05-XX"),
    *("2022-XX-31", "202X-02-29", "2022-21", "9998-24", "2022-33", "2022-41", "199X-25"),
    *("2022?", "2022-05~", "2022-05-10%", "?2022-~05-%10", "2004?-06~-11", "2022-~21"),
    *("2010/2014", "2010/..", "../2014", "2010/", "/2014", "../..", "/", "../", "/.."),
    *("2022-10-12/2022-10-13", "2005/2006-02", "199X/2004-06?", "XXXX-04/XXXX-05", "2022~/2022"),
    *("[1667,1668]", "{1960}", "Y17E7", "-0985", "1950S2", "2022-05-10T10:20", "2022-13", "soon"),
)
PUBLISHED = (
    *(None, "2022", "2022-05", "2022-05-10", "0001-01-01", "9999-12-31", "2020-02-29"),
    *("2022-05-10/2022-05-12", "2022-05/2022-06", "XXXX", "199X", "2022-21", "../2022", "0001"),
    *("9999", "9999-12", "2022-05-XX", "2022?-05-10"),
)
PLAIN = {
    "kind": "meeting",
    "evidence": ["held in April 1993", "a, b; c\\d"],
    "basis": "inferred",
    "note": "one\ntwo",
    "place": "Алматы, Kazakhstan",
    "participants": ["A; B", "=C"],
    "description": "First.\n\nLast, 'quoted' and \"quoted\".",
    "status": "cancelled",
    "url": "https://example.org/?a=1&b=2#c",
    "source_title": "A release",
    "sequence": 3,
    "modified": NOW,
}


LAYOUTS = (
    "Key dates\n\n- 3 May: registration\n- 9 June: forum, in\n  Ankara\n\nLATER\n\n- 2023: more\n",
    "2019\n\n12 March - Laid\n\n2020\n====\n\n1. 4 May 2020\n   (a) a talk\n2. 5 May – Another\n",
    "Day | Place\n--- | ---\n3 May 2022 | Almaty\n | Astana\n\nEvent\tMay\tJune\nForum\t3\t4\n",
    "Programme\n\n3 June 2022\n\n10:00  Opening   Hall 1\n11:30  Panel     Hall 2\n# Then\n17:00\n",
)
PAGES = (
    "<title>Forum</title><ul><li>3 May: talk<li>9 May: walk<ol start=3><li>a<li>b</ol></ul>",
    "<nav>Home</nav><main><h1>Forum</h1><h3>When</h3><p>On <b>3</b>&nbsp;May.<br>Yes.</main>2024",
    "<table><tr><th>Day<th>What<tr><td rowspan=2>3 May<td>Talk<tr><td>Walk<p>far</table><pre>a\n b",
    "<meta name=date content=2024-05-03T10:00Z><meta property=og:site_name content=Us>"
    "<link rel=canonical href='https://example.org/'><del>4</del> 5 May<footer>2024</footer>",
    '<script type=application/ld+json>{"@type": "NewsArticle", "datePublished": "2024-05-03",'
    ' "publisher": {"name": "Us"}}</script><p hidden>x<p style=\'display:none\'>y<q>z</q>',
)


def golden(suffix: str) -> Iterator[bytes]:
    return (path.read_bytes() for path in sorted(GOLDEN.glob(f"*{suffix}")))


def calendars() -> Iterator[Calendar]:
    """Small ones: a fuzzer does more with a few hundred bytes than with a few thousand."""
    when = parse_edtf("1993-04")
    for name, value in PLAIN.items():
        event = Event(id="e", title="T", when=when, **{name: value})
        yield Calendar(id="c", name="C", events=(event,))
    for text in EDTF[: EDTF.index("[1667,1668]")]:
        event = Event(id="e", title="T", when=parse_edtf(text))
        yield Calendar(id="c", name="C", events=(event,))
    events = (Event(id=f"e-{n}", title=f"T {n}", when=when) for n in range(3))
    yield Calendar(
        id="c",
        name="C",
        events=tuple(events),
        description="D, d\nd",
        url="https://example.org/",
        source="https://example.org/c.ics",
        color="steelblue",
    )


def sentences() -> list[str]:
    text = load_release().text
    return [text, *re.split(r"(?<=\.)\s+", text)]


PHRASES = (
    *("10 May", "10 and 11 May 2022", "10-12 May", "3, 10 and 17 May", "May 10, 2022", "May 2022"),
    *("Tuesday, 10 May", "Tues 10th of May", "early May", "end of 2021", "mid-2021", "the 1990s"),
    *("the 1990's", "the nineties", "1992/93", "2019-21", "2021-12", "1992 to present", "2022-24"),
    *("last year", "next Friday", "this spring", "two years ago", "in three weeks", "tomorrow"),
    *("the day before yesterday", "the first half of 2022", "Q3 2022", "2022H1", "spring 2022"),
    *("10.05.2022", "2022-05-10", "2022-05-10T10:20", "05/06/2022", "5/25/2022", "10.05.22"),
    *("15 Janury 2024", "29 February", "31 June 2022", "the 21st century", "every May", "annual"),
    *("A/RES/47/1992", "$2000", "2022 km", "No. 1992", "www.example.org/2022", "Route 1992"),
    *(
        "said on 12 May",
        "will meet on 3 June",
        "12 to 14 October this year",
        "between 2010 and 2014",
    ),
    *("the last two months of 2021", "the previous day", "by the end of the year", "a year later"),
)
