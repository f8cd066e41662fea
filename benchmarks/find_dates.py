"""find_dates beside dateparser, datefinder and dateutil: value F1 on the open cases, and speed.

    python -m venv peers && peers/bin/pip install dateparser datefinder python-dateutil
    python benchmarks/find_dates.py peers/bin/python [CASES]

Each library runs in a fresh process. CASES is ../shared/cases/releases unless it is given. A value
counts where a phrase that overlaps the expected one has the right first and last day. The peers
give moments, which are taken for whole days; dateutil gives one for the whole text.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import time
import warnings
from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
Found = tuple[int, int, date | None, date | None]
Finder = Callable[[str, str], list[Found]]
OURS, PEERS = "cica-events", ("dateparser", "datefinder", "dateutil")


def cica_events() -> Finder:
    from cica_events.mentions import find_dates

    def find(text: str, anchor: str) -> list[Found]:
        dated = [m for m in find_dates(text, anchor) if m.when is not None]
        return [(m.start, m.end, m.when.earliest, m.when.latest) for m in dated if m.when]

    return find


def dateparser() -> Finder:
    from dateparser.search import search_dates

    def find(text: str, anchor: str) -> list[Found]:
        settings = {"RELATIVE_BASE": datetime.fromisoformat(anchor)}
        found, at = [], 0
        for phrase, value in search_dates(text, languages=["en"], settings=settings) or ():
            start = max(text.find(phrase, at), at)
            at = start + len(phrase)
            found.append((start, at, value.date(), value.date()))
        return found

    return find


def datefinder() -> Finder:
    from datefinder import find_dates

    def find(text: str, anchor: str) -> list[Found]:
        base = datetime.fromisoformat(anchor)
        found = list(find_dates(text, index=True, base_date=base))
        return [(start, end, day.date(), day.date()) for day, (start, end) in found]

    return find


def dateutil() -> Finder:
    from dateutil.parser import ParserError, parse

    def find(text: str, anchor: str) -> list[Found]:
        try:
            day = parse(text, fuzzy=True, default=datetime.fromisoformat(anchor)).date()
        except (ParserError, OverflowError):
            return []
        return [(0, len(text), day, day)]

    return find


def score(find: Finder, cases: Path) -> tuple[float, int]:
    """Value F1 on all sentences, and how many of those without a date are tagged."""
    right = found = wanted = tagged = 0
    for path in sorted(cases.glob("*.json")):
        release = json.loads(path.read_bytes())
        for sentence in release.get("sentences", ()):
            got = find(sentence["text"], release["anchor"])
            want = [e for e in sentence["expressions"] if e["kind"] in ("date", "interval")]
            right += sum(any(same(g, e) for g in got) for e in want)
            found, wanted = found + len(got), wanted + len(want)
        tagged += sum(bool(find(n["text"], release["anchor"])) for n in release.get("items", ()))
    return 2 * right / (found + wanted), tagged


def same(got: Found, want: dict[str, object]) -> bool:
    from_edtf = bounds(str(want["edtf"]))
    return (
        got[0] < int(str(want["end"])) and int(str(want["start"])) < got[1] and got[2:] == from_edtf
    )


def bounds(edtf: str) -> tuple[date, date]:
    """First and last day of the few kinds of EDTF in the cases; peers run without our package."""
    first, _, last = edtf.partition("/")
    return edge(first, last=False), edge(last or first, last=True)


def edge(edtf: str, *, last: bool) -> date:
    year, month, day = ([int(part) for part in re.findall("[0-9]+", edtf)] + [0, 0])[:3]
    if day:
        return date(year, month, day)
    first, count = (
        (month, 1) if 1 <= month <= 12 else (3 * (month - 21) + 3, 3) if month else (1, 12)
    )
    year, zero = divmod(year * 12 + first - 1 + (count if last else 0), 12)
    day_one = date(year, zero + 1, 1)
    return date.fromordinal(day_one.toordinal() - 1) if last else day_one


def speed(find: Finder, least: float) -> float:
    """Megabytes of the bundled release a second."""
    text = (ROOT / "data/cica/source.txt").read_text(encoding="utf-8")
    find(text, "2022-05-16")
    copies, seconds = 1, 0.0
    while seconds < least:
        copies *= 4
        start = time.perf_counter()
        find(text * copies, "2022-05-16")
        seconds = time.perf_counter() - start
    return len(text.encode()) * copies / seconds / 1e6


def measure(name: str, cases: Path) -> None:
    warnings.simplefilter("ignore")
    find = globals()[name.replace("-", "_")]()
    f1, tagged = score(find, cases)
    print(f"| {name} | {f1:.3f} | {tagged} | {speed(find, 0.5):.3f} |")


def main(peers: str, cases: Path) -> None:
    print(
        "| Library | value F1 | tagged of 20 without a date | MB/s |\n| --- | --- | --- | --- |",
        flush=True,
    )
    for name in (OURS, *PEERS):
        python = sys.executable if name == OURS else peers
        subprocess.run([python, __file__, "--measure", name, str(cases)], check=True)


if __name__ == "__main__":
    if sys.argv[1:2] == ["--measure"]:
        measure(sys.argv[2], Path(sys.argv[3]))
    elif len(sys.argv) in (2, 3):
        main(
            sys.argv[1], Path(*sys.argv[2:]) if sys.argv[2:] else ROOT / "../shared/cases/releases"
        )
    else:
        sys.exit(__doc__)
