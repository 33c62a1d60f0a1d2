"""Words that nobody has read yet: machine drafts, and words whose source has changed since they were accepted."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline, Section
from schema.validation.facts import Coded, Fact
from schema.validation.issue import Issue, ListAt
from schema.values.datapoint import Snapshot
from schema.values.report_texts import Wording, wordings
from schema.values.subject import TextAt


def check_drafts(outline: Outline, snapshot: Snapshot, catalogue: Catalogue) -> Iterator[Issue]:
    """Yield one doubt per section and language with drafts, and one where accepted words have fallen behind."""
    found: dict[tuple[str, str, str, str], list[Wording]] = {}
    for wording in wordings(outline, snapshot, catalogue):
        for language, origin in wording.origins.items():
            code = "text.draft" if origin.draft else "text.outdated" if wording.outdated(language) else ""
            if code:
                found.setdefault((wording.section, language, code, origin.language), []).append(wording)
    sections = {section.code: section for section in outline.walk()}
    for (section, language, code, source), those in found.items():
        yield _issue(code, outline, sections[section], language, source, those)


def _issue(
    code: str, outline: Outline, section: Section, language: str, source: str, those: list[Wording]
) -> Issue:  # fmt: skip
    first, report = those[0], outline.code
    shown: dict[str, Fact] = {"report": report, "section": section.title, "count": len(those)}
    shown |= {"tongue": Coded("language", language), "following": Coded("language", source)}
    shown["slots"] = ", ".join(text.name for text in those)
    # Where the window shows it, and goes to: the first of the texts.
    at = ListAt(report, first.block) if first.block else TextAt(report, first.name, language)
    return Issue(code, "doubt", facts=shown, place=f"{report} {first.name}", subject=at, report=report)


def count_drafts(outline: Outline, snapshot: Snapshot, catalogue: Catalogue, language: str) -> int:
    """Return how many texts of a report are machine drafts in a language."""
    return sum(wording.draft(language) for wording in wordings(outline, snapshot, catalogue))
