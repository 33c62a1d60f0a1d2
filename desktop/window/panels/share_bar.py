"""One line over the workspace of whoever fills in a share: until when, how much is open, whether it is handed in."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.share_words import ShareWords
from desktop.work.handed_in import HandedIn
from schema.moment import Moment
from schema.validation.shares import Share


class ShareBar(QFrame):
    """Hidden until there is a share; `wanted` asks to hand it in, `first_wanted` for the first thing to do,
    `pass_wanted` to pass it on to a colleague."""

    wanted = Signal()
    first_wanted = Signal()
    pass_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setObjectName("shareBar")
        theme = desk.theme
        ground = f"#shareBar {{ background: {theme.surface}; border-bottom: 1px solid {theme.line}; }}"
        self.setStyleSheet(style_sheet(theme) + ground)
        self.words = QLabel(self)
        self.next, self.pass_on, self.go = (QPushButton(self) for _ in range(3))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 6, 16, 6)
        layout.setSpacing(10)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.next)
        layout.addWidget(self.pass_on)
        layout.addWidget(self.go)
        self.next.clicked.connect(self.first_wanted)
        self.pass_on.clicked.connect(self.pass_wanted)
        self.go.clicked.connect(self.wanted)
        self.hide()

    def show_share(self, share: Share | None, handed_in: HandedIn | None) -> None:
        """Say how a share stands; hidden where there is none."""
        if share is None or share.request is None:
            self.hide()
            return
        words, theme = ShareWords(self._desk, share, handed_in), self._desk.theme
        state = words.state
        self.words.setText(words.sentence())
        colours = {"returned": theme.doubt, "changed": theme.doubt, "late": theme.error, "done": theme.good}
        self.words.setStyleSheet(f"color: {colours.get(state, theme.text)};")
        todo = words.to_do()
        self.next.setText(self.tr("Next: {name}").format(name=words.name(todo[0])) if todo else "")
        self.next.setVisible(bool(todo))
        self.go.setText(words.action())
        reading = "" if self._desk.session.writable else self.tr("Opened for reading only.")
        for button in (self.next, self.go):
            button.setEnabled(not reading)
            button.setToolTip(reading)
        self.pass_on.setText(self.tr("Pass on …"))
        why = self._why_not_passed(share)
        self.pass_on.setEnabled(not why)
        self.pass_on.setToolTip(why)
        self.show()

    def _why_not_passed(self, share: Share) -> str:
        """Return why the share cannot be passed on here; empty where it can."""
        from desktop.work.permission import passing_refused  # deferred: nothing is asked at the first look

        session = self._desk.session
        if not session.writable:
            return self.tr("Opened for reading only.")
        refused = passing_refused(Moment(session.definitions, session.snapshot), session.who, share)
        return self._desk.sentence(refused) if refused else ""
