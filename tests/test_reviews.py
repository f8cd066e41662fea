"""A review writes each answer at once, changes nothing else, and never makes a release worse."""

import json

import pytest
from attrs import evolve

from cica_events import (
    EdtfDate,
    InvalidError,
    check,
    draft_release,
    load_release,
    parse_edtf,
    parse_time,
    update_release,
)
from cica_events.drafts import draft_event
from cica_events.releases import revise_release, save_release
from cica_events.reviews import Review, aside, dated, kept, note_for, with_event

TEXT = "The forum opened on 3 June 2024. It meets on 10 May. It may be on 10/11/2024."


@pytest.fixture
def folder(tmp_path):
    save_release(draft_release(TEXT, "2024-06-04"), tmp_path / "r")
    return tmp_path / "r"


@pytest.fixture
def review(folder):
    return Review(folder)


def test_the_drafted_events_come_first_and_then_the_questions(review):
    *ids, question = review.items
    assert ids == ["forum-opened-2024", "forum-meets-2024"]
    assert question.text == "10/11/2024"


def test_an_answer_is_in_the_file_at_once(review, folder):
    review.answer(lambda release: kept(release, "forum-meets-2024"))
    assert load_release(folder).unreviewed == ("forum-opened-2024",)
    assert Review(folder).items == review.items


def test_what_was_not_answered_stays_as_it_was_written(folder):
    file = folder / "release.json"
    record = json.loads(file.read_text("utf-8"))
    record["events"][0]["status"] = "confirmed"  # which a program would leave out
    record = dict(reversed(record.items()))
    file.write_text("\ufeff" + json.dumps(record, indent="\t"), "utf-8")
    Review(folder).answer(lambda release: kept(release, "forum-meets-2024"))
    after = json.loads(file.read_text("utf-8"))
    assert after == record | {"unreviewed": ["forum-opened-2024"]}
    assert list(after) == list(record)
    assert '\n\t"id"' in file.read_text("utf-8")


def test_the_page_that_a_text_was_made_of_is_still_compared(tmp_path):
    draft = draft_release(TEXT, "2024-06-04")
    save_release(draft, tmp_path, original=("original.html", b"<p>A page"))
    review = Review(tmp_path)
    review.answer(lambda release: kept(release, "forum-meets-2024"))
    assert "original" in json.loads(review.file.read_text("utf-8"))
    (tmp_path / "original.html").write_bytes(b"another")
    with pytest.raises(InvalidError, match="is not the page"):
        review.refresh() or load_release(tmp_path)


def test_a_release_without_lists_gets_those_that_it_needs(tmp_path):
    (tmp_path / "source.txt").write_text("Nothing.", "utf-8")
    (tmp_path / "release.json").write_text('{"id": "r", "title": "T"}', "utf-8")
    before = load_release(tmp_path)
    file = tmp_path / "release.json"
    revise_release(file, file.read_bytes(), before, evolve(before, unreviewed=["gone"]))
    assert json.loads(file.read_text("utf-8")) == {"id": "r", "title": "T", "unreviewed": ["gone"]}


def test_another_date_that_agrees_with_the_words_is_inferred_with_a_note(review):
    event = evolve(review.event("forum-meets-2024"), when=EdtfDate(2025, 5, 10))
    note = note_for(review.release, event, review.mentions)
    assert note == "The text gives no year; it is supplied by an editor."
    review.answer(lambda release: dated(release, event, review.mentions, "It was said."))
    changed = review.event("forum-meets-2024")
    assert (changed.when_text, changed.basis) == ("10 May [2025]", "inferred")
    assert (changed.note, changed.supplied_as_given) == ("It was said.", ("year",))
    assert review.items[1] == "forum-meets-2024"  # it is confirmed by another answer


def test_the_note_of_a_date_that_stays_is_offered_again(review):
    event = review.event("forum-meets-2024")
    assert note_for(review.release, event, review.mentions) == event.note


def test_a_date_that_the_words_say_themselves_needs_no_note(review):
    wrong = evolve(review.event("forum-opened-2024"), basis="inferred", note="A guess.")
    assert note_for(review.release, wrong, review.mentions) is None
    review.answer(lambda release: dated(release, wrong, review.mentions, None))
    event = review.event("forum-opened-2024")
    assert (event.basis, event.note, event.supplied_as_given) == ("stated", None, None)


def test_a_supplied_zone_stays_supplied_and_keeps_its_note(tmp_path):
    draft = draft_release("It opens at 10:00 on 3 June 2024.", "2024-06-04")
    (event,) = draft.events
    zoned = evolve(
        event, time=parse_time("10:00"), zone="Asia/Almaty", supplied=["zone"], note="It is there."
    )
    save_release(evolve(draft, events=[zoned]), tmp_path / "r")
    review = Review(tmp_path / "r")
    again = dated(review.release, zoned, review.mentions, None).events[0]
    assert (again.basis, again.supplied, again.note) == ("stated", ("zone",), "It is there.")


