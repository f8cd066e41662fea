"""The choices that words leave to their neighbours, rule by rule, and in whole stories.

The stories of `stories/` are invented: the first line is the day of publication, and each bare date
is marked with the date that a reader would give it, ``[[17 March|1862-03-17]]``.
"""

import re
from datetime import date
from itertools import accumulate
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from cica_events import EdtfDate, EdtfInterval, find_dates, parse_edtf
from cica_events.finding import reasons
from cica_events.finding.choices import (
    Bare,
    Choice,
    Stated,
    Thread,
    choose_order,
    choose_weekday,
    choose_year,
    is_of_story,
)
from cica_events.finding.tokens import Word
from cica_events.mentions import DateMention

DAY = "2022-05-16"  # a Monday


def last(text: str, published: str | None = DAY) -> DateMention:
    """The last mention of a text."""
    return find_dates(text, published)[-1]


# --- The year: publication, and the verb ----------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "when"),
    [
        # Near publication, whatever the verb.
        ("The talks on 20 April", "2022-04-20"),
        ("Trade will grow in June", "2022-06"),
        ("They set the vote for 20 May", "2022-05-20"),
        # Farther away, the verb tells.
        ("Trade grew in August", "2021-08"),
        ("He stepped down in December", "2021-12"),
        ("She will be named envoy in March", "2023-03"),
        ("The plan will be announced in December", "2022-12"),
        ("The plan is to be announced in November", "2022-11"),
        ("It is to be opened in December", "2022-12"),
        ("The fair is scheduled for 3 February", "2023-02-03"),
        ("She is set to speak in December", "2022-12"),
        ("They agreed to meet again in January", "2023-01"),
        ("Observers have been there since 1 December", "2021-12-01"),
        ("He said in December", "2021-12"),
        ("talks held in Cairo on 3 August", "2021-08-03"),
        ("No one spoke of a still unsettled claim that arose in October", "2021-10"),
        ("In January, ministers met", "2022-01"),
        ("Applications close on 30 November", "2022-11-30"),
        ("The terminal opens in November", "2022-11"),
        ("The fair is on 20 November", "2022-11-20"),
        ("The review of 2019 is scheduled for December", "2022-12"),
        ("Submission of papers: 1 September", "2022-09-01"),
        ("In August, the firm brought in a chief", "2021-08"),
        ("They told of the plan in December", "2021-12"),
        ("From 1 December, masked guards will stand there", "2022-12-01"),
        # "Since" looks back, however near the next one is.
        ("Prices have risen since June", "2021-06"),
        ("They have been there since 3 June", "2021-06-03"),
        ("Prices have risen since January", "2022-01"),
        # So do "last" and "next".
        ("They met last May 20", "2021-05-20"),
        ("It opens next 6th of April", "2023-04-06"),
        ("Pool: closed July 24", "2022-07-24"),
        ("Winners are e-mailed on July 24", "2022-07-24"),
        ("He succeeds a man who died on 12 January", "2022-01-12"),
        ("It opened on Sept. 21", "2021-09-21"),
        # A run, a start and an end are not told of like what runs and ends.
        ("Shares ended a bull run of 42 points in December", "2021-12"),
        ("The army was called in to end a strike by pilots in February", "2022-02"),
        ("The hill had been quiet by the end of February", "2022-02"),
        # A quarter is the nearest one, whatever is to come.
        ("Trade will grow by half from the first quarter", "2022-33"),
        ("The term ends in March 2023. Trials started on 6 November", "2021-11-06"),
        ("A call for the day of trees, observed on 20 June", "2022-06-20"),
        # A second verb begins another clause than that of the year.
        ("The case opened in 2020 was closed on 9 May", "2022-05-09"),
        # What was moved to a day, or was due then, may be ahead or gone.
        ("The trial was pushed back to 9 August", "2022-08-09"),
        ("The pool was due to reopen in March", "2022-03"),
        # So does a list.
        ("Meetings are on 5 June, 4 September and 6 October", "2022-10-06"),
        # The date before it tells the same as the date of publication.
        ("Term starts 6 September 2022; it ends on 28 October", "2022-10-28"),
        # What is due is ahead, whatever stands before.
        ("The board declared a dividend, payable Dec. 15", "2022-12-15"),
        ("holders of record Dec. 1", "2022-12-01"),
        ("The term was extended until 3 November", "2022-11-03"),
        ("They offered to finish it by December", "2022-12"),
        # Its weekday agrees.
        ("They met on Tuesday, 10 May", "2022-05-10"),
        ("The fair is on Thursday evening (19 May)", "2022-05-19"),
        ("They met on Monday, 10 May", "2021-05-10"),
        ("on 29 February they met", "2020-02-29"),
    ],
)
def test_a_year_comes_from_publication_and_verb(text: str, when: str) -> None:
    mention = last(text)
    assert (str(mention.when), mention.basis) == (when, "inferred")
    assert mention.candidates[0] == mention.when
    assert mention.said is not None
    assert mention.said.matches(mention.when)


