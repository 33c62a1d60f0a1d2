"""The list of one's own items: bands of sections with how far each is, Enter opens an item, files land on a row."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QPainter,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from desktop.window.item_models.grouped_model import below_heads, sample
from desktop.window.item_models.my_work_model import ITEM, LAST, MINE, NOW, REMARK, SECTION, STATE, MyWorkModel
from desktop.window.look.dropping import dropped_files
from desktop.window.look.icons import draw_icon
from desktop.window.look.scale import SMALL
from desktop.window.look.theme import Theme
from desktop.work.my_work import MyItem, MySection
from schema.validation.issue import ListAt

Index = QModelIndex | QPersistentModelIndex
_HEAD, _ROOM, _ICON, _NAME, _BAR = SMALL, 18, 22, 190, 80
_SHARE = 6  # so much of a wide list may be one year's
_MOST = {LAST: 116, NOW: 136, STATE: 132}
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class BandDelegate(QStyledItemDelegate):
    """A band has its title, how many of its items are done, and that as a bar; rows are drawn as ever."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a band by itself."""
        section = index.data(SECTION)
        if not isinstance(section, MySection):
            super().paint(painter, option, index)
            return
        theme, box = self._theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(box, QColor(theme.soft if self._view.currentIndex() == index else theme.sunken))
        arrow = "down" if self._view.isExpanded(index.sibling(index.row(), 0)) else "right"
        draw_icon(painter, arrow, QRectF(box.left() + 6, box.center().y() - 6, 12, 12), theme.text2)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        count = f"{section.done} / {len(section.items)}"
        used = 26 + QFontMetrics(option.font).horizontalAdvance(count) + _BAR + 40
        title = QFontMetrics(font).elidedText(
            str(index.data()), Qt.TextElideMode.ElideMiddle, max(80, int(box.width()) - used)
        )
        painter.setFont(font)
        painter.setPen(QColor(theme.text))
        painter.drawText(box.adjusted(26, 0, 0, 0), _LEFT, title)
        at = box.left() + 26 + QFontMetrics(font).horizontalAdvance(title) + 12
        painter.setFont(option.font)
        painter.setPen(QColor(theme.text2))
        painter.drawText(QRectF(at, box.top(), box.right() - at, box.height()), _LEFT, count)
        at += QFontMetrics(option.font).horizontalAdvance(count) + 12
        self._bar(painter, QRectF(at, box.center().y() - 2, _BAR, 4), section)
        painter.restore()

    def _bar(self, painter: QPainter, box: QRectF, section: MySection) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.line))
        painter.drawRoundedRect(box, 2, 2)
        if section.done:
            box.setWidth(box.width() * section.done / len(section.items))
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRoundedRect(box, 2, 2)


