"""A tree of two levels: heads, and the rows below each; what is shown in a cell is said by its heirs."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Generic, TypeVar

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
Row = TypeVar("Row")


_SAMPLE = 120  # rows of a long list that say how wide its columns have to be


def sample(model: QAbstractItemModel, column: int) -> list[QModelIndex]:
    """Return the cells by which a column gets its width: all of a short list, of a long one some all through it.

    Only those are asked for: a list may have thousands of rows.
    """
    heads = [model.index(place, 0) for place in range(model.rowCount())]
    counts = [model.rowCount(head) for head in heads]
    step, passed, found = max(1, sum(counts) // _SAMPLE), 0, list[QModelIndex]()
    for head, count in zip(heads, counts, strict=True):
        found += (model.index(row, column, head) for row in range(-passed % step, count, step))
        passed += count
    return found


def below_heads(model: QAbstractItemModel, column: int) -> Iterator[QModelIndex]:
    """Yield the cells of a column from above, without those of the heads."""
    for place in range(model.rowCount()):
        head = model.index(place, column)
        yield from (model.index(row, column, head) for row in range(model.rowCount(head)))


class GroupedModel(QAbstractItemModel, Generic[Row]):
    """A row below a head carries the head's place, counted from 1, as its internal id; a head carries 0."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._groups: list[tuple[str, list[Row]]] = []

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return a cell."""
        above = parent is not None and parent.isValid()
        if row < 0 or row >= self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent is not None and above else 0)

    def parent(self, index: Index) -> QModelIndex:  # pyright: ignore[reportIncompatibleMethodOverride]
        """Return the head of a row."""
        group = index.internalId() if index.isValid() else 0
        return self.createIndex(group - 1, 0, 0) if group else QModelIndex()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of heads, or of the rows below one."""
        if parent is None or not parent.isValid():
            return len(self._groups)
        return 0 if parent.internalId() or parent.column() else len(self._groups[parent.row()][1])