def test_a_past_verb_sends_no_deadline_back() -> None:
    assert str(last("The exhibition was extended until April 3", "2022-02-26").when) == "2022-04-03"


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("The week of peace: 24 October", ["2021-10-24", "2022-10-24"]),
        ("The day is marked on 24 October", ["2021-10-24", "2022-10-24"]),
        ("The fair that was scheduled for 3 December", ["2022-12-03", "2021-12-03"]),
        ("The fair planned for 3 December was attended", ["2022-12-03", "2021-12-03"]),
        ("the right to vote in December", ["2021-12", "2022-12"]),
        ("A team led by two men hikes in December", ["2021-12", "2022-12"]),
        ("The fair will be held in April", ["2022-04", "2023-04"]),
        ("the fairs on 3 and 10 December", ["2021-12-03", "2022-12-03"]),
        ("Forum 2023: 3 June, Osh", ["2022-06-03", "2023-06-03"]),
        ("Forum 2023 (3 June)", ["2022-06-03", "2023-06-03"]),
        ("Forum 2023, 3–5 June", ["2022-06-03/2022-06-05", "2023-06-03/2023-06-05"]),
        ("The term begins in June 2022. Profit fell in the fourth quarter ended Aug. 26.", None),
        ("A round opens on 1 February next year and closes on 15 April", None),
        ("Places (for September 2023) are open from 1 September", ["2022-09-01", "2023-09-01"]),
        ("The exhibition ran until 20 June", ["2022-06-20", "2021-06-20"]),
        ("The museum reopened on 20 June", ["2022-06-20", "2021-06-20"]),
        ("The law of 12 April 1938 was repealed on 1 February", ["1938-02-01", "2022-02-01"]),
        ("Refunds were offered until 30 January", ["2022-01-30", "2023-01-30"]),
        ("It was signed in July 2020 and the work began in August", ["2021-08", "2020-08"]),
        ("Profit fell in the first quarter ended Aug. 26.", None),
        ("Profit fell in the fourth quarter ended Aug. 26.", None),
    ],
)
def test_two_likely_years_are_a_question(text: str, candidates: list[str] | None) -> None:
    mention = next(m for m in find_dates(text, DAY) if m.open)
    assert (mention.when, mention.open, mention.reason) == (None, True, reasons.SEVERAL_YEARS)
    if candidates is not None:
        assert sorted(map(str, mention.candidates[:2])) == sorted(candidates)


def test_of_two_years_in_one_either_may_be_meant() -> None:
    mention = last("The school year 2020-21 began well. In May it ended.", None)
    assert (mention.when, [str(when) for when in mention.candidates]) == (
        None,
        ["2020-05", "2021-05"],
    )


def test_days_on_lines_of_their_own_are_what_is_counted_from() -> None:
    text = "12 May 2022\n\nThey met yesterday.\n\n14 May 2022\n\nThey met yesterday.\n"
    assert str(last(text, None).when) == "2022-05-13"


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        ("It opens on 3 March 2023 and closes on 5 July.", ["2022-07-05", "2023-07-05"]),
        ("It opens on 1 February 2023 and closes on 15 April.", ["2022-04-15", "2023-04-15"]),
        ("It opens on 1 February 2023. It closes on 15 April.", ["2022-04-15", "2023-04-15"]),
        ("It starts on 3 March 2023; papers are due on 10 June.", ["2022-06-10", "2023-06-10"]),
        ("From 1 February 2023; results by 5 June.", ["2022-06-05", "2023-06-05"]),
    ],
)
def test_a_day_before_what_its_sentence_says_is_to_come_is_a_question(
    text: str, candidates: list[str]
) -> None:
    assert sorted(map(str, find_dates(text, DAY)[1].candidates)) == candidates
    assert find_dates(text, DAY)[1].when is None


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("It starts on 3 March 2023; the deadline is 10 January.", "2023-01-10"),
        ("It opens on 1 February 2023. The sale opens on 5 June.", "2022-06-05"),
        ("It opens on 1 February 2023. The sale opened on 15 April.", "2022-04-15"),
        ("It opens on 1 February 2023, and closes on 20 February.", "2023-02-20"),
    ],
)
def test_these_days_are_plain_beside_what_is_to_come(text: str, when: str) -> None:
    assert str(find_dates(text, DAY)[1].when) == when


