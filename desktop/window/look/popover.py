"""Something small that opens over a view, beside what it is about."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QWidget

from desktop.window.look.theme import Theme

_AWAY, _EDGE = 4, 8  # pixels: from what it is about, and from the window's borders


class Popover(QFrame):
    """A child of the window, no window of its own: an input method keeps its place in a field that it has.

    It stays beside a stretch of its host, also while that scrolls, and goes with Esc or as soon as the focus is
    elsewhere; `closed` comes with that.
    """

    closed = Signal()

    def __init__(self, theme: Theme, host: QWidget) -> None:
        super().__init__(host.window())
        self._theme, self._host, self._beside = theme, host, QRect()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()
        self._views = _views_of(host)
        for view in self._views:
            view.verticalScrollBar().valueChanged.connect(self.place)
        host.destroyed.connect(self.deleteLater)
        host.window().installEventFilter(self)
        host.installEventFilter(self)

    def open_beside(self, beside: QRect) -> None:
        """Show it below a stretch of the host, above where there is no room."""
        self._beside = beside
        self.adjustSize()
        self.place()
        self.show()
        self.raise_()
        QApplication.instance().focusChanged.connect(self._on_focus)  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue, reportUnknownMemberType]

    def place(self) -> None:
        """Stand beside the stretch, wholly in the window."""
        window = self._host.window()
        below = self._host.mapTo(window, self._beside.bottomLeft() + QPoint(0, _AWAY))
        above = self._host.mapTo(window, self._beside.topLeft()).y() - _AWAY - self.height()
        fits = below.y() + self.height() <= window.height() - _EDGE
        left = max(_EDGE, min(below.x(), window.width() - self.width() - _EDGE))
        self.move(left, below.y() if fits or above < _EDGE else above)

    def _on_focus(self, _: QWidget | None, now: QWidget | None) -> None:
        if now is None or now in (self._host, self) or self.isAncestorOf(now):
            return
        if now.window() is self.window():  # the list of a field of its own is a window, too
            self.close_here(back=False)

    def close_here(self, *, back: bool = True) -> None:
        """Go; `back` gives the focus to the host again."""
        if self.isHidden():
            return
        QApplication.instance().focusChanged.disconnect(self._on_focus)  # pyright: ignore[reportOptionalMemberAccess, reportAttributeAccessIssue, reportUnknownMemberType]
        if back:
            self._host.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()
        self.closed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go with Esc; no other key goes on to what lies below."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_here()
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep to the window's new size; go with Esc, and with whatever is typed in the host."""
        if self.isHidden():
            return False
        if watched is self._host and isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            escape = event.key() == Qt.Key.Key_Escape
            if escape or event.text():
                self.close_here(back=False)
            return escape
        if event.type() == QEvent.Type.Resize:
            self.place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the sheet."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self._theme.edge), 1))
        painter.setBrush(QColor(self._theme.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8)
        painter.end()


def _views_of(host: QWidget) -> list[QAbstractScrollArea]:
    """Return the views that a widget scrolls with."""
    views, widget = list[QAbstractScrollArea](), host.parentWidget()
    while widget is not None:
        if isinstance(widget, QAbstractScrollArea):
            views.append(widget)
        widget = widget.parentWidget()
    return views
