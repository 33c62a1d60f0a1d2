"""What the loader of definitions says of a change: it reads what was changed as it would read it from a workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING

from schema.catalogue.compiled import with_hash
from schema.catalogue.definitions import Catalogue, Company, Metric
from schema.catalogue.outline import Definitions, Outline
from schema.grammar.words import Words
from schema.mistakes import Mistake
from schema.validation.issue import Issue

if TYPE_CHECKING:
    from schema.catalogue.reading import Reading
    from schema.exchange.catalogue_book.plain_sheet import PlainSheet

_SOME_NAME = Words("…", "…", "…")
_OF_OUTLINE = ("outlines", "explanations", "sections", "blocks")
_OF_METRIC = ("metrics", "changes", "choices")


def issue_of(mistake: Mistake) -> Issue:
    """Return a mistake as an issue: its sentence, without a file and line, which nobody here has."""
    return Issue(mistake.code, "error", facts=dict(mistake.params), place=mistake.file)


def outline_mistakes(definitions: Definitions, report: str) -> tuple[Mistake, ...]:
    """Return what is wrong in one report's outline, as the catalogue is."""
    from schema.catalogue.outlines import load_outlines

    reading = _reading(replace(definitions, outlines={report: definitions.outlines[report]}), _OF_OUTLINE)
    load_outlines(reading, definitions.catalogue)
    return tuple(reading.mistakes)


def metric_issues(definitions: Definitions, metric: Metric) -> tuple[Metric | None, tuple[Issue, ...]]:
    """Return a metric with its formula read and scaled, and what is wrong with it; of a formula its text counts."""
    from schema.catalogue.formulas import check_formulas
    from schema.catalogue.loader import load_metrics

    catalogue = definitions.catalogue
    lone = replace(definitions, catalogue=replace(catalogue, metrics={metric.code: metric}))
    reading = _reading(lone, _OF_METRIC)
    written = load_metrics(reading, catalogue)
    whole = replace(catalogue, metrics={**catalogue.metrics, **{code: one for code, (one, _, _) in written.items()}})
    made = check_formulas(reading, whole, written).get(metric.code)
    issues = tuple(map(issue_of, reading.mistakes))
    if made is not None and made.formula is not None and not issues:
        issues = circle(whole, made)
    return made, issues


def circle(catalogue: Catalogue, metric: Metric) -> tuple[Issue, ...]:
    """Say where a figure needs itself in the same year, over whatever others."""
    path = _way_back(catalogue.metrics, metric, metric.code, (metric.code,))
    if not path:
        return ()
    names = " → ".join(catalogue.metrics[code].name.zh_hans or code for code in path)
    return (Issue("definition.cycle", "error", facts={"name": names}),)


def _way_back(metrics: Mapping[str, Metric], metric: Metric, goal: str, path: tuple[str, ...]) -> tuple[str, ...]:
    for reference in metric.formula.references() if metric.formula else ():
        if reference.offset or reference.year:
            continue
        if reference.code == goal:
            return (*path, goal)
        below = metrics.get(reference.code) if reference.code not in path else None
        if below is not None and (found := _way_back(metrics, below, goal, (*path, below.code))):
            return found
    return ()


def company_issues(definitions: Definitions, company: Company) -> tuple[Issue, ...]:
    """Return what is wrong in the company's own data."""
    from schema.catalogue.loader import load_company

    lone = replace(definitions, catalogue=replace(definitions.catalogue, company=company))
    reading = _reading(lone, ("company",))
    load_company(reading)
    return tuple(map(issue_of, reading.mistakes))


def whole(definitions: Definitions) -> Definitions:
    """Return the definitions read again from end to end. DefinitionsError with every mistake; takes a second.

    A company that has no name yet, as after a start from a starter, is no mistake of what else is changed.
    """
    from schema.catalogue.loader import Sentences
    from schema.exchange.catalogue_book.rows import from_sheets, to_sheets

    sentences = Sentences(definitions.catalogue.messages, definitions.catalogue.phrases)
    company = definitions.catalogue.company
    if company.name and company.short:
        return from_sheets(to_sheets(definitions), sentences)
    named = replace(company, name=company.name or _SOME_NAME, short=company.short or _SOME_NAME)
    read = from_sheets(to_sheets(_of_company(definitions, named)), sentences)
    known = replace(read.catalogue.company, name=company.name, short=company.short)
    return with_hash(_of_company(read, known))


def _of_company(definitions: Definitions, company: Company) -> Definitions:
    return replace(definitions, catalogue=replace(definitions.catalogue, company=company))


def _reading(definitions: Definitions, titles: Sequence[str]) -> Reading:
    from schema.exchange.catalogue_book.writing import to_sheets

    return reading_of(to_sheets(definitions, titles), titles)


def reading_of(sheets: Sequence[PlainSheet], titles: Sequence[str]) -> Reading:
    """Return some sheets of the catalogue's workbook as the loader reads them."""
    from schema.catalogue.reading import Reading
    from schema.exchange.catalogue_book.reading import to_files
    from schema.exchange.catalogue_book.sheet_forms import sheet_forms
    from schema.exchange.catalogue_book.sheet_table import read_tables

    forms = {title: form for title, form in sheet_forms().items() if title in titles}
    tables = read_tables(sheets, forms)
    reading = Reading(to_files(tables.rows))
    reading.mistakes = tables.mistakes
    return reading


def warm_up() -> None:
    """Import what reading takes."""
    for name in ("schema.catalogue.loader", "schema.exchange.catalogue_book.writing"):
        import_module(name)


def with_outline(definitions: Definitions, outline: Outline) -> Definitions:
    """Return the definitions with one report's outline in the place of that of its code, or beside the others."""
    return replace(definitions, outlines={**definitions.outlines, outline.code: outline})


def with_metric(definitions: Definitions, metric: Metric) -> Definitions:
    """Return the definitions with a metric in the place of that of its code, or after the others."""
    metrics = {**definitions.catalogue.metrics, metric.code: metric}
    return replace(definitions, catalogue=replace(definitions.catalogue, metrics=metrics))
