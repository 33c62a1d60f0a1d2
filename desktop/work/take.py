"""Words that people edited in a Word draft, taken back into the texts of the workspace; links stay links."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from desktop.work.draft_origin import origin_of
from desktop.work.refresh import read_draft
from desktop.work.write import write
from desktop.work.writing import Wanted, Writing
from schema.catalogue.outline import TextBlock
from schema.moment import Moment

if TYPE_CHECKING:
    from exporters.assembly.assembly import Assembly
    from exporters.assembly.printed_lines import Piece
    from exporters.word.edited_draft import EditedDraft
    from exporters.word.passages import Passage

TakenState = Literal["taken", "both", "hand"]
TAKEN_STATES: tuple[TakenState, ...] = ("taken", "both", "hand")
_ALIKE = 0.5


@dataclass(frozen=True, slots=True)
class Taken:
    """A paragraph that was edited: its text, the words here and in the draft, and what becomes of them.

    `both`: it was changed here, too, since the export; `hand`: a link or a table was touched. Neither is written.
    """

    reference: str
    here: str
    draft: str
    state: TakenState
    new: str = ""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What a draft's words come to: every edited paragraph, and what writes those that can be taken."""

    paragraphs: tuple[Taken, ...]
    writings: tuple[Writing, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    """A paragraph of a text as it is written, and as a draft of today says it."""

    slot: str
    section: str
    written: str
    pieces: tuple[Piece, ...]
    said: str
    mark: str


def take_back(moment: Moment, path: Path, identity: str = "", report: str = "") -> TakenBack:
    """Find the paragraphs of texts that people edited in a draft. Raises DraftError, ChildError."""
    from exporters.assembly.assembly import Assembly
    from exporters.word.parts import DOCUMENT
    from exporters.word.passages import passages

    draft = read_draft(path)
    origin = origin_of(draft, moment.definitions, identity, report)
    assembly = Assembly(moment, moment.outline(origin.report), origin.language)
    lines = list(_lines(assembly))
    body = [one for one in passages(draft) if one.part == DOCUMENT]
    found = tuple(_taken(assembly, pairs(lines, body), draft))
    return TakenBack(found, tuple(_writings(moment, assembly, found)))


def _lines(assembly: Assembly) -> Iterator[_Line]:
    from exporters.assembly.anchors import section_anchor
    from exporters.assembly.chunks import chunks
    from exporters.assembly.printed_lines import printed_line
    from exporters.word.passages import mark_of

    report, texts = assembly.outline.code, assembly.snapshot.texts
    for section in assembly.outline.walk():
        for block in section.blocks:
            text = texts.get((report, block.slot, assembly.language), "") if isinstance(block, TextBlock) else ""
            slot = block.slot if isinstance(block, TextBlock) else ""
            for kind, written in chunks(text, assembly.punctuation.space) if text.strip() else ():
                for line in written if kind != "table" else ():
                    pieces = printed_line(assembly, line)
                    said = "".join(piece.said for piece in pieces)
                    yield _Line(slot, section_anchor(section.code), line, pieces, said, mark_of(said))


def pairs(lines: Sequence[_Line], body: Sequence[Passage]) -> Iterator[tuple[_Line, Passage]]:
    """Yield each paragraph whose words are others in the draft, with what stands in its place there."""
    there, here = Counter(one.mark for one in body), Counter(line.mark for line in lines)
    marks = [(line.section, line.mark) for line in lines], [(one.section, one.mark) for one in body]
    for name, start, end, begin, stop in SequenceMatcher(None, *marks, autojunk=False).get_opcodes():
        if name != "replace":
            continue
        free = [one for one in body[begin:stop] if one.mark not in here]
        for line in lines[start:end]:
            if there[line.mark] >= here[line.mark]:
                continue  # it was moved
            best = max(free, key=lambda one: _alike(line.said, one.text), default=None)
            if best is not None and _alike(line.said, best.text) >= _ALIKE:
                free.remove(best)
                yield line, best


def _alike(one: str, other: str) -> float:
    return SequenceMatcher(None, one, other, autojunk=False).ratio()


def _taken(assembly: Assembly, found: Iterator[tuple[_Line, Passage]], draft: EditedDraft) -> Iterator[Taken]:
    from exporters.assembly.printed_lines import rewritten
    from exporters.word.passages import COUNTED, PENDING

    base = frozenset(draft.edition.marks if draft.edition else ())
    for line, passage in found:
        reference = f"text/{assembly.outline.code}/{line.slot}.{assembly.language}"
        told = (reference, line.written, passage.words)
        if line.mark not in base:
            yield Taken(*told, "both")
            continue
        new = rewritten(line.pieces, passage.text.replace(COUNTED, "").replace(PENDING, ""))
        text = assembly.snapshot.texts[assembly.outline.code, line.slot, assembly.language]
        fits = new is not None and text.count(line.written) == 1
        yield Taken(*told, "taken", new) if new is not None and fits else Taken(*told, "hand")


def _writings(moment: Moment, assembly: Assembly, found: Sequence[Taken]) -> Iterator[Writing]:
    """Yield what writes the texts in which a paragraph is taken."""
    for reference in dict.fromkeys(one.reference for one in found if one.state == "taken"):
        slot = reference.removeprefix(f"text/{assembly.outline.code}/").removesuffix(f".{assembly.language}")
        text = assembly.snapshot.texts[assembly.outline.code, slot, assembly.language]
        for one in found:
            if one.reference == reference and one.state == "taken":
                text = text.replace(one.here, one.new)
        yield write(moment, Wanted(reference, text, assembly.language))
