"""The contradictions of a report: a list, and the chosen one with its statements side by side, to be explained."""

from __future__ import annotations

from datetime import UTC, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QSplitter,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from desktop.window.item_models.contradiction_model import SENTENCE, STATE, SUBJECT, ContradictionModel
from desktop.window.look.card import heading
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.panels.contradiction_view import ContradictionView
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from schema.moment import Moment
from schema.validation.facts import ID


class ContradictionsDialog(QDialog):
    """Stays open beside the window; `place_wanted` carries the statement whose place is asked for."""

    place_wanted = Signal(object)

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self._model = ContradictionModel(desk)
        self.resize(960, 640)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._connect()

    def _build(self) -> None:
        self.title = heading("", self, PLACE)
        self.only_open, self.all = QToolButton(self), QToolButton(self)
        self._filter = QButtonGroup(self)
        for button in (self.only_open, self.all):
            button.setCheckable(True)
            button.setObjectName("toggle")
            self._filter.addButton(button)
        self.only_open.setChecked(True)
        self.list = QTreeView(self)
        self.list.setModel(self._model)
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.setAllColumnsShowFocus(True)
        header = self.list.header()
        header.setStretchLastSection(False)
        header.resizeSection(SUBJECT, 280)
        header.setSectionResizeMode(SENTENCE, QHeaderView.ResizeMode.Stretch)
        header.setSectionResizeMode(STATE, QHeaderView.ResizeMode.ResizeToContents)
        self.empty = QLabel(self, wordWrap=True)
        self.empty.setStyleSheet(f"color: {self._desk.theme.text2}; padding: 4px 0;")
        self.shown = ContradictionView(self._desk, self)
        self._lay_out()

    def _lay_out(self) -> None:
        head, layout = QHBoxLayout(), QVBoxLayout(self)
        head.addWidget(self.title, 1)
        head.addWidget(self.only_open)
        head.addWidget(self.all)
        self._splitter = QSplitter(Qt.Orientation.Vertical, self)
        self._splitter.addWidget(self.list)
        self._splitter.addWidget(self.shown)
        self._splitter.setSizes([280, 320])
        self._splitter.setChildrenCollapsible(False)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        layout.addLayout(head)
        layout.addWidget(self.empty)
        layout.addWidget(self._splitter, 1)
        layout.addStretch()

    def _connect(self) -> None:
        self._desk.session.issues_changed.connect(self.refresh)
        self._desk.language_changed.connect(self.refresh)
        self.all.toggled.connect(self.refresh)
        self.list.selectionModel().currentRowChanged.connect(lambda new, _: self._choose(new.row()))
        self.list.activated.connect(lambda index: self._go(index.row()))
        self.shown.place_wanted.connect(self.place_wanted)
        self.shown.explained.connect(self._explain)
        self.shown.withdrawn.connect(self._withdraw)
        self.shown.restate_wanted.connect(self._desk.restate_requested)

    def turn_to(self, report: str) -> None:
        """Show the contradictions of a report; it stays when the window turns to another one."""
        self._model.report = report
        self.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Read what has changed while it was closed."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Read the contradictions anew; the chosen one stays chosen, else the one that took its place."""
        if not self.isVisible():
            return
        name, before = self.shown.found.id if self.shown.found else "", self.list.currentIndex().row()
        self._model.settled = self.all.isChecked()
        self._model.load()
        self._name_things()
        count = self._model.rowCount()
        row = self._model.row_of(name)
        row = row if row >= 0 else min(max(before, 0), count - 1)
        self.list.setCurrentIndex(self._model.index(row, SUBJECT))
        self._choose(row)
        self._splitter.setVisible(bool(count))
        self.empty.setVisible(not count)

    def _name_things(self) -> None:
        known, report = self._model.known, self._desk.session.definitions.outlines.get(self._model.report)
        open_ = sum(found.state == "open" for found in known or ())
        self.setWindowTitle(self.tr("Contradictions"))
        self.title.setText(self._desk.words(report.title) if report else "")
        self.only_open.setText(self.tr("Open {count}").format(count=open_))
        self.all.setText(self.tr("All {count}").format(count=len(known or ())))
        self.list.setAccessibleName(self.tr("Contradictions"))
        nothing = self.tr("✓ No statements contradict each other here.")
        settled = self.tr("✓ Every contradiction is explained or restated.")
        unknown = self.tr("Not checked yet …")
        self.empty.setText(unknown if known is None else settled if known else nothing)

    def _choose(self, row: int) -> None:
        rows = self._model.rows
        self.shown.show_found(rows[row] if 0 <= row < len(rows) else None)

    def _go(self, row: int) -> None:
        """Go to the first statement that has a place in the form."""
        cards = [card for card in self.shown.cards if not card.show_button.isHidden()]
        if cards and 0 <= row < len(self._model.rows):
            self.place_wanted.emit(cards[0].stated)

    def _explain(self, words: str) -> None:
        """Keep the reason, as one step; it is bound to what the statements said when they were shown."""
        from desktop.work.remark import Reason, answer  # deferred: not needed before somebody explains

        session, found = self._desk.session, self.shown.found
        if found is None or not words:
            return
        moment = Moment(session.definitions, session.snapshot)
        change = answer(moment, found.issue, Reason(words, session.who, datetime.now(UTC)))
        self._commands.change(self.tr("explanation of a contradiction"), [change])

    def _withdraw(self) -> None:
        found = self.shown.found
        given = [one for one in self._desk.session.answered() if found and one.issue.facts.get(ID) == found.id]
        if given:
            self._desk.withdraw_requested.emit(given)
