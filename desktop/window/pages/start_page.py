"""Before a workspace is open: a pack that was received, open, new, sample, and those used last."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from desktop.window.actions import Actions, without_key
from desktop.window.look.card import Card, heading, muted
from desktop.window.look.icons import icon
from desktop.window.look.scale import VALUE
from desktop.window.look.theme import Theme, style_sheet
from schema.grammar.location import Location, title_of

_BESIDE = 2  # cards in one row


class StartPage(QWidget):
    """`chosen` carries the place of a recent workspace."""

    chosen = Signal(object)

    def __init__(self, actions: Actions, recent: Sequence[Location], theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions, self._recent, self._theme = actions, recent, theme
        self._title, self._lead = heading("Annals", self, VALUE), muted("", theme, self)
        self._trouble = QLabel(self, wordWrap=True)
        self._trouble.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._trouble.setStyleSheet(
            f"background: {theme.error_soft}; color: {theme.error}; border-radius: 6px; padding: 10px 14px;"
        )
        self._trouble.hide()
        self.setStyleSheet(style_sheet(theme))
        self._buttons: list[tuple[QPushButton, QLabel, QAction]] = []
        self._build()

    def _build(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(8)
        column.addStretch(2)
        for widget in (self._title, self._lead, self._trouble):
            column.addWidget(widget)
        column.addSpacing(14)
        cards = QGridLayout()
        for side in range(_BESIDE):
            cards.setColumnStretch(side, 1)
        cards.setSpacing(14)
        for place, (name, action) in enumerate((
            ("pack", self._actions.open_pack),
            ("folder", self._actions.open),
            ("plus", self._actions.new),
            ("sample", self._actions.sample),
        )):  # fmt: skip
            cards.addWidget(self._card(name, action), place // _BESIDE, place % _BESIDE)
        column.addLayout(cards)
        column.addSpacing(14)
        self._recent_title = muted("", self._theme, self)
        column.addWidget(self._recent_title)
        for path in self._recent[:5]:
            column.addWidget(self._recent_button(path), 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(3)
        outer = QHBoxLayout(self)
        outer.addStretch(1)
        outer.addLayout(column, 4)
        outer.addStretch(1)

    def _card(self, name: str, action: QAction) -> QWidget:
        card = Card(self._theme, "", self)
        card.body.setContentsMargins(18, 18, 18, 18)
        card.body.setSpacing(8)
        button = QPushButton(card)
        button.setIcon(icon(name, self._theme.accent, 20))
        button.setIconSize(QSize(20, 20))
        button.setMinimumHeight(38)
        button.clicked.connect(action.trigger)
        words = muted("", self._theme, card)
        words.setAlignment(Qt.AlignmentFlag.AlignTop)
        words.setMinimumHeight(36)
        card.body.addWidget(button)
        card.body.addWidget(words, 1)
        self._buttons.append((button, words, action))
        return card

    def _recent_button(self, path: Location) -> QToolButton:
        button = QToolButton(self)
        button.setIcon(icon("clock", self._theme.text2))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        beside = path.parent if isinstance(path, Path) else path
        button.setText(f"  {title_of(path)}    {beside}")
        button.clicked.connect(lambda: self.chosen.emit(path))
        return button

    def show_trouble(self, words: str) -> None:
        """Say why a workspace could not be opened."""
        self._trouble.setText(words)
        self._trouble.setVisible(bool(words))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self._lead.setText(self.tr("Annual CSR and ESG reports: figures are typed once, Excel data sheets and the "
                                   "Word draft follow."))  # fmt: skip
        explained = (
            self.tr("A file .annalspack that an editor has sent you, to fill in and hand in. It can be dropped here."),
            self.tr("A workspace is one file with a company's catalogue, figures, texts and their history."),
            self.tr("An empty workspace with the built-in catalogue and report outlines."),
            self.tr("The published figures of three reports, to look around and try things out."),
        )
        for (button, words, action), text in zip(self._buttons, explained, strict=True):
            button.setText(without_key(action.text()))
            words.setText(text)
        self._recent_title.setText(self.tr("Opened last") if self._recent else "")
