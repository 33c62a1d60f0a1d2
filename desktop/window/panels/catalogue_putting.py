"""Texts put into cells of the catalogue: read by the loader of definitions, bit by bit where they are very many."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from desktop.window.item_models.catalogue_model import CatalogueModel
from desktop.window.session.slices import Slices
from desktop.work.catalogue_sheet.entries import MetricOutcome, metric_steps
from desktop.work.sheet.outcome import Told
from desktop.work.sheet.placing import Placed

_AT_ONCE = 100  # cells; more are read bit by bit


class CataloguePutting(QObject):
    """`told` carries how far it is."""

    told = Signal(str)

    def __init__(self, model: CatalogueModel, parent: QObject) -> None:
        super().__init__(parent)
        self._model, self._count = model, 0
        self._slices = Slices(self)
        self._slices.stepped.connect(self._tell_read)

    def put(self, placed: Placed, act: str, then: Callable[[Told], None]) -> None:
        """Put texts into cells in one step, and tell what became of them."""
        model, count = self._model, len(placed.entries) + len(placed.refused)
        self.finish()
        if count <= _AT_ONCE:
            then(model.put(placed, act))
            return
        model.before_reading()
        words, grid, self._count = model.words, model.grid, count

        def settle(outcome: MetricOutcome) -> None:
            if model.words is not words or model.grid is not grid:  # the definitions are others by now
                outcome = model.outcome(placed)
            self.told.emit("")
            then(model.change(outcome, act))

        self._slices.run(metric_steps(words, grid, placed), settle)

    def _tell_read(self, number: int) -> None:
        self.told.emit(self.tr("Cells read: {number} of {count} …").format(number=number, count=self._count))

    def finish(self) -> None:
        """Let what is being put into cells be there before anything else happens."""
        self._slices.finish()
