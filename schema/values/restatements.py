"""Which restatements a report has to tell: what an earlier one printed of a value that it shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from schema.catalogue.outline import Outline
from schema.grammar.reference import Key
from schema.values.datapoint import Restatement
from schema.values.figures import Figures


def restatements_of(
    figures: Figures, outlines: Mapping[str, Outline], report: Outline, key: Key
) -> Iterator[Restatement]:
    """Yield the restatements in force of a key that reports before this one printed, oldest first."""
    if not figures.snapshot.restatements:
        return
    for (printed_by, at), stated in figures.snapshot.restatements.items():
        if at != key or printed_by == report.code or not is_earlier(printed_by, at, outlines, report):
            continue
        if in_force(stated, figures):
            yield stated


def is_earlier(printed_by: str, key: Key, outlines: Mapping[str, Outline], report: Outline) -> bool:
    """Whether a report came out before another; one that has no outline here is judged by the year of the value."""
    known = outlines.get(printed_by)
    return (known.year if known else key.period) < report.year


def in_force(stated: Restatement, figures: Figures) -> bool:
    """Whether the value is still the one that was restated to."""
    return figures.value(stated.key).value == stated.new
