"""How a value was made: measured or estimated, method, source, as-of date; each field beside its label."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QLabel, QLineEdit, QWidget

from desktop.window.session.desk import Desk
from schema.grammar.reference import Key
from schema.values.datapoint import DataPoint
from schema.values.dates import example_day, read_day
from schema.values.parse import clean_text


class MakingFields(QWidget):
    """A date that cannot be read is told in `words`.

    `edited` carries the data point with what somebody has written, and the visit: what is written in one go is one
    step back.
    """

    edited = Signal(object, int)

    def __init__(self, desk: Desk, key: Key, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._key, self._visit = desk, key, 0
        self.stated = QComboBox(self)
        self.stated.addItems([self.tr("Measured"), self.tr("Estimated")])
        self.method, self.source, self.as_of = (QLineEdit(self) for _ in range(3))
        self.words = QLabel(self, wordWrap=True)
        self.words.setStyleSheet(f"color: {desk.theme.error};")
        self.words.hide()
        self._lay_out()
        for line in (self.method, self.source, self.as_of):
            line.editingFinished.connect(self._on_edited)
        self.stated.activated.connect(self._on_edited)
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(6)
        grid.setColumnStretch(1, 3)
        grid.setColumnStretch(3, 2)
        places = (
            (self.tr("Method"), self.method, 0, 0), (self.tr("Measured or estimated"), self.stated, 0, 2),
            (self.tr("Source"), self.source, 1, 0), (self.tr("As of"), self.as_of, 1, 2),
        )  # fmt: skip
        for title, field, row, column in places:
            label = QLabel(title, self)
            label.setBuddy(field)
            label.setStyleSheet(f"color: {self._desk.theme.text2};")
            field.setAccessibleName(f"{title}, {self._desk.name(self._key)}, {self._key.period}")
            grid.addWidget(label, row, column)
            grid.addWidget(field, row, column + 1)
        grid.addWidget(self.words, 2, 0, 1, 4)
        for before, after in ((self.method, self.source), (self.source, self.stated), (self.stated, self.as_of)):
            QWidget.setTabOrder(before, after)

    def fold(self, visit: int) -> bool:
        """Show the fields and put the cursor there, or put them away; returns whether they are shown."""
        if self.isVisible():
            self.hide()
            return False
        self._visit = visit
        self.show_point(self._desk.session.point(self._key))
        self.show()
        self.method.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def _on_edited(self) -> None:
        for line in (self.method, self.source, self.as_of):
            line.setModified(False)
        point = self._desk.session.point(self._key)
        if point is not None and (made := self.made(point)) != point:
            self.edited.emit(made, self._visit)

    def show_point(self, point: DataPoint | None) -> None:
        """Show what a data point says; of a figure, or where nothing stands, there is nothing to say."""
        known = point or DataPoint(self._key)
        for line, text in ((self.method, known.method), (self.source, known.source), (self.as_of, known.as_of)):
            kept = line.isModified() or (line is self.as_of and not self.words.isHidden())
            if not kept and line.text() != text:
                line.setText(text)
        self.stated.setCurrentIndex(int(known.estimated))
        typed = point is not None and self._desk.metric(self._key).formula is None
        for field in (self.method, self.source, self.as_of, self.stated):
            field.setEnabled(typed and self._desk.session.writable)
        later = "" if typed else self.tr("There is no typed value here yet.")
        self.method.setPlaceholderText(later)
        self.source.setPlaceholderText(later)
        self.as_of.setPlaceholderText(self._last_day())

    def _last_day(self) -> str:
        return self._desk.catalogue.company.fiscal.last_day_of(self._key.period, self._key.span).isoformat()

    @property
    def wrong(self) -> bool:
        """Whether the date cannot be read; told where that is so."""
        written = self.as_of.text().strip()
        wrong = bool(written) and bool(read_day(written).problem)
        self.words.setVisible(wrong)
        if wrong:
            told = self.tr("“{text}” is no date. Write it like {example}.")
            example = example_day(written) or self._last_day()
            self.words.setText(told.format(text=written, example=example))
        return wrong

    def made(self, point: DataPoint) -> DataPoint:
        """Return a data point with what is written here; with its own date where the written one cannot be read."""
        written = self.as_of.text().strip()
        day = read_day(written).iso if written else ""
        return replace(
            point, estimated=self.stated.currentIndex() == 1, as_of=point.as_of if self.wrong else day,
            method=clean_text(self.method.text()).strip(), source=clean_text(self.source.text()).strip(),
        )  # fmt: skip