def test_the_year_of_a_name_makes_a_question() -> None:
    assert str(last("The 2023 fair will be held on 20 May").when) == "None"
    assert str(last("The 2022 fair will be held on 20 May").when) == "2022-05-20"
    mention = last("Bids for the 2023 fair close on 30 November")
    assert (mention.when, sorted(map(str, mention.candidates))) == (
        None,
        ["2022-11-30", "2023-11-30"],
    )


def test_a_line_of_a_list_follows_the_one_before_it_if_that_is_to_come() -> None:
    text = "Dates\n- 27 May: Assembly\n- September: Report\n"
    assert str(last(text, "2024-03-14").when) == "2024-09"
    assert last(text, "2024-06-14").candidates  # the line before is past
    assert last("- 27 May: Assembly\n\n- September: Report\n", "2024-03-14").when is None
    assert last("- 27 May 2026: Assembly\n- March: Report\n", "2024-09-14").when is None


def test_a_publication_known_to_the_year_gives_its_year() -> None:
    assert str(last("signed on 10 May", "2022").when) == "2022-05-10"
    assert last("signed on 29 February", "2022").reason == reasons.NO_DAY
    assert last("signed on Monday", "2022").reason == reasons.NO_PUBLICATION


# --- The year: dates that are stated near by ------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("The first session in 2019 was held on 19 April", "2019-04-19"),
        ("They came on 28 August 2019. They left on 30 August", "2019-08-30"),
        # The tense forbids it.
        ("founded in 1992, it will meet in October", "2022-10"),
        ("the plan for 2025 was signed on 12 January", "2022-01-12"),
        ("It was signed on 3 March 2019 and is due on 5 June", "2022-06-05"),
        # Another clause, or another sentence.
        ("It has grown since 1980. In December, it bought a mill", "2021-12"),
        ("In 2020 trade grew, he said on 12 May", "2022-05-12"),
        # What a report is of, and what came out then.
        ("The 2021 annual report came out on 12 April", "2022-04-12"),
        ("In 2021 the report came out on 12 April", "2021-04-12"),
        # Of two years in one, only what is recent is plain.
        ("In 2021-22 it opened on 3 May", "2022-05-03"),
        # What follows the stated date and what is near publication are the same.
        ("after the visit in September 2021 and the talks in January", "2022-01"),
    ],
)
def test_a_stated_date_lends_its_year_where_it_is_plain(text: str, when: str) -> None:
    assert str(last(text).when) == when


@pytest.mark.parametrize(
    "text",
    [
        "founded in 1992, it met in October",
        "It was signed in March 2019 and ratified in June",
        "They came in August 2019. They left on 30 March",
        "He was convicted on 21 December 1988. The leader agreed in April",
        "They came on 10 May 2019. On 12 May, they left",
        "The school year 2022-23 starts on 28 August",
        "In the season 2018/19 it was played on 20 January",
    ],
)
def test_a_stated_date_that_may_lend_its_year_makes_a_question(text: str) -> None:
    mention = last(text)
    assert (mention.when, mention.reason) == (None, reasons.SEVERAL_YEARS)
    assert len(mention.candidates) > 1


def test_a_year_that_is_stated_after_a_date_counts_without_publication_only() -> None:
    text = "On 19 August, in the first session of 2019, he spoke"
    assert str(find_dates(text)[0].when) == "2019-08-19"
    assert find_dates(text, DAY)[0].reason == reasons.SEVERAL_YEARS
    assert str(find_dates(text, "2022-08-22")[0].when) == "2022-08-19"
    assert find_dates("On 19 August. In 2019, he spoke")[0].reason == reasons.NO_YEAR


def test_without_publication_a_date_close_before_lends_its_year() -> None:
    assert str(last("It opened on 4 May 2019. It closed on 6 June", None).when) == "2019-06-06"
    assert last("It opened on 4 May 2019.\n\nIt closed on 6 June", None).open
    of_two = last("The school year 2023-24 began on 4 September", None)
    assert of_two.when is None
    assert list(map(str, of_two.candidates)) == ["2023-09-04", "2024-09-04"]


# --- Stories --------------------------------------------------------------------------------------

SIEGE = "The siege began on 3 March 1862. The town fell on 4 February 1863. "


def test_a_story_lends_its_own_year() -> None:
    assert str(last(SIEGE + "The prisoners went home in August", DAY).when) == "1863-08"
    assert str(last(SIEGE + "\n\nA feast was held on 1 May", DAY).when) == "1863-05-01"
    assert str(last(SIEGE + "The guns had come on 8 January", DAY).when) == "1863-01-08"
    assert str(last(SIEGE + "In 1871 a bridge was built. It opened in May", DAY).when) == "1871-05"
    assert str(last(SIEGE + "A feast was held on Friday, 1 May", DAY).when) == "1863-05-01"


