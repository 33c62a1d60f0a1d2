"""Over a text: what it is for, where it will stand, whose it is, how long it should be; and last time's words."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.window.fields.plan import TextCard
from desktop.window.form.slot_words import earlier_words, guide_of, length_words, place_words, purpose_words
from desktop.window.look.card import muted
from desktop.window.look.popover import Popover
from desktop.window.session.desk import Desk
from schema.catalogue.outline import TextBlock
from schema.catalogue.owners import owners

_SIZE = (520, 300)


class SlotHead(QWidget):
    """Two quiet lines with the button for last time's words, where there are some."""

    def __init__(self, desk: Desk, spec: TextCard, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._spec, self._language = desk, spec, language
        self._earlier = earlier_words(desk, spec.slot, language)
        self._guide = guide_of(desk, spec.slot, language)
        self.purpose, self.words = QLabel(self, wordWrap=True), muted("", desk.theme, self)
        said = QVBoxLayout()
        said.setSpacing(2)
        said.addWidget(self.purpose)
        said.addWidget(self.words)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 4)
        line.addLayout(said, 1)
        self.past = QPushButton(self.tr("Last time’s words"), self)
        self.past.setAutoDefault(False)
        self.past.setFlat(True)
        self.past.setVisible(self._earlier is not None)
        self.past.clicked.connect(self._show)
        line.addWidget(self.past, 0, Qt.AlignmentFlag.AlignTop)
        self.popover: Popover | None = None
        desk.pages.counted.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Say what is known by now: on which page it will stand is counted beside."""
        desk, guide = self._desk, self._guide
        if guide is None:
            self.hide()
            return
        page = desk.pages.page(desk.report, self._language, self._block_id())
        self.purpose.setText(purpose_words(desk, guide))
        parts = (
            place_words(desk, guide, self._spec.slot, page),
            self._owner(),
            length_words(guide, self._language),
        )
        self.words.setText(" · ".join(filter(None, parts)))
        told = self.tr("The page is an estimate: Word counts when the draft is opened.")
        self.words.setToolTip(told if page else "")

    def _block_id(self) -> str:
        _, block = self._desk.outline.part(self._spec.slot) or (None, None)
        return block.id if block is not None else ""

    def _owner(self) -> str:
        section, desk = self._desk.section, self._desk
        if section is None:
            return ""
        block = next((b for b in section.blocks if isinstance(b, TextBlock) and b.slot == self._spec.slot), None)
        code = owners(desk.outline)[section.code].of("", block.department if block else "")
        return desk.department(code) if code else self.tr("no department is asked")

    def _show(self) -> None:
        if self._earlier is None:
            return
        outline, words = self._earlier
        self.popover = Popover(self._desk.theme, self.past)
        self.popover.setFixedSize(*_SIZE)
        layout = QVBoxLayout(self.popover)
        layout.addWidget(muted(self._desk.words(outline.title), self._desk.theme, self.popover))
        view, label = QScrollArea(self.popover), QLabel(words, wordWrap=True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        view.setWidget(label)
        view.setWidgetResizable(True)
        view.setFrameShape(QScrollArea.Shape.NoFrame)
        layout.addWidget(view)
        self.popover.closed.connect(self.popover.deleteLater)
        self.popover.open_beside(self.past.rect())
