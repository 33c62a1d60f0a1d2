"""The lines and cells of the catalogue's sheet, and why some cells take nothing."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from desktop.work.catalogue_sheet.fields import COLUMNS, FIELD, FIELDS, MetricField
from desktop.work.sheet.grid import Column, Lock
from desktop.work.sheet.rows import Row, all_words
from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.outline import Definitions
from schema.grammar.reference import Key
from schema.grammar.words import NO_WORDS

_HOME = COLUMNS.index(Column("field", field=FIELDS[0].code))


def metric_rows(definitions: Definitions) -> tuple[Row, ...]:
    """Return a line for every metric below its department, in the order of the catalogue."""
    catalogue = definitions.catalogue
    groups: dict[str, list[Metric]] = {}
    for metric in catalogue.metrics.values():
        groups.setdefault(metric.department, []).append(metric)
    rows: list[Row] = []
    for code in dict.fromkeys((*catalogue.departments, *groups)):
        known = catalogue.departments.get(code)
        if code in groups:
            head = Row("head", f"department {code}", known.name if known else NO_WORDS, 0)
            rows += [head, *(_row(metric, catalogue, head.name) for metric in groups[code])]
    return tuple(rows)


def _row(metric: Metric, catalogue: Catalogue, head: str) -> Row:
    unit = catalogue.units.get(metric.unit)
    words = all_words(metric.name, metric.code, unit.name if unit else metric.unit)
    return Row("value", metric.code, metric.name, 1, (head,), department=metric.department, words=words)


@dataclass(frozen=True, slots=True)
class MetricGrid:
    """Lines by columns. `refused`: nothing may be changed by this person; `fixed_totals`: no cell can say these."""

    rows: tuple[Row, ...] = ()
    metrics: Mapping[str, Metric] = field(default_factory=dict[str, Metric])
    writable: bool = True
    refused: bool = False
    fixed_totals: frozenset[str] = frozenset()
    columns: tuple[Column, ...] = COLUMNS

    def metric(self, row: int) -> Metric | None:
        """Return the metric of a line; None for a head."""
        return self.metrics.get(self.rows[row].name) if self.rows[row].kind == "value" else None

    def field(self, column: int) -> MetricField | None:
        """Return what a column says; None for those that stand still."""
        return FIELD.get(self.columns[column].field)

    def key(self, row: int, column: int) -> Key | None:
        """No values stand in the catalogue."""
        del row, column

    def lock(self, row: int, column: int) -> Lock | None:
        """Return why a cell takes nothing, None where something can be put into it."""
        if not (0 <= row < len(self.rows) and 0 <= column < len(self.columns)):
            return "outside"
        line, said = self.rows[row], self.field(column)
        if line.kind == "head":
            return "sum"
        if said is None:
            return "code"
        if said.reads == "follows":
            return "column"
        if said.reads == "total" and line.name in self.fixed_totals:
            return "totals"
        if not self.writable:
            return "reading"
        return "rights" if self.refused else None

    def holds(self, column: int) -> bool:
        """Whether a column says something that can be changed."""
        said = self.field(column)
        return said is not None and said.reads != "follows"

    def home(self) -> int:
        """Return the first column that can be changed."""
        return _HOME
