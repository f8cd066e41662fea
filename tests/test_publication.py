"""What speaks for a date of publication, and what against it."""

import pytest

from cica_events import Release, find_dates, parse_edtf
from cica_events.publication import misdatings


def found(text, published, **fields):
    release = Release(id="r", title="T", text=text, published=parse_edtf(published), **fields)
    return [
        (path, text[slice(*span)] if span else None)
        for path, _, *span in misdatings(release, find_dates(text, release.published))
    ]


def test_nothing_is_said_of_a_date_that_is_not_given():
    release = Release(id="r", title="T", text="It met today.")
    assert list(misdatings(release, [])) == []


@pytest.mark.parametrize(
    ("text", "basis", "note", "expected"),
    [
        ("ROME, 3 May 2021 – It met.", "stated", None, []),
        ("3 May 2021\n\nIt met.", "stated", None, []),
        ("ROME (3 May 2021) – It met here.", "stated", None, []),
        ("Posted 3 May 2021. It met with all of its members.", "stated", None, []),
        ("It met on 3 May 2021 with all of its members.", "stated", None, ["published_basis"]),
        ("It met.", "stated", "From the page.", ["published_basis"]),
        ("It met.", "inferred", None, ["published_note"]),
        ("It met.", "resolved", None, ["published_note"]),
        ("It met.", "inferred", "From the page.", []),
    ],
)
def test_a_date_of_publication_says_what_it_rests_on(text, basis, note, expected):
    made = found(text, "2021-05-03", published_basis=basis, published_note=note)
    assert [path for path, _ in made] == expected


@pytest.mark.parametrize(
    "note", ["The “3 May 2021” is a slip.", "It is dated 2021-05-03, wrongly."]
)
def test_a_note_that_speaks_of_a_dateline_settles_it(note):
    text = "ROME, 3 May 2021 – It met."
    fields = {"published_basis": "inferred"}
    assert found(text, "2021-04-03", published_note="A note.", **fields) == [
        ("published", "3 May 2021")
    ]
    assert found(text, "2021-04-03", published_note=note, **fields) == []


@pytest.mark.parametrize(
    ("text", "published"),
    [
        ("ROME, 29 February – It met.", "2024-03-01"),
        ("ROME, 3 May 2021 – It met.", "2021-05/2021-06"),
        ("ROME, 3 May 2021 – It met.", "XXXX-05-03"),
        ("ROME, 3 May 2021 – It met.", "2021-05/.."),
        ("ROME, May 2021 – It met.", "2022-01-05"),
        ("ROME – 3 May 2021 – Hall A", "2020-01-05"),
        ("This week (10 to 12 May 2022) it meets.", "2022-05-11"),
    ],
)
def test_what_may_be_is_not_doubted(text, published):
    fields = {"published_basis": "inferred", "published_note": "A note."}
    assert found(text, published, **fields) == []


@pytest.mark.parametrize(
    "text", ["ROME, 29 February – It met.", "ROME, 29 February 2024 – It met."]
)
def test_a_leap_day_may_be_a_dateline(text):
    fields = {"published_basis": "inferred", "published_note": "A note."}
    assert found(text, "2023-03-01", **fields) == [("published", text[6:-10])]
