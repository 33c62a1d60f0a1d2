"""The requests of a report, one row each: who is asked until when, and how that stands."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop.window.session.desk import Desk
from desktop.work.requests import is_overdue
from desktop.work.send import contacts_of
from schema.validation.shares import Share

Index = QModelIndex | QPersistentModelIndex
DEPARTMENT, PEOPLE, DUE, STATE = 0, 1, 2, 3
_COLUMNS = 9
_DISPLAY, _NAME, _COLOUR = (
    int(role)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ForegroundRole)
)


class RequestModel(QAbstractTableModel):
    """`rows` are the shares that were asked for, those of one department where a contact looks."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: tuple[Share, ...] = ()

    def load(self, rows: tuple[Share, ...]) -> None:
        """Show other shares, or the same anew."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        return (
            self.tr("Department"), self.tr("People"), self.tr("Due"), self.tr("State"), self.tr("Answered"),
            self.tr("Not disclosed"), self.tr("Open"), self.tr("Errors"), self.tr("Sent"),
        )[section]  # fmt: skip

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return words; what is late is said and red."""
        share = self.rows[index.row()]
        if role in (_DISPLAY, _NAME):
            return self._words(share)[index.column()]
        late = role == _COLOUR and index.column() == DUE and is_overdue(share, datetime.now().astimezone().date())
        return QColor(self._desk.theme.error) if late else None

    def _words(self, share: Share) -> tuple[str, ...]:
        request, desk = share.request, self._desk
        assert request is not None
        people = ", ".join(person.name for person in contacts_of(desk.session.snapshot, share.department))
        late = " " + self.tr("late") if is_overdue(share, datetime.now().astimezone().date()) else ""
        state = desk.words(desk.catalogue.messages[f"cli.request.{share.state}"])
        counts = (share.count("omitted"), share.count("open"), sum(item.errors for item in share.items))
        return (
            desk.department(share.department), people, request.due + late, state,
            f"{share.count('answered')} / {len(share.items)}", *map(str, counts),
            request.sent.at[:10] if request.sent else "",
        )  # fmt: skip
