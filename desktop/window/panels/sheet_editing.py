"""What is done to many cells of the sheet at once, and how it comes from and goes to other programs."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.window.actions import Actions
from desktop.window.look.clipboard import put_on_clipboard
from desktop.window.panels.handed_in import may_replace
from desktop.window.panels.sheet_view import SheetView
from desktop.window.session.slices import Slices
from desktop.work.sheet.block import Block, html_table, read_block, tabbed
from desktop.work.sheet.grid import Place
from desktop.work.sheet.outcome import Outcome
from desktop.work.sheet.placing import Area, Placed, fill, into_all, place

# The cells of the sheet's own lines alone: heads and sums that stand between them are passed over where they are put.
OWN = "application/x-annals-cells"
_AT_ONCE = 200  # cells; more are read bit by bit


class SheetEditing(QObject):
    """Each act is one step of undo with a name of its own. `pasted` carries the block and what became of it."""

    told = Signal(str)
    pasted = Signal(object, object)

    def __init__(self, view: SheetView) -> None:
        super().__init__(view)
        self.view, self._model = view, view.sheet
        self._slices, self._count = Slices(self), 0
        self._slices.stepped.connect(self._tell_read)
        # What is still being read goes into the lines that it was meant for, and before anything that comes after it.
        self._model.put_begins.connect(self.finish)
        self._model.modelAboutToBeReset.connect(self.finish)
        view.copy_wanted.connect(self.copy)
        view.paste_wanted.connect(self.paste)
        view.fill_wanted.connect(self.fill)
        view.clear_wanted.connect(self.clear)
        view.spread_wanted.connect(self.spread)

    def follow(self, actions: Actions) -> None:
        """Let the menu act on the cells; bound methods go when this goes, while the actions stay."""
        for action, act in (
            (actions.cut, self.cut), (actions.copy, self.copy_chosen), (actions.paste, self.paste),
            (actions.fill_down, self.fill_down), (actions.fill_right, self.fill_right), (actions.clear, self.clear),
        ):  # fmt: skip
            action.triggered.connect(act)

    # the clipboard

    def copy(self, cut: bool) -> None:
        """Copy the chosen cells with every digit, as Excel and WPS take them; cutting clears those that are open."""
        area, chosen = self.view.area(), set(self.view.places())
        if not chosen:
            return
        self._hand_out(area, lambda at: self._model.exact(at) if at in chosen else "")
        if cut:
            self.clear()
        else:
            self.told.emit(self.tr("Cells copied: {count}").format(count=len(chosen)))

    def cut(self) -> None:
        """Copy the chosen cells and clear those that are open."""
        self.copy(cut=True)

    def copy_chosen(self) -> None:
        """Copy the chosen cells."""
        self.copy(cut=False)

    def fill_down(self) -> None:
        """Repeat what stands first in each column."""
        self.fill(down=True)

    def fill_right(self) -> None:
        """Repeat what stands first in each line."""
        self.fill(down=False)

    def _hand_out(self, area: Area, text: Callable[[Place], str], head: Sequence[str] = ()) -> None:
        """Put a rectangle of cells on the clipboard, below a line of heads where there are any."""
        columns, grid = range(area.left, area.right + 1), self._model.grid
        lines = {row: [text((row, column)) for column in columns] for row in range(area.top, area.bottom + 1)}
        every = [list(head), *lines.values()] if head else list(lines.values())
        own = [cells for row, cells in lines.items() if grid.rows[row].takes]
        put_on_clipboard(tabbed(every), html_table(every), None if head else (OWN, tabbed(own).encode()))

    def copy_all(self) -> None:
        """Copy everything that is shown with the heads of its columns, for a spreadsheet."""
        model, grid = self._model, self._model.grid
        values = [number for number, column in enumerate(grid.columns) if column.kind in ("name", "unit", "year")]
        head = [model.lines.heading(grid.columns[number]) for number in values]
        area = Area(0, values[0], len(grid.rows) - 1, values[-1])
        self._hand_out(area, self._named, head)
        self.told.emit(self.tr("Lines copied with their heads: {count}").format(count=len(grid.rows)))

    def _named(self, at: Place) -> str:
        """Return a cell's text; a member's line says to what it belongs by blanks, as an outline does."""
        row, text = self._model.grid.rows[at[0]], self._model.exact(at)
        return "    " * row.depth + text if self._model.grid.columns[at[1]].kind == "name" else text

    def paste(self) -> None:
        """Take what another program, or the sheet itself, has copied, from the first chosen cell on."""
        mime = QGuiApplication.clipboard().mimeData()
        own = bytes(mime.data(OWN).data()).decode() if mime.hasFormat(OWN) else ""
        block = read_block(own) if own else read_block(mime.text(), mime.html())
        if not block:
            self.told.emit(self.tr("There is nothing on the clipboard that could be pasted."))
            return
        self.take(block)

    def take(self, block: Block) -> None:
        """Put a block where the cursor is and tell what became of it."""
        if not self._model.grid.rows:
            return
        area = self.view.area()
        placed = place(block, area, self._model.grid)

        def tell(outcome: Outcome) -> None:
            self._choose(placed)
            self.pasted.emit(block, outcome)

        self._put(placed, self.tr("pasting"), tell)

    def _put(self, placed: Placed, act: str, then: Callable[[Outcome], None]) -> None:
        """Put texts into cells in one step; very many are read while the window answers, and it is told how far."""
        count = len(placed.entries) + len(placed.refused)
        self.finish()

        def do(outcome: Outcome) -> None:
            if may_replace(self._model, outcome, self.view):
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

    def _choose(self, placed: Placed) -> None:
        """Choose where something was put."""
        rows = [entry.at[0] for entry in placed.entries]
        columns = [entry.at[1] for entry in placed.entries]
        if rows:
            self.view.choose_area(Area(min(rows), min(columns), max(rows), max(columns)))

    # one text or many

    def fill(self, down: bool) -> None:
        """Put what stands first in each column (or line) into the rest of what is chosen."""
        places = [at for at in self.view.places() if self._model.grid.columns[at[1]].kind == "year"]
        placed = fill(places, self._model.exact, self._model.grid, down=down)
        if not placed.entries:
            self.told.emit(self.tr("Choose the cell that is to be repeated together with open cells behind it."))
            return
        self._put(placed, self.tr("filling"), partial(self._tell, len(placed.entries)))

    def spread(self, text: str) -> None:
        """Put one text into all chosen cells."""
        placed = into_all(text, self.view.places(), self._model.grid)
        self._put(placed, self.tr("the same in several cells"), partial(self._tell, len(placed.entries)))

    def clear(self) -> None:
        """Empty the chosen cells that are open; why the one with the cursor is not."""
        placed = into_all("", self.view.places(), self._model.grid)
        if not placed.entries:
            at = self.view.at()
            lock = self._model.grid.lock(*at)
            self.told.emit(self._model.lock_words(lock, at) if lock else "")
            return
        self._put(placed, self.tr("clearing"), lambda _: None)

    def _tell(self, count: int, outcome: Outcome) -> None:
        words = self.tr("Cells filled: {count}").format(count=count)
        if outcome.left:
            words += self.tr("; could not be read, kept and marked: {count}").format(count=len(outcome.left))
        self.told.emit(words)
