"""A line below what is told of an item: what is typed answers what waits for whoever acts, else it asks."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from schema.catalogue.punctuation import PUNCTUATION
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.validation.issue import write_subject


class QuestionLine(QWidget):
    """Return sends it; what cannot be is told below, and the words stay."""

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        theme, self.edit = desk.theme, QLineEdit(self)
        self.edit.setStyleSheet(
            f"QLineEdit {{ border: 1px solid {theme.edge}; border-radius: 6px; padding: 4px 6px; }}"
            f"QLineEdit:focus {{ border: 1px solid {theme.accent}; }}"
        )
        self.told = QLabel(self, wordWrap=True)
        self.told.setStyleSheet(f"color: {theme.error};")
        self.told.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 4, 2, 0)
        layout.setSpacing(2)
        layout.addWidget(self.edit)
        layout.addWidget(self.told)
        self.edit.returnPressed.connect(self.send)
        self.edit.textEdited.connect(lambda _: self.told.hide())
        self.refresh()

    def refresh(self) -> None:
        """Follow the item that is looked at, and the language; a question asked from a row names the row."""
        row, words = self._desk.about, self.tr("Ask or answer; Return sends it")
        words = self.tr("Ask or answer about “{row}”; Return sends it").format(row=row) if row else words
        self.edit.setPlaceholderText(words)
        self.edit.setAccessibleName(words)
        self.setVisible(self._desk.item is not None and self._desk.session.writable)

    def forget(self) -> None:
        """Another item is looked at: what was typed about the one before is not meant for it."""
        self.edit.setText("")  # with what the line itself could take back
        self.told.hide()

    def send(self) -> None:
        """Ask or answer, as one step; an answer that its author may not take back is none."""
        from desktop.work.questions import can_take_back, item_named, speak  # deferred: not needed before somebody asks
        from desktop.work.requests import Act

        desk, session = self._desk, self._desk.session
        if desk.item is None or not self.edit.text().strip():
            return
        moment = Moment(session.definitions, session.snapshot)
        try:
            at = item_named(moment, write_subject(desk.item), desk.report)
            about = f"{desk.about}{PUNCTUATION[desk.outline.language].colon}" if desk.about else ""
            changes = speak(moment, at, self.edit.text(), Act(session.who, datetime.now(UTC)), about)
        except AnnalsError as error:
            self.told.setText(desk.sentence(error))
            self.told.show()
            return
        self.forget()
        if can_take_back(moment, changes, session.who):
            asks = all(change.before is None for change in changes)
            self._commands.change(self.tr("question") if asks else self.tr("answer"), changes)
        else:
            session.change(changes)
