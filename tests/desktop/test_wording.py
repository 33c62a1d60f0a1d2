"""How a value stands in a field."""

from __future__ import annotations

from decimal import Decimal

import pytest

from desktop.work.wording import change_text
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint, Snapshot
from schema.values.figures import Figures
from tests.desktop.conftest import GAS, TRAINED, small_definitions


@pytest.mark.parametrize(
    ("metric", "before", "now", "words"),
    [
        (TRAINED, "80", "84", "+4.0 pp"),
        (TRAINED, "84", "80", "-4.0 pp"),
        (TRAINED, "100", "99.5", "-0.5 pp"),
        (GAS, "80", "84", "+5.0%"),
        (GAS, "80", "76", "-5.0%"),
        (GAS, "0", "76", ""),
        (GAS, "1", "1000", "≫"),
    ],
)
def test_a_change_is_in_points_for_percentages_and_else_in_percent(metric, before, now, words):
    typed = ((2021, before), (2022, now))
    points = [
        DataPoint(Key(metric.code, year), Decimal(value), typed=value * metric.in_percent) for year, value in typed
    ]
    figures = Figures(small_definitions().catalogue, Snapshot(points={point.key: point for point in points}))
    assert change_text(figures, Key(metric.code, 2022), metric, "en") == words
