"""Assurance: the pack goes out, verdicts come back and are looked at before they are taken; what is open leads on."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.window.dialogs.assurance_pack import AssurancePackDialog
from desktop.window.look.card import heading, muted
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.panels.verdict_list import Line, VerdictList
from desktop.window.panels.waiting_line import WaitingLine
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.differences import Step
from desktop.work.permission import judging_refused
from desktop.work.requests import Act
from desktop.work.verdicts import Judged, Taken, kept_verdicts, offered
from schema.moment import Moment
from schema.values.verdicts import VerdictAt


class AssuranceDialog(QDialog):
    """Stays open beside the window. `place_wanted` carries a number and its report, `who_wanted` asks who works here;
    `shown` comes when the list is filled."""

    place_wanted = Signal(object, str)
    who_wanted = Signal()
    shown = Signal()

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self._taken: Taken | None = None  # what a workbook brings, before it is stored
        self._file = ""
        self.pack: AssurancePackDialog | None = None
        self.setAcceptDrops(True)
        self.setStyleSheet(style_sheet(desk.theme))
        self.setWindowTitle(self.tr("Assurance"))
        self.resize(960, 620)
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        theme = self._desk.theme
        self.title, self.words = heading("", self, PLACE), QLabel(self, wordWrap=True)
        self.reason = QLabel(self, wordWrap=True)
        self.reason.setStyleSheet(f"color: {theme.doubt};")
        self.words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list, self.waiting = VerdictList(self._desk, self), WaitingLine(self._desk, self)
        self.make = QPushButton(self.tr("Pack for the auditor …"), self)
        self.read = QPushButton(self.tr("Read verdicts back …"), self)
        self.who, self.drop = QPushButton(self.tr("Who I am …"), self), QPushButton(self.tr("Do not take"), self)
        self.go, self.close_button = QPushButton(self), QPushButton(self.tr("Close"), self)
        for button in (self.make, self.read, self.who, self.drop, self.go, self.close_button):
            button.setAutoDefault(False)
        self.go.setObjectName("primary")

    def _lay_out(self) -> None:
        head, foot, layout = QHBoxLayout(), QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.title, 1)
        head.addWidget(self.make)
        head.addWidget(self.read)
        foot.addWidget(self.who)
        foot.addStretch()
        for button in (self.drop, self.close_button, self.go):
            foot.addWidget(button)
        lead = self.tr(
            "An auditor judges the numbers of a report in a workbook; what comes back can also be dropped here."
        )
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        layout.addLayout(head)
        layout.addWidget(muted(lead, self._desk.theme, self))
        for widget in (self.reason, self.words, self.waiting):
            layout.addWidget(widget)
        layout.addWidget(self.list, 1)
        layout.addLayout(foot)

    def _connect(self) -> None:
        self.make.clicked.connect(self.open_pack)
        self.read.clicked.connect(self._ask_file)
        self.who.clicked.connect(self.who_wanted)
        self.drop.clicked.connect(self.refresh)
        self.go.clicked.connect(self.take)
        self.close_button.clicked.connect(self.close)
        self.list.chosen.connect(lambda key: self.place_wanted.emit(key, self._report()))
        self.waiting.refused.connect(self._refuse)
        self.waiting.busy.connect(lambda _: self._enable())
        self._commands.indexChanged.connect(self._follow)
        self._desk.report_changed.connect(self._follow)

    def _report(self) -> str:
        return self._taken.report if self._taken is not None else self._desk.report

    # what is kept

    def refresh(self) -> None:
        """Show the verdicts that are kept, as they stand now."""
        self._taken = None
        desk = self._desk
        self.title.setText(f"{self.tr('Assurance')} · {desk.words(desk.outline.title)}")
        moment, report = Moment(desk.session.definitions, desk.session.snapshot), desk.report
        self._enable()
        self.waiting.run(self.tr("Reading …"), lambda step: kept_verdicts(moment, report), self._show_kept)

    def _follow(self) -> None:
        """Keep to what was done or undone, but not while a workbook is being looked at."""
        if self.isVisible() and self._taken is None and self._desk.report:
            self.refresh()

    def _show_kept(self, kept: tuple[Judged, ...]) -> None:
        self.list.show_lines([_line(one) for one in kept])
        failed = sum(one.stands and one.verdict.finding == "fail" for one in kept)
        stale = sum(not one.stands for one in kept)
        told = self.tr(
            "{count} numbers judged: {failed} did not pass, {stale} were changed since. A click leads there."
        )
        none = self.tr("Nothing has been judged yet: make the pack for the auditor, and read the workbook back.")
        self.words.setText(told.format(count=len(kept), failed=failed, stale=stale) if kept else none)
        self._enable()
        self.shown.emit()

    # what a workbook brings

    def _ask_file(self) -> None:
        kinds = self.tr("Excel workbooks") + " (*.xlsx *.xlsm *.ods *.xls)"
        name, _ = QFileDialog.getOpenFileName(self, self.tr("The auditor's workbook"), "", kinds)
        if name:
            self.load(Path(name))

    def load(self, path: Path) -> None:
        """Show what a workbook brings; nothing is stored yet."""
        session = self._desk.session
        workspace, act = session.workspace, Act(session.who, datetime.now(UTC))
        self._file = path.name
        if workspace is not None:

            def work(step: Step) -> Taken:
                return offered(workspace, path, act, step)

            self.waiting.run(self.tr("Reading {file} …").format(file=path.name), work, self._show_taken)

    def _show_taken(self, taken: Taken) -> None:
        self._taken = taken
        refused = [Line("refused", r.reference, None, r.place, self._desk.sentence(r.error)) for r in taken.refused]
        stale = taken.stale
        lines = [_line(Judged(v, VerdictAt(v.report, v.reference, v.format) not in stale)) for v in taken.verdicts]
        self.list.show_lines([*refused, *lines])
        told = self.tr("{file}, {report}: {count} new verdicts, {same} known already, {refused} rows cannot be taken. "
                       "Nothing is stored yet.")  # fmt: skip
        outline = self._desk.session.definitions.outlines.get(taken.report)
        report = self._desk.words(outline.title) if outline else taken.report
        counts = {"count": len(taken.verdicts), "same": taken.same, "refused": len(refused)}
        self.words.setText(told.format(file=self._file, report=report, **counts))
        self._enable()
        self.shown.emit()

    def _refuse(self, words: str) -> None:
        self.words.setText(words)
        self.shown.emit()

    def take(self) -> None:
        """Keep the verdicts, in one step that can be undone."""
        taken = self._taken
        if taken is None:
            return
        self._taken = None
        if taken.report != self._desk.report and taken.report in self._desk.session.definitions.outlines:
            self._desk.choose_report(taken.report)
        self._commands.change(self.tr("verdicts of {file}").format(file=self._file), taken.changes)

    def _enable(self) -> None:
        """Grey what is not allowed, and say why."""
        session, desk, taken = self._desk.session, self._desk, self._taken
        refused = judging_refused(Moment(session.definitions, session.snapshot), session.who)
        why = desk.sentence(refused) if refused else "" if session.writable else self.tr("Opened for reading only.")
        self.reason.setText(why)
        self.reason.setVisible(bool(why) and taken is not None)
        self.who.setVisible(bool(why) and taken is not None)
        self.drop.setVisible(taken is not None)
        self.go.setVisible(taken is not None)
        count = len(taken.verdicts) if taken is not None else 0
        self.go.setText(self.tr("Take {count} verdicts").format(count=count))
        self.go.setEnabled(bool(count) and not why and not self.waiting.is_busy)
        self.go.setToolTip(why)

    # files that are dropped

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take a file."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Read the file that was dropped."""
        paths = [Path(QUrl(url).toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            self.load(paths[0])

    # the pack

    def open_pack(self) -> None:
        """Ask what goes to the auditor."""
        self.pack = AssurancePackDialog(self._desk, self)
        self.pack.open()

    def done(self, result: int) -> None:
        """Closing calls off what is under way."""
        self.waiting.call_off()
        super().done(result)


def _line(one: Judged) -> Line:
    verdict = one.verdict
    return Line("stale" if not one.stands else verdict.finding, verdict.reference, verdict)
