"""300 different texts of each kind, parsed; every library finds the same earliest and latest days.
Ours has them as soon as it has parsed; edtf-ts works them out when asked, so it is timed both ways.
The mixed list holds years, months, days, intervals, qualified dates and unspecified digits.
"""

import json
from pathlib import Path

from ..contest import contest
from ..rounds import Times
from ..section import Section, Settings, Target, comparison

COUNT = 300
PEERS = (
    "dates.ours",
    "dates.edtf_ts.mjs",
    "dates.edtf_ts_days.mjs",
    "dates.edtf_js.mjs",
    "dates.undate",
    "dates.edtf",
)
KINDS = {
    "days": ("{year}-{month:02}-{day:02}",),
    "months": ("{year}-{month:02}",),
    "intervals": ("{year}/{later}",),
    "mixed": (
        "{year}",
        "{year}-{month:02}",
        "{year}-{month:02}-{day:02}",
        "{year}-{month:02}/{later}-{month:02}",
        "{year}~",
        "{year}-{month:02}?",
        "{decade}X",
        "{year}-XX",
    ),
}


def run(settings: Settings, folder: Path) -> Section:
    section = Section("Parsing EDTF", __doc__ or "")
    for kind, forms in KINDS.items():
        times = timed(settings, folder, forms)
        ours = times["dates.ours"]
        table = comparison(times.values(), ours, settings.size(COUNT), f"a date, {kind}")
        section.tables.append(table)
        section.targets += targets(kind, times, ours)
    return section


def timed(settings: Settings, folder: Path, forms: tuple[str, ...]) -> dict[str, Times]:
    texts = [text(forms[number % len(forms)], number) for number in range(settings.size(COUNT))]
    (folder / "dates.json").write_text(json.dumps(texts))
    return contest(PEERS, folder, 1 if settings.quick else 5)


def text(form: str, number: int) -> str:
    year = 1500 + number
    return form.format(
        year=year,
        later=year + 1 + number % 9,
        decade=year // 10,
        month=1 + number % 12,
        day=1 + number % 28,
    )


def targets(kind: str, times: dict[str, Times], ours: Times) -> list[Target]:
    slow = times["dates.undate"].ratio(ours)
    found = [Target(f"{kind}: times as fast as undate", 500, slow, at_least=True)]
    if "dates.edtf_ts.mjs" in times:
        ratio = ours.ratio(times["dates.edtf_ts.mjs"])
        found.append(Target(f"{kind}: of the time of edtf-ts in Node", 1, ratio))
    return found
