"""What a placement stands for: rows-to-be, each a key with the placement that asked for it."""

from __future__ import annotations

from dataclasses import dataclass

from exporters.assembly.assembly import Assembly
from schema.catalogue.definitions import Metric
from schema.catalogue.entities import EVERY
from schema.catalogue.placements import Placement
from schema.catalogue.record_numbers import metric_of
from schema.grammar.reference import Key, parse_reference
from schema.validation.blanks import is_complete


@dataclass(frozen=True, slots=True)
class Line:
    """One row-to-be: a key of the report's year with the placement that asked for it.

    Nobody is asked for a `member` of a breakdown that need not cover the whole, where others are there.
    """

    key: Key
    placement: Placement
    metric: Metric
    member: bool = False
    asked: bool = True


def lines_of(assembly: Assembly, placement: Placement) -> tuple[Line, ...]:
    """Return what a placement stands for: one line, or one per member of its breakdown; nothing where unknown."""
    reference = parse_reference(placement.reference)
    metric = metric_of(assembly.catalogue, reference.code) if reference else None
    if reference is None or metric is None:
        return ()
    if reference.entity != EVERY and not assembly.catalogue.reports(reference.entity):
        return ()
    key = reference.key(assembly.year)
    if not reference.wildcard:
        return (Line(key, placement, metric),)
    members = assembly.figures.members(key)
    present = [assembly.figures.value(member).kind != "missing" for member in members]
    asked = not any(present) or is_complete(key, assembly.figures)
    return tuple(Line(m, placement, metric, True, asked or there) for m, there in zip(members, present, strict=True))
