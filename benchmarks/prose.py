"""How fast are dates found in prose?"""

import warnings
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cica_events import find_dates

from .measuring import Peer, contest, figure, median, ratio, table
from .records import prose

SIZE = 100_000
PEERS = (
    Peer("ours", "**cica-events**", "cica-events"),
    Peer("datefinder", "datefinder", "datefinder"),
    Peer("dateparser", "dateparser.search", "dateparser"),
)


def measure(folder: Path, quick: bool) -> dict[str, str]:
    size = 5_000 if quick else SIZE
    (folder / "prose.txt").write_text(prose(size), "utf-8")
    times = contest(__name__, PEERS, folder, 1 if quick else 3, reading=None)
    rows = [["", "Version", "MB a second", "times ours"]]
    for peer, it in times.items():
        speed, slower = size / 1e6 / median(it), ratio(it, times[PEERS[0]])
        rows.append([peer.label, peer.version(), figure(speed), figure(slower)])
    return {"prose": table(rows)}


def ours(folder: Path) -> Any:
    return finding(folder, lambda text: find_dates(text, "2022"))


def datefinder(folder: Path) -> Any:
    import datefinder as library

    return finding(folder, lambda text: list(library.find_dates(text)))


def dateparser(folder: Path) -> Any:
    from dateparser.search import search_dates

    return finding(folder, lambda text: search_dates(text, languages=["en"]))


def finding(folder: Path, find: Callable[[str], Any]) -> Any:
    warnings.simplefilter("ignore")
    text = (folder / "prose.txt").read_text("utf-8")
    return lambda: find(text), repr
