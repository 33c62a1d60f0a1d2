"""The menu of a row: estimate, note, reasons for there being no value, clear."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu

from desktop.window.session.desk import Desk

if TYPE_CHECKING:
    from desktop.window.form.field_row import FieldRow


class FieldMenu(QMenu):
    """Made anew each time it is opened, so that it always tells the present state."""

    def __init__(self, desk: Desk, row: FieldRow) -> None:
        super().__init__(row)
        point = desk.session.point(row.key)
        typed = desk.metric(row.key).formula is None and desk.session.writable
        estimated = self._add(self.tr("&Estimated"), lambda: row.mark_estimated(not (point and point.estimated)))
        estimated.setCheckable(True)
        estimated.setChecked(bool(point and point.estimated))
        estimated.setEnabled(typed and point is not None)
        self._add(self.tr("&Note …"), row.open_note).setEnabled(typed)
        self._add_reasons(desk, row, point.omission if point else "").setEnabled(typed)
        self.addSeparator()
        self._add(self.tr("&Clear"), lambda: row.put(None)).setEnabled(typed and point is not None)
        self._add(self.tr("Show &details"), lambda: (desk.look_at(row.key), desk.details_requested.emit()))

    def _add(self, words: str, act: object) -> QAction:
        action = self.addAction(words)
        action.triggered.connect(act)
        return action

    def _add_reasons(self, desk: Desk, row: FieldRow, chosen: str) -> QMenu:
        menu = self.addMenu(self.tr("No &value because it is"))
        for code, words in desk.omissions().items():
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked(code == chosen)
            action.triggered.connect(lambda _=False, code=code: row.choose_omission(code))
        return menu
