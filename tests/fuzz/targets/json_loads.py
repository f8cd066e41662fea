"""`json.loads`: what is read is written, and read again as the same."""

from collections.abc import Iterator

import orjson

from cica_events import InvalidError, json

from ..seeds import PLAIN, calendars, golden
from . import check_again

WORDS = (
    *('{"', '":', '",', "null", "true", "1e400", "NaN", "-0", "1" * 30, "\\ud800", "\\u0000"),
    *(f'"{name}"' for name in PLAIN),
    *('"when_text"', '"earliest"', '"latest"', '"$schema"', '"events"', '"id"', '"name"', "[[[["),
)


def seeds() -> Iterator[bytes]:
    for calendar in calendars():
        data = json.dumps(calendar)
        yield orjson.dumps(orjson.loads(data))
    yield b"\xef\xbb\xbf" + data
    yield from golden(".json")


def check(data: bytes) -> None:
    check_again(json, InvalidError, data)
