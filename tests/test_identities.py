"""Which item of a changed text is which of the old one."""

import time
from datetime import date, timedelta

import pytest
from hypothesis import given
from schedules import Line, revisions, written

from cica_events import find_dates
from cica_events.identities import Identity, identities_of, matched


def known(text: str) -> list[Identity]:
    return identities_of(text, find_dates(text, "2024-01-10"))


def pairs(old: str, new: str) -> dict[str, str | None]:
    """What became of each item, both told by all their words and their dates."""
    before, after = known(old), known(new)
    found = matched(before, after)
    told = [f"{' '.join(item.words)} {item.mention.when}" for item in after]
    return {
        f"{' '.join(item.words)} {item.mention.when}": told[found[at]] if at in found else None
        for at, item in enumerate(before)
    }


# --- What is known of an item ---------------------------------------------------------------------


def test_words_of_dates_weekdays_and_times_do_not_count() -> None:
    for when in ("Friday, 3 May 2024, 10:00", "Friday 10:00, 2024-05-03", "3 May 2024"):
        [item] = known(f"- Second Workshops on water: {when}")
        assert item.words == ("2", "workshop", "on", "water")
        assert item.name == ("2", "workshop", "on", "water")


def test_headings_count_without_their_days_and_with_their_months_apart() -> None:
    text = "# Fair, May 2024\n\n## Monday, 6 May 2024\n\n- Opening: 10:00\n- Gala: 7 May 2024\n"
    gala = known(text)[-1]
    assert gala.words == ("gala",)
    assert gala.path == (("fair",),)
    assert gala.period == ("may", "2024")


def test_a_sentence_with_two_dates_falls_into_its_parts() -> None:
    text = "Papers are due on 3 May 2024, posters by 5 June 2024; on 9 July 2024, all is decided."
    words = [item.words for item in known(text)]
    assert words[0][0] == "paper"
    assert words[1][0] == "poster"
    assert words[2][-1] == "decided"


def test_dates_with_the_same_words_are_counted() -> None:
    first, second = known("Workshops are held on 3 May 2024 and 10 June 2024 in Rome.")
    assert first.words == second.words
    assert (first.place, second.place) == (0, 1)


def test_a_cell_is_known_by_its_row_and_column() -> None:
    rows = "22.x\t2024-04-24\tJod\t2027-04-30\n24.x\t2025-05-06\tKrypton\t2028-04-30\n"
    text = "Release\tTalks\tCode\tVote\n" + rows
    items = known(text)
    assert items[0].name == ("22", "x")
    assert (items[0].column, items[1].column) == (("talk",), ("vote",))
    bare = known(rows)
    assert (bare[0].column, bare[1].column) == (("1",), ("3",))
    [single] = known("Opening\t2024-04-24\tRome")
    assert single.words == ("opening", "rome")


def test_a_year_in_a_name_belongs_to_it() -> None:
    text = "- Budget 2025: hearing on 3 May 2024\n- Budget 2026: hearing on 3 May 2025\n"
    assert {
        item.name
        for item in known(text)
        if item.mention.when and item.mention.when.precision == "day"
    } == {
        ("budget", "2025"),
        ("budget", "2026"),
    }


# --- Which is which -------------------------------------------------------------------------------


def test_the_number_of_a_week_is_no_name() -> None:
    old = "- 19 April 2024: Week 15, Hall 1 closed\n- 26 April 2024: Week 16, Hall 2 closed\n"
    new = "- 19 April 2024: Week 15, Hall 2 closed\n- 26 April 2024: Week 16, Hall 1 closed\n"
    assert pairs(old, new) == {
        "week 15 hall 1 closed 2024-04-19": "week 16 hall 1 closed 2024-04-26",
        "week 16 hall 2 closed 2024-04-26": "week 15 hall 2 closed 2024-04-19",
    }


def test_what_is_written_in_short_is_the_same_name() -> None:
    assert pairs("- 3.1 candidate 2: 3 May 2024\n", "- 3.1rc2: 9 May 2024\n") == {
        "3 1 candidate 2 2024-05-03": "3 1 candidate 2 2024-05-09"
    }


def test_the_same_words_under_other_headings() -> None:
    old = "Expected:\n\n- Beta 1: 3 May 2024\n- Beta 2: 3 June 2024\n"
    new = "Actual:\n\n- Beta 1: 4 May 2024\n\nExpected:\n\n- Beta 2: 5 June 2024\n"
    assert pairs(old, new) == {
        "beta 1 2024-05-03": "beta 1 2024-05-04",
        "beta 2 2024-06-03": "beta 2 2024-06-05",
    }


