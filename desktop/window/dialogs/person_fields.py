"""One of the people: name, role, department, address and language of letters."""

from __future__ import annotations

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import muted
from desktop.window.look.chooser import Chooser
from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.people import replacement
from schema.errors import AnnalsError
from schema.values.people import ROLES, Person


class PersonFields(QDialog):
    """Adds a person, or changes the one that is `known`; one step of undo. What does not fit is said below."""

    def __init__(self, desk: Desk, commands: Commands, known: Person | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands, self._known = desk, commands, known
        self.setWindowTitle(self.tr("Change a person") if known else self.tr("Add a person"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.setMinimumWidth(480)
        self._build()
        self._lay_out()
        self._show(known or Person("", "", "contact"))
        if known is not None and known.name == desk.session.who:
            self._keep_myself()
        for field in (self.name, self.email):
            field.textChanged.connect(lambda _: self.trouble.hide())
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)

    def _build(self) -> None:
        desk = self._desk
        self.name, self.email = QLineEdit(self), QLineEdit(self)
        self.role, self.department, self.language = (
            Chooser(self._desk.theme, self, plain=True),
            Chooser(self._desk.theme, self, plain=True),
            Chooser(self._desk.theme, self, plain=True),
        )
        for role in ROLES:
            self.role.addItem(desk.role(Person("", "", role)), role)
        self.department.addItem(self.tr("none"), "")
        for code in desk.catalogue.departments:
            self.department.addItem(desk.department(code), code)
        self.language.addItem(self.tr("that of the report"), "")
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.trouble = QLabel(self, wordWrap=True)
        self.trouble.setStyleSheet(f"color: {desk.theme.error};")
        self.trouble.hide()
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self)
        self.go.setText(self.tr("Change") if self._known else self.tr("Add"))
        self.go.setObjectName("primary")
        self.go.setDefault(True)

    def _lay_out(self) -> None:
        layout, form, buttons = QVBoxLayout(self), QFormLayout(), QHBoxLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        for words, field in (
            (self.tr("&Name"), self.name),
            (self.tr("&Role"), self.role),
            (self.tr("&Department"), self.department),
            (self.tr("&E-mail"), self.email),
            (self.tr("&Language of letters"), self.language),
        ):
            form.addRow(words, field)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        hint = self.tr("A contact fills in what the department owns, a reviewer approves or returns it, an editor may "
                       "change everything, an auditor reads.")  # fmt: skip
        layout.addLayout(form)
        layout.addWidget(muted(hint, self._desk.theme, self))
        layout.addWidget(self.trouble)
        layout.addLayout(buttons)

    def _show(self, person: Person) -> None:
        self.name.setText(person.name)
        self.email.setText(person.email)
        for box, value in (
            (self.role, person.role),
            (self.department, person.department),
            (self.language, person.language),
        ):
            box.setCurrentIndex(max(box.findData(value), 0))

    def _keep_myself(self) -> None:
        """Nobody takes the own rights away by a slip: what follows would be refused, undo too."""
        for field in (self.name, self.role):
            field.setEnabled(False)
            field.setToolTip(self.tr("You work here in this name and role: another editor changes them."))

    def fields(self) -> dict[str, str]:
        """Return what is typed and chosen, by the names of the columns of a table of people."""
        return {
            "name": self.name.text(), "role": self.role.currentData(), "department": self.department.currentData(),
            "email": self.email.text(), "language": self.language.currentData(),
        }  # fmt: skip

    def run(self) -> None:
        """Keep the person, or say what does not fit and lead there."""
        fields, desk = self.fields(), self._desk
        if not fields["name"].strip():
            self._refuse(self.tr("Type a name."), self.name)
        elif fields["role"] == "contact" and not fields["department"]:
            self._refuse(self.tr("A contact belongs to a department: choose one."), self.department)
        else:
            try:
                changes = replacement(desk.session.snapshot, self._known, fields, desk.catalogue)
            except AnnalsError as error:
                self._refuse(desk.sentence(error), self.email if error.code == "people.email" else self.name)
                return
            self._commands.change(self.windowTitle(), changes)
            self.accept()

    def _refuse(self, words: str, field: QWidget) -> None:
        self.trouble.setText(words)
        self.trouble.show()
        field.setFocus()
