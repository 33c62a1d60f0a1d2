"""A report in Word taken in: its headings with where their words go, each to be ticked, looked at, then stored."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.chooser import Chooser
from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.year_names import year_name
from desktop.work.safe_files import write_out
from desktop.work.structure.checks import issue_of
from desktop.work.word_report.intake import NewReport, TakenIn, preview
from desktop.work.word_report.passages import Passage
from desktop.work.word_report.proposal import Proposed, Why, chosen
from desktop.work.word_report.proposal_file import figure_tables
from desktop.work.word_report.source import WordReport, proposed, read_report, store_in
from schema.catalogue.outline import Outline
from schema.catalogue.punctuation import PUNCTUATION
from schema.errors import AnnalsError, DefinitionsError, OutputError
from schema.moment import Moment

_NUMBER = Qt.ItemDataRole.UserRole
TITLE, INTO, WHY = range(3)


class WordReportDialog(QDialog):
    """`taken` carries the code of the report once it is stored, `loaded` comes when the file was read or refused."""

    taken = Signal(str)
    loaded = Signal()

    def __init__(self, desk: Desk, path: Path, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._path = desk, path
        self._found: tuple[Passage, ...] = ()
        self._cover = ""
        self._made: tuple[Proposed, ...] = ()
        self.setWindowTitle(self.tr("Take in a report in Word"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(980, 700)
        self._build()
        self._lay_out()
        self._connect()
        self._ask(lambda _: read_report(path), self._show_parts)

    def _build(self) -> None:
        desk = self._desk
        self.target, self.language = Chooser(desk.theme, self, plain=True), Chooser(desk.theme, self, plain=True)
        self.target.addItem(self.tr("A new report"), "")
        for code, outline in sorted(desk.session.definitions.outlines.items(), key=lambda item: -item[1].year):
            self.target.addItem(f"{year_name(desk, outline.year)}  {desk.words(outline.title)}", code)
        for code, words in LANGUAGES.items():
            self.language.addItem(words, code)
        self.language.setCurrentIndex(max(0, self.language.findData(desk.language)))
        year = datetime.now(UTC).year - 1
        self.code, self.year = QLineEdit(f"report-{year}", self), QLineEdit(str(year), self)
        self.year.setMaxLength(4)
        self.rows = QTreeWidget(self)
        self.rows.setHeaderLabels([self.tr("Heading"), self.tr("Goes to"), self.tr("Why")])
        self.rows.setRootIsDecorated(False)
        self.rows.setUniformRowHeights(True)
        self.rows.setAllColumnsShowFocus(True)
        self.rows.setAccessibleName(self.tr("Headings of the report"))
        self.rows.setStyleSheet(f"QTreeWidget {{ background: {desk.theme.surface}; }}")
        self.words = QPlainTextEdit(self)
        self.words.setReadOnly(True)
        self.words.setAccessibleName(self.tr("Words below the heading"))
        self.told, self.reason = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        self.reason.setStyleSheet(f"color: {desk.theme.error};")
        self.tables = QPushButton(self.tr("Save tables of figures …"), self)
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self.tr("Take in"), self)
        for button in (self.tables, self.cancel):
            button.setAutoDefault(False)
        self.go.setObjectName("primary")

    def _lay_out(self) -> None:
        layout, form, foot = QVBoxLayout(self), QFormLayout(), QHBoxLayout()
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(10)
        form.setHorizontalSpacing(16)
        self._form = form
        for words, field in (
            (self.tr("Into"), self.target), (self.tr("Language of the file"), self.language),
            (self.tr("Code"), self.code), (self.tr("Year"), self.year),
        ):  # fmt: skip
            field.setAccessibleName(words)
            form.addRow(words, field)
        parts = QSplitter(Qt.Orientation.Vertical, self)
        parts.setChildrenCollapsible(False)
        for widget in (self.rows, self.words):
            parts.addWidget(widget)
        parts.setSizes([320, 150])
        foot.addWidget(self.tables)
        foot.addStretch()
        for button in (self.cancel, self.go):
            foot.addWidget(button)
        layout.addLayout(form)
        layout.addWidget(parts, 1)
        for widget in (self.told, self.reason):
            layout.addWidget(widget)
        layout.addLayout(foot)
        for column, width in ((TITLE, 420), (INTO, 280)):
            self.rows.setColumnWidth(column, width)
        self.rows.header().setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)

    def _connect(self) -> None:
        self.target.activated.connect(self._propose)
        self.language.activated.connect(self._propose)
        self.rows.currentItemChanged.connect(lambda new, _: self._show_words(new))
        self.rows.itemChanged.connect(lambda *_: self._count())
        self.tables.clicked.connect(self._save_tables)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)
        self._say(self.tr("Reading …"))
        self.go.setEnabled(False)
        self.tables.setEnabled(False)

    # what is read and proposed

    def _ask(self, work: Callable[[object], object], then: Callable[[Any], None]) -> None:
        """Let something be done off the UI thread; what is refused is said here."""

        def tried(workspace: object) -> object:
            try:
                return work(workspace)
            except AnnalsError as error:
                return error

        def done(outcome: object) -> None:
            if isinstance(outcome, AnnalsError):
                self._refuse(outcome)
            else:
                then(outcome)

        self._desk.session.ask(tried, done, self._desk.session.crashed.emit)

    def _refuse(self, error: AnnalsError) -> None:
        told = [self._desk.sentence(error)]
        if isinstance(error, DefinitionsError):
            told = list(dict.fromkeys(self._desk.sentence(issue_of(one)) for one in error.mistakes))
        self.reason.setText(" ".join(told))
        self.told.clear()
        self.go.setEnabled(bool(self._made))
        self.loaded.emit()

    def _show_parts(self, read: WordReport) -> None:
        self._found, self._cover = read.passages, read.cover
        spoken = self._desk.catalogue.company.languages or tuple(LANGUAGES)
        self.language.setCurrentIndex(self.language.findData(read.spoken(spoken, self._desk.language)))
        self._propose()
        self.loaded.emit()

    @property
    def _outline(self) -> Outline | None:
        return self._desk.session.definitions.outlines.get(self.target.currentData() or "")

    def _propose(self) -> None:
        """Show what becomes of each heading in the chosen report."""
        outline, language = self._outline, self.language.currentData()
        for field in (self.code, self.year):
            self._form.setRowVisible(field, outline is None)
        self._made = proposed(self._found, outline, self._desk.session.snapshot, language)
        self.rows.blockSignals(True)
        self.rows.clear()
        whys = self._whys()
        for one in self._made:
            item = QTreeWidgetItem(["    " * (one.passage.level - 1) + one.title, one.slot, whys[one.why]])
            item.setData(TITLE, _NUMBER, one.number)
            item.setCheckState(TITLE, Qt.CheckState.Checked if one.take else Qt.CheckState.Unchecked)
            if outline is not None and not (one.slot and one.passage.words):
                item.setFlags(item.flags() & ~Qt.ItemFlag.ItemIsUserCheckable)
            self.rows.addTopLevelItem(item)
        self.rows.blockSignals(False)
        self.tables.setEnabled(any(one.passage.figures for one in self._made))
        self.rows.setCurrentIndex(self.rows.model().index(0, TITLE))
        self.reason.clear()
        self._count()

    def _whys(self) -> dict[Why, str]:
        return {
            "new": self.tr("a new section"), "same": self.tr("the section of this name"),
            "beside": self.tr("with the heading above"), "written": self.tr("words stand there already"),
            "nowhere": self.tr("no text for it"),
        }  # fmt: skip

    def _show_words(self, item: QTreeWidgetItem | None) -> None:
        number = item.data(TITLE, _NUMBER) if item is not None else 0
        self.words.setPlainText(self._made[number - 1].passage.words if number else "")

    def _ticked(self) -> tuple[Proposed, ...]:
        items = (self.rows.topLevelItem(at) for at in range(self.rows.topLevelItemCount()))
        ticked = {
            item.data(TITLE, _NUMBER)
            for item in items
            if item is not None and item.checkState(TITLE) == Qt.CheckState.Checked
        }
        return chosen(self._made, ticked)

    def _count(self) -> None:
        made = [one for one in self._ticked() if one.take]
        texts = sum(bool(one.passage.words) for one in made)
        tables = sum(len(one.passage.figures) for one in self._made)
        told = self.tr("Headings: {sections}, texts: {texts}. Tables of figures: {tables}; save them and import them.")
        words = [told.format(sections=len(made), texts=texts, tables=tables)]
        if self._cover:
            left = self.tr("Left out: the {count} characters before the first heading (cover, contents).")
            words.append(left.format(count=len(self._cover)))
        self._say(PUNCTUATION[self._desk.language].space.join(words))
        self.go.setEnabled(bool(made) and self._desk.session.writable)

    def _say(self, words: str) -> None:
        self.told.setText(words)

    # what is done

    def _save_tables(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Save tables of figures"))
        if folder:
            self.save_tables(Path(folder))

    def save_tables(self, folder: Path) -> None:
        """Write each table of figures into a folder, for the import of figures."""
        tables = figure_tables(self._made)
        try:
            for name, text in tables.items():
                write_out(folder / name, text.encode("utf-8-sig"))
        except OutputError as error:
            self._refuse(error)
            return
        self._say(self.tr("{count} tables are in {folder}.").format(count=len(tables), folder=folder))

    def _wanted(self) -> NewReport | None:
        year = self.year.text().strip()
        if self._outline is not None:
            return None
        number = int(year) if year.isdecimal() else 0
        return NewReport(self.code.text().strip(), number, self.language.currentData())

    def run(self) -> None:
        """Link the numbers and store everything in one transaction, with a backup before."""
        session, wanted, made = self._desk.session, self._wanted(), self._ticked()
        moment, language = Moment(session.definitions, session.snapshot), self.language.currentData()
        report = self.target.currentData()
        self.go.setEnabled(False)
        self._say(self.tr("Looking for the values that the numbers are …"))
        self._ask(lambda _: preview(moment, wanted, report, language, made), self._store)

    def _store(self, found: TakenIn) -> None:
        session = self._desk.session
        before = session.definitions

        def settled(error: Exception | None) -> None:
            if error is None:
                self.accept()
                self.taken.emit(found.report)
            elif isinstance(error, AnnalsError):
                self._refuse(error)
            else:
                session.crashed.emit(error)

        session.redefine(lambda workspace: store_in(workspace, before, found), settled, found.changes)
