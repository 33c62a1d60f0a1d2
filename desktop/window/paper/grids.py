"""Tables, indices and large numbers of the page, as the draft has them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QRectF

from desktop.window.paper.items import POINT, Ground, Item, Laid, Stack, straight
from desktop.window.paper.writing import Press, Run, colour, runs_of
from exporters.charts.colours import lighter
from exporters.content import Callout, CalloutItem, Column, Index, IndexRow, Inlines, LinkedNumber, Row, Table
from exporters.mark_colours import PENDING_GROUND
from exporters.word.callouts import GAP, callout_size, rows_of
from exporters.word.inline_writer import is_shaded
from exporters.word.table_rows import widths_of
from exporters.word.template_look import StyleLook

_TWIP = POINT / 20
_SIDE = 85 * _TWIP  # beside the words of a cell
_INDENT = 200 * _TWIP  # of a member below its metric
_LINE = "D5DADF"
_UNIT_SIZE, _GAP_SIZE = 10.0, 12.0


@dataclass(frozen=True, slots=True)
class _Cell:
    """The words of a cell in a style, from where on its width they stand, and its ground (a colour or empty)."""

    runs: tuple[Run, ...]
    style: StyleLook
    indent: float = 0.0
    ground: str = ""
    span: int = 1


def table(press: Press, block: Table, width: float, *, head: bool = True) -> Laid:
    """Return the grid of a table, with its notes; a further piece of a long one has no head of its own."""
    stack = Stack()
    widths = [part * _TWIP for part in widths_of(block.columns, round(width / _TWIP))]
    titled = head and any(column.title for column in block.columns)
    rows = [_table_row(press, row, block.columns) for row in block.rows]
    _grid(press, stack, widths, _head(press, block.columns) if titled else (), rows)
    note = press.style("TableNote")
    for inlines in block.notes:
        stack.put(press.write(runs_of(inlines), note, width))
    return stack.laid()


def index(press: Press, block: Index, width: float, *, head: bool = True) -> Laid:
    """Return the index of a framework; a further piece has no head of its own."""
    stack = Stack()
    widths = [part * _TWIP for part in widths_of(block.columns, round(width / _TWIP))]
    rows = [_index_row(press, row, block.columns) for row in block.rows]
    _grid(press, stack, widths, _head(press, block.columns) if head else (), rows)
    return stack.laid()


def _head(press: Press, columns: Sequence[Column]) -> tuple[_Cell, ...]:
    tint = lighter(press.colours[0], 0.9)
    numbers, words = press.style("TableHeadNumber"), press.style("TableHead")
    return tuple(
        _Cell((Run(column.title),), numbers if column.role == "number" else words, ground=tint) for column in columns
    )


def _table_row(press: Press, row: Row, columns: Sequence[Column]) -> tuple[_Cell, ...]:
    if row.kind == "group":
        return (_Cell(runs_of(row.cells[0]), press.style("TableGroup"), span=len(columns)),)
    number, words = press.style("TableNumber"), press.style("TableText")
    return tuple(
        _Cell(
            runs_of(inlines, bold=True if column.strong or row.kind == "total" else None),
            number if column.role == "number" else words,
            _INDENT if row.kind == "member" and place == 0 else 0.0,
            _pending_ground(inlines),
        )
        for place, (inlines, column) in enumerate(zip(row.cells, columns, strict=True))
    )


def _pending_ground(inlines: Inlines) -> str:
    waits = any(isinstance(inline, LinkedNumber) and is_shaded(inline) for inline in inlines)
    return PENDING_GROUND if waits else ""


def _index_row(press: Press, row: IndexRow, columns: Sequence[Column]) -> tuple[_Cell, ...]:
    if row.heading:
        tint = lighter(press.colours[0], 0.9) if row.heading == 1 else ""
        return (_Cell(runs_of(row.cells[0]), press.style("TableGroup"), ground=tint, span=len(columns)),)
    words = press.style("TableText")
    cells: list[_Cell] = []
    for place, (inlines, column) in enumerate(zip(row.cells, columns, strict=True)):
        filled = bool(row.colour) and place == 0
        runs = runs_of(inlines, bold=True if filled or column.role == "code" else None)
        if filled:
            runs = tuple(replace(run, ink="FFFFFF") for run in runs)
        style = replace(words, align="center") if filled else words
        cells.append(_Cell(runs, style, ground=row.colour if filled else ""))
    return tuple(cells)


def _grid(
    press: Press, stack: Stack, widths: Sequence[float], head: Sequence[_Cell], rows: Sequence[Sequence[_Cell]]
) -> None:
    """Put the rows below each other, with the lines of a report's table between them."""
    whole, strong = sum(widths), colour(press.colours[0])
    top = stack.y
    lines: list[Item] = []
    if head:
        stack.put(_row(press, head, widths, bottom=True), cut=False)
        lines.append(straight((0, stack.y), (whole, stack.y), strong, 0.75 * POINT))
    for number, row in enumerate(rows):
        if number:
            lines.append(straight((0, stack.y), (whole, stack.y), colour(_LINE), 0.25 * POINT))
        stack.put(_row(press, row, widths), cut=number > 0 or len(rows) == 1)
    edges = (straight((0, y), (whole, y), strong, 1.5 * POINT) for y in (top, stack.y))
    stack.items += [*lines, *edges]


