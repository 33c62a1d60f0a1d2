"""One quiet line over the workspace: the program brings newer definitions; they can be looked at, or left."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.work.catalogue_update import Offer


class NewerLine(QFrame):
    """Hidden until there is an offer; `wanted` and `left` say what was pressed."""

    wanted = Signal()
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._offer: Offer | None = None
        self.setObjectName("newerLine")
        theme = desk.theme
        ground = f"#newerLine {{ background: {theme.surface}; border-bottom: 1px solid {theme.line}; }}"
        self.setStyleSheet(style_sheet(theme) + ground)
        self.words, self.show_button, self.leave_button = QLabel(self), QPushButton(self), QToolButton(self)
        self.words.setStyleSheet(f"color: {theme.text2};")
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 4, 12, 6)
        layout.setSpacing(10)
        layout.addWidget(self.words)
        layout.addWidget(self.show_button)
        layout.addStretch(1)
        layout.addWidget(self.leave_button, 0, Qt.AlignmentFlag.AlignRight)
        self.show_button.clicked.connect(self.wanted)
        self.leave_button.clicked.connect(self.left)
        desk.language_changed.connect(self._say)
        self.hide()

    def show_offer(self, offer: Offer | None) -> None:
        """Say how many changes there are; hidden where there is none."""
        self._offer = offer
        self._say()
        self.setVisible(offer is not None and bool(offer.coming + offer.asked))

    def _say(self) -> None:
        self.show_button.setText(self.tr("Look at them …"))
        self.leave_button.setText(self.tr("Not now"))
        self.leave_button.setToolTip(self.tr("The line stays away until Annals brings other definitions."))
        if self._offer is None:
            return
        words = self.tr("This version of Annals has newer definitions: {count} changes.")
        asked = self.tr("{count} more to decide yourself.") if self._offer.asked else ""
        lines = (words.format(count=self._offer.coming), asked.format(count=self._offer.asked))
        self.words.setText(" ".join(filter(None, lines)))
