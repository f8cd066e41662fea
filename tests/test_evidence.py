"""`check` finds each way in which a release and its text can disagree, and nothing else."""

import json

import attrs
import pytest
from conftest import SHARED
from hypothesis import given
from hypothesis import strategies as st
from records import FALSE, HONEST, made

from cica_events import (
    DateMention,
    EdtfDate,
    Event,
    InvalidError,
    OmittedTimeWarning,
    Problem,
    Release,
    SetAside,
    check,
    load_release,
    parse_edtf,
    parse_time,
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


# The records of these tests have dates alone, and a few of their texts say times of day.
untimed = pytest.mark.filterwarnings("ignore::cica_events.errors.OmittedTimeWarning")


def event(when, *evidence, **fields):
    return Event(id="e", title="An event", when=parse_edtf(when), evidence=evidence, **fields)


def shared_records():
    file = SHARED / "check" / "open.json"
    return json.loads(file.read_text("utf-8")) if file.exists() else []


def shared_release(item):
    events = [
        made(e["id"], e["when"], e["basis"], e["evidence"], e.get("note")) for e in item["events"]
    ]
    return Release(
        id=item["id"],
        title="A release",
        text=item["text"],
        published=parse_edtf(item["published"]),
        published_basis=item["published_basis"],
        published_note=item.get("published_note"),
        events=events,
        set_aside=[SetAside(aside["text"], aside["reason"]) for aside in item["set_aside"]],
    )


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


@untimed
@pytest.mark.parametrize("record", HONEST, ids=str)
def test_an_honest_record_passes(record):
    assert check(record.release) == []


@untimed
@pytest.mark.parametrize("record", FALSE, ids=str)
def test_a_false_record_is_caught(record):
    assert check(record.release) != []


@untimed
@pytest.mark.shared_cases
@pytest.mark.parametrize("item", shared_records(), ids=lambda item: item["id"])
def test_a_shared_record_is_passed_or_caught_as_it_should_be(item):
    assert (check(shared_release(item)) == []) == (item["expect"] == "pass")


@untimed
@pytest.mark.parametrize("record", HONEST, ids=str)
def test_no_event_of_an_honest_record_may_be_left_out(record):
    """Unless another event rests on the same phrase."""
    for place, left_out in enumerate(record.release.events):
        others = [e for n, e in enumerate(record.release.events) if n != place]
        shared = {quote for e in others for quote in e.evidence} & set(left_out.evidence)
        found = check(attrs.evolve(record.release, events=others))
        assert shared or [problem.path for problem in found if problem.path == "text"]


@untimed
@pytest.mark.parametrize("record", HONEST, ids=str)
def test_no_inferred_event_of_an_honest_record_may_lack_its_note(record):
    for place, event in enumerate(record.release.events):
        events = list(record.release.events)
        events[place] = attrs.evolve(event, note=None)
        found = check(attrs.evolve(record.release, events=events))
        lacking = [f"events[{place}].note"] if event.basis == "inferred" else []
        assert [problem.path for problem in found] == lacking


@pytest.mark.parametrize("place", PLACES)
def test_an_event_removed_is_caught(place):
    (found,) = problems(events=[e for n, e in enumerate(EVENTS) if n != place])
    assert found.startswith("text: “")
    assert "make it an event" in found
    assert "or set it aside and say why" in found


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


GUESS = {"basis": "inferred", "note": "From the calendar of the organiser."}
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
                    "events[0].basis",
                    "10/05/2022",
                    "“10/05/2022” does not settle that it is 2022-05-10: may be day/month or "
                    'month/day; set basis to "inferred", and say in note from what you know it',
                )
            ],
        ),
        (
            release("It met in 1999.", event("1999", "in 1999", basis="inferred")),
            [
                (
                    "events[0].note",
                    "1999",
                    'is empty; say from what you know that it is 1999, or set basis to "stated"',
                )
            ],
        ),
        (
            release("It met in 1999.", event("1999", "in 1999", basis="resolved")),
            [("events[0].basis", "1999", '“1999” gives 1999 as stated; set basis to "stated"')],
        ),
        (
            release("It met on 10 May.", event("2022-05-10", "on 10 May")),
            [
                (
                    "events[0].basis",
                    "10 May",
                    "“10 May” does not say the year of 2022-05-10; "
                    'set basis to "inferred", and say in note from what you know it',
                )
            ],
        ),
        (
            release("It met on Friday.", event("2022-05-12", "on Friday", **GUESS)),
            [
                (
                    "events[0].when",
                    "Friday",
                    "2022-05-12 is not what is said by the words: “Friday” says a Friday",
                )
            ],
        ),
        (
            release("It met on Friday, 13 May.", event("2021-05-13", "on Friday, 13 May", **GUESS)),
            [
                (
                    "events[0].when",
                    "Friday, 13 May",
                    "2021-05-13 is not what is said by the words: "
                    "“Friday, 13 May” says XXXX-05-13, a Friday",
                )
            ],
        ),
        (
            release("It met yesterday.", event("2022-05-14", "yesterday", **GUESS)),
            [
                (
                    "events[0].when",
                    "yesterday",
                    "2022-05-14 is not what is said by the words: “yesterday” gives 2022-05-15, "
                    "resolved; it counts from published, which may be wrong or missing",
                )
            ],
        ),
        (
            release(
                "It met yesterday.", event("2022-05-14", "yesterday", **GUESS), published="2022"
            ),
            [
                (
                    "events[0].when",
                    "yesterday",
                    "2022-05-14 is not what is said by the words: “yesterday” gives no date: "
                    "counts from a publication date that is not known so precisely; "
                    "it counts from published, which may be wrong or missing",
                )
            ],
        ),
        (
            release(
                "It met on 3 or 4 May 2022.", event("2022-05-05", "on 3 or 4 May 2022", **GUESS)
            ),
            [
                (
                    "events[0].when",
                    "3 or 4 May 2022",
                    "2022-05-05 is not what is said by the words: “3 or 4 May 2022” gives no date: "
                    "one of several dates, and the words do not say which; "
                    "it may be 2022-05-03 or 2022-05-04",
                )
            ],
        ),
        (
            release("It did not meet on 3 May 2021.", event("2021-05-03", "on 3 May 2021")),
            [
                (
                    "events[0].basis",
                    "3 May 2021",
                    "“3 May 2021” does not settle that it is 2021-05-03: "
                    "the words say that it was not then; "
                    'set basis to "inferred", and say in note from what you know it',
                )
            ],
        ),
        (
            release(
                "It met on 10 May.",
                event("2022-05-10", "on 10 May", supplied=["day"], **GUESS),
            ),
            [("events[0].supplied", "10 May", "lacks year, which “10 May” does not say")],
        ),
        (
            release(
                "It opened on 3 May 2021 and closed in 2022.",
                event("2022", "3 May 2021 and closed in 2022"),
            ),
            [
                (
                    "text",
                    "3 May 2021",
                    "“3 May 2021” gives 2021-05-03, which is not the date of the event that quotes "
                    "it; make it an event, or set it aside and say why",
                )
            ],
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
                    "“10/05/2022” gives no date (may be day/month or month/day): "
                    "2022-05-10 or 2022-10-05; "
                    "make it an event, inferred and with a note, or set it aside and say why",
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
                    "events[0].note",
                    "28 April 2022",
                    "is empty; say from what you know that it is 2022-04-28/2022-05-02",
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


def test_a_phrase_that_may_be_two_dates_proves_neither():
    (found,) = check(release("It met on 10/05/2022.", event("2022-05-10", "It met on 10/05/2022")))
    assert found.path == "events[0].basis"
    assert "“10/05/2022” does not settle that it is 2022-05-10" in found.message


def test_an_interval_of_two_phrases_is_inferred():
    text = "It opened on 28 April 2022. It closed on 2 May 2022."
    quotes = ["It opened on 28 April 2022", "It closed on 2 May 2022"]
    assert check(release(text, event("2022-04-28/2022-05-02", *quotes, **GUESS))) == []
    (found,) = check(release(text, event("2022-04-28/2022-05-02", *quotes)))
    assert str(found) == (
        "events[0].basis: “28 April 2022” and “2 May 2022” give its ends, but no phrase says "
        '2022-04-28/2022-05-02; set basis to "inferred", and say in note from what you know it'
    )


def test_an_interval_needs_a_phrase_for_each_of_its_ends():
    text = "It was planned on 3 March 2022 and closed on 2 May 2022."
    whole = event("2022-04-28/2022-05-02", text)
    assert "is not what is said by the words" in str(check(release(text, whole))[0])


@pytest.mark.parametrize(("when", "year"), [("2010/..", 2010), ("../2014", 2014), ("/2014", 2014)])
def test_that_an_interval_is_open_is_for_a_person_to_say(when, year):
    text = f"It chairs in {year}."
    (found,) = check(release(text, event(when, text)))
    assert found.message.startswith(f'“{year}” does not say {when}; set basis to "inferred"')
    assert check(release(text, event(when, text, **GUESS))) == []


def test_an_interval_of_relative_phrases_is_inferred_too():
    text = "It opened in April this year and closed in May this year."
    assert check(release(text, event("2022-04/2022-05", text, **GUESS))) == []
    assert check(release(text, event("2022-04/2022-05", text, basis="resolved")))


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
        ("Astana (27 June 2024) — They met.", "2024-07-20", "is dated “27 June 2024”"),
        ("ROME, June 27 (Agency) -- They met.", "2024-06-20", "is dated “June 27”"),
        ("It is to be held in May this year.", "2022-11", "looks ahead to “May this year”"),
        ("It was held in May this year.", "2022-02-03", "looks back on “May this year”"),
        ("It met today, 3 May 2021.", "2021-05-02", "calls “3 May 2021” “today”"),
        ("It met today (Monday).", "2021-05-02", "calls “Monday” “today”"),
        ("It will meet this year (2023).", "2022-05-02", "calls “2023” “this year”"),
    ],
)
def test_a_publication_date_that_the_text_contradicts(text, published, message):
    doubted = release(text, published=published)
    (found,) = [problem for problem in check(doubted) if problem.path == "published"]
    assert found.message.startswith(f"is {published}, but the text {message}; correct it, or say")
    words = doubted.text[found.start : found.end]
    settled = attrs.evolve(doubted, published_note=f"The “{words}” of the text is a slip.")
    assert "published" not in [problem.path for problem in check(settled)]


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("Astana, 27 June 2024 – They met.", "2024-06-28"),
        ("Astana, 27 June – They met.", "2024-06-28"),
        ("Astana, 31 December – They met.", "2025-01-02"),
        ("Astana, 27 June 2024 – They met.", "2024"),
        ("Save the date: 12 May 2022 – Spring Fair", "2022-01-04"),
        ("Rome, 12 May 2022 – A concert.\nPisa, 14 May 2022 – A concert.", "2022-01-04"),
        ("Conference on Soil\n12 October 2022, Geneva\n\nAll are welcome.", "2022-01-04"),
        ("It was held on 3 March 2025.", "2022-05-16"),
        ("It will be held on 3 March 2019.", "2022-05-16"),
        ("It sets out from 1999, and will continue what was begun in 1988.", "2022-05-16"),
        ("It met today, tomorrow it goes home. It met last year, on 3 May.", "2022-05-16"),
        ("It met this week, on Monday, 16 May 2022.", "2022-05-16"),
    ],
)
def test_a_publication_date_that_the_text_does_not_speak_of_is_not_doubted(text, published):
    found = check(release(text, published=published))
    assert "published" not in [problem.path for problem in found]


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
    (found,) = check(attrs.evolve(RELEASE, published=None))
    assert found.path == "events[4].basis"
    assert "counts from a publication date that is not known so precisely" in found.message


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


