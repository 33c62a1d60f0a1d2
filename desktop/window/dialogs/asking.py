"""Asking departments for their shares: whom, until when, with which words for all, for one, for single items."""

from __future__ import annotations

from collections.abc import Collection
from datetime import UTC, date, datetime

from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QDateEdit,
    QDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading, muted
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.panels.asked_tree import AskedTree
from desktop.window.session.desk import Desk
from desktop.window.session.standing import present_shares
from desktop.window.session.undo import Commands
from desktop.work.due_days import likely_due
from desktop.work.requests import Act, Asking, ask
from schema.errors import AnnalsError

_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class AskDialog(QDialog):
    """One step of undo for all that are asked; asking again changes due day and guidance."""

    def __init__(self, desk: Desk, commands: Commands, departments: Collection[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self._shares = present_shares(desk)
        self._today = datetime.now().astimezone().date()
        self.setWindowTitle(self.tr("Ask departments"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(780, 660)
        self._build(departments)
        self._lay_out()
        self._connect()
        self._choose()
        self._count()

    def _build(self, departments: Collection[str]) -> None:
        day = likely_due(self._shares.asked, self._today)
        self.due = QDateEdit(QDate(day.year, day.month, day.day), self)
        self.due.setCalendarPopup(True)
        self.due.setDisplayFormat("yyyy-MM-dd")
        self.due.setMinimumWidth(140)
        self.past = QLabel(self)
        self.past.setStyleSheet(f"color: {self._desk.theme.doubt};")
        self.tree = AskedTree(self._desk, self._shares, departments, self)
        self.everybody = QCheckBox(self.tr("All departments"), self)
        self.everybody.setTristate(True)
        self.guidance, self.own = self._field(self.tr("Guidance for all")), self._field("")
        self.guidance.setPlaceholderText(self.tr("How it is to be filled in, where it comes from, whom to ask"))
        self.own_name = QLabel(self)
        self.own_name.setBuddy(self.own)
        self.words = QLabel(self, wordWrap=True)
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self)
        self.go.setObjectName("primary")
        self.go.setDefault(True)

    def _field(self, name: str) -> QPlainTextEdit:
        field = QPlainTextEdit(self)
        field.setTabChangesFocus(True)
        field.setAccessibleName(name)
        field.setFixedHeight(64)
        return field

    def _lay_out(self) -> None:
        layout, form, line = QVBoxLayout(self), QFormLayout(), QHBoxLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(10)
        line.addWidget(self.due)
        line.addWidget(self.past)
        line.addStretch()
        form.addRow(self.tr("Due"), line)
        form.addRow(self.tr("Guidance for all"), self.guidance)
        layout.addWidget(heading(self._desk.words(self._desk.outline.title), self, PLACE))
        layout.addLayout(form)
        layout.addWidget(self.everybody)
        layout.addWidget(self.tree, 1)
        layout.addWidget(self.own_name)
        layout.addWidget(self.own)
        hint = self.tr("A department's own guidance stands in place of that for all; an item's is shown at the item.")
        layout.addWidget(muted(hint, self._desk.theme, self))
        buttons = QHBoxLayout()
        buttons.addWidget(self.words, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.tree.itemChanged.connect(self._count)
        self.tree.currentItemChanged.connect(lambda *_: self._choose())
        self.own.textChanged.connect(lambda: self.tree.say(self.own.toPlainText()))
        self.everybody.clicked.connect(self._tick_all)
        self.due.dateChanged.connect(self._count)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter asks, also out of the guidance, where Enter begins a line."""
        if event.key() in _ENTER and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.go.click()
        else:
            super().keyPressEvent(event)

    def _tick_all(self) -> None:
        self.tree.tick_all(ticked=self.everybody.checkState() != Qt.CheckState.Unchecked)

    def _choose(self) -> None:
        """Let the words of the chosen department or item be written."""
        name, text = self.tree.chosen()
        self.own.setEnabled(bool(name))
        self.own_name.setText(self.tr("Guidance for {name}").format(name=name))
        self.own.setAccessibleName(self.own_name.text())
        self.own.blockSignals(True)  # what is put there is nothing that was typed
        self.own.setPlainText(text)
        self.own.blockSignals(False)

    def day(self) -> date:
        """Return the due day."""
        chosen = self.due.date()
        return date(chosen.year(), chosen.month(), chosen.day())

    def _count(self) -> None:
        departments, items = self.tree.ticked(), self.tree.item_count()
        whole = len(departments) == self.tree.topLevelItemCount()
        states = Qt.CheckState
        state = (
            states.Checked if whole and departments else states.PartiallyChecked if departments else states.Unchecked
        )
        self.everybody.setCheckState(state)
        self.words.setText(self.tr("Departments: {count}, items: {items}").format(count=len(departments), items=items))
        self.go.setText(self.tr("Ask"))
        self.go.setEnabled(bool(departments))
        self.go.setToolTip("" if departments else self.tr("Tick at least one department."))
        self.past.setText(self.tr("This day is over already.") if self.day() < self._today else "")

    def run(self) -> None:
        """Ask those that are ticked; what is said of others is left as it was."""
        desk, departments = self._desk, self.tree.ticked()
        own = {code: text for code, text in self.tree.own_words().items() if code in departments}
        asking = Asking(self.day(), self.guidance.toPlainText(), own=own, items=self.tree.item_words())
        act = Act(desk.session.who, datetime.now(UTC))
        try:
            changes = ask(self._shares.moment, desk.report, departments, asking, act)
        except AnnalsError as error:
            self.words.setText(desk.sentence(error))
            return
        self._commands.change(self.tr("asking departments"), changes)
        self.accept()
