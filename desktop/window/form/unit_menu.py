"""The list of a field: the answers that it may have, or the units in which its number may be meant, then why none."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QMenu, QWidget

from desktop.window.form.value_edit import ValueEdit
from desktop.window.session.desk import Desk
from desktop.work.unit_choice import label_choices, unit_choices
from desktop.work.wording import Wording


class UnitMenu(QMenu):
    """Made anew each time; its signal carries the text to be typed: the number with another unit, or a reason."""

    text_chosen = Signal(str)

    def __init__(self, desk: Desk, wording: Wording | None, text: str, parent: QWidget) -> None:
        """Offer units of a wording; None where several cells are meant: they get reasons alone."""
        super().__init__(parent)
        choices = unit_choices(wording, text) if wording is not None else ()
        labels = label_choices(wording) if wording is not None else ()
        for words in labels:
            self._offer(words, words)
        if labels:
            self._head(self.tr("No value because it is"))
        if choices:
            self._head(self.tr("“{text}” is meant in").format(text=text.strip()))
            for one in choices:
                self._offer(f"{one.name}\t= {one.means}", one.text)
            self._head(self.tr("No value because it is"))
        for words in desk.omissions().values():
            self._offer(words, words)

    def _head(self, words: str) -> None:
        self.addSeparator()
        self.addAction(words.replace("&", "&&")).setEnabled(False)

    def _offer(self, words: str, text: str) -> None:
        self.addAction(words.replace("&", "&&")).triggered.connect(partial(self._choose, text))

    def _choose(self, text: str, _: bool = False) -> None:
        self.text_chosen.emit(text)


def open_below(edit: ValueEdit, desk: Desk, wording: Wording) -> None:
    """Open the list below a number's field; what is chosen is typed there."""
    if edit.isReadOnly():
        return
    if (old := edit.findChild(UnitMenu)) is not None:
        old.deleteLater()
    menu = UnitMenu(desk, wording, edit.text(), edit)
    menu.text_chosen.connect(edit.take)
    menu.popup(edit.mapToGlobal(edit.rect().bottomLeft()))
