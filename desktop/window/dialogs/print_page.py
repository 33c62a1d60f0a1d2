"""Printing what is looked at: the page as it will print, or its form on paper, to a printer or as a PDF."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QStandardPaths, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QImage, QPagedPaintDevice
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

from desktop.window.dialogs.print_preview import PrintPreview
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
    from desktop.window.paper.page import Page

_At = tuple[Moment, Moment | None]  # the moment that is printed, and the last one that was checked
_Asked = tuple[Wanted, str]  # what, and as which of page, filled form, blank form


class PrintDialog(QDialog):
    """`told` carries what was made, in a short sentence."""

    told = Signal(str)
    printed = Signal()

    def __init__(self, desk: Desk, pane: PagePane | None, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._worker: Background | None = None
        self._maker = PageMaker(
            desk.session.contents.read
        )  # what stands before a section is counted once for all it prints
        self.sight: PrintPreview | None = None
        self.written: Path | None = None  # the PDF that was made last
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
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.open_file, self.open_folder = QPushButton(self.tr("Open the PDF"), self), QPushButton(self)
        self.open_folder.setText(self.tr("Open the folder"))
        for widget in (self.words, self.open_file, self.open_folder):
            widget.hide()
        self.cancel = QPushButton(self.tr("Close"), self)
        self.look = QPushButton(self.tr("Preview …"), self)
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
        buttons.addWidget(self.look)
        buttons.addWidget(self.paper)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(14)
        layout.addLayout(form)
        layout.addWidget(self.words)
        made = QHBoxLayout()
        made.addWidget(self.open_file)
        made.addWidget(self.open_folder)
        made.addStretch()
        layout.addLayout(made)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.cancel.clicked.connect(self.reject)
        self.save.clicked.connect(self._choose_file)
        self.paper.clicked.connect(self._choose_printer)
        self.look.clicked.connect(self.preview)
        self.open_file.clicked.connect(lambda: self._open(self.written))
        self.open_folder.clicked.connect(lambda: self._open(self.written.parent if self.written else None))

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

    def preview(self) -> None:
        """Lay out what is chosen, and show its sheets as the printer would print them."""
        self._run(partial(self._laid_out, *self._asked()), self._show_preview)

    def _show_preview(self, made: tuple[Page, Mapping[str, QImage]]) -> None:
        self._wait(waiting=False)
        self.words.hide()
        self.sight = PrintPreview(self._desk.theme, *made, self)
        self.sight.print_wanted.connect(self._choose_printer)
        self.sight.pdf_wanted.connect(self._choose_file)
        self.sight.open()

    def _laid_out(self, at: _At, asked: _Asked) -> tuple[Page, Mapping[str, QImage]]:
        """Lay out what is asked for, with its pictures by their hashes; off the UI thread."""
        from desktop.window.paper.items import Picture

        page = self._page(at, asked)
        pictures = {item.hash for one in page.placed() for item in one.laid.items if isinstance(item, Picture)}
        return page, {name: self._picture(name) for name in pictures}

    def _asked(self) -> tuple[_At, _Asked]:
        """Return of which moment what is to be printed."""
        desk, session = self._desk, self._desk.session
        wanted = Wanted(desk.report, desk.section_code, (self.language.currentData(),), self.chapter.isChecked())
        kind = "page" if self.page.isChecked() else "filled" if self.filled.isChecked() else "blank"
        return (Moment(session.definitions, session.snapshot), session.last_checked), (wanted, kind)

    def _print(self, path: Path | None, printer: QPagedPaintDevice | None) -> None:
        self._run(partial(self._work, *self._asked(), path or printer), lambda _: self._done(path))

    def _run(self, work: Callable[[], Any], then: Callable[[Any], None]) -> None:
        self._wait(waiting=True)
        if self._worker is None:
            self._worker = Background("print", self)
        self._worker.run(work, then, self._fail)

    def _wait(self, *, waiting: bool) -> None:
        for button in (self.save, self.paper, self.look):
            button.setEnabled(not waiting)
        for button in (self.open_file, self.open_folder):
            button.hide()
        if waiting:
            self._say(self.tr("Printing …"))

    def _work(self, at: _At, asked: _Asked, target: Path | QPagedPaintDevice | None) -> None:
        """Lay out and print, off the UI thread. Raises OutputError where a file cannot be written."""
        from desktop.window.paper.printing import pdf_bytes, print_page
        from exporters.output_files import write_bytes

        page = self._page(at, asked)
        if isinstance(target, Path):
            write_bytes(target, pdf_bytes(page, self._picture))
        elif target is not None:
            print_page(page, target, self._picture)

    def _page(self, at: _At, asked: _Asked) -> Page:
        from desktop.window.paper.page import Page

        (moment, checked), (wanted, kind), maker = at, asked, self._maker
        if kind == "page":
            shown = maker.make(moment.definitions, moment.snapshot, checked, wanted)[0]
        else:
            shown = maker.form(moment, wanted, filled=kind == "filled")
        page = Page(shown)
        page.lay_out(None)
        return page

    def _picture(self, name: str) -> QImage:
        return QImage.fromData(self._desk.session.contents.read(name))

    def _done(self, path: Path | None) -> None:
        """Say what was made; a file can be opened from here."""
        self._wait(waiting=False)
        told = self.tr("Saved: {path}").format(path=path) if path else self.tr("Sent to the printer.")
        self.told.emit(told)
        self.printed.emit()
        if path is None:
            self.accept()
            return
        self.written = path
        self._say(told)
        for button in (self.open_file, self.open_folder):
            button.show()
        self.open_file.setFocus()

    def _open(self, path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

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
