"""A small picture of a chart of the report, from what has been typed so far; drawn with QPainter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from desktop.window.fields.plan import ChartCard, FieldSpec, GridPart
from desktop.window.form.form_part import FormPart
from desktop.window.session.desk import Desk
from desktop.work.wording import make_wording
from schema.catalogue.section_content import open_wildcard
from schema.grammar.decimals import quotient
from schema.grammar.reference import Key

_HEIGHT = 132
_CENTRE = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class _Bar:
    """`share` is its part of the highest bar, None where there is no value; the newest year is drawn darker."""

    words: str
    value: str
    share: float | None
    newest: bool


class ChartPreview(FormPart, QWidget):
    """Columns per year, or per member for a starred reference; enough to see a slip at a glance."""

    def __init__(self, desk: Desk, card: ChartCard, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._card = desk, card
        self.setFixedHeight(_HEIGHT)
        self.setAccessibleName(desk.words(card.title))

    def bars(self) -> list[list[tuple[str, Key]]]:
        """Return the groups of bars: each bar with the words below it and its key."""
        groups = []
        for spec in self._card.series:
            if isinstance(spec, FieldSpec):
                years = range(spec.key.period - self._card.years + 1, spec.key.period + 1)
                groups.append([(str(year), replace(spec.key, period=year)) for year in years])
            else:
                keys = open_wildcard(spec.key, self._desk.catalogue)
                groups.append([(self._desk.members(key.category), key) for key in keys])
        return groups

    def follow_values(self) -> None:
        """Draw the values anew."""
        self.update()

    def sizeHint(self) -> QSize:
        """Wide, of fixed height."""
        return QSize(400, _HEIGHT)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the groups side by side."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        groups = self.bars()
        width = self.width() / max(1, len(groups))
        for number, group in enumerate(groups):
            self._draw_group(painter, QRectF(number * width, 0, width - 12, _HEIGHT), group, number)
        painter.end()

    def _draw_group(self, painter: QPainter, box: QRectF, group: list[tuple[str, Key]], number: int) -> None:
        spec = self._card.series[number]
        desk = self._desk
        wording = make_wording(spec.metric, spec.placement, desk.catalogue, desk.language, dict(desk.omissions()))
        results = [desk.session.result(key) for _, key in group]
        most = max((r.value.copy_abs() for r in results if r.value is not None), default=Decimal(0))
        step = min(96.0, box.width() / max(1, len(group)))
        for place, ((words, _), result) in enumerate(zip(group, results, strict=True)):
            slot = QRectF(box.left() + place * step, box.top(), step, box.height())
            share = float(quotient(result.value.copy_abs(), most)) if result.value is not None and most else None
            newest = place == len(group) - 1 or isinstance(spec, GridPart)
            self._draw_bar(painter, slot, _Bar(words, wording.shown(result), share, newest))

    def _draw_bar(self, painter: QPainter, slot: QRectF, bar: _Bar) -> None:
        theme, share = self._desk.theme, bar.share
        floor, room = slot.bottom() - 22, slot.height() - 46
        width = min(38.0, slot.width() * 0.6)
        painter.setPen(QColor(theme.line))
        painter.drawLine(QPointF(slot.left(), floor), QPointF(slot.right(), floor))
        height = max(2.0, room * share) if share is not None else 0
        if share is not None:
            colour = QColor(theme.company)
            colour.setAlphaF(1.0 if bar.newest else 0.45)
            painter.fillRect(QRectF(slot.center().x() - width / 2, floor - height, width, height), colour)
        painter.setPen(QColor(theme.text))
        painter.drawText(QRectF(slot.left(), floor - height - 20, slot.width(), 18), _CENTRE, bar.value or "–")
        painter.setPen(QColor(theme.text2))
        elided = painter.fontMetrics().elidedText(bar.words, Qt.TextElideMode.ElideRight, int(slot.width()) - 4)
        painter.drawText(QRectF(slot.left(), floor + 2, slot.width(), 20), _CENTRE, elided)
