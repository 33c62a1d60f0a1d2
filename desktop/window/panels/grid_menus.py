"""What the menus of every sheet's cells offer, whatever stands in the cells."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QMenu

from desktop.window.panels.sheet_editing import SheetEditing


class GridMenus(QObject):
    """`shown` is the menu that was opened last, `told` carries a sentence."""

    told = Signal(str)

    def __init__(self, editing: SheetEditing) -> None:
        super().__init__(editing)
        self._editing, self._view = editing, editing.view
        self.shown: QMenu | None = None

    def _add_edits(self, menu: QMenu) -> None:
        """Add what is done to the chosen cells; its keys are told, not bound: the table hears them itself."""
        editing = self._editing
        acts: tuple[tuple[str, str, Callable[[], None]], ...] = (
            (self.tr("C&ut"), "Ctrl+X", lambda: editing.copy(cut=True)),
            (self.tr("C&opy"), "Ctrl+C", lambda: editing.copy(cut=False)),
            (self.tr("&Paste"), "Ctrl+V", editing.paste),
            (self.tr("F&ill down"), "Ctrl+D", lambda: editing.fill(down=True)),
            (self.tr("Fill ri&ght"), "Ctrl+R", lambda: editing.fill(down=False)),
        )
        for words, key, act in acts:
            menu.addAction(f"{words}\t{key}").triggered.connect(act)

    def _show_below(self, menu: QMenu) -> None:
        """Open a menu below the present cell."""
        view = self._view
        self._show(menu, view.viewport().mapToGlobal(view.visualRect(view.currentIndex()).bottomLeft()))

    def _show(self, menu: QMenu, where: QPoint) -> None:
        if self.shown is not None:
            self.shown.deleteLater()
        self.shown = menu
        menu.popup(where)
