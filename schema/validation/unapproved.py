"""What of a report nobody has approved: items that a department was asked for, and quotations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from schema.catalogue.outline import Definitions, Outline, RecordsBlock, TextBlock
from schema.grammar.reference import Key
from schema.validation.approvals import Approvable, agrees, approvals_of, holds
from schema.validation.contents import has_words
from schema.validation.facts import Coded, Fact
from schema.validation.issue import FieldAt, Issue, write_subject
from schema.validation.shares import Share
from schema.validation.subject_names import named
from schema.values.datapoint import Record
from schema.values.figures import Figures
from schema.values.record_places import rows_by_block
from schema.values.subject import TextAt

# The column of a quotation that says whose words these are, and its choice for words that stand in print.
WORDING, PUBLISHED = "wording", "published"


def unapproved(shares: Iterable[Share], definitions: Definitions, figures: Figures) -> Iterator[Issue]:
    """Yield each item that was asked for and is not approved: not handed in yet, or not looked at."""
    for share in shares:
        if share.request is None:
            continue
        code = "request.unapproved" if share.request.submitted else "request.unsubmitted"
        department = Coded("department", share.department)
        for item in share.items:
            if item.state != "approved":
                name = named(item.at, definitions, figures.snapshot)
                yield _issue(code, item.at, share.report, subject=name, department=department)


def unquoted(outline: Outline, definitions: Definitions, figures: Figures) -> Iterator[Issue]:
    """Yield each quotation of a report of which nobody has noted down that whoever is quoted agrees.

    One whose words stand in print already is a fact on record, and nobody has to agree to it again.
    """
    approvals = approvals_of(figures)
    for _, at in quotations(outline, figures):
        if isinstance(at, FieldAt) and _is_published(figures.snapshot.records[at.record]):
            continue
        note = agrees(approvals, outline.code, write_subject(at))
        if note is None or not holds(note, definitions, figures):
            name = named(at, definitions, figures.snapshot)
            yield replace(_issue("quote.unapproved", at, outline.code, subject=name), severity="doubt")


def _is_published(record: Record) -> bool:
    return record.field(WORDING).typed == PUBLISHED


def quotations(outline: Outline, figures: Figures) -> Iterator[tuple[str, TextAt | FieldAt]]:
    """Yield every quotation with the code of its section: texts in the style of quotes, records of a list of quotes."""
    rows = rows_by_block(outline, figures.snapshot)
    for section in outline.walk():
        for block in section.blocks:
            if isinstance(block, TextBlock) and block.style == "quote" and has_words(figures, outline, block.slot):
                yield section.code, TextAt(outline.code, block.slot, outline.language)
            elif isinstance(block, RecordsBlock) and block.style == "quotes":
                quoted = (FieldAt(record.key, block=block.id) for record in rows.get(block.id, ()))
                yield from ((section.code, at) for at in quoted)


def _issue(code: str, at: Approvable, report: str, **facts: Fact) -> Issue:
    key = at if isinstance(at, Key) else None
    return Issue(code, "error", key, {"report": report, **facts}, subject=None if key else at, report=report)
