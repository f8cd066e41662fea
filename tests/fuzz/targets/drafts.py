"""`draft_release` and `check`: what is drafted of a text can be saved, and checked against it."""

from cica_events import InvalidError, draft_release, find_dates, json
from cica_events import check as checked
from cica_events.quotes import is_unique, locate

from .find_dates import WORDS, seeds, split

__all__ = ["WORDS", "check", "seeds"]


def check(data: bytes) -> None:
    published, text = split(data)
    try:
        release = draft_release(text, published or "2022-05-10")
    except InvalidError:
        assert not text.isascii()  # half a character
        return
    calendar = release.calendar()
    assert json.loads(json.dumps(calendar)) == calendar
    quotes = [quote for event in release.events for quote in event.evidence]
    quotes += [phrase.text for phrase in release.set_aside]
    found = checked(release)
    for problem in found:
        # A control character is a problem of its own, and white space to Python.
        assert problem.start is None or text[problem.start : problem.end].strip(" \t\r\n")
    if text.isprintable() and all(is_unique(text, quote) for quote in quotes):
        assert all(locate(text, quote) for quote in quotes)
        questions = {m.start for m in find_dates(text, release.published) if m.open}
        wrong = [p for p in found if not p.path.startswith("published")]
        assert {p.start for p in wrong} <= questions
