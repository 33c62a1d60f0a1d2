"""Evidence opened with the system's own program: as a private copy, and what might run something only after a yes."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox, QWidget

from desktop.window.session.desk import Desk
from desktop.work.safe_files import PrivateFolder
from schema.values.evidence import Evidence
from schema.values.file_types import may_act

Show = Callable[[QUrl], object]
with_system: Show = QDesktopServices.openUrl


class EvidenceCopies(QObject):
    """`told` carries a sentence about what became of it; `close` removes the copies."""

    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._view = desk, parent
        self._private: PrivateFolder | None = None

    def open(self, one: Evidence, show: Show) -> None:
        """Let `show` open a copy of a file; nothing where it is still to come."""
        if not one.awaited:
            self._desk.session.contents.ask(one.hash, lambda content: self._open(one, content, show))

    def _open(self, one: Evidence, content: bytes, show: Show) -> None:
        if not content:
            self.told.emit(self.tr("The file cannot be read."))
            return
        if may_act(one.name, content) and not self._may_open(one.name):
            return
        self._private = self._private or PrivateFolder()
        show(QUrl.fromLocalFile(str(self._private.put(one.name, content))))
        self.told.emit(self.tr("Opened as a copy: changes to it are not kept here."))

    def _may_open(self, name: str) -> bool:
        ask = self.tr("“{name}” may run a program or a macro, or is not what its name says. Open it only if you know "
                      "who sent it. Open it?").format(name=name)  # fmt: skip
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        return QMessageBox.question(self._view, self.tr("Open file"), ask, yes | no, no) == yes

    def close(self) -> None:
        """Remove the copies that were opened."""
        if self._private is not None:
            self._private.close()
            self._private = None
