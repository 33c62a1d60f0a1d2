"""The items of one's own share under their sections: item, last year, this year, state, what is said of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor, QFont, QStandardItem, QStandardItemModel

from desktop.window.look.icons import IconShelf
from desktop.window.look.states import STATES, state_colour, state_word
from desktop.window.session.desk import Desk
from desktop.window.session.my_words import MyWords
from desktop.work.my_work import MyItem, MySection
from schema.validation.shares import ItemKind

ITEM, LAST, NOW, STATE, REMARK = range(5)
MINE, SECTION = (int(Qt.ItemDataRole.UserRole) + more for more in (1, 2))
KINDS: Mapping[ItemKind, str] = {"value": "number", "text": "text", "list": "record"}
Shown = Literal["all", "open", "mine"]
_HEIGHT, _BAND = 30, 32
_GAP = "\u2002"  # between a number at the right of its column and the state behind it
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class MyWorkModel(QStandardItemModel):
    """Bands carry their section at SECTION, rows their item at MINE."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._icons = desk, IconShelf()

    def load(self, words: MyWords, shown: Shown) -> None:
        """Show all items, or only those that are open or one's own."""
        self.clear()
        self.setHorizontalHeaderLabels(
            [self.tr("Item"), str(words.year - 1), str(words.year) + _GAP, self.tr("State"), self.tr("Remark")]
        )
        for column in (LAST, NOW):
            self.setHeaderData(column, Qt.Orientation.Horizontal, int(_RIGHT), Qt.ItemDataRole.TextAlignmentRole)
        for section in words.work.sections:
            items = [item for item in section.items if shows(item, shown)]
            if items:
                self._add(section, items, words)

    def _add(self, section: MySection, items: Sequence[MyItem], words: MyWords) -> None:
        title = words.section(section.code)
        band = QStandardItem(title)
        band.setEditable(False)
        band.setData(section, SECTION)
        band.setSizeHint(QSize(0, _BAND))
        band.setToolTip(title)
        told = self.tr("{section}: {done} of {count} done")
        spoken = told.format(section=title, done=section.done, count=len(section.items))
        band.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        for item in items:
            band.appendRow(self._row(item, words))
        self.appendRow(band)

    def _row(self, item: MyItem, words: MyWords) -> list[QStandardItem]:
        theme, remark = self._desk.theme, words.remark(item)
        texts = (
            words.short_name(item), words.amount(item, item.last) or "–", words.amount(item, item.now) + _GAP,
            state_word(item.state), remark.replace("\n", " "),
        )  # fmt: skip
        cells = [QStandardItem(text) for text in texts]
        tips = (words.full_name(item), texts[LAST], texts[NOW], texts[STATE], remark)
        for cell, tip in zip(cells, tips, strict=True):
            cell.setEditable(False)
            cell.setToolTip(tip)
        for column in (LAST, NOW):
            cells[column].setTextAlignment(_RIGHT)
        for column in (LAST, REMARK):
            cells[column].setForeground(QColor(theme.text2))
        colour = state_colour(item.state, theme)
        cells[STATE].setForeground(QColor(colour))
        cells[STATE].setIcon(self._icons.icon(STATES[item.state].drawing, colour))
        bold = QFont()
        bold.setWeight(QFont.Weight.DemiBold)
        cells[NOW].setFont(bold)
        first = cells[ITEM]
        first.setIcon(self._icons.icon(KINDS[item.item.kind], theme.text2))
        first.setData(item, MINE)
        first.setSizeHint(QSize(0, _HEIGHT))
        spoken = ", ".join(filter(None, (texts[ITEM], texts[STATE], texts[NOW], remark)))
        first.setData(spoken, Qt.ItemDataRole.AccessibleTextRole)
        return cells


def shows(item: MyItem, shown: Shown) -> bool:
    """Whether an item is among those that are wanted."""
    return shown == "all" or (shown == "open" and item.to_do) or (shown == "mine" and item.mine)
