"""What the columns and units of an old sheet are taken for, to be answered where that is not certain."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from desktop.window.look.theme import Theme
from schema.exchange.oldsheets.head_questions import Question

Index = QModelIndex | QPersistentModelIndex
WHAT, NAME, EXAMPLE, MEANING = range(4)
_ROLE = Qt.ItemDataRole


class QuestionModel(QAbstractTableModel):
    """`answered` carries a question and what was chosen for it."""

    answered = Signal(object, str)

    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme
        self._questions: tuple[Question, ...] = ()

    def load(self, questions: Sequence[Question]) -> None:
        """Show these."""
        self.beginResetModel()
        self._questions = tuple(questions)
        self.endResetModel()

    def question(self, index: Index) -> Question:
        """Return what a row asks."""
        return self._questions[index.row()]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self._questions)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the columns: what is asked, its words, what stands below, the answer."""
        return 0 if parent is not None and parent.isValid() else MEANING + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return the heads."""
        if orientation != Qt.Orientation.Horizontal or role != _ROLE.DisplayRole:
            return None
        return (self.tr("Asked of"), self.tr("In the sheet"), self.tr("For example"), self.tr("Means"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Answers can be changed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == MEANING else flags

    def data(self, index: Index, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return a cell's words or colour."""
        question = self.question(index)
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return self._words(question, index.column())
        if role == _ROLE.ForegroundRole and question.asked and index.column() == MEANING:
            return QColor(self._theme.error)
        return None

    def _words(self, question: Question, column: int) -> str:
        if column == WHAT:
            return {
                "column": self.tr("Column"), "unit": self.tr("Unit"), "fiscal": self.tr("Fiscal year"),
                "clash": self.tr("Two units"),
            }[question.kind]  # fmt: skip
        if column == NAME:
            return f"{question.name} [{question.under}]" if question.under else question.name
        if column == EXAMPLE:
            return question.example
        if question.asked and not question.meaning:
            return self.tr("? choose: {guesses}").format(guesses=", ".join(map(self.meant, question.guesses)) or "…")
        return self.meant(question.meaning) or self.tr("not read")

    def meant(self, meaning: str) -> str:
        """Return a meaning in words; a year and a unit as they are written."""
        words = {
            "name": self.tr("Name"), "code": self.tr("Code"), "category": self.tr("Category"),
            "group": self.tr("Heading"), "unit": self.tr("Unit"), "note": self.tr("Note"), "period": self.tr("Year"),
            "footnote": self.tr("Footnote (printed)"),
            "value": self.tr("Value of the sheet's year"), "entity": self.tr("Entity"),
            "span": self.tr("Part of the year"), "site": self.tr("Site, part of the total"),
            "ignore": self.tr("not read"), "end": self.tr("named by the year in which it ends"),
            "start": self.tr("named by the year in which it begins"),
        }  # fmt: skip
        return words.get(meaning, meaning)

    def setData(self, index: Index, value: object, role: int = int(_ROLE.EditRole)) -> bool:
        """Take an answer over."""
        if role != _ROLE.EditRole or index.column() != MEANING or not isinstance(value, str) or not value:
            return False
        self.answered.emit(self.question(index), value)
        return True
