"""The menus of the catalogue's cells: what a cell can say, and what is done to all that is chosen."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QMenu

from desktop.window.item_models.catalogue_model import CatalogueModel
from desktop.window.panels.cell_delegate import Field
from desktop.window.panels.grid_menus import GridMenus
from desktop.window.panels.sheet_editing import SheetEditing


class CatalogueMenus(GridMenus):
    """Hears the view; `form_wanted` asks for the metric's own form, `new_wanted` for metrics of what was copied."""

    form_wanted = Signal()
    new_wanted = Signal()

    def __init__(self, model: CatalogueModel, editing: SheetEditing) -> None:
        super().__init__(editing)
        self._model = model
        self._view.list_wanted.connect(self._offer_list)
        self._view.form_wanted.connect(self.form_wanted)
        self._view.menu_wanted.connect(self._open)

    def _offer_list(self, editor: Field | None) -> None:
        """List what the cell can say; what is chosen is put into all chosen cells, while a field is open there."""
        view, model, at = self._view, self._model, self._view.at()
        lock = model.grid.lock(*at)
        if lock is not None:
            self.told.emit(model.lock_words(lock, at))
            return
        metric, field = model.metric(at), model.grid.field(at[1])
        options = model.words.options(metric, field) if metric is not None and field is not None else ()
        if not options:
            self.told.emit(model.way_of(at) or self.tr("Anything can be typed here."))
            return
        menu = QMenu(view)
        for words, text in options:
            act = menu.addAction(words.replace("&", "&&") or self.tr("(blank)"))
            act.setCheckable(True)
            act.setChecked(text == model.exact(at))
            act.triggered.connect(partial(self._take, editor, text))
        self._show_below(menu)

    def _take(self, editor: Field | None, text: str, _: bool = False) -> None:
        if editor is not None:
            self._view.cells.finish(editor, text)
        else:
            self._editing.spread(text)

    def _open(self, where: QPoint) -> None:
        menu = QMenu(self._view)
        self._add_edits(menu)
        new = menu.addAction(self.tr("Paste as &new metrics") + "\tCtrl+Shift+V")
        new.setEnabled(not self._model.why)
        new.triggered.connect(lambda: self.new_wanted.emit())
        menu.addSeparator()
        form = menu.addAction(self.tr("Change in its &form …") + "\tAlt+Enter")
        form.setEnabled(self._model.metric(self._view.at()) is not None and not self._model.why)
        form.triggered.connect(lambda: self.form_wanted.emit())
        self._show(menu, where)
