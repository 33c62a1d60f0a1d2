"""Why a workspace can only be read, or its file is another, over everything else, with what can be done about it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QMessageBox, QPushButton, QSizePolicy, QWidget

from desktop.window.session.desk import Desk
from desktop.window.settings import Settings
from schema.errors import AnnalsError, WorkspaceError
from schema.grammar.location import Location
from schema.values.holder import Holder

_HELD = ("workspace.locked", "workspace.lock_unreadable")


class ReadingBanner(QFrame):
    """`taken_over` carries the path of a workspace whose lock a person has taken away."""

    taken_over = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.theme
        self._desk = desk
        self.setObjectName("reading")
        self.setStyleSheet(
            f"#reading {{ background: {theme.doubt_soft}; }} #reading QLabel {{ color: {theme.doubt}; }}"
        )
        self.words, self.take = QLabel(self, wordWrap=True), QPushButton(self.tr("Take over …"), self)
        self.words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.take.setToolTip(self.tr("Shows who holds it, since when and when last seen"))
        self.take.clicked.connect(self.ask)
        self.save = QPushButton(self)
        self.understood = QPushButton(self)
        self._reading = self._lost = ""
        self._risk: AnnalsError | None = None
        self._is_held = False
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 16, 8)
        layout.addWidget(self.words, 1)
        layout.addWidget(self.take)
        layout.addWidget(self.save)
        layout.addWidget(self.understood)
        self.hide()

    def text(self) -> str:
        """Return what it says."""
        return self.words.text()

    def show_trouble(self, trouble: AnnalsError | None) -> None:
        """Say why nothing can be changed; nothing where something can."""
        said = self.tr("Opened for reading only.")
        self._reading = f"{said} {self._desk.sentence(trouble)}" if trouble is not None else ""
        self._is_held = trouble is not None and trouble.code in _HELD
        self._show()

    def show_lost(self, words: str) -> None:
        """Say what became of the file, as long as something is not stored for it; empty where nothing did."""
        self._lost = words
        self._show()

    def begin(self, settings: Settings) -> None:
        """Say where the workspace lies on a network drive or in a synced folder, until somebody has understood."""
        from desktop.work.risky_place import risk_here  # deferred: not for the first look

        path = self._desk.session.path
        self._risk = None if settings.understood(path) else risk_here(path)
        self.understood.clicked.connect(lambda: self._put_away(settings))
        self._show()

    def _put_away(self, settings: Settings) -> None:
        settings.understand(self._desk.session.path)
        self._risk = None
        self._show()

    def _show(self) -> None:
        place = self._desk.sentence(self._risk) if self._risk is not None else ""
        words = self._lost or self._reading or place
        self.setVisible(bool(words))
        self.words.setText(words)
        self.understood.setText(self.tr("Understood"))
        self.understood.setVisible(bool(place) and words == place)
        self.take.setText(self.tr("Take over …"))
        self.take.setVisible(self._is_held and not self._lost)
        self.save.setText(self.tr("Sa&ve as a new workspace …"))
        self.save.setVisible(bool(self._lost) or (bool(place) and words == place))

    def ask(self) -> None:
        """Ask whether the lock is to be taken away, once it was said whose it is."""
        from schema.place import place_of  # deferred: not needed before somebody asks

        path = self._desk.session.path
        try:
            holder = place_of(path).holder()
        except WorkspaceError as error:
            self._tell(self._desk.sentence(error))
            return
        if holder is None:
            self.taken_over.emit(path)
        elif holder.alive:
            said = self.tr("The program that holds it still runs on this computer. Close its window, then open this.")
            self._tell(f"{self._told(holder)}\n\n{said}")
        elif self._is_yes(holder):
            self._take_away(path)

    def _is_yes(self, holder: Holder) -> bool:
        ask = self.tr(
            "Ask there first whether somebody is still at work: what they type from now on could not be stored any "
            "more. Take it over?"
        )
        yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
        words = f"{self._told(holder)}\n\n{ask}"
        return QMessageBox.question(self, self.tr("Take over the workspace"), words, yes | no, no) == yes

    def _take_away(self, path: Location) -> None:
        from schema.place import place_of

        try:
            place_of(path).unlock()
        except WorkspaceError as error:
            self._tell(self._desk.sentence(error))
        else:
            self.taken_over.emit(path)

    def _told(self, holder: Holder) -> str:
        from schema.values.parse import clean_text

        seen = _minute(holder.seen)
        if holder.since is None:
            told = self.tr("The lock file {lock} cannot be read; it was last touched {seen}.")
            return told.format(lock=holder.lock, seen=seen)
        told = self.tr("Held by {user} on {host} since {since}, last seen {seen}.")
        user, host = clean_text(holder.user), clean_text(holder.host)
        return told.format(user=user, host=host, since=_minute(holder.since), seen=seen)

    def _tell(self, words: str) -> None:
        QMessageBox.information(self, self.tr("Take over the workspace"), words)


def _minute(moment: datetime) -> str:
    return f"{moment.astimezone():%Y-%m-%d %H:%M}"
