"""Sources put into the definitions and taken out of them: their metrics, their factors, and the totals over them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from decimal import Decimal

from desktop.work.emissions.change import Adding, InventoryChange, Kit
from desktop.work.emissions.inventory import counted_sources, names_source
from desktop.work.emissions.sources import ACTIVITY, Source, Total
from schema.catalogue.definitions import Catalogue, Metric, RecordType, Rule
from schema.catalogue.factors import group_of
from schema.errors import AnnalsError
from schema.grammar.formula import Formula
from schema.grammar.formula_parser import FormulaReader
from schema.grammar.words import LANGUAGES, Words
from schema.mistakes import near

TCO2E, ENTITY, PERIOD = "tco2e", "entity", "period"
SLACK = "0.05"
CONTRACT = "contract"


def written(text: str) -> Formula:
    """Return a formula with its tree; its scales come when the whole is read."""
    return Formula(text, FormulaReader().read(text))


def with_source(catalogue: Catalogue, asked: Adding, change: InventoryChange, kit: Kit) -> Catalogue:
    """Return the catalogue with a source counted; one that is counted already takes the other activity or factor."""
    source = kit.sources.source(asked.source)
    factor = asked.factor or _factor_before(catalogue, source, kit) or source.factor
    if not factor:
        raise AnnalsError("emissions.no_factor", name=source.code)
    text = source.formula
    catalogue = with_borrowed(catalogue, factor, source, kit)
    activity = asked.activity or _activity(catalogue, source, kit)
    if asked.activity and asked.activity not in catalogue.metrics:
        raise AnnalsError("cli.unknown_metric", name=asked.activity, near=near(asked.activity, catalogue.metrics))
    metrics = dict(catalogue.metrics)
    if activity not in metrics:
        metrics[activity] = _activity_metric(catalogue, source, activity, change.department)
    department = change.department or metrics[activity].department
    formula = written(text.format(activity=activity, factor=factor))
    before = metrics.get(source.metric) or Metric(source.metric, source.name, "number", TCO2E, "", "flow", department)
    metrics[source.metric] = replace(
        before, formula=formula, sum_over=_axes(catalogue, figure=True), minimum=Decimal(0)
    )
    return replace(catalogue, metrics=metrics)


def _factor_before(catalogue: Catalogue, source: Source, kit: Kit) -> str:
    return next((one.factor for one in counted_sources(catalogue, kit.sources) if one.source is source), "")


def _activity(catalogue: Catalogue, source: Source, kit: Kit) -> str:
    """Return which metric measures the activity: as before, a known one, else a new one of the source's own."""
    before = next((one.activity for one in counted_sources(catalogue, kit.sources) if one.source is source), "")
    known = next((code for code in source.known if code in catalogue.metrics), "")
    return before or known or ACTIVITY + source.code


def _activity_metric(catalogue: Catalogue, source: Source, code: str, department: str) -> Metric:
    owner = department or next(iter(catalogue.departments), "")
    every = ("*",) if catalogue.entities else ()
    return Metric(
        code, source.activity, "number", source.unit, "", "flow", owner, sum_over=_axes(catalogue, figure=False),
        minimum=Decimal(0), self_explanatory=True, entities=every,
    )  # fmt: skip


def _axes(catalogue: Catalogue, *, figure: bool) -> tuple[str, ...]:
    entities = (ENTITY,) if catalogue.entities else ()
    return entities if figure else (*entities, PERIOD)


def with_borrowed(catalogue: Catalogue, factor: str, source: Source, kit: Kit) -> Catalogue:
    """Return the catalogue with what a source needs of the program's own: factors, units, the list of contracts."""
    codes = {one.code for one in catalogue.factors}
    lacks_factor = not any(_is_meant(code, factor) for code in codes)
    lacks_list = CONTRACT in source.formula and CONTRACT not in catalogue.records
    if not lacks_factor and not lacks_list and source.unit in catalogue.units:
        return catalogue
    own = kit.built_in()
    new = tuple(one for one in own.factors if one.code not in codes and _is_meant(one.code, factor))
    if lacks_factor and not new:
        known = [*codes, *(one.code for one in own.factors)]
        raise AnnalsError("emissions.unknown_factor", name=factor, near=near(factor, known))
    named = {unit for one in new for unit in one.unit.split("/")} | {source.unit, TCO2E}
    if lacks_list:
        named |= {column.unit for column in own.records[CONTRACT].columns if column.unit}
    units = {code: own.units[code] for code in own.units if code in named and code not in catalogue.units}
    records = {CONTRACT: _owned(catalogue, own)} if lacks_list else {}
    return replace(
        catalogue, factors=(*catalogue.factors, *new), units={**catalogue.units, **units},
        records={**catalogue.records, **records},
    )  # fmt: skip


def _is_meant(code: str, factor: str) -> bool:
    return factor in (code, group_of(code))


