"""Definitions cut down to a department's share: what it is asked for, how that is checked, and nothing beside it.

What is left loads and is checked as any definitions are; the words of what is left are the company's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from schema.catalogue.definitions import Catalogue, Metric
from schema.catalogue.inputs import Inputs
from schema.catalogue.outline import Definitions, Outline
from schema.exchange.packs.cut_outline import CutOutline, cut_outline
from schema.exchange.packs.share_words import linked_codes
from schema.grammar.formula import Formula, Ref
from schema.grammar.reference import Key
from schema.validation.speaking import Contents
from schema.values.datapoint import Snapshot
from schema.values.holders import Holders


@dataclass(frozen=True, slots=True)
class Whole:
    """What shares are cut out of; `contents` gives what a report asks for, by its code."""

    definitions: Definitions
    snapshot: Snapshot
    contents: Callable[[str], Contents]


@dataclass(frozen=True, slots=True)
class CutShare:
    """A department's share of a report, and of the one that it was rolled forward from for its words and records.

    `past` is None where there is no such report. `valued` are the metrics whose values go along: those that it is asked
    for, those of its own that only its words name, and figures of nothing else.
    """

    department: str
    definitions: Definitions
    valued: frozenset[str]
    present: CutOutline
    past: CutOutline | None

    @property
    def cuts(self) -> Iterator[CutOutline]:
        """Yield both, the present one first."""
        yield self.present
        if self.past is not None:
            yield self.past


def cut_share(whole: Whole, report: str, department: str) -> CutShare:
    """Return what a department gets of a report's definitions."""
    present = cut_outline(whole.contents(report), department)
    earlier = whole.definitions.outlines.get(present.outline.rolled_from)
    past = cut_outline(whole.contents(earlier.code), department, values=False) if earlier else None
    cuts = (present, past) if past else (present,)
    outlines: Mapping[str, Outline] = {cut.outline.code: cut.outline for cut in cuts}
    linked = linked_codes(cuts, whole.snapshot)
    valued = present.valued | _named(whole, department, present, linked)
    catalogue = _cut_catalogue(whole.definitions.catalogue, valued, linked)
    drifted = {code: was for code, was in whole.definitions.drifted.items() if code in catalogue.metrics}
    return CutShare(department, Definitions(catalogue, outlines, drifted=drifted), valued, present, past)


def _named(whole: Whole, department: str, present: CutOutline, linked: frozenset[str]) -> frozenset[str]:
    """Return the metrics that words name and whose values are the department's, with figures of nothing else."""
    metrics, holders = whole.definitions.catalogue.metrics, Holders(whole.definitions)
    known, year = linked & metrics.keys(), present.outline.year
    typed = {code for code in known if metrics[code].formula is None}
    own = frozenset(code for code in typed if department in holders.of(Key(code, year)))
    inputs, there = Inputs(metrics), present.metrics | own
    return own.union(code for code in known - typed if there.issuperset(_typed(inputs.of(code), metrics)))


def _typed(codes: Iterator[str], metrics: Mapping[str, Metric]) -> Iterator[str]:
    return (code for code in codes if metrics[code].formula is None)


def _cut_catalogue(catalogue: Catalogue, valued: frozenset[str], linked: frozenset[str]) -> Catalogue:
    """Return the catalogue with the metrics of some values, and of texts' links, so that these are known.

    What holds between metrics stays where the values of all of them are there. The editor's own notes stay at home.
    """
    known = (valued | linked) & catalogue.metrics.keys()
    kept = known.union(*map(Inputs(catalogue.metrics).of, known))
    return replace(
        catalogue,
        metrics={code: replace(metric, note="") for code, metric in catalogue.metrics.items() if code in kept},
        rules=tuple(rule for rule in catalogue.rules if valued.issuperset(_codes(rule.formula))),
        totals=tuple(total for total in catalogue.totals if valued.issuperset(_of(total.whole, *total.parts))),
        relations=tuple(relation for relation in catalogue.relations if valued.issuperset(_of(*relation.terms))),
    )


def _codes(formula: Formula) -> Iterator[str]:
    return _of(*formula.references())


def _of(*references: Ref) -> Iterator[str]:
    return (reference.code for reference in references)
