"""The field a value is typed into: any text is taken, nothing is refused, the unit stands inside at the right."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
)
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.window.look.theme import Theme
from desktop.work.sheet.block import read_block

PAUSE = 600
_UNIT_SHARE = 0.52
_STEPS = {Qt.Key.Key_Return: 1, Qt.Key.Key_Enter: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ValueEdit(QLineEdit):
    """Shows the rounded value, the exact one while it has the focus; `typed` comes after a pause or on leaving."""

    typed = Signal(str)
    step = Signal(int)
    entered = Signal()
    details = Signal()
    list_wanted = Signal()
    block_pasted = Signal(object)

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._unit = ""
        self._shown = ""
        self._exact = ""
        self._before = ""
        self._mood = ""
        self.edited = False
        self.setFrame(False)
        self.setAcceptDrops(False)  # a file that is let go here is evidence of the value: the form takes it
        self.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setFixedHeight(30)
        self._clear_base()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE)
        self._connect()

    def _connect(self) -> None:
        self.textEdited.connect(self._on_edited)
        self._pause.timeout.connect(self.flush)
        self.editingFinished.connect(self.flush)

    def _clear_base(self) -> None:
        """The box is painted here; the style would fill over it."""
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, Qt.GlobalColor.transparent)
        self.setPalette(palette)

    def set_unit(self, unit: str, room: int = 0) -> None:
        """Show a unit inside the field; `room` keeps the numbers of a card in line."""
        self._unit = unit
        own = self.fontMetrics().horizontalAdvance(unit) + 1 if unit else 0
        width = min(max(own, room), round(self.width() * _UNIT_SHARE))
        self.setTextMargins(8, 0, width + (14 if width else 8), 0)
        self.setToolTip(unit if own > width else "")

    def set_mood(self, mood: str) -> None:
        """Colour the border: "error", "doubt" or "" (words and shapes say it elsewhere too)."""
        if mood != self._mood:
            self._mood = mood
            self.update()

    def set_value(self, shown: str, exact: str) -> None:
        """Show a value unless the person is typing."""
        self._shown, self._exact = shown, exact
        if self.edited:
            return
        wanted = exact if self.hasFocus() and not self.isReadOnly() else shown
        if wanted != self.text():
            self.setText(wanted)
            if self.hasFocus():
                self.selectAll()  # what was taken back is typed over by the next key, like what is come to

    def take(self, text: str) -> None:
        """Put a text in the place of what stands here, as if it were typed, and hand it over."""
        self.setText(text)
        self.edited = True
        self.flush()

    def paste(self) -> None:
        """Put in what was copied; several cells of a sheet are more than this field, and told to whom it concerns."""
        mime = QGuiApplication.clipboard().mimeData()
        block = read_block(mime.text(), mime.html())
        if self.isReadOnly() or len(block) * len(block[0] if block else ()) < 2:
            super().paste()
        else:
            self.block_pasted.emit(block)

    def flush(self) -> None:
        """Hand over what was typed, now."""
        self._pause.stop()
        if self.edited:
            self.edited = False
            self.typed.emit(self.text())

    def _on_edited(self) -> None:
        self.edited = True
        self._pause.start()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show every digit and select it, so that typing replaces it."""
        super().focusInEvent(event)
        if not self.isReadOnly() and self.text() == self._shown:
            self.setText(self._exact)
        self._before = self.text()
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            QTimer.singleShot(0, self, self._select)
        self.entered.emit()

    def _select(self) -> None:
        if self.hasFocus() and not self.edited:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hand over and show the rounded value again."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason:
            return
        self.flush()
        if self.text() == self._exact and self._shown != self._exact:
            self.setText(self._shown)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrows go to the next field, Esc takes back, Ctrl+Enter shows the details, Alt+↓ a list."""
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.flush()
            self.details.emit()
        elif event.matches(QKeySequence.StandardKey.Paste):
            self.paste()
        elif key == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.list_wanted.emit()
        elif key in _STEPS:
            self.flush()
            back = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            self.step.emit(-1 if back else _STEPS[Qt.Key(key)])
        elif key == Qt.Key.Key_Escape and self.text() != self._before:
            self.setText(self._before)
            self.selectAll()
            self._on_edited()
            self.flush()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw box and unit, then let Qt draw the text."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        painter.setPen(self._border())
        painter.setBrush(self._ground())
        painter.drawRoundedRect(box, 5, 5)
        self._draw_unit(painter, box)
        painter.end()
        super().paintEvent(event)

    def _border(self) -> QPen:
        if self.isReadOnly():
            focus = self.theme_colour("line")
            return QPen(QColor(self._theme.accent), 1.2) if self.hasFocus() else QPen(focus, 0)
        colour = {"error": self._theme.error, "doubt": self._theme.doubt_mark}.get(self._mood, self._theme.edge)
        if self.hasFocus():
            return QPen(QColor(colour if self._mood else self._theme.accent), 2)
        return QPen(QColor(colour), 1)

    def _ground(self) -> QColor:
        if self.isReadOnly():
            return self.theme_colour("ground")
        theme = self._theme
        return QColor({"error": theme.error_soft, "doubt": theme.doubt_soft}.get(self._mood, theme.surface))

    def theme_colour(self, name: str) -> QColor:
        """Return a colour of the theme by name."""
        return QColor(getattr(self._theme, name))

    def _draw_unit(self, painter: QPainter, box: QRectF) -> None:
        if not self._unit:
            return
        width = self.textMargins().right() - 8
        words = painter.fontMetrics().elidedText(self._unit, Qt.TextElideMode.ElideRight, width)
        painter.setPen(QColor(self._theme.text2))
        place = QRectF(box.right() - width - 6, box.top(), width + 2, box.height())
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words)
