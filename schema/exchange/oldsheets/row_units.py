"""The unit of a row against that of a metric: whether it can be converted, is missing, or stands there twice."""

from __future__ import annotations

from schema.catalogue.definitions import Catalogue, Unit
from schema.catalogue.number_format import split_counter, split_unit
from schema.exchange.oldsheets.names import Target
from schema.exchange.oldsheets.source import SourceRow
from schema.values.display import metric_format


class RowUnits:
    """Judges rows by the units of one catalogue."""

    def __init__(self, catalogue: Catalogue) -> None:
        """The catalogue's units are all that are known."""
        self._catalogue = catalogue
        self._read: dict[tuple[str, str], tuple[int, str] | None] = {}

    def clash(self, row: SourceRow, target: Target) -> tuple[str, ...]:
        """Return the statements about a row's unit where they cannot all hold, else nothing.

        A unit for the whole table gives way to that of a row of another dimension, not to one of the same.
        """
        own = self.own(target)
        read = [self._split(unit, own) for unit in row.units]
        if len(set(read)) < 2:
            return ()
        weak = {unit for unit in row.units if unit == row.default and self._is_other(unit, row.units[0], own)}
        strong = tuple(unit for unit in row.units if unit not in weak)
        return strong if len({self._split(unit, own) for unit in strong}) > 1 else ()

    def _is_other(self, one: str, other: str, own: Unit) -> bool:
        """Whether two units are of different dimensions, or only one of them has one."""
        units = self._catalogue.units
        found = [self._split(text, own) for text in (one, other)]
        dimensions = [units[read[1]].dimension if read and read[1] else "?" for read in found]
        return dimensions[0] != dimensions[1]

    def fit(self, row: SourceRow, target: Target) -> bool:
        """Whether the row's unit can be converted into the metric's; without a unit anything may."""
        written = dict.fromkeys(filter(None, (row.unit, *(cell.unit for cell in row.cells))))
        own, counted = self.own(target), self._catalogue.metrics[target.metric].traits.counted
        return all(
            (counted and split_counter(unit, self._catalogue.units, own)) or self._converts(unit, own)
            for unit in written
        )

    def _converts(self, text: str, own: Unit) -> bool:
        written = self._split(text, own)
        return written is not None and (not written[1] or self._catalogue.units[written[1]].dimension == own.dimension)

    def assumed(self, row: SourceRow, target: Target) -> str:
        """Return the stored unit where the row gives none and there are several that it could be in."""
        own = self.own(target)
        if row.unit or all(cell.unit for cell in row.cells) or any("%" in cell.text for cell in row.cells):
            return ""
        several = sum(unit.dimension == own.dimension for unit in self._catalogue.units.values()) > 1
        scaled = metric_format(self._catalogue.metrics[target.metric], self._catalogue).scale > 0
        return own.code if several or scaled else ""

    def _split(self, text: str, own: Unit) -> tuple[int, str] | None:
        """Read a written unit; a file has few of them, and each stands in many rows."""
        if (text, own.code) not in self._read:
            self._read[text, own.code] = split_unit(text, self._catalogue.units, own)
        return self._read[text, own.code]

    def own(self, target: Target) -> Unit:
        """Return the unit that a metric is stored in."""
        return self._catalogue.units[self._catalogue.metrics[target.metric].unit]
