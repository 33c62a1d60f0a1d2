"""The requests of a report, a row each: who is asked until when, how that stands; last, what nobody is asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont

from desktop.window.look.icons import IconShelf
from desktop.window.look.states import STATES, state_colour, state_word
from desktop.window.session.desk import Desk
from desktop.window.session.standing import Shares, Standing
from desktop.work.request_facts import RequestFacts, request_facts
from schema.catalogue.punctuation import PUNCTUATION
from schema.validation.shares import Share

Index = QModelIndex | QPersistentModelIndex
(
    DEPARTMENT, PEOPLE, DUE, STATE, ANSWERED, OMITTED, OPEN, ERRORS, DOUBTS, APPROVED, RETURNED, SENT, RECEIVED,
) = range(13)  # fmt: skip
_COLUMNS = 13
ROW = 30  # pixels
SORT, STANDING, SEARCH = (int(Qt.ItemDataRole.UserRole) + more for more in (1, 2, 3))
_DISPLAY, _NAME, _COLOUR, _ICON, _ALIGN, _TICK, _TIP, _FONT, _SIZE = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ForegroundRole,
        Qt.ItemDataRole.DecorationRole, Qt.ItemDataRole.TextAlignmentRole, Qt.ItemDataRole.CheckStateRole,
        Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.FontRole, Qt.ItemDataRole.SizeHintRole,
    )
)  # fmt: skip
_TIMES = (SENT, RECEIVED)


@dataclass(frozen=True, slots=True)
class RequestRow:
    """One share; `facts` are None where nobody was asked."""

    share: Share
    standing: Standing
    facts: RequestFacts | None


class RequestModel(QAbstractTableModel):
    """`rows` are the shares that were asked for, those of departments not asked, and what nobody owns.

    Those of one department where a contact looks. All but the last can be ticked; `ticked` keeps their departments.
    """

    ticks_changed = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self.rows: tuple[RequestRow, ...] = ()
        self.ticked: set[str] = set()
        self._icons, self._counted = IconShelf(), False
        self._today = date.min

    def load(self, shares: Shares, own: str, today: date) -> None:
        """Show the shares as they are now; `own` is a contact's department, empty for who sees all."""
        self.beginResetModel()
        rows = [self._asked(share, shares, today) for share in shares.asked if own in ("", share.department)]
        if not own:
            rows += [RequestRow(share, "unasked", None) for share in shares.unasked]
            rows += [RequestRow(shares.nobody, "nobody", None)] if shares.nobody else []
        self.rows, self._counted, self._today = tuple(rows), shares.counted, today
        self.ticked &= {row.share.department for row in rows} - {""}
        self.endResetModel()

    def _asked(self, share: Share, shares: Shares, today: date) -> RequestRow:
        facts = request_facts(share, shares.moment.snapshot, today)
        return RequestRow(share, "late" if facts.overdue else facts.state, facts)

    def tick(self, departments: Sequence[str]) -> None:
        """Tick these departments and no others."""
        known = {row.share.department for row in self.rows}
        self.ticked = (known & set(departments)) - {""}
        if self.rows:
            self.dataChanged.emit(self.index(0, DEPARTMENT), self.index(len(self.rows) - 1, DEPARTMENT), [_TICK])
        self.ticks_changed.emit()

    def flags(self, index: Index) -> Qt.ItemFlag:
        """A department can be ticked."""
        flags, named = super().flags(index), bool(self.rows[index.row()].share.department)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if named and index.column() == DEPARTMENT else flags

    def setData(self, index: Index, value: object, role: int = _DISPLAY) -> bool:
        """Tick a department, or take its tick away."""
        if role != _TICK:
            return False
        department = self.rows[index.row()].share.department
        self.ticked = (
            self.ticked | {department} if Qt.CheckState(value) == Qt.CheckState.Checked else self.ticked - {department}
        )
        self.dataChanged.emit(index, index, [_TICK])
        self.ticks_changed.emit()
        return True

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns."""
        return 0 if parent is not None and parent.isValid() else _COLUMNS

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Name the columns; counts stand right."""
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == _ALIGN:
            return self._alignment(section)
        if role not in (_DISPLAY, _TIP):
            return None
        titles = (
            self.tr("Department"), self.tr("People"), self.tr("Due"), self.tr("State"), self.tr("Answered"),
            self.tr("Not disclosed"), self.tr("Open"), self.tr("Errors"), self.tr("Doubts"), self.tr("Approved"),
            self.tr("Returned"), self.tr("Sent"), self.tr("Received"),
        )  # fmt: skip
        return titles[section].replace(" ", "\n") if role == _DISPLAY else titles[section]

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return words, with the shape and colour of the state; what is late is said in all three."""
        row, column = self.rows[index.row()], index.column()
        answers: dict[int, Callable[[], object]] = {
            _DISPLAY: lambda: self._words(row)[column], _NAME: lambda: self._words(row)[column],
            _TIP: lambda: self._tip(row, column), _ALIGN: lambda: self._alignment(column),
            _COLOUR: lambda: self._colour(row, column), SORT: lambda: self._sort(row, column),
            STANDING: lambda: row.standing, SEARCH: lambda: " ".join(self._words(row)[:PEOPLE + 1]),
            _FONT: lambda: self._font(column), _SIZE: lambda: QSize(0, ROW),
        }  # fmt: skip
        if role == _ICON and column == STATE:
            return self._icons.icon(STATES[row.standing].drawing, state_colour(row.standing, self._desk.theme))
        if role == _TICK and column == DEPARTMENT and row.share.department:
            return Qt.CheckState.Checked if row.share.department in self.ticked else Qt.CheckState.Unchecked
        return answers[role]() if role in answers else None

    def _font(self, column: int) -> QFont | None:
        if column != DEPARTMENT:
            return None
        font = QFont()
        font.setWeight(QFont.Weight.DemiBold)
        return font

    def _alignment(self, column: int) -> int:
        right = ANSWERED <= column <= RETURNED
        side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _colour(self, row: RequestRow, column: int) -> QColor | None:
        theme, late = self._desk.theme, row.standing == "late" and column == DUE
        if column == STATE or late:
            return QColor(state_colour(row.standing, theme))
        if column == ERRORS and row.facts and row.facts.errors:
            return QColor(theme.error)
        if ANSWERED < column <= RETURNED and self._words(row)[column] == "0":
            return QColor(theme.text3)  # what there is none of is quiet
        return QColor(theme.text2) if column in (PEOPLE, *_TIMES) else None

    def state(self, row: RequestRow) -> str:
        """Return the word for how a row stands."""
        if row.standing == "late":
            return self.tr("late")
        if row.facts is None:
            return self.tr("no owner") if row.standing == "nobody" else self.tr("not asked")
        return state_word(row.facts.state)

    def _words(self, row: RequestRow) -> tuple[str, ...]:
        share, facts = row.share, row.facts
        name = self._desk.department(share.department) if share.department else self.tr("Asked of nobody")
        if facts is None:
            counts = (f"{len(share.items) - share.count('open')}/{len(share.items)}", share.count("omitted"))
            told = (*counts, share.count("open"), *self._found(share), "", "")
            return name, "", "", self.state(row), *map(str, told), "", ""
        found = (facts.errors, facts.doubts) if self._counted else ("…", "…")
        told = (f"{facts.answered}/{facts.asked}", facts.omitted, facts.open, *found, facts.approved, facts.returned)
        times = (self.day(facts.sent), self.day(facts.received))
        return (
            name,
            PUNCTUATION[self._desk.language].series.join(facts.people),
            self.day(facts.due),
            self.state(row),
            *map(str, told),
            *times,
        )

    def _found(self, share: Share) -> tuple[object, object]:
        found = (sum(item.errors for item in share.items), sum(item.doubts for item in share.items))
        return found if self._counted else ("…", "…")

    def day(self, at: str | None) -> str:
        """Return a day in short: month and day, with the year where it is another one."""
        day = (at or "")[:10]
        return day[5:] if day.startswith(f"{self._today.year}-") else day

    def _tip(self, row: RequestRow, column: int) -> str:
        facts = row.facts
        if column == DUE and facts is not None:
            return facts.due
        if column == STATE and facts is not None and row.standing == "late":
            return self.tr("late; {state}").format(state=state_word(facts.state).lower())
        if column in _TIMES and facts is not None:
            return (facts.sent if column == SENT else facts.received) or ""
        return self._words(row)[column]

    def _sort(self, row: RequestRow, column: int) -> object:
        """Return what a column sorts by: days by time, states by urgency, counts by size, the rest by words."""
        facts, last = row.facts, "9999"
        if column == STATE:
            return list(STATES).index(row.standing)
        if column == DUE:
            return facts.due if facts else last
        if column in _TIMES:
            return ((facts.sent if column == SENT else facts.received) if facts else None) or ""
        if column == ANSWERED:
            return (len(row.share.items) - row.share.count("open")) / max(len(row.share.items), 1)
        words = self._words(row)[column]
        return int(words) if words.isdigit() else -1 if column > ANSWERED else words