def _owned(catalogue: Catalogue, own: Catalogue) -> RecordType:
    kind = own.records[CONTRACT]
    return kind if kind.department in catalogue.departments else replace(kind, department="")


def without_source(catalogue: Catalogue, code: str, valued: Collection[str], kit: Kit) -> Catalogue:
    """Return the catalogue without a source; its activity stays where a value of it is kept or another needs it."""
    source = kit.sources.source(code)
    if source.metric not in catalogue.metrics:
        raise AnnalsError("emissions.not_counted", name=code)
    gone = {source.metric}
    own = ACTIVITY + code
    metrics = {name: one for name, one in catalogue.metrics.items() if name != source.metric}
    if own in metrics and own not in valued and not any(own in _named(one) for one in metrics.values()):
        gone.add(own)
    return replace(catalogue, metrics={name: one for name, one in metrics.items() if name not in gone})


def _named(metric: Metric) -> set[str]:
    return {ref.code for ref in metric.formula.references()} if metric.formula else set()


def with_totals(catalogue: Catalogue, valued: Collection[str], kit: Kit) -> Catalogue:
    """Return the catalogue with each total over the sources that are counted.

    A total of which values are kept stays typed, and one that a company computes otherwise stays as it is: what the
    sources give then stands beside it, and a rule holds the two against each other.
    """
    metrics, rules = dict(catalogue.metrics), {rule.code: rule for rule in catalogue.rules}
    counted = counted_sources(catalogue, kit.sources)
    for total in kit.sources.totals.values():
        own = [one.metric.code for one in counted if one.source.total == total.code]
        parts = [kit.sources.totals[part].metric for part in total.parts]
        if total.parts:
            _put_grand(metrics, total, [code for code in parts if code in metrics], catalogue)
        else:
            _put(metrics, rules, total, _Over(own, catalogue, valued, kit))
    return replace(catalogue, metrics=metrics, rules=tuple(rules.values()))


class _Over:
    """The sources of one total, and what is known of the catalogue around."""

    def __init__(self, own: list[str], catalogue: Catalogue, valued: Collection[str], kit: Kit) -> None:
        self.own, self.catalogue, self.valued, self.kit = own, catalogue, valued, kit

    @property
    def text(self) -> str:
        """The formula that adds them up."""
        return f"SUM({', '.join(f'[{code}]' for code in self.own)})"

    def is_free(self, metric: Metric | None) -> bool:
        """Whether the total may follow from the sources: nobody types it, and it is not computed otherwise."""
        if metric is None or metric.formula is None:
            return metric is None or metric.code not in self.valued
        return names_source(metric, self.kit.sources)


def _put(metrics: dict[str, Metric], rules: dict[str, Rule], total: Total, over: _Over) -> None:
    before = metrics.get(total.metric)
    free = over.is_free(before)
    if not over.own or free:
        metrics.pop(total.beside, None)
        rules.pop(total.beside, None)
    if not over.own:
        if before is not None and before.formula is not None and free:
            metrics[total.metric] = replace(before, formula=None)
        return
    if free:
        metrics[total.metric] = replace(before or _total_metric(total, over.catalogue), formula=written(over.text))
        return
    assert before is not None
    computed = replace(
        _total_metric(total, over.catalogue),
        code=total.beside,
        name=_said(over.catalogue.phrases["emissions.computed"], total.name),
        disclosures={},
    )
    metrics[total.beside] = replace(computed, formula=written(over.text))
    text = f"ABS([{total.metric}] - [{total.beside}]) <= {SLACK} * [{total.beside}]"
    rules[total.beside] = Rule(
        total.beside, written(text), "doubt", _said(over.catalogue.phrases["emissions.apart"], before.name)
    )


def _put_grand(metrics: dict[str, Metric], total: Total, parts: list[str], catalogue: Catalogue) -> None:
    """Make a total over totals where there is none and the first of its parts is there; one that is there stays."""
    if total.metric in metrics or len(parts) < 2:
        return
    text = f"SUM({', '.join(f'[{code}]' for code in parts)})"
    metrics[total.metric] = replace(_total_metric(total, catalogue), formula=written(text))


def _total_metric(total: Total, catalogue: Catalogue) -> Metric:
    owner = next(iter(catalogue.departments), "")
    disclosures = {
        framework: codes
        for framework, codes in total.disclosures.items()
        if framework in catalogue.frameworks and all(catalogue.frameworks[framework].disclosure(one) for one in codes)
    }
    return Metric(total.metric, total.name, "number", TCO2E, "", "flow", owner, minimum=Decimal(0),
                  disclosures=disclosures, self_explanatory=True)  # fmt: skip


def _said(sentence: Words, name: Words) -> Words:
    """Return a sentence about something in each language."""
    return Words(*(sentence.get(one).format(name=name.get(one)) for one in LANGUAGES))
