"""How the values of a metric are shown in the report that is being assembled."""

from __future__ import annotations

from decimal import Decimal

from exporters.assembly.assembly import Assembly
from schema.catalogue.definitions import Metric
from schema.catalogue.number_format import Format
from schema.values.display import Shape
from schema.values.printing import Printing


def printing(assembly: Assembly) -> Printing:
    """Return how numbers of the report are printed."""
    return Printing(assembly.figures, assembly.year, assembly.language)


def shape_for(assembly: Assembly, metric: Metric, form: Format, value: Decimal | None) -> Shape:
    """Return how a metric is shown."""
    return printing(assembly).shape(metric, form, value)
