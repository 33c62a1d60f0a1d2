"""A Word report read for a workspace: as a new report, or into one that is there."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop.work.word_report.intake import TakenIn
from desktop.work.word_report.passages import Passage, cover_of, passages
from desktop.work.word_report.proposal import Proposed, for_new, for_outline
from schema.catalogue.outline import Definitions, Outline
from schema.catalogue.section_content import section_slots
from schema.errors import AnnalsError
from schema.exchange.foreign_text.report_parts import read_parts
from schema.validation.quoted.scanner import language_of
from schema.values.datapoint import Snapshot
from schema.workspace import Workspace


@dataclass(frozen=True, slots=True)
class WordReport:
    """A report as it was read: its headings with their words, the words before them, and the language of both."""

    passages: tuple[Passage, ...]
    cover: str
    language: str

    def spoken(self, languages: Sequence[str], otherwise: str) -> str:
        """Return its language if a company speaks that, else another one."""
        return self.language if self.language in languages else otherwise


def read_report(path: Path) -> WordReport:
    """Return a Word report. AnnalsError propose.no_headings, scanned.…, child.…"""
    parts = read_parts(path)
    found = passages(parts)
    if not found:
        raise AnnalsError("propose.no_headings", file=path.name)
    return WordReport(found, cover_of(parts), language_of(f"{one.title}\n{one.words}" for one in found))


def proposed(
    found: Sequence[Passage], outline: Outline | None, snapshot: Snapshot, language: str
) -> tuple[Proposed, ...]:
    """Return what becomes of each heading: in a new report, or in one that is there."""
    return for_new(found) if outline is None else for_outline(found, outline, snapshot, language)


def slots_of(outline: Outline | None) -> list[str]:
    """Return the texts that a report has; none of a new one, whose texts are its own."""
    return [slot for section in outline.walk() for slot in section_slots(section)] if outline is not None else []


def store_in(workspace: Workspace, before: Definitions, taken: TakenIn) -> Definitions:
    """Keep a backup, then put sections and texts in force in one transaction; return the definitions in force."""
    workspace.keep_backup("import")
    if taken.definitions.hash != before.hash:
        workspace.adopt(taken.definitions, taken.report, taken.changes)
    else:
        workspace.apply(taken.changes)
    return workspace.definitions
