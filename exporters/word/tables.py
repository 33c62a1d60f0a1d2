"""Tables, callouts and frames as OOXML: everything that stands in cells."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from exporters.charts.look import lighter
from exporters.content import (
    Callout,
    CalloutItem,
    Column,
    Frame,
    Image,
    Index,
    IndexRow,
    Inlines,
    LinkedNumber,
    Paragraph,
    Row,
    Table,
)
from exporters.word.inline_writer import PENDING_GROUND, Scribe, is_shaded
from exporters.word.ooxml import cell, paragraph, row, table

TEXT_WIDTH = 9186  # twentieths of a point, as the template's page has it
FRAME_WIDTH = TEXT_WIDTH - 460
SHORT_TABLE = 9  # rows that are kept on one page
_MIDDLE = '<w:vAlign w:val="center"/>'
_KEEP = "<w:keepNext/>"
_CALLOUT_SIZES = (24, 20, 17, 14)  # points; the first is the style's own
_UNIT_SIZE, _GAP_SIZE = 10, 12
_BOLD = "<w:b/><w:bCs/>"
_ON_COLOUR = '<w:b/><w:bCs/><w:color w:val="FFFFFF"/>'
_STYLES = {"number": "TableNumber"}
_HEADS = {"number": "TableHeadNumber"}


def widths_of(columns: Sequence[Column], width: int = TEXT_WIDTH) -> tuple[int, ...]:
    """Divide the width by the columns' weights, without a rest."""
    whole = sum(column.weight for column in columns) or 1
    widths = [int(width * column.weight / whole) for column in columns]
    widths[-1] += width - sum(widths)
    return tuple(widths)


def table_xml(block: Table, scribe: Scribe, width: int = TEXT_WIDTH) -> str:
    """Return caption, table and notes."""
    head = _caption(block, scribe) if block.caption else scribe.anchored(block.anchor, "")
    notes = "".join(paragraph(scribe.inlines(note), "TableNote") for note in block.notes)
    return head + _grid(block, scribe, width) + (notes or paragraph("", "Gutter"))


def _caption(block: Table, scribe: Scribe) -> str:
    return paragraph(
        scribe.anchored(block.anchor, scribe.numbered(scribe.document.labels.table, scribe.words(block.caption))),
        "Caption",
    )


def _grid(block: Table, scribe: Scribe, width: int) -> str:
    widths = widths_of(block.columns, width)
    last = len(block.rows) - 1
    # a short table stays on one page; a long one leaves neither its head nor its last row alone
    together = range(last) if last < SHORT_TABLE else (0, 1, last - 1)
    rows = [_row(line, block.columns, widths, scribe, keep=i in together) for i, line in enumerate(block.rows)]
    head = _head(block.columns, widths, scribe) if any(column.title for column in block.columns) else ""
    return table(head + "".join(rows), widths, "ReportTable", title=block.caption)


def _head(columns: Sequence[Column], widths: Sequence[int], scribe: Scribe) -> str:
    cells = [
        cell(paragraph(scribe.words(column.title), _HEADS.get(column.role, "TableHead")), width)
        for column, width in zip(columns, widths, strict=True)
    ]
    return row("".join(cells), head=True)


def _row(line: Row, columns: Sequence[Column], widths: Sequence[int], scribe: Scribe, *, keep: bool) -> str:
    extra = _KEEP if keep else ""
    if line.kind == "group":
        span = f'<w:gridSpan w:val="{len(columns)}"/>'
        return row(cell(paragraph(scribe.inlines(line.cells[0]), "TableGroup"), sum(widths), span))
    indent = '<w:ind w:left="200"/>' if line.kind == "member" else ""
    cells = [
        cell(
            paragraph(
                scribe.inlines(inlines, _BOLD if column.strong or line.kind == "total" else ""),
                _STYLES.get(column.role, "TableText"),
                extra + (indent if number == 0 else ""),
            ),
            width,
            _ground(inlines) + _MIDDLE,
        )
        for number, (inlines, column, width) in enumerate(zip(line.cells, columns, widths, strict=True))
    ]
    return row("".join(cells))


def _ground(inlines: Inlines) -> str:
    """Return the ground of a cell with a number that is not approved: LibreOffice drops that of a bound control."""
    waits = any(isinstance(inline, LinkedNumber) and is_shaded(inline) for inline in inlines)
    return PENDING_GROUND if waits else ""


def callout_xml(block: Callout, scribe: Scribe, look: tuple[str, str]) -> str:
    """Return large numbers beside each other; `look` is the rule's and the cell's colour."""
    title = paragraph(scribe.words(block.title), "CalloutTitle") if block.title else ""
    per_row = callout_columns(len(block.items))
    starts = range(0, len(block.items), per_row)
    size = callout_size(block.items, _callout_widths(per_row)[0])
    rows = [_callout_row(block.items[start : start + per_row], per_row, scribe, look, size) for start in starts]
    # the anchor stands in the first cell: LibreOffice moves a bookmark between blocks to the next page
    rows[:1] = [_first_in_paragraph(rows[0], scribe.anchored(block.anchor, ""))] if rows else []
    return title + table("".join(rows), _callout_widths(per_row), "CalloutTable") + paragraph("", "Gutter")


def _first_in_paragraph(xml: str, inner: str) -> str:
    return xml.replace("</w:pPr>", "</w:pPr>" + inner, 1)


