"""The records of one block of the chosen report as a table: rows are records, columns those of the type."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import count

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor, QImage, QPixmap

from desktop.window.item_models.record_rows import record_line, record_state, record_title
from desktop.window.look.icons import IconShelf
from desktop.window.look.states import State
from desktop.window.session.editing_tools import EditingTools
from schema.catalogue.definitions import RecordColumn, RecordType
from schema.catalogue.outline import Listing
from schema.grammar.reference import RecordKey
from schema.values.changes import Change, clear, keep
from schema.values.datapoint import Field, Record
from schema.values.follow_ups import follow_up_of
from schema.values.image_slots import CellAt, PictureAt
from schema.values.record_places import block_rows, free_id, new_record, put_into
from schema.values.records import read_field, show_plain, with_words

Index = QModelIndex | QPersistentModelIndex
_ROLE = Qt.ItemDataRole
_THUMBNAIL = 48  # pixels


class RecordModel(QAbstractTableModel):
    """Reads the session, writes commands; `language` is that of the words."""

    def __init__(self, tools: EditingTools, kind: RecordType, block: Listing) -> None:
        super().__init__()
        self.desk, self.kind, self.language, self.block = tools.desk, kind, tools.language, block
        self.pictures, self._icons = tools.pictures, IconShelf()
        self._commands = tools.commands
        self.pictures.shown.connect(self._show_thumbnail)
        self.records = self._read()

    def _read(self) -> tuple[Record, ...]:
        return block_rows(self.desk.outline, self.block, self.desk.session.snapshot)

    def _of_type(self) -> tuple[Record, ...]:
        return self.desk.session.snapshot.rows(self.desk.report, self.kind.code)

    def refresh(self) -> None:
        """Read the records anew; the cursor stays where only words have changed."""
        found = self._read()
        if [r.key for r in found] == [r.key for r in self.records]:
            self.records = found
            if found:
                last = self.index(len(found) - 1, len(self.kind.columns) - 1)
                self.dataChanged.emit(self.index(0, 0), last)
        else:
            self.beginResetModel()
            self.records = found
            self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """Return the number of records."""
        return 0 if parent is not None and parent.isValid() else len(self.records)

    def columnCount(self, parent: Index | None = None) -> int:
        """Return the number of columns of the type."""
        return 0 if parent is not None and parent.isValid() else len(self.kind.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return a column's name, with a star where it is required, or the row's number."""
        if role != int(_ROLE.DisplayRole):
            return None
        if orientation == Qt.Orientation.Vertical:
            return str(section + 1)
        column = self.kind.columns[section]
        unit = self.desk.catalogue.units.get(column.unit)
        words = self.desk.words(column.name) + (f" ({self.desk.words(unit.name)})" if unit else "")
        return words + (" *" if column.required else "")

    # a row as a list shows it

    def has_more(self) -> bool:
        """Whether a record has more than cells of a table show well: long words, or pictures."""
        return any(one.traits.paragraphs or one.traits.pictured for one in self.kind.columns)

    def picture_columns(self) -> list[int]:
        """Return the columns of pictures."""
        return [number for number, column in enumerate(self.kind.columns) if column.traits.pictured]

    def picture_column(self) -> int | None:
        """Return the first column of pictures; None where records have none."""
        return next(iter(self.picture_columns()), None)

    def row_title(self, row: int) -> str:
        """Return what a record is called; empty where nothing is written yet."""
        return record_title(self.records[row], self.kind, self.language)

    def row_line(self, row: int) -> str:
        """Return what else is known of it in short."""
        return record_line(self.records[row], self.kind, (self.language, self.desk.language))

    def row_state(self, row: int) -> State:
        """Return how it stands."""
        return record_state(self.records[row], self.kind, self.language)

    def row_picture(self, row: int) -> QImage | None:
        """Return its picture, small; None where it has none, or until it is read."""
        column = self.picture_column()
        held = self.records[row].field(self.kind.columns[column].code).typed if column is not None else ""
        return self.pictures.thumbnail(held) if held in self.desk.session.snapshot.attachments else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Every cell can be chosen and dragged, and edited where the workspace can be written."""
        if not index.isValid():
            return Qt.ItemFlag.ItemIsDropEnabled
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsDragEnabled
        typed = self.desk.session.writable and not self.column(index).traits.pictured
        return chosen | Qt.ItemFlag.ItemIsEditable if typed else chosen

    def data(self, index: Index, role: int = int(_ROLE.DisplayRole)) -> object:
        """Return what stands in a cell, for reading or for editing, and the ground of a required blank."""
        column, record = self.column(index), self.records[index.row()]
        field = record.field(column.code)
        found = self._picture(field, role) if column.traits.pictured else self._flag(record, index.column(), role)
        if found is not None:
            return found
        if role == int(_ROLE.DisplayRole):
            return field.words.get(self.language) if column.worded else show_plain(field, column, self.desk.language)
        if role == int(_ROLE.EditRole):
            return field.words.get(self.language) if column.worded else field.typed
        if role == int(_ROLE.BackgroundRole) and column.required and not self._filled(field, column):
            return QColor(self.desk.theme.soft)
        if role == int(_ROLE.BackgroundRole) and record.carried:
            return QColor(self.desk.theme.doubt_soft)
        if (origin := field.origin(self.language)) and origin.draft:
            if role == int(_ROLE.BackgroundRole):
                return QColor(self.desk.theme.soft)
            if role == int(_ROLE.ToolTipRole):
                return self.tr("Machine draft: read it, then correct it or choose “Accept all” above")
        if role == int(_ROLE.ToolTipRole) and field.words and not field.words.get(self.language):
            return field.words.best(self.language)
        return None

    def _flag(self, record: Record, column: int, role: int) -> object:
        """Return the flag of a row that is to be looked at again, for its first cell."""
        if column or role != int(_ROLE.DecorationRole):
            return None
        if follow_up_of(self.desk.session.snapshot, record.key.canonical()) is None:
            return None
        return self._icons.icon("flag", self.desk.theme.doubt)

    def _picture(self, field: Field, role: int) -> object:
        """Return a picture's file name or thumbnail; None for what holds for every cell."""
        picture = self.desk.session.snapshot.attachments.get(field.typed)
        if role == int(_ROLE.DisplayRole):
            return picture.name if picture else ""
        if role == int(_ROLE.DecorationRole) and picture and (image := self.pictures.thumbnail(picture.hash)):
            keep, smooth = Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
            return QPixmap.fromImage(image).scaled(_THUMBNAIL, _THUMBNAIL, keep, smooth)
        return None

    def _show_thumbnail(self, name: str) -> None:
        for row, record in enumerate(self.records):
            for number, column in enumerate(self.kind.columns):
                if column.traits.pictured and record.field(column.code).typed == name:
                    self.dataChanged.emit(self.index(row, number), self.index(row, number))

    def place(self, index: Index) -> PictureAt:
        """Return the place of a picture that a cell is: its record and its column."""
        return CellAt(self.records[index.row()].key, self.column(index).code)

    def _filled(self, field: Field, column: RecordColumn) -> bool:
        return bool(field.words.get(self.language) if column.worded else field.typed)

    def column(self, index: Index) -> RecordColumn:
        """Return the column of a cell."""
        return self.kind.columns[index.column()]

    def setData(self, index: Index, value: object, role: int = int(_ROLE.EditRole)) -> bool:
        """Put typed text into a cell; the same text changes nothing."""
        if role != int(_ROLE.EditRole) or str(value).strip() == str(self.data(index, role)).strip():
            return False
        self._put(self.records[index.row()], self.column(index), str(value))
        return True

    def new_visit(self) -> int:
        """Return a number for one stay in an editor: what is written during it is one step."""
        return self._commands.new_visit()

    def write(self, key: RecordKey, column: int, text: str, visit: int) -> None:
        """Put words into a cell, wherever its row stands by now; nothing where it is gone."""
        record = next((one for one in self.records if one.key == key), None)
        if record is not None:
            self._put(record, self.kind.columns[column], text, visit)

    def _put(self, record: Record, column: RecordColumn, text: str, visit: int = 0) -> None:
        old = record.field(column.code)
        field = (
            with_words(old, self.language, text)
            if column.worded
            else read_field(text, self.kind, column, self.desk.catalogue)
        )
        fields = {code: kept for code, kept in record.fields.items() if code != column.code}
        if field:
            fields[column.code] = field
        self._set([keep(replace(record, fields=fields, carried=""))], visit=visit)

    def add(self) -> int:
        """Add an empty record at the end and return its row."""
        snapshot = self.desk.session.snapshot
        record = new_record(self.desk.outline, self.block, snapshot, free_id(snapshot, self.kind.code))
        self._set([keep(record)])
        return len(self.records) - 1

    def earlier(self) -> tuple[int, tuple[Record, ...]] | None:
        """Return the year of the newest report before this one that has rows for the block, and those rows."""
        desk, snapshot = self.desk, self.desk.session.snapshot
        before = [one for one in desk.session.definitions.outlines.values() if one.year < desk.outline.year]
        for outline in sorted(before, key=lambda one: -one.year):
            if rows := block_rows(outline, self.block, snapshot):
                return outline.year, rows
        return None

    def take_earlier(self) -> None:
        """Let the rows of the report before stand here as well, as not touched yet, in one step."""
        found, report = self.earlier(), self.desk.report
        taken = {key.id for key in self.desk.session.snapshot.records if key.type == self.kind.code}
        free = (name for number in count(1) if (name := f"r{number}") not in taken)
        order = max((record.order for record in self._of_type()), default=0)
        rows = [
            replace(row, key=replace(row.key, id=next(free)), report=report, order=order + place, carried=row.report)
            for place, row in enumerate(found[1] if found else (), 1)
        ]
        self._set([keep(put_into(row, self.block.id)) for row in rows])

    def remove(self, rows: Sequence[int]) -> None:
        """Remove records in one step."""
        self._set([clear(self.records[row].key) for row in rows], self.tr("rows taken out"))

    def confirm(self, rows: Collection[int]) -> None:
        """Say that rows from last year are still true: those chosen, or all where none of the chosen is one."""
        carried = [row for row, record in enumerate(self.records) if record.carried]
        wanted = [row for row in carried if row in rows] or carried
        self._set([keep(replace(self.records[row], carried="")) for row in wanted], self.tr("confirmation"))

    def move(self, row: int, step: int) -> int:
        """Let a record go so many rows on or back, in one step; return its row, the same where it cannot go there."""
        target = row + step
        if not 0 <= target < len(self.records) or not step:
            return row
        rows = list(self.records)
        rows.insert(target, rows.pop(row))
        # Those of other places keep theirs: the rows of this one are put into the places that they have together.
        ours = iter(rows)
        order = [next(ours) if record in self.records else record for record in self._of_type()]
        moved = ((number, record) for number, record in enumerate(order, 1) if record.order != number)
        self._set([keep(replace(record, order=number)) for number, record in moved], self.tr("order of rows"))
        return target

    def places(self) -> tuple[tuple[str, str], ...]:
        """Return the other blocks of the report that take this type: id, and the title of the section."""
        blocks = self.desk.outline.record_blocks(self.kind.code)
        return tuple((block.id, self.desk.words(s.title)) for s, block in blocks if block.id != self.block.id)

    def send(self, rows: Sequence[int], block: str) -> None:
        """Let records stand in another block."""
        self._set([keep(put_into(self.records[row], block)) for row in rows], self.tr("moved to another section"))

    def _set(self, changes: Sequence[Change], act: str = "", visit: int = 0) -> None:
        if changes:
            self._commands.change(act, changes, visit)
            self.refresh()
