"""Beside the sheet: the state of the cell with the cursor, what is wrong there, what is attached, and all about it."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from desktop.window.fields.state_words import loud
from desktop.window.item_models.sheet_model import SheetModel
from desktop.window.panels.detail_panel import DetailPanel
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands

_MOST = 3  # the rest stands in the list of issues


class CellNotes(QWidget):
    """Follows the value that the desk looks at."""

    def __init__(self, desk: Desk, commands: Commands, model: SheetModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._model = desk, model
        self.setObjectName("infoPanel")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.said = QLabel(self, wordWrap=True)
        self.said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.said.setContentsMargins(16, 12, 12, 0)
        self.details = DetailPanel(desk, commands, self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.said)
        layout.addWidget(self.details, 1)
        desk.item_changed.connect(self.refresh)
        model.renewed.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say how the value stands."""
        key, desk, lines = self._desk.key, self._desk, self._model.lines
        self.said.setVisible(key is not None)
        if key is None:
            return
        theme = desk.theme
        state = lines.states.state(key, lines.result(key))
        parts = [f"<b>{escape(lines.states.words(state, key))}</b>"]
        for issue in loud(desk.session.issues_at(key))[:_MOST]:
            colour = theme.error if issue.severity == "error" else theme.doubt
            parts.append(f"<span style='color:{colour}'>{escape(desk.sentence(issue))}</span>")
        parts += [f"<span style='color:{theme.text2}'>{escape(one)}</span>" for one in lines.attached(key)]
        self.said.setText("<br>".join(parts))
