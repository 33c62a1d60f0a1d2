"""A form does not move under the hand: while the focus stays in a card, nothing in it changes its height."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from desktop.window.form.form_part import FormPart
from desktop.window.look.card import Card


class Stillness(QObject):
    """Hears where the focus goes. When it leaves a card, that takes the height that it needs, and what is come to stays
    where it is on the screen."""

    def __init__(self, form: QScrollArea, parts: Callable[[], Sequence[FormPart]]) -> None:
        super().__init__(form)
        self._form, self._parts = form, parts
        self._card: QWidget | None = None
        self._held: list[FormPart] = []
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._follow)

    def forget(self) -> None:
        """The form is made anew: nothing of it is held."""
        self._card, self._held = None, []

    def _follow(self, _left: QWidget | None, reached: QWidget | None) -> None:
        if reached is None or reached.window() is not self._form.window():
            return  # a dialog, another program: the focus comes back
        self._tell(reached)
        card = self._card_of(reached)
        if card is self._card:
            return
        held, left, self._card = self._held, self._card, card
        self._held = [part for part in self._parts() if card and isinstance(part, QWidget) and card.isAncestorOf(part)]
        place = self._height_of(reached)
        for part in held:
            part.let_go()
        for part in self._held:
            part.hold()
        if left is not None:
            self._lay_out(left, held)
        if card is not None:
            self._keep(reached, place)

    def _tell(self, reached: QWidget) -> None:
        for part in self._parts():
            if isinstance(part, QWidget) and part.isAncestorOf(reached):
                part.reach()
                return

    def _card_of(self, widget: QWidget | None) -> QWidget | None:
        while widget is not None and widget is not self._form:
            if isinstance(widget, Card):
                return widget if self._form.isAncestorOf(widget) else None
            widget = widget.parentWidget()
        return None

    def _height_of(self, widget: QWidget) -> int:
        sight = self._form.viewport()
        return widget.mapTo(sight, QPoint(0, 0)).y() if sight.isAncestorOf(widget) else 0

    def _keep(self, widget: QWidget, place: int) -> None:
        """Scroll by as much as what stands above has grown or shrunk."""
        bar = self._form.verticalScrollBar()
        bar.setValue(bar.value() + self._height_of(widget) - place)

    def _lay_out(self, card: QWidget, parts: Sequence[FormPart]) -> None:
        """Lay out now, from the inside: Qt would take a turn of events for each of these."""
        rows = [part for part in parts if isinstance(part, QWidget)]
        for widget in (*rows, card, self._form.widget()):
            layout = widget.layout() if widget is not None else None
            if layout is not None:
                layout.invalidate()
                layout.activate()
        QApplication.sendEvent(self._form, QEvent(QEvent.Type.LayoutRequest))
