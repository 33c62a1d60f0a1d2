"""What came back with the reviewer's words, and what the department was asked: each with the way to it and to reply."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.window.item_models.my_work_model import KINDS
from desktop.window.look.card import Card, muted
from desktop.window.look.icons import icon
from desktop.window.look.theme import Theme
from desktop.window.session.my_words import MyWords
from desktop.work.my_work import MyItem
from schema.values.requests import Step

_MOST = 172  # pixels: what is more is scrolled to


@dataclass(frozen=True, slots=True)
class _Said:
    """What somebody has said about an item; None where it is about the whole share."""

    item: MyItem | None
    step: Step
    asked: bool = False


class MyReturns(Card):
    """`change_wanted` and `reply_wanted` carry an item; hidden where nothing came back and nothing is asked."""

    change_wanted = Signal(object)
    reply_wanted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.body.setContentsMargins(18, 10, 10, 10)
        self.title = QLabel(self)
        self.title.setStyleSheet(f"color: {theme.people}; font-weight: 600;")
        self.area = QScrollArea(self)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setWidgetResizable(True)
        self.area.setStyleSheet("QScrollArea { background: transparent; }")
        self.body.addWidget(self.title)
        self.body.addWidget(self.area)
        self.buttons: dict[str, QPushButton] = {}

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet with a bar at its left."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 8, 3, self.height() - 16), QColor(self._theme.people))
        painter.end()

    def show_words(self, words: MyWords) -> None:
        """List what was said; the focus stays on the same button."""
        rows = _said(words)
        self.setVisible(bool(rows))
        focused = next((name for name, button in self.buttons.items() if button.hasFocus()), "")
        back, asked = sum(not row.asked for row in rows), sum(row.asked for row in rows)
        told = (
            self.tr("Came back: {count}").format(count=back) if back else "",
            self.tr("Asked of you: {count}").format(count=asked) if asked else "",
        )
        self.title.setText(" · ".join(filter(None, told)))
        self.buttons = {}
        ground = QWidget(self.area)
        ground.setObjectName("ground")
        ground.setStyleSheet("#ground { background: transparent; }")
        column = QVBoxLayout(ground)
        column.setContentsMargins(0, 0, 8, 0)
        column.setSpacing(6)
        for row in rows:
            column.addLayout(self._row(row, words, ground))
        self.area.setWidget(ground)
        self.area.setFixedHeight(min(_MOST, ground.sizeHint().height() + 4))
        if focused in self.buttons:
            self.buttons[focused].setFocus()

    def _row(self, row: _Said, words: MyWords, parent: QWidget) -> QHBoxLayout:
        line, text = QHBoxLayout(), QVBoxLayout()
        text.setSpacing(1)
        mark, name = QLabel(parent), QLabel(parent)
        drawing = "ask" if row.asked else "returned" if row.item is None else KINDS[row.item.item.kind]
        mark.setPixmap(icon(drawing, self._theme.text2).pixmap(16, 16))
        mark.setFixedWidth(20)
        day, at = words.moment(row.step.at)
        name.setText(self._name(row, words))
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setStyleSheet("font-weight: 600;")
        by = muted(f"{row.step.by} · {day} {at}", self._theme, parent)
        said = QLabel(row.step.words or self.tr("without words"), parent, wordWrap=True)
        said.setTextFormat(Qt.TextFormat.PlainText)
        said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(name)
        head.addWidget(by, 1)
        text.addLayout(head)
        text.addWidget(said)
        line.addWidget(mark, 0, Qt.AlignmentFlag.AlignTop)
        line.addLayout(text, 1)
        if row.item is not None:
            for button in self._buttons(row, row.item, parent):
                line.addWidget(button)
        return line

    def _name(self, row: _Said, words: MyWords) -> str:
        if row.item is None:
            return self.tr("The whole share")
        now, last = words.amount(row.item, row.item.now), words.amount(row.item, row.item.last)
        beside = self.tr("{now} (last year {last})").format(now=now, last=last) if now and last else now
        return "  ".join(filter(None, (words.full_name(row.item), beside)))

    def _buttons(self, row: _Said, item: MyItem, parent: QWidget) -> list[QPushButton]:
        made: list[QPushButton] = []
        names = (
            (self.tr("Reply"), "reply", self.reply_wanted)
            if row.asked
            else (self.tr("Change it"), "change", self.change_wanted),
            None if row.asked else (self.tr("Reply"), "reply", self.reply_wanted),
        )
        for entry in filter(None, names):
            words, kind, signal = entry
            button = QPushButton(words, parent)
            button.setAutoDefault(False)
            button.clicked.connect(partial(signal.emit, item))
            self.buttons[f"{kind} {item.item.subject}"] = button
            made.append(button)
        return made


def _said(words: MyWords) -> list[_Said]:
    """Return what came back, the whole share first, then what is asked."""
    work = words.work
    whole = work.request.returned
    rows = [_Said(None, whole)] if whole is not None else []
    rows += [_Said(item, item.item.note.returned) for item in work.returned if item.item.note.returned is not None]
    return rows + [_Said(item, question.asked, asked=True) for item in work.asked for question in item.questions]
