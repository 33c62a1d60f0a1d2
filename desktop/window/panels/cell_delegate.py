"""What the delegates of all sheets have in common: colours, and the field for typing that they open."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.window.chips.formula_edit import FormulaEdit
from desktop.window.fields.reading_words import note_below
from desktop.window.form.grid_delegate import step_of
from desktop.window.item_models.cell_model import CellModel, Index
from desktop.work.sheet.rows import Row

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
SELECTED, FOCUSED = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus
PAD = 7
Field = QLineEdit | FormulaEdit  # what is typed in
_INDENT, _ARROW = 14, 16


def arrow_room(row: Row) -> float:
    """Return where the words of a line begin, behind its arrow if it has one."""
    return PAD + row.depth * _INDENT + (_ARROW if row.kind in ("head", "parts") else 0)


def arrow_box(row: Row, box: QRectF) -> QRectF:
    """Return where the arrow of a line is drawn in its first cell."""
    return QRectF(box.left() + arrow_room(row) - _ARROW, box.center().y() - 5.5, 11, 11)


def on_arrow(row: Row, across: float) -> bool:
    """Whether a place in a line's first cell, measured from its left, is on the arrow that folds it."""
    left = PAD + row.depth * _INDENT
    return row.kind in ("head", "parts") and left - 4 <= across <= left + _ARROW


def bold(font: QFont) -> QFont:
    """Return a font a little heavier."""
    heavier = QFont(font)
    heavier.setWeight(QFont.Weight.DemiBold)
    return heavier


class CellDelegate(QStyledItemDelegate):
    """`moved` says by how many rows and columns the cursor goes after typing, `spread` carries a text for all cells."""

    moved = Signal(int, int)
    spread = Signal(str)
    list_wanted = Signal(object)  # the field that is being typed in

    def __init__(self, model: CellModel, selection: QItemSelectionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._cells, self._selection, self._theme = model, selection, model.desk.theme
        self._colours = {name: QColor(getattr(self._theme, name)) for name in (
            "surface", "ground", "line", "text", "text2", "text3", "accent", "edge", "soft", "error", "error_soft",
            "doubt", "doubt_soft", "good", "hover", "chip",
        )}  # fmt: skip
        self._frame, self._still = QPen(self._colours["accent"], 2), QPen(self._colours["edge"], 2)

    # what every sheet paints alike

    def _lines(self, painter: QPainter, box: QRectF, row: Row) -> None:
        """Draw the edges of a cell; those of heads run through."""
        painter.setPen(self._colours["line"])
        painter.drawLine(QPointF(box.left(), box.bottom() - 1), QPointF(box.right() - 1, box.bottom() - 1))
        if row.kind != "head":
            painter.drawLine(QPointF(box.right() - 1, box.top()), QPointF(box.right() - 1, box.bottom() - 1))

    def _cursor(self, painter: QPainter, box: QRectF, option: QStyleOptionViewItem, index: Index) -> None:
        """Frame the cell with the cursor."""
        here = self._selection.currentIndex()
        if (here.row(), here.column()) == (index.row(), index.column()):
            painter.setPen(self._frame if option.state & FOCUSED else self._still)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -2))  # wholly within the cell, that alone is drawn anew

    def _draw(self, painter: QPainter, box: QRectF, text: str, where: Qt.AlignmentFlag,
              shortened: Qt.TextElideMode = Qt.TextElideMode.ElideMiddle) -> None:  # fmt: skip
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(text) > box.width():
            text = metrics.elidedText(text, shortened, int(box.width()))
        painter.drawText(box, where, text)

    # typing

    def fields(self, table: QWidget) -> Sequence[QWidget]:
        """Return the fields that are open over cells of a table."""
        return [*table.findChildren(QLineEdit), *table.findChildren(FormulaEdit)]

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a field that takes any text."""
        del option
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setAlignment(self.side(index))
        editor.setTextMargins(4, 0, 4, 0)
        editor.setStyleSheet(
            f"QLineEdit {{ background: {self._theme.surface}; border: 2px solid {self._theme.accent}; }}"
        )
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
        self.tell_below(editor, index)
        return editor

    def tell_below(self, editor: Field, index: Index) -> None:
        """Say below a field what is being typed is read as, or why it would not be taken."""
        at = index.row(), index.column()
        editor.textEdited.connect(note_below(editor, self._theme, lambda text: self._cells.read_as(at, text)))

    def side(self, index: Index) -> Qt.AlignmentFlag:
        """Return where what is typed stands in its cell."""
        del index
        return RIGHT

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the exact value, selected, so that typing replaces it."""
        if isinstance(editor, Field) and not editor.isModified():
            editor.setText(self._cells.exact((index.row(), index.column())))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed, if anything was."""
        if isinstance(editor, Field) and editor.isModified():
            model.setData(index, editor.text())

    def finish(self, editor: Field, text: str) -> None:
        """Put a text in the place of what is being typed, and close its field."""
        editor.setText(text)
        editor.setModified(True)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter goes down, Tab goes on, with Shift back; Ctrl+Enter puts the text into all that is selected."""
        if isinstance(editor, FormulaEdit) and editor.asks and event.type() == QEvent.Type.FocusOut:
            return False  # the list that is open beside the field belongs to it
        if not isinstance(event, QKeyEvent) or not isinstance(editor, Field):
            return super().eventFilter(editor, event)
        if event.type() == QEvent.Type.KeyPress:
            if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.list_wanted.emit(editor)
                return True
            control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                text = editor.text()
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.RevertModelCache)
                self.spread.emit(text)
                return True
            if (step := step_of(event)) is not None and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
                self.commitData.emit(editor)
                self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)
                self.moved.emit(*step)
                return True
        return super().eventFilter(editor, event)
