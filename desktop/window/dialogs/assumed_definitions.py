"""Definitions that were only assumed, to be confirmed: tick, or word otherwise, all in one change."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
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
from desktop.work.assumptions import confirmation, reason_of, worded
from schema.catalogue.assumptions import assumed_metrics
from schema.errors import AnnalsError
from schema.grammar.words import Words

_NAME, _WORDS = 0, 1


class AssumedDefinitionsDialog(QDialog):
    """A row per definition: ticked it is confirmed, in the words that stand in the row."""

    def __init__(self, desk: Desk, commands: Commands, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._commands = desk, commands
        self._metrics = assumed_metrics(desk.catalogue)
        self.setWindowTitle(self.tr("Confirm definitions"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(940, 620)
        self._build()
        self._connect()
        self._fill()
        self._count()

    def _build(self) -> None:
        self.lead = QLabel(self, wordWrap=True)
        self.lead.setText(
            self.tr(
                "These definitions were assumed and are printed nowhere until you confirm them. Tick what is right; "
                "what is not, word otherwise first (double-click)."
            )
        )
        self.table = QTableWidget(len(self._metrics), 2, self)
        self.table.setHorizontalHeaderLabels([self.tr("Metric"), self.tr("Definition")])
        self.table.verticalHeader().setVisible(False)
        self.table.setWordWrap(True)
        self.table.horizontalHeader().setSectionResizeMode(_WORDS, QHeaderView.ResizeMode.Stretch)
        self.table.setColumnWidth(_NAME, 290)
        self.every = QCheckBox(self.tr("Tick all"), self)
        self.reason = QLineEdit(self)
        self.reason.setPlaceholderText(self.tr("Reason (kept in the history)"))
        self.words = QLabel(self, wordWrap=True)
        self.words.setStyleSheet(f"color: {self._desk.theme.error};")
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self)
        self.cancel.setAutoDefault(False)
        self.go.setObjectName("primary")
        self._lay_out()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self.every)
        buttons.addWidget(self.reason, 1)
        buttons.addWidget(self.cancel)
        buttons.addWidget(self.go)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.setSpacing(12)
        layout.addWidget(self.lead)
        layout.addWidget(self.table, 1)
        layout.addWidget(self.words)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.table.itemChanged.connect(self._count)
        self.every.toggled.connect(self._tick_all)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)

    def _fill(self) -> None:
        for row, metric in enumerate(self._metrics):
            name = QTableWidgetItem(self._desk.words(metric.name))
            name.setFlags(Qt.ItemFlag.ItemIsUserCheckable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable)
            name.setCheckState(Qt.CheckState.Unchecked)
            name.setToolTip(metric.code)
            self.table.setItem(row, _NAME, name)
            self.table.setItem(row, _WORDS, QTableWidgetItem(self._desk.words(metric.definition)))
        self.table.resizeRowsToContents()

    def _tick_all(self, ticked: bool) -> None:
        state = Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked
        for row in range(len(self._metrics)):
            self._item(row, _NAME).setCheckState(state)

    def _item(self, row: int, column: int) -> QTableWidgetItem:
        item = self.table.item(row, column)
        assert item is not None
        return item

    def _ticked(self) -> list[int]:
        return [n for n in range(len(self._metrics)) if self._item(n, _NAME).checkState() == Qt.CheckState.Checked]

    def _count(self) -> None:
        if self.table.item(len(self._metrics) - 1, _WORDS) is None:  # the rows are still being made
            return
        rows = self._ticked()
        empty = any(not self._item(row, _WORDS).text().strip() for row in rows)
        self.words.setText(self.tr("A definition that is confirmed needs words.") if empty else "")
        self.go.setText(self.tr("Confirm {count}").format(count=len(rows)))
        self.go.setEnabled(bool(rows) and not empty and self._desk.session.writable)

    def wordings(self) -> dict[str, Words]:
        """Return what is confirmed, by metric: words that were changed hold in this language alone."""
        language, told = self._desk.language, {}
        for row in self._ticked():
            metric, typed = self._metrics[row], self._item(row, _WORDS).text()
            same = typed == self._desk.words(metric.definition)
            told[metric.code] = metric.definition if same else worded(language, typed)
        return told

    def run(self) -> None:
        """Put them in force in one step, which one undo takes back."""
        session, wordings = self._desk.session, self.wordings()
        valued = {key.metric for key in session.snapshot.points}
        new = confirmation(session.definitions, wordings, valued)
        metrics = {code: new.catalogue.metrics[code] for code in wordings}
        self.go.setEnabled(False)
        step = self.tr("Confirm definitions")
        self._commands.define(step, metrics, reason_of(tuple(wordings), self.reason.text().strip()), self._done)

    def _done(self, error: Exception | None) -> None:
        if error is None:
            self.accept()
            return
        self.go.setEnabled(True)
        self.words.setText(
            self._desk.sentence(error) if isinstance(error, AnnalsError) else self.tr("Nothing was changed.")
        )
