"""Another department named as the owner of items: which go along with them is shown before it is kept."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading
from desktop.window.look.chooser import Chooser
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.session.background import Background
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.moments import moment_of
from desktop.work.owners import Assignment, Moved, Renamed, apply_owners, assign, put_back
from schema.catalogue.outline import Definitions
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.validation.item_words import ItemWords
from schema.workspace import Workspace


class OwnerDialog(QDialog):
    """`subjects` are items of the chosen report; one step of undo. What it brings is worked out off the UI thread."""

    def __init__(self, desk: Desk, commands: Commands, subjects: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands, self._subjects = desk, commands, tuple(subjects)
        self._moment = Moment(desk.session.definitions, desk.session.snapshot)
        self._worker = Background("owners", self)
        self._assignment: Assignment | None = None
        self.setWindowTitle(self.tr("Change the owner"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(560, 440)
        self._build()
        self._lay_out()
        self.department.currentIndexChanged.connect(self._look)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)
        self._look()

    def _build(self) -> None:
        desk = self._desk
        self.department, self.reason = Chooser(self._desk.theme, self, plain=True), QLineEdit(self)
        self.department.addItem(self.tr("Choose a department"), "")
        for code in desk.catalogue.departments:
            self.department.addItem(desk.department(code), code)
        self.reason.setPlaceholderText(self.tr("Kept in the history"))
        self.words, self.list = QLabel(self, wordWrap=True), QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setStyleSheet(list_sheet(desk.theme, f"1px solid {desk.theme.line}"))
        self.list.setAccessibleName(self.tr("What belongs to another department then"))
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self.tr("Change the owner"), self)
        self.go.setObjectName("primary")
        self.go.setDefault(True)

    def _lay_out(self) -> None:
        layout, form, buttons = QVBoxLayout(self), QFormLayout(), QHBoxLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        form.addRow(self.tr("New owner"), self.department)
        form.addRow(self.tr("Reason"), self.reason)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        title = self.tr("Items: {count}").format(count=len(self._subjects))
        layout.addWidget(heading(title, self, PLACE))
        layout.addLayout(form)
        layout.addWidget(self.words)
        layout.addWidget(self.list, 1)
        layout.addLayout(buttons)

    # what it brings

    def _look(self) -> None:
        """Work out what the chosen department gets."""
        code, desk = self.department.currentData(), self._desk
        self._assignment = None
        self.list.clear()
        self.go.setEnabled(False)
        if not code:
            self.words.setText(self.tr("The owner is named in the definitions, at the metric or at the part of the "
                                       "report. What stands at the same place goes along."))  # fmt: skip
            self.go.setToolTip(self.tr("Choose a department."))
            return
        self.words.setText(self.tr("Working out what goes along …"))
        moment, subjects, report = self._moment, self._subjects, desk.report

        def work() -> tuple[str, Assignment]:
            return code, assign(moment, code, subjects, report)

        self._worker.run(work, self._show, self._failed)

    def _show(self, told: tuple[str, Assignment]) -> None:
        code, assignment = told
        if code != self.department.currentData():
            return  # another one was chosen meanwhile
        self._assignment = assignment
        along = sum(one.along for one in assignment.moved)
        words = self.tr("Items that belong to another department then: {count}, going along: {along}.")
        self.words.setText(
            words.format(count=len(assignment.moved), along=along)
            if assignment.places
            else self.tr("They belong to this department already.")
        )
        for one in sorted(assignment.moved, key=lambda one: (one.along, one.item.report != self._desk.report)):
            self.list.addItem(self._line(one))
        self.go.setEnabled(bool(assignment.places))
        self.go.setToolTip("")

    def _line(self, one: Moved) -> str:
        desk, item = self._desk, one.item
        outline = desk.session.definitions.outlines[item.report]
        name = ItemWords(outline, desk.catalogue, desk.session.snapshot, desk.language).name(item.asked.at)
        before = desk.department(one.before) if one.before else self.tr("nobody")
        line = f"{name}\n{before} → {desk.department(item.owned.department)}"
        more = [outline.title.best(desk.language)] if item.report != desk.report else []
        return " · ".join((line, *more, *([self.tr("goes along")] if one.along else [])))

    def _failed(self, error: Exception) -> None:
        if isinstance(error, AnnalsError):
            self.words.setText(self._desk.sentence(error))
        else:
            self._desk.session.crashed.emit(error)

    # what is done

    def run(self) -> None:
        """Name the other owner; the requests follow at once."""
        code, subjects, report = self.department.currentData(), self._subjects, self._desk.report
        name = self._desk.department(code)
        reason = self.reason.text().strip() or self._desk.words(
            self._desk.catalogue.messages["owners.set_reason"]
        ).format(department=name)

        places: list[Renamed] = []

        def put(workspace: Workspace) -> Definitions:
            assignment = assign(moment_of(workspace), code, subjects, report)
            apply_owners(workspace, assignment, reason)
            places[:] = assignment.places
            return assignment.definitions

        def back(workspace: Workspace) -> Definitions:
            return put_back(workspace, places, reason)

        self._commands.redefine(self.tr("owner: {name}").format(name=name), put, back, self._done)
        self.go.setEnabled(False)

    def _done(self, error: Exception | None) -> None:
        if error is None:
            self.accept()
        else:
            self._failed(error)

    def done(self, result: int) -> None:
        """Closing waits for the little that is left to be worked out."""
        self._worker.close()
        super().done(result)
