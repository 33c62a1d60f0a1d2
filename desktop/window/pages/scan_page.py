"""The place where a foreign text is read against the workspace: the text, its numbers beside it, one looked at."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import (
    QFileDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QProgressBar,
    QPushButton,
    QSplitter,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.window.item_models.scan_model import ABOUT, LINE, NUMBER, VERDICT, ScanModel
from desktop.window.look.card import heading
from desktop.window.look.chooser import Chooser
from desktop.window.look.dropping import TEXTS, dropped_files
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.panels.nothing_found import NothingFound
from desktop.window.panels.scan_detail import ScanDetail
from desktop.window.panels.scanned_text import ScannedTextView
from desktop.window.session.desk import Desk
from desktop.window.session.scanning import Scanning
from desktop.window.session.undo import Commands
from desktop.work.report_names import report_name
from desktop.work.scan import QuotedAt, ScannedText, printed_value
from schema.errors import AnnalsError
from schema.validation.quoted.quoted_number import AGREEMENTS, Agreement
from schema.values.changes import keep

_HIDDEN: tuple[Agreement, ...] = ("other",)  # at first: dates and page numbers are nobody's worry


class ScanPage(QWidget):
    """`place_wanted` carries the value, or the record's field, that a number is about; `told` a sentence."""

    place_wanted = Signal(object)
    told = Signal(str)

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self._path: Path | None = None
        self._error: AnnalsError | None = None
        self.scanned: ScannedText | None = None
        self.scanning = Scanning(desk.session, self)
        self.model = ScanModel(desk)
        self.setAcceptDrops(True)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        theme = self._desk.theme
        self.title, self.said = heading("", self, PLACE), QLabel(self)
        self.title.setWordWrap(False)
        self.said.setStyleSheet(f"color: {theme.text2};")
        self.source, self.open, self.stop = Chooser(theme, self), QPushButton(self), QPushButton(self)
        self.bar = QProgressBar(self)
        self.bar.setTextVisible(False)
        self.bar.setMaximumWidth(160)
        self.verdicts: dict[Agreement, QToolButton] = {agreement: QToolButton(self) for agreement in AGREEMENTS}
        for agreement, button in self.verdicts.items():
            button.setCheckable(True)
            button.setObjectName("toggle")
            button.setChecked(agreement not in _HIDDEN)
        self.text, self.list = ScannedTextView(theme, self), QTreeView(self)
        self.list.setStyleSheet(list_sheet(theme))
        self.list.setModel(self.model)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        header = self.list.header()
        header.setStretchLastSection(False)
        for column in (LINE, NUMBER, VERDICT):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(ABOUT, QHeaderView.ResizeMode.Stretch)
        self.detail, self.nothing = ScanDetail(self._desk, self), NothingFound(theme, self)

    def _lay_out(self) -> None:
        layout, head, right, kinds = QVBoxLayout(self), QHBoxLayout(), QWidget(self), QHBoxLayout()
        column = QVBoxLayout(right)
        for box in (layout, column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        head.setContentsMargins(16, 10, 14, 10)
        head.setSpacing(8)
        kinds.setContentsMargins(12, 0, 12, 6)
        kinds.setSpacing(6)
        for button in self.verdicts.values():
            kinds.addWidget(button)
        kinds.addStretch()
        for widget, stretch in (
            (self.title, 0), (self.said, 1), (self.bar, 0), (self.stop, 0), (self.source, 0), (self.open, 0),
        ):  # fmt: skip
            head.addWidget(widget, stretch)
        self._kinds = QWidget(self)
        self._kinds.setLayout(kinds)
        column.addWidget(self.list, 1)
        column.addWidget(self.detail)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.addWidget(self.text)
        self.splitter.addWidget(right)
        self.splitter.setSizes([480, 520])
        for widget, stretch in ((self._kinds, 0), (self.splitter, 1), (self.nothing, 1)):
            layout.addWidget(widget, stretch)
        layout.insertLayout(0, head)

    def _connect(self) -> None:
        self.open.clicked.connect(self.ask_file)
        self.nothing.wanted.connect(self.ask_file)
        self.stop.clicked.connect(self._on_stop)
        self.source.activated.connect(self._again)
        self.scanning.stepped.connect(self._step)
        self.scanning.finished.connect(self._show)
        self.scanning.failed.connect(self._fail)
        self._desk.language_changed.connect(self.retranslate)
        for button in self.verdicts.values():
            button.toggled.connect(self._fill)
        self.list.selectionModel().currentRowChanged.connect(lambda new, _: self._look(new.row()))
        self.list.activated.connect(lambda index: self._go(self.model.rows[index.row()]))
        self.text.chosen.connect(self._choose)
        self.detail.place_wanted.connect(self._go)
        self.detail.proof_wanted.connect(self._prove)
        self.detail.print_wanted.connect(self._keep)

    def enter(self) -> None:
        """Show what was read last, with the focus where work begins."""
        (self.list if self.scanned else self.open).setFocus()

    def retranslate(self, *_: object) -> None:
        """Say everything in the present language."""
        self.title.setText(self.tr("Scan a text"))
        self.open.setText(self.tr("Open a text …"))
        self.stop.setText(self.tr("Stop"))
        self.list.setAccessibleName(self.tr("Numbers of the text"))
        self.text.setAccessibleName(self.tr("The text"))
        self.source.setAccessibleName(self.tr("Which text it is"))
        chosen = self.source.currentData()
        self.source.clear()
        self.source.addItem(self.tr("Recognise the text"), "")
        for code in (*self._desk.catalogue.publishers, *self._desk.session.definitions.outlines):
            if self.source.findData(code) < 0:
                self.source.addItem(self._name(code), code)
        self.source.setCurrentIndex(max(0, self.source.findData(chosen)))
        self.detail.retranslate()
        self._tell()
        self.model.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, ABOUT)

    def _name(self, code: str) -> str:
        """Return what a third party's text or a report is called."""
        publishers, outlines = self._desk.catalogue.publishers, self._desk.session.definitions.outlines
        return (
            self._desk.words(publishers[code])
            if code in publishers
            else report_name(outlines, code, self._desk.language)
        )

    def ask_file(self) -> None:
        """Ask for a file and read it."""
        kinds = self.tr("Texts") + f" ({' '.join(f'*{suffix}' for suffix in TEXTS)})"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Open a text"), "", kinds)
        if name:
            self.read(Path(name))

    def read(self, path: Path) -> None:
        """Read a file off the UI thread."""
        self._path, self._error = path, None
        self.bar.setRange(0, 0)
        self._tell(busy=True)
        self.scanning.begin(path, self.source.currentData() or "")

    def _again(self) -> None:
        if self._path is not None:
            self.read(self._path)

    def _on_stop(self) -> None:
        self.scanning.stop()
        self._tell()

    def _step(self, done: int, all_of_them: int) -> None:
        self.bar.setRange(0, all_of_them)
        self.bar.setValue(done)

    def _show(self, scanned: ScannedText) -> None:
        self.scanned = scanned
        self.text.show_text(scanned)
        self._fill()
        self._tell()
        if self.model.rows:
            wrong = next((q for q in self.model.rows if q.number.agreement == "mismatch"), self.model.rows[0])
            self.list.setCurrentIndex(self.model.index(self.model.row_of(wrong), LINE))

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, AnnalsError):
            raise error  # the crash reporter's
        self.scanned, self._error = None, error
        self.text.show_text(None)
        self._fill()
        self._tell()

    def _fill(self) -> None:
        found = self.detail.found
        self.model.load(self.scanned, [agreement for agreement, b in self.verdicts.items() if b.isChecked()])
        row = self.model.row_of(found)
        self.list.setCurrentIndex(self.model.index(row, LINE))
        self._look(row)

    def _tell(self, *, busy: bool = False) -> None:
        """Say which text it is and how many numbers are of which verdict; or why there is none."""
        for widget in (self.bar, self.stop):
            widget.setVisible(busy)
        there = self.scanned is not None
        self.splitter.setVisible(there)
        self._kinds.setVisible(there)
        self.nothing.setVisible(not there)
        counts = self.scanned.counts() if self.scanned else {}
        for agreement, button in self.verdicts.items():
            button.setText(f"{self.model.verdict(agreement)} {counts.get(agreement, 0)}")
        name = self._path.name if self._path else ""
        taken = self._name(self.scanned.source) if self.scanned and self.scanned.source else ""
        told = self.tr("{file}, taken for {source}").format(file=name, source=taken) if taken else name
        self.said.setText(self.tr("Reading {file} …").format(file=name) if busy else told if there else "")
        words = self.tr("Drop an article, a report or a draft here: every number in it is held against the workspace.")
        self.nothing.show_words(self._desk.sentence(self._error) if self._error else words, self.tr("Open a text …"))

    def _look(self, row: int) -> None:
        found = self.model.rows[row] if 0 <= row < len(self.model.rows) else None
        self.text.show_number(found)
        self.detail.show_number(found, self.scanned.source if self.scanned else "")

    def _choose(self, found: QuotedAt) -> None:
        """Show the number that was clicked in the text; its verdict is shown again where it was put away."""
        self.verdicts[found.number.agreement].setChecked(True)
        self.list.setCurrentIndex(self.model.index(self.model.row_of(found), LINE))

    def _go(self, found: QuotedAt) -> None:
        if found.number.key is not None:
            self.place_wanted.emit(found.number.key)

    def _prove(self, found: QuotedAt) -> None:
        """Take the file as evidence of the value."""
        if found.number.key is not None and self._path is not None:
            self._desk.evidence_offered.emit(found.number.key.canonical(), [self._path])

    def _keep(self, found: QuotedAt) -> None:
        """Keep what the text prints beside the value; what differs from it becomes a contradiction."""
        printed = printed_value(found, self.scanned.source if self.scanned else "", self._desk.catalogue)
        if printed is not None:
            self._commands.change(self.tr("what a text prints"), [keep(printed)])
            self.told.emit(self.tr("Kept beside the value: what differs from it is listed among the contradictions."))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take a text that is dragged here."""
        if self._texts(event):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Read the text that was dropped."""
        if texts := self._texts(event):
            event.acceptProposedAction()
            self.read(texts[0])

    def _texts(self, event: QDropEvent) -> list[Path]:
        return [path for path in dropped_files(event.mimeData()) if path.suffix.lower() in TEXTS]
