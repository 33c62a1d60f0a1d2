"""Import figures: choose a file, confirm what its rows mean, and take them in one step that can be undone."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desktop.window.dialogs.question_delegate import QuestionDelegate
from desktop.window.dialogs.target_delegate import TargetDelegate
from desktop.window.item_models.import_model import METRIC, NAME, WHY, ImportModel
from desktop.window.item_models.question_model import MEANING, QuestionModel
from desktop.window.look.chooser import Chooser
from desktop.window.look.theme import style_sheet
from desktop.window.session.background import Background
from desktop.window.session.desk import Desk
from desktop.window.session.merging import Merging
from desktop.work.answer_files import is_pack
from desktop.work.forms import is_form
from desktop.work.import_figures import (
    Reading,
    answers_to_keep,
    match_rows,
    read_sheet,
    row_values,
    with_answers,
    with_decimal,
)
from schema.errors import AnnalsError, ImportRefused
from schema.exchange.oldsheets.answers import ColumnMap, Identity
from schema.exchange.oldsheets.file_kind import BOOKS
from schema.exchange.oldsheets.head_questions import Question, questions
from schema.exchange.oldsheets.intake import Options, Outcome, Take
from schema.exchange.oldsheets.matching import Proposal
from schema.exchange.oldsheets.names import Target
from schema.exchange.oldsheets.proposal import Draft
from schema.exchange.oldsheets.proposal_words import SAID_BY_ROWS, row_counts
from schema.moment import Moment
from schema.validation.issue import Issue
from schema.validation.messages import message
from schema.values.changes import Change


@dataclass(frozen=True, slots=True)
class Shown:
    """What the rows are taken for with what that brings, and what each row would bring.

    `questions` are those about columns and units, `answers` the changes that keep what was said.
    """

    draft: Draft
    outcome: Outcome
    takes: tuple[Take, ...]
    questions: tuple[Question, ...]
    answers: tuple[Change, ...]


class ImportDialog(QDialog):
    """`loaded` comes when rows are shown or a file was refused, `imported` with the number of values taken,
    `answer_chosen` with a file that is no sheet but a department's answer or form."""

    loaded = Signal()
    imported = Signal(int)
    answer_chosen = Signal(object)

    def __init__(self, desk: Desk, merging: Merging, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._merging = desk, merging
        self._worker = Background("import", self)
        self._stop = threading.Event()
        self._running = 0
        self._reading: Reading | None = None
        self._answers: dict[Identity, Target | None] = {}
        self._said = ColumnMap()
        self._shown: Shown | None = None
        self.setWindowTitle(self.tr("Import figures"))
        self.resize(1080, 680)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._connect()

    def _build(self) -> None:
        desk = self._desk
        self.file, self.choose = QLabel(self), QPushButton(self.tr("Choose a file …"), self)
        self.model = ImportModel(desk.catalogue, desk.language, desk.theme, self)
        self.table = QTableView(self)
        self.table.setModel(self.model)
        self.table.setItemDelegateForColumn(METRIC, TargetDelegate(desk.catalogue, desk.language, self))
        self.table.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.table.verticalHeader().hide()
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        self.table.setAccessibleName(self.tr("Rows of the sheet"))
        self.questions = QuestionModel(desk.theme, self)
        self.heads = QTableView(self)
        self.heads.setModel(self.questions)
        self.heads.setItemDelegateForColumn(MEANING, QuestionDelegate(desk.catalogue, self))
        self.heads.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.heads.verticalHeader().hide()
        self.heads.horizontalHeader().setStretchLastSection(True)
        self.heads.setAccessibleName(self.tr("What columns and units mean"))
        self.heads.setMaximumHeight(190)
        self.all_heads = QCheckBox(self.tr("Show what every column is taken for"), self)
        self.replace = QCheckBox(self.tr("Replace values that are already there"), self)
        self.keep = QCheckBox(self.tr("Keep what cannot be read as it is written"), self)
        self.decimal = Chooser(self._desk.theme, self, plain=True)
        for words, mark in ((self.tr("Decimals as in the file"), ""), (self.tr("Decimal point: 1,234.5"), "point"),
                            (self.tr("Decimal comma: 1.234,5"), "comma")):  # fmt: skip
            self.decimal.addItem(words, mark)
        self.decimal.setAccessibleName(self.tr("What parts the decimals"))
        self.words = QLabel(self.tr("Excel, OpenDocument or CSV; nothing is stored before you confirm."), self)
        self.words.setWordWrap(True)
        self.issues = QPlainTextEdit(self, readOnly=True)
        self.issues.setAccessibleName(self.tr("Findings"))
        self.issues.setTabChangesFocus(True)
        self.issues.setMaximumHeight(150)
        self.cancel, self.go = QPushButton(self.tr("Close"), self), QPushButton(self.tr("Import"), self)
        self.go.setObjectName("primary")
        self.go.setEnabled(False)
        self._lay_out()

    def _lay_out(self) -> None:
        top, options, buttons = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        top.addWidget(self.file, 1)
        top.addWidget(self.choose)
        for box in (self.all_heads, self.replace, self.keep, self.decimal):
            options.addWidget(box)
        options.addStretch()
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.addLayout(top)
        layout.addWidget(self.heads)
        layout.addWidget(self.table, 1)
        layout.addLayout(options)
        layout.addWidget(self.words)
        layout.addWidget(self.issues)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.choose.clicked.connect(self._ask)
        self.go.clicked.connect(self.take)
        self.cancel.clicked.connect(self.reject)
        self.model.answered.connect(self._answer)
        for box in (self.replace, self.keep):
            box.toggled.connect(lambda _: self._again())
        self.questions.answered.connect(self._explain)
        self.all_heads.toggled.connect(lambda _: self._show_heads())
        self.decimal.activated.connect(lambda _: self._again())

    def _ask(self) -> None:
        kinds = " ".join(f"*{suffix}" for suffix in (*BOOKS, ".csv", ".txt", ".htm", ".html"))
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Import figures"), "", self.tr("Tables") + f" ({kinds})")
        if name:
            self.load(Path(name))

    # reading and matching, off the UI thread

    def load(self, path: Path) -> None:
        """Read a file and show what its rows are taken for."""
        if is_pack(path) or is_form(path):
            self.reject()
            self.answer_chosen.emit(path)
            return
        self._stop.clear()
        self._answers, self._said, self._shown = {}, ColumnMap(), None
        self.decimal.setCurrentIndex(0)
        self.file.setText(path.name)
        session, language = self._desk.session, self._desk.language
        definitions, snapshot = session.definitions, session.snapshot
        stop = self._stop.is_set

        def work() -> tuple[Reading, Shown]:
            reading = read_sheet(path, Moment(definitions, snapshot), language, stop=stop)
            return reading, _shown(reading, {}, Options())

        self._begin(work, self._read)

    def _begin(self, work: Callable[[], object], then: Callable[..., None]) -> None:
        self._running += 1
        self.go.setEnabled(False)
        self.words.setText(self.tr("Reading …"))
        self._worker.run(work, then, self._failed)

    def _read(self, found: tuple[Reading, Shown]) -> None:
        self._reading = found[0]
        self._said = found[0].said
        self.model.catalogue = found[0].moment.catalogue
        self._show(found[1])
        self.table.resizeColumnsToContents()
        for column, width in ((NAME, 240), (METRIC, 260), (WHY, 220)):
            self.table.setColumnWidth(column, min(width, self.table.columnWidth(column) + 16))
        if self.model.rowCount():
            self.table.setCurrentIndex(self.model.index(0, 0))
            self.table.setFocus()

    def _answer(self, identity: Identity, target: Target | None) -> None:
        self._answers[identity] = target
        self._again()

    def _explain(self, question: Question, meaning: str) -> None:
        """Read the sheet anew with what a person has said of a column or a unit."""
        if self._reading is not None:
            self._said = question.answer(self._said, meaning)
            if question.row is not None:
                proposal = next(p for p in self._proposals() if p.row.identity == question.row)
                self._answers.setdefault(question.row, proposal.best.target if proposal.best else None)
            self._again()

    def _proposals(self) -> tuple[Proposal, ...]:
        return self._shown.draft.proposals if self._shown else ()

    def _again(self) -> None:
        """Match anew: what a row is taken for tells what the parts below it are."""
        if self._reading is None:
            return
        reading, answers, decimal = self._reading, dict(self._answers), self.decimal.currentData()
        said = self._said
        options = Options(self.replace.isChecked(), self.keep.isChecked())

        def work() -> tuple[Reading, Shown]:
            now = reading if decimal == reading.found.file.decimal else with_decimal(reading, decimal)
            now = now if said is now.said else with_answers(now, said)
            return now, _shown(now, answers, options)

        self._begin(work, self._matched)

    def _matched(self, found: tuple[Reading, Shown]) -> None:
        self._reading = found[0]
        self._show(found[1])

    def _show(self, shown: Shown) -> None:
        self._running -= 1
        if self._running:
            return
        self._shown = shown
        self.model.load(shown.draft, shown.takes)
        self._show_heads()
        told = [issue for issue in shown.outcome.issues if issue.code not in SAID_BY_ROWS]
        issues = sorted(told, key=lambda issue: issue.severity != "error")
        self.issues.setPlainText("\n".join(map(self._line, issues)))
        changes, counts = len(shown.outcome.changes), row_counts(shown.draft)
        words = self.tr(
            "{rows} rows: {taken} taken, {near} to confirm, {none} without a metric. Values to store: {count}."
        )
        self.words.setText(words.format(rows=len(shown.draft.proposals), count=changes, **counts))
        self.go.setEnabled(bool(changes) and not shown.outcome.refused and self._desk.session.writable)
        self.loaded.emit()

    def _show_heads(self) -> None:
        """Show the questions that must be answered, or what every column is taken for."""
        shown = self._shown.questions if self._shown else ()
        every = self.all_heads.isChecked()
        self.questions.load([question for question in shown if every or question.asked])
        self.heads.setVisible(self.questions.rowCount() > 0)
        self.heads.resizeColumnsToContents()

    def _line(self, issue: Issue) -> str:
        mark = self.tr("Error") if issue.severity == "error" else self.tr("Doubt")
        return f"{mark}  {issue.place}: {message(issue, self.model.catalogue, self._desk.language)}"

    def _failed(self, error: Exception) -> None:
        self._running -= 1
        if isinstance(error, AnnalsError):
            self.words.setText(self._desk.sentence(error))
            issues = error.issues if isinstance(error, ImportRefused) else ()
            self.issues.setPlainText("\n".join(self._line(issue) for issue in issues if isinstance(issue, Issue)))
        elif not self._stop.is_set():
            self.words.setText(self.tr("The file could not be read; nothing was stored."))
            self._desk.session.crashed.emit(error)
        self.loaded.emit()

    # taking

    def take(self) -> None:
        """Store what is ticked, in one step that undo takes back."""
        if self._shown is None or self._running or self._reading is None:
            return
        name = self._reading.found.file.name
        changes, kept = ([replace(change, reason=name) for change in brought]
                         for brought in (self._shown.outcome.changes, self._shown.answers))  # fmt: skip
        self.go.setEnabled(False)
        self._running += 1

        def stored() -> None:
            self.imported.emit(len(changes))
            self.accept()

        self._merging.take_figures([*changes, *kept], name, stored, self._failed)

    def done(self, result: int) -> None:
        """Closing stops a reading that is under way and waits for the little that is left."""
        self._stop.set()
        self._worker.close()
        super().done(result)


def _shown(reading: Reading, answers: dict[Identity, Target | None], options: Options) -> Shown:
    match = match_rows(reading, options, answers)
    kept = answers_to_keep(reading, match)
    asked = questions(match.draft, reading.moment.catalogue)
    return Shown(match.draft, match.outcome, row_values(reading, match, options), asked, kept)
