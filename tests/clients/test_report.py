"""docs/clients.md is what the tests write, and nothing is missing there."""

import re
from pathlib import Path

from .report import Report

PAGE = Path(__file__).parents[2] / "docs" / "clients.md"
CELL = re.compile(r"(?<=\| )[^|]*(?= \|)")


def frame(page: str) -> list[str]:
    """The page without what was seen: of each row of a table its program and what it can show."""
    lines = []
    for line in page.splitlines():
        cells = CELL.findall(line)
        seen = cells and cells[0] not in ("Program", "---")
        lines.append(f"{cells[0]} | {len(cells)} | {cells[-1]}" if seen else line)
    return lines


def test_the_page_is_the_one_that_the_tests_write() -> None:
    assert frame(PAGE.read_text(encoding="utf-8")) == frame(Report().markdown())


def test_the_page_has_seen_every_program() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert "not installed" not in page
    assert [line for line in page.splitlines() if "|  |" in line] == []
