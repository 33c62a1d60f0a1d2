"""What the chosen cells of a sheet come to: how many, how many numbers, their sum and mean where they are alike."""

from __future__ import annotations

from collections.abc import Callable, Generator, Iterable
from dataclasses import dataclass
from decimal import Decimal

from desktop.work.sheet.grid import Grid, Place
from desktop.work.sheet.rows import Row
from desktop.work.wording import Wording
from schema.grammar.decimals import EXACT, quotient
from schema.grammar.reference import Key
from schema.values.figures import Result


@dataclass(frozen=True, slots=True)
class Summary:
    """`total` and `mean` are as cells show them, empty where the numbers are of several units, or none."""

    cells: int
    numbers: int
    total: str = ""
    mean: str = ""


def summary(
    grid: Grid, places: Iterable[Place], wording: Callable[[Row], Wording], result: Callable[[Key], Result]
) -> Generator[None, None, Summary]:
    """Return what these cells come to; the lines of breakdowns are sums themselves and are not counted twice.

    Stops after each cell: there may be very many.
    """
    cells, found, units = 0, list[tuple[Wording, Key, Decimal]](), set[tuple[str, str]]()
    for row, column in places:
        yield
        cells += 1
        key = grid.key(row, column)
        if key is None or not grid.rows[row].takes:
            continue
        value = result(key).value
        if value is not None:
            own = wording(grid.rows[row])
            found.append((own, key, value))
            units.add((own.metric.unit, own.unit))
    if not found or len(units) > 1:
        return Summary(cells, len(found))
    first, key, total = found[0][0], found[0][1], Decimal(0)
    for _, _, value in found:
        total = EXACT.add(total, value)
    mean = quotient(total, Decimal(len(found)))
    shown = (first.shown(Result(key, "figure", value)) for value in (total, mean))
    return Summary(cells, len(found), *shown)