def test_a_story_asks_where_its_own_dates_leave_two_years() -> None:
    question = (None, reasons.SEVERAL_YEARS)
    for told in (
        "It had rained on 25 October",  # a look back, or the next winter
        "The wall of 1830 was old. It fell in May",  # an older year in passing
        "Prices in early 1871 returned to the level of 1868 by April",
    ):
        mention = last(SIEGE + told, DAY)
        assert (mention.when, mention.reason) == question


@pytest.mark.parametrize(
    ("told", "when"),
    [
        # Years away from all that is told around it, before it and after it.
        ("Letters found in 1999 tell of it. A feast was held on 1 May. In 1864", "1863-05-01"),
        ("The wall was of 1530. A feast was held on 1 May. In 1864", "1863-05-01"),
        ("Letters found in 1999 and 1999 tell of it. It ended in May. In 1864", "1863-05"),
        ("It was of the 1530s. In 1863 it fell. A feast was held on 1 May. In 1864", "1863-05-01"),
        # Where both readings are the same.
        ("The bells of 5 April had rung. A feast was held on 1 May. In 1864", "1863-05-01"),
        # In one clause, or parted by no full stop, its own year counts.
        ("Only in 1871 was it paid, on 1 May. In 1864", "1871-05-01"),
        ("Only in 1871 was it made good; the last was paid on 1 May. In 1864", "1871-05-01"),
        ("On 9 July 1863 it hailed. On 1 December (at night), 1863, it froze. In January it thawed",
         "1864-01"),
    ],
)  # fmt: skip
def test_a_story_goes_on_after_an_aside(told: str, when: str) -> None:
    assert when in [str(mention.when) for mention in find_dates(SIEGE + told, DAY)[-2:]]


def test_a_story_asks_after_what_may_be_an_aside() -> None:
    for told in (
        "It was to be paid by 1864. It was paid in May. In 1863",
        "It was like August 1862. It fell on 24 June. In March 1863",
    ):
        mention = find_dates(SIEGE + told, DAY)[-2]
        assert (mention.when, mention.reason) == (None, reasons.SEVERAL_YEARS)


def test_since_looks_back_in_a_story() -> None:
    assert str(last(SIEGE + "They had been hungry since May", DAY).when) == "1862-05"


def test_what_somebody_says_ends_with_the_mark_after_its_full_stop() -> None:
    told = 'He said: "It will come earlier." On 10 September they left'
    assert str(last(f"{SIEGE}In June 1863 they met. {told}", DAY).when) == "1863-09-10"


def test_half_of_the_dates_make_a_long_text_a_story() -> None:
    far, near = ("In May 2010 it rained. ", "In May 2022 it rained. ")
    assert str(last(f"{near * 9}{far * 11}On 4 June it froze", DAY).when) == "2010-06-04"
    assert last(f"{near * 4}{far * 5}On 4 June it froze", DAY).when != EdtfDate(2010, 6, 4)


def test_what_counts_from_publication_in_a_story_is_a_question() -> None:
    for told in ("He fell last week", "He fell on Friday", "It rained in May of this year"):
        assert last(SIEGE + told, DAY).reason == reasons.TOLD
    assert (
        str(last(SIEGE + "\n\nA film about it will be shown on Friday", DAY).when) == "2022-05-20"
    )


def test_what_a_story_promises_is_of_its_publication() -> None:
    assert str(last(SIEGE + "A museum will open on 1 June", DAY).when) == "2022-06-01"


def test_a_text_that_tells_a_story_beside_its_news_asks() -> None:
    news = "The museum opened its wing today. Tickets sold out on Friday."
    mention = last(f"{SIEGE}\n\n{news} Building began in September", DAY)
    assert (mention.when, mention.reason) == (None, reasons.SEVERAL_YEARS)
    assert EdtfDate(2021, 9) in mention.candidates
    question = last(f"{news}\n\n{SIEGE}It rained in August", DAY)
    assert [str(when) for when in question.candidates] == ["1863-08", "2021-08", "1862-08"]
    assert str(last(f"{SIEGE}\n\n{news}", DAY).when) == "2022-05-13"
    assert last(f"{SIEGE}{news}", DAY).reason == reasons.TOLD


def test_a_release_that_names_older_years_is_no_story() -> None:
    text = "The body met in April 1993, and ministers met on 14 September 1999. In 2021 and 2022"
    assert str(last(f"{text} it grew.\n\nIt was signed on 10 May", DAY).when) == "2022-05-10"


