"""Issues by what they are about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping

from schema.grammar.reference import Key
from schema.validation.issue import Issue


def group_by_key(issues: Iterable[Issue]) -> Mapping[Key, tuple[Issue, ...]]:
    """Return the issues of each value, errors first."""
    groups: dict[Key, list[Issue]] = defaultdict(list)
    for issue in issues:
        if issue.key is not None and "slot" not in issue.params:
            groups[issue.key].append(issue)
    return {key: tuple(sorted(group, key=lambda i: i.severity != "error")) for key, group in groups.items()}


def group_by_slot(issues: Iterable[Issue]) -> Mapping[tuple[str, str], tuple[Issue, ...]]:
    """Return the issues of each text, picture and block of records, by report and slot (see slot_of)."""
    groups: dict[tuple[str, str], list[Issue]] = defaultdict(list)
    for issue in issues:
        if slot := slot_of(issue):
            groups[issue.params.get("report", ""), slot].append(issue)
    return {place: tuple(group) for place, group in groups.items()}


def slot_of(issue: Issue) -> str:
    """Return the slot of a text's issue, `record/<block>` of a record's, or an empty text."""
    if block := issue.params.get("block", ""):
        return f"record/{block}"
    return issue.params.get("slot", "")
