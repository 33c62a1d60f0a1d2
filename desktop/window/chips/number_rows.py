"""The rows of the list of numbers: name and value, below them unit and section; what has no value yet says so."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.window.chips.printed import Printed, printed
from desktop.window.look.scale import SMALL
from desktop.window.session.desk import Desk
from desktop.work.number_search import Entry, matched
from schema.grammar.linked import parse_linked

Index = QModelIndex | QPersistentModelIndex
_ROW, _PAD, _SMALL = 44, 12, SMALL
_LEFT = int(
    Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip
)


class NumberRows(QAbstractListModel):
    """What a search has found; values are told in the language of the text, and only of rows that are seen."""

    def __init__(self, desk: Desk, language: str, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._language = desk, language
        self._shown: dict[str, Printed] = {}
        self.entries: Sequence[Entry] = ()
        self.query = ""

    def show(self, entries: Sequence[Entry], query: str) -> None:
        """Show other numbers, and what of them was asked for."""
        self.beginResetModel()
        self.entries, self.query = entries, query
        self.endResetModel()

    def shown(self, entry: Entry) -> Printed:
        """Return a number as it prints."""
        if entry.code not in self._shown:
            piece = parse_linked("{" + entry.code + "}")[0]
            assert not isinstance(piece, str)
            self._shown[entry.code] = printed(self._desk, piece, self._language)
        return self._shown[entry.code]

    def value(self, entry: Entry) -> str:
        """Return a number as it prints, nothing where it has no value."""
        shown = self.shown(entry)
        return shown.words if shown.state == "value" else ""

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the name; for screen readers the whole row."""
        entry = self.entries[index.row()]
        if role == int(Qt.ItemDataRole.AccessibleTextRole):
            return ", ".join(filter(None, (entry.name, self.value(entry) or self.absent(), self.below(entry))))
        return entry.name if role in (int(Qt.ItemDataRole.DisplayRole), int(Qt.ItemDataRole.ToolTipRole)) else None

    def absent(self) -> str:
        """Say that there is no value."""
        return QCoreApplication.translate("NumberRows", "no value yet")

    def below(self, entry: Entry) -> str:
        """Return the second line: year, unit, section, code."""
        year = "" if entry.code.startswith(("record/", "company.", "block.")) else str(self._desk.outline.year)
        return " · ".join(filter(None, (year, entry.unit, entry.section, entry.code)))


class NumberRowPainter(QStyledItemDelegate):
    """Paints a row."""

    def __init__(self, desk: Desk, rows: NumberRows, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._rows = desk.theme, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of two lines."""
        del option, index
        return QSize(0, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw name, value and the line below."""
        theme, entry = self._theme, self._rows.entries[index.row()]
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, QColor(theme.soft))
        box = QRectF(option.rect).adjusted(_PAD, 4, -_PAD, -4)
        shown = self._rows.shown(entry)
        value = shown.words if shown.state == "value" else self._rows.absent()
        room = min(option.fontMetrics.horizontalAdvance(value) + 4, box.width() / 2)
        painter.setPen(QColor(theme.text2 if shown.state == "value" else theme.error))
        self._line(painter, QRectF(box.right() - room, box.top(), room, box.height()), value)
        words = box.adjusted(0, 0, -room - _PAD, 0)
        painter.setPen(QColor(theme.text))
        self._line(painter, words.adjusted(0, 0, 0, -box.height() / 2), entry.name)
        small = QFont(option.font)
        small.setPixelSize(_SMALL)
        painter.setFont(small)
        painter.setPen(QColor(theme.text2))
        self._line(painter, words.adjusted(0, box.height() / 2, 0, 0), self._rows.below(entry))
        painter.restore()

    def _line(self, painter: QPainter, box: QRectF, words: str) -> None:
        """Draw one line, what was asked for in bold and in the accent."""
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, round(box.width()))
        plain, pen, at = painter.font(), painter.pen(), 0
        bold = QFont(plain)
        bold.setBold(True)
        for begin, end in (*matched(shown, self._rows.query), (len(shown), len(shown))):
            box = self._draw(painter, box, shown[at:begin])
            painter.setFont(bold)
            painter.setPen(QColor(self._theme.accent))
            box = self._draw(painter, box, shown[begin:end])
            painter.setFont(plain)
            painter.setPen(pen)
            at = end

    def _draw(self, painter: QPainter, box: QRectF, words: str) -> QRectF:
        """Draw words and return the room behind them."""
        painter.drawText(box, _LEFT, words)
        return box.adjusted(painter.fontMetrics().horizontalAdvance(words), 0, 0, 0)
