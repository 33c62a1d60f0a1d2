"""How much of each test of the programme is run (docs/reliability.md), and what came out of it."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import pytest

FIGURES = pytest.StashKey[list[str]]()


@pytest.fixture(scope="session")
def extent(pytestconfig: pytest.Config) -> Callable[[int, int], int]:
    """Choose between what `make test-long` runs and what a night does."""
    nightly = pytestconfig.getoption("--nightly")
    return lambda long, night: night if nightly else long


@pytest.fixture
def figure(request: pytest.FixtureRequest) -> Iterator[Callable[[str, object], None]]:
    """A way to tell a figure of the programme, which stands at the end of the run with what the test cost."""
    told: list[str] = []
    began = os.times()
    yield lambda test, what: told.append(f"{test} {what}")
    spent = sum(now - then for now, then in zip(os.times()[:4], began[:4], strict=True))
    day = datetime.now(UTC).strftime("%Y-%m-%d")
    found = request.config.stash.setdefault(FIGURES, [])
    found += [f"{day} {one} ({spent:.0f} s of processor time)" for one in told]


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter, config: pytest.Config) -> None:
    """Print the figures."""
    if found := config.stash.get(FIGURES, []):
        terminalreporter.section("figures of the programme")
        for line in found:
            terminalreporter.write_line(line)
