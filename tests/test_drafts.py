"""A draft holds every date phrase of a text, and `check` finds only questions in it."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events import (
    EdtfDate,
    EdtfError,
    InvalidError,
    check,
    draft_release,
    find_dates,
    load_release,
    read_html,
    update_release,
)
from cica_events.characters import WORD
from cica_events.drafts import unlike

PHRASES = st.sampled_from(
    [
        *("on 10 May", "in April 1993", "on 14 September 1999", "from 2010 to 2014", "today"),
        *("last October", "this year", "10/05/2022", "annual", "for two terms", "since 2009"),
        *("Vision 2025", "may", "March", "on Tuesday", "next month", "in the 1990s", "2021"),
        *("They met", "the Summit", "was held", ".", ".\n\n", ",", "and", "will be held", "\n"),
        *("«Форум»", "Күлтегін", "–", "(", ")", "Dr. A. Smith"),
    ]
)


def test_the_bundled_text_gives_its_seven_dates_and_one_recurrence():
    draft = draft_release(load_release().text, "2022")
    assert [(str(event.when), event.basis) for event in draft.events] == [
        ("2022-05-10", "inferred"),
        ("2022-10", "resolved"),
        ("1993-04", "stated"),
        ("1999-09-14", "stated"),
        ("2010/2014", "stated"),
        ("2021", "stated"),
        ("2022", "stated"),
    ]
    assert [aside.text for aside in draft.set_aside] == ["annual"]
    assert check(draft) == []


def unproved(release):
    """What `check` finds, but for questions, and for whether the text may be of that day at all."""
    questions = [m.start for m in find_dates(release.text, release.published) if m.open]
    return [p for p in check(release) if p.path != "published" and p.start not in questions]


PLACED = st.sampled_from(
    [
        *("Port Ndere", "Hall B", "in Osh", "at the Fleece", "Room 4", "Apia", "Congress Hall,"),
        *("3 May 2024", "9 June", "10:00", "from 2 to 5 June 2024", "posted", "Walk to", "held"),
        *("*", "**", "~~", "|", " | ", "/", "\t", "(", ")", "[", "](x)", "#", "> ", "- ", "·", ","),
        *("\n", "\n\n", "\n| ", ": ", "Venue: ", "----", "\u00ad", "\x01", "\u202e"),
    ]
)


@given(st.lists(PLACED, max_size=30).map(" ".join))
def test_markup_ends_no_draft_and_no_place_holds_a_mark(text):
    places = [event.place for event in draft_release(text, "2024-05-16").events]
    assert all(place is None or WORD.sub("", place).strip() == "" for place in places)


@given(st.lists(PHRASES, max_size=40).map(" ".join))
def test_a_draft_passes_check(text):
    assert unproved(draft_release(text, "2022-05-16")) == []


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Cf", "Zl", "Zp"])))
def test_any_plain_text_can_be_drafted(text):
    assert unproved(draft_release(text, "2022-05-16")) == []


def test_the_same_phrase_twice_is_one_event_with_two_quotes():
    draft = draft_release("They met in April 1993. Others met in April 1993 too.", "2022")
    (event,) = draft.events
    assert len(event.evidence) == 2


def test_two_phrases_for_one_date_stay_apart():
    draft = draft_release("They met on 10 May 2022. It rained on May 10, 2022.", "2022")
    assert [str(event.when) for event in draft.events] == ["2022-05-10", "2022-05-10"]
    assert len({event.id for event in draft.events}) == 2


def test_quotes_grow_until_they_are_unique():
    text = " ".join(["It met there, and it met in 1993 with all of the members."] * 2 + ["End."])
    (event,) = draft_release(text, "2022").events
    assert check(draft_release(text, "2022")) == []
    assert all(text.count(quote) == 1 for quote in event.evidence)


def test_a_control_character_does_not_get_into_a_quote():
    (event,) = draft_release("They\x00 met in 1993\x07 with all.", "2022").events
    assert event.evidence == ("met in 1993",)


def test_a_long_sentence_of_a_list_is_quoted_in_part_up_to_commas():
    text = (
        "* After that, the committee expects that more of it will be built for three years,\n"
        "  until two years after the third forum,\n  so until about October 2031,\n  as was said.\n"
        "* The fair opens in Rome, on 3 May 2024, with songs.\n"
    )
    quotes = [event.evidence for event in draft_release(text, "2024").events]
    assert quotes == [
        ("so until about October 2031,",),
        ("* The fair opens in Rome, on 3 May 2024, with songs.",),
    ]


def test_what_can_not_be_made_unique_is_left_to_the_person():
    text = "in 1993\x00 in 1993\x00"
    assert check(draft_release(text, "2022")) != []


def test_an_inferred_date_says_so():
    (event,) = draft_release("They met on 10 May.", "2022").events
    assert event.note == "The text gives no year; it is taken from the date of publication."


@pytest.mark.parametrize(
    ("text", "supplied", "note"),
    [
        ("They met on 10 May.", ("year",), "The text gives no year; it is taken from {}."),
        (
            "They met on Friday.",
            ("year", "month", "day"),
            "The text gives the day of the week alone; the date is taken from {}.",
        ),
        (
            "It closed in the nineties.",
            ("year",),
            "The text gives no century; it is taken from {}.",
        ),
    ],
)
def test_what_was_supplied_is_data_and_its_source_a_note_for_readers(text, supplied, note):
    (event,) = draft_release(text, "2022-05-16").events
    assert (event.basis, event.supplied_as_given) == ("inferred", supplied)
    assert event.note == note.format("the date of publication")


def test_a_date_of_which_nothing_was_supplied_has_no_note():
    (event,) = draft_release("They met on 10 May 2022.", "2022-05-16").events
    assert (event.note, event.supplied_as_given) == (None, None)


def test_a_question_is_left_to_the_person():
    text = "They met on 10/05/2022, not on 3 May 2021. The annual fair is before 2030."
    draft = draft_release(text, "2022-05-16")
    assert draft.events == ()
    assert [aside.text for aside in draft.set_aside] == ["3 May 2021.", "annual", "2030."]
    (question,) = check(draft)
    assert question.message == (
        "“10/05/2022” gives no date (may be day/month or month/day): 2022-05-10 or 2022-10-05; "
        "make it an event, inferred and with a note, or set it aside and say why"
    )


def test_a_year_that_the_text_gives_elsewhere_is_said_to_come_from_there():
    text = "The war of 1912. In October 1912 the first day was 8 October, the last 30 October."
    (event, *_) = [e for e in draft_release(text, "2022").events if e.basis == "inferred"]
    assert event.note == "The text gives no year; it is taken from the other dates of the text."


def test_nothing_that_was_drafted_is_reviewed():
    draft = draft_release("They met in 1993. They meet on 10 May.", "2022")
    assert draft.unreviewed == tuple(event.id for event in draft.events) != ()


def test_ids_are_proposed_from_the_sentence():
    draft = draft_release("The Forum met in 1993. The Forum met in 1993-94. «1994»", "2022")
    assert draft.events[0].id == "forum-met-1993"
    assert all(event.id for event in draft.events)


def test_the_number_of_what_a_title_names_belongs_to_the_id():
    text = "Expected:\n\n- Beta 2: 3 May 2022\n- COP 2.9: 3 June 2022\n- Gala 1990: 9 July 2022\n"
    ids = [event.id for event in draft_release(text, "2022").events]
    assert ids == ["beta-2-2022", "cop-2-9-2022", "gala-2022"]


@pytest.mark.parametrize(
    ("title", "name"),
    [
        ("3.1.0 beta 2", "3-1-0-beta-2"),
        ("3.1.1", "3-1-1"),
        ("3.1", "3-1"),
        ("3.8.1rc1", "3-8-1rc1"),
        ("v0.101.0 released", "v0-101-0-released"),
        ("v2 released", "v2-released"),
        ("v0.10.x ends", "v0-10-x-ends"),
        ("10.x ends", "10-x-ends"),
        ("3.1 and the rest", "rest"),
    ],
)
def test_a_version_leads_the_id(title, name):
    (event,) = draft_release(f"- {title}: 3 May 2022", "2022").events
    assert (event.title, event.id) == (title, f"{name}-2022")


def test_ids_are_made_unlike_by_one_rule_also_where_one_ends_like_a_number():
    taken = {}
    names = ["gala", "gala", "gala-2", "gala", "gala-2"]
    assert [unlike(name, taken) for name in names] == [
        "gala", "gala-2", "gala-2-2", "gala-3", "gala-2-3",
    ]  # fmt: skip


def test_lines_of_two_lists_are_one_item_only_with_the_same_words():
    text = "Expected:\n\n- Talk on water in Rome: 3 May 2022\n\n"
    text += "Actual:\n\n- Talk on {} in Rome: 3 May 2022\n"
    assert len(draft_release(text.format("soil"), "2022").events) == 2
    assert len(draft_release(text.format("water"), "2022").events) == 1


@pytest.mark.parametrize("published", ["2022-05-16", date(2022, 5, 16), EdtfDate(2022, 5, 16)])
def test_the_publication_date_may_be_given_in_any_form(published):
    assert draft_release("Today.", published).events[0].when == EdtfDate(2022, 5, 16)


def test_a_dateline_makes_the_publication_date_a_stated_one():
    draft = draft_release("ALMATY, 17 July 2010 – They met.", "2010-07-17")
    assert (draft.published_basis, draft.published_note) == ("stated", None)


def test_what_is_given_is_kept():
    draft = draft_release(
        "\n\nA headline\nText.",
        "2022",
        id="forum",
        publisher="Forum",
        url="https://example.org/1",
    )
    assert (draft.id, draft.title, draft.publisher) == ("forum", "A headline", "Forum")
    assert draft_release("", "2022").title == "Untitled"
    assert draft_release("", "2022", title="T").title == "T"


def test_a_wrong_publication_date_is_refused():
    with pytest.raises(EdtfError):
        draft_release("Today.", "yesterday")


def test_a_page_gives_what_it_declares():
    page = read_html(
        "<meta property='article:published_time' content='2024-05-14'>"
        "<meta property='og:site_name' content='The Forum'>"
        "<link rel='canonical' href='https://example.org/1'><h1>News</h1><p>It opens tomorrow."
    )
    draft = draft_release(page)
    assert (draft.title, draft.publisher, draft.url) == (
        "News",
        "The Forum",
        "https://example.org/1",
    )
    assert [str(event.when) for event in draft.events] == ["2024-05-15"]
    assert draft.published_note == "Declared by the page in its markup."
    assert draft_release(page, "2024-05-15", title="T").title == "T"


def test_a_text_without_a_date_of_publication_is_refused():
    with pytest.raises(InvalidError, match="published: is missing"):
        draft_release("Tomorrow.")


@pytest.mark.parametrize("text", ["\U000e078a", "\u200b on 3 May 2022", "\u200b\nA headline"])
def test_what_nobody_sees_is_no_title(text):
    release = draft_release(text, "2022-06-01")
    assert release.title in ("Untitled", "\u200b on 3 May 2022", "A headline")
    assert [event.title for event in release.events] in ([], ["3 May 2022"])


def drafted(text, published="2024-06-03"):
    return [(event.title, str(event.when)) for event in draft_release(text, published).events]


def test_an_item_that_is_told_of_twice_is_one_event():
    text = (
        "The forum opens today.\n\nThe annual forum opens at 10:00 on 3 June 2024 in Osh.\n\n"
        "Again: the forum opens on 3 June 2024."
    )
    (event,) = draft_release(text, "2024-06-03").events
    assert (event.title, event.basis, str(event.time)) == ("Forum opens", "stated", "10:00")
    assert event.place == "Osh"
    assert len(event.evidence) == 3


def test_items_of_one_list_and_of_two_times_stay_apart():
    text = "- Session one: 3 May 2024\n- Session two, part one: 3 May 2024\n"
    assert len(drafted(text)) == 2
    text = "Lunch is on 3 May 2024 at 12:00.\n\nLunch is on 3 May 2024 at 13:00."
    assert drafted(text) == [
        ("Lunch, 3 May 2024, 12:00", "2024-05-03"),
        ("Lunch, 3 May 2024, 13:00", "2024-05-03"),
    ]


def test_a_title_has_no_phrase_that_only_tells_when():
    text = "It was built on the pact made in May 2014 and on the visit to Osh in April 2015."
    titles = [event.title for event in draft_release(text, "2015-06-01").events]
    assert titles == ["It was built on the pact made", "Visit to Osh"]
    text = "This year's prize will be given in Osh on 3 May 2015."
    assert [event.title for event in draft_release(text, "2015-01-01").events] == [
        "Prize will be given in Osh"
    ]


def test_a_date_that_only_completes_those_below_it_is_no_event():
    text = "- 3 June 2024\n  - 10:00 Opening\n  - 11:00 Closing\n"
    assert [title for title, _ in drafted(text)] == ["Opening", "Closing"]


def test_a_time_that_stands_elsewhere_is_quoted_too():
    text = "Forum\n\nDate: 3 May 2024\nTime: 10:00\n"
    draft = draft_release(text, "2024-01-01")
    assert draft.events[0].evidence == ("Date: 3 May 2024", "Time: 10:00")
    assert (str(draft.events[0].time), unproved(draft)) == ("10:00", [])


def test_titles_that_are_equal_whatever_is_added_are_numbered():
    text = "- Lunch: 3 May 2024\n- Lunch on 3 May 2024\n"
    assert [title for title, _ in drafted(text)] == ["Lunch, 3 May 2024", "Lunch, 3 May 2024, 2"]


def test_an_item_that_recurs_is_told_apart_by_the_heading_above_it():
    text = "Log\n\n2019\n\n- 3 May: Fair\n\n2020\n\n- 3 May: Fair\n"
    draft = draft_release(text, "2022-05-16")
    assert [event.evidence for event in draft.events] == [
        ("2019", "- 3 May: Fair"),
        ("2020", "- 3 May: Fair"),
    ]
    assert unproved(draft) == []


def test_brackets_tell_two_items_of_one_name_apart():
    text = (
        "Rain Council, 3 May 2024\n\nIt meets.\n\nRain Council (Trade), 9 May 2024\n\nIt meets.\n"
    )
    titles = [event.title for event in draft_release(text, "2024-01-04").events]
    assert titles == ["Rain Council, 3 May 2024", "Rain Council, Trade"]


def test_an_entry_below_a_day_that_is_told_of_above_is_one_event():
    text = "The walk is on 11 June 2024.\n\n11 June 2024\n\n- Walk\n\n12 June 2024\n\n- Dinner\n"
    draft = draft_release(text, "2024-05-01")
    assert [event.title for event in draft.events] == ["Walk", "Dinner"]
    assert draft.events[1].evidence == ("12 June 2024", "- Dinner")
    assert not check(draft)


def test_a_year_over_dates_that_are_said_whole_is_set_aside():
    text = "2014\n\n- Forum, Oct 24, 2014, Osh\n\n2013\n\n- Walk, May 3, 2013\n"
    draft = draft_release(text, "2015-05-01")
    assert [event.title for event in draft.events] == ["Forum", "Walk"]
    assert {aside.reason for aside in draft.set_aside} == {"the period that something covers"}
    assert not check(draft)


def test_the_zone_of_all_times_below_the_last_day_is_of_every_day():
    text = "Monday, 8 June 2026\n\n10:00 Welcome\n\nTuesday, 9 June 2026\n\n11:00 Walk\n\n"
    text += "Speakers register by 5 June 2026 at 6 p.m. All times are in CEST. It is free.\n"
    draft = draft_release(text, "2026-05-12")
    assert [event.zone for event in draft.events] == ["+02:00"] * 3
    assert draft.events[0].evidence[1] == "All times are in CEST."
    assert not check(draft)


def test_what_is_called_off_in_a_line_of_its_own_is_no_event():
    text = "8 June 2024\n\n10.00\nOpening talk\n\n20.00\nCANCELLED: dinner at the club\n"
    text += "\n21.00\nBudget (deferred to the next session)\n"
    draft = draft_release(text, "2024-05-16")
    assert [event.title for event in draft.events] == ["Opening talk"]
    assert "the words say that it will not take place" in {each.reason for each in draft.set_aside}
    days = "Lake Week\n\nSATURDAY, 8 JUNE 2024\n\n- Boat race\n- Film show (cancelled)\n- Quiz\n\n"
    days += "SUNDAY, 9 JUNE 2024\n\n- Fair\n- Music\n"
    titles = [event.title for event in draft_release(days, "2024-05-16").events]
    assert titles == ["Boat race", "Quiz", "Fair", "Music"]


@pytest.mark.parametrize("note", ["deferred to June", "deferred", "put off until autumn"])
def test_what_was_moved_in_the_line_below_its_day_is_set_aside_as_moved(note):
    text = f"Lake Days\n\n3 May 2024\n\nTalk ({note})\n\n4 May 2024\n\nWalk by the lake\n"
    draft = draft_release(text, "2024-04-01")
    assert [event.title for event in draft.events] == ["Walk by the lake"]
    reasons = [each.reason for each in draft.set_aside if each.text == "3 May 2024"]
    assert reasons == ["the words say that it was moved from then"]


def test_a_day_that_is_called_off_is_no_part_of_what_the_others_are_called():
    text = "Concert: 3 May (sold out), 10 May (cancelled), 17 May"
    titles = [event.title for event in draft_release(text, "2024-04-01").events]
    assert titles == ["Concert, 3 May 2024", "Concert, 17 May 2024"]


def test_the_times_of_a_day_are_no_entries_below_it():
    text = "Events\n\nMonday, 4 March 2019\n\n3:00 PM - 4:30 PM\n\nJoin us for jazz. It is old.\n\n"
    text += "Tuesday, 5 March 2019\n\n7:00 PM\n\nCome for a walk. It is long.\n"
    titles = [event.title for event in draft_release(text, "2019-02-25").events]
    assert titles == ["Join us for jazz", "Come for a walk"]


def test_what_a_line_above_its_dates_calls_off_is_no_event():
    draft = draft_release("Cancelled: film\n\n- 3 May 2024\n- 4 May 2024\n", "2024-04-01")
    assert not draft.events
    reasons = {each.reason for each in draft.set_aside}
    assert reasons == {"the words say that it will not take place"}


ROWS = """Programme

