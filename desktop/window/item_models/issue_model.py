"""The open issues of the chosen section or of the whole report: a row for each cause, those of several issues open."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.window.session.desk import Desk
from schema.catalogue.section_content import section_keys, section_records, section_slots
from schema.validation.causes import Cause, causes
from schema.validation.issue import Issue

Index = QModelIndex | QPersistentModelIndex
ISSUE = int(Qt.ItemDataRole.UserRole) + 1
TITLE = int(Qt.ItemDataRole.UserRole) + 2
CAUSE = int(Qt.ItemDataRole.UserRole) + 3  # of a row that opens; None for the row of one issue
BELOW = int(Qt.ItemDataRole.UserRole) + 4  # whether the row belongs to the cause above
OPENED = int(Qt.ItemDataRole.UserRole) + 5  # whether the issues of a row that opens stand below it
_DISPLAY, _NAME = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)


@dataclass(frozen=True, slots=True)
class _Row:
    """A line of the list: one issue, or a cause of several (its first issue stands for it)."""

    issue: Issue
    sentence: str
    cause: Cause | None = None
    below: bool = False


class IssueModel(QAbstractListModel):
    """Causes by rank, then the worklist, which `count` leaves out; `known`: they have been looked for."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.whole_report = False
        self.known, self.count = True, 0
        self._causes: tuple[Cause, ...] = ()
        self._open: set[tuple[str, str, str]] = set()
        self._rows: list[_Row] = []

    def load(self) -> bool:
        """Read the issues anew; those of a whole report follow with `issues_changed` where they are not known yet.

        False where the same rows stand there already: nothing moves then.
        """
        desk = self._desk
        issues = desk.session.issues_of(desk.report) if self.whole_report else self._of_section()
        self.known = issues is not None and desk.session.checked
        listed = desk.session.worklist(desk.report, desk.section_code) if not self.whole_report else ()
        found = causes(issues or ())
        self.count, self._causes = len(found), (*found, *causes(listed))
        rows = list(self._lines())
        if rows == self._rows:
            return False
        self.beginResetModel()
        self._rows = rows
        self.endResetModel()
        return True

    def turn(self, cause: Cause) -> None:
        """Open a cause that is closed, or close it."""
        self.beginResetModel()
        self._open ^= {self._mark(cause)}
        self._rows = list(self._lines())
        self.endResetModel()

    def is_open(self, cause: Cause) -> bool:
        """Whether the issues of a cause stand below it."""
        return self._mark(cause) in self._open

    def _mark(self, cause: Cause) -> tuple[str, str, str]:
        """Return by what a cause is known again after another check."""
        return self._desk.report, cause.code, str(cause.issues[0].key.period if cause.issues[0].key else "")

    def _lines(self) -> Iterable[_Row]:
        for cause in self._causes:
            yield _Row(cause.issues[0], self._desk.line(cause), cause if cause.folded else None)
            for issue in cause.issues if cause.folded and self.is_open(cause) else ():
                yield _Row(issue, self._desk.sentence(issue), below=True)

    def _of_section(self) -> list[Issue]:
        desk, section = self._desk, self._desk.section
        if section is None:
            return []
        keys = section_keys(section, desk.catalogue, desk.period)
        of_values = [issue for key in keys for issue in desk.session.issues_at(key)]
        of_texts = [i for slot in section_slots(section) for i in desk.session.issues_of_slot(desk.report, slot)]
        blocks = [f"record/{block.id}" for block in section_records(section)]
        return of_values + of_texts + [i for block in blocks for i in desk.session.issues_of_slot(desk.report, block)]

    def row_of(self, issue: Issue, cause: Cause | None, below: bool) -> int:
        """Return the row that shows what another one has shown before; -1 where none does."""
        rows = ((row.issue, row.cause is None, row.below) for row in self._rows)
        wanted = (issue, cause is None, below)
        return next((number for number, row in enumerate(rows) if row == wanted), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many lines there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return the sentence, the value's name, the issue itself, or the cause of a row that opens."""
        row = self._rows[index.row()]
        known: dict[int, object] = {_DISPLAY: row.sentence, ISSUE: row.issue, CAUSE: row.cause, BELOW: row.below}
        if role == TITLE:
            return self._title(row)
        if role == OPENED:
            return row.cause is not None and self.is_open(row.cause)
        if role == _NAME:
            kinds = {"error": self.tr("Error"), "doubt": self.tr("Doubt"), "work": self.tr("To look at")}
            return f"{kinds[row.issue.severity]}: {row.sentence}"
        return known.get(role)

    def _title(self, row: _Row) -> str:
        """Return the name of the value; a cause of several says in its sentence what they are."""
        key = row.issue.key
        if row.cause is not None or key is None or key.metric not in self._desk.catalogue.metrics:
            return ""
        return self._desk.name(key)
