"""A new workspace: what it begins with, whose it is, and which languages it speaks. Where it is kept is asked next."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading, muted
from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import Theme, style_sheet
from desktop.work.beginning_with import Beginning
from schema.catalogue.starters import starters

_BUILT_IN, _BOOK = "", " "  # no names of starters
_NAME = Qt.ItemDataRole.UserRole


class NewWorkspaceDialog(QDialog):
    """`chosen` carries the beginning, once one can be made of what is chosen."""

    chosen = Signal(object)

    def __init__(self, resources: Path, language: str, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.book: Path | None = None
        self.setWindowTitle(self.tr("New workspace"))
        self.setStyleSheet(style_sheet(theme))
        self.resize(720, 560)
        self.list = QListWidget(self)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setAccessibleName(self.tr("What it begins with"))
        for one in starters(resources):
            self._add(one.name, one.title.best(language), one.about.best(language))
        sample = self.tr("The reports of a listed internet company, to look around in or to change.")
        book = self.tr("A catalogue as an Excel workbook, written from another workspace or filled in by hand.")
        self._add(_BUILT_IN, self.tr("The catalogue of the sample"), sample)
        self._add(_BOOK, self.tr("A workbook of one's own …"), book)
        self.company = QLineEdit(self)
        self.company.setPlaceholderText(self.tr("Can follow later"))
        self.languages = {code: QCheckBox(words, self) for code, words in LANGUAGES.items()}
        for code, box in self.languages.items():
            box.setChecked(code == language)
        self.reason = QLabel(self, wordWrap=True)
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self.tr("Where it is kept …"), self)
        self.go.setObjectName("primary")
        self._lay_out()
        self.list.setCurrentRow(0)
        self.list.currentItemChanged.connect(lambda *_: self.check())
        for box in self.languages.values():
            box.toggled.connect(self.check)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.finish)
        self.list.itemDoubleClicked.connect(lambda _: self.finish())
        self.check()

    def _add(self, name: str, title: str, about: str) -> None:
        item = QListWidgetItem(f"{title}\n{about}", self.list)
        item.setData(_NAME, name)

    def _lay_out(self) -> None:
        form, spoken, foot, layout = QFormLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(10)
        for box in self.languages.values():
            spoken.addWidget(box)
        spoken.addStretch()
        self.company.setAccessibleName(self.tr("Company"))
        form.addRow(self.tr("Company"), self.company)
        form.addRow(self.tr("Languages"), spoken)
        told = self.tr("One language is enough: names and headings are asked for in those that are ticked.")
        layout.addWidget(heading(self.windowTitle(), self, PLACE))
        layout.addWidget(muted(self.tr("What it begins with; everything can be changed later."), self._theme, self))
        layout.addWidget(self.list, 1)
        layout.addLayout(form)
        layout.addWidget(muted(told, self._theme, self))
        layout.addWidget(self.reason)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.go)
        layout.addLayout(foot)

    def beginning(self) -> Beginning:
        """Return what is chosen."""
        name = str(self.list.currentItem().data(_NAME))
        spoken = tuple(code for code, box in self.languages.items() if box.isChecked())
        starter = name if name not in (_BUILT_IN, _BOOK) else ""
        return Beginning(self.book if name == _BOOK else None, starter, spoken, company=self.company.text().strip())

    def check(self) -> None:
        """Say what is missing."""
        spoken = any(box.isChecked() for box in self.languages.values())
        self.reason.setText("" if spoken else self.tr("Choose at least one language."))
        self.go.setEnabled(spoken)

    def finish(self) -> None:
        """Ask for the workbook where one is chosen, and hand on what was chosen."""
        if not self.go.isEnabled():
            return
        if str(self.list.currentItem().data(_NAME)) == _BOOK and self.book is None:
            kinds = self.tr("Excel workbooks") + " (*.xlsx)"
            name, _ = QFileDialog.getOpenFileName(self, self.tr("The catalogue's workbook"), "", kinds)
            if not name:
                return
            self.book = Path(name)
        self.accept()
        self.chosen.emit(self.beginning())
