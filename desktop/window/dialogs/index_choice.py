"""Which indices a report prints beside those of its outline: frameworks to tick in a menu, named on its button."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QPushButton, QWidget

from desktop.window.session.desk import Desk
from schema.catalogue.outline import IndexBlock


class IndexChoice(QPushButton):
    """Offers the frameworks whose index the report's outline does not print; none is ticked at first."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        outline, menu = desk.outline, QMenu(self)
        blocks = (block for section in outline.walk() for block in section.blocks if isinstance(block, IndexBlock))
        printed = {block.framework for block in blocks}
        self.ticks: dict[str, QAction] = {}
        for code, framework in desk.catalogue.frameworks.items():
            if code not in printed:
                self.ticks[code] = menu.addAction(desk.words(framework.short or framework.name))
                self.ticks[code].setCheckable(True)
                self.ticks[code].toggled.connect(lambda _: self.refresh())
        self.setMenu(menu)
        self.setAccessibleName(self.tr("Further indices"))
        self.refresh()

    def refresh(self) -> None:
        """Name what is ticked."""
        names = [self.ticks[code].text() for code in self.chosen()]
        self.setText(", ".join(names) or self.tr("none but those of the outline"))
        self.setEnabled(bool(self.ticks))

    def chosen(self) -> tuple[str, ...]:
        """Return the codes of the frameworks that are ticked."""
        return tuple(code for code, tick in self.ticks.items() if tick.isChecked())
