"""The outline as a tree: titles, and per section how far it is."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.window.session.desk import Desk
from desktop.work.follow_ups import marked_sections
from desktop.work.structure.codes import initials
from schema.catalogue.outline import Section, placements
from schema.validation.progress import Progress
from schema.values.follow_ups import all_follow_ups

Index = QModelIndex | QPersistentModelIndex
PROGRESS = int(Qt.ItemDataRole.UserRole) + 1
CODE = int(Qt.ItemDataRole.UserRole) + 2
SEARCH = int(Qt.ItemDataRole.UserRole) + 3
MARKED = int(Qt.ItemDataRole.UserRole) + 4  # how many follow-up marks
CHECKED = int(Qt.ItemDataRole.UserRole) + 5  # whether what stands in the workspace now has been checked
_DISPLAY, _NAME = int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.AccessibleTextRole)
_TOOLTIP = int(Qt.ItemDataRole.ToolTipRole)


class _Node:
    def __init__(self, section: Section | None, parent: _Node | None, row: int) -> None:
        self.section, self.parent, self.row = section, parent, row
        self.below: list[_Node] = []

    @property
    def department(self) -> str:
        """Whose it is: its own department, else that of what it stands in."""
        if self.section is None:
            return ""
        return self.section.department or (self.parent.department if self.parent is not None else "")

    def walk(self) -> Iterator[_Node]:
        yield self
        for node in self.below:
            yield from node.walk()


class OutlineModel(QAbstractItemModel):
    """Made anew per report; progress and words are asked from the desk each time."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self._root = _Node(None, None, 0)
        self._counts: Mapping[str, int] = {}
        self._counted: tuple[object, object, str] | None = None

    def load(self) -> None:
        """Show the chosen report."""
        self.beginResetModel()
        self._root = _Node(None, None, 0)
        self._add(self._root, self._desk.outline.chapters)
        self.endResetModel()

    def _add(self, node: _Node, sections: tuple[Section, ...]) -> None:
        for row, section in enumerate(sections):
            below = _Node(section, node, row)
            node.below.append(below)
            self._add(below, section.sections)

    def refresh(self) -> None:
        """Tell the view that titles and progress may have changed."""
        for node in self._root.walk():
            if node.below:
                first, last = node.below[0], node.below[-1]
                self.dataChanged.emit(self.createIndex(0, 0, first), self.createIndex(last.row, 0, last))

    def find(self, code: str) -> QModelIndex:
        """Return the index of a section."""
        for node in self._root.walk():
            if node.section is not None and node.section.code == code:
                return self.createIndex(node.row, 0, node)
        return QModelIndex()

    def _node(self, index: Index | None) -> _Node:
        return index.internalPointer() if index is not None and index.isValid() else self._root

    def index(self, row: int, column: int, parent: Index | None = None) -> QModelIndex:
        """Return the index of a child."""
        node = self._node(parent)
        if not 0 <= row < len(node.below) or column:
            return QModelIndex()
        return self.createIndex(row, column, node.below[row])

    def parent(self, index: Index | None = None) -> QModelIndex:  # type: ignore[override]
        """Return the index of the section above."""
        above = self._node(index).parent
        if above is None or above.section is None:
            return QModelIndex()
        return self.createIndex(above.row, 0, above)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many sections stand below."""
        return len(self._node(parent).below)

    def columnCount(self, parent: Index | None = None) -> int:
        """There is one column."""
        del parent
        return 1

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return title, code, progress and what the filter searches in."""
        section = self._node(index).section
        if section is None:
            return None
        if role in (_DISPLAY, _TOOLTIP):
            return self._desk.words(section.title)
        if role == PROGRESS:
            return self._desk.session.progress(self._desk.report, section.code)
        if role == CHECKED:
            return self._desk.session.up_to_date
        if role == MARKED:
            return self._marks().get(section.code, 0)
        if role == CODE:
            return section.code
        if role == SEARCH:
            return self._searched(self._node(index))
        return self._spoken(section) if role == _NAME else None

    def _searched(self, node: _Node) -> str:
        """Return the words by which a section is found: titles, their sounds' initials, whose it and its values are."""
        section = node.section
        assert section is not None
        title, catalogue = section.title, self._desk.catalogue
        codes = (one.reference.partition("@")[0].partition(":")[0] for b in section.blocks for one in placements(b))
        metrics = (catalogue.metrics.get(code) for code in dict.fromkeys(codes))
        owners = dict.fromkeys((node.department, *(metric.department for metric in metrics if metric is not None)))
        names = (self._desk.department(code) for code in owners if code)
        return " ".join((title.zh_hans, title.zh_hant, title.en, section.code, initials(title.zh_hans), *names))

    def _marks(self) -> Mapping[str, int]:
        """Return how many marks each section has; counted again where marks, records or the report are others."""
        session, report = self._desk.session, self._desk.report
        snapshot = session.snapshot
        known = (all_follow_ups(snapshot), snapshot.records, report)
        if self._counted is None or any(one is not other for one, other in zip(known, self._counted, strict=True)):
            self._counted = known
            self._counts = marked_sections(self._desk.outline, snapshot, lambda key: session.place_of(report, key))
        return self._counts

    def _spoken(self, section: Section) -> str:
        session = self._desk.session
        if not session.checked:
            return f"{self._desk.words(section.title)}, {self.tr('not checked yet')}"
        progress: Progress = session.progress(self._desk.report, section.code)
        said = self.tr("{filled} of {asked} filled in, errors: {errors}, doubts: {doubts}").format(
            filled=progress.filled, asked=progress.asked, errors=progress.errors, doubts=progress.doubts
        )
        if not session.up_to_date:
            said += ", " + self.tr("being checked")
        if marks := self._marks().get(section.code, 0):
            said += ", " + self.tr("to be looked at again: {count}").format(count=marks)
        return f"{self._desk.words(section.title)}, {said}"
