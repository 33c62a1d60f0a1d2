"""What a laid out draft looks like at the foot of its pages: headings and captions alone there, stretches left empty.

Read from the PDF that LibreOffice has made: what it draws stands there with plain coordinates.
"""

from __future__ import annotations

import re
import zlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Literal

from exporters.content import Block, Chart, Document, Heading, Panel, Table
from exporters.drawings.measure import line_count
from exporters.drawn_content import Diagram

FaultCode = Literal["heading", "caption", "empty"]
MOST_EMPTY = 0.4  # of a page's height, before the end of a chapter
_NEAR = 60.0  # points: what stands closer belongs together
_WORDS = 134.0  # millimetres
_LINES = {2: (16.0, 25.0), 3: (12.0, 17.0)}  # of headings: size, line in points
_CAPTION = (9.0, 13.0)
_SLACK = 8.0  # less than the line that follows
_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj(.*?)endobj", re.DOTALL)
_KIDS = re.compile(rb"/Type\s*/Pages.*?/Kids\s*\[([^\]]*)\]", re.DOTALL)
_PLACE = re.compile(rb"/(\w+)\s*\[\s*(\d+) 0 R\s*/XYZ\s+[\d.-]+\s+([\d.-]+)")
_NUMBER = rb"(-?[\d.]+)"
_DRAWN = re.compile(
    _NUMBER
    + rb" "
    + _NUMBER
    + rb" (?:Td|Tm|m|l)\b|"
    + _NUMBER
    + rb" 0 0 "
    + _NUMBER
    + rb" "
    + _NUMBER
    + rb" "
    + _NUMBER
    + rb" cm"
)


@dataclass(frozen=True, slots=True)
class PageFault:
    """What is wrong on a page, by its printed number: `what` is the heading or caption, or the empty share (45%).

    `anchor` is that of the heading or caption.
    """

    code: FaultCode
    page: str
    what: str
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """The printed page number of each bookmark, and what is wrong on the pages; nothing where none were laid out.

    The headings at `turns` (anchors) would stand alone at the foot of a page: they begin the next one.
    """

    pages: Mapping[str, str] = field(default_factory=dict[str, str])
    faults: tuple[PageFault, ...] = ()
    turns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Area:
    """Between which heights words stand on a page, in points from its foot."""

    bottom: float
    top: float


@dataclass(frozen=True, slots=True)
class Sheets:
    """A laid out document: where each bookmark stands (sheet from 0, height in points), what is drawn on each sheet."""

    places: Mapping[str, tuple[int, float]]
    contents: tuple[bytes, ...]

    def drawn(self, sheet: int, area: Area) -> list[float]:
        """Return the heights at which something is drawn between head and foot, the highest first."""
        found = (height for height in _heights(self.contents[sheet]) if area.bottom <= height <= area.top)
        return sorted(found, reverse=True)


def read_sheets(printed: bytes) -> Sheets:
    """Read a PDF of LibreOffice's; nothing where it is another's."""
    kids = _KIDS.search(printed)
    if kids is None:
        return Sheets({}, ())
    objects = {int(number): content for number, content in _OBJECT.findall(printed)}
    numbers = [int(number) for number in re.findall(rb"(\d+) 0 R", kids[1])]
    sheets = {number: index for index, number in enumerate(numbers)}
    # LibreOffice writes _ in a name as 5F; our names have no capitals.
    places = {
        name.decode().replace("5F", "_"): (sheets[int(page)], float(height))
        for name, page, height in _PLACE.findall(printed)
        if int(page) in sheets
    }
    return Sheets(places, tuple(_content(objects, number) for number in numbers))


def _content(objects: Mapping[int, bytes], page: int) -> bytes:
    found = re.search(rb"/Contents (\d+) 0 R", objects.get(page, b""))
    stream = objects.get(int(found[1]), b"") if found else b""
    start = stream.find(b"stream")
    if start < 0:
        return b""
    try:
        return zlib.decompressobj().decompress(stream[start + len(b"stream") :].lstrip(b"\r\n"))
    except zlib.error:
        return b""


def _heights(content: bytes) -> Iterator[float]:
    for _, height, _, size, _, foot in _DRAWN.findall(content):
        if height:
            yield float(height)
        else:
            yield from (float(foot), float(foot) + float(size))


def page_faults(document: Document, sheets: Sheets, area: Area) -> tuple[PageFault, ...]:
    """Return what is wrong on the pages from the first chapter on, page by page."""
    openings = [sheets.places[b.anchor][0] for b in _headings(document, 1) if b.anchor in sheets.places]
    if not openings:
        return ()
    first = openings[0]
    empty = _empty(sheets, area, first, {*openings, len(sheets.contents)})
    found = sorted([*_alone(document.blocks, sheets, area), *empty], key=lambda fault: fault[0])
    return tuple(replace(fault, page=str(sheet - first + 1)) for sheet, fault in found if sheet >= first)


def _headings(document: Document, most: int) -> Iterator[Heading]:
    yield from (block for block in document.blocks if isinstance(block, Heading) and block.level <= most)


def _empty(sheets: Sheets, area: Area, first: int, openings: set[int]) -> Iterator[tuple[int, PageFault]]:
    """Yield pages with an empty stretch that are not the last of their chapter."""
    for sheet in range(first, len(sheets.contents)):
        if sheet + 1 in openings:
            continue
        heights = [area.top, *sheets.drawn(sheet, area), area.bottom]
        widest = max(above - below for above, below in pairwise(heights))
        share = widest / (area.top - area.bottom)
        if share >= MOST_EMPTY:
            yield sheet, PageFault("empty", "", f"{share:.0%}")


def _alone(blocks: Iterable[Block], sheets: Sheets, area: Area) -> Iterator[tuple[int, PageFault]]:
    """Yield headings and captions below which nothing of theirs stands on their page, each with its sheet."""
    for block in blocks:
        match block:
            case Heading() if block.level in _LINES:
                fault, (size, line) = PageFault("heading", "", block.text, block.anchor), _LINES[block.level]
            case Table() | Chart() | Panel() | Diagram() if block.caption:
                fault, (size, line) = PageFault("caption", "", block.caption, block.anchor), _CAPTION
            case _:
                continue
        if block.anchor in sheets.places:
            sheet, top = sheets.places[block.anchor]
            own = line_count(fault.what, _WORDS, size) * line + _SLACK
            if top - _reached(sheets.drawn(sheet, area), top) <= own:
                yield sheet, fault


def _reached(heights: Iterable[float], top: float) -> float:
    """Return how far down goes what stands together from a height on."""
    low = top
    for height in heights:
        if height < low:
            if low - height > _NEAR:
                break
            low = height
    return low
