"""New metrics from what was copied elsewhere: one of each line, in one step; what is missing of others is told."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut

from desktop.window.actions import Actions
from desktop.window.item_models.catalogue_model import CatalogueModel
from desktop.window.panels.sheet_view import SheetView
from desktop.window.session.structuring import Structuring
from desktop.work.catalogue_sheet.fields import COLUMNS
from desktop.work.catalogue_sheet.new_lines import Naming, NewLeft, lines_of, new_lines
from desktop.work.sheet.block import read_block
from desktop.work.sheet.outcome import Left


class MetricPasting(QObject):
    """`told` carries a sentence, `pasted` the block and what became of it."""

    told = Signal(str)
    pasted = Signal(object, object)

    def __init__(self, model: CatalogueModel, view: SheetView, structuring: Structuring) -> None:
        super().__init__(view)
        self._model, self._view, self._structuring = model, view, structuring
        key = QShortcut(QKeySequence("Ctrl+Shift+V"), view, self.paste)
        key.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)

    def follow(self, actions: Actions) -> None:
        """Let the menu do it, too."""
        actions.paste_new.triggered.connect(self.paste)

    def paste(self) -> None:
        """Make a metric of each line on the clipboard that says enough."""
        mime, model = QGuiApplication.clipboard().mimeData(), self._model
        if model.why:
            self.told.emit(model.why)
            return
        block = read_block(mime.text(), mime.html())
        headings = {column.field or column.kind: model.heading(column) for column in COLUMNS}
        lines = lines_of(block, headings, self._view.at()[1])
        if not lines:
            self.told.emit(self.tr("There is nothing on the clipboard that could be pasted."))
            return
        model.before_reading()
        desk = model.desk
        naming = Naming(desk.report, desk.language, model.metric_words.vocabulary())
        made = new_lines(self._structuring.definitions, lines, naming)
        metrics = made.outcome.metrics
        if metrics:
            names = desk.words(metrics[0].name) if len(metrics) == 1 else str(len(metrics))
            self._structuring.step(self.tr("new metrics: {names}").format(names=names), made.outcome.definitions)
        left = tuple(sorted(map(self._placed, made.left), key=lambda one: one.at))
        self._show(metrics[0].code if metrics else "")
        self.told.emit(self.tr("New metrics: {count} of {all} lines").format(count=len(metrics), all=len(lines)))
        self.pasted.emit(block, replace(made.outcome, left=left))

    def _row(self, code: str) -> int:
        rows = self._model.grid.rows
        return next((number for number, row in enumerate(rows) if row.name == code), -1)

    def _placed(self, one: NewLeft) -> Left:
        """Return a cell that was not taken where its metric stands now."""
        row = self._row(one.code) if one.code else -1
        return replace(one.left, at=(row, one.column)) if row >= 0 else one.left

    def _show(self, code: str) -> None:
        row = self._row(code) if code else -1
        if row >= 0:
            self._view.choose((row, self._model.grid.home()))
            self._view.setFocus()
