"""Export: what, in which language, where to; runs off the UI thread with progress and cancel."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QProgressBar,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.dialogs.final_list import FinalList
from desktop.window.dialogs.freeze_choice import FreezeChoice
from desktop.window.dialogs.index_choice import IndexChoice
from desktop.window.dialogs.state_choice import StateChoice
from desktop.window.look.chooser import Chooser
from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.theme import style_sheet
from desktop.window.session.background import Background
from desktop.window.session.desk import Desk
from desktop.window.session.usual_folder import usual_folder
from desktop.window.session.year_names import year_name
from desktop.work.export import ExportOptions, NotFinal, Written, export_report
from desktop.work.final import FinalReason, final_reasons
from desktop.work.freezes import moment_of_freeze
from desktop.work.trail import mark_at, trail_at
from exporters.assembly.data_rows import no_trail
from exporters.writers import WRITERS, usual_writers
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.validation.issue import Issue
from schema.validation.shares import requests_of


class Cancelled(Exception):
    """The person has stopped the export."""


class ExportDialog(QDialog):
    """`finished_files` carries the paths that were made, `place_wanted` the issue whose place is to be shown."""

    stepped = Signal(str)
    finished_files = Signal(object)
    place_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker: Background | None = None
        self._asking: Background | None = None
        self._stop = threading.Event()
        self._written: tuple[Written, ...] = ()
        self.setWindowTitle(self.tr("Export"))
        self.setMinimumWidth(540)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._connect()

    def _build(self) -> None:
        desk = self._desk
        words = self._writer_words()
        self.writers = {name: QCheckBox(words[name], self) for name in WRITERS}
        for name, box in self.writers.items():
            box.setChecked(name in usual_writers())
            self._offer(name, box)
        self.language = Chooser(desk.theme, self, plain=True)
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.language.setCurrentIndex(list(LANGUAGES).index(desk.outline.language))
        self.freeze = FreezeChoice(desk, self)
        self.state, self.indices = StateChoice(desk.theme, self), IndexChoice(desk, self)
        self.approved = QCheckBox(self.tr("Only what is approved: placeholders stand for the rest"), self)
        self.reasons = FinalList(desk, self)
        self.reasons.setVisible(False)
        self.folder = QLineEdit(usual_folder(desk.session.path), self)
        self.browse = QPushButton(self.tr("Choose …"), self)
        self.progress, self.words = QProgressBar(self), QLabel(self, wordWrap=True)
        self.progress.setTextVisible(False)
        self.progress.setVisible(False)
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.show_folder = QPushButton(self.tr("Open folder"), self)
        self.show_folder.setVisible(False)
        self.cancel, self.go = QPushButton(self.tr("Close"), self), QPushButton(self.tr("Export"), self)
        self.go.setObjectName("primary")
        self.go.setDefault(True)
        self._lay_out()

    def _writer_words(self) -> dict[str, str]:
        """Return what each kind of file is called."""
        return {"excel": self.tr("Excel data sheets"), "word": self.tr("Word draft"), "pdf": self.tr("PDF")}

    def _offer(self, name: str, box: QCheckBox) -> None:
        """A kind of file that this computer cannot make says why."""
        try:
            WRITERS[name].ready()
        except AnnalsError as lacking:
            box.setEnabled(False)
            box.setToolTip(self._desk.sentence(lacking))

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        outline = self._desk.outline
        named = QLabel(f"{year_name(self._desk, outline.year)}  {self._desk.words(outline.title)}", self, wordWrap=True)
        form.addRow(self.tr("Report"), named)
        kinds = QHBoxLayout()
        for box in self.writers.values():
            kinds.addWidget(box)
        kinds.addStretch()
        form.addRow(self.tr("Files"), kinds)
        form.addRow(self.tr("Language"), self.language)
        form.addRow(self.tr("What"), self.freeze)
        form.addRow(self.tr("State"), self.state)
        form.addRow(self.tr("Further indices"), self.indices)
        form.addRow("", self.approved)
        figures, report = self._desk.session.moment.figures, self._desk.report
        form.setRowVisible(self.approved, any(at.report == report for at in requests_of(figures)))
        place = QHBoxLayout()
        place.setSpacing(8)
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        form.addRow(self.tr("Folder"), place)
        self.folder.setAccessibleName(self.tr("Folder"))
        self.freeze.box.setAccessibleName(self.tr("What"))
        self.state.box.setAccessibleName(self.tr("State"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.show_folder)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self.progress)
        layout.addWidget(self.words)
        layout.addWidget(self.reasons, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.browse.clicked.connect(self._browse)
        for box in (self.language, self.freeze.box, self.state.box):
            box.currentIndexChanged.connect(lambda _: self._on_choice())
        self.go.clicked.connect(self.run)
        self.cancel.clicked.connect(self._on_cancel)
        self.show_folder.clicked.connect(self._open_folder)
        self.stepped.connect(self._on_step)
        self.reasons.chosen.connect(self._on_reason)
        for box in self.writers.values():
            box.toggled.connect(lambda _: self.go.setEnabled(bool(self._chosen())))

    def _chosen(self) -> tuple[str, ...]:
        return tuple(name for name, box in self.writers.items() if box.isChecked())

    def _browse(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.folder.text()):
            self.folder.setText(folder)

    def _on_choice(self) -> None:
        """Say what the choice prints; of a final what is in its way, before anything is written."""
        language, final = self.language.currentData(), self.state.chosen() == "final"
        self.freeze.show_print(language, named_in_workbook_only=final)
        self.reasons.setVisible(False)
        self.words.clear()
        if final and self._worker is None:
            moment, report = self._moment(), self._desk.report
            self.words.setText(self.tr("Checking …"))
            self._asking = asking = Background("final", self)
            told, failed = partial(self._on_reasons, asking), partial(self._on_unasked, asking)
            asking.run(lambda: final_reasons(moment(), report, language), told, failed)

    def _is_wanted(self, asking: Background) -> bool:
        """Take note that a question is answered; whether its answer is still wanted."""
        asking.close()
        return asking is self._asking and self.state.chosen() == "final" and self._worker is None

    def _on_unasked(self, asking: Background, error: Exception) -> None:
        if self._is_wanted(asking):
            self._failed(error)

    def _on_reasons(self, asking: Background, reasons: tuple[FinalReason, ...]) -> None:
        if not self._is_wanted(asking):
            return
        if reasons:
            self._refuse(reasons)
        else:
            self.words.setText(self.tr("Nothing is open: the report can be final."))

    # running

    def run(self) -> None:
        """Export what is chosen; figures and texts are those of this moment."""
        options, make = self._options(), self._moment()
        pictures, workspace = self._desk.session.contents.read, self._desk.session.workspace
        self._stop.clear()
        self.reasons.setVisible(False)
        self._busy(True)

        def export() -> tuple[Written, ...]:
            moment = make()
            trail = trail_at(workspace, moment) if workspace is not None else no_trail
            mark = mark_at(workspace, moment) if workspace is not None else None
            known = replace(options, origin=workspace.identity if workspace is not None else "", mark=mark)
            return export_report(moment, known, pictures, self._step, trail)

        self._worker = Background("export", self)
        self._worker.run(export, self._done, self._failed)

    def _options(self) -> ExportOptions:
        desk, language = self._desk, self.language.currentData()
        return ExportOptions(
            desk.report, "" if language == desk.outline.language else language,
            Path(self.folder.text()).expanduser(), self._chosen(), state=self.state.chosen(),
            indices=self.indices.chosen(), approved_only=self.approved.isChecked(),
            day=datetime.now().astimezone().date().isoformat(),
        )  # fmt: skip

    def _moment(self) -> Callable[[], Moment]:
        """Return what gives the chosen state, on the worker's thread: a freeze is read there."""
        session, name, report = self._desk.session, self.freeze.chosen(), self._desk.report
        now, workspace = Moment(session.definitions, session.snapshot), session.workspace
        return lambda: moment_of_freeze(workspace, name, report) if name and workspace is not None else now

    def _step(self, name: str) -> None:
        """Heard on the worker's thread before each file."""
        if self._stop.is_set():
            raise Cancelled
        self.stepped.emit(name)

    def _on_step(self, name: str) -> None:
        self.words.setText(self.tr("Writing {file} …").format(file=name))

    def _busy(self, busy: bool) -> None:
        self.progress.setVisible(busy)
        self.progress.setRange(0, 0)
        boxes = (*self.writers.values(), self.freeze.box, self.state.box, self.approved)
        for widget in (self.go, *boxes, self.language, self.folder, self.browse):
            widget.setEnabled(not busy)
        for name, box in self.writers.items():
            self._offer(name, box)
        self.cancel.setText(self.tr("Cancel") if busy else self.tr("Close"))
        if busy:
            self.show_folder.setVisible(False)
            self.words.setText(self.tr("Checking …"))
        elif self._worker is not None:
            self._worker.close()
            self._worker = None

    def _done(self, written: tuple[Written, ...]) -> None:
        self._written = written
        self._busy(False)
        lines = [line for file in written for line in (self._line(file), *map(self._desk.sentence, file.troubles))]
        self.words.setText("\n".join(lines))
        self.show_folder.setVisible(bool(written))
        self.finished_files.emit(tuple(file.path for file in written))

    def _line(self, file: Written) -> str:
        size = f"{file.path.stat().st_size / 1024:,.0f} KB"
        if file.path.name == file.wanted.name:
            return f"✓  {file.path.name}   {size}"
        text = self.tr("✓  {new}   {size}   ({old} was changed by someone and is kept)")
        return text.format(new=file.path.name, size=size, old=file.wanted.name)

    def _failed(self, error: Exception) -> None:
        self._busy(False)
        if isinstance(error, Cancelled):
            self.words.setText(self.tr("Cancelled. Nothing half-written remains."))
        elif isinstance(error, NotFinal):
            self._refuse(error.reasons)
        elif isinstance(error, AnnalsError):
            self.words.setText(self._desk.sentence(error))
        else:
            self.words.setText(self.tr("The export failed; nothing half-written remains."))
            self._desk.session.crashed.emit(error)
        self.finished_files.emit(())

    def _refuse(self, reasons: tuple[FinalReason, ...]) -> None:
        words = self.tr("The report cannot be final yet; {count} things have to be settled. A click leads to each.")
        self.words.setText(words.format(count=len(reasons)))
        self.reasons.show_reasons(reasons)
        self.reasons.setVisible(True)

    def _on_reason(self, issue: Issue) -> None:
        """Show the place in the window behind."""
        self.accept()
        self.place_wanted.emit(issue)

    def _on_cancel(self) -> None:
        if self._worker is None:
            self.reject()
        else:
            self._stop.set()
            self.words.setText(self.tr("Stopping after this file …"))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._written[0].path.parent)))

    def reject(self) -> None:
        """Esc stops a running export first."""
        if self._worker is not None:
            self._stop.set()
        else:
            super().reject()
