"""Below the list of issues: the button that answers the chosen doubts, and the doubts answered so far, folded."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPushButton,
    QSizePolicy,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from desktop.window.item_models.answered_model import ANSWER, AnsweredModel
from desktop.window.item_models.issue_model import CAUSE, ISSUE
from desktop.window.session.desk import Desk
from schema.validation.answers import Answer, can_be_answered
from schema.validation.causes import Cause
from schema.validation.issue import Issue

_MOST_HEIGHT = 170  # pixels of answers below the issues
_LEAST_HEIGHT = 130  # of the issues above them
_MARGIN, _LEAST_WIDTH = 26, 60  # beside the words, and of them
_WRAP = int(Qt.TextFlag.TextWordWrap) | int(Qt.AlignmentFlag.AlignLeft)


class _Answers(QListView):
    """`deleted` comes with the key that takes things out."""

    deleted = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Hear Delete."""
        if event.key() == Qt.Key.Key_Delete:
            self.deleted.emit()
        else:
            super().keyPressEvent(event)


class AnswerBar(QWidget):
    """What is asked for goes out through the desk, whose listeners own dialogs and undo."""

    def __init__(self, desk: Desk, issues: QListView, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._issues = desk, issues
        self.model = AnsweredModel(desk)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.answer = QPushButton(self)
        self.answer.setAutoDefault(False)
        self.fold = QToolButton(self)
        self.fold.setCheckable(True)
        self.fold.setAutoRaise(True)
        self.fold.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.list = _Answers(self)
        self.list.setModel(self.model)
        self.list.setWordWrap(True)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.withdraw = QPushButton(self)
        self.withdraw.setAutoDefault(False)
        row, below = QHBoxLayout(), QHBoxLayout()
        for button in (self.fold, self.answer):
            row.addWidget(button)
        row.insertStretch(1)
        below.addStretch()
        below.addWidget(self.withdraw)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addLayout(row)
        layout.addWidget(self.list)
        layout.addLayout(below)

    def _connect(self) -> None:
        self.answer.clicked.connect(self._on_answer)
        self.withdraw.clicked.connect(self._on_withdraw)
        self.fold.toggled.connect(lambda _: self._show())
        self._issues.selectionModel().selectionChanged.connect(lambda _new, _old: self._show())
        self.list.selectionModel().selectionChanged.connect(lambda _new, _old: self._show())
        self.list.deleted.connect(self._on_withdraw)

    def refresh(self, *, whole_report: bool) -> None:
        """Read the answers anew."""
        self.model.whole_report = whole_report
        chosen = self.list.currentIndex().row()
        self.model.load()
        if 0 <= chosen < self.model.rowCount():
            index = self.model.index(chosen)
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._show()

    def doubts(self) -> tuple[Issue, ...]:
        """Return the chosen issues that a reason can answer."""
        return tuple(issue for issue in _chosen(self._issues.selectedIndexes()) if can_be_answered(issue))

    def _given(self) -> tuple[Answer, ...]:
        """Return the chosen answers that a person gave; a note of before is sorted, not withdrawn."""
        answers: Iterable[Answer] = (index.data(ANSWER) for index in self.list.selectedIndexes())
        return tuple(given for given in answers if given.at)

    def _show(self) -> None:
        writable, count, open_ = self._desk.session.writable, self.model.rowCount(), self.fold.isChecked()
        doubts = self.doubts()
        several = self.tr("Answer {count} doubts …").format(count=len(doubts))
        self.answer.setText(several if len(doubts) > 1 else self.tr("Answer doubt …"))
        self.answer.setToolTip(self.tr("Say why a doubt needs no change; a later change opens it again."))
        self.answer.setVisible(writable and bool(doubts))
        self.fold.setText(self.tr("Answered doubts") + f"  {count}")
        self.fold.setArrowType(Qt.ArrowType.DownArrow if open_ else Qt.ArrowType.RightArrow)
        self.fold.setVisible(bool(count))
        self.list.setAccessibleName(self.tr("Answered doubts"))
        self.list.setVisible(open_ and bool(count))
        self.withdraw.setText(self.tr("Take answer back"))
        self.withdraw.setVisible(open_ and bool(count) and writable)
        self.withdraw.setEnabled(bool(self._given()))
        self._fit()

    def _fit(self) -> None:
        """As high as the wrapped answers, up to a limit; the room comes from the details below, not from the issues."""
        metrics, width = QFontMetrics(self.list.font()), max(_LEAST_WIDTH, self.width() - _MARGIN)
        texts = [str(self.model.index(row).data()) for row in range(self.model.rowCount())]
        heights = [metrics.boundingRect(QRect(0, 0, width, 5000), _WRAP, text).height() + 4 for text in texts]
        self.list.setFixedHeight(min(sum(heights) + 6, _MOST_HEIGHT))
        self._issues.setMinimumHeight(_LEAST_HEIGHT)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width wraps the answers anew."""
        super().resizeEvent(event)
        self._fit()

    def _on_answer(self) -> None:
        if doubts := self.doubts():
            self._desk.answer_requested.emit(doubts)

    def _on_withdraw(self) -> None:
        if (given := self._given()) and self._desk.session.writable:
            self._desk.withdraw_requested.emit(given)


def _chosen(indexes: Iterable[QModelIndex]) -> list[Issue]:
    """Return the issues of the chosen rows in the order of the list; a row that opens stands for all that it folds."""
    rows = sorted(indexes, key=lambda index: index.row())
    lines: list[tuple[Cause | None, Issue]] = [(index.data(CAUSE), index.data(ISSUE)) for index in rows]
    chosen: list[Issue] = []
    for cause, own in lines:
        chosen += [issue for issue in (cause.issues if cause else (own,)) if issue not in chosen]
    return chosen
