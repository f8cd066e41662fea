"""What becomes of a release when its text changes: the same item stays the same event."""

import json
import re
from datetime import date

import attrs
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from schedules import Line, revisions, written

from cica_events import (
    ClockTime,
    Event,
    InvalidError,
    Release,
    SetAside,
    check,
    draft_release,
    find_dates,
    parse_edtf,
    read_html,
    update_release,
)
from cica_events.updates import Updates, compare

DAY = "2024-01-10"
PROGRAMME = """Forum of Turku

- Registration: until 3 May 2024
- Opening ceremony: 9 June 2024, in the Town Hall
- Gala dinner: 10 June 2024
- Closing session: 12 June 2024
"""


def listed(text: str) -> Release:
    """A release that a person made of a list: an event for each of its lines."""
    lines = re.findall(r"^- (.+?): .*$", text, re.MULTILINE)
    quotes = re.findall(r"^- .+?: .*$", text, re.MULTILINE)
    events = [
        event(str(find_dates(quote)[-1].when), quote, id=re.sub(r"\W+", "-", name.lower()))
        for name, quote in zip(lines, quotes, strict=True)
    ]
    return release(text, *events)


def dates(release: Release) -> dict[str, str]:
    return {event.id: str(event.when) for event in release.events}


def release(text: str, *events: Event, **more: object) -> Release:
    dating = {"published": parse_edtf("2022"), "published_basis": "inferred", "published_note": "N"}
    return Release(text=text, events=events, **{"id": "r", "title": "R", **dating, **more})


def event(when: str, *quotes: str, **more: object) -> Event:
    return Event(**{"id": "e", "title": "E", "when": parse_edtf(when), "evidence": quotes, **more})


# --- What stays -----------------------------------------------------------------------------------


def test_the_same_text_changes_nothing() -> None:
    for first in (listed(PROGRAMME), draft_release(PROGRAMME, DAY)):
        assert update_release(first, PROGRAMME) == first


def test_an_event_whose_quotes_still_stand_is_untouched() -> None:
    first = listed(PROGRAMME)
    second = update_release(
        first, "News of the day\n\n" + PROGRAMME + "- Fireworks: 13 June 2024\n"
    )
    assert second.events[: len(first.events)] == first.events
    assert [e.id for e in second.events[len(first.events) :]] == list(second.unreviewed)


def test_what_moved_keeps_its_identity_and_is_to_be_reviewed() -> None:
    first = listed(PROGRAMME)
    known = {"place": "Turku", "kind": "opening", "note": "By the mayor.", "status": "tentative"}
    opening = attrs.evolve(first.events[1], **known)
    first = attrs.evolve(first, events=[first.events[0], opening, *first.events[2:]])
    second = update_release(first, PROGRAMME.replace("9 June 2024, in", "8 June 2024, in"))
    assert dates(second) == {**dates(first), "opening-ceremony": "2024-06-08"}
    assert second.unreviewed == ("opening-ceremony",)
    assert {name: getattr(second.events[1], name) for name in known} == known
    assert check(second) == []


def test_what_is_reworded_is_quoted_anew_and_stays_confirmed() -> None:
    first = listed(PROGRAMME)
    text = PROGRAMME.replace("Closing session: 12", "Closing meeting, with songs: 12")
    second = update_release(first, text)
    assert dates(second) == dates(first)
    assert second.unreviewed == ()
    assert check(second) == []


@pytest.mark.parametrize(
    ("text", "old", "new", "title"),
    [
        (
            "The board meets for its {} session on 3 May 2024.\n",
            "14th",
            "15th",
            "Board meets for its 15th session",
        ),
        (
            "Lent out until October 2025, beginning with hall {}.\n",
            "13",
            "14",
            "Lent out, beginning with hall 14",
        ),
        ("- 3.1{}: 3 May 2024\n- 3.2: 9 May 2024\n", " candidate 2", "rc2", "3.1rc2"),
        ("- Fair 4{}: 3 May 2024\n", "", " for all", "Fair 4"),
    ],
)
def test_a_drafted_title_goes_where_its_numbers_are_no_longer_said(text, old, new, title) -> None:
    first = attrs.evolve(draft_release(text.format(old), DAY), unreviewed=())
    second = update_release(first, text.format(new))
    assert second.events[0].title == title
    assert [event.id for event in second.events] == [event.id for event in first.events]
    assert second.unreviewed == ()
    own = [attrs.evolve(first.events[0], title="Part 13"), *first.events[1:]]
    third = update_release(attrs.evolve(first, events=own), text.format(new))
    assert third.events[0].title == "Part 13"


