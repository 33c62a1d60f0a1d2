"""The menus of the sheet's cells: what a value's field offers, and what is done to all that is chosen."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QMenu

from desktop.window.form.field_menu import FieldMenu
from desktop.window.form.unit_menu import UnitMenu
from desktop.window.item_models.sheet_model import SheetModel
from desktop.window.panels.cell_delegate import Field
from desktop.window.panels.grid_menus import GridMenus
from desktop.window.panels.sheet_editing import SheetEditing
from desktop.window.session.undo import Commands
from schema.grammar.reference import Key
from schema.values.changes import Change


class CellMenus(GridMenus):
    """Hears the view."""

    def __init__(self, model: SheetModel, commands: Commands, editing: SheetEditing) -> None:
        super().__init__(editing)
        self._desk, self._model, self._commands = model.desk, model, commands
        self._view.list_wanted.connect(self._offer_list)
        self._view.note_wanted.connect(self._open_note)
        self._view.menu_wanted.connect(self._open)

    def _offer_list(self, editor: Field | None) -> None:
        """List the units in which what is typed may be meant, and the reasons why there is no value.

        A reason is put into all that is chosen; while a field is open all is about that.
        """
        view, at = self._view, self._view.at()
        lock = view.sheet.grid.lock(*at)
        if lock is not None:
            self.told.emit(view.sheet.lock_words(lock, at))
            return
        alone = editor is not None or len(view.places()) == 1
        wording = self._model.lines.wording(self._model.grid.rows[at[0]]) if alone else None
        menu = UnitMenu(self._desk, wording, editor.text() if editor is not None else view.sheet.exact(at), view)
        menu.text_chosen.connect(partial(view.cells.finish, editor) if editor is not None else self._editing.spread)
        self._show_below(menu)

    def _open_note(self) -> None:
        if (key := self._view.key()) is not None:
            self._desk.making_requested.emit(key)

    def _open(self, where: QPoint) -> None:
        key = self._view.key()
        menu = QMenu(self._view) if key is None else self._of_value(key)
        self._add_edits(menu)
        if key is not None:
            menu.addSeparator()
            menu.addAction(self.tr("Show in its &section")).triggered.connect(lambda: self._desk.jump(key))
        self._show(menu, where)

    def _of_value(self, key: Key) -> FieldMenu:
        menu = FieldMenu(self._desk, key, self._view)
        menu.estimate_chosen.connect(lambda estimated: self._estimate(key, estimated=estimated))
        menu.remark_chosen.connect(lambda _: self._desk.making_requested.emit(key))
        menu.reason_chosen.connect(lambda code: self._editing.spread(self._desk.omissions()[code]))
        menu.clear_chosen.connect(self._editing.clear)
        menu.evidence_chosen.connect(lambda: self._desk.evidence_requested.emit(key.canonical()))
        menu.addSeparator()
        return menu

    def _estimate(self, key: Key, *, estimated: bool) -> None:
        if point := self._desk.session.point(key):
            self._commands.change("", [Change(key, after=replace(point, estimated=estimated))])
