"""Tables and indices as OOXML."""

from __future__ import annotations

from collections.abc import Sequence

from exporters.charts.colours import lighter
from exporters.content import (
    Column,
    Index,
    IndexRow,
    Inlines,
    LinkedNumber,
    Row,
    Table,
)
from exporters.word.across import LANDSCAPE
from exporters.word.inline_writer import PENDING_GROUND, Scribe, is_shaded
from exporters.word.number_columns import decimal_stops, is_counted, stop_look
from exporters.word.ooxml import cell, paragraph, row, table
from exporters.word.table_rows import row_lines, widths_of

TEXT_WIDTH = 9186  # twentieths of a point, as the template's page has it
SHORT_TABLE = 9  # rows that are kept on one page
_LOW, _ROW_LINE, _ROW_ROOM = 240.0, 13.0, 4.0  # points: the height that is, too; of a line, around a row's words
_MIDDLE = '<w:vAlign w:val="center"/>'
_HIGH = 4  # lines of a row
_KEEP = "<w:keepNext/>"
_LEFT = '<w:jc w:val="left"/>'
_BOLD = "<w:b/><w:bCs/>"
_ON_COLOUR = '<w:b/><w:bCs/><w:color w:val="FFFFFF"/>'
_STYLES = {"number": "TableNumber"}
_HEADS = {"number": "TableHeadNumber"}


def table_xml(block: Table, scribe: Scribe, width: int = TEXT_WIDTH, left: int = 0) -> str:
    """Return caption, table and notes; the table begins `left` twentieths of a point from the margin."""
    head = _caption(block, scribe) if block.caption else ""
    ends = ["" for _ in block.notes[1:]] + ['<w:spacing w:after="240"/>']  # the last one keeps the distance
    notes = "".join(
        paragraph(scribe.inlines(note), "TableNote", end) for note, end in zip(block.notes, ends, strict=False)
    )
    width = LANDSCAPE if block.id in scribe.across else width
    grid = _grid(block, scribe, width, left)
    if not block.caption and block.anchor:  # in the first cell: between blocks it would belong to the next page
        grid = grid.replace("</w:pPr>", "</w:pPr>" + scribe.anchored(block.anchor, ""), 1)
    return head + grid + notes


def _caption(block: Table, scribe: Scribe) -> str:
    words = scribe.numbered(scribe.document.labels.table, scribe.words(block.caption), block.anchor)
    return paragraph(words, "Caption")


def _grid(block: Table, scribe: Scribe, width: int, left: int) -> str:
    widths = widths_of(block.columns, width)
    last = len(block.rows) - 1
    # a short table stays on one page; a long or high one leaves neither its head nor its last row alone
    short = last < SHORT_TABLE and _height(block.rows, widths) <= _LOW
    together = range(last) if short else (0, 1, last - 1)
    looks = tuple(zip(block.columns, widths, decimal_stops(block.rows, widths), strict=True))
    rows = [_row(line, looks, scribe, keep=i in together) for i, line in enumerate(block.rows)]
    head = _head(block.columns, widths, scribe) if any(column.title for column in block.columns) else ""
    return table(head + "".join(rows), widths, "ReportTable", words=block.caption, left=left)


def _height(rows: Sequence[Row], widths: Sequence[int]) -> float:
    """Return about how high rows stand, in points."""
    return sum(_ROW_LINE * row_lines(row, widths) + _ROW_ROOM for row in rows)


def _head(columns: Sequence[Column], widths: Sequence[int], scribe: Scribe) -> str:
    cells = [
        cell(paragraph(scribe.words(column.title), _HEADS.get(column.role, "TableHead")), width)
        for column, width in zip(columns, widths, strict=True)
    ]
    return row("".join(cells), head=True)


def _row(line: Row, looks: Sequence[tuple[Column, int, int | None]], scribe: Scribe, *, keep: bool) -> str:
    extra = _KEEP if keep else ""
    if line.kind == "group":
        span, whole = f'<w:gridSpan w:val="{len(looks)}"/>', sum(width for _, width, _ in looks)
        return row(cell(paragraph(scribe.inlines(line.cells[0]), "TableGroup"), whole, span))
    indent = '<w:ind w:left="200"/>' if line.kind == "member" else ""
    bold = _BOLD if line.kind == "total" else ""
    cells: list[str] = []
    # Words of many lines are read from the top of their row on.
    middle = _MIDDLE if row_lines(line, [width for _, width, _ in looks]) < _HIGH else ""
    for number, (inlines, (column, width, stop)) in enumerate(zip(line.cells, looks, strict=True)):
        counted = column.role == "number" and stop is not None and is_counted(inlines)
        look = extra + (stop_look(stop) + _LEFT if stop and counted else "") + (indent if number == 0 else "")
        words = scribe.inlines(inlines, _BOLD if column.strong else bold)
        ground = _ground(inlines) or (_own_year(scribe) if column.strong and column.role == "number" else "")
        strong = column.role == "number" and (column.strong or line.kind == "total")
        style = "TableNumberStrong" if strong else _STYLES.get(column.role, "TableText")
        cells.append(cell(paragraph(words, style, look), width, ground + middle))
    return row("".join(cells))


def _own_year(scribe: Scribe) -> str:
    """Return the ground of the report's own year."""
    return f'<w:shd w:val="clear" w:color="auto" w:fill="{lighter(scribe.document.look.colours[0], 0.88)}"/>'


def _ground(inlines: Inlines) -> str:
    """Return the ground of a cell with a number that is not approved: LibreOffice drops that of a bound control."""
    waits = any(isinstance(inline, LinkedNumber) and is_shaded(inline) for inline in inlines)
    return PENDING_GROUND if waits else ""


def index_xml(block: Index, scribe: Scribe) -> str:
    """Return a framework's index under its name: headings, requirements, places or reasons."""
    words = scribe.numbered(scribe.document.labels.table, scribe.words(block.framework), block.anchor)
    widths = widths_of(block.columns, TEXT_WIDTH)
    head = _head(block.columns, widths, scribe)
    rows = [_index_row(line, block.columns, widths, scribe) for line in block.rows]
    return paragraph(words, "Caption") + table(head + "".join(rows), widths, "ReportTable", words=block.framework)


def _index_row(line: IndexRow, columns: Sequence[Column], widths: Sequence[int], scribe: Scribe) -> str:
    if line.heading:
        span, keep = f'<w:gridSpan w:val="{len(widths)}"/>', ""
        if line.heading == 1:  # a part stands out from the aspects below it
            tint = lighter(scribe.document.look.colours[0], 0.9)
            span, keep = f'{span}<w:shd w:val="clear" w:color="auto" w:fill="{tint}"/>', _KEEP
        return row(cell(paragraph(scribe.inlines(line.cells[0]), "TableGroup", keep), sum(widths), span))
    cells: list[str] = []
    for number, (inlines, column, width) in enumerate(zip(line.cells, columns, widths, strict=True)):
        filled = bool(line.colour) and number == 0
        look = _ON_COLOUR if filled else _BOLD if column.role == "code" else ""
        fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{line.colour}"/>' if filled else ""
        middle = '<w:jc w:val="center"/>' if filled else ""
        cells.append(cell(paragraph(scribe.inlines(inlines, look), "TableText", middle), width, fill))
    return row("".join(cells))
