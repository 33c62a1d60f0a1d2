"""The place of issues: everything that the checks find in the chosen report, to be settled one by one or together."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPushButton, QSplitter, QVBoxLayout, QWidget

from desktop.window.fields.issue_words import IssueWords
from desktop.window.item_models.issue_tree_model import ABOUT, DEPARTMENT, SECTION, VERB, IssueTreeModel
from desktop.window.look.card import heading
from desktop.window.look.chooser import Chooser
from desktop.window.look.scale import PLACE
from desktop.window.look.theme import list_sheet, style_sheet
from desktop.window.panels.issue_bar import IssueBar
from desktop.window.panels.issue_detail import IssueDetail
from desktop.window.panels.issue_facets import IssueFacets
from desktop.window.panels.issue_table import IssueTable
from desktop.window.panels.nothing_found import NothingFound
from desktop.window.session.desk import Desk
from desktop.window.session.issue_book import IssueBook
from desktop.window.session.issue_deeds import IssueDeeds
from desktop.window.session.undo import Commands
from desktop.work.issue_desk.choice import Choice, Grouping, Listed, Order
from desktop.work.issue_desk.rows import Row

_SOON, _PAUSE = 40, 150
_GROUPINGS: tuple[Grouping, ...] = ("kind", "chapter", "department")
_FACETS_WIDTH, _FACETS_LEAST, _DETAIL_SHARE, _DETAIL_LEAST = 196, 170, 0.3, 270


class IssuesPage(QWidget):
    """`place_wanted` carries a row to go to, `statement_wanted` a statement of a contradiction."""

    place_wanted = Signal(object)
    statement_wanted = Signal(object)

    def __init__(self, desk: Desk, commands: Commands, book: IssueBook, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._book = desk, book
        self._choice, self._sorting = Choice(), (-1, False)
        self._listed = Listed(())
        self._open: Mapping[str | None, int] = {None: 0}
        self._titles: dict[str, str] = {}
        self._sized, self._entered = False, False
        self._words = IssueWords(desk, self)
        self.model = IssueTreeModel(desk, self._words, self)
        self.deeds = IssueDeeds(desk, commands, self)
        self._soon, self._pause = QTimer(self, singleShot=True, interval=_SOON), QTimer(self, singleShot=True)
        self._pause.setInterval(_PAUSE)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build(commands)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build(self, commands: Commands) -> None:
        desk = self._desk
        self.title, self.said = heading("", self, PLACE), QLabel(self)
        self.title.setWordWrap(False)
        self.said.setStyleSheet(f"color: {desk.theme.text2};")
        self.grouping, self.search, self.again = Chooser(desk.theme, self), QLineEdit(self), QPushButton(self)
        self.search.setObjectName("filter")
        self.search.setClearButtonEnabled(True)
        self.search.setMaximumWidth(280)
        self.facets = IssueFacets(desk, self._words, self)
        self.facets.setMinimumWidth(_FACETS_LEAST)
        self.table = IssueTable(desk, self.model, self)
        for view in (self.facets, self.table):
            view.setStyleSheet(list_sheet(desk.theme))
        self.nothing = NothingFound(desk.theme, self)
        self.bar = IssueBar(desk, self._words, self)
        self.detail = IssueDetail(desk, commands, self._words, self)

    def _lay_out(self) -> None:
        layout, head, right = QVBoxLayout(self), QHBoxLayout(), QWidget(self)
        column = QVBoxLayout(right)
        for box in (layout, column):
            box.setContentsMargins(0, 0, 0, 0)
            box.setSpacing(0)
        head.setContentsMargins(16, 10, 14, 10)
        head.setSpacing(8)
        for widget, stretch in ((self.title, 0), (self.grouping, 0), (self.search, 1), (self.said, 1), (self.again, 0)):
            head.addWidget(widget, stretch)
        for widget, stretch in ((self.nothing, 1), (self.table, 1), (self.bar, 0)):
            column.addWidget(widget, stretch)
        self.upright = QSplitter(Qt.Orientation.Vertical, self)
        self.splitter = QSplitter(Qt.Orientation.Horizontal, self)
        for splitter, parts in ((self.upright, (right, self.detail)), (self.splitter, (self.facets, self.upright))):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
            for widget in parts:
                splitter.addWidget(widget)
                splitter.setStretchFactor(splitter.count() - 1, int(widget in (right, self.upright)))
        layout.addLayout(head)
        layout.addWidget(self.splitter, 1)

    def showEvent(self, event: QShowEvent) -> None:
        """Give the sides their room once it is known how much there is, and look anew."""
        super().showEvent(event)
        if not self._sized:
            self._sized = True
            self.splitter.setSizes([_FACETS_WIDTH, self.width() - _FACETS_WIDTH])
            low = max(_DETAIL_LEAST, int(self.height() * _DETAIL_SHARE))
            self.upright.setSizes([self.height() - low, low])
        self.refresh()

    def _connect(self) -> None:
        desk, session = self._desk, self._desk.session
        for signal in (self._book.changed, session.issues_changed, session.saving, desk.report_changed):
            signal.connect(self._soon.start)
        self._soon.timeout.connect(self.refresh)
        desk.language_changed.connect(self.retranslate)
        self.facets.chosen.connect(self.choose)
        self.search.textChanged.connect(self._pause.start)
        self._pause.timeout.connect(self._search)
        self.grouping.activated.connect(self._fill)
        self.nothing.wanted.connect(self.show_everything)
        self.model.sorted_by.connect(self._sort)
        self.model.ticks_changed.connect(self._offer)
        self.table.looked_at.connect(self._look)
        self.table.deed_wanted.connect(self.act)
        self.detail.deed_wanted.connect(self.act)
        self.detail.place_wanted.connect(self.statement_wanted)
        self.deeds.told.connect(self.bar.tell)
        self.bar.cleared.connect(self.table.clear_ticks)
        self.bar.confirm_wanted.connect(self.deeds.confirm)
        self.bar.answer_wanted.connect(self.deeds.answer)
        self.bar.sheet_wanted.connect(self.deeds.open_sheet)
        for signal in (self.bar.owner_wanted, self.detail.owner_wanted):
            signal.connect(self.deeds.name_owner)

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(self.tr("Issues"))
        chosen = max(0, self.grouping.currentIndex())
        self.grouping.clear()
        for grouping in _GROUPINGS:
            self.grouping.addItem(self._words.grouping(grouping), grouping)
        self.grouping.setCurrentIndex(chosen)
        self.grouping.setAccessibleName(self.tr("Group the issues"))
        self.search.setAccessibleName(self.tr("Filter the issues"))
        self.again.setText(self.tr("Check again"))
        self.again.setToolTip(self.tr("Check again (F9)"))
        self.table.setAccessibleName(self.tr("Issues of the report"))
        self.facets.setAccessibleName(self.tr("Which issues are shown"))
        self.bar.retranslate()
        self.refresh()

    # what is shown

    def filter_field(self) -> QLineEdit:
        """Return the field that narrows the rows."""
        return self.search

    def enter(self) -> None:
        """Show what is open by now, with the table to work in; a contact sees the own department's first."""
        if not self._entered and self._desk.own_department:
            self._choice = Choice(department=self._desk.own_department)
        self._entered = True
        self._book.want()
        self.refresh()
        self.table.begin()
        self.table.setFocus()

    def refresh(self) -> None:
        """Show the rows of the last check; cursor, sight, ticks and what is folded stay."""
        desk, rows = self._desk, self._book.rows
        if not self.isVisible() or not desk.report:
            return
        there = rows is not None and rows.report == desk.report
        if there and rows is not None:
            outline = rows.moment.outline(desk.report)
            self._titles = {section.code: desk.words(section.title) for section in outline.walk()}
            self._listed = Listed(rows.rows, self._book.unchecked())
        else:
            self._listed = Listed(())
        self._open = self._listed.counts(Choice(), "severity")
        self._fill()

    def _grouping(self) -> Grouping:
        return self.grouping.currentData() or "kind"

    def _fill(self) -> None:
        if self._book.rows is not None and self._book.rows.report == self._desk.report:
            self.facets.load(self._listed, self._choice, self._titles)
        else:
            self.facets.forget()  # nothing is counted before the first check
        column, descending = self._sorting
        groups = self._listed.groups(self._choice, self._grouping(), self._order(column), descending=descending)
        self.table.load(groups, self._titles)
        self.model.mark_unchecked(self._listed.unchecked)
        words = self.tr("Filter {count} issues").format(count=self._open[None])
        self.search.setPlaceholderText(words if self._listed.rows else self.tr("Filter the issues"))
        self._say()
        self._offer()

    def _order(self, column: int) -> Order | None:
        if column < 0:
            return None
        if column == SECTION:
            places = {code: number for number, code in enumerate(self._titles)}
            return lambda row: (places.get(row.section, 0), "")
        if column == DEPARTMENT:
            return lambda row: (0, self._desk.department(row.departments[0]) if row.departments[0] else "")
        if column == VERB:
            return lambda row: (0, self._words.verb(row.verb))
        return lambda row: (0, row.about if column == ABOUT else row.sentence)

    def _say(self) -> None:
        """Say how far the check is, and what to do where nothing is shown."""
        session, rows, shown = self._desk.session, self._book.rows, bool(self.model.groups)
        last = session.last_check
        there = rows is not None and rows.report == self._desk.report and self._book.current
        if last is None or not session.up_to_date or not there:
            self.said.setText(self.tr("Checking …"))
        else:
            lines = self.tr("Checked {time}: {errors} errors, {doubts} doubts")
            counts = self._open
            told = lines.format(time=f"{last.at:%H:%M}", errors=counts.get("error", 0), doubts=counts.get("doubt", 0))
            self.said.setText(told)
        self.said.setToolTip(self.said.text())
        self.table.setVisible(shown)
        self.detail.setVisible(shown)
        self.nothing.setVisible(not shown)
        self.nothing.show_words(*self._empty_words())

    def _empty_words(self) -> tuple[str, str]:
        """Return why nothing is shown, and the words of the way on; no way where there is none."""
        session, rows = self._desk.session, self._book.rows
        if rows is None or rows.report != self._desk.report:
            return self.tr("Not checked yet. Everything that the report asks for is being checked …"), ""
        if self._choice == Choice() and not session.up_to_date:
            return self.tr("Checking {count} items …").format(count=rows.items), ""
        if self._choice == Choice() and session.last_check is not None:
            told = self.tr("Checked {time}: of {count} items nothing is wrong and nothing doubtful.")
            return told.format(time=f"{session.last_check.at:%H:%M}", count=rows.items), ""
        words = self._choice.search.strip()
        told = self.tr("Nothing with “{words}” among them.") if words else self.tr("Nothing of that kind.")
        return told.format(words=words), self.tr("Show everything that is open")

    def choose(self, choice: Choice) -> None:
        """Show what fits another choice."""
        self._choice = choice
        self._fill()

    def _search(self) -> None:
        self.choose(self._choice.choose_words(self.search.text()))

    def show_everything(self) -> None:
        """Let every filter go."""
        self.search.clear()
        self._pause.stop()
        self.choose(Choice())
        self.table.setFocus()

    def _sort(self, column: int, descending: bool) -> None:
        self._sorting = (column, descending)
        self._fill()

    def _look(self) -> None:
        row = self.table.row()
        self.detail.show_row(row, self._titles.get(row.section, "") if row is not None else "")
        why = self.deeds.why_not()[1]
        self.detail.owner.setEnabled(not why)
        self.detail.owner.setToolTip(why)

    def _offer(self) -> None:
        self.bar.show_chosen(self.model.chosen(), *self.deeds.why_not())

    # what is done

    def step(self, step: int) -> None:
        """Go to the next (1) or previous (-1) issue."""
        self.table.step(step)
        self.table.setFocus()

    def act(self, row: Row) -> None:
        """Do what a row ends in."""
        rows: Sequence[Row] = (row,)
        if row.answer is not None:
            self.deeds.withdraw(rows)
        elif row.verb == "settle" and self.detail.contradiction(row) is not None:
            self.table.look_at(row.name)
            self.detail.begin()
        else:
            go = partial(self.place_wanted.emit, row)
            self.deeds.act(row, go)
