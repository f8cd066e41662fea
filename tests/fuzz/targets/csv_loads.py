"""`csv.loads`: what is read is written, and read again as the same."""

from collections.abc import Iterator

from cica_events import InvalidError, csv

from ..seeds import calendars, golden
from . import check_again

WORDS = ('"', '""', "\r\n", "'=", ",,,,", "stated", "confirmed", "P1D", "2022-10-01T00:00:00Z")


def seeds() -> Iterator[bytes]:
    for calendar in calendars():
        data = csv.dumps(calendar)
        yield data
    yield b"\xef\xbb\xbf" + data.replace(b"\r\n", b"\n")
    yield from golden(".csv")


def check(data: bytes) -> None:
    check_again(csv, InvalidError, data)
