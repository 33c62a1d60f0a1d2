"""Numbers a person looked at: each belongs to one event, story, award, … and is no yearly figure.

The list has rows `line,number,reason`. `number` is the number as printed; `18#2` means the second 18 of its line.
A reason is `kind: words`. `figure: <reference>` says which value a number shows where the same value was published
for several references; `record: record/<type>/<id>.<column>` which number of a record it shows; `unclear: …` keeps a number unaccounted for, whatever else seems to match it.
"""

from __future__ import annotations

import csv
from collections import Counter
from collections.abc import Iterable, Mapping
from pathlib import Path

from tests.census.tokens import Number

UNCLEAR = "unclear"
KINDS = (
    "figure", "record", "event", "story", "project", "award", "threshold", "range", "statistic", "method", "definition",
    "target", "later", "quarter", "name", "page", "footnote", "date", "list", "axis", UNCLEAR,
)  # fmt: skip

Reasons = Mapping[tuple[int, str], tuple[str, str]]


def read_events(path: Path) -> Reasons:
    """Read `line,number,reason` rows; no file is an empty list."""
    if not path.exists():
        return {}
    with path.open(encoding="utf-8", newline="") as file:
        return {(int(row["line"]), row["number"]): parse_reason(row["reason"]) for row in csv.DictReader(file)}


def parse_reason(text: str) -> tuple[str, str]:
    """Return (kind, words) of a reason; ValueError where it is none."""
    kind, _, words = text.partition(": ")
    if kind not in KINDS or not words:
        raise ValueError(f"a reason is one of {', '.join(KINDS)}, a colon and words: {text!r}")
    return kind, words


def by_person(reasons: Reasons, found: Iterable[Number]) -> dict[Number, tuple[str, str]]:
    """Return (kind, words) of each number that stands in the list."""
    result: dict[Number, tuple[str, str]] = {}
    seen: Counter[tuple[int, str]] = Counter()
    for number in found:
        key = (number.line, number.text)
        seen[key] += 1
        reason = reasons.get((number.line, f"{number.text}#{seen[key]}")) or reasons.get(key)
        if reason:
            result[number] = reason
    return result


def stale(reasons: Reasons, found: Iterable[Number]) -> list[tuple[int, str]]:
    """Return the rows whose number does not stand in its line."""
    counts = Counter((number.line, number.text) for number in found)
    there = {(line, f"{text}#{n}") for (line, text), times in counts.items() for n in range(1, times + 1)}
    return sorted(set(reasons) - there - set(counts))
