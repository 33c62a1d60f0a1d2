"""Printing what is looked at: the page as it will print, or its form on paper, to a printer or as a PDF."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QStandardPaths, Signal
from PySide6.QtGui import QImage, QPagedPaintDevice
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.chooser import Chooser
from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.theme import style_sheet
from desktop.window.session.background import Background
from desktop.window.session.desk import Desk
from desktop.work.page import PageMaker, Wanted
from schema.errors import AnnalsError
from schema.moment import Moment

if TYPE_CHECKING:
    from desktop.window.panels.page_pane import PagePane


class PrintDialog(QDialog):
    """`told` carries what was made, in a short sentence."""

    told = Signal(str)
    printed = Signal()

    def __init__(self, desk: Desk, pane: PagePane | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker: Background | None = None
        self.setWindowTitle(self.tr("Print"))
        self.setMinimumWidth(460)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        shown = pane.shown_languages() if pane is not None and pane.active else (desk.outline.language,)
        self.language.setCurrentIndex(list(LANGUAGES).index(shown[0]))
        self.chapter.setChecked(pane is not None and pane.active and pane.chapter)
        self._connect()

    def _build(self) -> None:
        self.page = QRadioButton(self.tr("The page as it will print"), self)
        self.filled = QRadioButton(self.tr("The form with what is filled in"), self)
        self.blank = QRadioButton(self.tr("The empty form, with last year’s values"), self)
        self.page.setChecked(True)
        self.chapter = QCheckBox(self.tr("The whole chapter"), self)
        self.language = Chooser(self._desk.theme, self, plain=True)
        for code, name in LANGUAGES.items():
            self.language.addItem(name, code)
        self.words = QLabel(self, wordWrap=True)
        self.words.hide()
        self.cancel = QPushButton(self.tr("Close"), self)
        self.paper = QPushButton(self.tr("Print …"), self)
        self.save = QPushButton(self.tr("Save as PDF …"), self)
        self.save.setObjectName("primary")
        self.save.setDefault(True)
        self._lay_out()

    def _lay_out(self) -> None:
        section = self._desk.section
        form = QFormLayout()
        form.setVerticalSpacing(12)
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("Section"), QLabel(self._desk.words(section.title) if section else "", self))
        form.addRow("", self.chapter)
        kinds = QVBoxLayout()
        for button in (self.page, self.filled, self.blank):
            kinds.addWidget(button)
        form.addRow(self.tr("What"), kinds)
        form.addRow(self.tr("Language"), self.language)
        buttons = QHBoxLayout()
        buttons.addWidget(self.cancel)
        buttons.addStretch()
        buttons.addWidget(self.paper)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self.words)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._choose_file)
        self.paper.clicked.connect(self._choose_printer)

    def _choose_file(self) -> None:
        folder = QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation)
        name = f"{self._desk.report}-{self._desk.section_code}.pdf"
        path, _ = QFileDialog.getSaveFileName(self, self.tr("Save as PDF"), str(Path(folder) / name), "PDF (*.pdf)")
        if path:
            self.save_pdf(Path(path))

    def save_pdf(self, path: Path) -> None:
        """Write what is chosen as a PDF; a sentence says where it is, or why it is not."""
        self._print(path, None)

    def _choose_printer(self) -> None:
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setFullPage(True)
        if QPrintDialog(printer, self).exec() == QDialog.DialogCode.Accepted:
            self._print(None, printer)

    def _print(self, path: Path | None, printer: QPagedPaintDevice | None) -> None:
        desk = self._desk
        session = desk.session
        wanted = Wanted(desk.report, desk.section_code, (self.language.currentData(),), self.chapter.isChecked())
        at = Moment(session.definitions, session.snapshot), session.last_checked
        kind = "page" if self.page.isChecked() else "filled" if self.filled.isChecked() else "blank"
        work = partial(self._work, at, (wanted, kind), path or printer)
        self._wait(waiting=True)
        if self._worker is None:
            self._worker = Background("print", self)
        self._worker.run(work, lambda _: self._done(path), self._fail)

    def _wait(self, *, waiting: bool) -> None:
        for button in (self.save, self.paper):
            button.setEnabled(not waiting)
        if waiting:
            self._say(self.tr("Printing …"))

    def _work(
        self, at: tuple[Moment, Moment | None], asked: tuple[Wanted, str], target: Path | QPagedPaintDevice | None
    ) -> None:
        """Lay out and print, off the UI thread. Raises OutputError where a file cannot be written."""
        from desktop.window.paper.page import Page
        from desktop.window.paper.printing import pdf_bytes, print_page
        from exporters.output_files import write_bytes

        (moment, checked), (wanted, kind), maker = at, asked, PageMaker()
        if kind == "page":
            shown = maker.make(moment.definitions, moment.snapshot, checked, wanted)[0]
        else:
            shown = maker.form(moment, wanted, filled=kind == "filled")
        page = Page(shown)
        page.lay_out(None)
        if isinstance(target, Path):
            write_bytes(target, pdf_bytes(page, self._picture))
        elif target is not None:
            print_page(page, target, self._picture)

    def _picture(self, name: str) -> QImage | None:
        return QImage.fromData(self._desk.session.attachment(name))

    def _done(self, path: Path | None) -> None:
        self._wait(waiting=False)
        told = self.tr("Saved: {path}").format(path=path) if path else self.tr("Sent to the printer.")
        self.told.emit(told)
        self.printed.emit()
        self.accept()

    def _fail(self, error: Exception) -> None:
        self._wait(waiting=False)
        if isinstance(error, AnnalsError):
            self._say(self._desk.sentence(error))
        else:
            self._desk.session.crashed.emit(error)

    def _say(self, words: str) -> None:
        self.words.setText(words)
        self.words.show()

    def close_work(self) -> None:
        """End the thread that prints."""
        if self._worker is not None:
            self._worker.close()
            self._worker = None
