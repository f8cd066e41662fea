"""`check` finds each way in which a release and its text can disagree, and nothing else."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events import (
    EdtfDate,
    Event,
    InvalidError,
    Problem,
    Release,
    SetAside,
    check,
    load_release,
    parse_edtf,
)

RELEASE = load_release()
EVENTS = RELEASE.events
PLACES = range(len(EVENTS))


def problems(**changes):
    return [str(problem) for problem in check(attrs.evolve(RELEASE, **changes))]


def with_event(place, **changes):
    events = list(EVENTS)
    events[place] = attrs.evolve(events[place], **changes)
    return problems(events=events)


def release(text, *events, published="2022-05-16", **fields):
    fields = {"published_basis": "inferred", "published_note": "a test"} | fields
    return Release(
        id="r",
        title="A release",
        text=text,
        events=events,
        published=published and parse_edtf(published),
        **fields,
    )


def event(when, *evidence, **fields):
    return Event(id="e", title="An event", when=parse_edtf(when), evidence=evidence, **fields)


def test_the_bundled_release_is_borne_out_by_its_text():
    assert check(RELEASE) == []


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("when", ["2009", "1993-04-02", "2022-11", "2011/2013", "199X", "2022-10~"])
def test_a_date_moved_is_caught(place, when):
    found = with_event(place, when=parse_edtf(when))
    assert len(found) == 1
    assert found[0].startswith(f"events[{place}].when: {when} is ")


@pytest.mark.parametrize(
    ("place", "when", "how"),
    [
        (0, "1993-04-01", "more precise"),
        (0, "1993", "less precise"),
        (1, "1999-09", "less precise"),
        (2, "2010-01/2014-12", "more precise"),
        (3, "2022", "less precise"),
        (4, "2022-10-12/2022-10-13", "more precise"),
        (4, "2022-23", "less precise"),
    ],
)
def test_a_date_made_more_or_less_precise_is_caught(place, when, how):
    assert f"is {how} than the words" in with_event(place, when=parse_edtf(when))[0]


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("basis", ["stated", "resolved", "inferred"])
def test_a_wrong_basis_is_caught(place, basis):
    found = with_event(place, basis=basis)
    assert bool(found) == (basis != EVENTS[place].basis)
    assert all(f'set basis to "{EVENTS[place].basis}"' in message for message in found)


@pytest.mark.parametrize("place", PLACES)
def test_an_event_removed_is_caught(place):
    (found,) = problems(events=[e for n, e in enumerate(EVENTS) if n != place])
    assert found.startswith("text: “")
    assert "make it an event, or set it aside" in found


@pytest.mark.parametrize("place", range(len(RELEASE.set_aside)))
def test_a_phrase_no_longer_set_aside_is_caught(place):
    kept = [phrase for n, phrase in enumerate(RELEASE.set_aside) if n != place]
    assert len(problems(set_aside=kept)) == 1


@pytest.mark.parametrize("year", ["1993", "1999", "2010", "2014", "2021", "2022"])
def test_a_year_changed_in_the_text_is_caught(year):
    assert problems(text=RELEASE.text.replace(year, str(int(year) - 7)))


@pytest.mark.parametrize(
    "addition", ["They met on 3 March 2005.", "It met again in 2021.", "They meet next month."]
)
def test_a_date_added_to_the_text_is_caught(addition):
    assert problems(text=f"{RELEASE.text} {addition}")


def test_a_quote_that_is_not_in_the_text_is_shown_where_the_text_differs():
    quote = "the first meeting of the CICA Foreign Ministers held on 15 September 1999"
    found = check(attrs.evolve(RELEASE, events=[attrs.evolve(EVENTS[1], evidence=[quote])]))[0]
    assert found.path == "events[0].evidence[0]"
    agreed = "the first meeting of the CICA Foreign Ministers held on"
    assert found.message == f"“{quote}” is not in the text, which agrees only in “{agreed}”"
    assert RELEASE.text[found.start : found.end].endswith("held on")


def test_a_quote_of_other_words_altogether():
    (found,) = check(release("Nothing here.", event("1993", "xyzzy")))
    message = "“xyzzy” is not in the text; quote its own words"
    assert found == Problem("events[0].evidence[0]", message)
    assert (found.start, found.end) == (None, None)


def test_a_quote_must_be_unique():
    text = "They met in 1993. Others met in 1993."
    found = check(release(text, event("1993", "met in 1993")))
    assert "stands in the text more than once; add words" in found[0].message


def found(checked):
    """Each problem whole: where in the release, the words of the text, and the message."""
    return [
        (p.path, None if p.start is None else checked.text[p.start : p.end], p.message)
        for p in check(checked)
    ]


BOTH = "It opened on 28 April 2022. It closed on 2 May 2022. It had opened on 28 April 2022."


@pytest.mark.parametrize(
    ("checked", "expected"),
    [
        (
            release("They met in 1993. Others met in 1993.", event("1993", "met in 1993")),
            [
                (
                    "events[0].evidence[0]",
                    "met in 1993",
                    "“met in 1993” stands in the text more than once; add words until it is unique",
                ),
                *[
                    (
                        "text",
                        "1993",
                        "“1993” gives 1993; make it an event, or set it aside and say why",
                    )
                ]
                * 2,
            ],
        ),
        (
            release("It met.", event("1993")),
            [("events[0].evidence", None, "is empty; quote the words that state the date")],
        ),
        (
            release("It met.", event("1993", "It met")),
            [("events[0].evidence", None, "no quote holds a date; quote the words for 1993")],
        ),
        (
            release("It met on 10/05/2022.", event("2022-05-10", "on 10/05/2022")),
            [
                (
                    "events[0].when",
                    "10/05/2022",
                    "“10/05/2022” gives no date: may be day/month or month/day",
                )
            ],
        ),
        (
            release("It met in 1999.", event("1999", "in 1999", basis="inferred")),
            [("events[0].basis", "1999", '“1999” gives 1999 as stated; set basis to "stated"')],
        ),
        (
            release("It met in 1999.", event("1999-04", "in 1999")),
            [
                (
                    "events[0].when",
                    "1999",
                    "1999-04 is more precise than the words: “1999” gives 1999, stated",
                )
            ],
        ),
        (
            release("It met in 1999.", event("1998", "in 1999")),
            [
                (
                    "events[0].when",
                    "1999",
                    "1998 is not what is said by the words: “1999” gives 1999, stated",
                )
            ],
        ),
        (
            release("It met on 10/05/2022."),
            [
                (
                    "text",
                    "10/05/2022",
                    "“10/05/2022” gives no date: may be day/month or month/day; "
                    "make it an event, or set it aside and say why",
                )
            ],
        ),
        (
            release(
                BOTH,
                event(
                    "2022-04-28/2022-05-02", *BOTH.removesuffix(".").split(". "), basis="inferred"
                ),
            ),
            [
                (
                    "events[0].basis",
                    "28 April 2022",
                    '“28 April 2022” gives 2022-04-28/2022-05-02 as stated; set basis to "stated"',
                )
            ],
        ),
        (
            release("It met.", published="2022-05-16", published_basis="stated"),
            [
                (
                    "published_basis",
                    None,
                    'the text is not dated 2022-05-16; set it to "inferred", and say from what',
                )
            ],
        ),
        (
            release("It met.", published="2022-05-16", published_note=None),
            [("published_note", None, "is empty; say from what 2022-05-16 was taken")],
        ),
        (
            release("It was held in 2025.", set_aside=[SetAside("in 2025", "a slip")]),
            [("published", "2025", "is 2022-05-16, but the text looks back on “2025”")],
        ),
    ],
)
def test_a_problem_says_where_it_is_what_is_wrong_and_what_would_mend_it(checked, expected):
    assert found(checked) == expected


def test_the_first_of_two_phrases_of_a_date_is_named():
    checked = release(BOTH, event("2022-04-28/2022-05-02", BOTH, basis="inferred"))
    assert check(checked)[0].start == BOTH.index("28 April")


@pytest.mark.parametrize(
    "quotes",
    [
        ["met on 12–13", "13 October 2022 in Astana"],
        ["It opened", "met on 12–13", "13 October 2022 in Astana"],
        ["It opened", "met on 12–13 October 2022 in Astana", "on 12"],
        ["met on 12", "–13 October 2022 in Astana"],
    ],
)
def test_a_date_may_lie_in_quotes_that_overlap_or_touch(quotes):
    text = "It opened. It met on 12–13 October 2022 in Astana."
    assert check(release(text, event("2022-10-12/2022-10-13", *quotes))) == []


def test_a_date_must_not_lie_between_quotes():
    text = "It opened. It met on 12–13 October 2022 in Astana. It closed."
    quotes = ["It opened", "It met", "in Astana", "It closed"]
    found = check(release(text, event("2022-10-12/2022-10-13", *quotes)))
    assert [problem.path for problem in found] == ["events[0].evidence", "text"]


def test_white_space_is_the_only_thing_in_which_a_quote_may_differ():
    text = "They met\n  in\xa01993."
    assert check(release(text, event("1993", "They met in 1993"))) == []
    assert check(release(text, event("1993", "they met in 1993")))


def test_an_event_without_a_quote_or_a_date_in_it():
    assert "is empty; quote the words" in str(check(release("It met.", event("1993")))[0])
    assert "no quote holds a date" in str(check(release("It met.", event("1993", "It met")))[0])


def test_a_phrase_that_gives_no_date_proves_nothing():
    (found,) = check(release("It met on 10/05/2022.", event("2022-05-10", "It met on 10/05/2022")))
    assert found.path == "events[0].when"
    assert "“10/05/2022” gives no date" in found.message


def test_an_interval_may_be_proved_by_two_phrases():
    text = "It opened on 28 April 2022. It closed on 2 May 2022."
    ends = event("2022-04-28/2022-05-02", "It opened on 28 April 2022", "It closed on 2 May 2022")
    assert check(release(text, ends)) == []


def test_an_interval_needs_a_phrase_for_each_of_its_ends():
    text = "It was planned on 3 March 2022 and closed on 2 May 2022."
    whole = event("2022-04-28/2022-05-02", text)
    assert "is not what is said by the words" in str(check(release(text, whole))[0])


@pytest.mark.parametrize(("when", "year"), [("2010/..", 2010), ("../2014", 2014), ("/2014", 2014)])
def test_an_interval_with_an_end_that_is_no_date_is_no_single_date(when, year):
    text = f"It chairs in {year}."
    (found,) = check(release(text, event(when, text)))
    assert found.message.endswith(f"the words: “{year}” gives {year}, stated")


def test_an_interval_of_two_phrases_rests_on_the_weaker():
    text = "It opened on 28 April 2022 and closed on 2 May."
    whole = event("2022-04-28/2022-05-02", text)
    assert 'set basis to "inferred"' in str(check(release(text, whole))[0])
    assert check(release(text, attrs.evolve(whole, basis="inferred"))) == []


def test_an_interval_may_rest_on_two_phrases_that_were_resolved():
    text = "It opened in April this year and closed in May this year."
    assert check(release(text, event("2022-04/2022-05", text, basis="resolved"))) == []


def test_what_is_set_aside_must_be_in_the_text():
    found = check(release("It met.", set_aside=[SetAside("in 2005", "a reason")]))
    assert found[0].path == "set_aside[0].text"


@pytest.mark.parametrize(
    "text", ["Vision 2025 was adopted.", "It may be noted.", "For two terms.", "Resolution 1540."]
)
def test_what_cannot_be_a_date_needs_no_entry(text):
    assert check(release(text)) == []


@pytest.mark.parametrize(
    ("text", "published", "message"),
    [
        ("Astana, 27 June 2024 – They met.", "2024-06-20", "is dated “27 June 2024”"),
        ("It was held on 3 March 2025.", "2022-05-16", "looks back on “3 March 2025”"),
        ("HELD WAS IT on 3 March 2025.", "2022-05-16", "looks back on “3 March 2025”"),
        ("It will be held on 3 March 2019.", "2022-05-16", "looks ahead to “3 March 2019”"),
        ("Scheduled for 3 March 2019.", "2022-05-16", "looks ahead to “3 March 2019”"),
        ("It is to be held in May this year.", "2022-11", "looks ahead to “May this year”"),
    ],
)
def test_a_publication_date_that_the_text_contradicts(text, published, message):
    expected = f"is {published}, but the text {message}"
    found = check(release(text, published=published))
    assert ("published", expected) in [(p.path, p.message) for p in found]


def test_a_publication_date_called_stated_must_be_a_dateline():
    dated = release(
        "ALMATY, 17 July 2010 – They met.",
        published="2010-07-17",
        published_basis="stated",
        set_aside=[SetAside("17 July 2010", "the dateline")],
    )
    assert check(dated) == check(attrs.evolve(dated, published_note=None)) == []
    assert [p.path for p in check(attrs.evolve(RELEASE, published_basis="stated"))] == [
        "published_basis"
    ]


def test_a_publication_date_that_was_not_stated_needs_a_note():
    assert [p.path for p in check(attrs.evolve(RELEASE, published_note=None))] == ["published_note"]


def test_without_a_publication_date_nothing_is_resolved():
    found = check(attrs.evolve(RELEASE, published=None))
    assert [p.path for p in found] == ["events[3].when", "events[4].when"]


def test_only_a_release_is_checked():
    with pytest.raises(InvalidError, match=r'^release: "a text" is not a Release$'):
        check("a text")


@given(st.text(), st.text())
def test_offsets_are_in_the_text_and_nothing_is_raised(text, quote):
    kept = [quote] if quote.isprintable() and quote.strip() else []
    try:
        checked = release(text, event("1993", *kept))
    except InvalidError:
        return
    for problem in check(checked):
        if problem.start is not None:
            assert 0 <= problem.start < problem.end <= len(text)


@given(st.dates(min_value=EdtfDate(1900).earliest))
def test_any_other_day_than_the_stated_one_is_caught(day):
    text = "They met on 14 September 1999."
    checked = release(text, event(day.isoformat(), text.removesuffix(".")), published=None)
    assert (check(checked) == []) == (day.isoformat() == "1999-09-14")


def test_what_no_reader_sees_is_named_once_a_kind():
    text = "It was \x1b]0;title\x07 held.\n\n21 no \u202e(taes)\u202e .3102 yaM\f"
    release = Release(id="r", title="R", text=text)
    assert [(p.path, p.message, p.start, p.end) for p in check(release)] == [
        ("text", "holds a control character (U+001B), which no reader sees; take it out", 7, 8),
        ("text", "holds a control character (U+0007), which no reader sees; take it out", 16, 17),
        (
            "text",
            "holds a bidirectional override (U+202E) 2 times, which no reader sees; take it out",
            text.index("\u202e"),
            text.index("\u202e") + 1,
        ),
    ]
