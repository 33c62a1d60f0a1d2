"""Words of the Document set in the template's styles: runs, lines, and where its numbers stand."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import assert_never

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QTextCharFormat, QTextLayout, QTextOption

from desktop.window.paper.items import POINT, Laid, Spot, Words
from exporters import mark_colours
from exporters.content import BlockRef, Footnote, Gap, Inline, Inlines, LinkedNumber, NoteRef, PageRef, Pages, Text
from exporters.excerpt import Excerpt
from exporters.word.template_look import StyleLook, TemplateLook

# Families in which a machine without Office shows the same words, after those that the draft names.
_LATIN = ("Arial", "Liberation Sans", "Noto Sans", "DejaVu Sans")
_SANS = {"zh-Hans": ("Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC"),
         "zh-Hant": ("Microsoft JhengHei", "PingFang HK", "Noto Sans CJK HK", "Noto Sans CJK TC"),
         "en": (*_LATIN, "Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC")}  # fmt: skip
_SIDES = {"left": Qt.AlignmentFlag.AlignLeft, "both": Qt.AlignmentFlag.AlignJustify,
          "center": Qt.AlignmentFlag.AlignHCenter, "right": Qt.AlignmentFlag.AlignRight}  # fmt: skip
_UNKNOWN_PAGE = "…"
_BREAK = "\u2028"


def colour(code: str) -> QColor:
    """Return a colour of the Document (RRGGBB)."""
    return QColor(f"#{code}")


@dataclass(frozen=True, slots=True)
class Run:
    """Words of one look: `ground`, `ink` are colours (RRGGBB) or empty, `size` in points or 0 for the style's own."""

    text: str
    bold: bool | None = None
    ink: str = ""
    ground: str = ""
    size: float = 0.0
    raised: bool = False
    reference: str = ""
    name: str = ""


@dataclass(frozen=True)
class Press:
    """With what a page is set: the template's styles, the fonts of its language, the company's colours."""

    excerpt: Excerpt
    look: TemplateLook
    room: float = 0.0  # how wide words stand where they are set narrower than on paper

    def style(self, name: str) -> StyleLook:
        """Return a style of the template."""
        return self.look.styles[name]

    @property
    def colours(self) -> tuple[str, ...]:
        """Return the company's colours (RRGGBB)."""
        return self.excerpt.look.colours

    @property
    def width(self) -> float:
        """Return how wide words stand."""
        return self.room or self.look.text_width * POINT

    @cached_property
    def _families(self) -> list[str]:
        look, language = self.excerpt.look, self.excerpt.language
        sans = [look.sans, *_SANS[language]]
        # Chinese first: quotation marks and dashes of a Latin font are half as wide.
        return [look.latin, *sans[1:]] if language == "en" else [*sans, look.latin]

    def font(self, size: float, *, bold: bool = False, families: tuple[str, ...] = ()) -> QFont:
        """Return a font of a size in points; `families` are a template's own, before the document's."""
        font = QFont()
        font.setFamilies([*families, *self._families])
        font.setPixelSize(max(1, round(size * POINT)))
        font.setBold(bold)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        return font

    def write(self, runs: Sequence[Run], style: StyleLook, width: float) -> Laid:
        """Return a paragraph with the room before and after it."""
        left, room = style.left * POINT, width - (style.left + style.right) * POINT
        layout, text = self._layout(runs, style)
        hanging = 0.0 if style.bullet else style.hanging * POINT
        spots, height = _break_lines(layout, runs, (room, hanging), style.line * POINT)
        top = style.before * POINT
        items: list[Words] = [Words(layout, QPointF(left, top), colour(style.colour))]
        if style.bullet:
            point, _ = self._layout((Run("•"),), replace(style, align="left"))
            _break_lines(point, (), (room, 0.0), style.line * POINT)
            items.append(Words(point, QPointF(left - style.hanging * POINT, top), colour(self.colours[0])))
        lines = tuple(top + number * style.line * POINT for number in range(1, layout.lineCount()))
        cuts = lines[1:-1] if len(lines) > 2 else ()  # neither a first nor a last line stands alone
        moved = tuple(spot.moved(QPointF(left, top)) for spot in spots)
        return Laid(top + height + style.after * POINT, tuple(items), moved, cuts, (text.replace(_BREAK, "\n"),))

    def _layout(self, runs: Sequence[Run], style: StyleLook) -> tuple[QTextLayout, str]:
        text = "".join(run.text for run in runs).replace("\n", _BREAK)
        layout = QTextLayout(text, self.font(style.size, bold=style.bold, families=style.families))
        layout.setCacheEnabled(True)
        option = QTextOption(_SIDES[style.align])
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setUseDesignMetrics(True)
        layout.setTextOption(option)
        ranges: list[QTextLayout.FormatRange] = []
        at = 0
        for run in runs:
            span = QTextLayout.FormatRange()
            span.start, span.length, span.format = at, _units(run.text), self._format(run, style)
            ranges.append(span)
            at += span.length
        layout.setFormats(ranges)
        return layout, text

    def _format(self, run: Run, style: StyleLook) -> QTextCharFormat:
        made = QTextCharFormat()
        bold = style.bold if run.bold is None else run.bold
        if run.size or bold != style.bold:
            made.setFont(self.font(run.size or style.size, bold=bold, families=style.families))
        if run.ink:
            made.setForeground(colour(run.ink))
        if run.ground:
            made.setBackground(colour(run.ground))
        if run.raised:
            made.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
        return made


