"""The matrix of the overview: departments by chapters, as wide as there is room, moved through by keys."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPen, QResizeEvent, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from desktop.window.item_models.overview_model import (
    DEPARTMENT,
    DUE,
    LEADING,
    PEOPLE,
    STATE,
    TOTAL,
    OverviewModel,
    quiet,
)
from desktop.window.look.icons import draw_icon
from desktop.window.look.scale import SMALL, TINY
from desktop.window.look.states import STATES, state_colour, state_ground
from desktop.window.look.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ROW, HEAD = 26, 44
_SMALL, _ICON, _PAD = TINY, 12, 13
_FILLED = 42  # how much of the accent colours what is answered, of 255
_LEAST_CELL, _MOST_CELL, _STATE_ICON = 31, 64, 26
_LEAST_NAME, _MOST_NAME, _MOST_PEOPLE = 88, 190, 170
_HEAD_LINES = 3
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class _Head(QHeaderView):
    """Titles of chapters in up to three small lines, those of the other columns in one."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._theme = theme
        self.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.setMinimumSectionSize(20)

    def sizeHint(self) -> QSize:
        """Room for the lines."""
        return QSize(super().sizeHint().width(), HEAD)

    def paintSection(self, painter: QPainter, rect: QRect, logicalIndex: int) -> None:  # noqa: N802, N803
        """Draw one title at the foot of its column."""
        theme, box = self._theme, QRectF(rect)
        painter.save()
        painter.fillRect(rect, QColor(theme.surface))
        painter.setPen(QColor(theme.line))
        painter.drawLine(QPointF(box.left(), box.bottom()), QPointF(box.right(), box.bottom()))
        painter.setPen(QColor(theme.text2))
        words = str(self.model().headerData(logicalIndex, Qt.Orientation.Horizontal))
        if logicalIndex == STATE and rect.width() <= _STATE_ICON:
            words = ""
        font = QFont(self.font())
        font.setPixelSize(_SMALL if logicalIndex >= LEADING else SMALL)
        painter.setFont(font)
        if logicalIndex < LEADING:
            side = Qt.AlignmentFlag.AlignRight if logicalIndex in (DUE, TOTAL) else Qt.AlignmentFlag.AlignLeft
            left = 12 if logicalIndex == DEPARTMENT else 4
            painter.drawText(box.adjusted(left, 0, -6, -5), side | Qt.AlignmentFlag.AlignBottom, words)
        else:
            self._lines(painter, box.adjusted(3, 2, 0, -4), words, font)
        painter.restore()

    def _lines(self, painter: QPainter, box: QRectF, words: str, font: QFont) -> None:
        lines = wrapped(words, font, box.width())
        height = QFontMetrics(font).height() - 2
        top = box.bottom() - height * len(lines)
        for number, line in enumerate(lines):
            place = QRectF(box.left(), top + number * height, box.width() + 1, height + 2)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, line)


def wrapped(words: str, font: QFont, width: float) -> list[str]:
    """Return words in lines of this width; what has no room, a long word or the end, is elided."""
    layout, lines, metrics = QTextLayout(words, font), list[str](), QFontMetrics(font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WordWrap)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        start, last = line.textStart(), len(lines) == _HEAD_LINES - 1
        text = words[start:] if last else words[start : start + line.textLength()].strip()
        lines.append(metrics.elidedText(text, Qt.TextElideMode.ElideRight, int(width) + 1))
        if last:
            break
    layout.endLayout()
    return lines