def test_the_diff_tells_another_basis() -> None:
    before = listed(PROGRAMME)
    events = [attrs.evolve(before.events[0], basis="resolved"), *before.events[1:]]
    assert "stated → resolved" in compare(before, attrs.evolve(before, events=events)).to_text()


def test_what_is_gone_is_gone_and_its_neighbour_does_not_take_its_id() -> None:
    first = listed("- Workshop on water: 3 May 2024\n- Workshop on energy: 4 May 2024\n")
    second = update_release(first, "- Workshop on energy: 3 May 2024\n")
    assert dates(second) == {"workshop-on-energy": "2024-05-03"}


def test_new_ids_are_unlike_old_ones_also_of_what_is_gone() -> None:
    first = draft_release("- Workshop: 3 May 2024\n", DAY)
    again = attrs.evolve(first, events=[attrs.evolve(first.events[0], id="party-2024")])
    second = update_release(again, "- Party: 9 July 2024\n")
    assert [e.id for e in second.events] == ["party-2024-2"]
    assert second.unreviewed == ("party-2024-2",)


def test_what_comes_back_later_has_the_id_that_it_had() -> None:
    text = "- 3.1.0 beta 2: 3 May 2024\n- 3.1.0 beta 3: 3 June 2024\n"
    first = draft_release(text + "- 3.1.0 final: 9 July 2024\n", DAY)
    without = update_release(update_release(first, text), text)
    again = update_release(without, text + "- 3.1.0 final: 30 July 2024\n")
    assert [event.id for event in again.events] == [event.id for event in first.events]


def test_numbers_tell() -> None:
    first = listed("Expected:\n\n- Beta 2: 3 May 2024\n- Beta 3: 3 June 2024\n")
    text = "Actual:\n\n- Beta 1: 3 April 2024\n- Beta 2: 5 May 2024\n\nExpected:\n\n"
    second = update_release(first, text + "- Beta 4: 3 June 2024\n")
    assert dates(second)["beta-2"] == "2024-05-05"
    assert "beta-3" not in dates(second)
    assert sorted(dates(second).values()) == ["2024-04-03", "2024-05-05", "2024-06-03"]


# --- Dates that a person knows better -------------------------------------------------------------


def test_a_confirmed_inferred_date_is_never_taken_anew_from_publication() -> None:
    text = "It was signed on 10 May in Ankara."
    first = release(
        text, event("1949-05-10", text, basis="inferred", note="The treaty is of 1949.")
    )
    assert update_release(first, text, "2022-06-01").events == first.events
    second = update_release(first, "It was signed with joy on 10 May in Ankara.", "2022-06-01")
    assert str(second.events[0].when) == "1949-05-10"
    assert second.unreviewed == ()
    assert check(second) == []


def test_what_a_person_supplied_stays_where_the_words_move() -> None:
    first = release(
        "It was signed on 10 May in Ankara.",
        event("1949-05-10", "on 10 May in Ankara", basis="inferred", note="The treaty is of 1949."),
    )
    second = update_release(first, "It was signed on 12 May in Ankara.")
    assert str(second.events[0].when) == "1949-05-12"
    assert second.unreviewed == ("e",)
    assert check(second) == []


def test_what_a_person_supplied_of_a_range_stays_with_it() -> None:
    first = release(
        "It is held on 3 to 5 May in Rome.",
        event("1949-05-03/1949-05-05", "3 to 5 May", basis="inferred", note="It was in 1949."),
    )
    second = update_release(first, "It is held on 4 to 6 May in Rome.")
    assert str(second.events[0].when) == "1949-05-04/1949-05-06"
    assert check(second) == []


def test_a_day_that_the_year_does_not_have_is_not_made_up() -> None:
    first = release(
        "It was signed on 10 May in Ankara.",
        event("1949-05-10", "on 10 May in Ankara", basis="inferred", note="The treaty is of 1949."),
    )
    second = update_release(first, "It was signed on 29 February in Ankara.")
    assert str(second.events[0].when) in ("1949-05-10", "2024-02-29")
    assert second.unreviewed == ("e",)


