"""Departments by chapters: who they are and until when, how much is answered, and a cell for each chapter."""

from __future__ import annotations

from collections.abc import Callable
from typing import assert_never

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QFont

from desktop.window.look.icons import IconShelf
from desktop.window.look.states import STATES, state_colour, state_word
from desktop.window.session.desk import Desk
from desktop.work.overview import Cell, DepartmentRow, Overview
from desktop.work.standing import Standing
from schema.catalogue.outline import Section
from schema.catalogue.punctuation import PUNCTUATION

Index = QModelIndex | QPersistentModelIndex
DEPARTMENT, PEOPLE, DUE, STATE, TOTAL = range(5)
LEADING = 5  # columns before the chapters
_DISPLAY, _NAME, _COLOUR, _ICON, _ALIGN, _TIP, _FONT = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.FontRole,
    )
)  # fmt: skip


class OverviewModel(QAbstractTableModel):
    """`shown` is the overview of the chosen report, None before it was computed first."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk, self._icons = desk, IconShelf()
        self.shown: Overview | None = None

    def load(self, overview: Overview) -> None:
        """Show a report as it stands now; where rows and chapters are the same nothing loses its place."""
        known, self_shape = self.shown, _shape(overview)
        if known is not None and _shape(known) == self_shape:
            self.shown = overview
            self.dataChanged.emit(self.index(0, 0), self.index(self.rowCount() - 1, self.columnCount() - 1))
            return
        self.beginResetModel()
        self.shown = overview
        self.endResetModel()

    @property
    def rows(self) -> tuple[DepartmentRow, ...]:
        """The departments, what nobody owns last."""
        return self.shown.rows if self.shown is not None else ()

    @property
    def chapters(self) -> tuple[Section, ...]:
        """The chapters, a column each."""
        return self.shown.chapters if self.shown is not None else ()

    def chapter(self, column: int) -> Section | None:
        """Return the chapter of a column; None for those before the chapters."""
        return self.chapters[column - LEADING] if LEADING <= column < self.columnCount() else None

    def cell(self, index: Index) -> Cell | None:
        """Return what a department is asked for in the chapter of a cell; None where it is nothing."""
        if self.shown is None or index.column() < LEADING:
            return None
        return self.shown.rows[index.row()].cells.get(self.shown.chapters[index.column() - LEADING].code)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many departments there are, with what nobody owns."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else LEADING + len(self.chapters)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Name the columns; a chapter by its title."""
        if orientation is not Qt.Orientation.Horizontal or role not in (_DISPLAY, _TIP, _NAME):
            return None
        chapter = self.chapter(section)
        if chapter is not None:
            return self._desk.words(chapter.title)
        titles = (self.tr("Department"), self.tr("People"), self.tr("Due"), self.tr("State"), self.tr("Total"))
        return titles[section] if section < LEADING else None

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return words; what is late, and how a department stands, is said by shape and colour, too."""
        row, column = self.rows[index.row()], index.column()
        answers: dict[int, Callable[[], object]] = {
            _DISPLAY: lambda: self._words(row, index), _NAME: lambda: self.told(index), _TIP: lambda: self.told(index),
            _COLOUR: lambda: self._colour(row, column), _ALIGN: lambda: self._alignment(column),
            _FONT: lambda: self._font(column), _ICON: lambda: self._icon(row, column),
        }  # fmt: skip
        return answers[role]() if role in answers else None

    def _words(self, row: DepartmentRow, index: Index) -> str:
        cell = self.cell(index)
        if index.column() >= LEADING:
            return cell.words if cell is not None else ""
        return (self.name(row), self._people(row), self.day(row), state_word(row.standing),
                f"{row.answered}/{row.asked}")[index.column()]  # fmt: skip

    def name(self, row: DepartmentRow) -> str:
        """Return what a department is called."""
        return self._desk.department(row.department) if row.department else self.tr("Owned by nobody")

    def _people(self, row: DepartmentRow) -> str:
        return PUNCTUATION[self._desk.language].series.join(row.people)

    def day(self, row: DepartmentRow) -> str:
        """Return the due day in short: month and day, with the year where it is another one."""
        due = row.facts.due if row.facts else ""
        assert self.shown is not None
        return due[5:] if due.startswith(f"{self.shown.today.year}-") else due

    def told(self, index: Index) -> str:
        """Return what a cell says in one sentence; what a reader of the screen hears, and the tip."""
        row, cell, chapter = self.rows[index.row()], self.cell(index), self.chapter(index.column())
        if chapter is None:
            return self._told_row(row, index.column())
        place = self.tr("{department}, {chapter}").format(
            department=self.name(row), chapter=self._desk.words(chapter.title)
        )
        if cell is None:
            return self.tr("{place}: nothing").format(place=place)
        counts = self.counts(cell.count("answered"), len(cell.items), cell.count("omitted"))
        told = self.tr("{place}: {counts}, {state}")
        return told.format(place=place, counts=counts, state=state_word(cell.standing).lower())

    def counts(self, answered: int, asked: int, omitted: int) -> str:
        """Return how many items are answered, of how many, and how many are not disclosed."""
        told = self.tr("{answered} of {asked}").format(answered=answered, asked=asked)
        if not omitted:
            return told
        return self.tr("{counts}, {omitted} not disclosed").format(counts=told, omitted=omitted)

    def _told_row(self, row: DepartmentRow, column: int) -> str:
        name, state = self.name(row), state_word(row.standing).lower()
        match column:
            case 1:
                return self._people(row) or self.tr("{department}: no contact").format(department=name)
            case 2:
                due = row.facts.due if row.facts else ""
                return self.tr("{department}, due {day}").format(department=name, day=due) if due else state
            case 4:
                counts = self.counts(row.answered, row.asked, row.share.count("omitted"))
                return self.tr("{department}: {counts}").format(department=name, counts=counts)
            case _:
                return self.tr("{department}: {counts}").format(department=name, counts=state)

    def _colour(self, row: DepartmentRow, column: int) -> QColor | None:
        theme = self._desk.theme
        if column == STATE or (column == DUE and row.standing == "late"):
            return QColor(theme.accent if row.standing == "started" else state_colour(row.standing, theme))
        return QColor(theme.text2) if column == PEOPLE else None

    def _alignment(self, column: int) -> int:
        right = column in (DUE, TOTAL)
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _font(self, column: int) -> QFont | None:
        if column != DEPARTMENT:
            return None
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _icon(self, row: DepartmentRow, column: int) -> object:
        if column != STATE:
            return None
        theme = self._desk.theme
        colour = theme.accent if row.standing == "started" else state_colour(row.standing, theme)
        return self._icons.icon(STATES[row.standing].drawing, colour)


def _shape(overview: Overview) -> tuple[object, ...]:
    """Return what says which rows and columns there are."""
    departments = tuple(row.department for row in overview.rows)
    return overview.report, departments, tuple(chapter.code for chapter in overview.chapters)


def quiet(standing: Standing) -> bool:
    """Whether a cell says by its filling alone how it stands: work in progress, and what nobody was asked for yet."""
    match standing:
        case "started" | "unasked":
            return True
        case "conflict" | "error" | "returned" | "late" | "submitted" | "approved" | "open" | "nobody":
            return False
        case _:
            assert_never(standing)
