"""A new report, next year's or any other's: from which one, its year, code and title, and what is rolled forward."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.chooser import Chooser
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.year_names import year_name
from desktop.work.next_year import begin, lines
from schema.catalogue.next_outline import next_code, next_title
from schema.catalogue.outline import Outline
from schema.errors import AnnalsError, NextRefused
from schema.exchange.next_year import NextReport, Wanted, next_report
from schema.grammar.words import Words
from schema.validation.issue import Issue

if TYPE_CHECKING:
    from desktop.window.dialogs.word_report import WordReportDialog

_FIELDS = {"zh-Hans": "zh_hans", "zh-Hant": "zh_hant", "en": "en"}


class NextYearDialog(QDialog):
    """`begun` carries the new report's code once it is stored."""

    begun = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._found: NextReport | None = None
        self.word_report: WordReportDialog | None = None
        self.setWindowTitle(self.tr("New report"))
        self.setMinimumWidth(600)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._connect()
        self._choose()

    def _build(self) -> None:
        desk = self._desk
        self.source = Chooser(self._desk.theme, self, plain=True)
        for code, outline in sorted(desk.session.definitions.outlines.items(), key=lambda item: -item[1].year):
            self.source.addItem(f"{year_name(desk, outline.year)}  {desk.words(outline.title)}", code)
        self.source.setCurrentIndex(max(0, self.source.findData(desk.report)))
        self.code, self.title, self.year = QLineEdit(self), QLineEdit(self), QLineEdit(self)
        self.year.setMaxLength(4)
        self.words = QLabel(self, wordWrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.words.setMinimumHeight(170)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.word = QPushButton(self.tr("From a report in Word …"), self)
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self.tr("Begin report"), self)
        for button in (self.word, self.cancel):
            button.setAutoDefault(False)
        self.go.setObjectName("primary")
        self.go.setDefault(True)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("Follows"), self.source)
        form.addRow(self.tr("Year"), self.year)
        form.addRow(self.tr("Code"), self.code)
        form.addRow(self.tr("Title"), self.title)
        for field, words in (
            (self.source, self.tr("Follows")),
            (self.year, self.tr("Year")),
            (self.code, self.tr("Code")),
            (self.title, self.tr("Title")),
        ):
            field.setAccessibleName(words)
        buttons = QHBoxLayout()
        buttons.addWidget(self.word)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self.words, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.source.activated.connect(self._choose)
        self.year.textEdited.connect(self._follow_year)
        self.code.textChanged.connect(self.preview)
        self.title.textChanged.connect(self.preview)
        self.word.clicked.connect(self._ask_word)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)

    def _ask_word(self) -> None:
        kinds = self.tr("Word files") + " (*.docx)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Report in Word"), "", kinds)
        if name:
            self.take_word(Path(name))

    def take_word(self, path: Path) -> None:
        """Show what a report in Word comes to; this dialog makes room for it."""
        from desktop.window.dialogs.word_report import WordReportDialog  # deferred: not needed before somebody asks

        self.word_report = WordReportDialog(self._desk, path, self.parentWidget() or self)
        self.word_report.taken.connect(self.begun)
        self.reject()
        self.word_report.open()

    @property
    def _outline(self) -> Outline:
        return self._desk.session.definitions.outlines[self.source.currentData()]

    def _choose(self) -> None:
        """Offer code and title of the year after."""
        self.year.setText(str(self._outline.year + 1))
        self._follow_year()

    def _year(self) -> int:
        text = self.year.text().strip()
        return int(text) if text.isdecimal() else 1  # no year of any report: told as such

    def _follow_year(self) -> None:
        """Offer code and title of the chosen year."""
        outline, year = self._outline, self._year()
        if len(self.year.text().strip()) == 4:
            self.title.setText(next_title(outline, year).get(outline.language))
            self.code.setText(next_code(outline, year))
        self.preview()

    def _title(self) -> Words:
        """Return the title as typed in the report's language; in the others the year has moved on."""
        outline = self._outline
        return replace(next_title(outline, self._year()), **{_FIELDS[outline.language]: self.title.text().strip()})

    def preview(self) -> None:
        """Say what will be rolled forward, or why it cannot be."""
        session, desk = self._desk.session, self._desk
        try:
            source, wanted = self._outline.code, Wanted(self.code.text().strip(), self._title(), self._year())
            self._found = next_report(session.definitions, session.snapshot, source, wanted)
        except NextRefused as error:
            self._found = None
            told = [desk.sentence(issue) for issue in error.issues if isinstance(issue, Issue)]
        else:
            told = lines(self._found, desk.catalogue, desk.catalogue.messages, desk.language)
        self._say(told, wrong=self._found is None)
        self.go.setEnabled(self._found is not None and session.writable and bool(self.title.text().strip()))

    def _say(self, told: list[str], *, wrong: bool) -> None:
        theme = self._desk.theme
        self.words.setStyleSheet(f"color: {theme.error if wrong else theme.text};")
        self.words.setText("\n\n".join(told))

    def run(self) -> None:
        """Store the new report, its words and records in one transaction."""
        found, session = self._found, self._desk.session
        if found is None:
            return
        for widget in (self.go, self.source, self.year, self.code, self.title):
            widget.setEnabled(False)
        session.redefine(lambda workspace: begin(workspace, found), self._done, found.changes)

    def _done(self, error: Exception | None) -> None:
        for widget in (self.go, self.source, self.year, self.code, self.title):
            widget.setEnabled(True)
        if error is None and self._found is not None:
            self.accept()
            self.begun.emit(self._found.outline.code)
        elif isinstance(error, AnnalsError):
            self._say([self._desk.sentence(error)], wrong=True)
        elif error is not None:
            self._say([self.tr("The report was not begun; nothing was changed.")], wrong=True)
            self._desk.session.crashed.emit(error)
