"""Every action of the program with its words, keys and menu: one table, from which the menus are made."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.icons import icon
from desktop.window.look.theme import Theme

Shortcut = str | QKeySequence.StandardKey
_Key = QKeySequence.StandardKey
_IN_MENU = 36  # characters of a step's name
_KEY = re.compile(r"\(&\w\)|&")


@dataclass(frozen=True, slots=True)
class Deed:
    """One action: the attribute of `Actions` that holds it, its words in English, its keys, what it is drawn with.

    `always` ones can be used without an open workspace. Those of the `sheet` in that place alone; the key is told
    there, not bound: the cells hear it themselves, and fields beside them keep it.
    """

    name: str
    words: object  # a str, of which PySide's stub knows nothing
    keys: tuple[Shortcut, ...] = ()
    drawing: str = ""
    always: bool = False
    sheet: str = ""


# Each menu with its groups, in the order in which they are shown.
MENUS: tuple[tuple[object, tuple[tuple[Deed, ...], ...]], ...] = (
    (QT_TRANSLATE_NOOP("Menus", "&File"), (
        (
            Deed("open_pack", QT_TRANSLATE_NOOP("Actions", "Open a received &pack …"), ("Ctrl+Shift+P",), "pack",
                 always=True),
            Deed("open", QT_TRANSLATE_NOOP("Actions", "&Open …"), (_Key.Open,), "folder", always=True),
            Deed("new", QT_TRANSLATE_NOOP("Actions", "&New workspace …"), (_Key.New,), "plus", always=True),
            Deed("sample", QT_TRANSLATE_NOOP("Actions", "&Sample workspace …"), (), "sample", always=True),
        ),
        (
            Deed("import_", QT_TRANSLATE_NOOP("Actions", "&Import figures …"), ("Ctrl+I",)),
            Deed("export", QT_TRANSLATE_NOOP("Actions", "&Export …"), ("Ctrl+E",), "export"),
            Deed("print_", QT_TRANSLATE_NOOP("Actions", "Prin&t …"), (_Key.Print,), "print"),
        ),
        (Deed("verify", QT_TRANSLATE_NOOP("Actions", "&Verify the history …"), ("Shift+F9",)),),
        (
            Deed("close", QT_TRANSLATE_NOOP("Actions", "&Close workspace"), (_Key.Close,)),
            Deed("quit", QT_TRANSLATE_NOOP("Actions", "&Quit"), (_Key.Quit,), always=True),
        ),
    )),
    (QT_TRANSLATE_NOOP("Menus", "&Edit"), (
        (
            Deed("undo", QT_TRANSLATE_NOOP("Actions", "&Undo"), (_Key.Undo,), "undo"),
            Deed("redo", QT_TRANSLATE_NOOP("Actions", "&Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), "redo"),
        ),
        (
            Deed("cut", QT_TRANSLATE_NOOP("Actions", "Cu&t cells"), sheet="Ctrl+X"),
            Deed("copy", QT_TRANSLATE_NOOP("Actions", "&Copy cells"), sheet="Ctrl+C"),
            Deed("paste", QT_TRANSLATE_NOOP("Actions", "&Paste cells"), sheet="Ctrl+V"),
            Deed("fill_down", QT_TRANSLATE_NOOP("Actions", "Fill &down"), sheet="Ctrl+D"),
            Deed("fill_right", QT_TRANSLATE_NOOP("Actions", "Fill ri&ght"), sheet="Ctrl+R"),
            Deed("clear", QT_TRANSLATE_NOOP("Actions", "C&lear cells"), sheet="Del"),
            Deed("filter", QT_TRANSLATE_NOOP("Actions", "Filter ro&w"), sheet="Ctrl+Shift+L"),
        ),
        (Deed("find", QT_TRANSLATE_NOOP("Actions", "&Find …"), (_Key.Find,), "search"),),
        (
            Deed("evidence", QT_TRANSLATE_NOOP("Actions", "&Evidence of this value …"), ("Ctrl+Shift+E",)),
            Deed("making", QT_TRANSLATE_NOOP("Actions", "&Method and source of this value …"),
                 ("Shift+F2", "Ctrl+Shift+M")),
            Deed("question", QT_TRANSLATE_NOOP("Actions", "&Ask or answer here …"), ("Ctrl+Shift+Q",)),
            Deed("follow_up", QT_TRANSLATE_NOOP("Actions", "F&ollow-up mark on or off"), ("Ctrl+Shift+F",)),
        ),
    )),
    (QT_TRANSLATE_NOOP("Menus", "&Go"), (
        (
            Deed("my_work", QT_TRANSLATE_NOOP("Actions", "M&y work"), ("Alt+1",)),
            Deed("overview", QT_TRANSLATE_NOOP("Actions", "Overvie&w"), ("Alt+2",)),
            Deed("requests", QT_TRANSLATE_NOOP("Actions", "&Requests"), ("Alt+3",)),
            Deed("review", QT_TRANSLATE_NOOP("Actions", "Re&view"), ("Alt+4",)),
            Deed("came_in", QT_TRANSLATE_NOOP("Actions", "What &came in"), ("Alt+5",)),
            Deed("sheet", QT_TRANSLATE_NOOP("Actions", "&Sheet"), ("Alt+6",)),
            Deed("sections", QT_TRANSLATE_NOOP("Actions", "S&ections"), ("Alt+7",)),
            Deed("issues", QT_TRANSLATE_NOOP("Actions", "&Issues"), ("Alt+8",)),
            Deed("structure", QT_TRANSLATE_NOOP("Actions", "Struct&ure"), ("Alt+9",)),
        ),
        (
            Deed("previous", QT_TRANSLATE_NOOP("Actions", "&Previous section"), ("Ctrl+PgUp",)),
            Deed("next", QT_TRANSLATE_NOOP("Actions", "&Next section"), ("Ctrl+PgDown",)),
            Deed("next_open", QT_TRANSLATE_NOOP("Actions", "Next open i&tem"), ("Ctrl+J",)),
            Deed("previous_open", QT_TRANSLATE_NOOP("Actions", "Previous open ite&m"), ("Ctrl+Shift+J",)),
            Deed("next_issue", QT_TRANSLATE_NOOP("Actions", "Ne&xt issue"), ("F8",)),
            Deed("previous_issue", QT_TRANSLATE_NOOP("Actions", "Previ&ous issue"), ("Shift+F8",)),
        ),
        (Deed("page_view", QT_TRANSLATE_NOOP("Actions", "&Form, page or both"), ("F7",), "page"),),
    )),
    (QT_TRANSLATE_NOOP("Menus", "&Collect"), (
        (
            Deed("hand_in", QT_TRANSLATE_NOOP("Actions", "&Hand in …"), ("Ctrl+Shift+Return",)),
            Deed("pass_on", QT_TRANSLATE_NOOP("Actions", "&Pass on to a colleague …"), ("Ctrl+Shift+O",)),
        ),
        (
            Deed("ask", QT_TRANSLATE_NOOP("Actions", "&Ask departments …"), ("Ctrl+Shift+A",)),
            Deed("send", QT_TRANSLATE_NOOP("Actions", "&Send to departments …"), ("Ctrl+Shift+S",)),
            Deed("answers", QT_TRANSLATE_NOOP("Actions", "&Take in answers …"), ("Ctrl+Shift+I",)),
        ),
        (
            Deed("people", QT_TRANSLATE_NOOP("Actions", "Peop&le …")),
            Deed("person", QT_TRANSLATE_NOOP("Actions", "&Who I am …")),
        ),
    )),
    (QT_TRANSLATE_NOOP("Menus", "&Report"), (
        (
            Deed("coverage", QT_TRANSLATE_NOOP("Actions", "Co&verage …")),
            Deed("contradictions", QT_TRANSLATE_NOOP("Actions", "Con&tradictions …"), ("Ctrl+F8",)),
            Deed("check", QT_TRANSLATE_NOOP("Actions", "Chec&k everything"), ("F9",)),
        ),
        (
            Deed("freezes", QT_TRANSLATE_NOOP("Actions", "Free&zes …"), ("Ctrl+Shift+H",)),
            Deed("assurance", QT_TRANSLATE_NOOP("Actions", "&Assurance by an auditor …"), ("Ctrl+Shift+G",)),
        ),
        (
            Deed("next_year", QT_TRANSLATE_NOOP("Actions", "Next &year's or another report …")),
            Deed("assumed", QT_TRANSLATE_NOOP("Actions", "Confirm &definitions …")),
            Deed("newer", QT_TRANSLATE_NOOP("Actions", "Ne&wer definitions …")),
        ),
    )),
    (QT_TRANSLATE_NOOP("Menus", "&Help"), (
        (
            Deed("keys", QT_TRANSLATE_NOOP("Actions", "&Keys"), ("F1",), always=True),
            Deed("about", QT_TRANSLATE_NOOP("Actions", "A&bout Annals"), always=True),
        ),
    )),
)  # fmt: skip
# How the window can look, in the menu of places as the languages are.
LOOKS = {
    "system": QT_TRANSLATE_NOOP("Actions", "Loo&k as the system does"),
    "light": QT_TRANSLATE_NOOP("Actions", "&Light"),
    "dark": QT_TRANSLATE_NOOP("Actions", "&Dark"),
}
_DEEDS = tuple(deed for _, groups in MENUS for group in groups for deed in group)


class Actions(QObject):
    """Holds the actions; those of a workspace are off while none is open."""

    open_pack: QAction
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
    assumed: QAction
    newer: QAction
    keys: QAction
    about: QAction

    def __init__(self, window: QMainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._menus: list[QMenu] = []
        for deed in _DEEDS:
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
        for deed in _DEEDS:
            if not deed.always and deed.name not in ("undo", "redo"):
                self.allow(self.of(deed.name), "")
                self.of(deed.name).setEnabled(workspace)
        if not workspace:
            self.undo.setEnabled(False)
            self.redo.setEnabled(False)
        self.enter_sheet(here=False)

    def enter_sheet(self, *, here: bool) -> None:
        """Let what is done to cells be used where there are cells."""
        for deed in _DEEDS:
            if deed.sheet:
                self.allow(self.of(deed.name), "" if here else self.tr("In the sheet only (Alt+6)"))

    def allow(self, action: QAction, why: str) -> None:
        """Grey an action and say why; "" where it may be used."""
        action.setEnabled(not why)
        action.setToolTip(why)
        action.setStatusTip(why)

    def colour(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        for deed in _DEEDS:
            if deed.drawing:
                self.of(deed.name).setIcon(icon(deed.drawing, theme.text))

    def retranslate(self, language: str) -> None:
        """Say everything in the present language."""
        for deed in _DEEDS:
            told = f"\t{deed.sheet}" if deed.sheet else ""
            self.of(deed.name).setText(self.words(deed.name) + told)
        for menu, (words, _) in zip(self._menus, MENUS, strict=False):
            menu.setTitle(QCoreApplication.translate("Menus", str(words)))
        for code, action in self.looks.items():
            action.setText(QCoreApplication.translate("Actions", str(LOOKS[code])))
        self.languages[language].setChecked(True)

    def words(self, name: str) -> str:
        """Return what an action of the table is called, with its access key."""
        return QCoreApplication.translate("Actions", str(next(deed.words for deed in _DEEDS if deed.name == name)))

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
