"""The list that `[` opens in a formula: metrics and factors, found by name, code, unit or pinyin initials."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from desktop.window.chips.number_list import NumberList
from desktop.window.session.desk import Desk
from desktop.work.initials import initials
from desktop.work.number_search import NOWHERE, Entry, Numbers

CLOSING = ("]", "］", "】")


class FormulaList(NumberList):
    """`written` carries a reference that was typed to its end, with a closing bracket."""

    written = Signal(str)
    signs = ("[", "［", "【")

    def __init__(self, desk: Desk, host: QWidget) -> None:
        super().__init__(desk, desk.language, host)
        self.field.setPlaceholderText(self.tr("Metric or factor by name, code or pinyin initials"))
        self.field.setAccessibleName(self.tr("Metric for the formula"))

    def offered(self) -> list[Entry]:
        """Return the metrics, those of the report first, and the factors."""
        desk, catalogue = self._desk, self._desk.catalogue
        numbers = Numbers(catalogue, desk.outline, desk.session.snapshot, desk.language, desk.section_code, {})
        found = [one for one in numbers.entries() if one.code.partition(":")[0] in catalogue.metrics]
        factors = {one.code: one for one in catalogue.factors}
        for code, factor in factors.items():
            name, searched = desk.words(factor.name), (factor.name.zh_hans, factor.name.zh_hant, factor.name.en, code)
            spelled = initials(factor.name.zh_hans)
            found.append(
                Entry(f"factor.{code}", name, factor.unit, "", NOWHERE, " ".join(searched).casefold(), spelled)
            )
        return found

    def keys(self) -> str:
        """Return what the keys do."""
        return self.tr("↵ put in   Tab go on writing it   Esc back   [ again: the sign itself")

    def take(self, event: QKeyEvent) -> bool:
        """Take a key of the field; a closing bracket takes what was typed as it is."""
        if event.text() in CLOSING and event.text() and self.field.text().strip():
            text = self._meant(self.field.text().strip())
            self.close_here()
            self.written.emit(text)
            return True
        return super().take(event)

    def _meant(self, text: str) -> str:
        """Return a reference as it is written; of a metric's whole name its code."""
        named = (entry.code for entry in self.rows.entries if entry.name.casefold() == text.casefold())
        return next(named, text)
