"""What is said beside what stands somewhere: its evidence, files on their way in, how it was made, its mark."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.window.form.field_row import FieldRow
from desktop.window.form.section_form import SectionForm
from desktop.window.session.desk import Desk
from desktop.window.session.evidence_intake import EvidenceIntake
from desktop.window.session.undo import Commands
from desktop.work.follow_ups import marking, unmarking
from schema.grammar.reference import Key, RecordKey
from schema.validation.issue import FieldAt
from schema.values.changes import altering
from schema.values.evidence import EvidenceAt, Provable, proved
from schema.values.follow_ups import FollowUpAt, follow_up_of
from schema.values.kept_things import Subject

if TYPE_CHECKING:
    from desktop.window.dialogs.evidence import EvidenceDialog
    from desktop.window.dialogs.follow_up import FollowUpDialog
    from desktop.window.dialogs.value_making import ValueMakingDialog


class Proving(QObject):
    """Hears the desk; `told` carries a sentence for the status line. What is typed in the form is handed over first."""

    told = Signal(str)

    def __init__(self, desk: Desk, commands: Commands, form: SectionForm, view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._commands, self._form, self._view = desk, commands, form, view
        self._flush = form.flush
        self.intake = EvidenceIntake(desk, commands)
        self.dialog: EvidenceDialog | None = None
        self.making: ValueMakingDialog | None = None
        self.mark: FollowUpDialog | None = None
        desk.making_requested.connect(self.show_making)
        self.intake.told.connect(lambda _, words: self.told.emit(words))
        desk.evidence_requested.connect(self.show)
        desk.evidence_offered.connect(self._take)
        desk.follow_up_requested.connect(self.show_mark)
        desk.session.failed.connect(self._on_failed)

    def _here(self) -> str:
        """Return what has the cursor (canonical text), else the value that was looked at last; else tells it."""
        subject = self._form.proved_here() or (self._desk.key.canonical() if self._desk.key else "")
        if not subject:
            self.told.emit(self.tr("Put the cursor into a value, a text or a row first."))
        return subject

    def show_here(self) -> None:
        """Open the evidence of what has the cursor."""
        if subject := self._here():
            self.show(subject)

    def mark_here(self) -> None:
        """Mark what has the cursor, or take its mark away."""
        if subject := self._here():
            self.toggle_mark(subject)

    def make_here(self) -> None:
        """Show how the value was made that has the cursor, or was looked at last."""
        if self._desk.key is not None:
            self.show_making(self._desk.key)
        else:
            self.told.emit(self.tr("Put the cursor into a value first."))

    def show(self, subject: str) -> None:
        """Open the list of a subject's evidence."""
        from desktop.window.dialogs.evidence import EvidenceDialog  # deferred: not needed before somebody asks

        at = proved(subject)
        if at is None:
            return
        self._flush()
        self.dialog = EvidenceDialog(self._desk, self.intake, subject, self._name(at), self._view)
        self.dialog.open()

    def _name(self, at: Provable) -> str:
        name = self._desk.at(FieldAt(at) if isinstance(at, RecordKey) else at)
        told = isinstance(at, Key) and str(at.period) not in name  # a metric's own name has no year
        return f"{name} · {at.period}" if told and isinstance(at, Key) else name

    def show_making(self, key: Key) -> None:
        """Fold out below its field how a value was made; a cell of a grid, or of the sheet, has a dialog for it."""
        from desktop.window.dialogs.value_making import ValueMakingDialog  # deferred, as above

        self._flush()
        rows = self._form.parts_of(FieldRow) if self._form.isVisible() else []
        row = next((row for row in rows if row.key == key), None)
        if row is not None:
            row.fold_making()
            return
        self.making = ValueMakingDialog(self._desk, self._commands, key, self._view)
        self.making.open()

    def show_mark(self, subject: str) -> None:
        """Open the follow-up mark of a subject, or one to be set."""
        from desktop.window.dialogs.follow_up import FollowUpDialog  # deferred, as above

        at = proved(subject)
        if at is None:
            return
        self._flush()
        self.mark = FollowUpDialog(self._desk, subject, self._name(at), self._view)
        self.mark.marked.connect(lambda why: self._mark(subject, why))
        self.mark.unmarked.connect(lambda: self._unmark(subject))
        self.mark.open()

    def toggle_mark(self, subject: str) -> None:
        """Mark a subject without words, or take its mark away."""
        if not self._desk.session.writable:
            return
        self._flush()
        if follow_up_of(self._desk.session.snapshot, subject) is None:
            self._mark(subject, "")
        else:
            self._unmark(subject)

    def _mark(self, subject: str, why: str) -> None:
        changes = altering(self._desk.session.snapshot, marking(self._desk.session.snapshot, [subject], why))
        if changes:
            self._commands.change(self.tr("follow-up mark"), changes)
            self.told.emit(self.tr("Marked for follow-up."))

    def _unmark(self, subject: str) -> None:
        self._commands.change(self.tr("follow-up mark taken away"), unmarking(self._desk.session.snapshot, [subject]))
        self.told.emit(self.tr("The follow-up mark is gone."))

    def _take(self, subject: str, paths: Sequence[Path]) -> None:
        self._flush()
        self.intake.take(subject, paths)

    def _on_failed(self, subjects: frozenset[Subject], error: Exception) -> None:
        mine = next((subject for subject in subjects if isinstance(subject, EvidenceAt | FollowUpAt)), None)
        if mine is not None:
            self.told.emit(self._desk.refusal(mine) or str(error))
