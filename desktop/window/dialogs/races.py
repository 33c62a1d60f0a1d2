"""What two people changed at once: what stands now beside what was typed here, and which of them is to stay."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QHBoxLayout, QLabel, QListWidget, QPushButton, QVBoxLayout, QWidget

from desktop.window.look.card import heading
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.panels.conflict_view import ConflictView
from desktop.window.session.desk import Desk
from desktop.work.subject_names import SubjectNames
from schema.exchange.merging.decision import Verdict
from schema.exchange.merging.merge import Conflict
from schema.values.kept_things import Subject
from schema.values.races import Race

_UNKNOWN = datetime(1970, 1, 1, tzinfo=UTC)  # shown nowhere
_FEW = 3  # rows of the list of what was changed


class RaceView(ConflictView):
    """One race: `ours` is what stands there now, `theirs` what was typed here."""

    def name_sides(self, conflict: Conflict) -> tuple[str, str, str]:
        """Return what stands above each side."""
        last = conflict.ours_last
        here = self.tr("Stands there now")
        return (
            self.tr("Before both"),
            f"{here}\n{last.who} · {last.when.astimezone():%Y-%m-%d %H:%M}" if last else here,
            self.tr("Typed here, not stored"),
        )

    def name_choices(self) -> tuple[str, str]:
        """Return what choosing each side is called."""
        return self.tr("Leave what stands there"), self.tr("Store what was typed here")


class RacesDialog(QDialog):
    """`decided` carries the verdicts by their races, once each has one: "ours" leaves what stands there."""

    decided = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._races: dict[Subject, Race] = {}
        self._verdicts: dict[Subject, Verdict] = {}
        self.setStyleSheet(style_sheet(desk.theme))
        self.setWindowTitle(self.tr("Changed by two people"))
        self.resize(860, 460)
        self.words = QLabel(self)
        self.words.setWordWrap(True)
        self.list, self.view = QListWidget(self), RaceView(desk, self)
        self.list.setAccessibleName(self.windowTitle())
        self.list.setMaximumHeight(_FEW * 26 + 6)
        self.later, self.go = QPushButton(self.tr("Later"), self), QPushButton(self.tr("Decide"), self)
        self.go.setObjectName("primary")
        self._lay_out()
        self.list.currentRowChanged.connect(lambda _: self._show())
        self.view.decided.connect(self._decide)
        self.later.clicked.connect(self.close)
        self.go.clicked.connect(self._finish)

    def _lay_out(self) -> None:
        foot, layout = QHBoxLayout(), QVBoxLayout(self)
        layout.setContentsMargins(20, 16, 20, 16)
        layout.setSpacing(8)
        foot.addStretch()
        foot.addWidget(self.later)
        foot.addWidget(self.go)
        layout.addWidget(heading(self.windowTitle(), self, PLACE))
        for widget in (self.words, self.list):
            layout.addWidget(widget)
        layout.addWidget(self.view, 1)
        layout.addLayout(foot)

    def show_races(self, races: Sequence[Race]) -> None:
        """Ask about races, beside those that wait for their verdict."""
        self._races |= {race.subject: race for race in races}
        for race in races:
            self._verdicts.pop(race.subject, None)
        names = SubjectNames(self._desk.session.definitions, self._desk.session.snapshot, self._desk.language)
        self.list.clear()
        self.list.addItems([names.name(subject) for subject in self._races])
        self.list.setVisible(len(self._races) > 1)
        told = self.tr("Somebody else has changed what you were changing. Nothing of yours is lost: choose what stays.")
        self.words.setText(told)
        self.list.setCurrentRow(len(self._races) - len(races))
        self._enable()
        self.show()

    def _current(self) -> Race | None:
        row = self.list.currentRow()
        return list(self._races.values())[row] if 0 <= row < len(self._races) else None

    def _show(self) -> None:
        race = self._current()
        if race is None:
            return
        when = race.last.when if race.last else _UNKNOWN
        conflict = Conflict(race.subject, race.change.before, race.stands, race.change.after, "", when, race.last)
        self.view.show_conflict(conflict, self._verdicts.get(race.subject, ""))

    def _decide(self, verdict: Verdict) -> None:
        race = self._current()
        if race is not None:
            self._verdicts[race.subject] = verdict
            self._enable()

    def _enable(self) -> None:
        self.go.setEnabled(bool(self._races) and self._races.keys() <= self._verdicts.keys())

    def _finish(self) -> None:
        decided = [(race, self._verdicts[subject]) for subject, race in self._races.items()]
        self._races, self._verdicts = {}, {}
        self.close()
        self.decided.emit(decided)

    def waiting(self) -> int:
        """Return how many wait for a verdict."""
        return len(self._races)
