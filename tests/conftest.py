"""What every test shares: the Hypothesis profiles, and files that hold the expected bytes."""

import os
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, settings

GOLDEN = Path(__file__).with_name("golden")

# Cases that are not part of this project. Tests marked `shared_cases` read them, and are not there
# where these are not: the project's own cases stand in tests/cases and in the tests themselves.
SHARED = Path(__file__).parents[2] / "shared" / "cases"

# A failing example is shrunk and explained where a person asks for it (HYPOTHESIS_PROFILE=explain).
_SHARED = {"deadline": None, "suppress_health_check": [HealthCheck.too_slow], "database": None}
settings.register_profile(
    "suite", max_examples=100, derandomize=True, phases=[Phase.explicit, Phase.generate], **_SHARED
)
settings.register_profile("quick", settings.get_profile("suite"), max_examples=20)
settings.register_profile("explain", max_examples=200, **_SHARED)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "suite"))


def pytest_addoption(parser):
    parser.addoption("--update-golden", action="store_true", help="rewrite tests/golden")


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items):
    """Where each of many mutants is to be killed soon, what draws many examples comes last."""
    if not SHARED.is_dir():
        items[:] = [item for item in items if not item.get_closest_marker("shared_cases")]
    if os.environ.get("HYPOTHESIS_PROFILE") == "quick":
        items.sort(key=lambda item: item.get_closest_marker("hypothesis") is not None)


def pytest_terminal_summary(terminalreporter):
    if not SHARED.is_dir():
        terminalreporter.write_line("../shared/cases is not there: the tests of it are left out")


@pytest.fixture
def golden(request):
    """Compares bytes with a file in tests/golden, or rewrites it on --update-golden."""

    def compare(name, data):
        if request.config.getoption("--update-golden"):
            (GOLDEN / name).write_bytes(data)
        assert data == (GOLDEN / name).read_bytes()

    return compare


@pytest.fixture(autouse=True)
def _no_epoch(monkeypatch):
    """A distribution's build sets SOURCE_DATE_EPOCH; each test says itself when it is."""
    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
