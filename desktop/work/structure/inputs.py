"""A formula while it is written: its inputs with this year's values, what it comes to, and who depends on a metric."""

from __future__ import annotations

from dataclasses import dataclass

from desktop.work.structure.checks import issue_of
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Outline, placements
from schema.grammar.formula import Formula
from schema.grammar.reference import Key, parse_reference
from schema.grammar.words import Words
from schema.mistakes import near
from schema.validation.issue import Issue
from schema.values.figures import Figures, Result


@dataclass(frozen=True, slots=True)
class Input:
    """One reference of a formula as written; `metric` None: there is none of that code, `near` is one alike."""

    written: str
    metric: Metric | None
    result: Result | None = None
    near: Metric | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What a formula says; `issues` are the reasons why it cannot be used."""

    inputs: tuple[Input, ...]
    formula: Formula | None
    issues: tuple[Issue, ...]


def read_formula(catalogue: Catalogue, text: str, metric: Metric, figures: Figures, year: int) -> Reading:
    """Read a formula of a metric with the loader's own checks; unknown metrics stand among the inputs by themselves."""
    from schema.catalogue.formulas import parse_formula
    from schema.catalogue.reading import Passage
    from schema.catalogue.reading import Reading as Mistakes
    from schema.catalogue.yaml_source import Source
    from schema.exchange.catalogue_book.sheet_source import SheetFiles
    from schema.grammar.formula_parser import FormulaError, FormulaReader

    gathered, reader = Mistakes(SheetFiles()), FormulaReader()
    passage = Passage(gathered, Source(""), ())
    formula = parse_formula(passage, reader, catalogue, text, metric)
    try:
        tree = reader.read(text)
    except FormulaError:
        return Reading((), None, tuple(map(issue_of, gathered.mistakes)))
    references = {ref.target(): ref for ref in Formula(text, tree).references()}
    inputs = tuple(_input(catalogue, ref.code, ref.target(), figures, ref.year or year + ref.offset)
                   for ref in references.values())  # fmt: skip
    return Reading(inputs, formula, tuple(map(issue_of, gathered.mistakes)))


def _input(catalogue: Catalogue, code: str, written: str, figures: Figures, year: int) -> Input:
    metric = catalogue.metrics.get(code)
    if metric is None:
        alike = catalogue.metrics.get(near(code, catalogue.metrics))
        return Input(written, None, near=alike)
    category = written.partition(":")[2]
    if "*" in category:
        return Input(written, metric)
    return Input(written, metric, figures.value(Key(code, year, category=category)))


def dependents(catalogue: Catalogue, code: str) -> tuple[Words, ...]:
    """Return what is computed from or checked with a metric: figures by name, rules, totals and relations by code."""
    figures = [
        one.name
        for one in catalogue.metrics.values()
        if one.formula is not None and any(ref.code == code for ref in one.formula.references())
    ]
    rules = [rule.code for rule in catalogue.rules if any(ref.code == code for ref in rule.formula.references())]
    totals = [one.code for one in catalogue.totals if code in (one.whole.code, *(part.code for part in one.parts))]
    relations = [one.code for one in catalogue.relations if any(term.code == code for term in one.terms)]
    return (*figures, *(Words(one, one, one) for one in dict.fromkeys((*rules, *totals, *relations))))


def placed_codes(outline: Outline) -> frozenset[str]:
    """Return the metrics that stand in a report."""
    blocks = (block for section in outline.walk() for block in section.blocks)
    found = (parse_reference(row.reference) for block in blocks for row in placements(block))
    return frozenset(reference.code for reference in found if reference is not None)


def places_of(outline: Outline, code: str) -> tuple[Words, ...]:
    """Return the sections of a report in which a metric stands."""
    return tuple(
        section.title
        for section in outline.walk()
        if any(
            (reference := parse_reference(row.reference)) is not None and reference.code == code
            for block in section.blocks
            for row in placements(block)
        )
    )
