"""Every action of the program with its words and keys; menus and buttons are made from them."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from desktop.window.look.i18n import LANGUAGES
from desktop.window.look.icons import icon
from desktop.window.look.theme import Theme

_KEYS = {
    "new": QKeySequence.StandardKey.New,
    "open": QKeySequence.StandardKey.Open,
    "open_pack": "Ctrl+Shift+P",
    "close": QKeySequence.StandardKey.Close,
    "quit": QKeySequence.StandardKey.Quit,
    "undo": QKeySequence.StandardKey.Undo,
    "redo": QKeySequence.StandardKey.Redo,
    "find": QKeySequence.StandardKey.Find,
    "export": "Ctrl+E",
    "import_": "Ctrl+I",
    "hand_in": "Ctrl+Shift+Return",
    "answers": "Ctrl+Shift+I",
    "previous": "Ctrl+PgUp",
    "next": "Ctrl+PgDown",
    "next_issue": "F8",
    "contradictions": "Shift+F8",
    "sections": "Alt+1",
    "requests": "Alt+2",
    "review": "Alt+3",
    "came_in": "Alt+4",
    "sheet": "Alt+5",
    "ask": "Ctrl+Shift+A",
    "send": "Ctrl+Shift+S",
    "pass_on": "Ctrl+Shift+O",
    "freezes": "Ctrl+Shift+H",
    "assurance": "Ctrl+Shift+G",
    "verify": "Shift+F9",
    "evidence": "Ctrl+Shift+E",
    "making": "Shift+F2",
    "follow_up": "Ctrl+Shift+F",
    "question": "Ctrl+Shift+Q",
    "keys": "F1",
}
_ICONS = {"new": "plus", "open": "folder", "open_pack": "pack", "sample": "sample", "undo": "undo", "redo": "redo",
          "find": "search", "export": "export"}  # fmt: skip


class Actions(QObject):
    """Holds the actions; those of a workspace are off while none is open."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.new, self.open, self.sample, self.close, self.quit = (self._make(n) for n in
            ("new", "open", "sample", "close", "quit"))  # fmt: skip
        self.open_pack, self.hand_in = self._make("open_pack"), self._make("hand_in")
        self.answers, self.came_in = self._make("answers"), self._make("came_in")
        self.undo, self.redo, self.find, self.export = (self._make(n) for n in ("undo", "redo", "find", "export"))
        self.import_ = self._make("import_")
        self.previous, self.next, self.next_issue = (self._make(n) for n in ("previous", "next", "next_issue"))
        self.next_year = self._make("next_year")
        self.coverage, self.sections, self.requests = (self._make(n) for n in ("coverage", "sections", "requests"))
        self.review, self.sheet = self._make("review"), self._make("sheet")
        self.ask, self.send, self.pass_on, self.people = (self._make(n) for n in ("ask", "send", "pass_on", "people"))
        self.contradictions = self._make("contradictions")
        self.evidence, self.making, self.question = (self._make(n) for n in ("evidence", "making", "question"))
        self.making.setShortcuts([QKeySequence("Shift+F2"), QKeySequence("Ctrl+Shift+M")])
        self.follow_up = self._make("follow_up")
        self.freezes, self.assurance, self.verify = (self._make(n) for n in ("freezes", "assurance", "verify"))
        self.assumed, self.newer, self.person = self._make("assumed"), self._make("newer"), self._make("person")
        self.keys, self.about = self._make("keys"), self._make("about")
        self.languages = {code: self._make(code) for code in LANGUAGES}
        group = QActionGroup(self)
        for code, action in self.languages.items():
            action.setCheckable(True)
            action.setText(LANGUAGES[code])
            group.addAction(action)
        self.enable(workspace=False)

    def _make(self, name: str) -> QAction:
        action = QAction(self)
        action.setObjectName(name)
        if name in _KEYS:
            action.setShortcut(QKeySequence(_KEYS[name]))
        self._window.addAction(action)
        return action

    def enable(self, *, workspace: bool) -> None:
        """Switch what only makes sense with an open workspace."""
        for action in (
            self.close, self.export, self.import_, self.find, self.previous, self.next, self.next_issue, self.next_year,
            self.coverage, self.contradictions, self.assumed, self.newer, self.person,
            self.sections, self.requests, self.review, self.sheet, self.ask, self.send, self.pass_on,
            self.people, self.hand_in, self.follow_up,
            self.evidence, self.making, self.question, self.answers, self.came_in, self.freezes,
            self.assurance, self.verify,
        ):  # fmt: skip
            action.setEnabled(workspace)
            _explain(action, "")
        if not workspace:
            self.undo.setEnabled(False)
            self.redo.setEnabled(False)

    def allow(self, action: QAction, why: str) -> None:
        """Grey an action and say why; "" where it may be used."""
        action.setEnabled(not why)
        _explain(action, why)

    def colour(self, theme: Theme) -> None:
        """Draw the icons in the theme's colours."""
        for name, drawing in _ICONS.items():
            colour = theme.on_accent if name == "export" else theme.text
            getattr(self, name).setIcon(icon(drawing, colour))

    def retranslate(self, language: str) -> None:
        """Say everything in the present language."""
        self.new.setText(self.tr("&New workspace …"))
        self.open.setText(self.tr("&Open …"))
        self.open_pack.setText(self.tr("Open a received &pack …"))
        self.answers.setText(self.tr("Take in answers …"))
        self.hand_in.setText(self.tr("&Hand in …"))
        self.sample.setText(self.tr("&Sample workspace …"))
        self.close.setText(self.tr("&Close workspace"))
        self.quit.setText(self.tr("&Quit"))
        self.undo.setText(self.tr("&Undo"))
        self.redo.setText(self.tr("&Redo"))
        self.find.setText(self.tr("&Find …"))
        self.export.setText(self.tr("&Export …"))
        self.import_.setText(self.tr("&Import figures …"))
        self.previous.setText(self.tr("Previous section"))
        self.next.setText(self.tr("Ne&xt section"))
        self.next_issue.setText(self.tr("Next issue"))
        self.next_year.setText(self.tr("Next &year's report …"))
        self.contradictions.setText(self.tr("Con&tradictions …"))
        self.coverage.setText(self.tr("Co&verage …"))
        self.assumed.setText(self.tr("Confirm &definitions …"))
        self.newer.setText(self.tr("Ne&wer definitions …"))
        self.ask.setText(self.tr("&Ask departments …"))
        self.send.setText(self.tr("Send to departments …"))
        self.pass_on.setText(self.tr("Pass on to a colleague …"))
        self.people.setText(self.tr("Peop&le …"))
        self.person.setText(self.tr("Who I a&m …"))
        self._retranslate_beside()
        self.keys.setText(self.tr("&Keys"))
        self.about.setText(self.tr("A&bout Annals"))
        self.languages[language].setChecked(True)

    def _retranslate_beside(self) -> None:
        """Say what is about the value, the text or the row with the cursor, and about the whole history."""
        self.evidence.setText(self.tr("Evidence of this value …"))
        self.making.setText(self.tr("Method and source of this value …"))
        self.freezes.setText(self.tr("Free&zes …"))
        self.question.setText(self.tr("Ask or answer here …"))
        self.assurance.setText(self.tr("Assurance by an auditor …"))
        self.verify.setText(self.tr("Verify the history …"))
        self.follow_up.setText(self.tr("Follow-up mark on or off"))
        self._retranslate_places()

    def _retranslate_places(self) -> None:
        self.came_in.setText(self.tr("What came in"))
        self.sections.setText(self.tr("Sections"))
        self.requests.setText(self.tr("Requests"))
        self.review.setText(self.tr("Review"))
        self.sheet.setText(self.tr("Sheet"))

    def menu(self, parent: QWidget) -> QMenu:
        """Return the program's menu."""
        menu = QMenu(parent)
        menu.setToolTipsVisible(True)  # why something is greyed
        for group in (
            (self.open_pack, self.open, self.new, self.sample, self.close),
            (self.undo, self.redo, self.find, self.previous, self.next, self.next_issue),
            (self.evidence, self.making, self.question, self.follow_up),
            (self.import_, self.export, self.next_year, self.coverage, self.contradictions, self.assumed, self.newer),
            (self.freezes, self.assurance, self.verify),
            (self.sections, self.requests, self.review, self.came_in, self.sheet),
            (self.hand_in, self.pass_on, self.answers, self.ask, self.send, self.people, self.person),
            tuple(self.languages.values()),
            (self.keys, self.about, self.quit),
        ):
            menu.addActions(list(group))
            menu.addSeparator()
        return menu

    def all(self) -> list[QAction]:
        """Return every action in the order of the menu."""
        return [action for action in self._window.actions() if action.text()]


def _explain(action: QAction, why: str) -> None:
    action.setToolTip(why)
    action.setStatusTip(why)
