"""What reports printed against what is true now, and against each other."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from decimal import Decimal

from schema.catalogue.definitions import Metric
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.validation.facts import Amount, Coded, Difference, Fact, PrintedAt, SourceNote
from schema.validation.issue import Issue
from schema.validation.precision import entered_leaves, reach
from schema.validation.slips import slip_from_evidence, swapped
from schema.values.datapoint import PublishedValue
from schema.values.figures import Figures, Result
from schema.values.intervals import fits, printed_interval

_TWO = Decimal(2)

Printed = Mapping[Key, Sequence[PublishedValue]]


def by_key(published: Iterable[PublishedValue]) -> dict[Key, list[PublishedValue]]:
    """Return what was printed for each key, in the order of the reports."""
    groups: dict[Key, list[PublishedValue]] = {}
    for value in published:
        groups.setdefault(value.key, []).append(value)
    return groups


def check_published(printed: Printed, figures: Figures) -> Iterator[Issue]:
    """Yield where a printed value does not fit the current one, or another report."""
    swaps = tuple(_swapped_members(printed, figures))
    yield from swaps
    swapped_keys = {key for issue in swaps for key in (issue.key, issue.facts["other"])}
    for key, values in printed.items():
        if key not in swapped_keys:
            yield from check_key(key, values, figures)
    yield from _idle(printed, figures)


def _idle(printed: Printed, figures: Figures) -> Iterator[Issue]:
    """Yield the restatements of what is printed as it is, or was never printed."""
    for (report, key), stated in figures.snapshot.restatements.items():
        now = figures.value(key)
        own = [value for value in printed.get(key, ()) if value.report == report]
        if now.value is not None and not any(is_restatable(now.value, now.qualifier, value) for value in own):
            shown: dict[str, Fact] = {"report": report, "text": stated.text, "printed": PrintedAt(report, stated.place)}
            yield Issue("restatement.idle", "doubt", key, {**shown, "value": Amount(now.value)})


def check_key(key: Key, values: Sequence[PublishedValue], figures: Figures) -> Iterator[Issue]:
    """Yield the issues of what was printed for one key."""
    metric = figures.catalogue.metrics.get(key.metric)
    if metric is None or not values:
        return
    now = figures.value(key)
    if now.value is None:
        yield from _without_value(now, values)
        return
    for value in values:
        if not fits(now.value, now.qualifier, value):
            issue = _difference(now, now.value, value, values, metric)
            if now.kind == "figure" and _follows(now, value, figures):
                continue
            if issue.code == "published.figure":
                issue = _rounded_inputs(issue, now, now.value, value, figures)
            stated = figures.snapshot.restatements.get((value.report, key))
            if stated is not None and stated.new == now.value:
                continue
            if stated is not None:
                yield replace(issue, code="restatement.stale", facts={**issue.facts, "before": Amount(stated.new)})
            else:
                yield issue


def _rounded_inputs(issue: Issue, now: Result, truth: Decimal, printed: PublishedValue, figures: Figures) -> Issue:
    """A difference that the rounding of the inputs explains is told as such, with the inputs to be made precise."""
    width, inputs = reach(now, figures)
    if _apart(truth, printed) > EXACT.add(width, quotient(printed.resolution, _TWO)):
        return issue
    return replace(issue, code="published.inputs", facts={**issue.facts, "inputs": tuple(inputs)})


def _follows(now: Result, printed: PublishedValue, figures: Figures) -> bool:
    """Whether the figure only follows an input that differs itself from the same report: one cause, one issue."""
    leaves = set(entered_leaves(now, figures))
    inputs = (p for p in figures.snapshot.published if p.report == printed.report and p.key in leaves)
    results = ((figures.value(p.key), p) for p in inputs)
    return any(r.value is not None and not fits(r.value, r.qualifier, p) for r, p in results)


def is_restatable(truth: Decimal, qualifier: str, printed: PublishedValue) -> bool:
    """Whether a reason can be stated why the value is not what was printed.

    超过100 is true of 150 and yet another number: no doubt, but a reason may stand.
    """
    return not (fits(truth, qualifier, printed) and fits(truth, "", replace(printed, qualifier="")))


def _apart(truth: Decimal, printed: PublishedValue) -> Decimal:
    return EXACT.subtract(truth, printed.value).copy_abs()


def _difference(
    now: Result, truth: Decimal, printed: PublishedValue, values: Sequence[PublishedValue], metric: Metric
) -> Issue:
    shown: dict[str, Fact] = {
        **_printed(printed),
        "value": Amount(truth, now.qualifier),
        "source": SourceNote(_other_source(now, printed)),
        "difference": Difference(EXACT.subtract(truth, printed.value)),
    }
    if truth == printed.value:
        return Issue("published.qualifier", "doubt", now.key, shown)
    counted = metric.traits.counted and printed.resolution <= 1
    if _apart(truth, printed) <= printed.resolution and not counted:
        return Issue("published.rounding", "doubt", now.key, shown)
    slip = slip_from_evidence(truth, printed.value, printed.resolution, metric)
    if slip:
        return Issue("published.slip", "doubt", now.key, {**shown, "slip": Coded("slip", slip)})
    other = next((v for v in values if v.report != printed.report and fits(truth, now.qualifier, v)), None)
    if other is not None:
        return Issue("published.restated", "doubt", now.key, {**shown, **_printed(other, "other")})
    return Issue("published.figure" if now.kind == "figure" else "published.differs", "doubt", now.key, shown)


def _printed(value: PublishedValue, which: str = "") -> dict[str, Fact]:
    at = PrintedAt(value.report, value.place)
    return {f"{which}report": value.report, f"{which}text": value.text, f"{which}printed": at}


def _other_source(now: Result, printed: PublishedValue) -> str:
    """Where the current value comes from, unless it is the printed place itself."""
    source = now.point.source.strip() if now.point else ""
    return "" if source == f"{printed.report} {printed.place}".strip() else source


def _without_value(now: Result, values: Sequence[PublishedValue]) -> Iterator[Issue]:
    first = values[0]
    shown = _printed(first)
    for other in values[1:]:
        if not printed_interval(first).meets(printed_interval(other)):
            yield Issue("published.reports", "doubt", now.key, {**shown, **_printed(other, "other")})
    if now.kind == "omission":
        yield Issue("published.omitted", "doubt", now.key, {**shown, "omission": Coded("omission", now.omission)})
    elif now.kind == "missing":
        yield Issue("published.unaccounted", "doubt", now.key, shown)


def _swapped_members(printed: Printed, figures: Figures) -> Iterator[Issue]:
    """Two members of one breakdown whose current values are each other's printed ones."""
    groups: dict[tuple[str, int, str, str], list[PublishedValue]] = {}
    for key, values in printed.items():
        if key.category and "=" in key.category:
            axes = ";".join(part.partition("=")[0] for part in key.category.split(";"))
            for value in values:
                groups.setdefault((key.metric, key.period, axes, value.report), []).append(value)
    for group in groups.values():
        wrong = [v for v in group if (now := figures.value(v.key)).value is not None and now.value != v.value]
        wrong = [v for v in wrong if (v.report, v.key) not in figures.snapshot.restatements]
        yield from _swapped_pairs(wrong, figures)


def _swapped_pairs(wrong: Sequence[PublishedValue], figures: Figures) -> Iterator[Issue]:
    for position, first in enumerate(wrong):
        for second in wrong[position + 1 :]:
            a, b = figures.value(first.key).value, figures.value(second.key).value
            if a is None or b is None or not swapped((a, b), (first.value, second.value), Decimal(0)):
                continue
            shown: dict[str, Fact] = {"other": second.key, "value": Amount(a), "othervalue": Amount(b)}
            shown |= {"report": first.report, "printed": PrintedAt(first.report, first.place)}
            yield Issue("published.swapped", "doubt", first.key, shown)
