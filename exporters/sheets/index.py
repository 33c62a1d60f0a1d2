"""The index of a framework: each disclosure with where it is answered, by which data, or why not."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from itertools import groupby

from exporters.sheets.context import Context
from exporters.sheets.plan import Plan
from exporters.sheets.tables import current_cell, spot_link, table_sheet
from exporters.sheets.values import decimals, number_format
from exporters.workbook import Cell, Sheet
from schema.catalogue.definitions import Disclosure, Framework, Metric
from schema.values.reference import Key


def index_sheet(context: Context, plan: Plan, framework: Framework, title: str, contents: str) -> Sheet:
    """Return the index of one framework: where each disclosure is answered, by which data, or why not."""
    sections = _answers(context, framework)
    metrics = _metrics_of(context, plan, framework)
    rows: list[list[Cell]] = []
    for aspect, group in groupby(framework.disclosures, key=lambda item: item.aspect.best(context.language)):
        if aspect:
            rows.append([Cell(aspect, "section")])
        for item in group:
            rows += _index_rows(context, plan, framework, item, sections.get(item.code, []), metrics.get(item.code, []))
    name = framework.name.best(context.language)
    columns = (
        ("disclosure", 10.0),
        ("requirement", 48.0),
        ("sections", 32.0),
        ("data", 38.0),
        ("value", 20.0),
        ("unit", 17.0),
        ("explanation", 34.0),
    )
    lead = context.say("sheet.index.lead")
    return table_sheet(context, title, name, lead, columns, rows, contents, freeze="B4", numbers=("value",))


def _answers(context: Context, framework: Framework) -> dict[str, list[str]]:
    found: dict[str, list[str]] = {}
    for section in context.outline.walk():
        for code in section.disclosures.get(framework.code, ()):
            found.setdefault(code, []).append(section.title.best(context.language))
    return found


def _metrics_of(context: Context, plan: Plan, framework: Framework) -> dict[str, list[Metric]]:
    found: dict[str, list[Metric]] = {}
    for code in plan.home:
        metric = context.catalogue.metrics[code]
        for disclosure in metric.disclosures.get(framework.code, ()):
            found.setdefault(disclosure, []).append(metric)
    return found


def _index_rows(
    context: Context,
    plan: Plan,
    framework: Framework,
    item: Disclosure,
    sections: Sequence[str],
    metrics: Sequence[Metric],
) -> list[list[Cell]]:
    """Return one row for each metric that answers a disclosure, the first with the requirement; at least one row."""
    explanation = context.outline.explanations.get(framework.code, {}).get(item.code)
    rows: list[list[Cell]] = []
    for number, metric in enumerate(metrics or (None,)):
        ends = ".open" if number + 1 < len(metrics) else ""
        first = number == 0
        rows.append(
            [
                Cell(item.printed if first else None, f"entry{ends}"),
                Cell(item.title.best(context.language) if first else None, f"text{ends}"),
                Cell("\n".join(sections) or None if first else None, f"text{ends}"),
                *_index_data(context, plan, metric),
                Cell(explanation.best(context.language) if explanation and first else None, f"text{ends}"),
            ]
        )
    return rows


def _index_data(context: Context, plan: Plan, metric: Metric | None) -> tuple[Cell, Cell, Cell]:
    """Return a metric's name with a link, this year's value by formula, and its unit."""
    if metric is None:
        return Cell(None, "text"), Cell(None, "cell"), Cell(None, "cell")
    key = Key(metric.code, context.outline.year)
    spot, result = plan.spots.get(key), context.figures.value(key)
    form = number_format(metric, decimals(context, metric, [result.value or Decimal(0)]), context.language)
    return (
        Cell(context.name(metric), "link.top" if spot else "text", link=spot_link(spot)),
        current_cell(key, result.value, form, spot, ".top"),
        Cell(context.unit(metric), "unit.top"),
    )
