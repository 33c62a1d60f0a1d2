"""Checks of values that are said in words: what they stand for is known, and no yes becomes a no without a reason."""

from __future__ import annotations

from collections.abc import Iterator

from schema.validation.facts import Amount
from schema.validation.issue import Issue
from schema.validation.metric_values import MetricValues
from schema.values.labels import ANSWERS, is_labelled, listed_labels


def check_labelled(values: MetricValues) -> Iterator[Issue]:
    """Yield what is wrong with the values of each year of a metric that is said in words."""
    for year in values.years:
        yield from check_labelled_year(values, year)


def check_labelled_year(values: MetricValues, year: int) -> Iterator[Issue]:
    """Yield what is wrong with the values of one year."""
    metric = values.metric
    fallen = tuple(ANSWERS) if metric.traits.content == "answer" else None  # from yes to no
    for category, point in values.years.get(year, {}).items():
        if point.value is None:
            continue
        if not is_labelled(metric, point.value):
            yield Issue("label.unknown", "error", point.key, {"typed": point.typed, "labels": listed_labels(metric)})
            continue
        last = values.valued(year - 1, category)
        if last is not None and last.value is not None and (last.value, point.value) == fallen:
            facts = {"value": Amount(point.value), "before": Amount(last.value), "year": year - 1}
            yield Issue("label.withdrawn", "doubt", point.key, facts)
