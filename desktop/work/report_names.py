"""Reports as people call them, in sentences that were made with their codes."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace

from schema.catalogue.outline import Outline
from schema.validation.causes import Cause
from schema.validation.facts import Fact, One, PrintedAt, SourceNote
from schema.validation.issue import Issue

_MARKED = re.compile(r"[《“「]")


def report_name(outlines: Mapping[str, Outline], code: str, language: str) -> str:
    """Return what a report is called, in Chinese marked as a title; one that is not known stays its code."""
    known = outlines.get(code)
    title = known.title.best(language) if known is not None else ""
    if not title:
        return code
    return title if language == "en" or _MARKED.search(title) else f"《{title}》"


def with_report_names(issue: Issue, outlines: Mapping[str, Outline], language: str) -> Issue:
    """Return an issue that names reports as people call them; one that names none is the same.

    What stands nowhere in a workspace (a file, a code that somebody proposes) is about the code itself.
    """
    if issue.at is None and not issue.report:
        return issue
    facts = {name: _named(fact, outlines, language) for name, fact in issue.facts.items()}
    return issue if facts == issue.facts else replace(issue, facts=facts)


def cause_with_report_names(cause: Cause, outlines: Mapping[str, Outline], language: str) -> Cause:
    """Return a cause whose issues name reports as people call them."""
    return replace(cause, issues=tuple(with_report_names(issue, outlines, language) for issue in cause.issues))


def _named(fact: Fact, outlines: Mapping[str, Outline], language: str) -> Fact:
    if isinstance(fact, tuple):
        return tuple(_one(item, outlines, language) for item in fact)
    return _one(fact, outlines, language)


def _one(fact: One, outlines: Mapping[str, Outline], language: str) -> One:
    match fact:
        case str():
            return report_name(outlines, fact, language)
        case PrintedAt():
            return replace(fact, report=report_name(outlines, fact.report, language))
        case SourceNote():
            code, blank, place = fact.text.partition(" ")
            return SourceNote(report_name(outlines, code, language) + blank + place)
        case _:
            return fact