def test_what_completes_a_date_is_quoted_too(monkeypatch):
    text = "Programme of 2024\n\n3 May: opening"
    heading, day = (13, 17), (19, 24)
    when = parse_edtf("2024-05-03")
    mentions = [
        DateMention(*heading, "2024", parse_edtf("2024"), "stated", said=parse_edtf("2024")),
        DateMention(*day, "3 May", when, "stated", said=when, context=(heading,)),
    ]
    monkeypatch.setattr("cica_events.evidence.find_dates", lambda *_: mentions)
    assert check(release(text, event("2024-05-03", "Programme of 2024", "3 May"))) == []
    assert check(release(text, event("2024-05-03", "3 May: opening", **GUESS))) == []
    (problem,) = check(release(text, event("2024-05-03", "3 May: opening")))
    message = "does not hold “2024”, which completes the date; quote it too"
    assert problem == Problem("events[0].evidence", message, *heading)


def test_a_supplied_zone_needs_a_note_whatever_the_date_rests_on():
    opening = event(
        "2022-05-10",
        "at 10 a.m. on 10 May 2022",
        time=parse_time("10:00"),
        zone="Asia/Almaty",
        supplied=["zone"],
    )
    text = "It opened at 10 a.m. on 10 May 2022."
    (problem,) = check(release(text, opening))
    assert str(problem) == "events[0].note: is empty; say from what you know the time zone"
    assert check(release(text, attrs.evolve(opening, note="The hall is in Almaty."))) == []


