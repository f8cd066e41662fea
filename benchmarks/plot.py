"""Plots: lines over logarithmic axes, as SVG that is legible in light and in dark."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import cycle
from math import ceil, floor, log10

WIDTH, HEIGHT = 760, 440
LEFT, RIGHT, TOP, BOTTOM = 64, 220, 44, 48
APART = 15  # pixels between two names
STYLE = """
text { font: 13px system-ui, sans-serif; fill: #1f2328; }
.title { font-size: 15px; font-weight: 600; }
.grid { stroke: #d1d9e0; stroke-width: 1; }
.line { fill: none; stroke-width: 2; }
.ours { stroke-width: 4; font-weight: 700; }
.c0 { stroke: #0969da; } .c1 { stroke: #9a6700; } .c2 { stroke: #1a7f37; }
.c3 { stroke: #8250df; } .c4 { stroke: #bc4c00; } .c5 { stroke: #6e7781; }
.c6 { stroke: #bf3989; } .c7 { stroke: #1b7c83; } .c8 { stroke: #a40e26; }
text.name { stroke: none; }
@media (prefers-color-scheme: dark) {
  .paper { fill: #0d1117; } text { fill: #e6edf3; } .grid { stroke: #30363d; }
  .c0 { stroke: #58a6ff; } .c1 { stroke: #d29922; } .c2 { stroke: #3fb950; }
  .c3 { stroke: #a371f7; } .c4 { stroke: #f0883e; } .c5 { stroke: #8b949e; }
  .c6 { stroke: #f778ba; } .c7 { stroke: #39c5cf; } .c8 { stroke: #ff7b72; }
}
"""
COLORS = 9
DASHES = ("", "6 3", "2 3", "9 3 2 3")


@dataclass(frozen=True)
class Line:
    name: str
    points: Sequence[tuple[float, float]]
    ours: bool = False


@dataclass(frozen=True)
class Axis:
    """Whole decades, from pixel to pixel."""

    low: int
    high: int
    start: float
    end: float

    def at(self, value: float) -> float:
        share = (log10(value) - self.low) / (self.high - self.low)
        return self.start + share * (self.end - self.start)

    def decades(self) -> list[float]:
        return [10.0**n for n in range(self.low, self.high + 1)]


def plot(title: str, across: str, lines: Sequence[Line]) -> str:
    """An SVG document."""
    xs = axis([x for it in lines for x, _ in it.points], LEFT, WIDTH - RIGHT)
    ys = axis([y for it in lines for _, y in it.points], HEIGHT - BOTTOM, TOP)
    body = [*frame(title, across, xs, ys), *drawn(lines, xs, ys), *names(lines, xs, ys)]
    return "\n".join(
        [
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">',
            f"<title>{escape(title)}</title>",
            f"<style>{STYLE}</style>",
            f'<rect class="paper" width="{WIDTH}" height="{HEIGHT}" rx="6" fill="#ffffff"/>',
            *body,
            "</svg>\n",
        ]
    )


def axis(values: Sequence[float], start: float, end: float) -> Axis:
    low = floor(log10(min(values)))
    return Axis(low, max(ceil(log10(max(values))), low + 1), start, end)


def frame(title: str, across: str, xs: Axis, ys: Axis) -> list[str]:
    found = [f'<text class="title" x="{LEFT}" y="24">{escape(title)}</text>']
    for y in ys.decades():
        at = ys.at(y)
        found.append(f'<path class="grid" d="M{xs.start:.0f} {at:.1f}H{xs.end:.0f}"/>')
        found.append(f'<text x="{LEFT - 8}" y="{at + 4:.1f}" text-anchor="end">{y:,.5g}</text>')
    bottom = ys.start + 20
    for x in xs.decades():
        at = xs.at(x)
        found.append(f'<path class="grid" d="M{at:.1f} {ys.start:.0f}V{ys.end:.0f}"/>')
        found.append(f'<text x="{at:.1f}" y="{bottom:.0f}" text-anchor="middle">{x:,.0f}</text>')
    middle = (xs.start + xs.end) / 2
    found.append(f'<text x="{middle:.0f}" y="{HEIGHT - 8}" text-anchor="middle">{across}</text>')
    return found


def drawn(lines: Sequence[Line], xs: Axis, ys: Axis) -> list[str]:
    found = []
    for number, (it, dash) in enumerate(zip(lines, cycle(DASHES), strict=False)):
        path = "L".join(f"{xs.at(x):.1f} {ys.at(y):.1f}" for x, y in it.points)
        ours = " ours" if it.ours else ""
        dashes = f' stroke-dasharray="{dash}"' if dash else ""
        found.append(f'<path class="line c{number % COLORS}{ours}" d="M{path}"{dashes}/>')
    return found


def names(lines: Sequence[Line], xs: Axis, ys: Axis) -> list[str]:
    """The names beside the ends of their lines, pushed apart where they would touch."""
    ends = sorted((ys.at(it.points[-1][1]), number) for number, it in enumerate(lines))
    found, free = [], TOP + 0.0
    for rank, (wanted, number) in enumerate(ends):
        room = HEIGHT - BOTTOM - APART * (len(ends) - 1 - rank)
        free = max(free, min(wanted, room))
        found += label(lines[number], number, xs, ys, free)
        free += APART
    return found


def label(it: Line, number: int, xs: Axis, ys: Axis, at: float) -> list[str]:
    x, y = it.points[-1]
    ours = " ours" if it.ours else ""
    return [
        f'<path class="line c{number % COLORS}" style="stroke-width:1" '
        f'd="M{xs.at(x):.1f} {ys.at(y):.1f}L{xs.end + 14:.0f} {at:.1f}" opacity="0.6"/>',
        f'<text class="name{ours}" x="{xs.end + 18:.0f}" y="{at + 4:.1f}">{escape(it.name)}</text>',
    ]
