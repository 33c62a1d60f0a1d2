"""Texts put into cells of values: read as their fields would read them, bit by bit where they are very many."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.window.item_models.sheet_model import SheetModel
from desktop.window.panels.handed_in import may_replace
from desktop.window.session.slices import Slices
from desktop.work.sheet.outcome import Outcome, Told
from desktop.work.sheet.placing import Placed

_AT_ONCE = 200  # cells; more are read bit by bit


class ValuePutting(QObject):
    """`told` carries how far it is."""

    told = Signal(str)

    def __init__(self, model: SheetModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model, self._parent = model, parent
        self._slices, self._count = Slices(self), 0
        self._slices.stepped.connect(self._tell_read)

    def put(self, placed: Placed, act: str, then: Callable[[Told], None]) -> None:
        """Put texts into cells in one step; very many are read while the window answers, and it is told how far."""
        count = len(placed.entries) + len(placed.refused)
        self.finish()

        def do(outcome: Outcome) -> None:
            if may_replace(self._model, outcome, self._parent):
                self._model.change(outcome, act)
                then(outcome)

        if count <= _AT_ONCE:
            do(self._model.reading().outcome(placed))
            return
        reading, self._count = self._model.reading(), count

        def settle(outcome: Outcome) -> None:
            if not reading.still_true(outcome, self._model.desk.session.snapshot):
                outcome = self._model.reading().outcome(placed)
            self.told.emit("")
            do(outcome)

        self._slices.run(reading.gradually(placed), settle)

    def _tell_read(self, number: int) -> None:
        self.told.emit(self.tr("Cells read: {number} of {count} …").format(number=number, count=self._count))

    def finish(self) -> None:
        """Let what is being put into cells be there before anything else happens."""
        self._slices.finish()
