"""What stands in a part that is to be removed, told at the foot of the list before anything goes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.work.structure.contents import Standing
from desktop.work.structure.parts import Part

_MOST_NAMED = 3


class RemovalBar(QWidget):
    """`removed` carries the part once somebody has said yes, `left` comes with a no."""

    removed = Signal(object)
    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._part = desk, Part("")
        theme = desk.theme
        self.setObjectName("removalBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setStyleSheet(
            f"#removalBar {{ background: {theme.doubt_soft}; border-top: 1px solid {theme.doubt_mark}; }}"
            f" QLabel {{ color: {theme.doubt}; }}" + style_sheet(theme)
        )
        self.words, self.go, self.keep = QLabel(self, wordWrap=True), QPushButton(self), QPushButton(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(16, 8, 14, 8)
        line.addWidget(self.words, 1)
        line.addWidget(self.keep)
        line.addWidget(self.go)
        for button in (self.go, self.keep):
            button.setAutoDefault(True)
        self.go.clicked.connect(self._yes)
        self.keep.clicked.connect(self._no)
        self.hide()

    def ask(self, part: Part, name: str, told: Standing) -> None:
        """Say what stands in a part, and wait for a yes."""
        self._part = part
        self.go.setText(self.tr("Remove"))
        self.keep.setText(self.tr("Keep"))
        self.words.setText(self._sentence(name, told))
        self.show()
        self.go.setFocus()

    def _sentence(self, name: str, told: Standing) -> str:
        counts = (
            (told.sections, self.tr("{count} sections")), (told.blocks, self.tr("{count} blocks")),
            (told.texts, self.tr("{count} written texts")), (told.pictures, self.tr("{count} pictures")),
            (told.records, self.tr("{count} records")), (told.valued, self.tr("{count} metrics with values")),
        )  # fmt: skip
        inside = self.tr(", ").join(words.format(count=count) for count, words in counts if count)
        said = [self.tr("In “{name}” stand: {list}.").format(name=name, list=inside)]
        if told.unplaced:
            names = self.tr(", ").join(self._desk.words(one) for one in told.unplaced[:_MOST_NAMED])
            said.append(self.tr("Nowhere else in this report: {names}.").format(names=names))
        said.append(self.tr("All of it stays in the workspace, and Undo brings the place back."))
        return " ".join(said)

    def _yes(self) -> None:
        self.hide()
        self.removed.emit(self._part)

    def _no(self) -> None:
        self.hide()
        self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc keeps it."""
        if event.key() == Qt.Key.Key_Escape:
            self._no()
        else:
            super().keyPressEvent(event)
