"""Where the company and its entities are: whose grid, whose hotels; and the base year."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSpinBox, QWidget

from desktop.window.look.chooser import Chooser
from desktop.window.session.desk import Desk
from desktop.work.emissions.fitting import group_members
from desktop.work.emissions.regions import regions_of
from schema.catalogue.definitions import Catalogue
from schema.catalogue.entities import COMPANY
from schema.catalogue.factor_names import factor_words
from schema.catalogue.factors import group_of

GRID, HOTEL = "grid.*", "hotel.*"
_NO_YEAR = 1989


class SourcePlaces(QWidget):
    """`changed` comes with each choice."""

    changed = Signal()

    def __init__(self, desk: Desk, catalogue: Catalogue, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._catalogue = desk, catalogue
        self._regions = dict(regions_of(catalogue))
        self.place, self.grid, self.hotel = (Chooser(desk.theme, self, plain=True) for _ in range(3))
        self.base = QSpinBox(self)
        self.place.addItem(desk.words(catalogue.company.short) or self.tr("Company"), COMPANY)
        for entity in catalogue.entities:
            self.place.addItem(desk.words(entity.name), entity.code)
        for box, group in ((self.grid, GRID), (self.hotel, HOTEL)):
            box.addItem(self.tr("not chosen"), "")
            for code in group_members(catalogue, group):
                words = factor_words(catalogue, code)
                box.addItem(desk.words(words) if words else code, code)
        self.base.setRange(_NO_YEAR, 2100)
        self.base.setSpecialValueText(self.tr("none"))
        self.base.setValue(catalogue.company.base_year or _NO_YEAR)
        self._lay_out()
        self._show()
        self.place.activated.connect(self._show)
        self.grid.activated.connect(lambda: self._take(GRID, self.grid))
        self.hotel.activated.connect(lambda: self._take(HOTEL, self.hotel))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        heads = (
            (self.tr("Place"), self.place), (self.tr("Grid"), self.grid), (self.tr("Hotels"), self.hotel),
            (self.tr("Base year"), self.base),
        )  # fmt: skip
        for words, field in heads:
            label = QLabel(words, self)
            label.setBuddy(field)
            field.setAccessibleName(words)
            row.addWidget(label)
            row.addWidget(field, 1 if field in (self.grid, self.hotel) else 0)

    def _show(self) -> None:
        own = self._regions.get(self.place.currentData(), ())
        for box, group in ((self.grid, GRID), (self.hotel, HOTEL)):
            box.setCurrentIndex(max(0, box.findData(next((one for one in own if group_of(one) == group), ""))))

    def _take(self, group: str, box: Chooser) -> None:
        place, chosen = self.place.currentData(), box.currentData()
        others = tuple(one for one in self._regions.get(place, ()) if group_of(one) != group)
        self._regions[place] = (*others, chosen) if chosen else others
        self.changed.emit()

    def regions(self) -> Mapping[str, tuple[str, ...]]:
        """Return the places whose regions are chosen otherwise than they were."""
        before = regions_of(self._catalogue)
        return {place: own for place, own in self._regions.items() if own != before.get(place, ())}

    def company_regions(self) -> tuple[str, ...]:
        """Return the regions of the company as they are chosen."""
        return self._regions[COMPANY]

    def base_year(self) -> int | None:
        """Return the base year where it is another one than before; 0 takes it out."""
        chosen = 0 if self.base.value() == _NO_YEAR else self.base.value()
        return None if chosen == (self._catalogue.company.base_year or 0) else chosen
