"""The blocks of a page laid out one below the other, each once: what has not changed is kept as it was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from PySide6.QtCore import QRectF

from desktop.window.paper.charts import chart
from desktop.window.paper.drawings import diagram
from desktop.window.paper.grids import callout, index, table
from desktop.window.paper.items import MILLIMETRE, POINT, Ground, Laid, Picture, Stack, fitted, straight
from desktop.window.paper.questions import questionnaire
from desktop.window.paper.writing import Press, Run, colour, runs_of
from exporters.content import (
    Block,
    Callout,
    ChapterContents,
    Chart,
    Footnote,
    Frame,
    Heading,
    Image,
    Index,
    Mark,
    Panel,
    Paragraph,
    Table,
    block_inlines,
)
from exporters.drawn_content import Diagram, Questionnaire
from exporters.excerpt import Excerpt, ExcerptBlock, captions
from exporters.word.style_names import PARAGRAPHS, SMALL_CHART, SMALL_IN_A_ROW, chart_size
from exporters.word.template_look import StyleLook
from schema.catalogue.punctuation import PUNCTUATION

_ROWS = 24  # of a long table at a time
_GUTTER = 10 * POINT
_FRAME_SIDE = 11.5 * POINT
_WAITING = "EEF1F5"
_NUMBER, _OPENING = 38.0, 24.0  # points: a chapter's number, the room around its title


@dataclass(frozen=True, slots=True)
class Piece:
    """What is laid out at once: a block, some rows of a long table, the footnotes.

    `figures` and `tables` are the numbers before it; `row` is the first row of a long table, `gap` says
    that it stands apart from the words above.
    """

    blocks: tuple[ExcerptBlock, ...]
    figures: int
    tables: int
    row: int = 0
    gap: bool = False
    notes: tuple[Footnote, ...] = ()


def pieces(excerpt: Excerpt) -> Iterator[Piece]:
    """Yield the pieces of a page in order; last its footnotes."""
    known = {placed.block.id: placed for placed in excerpt.blocks}
    figures, tables, apart = excerpt.figures, excerpt.tables, True
    blocks = [placed.block for placed in excerpt.blocks if not isinstance(placed.block, Mark)]
    for block in blocks:
        for number, part in enumerate(_parts(known[block.id])):
            yield Piece(part, figures, tables, number * _ROWS, isinstance(block, Frame | Callout) and not apart)
        apart = isinstance(block, Frame | Callout | Table | Index)
        more = captions((block,))
        figures, tables = figures + more[0], tables + more[1]
    notes = [inline for block in blocks for inline in block_inlines(block) if isinstance(inline, Footnote)]
    if notes:
        yield Piece((), figures, tables, notes=tuple(notes))


def _parts(placed: ExcerptBlock) -> Iterator[tuple[ExcerptBlock, ...]]:
    """Yield a long table some rows at a time, so that nothing waits for all of them."""
    block = placed.block
    if not isinstance(block, Table | Index) or len(block.rows) <= _ROWS:
        yield (placed,)
        return
    for start in range(0, len(block.rows), _ROWS):
        rows = block.rows[start : start + _ROWS]
        last = start + _ROWS >= len(block.rows)
        if isinstance(block, Table):
            part: Block = replace(block, rows=rows, notes=block.notes if last else ())  # pyright: ignore
        else:
            part = replace(block, rows=rows)  # pyright: ignore[reportArgumentType]
        yield (replace(placed, block=part),)


def lay_out(press: Press, piece: Piece) -> Laid:
    """Return a piece laid out on the page's width."""
    if piece.notes:
        return _notes(press, piece.notes)
    laid = _block(press, piece.blocks[0].block, piece)
    return laid.moved(0, _GUTTER) if piece.gap else laid


def _block(press: Press, block: Block, piece: Piece) -> Laid:  # noqa: C901  one case for each kind
    width = press.width
    match block:
        case Heading():
            return _heading(press, block)
        case Paragraph():
            return _paragraph(press, block)
        case Table():
            return _table(press, block, piece)
        case Index():
            return _index(press, block, piece)
        case Callout():
            return callout(press, block, width) if block.items else Laid(0)
        case Frame():
            return _frame(press, block, piece)
        case Chart():
            return _chart(press, block, piece.figures + 1)
        case Panel():
            return _panel(press, block, piece.figures + 1)
        case Image():
            return _image(press, block, piece.figures + 1, width)
        case Diagram():
            return _diagram(press, block, piece.figures + 1)
        case Questionnaire():
            return questionnaire(press, block, width)
        case Mark() | ChapterContents():  # pages are known of whole reports alone
            return Laid(0)
        case _:
            assert_never(block)


