"""The rows of the list of what can be gone to or done: two heads, and below each what fits the words."""

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
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from desktop.window.deeds import DEEDS
from desktop.window.look.icons import draw_icon
from desktop.window.look.scale import SMALL
from desktop.window.look.theme import Theme
from desktop.work.palette import Found, Kind, Target

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD = 30, 24
_PAD, _ICON, _SMALL = 12, 16, SMALL
_LEAST = 0.35  # of a row, for what stands at its end
_MOST = 60  # more than anybody reads: narrower words find the rest
_FIRST = 8  # of the group above, where both have something: the other one stays in sight
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_DRAWINGS: dict[Kind, str] = {
    "place": "right", "report": "newspaper", "section": "section", "value": "number", "text": "text", "action": "right",
}  # fmt: skip
_OWN = {deed.name: deed.drawing for deed in DEEDS if deed.drawing}


class PaletteRows(QAbstractListModel):
    """A head is a string, everything else a target."""

    def __init__(self, drawings: dict[str, str], parent: QObject) -> None:
        super().__init__(parent)
        self._drawings = {**_OWN, **drawings}
        self.rows: Sequence[Target | str] = ()

    def show(self, found: Found) -> None:
        """Show what was found, and the group with the better fit first."""
        groups = [
            (QCoreApplication.translate("PaletteRows", "Go to"), found.going),
            (QCoreApplication.translate("PaletteRows", "Do"), found.doing),
        ]
        if found.doing_first:
            groups.reverse()
        above = _FIRST if all(targets for _, targets in groups) and found.sought else _MOST
        self.beginResetModel()
        self.rows = [*_rows(groups[0], above), *_rows(groups[1], _MOST)]
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are, with their heads."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Let heads alone."""
        head = isinstance(self.rows[index.row()], str)
        return Qt.ItemFlag.NoItemFlags if head else Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = int(Qt.ItemDataRole.DisplayRole)) -> object:
        """Return the name; whole, with what stands beside it, for tool tips and screen readers."""
        row = self.rows[index.row()]
        if isinstance(row, str):
            return row if role == int(Qt.ItemDataRole.DisplayRole) else None
        if role in (int(Qt.ItemDataRole.AccessibleTextRole), int(Qt.ItemDataRole.ToolTipRole)):
            return ", ".join(filter(None, (row.name, row.why or row.note)))
        return row.name if role == int(Qt.ItemDataRole.DisplayRole) else None

    def target(self, row: int) -> Target | None:
        """Return what stands in a row; None for a head, and where there is none."""
        found = self.rows[row] if 0 <= row < len(self.rows) else ""
        return None if isinstance(found, str) else found

    def step(self, row: int, step: int) -> int:
        """Return the row of a target so many rows on; the last one before the end of the list."""
        rows = [place for place, found in enumerate(self.rows) if not isinstance(found, str)]
        if not rows:
            return -1
        at = rows.index(row) if row in rows else -1
        return rows[max(0, min(at + step, len(rows) - 1))]

    def drawing(self, target: Target) -> str:
        """Return which icon a target has."""
        own = target.kind in ("place", "action")
        return self._drawings.get(target.code, _DRAWINGS[target.kind]) if own else _DRAWINGS[target.kind]


def _rows(group: tuple[str, Sequence[Target]], most: int) -> list[Target | str]:
    words, targets = group
    if not targets:
        return []
    if len(targets) > most:
        told = QCoreApplication.translate("PaletteRows", "{group} – the first {shown} of {count}")
        words = told.format(group=words, shown=most, count=len(targets))
    return [words, *targets[:most]]


class PaletteRowPainter(QStyledItemDelegate):
    """Paints icon, name, and at the end the key, the section, or why it cannot be done now."""

    def __init__(self, theme: Theme, rows: PaletteRows, parent: QObject) -> None:
        super().__init__(parent)
        self._theme, self._rows = theme, rows

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Return the height of a row; heads are lower."""
        del option
        return QSize(0, ROW if self._rows.target(index.row()) else HEAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw a row."""
        theme, target = self._theme, self._rows.target(index.row())
        box = QRectF(option.rect).adjusted(_PAD, 0, -_PAD, 0)
        small = QFont(option.font)
        small.setPixelSize(_SMALL)
        painter.save()
        if target is None:
            painter.setFont(small)
            painter.setPen(QColor(theme.text2))
            painter.drawText(box, _LEFT, str(self._rows.rows[index.row()]))
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(option.rect, QColor(theme.soft))
            self._draw(painter, box, target, small)
        painter.restore()

    def _draw(self, painter: QPainter, box: QRectF, target: Target, small: QFont) -> None:
        theme, note = self._theme, target.why or target.note
        at = QRectF(box.left(), box.center().y() - _ICON / 2, _ICON, _ICON)
        draw_icon(painter, self._rows.drawing(target), at, theme.text3 if target.why else theme.text2)
        words = box.adjusted(_ICON + _PAD, 0, 0, 0)
        name = painter.fontMetrics().horizontalAdvance(target.name) + 2
        asked = QFontMetricsF(small).horizontalAdvance(note) + 2 if note else 0
        room = min(asked, max(words.width() - name - _PAD, words.width() * _LEAST))
        painter.setPen(QColor(theme.text3 if target.why else theme.text))
        self._line(painter, words.adjusted(0, 0, -room - _PAD if room else 0, 0), target.name, _LEFT)
        painter.setFont(small)
        painter.setPen(QColor(theme.text2))
        self._line(painter, QRectF(words.right() - room, words.top(), room, words.height()), note, _RIGHT)

    def _line(self, painter: QPainter, box: QRectF, words: str, align: Qt.AlignmentFlag) -> None:
        middle = Qt.TextElideMode.ElideMiddle
        painter.drawText(box, align, painter.fontMetrics().elidedText(words, middle, round(box.width())))
