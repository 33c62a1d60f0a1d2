"""Formulas of metrics and rules: parsed, their references known, their dimensions fitting, no cycles."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from schema.catalogue import sources as form
from schema.catalogue.definitions import Breakdown, Catalogue, Metric, Rule, Total, Unit
from schema.catalogue.dimensions import (
    ANY,
    PURE,
    Dimension,
    DimensionClash,
    dimension_of,
    dimension_words,
    read_dimension,
)
from schema.catalogue.entity_reading import entity_known
from schema.catalogue.factors import dimensions_of
from schema.catalogue.labelled_reading import stands_as_condition
from schema.catalogue.reading import Passage, Reading
from schema.catalogue.record_numbers import column_of, metric_of
from schema.catalogue.totals import read_total
from schema.catalogue.yaml_source import Source
from schema.grammar.decimals import MOST_DIGITS
from schema.grammar.formula import Call, Formula, Node, Operation, Ref, walk
from schema.grammar.formula_parser import FormulaError, FormulaReader
from schema.grammar.reference import category_parts, split_record

Written = Mapping[str, "tuple[Metric, form.MetricSource, Source]"]


def check_formulas(reading: Reading, catalogue: Catalogue, written: Written) -> dict[str, Metric]:
    """Return the metrics with their formulas parsed and scaled."""
    reader = FormulaReader()
    result: dict[str, Metric] = {}
    for code, (metric, entry, source) in written.items():
        formula = None
        if entry.formula:
            passage = Passage(reading, source, ("metrics", code, "formula"))
            formula = parse_formula(passage, reader, catalogue, entry.formula, metric)
        result[code] = replace(metric, formula=formula)
    _find_cycles(reading, result, written)
    return result


def load_rules(reading: Reading, catalogue: Catalogue) -> tuple[Rule, ...]:
    """Read rules.yaml; a rule's formula must be a comparison of things that fit."""
    if not reading.files.names("rules.yaml"):
        return ()
    file, source = reading.read("rules.yaml", form.RulesFile)
    reader, rules = FormulaReader(), list[Rule]()
    for code, entry in file.rules.items() if file else ():
        passage = Passage(reading, source, ("rules", code))
        formula = parse_formula(passage.at("formula"), reader, catalogue, entry.formula)
        for language in entry.message.words().missing(reading.languages):
            passage.say("definition.missing_language", name=code, language=language)
        if formula is not None:
            rules.append(Rule(code, formula, entry.severity, entry.message.words()))
    return tuple(rules)


def load_totals(reading: Reading, catalogue: Catalogue) -> tuple[Total, ...]:
    """Read totals.yaml, if there is one; each is checked as the rule that says the same."""
    if not reading.files.names("totals.yaml"):
        return ()
    file, source = reading.read("totals.yaml", form.TotalsFile)
    reader, totals = FormulaReader(), list[Total]()
    for code, entry in file.totals.items() if file else ():
        passage = Passage(reading, source, ("totals", code))
        if any(rule.code == code for rule in catalogue.rules):
            passage.say("definition.doubled", name=code)
        if entry.until and entry.until < entry.since:
            passage.at("until").say("definition.total_years", name=code, value=str(entry.until))
        total = _total(passage, reader, catalogue, entry)
        if total is not None:
            totals.append(replace(total, code=code, since=entry.since, until=entry.until))
    return tuple(totals)


def _total(passage: Passage, reader: FormulaReader, catalogue: Catalogue, entry: form.TotalSource) -> Total | None:
    parts = ", ".join(f"[{part}]" for part in entry.parts)
    text = f"SUM({parts}) {'=' if entry.complete else '<='} [{entry.whole}]"
    formula = parse_formula(passage, reader, catalogue, text)
    total = read_total("", formula) if formula else None
    if formula is not None and total is None:
        passage.say("definition.no_total", name=entry.whole)
    return total


def parse_formula(
    passage: Passage, reader: FormulaReader, catalogue: Catalogue, text: str, metric: Metric | None = None
) -> Formula | None:
    """Read a formula, of a metric or by itself; None where it has mistakes, which are kept."""
    try:
        tree = reader.read(text)
    except FormulaError as error:
        shown = {"name": text, "near": error.near, "column": str(error.column), "most": str(MOST_DIGITS)}
        passage.say(error.reason, **shown)
        return None
    if not _references_known(passage, catalogue, tree) or not stands_as_condition(passage, catalogue, tree):
        return None
    _check_dimensions(passage, catalogue, tree, metric)
    scale = catalogue.units[metric.unit].factor if metric and metric.unit in catalogue.units else None
    formula = Formula(" ".join(text.split()), _scaled(tree, catalogue))
    return replace(formula, scale=scale) if scale is not None else formula


