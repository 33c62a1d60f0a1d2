"""What may be told of a figure: its value, about so much of it, or that its inputs do not bear one, with the reason."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

from schema.catalogue.outline import Outline
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.formula import Call, Node, Operation, Ref
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint, PublishedValue
from schema.values.display import fitted, round_to, shape
from schema.values.figures import Figures, Result, ResultReason
from schema.values.intervals import Interval, allowed, fits, within_reach
from schema.values.qualifiers import qualifier_of

_TWO, _TEN = Decimal(2), Decimal(10)


class Teller:
    """Decides once for each figure; without `digits` how coarse its inputs are does not count.

    That is so where a report is reproduced: its figures came from more digits than it printed of their inputs.
    """

    def __init__(self, figures: Figures, *, digits: bool = True) -> None:
        self._figures = figures
        self._digits = digits
        self._told: dict[Key, Result] = {}
        self._prints: dict[Key, list[PublishedValue]] | None = None

    def __call__(self, result: Result) -> Result:
        """Return what may be told of a result that was computed; any other stays as it is."""
        if result.kind != "figure" or result.value is None:
            return result
        told = self._told.get(result.key)
        if told is None:
            told = self._told[result.key] = self._tell(result, result.value)
        return told

    def _tell(self, result: Result, value: Decimal) -> Result:
        differs = _crosses_break(self._figures, result) or _differing(self._figures, result)
        if differs is not None:
            return _untold(result, differs[0], *differs[1:])
        if result.qualifier:
            return self._directed(result, value)
        return self._rounded(result, value) if self._digits else result

    def _directed(self, result: Result, value: Decimal) -> Result:
        """Return a figure of qualified inputs as finely as its words are true whatever the inputs are."""
        known, row = self._figures.interval(result.key, self._reading), qualifier_of(result.qualifier)
        if row.side == "between":
            return result
        if row.side == "around":
            by_words = self._figures.interval(result.key, _by_the_words)
            by_digits = self._figures.interval(result.key, self._by_the_digits)
            true = _is_about(value, by_words) and _is_about(value, by_digits)
            return result if true else _untold(result, "qualified")
        for number, step in enumerate(self._steps(result, value)):
            rounded = EXACT.multiply(round_to(quotient(value, step), 0, row.rounding), step)
            if rounded and (known.low >= rounded if row.side == "above" else known.high <= rounded):
                return replace(result, value=rounded, exact=value) if number else result
        return _untold(result, "qualified")

    def _steps(self, result: Result, value: Decimal) -> Iterator[Decimal]:
        """Yield the size of the last digit that the metric shows, and those before it, up to one of its unit."""
        catalogue = self._figures.catalogue
        ready = shape(catalogue.metrics[result.key.metric], catalogue, "zh-Hans", None, value)
        step, whole = fitted(ready, value, result.qualifier).resolution, ready.whole
        yield step
        while (step := EXACT.multiply(step, _TEN)) <= whole:
            yield step

    def _reading(self, leaf: Result) -> Interval:
        return _by_the_words(leaf) if leaf.qualifier else self._by_the_digits(leaf)

    def _by_the_digits(self, leaf: Result) -> Interval:
        half = self._figures.half_step(leaf) if self._digits and not leaf.qualifier else Decimal(0)
        return within_reach(leaf.value or Decimal(0), "", half)

    def _rounded(self, result: Result, value: Decimal) -> Result:
        """Return an exact figure, or about so much of it as the digits of its inputs bear."""
        metric = self._figures.catalogue.metrics[result.key.metric]
        if result.total or (metric.formula is not None and _is_sum(metric.formula.tree)):
            return result  # has the decimals of its parts, so that a table foots
        half = self._half(result, value)
        steps = list(self._steps(result, value)) if half else []
        if not half or EXACT.multiply(half, _TWO) <= steps[0]:
            return result
        step = next((step for step in steps if EXACT.multiply(half, _TWO) <= step), steps[-1])
        rounded = EXACT.multiply(round_to(quotient(value, step), 0, ROUND_HALF_UP), step)
        known = Interval(EXACT.subtract(value, half), EXACT.add(value, half))
        if not rounded or not _is_about(rounded, known):
            return _untold(result, "coarse")
        return replace(result, value=rounded, qualifier="about", exact=value)

    def _half(self, result: Result, value: Decimal) -> Decimal:
        """Return how far the value may be from the truth: no farther than a report says that printed it so."""
        halves = [
            quotient(printed.resolution, _TWO)
            for printed in self._printed(result.key)
            if not printed.qualifier and fits(value, "", printed)
        ]
        return min((*halves, _reach(value, self._figures.interval(result.key, self._reading))))

    def _printed(self, key: Key) -> list[PublishedValue]:
        if self._prints is None:
            self._prints = {}
            for printed in self._figures.snapshot.published:
                self._prints.setdefault(printed.key, []).append(printed)
        return self._prints.get(key, [])


def as_reported(figures: Figures, outline: Outline) -> Figures:
    """Return the values as a report tells them: one that is reproduced prints its figures as it published them.

    A press release cites what others published where the company has no value.
    """
    if outline.figures == "published":
        return figures.telling(Teller(figures, digits=False)).printing(outline.code).told_in(outline)
    return figures.telling(Teller(figures)).told_in(outline)


def _untold(result: Result, reason: ResultReason, *between: str) -> Result:
    pair = (between[0], between[1]) if between else None
    return replace(result, value=None, qualifier="", reason=reason, between=pair)


def _by_the_words(leaf: Result) -> Interval:
    return allowed(leaf.value or Decimal(0), leaf.qualifier)


def _is_about(value: Decimal, known: Interval) -> bool:
    about = within_reach(value, "about")
    return about.low <= known.low and known.high <= about.high


def _reach(value: Decimal, known: Interval) -> Decimal:
    return max(EXACT.subtract(known.high, value), EXACT.subtract(value, known.low))


def _is_sum(node: Node) -> bool:
    """Whether a formula only adds what it refers to."""
    match node:
        case Ref():
            return True
        case Call():
            return node.function == "SUM" and all(map(_is_sum, node.arguments))
        case Operation():
            return node.operator == "+" and all(map(_is_sum, node.operands))
        case _:
            return False


def _crosses_break(figures: Figures, result: Result) -> tuple[ResultReason] | None:
    metric = figures.catalogue.metrics[result.key.metric]
    for reference in metric.formula.references() if metric.formula is not None else ():
        before = reference.year or result.key.period + reference.offset
        if before < result.key.period and figures.breaks(reference.code, before, result.key.period):
            return ("break",)
    return None


def _differing(figures: Figures, result: Result) -> tuple[ResultReason, str, str] | None:
    """Return what the inputs of a figure count from, or were counted at, where that is not the same."""
    points = [p for key in figures.leaves(result) if (p := figures.value(key).point) is not None]
    starts = list(dict.fromkeys(str(point.since) for point in points if point.since))
    if len(starts) > 1:
        return "since", starts[0], starts[1]
    return next(_days(points), None)


def _days(points: list[DataPoint]) -> Iterator[tuple[ResultReason, str, str]]:
    """Yield two days of the year at which inputs were counted, where both say theirs and they differ."""
    days: dict[tuple[int, str], str] = {}
    for point in points:
        if point.as_of:
            days.setdefault((int(point.as_of[:4]) - point.key.period, point.as_of[4:]), point.as_of)
    if len(days) > 1:
        first, second, *_ = days.values()
        yield "as_of", first, second
