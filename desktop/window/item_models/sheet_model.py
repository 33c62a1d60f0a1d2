"""The sheet as a table: one array of lines, each written when it is first shown, and what is put into its cells."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import assert_never

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QFont

from desktop.window.fields.reading_words import ReadingWords
from desktop.window.item_models.sheet_lines import SheetLines
from desktop.window.look.icons import IconShelf
from desktop.window.session.desk import Desk
from desktop.work.sheet.grid import Grid, Lock, Place
from desktop.work.sheet.outcome import Outcome, Reading
from desktop.work.sheet.placing import Entry, Placed
from desktop.work.sheet.rows import Row
from schema.grammar.reference import Key

Index = QModelIndex | QPersistentModelIndex
_DISPLAY, _EDIT, _TIP, _NAME, _COLOUR, _FONT, _ICON, _ALIGN = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.TextAlignmentRole,
    )
)  # fmt: skip
_LEFT, _RIGHT, _CENTRE = (
    int(side | Qt.AlignmentFlag.AlignVCenter)
    for side in (Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight, Qt.AlignmentFlag.AlignHCenter)
)
_LOCKED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_OPEN = _LOCKED | Qt.ItemFlag.ItemIsEditable
_SIDES = {"name": _LEFT, "unit": _LEFT, "year": _RIGHT, "change": _RIGHT, "state": _CENTRE, "marks": _CENTRE}


class SheetModel(QAbstractTableModel):
    """Reads the session; `change_wanted` carries what is to be done in one step, `renewed` that all may show else.

    `put_begins` comes before anything is put into cells.
    """

    change_wanted = Signal(str, object)
    renewed = Signal()
    put_begins = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk, self.grid = desk, Grid()
        self.lines, self.readings = SheetLines(desk), ReadingWords(desk)
        self.folded: frozenset[str] = frozenset()
        self._icons = IconShelf()

    def load(self, grid: Grid, every: Sequence[Row], folded: frozenset[str]) -> None:
        """Show these lines; `every` are the chosen ones, whether folded away or not."""
        self.beginResetModel()
        self.grid, self.folded = grid, folded
        self.lines.load(grid, every)
        self.endResetModel()

    def forget(self) -> None:
        """Write every line anew when it is shown next."""
        self.lines.forget()
        self.renewed.emit()

    # what stands where

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.grid.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be chosen, an open one typed into."""
        return _OPEN if index.isValid() and self.grid.lock(index.row(), index.column()) is None else _LOCKED

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Name the columns and number the lines; locked years bear a lock, the one that is filled in the accent."""
        if orientation is Qt.Orientation.Vertical:
            return str(section + 1) if role == _DISPLAY else None
        column, here = self.grid.columns[section], self.grid.columns[section].period == self.grid.period
        if role in (_DISPLAY, _NAME):
            return self.lines.heading(column)
        if role == _ALIGN:
            return _SIDES[column.kind]
        if role == _TIP and column.kind == "year" and not here:
            return self.tr("An earlier year: it can be read and copied here, not typed over")
        if role == _ICON and column.kind == "year" and not here:
            return self._icons.icon("lock", self.desk.theme.text2)
        if role == _COLOUR:
            return QColor(self.desk.theme.accent if here else self.desk.theme.text2)
        if role == _FONT and here:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        return None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return texts; painting is the delegate's."""
        if not index.isValid():
            return None
        at = index.row(), index.column()
        if role == _DISPLAY:
            return self.text(at)
        if role == _EDIT:
            return self.exact(at)
        if role == _TIP:
            return self.lines.tip(at)
        return self.lines.spoken(at) if role == _NAME else None

    def text(self, at: Place) -> str:
        """Return what a cell shows."""
        return self.lines.line(at[0]).texts[at[1]]

    def exact(self, at: Place) -> str:
        """Return a value to be typed over or copied: every digit; of other cells what they show."""
        key = self.grid.key(*at)
        if key is None or not self.grid.rows[at[0]].takes:
            return self.text(at)
        return self.lines.wording(self.grid.rows[at[0]]).exact(self.lines.result(key))

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
            case "outside":
                return self.tr("There is no line or column for it.")
            case _:
                assert_never(lock)

    # writing values

    def setData(self, index: Index, value: object, role: int = _EDIT) -> bool:
        """Take what was typed into one cell."""
        if role != _EDIT:
            return False
        at = index.row(), index.column()
        self.put(Placed((Entry(at, str(value)),), ()))
        return True

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
