"""The place of the overview: departments by chapters with what is in the way, and where each of it is mended."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Protocol

from PySide6.QtCore import QModelIndex, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop.window.item_models.overview_model import OverviewModel
from desktop.window.look.card import Card, heading
from desktop.window.look.giving_label import GivingLabel
from desktop.window.look.icons import icon
from desktop.window.look.scale import BODY, PLACE
from desktop.window.look.theme import style_sheet
from desktop.window.panels.head_echo import HeadEcho
from desktop.window.panels.overview_figures import Figures, FigureStrip
from desktop.window.panels.overview_goals import Goal
from desktop.window.panels.overview_legend import Legend
from desktop.window.panels.overview_lists import OverviewLists
from desktop.window.panels.overview_matrix import OverviewMatrix
from desktop.window.session.desk import Desk
from desktop.window.session.standing import present_moment
from desktop.work.overview import Checked, DepartmentRow, Overview, overview
from desktop.work.overview_news import News, news
from desktop.work.permission import asking_refused
from desktop.work.visit import Visit
from schema.moment import Moment
from schema.workspace import Workspace

_SOON = 60
_LATEST = 400  # entries of the history that are gone through where nobody was here before


class Visits(Protocol):
    """Remembers when whoever works here looked at reports."""

    def since(self, report: str) -> Visit | None:
        """Return the visit before this one."""
        ...

    def keep(self, report: str, visit: Visit) -> None:
        """Remember that a report was looked at."""
        ...


@dataclass(frozen=True, slots=True)
class Sight:
    """What the place shows: a report at one moment, what was done since the last visit, the history's last number."""

    moment: Moment
    shown: Overview
    news: tuple[News, ...]
    since: Visit | None
    number: int


