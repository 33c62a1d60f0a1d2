"""Structures and processes of the page: the same boxes and lines that the draft has as shapes."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen

from desktop.window.paper.items import MILLIMETRE, POINT, Item, Laid, Stack, Stroke, straight
from desktop.window.paper.writing import Press, Run, colour
from exporters.charts.colours import GREY, INK, darkened, lighter
from exporters.drawings.measure import INSET_X, LABEL_SIZE, NOTE_LINE, NOTE_SIZE, TITLE_LINE, TITLE_SIZE
from exporters.drawn_content import Box, Diagram, Line
from exporters.word.template_look import StyleLook

_RULE = 0.75 * POINT
_ARROW = 4.0 * POINT
_WHITE = "FFFFFF"


def diagram(press: Press, block: Diagram, width: float) -> Laid:
    """Return the figure in the middle of the width; it stays whole."""
    dark, drawing = darkened(press.colours), block.drawing
    stack = Stack()
    left = (width - drawing.width * MILLIMETRE) / 2
    ground = [box for box in drawing.boxes if box.look == "panel"]
    rest = [box for box in drawing.boxes if box.look != "panel"]
    for box in ground:
        stack.lay(_box(press, box, dark), left)
    for line in drawing.lines:
        stack.lay(Laid(0, tuple(_line(line, dark))), left)
    for box in rest:
        stack.lay(_box(press, box, dark), left)
    stack.y = drawing.height * MILLIMETRE + 8 * POINT
    return stack.laid(whole=True)


def _looks(box: Box, dark: str) -> tuple[str, str]:
    """Return fill and edge, as the draft's shapes have them; empty for none."""
    match box.look:
        case "top":
            return dark, dark
        case "strong":
            return lighter(dark, 0.18), lighter(dark, 0.18)
        case "plain":
            return _WHITE, lighter(dark, 0.45)
        case "label":
            return _WHITE, ""
        case "note" | "panel":
            return lighter(dark, 0.94), lighter(dark, 0.75)


def _box(press: Press, box: Box, dark: str) -> Laid:
    fill, edge = _looks(box, dark)
    area = QRectF(*(part * MILLIMETRE for part in (box.x, box.y, box.width, box.height)))
    path = QPainterPath()
    path.addRect(area)
    shape = Stroke(path, QPen(colour(edge), _RULE) if edge else None, colour(fill))
    inset = (0.4 if box.look == "label" else INSET_X) * MILLIMETRE
    words = _words(press, box, dark, area.width() - 2 * inset)
    top = area.top() + (0.9 * MILLIMETRE if box.look == "note" else (area.height() - words.height) / 2)
    stack = Stack(items=[shape])
    stack.y = top
    stack.lay(words, area.left() + inset)
    return replace(stack.laid(whole=True), height=0)


def _words(press: Press, box: Box, dark: str, width: float) -> Laid:
    light = box.look in ("top", "strong")
    align = "left" if box.look == "note" else "center"
    note_size = LABEL_SIZE if box.look == "label" else NOTE_SIZE
    note_ink = GREY if box.look == "label" else lighter(dark, 0.85) if light else INK
    small = StyleLook(note_size, NOTE_LINE, align=align, colour=note_ink)
    kinds = (
        (box.number, replace(small, size=NOTE_SIZE, bold=True)),
        (box.title, StyleLook(TITLE_SIZE, TITLE_LINE, align=align, bold=True, colour=_WHITE if light else dark)),
        (box.note, small),
    )
    stack = Stack()
    for text, style in kinds:
        if text:
            stack.put(press.write((Run(text),), style, width))
    return stack.laid(whole=True)


def _line(line: Line, dark: str) -> list[Item]:
    own = colour(lighter(dark, 0.3))
    start, end = (QPointF(x * MILLIMETRE, y * MILLIMETRE) for x, y in (line.start, line.end))
    drawn: list[Item] = [straight(start.toTuple(), end.toTuple(), own, _RULE)]  # pyright: ignore[reportArgumentType]
    if line.arrow:
        way = end - start
        length = (way.x() ** 2 + way.y() ** 2) ** 0.5 or 1.0
        ahead = way / length
        aside = QPointF(-ahead.y(), ahead.x())
        head = QPainterPath(end)
        head.lineTo(end - ahead * _ARROW + aside * _ARROW / 2)
        head.lineTo(end - ahead * _ARROW - aside * _ARROW / 2)
        head.closeSubpath()
        drawn.append(Stroke(head, QPen(Qt.PenStyle.NoPen), own))
    return drawn