def test_a_reason_says_something():
    aside = attrs.evolve(release("It is open daily."), set_aside=[SetAside("daily", "-")])
    (problem,) = check(aside)
    assert str(problem) == 'set_aside[0].reason: "-" says nothing; say why it is no event'


def test_a_quote_of_another_section_is_named():
    text = "Plan\n\n7 May 2024\n\n- Opening\n\n8 May 2024\n\n- Closing\n"
    first = event("2024-05-07", "7 May 2024", "- Opening", "- Closing")
    aside = [SetAside("8 May 2024", "A day without an event.")]
    assert found(attrs.evolve(release(text, first), set_aside=aside)) == [
        (
            "events[0].evidence[2]",
            "- Closing",
            "belongs to “8 May 2024”, which is not 2024-05-07; leave it out, or correct the date",
        )
    ]


def test_a_head_of_another_column_is_named():
    text = "Paper\tPapers due\tAnswers\nLong\t4 March 2024\t8 April 2024\n"
    row = "Long\t4 March 2024\t8 April 2024"
    answers = attrs.evolve(event("2024-04-08", "Answers", row), id="answers")
    both = [event("2024-03-04", "Papers due", row), answers]
    assert check(release(text, *both)) == []
    wrong = event("2024-03-04", "Answers", row)
    assert found(release(text, wrong, answers)) == [
        (
            "events[0].evidence[0]",
            "Answers",
            "belongs to “8 April 2024”, which is not 2024-03-04; leave it out, or correct the date",
        )
    ]


