"""What a person has answered about old sheets: columns, rows, words of units, and the rule of the fiscal year."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from schema.catalogue.number_format import unit_fold
from schema.exchange.figures_cells import Fiscal as Fiscal
from schema.exchange.oldsheets.column import ColumnName
from schema.exchange.oldsheets.names import Target

# What names a row in next year's sheet, too: under, name, category, which of several alike.
Identity = tuple[str, str, str, int]


@dataclass(frozen=True, slots=True)
class ColumnAnswer:
    """What a column means: one of heads.MEANINGS, or a year with its part (2024, 2024m01); `unit` of its values."""

    meaning: str
    unit: str = ""


@dataclass(frozen=True, slots=True)
class ColumnMap:
    """What a person has answered: columns by name; targets by row, None where the row is left out.

    `open` are the rows that stand in the map without a yes; `row_units` say what holds where a row states no unit, or
    two; `units` what a word that is no known unit means; `kept` are the rows that were answered about an earlier file;
    `ends` is the last day of the company's year where that is not the calendar's.
    """

    columns: Mapping[ColumnName, ColumnAnswer] = field(default_factory=dict[ColumnName, ColumnAnswer])
    rows: Mapping[Identity, Target | None] = field(default_factory=dict[Identity, "Target | None"])
    open: frozenset[Identity] = frozenset()
    row_units: Mapping[Identity, str] = field(default_factory=dict[Identity, str])
    units: Mapping[str, str] = field(default_factory=dict[str, str])
    fiscal: Fiscal = ""
    kept: frozenset[Identity] = frozenset()
    ends: str = ""

    def column(self, title: str, head: str, nth: int) -> ColumnAnswer | None:
        """Return what is said of a column: of this sheet before every sheet, of this one of several before them all."""
        names = ((title, head, nth), (title, head, 0), ("", head, nth), ("", head, 0))
        plain = (_plain(sheet, written, number) for sheet, written, number in names)
        known = {_plain(*name): answer for name, answer in self.columns.items()}
        return next((known[name] for name in plain if name in known), None)

    def unit(self, text: str) -> str:
        """Return a unit as it is known, where a person has said what its word means."""
        folded = unit_fold(text)
        return next((meaning for word, meaning in self.units.items() if unit_fold(word) == folded), text)


def _plain(sheet: str, head: str, nth: int) -> ColumnName:
    return sheet, "".join(head.split()).casefold(), nth
