"""The six figures above the matrix: each says how much there is of something and leads to where it comes from."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from desktop.window.look.scale import FIRST, WRITTEN
from desktop.window.look.theme import Theme
from desktop.window.panels.overview_goals import Goal
from desktop.window.session.desk import Desk
from desktop.work.overview import Overview
from desktop.work.visit import Visit
from schema.catalogue.punctuation import PUNCTUATION

_HEIGHT, _FEW = 78, 2
_DIGITS = re.compile(r"(\d[\d,.]*|…)")


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure in words: its number is drawn large. `tone` is the name of a colour of the theme."""

    caption: str
    value: str
    below: str
    tone: str
    goal: Goal


class Figures(QObject):
    """Says the six figures of an overview."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def of(self, shown: Overview, since: Visit | None) -> tuple[Figure, ...]:
        """Return them in their order; `since` is the last visit."""
        return (
            self._answered(shown, since), self._due(shown), self._late(shown), self._waiting(shown),
            self._contradictions(shown), self._nobody(shown),
        )  # fmt: skip

    def _answered(self, shown: Overview, since: Visit | None) -> Figure:
        share = f"{shown.answered * 100 // shown.items}%" if shown.items else ""
        more = shown.answered - since.answered if since is not None else 0
        if more:
            share = self.tr("{share}, {change} since the last visit").format(share=share, change=f"{more:+d}")
        return Figure(
            self.tr("Answered"), f"{shown.answered} / {shown.items}", share, "text", Goal("open_values")
        )  # fmt: skip

    def _due(self, shown: Overview) -> Figure:
        if not shown.last_due:
            unasked = tuple(row.department for row in shown.rows if row.department)
            value = self.tr("Nobody asked") if unasked else "–"
            return Figure(self.tr("Due"), value, self.tr("Ask …") if unasked else "", "text", Goal("ask"))
        days = (date.fromisoformat(shown.last_due) - shown.today).days
        value = self._days(days)
        below, coming = self.tr("everything is handed in"), shown.next_due
        if coming and coming[0].facts is not None:
            names = self._names([row.department for row in coming])
            names = self._departments(len(coming)) if len(coming) > _FEW else names
            below = self.tr("next {day}: {departments}").format(day=coming[0].facts.due[5:], departments=names)
        elif shown.late:
            below = self.tr("all of it is late")
        caption = self.tr("Last due day {day}").format(day=shown.last_due)
        return Figure(caption, value, below, "text" if days >= 0 or not shown.late else "error", Goal("requests"))

    def _days(self, days: int) -> str:
        if days == 0:
            return self.tr("today")
        if days > 0:
            return (self.tr("{count} day left") if days == 1 else self.tr("{count} days left")).format(count=days)
        return (self.tr("{count} day ago") if days == -1 else self.tr("{count} days ago")).format(count=-days)

    def _departments(self, count: int) -> str:
        return (self.tr("{count} department") if count == 1 else self.tr("{count} departments")).format(count=count)

    def _items(self, count: int) -> str:
        return (self.tr("{count} item") if count == 1 else self.tr("{count} items")).format(count=count)

    def _late(self, shown: Overview) -> Figure:
        names = self._names([row.department for row in shown.late])
        count = len(shown.late)
        return Figure(self.tr("Late"), self._departments(count), names, "error" if count else "text2", Goal("late"))

    def _waiting(self, shown: Overview) -> Figure:
        row, below = shown.longest_waiting, ""
        if row is not None and row.share.request and row.share.request.submitted:
            since = self.tr("longest since {day}: {department}")
            below = since.format(
                day=row.share.request.submitted.at[5:10], department=self._desk.department(row.department)
            )
        value = self._items(shown.waiting)
        return Figure(
            self.tr("Waiting for review"), value, below, "text" if shown.waiting else "text2", Goal("review")
        )  # fmt: skip

    def _contradictions(self, shown: Overview) -> Figure:
        caption, goal = self.tr("Open contradictions"), Goal("contradictions")
        if not shown.checked:
            return Figure(caption, "…", self.tr("Checking …"), "text2", goal)
        count, below = len(shown.contradictions), ""
        if shown.in_print:
            below = self.tr("about what was published: {count}").format(count=shown.in_print)
        value = (self.tr("{count} place") if count == 1 else self.tr("{count} places")).format(count=count)
        return Figure(caption, value, below, "error" if count else "text2", goal)

    def _nobody(self, shown: Overview) -> Figure:
        caption, row = self.tr("Owned by nobody"), shown.nobody
        count = row.asked if row is not None else 0
        below = self.tr("name who owns them") if count else self.tr("everything has an owner")
        subjects = tuple(item.subject for item in row.share.items) if row is not None else ()
        tone = "doubt" if count else "text2"
        return Figure(caption, self._items(count), below, tone, Goal("owners", subjects=subjects))

    def _names(self, departments: Sequence[str]) -> str:
        return PUNCTUATION[self._desk.language].series.join(map(self._desk.department, departments))


class _Tile(QAbstractButton):
    """Caption, value and what is said below; clicking it leads to where it comes from."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme, self.figure = theme, Figure("", "", "", "text", Goal("requests"))
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Three lines."""
        return QSize(120, _HEIGHT)

    def tell(self, figure: Figure) -> None:
        """Show another figure."""
        self.figure = figure
        words = ", ".join(filter(None, (f"{figure.caption}: {figure.value}", figure.below)))
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the lines, the number large."""
        del event
        painter, theme, box = QPainter(self), self._theme, QRectF(self.rect())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if self.underMouse() and self.isEnabled():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(QColor(theme.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(4, 4, -4, -4), 6, 6)
        inner = box.adjusted(16, 11, -8, -9)
        self._line(painter, inner, self.figure.caption, 12)
        self._value(painter, inner.adjusted(0, 19, 0, 0))
        self._line(painter, inner.adjusted(0, 44, 0, 9), self.figure.below, 12)
        painter.end()

    def _line(self, painter: QPainter, box: QRectF, words: str, pixels: int) -> None:
        font = QFont(self.font())
        font.setPixelSize(pixels)
        painter.setFont(font)
        painter.setPen(QColor(self._theme.text2))
        shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()))
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, shown)

    def _value(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QColor(getattr(self._theme, self.figure.tone)))
        large, small = QFont(self.font()), QFont(self.font())
        large.setPixelSize(FIRST)
        large.setWeight(QFont.Weight.DemiBold)
        small.setPixelSize(WRITTEN)
        left, found = box.left(), False
        for piece in filter(None, _DIGITS.split(self.figure.value)):
            font = large if _DIGITS.fullmatch(piece) and not found else small
            found = found or font is large
            painter.setFont(font)
            painter.drawText(QPointF(left, box.top() + 19), piece)
            left += QFontMetrics(font).horizontalAdvance(piece)


class FigureStrip(QWidget):
    """The figures beside each other in one card; `wanted` carries where the pressed one leads."""

    wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.tiles = [_Tile(theme, self) for _ in range(6)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        for tile in self.tiles:
            row.addWidget(tile, 1)
            tile.clicked.connect(lambda _=False, pressed=tile: self.wanted.emit(pressed.figure.goal))

    def show_figures(self, figures: Sequence[Figure]) -> None:
        """Show these."""
        for tile, figure in zip(self.tiles, figures, strict=True):
            tile.tell(figure)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the card and the lines between the figures."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.line), 1))
        painter.setBrush(QColor(self._theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        for tile in self.tiles[1:]:
            x = tile.x() + 0.5
            painter.drawLine(QPointF(x, 1), QPointF(x, self.height() - 1))
        painter.end()