def _references_known(passage: Passage, catalogue: Catalogue, tree: Node) -> bool:
    known = True
    for node in walk(tree):
        if isinstance(node, Ref):
            known &= reference_known(passage, catalogue, node.code, node.category)
            known &= entity_known(passage, catalogue, node.entity)
    codes = {*dimensions_of(catalogue.factors)}
    for code in Formula("", tree).factors():
        known &= passage.known(code, codes, "factor")
    return known


def reference_known(passage: Passage, catalogue: Catalogue, code: str, category: str) -> bool:
    """Whether a reference names a metric and a category of its crossings, or a number column of a record type.

    The row that a record's number stands in is data: whether it is there is seen when the report is checked.
    """
    if not code.startswith("record/"):
        known = passage.known(code, catalogue.metrics, "metric")
        return known and _cut_known(passage, catalogue.metrics[code], category, catalogue.breakdowns)
    record_type, column = split_record(code)
    if not passage.known(record_type, catalogue.records, "record"):
        return False
    numbers = [item.code for item in catalogue.records[record_type].columns if item.numeric]
    return column_of(catalogue, code) is not None or passage.known(column, numbers, "column")


def _cut_known(passage: Passage, metric: Metric, cut: str, breakdowns: Mapping[str, Breakdown]) -> bool:
    """Whether a cut's breakdowns are one of the metric's crossings, and its categories members of them."""
    if not cut:
        return True
    crossed = tuple(sorted(breakdown for breakdown, _ in category_parts(cut)))
    if crossed not in metric.crossings:
        crossings = [";".join(crossing) for crossing in metric.crossings]
        passage.say("definition.not_crossed", name=metric.code, category=cut, near=", ".join(crossings))
        return False
    known = True
    for breakdown, member in category_parts(cut):
        if breakdown not in breakdowns:  # the metric crosses what is missing, and its own line says so
            return False
        members = [item.code for item in breakdowns[breakdown].members]
        known &= member == "*" or passage.known(member, members, "category")
    return known


def _check_dimensions(passage: Passage, catalogue: Catalogue, tree: Node, metric: Metric | None) -> None:
    def of_metric(code: str) -> Dimension:
        if (known := metric_of(catalogue, code)) is not None and known.traits.labelled:
            return ANY  # asked about only: no amount comes out of it
        unit = _unit_of(catalogue, code)
        return read_dimension(unit.dimension) if unit else PURE

    factors = {code: read_dimension(text) for code, text in dimensions_of(catalogue.factors).items()}
    try:
        dimension = dimension_of(tree, of_metric, factors)
    except DimensionClash as clash:
        _say_clash(passage, catalogue, clash)
        return
    if metric is not None and dimension not in (of_metric(metric.code), ANY):
        _say_clash(passage, catalogue, DimensionClash(dimension, of_metric(metric.code)))


def _say_clash(passage: Passage, catalogue: Catalogue, clash: DimensionClash) -> None:
    left, right = (dimension_words(side, catalogue.units) for side in (clash.left, clash.right))
    passage.say("definition.dimension", left=left, right=right)


def _unit_of(catalogue: Catalogue, code: str) -> Unit | None:
    metric = metric_of(catalogue, code)
    return catalogue.units.get(metric.unit) if metric else None


def _scaled(node: Node, catalogue: Catalogue) -> Node:
    """Give each reference the exact factor from its stored unit to base units."""
    if isinstance(node, Ref):
        unit = _unit_of(catalogue, node.code)
        return replace(node, scale=unit.factor) if unit else node
    if isinstance(node, Operation):
        return replace(node, operands=tuple(_scaled(operand, catalogue) for operand in node.operands))
    if isinstance(node, Call):
        return replace(node, arguments=tuple(_scaled(argument, catalogue) for argument in node.arguments))
    return node


def _find_cycles(reading: Reading, metrics: Mapping[str, Metric], written: Written) -> None:
    """A figure may need last year's value of itself, never this year's."""
    done: set[str] = set()
    for code in metrics:
        cycle = _cycle(code, metrics, (), done)
        if cycle:
            source = written[cycle[0]][2]
            reading.say(source, ("metrics", cycle[0], "formula"), "definition.cycle", name=" → ".join(cycle))


def _cycle(code: str, metrics: Mapping[str, Metric], path: tuple[str, ...], done: set[str]) -> tuple[str, ...]:
    if code in path:
        return (*path[path.index(code) :], code)
    if code in done or code not in metrics:
        return ()
    done.add(code)
    formula = metrics[code].formula
    same_year = [ref.code for ref in formula.references() if not ref.offset and not ref.year] if formula else []
    follow: Callable[[str], tuple[str, ...]] = lambda child: _cycle(child, metrics, (*path, code), done)  # noqa: E731
    return next((cycle for cycle in map(follow, same_year) if cycle), ())