def _story(path: Path) -> tuple[str, str, dict[tuple[int, int], str]]:
    """The day of publication of a story, its text, and its marked dates with their offsets."""
    published, _, marked = path.read_text(encoding="utf-8").partition("\n")
    pieces = re.split(r"\[\[(.+?)\|(.+?)\]\]", marked)
    words = [piece for n, piece in enumerate(pieces) if n % 3 != 2]
    ends = list(accumulate(map(len, words)))
    spans = [(ends[n - 1], ends[n]) for n in range(1, len(words), 2)]
    return published, "".join(words), dict(zip(spans, pieces[2::3], strict=True))


STORIES = sorted((Path(__file__).parent / "stories").glob("*.txt"))


def test_the_bare_dates_of_stories_are_dated_and_hardly_ever_wrong() -> None:
    told = dated = wrong = 0
    for path in STORIES:
        published, text, dates = _story(path)
        mentions = find_dates(text, published)
        for (start, end), expected in dates.items():
            told += 1
            found = [m for m in mentions if m.when and m.start < end and start < m.end]
            dated += bool(found)
            wrong += any(
                not m.when.possibly_overlaps(parse_edtf(expected)) for m in found if m.when
            )
    assert told > 100
    assert dated >= 0.6 * told
    assert wrong <= 0.05 * dated


# --- Weekdays -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("He said Friday that", "2022-05-13"),
        ("He said on Wednesday they would go", "2022-05-11"),
        ("The talks are to resume Wednesday", "2022-05-18"),
        ("The sale is scheduled to close Thursday", "2022-05-19"),
        ("They plan to vote on Thursday", "2022-05-19"),
        ("They have until Thursday to answer", "2022-05-19"),
        ("He would be traveling Thursday", "2022-05-19"),
        ("They looked for ways round Wednesday's ruling", "2022-05-11"),
        ("Prices fell Thursday", "2022-05-12"),
        ("He will speak on Monday", "2022-05-16"),
        ("They may have voted Thursday", "2022-05-12"),
        ("They had to shut it on Thursday", "2022-05-12"),
        ("She is leaving on Thursday", "2022-05-19"),
        ("They will meet tomorrow and, if needed, on Thursday", "2022-05-19"),
        ("He read of Monday's vote", "2022-05-16"),
        ("The vote is on Thursday", "2022-05-19"),
        ("The vote takes place Thursday", "2022-05-19"),
        ("The office will close today and stay closed on Thursday", "2022-05-19"),
        ("We look forward to seeing you Thursday", "2022-05-19"),
        ("He said on Monday that talks would resume Thursday", "2022-05-19"),
        ("They fell at the close Thursday", "2022-05-12"),
        ("They fired flares in return on Thursday", "2022-05-12"),
        # Only what is next before the day is its deadline.
        ("He left the land by air Thursday", "2022-05-12"),
        ("The house was seized by police Thursday", "2022-05-12"),
        ("They pulled out due to injuries on Thursday", "2022-05-12"),
        ("They must be home by 5 p.m. Thursday", "2022-05-19"),
        ("They will talk through Thursday", "2022-05-19"),
        ("They have been there since Thursday", "2022-05-12"),
        # "To" stands before nouns, too.
        ("Many were taken to hospitals Thursday", "2022-05-12"),
        # What is said, and who says so, are apart.
        ('"That is where it should be," said the coach on Thursday', "2022-05-12"),
        ("``That is where it should be,'' said the coach on Thursday", "2022-05-12"),
        ('It was called "a great place" Thursday', "2022-05-12"),
        ('The office on Thursday: "We will wait', "2022-05-12"),
        ('The office on Thursday "We will wait', "2022-05-12"),
        ('"We will be there on Thursday," he said', "2022-05-19"),
        # What somebody did after the day is no plan.
        ("On Thursday, the minister invited some", "2022-05-12"),
        ("On Thursday, the vote is postponed", "2022-05-19"),
        ("They were invited for Wednesday. A vote was held on Thursday", "2022-05-12"),
        ("On Thursday, armed men left", "2022-05-12"),
        ("He said that on Thursday the bank would close", "2022-05-19"),
        ("They approved it today and on Thursday will send it on", "2022-05-19"),
        ("They have given him until 5 p.m. Thursday to answer", "2022-05-19"),
        ("He said that on Thursday the bank had closed", "2022-05-12"),
        ("The board is to act on Thursday", "2022-05-19"),
        ("The envoy, in a speech on Thursday, warned them", "2022-05-12"),
    ],
)
def test_a_weekday_is_past_unless_the_words_look_ahead(text: str, when: str) -> None:
    mention = last(text)
    assert (str(mention.when), mention.basis, mention.said) == (when, "inferred", None)
    assert mention.weekday == date.fromisoformat(when).isoweekday()


