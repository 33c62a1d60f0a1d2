"""The row of a table in which a number stands: its label, the heads of its columns, the unit that it tells."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable
from dataclasses import dataclass

_COUNT = re.compile(r"\d[\d,.]*\s*(?:[万萬亿億百千%％]|[a-z]|$)", re.IGNORECASE)
_BRACKETS = re.compile(r"[（(]([^（()）]{1,12})[）)]")
_WHOLE_CELL = 48  # a longer cell is no unit

Told = tuple[int, tuple[str, ...]]  # a power of ten and the codes of a unit
UnitOf = Callable[[str], Told | None]


@dataclass(frozen=True, slots=True)
class Around:
    """What stands around a paragraph: words `above` it that say what it is about; the heads of a table's columns."""

    above: str = ""
    columns: tuple[str, ...] = ()


NOTHING_AROUND = Around()


@dataclass(frozen=True, slots=True)
class TableRow:
    """A paragraph as a row: where its bars stand, its label and the unit of one of its cells; of no table, neither."""

    around: Around
    bars: tuple[int, ...] = ()
    label: str = ""
    told: Told | None = None

    def cell(self, at: int) -> tuple[str, str]:
        """Return the label of the row and the head of the column that a place of it stands in."""
        if not self.bars:
            return "", ""
        number, heads = bisect_left(self.bars, at), self.around.columns
        return self.label, heads[number] if number < len(heads) else ""

    def unit(self, at: int, unit_of: UnitOf) -> Told | None:
        """Return the unit that a cell of the row is, or that label or head has in brackets: 收入（千元）."""
        if self.told is not None or not self.bars:
            return self.told
        inside = (m[1] for words in self.cell(at) for m in _BRACKETS.finditer(words))
        return next((unit for words in inside if (unit := unit_of(words)) is not None), None)


def table_row(text: str, around: Around, unit_of: UnitOf) -> TableRow:
    """Return a paragraph as the row that it is, read once however many numbers it holds."""
    if not around.columns or "|" not in text:
        return TableRow(around)
    bars = tuple(match.start() for match in re.finditer(r"\|", text))
    cells = [cell.strip() for cell in text.split("|")]
    label = next((cell for cell in text.split("|") if cell.strip()), "")
    units = (unit_of(cell) for cell in cells if len(cell) <= _WHOLE_CELL)
    told = next((unit for unit in units if unit is not None), None)
    # A row of large figures, each with its own words, has no label.
    return TableRow(around, bars, "" if _COUNT.search(label) else label, told)
