"""A card with a title, a way on, and lines that lead somewhere: icon, words, what stands beside, a bar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QWidget,
)

from desktop.window.look.card import Card, heading
from desktop.window.look.icons import draw_icon
from desktop.window.look.scale import BODY, SMALL
from desktop.window.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex
_LINE = int(Qt.ItemDataRole.UserRole)
_FIRST, _MORE, _BAR = 28, 18, 88
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Line:
    """`drawing` with `tone` (a colour of the theme) stands before the words, `share` (0 … 1) is drawn as a bar.

    `name` is what tells it from the others, `goal` where it leads; `more` are quiet lines below, `tip` is said where
    somebody asks.
    """

    name: str
    words: str
    goal: object
    aside: str = ""
    drawing: str = ""
    tone: str = "text2"
    more: tuple[str, ...] = ()
    share: float | None = None
    tip: str = ""

    @property
    def told(self) -> str:
        """All of it in one text."""
        return "\n".join(filter(None, (self.words, *self.more, self.tip, self.aside)))


class _Lines(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """One line, and those below it."""
        del option
        line: Line = index.data(_LINE)
        return QSize(120, _FIRST + _MORE * len(line.more) + (2 if line.more else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one entry."""
        line: Line = index.data(_LINE)
        theme, box = self._theme, QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        here = bool(option.state & QStyle.StateFlag.State_HasFocus)
        if here or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.soft if here else theme.hover))
            painter.drawRoundedRect(box.adjusted(2, 1, -2, -1), 6, 6)
        first = QRectF(box.left() + 8, box.top(), box.width() - 16, _FIRST)
        if line.drawing:
            draw_icon(
                painter, line.drawing, QRectF(first.left(), first.center().y() - 7, 14, 14), getattr(theme, line.tone)
            )
            first.setLeft(first.left() + 22)
        aside = 0
        if line.aside:
            painter.setPen(QColor(theme.text2))
            painter.setFont(_font(option.font, small=True))
            aside = max(44, self._text(painter, first, line.aside, _RIGHT)) + 10
        words = first.adjusted(0, 0, -aside, 0)
        if line.share is not None:
            self._bar(painter, QRectF(words.right() - _BAR, first.center().y() - 2.5, _BAR, 5), line.share)
            words.setRight(words.right() - _BAR - 10)
        painter.setPen(QColor(theme.text))
        painter.setFont(_font(option.font, bold=bool(line.more)))
        self._text(painter, words, line.words, _LEFT)
        painter.setPen(QColor(theme.text2))
        painter.setFont(_font(option.font, small=True))
        for number, text in enumerate(line.more):
            below = QRectF(words.left(), first.bottom() - 3 + number * _MORE, first.right() - words.left(), _MORE)
            self._text(painter, below, text, _LEFT)
        painter.restore()

    def _text(self, painter: QPainter, box: QRectF, words: str, side: Qt.AlignmentFlag) -> int:
        """Draw words in one line, elided; return how wide they are."""
        metrics = painter.fontMetrics()
        shown = metrics.elidedText(words.replace("\n", " "), Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, side, shown)
        return metrics.horizontalAdvance(shown)

    def _bar(self, painter: QPainter, box: QRectF, share: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.line))
        painter.drawRoundedRect(box, 2.5, 2.5)
        if share:
            painter.setBrush(QColor(self._theme.accent))
            painter.drawRoundedRect(QRectF(box.left(), box.top(), max(4.0, box.width() * share), 5), 2.5, 2.5)


def _font(base: QFont, *, small: bool = False, bold: bool = False) -> QFont:
    font = QFont(base)
    font.setPixelSize(SMALL if small else BODY)
    font.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
    return font


class _List(QListWidget):
    """Enter and a click open a line."""

    opened = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setItemDelegate(_Lines(theme, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setFrameShape(QListWidget.Shape.NoFrame)
        self.setStyleSheet(f"QListWidget {{ background: {theme.surface}; border: none; }}")
        self.itemClicked.connect(lambda item: self.opened.emit(item.data(_LINE).goal))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the line with the cursor."""
        if event.key() in _ENTER and self.currentItem() is not None:
            self.opened.emit(self.currentItem().data(_LINE).goal)
            event.accept()
        else:
            super().keyPressEvent(event)


class LineCard(Card):
    """`opened` carries the goal of a line, `way_on` that somebody wants to see all of it."""

    opened = Signal(object)
    way_on = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self._theme = theme
        self.title, self.said = heading("", self, BODY), QLabel(self)
        self.title.setWordWrap(False)
        self.said.setStyleSheet(f"color: {theme.text2};")
        self.said.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.link = QToolButton(self)
        self.link.setAutoRaise(True)
        self.link.setStyleSheet(
            f"QToolButton {{ border: none; color: {theme.accent}; padding: 2px 4px; border-radius: 4px; }}"
            f"QToolButton:hover {{ background: {theme.hover}; }}"
            f"QToolButton:focus {{ border: 1px solid {theme.accent}; }}"
        )
        self.empty, self.list = QLabel(self, wordWrap=True), _List(theme, self)
        self.empty.setStyleSheet(f"color: {theme.text2}; padding: 2px 8px;")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 2, 4)
        for widget, stretch in ((self.title, 0), (self.said, 1), (self.link, 0)):
            head.addWidget(widget, stretch)
        self.body.setContentsMargins(8, 8, 8, 8)
        self.body.addLayout(head)
        self.body.addWidget(self.empty, 1)
        self.body.addWidget(self.list, 1)
        self.list.opened.connect(self.opened)
        self.link.clicked.connect(self.way_on)

    def name(self, title: str, said: str, link: str, empty: str) -> None:
        """Say what it is, what is said beside, the way on, and what stands there instead of lines."""
        self.title.setText(title)
        self.said.setText(said)
        self.said.setToolTip(said)
        self.link.setText(link)
        self.link.setVisible(bool(link))
        self.empty.setText(empty)
        self.list.setAccessibleName(title)

    def fill(self, lines: Sequence[Line]) -> None:
        """Show these lines; the one with the cursor and the scroll position stay."""
        here, place = self.list.currentItem(), self.list.verticalScrollBar().value()
        name = here.data(_LINE).name if here is not None else ""
        self.list.clear()
        for line in lines:
            item = QListWidgetItem(self.list)
            item.setData(_LINE, line)
            item.setToolTip(line.told)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.told.replace("\n", ", "))
            if line.name == name:
                self.list.setCurrentItem(item)
        self.list.setVisible(bool(lines))
        self.empty.setVisible(not lines)
        self.list.verticalScrollBar().setValue(place)
