"""The sheet as a table: one array of lines, each written when it is first shown, and what is put into its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics

from desktop.window.fields.reading_words import ReadingWords
from desktop.window.item_models.cell_model import ALIGN, COLOUR, DISPLAY, FONT, ICON, NAME, TIP, CellModel
from desktop.window.item_models.sheet_lines import SheetLines
from desktop.window.look.icons import IconShelf
from desktop.window.session.desk import Desk
from desktop.work.sheet.grid import Column, ColumnKind, Grid, Lock, Place
from desktop.work.sheet.outcome import Left, Outcome, Reading
from desktop.work.sheet.placing import Placed
from desktop.work.sheet.rows import Row
from schema.grammar.reference import Key
from schema.validation.point_checks import unread_issue

_LEFT, _RIGHT, _CENTRE = (
    int(side | Qt.AlignmentFlag.AlignVCenter)
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter)
)
_SIDES = {"name": _LEFT, "unit": _LEFT, "year": _RIGHT, "change": _RIGHT, "state": _CENTRE, "marks": _CENTRE}
_WIDTHS: dict[ColumnKind, int] = {"change": 70, "state": 46, "marks": 54}
_YEAR, _HOME, _LEAST_UNIT = 82, 112, 52


class SheetModel(CellModel):
    """Reads the session; `change_wanted` carries what is to be done in one step."""

    change_wanted = Signal(str, object)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(desk, parent)
        self._grid = Grid()
        self.lines, self.readings = SheetLines(desk), ReadingWords(desk)
        self._icons = IconShelf()

    @property
    def grid(self) -> Grid:
        """The lines and columns."""
        return self._grid

    def load(self, grid: Grid, every: Sequence[Row], folded: frozenset[str]) -> None:
        """Show these lines; `every` are the chosen ones, whether folded away or not."""
        self.beginResetModel()
        self._grid, self.folded = grid, folded
        self.lines.load(grid, every)
        self.endResetModel()

    def forget(self) -> None:
        """Write every line anew when it is shown next."""
        self.lines.forget()
        self.renewed.emit()

    # what stands where

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = DISPLAY) -> object:
        """Name the columns and number the lines; locked years bear a lock, the one that is filled in the accent."""
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == DISPLAY else None
        column, here = self.grid.columns[section], self.grid.columns[section].period == self.grid.period
        if role in (DISPLAY, NAME):
            return self.lines.heading(column)
        if role == ALIGN:
            return _SIDES[column.kind]
        if role == TIP and column.kind == "year" and not here:
            return self.tr("An earlier year: it can be read and copied here, not typed over")
        if role == ICON and column.kind == "year" and not here:
            return self._icons.icon("lock", self.desk.theme.text2)
        if role == COLOUR:
            return QColor(self.desk.theme.accent if here else self.desk.theme.text2)
        if role == FONT and here:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def text(self, at: Place) -> str:
        """Return what a cell shows."""
        return self.lines.line(at[0]).texts[at[1]]

    def exact(self, at: Place) -> str:
        """Return a value to be typed over or copied: every digit; of other cells what they show."""
        key = self.grid.key(*at)
        if key is None or not self.grid.rows[at[0]].takes:
            return self.text(at)
        return self.lines.wording(self.grid.rows[at[0]]).exact(self.lines.result(key))

    def texts(self, row: Row) -> Sequence[str]:
        """Return what a line's cells would show, also of one that is not among those that are shown."""
        return self.lines.texts(row)

    def heading(self, column: Column) -> str:
        """Return what a column is called."""
        return self.lines.heading(column)

    def title(self, at: Place) -> str:
        """Return what a cell is called where it stands alone: its line, and the year of a value."""
        key = self.grid.key(*at)
        return self.lines.name(self.grid.rows[at[0]]) + (f" · {key.period}" if key else "")

    def unit(self, at: Place) -> str:
        """Return the unit of a line."""
        row = self.grid.rows[at[0]]
        return self.lines.wording(row).unit if row.key is not None else ""

    def read_as(self, at: Place, text: str) -> list[str]:
        """Return what a typed number is read as before it is stored."""
        key = self.grid.key(*at)
        return [] if key is None else self.readings.lines(self.lines.wording(self.grid.rows[at[0]]), text, key)

    def usual_ways(self) -> str:
        """Return how values may be written, too."""
        return self.tr("Also: 1.5万, =12*3, “not applicable”")

    def tip(self, at: Place) -> str | None:
        """Return what is told of a cell when the pointer rests on it."""
        return self.lines.tip(at)

    def spoken(self, at: Place) -> str:
        """Return a cell for a screen reader."""
        return self.lines.spoken(at)

    def reason(self, left: Left) -> str:
        """Return why a cell is not as it was to be."""
        if left.why != "unread" and left.why != "refused":
            return self.lock_words(left.why, left.at)
        key = self.grid.key(*left.at)
        point = self.desk.session.point(key) if key is not None else None
        if point is None or not point.unread:
            return ""
        return self.desk.sentence(unread_issue(point, self.desk.metric(point.key), self.desk.catalogue))

    def way(self, at: Place) -> tuple[str, object] | None:
        """Return what a cell is called, and its key."""
        inside = at[0] < len(self.grid.rows) and at[1] < len(self.grid.columns)
        key = self.grid.key(*at) if inside else None
        return (f"{self.lines.name(self.grid.rows[at[0]])} · {key.period}", key) if key is not None else None

    def still_width(self, metrics: QFontMetrics, widest: int) -> int:
        """Return how wide the column of units is."""
        wide = max((metrics.horizontalAdvance(unit) for unit in self.lines.units()), default=0)
        return max(_LEAST_UNIT, min(widest, wide + 16))

    def width(self, column: Column) -> int:
        """Return how wide a column is that scrolls."""
        return _WIDTHS.get(column.kind) or (_HOME if column.period == self.grid.period else _YEAR)

    def locate(self, keys: Sequence[Key]) -> list[Place]:
        """Return the cells of those values that stand here."""
        columns = {column.period: number for number, column in enumerate(self.grid.columns) if column.kind == "year"}
        wanted: dict[Key | None, list[int]] = {}
        for key in keys:
            if key.period in columns:
                wanted.setdefault(replace(key, period=self.grid.period), []).append(columns[key.period])
        rows = ((number, row) for number, row in enumerate(self.grid.rows) if row.takes)
        return [(number, column) for number, row in rows for column in wanted.get(row.key, ())]

    def lock_words(self, lock: Lock, at: Place) -> str:
        """Return why a cell takes nothing, and what helps."""
        key = self.grid.key(*at) if lock != "outside" else None
        match lock:
            case "earlier":
                return self.tr("An earlier year is locked here. Choose that year in its section to change it.")
            case "computed":
                return self.tr("It is computed: change what it is computed from.")
            case "sum":
                return self.tr("It is the sum of the lines below: fill in those.")
            case "column":
                return self.tr("No values are filled in in this column.")
            case "reading":
                return self.tr("Opened for reading only.")
            case "rights":
                return self.desk.sentence(self.grid.foreign[key]) if key is not None else ""
            case "outside" | "code" | "totals":
                return self.tr("There is no line or column for it.")
            case _:
                assert_never(lock)

    # writing values

    def put(self, placed: Placed, act: str = "") -> Outcome:
        """Take texts for cells in one step of undo, called after the act."""
        self.put_begins.emit()
        outcome = self.reading().outcome(placed)
        self.change(outcome, act)
        return outcome

    def reading(self) -> Reading:
        """Return how texts become values upon what stands there now."""
        return Reading(self.grid, self.lines.wording, self.desk.session.snapshot, self.lines.result)

    def change(self, outcome: Outcome, act: str) -> None:
        """Do what was read in one step of undo, called after the act."""
        if outcome.changes:
            self.change_wanted.emit(act, outcome.changes)
            self.forget()
