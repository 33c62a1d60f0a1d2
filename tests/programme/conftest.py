"""What the tests of the programme count with."""

from __future__ import annotations

import pytest

from tests.programme.kills import Tally


@pytest.fixture
def tally() -> Tally:
    """A count of kills."""
    return Tally()
