"""The requests of a report: how each department's share stands, what is missing in it, and handing it in."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import QModelIndex, Signal
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListWidget,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.window.item_models.request_model import DEPARTMENT, PEOPLE, RequestModel
from desktop.window.look.card import heading
from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.requests import Act, submit
from schema.validation.item_words import ItemWords
from schema.validation.shares import AskedItem, Share
from schema.values.people import Person, people_of


class RequestsDialog(QDialog):
    """Stays open beside the window; `place_wanted` carries the place of an item. A contact sees her own share."""

    place_wanted = Signal(object)

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self._items: tuple[AskedItem, ...] = ()
        self.model = RequestModel(desk, self)
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(960, 600)
        self._build()
        self._lay_out()
        desk.session.issues_changed.connect(self.refresh)
        self.list.selectionModel().currentRowChanged.connect(lambda *_: self._choose())
        self.items.itemActivated.connect(lambda _: self._go())
        self.items.itemClicked.connect(lambda _: self._go())
        self.go.clicked.connect(self._hand_in)

    def _build(self) -> None:
        self.title = heading("", self, 15)
        self.list, self.items = QTreeView(self), QListWidget(self)
        self.list.setModel(self.model)
        self.list.setRootIsDecorated(False)
        self.list.setAllColumnsShowFocus(True)
        header = self.list.header()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        for column in (DEPARTMENT, PEOPLE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
        self.words, self.reason = QLabel(self, wordWrap=True), QLineEdit(self)
        self.go = QPushButton(self)
        self.go.setObjectName("primary")

    def _lay_out(self) -> None:
        foot, layout = QHBoxLayout(), QVBoxLayout(self)
        foot.addWidget(self.reason, 1)
        foot.addStretch()
        foot.addWidget(self.go)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        for widget, stretch in ((self.title, 0), (self.list, 2), (self.words, 0), (self.items, 3)):
            layout.addWidget(widget, stretch)
        layout.addLayout(foot)

    def refresh(self) -> None:
        """Read the shares anew; the chosen one stays chosen."""
        if not self.isVisible():
            return
        session, row = self._desk.session, max(self.list.currentIndex().row(), 0)
        me = self._me()
        own = me.department if me is not None and me.role == "contact" else ""
        shares = session.moment.shares(self._desk.report)  # as of the last check, whose issues are kept
        asked = (share for code, share in sorted(shares.items()) if share.request and own in ("", code))
        self.model.load(tuple(asked))
        self.setWindowTitle(self.tr("Requests"))
        self.title.setText(self._desk.words(self._desk.outline.title))
        self.list.setAccessibleName(self.tr("Requests"))
        self.items.setAccessibleName(self.tr("What is missing or came back"))
        self.reason.setPlaceholderText(self.tr("Why the share is handed in though something is missing"))
        self.go.setText(self.tr("Hand in"))
        self.list.setCurrentIndex(self.model.index(min(row, self.model.rowCount() - 1), 0))
        self._choose()

    def _me(self) -> Person | None:
        session = self._desk.session
        return next((person for person in people_of(session.snapshot) if person.name == session.who), None)

    def share(self) -> Share | None:
        """Return the chosen share."""
        index: QModelIndex = self.list.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _choose(self) -> None:
        share, desk = self.share(), self._desk
        self.items.clear()
        self.items.hide()  # the list of shares takes the room
        me = self._me()
        may = share is not None and desk.session.writable and (me is None or me.role in ("contact", "editor"))
        self.reason.setVisible(may and share is not None and bool(share.missing))
        self.go.setEnabled(may)
        if share is None or share.request is None:
            self.words.setText(self.tr("Nobody has been asked for a share of this report yet."))
            self._items = ()
            return
        returned = share.request.returned
        lines = (
            share.request.guidance,
            self.tr("Came back: {reason}").format(reason=returned.words) if returned else "",
        )
        self.words.setText("\n".join(filter(None, lines)))
        back = tuple(item for item in share.items if item.note.returned)
        self._items = tuple(dict.fromkeys((*back, *share.missing)))
        names = ItemWords(desk.outline, desk.catalogue, desk.session.snapshot, desk.language)
        for item in self._items:
            why = item.note.returned.words if item.note.returned else item.note.guidance
            self.items.addItem(" — ".join(filter(None, (names.name(item.at), why))))
        self.items.setVisible(bool(self._items))

    def _go(self) -> None:
        if 0 <= (row := self.items.currentRow()) < len(self._items):
            self.place_wanted.emit(self._items[row].at)

    def _hand_in(self) -> None:
        share, session, reason = self.share(), self._desk.session, self.reason.text().strip()
        if share is None:
            return
        if share.missing and not reason:
            words = self.tr("Items missing: {count}. Fill them in, or say why the share is handed in without them.")
            self.words.setText(words.format(count=len(share.missing)))
            self.reason.setFocus()
            return
        act = Act(session.who, datetime.now(UTC), reason if share.missing else "")
        people, me = people_of(session.snapshot), self._me()
        if me is not None and me.role == "contact" and any(person.role == "editor" for person in people):
            session.change(submit(share, act))  # a contact may not take it back: a reviewer returns it
        else:
            self._commands.change(self.tr("handing in"), submit(share, act))
        self.reason.clear()
        self.go.setEnabled(False)  # until the check that follows has told how it stands now
