"""The columns of the catalogue's sheet: what each says of a metric, and how its cells are read."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from desktop.work.sheet.grid import Column
from schema.catalogue.kinds import MetricKind

# Words, a number or a year, the name of one of those there are, one of a few choices, lists of these; a formula, the
# parts of a total, disclosures by framework; what follows from all else and is typed nowhere.
Reads = Literal[
    "words", "number", "named", "choice", "crossings", "axes", "formula", "total", "disclosures", "follows"
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class MetricField:
    """`code` is the heading of the column in the catalogue's workbook, which has none for totals and for places."""

    code: str
    reads: Reads
    measures: bool = False  # how values are read and computed hangs on it, here and in what needs the metric


FIELDS = (
    MetricField("name.zh-Hans", "words"), MetricField("name.zh-Hant", "words"), MetricField("name.en", "words"),
    MetricField("unit", "named", measures=True), MetricField("kind", "choice", measures=True),
    MetricField("display", "words"), MetricField("timing", "choice", measures=True), MetricField("department", "named"),
    MetricField("crossings", "crossings", measures=True), MetricField("sum_over", "axes", measures=True),
    MetricField("total", "total"), MetricField("formula", "formula", measures=True),
    MetricField("disclosures", "disclosures"), MetricField("definition.zh-Hans", "words"),
    MetricField("definition.zh-Hant", "words"), MetricField("definition.en", "words"),
    MetricField("definition_source", "words"), MetricField("minimum", "number"), MetricField("maximum", "number"),
    MetricField("change_threshold", "number"), MetricField("evidence", "choice"), MetricField("required", "choice"),
    MetricField("since", "number"), MetricField("note", "words"), MetricField("places", "follows"),
)  # fmt: skip
FIELD: Mapping[str, MetricField] = {field.code: field for field in FIELDS}
COLUMNS = (Column("name"), Column("code"), *(Column("field", field=one.code) for one in FIELDS))

_KINDS: tuple[MetricKind, ...] = ("number", "integer", "percent", "range", "yesno", "date", "choice")
# What a column of choices can say, as the workbook writes it; what is written as nothing is said by leaving it out.
CHOICES: Mapping[str, tuple[str, ...]] = {
    "kind": _KINDS,
    "timing": ("flow", "stock", "cumulative"),
    "evidence": ("required",),
    "required": ("yes",),
}
NEEDED = ("unit", "kind", "timing", "department")  # nothing can be left blank there
PERIOD = "period"  # an axis that values add up over, beside the breakdowns
