"""One conflict: what both sides had, what stands here and what is offered, side by side; one of them, or own words."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from difflib import SequenceMatcher

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFrame,
    QGridLayout,
    QLabel,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import heading
from desktop.window.look.scale import BODY, FIRST, WRITTEN
from desktop.window.look.theme import ui_font
from desktop.window.session.desk import Desk
from desktop.work.subject_names import SubjectNames
from schema.exchange.merging.decision import Own, Verdict
from schema.exchange.merging.merge import Conflict
from schema.values.datapoint import DataPoint, Record, SlotText
from schema.values.kept_things import Thing
from schema.values.parse import clean_text


class ConflictView(QWidget):
    """`decided` carries how it is decided; a text may also be written anew from both."""

    decided = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._conflict: Conflict | None = None
        self.title = heading("", self, WRITTEN)
        self.ours, self.theirs, self.own = (QRadioButton(self) for _ in range(3))
        self._group = QButtonGroup(self)
        for button in (self.ours, self.theirs, self.own):
            self._group.addButton(button)
        self.heads = tuple(QLabel(self, wordWrap=True) for _ in range(3))
        self.sides = tuple(QLabel(self, wordWrap=True) for _ in range(3))
        self.words = QPlainTextEdit(self)
        self.words.setTabChangesFocus(True)
        self.words.setMaximumHeight(120)
        self._lay_out()
        self.ours.clicked.connect(lambda: self._decide("ours"))
        self.theirs.clicked.connect(lambda: self._decide("theirs"))
        self.own.clicked.connect(self._on_own)
        self.words.textChanged.connect(self._on_words)

    def _lay_out(self) -> None:
        theme, grid, layout = self._desk.theme, QGridLayout(), QVBoxLayout(self)
        layout.setContentsMargins(0, 6, 0, 0)
        layout.setSpacing(6)
        grid.setHorizontalSpacing(12)
        for column, (head, side) in enumerate(zip(self.heads, self.sides, strict=True)):
            head.setStyleSheet(f"color: {theme.text2};")
            side.setTextFormat(Qt.TextFormat.PlainText)  # a stranger's words
            side.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            side.setAlignment(Qt.AlignmentFlag.AlignTop)
            side.setContentsMargins(10, 8, 10, 8)
            area = QScrollArea(self)
            area.setWidgetResizable(True)
            area.setFrameShape(QFrame.Shape.StyledPanel)
            area.setStyleSheet(f"QScrollArea, QScrollArea > QWidget > QWidget {{ background: {theme.surface}; }}")
            area.setWidget(side)
            grid.addWidget(head, 0, column)
            grid.addWidget(area, 1, column)
            grid.setColumnStretch(column, 1)
        grid.addWidget(self.ours, 2, 1)
        grid.addWidget(self.theirs, 2, 2)
        grid.addWidget(self.own, 2, 0)
        layout.addWidget(self.title)
        layout.addLayout(grid, 1)
        layout.addWidget(self.words)

    def show_conflict(self, conflict: Conflict | None, verdict: Verdict) -> None:
        """Show a conflict, and how it is decided so far."""
        changed = conflict is not self._conflict
        self._conflict = conflict
        self.setVisible(conflict is not None)
        if conflict is None:
            return
        desk = self._desk
        names = SubjectNames(desk.session.definitions, desk.session.snapshot, desk.language)
        self.title.setText(names.name(conflict.subject))
        for label, thing in zip(self.sides, (conflict.base, conflict.ours, conflict.theirs), strict=True):
            words = _full(names, thing) or self.tr("nothing")
            label.setText(words)
            label.setFont(ui_font(desk.language, FIRST if isinstance(thing, DataPoint) else BODY))
        self._name_things(conflict)
        if changed:
            self._fill_words(conflict, verdict)
        self._check(verdict)

    def name_sides(self, conflict: Conflict) -> tuple[str, str, str]:
        """Return what stands above each side."""
        last, here, there = conflict.ours_last, self.tr("Here"), self.tr("In the answer")
        return (
            self.tr("Before both"),
            f"{here}\n{last.who} · {_time(last.when)}" if last else here,
            f"{there}\n{conflict.by} · {_time(conflict.at)}",
        )

    def name_choices(self) -> tuple[str, str]:
        """Return what choosing each side is called."""
        return self.tr("Keep what stands here"), self.tr("Take the answer's")

    def _name_things(self, conflict: Conflict) -> None:
        for label, words in zip(self.heads, self.name_sides(conflict), strict=True):
            label.setText(words)
        for button, words in zip((self.ours, self.theirs), self.name_choices(), strict=True):
            button.setText(words)
        self.own.setText(self.tr("Write it from both"))
        self.own.setVisible(_is_text(conflict.ours, conflict.theirs))
        self.words.setAccessibleName(self.own.text())

    def _fill_words(self, conflict: Conflict, verdict: Verdict) -> None:
        text = ""
        if isinstance(verdict, Own) and isinstance(verdict.thing, SlotText):
            text = verdict.thing.text
        elif isinstance(conflict.ours, SlotText) and isinstance(conflict.theirs, SlotText):
            text = from_both(conflict.ours.text, conflict.theirs.text)
        self.words.blockSignals(True)
        self.words.setPlainText(text)
        self.words.blockSignals(False)

    def _check(self, verdict: Verdict) -> None:
        self._group.setExclusive(False)
        for button, chosen in ((self.ours, "ours"), (self.theirs, "theirs")):
            button.setChecked(verdict == chosen)
        self.own.setChecked(isinstance(verdict, Own))
        self._group.setExclusive(True)
        self.words.setVisible(isinstance(verdict, Own))

    def _decide(self, verdict: Verdict) -> None:
        self._check(verdict)
        self.decided.emit(verdict)

    def _on_own(self) -> None:
        own = self._own()
        if own is not None:
            self._decide(own)
            self.words.setFocus()

    def _on_words(self) -> None:
        if self.own.isChecked() and (own := self._own()) is not None:
            self.decided.emit(own)

    def _own(self) -> Own | None:
        ours = self._conflict.ours if self._conflict else None
        if not isinstance(ours, SlotText):
            return None
        text = "\n".join(clean_text(line) for line in self.words.toPlainText().split("\n"))
        return Own(replace(ours, text=text, carried="", origin=None)) if text.strip() else None


def from_both(ours: str, theirs: str) -> str:
    """Return the paragraphs of two texts: those that both have once, where they differ first ours, then theirs."""
    one, other = ours.split("\n"), theirs.split("\n")
    lines: list[str] = []
    for tag, start, end, from_, to in SequenceMatcher(None, one, other, autojunk=False).get_opcodes():
        lines += one[start:end]
        if tag != "equal":
            lines += other[from_:to]
    return "\n".join(lines)


def _is_text(*sides: Thing | None) -> bool:
    return all(isinstance(side, SlotText) and side.language for side in sides)


def _full(names: SubjectNames, thing: Thing | None) -> str:
    match thing:
        case None:
            return ""
        case SlotText():
            return thing.text
        case Record():
            return names.record_text(thing)
        case _:
            return names.shown(thing)


def _time(when: datetime) -> str:
    return f"{when.astimezone():%Y-%m-%d %H:%M}"
