"""What the chosen cells of the sheet come to, in words for the status line."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from desktop.window.item_models.sheet_model import SheetModel
from desktop.window.panels.sheet_view import SheetView
from desktop.window.session.slices import Slices
from desktop.work.sheet.summary import Summary, summary

_AFTER, _SEVERAL = 80, 2


class ChosenSum(QObject):
    """`summed` carries the words; empty where one cell is chosen, or none is seen."""

    summed = Signal(str)

    def __init__(self, model: SheetModel, view: SheetView) -> None:
        super().__init__(view)
        self._model, self._view, self._slices = model, view, Slices(self)
        self._soon = QTimer(self, singleShot=True, interval=_AFTER)
        self._soon.timeout.connect(self._tell)
        view.selectionModel().selectionChanged.connect(self._soon.start)
        model.renewed.connect(self._soon.start)

    def _tell(self) -> None:
        lines, places = self._model.lines, self._view.places() if self._view.isVisible() else []
        self._slices.stop()
        if len(places) < _SEVERAL:
            self.summed.emit("")
        else:
            self._slices.run(summary(self._model.grid, places, lines.wording, lines.result), self._say)

    def _say(self, found: Summary) -> None:
        words = [self.tr("Cells chosen: {count}").format(count=found.cells)]
        words += [self.tr("numbers: {count}").format(count=found.numbers)] if found.numbers else []
        if found.total:
            words += [self.tr("sum: {total}").format(total=found.total)]
            words += [self.tr("mean: {mean}").format(mean=found.mean)]
        self.summed.emit("   ".join(words))
