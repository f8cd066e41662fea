"""`update_release`: the same text changes nothing, ids stay, and what is new is unreviewed."""

from collections.abc import Iterator

import attrs

from cica_events import InvalidError, Release, draft_release, json, update_release
from cica_events import check as checked
from cica_events.updates import compare

from ..seeds import LAYOUTS, sentences
from .find_dates import WORDS as FINDING
from .find_dates import split

SEPARATOR = "\n%%\n"  # between the text as it was and as it is
WORDS = (*FINDING, SEPARATOR, "\n- ", "\n\n")


def seeds() -> Iterator[bytes]:
    texts = [*LAYOUTS, *sentences()[1:]]
    for number, text in enumerate(texts):
        for other in (f"{texts[number - 1]} {text}", text.replace("May", "June")):
            yield f"\3{text}{SEPARATOR}{other}".encode()


def check(data: bytes) -> None:
    published, text = split(data)
    old, _, new = text.partition(SEPARATOR)
    try:
        draft = draft_release(old, published or "2022-05-10")
        previous = attrs.evolve(draft, unreviewed=())
        updated = update_release(previous, new)
    except InvalidError:
        assert not text.isascii()  # half a character
        return
    if not checked(previous):
        assert update_release(previous, old) == previous
    check_update(previous, updated)


def check_update(previous: Release, updated: Release) -> None:
    before = {event.id: event for event in previous.events}
    after = {event.id: event for event in updated.events}
    assert len(after) == len(updated.events)
    changed = {id_ for id_ in after if id_ not in before or after[id_].when != before[id_].when}
    assert changed <= set(updated.unreviewed) <= set(after)
    diff = compare(previous, updated)
    assert set(diff.gone) == before.keys() - after.keys()
    assert set(diff.added) == after.keys() - before.keys()
    calendar = updated.calendar()
    assert json.loads(json.dumps(calendar)) == calendar
    for problem in checked(updated):
        assert problem.start is None or updated.text[problem.start : problem.end].strip(" \t\r\n")
