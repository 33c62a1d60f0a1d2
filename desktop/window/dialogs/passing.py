"""Passing a request, or some of its items, on to a colleague of the department, or taking that back."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtWidgets import (
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading, muted
from desktop.window.look.chooser import Chooser
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.passing import pass_on
from desktop.work.requests import Act, need_share
from desktop.work.send import contacts_of
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.validation.item_words import ItemWords


class PassDialog(QDialog):
    """`subjects` are the items that were chosen, none where the whole request is meant; one step of undo."""

    def __init__(
        self, desk: Desk, commands: Commands, department: str, subjects: Sequence[str], parent: QWidget
    ) -> None:
        super().__init__(parent)
        self._desk, self._commands, self._subjects = desk, commands, tuple(subjects)
        self._moment = Moment(desk.session.definitions, desk.session.snapshot)
        self._share = need_share(self._moment, desk.report, department)
        self.setWindowTitle(self.tr("Pass on"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(520, 320)
        self._build()
        self._lay_out()
        self.to.currentIndexChanged.connect(self._enable)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)
        self._enable()

    def _build(self) -> None:
        self.whole, self.chosen = QRadioButton(self), QRadioButton(self)
        self.whole.setText(self.tr("The whole request: {count} items").format(count=len(self._share.items)))
        self.chosen.setText(self.tr("Chosen items: {names}").format(names=self._names()))
        self.chosen.setVisible(bool(self._subjects))
        (self.chosen if self._subjects else self.whole).setChecked(True)
        self.to, self.reason = Chooser(self._desk.theme, self, plain=True), QLineEdit(self)
        self.to.addItem(self.tr("Choose a colleague"), None)
        for person in contacts_of(self._desk.session.snapshot, self._share.department):
            self.to.addItem(person.name, person.name)
        self.to.addItem(self.tr("nobody: any contact of the department"), "")
        self.reason.setPlaceholderText(self.tr("Kept in the history"))
        self.words = QLabel(self, wordWrap=True)
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self.tr("Pass on"), self)
        self.go.setObjectName("primary")
        self.go.setDefault(True)

    def _names(self) -> str:
        desk, chosen = self._desk, set(self._subjects)
        names = ItemWords(desk.outline, desk.catalogue, desk.session.snapshot, desk.language)
        return names.names(item.at for item in self._share.items if item.subject in chosen)

    def _lay_out(self) -> None:
        layout, form, what, buttons = QVBoxLayout(self), QFormLayout(), QVBoxLayout(), QHBoxLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        for button in (self.whole, self.chosen):
            what.addWidget(button)
        form.addRow(self.tr("What"), what)
        form.addRow(self.tr("To"), self.to)
        form.addRow(self.tr("Reason"), self.reason)
        hint = self.tr("Packs and letters go to whoever it was passed on to; every contact of the department may "
                       "still fill in all of it.")  # fmt: skip
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout.addWidget(heading(self._desk.department(self._share.department), self, PLACE))
        layout.addLayout(form)
        layout.addWidget(muted(hint, self._desk.theme, self))
        layout.addWidget(self.words)
        layout.addStretch()
        layout.addLayout(buttons)

    def _enable(self) -> None:
        chosen = self.to.currentData() is not None
        self.go.setEnabled(chosen)
        self.go.setToolTip("" if chosen else self.tr("Choose to whom it goes."))

    def run(self) -> None:
        """Pass it on, with the reason that is kept in the history."""
        desk, to = self._desk, self.to.currentData()
        only = self._subjects if self.chosen.isChecked() else ()
        told = desk.catalogue.messages["pass.reason" if to else "pass.back_reason"]
        reason = self.reason.text().strip() or desk.words(told).format(name=to)
        try:
            change = pass_on(self._moment, self._share, to, only, Act(desk.session.who, datetime.now(UTC), reason))
        except AnnalsError as error:
            self.words.setText(desk.sentence(error))
            return
        words = self.tr("passing on to {name}").format(name=to) if to else self.tr("taking back what was passed on")
        self._commands.change(words, [change])
        self.accept()
