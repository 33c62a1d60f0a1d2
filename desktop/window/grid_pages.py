"""The places that are made of a grid or change what grids show, and the one where a text is held against them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop.window.actions import Actions
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands

if TYPE_CHECKING:
    from desktop.window.pages.scan_page import ScanPage
    from desktop.window.shaping import CatalogueShaping, Shaping


class GridPages(QObject):
    """Builds each when it is first gone to; slow imports wait until then."""

    told = Signal(str)
    summed = Signal(str)
    place_wanted = Signal(object)

    def __init__(self, desk: Desk, commands: Commands, actions: Actions, rooms: QWidget) -> None:
        super().__init__(rooms)
        self._desk, self._commands, self._actions, self._rooms = desk, commands, actions, rooms
        self.shaping: Shaping | None = None
        self.catalogue_shaping: CatalogueShaping | None = None
        self.scan: ScanPage | None = None

    def make_sheet(self) -> QWidget:
        """Build the sheet."""
        from desktop.window.pages.sheet_page import SheetPage

        page = SheetPage(self._desk, self._commands, self._rooms)
        page.told.connect(self.told)
        page.summed.connect(self.summed)
        page.undo_wanted.connect(self._actions.undo.trigger)
        page.editing.follow(self._actions)
        return page

    def make_structure(self) -> QWidget:
        """Build the place of the structure."""
        from desktop.window.pages.structure_page import StructurePage
        from desktop.window.shaping import Shaping

        page = StructurePage(self._desk, self._commands, self._rooms)
        page.told.connect(self.told)
        self.shaping = Shaping(self._desk, page)
        return page

    def make_catalogue(self) -> QWidget:
        """Build the catalogue's sheet."""
        from desktop.window.pages.catalogue_page import CataloguePage
        from desktop.window.shaping import CatalogueShaping

        page = CataloguePage(self._desk, self._commands, self._rooms)
        page.told.connect(self.told)
        page.undo_wanted.connect(self._actions.undo.trigger)
        page.editing.follow(self._actions)
        page.making.follow(self._actions)
        self.catalogue_shaping = CatalogueShaping(self._desk, page)
        return page

    def make_scan(self) -> QWidget:
        """Build the place where a foreign text is read."""
        from desktop.window.pages.scan_page import ScanPage

        self.scan = ScanPage(self._desk, self._commands, self._rooms)
        self.scan.told.connect(self.told)
        self.scan.place_wanted.connect(self.place_wanted)
        return self.scan

    def close(self) -> None:
        """Read no further in a text."""
        if self.scan is not None:
            self.scan.scanning.close()