def _table(press: Press, block: Table, piece: Piece) -> Laid:
    stack = Stack()
    if block.caption and not piece.row:
        stack.put(_caption(press, press.excerpt.table, piece.tables + 1, block.caption), cut=False)
    stack.put(table(press, block, press.width, head=not piece.row))
    stack.y += 0 if block.notes else _GUTTER
    return stack.laid()


def _index(press: Press, block: Index, piece: Piece) -> Laid:
    stack = Stack()
    if not piece.row:
        stack.put(_caption(press, press.excerpt.table, piece.tables + 1, block.framework), cut=False)
    stack.put(index(press, block, press.width, head=not piece.row))
    return stack.laid()


def _diagram(press: Press, block: Diagram, number: int) -> Laid:
    stack = Stack()
    stack.put(_caption(press, press.excerpt.figure, number, block.caption, "FigureCaption"), cut=False)
    natural = max(press.width, block.drawing.width * MILLIMETRE)
    stack.put(fitted(diagram(press, block, natural), natural, press.width))
    return stack.laid(whole=True)


def _heading(press: Press, block: Heading) -> Laid:
    stack, style = Stack(), heading_style(press, block)
    if block.number:
        large, ink = block.level == 1, press.style("PartRunning").colour
        number = Run(block.number, ink=press.colours[0] if large else ink, size=_NUMBER if large else 0.0)
        stack.lay(press.write((number,), replace(style, left=0.0), press.width), 0)
    stack.put(ruled(press, (Run(block.text),), style), cut=False)
    return stack.laid(kept=True, whole=True)


def heading_style(press: Press, block: Heading) -> StyleLook:
    """Return the style of a heading's words; its number stands in the margin before them."""
    release = press.excerpt.form == "release"
    name = f"Heading{block.level}" if block.level else "Part"
    style = press.style(name if not release else "ReleaseHeading" if block.level == 1 else "Subtitle")
    # A page of its own begins there in the draft: here less of the room around it is enough.
    room = _OPENING if block.level <= 1 and not release else max(style.before, style.after)
    return replace(style, hanging=0.0, before=min(style.before, room), after=min(style.after, room))


def ruled(press: Press, runs: Sequence[Run], style: StyleLook) -> Laid:
    """Return a paragraph with the line at its side that its style has."""
    laid = press.write(runs, style, press.width)
    rule = style.rule
    if rule is None:
        return laid
    top, bottom = style.before * POINT, laid.height - style.after * POINT
    ink, wide = colour(rule.colour), rule.width * POINT
    if rule.side == "bottom":
        y = bottom + rule.space * POINT
        line = straight((0, y), (press.width, y), ink, wide)
        laid = replace(laid, height=laid.height + rule.space * POINT + wide)
    else:
        x = (style.left - rule.space - rule.width) * POINT
        line = straight((x, top), (x, bottom), ink, wide)
    return replace(laid, items=(*laid.items, line))


def _paragraph(press: Press, block: Paragraph) -> Laid:
    laid = ruled(press, runs_of(block.inlines), press.style(PARAGRAPHS[block.style]))
    return replace(laid, kept=block.style in ("quote", "title", "headline"))


def _caption(press: Press, label: str, number: int, words: str, style: str = "Caption") -> Laid:
    seam = PUNCTUATION[press.excerpt.language].seam
    return press.write((Run(f"{label} {number}{seam}{words}"),), press.style(style), press.width)


def _figure_caption(press: Press, number: int, words: str) -> Laid:
    return _caption(press, press.excerpt.figure, number, words, "FigureCaption")


def _chart(press: Press, block: Chart, number: int) -> Laid:
    stack = Stack()
    stack.put(_figure_caption(press, number, block.caption), cut=False)
    natural = chart_size(block.data)[0] * MILLIMETRE
    stack.put(fitted(chart(press, block.data), natural, press.width), cut=False)
    lines = (*(((Run(block.unit_line),),) if block.unit_line else ()), *(runs_of(note) for note in block.notes))
    return _noted(press, stack, lines)


