"""An edited draft held against the data, number by number: what is unchanged, stale, edited, deleted, moved, typed."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.work.draft_claims import ClaimReader, DraftClaim
from desktop.work.draft_origin import DraftOrigin, origin_of
from desktop.work.draft_sentences import draft_scene
from desktop.work.refresh import read_draft, seen_as
from schema.grammar.linked import escaped
from schema.moment import Moment
from schema.validation.statements.reading import read
from schema.validation.statements.scene import Scene

if TYPE_CHECKING:
    from exporters.assembly.document import Content
    from exporters.word.edited_draft import EditedDraft

WRONG = ("mismatch", "stale")


@dataclass(frozen=True, slots=True)
class Deleted:
    """A linked number that stands in fewer places than were printed."""

    ref: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Comparison:
    """A draft's claims in reading order, and the linked numbers that people took out."""

    origin: DraftOrigin
    draft: EditedDraft
    claims: tuple[DraftClaim, ...]
    deleted: tuple[Deleted, ...]

    @property
    def has_mismatch(self) -> bool:
        """Whether a number or a sentence says something else than the data, and never was so."""
        return any(claim.verdict == "mismatch" for claim in self.claims)


def compare_draft(moment: Moment, path: Path, identity: str = "", report: str = "") -> Comparison:
    """Read a draft and hold its numbers against the data. Raises DraftError, ChildError."""
    draft = read_draft(path)
    origin = origin_of(draft, moment.definitions, identity, report)
    return _compared(seen_as(moment, origin), draft, origin)


def _compared(moment: Moment, draft: EditedDraft, origin: DraftOrigin) -> Comparison:
    from exporters.assembly.anchors import section_anchor
    from exporters.assembly.document import build_content
    from exporters.assembly.today import TodaysNumbers
    from exporters.word.passages import passages

    outline = moment.outline(origin.report)
    content, scene = build_content(moment, origin.report, origin.language), draft_scene(moment, outline)
    own = frozenset(_own_quotes(content, origin.language, scene))
    marks = frozenset(draft.edition.marks if draft.edition else ())
    sections = {section_anchor(section.code): section.code for section in outline.walk()}
    today = TodaysNumbers(content.assembly, content.placed)
    reader = ClaimReader(draft, today, outline, origin.language, scene, own, marks, sections)
    claims = tuple(claim for passage in passages(draft) for claim in reader.claims(passage))
    return Comparison(origin, draft, claims, tuple(_deleted(draft)))


def _own_quotes(content: Content, language: str, scene: Scene) -> Iterator[str]:
    """Yield the numbers that stand in the report's own words, as they are written there."""
    for words in _own_words(content):
        yield from (statement.quote for statement in read(words, language, scene.units).statements)


def _own_words(content: Content) -> Iterator[str]:
    """Yield paragraphs, cells, headings and captions, with links where numbers are linked."""
    from exporters.content import Gap, Heading, Inlines, LinkedNumber, Text, with_inlines

    runs: list[Inlines] = []

    def gathered(inlines: Inlines) -> Inlines:
        runs.append(inlines)
        return inlines

    for block in content.blocks:
        with_inlines(block, gathered)
        words = block.text if isinstance(block, Heading) else getattr(block, "caption", "")
        if isinstance(words, str) and words:
            yield words
    for inlines in runs:
        parts = (inline for inline in inlines if isinstance(inline, Text | Gap | LinkedNumber))
        yield "".join(f"{{{p.reference}}}" if isinstance(p, LinkedNumber) else escaped(p.text) for p in parts)


def _deleted(draft: EditedDraft) -> Iterator[Deleted]:
    from exporters.word.controls import is_struck
    from exporters.word.refreshed_numbers import all_controls

    left = Counter(key for _, control, key in all_controls(draft) if not is_struck(control))
    for key, printed in (draft.edition.printed if draft.edition else {}).items():
        gone = len(printed.sections) - left[key]
        stored = draft.values.get(key)
        if gone > 0 and stored is not None:
            yield Deleted(stored.ref, printed.text, gone)


def write_comments(moment: Moment, comparison: Comparison, target: Path) -> Path:
    """Write a copy of a compared draft with a comment at each place that is not as it should be; return where."""
    from exporters.output_files import write_output
    from exporters.word.comment_marks import CommentMarks
    from exporters.word.parts import DOCUMENT
    from exporters.word.passages import ends

    marks = CommentMarks(comparison.draft.parts)
    for claim in comparison.claims:
        reason = claim.reason(moment.catalogue, comparison.origin.language)
        if reason and claim.passage.part == DOCUMENT:
            marks.add(*ends(claim.passage, claim.start, claim.end), reason)
    return write_output(target, comparison.draft.parts.writer())
