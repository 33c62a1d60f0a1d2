"""What speaks for a value, wherever it is asked for: its evidence, files on their way in, and how it was made."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.window.session.desk import Desk
from desktop.window.session.evidence_intake import EvidenceIntake
from desktop.window.session.undo import Commands
from schema.grammar.reference import Key, RecordKey
from schema.validation.issue import FieldAt
from schema.values.evidence import EvidenceAt, proved
from schema.values.kept_things import Subject

if TYPE_CHECKING:
    from desktop.window.dialogs.evidence import EvidenceDialog
    from desktop.window.dialogs.value_making import ValueMakingDialog


class Proving(QObject):
    """Hears the desk; `told` carries a sentence for the status line, `flush` hands over what is being typed."""

    told = Signal(str)

    def __init__(self, desk: Desk, commands: Commands, flush: Callable[[], None], view: QWidget) -> None:
        super().__init__(view)
        self._desk, self._commands, self._flush, self._view = desk, commands, flush, view
        self.here: Callable[[], str] = lambda: ""  # what evidence stands at where the cursor is
        self.intake = EvidenceIntake(desk, commands)
        self.dialog: EvidenceDialog | None = None
        self.making: ValueMakingDialog | None = None
        desk.making_requested.connect(self.show_making)
        self.intake.told.connect(lambda _, words: self.told.emit(words))
        desk.evidence_requested.connect(self.show)
        desk.evidence_offered.connect(self._take)
        desk.session.failed.connect(self._on_failed)

    def show_here(self) -> None:
        """Show the evidence of what has the cursor, else of the value that was looked at last."""
        subject = self.here() or (self._desk.key.canonical() if self._desk.key else "")
        if subject:
            self.show(subject)
        else:
            self.told.emit(self.tr("Put the cursor into a value, a text or a row to see its evidence."))

    def show_making_here(self) -> None:
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
        name = self._desk.at(FieldAt(at) if isinstance(at, RecordKey) else at)
        name = f"{name} · {at.period}" if isinstance(at, Key) else name
        self.dialog = EvidenceDialog(self._desk, self.intake, subject, name, self._view)
        self.dialog.open()

    def show_making(self, key: Key) -> None:
        """Open what is said of a value's making."""
        from desktop.window.dialogs.value_making import ValueMakingDialog  # deferred, as above

        self._flush()
        self.making = ValueMakingDialog(self._desk, self._commands, key, self._view)
        self.making.open()

    def _take(self, subject: str, paths: Sequence[Path]) -> None:
        self._flush()
        self.intake.take(subject, paths)

    def _on_failed(self, subject: Subject, error: Exception) -> None:
        if isinstance(subject, EvidenceAt):
            words = self._desk.refusal(subject)
            self.told.emit(words or str(error))
