"""Checks of one data point by itself: kind, bounds, decimals, omission, dates."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric
from schema.grammar.decimals import MOST_DIGITS, is_long, plain
from schema.grammar.words import LANGUAGES
from schema.validation import mending
from schema.validation.facts import Amount, Coded, Fact, Mended
from schema.validation.issue import Issue
from schema.validation.metric_values import MetricValues, member_categories
from schema.validation.readings import problem_facts
from schema.values.datapoint import DataPoint
from schema.values.intervals import ZERO, falls_below, rises_above
from schema.values.money import in_money
from schema.values.omissions import OMISSIONS
from schema.values.parse import Problem, parse_value
from schema.values.rates import Written, parse_in_year

_ONE, _HUNDRED, _ENDLESS = Decimal(1), Decimal(100), Decimal("Infinity")

UNREAD: Mapping[Problem, str] = {
    "number.unreadable": "unread.number",
    "number.digits": "unread.digits",
    "number.range": "unread.range",
    "number.several": "unread.several",
    "number.separators": "unread.separators",
    "number.power": "unread.power",
    "number.date": "unread.date_cell",
    "number.day": "unread.day",
    "number.fault": "unread.fault",
    "number.sum": "unread.sum",
    "number.none": "unread.none",
    "number.open": "unread.open",
    "unit.unknown": "unread.unit",
    "unit.currency": "unread.currency",
    "unit.scale_twice": "unread.number",
    "unit.other_dimension": "unread.dimension",
    "unit.rate": "unread.rate",
    "label.unknown": "unread.label",
    "label.day": "unread.label_day",
    "label.order": "unread.label_order",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """What one metric's values must keep to, made ready once for all its points.

    A value between `low` and `high`, and at neither, breaks no bound and has the sign that is usual.
    """

    metric: Metric
    catalogue: Catalogue
    whole: bool
    decimals: int
    signed: bool
    categories: frozenset[str]
    low: Decimal
    high: Decimal


def limits(catalogue: Catalogue, values: MetricValues) -> Limits:
    """Prepare the limits of a metric."""
    metric = values.metric
    exponent = values.step.as_tuple().exponent
    shown = -exponent if isinstance(exponent, int) else 0
    unit = catalogue.units.get(metric.unit)
    kind = metric.traits
    pure = unit is None or not unit.dimension
    signed = kind.share or (pure and not kind.counted) or (unit is not None and in_money(unit, catalogue.units))
    categories = frozenset(c for crossing in metric.crossings for c in member_categories(catalogue, crossing))
    low = metric.minimum if metric.minimum is not None else -_ENDLESS if signed else ZERO
    high = metric.maximum if metric.maximum is not None else _HUNDRED if kind.share else _ENDLESS
    return Limits(metric, catalogue, kind.counted, max(4, shown + 2), signed, categories, low, high)


def check_points(values: MetricValues, limit: Limits) -> Iterator[Issue]:
    """Yield the issues of each point of a metric by itself."""
    for year in values.years.values():
        for point in year.values():
            if not _is_plain(point, limit):
                yield from check_one(point, limit)


def _is_plain(point: DataPoint, limit: Limits) -> bool:
    """Whether nothing can be wrong with a point by itself: of many thousands nearly all are passed over like this."""
    value, category = point.value, point.key.category
    return (
        value is not None
        and limit.low < value < limit.high
        and value.same_quantum(_ONE)  # written without decimals and without a power of ten
        and value.adjusted() < MOST_DIGITS
        and (not category or category in limit.categories)
        and not (point.as_of or point.since)
        and limit.metric.formula is None
    )


def check_one(point: DataPoint, limit: Limits) -> Iterator[Issue]:
    """Yield the issues of one point by itself."""
    if limit.metric.formula is not None:
        yield Issue("figure.typed", "doubt", point.key)
        return
    if point.key.category and point.key.category not in limit.categories:
        yield Issue("category.unknown", "doubt", point.key, {"category": Coded("category", point.key.category)})
    if point.value is not None and not limit.metric.traits.labelled:
        yield from _value(point, point.value, limit)
    if point.omission:
        if not point.footnote.strip():
            yield Issue("omission.reason", "error", point.key, _left_out(point, limit.catalogue))
    elif point.unread:
        yield unread_issue(point, limit.metric, limit.catalogue)
    if point.as_of or point.since:
        yield from _dates(point, limit.metric)


def _left_out(point: DataPoint, catalogue: Catalogue) -> dict[str, Fact]:
    """Return the reason that was typed, as it was typed where that is not how the program calls it."""
    known = catalogue.phrases.get(OMISSIONS[point.omission].phrase)
    usual = known is not None and point.typed.strip() in (known.get(language) for language in LANGUAGES)
    return {"omission": Coded("omission", point.omission), "typed": "" if usual else point.typed.strip()}


def unread_issue(point: DataPoint, metric: Metric, catalogue: Catalogue) -> Issue:
    """Return why a text was not understood: it is read once more."""
    again = parse_in_year(Written(point.unread), metric, catalogue, point.key.period)
    rated = any(notice.kind == "rate" for notice in again.noticed)  # the rate was not there when it was typed
    code = UNREAD[again.problem or ("unit.rate" if rated else "number.unreadable")]
    return Issue(code, "error", point.key, problem_facts(again, metric, point.unread))


def _value(point: DataPoint, value: Decimal, limit: Limits) -> Iterator[Issue]:
    metric = limit.metric
    if is_long(value) and parse_value(point.typed, metric, limit.catalogue).value is None:
        yield Issue("value.digits", "error", point.key, {"most": MOST_DIGITS})
    if limit.whole:
        if value != value.to_integral_value():
            yield Issue("value.fraction", "error", point.key, {"typed": value, "mended": Mended()})
    else:
        yield from _decimals(point, value, limit)
    yield from _bounds(point, value, metric)
    if metric.minimum is None and not limit.signed and value <= ZERO and falls_below(value, point.qualifier, ZERO):
        yield Issue("value.negative", "error", point.key, {"value": Amount(value, point.qualifier)})
    if metric.traits.share and value > _HUNDRED and metric.maximum is None:
        yield Issue("value.over_hundred", "doubt", point.key, {"value": Amount(value, point.qualifier)})


def _decimals(point: DataPoint, value: Decimal, limit: Limits) -> Iterator[Issue]:
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and -exponent > limit.decimals:
        written = plain(value)
        count = len(written.partition(".")[2])
        if count > limit.decimals:
            yield Issue("value.decimals", "doubt", point.key, {"typed": written, "count": count})


def _bounds(point: DataPoint, value: Decimal, metric: Metric) -> Iterator[Issue]:
    low, high = metric.minimum, metric.maximum
    if low is not None and value <= low and falls_below(value, point.qualifier, low):
        yield Issue(
            "value.below", "error", point.key, {"value": Amount(value, point.qualifier), "minimum": Amount(low)}
        )
    if high is not None and value >= high and rises_above(value, point.qualifier, high):
        shown = {"value": Amount(value, point.qualifier), "maximum": Amount(high)}
        mended = mending.within_hundred(value, metric) if value > _HUNDRED else Mended()
        yield Issue("value.above", "error", point.key, {**shown, "mended": mended})


def _dates(point: DataPoint, metric: Metric) -> Iterator[Issue]:
    year = point.key.period
    if point.as_of:
        try:
            outside = date.fromisoformat(point.as_of).year != year
        except ValueError:
            yield Issue("date.unreadable", "error", point.key, {"typed": point.as_of, "year": year})
        else:
            if outside:
                yield Issue("date.outside", "doubt", point.key, {"date": point.as_of, "year": year})
    if point.since > year:
        yield Issue("since.later", "error", point.key, {"since": point.since, "year": year})
    elif point.since and metric.since and point.since != metric.since:
        yield Issue("since.differs", "doubt", point.key, {"since": point.since, "usual": metric.since})
