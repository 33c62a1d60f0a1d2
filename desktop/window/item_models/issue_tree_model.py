"""The issue desk's table: groups, their issues below them, and below these what follows from them."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QIcon

from desktop.window.fields.issue_words import IssueWords
from desktop.window.look.icons import icon
from desktop.window.look.states import State, state_icon
from desktop.window.session.desk import Desk
from desktop.work.issue_desk.choice import Group
from desktop.work.issue_desk.rows import Row
from schema.validation.facts import ID

Index = QModelIndex | QPersistentModelIndex
ABOUT, SENTENCE, SECTION, DEPARTMENT, VERB = range(5)
ROW, GROUP = (int(Qt.ItemDataRole.UserRole) + more for more in (1, 2))
_HEIGHT = 30
_MARKS: tuple[State, ...] = ("error", "doubt", "work", "conflict", "unchecked")
_Role = Qt.ItemDataRole
_DISPLAY, _TIP, _NAME, _ICON, _CHECK, _FONT, _COLOUR, _GROUND, _SIZE = (
    int(role)
    for role in (
        _Role.DisplayRole, _Role.ToolTipRole, _Role.AccessibleTextRole, _Role.DecorationRole, _Role.CheckStateRole,
        _Role.FontRole, _Role.ForegroundRole, _Role.BackgroundRole, _Role.SizeHintRole,
    )
)  # fmt: skip


@dataclass(eq=False)
class _Node:
    """A group, or an issue; `place` is its row below its parent."""

    parent: _Node | None = None
    place: int = 0
    group: Group | None = None
    row: Row | None = None
    below: list[_Node] = field(default_factory=list["_Node"])

    def add(self, group: Group | None = None, row: Row | None = None) -> _Node:
        node = _Node(self, len(self.below), group, row)
        self.below.append(node)
        return node

    def rows(self) -> Iterator[Row]:
        """Yield the issues of this node and of all below it."""
        if self.row is not None:
            yield self.row
        for node in self.below:
            yield from node.rows()


class IssueTreeModel(QAbstractItemModel):
    """`ticked` has the names of the issues that are chosen for a deed; what is not shown any more loses its tick.

    `sorted_by` carries the column of the order that is asked for (-1: none), and whether it is descending.
    """

    ticks_changed = Signal()
    sorted_by = Signal(int, bool)

    def __init__(self, desk: Desk, words: IssueWords, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._words = desk, words
        self._root = _Node()
        self.groups: tuple[Group, ...] = ()
        self.unchecked: Collection[str] = ()
        self.ticked: set[str] = set()
        self._titles: dict[str, str] = {}
        theme = desk.theme
        self._marks = {state: state_icon(state, theme) for state in _MARKS}
        self._answered = icon("talk", theme.text2)
        self._bold = QFont()
        self._bold.setWeight(QFont.Weight.DemiBold)

    def load(self, groups: tuple[Group, ...], titles: dict[str, str]) -> bool:
        """Show groups, the `titles` of sections by their codes; return False where the same stand there already."""
        if groups == self.groups and titles == self._titles:
            return False
        self.beginResetModel()
        self.groups, self._titles, self._root = groups, titles, _Node()
        for group in groups:
            head = self._root.add(group)
            for nest in group.nests:
                node = head.add(row=nest.row)
                for row in nest.below:
                    node.add(row=row)
        self.ticked &= {row.name for row in self._root.rows()}
        self.endResetModel()
        self.ticks_changed.emit()
        return True

    def mark_unchecked(self, names: Collection[str]) -> None:
        """Show these issues as not checked yet, where they stand."""
        if names != self.unchecked:
            self.unchecked = names
            self._repaint()

    def _repaint(self) -> None:
        for head in self._root.below:
            top = self.createIndex(head.place, ABOUT, head)
            self.dataChanged.emit(top, top)
            for node in (head, *head.below):
                if node.below:
                    first, last = node.below[0], node.below[-1]
                    self.dataChanged.emit(self.createIndex(0, ABOUT, first), self.createIndex(last.place, VERB, last))

    # the tree

    def _node(self, index: Index | None) -> _Node:
        return index.internalPointer() if index is not None and index.isValid() else self._root

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a child."""
        node = self._node(parent)
        fits = 0 <= row < len(node.below) and 0 <= column <= VERB
        return self.createIndex(row, column, node.below[row]) if fits else QModelIndex()

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the index of the group, or of the issue that this one follows from."""
        above = self._node(index).parent
        return QModelIndex() if above is None or above is self._root else self.createIndex(above.place, 0, above)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many stand below."""
        return len(self._node(parent).below)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        del parent
        return VERB + 1

    def all(self) -> Iterator[QModelIndex]:
        """Yield the issues from top to bottom, first columns."""
        for head in self._root.below:
            for node in head.below:
                yield self.createIndex(node.place, ABOUT, node)
                yield from (self.createIndex(one.place, ABOUT, one) for one in node.below)

    def find(self, name: str) -> QModelIndex:
        """Return where an issue stands; invalid where it is not shown."""
        return next((index for index in self.all() if index.data(ROW).name == name), QModelIndex())

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Ask for another order; whoever knows the issues gives it with `load`."""
        self.sorted_by.emit(column, order is Qt.SortOrder.DescendingOrder)

    # what stands there

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        names = (self.tr("About"), self.tr("What is wrong"), self.tr("Section"), self.tr("Department"), "")
        return names[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Everything can be ticked, groups as a whole."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == ABOUT else flags

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return words, marks, ticks, the issue or the group itself."""
        node = self._node(index)
        if role == _SIZE:
            return QSize(0, _HEIGHT)
        if role == _CHECK and index.column() == ABOUT:
            return self._tick(node)
        if role == ROW:
            return node.row
        if role == GROUP:
            return node.group
        if node.row is not None:
            return self._of_row(node.row, index.column(), role)
        return self._of_group(node, index.column(), role) if node.group is not None else None

    def _of_group(self, node: _Node, column: int, role: int) -> object:
        if role == _GROUND:
            return QColor(self._desk.theme.sunken)
        if role == _FONT:
            return self._bold
        if column == ABOUT and role in (_DISPLAY, _NAME, _TIP) and node.group is not None:
            return self._words.group(node.group, self._titles)
        return None

    def _of_row(self, row: Row, column: int, role: int) -> object:
        theme = self._desk.theme
        if role in (_DISPLAY, _TIP):
            return self._text(row, column)
        if role == _NAME:
            kinds = {"error": self.tr("Error"), "doubt": self.tr("Doubt"), "work": self.tr("To look at")}
            state = self.tr("not checked yet") if row.name in self.unchecked else kinds[row.severity]
            return f"{state}: {row.about}. {row.sentence}" if column == ABOUT else self._text(row, column)
        if role == _ICON and column == ABOUT:
            if row.answer is not None:
                return self._answered
            return self._mark(row)
        if role == _COLOUR and column != ABOUT:
            return QColor(theme.accent if column == VERB else theme.text2)
        return None

    def _mark(self, row: Row) -> QIcon:
        if row.name in self.unchecked:
            return self._marks["unchecked"]
        return self._marks["conflict" if ID in row.issue.facts else row.severity]

    def _text(self, row: Row, column: int) -> str:
        if column == SECTION:
            return self._titles.get(row.section, "")
        if column == DEPARTMENT:
            return self.tr(", ").join(self._desk.department(code) for code in row.departments if code)
        if column == VERB:
            return self._words.verb(row.verb) if row.answer is None else self.tr("Take back")
        if column == SENTENCE and row.answer is not None:
            return f"{self._desk.answer_words(row.answer)} · {row.sentence}"
        return row.about if column == ABOUT else row.sentence

    # ticks

    def _tick(self, node: _Node) -> Qt.CheckState:
        rows = [node.row] if node.row is not None else list(node.rows())
        ticked = sum(row.name in self.ticked for row in rows)
        if ticked == len(rows):
            return Qt.CheckState.Checked
        return Qt.CheckState.PartiallyChecked if ticked else Qt.CheckState.Unchecked

    def setData(self, index: Index, value: object, role: int = int(_Role.EditRole)) -> bool:
        """Tick an issue, or all of a group."""
        if role != _CHECK:
            return False
        node = self._node(index)
        names = {row.name for row in ([node.row] if node.row is not None else node.rows())}
        ticked = Qt.CheckState(value) != Qt.CheckState.Unchecked
        self.tick(self.ticked | names if ticked else self.ticked - names)
        return True

    def tick(self, names: Collection[str]) -> None:
        """Tick these issues, and no others."""
        if set(names) != self.ticked:
            self.ticked = set(names)
            self._repaint()
            self.ticks_changed.emit()

    def chosen(self) -> tuple[Row, ...]:
        """Return the issues that are ticked, in their order."""
        return tuple(row for row in self._root.rows() if row.name in self.ticked)