def _row(press: Press, cells: Sequence[_Cell], widths: Sequence[float], *, bottom: bool = False) -> Laid:
    """Return one row: its words in the middle, those of a head at its bottom."""
    spans = list(_spans(cells, widths))
    laid = [press.write(cell.runs, cell.style, wide - 2 * _SIDE - cell.indent) for cell, _, wide in spans]
    height = max((part.height for part in laid), default=0.0)
    stack = Stack()
    for part, (cell, left, _) in zip(laid, spans, strict=True):
        stack.y = height - part.height if bottom else (height - part.height) / 2
        stack.lay(part, left + _SIDE + cell.indent)
    stack.y = height
    grounds = (Ground(QRectF(left, 0, wide, height), colour(cell.ground)) for cell, left, wide in spans if cell.ground)
    stack.under(grounds)
    return stack.laid(whole=True)


def _spans(cells: Sequence[_Cell], widths: Sequence[float]) -> Iterator[tuple[_Cell, float, float]]:
    """Yield each cell with where it begins and how wide it is."""
    left, place = 0.0, 0
    for cell in cells:
        wide = sum(widths[place : place + cell.span])
        yield cell, left, wide
        left, place = left + wide, place + cell.span


def callout(press: Press, block: Callout, width: float) -> Laid:
    """Return large numbers beside each other."""
    stack = Stack()
    if block.title:
        stack.put(press.write((Run(block.title),), press.style("CalloutTitle"), width), cut=False)
    start = 0
    for count in rows_of(block.items):
        row = block.items[start : start + count]
        wide = (width - (count - 1) * GAP * _TWIP) / count if count > 1 else width / 3
        stack.put(_callout_row(press, row, wide, callout_size(row, round(wide / _TWIP))))
        start += count
    stack.y += 4 * POINT
    return stack.laid(kept=False)


def _callout_row(press: Press, items: Sequence[CalloutItem], wide: float, size: int) -> Laid:
    laid = [_figure(press, item, wide, size) for item in items]
    height, stack, rule = max(part.height for part in laid), Stack(), colour(press.colours[0])
    for number, (part, item) in enumerate(zip(laid, items, strict=True)):
        left = number * (wide + GAP * _TWIP)
        if is_shaded(item.number):
            stack.items.append(Ground(QRectF(left, 0, wide, height), colour(PENDING_GROUND)))
        stack.items.append(Ground(QRectF(left, 0, wide, 1.5 * POINT), rule))
        stack.y = 6 * POINT
        stack.lay(part, left)
    stack.y = height + 6 * POINT
    return stack.laid(whole=True)


def _figure(press: Press, item: CalloutItem, width: float, size: int) -> Laid:
    own = size if item.number.state == "value" else _GAP_SIZE
    (number,) = runs_of((item.number,))
    runs = (
        Run(item.before, False, size=_UNIT_SIZE),
        replace(number, size=own, ground="" if is_shaded(item.number) else number.ground),  # the cell has it
        Run(item.unit, False, size=_UNIT_SIZE),
    )
    stack = Stack()
    stack.put(press.write(tuple(run for run in runs if run.text), press.style("CalloutNumber"), width))
    stack.put(press.write(runs_of(item.label), press.style("CalloutLabel"), width))
    return stack.laid(whole=True)
