"""Which sources of emissions are counted, with which activities and factors: one step, undone as one."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont
from PySide6.QtWidgets import (
    QCheckBox,
    QDialog,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.card import muted
from desktop.window.look.chooser import Chooser
from desktop.window.look.theme import style_sheet
from desktop.window.panels.source_detail import OWN, SourceDetail, Taken
from desktop.window.panels.source_places import SourcePlaces
from desktop.window.session.desk import Desk
from desktop.window.session.structuring import Structuring
from desktop.work.emissions.change import Adding, InventoryChange, Kit
from desktop.work.emissions.fitting import activities_for
from desktop.work.emissions.inventory import counted_sources
from desktop.work.emissions.inventory_step import Outcome, changed
from desktop.work.emissions.placing import section_of
from desktop.work.emissions.sources import Source
from desktop.work.structure.checks import issue_of
from schema.catalogue.definitions import Catalogue
from schema.catalogue.factor_names import factor_words
from schema.catalogue.punctuation import PUNCTUATION
from schema.errors import AnnalsError, DefinitionsError

_CODE = Qt.ItemDataRole.UserRole
NAME, ACTIVITY, FACTOR = range(3)


class EmissionSourcesDialog(QDialog):
    """What is ticked is counted; a source's activity and factor are chosen below the list."""

    def __init__(self, desk: Desk, structuring: Structuring, kit: Kit, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._structuring, self._kit = desk, structuring, kit
        counted = counted_sources(self._catalogue, kit.sources)
        self._before = {one.source.code: Taken(one.activity, one.factor) for one in counted}
        self._items: dict[str, QTreeWidgetItem] = {}
        self._taken: dict[str, Taken] = dict(self._before)
        self.setWindowTitle(self.tr("Emission sources"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(940, 720)
        self._build()
        self._lay_out()
        self._fill()
        self._connect()
        self._check()

    @property
    def _catalogue(self) -> Catalogue:
        return self._structuring.definitions.catalogue

    def _build(self) -> None:
        theme = self._desk.theme
        told = self.tr(
            "Activity times factor gives emissions, sources add up to the scopes. What is ticked stands in a table of "
            "this report; totals that have typed values stay typed and are held against it."
        )
        self.lead = muted(told, theme, self)
        self.places = SourcePlaces(self._desk, self._catalogue, self)
        self.rows = QTreeWidget(self)
        self.rows.setColumnCount(3)
        self.rows.setHeaderLabels([self.tr("Source"), self.tr("Activity"), self.tr("Emission factor")])
        self.rows.setStyleSheet(f"QTreeWidget {{ background: {theme.surface}; }}")
        self.rows.setAccessibleName(self.tr("Emission sources"))
        self.rows.setUniformRowHeights(True)
        self.rows.setAllColumnsShowFocus(True)
        self.detail = SourceDetail(self._desk, self)
        nearest = self.tr("Where a year has no factor, take the nearest year's and say so")
        self.section, self.nearest = Chooser(theme, self, plain=True), QCheckBox(nearest, self)
        self.section.setAccessibleName(self.tr("New rows stand in"))
        for section in self._structuring.outline.walk():
            self.section.addItem("    " * (section.level - 1) + self._desk.words(section.title), section.code)
        self.section.setCurrentIndex(max(0, self.section.findData(self._home())))
        self.reason = QLabel(self, wordWrap=True)
        self.reason.setStyleSheet(f"color: {theme.error};")
        self.cancel, self.go = QPushButton(self.tr("Cancel"), self), QPushButton(self.tr("Change"), self)
        self.cancel.setAutoDefault(False)
        self.go.setObjectName("primary")
        self.go.setDefault(True)

    def _home(self) -> str:
        try:
            return section_of(self._structuring.outline, "")
        except AnnalsError:
            return self._desk.section_code

    def _lay_out(self) -> None:
        layout, foot, where = QVBoxLayout(self), QHBoxLayout(), QHBoxLayout()
        layout.setContentsMargins(24, 18, 24, 16)
        layout.setSpacing(10)
        where.addWidget(QLabel(self.tr("New rows stand in"), self))
        where.addWidget(self.section, 1)
        foot.addStretch()
        for button in (self.cancel, self.go):
            foot.addWidget(button)
        for widget in (self.lead, self.places):
            layout.addWidget(widget)
        layout.addWidget(self.rows, 1)
        layout.addWidget(self.detail)
        layout.addLayout(where)
        for widget in (self.nearest, self.reason):
            layout.addWidget(widget)
        layout.addLayout(foot)

    def _fill(self) -> None:
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for total in self._kit.sources.totals.values():
            sources = self._kit.sources.of(total.code)
            if not sources:
                continue
            head = QTreeWidgetItem([self._desk.words(total.name)])
            head.setFont(NAME, bold)
            head.setFlags(Qt.ItemFlag.ItemIsEnabled)
            self.rows.addTopLevelItem(head)
            head.setFirstColumnSpanned(True)
            for source in sources:
                head.addChild(self._item(source))
        self.rows.expandAll()
        for column, width in ((NAME, 340), (ACTIVITY, 220)):
            self.rows.setColumnWidth(column, width)
        self.rows.setCurrentItem(next(iter(self._items.values())))
        self._show_source()

    def _item(self, source: Source) -> QTreeWidgetItem:
        item = self._items[source.code] = QTreeWidgetItem([self._desk.words(source.name)])
        item.setData(NAME, _CODE, source.code)
        ticked = source.code in self._before
        item.setCheckState(NAME, Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked)
        self._word(item, source)
        return item

    def _word(self, item: QTreeWidgetItem, source: Source) -> None:
        taken = self._of(source)
        metric = self._catalogue.metrics.get(taken.activity)
        item.setText(ACTIVITY, self._desk.words(metric.name if metric is not None else source.activity))
        named = factor_words(self._catalogue, taken.factor)
        own = self.tr("one of your own") if taken.factor.startswith(OWN) else "—"
        item.setText(FACTOR, self._desk.words(named) if named else own)

    def _of(self, source: Source) -> Taken:
        """Return what is chosen for a source, else what is usual."""
        usual = Taken(activities_for(self._catalogue, source)[0], source.factor or OWN + source.code)
        return self._taken.get(source.code, usual)

    def _connect(self) -> None:
        self.rows.currentItemChanged.connect(lambda *_: self._show_source())
        self.rows.itemChanged.connect(lambda *_: self._check())
        self.detail.taken.connect(self._take)
        self.places.changed.connect(self._show_source)
        self.cancel.clicked.connect(self.reject)
        self.go.clicked.connect(self.run)

    def _chosen(self) -> Source | None:
        item = self.rows.currentItem()
        code = item.data(NAME, _CODE) if item is not None else None
        return self._kit.sources.source(code) if code else None

    def _show_source(self) -> None:
        source = self._chosen()
        self.detail.setVisible(source is not None)
        if source is not None:
            company = replace(self._catalogue.company, regions=self.places.company_regions())
            catalogue = replace(self._catalogue, company=company)
            self.detail.show_source(source, self._of(source), catalogue, self._structuring.outline.year)

    def _take(self, taken: Taken) -> None:
        source = self._chosen()
        if source is not None:
            self._taken[source.code] = taken
            self._word(self._items[source.code], source)
            self._check()

    def ticked(self) -> list[Source]:
        """Return the sources that are ticked."""
        ticked = [code for code, item in self._items.items() if item.checkState(NAME) == Qt.CheckState.Checked]
        return [self._kit.sources.source(code) for code in ticked]

    def change(self) -> InventoryChange:
        """Return what is asked for."""
        ticked = {source.code: self._of(source) for source in self.ticked()}
        add = {code: taken for code, taken in ticked.items() if self._before.get(code) != taken}
        return InventoryChange(
            add=tuple(Adding(code, self._known(taken.activity), taken.factor) for code, taken in add.items()),
            remove=tuple(code for code in self._before if code not in ticked),
            report=self._structuring.outline.code,
            section=self.section.currentData() or "",
            regions=self.places.regions(),
            factors=tuple(taken.own for taken in add.values() if taken.own is not None),
            base_year=self.places.base_year(),
            nearest=self.nearest.isChecked(),
        )

    def _known(self, activity: str) -> str:
        """Return an activity that is there; a new one is made by the source itself."""
        return activity if activity in self._catalogue.metrics else ""

    def _check(self) -> None:
        """Say what is still wanted of a source that is ticked."""
        lacking = [one for one in self.ticked() if self._lacks_factor(self._of(one))]
        names = PUNCTUATION[self._desk.language].listed(self._desk.words(one.name) for one in lacking)
        told = self.tr("Write down value and source of your own factor: {names}").format(names=names)
        self._say(told if lacking else "")
        self.go.setEnabled(not lacking)

    def _lacks_factor(self, taken: Taken) -> bool:
        known = any(one.code == taken.factor for one in self._catalogue.factors)
        return taken.factor.startswith(OWN) and taken.own is None and not known

    def _say(self, words: str) -> None:
        self.reason.setText(words)
        self.reason.setVisible(bool(words))

    def run(self) -> None:
        """Work it out off the UI thread, then store it as one step."""
        definitions, change, kit = self._structuring.definitions, self.change(), self._kit
        valued = {key.metric for key in self._desk.session.snapshot.points}
        self.go.setEnabled(False)

        def work(_: object) -> object:
            try:
                return changed(definitions, valued, change, kit)
            except AnnalsError as error:
                return error

        self._structuring.ask(work, self._done)

    def _done(self, outcome: object) -> None:
        self.go.setEnabled(True)
        if isinstance(outcome, Outcome):
            self._structuring.step(self.tr("change the emission sources"), outcome.definitions)
            self.accept()
        elif isinstance(outcome, DefinitionsError):
            self._say(" ".join(dict.fromkeys(self._desk.sentence(issue_of(one)) for one in outcome.mistakes)))
        elif isinstance(outcome, AnnalsError):
            self._say(self._desk.sentence(outcome))