def test_a_resolved_date_that_publication_changes_is_to_be_reviewed() -> None:
    first = release(
        "The summit is held next year.", event("2023", "held next year", basis="resolved")
    )
    second = update_release(first, first.text, "2023-02-01")
    assert str(second.events[0].when) == "2024"
    assert second.unreviewed == ("e",)
    assert second.published == parse_edtf("2023-02-01")


def test_publication_stays_as_it_was_unless_it_is_given() -> None:
    first = attrs.evolve(draft_release(PROGRAMME, DAY), published_note="By telephone.")
    for published in (None, DAY, date(2024, 1, 10)):
        second = update_release(first, PROGRAMME + "More.", published)
        assert second.published == first.published
        assert second.published_note == "By telephone."
    page = read_html(b"<meta property='article:published_time' content='2025-02-03'><p>9 June 2024")
    assert update_release(first, page).published == first.published


def test_without_any_publication_it_is_asked_for() -> None:
    first = release("Opening: 3 May 2022", published=None)
    with pytest.raises(InvalidError, match="published: is missing"):
        update_release(first, "Opening: 3 May 2022")
    assert len(update_release(first, "Opening: 3 May 2022", "2022").events) == 1


def test_the_year_that_a_text_no_longer_states_is_supplied_with_a_note() -> None:
    first = release("Opening: 3 May 2022", event("2022-05-03", "Opening: 3 May 2022"))
    second = update_release(first, "Opening: 3 May", "2022-04-01")
    new = second.events[0]
    assert (str(new.when), new.basis, new.supplied) == ("2022-05-03", "inferred", ("year",))
    assert new.note
    assert second.unreviewed == ("e",)
    assert check(second) == []


def test_a_drafted_note_goes_where_it_is_no_longer_true() -> None:
    first = draft_release("It opens on 10 May in Rome.", "2022")
    assert first.events[0].note
    second = update_release(first, "It opens on 12 May 2022 in Rome.")
    assert (second.events[0].basis, second.events[0].note) == ("stated", None)
    known = attrs.evolve(first, events=[attrs.evolve(first.events[0], note="By telephone.")])
    assert update_release(known, second.text).events[0].note == "By telephone."


def test_a_date_that_became_a_question_is_asked_and_not_guessed() -> None:
    first = release("Opening: 3 May 2022", event("2022-05-03", "Opening: 3 May 2022"))
    second = update_release(first, "Opening: before 2030")
    assert second.unreviewed == ("e",)
    assert second.events[0].when == first.events[0].when
    assert check(second) != []


# --- Events that a person made --------------------------------------------------------------------


def test_an_item_that_is_told_of_twice_moves_in_both_places() -> None:
    text = (
        "The assembly meets in Rome on 3 May 2022.\n\n- Assembly: 3 May 2022\n- Talk: 9 May 2022\n"
    )
    first = draft_release(text, "2022-01-01", id="rome")
    assert [str(event.when) for event in first.events] == ["2022-05-03", "2022-05-09"]
    second = update_release(first, text.replace("3 May", "4 May"))
    assert [str(event.when) for event in second.events] == ["2022-05-04", "2022-05-09"]
    assert second.events[0].id == first.events[0].id
    assert check(second) == []
    third = update_release(first, text.replace("on 3 May", "on 4 May"))  # in one place alone
    assert sorted(str(event.when) for event in third.events) == [
        "2022-05-03",
        "2022-05-04",
        "2022-05-09",
    ]


def test_an_interval_of_two_phrases_moves_with_them() -> None:
    quotes = "Opening: 3 May 2022", "Closing: 9 May 2022"
    first = release(
        "- Opening: 3 May 2022\n- Closing: 9 May 2022\n",
        event("2022-05-03/2022-05-09", *quotes, basis="inferred", note="Two days are named."),
    )
    second = update_release(first, "- Opening: 4 May 2022\n- Talk\n- Closing: 9 May 2022\n")
    assert str(second.events[0].when) == "2022-05-04/2022-05-09"
    assert second.events[0].note == "Two days are named."
    assert "Closing: 9 May 2022" in second.events[0].evidence
    assert check(second) == []


def test_an_interval_of_which_one_end_is_gone_or_comes_too_late_is_a_question() -> None:
    first = release(
        "- Opening: 3 May 2022\n- Closing: 9 May 2022\n",
        event("2022-05-03/2022-05-09", "3 May 2022", "9 May 2022", basis="inferred", note="Both."),
    )
    for text in ("- Opening: 3 May 2022\n", "- Opening: 3 May 2022\n- Closing: 1 May 2022\n"):
        second = update_release(first, text)
        assert second.unreviewed == ("e",)
        assert second.events[0].when == first.events[0].when


