"""Tables of a text in its document: real cells there, lines with bars in what is stored.

Each sign between two blocks of a document stands for something of the stored text: a new line, or a table's bars with
what is around them. A document has a line before and after each table; where the text has none, that line is nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace

from PySide6.QtGui import (
    QBrush,
    QColor,
    QTextBlock,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextFormat,
    QTextFrameFormat,
    QTextLength,
    QTextTable,
    QTextTableCell,
    QTextTableFormat,
)

from desktop.window.look.theme import Theme
from schema.grammar.text_table import TableLine, new_table_line, table_line

_SOURCE = QTextFormat.Property.UserProperty.value + 3
_PAD = 5
Content = Callable[[QTextBlock], str]


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign of the document that is no word: where it is, how it is stored, and how it is read aloud or copied."""

    position: int
    written: str
    printed: str


def tables_of(document: QTextDocument) -> list[QTextTable]:
    """Return the tables of a text in order."""
    return [frame for frame in document.rootFrame().childFrames() if isinstance(frame, QTextTable)]


def cells_of(table: QTextTable) -> Iterator[QTextTableCell]:
    """Yield the cells of a table line by line."""
    for row in range(table.rows()):
        for column in range(table.columns()):
            yield table.cellAt(row, column)


def chosen_cells(table: QTextTable, cursor: QTextCursor) -> tuple[int, int, int, int]:
    """Return the first chosen row and how many, the first column and how many; of one cell without a choice."""
    if cursor.hasComplexSelection():
        return cursor.selectedTableCells()  # pyright: ignore[reportReturnType] - the stubs know no tuple
    cell = table.cellAt(cursor)
    return cell.row(), 1, cell.column(), 1


def marks_of(document: QTextDocument, content: Content) -> dict[int, Mark]:
    """Return what stands between blocks other than a new line, by position; `content` is how a block is stored."""
    marks: dict[int, Mark] = {}
    for table in tables_of(document):
        marks.update((mark.position, mark) for mark in _marks(table, content))
    if marks:
        _drop_edges(document, marks)
    return marks


def _marks(table: QTextTable, content: Content) -> Iterator[Mark]:
    ending = "\n"
    for row, line in enumerate(_lines(table, content)):
        padded = [*line.marks, *[""] * (table.columns() - len(line.cells))]
        for column in range(table.columns()):
            cell = table.cellAt(row, column)
            before = padded[column] if column else ending + padded[0]
            yield Mark(cell.firstPosition() - 1, before, "\t" if column else "\n")
            yield from _breaks(cell)
        ending = padded[-1] + "\n"
    yield Mark(table.lastPosition(), ending, "\n")


def _breaks(cell: QTextTableCell) -> Iterator[Mark]:
    """A line of a table has no room for a new line: what came in with one is told by a blank."""
    for block in _blocks(cell):
        if block.position() > cell.firstPosition():
            yield Mark(block.position() - 1, " ", " ")


def _blocks(cell: QTextTableCell) -> Iterator[QTextBlock]:
    block = cell.firstCursorPosition().block()
    while block.isValid() and block.position() <= cell.lastPosition():
        yield block
        block = block.next()


def _lines(table: QTextTable, content: Content) -> Sequence[TableLine]:
    """Return the lines as they came, letter by letter, as long as their cells are what they were."""
    rows = [
        [" ".join(map(content, _blocks(table.cellAt(row, column)))) for column in range(table.columns())]
        for row in range(table.rows())
    ]
    source = [table_line(line) for line in str(table.format().property(_SOURCE) or "").split("\n") if line]
    if [[*line.cells, *[""] * (table.columns() - len(line.cells))] for line in source] == rows:
        return source
    return [new_table_line(tuple(row)) for row in rows]


def _drop_edges(document: QTextDocument, marks: dict[int, Mark]) -> None:
    """An empty line at either end of the document is only the room beside a table."""
    first, last = document.firstBlock(), document.lastBlock()
    if first.length() == 1:
        mark = marks.get(0, Mark(0, "\n", ""))
        marks[0] = replace(mark, written=mark.written.removeprefix("\n"), printed="")
    if last.length() == 1:
        place = last.position() - 1
        mark = marks.get(place, Mark(place, "\n", ""))
        marks[place] = replace(mark, written=mark.written.removesuffix("\n"), printed="")


def table_format(theme: Theme, weights: Sequence[float], lines: Sequence[str]) -> QTextTableFormat:
    """Return how a table of these column widths looks; it keeps the lines that it comes from."""
    form = QTextTableFormat()
    form.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    form.setColumnWidthConstraints(_shares(weights))
    form.setBorder(1)
    form.setBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    form.setBorderCollapse(True)
    form.setBorderBrush(QBrush(QColor(theme.line)))
    form.setCellPadding(_PAD)
    form.setCellSpacing(0)
    form.setTopMargin(_PAD)
    form.setBottomMargin(_PAD)
    form.setProperty(_SOURCE, "\n".join(lines))
    return form


def _shares(weights: Sequence[float]) -> list[QTextLength]:
    whole = sum(weights)
    return [QTextLength(QTextLength.Type.PercentageLength, 100 * weight / whole) for weight in weights]


def even_columns(table: QTextTable) -> None:
    """Give the columns of a table the same width."""
    form = table.format()
    form.setColumnWidthConstraints(_shares([1.0] * table.columns()))
    table.setFormat(form)


def dress_head(table: QTextTable, theme: Theme) -> None:
    """Show the first line as the head that it prints as."""
    for cell in cells_of(table):
        form = QTextCharFormat(cell.format())
        ground = theme.side if cell.row() == 0 else theme.surface
        if form.background().color() != QColor(ground):
            form.setBackground(QColor(ground))
            cell.setFormat(form)