@pytest.mark.parametrize(
    "text",
    [
        "Thursday: the agenda",
        "He stopped by before Thursday's vote",
        "The offer closed by the Thursday deadline",
        "It failed to convince them Thursday",
        "They had filed reports by Thursday",
        "He could be found Thursday",
        "Until Thursday, they had called him a witness",
        "In early trade Thursday",
        "The envoy visits Paris on Thursday",  # a headline tells of yesterday like that
        "The envoy said he was leaving on Thursday",
        "Thursday's vote may be put off",
        "The winners will meet in Thursday's final",
        "A text adopted by the house on Thursday should bring light",
        "in the run-up to Thursday's election",
        "They need a point on Thursday, but three were lost",
        "They traded through Thursday",
        "The match was moved to Thursday",
        "The concert on Thursday has been sold out",
        "The road was closed until 2 a.m. on Thursday",
        "They gave him until 5 p.m. Thursday to answer",
        "He invited them to Ankara on Thursday",
        '"We need to show it to the house on Thursday," he added',
        # The verb is too far away to tell of the day.
        "They met in the old town hall of the small port on the river Esk, Thursday",
    ],
)
def test_two_likely_weeks_are_a_question(text: str) -> None:
    mention = next(mention for mention in find_dates(text, DAY) if mention.weekday)
    assert (mention.when, mention.reason) == (None, reasons.SEVERAL_WEEKS)
    assert [str(day) for day in mention.candidates] == ["2022-05-12", "2022-05-19"]


def test_a_day_that_its_weekday_puts_years_away_is_a_question() -> None:
    mention = last("The deadline is Tuesday, 10 January", "2012-08-10")
    assert (mention.when, mention.reason) == (None, reasons.SEVERAL_YEARS)
    assert str(mention.candidates[0]) == "2017-01-10"


def test_a_month_soon_to_come_is_a_question_where_the_verb_tells_of_the_past() -> None:
    for told in ("He was arrested in {}", "{} was wet"):
        mention = last(told.format("July"), "2022-06-16")
        assert (mention.when, mention.reason) == (None, reasons.SEVERAL_YEARS)
        assert [str(when) for when in mention.candidates] == ["2022-07", "2021-07"]
    assert str(last("It was put off to July", "2022-06-16").when) == "2022-07"


def test_of_the_weekday_of_tomorrow_nobody_says_it_alone() -> None:
    mention = last("They met Tuesday in Ankara")
    assert (mention.when, mention.reason) == (None, reasons.SEVERAL_WEEKS)
    assert [str(day) for day in mention.candidates] == ["2022-05-10", "2022-05-17"]


@pytest.mark.parametrize(
    ("text", "published", "when"),
    [
        # The nearest one, and the one of that week or year, are the same.
        ("last Friday", DAY, "2022-05-13"),
        ("next Friday", "2022-05-14", "2022-05-20"),
        ("last spring", "2022-02-01", "2021-21"),
        ("next winter", "2022-12-05", "2023-24"),
        # They are not; but the words tell.
        ("They met this past Tuesday", "2022-05-13", "2022-05-10"),
        ("They meet this coming Thursday", DAY, "2022-05-19"),
        ("They met this Tuesday", "2022-05-13", "2022-05-10"),
        ("They will meet this Tuesday", "2022-05-13", "2022-05-17"),
        ("this past spring", "2022-10-01", "2022-21"),
        ("last October", "2022-12-01", "2022-10"),
    ],
)
def test_last_and_next_are_the_nearest_one_where_nothing_else_may_be_meant(text, published, when):
    mention = last(text, published)
    assert (str(mention.when), mention.basis) == (when, "resolved")


@pytest.mark.parametrize(
    ("text", "published", "reason", "candidates"),
    [
        ("last Tuesday", "2022-05-13", reasons.SEVERAL_WEEKS, ["2022-05-10", "2022-05-03"]),
        ("next Thursday", DAY, reasons.SEVERAL_WEEKS, ["2022-05-19", "2022-05-26"]),
        ("this Tuesday", "2022-05-13", reasons.SEVERAL_WEEKS, ["2022-05-17", "2022-05-10"]),
        ("last spring", "2022-10-01", reasons.SEVERAL_YEARS, ["2022-21", "2021-21"]),
        ("next autumn", DAY, reasons.SEVERAL_YEARS, ["2022-23", "2023-23"]),
        ("last quarter", DAY, reasons.FISCAL, ["2022-33", "2021-36"]),
    ],
)
def test_last_and_next_are_questions_where_two_may_be_meant(text, published, reason, candidates):
    mention = last(text, published)
    assert (mention.when, mention.reason) == (None, reason)
    assert [str(when) for when in mention.candidates] == candidates


