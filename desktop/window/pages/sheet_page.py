"""The place of the sheet: any choice of values by years as one grid, with what is said of the cell beside it."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop.window.fields.state_words import loud
from desktop.window.item_models.sheet_model import SheetModel
from desktop.window.look.card import heading, muted
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.panels.cell_line import CellLine
from desktop.window.panels.cell_menus import CellMenus
from desktop.window.panels.cell_notes import CellNotes
from desktop.window.panels.chosen_sum import ChosenSum
from desktop.window.panels.grid_layout import lay_out_grid
from desktop.window.panels.nothing_found import NothingFound
from desktop.window.panels.paste_report import PasteReport
from desktop.window.panels.sheet_editing import SheetEditing
from desktop.window.panels.sheet_filter import SheetFilter
from desktop.window.panels.sheet_tools import SheetTools
from desktop.window.panels.value_grid import ValueGrid
from desktop.window.panels.value_putting import ValuePutting
from desktop.window.session.desk import Desk
from desktop.window.session.standing import present_moment
from desktop.window.session.undo import Commands
from desktop.work.sheet.block import Block
from desktop.work.sheet.choice import Choice, chosen, unfolded
from desktop.work.sheet.contents import SheetContents, Wanted, sheet_contents
from desktop.work.sheet.grid import Grid, columns_of
from desktop.work.sheet.outcome import Told
from desktop.work.sheet.rows import Row
from schema.workspace import Workspace

_SOON, _AT = 60, (120, 52)


class SheetPage(QWidget):
    """`told` carries a sentence, `summed` what the chosen cells come to, `undo_wanted` takes the last step back."""

    told = Signal(str)
    summed = Signal(str)
    undo_wanted = Signal()
    laid_out = Signal()

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self._contents: SheetContents | None = None
        self._choice = Choice()
        self._folded: dict[Choice, frozenset[str]] = {}
        self._step: tuple[int, object] = (-1, None)
        self._filling = False
        self.model = SheetModel(desk, self)
        self._anew, self._soon = (QTimer(self, singleShot=True, interval=_SOON) for _ in range(2))
        self._after = QTimer(self, singleShot=True, interval=0)  # once the cells are painted
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        desk = self._desk
        self.title = heading("", self, PLACE)
        self.title.setWordWrap(False)
        self.tools = SheetTools(desk, self)
        self.line = CellLine(self.model, self)
        self.grid = ValueGrid(self.model, self)
        self.filter = SheetFilter(self.model, self.grid, self)
        self.putting = ValuePutting(self.model, self.grid.view)
        self.editing = SheetEditing(self.grid.view, self.putting)
        self.sum = ChosenSum(self.model, self.grid.view)
        self.menus = CellMenus(self.model, self._commands, self.editing)
        self.report = PasteReport(self.model, self)
        self.nothing = NothingFound(desk.theme, self)
        self.notes = CellNotes(desk, self._commands, self.model, self)
        self.building = muted("", desk.theme, self.grid.view)
        self.building.move(*_AT)

    def _lay_out(self) -> None:
        parts = (self.line, self.filter, self.nothing, self.grid, self.report)
        self.splitter = lay_out_grid(self, (self.title, self.tools), parts, (self.grid, self.nothing), self.notes)
        self.splitter.setSizes([780, 264])
        self.nothing.hide()

    def _connect(self) -> None:
        desk, view, session = self._desk, self.grid.view, self._desk.session
        for signal in (session.values_changed, session.saving, session.saved, session.failed):
            signal.connect(self._soon.start)
        self._soon.timeout.connect(self._renew)
        self._after.timeout.connect(self._follow)
        for signal in (session.issues_changed, desk.report_changed, desk.section_changed, self.tools.years_changed):
            signal.connect(self._anew.start)
        self._anew.timeout.connect(self.refresh)
        desk.language_changed.connect(self.retranslate)
        desk.details_requested.connect(self._show_details)
        self.tools.changed.connect(self._choose)
        self.filter.changed.connect(self._choose)
        self.tools.filter_wanted.connect(self.toggle_filter)
        QShortcut(QKeySequence("Ctrl+Shift+L"), self, self.toggle_filter)
        self.tools.copy_wanted.connect(self.editing.copy_all)
        self.nothing.wanted.connect(self._show_everything)
        self.grid.folding.connect(self._fold)
        self.model.change_wanted.connect(lambda words, changes: self._commands.change(words, changes))
        for teller in (view, self.editing, self.putting, self.menus):
            teller.told.connect(self.told)
        self.editing.pasted.connect(self._report)
        view.selectionModel().currentChanged.connect(self._follow)
        self.sum.summed.connect(self.summed)
        self.line.written.connect(lambda row, column, text: self.model.setData(self.model.index(row, column), text))
        self.line.left.connect(view.setFocus)
        self.report.way_wanted.connect(lambda key: self.grid.show_keys((key,)))
        self.report.undo_wanted.connect(self.undo_wanted)
        self.report.closed.connect(self._close_report)
        self._commands.indexChanged.connect(self._allow_undo)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(self.tr("Sheet"))
        self.building.setText(self.tr("The sheet is being put together …"))
        self.building.adjustSize()
        self.tools.retranslate()
        self.grid.view.setAccessibleName(self.tr("Values by years"))
        self.grid.still.setAccessibleName(self.tr("Metrics and units"))
        self.refresh()
        if self._contents is not None:
            self._fill()

    # what is shown

    def filter_field(self) -> QLineEdit:
        """Return the field that narrows the rows."""
        return self.tools.search

    def enter(self) -> None:
        """Put the cursor into the grid."""
        self.grid.setFocus()

    def refresh(self) -> None:
        """Look anew, off the UI thread, at what there is to show; what is chosen and looked at stays so."""
        desk = self._desk
        if not self.isVisible() or not desk.report:
            return
        wanted = Wanted(desk.report, desk.period, desk.session.who, self.tools.whole_catalogue)
        moment = present_moment(desk)

        def work(_: Workspace) -> SheetContents:
            return sheet_contents(moment, wanted)

        desk.session.ask(work, self._take, desk.session.crashed.emit)

    def _take(self, contents: SheetContents) -> None:
        if (contents.report, contents.period) != (self._desk.report, self._desk.period):
            return
        self.model.lines.states.load(contents.states, contents.due)
        known, self._contents = self._contents, contents
        if known is not None and known.alike(contents) and self._has_columns():
            self._renew()
            return
        owners = {row.department for row in contents.rows if row.takes and row.department}
        departments = [code for code in self._desk.catalogue.departments if code in owners]
        self.tools.fill(departments, contents.requests.values())
        self._choice = self.tools.choice()
        self.building.hide()
        self._fill()
        self.laid_out.emit()

    def _has_columns(self) -> bool:
        return self.model.grid.columns == columns_of(self._desk.period, self.tools.earlier)

    def _renew(self) -> None:
        if self.isVisible() and self._contents is not None:
            self.model.forget()
            self._follow()

    def _choose(self) -> None:
        """Show what is chosen now; all metrics there are, or those of the report again, are looked for first."""
        self._choice = self.tools.choice()
        if self._contents is not None and self._contents.whole_catalogue != self.tools.whole_catalogue:
            self.refresh()
        else:
            self._fill()

    def toggle_filter(self) -> None:
        """Show the row of filters above the columns, or put it away."""
        self.tools.filter.setChecked(self.filter.toggle())

    def _show_everything(self) -> None:
        if self.filter.isVisible():
            self.toggle_filter()
        self.tools.reset()

    def _fold(self, name: str, folded: bool) -> None:
        before = self._folded.get(self._choice, frozenset())
        self._folded[self._choice] = before | {name} if folded else before - {name}
        self._fill()

    def _fill(self) -> None:
        """Show the chosen lines; cursor and sight stay on the line where they were, as far as it is still there."""
        contents, desk, view = self._contents, self._desk, self.grid.view
        if contents is None:
            return
        name, column, bar = self._cursor_name(), view.at()[1], view.verticalScrollBar()
        sight = bar.value()
        folded = self._folded.get(self._choice, frozenset())
        every = chosen(contents.rows, self._choice, self._holds)
        rows, columns = unfolded(every, folded), columns_of(desk.period, self.tools.earlier)
        metrics, writable = desk.catalogue.metrics, desk.session.writable
        self._filling = True
        self.model.load(Grid(rows, columns, desk.period, metrics, writable, contents.foreign), every, folded)
        self._show_empty()
        bar.setValue(sight)
        at = next((number for number, row in enumerate(rows) if row.name == name), -1)
        if at >= 0:
            view.choose((at, min(max(column, 0), len(columns) - 1)))
        elif rows:
            view.choose(self.model.grid.first_entry())
        self._filling = False
        self._after.start()

    def _cursor_name(self) -> str:
        row = self.grid.view.at()[0]
        return self.model.grid.rows[row].name if 0 <= row < len(self.model.grid.rows) else ""

    def _holds(self, row: Row) -> bool:
        """Whether a line is among those that are wanted by how its value stands now."""
        key, session = row.key, self._desk.session
        if key is None or not self.filter.holds(row):
            return False
        if self._choice.only in ("all", "named"):
            return True
        if self._choice.only == "open":
            return session.result(key).kind in ("missing", "unread") and self._desk.metric(key).formula is None
        if self._choice.only == "wrong":
            return bool(loud(session.issues_at(key)))
        if self._choice.only == "request":
            return self._contents is not None and self._contents.asks(self._choice.request, key)
        states = self.model.lines.states
        if self._choice.only == "late":
            return session.result(key).kind == "missing" and states.is_late(key)
        shared = states.shares.get(key)
        return shared is not None if self._choice.only == "asked" else shared == "returned"

    def _show_empty(self) -> None:
        nothing = not self.model.grid.rows
        self.grid.setVisible(not nothing)
        self.nothing.setVisible(nothing)
        searched = self._choice.search.strip()
        named = self.tr("Nothing is called “{words}” here.").format(words=searched)
        words = named if searched else self.tr("Nothing of that kind here.")
        self.nothing.show_words(words, self.tr("Show everything"))

    # the cell with the cursor

    def _follow(self) -> None:
        """Let the line above and what stands beside follow the cursor."""
        if self.isVisible() and not self._filling:
            self.line.show_cell(self.grid.view.at())
            self._desk.look_at(self.grid.view.key())

    def _show_details(self) -> None:
        if self.isVisible():
            self.notes.show()
            self.notes.details.browser.setFocus()

    def commit(self) -> None:
        """Hand over what is being typed."""
        self.line.commit()
        self.grid.view.commit()
        self.editing.finish()

    # after a paste

    def _report(self, block: Block, outcome: Told) -> None:
        """Tell what became of a paste, below the cells, where nothing has to move for it."""
        self._step = self._commands.index(), self._commands.command(self._commands.index() - 1)
        self.report.show_outcome(block, outcome)
        QTimer.singleShot(0, self.grid.view, self.grid.view.see_cursor)  # once the report has taken its room

    def _allow_undo(self) -> None:
        """A paste is taken back by its button while nothing was done after it."""
        if not self.report.isVisible():
            return
        index, step = self._step
        is_last = self._commands.index() == index and self._commands.command(index - 1) is step
        if self._commands.index() < index and self._commands.command(index - 1) is step:
            self.report.hide()  # it was taken back: what it tells is not so any more
        self.report.allow_undo(is_last, "" if is_last else self.tr("Something was done since: use Undo (Ctrl+Z)."))

    def _close_report(self) -> None:
        self.report.hide()
        self.grid.view.setFocus()

    # showing and leaving

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew at what there is."""
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802
        """What is being typed is handed over, and the sum is no longer that of anything seen."""
        super().hideEvent(event)
        self.commit()
        self.summed.emit("")
