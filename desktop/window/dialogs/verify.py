"""Whether the history is true, in plain sentences: what was held against it, what agrees, what does not."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading, muted
from desktop.window.look.icons import icon
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.panels.waiting_line import WaitingLine
from desktop.window.session.desk import Desk
from desktop.work.differences import Step
from desktop.work.subject_names import SubjectNames
from desktop.work.verified import Verified, Witnesses, verified
from desktop.work.verified_words import found_words
from desktop.work.witnesses import Named, heads_folder
from schema.catalogue.program_words import program_of
from schema.exchange.packs.manifest import SUFFIX
from schema.values.history_mark import noted_head
from schema.workspace import Workspace


class VerifyDialog(QDialog):
    """Begins by itself; `told` comes when it is known."""

    told = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._packs: tuple[Path, ...] = ()
        self._head = ""
        self.setWindowTitle(self.tr("Verify the history"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(620, 520)
        self._build()
        self._lay_out()
        self.go.clicked.connect(self.run)
        self.noted.returnPressed.connect(self.run)
        self.add.clicked.connect(self._ask_packs)
        self.copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._head))
        self.close_button.clicked.connect(self.close)
        self.waiting.refused.connect(self._refuse)
        self.waiting.busy.connect(lambda busy: self.go.setEnabled(not busy))

    def _build(self) -> None:
        theme = self._desk.theme
        self.title, self.head = heading(self.tr("Verify the history"), self, PLACE), muted("", theme, self)
        self.head.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.list, self.waiting = QListWidget(self), WaitingLine(self._desk, self)
        self.list.setWordWrap(True)
        self.list.setSpacing(4)
        self.list.setIconSize(QSize(16, 16))
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setStyleSheet(list_sheet(theme, f"1px solid {theme.line}"))
        self.noted, self.add = QLineEdit(self), QPushButton(self.tr("Packs and answers …"), self)
        self.noted.setPlaceholderText(self.tr("a hash that was noted or printed elsewhere, if there is one"))
        self.noted.setAccessibleName(self.noted.placeholderText())
        self.copy, self.go = QPushButton(self.tr("Copy the hash"), self), QPushButton(self.tr("Verify again"), self)
        self.close_button = QPushButton(self.tr("Close"), self)
        for button in (self.add, self.copy, self.go, self.close_button):
            button.setAutoDefault(False)
        self.go.setObjectName("primary")

    def _lay_out(self) -> None:
        form, foot, layout = QFormLayout(), QHBoxLayout(), QVBoxLayout(self)
        form.setHorizontalSpacing(16)
        form.addRow(self.tr("Noted &hash"), self.noted)
        lead = self.tr(
            "The history is held against itself, against the values, and against whatever remembers it: freezes, this "
            "computer, backups, copies, packs and answers."
        )
        for widget in (self.add, self.copy):
            foot.addWidget(widget)
        foot.addStretch()
        for widget in (self.close_button, self.go):
            foot.addWidget(widget)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        layout.addWidget(self.title)
        layout.addWidget(muted(lead, self._desk.theme, self))
        layout.addWidget(self.waiting)
        layout.addWidget(self.list, 1)
        layout.addWidget(self.head)
        layout.addLayout(form)
        layout.addLayout(foot)

    def _ask_packs(self) -> None:
        kinds = self.tr("Annals packs") + f" (*{SUFFIX})"
        names, _ = QFileDialog.getOpenFileNames(self, self.tr("Packs and answers"), "", kinds)
        if names:
            self.hold_against([Path(name) for name in names])

    def hold_against(self, packs: Sequence[Path]) -> None:
        """Verify against packs and answers, too."""
        self._packs = tuple(packs)
        self.run()

    def run(self) -> None:
        """Verify what is stored now."""
        workspace = self._desk.session.workspace
        if workspace is None:
            return
        named = Named(noted_head(self.noted.text()), self._packs)
        program = program_of(self._desk.catalogue.messages)
        witnesses = Witnesses(heads_folder(), lambda path: Workspace.open(path, write=False, program=program), named)

        def work(step: Step) -> Verified:
            return verified(workspace, witnesses, step)

        self.list.clear()
        self.waiting.run(self.tr("Verifying …"), work, self._show)

    def _show(self, found: Verified) -> None:
        self._head = found.head
        desk = self._desk
        names = SubjectNames(desk.session.definitions, desk.session.snapshot, desk.language)
        for one in found_words(found.issues, names):
            self._add(one.sentence, "close" if one.severity == "error" else "bell", one.severity)
        for words in self._agreeing(found):
            self._add(words, "filled", "")
        said = self.tr(
            "Newest entry: {number}, hash {head}. Whoever notes it elsewhere can tell later whether anything was cut "
            "off or written anew."
        )
        self.head.setText(said.format(number=found.entries, head=found.head))
        self.told.emit()

    def _agreeing(self, found: Verified) -> list[str]:
        """Return what was found to be as it should: each only where nothing speaks against it."""
        if found.issues and not found.asked:
            return []
        known, wrong = found.known, {issue.code for issue in found.issues}
        whole = self.tr("Consistent: the file, its {count} entries and the values agree with each other.")
        told = [whole.format(count=found.entries)]
        if found.freezes and not wrong & {"verify.freeze", "verify.signature"}:
            told.append(self.tr("Freezes agree, and their signatures: {count}.").format(count=found.freezes))
        if known.last is not None and not wrong & {"verify.shorter", "verify.rewritten"}:
            seen = self.tr("This computer saw entry {number} on {date}: it is still the same.")
            told.append(seen.format(number=known.last.number, date=known.last.at[:10]))
        if known.backups and "verify.backup" not in wrong:
            told.append(
                self.tr("Backups that this computer remembers agree: {count}.").format(count=len(known.backups))
            )
        if self._packs and "verify.pack" not in wrong:
            told.append(self.tr("Packs and answers that were named agree: {count}.").format(count=len(self._packs)))
        if self.noted.text().strip() and not wrong & {"verify.head", "verify.head_short"}:
            told.append(
                self.tr("The noted hash is part of this history: up to it nothing was cut off or written anew.")
            )
        if not found.issues:
            told.append(self.tr("Nobody else who was asked knows a later or another history."))
        return told

    def _add(self, words: str, shape: str, severity: str) -> None:
        theme = self._desk.theme
        colour = {"error": theme.error, "doubt": theme.doubt}.get(severity, theme.good)
        QListWidgetItem(icon(shape, colour), words, self.list)

    def _refuse(self, words: str) -> None:
        self._packs = ()
        self._add(words, "close", "error")
        self.told.emit()

    def done(self, result: int) -> None:
        """Closing calls off what is under way."""
        self.waiting.call_off()
        super().done(result)
