"""The rows of an old sheet with what each is taken for, to be ticked and corrected."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QColor

from desktop.window.look.theme import Theme
from schema.catalogue.definitions import Catalogue
from schema.exchange.oldsheets.answers import Identity
from schema.exchange.oldsheets.intake import Take
from schema.exchange.oldsheets.matching import Proposal
from schema.exchange.oldsheets.names import Target
from schema.exchange.oldsheets.proposal import Draft
from schema.exchange.oldsheets.proposal_words import how_words, value_words

Index = QModelIndex | QPersistentModelIndex
TAKE, ROW, NAME, METRIC, WHY, FIRST_YEAR = range(6)
_ROLE = Qt.ItemDataRole
_TROUBLE = ("wrong", "unread")


class ImportModel(QAbstractTableModel):
    """`answered` carries a row's identity and what the person takes it for (None: it is left out)."""

    answered = Signal(object, object)

    def __init__(self, catalogue: Catalogue, language: str, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self.catalogue = catalogue
        self.language = language
        self._theme = theme
        self.draft: Draft | None = None
        self._rows: tuple[Proposal, ...] = ()
        self._years: list[int] = []
        self._takes: Mapping[Identity, Mapping[int, Take]] = {}

    def load(self, draft: Draft, takes: Sequence[Take]) -> None:
        """Show a draft; the same rows with other answers keep the cursor where it is."""
        same = self.draft is not None and self.draft.found is draft.found
        if not same:
            self.beginResetModel()
        self.draft, self._rows = draft, draft.proposals
        self._years = sorted({cell.year for row in self._rows for cell in row.row.cells})
        found: dict[Identity, dict[int, Take]] = {}
        for take in takes:
            found.setdefault(take.row.identity, {})[take.cell.year] = take
        self._takes = found
        if not same:
            self.endResetModel()
        elif self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, self.columnCount() - 1))

    def proposal(self, index: Index) -> Proposal:
        """Return the row's proposal."""
        return self._rows[index.row()]

    def shown(self, index: Index) -> Target | None:
        """Return what the row is taken for, else what is proposed."""
        proposal = self.proposal(index)
        target = self.draft.target(proposal) if self.draft else None
        return target or (proposal.best.target if proposal.best else None)

    def rowCount(self, parent: Index | None = None) -> int:
        """Return how many rows there are."""
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the columns: five, and one per year."""
        return 0 if parent is not None and parent.isValid() else FIRST_YEAR + len(self._years)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return the heads."""
        if orientation != Qt.Orientation.Horizontal or role != _ROLE.DisplayRole:
            return None
        heads = (self.tr("Take"), self.tr("Row"), self.tr("Name in the sheet"), self.tr("Metric"), self.tr("Why"))
        return heads[section] if section < FIRST_YEAR else str(self._years[section - FIRST_YEAR])

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Ticks and metrics can be changed."""
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() == TAKE:
            return flags | Qt.ItemFlag.ItemIsUserCheckable
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == METRIC else flags

    def data(self, index: Index, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return a cell's words, tick or colour."""
        if role == _ROLE.CheckStateRole and index.column() == TAKE and self.draft is not None:
            taken = self.draft.target(self.proposal(index)) is not None
            return Qt.CheckState.Checked if taken else Qt.CheckState.Unchecked
        if role in (_ROLE.DisplayRole, _ROLE.ToolTipRole, _ROLE.AccessibleTextRole):
            return self._words(index)
        take = self._take(index)
        if role == _ROLE.ForegroundRole and take is not None and take.state in _TROUBLE:
            return QColor(self._theme.error)
        if role == _ROLE.ForegroundRole and take is not None and take.state in ("differs", "replaced"):
            return QColor(self._theme.doubt)
        return None

    def _words(self, index: Index) -> str:
        row, column = self.proposal(index).row, index.column()
        if column == ROW:
            return f"{row.sheet} {row.row}".strip()
        if column == NAME:
            return f"{row.written}（{row.unit}）" if row.unit and row.unit not in row.written else row.written
        if column == METRIC:
            target = self.shown(index)
            return target.words(self.catalogue, self.language) if target else ""
        if column == WHY:
            return how_words(self.proposal(index), self.catalogue, self.language)
        if column == TAKE:
            return ""
        take = self._take(index)
        cell = row.cell(self._years[column - FIRST_YEAR])
        return value_words(take, self.catalogue, self.language) if take else cell.text if cell else ""

    def _take(self, index: Index) -> Take | None:
        if index.column() < FIRST_YEAR:
            return None
        year = self._years[index.column() - FIRST_YEAR]
        return self._takes.get(self.proposal(index).row.identity, {}).get(year)

    def setData(self, index: Index, value: object, role: int = int(_ROLE.EditRole)) -> bool:
        """Take an answer over: a tick, or the metric that was chosen."""
        identity = self.proposal(index).row.identity
        if role == _ROLE.CheckStateRole and index.column() == TAKE:
            taken = value in (Qt.CheckState.Checked, Qt.CheckState.Checked.value)
            target = self.shown(index) if taken else None
            if target is not None or not taken:
                self.answered.emit(identity, target)
            return True
        if role == _ROLE.EditRole and isinstance(value, Target):
            self.answered.emit(identity, value)
            return True
        return False
