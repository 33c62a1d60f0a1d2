"""The index of a framework: each disclosure with where it is answered, by which data, or why not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby

from exporters.assembly.index_reasons import all_said
from exporters.excel.sheets.context import Context
from exporters.excel.sheets.index_places import document_cell, has_documents, page_cell
from exporters.excel.sheets.lookups import literal, own_key
from exporters.excel.sheets.tables import Table, spot_link, table_sheet
from exporters.excel.sheets.values import Form, form_of, printed_as
from exporters.excel.workbook import Cell, Sheet
from schema.catalogue.crosswalk import crosswalk
from schema.catalogue.definitions import Disclosure, Framework, Metric
from schema.grammar.reference import Key
from schema.validation.coverage import Coverage
from schema.values.figures import Result

STATE_LOOKS = {"answered": "text.grey", "explained": "text.grey", "open": "text.warn"}


def index_sheet(context: Context, framework: Framework, title: str) -> Sheet:
    """Return the index of one framework: where each disclosure is answered, by which data, or why not."""
    metrics = _metrics_of(context, framework)
    rows: list[list[Cell]] = []
    covered = context.assembly.moment.coverage(context.outline.code, framework.code)
    beside = _Beside(context, framework, bool(context.pages), has_documents(covered))
    for heading, group in groupby(covered, key=lambda answer: _heading(context, answer.disclosure)):
        if heading:
            rows.append([Cell(heading, "section")])
        for answer in group:
            rows += _index_rows(beside, answer, metrics.get(answer.disclosure.code, []))
    name = framework.name.best(context.language)
    columns = (
        ("disclosure", 10.0),
        ("requirement", 48.0),
        ("state", 11.0),
        ("sections", 32.0),
        *beside.columns,
        ("data", 38.0),
        ("value", 20.0),
        ("unit", 17.0),
        ("explanation", 34.0),
        ("missing", 34.0),
        ("department", 18.0),
    )
    return table_sheet(context, title, Table(name, context.say("sheet.index.lead"), columns, rows, ("value",), "B4"))


@dataclass(frozen=True, slots=True)
class _Beside:
    """What stands beside the sections that answer: pages where they are known, other documents where there are some."""

    context: Context
    framework: Framework
    paged: bool
    documents: bool

    @property
    def columns(self) -> tuple[tuple[str, float], ...]:
        """Return the columns with their widths."""
        pages, documents = (("pages", 10.0),) * self.paged, (("document", 26.0),) * self.documents
        return (*pages, *documents)

    def cells(self, answer: Coverage | None, ends: str) -> list[Cell]:
        """Return the cells of a row; those of a further metric are empty."""
        if answer is None:
            return [Cell(None, f"text{ends}") for _ in self.columns]
        cells = [page_cell(self.context, self.framework, answer, ends)] if self.paged else []
        return [*cells, *([document_cell(self.context, answer, ends)] if self.documents else [])]


def _heading(context: Context, item: Disclosure) -> str:
    gap = "" if not item.part or not item.aspect else " · "
    return item.part.best(context.language) + gap + item.aspect.best(context.language)


def _metrics_of(context: Context, framework: Framework) -> dict[str, list[Metric]]:
    by_disclosure: dict[str, list[Metric]] = {}
    walk = crosswalk(framework)
    for code in context.plan.home:
        metric = context.catalogue.metrics[code]
        for disclosure in walk.codes(metric.disclosures):
            by_disclosure.setdefault(disclosure, []).append(metric)
    return by_disclosure


def _index_rows(beside: _Beside, covered: Coverage, metrics: Sequence[Metric]) -> list[list[Cell]]:
    """Return one row for each metric that answers a disclosure, the first with the requirement; at least one row."""
    context = beside.context
    item, titles = covered.disclosure, {s.code: s.title.best(context.language) for s in context.outline.walk()}
    sections = [titles[code] for code in covered.sections]
    state = context.say(f"coverage.{covered.state}")
    rows: list[list[Cell]] = []
    for number, metric in enumerate(metrics or (None,)):
        ends = ".open" if number + 1 < len(metrics) else ""
        first = number == 0
        rows.append(
            [
                Cell(item.printed if first else None, f"entry{ends}"),
                Cell(item.title.best(context.language) if first else None, f"text{ends}"),
                Cell(state if first else None, f"{STATE_LOOKS[covered.state]}{ends}"),
                Cell("\n".join(sections) or None if first else None, f"text{ends}"),
                *beside.cells(covered if first else None, ends),
                *_index_data(context, metric),
                Cell("\n".join(all_said(context.assembly, covered)) or None if first else None, f"text{ends}"),
                Cell(context.items.names(covered.missing) or None if first else None, f"text{ends}"),
                Cell(_owners(context, covered) or None if first else None, f"text{ends}"),
            ]
        )
    return rows


def _owners(context: Context, covered: Coverage) -> str:
    """Return the departments that own what is asked for a disclosure."""
    listed = context.assembly.punctuation.listed
    return listed(map(context.assembly.department, covered.owners))


def _index_data(context: Context, metric: Metric | None) -> tuple[Cell, Cell, Cell]:
    """Return a metric's name with a link, this year's value as its own format prints it, and its unit."""
    if metric is None:
        return Cell(None, "text"), Cell(None, "cell"), Cell(None, "cell")
    key = Key(metric.code, context.outline.year)
    spot, result = context.plan.spots.get(key), context.figures.value(key)
    form = form_of(context, metric, "", () if result.value is None else (result.value,))
    return (
        Cell(context.name(metric), "link.top" if spot else "text", link=spot_link(spot)),
        _value(context, form, result),
        Cell(form.unit(context.language) or None, "unit.top"),
    )


def _value(context: Context, form: Form, result: Result) -> Cell:
    if result.value is None:
        return Cell(None, "text")
    printed = printed_as(context, form, result)
    key = literal(context.plan.printed.get(result.key, own_key(result.key)))
    return Cell(
        printed.value, f"linked.top|{printed.format}", printed.formula(key) if context.plan.has(result.key) else None
    )  # fmt: skip
