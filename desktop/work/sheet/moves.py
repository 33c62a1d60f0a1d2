"""Where the cursor of a sheet goes: to the next open cell, round a selection, to the edge of what is filled."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from desktop.work.sheet.grid import Cells, Place


def next_entry(grid: Cells, at: Place, step: int, *, down: bool = False) -> Place | None:
    """Return the nearest cell that takes something, line by line after (or before) a place; None where there is none.

    `down` stays in the column of the place, as far as that is filled in at all.
    """
    if down and 0 <= at[1] < len(grid.columns) and grid.holds(at[1]):
        rows = range(at[0] + step, len(grid.rows) if step > 0 else -1, step)
        ahead = ((row, at[1]) for row in rows if grid.lock(row, at[1]) is None)
        return next(ahead, None)
    return next(_open_from(grid, at, step), None)


def _open_from(grid: Cells, at: Place, step: int) -> Iterator[Place]:
    columns = [number for number in range(len(grid.columns)) if grid.holds(number)][::step]
    for row in range(max(at[0], 0), len(grid.rows)) if step > 0 else range(at[0], -1, -1):
        for column in columns:
            beyond = row != at[0] or (column > at[1] if step > 0 else column < at[1])
            if beyond and grid.lock(row, column) is None:
                yield row, column


def round_of(grid: Cells, cells: Iterable[Place], at: Place, step: int, *, down: bool) -> Place:
    """Return the cell after (or before) a place in a selection, from its end to its beginning.

    It goes down column by column, or along line by line; what takes nothing is passed over unless all is so.
    """
    every = list(cells)
    open_cells = [one for one in every if grid.lock(*one) is None] or every
    order = sorted(open_cells, key=_columnwise if down else None)
    if step < 0:
        order.reverse()
    mine = _columnwise(at) if down else at
    for one in order:
        other = _columnwise(one) if down else one
        if (other > mine) if step > 0 else (other < mine):
            return one
    return order[0]


def _columnwise(at: Place) -> Place:
    return at[1], at[0]


def edge(at: Place, step: Place, size: Place, filled: Callable[[Place], bool]) -> Place:
    """Return where a spreadsheet goes from a cell: to the last of several filled ones, else to the next filled one.

    `step` is one row or column; where nothing more is filled it is the last cell of the sheet.
    """

    def beside(place: Place) -> Place | None:
        row, column = place[0] + step[0], place[1] + step[1]
        return (row, column) if 0 <= row < size[0] and 0 <= column < size[1] else None

    here, ahead = at, beside(at)
    if ahead is None:
        return at
    running = filled(at) and filled(ahead)
    while ahead is not None:
        if running and not filled(ahead):
            return here
        if not running and filled(ahead):
            return ahead
        here, ahead = ahead, beside(ahead)
    return here


def within(at: Place, size: Place) -> Place:
    """Return the nearest place that is in a sheet of this size."""
    return max(0, min(at[0], size[0] - 1)), max(0, min(at[1], size[1] - 1))