def test_a_quote_below_a_question_belongs_to_no_other_date():
    text = "Plan\n\n7 May 2024\n\n- Opening\n\n05/06/2024\n\n- Closing\n"
    first = event("2024-05-07", "7 May 2024", "- Closing")
    aside = [SetAside("05/06/2024", "Nobody knows.")]
    assert check(attrs.evolve(release(text, first), set_aside=aside)) == []


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


# Times of day

OPENING = "The hall opens at 10:00 a.m. CET on 17 January 2024 in Oslo."


def timed(quote=OPENING, time="10:00", zone="+01:00", **fields):
    event = Event(
        id="e",
        title="Opening",
        when=EdtfDate(2024, 1, 17),
        evidence=[quote],
        time=time and parse_time(time),
        zone=zone,
        **fields,
    )
    return [str(problem) for problem in check(release(OPENING, event))]


@pytest.mark.parametrize(
    "fields",
    [
        {},
        {"zone": "Europe/Oslo"},  # the same moment
        {"zone": "Asia/Almaty", "supplied": ["zone"], "note": "The hall told us."},
    ],
)
def test_a_time_that_the_words_say_passes(fields):
    assert timed(**fields) == []


@pytest.mark.parametrize(
    ("fields", "message"),
    [
        (
            {"time": "11:00"},
            "events[0].time: 11:00 is not what is said by the quotes: “10:00 a.m. CET”",
        ),
        ({"time": "10:00/12:00"}, "events[0].time: 10:00/12:00 is not what is said by the quotes"),
        (
            {"quote": "on 17 January 2024"},
            "events[0].time: 10:00 is not what is said by the quotes",
        ),
        ({"zone": "+02:00"}, "events[0].zone: +02:00 is not what the words say: “10:00 a.m. CET”"),
        ({"zone": "Asia/Almaty", "supplied": ["zone"]}, "events[0].note: is empty; say from what"),
    ],
)
def test_a_time_that_the_words_do_not_say_is_refused(fields, message):
    (problem,) = timed(**fields)
    assert problem.startswith(message)


