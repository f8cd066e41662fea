"""The exception tree, and values as messages show them."""

import inspect
import pickle

import pytest

from cica_events import InvalidError, errors
from cica_events.errors import CicaEventsError, quoted


def test_every_exception_stands_in_the_tree_that_the_docstring_draws():
    classes = [name for name in errors.__all__ if inspect.isclass(getattr(errors, name))]
    drawn = errors.__doc__.split()
    assert [name for name in classes if name not in drawn] == []


@pytest.mark.parametrize(
    ("name", "also"),
    [
        ("EdtfError", ValueError),
        ("InvalidError", ValueError),
        ("FormatError", ValueError),
        ("FeedError", ValueError),
        ("FileError", OSError),
    ],
)
def test_every_error_is_caught_as_ours_and_as_the_builtin_it_resembles(name, also):
    assert issubclass(getattr(errors, name), CicaEventsError)
    assert issubclass(getattr(errors, name), also)


@pytest.mark.parametrize("name", ["OmittedEventWarning", "EarlyYearWarning"])
def test_warnings_are_user_warnings(name):
    assert issubclass(getattr(errors, name), UserWarning)


def test_an_invalid_error_says_every_problem_with_file_and_path():
    error = InvalidError([("events[3].when", "is wrong"), ("", "is cut off")], "a/release.json")
    assert str(error) == "a/release.json: events[3].when: is wrong\na/release.json: is cut off"
    assert error.problems == [("events[3].when", "is wrong"), ("", "is cut off")]


def test_an_invalid_error_survives_pickling():
    error = pickle.loads(pickle.dumps(InvalidError([("a", "b")], "c")))
    assert (error.problems, error.source, str(error)) == ([("a", "b")], "c", "c: a: b")


class Unprintable:
    def __repr__(self):
        raise RuntimeError("no")


def nested(depth):
    value = []
    for _ in range(depth):
        value = [value]
    return value


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("plain", '"plain"'),
        ("two\nlines\t", r'"two\nlines\t"'),
        ("half \ud800", r'"half \ud800"'),
        ("right\u202eleft", r'"right\u202eleft"'),
        ("Қазақстан", '"Қазақстан"'),
        ("x" * 61, f'"{"x" * 60}…"'),
        ("x" * 10_000_000, f'"{"x" * 60}…"'),
        (13, "13"),
        (None, "None"),
        (["é", "\n"], r"['é', '\n']"),
        (list(range(100)), str(list(range(100)))[:60] + "…"),
        (10**5000, "<int that cannot be shown>"),
        (nested(100_000), "<list that cannot be shown>"),
        (Unprintable(), "<Unprintable that cannot be shown>"),
    ],
    ids=lambda value: str(type(value)),
)
def test_a_quoted_value_is_one_short_printable_line(value, shown):
    assert quoted(value) == shown
    assert quoted(value).isprintable()
