"""`check` finds each way in which a release and its text can disagree, and nothing else."""

import attrs
import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events import (
    EdtfDate,
    Event,
    InvalidError,
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
    assert "agrees only in “the first meeting of the CICA Foreign Ministers held on”" in str(found)
    assert RELEASE.text[found.start : found.end].endswith("held on")


def test_a_quote_of_other_words_altogether():
    (found,) = check(release("Nothing here.", event("1993", "xyzzy")))
    assert (found.start, found.end) == (None, None)
    assert "quote its own words" in found.message


def test_a_quote_must_be_unique():
    text = "They met in 1993. Others met in 1993."
    found = check(release(text, event("1993", "met in 1993")))
    assert "stands in the text more than once; add words" in found[0].message


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


def test_an_interval_of_two_phrases_rests_on_the_weaker():
    text = "It opened on 28 April 2022 and closed on 2 May."
    whole = event("2022-04-28/2022-05-02", text)
    assert 'set basis to "inferred"' in str(check(release(text, whole))[0])
    assert check(release(text, attrs.evolve(whole, basis="inferred"))) == []


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
        ("Astana, 27 June 2024 – They met.", "2024-06-20", "the text is dated “27 June 2024”"),
        ("It was held on 3 March 2025.", "2022-05-16", "looks back on “3 March 2025”"),
        ("It will be held on 3 March 2019.", "2022-05-16", "looks ahead to “3 March 2019”"),
        ("It is to be held in May this year.", "2022-11", "looks ahead to “May this year”"),
    ],
)
def test_a_publication_date_that_the_text_contradicts(text, published, message):
    assert any(
        p.path == "published" and message in p.message
        for p in check(release(text, published=published))
    )


def test_a_publication_date_called_stated_must_be_a_dateline():
    dated = release(
        "ALMATY, 17 July 2010 – They met.",
        published="2010-07-17",
        published_basis="stated",
        set_aside=[SetAside("17 July 2010", "the dateline")],
    )
    assert check(dated) == []
    assert [p.path for p in check(attrs.evolve(RELEASE, published_basis="stated"))] == [
        "published_basis"
    ]


def test_a_publication_date_that_was_not_stated_needs_a_note():
    assert [p.path for p in check(attrs.evolve(RELEASE, published_note=None))] == ["published_note"]


def test_without_a_publication_date_nothing_is_resolved():
    found = check(attrs.evolve(RELEASE, published=None))
    assert [p.path for p in found] == ["events[3].when", "events[4].when"]


def test_only_a_release_is_checked():
    with pytest.raises(InvalidError, match="is not a Release"):
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
