"""Keys and deeds of tables in a text: from cell to cell, lines and columns in and out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QKeyEvent, QTextBlock, QTextCursor, QTextTable, QTextTableCell
from PySide6.QtWidgets import QTextEdit

from desktop.window.chips.chip_table import chosen_cells, dress_head, even_columns
from desktop.window.chips.chip_text import ChipText
from desktop.window.look.theme import Theme
from schema.grammar.text_table import is_table_line, table_line

_NEW = ("|  |  |",) * 2
_ALT_SHIFT = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


@dataclass(frozen=True, slots=True)
class TableDeed:
    """What can be done to the table at the cursor: how it is called, its key, what it does."""

    words: str
    key: Qt.Key | None
    shown: str
    act: Callable[[], None]


class TableHand:
    """Serves one editor."""

    def __init__(self, edit: QTextEdit, text: ChipText, theme: Theme) -> None:
        self._edit, self._text, self._theme = edit, text, theme

    def here(self) -> QTextTable | None:
        """Return the table that the cursor is in."""
        return self._edit.textCursor().currentTable()

    def deeds(self) -> list[TableDeed]:
        """Return what can be done to a table."""
        translate, keys = QCoreApplication.translate, Qt.Key
        return [
            TableDeed(translate("TableHand", "Row above"), keys.Key_Up, "Alt+Shift+↑", lambda: self._add_row(0)),
            TableDeed(translate("TableHand", "Row below"), keys.Key_Down, "Alt+Shift+↓", lambda: self._add_row(1)),
            TableDeed(translate("TableHand", "Column before"), keys.Key_Left, "Alt+Shift+←",
                      lambda: self._add_column(0)),
            TableDeed(translate("TableHand", "Column after"), keys.Key_Right, "Alt+Shift+→",
                      lambda: self._add_column(1)),
            TableDeed(translate("TableHand", "Delete row"), keys.Key_Delete, "Alt+Shift+Del", self._remove_rows),
            TableDeed(translate("TableHand", "Delete column"), keys.Key_Backspace, "Alt+Shift+⌫",
                      self._remove_columns),
            TableDeed(translate("TableHand", "Delete table"), None, "", self._remove_table),
        ]  # fmt: skip

    def menu(self) -> list[tuple[str, Callable[[], None]]]:
        """Return what a menu offers at the cursor: the deeds of its table, else a new one."""
        if self.here() is None:
            return [(QCoreApplication.translate("TableHand", "Insert table"), self.new)]
        return [(f"{deed.words}\t{deed.shown}", deed.act) for deed in self.deeds()]

    def new(self) -> None:
        """Put an empty table in, behind the line of the cursor, and go into its first cell."""
        self._edit.setFocus()
        cursor = self._edit.textCursor()
        cursor.clearSelection()
        cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock)
        self._make(cursor, _NEW, 0)

    def _make(self, cursor: QTextCursor, lines: tuple[str, ...], row: int) -> None:
        self._text.insert(cursor, "\n".join(lines))
        cursor.setPosition(cursor.position() - 1)
        table = cursor.currentTable()
        self._go(table.cellAt(row, 0))

    def take(self, event: QKeyEvent) -> bool:
        """Take a key that is the table's."""
        table = self.here()
        if event.modifiers() == _ALT_SHIFT and table is not None:
            deed = next((deed for deed in self.deeds() if deed.key == event.key()), None)
            if deed is not None:
                deed.act()
            return deed is not None
        if event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return False
        if table is None:
            return event.modifiers() in _PLAIN and self._begin()
        if event.modifiers() in (*_PLAIN, Qt.KeyboardModifier.ShiftModifier):
            self._down(table)
            return True
        return False

    def take_tab(self, event: QKeyEvent) -> bool:
        """Go to the next cell, behind the last one to a new row; back from the first cell out of the table."""
        table = self.here()
        if table is None or self._edit.isReadOnly():
            return False
        back = event.key() == Qt.Key.Key_Backtab or event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        step = -1 if back else 1
        commands = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
        if event.key() not in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab) or event.modifiers() & commands:
            return False
        cell = table.cellAt(self._edit.textCursor())
        place = cell.row() * table.columns() + cell.column() + step
        if place < 0:
            return False
        if place >= table.rows() * table.columns():
            table.appendRows(1)
            dress_head(table, self._theme)
        self._go(table.cellAt(place // table.columns(), place % table.columns()), whole=True)
        return True

    def _begin(self) -> bool:
        """Make a table of the line with bars that was typed, and go to its next row."""
        cursor = self._edit.textCursor()
        words = cursor.block().text()
        if not is_table_line(words) or not cursor.atBlockEnd() or len(table_line(words).cells) < 2:
            return False
        block = cursor.block()
        line = self._text.between(block.position(), cursor.position())
        before, behind = block.previous(), block.next()
        cursor.setPosition(block.position() - (before.isValid() and not self._tabled(before)))
        end = block.position() + block.length() - 1
        cursor.setPosition(end + (behind.isValid() and not self._tabled(behind)), QTextCursor.MoveMode.KeepAnchor)
        self._make(cursor, (line, "|" + "  |" * len(table_line(line).cells)), 1)
        return True

    def _tabled(self, block: QTextBlock) -> bool:
        return QTextCursor(block).currentTable() is not None

    def _down(self, table: QTextTable) -> None:
        """Go to the cell below, behind the last row out of the table."""
        cell = table.cellAt(self._edit.textCursor())
        if cell.row() + 1 < table.rows():
            self._go(table.cellAt(cell.row() + 1, cell.column()), whole=True)
            return
        cursor = self._edit.textCursor()
        cursor.setPosition(table.lastPosition() + 1)
        self._edit.setTextCursor(cursor)

    def _go(self, cell: QTextTableCell, *, whole: bool = False) -> None:
        cursor = cell.firstCursorPosition()
        # a chip that is all of a cell is not chosen: Enter would lead to its field
        chosen = whole and cell.lastPosition() - cell.firstPosition() > 1
        mode = QTextCursor.MoveMode.KeepAnchor if chosen else QTextCursor.MoveMode.MoveAnchor
        cursor.setPosition(cell.lastPosition(), mode)
        self._edit.setTextCursor(cursor)
        self._edit.ensureCursorVisible()

    def _chosen(self, table: QTextTable) -> tuple[int, int, int, int]:
        return chosen_cells(table, self._edit.textCursor())

    def _add_row(self, behind: int) -> None:
        table = self.here()
        if table is not None and not self._edit.isReadOnly():
            row, rows, column, _ = self._chosen(table)
            place = row + rows if behind else row
            table.insertRows(place, 1)
            dress_head(table, self._theme)
            self._go(table.cellAt(place, column))

    def _add_column(self, behind: int) -> None:
        table = self.here()
        if table is not None and not self._edit.isReadOnly():
            row, _, column, columns = self._chosen(table)
            place = column + columns if behind else column
            table.insertColumns(place, 1)
            even_columns(table)
            dress_head(table, self._theme)
            self._go(table.cellAt(row, place))

    def _remove_rows(self) -> None:
        table = self.here()
        if table is not None and not self._edit.isReadOnly():
            row, rows, column, _ = self._chosen(table)
            if rows >= table.rows():
                self._remove_table()
                return
            table.removeRows(row, rows)
            dress_head(table, self._theme)
            self._go(table.cellAt(min(row, table.rows() - 1), column))

    def _remove_columns(self) -> None:
        table = self.here()
        if table is not None and not self._edit.isReadOnly():
            row, _, column, columns = self._chosen(table)
            if columns >= table.columns():
                self._remove_table()
                return
            table.removeColumns(column, columns)
            even_columns(table)
            self._go(table.cellAt(row, min(column, table.columns() - 1)))

    def _remove_table(self) -> None:
        table = self.here()
        if table is not None and not self._edit.isReadOnly():
            cursor = QTextCursor(self._edit.document())
            cursor.beginEditBlock()
            cursor.setPosition(table.firstPosition() - 1)
            cursor.setPosition(table.lastPosition() + 1, QTextCursor.MoveMode.KeepAnchor)
            cursor.removeSelectedText()
            if not (cursor.atBlockStart() or cursor.atBlockEnd()):
                cursor.insertBlock()  # what stood above and below stays two lines
            cursor.endEditBlock()
            self._edit.setTextCursor(cursor)