def test_an_event_that_several_phrases_bear_out_keeps_those_that_still_do() -> None:
    text = "The fair opens on 3 May 2022.\n\n- Fair: 3 May 2022\n"
    first = release(text, event("2022-05-03", "opens on 3 May 2022", "Fair: 3 May 2022"))
    second = update_release(first, text.replace("opens on 3 May", "opens on 4 May"))
    assert second.events[0].evidence == ("Fair: 3 May 2022",)
    assert second.unreviewed == (second.events[1].id,)


def test_a_quote_without_a_date_stays_where_it_stands() -> None:
    text = "The fair opens on 3 May 2022. Come all. It is free."
    first = release(text, event("2022-05-03", "opens on 3 May 2022", "Come all", "It is free."))
    second = update_release(first, "The fair opens on 4 May 2022. Come all.")
    assert len(second.events[0].evidence) == 2
    assert "Come all" in second.events[0].evidence


def test_a_quote_without_a_date_goes_where_it_no_longer_stands() -> None:
    text = "2024\n\n- 3 June: Ball\n- 9 June: Talk\n\nA band plays.\n"
    first = draft_release(text, DAY)
    ball = first.events[0]
    more = attrs.evolve(ball, evidence=(*ball.evidence, "A band plays."))
    first = attrs.evolve(first, events=[more, *first.events[1:]])
    assert update_release(first, text.replace("A band", "A choir")).events[0] == ball


def test_an_event_whose_quote_stands_nowhere_is_gone_unless_it_stands_now() -> None:
    first = release("Opening", event("2022-05-03", "Opening: 3 May 2022"))
    assert update_release(first, "Closing: 9 May 2022").events[0].id != "e"
    assert update_release(first, "- Opening: 3 May 2022").events == first.events


def test_a_record_that_its_text_does_not_bear_out_is_not_corrected() -> None:
    first = release("Opening: 3 May 2022", event("2021-05-03", "Opening: 3 May 2022"))
    second = update_release(first, "The\n\n- Opening: 3 May 2022, in Rome")
    assert str(second.events[0].when) == "2021-05-03"


def test_an_event_whose_quotes_hold_no_date_is_gone_with_them() -> None:
    first = release("Opening: soon", event("2021-05-03", "Opening: soon"))
    assert update_release(first, "Opening: 3 May 2022").events[0].id != "e"


def test_quotes_that_recur_are_read_together() -> None:
    text = "2023\n\n- 3 May: forum\n\n2024\n\n- 3 May: forum\n"
    first = release(
        text,
        event("2023-05-03", "2023", "- 3 May: forum", id="first"),
        event("2024-05-03", "2024", "- 3 May: forum", id="second"),
    )
    assert check(first) == []
    assert update_release(first, "News\n\n" + text).events == first.events
    second = update_release(first, text.replace("2024\n\n- 3 May", "2024\n\n- 5 May"))
    assert dates(second) == {"first": "2023-05-03", "second": "2024-05-05"}
    assert check(second) == []


def test_a_quote_that_stands_in_another_item_does_not_keep_an_event() -> None:
    first = release(
        "- Opening: 3 May 2022\n- Closing: 9 May 2022\n",
        event("2022-05-03", "3 May 2022", id="opening"),
        event("2022-05-09", "9 May 2022", id="closing"),
    )
    second = update_release(first, "- Opening: 4 May 2022\n- Closing: 3 May 2022\n")
    assert {e.id: str(e.when) for e in second.events} == {
        "opening": "2022-05-04",
        "closing": "2022-05-03",
    }


# --- Times ----------------------------------------------------------------------------------------


def test_a_time_that_moved_is_another_date() -> None:
    first = draft_release("The talk begins on 3 May 2024 at 10:00 GMT in Rome.", DAY)
    old = first.events[0]
    assert (old.time, old.zone) == (ClockTime("10:00"), "Z")
    second = update_release(first, "The talk begins on 3 May 2024 at 11:30 GMT in Rome.")
    assert second.events[0].time == ClockTime("11:30")
    assert second.unreviewed == (old.id,)
    third = update_release(second, "The talk begins on 4 May 2024 in Rome.")
    assert (third.events[0].id, third.events[0].time, third.events[0].zone) == (old.id, None, None)
    fourth = update_release(first, "The talk begins in June 2024 in Rome.")
    assert (fourth.events[0].id, fourth.events[0].time) == (old.id, None)


