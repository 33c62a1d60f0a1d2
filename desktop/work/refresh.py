"""A draft that people have worked on brought up to date with the workspace, every edit kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from desktop.work.draft_origin import DraftOrigin, origin_of
from desktop.work.draft_sentences import Contradicted, contradicted, draft_scene
from schema.approved_moment import ApprovedMoment
from schema.errors import DraftError
from schema.grammar.templates import filled
from schema.moment import Moment
from schema.validation.messages import message
from schema.values.history_mark import HistoryMark

if TYPE_CHECKING:
    from exporters.word.edited_draft import EditedDraft
    from exporters.word.offered_blocks import Offered
    from exporters.word.passages import Passage
    from exporters.word.refreshed_charts import ChartDone
    from exporters.word.refreshed_numbers import NumbersDone, UnitLeft
    from exporters.word.refreshed_tables import TableDone
    from exporters.word.refreshed_words import WordsDone


@dataclass(frozen=True, slots=True)
class RefreshOptions:
    """What to refresh and where to; an empty report is found by what the draft says of itself.

    `identity` is the workspace's own id, `mark` how far its history goes, which the cover tells. With `keep_typed` what
    people typed into controls stays.
    """

    draft: Path
    target: Path
    identity: str = ""
    report: str = ""
    keep_typed: bool = False
    mark: HistoryMark | None = None


@dataclass(frozen=True, slots=True)
class Refreshed:
    """A refreshed draft, ready to be written by `writer`, with what was done to it."""

    origin: DraftOrigin
    numbers: NumbersDone
    charts: tuple[ChartDone, ...]
    tables: tuple[TableDone, ...]
    words: tuple[WordsDone, ...]
    new: tuple[Offered, ...]
    contradicted: tuple[Contradicted, ...]
    writer: Callable[[Path], None]

    @property
    def is_clean(self) -> bool:
        """Whether nothing is left that a person has to look at."""
        return not self.numbers.orphans and not self.contradicted and not self.numbers.units


def refresh_draft(moment: Moment, options: RefreshOptions) -> Refreshed:
    """Bring a draft up to date; the file itself stays as it is. Raises DraftError, ChildError."""
    if options.target.exists() and options.target.samefile(options.draft):
        raise DraftError("draft.same_file", file=options.draft.name)
    draft = read_draft(options.draft)
    origin = origin_of(draft, moment.definitions, options.identity, options.report)
    return _refreshed(seen_as(moment, origin), draft, origin, options)


def read_draft(path: Path) -> EditedDraft:
    """Read a draft in a process of its own, while what assembles reports is loaded in this one."""
    from exporters.word.edited_draft import read_edited

    with ThreadPoolExecutor(max_workers=1) as executor:
        reading = executor.submit(read_edited, path)
        import exporters.assembly.document  # noqa: F401

        return reading.result()


def seen_as(moment: Moment, origin: DraftOrigin) -> Moment:
    """Return the moment that a draft prints: without what nobody has approved where it was made so."""
    return ApprovedMoment(moment, origin.report) if origin.approved_only else moment


def _refreshed(moment: Moment, draft: EditedDraft, origin: DraftOrigin, options: RefreshOptions) -> Refreshed:
    from exporters.assembly.document import build_content, plain_document, with_mark
    from exporters.assembly.today import TodaysNumbers
    from exporters.word.offered_blocks import offer_blocks
    from exporters.word.passages import passages
    from exporters.word.refreshed_charts import refresh_charts
    from exporters.word.refreshed_numbers import NumberRefresh
    from exporters.word.refreshed_tables import refresh_tables
    from exporters.word.refreshed_words import recount, refresh_words

    content = build_content(moment, origin.report, origin.language)
    numbers = NumberRefresh(draft, TodaysNumbers(content.assembly, content.placed), keep_typed=options.keep_typed).run()
    charts = refresh_charts(draft.parts, content.blocks)
    tables = refresh_tables(draft, content)
    found = list(passages(draft))
    is_draft = draft.edition is not None and draft.edition.state == "draft"
    today = plain_document(content, len(content.assembly.causes)) if is_draft else None
    marked = with_mark(today, options.mark, moment.catalogue) if today is not None else None
    words = refresh_words(draft, marked, found) if marked is not None else ()
    _mark_units(moment, draft, origin, numbers.units)
    wrong = _marked(moment, draft, origin, found)
    new = offer_blocks(draft, content)
    recount(draft)
    return Refreshed(origin, numbers, charts, tables, words, new, wrong, draft.parts.writer())


def _marked(
    moment: Moment, draft: EditedDraft, origin: DraftOrigin, within: Iterable[Passage]
) -> tuple[Contradicted, ...]:
    """Put a comment at each sentence around a linked number that the data contradict."""
    from exporters.word.comment_marks import CommentMarks
    from exporters.word.parts import DOCUMENT
    from exporters.word.passages import ends

    outline = moment.outline(origin.report)
    scene, marks = draft_scene(moment, outline), CommentMarks(draft.parts)
    found: list[Contradicted] = []
    for passage in within:
        if any(stretch.key for stretch in passage.stretches):
            found += contradicted(passage, origin.language, outline, scene)
    for one in found:
        if one.passage.part == DOCUMENT:
            words = message(one.issue, moment.catalogue, origin.language)
            marks.add(*ends(one.passage, one.start, one.end), words)
    return tuple(found)


def _mark_units(moment: Moment, draft: EditedDraft, origin: DraftOrigin, left: Iterable[UnitLeft]) -> None:
    """Put a comment at each number whose unit no longer fits."""
    from exporters.word.comment_marks import CommentMarks
    from exporters.word.word_xml import child_of, paragraph_of

    marks = CommentMarks(draft.parts)
    for one in left:
        paragraph = paragraph_of(one.control)
        if paragraph is not None:
            place = child_of(paragraph, one.control)
            words = moment.catalogue.messages["claim.unit"].best(origin.language)
            marks.add(place, place, filled(words, {"ref": one.ref, "unit": one.unit}))
