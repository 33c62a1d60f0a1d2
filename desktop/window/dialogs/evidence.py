"""The evidence of a value, a text or a record: files to add by button or by dropping them, to open, save, take away."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.window.item_models.evidence_model import NAME, EvidenceModel
from desktop.window.look.card import muted
from desktop.window.look.dropping import dropped_files
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.panels.evidence_copies import EvidenceCopies, Show, with_system
from desktop.window.session.desk import Desk
from desktop.window.session.evidence_intake import EvidenceIntake
from desktop.work.safe_files import safe_name, write_out
from schema.errors import AnnalsError
from schema.values.evidence import Evidence, EvidenceAt
from schema.values.kept_things import Subject


class EvidenceDialog(QDialog):
    """Stays open while files come and go; what might run something is opened only after a yes.

    `show_file` opens a file of the private folder with the system's own program.
    """

    def __init__(self, desk: Desk, intake: EvidenceIntake, subject: str, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._intake = desk, intake
        self.subject = subject
        self.model = EvidenceModel(desk, subject, self)
        self.show_file: Show = with_system
        self._copies = EvidenceCopies(desk, self)
        self.setWindowTitle(self.tr("Evidence"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.setAcceptDrops(desk.session.writable)
        self.resize(720, 380)
        self._build(name)
        self._lay_out()
        self._connect()
        self.refresh()

    def _build(self, name: str) -> None:
        theme = self._desk.theme
        self.lead = QLabel(name, self, wordWrap=True)
        self.lead.setTextFormat(Qt.TextFormat.PlainText)
        self.list = QTreeView(self)
        self.list.setModel(self.model)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        self.list.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.list.setAccessibleName(self.tr("Evidence"))
        self.list.setStyleSheet(list_sheet(theme, f"1px solid {theme.line}"))
        header = self.list.header()
        header.setStretchLastSection(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(NAME, QHeaderView.ResizeMode.Stretch)
        hint = self.tr("Drop files here, or add them. The page that proves it can be typed into the list.")
        self.hint = muted(hint, theme, self)
        self.words = QLabel(self, wordWrap=True)
        self.words.setTextFormat(Qt.TextFormat.PlainText)
        self.add, self.look = QPushButton(self.tr("Add files …"), self), QPushButton(self.tr("Open"), self)
        self.save, self.remove = QPushButton(self.tr("Save as …"), self), QPushButton(self.tr("Take away"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        self.add.setObjectName("primary")
        for button in (self.look, self.save, self.remove, self.close_button):
            button.setAutoDefault(False)

    def _lay_out(self) -> None:
        tools, foot, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        for button in (self.add, self.look, self.save, self.remove):
            tools.addWidget(button)
        tools.addStretch()
        foot.addWidget(self.words, 1)
        foot.addWidget(self.close_button)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(self.lead)
        layout.addLayout(tools)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.hint)
        layout.addLayout(foot)

    def _connect(self) -> None:
        session = self._desk.session
        self.add.clicked.connect(self._browse)
        self.look.clicked.connect(self._on_open)
        self.list.doubleClicked.connect(lambda index: index.column() == NAME and self._on_open())
        self.save.clicked.connect(self._on_save)
        self.remove.clicked.connect(self._on_remove)
        self.close_button.clicked.connect(self.accept)
        self._copies.told.connect(self.words.setText)
        self.model.told.connect(self.words.setText)
        self.model.paged.connect(self._intake.change)
        self.list.selectionModel().selectionChanged.connect(lambda _new, _old: self._enable())
        self._intake.told.connect(self._on_told)
        session.saving.connect(self._on_changed)
        session.saved.connect(self._on_changed)

    def _on_changed(self, subjects: frozenset[Subject]) -> None:
        if any(isinstance(at, EvidenceAt) and at.subject == self.subject for at in subjects):
            self.refresh()

    def _on_told(self, subject: str, words: str) -> None:
        if subject == self.subject:
            self.words.setText(words)

    def refresh(self) -> None:
        """Show what stands there now."""
        self.model.load()
        if self.model.evidence and not self.list.selectionModel().hasSelection():
            self.list.setCurrentIndex(self.model.index(0, NAME))
        self._enable()

    def chosen(self) -> list[Evidence]:
        """Return the chosen rows."""
        return [self.model.evidence[index.row()] for index in self.list.selectionModel().selectedRows()]

    def _enable(self) -> None:
        rows, writable = self.chosen(), self._desk.session.writable
        whole = len(rows) == 1 and not rows[0].awaited
        self.add.setEnabled(writable)
        self.look.setEnabled(whole)
        self.save.setEnabled(whole)
        self.remove.setEnabled(writable and bool(rows))

    # files in

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files."""
        event.setAccepted(bool(dropped_files(event.mimeData())))

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Attach what was dropped."""
        event.acceptProposedAction()
        self._intake.take(self.subject, dropped_files(event.mimeData()))

    def _browse(self) -> None:
        kinds = self.tr("All files")
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Add files"), "", f"{kinds} (*)")
        self._intake.take(self.subject, [Path(name) for name in names])

    def _on_remove(self) -> None:
        self._intake.remove(self.chosen())
        self.words.setText(self.tr("Taken away; Undo brings it back."))

    # files out

    def _on_open(self) -> None:
        for one in self.chosen()[:1]:
            self._copies.open(one, self.show_file)

    def _on_save(self) -> None:
        for one in self.chosen()[:1]:
            self._desk.session.contents.ask(one.hash, lambda content, one=one: self._save(one, content))

    def _save(self, one: Evidence, content: bytes) -> None:
        target, _ = QFileDialog.getSaveFileName(self, self.tr("Save file as"), safe_name(one.name, content))
        if not target or not content:
            return
        try:
            write_out(Path(target), content)
        except AnnalsError as error:
            self.words.setText(self._desk.sentence(error))
        else:
            self.words.setText(self.tr("Saved as {file}").format(file=target))

    def done(self, result: int) -> None:
        """Close, and remove the copies that were opened."""
        self._copies.close()
        super().done(result)
