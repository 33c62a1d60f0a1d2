"""Values of years that do not count the same: told once per metric, and asked for where nobody has said since when."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from schema.catalogue.definition_drift import unit_of
from schema.catalogue.definitions import Metric
from schema.catalogue.outline import Definitions, Outline
from schema.grammar.reference import Key
from schema.grammar.words import LANGUAGES, Words
from schema.validation.asked_values import placed_references, window
from schema.validation.facts import Coded, Fact
from schema.validation.issue import Issue
from schema.values.datapoint import Snapshot
from schema.values.definition_breaks import SAME
from schema.values.figures import Figures


def check_drift(definitions: Definitions, outlines: Iterable[Outline], snapshot: Snapshot) -> Iterator[Issue]:
    """Yield each metric whose years are not comparable in a report, and each that changed without a word."""
    metrics = definitions.catalogue.metrics
    changed = {code: metric for code, metric in metrics.items() if metric.changed}
    wanted = changed.keys() | definitions.drifted.keys()
    years: dict[str, set[int]] = {code: set() for code in wanted}
    for key in snapshot.points if wanted else ():
        if key.metric in years:
            years[key.metric].add(key.period)
    said: set[str] = set()
    for outline in sorted(outlines, key=lambda item: -item.year) if changed else ():
        for reference in placed_references(outline):
            metric = changed.get(reference.code)
            if metric is not None and metric.code not in said:
                breaks = tuple(_breaks(metric, outline, years[metric.code]))
                said |= {metric.code} if breaks else set()
                yield from breaks
    for code, origin in definitions.drifted.items():
        if code in metrics and years[code]:
            yield _drifted(metrics[code], origin, max(years[code]))


def _breaks(metric: Metric, outline: Outline, years: set[int]) -> Iterator[Issue]:
    """One issue for the newest break that lies between two years which the report shows."""
    printed = years.intersection(window(outline))
    for change in reversed(metric.changed):
        if change.what != SAME and any(y < change.since for y in printed) and any(y >= change.since for y in printed):
            remark = Words(*(change.note.best(language).rstrip("。. ") for language in LANGUAGES))
            what = Coded("definition change", change.what)
            shown: dict[str, Fact] = {"since": change.since, "what": what, "report": outline.code, "remark": remark}
            yield Issue("metric.not_comparable", "doubt", Key(metric.code, change.since), shown)
            return


def _drifted(metric: Metric, origin: str, year: int) -> Issue:
    if unit_of(origin) != metric.unit:
        old_unit = Coded("unit", unit_of(origin))
        return Issue("metric.drifted_unit", "doubt", Key(metric.code, year), {"oldunit": old_unit})
    return Issue("metric.drifted", "doubt", Key(metric.code, year))


def check_figure_break(metric: Metric, figures: Figures, key: Key) -> Iterator[Issue]:
    """Yield a figure that its formula computes from years on both sides of a break."""
    if metric.formula is None or figures.value(key).value is None:
        return
    for reference in metric.formula.references():
        before = reference.year or key.period + reference.offset
        if before < key.period and (breaks := figures.breaks(reference.code, before, key.period)):
            shown = {"since": breaks[-1].change.since, "year": before}
            yield Issue("figure.not_comparable", "doubt", key, shown)
            return
