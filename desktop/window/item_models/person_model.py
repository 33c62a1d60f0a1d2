"""The people of a workspace, one row each, and last of all whoever is not listed."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from desktop.window.session.desk import Desk
from schema.values.people import people_of

Index = QModelIndex | QPersistentModelIndex
NAME, ROLE, DEPARTMENT = 0, 1, 2
_DISPLAY, _NAME = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)


class PersonModel(QAbstractTableModel):
    """`names` has what a row chooses: the last, for whoever is not listed, is empty, since that one only reads.

    While no editor is listed, it is the login name: then whoever acts may do what an editor may.
    """

    def __init__(self, desk: Desk, login: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.people = people_of(desk.session.snapshot)
        self._reads = any(person.role == "editor" for person in self.people)
        self._login = login
        self.names = (*(person.name for person in self.people), "" if self._reads else login)

    def row_of(self, name: str) -> int:
        """Return the row of a name; the first where it has none."""
        return self.names.index(name) if name in self.names else 0

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.names)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns: name, role, department."""
        return 0 if parent is not None and parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        return (self.tr("Name"), self.tr("Role"), self.tr("Department"))[section]

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return words."""
        if role not in (_DISPLAY, _NAME):
            return None
        if index.row() == len(self.people):
            return self._unlisted()[index.column()]
        person = self.people[index.row()]
        place = self._desk.department(person.department)
        return (person.name, self._desk.role(person), place)[index.column()]

    def _unlisted(self) -> tuple[str, str, str]:
        if self._reads:
            return (self.tr("I am not listed"), self.tr("read only"), "")
        name = self.tr("I am not listed ({name})").format(name=self._login)
        return (name, self.tr("may change everything until an editor is listed"), "")
