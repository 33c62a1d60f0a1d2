"""Where the cursor stands, so that it stands there again in what is made anew: the same field, the same letter."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QTextEdit, QWidget

from desktop.window.form.form_part import FormPart


@dataclass(frozen=True, slots=True)
class WidgetPlace:
    """The n-th widget of a class below another, and where in it the cursor is: two ends in words, a row and column."""

    kind: type[QWidget]
    number: int
    spot: tuple[int, int] | None


@dataclass(frozen=True, slots=True)
class CursorPlace:
    """A part of a form, by its class and what it proves or else its number among its like, and the widget in it."""

    kind: type[FormPart]
    subject: str
    number: int
    widget: WidgetPlace


def cursor_place(parts: Sequence[FormPart]) -> CursorPlace | None:
    """Return where among the parts of a form the focus is; None where it is elsewhere."""
    focus = QApplication.focusWidget()
    for part in parts:
        if isinstance(part, QWidget) and focus is not None and (part is focus or part.isAncestorOf(focus)):
            alike = [one for one in parts if type(one) is type(part)]
            return CursorPlace(type(part), part.proved(None), alike.index(part), widget_place(part, focus))
    return None


def put_cursor(parts: Sequence[FormPart], place: CursorPlace) -> bool:
    """Put the cursor there again; False where there is no such part any more."""
    alike = [part for part in parts if type(part) is place.kind]
    same = (part for part in alike if place.subject and part.proved(None) == place.subject)
    part = next(same, alike[place.number] if place.number < len(alike) else None)
    if not isinstance(part, QWidget):
        return False
    return enter_widget(part, place.widget) or part.enter(1)  # a line that was opened for it is not there again


def widget_place(root: QWidget, widget: QWidget) -> WidgetPlace:
    """Return where a widget stands below another, which it may be itself."""
    return WidgetPlace(type(widget), _alike(root, type(widget)).index(widget), _spot(widget))


def enter_widget(root: QWidget, place: WidgetPlace) -> bool:
    """Give the focus to the widget that stands there; False where none does."""
    alike = _alike(root, place.kind)
    if place.number >= len(alike) or not alike[place.number].isVisibleTo(root):
        return False
    widget = alike[place.number]
    widget.setFocus(Qt.FocusReason.OtherFocusReason)
    if place.spot is not None:
        _go_to(widget, place.spot)
    return True


def _alike(root: QWidget, kind: type[QWidget]) -> list[QWidget]:
    every = [root, *root.findChildren(QWidget)]
    return [widget for widget in every if type(widget) is kind]


def _spot(widget: QWidget) -> tuple[int, int] | None:
    match widget:
        case QLineEdit():
            start = widget.selectionStart()
            at = widget.cursorPosition()
            return (at, at) if start < 0 else (start, start + widget.selectionLength())
        case QTextEdit():
            return widget.textCursor().anchor(), widget.textCursor().position()
        case QAbstractItemView() if widget.currentIndex().parent().isValid():
            return None  # a branch of a tree: whoever made it anew knows which
        case QAbstractItemView():
            return widget.currentIndex().row(), widget.currentIndex().column()
        case _:
            return None


def _go_to(widget: QWidget, spot: tuple[int, int]) -> None:
    match widget:
        case QLineEdit() if spot[0] == spot[1]:
            widget.setCursorPosition(spot[0])
        case QLineEdit():
            widget.setSelection(spot[0], spot[1] - spot[0])
        case QTextEdit():
            cursor, last = widget.textCursor(), max(0, widget.document().characterCount() - 1)
            cursor.setPosition(min(spot[0], last))
            cursor.setPosition(min(spot[1], last), QTextCursor.MoveMode.KeepAnchor)
            widget.setTextCursor(cursor)
        case QAbstractItemView():
            index = widget.model().index(*spot)
            if index.isValid():
                widget.setCurrentIndex(index)
        case _:
            pass
