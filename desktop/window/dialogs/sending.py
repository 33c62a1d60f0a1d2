"""Sending shares, or reminding of them: to whom, as which files, into which folder; then what was made."""

from __future__ import annotations

import threading
from collections.abc import Collection
from dataclasses import dataclass
from datetime import UTC, datetime
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
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading, muted
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.panels.sent_list import SentList
from desktop.window.session.desk import Desk
from desktop.window.session.standing import present_shares
from desktop.window.session.undo import Commands
from desktop.work.dispatch import Dispatch, Parcel, Sender, dispatch
from desktop.work.own_key import keys_folder, own_signer
from desktop.work.requests import Act
from desktop.work.share_files import Kinds
from schema.catalogue.punctuation import PUNCTUATION
from schema.errors import AnnalsError
from schema.values.changes import overlay
from schema.values.questions import QUESTIONS_NAME
from schema.workspace import Workspace

_PATH = int(Qt.ItemDataRole.UserRole)


class Cancelled(Exception):
    """The person has stopped the sending."""


@dataclass(frozen=True, slots=True)
class Addressees:
    """The departments that are ticked at first, and the folder; a reminder goes as a letter."""

    departments: Collection[str]
    folder: Path
    reminding: bool = False


class SendDialog(QDialog):
    """`stepped` carries the department whose turn it is, `finished_files` the paths that were made,
    `folder_chosen` where they go."""

    stepped = Signal(str)
    folder_chosen = Signal(object)
    finished_files = Signal(object)

    def __init__(self, desk: Desk, commands: Commands, to: Addressees, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands, self._reminding = desk, commands, to.reminding
        self._stop = threading.Event()
        self._running = False
        self._parcels: list[Parcel] = []
        self.setWindowTitle(self.tr("Remind") if to.reminding else self.tr("Send"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(680, 620)
        self._build(to)
        self._lay_out()
        self._connect()
        self._count()

    def _build(self, to: Addressees) -> None:
        desk = self._desk
        self.list = SentList(desk, present_shares(desk), to.departments, self)
        self.pack = QRadioButton(self.tr("Pack, for those who have Annals"), self)
        self.excel = QRadioButton(self.tr("Excel form, for those who have not"), self)
        self.pack.setChecked(True)
        self.mail = QCheckBox(self.tr("With a letter and a calendar entry"), self)
        self.mail.setChecked(self._reminding)
        self.folder = QLineEdit(str(to.folder), self)
        self.folder.setAccessibleName(self.tr("Folder"))
        self.browse = QPushButton(self.tr("Choose …"), self)
        self.progress, self.words = QProgressBar(self), QLabel(self, wordWrap=True)
        self.progress.setTextVisible(False)
        self.progress.setFixedHeight(6)
        self.progress.hide()
        self.files = QListWidget(self)
        self.files.setAccessibleName(self.tr("What was made"))
        self.files.hide()
        self.show_folder = QPushButton(self.tr("Open folder"), self)
        self.show_folder.hide()
        self.cancel, self.go = QPushButton(self.tr("Close"), self), QPushButton(self)
        self.go.setObjectName("primary")
        self.go.setDefault(True)

    def _lay_out(self) -> None:
        layout, form, place = QVBoxLayout(self), QFormLayout(), QHBoxLayout()
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(10)
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        kinds = QHBoxLayout()
        for widget in (self.pack, self.excel):
            kinds.addWidget(widget)
        kinds.addStretch()
        place.addWidget(self.folder, 1)
        place.addWidget(self.browse)
        form.addRow(self.tr("Files"), kinds)
        form.addRow("", self.mail)
        form.addRow(self.tr("Folder"), place)
        layout.addWidget(heading(self._desk.words(self._desk.outline.title), self, PLACE))
        layout.addWidget(muted(self._hint(), self._desk.theme, self))
        layout.addWidget(self.list, 3)
        layout.addLayout(form)
        for widget in (self.progress, self.words):
            layout.addWidget(widget)
        layout.addWidget(self.files, 2)
        buttons = QHBoxLayout()
        buttons.addWidget(self.show_folder)
        buttons.addStretch()
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout.addLayout(buttons)

    def _hint(self) -> str:
        if self._reminding:
            return self.tr("Each letter names what is still open, until when, and why something came back. Annals "
                           "mails nothing: a letter opens in your mail program, ready to be sent.")  # fmt: skip
        return self.tr("Each department gets its own share only. Annals mails nothing: it makes the files, and a "
                       "letter opens in your mail program, ready to be sent.")  # fmt: skip

    def _connect(self) -> None:
        self.list.itemChanged.connect(self._count)
        self.folder.textChanged.connect(self._count)
        self.browse.clicked.connect(self._browse)
        self.go.clicked.connect(self.run)
        self.cancel.clicked.connect(self.reject)
        self.show_folder.clicked.connect(self._open_folder)
        self.stepped.connect(self._on_step)
        self.files.itemActivated.connect(self._open_file)

    def _browse(self) -> None:
        if folder := QFileDialog.getExistingDirectory(self, self.tr("Folder"), self.folder.text()):
            self.folder.setText(folder)

    def _count(self) -> None:
        count, place = len(self.list.ticked()), self.folder.text().strip()
        words = self.tr("Remind departments: {count}") if self._reminding else self.tr("Send to departments: {count}")
        self.go.setText(words.format(count=count))
        self.go.setEnabled(bool(count) and bool(place) and not self._running)
        missing = "" if place else self.tr("Choose a folder.")
        self.go.setToolTip(missing if count else self.tr("Tick at least one department."))

    # running

    def run(self) -> None:
        """Make the files of those that are ticked, one after another, off the UI thread."""
        session, folder = self._desk.session, Path(self.folder.text().strip()).expanduser()
        kinds = Kinds(self.excel.isChecked(), self.mail.isChecked())
        order = Dispatch(self._desk.report, tuple(self.list.ticked()), kinds, folder)
        messages, act = self._desk.catalogue.messages, Act(session.who, datetime.now(UTC))
        self._stop.clear()
        self._parcels = parcels = []

        def work(workspace: Workspace) -> None:
            signer = own_signer(keys_folder(), act.who)
            sender = Sender(act, signer, messages, act.when.astimezone().date())
            parcels.extend(dispatch(workspace, order, sender, self._step))  # what was made before an error stays

        self._busy(True)
        self.folder_chosen.emit(folder)
        session.ask(work, lambda _: self._done(""), self._failed)

    def _step(self, department: str) -> None:
        """Heard on the worker's thread before each department."""
        if self._stop.is_set():
            raise Cancelled
        self.stepped.emit(department)

    def _on_step(self, department: str) -> None:
        self.progress.setValue(self.progress.value() + 1)
        self.words.setText(self.tr("Writing for {department} …").format(department=self._desk.department(department)))

    def _busy(self, busy: bool) -> None:
        self._running = busy
        self.progress.setRange(0, len(self.list.ticked()) + 1)
        self.progress.setValue(0)
        self.progress.setVisible(busy)
        for widget in (self.list, self.pack, self.excel, self.mail, self.folder, self.browse):
            widget.setEnabled(not busy)
        self.cancel.setText(self.tr("Cancel") if busy else self.tr("Close"))
        self._count()

    def _done(self, trouble: str) -> None:
        """Take over what was noted down, and list what was made."""
        session, notes = self._desk.session, [parcel.note for parcel in self._parcels]
        self._busy(False)
        if notes:
            session.renew(session.definitions, overlay(session.snapshot, notes))
            asked = session.snapshot.more.get(QUESTIONS_NAME, {})
            self._commands.settle([*(note.subject for note in notes), *asked])
            session.check_all()
        files = [file for parcel in self._parcels for file in parcel.files]
        self.files.clear()
        for file in files:
            kept = "" if file.path.name == file.wanted.name else self.tr("({name} was changed by someone and is kept)")
            words = f"✓  {file.path.name}   {file.path.stat().st_size / 1024:,.0f} KB   "
            line = QListWidgetItem(words + kept.format(name=file.wanted.name), self.files)
            line.setData(_PATH, str(file.path))
            line.setToolTip(self.tr("Enter or a double click opens the file."))
        for widget in (self.files, self.show_folder):
            widget.setVisible(bool(files))
        done = self.tr("Made for {count} departments.").format(count=len(notes)) if notes else ""
        self.words.setText("\n".join(filter(None, (trouble, done, *self._addresses()))))
        self.finished_files.emit(tuple(file.path for file in files))

    def _addresses(self) -> list[str]:
        """Say which letters go to nobody, and who was left out of others for want of an address or by a wrong one."""
        if not self.mail.isChecked():
            return []
        marks = PUNCTUATION[self._desk.language]
        names = [self._desk.department(one.share.department) for one in self._parcels if not one.addressed]
        left_out = (person for one in self._parcels for person in (*one.bad_addresses, *one.unreached))
        bad = [marks.bracketed(person.name, person.email) for person in left_out]
        lines = (
            self.tr("Letters without an address: {list}. Type it in your mail program, or add people."),
            self.tr("Left out, since no letter gets there: {list}"),
        )
        return [line.format(list=marks.series.join(who)) for line, who in zip(lines, (names, bad), strict=True) if who]

    def _failed(self, error: Exception) -> None:
        if isinstance(error, Cancelled):
            self._done(self.tr("Cancelled. What was made before stays."))
        elif isinstance(error, AnnalsError):
            self._done(self._desk.sentence(error))
        else:
            self._done(self.tr("The files could not be made."))
            self._desk.session.crashed.emit(error)

    def _open_file(self, line: QListWidgetItem) -> None:
        """Open a letter in the mail program, a form in that for workbooks."""
        QDesktopServices.openUrl(QUrl.fromLocalFile(line.data(_PATH)))

    def _open_folder(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._parcels[0].files[0].path.parent)))

    def reject(self) -> None:
        """Esc stops a sending that is under way first."""
        if self._running:
            self._stop.set()
            self.words.setText(self.tr("Stopping after this department …"))
        else:
            super().reject()
