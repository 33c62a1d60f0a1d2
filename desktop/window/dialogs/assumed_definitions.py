"""Definitions that were only assumed, to be confirmed: tick, or word otherwise, all in one change."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.theme import style_sheet
from desktop.window.session.desk import Desk
from desktop.window.session.undo import Commands
from desktop.work.assumptions import Assumed, assumed_rows, confirmation, reason_of, vouched_words
from schema.catalogue.punctuation import PUNCTUATION
from schema.errors import AnnalsError
from schema.grammar.words import Words

_NAME, _WORDS = 0, 1
_Edit = QAbstractItemView.EditTrigger
_TICKED, _UNTICKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked


class AssumedDefinitionsDialog(QDialog):
    """A row per definition, one per language where some are confirmed: ticked it is confirmed, in the row's words."""

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self._rows = assumed_rows(desk.catalogue)
        self.setWindowTitle(self.tr("Confirm definitions"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(940, 620)
        self._build()
        self._fill()
        self._connect()
        self._count()

    def _build(self) -> None:
        self.lead = QLabel(self, wordWrap=True)
        self.lead.setText(
            self.tr(
                "These definitions were assumed and are printed nowhere until you confirm them. Tick what is right; "
                "what is not, word otherwise first (double-click). Several chosen rows are ticked together (space)."
            )
        )
        self.table = QTableWidget(len(self._rows), 2, self)
        self.table.setAccessibleName(self.windowTitle())
        self.table.setHorizontalHeaderLabels([self.tr("Metric"), self.tr("Definition")])
        self.table.verticalHeader().setVisible(False)
        self.table.setWordWrap(True)
        # No other key begins to write: the blank ticks.
        self.table.setEditTriggers(_Edit.DoubleClicked | _Edit.EditKeyPressed)
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.horizontalHeader().setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(_NAME, 290)
        self.every = QCheckBox(self.tr("Tick all"), self)
        self.chosen = QPushButton(self.tr("Tick chosen rows"), self)
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("Reason (kept in the history)"))
        self.reason.setAccessibleName(self.reason.placeholderText())
        self.words, self.kept = QLabel(self, wordWrap=True), QLabel(self, wordWrap=True)
        self.words.setStyleSheet(f"color: {self._desk.theme.error};")
        self.kept.setStyleSheet(f"color: {self._desk.theme.doubt};")
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self)
        for button in (self.cancel, self.chosen):
            button.setAutoDefault(False)
        self.go.setObjectName("primary")
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        for widget in (self.every, self.chosen, self.reason, self.cancel, self.go):
            buttons.addWidget(widget, int(widget is self.reason))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(self.lead)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.kept)
        layout.addWidget(self.words)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.table.itemChanged.connect(self._changed)
        self.table.itemSelectionChanged.connect(self._count)
        self.every.toggled.connect(lambda ticked: self._tick(range(len(self._rows)), _TICKED if ticked else _UNTICKED))
        self.chosen.clicked.connect(self._tick_chosen)
        QShortcut(Qt.Key.Key_Space, self.table, self._tick_chosen, context=Qt.ShortcutContext.WidgetShortcut)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)

    def _fill(self) -> None:
        for number, row in enumerate(self._rows):
            name = QTableWidgetItem(self._name(row))
            name.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            name.setCheckState(_UNTICKED)
            name.setToolTip(row.metric.code)
            self.table.setItem(number, _NAME, name)
            self.table.setItem(number, _WORDS, QTableWidgetItem(self._told(row)))
        self.table.resizeRowsToContents()

    def _name(self, row: Assumed) -> str:
        """Return the metric's name; with the language where others are confirmed already."""
        name = self._desk.words(row.metric.name)
        return f"{name} · {self._desk.tongue(row.language)}" if row.language else name

    def _told(self, row: Assumed) -> str:
        """Return the words that a row begins with."""
        return row.metric.definition.get(row.language) if row.language else self._desk.words(row.metric.definition)

    def _changed(self, item: QTableWidgetItem) -> None:
        """Words that were changed are meant to be confirmed."""
        if item.column() == _WORDS and self._is_reworded(item.row()):
            self._tick((item.row(),), _TICKED)
        self._count()

    def _tick(self, rows: range | tuple[int, ...], state: Qt.CheckState) -> None:
        self.table.blockSignals(True)
        for row in rows:
            self._item(row, _NAME).setCheckState(state)
        self.table.blockSignals(False)
        self.table.viewport().update()
        self._count()

    def _tick_chosen(self) -> None:
        """Tick the chosen rows together; where all of them are ticked, take the ticks away."""
        chosen = self._selected()
        self._tick(chosen, _UNTICKED if set(chosen) <= set(self._ticked()) else _TICKED)

    def _selected(self) -> tuple[int, ...]:
        return tuple(sorted(index.row() for index in self.table.selectionModel().selectedRows()))

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        assert item is not None
        return item

    def _ticked(self) -> list[int]:
        return [number for number in range(len(self._rows)) if self._item(number, _NAME).checkState() == _TICKED]

    def _count(self) -> None:
        rows = self._ticked()
        empty = any(not self._item(row, _WORDS).text().strip() for row in rows)
        self.words.setText(self.tr("A definition that is confirmed needs words.") if empty else "")
        self.words.setVisible(empty)
        partly = sum(self._is_reworded(row) and self._rows[row].waits_beside(self._desk.language) for row in rows)
        told = self.tr(
            "Reworded in one language: {count}. The other languages keep their words and go on waiting here until they "
            "are reworded or confirmed, too."
        )
        self.kept.setText(told.format(count=partly))
        self.kept.setVisible(bool(partly))
        self.chosen.setEnabled(bool(self._selected()))
        self.go.setText(self.tr("Confirm {count}").format(count=len(rows)))
        self.go.setEnabled(bool(rows) and not empty and self._desk.session.writable)

    def _is_reworded(self, row: int) -> bool:
        return self._item(row, _WORDS).text() != self._told(self._rows[row])

    def wordings(self) -> dict[str, Words]:
        """Return what is confirmed, by metric: words that were changed hold in their language alone."""
        typed = ((self._rows[row], self._item(row, _WORDS).text(), self._is_reworded(row)) for row in self._ticked())
        return vouched_words(
            (row.metric, row.language or (self._desk.language if reworded else ""), text)
            for row, text, reworded in typed
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words need in the width that the column has once it is laid out."""
        super().resizeEvent(event)
        QTimer.singleShot(0, self.table, self.table.resizeRowsToContents)

    def run(self) -> None:
        """Put them in force in one step, which one undo takes back."""
        session, wordings = self._desk.session, self.wordings()
        valued = {key.metric for key in session.snapshot.points}
        new = confirmation(session.definitions, wordings, valued)
        metrics = {code: new.catalogue.metrics[code] for code in wordings}
        self.go.setEnabled(False)
        names = (self._desk.words(metric.name) for metric in metrics.values())
        step = self.tr("definition of {names}").format(names=PUNCTUATION[self._desk.language].listed(names))
        self._commands.define(step, metrics, reason_of(tuple(wordings), self.reason.text().strip()), self._done)

    def _done(self, error: Exception | None) -> None:
        if error is None:
            self.accept()
            return
        self.go.setEnabled(True)
        self.words.setVisible(True)
        self.words.setText(
            self._desk.sentence(error) if isinstance(error, AnnalsError) else self.tr("Nothing was changed.")
        )