def callout_columns(count: int) -> int:
    """Return how many numbers stand beside each other: two or three, so that the last row is full where it can be."""
    if count <= 3:
        return max(count, 1)
    return 2 if count in (4,) else 3


def _callout_widths(per_row: int) -> tuple[int, ...]:
    """Return cells with narrow empty ones between them."""
    gap = 140
    width = (TEXT_WIDTH - gap * (per_row - 1)) // per_row
    widths = [width, *([gap, width] * (per_row - 1))]
    widths[-1] += TEXT_WIDTH - sum(widths)
    return tuple(widths)


def _callout_row(items: Sequence[CalloutItem], per_row: int, scribe: Scribe, look: tuple[str, str], size: int) -> str:
    widths = _callout_widths(per_row)
    rule, shade = look
    edges = (
        f'<w:tcBorders><w:top w:val="single" w:sz="18" w:space="0" w:color="{rule}"/>'
        '<w:bottom w:val="single" w:sz="48" w:space="0" w:color="FFFFFF"/></w:tcBorders>'
    )
    ground = f'<w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
    cells: list[str] = []
    for number in range(per_row):
        if number:
            cells.append(cell(paragraph("", "Gutter"), widths[2 * number - 1]))
        if number < len(items):
            frame = edges + (PENDING_GROUND if is_shaded(items[number].number) else ground)
            cells.append(cell(_figure(items[number], scribe, size), widths[2 * number], frame))
        else:
            cells.append(cell(paragraph("", "Gutter"), widths[2 * number]))
    return row("".join(cells))


def _figure(item: CalloutItem, scribe: Scribe, size: int) -> str:
    size = size if item.number.state == "value" else _GAP_SIZE
    look = "" if size == _CALLOUT_SIZES[0] else f'<w:sz w:val="{size * 2}"/><w:szCs w:val="{size * 2}"/>'
    unit = scribe.words(item.unit, '<w:rStyle w:val="CalloutUnit"/>') if item.unit else ""
    before = scribe.words(item.before, '<w:rStyle w:val="CalloutUnit"/>') if item.before else ""
    number = paragraph(before + scribe.linked(item.number, look) + unit, "CalloutNumber", "<w:keepNext/>")
    return number + paragraph(scribe.inlines(item.label), "CalloutLabel")


def callout_size(items: Sequence[CalloutItem], width: int) -> int:
    """Return the largest size in points at which each number and its unit stand on one line, one for all."""
    sizes = [_fitting(item, width) for item in items if item.number.state == "value"]
    return min(sizes, default=_CALLOUT_SIZES[0])


def _fitting(item: CalloutItem, width: int) -> int:
    before, after = _small_width(item.before), _small_width(item.unit)
    signs = sum(_sign_width(sign) for sign in item.number.text)
    room = (width - 360) / 20
    fitting = [size for size in _CALLOUT_SIZES if size * signs + before + after <= room]
    if fitting:
        return fitting[0]
    # a long unit may take a second line, the number may not
    return next((size for size in _CALLOUT_SIZES[1:] if size * signs + before <= room), _CALLOUT_SIZES[-1])


def _small_width(words: str) -> float:
    """Return how wide words beside a number are, in points."""
    return _UNIT_SIZE * sum(1.0 if ord(sign) > 0x2E80 else 0.6 for sign in words)


def _sign_width(sign: str) -> float:
    """Return a bold sign's width in its own size; Chinese words beside digits take a little air."""
    return 1.15 if ord(sign) > 0x2E80 else 0.38 if sign in ",. " else 0.7


def frame_xml(block: Frame, scribe: Scribe, look: tuple[str, str], picture: Callable[[Image], str]) -> str:
    """Return a case or box: a shaded cell with an accent bar; `look` is the bar's and the cell's colour.

    `picture` writes a picture that stands in it.
    """
    bar, shade = look
    side = "top" if block.style == "box" else "left"
    edge = f'<w:tcBorders><w:{side} w:val="single" w:sz="{24 if side == "top" else 36}" w:space="0" w:color="{bar}"/>'
    frame = f'{edge}</w:tcBorders><w:shd w:val="clear" w:color="auto" w:fill="{shade}"/>'
    label = paragraph(scribe.words(block.label), "CaseLabel") if block.label else ""
    title = (
        paragraph(scribe.words(block.title), "CaseTitle" if block.style == "case" else "BoxTitle")
        if block.title
        else ""
    )
    lead = "" if label or title else paragraph("", "Gutter")
    inner = "".join(picture(p) if isinstance(p, Image) else _framed(p, scribe) for p in block.blocks)
    content = lead + label + title + inner + paragraph("", "FrameEnd")
    return table(row(cell(content, TEXT_WIDTH, frame), split=True), (TEXT_WIDTH,), "FrameTable") + paragraph(
        "", "Gutter"
    )


def _framed(part: Paragraph | Table, scribe: Scribe) -> str:
    if isinstance(part, Table):
        return table_xml(part, scribe, FRAME_WIDTH)
    return paragraph(scribe.inlines(part.inlines), "FrameList" if part.style == "list" else "FrameText")


def index_xml(block: Index, scribe: Scribe) -> str:
    """Return a framework's index: headings, requirements, places or reasons."""
    widths = widths_of(block.columns)
    head = _head(block.columns, widths, scribe)
    rows = [_index_row(line, block.columns, widths, scribe) for line in block.rows]
    return table(head + "".join(rows), widths, "ReportTable", title=block.framework) + paragraph("", "Gutter")


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
