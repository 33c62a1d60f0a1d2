"""The table of issues: keys walk, tick and act; sight, cursor and what is folded stay through every refresh."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyleOptionViewItem, QTreeView, QWidget

from desktop.window.item_models.issue_tree_model import (
    ABOUT,
    DEPARTMENT,
    GROUP,
    ROW,
    SECTION,
    SENTENCE,
    VERB,
    IssueTreeModel,
)
from desktop.window.session.desk import Desk
from desktop.work.issue_desk.choice import Group
from desktop.work.issue_desk.rows import Row

Index = QModelIndex | QPersistentModelIndex
_WIDE = 1000
_WIDTHS = {ABOUT: (290, 300), SECTION: (0, 170), DEPARTMENT: (130, 140), VERB: (84, 100)}  # narrow, wide
_Flag = QItemSelectionModel.SelectionFlag


class IssueTable(QTreeView):
    """`looked_at` comes with another cursor, `deed_wanted` with the row whose verb is asked for."""

    looked_at = Signal()
    deed_wanted = Signal(object)

    def __init__(self, desk: Desk, model: IssueTreeModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self._model = desk.theme, model
        self._folded: set[tuple[str, str]] = set()
        self._opened: set[str] = set()
        self._kept: set[str] = set()  # the ticks from before several rows are selected
        self._loading = False
        self.setModel(model)
        self.setIndentation(18)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setSortingEnabled(True)
        self.header().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setExpandsOnDoubleClick(False)
        self.header().setStretchLastSection(False)
        self.header().setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        self._connect()

    def _connect(self) -> None:
        self.selectionModel().currentRowChanged.connect(lambda *_: None if self._loading else self.looked_at.emit())
        self.selectionModel().selectionChanged.connect(self._follow_selection)
        self.doubleClicked.connect(self._act)
        self.clicked.connect(lambda index: self._act(index) if index.column() == VERB else None)
        self.collapsed.connect(lambda index: self._keep_fold(index, folded=True))
        self.expanded.connect(lambda index: self._keep_fold(index, folded=False))

    # what is shown

    def load(self, groups: tuple[Group, ...], titles: dict[str, str]) -> None:
        """Show other groups; the cursor stays on its issue, else on the one that took its place."""
        row = self.row()
        place, sight, order = self._place(), self.verticalScrollBar().value(), [one.name for one in self.rows()]
        self._loading = True
        if self._model.load(groups, titles):
            self._fold()
            found = self._model.find(row.name) if row is not None else QModelIndex()
            if not found.isValid() and row is not None:
                found = self._after(order[place:] + order[:place][::-1])
            self.look(found if found.isValid() else next(self._model.all(), QModelIndex()))
            self.verticalScrollBar().setValue(sight)
        self._loading = False
        self.looked_at.emit()

    def _after(self, names: list[str]) -> QModelIndex:
        known = {index.data(ROW).name: index for index in self._model.all()}
        return next((known[name] for name in names if name in known), QModelIndex())

    def _place(self) -> int:
        row = self.row()
        return next((number for number, one in enumerate(self.rows()) if one is row), 0)

    def rows(self) -> Iterator[Row]:
        """Yield the issues from top to bottom."""
        yield from (index.data(ROW) for index in self._model.all())

    def row(self) -> Row | None:
        """Return the issue with the cursor."""
        return self.currentIndex().siblingAtColumn(ABOUT).data(ROW)

    def begin(self) -> None:
        """Put the cursor on the first issue where it is on none."""
        if self.row() is None:
            self.look(next(self._model.all(), QModelIndex()))

    def look(self, index: QModelIndex | QPersistentModelIndex) -> None:
        """Put the cursor on an issue, which is selected alone; what is ticked stays so."""
        if index.isValid():
            self._kept = set(self._model.ticked)
            self.selectionModel().setCurrentIndex(index, _Flag.ClearAndSelect | _Flag.Rows)

    def look_at(self, name: str) -> None:
        """Put the cursor on an issue by its name, in sight."""
        index = self._model.find(name)
        parent = index.parent()
        while parent.isValid():
            self.expand(parent)
            parent = parent.parent()
        self.look(index)
        if index.isValid():
            self.scrollTo(index)

    def step(self, step: int) -> bool:
        """Go to the next (1) or previous (-1) issue; False where there is none."""
        rows = [row.name for row in self.rows()]
        if not rows:
            return False
        row = self.row()
        place = rows.index(row.name) + step if row is not None and row.name in rows else (0 if step > 0 else -1)
        self.look_at(rows[place % len(rows)])
        return True

    def _fold(self) -> None:
        for place in range(self._model.rowCount()):
            head = self._model.index(place, ABOUT)
            self.setFirstColumnSpanned(place, QModelIndex(), True)
            group: Group = head.data(GROUP)
            self.setExpanded(head, (group.facet, group.code) not in self._folded)
            for number in range(self._model.rowCount(head)):
                index = self._model.index(number, ABOUT, head)
                if index.data(ROW).name in self._opened:
                    self.setExpanded(index, True)

    def _keep_fold(self, index: QModelIndex, *, folded: bool) -> None:
        group, row = index.data(GROUP), index.data(ROW)
        if self._loading:
            return
        if isinstance(group, Group):
            self._folded ^= (
                {(group.facet, group.code)} if folded != ((group.facet, group.code) in self._folded) else set()
            )
        elif isinstance(row, Row):
            self._opened = self._opened - {row.name} if folded else self._opened | {row.name}

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: N802
        """Groups have a band from edge to edge."""
        if index.data(GROUP) is not None:
            painter.fillRect(option.rect, QColor(self._theme.sunken))
        super().drawRow(painter, option, index)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give the words of what is wrong the room that is left."""
        super().resizeEvent(event)
        wide = self.viewport().width() > _WIDE
        self.setColumnHidden(SECTION, not wide)  # the sentence needs the room; the section is named below
        for column, widths in _WIDTHS.items():
            self.header().resizeSection(column, widths[wide])

    # what is done

    def _follow_selection(self, _new: QItemSelection, _old: QItemSelection) -> None:
        """Several selected rows are ticked, beside what was; one alone only has the cursor."""
        if self._loading:
            return
        rows = (index.data(ROW) for index in self.selectionModel().selectedRows(ABOUT))
        names = {row.name for row in rows if isinstance(row, Row)}
        if len(names) > 1:
            self._model.tick(self._kept | names)
        else:
            self._kept = set(self._model.ticked)

    def _act(self, index: QModelIndex) -> None:
        row = index.siblingAtColumn(ABOUT).data(ROW)
        if isinstance(row, Row):
            self.deed_wanted.emit(row)
        elif index.data(GROUP) is not None or index.siblingAtColumn(ABOUT).data(GROUP) is not None:
            self.setExpanded(index.siblingAtColumn(ABOUT), not self.isExpanded(index.siblingAtColumn(ABOUT)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """A double click on a tick is two clicks."""
        super().mouseDoubleClickEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space ticks, Enter does what the row ends in, Escape takes every tick away."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            self._act(self.currentIndex())
        elif event.key() == Qt.Key.Key_Space and plain:
            self._toggle()
        elif event.key() == Qt.Key.Key_Escape and self._model.ticked:
            self.clear_ticks()
        else:
            super().keyPressEvent(event)
            return
        event.accept()

    def selectAll(self) -> None:  # noqa: N802
        """Tick every issue that is shown, also what is folded."""
        self._model.tick({row.name for row in self.rows()})
        self._kept = set(self._model.ticked)

    def clear_ticks(self) -> None:
        """Take every tick away; the cursor stays."""
        self._kept = set()
        self._model.tick(())
        self.look(self.currentIndex())

    def _toggle(self) -> None:
        """Tick what has the cursor or is selected, or take the ticks away where all of it has one."""
        indexes = self.selectionModel().selectedRows(ABOUT) or [self.currentIndex().siblingAtColumn(ABOUT)]
        names: set[str] = set()
        for index in indexes:
            group, row = index.data(GROUP), index.data(ROW)
            names |= {one.name for one in group.rows} if isinstance(group, Group) else {row.name} if row else set()
        ticked = self._model.ticked
        self._model.tick(ticked - names if names <= ticked else ticked | names)
        self._kept = set(self._model.ticked)
