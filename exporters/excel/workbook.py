"""A workbook's content, frozen and free of any library: what stands in which cell, and how each sheet is set up."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from exporters.charts.data import ChartData, ChartPlace


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell. `value` is what it shows (for a formula: its cached result, None = ""); text is never a formula.

    `formula` is without "=". `style` is a look's name (exporters.excel.cell_looks), for numbers followed by | and
    Excel's number format. `name` is the cell's defined name; `link` a place in the workbook ('Sheet'!A1 or a defined
    name).
    """

    value: Decimal | str | None = None
    style: str = ""
    formula: str | None = None
    name: str | None = None
    link: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """Cells from column A on; `height` in points, 0 = as the program likes; `level` 1 is folded under the row above.

    A `hidden` row is for the program, not for people.
    """

    cells: tuple[Cell, ...]
    height: float = 0
    level: int = 0
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class PlacedChart:
    """A chart with the place of its data and the cell of its upper left corner; sizes in centimetres."""

    data: ChartData
    place: ChartPlace
    anchor: str
    width: float = 14.0
    height: float = 7.2


@dataclass(frozen=True, slots=True)
class Choices:
    """Cells (A2:A99) that offer a list: the words themselves, or a range that holds them ('units'!$A$2:$A$99).

    `title` and `prompt` are shown beside a cell that is chosen.
    """

    cells: str
    words: tuple[str, ...] = ()
    range: str = ""
    title: str = ""
    prompt: str = ""


@dataclass(frozen=True, slots=True)
class Hint:
    """What is shown beside a cell that is chosen: a short `title` and a `prompt`.

    With a `doubt` something other than a number between `least` and `most` is asked about in these words, not refused.
    """

    cells: str
    title: str
    prompt: str
    doubt: str = ""
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Bars:
    """Cells (F4:F9) whose share, 0 to 1, is drawn as a bar behind the number."""

    cells: str
    colour: str


@dataclass(frozen=True, slots=True)
class NamedTable:
    """The sheet's rows from the one with the heads (from 1) on as an Excel Table: filtered, sorted, named in formulas.

    Each head is a text of its own; at least one row follows.
    """

    name: str
    head: int = 1


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet. `freeze` is the first cell that scrolls; `head` the rows repeated on each printed page (first, last).

    `widths` are in characters, column A first; `merges` are ranges; `tab` is a colour (#rrggbb); `portrait` the page;
    `printed` how many columns go on paper (0 = all); `comments` are cells with what is said about them.
    A `hidden` sheet and `hidden_columns` (letters) are for the program; of a `locked` sheet only the cells whose look
    is open can be typed into, without any password. `filtered` is a range with filters in its first row.
    """

    title: str
    rows: tuple[Row, ...]
    widths: tuple[float, ...]
    freeze: str = ""
    head: tuple[int, int] | None = None
    merges: tuple[str, ...] = ()
    charts: tuple[PlacedChart, ...] = ()
    breaks: tuple[int, ...] = ()
    tab: str = ""
    portrait: bool = False
    printed: int = 0
    choices: tuple[Choices, ...] = ()
    comments: tuple[tuple[str, str], ...] = ()
    bars: tuple[Bars, ...] = ()
    hints: tuple[Hint, ...] = ()
    hidden: bool = False
    hidden_columns: tuple[str, ...] = ()
    locked: bool = False
    table: NamedTable | None = None
    filtered: str = ""


@dataclass(frozen=True, slots=True)
class Workbook:
    """All sheets in order; printed pages have `footer` left and `page` (with {n}, {all}) right.

    `history` is told by the file's properties.
    """

    title: str
    sheets: tuple[Sheet, ...]
    language: str = "zh-Hans"
    font: str = "Calibri"
    colours: tuple[str, ...] = ()
    company: str = ""
    footer: str = ""
    page: str = "{n} / {all}"
    history: str = ""

    def sheet(self, title: str) -> Sheet:
        """Return the sheet with this title; KeyError where there is none."""
        found = {sheet.title: sheet for sheet in self.sheets}
        return found[title]
