"""Writes inlines and remembers what stands outside the body: footnotes, comments, ids."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import assert_never

from exporters import mark_colours
from exporters.content import (
    BlockRef,
    Document,
    Footnote,
    Gap,
    Inline,
    Inlines,
    LinkedNumber,
    NoteRef,
    PageRef,
    Pages,
    Text,
)
from exporters.mark_colours import DRAFT_GROUND, GAP, GAP_GROUND, OMITTED, SOURCE
from exporters.word.across import across
from exporters.word.controls import Control, bound_control
from exporters.word.no_breaks import unbroken
from exporters.word.ooxml import bookmark, commented, field, paragraph, run
from exporters.word.value_store import VALUES_ITEM, VALUES_NAMESPACE
from schema.catalogue.punctuation import PUNCTUATION

_GAP = f'<w:color w:val="{GAP}"/><w:shd w:val="clear" w:color="auto" w:fill="{GAP_GROUND}"/>'
_DRAFT = f'<w:shd w:val="clear" w:color="auto" w:fill="{DRAFT_GROUND}"/>'
PENDING_GROUND = f'<w:shd w:val="clear" w:color="auto" w:fill="{mark_colours.PENDING_GROUND}"/>'
_LEADING = '<w:rStyle w:val="Hyperlink"/><w:u w:val="single"/>'
_COUNTED = '<w:rStyle w:val="CaptionNumber"/>'
_SOURCED = f'<w:u w:val="single" w:color="{SOURCE}"/>'
_LETTER = (
    f'<w:b/><w:bCs/><w:color w:val="{SOURCE}"/><w:sz w:val="20"/><w:szCs w:val="20"/><w:vertAlign w:val="superscript"/>'
)
# Direct, not by a style: LibreOffice drops the style of a bound control's words.
_STATE_LOOKS = {"value": "", "omission": f'<w:color w:val="{OMITTED}"/>', "missing": _GAP}
_FIRST_FOOTNOTE = 2  # 0 and 1 are the separators; LibreOffice loses the words of notes that are counted otherwise


def is_shaded(number: LinkedNumber) -> bool:
    """Whether a number has the ground of what is not approved; a placeholder has its own."""
    return number.pending and number.state != "missing"


def joined(places: Iterable[PageRef], page_of: Callable[[str], str]) -> list[PageRef]:
    """Return places in the order of their pages; those on the same or the next page become one range."""
    spans = [(int(page_of(p.anchor)), int(page_of(p.last or p.anchor)), p.anchor, p.last or p.anchor) for p in places]
    found: list[tuple[int, int, str, str]] = []
    for first, last, anchor, end in sorted(spans, key=lambda span: span[:2]):
        if not found or first > found[-1][1] + 1:
            found.append((first, last, anchor, end))
        elif last > found[-1][1]:
            found[-1] = (found[-1][0], last, found[-1][2], end)
    return [PageRef(anchor, end if first != last else "") for first, last, anchor, end in found]


class Scribe:
    """One writing of one document; ids are counted, so that the same document gives the same file."""

    def __init__(self, document: Document, pages: Mapping[str, str] | None = None, *, remarks: bool = True) -> None:
        self.document = document
        self._remarks = remarks  # whether what is asked stands beside its place as a comment
        self.chinese = document.language != "en"
        self.punctuation = PUNCTUATION[document.language]
        self.pages = pages or {}
        self.stored = {fact.word_key: fact.text for fact in document.facts}
        self.across = across(document)
        self.footnotes: list[str] = []
        self.comments: list[str] = []
        self.sequences: dict[str, int] = {}
        self._ids = 100
        self._bookmarks: set[str] = set()

    def number(self) -> int:
        """Return an id that no other element of this document has."""
        self._ids += 1
        return self._ids

    def numbers(self, count: int) -> int:
        """Keep so many ids; return the one before the first of them."""
        before = self._ids
        self._ids += count
        return before

    def words(self, text: str, look: str = "") -> str:
        """Return a run in the document's language."""
        return run(text, look, chinese=self.chinese)

    def inlines(self, inlines: Inlines, look: str = "") -> str:
        """Return the runs of a paragraph; `look` holds for all of them."""
        return "".join([self.inline(inline, look) for inline in unbroken(inlines)])

    def inline(self, inline: Inline, look: str = "") -> str:
        """Return one inline as runs."""
        match inline:
            case Text():
                look = ("<w:b/><w:bCs/>" + look) if inline.bold else look
                ground = _DRAFT if inline.draft else PENDING_GROUND if inline.pending else ""
                if inline.link:
                    return field(f'HYPERLINK "{inline.link}"', inline.text, _LEADING + look)
                return self._remarked(inline.remark, self.words(inline.text, look + ground))
            case LinkedNumber():
                return self.linked(inline, look)
            case Gap():
                return self._remarked(inline.remark, self.words(inline.text, _GAP))
            case PageRef():
                return self.page(inline, look)
            case Pages():
                return self.ranges(inline, look)
            case BlockRef():
                return field(f"REF {inline.anchor} \\h", inline.text, ("<w:b/><w:bCs/>" if inline.bold else "") + look)
            case NoteRef():
                mark = '<w:rStyle w:val="FootnoteReference"/>'
                return field(f"NOTEREF {inline.anchor} \\f \\h", str(inline.number), mark)
            case Footnote():
                return self.footnote(inline)
            case _:
                assert_never(inline)

    def linked(self, number: LinkedNumber, look: str = "", small: str = "") -> str:
        """Return a number as a control bound to the store; `small` is the look of a qualifier before its digits."""
        title = number.name[:60] or number.reference
        look = (_STATE_LOOKS[number.state] or look) + (_SOURCED if number.mark else "")
        if is_shaded(number):
            look += PENDING_GROUND
        store = (VALUES_NAMESPACE, VALUES_ITEM)
        control = bound_control(Control(number.key, self.number(), title, look, small), store, self.stored[number.key])
        letter = run(number.mark, _LETTER) if number.mark else ""
        return self.anchored(number.anchor, self._remarked(number.remark, control)) + letter

    def page(self, place: PageRef, look: str = "") -> str:
        """Return the page of an anchor, or the range of pages between two; equal ends are folded."""
        first, last = self.page_of(place.anchor), self.page_of(place.last)
        shown = field(f"PAGEREF {place.anchor} \\h", first, look)
        if not place.last or first == last:
            return shown
        return shown + run("–", look) + field(f"PAGEREF {place.last} \\h", last, look)

    def ranges(self, pages: Pages, look: str = "") -> str:
        """Return the pages of several places, each range with its prefix."""
        prefix = run(self.document.labels.page_prefix, look)
        found = (prefix + self.page(place, look) for place in joined(pages.places, self.page_of))
        return run(self.punctuation.listing, look).join(found)

    def page_of(self, anchor: str) -> str:
        """Return the cached page number of an anchor."""
        return self.pages.get(anchor, "1")

    def footnote(self, note: Footnote) -> str:
        """Return the mark of a footnote and keep its words."""
        number = len(self.footnotes) + _FIRST_FOOTNOTE
        self.footnotes.append("")  # the place is taken before its own words are written
        mark = '<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteRef/></w:r>'
        words = paragraph(mark + run(" ") + self.inlines(note.inlines), "FootnoteText")
        self.footnotes[number - _FIRST_FOOTNOTE] = f'<w:footnote w:id="{number}">{words}</w:footnote>'
        shown = f'<w:r><w:rPr><w:rStyle w:val="FootnoteReference"/></w:rPr><w:footnoteReference w:id="{number}"/></w:r>'
        return self.anchored(note.anchor, shown) if note.anchor else shown

    def anchored(self, anchor: str, inner: str) -> str:
        """Return `inner` inside a bookmark; the second bookmark of a name would make the file invalid and is left."""
        if not anchor or anchor in self._bookmarks:
            return inner
        self._bookmarks.add(anchor)
        return bookmark(anchor, self.number(), inner)

    def numbered(self, label: str, runs: str, anchor: str = "") -> str:
        """Return a caption's runs: label and its own number as a field, which `anchor` names, then its own runs."""
        self.sequences[label] = self.sequences.get(label, 0) + 1
        count = field(f"SEQ {label} \\* ARABIC", str(self.sequences[label]), _COUNTED)
        named = self.anchored(anchor, run(f"{label} ", _COUNTED) + count)
        return named + self.words(self.punctuation.seam) + runs

    def _remarked(self, remark: str, inner: str) -> str:
        if not remark or not self._remarks:
            return inner
        number = len(self.comments)
        words = paragraph(
            '<w:r><w:rPr><w:rStyle w:val="CommentReference"/></w:rPr><w:annotationRef/></w:r>' + self.words(remark),
            "CommentText",
        )
        self.comments.append(f'<w:comment w:id="{number}" w:author="Annals" w:initials="A">{words}</w:comment>')
        return commented(number, inner)
