"""Notes from before footnotes had a field of their own, to be sorted: printed, internal, or the answer to a doubt."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QHBoxLayout, QHeaderView, QLabel, QPushButton, QTableView, QVBoxLayout, QWidget

from desktop.window.item_models.notes_model import FOOTNOTE, NAME, NOTE, REMARK, TICKS, WORDS, NotesModel
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.old_notes import old_notes, sort_notes
from desktop.work.remark import Reason
from schema.moment import Moment

_WIDTHS = {NAME: 210, FOOTNOTE: 110, NOTE: 110, REMARK: 120}


class _Rows(QTableView):
    """Space ticks the cell's column in every chosen row."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick several rows at once."""
        model, cell = self.model(), self.currentIndex()
        if event.key() != Qt.Key.Key_Space or not isinstance(model, NotesModel) or cell.column() not in TICKS:
            super().keyPressEvent(event)
            return
        rows = {index.row() for index in self.selectedIndexes()} | {cell.row()}
        model.tick(sorted(rows), cell.column(), not model.is_ticked(cell.row(), cell.column()))


class OldNotesDialog(QDialog):
    """One step of undo for all notes of which something is ticked; the others stay as they are."""

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self.moment = Moment(desk.session.definitions, desk.session.snapshot)
        self.model = NotesModel(desk, old_notes(self.moment))
        self.setWindowTitle(self.tr("Sort old notes"))
        self.resize(980, 560)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._lay_out()
        self._connect()
        self._enable()

    def _build(self) -> None:
        self.rows = _Rows(self)
        self.rows.setModel(self.model)
        self.rows.setWordWrap(True)
        self.rows.setAccessibleName(self.tr("Notes to sort"))
        self.rows.verticalHeader().hide()
        self.rows.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.rows.setVerticalScrollMode(QTableView.ScrollMode.ScrollPerPixel)
        head = self.rows.horizontalHeader()
        head.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for column, width in _WIDTHS.items():
            self.rows.setColumnWidth(column, width)
        head.setSectionResizeMode(WORDS, QHeaderView.ResizeMode.Stretch)
        self.printed, self.internal = (
            QPushButton(words, self) for words in (self.tr("All printed"), self.tr("All internal"))
        )
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self)
        self.go.setObjectName("primary")
        self.count = QLabel(self)
        if self.model.rowCount():
            self.rows.setCurrentIndex(self.model.index(0, FOOTNOTE))

    def _lay_out(self) -> None:
        lead = QLabel(self.tr(
            "These notes were written when footnote and note were one field, and are printed until they are sorted. "
            "Tick what each becomes (space: in all chosen rows). A footnote is printed, a note never is; the answer to "
            "a doubt keeps your name and the date."
        ), self, wordWrap=True)  # fmt: skip
        buttons, layout = QHBoxLayout(), QVBoxLayout(self)
        for button in (self.printed, self.internal):
            buttons.addWidget(button)
        buttons.addStretch()
        for widget in (self.count, self.cancel, self.go):
            buttons.addWidget(widget)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(lead)
        layout.addWidget(self.rows, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)
        self.printed.clicked.connect(lambda: self._all(FOOTNOTE))
        self.internal.clicked.connect(lambda: self._all(NOTE))
        self.model.dataChanged.connect(lambda *_: self._enable())
        self.rows.horizontalHeader().sectionResized.connect(lambda *_: self.rows.resizeRowsToContents())

    def _all(self, column: int) -> None:
        self.model.tick(range(self.model.rowCount()), column, ticked=True)

    def _enable(self) -> None:
        count = len(self.model.choice())
        self.count.setText(self.tr("{count} of {all} ticked").format(count=count, all=self.model.rowCount()))
        self.go.setText(self.tr("Sort {count} notes").format(count=count))
        self.go.setEnabled(bool(count) and self._desk.session.writable)

    def run(self) -> None:
        """Sort what is ticked, as one step."""
        reason = Reason("", self._desk.session.who, datetime.now(UTC))
        changes = sort_notes(self.moment, self.model.choice(), reason)
        self._commands.change(self.tr("sorting of old notes"), changes)
        self.accept()
