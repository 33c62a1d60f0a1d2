"""Lists of headings with pages: the report's contents, in two columns where one has no room, and a chapter's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Any

from exporters.content import ChapterContents, Document, Heading
from exporters.drawings.measure import POINT, line_count
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import cell, clean, field, link, paragraph, row, table
from exporters.word.package import Package
from exporters.word.tables import TEXT_WIDTH

# Chapters and sections by Word's own headings, whose names differ with its language; parts by our style.
CONTENTS = 'TOC \\o "1-2" \\h \\z \\t "Part,3"'
PART_LEVEL = 3  # of the contents: chapters are 1, sections 2
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_BETWEEN_COLUMNS = 566
_COLUMN = (TEXT_WIDTH - _BETWEEN_COLUMNS) // 2
# What stands in our styles of entries: where words end, where those of sections and chapters begin; and in a column.
_NARROW: Mapping[str, str] = {str(TEXT_WIDTH): str(_COLUMN), "1400": "1020", "700": "480"}
_PAGE_ROOM = 380  # what an entry's page number takes of its last line
_STYLES = ("TOC1", "TOC2", "TOC3")
_ROOM = 630.0  # points of a page below the title
# By level: size, line, space around it, indent in a column (points).
_ENTRIES = {0: (9.5, 15.0, 22.0, 0.0), 1: (10.5, 14.0, 7.5, 24.0), 2: (9.0, 12.6, 0.0, 51.0)}
_TITLE_LEFT, _ENTRY_WIDTHS = 1587, (900, 5999, 700)
_NUMBER = '<w:rStyle w:val="CaptionNumber"/>'
_RIGHT = '<w:jc w:val="right"/>'
_COLUMN_BREAK = '<w:r><w:br w:type="column"/></w:r>'


@dataclass(frozen=True, slots=True)
class ContentsLayout:
    """How a contents list stands: its sections' end below the title (empty: one column), and the entry of a break."""

    title_end: str = ""
    breaks_at: int = -1

    def section(self, section: str) -> str:
        """Return the section of the entries."""
        if not self.title_end:
            return section
        columns = f'<w:cols w:num="2" w:space="{_BETWEEN_COLUMNS}"/>'
        head, _, tail = section.partition("<w:cols ")
        continued = head.replace('w:val="nextPage"', 'w:val="continuous"').replace(' w:start="1"', "")
        return continued + columns + tail.partition("/>")[2]


def contents_layout(document: Document, package: Package, section: str) -> ContentsLayout:
    """Return how the contents stand; `section` is the paragraph that ends them in the template.

    They take two columns where one page has no room for one. A company's template whose entries end elsewhere than
    ours keeps its one column: its styles say where.
    """
    headings = _listed(document)
    heights = [_height(heading, TEXT_WIDTH / 20) for heading in headings]
    if sum(heights) <= _ROOM or "<w:cols " not in section or not _narrowed(package):
        return ContentsLayout()
    start = section.index("<w:sectPr")
    own = section[start : section.index("</w:sectPr>") + len("</w:sectPr>")]
    return ContentsLayout(own, _break(headings))


def _narrowed(package: Package) -> bool:
    """Let the entries' styles end with their column; false where they are not ours."""
    known: dict[str, Any] = {}  # lxml has no types
    for part in package.xml_parts("/word/styles"):
        root: Any = part.element
        known |= {style.get(f"{_W}styleId"): style for style in root}
    styles = [known[code] for code in _STYLES if code in known]
    if len(styles) < len(_STYLES) or not all(map(_ends_with_us, styles)):
        return False
    for style in styles:
        for tab in style.iter(f"{_W}tab"):
            _exchange(tab, "pos")
        if (indent := style.find(f"{_W}pPr/{_W}ind")) is not None:
            _exchange(indent, "left")
            _exchange(indent, "hanging")
            if indent.get(f"{_W}left") == _NARROW["1400"]:
                indent.set(f"{_W}hanging", str(int(_NARROW["1400"]) - int(_NARROW["700"])))
    return True


def _exchange(element: Any, name: str) -> None:
    """Put a place of a column where that of the page stands."""
    value = element.get(f"{_W}{name}")
    if value in _NARROW:
        element.set(f"{_W}{name}", _NARROW[value])


