"""The real catalogue: what values mean is tested on the units and metrics that ship."""

from pathlib import Path

import pytest

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.loader import load_definitions
from schema.grammar.words import Words

DEFINITIONS = Path(__file__).parents[3] / "resources" / "definitions"


@pytest.fixture(scope="session")
def catalogue() -> Catalogue:
    return load_definitions(DEFINITIONS).catalogue


@pytest.fixture
def metric():
    def make(unit: str = "cny", kind: str = "number", display: str = "") -> Metric:
        name = Words("指标", "指標", "Metric")
        return Metric("test.metric", name, kind, unit, display, "flow", "csr")

    return make
