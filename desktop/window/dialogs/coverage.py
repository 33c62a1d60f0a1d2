"""How far a report answers the frameworks that it follows, whose each disclosure is, and what nobody is asked for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desktop.window.look.theme import style_sheet
from desktop.window.panels.profile_choice import ProfileChoice
from desktop.window.session.desk import Desk
from schema.moment import Moment
from schema.validation.contents import ItemAt
from schema.validation.coverage import Coverage, State, counts, followed
from schema.validation.item_words import ItemWords

_SECTION = Qt.ItemDataRole.UserRole


class CoverageDialog(QDialog):
    """A row per disclosure below its framework; the last branch is what nobody is asked for."""

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._moment = _present(desk)
        self._words = ItemWords(desk.outline, desk.catalogue, self._moment.snapshot, desk.language)
        items = self._moment.contents(desk.report).items
        self._sections = {item.at: item.section for item in reversed(items)}
        self.setWindowTitle(self.tr("Coverage"))
        self.setStyleSheet(style_sheet(desk.theme))
        self.resize(980, 620)
        self.tree = QTreeWidget(self)
        self.profile = ProfileChoice(desk, self._moment, self)
        self._compared: QTreeWidgetItem | None = None
        self.close_button = QPushButton(self.tr("Close"), self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.tree.setHeaderLabels(
            [self.tr("Disclosure"), self.tr("State"), self.tr("Missing or left out"), self.tr("Owner")]
        )
        self.tree.setUniformRowHeights(True)
        self.tree.setAccessibleName(self.windowTitle())
        for code in followed(self._desk.outline):
            self._add_framework(code)
        self._add_unasked()
        header = self.tree.header()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        header.resizeSection(0, 420)
        header.resizeSection(1, 130)
        header.resizeSection(2, 220)
        buttons = QHBoxLayout()
        buttons.addWidget(self.profile)
        buttons.addStretch()
        buttons.addWidget(self.close_button)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(24, 20, 24, 18)
        layout.addWidget(self.tree, 1)
        layout.addLayout(buttons)

    def _connect(self) -> None:
        self.close_button.clicked.connect(self.accept)
        self.tree.itemActivated.connect(self._go)
        self.profile.chosen.connect(self._compare)

    def _compare(self, branch: QTreeWidgetItem | None) -> None:
        """Show the rows of what was chosen above the frameworks, in place of those that were there."""
        if self._compared is not None:
            self.tree.takeTopLevelItem(self.tree.indexOfTopLevelItem(self._compared))
        self._compared = branch
        if branch is None:
            return
        self.tree.insertTopLevelItem(0, branch)
        branch.setFirstColumnSpanned(True)
        rows = [branch.child(place) for place in range(branch.childCount())]
        for row in filter(None, rows):
            row.setFirstColumnSpanned(row.childCount() > 0)
        branch.setExpanded(True)
        self.tree.scrollToItem(branch)

    def _add_framework(self, code: str) -> None:
        rows = self._moment.coverage(self._desk.report, code)
        found = counts(rows)
        words = self.tr("{answered} answered ({partly} of them in part), {explained} explained, {open} open")
        told = words.format(**found, partly=sum(row.partly for row in rows))
        branch = self._branch(self._desk.words(self._desk.catalogue.frameworks[code].name), told)
        for row in rows:
            branch.addChild(self._row(row))

    def _add_unasked(self) -> None:
        """Add the disclosures that nothing is mapped to, and the items without an owner."""
        unasked = self._moment.unasked(self._desk.report)
        disclosures = [row for rows in unasked.disclosures.values() for row in rows]
        words = self.tr("{disclosures} disclosures that nothing is mapped to, {items} items without an owner")
        told = words.format(disclosures=len(disclosures), items=len(unasked.items))
        self.nobody = self._branch(self.tr("Asked by nobody"), told)
        for row in disclosures:
            self.nobody.addChild(self._row(row))
        for item in unasked.items:
            line = QTreeWidgetItem([self._words.name(item), self.tr("no owner")])
            self._lead_to(line, item)
            self.nobody.addChild(line)

    def _branch(self, name: str, told: str) -> QTreeWidgetItem:
        branch = QTreeWidgetItem(self.tree, [f"{name}  –  {told}"])
        branch.setFirstColumnSpanned(True)
        return branch

    def _row(self, row: Coverage) -> QTreeWidgetItem:
        desk = self._desk
        known = desk.catalogue.departments
        owners = [desk.words(known[code].name) if code in known else code for code in row.owners]
        lacking = self._words.names(row.missing) or desk.words(row.reason)
        name = f"{row.disclosure.printed}  {desk.words(row.disclosure.title)}"
        line = QTreeWidgetItem([name, self._state(row), lacking, ", ".join(owners)])
        for column in range(line.columnCount()):
            line.setToolTip(column, line.text(column))
        if row.missing:
            self._lead_to(line, row.missing[0])
        elif row.places:
            line.setData(0, _SECTION, row.places[0].section)
        return line

    def _state(self, row: Coverage) -> str:
        words: dict[State, str] = {
            "answered": self.tr("answered in part") if row.partly else self.tr("answered"),
            "explained": self.tr("explained"),
            "open": self.tr("open"),
        }
        return words[row.state]

    def _lead_to(self, line: QTreeWidgetItem, item: ItemAt) -> None:
        line.setData(0, _SECTION, self._sections.get(item, ""))

    def _go(self, line: QTreeWidgetItem) -> None:
        """Show the section where something is missing, or where the answer stands."""
        if section := line.data(0, _SECTION):
            self._desk.choose_section(section)
            self.accept()


def _present(desk: Desk) -> Moment:
    """Return the moment that was computed last, or one of what was typed since."""
    session = desk.session
    same = session.moment.snapshot is session.snapshot and session.moment.definitions is session.definitions
    return session.moment if same else Moment(session.definitions, session.snapshot)
