"""What phrases prove of a date, in cases that are small; `check` asks the same of whole records."""

import pytest

from cica_events import find_dates, parse_edtf
from cica_events.proofs import prove


def proved(text, when, published="2022-05-16"):
    """What each proof rests on, the phrases, and what was supplied, in one line each."""
    return [
        (proof.basis, " + ".join(m.text for m in proof.mentions), " ".join(proof.supplied))
        for proof in prove(parse_edtf(when), find_dates(text, published), text)
    ]


@pytest.mark.parametrize(
    ("text", "when", "expected"),
    [
        ("on 10 May 2022", "2022-05-10", ("stated", "10 May 2022", "")),
        ("in October this year", "2022-10", ("resolved", "October this year", "")),
        ("on 10 May", "2022-05-10", ("inferred", "10 May", "year")),
        ("on 10 May", "1931-05-10", ("inferred", "10 May", "year")),
        ("met on Monday", "2022-05-16", ("inferred", "Monday", "year month day")),
        ("from 10 to 12 May", "2021-05-10/2021-05-12", ("inferred", "10 to 12 May", "year")),
        ("on 3 or 4 May 2025", "2025-05-04", ("inferred", "3 or 4 May 2025", "")),
        ("not before 2030", "2030", ("inferred", "2030", "")),
        ("before 2030", "2028", ("inferred", "2030", "year")),
        ("after 10 May 2025", "2025-05-12", ("inferred", "10 May 2025", "day")),
        ("before October 7h", "2021-10-07", ("inferred", "October", "year day")),
        ("on 02/06/22", "1922-06-02", ("inferred", "02/06/22", "year")),
        ("on 3 June 00", "2000-06-03", ("inferred", "3 June 00", "year")),
        ("on 3 June 00", "1900-06-03", ("inferred", "3 June 00", "year")),
        ("in 2010-12", "2010-12", ("inferred", "2010-12", "")),
        ("in the third quarter of fiscal 2023", "2022-34", None),
        ("the same day it met", "2021-03-04", ("inferred", "the same day", "year month day")),
        ("in the first week of 2015", "2015-01-01/2015-01-07", None),
    ],
)
def test_a_phrase_proves_what_it_says(text, when, expected):
    (found,) = proved(text, when)
    assert found == expected or (expected is None and found[0] == "inferred")


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("on 10 May 2022", "2021-05-10"),
        ("in October this year", "2021-10"),
        ("on 10 May", "2022-05-11"),
        ("on 10 May", "2022-05"),
        ("in May", "2022-05-10"),
        ("met on Monday", "2022-05-17"),
        ("met on Monday", "2022-05"),
        ("met on Monday", "2022-05-16/2022-05-17"),
        ("before 2030", "2031"),
        ("before 2030", "2028-05"),
        ("after 10 May 2025", "2025-05-09"),
        ("before October 7h", "2021-11-07"),
        ("in 1402 of the Islamic calendar", "1402"),
        ("on 02/06/22", "2022-07-02"),
        ("on 02/06/22", "1923-06-02"),
        ("on 3 June 00", "2001-06-03"),
        ("on 3 June 00", "2000-06-03/2001-06-03"),
        ("in 2010-12", "2011"),
        ("in the third quarter of fiscal 2023", "2019-34"),
        ("in the third quarter of fiscal 2023", "XXXX-34"),
        ("every two years", "2022"),
        ("on 31 June 2022", "2022-06-30"),
        ("1250 BC", "1250"),
        ("for two terms", "2022"),
        ("2022 km of road", "2022"),
    ],
)
def test_no_phrase_proves_what_it_does_not_say(text, when):
    assert proved(text, when) == []


def test_two_phrases_prove_an_interval_and_what_each_leaves_unsaid():
    text = "It opened on 3 March, and closed on Friday, 8 April 2022."
    assert proved(text, "2022-03-03/2022-04-08")[0] == (
        *("inferred", "3 March + Friday, 8 April 2022", "year"),
    )


def test_an_interval_accounts_for_each_phrase_of_its_ends():
    text = "It opened on 3 May 2021. It opened on 3 May 2021. It closed on 4 June, on 4 June."
    mentions = find_dates(text)
    proofs = prove(parse_edtf("2021-05-03/2021-06-04"), mentions, text)
    assert {mention for proof in proofs for mention in proof.mentions} == set(mentions)


@pytest.mark.parametrize(
    ("text", "when"),
    [
        ("on 3 and 10 June 2022", "2022-06-03/2022-06-10"),
        ("on 3, 10 and 17 June 2022", "2022-06-03/2022-06-10"),
        ("in 2019 and 2022", "2019/2022"),
        ("on 3 May 2022 or 5 May 2022", "2022-05-03/2022-05-05"),
        ("on 3 May 2022, 5 May 2022", "2022-05-03/2022-05-05"),
        ("opened on 3 March 2022", "2022-03-03/2022-03-03"),
    ],
)
def test_dates_of_a_list_are_no_interval(text, when):
    assert proved(text, when) == []


@pytest.mark.parametrize("when", ["2010/..", "2010/", "../2010", "/2010"])
def test_an_open_end_is_inferred(when):
    assert proved("It has met since 2010.", when) == [("inferred", "2010", "")]
