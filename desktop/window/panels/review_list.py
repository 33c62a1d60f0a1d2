"""The items of a share to be answered: keys walk, tick, approve, return; letters work since nothing is typed here."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from desktop.window.item_models.grouped_model import below_heads, sample
from desktop.window.item_models.review_model import (
    BEFORE,
    CHANGE,
    CHECK,
    EVIDENCE,
    ITEM,
    LAST,
    NOW,
    REVIEW,
    STATE,
    ReviewModel,
)
from desktop.window.look.scale import SMALL
from desktop.work.review import ItemReview

_HEAD, _ROOM, _ICON, _NAME = SMALL, 20, 22, 210
_WANTED_LEAST = (BEFORE, EVIDENCE, LAST, STATE)
_MOST = {NOW: 134, LAST: 110, BEFORE: 110, CHANGE: 90, EVIDENCE: 66, CHECK: 120, STATE: 124}


class ReviewList(QTreeView):
    """`chosen` says that another item is looked at; the others carry what a key asks for."""

    chosen = Signal()
    approve_wanted = Signal()
    return_wanted = Signal()
    approve_ticked_wanted = Signal()
    open_wanted = Signal()

    def __init__(self, model: ReviewModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._widths: dict[int, int] = {}
        self.setModel(model)
        self.setIndentation(14)
        self.setAllColumnsShowFocus(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setExpandsOnDoubleClick(False)
        header = self.header()
        font = header.font()
        font.setPixelSize(_HEAD)
        header.setFont(font)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(32)
        self.doubleClicked.connect(lambda _: self.open_wanted.emit())
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())

    def fit(self) -> None:
        """Open every section, and give the columns the room that their words need."""
        self.expandAll()
        for place in range(self._model.rowCount()):
            self.setFirstColumnSpanned(place, QModelIndex(), True)
        for column, most in _MOST.items():
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            self._widths[column] = min(self._widest(column), most)
            self.header().resizeSection(column, self._widths[column])
        self.header().setSectionResizeMode(ITEM, QHeaderView.ResizeMode.Stretch)
        self._fold()

    def _widest(self, column: int) -> int:
        """Return the room for the title and the longest words of a column; none where it says nothing."""
        head, body = QFontMetrics(self.header().font()), QFontMetrics(self.font())
        words = [str(index.data()) for index in sample(self._model, column)]
        if column == BEFORE and set(words) <= {"–"}:
            return 0
        title = head.horizontalAdvance(str(self._model.headerData(column, Qt.Orientation.Horizontal)))
        widest = max((body.horizontalAdvance(text) for text in words), default=0)
        return max(widest, title) + _ROOM + (_ICON if column == STATE else 0)

    def _fold(self) -> None:
        """Leave out what is wanted least where the item's name would have no room; it stands in the detail."""
        left = self.viewport().width() - sum(self._widths.values())
        for column in _WANTED_LEAST:
            hidden = left < _NAME or not self._widths.get(column, 0)
            self.setColumnHidden(column, hidden)
            left += self._widths.get(column, 0) if hidden else 0

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Look anew which columns have room."""
        super().resizeEvent(event)
        if self._widths:
            self._fold()

    def _rows(self) -> Iterator[QModelIndex]:
        return below_heads(self._model, ITEM)

    def item(self) -> ItemReview | None:
        """Return the item that is looked at."""
        found = self.currentIndex().siblingAtColumn(ITEM).data(REVIEW)
        return found if isinstance(found, ItemReview) else None

    def look_at(self, subject: str | None) -> None:
        """Look at an item, at the first where it is not shown any more."""
        rows = list(self._rows())
        found = (row for row in rows if row.data(REVIEW).item.subject == subject)
        index = next(found, rows[0] if rows else QModelIndex())
        self.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        if index.isValid():
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().select(index, flags.ClearAndSelect | flags.Rows)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Answer with the keys that the page's buttons name."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if enter:
            (self.approve_ticked_wanted if control else self.open_wanted).emit()
        elif event.key() == Qt.Key.Key_A and plain:
            self.approve_wanted.emit()
        elif event.key() == Qt.Key.Key_R and plain:
            self.return_wanted.emit()
        elif event.key() == Qt.Key.Key_Space and plain:
            self._tick()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def _tick(self) -> None:
        """Tick what is selected, or take the ticks away where all of it has one."""
        rows = (index.data(REVIEW) for index in self.selectionModel().selectedRows(ITEM))
        subjects = {row.item.subject for row in rows if isinstance(row, ItemReview) and row.faultless}
        ticked = self._model.ticked
        self._model.tick(ticked - subjects if subjects <= ticked else ticked | subjects)
