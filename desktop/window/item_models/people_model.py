"""The people of a workspace as they are kept, one row each: name, role, department, address, language of letters."""

from __future__ import annotations

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from desktop.window.look.i18n import LANGUAGES
from desktop.window.session.desk import Desk
from schema.values.people import Person, people_of

Index = QModelIndex | QPersistentModelIndex
NAME, ROLE, DEPARTMENT, EMAIL, LANGUAGE = range(5)
_DISPLAY, _NAME, _COLOUR = (
    int(role)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ForegroundRole)
)


class PeopleModel(QAbstractTableModel):
    """Sorted by name; whoever works here is marked."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.people: tuple[Person, ...] = ()
        self.load()

    def load(self) -> None:
        """Read the people anew."""
        self.beginResetModel()
        self.people = people_of(self._desk.session.snapshot)
        self.endResetModel()

    def row_of(self, name: str) -> int:
        """Return the row of a name; the first where it has none."""
        names = [person.name for person in self.people]
        return names.index(name) if name in names else 0

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.people)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        return (
            self.tr("Name"), self.tr("Role"), self.tr("Department"), self.tr("E-mail"), self.tr("Letters in"),
        )[section]  # fmt: skip

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return words; a contact without an address is marked, since no letter gets there."""
        person = self.people[index.row()]
        if role in (_DISPLAY, _NAME):
            return self._words(person)[index.column()]
        missing = index.column() == EMAIL and person.role == "contact" and not person.email
        return QColor(self._desk.theme.doubt) if role == _COLOUR and missing else None

    def _words(self, person: Person) -> tuple[str, ...]:
        desk = self._desk
        me = self.tr("{name} (you)").format(name=person.name)
        email = person.email or (self.tr("no address") if person.role == "contact" else "")
        language = LANGUAGES.get(person.language, "")
        name = me if person.name == desk.session.who else person.name
        return name, desk.role(person), desk.department(person.department), email, language
