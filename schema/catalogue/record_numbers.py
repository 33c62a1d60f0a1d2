"""Numbers of records: their columns are shown and read like metrics."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue, Metric, RecordColumn, RecordType
from schema.grammar.reference import parse_record


def column_of(catalogue: Catalogue, code: str) -> tuple[RecordType, RecordColumn] | None:
    """Return type and column that `record/<type>/<id>.<column>` names, or None where it is no number of a record."""
    found = parse_record(code)
    kind = catalogue.records.get(found[0].type) if found else None
    column = kind.column(found[1]) if kind and found else None
    return (kind, column) if kind and column and column.numeric else None


def metric_of(catalogue: Catalogue, code: str) -> Metric | None:
    """Return the metric with this code; a number of a record is shown and read like one."""
    if not code.startswith("record/"):
        return catalogue.metrics.get(code)
    found = column_of(catalogue, code)
    return number_metric(*found, code) if found else None


def number_metric(kind: RecordType, column: RecordColumn, code: str = "") -> Metric:
    """Return a number column as a metric."""
    return Metric(code, column.name, column.kind, column.unit, column.display, "flow", kind.department)