class _Cells(QStyledItemDelegate):
    """A cell is filled as far as it is answered; whatever is no work in progress has its shape, too."""

    def __init__(self, model: OverviewModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._theme, self._line = model, theme, QColor(theme.line)
        self._fonts: dict[tuple[str, int, bool], QFont] = {}

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one cell; most are empty and only have lines, filled since drawing them smoothly takes long."""
        rect, row, column = option.rect, index.row(), index.column()
        if row < len(self._model.rows) - 1:
            painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, self._line)
        if column >= LEADING:
            painter.fillRect(rect.left(), rect.top(), 1, rect.height(), self._line)
        selected = bool(option.state & QStyle.StateFlag.State_Selected)
        if column >= LEADING and not selected and self._model.cell(index) is None:
            return
        box = QRectF(rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if column >= LEADING:
            self._fill(painter, box.adjusted(3, 2, -2, -3), index, option.font)
        else:
            self._say(painter, box, index, option.font)
        if selected:
            focused = bool(option.state & QStyle.StateFlag.State_HasFocus)
            painter.setPen(QPen(QColor(self._theme.accent if focused else self._theme.edge), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(box.adjusted(1.5, 1, -1, -2), 4, 4)
        painter.restore()

    def _font(self, base: QFont, pixels: int, *, bold: bool = False) -> QFont:
        """Return a font that is made once: finding one takes longer than writing with it."""
        name = (base.key(), pixels, bold)
        if name not in self._fonts:
            made = self._fonts[name] = QFont(base)
            made.setPixelSize(pixels)
            made.setWeight(QFont.Weight.DemiBold if bold else QFont.Weight.Normal)
        return self._fonts[name]

    def _say(self, painter: QPainter, box: QRectF, index: Index, font: QFont) -> None:
        """Write what is said of a department; a state shows its shape alone where there is no room for its word."""
        column, theme = index.column(), self._theme
        inner = box.adjusted(12 if column == DEPARTMENT else 4, 0, -6, -1)
        colour = index.data(Qt.ItemDataRole.ForegroundRole) or QColor(theme.text)
        words = str(index.data())
        if column == STATE:
            standing = self._model.rows[index.row()].standing
            draw_icon(
                painter, STATES[standing].drawing, QRectF(inner.left(), inner.center().y() - 7, 14, 14), colour.name()
            )
            inner.setLeft(inner.left() + 20)
            words = words if box.width() > _STATE_ICON else ""
        painter.setFont(self._font(font, font.pixelSize(), bold=column == DEPARTMENT))
        painter.setPen(colour)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideMiddle, int(inner.width()))
        side = Qt.AlignmentFlag.AlignRight if column in (DUE, TOTAL) else Qt.AlignmentFlag.AlignLeft
        painter.drawText(inner, side | Qt.AlignmentFlag.AlignVCenter, shown)

    def _fill(self, painter: QPainter, box: QRectF, index: Index, font: QFont) -> None:
        cell, theme = self._model.cell(index), self._theme
        if cell is None:
            return
        done = (cell.count("answered") + cell.count("omitted")) / len(cell.items)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(theme.sunken if quiet(cell.standing) else state_ground(cell.standing, theme)))
        painter.drawRoundedRect(box, 4, 4)
        if quiet(cell.standing) and done:
            painter.save()
            painter.setClipRect(QRectF(box.left(), box.top(), box.width() * done, box.height()))
            filled = QColor(theme.accent if cell.standing == "started" else theme.line)
            filled.setAlpha(_FILLED if cell.standing == "started" else 255)
            painter.setBrush(filled)
            painter.drawRoundedRect(box, 4, 4)
            painter.restore()
        words, small = cell.words, self._font(font, _SMALL)
        painter.setFont(small)
        colour = state_colour(cell.standing, theme)
        painter.setPen(QColor(colour))
        width = QFontMetrics(small).horizontalAdvance(words)
        icon = 0 if quiet(cell.standing) else _ICON + 1
        left = box.left() + max(0.0, (box.width() - width - icon) / 2)
        if icon:
            draw_icon(painter, STATES[cell.standing].drawing, QRectF(left, box.center().y() - 6, 12, 12), colour)
        painter.drawText(QRectF(left + icon, box.top(), width + 2, box.height()), Qt.AlignmentFlag.AlignVCenter, words)


class OverviewMatrix(QTableView):
    """`opened` carries the row and the column that were clicked, or on which Enter was pressed."""

    opened = Signal(int, int)

    def __init__(self, model: OverviewModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setModel(model)
        self.setHorizontalHeader(_Head(theme, self))
        self.setItemDelegate(_Cells(model, theme, self))
        self.verticalHeader().hide()
        self.verticalHeader().setMinimumSectionSize(ROW)
        self.verticalHeader().setDefaultSectionSize(ROW)
        self.setShowGrid(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setTabKeyNavigation(False)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        self.setStyleSheet(
            f"QTableView {{ background: {theme.surface}; border: none;"
            f" selection-background-color: {theme.soft}; selection-color: {theme.text}; }}"
        )
        self.clicked.connect(lambda index: self.opened.emit(index.row(), index.column()))
        model.modelReset.connect(self.fit)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens the cell; Home and End go along the row, with Ctrl to the corners."""
        index = self.currentIndex()
        if event.key() in _ENTER and index.isValid():
            self.opened.emit(index.row(), index.column())
            event.accept()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width has room for more, or less."""
        super().resizeEvent(event)
        self.fit()

    def fit(self) -> None:
        """Share the width: cells are as wide as their words; people, then the words of states, yield first.

        What is left goes to the cells, then to the names; where there is too little the rest is scrolled to.
        """
        model, room = self._model, self.viewport().width()
        if not model.rows:
            return
        cells = [self._cell_width(column) for column in range(LEADING, model.columnCount())]
        widths = {column: self._wanted(column) for column in range(LEADING)}
        widths[DEPARTMENT] = min(widths[DEPARTMENT] + 14, _MOST_NAME)
        widths[PEOPLE] = min(widths[PEOPLE], _MOST_PEOPLE)
        widths[STATE] += 20
        if not any(row.facts for row in model.rows):
            widths[DUE] = 0
        for column, least in ((PEOPLE, 0), (STATE, _STATE_ICON), (DEPARTMENT, _LEAST_NAME)):
            lacking = sum(cells) + sum(widths.values()) - room
            if lacking > 0:
                widths[column] = max(least, widths[column] - lacking) if column == DEPARTMENT else least
        spare = max(0, room - sum(cells) - sum(widths.values()))
        cells = [min(width + spare // len(cells), max(width, _MOST_CELL)) for width in cells]
        widths[DEPARTMENT] += max(0, room - sum(cells) - sum(widths.values()))
        for column in (PEOPLE, DUE):
            self.setColumnHidden(column, not widths[column])
        for column, width in (*widths.items(), *enumerate(cells, LEADING)):
            if width:
                self.setColumnWidth(column, width)
        self.setFixedHeight(self.height_of_all())

    def _cell_width(self, column: int) -> int:
        """Return the width of the widest words of a chapter with their shape."""
        font, widest = QFont(self.font()), 0
        font.setPixelSize(_SMALL)
        metrics = QFontMetrics(font)
        for row in range(self._model.rowCount()):
            index = self._model.index(row, column)
            if (cell := self._model.cell(index)) is not None:
                icon = 0 if quiet(cell.standing) else _ICON + 1
                widest = max(widest, metrics.horizontalAdvance(str(index.data())) + icon)
        return max(_LEAST_CELL, widest + 7)

    def _wanted(self, column: int) -> int:
        metrics, model = QFontMetrics(self.font()), self._model
        words = (str(model.index(row, column).data()) for row in range(model.rowCount()))
        title = str(model.headerData(column, Qt.Orientation.Horizontal))
        return max(map(metrics.horizontalAdvance, (title, *words))) + _PAD

    def height_of_all(self) -> int:
        """Return how high it is with all its rows."""
        bar = self.horizontalScrollBar()
        wide = sum(self.columnWidth(c) for c in range(self._model.columnCount()) if not self.isColumnHidden(c))
        foot = bar.sizeHint().height() if wide > self.viewport().width() else 0
        return HEAD + ROW * self._model.rowCount() + foot + 2

    def kept(self, work: Callable[[], None]) -> None:
        """Do something that may reset the rows; the cell with the cursor keeps it where it is still there."""
        index, model = self.currentIndex(), self._model
        department = model.rows[index.row()].department if index.isValid() else None
        chapter = model.chapter(index.column()) if index.isValid() else None
        work()
        if department is None or self.currentIndex().isValid():
            return
        row = next((n for n, one in enumerate(model.rows) if one.department == department), -1)
        codes = [one.code for one in model.chapters]
        column = LEADING + codes.index(chapter.code) if chapter is not None and chapter.code in codes else DEPARTMENT
        self.setCurrentIndex(model.index(row, column))
