"""The real catalogue: what values mean is tested on the units and metrics that ship."""

import pytest

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Definitions
from schema.grammar.words import Words


@pytest.fixture(scope="session")
def catalogue(definitions: Definitions) -> Catalogue:
    return definitions.catalogue


@pytest.fixture
def metric():
    def make(unit: str = "cny", kind: str = "number", display: str = "") -> Metric:
        name = Words("指标", "指標", "Metric")
        return Metric("test.metric", name, kind, unit, display, "flow", "csr")

    return make
