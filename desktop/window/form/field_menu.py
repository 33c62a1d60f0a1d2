"""The menu of a row: estimate, footnote, note, reasons for there being no value, evidence, mark, clear."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from desktop.window.session.desk import Desk
from schema.grammar.reference import Key
from schema.validation.answers import can_be_answered

_PASTE = "edit-paste"  # as Qt names them
_EDITS = ("edit-cut", "edit-copy", _PASTE)


class FieldMenu(QMenu):
    """Made anew each time it is opened, so that it always tells the present state; its signals are what is chosen."""

    estimate_chosen = Signal(bool)
    remark_chosen = Signal(str)
    reason_chosen = Signal(str)
    clear_chosen = Signal()
    evidence_chosen = Signal()
    follow_up_chosen = Signal()

    def __init__(self, desk: Desk, key: Key, parent: QWidget) -> None:
        super().__init__(parent)
        point = desk.session.point(key)
        typed = desk.metric(key).formula is None and desk.session.writable
        estimated = self._add(self.tr("&Estimated"), lambda: self.estimate_chosen.emit(not (point and point.estimated)))
        estimated.setCheckable(True)
        estimated.setChecked(bool(point and point.estimated))
        estimated.setEnabled(typed and point is not None)
        self._add(self.tr("&Footnote …"), lambda: self.remark_chosen.emit("footnote")).setEnabled(typed)
        self._add(self.tr("&Note …"), lambda: self.remark_chosen.emit("note")).setEnabled(typed)
        self._add_reasons(desk, point.omission if point else "").setEnabled(typed)
        self._add_answers(desk, key)
        self._add(self.tr("&Method and source …"), lambda: desk.making_requested.emit(key))
        self._add(self.tr("Ev&idence …"), self.evidence_chosen.emit)
        self._add(self.tr("&Question …"), lambda: desk.show_thread(key))
        self._add(self.tr("Follow-&up …"), self.follow_up_chosen.emit)
        self.addSeparator()
        self._add(self.tr("&Clear"), self.clear_chosen.emit).setEnabled(typed and point is not None)
        self._add(self.tr("Show &details"), lambda: (desk.look_at(key), desk.details_requested.emit()))

    def add_edits(self, edit: QLineEdit) -> None:
        """Add cutting, copying and pasting words, as every field offers them; the program's own undo stays its own."""
        standard = edit.createStandardContextMenu()
        standard.setParent(self, standard.windowFlags())
        self.addSeparator()
        self.addActions(edits := [action for action in standard.actions() if action.objectName() in _EDITS])
        for action in edits:
            if action.objectName() == _PASTE:  # several cells go further than one field
                action.triggered.disconnect()
                action.triggered.connect(lambda _=False: edit.paste())

    def _add_answers(self, desk: Desk, key: Key) -> None:
        """Offer to answer what is doubtful here, and to take back what was answered."""
        doubts = tuple(issue for issue in desk.session.issues_at(key) if can_be_answered(issue))
        given = tuple(one for one in desk.session.answered() if one.issue.at == key and one.at)
        if doubts:
            answer = self._add(self.tr("&Answer doubt …"), lambda: desk.answer_requested.emit(doubts))
            answer.setEnabled(desk.session.writable)
        if given:
            back = self._add(self.tr("&Take answer back"), lambda: desk.withdraw_requested.emit(given))
            back.setEnabled(desk.session.writable)

    def _add(self, words: str, act: object) -> QAction:
        action = self.addAction(words)
        action.triggered.connect(act)
        return action

    def _add_reasons(self, desk: Desk, chosen: str) -> QMenu:
        menu = self.addMenu(self.tr("No &value because it is"))
        for code, words in desk.omissions().items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.triggered.connect(lambda _=False, code=code: self.reason_chosen.emit(code))
        return menu
