"""What is put into many cells at once: a block from elsewhere, one value in all, the first filled down or right."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from desktop.work.sheet.block import Block
from desktop.work.sheet.grid import Cells, Lock, Place


@dataclass(frozen=True, slots=True)
class Entry:
    """A text for a cell that takes values."""

    at: Place
    text: str


@dataclass(frozen=True, slots=True)
class Refused:
    """A text that a cell did not take, and why; `at` is where it would have stood, perhaps outside."""

    at: Place
    text: str
    lock: Lock


@dataclass(frozen=True, slots=True)
class Placed:
    """Where the cells of a block go. What is refused has a text: a blank on a locked cell is nothing."""

    entries: tuple[Entry, ...]
    refused: tuple[Refused, ...]


@dataclass(frozen=True, slots=True)
class Area:
    """A rectangle of cells, both ends in it."""

    top: int
    left: int
    bottom: int
    right: int


def place(block: Block, area: Area, grid: Cells) -> Placed:
    """Lay a block from an area's first cell on: heads and sums are passed over, as nobody's own table has them.

    An area that holds the block several times over is filled with it; so is any area by a single cell.
    """
    down, across = _times(block, area, grid)
    wide = len(block[0]) if block else 0
    lines = [row for row in range(max(area.top, 0), len(grid.rows)) if grid.rows[row].takes]
    entries: list[Entry] = []
    refused: list[Refused] = []
    for number in range(len(block) * down):
        row = lines[number] if number < len(lines) else len(grid.rows) + number - len(lines)
        for offset in range(wide * across):
            _put((row, area.left + offset), block[number % len(block)][offset % wide], grid, (entries, refused))
    return Placed(tuple(entries), tuple(refused))


def _times(block: Block, area: Area, grid: Cells) -> tuple[int, int]:
    """Return how often an area holds a block, downwards and across."""
    if not block:
        return 0, 0
    high = sum(row.takes for row in grid.rows[max(area.top, 0) : area.bottom + 1])
    wide = area.right - area.left + 1
    fits = high and high % len(block) == 0 and wide % len(block[0]) == 0
    return (high // len(block), wide // len(block[0])) if fits else (1, 1)


def _put(at: Place, text: str, grid: Cells, found: tuple[list[Entry], list[Refused]]) -> None:
    lock = grid.lock(*at)
    if lock is None:
        found[0].append(Entry(at, text))
    elif text:
        found[1].append(Refused(at, text, lock))


def into_all(text: str, cells: Iterable[Place], grid: Cells) -> Placed:
    """Put one text into every cell of these that takes values; the others are passed over."""
    return Placed(tuple(Entry(at, text) for at in cells if grid.lock(*at) is None), ())


def fill(cells: Sequence[Place], text_at: Callable[[Place], str], grid: Cells, *, down: bool) -> Placed:
    """Put what stands first in each column (or line) of these cells into the others of it that take values.

    Of a single cell what stands above it (or left of it) is taken.
    """
    across = 1 if down else 0
    first: dict[int, Place] = {}
    for at in sorted(cells):
        if not down or grid.rows[at[0]].takes:
            first.setdefault(at[across], at)
    if len(cells) == 1 and first:
        first = {at[across]: before for at in first.values() if (before := _before(at, grid, down=down))}
    filled = [Entry(at, text_at(first[at[across]])) for at in cells if at[across] in first and at != first[at[across]]]
    return Placed(tuple(entry for entry in filled if grid.lock(*entry.at) is None), ())


def _before(at: Place, grid: Cells, *, down: bool) -> Place | None:
    row, column = at
    if not down:
        return (row, column - 1) if column and grid.holds(column - 1) else None
    return next(((above, column) for above in range(row - 1, -1, -1) if grid.rows[above].takes), None)