class OverviewPage(QWidget):
    """`wanted` carries where something leads, a `Goal`."""

    wanted = Signal(object)

    def __init__(self, desk: Desk, visits: Visits, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._visits = desk, visits
        self.sight: Sight | None = None
        self.model = OverviewModel(desk, self)
        self._figures = Figures(desk, self)
        self._soon = QTimer(self, singleShot=True, interval=_SOON)  # what is saved together is shown together
        self._soon.timeout.connect(self.refresh)
        self.setStyleSheet(style_sheet(desk.theme))
        self._build()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _build(self) -> None:
        theme = self._desk.theme
        self.title, self.report = heading("", self, PLACE), GivingLabel(self)
        self.title.setWordWrap(False)
        self.report.setStyleSheet(f"color: {theme.text2};")
        self.due, self.remind, self.export = (QPushButton(self) for _ in range(3))
        self.export.setObjectName("primary")
        for button, name, colour in (
            (self.due, "calendar", theme.text), (self.remind, "bell", theme.text), (self.export, "export",
             theme.on_accent),
        ):  # fmt: skip
            button.setIcon(icon(name, colour))
        self.area = QScrollArea(self)
        self.area.setWidgetResizable(True)
        self.area.setFrameShape(QFrame.Shape.NoFrame)
        self.area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.body = QWidget(self.area)
        self.strip = FigureStrip(theme, self.body)
        self.card = Card(theme, "", self.body)
        self.head, self.hint, self.legend = (
            heading("", self.card, BODY),
            GivingLabel(self.card),
            Legend(self._desk, self.card),
        )
        self.head.setWordWrap(False)
        self.hint.setStyleSheet(f"color: {theme.text2};")
        self.matrix = OverviewMatrix(self.model, theme, self.card)
        self.lists = OverviewLists(self._desk, self.body)
        self.echo = HeadEcho(self.matrix, self.area)

    def _lay_out(self) -> None:
        layout, head, column, top = QVBoxLayout(self), QHBoxLayout(), QVBoxLayout(self.body), QHBoxLayout()
        layout.setContentsMargins(0, 12, 0, 0)
        layout.setSpacing(10)
        head.setContentsMargins(16, 0, 14, 0)
        for widget, stretch in ((self.title, 0), (self.report, 1), (self.due, 0), (self.remind, 0), (self.export, 0)):
            head.addWidget(widget, stretch)
        layout.addLayout(head)
        layout.addWidget(self.area, 1)
        self.area.setWidget(self.body)
        self.body.setAutoFillBackground(False)
        column.setContentsMargins(16, 2, 14, 14)
        column.setSpacing(12)
        column.addWidget(self.strip)
        top.setContentsMargins(12, 0, 8, 4)
        top.setSpacing(10)
        for widget, stretch in ((self.head, 0), (self.hint, 1), (self.legend, 1)):
            top.addWidget(widget, stretch)
        self.card.body.setContentsMargins(1, 8, 1, 2)
        self.card.body.addLayout(top)
        self.card.body.addWidget(self.matrix)
        column.addWidget(self.card)
        column.addWidget(self.lists, 1)

    def _connect(self) -> None:
        desk = self._desk
        for signal in (desk.session.issues_changed, desk.report_changed, desk.session.saved):
            signal.connect(self._soon.start)
        desk.language_changed.connect(self.retranslate)
        self.strip.wanted.connect(self.wanted)
        self.lists.wanted.connect(self.wanted)
        self.matrix.opened.connect(self._open)
        self.matrix.selectionModel().currentChanged.connect(self._see)
        self.due.clicked.connect(lambda: self.wanted.emit(Goal("ask", self._chosen())))
        self.remind.clicked.connect(lambda: self.wanted.emit(Goal("remind", self._waited_for())))
        self.export.clicked.connect(lambda: self.wanted.emit(Goal("export")))

    def retranslate(self) -> None:
        """Say everything in the present language."""
        self.title.setText(self.tr("Overview"))
        self.export.setText(self.tr("Export draft …"))
        self.head.setText(self.tr("Departments by chapters"))
        self.matrix.setAccessibleName(self.tr("Departments by chapters"))
        if self.sight is not None:
            self._show(self.sight)
            self.matrix.fit()
        self.refresh()

    # what is shown

    def enter(self) -> None:
        """Show how the report stands by now, with the matrix to go through."""
        self.refresh()
        self.matrix.setFocus()

    def showEvent(self, event: QShowEvent) -> None:
        """Look anew at what has changed while something else was shown."""
        super().showEvent(event)
        self.refresh()

    def refresh(self) -> None:
        """Look anew, off the UI thread; the cell with the cursor and what is scrolled to stay."""
        desk, session = self._desk, self._desk.session
        if not self.isVisible() or not desk.report:
            return
        moment, report, today = present_moment(desk), desk.report, datetime.now().astimezone().date()
        issues, contradictions = session.issues_of(report), session.contradictions(report)
        checked = Checked(issues, contradictions) if issues is not None and contradictions is not None else None
        since = self._visits.since(report)

        def work(workspace: Workspace) -> Sight:
            number = workspace.replay.number
            entries = workspace.history(since=since.number if since is not None else max(0, number - _LATEST))
            shown = overview(moment, report, today, checked)
            return Sight(moment, shown, news(entries, moment, report), since, number)

        session.ask(work, self._take, session.crashed.emit)

    def _take(self, sight: Sight) -> None:
        if sight.shown.report != self._desk.report:
            return
        self.sight = sight
        place = self.area.verticalScrollBar().value()
        self.matrix.kept(lambda: self.model.load(sight.shown))
        if not self.matrix.currentIndex().isValid() and self.model.rows:
            self.matrix.setCurrentIndex(self.model.index(0, 0))
        self._show(sight)
        self.area.verticalScrollBar().setValue(place)
        now = datetime.now(UTC).isoformat(timespec="seconds")
        self._visits.keep(sight.shown.report, Visit(sight.number, sight.shown.answered, now))

    def _show(self, sight: Sight) -> None:
        shown = sight.shown
        self.report.setText(f"{self._desk.words(self._desk.outline.title)}   {_long_day(shown.today)}")
        self.strip.show_figures(self._figures.of(shown, sight.since))
        self.legend.show_standings({cell.standing for row in shown.rows for cell in row.cells.values()})
        self.hint.setText(self._hint(shown))
        self.hint.setToolTip(self.hint.text())
        self.lists.show_coverage(shown.coverage)
        self.lists.show_contradictions(shown)
        self.lists.show_news(sight.news, sight.since, sight.moment.snapshot, shown.today)
        self._offer(shown)

    def _hint(self, shown: Overview) -> str:
        if not shown.rows:
            return self.tr("This report asks for nothing yet.")
        if not shown.checked:
            return self.tr("Checking …")
        if not shown.asked:
            return self.tr("Nobody has been asked yet: the cells say what each department owns.")
        return self.tr("answered / asked; a click leads into the sheet")

    def _offer(self, shown: Overview) -> None:
        """Name what can be done, grey what may not be, and say why."""
        refused = asking_refused(Moment(self._desk.session.definitions, self._desk.session.snapshot),
                                 self._desk.session.who)  # fmt: skip
        why = self._desk.sentence(refused) if refused else ""
        if not why and not self._desk.session.writable:
            why = self.tr("Opened for reading only.")
        count = len(shown.late)
        self.due.setText(self.tr("Due day …") if shown.asked else self.tr("Ask …"))
        named = self.tr("Remind {count} department …") if count == 1 else self.tr("Remind {count} departments …")
        self.remind.setText(named.format(count=count) if count else self.tr("Remind …"))
        owned = any(row.department for row in shown.rows)
        for button, can, reason in (
            (self.due, owned, self.tr("No department owns anything in this report.")),
            (self.remind, bool(self._waited_for()), self.tr("Nothing is late or open.")),
        ):
            button.setEnabled(can and not why)
            button.setToolTip(why or ("" if can else reason))

    # where it leads

    def row(self) -> DepartmentRow | None:
        """Return the department with the cursor."""
        index = self.matrix.currentIndex()
        return self.model.rows[index.row()] if index.isValid() else None

    def _chosen(self) -> tuple[str, ...]:
        """Return the department with the cursor where it was asked, else all that were."""
        row, asked = self.row(), self.sight.shown.asked if self.sight is not None else ()
        chosen = [row] if row is not None and row.facts is not None else list(asked)
        return tuple(one.department for one in chosen)

    def _waited_for(self) -> tuple[str, ...]:
        """Return the departments that are late, else those that still have to hand in."""
        if self.sight is None:
            return ()
        rows = self.sight.shown.late or tuple(row for row in self.sight.shown.asked if row.waits)
        return tuple(row.department for row in rows)

    def _open(self, number: int, column: int) -> None:
        """Lead from a cell to its sheet or its texts, from a department to its request, from nobody's to owners."""
        row, chapter = self.model.rows[number], self.model.chapter(column)
        cell = row.cells.get(chapter.code) if chapter is not None else None
        if not row.department:
            items = cell.items if cell is not None else row.share.items
            self.wanted.emit(Goal("owners", subjects=tuple(item.subject for item in items)))
        elif chapter is None:
            self.wanted.emit(Goal("requests", (row.department,)))
        elif cell is not None and cell.has_values:
            self.wanted.emit(Goal("cell", (row.department,), chapter.code))
        elif cell is not None:
            self.wanted.emit(Goal("text", (row.department,), chapter.code, (cell.first.subject,)))

    def _see(self, index: QModelIndex) -> None:
        """Scroll so that the cell with the cursor is in sight."""
        box: QRect = self.matrix.visualRect(index)
        corner = self.matrix.viewport().mapTo(self.body, box.bottomLeft())
        self.area.ensureVisible(corner.x(), corner.y(), 0, 40)
        corner = self.matrix.viewport().mapTo(self.body, box.topLeft())
        self.area.ensureVisible(corner.x(), corner.y(), 0, 2 * box.height() + self.matrix.horizontalHeader().height())


def _long_day(day: date) -> str:
    return day.isoformat()
