"""The page: an introduction written by hand, and the sections that were run."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from .section import Section, figure

INTRODUCTION = Path(__file__).with_name("introduction.md")


def markdown(sections: Sequence[Section], machines: Iterable[str]) -> str:
    machine = "".join(f"Measured on {it}.\n\n" for it in dict.fromkeys(machines))
    head = INTRODUCTION.read_text("utf-8") + machine + asked(sections)
    return head + "".join(map(part, sections))


def asked(sections: Sequence[Section]) -> str:
    """What was asked for, and what came of it."""
    rows = [
        [it.title, target.claim, bound(target.bound, target.at_least), figure(target.found), said]
        for it in sections
        for target in it.targets
        for said in ["yes" if target.met else "**no**"]
    ]
    return "## What was asked for\n\n" + table([["", "", "Asked", "Found", "Met"], *rows])


def bound(value: float, at_least: bool) -> str:
    return f"at {'least' if at_least else 'most'} {value:g}"


def part(section: Section) -> str:
    pictures = "".join(f"![{section.title}](benchmarks/{n}.svg)\n\n" for n, _ in section.pictures)
    tables = "\n".join(map(table, section.tables))
    return f"\n## {section.title}\n\n{section.text.strip()}\n\n{pictures}{tables}"


def table(rows: Sequence[Sequence[str]]) -> str:
    head, *others = rows
    lines = [head, ["---"] + ["---:"] * (len(head) - 1), *others]
    return "".join(f"| {' | '.join(line)} |\n" for line in lines)
