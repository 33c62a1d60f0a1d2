"""The paragraphs of an edited draft as texts with links, as they would be written in Annals."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from exporters.word.controls import content_of, key_of
from exporters.word.edited_draft import EditedDraft
from exporters.word.no_breaks import NO_BREAK
from exporters.word.value_store import StoredValue
from exporters.word.word_xml import Piece, W, child_of, pieces
from schema.grammar.linked import escaped

_OPEN_POINTS, NEW_BLOCKS = "annals-open-points", "annals-new-blocks"
COUNTED = "▮"  # stands for what a field says
PENDING = "◇"  # behind words that nobody has approved
_BLANKS = re.compile(rf"[\s{COUNTED}{PENDING}]+")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of a passage: `start` to `end` in its text, the words that a reader sees, and the control it is of.

    What is `counted` by a field is one sign in the text.
    """

    start: int
    end: int
    shown: str
    element: Any
    key: str = ""
    counted: bool = False


@dataclass
class Passage:
    """A paragraph: `line` counts those of its part from 1; `section` is the code of the bookmark it stands behind."""

    part: str
    line: int
    element: Any
    section: str
    stretches: tuple[Stretch, ...]
    text: str

    @cached_property
    def words(self) -> str:
        """Return what a reader sees."""
        return "".join(stretch.shown for stretch in self.stretches)

    @property
    def mark(self) -> str:
        """Return what tells whether it is as it was written; blanks don't count, LibreOffice moves some."""
        return mark_of(self.text)

    @property
    def in_table(self) -> bool:
        """Whether it stands in a table's cell."""
        return next(self.element.iterancestors(W + "tc"), None) is not None

    @property
    def style(self) -> str:
        """Return the id of its style."""
        style = self.element.find(f"{W}pPr/{W}pStyle")
        return "" if style is None else str(style.get(W + "val", ""))

    def within(self, start: int, end: int) -> tuple[Stretch, ...]:
        """Return the parts that a stretch of the text meets."""
        return tuple(one for one in self.stretches if one.start < end and start < one.end)

    def shown(self, start: int, end: int) -> str:
        """Return what a reader sees of a stretch of the text."""
        return "".join(
            one.shown if one.key or one.counted else one.shown[max(start - one.start, 0) : end - one.start]
            for one in self.within(start, end)
        )


def mark_of(text: str) -> str:
    """Return a short mark of a text; what fields say, and the sign of what is not approved, do not count."""
    return hashlib.sha256(_BLANKS.sub("", text).encode()).hexdigest()[:8]


def passages(draft: EditedDraft) -> Iterator[Passage]:
    """Yield the paragraphs of body and notes that have words, without contents, open points and what was offered."""
    for part in draft.parts.with_words():
        if not part.startswith(("word/header", "word/footer")):
            yield from passages_in(part, draft.parts.xml(part), draft.values)


def passages_in(part: str, root: Any, values: Mapping[str, StoredValue]) -> Iterator[Passage]:
    """Yield the paragraphs of one part."""
    section = ""
    for line, paragraph in enumerate(root.iter(W + "p"), 1):
        section = _section(paragraph) or section
        if _is_ours(paragraph):
            continue
        stretches = tuple(_stretches(paragraph, values))
        if stretches:
            text = "".join([_written(one, values) for one in stretches])
            yield Passage(part, line, paragraph, section, stretches, text)


def _section(paragraph: Any) -> str:
    """Return the bookmark of a section that begins in a paragraph."""
    names = (str(mark.get(W + "name", "")) for mark in paragraph.iter(W + "bookmarkStart"))
    return next((name for name in names if name.startswith("s_")), "")


def _is_ours(paragraph: Any) -> bool:
    """Whether a paragraph is of the contents list, of the list of open points or of what was offered."""
    for control in paragraph.iterancestors(W + "sdt"):
        own = control.find(W + "sdtPr")
        tag = own.find(W + "tag") if own is not None else None
        if own is not None and (own.find(W + "docPartObj") is not None):
            return True
        if tag is not None and tag.get(W + "val") in (_OPEN_POINTS, NEW_BLOCKS):
            return True
    style = paragraph.find(f"{W}pPr/{W}pStyle")
    return style is not None and str(style.get(W + "val", "")).startswith("TOC")


def _stretches(paragraph: Any, values: Mapping[str, StoredValue]) -> Iterator[Stretch]:
    place, control, shown = 0, None, ""
    counted = _counted(paragraph)
    has_controls = next(paragraph.iter(W + "sdt"), None) is not None
    for piece in pieces(paragraph):
        own = _control_of(piece, paragraph) if has_controls else None
        if control is not None and own is not control:
            yield (stretch := _linked(place, control, shown, values))
            place, control, shown = stretch.end, None, ""
        if own is not None:
            control, shown = own, shown + piece.text
        elif piece.text:
            is_counted = piece.element in counted
            end = place + (len(COUNTED) if is_counted else len(escaped(piece.text)))
            yield Stretch(place, end, piece.text, piece.element, counted=is_counted)
            place = end
    if control is not None:
        yield _linked(place, control, shown, values)


def _counted(paragraph: Any) -> frozenset[Any]:
    """Return the elements whose words a field gives: pages, numbers of captions and notes. They say nothing of data."""
    found: set[Any] = set()
    depth = 0
    for element in paragraph.iter(W + "fldChar", W + "t", W + "fldSimple"):
        if element.tag == W + "fldChar":
            depth += {"begin": 1, "end": -1}.get(element.get(W + "fldCharType"), 0)
        elif element.tag == W + "fldSimple":
            found |= set(element.iter(W + "t"))
        elif depth > 0:
            found.add(element)
    return frozenset(found)


def _linked(place: int, control: Any, shown: str, values: Mapping[str, StoredValue]) -> Stretch:
    key = key_of(control)
    return Stretch(place, place + len(_link(key, shown, values)), shown, control, key)


def _link(key: str, shown: str, values: Mapping[str, StoredValue]) -> str:
    value = values.get(key)
    if value is None or not value.raw:
        return escaped(shown)
    return f"{{{value.ref}|{value.format}}}" if value.format else f"{{{value.ref}}}"


def _written(stretch: Stretch, values: Mapping[str, StoredValue]) -> str:
    if stretch.key:
        return _link(stretch.key, stretch.shown, values)
    return COUNTED if stretch.counted else escaped(stretch.shown.replace(NO_BREAK, " "))


def _control_of(piece: Piece, paragraph: Any) -> Any:
    """Return the control of ours in which words stand; None where they stand in none."""
    for element in piece.element.iterancestors():
        if element is paragraph:
            return None
        if element.tag == W + "sdt" and key_of(element) and content_of(element) is not None:
            return element
    return None


def ends(passage: Passage, start: int, end: int) -> tuple[Any, Any]:
    """Return the children of a paragraph between which a stretch of its text stands."""
    met = passage.within(start, end) or passage.stretches
    return child_of(passage.element, met[0].element), child_of(passage.element, met[-1].element)