def test_where_words_recur_the_headings_above_have_to_agree() -> None:
    old = "# Europe\n\n- Final: 3 May 2024\n\n# Asia\n\n- Final: 9 May 2024\n"
    gone = "# Asia\n\n- Final: 10 May 2024\n"
    assert pairs(old, gone) == {"final 2024-05-03": None, "final 2024-05-09": "final 2024-05-10"}
    other = "# Africa\n\n- Final: 3 May 2024\n\n# Asia\n\n- Final: 9 May 2024\n"
    assert pairs(old, other) == {"final 2024-05-03": None, "final 2024-05-09": "final 2024-05-09"}
    new = (
        "# Asia and Oceania\n\n- Final: 12 May 2024\n\n# Europe and Africa\n\n- Final: 4 May 2024\n"
    )
    assert pairs(old, new) == {
        "final 2024-05-03": "final 2024-05-04",
        "final 2024-05-09": "final 2024-05-12",
    }


def test_of_several_with_the_same_words_dates_and_the_order_tell() -> None:
    old = "- Board: 3 March 2024\n- Board: 5 June 2024\n- Board: 9 September 2024\n"
    rolled = "- Board: 5 June 2024\n- Board: 9 September 2024\n- Board: 2 December 2024\n"
    assert pairs(old, rolled) == {
        "board 2024-03-03": None,
        "board 2024-06-05": "board 2024-06-05",
        "board 2024-09-09": "board 2024-09-09",
    }
    slipped = "- Board: 4 March 2024\n- Board: 5 June 2024\n- Board: 10 September 2024\n"
    assert list(pairs(old, slipped).values()) == [
        "board 2024-03-04",
        "board 2024-06-05",
        "board 2024-09-10",
    ]
    fewer = "- Board: 6 June 2024\n- Board: 10 September 2024\n"
    assert list(pairs(old, fewer).values()) == [None, "board 2024-06-06", "board 2024-09-10"]
    assert list(pairs(fewer, slipped).values()) == ["board 2024-06-05", "board 2024-09-10"]


def test_of_several_with_the_same_words_what_stands_beside_tells() -> None:
    old = "- Alpha: 1 May 2024\n- Lunch: 1 May 2024\n- Beta: 8 May 2024\n- Lunch: 8 May 2024\n"
    new = "- Beta: 9 May 2024\n- Lunch: 9 May 2024\n- Alpha: 2 May 2024\n- Lunch: 2 May 2024\n"
    assert pairs(old, new)["lunch 2024-05-01"] == "lunch 2024-05-02"
    assert pairs(old, new)["lunch 2024-05-08"] == "lunch 2024-05-09"


def test_a_name_tells_though_the_rest_is_other() -> None:
    old = "- Registration: until 3 May 2024, by letter\n- Fair: 9 May 2024\n"
    new = "Dates\n\n- Fair: 9 May 2024\n- Registration: at the gate from 8 May 2024\n"
    assert pairs(old, new)["registration until by letter 2024-05-03"] == (
        "registration at the gate from 2024-05-08"
    )


def test_what_is_alike_is_found_by_the_words_that_few_have() -> None:
    old = "- Workshop on water: 3 May 2024\n- Workshop on energy: 4 May 2024\n"
    new = "- Workshop on soil: 9 May 2024\n- Seminar on energy: 6 May 2024\n"
    assert pairs(old, new) == {
        "workshop on water 2024-05-03": None,
        "workshop on energy 2024-05-04": "seminar on energy 2024-05-06",
    }


def test_words_that_tell_items_apart_may_change_where_another_word_is_the_items_own() -> None:
    others = "\n- Seminar on soil: 9 May 2024\n- Workshop on soil: 1 May 2024"
    old = "- Workshop on energy: 4 May 2024" + others
    new = "- Seminar on energy: 6 May 2024" + others
    assert next(iter(pairs(old, new).values())) == "seminar on energy 2024-05-06"


def test_the_more_alike_of_two_is_the_same() -> None:
    old = "- Talk of rivers and lakes in Oslo: 1 May 2024\n- Talk of rivers in Rome: 2 May 2024\n"
    new = "- Long talk of rivers and lakes, in Oslo: 5 May 2024\n"
    assert list(pairs(old, new).values()) == [
        "long talk of river and lake in oslo 2024-05-05",
        None,
    ]
    old = "- Long talk of rivers in Oslo: 1 May 2024\n- Talk of rivers in Oslo, again: 2 May 2024\n"
    assert next(iter(pairs(old, "- Grand talk of rivers in Oslo: 2 May 2024\n").values())) is None
    headed = "# Europe, north\n\n- Final: 3 May 2024\n\n# Europe, south\n\n- Final: 9 May 2024\n"
    told = pairs(headed, "# Europe, far south\n\n- Final: 1 May 2024\n")
    assert list(told.values()) == [None, "final 2024-05-01"]


def test_the_number_of_a_week_tells_only_where_nothing_else_does() -> None:
    old = "- Week 16: Code freeze, 5 April 2024\n- Week 17: 12 April 2024\n"
    new = "- Week 15: Code freeze, 12 April 2024\n- Week 18: 19 April 2024\n"
    assert list(pairs(old, new).values()) == ["week 15 code freeze 2024-04-12", None]
    old, new = old.replace("Week", "Day"), new.replace("Week", "Day")
    assert list(pairs(old, new).values()) == ["day 15 code freeze 2024-04-12", None]


