"""Hand a share in: what is missing with the way to each, why it is incomplete, and the answer that goes back."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading, muted
from desktop.window.look.chooser import Chooser
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.own_share import OwnShare
from desktop.window.session.share_words import ShareWords
from desktop.work.handed_in import HandedIn
from schema.errors import AnnalsError
from schema.grammar.templates import filled
from schema.validation.shares import AskedItem, Share
from schema.values.pack_origin import origin_of

if TYPE_CHECKING:
    from desktop.work.outgoing_answer import OutgoingAnswer


class HandInDialog(QDialog):
    """Stays open beside the window. In a small workspace an answer is written, too; elsewhere nothing is sent."""

    def __init__(self, desk: Desk, own: OwnShare, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._own = desk, own
        self._shares: tuple[Share, ...] = ()
        self._items: tuple[AskedItem, ...] = ()
        self._handed_in: HandedIn | None = None
        self._department, self._folder = "", own.folder()
        self.small = origin_of(desk.session.snapshot) is not None
        self.answer: OutgoingAnswer | None = None
        self._begun = self._writing = False
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(640, 560)
        self._build()
        self._lay_out()
        self._connect()

    def _build(self) -> None:
        theme = self._desk.theme
        self.title, self.state = heading("", self, PLACE), QLabel(self, wordWrap=True)
        self.guidance = muted("", theme, self)
        self.department, self.items, self.reason = Chooser(theme, self, plain=True), QListWidget(self), QLineEdit(self)
        self.items.setStyleSheet(f"background: {theme.surface}; border: 1px solid {theme.line}; border-radius: 6px;")
        self.head, self.trouble, self.where = QLabel(self), QLabel(self, wordWrap=True), muted("", theme, self)
        self.trouble.setStyleSheet(f"color: {theme.error};")
        self.done_words = QLabel(self, wordWrap=True)
        self.done_words.setStyleSheet(f"color: {theme.good};")
        self.still_open = muted("", theme, self)
        self.rest = QWidget(self)  # takes the room of the list where there is nothing to list
        self.change, self.open_folder, self.open_letter = (QPushButton(self) for _ in range(3))
        self.cancel, self.part, self.go = (QPushButton(self) for _ in range(3))
        for button in (self.change, self.open_folder, self.open_letter, self.cancel, self.part, self.go):
            button.setAutoDefault(False)  # Enter in the list leads to an item, and hands nothing in
        self.go.setObjectName("primary")

    def _lay_out(self) -> None:
        layout, top, place, done, foot = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(10)
        top.addWidget(self.title, 1)
        top.addWidget(self.department)
        place.addWidget(self.where, 1)
        place.addWidget(self.change)
        done.addWidget(self.done_words, 1)
        done.addWidget(self.open_letter)
        done.addWidget(self.open_folder)
        foot.addStretch()
        foot.addWidget(self.cancel)
        foot.addWidget(self.part)
        foot.addWidget(self.go)
        layout.addLayout(top)
        for widget in (self.state, self.guidance, self.head, self.still_open):
            layout.addWidget(widget)
        layout.addWidget(self.items, 1)
        layout.addWidget(self.rest, 1)
        layout.addWidget(self.reason)
        layout.addWidget(self.trouble)
        for row in (place, done, foot):
            layout.addLayout(row)

    def _connect(self) -> None:
        session = self._desk.session
        session.issues_changed.connect(self.refresh)
        session.failed.connect(self._on_failed)
        self._desk.language_changed.connect(self.refresh)
        self._desk.report_changed.connect(self.refresh)
        self.department.activated.connect(self._on_department)
        self.items.itemActivated.connect(lambda _: self._go_to())
        self.items.itemClicked.connect(lambda _: self._go_to())
        self.change.clicked.connect(self._ask_folder)
        self.open_folder.clicked.connect(lambda: self._show(self.answer.pack.parent if self.answer else self._folder))
        self.open_letter.clicked.connect(lambda: self._show(self.answer.letter) if self.answer else None)
        self.cancel.clicked.connect(self.reject)
        self.part.clicked.connect(self._send_part)
        self.go.clicked.connect(self._hand_in)
        self.reason.returnPressed.connect(self._hand_in)

    # what it shows

    def share(self) -> Share | None:
        """Return the share that is chosen."""
        return next((share for share in self._shares if share.department == self._department), None)

    def refresh(self) -> None:
        """Read the shares anew; the chosen one stays chosen."""
        if not self.isVisible():
            return
        self._shares = self._own.shares(self._desk.report)
        known = [share.department for share in self._shares]
        if self._department not in known:
            self._department = known[0] if known else ""
        self.department.clear()
        for code in known:
            self.department.addItem(self._desk.department(code), code)
        self.department.setCurrentIndex(self.department.findData(self._department))
        self.department.setVisible(len(known) > 1)
        self._look()

    def _on_department(self, place: int) -> None:
        self._department, self.answer = self.department.itemData(place), None
        self._look()

    def _look(self) -> None:
        share = self.share()
        if share is None:
            self._tell(None)
        else:
            self._own.ask_handed_in(share, self._tell)

    def _tell(self, handed_in: HandedIn | None) -> None:
        """Say how the chosen share stands, and list what is to be done in it."""
        share, desk = self.share(), self._desk
        self._handed_in = handed_in
        self._name_things()
        for widget in (self.part, self.change, self.where):
            widget.setVisible(self.small)
        self.go.setVisible(share is not None)
        self.items.clear()
        if share is None or share.request is None:
            self._items = ()
            self.title.setText(self.tr("Hand in"))
            self.state.setText(self.tr("Nobody has been asked for a share of this report yet."))
            self.reason.hide()
            return
        words = ShareWords(desk, share, handed_in)
        outline = desk.session.definitions.outlines[share.report]
        self.title.setText(f"{desk.words(outline.title)} · {desk.department(share.department)}")
        self.state.setText(words.sentence())
        self.guidance.setText(share.request.guidance)
        self._items = words.to_do()
        for item in self._items:
            why = item.note.returned.words if item.note.returned else item.note.guidance
            back = self.tr("Came back: {reason}").format(reason=why) if item.note.returned else why
            self.items.addItem(" — ".join(filter(None, (words.name(item), back))))
        self._show_parts(share)

    def _show_parts(self, share: Share) -> None:
        self.guidance.setVisible(bool(self.guidance.text()))
        self.items.setVisible(bool(self._items))
        self.rest.setVisible(not self._items)
        self.still_open.setText(self._still_open(share))
        self.still_open.setVisible(bool(self.still_open.text()))
        self.head.setText(
            self.tr("Still to do: {count}. A click leads there.").format(count=len(self._items))
            if self._items
            else self.tr("✓ Everything that was asked for is there.")
        )
        self.reason.setVisible(bool(share.missing))
        done = self.answer is not None
        self.cancel.setText(self.tr("Close") if done or self._handed_in else self.tr("Cancel"))
        if not self._desk.session.writable:
            self._refuse(self.tr("Opened for reading only."))
        for button in (self.go, self.part):
            button.setEnabled(self._desk.session.writable and not self._writing)
        self._begin(share)
        for widget in (self.done_words, self.open_folder):
            widget.setVisible(done)
        self.open_letter.setVisible(self.answer is not None and self.answer.letter is not None)
        self.trouble.setVisible(bool(self.trouble.text()))

    def _still_open(self, share: Share) -> str:
        """Say what the checks have found in it: that keeps nobody from handing in, and whoever reviews sees it."""
        errors, doubts = (sum(getattr(item, kind) for item in share.items) for kind in ("errors", "doubts"))
        counted = ((self.tr("Errors: {count}"), errors), (self.tr("Doubts: {count}"), doubts))
        found = " · ".join(words.format(count=count) for words, count in counted if count)
        told = self.tr("{found}. They do not keep it from being handed in; the reviewer sees them, too.")
        return told.format(found=found) if found else ""

    def _begin(self, share: Share) -> None:
        """Let the keyboard begin where it helps: at the first thing that is missing, else at handing in."""
        self.go.setDefault(not self._items)  # Enter in the list leads to an item, and hands nothing in
        if not self._begun:
            self._begun = True
            first = self.items if self._items else self.reason if share.missing else self.go
            first.setFocus()
            if self._items:
                self.items.setCurrentRow(0)

    def showEvent(self, event: QShowEvent) -> None:
        """Begin anew each time."""
        super().showEvent(event)
        self._begun = False

    def _name_things(self) -> None:
        self.setWindowTitle(self.tr("Hand in"))
        self.department.setAccessibleName(self.tr("Department"))
        self.items.setAccessibleName(self.tr("What is missing or came back"))
        self.reason.setPlaceholderText(self.tr("Why the share is handed in though something is missing"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.where.setText(self.tr("The answer is written into {folder}").format(folder=self._folder))
        self.change.setText(self.tr("Another folder …"))
        self.open_folder.setText(self.tr("Open folder"))
        self.open_letter.setText(self.tr("Open the letter"))
        self.part.setText(self.tr("Send what I have so far"))
        self.part.setToolTip(self.tr("Writes an answer of what is filled in; the share is not handed in with it."))
        again = self._handed_in is not None
        self.go.setText(self.tr("Hand in again") if again else self.tr("Hand in"))

    # what it does

    def _go_to(self) -> None:
        if 0 <= (row := self.items.currentRow()) < len(self._items):
            self._own.go_to(self._items[row])

    def _ask_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, self.tr("Where the answer is written"), str(self._folder))
        if chosen:
            self._folder = Path(chosen)
            self._own.keep_folder(self._folder)
            self._name_things()

    def _hand_in(self) -> None:
        share, reason = self.share(), self.reason.text().strip()
        if share is None:
            return
        if share.missing and not reason:
            words = self.tr("Items missing: {count}. Fill them in, or say why the share is handed in without them.")
            self._refuse(words.format(count=len(share.missing)))
            self.reason.setFocus()
            return
        self.trouble.clear()
        self._own.hand_in(share, reason if share.missing else "")
        self.reason.clear()
        if self.small:
            self._write()

    def _send_part(self) -> None:
        self.trouble.clear()
        self._write()

    def _write(self) -> None:
        self._writing = True
        self.go.setEnabled(False)
        self.part.setEnabled(False)
        self._own.write_answer(self._folder, self._written, self._not_written)

    def _written(self, answer: OutgoingAnswer) -> None:
        self.answer = answer
        said = self.tr("✓ Answer written: {file} ({count} items). Mail it to {who}.")
        part = self.tr("✓ Written so far: {file} ({count} items), not handed in yet. Mail it to {who}.")
        mail = self.tr("✓ Answer written: {file} ({count} items). The letter to {who} is ready beside it.")
        words = part if answer.made.partial else mail if answer.letter else said
        sender = self._own.recipient()
        self.done_words.setText(
            filled(words, {"file": answer.pack.name, "count": str(answer.made.items), "who": sender})
        )
        self._end()

    def _not_written(self, error: AnnalsError) -> None:
        self._end()
        self._refuse(self._desk.sentence(error))

    def _end(self) -> None:
        self._writing = False
        self._look()

    def _on_failed(self, _: object, error: Exception) -> None:
        if isinstance(error, AnnalsError):
            self._refuse(self._desk.sentence(error))

    def _refuse(self, words: str) -> None:
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))

    def _show(self, path: Path | None) -> None:
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
