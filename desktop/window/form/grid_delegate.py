"""Paints the cells of a breakdown and opens the field for typing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.window.form.sparkline import draw_sparkline
from desktop.window.item_models.breakdown_model import BreakdownModel, Cell
from desktop.window.look.icons import draw_icon
from desktop.window.look.states import draw_state
from desktop.window.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MOVES = {Qt.Key.Key_Return: (1, 0), Qt.Key.Key_Enter: (1, 0), Qt.Key.Key_Down: (1, 0), Qt.Key.Key_Up: (-1, 0)}


class GridDelegate(QStyledItemDelegate):
    """`moved` says by how many rows and columns the cursor goes after typing."""

    moved = Signal(int, int)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell by its kind."""
        model = index.model()
        if not isinstance(model, BreakdownModel):
            return
        cell, box = model.cell(index), QRectF(option.rect)
        painter.save()
        painter.setFont(option.font)
        if cell.kind == "entry":
            self._entry(painter, option, box, model, cell)
        elif cell.kind == "spark":
            inner = QRectF(box.left() + 12, box.center().y() - 8, box.width() - 20, 16)
            values = model.values(cell)
            draw_sparkline(painter, values if len(values) > 1 else (), inner, self._theme.text3, self._theme.accent)
        elif cell.kind == "mark" and (state := model.state(cell)):
            square = QRectF(box.left() + 4, box.center().y() - 8, 16, 16)
            draw_state(painter, state, square, self._theme)
        else:
            self._words(painter, option, box, model, cell)
        painter.restore()

    def _entry(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, model: BreakdownModel, cell: Cell
    ) -> None:
        theme, state = self._theme, model.state(cell)
        inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
        grounds = {"error": theme.error_soft, "failed": theme.error_soft, "doubt": theme.doubt_soft}
        painter.setPen(QPen(QColor(theme.line), 1))
        painter.setBrush(QColor(grounds.get(state, theme.surface) if model.editable(cell) else theme.ground))
        painter.drawRect(inner)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(QColor(theme.soft) if not option.state & QStyle.StateFlag.State_HasFocus else
                             Qt.BrushStyle.NoBrush)  # fmt: skip
            painter.drawRect(inner.adjusted(0.5, 0.5, -0.5, -0.5))
        if model.spec.crossed and state in ("error", "doubt", "failed"):
            draw_state(painter, state, QRectF(box.left() + 5, box.center().y() - 6, 12, 12), theme)
        left = box.left() + (19 if model.spec.crossed else 5)
        if evidence := model.evidence(cell):
            colour = theme.doubt if any(one.awaited for one in evidence) else theme.accent
            draw_icon(painter, "evidence", QRectF(left, box.center().y() - 6, 12, 12), colour)
            left += 14
        if asked := model.asked(cell):
            name, colour = ("ask", theme.doubt) if asked == "open" else ("talk", theme.text2)
            draw_icon(painter, name, QRectF(left, box.center().y() - 6, 12, 12), colour)
            left += 14
        if model.follow_up(cell) is not None:
            draw_icon(painter, "flag", QRectF(left, box.center().y() - 6, 12, 12), theme.doubt)
        painter.setPen(QColor(theme.text))
        self._draw(painter, box.adjusted(8, 0, -8, 0), model.text(cell), _RIGHT)

    def _words(
        self, painter: QPainter, option: QStyleOptionViewItem, box: QRectF, model: BreakdownModel, cell: Cell
    ) -> None:
        theme = self._theme
        muted = cell.kind in ("past", "column")
        painter.setPen(QColor(theme.text2 if muted else theme.text))
        if cell.kind in ("head", "sum", "sumname"):
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
        if cell.kind in ("sum", "sumname", "change", "past"):
            painter.setPen(QColor(theme.text2 if muted else theme.text))
        text = model.text(cell)
        if cell.kind == "head":
            self._head(painter, box, text, model.wording(cell).unit, option.font)
        elif cell.kind in ("name", "sumname"):
            self._draw(painter, box.adjusted(14, 0, -6, 0), text, _LEFT)
        else:
            self._draw(painter, box.adjusted(4, 0, -8 if cell.kind in ("sum", "column") else -4, 0), text, _RIGHT)

    def _head(self, painter: QPainter, box: QRectF, title: str, unit: str, font: QFont) -> None:
        metrics = painter.fontMetrics()
        width = box.width() - (metrics.horizontalAdvance(f"  {unit}") if unit else 0)
        shown = metrics.elidedText(title, Qt.TextElideMode.ElideRight, int(width))
        painter.drawText(box.adjusted(0, 4, 0, 0), _LEFT, shown)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text2))
        left = box.left() + metrics.horizontalAdvance(shown) + 8
        painter.drawText(QRectF(left, box.top() + 4, box.right() - left, box.height() - 4), _LEFT, unit)

    def _draw(self, painter: QPainter, box: QRectF, text: str, where: Qt.AlignmentFlag) -> None:
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, where, shown)

    # typing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a field that takes any text."""
        del option
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setAlignment(_RIGHT)
        editor.setTextMargins(6, 0, 6, 0)
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
        model = index.model()
        if isinstance(model, BreakdownModel) and (key := model.cell(index).key):
            model.readings.show_below(editor, model.wording(model.cell(index)), key)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the exact value, selected, so that typing replaces it."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed, if anything was."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text())

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter goes down, Shift+Enter and Up go up, Tab goes on: the keys of a spreadsheet."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and isinstance(editor, QWidget):
            step = step_of(event)
            if step is not None:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.moved.emit(*step)
                return True
        return super().eventFilter(editor, event)


def step_of(event: QKeyEvent) -> tuple[int, int] | None:
    """Return by how many rows and columns a key moves the cursor, or None."""
    back = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
    if event.key() == Qt.Key.Key_Tab:
        return (0, -1) if back else (0, 1)
    if event.key() == Qt.Key.Key_Backtab:
        return (0, -1)
    move = _MOVES.get(Qt.Key(event.key()))
    return (-move[0], 0) if move and back else move
