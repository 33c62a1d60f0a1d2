"""Which of the three documents files are to be: a draft, a review or a final; below the choice stands what each is."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop.window.look.card import muted
from desktop.window.look.chooser import Chooser
from desktop.window.look.theme import Theme
from exporters.content import DOCUMENT_STATES, DocumentState


class StateChoice(QWidget):
    """`changed` is emitted when another document is chosen."""

    changed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.box, self.words = Chooser(theme, self, plain=True), muted("", theme, self)
        self.words.setWordWrap(True)
        names = self._names()
        for state in DOCUMENT_STATES:
            self.box.addItem(names[state], state)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box)
        layout.addWidget(self.words)
        self.box.currentIndexChanged.connect(lambda _: self._show())
        self._show()

    def chosen(self) -> DocumentState:
        """Return the document that is wanted."""
        return self.box.currentData()

    def choose(self, state: DocumentState) -> None:
        """Take another document."""
        self.box.setCurrentIndex(DOCUMENT_STATES.index(state))

    def _names(self) -> Mapping[DocumentState, str]:
        return {"draft": self.tr("Draft"), "review": self.tr("For review"), "final": self.tr("Final")}

    def _show(self) -> None:
        told: Mapping[DocumentState, str] = {
            "draft": self.tr("Placeholders, comments and a list show what is open."),
            "review": self.tr("Each number has a letter; below each section stands where it comes from, "
                              "who typed it and who approved it."),
            "final": self.tr("Nothing of a draft is in it; it can be made once nothing is open."),
        }  # fmt: skip
        self.words.setText(told[self.chosen()])
        self.changed.emit()