def test_a_time_is_refused_where_no_words_say_one():
    event = Event(
        id="e",
        title="Opening",
        when=EdtfDate(2024, 1, 17),
        evidence=["on 17 January 2024"],
        time=parse_time("10:00"),
    )
    (problem,) = check(release("It opens on 17 January 2024.", event))
    assert str(problem) == (
        "events[0].time: 10:00 is not what is said by the quotes: no time of day"
    )


def test_a_line_of_a_programme_is_accounted_for_with_its_heading():
    text = "Monday, 3 June 2024\n10:00 Opening\n11:00 Talks\n"
    event = Event(
        id="e", title="Visit", when=EdtfDate(2024, 6, 3), evidence=["Monday, 3 June 2024"]
    )
    assert check(release(text, event)) == []


FAIR = "It opens on 4 March 2025 at 10:00 and closes on 6 March 2025 at 18:00."


@pytest.mark.parametrize(
    ("text", "made", "told"),
    [
        (
            OPENING,
            event("2024-01-17", "on 17 January 2024"),
            "events[0].time: is missing: “10:00 a.m. CET” gives 10:00, +01:00; ",
        ),
        (
            OPENING,
            event("2024-01-17", OPENING, time=parse_time("10:00")),
            "events[0].zone: is missing: “10:00 a.m. CET” gives 10:00, +01:00; ",
        ),
        (
            FAIR,
            event("2025-03-04/2025-03-06", FAIR, basis="inferred", note="One meeting."),
            "events[0].time: is missing: “10:00” gives 10:00, and no zone; ",
        ),
    ],
)
def test_a_said_time_that_no_event_has_is_told_and_may_be_set_aside(text, made, told):
    with pytest.warns(OmittedTimeWarning) as caught:
        assert check(release(text, made)) == []
    way = "give it, or set these words aside and say why"
    assert [str(warning.message) for warning in caught] == [told + way]
    phrase = told.partition("“")[2].partition("”")[0]
    aside = SetAside(phrase, "the doors open, and the event begins at nobody knows what hour")
    assert check(attrs.evolve(release(text, made), set_aside=[aside])) == []


def test_a_time_that_one_of_two_events_of_a_day_has_is_no_omission():
    timed = event("2024-01-17", OPENING, time=parse_time("10:00"), zone="+01:00")
    report = attrs.evolve(event("2024-01-17", "on 17 January 2024"), id="report")
    assert check(release(OPENING, timed, report)) == []


def test_the_hours_of_a_day_before_and_of_one_after_are_those_of_an_interval():
    hours = parse_time("10:00/18:00")
    lasts = event(
        "2025-03-04/2025-03-06", FAIR, time=hours, basis="inferred", note="It is one meeting."
    )
    assert check(release(FAIR, lasts)) == []
    (problem,) = check(release(FAIR, attrs.evolve(lasts, time=parse_time("10:00/17:00"))))
    assert str(problem).startswith("events[0].time: 10:00/17:00 is not what is said by the quotes")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The fair of 4–6 March 2025 opens at 10:00.", "2025-03-04/2025-03-06"),
        ("It was on 4 March 2025 that the fair opened. The doors close late.", "2025-03-04"),
    ],
)
def test_where_no_time_can_stand_none_is_missing(text, when):
    assert check(release(text, event(when, text))) == []


def test_a_time_that_cannot_stand_beside_an_open_interval_is_not_missing():
    text = "It closes by 4 March 2025 at 10:00."
    closing = event("../2025-03-04", text, basis="inferred", note="It is open before.")
    assert check(release(text, closing)) == []


def test_a_quote_of_an_entry_with_the_same_day_needs_no_year_of_its_own():
    text = "- 3 May: Opening of the hall\n- 3 May: Speech of the mayor\n- 5 June: Gala dinner\n"
    known = {"basis": "inferred", "note": "The year is known from the poster."}
    opening = event("2021-05-03", "3 May: Opening of the hall", "Speech of the mayor", **known)
    speech = attrs.evolve(event("2021-05-03", "3 May: Speech", **known), id="speech")
    gala = attrs.evolve(event("2021-06-05", "5 June: Gala dinner", **known), id="gala")
    assert check(release(text, opening, speech, gala)) == []
    wrong = attrs.evolve(opening, evidence=("3 May: Opening of the hall", "Gala dinner"))
    (problem,) = check(release(text, wrong, speech, gala))
    assert problem.path == "events[0].evidence[1]"
