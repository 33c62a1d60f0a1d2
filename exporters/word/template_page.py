"""The page of a company's template: its size, margins, heads and cover, as the breaks that the writer copies."""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator
from typing import Any, cast

from docx.document import Document as WordFile
from docx.opc.constants import RELATIONSHIP_TYPE as RT
from docx.oxml.parser import parse_xml

from exporters.word.ooxml import NAMESPACES
from exporters.word.tables import TEXT_WIDTH

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_PLACE = re.compile(r"\{(?:company|year|title|state|lines|footer|logo)\}")
_LEAST_MARGIN = 400  # twentieths of a point: below it printers cut
_LEFT_OUT = ("type", "paperSrc", "lnNumType", "pgNumType", "pgBorders", "footnotePr", "endnotePr")
_DEFAULT_PAGE = '<w:pgSz w:w="11906" w:h="16838"/>'
_DEFAULT_MARGINS = (
    '<w:pgMar w:top="1760" w:right="1360" w:bottom="1420" w:left="1360" w:header="820" w:footer="620" w:gutter="0"/>'
)


class PageTooNarrowError(ValueError):
    """The page cannot hold the report's tables at any margins."""


def lay_out(theirs: WordFile, ours: WordFile) -> None:
    """Leave in the body what the writer fills: cover, and the breaks after cover, front matter and chapter."""
    body, own = cast("Any", theirs).element.body, cast("Any", ours).element.body
    last = body.find(f"{_W}sectPr")
    section = _section(copy.deepcopy(last) if last is not None else cast("Any", parse_xml(_sectpr(""))))
    cover = list(_cover(list(body))) or [copy.deepcopy(part) for part in list(own)[:-1] if not _breaks(part)][:-1]
    for root in (*cover, *_running(theirs)):
        _join_places(root)
    for child in list(body):
        body.remove(child)
    for child in (*cover, _break(_bare(section)), _break(section, roman=True), _plain(), section):
        body.append(child)


def _cover(children: list[Any]) -> Iterator[Any]:
    """Yield what stands before their first break, if it is a cover: if it has a place for the title."""
    found: list[Any] = []
    for child in children:
        if child.tag == f"{_W}sectPr":
            break
        found.append(child)
        if _breaks(child):
            for inner in list(child.iter(f"{_W}sectPr")):
                inner.getparent().remove(inner)
            break
    if "{title}" in "".join("".join(child.itertext()) for child in found):
        yield from found


def _breaks(child: Any) -> bool:
    return next(child.iter(f"{_W}sectPr"), None) is not None


def _running(file: WordFile) -> Iterator[Any]:
    for link in file.part.rels.values():
        if link.reltype in (RT.HEADER, RT.FOOTER):
            yield cast("Any", link.target_part).element


def _join_places(root: Any) -> None:
    """Word parts a word into runs as it was typed: a {place} must stand in one."""
    for line in root.iter(f"{_W}p"):
        texts = list(line.iter(f"{_W}t"))
        whole = "".join(text.text or "" for text in texts)
        if (
            texts
            and _PLACE.search(whole)
            and not all(_PLACE.search(t.text or "") for t in texts if "{" in (t.text or ""))
        ):
            texts[0].text = whole
            for text in texts[1:]:
                text.text = ""


def _sectpr(inner: str) -> str:
    return f"<w:sectPr {NAMESPACES}>{inner}{_DEFAULT_PAGE}{_DEFAULT_MARGINS}</w:sectPr>"


def _section(section: Any) -> Any:
    """Return their page with room for our tables between its margins, and nothing that the writer sets itself."""
    for name in _LEFT_OUT:
        for found in section.findall(f"{_W}{name}"):
            section.remove(found)
    for name, usual in (("pgSz", _DEFAULT_PAGE), ("pgMar", _DEFAULT_MARGINS)):
        if section.find(f"{_W}{name}") is None:
            section.append(cast("Any", parse_xml(usual.replace("/>", f" {NAMESPACES}/>"))))
    page, margins = section.find(f"{_W}pgSz"), section.find(f"{_W}pgMar")
    _widen(page, margins)
    kind = cast("Any", parse_xml(f'<w:type {NAMESPACES} w:val="nextPage"/>'))
    page.addprevious(kind)
    return section


def _widen(page: Any, margins: Any) -> None:
    """Share what the tables leave of the page's width out to both sides as the template had it."""
    width = int(page.get(f"{_W}w", "11906"))
    rest = width - TEXT_WIDTH
    if rest < 2 * _LEAST_MARGIN:
        raise PageTooNarrowError(str(width))
    left, right = (max(1, int(margins.get(f"{_W}{side}", "1360"))) for side in ("left", "right"))
    kept = min(max(rest * left // (left + right), _LEAST_MARGIN), rest - _LEAST_MARGIN)
    margins.set(f"{_W}left", str(kept))
    margins.set(f"{_W}right", str(rest - kept))
    margins.set(f"{_W}gutter", "0")


def _bare(section: Any) -> Any:
    """Return the cover's page: without running heads."""
    made = copy.deepcopy(section)
    for name in ("headerReference", "footerReference", "titlePg"):
        for found in made.findall(f"{_W}{name}"):
            made.remove(found)
    return made


def _break(section: Any, *, roman: bool = False) -> Any:
    made = copy.deepcopy(section)
    if roman:
        number = f'<w:pgNumType {NAMESPACES} w:fmt="lowerRoman" w:start="1"/>'
        made.find(f"{_W}pgMar").addnext(cast("Any", parse_xml(number)))
    line = _plain("SectionEnd")
    line.find(f"{_W}pPr").append(made)
    return line


def _plain(style: str = "BodyText") -> Any:
    return cast("Any", parse_xml(f'<w:p {NAMESPACES}><w:pPr><w:pStyle w:val="{style}"/></w:pPr></w:p>'))
