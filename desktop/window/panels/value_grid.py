"""The tables of the sheet of values: any of them can be shown by its key."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from desktop.window.item_models.sheet_model import SheetModel
from desktop.window.panels.sheet_delegate import SheetDelegate
from desktop.window.panels.sheet_grid import SheetGrid
from desktop.work.sheet.placing import Area
from schema.grammar.reference import Key


class ValueGrid(SheetGrid):
    """Metrics and units stand still, the years scroll beside them."""

    def __init__(self, model: SheetModel, parent: QWidget) -> None:
        super().__init__(model, SheetDelegate, parent)
        self._values = model

    def show_keys(self, keys: Sequence[Key]) -> bool:
        """Choose the cells of values, also in lines that were folded away; return whether any of them stands here."""
        model, wanted = self._values, set(keys)
        hidden = {name for row in model.lines.every if row.key in wanted and row.takes for name in row.within}
        for name in hidden & model.folded:
            self.folding.emit(name, False)
        found = model.locate(keys)
        if found:
            rows, columns = [at[0] for at in found], [at[1] for at in found]
            self.view.choose_area(Area(min(rows), min(columns), max(rows), max(columns)))
            self.view.setFocus()
        return bool(found)
