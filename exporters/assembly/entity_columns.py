"""Which entities are the columns of a table, and which of them are asked for what stands there."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.assembly.assembly import Assembly
from exporters.assembly.table_lines import Line
from schema.catalogue.definitions import Metric
from schema.catalogue.entities import COMPANY


def entity_columns(assembly: Assembly, lines: Sequence[Line]) -> tuple[str, ...]:
    """Return the entities that are asked for any line of a table, in the order of the definitions."""
    rollup, year = assembly.figures.entities, assembly.year
    asked = {one for line in lines if line.metric.entities for one in rollup.asked(line.metric, COMPANY, year)}
    return tuple(one for one in rollup.tree.within(COMPANY, year) if one in asked)


def is_asked(assembly: Assembly, metric: Metric, entity: str) -> bool:
    """Whether an entity is asked for a metric in the report's year; the company is asked for what stands in a table."""
    if not entity:
        return True
    return bool(metric.entities) and entity in assembly.figures.entities.asked(metric, COMPANY, assembly.year)
