"""Against what a report's coverage is held besides: a starter or another report, chosen by name, as rows of a tree."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QTreeWidgetItem, QWidget

from desktop.window.look.chooser import Chooser
from desktop.window.session.desk import Desk
from desktop.work.data_files import resources_folder
from desktop.work.profile import Need, NeedState, Profile, profile_of
from schema.catalogue.program_words import ProgramWords
from schema.catalogue.starters import EMPTY, starters
from schema.moment import Moment


class ProfileChoice(QWidget):
    """Offers the starters and the other reports; `chosen` carries the branch of what is not owned, or None."""

    chosen = Signal(object)

    def __init__(self, desk: Desk, moment: Moment, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._moment, self._resources = desk, moment, resources_folder()
        self.names = Chooser(desk.theme, self, plain=True)
        self.names.setAccessibleName(self.tr("Compare with"))
        self.names.addItem(self.tr("nothing else"), "")
        for one in starters(self._resources):
            if one.name != EMPTY:
                self.names.addItem(desk.words(one.title), one.name)
        for code in desk.session.definitions.outlines:
            if code != desk.report:
                self.names.addItem(desk.report_name(code), code)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(QLabel(self.tr("Compare with"), self))
        layout.addWidget(self.names)
        self.names.currentIndexChanged.connect(lambda _: self.chosen.emit(self.branch()))

    def branch(self) -> QTreeWidgetItem | None:
        """Return the chosen one's rows: what it asks and nobody is asked for, what nothing answers yet."""
        name = self.names.currentData()
        if not name:
            return None
        program = ProgramWords(self._resources, in_window=True)
        profile = profile_of(self._moment, self._desk.report, name, self._resources, program)
        words = self.tr("{name}  –  {count} metrics, nobody owns {unowned} of them")
        told = {"name": self.names.currentText(), "count": len(profile.needs), "unowned": len(profile.unowned)}
        head = QTreeWidgetItem([words.format(**told)])
        for need in profile.unowned:
            head.addChild(self._metric(need))
        for branch in self._disclosures(profile):
            head.addChild(branch)
        return head

    def _metric(self, need: Need) -> QTreeWidgetItem:
        known = self._moment.catalogue.metrics.get(need.instead)
        instead = self._desk.words(known.name) if known else ""
        row = [self._desk.words(need.metric.name), self._state(need.state), instead, self.tr("no owner")]
        line = QTreeWidgetItem(row)
        for column, text in enumerate(row):
            line.setToolTip(column, text)
        line.setToolTip(0, f"{row[0]}\n{need.metric.code}")
        return line

    def _state(self, state: NeedState) -> str:
        words: dict[NeedState, str] = {
            "asked": self.tr("asked for"),
            "alike": self.tr("answered by another"),
            "known": self.tr("not asked for in this report"),
            "new": self.tr("new to the workspace"),
        }
        return words[state]

    def _disclosures(self, profile: Profile) -> list[QTreeWidgetItem]:
        branches: list[QTreeWidgetItem] = []
        for framework, disclosures in profile.unasked:
            name = self._desk.words(self._moment.catalogue.frameworks[framework].name)
            words = self.tr("{name}  –  nothing answers {count} disclosures")
            branch = QTreeWidgetItem([words.format(name=name, count=len(disclosures))])
            for one in disclosures:
                branch.addChild(QTreeWidgetItem([f"{one.printed}  {self._desk.words(one.title)}"]))
            if disclosures:
                branches.append(branch)
        return branches
