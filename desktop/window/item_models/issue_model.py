"""The open issues of the chosen section, or of the whole report."""

from __future__ import annotations

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.window.session.desk import Desk
from schema.catalogue.section_content import section_keys, section_records, section_slots
from schema.validation.issue import Issue

Index = QModelIndex | QPersistentModelIndex
ISSUE = int(Qt.ItemDataRole.UserRole) + 1
TITLE = int(Qt.ItemDataRole.UserRole) + 2
_DISPLAY, _NAME = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)


class IssueModel(QAbstractListModel):
    """Errors first, then doubts, then the worklist, which `count` leaves out; `known`: they have been looked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.whole_report = False
        self.known, self.count = True, 0
        self.issues: list[Issue] = []
        self._sentences: list[str] = []

    def load(self) -> None:
        """Read the issues anew; those of a whole report follow with `issues_changed` where they are not known yet."""
        self.beginResetModel()
        desk = self._desk
        issues = desk.session.issues_of(desk.report) if self.whole_report else self._of_section()
        self.known = issues is not None
        self.count = len(issues or ())
        listed = desk.session.worklist(desk.report, desk.section_code) if not self.whole_report else ()
        self.issues = [*sorted(issues or (), key=lambda issue: issue.severity != "error"), *listed]
        self._sentences = [self._desk.sentence(issue) for issue in self.issues]
        self.endResetModel()

    def _of_section(self) -> list[Issue]:
        desk, section = self._desk, self._desk.section
        if section is None:
            return []
        keys = section_keys(section, desk.catalogue, desk.period)
        of_values = [issue for key in keys for issue in desk.session.issues_at(key)]
        of_texts = [i for slot in section_slots(section) for i in desk.session.issues_of_slot(desk.report, slot)]
        blocks = [f"record/{block.id}" for block in section_records(section)]
        return of_values + of_texts + [i for block in blocks for i in desk.session.issues_of_slot(desk.report, block)]

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.issues)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return the sentence, the value's name, or the issue itself."""
        issue = self.issues[index.row()]
        if role == _DISPLAY:
            return self._sentences[index.row()]
        if role == TITLE:
            return self._desk.name(issue.key) if issue.key and issue.key.metric in self._desk.catalogue.metrics else ""
        if role == _NAME:
            kinds = {"error": self.tr("Error"), "doubt": self.tr("Doubt"), "work": self.tr("To look at")}
            return f"{kinds[issue.severity]}: {self._sentences[index.row()]}"
        return issue if role == ISSUE else None