@pytest.mark.parametrize(
    ("when", "reason"),
    [
        ("2024-05-11", "2024-05-11 is not what is said by the words: “10 May” says XXXX-05-10"),
        ("2024-05", "2024-05 is less precise than the words: “10 May” says XXXX-05-10"),
    ],
)
def test_a_date_that_contradicts_the_words_is_refused_with_the_reason_of_check(
    review, when, reason
):
    before = review.file.read_bytes()
    event = evolve(review.event("forum-meets-2024"), when=parse_edtf(when))
    wrong = with_event(review.release, event)
    assert reason in " ".join(problem.message for problem in check(wrong))
    with pytest.raises(InvalidError) as refused:
        review.answer(lambda release: dated(release, event, review.mentions, "A slip."))
    assert str(refused.value).startswith(reason)
    assert review.file.read_bytes() == before


def test_an_answer_after_which_check_finds_more_is_refused(review):
    with pytest.raises(InvalidError, match="make it an event, or set it aside"):
        review.answer(lambda release: evolve(release, events=release.events[1:]))


def test_a_question_becomes_an_event_that_a_person_made(review):
    question = review.items[-1]
    event = draft_event(review.release, question, EdtfDate(2024, 11, 10))
    note = note_for(review.release, event, [question])
    assert note == "The text says “10/11/2024”; an editor takes it to mean 10 November 2024."
    review.answer(lambda release: dated(release, event, [question], note))
    assert review.items == ("forum-opened-2024", "forum-meets-2024")
    assert (review.release.events[-1].basis, review.problems) == ("inferred", [])


def test_a_question_is_not_answered_by_another_phrase_of_its_sentence(tmp_path):
    text = "It is on 10/11/2024 or so, and on 12 November 2024."
    save_release(evolve(draft_release(text, "2024"), events=[], unreviewed=[]), tmp_path / "r")
    review = Review(tmp_path / "r")
    event = draft_event(review.release, review.items[0], EdtfDate(2024, 11, 12))
    with pytest.raises(InvalidError, match="“10/11/2024” gives no date"):
        dated(review.release, event, [review.items[0]], "A note.")


def test_an_event_is_set_aside_with_all_its_phrases(tmp_path):
    text = "They met in April 1993. Others met in April 1993 too."
    save_release(draft_release(text, "2024"), tmp_path / "r")
    review = Review(tmp_path / "r")
    (item,) = review.items
    review.answer(lambda release: aside(release, item, "long past"))
    assert (review.release.events, review.release.unreviewed) == ((), ())
    assert [a.reason for a in review.release.set_aside] == ["long past"] * 2
    assert (review.items, review.problems) == ((), [])


def test_an_entry_below_the_day_of_several_is_set_aside_with_its_words():
    text = "Forum of Lakes\n\n3 June 2025\n\n09:00 Opening\n13:00 Lunch\n"
    draft = draft_release(text, "2025-01-10")
    release = aside(draft, "lunch-2025", "a break")
    assert [(each.text, each.reason) for each in release.set_aside] == [("13:00 Lunch", "a break")]
    updated = update_release(release, text)
    assert (updated.events, updated.set_aside) == (release.events, release.set_aside)


def test_words_that_another_event_quotes_too_are_not_set_aside(review):
    twin = evolve(review.event("forum-opened-2024"), id="twin")
    release = with_event(review.release, twin)
    assert aside(release, "twin", "a twin").set_aside == ()


def test_a_question_is_set_aside(review):
    question = review.items[-1]
    review.answer(lambda release: aside(release, question, "a number"))
    assert review.release.set_aside[-1].reason == "a number"
    assert question not in review.items


def test_an_answer_is_taken_back(review, folder):
    earlier = review.release
    review.answer(lambda release: aside(release, "forum-meets-2024", "no event"))
    review.take_back(earlier)
    assert load_release(folder) == review.release == earlier
    assert len(review.items) == 3


@pytest.mark.parametrize("name", ["release.json", "source.txt"])
def test_a_change_from_elsewhere_is_read(review, folder, name):
    assert not review.refresh()
    file = folder / name
    file.write_text(file.read_text("utf-8").replace("forum", "Forum"), "utf-8")
    assert review.refresh()
    assert "Forum" in review.release.text + review.release.events[0].title
    assert not review.refresh()


def test_a_wrong_date_shows_the_words_that_contradict_it(review):
    wrong = evolve(review.event("forum-opened-2024"), when=EdtfDate(2024, 6, 4))
    assert [mention.text for mention in review.phrases(wrong)] == ["3 June 2024"]
    nowhere = evolve(wrong, evidence=["xyzzy"])
    assert review.phrases(nowhere) == []
    file = revise_release(
        review.file, review.file.read_bytes(), review.release, with_event(review.release, wrong)
    )
    assert b"2024-06-04" in file
    again = Review(review.file)
    (problem,) = again.objections(again.event("forum-opened-2024"))
    assert problem.path == "events[0].when"
    again.answer(lambda release: kept(release, "forum-opened-2024"))  # which mends nothing
    assert len(again.problems) == 2
