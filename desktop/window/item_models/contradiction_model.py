"""The contradictions of a report, one row each: what it is about, what is wrong, what has become of it."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QIcon

from desktop.window.look.states import state_icon
from desktop.window.session.desk import Desk
from schema.validation.contradictions.contradiction import Contradiction, State

Index = QModelIndex | QPersistentModelIndex
SUBJECT, SENTENCE, STATE = 0, 1, 2
_DISPLAY, _TIP, _MARK, _NAME = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)


class ContradictionModel(QAbstractTableModel):
    """Open ones first; without `settled` nothing else. Words are made when a row is seen."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.report, self.settled = "", False
        self.known: tuple[Contradiction, ...] | None = None
        self.rows: tuple[Contradiction, ...] = ()
        self._marks = {state: state_icon(state, desk.theme) for state in ("conflict", "doubt", "filled")}

    def load(self) -> None:
        """Read the contradictions anew, as of the last check."""
        self.beginResetModel()
        self.known = self._desk.session.contradictions(self.report)
        self.rows = tuple(c for c in self.known or () if self.settled or c.state == "open")
        self.endResetModel()

    def row_of(self, name: str) -> int:
        """Return the row of a contradiction by its id; -1 where it is not shown."""
        return next((row for row, found in enumerate(self.rows) if found.id == name), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns: subject, sentence, state."""
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        return (self.tr("About"), self.tr("What cannot both hold"), self.tr("State"))[section]

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return words, the mark of severity, or the whole sentence as a tip."""
        found = self.rows[index.row()]
        if role in (_DISPLAY, _NAME):
            return self._words(found, index.column())
        if role == _TIP:
            return self._desk.sentence(found.issue)
        return self._mark(found) if role == _MARK and index.column() == SUBJECT else None

    def _words(self, found: Contradiction, column: int) -> str:
        if column == SENTENCE:
            return self._desk.sentence(found.issue)
        return self.state_words(found.state) if column == STATE else self.subject(found)

    def subject(self, found: Contradiction) -> str:
        """Return what it is about by its name."""
        return self._desk.at(found.subject)

    def _mark(self, found: Contradiction) -> QIcon:
        """Return the mark of an open one; what is settled, or only printed so on purpose, is done."""
        if found.state != "open" or found.severity == "work":
            return self._marks["filled"]
        return self._marks["doubt" if found.severity == "doubt" else "conflict"]

    def state_words(self, state: State) -> str:
        """Return what has become of a contradiction."""
        match state:
            case "open":
                return self.tr("open")
            case "explained":
                return self.tr("explained")
            case "restated":
                return self.tr("restated")
            case _:
                assert_never(state)
