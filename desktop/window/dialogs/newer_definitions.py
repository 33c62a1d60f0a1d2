"""Newer definitions that the program brings: what would change, yours beside theirs, taken in one step."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QSplitter,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.window.item_models.difference_model import MINE, NEWER, WHAT, WHY, DifferenceModel
from desktop.window.look.theme import style_sheet
from desktop.window.panels.two_sides import TwoSides
from desktop.window.session.desk import Desk
from desktop.work.catalogue_update import Offer

_WIDTHS = {WHAT: 360, MINE: 190, NEWER: 190}


class _Rows(QTreeView):
    """Space ticks every chosen row, whichever cell has the cursor."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Tick several rows at once."""
        model = self.model()
        if event.key() != Qt.Key.Key_Space or not isinstance(model, DifferenceModel):
            super().keyPressEvent(event)
            return
        rows = self.selectionModel().selectedRows(WHAT)
        found = [one for index in rows for one in model.below(index)]
        model.take(found, taken=not model.is_taken(found))


class NewerDefinitionsDialog(QDialog):
    """`wanted` carries the places of the differences that are to come in; nothing is stored before."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.model = DifferenceModel(desk)
        self.setWindowTitle(self.tr("Newer definitions"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(1040, 680)
        self._build()
        self._lay_out()
        self._connect()
        self._show_state(self.tr("Comparing …"))

    def _build(self) -> None:
        self.lead = QLabel(self, wordWrap=True)
        self.rows = _Rows(self)
        self.rows.setModel(self.model)
        # Fusion draws ticks on the ground of the list, which the panels' style sheet leaves out.
        self.rows.setStyleSheet(f"QTreeView {{ background: {self._desk.theme.surface}; }}")
        self.rows.setUniformRowHeights(True)
        self.rows.setAllColumnsShowFocus(True)
        self.rows.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.rows.setAccessibleName(self.tr("Newer definitions"))
        header = self.rows.header()
        for column, width in _WIDTHS.items():
            header.resizeSection(column, width)
        header.setStretchLastSection(False)
        header.setSectionResizeMode(WHY, QHeaderView.ResizeMode.Stretch)
        self.sides = TwoSides(self.model, self)
        self.asked, self.all = QToolButton(self), QToolButton(self)
        group = QButtonGroup(self)
        for button in (self.asked, self.all):
            button.setCheckable(True)
            button.setObjectName("toggle")
            group.addButton(button)
        self.words = QLabel(self, wordWrap=True)
        self.words.setStyleSheet(f"color: {self._desk.theme.error};")
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self)
        self.cancel.setAutoDefault(False)
        self.go.setObjectName("primary")

    def _lay_out(self) -> None:
        self._parts = QSplitter(Qt.Orientation.Vertical, self)
        self._parts.addWidget(self.rows)
        self._parts.addWidget(self.sides)
        self._parts.setSizes([400, 170])
        self._parts.setChildrenCollapsible(False)
        buttons, layout = QHBoxLayout(), QVBoxLayout(self)
        for button in (self.asked, self.all):
            buttons.addWidget(button)
        buttons.addStretch(1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(self.lead)
        layout.addWidget(self._parts, 1)
        layout.addWidget(self.words)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.asked.toggled.connect(self._filter)
        self.model.dataChanged.connect(lambda *_: self._count())
        self.rows.selectionModel().currentChanged.connect(lambda new, _: self.sides.show_row(new))
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(lambda: self._ask(self.model.taken()))

    def show_offer(self, offer: Offer) -> None:
        """Show what would change; what a person has to decide comes first, where there is anything."""
        self.model.show_differences(offer.differences)
        if not offer.differences:
            self._show_state(self.tr("The workspace has the definitions of this version of Annals."))
            return
        told = self.tr(
            "What is ticked comes in, in one step that can be undone; no value is touched. What you have changed "
            "yourself stays unless you tick it."
        )
        unknown = self.tr(
            "It is not known which version of Annals this workspace was made with: only what is new is ticked."
        )
        self.lead.setText(told if offer.known else f"{unknown} {told}")
        self._parts.show()
        self.asked.setText(self.tr("To decide {count}").format(count=self.model.asked()))
        self.all.setText(self.tr("All {count}").format(count=self.model.count()))
        self.asked.setEnabled(bool(self.model.asked()))
        (self.asked if self.model.asked() else self.all).setChecked(True)
        self._filter()

    def refuse(self, words: str) -> None:
        """Say why nothing was taken; another choice can be tried."""
        self.words.setText(words)
        self._count()

    def _show_state(self, words: str) -> None:
        self.lead.setText(words)
        for widget in (self._parts, self.asked, self.all):
            widget.setVisible(False)
        self._count()

    def _filter(self) -> None:
        self.model.only_asked = self.asked.isChecked()
        self.model.load()
        for button in (self.asked, self.all):
            button.setVisible(bool(self.model.count()))
        # One list opens at once; of many the heads are seen first.
        self.rows.collapseAll()
        first = self.model.index(0, WHAT)
        if self.model.only_asked or self.model.rowCount() == 1:
            self.rows.expandAll()
            first = self.model.index(0, WHAT, first)
        self.rows.setCurrentIndex(first)
        self.sides.show_row(first if first.isValid() else QModelIndex())
        self._count()

    def _count(self) -> None:
        count = len(self.model.taken())
        self.go.setText(self.tr("Take {count} changes").format(count=count))
        self.go.setEnabled(bool(self.model.count()) and self._desk.session.writable)

    def _ask(self, places: frozenset[str]) -> None:
        self.go.setEnabled(False)
        self.go.setText(self.tr("Taking …"))
        self.words.clear()
        self.wanted.emit(places)