def test_a_zone_that_a_person_supplied_stays() -> None:
    first = draft_release("The talk begins on 3 May 2024 at 10:00 in Rome.", DAY)
    known = attrs.evolve(
        first.events[0], zone="Europe/Rome", supplied=("zone",), note="The time of Rome."
    )
    first = attrs.evolve(first, events=[known])
    second = update_release(first, "The talk begins on 4 May 2024 at 11:00 in Rome.")
    new = second.events[0]
    assert (new.zone, new.supplied, new.time) == ("Europe/Rome", ("zone",), ClockTime("11:00"))
    assert check(second) == []


ZONED = "Deadlines\n\n- Abstracts: 3 May 2024, 12:00\n- Papers: 1 June 2024, 18:00\n\n{}"
OF_DAY = "4 June 2024\n\n- 9:00 Opening\n- 10:00 Talks\n\n5 June 2024\n\n- 9:00 Lunch\n\n{}"
ALL = "All times are {}.\n"


@pytest.mark.parametrize("text", [ZONED, OF_DAY, "- Talk: 3 June 2024, 10:00{}\n"])
@pytest.mark.parametrize(("old", "new"), [("UTC+2", ""), ("", "UTC+2"), ("UTC+2", "UTC+3")])
def test_the_zone_that_the_text_says_is_that_of_the_event(text: str, old: str, new: str) -> None:
    note = ALL if text in (ZONED, OF_DAY) else " {}"
    first, second = (text.format(note.format(zone) if zone else "") for zone in (old, new))
    before = attrs.evolve(draft_release(first, DAY), unreviewed=())
    after = update_release(before, second)
    zone = {"": None, "UTC+3": "+03:00", "UTC+2": "+02:00"}[new]
    assert {event.zone for event in after.events} == {zone}
    assert after.unreviewed == tuple([event.id for event in before.events])
    assert not check(after)


# --- What is set aside ----------------------------------------------------------------------------


def test_what_is_set_aside_stays_so() -> None:
    text = "- Party: 3 May 2022\n- Fair: 9 May 2022\n"
    first = release(
        text,
        event("2022-05-09", "Fair: 9 May 2022"),
        set_aside=[SetAside("Party: 3 May 2022", "not for the public")],
    )
    moved = update_release(first, text.replace("3 May", "4 May"))
    assert [e.id for e in moved.events] == ["e"]
    assert [a.reason for a in moved.set_aside] == ["not for the public"]
    assert check(moved) == []
    assert update_release(first, text + "More").set_aside == first.set_aside
    gone = update_release(first, "- Fair: 9 May 2022\n")
    assert gone.set_aside == ()


def test_what_a_rule_sets_aside_is_drafted_for_new_words() -> None:
    first = draft_release("It meets every two years.\n", DAY)
    second = update_release(first, "It meets every three years, and each spring.\n")
    assert [a.reason for a in second.set_aside] == ["a recurrence", "a recurrence"]


def test_what_is_set_aside_twice_is_told_apart() -> None:
    first = release(
        "- Party: 3 May 2022\n- Fair: 9 May 2022\n",
        set_aside=[SetAside("Party: 3 May 2022", "no"), SetAside("Fair: 9 May 2022", "no")],
    )
    second = update_release(first, "- Party: 5 May 2022\n- Fair: 5 May 2022\n")
    assert second.events == ()
    assert check(second) == []


# --- Whatever happens to a schedule ---------------------------------------------------------------


@given(revisions())
def test_each_line_has_one_event_and_keeps_it(both: tuple[list[Line], list[Line]]) -> None:
    old, new = both
    draft = draft_release(written(old), DAY)
    first = attrs.evolve(draft, unreviewed=())
    ids = {line.name: event_of(first, line) for line in old}
    second = update_release(first, written(new))
    found = {line.name: event_of(second, line) for line in new}
    assert len(second.events) == len(new)
    assert {found[name].id for name in found if name in ids} == {
        ids[name].id for name in ids if name in found
    }
    assert all(found[name].id == ids[name].id for name in found if name in ids)
    assert [str(found[line.name].when) for line in new] == [str(line.when) for line in new]
    days = {line.name: line.day for line in old}
    told = {found[line.name].id for line in new if days.get(line.name) != line.day}
    assert set(second.unreviewed) == told
    assert check(second) == []


