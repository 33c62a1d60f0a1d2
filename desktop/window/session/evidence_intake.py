"""Files on their way into the workspace as evidence: read off the UI thread, attached in one step of undo."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop.window.session.background import Background
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.evidence import attaching, named_before, read_files
from schema.errors import AnnalsError
from schema.values.changes import Change
from schema.values.evidence import Evidence, EvidenceAt
from schema.values.subject import AttachmentAt

if TYPE_CHECKING:
    from schema.exchange.evidence_reader import ReadFile

Read = tuple["ReadFile", ...] | AnnalsError


class EvidenceIntake(QObject):
    """`told` carries a subject and a sentence about what became of the files that were given to it."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, commands: Commands) -> None:
        super().__init__(desk)
        self._desk, self._commands = desk, commands
        self._working = Background("evidence", self)

    def take(self, subject: str, paths: Sequence[Path]) -> None:
        """Attach files to a subject (canonical text): all of them, or none and a sentence that says why."""
        if paths and self._desk.session.writable:
            self.told.emit(subject, self.tr("Reading the files …"))
            self._working.run(partial(_read, paths), partial(self._attach, subject), self._desk.session.crashed.emit)

    def _attach(self, subject: str, read: Read) -> None:
        if isinstance(read, AnnalsError):
            self.told.emit(subject, self._desk.sentence(read))
            return
        snapshot = self._desk.session.snapshot
        changes, before = attaching(snapshot, subject, read), named_before(snapshot, subject, read)
        # Taken in apart: undo takes evidence from its place, never a file out of the workspace.
        files = [change for change in changes if isinstance(change.subject, AttachmentAt)]
        if files:
            self._desk.session.change(files)
        placing = [change for change in changes if not isinstance(change.subject, AttachmentAt)]
        if placing:
            self._commands.change(self.tr("evidence attached"), placing)
        known = self.tr("{file} is attached already and keeps the name {known}.")
        told = [known.format(file=name, known=kept) for name, kept in before.items()]
        if new := sum(change.after is not None for change in placing):
            told.insert(0, self.tr("Attached: {count}").format(count=new))
        self.told.emit(subject, " ".join(told) or self.tr("These files are attached already."))

    def remove(self, evidence: Sequence[Evidence]) -> None:
        """Take evidence away, in one step."""
        gone = [Change(EvidenceAt(one.subject, one.file)) for one in evidence]
        if gone:
            self._commands.change(self.tr("evidence taken away"), gone)

    def change(self, evidence: Evidence) -> None:
        """Keep evidence with another page."""
        at = EvidenceAt(evidence.subject, evidence.file)
        self._commands.change(self.tr("page of evidence"), [Change(at, after=evidence)])

    def wait(self) -> None:
        """Finish what is being read."""
        self._working.wait()

    def close(self) -> None:
        """Finish and end the thread."""
        self._working.close()


def _read(paths: Sequence[Path]) -> Read:
    try:
        return read_files(paths)
    except AnnalsError as error:
        return error
