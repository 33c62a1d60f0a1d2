"""What people ask for about doubts, wherever they ask: dialogs of answers, contradictions and notes, withdrawals."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands

if TYPE_CHECKING:
    from desktop.window.dialogs.answer_doubts import AnswerDialog
    from desktop.window.dialogs.contradictions import ContradictionsDialog
    from desktop.window.dialogs.old_notes import OldNotesDialog
    from schema.validation.answers import Answer
    from schema.validation.contradictions.contradiction import Stated
    from schema.validation.issue import Issue


class Answering(QObject):
    """Hears the desk; `flush` hands over what is being typed before a dialog opens."""

    def __init__(self, desk: Desk, commands: Commands, flush: Callable[[], None], view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._commands, self._flush, self._view = desk, commands, flush, view
        self.answer_dialog: AnswerDialog | None = None
        self.notes_dialog: OldNotesDialog | None = None
        self.contradictions_dialog: ContradictionsDialog | None = None
        desk.answer_requested.connect(self._answer)
        desk.withdraw_requested.connect(self._withdraw)
        desk.notes_requested.connect(self._sort_notes)
        desk.contradictions_requested.connect(self._list_contradictions)

    def _answer(self, doubts: Sequence[Issue]) -> None:
        from desktop.window.dialogs.answer_doubts import AnswerDialog
        from schema.validation.answers import can_be_answered

        self._flush()
        codes, known = {issue.code for issue in doubts}, self._desk.session.issues_of(self._desk.report) or ()
        alike = [issue for issue in known if issue.code in codes and issue not in doubts and can_be_answered(issue)]
        self.answer_dialog = AnswerDialog(self._desk, self._commands, doubts, alike, self._view)
        self.answer_dialog.open()

    def _withdraw(self, given: Sequence[Answer]) -> None:
        from desktop.work.remark import withdrawal

        self._commands.change(self.tr("answer taken back"), [withdrawal(one) for one in given])

    def _list_contradictions(self) -> None:
        """Show the contradictions of the chosen report beside the window, which stays in use."""
        from desktop.window.dialogs.contradictions import ContradictionsDialog

        self._flush()
        if self.contradictions_dialog is None:
            self.contradictions_dialog = ContradictionsDialog(self._desk, self._commands, self._view)
            self.contradictions_dialog.place_wanted.connect(self._show_statement)
        self.contradictions_dialog.turn_to(self._desk.report)
        self.contradictions_dialog.show()
        self.contradictions_dialog.raise_()
        self.contradictions_dialog.activateWindow()

    def _show_statement(self, stated: Stated) -> None:
        from desktop.window.session.places import show_place

        self._flush()
        show_place(self._desk, stated.at, stated.report)

    def _sort_notes(self) -> None:
        from desktop.window.dialogs.old_notes import OldNotesDialog

        self._flush()
        self.notes_dialog = OldNotesDialog(self._desk, self._commands, self._view)
        self.notes_dialog.open()
