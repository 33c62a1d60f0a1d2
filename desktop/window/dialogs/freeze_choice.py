"""Which state files are made from: as it stands now, or a freeze; what they print of it is said below the choice."""

from __future__ import annotations

from typing import Literal

from PySide6.QtWidgets import QComboBox, QVBoxLayout, QWidget

from desktop.window.item_models.comparison_model import local_time
from desktop.window.look.card import muted
from desktop.window.look.chooser import Chooser
from desktop.window.session.desk import Desk
from desktop.work.differences import NOW
from schema.grammar.templates import filled
from schema.values.dates import show_date
from schema.values.freezes import Freeze, freezes_of


class FreezeChoice(QWidget):
    """Offers the freezes of a report and of the whole, the newest first; without one it says that there is none."""

    def __init__(self, desk: Desk, parent: QWidget, of: Literal["report", "pack"] = "report") -> None:
        super().__init__(parent)
        self._desk, self._of = desk, of
        self.box, self.words = Chooser(desk.theme, self, plain=True), muted("", desk.theme, self)
        self._freezes: dict[str, Freeze] = {
            freeze.name: freeze
            for freeze in reversed(freezes_of(desk.session.snapshot))
            if freeze.report in ("", desk.report)
        }
        self.box.addItem(self.tr("as it stands now"), NOW)
        for name, freeze in self._freezes.items():
            self.box.addItem(f"{name}  ·  {local_time(freeze.at)}  ·  {freeze.who}", name)
        self.box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.box.setMinimumContentsLength(24)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.box)
        layout.addWidget(self.words)
        self.show_print(desk.outline.language)

    def chosen(self) -> str:
        """Return the name of the freeze; NOW where the present state is wanted."""
        return self.box.currentData()

    def show_print(self, language: str, *, named_in_workbook_only: bool = False) -> None:
        """Say what files in this language print of the choice; a final names a freeze in its workbook alone."""
        freeze = self._freezes.get(self.chosen())
        if freeze is None:
            self.words.setText(self._unfrozen())
            return
        phrase = self._desk.catalogue.phrases["word.cover.freeze"].best(language)
        date = show_date(freeze.at[:10], language)
        printed = filled(phrase, {"name": freeze.name, "date": date, "head": freeze.short_head})
        covers = self.tr("Printed on the cover, at the foot of the pages and in the workbook: {words}")
        if named_in_workbook_only:
            covers = self.tr("Named in the workbook: {words}")
        told = {"report": covers, "pack": self.tr("Named in the pack: {words}")}[self._of]
        self.words.setText(told.format(words=printed))

    def _unfrozen(self) -> str:
        """Return what it means that no freeze is chosen."""
        return {
            "report": self.tr("The cover names no freeze: what is exported now may stand otherwise later."),
            "pack": self.tr("A number that is changed after this has to be judged again."),
        }[self._of]