def _units(text: str) -> int:
    """Return how many places a text takes in a layout: signs beyond the first plane take two."""
    return len(text.encode("utf-16-le")) // 2


def _break_lines(
    layout: QTextLayout, runs: Sequence[Run], room: tuple[float, float], least: float
) -> tuple[tuple[Spot, ...], float]:
    """Break the lines of a paragraph; return where its numbers stand, and its height.

    `room` is the width, and how far before it the first line begins.
    """
    y, out = 0.0, room[1]
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room[0] + out, 1.0))
        # Fonts for Chinese claim more room than they need: the style's own line height counts.
        high = least if least > 0 else line.ascent() + line.descent()
        line.setPosition(QPointF(-out, y + (high - line.ascent() - line.descent()) / 2))
        y, out = y + high, 0.0
    layout.endLayout()
    return tuple(_spots(layout, runs)), y


def _spots(layout: QTextLayout, runs: Sequence[Run]) -> Iterable[Spot]:
    at = 0
    for run in runs:
        end = at + _units(run.text)
        if run.reference:
            yield Spot(run.reference, run.name, tuple(_boxes(layout, at, end)))
        at = end


def _boxes(layout: QTextLayout, start: int, end: int) -> Iterable[QRectF]:
    """Yield the place of a piece on each of its lines."""
    for number in range(layout.lineCount()):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first < last:
            left, right = _across(line, first), _across(line, last)
            yield QRectF(left, line.y(), right - left, line.height())


def _across(line: object, place: int) -> float:
    """Return how far to the right a place of a line stands."""
    found = line.cursorToX(place)  # pyright: ignore[reportAttributeAccessIssue]  # a pair, or a number in older Qt
    return found[0] if isinstance(found, tuple) else found


def runs_of(inlines: Inlines, *, bold: bool | None = None) -> tuple[Run, ...]:
    """Return the runs of a paragraph's inlines; `bold` holds for all of them."""
    return tuple(run for inline in inlines for run in _runs(inline, bold))


def _runs(inline: Inline, bold: bool | None) -> Iterable[Run]:
    match inline:
        case Text():
            ground = mark_colours.DRAFT_GROUND if inline.draft else _pending(inline.pending)
            yield Run(inline.text, True if inline.bold else bold, ground=ground)
        case LinkedNumber():
            yield _number(inline, bold)
        case Gap():
            yield Run(inline.text, bold, mark_colours.GAP, mark_colours.GAP_GROUND)
        case PageRef():
            yield Run(_UNKNOWN_PAGE, bold)
        case Pages():
            yield Run(_UNKNOWN_PAGE, bold)
        case BlockRef():
            yield Run(inline.text, True if inline.bold else bold)
        case NoteRef():
            yield Run(str(inline.number), bold, raised=True)
        case Footnote():
            yield Run(inline.anchor.rpartition("_")[2], bold, raised=True)
        case _:
            assert_never(inline)


def _pending(pending: bool) -> str:
    return mark_colours.PENDING_GROUND if pending else ""


def _number(number: LinkedNumber, bold: bool | None) -> Run:
    ink, ground = "", _pending(number.pending)
    match number.state:
        case "missing":
            ink, ground = mark_colours.GAP, mark_colours.GAP_GROUND
        case "omission":
            ink = mark_colours.OMITTED
        case "value":
            pass
        case _:
            assert_never(number.state)
    return Run(number.text, bold, ink, ground, reference=number.reference, name=number.name)
