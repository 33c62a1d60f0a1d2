"""What is done to many cells of a sheet at once, and how it comes from and goes to other programs."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication

from desktop.window.actions import Actions
from desktop.window.look.clipboard import put_on_clipboard
from desktop.window.panels.sheet_view import SheetView
from desktop.work.sheet.block import Block, html_table, read_block, tabbed
from desktop.work.sheet.grid import Place
from desktop.work.sheet.outcome import Told
from desktop.work.sheet.placing import Area, Placed, fill, into_all, place

# The cells of the sheet's own lines alone: heads and sums that stand between them are passed over where they are put.
OWN = "application/x-annals-cells"


class Putting(Protocol):
    """Puts texts into the cells of one sheet."""

    def put(self, placed: Placed, act: str, then: Callable[[Told], None]) -> None:
        """Put texts into cells in one step, called after the act, and tell what became of them."""
        ...

    def finish(self) -> None:
        """Let what is being put into cells be there."""
        ...


class SheetEditing(QObject):
    """Each act is one step of undo with a name of its own. `pasted` carries the block and what became of it."""

    told = Signal(str)
    pasted = Signal(object, object)

    def __init__(self, view: SheetView, putting: Putting) -> None:
        super().__init__(view)
        self.view, self._model, self._putting = view, view.sheet, putting
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
        for name in self._acts():
            actions.of(name).triggered.connect(self._on_action)

    def _acts(self) -> Mapping[str, Callable[[], None]]:
        return {
            "cut": lambda: self.copy(cut=True), "copy": lambda: self.copy(cut=False), "paste": self.paste,
            "fill_down": lambda: self.fill(down=True), "fill_right": lambda: self.fill(down=False),
            "clear": self.clear,
        }  # fmt: skip

    def _on_action(self) -> None:
        """Do what an action of the menu says, where these cells are seen: every sheet hears it."""
        if self.view.isVisible():
            self._acts()[self.sender().objectName()]()

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
        still = ("name", "unit", "code")
        values = [n for n, column in enumerate(grid.columns) if column.kind in still or grid.holds(n)]
        head = [model.heading(grid.columns[number]) for number in values]
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

        def tell(outcome: Told) -> None:
            self._choose(placed)
            self.pasted.emit(block, outcome)

        self._putting.put(placed, self.tr("pasting"), tell)

    def finish(self) -> None:
        """Let what is being put into cells be there before anything else happens."""
        self._putting.finish()

    def _choose(self, placed: Placed) -> None:
        """Choose where something was put."""
        rows = [entry.at[0] for entry in placed.entries]
        columns = [entry.at[1] for entry in placed.entries]
        if rows:
            self.view.choose_area(Area(min(rows), min(columns), max(rows), max(columns)))

    # one text or many

    def fill(self, down: bool) -> None:
        """Put what stands first in each column (or line) into the rest of what is chosen."""
        places = [at for at in self.view.places() if self._model.grid.holds(at[1])]
        placed = fill(places, self._model.exact, self._model.grid, down=down)
        if not placed.entries:
            self.told.emit(self.tr("Choose the cell that is to be repeated together with open cells behind it."))
            return
        self._putting.put(placed, self.tr("filling"), partial(self._tell, len(placed.entries)))

    def spread(self, text: str) -> None:
        """Put one text into all chosen cells."""
        placed = into_all(text, self.view.places(), self._model.grid)
        self._putting.put(placed, self.tr("the same in several cells"), partial(self._tell, len(placed.entries)))

    def clear(self) -> None:
        """Empty the chosen cells that are open; why the one with the cursor is not."""
        placed = into_all("", self.view.places(), self._model.grid)
        if not placed.entries:
            at = self.view.at()
            lock = self._model.grid.lock(*at)
            self.told.emit(self._model.lock_words(lock, at) if lock else "")
            return
        self._putting.put(placed, self.tr("clearing"), lambda _: None)

    def _tell(self, count: int, outcome: Told) -> None:
        unread = sum(left.why == "unread" for left in outcome.left)
        words = self.tr("Cells filled: {count}").format(count=count + unread - len(outcome.left))
        if unread:
            words += self.tr("; could not be read, kept and marked: {count}").format(count=unread)
        self.told.emit(words)
