"""The window: it is painted before anything is opened, and arranges the parts; it decides nothing."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desktop.window.actions import Actions
from desktop.window.appearance import Appearance
from desktop.window.drops import Drops, read_text
from desktop.window.file_choice import FileChoice, NewWorkspace
from desktop.window.helping import Helping
from desktop.window.identity import Identity
from desktop.window.look.i18n import Translations
from desktop.window.look.theme import Theme, company_theme, ui_font
from desktop.window.opening import Early, Opened, Opener, is_packed, open_seen
from desktop.window.pages.opening_page import OpeningPage
from desktop.window.receiving import Receiving
from desktop.window.session.background import Background
from desktop.window.settings import Settings
from desktop.window.top_bar import TopBar
from schema.errors import AnnalsError
from schema.grammar.location import Location, title_of

if TYPE_CHECKING:
    from desktop.window.pages.start_page import StartPage
    from desktop.window.session.workspace_session import WorkspaceSession
    from desktop.window.workspace_view import WorkspaceView
    from schema.catalogue.outline import Definitions
    from schema.values.datapoint import Snapshot

_ANSWERS = ("pack.kind", "pack.form")  # no pack to fill in, but perhaps a department's answer or form


class MainWindow(QMainWindow):
    """Start page, then a workspace: `shown` comes when its values are on the screen, `opened` when it is open."""

    shown = Signal()
    opened = Signal()
    refused = Signal(object)

    def __init__(self, opener: Opener, settings: Settings, translations: Translations, language: str) -> None:
        super().__init__()
        self.language = language
        self._opener, self._settings, self._translations = opener, settings, translations
        self.identity = Identity(opener, settings, self)
        self.receiving, self.drops = Receiving(opener.program, settings, self), Drops(self)
        self._opened: Opened | None = None
        self._store: Background | None = None
        self.view: WorkspaceView | None = None
        self.start: StartPage | None = None
        self._path: Location | None = None
        self._paint_waiters: list[Callable[[], None]] = []
        QApplication.setFont(ui_font(language))
        self.actions_ = Actions(self)
        self.appearance = Appearance(settings, self.actions_, self)
        self.helping = Helping(self.actions_, self.appearance, opener.resources / "manual", self)
        self._build()
        self._connect()
        self._speak(language)

    def _build(self) -> None:
        self.setObjectName("window")
        self.resize(QSize(1280, 800))
        self.setMinimumSize(QSize(960, 520))
        self.bar = TopBar(self.actions_, self)
        self.stack = QStackedWidget(self)
        self.opening = OpeningPage(self)
        self.stack.addWidget(self.opening)
        body = QWidget(self)
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.bar)
        layout.addWidget(self.stack, 1)
        self.setCentralWidget(body)

    def _dress(self) -> None:
        self.appearance.dress()
        self.bar.dress(self._theme_of(self.view.session) if self.view is not None else self.appearance.base)
        self.actions_.colour(self.appearance.base)

    def _redress(self) -> None:
        """Show everything in the look that is wanted now, at once and at the same place."""
        from desktop.window.renewing import renew

        self._dress()
        if self._opened is not None and self.view is not None:
            renew(self.view, self._theme_of(self.view.session), self.actions_, self._take_over)
        elif self.start is not None and self.stack.currentWidget() is self.start:
            self.show_start()

    def _take_over(self, view: WorkspaceView) -> None:
        assert self._opened is not None
        self.view = view
        self._put_in(view)
        self._settle(replace(self._opened, seen=True, pack=None))

    def _connect(self) -> None:
        actions, new = self.actions_, NewWorkspace(self._opener.resources, self.appearance, lambda: self.language)
        choice = FileChoice(actions, new, self)
        choice.opened.connect(self.open_path)
        choice.new.connect(lambda path, beginning: self._begin(path, partial(self._opener.create, path, beginning)))
        choice.sample.connect(lambda path: self._begin(path, partial(self._opener.create_sample, path)))
        actions.close.triggered.connect(self.show_start)
        actions.quit.triggered.connect(self.close)
        self.appearance.changed.connect(self._redress)
        actions.person.triggered.connect(self.identity.ask)
        self.identity.changed.connect(self.open_path)
        self.drops.dropped.connect(self.open_files)
        self.receiving.chosen.connect(self._open_pack)
        self.receiving.left.connect(lambda: None if self.view else self.show_start())
        self.receiving.refused.connect(self._refuse_pack)
        for language, action in actions.languages.items():
            action.triggered.connect(partial(self.speak, language))

    # languages

    def speak(self, language: str) -> None:
        """Show everything in another language, at once."""
        if language != self.language:
            self._settings.language = language
            self._speak(language)

    def _speak(self, language: str) -> None:
        self.language = language
        self._translations.use(language)
        QApplication.setFont(ui_font(language))
        self.setFont(ui_font(language))
        self._dress()  # after the font: what has a style sheet takes it with the sheet
        self.actions_.retranslate(language)
        self.bar.retranslate()
        self.opening.retranslate()
        if self.start is not None:
            self.start.retranslate()
        if self.view is not None:
            self.view.desk.speak(language)
            self.bar.refresh()
        self._show_title()

    def _show_title(self) -> None:
        self.setWindowTitle(f"{title_of(self._path)} – Annals" if self._path else "Annals")

    # start page and opening

    def after_paint(self, act: Callable[[], None]) -> None:
        """Call when the window has been painted for the first time."""
        self._paint_waiters.append(act)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint, then let go what waited for it."""
        super().paintEvent(event)
        waiters, self._paint_waiters = self._paint_waiters, []
        if (handle := self.windowHandle()) is not None:
            self.drops.watch(handle)  # watching twice is watching once
        for act in waiters:
            QTimer.singleShot(0, self, act)

    def show_start(self) -> None:
        """Show the start page; an open workspace is closed first."""
        if not self.leave_workspace():
            return
        from desktop.window.pages.start_page import StartPage  # deferred: a call with a path never needs it

        if self.start is not None:
            self.stack.removeWidget(self.start)
            self.start.deleteLater()
        self.start = StartPage(self.actions_, self._settings.recent(), self.appearance.base, self)
        self.start.chosen.connect(self.open_path)
        self.start.retranslate()
        self.stack.addWidget(self.start)
        self.stack.setCurrentWidget(self.start)
        self._show_title()

    def open_files(self, paths: Sequence[Path]) -> None:
        """Open what was dropped: several files are answers to the workspace that is open, a text is read against it."""
        if not read_text(self.view, paths):
            self.view.coming_in.offer(paths) if self.view and len(paths) > 1 else self.open_path(paths[0])

    def open_path(self, path: Location) -> None:
        """Open a file or a database off the UI thread; its values are shown as soon as they can be read.

        Of a pack it is asked first where its share is kept.
        """
        if isinstance(path, Path) and is_packed(path):
            if self.view is None:
                self.opening.show_path(path)
                self.stack.setCurrentWidget(self.opening)
            self.receiving.receive(path, self.language, self.appearance.base)
            return
        self._begin(path, partial(self.identity.opener(path).open, path), partial(self._opener.peek, path))

    def _open_pack(self, pack: Path, path: Path) -> None:
        self._begin(path, partial(self.identity.opener(path).open_pack, pack, path))

    def _refuse_pack(self, pack: Path, error: Exception) -> None:
        """Take what is an answer into the open workspace, which stays open; else say why a file is no pack."""
        if self.view is None:
            self._refuse(error)
        elif isinstance(error, AnnalsError) and error.code in _ANSWERS:
            self.view.coming_in.offer((pack,))
        else:
            self.refused.emit(self.receiving.show_trouble(error, self.language))

    def _begin(
        self, path: Location, work: Callable[[], Opened], peek: Callable[[], Early | None] = lambda: None
    ) -> None:
        if not self.leave_workspace():
            return
        self._path = path
        self.opening.show_path(path)
        self.stack.setCurrentWidget(self.opening)
        self._store = Background("store", self)
        self._store.run(peek, partial(self._open_rest, work), self._refuse)

    def _open_rest(self, work: Callable[[], Opened], early: Early | None) -> None:
        """Show what was seen, and let the workspace itself be opened meanwhile."""
        assert self._store is not None
        session = self._show(early.definitions, early.snapshot) if early is not None else None
        if early is not None and session is not None:
            work = partial(open_seen, work, early, session.attach)
        self._store.run(work, self._take, self._refuse)

    def _take(self, opened: Opened) -> None:
        if self.view is None:
            self._show(opened.workspace.definitions, opened.snapshot).attach(opened.workspace)
        self._settle(opened)
        assert self.view is not None
        self._settings.remember(self.view.session.path)
        self.receiving.follow(self.view, opened)
        if self.view.desk.theme != self._theme_of(self.view.session):
            self._redress()  # another look was wanted while it was being opened
        self.opened.emit()

    def _settle(self, opened: Opened) -> None:
        """Let the view follow what is open."""
        assert self.view is not None
        path, self._opened = self.view.session.path, opened
        self.identity.take(self.view, path, opened)
        self.view.begin(self._settings, self.identity.opener(path))

    def _theme_of(self, session: WorkspaceSession) -> Theme:
        return company_theme(session.definitions.catalogue.company.colours, self.appearance.base)

    def _show(self, definitions: Definitions, snapshot: Snapshot) -> WorkspaceSession:
        from desktop.window.session.desk import Desk
        from desktop.window.session.workspace_session import WorkspaceSession
        from desktop.window.workspace_view import WorkspaceView

        assert self._store is not None
        assert self._path is not None
        session = WorkspaceSession(self._path, definitions, snapshot, self._store)
        session.writable = not self.identity.must_ask(self._path, snapshot)
        desk = Desk(session, self.language, self._theme_of(session))
        self.view = WorkspaceView(desk, self.actions_, self)
        self._put_in(self.view)
        self.view.start(self.identity.place(self._path, snapshot))
        self._show_title()
        self.shown.emit()
        return session

    def _put_in(self, view: WorkspaceView) -> None:
        self.bar.follow(view)
        self.stack.addWidget(view)
        self.stack.setCurrentWidget(view)

    def _refuse(self, error: Exception) -> None:
        from desktop.window.dialogs.trouble import error_words

        self._drop_view()
        if self._store is not None:
            self._store.close()
            self._store = None
        self._path = None
        words = error_words(error, self._opener.program, self.language)
        self.refused.emit(words)
        self.show_start()
        if self.start is not None:
            self.start.show_trouble(words)
        self.receiving.ask_trust(error, self.appearance.base)

    def leave_workspace(self) -> bool:
        """Close the open workspace when every value is durable; ask where one is not."""
        if self.view is None:
            return True
        from desktop.window.dialogs.trouble import may_lose

        if not self.view.finish() and not may_lose(self, self.view.session.unsaved(), self.actions_.save_as_new):
            return False
        assert self._path is not None
        self.identity.keep_place(self.view)
        self._drop_view()
        self._store = self._path = None
        return True

    def _drop_view(self) -> None:
        view, self.view, self._opened = self.view, None, None
        if view is not None:
            view.close_session()
            self.bar.follow(None)
            self.stack.removeWidget(view)
            view.deleteLater()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Everything typed is durable before the window goes."""
        self._settings.geometry = self.saveGeometry()
        if self.leave_workspace():
            self.receiving.close()
            if self._store is not None:
                self._store.close()
            event.accept()
        else:
            event.ignore()
