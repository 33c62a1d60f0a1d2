"""Left of the issues: severity, cause, chapter, department and state, each value with how many issues it would show."""

from __future__ import annotations

from collections.abc import Mapping
from typing import assert_never

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from desktop.window.fields.issue_words import IssueWords
from desktop.window.look.scale import SMALL
from desktop.window.look.states import draw_state
from desktop.window.session.desk import Desk
from desktop.work.issue_desk.choice import FACETS, STATES, Choice, Facet, Listed
from desktop.work.issue_desk.kinds import KINDS

Index = QModelIndex | QPersistentModelIndex
_FACET, _VALUE, _COUNT, _CHOSEN = (int(Qt.ItemDataRole.UserRole) + more for more in range(1, 5))
_ALL = "*"  # in the place of a value: whatever it is
_LINE, _HEAD = 28, 34
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _FacetDelegate(QStyledItemDelegate):
    """A title, or a value with its count at the right; the chosen ones on soft ground."""

    def __init__(self, desk: Desk, view: QListWidget) -> None:
        super().__init__(view)
        self._theme = desk.theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Titles have more air above."""
        del option
        return QSize(120, _LINE if index.data(_VALUE) is not None else _HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        theme, box, value = self._theme, QRect(option.rect).adjusted(6, 1, -6, -1), index.data(_VALUE)
        font = QFont(option.font)
        if value is None:
            painter.setPen(QColor(theme.text2))
            font.setPixelSize(SMALL)
            painter.setFont(font)
            painter.drawText(box.adjusted(8, 8, 0, 0), _LEFT, str(index.data()))
            painter.restore()
            return
        chosen, focused = bool(index.data(_CHOSEN)), bool(option.state & QStyle.StateFlag.State_HasFocus)
        hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
        if chosen or hovered or focused:
            painter.setPen(QColor(theme.accent) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.soft if chosen else theme.hover if hovered else theme.surface))
            painter.drawRoundedRect(QRectF(box).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        font.setWeight(QFont.Weight.DemiBold if chosen else QFont.Weight.Normal)
        painter.setFont(font)
        painter.setPen(QColor(theme.accent if chosen else theme.text2))
        count = str(index.data(_COUNT))
        painter.drawText(box.adjusted(0, 0, -8, 0), _RIGHT, count)
        left = 8
        if value in ("error", "doubt"):
            draw_state(painter, value, QRectF(box.left() + 8, box.center().y() - 6.5, 14, 14), theme)
            left = 28
        words = box.adjusted(left, 0, -16 - painter.fontMetrics().horizontalAdvance(count), 0)
        painter.setPen(QColor(theme.accent if chosen else theme.text))
        elided = painter.fontMetrics().elidedText(str(index.data()), Qt.TextElideMode.ElideMiddle, words.width())
        painter.drawText(words, _LEFT, elided)
        painter.restore()


class IssueFacets(QListWidget):
    """`chosen` carries the choice that a click, Enter or Space makes; a chosen value is let go by choosing it again."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, words: IssueWords, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._words = desk, words
        self._choice = Choice()
        self._shown: object = None
        self.setItemDelegate(_FacetDelegate(desk, self))
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.itemClicked.connect(self._choose)

    def load(self, listed: Listed, choice: Choice, titles: Mapping[str, str]) -> None:
        """Show the values that there are; cursor and sight stay."""
        counts, self._choice = listed.all_counts(choice), choice
        shown = (counts, choice, dict(titles), self._desk.language)
        if shown == self._shown:
            return
        self._shown = shown
        current = self.currentItem()
        place = (current.data(_FACET), current.data(_VALUE)) if current is not None else None
        sight = self.verticalScrollBar().value()
        self.clear()
        for facet in FACETS:
            head = QListWidgetItem(self._words.facet(facet), self)
            head.setFlags(Qt.ItemFlag.NoItemFlags)
            if facet != "state":
                self._add(facet, _ALL, self.tr("All"), counts[facet][None])
            for value in self._in_order(facet, counts[facet], titles):
                self._add(facet, value, self._words.value(facet, value, titles), counts[facet][value])
        for item in self._items():
            if place is not None and (item.data(_FACET), item.data(_VALUE)) == place:
                self.setCurrentItem(item)
        self.verticalScrollBar().setValue(sight)

    def forget(self) -> None:
        """Show nothing: no value has been counted."""
        self._shown = None
        self.clear()

    def _items(self) -> list[QListWidgetItem]:
        return [self.item(row) for row in range(self.count())]

    def _in_order(self, facet: Facet, counts: Mapping[str | None, int], titles: Mapping[str, str]) -> list[str]:
        """Return the values that there are, and the chosen one, in the order in which people look for them."""
        there = {value for value, count in counts.items() if value is not None and count}
        there |= {value for value in (self._choice.of(facet),) if value is not None}
        match facet:
            case "severity":
                return [value for value in ("error", "doubt") if value in there]
            case "kind":
                return [value for value in KINDS if value in there]
            case "state":
                return [value for value in STATES if value in there or value == "todo"]
            case "chapter":
                return [value for value in titles if value in there]
            case "department":
                return sorted(there, key=lambda code: (-counts.get(code, 0), code))
            case _:
                assert_never(facet)

    def _add(self, facet: Facet, value: str, words: str, count: int) -> None:
        item = QListWidgetItem(words, self)
        chosen = (self._choice.of(facet) if self._choice.of(facet) is not None else _ALL) == value
        for role, data in ((_FACET, facet), (_VALUE, value), (_COUNT, count), (_CHOSEN, chosen)):
            item.setData(role, data)
        item.setToolTip(f"{words}  {count}")
        told = self.tr("{facet}: {value}, {count}").format(facet=self._words.facet(facet), value=words, count=count)
        if chosen:
            told = self.tr("{words}, chosen").format(words=told)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, told)

    def pick(self, facet: Facet, value: str) -> None:
        """Choose a value as a click does."""
        for item in self._items():
            if (item.data(_FACET), item.data(_VALUE)) == (facet, value):
                self._choose(item)
                return

    def _choose(self, item: QListWidgetItem) -> None:
        facet, value = item.data(_FACET), item.data(_VALUE)
        if facet is None:
            return
        let_go = value == _ALL or (item.data(_CHOSEN) and facet != "state")
        self.chosen.emit(self._choice.choose(facet, None if let_go else value))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and Space choose."""
        item = self.currentItem()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and item is not None:
            self._choose(item)
            event.accept()
        else:
            super().keyPressEvent(event)
