"""The people of the workspace: who they are, what each does, how letters reach them; added, changed, taken out."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QMessageBox,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.window.dialogs.person_fields import PersonFields
from desktop.window.item_models.people_model import EMAIL, NAME, PeopleModel
from desktop.window.look.card import heading, muted
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.people import imported, removal
from desktop.work.permission import people_refused
from schema.catalogue.punctuation import PUNCTUATION
from schema.errors import AnnalsError, ImportRefused
from schema.moment import Moment
from schema.validation.issue import Issue
from schema.values.changes import Change
from schema.values.people import Person


class PeopleDialog(QDialog):
    """`who_wanted` asks who works here; each change is one step of undo. What a role forbids is greyed and says why."""

    who_wanted = Signal()

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self.model = PeopleModel(desk, self)
        self.fields: PersonFields | None = None
        self.setWindowTitle(self.tr("People"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(760, 520)
        self._build()
        self._lay_out()
        self._connect()
        self.list.setCurrentIndex(self.model.index(self.model.row_of(desk.session.who), NAME))
        self._enable()

    def _build(self) -> None:
        theme = self._desk.theme
        self.list = QTreeView(self)
        self.list.setModel(self.model)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setAccessibleName(self.tr("People"))
        self.list.setStyleSheet(list_sheet(theme, f"1px solid {theme.line}"))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (NAME, EMAIL):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.reason, self.words = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        self.reason.setStyleSheet(f"color: {theme.doubt};")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.add, self.change = QPushButton(self.tr("Add …"), self), QPushButton(self.tr("Change …"), self)
        self.remove, self.read = QPushButton(self.tr("Take out"), self), QPushButton(self.tr("Import a table …"), self)
        self.who, self.close_button = QPushButton(self.tr("Who I am …"), self), QPushButton(self.tr("Close"), self)
        self.add.setObjectName("primary")
        for button in (self.change, self.remove, self.read, self.who, self.close_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        layout, tools, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        for button in (self.add, self.change, self.remove, self.read):
            tools.addWidget(button)
        tools.addStretch()
        hint = self.tr("Letters and forms are written in the language of a department's first contact. A table (Excel "
                       "or text) has columns for name, department, role, e-mail and language.")  # fmt: skip
        layout.addWidget(heading(self.tr("People"), self, PLACE))
        layout.addLayout(tools)
        layout.addWidget(self.reason)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.words)
        layout.addWidget(muted(hint, self._desk.theme, self))
        foot.addWidget(self.who)
        foot.addStretch()
        foot.addWidget(self.close_button)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.add.clicked.connect(lambda: self._open(None))
        self.change.clicked.connect(self._change)
        self.list.activated.connect(lambda _: self._change())
        self.remove.clicked.connect(self._remove)
        self.read.clicked.connect(self._choose_file)
        self.who.clicked.connect(self.who_wanted)
        self.close_button.clicked.connect(self.accept)
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._enable())
        self._commands.indexChanged.connect(self.refresh)

    def person(self) -> Person | None:
        """Return the chosen person."""
        row = self.list.currentIndex().row()
        return self.model.people[row] if 0 <= row < len(self.model.people) else None

    def refresh(self) -> None:
        """Read the people anew; the chosen one stays chosen."""
        name = person.name if (person := self.person()) is not None else ""
        self.model.load()
        self.list.setCurrentIndex(self.model.index(self.model.row_of(name), NAME))
        self._enable()

    def _enable(self) -> None:
        """Grey what is not allowed, and say why."""
        desk = self._desk
        refused = people_refused(Moment(desk.session.definitions, desk.session.snapshot), desk.session.who)
        why = desk.sentence(refused) if refused else ""
        if not why and not desk.session.writable:
            why = self.tr("Opened for reading only.")
        if not why and not any(person.role == "editor" for person in self.model.people):
            self.reason.setText(self.tr("No editor is listed: until one is, whoever works here may do what an editor "
                                        "may. Add the editor first."))  # fmt: skip
        else:
            self.reason.setText(why)
        self.reason.setVisible(bool(self.reason.text()))
        person, me = self.person(), self._desk.session.who
        myself = self.tr("You work here in this name: another editor takes you out.")
        for button, needs in ((self.add, False), (self.read, False), (self.change, True), (self.remove, True)):
            own = button is self.remove and person is not None and person.name == me
            button.setEnabled(not why and not own and (not needs or person is not None))
            button.setToolTip(why or (myself if own else ""))
        if refused is not None and refused.code == "rights.unknown":
            self.who.setFocus()  # an editor is listed by now, and it is not said who works here

    # what is done

    def _open(self, person: Person | None) -> None:
        self.fields = PersonFields(self._desk, self._commands, person, self)
        self.fields.accepted.connect(self._kept)
        self.fields.open()

    def _kept(self) -> None:
        if self.fields is not None:
            self.list.setCurrentIndex(self.model.index(self.model.row_of(self.fields.fields()["name"].strip()), NAME))
        self.words.clear()

    def _change(self) -> None:
        if self.change.isEnabled() and (person := self.person()) is not None:
            self._open(person)

    def _remove(self) -> None:
        person, snapshot = self.person(), self._desk.session.snapshot
        if person is not None:
            self._commands.change("", [removal(snapshot, person.name)])
            said = self.tr("{name} was taken out and stays in the history. Undo brings them back.")
            self.words.setText(said.format(name=person.name))

    def _choose_file(self) -> None:
        kinds = self.tr("Tables") + " (*.xlsx *.xls *.ods *.csv *.txt)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import a table"), "", kinds)
        if name:
            self.take(Path(name))

    def take(self, path: Path) -> None:
        """Read a table of people, show whom it adds and changes, and keep them after a yes."""
        try:
            changes = imported(self._desk.session.snapshot, path, self._desk.catalogue)
        except AnnalsError as error:
            issues = error.issues if isinstance(error, ImportRefused) else ()
            lines = [f"{one.place}: {self._desk.sentence(one)}" for one in issues if isinstance(one, Issue)]
            self.words.setText("\n".join((self._desk.sentence(error), *lines)))
            return
        changes = tuple(change for change in changes if change.before != change.after)
        if not changes:
            self.words.setText(self.tr("The table says nothing that is not here already."))
        elif self._agreed(path, changes):
            self._commands.change(self.tr("Import of {file}").format(file=path.name), changes)
            self.words.setText(self.tr("Taken from the table: {count}.").format(count=len(changes)))

    def _agreed(self, path: Path, changes: Sequence[Change]) -> bool:
        """Show what a table brings, and ask."""
        parts, marks = list[str](), PUNCTUATION[self._desk.language]
        for words, known in ((self.tr("Added: {list}"), False), (self.tr("Changed: {list}"), True)):
            people = [c.after for c in changes if (c.before is not None) is known and isinstance(c.after, Person)]
            parts += [words.format(list=marks.series.join(map(self._told, people)))] if people else []
        buttons = QMessageBox.StandardButton
        told = self.tr("From {file}:").format(file=path.name) + "\n\n" + "\n".join(parts)
        return QMessageBox.question(self, self.windowTitle(), told, buttons.Yes | buttons.No) == buttons.Yes

    def _told(self, person: Person) -> str:
        marks = PUNCTUATION[self._desk.language]
        more = (self._desk.role(person), self._desk.department(person.department))
        return marks.bracketed(person.name, marks.comma.join(filter(None, more)))
