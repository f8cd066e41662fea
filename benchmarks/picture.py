"""The picture of docs/benchmarks.md, drawn from its tables."""

import re
from pathlib import Path

from matplotlib import pyplot

PANELS = {
    "writing": "Writing iCalendar: µs an event",
    "reading": "Reading iCalendar: µs an event",
    "edtf": "Parsing EDTF: µs a day",
}
OURS, OTHERS = "#0b5fa5", "#6b7783"


def draw(document: Path) -> None:
    """Draws what each library takes, as dots on a logarithmic scale, beside the document."""
    text = document.read_text("utf-8")
    tables = {title: rows(text, name) for name, title in PANELS.items()}
    shape = {"sharex": True, "height_ratios": list(map(len, tables.values()))}
    _, panels = pyplot.subplots(len(tables), figsize=(7, 6), layout="constrained", **shape)
    for panel, (title, found) in zip(panels, tables.items(), strict=True):
        for label, shown in found:
            value, color = float(shown.replace(",", "")), OURS if label == "cica-events" else OTHERS
            panel.plot(value, label, "o", color=color)
            panel.annotate(f"  {shown}", (value, label), va="center", color=color)
        panel.set(title=title, xscale="log", xlim=(0.5, 10_000))
        panel.xaxis.set_major_formatter("{x:,g}")
        panel.margins(y=0.2)
        panel.invert_yaxis()
        panel.grid(axis="x", alpha=0.3)
        panel.spines[["top", "right"]].set_visible(False)
    pyplot.savefig(document.with_suffix(".png"), dpi=120, metadata={"Software": None})


def rows(text: str, name: str) -> list[tuple[str, str]]:
    """The peers of a table, and the first figure of each."""
    body = text.partition(f"<!-- {name} -->")[2].partition("<!-- end -->")[0]
    return re.findall(r"^\| \**([^|*]+?)\** \|[^|]*\| ([0-9][0-9,.]*) \|", body, re.MULTILINE)
