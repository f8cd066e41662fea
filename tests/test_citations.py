"""Quotes that recur, and which of them the layout of the text joins with an event's others."""

import pytest

from cica_events import Event, Release, SetAside, check, parse_edtf, parse_time
from cica_events.citations import cited, is_entry

YEARS = """Key dates

2023

June

- 3: forum
- 5 July: fair

2024

June

- 3: forum
- 5 July: fair

1. Registration opens
2. Registration opens
"""


def lines_of(text, quotes):
    """The lines in which the quotes stand, each with all lines where it may."""
    places = cited(text, quotes)
    return [[text.count("\n", 0, start) + 1 for start, _ in found] for found in places]


@pytest.mark.parametrize(
    ("quotes", "lines"),
    [
        (["2024"], [[10]]),
        (["June"], [[5, 12]]),
        (["2024", "June"], [[10], [12]]),
        (["2023", "June", "3: forum"], [[3], [5], [7]]),
        (["3: forum", "June", "2024"], [[14], [12], [10]]),
        (["3: forum", "June"], [[7, 14], [5, 12]]),
        (["5 July: fair", "2024"], [[15], [10]]),
        (["5 July: fair", "Key dates"], [[8, 15], [1]]),
        (["forum", "2024"], [[7, 14], [10]]),  # no whole item
        (["Registration opens", "2024"], [[17, 18], [10]]),
        (["no such words", "June", "2023"], [[], [5], [3]]),
    ],
)
def test_a_heading_or_an_item_that_recurs_is_the_one_that_the_others_govern(quotes, lines):
    assert lines_of(YEARS, quotes) == lines


TABLE = (
    "Hall A\nDate\tTime\tWhat\n3 May 2024\t10:00\tOpening\n\t12:00\tLunch\n"
    "4 May 2024\t12:00\tLunch\n"
    "\nHall B\n\nDate\tTime\tWhat\n5 May 2024\t10:00\tOpening\n"
)


def test_the_head_of_a_column_and_a_row_may_recur():
    assert lines_of(TABLE, ["5 May 2024", "What"]) == [[10], [9]]
    assert lines_of(TABLE, ["3 May 2024", "Opening"]) == [[3], [3]]
    assert lines_of(TABLE, ["3 May 2024", "12:00\tLunch"]) == [[3], [4]]
    assert is_entry(TABLE, TABLE.index("What"), TABLE.index("What") + 4)


def test_sentences_are_no_entries():
    text = "2024\n\nThe forum met again on that day, and nothing came of it.\n"
    assert not is_entry(text, 6, len(text) - 1)
    assert is_entry("Plan\n====\n\nText.\n", 0, 4)


# Records


def problems(text, events, set_aside=(), published="2025-10-01"):
    made = [
        Event(
            id=f"event-{number}",
            title="Something",
            when=parse_edtf(when),
            basis=basis,
            evidence=evidence,
            note="It is known." if basis == "inferred" else None,
        )
        for number, (when, basis, *evidence) in enumerate(events)
    ]
    release = Release(
        id="release",
        title="A release",
        text=text,
        published=parse_edtf(published),
        published_basis="inferred",
        published_note="It is known.",
        events=made,
        set_aside=[SetAside(phrase, "not an event") for phrase in set_aside],
    )
    return [f"{problem}" for problem in check(release)]


LIST = "2023\n\n- 3 May: forum\n- 6 June: fair\n\n2024\n\n- 3 May: forum\n"
HONEST = [
    ("2023-05-03", "stated", "2023", "3 May: forum"),
    ("2023-06-06", "stated", "2023", "6 June"),
    ("2024-05-03", "stated", "2024", "3 May: forum"),
]


def test_events_quote_their_item_and_the_heading_above_it():
    assert problems(LIST, HONEST) == []


@pytest.mark.parametrize(
    ("number", "event", "path", "words"),
    [
        (1, ("2024-06-06", "stated", "2024", "6 June"), "when", "is not what is said by"),
        (1, ("2024-06-06", "inferred", "2024", "6 June"), "when", "is not what is said by"),
        (1, ("2023-06-06", "stated", "6 June: fair"), "evidence", "which completes the date"),
        (1, ("2023-06-06", "stated", "2024", "6 June"), "evidence", "which completes the date"),
        (2, ("2024-05-03", "stated", "3 May: forum"), "evidence[0]", "or quote the heading above"),
        (
            2,
            ("2024-05-03", "stated", "2024", "3 May"),
            "evidence[1]",
            "add words until it is unique",
        ),
    ],
)
def test_a_heading_that_does_not_govern_the_item_is_refused(number, event, path, words):
    events = [*HONEST[:number], event, *HONEST[number + 1 :]]
    found = problems(LIST, events)
    assert any(f"events[{number}].{path}" in problem and words in problem for problem in found)


def test_two_phrases_that_no_layout_joins_are_inferred():
    text = "In 2024 much was done.\n\nThe forum met on 3 May, as it is said.\n"
    stated = ("2024-05-03", "stated", "2024", "on 3 May")
    assert any("basis" in problem for problem in problems(text, [stated]))
    assert problems(text, [("2024-05-03", "inferred", "on 3 May")], ["In 2024"]) == []


def test_a_heading_that_lends_its_date_need_not_be_accounted_for():
    assert problems("2023\n\n- 6 June: fair\n", [], ["6 June: fair"]) == []
    text = "2023\n\n- a fair\n"
    assert problems(text, []) == [
        "text: “2023” gives 2023; make it an event, or set it aside and say why"
    ]


PROGRAMME = """All times are local (UTC+5).

Monday, 3 June 2024

- 10:00 Opening
- 11:00 Talks
"""


def timed(time, zone, *evidence):
    event = Event(
        id="opening",
        title="Opening",
        when=parse_edtf("2024-06-03"),
        time=time,
        zone=zone,
        basis="stated",
        evidence=evidence,
    )
    release = Release(
        id="release",
        title="A release",
        text=PROGRAMME,
        published=parse_edtf("2024-05-20"),
        published_basis="inferred",
        published_note="It is known.",
        events=[event],
    )
    return [str(problem) for problem in check(release)]


def test_the_zone_of_all_times_is_quoted_too():
    at, day, note = parse_time("10:00"), "Monday, 3 June 2024", "All times are local (UTC+5)."
    assert timed(at, "+05:00", day, "10:00 Opening", note) == []
    assert timed(at, "+05:00", day, "10:00 Opening") == [
        "events[0].evidence: does not hold “All times are local (UTC+5”, which completes the date; "
        "quote it too"
    ]
    assert "is not what the words say" in timed(at, "+06:00", day, "10:00 Opening", note)[0]
    assert timed(parse_time("11:00"), "+05:00", day, "11:00 Talks", note) == []
