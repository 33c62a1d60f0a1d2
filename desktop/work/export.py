"""One export of one report, used by the command line and by the window's worker alike."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import assert_never

from desktop.work.final import FinalReason, final_reasons, left_open
from desktop.work.indices import indexed, named_frameworks
from desktop.work.names import need_report
from exporters.assembly.data_rows import Trail, last_entries, no_trail, stored_at
from exporters.content import Document, DocumentState
from exporters.word.page_check import PageFault
from exporters.writers import WRITERS, Edition, Pictures, usual_writers
from schema.approved_moment import ApprovedMoment
from schema.errors import AnnalsError
from schema.moment import Moment
from schema.values.history_mark import HistoryMark


@dataclass(frozen=True, slots=True)
class ExportOptions:
    """What to export; an empty language means the outline's own, `writers` are names of WRITERS.

    `state` says which of the three documents: a final is refused while anything in it is open. `pages` asks for cached
    page numbers from one pass of LibreOffice, where there is one. With `approved_only` placeholders stand for what
    departments were asked for and nobody has approved. `day` (ISO date) is what a review has on its cover, and a file
    in its properties, `workspace` how the command lines name it that resolve what keeps a report from being final;
    `origin` is the workspace's own id, by which a draft that comes back is known.
    `indices` are frameworks (names as people give them) whose index is printed even where the outline has none.
    `mark` says how far the history goes that it is made from.
    """

    report: str
    language: str
    folder: Path
    writers: tuple[str, ...] = usual_writers()
    overwrite: bool = False
    state: DocumentState = "draft"
    pages: bool = False
    approved_only: bool = False
    day: str = ""
    workspace: str = "WORKSPACE"
    indices: tuple[str, ...] = ()
    origin: str = ""
    mark: HistoryMark | None = None


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was made: `path` differs from `wanted` where a person's file stood there.

    `faults` are what is wrong on its pages where LibreOffice has laid them out.
    """

    path: Path
    wanted: Path
    faults: tuple[PageFault, ...] = ()

    @property
    def troubles(self) -> tuple[AnnalsError, ...]:
        """Return the faults of its pages as what can be said to people."""
        return tuple(AnnalsError(f"page.{fault.code}", page=fault.page, what=fault.what) for fault in self.faults)


class NotFinal(AnnalsError):
    """A report is refused as final while anything in it is open; `reasons` is the whole list."""

    def __init__(self, report: str, reasons: tuple[FinalReason, ...]) -> None:
        super().__init__("cli.not_final", report=report, count=str(len(reasons)))
        self.reasons = reasons


def export_report(
    moment: Moment,
    options: ExportOptions,
    pictures: Pictures,
    step: Callable[[str], None] = lambda name: None,
    trail: Trail = no_trail,
) -> tuple[Written, ...]:
    """Write the files asked for; `step` hears each file's name and may raise to cancel. Raises OutputError, NotFinal.

    Where LibreOffice is lacking for a PDF, AnnalsError says so before anything is written.

    `pictures` gives a picture's bytes by its hash (Workspace.attachment), `trail` who typed what a review and
    the data sheet tell of (desktop.work.trail).
    """
    from exporters.output_files import write_output

    need_report(moment.definitions, options.report)
    if options.indices:
        codes = named_frameworks(moment, options.report, options.indices)
        moment = indexed(moment, options.report, codes)
    for name in options.writers:
        WRITERS[name].ready()
    language = options.language or moment.outline(options.report).language
    if options.state == "final" and (reasons := final_reasons(moment, options.report, language, options.workspace)):
        raise NotFinal(options.report, reasons)
    if options.approved_only:
        moment = ApprovedMoment(moment, options.report)
    edition = Edition(moment, _document(moment, options, language, trail), pictures, options.pages, trail)
    written: list[Written] = []
    for name, writer in WRITERS.items():
        if name in options.writers:
            wanted = options.folder / f"{_stem(edition)}{writer.suffix}"
            step(wanted.name)
            with writer.prepare(edition) as write:
                path = write_output(wanted, write.to, overwrite=options.overwrite)
            written.append(Written(path, wanted, write.faults))
    return tuple(written)


def _document(moment: Moment, options: ExportOptions, language: str, trail: Trail) -> Document:
    """Return the draft, the review or the final of a report. NotFinal where a final still has a placeholder."""
    from exporters.assembly.document import build_document, with_mark

    draft = replace(
        build_document(moment, options.report, language), day=options.day, workspace=options.origin,
        approved_only=options.approved_only,
    )  # fmt: skip
    draft = with_mark(draft, options.mark, moment.catalogue)
    match options.state:
        case "draft":
            return draft
        case "review":
            from exporters.assembly.review import Reviewing, review_document

            last = last_entries(trail({stored_at(fact.key) for fact in draft.facts}))
            return review_document(moment, draft, Reviewing(options.day, last))
        case "final":
            from exporters.assembly.final import final_document

            if left := left_open(draft, options.workspace):
                raise NotFinal(options.report, left)
            return final_document(draft)
        case _:
            assert_never(options.state)


def _stem(edition: Edition) -> str:
    document = edition.document
    own = document.language == edition.moment.outline(document.report).language
    return document.report if own else f"{document.report}.{document.language}"
