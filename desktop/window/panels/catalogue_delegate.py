"""Paints the cells of the catalogue's sheet."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyleOptionViewItem, QWidget

from desktop.window.item_models.catalogue_model import CatalogueModel
from desktop.window.item_models.cell_model import CellModel, Index
from desktop.window.look.icons import draw_icon
from desktop.window.panels.cell_delegate import LEFT, PAD, SELECTED, CellDelegate, arrow_box, arrow_room, bold
from desktop.work.sheet.grid import Place


class CatalogueDelegate(CellDelegate):
    """Names with arrows, words from the left; what cannot be changed stands on the ground of heads."""

    def __init__(self, model: CellModel, selection: QItemSelectionModel, parent: QWidget) -> None:
        assert isinstance(model, CatalogueModel)
        super().__init__(model, selection, parent)
        self._model = model

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        at, grid, box = (index.row(), index.column()), self._model.grid, QRectF(option.rect)
        row, kind = grid.rows[at[0]], grid.columns[at[1]].kind
        painter.setFont(option.font)
        grey = row.kind == "head" or (kind == "field" and grid.lock(*at) is not None)
        chosen = self._selection.currentIndex().row() != -1 and bool(option.state & SELECTED)
        painter.fillRect(box, self._colours["soft" if chosen else "ground" if grey else "surface"])
        self._lines(painter, box, row)
        if kind == "name":
            self._name(painter, box, at)
        elif text := self._model.text(at):
            painter.setPen(self._colours["text2" if kind == "code" or grey else "text"])
            shortened = Qt.TextElideMode.ElideMiddle if kind == "code" else Qt.TextElideMode.ElideRight
            self._draw(painter, box.adjusted(PAD, 0, -PAD, 0), " ".join(text.split()), LEFT, shortened)
        self._cursor(painter, box, option, index)

    def _name(self, painter: QPainter, box: QRectF, at: Place) -> None:
        row, metric = self._model.grid.rows[at[0]], self._model.metric(at)
        left = box.left() + arrow_room(row)
        if row.kind == "head":
            drawing = "right" if row.name in self._model.folded else "down"
            draw_icon(painter, drawing, arrow_box(row, box), self._theme.text2)
        if metric is None or metric.formula is not None:
            painter.setFont(bold(painter.font()))
        painter.setPen(self._colours["text"])
        room = QRectF(left, box.top(), box.right() - left - 4, box.height())
        self._draw(painter, room, self._model.text(at), LEFT)

    def side(self, index: Index) -> Qt.AlignmentFlag:
        """Return where what is typed stands in its cell: words begin at the left."""
        del index
        return LEFT
