"""Numbers of records: their columns are shown and read like metrics."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue, Metric, RecordColumn, RecordType
from schema.grammar.reference import split_record


def column_of(catalogue: Catalogue, code: str) -> tuple[RecordType, RecordColumn] | None:
    """Return type and column that `record/<type>/<id>.<column>` names, or None where it is no number of a record.

    `record/<type>/*.<column>`, which only formulas know, names them, too.
    """
    kind, name = split_record(code)
    record_type = catalogue.records.get(kind)
    column = record_type.column(name) if record_type else None
    return (record_type, column) if record_type and column and column.numeric else None


def metric_of(catalogue: Catalogue, code: str) -> Metric | None:
    """Return the metric with this code; a number of a record is shown and read like one."""
    if not code.startswith("record/"):
        return catalogue.metrics.get(code)
    named = column_of(catalogue, code)
    return number_metric(*named, code) if named else None


def number_metric(record_type: RecordType, column: RecordColumn, code: str = "") -> Metric:
    """Return a number column as a metric."""
    return Metric(code, column.name, column.kind, column.unit, column.display, "flow", record_type.department)
