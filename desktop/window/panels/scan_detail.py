"""One number of a foreign text: why it is taken as it is, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from desktop.window.session.desk import Desk
from desktop.window.session.places import place_in
from desktop.work.scan import QuotedAt, printed_value
from schema.grammar.reference import parse_record
from schema.validation.issue import FieldAt
from schema.values.known_values import has_place


class ScanDetail(QFrame):
    """`place_wanted` carries a value to go to, `proof_wanted` one that the text proves, `print_wanted` what is kept as
    printed.
    """

    place_wanted = Signal(object)
    proof_wanted = Signal(object)
    print_wanted = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self.found, self._source = desk, None, ""
        self.setObjectName("scanDetail")
        theme = desk.theme
        self.setStyleSheet(f"#scanDetail {{ background: {theme.surface}; border-top: 1px solid {theme.line}; }}")
        self.reason = QLabel(self, wordWrap=True)
        self.reason.setTextFormat(Qt.TextFormat.PlainText)
        self.reason.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.go, self.proof, self.print_ = (QPushButton(self) for _ in range(3))
        layout, buttons = QVBoxLayout(self), QHBoxLayout()
        layout.setContentsMargins(14, 10, 14, 10)
        layout.addWidget(self.reason, 1)
        for button in (self.go, self.proof, self.print_):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch()
        layout.addLayout(buttons)
        self.go.clicked.connect(lambda: self._emit(self.place_wanted))
        self.proof.clicked.connect(lambda: self._emit(self.proof_wanted))
        self.print_.clicked.connect(lambda: self._emit(self.print_wanted))
        self.show_number(None, "")

    def _emit(self, signal: object) -> None:
        if self.found is not None:
            signal.emit(self.found)  # type: ignore[attr-defined]  # a bound signal

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.go.setText(self.tr("Go to the value"))
        self.proof.setText(self.tr("Take the text as evidence …"))
        self.print_.setText(self.tr("Keep as printed"))
        self.print_.setToolTip(
            self.tr("What this text prints is kept beside the value; what differs becomes a contradiction to settle.")
        )
        self.show_number(self.found, self._source)

    def show_number(self, found: QuotedAt | None, source: str) -> None:
        """Show a number of a text that is known under the code `source`, empty where nobody knows it."""
        self.found, self._source = found, source
        self.reason.setText(self._desk.sentence(found.number.reason) if found else "")
        key = found.number.key if found else None
        here = key is not None and place_in(self._desk, key) is not None
        record = parse_record(key.metric) if key is not None else None
        if record is not None:
            here = place_in(self._desk, FieldAt(*record)) is not None
        writable = self._desk.session.writable
        self.go.setEnabled(here)
        self.proof.setEnabled(writable and key is not None and has_place(key, self._desk.catalogue) and record is None)
        kept = found is not None and printed_value(found, source, self._desk.catalogue) is not None
        self.print_.setVisible(writable and kept)