# --- Datelines ------------------------------------------------------------------------------------

PAGE = """News of the Bank

ALMATY, 10 May 2022 – The Board met yesterday and approved the plan of last year.

TURKU, May 3 (Agency) -- The Board will meet tomorrow in the old town hall of the port.

ST. PETERSBURG, 1 February – The Board met yesterday in the old town hall of the port.
"""


def test_each_release_of_a_page_counts_from_its_own_dateline() -> None:
    found = [(m.text, str(m.when)) for m in find_dates(PAGE, DAY)]
    assert found[:5] == [
        ("10 May 2022", "2022-05-10"),
        ("yesterday", "2022-05-09"),
        ("last year", "2021"),
        ("May 3", "2022-05-03"),
        ("tomorrow", "2022-05-04"),
    ]


def test_a_dateline_of_an_unknown_year_makes_what_counts_from_it_a_question() -> None:
    text = "TURKU, 1 October – A fair of books and toys for the young. Yesterday it rained."
    dateline, yesterday = find_dates(text, DAY)
    assert (dateline.when, yesterday.when) == (None, None)
    assert yesterday.reason == reasons.NO_PUBLICATION


def counted(text: str, published: str | None = DAY) -> list[tuple[str, str, list[str]]]:
    """The phrases that say no date, with their dates or candidates and what these rest on."""
    return [
        (
            mention.text,
            str(mention.when or [str(when) for when in mention.candidates]),
            [text[start:end] for start, end in mention.context],
        )
        for mention in find_dates(text, published)
        if mention.said is None
    ]


def test_what_counts_below_a_dated_heading_counts_from_its_day() -> None:
    text = """\
News

12 May 2022

Board approves the plan

The Board met yesterday and approved the plan. It will meet again on Friday.

3 May 2022

The branch opens tomorrow. This past Friday it was still closed.
"""
    assert counted(text) == [
        ("yesterday", "2022-05-11", ["12 May 2022"]),
        ("Friday", "2022-05-13", ["12 May 2022"]),
        ("tomorrow", "2022-05-04", ["3 May 2022"]),
        ("past Friday", "2022-04-29", ["3 May 2022"]),
    ]


@pytest.mark.parametrize("line", ["{}", "Published: {}", "Posted on {}", "Turku, {}", "**{}**"])
def test_lines_of_several_days_begin_several_releases(line: str) -> None:
    first, second = line.format("12 May 2022"), line.format("3 May 2022")
    text = f"The plan\n{first}\n\nAll met yesterday.\n\nThe branch\n{second}\n\nIt opens tomorrow."
    found = [(words, when) for words, when, _ in counted(text)]
    assert found == [("yesterday", "2022-05-11"), ("tomorrow", "2022-05-04")]
    assert find_dates(text, "2022")[1].when == parse_edtf("2022-05-11")
    assert find_dates(text)[1].when == parse_edtf("2022-05-11")


def test_a_single_line_of_a_day_is_no_publication() -> None:
    mention = last("3 May 2022\nThe Board met yesterday", None)
    assert (mention.when, mention.reason) == (None, reasons.NO_PUBLICATION)


@pytest.mark.parametrize(
    ("text", "candidates"),
    [
        # The one line of a day may be that of an event.
        ("The plan\n12 May 2022\n\nThe Board met yesterday.", ["2022-05-11", "2022-05-15"]),
        ("1 May 2022: Start\n\n12 May 2022: All met yesterday.", ["2022-05-11", "2022-05-15"]),
        ("The branch\n\n12 May 2022 – The Board met yesterday.", ["2022-05-11", "2022-05-15"]),
        ("3 June 2022\n\n10:00 Opening, and the talks of today", ["2022-05-16", "2022-06-03"]),
        ("May 2021\n\nThe Board met last year in Turku.", ["2020", "2021"]),
        ("May 2021\n\nThe Board met yesterday in Turku.", ["2022-05-15"]),
    ],
)
def test_what_may_count_from_a_heading_or_from_publication_is_a_question(text, candidates):
    mention = last(text)
    assert (mention.when, mention.reason) == (None, reasons.TOLD)
    assert [str(when) for when in mention.candidates] == candidates


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("2022\n\nThe Board met yesterday in Turku.", "2022-05-15"),
        ("May 2022\n\nThe Board met last year in Turku.", "2021"),
        ("16 May 2022\n\nThe Board met yesterday in Turku.", "2022-05-15"),
        ("12 May 2022\n\nThe Board met last year in Turku.", "2021"),
        ("3-7 May 2022\n\nThe Board met yesterday in Turku.", "2022-05-15"),
        ("The plan\n3 June 2022\n\nThe Board met yesterday.", "2022-05-15"),
        ("The plan\nUpdated 3 May 2022\n\nThe Board met yesterday.", "2022-05-15"),
    ],
)
def test_a_heading_changes_nothing_where_it_says_nothing_else(text: str, when: str) -> None:
    mention = last(text)
    assert (str(mention.when), mention.basis, mention.context) == (when, "resolved", ())


