"""The actions of the table of deeds, as the window and its menus have them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence, QShortcut
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from desktop.window.deeds import DEEDS, LOOKS, MENUS, Shortcut
from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.icons import icon
from desktop.window.look.theme import Theme

_IN_MENU = 36  # characters of a step's name
_KEY = re.compile(r"\(&\w\)|&")


class Actions(QObject):
    """Holds the actions; those of a workspace are off while none is open.

    `refused` carries why an action is greyed, when its key is pressed all the same.
    """

    refused = Signal(str)

    open_pack: QAction
    open_database: QAction
    open: QAction
    new: QAction
    sample: QAction
    import_: QAction
    export: QAction
    print_: QAction
    verify: QAction
    close: QAction
    quit: QAction
    undo: QAction
    redo: QAction
    cut: QAction
    copy: QAction
    paste: QAction
    paste_new: QAction
    fill_down: QAction
    fill_right: QAction
    clear: QAction
    filter: QAction
    find: QAction
    evidence: QAction
    making: QAction
    question: QAction
    follow_up: QAction
    my_work: QAction
    overview: QAction
    requests: QAction
    review: QAction
    came_in: QAction
    sheet: QAction
    sections: QAction
    issues: QAction
    structure: QAction
    catalogue: QAction
    scan: QAction
    palette: QAction
    previous: QAction
    next: QAction
    next_open: QAction
    previous_open: QAction
    next_issue: QAction
    previous_issue: QAction
    page_view: QAction
    hand_in: QAction
    pass_on: QAction
    ask: QAction
    send: QAction
    answers: QAction
    people: QAction
    person: QAction
    coverage: QAction
    contradictions: QAction
    check: QAction
    freezes: QAction
    assurance: QAction
    next_year: QAction
    backups: QAction
    save_as_new: QAction
    assumed: QAction
    newer: QAction
    manual: QAction
    keys: QAction
    about: QAction

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menus: list[QMenu] = []
        self._greyed: dict[QAction, QShortcut] = {}
        for deed in DEEDS:
            setattr(self, deed.name, self._make(deed.name, deed.keys))
        self.languages = self._choice(LANGUAGES)
        self.looks = self._choice(LOOKS)
        for code, action in self.languages.items():
            action.setText(LANGUAGES[code])
        self._fill(window.menuBar())
        self.enable(workspace=False)

    def _make(self, name: str, keys: tuple[Shortcut, ...]) -> QAction:
        action = QAction(self)
        action.setObjectName(name)
        action.setShortcuts([QKeySequence(key) for key in keys])
        self._window.addAction(action)
        if keys:
            told = self._greyed[action] = QShortcut(self._window)
            told.setEnabled(False)
            told.setKeys(action.shortcuts())
            told.activated.connect(lambda: self.refused.emit(action.toolTip()))
        return action

    def _choice(self, codes: Iterable[str]) -> dict[str, QAction]:
        """Return actions of which one holds."""
        group, made = QActionGroup(self), {code: self._make(code, ()) for code in codes}
        for action in made.values():
            action.setCheckable(True)
            group.addAction(action)
        return made

    def of(self, name: str) -> QAction:
        """Return the action of a name in the table."""
        return getattr(self, name)

    def enable(self, *, workspace: bool) -> None:
        """Switch what only makes sense with an open workspace."""
        for deed in DEEDS:
            if not deed.always and deed.name not in ("undo", "redo"):
                self.allow(self.of(deed.name), "")
                self.of(deed.name).setEnabled(workspace)
        if not workspace:
            self.undo.setEnabled(False)
            self.redo.setEnabled(False)
        self.enter_sheet(here=False)

    def enter_sheet(self, *, here: bool, catalogue: bool = False) -> None:
        """Let what is done to cells be used where there are cells; what makes metrics, in the catalogue alone."""
        for deed in DEEDS:
            if deed.sheet:
                self.allow(self.of(deed.name), "" if here else self.tr("In a sheet only (Alt+6, Alt+0)"))
        self.allow(self.paste_new, "" if catalogue else self.tr("In the catalogue only (Alt+0)"))

    def allow(self, action: QAction, why: str) -> None:
        """Grey an action and say why; "" where it may be used. Its key says so, too."""
        action.setEnabled(not why)
        if action in self._greyed:
            self._greyed[action].setEnabled(bool(why))
        action.setToolTip(why)
        action.setStatusTip(why)

    def colour(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        for deed in DEEDS:
            if deed.drawing:
                self.of(deed.name).setIcon(icon(deed.drawing, theme.text))

    def retranslate(self, language: str) -> None:
        """Say everything in the present language."""
        for deed in DEEDS:
            told = f"\t{deed.sheet}" if deed.sheet else ""
            self.of(deed.name).setText(self.words(deed.name) + told)
        for menu, (words, _) in zip(self._menus, MENUS, strict=False):
            menu.setTitle(QCoreApplication.translate("Menus", str(words)))
        for code, action in self.looks.items():
            action.setText(QCoreApplication.translate("Actions", str(LOOKS[code])))
        self.languages[language].setChecked(True)

    def words(self, name: str) -> str:
        """Return what an action of the table is called, with its access key."""
        return QCoreApplication.translate("Actions", str(next(deed.words for deed in DEEDS if deed.name == name)))

    def name_step(self, name: str, step: str) -> None:
        """Let undo or redo say which step it is about: shortened in the menu, whole in its tool tip."""
        action, words = self.of(name), self.words(name)
        short = step if len(step) <= _IN_MENU else step[: _IN_MENU - 1] + "…"
        action.setText(f"{words} {short.replace('&', '&&')}".rstrip())
        key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        action.setToolTip(f"{without_key(words)} {step}".rstrip() + f" ({key})")

    def _fill(self, bar: QMenuBar) -> None:
        """Put the menus into the window's bar; their words follow with `retranslate`."""
        for _, groups in MENUS:
            menu = bar.addMenu("")
            menu.setToolTipsVisible(True)  # why something is greyed
            for group in groups:
                menu.addActions([self.of(deed.name) for deed in group])
                menu.addSeparator()
            self._menus.append(menu)
        self._menus[_GO].addActions(list(self.looks.values()))
        self._menus[_GO].addSeparator()
        self._menus[_GO].addActions(list(self.languages.values()))

    def all(self) -> list[QAction]:
        """Return every action in the order of the menus."""
        return [action for action in self._window.actions() if action.text()]


_GO = 2  # the menu that says what is shown, and in which language


def without_key(text: str) -> str:
    """Return an action's words without its access key, as a large button shows them."""
    return _KEY.sub("", text)
