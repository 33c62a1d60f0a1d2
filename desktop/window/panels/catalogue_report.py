"""Below the catalogue's sheet: what became of texts that were put into cells, while their step is the last one."""

from __future__ import annotations

from PySide6.QtGui import QUndoCommand
from PySide6.QtWidgets import QWidget

from desktop.window.item_models.catalogue_model import CatalogueModel
from desktop.window.panels.paste_report import PasteReport
from desktop.window.session.undo import Commands
from desktop.work.sheet.block import Block
from desktop.work.sheet.outcome import Told


class CatalogueReport(PasteReport):
    """Other definitions are stored before they are a step: the report waits for it."""

    def __init__(self, model: CatalogueModel, commands: Commands, parent: QWidget) -> None:
        super().__init__(model, parent)
        self._commands = commands
        self._step: QUndoCommand | None = None
        self._waits = False
        commands.indexChanged.connect(self._follow)

    def tell(self, block: Block, outcome: Told) -> None:
        """Tell what became of a block, or of what was typed."""
        self._step, self._waits = None, outcome.changes_anything
        self.show_outcome(block, outcome)
        self.allow_undo(False, "" if outcome.changes_anything else self.undo.toolTip())

    def give_up(self) -> None:
        """Nothing of what is told was stored."""
        self._waits = False
        self.hide()

    def _follow(self) -> None:
        """Offer to take the step back while nothing was done after it; once it is taken back nothing told is so."""
        if not self.isVisible():
            return
        last = self._commands.command(self._commands.index() - 1) if self._commands.index() else None
        if self._waits and last is not None:
            self._step, self._waits = last, False
        if self._step is None:
            return
        undone = range(self._commands.index(), self._commands.count())
        if last is self._step:
            self.allow_undo(True, "")
        elif any(command is self._step for command in map(self._commands.command, undone)):
            self.hide()
        else:
            self.allow_undo(False, self.tr("Something was done since: use Undo (Ctrl+Z)."))
