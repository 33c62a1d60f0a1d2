"""The cells of a sheet as a table, whatever stands in them: what its view, its bars and its clipboard ask of it."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics

from desktop.window.session.desk import Desk
from desktop.work.sheet.grid import Cells, Column, Lock, Place
from desktop.work.sheet.outcome import Left
from desktop.work.sheet.placing import Entry, Placed
from desktop.work.sheet.rows import Row

Index = QModelIndex | QPersistentModelIndex
DISPLAY, EDIT, TIP, NAME, COLOUR, FONT, ICON, ALIGN = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole, Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ForegroundRole, Qt.ItemDataRole.FontRole,
        Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.TextAlignmentRole,
    )
)  # fmt: skip
_LOCKED = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
_OPEN = _LOCKED | Qt.ItemFlag.ItemIsEditable


class CellModel(QAbstractTableModel):
    """`renewed` says that all may show else; `put_begins` comes before anything is put into cells.

    `folded` are the names of the lines that hide those below them.
    """

    renewed = Signal()
    put_begins = Signal()
    of_values = True  # or of what else is said

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self.desk = desk
        self.folded: frozenset[str] = frozenset()

    # what each sheet says of its cells

    @property
    @abstractmethod
    def grid(self) -> Cells:
        """The lines and columns."""
        ...

    @abstractmethod
    def text(self, at: Place) -> str:
        """Return what a cell shows."""
        ...

    @abstractmethod
    def exact(self, at: Place) -> str:
        """Return what a cell holds, to be typed over or copied."""
        ...

    @abstractmethod
    def texts(self, row: Row) -> Sequence[str]:
        """Return what a line's cells would show, also of one that is not among those that are shown."""
        ...

    @abstractmethod
    def heading(self, column: Column) -> str:
        """Return what a column is called."""
        ...

    @abstractmethod
    def title(self, at: Place) -> str:
        """Return what a cell is called where it stands alone."""
        ...

    @abstractmethod
    def unit(self, at: Place) -> str:
        """Return what stands behind a cell that is typed over at length."""
        ...

    @abstractmethod
    def read_as(self, at: Place, text: str) -> list[str]:
        """Return what a text that is being typed is read as; nothing where that goes without saying."""
        ...

    @abstractmethod
    def usual_ways(self) -> str:
        """Return how cells may be written, too."""
        ...

    @abstractmethod
    def tip(self, at: Place) -> str | None:
        """Return what is told of a cell when the pointer rests on it."""
        ...

    @abstractmethod
    def spoken(self, at: Place) -> str:
        """Return a cell for a screen reader."""
        ...

    @abstractmethod
    def lock_words(self, lock: Lock, at: Place) -> str:
        """Return why a cell takes nothing, and what helps."""
        ...

    @abstractmethod
    def reason(self, left: Left) -> str:
        """Return why a cell is not as it was to be."""
        ...

    @abstractmethod
    def way(self, at: Place) -> tuple[str, object] | None:
        """Return what a cell is called and by what it is found again; None where there is no such cell."""
        ...

    @abstractmethod
    def put(self, placed: Placed, act: str = "") -> object:
        """Take texts for cells in one step of undo, called after the act."""
        ...

    @abstractmethod
    def still_width(self, metrics: QFontMetrics, widest: int) -> int:
        """Return how wide the second column that stands still is, no wider than this."""
        ...

    @abstractmethod
    def width(self, column: Column) -> int:
        """Return how wide a column is that scrolls."""
        ...

    # the table

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of lines."""
        return 0 if parent is not None and parent.isValid() else len(self.grid.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else len(self.grid.columns)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be chosen, an open one typed into."""
        return _OPEN if index.isValid() and self.grid.lock(index.row(), index.column()) is None else _LOCKED

    def data(self, index: Index, role: int = DISPLAY) -> object:
        """Return texts; painting is the delegate's."""
        if not index.isValid():
            return None
        at = index.row(), index.column()
        if role == DISPLAY:
            return self.text(at)
        if role == EDIT:
            return self.exact(at)
        if role == TIP:
            return self.tip(at)
        return self.spoken(at) if role == NAME else None

    def setData(self, index: Index, value: object, role: int = EDIT) -> bool:
        """Take what was typed into one cell."""
        if role != EDIT:
            return False
        self.put(Placed((Entry((index.row(), index.column()), str(value)),), ()))
        return True