def _ends_with_us(style: Any) -> bool:
    return any(tab.get(f"{_W}pos") == str(TEXT_WIDTH) for tab in style.iter(f"{_W}tab"))


def _height(heading: Heading, width: float) -> float:
    """Return how high an entry stands in so many points of width."""
    size, line, space, left = _ENTRIES[heading.level]
    room = (width - left - _PAGE_ROOM / 20) * POINT
    return line_count(heading.text, room, size) * line + space


def _break(headings: Sequence[Heading]) -> int:
    """Return the entry that begins the second column: a part, else a chapter, so that the higher one is lowest.

    -1 where more than a page is needed: then the words flow by themselves.
    """
    heights = [_height(heading, _COLUMN / 20) for heading in headings]
    whole = sum(heights)
    before = dict(enumerate(accumulate(heights, initial=0.0)))
    fitting = [n for n in range(1, len(headings)) if max(before[n], whole - before[n]) <= _ROOM]
    for level in (0, 1):
        if found := [n for n in fitting if headings[n].level == level]:
            return min(found, key=lambda n: abs(whole - 2 * before[n]))
    return -1


def _listed(document: Document) -> list[Heading]:
    return [block for block in document.blocks if isinstance(block, Heading) and block.level <= 2]


def contents_xml(document: Document, scribe: Scribe, layout: ContentsLayout) -> str:
    """Return the contents list: a field whose cached entries are links with page fields."""
    headings = _listed(document)
    title = paragraph(scribe.words(document.labels.contents), "TOCHeading", layout.title_end)
    start = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        f'<w:r><w:instrText xml:space="preserve"> {clean(CONTENTS)} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
    )
    before = {0: start, layout.breaks_at: _COLUMN_BREAK}
    entries = [
        _entry(heading, scribe, before.get(number, ""), narrow=bool(layout.title_end))
        for number, heading in enumerate(headings)
    ]
    end = paragraph(("" if headings else start) + '<w:r><w:fldChar w:fldCharType="end"/></w:r>', "SectionEnd")
    gallery = '<w:docPartObj><w:docPartGallery w:val="Table of Contents"/><w:docPartUnique/></w:docPartObj>'
    return (
        f'<w:sdt><w:sdtPr><w:id w:val="{scribe.number()}"/>{gallery}</w:sdtPr><w:sdtContent>'
        f"{title}{''.join(entries)}{end}</w:sdtContent></w:sdt>"
    )


def _entry(heading: Heading, scribe: Scribe, start: str, *, narrow: bool) -> str:
    number = scribe.words(heading.number) + "<w:r><w:tab/></w:r>" if heading.number else ""
    page = field(f"PAGEREF {heading.anchor} \\h", scribe.page_of(heading.anchor))
    inner = number + scribe.words(heading.text) + "<w:r><w:tab/></w:r>" + page
    style = f"TOC{heading.level or PART_LEVEL}"
    return paragraph(start + link(heading.anchor, inner), style, _hung(heading, narrow=narrow))


def _hung(heading: Heading, *, narrow: bool) -> str:
    """Return the indent of an entry that has no number: its words stand where the number would."""
    if heading.number or not heading.level:
        return ""
    step = _NARROW["700"] if narrow else "700"
    return f'<w:ind w:left="{int(step) * (heading.level - 1)}" w:firstLine="0"/>'


def chapter_contents_xml(block: ChapterContents, scribe: Scribe) -> str:
    """Return the sections of a chapter: number, title and page, each a field that is counted anew."""
    last = len(block.headings) - 1
    rows = [_section(heading, scribe, keep=number < last) for number, heading in enumerate(block.headings)]
    return table("".join(rows), _ENTRY_WIDTHS, "EntryTable", words=scribe.document.labels.contents, left=_TITLE_LEFT)


def _section(heading: Heading, scribe: Scribe, *, keep: bool) -> str:
    anchor = heading.anchor
    number = field(f"REF {anchor} \\r \\h", heading.number, _NUMBER) if heading.number else ""
    words = (number, field(f"REF {anchor} \\h", heading.text), field(f"PAGEREF {anchor} \\h", scribe.page_of(anchor)))
    together = "<w:keepNext/>" if keep else ""
    looks = (together, together, together + _RIGHT)
    cells = zip(words, looks, _ENTRY_WIDTHS, strict=True)
    return row("".join(cell(paragraph(inner, "TableText", look), width) for inner, look, width in cells))
