"""The outline as one list whose parts are named, moved and removed where they stand, by hand or by key."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QHeaderView,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.window.item_models.structure_model import (
    CONTENT,
    DISCLOSURES,
    KIND,
    OWNER,
    PART,
    TITLE,
    StructureModel,
)
from desktop.window.look.icons import draw_icon
from desktop.window.look.theme import Theme, list_sheet
from desktop.work.structure.moves import Way
from desktop.work.structure.parts import Part

Index = QModelIndex | QPersistentModelIndex
_ROW = 28
_WIDTHS = {KIND: 82, OWNER: 104, CONTENT: 82, DISCLOSURES: 116}
_STEPS: dict[int, Way] = {
    Qt.Key.Key_Up: "up", Qt.Key.Key_Down: "down", Qt.Key.Key_Right: "in", Qt.Key.Key_Left: "out"
}  # fmt: skip
_MOVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class NameDelegate(QStyledItemDelegate):
    """One line per part, and a field in it while it is named."""

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """All lines are of one height."""
        return QSize(super().sizeHint(option, index).width(), _ROW)

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:
        """A plain field, in which an input method writes as anywhere."""
        del option, index
        field = QLineEdit(parent)
        field.setFrame(False)
        field.setAccessibleName(self.tr("Name"))
        return field


class StructureTree(QTreeView):
    """`step_wanted` carries up, down, in or out; `begin_wanted` asks for something new after the chosen part."""

    chosen = Signal(object)
    step_wanted = Signal(str)
    begin_wanted = Signal()
    remove_wanted = Signal()

    def __init__(self, model: StructureModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.structure, self._theme = model, theme
        self._open: set[Part] = set()
        self._report = ""
        self.setModel(model)
        self.setItemDelegate(NameDelegate(self))
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setStyleSheet(list_sheet(theme))
        self.setIndentation(18)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setAutoExpandDelay(600)
        self.setEditTriggers(QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.DoubleClicked)
        self._size_columns()
        self.expanded.connect(self._keep_open)
        self.collapsed.connect(self._keep_closed)
        self.itemDelegate().closeEditor.connect(self._end_naming)
        self.selectionModel().currentChanged.connect(lambda *_: self._tell_chosen())

    def _size_columns(self) -> None:
        header = self.header()
        header.setStretchLastSection(False)
        header.setMinimumSectionSize(50)
        header.setSectionResizeMode(TITLE, QHeaderView.ResizeMode.Stretch)
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:  # noqa: N802
        """A fine arrow before what can be opened, also in the chosen line."""
        if self.structure.rowCount(index):
            box = QRectF(rect.right() - 15, rect.center().y() - 6, 12, 12)
            draw_icon(
                painter,
                "down" if self.isExpanded(self.structure.index(index.row(), TITLE, index.parent())) else "right",
                box,
                self._theme.text3,
            )

    def part(self) -> Part | None:
        """Return the chosen part."""
        index = self.currentIndex()
        part = index.data(PART) if index.isValid() else None
        return part if isinstance(part, Part) and part.section else None

    def choose(self, part: Part | None) -> None:
        """Choose a part and bring it into sight."""
        index = self.structure.find(part) if part is not None else QModelIndex()
        if not index.isValid():
            index = self.structure.index(0, 0)
        above = index.parent()
        while above.isValid():
            self.setExpanded(above, True)
            above = above.parent()
        self.setCurrentIndex(index)
        self.scrollTo(index)

    def restore(self, report: str) -> None:
        """Open the parts that were, once the lines are made anew; of another report none."""
        if report != self._report:
            self._report = report
            self._open = set()
        for part in tuple(self._open):
            self.expand(self.structure.find(part))

    def _keep_open(self, index: QModelIndex) -> None:
        self._open.add(index.data(PART))

    def _keep_closed(self, index: QModelIndex) -> None:
        self._open.discard(index.data(PART))

    def begin_naming(self, beside: Part | None) -> None:
        """Open an empty line after a part, and the field for its name."""
        index = self.structure.begin(beside)
        self.setCurrentIndex(index)
        self.edit(index)

    def _end_naming(self, editor: QWidget, hint: QAbstractItemDelegate.EndEditHint) -> None:
        del editor, hint
        if self.structure.draft is not None:
            above = self.structure.draft
            index = self.structure.createIndex(above.row, 0, above)
            before = self.indexAbove(index)
            self.structure.drop_draft()
            self.setCurrentIndex(before)
        self.setFocus()

    def _tell_chosen(self) -> None:
        self.chosen.emit(self.part())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, add and remove by key; all else as in any tree."""
        key, pressed = event.key(), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if pressed == _MOVING and key in _STEPS:
            self.step_wanted.emit(_STEPS[key])
        elif not pressed and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.state() != QAbstractItemView.State.EditingState:
                self.begin_wanted.emit()
        elif not pressed and key == Qt.Key.Key_Delete:
            self.remove_wanted.emit()
        else:
            super().keyPressEvent(event)
