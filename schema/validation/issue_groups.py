"""Issues by what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from schema.grammar.reference import Key
from schema.validation.issue import FieldAt, IndexAt, Issue, ListAt, OutlineAt
from schema.values.subject import TextAt


def group_by_key(issues: Iterable[Issue]) -> Mapping[Key, tuple[Issue, ...]]:
    """Return the issues of each value, errors first."""
    groups: dict[Key, list[Issue]] = defaultdict(list)
    for issue in issues:
        if isinstance(issue.at, Key):
            groups[issue.at].append(issue)
    return {key: tuple(sorted(group, key=lambda i: i.severity != "error")) for key, group in groups.items()}


def group_by_slot(issues: Iterable[Issue]) -> Mapping[tuple[str, str], tuple[Issue, ...]]:
    """Return the issues of each text, picture and block of records, by report and slot (see slot_of)."""
    groups: dict[tuple[str, str], list[Issue]] = defaultdict(list)
    for issue in issues:
        if slot := slot_of(issue):
            groups[issue.report, slot].append(issue)
    return {place: tuple(group) for place, group in groups.items()}


def slot_of(issue: Issue) -> str:
    """Return the slot of a text's issue, `record/<block>` of a record's, or an empty text."""
    match issue.at:
        case TextAt() as at:
            return at.slot
        case ListAt() | FieldAt() as at:
            return f"record/{at.block}" if at.block else ""
        case Key() | IndexAt() | OutlineAt() | None:
            return ""
