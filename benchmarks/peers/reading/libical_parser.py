"""libical's parser alone: every value is parsed in C, and none is brought back to Python."""

from collections.abc import Callable
from ctypes import c_char_p, c_void_p
from pathlib import Path

from benchmarks.libical import function, version
from benchmarks.peers.reading.libical import records

__all__ = ["LABEL", "prepare", "shown", "version"]

LABEL = "libical's C parser alone"

parse = function("icalparser_parse_string", c_void_p, c_char_p)
free = function("icalcomponent_free", None, c_void_p)


def prepare(folder: Path) -> Callable[[], bytes]:
    feed = (folder / "feed.ics").read_bytes()

    def work() -> bytes:
        free(parse(feed))
        return feed

    return work


def shown(feed: bytes) -> bytes:
    return records(feed)
