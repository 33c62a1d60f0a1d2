"""The departments that were asked, as a reviewer goes through them: who has handed in what, how much of it waits."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.window.look.scale import SMALL
from desktop.window.look.states import draw_state, state_word
from desktop.window.look.theme import Theme
from desktop.window.session.desk import Desk
from desktop.window.session.standing import Standing
from desktop.work.requests import is_overdue
from desktop.work.review import ShareReview

Index = QModelIndex | QPersistentModelIndex
_CODE, _BELOW, _COUNT, _STANDING = (int(Qt.ItemDataRole.UserRole) + more for more in range(4))
_SMALL = SMALL
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class _Lines(QStyledItemDelegate):
    """Shape of the state, the department's name with what is said below, and how much waits."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Two lines."""
        del option, index
        return QSize(140, 46)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one department."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box, theme = QRectF(option.rect).adjusted(4, 1, -4, -1), self._theme
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.soft if chosen else theme.hover))
            painter.drawRoundedRect(box, 6, 6)
        standing: Standing = index.data(_STANDING)
        draw_state(painter, standing, QRectF(box.left() + 8, box.center().y() - 8, 16, 16), theme)
        count, font = str(index.data(_COUNT)), QFont(option.font)
        font.setPixelSize(_SMALL)
        words = QRectF(box.left() + 32, box.top() + 4, box.width() - 40, 20)
        below = words.translated(0, 19)
        painter.setFont(font)
        painter.setPen(QColor(theme.text if chosen else theme.text2))
        room = painter.fontMetrics().horizontalAdvance(count) + 8
        painter.drawText(below, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, count)
        self._line(painter, below.adjusted(0, 0, -room, 0), str(index.data(_BELOW)), font, theme.text2)
        font = QFont(option.font)
        font.setWeight(QFont.Weight.DemiBold)
        self._line(painter, words, str(index.data()), font, theme.text)
        painter.restore()

    def _line(self, painter: QPainter, box: QRectF, text: str, font: QFont, colour: str) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        shown = painter.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, _LEFT, shown)


class ReviewDepartments(QListWidget):
    """`chosen` says that another department is looked at."""

    chosen = Signal()

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setItemDelegate(_Lines(desk.theme, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.currentRowChanged.connect(lambda _: self.chosen.emit())

    def load(self, reviews: Sequence[ShareReview]) -> None:
        """Show these, what waits first; the chosen one stays chosen, at first the first that waits."""
        before = self.department()
        self.blockSignals(True)
        self.clear()
        for review in sorted(reviews, key=lambda one: (not one.waiting, one.share.department)):
            self._add(review)
        codes = [self.item(row).data(_CODE) for row in range(self.count())]
        self.setCurrentRow(codes.index(before) if before in codes else 0)
        self.blockSignals(False)

    def _add(self, review: ShareReview) -> None:
        share, desk = review.share, self._desk
        late = is_overdue(share, datetime.now().astimezone().date())
        standing: Standing = "late" if late else share.state or "open"
        line = QListWidgetItem(desk.department(share.department), self)
        line.setData(_CODE, share.department)
        line.setData(_BELOW, self._below(review, late=late))
        waiting = len(review.waiting)
        line.setData(
            _COUNT, str(waiting) if waiting else f"{len(share.items) - share.count('open')}/{len(share.items)}"
        )
        line.setData(_STANDING, "submitted" if waiting and share.state != "returned" else standing)
        line.setToolTip(f"{line.text()}\n{line.data(_BELOW)}")
        told = self.tr("{department}: {state}, to review: {count}")
        line.setData(
            Qt.ItemDataRole.AccessibleTextRole,
            told.format(department=line.text(), state=line.data(_BELOW), count=waiting),
        )

    def _below(self, review: ShareReview, *, late: bool) -> str:
        share, request = review.share, review.share.request
        returned = len(share.in_state("returned"))
        if returned:
            return self.tr("returned: {count}").format(count=returned)
        if review.waiting and request is not None and request.submitted is not None:
            at = datetime.fromisoformat(request.submitted.at).astimezone()
            return f"{at:%m-%d} {request.submitted.by}"
        if late and request is not None:
            return self.tr("due {day}, late").format(day=request.due)
        return state_word(share.state or "open")

    def department(self) -> str:
        """Return the code of the department that is looked at; empty where there is none."""
        line = self.currentItem()
        return str(line.data(_CODE)) if line is not None else ""
