"""The cells of a list of records: as high as their words need, and what takes files that are let go."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QInputMethodEvent,
    QKeyEvent,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView

from desktop.window.item_models.record_model import RecordModel
from desktop.window.look.dropping import dropped_files
from desktop.window.look.theme import Theme

LEAST_ROW = 30
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_HEAD_PADDING = 20
_LEAST_SHARE = 42  # pixels; where there is less room the table scrolls sideways


class RecordGrid(QTableView):
    """As high as its rows; the form around it scrolls.

    `dropped` carries a picture's cell and the file let go on it, `words_typed` a cell of long words and the first of
    what is typed there, `moved` how far the row with the cursor is to go.
    """

    dropped = Signal(object, object)
    words_typed = Signal(object, str)
    moved = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """A letter over long words opens their editor, and stands there; Alt and an arrow move the row."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.moved.emit(step)
            return
        letters = not event.modifiers() & _COMMANDS and event.text().isprintable() and event.text().strip()
        if letters and self._is_long():
            self.words_typed.emit(QPersistentModelIndex(self.currentIndex()), event.text())
        else:
            super().keyPressEvent(event)

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802
        """What an input method composes over long words opens their editor once it is composed."""
        if not self._is_long():
            super().inputMethodEvent(event)
        elif event.commitString():
            self.words_typed.emit(QPersistentModelIndex(self.currentIndex()), event.commitString())

    def _is_long(self) -> bool:
        model, index = self.model(), self.currentIndex()
        return isinstance(model, RecordModel) and index.isValid() and model.column(index).traits.paragraphs

    def _picture_cell(self, event: QDropEvent) -> QModelIndex | None:
        index, model = self.indexAt(event.position().toPoint()), self.model()
        if not isinstance(model, RecordModel) or not index.isValid() or not dropped_files(event.mimeData()):
            return None
        return index if model.column(index).traits.pictured and model.desk.session.writable else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files into the table: a picture's cell has them as its picture, any other as evidence of its row."""
        event.setAccepted(bool(dropped_files(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Show over which cells a file can be let go."""
        event.setAccepted(self._picture_cell(event) is not None or self._proved(event) != "")

    def _proved(self, event: QDropEvent) -> str:
        """Return the record that files would prove there."""
        model, index = self.model(), self.indexAt(event.position().toPoint())
        whole = isinstance(model, RecordModel) and index.isValid() and model.desk.session.writable
        return model.records[index.row()].key.canonical() if whole and isinstance(model, RecordModel) else ""

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Hand the file over."""
        index, record, model = self._picture_cell(event), self._proved(event), self.model()
        event.setAccepted(index is not None or record != "")
        if index is not None:
            self.dropped.emit(index, dropped_files(event.mimeData())[0])
        elif record and isinstance(model, RecordModel):
            model.desk.evidence_offered.emit(record, dropped_files(event.mimeData()))

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave scrolling to the form."""
        event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the words anew."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():  # its height follows from here
            self.fit()

    def _widths(self, model: RecordModel, room: int, shares: list[int]) -> list[int]:
        """Return the width of each column by its share, and the room that a head needs which would be cut.

        The widest gives it, a quarter of its own at most; where the table scrolls sideways nothing has to be given.
        """
        widths, metrics = [room * share // sum(shares) for share in shares], self.horizontalHeader().fontMetrics()
        widest, scrolls = widths.index(max(widths)), room > self.viewport().width()
        spare = widths[widest] // 4
        for number in range(len(widths)):
            title = str(model.headerData(number, Qt.Orientation.Horizontal))
            lacks = metrics.horizontalAdvance(title) + _HEAD_PADDING - widths[number]
            if lacks <= 0 or number == widest or (lacks > spare and not scrolls):
                continue
            widths[number] += lacks
            if not scrolls:
                widths[widest] -= lacks
                spare -= lacks
        return widths

    def fit(self) -> None:
        """Share out the width, then make rows and table as high as the words need."""
        model = self.model()
        if not isinstance(model, RecordModel):
            return
        shares = [column.traits.weight for column in model.kind.columns]
        room = max(self.viewport().width(), _LEAST_SHARE * sum(shares))
        for number, width in enumerate(self._widths(model, room, shares)):
            self.setColumnWidth(number, width)
        self.resizeRowsToContents()
        rows = sum(max(LEAST_ROW, self.rowHeight(row)) for row in range(model.rowCount()))
        bar = self.horizontalScrollBar().sizeHint().height() if room > self.viewport().width() else 0
        self.setFixedHeight(self.horizontalHeader().sizeHint().height() + rows + bar + 4)


def dress_grid(grid: RecordGrid, theme: Theme) -> None:
    """Give the table its lines and heads, and the ways in which a cell is opened."""
    line = theme.line
    grid.setStyleSheet(
        f"QTableView {{ border: 1px solid {line}; gridline-color: {line}; background: {theme.surface}; }}"
        f"QHeaderView::section {{ background: {theme.ground}; color: {theme.text2}; border: none;"
        f" border-bottom: 1px solid {theme.line}; padding: 6px; }}"
        "QTableView::item { padding: 4px; }"
    )
    grid.setWordWrap(True)
    grid.verticalHeader().hide()
    grid.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    grid.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    grid.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    grid.verticalHeader().setMinimumSectionSize(LEAST_ROW)
    grid.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    triggers = QAbstractItemView.EditTrigger
    grid.setEditTriggers(triggers.AnyKeyPressed | triggers.DoubleClicked | triggers.EditKeyPressed)
