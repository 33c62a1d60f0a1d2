"""The styles of the Word template as numbers, for who shows a page without Word. Sizes in points."""

from __future__ import annotations

import zipfile
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import IO, Any, Literal, cast

import lxml.etree as etree  # pyright: ignore[reportMissingTypeStubs]

from exporters.content import Look
from exporters.word.template_colours import exchange
from exporters.word.template_english import set_in_english

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIDES: Mapping[str, Align] = {"both": "both", "center": "center", "right": "right", "end": "right"}
_POINTS = ("1", "4")  # the template's lists without numbers
Align = Literal["left", "both", "center", "right"]


@dataclass(frozen=True, slots=True)
class Rule:
    """A line at a paragraph's side, `space` away from its words."""

    side: Literal["left", "bottom"]
    width: float
    space: float
    colour: str


@dataclass(frozen=True, slots=True)
class StyleLook:
    """How a paragraph of one style stands; `line` is the least height of its lines, `hanging` how far the first one
    begins before the others. `bullet` says whether a point stands there, `ground` is what it is shaded with, `families`
    are fonts of a company's own template, before those of the document."""

    size: float = 10.5
    line: float = 15.0
    before: float = 0.0
    after: float = 0.0
    left: float = 0.0
    right: float = 0.0
    hanging: float = 0.0
    align: Align = "left"
    bold: bool = False
    colour: str = "000000"
    bullet: bool = False
    rule: Rule | None = None
    ground: str = ""
    families: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TemplateLook:
    """The paragraph styles by their ids, the page's size, and its margins (top, right, bottom, left)."""

    styles: Mapping[str, StyleLook]
    page: tuple[float, float]
    margins: tuple[float, float, float, float] = field(default=(0.0, 0.0, 0.0, 0.0))

    @property
    def text_width(self) -> float:
        """Return how wide words may stand."""
        return self.page[0] - self.margins[1] - self.margins[3]


def template_look(template: Path | IO[bytes], look: Look) -> TemplateLook:
    """Return the look of a template in a document's colours. Raises OSError, KeyError, BadZipFile on another file."""
    with zipfile.ZipFile(template) as file:
        styles, body = (_root(file.read(f"word/{name}.xml")) for name in ("styles", "document"))
    set_in_english(styles, look)
    colours = exchange(look)
    known: dict[str, StyleLook] = {}
    for style in styles.iter(f"{_W}style"):
        if style.get(f"{_W}type") == "paragraph":
            based = style.find(f"{_W}basedOn")
            basis = known.get(based.get(f"{_W}val", "") if based is not None else "", StyleLook())
            known[style.get(f"{_W}styleId")] = _style(style, basis, colours)
    size, margins = body.find(f".//{_W}pgSz"), body.find(f".//{_W}pgMar")
    sides = tuple(_points(margins, side) for side in ("top", "right", "bottom", "left"))
    return TemplateLook(known, (_points(size, "w"), _points(size, "h")), cast("Any", sides))


def _root(xml: bytes) -> Any:
    return cast("Any", etree).fromstring(xml)


def _points(element: Any, name: str, other: float = 0.0, per: int = 20) -> float:
    """Return an attribute in points; it counts in twentieths of one, borders in eighths."""
    written = element.get(f"{_W}{name}") if element is not None else None
    return other if written is None else int(written) / per


def _style(style: Any, basis: StyleLook, colours: Mapping[str, str]) -> StyleLook:
    paragraph, words = style.find(f"{_W}pPr"), style.find(f"{_W}rPr")
    made = basis if paragraph is None else _placed(paragraph, basis, colours)
    return made if words is None else _worded(words, made, colours)


def _placed(paragraph: Any, basis: StyleLook, colours: Mapping[str, str]) -> StyleLook:
    spacing, indent, align, shade = (paragraph.find(f"{_W}{name}") for name in ("spacing", "ind", "jc", "shd"))
    fill = "" if shade is None else shade.get(f"{_W}fill", "")
    return replace(
        basis,
        line=_points(spacing, "line", basis.line),
        before=_points(spacing, "before", basis.before),
        after=_points(spacing, "after", basis.after),
        left=_points(indent, "left", basis.left),
        right=_points(indent, "right", basis.right),
        hanging=_points(indent, "hanging", basis.hanging),
        align=basis.align if align is None else _SIDES.get(align.get(f"{_W}val", ""), "left"),
        bullet=basis.bullet or _is_pointed(paragraph),
        ground=colours.get(fill, fill) or basis.ground,
        rule=_rule(paragraph, colours) or basis.rule,
    )


def _is_pointed(paragraph: Any) -> bool:
    """Whether a style's list has points; headings are in a list that counts."""
    found = paragraph.find(f"{_W}numPr/{_W}numId")
    return found is not None and found.get(f"{_W}val") in _POINTS


def _rule(paragraph: Any, colours: Mapping[str, str]) -> Rule | None:
    for side in ("left", "bottom"):
        line = paragraph.find(f"{_W}pBdr/{_W}{side}")
        if line is not None:
            colour = line.get(f"{_W}color", "auto")
            space = float(line.get(f"{_W}space", "0"))
            return Rule(side, _points(line, "sz", per=8), space, colours.get(colour, colour))
    return None


def _worded(words: Any, basis: StyleLook, colours: Mapping[str, str]) -> StyleLook:
    size, bold, colour = (words.find(f"{_W}{name}") for name in ("sz", "b", "color"))
    own = basis.colour if colour is None else colour.get(f"{_W}val", basis.colour)
    return replace(
        basis,
        size=_points(size, "val", basis.size, per=2),
        bold=basis.bold if bold is None else bold.get(f"{_W}val", "1") not in ("0", "false"),
        colour=colours.get(own, own),
    )
