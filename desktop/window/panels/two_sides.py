"""The chosen difference in full: what stands in the workspace, and what the newer definitions say, side by side."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QRadioButton, QScrollArea, QVBoxLayout, QWidget

from desktop.window.item_models.difference_model import DifferenceModel
from schema.exchange.catalogue_update.difference import Difference


class _Side(QWidget):
    """One of the two: the button that chooses it, and its words."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.choose = QRadioButton(words, self)
        # The two buttons have different parents: what is chosen follows the model, not the other button.
        self.choose.setAutoExclusive(False)
        self.text = QLabel(self, wordWrap=True)
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        self.text.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.text.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.text.setContentsMargins(4, 2, 4, 2)
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setWidget(self.text)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.choose)
        layout.addWidget(area, 1)


class TwoSides(QWidget):
    """Follows the list's chosen row; a list's own row has no words of its own."""

    def __init__(self, model: DifferenceModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._one: Difference | None = None
        self.mine = _Side(self.tr("Keep mine"), self)
        self.newer = _Side(self.tr("Take the newer"), self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(16)
        for side in (self.mine, self.newer):
            layout.addWidget(side, 1)
        self.mine.choose.clicked.connect(lambda: self._take(taken=False))
        self.newer.choose.clicked.connect(lambda: self._take(taken=True))
        model.dataChanged.connect(lambda *_: self._show_choice())

    def show_row(self, index: QModelIndex) -> None:
        """Show a difference in full."""
        one = self._model.below(index)[0] if index.isValid() and index.internalId() else None
        self._one = one
        shown = ("", "") if one is None else self._model.sides(one)
        for side, words in zip((self.mine, self.newer), shown, strict=True):
            side.text.setText(words or ("" if one is None else "–"))
            side.choose.setEnabled(one is not None and one.kind != "kept")
        self._show_choice()

    def _show_choice(self) -> None:
        taken = self._one is not None and self._model.is_taken([self._one])
        self.mine.choose.setChecked(self._one is not None and not taken)
        self.newer.choose.setChecked(taken)

    def _take(self, *, taken: bool) -> None:
        if self._one is not None:
            self._model.take([self._one], taken=taken)
            self._show_choice()