def _panel(press: Press, block: Panel, number: int) -> Laid:
    """Return small charts side by side, as many in a line as in the draft."""
    stack = Stack()
    stack.put(_figure_caption(press, number, block.caption), cut=False)
    step = press.width / SMALL_IN_A_ROW
    for start in range(0, len(block.charts), SMALL_IN_A_ROW):
        row = block.charts[start : start + SMALL_IN_A_ROW]
        laid = [fitted(chart(press, one.data), SMALL_CHART[0] * MILLIMETRE, step) for one in row]
        for place, one in enumerate(laid):
            stack.lay(one, place * step)
        stack.y += max(one.height for one in laid)
    return _noted(press, stack, tuple(runs_of(note) for note in block.notes))


def _noted(press: Press, stack: Stack, lines: Sequence[Sequence[Run]]) -> Laid:
    stack.y += press.style("Figure").after * POINT
    for line in lines:
        stack.put(press.write(line, press.style("Source"), press.width))
    return stack.laid(whole=True)


def _image(press: Press, block: Image, number: int, width: float) -> Laid:
    wide, high = block.width * MILLIMETRE, block.height * MILLIMETRE
    if wide > width:
        wide, high = width, high * width / wide
    stack = Stack()
    stack.y = 10 * POINT if block.caption else 0.0
    box = QRectF((width - wide) / 2 if not block.caption else 0.0, stack.y, wide, high)
    stack.items.append(Picture(block.picture, box, colour(_WAITING)))
    stack.y += high + 3 * POINT
    if block.caption:
        seam = PUNCTUATION[press.excerpt.language].seam
        label = Run(f"{press.excerpt.figure} {number}{seam}")
        style = replace(press.style("FigureCaption"), before=0.0, after=10.0)
        stack.put(press.write((label, *runs_of(block.caption)), style, width))
    return stack.laid(whole=True)


def _frame(press: Press, block: Frame, piece: Piece) -> Laid:
    """Return a case or a box: a shaded ground with the company's line."""
    kind = "Case" if block.style == "case" else "Box"
    text = press.style(f"{kind}Text")
    left = text.left * POINT - _FRAME_SIDE
    width = press.width - left
    room = width - 2 * _FRAME_SIDE
    stack = Stack()
    stack.y = 6 * POINT
    for words, name in ((block.label, f"{kind}Label"), (block.title, f"{kind}Title")):
        if words:
            style = replace(press.style(name), left=0.0, right=0.0, before=0.0)
            stack.put(press.write((Run(words),), style, room), left + _FRAME_SIDE, cut=False)
    figures, tables = piece.figures, piece.tables
    for inner in block.blocks:
        stack.put(_framed(press, inner, (figures, tables), room), left + _FRAME_SIDE)
        more = captions((inner,))
        figures, tables = figures + more[0], tables + more[1]
    stack.y += 3 * POINT
    thick = 2.25 * POINT
    line = QRectF(left, 0, width, thick) if block.style == "box" else QRectF(left, 0, thick, stack.y)
    bar, ground = colour(press.colours[0] if kind == "Box" else press.style("CaseTitle").colour), colour(text.ground)
    stack.under((Ground(QRectF(left, 0, width, stack.y), ground), Ground(line, bar)))
    stack.y += _GUTTER
    return stack.laid()


def _framed(press: Press, inner: Paragraph | Table | Image, numbers: tuple[int, int], room: float) -> Laid:
    match inner:
        case Paragraph():
            style = replace(press.style("CaseText"), left=0.0, right=0.0, bullet=inner.style == "list", hanging=9.0)
            return press.write(runs_of(inner.inlines), replace(style, left=9.0 if style.bullet else 0.0), room)
        case Table():
            return table(press, inner, room)
        case Image():
            return _image(press, inner, numbers[0] + 1, room)
        case _:
            assert_never(inner)


def _notes(press: Press, notes: Sequence[Footnote]) -> Laid:
    """Return the footnotes below a short line."""
    stack = Stack()
    stack.y = 14 * POINT
    stack.items.append(straight((0, stack.y), (120 * POINT, stack.y), colour("A9B1B8"), 0.5 * POINT))
    stack.y += 4 * POINT
    style = press.style("FootnoteText")
    for note in notes:
        mark = Run(note.anchor.rpartition("_")[2] + " ", raised=True)
        stack.put(press.write((mark, *runs_of(note.inlines)), style, press.width))
    return stack.laid()
