"""Figures of boxes and lines as one group of DrawingML shapes: vectors that Word and LibreOffice show and edit."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.charts.colours import darkened, lighter
from exporters.drawings.measure import INSET_X, LABEL_SIZE, NOTE_LINE, NOTE_SIZE, TITLE_LINE, TITLE_SIZE
from exporters.drawn_content import Box, Drawing, Line
from exporters.word.ooxml import clean, run

_MILLIMETRE = 36000  # EMU
_GROUP = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
_INK, _QUIET, _WHITE = "3C4650", "6B7680", "FFFFFF"
_RULE = 9525  # three quarters of a point


@dataclass(frozen=True, slots=True)
class _Type:
    """How words in a box are set: size and line in points."""

    size: float
    line: float
    colour: str
    bold: bool


class ShapeWriter:
    """Writes the shapes of one figure; `numbers` hands out ids, `colours` are the document's."""

    def __init__(self, colours: tuple[str, ...], first: int, *, chinese: bool) -> None:
        self._dark, self._accent = darkened(colours), colours[0]
        self._chinese = chinese
        self._number = first

    def group(self, drawing: Drawing) -> str:
        """Return the graphic of a whole drawing."""
        size = f'cx="{_emu(drawing.width)}" cy="{_emu(drawing.height)}"'
        ground = [box for box in drawing.boxes if box.look == "panel"]
        rest = [box for box in drawing.boxes if box.look != "panel"]
        shapes = [*map(self._box, ground), *map(self._line, drawing.lines), *map(self._box, rest)]
        return (
            f'<a:graphicData uri="{_GROUP}"><wpg:wgp><wpg:cNvGrpSpPr/><wpg:grpSpPr><a:xfrm><a:off x="0" y="0"/>'
            f'<a:ext {size}/><a:chOff x="0" y="0"/><a:chExt {size}/></a:xfrm></wpg:grpSpPr>'
            f"{''.join(shapes)}</wpg:wgp></a:graphicData>"
        )

    def _box(self, box: Box) -> str:
        fill, edge = self._colours(box)
        paint = f'<a:solidFill><a:srgbClr val="{fill}"/></a:solidFill>' if fill else "<a:noFill/>"
        rule = f'<a:solidFill><a:srgbClr val="{edge}"/></a:solidFill>' if edge else "<a:noFill/>"
        place = _place(box.x, box.y, box.width, box.height)
        words = self._words(box)
        content = f"<wps:txbx><w:txbxContent>{words}</w:txbxContent></wps:txbx>" if words else ""
        side = _emu(0.4 if box.look == "label" else INSET_X)
        anchor = "t" if box.look == "note" else "ctr"
        inset = f'lIns="{side}" tIns="{_emu(0.9 if box.look == "note" else 0.3)}" rIns="{side}" bIns="{_emu(0.3)}"'
        return (
            f'<wps:wsp><wps:cNvPr id="{self._next()}" name="box"/><wps:cNvSpPr/><wps:spPr>{place}'
            f'<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>{paint}<a:ln w="{_RULE}">{rule}</a:ln></wps:spPr>{content}'
            f'<wps:bodyPr rot="0" vert="horz" wrap="square" {inset} anchor="{anchor}" anchorCtr="0">'
            "<a:noAutofit/></wps:bodyPr></wps:wsp>"
        )

    def _colours(self, box: Box) -> tuple[str, str]:
        """Return fill and edge."""
        if box.look == "top":
            return self._dark, self._dark
        if box.look == "strong":
            return lighter(self._dark, 0.18), lighter(self._dark, 0.18)
        if box.look == "plain":
            return _WHITE, lighter(self._dark, 0.45)
        if box.look == "label":
            return _WHITE, ""
        return lighter(self._dark, 0.94), lighter(self._dark, 0.75)

    def _words(self, box: Box) -> str:
        light = box.look in ("top", "strong")
        centred = "both" if box.look == "note" and self._chinese else "left" if box.look == "note" else "center"
        note_size = LABEL_SIZE if box.look == "label" else NOTE_SIZE
        note_colour = _QUIET if box.look == "label" else lighter(self._dark, 0.85) if light else _INK
        title_colour = _WHITE if light else self._dark
        kinds = (
            (box.number, _Type(NOTE_SIZE, NOTE_LINE, note_colour, bold=True)),
            (box.title, _Type(TITLE_SIZE, TITLE_LINE, title_colour, bold=True)),
            (box.note, _Type(note_size, NOTE_LINE, note_colour, bold=False)),
        )
        return "".join(
            self._paragraph(part, look, centred) for text, look in kinds for part in (text.split("\n") if text else ())
        )

    def _paragraph(self, text: str, face: _Type, side: str) -> str:
        points = round(face.size * 2)
        weight = "<w:b/><w:bCs/>" if face.bold else '<w:b w:val="0"/><w:bCs w:val="0"/>'
        look = f'{weight}<w:color w:val="{face.colour}"/><w:sz w:val="{points}"/><w:szCs w:val="{points}"/>'
        spacing = f'<w:spacing w:before="0" w:after="0" w:line="{round(face.line * 20)}" w:lineRule="exact"/>'
        inner = run(text, look, chinese=self._chinese)
        return (
            f'<w:p><w:pPr><w:pStyle w:val="TableText"/><w:snapToGrid w:val="0"/>{spacing}<w:ind w:left="0" w:right="0" '
            f'w:firstLine="0"/><w:jc w:val="{side}"/></w:pPr>{inner}</w:p>'
        )

    def _line(self, line: Line) -> str:
        (x1, y1), (x2, y2) = line.start, line.end
        place = _place(min(x1, x2), min(y1, y2), abs(x2 - x1), abs(y2 - y1))
        # A line runs from its upper left corner: where it should run the other way, the arrow stands at its head.
        end = "headEnd" if x2 < x1 or y2 < y1 else "tailEnd"
        arrow = f'<a:{end} type="triangle" w="med" len="med"/>' if line.arrow else ""
        rule = f'<a:solidFill><a:srgbClr val="{lighter(self._dark, 0.3)}"/></a:solidFill>'
        return (
            f'<wps:wsp><wps:cNvPr id="{self._next()}" name="line"/><wps:cNvCnPr/><wps:spPr>{place}'
            f'<a:prstGeom prst="line"><a:avLst/></a:prstGeom><a:ln w="{_RULE}">{rule}<a:round/>{arrow}</a:ln>'
            "</wps:spPr><wps:bodyPr/></wps:wsp>"
        )

    def _next(self) -> int:
        self._number += 1
        return self._number


def shapes_drawing(number: int, name: str, words: str, size: tuple[float, float], graphic: str) -> str:
    """Return a run with the inline figure of `size` in millimetres; Word knows groups of shapes since 2010."""
    extent = f'cx="{_emu(size[0])}" cy="{_emu(size[1])}"'
    return (
        f'<w:r><mc:AlternateContent><mc:Choice Requires="wpg"><w:drawing>'
        f'<wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {extent}/><wp:effectExtent l="0" t="0" r="0" '
        f'b="0"/><wp:docPr id="{number}" name="{clean(name)}" descr="{clean(words)}"/><wp:cNvGraphicFramePr/>'
        f"<a:graphic>{graphic}</a:graphic></wp:inline></w:drawing></mc:Choice></mc:AlternateContent></w:r>"
    )


def _place(x: float, y: float, width: float, height: float) -> str:
    return (
        f'<a:xfrm><a:off x="{_emu(x)}" y="{_emu(y)}"/><a:ext cx="{max(_emu(width), 0)}" cy="{max(_emu(height), 0)}"/>'
        "</a:xfrm>"
    )


def _emu(millimetres: float) -> int:
    return round(millimetres * _MILLIMETRE)
