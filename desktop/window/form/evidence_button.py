"""The mark of evidence at a field, a text or a list: how many files prove it; a click shows them."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QToolButton, QWidget

from desktop.window.look.icons import icon
from desktop.window.session.desk import Desk
from schema.values.evidence import Evidence, evidence_of


class EvidenceButton(QToolButton):
    """Faint where there is none, with the number of files where there are some."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._shown: tuple[tuple[Evidence, ...], str] | None = None
        self.setAutoRaise(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.setIconSize(QSize(14, 14))
        self.setAccessibleName(self.tr("Evidence"))
        self.show_count("")

    def show_count(self, subject: str) -> None:
        """Show how many files stand at a subject (canonical text)."""
        own, theme = evidence_of(self._desk.session.snapshot, subject) if subject else (), self._desk.theme
        lacking = any(one.awaited for one in own)
        colour = theme.doubt if lacking else theme.accent if own else theme.text3
        if (own, colour) == self._shown:  # each change of any value asks every field of the form
            return
        self._shown = (own, colour)
        self.setIcon(icon("evidence", colour))
        self.setText(str(len(own)) if own else "")
        self.setStyleSheet(f"QToolButton {{ color: {colour}; padding: 0; }}")
        lines = [self.tr("Evidence: {count}").format(count=len(own)), *(one.name for one in own)]
        self.setToolTip("\n".join(lines) if own else self.tr("Evidence: drop files here, or click"))
        self.setAccessibleDescription(lines[0])
