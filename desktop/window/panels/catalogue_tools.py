"""Above the catalogue's sheet: whose metrics it shows, which of them, words; and a new one."""

from __future__ import annotations

from typing import Literal

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QSizePolicy, QToolButton, QWidget

from desktop.window.look.chooser import Chooser
from desktop.window.look.icons import icon
from desktop.window.session.desk import Desk
from desktop.work.sheet.choice import Choice

Which = Literal["all", "placed", "unplaced", "typed", "computed", "untranslated", "assumed"]
_PAUSE, _NARROW = 150, 190


class CatalogueTools(QWidget):
    """`changed` says that something else is chosen; the others ask for what their buttons say."""

    changed = Signal()
    copy_wanted = Signal()
    filter_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, theme = desk, desk.theme
        self.departments, self.which = Chooser(theme, self), Chooser(theme, self)
        self.search = QLineEdit(self)
        self.search.setObjectName("filter")
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(90)
        self.filter, self.copy, self.new = QToolButton(self), QPushButton(self), QPushButton(self)
        self.filter.setCheckable(True)
        for button, drawing in ((self.filter, "filter"), (self.copy, "export"), (self.new, "number")):
            button.setIcon(icon(drawing, theme.text))
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 0, 14, 0)
        layout.setSpacing(6)
        for chooser in (self.departments, self.which):
            chooser.setMaximumWidth(_NARROW)
            chooser.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
            layout.addWidget(chooser)
        layout.addWidget(self.search, 1)
        for button in (self.filter, self.copy, self.new):
            layout.addWidget(button)
        self._connect()

    def _connect(self) -> None:
        for chooser in (self.departments, self.which):
            chooser.activated.connect(self.changed)
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self.changed)
        self.copy.clicked.connect(self.copy_wanted)
        self.filter.clicked.connect(self.filter_wanted)
        self.new.clicked.connect(self.new_wanted)

    def fill(self, departments: list[str]) -> None:
        """Offer these departments; what was chosen stays."""
        kept = self.departments.currentData()
        self.departments.clear()
        self.departments.addItem(self.tr("All departments"), "")
        for code in departments:
            self.departments.addItem(self._desk.department(code), code)
        self.departments.setCurrentIndex(max(0, self.departments.findData(kept)))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        kept = self.which.currentData()
        self.which.clear()
        kinds: list[tuple[str, Which]] = [
            (self.tr("All metrics"), "all"), (self.tr("In this report"), "placed"),
            (self.tr("Not in this report"), "unplaced"), (self.tr("Typed"), "typed"),
            (self.tr("Computed"), "computed"), (self.tr("A name is missing"), "untranslated"),
            (self.tr("Definition not confirmed"), "assumed"),
        ]  # fmt: skip
        for words, code in kinds:
            self.which.addItem(words, code)
        self.which.setCurrentIndex(max(0, self.which.findData(kept)))
        for chooser, words in ((self.departments, self.tr("Department")), (self.which, self.tr("Which metrics"))):
            chooser.setAccessibleName(words)
            chooser.setToolTip(words)
        self.search.setPlaceholderText(self.tr("Name, code, or unit"))
        self.search.setAccessibleName(self.tr("Search the catalogue"))
        self.filter.setToolTip(self.tr("Filter row (Ctrl+Shift+L)"))
        self.filter.setAccessibleName(self.tr("Filter row"))
        self.copy.setText(self.tr("Copy for Excel"))
        self.new.setText(self.tr("New metric") + "  Ctrl+N")

    def choice(self) -> Choice:
        """Return whose metrics are chosen, with which words."""
        return Choice(department=self.departments.currentData() or "", search=self.search.text())

    def chosen(self) -> Which:
        """Return which of them are chosen."""
        return self.which.currentData() or "all"

    def reset(self) -> None:
        """Choose everything again."""
        for chooser in (self.departments, self.which):
            chooser.setCurrentIndex(0)
        self.search.clear()
        self.changed.emit()
