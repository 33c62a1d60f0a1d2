"""The list of requests: sorted by any column, narrowed by words or by how they stand, ticked one by one or together."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QSortFilterProxyModel, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTreeView, QWidget

from desktop.window.item_models.request_model import (
    APPROVED,
    DEPARTMENT,
    DOUBTS,
    ERRORS,
    OMITTED,
    OPEN,
    PEOPLE,
    RECEIVED,
    RETURNED,
    ROW,
    SEARCH,
    SENT,
    SORT,
    STANDING,
    STATE,
    RequestModel,
    RequestRow,
)
from desktop.window.look.scale import SMALL
from desktop.work.standing import Standing

Index = QModelIndex | QPersistentModelIndex
_HEAD, _ROOM, _ICON_ROOM = SMALL, 12, 34
_TICK_ROOM, _LEAST_NAME, _MOST_NAME, _LEAST_PEOPLE, _MOST_PEOPLE = 44, 130, 260, 90, 170
_NAMES = (DEPARTMENT, PEOPLE)
# Which columns go first where there is not room for all: of these those that say nothing, then the others.
_YIELDING = (RECEIVED, SENT, OMITTED, RETURNED, APPROVED, DOUBTS, ERRORS, OPEN)

# Which rows a filter shows; "all" shows every one.
FILTERS: Mapping[str, tuple[Standing, ...]] = {
    "all": (),
    "late": ("late",),
    "working": ("open", "started", "late"),
    "submitted": ("submitted",),
    "returned": ("returned",),
    "approved": ("approved",),
    "unasked": ("unasked", "nobody"),
}


class RequestProxy(QSortFilterProxyModel):
    """Rows of some standings whose department or people hold the typed words; what nobody owns always stands last."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._shown: tuple[Standing, ...] = ()
        self._words = ""
        self.setSortRole(SORT)

    def narrow(self, shown: tuple[Standing, ...], words: str) -> None:
        """Show only these."""
        self._shown, self._words = shown, words.strip().casefold()
        self.setFilterFixedString(words)  # looks at every row anew

    def filterAcceptsRow(self, source_row: int, source_parent: Index) -> bool:  # noqa: N802
        """Whether a row is shown."""
        index = self.sourceModel().index(source_row, DEPARTMENT, source_parent)
        fits = not self._shown or index.data(STANDING) in self._shown
        return fits and self._words in str(index.data(SEARCH)).casefold()

    def lessThan(self, left: Index, right: Index) -> bool:  # noqa: N802
        """Compare what a column sorts by; not asked comes after asked, what nobody owns last, whichever way."""
        one, other = (_group(index) for index in (left, right))
        if one != other:
            return (one < other) == (self.sortOrder() == Qt.SortOrder.AscendingOrder)
        return left.data(SORT) < right.data(SORT)


def _group(index: Index) -> int:
    return {"unasked": 1, "nobody": 2}.get(index.data(STANDING), 0)


class RequestList(QTreeView):
    """`chosen` says that another row is looked at; Space ticks it, Ctrl+A all, Enter opens what can be done."""

    chosen = Signal()

    def __init__(self, model: RequestModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._proxy = model, RequestProxy(self)
        self._proxy.setSourceModel(model)
        self.setModel(self._proxy)
        self.setRootIsDecorated(False)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSortingEnabled(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.sortByColumn(DEPARTMENT, Qt.SortOrder.AscendingOrder)
        self._size()
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())

    def _size(self) -> None:
        header = self.header()
        font = header.font()
        font.setPixelSize(_HEAD)
        header.setFont(font)
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(32)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(PEOPLE, QHeaderView.ResizeMode.Stretch)

    def fit(self) -> None:
        """Make columns as wide as their title and widest words; where there is not room for all, some are not shown.

        Names take what is left, and are elided. What a column that is not shown says stands beside.
        """
        widths = {column: self._wanted(column) for column in range(self._model.columnCount())}
        room, shown = self.viewport().width(), {c: width for c, width in widths.items() if c not in _NAMES}
        whole = min(widths[DEPARTMENT], _MOST_NAME) + min(widths[PEOPLE], _MOST_PEOPLE)
        for columns, names in (
            (tuple(filter(self._is_idle, _YIELDING)), max(whole, _LEAST_NAME + _LEAST_PEOPLE)),
            (_YIELDING, _LEAST_NAME + _LEAST_PEOPLE),
        ):
            for column in columns:
                if sum(shown.values()) + names > room:
                    shown.pop(column, None)
        for column in range(self._model.columnCount()):
            self.setColumnHidden(column, column not in (*_NAMES, *shown))
        for column, width in shown.items():
            self.header().resizeSection(column, width)
        left = room - sum(shown.values()) - max(_LEAST_PEOPLE, min(widths[PEOPLE], _MOST_PEOPLE))
        self.header().resizeSection(DEPARTMENT, max(_LEAST_NAME, min(left, widths[DEPARTMENT], _MOST_NAME)))

    def _wanted(self, column: int) -> int:
        """Return the width of a column's title and its widest words."""
        head, body, model = QFontMetrics(self.header().font()), QFontMetrics(self.font()), self._model
        titles = str(model.headerData(column, Qt.Orientation.Horizontal)).split()
        words = (str(model.index(row, column).data()) for row in range(model.rowCount()))
        widest = max(map(body.horizontalAdvance, words), default=0)
        room = {STATE: _ICON_ROOM, DEPARTMENT: _TICK_ROOM}.get(column, _ROOM)
        return max(widest, *map(head.horizontalAdvance, titles)) + room

    def _is_idle(self, column: int) -> bool:
        """Whether a column says nothing of any row."""
        model = self._model
        return all(str(model.index(row, column).data()) in ("", "0") for row in range(model.rowCount()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width shows more columns, or fewer."""
        super().resizeEvent(event)
        self.fit()

    def height_of_all(self) -> int:
        """Return how high the list is with all its rows."""
        return self.header().sizeHint().height() + ROW * self._proxy.rowCount() + 4

    def narrow(self, name: str, words: str) -> None:
        """Show the rows of one of the filters that hold these words."""
        self._proxy.narrow(FILTERS[name], words)

    def row(self) -> RequestRow | None:
        """Return the row that is looked at."""
        index = self._proxy.mapToSource(self.currentIndex())
        return self._model.rows[index.row()] if index.isValid() else None

    def look_at(self, department: str | None) -> None:
        """Look at a department's row, at the first where it has none."""
        rows = [row.share.department for row in self._model.rows]
        place = self._model.index(rows.index(department), DEPARTMENT) if department in rows else QModelIndex()
        index = self._proxy.mapFromSource(place)
        self.setCurrentIndex(index if index.isValid() else self._proxy.index(0, DEPARTMENT))

    def shown(self) -> tuple[RequestRow, ...]:
        """Return the rows that are shown, in their order."""
        places = (self._proxy.mapToSource(self._proxy.index(row, 0)).row() for row in range(self._proxy.rowCount()))
        return tuple(self._model.rows[place] for place in places)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks the row whichever column has the cursor, Ctrl+A all rows, or none where all are ticked."""
        if event.matches(QKeySequence.StandardKey.SelectAll):
            every = {row.share.department for row in self.shown() if row.share.department}
            self._model.tick(tuple(self._model.ticked - every if every <= self._model.ticked else every))
            event.accept()
            return
        if event.key() == Qt.Key.Key_Space and (row := self.row()) is not None and row.share.department:
            name = row.share.department
            self._model.tick(tuple(self._model.ticked ^ {name}))
            event.accept()
        else:
            super().keyPressEvent(event)
