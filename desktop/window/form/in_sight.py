"""What was gone to stays in sight while the form is still laid out around it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QPoint, QRect, QTimer
from PySide6.QtWidgets import QAbstractItemView, QScrollArea, QTextEdit, QWidget

_AROUND = 60  # pixels over and below that are seen, too


class InSight(QObject):
    """Follows the widget with the focus of a form that scrolls.

    Words break into lines only when their width is known, and what a check says comes later still: each time the form
    changes its height the place is scrolled to again, until the person scrolls or the focus goes elsewhere.
    """

    def __init__(self, form: QScrollArea) -> None:
        super().__init__(form)
        self._form = form
        self._held: QWidget | None = None
        self._place = 0  # how far down the form is to be as soon as it is high enough
        self._again = QTimer(self, interval=0, singleShot=True)
        self._again.timeout.connect(self._show)
        bar = form.verticalScrollBar()
        bar.rangeChanged.connect(self._again.start)
        bar.actionTriggered.connect(self.let_go)

    def hold(self) -> None:
        """Keep what has the focus in sight from now on."""
        focus, self._place = self._form.window().focusWidget(), 0
        self._held = focus if focus is not None and self._form.isAncestorOf(focus) else None
        self._again.start()

    def go_back(self, place: int) -> None:
        """Be as far down as before the form was made anew, as soon as it is high enough again."""
        self._place = place
        self._again.start()

    def let_go(self) -> None:
        """The person scrolls: the form stays where she wants it."""
        self._held, self._place = None, 0

    def _show(self) -> None:
        if self._place:
            self._form.verticalScrollBar().setValue(self._place)
            if self._form.verticalScrollBar().maximum() >= self._place:
                self._place = 0
        held, ground = self._held, self._form.widget()
        if held is None or ground is None or held is not self._form.window().focusWidget():
            self._held = None
            return
        if ground.isAncestorOf(held):
            spot = _spot(held, self._form.viewport().height())
            spot.moveTopLeft(held.mapTo(ground, spot.topLeft()))
            self._form.ensureVisible(0, spot.top(), 0, _AROUND)
            self._form.ensureVisible(0, spot.bottom(), 0, _AROUND)
            self._form.ensureVisible(0, spot.top(), 0, _AROUND)  # where both do not fit, it is read from its head on


def _spot(widget: QWidget, height: int) -> QRect:
    """Return what of a widget is to be seen: the cell of a grid, the line of a text that is higher than the form."""
    if isinstance(widget, QAbstractItemView) and widget.currentIndex().isValid():
        spot, inside = widget.visualRect(widget.currentIndex()), widget.viewport()
    elif isinstance(widget, QTextEdit) and widget.height() + 2 * _AROUND > height:
        spot, inside = widget.cursorRect(), widget.viewport()
    else:
        return widget.rect()
    return QRect(inside.mapTo(widget, QPoint(spot.topLeft())), spot.size())
