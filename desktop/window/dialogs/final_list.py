"""What a final report may not have yet, as a list in the export window: each line leads to its place."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from desktop.window.session.desk import Desk
from desktop.work.final import FinalReason

_REASON = int(Qt.ItemDataRole.UserRole)


class FinalList(QListWidget):
    """`chosen` carries the issue of the line that was activated."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWordWrap(True)
        self.setSpacing(4)
        self.setMinimumHeight(240)
        self.setAccessibleName(self.tr("What has to be settled before the report is final"))
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_reasons(self, reasons: Sequence[FinalReason]) -> None:
        """Show these, the most pressing first."""
        self.clear()
        for reason in reasons:
            line = QListWidgetItem(self._desk.sentence(reason.issue), self)
            line.setData(_REASON, reason)
            line.setToolTip(reason.remedy)

    def _choose(self, line: QListWidgetItem) -> None:
        reason: FinalReason = line.data(_REASON)
        self.chosen.emit(reason.issue)
