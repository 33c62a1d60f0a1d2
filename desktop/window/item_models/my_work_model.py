"""The items of one's own share under their sections: item, last year, this year, state, what is said of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, QSize, Qt
from PySide6.QtGui import QColor, QFont, QIcon

from desktop.window.item_models.grouped_model import GroupedModel, Index
from desktop.window.look.icons import IconShelf
from desktop.window.look.states import STATES, state_colour, state_word
from desktop.window.session.desk import Desk
from desktop.window.session.my_words import MyWords
from desktop.window.session.year_names import year_name
from desktop.work.my_work import MyItem, MySection
from schema.validation.shares import ItemKind

ITEM, LAST, NOW, STATE, REMARK = range(5)
MINE, SECTION = (int(Qt.ItemDataRole.UserRole) + more for more in (1, 2))
KINDS: Mapping[ItemKind, str] = {"value": "number", "text": "text", "list": "record"}
Shown = Literal["all", "open", "mine"]
_Role = Qt.ItemDataRole
_DISPLAY, _TIP, _NAME, _COLOUR, _FONT, _ICON, _ALIGN, _SIZE = (
    int(role)
    for role in (
        _Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole, _Role.ForegroundRole, _Role.FontRole,
        _Role.DecorationRole, _Role.TextAlignmentRole, _Role.SizeHintRole,
    )
)  # fmt: skip
_HEIGHT = 30
_GAP = "\u2002"  # between a number at the right of its column and the state behind it
_RIGHT = int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)


@dataclass(frozen=True, slots=True)
class _Line:
    """What a row says, by column, and what its cells tell when the pointer rests on them."""

    texts: tuple[str, ...]
    tips: tuple[str, ...]


class MyWorkModel(GroupedModel[MyItem]):
    """Bands carry their section at SECTION, rows their item at MINE; a row is written when it is first looked at.

    `remarked`: of one of the rows something is said.
    """

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._icons = desk, IconShelf()
        self._words: MyWords | None = None
        self._sections: list[MySection] = []
        self._lines: dict[tuple[int, int], _Line] = {}
        self.remarked = False
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)

    def load(self, words: MyWords, shown: Shown) -> None:
        """Show all items, or only those that are open or one's own."""
        self.beginResetModel()
        self._words, self._lines = words, {}
        found = [(one, [item for item in one.items if shows(item, shown)]) for one in words.work.sections]
        self._sections = [section for section, items in found if items]
        self._groups = [(words.section(section.code), items) for section, items in found if items]
        self.remarked = any(words.remark(item) for _, items in self._groups for item in items)
        self.endResetModel()

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        del parent
        return REMARK + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Name the columns; numbers stand right."""
        if orientation is not Qt.Orientation.Horizontal or self._words is None:
            return None
        if role == _ALIGN and section in (LAST, NOW):
            return _RIGHT
        year = self._words.year
        last, now = (year_name(self._desk, one) for one in (year - 1, year))
        heads = self.tr("Item"), last, now + _GAP, self.tr("State"), self.tr("Remark")
        return heads[section] if role == _DISPLAY else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be chosen; a file can be let go on it."""
        del index
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDropEnabled

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return words, marks, the section of a band, the item of a row."""
        if not index.isValid() or self._words is None:
            return None
        if role == _SIZE:
            return QSize(0, _HEIGHT)
        if not index.internalId():
            return self._of_band(index.row(), index.column(), role)
        place = index.internalId() - 1, index.row()
        item = self._groups[place[0]][1][place[1]]
        if role == MINE:
            return item if index.column() == ITEM else None
        return self._of_row(item, place, index.column(), role)

    def _of_band(self, place: int, column: int, role: int) -> object:
        section, title = self._sections[place], self._groups[place][0]
        if column != ITEM:
            return None
        if role == SECTION:
            return section
        if role == _NAME:
            told = self.tr("{section}: {done} of {count} done")
            return told.format(section=title, done=section.done, count=len(section.items))
        return title if role in (_DISPLAY, _TIP) else None

    def _of_row(self, item: MyItem, place: tuple[int, int], column: int, role: int) -> object:
        if role == _DISPLAY:
            return self._line(item, place).texts[column]
        if role == _TIP:
            return self._line(item, place).tips[column]
        if role == _NAME:
            line = self._line(item, place)
            spoken = (line.texts[ITEM], line.texts[STATE], line.texts[NOW], line.tips[REMARK])
            return ", ".join(filter(None, spoken)) if column == ITEM else line.texts[column]
        if role == _COLOUR:
            return self._colour(item, column)
        if role == _ICON:
            return self._icon(item, column)
        if role == _ALIGN:
            return _RIGHT if column in (LAST, NOW) else None
        return self._bold if role == _FONT and column == NOW else None

    def _colour(self, item: MyItem, column: int) -> QColor | None:
        theme = self._desk.theme
        if column == STATE:
            return QColor(state_colour(item.state, theme))
        return QColor(theme.text2) if column in (LAST, REMARK) else None

    def _icon(self, item: MyItem, column: int) -> QIcon | None:
        theme = self._desk.theme
        if column == STATE:
            return self._icons.icon(STATES[item.state].drawing, state_colour(item.state, theme))
        return self._icons.icon(KINDS[item.item.kind], theme.text2) if column == ITEM else None

    def _line(self, item: MyItem, place: tuple[int, int]) -> _Line:
        line = self._lines.get(place)
        if line is None:
            assert self._words is not None
            line = self._lines[place] = _write(item, self._words)
        return line


def _write(item: MyItem, words: MyWords) -> _Line:
    remark = words.remark(item)
    texts = (
        words.short_name(item), words.amount(item, item.last) or "–", words.amount(item, item.now) + _GAP,
        state_word(item.state), remark.replace("\n", " "),
    )  # fmt: skip
    return _Line(texts, (words.full_name(item), texts[LAST], texts[NOW], texts[STATE], remark))


def shows(item: MyItem, shown: Shown) -> bool:
    """Whether an item is among those that are wanted."""
    return shown == "all" or (shown == "open" and item.to_do) or (shown == "mine" and item.mine)
