"""A new metric from what somebody says of it, checked as the loader checks; and what a metric is changed to."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal, InvalidOperation
from typing import Literal

from desktop.work.structure.blocks import without
from desktop.work.structure.checks import metric_issues, with_metric
from desktop.work.structure.codes import codes_in
from desktop.work.structure.inputs import dependents
from desktop.work.structure.parts import Part, rows_of
from schema.catalogue.definitions import Metric
from schema.catalogue.kinds import PERCENT
from schema.catalogue.outline import Definitions, Outline, Placement
from schema.grammar.formula import Formula, Number
from schema.grammar.words import NO_WORDS, Words
from schema.validation.issue import Issue

Making = Literal["typed", "computed", "total"]
_UNREAD = Number(Decimal(0))

# Axes that values add up over beside the breakdowns: the form does not show them.
_BESIDE = {"period", "entity"}


@dataclass(frozen=True, slots=True)
class MetricDraft:
    """What the form of a metric holds.

    `making`: its values are typed, or come from `formula`, or are the total of the metrics `parts`.
    `adds_up`: its breakdowns' members add up to the whole. `threshold` is in percent, as typed; empty: the usual one.
    """

    name: Words = NO_WORDS
    code: str = ""
    unit: str = ""
    whole_numbers: bool = False
    timing: str = "flow"
    department: str = ""
    making: Making = "typed"
    formula: str = ""
    parts: tuple[str, ...] = ()
    breakdowns: tuple[str, ...] = ()
    adds_up: bool = True
    disclosures: Mapping[str, tuple[str, ...]] = field(default_factory=dict[str, "tuple[str, ...]"])
    definition: Words = NO_WORDS
    evidence: bool = False
    threshold: str = ""

    @property
    def formula_text(self) -> str:
        """Return the formula that the values come from; empty where they are typed."""
        match self.making:
            case "typed":
                return ""
            case "computed":
                return self.formula.strip()
            case "total":
                return " + ".join(f"[{code}]" for code in self.parts)


def draft_of(metric: Metric) -> MetricDraft:
    """Return a metric as its form shows it."""
    return MetricDraft(
        name=metric.name,
        code=metric.code,
        unit=metric.unit,
        whole_numbers=metric.traits.counted,
        timing=metric.timing,
        department=metric.department,
        making="computed" if metric.formula else "typed",
        formula=metric.formula.text if metric.formula else "",
        breakdowns=tuple(dict.fromkeys(code for crossing in metric.crossings for code in crossing)),
        adds_up=bool(set(metric.sum_over) - _BESIDE),
        disclosures=metric.disclosures,
        definition=metric.definition,
        evidence=metric.evidence == "required",
        threshold=format(metric.change_threshold, "f") if metric.change_threshold is not None else "",
    )


def checked_metric(
    definitions: Definitions, draft: MetricDraft, before: Metric | None = None
) -> tuple[Metric | None, tuple[Issue, ...]]:
    """Return the metric that a draft asks for, with every reason why it cannot be; `before` is what it is changed from.

    What the form does not show (bounds, notes, changes of definition) stays as it is.
    """
    reasons = tuple(_reasons(definitions, draft, before))
    threshold = _threshold(draft.threshold)
    if reasons or (draft.threshold.strip() and threshold is None):
        unread = (Issue("structure.threshold", "error", facts={"name": draft.threshold.strip()}),)
        return None, reasons or unread
    text = draft.formula_text
    asked = _asked(draft, before, threshold)
    metric, issues = metric_issues(definitions, replace(asked, formula=Formula(text, _UNREAD) if text else None))
    return (None if issues else metric), issues


def _reasons(definitions: Definitions, draft: MetricDraft, before: Metric | None) -> list[Issue]:
    found: list[Issue] = []
    metrics = definitions.catalogue.metrics
    if not draft.name:
        found.append(Issue("structure.no_name", "error"))
    if before is None and draft.code in metrics:
        found.append(Issue("structure.taken", "error", facts={"name": metrics[draft.code].name, "code": draft.code}))
    if not draft.unit:
        found.append(Issue("structure.no_unit", "error"))
    if not draft.department:
        found.append(Issue("structure.no_owner", "error"))
    if draft.making != "typed" and not draft.formula_text:
        found.append(Issue("structure.no_formula", "error"))
    return found


def _asked(draft: MetricDraft, before: Metric | None, threshold: Decimal | None) -> Metric:
    base = before or Metric(draft.code, draft.name, "number", draft.unit, "", draft.timing, draft.department)
    known = draft_of(before).breakdowns if before else ()
    axes = tuple(code for code in draft.breakdowns if code not in _BESIDE) if draft.adds_up else ()
    kept = tuple(axis for axis in base.sum_over if axis in _BESIDE)
    return replace(
        base,
        name=draft.name,
        kind=base.kind if base.traits.labelled or base.traits.ranged else _kind(draft),
        unit=draft.unit,
        timing=draft.timing,
        department=draft.department,
        definition=draft.definition,
        crossings=base.crossings if draft.breakdowns == known else tuple((code,) for code in draft.breakdowns),
        sum_over=(*axes, *kept),
        disclosures=draft.disclosures,
        evidence="required" if draft.evidence else "",
        change_threshold=threshold,
        assumed=base.assumed and draft.definition == base.definition,
    )


def _kind(draft: MetricDraft) -> str:
    if draft.unit == PERCENT:
        return "percent"
    return "integer" if draft.whole_numbers else "number"


def _threshold(text: str) -> Decimal | None:
    try:
        value = Decimal(text.strip().rstrip("%％").strip() or "NaN")
    except InvalidOperation:
        return None
    return value if value.is_finite() and value > 0 else None


def with_draft(
    definitions: Definitions, draft: MetricDraft, before: Metric | None = None
) -> Definitions | tuple[Issue, ...]:
    """Return the definitions with the metric of a draft, or every reason why not."""
    metric, issues = checked_metric(definitions, draft, before)
    return issues if metric is None else with_metric(definitions, metric)


def without_metric(definitions: Definitions, code: str) -> Definitions | Issue:
    """Return the definitions without a metric and its placements; refused while figures, rules or totals need it.

    Values stay in the workspace: with the metric they are there again.
    """
    needed = dependents(definitions.catalogue, code)
    if needed:
        name = definitions.catalogue.metrics[code].name
        return Issue("structure.needed", "error", facts={"name": name, "list": needed})
    outlines = {one.code: _unplaced(one, code) for one in definitions.outlines.values()}
    metrics = {known: metric for known, metric in definitions.catalogue.metrics.items() if known != code}
    return replace(definitions, catalogue=replace(definitions.catalogue, metrics=metrics), outlines=outlines)


def _unplaced(outline: Outline, code: str) -> Outline:
    places = [
        Part(section.code, block.id, number)
        for section in outline.walk()
        for block in section.blocks
        for number, row in enumerate(rows_of(block))
        if isinstance(row, Placement) and codes_in((row.reference,)) == [code]
    ]
    for part in reversed(places):
        outline = without(outline, part)
    return outline
