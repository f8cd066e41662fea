"""How fast is EDTF parsed? 300 texts of each kind, with the earliest and the latest day of each."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cica_events import parse_edtf

from .measuring import Peer, Times, contest, figure, median, ratio, table

SIZE = 300
PEERS = (
    Peer("ours", "**cica-events**", "cica-events"),
    Peer("edtfTs", "edtf-ts", "npm:@edtf-ts/core"),
    Peer("edtfJs", "edtf.js", "npm:edtf"),
    Peer("undate", "undate", "undate"),
    Peer("edtf", "edtf (Python)", "edtf"),
)
KINDS = {
    "days": ("{year}-{month:02}-{day:02}",),
    "months": ("{year}-{month:02}",),
    "intervals": ("{year}/{later}",),
    "mixed": (
        *("{year}", "{year}-{month:02}", "{year}-{month:02}-{day:02}", "{year}~"),
        *("{year}-{month:02}?", "{year}-{month:02}/{later}-{month:02}", "{decade}X", "{year}-XX"),
    ),
}


def measure(folder: Path, quick: bool) -> dict[str, str]:
    size, rounds = (10, 1) if quick else (SIZE, 5)
    times = {kind: timed(folder, forms, size, rounds) for kind, forms in KINDS.items()}
    rows = [["", "Version", *(f"µs a date, {kind}" for kind in KINDS), "times ours, mixed"]]
    for peer in times["mixed"]:
        taken = [figure(median(found[peer]) / size * 1e6) for found in times.values()]
        slower = ratio(times["mixed"][peer], times["mixed"][PEERS[0]])
        rows.append([peer.label, peer.version(), *taken, figure(slower)])
    return {"edtf": table(rows)}


def timed(folder: Path, forms: tuple[str, ...], size: int, rounds: int) -> dict[Peer, Times]:
    texts = [text(forms[number % len(forms)], number) for number in range(size)]
    (folder / "dates.json").write_text(json.dumps(texts))
    return contest(__name__, PEERS, folder, rounds)


def text(form: str, number: int) -> str:
    year, later = 1500 + number, 1501 + number + number % 9
    month, day = 1 + number % 12, 1 + number % 28
    return form.format(year=year, later=later, decade=year // 10, month=month, day=day)


def ours(folder: Path) -> Any:
    return parsing(folder, parse_edtf, lambda it: (it.earliest, it.latest))


def undate(folder: Path) -> Any:
    from undate import Undate

    def bounds(it: Any) -> tuple[Any, Any]:
        """Of an interval, whose ends are dates that have bounds of their own, too."""
        return getattr(it.earliest, "earliest", it.earliest), getattr(
            it.latest, "latest", it.latest
        )

    return parsing(folder, lambda text: Undate.parse(text, "EDTF"), bounds)


def edtf(folder: Path) -> Any:
    from edtf import parse_edtf as parse

    form = "{:04}-{:02}-{:02}".format
    return parsing(
        folder, parse, lambda it: (form(*it.lower_strict()[:3]), form(*it.upper_strict()[:3]))
    )


def parsing(folder: Path, parse: Callable[[str], Any], bounds: Callable[[Any], Any]) -> Any:
    def shown(dates: list[Any]) -> str:
        return json.dumps(["{}/{}".format(*bounds(it)) for it in dates])

    texts = json.loads((folder / "dates.json").read_bytes())
    return lambda: [parse(it) for it in texts], shown