def test_other_columns_are_other_dates() -> None:
    rows = "22.x\t{}\tJod\t{}\n24.x\t{}\tKrypton\t{}\n"
    bare = rows.format("2024-04-24", "2027-04-30", "2025-05-06", "2028-04-30")
    headed = "Release\tTalks\tCode\tVote\n" + bare
    told = [after for after in pairs(bare, headed).values() if after]
    assert [after.partition(" ")[0] for after in told] == ["talk", "vote", "talk", "vote"]
    moved = headed.replace("2027-04-30", "2027-05-01")
    assert pairs(bare, moved)["3 22 x jod 2027-04-30"] is None


def test_times_of_day_do_not_tell() -> None:
    old = "Test freeze (time open)\tThursday, 15 July 2021\tRome\n"
    new = "Test freeze (18:00 PDT)\tThursday, 15 July 2021\tRome\n"
    assert list(pairs(old, new).values()) == ["test freeze rome 2021-07-15"]


def test_what_stands_alone_in_its_place_with_its_date_is_the_same() -> None:
    old = "- Opening: 1 May 2024\n- Workshop on water: 3 May 2024\n- Closing: 9 May 2024\n"
    assert pairs(old, old.replace("water", "soil"))["workshop on water 2024-05-03"] == (
        "workshop on soil 2024-05-03"
    )
    old = old + "- Workshop on energy: 20 May 2024\n"
    other = old.replace("water: 3", "soil: 4")
    assert pairs(old, other)["workshop on water 2024-05-03"] is None


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("- Beta 2: 3 May 2024", "- Beta 3: 3 May 2024"),
        ("- 1.2.0 beta 3: 3 May 2024", "- 1.2.0 beta 4: 3 May 2024"),
        ("- First workshop on water: 3 May 2024", "- Second workshop on water: 3 May 2024"),
        (
            "- 1.2 beta 3: 3-05-2024\n- 1.2 candidate 1: 9-05-2024\n- 1.2 beta 1: 1-05-2024",
            "- 1.2 candidate 3: 4-05-2024\n- 1.2 candidate 1: 9-05-2024\n- 1.2 beta 1: 1-05-2024",
        ),
    ],
)
def test_numbers_and_contrasting_words_tell_items_apart(old: str, new: str) -> None:
    assert next(iter(pairs(old, new).values())) is None


def test_a_number_may_be_added_to_items_that_keep_their_dates() -> None:
    names = [f"{kind} {number}" for kind in ("alpha", "beta") for number in (1, 2, 3)]
    lines = [f"- 3.3{{}} {name}: {day} May 2024\n" for day, name in enumerate(names, 1)]
    old, new = ("".join(lines).format(*[more] * 6) for more in ("", ".0"))
    assert list(pairs(old, new).values()) == [
        f"3 3 0 {name} 2024-05-0{day}" for day, name in enumerate(names, 1)
    ]
    assert list(pairs(old, new.replace(" May", " June")).values()) == [None] * 6


def test_numbers_in_prose_may_change() -> None:
    old = "The forum gathers 200 delegates in Turku on 3 May 2024."
    new = "The forum gathers 300 delegates in Turku on 4 May 2024."
    assert list(pairs(old, new).values()) == [
        "the forum gather 300 delegate in turku on 2024-05-04"
    ]


def test_a_date_and_what_is_none_are_never_the_same() -> None:
    assert matched(known("a two-day forum"), known("a forum on 3 May 2024")) == {}
    assert matched(known("Gala: soon"), known("Gala: 3 May 2024")) == {}


# --- Whatever happens to a schedule ---------------------------------------------------------------


def names_of(text: str, lines: list[Line]) -> list[str]:
    """For each item of a schedule the name of its line."""
    found = []
    for item in known(text):
        line = text[text.rfind("\n", 0, item.mention.start) + 1 : item.mention.start]
        found.append(max((n.name for n in lines if f"- {n.name}" in line), key=len))
    return found


@given(revisions())
def test_no_item_takes_the_identity_of_another_and_none_is_lost(
    both: tuple[list[Line], list[Line]],
) -> None:
    old, new = both
    texts = written(old), written(new)
    names = names_of(texts[0], old), names_of(texts[1], new)
    found = matched(known(texts[0]), known(texts[1]))
    assert {names[0][at]: names[1][other] for at, other in found.items()} == {
        name: name for name in names[0] if name in names[1]
    }


@pytest.mark.parametrize("line", ["- Workshop {0}: {1}\n", "- Board: {1}\n", "{1}: talk on x{0}\n"])
def test_time_grows_with_the_items(line: str) -> None:
    def seconds(count: int) -> float:
        days = [date(2000, 1, 1) + timedelta(n) for n in range(count)]
        told = [f"{day.day} {day:%B %Y}" for day in days]
        old = known("".join(line.format(n, day) for n, day in enumerate(told)))
        new = known("".join(line.format(n + 1, day) for n, day in enumerate(told[::-1])))
        start = time.perf_counter()
        matched(old, new)
        return time.perf_counter() - start

    few, many = (min(seconds(count) for _ in range(3)) for count in (200, 1600))
    assert many < few * 8 * 5 + 0.3
