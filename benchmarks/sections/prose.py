"""The bundled release again and again, every number in it another one. What the three find differs
in kind (a date as precisely as it is said, or an instant), so their finds are counted and not
compared.
"""

import tempfile
from pathlib import Path

from ..contest import started
from ..prose import prose
from ..rounds import measured
from ..section import Section, Settings, Target, figure

PEERS = ("finding.ours", "finding.datefinder", "finding.dateparser")


def run(settings: Settings, folder: Path) -> Section:
    size = 10_000 if settings.quick else 100_000
    (folder / "prose.txt").write_text(prose(size), "utf-8")
    workers = dict(started(PEERS, folder))
    with tempfile.TemporaryDirectory() as shown:
        found = {name: it.show(Path(shown, name)).decode() for name, it in workers.items()}
    rounds = 1 if settings.quick else 5
    times = dict(zip(workers, measured(list(workers.values()), rounds), strict=True))
    ours = times["finding.ours"]
    rows = [
        [it.label, it.version, found[name], figure(size / 1e6 / it.median), figure(it.ratio(ours))]
        for name, it in times.items()
    ]
    head = ["", "Version", "dates found", "MB a second", "times ours"]
    target = Target("of the time of datefinder", 1, ours.ratio(times["finding.datefinder"]))
    return Section("Finding dates in prose", __doc__ or "", [[head, *rows]], [target])
