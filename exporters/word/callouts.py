"""Large figures that stand beside each other, as OOXML: a table of full rows, or a line of its own for one of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from exporters.content import Callout, CalloutItem
from exporters.word.inline_writer import PENDING_GROUND, Scribe, is_shaded
from exporters.word.ooxml import cell, paragraph, row, table
from exporters.word.tables import TEXT_WIDTH

_COLUMNS = 12  # of the grid that every row fills
_ROWS: Mapping[int, tuple[int, ...]] = {1: (1,), 2: (2,), 3: (3,), 4: (4,), 5: (2, 3), 6: (3, 3), 9: (3, 3, 3)}
GAP = 227  # twentieths of a point between the rules of two figures
_SIZES = (24, 22, 20, 17, 14)  # points; the first is the style's own
_UNIT_SIZE, _GAP_SIZE = 10, 12
_SMALL = '<w:rStyle w:val="CalloutUnit"/>'
_ALONE = round(TEXT_WIDTH / 3)  # the width of one that stands alone


def callout_rows(count: int) -> tuple[int, ...]:
    """Return how many figures stand in each row, so that none is an orphan."""
    if count in _ROWS or count == 0:
        return _ROWS.get(count, ())
    threes = -count % 4  # as many rows of three as leave rows of four
    return (4,) * ((count - 3 * threes) // 4) + (3,) * threes


def rows_of(items: Sequence[CalloutItem]) -> tuple[int, ...]:
    """Return how many figures stand in each row: fewer where one with a long unit would take two lines."""
    usual = callout_rows(len(items))
    choices = [usual, *(_evenly(len(items), most) for most in (3, 2) if most < max(usual, default=0))]
    return next((rows for rows in choices if min(rows, default=2) > 1 and _fit(items, rows)), usual)


def _evenly(count: int, most: int) -> tuple[int, ...]:
    """Return full rows of at most so many figures, none of them alone."""
    rows = -(-count // most)
    return tuple(count // rows + (number < count % rows) for number in range(rows))


def _fit(items: Sequence[CalloutItem], rows: Sequence[int]) -> bool:
    """Whether each figure has its unit beside it."""
    start = 0
    for count in rows:
        room = (TEXT_WIDTH // count - GAP) / 20
        row_items = [item for item in items[start : start + count] if item.number.state == "value"]
        if any(_width(item, _SIZES[-1]) > room for item in row_items):
            return False
        start += count
    return True


def callout_xml(block: Callout, scribe: Scribe) -> str:
    """Return large numbers beside each other; without any there is nothing."""
    if not block.items:
        return ""
    title = paragraph(scribe.words(block.title), "CalloutTitle") if block.title else ""
    # The anchor stands in the first line: LibreOffice moves a bookmark between blocks to the next page.
    anchor = scribe.anchored(block.anchor, "")
    if len(block.items) == 1:
        side = f'<w:ind w:left="0" w:right="{TEXT_WIDTH - _ALONE}"/>'
        item = block.items[0]
        number = _number(item, scribe, callout_size(block.items, _ALONE), side)
        return title + _anchored(number, anchor) + _label(item, scribe)
    grid = _grid()
    rows = [
        _row(items, scribe, grid, anchor if number == 0 else "", keep=number + 1 < len(rows_of(block.items)))
        for number, items in enumerate(_shared(block.items))
    ]
    return title + table("".join(rows), grid, "CalloutTable", words=scribe.document.labels.figures)


def _shared(items: Sequence[CalloutItem]) -> Iterator[Sequence[CalloutItem]]:
    start = 0
    for count in rows_of(items):
        yield items[start : start + count]
        start += count


def _grid() -> tuple[int, ...]:
    width = TEXT_WIDTH // _COLUMNS
    return (*([width] * (_COLUMNS - 1)), TEXT_WIDTH - width * (_COLUMNS - 1))


def _row(items: Sequence[CalloutItem], scribe: Scribe, grid: Sequence[int], anchor: str, *, keep: bool) -> str:
    span = _COLUMNS // len(items)
    widths = [sum(grid[span * number : span * (number + 1)]) for number in range(len(items))]
    size = callout_size(items, min(widths) - GAP)
    cells: list[str] = []
    for number, (item, width) in enumerate(zip(items, widths, strict=True)):
        gap = 0 if number + 1 == len(items) else GAP
        margin = f'<w:tcMar><w:right w:w="{gap}" w:type="dxa"/></w:tcMar>'
        ground = PENDING_GROUND if is_shaded(item.number) else ""
        inner = _anchored(_number(item, scribe, size), "" if number else anchor) + _label(item, scribe, keep=keep)
        cells.append(cell(inner, width, f'<w:gridSpan w:val="{span}"/>{ground}{margin}'))
    return row("".join(cells))


def _anchored(xml: str, anchor: str) -> str:
    return xml.replace("</w:pPr>", "</w:pPr>" + anchor, 1)


def _number(item: CalloutItem, scribe: Scribe, size: int, side: str = "") -> str:
    size = size if item.number.state == "value" else _GAP_SIZE
    style = "CalloutNumber" if size == _SIZES[0] else f"CalloutNumber{size}"
    unit = scribe.words(item.unit, _SMALL) if item.unit else ""
    before = scribe.words(item.before, _SMALL) if item.before else ""
    shown = scribe.linked(item.number, "", _SMALL if item.number.qualifier else "")
    return paragraph(before + shown + unit, style, side)


def _label(item: CalloutItem, scribe: Scribe, *, keep: bool = False) -> str:
    return paragraph(scribe.inlines(item.label), "CalloutLabel", "<w:keepNext/>" if keep else "")


def callout_size(items: Sequence[CalloutItem], width: int) -> int:
    """Return the largest size in points at which each number and its unit stand on one line, one for all."""
    sizes = [_fitting(item, width) for item in items if item.number.state == "value"]
    return min(sizes, default=_SIZES[0])


def _fitting(item: CalloutItem, width: int) -> int:
    room = width / 20
    fitting = [size for size in _SIZES if _width(item, size) <= room]
    if fitting:
        return fitting[0]
    # a long unit may take a second line, the number may not
    after = _small_width(item.unit)
    return next((size for size in _SIZES[1:] if _width(item, size) - after <= room), _SIZES[-1])


def _width(item: CalloutItem, size: int) -> float:
    """Return how wide a number of this size is with what stands beside it, in points.

    With its qualifier as large as its digits, as LibreOffice shows it.
    """
    signs = sum(_sign_width(sign) for sign in item.number.text)
    return size * signs + _small_width(item.before) + _small_width(item.unit)


def _small_width(words: str) -> float:
    """Return how wide words beside a number are, in points."""
    return _UNIT_SIZE * sum(1.0 if ord(sign) > 0x2E80 else 0.6 for sign in words)


def _sign_width(sign: str) -> float:
    """Return a bold sign's width in its own size; Chinese words beside digits take a little air."""
    return 1.15 if ord(sign) > 0x2E80 else 0.38 if sign in ",. " else 0.7
