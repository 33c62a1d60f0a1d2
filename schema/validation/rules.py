"""Rules of the definitions (A ≤ B and the like), and figures whose inputs are qualified or whose factor is missing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from decimal import Decimal
from itertools import product

from schema.catalogue.definitions import Metric, Rule
from schema.catalogue.record_numbers import metric_of
from schema.grammar.decimals import EXACT
from schema.grammar.formula import Ref
from schema.grammar.reference import Key
from schema.validation.change_thresholds import Alert, Alerts, Limit
from schema.validation.changes import told
from schema.validation.drift import check_figure_break
from schema.validation.facts import Amount, AmountAt, Coded, Fact, Mended
from schema.validation.issue import Issue, Severity
from schema.validation.metric_values import common_categories
from schema.values.comparison import percent_change
from schema.values.evaluation import Lookup, ZeroDivisor, evaluate
from schema.values.figures import Figures, Result
from schema.values.intervals import within_reach

Reporter = tuple[str, int]
_MOST_READINGS = 6


def check_rules(rules: Iterable[Rule], figures: Figures, reporters: Iterable[Reporter]) -> Iterator[Issue]:
    """Yield every rule that does not hold, for each entity and year, and for each common category."""
    seen = list(reporters)
    for rule in rules:
        for category in ("", *common_categories(rule.formula.references(), figures.catalogue)):
            for entity, year in seen:
                yield from check_rule(rule, figures, Key("", year, entity, category))


def check_rule(rule: Rule, figures: Figures, at: Key) -> Iterator[Issue]:
    """Yield an issue where the rule does not hold at an entity, year and category; missing inputs leave it open."""
    used: dict[Key, Result] = {}
    if _holds(rule, figures, at, {}, used) is not False or not used:
        return
    qualified = [result for result in used.values() if result.qualifier]
    if any(_holds(rule, figures, at, chosen, used) for chosen in _readings(qualified)):
        return
    severity: Severity = "error" if rule.severity == "error" and not qualified else "doubt"
    amounts = tuple(AmountAt(r.key, r.value, r.qualifier) for r in used.values() if r.value is not None)
    yield Issue("rule.broken", severity, next(iter(used)), {"rule": Coded("rule", rule.code), "amounts": amounts})


def _readings(qualified: list[Result]) -> Iterator[dict[Key, Decimal]]:
    """Every way to read qualified numbers (超过, 近) at the ends of what they may stand for."""
    few = qualified[:_MOST_READINGS]
    ends = [within_reach(result.value, result.qualifier) for result in few if result.value is not None]
    for values in product(*((end.low, end.high) for end in ends)):
        yield dict(zip((result.key for result in few), values, strict=True))


def _holds(
    rule: Rule, figures: Figures, at: Key, chosen: Mapping[Key, Decimal], used: dict[Key, Result]
) -> Decimal | bool | None:
    """Evaluate a rule; `chosen` replaces values, `used` gathers what it read."""

    def reference(ref: Ref) -> list[Decimal | None]:
        results = [figures.value(key) for key in figures.targets(ref, at)]
        used.update((result.key, result) for result in results)
        values = (chosen.get(result.key, result.value) for result in results)
        return [None if value is None else EXACT.multiply(value, ref.scale) for value in values]

    def factor(code: str) -> Decimal | None:
        version = figures.factor(code, at.period, at.entity)
        return None if version is None else version.amount

    try:
        return evaluate(rule.formula.tree, Lookup(reference, factor))
    except ZeroDivisor:
        return None


def check_figures(alerts: Alerts, figures: Figures, reporters: Iterable[Reporter]) -> Iterator[Issue]:
    """Yield what stands out in figures for each entity and year: a factor not in force, a large change."""
    seen = list(reporters)
    for metric in figures.catalogue.metrics.values():
        if metric.formula is not None:
            for entity, year in seen:
                key = Key(metric.code, year, entity)
                yield from check_factor(metric, figures, key)
                yield from check_figure_change(metric, figures, key, alerts)
                yield from check_figure_break(metric, figures, key)


def check_factor(metric: Metric, figures: Figures, key: Key) -> Iterator[Issue]:
    """Yield the factors of one figure that are not in force in its year."""
    if metric.formula is None or figures.value(key).reason != "factor":
        return
    for code in dict.fromkeys(metric.formula.factors()):
        if figures.factor(code, key.period, key.entity) is not None:
            continue
        if own := figures.factors.code_at(code, key.entity):
            yield Issue("figure.factor", "error", key, {"factor": Coded("factor", own), "year": key.period})
        else:
            yield Issue("figure.region", "error", key, {"factor": Coded("factor", code)})


def check_figure_change(metric: Metric, figures: Figures, key: Key, alerts: Alerts) -> Iterator[Issue]:
    """Yield a figure's large change on last year, unless one of its inputs tells it already.

    Of figures that are not exact enough no change is told.
    """
    limit = _limit_passed(key, figures, alerts(metric)) if metric.formula is not None else None
    if limit is None or any(_tells(leaf, figures, alerts) for leaf in figures.leaves(figures.value(key))):
        return
    comparison = percent_change(figures, key)
    now, before = comparison.now.value, comparison.before.value
    if now is not None and before is not None:
        shown: dict[str, Fact] = {"value": Amount(now), "before": Amount(before), "year": key.period - 1}
        if comparison.value is None and comparison.reason not in ("coarse", "sign"):
            yield Issue("change.apart", "doubt", key, {**shown, "threshold": limit, "mended": Mended()})
        else:
            code, facts = told(now, before, limit, comparison.decimals, large="change.figure")
            yield Issue(code, "doubt", key, {**shown, **facts})


def _limit_passed(key: Key, figures: Figures, alert: Alert) -> Limit | None:
    """Return the limit between a value and last year's, whatever it is exactly."""
    last = replace(key, period=key.period - 1)
    now, before = figures.value(key).value, figures.value(last).value
    if now is None or before is None or figures.breaks(key.metric, last.period, key.period):
        return None
    return alert.passed(now, before)


def _tells(key: Key, figures: Figures, alerts: Alerts) -> bool:
    metric = metric_of(figures.catalogue, key.metric)
    return metric is None or _limit_passed(key, figures, alerts(metric)) is not None


def check_qualified(keys: Iterable[Key], told: Figures) -> Iterator[Issue]:
    """Yield each figure that is no exact number, because an input carries a qualifier, or none that may be told."""
    for key in keys:
        result = told.value(key)
        if result.untold and result.reason != "break":  # that one has a check of its own
            yield Issue("figure.untold", "doubt", key, {"reason": Coded("incomparable", f"inputs.{result.reason}")})
        elif result.kind == "figure" and result.qualifier and result.computed is None:
            inputs = tuple(k for k in result.inputs if told.value(k).qualifier)
            if inputs or result.exact is None:
                yield Issue("figure.about", "doubt", key, {"inputs": inputs})