@given(revisions(), st.data())
def test_a_line_that_comes_back_has_its_id_and_takes_no_other(
    both: tuple[list[Line], list[Line]], data: st.DataObject
) -> None:
    lines, _ = both
    first = draft_release(written(lines), DAY)
    assume(not any(re.search("2024-[0-9]+$", event.id) for event in first.events))
    left = data.draw(st.sets(st.sampled_from(lines)))
    slipped = [attrs.evolve(line, day=data.draw(st.integers(0, 300))) for line in lines]
    second = update_release(first, written([line for line in lines if line in left]))
    third = update_release(second, written(slipped))
    ids = [event_of(first, line).id for line in lines]
    assert [event_of(third, line).id for line in slipped] == ids


def event_of(release: Release, line: Line) -> Event:
    """The event that quotes a line."""
    [found] = [e for e in release.events if any(str(line) in quote for quote in e.evidence)]
    return found


# --- Wrong use ------------------------------------------------------------------------------------


def test_only_a_release_is_updated() -> None:
    with pytest.raises(InvalidError, match="is not a Release"):
        update_release("text", "text")  # type: ignore[arg-type]


# --- The diff -------------------------------------------------------------------------------------


def test_the_diff_tells_what_became_of_each_event() -> None:
    first = listed(PROGRAMME)
    text = PROGRAMME.replace("9 June 2024, in", "8 June 2024, in")
    text = text.replace("- Gala dinner: 10 June 2024\n", "").replace("Closing", "The closing")
    second = update_release(first, text + "- Fireworks: 13 June 2024, every year\n")
    updates = compare(first, second)
    kinds = {name: len(getattr(updates, name)) for name in ("kept", "requoted", "moved")}
    assert kinds == {"kept": 1, "requoted": 1, "moved": 1}
    assert updates.to_review == second.unreviewed
    said = updates.to_text()
    assert "9 June 2024 → 8 June 2024  E" in said
    assert "gone: 10 June 2024  E" in said
    assert "quoted anew" in said
    assert re.search(r"^\+ \S+ +13 June 2024", said, re.MULTILINE)
    assert "+ set aside: “every year”" in said
    assert "- set aside: “every year”" in compare(second, first).to_text()
    assert json.loads(updates.to_json())["gone"] == list(updates.gone)


def test_the_diff_tells_of_another_basis() -> None:
    first = release("It is in June", event("2022-06", "It is in June", basis="inferred", note="N"))
    second = attrs.evolve(first, events=[attrs.evolve(first.events[0], basis="stated")])
    assert compare(first, second).moved == ("e",)
    assert Updates().to_text() == "nothing changed"


DAYS = """Forum

Tuesday, 11 June 2024

- Opening session
- Walk

Wednesday, 12 June 2024

- Second session
- Dinner
"""


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("- Walk\n", "", "- walk-2024  gone: 11 June 2024  Walk"),
        ("- Walk\n", "- Walk\n- Dance\n", "+ dance-2024  11 June 2024  Dance"),
        ("- Walk", "• Walk", "~ walk-2024  quoted anew  Walk"),
        ("- Walk", "- Walk (new hall)", "~ walk-2024  quoted anew  Walk"),
        (
            "Tuesday, 11 June 2024",
            "Tuesday, 11 June 2024 (new hall)",
            "~ opening-session-2024  quoted anew  Opening session\n"
            "~ walk-2024             quoted anew  Walk",
        ),
        (
            "Tuesday, 11",
            "Monday, 10",
            "~ opening-session-2024  11 June 2024 → 10 June 2024  Opening session\n"
            "~ walk-2024             11 June 2024 → 10 June 2024  Walk",
        ),
    ],
)
def test_entries_below_a_day_are_known_again_by_their_words(old, new, told):
    first = draft_release(DAYS, "2024-05-01")
    first = attrs.evolve(first, unreviewed=())
    second = update_release(first, DAYS.replace(old, new))
    assert compare(first, second).to_text() == told
    assert len(second.unreviewed) == told.count("+") + told.count("→")
    assert not check(second)


def test_an_entry_that_moves_to_another_day_keeps_its_id():
    first = draft_release(DAYS, "2024-05-01")
    moved = DAYS.replace("- Walk\n", "").replace("- Dinner\n", "- Dinner\n- Walk\n")
    second = update_release(attrs.evolve(first, unreviewed=()), moved)
    assert compare(first, second).moved == ("walk-2024",)


