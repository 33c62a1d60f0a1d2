"""What a control has to have: a name, a way by Tab, words of the language, and a focus that is seen."""

from __future__ import annotations

import re

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
    QWidget,
)

KINDS = (QAbstractButton, QAbstractItemView, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
# Tab goes from field to field: what stands beside one is reached from it by the menu key, Ctrl+Shift+E, F, M, Q and {.
BESIDE_FIELDS = ("FieldRow", "TextEditor", "TextTools", "HeadRow", "SlotHead", "EvidenceButton", "FlagButton")
LATIN = re.compile(r"[A-Za-z]{4,}")
OWN = {"English", "Annals", "Excel", "Word", "Ctrl", "Shift", "Enter", "Space"}


def controls(over: QWidget) -> list[QWidget]:
    found = [widget for kind in KINDS for widget in over.findChildren(kind)]
    return [one for one in dict.fromkeys(found) if one.isVisible() and not _of_qt(one)]


def _of_qt(widget: QWidget) -> bool:
    """Parts of a control: the field of a chooser, the button in a field, the head of a list, the list of a chooser."""
    inside = widget.parentWidget()
    heads = isinstance(widget, QHeaderView) or isinstance(inside, QTabBar | QComboBox | QLineEdit | QAbstractItemView)
    return heads or widget.objectName().startswith("qt_") or type(widget).__name__ == "QComboBoxListView"


def name_of(widget: QWidget) -> str:
    words = widget.text() if isinstance(widget, QAbstractButton) else ""
    labels = [label for label in widget.window().findChildren(QLabel) if label.buddy() is widget]
    return widget.accessibleName() or words or next((label.text() for label in labels), "")


def reached(widget: QWidget) -> bool:
    """By Tab, as one of several that exclude each other by the arrows, as what belongs to a field from that field."""
    alone = isinstance(widget, QAbstractButton) and widget.isCheckable() and (widget.autoExclusive() or widget.group())
    around, beside = widget, False
    while around is not None and not beside:
        beside, around = type(around).__name__ in BESIDE_FIELDS, around.parentWidget()
    return bool(widget.focusPolicy() & Qt.FocusPolicy.TabFocus) or bool(alone) or beside


def faults(over: QWidget) -> list[str]:
    found = []
    for one in controls(over):
        name, what = name_of(one), f"{type(one).__name__} {name_of(one)!r} in {type(one.parentWidget()).__name__}"
        if not name:
            found.append(f"no name: {what} {one.toolTip()!r}")
        if not reached(one):
            found.append(f"no Tab: {what}")
        if set(LATIN.findall(f"{name} {one.toolTip()}")) - OWN:
            found.append(f"not translated: {what}")
    return found


def settled(qtbot, over: QWidget) -> list[str]:
    """The faults once what is read in the background has come."""
    for _ in range(20):
        if not faults(over):
            break
        qtbot.wait(50)
    return faults(over)


def seen(widget: QWidget) -> QImage:
    """The window around a control, where its focus is painted: on it, or just outside."""
    top = widget.window()
    corner = widget.mapTo(top, QPoint(0, 0))
    return top.grab(widget.rect().translated(corner).adjusted(-4, -4, 4, 4)).toImage()


def focusable(over: QWidget) -> list[QWidget]:
    """The controls that take the focus by Tab now, in sight; an empty list has nothing to stand on."""
    return [one for one in controls(over) if _takes_focus(one)]


def _takes_focus(one: QWidget) -> bool:
    empty = isinstance(one, QAbstractItemView) and not one.currentIndex().isValid()
    by_tab = bool(one.focusPolicy() & Qt.FocusPolicy.TabFocus) and one.focusProxy() is None
    return by_tab and one.isEnabled() and not empty and not one.visibleRegion().isEmpty()


def unseen(over: QWidget) -> list[str]:
    """The controls whose focus changes nothing that can be seen."""
    found = []
    for one in focusable(over):
        other = next((two for two in focusable(over) if two is not one), None)
        if other is None:
            continue
        other.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        without = seen(one)
        one.setFocus(Qt.FocusReason.TabFocusReason)
        QApplication.processEvents()
        if one.hasFocus() and seen(one) == without:
            found.append(f"{type(one).__name__} {name_of(one)!r} in {type(one.parentWidget()).__name__}")
    return found
