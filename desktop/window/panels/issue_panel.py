"""Right, above: what is wrong or doubtful here; a click goes to the field."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.item_models.issue_model import BELOW, CAUSE, ISSUE, OPENED, TITLE, IssueModel
from desktop.window.look.card import heading
from desktop.window.look.icons import draw_icon
from desktop.window.look.scale import WRITTEN
from desktop.window.look.states import draw_state
from desktop.window.look.theme import Theme
from desktop.window.panels.answer_bar import AnswerBar
from desktop.window.session.desk import Desk
from desktop.window.session.places import go_to
from schema.validation.causes import Cause
from schema.validation.issue import Issue

Index = QModelIndex | QPersistentModelIndex
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class IssueDelegate(QStyledItemDelegate):
    """Mark, the value's name, and the whole sentence below it."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """As high as the sentence needs."""
        metrics = QFontMetrics(option.font)
        width = self._view.viewport().width() - 38 - _indent(index)
        sentence = metrics.boundingRect(QRect(0, 0, width, 2000), _WRAP, str(index.data()))
        title = metrics.lineSpacing() + 2 if index.data(TITLE) else 0
        return QSize(width, sentence.height() + title + 18)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line; an arrow says that it opens to its issues."""
        painter.save()
        box, theme = option.rect, self._theme
        if option.state & (QStyle.StateFlag.State_MouseOver | QStyle.StateFlag.State_Selected):
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(theme.hover))
            painter.drawRoundedRect(QRectF(box).adjusted(2, 1, -2, -3), 6, 6)
        left = box.left() + 8 + _indent(index)
        draw_state(painter, index.data(ISSUE).severity, QRectF(left, box.top() + 8, 14, 14), theme)
        words = box.adjusted(30 + _indent(index), 7, -8, -8)
        painter.setPen(QPen(QColor(theme.text)))
        if title := str(index.data(TITLE)):
            font = QFont(option.font)
            font.setWeight(QFont.Weight.DemiBold)
            painter.setFont(font)
            elided = painter.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, words.width())
            painter.drawText(words, int(Qt.AlignmentFlag.AlignLeft), elided)
            words.setTop(words.top() + QFontMetrics(option.font).lineSpacing() + 2)
        painter.setFont(option.font)
        painter.setPen(QColor(theme.text2))
        if index.data(CAUSE) is not None:
            arrow = QRectF(box.left() + 9, box.top() + 26, 12, 12)
            draw_icon(painter, "down" if index.data(OPENED) else "right", arrow, theme.text2)
        painter.drawText(words, _WRAP, str(index.data()))
        painter.restore()


def _indent(index: Index) -> int:
    return 18 if index.data(BELOW) else 0


def _shown(index: QModelIndex) -> tuple[Issue, Cause | None, bool]:
    """Return what a row shows, by which it is found again."""
    return index.data(ISSUE), index.data(CAUSE), index.data(BELOW)


class IssuePanel(QWidget):
    """A list that can also show the whole report."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._model = IssueModel(desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        self._title = heading("", self, WRITTEN)
        self._whole = QToolButton(self)
        self._whole.setCheckable(True)
        self._whole.setObjectName("toggle")
        self.contradictions = QToolButton(self)
        self.contradictions.setObjectName("toggle")
        self._empty = QLabel(self, wordWrap=True)
        self._empty.setStyleSheet(f"color: {self._desk.theme.text2}; padding: 4px 8px;")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.list = QListView(self)
        self.list.setModel(self._model)
        self.list.setItemDelegate(IssueDelegate(self._desk.theme, self.list))
        self.list.setMouseTracking(True)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.addWidget(self._title, 1)
        head.addWidget(self.contradictions)
        head.addWidget(self._whole)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 14, 6, 4)
        layout.setSpacing(6)
        layout.addLayout(head)
        layout.addWidget(self._empty)
        layout.addWidget(self.list, 1)
        self.list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.answers = AnswerBar(self._desk, self.list, self)
        layout.addWidget(self.answers)
        self._name_things()

    def _connect(self) -> None:
        desk, session = self._desk, self._desk.session
        for signal in (desk.section_changed, desk.report_changed, session.issues_changed, session.values_changed):
            signal.connect(self.refresh)
        session.saving.connect(self._say)
        desk.language_changed.connect(self._name_things)
        self._whole.toggled.connect(self._on_whole)
        self.contradictions.clicked.connect(desk.contradictions_requested)
        self.list.clicked.connect(self._go)
        self.list.activated.connect(self._go)

    def _name_things(self) -> None:
        self._whole.setText(self.tr("Whole report"))
        self.list.setAccessibleName(self.tr("Open issues"))
        self.refresh()

    def _on_whole(self, whole: bool) -> None:
        self._model.whole_report = whole
        self.refresh()

    def _go(self, index: QModelIndex) -> None:
        cause: Cause | None = index.data(CAUSE)
        if cause is not None:
            row = index.row()
            self._model.turn(cause)
            self.list.setCurrentIndex(self._model.index(row))
            return
        self.show_place(index.data(ISSUE))

    def show_place(self, issue: Issue) -> None:
        """Bring what an issue stands at on the screen."""
        if issue.at is not None:
            go_to(self._desk, issue.at)
        elif issue.code == "note.unsorted":
            self._desk.notes_requested.emit()

    def go_next(self) -> None:
        """Go to the issue after the chosen one."""
        count = self._model.rowCount()
        if count:
            row = (self.list.currentIndex().row() + 1) % count
            cause: Cause | None = self._model.index(row).data(CAUSE)
            if cause is not None:  # the next issue is the first one of its own
                if not self._model.is_open(cause):
                    self._model.turn(cause)
                row += 1
            self.list.setCurrentIndex(self._model.index(row))
            self._go(self._model.index(row))

    def refresh(self) -> None:
        """Read the issues anew."""
        if not self._desk.report:
            return
        current, sight = self.list.currentIndex(), self.list.verticalScrollBar().value()
        chosen = [_shown(index) for index in self.list.selectedIndexes()]
        place = _shown(current) if current.isValid() else None
        if self._model.load():
            flag = QItemSelectionModel.SelectionFlag
            for row in (self._model.row_of(*one) for one in chosen):
                self.list.selectionModel().select(self._model.index(row), flag.Select)
            row = self._model.row_of(*place) if place else -1
            if row >= 0:
                self.list.selectionModel().setCurrentIndex(self._model.index(row), flag.NoUpdate)
            self.list.verticalScrollBar().setValue(sight)
        count, rows = self._model.count, self._model.rowCount()
        self._count_contradictions()
        self._title.setText(self.tr("Open issues") + (f"  {count}" if count else ""))
        self._say()
        self._empty.setVisible(not rows)
        self.list.setVisible(bool(rows))
        self.answers.refresh(whole_report=self._model.whole_report)

    def _say(self, _: object = None) -> None:
        """Say where nothing is listed whether that is good: only once what stands there now has been checked."""
        known = self._model.known and self._desk.session.up_to_date
        self._empty.setText(self.tr("✓ No errors and no doubts here.") if known else self.tr("Not checked yet …"))

    def _count_contradictions(self) -> None:
        """Say on the button how many of the report are open; it opens the list of all of them."""
        known = self._desk.session.contradictions(self._desk.report)
        count = sum(found.state == "open" for found in known or ())
        self.contradictions.setText(f"≠ {count}")
        words = self.tr("Contradictions of the report: {count} open …").format(count=count)
        self.contradictions.setToolTip(words)
        self.contradictions.setAccessibleName(words)
        self.contradictions.setVisible(bool(known))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Sentences wrap anew."""
        super().resizeEvent(event)
        self.list.doItemsLayout()
