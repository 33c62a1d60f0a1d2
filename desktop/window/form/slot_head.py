"""Over a text: what it is for, whose it is, how long it was, where it will stand; last year's words to look at."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.window.chips.printed import filled
from desktop.window.fields.plan import TextCard
from desktop.window.look.card import muted
from desktop.window.look.popover import Popover
from desktop.window.session.desk import Desk
from schema.catalogue.outline import Outline, TextBlock
from schema.catalogue.owners import owners
from schema.catalogue.section_content import section_slots

_SIZE = (520, 300)


def slot_title(desk: Desk, spec: TextCard) -> str:
    """Return the title of a text's block; one without is named by what it is, and which of several."""
    if title := desk.words(spec.title):
        return title
    slots = section_slots(desk.section) if desk.section is not None else ()
    name = style_name(spec.style)
    if len(slots) < 2 or spec.slot not in slots:
        return name
    many = QCoreApplication.translate("SlotHead", "{name} {number} of {count}")
    return many.format(name=name, number=slots.index(spec.slot) + 1, count=len(slots))


def style_name(style: str) -> str:
    """Return what a text of a style is called."""
    translate = QCoreApplication.translate
    return {
        "body": translate("SlotHead", "Text"),
        "lead": translate("SlotHead", "Lead"),
        "letter": translate("SlotHead", "Letter"),
        "quote": translate("SlotHead", "Quotation"),
        "case": translate("SlotHead", "Case"),
        "box": translate("SlotHead", "Box"),
        "list": translate("SlotHead", "List"),
        "signature": translate("SlotHead", "Signature"),
        "notice": translate("SlotHead", "Notice"),
        "headline": translate("SlotHead", "Headline"),
        "subhead": translate("SlotHead", "Subtitle"),
        "dateline": translate("SlotHead", "Place and date"),
    }[style]


class SlotHead(QWidget):
    """One quiet line with the button for last year's words, where there are some."""

    def __init__(self, desk: Desk, spec: TextCard, language: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._spec, self._language = desk, spec, language
        self._earlier = self._find_earlier()
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 4)
        self.words = muted(" · ".join(filter(None, (self._place(), self._owner(), self._length()))), desk.theme, self)
        line.addWidget(self.words, 1)
        self.past = QPushButton(self.tr("Last time’s words"), self)
        self.past.setAutoDefault(False)
        self.past.setFlat(True)
        self.past.setVisible(self._earlier is not None)
        self.past.clicked.connect(self._show)
        line.addWidget(self.past)
        self.popover: Popover | None = None

    def _place(self) -> str:
        """Say where in the section the text will stand: what it follows and what comes behind it."""
        section = self._desk.section
        if section is None or len(section.blocks) < 2:
            return self.tr("the whole section")
        slots = [block.slot if isinstance(block, TextBlock) else "" for block in section.blocks]
        place = slots.index(self._spec.slot) if self._spec.slot in slots else 0
        if place == 0:
            return self.tr("begins the section")
        if place == len(slots) - 1:
            return self.tr("ends the section")
        return self.tr("stands {place} of {count} in the section").format(place=place + 1, count=len(slots))

    def _owner(self) -> str:
        section, desk = self._desk.section, self._desk
        if section is None:
            return ""
        block = next((b for b in section.blocks if isinstance(b, TextBlock) and b.slot == self._spec.slot), None)
        code = owners(desk.outline)[section.code].of("", block.department if block else "")
        return desk.department(code) if code else self.tr("no department is asked")

    def _length(self) -> str:
        if self._earlier is None:
            return ""
        outline, words = self._earlier
        return self.tr("{count} characters in {year}").format(count=len(words), year=outline.year)

    def _find_earlier(self) -> tuple[Outline, str] | None:
        """Return the newest report before this one that has the text, with its words as they printed."""
        desk = self._desk
        outlines = sorted(desk.session.definitions.outlines.values(), key=lambda one: -one.year)
        for outline in outlines:
            words = desk.session.snapshot.texts.get((outline.code, self._spec.slot, self._language), "")
            if outline.year < desk.outline.year and words:
                return outline, filled(desk, words, self._language)[0]
        return None

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
