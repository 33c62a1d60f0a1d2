"""The pack for an auditor: from which state, of which chapters, into which folder."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
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

from desktop.window.dialogs.freeze_choice import FreezeChoice
from desktop.window.look.card import muted
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.panels.waiting_line import WaitingLine
from desktop.window.session.desk import Desk
from desktop.window.session.usual_folder import folder_beside
from desktop.window.session.year_names import year_name
from desktop.work.assure_basis import Scope
from desktop.work.differences import Step
from desktop.work.export import Written
from desktop.work.requests import Act
from schema.catalogue.outline import Section

_SECTIONS = int(Qt.ItemDataRole.UserRole)


class AssurancePackDialog(QDialog):
    """Written off the UI thread; a workbook in which an auditor has worked is never replaced."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._folder: Path | None = None
        self.setWindowTitle(self.tr("Pack for the auditor"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.setMinimumWidth(560)
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        desk = self._desk
        self.freeze, self.waiting = FreezeChoice(desk, self, "pack"), WaitingLine(desk, self)
        self.some = QCheckBox(self.tr("Only these chapters"), self)
        self.chapters = QListWidget(self)
        self.chapters.setAccessibleName(self.some.text())
        self.chapters.setStyleSheet(list_sheet(desk.theme, f"1px solid {desk.theme.line}"))
        for chapter in desk.outline.chapters:
            line = QListWidgetItem(desk.words(chapter.title), self.chapters)
            line.setFlags(line.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            line.setCheckState(Qt.CheckState.Unchecked)
            line.setData(_SECTIONS, _codes(chapter))
        self.chapters.setMinimumHeight(160)
        self.chapters.hide()
        self.folder = QLineEdit(str(folder_beside(desk.session.path) / f"{desk.report}-assurance"), self)
        self.browse, self.show_folder = (
            QPushButton(self.tr("Choose …"), self),
            QPushButton(self.tr("Open folder"), self),
        )
        self.close_button, self.go = QPushButton(self.tr("Close"), self), QPushButton(self.tr("Make the pack"), self)
        self.words = QLabel(self, wordWrap=True)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_folder.hide()
        self.go.setObjectName("primary")
        self.go.setDefault(True)

    def _lay_out(self) -> None:
        form, place, foot, layout = QFormLayout(), QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        outline = self._desk.outline
        form.addRow(
            self.tr("Report"), QLabel(f"{year_name(self._desk, outline.year)}  {self._desk.words(outline.title)}", self)
        )
        form.addRow(self.tr("State"), self.freeze)
        form.addRow(self.tr("Scope"), self.some)
        form.addRow("", self.chapters)
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        form.addRow(self.tr("Folder"), place)
        self.folder.setAccessibleName(self.tr("Folder"))
        foot.addWidget(self.show_folder)
        foot.addStretch()
        foot.addWidget(self.close_button)
        foot.addWidget(self.go)
        hint = self.tr(
            "A workbook with each number in scope, what stands behind it and two columns for the auditor's verdict; "
            "the history; the evidence. The whole folder goes to the auditor, the workbook comes back."
        )
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addLayout(form)
        layout.addWidget(muted(hint, self._desk.theme, self))
        for widget in (self.waiting, self.words):
            layout.addWidget(widget)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.some.toggled.connect(self._show_chapters)
        self.freeze.box.currentIndexChanged.connect(lambda _: self.freeze.show_print(self._desk.language))
        self.browse.clicked.connect(self._browse)
        self.show_folder.clicked.connect(self._open_folder)
        self.close_button.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)
        self.waiting.busy.connect(lambda busy: self.go.setEnabled(not busy))
        self.waiting.refused.connect(self.words.setText)

    def _show_chapters(self, shown: bool) -> None:
        self.chapters.setVisible(shown)
        self.adjustSize()

    def _browse(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.folder.text()):
            self.folder.setText(folder)

    def scope(self) -> Scope | None:
        """Return what is chosen; None where only some chapters are wanted and none is ticked."""
        lines = (self.chapters.item(row) for row in range(self.chapters.count()))
        ticked = [line for line in lines if line.checkState() is Qt.CheckState.Checked]
        codes = tuple(code for line in ticked for code in line.data(_SECTIONS)) if self.some.isChecked() else ()
        if self.some.isChecked() and not codes:
            return None
        return Scope(self._desk.report, freeze=self.freeze.chosen(), sections=codes)

    def run(self) -> None:
        """Write the pack."""
        scope, workspace = self.scope(), self._desk.session.workspace
        if scope is None or workspace is None:
            self.words.setText(self.tr("Tick at least one chapter."))
            return
        folder, act = Path(self.folder.text()).expanduser(), Act(self._desk.session.who, datetime.now(UTC))
        self.words.clear()
        self.show_folder.hide()

        def work(step: Step) -> tuple[Written, ...]:
            from desktop.work.assure import write_pack

            return write_pack(workspace, scope, folder, act, step)

        self.waiting.run(self.tr("Writing the pack …"), work, self._done)

    def _done(self, written: tuple[Written, ...]) -> None:
        self._folder, book = written[0].path.parent, written[0]
        told = [self.tr("✓ {count} files in {folder}").format(count=len(written), folder=str(self._folder))]
        if book.path != book.wanted:
            kept = self.tr("{old} was changed by someone and is kept; the new one is {new}.")
            told.append(kept.format(old=book.wanted.name, new=book.path.name))
        self.words.setText("\n".join(told))
        self.show_folder.show()

    def _open_folder(self) -> None:
        if self._folder is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._folder)))

    def done(self, result: int) -> None:
        """Closing calls off what is under way."""
        self.waiting.close_worker()
        super().done(result)


def _codes(section: Section) -> list[str]:
    """Return the codes of a section and of all below it."""
    return [section.code, *(code for below in section.sections for code in _codes(below))]