class MyList(QTreeView):
    """`open_wanted` asks for the place of the item that is chosen, `dropped` carries a subject and files."""

    open_wanted = Signal()
    chosen = Signal()
    dropped = Signal(str, object)

    def __init__(self, model: MyWorkModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._widths: dict[int, int] = {}
        self._folded: set[str] = set()
        self.setModel(model)
        self.setItemDelegate(BandDelegate(theme, self))
        self.setIndentation(0)
        self.setUniformRowHeights(True)  # else every line of a long list is measured
        self.setRootIsDecorated(False)
        self.setAcceptDrops(True)
        self.setAllColumnsShowFocus(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.setExpandsOnDoubleClick(False)
        header = self.header()
        font = header.font()
        font.setPixelSize(_HEAD)
        header.setFont(font)
        header.setStretchLastSection(False)
        self.clicked.connect(self._on_click)
        self.doubleClicked.connect(self._on_double)
        self.selectionModel().currentRowChanged.connect(lambda *_: self.chosen.emit())

    # what is shown

    def fit(self) -> None:
        """Open every section that was not folded, and give the columns the room that their words need."""
        self.expandAll()
        for place in range(self._model.rowCount()):
            band = self._model.index(place, ITEM)
            if band.data(SECTION).code in self._folded:
                self.collapse(band)
            self.setFirstColumnSpanned(place, QModelIndex(), True)
        for column, most in _MOST.items():
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Interactive)
            wide = self.viewport().width() // _SHARE if column != STATE else most
            self._widths[column] = min(self._widest(column), max(most, wide))
            self.header().resizeSection(column, self._widths[column])
        for column in (ITEM, REMARK):
            self.header().setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
        self._share_room()

    def _widest(self, column: int) -> int:
        """Return the room for the title and the longest words of a column."""
        head, body = QFontMetrics(self.header().font()), QFontMetrics(self.font())
        words = [str(index.data()) for index in sample(self._model, column)]
        title = head.horizontalAdvance(str(self._model.headerData(column, Qt.Orientation.Horizontal)))
        widest = max((body.horizontalAdvance(text) for text in words), default=0)
        return max(widest * 21 // 20, title) + _ROOM + (_ICON if column == STATE else 0)

    def _share_room(self) -> None:
        """Give names three fifths of what is left, remarks the rest; where there is little, names alone."""
        left = self.viewport().width() - sum(self._widths.values())
        said = self._model.remarked
        name = max(_NAME, left * 3 // 5) if said else left
        hidden = left - name < _BAR
        self.setColumnHidden(REMARK, hidden)
        self.header().resizeSection(ITEM, max(_NAME, left if hidden else name))
        self.header().resizeSection(REMARK, left - name)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Share the room anew."""
        super().resizeEvent(event)
        if self._widths:
            self._share_room()

    def rows(self) -> Iterator[QModelIndex]:
        """Return the items' rows from above."""
        return below_heads(self._model, ITEM)

    def item(self) -> MyItem | None:
        """Return the item that is chosen."""
        found = self.currentIndex().siblingAtColumn(ITEM).data(MINE)
        return found if isinstance(found, MyItem) else None

    def look_at(self, subject: str) -> None:
        """Choose an item, the first where it is not shown."""
        first = next(self.rows(), None)
        wanted = (row for row in self.rows() if row.data(MINE).item.subject == subject) if subject else iter(())
        index = next(wanted, first)
        if index is not None:
            flags = QItemSelectionModel.SelectionFlag
            self.selectionModel().setCurrentIndex(index, flags.ClearAndSelect | flags.Rows)

    # what is done

    def _on_click(self, index: QModelIndex) -> None:
        if isinstance(index.siblingAtColumn(ITEM).data(SECTION), MySection):
            self._fold(index.siblingAtColumn(ITEM))

    def _on_double(self, index: QModelIndex) -> None:
        if isinstance(index.siblingAtColumn(ITEM).data(MINE), MyItem):
            self.open_wanted.emit()

    def _fold(self, band: QModelIndex) -> None:
        self.setExpanded(band, not self.isExpanded(band))
        code = band.data(SECTION).code
        self._folded = self._folded - {code} if self.isExpanded(band) else self._folded | {code}

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens an item, and folds a section."""
        plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and plain:
            if self.item() is not None:
                self.open_wanted.emit()
            elif self.currentIndex().isValid():
                self._fold(self.currentIndex().siblingAtColumn(ITEM))
            event.accept()
            return
        super().keyPressEvent(event)

    def _under(self, event: QDropEvent) -> str:
        """Return what a file would prove that is let go there; empty where that is no value and no text."""
        item = self.indexAt(event.position().toPoint()).siblingAtColumn(ITEM).data(MINE)
        provable = isinstance(item, MyItem) and not isinstance(item.item.at, ListAt)
        return item.item.subject if provable and dropped_files(event.mimeData()) else ""

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take files."""
        event.accept() if dropped_files(event.mimeData()) else event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Take them where they prove something."""
        event.accept() if self._under(event) else event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Attach them to the item there."""
        if subject := self._under(event):
            self.dropped.emit(subject, tuple(dropped_files(event.mimeData())))
            event.accept()
