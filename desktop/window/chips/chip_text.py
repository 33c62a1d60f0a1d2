"""A text in a document: its linked numbers are chips, all else stands as it will print; both ways nothing is lost."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import count

from PySide6.QtGui import QTextBlockFormat, QTextCharFormat, QTextCursor, QTextDocument, QTextTable

from desktop.window.chips.chip_stretches import (
    CHIP,
    NUMBER,
    SIGN,
    WRITTEN,
    ChipAt,
    Stretch,
    stretches,
    units,
    written,
)
from desktop.window.chips.chip_table import Mark, cells_of, chosen_cells, dress_head, table_format, tables_of
from desktop.window.chips.printed import Printed, filled, printed
from desktop.window.session.desk import Desk
from exporters.assembly.chunks import column_weights
from schema.grammar.linked import escaped, parse_linked
from schema.grammar.text_table import new_table_line, table_rows, table_runs


def _pieces(text: str) -> Iterator[Stretch]:
    """Yield the stretches that a stored text would make; their positions do not count."""
    for piece in parse_linked(text):
        yield (0, piece) if isinstance(piece, str) else ChipAt(0, 0, piece.written)


def _signs(found: Iterable[Stretch]) -> list[str]:
    """Return what a cursor passes in one step, as a text stores it: letters, doubled braces, chips."""
    signs: list[str] = []
    for one in found:
        match one:
            case ChipAt():
                signs.append(one.written)
            case Mark():
                signs.append(one.printed)  # within a cell: a bar
            case _:
                signs += map(escaped, one[1])
    return signs


def _room(sign: str) -> int:
    """Return how many places of a document a sign takes; a chip has one."""
    return 2 if sign > "\uffff" else 1


def _alike(one: list[str], other: list[str]) -> int:
    """Return how many signs two texts have in common from the beginning."""
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (mine, yours) in pairs if mine != yours), min(len(one), len(other)))


class ChipText:
    """A document and what its chips show; each chip has a number of its own, for as long as the document lives."""

    def __init__(self, desk: Desk, language: str, document: QTextDocument) -> None:
        self._desk, self._language, self.document = desk, language, document
        self.shown: dict[int, Printed] = {}
        self._numbers = count(1)
        self.line = QTextBlockFormat()

    def fill(self, text: str) -> None:
        """Show a text in the place of whatever stood there."""
        self.shown.clear()
        cursor = QTextCursor(self.document)
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        cursor.setBlockFormat(self.line)
        runs = list(table_runs(text))
        if len(runs) > 1:  # a blank line at either end is one besides the room that a table has there
            first, last = runs[0], runs[-1]
            before = "" if first[0] or first[1][0] else "\n"
            text = before + text + ("" if last[0] or last[1][-1] else "\n")
        self.insert(cursor, text)
        cursor.endEditBlock()

    def put(self, text: str) -> QTextCursor:
        """Write only what differs of a text; return the cursor behind it."""
        old = self.read()
        old_shape, old_leaves = _taken_apart(old)
        shape, leaves = _taken_apart(text)
        cursor = QTextCursor(self.document)
        if shape == old_shape:
            for room, mine, yours in list(zip(self._rooms(), old_leaves, leaves, strict=True))[::-1]:
                if mine != yours:
                    cursor = self._put_between(room, yours)
        if self.read() != text:
            self.fill(text)
            cursor.setPosition(self.position(len(text) - _alike(list(old[::-1]), list(text[::-1]))))
        return cursor

    def _rooms(self) -> list[tuple[int, int]]:
        """Return from where to where in the document each run of words and each cell goes."""
        rooms: list[tuple[int, int]] = []
        start, tables, end = 0, tables_of(self.document), self.document.characterCount() - 1
        for table in tables:
            rooms += self._run(start, table.firstPosition() - 1)
            rooms += [(cell.firstPosition(), cell.lastPosition()) for cell in cells_of(table)]
            start = table.lastPosition() + 1
        return rooms + (self._run(start, end) if tables else [(0, end)])

    def _run(self, begin: int, end: int) -> list[tuple[int, int]]:
        """Return where words beside a table stand; an empty line at an edge of the document is only room."""
        first, last = self.document.firstBlock(), self.document.lastBlock()
        if begin == 0 and first.length() == 1:
            begin += 1
        if end == self.document.characterCount() - 1 and last.length() == 1:
            end -= 1
        return [(begin, end)] if begin <= end else []

    def _put_between(self, room: tuple[int, int], text: str) -> QTextCursor:
        begin, stop = room
        old, new = _signs(stretches(self.document, begin, stop)), _signs(_pieces(text))
        start = _alike(old, new)
        end = _alike(old[start:][::-1], new[start:][::-1])
        cursor = QTextCursor(self.document)
        cursor.setPosition(begin + sum(map(_room, old[:start])))
        length = sum(map(_room, old[start : len(old) - end]))
        cursor.setPosition(cursor.position() + length, QTextCursor.MoveMode.KeepAnchor)
        self._write(cursor, "".join(new[start : len(new) - end]))
        return cursor

    def insert(self, cursor: QTextCursor, text: str) -> None:
        """Put a text in the place of what is chosen, its tables as tables; over cells it takes as many as it has."""
        runs = list(table_runs(text))
        cursor.beginEditBlock()
        if cursor.currentTable() is not None and not cursor.hasComplexSelection():
            self._spread(cursor, runs)
        else:
            cursor.removeSelectedText()
            for tabular, lines in runs:
                if tabular:
                    self._insert_table(cursor, lines)
                else:
                    self._write(cursor, "\n".join(lines))
        cursor.endEditBlock()

    def _insert_table(self, cursor: QTextCursor, lines: tuple[str, ...]) -> None:
        rows, theme = table_rows(lines), self._desk.theme
        told = [[filled(self._desk, cell, self._language)[0] for cell in row] for row in rows]
        table = cursor.insertTable(len(rows), len(rows[0]), table_format(theme, column_weights(told), lines))
        for cell, words in zip(cells_of(table), (words for row in rows for words in row), strict=True):
            place = cell.firstCursorPosition()
            place.setBlockFormat(self.line)
            self._write(place, words)
        dress_head(table, theme)
        cursor.setPosition(table.lastPosition() + 1)
        cursor.setBlockFormat(self.line)

    def _spread(self, cursor: QTextCursor, runs: list[tuple[bool, tuple[str, ...]]]) -> None:
        """Put words into a cell on one line, a table's cells into the cells from there on."""
        table, here = cursor.currentTable(), cursor.currentTable().cellAt(cursor)
        if not all(tabular for tabular, _ in runs):
            self._write(cursor, " ".join(filter(None, (line.strip() for _, lines in runs for line in lines))))
            return
        rows = table_rows([line for _, lines in runs for line in lines])
        table.resize(max(table.rows(), here.row() + len(rows)), max(table.columns(), here.column() + len(rows[0])))
        for down, row in enumerate(rows):
            for across, words in enumerate(row):
                cell = table.cellAt(here.row() + down, here.column() + across)
                cursor.setPosition(cell.firstPosition())
                cursor.setPosition(cell.lastPosition(), QTextCursor.MoveMode.KeepAnchor)
                self._write(cursor, words)
        dress_head(table, self._desk.theme)

    def _write(self, cursor: QTextCursor, text: str) -> None:
        """Put words in the place of what is chosen, their linked numbers as chips."""
        cursor.beginEditBlock()
        cursor.removeSelectedText()
        plain, before = QTextCharFormat(), ""
        for piece in parse_linked(text):
            if isinstance(piece, str):
                cursor.insertText(piece, plain)
                before = piece
                continue
            number = next(self._numbers)
            self.shown[number] = printed(self._desk, piece, self._language, before)
            before = self.shown[number].words
            form = QTextCharFormat()
            form.setObjectType(CHIP)
            form.setProperty(WRITTEN, piece.written)
            form.setProperty(NUMBER, number)
            cursor.insertText(SIGN, form)
        cursor.endEditBlock()

    def read(self) -> str:
        """Return the text as it is stored."""
        return written(stretches(self.document))

    def between(self, begin: int, end: int) -> str:
        """Return what stands between two positions as it is stored; within a cell without the signs before its bars."""
        found, cursor = stretches(self.document, begin, end), QTextCursor(self.document)
        cursor.setPosition(begin)
        cell = cursor.currentTable().cellAt(cursor) if cursor.currentTable() is not None else None
        return "".join(_signs(found)) if cell is not None and end <= cell.lastPosition() else written(found)

    def chosen_cells(self, cursor: QTextCursor) -> str:
        """Return chosen cells as lines of a table."""
        table = cursor.currentTable()
        row, rows, column, columns = chosen_cells(table, cursor)
        lines = [
            tuple(self._cell(table, down, across) for across in range(column, column + columns))
            for down in range(row, row + rows)
        ]
        return "\n".join(new_table_line(line).written() for line in lines)

    def _cell(self, table: QTextTable, row: int, column: int) -> str:
        cell = table.cellAt(row, column)
        return self.between(cell.firstPosition(), cell.lastPosition())

    def printed(self, begin: int = 0, end: int | None = None) -> str:
        """Return what stands in the document, or between two positions, as it will print."""
        found = stretches(self.document, begin, end)
        return "".join(self.told(one) for one in found)

    def told(self, one: Stretch) -> str:
        """Return a stretch as it will print."""
        match one:
            case ChipAt():
                return self.look(one).words
            case Mark():
                return one.printed
            case _:
                return one[1]

    def chips(self) -> list[ChipAt]:
        """Return the chips of the document in order."""
        return [one for one in stretches(self.document) if isinstance(one, ChipAt)]

    def look(self, chip: ChipAt) -> Printed:
        """Return what a chip shows; one that came from elsewhere (undone, moved) is looked up."""
        if chip.number not in self.shown:
            (piece,) = parse_linked(chip.written)
            self.shown[chip.number] = Printed(piece) if isinstance(piece, str) else self._printed(chip, "")
        return self.shown[chip.number]

    def _printed(self, chip: ChipAt, before: str) -> Printed:
        piece = parse_linked(chip.written)[0]
        return Printed(piece) if isinstance(piece, str) else printed(self._desk, piece, self._language, before)

    def renew(self, *, changes: bool = False) -> bool:
        """Look all chips up again, or only those that tell a change, which follow the words before them."""
        before, differs = "", False
        for one in stretches(self.document):
            if not isinstance(one, ChipAt):
                words = self.told(one)
                before = words if words != "\n" else before + "\n"
                continue
            if not changes or "change" in one.written:
                now = self._printed(one, before)
                if now != self.shown.get(one.number):
                    self.shown[one.number] = now
                    self.document.markContentsDirty(one.position, 1)
                    differs = True
            before = self.look(one).words
        return differs

    def missing(self) -> int:
        """Return how many numbers have no value yet, or name nothing."""
        return sum(self.look(chip).state != "value" for chip in self.chips())

    def position(self, place: int) -> int:
        """Return where in the document a character of the stored text is; in a chip its end."""
        passed = end = 0
        for one in stretches(self.document):
            stored = written((one,))
            if passed + len(stored) > place:
                return _within(one, place - passed)
            passed += len(stored)
            end = one[0] + units(one[1]) if isinstance(one, tuple) else one.position + 1
        return end


def _within(one: Stretch, place: int) -> int:
    if not isinstance(one, tuple):
        return one.position + (place > 0)
    position, words = one
    length = next((n for n in range(len(words) + 1) if len(escaped(words[:n])) >= place), len(words))
    return position + units(words[:length])


def _taken_apart(text: str) -> tuple[list[tuple[int, int]], list[str]]:
    """Return the shape of a text, (0, 0) for words and lines and columns of each table; and its words, cell by cell."""
    shape: list[tuple[int, int]] = []
    leaves: list[str] = []
    for tabular, lines in table_runs(text):
        rows = table_rows(lines) if tabular else [["\n".join(lines)]]
        shape.append((len(rows), len(rows[0])) if tabular else (0, 0))
        leaves += [words for row in rows for words in row]
    return shape, leaves
