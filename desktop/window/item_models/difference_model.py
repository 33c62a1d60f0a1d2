"""What newer definitions say otherwise: a row per difference below the list that it belongs to; ticked ones come in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from desktop.window.item_models.grouped_model import GroupedModel, Index
from desktop.window.session.desk import Desk
from schema.exchange.catalogue_update.difference import Difference

_ROLE = Qt.ItemDataRole
WHAT, MINE, NEWER, WHY = range(4)
_LONGEST = 200  # characters in a cell; the whole stands below the list


class DifferenceModel(GroupedModel[Difference]):
    """What comes in by itself is ticked at first; what stays as it is for what is in it cannot be."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._all: tuple[Difference, ...] = ()
        self._taken: set[str] = set()
        self.only_asked = False

    def show_differences(self, differences: Sequence[Difference]) -> None:
        """Begin with these."""
        self._all = tuple(differences)
        self._taken = {one.place for one in differences if one.comes}
        self.load()

    def load(self) -> None:
        """Show all of them, or what is left to a person."""
        self.beginResetModel()
        shown = [one for one in self._all if not self.only_asked or one.is_asked]
        sheets = dict.fromkeys(one.sheet for one in shown)
        self._groups = [(sheet, [one for one in shown if one.sheet == sheet]) for sheet in sheets]
        self.endResetModel()

    def taken(self) -> frozenset[str]:
        """Return the places of the differences that are ticked."""
        return frozenset(self._taken)

    def asked(self) -> int:
        """Return how many are left to a person."""
        return sum(one.is_asked for one in self._all)

    def count(self) -> int:
        """Return how many there are in all."""
        return len(self._all)

    def below(self, index: Index) -> list[Difference]:
        """Return the difference of a row, or those of a list's row."""
        if not index.isValid():
            return []
        group = index.internalId()
        return [self._groups[group - 1][1][index.row()]] if group else self._groups[index.row()][1]

    def is_taken(self, found: Iterable[Difference]) -> bool:
        """Whether all of them that can come in do."""
        can = [one for one in found if one.kind != "kept"]
        return bool(can) and all(one.place in self._taken for one in can)

    def take(self, found: Iterable[Difference], *, taken: bool) -> None:
        """Tick them, or leave what stands there."""
        places = {one.place for one in found if one.kind != "kept"}
        self._taken = self._taken | places if taken else self._taken - places
        for row in range(len(self._groups)):
            above = self.index(row, WHAT)
            last = self.index(self.rowCount(above) - 1, WHY, above)
            self.dataChanged.emit(above, self.index(row, WHY))
            self.dataChanged.emit(self.index(0, WHAT, above), last)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return what it is about, both words, and why it is asked."""
        del parent
        return WHY + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return the heads."""
        if orientation != Qt.Orientation.Horizontal or role != _ROLE.DisplayRole:
            return None
        return (self.tr("Take"), self.tr("Mine"), self.tr("Newer"), self.tr("What happens"))[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """All but what cannot be chosen has a tick."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        can = index.column() == WHAT and any(one.kind != "kept" for one in self.below(index))
        return flags | Qt.ItemFlag.ItemIsUserCheckable if can else flags

    def setData(self, index: Index, value: object, role: int = int(_ROLE.EditRole)) -> bool:
        """Take a tick over."""
        if role != _ROLE.CheckStateRole or index.column() != WHAT:
            return False
        self.take(self.below(index), taken=Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    # what is shown

    def data(self, index: Index, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return a cell's words, tick or looks."""
        found, is_list = self.below(index), not index.internalId()
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return self._list_words(index) if is_list else self._words(found[0], index.column())
        if role == _ROLE.CheckStateRole and index.column() == WHAT:
            return self._tick(found)
        if role == _ROLE.FontRole and is_list:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == _ROLE.ForegroundRole and not is_list and index.column() == WHY and found[0].is_asked:
            return QColor(self._desk.theme.doubt)
        return None

    def _tick(self, found: Sequence[Difference]) -> Qt.CheckState | None:
        if all(one.kind == "kept" for one in found):
            return None
        if self.is_taken(found):
            return Qt.CheckState.Checked
        some = any(one.place in self._taken for one in found)
        return Qt.CheckState.PartiallyChecked if some else Qt.CheckState.Unchecked

    def _list_words(self, index: Index) -> str:
        if index.column() != WHAT:
            return ""
        sheet, found = self._groups[index.row()]
        name = self._desk.words(self._desk.catalogue.messages[f"catalogue.list.{sheet}"])
        return f"{name}  {len(found)}"

    def _words(self, one: Difference, column: int) -> str:
        if column == WHAT:
            return self.name(one)
        if column == WHY:
            return self._desk.words(self._desk.catalogue.messages[f"catalogue.difference.{one.kind}"])
        return " ".join(self.sides(one)[column - MINE].split())[:_LONGEST] or "–"

    def sides(self, one: Difference) -> tuple[str, str]:
        """Return what stands here and what is newer, a line per field; a whole entry by its name."""
        if not one.parts:
            name = self.name(one)
            return ("", name) if one.kind in ("added", "offered") else (name, "")
        heads = [f"{self.field(part.field)}: " if len(one.parts) > 1 else "" for part in one.parts]
        shown = [part.shown(self._desk.language) for part in one.parts]
        now, new = (
            "\n".join(head + _said(pair[side]) for head, pair in zip(heads, shown, strict=True)) for side in (0, 1)
        )
        return now, new

    def name(self, one: Difference) -> str:
        """Return what a difference is about: the entry, and its fields."""
        entry = self._desk.words(one.name) or "/".join(filter(None, one.id[1:]))
        return " · ".join((entry, *(self.field(part.field) for part in one.parts)))

    def field(self, name: str) -> str:
        """Return what a field is called."""
        return self._desk.words(self._desk.catalogue.messages[f"catalogue.field.{name}"])


def _said(text: str) -> str:
    return "✓" if text == "yes" else text or "–"