def test_a_line_that_an_event_quotes_beside_its_date_is_no_entry_below_it():
    text = "It opens on 3 June 2024.\n\nNotes\n\n- Walk\n"
    first = draft_release(text, "2024-05-01")
    quotes = (*first.events[0].evidence, "- Walk")
    first = attrs.evolve(first, events=[attrs.evolve(first.events[0], evidence=quotes)])
    second = update_release(first, text.replace("3 June", "4 June"))
    assert compare(first, second).moved == (first.events[0].id,)


def test_a_row_for_which_the_day_above_holds_is_gone_with_its_words():
    rows = "Date\tEvent\n3 May 2024\tOpening\n\tReception\n4 May 2024\tTalks\n"
    first = attrs.evolve(draft_release(rows, "2024-04-01"), unreviewed=())
    assert not compare(first, update_release(first, rows)).to_text().replace("nothing changed", "")
    second = update_release(first, rows.replace("\tReception\n", ""))
    assert compare(first, second).gone == ("reception-2024",)


DAYS_WITH_TIMES = """4 June 2024
- 9:00 Opening
- 10:00 Poster

5 June 2024
- 9:00 Lunch
"""


def test_a_line_that_moves_to_another_day_is_quoted_with_the_heading_of_that_day():
    first = attrs.evolve(draft_release(DAYS_WITH_TIMES, "2024-05-01"), unreviewed=())
    moved = DAYS_WITH_TIMES.replace("- 10:00 Poster\n", "") + "- 10:00 Poster\n"
    second = update_release(first, moved)
    assert compare(first, second).moved == ("poster-2024",)
    assert second.events[1].evidence == ("5 June 2024", "- 10:00 Poster")
    assert not check(second)


def test_a_heading_of_the_same_date_is_quoted_in_the_place_of_one_that_governs_no_longer():
    text = "Town hall, 2024\n\n- 3 June: Ball\n- 9 June: Talk\n\nPark, 2024\n\n- 12 June: Fair\n"
    first = attrs.evolve(draft_release(text, "2024-05-01"), unreviewed=())
    second = update_release(first, text.replace("- 9 June: Talk\n", "") + "- 9 June: Talk\n")
    assert compare(first, second).requoted == ("talk-2024",)
    assert second.events[1].evidence == ("Park, 2024", "- 9 June: Talk")
    assert not check(second)


def test_a_heading_that_now_completes_the_date_is_quoted():
    text = "- 3 June: Ball\n- 9 June: Talk\n\nPark, 2023\n\n- 12 June: Fair\n"
    first = draft_release(text, "2024-05-01")
    second = update_release(first, text.replace("- 9 June: Talk\n", "") + "- 9 June: Talk\n")
    assert second.events[1].evidence == ("Park, 2023", "- 9 June: Talk")
    assert not check(second)


def test_entries_of_a_day_that_is_no_longer_one_of_several_stay():
    first = attrs.evolve(draft_release(DAYS, "2024-05-01"), unreviewed=())
    second = update_release(first, DAYS[DAYS.index("Wednesday") :])
    assert set(compare(first, second).kept) == {"second-session-2024", "dinner-2024"}
    assert not check(second)


def test_entries_whose_day_is_gone_are_of_the_day_that_now_stands_above_them():
    text = "Forum\n\n4 June 2024\n\n- Talks\n- Lunch\n\n5 June 2024\n\n- Talks\n- Party\n"
    first = attrs.evolve(draft_release(text, "2024-05-01"), unreviewed=())
    second = update_release(first, text.replace("5 June 2024\n\n", ""))
    told = compare(first, second)
    assert (len(told.moved), told.gone, told.added) == (2, (), ())
    assert not check(second)


def test_entries_whose_day_no_longer_says_its_year_are_inferred_and_reviewed():
    first = attrs.evolve(draft_release(DAYS, "2024-05-01"), unreviewed=())
    second = update_release(first, DAYS.replace("11 June 2024", "11 June (new hall)"))
    of_day = [event for event in second.events if event.id in ("opening-session-2024", "walk-2024")]
    assert [(event.basis, event.supplied) for event in of_day] == [("inferred", ("year",))] * 2
    assert set(second.unreviewed) == {event.id for event in of_day}
    assert not check(second)
