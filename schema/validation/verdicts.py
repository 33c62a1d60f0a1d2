"""What an auditor found of a report's numbers, and whether it still is about what stands there."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.outline import Definitions, Outline
from schema.grammar.reference import Key, parse_reference
from schema.validation.answers import content_of
from schema.validation.issue import Issue
from schema.values.figures import Figures
from schema.values.verdicts import Verdict, verdicts_of


def judged_key(verdict: Verdict) -> Key | None:
    """Return the number that a verdict is about; None where its reference is none."""
    reference = parse_reference(verdict.reference)
    return reference.key(0) if reference is not None and reference.year else None


def judged_content(key: Key, definitions: Definitions, figures: Figures) -> str:
    """Return the SHA-256 of what is judged: what stands at a key, or follows there from others."""
    return content_of(key, definitions, figures)


def check_verdicts(outline: Outline, definitions: Definitions, figures: Figures) -> Iterator[Issue]:
    """Yield each number that did not pass, and each verdict on what has been changed since."""
    for verdict in verdicts_of(figures.snapshot).values():
        key = judged_key(verdict)
        if verdict.report != outline.code or key is None:
            continue
        stands = judged_content(key, definitions, figures) == verdict.content
        if stands and verdict.finding == "pass":
            continue
        facts = {"report": verdict.report, "who": verdict.who, "date": verdict.at[:10], "remark": verdict.remark}
        code = "assurance.failed" if stands else "assurance.stale"
        yield Issue(code, "error" if stands else "doubt", key, facts, report=outline.code)
