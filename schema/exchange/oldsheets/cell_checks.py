"""What is said about single cells beside their value: two units, a count with its share, parts that do not add up."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.number_format import split_unit
from schema.exchange.oldsheets.joint_cells import read_count_share
from schema.exchange.oldsheets.source import SourceCell, SourceRow
from schema.grammar.decimals import plain
from schema.grammar.reference import Key
from schema.validation.issue import Issue, Severity
from schema.values.parse import Parsed

_BEHIND = re.compile(r"\d\s*([^\d\s.,()（）]+)\s*$")
_HUNDRED = Decimal(100)


class CellChecks:
    """Adds to the issues of one file."""

    def __init__(self, catalogue: Catalogue, issues: list[Issue]) -> None:
        """`issues` is the list of the file's issues."""
        self._catalogue = catalogue
        self._issues = issues

    def refuses(self, row: SourceRow, cell: SourceCell, metric: Metric) -> bool:
        """Say what forbids to read a cell: two units, or a sum of what cannot be added up."""
        own = self._catalogue.units[metric.unit]
        read = [split_unit(unit, self._catalogue.units, own) for unit in (cell.unit, row.unit) if unit]
        if len(set(read)) > 1:
            self._say("old.unit_twice", "error", cell, name=row.written, units=f"“{row.unit}” / “{cell.unit}”")
            return True
        if cell.summed and not self._adds_up(metric, "m"):
            self._say("old.not_additive", "error", cell, name=row.written)
            return True
        return False

    def read(self, row: SourceRow, cell: SourceCell, metric: Metric) -> None:
        """Say what was assumed about a cell that could be read, and what stands against it."""
        if cell.summed:
            self._say("old.summed", "doubt", cell, name=row.written, text=cell.text)
        if (both := read_count_share(cell.text)) is not None:
            taken, left = (f"{both.share}%", both.count) if metric.in_percent else (both.count, f"{both.share}%")
            self._say("old.share_left", "doubt", cell, text=cell.text, taken=taken, left=left)
        if row.ratio:
            self._say("old.ratio_split", "doubt", cell, name=row.written, text=cell.text, part=row.category)
        self._unit_beside(row, cell, metric)
        self._footings(row, cell, metric)

    def shares(self, takes: Iterable[tuple[Key, SourceCell, Parsed]]) -> None:
        """Hold each share that stood beside a count against the count and its total in the same file."""
        counts = {key: (cell, parsed) for key, cell, parsed in takes}
        for key, (cell, parsed) in counts.items():
            both = read_count_share(cell.text)
            whole = counts.get(Key(key.metric, key.period))
            if both is None or not key.category or whole is None or self._catalogue.metrics[key.metric].in_percent:
                continue
            if parsed.value is None or not whole[1].value:
                continue
            share, shown = parsed.value * _HUNDRED / whole[1].value, Decimal(both.share)
            if abs(share - shown) > _half_step(shown):
                computed = f"{plain(share.quantize(Decimal('0.01')))}%"
                self._say("old.share_differs", "doubt", cell, text=cell.text, computed=computed)

    def _unit_beside(self, row: SourceRow, cell: SourceCell, metric: Metric) -> None:
        """A unit in the cell holds for the cell; that its column says another is worth knowing."""
        match, column = _BEHIND.search(cell.text), cell.unit or row.unit
        if match is None or not column or read_count_share(cell.text) is not None:
            return
        own, units = self._catalogue.units[metric.unit], self._catalogue.units
        inside, outside = split_unit(match[1], units, own), split_unit(column, units, own)
        if inside and inside[1] and outside and outside[1] and inside != outside:
            self._say("old.unit_in_cell", "doubt", cell, text=cell.text, unit=column)

    def _footings(self, row: SourceRow, cell: SourceCell, metric: Metric) -> None:
        for footing in cell.footings:
            if footing.missing:
                self._say("old.part_empty", "doubt", cell, name=row.written, missing=", ".join(footing.missing))
            if not footing.fits and self._adds_up(metric, footing.kind):
                self._say("old.parts_differ", "doubt", cell, name=row.written, text=cell.text, computed=footing.sum)

    def _adds_up(self, metric: Metric, kind: str) -> bool:
        """Whether parts of a metric's value sum: over sites all but shares and rates, over time only flows, too."""
        rate = metric.in_percent or metric.traits.share or "^-1" in self._catalogue.units[metric.unit].dimension
        return not rate and (not kind or metric.timing == "flow")

    def _say(self, code: str, severity: Severity, cell: SourceCell, **params: str) -> None:
        self._issues.append(Issue(code, severity, None, params, cell.place))


def _half_step(number: Decimal) -> Decimal:
    exponent = number.as_tuple().exponent
    return Decimal(5).scaleb((exponent if isinstance(exponent, int) else 0) - 1)
