"""Several metrics read at once from the catalogue's workbook, and what the definitions would not load with.

A mistake stands at the cell that made it: also where a figure, a rule or a report that needs the metric finds it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.work.structure.checks import circle, issue_of, outline_mistakes, reading_of
from desktop.work.structure.inputs import places_of
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Definitions
from schema.exchange.catalogue_book.plain_sheet import PlainSheet, letter
from schema.grammar.words import Words
from schema.mistakes import Mistake
from schema.validation.issue import Issue

Cells = Mapping[str, Mapping[str, str]]  # by metric and column, as the workbook writes them
_SHEETS, _BETWEEN = ("metrics", "changes"), ("rules", "totals", "relations")
_CODE = re.compile(r"[a-z][a-z0-9]*(?:\.[a-z][a-z0-9]*)*")


@dataclass(frozen=True, slots=True)
class Refusal:
    """What cannot be: a `metric` with a `column`, "" for any that says how it is measured; `of` is what needs it."""

    metric: str
    column: str
    issue: Issue
    of: Words | None = None


@dataclass(frozen=True, slots=True)
class MetricBatch:
    """The metrics as they would be, and every reason why not."""

    metrics: Mapping[str, Metric]
    refusals: tuple[Refusal, ...]


def read_metrics(definitions: Definitions, cells: Cells, measured: Collection[str]) -> MetricBatch:
    """Read metrics with other cells; `measured` are those of which something changes that others may hang on."""
    from schema.catalogue.formulas import check_formulas
    from schema.catalogue.loader import load_metrics
    from schema.exchange.catalogue_book.writing import to_sheets

    catalogue = definitions.catalogue
    needing = [code for code in _needing(catalogue, measured) if code not in cells]
    codes = [*cells, *needing]
    lone = {code: catalogue.metrics[code] for code in codes}
    sheets = to_sheets(replace(definitions, catalogue=replace(catalogue, metrics=lone)), _SHEETS)
    reading = reading_of([_with_cells(sheets[0], cells), sheets[1]], _SHEETS)
    written = load_metrics(reading, catalogue)
    known = {**catalogue.metrics, **{code: one for code, (one, _, _) in written.items()}}
    made = check_formulas(reading, replace(catalogue, metrics=known), written)
    columns = {letter(number): name for number, name in enumerate(sheets[0].rows[0])}
    found = [_refusal(mistake, codes, columns) for mistake in reading.mistakes]
    whole = replace(catalogue, metrics={**known, **made})
    if not found:
        found += [
            Refusal(code, "formula", issue) for code in codes if code in made for issue in circle(whole, made[code])
        ]
    if not found and measured:
        found += _beyond(definitions, replace(definitions, catalogue=whole), measured)
    new = {code: made[code] for code in cells if code in made}
    return MetricBatch(new, tuple(one for each in found for one in _at_inputs(catalogue, each, cells, measured)))


def _with_cells(sheet: PlainSheet, cells: Cells) -> PlainSheet:
    head = sheet.rows[0]
    rows = (
        tuple(cells.get(row[0], {}).get(name, text) for name, text in zip(head, row, strict=True))
        for row in sheet.rows[1:]
    )
    return replace(sheet, rows=(head, *rows))


def _needing(catalogue: Catalogue, measured: Collection[str]) -> Iterator[str]:
    """Yield the figures that are computed from a metric."""
    for code, metric in catalogue.metrics.items():
        if metric.formula is not None and any(ref.code in measured for ref in metric.formula.references()):
            yield code


def _refusal(mistake: Mistake, codes: Sequence[str], columns: Mapping[str, str]) -> Refusal:
    """Return a mistake at its metric and column; what a change of definition says belongs to no single cell."""
    if mistake.file != _SHEETS[0]:
        return Refusal(mistake.params.get("name", codes[0]), "", issue_of(mistake))
    return Refusal(codes[mistake.line - 2], columns.get(mistake.column, ""), issue_of(mistake))


def _at_inputs(catalogue: Catalogue, one: Refusal, cells: Cells, measured: Collection[str]) -> tuple[Refusal, ...]:
    """Return a refusal at the metrics that are changed: what a figure finds is a matter of its inputs."""
    if one.metric in cells:
        return (one,)
    formula = catalogue.metrics[one.metric].formula if one.metric in catalogue.metrics else None
    inputs = [ref.code for ref in formula.references() if ref.code in measured] if formula else []
    name = catalogue.metrics[one.metric].name if one.metric in catalogue.metrics else None
    return tuple(Refusal(code, "", one.issue, name) for code in dict.fromkeys(inputs))


def _beyond(old: Definitions, new: Definitions, measured: Collection[str]) -> list[Refusal]:
    """Return what rules, totals, relations and reports have against metrics that are measured otherwise."""
    from schema.catalogue.formulas import load_rules, load_totals
    from schema.catalogue.relation_reading import load_relations
    from schema.exchange.catalogue_book.writing import to_sheets

    sheets = to_sheets(new, _BETWEEN)
    reading = reading_of(sheets, _BETWEEN)
    rules = load_rules(reading, new.catalogue)
    load_totals(reading, replace(new.catalogue, rules=rules))
    load_relations(reading, new.catalogue)
    rows = {sheet.title: sheet.rows for sheet in sheets}
    found: list[Refusal] = []
    for mistake in reading.mistakes:
        row = rows[mistake.file][mistake.line - 1]
        found += _at_named(" ".join(row), measured, mistake, Words(row[0], row[0], row[0]))
    for report, outline in new.outlines.items():
        placed = [code for code in measured if places_of(outline, code)]
        for mistake in outline_mistakes(new, report) if placed else ():
            found += _at_named(" ".join(mistake.params.values()), placed, mistake, old.outlines[report].title)
    return found


def _at_named(text: str, codes: Collection[str], mistake: Mistake, of: Words) -> list[Refusal]:
    """Return a mistake at the metrics that are named in a text; at all of them where none is."""
    named = set(_CODE.findall(text))
    return [Refusal(code, "", issue_of(mistake), of) for code in [c for c in codes if c in named] or codes]
