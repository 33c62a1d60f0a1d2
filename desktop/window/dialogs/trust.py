"""Another key than was known: what that means, and whether it is believed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desktop.window.look.card import heading, muted
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import Theme, style_sheet


class TrustDialog(QDialog):
    """`believed` says that the person was asked and said yes."""

    believed = Signal()

    def __init__(self, person: str, file: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.person = person
        self.setWindowTitle(self.tr("Another key"))
        self.setStyleSheet(style_sheet(theme))
        self.setMinimumWidth(520)
        title = self.tr("{file} is signed as {person}, but with another key than before").format(
            file=file, person=person
        )
        means = self.tr(
            "Every computer on which somebody fills in has a key of its own. Another key may mean a new computer or a "
            "new account of {person}, or that somebody else has made this file in that name."
        ).format(person=person)
        ask = self.tr(
            "Ask {person} in person or by phone, not by answering the mail: did you make this file, and on which "
            "computer? Only then believe the new key. The old one is forgotten; what was taken before stays."
        ).format(person=person)
        self.cancel = QPushButton(self.tr("Do not take it"), self)
        self.go = QPushButton(self.tr("I have asked: believe this key"), self)
        self.cancel.setDefault(True)
        layout, foot = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        for widget in (heading(title, self, PLACE), muted(means, theme, self), muted(ask, theme, self)):
            layout.addWidget(widget)
        foot.addStretch()
        foot.addWidget(self.go)
        foot.addWidget(self.cancel)
        layout.addLayout(foot)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self._on_go)

    def _on_go(self) -> None:
        self.accept()
        self.believed.emit()
