"""Paints the cells of the sheet and opens the field for typing."""

from __future__ import annotations

from PySide6.QtCore import QAbstractItemModel, QEvent, QItemSelectionModel, QObject, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter, QPen
from PySide6.QtWidgets import QLineEdit, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.window.form.grid_delegate import step_of
from desktop.window.item_models.sheet_lines import Line
from desktop.window.item_models.sheet_model import Index, SheetModel
from desktop.window.look.icons import draw_icon
from desktop.window.look.states import draw_state
from desktop.work.sheet.grid import Place
from desktop.work.sheet.rows import Row

_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_LOUD = ("conflict", "error", "failed", "doubt")
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus
INDENT, _ARROW, _PAD, _BAR = 14, 16, 7, 3


def arrow_room(row: Row) -> float:
    """Return where the words of a line begin, behind its arrow if it has one."""
    return _PAD + row.depth * INDENT + (_ARROW if row.kind in ("head", "parts") else 0)


class SheetDelegate(QStyledItemDelegate):
    """`moved` says by how many rows and columns the cursor goes after typing, `spread` carries a text for all cells."""

    moved = Signal(int, int)
    spread = Signal(str)
    list_wanted = Signal(object)  # the field that is being typed in

    def __init__(self, model: SheetModel, selection: QItemSelectionModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._selection, self._theme = model, selection, model.desk.theme
        self._colours = {name: QColor(getattr(self._theme, name)) for name in (
            "surface", "ground", "line", "text", "text2", "text3", "accent", "edge", "soft", "error", "error_soft",
            "doubt", "doubt_soft", "good", "hover",
        )}  # fmt: skip
        self._frame, self._still = QPen(self._colours["accent"], 2), QPen(self._colours["edge"], 2)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell: ground, words, and what the state adds."""
        at, model, here = (index.row(), index.column()), self._model, self._selection.currentIndex()
        row, line, kind = model.grid.rows[at[0]], model.lines.line(at[0]), model.grid.columns[at[1]].kind
        box = QRectF(option.rect)
        painter.setFont(option.font)
        self._ground(painter, box, at, line, chosen=here.row() != -1 and bool(option.state & _SELECTED))
        if kind == "name":
            self._name(painter, box, row, line)
        elif kind == "state":
            self._state(painter, box, row, line)
        elif kind == "marks":
            self._marks(painter, box, line)
        else:
            self._words(painter, box, at, line)
        if (here.row(), here.column()) == at:
            painter.setPen(self._frame if option.state & _FOCUSED else self._still)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box.adjusted(1, 1, -2, -2))  # wholly within the cell, that alone is drawn anew

    def _ground(self, painter: QPainter, box: QRectF, at: Place, line: Line, *, chosen: bool) -> None:
        colours, grid = self._colours, self._model.grid
        row, column = grid.rows[at[0]], grid.columns[at[1]]
        home = column.period == grid.period and row.takes
        ground = "surface"
        if row.kind == "head" or (column.kind == "year" and grid.lock(*at) is not None):
            ground = "ground"
        if home and line.state in _LOUD:
            ground = "doubt_soft" if line.state == "doubt" else "error_soft"
        if chosen:
            ground = "soft"
        painter.fillRect(box, colours[ground])
        painter.setPen(colours["line"])
        painter.drawLine(QPointF(box.left(), box.bottom() - 1), QPointF(box.right() - 1, box.bottom() - 1))
        if row.kind != "head":
            painter.drawLine(QPointF(box.right() - 1, box.top()), QPointF(box.right() - 1, box.bottom() - 1))
        if home and line.state in _LOUD:
            bar = QRectF(box.left(), box.top(), _BAR, box.height() - 1)
            painter.fillRect(bar, colours["doubt" if line.state == "doubt" else "error"])

    def _name(self, painter: QPainter, box: QRectF, row: Row, line: Line) -> None:
        left = box.left() + arrow_room(row)
        if row.kind in ("head", "parts"):
            name = "right" if row.name in self._model.folded else "down"
            draw_icon(painter, name, QRectF(left - _ARROW, box.center().y() - 5.5, 11, 11), self._theme.text2)
        computed = row.key is not None and self._model.desk.metric(row.key).formula is not None
        if row.kind == "head" or (computed and row.kind == "value"):
            painter.setFont(_bold(painter.font()))
        painter.setPen(self._colours["text2" if row.kind == "parts" else "text"])
        self._draw(painter, QRectF(left, box.top(), box.right() - left - 4, box.height()), line.texts[0], _LEFT)

    def _words(self, painter: QPainter, box: QRectF, at: Place, line: Line) -> None:
        grid, text = self._model.grid, line.texts[at[1]]
        if not text:
            return
        row, column = grid.rows[at[0]], grid.columns[at[1]]
        home = column.period == grid.period
        inner = box.adjusted(_PAD, 0, -_PAD, 0)
        if column.kind == "unit":
            painter.setPen(self._colours["text2"])
            self._draw(painter, inner, text, _LEFT)
            return
        colour = "text" if home and row.takes else "text2"
        if home and row.takes and line.state in ("error", "conflict"):
            colour = "error"
        if home and line.sum is not None and line.sum.standing in ("differs", "lacking"):
            colour = "doubt" if line.sum.standing == "differs" else "text2"
        if home and row.takes and grid.lock(*at) == "computed":
            painter.setFont(_bold(painter.font()))
        painter.setPen(self._colours[colour])
        self._draw(painter, inner, text, _RIGHT)
        if home and line.sum is not None and line.sum.standing == "adds":
            width = painter.fontMetrics().horizontalAdvance(text)
            mark = QRectF(inner.right() - width - 18, box.center().y() - 6, 12, 12)
            draw_icon(painter, "filled", mark, self._theme.good)

    def _state(self, painter: QPainter, box: QRectF, row: Row, line: Line) -> None:
        square = QRectF(box.center().x() - 8, box.center().y() - 8, 16, 16)
        if not row.takes or not line.state:
            return
        draw_state(painter, line.state, square, self._theme)

    def _marks(self, painter: QPainter, box: QRectF, line: Line) -> None:
        left = box.center().x() - 8 * len(line.marks)
        for name in line.marks:
            colour = self._theme.doubt if name == "ask" else self._theme.text2
            draw_icon(painter, name, QRectF(left + 1, box.center().y() - 7, 13, 13), colour)
            left += 16

    def _draw(self, painter: QPainter, box: QRectF, text: str, where: Qt.AlignmentFlag) -> None:
        metrics = painter.fontMetrics()
        if metrics.horizontalAdvance(text) > box.width():
            text = metrics.elidedText(text, Qt.TextElideMode.ElideMiddle, int(box.width()))
        painter.drawText(box, where, text)

    # typing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a field that takes any text."""
        del option
        editor = QLineEdit(parent)
        editor.setFrame(False)
        editor.setAlignment(_RIGHT)
        editor.setTextMargins(4, 0, 4, 0)
        editor.setStyleSheet(
            f"QLineEdit {{ background: {self._theme.surface}; border: 2px solid {self._theme.accent}; }}"
        )
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
        row, key = self._model.grid.rows[index.row()], self._model.grid.key(index.row(), index.column())
        if key is not None:
            self._model.readings.show_below(editor, self._model.lines.wording(row), key)
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """Show the exact value, selected, so that typing replaces it."""
        if isinstance(editor, QLineEdit) and not editor.isModified():
            editor.setText(self._model.exact((index.row(), index.column())))
            editor.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:
        """Hand over what was typed, if anything was."""
        if isinstance(editor, QLineEdit) and editor.isModified():
            model.setData(index, editor.text())

    def finish(self, editor: QLineEdit, text: str) -> None:
        """Put a text in the place of what is being typed, and close its field."""
        editor.setText(text)
        editor.setModified(True)
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter goes down, Tab goes on, with Shift back; Ctrl+Enter puts the text into all that is selected."""
        if not isinstance(event, QKeyEvent) or not isinstance(editor, QLineEdit):
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


def _bold(font: QFont) -> QFont:
    bold = QFont(font)
    bold.setWeight(QFont.Weight.DemiBold)
    return bold


def on_arrow(row: Row, across: float) -> bool:
    """Whether a place in a line's first cell, measured from its left, is on the arrow that folds it."""
    left = _PAD + row.depth * INDENT
    return row.kind in ("head", "parts") and left - 4 <= across <= left + _ARROW
