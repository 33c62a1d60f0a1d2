"""The particulars of a chip: what it stands for, how it is shown, and the way to its field."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.window.chips.chip_facts import ChipFacts
from desktop.window.look.card import heading, muted
from desktop.window.look.popover import Popover
from desktop.window.look.scale import WRITTEN
from desktop.window.session.desk import Desk
from desktop.window.session.year_names import year_name
from desktop.work.link_format import BARE, Shown, options, read_shown
from schema.catalogue.number_format import SHARE
from schema.catalogue.punctuation import PUNCTUATION

_WIDTH = 400


@dataclass(frozen=True, slots=True)
class Served:
    """Whose chip it is: the desk, the language of the text, and whether it may be changed."""

    desk: Desk
    language: str
    writable: bool


class ChipCard(Popover):
    """`changed` carries how the number is to be written from now on, `followed` asks for its field."""

    changed = Signal(str)
    followed = Signal()

    def __init__(self, served: Served, written: str, host: QWidget) -> None:
        super().__init__(served.desk.theme, host)
        self._served, self.written = served, written
        self._facts = ChipFacts(served.desk, served.language)
        self.setFixedWidth(_WIDTH)
        column = QVBoxLayout(self)
        column.setContentsMargins(16, 12, 16, 12)
        column.setSpacing(6)
        column.addWidget(heading(self._facts.title(written), self, WRITTEN))
        self.value = QLabel(self._facts.value(written), self, wordWrap=True)
        column.addWidget(self.value)
        colon = PUNCTUATION[served.desk.language].colon
        for name, words in self._facts.lines(written):
            column.addWidget(muted(name + colon + words if name else words, served.desk.theme, self))
        self.boxes: dict[str, QComboBox] = {}
        self._add_form(column)
        foot = QHBoxLayout()
        foot.addStretch()
        self.go = QPushButton(self.tr("Go to its field"), self)
        self.go.setToolTip(self.tr("Enter, while the number is chosen in the text"))
        self.go.setEnabled(self._facts.key(written) is not None)
        self.go.clicked.connect(self._follow)
        foot.addWidget(self.go)
        column.addLayout(foot)

    def _add_form(self, column: QVBoxLayout) -> None:
        link = self._facts.link(self.written)
        shown = read_shown(link, self._served.desk.catalogue) if link is not None else None
        if shown is None or link is None or not self._served.writable:
            return
        form = QFormLayout()
        names = {"scale": self.tr("Scale"), "decimals": self.tr("Decimals"), "noun": self.tr("Unit"),
                 "change": self.tr("What is said"), "year": self.tr("Year")}  # fmt: skip
        for part, choices in options(link, shown, self._served.language).items():
            box = QComboBox(self)
            box.setAccessibleName(names[part])
            for code in choices:
                box.addItem(self._words(part, code), code)
            box.setCurrentIndex(box.findData(getattr(shown, part)))
            box.activated.connect(self._change)
            self.boxes[part] = box
            form.addRow(names[part], box)
        column.addLayout(form)

    def _words(self, part: str, code: str) -> str:
        """Return what a choice is called."""
        if code == "":
            usual = {"scale": self.tr("as the metric has it"), "decimals": self.tr("as the metric has it"),
                     "noun": self.tr("as the metric has it"), "change": self.tr("the value")}  # fmt: skip
            return usual.get(part) or year_name(self._served.desk, self._served.desk.outline.year)
        changes = {"change": self.tr("change on the year before"), "change%": self.tr("change in percent"),
                   SHARE: self.tr("share of the whole")}  # fmt: skip
        if part == "noun":
            return self.tr("number only") if code == BARE else code
        if part == "year" and code.startswith("-"):
            return str(self._served.desk.outline.year + int(code))
        return changes.get(code, code)

    def _change(self) -> None:
        link = self._facts.link(self.written)
        assert link is not None
        chosen = {part: str(box.currentData()) for part, box in self.boxes.items()}
        shown = read_shown(link, self._served.desk.catalogue)
        assert shown is not None
        year, change = chosen.get("year", shown.year), chosen.get("change", shown.change)
        now = Shown(chosen["scale"], chosen["decimals"], change, year, shown.unit, chosen["noun"])
        self.written = now.written(link)
        self.value.setText(self._facts.value(self.written))
        self.changed.emit(self.written)

    def _follow(self) -> None:
        self.close_here()
        self.followed.emit()

    def open_at(self, beside: QRect, *, typing: bool) -> None:
        """Open beside the chip; with `typing` its first field takes the keys."""
        self.open_beside(beside)
        first = next(iter(self.boxes.values()), self.go)
        if typing:
            first.setFocus(Qt.FocusReason.PopupFocusReason)
