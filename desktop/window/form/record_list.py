"""Records as a list: picture, title, a second line and state of each; dragged, or moved by Alt and the arrows."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QDragEnterEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QImage,
    QKeyEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.window.item_models.record_model import RecordModel
from desktop.window.look.dropping import dropped_files
from desktop.window.look.icons import draw_icon
from desktop.window.look.scale import SMALL
from desktop.window.look.states import draw_state
from desktop.window.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW = 60
_PICTURE, _GAP, _MARK = QSize(60, 40), 10, 16
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class RecordRowDelegate(QStyledItemDelegate):
    """Draws one record; the row of the cursor is soft."""

    def __init__(self, model: RecordModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Each row has two lines."""
        del option, index
        return QSize(160, ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw picture, words and state."""
        painter.save()
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        box, theme, row = QRectF(option.rect), self._model.desk.theme, index.row()
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(QColor(theme.accent), 1) if option.state & QStyle.StateFlag.State_HasFocus else
                           Qt.PenStyle.NoPen)  # fmt: skip
            painter.setBrush(QColor(theme.soft if chosen else theme.hover))
            painter.drawRoundedRect(box.adjusted(1, 1, -1, -1), 6, 6)
        left = box.left() + _GAP
        if self._model.picture_column() is not None:
            room = QRectF(left, box.center().y() - _PICTURE.height() / 2, _PICTURE.width(), _PICTURE.height())
            self._draw_picture(painter, room, self._model.row_picture(row), theme)
            left = room.right() + _GAP
        state = self._model.row_state(row)
        right = box.right() - _MARK - _GAP
        draw_state(painter, state, QRectF(right, box.center().y() - _MARK / 2, _MARK, _MARK), theme)
        self._draw_words(painter, QRectF(left, box.top(), right - left - _GAP, box.height()), row, option.font)
        painter.restore()

    def _draw_words(self, painter: QPainter, box: QRectF, row: int, font: QFont) -> None:
        theme, half = self._model.desk.theme, box.height() / 2
        bold, small = QFont(font), QFont(font)
        bold.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(SMALL)
        title = self._model.row_title(row) or self.tr("Without a title yet")
        for own, words, ink, top in (
            (bold, title, theme.text, box.top() + 8),
            (small, self._model.row_line(row), theme.text2, box.top() + half),
        ):
            painter.setFont(own)
            painter.setPen(QColor(ink))
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(QRectF(box.left(), top, box.width(), half - 8), _LEFT, shown)

    def _draw_picture(self, painter: QPainter, box: QRectF, image: QImage | None, theme: Theme) -> None:
        painter.fillRect(box, QColor(theme.sunken))
        if image is None or image.isNull():
            side = _MARK
            place = QRectF(box.center() - QPointF(side / 2, side / 2), QSize(side, side))
            draw_icon(painter, "picture", place, theme.text3)
            return
        size = image.size().scaled(_PICTURE, Qt.AspectRatioMode.KeepAspectRatio)
        corner = box.center() - QPointF(size.width() / 2, size.height() / 2)
        painter.drawImage(QRectF(corner, size), image)


class RecordList(QListView):
    """`moved` carries the row that is let go elsewhere, and the row that it becomes; `dropped` a row and a file."""

    moved = Signal(int, int)
    dropped = Signal(int, object)

    def __init__(self, model: RecordModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._records = model
        self._over = -1  # the place between rows that something dragged is over
        self.setModel(model)
        self.setItemDelegate(RecordRowDelegate(model, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setDragEnabled(model.desk.session.writable)
        self.setAcceptDrops(model.desk.session.writable)
        self.setDropIndicatorShown(False)  # the line is drawn here
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)

    def fit(self) -> None:
        """Be as high as the rows: the form around scrolls."""
        self.setFixedHeight(self._records.rowCount() * ROW + 4)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Alt and an arrow move the record with the cursor."""
        row, step = self.currentIndex().row(), _MOVES.get(Qt.Key(event.key()), 0)
        if step and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            if 0 <= row + step < self._records.rowCount() and row >= 0 and self._records.desk.session.writable:
                self.moved.emit(row, row + step)
            return
        super().keyPressEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802
        """Leave scrolling to the form."""
        event.ignore()

    # dragging

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:  # noqa: N802
        """Take rows of this list, and files."""
        event.setAccepted(event.source() is self or bool(dropped_files(event.mimeData())))

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:  # noqa: N802
        """Show where the row would stand."""
        own = event.source() is self
        self._over = self._between(event.position()) if own else -1
        event.setAccepted(own or self.indexAt(event.position().toPoint()).isValid())
        self.viewport().update()

    def dragLeaveEvent(self, event: object) -> None:  # noqa: N802
        """Forget the place."""
        del event
        self._over = -1
        self.viewport().update()

    def dropEvent(self, event: QDropEvent) -> None:  # noqa: N802
        """Hand over where the row is to stand, or the file with its record."""
        place, self._over = self._between(event.position()), -1
        self.viewport().update()
        if files := dropped_files(event.mimeData()):
            index = self.indexAt(event.position().toPoint())
            event.setAccepted(index.isValid())
            if index.isValid():
                self.dropped.emit(index.row(), files[0])
            return
        # The model moves the record itself: Qt must take no row away.
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.let_go(self.currentIndex().row(), place)

    def let_go(self, row: int, place: int) -> None:
        """Let a row go between two others: above the row `place`, behind the last where there is none."""
        target = place - 1 if place > row else place
        if row >= 0 and target != row:
            self.moved.emit(row, target)

    def _between(self, at: QPointF) -> int:
        """Return above which row a point is."""
        index = self.indexAt(at.toPoint())
        if not index.isValid():
            return self._records.rowCount() if at.y() > ROW / 2 else 0
        return index.row() + (at.y() > self.visualRect(index).center().y())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the line where a dragged row would stand."""
        super().paintEvent(event)
        if self._over >= 0:
            painter = QPainter(self.viewport())
            painter.fillRect(QRectF(4, self._over * ROW - 1, self.viewport().width() - 8, 2),
                             QColor(self._records.desk.theme.accent))  # fmt: skip
            painter.end()
