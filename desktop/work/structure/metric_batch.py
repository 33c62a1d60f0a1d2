"""Several metrics read at once from the catalogue's workbook, and what the definitions would not load with.

A mistake stands at the cell that made it: also where a figure, a rule or a report that needs the metric finds it.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from desktop.work.structure.checks import circle, issue_of, reading_of
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Definitions, placements
from schema.exchange.catalogue_book.plain_sheet import PlainSheet, letter
from schema.grammar.reference import parse_reference
from schema.grammar.words import Words
from schema.mistakes import Mistake
from schema.validation.issue import Issue

Cells = Mapping[str, Mapping[str, str]]  # by metric and column, as the workbook writes them
_SHEETS, _BETWEEN = ("metrics", "changes", "choices"), ("rules", "totals", "relations")
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
    reading = reading_of([_with_cells(sheets[0], cells), *sheets[1:]], _SHEETS)
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

    sheets = to_sheets(replace(new, catalogue=_about(new.catalogue, measured)), _BETWEEN)
    reading = reading_of(sheets, _BETWEEN)
    rules = load_rules(reading, new.catalogue)
    load_totals(reading, replace(new.catalogue, rules=rules))
    load_relations(reading, new.catalogue)
    rows = {sheet.title: sheet.rows for sheet in sheets}
    found: list[Refusal] = []
    for mistake in reading.mistakes:
        row = rows[mistake.file][mistake.line - 1]
        named = set(_CODE.findall(" ".join(row)))
        of = Words(row[0], row[0], row[0])
        found += [Refusal(code, "", issue_of(mistake), of) for code in measured if code in named]
    return found + [one for code in old.outlines for one in _of_report(new, code, measured)]


def _about(catalogue: Catalogue, codes: Collection[str]) -> Catalogue:
    """Return the catalogue with those rules, totals and relations alone that speak of some metrics."""
    return replace(
        catalogue,
        rules=tuple(one for one in catalogue.rules if any(ref.code in codes for ref in one.formula.references())),
        totals=tuple(one for one in catalogue.totals if any(ref.code in codes for ref in (one.whole, *one.parts))),
        relations=tuple(one for one in catalogue.relations if any(ref.code in codes for ref in one.terms)),
    )


def _of_report(definitions: Definitions, report: str, codes: Collection[str]) -> Iterator[Refusal]:
    """Yield what a report places of some metrics that they have no longer."""
    from schema.catalogue.formulas import reference_known
    from schema.catalogue.reading import Passage, Reading
    from schema.catalogue.yaml_source import Source
    from schema.exchange.catalogue_book.sheet_source import SheetFiles

    outline = definitions.outlines[report]
    blocks = (block for section in outline.walk() for block in section.blocks)
    rows = (row for block in blocks for row in placements(block))
    written = {text for row in rows for text in (row.reference, row.target, row.progress) if text}
    for reference in filter(None, map(parse_reference, sorted(written))):
        if reference.code in codes:
            reading = Reading(SheetFiles())
            reference_known(Passage(reading, Source(""), ()), definitions.catalogue, reference.code, reference.category)
            for mistake in reading.mistakes:
                yield Refusal(reference.code, "", issue_of(mistake), outline.title)
