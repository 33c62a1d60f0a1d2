"""What an auditor found of a report's numbers, and whether it still is about what stands there."""

from __future__ import annotations

from collections.abc import Iterator

from schema.catalogue.outline import Definitions, Outline
from schema.grammar.reference import Key, parse_record, parse_reference
from schema.validation.answers import content_of
from schema.validation.issue import FieldAt, Issue
from schema.values.datapoint import Snapshot
from schema.values.figures import Figures
from schema.values.record_places import home
from schema.values.verdicts import verdicts_of


def judged_key(reference: str) -> Key | None:
    """Return the number that a verdict's canonical reference names, also one of a record; None where it is none."""
    known = parse_reference(reference)
    key = known.key(0) if known is not None and (known.year or parse_record(known.code)) else None
    return key if key is not None and key.canonical() == reference else None


def judged_content(key: Key, definitions: Definitions, figures: Figures) -> str:
    """Return the SHA-256 of what is judged: what stands at a key, or follows there from others."""
    return content_of(key, definitions, figures)


def check_verdicts(outline: Outline, definitions: Definitions, figures: Figures) -> Iterator[Issue]:
    """Yield each number that did not pass, and each verdict on what has been changed since."""
    for verdict in verdicts_of(figures.snapshot).values():
        key = judged_key(verdict.reference)
        if verdict.report != outline.code or key is None:
            continue
        stands = judged_content(key, definitions, figures) == verdict.content
        if stands and verdict.finding == "pass":
            continue
        facts = {"report": verdict.report, "who": verdict.who, "date": verdict.at[:10], "remark": verdict.remark}
        code = "assurance.failed" if stands else "assurance.stale"
        severity = "error" if stands else "doubt"
        field = _field(key, outline, figures.snapshot)
        yield Issue(code, severity, None if field else key, facts, subject=field, report=outline.code)


def _field(key: Key, outline: Outline, snapshot: Snapshot) -> FieldAt | None:
    """Return where a record's number stands in its report; None of any other number."""
    known = parse_record(key.metric)
    if known is None:
        return None
    record = snapshot.records.get(known[0])
    return FieldAt(*known, home(outline, record) if record is not None else "")
