"""Paints the cells of the sheet of values."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from desktop.window.item_models.cell_model import CellModel, Index
from desktop.window.item_models.sheet_lines import Line
from desktop.window.item_models.sheet_model import SheetModel
from desktop.window.look.icons import draw_icon
from desktop.window.look.states import draw_state
from desktop.window.panels.cell_delegate import LEFT, PAD, RIGHT, SELECTED, CellDelegate, arrow_box, arrow_room, bold
from desktop.work.sheet.grid import Place
from desktop.work.sheet.rows import Row

_LOUD = ("conflict", "error", "failed", "doubt")
_BAR = 3


class SheetDelegate(CellDelegate):
    """Names with arrows, values with their states, marks of what is attached."""

    def __init__(self, model: CellModel, selection: QItemSelectionModel, parent: QWidget) -> None:
        assert isinstance(model, SheetModel)
        super().__init__(model, selection, parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell: ground, words, and what the state adds."""
        at, model, here = (index.row(), index.column()), self._model, self._selection.currentIndex()
        row, line, kind = model.grid.rows[at[0]], model.lines.line(at[0]), model.grid.columns[at[1]].kind
        box = QRectF(option.rect)
        painter.setFont(option.font)
        self._ground(painter, box, at, line, chosen=here.row() != -1 and bool(option.state & SELECTED))
        if kind == "name":
            self._name(painter, box, row, line)
        elif kind == "state":
            self._state(painter, box, row, line)
        elif kind == "marks":
            self._marks(painter, box, line)
        else:
            self._words(painter, box, at, line)
        self._cursor(painter, box, option, index)

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
        self._lines(painter, box, row)
        if home and line.state in _LOUD:
            bar = QRectF(box.left(), box.top(), _BAR, box.height() - 1)
            painter.fillRect(bar, colours["doubt" if line.state == "doubt" else "error"])

    def _name(self, painter: QPainter, box: QRectF, row: Row, line: Line) -> None:
        left = box.left() + arrow_room(row)
        if row.kind in ("head", "parts"):
            name = "right" if row.name in self._model.folded else "down"
            draw_icon(painter, name, arrow_box(row, box), self._theme.text2)
        computed = row.key is not None and self._model.desk.metric(row.key).formula is not None
        if row.kind == "head" or (computed and row.kind == "value"):
            painter.setFont(bold(painter.font()))
        painter.setPen(self._colours["text2" if row.kind == "parts" else "text"])
        self._draw(painter, QRectF(left, box.top(), box.right() - left - 4, box.height()), line.texts[0], LEFT)

    def _words(self, painter: QPainter, box: QRectF, at: Place, line: Line) -> None:
        grid, text = self._model.grid, line.texts[at[1]]
        if not text:
            return
        row, column = grid.rows[at[0]], grid.columns[at[1]]
        home = column.period == grid.period
        inner = box.adjusted(PAD, 0, -PAD, 0)
        if column.kind == "unit":
            painter.setPen(self._colours["text2"])
            self._draw(painter, inner, text, LEFT, Qt.TextElideMode.ElideRight)  # the tip has all of it
            return
        colour = "text" if home and row.takes else "text2"
        if home and row.takes and line.state in ("error", "conflict"):
            colour = "error"
        if home and line.sum is not None and line.sum.standing in ("differs", "lacking"):
            colour = "doubt" if line.sum.standing == "differs" else "text2"
        if home and row.takes and grid.lock(*at) == "computed":
            painter.setFont(bold(painter.font()))
        painter.setPen(self._colours[colour])
        self._draw(painter, inner, text, RIGHT)
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
