"""The sections of a report, one a chapter: each has running heads of its own, with its own title in them.

Programs that renew no STYLEREF show what stands there, so that must be right for each chapter.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from exporters.content import Document, Heading
from exporters.drawings.measure import title_line_count
from exporters.word.across import turned, widened
from exporters.word.inline_writer import Scribe
from exporters.word.ooxml import field, run
from exporters.word.package import Package

_CHAPTER = re.compile(r"<w:r>(?:<w:rPr>(?:(?!</w:rPr>).)*</w:rPr>)?<w:t[^>]*>\{chapter\}</w:t></w:r>")
_REFERENCE = re.compile(r'(<w:headerReference [^>]*?r:id=")(\w+)(")')
_FOOTER = re.compile(r'(<w:footerReference w:type="default"[^>]*?r:id=")(\w+)(")')
_DRAWING = re.compile(r'(<wp:docPr id=")\d+"')
# The band behind an opening: its height in the template, how much more each further line of the title takes (EMU).
_BAND, _LINE = 4440 * 635, 760 * 635
_TITLE_SIZES, _TITLE_ROOM = {"en": 26.0}, 134.0  # points (27 in Chinese), millimetres


@dataclass(frozen=True, slots=True)
class _Opening:
    """A chapter with the name of the part that it stands in (empty: in none, or its heading says it)."""

    chapter: Heading
    part: str


class Sections:
    """Hands out the section of each chapter in turn; `section` is the template's."""

    def __init__(self, document: Document, scribe: Scribe, package: Package, section: str) -> None:
        self._openings = list(_openings(document))
        self._scribe, self._package, self._section = scribe, package, section
        self._count = 0

    def next(self) -> str:
        """Return the section (w:sectPr) of the next chapter; page numbers begin with 1 at the first."""
        number, self._count = self._count, self._count + 1
        section = self._section
        if number < len(self._openings):
            opening = self._openings[number]
            section = _REFERENCE.sub(lambda found: self._own(found, opening, number + 1), section)
            if opening.chapter.id in self._scribe.across:
                section = _FOOTER.sub(lambda found: self._foot(found, number + 1), turned(section))
        if number == 0:
            section = re.sub(r"(<w:pgMar [^>]*/>)", r'\1<w:pgNumType w:start="1"/>', section, count=1)
        return section

    def _foot(self, found: re.Match[str], number: int) -> str:
        return found[1] + self._package.copied(found[2], f"Foot{number}", widened) + found[3]

    def _own(self, found: re.Match[str], opening: _Opening, number: int) -> str:
        kind = "Opening" if 'w:type="first"' in found[1] else "Chapter"
        relation = self._package.copied(found[2], f"{kind}{number}", lambda xml: self._filled(xml, opening))
        return found[1] + relation + found[3]

    def _filled(self, xml: str, opening: _Opening) -> str:
        chapter = opening.chapter
        titled = field("STYLEREF 1", chapter.text)
        if chapter.number:
            titled = field("STYLEREF 1 \\n", chapter.number) + run("  ") + titled
        xml = _CHAPTER.sub(lambda _: titled, xml)
        xml = widened(xml) if chapter.id in self._scribe.across else xml
        if "{part}" in xml:  # a band of its own needs ids of its own
            xml = _DRAWING.sub(lambda found: f'{found[1]}{self._scribe.number()}"', xml.replace("{part}", opening.part))
        return _raised(
            xml, title_line_count(chapter.text, _TITLE_ROOM, _TITLE_SIZES.get(self._scribe.document.language, 27.0)) - 1
        )


def _openings(document: Document) -> Iterator[_Opening]:
    part, is_first, ends = "", False, False
    for block in document.blocks:
        if not isinstance(block, Heading) or block.level > 1:
            continue
        if block.level == 0:
            part, is_first, ends = block.text, True, False
            continue
        ends = ends or block.annex or not block.number  # what is not counted stands in no part
        yield _Opening(block, "" if is_first or ends else part)
        is_first = False


def _raised(xml: str, lines: int) -> str:
    """Return an opening's band as high as its title has further lines."""
    if lines <= 0:
        return xml
    more = lines * _LINE
    xml = xml.replace(f"<wp:posOffset>{_BAND}</wp:posOffset>", f"<wp:posOffset>{_BAND + more}</wp:posOffset>")
    return xml.replace(f'cy="{_BAND}"', f'cy="{_BAND + more}"')
