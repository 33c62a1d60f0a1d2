"""The place of the catalogue: every metric in a line of one sheet, changed cell by cell as the structure's forms do."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from desktop.window.item_models.catalogue_model import CatalogueModel
from desktop.window.look.card import heading
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.panels.catalogue_delegate import CatalogueDelegate
from desktop.window.panels.catalogue_menus import CatalogueMenus
from desktop.window.panels.catalogue_putting import CataloguePutting
from desktop.window.panels.catalogue_report import CatalogueReport
from desktop.window.panels.catalogue_tools import CatalogueTools
from desktop.window.panels.cell_line import CellLine
from desktop.window.panels.grid_layout import lay_out_grid
from desktop.window.panels.metric_notes import MetricNotes
from desktop.window.panels.metric_pasting import MetricPasting
from desktop.window.panels.nothing_found import NothingFound
from desktop.window.panels.sheet_editing import SheetEditing
from desktop.window.panels.sheet_filter import SheetFilter
from desktop.window.panels.sheet_grid import SheetGrid
from desktop.window.session.desk import Desk
from desktop.window.session.structuring import Structuring
from desktop.window.session.undo import Commands
from desktop.work.catalogue_sheet.cell_words import CellWords
from desktop.work.catalogue_sheet.entries import MetricOutcome
from desktop.work.catalogue_sheet.grid import MetricGrid, metric_rows
from desktop.work.sheet.block import Block
from desktop.work.sheet.choice import chosen, unfolded
from desktop.work.sheet.rows import Row
from desktop.work.structure.inputs import placed_codes
from schema.moment import Moment


class CataloguePage(QWidget):
    """`told` carries a sentence, `undo_wanted` takes the last step back, `metric_wanted` asks for a metric's form."""

    told = Signal(str)
    undo_wanted = Signal()
    metric_wanted = Signal(object)

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self.structuring = Structuring(desk, commands, self)
        self.model = CatalogueModel(desk, self)
        self.model.before_reading = self.structuring.wait_until_warm
        self._folded: frozenset[str] = frozenset()
        self._kept: CellWords | None = None
        self._placed: frozenset[str] = frozenset()
        self._filling = False
        self._after = QTimer(self, singleShot=True, interval=0)  # once the cells are painted
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        theme = self._desk.theme
        self.title = heading("", self, PLACE)
        self.title.setWordWrap(False)
        self.tools = CatalogueTools(self._desk, self)
        self.line = CellLine(self.model, self)
        self.line.let_grow()
        self.grid = SheetGrid(self.model, CatalogueDelegate, self)
        self.filter = SheetFilter(self.model, self.grid, self)
        self.putting = CataloguePutting(self.model, self)
        self.editing = SheetEditing(self.grid.view, self.putting)
        self.making = MetricPasting(self.model, self.grid.view, self.structuring)
        self.menus = CatalogueMenus(self.model, self.editing)
        self.report = CatalogueReport(self.model, self._commands, self)
        self.nothing = NothingFound(theme, self)
        self.notes = MetricNotes(self.model, self)
        self.reason = QLabel(self, wordWrap=True)
        self.reason.setStyleSheet(f"background: {theme.error_soft}; color: {theme.error}; padding: 6px 16px;")
        self.reason.hide()

    def _lay_out(self) -> None:
        parts = (self.line, self.filter, self.nothing, self.grid, self.reason, self.report)
        self.splitter = lay_out_grid(self, (self.title, self.tools), parts, (self.grid, self.nothing), self.notes)
        self.splitter.setSizes([780, 220])
        self.nothing.hide()

    def _connect(self) -> None:
        desk, view = self._desk, self.grid.view
        self.structuring.changed.connect(self.refresh)
        self.structuring.refused.connect(self._refuse)
        desk.report_changed.connect(self.refresh)
        desk.language_changed.connect(self.retranslate)
        for changed in (self.tools.changed, self.filter.changed):
            changed.connect(self._fill)
        self.tools.filter_wanted.connect(self.toggle_filter)
        QShortcut(QKeySequence("Ctrl+Shift+L"), self, self.toggle_filter)
        self.tools.copy_wanted.connect(self.editing.copy_all)
        self.tools.new_wanted.connect(self.new_metric)
        for asking in (self.menus, self.notes):
            asking.form_wanted.connect(self.change_metric)
        self.nothing.wanted.connect(self._show_everything)
        self.grid.folding.connect(self._fold)
        self.model.change_wanted.connect(self._change)
        self.model.refused.connect(lambda outcome: self._tell_left((), outcome))
        for teller in (view, self.editing, self.putting, self.menus, self.making):
            teller.told.connect(self.told)
        self.menus.new_wanted.connect(self.making.paste)
        for pasting in (self.editing, self.making):
            pasting.pasted.connect(self._tell_left)
        view.selectionModel().currentChanged.connect(self._follow)
        self.line.written.connect(lambda row, column, text: self.model.setData(self.model.index(row, column), text))
        self.line.left.connect(view.setFocus)
        self.report.way_wanted.connect(self._go_to)
        self.report.undo_wanted.connect(self.undo_wanted)
        self.report.closed.connect(self._close_report)
        self._after.timeout.connect(self._follow)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(self.tr("Catalogue"))
        self.tools.retranslate()
        self.notes.retranslate()
        self.grid.view.setAccessibleName(self.tr("What is said of metrics"))
        self.grid.still.setAccessibleName(self.tr("Metrics and their codes"))
        self.refresh()

    # what is shown

    def filter_field(self) -> QLineEdit:
        """Return the field that narrows the rows."""
        return self.tools.search

    def enter(self) -> None:
        """Show the definitions as they are by now, with the cursor in the grid."""
        self.refresh()
        self.structuring.warm_up()
        self.grid.setFocus()

    def refresh(self) -> None:
        """Show the definitions as they are by now; what is chosen, looked at and typed stays so."""
        if not self.isVisible() or not self._desk.report:
            return
        owners = {metric.department for metric in self.structuring.definitions.catalogue.metrics.values()}
        self.tools.fill([code for code in self._desk.catalogue.departments if code in owners])
        self._fill()

    def _fill(self) -> None:
        """Show the chosen lines; cursor and sight stay on the line where they were, as far as it is still there."""
        definitions, desk, view = self.structuring.definitions, self._desk, self.grid.view
        words = self._words()
        self._placed = placed_codes(definitions.outlines[desk.report])
        metrics, why = definitions.catalogue.metrics, self._why_not()
        name, (_, column), bar = self._cursor_name(), view.at(), view.verticalScrollBar()
        sight = bar.value()
        rows = metric_rows(definitions)
        self._filling = True
        self.model.prepare(words)
        every = chosen(rows, self.tools.choice(), self._holds)
        shown = unfolded(every, self._folded)
        grid = MetricGrid(shown, metrics, desk.session.writable, bool(why), words.fixed_totals)
        if self.model.load(words, grid, self._folded, why):
            bar.setValue(sight)
            at = next((number for number, row in enumerate(shown) if row.name == name), -1)
            if shown:
                view.choose((at, max(column, 0)) if at >= 0 else (min(1, len(shown) - 1), grid.home()))
        self._filling = False
        self._show_empty()
        self._after.start()

    def _words(self) -> CellWords:
        """Return how cells are written now; the same while definitions, report and language are the same."""
        definitions, desk, kept = self.structuring.definitions, self._desk, self._kept
        if kept is None or not kept.are_of(definitions, desk.report, desk.language):
            vocabulary = self.model.metric_words.vocabulary()
            kept = self._kept = CellWords(definitions, desk.report, desk.language, vocabulary)
        return kept

    def _why_not(self) -> str:
        from desktop.work.permission import definitions_refused  # deferred: not for the first look

        desk = self._desk
        refused = definitions_refused(Moment(desk.session.definitions, desk.session.snapshot), desk.session.who)
        if refused is not None:
            return desk.sentence(refused)
        return "" if desk.session.writable else self.tr("Opened for reading only.")

    def _cursor_name(self) -> str:
        row = self.grid.view.at()[0]
        return self.model.grid.rows[row].name if 0 <= row < len(self.model.grid.rows) else ""

    def _holds(self, row: Row) -> bool:
        """Whether a line is among those that are wanted by what is said of its metric."""
        metric = self.structuring.definitions.catalogue.metrics[row.name]
        if not self.filter.holds(row):
            return False
        return {
            "all": True,
            "placed": metric.code in self._placed,
            "unplaced": metric.code not in self._placed,
            "typed": metric.formula is None,
            "computed": metric.formula is not None,
            "untranslated": bool(metric.name.missing()),
            "assumed": metric.assumed,
        }[self.tools.chosen()]

    def _show_empty(self) -> None:
        nothing = not self.model.grid.rows
        self.grid.setVisible(not nothing)
        self.nothing.setVisible(nothing)
        searched = self.tools.search.text().strip()
        named = self.tr("No metric is called “{words}” here.").format(words=searched)
        words = named if searched else self.tr("There is no metric of that kind.")
        self.nothing.show_words(words, self.tr("Show all metrics"))

    def _show_everything(self) -> None:
        if self.filter.isVisible():
            self.toggle_filter()
        self.tools.reset()

    def toggle_filter(self) -> None:
        """Show the row of filters above the columns, or put it away."""
        self.tools.filter.setChecked(self.filter.toggle())

    def _fold(self, name: str, folded: bool) -> None:
        self._folded = self._folded | {name} if folded else self._folded - {name}
        self._fill()

    def _follow(self) -> None:
        """Let the line above and what stands beside follow the cursor."""
        if self.isVisible() and not self._filling:
            at = self.grid.view.at()
            self.line.show_cell(at)
            self.notes.show_metric(self.model.metric(at), self.structuring.definitions)

    # what is done

    def _change(self, outcome: MetricOutcome, act: str) -> None:
        """Put other definitions in force in one step."""
        self._refuse("")
        names = [self._desk.words(metric.name) for metric in outcome.metrics]
        what = names[0] if len(names) == 1 else self.tr("{count} metrics").format(count=len(names))
        words = self.tr("{act} in the catalogue: {what}") if act else self.tr("change metric “{what}”")
        self.structuring.step(words.format(act=act, what=what), outcome.definitions)

    def _refuse(self, sentence: str) -> None:
        """Say why a step was not stored; "" where one is."""
        self.reason.setText(sentence)
        self.reason.setVisible(bool(sentence))
        if sentence:
            self.report.give_up()

    def _tell_left(self, block: Block, outcome: MetricOutcome) -> None:
        """Tell what became of cells, below them."""
        self.report.tell(block, outcome)
        QTimer.singleShot(0, self.grid.view, self.grid.view.see_cursor)  # once the report has taken its room

    def _go_to(self, way: tuple[str, int]) -> None:
        """Put the cursor on a cell by its metric and column, where the metric is shown."""
        code, column = way
        at = next((number for number, row in enumerate(self.model.grid.rows) if row.name == code), -1)
        if at >= 0:
            self.grid.view.choose((at, column))
            self.grid.view.setFocus()

    def _close_report(self) -> None:
        self.report.hide()
        self.grid.view.setFocus()

    def new_metric(self) -> None:
        """Open the form of a new metric."""
        if why := self.model.why:
            self.told.emit(why)
        else:
            self.metric_wanted.emit(None)

    def change_metric(self) -> None:
        """Open the form of the metric with the cursor."""
        metric = self.model.metric(self.grid.view.at())
        if metric is not None and not self.model.why:
            self.metric_wanted.emit(metric)

    def commit(self) -> None:
        """Hand over what is being typed."""
        self.line.commit()
        self.grid.view.commit()
        self.editing.finish()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the form of a new metric."""
        if event.key() == Qt.Key.Key_N and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            self.new_metric()
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what changed while nobody looked."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """What is being typed is handed over."""
        super().hideEvent(event)
        self.commit()
