"""What is different between two states, below the section in which it stands; a kind and words narrow it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont

from desktop.window.item_models.grouped_model import GroupedModel, Index
from desktop.window.session.desk import Desk
from desktop.window.session.year_names import year_name
from desktop.work.difference_places import Placed
from desktop.work.difference_words import KIND_WORDS
from schema.exchange.net_changes import CHANGE_KINDS, ChangeKind

_ROLE = Qt.ItemDataRole
WHAT, KIND, BEFORE, AFTER, WHO, WHEN = range(6)
_LONGEST = 200  # characters in a cell; the whole stands below the list


class ComparisonModel(GroupedModel[Placed]):
    """A row per change; the heads of sections say how many are below them."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._all: tuple[Placed, ...] = ()
        self.kind: ChangeKind | None = None
        self.wanted = ""

    def show_changes(self, changes: Sequence[Placed]) -> None:
        """Begin with these, in their order."""
        self._all = tuple(changes)
        self.load()

    def load(self) -> None:
        """Show what is of the chosen kind and has the wanted words."""
        self.beginResetModel()
        groups: dict[str, list[Placed]] = {}
        for one in self._all:
            if self._is_wanted(one):
                groups.setdefault(self._head(one), []).append(one)
        self._groups = list(groups.items())
        self.endResetModel()

    def _is_wanted(self, one: Placed) -> bool:
        if self.kind is not None and one.told.kind != self.kind:
            return False
        told = one.told
        said = " ".join((told.name, told.before, told.after, told.who, told.reason, told.subject)).casefold()
        return all(word in said for word in self.wanted.casefold().split())

    def _head(self, one: Placed) -> str:
        desk = self._desk
        outline = desk.session.definitions.outlines.get(one.report)
        if outline is None:
            return self.tr("Definitions") if one.told.kind == "definition" else self.tr("In no section of a report")
        titles = (desk.words(section.title) for section in outline.walk() if section.code == one.section)
        title = next(titles, one.section)
        return (
            title
            if one.report == desk.report
            else f"{year_name(desk, outline.year)}  {desk.words(outline.title)} › {title}"
        )

    def counts(self) -> dict[ChangeKind, int]:
        """Return how many there are of each kind that there is, whatever is shown."""
        kinds = [one.told.kind for one in self._all]
        return {kind: kinds.count(kind) for kind in CHANGE_KINDS if kind in kinds}

    def shown(self) -> int:
        """Return how many are shown."""
        return sum(len(own) for _, own in self._groups)

    def one(self, index: Index) -> Placed | None:
        """Return the change of a row; None of a head."""
        if not index.isValid() or not index.internalId():
            return None
        return self._groups[index.internalId() - 1][1][index.row()]

    def kind_words(self, kind: ChangeKind) -> str:
        """Return what a kind of change is called."""
        return self._desk.words(self._desk.catalogue.phrases[KIND_WORDS[kind]])

    def columnCount(self, parent: Index | None = None) -> int:
        """Return what it is, its kind, both sides, who and when."""
        del parent
        return WHEN + 1

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return the heads."""
        if orientation != Qt.Orientation.Horizontal or role != _ROLE.DisplayRole:
            return None
        return (
            self.tr("What"), self.tr("Kind"), self.tr("Before"), self.tr("After"), self.tr("Changed by"),
            self.tr("When"),
        )[section]  # fmt: skip

    # what is shown

    def data(self, index: Index, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return a cell's words or looks."""
        one = self.one(index)
        if role in (_ROLE.DisplayRole, _ROLE.AccessibleTextRole):
            return self._head_words(index) if one is None else self._words(one)[index.column()]
        if role == _ROLE.ToolTipRole and one is not None:
            return one.told.name if index.column() == WHAT else one.told.reason
        if role == _ROLE.FontRole and one is None:
            font = QFont()
            font.setWeight(QFont.Weight.DemiBold)
            return font
        if role == _ROLE.ForegroundRole and one is not None and index.column() in (KIND, WHO, WHEN):
            return QColor(self._desk.theme.text2)
        return None

    def _head_words(self, index: Index) -> str:
        if index.column() != WHAT:
            return ""
        name, own = self._groups[index.row()]
        return f"{name}  {len(own)}"

    def _words(self, one: Placed) -> tuple[str, ...]:
        told = one.told
        sides = (" ".join(text.split())[:_LONGEST] or "–" for text in (told.before, told.after))
        return told.name, self.kind_words(told.kind), *sides, told.who or "–", local_time(told.at)


def local_time(iso: str) -> str:
    """Return a time of the history as clocks here show it; a dash where there is none."""
    return f"{datetime.fromisoformat(iso).astimezone():%Y-%m-%d %H:%M}" if iso else "–"
