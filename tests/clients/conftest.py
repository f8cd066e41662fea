"""The report that the tests fill, and where it is written."""

from pathlib import Path

import pytest

from .report import Report

collect_ignore = ["readers", "node_modules"]
REPORT = pytest.StashKey[Report]()


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--clients-report",
        metavar="FILE",
        type=Path,
        help="write what the programs did, in Markdown",
    )


def pytest_configure(config: pytest.Config) -> None:
    config.stash[REPORT] = Report()


@pytest.fixture(scope="session")
def report(pytestconfig: pytest.Config) -> Report:
    return pytestconfig.stash[REPORT]


def pytest_sessionfinish(session: pytest.Session, exitstatus: int) -> None:
    """A run that failed leaves the page as it was; a program that was skipped is marked there."""
    file = session.config.getoption("--clients-report", default=None)
    if file and exitstatus == pytest.ExitCode.OK:
        file.write_text(session.config.stash[REPORT].markdown(), encoding="utf-8")
