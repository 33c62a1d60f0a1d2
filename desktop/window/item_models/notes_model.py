"""Notes from when there was one field for footnote and note: what each becomes is ticked in its row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desktop.window.session.desk import Desk
from desktop.work.old_notes import NOTHING, OldNote, Sorting
from schema.grammar.reference import Key

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
NAME, WORDS, FOOTNOTE, NOTE, REMARK = range(5)
TICKS = (FOOTNOTE, NOTE, REMARK)
_FIELDS = {FOOTNOTE: "footnote", NOTE: "note", REMARK: "remark"}


class NotesModel(QAbstractTableModel):
    """A row per note; what nobody has ticked stays as it is. A remark is offered where the note answers a doubt."""

    def __init__(self, desk: Desk, notes: Iterable[OldNote]) -> None:
        super().__init__(desk)
        self._desk = desk
        self.notes = tuple(notes)
        self._chosen = {old.point.key: NOTHING for old in self.notes}

    def choice(self) -> Mapping[Key, Sorting]:
        """Return what the notes become of which something is ticked."""
        return {key: sorting for key, sorting in self._chosen.items() if sorting != NOTHING}

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of notes."""
        return 0 if parent is not None and parent.isValid() else len(self.notes)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return value, words, and three ticks."""
        return 0 if parent is not None and parent.isValid() else 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return what a column holds."""
        if role != int(_ROLE.DisplayRole) or orientation == Qt.Orientation.Vertical:
            return None
        heads = {
            NAME: self.tr("Value"), WORDS: self.tr("Note of before"), FOOTNOTE: self.tr("Footnote (printed)"),
            NOTE: self.tr("Note (internal)"), REMARK: self.tr("Answer to the doubt"),
        }  # fmt: skip
        return heads[section]

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Ticks can be set; a remark only where there is a doubt that the note answers."""
        shown = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if index.column() not in TICKS:
            return shown
        if index.column() == REMARK and not self.notes[index.row()].answers:
            return Qt.ItemFlag.ItemIsSelectable
        return shown | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: Index, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return the words of a cell, or whether it is ticked."""
        old = self.notes[index.row()]
        if role == int(_ROLE.CheckStateRole) and index.column() in TICKS:
            return self._state(index)
        if role in (int(_ROLE.DisplayRole), int(_ROLE.ToolTipRole)):
            return self._words(old, index.column())
        if role == int(_ROLE.AccessibleTextRole):
            head = self.headerData(index.column(), Qt.Orientation.Horizontal)
            return f"{self._words(old, NAME)}, {head}: {self._words(old, index.column())}"
        return None

    def _state(self, index: Index) -> Qt.CheckState | None:
        old = self.notes[index.row()]
        if index.column() == REMARK and not old.answers:
            return None
        ticked = getattr(self._chosen[old.point.key], _FIELDS[index.column()])
        return Qt.CheckState.Checked if ticked else Qt.CheckState.Unchecked

    def _words(self, old: OldNote, column: int) -> str:
        key, metrics = old.point.key, self._desk.catalogue.metrics
        if column == NAME:
            return f"{self._desk.name(key)} {key.period}" if key.metric in metrics else key.canonical()
        return old.point.note if column == WORDS else ""

    def setData(self, index: Index, value: object, role: int = int(_ROLE.CheckStateRole)) -> bool:
        """Tick a cell, or take the tick away."""
        if role != int(_ROLE.CheckStateRole) or not self.flags(index) & Qt.ItemFlag.ItemIsUserCheckable:
            return False
        self.tick([index.row()], index.column(), Qt.CheckState(value) == Qt.CheckState.Checked)
        return True

    def tick(self, rows: Iterable[int], column: int, ticked: bool) -> None:
        """Tick a column of these rows, or take the ticks away; with a first tick goes the answer that the note was."""
        for row in rows:
            old = self.notes[row]
            if column == REMARK and not old.answers:
                continue
            before = self._chosen[old.point.key]
            fields = {_FIELDS[column]: ticked}
            if before == NOTHING and ticked and old.answers:
                fields["remark"] = True
            self._chosen[old.point.key] = replace(before, **fields)
        self.dataChanged.emit(self.index(0, FOOTNOTE), self.index(max(0, len(self.notes) - 1), REMARK))

    def is_ticked(self, row: int, column: int) -> bool:
        """Whether a cell is ticked."""
        return self._state(self.index(row, column)) == Qt.CheckState.Checked
