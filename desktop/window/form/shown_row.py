"""One value that another place of the section asks for: read here, with the way to where it is typed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from desktop.window.fields.plan import ShownSpec
from desktop.window.form.columns import Columns
from desktop.window.form.form_part import FormPart
from desktop.window.look.card import muted
from desktop.window.session.desk import Desk
from desktop.work.wording import make_wording
from schema.values.kept_things import Subject

_HEIGHT = 30


class ShownRow(FormPart, QWidget):
    """Name, value and the years before in line with the fields; a click anywhere on it leads to the entry."""

    def __init__(self, desk: Desk, spec: ShownSpec, columns: Columns, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._spec = desk, spec
        self._wording = make_wording(
            spec.metric, spec.placement, desk.catalogue, desk.language, dict(desk.omissions())
        )  # fmt: skip
        name = desk.words(spec.placement.label) or desk.name(spec.key)
        self.name, self.value = QLabel(name, self, wordWrap=True), QLabel(self)
        self.value.setFixedWidth(columns.value)
        self.value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.value.setContentsMargins(0, 0, 14, 0)
        self.value.setStyleSheet(f"color: {desk.theme.text2};")
        self.past = [muted("", desk.theme, self) for _ in range(columns.past_years)]
        self.way = QPushButton(self._words(), self)
        self.way.setObjectName("link")
        self.way.setAutoDefault(False)
        self.way.setFlat(True)
        self.way.setCursor(Qt.CursorShape.PointingHandCursor)
        self.way.setStyleSheet(f"color: {desk.theme.accent}; text-align: left; border: 0; padding: 0 0 0 14px;")
        self.way.clicked.connect(self._go)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self._lay_out(columns)
        self.refresh()

    def _words(self) -> str:
        if self._spec.asked == "above":
            return "↑ " + self.tr("Filled in above")
        return "↓ " + self.tr("Filled in below")

    def _lay_out(self, columns: Columns) -> None:
        self.setMinimumHeight(_HEIGHT)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 4, 0, 4)
        line.setSpacing(0)
        line.addWidget(self.name, 1)
        line.addWidget(self.value)
        for label in self.past:
            label.setFixedWidth(columns.past)
            label.setContentsMargins(0, 0, 4, 0)
            label.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
            line.addWidget(label)
        self.way.setFixedWidth(columns.fixed - columns.value - columns.past * columns.past_years)
        line.addWidget(self.way)

    def follow_values(self) -> None:
        """Show the value and the years before."""
        self.refresh()

    def follow_subject(self, subject: Subject) -> None:
        """Show its own value."""
        if subject == self._spec.key:
            self.refresh()

    def refresh(self) -> None:
        """Show what the session says now; of a whole breakdown only where it is filled in."""
        if self._spec.goal != self._spec.key:
            return
        key, session = self._spec.key, self._desk.session
        shown = self._wording.shown(session.result(key))
        self.value.setText(f"{shown}  {self._wording.unit}" if shown else "–")
        for back, label in enumerate(self.past, start=1):
            label.setText(self._wording.shown(session.figures.value(replace(key, period=key.period - back))) or "–")
        self.way.setAccessibleName(f"{self.name.text()}, {self.value.text()}, {self._words()[2:]}")

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802
        """Lead to the entry."""
        if event.button() == Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self._go()
        super().mouseReleaseEvent(event)

    def _go(self) -> None:
        self._desk.jump(self._spec.goal)
