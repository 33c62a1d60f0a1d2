"""Words that nobody has read yet: machine drafts, and words whose source has changed since they were accepted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from schema.catalogue.definitions import Catalogue
from schema.catalogue.outline import Outline
from schema.grammar.words import Words
from schema.validation.facts import Coded, Fact
from schema.validation.issue import Issue, ListAt
from schema.values.datapoint import Snapshot
from schema.values.report_texts import Wording, wordings
from schema.values.subject import TextAt


@dataclass(frozen=True, slots=True)
class _Backlog:
    """What is wrong with the words of one section in one language, and the language that they follow."""

    section: str
    language: str
    code: str
    source: str


def check_drafts(outline: Outline, snapshot: Snapshot, catalogue: Catalogue) -> Iterator[Issue]:
    """Yield one doubt per section and language with drafts, and one where accepted words have fallen behind."""
    backlogs: dict[_Backlog, list[Wording]] = {}
    for wording in wordings(outline, snapshot, catalogue):
        for language, origin in wording.origins.items():
            code = "text.draft" if origin.draft else "text.outdated" if wording.outdated(language) else ""
            if code:
                backlogs.setdefault(_Backlog(wording.section, language, code, origin.language), []).append(wording)
    titles = {section.code: section.title for section in outline.walk()}
    for backlog, texts in backlogs.items():
        yield _issue(outline.code, titles[backlog.section], backlog, texts)


def _issue(report: str, title: Words, backlog: _Backlog, texts: Sequence[Wording]) -> Issue:
    first, language = texts[0], backlog.language
    shown: dict[str, Fact] = {"report": report, "section": title, "count": len(texts)}
    shown |= {"tongue": Coded("language", language), "following": Coded("language", backlog.source)}
    shown["slots"] = ", ".join(text.name for text in texts)
    # Where the window shows it, and goes to: the first of the texts.
    at = ListAt(report, first.block) if first.block else TextAt(report, first.name, language)
    return Issue(backlog.code, "doubt", facts=shown, place=f"{report} {first.name}", subject=at, report=report)


def count_drafts(outline: Outline, snapshot: Snapshot, catalogue: Catalogue, language: str) -> int:
    """Return how many texts of a report are machine drafts in a language."""
    return sum(wording.draft(language) for wording in wordings(outline, snapshot, catalogue))
