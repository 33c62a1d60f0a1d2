"""Paints the cells of the catalogue's sheet."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QRectF, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.window.chips.formula_edit import FormulaEdit
from desktop.window.chips.formula_words import FormulaWords, formula_pieces
from desktop.window.item_models.catalogue_model import CatalogueModel
from desktop.window.item_models.cell_model import CellModel, Index
from desktop.window.look.icons import draw_icon
from desktop.window.panels.cell_delegate import LEFT, PAD, SELECTED, CellDelegate, arrow_box, arrow_room, bold
from desktop.work.sheet.grid import Place

_CHIP, _FORMULA = 5, 520  # pixels: beside the words of a chip, the width of a field for formulas


class CatalogueDelegate(CellDelegate):
    """Names with arrows, words from the left; what cannot be changed stands on the ground of heads."""

    def __init__(self, model: CellModel, selection: QItemSelectionModel, parent: QWidget) -> None:
        assert isinstance(model, CatalogueModel)
        super().__init__(model, selection, parent)
        self._model, self.words = model, FormulaWords(model.desk, self)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell."""
        at, grid, box = (index.row(), index.column()), self._model.grid, QRectF(option.rect)
        row, kind, text = grid.rows[at[0]], grid.columns[at[1]].kind, self._model.text(at)
        painter.setFont(option.font)
        grey = row.kind == "head" or (kind == "field" and grid.lock(*at) is not None)
        chosen = self._selection.currentIndex().row() != -1 and bool(option.state & SELECTED)
        painter.fillRect(box, self._colours["soft" if chosen else "ground" if grey else "surface"])
        self._lines(painter, box, row)
        if kind == "name":
            self._name(painter, box, at)
        elif text and kind == "field" and grid.columns[at[1]].field == "formula":
            painter.setPen(self._colours["text2" if grey else "text"])
            self._formula(painter, box.adjusted(PAD, 0, -PAD, 0), self._model.exact(at))
        elif text:
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

    def _formula(self, painter: QPainter, box: QRectF, text: str) -> None:
        """Draw a formula with its references as chips, as far as there is room."""
        metrics, pen, left = painter.fontMetrics(), painter.pen(), box.left()
        for words, written in formula_pieces(text):
            shown = self.words.look(written) if written else None
            for piece, chip in ((words, None), (shown.words if shown else "", shown)):
                room = box.right() - left
                if not piece or room <= 0:
                    continue
                wide = metrics.horizontalAdvance(piece) + (2 * _CHIP if chip else 0)
                spot = QRectF(left, box.top(), min(wide, room), box.height())
                if chip is not None:
                    self._chip(painter, spot, known=chip.state == "value")
                    spot.adjust(_CHIP, 0, -_CHIP + 1, 0)
                self._draw(painter, spot, piece, LEFT, Qt.TextElideMode.ElideRight)
                painter.setPen(pen)
                left += wide + (1 if chip else 0)

    def _chip(self, painter: QPainter, box: QRectF, *, known: bool) -> None:
        theme = self._theme
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QColor(theme.chip_line if known else theme.error))
        painter.setBrush(QColor(theme.chip if known else theme.error_soft))
        painter.drawRoundedRect(box.adjusted(0.5, 3.5, -0.5, -4.5), 4, 4)
        painter.restore()

    # typing

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """Open a field: that of a formula has chips."""
        at = index.row(), index.column()
        if self._model.grid.columns[at[1]].field != "formula":
            return super().createEditor(parent, option, index)
        editor = FormulaEdit(self._model.desk, parent, lines=1)
        editor.setStyleSheet(
            f"QTextEdit {{ background: {self._theme.surface}; border: 2px solid {self._theme.accent}; padding: 0; }}"
        )
        editor.setAccessibleName(str(index.data(Qt.ItemDataRole.AccessibleTextRole) or ""))
        editor.abandoned.connect(lambda: self._leave(editor))
        self.tell_below(editor, index)
        return editor

    def _leave(self, editor: FormulaEdit) -> None:
        self.commitData.emit(editor)
        self.closeEditor.emit(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Give a formula more room than its column has, within what is seen."""
        super().updateEditorGeometry(editor, option, index)
        table = editor.parentWidget()
        if isinstance(editor, FormulaEdit) and table is not None:
            spot = editor.geometry()
            wide = max(spot.width(), min(_FORMULA, table.width() - 8))
            left = max(0, min(spot.left(), table.width() - wide))
            editor.setGeometry(left, spot.top(), wide, spot.height())

    def side(self, index: Index) -> Qt.AlignmentFlag:
        """Return where what is typed stands in its cell: words begin at the left."""
        del index
        return LEFT
