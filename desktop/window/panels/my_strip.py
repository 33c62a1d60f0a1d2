"""Above one's own items: in one sentence how much is to do and until when, the key to go on, and how far all is."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal, SignalInstance
from PySide6.QtGui import QColor, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from desktop.window.look.card import Card, heading, muted
from desktop.window.look.icons import icon
from desktop.window.look.scale import TINY
from desktop.window.look.theme import Theme
from desktop.window.session.my_words import MyState, MyWords
from desktop.work.my_work import MyProgress

_TITLE, _LONGEST = 20, 360
_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft


class ProgressMeter(QWidget):
    """One bar of all items, in parts, and below it what each part means with its count."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._parts: tuple[tuple[str, int, str], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(64)

    def show_progress(self, progress: MyProgress) -> None:
        """Show how far a share is."""
        theme = self._theme
        self._parts = (
            (self.tr("filled in {count}").format(count=progress.filled), progress.filled, theme.accent),
            (self.tr("returned {count}").format(count=progress.returned), progress.returned, theme.people),
            (self.tr("not disclosed {count}").format(count=progress.omitted), progress.omitted, theme.text3),
            (self.tr("open {count}").format(count=progress.open), progress.open, ""),
        )
        self.setAccessibleName(", ".join(words for words, _, _ in self._parts))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Two columns of words."""
        metrics = QFontMetrics(self.font())
        widest = max((metrics.horizontalAdvance(words) for words, _, _ in self._parts), default=60)
        return QSize(2 * (widest + 30), 64)

    def minimumSizeHint(self) -> QSize:
        """Its words are never cut."""
        return self.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the bar, and a sign and words for each part."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(self._theme.line))
        painter.drawRoundedRect(QRectF(0, 2, self.width(), 8), 2, 2)
        whole, at = sum(count for _, count, _ in self._parts), 0.0
        for _, count, colour in self._parts:
            width = self.width() * count / whole if whole else 0.0
            if count and colour:
                painter.setBrush(QColor(colour))
                painter.drawRoundedRect(QRectF(at, 2, max(2.0, width - 1), 8), 2, 2)
            at += width
        for place, (words, _, colour) in enumerate(self._parts):
            x, y = self.width() / 2 * (place % 2), 22 + 20 * (place // 2)
            painter.setPen(QColor(self._theme.edge) if not colour else Qt.PenStyle.NoPen)
            painter.setBrush(QColor(colour or self._theme.line))
            painter.drawRoundedRect(QRectF(x + 0.5, y + 5.5, 8, 8), 2, 2)
            painter.setPen(QColor(self._theme.text2))
            painter.drawText(QRectF(x + 16, y, self.width() / 2 - 16, 20), _LEFT, words)
        painter.end()


class MyStrip(Card):
    """`go_wanted` asks for the item to go on with, `hand_in_wanted` to hand in where nothing is left to do,
    `letter_wanted` for the letter that the answer is mailed with."""

    go_wanted = Signal()
    hand_in_wanted = Signal()
    letter_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(theme, "", parent)
        self.sentence, self.below = heading("", self, _TITLE), muted("", theme, self)
        self.go, self.key, self.meter = QPushButton(self), QLabel("Ctrl+J", self), ProgressMeter(theme, self)
        self.go.setObjectName("primary")
        self.go.setIcon(icon("right", theme.on_accent))
        self.go.setLayoutDirection(Qt.LayoutDirection.RightToLeft)  # the arrow follows the words
        self.key.setStyleSheet(
            f"color: {theme.text2}; border: 1px solid {theme.line}; border-radius: 4px; padding: 1px 5px;"
            f" font-size: {TINY}px;"
        )
        self._wanted: SignalInstance = self.go_wanted
        self._name = ""
        words, foot, row = QVBoxLayout(), QHBoxLayout(), QHBoxLayout()
        words.setSpacing(4)
        for widget in (self.go, self.key):
            foot.addWidget(widget)
        foot.addStretch()
        words.addWidget(self.sentence)
        words.addWidget(self.below)
        words.addSpacing(8)
        words.addLayout(foot)
        row.setSpacing(28)
        row.addLayout(words, 3)
        row.addWidget(self.meter, 1, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(row)
        self.go.clicked.connect(self._press)

    def show_words(self, words: MyWords, name: str, why_not: str) -> None:
        """Say how the share stands; `name` is what to go on with, empty where nothing is open.

        `why_not` says why nothing can be done here, where nothing can.
        """
        colours: dict[MyState, str] = {
            "late": self._theme.error, "changed": self._theme.doubt, "approved": self._theme.good,
            "done": self._theme.text if words.to_mail else self._theme.good,
        }  # fmt: skip
        self.sentence.setText(words.sentence())
        self.sentence.setStyleSheet(f"color: {colours.get(words.state, self._theme.text)};")
        self.below.setText(words.below())
        self.meter.show_progress(words.work.progress)
        self._wanted = self.letter_wanted if words.to_mail else self.go_wanted if name else self.hand_in_wanted
        name = "" if words.to_mail else name
        self._name = name
        hand_in = self.tr("Hand in again …") if words.state == "changed" else self.tr("Hand in …")
        self.go.setText("" if name else self.tr("Open the letter") if words.to_mail else hand_in)
        self.go.setIcon(icon("send" if words.to_mail else "right", self._theme.on_accent))
        self.go.setVisible(bool(name) or words.to_mail or words.state in ("ready", "changed"))
        self.go.setEnabled(not why_not)
        self.go.setToolTip(why_not)
        self.key.setVisible(bool(name))
        self._fit()

    def _fit(self) -> None:
        """Shorten the item's name in the middle where the button would be too wide."""
        if self._name:
            shown = QFontMetrics(self.go.font()).elidedText(self._name, Qt.TextElideMode.ElideMiddle, _LONGEST)
            self.go.setText(self.tr("Go on: {name}").format(name=shown.replace("&", "&&")))
            self.go.setToolTip(self.go.toolTip() or self._name)

    def _press(self) -> None:
        self._wanted.emit()
