"""`parse_edtf`: the text comes back as it was, and its days are in order."""

from collections.abc import Iterator
from datetime import date

from cica_events import EdtfError, parse_edtf

from ..seeds import EDTF

WORDS = ("XXXX", "..", "/", "-", "?", "~", "%", "X", "21", "41", "02-29", "0000", "9999", "\u0661")
OTHERS = tuple(map(parse_edtf, EDTF[:30]))


def seeds() -> Iterator[bytes]:
    return (text.encode() for text in EDTF)


def check(data: bytes) -> None:
    text = data.decode(errors="surrogateescape")
    try:
        when = parse_edtf(text)
    except EdtfError:
        return
    assert str(when) == text
    assert parse_edtf(str(when)) == when
    assert hash(parse_edtf(text)) == hash(when)
    assert when.describe()
    assert when.describe(("year", "day"))
    assert (when.earliest or date.min) <= (when.latest or date.max)
    assert when.exact <= (when.earliest is not None)
    assert when.window is None or when.window[0] <= when.window[1]
    for other in OTHERS:
        compare(when, other)
        compare(other, when)


def compare(a, b) -> None:
    """What is certain is possible, and nothing both ends before another and meets it."""
    assert a.before(b) <= a.possibly_before(b)
    assert a.contains(b) <= a.possibly_contains(b)
    assert a.overlaps(b) <= a.possibly_overlaps(b)
    assert not (a.before(b) and (a.possibly_overlaps(b) or b.before(a)))
