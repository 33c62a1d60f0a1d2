"""The place of one's own work: what is asked of me and until when, what came back, all items, and handing in."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.window.item_models.my_work_model import MyWorkModel, Shown, shows
from desktop.window.look.card import Card, heading
from desktop.window.look.chooser import Chooser
from desktop.window.look.icons import icon
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.panels.my_list import MyList
from desktop.window.panels.my_returns import MyReturns
from desktop.window.panels.my_side import MySide
from desktop.window.panels.my_strip import MyStrip
from desktop.window.session.desk import Desk
from desktop.window.session.my_words import MyWords
from desktop.window.session.own_work import OwnWork
from desktop.window.session.standing import present_moment
from desktop.work.my_work import MyItem, own_department
from desktop.work.permission import passing_refused

_SHOWN: tuple[Shown, ...] = ("all", "open", "mine")
_WIDE = 1300


class MyWorkPage(QWidget):
    """Its signals ask for other places and dialogs; `sheet_wanted` and `pass_wanted` are about a department."""

    hand_in_wanted = Signal()
    letter_wanted = Signal()
    sheet_wanted = Signal(str)
    sections_wanted = Signal()
    pass_wanted = Signal(str)

    def __init__(self, desk: Desk, own: OwnWork, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._own = desk, own
        self._words: MyWords | None = None
        self._sized, self._entered, self._first = False, False, True
        self.model = MyWorkModel(desk, self)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._lay_out()
        self._connect()
        own.watched = self.isVisible
        self.retranslate()

    def _build(self) -> None:
        theme = self._desk.theme
        self.title, self.said = heading("", self, PLACE), QLabel(self)
        self.title.setWordWrap(False)
        self.said.setStyleSheet(f"color: {theme.text2};")
        self.shown, self.sheet = Chooser(theme, self), QPushButton(self)
        self.sheet.setIcon(icon("sheet", theme.text))
        self.strip, self.returns = MyStrip(theme, self), MyReturns(theme, self)
        self.list, self.side = MyList(self.model, theme, self), MySide(theme, self)
        self.list.setStyleSheet(list_sheet(theme))
        self.empty, self.every = QLabel(self, wordWrap=True), QPushButton(self)
        self.frame, self.nothing = Card(theme, "", self), Card(theme, "", self)
        self.frame.body.setContentsMargins(1, 6, 1, 6)
        self.frame.body.addWidget(self.list)
        self.nothing.body.addWidget(self.empty)
        self.nothing.body.addSpacing(8)
        self.nothing.body.addWidget(self.every, 0, Qt.AlignmentFlag.AlignLeft)

    def _lay_out(self) -> None:
        layout, head, left = QVBoxLayout(self), QHBoxLayout(), QWidget(self)
        layout.setContentsMargins(0, 10, 0, 0)
        layout.setSpacing(8)
        head.setContentsMargins(18, 0, 14, 0)
        for widget, stretch in ((self.title, 0), (self.said, 1), (self.shown, 0), (self.sheet, 0)):
            head.addWidget(widget, stretch)
        column = QVBoxLayout(left)
        column.setContentsMargins(18, 4, 14, 12)
        column.setSpacing(10)
        for widget, stretch in ((self.strip, 0), (self.returns, 0), (self.nothing, 0), (self.frame, 1)):
            column.addWidget(widget, stretch)
        self._rest = QWidget(self)
        column.addWidget(self._rest, 1)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self.splitter.setHandleWidth(1)
        self.splitter.setChildrenCollapsible(False)
        for widget, stretch in ((left, 1), (self.side, 0)):
            self.splitter.addWidget(widget)
            self.splitter.setStretchFactor(self.splitter.count() - 1, stretch)
        layout.addLayout(head)
        layout.addWidget(self.splitter, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the side its room once it is known how much there is."""
        super().showEvent(event)
        if not self._sized:
            side = 290 if self.width() > _WIDE - 236 else 252
            self.splitter.setSizes([self.width() - side, side])
            self._sized = True

    def _connect(self) -> None:
        self._own.looked.connect(self.refresh)
        self._desk.language_changed.connect(self.retranslate)
        self.shown.activated.connect(self._fill)
        self.sheet.clicked.connect(self._open_sheet)
        self.strip.go_wanted.connect(self._own.go_on)
        for signal in (self.strip.hand_in_wanted, self.side.hand_in_wanted):
            signal.connect(self.hand_in_wanted)
        self.strip.letter_wanted.connect(self.letter_wanted)
        self.returns.change_wanted.connect(self._own.go_to)
        self.returns.reply_wanted.connect(self._reply)
        self.list.open_wanted.connect(self._open)
        self.list.dropped.connect(self._desk.evidence_offered)
        self.side.pass_wanted.connect(lambda: self.pass_wanted.emit(self._department()))
        self.every.clicked.connect(self.sections_wanted)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(self.tr("My work"))
        self.sheet.setText(self.tr("Open in the sheet"))
        self.shown.setAccessibleName(self.tr("Which items"))
        self.list.setAccessibleName(self.tr("What is asked of me"))
        self.every.setText(self.tr("Show all sections"))
        if self._entered:  # before that nobody sees it, and a long share takes its time
            self.refresh()

    # what is shown

    def enter(self) -> None:
        """Show what is asked by now, with the list to work in."""
        self._first = self._entered = True
        self._own.refresh()
        self.refresh()
        self.list.setFocus()

    def _department(self) -> str:
        return own_department(self._desk.session.snapshot, self._desk.session.who)

    def refresh(self) -> None:
        """Show what was read last; what is chosen and looked at stays so."""
        desk, work = self._desk, self._own.work
        title = desk.words(desk.outline.title) if desk.report else ""
        self.said.setText(" · ".join(filter(None, (desk.department(self._department()), title))))
        self.said.setToolTip(self.said.text())
        today = datetime.now().astimezone().date()
        self._words = MyWords(desk, work, today) if work is not None else None
        for widget in (self.strip, self.frame, self.side, self.shown, self.sheet):
            widget.setVisible(work is not None)
        self.nothing.setVisible(work is None)
        self._rest.setVisible(work is None)
        self.every.setVisible(self._own.known)
        self.empty.setText(self._why_empty())
        if self._words is None:
            self.returns.hide()
            return
        current = self._own.current()
        reading = "" if desk.session.writable else self.tr("Opened for reading only.")
        self.strip.show_words(self._words, self._words.full_name(current) if current is not None else "", reading)
        self.returns.show_words(self._words)
        self.side.show_words(self._words, self._why_not_passed(), reading)
        self._offer()
        self._fill()

    def _why_empty(self) -> str:
        if not self._own.known:
            return self.tr("Looking for what is asked of you …")
        return self.tr(
            "Nobody has asked your department for anything in this report yet. The editor asks it under “Requests”;"
            " until then you may fill in what is yours in the sections."
        )

    def _why_not_passed(self) -> str:
        session, words = self._desk.session, self._words
        if not session.writable or words is None:
            return self.tr("Opened for reading only.")
        refused = passing_refused(present_moment(self._desk), session.who, words.work.share)
        return self._desk.sentence(refused) if refused is not None else ""

    def _offer(self) -> None:
        """Offer all items, the open ones, and where some were passed on one's own."""
        assert self._words is not None
        kept, items = self.shown.currentData(), self._words.work.items
        self.shown.clear()
        counts = {shown: sum(shows(item, shown) for item in items) for shown in _SHOWN}
        words = {
            "all": self.tr("All {count}"), "open": self.tr("Open {count}"), "mine": self.tr("Mine {count}")
        }  # fmt: skip
        for shown in _SHOWN:
            if shown != "mine" or counts["mine"] < len(items):
                self.shown.addItem(words[shown].format(count=counts[shown]), shown)
        self.shown.setCurrentIndex(max(0, self.shown.findData(kept)))

    def _fill(self) -> None:
        if self._words is None:
            return
        here, place = self.list.item(), self.list.verticalScrollBar().value()
        self.model.load(self._words, self.shown.currentData())
        self.list.fit()
        if self._first:
            current = self._own.current()
            self.list.look_at(current.item.subject if current is not None else "")
            self._first = False
        else:
            self.list.look_at(here.item.subject if here is not None else "")
            QTimer.singleShot(0, self.list, partial(self.list.verticalScrollBar().setValue, place))

    # what is done

    def _open(self) -> None:
        if (item := self.list.item()) is not None:
            self._own.go_to(item)

    def _open_sheet(self) -> None:
        self.sheet_wanted.emit(self._department())

    def _reply(self, item: MyItem) -> None:
        """Go to where the item is talked about."""
        self._own.go_to(item)
        self._desk.show_thread(item.item.at)
