"""Definitions cut down to a department's share: what it is asked for, how that is checked, and nothing beside it.

What is left loads and is checked as any definitions are; the words of what is left are the company's own.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from schema.catalogue.definitions import Catalogue
from schema.catalogue.inputs import Inputs
from schema.catalogue.outline import Definitions, Outline
from schema.exchange.packs.cut_outline import CutOutline, cut_outline
from schema.exchange.packs.share_words import linked_codes
from schema.grammar.formula import Formula, Ref
from schema.validation.speaking import Contents
from schema.values.datapoint import Snapshot


@dataclass(frozen=True, slots=True)
class Whole:
    """What shares are cut out of; `contents` gives what a report asks for, by its code."""

    definitions: Definitions
    snapshot: Snapshot
    contents: Callable[[str], Contents]


@dataclass(frozen=True, slots=True)
class CutShare:
    """A department's share of a report, and of the one that it was rolled forward from for its words and records.

    `past` is None where there is no such report.
    """

    department: str
    definitions: Definitions
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
    catalogue = _cut_catalogue(whole.definitions.catalogue, present.valued, linked_codes(cuts, whole.snapshot))
    drifted = {code: was for code, was in whole.definitions.drifted.items() if code in catalogue.metrics}
    return CutShare(department, Definitions(catalogue, outlines, drifted=drifted), present, past)


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
