"""The list of keys, made from the actions."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence

from desktop.window.actions import Actions, without_key


def keys_text(actions: Actions) -> str:
    """Return one line per key."""
    native = QKeySequence.SequenceFormat.NativeText
    lines = [
        f"{action.shortcut().toString(native)}\t{without_key(actions.words(action.objectName()))}"
        for action in actions.all()
        if not action.shortcut().isEmpty()
    ]
    lines += [
        "Enter / ↓\t" + QCoreApplication.translate("Keys", "next field"),
        "Tab\t" + QCoreApplication.translate("Keys", "next field, in a grid the next cell"),
        "Esc\t" + QCoreApplication.translate("Keys", "take back what was typed into the field"),
        "Ctrl+Enter\t" + QCoreApplication.translate("Keys", "details of the value"),
        "Del\t" + QCoreApplication.translate("Keys", "clear the selected cells of a grid"),
        "Space\t" + QCoreApplication.translate("Keys", "tick a department in the list of requests"),
        "Ctrl+D\t" + QCoreApplication.translate("Keys", "fill down"),
        "A / R\t" + QCoreApplication.translate("Keys", "in the review: approve, return the chosen item"),
        "Space\t" + QCoreApplication.translate("Keys", "in the review and in lists: tick the chosen rows"),
        "Ctrl+Enter\t" + QCoreApplication.translate("Keys", "in the review: approve what is ticked"),
        "Ctrl+C / X / V\t" + QCoreApplication.translate("Keys", "in the sheet: copy, cut, paste (Excel, WPS)"),
        "Ctrl+D / R\t" + QCoreApplication.translate("Keys", "in the sheet: fill down, fill right"),
        "Ctrl+Enter\t" + QCoreApplication.translate("Keys", "in the sheet: the same into all chosen cells"),
        "Alt+↓\t" + QCoreApplication.translate("Keys", "in the sheet: why there is no value"),
        "Shift+F2\t" + QCoreApplication.translate("Keys", "in the sheet: note, method and source of the value"),
        "Ctrl+Shift+L\t" + QCoreApplication.translate("Keys", "in the sheet: filter row"),
        "Alt+Shift+↑ ↓ → ←\t" + QCoreApplication.translate("Keys", "in the structure: move a part, another level"),
        "Enter\t" + QCoreApplication.translate("Keys", "in the structure: something new after the chosen part"),
        "F2 / Del\t" + QCoreApplication.translate("Keys", "in the structure: another name, remove"),
        "Ctrl+N\t" + QCoreApplication.translate("Keys", "in the structure: new metric"),
        "Ctrl+Enter\t" + QCoreApplication.translate("Keys", "in the form of a metric: add, and begin the next one"),
        "{\t" + QCoreApplication.translate("Keys", "put a number into a text"),
        "Tab / Enter\t" + QCoreApplication.translate("Keys", "in a table of a text: next cell, cell below"),
        "Alt+Shift+↑ ↓ → ←\t" + QCoreApplication.translate("Keys", "in a table of a text: row or column there"),
        "Alt+Shift+Del / ⌫\t" + QCoreApplication.translate("Keys", "in a table of a text: delete row, column"),
    ]
    return "\n".join(lines)
