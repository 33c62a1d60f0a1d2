"""How wide the columns of a table are, and how many lines its rows take in them."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.content import Column, Inlines, LinkedNumber, Row, Text
from exporters.drawings.measure import POINT, line_count

_SIZE, _SIDES = 9.0, 9.0  # points: of the words in a cell, and of the room beside them


def widths_of(columns: Sequence[Column], width: int) -> tuple[int, ...]:
    """Divide a width (twentieths of a point) by the columns' weights, without a rest."""
    whole = sum(column.weight for column in columns) or 1
    widths = [int(width * column.weight / whole) for column in columns]
    widths[-1] += width - sum(widths)
    return tuple(widths)


def row_lines(row: Row, widths: Sequence[int]) -> int:
    """Return about how many lines the highest cell of a row takes; the one cell of a group takes one."""
    if row.kind == "group":
        return 1
    rooms = [(width / 20 - _SIDES) * POINT for width in widths]
    lines = (line_count(_words(cell), room, _SIZE) for cell, room in zip(row.cells, rooms, strict=False))
    return max(1, *lines)


def _words(inlines: Inlines) -> str:
    return "".join(inline.text for inline in inlines if isinstance(inline, Text | LinkedNumber))
