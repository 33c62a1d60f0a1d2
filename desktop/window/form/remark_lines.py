"""Below a value: its footnote, which is printed, and its note, which never is, each with its label."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from desktop.window.session.desk import Desk
from schema.values.datapoint import DataPoint

RemarkName = Literal["footnote", "note"]


class RemarkLines(QWidget):
    """Two labelled lines; `written` carries the data point with what somebody has written into one of them."""

    written = Signal(object)

    def __init__(self, desk: Desk, name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._point: DataPoint | None = None
        self.footnote, self.note = self._line(), self._line()
        self._build(name)
        self._connect()

    def _build(self, name: str) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(4)
        grid.setColumnStretch(1, 1)
        titles = (self.tr("Footnote (printed)"), self.tr("Note (internal, never printed)"))
        for row, (title, line) in enumerate(zip(titles, (self.footnote, self.note), strict=True)):
            label = QLabel(title, self)
            label.setStyleSheet(f"color: {self._desk.theme.text2};")
            label.setBuddy(line)
            line.setAccessibleName(self.tr("{title} on {name}").format(title=title, name=name))
            grid.addWidget(label, row, 0)
            grid.addWidget(line, row, 1)

    def _line(self) -> QLineEdit:
        theme, line = self._desk.theme, QLineEdit(self)
        line.setStyleSheet(
            f"QLineEdit {{ border: 1px solid {theme.edge}; border-radius: 6px; padding: 3px;"
            f" color: {theme.text2}; }}"
            f"QLineEdit:focus {{ border: 1px solid {theme.accent}; color: {theme.text}; }}"
        )
        return line

    def _connect(self) -> None:
        self.footnote.editingFinished.connect(self._on_footnote)
        self.note.editingFinished.connect(self._on_note)

    def enter(self, name: RemarkName) -> None:
        """Put the cursor into one of the lines."""
        (self.footnote if name == "footnote" else self.note).setFocus()

    def refresh(self, point: DataPoint | None) -> None:
        """Show what a data point says; without one there is nothing to write on."""
        self._point = point
        for line, words in ((self.footnote, point.footnote if point else ""), (self.note, point.note if point else "")):
            if not line.isModified() and line.text() != words:
                line.setText(words)
                line.setCursorPosition(0)  # long words are read from their beginning
            line.setEnabled(point is not None and self._desk.session.writable)
        later = self.tr("Can be added once there is a value or a reason")
        omitted = point is not None and bool(point.omission)
        printed = (
            self.tr("Why there is no value: printed with it and in the index")
            if omitted
            else self.tr("What readers need to know: printed below the value")
        )
        internal = self.tr("For colleagues: what to check, where it comes from, what is still open")
        self.footnote.setPlaceholderText(printed if point else later)
        self.note.setPlaceholderText(internal if point else later)

    def _handed_over(self, line: QLineEdit) -> str:
        line.setModified(False)
        return line.text().strip()

    def _on_footnote(self) -> None:
        words = self._handed_over(self.footnote)
        if self._point is not None and self._point.footnote != words:
            self.written.emit(replace(self._point, footnote=words))

    def _on_note(self) -> None:
        words = self._handed_over(self.note)
        if self._point is not None and self._point.note != words:
            # Whoever writes here reads that it is internal: the words are sorted now.
            self.written.emit(replace(self._point, note=words, unsorted=False))