# --- Numbers --------------------------------------------------------------------------------------


def test_the_order_of_numbers_is_that_of_publication_or_of_the_text() -> None:
    assert str(last("02/06/2022", "2022-02-06").when) == "2022-02-06"
    assert str(last("02/06/2022", "2022-06-02").when) == "2022-06-02"
    assert str(last("13/05/2021 02/06/2022").when) == "2022-06-02"
    assert str(last("05/13/2021 02/06/2022").when) == "2022-02-06"
    question = last("05/13/2021 13/05/2021 02/06/2022")
    assert (question.when, question.reason) == (None, reasons.DAY_OR_MONTH)
    assert [str(day) for day in question.candidates] == ["2022-06-02", "2022-02-06"]


# --- The functions alone --------------------------------------------------------------------------


def test_a_choice_without_anything_to_rest_on_is_a_question() -> None:
    bare = Bare(EdtfDate("XXXX", 5, 10), None, 0, 0, 0)
    assert choose_year(bare, Thread(None)) == Choice(None, (), reasons.NO_YEAR)
    assert choose_year(Bare(None, 1, 0, 0, 0), Thread(EdtfDate(2022, 5))).when is None
    open_end = Stated(EdtfInterval(EdtfDate(1999), ".."), 0, 0, 0)
    assert open_end.last is None
    assert not Thread(None, (open_end,)).is_story
    told = Bare(EdtfDate("XXXX", 5, 10), None, 5, 0, 0, previous=open_end)
    assert choose_year(told, Thread(None)).when is None
    assert str(choose_year(told, Thread(EdtfDate(2022, 5, 16), (open_end,))).when) == "2022-05-10"
    assert not is_of_story(told, Thread(EdtfDate(2022), (open_end,)))


def test_a_year_out_of_range_is_never_tried() -> None:
    bare = Bare(EdtfDate("XXXX", 5, 10), 1, 0, 0, 0)
    for year in (1, 9999):
        thread = Thread(EdtfDate(year, 5, 16))
        assert all(1 <= int(when.year) <= 9999 for when in choose_year(bare, thread).candidates)


words = st.builds(
    Word,
    st.sampled_from(["will", "to", "be", "was", "met", "by", "since", "planned", "'", "s", ","]),
    st.sampled_from(["past", "future", "speech", "word", "and"]),
)
days = st.dates(date(1, 1, 1), date(9998, 12, 24)).map(lambda d: EdtfDate(d.year, d.month, d.day))


@given(days, st.integers(1, 12), st.none() | st.integers(1, 7), st.lists(words), st.lists(words))
def test_what_is_chosen_says_what_was_said(
    published: EdtfDate, month: int, weekday: int | None, before: list[Word], after: list[Word]
) -> None:
    said = EdtfDate("XXXX", month, 10)
    bare = Bare(said, weekday, 40, 1, 0, tuple(before), tuple(after))
    choice = choose_year(bare, Thread(published))
    assert (choice.when is None) == (choice.reason is not None)
    assert choice.when is None or choice.when == choice.candidates[0]
    assert len(set(choice.candidates)) == len(choice.candidates) <= 3
    for when in choice.candidates:
        assert said.matches(when)
        assert weekday in (None, when.window[0].isoweekday() if when.window else None)


@given(days, st.integers(1, 7), st.lists(words), st.lists(words))
def test_a_chosen_weekday_is_within_a_week_of_publication(
    published: EdtfDate, weekday: int, before: list[Word], after: list[Word]
) -> None:
    bare = Bare(None, weekday, 40, 1, 0, tuple(before), tuple(after))
    for when in choose_weekday(bare, Thread(published)).candidates:
        assert when.earliest is not None
        assert published.earliest is not None
        assert when.earliest.isoweekday() == weekday
        assert abs((when.earliest - published.earliest).days) <= 7


@given(days)
def test_the_order_is_asked_where_nothing_settles_it(published: EdtfDate) -> None:
    readings = EdtfDate(2022, 6, 2), EdtfDate(2022, 2, 6)
    choice = choose_order(readings, Thread(published))
    assert choice.when == (published if published in readings else None)
    assert set(choice.candidates) <= set(readings)
