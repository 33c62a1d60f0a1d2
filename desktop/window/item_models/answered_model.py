"""The doubts that somebody has answered, in the chosen section or in the whole report."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.window.session.desk import Desk
from schema.catalogue.section_content import section_keys, section_records, section_slots
from schema.validation.answers import Answer
from schema.validation.issue_groups import slot_of

Index = QModelIndex | QPersistentModelIndex
ANSWER = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY, _TIP, _NAME = (
    int(role) for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
)


class AnsweredModel(QAbstractListModel):
    """One row per answer: what it is about, the reason, who gave it and when; the doubt itself is the tooltip."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.whole_report = False
        self.answers: tuple[Answer, ...] = ()

    def load(self) -> None:
        """Read the answers anew."""
        desk = self._desk
        self.beginResetModel()
        self.answers = desk.session.answered(desk.report) if self.whole_report else self._of_section()
        self.endResetModel()

    def _of_section(self) -> tuple[Answer, ...]:
        desk, section = self._desk, self._desk.section
        if section is None:
            return ()
        keys = set(section_keys(section, desk.catalogue, desk.period))
        slots = {*section_slots(section), *(f"record/{block.id}" for block in section_records(section))}
        return tuple(
            given
            for given in desk.session.answered()
            if given.issue.at in keys or (given.issue.report == desk.report and slot_of(given.issue) in slots)
        )

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.answers)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return the words of an answer, the doubt's sentence, or the answer itself."""
        given = self.answers[index.row()]
        if role == ANSWER:
            return given
        if role == _TIP:
            return self._desk.sentence(given.issue)
        if role == _NAME:
            return f"{self._desk.answer_words(given)} {self._desk.sentence(given.issue)}"
        return self._words(given) if role == _DISPLAY else None

    def _words(self, given: Answer) -> str:
        key = given.issue.key
        known = key is not None and key.metric in self._desk.catalogue.metrics
        name = f"{self._desk.name(key)} {key.period}" if known and key is not None else ""
        about = name or self._desk.sentence(given.issue)
        return f"{about}\n{self._desk.answer_words(given)}"
