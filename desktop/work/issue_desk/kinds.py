"""Which kind of check found an issue, as people sort their work: one row for each code or family of codes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, get_args

from schema.validation.issue import Issue

Kind = Literal[
    "contradiction", "required", "blank", "link", "text", "carried", "record", "picture", "change", "sum", "value",
    "definition", "language", "index", "approval", "evidence", "other",
]  # fmt: skip
# The most pressing first: the order of groups and facets.
KINDS: tuple[Kind, ...] = get_args(Kind)

# By the code itself, else by what stands before its last dot, and so on.
_BY_CODE: Mapping[str, Kind] = {
    "contradiction": "contradiction", "published": "contradiction", "statement": "contradiction",
    "published.inputs": "sum",
    "missing": "required", "record.required": "required",
    "blank": "blank", "figure.missing": "blank", "blank.record": "link",
    "text": "link", "text.blank": "text", "matrix": "text",
    "text.language": "language", "text.draft": "language", "text.outdated": "language",
    "carried": "carried", "record": "record", "picture": "picture",
    "change": "change", "value.unlike": "change", "slip": "change", "cumulative": "change",
    "total": "sum", "share": "sum", "rule": "sum", "figure": "sum", "restatement": "sum", "restated": "sum",
    "value": "value", "unread": "value", "date": "value", "since": "value", "category": "value", "decimal": "value",
    "omission": "value", "cell": "value", "metric.unknown": "value", "note": "value",
    "metric": "definition", "wording": "definition", "outline": "definition", "formula": "definition",
    "total.unchecked": "definition",
    "index": "index", "approval": "approval", "request": "approval", "evidence": "evidence",
}  # fmt: skip


def kind_of(issue: Issue) -> Kind:
    """Return the kind of check that found an issue; "other" for one that nobody has sorted."""
    code = issue.code
    while code:
        if code in _BY_CODE:
            return _BY_CODE[code]
        code = code.rpartition(".")[0]
    return "other"
