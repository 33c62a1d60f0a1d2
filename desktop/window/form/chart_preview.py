"""A small picture of a chart of the report, from what has been typed so far; drawn with QPainter."""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desktop.window.fields.plan import ChartCard, FieldSpec, GridPart
from desktop.window.form.form_part import FormPart
from desktop.window.session.desk import Desk
from desktop.window.session.year_names import year_name
from desktop.work.wording import Wording, make_wording
from schema.catalogue.entities import EVERY, EntityTree
from schema.catalogue.section_content import entity_keys, open_wildcard
from schema.grammar.decimals import quotient
from schema.grammar.reference import Key
from schema.values.key_words import entity_words

_HEIGHT = 132
_NAME = 20  # the line above the bars of one of several
_GAP, _AROUND, _LEAST = 16, 8, 34  # between groups, beside a value, of a bar with both
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
        groups, catalogue = list[list[tuple[str, Key]]](), self._desk.catalogue
        for spec in self._card.series:
            if spec.key.entity == EVERY:
                entities = entity_keys(spec.key, catalogue, EntityTree(catalogue.entities))
                groups.append([(entity_words(key.entity, catalogue, self._desk.language), key) for key in entities])
            elif isinstance(spec, FieldSpec):
                years = range(spec.key.period - self._card.years + 1, spec.key.period + 1)
                groups.append([(year_name(self._desk, year), replace(spec.key, period=year)) for year in years])
            else:
                keys = open_wildcard(spec.key, catalogue)
                groups.append([(self._desk.members(key.category), key) for key in keys])
        return groups

    def groups_in_a_row(self, width: int) -> int:
        """Return how many groups stand beside each other, so that each value has its room."""
        count = len(self._card.series)
        group = max((len(bars) for bars in self.bars()), default=1) * self._least_bar() + _GAP
        rows = -(-count // max(1, min(count, (width + _GAP) // group))) if count else 1
        return -(-count // rows) or 1  # as many in the last row as in the others, where that is possible

    def _least_bar(self) -> int:
        metrics = self.fontMetrics()
        shown = [words for number in range(len(self._card.series)) for words in self._values(number)]
        return max(_LEAST, *(metrics.horizontalAdvance(words) + _AROUND for words in shown or [""]))

    def _wording(self, number: int) -> Wording:
        spec, desk = self._card.series[number], self._desk
        return make_wording(spec.metric, spec.placement, desk.catalogue, desk.language, dict(desk.omissions()))

    def _values(self, number: int) -> list[str]:
        """Return what stands over the bars of a group."""
        wording, session = self._wording(number), self._desk.session
        return [wording.shown(session.result(key)) or "–" for _, key in self.bars()[number]]

    def follow_values(self) -> None:
        """Draw the values anew; a longer one may need another row."""
        self._fit()
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put as many groups beside each other as there is room for."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        count, in_a_row = len(self._card.series), self.groups_in_a_row(self.width())
        self.setFixedHeight(max(1, -(-count // in_a_row)) * self._row_height())

    def _row_height(self) -> int:
        return _HEIGHT + (_NAME if len(self._card.series) > 1 else 0)

    def sizeHint(self) -> QSize:
        """Wide, as high as its rows."""
        return QSize(400, self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the groups side by side, in rows."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        in_a_row, high = self.groups_in_a_row(self.width()), self._row_height()
        width = (self.width() + _GAP) / in_a_row
        for number in range(len(self._card.series)):
            place = QPointF(number % in_a_row * width, number // in_a_row * high)
            self._draw_group(painter, QRectF(place, QSizeF(width - _GAP, high)), number)
        painter.end()

    def _draw_group(self, painter: QPainter, box: QRectF, number: int) -> None:
        if len(self._card.series) > 1:
            painter.setPen(QColor(self._desk.theme.text2))
            name = painter.fontMetrics().elidedText(self._name(number), Qt.TextElideMode.ElideRight, int(box.width()))
            painter.drawText(QRectF(box.left(), box.top(), box.width(), _NAME), name)
            box = box.adjusted(0, _NAME, 0, 0)
        group, words = self.bars()[number], self._values(number)
        values = [self._desk.session.result(key).value for _, key in group]
        most = max((value.copy_abs() for value in values if value is not None), default=Decimal(0))
        step = min(96.0, box.width() / max(1, len(group)))
        for place, ((name, _), value) in enumerate(zip(group, values, strict=True)):
            slot = QRectF(box.left() + place * step, box.top(), step, box.height())
            share = float(quotient(value.copy_abs(), most)) if value is not None and most else None
            newest = place == len(group) - 1 or isinstance(self._card.series[number], GridPart)
            self._draw_bar(painter, slot, _Bar(name, words[place], share, newest))

    def _name(self, number: int) -> str:
        """Return what a group is called, with its unit."""
        spec = self._card.series[number]
        name = self._desk.words(spec.placement.label or spec.metric.name)
        return f"{name}  {self._wording(number).unit}"

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
        if painter.fontMetrics().horizontalAdvance(bar.value) <= slot.width():  # a number that is cut is another one
            painter.drawText(QRectF(slot.left(), floor - height - 20, slot.width(), 18), _CENTRE, bar.value)
        painter.setPen(QColor(theme.text2))
        elided = painter.fontMetrics().elidedText(bar.words, Qt.TextElideMode.ElideRight, int(slot.width()) - 4)
        painter.drawText(QRectF(slot.left(), floor + 2, slot.width(), 20), _CENTRE, elided)
