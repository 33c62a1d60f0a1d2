"""The numbers of a text that was read, one row each: where, what, what it is taken for, what it is about."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.window.look.states import State, state_icon
from desktop.window.session.desk import Desk
from desktop.work.scan import QuotedAt, ScannedText
from schema.validation.quoted.quoted_number import AGREEMENTS, Agreement

Index = QModelIndex | QPersistentModelIndex
LINE, NUMBER, VERDICT, ABOUT = range(4)
_DISPLAY, _TIP, _MARK, _NAME = (
    int(role)
    for role in (
        Qt.ItemDataRole.DisplayRole,
        Qt.ItemDataRole.ToolTipRole,
        Qt.ItemDataRole.DecorationRole,
        Qt.ItemDataRole.AccessibleTextRole,
    )
)
# How each is drawn, as what is alike in the window is.
MARKS: dict[Agreement, State] = {
    "match": "approved", "rounded": "filled", "stale": "carried", "mismatch": "conflict", "circular": "estimated",
    "unknown": "work", "other": "unasked",
}  # fmt: skip


class ScanModel(QAbstractTableModel):
    """Rows in the order of the text; only those of the chosen verdicts."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._desk = desk
        self.scanned: ScannedText | None = None
        self.shown: frozenset[Agreement] = frozenset(AGREEMENTS)
        self.rows: tuple[QuotedAt, ...] = ()
        self._marks = {agreement: state_icon(state, desk.theme) for agreement, state in MARKS.items()}

    def load(self, scanned: ScannedText | None, shown: Collection[Agreement]) -> None:
        """Show the numbers of a text that are of these verdicts."""
        self.beginResetModel()
        self.scanned, self.shown = scanned, frozenset(shown)
        self.rows = tuple(q for q in scanned.numbers if q.number.agreement in self.shown) if scanned else ()
        self.endResetModel()

    def row_of(self, found: QuotedAt | None) -> int:
        """Return the row of a number; -1 where it is not shown."""
        return next((row for row, one in enumerate(self.rows) if one is found), -1)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns: line, number, verdict, what it is about."""
        return 0 if parent is not None and parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> object:
        """Name the columns."""
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        return (self.tr("Line"), self.tr("Number"), self.tr("Verdict"), self.tr("About"))[section]

    def data(self, index: Index, role: int = _DISPLAY) -> object:
        """Return words, the mark of the verdict, or the reason as a tip."""
        found = self.rows[index.row()]
        if role in (_DISPLAY, _NAME):
            return self._words(found, index.column())
        if role == _TIP:
            return self.reason(found)
        return self._marks[found.number.agreement] if role == _MARK and index.column() == VERDICT else None

    def _words(self, found: QuotedAt, column: int) -> str:
        number = found.number
        if column == LINE:
            return found.line
        if column == NUMBER:
            return " ".join(number.quote.split())
        if column == VERDICT:
            return self.verdict(number.agreement)
        return self._desk.at(number.key) if number.key is not None else ""

    def reason(self, found: QuotedAt) -> str:
        """Return why a number is taken so."""
        return self._desk.sentence(found.number.reason)

    def verdict(self, agreement: Agreement) -> str:
        """Return what a verdict is called."""
        words: dict[Agreement, str] = {
            "match": self.tr("Match"),
            "rounded": self.tr("True as rounded"),
            "stale": self.tr("Earlier value"),
            "mismatch": self.tr("Mismatch"),
            "circular": self.tr("From this text alone"),
            "unknown": self.tr("Unknown"),
            "other": self.tr("No quantity"),
        }
        return words[agreement]
