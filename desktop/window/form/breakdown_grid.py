"""A breakdown to type into, with the keys and the clipboard of a spreadsheet."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScrollArea, QTableView, QWidget

from desktop.window.fields.pasted_words import pasted_words
from desktop.window.form.columns import Columns
from desktop.window.form.field_menu import FieldMenu
from desktop.window.form.form_part import FormPart, Goal
from desktop.window.form.grid_delegate import GridDelegate, step_of
from desktop.window.form.grid_selection import GridSelection
from desktop.window.item_models.breakdown_model import BreakdownModel
from schema.grammar.reference import Key
from schema.values.evidence import EvidenceAt
from schema.values.follow_ups import FollowUpAt
from schema.values.kept_things import Subject
from schema.values.questions import QuestionAt

ROW = 30


class BreakdownGrid(FormPart, QTableView):
    """As high as its rows (the form around it scrolls); `told` carries what became of a paste."""

    told = Signal(str)
    left = Signal(int)

    def __init__(self, model: BreakdownModel, columns: Columns, parent: QWidget) -> None:
        super().__init__(parent)
        self.grid, self._columns, self._home = model, columns, -1
        self.setModel(model)
        model.setParent(self)
        self.setItemDelegate(delegate := GridDelegate(model.desk.theme, self))
        self._delegate, self._chosen = delegate, GridSelection(model, self.selectionModel())
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setShowGrid(False)
        self.setFrameShape(QTableView.Shape.NoFrame)
        self.setAcceptDrops(False)  # a file that is let go on a cell is its evidence: the form takes it
        self.viewport().setAcceptDrops(False)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        triggers = QAbstractItemView.EditTrigger
        self.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
        self.setTabKeyNavigation(False)
        self.setFixedHeight(ROW * self.grid.rowCount() + 2)
        self.setAccessibleName(self.grid.text(self.grid.cells[0][0]))
        self._span_heads()

    def _span_heads(self) -> None:
        if self.grid.spec.crossed:
            return
        for row, cells in enumerate(self.grid.cells):
            if cells[0].kind == "head":
                self.setSpan(row, 0, 1, len(cells))

    def _connect(self) -> None:
        self._delegate.moved.connect(self.go)
        self.selectionModel().currentChanged.connect(self._on_current)

    def _on_current(self, current: QModelIndex) -> None:
        cell = self.grid.cell(current) if current.isValid() else None
        if cell is not None and cell.kind == "entry":
            self.grid.desk.look_at(cell.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the columns in line with the rows above."""
        super().resizeEvent(event)
        widths = self._crossed_widths() if self.grid.spec.crossed else self._year_widths()
        for column, width in enumerate(widths):
            self.setColumnWidth(column, width)

    def _year_widths(self) -> list[int]:
        columns = self._columns
        for column, hidden in ((2, columns.past_years < 1), (3, columns.past_years < 2), (5, not columns.spark)):
            self.setColumnHidden(column, hidden)
        name = max(60, self.viewport().width() - columns.fixed)
        return [name, columns.value, columns.past, columns.past, columns.change, columns.spark, columns.mark]

    def _crossed_widths(self) -> list[int]:
        others = self.grid.columnCount() - 1
        name = max(150, round(self.viewport().width() * 0.34))
        each = min(130, (self.viewport().width() - name) // max(1, others))
        return [name, *[each] * others]

    def sizeHint(self) -> QSize:
        """As high as all rows."""
        return QSize(400, self.height())

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave scrolling to the form."""
        event.ignore()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:  # noqa: N802
        """Offer for the cell what a row's menu offers."""
        cell = self.grid.cell(here) if (here := self.indexAt(event.pos())).isValid() else None
        if cell is None or cell.key is None or cell.kind != "entry":
            return
        key, desk = cell.key, self.grid.desk
        self.setCurrentIndex(here)
        menu = FieldMenu(desk, key, self)
        menu.estimate_chosen.connect(lambda estimated: self.grid.mark_estimated(key, estimated=estimated))
        menu.remark_chosen.connect(lambda _: desk.making_requested.emit(key))
        menu.reason_chosen.connect(lambda code: self.grid.omit(key, code))
        menu.clear_chosen.connect(lambda: self.grid.put([(here.row(), here.column(), "")]))
        menu.evidence_chosen.connect(lambda: desk.evidence_requested.emit(key.canonical()))
        menu.follow_up_chosen.connect(lambda: desk.follow_up_requested.emit(key.canonical()))
        menu.exec(event.globalPos())
        menu.deleteLater()

    # keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move like a spreadsheet, clear, copy and paste; any other key starts typing."""
        if self._chosen.take(event):
            return
        step = step_of(event) if not event.modifiers() & Qt.KeyboardModifier.ControlModifier else None
        if step is not None:
            self.go(*step)
        elif event.matches(QKeySequence.StandardKey.Copy) or event.matches(QKeySequence.StandardKey.Cut):
            QGuiApplication.clipboard().setText(self.selected_text())
            if event.matches(QKeySequence.StandardKey.Cut):
                self._clear()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste(QGuiApplication.clipboard().text())
        elif event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._clear()
        elif event.key() == Qt.Key.Key_D and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self._fill_down()
        else:
            super().keyPressEvent(event)

    def go(self, rows: int, columns: int) -> None:
        """Go to the next entry in a direction; Enter after Tabs returns to the column where they began."""
        here = self.currentIndex()
        start = here.column()
        if columns:
            self._home = start if self._home < 0 else self._home
            target = self._along(here, columns)
        else:
            start, self._home = (self._home, -1) if self._home >= 0 and rows > 0 else (start, -1)
            target = self._down(here.row(), start, rows)
        if target is None:
            self._home = -1
            self.left.emit(1 if rows + columns > 0 else -1)
        else:
            self.setCurrentIndex(target)

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802
        """Tab goes from cell to cell and only then on."""
        if self._along(self.currentIndex(), 1 if forward else -1) is None:
            return super().focusNextPrevChild(forward)
        self.go(0, 1 if forward else -1)
        return True

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Coming by Tab, the cursor stands on the first or last entry."""
        super().focusInEvent(event)
        reason = event.reason()
        if reason in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason):
            self.enter(1 if reason == Qt.FocusReason.TabFocusReason else -1)

    def _down(self, row: int, column: int, step: int) -> QModelIndex | None:
        row += step
        while 0 <= row < self.grid.rowCount():
            if self.grid.cells[row][column].kind == "entry":
                return self.grid.index(row, column)
            row += step
        return None

    def _along(self, here: QModelIndex, step: int) -> QModelIndex | None:
        entries = self._entries()
        place = (here.row(), here.column())
        ahead = [e for e in entries if e > place] if step > 0 else [e for e in reversed(entries) if e < place]
        return self.grid.index(*ahead[0]) if ahead else None

    def _entries(self) -> list[tuple[int, int]]:
        return [(r, c) for r, row in enumerate(self.grid.cells) for c, cell in enumerate(row) if cell.kind == "entry"]

    # as a part of the form

    def keys(self) -> Collection[Key]:
        """Return the keys of all its cells."""
        return self.grid.keys

    def follow_values(self) -> None:
        """Show every cell anew."""
        self.refresh()

    def follow_subject(self, subject: Subject) -> None:
        """Show the cells anew where one of them is meant."""
        if subject in self.grid.keys or isinstance(subject, EvidenceAt | QuestionAt | FollowUpAt):
            self.refresh()

    def proved(self, place: QPoint | None) -> str:
        """Return the value of the entry at a place, or of the one that has the cursor."""
        here = self.currentIndex() if place is None else self.indexAt(self.viewport().mapFromGlobal(place))
        cell = self.grid.cell(here) if here.isValid() else None
        return cell.key.canonical() if cell is not None and cell.key is not None and cell.kind == "entry" else ""

    def enter(self, step: int) -> bool:
        """Put the cursor on the first entry (coming from above) or the last one."""
        entries = self._entries()
        if entries:
            self.setFocus()
            place = self.grid.index(*entries[0 if step > 0 else -1])
            self.selectionModel().setCurrentIndex(place, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        return True

    def go_to(self, goal: Goal, sight: QScrollArea) -> bool:
        """Put the cursor on a key's entry."""
        place = self.grid.locate(goal) if isinstance(goal, Key) else QModelIndex()
        if place.isValid():
            self.setFocus()
            self.setCurrentIndex(place)
            sight.ensureWidgetVisible(self, 0, 80)
        return place.isValid()

    def refresh(self) -> None:
        """Show the session's values."""
        self.grid.refresh()

    # clipboard

    def selected_text(self) -> str:
        """Return the selected cells as tab-separated text, as Excel takes it."""
        cells = {(i.row(), i.column()): str(i.data() or "") for i in self.selectedIndexes()}
        if not cells:
            return ""
        rows, columns = sorted({r for r, _ in cells}), sorted({c for _, c in cells})
        out = io.StringIO()
        writer = csv.writer(out, delimiter="\t", lineterminator="\n")
        writer.writerows([[cells.get((r, c), "") for c in columns] for r in rows])
        return out.getvalue()

    def paste(self, text: str) -> None:
        """Take a block from a spreadsheet, from the current cell on, as one step that can be undone."""
        here = self.currentIndex()
        rows = list(csv.reader(io.StringIO(text.rstrip("\r\n")), delimiter="\t"))
        if not here.isValid() or not rows:
            return
        lines = self._lines_from(here)
        texts, rejected = [], 0
        for line, block in zip(lines, rows, strict=False):
            for offset, value in enumerate(block):
                column = here.column() + offset
                fits = column < self.grid.columnCount() and self.grid.editable(self.grid.cells[line][column])
                if fits:
                    texts.append((line, column, value.strip()))
                rejected += bool(value.strip()) and not fits
        rejected += sum(bool(value.strip()) for block in rows[len(lines) :] for value in block)
        self.grid.put(texts, self.tr("pasting"))
        self._tell(texts, rejected)

    def _lines_from(self, here: QModelIndex) -> list[int]:
        """The rows that take values: heads and totals are skipped, as they are not in the person's sheet."""
        column = here.column()
        return [r for r in range(here.row(), self.grid.rowCount()) if self.grid.cells[r][column].kind == "entry"]

    def _tell(self, texts: list[tuple[int, int, str]], rejected: int) -> None:
        cells = [self.grid.cells[row][column] for row, column, _ in texts]
        unread = sum(self.grid.result(cell).kind == "unread" for cell in cells)
        self.told.emit(pasted_words(len(texts), unread, rejected))

    def _clear(self) -> None:
        self.grid.put([(i.row(), i.column(), "") for i in self.selectedIndexes()], self.tr("clearing"))

    def _fill_down(self) -> None:
        chosen = sorted((i.row(), i.column()) for i in self.selectedIndexes())
        first = {}
        for row, column in chosen:
            first.setdefault(column, str(self.grid.index(row, column).data(Qt.ItemDataRole.EditRole) or ""))
        self.grid.put([(row, column, first[column]) for row, column in chosen], self.tr("filling"))