Date\tEvent\tRoom
3 May 2024, 10:00\tOpening\tHall A
\tReception\tFoyer
\twith music
4 May 2024\tTalks\tHall B
\tSong (cancelled)
\t–
"""


def test_rows_for_which_the_day_above_holds_are_events_of_it():
    draft = draft_release(ROWS, "2024-04-01")
    assert [(str(e.when), e.title, e.place) for e in draft.events] == [
        ("2024-05-03", "Opening", "Hall A"),
        ("2024-05-03", "Reception", "Foyer"),
        ("2024-05-04", "Talks", "Hall B"),
    ]
    assert [str(event.time) for event in draft.events] == ["10:00", "None", "None"]
    assert draft.events[1].evidence == ("3 May 2024, 10:00", "Reception Foyer")
    assert not check(draft)


def test_a_heading_that_names_a_gathering_of_days_is_one_though_days_stand_below_it():
    page = "<h1>Water Board</h1><h2>72nd Conference, Osh, October 5-7, 2026</h2><table><tr>"
    page += "<th>Date<th>Start<th>What<tr><td rowspan=2>Mon 10/5<td>1 PM<td>Talk"
    page += "<tr><td>CANCELED<td>Golf</table>"
    titles = [event.title for event in draft_release(read_html(page), "2026-05-01").events]
    assert titles == ["72nd Conference", "Talk"]


@pytest.mark.parametrize(
    "text",
    [
        "4 June 2024\n\n9:00 Opening\n10:30 Coffee break\n11:00 Talks\n10:30 Coffee break\n",
        "Holidays 2024\nNew Year 1 January\nEaster 31 March\nMay Day 1 May\nNew Year 1 January\n",
        "Forum\n\n4 June 2024\n\n- Talks\n- Lunch\n- Talks\n\n5 June 2024\n\n- Party\n- Walk\n",
    ],
)
def test_lines_that_recur_below_one_heading_are_quoted_with_their_neighbours(text: str) -> None:
    draft = draft_release(text, "2024-05-02")
    assert not check(draft)
    assert update_release(draft, text) == draft


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Good Friday 29 March 2024", "Good Friday"),
        ("Easter Monday, 1 April 2024", "Easter Monday"),
        ("Choir sings on Good Friday, 29 March 2024.", "Choir sings on Good Friday"),
        ("Black cat show, Friday 29 March 2024", "Black cat show"),
    ],
)
def test_a_weekday_that_names_a_day_is_part_of_its_name(text, title):
    assert [event.title for event in draft_release(text, "2024-03-01").events] == [title]


def test_a_day_in_reserve_names_no_event_below_it():
    draft = draft_release("Reserve day: 4 June 2024\nMatch: 3 June 2024", "2024-05-02")
    assert [(event.title, event.place) for event in draft.events] == [("Match", None)]
