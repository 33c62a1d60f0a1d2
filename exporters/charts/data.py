"""What a chart says, frozen and free of any library; and where its data stand in a workbook."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from schema.grammar.reference import Key

DrawnKind = Literal["column", "bar", "line", "shares", "scatter"]
MANY_POINTS = 12
FEWEST_POINTS = 3  # fewer values are told, not drawn
# What a number format puts behind a number that is one of a hundred.
PERCENT = '"%"'


def column_letter(number: int) -> str:
    """Return the letters of a column (1 = A, 27 = AA)."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def quoted(sheet: str) -> str:
    """Return a sheet's title as references write it."""
    return "'" + sheet.replace("'", "''") + "'"


@dataclass(frozen=True, slots=True)
class ChartSeries:
    """One row of numbers, as they are shown (scale and unit already applied); None leaves a gap.

    `formats` are the number formats of points that have one of their own, else empty texts; none = no point has.
    `parts` are the names of the points of shares: each bar has parts of its own.
    """

    name: str
    values: tuple[Decimal | None, ...]
    colour: str = ""
    formats: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()

    @property
    def qualified(self) -> tuple[str, ...]:
        """The formats of points with words around their number, else empty texts."""
        return tuple(form if '"' in form.replace(PERCENT, "") else "" for form in self.formats)


@dataclass(frozen=True, slots=True)
class ChartData:
    """All that a chart says. `number_format` is Excel's; `colours` are the company's (#rrggbb), `font` a family name.

    An empty `title` leaves it to the caption beside the chart; `unit` stands in the head of the chart's data.
    A scatter has points: `categories` are their names, `labels` what stands beside them, `across` how far to the right
    they stand; each point has a value in one series; `axes` are the titles of both axes.
    Of shares each category is a bar of 100 %, each series its next part. A `small` chart is one of a panel.
    `own` is the place of the report's own year among the categories, `base` that of the year that a target is measured
    against, `goal` that of the target (-1: there is none).
    """

    id: str
    kind: DrawnKind
    categories: tuple[str, ...]
    series: tuple[ChartSeries, ...]
    title: str = ""
    unit: str = ""
    number_format: str = "#,##0"
    colours: tuple[str, ...] = ()
    font: str = "Calibri"
    across: tuple[Decimal, ...] = ()
    labels: tuple[str, ...] = ()
    axes: tuple[str, str] = ("", "")
    small: bool = False
    own: int = -1
    base: int = -1
    goal: int = -1

    @property
    def drawn(self) -> int:
        """How many values it draws."""
        return sum(value is not None for series in self.series for value in series.values)

    @property
    def labelled(self) -> bool:
        """Whether its points are few enough to carry their numbers."""
        return len(self.categories) * len(self.series) <= MANY_POINTS

    def embedded(self) -> ChartPlace:
        """Return where the data stand in the chart's own workbook: a scatter's names stand before its numbers."""
        return ChartPlace(column=2 if self.kind == "scatter" else 1)


@dataclass(frozen=True, slots=True)
class ChartPoint:
    """The value behind a point: `value` is the stored value / `divisor`, unrounded; None where the chart has a gap.

    One with a `rounding`, a function of workbooks, is rounded so to `places`.
    A share in percent is one of a `whole`, the sum of these keys.
    """

    key: Key
    divisor: Decimal
    value: Decimal | None
    rounding: str = ""
    places: int = 0
    whole: tuple[Key, ...] = ()


@dataclass(frozen=True, slots=True)
class ChartStyle:
    """What all charts of a file share: language, the company's colours (#rrggbb) and a font family."""

    language: str
    colours: tuple[str, ...]
    font: str


@dataclass(frozen=True, slots=True)
class ChartPlace:
    """Where a chart's data stand: `row`, `column` (from 1) of the corner between series names and categories.

    `across`: categories run to the right and each series is a row, else they run down and each series is a column.
    `skip` series of other charts stand between the categories and the first series.
    """

    sheet: str = "Sheet1"
    row: int = 1
    column: int = 1
    across: bool = False
    skip: int = 0

    def categories(self, count: int) -> str:
        """Return the reference of the categories."""
        return self._range(0, 1, 0, count) if self.across else self._range(1, 0, count, 0)

    def name(self, series: int) -> str:
        """Return the reference of the name of a series (from 0)."""
        at = series + 1 + self.skip
        return self._range(at, 0, at, 0) if self.across else self._range(0, at, 0, at)

    def values(self, series: int, count: int) -> str:
        """Return the reference of the values of a series (from 0)."""
        at = series + 1 + self.skip
        return self._range(at, 1, at, count) if self.across else self._range(1, at, count, at)

    def _range(self, row: int, column: int, last_row: int, last_column: int) -> str:
        first, last = self._cell(row, column), self._cell(last_row, last_column)
        return f"{quoted(self.sheet)}!{first}" + (f":{last}" if last != first else "")

    def _cell(self, row: int, column: int) -> str:
        return f"${column_letter(self.column + column)}${self.row + row}"
